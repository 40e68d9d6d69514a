"""The clock of a meeting: words and a shape, said once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible

from regietafel.queries.agenda import PuntRegel, agenda
from tests.ui.meeting import open_example, prepared, said
from ui.kit.session import Session
from ui.wizards.vergadering_klok import BIJNA, OM, RUIM, Klok, Tijd, still_to_go, time_left, time_of

BEGIN = datetime.datetime(2023, 9, 4, 10, 0, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("minuten", "seconden", "tijd"),
    [
        (10, 0, Tijd(RUIM, "Nog 10 min")),
        (10, 1, Tijd(RUIM, "Nog 10 min")),
        (10, 60, Tijd(RUIM, "Nog 9 min")),
        (10, 479, Tijd(RUIM, "Nog 3 min")),
        (10, 480, Tijd(BIJNA, "Nog 2 min · bijna om")),
        (10, 599, Tijd(BIJNA, "Nog 1 min · bijna om")),
        (10, 600, Tijd(OM, "Tijd is om")),
        (10, 659, Tijd(OM, "Tijd is om")),
        (10, 720, Tijd(OM, "Tijd is om · 2 min over")),
        (None, 200, Tijd(RUIM, "3 min bezig")),
        (0, 0, Tijd(RUIM, "0 min bezig")),
    ],
)
def test_time_left_in_words(minuten: int | None, seconden: int, tijd: Tijd) -> None:
    assert time_left(minuten, seconden) == tijd


@pytest.fixture
def punten(qapp: Any, tmp_path: Path) -> Iterator[tuple[PuntRegel, ...]]:
    session: Session = open_example(tmp_path / "Twente.regietafel")
    yield agenda(session.ledger, prepared(session.ledger).id or 0)
    session.close()


def test_a_subpoint_shares_the_minutes_of_its_point(punten: tuple[PuntRegel, ...]) -> None:
    by_number = {each.nummer: each for each in punten}
    spent = {by_number["3"].id: 300, by_number["3.1"].id: 200}
    assert time_of(punten, by_number["3.1"], spent) == Tijd(BIJNA, "Nog 2 min · bijna om")  # of ten
    own = replace(by_number["3.1"], minuten=20, duur=20)
    assert time_of(punten, own, spent) == Tijd(RUIM, "Nog 17 min")


def test_what_was_discussed_takes_no_more_time(punten: tuple[PuntRegel, ...]) -> None:
    assert still_to_go(punten, {}) == (55 * 60, True)
    assert still_to_go(punten, {punten[0].id: 1_000}) == (50 * 60, True)  # longer than planned
    done = [replace(each, besproken=each.nummer.startswith(("1", "2"))) for each in punten]
    assert still_to_go(done, {}) == (35 * 60, True)
    assert still_to_go(done, {punten[0].id: 60}, punten[0].id) == (39 * 60, True)  # something was typed at it
    unknown = [replace(each, duur=None) if each.nummer == "7" else each for each in done]
    assert still_to_go(unknown, {}) == (30 * 60, False)


def test_the_clock_counts_per_point(qtbot: Any, punten: tuple[PuntRegel, ...]) -> None:
    now = [BEGIN]
    klok = Klok("11:30", lambda: now[0])
    qtbot.addWidget(klok)
    klok.show()
    klok.show_punt(punten, punten[0])
    assert "Nog 5 min" in said(klok) and "10:00 · gepland tot 11:30 · verwacht tot 10:55" in said(klok)
    now[0] += datetime.timedelta(minutes=4)
    klok.tick()
    assert "Nog 1 min · bijna om" in said(klok)
    klok.show_punt(punten, punten[1])
    assert "Nog 15 min" in said(klok)
    now[0] += datetime.timedelta(minutes=16)
    klok.show_punt(punten, punten[0])  # back: it goes on from where it was
    now[0] += datetime.timedelta(minutes=3)
    klok.tick()
    assert "Tijd is om · 2 min over" in said(klok)
    assert klok.spent == {punten[0].id: 420, punten[1].id: 960}
    now[0] -= datetime.timedelta(hours=1)  # the computer's clock was set back
    klok.tick()
    assert "Nog 1 min" in said(klok) and klok.spent == {punten[0].id: 240, punten[1].id: 960}


def test_a_warning_is_said_once(qtbot: Any, punten: tuple[PuntRegel, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.append)
    now = [BEGIN]
    klok = Klok("11:30", lambda: now[0])
    qtbot.addWidget(klok)
    klok.show_punt(punten, punten[0])
    for _second in range(360):
        now[0] += datetime.timedelta(seconds=1)
        klok.tick()
    assert len(heard) == 2  # at 80 %, and when the time is over
