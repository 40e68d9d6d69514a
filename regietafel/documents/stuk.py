"""One document of a series, and what became of the series."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from regietafel.documents.blocks import Document
from regietafel.errors import RegietafelError


@dataclass(frozen=True, kw_only=True)
class Stuk:
    """A document: its kind (a key, and how that is called), whose or to whom it is, its file name and its content.

    ``onderwerp`` is what it is about: the kenmerk of an agreement, a half-year or a meeting. ``bestandsnaam`` ends in
    ``.pdf``; another form has the same name with its own ending.
    """

    soort: str
    naam: str
    voor: str = ""
    onderwerp: str
    herverdeling_id: int | None = None
    overleg_id: int | None = None
    bestandsnaam: str
    document: Document

    @property
    def label(self) -> str:
        """What it is and for whom."""
        return f"{self.naam} {self.voor}".strip()


class Mislukt(NamedTuple):
    """What was not made, and why, as a sentence."""

    wat: str
    reden: str


@dataclass(frozen=True, kw_only=True)
class Reeks:
    """The documents that could be made, and those that could not."""

    stukken: tuple[Stuk, ...]
    mislukt: tuple[Mislukt, ...] = ()

    def complete(self) -> tuple[Stuk, ...]:
        """All documents. Raises RegietafelError that names those that could not be made."""
        if self.mislukt:
            raise RegietafelError(describe(self.mislukt))
        return self.stukken


# What a document is made from beside the ledger; with it among its facts it can be made again as it was asked for.
UW_KENMERK, OP, TOT, SCENARIOS = "uw_kenmerk", "op", "tot", "scenarios"
VERSIE = "versie"  # of an agenda
BRONDATA, WEGLATINGEN = "brondata", "weglatingen"  # the numbers within it; what the user leaves out in public
VORM, SOORTEN_IN, BIJLAGEN_IN = "vorm", "soorten", "bijlagen erbij"  # the form and kinds of what is in a package


def with_facts(document: Document, **facts: str) -> Document:
    """The document with these facts among those it was made from; an empty one is none."""
    known = dict(document.feiten) | {name: said for name, said in facts.items() if said}
    return replace(document, feiten=tuple(sorted(known.items())))


def fingerprint(document: Document) -> str:
    """Another one when the document is made from other facts or other words."""
    said = json.dumps([document.feiten, document.sjabloon_sha], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def describe(mislukt: Iterable[Mislukt]) -> str:
    """A line for each that could not be made."""
    return "\n".join(f"{wat}: {reden}" for wat, reden in mislukt)
