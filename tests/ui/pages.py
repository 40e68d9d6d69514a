"""A page in the window or by itself, what is read on it, and how an input is filled in."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from regietafel.ledger import Ledger
from ui.app import PLACES, periodes
from ui.kit.session import Session
from ui.kit.shell import Shell

ADDRESSES = {address: page for place in PLACES for address, page in place.addresses.items()}
OVERLEGGEN = "overleg/Overleggen"


def window(qtbot: Any, sessie: Session, address: str = OVERLEGGEN, id: int | None = None) -> Shell:
    """The window, at a page or at the page of one record."""
    shell = Shell(sessie, PLACES, lambda session: periodes(session.ledger))
    qtbot.addWidget(shell)
    shell.resize(1280, 800)
    shell.go(address)
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    if id is not None:
        shell.open_record(address, id)
    QApplication.processEvents()
    return shell


def shown(qtbot: Any, sessie: Session, address: str) -> Any:
    """The page by itself; any, for every page has its own rows."""
    page = ADDRESSES[address].build(sessie)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def shown_active(qtbot: Any, page: Any) -> Any:
    """A page by itself, with the keyboard in it."""
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    return page


def gemeente(ledger: Ledger, naam: str) -> int:
    """Its number in the file."""
    found = ledger.gemeenten.find(naam=naam)
    assert found is not None and found.id is not None
    return found.id


def said(widget: QWidget) -> list[str]:
    """Every text one sees, label by label."""
    QApplication.processEvents()  # what was just put in a layout is not shown yet
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget) and label.text()]


def write(editor: QWidget, value: str | bool) -> None:
    """Fill in an input of a form, whatever its kind; a tick with a truth value or “ja”."""
    if isinstance(editor, QLineEdit):
        editor.setText(str(value))
    elif editor.property("plainText") is not None:
        editor.setProperty("plainText", value)
    elif editor.property("checkable"):
        editor.setProperty("checked", value in (True, "ja"))
    else:
        editor.setProperty("currentText", value)
