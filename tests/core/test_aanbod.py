"""What projects bring to the prognose and take from it: per telgemeente, by day and certainty, each step in words."""

from __future__ import annotations

import datetime
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.actions.normen import edit_zekerheid
from regietafel.actions.regio import make_regio
from regietafel.actions.staten import record_staat
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.actions.woonprojecten import Invulling, edit_project
from regietafel.domain.prognose import Aanbod, total
from regietafel.domain.regio import Gemeente, Regio
from regietafel.domain.staat import STATEN, Staatwissel, Zekerheid
from regietafel.ledger import Ledger
from regietafel.planning.aanbod import Reden, aanbod, aanbodstand
from regietafel.planning.prognose import prognose
from tests.core.supply import (
    ALMELO,
    BORNE,
    COUNTED,
    ENSCHEDE,
    HOF,
    OP,
    PERCENT,
    SHARES,
    P,
    add,
    coming,
    moved,
    prepare,
    why,
)


@pytest.fixture
def counted(twente: Ledger) -> Ledger:
    """Three gemeenten of which the count of 1 September is known: 30, 12 and 60; and how certain each state is."""
    prepare(twente)
    return twente


def test_a_regional_tussenvoorziening_moves_each_telgemeente_by_its_share_and_the_total_by_60(counted: Ledger) -> None:
    before = prognose(counted, P, OP)
    project = replace(HOF, oplevering=datetime.date(2023, 9, 2))
    id = add(counted, project, open=datetime.date(2023, 9, 2))
    assert moved(before, prognose(counted, P, OP)) == {"Almelo": 25, "Borne": 20, "Enschede": 15, "Totaal": 60}
    ends = replace(project, id=id, einde=datetime.date(2023, 12, 30))
    edit_project(counted, ends, SHARES)
    assert set(moved(before, prognose(counted, P, OP)).values()) == {0}
    edit_project(counted, replace(ends, einde=P.einde), SHARES)  # they lose their home when the half-year is over
    assert moved(before, prognose(counted, P, OP))["Totaal"] == 60
    assert coming(counted, periode=P.next) == {
        ALMELO: [("2024-01-01", -25, 100)],
        BORNE: [("2024-01-01", -20, 100)],
        ENSCHEDE: [("2024-01-01", -15, 100)],
    }


def test_what_is_to_come_counts_for_what_it_is_certain(counted: Ledger) -> None:
    before = prognose(counted, P, OP)
    id = add(counted, HOF, vergunning=COUNTED)
    assert moved(before, prognose(counted, P, OP)) == {"Almelo": 20, "Borne": 16, "Enschede": 12, "Totaal": 48}
    assert [regel.aanbod for regel in prognose(counted, P, OP).regels] == [20, 16, 12]
    record_staat(counted, Staatwissel(project_id=id, staat="in_aanbouw", vanaf=datetime.date(2023, 9, 21)))
    assert total(aanbod(counted, P, OP)[ALMELO]) == 20  # not known on the day itself
    assert total(aanbod(counted, P, datetime.date(2023, 9, 21))[ALMELO]) == Fraction(45, 2)
    edit_project(counted, replace(HOF, id=id, einde=datetime.date(2023, 11, 30)), SHARES)
    assert set(moved(before, prognose(counted, P, OP)).values()) == {0}


def test_every_step_is_said(counted: Ledger) -> None:
    id = add(counted, HOF, vergunning=COUNTED)
    said = prognose(counted, P, OP).regels[1].uitleg
    assert "20 uit tussenvoorziening Hof van Twente per 01-10-2023, zekerheid 80 %: telt voor 16,0." in said
    assert "Aan bekend aanbod komt er tot het einde 16,0 bij; elk aanbod telt mee naar zijn zekerheid." in said
    assert "Verwacht: 12 + 4 maanden × 6,0 + 16,0 aanbod is afgerond 52 aan het einde." in said
    edit_project(
        counted, replace(HOF, id=id, oplevering=datetime.date(2023, 2, 1), einde=datetime.date(2023, 11, 30)), SHARES
    )
    record_staat(counted, Staatwissel(project_id=id, staat="open", vanaf=COUNTED))
    said = prognose(counted, P, OP).regels[1].uitleg
    assert (
        "20 uit tussenvoorziening Hof van Twente moeten vanaf 01-12-2023 opnieuw worden gehuisvest, zekerheid 100 %:"
        " telt voor −20,0." in said
    )
    assert "Door wat eindigt, gaan er tot het einde 20,0 af; alles telt mee naar zijn zekerheid." in said
    assert "Verwacht: 12 + 4 maanden × 6,0 + (−20,0) aanbod is afgerond 16 aan het einde." in said
    assert "Om op 0 te eindigen zijn er nog 11,5 per maand nodig, 4 maanden lang." in said


