"""Woonvormen in the example: projects, partners and who waits for a home. All made up, as the names say."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from regietafel.actions.partners import save_aandachtsgroep, save_partner, save_prestatieafspraak
from regietafel.actions.woonprojecten import (
    Invulling,
    add_project,
    record_doorlooptijden,
    record_koppelstanden,
    save_harinstroom,
)
from regietafel.domain.partner import Aandachtsgroep, Partner, Prestatieafspraak
from regietafel.domain.woonproject import Doorlooptijd, Harinstroom, Koppelstand, Woonproject
from regietafel.example.opvang import BRON, states
from regietafel.i18n import _
from regietafel.ledger import Ledger

_OOST, _WEST = "Voorbeeldcorporatie Twente-Oost", "Voorbeeldcorporatie Twente-West"
_CONTACT = _("projectleider wonen van de gemeente")
_PEILDATUM = datetime.date(2023, 9, 1)
_MATEN = ("alleen", "duo", "3-5", "6", "7+")
Day = datetime.date


@dataclass(frozen=True, kw_only=True)
class _Voorbeeld:
    """A project, with for how many persons it counts per gemeente, its homes per kind of household and its states."""

    gemeente: str
    naam: str
    soort: str
    eenheden: int | None
    personen: int
    vergunninghouders: int
    oplevering: Day
    einde: Day | None = None
    plaats_tot: Day | None = None
    daarna: str = ""
    partner: str = ""
    regeling: str = ""
    bedrag: int | None = None
    telt_mee: str = "onbekend"
    telt_mee_bron: str = ""
    voor: Mapping[str, int] = field(default_factory=dict)
    maten: Mapping[str, int] = field(default_factory=dict)
    staten: Mapping[str, tuple[Day, str]] = field(default_factory=dict)


_PROJECTEN = (
    _Voorbeeld(
        gemeente="Hengelo",
        naam="Voorbeeldhof Hengelo",
        soort="tussenvoorziening",
        eenheden=30,
        personen=60,
        vergunninghouders=60,
        oplevering=Day(2023, 10, 1),
        einde=Day(2028, 9, 30),
        partner=_OOST,
        telt_mee="ja",
        telt_mee_bron=_("Handreiking tussenvoorzieningen, 2023; nog niet nagegaan"),
        voor={"Hengelo": 25, "Borne": 20, "Haaksbergen": 15},
        maten={"alleen": 10, "duo": 15, "3-5": 5},
        staten={
            "idee": (Day(2022, 9, 1), ""),
            "collegebesluit": (Day(2022, 12, 13), ""),
            "raadsbesluit": (Day(2023, 3, 21), "nr. 2023-15"),
            "vergunning": (Day(2023, 6, 1), ""),
            "in_aanbouw": (Day(2023, 8, 1), ""),
            "open": (Day(2023, 10, 1), ""),
        },
    ),
    _Voorbeeld(
        gemeente="Almelo",
        naam="Voorbeeldhotel Almelo",
        soort="har",
        eenheden=None,
        personen=40,
        vergunninghouders=40,
        oplevering=Day(2023, 8, 1),
        einde=Day(2024, 7, 31),
        telt_mee="ja",
        telt_mee_bron=_("Hotel- en accommodatieregeling: telt mee tot 2024; nog niet nagegaan"),
        staten={"open": (Day(2023, 8, 1), ""), "gesloten": (Day(2024, 8, 1), "")},
    ),
    _Voorbeeld(
        gemeente="Enschede",
        naam="Voorbeeldpark Enschede",
        soort="flexwoning",
        eenheden=50,
        personen=75,
        vergunninghouders=40,
        oplevering=Day(2024, 4, 1),
        plaats_tot=Day(2034, 3, 31),
        daarna=_("herplaatsen binnen Twente; de plek is nog te kiezen"),
        partner=_OOST,
        regeling="Stimuleringsregeling flex- en transformatiewoningen (SFT)",
        bedrag=700_000,
        telt_mee="ja",
        telt_mee_bron=_("zelfstandige woningen"),
        maten={"alleen": 30, "duo": 15, "3-5": 5},
        staten={
            "verkenning": (Day(2022, 10, 1), ""),
            "collegebesluit": (Day(2023, 2, 7), ""),
            "vergunning": (Day(2023, 7, 14), ""),
            "in_aanbouw": (Day(2023, 11, 1), ""),
            "open": (Day(2024, 4, 15), ""),
        },
    ),
    _Voorbeeld(
        gemeente="Wierden",
        naam="Voorbeelddoorstroom Wierden",
        soort="doorstroomlocatie",
        eenheden=15,
        personen=30,
        vergunninghouders=30,
        oplevering=Day(2024, 9, 1),
        einde=Day(2028, 8, 31),
        regeling="Doorstroomlocatie",
        staten={"verkenning": (Day(2023, 6, 1), ""), "open": (Day(2024, 9, 1), "")},
    ),
    _Voorbeeld(
        gemeente="Oldenzaal",
        naam="Voorbeeldkantoor Oldenzaal",
        soort="transformatie",
        eenheden=12,
        personen=18,
        vergunninghouders=12,
        oplevering=Day(2024, 2, 1),
        partner=_OOST,
        telt_mee="ja",
        telt_mee_bron=_("zelfstandige woningen"),
        maten={"alleen": 8, "duo": 4},
        staten={"vergunning": (Day(2023, 5, 10), ""), "open": (Day(2024, 3, 1), "")},
    ),
    _Voorbeeld(
        gemeente="Twenterand",
        naam="Voorbeeldwoningen Twenterand",
        soort="groot_gezin",
        eenheden=2,
        personen=15,
        vergunninghouders=15,
        oplevering=Day(2027, 3, 1),
        partner=_WEST,
        regeling="Huisvesting grote gezinnen",
        telt_mee="ja",
        telt_mee_bron=_("zelfstandige woningen"),
        maten={"7+": 2},
        staten={"idee": (Day(2024, 11, 1), ""), "collegebesluit": (Day(2025, 6, 17), "")},
    ),
    _Voorbeeld(
        gemeente="Losser",
        naam="Voorbeeldhuis Losser",
        soort="woningdelen",
        eenheden=4,
        personen=8,
        vergunninghouders=8,
        oplevering=Day(2024, 1, 15),
        einde=Day(2026, 12, 31),
        telt_mee="ja",
        telt_mee_bron=_("afspraak met het COA"),
        maten={"alleen": 4},
        staten={"collegebesluit": (Day(2023, 8, 29), ""), "open": (Day(2024, 1, 15), "")},
    ),
)
# Groups in the HAR: the day they came, how many they were and how many have left.
_GROEPEN = ((Day(2023, 8, 1), 16, 6), (Day(2023, 11, 1), 12, 0))
# Per gemeente and kind of household: who waits, and homes that are free. Demand is for small homes, supply for large.
_WACHTEN: Mapping[str, tuple[tuple[int, int], ...]] = {
    "Almelo": ((19, 6), (8, 2), (4, 7), (1, 0), (1, 0)),
    "Borne": ((7, 1), (3, 1), (1, 4), (0, 0), (0, 0)),
    "Enschede": ((41, 12), (15, 9), (9, 14), (1, 2), (2, 0)),
    "Hengelo": ((22, 8), (9, 3), (5, 6), (0, 1), (1, 0)),
    "Twenterand": ((6, 4), (4, 1), (2, 6), (0, 0), (0, 2)),
    "Tubbergen": ((3, 6), (2, 1), (0, 5), (0, 0), (0, 0)),
}
# Per gemeente, from June 2023 on: days from koppeling to moving in, households, and of those from near by.
_TIJDEN: Mapping[str, tuple[tuple[int, int, int], ...]] = {
    "Almelo": ((96, 9, 3), (101, 7, 2), (94, 11, 5)),
    "Enschede": ((88, 18, 7), (92, 14, 6), (85, 20, 9)),
    "Hengelo": ((79, 8, 4), (83, 10, 4), (81, 9, 5)),
}
# Homes let, mutatiegraad in promille, share for vergunninghouders in percent, and homes that went to them.
_AFSPRAKEN = (
    (_OOST, "Enschede", 24_000, 62, 9, 118),
    (_OOST, "Hengelo", 11_500, 65, 8, 61),
    (_WEST, "Almelo", 13_000, 70, 9, 74),
)
_GROEPEN_NAAST = (
    ("Enschede", _("uitstroom beschermd wonen"), 46),
    ("Enschede", _("dak- en thuisloze mensen"), 71),
    ("Almelo", _("uitstroom beschermd wonen"), 22),
    ("Hengelo", _("arbeidsmigranten"), 35),
)


def fill_woonvormen(ledger: Ledger, gemeenten: Mapping[str, int]) -> None:
    """Put in projects, partners and who waits; ``gemeenten`` are the ids by name."""
    partners = {
        naam: save_partner(ledger, Partner(naam=naam, contact=_("relatiebeheer"))).id for naam in (_OOST, _WEST)
    }
    regelingen = {each.naam: each.id for each in ledger.regelingen}
    for each in _PROJECTEN:
        project = Woonproject(
            gemeente_id=gemeenten[each.gemeente],
            naam=each.naam,
            soort=each.soort,
            partner_id=partners.get(each.partner),
            eenheden=each.eenheden,
            personen=each.personen,
            vergunninghouders=each.vergunninghouders,
            oplevering=each.oplevering,
            einde=each.einde,
            plaats_tot=each.plaats_tot,
            daarna=each.daarna,
            regeling_id=regelingen.get(each.regeling),
            bedrag=each.bedrag,
            telt_mee=each.telt_mee,
            telt_mee_bron=each.telt_mee_bron,
            contact=_CONTACT,
            bron=BRON,
        )
        shares = {gemeenten[naam]: personen for naam, personen in each.voor.items()}
        made = add_project(ledger, project, Invulling(telgemeenten=shares, maten=each.maten), states(each.staten))
        if each.soort == "har":
            assert made.id is not None
            for begin, aantal, vertrokken in _GROEPEN:
                groep = Harinstroom(
                    project_id=made.id, gemeente_id=made.gemeente_id, begin=begin, aantal=aantal, vertrokken=vertrokken
                )
                save_harinstroom(ledger, groep)
    _fill_vraag(ledger, gemeenten)
    _fill_afspraken(ledger, gemeenten, partners)


def _fill_vraag(ledger: Ledger, gemeenten: Mapping[str, int]) -> None:
    standen = [
        Koppelstand(
            gemeente_id=gemeenten[naam], peildatum=_PEILDATUM, maat=maat, huishoudens=wacht, woningen=vrij, bron=BRON
        )
        for naam, row in _WACHTEN.items()
        for maat, (wacht, vrij) in zip(_MATEN, row, strict=True)
    ]
    record_koppelstanden(ledger, standen)
    tijden = [
        Doorlooptijd(
            gemeente_id=gemeenten[naam],
            maand=Day(2023, maand, 1),
            dagen=dagen,
            huisvestingen=aantal,
            regioplaatsingen=dichtbij,
            bron=BRON,
        )
        for naam, row in _TIJDEN.items()
        for maand, (dagen, aantal, dichtbij) in enumerate(row, start=6)
    ]
    record_doorlooptijden(ledger, tijden)


def _fill_afspraken(ledger: Ledger, gemeenten: Mapping[str, int], partners: Mapping[str, int | None]) -> None:
    for naam, gemeente, woningen, promille, aandeel, gerealiseerd in _AFSPRAKEN:
        partner_id = partners[naam]
        assert partner_id is not None
        afspraak = Prestatieafspraak(
            partner_id=partner_id,
            gemeente_id=gemeenten[gemeente],
            jaar=2023,
            woningen=woningen,
            promille=promille,
            aandeel=aandeel,
            gerealiseerd=gerealiseerd,
            bron=BRON,
        )
        save_prestatieafspraak(ledger, afspraak)
    for gemeente, groep, aantal in _GROEPEN_NAAST:
        row = Aandachtsgroep(gemeente_id=gemeenten[gemeente], jaar=2023, groep=groep, aantal=aantal, bron=BRON)
        save_aandachtsgroep(ledger, row)
