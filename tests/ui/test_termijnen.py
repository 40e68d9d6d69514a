"""The list of terms, and what is written for a calendar."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from regietafel.actions import termijnen as actions
from regietafel.actions.behandeling import record_kennisgevingen
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.domain.behandeling import ADRESSATEN, Kennisgeving
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.ledger import Ledger
from regietafel.queries.termijnen import komende_termijnen
from tests.core.agreements import bring_into_force
from tests.ui.pages import said
from ui.app import PLACES
from ui.kit import dialogs
from ui.kit.session import Session
from ui.screens.termijnen import TermijnenScreen

P = Periode(2023, 2)
JULY = datetime.date(2023, 7, 4)


@pytest.fixture
def bestand(voorbeeld: Path) -> Path:
    """The example with an agreement of which the COA was told in time, the others not."""
    ledger = Ledger.open(voorbeeld)
    bring_into_force(ledger, make_herverdeling(ledger, P, [Deel("Enschede", "Borne", 10)]), JULY)
    record_kennisgevingen(ledger, [Kennisgeving(herverdeling_id=1, aan="coa", datum=JULY)])
    ledger.close()
    return voorbeeld


@pytest.fixture
def sessie(qapp: Any, bestand: Path) -> Iterator[Session]:
    made = Session(Ledger.open(bestand), P)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: Any, sessie: Session) -> TermijnenScreen:
    made = PLACES[0].addresses["overzicht/Termijnen"].build(sessie)
    assert isinstance(made, TermijnenScreen)
    qtbot.addWidget(made)
    made.resize(1040, 700)
    made.show()
    return made


def chip(page: QWidget, label: str) -> None:
    next(each for each in page.findChildren(QPushButton) if each.text() == label).click()


def test_late_first_then_coming_then_done(page: TermijnenScreen) -> None:
    rows = page.model.records
    assert [(each.stap, each.te_laat) for each in rows[:4]] == [
        ("provincie", True),
        ("aenm", True),
        ("vro", True),
        ("verwerkt", True),
    ]
    assert [each.stap for each in rows if each.voldaan_op] == ["in werking", "coa"]
    assert rows[-1].rest == "✓ op tijd gedaan" and rows[0].rest.startswith("▲ ")
    chip(page, "Gedaan")
    assert [each.stap for each in page.model.records] == ["in werking", "coa"]
    chip(page, "Te laat")
    assert len(page.model.records) == 4
    page.filter.search.setText("VRO")
    assert [each.stap for each in page.model.records] == ["vro"]


def test_a_term_leads_to_what_it_is_about(qtbot: Any, page: TermijnenScreen, sessie: Session) -> None:
    page.table.view.setCurrentIndex(page.model.index(0, 0))
    qtbot.waitUntil(lambda: "Herverdeling HV-2023-II-01" in said(page.panel))
    with qtbot.waitActive(page):
        page.activateWindow()
    page.table.view.setFocus()
    with qtbot.waitSignal(sessie.record_requested) as asked:
        qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert asked.args == ["herverdelingen/Herverdelingen", 1]
    yearly = next(each for each in page.model.records if each.herverdeling is None)
    with qtbot.waitSignal(sessie.page_requested) as settings:
        page.run(page.listing.commands[0], yearly)
    assert settings.args == ["instellingen"]


def test_what_is_to_be_done_goes_to_a_calendar(
    qtbot: Any, page: TermijnenScreen, sessie: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Termijnen.ics"
    path.write_text("oud")  # the chooser asks before it replaces a file
    names: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _kind: str) -> Path:
        names.append(name)
        return path

    monkeypatch.setattr(dialogs, "choose_to_save", choose)
    assert page.primary
    page.run(page.primary)
    qtbot.waitUntil(lambda: any("termijnen staan in" in each for each in said(page.notice)))
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    coming = komende_termijnen(sessie.ledger, datetime.datetime.now().astimezone().date())
    assert [str(each["summary"]) for each in events] == [each.titel for each in coming]
    assert names[0].startswith("Termijnen ") and names[0].endswith(".ics")


def test_a_calendar_that_cannot_be_written_says_so(
    qtbot: Any, page: TermijnenScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "weg" / "Termijnen.ics"
    monkeypatch.setattr(dialogs, "choose_to_save", lambda *_asked: path)
    assert page.primary
    page.run(page.primary)
    qtbot.waitUntil(lambda: bool(said(page.notice)))
    assert "Termijnen.ics" in said(page.notice)[0] or "weg" in said(page.notice)[0]


def test_a_file_without_terms_says_where_they_are_kept(page: TermijnenScreen, sessie: Session, qtbot: Any) -> None:
    for termijn in sessie.ledger.termijnen:
        actions.remove_termijn(sessie.ledger, termijn)
    for procestermijn in sessie.ledger.procestermijnen:
        actions.remove_procestermijn(sessie.ledger, procestermijn)
    assert [each.stap for each in page.model.records] == ["in werking"]
    with qtbot.waitSignal(sessie.refused) as told:
        page.run(page.primary)  # type: ignore[arg-type]
    assert "geen termijnen" in told.args[0]


@pytest.mark.parametrize("told_all", [False, True])
def test_the_holidays_are_asked_for_only_when_a_term_needs_them(bestand: Path, told_all: bool) -> None:
    if told_all:
        ledger = Ledger.open(bestand)
        told = [Kennisgeving(herverdeling_id=1, aan=aan, datum=JULY) for aan in ADRESSATEN]
        record_kennisgevingen(ledger, told)
        for procestermijn in ledger.procestermijnen.where(stap="verwerkt"):
            actions.remove_procestermijn(ledger, procestermijn)
        ledger.close()
    code = (
        "import sys, datetime; from pathlib import Path; from regietafel.ledger import Ledger;"
        "from regietafel.queries.termijnen import komende_termijnen as k;"
        "k(Ledger.open_for_reading(Path(sys.argv[1])), datetime.date(2023, 8, 1)); print('holidays' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code, bestand], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == str(not told_all)