LAW = st.lists(
    st.tuples(
        st.lists(st.integers(0, 40), min_size=3, max_size=3),
        st.dates(datetime.date(2023, 6, 1), datetime.date(2024, 2, 1)),
        st.one_of(st.none(), st.integers(0, 200)),
        st.sampled_from(STATEN),
    ),
    max_size=4,
)


@settings(max_examples=40)
@given(LAW)
def test_what_changes_for_the_gemeenten_adds_up_to_what_changes_for_the_table(
    projects: list[tuple[list[int], datetime.date, int | None, str]],
) -> None:
    ledger = Ledger.in_memory()
    codes = (("GM0141", "Almelo"), ("GM0147", "Borne"), ("GM0153", "Enschede"))
    make_regio(ledger, Regio(naam="T"), [Gemeente(gm_code=code, naam=naam) for code, naam in codes], ())
    numbers = [(id, 100, None, None) for id in (ALMELO, BORNE, ENSCHEDE)]
    import_taakstelling(ledger, periode=P, datum=P.begin, landelijk=None, bron="", regels=numbers)
    prepare(ledger)
    before = prognose(ledger, P, OP)
    expected = Fraction(0)
    for number, (shares, begin, days, staat) in enumerate(projects):
        einde = None if days is None else begin + datetime.timedelta(days)
        told = {id: share for id, share in zip((ALMELO, BORNE, ENSCHEDE), shares, strict=True) if share}
        project = replace(
            HOF, naam=f"Project {number}", personen=sum(shares), vergunninghouders=sum(shares), oplevering=begin,
            einde=einde,
        )  # fmt: skip
        add(ledger, project, Invulling(telgemeenten=told), **{staat: datetime.date(2023, 6, 1)})
        if staat == "gesloten" or (begin < OP and staat != "open"):
            continue
        zekerheid = Fraction(PERCENT.get(staat, 100), 100)
        opens = min(begin, datetime.date(2023, 6, 1)) if staat == "open" else begin
        expected += sum(shares) * zekerheid * (COUNTED < opens <= P.einde)
        expected -= sum(shares) * zekerheid * (einde is not None and COUNTED <= einde < P.einde)
    after = prognose(ledger, P, OP)
    change = moved(before, after)
    assert change.pop("Totaal") == sum(value or 0 for value in change.values())
    found = aanbod(ledger, P, OP)
    assert sum(total([each for each in rows if each.datum > COUNTED]) for rows in found.values()) == expected
    assert [regel.realisatie for regel in after.regels] == [30, 12, 60]  # the facts stay what they are


# when and for whom


def test_without_telgemeenten_all_count_where_it_stands(counted: Ledger) -> None:
    add(counted, HOF, Invulling(), raadsbesluit=COUNTED)
    assert coming(counted) == {ALMELO: [("2023-10-01", 60, 60)]}


def test_what_opened_before_the_newest_count_is_in_it(counted: Ledger) -> None:
    before = prognose(counted, P, OP)
    id = add(counted, replace(HOF, oplevering=COUNTED), open=COUNTED)
    assert set(moved(before, prognose(counted, P, OP)).values()) == {0}
    edit_project(counted, replace(HOF, id=id, oplevering=COUNTED, einde=datetime.date(2023, 10, 31)), SHARES)
    assert moved(before, prognose(counted, P, OP)) == {"Almelo": -25, "Borne": -20, "Enschede": -15, "Totaal": -60}


def test_what_opened_later_than_planned_counts_from_the_day_it_opened(counted: Ledger) -> None:
    before = prognose(counted, P, OP)
    opened = datetime.date(2023, 9, 15)
    add(counted, replace(HOF, oplevering=datetime.date(2023, 6, 1)), open=opened)
    assert moved(before, prognose(counted, P, OP))["Totaal"] == 60
    assert [datum for datum, _personen, _zekerheid in coming(counted)[ALMELO]] == [opened.isoformat()]
    assert not coming(counted, periode=P.previous)


def test_without_a_state_what_is_to_come_is_an_idee_and_what_has_come_is_there(counted: Ledger) -> None:
    add(counted, replace(HOF, einde=datetime.date(2023, 11, 30)))
    assert coming(counted)[BORNE] == [("2023-10-01", 20, 5), ("2023-12-01", -20, 5)]
    said = prognose(counted, P, OP).regels[1].uitleg
    assert any("Hof van Twente (staat onbekend, gerekend als idee) per 01-10-2023" in each for each in said)
    assert coming(counted, datetime.date(2023, 10, 1))[BORNE] == [("2023-10-01", 20, 100), ("2023-12-01", -20, 100)]


