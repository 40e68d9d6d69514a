"""The planning and the swaps of opvang: month by month what comes and goes, and a total that stands."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from regietafel.actions.normen import edit_zekerheid
from regietafel.actions.opvanglocaties import add_locatie
from regietafel.domain.feestdagen import plain_einde
from regietafel.domain.opvanglocatie import Opvanglocatie
from regietafel.domain.staat import Zekerheid
from tests.ui.opvang_pages import answering, choose, fill_opvang, key, shown
from tests.ui.pages import said
from ui.kit.figure_view import FigureView
from ui.kit.listing import ListScreen
from ui.kit.session import Session
from ui.wizards import opvangruil

MAART = datetime.date(2024, 3, 1)


@pytest.fixture
def planning(qtbot: Any, sessie: Session) -> ListScreen:
    fill_opvang(sessie.ledger)
    edit_zekerheid(sessie.ledger, Zekerheid(staat="raadsbesluit", zekerheid=60))
    return shown(qtbot, sessie, "Planning")


def test_without_locations_it_leads_to_them(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Planning")
    asked: list[str] = []
    sessie.page_requested.connect(asked.append)
    assert page.listing.empty.begin is not None
    page.run(page.listing.empty.begin)
    assert asked == ["opvang/Locaties"]


def test_the_months_add_up_with_their_certainty(planning: ListScreen) -> None:
    months = {each.begin: each for each in planning.model.records}
    assert len(months) == 25 and planning.model.index(0, 0).data() == "september 2023"
    before, after = months[datetime.date(2024, 2, 1)], months[MAART]
    assert (before.zeker, before.verwacht_plekken) == (300, 300)
    assert (after.erbij, after.zeker, after.verwacht_plekken) == (400, 300, 540)
    assert after.tekort == 1944 + 3604 - 540
    planning.select(MAART)
    text = said(planning.panel)
    assert "Nieuwe Esch (Borne)" in text
    assert "01-03-2024: opent; staat: raadsbesluit; zekerheid 60 %: telt voor +240" in text


def test_another_certainty_is_followed_and_one_leads_to_the_location(planning: ListScreen, sessie: Session) -> None:
    edit_zekerheid(sessie.ledger, Zekerheid(staat="raadsbesluit", zekerheid=50))
    planning.select(MAART)
    assert planning.current.verwacht_plekken == 500 and "maart 2024" in said(planning.panel)
    asked: list[object] = []
    sessie.record_requested.connect(lambda address, id: asked.append((address, id)))
    buttons = [each for each in planning.panel.findChildren(QToolButton) if each.isVisibleTo(planning.panel)]
    (to,) = [each for each in buttons if each.accessibleName().startswith("Naar de locatie")]
    to.click()
    assert asked == [("opvang/Locaties", 2)]


def test_what_is_not_counted_is_said(planning: ListScreen, sessie: Session) -> None:
    ledger = sessie.ledger
    add_locatie(ledger, Opvanglocatie(gemeente_id=1, naam="Zonder dag", soort="azc", capaciteit=200))
    add_locatie(ledger, Opvanglocatie(gemeente_id=1, naam="Zonder plekken", soort="azc", open_vanaf=MAART))
    (text,) = [each for each in said(planning) if "niet meegeteld" in each]
    assert text.splitlines() == [
        "Nog zonder datum waarop het opengaat, en daarom niet meegeteld: Zonder dag (200).",
        "Gaat open, maar zonder aantal plekken, en daarom niet meegeteld: Zonder plekken.",
    ]


def test_it_looks_ahead_as_far_as_one_likes(planning: ListScreen) -> None:
    planning.until._choose(datetime.date(2023, 12, 1))  # type: ignore[attr-defined]
    assert [each.begin.month for each in planning.model.records] == [9, 10, 11, 12]
    planning.session.op = datetime.date(2024, 6, 1)
    assert [each.begin.month for each in planning.model.records] == [6]


def test_a_picture_takes_the_place_of_the_table(qtbot: Any, planning: ListScreen) -> None:
    choose(planning, "Plekken per maand")
    (picture,) = planning.findChildren(FigureView)
    qtbot.waitUntil(lambda: bool(said(picture)))
    assert picture.isVisible() and not planning.table.isVisible() and not planning.filter.isVisible()
    planning.take_focus()
    laid_out: list[None] = []
    picture.canvas.laid_out.connect(lambda: laid_out.append(None))
    planning.session.op = plain_einde(planning.session.op, 1, "maand")
    QApplication.processEvents()
    assert len(laid_out) == 1  # another day moves nothing on the page
    choose(planning, "Tabel")
    assert planning.table.isVisible() and not picture.isVisible()


def test_a_month_in_the_picture_tells_what_happens(planning: ListScreen) -> None:
    choose(planning, "Plekken per maand")
    planning._pick("2024-03-01")  # type: ignore[attr-defined]
    assert "maart 2024" in said(planning.panel)


def test_swaps_are_recorded_changed_removed_and_undone(
    qtbot: Any, sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = answering(monkeypatch)
    page = shown(qtbot, sessie, "Uitruil")
    assert any("zolang het totaal van de provincie gelijk" in each for each in said(page))
    answer(van_id="Borne", naar_id="Almelo", soort="COA regulier", aantal="40", datum="1-6-2023")
    page.run(opvangruil.RECORD)
    assert [(each.van, each.naar, each.aantal) for each in page.model.records] == [("Borne", "Almelo", 40)]
    text = said(page.panel)
    assert {"Borne → Almelo", "+40", "−40", "Overijssel (provincie)", "0"} <= set(text)
    answer(aantal="25")
    key(qtbot, page, 0, Qt.Key.Key_F2)
    assert page.current.aantal == 25
    key(qtbot, page, 0, Qt.Key.Key_Delete)
    assert not page.model.records
    sessie.ledger.undo()
    assert [each.aantal for each in page.model.records] == [25]
    words = answer(van_id="Borne", naar_id="Borne", soort="COA regulier", aantal="40", datum="1-6-2023")
    page.run(opvangruil.RECORD)
    assert any("niet plekken met zichzelf" in each or "geen plekken met zichzelf" in each for each in words)
