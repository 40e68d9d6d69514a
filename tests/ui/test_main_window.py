"""The window on a filled file: its places, its menu, opening and closing."""

from __future__ import annotations

import datetime
import json
import platform
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from regietafel.actions import boekingen, herverdeling
from regietafel.actions.taakstelling import edit_versie
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie, Taakstellingsversie
from regietafel.example import make_example
from regietafel.ledger import Ledger
from regietafel.paths import resource
from tests.ui.names import nameless
from ui.app import PLACES, periodes
from ui.kit import dialogs, recent, style
from ui.kit.figure_canvas import FigureCanvas
from ui.kit.listing import ListScreen
from ui.kit.shell import Shell
from ui.kit.tabs import TabBar
from ui.kit.wizard import DraftWizard
from ui.main_window import MainWindow

PERIODE = Periode(2023, 2)
ADDRESSES = [address for place in PLACES for address in place.addresses]


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("voorbeeld") / "twente.regietafel"
    make_example(path)
    ledger = Ledger.open(path)
    for gemeente in list(ledger.gemeenten)[:12]:
        assert gemeente.id is not None
        which: dict[str, Any] = {"gemeente_id": gemeente.id, "periode": PERIODE}
        boekingen.record_realisatie(ledger, Realisatie(peildatum=datetime.date(2023, 9, 1), aantal=40, **which))
    boekingen.record_beginstand(ledger, Beginstand(aantal=-3, **which))
    correctie = Correctie(aantal=4, reden="Dubbel", datum=datetime.date(2023, 9, 1), **which)
    boekingen.record_correctie(ledger, correctie)
    herverdeling.make_herverdeling(ledger, PERIODE, [Deel("Enschede", "Borne", 10)])
    edit_versie(ledger, Taakstellingsversie(periode=PERIODE, datum=datetime.date(2023, 3, 1)))
    ledger.close()
    return path


@pytest.fixture
def file(made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made_once, tmp_path / "twente.regietafel"))


@pytest.fixture
def empty_window(qtbot: Any) -> Iterator[MainWindow]:
    window = MainWindow(PLACES, periodes)
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    yield window
    window.close()


@pytest.fixture
def window(empty_window: MainWindow, file: Path) -> MainWindow:
    empty_window.open_file(file)
    return empty_window


def shell(window: MainWindow) -> Shell:
    assert window.shell is not None
    return window.shell


def texts(widget: QWidget) -> str:
    QApplication.processEvents()  # what was just made is shown now
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


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


def test_second_window_reads_and_says_who_writes(qtbot: Any, window: MainWindow, file: Path) -> None:
    other = MainWindow(PLACES, periodes)
    qtbot.addWidget(other)
    other.show()
    other.open_file(file)
    QApplication.processEvents()
    assert "is in gebruik bij" in shell(other).banner.text and shell(other).banner.isVisible()
    assert "alleen lezen" in texts(shell(other))
    for address in ADDRESSES:
        shell(other).go(address)
        primary = shell(other).page.primary
        assert not shell(other)._primary.isVisible() or (primary and not primary.changes)
    other.close()


def leave_lock(file: Path) -> None:
    """As a program that has crashed."""
    holder = {"gebruiker": "jansen", "machine": platform.node(), "pid": 2**22 + 1, "teken": "x"}
    slot = file.with_name(file.name + ".slot")
    slot.write_text(json.dumps(holder | {"sinds": "2026-01-01T10:00:00+01:00"}), encoding="utf-8")


@pytest.mark.parametrize("answer", [True, False])
def test_lock_left_by_a_crash_is_taken_over_only_when_asked(
    empty_window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch, answer: bool
) -> None:
    asked: list[str] = []

    def confirm(parent: object, title: str, sentence: str, verb: str) -> bool:
        asked.append(sentence)
        return answer

    monkeypatch.setattr(dialogs, "confirm", confirm)
    leave_lock(file)
    empty_window.open_file(file)
    assert len(asked) == 1 and "jansen" in asked[0] and "overnemen?" in asked[0]
    assert (empty_window.shell is not None) is answer
    if answer:
        assert not shell(empty_window).session.ledger.read_only


