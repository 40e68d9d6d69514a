"""The list of agreements: what it says of each, and what one does with it."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from regietafel.actions import herverdeling as actions
from regietafel.actions.behandeling import record_behandelingen
from regietafel.domain.herverdeling import Deel
from regietafel.queries.herverdelingen import blad, herverdelingen
from tests.core.agreements import bring_into_force
from tests.ui.herverdelingen.lijst_pages import (
    TODAY,
    press,
    run,
    said,
)
from tests.ui.herverdelingen.regio import LONG, P
from ui.kit.session import Session
from ui.kit.wizard import DraftWizard
from ui.screens.herverdelingen import HerverdelingenScreen
from ui.wizards.herverdeling_overdrachten import Overdrachten


def test_without_an_agreement_it_says_what_one_is_and_begins(screen: HerverdelingenScreen) -> None:
    assert "Bij een herverdeling neemt een gemeente" in said(screen)
    press(screen, "Herverdeling maken")
    (wizard,) = screen.findChildren(DraftWizard)
    wizard.leave()


def test_shows_what_an_agreement_does(screen: HerverdelingenScreen, id: int) -> None:
    screen.select(id)
    shown = [screen.model.index(0, column).data() for column in range(5)]
    assert shown[:4] == ["HV-2023-II-01", "Almelo → Borne 10", "10", "○ concept"]
    assert shown[4].startswith("▲ ") and shown[4].endswith(" dagen te laat")
    text = said(screen.panel)
    for part in ("Herverdeling HV-2023-II-01", "○ concept", "−10", "+10", "90", "110", "200"):
        assert part in text
    for part in ("Voorleggen aan de colleges", "In werking, voor het einde van het halfjaar", "uiterlijk 31-12-2023"):
        assert part in text
    for part in ("Borne bouwt <b>woningen</b>.", "Gezamenlijk besluit", "Collegevoorstel (2)", "Kennisgeving (4)"):
        assert part in text
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in screen.findChildren(QLabel) if label.text())


def test_what_is_made_is_selected(screen: HerverdelingenScreen, sessie: Session, id: int) -> None:
    assert screen.primary is not None
    screen.run(screen.primary)
    (wizard,) = screen.findChildren(DraftWizard)
    wizard.next()
    regel = wizard.findChildren(Overdrachten)[0]._regels[0]
    regel.van.setCurrentText("B&W <Zuid>")
    regel.naar.setCurrentText(LONG)
    regel.aantal.setText("4")
    wizard.next()
    wizard.next()
    wizard.button(wizard.WizardButton.FinishButton).click()
    assert len(herverdelingen(sessie.ledger)) == 2
    assert screen.current.kenmerk == "HV-2023-II-02" and "HV-2023-II-02" in said(screen.panel)
    assert f"B&W <Zuid> → {LONG} 4" in [screen.model.index(row, 1).data() for row in range(2)]


def test_chips_tell_the_states_apart(screen: HerverdelingenScreen, sessie: Session, id: int) -> None:
    ledger = sessie.ledger
    in_force = actions.make_herverdeling(ledger, P, [Deel("Almelo", "Borne", 1)])
    bring_into_force(ledger, in_force, TODAY)
    refused = actions.make_herverdeling(ledger, P, [Deel("Almelo", "Borne", 2)])
    first, _second = blad(ledger, refused).behandelingen
    record_behandelingen(ledger, [dataclasses.replace(first, besluit_op=TODAY, geweigerd=True, reden="Vol")])
    shown = {}
    for button in screen.filter.findChildren(QPushButton):
        button.click()
        shown[button.text()] = {rij.staat for rij in screen.model.records}
        button.click()
    assert shown == {
        "Lopend": {"○ concept"},
        "In werking": {"● in werking"},
        "Afgelopen": {"✕ geweigerd"},
        "Te laat": {"○ concept"},  # 2023 is over
    }


def test_enter_opens_the_page(qtbot: Any, screen: HerverdelingenScreen, sessie: Session, id: int) -> None:
    asked: list[tuple[str, int]] = []
    sessie.record_requested.connect(lambda address, identity: asked.append((address, identity)))
    screen.take_focus()
    qtbot.keyClick(screen.table.view, Qt.Key.Key_Return)
    assert asked == [("herverdelingen/Herverdelingen", id)]


def test_removing_can_be_undone(screen: HerverdelingenScreen, sessie: Session, id: int) -> None:
    screen.select(id)
    run(screen, "Verwijderen")
    assert not herverdelingen(sessie.ledger)
    sessie.ledger.undo()
    assert [view.kenmerk for view in herverdelingen(sessie.ledger)] == ["HV-2023-II-01"]


def test_another_periode_shows_its_own(screen: HerverdelingenScreen, sessie: Session, id: int) -> None:
    sessie.periode = P.next
    assert not screen.model.records
    screen.select(id)
    assert sessie.periode == P and screen.current.id == id


def test_what_is_in_force_says_so_when_one_asks_to_change_it(
    screen: HerverdelingenScreen, sessie: Session, id: int
) -> None:
    bring_into_force(sessie.ledger, id, TODAY)
    screen.select(id)
    heard: list[str] = []
    sessie.refused.connect(heard.append)
    for label in ("Verwijderen", "Wijzigen…"):
        run(screen, label)
    assert len(heard) == 2 and all("Alleen een concept verandert nog" in sentence for sentence in heard)
