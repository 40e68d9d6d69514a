"""The facts of an agreement: what may be recorded when, and where it then stands."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from regietafel.actions.behandeling import (
    completes,
    record_behandelingen,
    record_kennisgevingen,
    record_verwerking,
    remove_kennisgeving,
    remove_verwerking,
)
from regietafel.actions.herverdeling import (
    edit_herverdeling,
    make_herverdeling,
    make_zonder,
    remove_herverdeling,
    withdraw_herverdeling,
)
from regietafel.actions.regio import add_gemeente
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.behandeling import ADRESSATEN, Behandeling, Kennisgeving, Status, Verwerking
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.herverdelingsregels import REGELS, Voornemen, check, waarschuwingen
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.errors import RegietafelError, RuleError
from regietafel.i18n import today
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad, current_taakstelling, find
from regietafel.queries.levensloop import levensloop
from regietafel.queries.stand import remarks, stand
from regietafel.queries.voornemen import voornemen_of
from tests.core.agreements import bring_into_force
from tests.core.snapshots import snapshot

P = Periode(2023, 2)
TODAY = date(2023, 9, 1)
LONGER: dict[str, Any] = {"reden_langer": "eilanden", "overleg": "1 mei 2023"}
DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def hv(twente: Ledger) -> int:
    """Enschede → Borne 10 and Enschede → Almelo 5, a concept."""
    return make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10), Deel("Enschede", "Almelo", 5)])


def record(ledger: Ledger, id: int, *namen: str, **facts: Any) -> None:
    """The same facts of these colleges; of all when none is named."""
    parties = [each for each in blad(ledger, id).partijen if not namen or each.gemeente in namen]
    record_behandelingen(ledger, [replace(each.behandeling, **facts) for each in parties], today=TODAY)


def status(ledger: Ledger, id: int, op: date = TODAY) -> str:
    return blad(ledger, id, op).status


def moved(ledger: Ledger, op: date, periode: Periode = P) -> dict[str, int]:
    return {regel.gemeente: regel.herverdeling for regel in stand(ledger, periode, op).regels if regel.herverdeling}


def tell(ledger: Ledger, id: int, day: date, *aan: str, today: date = TODAY) -> None:
    told = [Kennisgeving(herverdeling_id=id, aan=each, datum=day) for each in aan or ADRESSATEN]
    record_kennisgevingen(ledger, told, today=today)


# the facts, each with its sentence


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"voorgelegd_op": date(2023, 6, 2), "besluit_op": date(2023, 6, 1)}, "niet besluiten voor 02-06-2023"),
        ({"geweigerd": True, "reden": "te veel"}, "de datum van het besluit en de reden"),
        ({"geweigerd": True, "besluit_op": TODAY, "reden": " "}, "de datum van het besluit en de reden"),
        ({"bekendgemaakt_op": TODAY}, "Vul eerst het besluit van het college in"),
        (
            {"bekendgemaakt_op": TODAY, "besluit_op": TODAY, "geweigerd": True, "reden": "x"},
            "Een weigering wordt niet bekendgemaakt",
        ),
        (
            {"bekendgemaakt_op": date(2023, 6, 1), "besluit_op": date(2023, 6, 2)},
            "niet voor het besluit van 02-06-2023",
        ),
    ],
)
def test_what_a_college_cannot_have_done(facts: dict[str, Any], sentence: str) -> None:
    with pytest.raises(RuleError, match=sentence):
        Behandeling(herverdeling_id=1, gemeente_id=1, **facts)


def test_what_cannot_have_been_told_or_said() -> None:
    with pytest.raises(RuleError, match="“ibt” krijgt geen kennisgeving; kies uit coa, provincie, aenm, vro"):
        Kennisgeving(herverdeling_id=1, aan="ibt", datum=TODAY)
    with pytest.raises(RuleError, match="niet voor de verzending van 01-09-2023"):
        Kennisgeving(herverdeling_id=1, aan="coa", datum=TODAY, ontvangst_op=date(2023, 8, 31))
    with pytest.raises(RuleError, match="waarom het COA"):
        Verwerking(herverdeling_id=1, datum=TODAY, afgekeurd=True)


@pytest.mark.parametrize("wat", ["voorgelegd_op", "besluit_op"])
def test_nothing_is_recorded_before_it_happened(twente: Ledger, hv: int, wat: str) -> None:
    with pytest.raises(RuleError, match="02-09-2023 ligt in de toekomst; vul een dag in die is geweest"):
        record(twente, hv, "Borne", **{wat: date(2023, 9, 2)})
    with pytest.raises(RuleError, match="toekomst"):
        withdraw_herverdeling(twente, hv, date(2023, 9, 2), "x", today=TODAY)


# the way to in force


def test_every_step_and_what_comes_next(twente: Ledger, hv: int) -> None:
    def now() -> tuple[str, str]:
        view = blad(twente, hv, TODAY)
        return view.status, view.volgende_stap

    ministeries = "het ministerie van Asiel en Migratie en het ministerie van Volkshuisvesting en Ruimtelijke Ordening"
    assert now() == ("concept", "Voorleggen aan de colleges")
    record(twente, hv, voorgelegd_op=date(2023, 6, 1))
    assert now() == ("ter besluitvorming", "Besluit van Enschede, Borne en Almelo")
    record(twente, hv, "Borne", besluit_op=date(2023, 6, 13))
    assert now() == ("ter besluitvorming", "Besluit van Enschede en Almelo")
    record(twente, hv, "Borne", bekendgemaakt_op=date(2023, 6, 14))  # before the others decided
    assert now() == ("ter besluitvorming", "Besluit van Enschede en Almelo")
    record(twente, hv, "Enschede", "Almelo", besluit_op=date(2023, 6, 20))
    assert now() == ("besloten", "Bekendmaking door Enschede en Almelo")
    record(twente, hv, "Enschede", "Almelo", bekendgemaakt_op=date(2023, 6, 22))
    assert now() == ("in werking", f"Kennisgeving aan het COA, de provincie, {ministeries}")
    tell(twente, hv, date(2023, 6, 26), "coa", "provincie")
    assert now() == ("in werking", f"Kennisgeving aan {ministeries}")
    tell(twente, hv, date(2023, 6, 27), "aenm", "vro")
    assert now() == ("gemeld", "Wachten op de verwerking door het COA")
    record_verwerking(twente, Verwerking(herverdeling_id=hv, datum=date(2023, 7, 3)), today=TODAY)
    assert now() == ("verwerkt", "")
    assert [fact.wat for fact in levensloop(blad(twente, hv, TODAY))][-6:] == [
        "In werking",
        "Kennisgeving aan het COA",
        "Kennisgeving aan de provincie",
        "Kennisgeving aan het ministerie van Asiel en Migratie",
        "Kennisgeving aan het ministerie van Volkshuisvesting en Ruimtelijke Ordening",
        "Verwerkt door het COA",
    ]
    days = [date(2023, 6, 21), date(2023, 6, 22), date(2023, 6, 23)]
    assert [status(twente, hv, day) for day in days] == ["besloten", "bekendgemaakt", "in werking"]
    assert [moved(twente, day) for day in days] == [{}, {}, {"Almelo": 5, "Borne": 10, "Enschede": -15}]


def test_what_brings_it_into_force_is_told_before(twente: Ledger, hv: int) -> None:
    record(twente, hv, "Borne", "Almelo", besluit_op=date(2023, 6, 1), bekendgemaakt_op=date(2023, 6, 30))
    view = blad(twente, hv, TODAY)
    last = replace(view.behandelingen[0], besluit_op=date(2023, 6, 1), bekendgemaakt_op=date(2023, 6, 2))
    assert completes(view, view.behandelingen) is None
    assert completes(view, [last]) == date(2023, 7, 1)  # the day after the last, though that is another's
    record_behandelingen(twente, [last], today=TODAY)
    view = blad(twente, hv, TODAY)
    assert view.in_werking_op == date(2023, 7, 1) and completes(view, [last]) is None
    assert twente.undo_label is None  # nothing of before can be taken back
    with pytest.raises(RegietafelError, match="niets om ongedaan"):
        twente.undo()


def test_announced_today_it_counts_from_tomorrow(twente: Ledger) -> None:
    now, tomorrow = today(), today() + datetime.timedelta(days=1)
    periode = Periode.of(now)
    numbers = [(2, 40, None, None), (3, 250, None, None)]
    day = periode.previous.begin
    import_taakstelling(twente, periode=periode, datum=day, landelijk=None, bron="", regels=numbers)
    id = make_herverdeling(twente, periode, [Deel("Enschede", "Borne", 10)])
    facts = [replace(each, besluit_op=now, bekendgemaakt_op=now) for each in blad(twente, id).behandelingen]
    record_behandelingen(twente, facts)
    view = blad(twente, id)
    assert (view.status, view.in_werking_op) == ("bekendgemaakt", tomorrow)
    assert view.volgende_stap.startswith("Kennisgeving aan het COA")
    assert [each.in_voorbereiding for each in stand(twente, periode).regels] == [0, 10, -10]
    assert stand(twente, periode).regels[1].herverdeling == 0 and moved(twente, tomorrow, periode)["Borne"] == 10
    tell(twente, id, now, today=now)  # the same day
    assert blad(twente, id).volgende_stap == "Wachten op de verwerking door het COA"
    # what the next one may hand over: that of tomorrow counts already
    with pytest.raises(RuleError, match="taakstelling van 50 en kan er geen 51"):
        make_herverdeling(twente, periode, [Deel("Borne", "Enschede", 51)])


def test_facts_of_many_agreements_are_all_or_nothing(twente: Ledger, hv: int) -> None:
    other = make_herverdeling(twente, P, [Deel("Borne", "Almelo", 1)])
    facts = [replace(each, besluit_op=TODAY) for id in (hv, other) for each in blad(twente, id).behandelingen]
    stranger = Behandeling(herverdeling_id=other, gemeente_id=3, besluit_op=TODAY)
    before = snapshot(twente)
    with pytest.raises(RuleError, match="doet niet mee aan HV-2023-II-02"):
        record_behandelingen(twente, [*facts, stranger], today=TODAY)
    assert snapshot(twente) == before
    record_behandelingen(twente, facts, today=TODAY)
    assert twente.undo_label == "HV-2023-II-01, HV-2023-II-02: besluit, 5 colleges"
    assert {status(twente, id) for id in (hv, other)} == {"besloten"}


def test_the_log_says_what_a_college_did(twente: Ledger, hv: int) -> None:
    def said(**facts: Any) -> str | None:
        record_behandelingen(twente, [replace(blad(twente, hv).behandelingen[0], **facts)], today=TODAY)
        return twente.undo_label

    assert said(voorgelegd_op=TODAY) == "HV-2023-II-01: voorgelegd, college van Enschede"
    refused = said(besluit_op=TODAY, geweigerd=True, reden="Geen woningen")
    assert refused == "HV-2023-II-01: weigering, college van Enschede"
    assert said(geweigerd=False, reden="") == "HV-2023-II-01: besluit, college van Enschede"
    announced = said(bekendgemaakt_op=TODAY, vindplaats="Gemeenteblad 2023, 1")
    assert announced == "HV-2023-II-01: bekendmaking, college van Enschede"
    erased = said(bekendgemaakt_op=None, vindplaats="")
    assert erased == "HV-2023-II-01: bekendmaking weggehaald, college van Enschede"
    assert said(contact="afdeling Wonen") == "HV-2023-II-01: gegevens bijgewerkt, college van Enschede"


def test_the_same_fact_again_is_no_step(twente: Ledger, hv: int) -> None:
    steps: tuple[Callable[[], None], ...] = (
        lambda: record(twente, hv, besluit_op=date(2023, 6, 1)),
        lambda: record(twente, hv, bekendgemaakt_op=date(2023, 6, 2)),
        lambda: tell(twente, hv, date(2023, 6, 5)),
        lambda: record_verwerking(twente, Verwerking(herverdeling_id=hv, datum=date(2023, 7, 3)), today=TODAY),
    )
    for step in steps:
        step()
        before, log = snapshot(twente), twente.db.execute("SELECT count(*) FROM operation").fetchone()[0]
        step()
        assert (snapshot(twente), twente.db.execute("SELECT count(*) FROM operation").fetchone()[0]) == (before, log)


def test_a_concept_edited_to_what_it_was_is_no_step(twente: Ledger, hv: int) -> None:
    label, delen = twente.undo_label, blad(twente, hv).delen
    edit_herverdeling(twente, hv, delen)
    assert twente.undo_label == label
    edit_herverdeling(twente, hv, delen[:1])
    assert twente.undo_label == "Herverdeling HV-2023-II-01 gewijzigd"


# refusals


def test_one_refusal_and_nothing_happens_until_the_college_decides_again(twente: Ledger, hv: int) -> None:
    record(twente, hv, "Borne", "Enschede", besluit_op=date(2023, 6, 1), bekendgemaakt_op=date(2023, 6, 5))
    record(twente, hv, "Almelo", besluit_op=date(2023, 6, 6), geweigerd=True, reden="te veel")
    assert [status(twente, hv, date(2023, 6, day)) for day in (5, 6)] == ["ter besluitvorming", "geweigerd"]
    assert moved(twente, TODAY) == {} and stand(twente, P, TODAY).regels[1].in_voorbereiding == 0
    assert blad(twente, hv, TODAY).volgende_stap == "Intrekken, of een nieuw concept zonder Almelo"
    with pytest.raises(RuleError, match="Een weigering wordt niet bekendgemaakt"):
        record(twente, hv, "Almelo", bekendgemaakt_op=date(2023, 6, 7))
    new = make_zonder(twente, hv, ["Almelo"])
    assert (blad(twente, new).samenvatting, blad(twente, new).vervolg_op) == ("Enschede → Borne 10", "HV-2023-II-01")
    assert blad(twente, hv, TODAY).volgende_stap == ""
    with pytest.raises(RuleError, match="vervangen door HV-2023-II-02. Trek die eerst in"):
        record(twente, hv, "Almelo", besluit_op=date(2023, 7, 4), geweigerd=False, reden="")
    withdraw_herverdeling(twente, new, date(2023, 7, 3), "Almelo doet toch mee")
    record(twente, hv, "Almelo", besluit_op=date(2023, 7, 4), geweigerd=False, reden="")
    assert status(twente, hv) == "besloten"
    record(twente, hv, "Almelo", bekendgemaakt_op=date(2023, 7, 6))
    assert blad(twente, hv).in_werking_op == date(2023, 7, 7)


def test_without_whom_nothing_is_left(twente: Ledger, hv: int) -> None:
    with pytest.raises(RuleError, match="Zonder Enschede blijft er van HV-2023-II-01 geen overdracht over"):
        make_zonder(twente, hv, ["Enschede"])
    bring_into_force(twente, hv, TODAY)
    with pytest.raises(RuleError, match="ligt vast"):  # what stays would count twice
        make_zonder(twente, hv, ["Borne"])


# withdrawing and throwing away


def test_withdrawn(twente: Ledger, hv: int) -> None:
    record(twente, hv, "Borne", besluit_op=date(2023, 6, 20))
    with pytest.raises(RuleError, match="Op 20-06-2023 deed een college nog iets met HV-2023-II-01"):
        withdraw_herverdeling(twente, hv, date(2023, 6, 19), "geen draagvlak", today=TODAY)
    withdraw_herverdeling(twente, hv, date(2023, 6, 20), " geen draagvlak ", today=TODAY)
    assert [status(twente, hv, date(2023, 6, day)) for day in (19, 20)] == ["concept", "ingetrokken"]
    assert levensloop(blad(twente, hv, TODAY))[-1].wat == "Ingetrokken, geen draagvlak"
    assert blad(twente, hv, TODAY).volgende_stap == "" and stand(twente, P, TODAY).totaal.in_voorbereiding == 0
    actions: tuple[Callable[[], object], ...] = (
        lambda: record(twente, hv, "Almelo", besluit_op=date(2023, 6, 19)),
        lambda: withdraw_herverdeling(twente, hv, TODAY, "x", today=TODAY),
        lambda: remove_herverdeling(twente, hv),
        lambda: edit_herverdeling(twente, hv, [Deel("Enschede", "Borne", 1)]),
    )
    for action in actions:
        with pytest.raises(RuleError, match=r"ingetrokken|geen concept meer"):
            action()
    twente.undo()
    assert status(twente, hv) == "ter besluitvorming"


def test_only_a_concept_can_go(twente: Ledger, hv: int) -> None:
    record(twente, hv, contact="afdeling Wonen")
    edit_herverdeling(twente, hv, [Deel("Enschede", "Borne", 7)])
    assert [each.contact for each in twente.behandelingen] == ["afdeling Wonen"] * 2  # Almelo no longer takes part
    record(twente, hv, "Borne", voorgelegd_op=date(2023, 6, 1))
    with pytest.raises(RuleError, match="geen concept meer: de colleges besluiten over wat hun is voorgelegd"):
        remove_herverdeling(twente, hv)
    record(twente, hv, "Borne", voorgelegd_op=None)  # recorded by mistake
    follow = make_herverdeling(twente, P, [Deel("Almelo", "Borne", 1)], vervolg_op_id=hv)
    remove_herverdeling(twente, hv)
    assert not list(twente.behandelingen)
    assert blad(twente, follow).vervolg_op == ""


def test_it_follows_only_an_older_one(twente: Ledger, hv: int) -> None:
    with pytest.raises(RuleError, match="kan alleen volgen op een oudere"):
        edit_herverdeling(twente, hv, blad(twente, hv).delen, vervolg_op_id=hv)
    later = make_herverdeling(twente, P, [Deel("Almelo", "Borne", 1)])
    edit_herverdeling(twente, later, blad(twente, later).delen, vervolg_op_id=hv)
    assert blad(twente, hv).vervolgen == ("HV-2023-II-02",)


# what is in force


def test_what_may_still_change(twente: Ledger, hv: int) -> None:
    bring_into_force(twente, hv, TODAY)
    record(twente, hv, "Borne", besluitnummer="23-17", ondertekenaar="burgemeester", vindplaats="GB 2", contact="x")
    assert blad(twente, hv).behandelingen[1].vindplaats == "GB 2"
    for facts in ({"voorgelegd_op": date(2023, 8, 1)}, {"besluit_op": date(2023, 8, 1)}, {"bekendgemaakt_op": None}):
        with pytest.raises(RuleError, match="ligt vast en verandert niet meer; alleen een nieuwe kan volgen"):
            record(twente, hv, "Borne", **facts)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE overdracht SET herverdeling_id = 1 WHERE herverdeling_id = 2",
        "REPLACE INTO overdracht SELECT id, 2, van_id, naar_id, aantal FROM overdracht WHERE herverdeling_id = 1",
        "REPLACE INTO herverdeling (id, kenmerk, periode, toelichting) VALUES (1, 'HV', '2023-II', '')",
        "UPDATE behandeling SET herverdeling_id = 1, gemeente_id = 3 WHERE herverdeling_id = 2",
        "UPDATE OR REPLACE partij SET herverdeling_id = 1 WHERE herverdeling_id = 3",
    ],
)
def test_no_row_moves_into_what_is_in_force(twente: Ledger, sql: str) -> None:
    first, second, third = (make_herverdeling(twente, P, [Deel("Almelo", "Borne", n)]) for n in (1, 2, 3))
    bring_into_force(twente, first, TODAY)
    record(twente, second, contact="x")
    bring_into_force(twente, third, TODAY)
    before = snapshot(twente)
    with pytest.raises(RuleError, match="verandert niet meer"), twente.operation("rauw"):
        twente.db.execute(sql)
    assert snapshot(twente) == before


def test_the_numbers_are_those_of_its_own_day(twente: Ledger, hv: int) -> None:
    """Recorded afterwards, it freezes what held then, and is judged by that."""
    import_taakstelling(
        twente, periode=P, datum=date(2023, 8, 1), landelijk=None, bron="", regels=[(3, 12, None, None)]
    )
    with pytest.raises(RuleError, match="taakstelling van 12 en kan er geen 15 afstaan"):
        bring_into_force(twente, hv, date(2023, 8, 1))
    bring_into_force(twente, hv, date(2023, 7, 31))
    assert blad(twente, hv).partijen[0].oud == 248
    assert current_taakstelling(twente, P, date(2023, 7, 31))["Enschede"] == 233
    assert current_taakstelling(twente, P)["Enschede"] == -3  # lowered afterwards: the stand says so


def test_who_is_below_zero_can_be_helped_by_a_new_agreement(twente: Ledger) -> None:
    bring_into_force(twente, make_herverdeling(twente, P, [Deel("Borne", "Almelo", 30)]), date(2023, 7, 1))
    import_taakstelling(
        twente, periode=P, datum=date(2023, 8, 1), landelijk=None, bron="", regels=[(2, 10, None, None)]
    )
    assert current_taakstelling(twente, P)["Borne"] == -20
    part = make_herverdeling(twente, P, [Deel("Almelo", "Borne", 5)])  # still below, yet not by this one
    bring_into_force(twente, part, date(2023, 8, 10))
    assert [(each.gemeente, each.oud, each.nieuw) for each in blad(twente, part).partijen] == [
        ("Almelo", 143, 138),
        ("Borne", -20, -15),
    ]
    with pytest.raises(RuleError, match="Borne heeft in 2023-II een taakstelling van −15 en kan er geen 1 afstaan"):
        make_herverdeling(twente, P, [Deel("Borne", "Enschede", 1)])


def test_recorded_afterwards_it_must_hold_beside_what_came_later(twente: Ledger) -> None:
    gives = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 50)])
    later, earlier = (make_herverdeling(twente, P, [Deel("Borne", "Almelo", 30)]) for _ in range(2))
    bring_into_force(twente, later, date(2023, 7, 1))
    bring_into_force(twente, gives, date(2023, 8, 1))
    with pytest.raises(RuleError, match="taakstelling van 8 en kan er geen 30"):  # 38 − 30 − 30 between July and August
        bring_into_force(twente, earlier, date(2023, 6, 1))
    bring_into_force(twente, earlier, date(2023, 8, 15))
    assert current_taakstelling(twente, P)["Borne"] == 28


# the COA


def test_the_coa_says_no_and_later_yes(twente: Ledger, hv: int) -> None:
    with pytest.raises(RuleError, match="volgt pas als elk college het besluit heeft bekendgemaakt"):
        tell(twente, hv, TODAY)
    bring_into_force(twente, hv, date(2023, 7, 1))
    with pytest.raises(RuleError, match="niet voor de laatste bekendmaking van 30-06-2023"):
        tell(twente, hv, date(2023, 6, 29))
    with pytest.raises(RuleError, match="vul eerst de kennisgeving aan het COA in"):
        record_verwerking(twente, Verwerking(herverdeling_id=hv, datum=TODAY), today=TODAY)
    tell(twente, hv, date(2023, 6, 30), "coa")
    for day, sentence in ((date(2023, 6, 30), "voor 01-07-2023"), (date(2023, 9, 2), "toekomst")):
        with pytest.raises(RuleError, match=sentence):
            record_verwerking(twente, Verwerking(herverdeling_id=hv, datum=day), today=TODAY)
    no = Verwerking(herverdeling_id=hv, datum=date(2023, 7, 14), afgekeurd=True, reden="de som klopt niet")
    yes = Verwerking(herverdeling_id=hv, datum=date(2023, 7, 20))
    record_verwerking(twente, yes, today=TODAY)
    record_verwerking(twente, no, today=TODAY)  # recorded later, said earlier: the newest counts
    assert [status(twente, hv, date(2023, 7, day)) for day in (13, 14, 19, 20)] == [
        "in werking", "afgekeurd", "afgekeurd", "verwerkt"
    ]  # fmt: skip
    counts = [bool(moved(twente, date(2023, 7, day))) for day in (13, 14, 19, 20)]
    assert counts == [True, False, False, True]
    with pytest.raises(RuleError, match="het COA reageerde op 14-07-2023"):
        tell(twente, hv, date(2023, 7, 15), "coa")
    (told,) = twente.kennisgevingen
    with pytest.raises(RuleError, match="verwijder eerst het bericht van het COA"):
        remove_kennisgeving(twente, told)
    for said in twente.verwerkingen:
        remove_verwerking(twente, said)
    remove_kennisgeving(twente, told)
    assert status(twente, hv) == "in werking"


def test_the_stand_says_who_is_below_zero_by_what_the_coa_rejected(twente: Ledger, hv: int) -> None:
    bring_into_force(twente, hv, date(2023, 7, 1))
    bring_into_force(twente, make_herverdeling(twente, P, [Deel("Borne", "Almelo", 45)]), date(2023, 7, 5))
    tell(twente, hv, date(2023, 7, 6))
    no = Verwerking(herverdeling_id=hv, datum=date(2023, 7, 14), afgekeurd=True, reden="de som klopt niet")
    record_verwerking(twente, no, today=TODAY)
    for op, sentences in ((date(2023, 7, 13), 0), (date(2023, 7, 14), 1)):
        said = remarks(twente, P, stand(twente, P, op).regels)
        assert len(said) == sentences and all("onder 0: Borne (−7)" in each for each in said)


def test_rejected_another_day_replaces_the_same_day(twente: Ledger, hv: int) -> None:
    bring_into_force(twente, hv, date(2023, 7, 1))
    tell(twente, hv, date(2023, 7, 3))
    for no in (True, False):
        said = Verwerking(herverdeling_id=hv, datum=date(2023, 7, 14), afgekeurd=no, reden="som" if no else "")
        record_verwerking(twente, said, today=TODAY)
    assert len(list(twente.verwerkingen)) == 1 and status(twente, hv) == "verwerkt"


def test_what_each_status_means() -> None:
    assert {each for each in Status if each.geldt} == {Status.IN_WERKING, Status.GEMELD, Status.VERWERKT}
    assert {each for each in Status if each.loopt} == {
        Status.CONCEPT, Status.TER_BESLUITVORMING, Status.BESLOTEN, Status.BEKENDGEMAAKT
    }  # fmt: skip


# longer agreements, outsiders, warnings


def _later(ledger: Ledger, periode: Periode, **aantallen: int) -> None:
    ids = {each.naam: each.id for each in ledger.gemeenten}
    regels = [(ids[naam] or 0, aantal, None, None) for naam, aantal in aantallen.items()]
    import_taakstelling(ledger, periode=periode, datum=date(2023, 8, 1), landelijk=None, bron="", regels=regels)


@pytest.mark.parametrize("halfjaren", [2, 3, 4])
def test_a_longer_agreement_counts_in_each_half_year(twente: Ledger, halfjaren: int) -> None:
    every = [P]
    while len(every) < halfjaren + 1:
        every.append(every[-1].next)
        _later(twente, every[-1], Enschede=100, Borne=20, Almelo=20)
    agreed = Bepalingen(tot_en_met=every[halfjaren - 1], **LONGER)
    id = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 15)], agreed)
    bring_into_force(twente, id, date(2023, 8, 15))
    counted = [moved(twente, TODAY, each) for each in every]
    assert counted == [{"Borne": 15, "Enschede": -15}] * halfjaren + [{}]
    assert [moved(twente, date(2023, 8, 14), each) for each in every] == [{}] * (halfjaren + 1)


def test_a_longer_agreement_says_why_and_with_whom(twente: Ledger) -> None:
    delen = [Deel("Enschede", "Borne", 15)]
    for agreed, sentence in (
        (Bepalingen(tot_en_met=P.next), "Schrijf waarom deze langer geldt"),
        (Bepalingen(tot_en_met=P.next, reden_langer="eilanden"), "met het COA, A&M en VRO"),
        (Bepalingen(tot_en_met=P.previous, **LONGER), "eindigt voor zij begint"),
    ):
        with pytest.raises(RuleError, match=sentence):
            make_herverdeling(twente, P, delen, agreed)
    assert make_herverdeling(twente, P, delen, Bepalingen(tot_en_met=P))


def test_below_zero_in_a_later_half_year(twente: Ledger) -> None:
    _later(twente, P.next, Enschede=10)  # of Borne nothing is known yet
    with pytest.raises(RuleError, match="Enschede heeft in 2024-I een taakstelling van 10 en kan er geen 15 afstaan"):
        make_herverdeling(twente, P, [Deel("Enschede", "Borne", 15)], Bepalingen(tot_en_met=P.next, **LONGER))
    make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)], Bepalingen(tot_en_met=P.next, **LONGER))


def test_a_party_from_outside_the_table(twente: Ledger) -> None:
    add_gemeente(twente, Gemeente(gm_code="GM0193", naam="Zwolle", lid=False))
    import_taakstelling(
        twente, periode=P, datum=date(2023, 5, 2), landelijk=None, bron="", regels=[(4, 100, None, None)]
    )
    delen = [Deel("Zwolle", "Borne", 5)]
    with pytest.raises(RuleError, match="Geen lid van deze regietafel: Zwolle"):
        make_herverdeling(twente, P, delen)
    id = make_herverdeling(twente, P, delen, Bepalingen(buiten_tafel=True))
    bring_into_force(twente, id, TODAY)
    assert current_taakstelling(twente, P) == {"Almelo": 113, "Borne": 43, "Enschede": 248, "Zwolle": 95}
    assert stand(twente, P, TODAY).totaal.herverdeling == 5  # of the members alone


def test_every_rule_says_what_holds_where_it_stands_and_what_is_wrong() -> None:
    oud, leden = {"A": 10, "B": 5}, frozenset("AB")
    wrong: dict[str, dict[str, Any]] = {
        "minstens twee": {"delen": []},
        "niet aan zichzelf": {"delen": [Deel("A", "A", 1)]},
        "groter dan nul": {"delen": [Deel("A", "B", 0)]},
        "één aantal": {"delen": [Deel("A", "B", 1), Deel("B", "A", 2)]},
        "bekend": {"delen": [Deel("A", "C", 1)], "leden": frozenset("ABC")},
        "niet onder nul": {"delen": [Deel("A", "B", 11)]},
        "één periode": {"delen": [Deel("A", "B", 1)], "bepalingen": Bepalingen(tot_en_met=P.next)},
        "zelfde tafel": {"delen": [Deel("A", "B", 1)], "leden": frozenset("A")},
        "geen achterstand": {"delen": [Deel("A", "B", 1)], "achterstand": {"A": 1}},
        "geen opvang": {"delen": [Deel("A", "B", 1)], "bepalingen": Bepalingen(toelichting="voor 20 opvangplekken")},
    }
    assert {regel.naam for regel in REGELS} == {*wrong, "som gelijk"}
    assert all(regel.zin and regel.bron for regel in REGELS)
    for naam, facts in wrong.items():
        plan = Voornemen(**{"periode": P, "oud": oud, "leden": leden, **facts})
        broken = [regel for regel in REGELS if regel.breuk(plan)]
        assert [regel.naam for regel in broken] == [naam]
        if broken[0].streng:
            with pytest.raises(RuleError):
                check(plan)
        else:
            check(plan)
            assert len(waarschuwingen(plan)) == 1
    right = Voornemen(periode=P, oud=oud, leden=leden, delen=[Deel("A", "B", 10)], achterstand={"A": 0, "B": 4})
    assert not any(regel.breuk(right) for regel in REGELS)  # who takes over may be behind, who is ahead may give


def test_in_force_it_is_judged_by_what_it_froze(twente: Ledger) -> None:
    _later(twente, P.next, Enschede=60, Borne=20, Almelo=20)
    agreed = Bepalingen(tot_en_met=P.next, **LONGER)
    id = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 50)], agreed)
    before = voornemen_of(twente, blad(twente, id))
    bring_into_force(twente, id, TODAY)
    after = voornemen_of(twente, blad(twente, id, TODAY))
    assert {naam: before.oud[naam] for naam in after.oud} == after.oud and before.later == after.later
    assert not any(regel.breuk(after) for regel in REGELS)


# files of before


@pytest.mark.parametrize("versie", [1, 2])
def test_an_agreement_of_an_older_file_stays_in_force(tmp_path: Path, versie: int) -> None:
    path = tmp_path / "oud.regietafel"
    db = sqlite3.connect(path)
    db.executescript((DATA / f"bestand_versie_{versie}.sql").read_text(encoding="utf-8"))
    db.execute("INSERT INTO partij (herverdeling_id, gemeente_id, oud) VALUES (1, 3, 248), (1, 2, 38)")
    db.execute("UPDATE herverdeling SET in_werking_op = '2023-09-01' WHERE id = 1")  # as that version did
    db.commit()
    db.close()
    ledger = Ledger.open(path)
    made = next(each for each in ledger.herverdelingen if each.in_werking_op)
    assert made.id and made.in_werking_op and not list(ledger.behandelingen)
    view = blad(ledger, made.id, made.in_werking_op)
    assert view.stand is Status.IN_WERKING and view.volgende_stap.startswith("Kennisgeving aan het COA")
    assert moved(ledger, made.in_werking_op, made.periode)
    assert status(ledger, made.id, made.in_werking_op - datetime.timedelta(days=1)) == "concept"
    tell(ledger, made.id, made.in_werking_op)
    assert status(ledger, made.id, made.in_werking_op) == "gemeld"
    record_verwerking(ledger, Verwerking(herverdeling_id=made.id, datum=made.in_werking_op))
    record(ledger, made.id, contact="afdeling Wonen")
    assert find(ledger, made.kenmerk, made.in_werking_op).status == "verwerkt"
    with pytest.raises(RuleError, match="verandert niet meer"):
        record(ledger, made.id, besluit_op=made.in_werking_op)
    ledger.close()
