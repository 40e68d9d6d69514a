"""What comes on an agenda by itself, and that nothing gets lost when meetings move, are cancelled or go together."""

from __future__ import annotations

import datetime
from contextlib import closing, suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.actions import agenda, bijlagen, overleggen, overlegreeksen, regio, verslag
from regietafel.domain.agenda import Agendapunt, numbered
from regietafel.domain.overleg import GEHOUDEN, NOG_TE_HOUDEN, Overlegreeks
from regietafel.domain.regio import Gemeente, Regio
from regietafel.domain.verslag import Verslagregel
from regietafel.errors import RuleError, Twijfel
from regietafel.ledger import Ledger
from regietafel.queries.agendavulling import proposals
from regietafel.queries.overlegstaat import staat

DAYS = [datetime.date(2023, 1, 10) + datetime.timedelta(weeks=8 * number) for number in range(6)]
LAST = datetime.date(2025, 1, 7)


def table() -> Ledger:
    ledger = Ledger.in_memory()
    regio.make_regio(ledger, Regio(naam="Regietafel Twente"), [Gemeente(gm_code="GM0141", naam="Almelo")])
    overlegreeksen.save_overlegreeks(ledger, Overlegreeks(naam="Regietafel", soort="regietafel"))
    overleggen.make_overleggen(ledger, 1, DAYS[:3])
    return ledger


def titles(ledger: Ledger, overleg_id: int) -> list[str]:
    return [f"{number} {punt.titel}" for number, punt in numbered(ledger.agendapunten.where(overleg_id=overleg_id))]


def hold(ledger: Ledger, overleg_id: int) -> None:
    overleggen.begin_overleg(ledger, overleg_id)
    overleggen.end_overleg(ledger, overleg_id)


def add(ledger: Ledger, titel: str, overleg_id: int = 1, **more: object) -> Agendapunt:
    return agenda.save_punt(ledger, replace(Agendapunt(overleg_id=overleg_id, titel=titel), **more))  # type: ignore[arg-type]


def of_action(ledger: Ledger, punt: Agendapunt) -> Verslagregel:
    assert punt.id is not None
    return verslag.record_regel(
        ledger, Verslagregel(overleg_id=punt.overleg_id, agendapunt_id=punt.id, soort="actie", tekst="Doen")
    )


@pytest.fixture
def ledger() -> Ledger:
    return table()


def test_the_usual_points_come_by_themselves_and_a_new_one_before_those_that_close(ledger: Ledger) -> None:
    add(ledger, "Flexwoningen")
    assert titles(ledger, 1) == [
        "1 Opening en vaststellen agenda",
        "2 Stand van zaken taakstelling en opvangplekken",
        "3 Flexwoningen",
        "4 Actualiteiten",
        "5 Openstaande acties",
        "6 Terugkoppeling PRT",
        "7 Wat verder ter tafel komt",
    ]


def test_the_list_is_a_point_on_the_next_agenda_until_it_is_adopted(ledger: Ledger) -> None:
    hold(ledger, 1)
    assert "4 Verslag van 10 januari 2023 vaststellen" in titles(ledger, 2)
    hold(ledger, 2)  # not adopted there
    assert [each for each in titles(ledger, 3) if "Verslag" in each] == [
        "4 Verslag van 10 januari 2023 vaststellen",
        "5 Verslag van 7 maart 2023 vaststellen",
    ]
    overleggen.adopt_verslag(ledger, 1)
    overleggen.cancel_overleg(ledger, 3, "")
    made = overleggen.make_overleggen(ledger, 1, [LAST])[0]
    assert made.id and [each for each in titles(ledger, made.id) if "Verslag" in each] == [
        "4 Verslag van 7 maart 2023 vaststellen"
    ]


def test_an_adopted_list_that_is_reopened_is_to_be_adopted_again(ledger: Ledger) -> None:
    hold(ledger, 1)
    overleggen.adopt_verslag(ledger, 1)
    hold(ledger, 2)
    overleggen.reopen_overleg(ledger, 1, "een besluit ontbrak")
    assert any("Verslag van 10 januari 2023 vaststellen" in each for each in titles(ledger, 3))
    steps = [(each.staat, each.toelichting) for each in ledger.overlegstappen.where(overleg_id=1)]
    assert steps[-2:] == [("vastgesteld", ""), ("verslag_concept", "een besluit ontbrak")]


