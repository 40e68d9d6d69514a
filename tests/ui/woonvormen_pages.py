"""What the tests of the place Woonvormen share: Twente with one of everything, its pages, filled in dialogs."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from regietafel.actions import woonprojecten as actions
from regietafel.actions.regio import add_meegeleverd
from regietafel.actions.woonprojecten import Invulling
from regietafel.domain.staat import Staatwissel
from regietafel.domain.woonproject import Harinstroom, Woonproject
from regietafel.ledger import Ledger
from tests.ui import pages
from tests.ui.pages import gemeente, said, write
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

DAG = datetime.date(2023, 9, 15)
Answer = Callable[..., list[str]]


def fill_projects(ledger: Ledger) -> None:
    """A tussenvoorziening of 60 in Borne that counts 25/20/15 for three, and a HAR in Enschede with two groups."""
    add_meegeleverd(ledger)
    borne, hengelo, enschede = (gemeente(ledger, naam) for naam in ("Borne", "Hengelo", "Enschede"))
    hof = Woonproject(
        gemeente_id=borne,
        naam="Hof",
        soort="tussenvoorziening",
        eenheden=30,
        personen=60,
        vergunninghouders=60,
        oplevering=datetime.date(2023, 10, 1),
        telt_mee="ja",
        telt_mee_bron="brief van het COA",
    )
    shares = Invulling(telgemeenten={borne: 25, hengelo: 20, enschede: 15}, maten={"alleen": 20, "duo": 10})
    actions.add_project(ledger, hof, shares, [_staat("vergunning", datetime.date(2023, 6, 1))])
    har = Woonproject(gemeente_id=enschede, naam="Hotel", soort="har", personen=40, vergunninghouders=40)
    made = actions.add_project(ledger, har, Invulling(), [_staat("open", datetime.date(2023, 2, 1))])
    assert made.id is not None
    for begin, aantal, vertrokken in ((datetime.date(2023, 2, 15), 22, 9), (datetime.date(2023, 6, 1), 18, 3)):
        group = Harinstroom(project_id=made.id, gemeente_id=enschede, begin=begin, aantal=aantal, vertrokken=vertrokken)
        actions.save_harinstroom(ledger, group)


def _staat(staat: str, vanaf: datetime.date) -> Staatwissel:
    return Staatwissel(project_id=0, staat=staat, vanaf=vanaf)


def shown(qtbot: Any, sessie: Session, tab: str) -> Any:
    """The page of a tab."""
    sessie.op = DAG
    return pages.shown(qtbot, sessie, f"woonvormen/{tab}")


def do(page: Screen, label: str, record: Any = None) -> None:
    """Run the command of this name, on a record or on the page."""
    listing = getattr(page, "listing", None)
    known: list[Command] = [each for each in (page.primary, *(listing.commands if listing else ())) if each]
    page.run(next(each for each in known if each.label == label), record)


def answering(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """The next dialog gets these values in its form, or these cells in its table, and is finished ``times``."""

    def answer(cells: dict[tuple[int, int], str] | None = None, *, times: int = 1, **values: str) -> list[str]:
        seen: list[str] = []

        def exec_(dialog: Any) -> int:
            for name, value in values.items():
                write(dialog.form.editor(name), value)
            for (row, column), text in (cells or {}).items():
                dialog.model.setData(dialog.model.index(row, column), text)
            for _time in range(times):
                dialog.accept()
                seen.extend(said(dialog))
            return int(dialog.result())

        monkeypatch.setattr(QDialog, "exec", exec_)
        return seen

    return answer
