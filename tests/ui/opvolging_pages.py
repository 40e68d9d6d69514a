"""What a user presses at Opvolging, and what the file then knows of a college."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from regietafel.actions.behandeling import record_behandelingen
from regietafel.domain.behandeling import Behandeling
from regietafel.queries.herverdelingen import blad
from tests.ui.pages import said
from ui.kit.session import Session
from ui.kit.ticking import TickScreen
from ui.wizards.opvolging import TickDialog

JULY = datetime.date(2023, 7, 3)
Filled = Callable[[TickDialog], object]


def choose(page: TickScreen, herverdeling_id: int, soort: str) -> None:
    """Tick every such row with the space bar."""
    for row, record in enumerate(page.model.records):
        if (record.herverdeling_id, record.soort) == (herverdeling_id, soort):
            page.table.view.selectionModel().setCurrentIndex(
                page.model.index(row, 0), page.table.view.selectionModel().SelectionFlag.NoUpdate
            )
            space(page)


def space(page: TickScreen) -> None:
    QTest.keyClick(page.table.view, Qt.Key.Key_Space)


def begin(page: TickScreen) -> None:
    assert page.primary
    page.run(page.primary)


def decide_all(sessie: Session, herverdeling_id: int) -> None:
    view = blad(sessie.ledger, herverdeling_id)
    record_behandelingen(sessie.ledger, [replace(each, besluit_op=JULY) for each in view.behandelingen])


def fact(sessie: Session, herverdeling_id: int, gemeente: str) -> Behandeling:
    return next(each.behandeling for each in blad(sessie.ledger, herverdeling_id).partijen if each.gemeente == gemeente)


def answering(monkeypatch: pytest.MonkeyPatch) -> Callable[[Filled], list[str]]:
    """The next dialog to tick off is filled in and finished; gives what it said in the end."""

    def answer(filled: Filled) -> list[str]:
        seen: list[str] = []

        def exec_(dialog: TickDialog) -> int:
            dialog.show()
            filled(dialog)
            dialog.accept()
            seen.extend(said(dialog))
            dialog.hide()
            return dialog.result()

        monkeypatch.setattr(TickDialog, "exec", exec_)
        return seen

    return answer