def test_a_point_returns_until_it_is_discussed_has_no_open_action_and_is_not_recurring(ledger: Ledger) -> None:
    discussed, done, busy, always = (add(ledger, titel) for titel in ("Klaar", "Gedaan", "Bezig", "Altijd"))
    add(ledger, "Niet besproken")
    agenda.save_punt(ledger, replace(ledger.agendapunten.get(always.id or 0), terugkerend=True))
    for punt in (discussed, done, busy, always):
        agenda.set_besproken(ledger, punt.id or 0, True)
    verslag.set_gereed(ledger, of_action(ledger, done).id or 0, DAYS[0])
    action = of_action(ledger, busy)
    hold(ledger, 1)
    assert titles(ledger, 2)[2:5] == ["3 Bezig", "4 Altijd", "5 Niet besproken"]

    for _number, punt in numbered(ledger.agendapunten.where(overleg_id=2)):
        agenda.set_besproken(ledger, punt.id or 0, True)
    hold(ledger, 2)  # the action is still open, though the point that came back was discussed
    assert titles(ledger, 3)[2:4] == ["3 Bezig", "4 Altijd"]

    verslag.set_gereed(ledger, action.id or 0, DAYS[2])
    for _number, punt in numbered(ledger.agendapunten.where(overleg_id=3)):
        agenda.set_besproken(ledger, punt.id or 0, True)
    hold(ledger, 3)
    made = overleggen.make_overleggen(ledger, 1, [LAST])[0]
    assert made.id and titles(ledger, made.id)[2:4] == ["3 Altijd", "4 Actualiteiten"]


def test_what_came_back_for_an_action_goes_when_that_is_done_and_comes_when_it_is_open_again(ledger: Ledger) -> None:
    busy, both, own = (add(ledger, titel) for titel in ("Bezig", "Ook niet besproken", "Aangevuld"))
    overleggen.begin_overleg(ledger, 1)
    actions = [of_action(ledger, punt) for punt in (busy, both, own)]
    agenda.set_besproken(ledger, both.id or 0, False)
    overleggen.end_overleg(ledger, 1)
    agenda.remove_punt(ledger, next(ledger.agendapunten.where(overleg_id=2, titel="Terugkoppeling PRT")))
    here = next(ledger.agendapunten.where(overleg_id=2, titel="Aangevuld"))
    agenda.save_punt(ledger, replace(here, toelichting="Met nieuwe cijfers"))
    for action in actions:
        verslag.set_gereed(ledger, action.id or 0, DAYS[0])
    assert titles(ledger, 2)[2:5] == ["3 Ook niet besproken", "4 Aangevuld", "5 Actualiteiten"]
    verslag.set_gereed(ledger, actions[0].id or 0, None)
    assert titles(ledger, 2)[2:5] == ["3 Ook niet besproken", "4 Aangevuld", "5 Bezig"]
    assert not any("PRT" in each for each in titles(ledger, 2))  # what was taken off on purpose stays off

    agenda.record_verzending(ledger, 2, DAYS[0], DAYS[0], momentopname=b"{}")
    verslag.set_gereed(ledger, actions[0].id or 0, DAYS[0])
    assert "5 Bezig" in titles(ledger, 2)  # it was sent so


def test_what_is_typed_at_a_point_means_that_it_was_discussed(ledger: Ledger) -> None:
    punt = add(ledger, "Brief")
    overleggen.begin_overleg(ledger, 1)
    verslag.record_regel(
        ledger, Verslagregel(overleg_id=1, agendapunt_id=punt.id, soort="besluit", tekst="Voor kennisgeving aangenomen")
    )
    overleggen.end_overleg(ledger, 1)
    assert not any("Brief" in each for each in titles(ledger, 2))


def test_what_changes_in_a_list_after_the_meeting_changes_the_next_agenda_until_that_is_sent(ledger: Ledger) -> None:
    punt = add(ledger, "Brief")
    hold(ledger, 1)
    assert "3 Brief" in titles(ledger, 2)
    agenda.set_besproken(ledger, punt.id or 0, True)
    assert "3 Brief" not in titles(ledger, 2)
    action = of_action(ledger, punt)
    assert "3 Brief" in titles(ledger, 2)
    verslag.remove_regel(ledger, action)
    assert "3 Brief" not in titles(ledger, 2)
    ledger.undo()
    assert "3 Brief" in titles(ledger, 2)
    ledger.redo()
    assert "3 Brief" not in titles(ledger, 2)
    agenda.record_verzending(ledger, 2, DAYS[0], DAYS[0], momentopname=b"{}")
    of_action(ledger, punt)
    assert "3 Brief" not in titles(ledger, 2)


