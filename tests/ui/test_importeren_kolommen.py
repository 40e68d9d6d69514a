"""Point out the columns of a table that the program does not understand, or not rightly; once per layout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from regietafel.exchange.soorten import BEGINSTAND, REALISATIE
from tests.core.exchange import files
from tests.ui.importing import begin, choose, finish, kolommen, line, texts, to_controle, wait
from ui.kit.session import Session
from ui.kit.wizard import DraftWizard

STRANGE = "Plaats;Wie;Telling {maand}\nBorne;x;12\nLosser;y;1,007\n"


def strange(folder: Path, maand: str = "september") -> Path:
    path = folder / f"lijst {maand}.csv"
    path.write_text(STRANGE.format(maand=maand), encoding="utf-8")
    return path


def at_columns(qtbot: Any, session: Session, host: QWidget, path: Path) -> DraftWizard:
    wizard = begin(qtbot, session, host, path, REALISATIE, peildatum="1-9-2023")
    wizard.next()
    assert wizard.currentId() == 1, texts(wizard)
    return wizard


def shown(wizard: DraftWizard) -> dict[str, str]:
    """What stands in the list above each column."""
    boxes = [each for each in wizard.findChildren(QComboBox) if each.objectName().startswith("kolom-")]
    return {box.accessibleName(): box.currentText() for box in boxes if box.isVisible()}


def test_columns_are_pointed_out_once(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    wizard = at_columns(qtbot, sessie, host, strange(tmp_path))
    assert set(shown(wizard)) == {"Kolom A: Plaats", "Kolom B: Wie", "Kolom C: Telling september"}
    choose(wizard, "kolom-B", "Gemeente")
    choose(wizard, "kolom-A", "Gemeente")
    assert shown(wizard)["Kolom B: Wie"] == "niet inlezen"
    assert "Wijs de kolom “Realisatie” aan." in texts(wizard)
    wizard.next()
    assert wizard.currentId() == 1
    choose(wizard, "kolom-C", "Realisatie")
    choose(wizard, "getallen", "1,234 (komma)")
    wait(qtbot, wizard)
    assert "voor de volgende tabel met deze kop wordt dat onthouden. 2 rijen gelezen" in texts(wizard)
    finish(to_controle(wizard))
    assert sorted(row.aantal for row in sessie.ledger.realisaties) == [12, 1007]
    (kept,) = sessie.ledger.kolomindelingen
    assert kept.soort == "realisatie"
    wizard = begin(qtbot, sessie, host, strange(tmp_path, "oktober"), REALISATIE, peildatum="1-10-2023")
    assert "2 rijen gelezen" in texts(wizard)
    wizard.next()
    assert "Kolommen zoals u ze eerder aanwees. 2 rijen gelezen" in texts(wizard)
    assert shown(wizard)["Kolom C: Telling oktober"] == "Realisatie"
    finish(to_controle(wizard))
    assert len(list(sessie.ledger.realisaties)) == 4 and len(list(sessie.ledger.kolomindelingen)) == 1
    sessie.ledger.undo()
    sessie.ledger.undo()
    assert not list(sessie.ledger.kolomindelingen) and not list(sessie.ledger.realisaties)


def test_what_was_pointed_out_survives_a_step_back(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    wizard = at_columns(qtbot, sessie, host, strange(tmp_path))
    choose(wizard, "kolom-A", "Gemeente")
    choose(wizard, "kolom-C", "Realisatie")
    choose(wizard, "getallen", "1,234 (komma)")
    wait(qtbot, wizard)
    to_controle(wizard)
    wizard.back()
    wizard.back()
    line(wizard, "peildatum").setText("1-10-2023")
    wait(qtbot, wizard)
    wizard.next()
    wait(qtbot, wizard)
    assert shown(wizard)["Kolom C: Telling september"] == "Realisatie" and "2 rijen gelezen" in texts(wizard)
    to_controle(wizard)
    assert "peildatum 01-10-2023" in texts(wizard)
    wizard.leave()


def test_going_back_to_the_guess_remembers_nothing(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Gemeente;Gehuisvest per 1-9-2023;Totaal\nBorne;12;13\n", encoding="utf-8")
    wizard = begin(qtbot, sessie, host, path)
    wizard.next()
    assert "Zo is de tabel begrepen." in texts(wizard) and not kolommen(wizard).is_changed
    choose(wizard, "kolom-B", "niet inlezen")
    assert kolommen(wizard).is_changed and "Wijs de kolom “Realisatie” aan." in texts(wizard)
    choose(wizard, "kolom-B", "Realisatie")
    assert not kolommen(wizard).is_changed and "Zo is de tabel begrepen." in texts(wizard)
    finish(to_controle(wizard))
    assert not list(sessie.ledger.kolomindelingen) and len(list(sessie.ledger.realisaties)) == 1


def test_another_sheet_and_header_are_chosen(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    files.fill(first, [["Gemeente", "Voorsprong"], ["Borne", 1]])
    second = book.create_sheet("Tweede")
    files.fill(second, [["Gemeente", "Naam"], ["Gemeente", "Achterstand"], ["Borne", 5], ["Losser", 6]])
    path = tmp_path / "lijst.xlsx"
    book.save(path)
    wizard = begin(qtbot, sessie, host, path, BEGINSTAND)
    wizard.next()
    choose(wizard, "blad", "Tweede")
    wait(qtbot, wizard)
    assert "Kolom B: Achterstand" in shown(wizard), shown(wizard)
    choose(wizard, "kop", "1: Gemeente · Naam")
    assert "Kolom B: Naam" in shown(wizard)
    choose(wizard, "kop", "2: Gemeente · Achterstand")
    wait(qtbot, wizard)
    assert "2 rijen gelezen" in texts(wizard)
    finish(to_controle(wizard))
    assert sorted(row.aantal for row in sessie.ledger.beginstanden) == [5, 6]


def test_a_wide_sheet_shows_its_first_columns(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    path = tmp_path / "lijst.csv"
    heads = ";".join(f"Kop {number}" for number in range(200))
    path.write_text(f"Gemeente;Gehuisvest per 1-9-2023;{heads}\nBorne;12\n", encoding="utf-8")
    wizard = begin(qtbot, sessie, host, path)
    wizard.next()
    assert len(shown(wizard)) == 60 and "Nog 142 kolommen worden niet getoond." in texts(wizard)
    wizard.leave()


def test_everything_works_by_keyboard(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    wizard = begin(qtbot, sessie, host, strange(tmp_path), REALISATIE, peildatum="1-9-2023")
    with qtbot.waitActive(wizard):
        wizard.activateWindow()
    keys = Qt.Key

    def press(key: Qt.Key, control: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(QApplication.focusWidget() or wizard, key, modifier)
        QApplication.processEvents()

    def tab_to(name: str) -> None:
        for _press in range(40):
            focused = QApplication.focusWidget()
            if focused is not None and focused.objectName() == name:
                return
            press(keys.Key_Tab)
        raise AssertionError(name)

    def choose_by_key(name: str, text: str) -> None:
        tab_to(name)
        box = QApplication.focusWidget()
        assert isinstance(box, QComboBox)
        press(keys.Key_Home)
        while box.currentText() != text:
            press(keys.Key_Down)
            assert QApplication.focusWidget() is box

    press(keys.Key_Return, control=True)
    assert wizard.currentId() == 1
    choose_by_key("getallen", "1,234 (komma)")
    choose_by_key("kolom-A", "Gemeente")
    choose_by_key("kolom-C", "Realisatie")
    wait(qtbot, wizard)
    press(keys.Key_Return, control=True)
    assert wizard.currentId() == 2, texts(wizard)
    press(keys.Key_Return, control=True)
    assert sorted(row.aantal for row in sessie.ledger.realisaties) == [12, 1007]


def test_inputs_have_names(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    wizard = at_columns(qtbot, sessie, host, strange(tmp_path))
    focusable = [
        each
        for each in wizard.currentPage().findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]
    names = [each.accessibleName() for each in focusable]
    assert all(names) and len(set(names)) == len(names)
    wizard.leave()
