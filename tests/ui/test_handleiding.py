"""The manual: every page can be found from the contents, and F1 opens the page of the window one is in."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.ledger import Ledger
from regietafel.paths import resource
from regietafel.queries.herverdelingen import blad
from ui.app import PLACES
from ui.kit.papers import Bundle, Written
from ui.kit.papers_window import PapersWindow
from ui.kit.session import Session
from ui.wizards.openbaar import OpenbaarWindow, of_herverdeling

P = Periode(2023, 2)


def links(name: str) -> set[str]:
    return set(re.findall(r"\]\(([\w-]+)\.md\)", resource("handleiding", f"{name}.md").read_text(encoding="utf-8")))


def test_every_page_can_be_found_from_the_contents() -> None:
    pages = {path.stem for path in resource("handleiding").glob("*.md")}
    assert links("inhoud") == pages - {"inhoud"}


@pytest.mark.parametrize("tab, page", [("Sjablonen", "sjablonen"), ("Huisstijl", "huisstijl")])
def test_the_tabs_of_documenten_have_a_page_of_their_own(session: Session, qtbot: Any, tab: str, page: str) -> None:
    place = next(place for place in PLACES if place.key == "documenten")
    made = place.addresses[f"documenten/{tab}"].build(session)
    qtbot.addWidget(made)
    assert made.manual == page


@pytest.fixture
def windows(voorbeeld: Path, qtbot: Any) -> Any:
    ledger = Ledger.open(voorbeeld)
    id = make_herverdeling(ledger, P, [Deel("Enschede", "Borne", 10)])
    session, host = Session(ledger, P), QWidget()
    qtbot.addWidget(host)
    nothing = Bundle(
        papers=(), write=lambda sources, folder, overwrite: Written(count=0), save=lambda *_: Written(count=0)
    )
    papers = PapersWindow(session, "Documenten", lambda _date: nothing, datetime.date(2023, 6, 1), host)
    yield (
        session,
        {"openbaar": OpenbaarWindow(session, of_herverdeling(session, blad(ledger, id)), host), "documenten": papers},
    )
    session.close()


@pytest.mark.parametrize("page", ["openbaar", "documenten"])
def test_f1_in_a_window_beside_the_main_one(windows: Any, qtbot: Any, page: str) -> None:
    session, made = windows
    asked: list[str] = []
    session.manual_requested.connect(asked.append)
    window = made[page]
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert asked == [page]
    window.close()