def test_rows_that_come_in_together_after_the_meeting_change_the_next_agenda_too(ledger: Ledger) -> None:
    punt = add(ledger, "Brief")
    agenda.set_besproken(ledger, punt.id or 0, True)
    hold(ledger, 1)
    row = Verslagregel(overleg_id=1, agendapunt_id=punt.id, soort="actie", tekst="Doen")
    verslag.record_regels(ledger, 1, [verslag.Rij(row)])
    assert "3 Brief" in titles(ledger, 2)


def test_agendas_from_which_nothing_comes_back_are_not_read_again(ledger: Ledger) -> None:
    for number in (1, 2):
        for punt in [*ledger.agendapunten.where(overleg_id=number)]:
            agenda.set_besproken(ledger, punt.id or 0, True)
        hold(ledger, number)
    add(ledger, "Brief", 3)
    hold(ledger, 3)
    asked: list[str] = []
    ledger.db.set_trace_callback(asked.append)
    overleggen.make_overleggen(ledger, 1, [LAST])
    ledger.db.set_trace_callback(None)
    read = {number for number in (1, 2, 3) for sql in asked if f"FROM agendapunt WHERE overleg_id IS {number} " in sql}
    assert read == {3}  # or of twenty years of meetings a row of a list would wait for all of them


def test_what_is_discussed_when_a_meeting_goes_on_goes_from_the_next_agenda(ledger: Ledger) -> None:
    punt = add(ledger, "Brief")
    hold(ledger, 1)  # too soon
    overleggen.begin_overleg(ledger, 1)
    agenda.set_besproken(ledger, punt.id or 0, True)
    assert "3 Brief" in titles(ledger, 2)  # it is not over yet
    overleggen.end_overleg(ledger, 1)
    assert "3 Brief" not in titles(ledger, 2)


def test_a_list_is_never_adopted_by_a_meeting_before_its_own(ledger: Ledger) -> None:
    for number in (1, 2, 3):
        hold(ledger, number)
    before = overleggen.make_overleggen(ledger, 1, [DAYS[2] - datetime.timedelta(days=1)])[0]
    assert [each for each in titles(ledger, before.id or 0) if "Verslag" in each] == [
        "4 Verslag van 10 januari 2023 vaststellen",
        "5 Verslag van 7 maart 2023 vaststellen",
    ]


def test_a_subpoint_that_comes_back_without_its_point_stays_as_confidential_as_that_was(ledger: Ledger) -> None:
    secret = add(ledger, "Grondprijs", vertrouwelijk=True)
    below = add(ledger, "Taxatie", hoofdpunt_id=secret.id)
    agenda.set_besproken(ledger, secret.id or 0, True)
    hold(ledger, 1)
    back = next(ledger.agendapunten.where(overleg_id=2, vorige_id=below.id))
    assert back.hoofdpunt_id is None and back.vertrouwelijk
    agenda.set_besproken(ledger, below.id or 0, True)  # and still goes when it no longer has to come back
    assert ledger.agendapunten.find(overleg_id=2, titel="Taxatie") is None

    agenda.set_besproken(ledger, secret.id or 0, False)
    agenda.set_besproken(ledger, below.id or 0, False)
    head, under = (next(ledger.agendapunten.where(overleg_id=2, titel=name)) for name in ("Grondprijs", "Taxatie"))
    assert under.hoofdpunt_id == head.id and head.vertrouwelijk and not under.vertrouwelijk  # together, as it was


def test_a_subpoint_taken_from_under_a_confidential_point_stays_confidential(ledger: Ledger) -> None:
    secret, other = (add(ledger, titel, vertrouwelijk=True) for titel in ("Grondprijs", "Bod"))
    openly = add(ledger, "Brief")
    below = add(ledger, "Taxatie", hoofdpunt_id=secret.id)

    def put(head: int | None) -> Agendapunt:
        order = [each for each in ledger.agendapunten.where(overleg_id=1) if each.id != below.id]
        ids = [(each.id or 0, each.hoofdpunt_id) for each in order]
        agenda.order_punten(ledger, 1, [*ids, (below.id or 0, head)])
        return ledger.agendapunten.get(below.id or 0)

    assert not put(secret.id).vertrouwelijk and not put(other.id).vertrouwelijk  # it need not say so itself
    assert put(openly.id).vertrouwelijk
    put(secret.id)
    again = agenda.save_punt(ledger, replace(put(secret.id), vertrouwelijk=False))
    loose = agenda.save_punt(ledger, replace(again, hoofdpunt_id=None))
    assert loose.vertrouwelijk and loose.hoofdpunt_id is None
    assert not agenda.save_punt(ledger, replace(loose, vertrouwelijk=False)).vertrouwelijk  # said by the user


