"""Ctrl+K: a few letters, Enter, and one is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.example import make_example
from ui.app import PLACES, periodes, records
from ui.kit.goto import GoTo
from ui.kit.listing import ListScreen
from ui.kit.record import RecordScreen
from ui.main_window import MainWindow


@pytest.fixture
def window(tmp_path: Path, qtbot: Any) -> Iterator[MainWindow]:
    path = tmp_path / "twente.regietafel"
    make_example(path)
    made = MainWindow(PLACES, periodes, records)
    qtbot.addWidget(made)
    made.open_file(path)
    assert made.shell
    make_herverdeling(made.shell.session.ledger, Periode(2023, 2), [Deel("Enschede", "Borne", 10)])
    made.show()
    yield made
    made.close()


def go(window: MainWindow, monkeypatch: pytest.MonkeyPatch, typed: str, *keys: Qt.Key) -> None:
    def exec_(dialog: GoTo) -> int:
        from PySide6.QtTest import QTest

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


def test_what_is_not_there_gets_a_sentence(qtbot: Any) -> None:
    dialog = GoTo([each for place in PLACES for each in place.destinations])
    qtbot.addWidget(dialog)
    dialog.search.setText("Atlantis")
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [
        "Niets gevonden; probeer een ander woord."
    ]
    dialog._go()
    assert dialog.chosen is None and dialog.result() != QDialog.DialogCode.Accepted
