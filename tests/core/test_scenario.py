"""Scenario's: a what-if that touches no figure, what it would bring, and the concept one makes of it."""

from __future__ import annotations

import datetime
import itertools
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.actions import scenarios as actions
from regietafel.actions.boekingen import record_realisatie
from regietafel.actions.regio import add_gemeente, edit_gemeente, remove_gemeente
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.herverdeling import Deel, groepen, partijen
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.domain.scenario import Scenarioregel
from regietafel.domain.taakstelling import Realisatie
from regietafel.errors import RegietafelError, RuleError
from regietafel.ledger import Ledger
from regietafel.planning.prognose import prognose
from regietafel.planning.scenario import Uitkomst, naast_elkaar, samengevat, uitkomst, uitkomsten, voorbehoud
from regietafel.queries import herverdelingen
from regietafel.queries.rekening import rekeningen
from regietafel.queries.scenarios import blad, find, scenarios
from regietafel.queries.stand import stand

P = Periode(2023, 2)
OP = datetime.date(2023, 10, 1)
letters = st.sampled_from("ABCDEFGH")
WHY = "Borne loopt voor."
KLEIN = (Scenarioregel("Enschede", "Borne", 10, WHY),)


@pytest.fixture
def counted(twente: Ledger) -> Ledger:
    """Halfway: at the end Almelo has 114 of 113 to expect, Borne 58 of 38, Enschede 200 of 248."""
    for id, aantal in ((1, 57), (2, 29), (3, 100)):
        record_realisatie(twente, Realisatie(gemeente_id=id, periode=P, peildatum=OP, aantal=aantal))
    return twente


def outcome(ledger: Ledger, *ids: int) -> Uitkomst:
    return uitkomst(ledger, ids, OP)


def test_it_is_kept_beside_the_register_and_changes_no_figure(counted: Ledger) -> None:
    before = stand(counted, P), rekeningen(counted, P, OP), prognose(counted, P, OP)
    id = actions.make_scenario(counted, P, " Klein beginnen ", KLEIN, "Eerst met buren.")
    view = blad(counted, id)
    assert (view.naam, view.toelichting, view.periode) == ("Klein beginnen", "Eerst met buren.", P)
    assert (view.delen, view.aantal, view.aantal_overdrachten) == (KLEIN, 10, 1)
    assert (view.samenvatting, view.oordeel, view.breuken, view.let_op) == ("Enschede → Borne 10", "✓ kan", (), ())
    assert (stand(counted, P), rekeningen(counted, P, OP), prognose(counted, P, OP)) == before
    assert not [*counted.herverdelingen]


def test_what_it_brings_per_gemeente(counted: Ledger) -> None:
    id = actions.make_scenario(counted, P, "Klein", KLEIN)
    found = outcome(counted, id)
    now = {regel.gemeente: (regel.taakstelling, regel.verwacht_saldo) for regel in found.regels}
    assert now == {"Almelo": (113, -1), "Borne": (38, -20), "Enschede": (248, 48)}
    after = {regel.gemeente: regel.effecten[0] for regel in found.regels}
    assert [(each.wijziging, each.taakstelling, each.verwacht_saldo) for each in after.values()] == [
        (0, 113, -1),
        (10, 48, -10),
        (-10, 238, 38),
    ]
    assert after["Borne"].per_1000 == Decimal("2.0")  # 48 / 24.007
    (each,) = found.scenarios
    assert (found.achterstand, each.opgelost, each.rest, found.onbekend) == (48, 10, 38, ())
    assert samengevat(each) == "1 overdracht, 10 personen; lost 10 op, 38 blijft over"
    assert found.totaal.effecten[0].wijziging == 0
    assert found.totaal.effecten[0].taakstelling == found.totaal.taakstelling == 399


