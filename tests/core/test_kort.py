"""What the chair sees at a glance: who is behind, what changed since the last count, what is open."""

from __future__ import annotations

import datetime

from regietafel.actions.boekingen import record_beginstand, record_correctie, record_realisatie
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.regio import add_meegeleverd
from regietafel.domain.herverdeling import Deel
from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie
from regietafel.ledger import Ledger
from regietafel.planning.figuren import Beeld, figuur
from regietafel.planning.kort import Verandering, dag_van, kort
from regietafel.queries.stand import stand
from tests.core.taakstellingen import announce

P = Periode(2023, 2)
AUGUST, SEPTEMBER = datetime.date(2023, 8, 1), datetime.date(2023, 9, 1)
ALMELO, BORNE, ENSCHEDE = 1, 2, 3


def count(ledger: Ledger, gemeente_id: int, day: datetime.date, aantal: int) -> None:
    record_realisatie(ledger, Realisatie(gemeente_id=gemeente_id, periode=P, peildatum=day, aantal=aantal))


def test_who_is_behind_stands_furthest_first(twente: Ledger) -> None:
    for id, aantal in ((ALMELO, 30), (BORNE, 13), (ENSCHEDE, 50)):  # schema after two months: 38, 13, 83
        count(twente, id, SEPTEMBER, aantal)
    seen = kort(twente, P, SEPTEMBER)
    assert [(each.gemeente, each.verschil_met_schema) for each in seen.achter] == [("Enschede", 33), ("Almelo", 8)]
    assert (seen.sinds, seen.veranderingen) == (None, ())


def test_what_changed_since_the_count_before(twente: Ledger) -> None:
    for id, first, then in ((ALMELO, 5, 12), (BORNE, 4, 2), (ENSCHEDE, 9, 9)):
        count(twente, id, AUGUST, first)
        count(twente, id, SEPTEMBER, then)
    fix = Correctie(gemeente_id=BORNE, periode=P, aantal=-2, reden="dubbel", datum=SEPTEMBER)
    record_correctie(twente, fix)
    seen = kort(twente, P, SEPTEMBER)
    assert seen.sinds == AUGUST
    assert seen.veranderingen == (
        Verandering(gemeente="Almelo", opgave_oud=113, opgave=113, realisatie_oud=5, realisatie=12),
        Verandering(gemeente="Borne", opgave_oud=38, opgave=36, realisatie_oud=4, realisatie=2),
    )
    assert [each.erbij for each in seen.veranderingen] == [7, -2]


def said(ledger: Ledger, op: datetime.date) -> str:
    return " ".join(each.zin for each in kort(ledger, P, op).acties)


def test_what_is_still_open(twente: Ledger) -> None:
    assert "Van 3 gemeenten ontbreekt de realisatie." in said(twente, SEPTEMBER)
    for id in (ALMELO, BORNE, ENSCHEDE):
        count(twente, id, SEPTEMBER, 10)
    assert said(twente, SEPTEMBER) == ""
    assert "het COA-overzicht van 01-11-2023 is nog niet ingelezen" in said(twente, datetime.date(2023, 11, 20))
    assert "01-01-2024" in said(twente, datetime.date(2024, 3, 3))
    make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)])
    assert "HV-2023-II-01 (Enschede → Borne 10), concept: voorleggen aan de colleges." in said(twente, SEPTEMBER)
    assert "kent de termijnen bij een herverdeling nog niet" in said(twente, SEPTEMBER)
    add_meegeleverd(twente)
    assert "termijnen" not in said(twente, SEPTEMBER)
    with twente.operation("COA-overzicht"):
        twente.overzichtregels.save(Overzichtregel(gemeente_id=BORNE, periode=P, peildatum=SEPTEMBER, realisatie=11))
    assert "01-09-2023 staan 1 onverklaarde verschillen" in said(twente, SEPTEMBER)


def test_a_beginstand_that_differs_from_what_rolled_over_is_open(twente: Ledger) -> None:
    announce(twente, P.previous, AUGUST, {BORNE: 20})
    housed = Realisatie(gemeente_id=BORNE, periode=P.previous, peildatum=datetime.date(2023, 7, 1), aantal=15)
    record_realisatie(twente, housed)
    record_beginstand(twente, Beginstand(gemeente_id=BORNE, periode=P, aantal=9))
    assert "De ingevulde beginstand van Borne wijkt af" in said(twente, SEPTEMBER)


def test_the_day_to_look_from_lies_where_something_can_be_known() -> None:
    assert dag_van(P, datetime.date(2023, 3, 1)) == datetime.date(2023, 7, 1)
    assert dag_van(P, SEPTEMBER) == SEPTEMBER
    assert dag_van(P, datetime.date(2026, 11, 21)) == datetime.date(2026, 11, 21)


def test_what_was_booked_long_after_the_period_counts(twente: Ledger) -> None:
    late = datetime.date(2026, 11, 20)
    record_correctie(twente, Correctie(gemeente_id=BORNE, periode=P, aantal=-5, reden="nagekomen", datum=late))
    seen = kort(twente, P, dag_van(P, datetime.date(2026, 11, 21)))
    assert seen.prognose.totaal.opgave == 399 - 5


def test_the_chart_names_the_opgave_of_the_figures(twente: Ledger) -> None:
    record_beginstand(twente, Beginstand(gemeente_id=BORNE, periode=P, aantal=-40))  # it is asked 38
    total = kort(twente, P, SEPTEMBER).prognose.totaal.opgave
    chart = figuur(twente, "schema", Beeld(periode=P, op=SEPTEMBER))(600, 300)
    assert total == 113 + 38 - 40 + 248
    assert f"De opgave is {total}." in chart.zin and chart.rijen[-1].schema == total + 2  # of Borne 0 is asked
    chart = figuur(twente, "schema", Beeld(periode=P, op=SEPTEMBER, gemeente_id=BORNE))(600, 300)
    assert "De opgave is −2." in chart.zin


def test_the_chart_shows_the_stand_of_every_day_anybody_was_counted(twente: Ledger) -> None:
    for id, day, aantal in ((ALMELO, P.begin, 4), (BORNE, AUGUST, 6), (ALMELO, SEPTEMBER, 9)):
        count(twente, id, day, aantal)
    for chosen, expected in ((None, [4, 10, 15]), (ALMELO, [4, 9])):
        chart = figuur(twente, "schema", Beeld(periode=P, op=SEPTEMBER, gemeente_id=chosen))(600, 300)
        counted = [(row.datum, row.realisatie) for row in chart.rijen if row.realisatie is not None]
        assert [aantal for _day, aantal in counted] == expected
        if chosen is None:
            assert [(day, stand(twente, P, day).totaal.realisatie) for day, _aantal in counted] == counted