def test_a_subpoint_of_a_usual_point_that_was_confidential_once_stays_so(ledger: Ledger) -> None:
    usual = next(ledger.agendapunten.where(overleg_id=1, titel="Actualiteiten"))
    agenda.save_punt(ledger, replace(usual, vertrouwelijk=True))
    below = add(ledger, "Taxatie", hoofdpunt_id=usual.id)
    hold(ledger, 1)
    back = next(ledger.agendapunten.where(overleg_id=2, vorige_id=below.id))
    head = ledger.agendapunten.get(back.hoofdpunt_id or 0)
    assert head.titel == "Actualiteiten" and not head.vertrouwelijk and back.vertrouwelijk


def test_all_that_was_prepared_for_a_cancelled_meeting_comes_on_the_next_once(ledger: Ledger) -> None:
    punt = add(ledger, "Flexwoningen", vertrouwelijk=True)
    add(ledger, "Financiering", hoofdpunt_id=punt.id)
    usual = next(ledger.agendapunten.where(overleg_id=1, titel="Actualiteiten"))
    add(ledger, "Brief van het COA", hoofdpunt_id=usual.id)
    own = agenda.save_punt(ledger, replace(usual, toelichting="De opening in Borne", volgorde=usual.volgorde))
    assert punt.id and own.id
    bijlagen.add_agendabijlage(ledger, punt.id, "Kaart", "kaart.png", b"PNG", openbaar=True)
    overleggen.cancel_overleg(ledger, 1, "sneeuw")
    agenda.fill_agenda(ledger, 2)  # again adds nothing
    assert titles(ledger, 2) == [
        "1 Opening en vaststellen agenda",
        "2 Stand van zaken taakstelling en opvangplekken",
        "3 Flexwoningen",
        "3.1 Financiering",
        "4 Actualiteiten",
        "4.1 Brief van het COA",
        "5 Openstaande acties",
        "6 Terugkoppeling PRT",
        "7 Wat verder ter tafel komt",
    ]
    back = next(ledger.agendapunten.where(overleg_id=2, titel="Flexwoningen"))
    assert back.vertrouwelijk and back.vorige_id == punt.id
    assert [each.titel for each in ledger.bijlagen.where(agendapunt_id=back.id)] == ["Kaart"]
    assert next(ledger.agendapunten.where(overleg_id=2, titel="Actualiteiten")).toelichting == "De opening in Borne"


def test_a_usual_point_that_is_taken_out_does_not_come_back_from_meetings_that_were_held(ledger: Ledger) -> None:
    usual = ledger.vastpunten.find(titel="Actualiteiten")
    assert usual is not None
    hold(ledger, 1)
    hold(ledger, 2)
    overlegreeksen.remove_vastpunt(ledger, usual)
    agenda.fill_agenda(ledger, 3)
    overleggen.make_overleggen(ledger, 1, [LAST])
    assert [punt.overleg_id for punt in ledger.agendapunten.where(titel="Actualiteiten")] == [1, 2, 3]


def test_two_meetings_become_one(ledger: Ledger) -> None:
    add(ledger, "Hier")
    add(ledger, "Daar", overleg_id=2)
    overleggen.merge_overleggen(ledger, 2, 1)
    assert titles(ledger, 1)[2:4] == ["3 Hier", "4 Daar"]
    merged = ledger.overleggen.get(2)
    assert merged.samengevoegd_id == 1 and staat(ledger, 2) == "vervallen" and merged.volgnummer == 1
    hold(ledger, 1)
    assert titles(ledger, 3)[2:4] == ["3 Hier", "4 Daar"]  # once


def test_a_usual_point_that_was_taken_off_stays_off_when_meetings_become_one(ledger: Ledger) -> None:
    agenda.remove_punt(ledger, next(ledger.agendapunten.where(overleg_id=1, titel="Terugkoppeling PRT")))
    own = next(ledger.agendapunten.where(overleg_id=2, titel="Actualiteiten"))
    agenda.save_punt(ledger, replace(own, toelichting="De opening in Borne"))
    overleggen.merge_overleggen(ledger, 2, 1)
    assert not any("PRT" in each for each in titles(ledger, 1))
    assert next(ledger.agendapunten.where(overleg_id=1, titel="Actualiteiten")).toelichting == "De opening in Borne"


def test_a_meeting_that_moves_keeps_everything_and_calendars_see_that_it_is_newer(ledger: Ledger) -> None:
    add(ledger, "Flexwoningen")
    before = titles(ledger, 1)
    moved = overleggen.save_overleg(ledger, replace(ledger.overleggen.get(1), datum=LAST))
    assert titles(ledger, 1) == before and moved.volgnummer == 1
    named = overleggen.save_overleg(ledger, replace(moved, voorzitter="burgemeester van Almelo", uid="anders-uid"))
    assert (named.volgnummer, named.uid) == (1, moved.uid)