def test_who_takes_more_than_it_was_ahead_solves_only_that(counted: Ledger) -> None:
    id = actions.make_scenario(counted, P, "Te gul", [Scenarioregel("Enschede", "Borne", 30)])
    (each,) = outcome(counted, id).scenarios
    assert (each.opgelost, each.rest) == (20, 28)
    worse = actions.make_scenario(counted, P, "Averechts", [Scenarioregel("Borne", "Enschede", 5)])
    (each,) = outcome(counted, worse).scenarios
    assert (each.opgelost, each.rest) == (-5, 53)
    assert "maakt de achterstand 5 groter" in samengevat(each)


def test_side_by_side_every_scenario_has_its_letter_and_columns(counted: Ledger) -> None:
    first = actions.make_scenario(counted, P, "Klein", KLEIN)
    second = actions.make_scenario(counted, P, "Groot", [Scenarioregel("Enschede", "Borne", 19)])
    table = naast_elkaar(outcome(counted, first, second))
    assert table.legenda == ("A: Klein", "B: Groot")
    assert [field.label for field in table.velden] == [
        "Gemeente",
        "Verwacht saldo",
        "A: wijziging",
        "A: saldo daarna",
        "B: wijziging",
        "B: saldo daarna",
    ]
    borne = next(row for row in table.rijen if row.gemeente == "Borne")
    assert (borne.verwacht_saldo, borne.verwacht_saldo_0, borne.verwacht_saldo_1) == (-20, -10, -1)
    alone = naast_elkaar(outcome(counted, first))
    assert alone.legenda == ("Klein",)
    assert [field.label for field in alone.velden][1:] == [
        "Taakstelling",
        "Verwacht saldo",
        "Wijziging",
        "Nieuwe taakstelling",
        "Saldo daarna",
        "Per 1.000 inwoners",
    ]
    assert [(each.naam, each.opgelost, each.rest) for each in uitkomsten(counted, P, OP)] == [
        ("Klein", 10, 38),
        ("Groot", 19, 29),
    ]
    assert uitkomsten(counted, P.next, OP) == ()


def test_unknown_stays_unknown(twente: Ledger) -> None:
    record_realisatie(twente, Realisatie(gemeente_id=3, periode=P, peildatum=OP, aantal=100))
    id = actions.make_scenario(twente, P, "Klein", KLEIN)
    found = outcome(twente, id)
    (each,) = found.scenarios
    assert found.onbekend == ("Almelo", "Borne") and "Almelo en Borne" in voorbehoud(found)
    assert (found.achterstand, each.opgelost, each.rest) == (48, None, 38)
    assert found.totaal.verwacht_saldo is None and found.totaal.effecten[0].verwacht_saldo is None
    assert "onbekend" in samengevat(each)
    nothing = actions.make_scenario(twente, P.next, "Later", KLEIN)
    found = uitkomst(twente, [nothing], OP)
    assert (found.achterstand, found.scenarios[0].opgelost, found.scenarios[0].rest) == (None, None, None)
    assert {regel.effecten[0].taakstelling for regel in found.regels} == {None}


@pytest.mark.parametrize(
    ("delen", "breuk"),
    [
        ((), "minstens één overdracht"),
        ((Scenarioregel("Borne", "Enschede", 39),), "kan er geen 39 afstaan"),
        ((Scenarioregel("Borne", "Enschede", 1), Scenarioregel("Enschede", "Borne", 2)), "meer dan één overdracht"),
        ((Scenarioregel("Enschede", "Zwolle", 1),), "geen taakstelling bekend"),
    ],
)
def test_what_breaks_a_rule_is_kept_and_says_so(counted: Ledger, delen: tuple[Scenarioregel, ...], breuk: str) -> None:
    add_gemeente(counted, Gemeente(gm_code="GM0193", naam="Zwolle"))
    id = actions.make_scenario(counted, P, "Proef", delen)
    view = blad(counted, id)
    assert any(breuk in sentence for sentence in view.breuken) and view.oordeel == "✕ kan zo niet"
    assert outcome(counted, id).scenarios[0].breuken == view.breuken
    with pytest.raises(RuleError, match=breuk):
        actions.make_concepten(counted, id)
    assert not [*counted.herverdelingen]