def test_file_that_is_no_file_of_ours_is_refused_in_a_sentence(empty_window: MainWindow, tmp_path: Path) -> None:
    wrong = tmp_path / "brief.regietafel"
    wrong.write_bytes(b"geen database")
    empty_window.open_file(wrong)
    assert empty_window.shell is None and "geen Regietafelbestand" in empty_window.show_start().notice.text
    empty_window.open_file(tmp_path / "weg.regietafel")
    assert "bestaat niet" in empty_window.show_start().notice.text


def test_wrong_file_leaves_the_open_one_open(window: MainWindow, tmp_path: Path, file: Path) -> None:
    window.open_file(tmp_path / "weg.regietafel")
    assert shell(window).session.ledger.path == file and "bestaat niet" in shell(window).notice.text


def test_closing_lets_others_write_and_shows_the_recent_file(qtbot: Any, window: MainWindow, file: Path) -> None:
    qtbot.waitUntil(lambda: len(recent.recent_files()) == 1)
    window.close_file()
    assert window.shell is None and not file.with_name(file.name + ".slot").exists()
    start = window.show_start()
    assert [line.file.path for line in start.model.records] == [file]
    start.table.view.clicked.emit(start.model.index(0, 0))
    assert shell(window).session.ledger.path == file


def test_recent_file_that_is_gone_is_remarked_and_can_be_forgotten(
    qtbot: Any, empty_window: MainWindow, tmp_path: Path
) -> None:
    recent.remember(tmp_path / "weg.regietafel")
    start = empty_window.show_start()
    start.refresh()
    assert start.model.index(0, 2).data() == "niet gevonden"
    start.table.view.clicked.emit(start.model.index(0, 0))
    assert "is er niet meer" in start.notice.text
    start.table.view.setCurrentIndex(start.model.index(0, 0))
    start._forget()
    assert recent.recent_files() == []


def test_at_most_ten_files_are_remembered(tmp_path: Path) -> None:
    for number in range(12):
        recent.remember(tmp_path / f"{number}.regietafel")
    recent.remember(tmp_path / "5.regietafel")
    names = [file.name for file in recent.recent_files()]
    assert len(names) == 10 and names[0] == "5.regietafel" and len(set(names)) == 10


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def test_file_dropped_on_the_window_is_opened(empty_window: MainWindow, file: Path) -> None:
    drop(empty_window, file)
    assert shell(empty_window).session.ledger.path == file


def test_spreadsheet_dropped_on_the_window_is_read_in(empty_window: MainWindow, file: Path) -> None:
    table = resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv")
    drop(empty_window, table)  # without a file there is nothing to read it into
    assert not empty_window.findChildren(DraftWizard)
    empty_window.open_file(file)
    drop(empty_window, table)
    (wizard,) = empty_window.findChildren(DraftWizard)
    assert any(table.name == label.accessibleName() for label in wizard.findChildren(QLabel))
    wizard.leave()


def test_copy_is_a_whole_file(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "kopie.regietafel"
    monkeypatch.setattr(dialogs, "choose_to_save", lambda *arguments: target)
    window.save_copy()
    assert "Kopie opgeslagen" in shell(window).notice.text
    copy = Ledger.open(target)
    assert len(list(copy.gemeenten)) == 14
    copy.close()


def test_list_is_exported(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "stand.csv"
    monkeypatch.setattr(dialogs, "choose_to_save", lambda *arguments: target)
    shell(window).go("overzicht/Stand")
    page = shell(window).page
    assert isinstance(page, ListScreen)
    page.export()
    written = target.read_text(encoding="utf-8-sig")
    assert "Gemeente;Taakstelling" in written and "Almelo;113" in written


def test_periode_decides_what_is_shown(window: MainWindow) -> None:
    shell(window).go("overzicht/Stand")
    page = shell(window).page
    assert isinstance(page, ListScreen) and page.model.records and "985" in texts(page)
    shell(window).session.periode = PERIODE.next.next
    assert not page.model.records and "nog geen taakstelling bekend" in texts(page)


def test_example_is_made_among_the_documents_once(
    empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "documents_folder", lambda: tmp_path)
    empty_window.open_example()
    made = tmp_path / "Voorbeeld Twente.regietafel"
    assert made.exists() and shell(empty_window).session.ledger.path == made
    empty_window.close_file()
    empty_window.open_example()
    assert shell(empty_window).session.ledger.path == made


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

    from regietafel.paths import resource

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
    shell(window)._buttons["overzicht"].setFocus()
    for _step in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert shell(window).page.title == "Herverdelingen"
    assert shell(window)._buttons["herverdelingen"].hasFocus()


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
