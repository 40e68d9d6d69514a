"""All documents of one herverdeling."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from regietafel.documents.blocks import Document
from regietafel.documents.soorten import SOORTEN
from regietafel.documents.stuk import Mislukt, Reeks, Stuk
from regietafel.documents.stukken.bekendmaking import make_bekendmaking
from regietafel.documents.stukken.besluiten import make_besluit, make_gezamenlijk_besluit
from regietafel.documents.stukken.collegevoorstel import make_collegevoorstel
from regietafel.documents.stukken.herverdeling import College, Gegevens, collect
from regietafel.documents.stukken.kennisgeving import make_kennisgeving
from regietafel.documents.stukken.open_einden import not_filled
from regietafel.documents.stukken.raadsinformatiebrief import make_raadsinformatiebrief
from regietafel.domain.behandeling import ADRESSATEN
from regietafel.errors import RegietafelError
from regietafel.files import file_name
from regietafel.i18n import _
from regietafel.ledger import Ledger

_PER_COLLEGE: Mapping[str, Callable[[Gegevens, College], Document]] = {
    "collegevoorstel": make_collegevoorstel,
    "besluit": make_besluit,
    "bekendmaking": make_bekendmaking,
    "raadsinformatiebrief": make_raadsinformatiebrief,
}


def make_reeks(ledger: Ledger, herverdeling_id: int, datum: datetime.date, soorten: Collection[str] = SOORTEN) -> Reeks:
    """The documents, dated ``datum``; of these kinds only when ``soorten`` names some. What cannot be made is told.

    A collegevoorstel is there until its college has decided; all others always are, as drafts until they can be sent.

    Raises RegietafelError when none can be made: a fact is missing, or the agreement came to nothing.
    """
    gegevens = collect(ledger, herverdeling_id, datum)
    stukken: dict[str, Stuk] = {}
    failed = []
    for plan in _plans(gegevens, chosen(soorten)):
        name = _name(gegevens, *plan.parts)
        if name.casefold() in stukken:
            name = _name(gegevens, *plan.parts, plan.code)
        try:
            document = plan.make()
        except RegietafelError as error:
            failed.append(Mislukt(" ".join(plan.parts), str(error)))
            continue
        stukken[name.casefold()] = Stuk(
            soort=plan.soort,
            naam=plan.parts[0],
            voor=" ".join(plan.parts[1:]),
            onderwerp=gegevens.view.kenmerk,
            herverdeling_id=herverdeling_id,
            bestandsnaam=name,
            document=document,
        )
    if not stukken and not failed:
        raise RegietafelError(_("Alle colleges hebben besloten; er zijn geen collegevoorstellen meer."))
    return Reeks(stukken=tuple(stukken.values()), mislukt=tuple(failed))


def open_ends(
    ledger: Ledger, herverdeling_id: int, datum: datetime.date, soorten: Collection[str] = SOORTEN
) -> tuple[str, ...]:
    """What the documents leave open and where to fill it in, as ``postadres van Borne (bij Gemeenten)``.

    Nothing of it keeps a document from being made. Raises RegietafelError as :func:`make_reeks` does.
    """
    return not_filled(collect(ledger, herverdeling_id, datum), chosen(soorten))


def chosen(soorten: Collection[str]) -> Collection[str]:
    """These kinds, or all when none is named. Raises RegietafelError that names those that exist."""
    if unknown := [soort for soort in soorten if soort not in SOORTEN]:
        sentence = _("“{soort}” is geen soort document; kies uit {soorten}.")
        raise RegietafelError(sentence.format(soort=unknown[0], soorten=", ".join(SOORTEN)))
    return soorten or SOORTEN


def _plans(gegevens: Gegevens, soorten: Collection[str]) -> Iterator[_Plan]:
    for soort, naam in SOORTEN.items():
        if soort not in soorten:
            continue
        if soort in ADRESSATEN:
            for each in gegevens.ontvangers:
                if each.aan == soort:
                    yield _Plan(soort, (naam, each.kort), partial(make_kennisgeving, gegevens, each))
        elif soort in _PER_COLLEGE:
            for college in gegevens.colleges:
                # The proposal asks for a decision; once it is recorded, or in force, it has been taken.
                if soort == "collegevoorstel" and not gegevens.is_asked(college):
                    continue
                make = partial(_PER_COLLEGE[soort], gegevens, college)
                yield _Plan(soort, (naam, college.gemeente.naam), make, college.gemeente.gm_code)
        else:
            yield _Plan(soort, (naam,), partial(make_gezamenlijk_besluit, gegevens))


def _name(gegevens: Gegevens, *parts: str) -> str:
    return file_name(gegevens.view.kenmerk, *parts, suffix=".pdf")


class _Plan(NamedTuple):
    """A document to make: its kind, the parts of its name, the first of which says what it is; how; a code of whose."""

    soort: str
    parts: tuple[str, ...]
    make: Callable[[], Document]
    code: str = ""
