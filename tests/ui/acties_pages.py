"""What the tests of the place Acties share: two meetings with a list, measures, the intekenlijst, and its pages."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QListWidget, QPushButton, QToolButton, QWidget

from regietafel.actions import agenda, contacten, intekenlijst, kennis, overleggen, overlegreeksen, verslag
from regietafel.domain.agenda import Agendapunt
from regietafel.domain.contact import Contact
from regietafel.domain.intekenlijst import Intekenactie, Intekening
from regietafel.domain.overleg import Overlegreeks
from regietafel.domain.verslag import Kennis, Verslagregel
from regietafel.ledger import Ledger
from tests.ui.pages import gemeente, said, shown_active
from ui.kit.session import Session
from ui.overlegplekken import ACTIES

JUNI, SEPTEMBER, DAG = datetime.date(2023, 6, 5), datetime.date(2023, 9, 11), datetime.date(2023, 11, 1)
Typing = Callable[..., list[str]]
LOCATIE, BRIEF, CIJFERS, BEZOEK, KNELPUNT = 3, 4, 5, 7, 2
"""The rows by what they are about."""


def fill_meetings(ledger: Ledger) -> None:
    """In June a besluit, a knelpunt and three actions, of which one is done; in September a knelpunt and an action."""
    almelo, borne, hengelo = (gemeente(ledger, naam) for naam in ("Almelo", "Borne", "Hengelo"))
    reeks = overlegreeksen.save_overlegreeks(ledger, Overlegreeks(naam="Regietafel", soort="regietafel"))
    june, september = overleggen.make_overleggen(ledger, reeks.id or 0, [JUNI, SEPTEMBER])
    flex = agenda.save_punt(ledger, Agendapunt(overleg_id=june.id or 0, titel="Flexwonen"))
    amv = agenda.save_punt(ledger, Agendapunt(overleg_id=september.id or 0, titel="Amv"))

    def record(punt: Agendapunt, soort: str, tekst: str, *houders: tuple[int | None, str], **more: Any) -> None:
        regel = Verslagregel(overleg_id=punt.overleg_id, agendapunt_id=punt.id, soort=soort, tekst=tekst, **more)
        verslag.record_regel(ledger, regel, houders)

    for overleg in (june, september):
        overleggen.begin_overleg(ledger, overleg.id or 0)
    record(flex, "besluit", "De uitruil gaat naar de colleges.", thema="uitruil")
    record(flex, "knelpunt", "Te weinig woningen voor grote gezinnen", thema="flexwonen")
    due = datetime.date(2023, 9, 1)
    record(flex, "actie", "Locatie zoeken", (borne, ""), (None, "Provincie"), voor=due, thema="flexwonen")
    record(flex, "actie", "Brief aan het COA", (almelo, ""), voor=datetime.date(2023, 12, 1))
    record(flex, "actie", "Cijfers aanleveren", (hengelo, ""), voor=datetime.date(2023, 7, 1))
    verslag.set_gereed(ledger, CIJFERS, datetime.date(2023, 6, 28))
    record(amv, "knelpunt", "Geen gezinnen", thema="amv")
    record(amv, "actie", "Werkbezoek", (almelo, ""))
    for titel in ("Woningdelen", "Hospitaverhuur"):
        kennis.save_kennis(ledger, Kennis(titel=titel, tekst=f"Hoe {titel.lower()} werkt", thema="doorstroom"))
    campagne = intekenlijst.save_intekenactie(ledger, Intekenactie(titel="Campagne voor kamers", voor=due))
    signed = Intekening(intekenactie_id=campagne.id or 0, gemeente_id=almelo, rol="trekker", toezegging="Het plan")
    intekenlijst.save_intekening(ledger, signed)
    contacten.save_contact(ledger, Contact(gemeente_id=borne, rol="ambtenaar", e_mail="wonen@borne.nl"))
    contacten.save_contact(ledger, Contact(gemeente_id=borne, rol="bestuurder", e_mail="bestuur@borne.nl"))


def shown(qtbot: Any, sessie: Session, tab: str) -> Any:
    """The page of a tab on DAG, with the keyboard in it; any, for every list has its own rows."""
    sessie.op = DAG
    return shown_active(qtbot, ACTIES.addresses[f"acties/{tab}"].build(sessie))


def key(
    page: QWidget, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    """Press a key where the keyboard is."""
    for _time in range(times):
        QTest.keyClick(QApplication.focusWidget() or page, which, modifier)
    QApplication.processEvents()


def tab_to(page: QWidget, name: str) -> QWidget:
    """Press Tab until the button of this name has the keyboard."""
    for _step in range(60):
        here = QApplication.focusWidget()
        if isinstance(here, QPushButton | QToolButton) and here.accessibleName() == name:
            return here
        key(page, Qt.Key.Key_Tab)
    raise AssertionError(f"no way to {name} by Tab")


def press(page: QWidget, name: str) -> None:
    """Go to the button of this name with Tab, and press Space."""
    QTest.keyClick(tab_to(page, name), Qt.Key.Key_Space)
    QApplication.processEvents()


def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """The next dialogs are filled in with the keyboard and finished with Ctrl+Enter; gives what each said then."""

    def type_in(**values: str) -> list[str]:
        seen: list[str] = []

        def exec_(dialog: Any) -> int:
            _show_active(dialog)
            for name, value in values.items():
                _write(dialog, dialog.form.editor(name), value)
            QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            seen.extend(said(dialog))
            if dialog.isVisible():
                dialog.leave()
            return _closed(dialog)

        monkeypatch.setattr(QDialog, "exec", exec_)
        return seen

    return type_in


def _show_active(dialog: QDialog) -> None:
    dialog.show()
    QTest.qWaitForWindowExposed(dialog)
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)


def _closed(dialog: QDialog) -> int:
    """As exec does: the window below is active again."""
    parent = dialog.parentWidget()
    assert parent is not None
    below = parent.window()
    for _attempt in range(100):
        if QApplication.activeWindow() is below:
            break
        below.activateWindow()
        QTest.qWait(10)
    return int(dialog.result())


def _write(dialog: QWidget, editor: QWidget, value: str) -> None:
    for _step in range(40):
        if QApplication.focusWidget() is editor:
            break
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is editor, (dialog.isActiveWindow(), QApplication.focusWidget(), editor)
    if isinstance(editor, QComboBox) and editor.isEditable():
        editor.setCompleter(None)  # type: ignore[arg-type] # its list would want a keyboard of its own
    if not isinstance(editor, QComboBox) or editor.isEditable():
        QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, value)


def ticking(monkeypatch: pytest.MonkeyPatch, name: str, *rows: int) -> None:
    """In the list of this name in the next dialog these rows are ticked or no longer, with the keyboard."""

    def exec_(dialog: Any) -> int:
        _show_active(dialog)
        ticks = next(each for each in dialog.findChildren(QListWidget) if each.accessibleName() == name)
        ticks.setFocus()
        for row in rows:
            key(dialog, Qt.Key.Key_Home)
            key(dialog, Qt.Key.Key_Down, times=row)
            key(dialog, Qt.Key.Key_Space)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        return _closed(dialog)

    monkeypatch.setattr(QDialog, "exec", exec_)
