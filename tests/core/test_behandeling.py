"""The facts of an agreement: what may be recorded when, and where it then stands."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from regietafel.actions.behandeling import completes, record_behandelingen, record_verwerking
from regietafel.actions.herverdeling import (
    edit_herverdeling,
    make_herverdeling,
    make_zonder,
    remove_herverdeling,
    withdraw_herverdeling,
)
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.behandeling import Behandeling, Kennisgeving, Status, Verwerking
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError, RuleError
from regietafel.i18n import today
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from regietafel.queries.levensloop import levensloop
from regietafel.queries.stand import stand
from tests.core.agreements import TODAY, P, bring_into_force, moved, record, status, tell
from tests.core.snapshots import snapshot

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
    with pytest.raises(RuleError, match=r"vervangen door HV-2023-II-02\. Trek die eerst in"):
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


def test_an_agreement_is_withdrawn_after_the_last_deed_and_then_stands_still(twente: Ledger, hv: int) -> None:
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


def test_what_each_status_means() -> None:
    assert {each for each in Status if each.geldt} == {Status.IN_WERKING, Status.GEMELD, Status.VERWERKT}
    assert {each for each in Status if each.loopt} == {
        Status.CONCEPT, Status.TER_BESLUITVORMING, Status.BESLOTEN, Status.BEKENDGEMAAKT
    }  # fmt: skip
