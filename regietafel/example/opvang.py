"""Opvang in the example: the published figures of 2023, and locations that are made up, as their names say."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from regietafel.actions.inlezen import import_regels
from regietafel.actions.opvanglocaties import add_locatie, record_bezettingen, save_opvanguitruil
from regietafel.domain.opvang import COA_REGULIER, Opvangcijfer
from regietafel.domain.opvanglocatie import Bezetting, Opvanglocatie, Opvanguitruil
from regietafel.domain.staat import Staatwissel
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.paths import resource

BRON = _("verzonnen voorbeeld")
_CONTACT = _("coördinator opvang van de gemeente")
Day = datetime.date


@dataclass(frozen=True, kw_only=True)
class _Voorbeeld:
    """A location: its states with their first day and what is said of it, and how many places were in use when."""

    gemeente: str
    naam: str
    soort: str
    capaciteit: int
    open_vanaf: Day | None = None
    open_tot: Day | None = None
    overeenkomst_tot: Day | None = None
    doelgroep: str = ""
    hoofdlocatie: str = ""
    staten: Mapping[str, tuple[Day, str]] = field(default_factory=dict)
    bezet: Mapping[Day, int] = field(default_factory=dict)


# What is open in the spring of 2023 has the places that were published: 794 in azc's, 310 and for Oekraïne 2.978.
_LOCATIES = (
    _Voorbeeld(
        gemeente="Enschede",
        naam="Voorbeeldlocatie Enschede-Noord",
        soort="azc",
        capaciteit=350,
        open_vanaf=Day(2016, 3, 1),
        overeenkomst_tot=Day(2028, 2, 29),
        staten={"raadsbesluit": (Day(2015, 10, 12), "nr. 2015-88"), "open": (Day(2016, 3, 1), "")},
        bezet={Day(2023, 5, 1): 338, Day(2023, 10, 1): 331},
    ),
    _Voorbeeld(
        gemeente="Almelo",
        naam="Voorbeeldlocatie Almelo-West",
        soort="azc",
        capaciteit=300,
        open_vanaf=Day(2018, 9, 1),
        open_tot=Day(2028, 8, 31),
        overeenkomst_tot=Day(2028, 8, 31),
        staten={"raadsbesluit": (Day(2018, 2, 6), "nr. 2018-07"), "open": (Day(2018, 9, 1), "")},
        bezet={Day(2023, 5, 1): 271, Day(2023, 10, 1): 274},
    ),
    _Voorbeeld(
        gemeente="Hof van Twente",
        naam="Voorbeeldlocatie Hof van Twente",
        soort="azc",
        capaciteit=144,
        open_vanaf=Day(2022, 6, 1),
        overeenkomst_tot=Day(2027, 5, 31),
        doelgroep=_("gezinnen met kinderen"),
        hoofdlocatie="Voorbeeldlocatie Enschede-Noord",
        staten={"collegebesluit": (Day(2022, 2, 15), ""), "open": (Day(2022, 6, 1), "")},
        bezet={Day(2023, 5, 1): 130},
    ),
    _Voorbeeld(
        gemeente="Hengelo",
        naam="Voorbeeldlocatie Hengelo-Zuid",
        soort="azc",
        capaciteit=400,
        open_vanaf=Day(2024, 7, 1),
        overeenkomst_tot=Day(2034, 6, 30),
        staten={
            "verkenning": (Day(2022, 11, 1), ""),
            "collegebesluit": (Day(2023, 1, 24), ""),
            "raadsbesluit": (Day(2023, 3, 21), "nr. 2023-14"),
            "vergunning": (Day(2023, 11, 15), ""),
            "in_aanbouw": (Day(2024, 2, 1), ""),
            "open": (Day(2024, 7, 1), ""),
        },
    ),
    _Voorbeeld(
        gemeente="Rijssen-Holten",
        naam="Voorbeeldlocatie Rijssen-Oost",
        soort="azc",
        capaciteit=250,
        open_vanaf=Day(2025, 1, 1),
        staten={
            "verkenning": (Day(2022, 12, 6), ""),
            "collegebesluit": (Day(2023, 4, 11), ""),
            "raadsbesluit": (Day(2024, 6, 27), "nr. 2024-31"),
            "open": (Day(2025, 3, 1), ""),
        },
    ),
    _Voorbeeld(
        gemeente="Oldenzaal",
        naam="Voorbeeldnoodopvang Oldenzaal",
        soort="coa_noodopvang",
        capaciteit=200,
        open_vanaf=Day(2022, 10, 1),
        open_tot=Day(2024, 3, 31),
        staten={"open": (Day(2022, 10, 1), ""), "gesloten": (Day(2024, 4, 1), "")},
        bezet={Day(2023, 5, 1): 184},
    ),
    _Voorbeeld(
        gemeente="Enschede",
        naam="Voorbeeldhal Enschede",
        soort="crisisnoodopvang",
        capaciteit=160,
        open_vanaf=Day(2022, 9, 1),
        open_tot=Day(2023, 12, 31),
        staten={"open": (Day(2022, 9, 1), ""), "gesloten": (Day(2024, 1, 1), "")},
        bezet={Day(2023, 5, 1): 151},
    ),
    _Voorbeeld(
        gemeente="Hengelo",
        naam="Voorbeeldhal Hengelo",
        soort="crisisnoodopvang",
        capaciteit=150,
        open_vanaf=Day(2022, 9, 15),
        open_tot=Day(2023, 9, 30),
        staten={"open": (Day(2022, 9, 15), ""), "gesloten": (Day(2023, 10, 1), "")},
        bezet={Day(2023, 5, 1): 138},
    ),
    _Voorbeeld(
        gemeente="Enschede",
        naam="Voorbeeldopvang Enschede",
        soort="oekraine",
        capaciteit=900,
        open_vanaf=Day(2022, 4, 1),
        overeenkomst_tot=Day(2028, 3, 31),
        staten={"open": (Day(2022, 4, 1), "")},
        bezet={Day(2023, 5, 1): 861},
    ),
    _Voorbeeld(
        gemeente="Hengelo",
        naam="Voorbeeldopvang Hengelo",
        soort="oekraine",
        capaciteit=700,
        open_vanaf=Day(2022, 4, 1),
        overeenkomst_tot=Day(2027, 12, 31),
        staten={"open": (Day(2022, 4, 1), "")},
        bezet={Day(2023, 5, 1): 664},
    ),
    _Voorbeeld(
        gemeente="Almelo",
        naam="Voorbeeldopvang Almelo",
        soort="oekraine",
        capaciteit=698,
        open_vanaf=Day(2022, 4, 1),
        overeenkomst_tot=Day(2028, 3, 31),
        staten={"open": (Day(2022, 4, 1), "")},
        bezet={Day(2023, 5, 1): 672},
    ),
    _Voorbeeld(
        gemeente="Twenterand",
        naam="Voorbeeldlocatie Twenterand",
        soort="oekraine",
        capaciteit=420,
        open_vanaf=Day(2022, 4, 1),
        overeenkomst_tot=Day(2027, 3, 31),
        staten={"open": (Day(2022, 4, 1), "")},
        bezet={Day(2023, 5, 1): 402},
    ),
    _Voorbeeld(
        gemeente="Losser",
        naam="Voorbeeldhotel Losser",
        soort="oekraine",
        capaciteit=260,
        open_vanaf=Day(2022, 5, 1),
        open_tot=Day(2024, 12, 31),
        staten={"open": (Day(2022, 5, 1), ""), "gesloten": (Day(2025, 1, 1), "")},
        bezet={Day(2023, 5, 1): 251},
    ),
    _Voorbeeld(
        gemeente="Haaksbergen",
        naam="Voorbeeldhuis Haaksbergen",
        soort="amv_kleinschalig",
        capaciteit=20,
        open_vanaf=Day(2023, 11, 1),
        staten={
            "raadsbesluit": (Day(2023, 2, 22), "nr. 2023-09"),
            "vergunning": (Day(2023, 6, 1), ""),
            "open": (Day(2023, 11, 1), ""),
        },
    ),
    _Voorbeeld(
        gemeente="Tubbergen",
        naam="Voorbeeldhuis Tubbergen",
        soort="amv_nidos",
        capaciteit=12,
        open_vanaf=Day(2021, 9, 1),
        staten={"open": (Day(2021, 9, 1), "")},
    ),
    _Voorbeeld(
        gemeente="Dinkelland",
        naam="Voorbeeld-ROL Dinkelland",
        soort="rol",
        capaciteit=160,
        staten={"verkenning": (Day(2023, 3, 1), "")},
    ),
    _Voorbeeld(
        gemeente="Hellendoorn",
        naam="Voorbeeldlocatie Hellendoorn",
        soort="azc",
        capaciteit=300,
        open_vanaf=Day(2027, 7, 1),
        staten={"idee": (Day(2023, 4, 1), ""), "collegebesluit": (Day(2025, 5, 13), "")},
    ),
)


def fill_opvang(ledger: Ledger, gemeenten: Mapping[str, int]) -> None:
    """Put in the published figures and the locations; ``gemeenten`` are the ids by name."""
    with resource("voorbeeld", "opvangcijfers.csv").open(encoding="utf-8", newline="") as file:
        import_regels(ledger, _("Opvang ingelezen"), [_cijfer(row) for row in csv.DictReader(file)])
    made: dict[str, int] = {}
    for each in _LOCATIES:
        locatie = Opvanglocatie(
            gemeente_id=gemeenten[each.gemeente],
            naam=each.naam,
            soort=each.soort,
            capaciteit=each.capaciteit,
            open_vanaf=each.open_vanaf,
            open_tot=each.open_tot,
            overeenkomst_tot=each.overeenkomst_tot,
            doelgroep=each.doelgroep,
            hoofdlocatie_id=made[each.hoofdlocatie] if each.hoofdlocatie else None,
            contact=_CONTACT,
            bron=BRON,
        )
        id = made[each.naam] = _id(add_locatie(ledger, locatie, states(each.staten)))
        counts = [Bezetting(locatie_id=id, peildatum=day, bezet=bezet, bron=BRON) for day, bezet in each.bezet.items()]
        record_bezettingen(ledger, counts)
    van, naar = gemeenten["Tubbergen"], gemeenten["Enschede"]
    uitruil = Opvanguitruil(van_id=van, naar_id=naar, soort=COA_REGULIER, aantal=40, datum=Day(2023, 6, 1), bron=BRON)
    save_opvanguitruil(ledger, uitruil)


def states(staten: Mapping[str, tuple[Day, str]]) -> list[Staatwissel]:
    """The states as records, still of nothing: the action says of what."""
    return [
        Staatwissel(locatie_id=0, staat=staat, vanaf=vanaf, toelichting=said) for staat, (vanaf, said) in staten.items()
    ]


def _id(made: Opvanglocatie) -> int:
    assert made.id is not None
    return made.id


def _cijfer(row: Mapping[str, str]) -> Opvangcijfer:
    numbers = {name: int(row[name]) if row[name] else None for name in ("opgave", "realisatie", "verschil")}
    day = Day.fromisoformat(row["peildatum"])
    return Opvangcijfer(gebied=row["gebied"], soort=row["soort"], peildatum=day, bron=row["bron"], **numbers)
