"""All documents of one herverdeling."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from regietafel.documents.blocks import Brongegeven, Document
from regietafel.documents.soorten import SOORTEN
from regietafel.documents.stuk import BRONDATA, Mislukt, Reeks, Stuk, with_facts
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

_Make = Callable[[], Document]
BESLUITEN = frozenset({"gezamenlijk-besluit", "besluit"})
_PER_COLLEGE: Mapping[str, Callable[[Gegevens, College], Document]] = {
    "collegevoorstel": make_collegevoorstel,
    "besluit": make_besluit,
    "bekendmaking": make_bekendmaking,
    "raadsinformatiebrief": make_raadsinformatiebrief,
}


class Plan(NamedTuple):
    """A document that can be made: its kind, how that is called, for whom, its file name, and how."""

    soort: str
    naam: str
    voor: str
    bestandsnaam: str
    make: _Make

    @property
    def label(self) -> str:
        """What it is and for whom."""
        return f"{self.naam} {self.voor}".strip()


def make_reeks(
    ledger: Ledger,
    herverdeling_id: int,
    datum: datetime.date,
    soorten: Collection[str] = SOORTEN,
    *,
    uw_kenmerk: str = "",
    brongegevens: tuple[Brongegeven, ...] = (),
) -> Reeks:
    """The documents, dated ``datum``; of these kinds only when ``soorten`` names some. What cannot be made is told.

    A collegevoorstel is there until its college has decided; all others always are, as drafts until they can be sent.
    ``uw_kenmerk`` is that of who is told; the decisions carry ``brongegevens`` within them.

    Raises RegietafelError when a fact is missing, or the agreement came to nothing.
    """
    gegevens = collect(ledger, herverdeling_id, datum, uw_kenmerk)
    made = compose_reeks(gegevens, plans(gegevens, chosen(soorten)), brongegevens)
    if not made.stukken and not made.mislukt:
        raise RegietafelError(_("Alle colleges hebben besloten; er zijn geen collegevoorstellen meer."))
    return made


def compose_reeks(gegevens: Gegevens, wanted: Iterable[Plan], brongegevens: tuple[Brongegeven, ...] = ()) -> Reeks:
    """These documents; what cannot be made is told. Touches no ledger, so it can run on a thread."""
    return compose_plannen(wanted, lambda plan: make_stuk(gegevens, plan, brongegevens))


def compose_plannen(wanted: Iterable[Plan], make: Callable[[Plan], Stuk]) -> Reeks:
    """What ``make`` makes of these plans, and what cannot be made."""
    made, failed = [], []
    for plan in wanted:
        try:
            made.append(make(plan))
        except RegietafelError as error:
            failed.append(Mislukt(plan.label, str(error)))
    return Reeks(stukken=tuple(made), mislukt=tuple(failed))


def troubles(gegevens: Gegevens, wanted: Iterable[Plan]) -> tuple[Mislukt, ...]:
    """What would not be made, found out by one document of each kind, and by every letter: these have an address."""
    first: dict[str, Plan] = {}
    letters = []
    for plan in wanted:
        if plan.soort in ADRESSATEN:
            letters.append(plan)
        else:
            first.setdefault(plan.soort, plan)
    alike = compose_reeks(gegevens, [plan._replace(voor="") for plan in first.values()])
    return (*alike.mislukt, *compose_reeks(gegevens, letters).mislukt)


def make_stuk(gegevens: Gegevens, plan: Plan, brongegevens: tuple[Brongegeven, ...] = ()) -> Stuk:
    """One document of a series, of the facts alone. Raises RegietafelError that says why it cannot be made."""
    document = plan.make()
    if brongegevens and plan.soort in BESLUITEN:
        names = ", ".join(each.bestandsnaam for each in brongegevens)
        document = with_facts(replace(document, brongegevens=brongegevens), **{BRONDATA: names})
    return Stuk(
        soort=plan.soort,
        naam=plan.naam,
        voor=plan.voor,
        onderwerp=gegevens.view.kenmerk,
        herverdeling_id=gegevens.view.id,
        bestandsnaam=plan.bestandsnaam,
        document=document,
    )


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


def plans(gegevens: Gegevens, soorten: Collection[str] = SOORTEN) -> Iterator[Plan]:
    """The documents of these kinds that can be asked for now, each under a file name of its own."""
    names: set[str] = set()
    for soort, naam, voor, code, make in _wanted(gegevens, soorten):
        name = _file_name(gegevens, naam, voor)
        if name.casefold() in names:
            name = _file_name(gegevens, naam, voor, code)
        names.add(name.casefold())
        yield Plan(soort, naam, voor, name, make)


def _wanted(gegevens: Gegevens, soorten: Collection[str]) -> Iterator[tuple[str, str, str, str, _Make]]:
    """Kind, how it is called, for whom, the code of whose it is, and how to make it."""
    for soort, naam in SOORTEN.items():
        if soort not in soorten:
            continue
        if soort in ADRESSATEN:
            for each in gegevens.ontvangers:
                if each.aan == soort:
                    yield soort, naam, each.kort, "", partial(make_kennisgeving, gegevens, each)
        elif soort in _PER_COLLEGE:
            for college in gegevens.colleges:
                # The proposal asks for a decision; once it is recorded, or in force, it has been taken.
                if soort == "collegevoorstel" and not gegevens.is_asked(college):
                    continue
                make = partial(_PER_COLLEGE[soort], gegevens, college)
                yield soort, naam, college.gemeente.naam, college.gemeente.gm_code, make
        else:
            yield soort, naam, "", "", partial(make_gezamenlijk_besluit, gegevens)


def _file_name(gegevens: Gegevens, *parts: str) -> str:
    return file_name(gegevens.view.kenmerk, *parts, suffix=".pdf")
