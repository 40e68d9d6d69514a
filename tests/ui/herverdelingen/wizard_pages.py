"""How a test walks through the wizard of a herverdeling, and reads what it says."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QWidget,
)

from regietafel.queries.herverdelingen import HerverdelingBlad, herverdelingen
from tests.ui.herverdelingen.regio import LONG
from ui.kit.session import Session
from ui.kit.wizard import DraftWizard
from ui.wizards.herverdeling import open_herverdeling
from ui.wizards.herverdeling_overdrachten import Overdrachten

NAMES = (
    *("Almelo", "Borne", "Dinkelland", "Enschede", "Haaksbergen", "Hellendoorn", "Hengelo", "Hof van Twente"),
    *("Losser", "Oldenzaal", "Rijssen-Holten", "Tubbergen", "B&W <Zuid>", "=1+1", LONG),
)


def views(sessie: Session) -> tuple[HerverdelingBlad, ...]:
    return herverdelingen(sessie.ledger)


def step(wizard: DraftWizard) -> Overdrachten:
    found = wizard.findChild(Overdrachten)
    assert isinstance(found, Overdrachten)
    return found


def rule(wizard: DraftWizard) -> str:
    label = wizard.findChild(QLabel, "regel")
    assert isinstance(label, QLabel)
    return label.text()


def problem(wizard: DraftWizard) -> str:
    page = wizard.currentPage()
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.objectName().startswith("problem"))


def put(wizard: DraftWizard, *lines: tuple[str, str, str]) -> None:
    """Fill in the lines, adding as many as are needed."""
    for number, texts in enumerate(lines):
        if number >= len(step(wizard)._regels):
            step(wizard)._add.click()
        regel = step(wizard)._regels[number]
        regel.van.setCurrentText(texts[0])
        regel.naar.setCurrentText(texts[1])
        regel.aantal.setText(texts[2])


def to_controle(wizard: DraftWizard) -> None:
    """From the overdrachten to the last step."""
    wizard.next()
    wizard.next()
    assert wizard.nextId() == -1, problem(wizard)


def at_overdrachten(sessie: Session, host: QWidget) -> DraftWizard:
    wizard = open_herverdeling(sessie, host)
    wizard.next()
    QApplication.processEvents()
    return wizard
