"""The wizard: a draft that grows by steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from regietafel.errors import RegietafelError, RuleError
from regietafel.fields import AANTAL, Field
from ui.kit.wizard import DraftWizard, Step, StepWidget


@dataclass(frozen=True)
class Afspraak:
    van: str = ""
    kleur: str = ""
    aantal: int = 0


class Kleur(StepWidget):
    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.kleur = ""

    def load(self, draft: Any) -> None:
        self.loaded.append(draft.van)

    def values(self) -> dict[str, Any]:
        if not self.kleur:
            raise RegietafelError("Kies een kleur.")
        return {"kleur": self.kleur}


def positive(draft: Afspraak) -> None:
    if draft.aantal <= 0:
        raise RuleError("Het aantal moet groter dan nul zijn.")


@pytest.fixture
def done() -> list[Afspraak]:
    return []


@pytest.fixture
def wizard(qtbot: Any, done: list[Afspraak]) -> DraftWizard:
    steps = [
        Step(title="Wie", fields=[Field(name="van", label="Van", required=True)]),
        Step(title="Kleur", build=Kleur),
        Step(title="Hoeveel", fields=[Field(name="aantal", label="Aantal", kind=AANTAL)], check=positive),
    ]
    made = DraftWizard("Afspraak", Afspraak(), steps, done.append, verb="Afspraak maken")
    qtbot.addWidget(made)
    made.show()
    return made


def write(page: QWidget, name: str, text: str) -> None:
    line = page.findChild(QLineEdit, name)
    assert isinstance(line, QLineEdit)
    line.setText(text)


def problem(wizard: DraftWizard) -> str:
    page = wizard.currentPage()
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.objectName().startswith("problem"))


def colours(wizard: DraftWizard) -> Kleur:
    found = wizard.findChild(Kleur)
    assert isinstance(found, Kleur)
    return found


def test_goes_step_by_step_and_finishes_once(wizard: DraftWizard, done: list[Afspraak]) -> None:
    wizard.next()
    assert wizard.currentId() == 0 and "Vul van in." in problem(wizard)
    write(wizard.currentPage(), "van", "Borne")
    wizard.next()
    assert colours(wizard).loaded == ["Borne"]
    wizard.next()
    assert wizard.currentId() == 1 and "Kies een kleur." in problem(wizard)
    colours(wizard).kleur = "blauw"
    wizard.next()
    finish = wizard.button(wizard.WizardButton.FinishButton)
    assert finish.text() == "Afspraak maken"
    for wrong, sentence in (("nul", "niet te lezen"), ("0", "groter dan nul")):
        write(wizard.currentPage(), "aantal", wrong)
        finish.click()
        assert not done and sentence in problem(wizard) and wizard.isVisible()
    write(wizard.currentPage(), "aantal", "1.200")
    finish.click()
    assert done == [Afspraak("Borne", "blauw", 1200)] and not wizard.isVisible()


def test_going_back_keeps_what_was_typed(wizard: DraftWizard) -> None:
    write(wizard.currentPage(), "van", "Borne")
    colours(wizard).kleur = "blauw"
    wizard.next()
    wizard.next()
    write(wizard.currentPage(), "aantal", "12")
    wizard.back()
    wizard.next()
    line = wizard.currentPage().findChild(QLineEdit, "aantal")
    assert isinstance(line, QLineEdit) and line.text() == "12"


def test_escape_asks_only_when_something_was_typed(qtbot: Any, wizard: DraftWizard, done: list[Afspraak]) -> None:
    write(wizard.currentPage(), "van", "Borne")
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible() and any("Stoppen?" in label.text() for label in wizard.findChildren(QLabel))
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)  # the question goes away again
    assert wizard.isVisible()
    write(wizard.currentPage(), "van", "")
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible() and not done


def test_control_enter_goes_on(qtbot: Any, wizard: DraftWizard, done: list[Afspraak]) -> None:
    colours(wizard).kleur = "rood"
    for name, text in (("van", "Borne"), ("", ""), ("aantal", "3")):
        if name:
            write(wizard.currentPage(), name, text)
        qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done == [Afspraak("Borne", "rood", 3)]
