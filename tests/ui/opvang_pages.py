"""What the tests of the place Opvang share: Twente with a few locations, its pages, and dialogs that are filled in."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from regietafel.actions.opvanglocaties import add_locatie, record_bezettingen
from regietafel.domain.opvang import Opvangcijfer
from regietafel.domain.opvanglocatie import Bezetting, Opvanglocatie
from regietafel.domain.staat import Staatwissel
from regietafel.ledger import Ledger
from tests.ui import pages
from tests.ui.pages import gemeente, said, write
from ui.kit.dialogs import EditDialog
from ui.kit.entry_dialog import EntryDialog
from ui.kit.listing import ListScreen
from ui.kit.session import Session

DAG = datetime.date(2023, 9, 15)
MEI = datetime.date(2023, 5, 2)


def fill_opvang(ledger: Ledger) -> None:
    """An azc of 300 that is open with 280 in use, one of 400 that the raad decided on, and Twente's opgave."""
    begin = datetime.date(2022, 1, 1)
    almelo, borne = gemeente(ledger, "Almelo"), gemeente(ledger, "Borne")
    azc = Opvanglocatie(gemeente_id=almelo, naam="Oude Kazerne", soort="azc", capaciteit=300, open_vanaf=begin)
    made = add_locatie(ledger, azc, [Staatwissel(locatie_id=0, staat="open", vanaf=begin)])
    assert made.id is not None
    plan = Opvanglocatie(
        gemeente_id=borne, naam="Nieuwe Esch", soort="azc", capaciteit=400, open_vanaf=datetime.date(2024, 3, 1)
    )
    add_locatie(ledger, plan, [Staatwissel(locatie_id=0, staat="raadsbesluit", vanaf=datetime.date(2023, 6, 1))])
    record_bezettingen(ledger, [Bezetting(locatie_id=made.id, peildatum=datetime.date(2023, 9, 1), bezet=280)])
    with ledger.operation("Ingelezen"):
        for soort, opgave, realisatie, verschil in (
            ("coa_regulier", 1944, 794, 1150),
            ("oekraine", 3604, 2978, 627),  # one more than it is
        ):
            ledger.opvangcijfers.save(
                Opvangcijfer(
                    gebied="VR05",
                    soort=soort,
                    peildatum=MEI,
                    opgave=opgave,
                    realisatie=realisatie,
                    verschil=verschil,
                    bron="tabel 1",
                )
            )


def shown(qtbot: Any, sessie: Session, tab: str) -> ListScreen:
    sessie.op = DAG
    page = pages.shown(qtbot, sessie, f"opvang/{tab}")
    assert isinstance(page, ListScreen)
    return page


def choose(page: ListScreen, label: str) -> None:
    """In the box on the line of the day that has this choice."""
    from ui.kit.inputs import ComboBox

    (box,) = [box for box in page.findChildren(ComboBox) if box.findText(label) >= 0]
    box.setCurrentIndex(box.findText(label))
    box.activated.emit(box.currentIndex())


def key(qtbot: Any, page: ListScreen, row: int, pressed: Qt.Key) -> None:
    page.table.view.setCurrentIndex(page.model.index(row, 0))
    with qtbot.waitActive(page):
        page.activateWindow()
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, pressed)


def answering(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """The next dialog is filled in like this and finished ``times``; gives what it said in between."""

    def answer(*rows: str, times: int = 1, **values: str) -> list[str]:
        seen: list[str] = []

        def exec_(dialog: EditDialog | EntryDialog) -> int:
            for name, value in values.items():
                write(dialog.form.editor(name), value)
            if isinstance(dialog, EntryDialog):
                last = dialog.model.columnCount() - 1
                for row, text in enumerate(rows):
                    dialog.model.setData(dialog.model.index(row, last), text)
            for _time in range(times):
                dialog.accept()
                seen.extend(said(dialog))
                seen.extend([dialog.question.text] if not dialog.question.isHidden() else [])
            return dialog.result()

        monkeypatch.setattr(QDialog, "exec", exec_)
        return seen

    return answer
