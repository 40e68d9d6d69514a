"""What a document offers its template: the values and blocks of a real agreement or half-year, or of an example."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.opvanglocaties import add_locatie
from regietafel.actions.regio import make_regio
from regietafel.actions.scenarios import make_scenario
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.documents.blocks import Block, Document
from regietafel.documents.middelen import Middelen, middelen
from regietafel.documents.sjabloon.overlegaanbod import OVERLEG, hear_overleg
from regietafel.documents.sjabloon.template import Prepared, Values
from regietafel.documents.stukken.bekendmaking import make_bekendmaking
from regietafel.documents.stukken.bericht import make_bericht_college, make_bericht_kennisgeving
from regietafel.documents.stukken.besluiten import make_besluit, make_gezamenlijk_besluit
from regietafel.documents.stukken.collegevoorstel import make_collegevoorstel
from regietafel.documents.stukken.commissaris import make_overzicht_commissaris
from regietafel.documents.stukken.herverdeling import College, Gegevens, collect
from regietafel.documents.stukken.kennisgeving import make_kennisgeving
from regietafel.documents.stukken.opvang import make_stand_opvang
from regietafel.documents.stukken.raadsinformatiebrief import make_raadsinformatiebrief
from regietafel.documents.stukken.scenario import make_scenariobijlage
from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken
from regietafel.domain.feestdagen import plain_einde
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.opvanglocatie import Opvanglocatie
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Adressaat, Gemeente, Regio
from regietafel.domain.scenario import Scenarioregel
from regietafel.domain.staat import RAADSBESLUIT, Staatwissel
from regietafel.errors import RegietafelError
from regietafel.i18n import _, today
from regietafel.ledger import Ledger
from regietafel.planning.kort import dag_van
from regietafel.planning.scenario import uitkomst
from regietafel.queries.herverdelingen import herverdelingen

BEZWAAR, STAND, SCENARIOS = "bezwaarclausule.txt", "stand_van_zaken.txt", "scenario_bijlage.txt"
OPVANG, COMMISSARIS = "stand_opvang.txt", "overzicht_commissaris.txt"
VAN_DE_TAFEL = OVERLEG | {STAND, SCENARIOS, OPVANG, COMMISSARIS}
"""Templates of documents about the whole table, not about an agreement."""
_PERIODE = Periode(2023, 2)  # of the example

_BIJLAGEN = (_("Gezamenlijk besluit.pdf"),)  # for an e-mail that has none yet
_PER_COLLEGE: Mapping[str, Callable[[Gegevens, College], Document]] = {
    "collegevoorstel_afstaan.txt": make_collegevoorstel,
    "collegevoorstel_gelijk.txt": make_collegevoorstel,
    "collegevoorstel_overnemen.txt": make_collegevoorstel,
    "besluit_college.txt": make_besluit,
    "bekendmaking.txt": make_bekendmaking,
    "raadsinformatiebrief.txt": make_raadsinformatiebrief,
    "bericht_college.txt": lambda gegevens, college: make_bericht_college(gegevens, college, _BIJLAGEN),
}
_ROLE: Mapping[str, Callable[[int], bool]] = {
    "collegevoorstel_afstaan.txt": lambda wijziging: wijziging < 0,
    "collegevoorstel_gelijk.txt": lambda wijziging: wijziging == 0,
    "collegevoorstel_overnemen.txt": lambda wijziging: wijziging > 0,
}


@dataclass(frozen=True, kw_only=True)
class Aanbod:
    """What the document that uses a template hands to it; ``rest`` is the rest of what it says about itself."""

    values: Values
    blocks: Prepared
    rest: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class _Luisteraar(Middelen):
    """Remembers what it was asked to fill. Only the bezwaarclausule is filled, which stands within other documents."""

    gehoord: list[Aanbod] = field(default_factory=list)
    clausule: list[Aanbod] = field(default_factory=list)

    def fill(self, naam: str, values: Values, blocks: Prepared) -> tuple[Block, ...]:
        self.clausule.append(Aanbod(values=values, blocks=blocks, rest={}))
        try:
            return super().fill(naam, values, blocks)
        except RegietafelError:  # the clause is not what is asked about, or it is and will be judged
            return ()

    def compose(self, naam: str, *, values: Values, blocks: Prepared, **rest: Any) -> Document:
        self.gehoord.append(Aanbod(values=values, blocks=blocks, rest=rest))
        said = {key: rest[key] for key in ("title", "author", "subject", "kenmerk", "datum")}
        return Document(**said, blocks=())


def offered(
    ledger: Ledger, naam: str, herverdeling_id: int | None = None, voor: str = "", *, periode: Periode | None = None
) -> Aanbod:
    """What the template ``naam`` can use, for the agreement and whose document it is, or for the half-year.

    Without an agreement, the newest of which documents can be made; without ``voor`` the first the template is for.
    Where the file has nothing of the kind yet, an example. Raises RegietafelError when what is named cannot be.
    """
    ear, house = _Luisteraar(eigen=middelen(ledger).eigen, opmaken={}), ledger
    if naam in {STAND, SCENARIOS}:
        _hear_periode(ear, ledger, naam, periode)
    elif naam in OVERLEG:
        hear_overleg(ear, ledger, _example, naam)
    elif naam in VAN_DE_TAFEL:
        _hear_opvang(ear, ledger, naam)
    else:
        house = _hear_agreement(ear, ledger, naam, herverdeling_id, voor)
    said = ear.gehoord[-1]
    rest = said.rest if house is ledger else {**said.rest, "gemeente_id": None}  # of the example
    return replace(ear.clausule[-1] if naam == BEZWAAR else said, rest=rest)


def voor_wie(ledger: Ledger, naam: str, herverdeling_id: int | None = None) -> tuple[str, ...]:
    """For whom the document of this template can be shown: names of gemeenten or of addressees; empty for all at once.

    Raises RegietafelError as :func:`offered` does.
    """
    if naam in VAN_DE_TAFEL:
        return ()
    _house, found = next(_agreements(ledger, herverdeling_id))
    return tuple(voor for voor, _make in _plans(found, naam) if voor)


def _plans(gegevens: Gegevens, naam: str) -> Iterator[tuple[str, Callable[[], Document]]]:
    """Whose document it is, and how it is made. Every college when none has the role that the template is for."""
    if naam in _PER_COLLEGE:
        has_role = _ROLE.get(naam)
        meant = [each for each in gegevens.colleges if has_role is None or has_role(each.regel.wijziging)]
        for college in meant or gegevens.colleges:
            yield college.gemeente.naam, partial(_PER_COLLEGE[naam], gegevens, college)
    elif naam == "gezamenlijk_besluit.txt":
        yield "", partial(make_gezamenlijk_besluit, gegevens)
    elif naam == BEZWAAR:
        agreed = replace(gegevens.view.herverdeling, bezwaarclausule=True)
        yield "", partial(make_gezamenlijk_besluit, replace(gegevens, view=replace(gegevens.view, herverdeling=agreed)))
    elif naam == "bericht_kennisgeving.txt":
        for each in gegevens.ontvangers:
            yield each.kort, partial(make_bericht_kennisgeving, gegevens, each, _BIJLAGEN)
    elif told := [each for each in gegevens.ontvangers if naam == f"kennisgeving_{each.aan}.txt"]:
        for each in told:
            yield each.kort, partial(make_kennisgeving, gegevens, each)
    else:
        raise RegietafelError(_("“{name}” is geen naam van een sjabloon.").format(name=naam))


def _hear_agreement(ear: Middelen, ledger: Ledger, naam: str, herverdeling_id: int | None, voor: str) -> Ledger:
    """Make the document; returns the file it was made from."""
    for house, found in _agreements(ledger, herverdeling_id):
        plans = dict(_plans(replace(found, middelen=ear), naam))
        if voor and voor not in plans:
            said = _("“{voor}” krijgt dit document niet; kies uit {namen}.")
            raise RegietafelError(said.format(voor=voor, namen=", ".join(filter(None, plans)) or _("allen samen")))
        try:
            plans[voor or next(iter(plans))]()
        except RegietafelError:  # an address that has expired
            if herverdeling_id is not None or voor:
                raise
        else:
            return house
    raise AssertionError(naam)  # of the example it can always be made


def _agreements(ledger: Ledger, herverdeling_id: int | None) -> Iterator[tuple[Ledger, Gegevens]]:
    """The facts of this agreement, or of every one from the newest and at last the example; with the file they are of.

    Raises RegietafelError when no documents of this agreement can be made.
    """
    if herverdeling_id is not None:
        yield ledger, collect(ledger, herverdeling_id, today())
        return
    for each in herverdelingen(ledger):
        with suppress(RegietafelError):  # it came to nothing
            yield ledger, collect(ledger, each.id, today())
    example = _example()
    yield example, collect(example, next(iter(herverdelingen(example))).id, today())


def _hear_periode(ear: Middelen, ledger: Ledger, naam: str, periode: Periode | None) -> None:
    rows = ledger.taakstellingsversies if naam == STAND else ledger.scenarios
    if not (known := [row.periode for row in rows]):
        ledger, known, periode = _example(), [_PERIODE], None
    periode = periode or max(known)
    op = dag_van(periode, today())
    if naam == STAND:
        make_stand_van_zaken(ledger, periode, op, today(), ear)
    else:
        ids = [each.id for each in ledger.scenarios.where(periode=periode) if each.id is not None]
        make_scenariobijlage(ledger, uitkomst(ledger, ids, op), today(), ear)


def _hear_opvang(ear: Middelen, ledger: Ledger, naam: str) -> None:
    """As it is today, and a year on."""
    op = today()
    for house in (ledger, _example()):
        with suppress(RegietafelError):  # it has no opvang yet
            if naam == OPVANG:
                make_stand_opvang(house, op, plain_einde(op, 12, "maand"), op, ear)
            else:
                make_overzicht_commissaris(house, op, op, ear)
            return


def _example() -> Ledger:
    """Three gemeenten of which one hands over, one ends up even and one takes over (numbers of 2023-II)."""
    ledger = Ledger.in_memory()
    names = (("GM0141", "Almelo"), ("GM0147", "Borne"), ("GM0153", "Enschede"))
    gemeenten = [Gemeente(gm_code=code, naam=naam, provincie="Overijssel") for code, naam in names]
    told = ("coa", "provincie Overijssel", "aenm", "vro")
    adressaten = [Adressaat(sleutel=sleutel, organisatie=_("Voorbeeld")) for sleutel in told]
    make_regio(ledger, Regio(naam=_("Regietafel Twente")), gemeenten, adressaten)
    import_taakstelling(
        ledger,
        periode=_PERIODE,
        datum=datetime.date(2023, 5, 2),
        landelijk=27_300,
        bron=_("Voorbeeld"),
        regels=[(1, 113, 9, 73_155), (2, 38, 0, 24_007), (3, 248, 20, 160_640)],
    )
    delen = [Deel("Enschede", "Almelo", 10), Deel("Almelo", "Borne", 10)]
    make_herverdeling(ledger, _PERIODE, delen, Bepalingen(bezwaarclausule=True, toelichting=_("Een voorbeeld.")))
    day = datetime.date(2023, 3, 21)
    besluit = Staatwissel(locatie_id=0, staat=RAADSBESLUIT, vanaf=day, toelichting=_("raadsbesluit 2023-14"))
    locatie = Opvanglocatie(gemeente_id=3, naam=_("Voorbeeldlocatie"), soort="azc", capaciteit=300)
    add_locatie(ledger, locatie, [besluit])
    make_scenario(ledger, _PERIODE, _("Eerst met buren"), [Scenarioregel("Enschede", "Borne", 10)])
    return ledger
