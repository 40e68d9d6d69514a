"""The window with the documents of an agreement."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from regietafel.actions import herverdeling as actions
from regietafel.actions.regio import edit_regio
from regietafel.domain.herverdeling import Deel
from tests.core.agreements import bring_into_force
from tests.ui.herverdelingen.lijst_pages import (
    LABELS,
    TODAY,
    press,
    run,
    said,
)
from ui.kit import dialogs
from ui.kit.papers import Bundle
from ui.kit.papers_window import PapersWindow
from ui.kit.progress import Progress, Stopped, Watched
from ui.kit.session import Session
from ui.screens.herverdelingen import HerverdelingenScreen
from ui.wizards import herverdeling_stukken as stukken


@pytest.fixture
def window(qtbot: Any, screen: HerverdelingenScreen, id: int) -> Iterator[PapersWindow]:
    screen.select(id)
    run(screen, "Documenten bekijken")
    (made,) = screen.findChildren(PapersWindow)
    qtbot.waitUntil(lambda: made.view.page_count > 0)
    yield made
    made.close()


def test_documents_are_shown(qtbot: Any, window: PapersWindow) -> None:
    assert [window.list.item(row).text() for row in range(window.list.count())] == LABELS
    assert window.view.accessibleName() == "Voorbeeld van Gezamenlijk besluit"
    qtbot.keyClick(window.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.view.accessibleName() == "Voorbeeld van Collegevoorstel Almelo")
    zoom = window.view.zoom
    qtbot.keyClick(window.list, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.view.zoom > zoom


def test_what_is_not_filled_in_is_said_and_hinders_nothing(
    screen: HerverdelingenScreen, window: PapersWindow, sessie: Session
) -> None:
    first = window.remark.text
    assert first.startswith("Nog open: voorzitter") and "postadres van Almelo en Borne (bij Gemeenten)" in first
    assert "Nog open: postadres van Almelo en Borne (bij Gemeenten)." in said(screen.panel)
    window.remark.hide()
    window.date.setText("1-8-2023")
    window.date.editingFinished.emit()
    assert not window.remark.isVisible()  # who closed it, knows
    edit_regio(sessie.ledger, dataclasses.replace(sessie.ledger.regio.get(1), voorzitter="burgemeester van Borne"))
    assert window.remark.isVisible() and "voorzitter" not in window.remark.text
    assert window.list.count() == len(LABELS)


def test_in_force_fewer_documents_are_listed(qtbot: Any, window: PapersWindow, sessie: Session, id: int) -> None:
    window.list.setCurrentRow(1)
    bring_into_force(sessie.ledger, id, TODAY)
    shown = [window.list.item(row).text() for row in range(window.list.count())]
    assert shown == [label for label in LABELS if "Collegevoorstel" not in label]
    qtbot.waitUntil(lambda: window.view.accessibleName().endswith("Gezamenlijk besluit"))


def test_a_document_is_saved(qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, window: PapersWindow) -> None:
    asked: list[str] = []

    def choose_file(parent: QWidget, title: str, name: str, kind: str) -> Path:
        asked.append(name)
        return tmp_path / "besluit.pdf"

    monkeypatch.setattr(dialogs, "choose_to_save", choose_file)
    press(window, "Opslaan als…")
    qtbot.waitUntil(window.notice.isVisible)
    assert asked == ["HV-2023-II-01 Gezamenlijk besluit.pdf"]
    assert (tmp_path / "besluit.pdf").read_bytes() == window._made[asked[0]]
    assert [path.name for path in tmp_path.glob("besluit*")] == ["besluit.pdf"]


def test_another_date_makes_other_letters(qtbot: Any, window: PapersWindow) -> None:
    before = dict(window._made)
    window.date.setText("31-2-2023")
    window.date.editingFinished.emit()
    assert "niet te lezen" in said(window) and window._made == before
    window.date.setText("1-8-2023")
    window.date.editingFinished.emit()
    name = "HV-2023-II-01 Kennisgeving COA.pdf"
    window.list.setCurrentRow(LABELS.index("Kennisgeving COA"))
    qtbot.waitUntil(lambda: name in window._made)
    page = pypdfium2.PdfDocument(window._made[name])[0]
    assert "1 augustus 2023" in page.get_textpage().get_text_bounded()


def test_a_change_elsewhere_is_shown(qtbot: Any, window: PapersWindow, sessie: Session, id: int) -> None:
    (old,) = window._made.values()
    (regio,) = sessie.ledger.regio
    edit_regio(sessie.ledger, dataclasses.replace(regio, naam="Regietafel Achterhoek"))
    window.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: len(window._made) >= 1 and window.view.page_count > 0)
    actions.edit_herverdeling(sessie.ledger, id, [Deel("Almelo", "Borne", 11)])
    window.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: window.view.accessibleName().endswith("Gezamenlijk besluit"))
    assert window._made["HV-2023-II-01 Gezamenlijk besluit.pdf"] != old
    actions.remove_herverdeling(sessie.ledger, id)
    assert "verwijderd" in window.notice.text and window.view.page_count == 0 and not window._save.isEnabled()


def test_everything_in_the_window_has_a_name(window: PapersWindow) -> None:
    focusable = [
        each
        for each in window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and not isinstance(each, QPushButton)
    ]
    assert focusable and all(each.accessibleName() for each in focusable)


def test_long_work_can_be_stopped(qtbot: Any, sessie: Session) -> None:
    going, progress, ended = threading.Event(), Progress(sessie), list[str]()
    qtbot.addWidget(progress)

    def work(items: Sequence[int]) -> None:
        for _item in items:
            going.wait(600)

    progress.run("Maken:", range(3), work, lambda: ended.append("klaar"), lambda error: ended.append(repr(error)))
    qtbot.waitUntil(progress.stop_button.isVisible)
    progress.stop()
    going.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["Stopped()"] and not progress.isVisible() and not progress.busy


def test_stopping_writes_nothing(tmp_path: Path, sessie: Session, id: int) -> None:
    made: Bundle = stukken.bundle(sessie.ledger, id, TODAY)
    watched = Watched([paper.source for paper in made.papers])
    watched.stop()
    with pytest.raises(Stopped):
        made.write(watched, tmp_path / "map", False)
    assert not (tmp_path / "map").exists()
