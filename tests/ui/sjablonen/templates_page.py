"""What a user presses and reads at the templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from regietafel.domain.periode import Periode
from ui.app import PLACES
from ui.kit.session import Session
from ui.screens.sjablonen import SjablonenScreen

P, NAAM, BRIEF = Periode(2023, 2), "bekendmaking.txt", "raadsinformatiebrief.txt"
CTRL = Qt.KeyboardModifier.ControlModifier
Visit = Callable[..., SjablonenScreen]


def visit_sjablonen(qtbot: Any, session: Session) -> SjablonenScreen:
    """The page, at one template."""
    place = next(place for place in PLACES if place.key == "documenten")
    page = place.addresses["documenten/Sjablonen"].build(session)
    assert isinstance(page, SjablonenScreen)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.select(NAAM)
    return page


def press(page: QWidget, label: str) -> None:
    found = [each for each in page.findChildren(QAbstractButton) if each.accessibleName() == label and each.isVisible()]
    assert len(found) == 1, label
    assert found[0].isEnabled(), label
    found[0].click()


def can_press(page: QWidget, label: str) -> bool:
    return any(each.isEnabled() for each in page.findChildren(QAbstractButton) if each.accessibleName() == label)


def said(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def type_at_end(qtbot: Any, page: SjablonenScreen, text: str) -> None:
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.editor.setFocus()
    for number, line in enumerate(text.split("\n")):
        if number:
            qtbot.keyClick(page.editor, Qt.Key.Key_Return)
        qtbot.keyClicks(page.editor, line)


def own(sessie: Session, naam: str = NAAM) -> bool:
    return any(each.naam == naam for each in sessie.ledger.sjablonen)
