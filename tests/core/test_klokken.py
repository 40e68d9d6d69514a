"""The clocks of an agreement, against days counted by hand on the calendar (Algemene termijnenwet)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from regietafel import reference
from regietafel.actions.behandeling import record_behandelingen, record_kennisgevingen, record_verwerking
from regietafel.actions.herverdeling import make_herverdeling, withdraw_herverdeling
from regietafel.actions.regio import add_meegeleverd
from regietafel.domain.behandeling import ADRESSATEN, Kennisgeving, Verwerking
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.domain.procestermijn import Procestermijn
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from regietafel.queries.klokken import IN_WERKING, Klok, klokken, klokken_of
from tests.core.agreements import bring_into_force

P = Periode(2023, 2)
ONE_DAY = timedelta(days=1)


def announced(ledger: Ledger, last: date) -> int:
    """An agreement of which the last bekendmaking was on that day."""
    id = make_herverdeling(ledger, P, [Deel("Enschede", "Borne", 10)])
    bring_into_force(ledger, id, last + ONE_DAY)
    return id


def clocks(ledger: Ledger, id: int, op: date) -> dict[str, Klok]:
    return {klok.stap: klok for klok in klokken_of(blad(ledger, id, op), reference.meegeleverd(Procestermijn))}


@pytest.mark.parametrize(
    ("bekendmaking", "week", "maand"),
    [
        (date(2023, 6, 15), date(2023, 6, 22), date(2023, 7, 17)),  # 15 July is a Saturday
        (date(2023, 3, 31), date(2023, 4, 11), date(2023, 5, 1)),  # Goede Vrijdag and Easter; 30 April is a Sunday
        (date(2023, 4, 20), date(2023, 4, 28), date(2023, 5, 22)),  # Koningsdag; 20 May is a Saturday
        (date(2023, 5, 11), date(2023, 5, 19), date(2023, 6, 12)),  # Hemelvaartsdag; 11 June is a Sunday
        (date(2023, 5, 22), date(2023, 5, 30), date(2023, 6, 22)),  # tweede pinksterdag
        (date(2023, 11, 25), date(2023, 12, 4), date(2023, 12, 27)),  # a Saturday; Christmas on Monday and Tuesday
        (date(2023, 12, 25), date(2024, 1, 2), date(2024, 1, 25)),  # New Year's Day
        (date(2024, 1, 31), date(2024, 2, 7), date(2024, 2, 29)),  # no 31 February
    ],
)
def test_a_week_and_a_month_after_the_last_bekendmaking(
    twente: Ledger, bekendmaking: date, week: date, maand: date
) -> None:
    found = clocks(twente, announced(twente, bekendmaking), bekendmaking)
    assert {stap: found[stap].uiterlijk for stap in ADRESSATEN} == dict.fromkeys(ADRESSATEN, week)
    assert found["verwerkt"].uiterlijk == maand and found[IN_WERKING].uiterlijk == date(2023, 12, 31)
    assert found["coa"].dagen == (week - bekendmaking).days and found["coa"].loopt and found["coa"].bron


def test_before_the_last_bekendmaking_only_the_half_year_runs(twente: Ledger) -> None:
    id = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)])
    (klok,) = clocks(twente, id, date(2023, 12, 30)).values()
    assert (klok.stap, klok.dagen, klok.rest, klok.te_laat) == (IN_WERKING, 1, "nog 1 dag", False)
    (klok,) = clocks(twente, id, date(2024, 1, 2)).values()
    assert (klok.dagen, klok.rest, klok.te_laat) == (-2, "2 dagen te laat", True)
    first = blad(twente, id).behandelingen[0]
    record_behandelingen(twente, [replace(first, besluit_op=date(2023, 6, 1), bekendgemaakt_op=date(2023, 6, 2))])
    assert [*clocks(twente, id, date(2023, 6, 30))] == [IN_WERKING]  # one has not announced yet
    last = blad(twente, id).behandelingen[1]
    record_behandelingen(twente, [replace(last, besluit_op=date(2023, 6, 1), bekendgemaakt_op=date(2023, 6, 15))])
    assert [*clocks(twente, id, date(2023, 6, 14))] == [IN_WERKING]  # asked of a day before
    assert clocks(twente, id, date(2023, 6, 15))["coa"].rest == "nog 7 dagen"


def test_running_on_time_late_and_done_too_late(twente: Ledger) -> None:
    id = announced(twente, date(2023, 6, 15))  # until Thursday 22 June
    told = [
        Kennisgeving(herverdeling_id=id, aan=aan, datum=day)
        for aan, day in (("coa", date(2023, 6, 22)), ("provincie", date(2023, 6, 23)), ("vro", date(2023, 6, 26)))
    ]
    record_kennisgevingen(twente, told)
    found = clocks(twente, id, date(2023, 6, 24))
    assert {stap: (each.voldaan_op, each.dagen, each.rest) for stap, each in found.items()} == {
        "coa": (date(2023, 6, 22), 0, "op tijd gedaan"),
        "provincie": (date(2023, 6, 23), -1, "1 dag te laat"),  # done, too late
        "aenm": (None, -2, "2 dagen te laat"),
        "vro": (None, -2, "2 dagen te laat"),  # told on the 26th: not yet known on the 24th
        "verwerkt": (None, 23, "nog 23 dagen"),
        IN_WERKING: (date(2023, 6, 16), 198, "op tijd gedaan"),
    }
    assert [stap for stap, each in found.items() if each.te_laat] == ["provincie", "aenm", "vro"]
    assert clocks(twente, id, date(2023, 6, 22))["aenm"].rest == "vandaag"


def test_the_month_of_the_coa_ends_when_it_has_booked(twente: Ledger) -> None:
    id = announced(twente, date(2023, 6, 15))  # until Monday 17 July
    record_kennisgevingen(twente, [Kennisgeving(herverdeling_id=id, aan="coa", datum=date(2023, 6, 19))])
    for day, afgekeurd in ((3, True), (10, False), (20, False), (24, True), (28, False)):
        said = Verwerking(herverdeling_id=id, datum=date(2023, 7, day), afgekeurd=afgekeurd, reden="som")
        record_verwerking(twente, said)
    seen = {day: clocks(twente, id, date(2023, 7, day))["verwerkt"] for day in (2, 3, 10, 20, 24, 28)}
    assert {day: each.voldaan_op for day, each in seen.items()} == {
        2: None,
        3: None,  # rejected: it still has to be booked
        10: date(2023, 7, 10),
        20: date(2023, 7, 10),  # said again
        24: None,
        28: date(2023, 7, 28),
    }
    assert [seen[day].dagen for day in (3, 20, 24, 28)] == [14, 7, -7, -11]


def test_a_term_can_run_from_the_kennisgeving_and_hold_for_some_days_only(twente: Ledger) -> None:
    id = announced(twente, date(2023, 6, 15))
    term = Procestermijn(
        omschrijving="boeken", stap="verwerkt", na="coa", aantal=2, eenheid="week", geldig_vanaf=date(2023, 6, 20)
    )
    assert [klok.stap for klok in klokken_of(blad(twente, id, date(2023, 6, 30)), [term])] == [IN_WERKING]
    for day, expected in ((19, []), (20, [date(2023, 7, 4)])):
        record_kennisgevingen(twente, [Kennisgeving(herverdeling_id=id, aan="coa", datum=date(2023, 6, day))])
        found = klokken_of(blad(twente, id, date(2023, 6, 30)), [term])
        assert [klok.uiterlijk for klok in found if klok.stap == "verwerkt"] == expected


def test_what_ended_has_no_clocks(twente: Ledger) -> None:
    refused, withdrawn = (make_herverdeling(twente, P, [Deel("Enschede", "Borne", n)]) for n in (1, 2))
    first = blad(twente, refused).behandelingen[0]
    record_behandelingen(twente, [replace(first, besluit_op=date(2023, 6, 1), geweigerd=True, reden="te veel")])
    withdraw_herverdeling(twente, withdrawn, date(2023, 6, 1), "geen draagvlak")
    assert clocks(twente, refused, date(2023, 6, 1)) == clocks(twente, withdrawn, date(2023, 6, 1)) == {}
    assert (
        [*clocks(twente, refused, date(2023, 5, 31))] == [*clocks(twente, withdrawn, date(2023, 5, 31))] == [IN_WERKING]
    )


def test_all_that_runs_the_most_urgent_first(twente: Ledger) -> None:
    add_meegeleverd(twente)
    announced(twente, date(2023, 6, 15))
    make_herverdeling(twente, P, [Deel("Almelo", "Borne", 1)])
    found = klokken(twente, date(2023, 6, 16))
    assert [(klok.kenmerk, klok.stap) for klok in found] == [
        ("HV-2023-II-01", "coa"), ("HV-2023-II-01", "provincie"), ("HV-2023-II-01", "aenm"), ("HV-2023-II-01", "vro"),
        ("HV-2023-II-01", "verwerkt"), ("HV-2023-II-02", IN_WERKING),
    ]  # fmt: skip
    assert len(klokken(twente, date(2023, 6, 16), gedaan=True)) == 7