def test_nee_does_not_count_and_onbekend_stands_apart(counted: Ledger) -> None:
    id = add(counted, replace(HOF, telt_mee="nee"), open=COUNTED)
    before = prognose(counted, P, OP)
    assert aanbodstand(counted, P, OP).telt == {} == aanbodstand(counted, P, OP).onzeker
    unknown = replace(HOF, id=id, telt_mee="onbekend", telt_mee_bron="", einde=datetime.date(2023, 11, 30))
    edit_project(counted, unknown, SHARES)
    assert coming(counted) == {}
    view = prognose(counted, P, OP)
    assert moved(before, view)["Totaal"] == 0
    assert why(counted) == [(Reden.TELT_MEE, 25), (Reden.TELT_MEE, -25)]
    assert (
        "Niet meegeteld (of het meetelt, is onbekend): 20 uit tussenvoorziening Hof van Twente per 01-09-2023 en"
        " 20 die uit tussenvoorziening Hof van Twente moeten per 01-12-2023." in view.regels[1].uitleg
    )


@pytest.mark.parametrize(
    ("change", "staat", "reden"),
    [
        ({"oplevering": None}, "vergunning", Reden.OPLEVERING),
        ({"oplevering": datetime.date(2023, 9, 15)}, "vergunning", Reden.TE_LAAT),
        ({"vergunninghouders": None}, "vergunning", Reden.AANTAL),
    ],
)
def test_what_is_not_known_well_enough_is_listed_and_not_counted(
    counted: Ledger, change: dict[str, datetime.date | None], staat: str, reden: Reden
) -> None:
    before = prognose(counted, P, OP)
    invulling = Invulling() if reden is Reden.AANTAL else SHARES
    add(counted, replace(HOF, **change), invulling, **{staat: COUNTED})  # type: ignore[arg-type]
    after = prognose(counted, P, OP)
    assert set(moved(before, after).values()) == {0}
    assert why(counted) == [(reden, None if reden is Reden.AANTAL else 25)]
    assert any(each.startswith(f"Niet meegeteld ({reden}): ") for each in after.regels[0].uitleg)
    assert aanbodstand(counted, P, datetime.date(2024, 2, 1)).onzeker.get(ALMELO, ()) == () or reden is Reden.AANTAL


def test_without_a_certainty_of_its_state_it_is_not_counted(twente: Ledger) -> None:
    add(twente, HOF, vergunning=COUNTED)
    assert coming(twente) == {}
    assert why(twente) == [(Reden.ZEKERHEID, 25)]


def test_a_certainty_holds_from_day_to_day(counted: Ledger) -> None:
    add(counted, HOF, vergunning=COUNTED)
    until = Zekerheid(staat="vergunning", zekerheid=70, geldig_tot=datetime.date(2023, 9, 15))
    edit_zekerheid(counted, until)
    assert coming(counted, datetime.date(2023, 9, 15))[ALMELO] == [("2023-10-01", 25, 70)]
    assert coming(counted, OP) == {}


def test_what_closes_early_takes_its_people_back_that_day(counted: Ledger) -> None:
    open_since = datetime.date(2022, 1, 1)
    id = add(counted, replace(HOF, oplevering=open_since, einde=datetime.date(2024, 12, 31)), open=open_since)
    assert coming(counted) == {}
    record_staat(counted, Staatwissel(project_id=id, staat="gesloten", vanaf=datetime.date(2023, 9, 18)))
    assert coming(counted)[ALMELO] == [("2023-09-18", -25, 100)]


def test_what_closes_without_having_been_open_brings_and_takes_nothing(counted: Ledger) -> None:
    add(counted, replace(HOF, einde=datetime.date(2023, 11, 30)), vergunning=COUNTED, gesloten=OP)
    assert aanbodstand(counted, P, OP).telt == {} == aanbodstand(counted, P, OP).onzeker


def test_what_went_back_to_being_built_is_not_open(counted: Ledger) -> None:
    add(counted, replace(HOF, oplevering=datetime.date(2024, 3, 1)), open=COUNTED)
    record_staat(counted, Staatwissel(project_id=1, staat="in_aanbouw", vanaf=OP), toch=True)
    assert coming(counted) == {}
    assert coming(counted, periode=P.next)[ALMELO] == [("2024-03-01", 25, 90)]


def test_supply_of_the_caller_takes_the_place_of_that_of_the_file(counted: Ledger) -> None:
    without = prognose(counted, P, OP)
    add(counted, HOF, open=COUNTED)
    assert prognose(counted, P, OP, {}) == without
    own = {BORNE: [Aanbod(datum=datetime.date(2023, 10, 1), personen=-7)]}
    assert moved(without, prognose(counted, P, OP, own)) == {"Almelo": 0, "Borne": -7, "Enschede": 0, "Totaal": -7}
