"""Projects with homes on a day: their state and certainty, for whom they count, and what is to be said of them."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from regietafel.actions.normen import edit_norm, edit_regeling, edit_zekerheid
from regietafel.actions.partners import save_partner
from regietafel.actions.staten import record_staat
from regietafel.actions.woonprojecten import Invulling, add_project, edit_project, save_harinstroom
from regietafel.domain.norm import Norm
from regietafel.domain.partner import Partner
from regietafel.domain.regeling import Regeling
from regietafel.domain.staat import Staatwissel, Zekerheid
from regietafel.domain.woonproject import Harinstroom, Woonproject
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from regietafel.queries.woonprojecten import ProjectRegel, find_project, projectblad, woonprojecten

ALMELO, BORNE, ENSCHEDE = 1, 2, 3
OP = datetime.date(2023, 9, 20)
SHARES = Invulling(telgemeenten={ENSCHEDE: 15, ALMELO: 25, BORNE: 20}, maten={"duo": 10, "alleen": 20})
HOF = Woonproject(
    gemeente_id=ALMELO,
    naam="Hof van Twente",
    soort="tussenvoorziening",
    eenheden=30,
    personen=70,
    vergunninghouders=60,
    oplevering=datetime.date(2023, 10, 1),
    telt_mee="ja",
    telt_mee_bron="brief van het COA",
)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def add(ledger: Ledger, project: Woonproject = HOF, invulling: Invulling = SHARES, **staten: str) -> int:
    wissels = [Staatwissel(project_id=0, staat=staat, vanaf=day(vanaf)) for staat, vanaf in staten.items()]
    made = add_project(ledger, project, invulling, wissels, toch=True)
    assert made.id is not None
    return made.id


def only(ledger: Ledger, op: datetime.date = OP) -> ProjectRegel:
    (regel,) = woonprojecten(ledger, op)
    return regel


def said(ledger: Ledger, op: datetime.date = OP) -> tuple[str, ...]:
    return only(ledger, op).opmerkingen


def test_a_project_with_all_that_is_known(twente: Ledger) -> None:
    save_partner(twente, Partner(naam="corporatie in Almelo"))
    edit_regeling(twente, Regeling(naam="RHA", woonvormen="tussenvoorziening", bedrag=8500))
    edit_zekerheid(twente, Zekerheid(staat="vergunning", zekerheid=80))
    add(twente, replace(HOF, partner_id=1, regeling_id=1, bedrag=255_000), vergunning="2023-09-01", open="2023-10-02")
    regel = only(twente)
    assert (regel.gemeente, regel.partner, regel.regeling) == ("Almelo", "corporatie in Almelo", "RHA")
    assert (regel.staat, regel.staat_vanaf, regel.zekerheid) == ("vergunning", day("2023-09-01"), 80)
    assert regel.telgemeenten == (("Almelo", 25), ("Borne", 20), ("Enschede", 15))
    assert regel.aandelen == ((ALMELO, 25), (BORNE, 20), (ENSCHEDE, 15))
    assert regel.maten == (("alleen", 20), ("duo", 10)) and regel.opmerkingen == ()
    later = only(twente, day("2023-10-02"))
    assert (later.staat, later.open_sinds, later.zekerheid) == ("open", day("2023-10-02"), 100)


def test_they_stand_by_gemeente_and_name(twente: Ledger) -> None:
    for gemeente_id, naam in ((ENSCHEDE, "Aan de beek"), (ALMELO, "Zuid"), (ALMELO, "Élan")):
        add(twente, replace(HOF, gemeente_id=gemeente_id, naam=naam))
    assert [regel.naam for regel in woonprojecten(twente, OP)] == ["Élan", "Zuid", "Aan de beek"]
    assert woonprojecten(Ledger.in_memory(), OP) == ()


def test_without_telgemeenten_it_counts_where_it_stands(twente: Ledger) -> None:
    id = add(twente, invulling=Invulling())
    assert only(twente).telgemeenten == () and only(twente).aandelen == ((ALMELO, 60),)
    edit_project(twente, replace(HOF, id=id, vergunninghouders=None), Invulling())
    assert only(twente).aandelen == ()


@pytest.mark.parametrize(
    ("staten", "oplevering", "zekerheid"),
    [
        ({"open": "2023-09-01"}, "2023-09-01", 100),
        ({"gesloten": "2023-09-01"}, "2023-08-01", 0),
        ({"raadsbesluit": "2023-09-01"}, "2023-10-01", None),  # of this state no certainty is known
        ({}, "2023-10-01", 5),  # nothing is known of its state: an idee
        ({}, "2023-09-20", 100),  # but the day has come
    ],
)
def test_how_certain_it_is(twente: Ledger, staten: dict[str, str], oplevering: str, zekerheid: int | None) -> None:
    edit_zekerheid(twente, Zekerheid(staat="idee", zekerheid=5))
    edit_zekerheid(twente, Zekerheid(staat="open", zekerheid=50))  # what is open is there, whatever was estimated
    add(twente, replace(HOF, oplevering=day(oplevering)), SHARES, **staten)
    assert only(twente).zekerheid == zekerheid


OPEN = {"open": "2023-09-01"}
REMARKS: list[tuple[dict[str, object], dict[str, str], str]] = [
    ({}, {}, "De staat is onbekend; de zekerheid is die van een idee."),
    ({"oplevering": day("2023-09-15")}, {"vergunning": "2023-09-01"}, "Had open moeten zijn sinds 15-09-2023."),
    (
        {"einde": day("2023-12-31")},
        OPEN,
        "Eindigt op 31-12-2023; wie er dan woont, moet opnieuw worden gehuisvest.",
    ),
    (
        {"oplevering": None, "einde": day("2023-08-31")},
        OPEN,
        "Zou eindigen op 31-08-2023, maar is niet gesloten.",
    ),
    (
        {"plaats_tot": day("2033-09-01")},
        OPEN,
        "De plaats eindigt op 01-09-2033; wat daarna komt, is onbekend.",
    ),
    (
        {"plaats_tot": day("2024-06-30"), "daarna": "Borne, De Veldkamp."},
        OPEN,
        "De plaats eindigt op 30-06-2024; daarna: Borne, De Veldkamp.",
    ),
    (
        {"plaats_tot": day("2023-09-19"), "oplevering": None},
        OPEN,
        "De plaats eindigde op 19-09-2023; wat daarna komt, is onbekend.",
    ),
    (
        {"oplevering": None},
        {"vergunning": "2023-09-01"},
        "De oplevering is onbekend; tot die bekend is, telt het project niet mee in de prognose.",
    ),
    (
        {"telt_mee": "onbekend", "telt_mee_bron": ""},
        OPEN,
        "Of het project meetelt voor de taakstelling, is onbekend.",
    ),
    ({"regeling_id": 1}, OPEN, "Grote gezinnen is niet voor deze woonvorm."),
    (
        {"regeling_id": 1, "soort": "groot_gezin"},
        OPEN,
        "Grote gezinnen is voor huishoudens vanaf 6 personen; het project heeft daar geen woningen voor.",
    ),
    (
        {"regeling_id": 2},
        {"vergunning": "2023-09-01"},
        "Aanvragen van SFT kon tot en met 30-06-2023; er staat geen bedrag bij het project.",
    ),
    (
        {"regeling_id": 2, "bedrag": 30 * 14_000 + 1},
        OPEN,
        "Het bedrag is hoger dan SFT toestaat: hoogstens 420.000 euro.",
    ),
    (
        {"regeling_id": 3, "soort": "doorstroomlocatie"},
        OPEN,
        "Doorstroom vervalt na 31-12-2028; het project loopt langer door.",
    ),
]


@pytest.mark.parametrize(("change", "staten", "sentence"), REMARKS)
def test_what_is_to_be_said(twente: Ledger, change: dict[str, object], staten: dict[str, str], sentence: str) -> None:
    edit_regeling(twente, Regeling(naam="Grote gezinnen", woonvormen="groot_gezin", minstens_personen=6))
    edit_regeling(twente, Regeling(naam="SFT", bedrag=14_000, start_binnen=18, open_tot=day("2023-06-30")))
    edit_regeling(twente, Regeling(naam="Doorstroom", per="plek per dag", geldig_tot=day("2028-12-31")))
    add(twente, replace(HOF, **change), **staten)  # type: ignore[arg-type]
    assert said(twente) == (sentence,)


def test_building_must_begin_in_time_for_its_regeling(twente: Ledger) -> None:
    edit_regeling(twente, Regeling(naam="SFT", start_binnen=18, open_tot=day("2022-03-20")))
    project = replace(HOF, regeling_id=1, bedrag=1)
    id = add(twente, project, vergunning="2022-01-01")
    assert said(twente, OP) == ()
    late = "Voor SFT moest de bouw uiterlijk op 20-09-2023 beginnen."
    assert said(twente, day("2023-09-21")) == (late,)
    record_staat(twente, Staatwissel(project_id=id, staat="in_aanbouw", vanaf=OP))
    assert said(twente, day("2023-09-21")) == ()


def test_homes_without_households_are_said_and_a_closed_project_is_left_alone(twente: Ledger) -> None:
    id = add(twente, invulling=Invulling(telgemeenten=SHARES.telgemeenten), open="2023-09-01")
    assert said(twente) == ("Voor welke huishoudens de woningen zijn, is onbekend.",)
    record_staat(twente, Staatwissel(project_id=id, staat="gesloten", vanaf=OP))
    assert said(twente) == ()


def test_the_clock_of_a_group_in_a_har(twente: Ledger) -> None:
    project = replace(HOF, soort="har", eenheden=None)
    id = add(twente, project, Invulling(), open="2023-03-01")
    for begin, vertrokken in (("2023-08-31", 0), ("2023-03-20", 9), ("2023-03-01", 12)):
        save_harinstroom(
            twente,
            Harinstroom(project_id=id, gemeente_id=BORNE, begin=day(begin), aantal=12, vertrokken=vertrokken),
        )
    assert [(each.einde, each.dagen_over) for each in only(twente).harinstromen] == [(None, None)] * 3
    edit_norm(twente, Norm(sleutel="har_maanden", omschrijving="HAR", waarde=6, eenheid="maanden"))
    groups = [
        (each.gemeente, each.einde and each.einde.isoformat(), each.over, each.dagen_over)
        for each in projectblad(twente, id, OP).harinstromen
    ]
    assert groups == [
        ("Borne", "2023-08-31", 0, -20),
        ("Borne", "2023-09-19", 3, -1),
        ("Borne", "2024-02-28", 12, 161),  # 31 August and six months is 29 February: the day before is the last
    ]
    assert said(twente) == ("De termijn van 3 personen in de HAR eindigde op 19-09-2023.",)


def test_everything_of_one_project(twente: Ledger) -> None:
    id = add(twente, raadsbesluit="2023-03-01", vergunning="2023-09-01", open="2023-12-01")
    blad = projectblad(twente, id, OP)
    assert [wissel.staat for wissel in blad.staten] == ["open", "vergunning", "raadsbesluit"]
    assert blad.regel.staat == "vergunning"
    with pytest.raises(RegietafelError):
        projectblad(twente, 99, OP)


def test_a_project_is_found_by_name_or_number(twente: Ledger) -> None:
    id = add(twente)
    assert find_project(twente, "hof van twente").id == find_project(twente, str(id)).id == id
    with pytest.raises(RegietafelError, match="Er is geen project “Elders”"):
        find_project(twente, "Elders")
    add(twente, replace(HOF, gemeente_id=BORNE))
    with pytest.raises(RegietafelError, match="2 projecten met de naam"):
        find_project(twente, HOF.naam)
