"""A list made from its declaration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QToolButton

from regietafel.errors import RuleError
from regietafel.fields import Field
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Listing, ListScreen
from ui.kit.screen import Command
from ui.kit.session import Session
from ui.kit.tables import sums

Make = Callable[..., ListScreen]


@pytest.fixture
def make(qtbot: Any, session: Session, fields: list[Field], rows: list[Any]) -> Make:
    def screen(**changes: Any) -> ListScreen:
        listing = Listing(
            key="proef",
            title="Gemeenten",
            fields=fields,
            rows=lambda session: list(rows),
            tables=frozenset({"gemeente"}),
            empty=Empty(sentence="Nog geen gemeenten."),
            totals=sums("aantal"),
            chips=[Chip("Groot", lambda record: (record.aantal or 0) > 100)],
            detail=lambda session, record: Detail(title=record.naam, parts=[facts(fields, record)]),
        )
        made = ListScreen(replace(listing, **changes), session)
        made.resize(1000, 600)
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        made.take_focus()
        return made

    return screen


def asking(asked: list[Any]) -> Callable[[Session], list[Any]]:
    """A query that writes down every time it is asked."""

    def rows(session: Session) -> list[Any]:
        asked.append(session.periode)
        return []

    return rows


def test_shows_counts_and_filters(qtbot: Any, make: Make) -> None:
    screen = make()
    screen.filter.take_focus()
    qtbot.keyClicks(screen.filter.search, "borne")
    assert [record.naam for record in screen.model.records] == ["Borne"]
    assert "1 van 4 regels" in [label.text() for label in screen.filter.findChildren(QLabel)]
    qtbot.keyClick(screen.filter.search, Qt.Key.Key_Escape)
    assert len(screen.model.records) == 4
    screen.filter._buttons[0].click()
    assert [record.naam for record in screen.model.records] == ["Almelo"]


def test_asks_again_when_its_tables_change_and_keeps_the_cursor(make: Make, session: Session, rows: list[Any]) -> None:
    screen = make()
    screen.table.view.setCurrentIndex(screen.model.index(2, 0))
    rows.insert(0, replace(rows[0], id=9, naam="Aalten"))
    session.changed.emit(frozenset({"realisatie"}))
    assert len(screen.model.records) == 4
    session.changed.emit(frozenset({"gemeente"}))
    assert len(screen.model.records) == 5 and screen.current.naam == "Súdwest-Fryslân"
    rows.pop(3)
    session.changed.emit(frozenset({"gemeente"}))
    assert not screen.panel.isVisible()


def test_hidden_list_waits_until_it_is_seen(make: Make, session: Session) -> None:
    asked: list[Any] = []
    screen = make(rows=asking(asked))
    screen.hide()
    session.changed.emit(frozenset({"gemeente"}))
    session.changed.emit(frozenset({"gemeente"}))
    assert len(asked) == 1
    screen.show()
    assert len(asked) == 2


def test_only_a_list_of_the_periode_follows_the_periode(make: Make, session: Session) -> None:
    asked: list[Any] = []
    once: list[Any] = []
    make(rows=asking(once))
    make(rows=asking(asked), by_periode=True)
    asked.clear()
    session.periode = "2024-I"
    assert asked == ["2024-I"] and once == ["2023-II"]


def test_deleted_list_hears_nothing(make: Make, session: Session) -> None:
    asked: list[Any] = []
    screen = ListScreen(replace(make().listing, rows=asking(asked)), session)
    screen.show()
    screen.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    session.changed.emit(frozenset({"gemeente"}))
    session.periode = "2025-I"
    assert len(asked) == 1


def test_enter_and_double_click_do_the_first_command(qtbot: Any, make: Make) -> None:
    done: list[str] = []
    edit = Command(label="Wijzigen", run=lambda screen, record: done.append(record.naam), keys="F2")
    screen = make(commands=[edit])
    screen.table.view.setCurrentIndex(screen.model.index(1, 0))
    qtbot.keyClick(screen.table.view, Qt.Key.Key_Return)
    qtbot.keyClick(screen.table.view, Qt.Key.Key_F2)
    place = screen.table.view.visualRect(screen.model.index(3, 1)).center()
    qtbot.mouseClick(screen.table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(screen.table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["'s-Hertogenbosch", "'s-Hertogenbosch", "Almelo"]


def test_refusal_of_a_command_is_shown_by_the_window(qtbot: Any, make: Make, session: Session) -> None:
    def refuse(screen: object, record: object) -> None:
        raise RuleError("Dat mag niet.")

    screen = make(commands=[Command(label="Doen", run=refuse)])
    with qtbot.waitSignal(session.refused) as refused:
        screen.run(screen.listing.commands[0], screen.model.records[0])
    assert refused.args == ["Dat mag niet."]


def test_read_only_file_offers_no_change(make: Make, session: Session) -> None:
    done: list[object] = []
    screen = make(commands=[Command(label="Doen", run=lambda screen, record: done.append(record))])
    session.ledger.read_only = "Alleen lezen."
    screen.run(screen.listing.commands[0], screen.model.records[0])
    assert not done


def test_empty_list_says_what_to_do(qtbot: Any, make: Make, session: Session, rows: list[Any]) -> None:
    begun: list[object] = []
    rows.clear()
    begin = Command(label="Gemeente toevoegen", run=lambda screen, record: begun.append(record))
    screen = make(empty=Empty(sentence="Nog geen gemeenten.", begin=begin), manual="gemeenten")
    assert screen._stack.currentWidget() is screen._nothing
    qtbot.keyClick(screen._nothing.focusProxy(), Qt.Key.Key_Space)
    assert begun == [None]
    with qtbot.waitSignal(session.manual_requested) as asked:
        screen._nothing._read()
    assert asked.args == ["gemeenten"]


def test_panel_shows_the_record_and_closes_with_escape(qtbot: Any, make: Make) -> None:
    removed: list[object] = []
    drop = Command(label="Verwijderen", icon="trash-2", run=lambda screen, record: removed.append(record))
    part = Part(
        title="Geboekt", lines=[Line(texts=("a", "b", "c"), record=7)], headings=("x", "y", "z"), commands=[drop]
    )
    screen = make(detail=lambda session, record: Detail(title=record.naam, parts=[part]))
    screen.table.view.setCurrentIndex(screen.model.index(3, 0))
    assert screen.panel.isVisible() and screen.panel.accessibleName() == "Almelo"
    next(each for each in screen.panel.findChildren(QToolButton) if each.toolTip() == "Verwijderen: a").click()
    assert removed == [7]
    qtbot.keyClick(screen.table.view, Qt.Key.Key_Escape)
    assert not screen.panel.isVisible()
    screen.refresh()
    assert not screen.panel.isVisible() and screen.current.naam == "Almelo"
    screen.table.view.clicked.emit(screen.table.view.currentIndex())
    assert screen.panel.isVisible()


def test_the_panel_is_made_again_when_something_changed_and_not_by_sorting(make: Make) -> None:
    told: list[str] = []

    def detail(_session: Session, record: Any) -> Detail:
        told.append(record.naam)
        return Detail(title=record.naam)

    screen = make(detail=detail)
    screen.table.view.setCurrentIndex(screen.model.index(3, 0))
    screen._sort(0)
    screen.filter.search.setText("almelo")
    assert screen.panel.isVisible() and screen.current.naam == "Almelo" and told == ["Almelo"]
    screen.refresh()
    assert told == ["Almelo", "Almelo"]
    screen.filter.search.setText("borne")
    assert not screen.panel.isVisible()


def test_copies_what_is_shown_in_the_order_shown(make: Make) -> None:
    screen = make()
    screen.filter.search.setText("borne")
    screen.table.view.setColumnHidden(1, True)
    screen.copy()
    assert QApplication.clipboard().text() == "Gemeente\nBorne"


def test_exports_what_is_shown(qtbot: Any, session: Session, make: Make) -> None:
    exported: list[Any] = []
    screen = ListScreen(
        make().listing, session, lambda parent, title, fields, records: exported.append((title, records))
    )
    qtbot.addWidget(screen)
    screen.show()
    screen.filter.search.setText("almelo")
    screen.export()
    assert [(title, [record.naam for record in records]) for title, records in exported] == [("Gemeenten", ["Almelo"])]


def test_a_column_that_is_chosen_is_as_wide_as_what_stands_in_it(make: Make, rows: list[Any]) -> None:
    rows[:] = [replace(rows[0], naam="Gemeente met een lange naam " * 2)]
    screen = make(key="gekozen", hidden=frozenset({"naam"}))
    screen.resize(300, 600)
    screen._columns._action(0, "Gemeente", QMenu(screen)).trigger()
    assert screen.table.view.columnWidth(0) > 200


def test_widths_and_hidden_columns_are_remembered(make: Make) -> None:
    screen = make(key="onthouden")
    screen.table.view.setColumnWidth(0, 234)
    screen._columns._action(1, "Aantal", QMenu(screen)).trigger()
    again = make(key="onthouden")
    assert again.table.view.columnWidth(0) == 234 and again.table.view.isColumnHidden(1)


@pytest.mark.parametrize("word", ["x" * 290, "opgaven_2023-05-02_tabel1_definitieve_versie_van_de_provincie.xlsx"])
def test_a_long_word_does_not_push_the_panel_out(make: Make, qtbot: Any, word: str) -> None:
    def detail(_session: Session, record: Any) -> Detail:
        return Detail(title=word, subtitle=word, parts=[Part(lines=[Line(texts=("Bron", word), note=word)])])

    page = make(detail=detail, commands=[Command(label="Wijzigen", run=lambda _screen, _record: None, icon="pencil")])
    page.table.view.setCurrentIndex(page.model.index(0, 0))
    page._show_detail()
    QApplication.processEvents()
    scroll = next(each for each in page.findChildren(QScrollArea) if each.isVisible())
    assert (content := scroll.widget()) and content.width() <= scroll.viewport().width()
    assert [each for each in page.findChildren(QLabel) if each.accessibleName() == word]
