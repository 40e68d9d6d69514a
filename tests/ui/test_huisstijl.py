"""The page of house styles: every change is done at once, refused in a sentence below it, and can be undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTabBar, QWidget

from regietafel.actions.regio import edit_gemeente
from regietafel.documents.huisstijl import huisstijl_of
from regietafel.domain.huisstijl import Huisstijl
from regietafel.paths import resource
from ui.kit.focus import tab_as_seen
from ui.kit.session import Session
from ui.screens.huisstijl import HuisstijlScreen

BORNE = 2
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><circle cx="60" cy="50" r="40"/></svg>'


@pytest.fixture
def page(sessie: Session, qtbot: Any) -> HuisstijlScreen:
    made = HuisstijlScreen(sessie)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.select(BORNE)
    return made


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    path = tmp_path / "logo.svg"
    path.write_text(SVG)
    return path


def editor(page: HuisstijlScreen, name: str) -> Any:
    (found,) = [each for each in page.findChildren(QWidget, name) if not isinstance(each, QLabel)]
    return found


def problem(page: HuisstijlScreen, name: str) -> str:
    (label,) = page.findChildren(QLabel, f"problem-{name}")
    return str(label.text())


def press(page: HuisstijlScreen, name: str) -> None:
    (found,) = [each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name]
    found.click()


def own(page: HuisstijlScreen, id: int | None = BORNE) -> Huisstijl | None:
    return huisstijl_of(page.session.ledger, id)


def type_in(qtbot: Any, page: HuisstijlScreen, name: str, text: str) -> None:
    """Type it, and go to the next input."""
    widget: QLineEdit | QPlainTextEdit = editor(page, name)
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Tab)


def labels(page: HuisstijlScreen) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]


def test_what_is_typed_is_done_when_one_goes_on(page: HuisstijlScreen, qtbot: Any) -> None:
    type_in(qtbot, page, "kleur", "#00609c")
    assert own(page) == Huisstijl(id=1, gemeente_id=BORNE, kleur="#00609C")
    assert editor(page, "kleur").text() == "#00609C"
    assert "Goed leesbaar op wit (contrast 6,6\u00a0:\u00a01)." in labels(page)
    assert page.owners.currentItem().text() == "Borne · eigen"
    type_in(qtbot, page, "afzender", "team Samenleving")
    venster: QComboBox = editor(page, "venster")
    venster.setCurrentIndex(1)
    venster.activated.emit(1)
    style = own(page)
    assert style and (style.afzender, style.venster) == ("team Samenleving", "rechts")
    assert own(page, None) is None
    for left in ("links", "links"):
        page.session.ledger.undo()
        undone = own(page)
        assert undone and undone.venster == left
    assert editor(page, "venster").currentText() == "links"
    assert editor(page, "afzender").toPlainText() == ""


def test_enter_is_enough(page: HuisstijlScreen, qtbot: Any) -> None:
    editor(page, "bindmarge").setText("12")
    qtbot.keyClick(editor(page, "bindmarge"), Qt.Key.Key_Return)
    style = own(page)
    assert style and style.bindmarge == 12


def test_what_is_wrong_stands_under_it_and_stays(page: HuisstijlScreen, qtbot: Any) -> None:
    type_in(qtbot, page, "kleur", "blauw")
    assert problem(page, "kleur") == "“blauw” is geen kleur; schrijf bijvoorbeeld #1D4ED8."
    type_in(qtbot, page, "logo_breedte", "90")
    assert problem(page, "logo_breedte") == "Een logo is 15 tot 80 mm breed."
    assert own(page) is None
    type_in(qtbot, page, "voettekst", "www.borne.nl")
    assert own(page) == Huisstijl(id=1, gemeente_id=BORNE, voettekst="www.borne.nl")
    assert editor(page, "kleur").text() == "blauw"
    assert problem(page, "kleur")
    assert editor(page, "kleur").accessibleDescription() == problem(page, "kleur")
    type_in(qtbot, page, "kleur", "#1D4ED8")
    assert problem(page, "kleur") == ""
    type_in(qtbot, page, "kleur", "rood")
    page.select(1)
    assert (editor(page, "kleur").text(), problem(page, "kleur")) == ("", "")


def test_files_are_judged_shown_and_taken_out(
    page: HuisstijlScreen, monkeypatch: pytest.MonkeyPatch, logo: Path, tmp_path: Path
) -> None:
    chosen: list[Path] = []
    monkeypatch.setattr("ui.kit.dialogs.choose_to_open", lambda *_asked: chosen.pop())
    assert not page.files["vet"].isVisibleTo(page)
    for name, path in (
        ("Logo kiezen", logo),
        ("Gewone letter kiezen", resource("fonts", "OpenSans-Regular.ttf")),
        ("Vette letter kiezen", resource("fonts", "OpenSans-Bold.ttf")),
    ):
        chosen.append(path)
        press(page, name)
    style = own(page)
    assert style and style.logo and style.vet and style.letter == "Open Sans"
    assert editor(page, "logo_tekst").text() == "Logo gemeente Borne"
    assert "Open Sans" in labels(page)

    (tmp_path / "slecht.svg").write_text(SVG.replace("<circle", "<script/><circle"))
    chosen.append(tmp_path / "slecht.svg")
    press(page, "Logo vervangen")
    assert any("meer dan een tekening" in said for said in labels(page))
    assert own(page) == style

    press(page, "Gewone letter weghalen")
    press(page, "Logo weghalen")
    without = own(page)
    assert without and not (without.gewoon or without.vet or without.logo)
    press(page, "Eigen huisstijl verwijderen")
    assert own(page) is None
    assert editor(page, "logo_tekst").text() == ""


def test_the_letter_beside_it_follows(page: HuisstijlScreen, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: page.preview.view.page_count == 1)
    assert page.preview.view.accessibleName() == "Voorbeeld van de huisstijl van Borne"
    page.select(None)
    qtbot.waitUntil(lambda: "Regietafel Twente" in page.preview.view.accessibleName())


def test_in_a_narrow_window_one_fills_in_or_looks(page: HuisstijlScreen, qtbot: Any) -> None:
    page.resize(600, 480)
    assert editor(page, "kleur").isVisible() and not page.preview.isVisible()
    (tabs,) = [each for each in page.findChildren(QTabBar) if each.isVisible()]
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert page.preview.isVisible() and not editor(page, "kleur").isVisible()


def test_a_colour_that_cannot_be_read_is_told_with_a_sign(page: HuisstijlScreen, qtbot: Any) -> None:
    type_in(qtbot, page, "kleur", "#F2C94C")
    (told,) = [said for said in labels(page) if "contrast" in said]
    assert told.startswith("▲ Te licht voor letters (contrast 1,5") and "Met #93710B kan het wel." in told


def test_it_says_where_the_address_of_the_letterhead_comes_from(page: HuisstijlScreen, sessie: Session) -> None:
    gone: list[object] = []
    sessie.record_requested.connect(lambda *where: gone.append(where))
    sessie.page_requested.connect(gone.append)
    assert "nog niet ingevuld" in labels(page)
    press(page, "Adres wijzigen")
    borne = sessie.ledger.gemeenten.get(BORNE)
    edit_gemeente(sessie.ledger, replace(borne, postadres="Postbus 200", postcode="7620 AE", plaats="Borne"))
    assert any("Postbus 200, 7620 AE" in said for said in labels(page))
    page.select(None)
    press(page, "Adres wijzigen")
    assert gone == [("gemeenten", BORNE), "instellingen"]


def test_a_gemeente_without_a_style_is_told_which_it_gets(page: HuisstijlScreen, qtbot: Any) -> None:
    assert any(said.startswith("Borne heeft geen eigen huisstijl.") for said in labels(page))
    page.select(None)
    type_in(qtbot, page, "kleur", "#00609C")
    page.select(BORNE)
    assert any(said.startswith("Borne krijgt de huisstijl van Regietafel Twente.") for said in labels(page))


def test_the_keyboard_goes_from_the_list_along_the_form_to_the_letter(page: HuisstijlScreen, qtbot: Any) -> None:
    tab_as_seen(page)
    page.activateWindow()
    qtbot.waitUntil(lambda: page.preview.view.page_count == 1)
    page.take_focus()
    past: list[str] = []
    while not (past and page.owners.hasFocus()) and len(past) < 40:
        here = page.focusWidget()
        assert here is not None and here.hasFocus()
        past.append(here.accessibleName())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert past[:6] == [
        "Van wie de huisstijl is",
        "Logo kiezen",
        "Beschrijving van het logo",
        "Breedte in mm",
        "Kleur van koppen en lijnen",
        "Gewone letter kiezen",
    ]
    assert past.index("Adres wijzigen") < past.index("Naast de kenmerken") < past.index("Voorbeeld voor Word kiezen")
    assert past[-1].startswith("Voorbeeld van de huisstijl van Borne") and all(past)


def test_a_file_to_read_only_is_not_changed(sessie: Session, qtbot: Any, tmp_path: Path) -> None:
    from regietafel.ledger import Ledger

    sessie.ledger.save_copy(path := tmp_path / "t.regietafel")
    session = Session(Ledger.open_for_reading(path))
    page = HuisstijlScreen(session)
    qtbot.addWidget(page)
    page.show()
    assert not any(form.isEnabled() for form in page.forms)
    assert not any(choice.choose_button.isEnabled() for choice in page.files.values())
    session.close()


def test_everything_has_a_name_and_a_place_for_the_cursor(page: HuisstijlScreen) -> None:
    for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton):
        for each in page.findChildren(kind):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.objectName() != "qt_spinbox_lineedit":
                assert each.accessibleName(), each
    page.take_focus()
    assert page.owners.hasFocus() or not page.isActiveWindow()
