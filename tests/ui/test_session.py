"""Work in the background, refusals, and closing."""

from __future__ import annotations

import gc
import threading
from typing import Any

from regietafel.errors import RuleError
from regietafel.ledger import Ledger
from ui.kit.session import Session


def test_work_is_done_elsewhere_and_delivered_here(qtbot: Any, session: Session) -> None:
    got: list[Any] = []
    failed: list[BaseException] = []
    session.run_in_background(threading.current_thread, got.append, failed.append)
    session.run_in_background(
        lambda: 6 * 7, lambda result: got.extend([result, threading.current_thread()]), failed.append
    )
    session.run_in_background(lambda: 1 // 0, got.append, failed.append)
    qtbot.waitUntil(lambda: len(got) == 3 and len(failed) == 1)
    assert got[0] is not threading.main_thread() and got[1:] == [42, threading.main_thread()]
    assert isinstance(failed[0], ZeroDivisionError)


def test_widgets_nobody_needs_are_not_destroyed_on_the_thread(qtbot: Any, session: Session) -> None:
    got: list[Any] = []
    session.run_in_background(gc.isenabled, got.append, got.append)
    session.run_in_background(gc.isenabled, got.append, got.append)
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got == [False, False] and gc.isenabled()
    closed = Session(Ledger.in_memory())
    closed.run_in_background(lambda: 1, got.append, got.append)
    closed.close()
    assert gc.isenabled()


def test_the_thread_has_ended_before_what_it_held_is_let_go(qtbot: Any, session: Session) -> None:
    alive: list[list[threading.Thread]] = []

    class Held:
        """Of something Qt wants destroyed where its window lives."""

        def told(self, _outcome: object) -> None:
            pass

        def __del__(self) -> None:
            alive.append([each for each in threading.enumerate() if each.name.startswith("achtergrond")])

    def ask(fault: bool) -> None:
        work = Held()
        session.run_in_background(lambda: [work, 1 // (not fault)], Held().told, Held().told)

    for fault in (False, True):
        ask(fault)
        qtbot.waitUntil(lambda wanted=3 + 3 * fault: len(alive) == wanted)
    assert alive == [[]] * 6


def test_nothing_is_collected_while_another_file_is_worked_for(qtbot: Any, session: Session, sessie: Session) -> None:
    go_on = threading.Event()
    got: list[Any] = []
    session.run_in_background(lambda: go_on.wait(60), got.append, got.append)
    sessie.run_in_background(lambda: 1, got.append, got.append)
    qtbot.waitUntil(lambda: got == [1])
    sessie.close()
    assert not gc.isenabled()
    go_on.set()
    qtbot.waitUntil(gc.isenabled)


def test_nothing_is_begun_for_a_file_that_is_closed() -> None:
    session = Session(Ledger.in_memory())
    session.close()
    asked: list[Any] = []
    session.run_in_background(lambda: asked.append(1), asked.append, asked.append)
    assert gc.isenabled() and not asked


def test_nothing_arrives_after_closing(qtbot: Any) -> None:
    session = Session(Ledger.in_memory())
    got: list[Any] = []
    session.run_in_background(lambda: 1, got.append, got.append)
    session.close()
    qtbot.wait(20)
    assert not got


def test_attempt_says_why_something_was_refused(qtbot: Any, session: Session) -> None:
    def refuse() -> None:
        raise RuleError("Dat mag niet.")

    with qtbot.waitSignal(session.refused) as refused:
        assert not session.attempt(refuse)
    assert refused.args == ["Dat mag niet."] and session.attempt(lambda: None)


def test_periode_is_announced_when_it_is_another(qtbot: Any, session: Session) -> None:
    heard: list[Any] = []
    session.periode_changed.connect(heard.append)
    session.periode = "2023-II"
    session.periode = "2024-I"
    assert heard == ["2024-I"] and session.periode == "2024-I"