@pytest.mark.parametrize(
    ("delen", "sentence"),
    [
        ([Scenarioregel("Borne", "borne", 1)], "aan zichzelf"),
        ([Scenarioregel("Borne", "Enschede", 1), Scenarioregel("GM0147", "Enschede", 2)], "meer dan één overdracht"),
        ([Scenarioregel("Borne", "Enschede", 0)], "groter dan 0"),
        ([Scenarioregel("Borne", "Enschedee", 1)], "Bedoelt u Enschede"),
    ],
)
def test_what_cannot_be_an_overdracht_is_refused_whole(
    counted: Ledger, delen: list[Scenarioregel], sentence: str
) -> None:
    with pytest.raises(RegietafelError, match=sentence):
        actions.make_scenario(counted, P, "Proef", delen)
    assert scenarios(counted) == ()


def test_names_are_unique_and_a_copy_finds_its_own(counted: Ledger) -> None:
    id = actions.make_scenario(counted, P, "Klein", KLEIN)
    with pytest.raises(RuleError, match="al een scenario “Klein”, voor 2023-II"):
        actions.make_scenario(counted, P.next, "klein ")
    with pytest.raises(RuleError, match="een naam"):
        actions.make_scenario(counted, P, "  ")
    copies = [actions.copy_scenario(counted, id) for _time in range(2)]
    assert [blad(counted, each).naam for each in copies] == ["Kopie van Klein", "Kopie van Klein 2"]
    assert {blad(counted, each).delen for each in copies} == {KLEIN}
    with pytest.raises(RuleError, match="al een scenario"):
        actions.edit_scenario(counted, copies[0], "KLEIN", KLEIN, "")
    assert find(counted, "KLEIN").id == id
    with pytest.raises(RegietafelError, match="geen scenario “Groot” in dit bestand; wel: Klein, Kopie van Klein"):
        find(counted, "Groot")


def test_a_scenario_is_changed_undone_and_removed(counted: Ledger) -> None:
    id = actions.make_scenario(counted, P, "Klein", KLEIN)
    more = (*KLEIN, Scenarioregel("Enschede", "Almelo", 2))
    actions.edit_scenario(counted, id, "Groter", more, "Ook Almelo.")
    assert (blad(counted, id).naam, blad(counted, id).delen) == ("Groter", more)
    counted.undo()
    assert (blad(counted, id).naam, blad(counted, id).delen) == ("Klein", KLEIN)
    actions.remove_scenario(counted, id)
    assert scenarios(counted) == () and not [*counted.scenariodelen]
    counted.undo()
    assert blad(counted, id).delen == KLEIN


def test_a_concept_is_one_agreement_that_says_why(counted: Ledger) -> None:
    delen = (*KLEIN, Scenarioregel("Enschede", "Almelo", 5), Scenarioregel("Borne", "Almelo", 1, "Om te ruilen."))
    id = actions.make_scenario(counted, P, "Drie", delen, "Eerst met buren.")
    made = herverdelingen.blad(counted, actions.make_concepten(counted, id)[0])
    assert made.kenmerk == "HV-2023-II-01" and made.status == "concept"
    assert [(deel.van, deel.naar, deel.aantal) for deel in made.delen] == [
        (deel.van, deel.naar, deel.aantal) for deel in delen
    ]
    assert made.toelichting == f"Eerst met buren.\n\n{WHY}\nOm te ruilen."
    assert blad(counted, id).delen == delen
    counted.undo()
    assert not [*counted.herverdelingen]


def test_who_does_not_trade_together_agrees_apart(counted: Ledger) -> None:
    add_gemeente(counted, Gemeente(gm_code="GM0164", naam="Hengelo"))
    numbers = [(1, 113, None, None), (2, 38, None, None), (3, 248, None, None), (4, 126, None, None)]
    day = datetime.date(2023, 11, 10)
    import_taakstelling(counted, periode=P, datum=day, landelijk=None, bron="", regels=numbers)
    delen = (Scenarioregel("Enschede", "Borne", 4, "Dichtbij."), Scenarioregel("Hengelo", "Almelo", 2, "Ook."))
    id = actions.make_scenario(counted, P, "Twee", delen)
    views = [herverdelingen.blad(counted, made) for made in actions.make_concepten(counted, id)]
    assert [(view.samenvatting, view.toelichting) for view in views] == [
        ("Enschede → Borne 4", "Dichtbij."),
        ("Hengelo → Almelo 2", "Ook."),
    ]
    counted.undo()
    assert not [*counted.herverdelingen]
    assert len(actions.make_concepten(counted, id, samen=True)) == 1


