"""The planning of a year, the series and the contacts in the window; what counts is the ledger."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from regietafel import i18n
from regietafel.actions.overlegreeksen import save_overlegreeks
from regietafel.domain.overleg import REGIETAFEL, Overlegreeks
from tests.ui.agreement_page import finish, in_dialog, press, said
from tests.ui.overleg_pages import card, fill_overleg, go_to, key
from tests.ui.pages import window
from ui import overlegplekken
from ui.kit.listing import ListScreen
from ui.kit.session import Session
from ui.kit.shell import Shell
from ui.screens import overleg_jaarplanning
from ui.screens.overleg_jaarplanning import JaarplanningScreen

ALT = Qt.KeyboardModifier.AltModifier
JAAR = i18n.today().year + 1


def at(qtbot: Any, sessie: Session, tab: str) -> tuple[Shell, ListScreen]:
    fill_overleg(sessie.ledger)
    shell = window(qtbot, sessie, f"overleg/{tab}")
    assert isinstance(shell.page, ListScreen)
    return shell, shell.page


def planning(qtbot: Any, sessie: Session) -> tuple[Shell, JaarplanningScreen]:
    """The planning of the next year, of the only series."""
    shell, page = at(qtbot, sessie, "Jaarplanning")
    assert isinstance(page, JaarplanningScreen)
    jaar = page.choice.jaar
    jaar.setCurrentIndex(jaar.findText(str(JAAR)))
    jaar.activated.emit(jaar.currentIndex())
    return shell, page


def to_row(page: ListScreen, row: int) -> None:
    """Put the keyboard there, as arrow keys do with Ctrl: nothing else is ticked."""
    from PySide6.QtCore import QItemSelectionModel

    unselected = QItemSelectionModel.SelectionFlag.NoUpdate
    page.table.view.selectionModel().setCurrentIndex(page.model.index(row, 0), unselected)
    page.table.view.setFocus()


def test_a_year_is_planned_in_one_operation(qtbot: Any, sessie: Session) -> None:
    shell, page = planning(qtbot, sessie)
    assert len(page.model.records) == 6 == len(page.ticked)
    assert all(each.waarom.endswith(".") for each in page.model.records)
    to_row(page, 1)
    key(Qt.Key.Key_Space)  # not that one
    wanted = [each.datum for each in page.ticked]
    assert len(wanted) == 5
    shell._primary.click()
    QApplication.processEvents()
    made = sorted(each.datum for each in sessie.ledger.overleggen if each.datum.year == JAAR)
    assert made == wanted
    assert sessie.ledger.undo_label == "5 overleggen gepland: Regietafel Twente"
    assert len(page.model.records) == 1  # one is still lacking
    sessie.ledger.undo()
    assert len(page.model.records) == 6
    assert [each.dag for each in page.model.records] == [
        i18n.WEEKDAGEN[each.datum.weekday()] for each in page.model.records
    ]


def test_every_date_that_is_ticked_says_why_in_one_style(qtbot: Any, sessie: Session) -> None:
    _shell, page = planning(qtbot, sessie)
    page.choose_day(page.model.records[1], datetime.date(JAAR, 12, 25))  # a holiday is in its way
    page.table.view.selectAll()
    QApplication.processEvents()
    labels = page.panel.findChildren(QLabel)
    shown = {each.text(): each for each in labels if each.isVisible()}
    rows = page.ticked
    assert len(rows) == 6 and any(each.botst for each in rows)
    assert len({shown[i18n.format_date(each.datum)].property("role") for each in rows}) == 1
    assert all(any(each.waarom in words and each.botst in words for words in shown) for each in rows)


def test_another_day_is_chosen_and_what_is_in_its_way_is_asked(qtbot: Any, sessie: Session) -> None:
    shell, page = planning(qtbot, sessie)
    asked: list[str] = []

    def choose(dialog: Any) -> None:
        dialog.form.editor("datum").setText(f"25-12-{JAAR}")
        dialog.accept()
        asked.append(dialog.question.text)
        dialog.accept()

    to_row(page, 5)
    in_dialog(choose)
    key(Qt.Key.Key_F2)
    assert asked[0] in {"Valt op een feestdag.", "Valt in een weekend."}
    moved = next(each for each in page.model.records if each.datum == datetime.date(JAAR, 12, 25))
    assert moved.botst and moved.waarom.startswith("Door u gekozen")
    assert len(page.ticked) == 6
    shell._primary.click()
    QApplication.processEvents()
    assert datetime.date(JAAR, 12, 25) in {each.datum for each in sessie.ledger.overleggen}


def test_days_that_went_by_are_not_proposed(qtbot: Any, sessie: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    _shell, page = planning(qtbot, sessie)
    year = [each.datum for each in page.model.records]
    monkeypatch.setattr(overleg_jaarplanning, "today", lambda: year[2])
    page.refresh()
    assert [each.datum for each in page.model.records] == year[2:]
    monkeypatch.setattr(overleg_jaarplanning, "today", lambda: datetime.date(JAAR + 1, 1, 1))
    page.refresh()
    assert not page.model.records and "dit jaar is al gepland of voorbij" in said(page)


def test_what_is_not_ticked_of_one_series_is_ticked_of_another(qtbot: Any, sessie: Session) -> None:
    save_overlegreeks(sessie.ledger, Overlegreeks(naam="Ambtelijk", soort=REGIETAFEL))
    _shell, page = planning(qtbot, sessie)
    to_row(page, 1)
    key(Qt.Key.Key_Space)  # not that one
    assert len(page.ticked) == len(page.model.records) - 1
    reeks = page.choice.reeks
    reeks.setCurrentIndex(1 - reeks.currentIndex())
    reeks.activated.emit(reeks.currentIndex())
    assert len(page.ticked) == len(page.model.records) > 1


def test_nothing_ticked_is_told(qtbot: Any, sessie: Session) -> None:
    shell, page = planning(qtbot, sessie)
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    page.table.view.clearSelection()
    shell._primary.click()
    assert refused == ["Kies eerst een of meer data: met een klik of de spatiebalk."]


def test_without_a_series_the_planning_begins_with_one(qtbot: Any, sessie: Session) -> None:
    shell = window(qtbot, sessie, "overleg/Jaarplanning")
    page = shell.page
    assert isinstance(page, JaarplanningScreen)
    begin = QApplication.focusWidget()
    assert isinstance(begin, QPushButton) and begin.accessibleName() == "Reeks toevoegen"
    in_dialog(finish(naam="Regietafel", per_jaar="4"))
    key(Qt.Key.Key_Return)
    assert len(page.model.records) in range(1, 5)


def test_without_a_region_the_planning_says_what_it_does_not_look_at(qtbot: Any, sessie: Session) -> None:
    _shell, page = planning(qtbot, sessie)
    assert "Op schoolvakanties wordt niet gelet: bij “Regietafel Twente” is geen vakantieregio" in page.notice.text
    page.choice.jaar.setFocus()
    key(Qt.Key.Key_Tab)
    here = QApplication.focusWidget()
    assert isinstance(here, QPushButton) and here.accessibleName() == "Reeks wijzigen…"
    in_dialog(finish(vakantieregio="noord"))
    key(Qt.Key.Key_Return)
    assert sessie.ledger.overlegreeksen.get(1).vakantieregio == "noord"
    assert page.notice.isHidden()


def test_a_series_without_a_region_says_so(qtbot: Any, sessie: Session) -> None:
    shell, _page = at(qtbot, sessie, "Reeksen")
    shell.open_record("overleg/Reeksen", 1)
    QApplication.processEvents()
    assert "Op schoolvakanties wordt niet gelet" in said(shell.page)
    in_dialog(finish(vakantieregio="zuid"))
    press(shell, "Reeks wijzigen…")
    assert sessie.ledger.overlegreeksen.get(1).vakantieregio == "zuid"
    assert "Op schoolvakanties wordt niet gelet" not in said(shell.page)


def test_the_usual_points_of_a_series(qtbot: Any, sessie: Session) -> None:
    shell, page = at(qtbot, sessie, "Reeksen")
    page.take_focus()
    page.table.view.setCurrentIndex(page.model.index(0, 0))
    key(Qt.Key.Key_Return)
    assert shell.page.title == "Regietafel Twente"

    def usual() -> list[str]:
        rows = sorted(sessie.ledger.vastpunten.where(reeks_id=1), key=lambda each: each.volgorde)
        return [each.titel for each in rows]

    assert usual()[2:4] == ["Actualiteiten", "Verslag vorig overleg"]
    go_to(card(shell, "Vaste punten"), 2)
    key(Qt.Key.Key_Down, ALT)
    assert usual()[2:4] == ["Verslag vorig overleg", "Actualiteiten"]
    assert card(shell, "Vaste punten").current.titel == "Actualiteiten"
    in_dialog(finish(titel="Ingekomen brieven", aan_einde=True))
    press(shell, "Vast punt toevoegen…")
    assert usual()[-1] == "Ingekomen brieven"
    go_to(card(shell, "Vaste punten"), 7)
    in_dialog(finish(titel="Brieven"))
    key(Qt.Key.Key_F2)
    assert usual()[-1] == "Brieven"
    go_to(card(shell, "Vaste punten"), 7)
    key(Qt.Key.Key_Delete)
    assert "Brieven" not in usual()


def test_who_gets_the_agenda(qtbot: Any, sessie: Session) -> None:
    shell, _page = at(qtbot, sessie, "Reeksen")
    shell.open_record("overleg/Reeksen", 1)
    QApplication.processEvents()
    assert "2 contacten" in said(shell.page)

    def box(role: str) -> QComboBox:
        found = [each for each in shell.page.findChildren(QComboBox) if each.accessibleName() == role]
        return next(each for each in found if each.isVisible())

    assert box("bestuurder aan tafel").currentText() == "als lid"
    for role, choice in (("partner (COA, provincie, corporatie)", 2), ("wethouder", 0)):
        box(role).setCurrentIndex(choice)
        box(role).activated.emit(choice)
        QApplication.processEvents()
    sent = {each.rol: each.wijze for each in sessie.ledger.verzendingen.where(reeks_id=1)}
    assert sent["partner"] == "informatie" and "wethouder" not in sent


def test_a_series_is_changed_and_one_with_meetings_stays(qtbot: Any, sessie: Session) -> None:
    shell, page = at(qtbot, sessie, "Reeksen")
    page.take_focus()
    page.table.view.setCurrentIndex(page.model.index(0, 0))
    in_dialog(finish(begin="09:00", per_jaar="8"))
    key(Qt.Key.Key_F2)
    assert (sessie.ledger.overlegreeksen.get(1).begin, sessie.ledger.overlegreeksen.get(1).per_jaar) == ("09:00", 8)
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    shell.open_record("overleg/Reeksen", 1)
    press_in_head(shell, "Verwijderen")
    assert "horen overleggen" in refused[0]


def press_in_head(shell: Shell, text: str) -> None:
    QApplication.processEvents()
    found = [each for each in shell.page.findChildren(QPushButton) if each.text().strip() == text and each.isVisible()]
    min(found, key=lambda each: each.mapTo(shell, each.rect().topLeft()).y()).click()


def test_contacts(qtbot: Any, sessie: Session) -> None:
    shell, page = at(qtbot, sessie, "Contacten")
    assert "Zonder bestuurder aan tafel: Dinkelland" in said(page)
    in_dialog(finish(organisatie="COA", naam="regievoerder", rol="partner (COA, provincie, corporatie)"))
    shell._primary.click()
    assert page.current.partij == "COA"
    assert "Geen enkele reeks; de rol bepaalt dat." in said(page.panel)
    words: list[str] = []

    def wrong(dialog: Any) -> None:
        dialog.form.editor("e_mail").setText("geen adres")
        dialog.accept()
        words.append(said(dialog))
        finish(e_mail="regie@example.nl")(dialog)

    in_dialog(wrong)
    page.table.view.setFocus()
    press_key(page, Qt.Key.Key_F2)
    assert "is geen e-mailadres" in words[0]
    assert page.current.e_mail == "regie@example.nl"
    press_key(page, Qt.Key.Key_Delete)
    assert [each.partij for each in page.model.records] == ["Almelo", "Borne"]
    sessie.ledger.undo()
    assert len(page.model.records) == 3


def press_key(page: ListScreen, pressed: Qt.Key) -> None:
    """Where the cursor is; without a screen the window may not be active after a dialog."""
    from PySide6.QtTest import QTest

    for _attempt in range(100):
        QTest.qWait(10)
        if QApplication.focusWidget() is page.table.view and QApplication.activeWindow() is page.window():
            break
        page.window().activateWindow()
        page.table.view.setFocus()
    key(pressed)


def test_a_contact_is_of_a_gemeente_or_an_organisation(qtbot: Any, sessie: Session) -> None:
    shell, page = at(qtbot, sessie, "Contacten")
    words: list[str] = []

    def neither(dialog: Any) -> None:
        dialog.form.editor("naam").setText("iemand")
        dialog.accept()
        words.append(said(dialog))

    in_dialog(neither)
    shell._primary.click()
    assert "Kies een gemeente, of noem een andere organisatie." in words[0]
    assert len(page.model.records) == 2


@pytest.mark.parametrize("tab", ["Overleggen", "Jaarplanning", "Reeksen", "Contacten"])
def test_an_empty_file_says_what_comes_here_and_how_to_begin(qtbot: Any, sessie: Session, tab: str) -> None:
    shell = window(qtbot, sessie, f"overleg/{tab}")
    begin = QApplication.focusWidget()
    assert isinstance(begin, QPushButton) and shell.page.isAncestorOf(begin)
    assert shell.page.manual == "overleg"


def test_the_holidays_are_loaded_while_one_looks_at_the_meetings(
    qtbot: Any, sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(overlegplekken, "feestdagen", asked.append)
    window(qtbot, sessie)
    qtbot.waitUntil(lambda: asked == [i18n.today().year])


def test_a_series_tells_beside_the_list_how_it_is_and_what_can_be_done(qtbot: Any, sessie: Session) -> None:
    _shell, page = at(qtbot, sessie, "Reeksen")
    view = page.table.view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(page.model.index(0, 0)).center())
    assert "Regietafel Twente" in said(page.panel) and "Raadzaal" in said(page.panel)
    assert {"Openen", "Wijzigen…", "Verwijderen"} <= {
        each.accessibleName() for each in page.panel.findChildren(QPushButton) if each.isVisible()
    }
