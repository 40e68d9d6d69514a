"""The journey of a new file, checked in the file itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from regietafel.ledger import Ledger
from ui.kit import dialogs
from ui.kit.choices import CheckList, PathStep, WayStep
from ui.kit.wizard import DraftWizard
from ui.wizards import nieuw


@pytest.fixture
def wizard(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DraftWizard:
    monkeypatch.setattr(nieuw, "documents_folder", lambda: tmp_path)
    made = nieuw.nieuw_wizard(None)
    qtbot.addWidget(made)
    made.show()
    return made


def ways(wizard: DraftWizard) -> WayStep:
    found = wizard.findChild(WayStep)
    assert isinstance(found, WayStep)
    return found


def path_line(wizard: DraftWizard) -> QLineEdit:
    found = wizard.findChild(PathStep)
    assert isinstance(found, PathStep)
    return found.line


def finish(wizard: DraftWizard) -> None:
    wizard.button(wizard.WizardButton.FinishButton).click()


def test_a_veiligheidsregio_fills_in_name_and_gemeenten(wizard: DraftWizard, tmp_path: Path) -> None:
    wizard.next()
    assert wizard.currentId() == 0
    assert any("Maak een keuze" in label.text() for label in wizard.currentPage().findChildren(QLabel))
    ways(wizard).inputs[0].setProperty("currentText", "Twente")
    wizard.next()
    name = wizard.currentPage().findChild(QLineEdit, "naam")
    assert isinstance(name, QLineEdit) and name.text() == "Regietafel Twente"
    wizard.next()
    path = tmp_path / "Regietafel Twente.regietafel"
    assert path_line(wizard).text() == str(path)
    finish(wizard)
    ledger = Ledger.open(path)
    assert len(list(ledger.gemeenten)) == 14 and list(ledger.adressaten)
    assert wizard.draft.path == path
    ledger.close()


def test_hand_picked_with_another_name_and_place(
    wizard: DraftWizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways(wizard).radios[2].click()
    picked = ways(wizard).inputs[2]
    assert isinstance(picked, CheckList) and picked.list.count() == 342
    picked.tick("Borne")
    picked._search.setText("sudwest")
    shown = [row for row in range(342) if not picked.list.item(row).isHidden()]
    assert [picked.list.item(row).text() for row in shown] == ["Súdwest-Fryslân"]
    picked.tick("Súdwest-Fryslân")
    wizard.next()
    name = wizard.currentPage().findChild(QLineEdit, "naam")
    assert isinstance(name, QLineEdit)
    name.setText("Tafel: Noord/Oost")
    wizard.next()
    (tmp_path / "map").mkdir()
    monkeypatch.setattr(dialogs, "choose_folder", lambda *arguments: tmp_path / "map")
    found = wizard.findChild(PathStep)
    assert isinstance(found, PathStep)
    found._choose()
    finish(wizard)
    ledger = Ledger.open(tmp_path / "map" / "Tafel NoordOost.regietafel")
    assert {gemeente.naam for gemeente in ledger.gemeenten} == {"Borne", "Súdwest-Fryslân"}
    table = ledger.regio.find()
    assert table is not None and table.naam == "Tafel: Noord/Oost"
    ledger.close()


def test_never_overwrites(wizard: DraftWizard, tmp_path: Path) -> None:
    there = tmp_path / "Landelijke regietafel.regietafel"
    there.write_text("van iemand anders", encoding="utf-8")
    ways(wizard).radios[3].click()
    wizard.next()
    wizard.next()
    assert path_line(wizard).text().endswith("Landelijke regietafel 2.regietafel")
    path_line(wizard).setText(str(there))
    finish(wizard)
    assert wizard.isVisible() and there.read_text(encoding="utf-8") == "van iemand anders"
    assert any("bestaat al" in label.text() for label in wizard.currentPage().findChildren(QLabel))


def test_name_follows_another_choice_but_what_was_typed_stays(wizard: DraftWizard) -> None:
    ways(wizard).radios[3].click()
    wizard.next()
    name = wizard.currentPage().findChild(QLineEdit, "naam")
    assert isinstance(name, QLineEdit)
    name.setText("Onze tafel")
    wizard.next()
    wizard.back()
    wizard.back()
    wizard.next()
    assert name.text() == "Onze tafel"
    wizard.back()
    ways(wizard).radios[1].click()
    ways(wizard).inputs[1].setProperty("currentText", "Drenthe")
    wizard.next()
    assert name.text() == "Provinciale regietafel Drenthe"
