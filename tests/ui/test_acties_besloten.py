"""An agreement, a location and a project tell in which meetings they were decided, and go there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from regietafel.actions import verslag
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.opvanglocaties import add_locatie
from regietafel.actions.overleggen import begin_overleg, make_overleggen
from regietafel.actions.overlegreeksen import save_overlegreeks
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.herverdeling import Deel
from regietafel.domain.opvanglocatie import Opvanglocatie
from regietafel.domain.overleg import Overlegreeks
from regietafel.domain.verslag import Verslagregel
from tests.ui.importing import P
from tests.ui.pages import ADDRESSES, gemeente, said
from tests.ui.woonvormen_pages import DAG, fill_projects, shown
from ui.kit.session import Session
from ui.wizards.acties import NAAR_OVERLEG


@pytest.fixture
def sessie(sessie: Session) -> Session:
    """A meeting that decided about an agreement, a location and a project; a third row is about none."""
    ledger = sessie.ledger
    fill_projects(ledger)
    numbers = [(each.id or 0, 100, None, None) for each in ledger.gemeenten]
    import_taakstelling(ledger, periode=P, datum=DAG, landelijk=None, bron="", regels=numbers)
    herverdeling = make_herverdeling(ledger, P, [Deel("Enschede", "Borne", 10)])
    add_locatie(ledger, Opvanglocatie(gemeente_id=gemeente(ledger, "Borne"), naam="Noord", soort="azc"), [])
    reeks = save_overlegreeks(ledger, Overlegreeks(naam="Regietafel", soort="regietafel"))
    (overleg,) = make_overleggen(ledger, reeks.id or 0, [DAG])
    begin_overleg(ledger, overleg.id or 0)
    punt = next(ledger.agendapunten.where(overleg_id=overleg.id))
    regel = Verslagregel(
        overleg_id=overleg.id or 0, agendapunt_id=punt.id, soort="besluit", tekst="De uitruil gaat door."
    )
    verslag.record_regel(ledger, replace(regel, herverdeling_id=herverdeling))
    verslag.record_regel(ledger, replace(regel, tekst="Noord krijgt 300 plekken.", locatie_id=1))
    actie = replace(regel, soort="actie", tekst="Hof afbouwen", project_id=1)
    verslag.record_regel(ledger, actie, [(gemeente(ledger, "Borne"), "")])
    verslag.record_regel(ledger, replace(regel, tekst="Iets anders."))
    return sessie


WHERE = "Regietafel van 15 september 2023, punt 1"


def test_a_project_tells_in_which_meeting_it_was_decided(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Projecten")
    page.select(1)
    words = said(page.panel)
    assert "Besloten in" in words and WHERE in words and "A: Hof afbouwen · Borne" in words
    page.select(2)
    assert "Besloten in" not in said(page.panel)


def test_a_location_tells_it_too_and_opens_the_meeting(qtbot: Any, sessie: Session) -> None:
    sessie.op = DAG
    page: Any = ADDRESSES["opvang/Locaties"].build(sessie)
    qtbot.addWidget(page)
    page.show()
    page.select(1)
    assert "B: Noord krijgt 300 plekken." in said(page.panel)
    asked: list[tuple[str, object]] = []
    sessie.record_requested.connect(lambda address, id: asked.append((address, id)))
    name = f"{NAAR_OVERLEG.label}: {WHERE}"
    button = next(each for each in page.panel.findChildren(object) if _named(each) == name)
    button.click()
    assert asked == [("overleg/Overleggen", 1)]


def test_an_agreement_has_a_section_that_keeps_up(qtbot: Any, sessie: Session) -> None:
    build = ADDRESSES["herverdelingen/Herverdelingen"].record
    assert build is not None
    page = build(sessie)
    qtbot.addWidget(page)
    page.show()
    page.open(1)
    assert said(page).count("Besloten in") == 1 and "B: De uitruil gaat door." in said(page)
    verslag.remove_regel(sessie.ledger, sessie.ledger.verslagregels.get(1))
    assert "Besloten in" not in said(page)


def _named(widget: Any) -> str:
    return str(widget.accessibleName()) if hasattr(widget, "accessibleName") else ""