def test_a_list_with_an_open_question_is_adopted_only_when_one_says_so(ledger: Ledger) -> None:
    overleggen.begin_overleg(ledger, 1)
    verslag.record_regel(ledger, Verslagregel(overleg_id=1, soort="notitie", tekst="Wie belt?", vraag="B, K of A?"))
    overleggen.end_overleg(ledger, 1)
    with pytest.raises(Twijfel, match="Wie belt"):
        overleggen.adopt_verslag(ledger, 1)
    overleggen.adopt_verslag(ledger, 1, toch=True)
    with pytest.raises(RuleError, match="vastgesteld"):
        verslag.remove_regel(ledger, ledger.verslagregels.get(1))
    verslag.set_gereed(ledger, of_another(ledger), DAYS[1])  # progress goes on


def of_another(ledger: Ledger) -> int:
    """An action of a meeting whose list is adopted after that."""
    overleggen.begin_overleg(ledger, 2)
    made = verslag.record_regel(ledger, Verslagregel(overleg_id=2, soort="actie", tekst="Bellen"))
    overleggen.end_overleg(ledger, 2)
    overleggen.adopt_verslag(ledger, 2)
    assert made.id is not None
    return made.id


STEPS = st.tuples(
    st.sampled_from(("add", "sub", "action", "ready", "discuss", "hold", "cancel", "merge", "move", "fill", "remove")),
    st.integers(0, 40),
    st.integers(0, 40),
)


@settings(max_examples=150)
@given(st.lists(STEPS, max_size=25))
def test_nothing_is_lost_whatever_happens_to_the_meetings(steps: list[tuple[str, int, int]]) -> None:
    with closing(table()) as ledger:
        for number, (what, first, second) in enumerate(steps):
            if ledger.overleggen.find(reeks_id=1):  # all of them may have been removed
                with suppress(RuleError, Twijfel):
                    _do(ledger, what, first, second, number)
        overleggen.make_overleggen(ledger, 1, [LAST])
        _check_nothing_lost(ledger)
        last = next(ledger.overleggen.where(datum=LAST))
        assert proposals(ledger, last) == []


def _do(ledger: Ledger, what: str, first: int, second: int, number: int) -> None:
    meetings = [*ledger.overleggen]
    one, other = meetings[first % len(meetings)], meetings[second % len(meetings)]
    assert one.id and other.id
    punten = [*ledger.agendapunten.where(overleg_id=one.id)]
    punt = punten[second % len(punten)] if punten else None
    match what:
        case "add":
            add(ledger, f"Punt {number}", one.id)
        case "sub" if punt:
            add(ledger, f"Punt {number}", one.id, hoofdpunt_id=punt.id)
        case "action" if punt:
            of_action(ledger, punt)
        case "ready":
            actions = [*ledger.verslagregels]
            verslag.set_gereed(ledger, actions[first % len(actions)].id or 0, LAST) if actions else None
        case "discuss" if punt and punt.id:
            agenda.set_besproken(ledger, punt.id, True)
        case "hold":
            hold(ledger, one.id)
        case "cancel":
            overleggen.cancel_overleg(ledger, one.id, "")
        case "merge":
            overleggen.merge_overleggen(ledger, one.id, other.id)
        case "move":
            overleggen.save_overleg(ledger, replace(one, datum=DAYS[second % len(DAYS)]))
        case "fill":
            agenda.fill_agenda(ledger, one.id)
        case "remove":
            overleggen.remove_overleg(ledger, one.id)
        case _:
            pass


def _check_nothing_lost(ledger: Ledger) -> None:
    """Every point a user made is done with, or it (or what it came back as) is on an agenda still to be held."""
    open_at = {each.agendapunt_id for each in ledger.verslagregels.where(soort="actie", gereed_op=None)}
    for punt in ledger.agendapunten:
        if punt.vorige_id is not None or not punt.titel.startswith("Punt"):
            continue
        chain = [punt]
        while (after := ledger.agendapunten.find(vorige_id=chain[-1].id)) is not None:
            chain.append(after)
        leaf = chain[-1]
        now = staat(ledger, leaf.overleg_id)
        assert now in NOG_TE_HOUDEN | GEHOUDEN, (punt, now)
        if now in GEHOUDEN:
            assert leaf.besproken and not any(each.id in open_at for each in chain), punt
