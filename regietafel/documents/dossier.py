"""All documents of one herverdeling, and writing them to a folder: all of them, or none."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from regietafel.documents.blocks import Document
from regietafel.documents.collegebrief import make_collegebrief
from regietafel.documents.gezamenlijk_besluit import make_gezamenlijk_besluit
from regietafel.documents.herverdeling import Gegevens, collect, not_filled
from regietafel.documents.kennisgeving_coa import make_kennisgeving_coa
from regietafel.errors import RegietafelError
from regietafel.files import file_name, write_files
from regietafel.i18n import _
from regietafel.ledger import Ledger


def make_dossier(ledger: Ledger, herverdeling_id: int, datum: datetime.date) -> tuple[Stuk, ...]:
    """The gezamenlijk besluit, a collegebrief for every party and the kennisgeving to the COA, dated ``datum``.

    Once the agreement is in force there are no collegebrieven any more.

    Raises RegietafelError that says what is missing in any of them, before anything is made.
    """
    gegevens = collect(ledger, herverdeling_id, datum)
    kenmerk = gegevens.view.kenmerk
    plans = [_Plan((_("Gezamenlijk besluit"),), make_gezamenlijk_besluit)]
    # The letters ask for a decision; once the agreement is in force it has been taken.
    for gemeente in gegevens.partijen if gegevens.view.in_werking_op is None else ():
        parts: tuple[str, ...] = (_("Collegebrief"), gemeente.naam)
        if _name(kenmerk, *parts).casefold() in {_name(kenmerk, *plan.parts).casefold() for plan in plans}:
            parts = (*parts, gemeente.gm_code)
        plans.append(_Plan(parts, partial(make_collegebrief, gemeente=gemeente)))
    plans.append(_Plan((_("Kennisgeving COA"),), make_kennisgeving_coa))
    stukken, problems = [], []
    for plan in plans:
        try:
            document = plan.make(gegevens)
        except RegietafelError as error:
            problems.append(f"{' '.join(plan.parts)}: {error}")
            continue
        stukken.append(Stuk(soort=plan.parts[0], bestandsnaam=_name(kenmerk, *plan.parts), document=document))
    if problems:
        raise RegietafelError("\n".join(problems))
    return tuple(stukken)


def open_ends(ledger: Ledger, herverdeling_id: int, datum: datetime.date) -> tuple[str, ...]:
    """What the documents leave open and where to fill it in, as ``postadres van Borne (bij Gemeenten)``.

    Nothing of it keeps a document from being made. Raises RegietafelError as :func:`make_dossier` does.
    """
    return not_filled(collect(ledger, herverdeling_id, datum))


def write_dossier(stukken: Sequence[Stuk], folder: Path, overwrite: bool = False) -> tuple[Path, ...]:
    """Write the documents as PDF and return where they are. The folder is made when it is missing.

    Raises RegietafelError, and leaves the folder as it was, when documents are there already and ``overwrite`` is
    False, or when they cannot be written.
    """
    from regietafel.documents.pdf import render_pdf

    targets = tuple(folder / stuk.bestandsnaam for stuk in stukken)
    existing = [target.name for target in targets if target.exists()]
    if existing and not overwrite:
        raise RegietafelError(
            _("In {map} staat al: {namen}. Kies een andere map of laat deze documenten vervangen.").format(
                map=folder, namen=", ".join(existing)
            )
        )
    write_files([(target, render_pdf(stuk.document)) for target, stuk in zip(targets, stukken, strict=True)])
    return targets


def _name(*parts: str) -> str:
    return file_name(*parts, suffix=".pdf")


class _Plan(NamedTuple):
    """A document to make: the parts of its name, the first of which says what it is, and how."""

    parts: tuple[str, ...]
    make: Callable[[Gegevens], Document]


@dataclass(frozen=True, kw_only=True)
class Stuk:
    """One document of a dossier: what it is, the name of its file and what is in it."""

    soort: str
    bestandsnaam: str
    document: Document
