"""The window on a filled file: its places, its menu, opening and closing."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QAbstractButton, QApplication

from regietafel.actions import boekingen
from regietafel.domain.taakstelling import Realisatie
from regietafel.paths import resource
from tests.ui.main_window.reading import ADDRESSES, PERIODE, shell, texts
from tests.ui.names import nameless
from ui.app import PLACES, periodes
from ui.kit import recent, style
from ui.kit.figure_canvas import FigureCanvas
from ui.kit.listing import ListScreen
from ui.kit.tabs import TabBar
from ui.main_window import MainWindow


@pytest.mark.parametrize("theme", [style.LIGHT, style.DARK])
def test_every_place_can_be_drawn(window: MainWindow, appearance: style.Appearance, theme: style.Theme) -> None:
    style.show(theme)
    for address in ADDRESSES:
        shell(window).go(address)
        page = shell(window).page
        if isinstance(page, ListScreen) and page.model.records:
            page.table.view.setCurrentIndex(page.model.index(0, 0))
            page._show_detail()
            assert page.panel.isVisible() or page.listing.detail is None, address
        assert not window.grab().isNull()
        assert not nameless(window), address
    appearance.apply()


def test_the_tabs_stay_where_they_are(window: MainWindow) -> None:
    """Whether a page has a button beside the title or not."""
    tops = set()
    for address in ADDRESSES:
        shell(window).go(address)
        QApplication.processEvents()
        if (tabs := shell(window).findChild(TabBar)) and tabs.isVisible():
            tops.add(tabs.mapTo(window, tabs.rect().topLeft()).y())
    assert len(tops) == 1


def test_the_first_nine_places_have_a_key(qtbot: Any, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    seen = []
    for number in range(1, 10):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)
        seen.append(shell(window)._title.text())
    assert seen == [place.title for place in PLACES[:9]]


def test_start_screen_has_names(empty_window: MainWindow, file: Path) -> None:
    recent.remember(file)
    empty_window.show_start().refresh()
    assert not nameless(empty_window)


def test_change_is_said_and_can_be_undone_and_done_again(window: MainWindow) -> None:
    session, notice = shell(window).session, shell(window).notice
    assert not window._undo.isEnabled()
    gemeente = next(iter(session.ledger.gemeenten))
    assert gemeente.id is not None
    count = Realisatie(gemeente_id=gemeente.id, periode=PERIODE, peildatum=datetime.date(2023, 12, 1), aantal=88)
    boekingen.record_realisatie(session.ledger, count)
    said = f"Realisatie van {gemeente.naam} per 01-12-2023"
    assert notice.text == said and notice.button.text() == "Ongedaan maken"
    assert window._undo.text() == f"Ongedaan maken “{said}”" and window._undo.isEnabled()
    notice.button.click()
    assert session.ledger.realisaties.find(aantal=88) is None
    assert notice.text == f"Ongedaan gemaakt: {said}" and notice.button.text() == "Opnieuw"
    assert window._redo.text() == f"Opnieuw “{said}”" and not window._undo.isEnabled()
    window._redo.trigger()
    assert session.ledger.realisaties.find(aantal=88) and notice.button.text() == "Ongedaan maken"
    assert "Alles opgeslagen" in texts(shell(window))


def test_refused_reversal_is_shown(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    from regietafel.errors import RuleError

    def refuse() -> None:
        raise RuleError("Dat kan niet meer.")

    monkeypatch.setattr(shell(window).session.ledger, "undo", refuse)
    window.undo()
    assert shell(window).notice.text == "Dat kan niet meer." and shell(window).notice.property("kind") == "error"


def test_periode_decides_what_is_shown(window: MainWindow) -> None:
    shell(window).go("overzicht/Stand")
    page = shell(window).page
    assert isinstance(page, ListScreen) and page.model.records and "985" in texts(page)
    shell(window).session.periode = PERIODE.next.next
    assert not page.model.records and "nog geen taakstelling bekend" in texts(page)


def test_manual_opens_at_the_page_of_the_place(window: MainWindow) -> None:
    from ui.kit.manual import ManualWindow, manual_page

    for address in ADDRESSES:
        shell(window).go(address)
        page = shell(window).page
        assert manual_page(page.manual).stem == page.manual, address
        window.show_manual()
        assert isinstance(window._manual, ManualWindow) and window._manual.page == page.manual
    manual = window._manual
    assert isinstance(manual, ManualWindow)
    manual._follow(QUrl("overzicht.md"))
    assert manual.page == "overzicht" and "Saldo" in manual.text.toPlainText()
    manual.back()
    assert manual.page == "instellingen"


def test_links_in_the_manual_lead_somewhere() -> None:
    import re

    for path in resource("handleiding").glob("*.md"):
        for target in re.findall(r"\]\(([^)]+)\)", path.read_text(encoding="utf-8")):
            assert resource("handleiding", target).is_file(), (path.name, target)


def test_tab_follows_the_eye(qtbot: Any, window: MainWindow) -> None:
    shell(window).go("taakstelling")
    page = shell(window).page
    assert isinstance(page, ListScreen)
    page.table.view.setCurrentIndex(page.model.index(1, 0))
    with qtbot.waitActive(window):
        window.activateWindow()
    page.take_focus()
    names: list[str] = []
    for _step in range(40):
        widget = QApplication.focusWidget()
        assert widget is not None
        names.append(widget.accessibleName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    start = names.index("Periode")
    wanted = ["Periode", "Taakstelling inlezen", "Onderdelen", "Versie", "Wijzigen", "Toevoegen", "Verwijderen"]
    wanted += ["Zoeken in Taakstelling", "Kolommen kiezen", "Kopiëren als tabel (Ctrl+C)", "Exporteren (Ctrl+E)"]
    wanted += ["Taakstelling", "Paneel sluiten", "Aantal wijzigen"]
    assert names[start : start + len(wanted)] == wanted


def test_arrow_keys_walk_along_the_places(qtbot: Any, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    shell(window)._rail.buttons["overzicht"].setFocus()
    for _step in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert shell(window).page.title == "Herverdelingen"
    assert shell(window)._rail.buttons["herverdelingen"].hasFocus()


def test_keyboard_starts_in_the_table(qtbot: Any, file: Path) -> None:
    window = MainWindow(PLACES, periodes)
    qtbot.addWidget(window)
    window.open_file(file)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    shell(window).go("overzicht/Stand")
    page = shell(window).page
    assert isinstance(page, ListScreen) and page.table.view.hasFocus()
    assert not page.panel.isVisible()  # nobody asked
    qtbot.keyClick(page.table.view, Qt.Key.Key_Down)
    assert page.panel.isVisible() and page.current.gemeente == "Borne"
    window.close()


def test_keyboard_starts_at_the_first_button_of_a_page_of_sections(qtbot: Any, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    shell(window).go("instellingen")  # made now: its buttons are shown in a moment
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QAbstractButton))
    focus = QApplication.focusWidget()
    assert focus is not None and shell(window).page.isAncestorOf(focus)


def test_tab_comes_to_the_picture_where_the_eye_does(qtbot: Any, window: MainWindow) -> None:
    shell(window).session.periode = PERIODE
    with qtbot.waitActive(window):
        window.activateWindow()
    page = shell(window).page
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(FigureCanvas)))
    page.take_focus()
    names: list[str] = []
    for _step in range(40):
        widget = QApplication.focusWidget()
        assert widget is not None
        names.append(widget.accessibleName() or getattr(widget, "text", str)())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert names.index("Alle termijnen") < names.index("Kopiëren als afbeelding")
