"""Ctrl+K: a few letters, Enter, and one is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.scenarios import make_scenario
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.queries.zoekbronnen import BRONNEN
from regietafel.queries.zoeken import Zoekindex
from ui.app import PLACES, periodes, search_index
from ui.kit.finder import Finder
from ui.kit.goto import Choice, GoTo
from ui.kit.listing import ListScreen
from ui.kit.record import RecordScreen
from ui.kit.session import Session
from ui.main_window import MainWindow


@pytest.fixture
def window(voorbeeld: Path, qtbot: Any) -> Iterator[MainWindow]:
    made = MainWindow(PLACES, periodes, search_index)
    qtbot.addWidget(made)
    made.open_file(voorbeeld)
    assert made.shell
    make_herverdeling(made.shell.session.ledger, Periode(2023, 2), [Deel("Enschede", "Borne", 10)])
    made.show()
    assert made._finder
    made._finder.hurry()
    qtbot.waitUntil(lambda: bool(made._finder and made._finder.is_ready))
    yield made
    made.close()


def go(window: MainWindow, monkeypatch: pytest.MonkeyPatch, typed: str, *keys: Qt.Key) -> None:
    def exec_(dialog: GoTo) -> int:
        dialog.show()
        QTest.keyClicks(dialog.search, typed)
        for key in (*keys, Qt.Key.Key_Return):
            QTest.keyClick(dialog.search, key)
        if dialog.result() != QDialog.DialogCode.Accepted:
            dialog.reject()
        return dialog.result()

    monkeypatch.setattr(GoTo, "exec", exec_)
    window.go_to()


def test_every_page_has_a_name_one_can_type() -> None:
    labels = [each.label for place in PLACES for each in place.destinations]
    assert len(set(labels)) == len(labels) and "Overzicht › Prognose" in labels and "Logboek" in labels


@pytest.mark.parametrize(
    ("typed", "address"),
    [("progn", "overzicht/Prognose"), ("logb", "logboek"), ("taak contr", "taakstelling/Controle")],
)
def test_a_few_letters_lead_to_a_page(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, typed: str, address: str
) -> None:
    go(window, monkeypatch, typed)
    shell = window.shell
    assert shell and shell.page is shell._pages[shell._place.key, shell._tab[shell._place.key], False]
    there = next(place for place in PLACES if address in place.addresses)
    assert shell._place is there and list(there.addresses)[shell._tab[there.key]] == address


def test_a_gemeente_is_found_on_the_stand(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    go(window, monkeypatch, "hengelo")
    assert window.shell
    page = window.shell.page
    assert isinstance(page, ListScreen) and page.current.gemeente == "Hengelo" and page.panel.isVisible()


def test_an_agreement_is_found_by_its_parties(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    go(window, monkeypatch, "HV-2023")
    assert window.shell
    page = window.shell.page
    assert isinstance(page, RecordScreen) and page.title == "Herverdeling HV-2023-II-01"


def test_arrows_walk_and_nothing_found_goes_nowhere(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    assert window.shell
    before = window.shell.page
    go(window, monkeypatch, "bestaat niet")
    assert window.shell.page is before
    go(window, monkeypatch, "overzicht", Qt.Key.Key_Down)
    assert window.shell.page.title == "Stand"


def test_a_command_is_found_and_done(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr("ui.wizards.uitvoer.save_cijferboek", lambda shell: done.append("cijferboek"))
    go(window, monkeypatch, "cijferb")
    assert done == ["cijferboek"]
    assert window.shell
    before = len(list(window.shell.session.ledger.herverdelingen))
    go(window, monkeypatch, "ongedaan")
    assert len(list(window.shell.session.ledger.herverdelingen)) == before - 1


def test_what_would_be_undone_is_not_the_name_of_the_command(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(window, monkeypatch)
    dialog.search.setText("gemaakt")
    assert "Ongedaan maken" not in rows(dialog)
    dialog.search.setText("ongedaan")
    assert spoken(dialog) == ["Opdrachten: Ongedaan maken, Herverdeling HV-2023-II-01 gemaakt, Ctrl+Z"]


def rows(dialog: GoTo) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def spoken(dialog: GoTo) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [text for row in range(dialog.list.count()) if (text := dialog.list.item(row).data(role))]


def opened(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> GoTo:
    """The search as it is before anything was typed."""
    made: list[GoTo] = []

    def exec_(dialog: GoTo) -> QDialog.DialogCode:
        made.append(dialog)
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(GoTo, "exec", exec_)
    window.go_to()
    return made[0]


def test_what_was_found_stands_under_its_kind(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(window, monkeypatch)
    dialog.search.setText("ensch")
    shown = rows(dialog)
    assert shown[:2] == ["Gemeenten", "Enschede"] and "Herverdelingen" in shown and "Opvanglocaties" in shown
    assert dialog.chosen and dialog.chosen.label == "Enschede" and dialog.chosen.marks == ((0, 8),)
    assert spoken(dialog)[0] == "Gemeenten: Enschede, GM0153 · Overijssel"
    assert dialog.count.text() == f"{len(spoken(dialog))} gevonden"
    assert not dialog.list.item(0).flags() & Qt.ItemFlag.ItemIsSelectable
    image = dialog.grab().toImage()
    assert not image.isNull()


def test_more_than_is_shown_is_said(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(window, monkeypatch)
    dialog.search.setText("g")
    assert "getoond: typ een woord erbij" in dialog.count.text()
    dialog.search.setText("")
    assert dialog.count.text() == "" and "Overzicht › Stand" in rows(dialog)


def test_what_is_typed_into_the_file_is_found_a_moment_later(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    assert window.shell
    make_scenario(window.shell.session.ledger, Periode(2023, 2), "Grote ruil")
    dialog = opened(window, monkeypatch)
    dialog.search.setText("grote ruil")
    assert rows(dialog) == ["Niets gevonden; probeer een ander woord of een deel ervan."]
    assert dialog.count.text() == "0 gevonden · Nog bezig met indexeren; straks kan er meer zijn."
    qtbot.waitUntil(lambda: "Grote ruil" in rows(dialog))
    assert dialog.count.text() == "1 gevonden" and dialog.chosen and dialog.chosen.label == "Grote ruil"


def test_the_cursor_stays_when_more_is_found(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(window, monkeypatch)
    dialog.search.setText("ensch")
    for _time in range(2):
        QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    before = dialog.chosen
    assert before and before.label != "Enschede"
    dialog._find_more()
    assert dialog.chosen and dialog.chosen.spoken == before.spoken


def test_escape_leaves_without_going(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    assert window.shell
    before = window.shell.page
    dialog = opened(window, monkeypatch)
    dialog.show()
    QTest.keyClicks(dialog.search, "borne")
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert dialog.isHidden() and window.shell.page is before


def test_a_file_that_is_closed_while_it_is_read_does_no_harm(window: MainWindow, qtbot: Any) -> None:
    assert window.shell
    with window.shell.session.ledger.operation("Regio"):
        window.shell.session.ledger.regio.save(replace(next(iter(window.shell.session.ledger.regio)), naam="X"))
    window.close_file()
    qtbot.wait(50)
    assert window.shell is None


def test_every_source_leads_to_a_page_that_is_there() -> None:
    known = {address for place in PLACES for address in place.addresses}
    places = {place.key for place in PLACES}
    wanted = {bron.plek for bron in BRONNEN if bron.plek.partition("/")[0] in places}
    assert wanted <= known, wanted - known


def test_what_is_not_there_gets_a_sentence(qtbot: Any) -> None:
    dialog = GoTo([Choice("Logboek", lambda: None, "Onderdelen", "history")])
    qtbot.addWidget(dialog)
    dialog.search.setText("Atlantis")
    assert rows(dialog) == ["Niets gevonden; probeer een ander woord of een deel ervan."]
    dialog._go()
    assert dialog.chosen is None and dialog.result() != QDialog.DialogCode.Accepted


def test_a_step_that_fails_is_tried_again_when_someone_searches(sessie: Session, qtbot: Any) -> None:
    class Failing(Zoekindex):
        fails = 1

        def refresh(self, tables: frozenset[str] | None = None) -> Iterator[None]:
            steps = super().refresh(tables)
            if tables == frozenset() and self.fails:
                self.fails -= 1
                raise OSError("gone")
            return steps

    finder = Finder(sessie, lambda: Failing(sessie.ledger))
    with qtbot.captureExceptions() as told:
        finder.hurry()
        qtbot.waitUntil(lambda: bool(told))
        qtbot.wait(50)
    assert len(told) == 1 and not finder.is_ready
    finder.hurry()
    qtbot.waitUntil(lambda: finder.is_ready)
    assert finder.search("almelo", 5)
