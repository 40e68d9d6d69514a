"""What stands on a page: every text with its place, size and colour, and the mark it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from regietafel.documents.keuring.letters import Lettertype
from regietafel.documents.keuring.stand import Kleur

Merk = tuple[int, int]  # the object in which it is drawn (0 for the page itself) and its number


class Stuk(NamedTuple):
    """Text shown in one go. ``gezegd`` is what a reader hears; places are points from the lower left corner."""

    bladzijde: int
    tekst: str
    gezegd: str
    x: float
    y: float
    x2: float
    grootte: float
    vet: bool
    kleur: Kleur | None  # None when it cannot be told
    achtergrond: Kleur | None
    merk: Merk | None
    artefact: str | None  # the kind of artifact it is, None when it is none


@dataclass(frozen=True, kw_only=True)
class Blad:
    """One page, counted from 1. ``ongemerkt`` is whether something is painted that is neither tagged nor an artifact.

    ``merken`` are all marks on it, also those without text; ``te_groot`` is a page that was not read to its end.
    """

    nummer: int
    vak: tuple[float, float, float, float]  # the paper: left, bottom, right, top
    gedraaid: bool  # shown a quarter turned
    stukken: tuple[Stuk, ...]
    merken: frozenset[Merk]
    ongemerkt: bool
    te_groot: bool
    lettertypen: tuple[Lettertype, ...]
