"""Locations of opvang on a day: open or not, their newest count, and remarks by the norms of the file."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from regietafel import reference
from regietafel.actions.normen import edit_norm, remove_norm
from regietafel.actions.opvanglocaties import add_locatie, record_bezettingen
from regietafel.actions.staten import record_staat
from regietafel.domain.norm import Norm
from regietafel.domain.opvanglocatie import Bezetting, Opvanglocatie
from regietafel.domain.staat import Staatwissel
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from regietafel.queries.locaties import LocatieRegel, find_locatie, locatieblad, locaties

OP = datetime.date(2023, 9, 1)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def tafel(twente: Ledger) -> Ledger:
    """With the norms that ship."""
    for norm in reference.meegeleverd(Norm):
        edit_norm(twente, norm)
    return twente


def locatie(**known: Any) -> Opvanglocatie:
    return Opvanglocatie(**{"gemeente_id": 1, "naam": "Plek", "soort": "azc", "capaciteit": 400, **known})


def op_de_dag(ledger: Ledger, staat: str | None = "open", bezet: int | None = None, **known: Any) -> LocatieRegel:
    """What is shown of one location that is in this state since a year."""
    made = add_locatie(ledger, locatie(**known))
    assert made.id is not None
    if staat:
        record_staat(ledger, Staatwissel(locatie_id=made.id, staat=staat, vanaf=OP.replace(year=2022)))
    if bezet is not None:
        record_bezettingen(ledger, [Bezetting(locatie_id=made.id, peildatum=OP - DAY, bezet=bezet)], toch=True)
    return next(each for each in locaties(ledger, OP) if each.id == made.id)


@pytest.mark.parametrize(
    ("staat", "known", "expected"),
    [
        ("open", {}, True),
        ("open", {"open_vanaf": OP, "open_tot": OP}, True),
        ("open", {"open_vanaf": OP + DAY}, False),
        ("open", {"open_tot": OP - DAY}, False),
        ("in_aanbouw", {"open_vanaf": OP - DAY}, False),
        ("gesloten", {"open_vanaf": OP - DAY}, False),
        (None, {"open_vanaf": OP - DAY}, True),
        (None, {"open_vanaf": OP + DAY}, False),
        (None, {}, False),
    ],
)
def test_when_a_location_is_open(tafel: Ledger, staat: str | None, known: dict[str, Any], expected: bool) -> None:
    assert op_de_dag(tafel, staat, **known).is_open is expected


@pytest.mark.parametrize(
    ("known", "staat", "bezet", "expected"),
    [
        ({}, "open", 368, ()),
        (
            {"capaciteit": None},
            "open",
            None,
            ("Het aantal plekken is niet ingevuld; de locatie telt nergens mee.",),
        ),
        ({"capaciteit": None}, "idee", None, ()),
        ({}, "open", 369, ("Er zijn 369 van de 400 plekken bezet, meer dan 92\u00a0%.",)),
        ({}, "open", 401, ("Er zijn 401 plekken bezet, meer dan de 400 die er zijn.",)),
        ({"capaciteit": 149}, "open", None, ("Heeft 149 plekken, minder dan 150: kies een hoofdlocatie.",)),
        ({"capaciteit": 150}, "open", None, ("Heeft 150 plekken; gewenst zijn er minstens 300.",)),
        ({"capaciteit": 500}, "open", None, ()),
        ({"capaciteit": 501}, "idee", None, ("Heeft 501 plekken; gewenst zijn er hooguit 500.",)),
        ({"capaciteit": 40, "soort": "oekraine"}, "open", None, ()),
        ({"capaciteit": 40, "soort": "crisisnoodopvang"}, "open", None, ()),
        (
            {"capaciteit": 51, "soort": "amv_procesopvang"},
            "open",
            None,
            ("Heeft 51 plekken; een locatie voor amv heeft er hooguit 50.",),
        ),
        ({"capaciteit": 50, "soort": "amv_procesopvang"}, "open", None, ()),
        (
            {"capaciteit": 21, "soort": "amv_kleinschalig"},
            "open",
            None,
            ("Heeft 21 plekken; een kleinschalige woonvoorziening heeft er ongeveer 20.",),
        ),
        (
            {"overeenkomst_tot": datetime.date(2024, 3, 1)},
            "open",
            None,
            ("De bestuursovereenkomst eindigt op 01-03-2024.",),
        ),
        ({"overeenkomst_tot": datetime.date(2024, 3, 2)}, "open", None, ()),
        ({"overeenkomst_tot": OP - DAY}, "open", None, ("De bestuursovereenkomst eindigde op 31-08-2023.",)),
        (
            {"overeenkomst_tot": datetime.date(2025, 1, 1), "open_tot": datetime.date(2026, 1, 1)},
            "open",
            None,
            ("Blijft open tot en met 01-01-2026, langer dan de bestuursovereenkomst.",),
        ),
        ({"open_vanaf": OP}, "vergunning", None, ("Had open moeten zijn sinds 01-09-2023.",)),
        ({"open_vanaf": OP + DAY}, "vergunning", None, ()),
        ({"open_vanaf": OP + DAY}, "open", None, ("Is open, maar volgens de datums pas vanaf 02-09-2023.",)),
        ({"open_tot": OP - DAY}, "open", None, ("Zou sluiten na 31-08-2023, maar is niet gesloten.",)),
        ({"open_tot": OP}, "gesloten", 500, ("Is gesloten, maar volgens de datums open tot en met 01-09-2023.",)),
        ({"open_vanaf": OP - DAY}, "gesloten", None, ("Is gesloten, maar de laatste dag is niet ingevuld.",)),
        ({"open_tot": OP - DAY}, "gesloten", None, ()),
    ],
)
def test_what_does_not_fit_or_needs_attention_is_remarked(
    tafel: Ledger, known: dict[str, Any], staat: str, bezet: int | None, expected: tuple[str, ...]
) -> None:
    assert op_de_dag(tafel, staat, bezet, **known).opmerkingen == expected


def test_a_small_location_with_a_main_one_is_as_it_should_be(tafel: Ledger) -> None:
    main = add_locatie(tafel, locatie(naam="Hoofd"))
    small = op_de_dag(tafel, capaciteit=40, hoofdlocatie_id=main.id)
    assert (small.hoofdlocatie, small.opmerkingen) == ("Hoofd", ())
    assert main.id is not None
    assert [each.naam for each in locatieblad(tafel, main.id, OP).klein] == ["Plek"]


def test_without_a_norm_nothing_is_judged(tafel: Ledger) -> None:
    small = op_de_dag(tafel, bezet=40, capaciteit=40)
    assert len(small.opmerkingen) == 2
    for norm in tafel.normen:
        remove_norm(tafel, norm)
    assert locaties(tafel, OP)[0].opmerkingen == ()


def test_the_norm_of_the_day_judges(tafel: Ledger) -> None:
    (minstens,) = tafel.normen.where(sleutel="minstens")
    edit_norm(tafel, replace(minstens, geldig_tot=OP - DAY))
    edit_norm(tafel, replace(minstens, id=None, waarde=50, geldig_vanaf=OP))
    add_locatie(tafel, locatie(capaciteit=100))
    said = {day: locaties(tafel, day)[0].opmerkingen for day in (OP - DAY, OP)}
    assert said == {
        OP - DAY: ("Heeft 100 plekken, minder dan 150: kies een hoofdlocatie.",),
        OP: ("Heeft 100 plekken; gewenst zijn er minstens 300.",),
    }


def test_the_newest_state_and_count_of_the_day(tafel: Ledger) -> None:
    made = add_locatie(tafel, locatie(open_vanaf=OP))
    assert made.id is not None
    for staat, vanaf in (("idee", OP - 60 * DAY), ("raadsbesluit", OP - 30 * DAY), ("open", OP)):
        record_staat(tafel, Staatwissel(locatie_id=made.id, staat=staat, vanaf=vanaf))
    counts = [Bezetting(locatie_id=made.id, peildatum=OP + n * DAY, bezet=300 + n) for n in (0, 30)]
    record_bezettingen(tafel, counts)

    def seen(day: datetime.date) -> tuple[Any, ...]:
        (regel,) = locaties(tafel, day)
        return regel.staat, regel.raadsbesluit, regel.is_open, regel.bezet, regel.vrij, regel.peildatum

    assert seen(OP - 61 * DAY) == (None, False, False, None, None, None)
    assert seen(OP - 31 * DAY) == ("idee", False, False, None, None, None)
    assert seen(OP - DAY) == ("raadsbesluit", True, False, None, None, None)
    assert seen(OP + 29 * DAY) == ("open", True, True, 300, 100, OP)
    assert seen(OP + 30 * DAY) == ("open", True, True, 330, 70, OP + 30 * DAY)
    record_staat(tafel, Staatwissel(locatie_id=made.id, staat="gesloten", vanaf=OP + 40 * DAY))
    assert seen(OP + 40 * DAY) == ("gesloten", False, False, 330, None, OP + 30 * DAY)  # nothing is free in it
    blad = locatieblad(tafel, made.id, OP)
    assert [each.staat for each in blad.staten] == ["gesloten", "open", "raadsbesluit", "idee"]
    assert [each.bezet for each in blad.bezettingen] == [330, 300]


def test_it_rests_on_a_raadsbesluit_once_that_is_recorded(tafel: Ledger) -> None:
    for staat in ("vergunning", "in_aanbouw", "open"):
        assert not op_de_dag(tafel, staat, naam=staat).raadsbesluit  # a later state proves nothing
    (made,) = tafel.opvanglocaties.where(naam="open")
    record_staat(tafel, Staatwissel(locatie_id=made.id, staat="raadsbesluit", vanaf=datetime.date(2021, 6, 1)))
    assert [each.naam for each in locaties(tafel, OP) if each.raadsbesluit] == ["open"]
    assert not any(each.raadsbesluit for each in locaties(tafel, datetime.date(2021, 5, 31)))


def test_by_gemeente_and_name_and_found_by_either(tafel: Ledger) -> None:
    for id, naam in ((3, "Zuid"), (1, "Élan"), (1, "Dijk"), (3, "élan")):
        add_locatie(tafel, locatie(gemeente_id=id, naam=naam))
    assert [(each.gemeente, each.naam) for each in locaties(tafel, OP)] == [
        ("Almelo", "Dijk"), ("Almelo", "Élan"), ("Enschede", "élan"), ("Enschede", "Zuid"),
    ]  # fmt: skip
    assert find_locatie(tafel, " zuid").naam == "Zuid" and find_locatie(tafel, "3").naam == "Dijk"
    with pytest.raises(RegietafelError, match="Er zijn 2 locaties met de naam “Elan”; geef het nummer"):
        find_locatie(tafel, "Elan")
    with pytest.raises(RegietafelError, match="Er is geen locatie “9”"):
        find_locatie(tafel, "9")
    with pytest.raises(RegietafelError, match="bestaat niet meer"):
        locatieblad(tafel, 9, OP)