@given(st.lists(st.builds(Deel, letters, letters, st.integers(1, 9)), max_size=12))
def test_groups_share_nobody_and_lose_nothing(delen: list[Deel]) -> None:
    groups = groepen(delen)
    assert sorted(map(str, (deel for group in groups for deel in group))) == sorted(map(str, delen))
    assert all(set(partijen(a)).isdisjoint(partijen(b)) for a, b in itertools.combinations(groups, 2))


def test_an_outsider_takes_part_only_on_purpose(counted: Ledger) -> None:
    edit_gemeente(counted, Gemeente(id=2, gm_code="GM0147", naam="Borne", provincie="Overijssel", lid=False))
    id = actions.make_scenario(counted, P, "Buiten", KLEIN)
    view = blad(counted, id)
    assert view.van_buiten == ("Borne",) and view.oordeel == "▲ let op" and not view.breuken
    assert [regel.gemeente for regel in outcome(counted, id).regels] == ["Almelo", "Borne", "Enschede"]
    with pytest.raises(RuleError, match="van buiten de tafel"):
        actions.make_concepten(counted, id)
    assert actions.make_concepten(counted, id, buiten_tafel=True) == (1,)


def test_one_half_year_at_a_time(counted: Ledger) -> None:
    ids = [actions.make_scenario(counted, each, str(each), KLEIN) for each in (P, P.next)]
    with pytest.raises(RegietafelError, match="verschillende halfjaren \\(2023-II, 2024-I\\)"):
        outcome(counted, *ids)
    with pytest.raises(RegietafelError, match="Kies eerst een scenario"):
        outcome(counted)


def test_a_gemeente_in_a_scenario_cannot_be_removed(counted: Ledger) -> None:
    zwolle = add_gemeente(counted, Gemeente(gm_code="GM0193", naam="Zwolle"))
    id = actions.make_scenario(counted, P, "Met Zwolle", [Scenarioregel("Enschede", "Zwolle", 1)])
    with pytest.raises(RuleError, match="Over Zwolle is in dit bestand iets vastgelegd"):
        remove_gemeente(counted, zwolle)
    actions.remove_scenario(counted, id)
    remove_gemeente(counted, zwolle)


NAMES = st.sampled_from(["Almelo", "Borne", "Enschede"])
PAIRS = st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] != pair[1])


@settings(max_examples=50)
@given(st.dictionaries(PAIRS, st.integers(1, 300), max_size=6))
def test_no_scenario_changes_the_sum_and_what_it_solves_adds_up(
    counted: Ledger, numbers: dict[tuple[str, str], int]
) -> None:
    id = actions.make_scenario(
        counted, P, "Proef", [Scenarioregel(van, naar, aantal) for (van, naar), aantal in numbers.items()]
    )
    found = outcome(counted, id)
    counted.undo()
    (each,) = found.scenarios
    assert found.achterstand is not None and each.opgelost is not None and each.rest is not None
    assert each.opgelost + each.rest == found.achterstand
    assert each.opgelost <= min(each.aantal, found.achterstand)
    assert found.totaal.effecten[0].taakstelling == found.totaal.taakstelling
    assert found.totaal.effecten[0].verwacht_saldo == found.totaal.verwacht_saldo
    assert (not each.breuken) == (
        bool(numbers)
        and all(regel.effecten[0].taakstelling >= 0 for regel in found.regels)  # type: ignore[operator]
        and len({frozenset(pair) for pair in numbers}) == len(numbers)
    )
