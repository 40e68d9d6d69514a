"""All documents of one herverdeling, and writing them to a folder: all of them, or none."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from regietafel.documents.blocks import Document
from regietafel.documents.soorten import SOORTEN
from regietafel.documents.stukken.bekendmaking import make_bekendmaking
from regietafel.documents.stukken.besluiten import make_besluit, make_gezamenlijk_besluit
from regietafel.documents.stukken.collegevoorstel import make_collegevoorstel
from regietafel.documents.stukken.herverdeling import College, Gegevens, collect
from regietafel.documents.stukken.kennisgeving import make_kennisgeving
from regietafel.documents.stukken.open_einden import not_filled
from regietafel.documents.stukken.raadsinformatiebrief import make_raadsinformatiebrief
from regietafel.domain.behandeling import ADRESSATEN
from regietafel.errors import RegietafelError
from regietafel.files import file_name, write_files
from regietafel.i18n import _, enumerate_some
from regietafel.ledger import Ledger

_PER_COLLEGE: Mapping[str, Callable[[Gegevens, College], Document]] = {
    "collegevoorstel": make_collegevoorstel,
    "besluit": make_besluit,
    "bekendmaking": make_bekendmaking,
    "raadsinformatiebrief": make_raadsinformatiebrief,
}


def make_dossier(
    ledger: Ledger, herverdeling_id: int, datum: datetime.date, soorten: Collection[str] = SOORTEN
) -> tuple[Stuk, ...]:
    """The documents, dated ``datum``; of these kinds only when ``soorten`` names some.

    A collegevoorstel is there until its college has decided; all others always are, as drafts until they can be sent.

    Raises RegietafelError that says what is missing in any of them, before anything is made.
    """
    gegevens = collect(ledger, herverdeling_id, datum)
    stukken: dict[str, Stuk] = {}
    problems = []
    for plan in _plans(gegevens, chosen(soorten)):
        name = _name(gegevens, *plan.parts)
        if name.casefold() in stukken:
            name = _name(gegevens, *plan.parts, plan.code)
        try:
            document = plan.make()
        except RegietafelError as error:
            problems.append(f"{' '.join(plan.parts)}: {error}")
            continue
        stukken[name.casefold()] = Stuk(soort=plan.parts[0], bestandsnaam=name, document=document)
    if problems:
        raise RegietafelError("\n".join(problems))
    if not stukken:
        raise RegietafelError(_("Alle colleges hebben besloten; er zijn geen collegevoorstellen meer."))
    return tuple(stukken.values())


def open_ends(
    ledger: Ledger, herverdeling_id: int, datum: datetime.date, soorten: Collection[str] = SOORTEN
) -> tuple[str, ...]:
    """What the documents leave open and where to fill it in, as ``postadres van Borne (bij Gemeenten)``.

    Nothing of it keeps a document from being made. Raises RegietafelError as :func:`make_dossier` does.
    """
    return not_filled(collect(ledger, herverdeling_id, datum), chosen(soorten))


def chosen(soorten: Collection[str]) -> Collection[str]:
    """These kinds, or all when none is named. Raises RegietafelError that names those that exist."""
    if unknown := [soort for soort in soorten if soort not in SOORTEN]:
        sentence = _("“{soort}” is geen soort document; kies uit {soorten}.")
        raise RegietafelError(sentence.format(soort=unknown[0], soorten=", ".join(SOORTEN)))
    return soorten or SOORTEN


def write_dossier(stukken: Sequence[Stuk], folder: Path, overwrite: bool = False) -> tuple[Path, ...]:
    """Write the documents as PDF and return where they are. The folder is made when it is missing.

    Raises RegietafelError, and leaves the folder as it was, when documents are there already and ``overwrite`` is
    False, or when they cannot be written.
    """
    from regietafel.documents.pdf.render import render_pdf

    targets = tuple(folder / stuk.bestandsnaam for stuk in stukken)
    existing = [target.name for target in targets if target.exists()]
    if existing and not overwrite:
        raise RegietafelError(
            _("In {map} staat al: {namen}. Kies een andere map of laat deze documenten vervangen.").format(
                map=folder, namen=enumerate_some(existing)
            )
        )
    write_files([(target, render_pdf(stuk.document)) for target, stuk in zip(targets, stukken, strict=True)])
    return targets


def _plans(gegevens: Gegevens, soorten: Collection[str]) -> Iterator[_Plan]:
    for soort, naam in SOORTEN.items():
        if soort not in soorten:
            continue
        if soort in ADRESSATEN:
            for each in gegevens.ontvangers:
                if each.aan == soort:
                    yield _Plan((naam, each.kort), partial(make_kennisgeving, gegevens, each))
        elif soort in _PER_COLLEGE:
            for college in gegevens.colleges:
                # The proposal asks for a decision; once it is recorded, or in force, it has been taken.
                if soort == "collegevoorstel" and not gegevens.is_asked(college):
                    continue
                make = partial(_PER_COLLEGE[soort], gegevens, college)
                yield _Plan((naam, college.gemeente.naam), make, college.gemeente.gm_code)
        else:
            yield _Plan((naam,), partial(make_gezamenlijk_besluit, gegevens))


def _name(gegevens: Gegevens, *parts: str) -> str:
    return file_name(gegevens.view.kenmerk, *parts, suffix=".pdf")


class _Plan(NamedTuple):
    """A document to make: the parts of its name, the first of which says what it is; how; whose, if a name is taken."""

    parts: tuple[str, ...]
    make: Callable[[], Document]
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Stuk:
    """One document of a dossier: what it is, the name of its file and what is in it."""

    soort: str
    bestandsnaam: str
    document: Document
