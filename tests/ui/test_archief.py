"""The register in the window: what was made, what is out of date, the file itself, and making it again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from regietafel.actions.archief import Gemaakt, register
from regietafel.actions.herverdeling import edit_herverdeling, make_herverdeling
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.documents.leveren import Vraag, deliver, read_levering
from regietafel.documents.maken import keep, write_stukken
from regietafel.documents.reeks import make_reeks
from regietafel.domain.herverdeling import Deel
from regietafel.exchange.eml import eml_bytes
from regietafel.queries.archief import archief
from tests.core.documents.conftest import DATUM
from tests.ui.heartbeat import FROZEN, Heartbeat
from tests.ui.importing import P
from ui.kit import dialogs
from ui.kit.pdf_window import PdfWindow
from ui.kit.session import Session
from ui.screens.archief import ArchiefScreen
from ui.wizards.archief import COMMANDS


@pytest.fixture
def id(sessie: Session) -> int:
    ledger = sessie.ledger
    regels = [(each.id, 20, 0, 20_000) for each in ledger.gemeenten if each.id and each.lid]
    import_taakstelling(ledger, periode=P, datum=DATUM, landelijk=27_300, bron="bijlage A", regels=regels)
    return make_herverdeling(ledger, P, [Deel("Enschede", "Borne", 10)])


@pytest.fixture
def screen(qtbot: Any, sessie: Session) -> Iterator[ArchiefScreen]:
    made = ArchiefScreen(sessie, lambda parent, title, fields, records: None, COMMANDS)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    yield made
    made.close()


def make(sessie: Session, id: int, folder: Path, *soorten: str) -> None:
    stukken = make_reeks(sessie.ledger, id, DATUM, soorten).stukken
    keep(sessie.ledger, write_stukken(stukken, folder, overwrite=True).geschreven)


def stands(screen: ArchiefScreen) -> dict[str, str]:
    return {regel.wat: regel.stand for regel in screen.model.all_records}


def known(qtbot: Any, screen: ArchiefScreen) -> dict[str, str]:
    """Once everything is looked after."""
    qtbot.waitUntil(lambda: all(stands(screen).values()))
    return stands(screen)


def command(screen: ArchiefScreen, label: str) -> None:
    (wanted,) = (each for each in COMMANDS if each.label == label)
    screen.run(wanted, screen.current)


def test_nothing_was_made_yet(screen: ArchiefScreen) -> None:
    assert not screen.filter.isVisible() and screen._nothing.isVisible()


def test_what_changed_is_shown(qtbot: Any, sessie: Session, screen: ArchiefScreen, id: int, tmp_path: Path) -> None:
    make(sessie, id, tmp_path, "besluit", "bekendmaking")
    assert set(known(qtbot, screen).values()) == {"actueel"} and not screen._remarks.isVisible()
    screen.select(archief(sessie.ledger)[0].id)
    assert "Wat toen gold, geldt nu nog." in texts(screen.panel)
    edit_herverdeling(sessie.ledger, id, [Deel("Enschede", "Borne", 11)])
    assert set(known(qtbot, screen).values()) == {"verouderd"}
    assert screen._remarks.text == "4 documenten zijn verouderd: na het maken is er iets veranderd."
    screen.select(archief(sessie.ledger)[0].id)
    assert "▲ verouderd" in texts(screen.panel) and "Nu: " in texts(screen.panel)
    shown = {}
    for button in screen.filter.findChildren(QPushButton):
        if button.isCheckable():
            button.click()
            shown[button.text()] = len(screen.model.records)
            button.click()
    assert shown == {"Verouderd": 4, "Openbaar": 0, "Besluiten": 2, "Brieven": 0}


def test_it_is_made_again_beside_the_old_one(
    qtbot: Any, sessie: Session, screen: ArchiefScreen, id: int, tmp_path: Path
) -> None:
    make(sessie, id, tmp_path, "gezamenlijk-besluit")
    edit_herverdeling(sessie.ledger, id, [Deel("Enschede", "Borne", 11)])
    screen.select(archief(sessie.ledger)[0].id)
    command(screen, "Opnieuw maken")
    qtbot.waitUntil(lambda: len(screen.model.all_records) == 2)
    qtbot.waitUntil(lambda: all(each.stand for each in screen.model.all_records))
    new, old = screen.model.all_records
    assert (new.stand, new.vervangen, old.stand, old.vervangen) == ("actueel", False, "verouderd", True)
    assert screen.current.id == new.id and not screen._remarks.isVisible()


def test_a_public_dossier_zip_and_mail_are_made_again_too(
    qtbot: Any, sessie: Session, screen: ArchiefScreen, id: int, tmp_path: Path
) -> None:
    vraag = Vraag(soorten=["besluit"], los=False, openbaar=True, dossier=True, zip=True, eml=eml_bytes)
    levering = read_levering(sessie.ledger, id, DATUM, vraag)
    keep(sessie.ledger, deliver(levering, levering.plannen, tmp_path).geschreven, openbaar=True)
    edit_herverdeling(sessie.ledger, id, [Deel("Enschede", "Borne", 11)])
    before = archief(sessie.ledger)
    for number, regel in enumerate(before, start=1):
        screen.select(regel.id)
        command(screen, "Opnieuw maken")
        qtbot.waitUntil(lambda number=number: len(archief(sessie.ledger)) == len(before) + number)
    new = archief(sessie.ledger)[: len(before)]
    assert {each.bestandsnaam for each in new} == {each.bestandsnaam for each in before}
    assert all(each.openbaar for each in new)
    assert known(qtbot, screen) and [each.stand for each in screen.model.all_records][: len(new)] == ["actueel"] * 4


def test_making_a_dossier_again_can_be_stopped(
    qtbot: Any, sessie: Session, screen: ArchiefScreen, id: int, tmp_path: Path
) -> None:
    levering = read_levering(sessie.ledger, id, DATUM, Vraag(los=False, dossier=True))
    keep(sessie.ledger, deliver(levering, levering.plannen, tmp_path).geschreven)
    before = threading.Event()  # whoever is faster: the work waits until the user has stopped it
    sessie.run_in_background(lambda: before.wait(600), lambda _done: None, lambda _error: None)
    screen.select(archief(sessie.ledger)[0].id)
    command(screen, "Opnieuw maken")
    screen.progress.stop()
    before.set()
    qtbot.waitUntil(screen.notice.isVisible)
    assert screen.notice.text.startswith("Gestopt.") and len(archief(sessie.ledger)) == 1


def test_what_cannot_be_made_again_says_why(sessie: Session, screen: ArchiefScreen, id: int, tmp_path: Path) -> None:
    make(sessie, id, tmp_path, "besluit")
    edit_herverdeling(sessie.ledger, id, [Deel("Enschede", "Almelo", 10)])
    screen.select(next(each.id for each in archief(sessie.ledger) if each.voor == "Borne"))
    heard: list[str] = []
    sessie.refused.connect(heard.append)
    command(screen, "Opnieuw maken")
    assert heard == ["Borne is geen partij of ontvanger meer."]


def test_the_file_is_shown_and_saved(
    monkeypatch: pytest.MonkeyPatch,
    screen: ArchiefScreen,
    id: int,
    tmp_path: Path,
) -> None:
    make(screen.session, id, tmp_path, "gezamenlijk-besluit")
    screen.select(archief(screen.session.ledger)[0].id)
    command(screen, "Openen")
    (window,) = screen.findChildren(PdfWindow)
    assert window.isVisible() and window.view.page_count >= 1
    target = tmp_path / "kopie.pdf"
    monkeypatch.setattr(dialogs, "choose_to_save", lambda *given: target)
    next(each for each in window.findChildren(QPushButton) if each.text() == "Opslaan als…").click()
    (original,) = tmp_path.glob("HV*.pdf")
    assert target.read_bytes() == original.read_bytes()
    window.close()


def test_five_hundred_documents_never_hold_up_the_window(
    qtbot: Any, sessie: Session, screen: ArchiefScreen, id: int, tmp_path: Path
) -> None:
    ledger = sessie.ledger
    screen.hide()
    make(sessie, id, tmp_path)
    kept = [*ledger.archiefstukken]
    more = [
        Gemaakt(replace(stuk, id=None, datum=replace_day(number)), b"%d" % number, ledger.inhoud.get(stuk.feiten))
        for number in range(500 - len(kept))
        for stuk in [kept[number % len(kept)]]
    ]
    register(ledger, more)
    beat = Heartbeat()
    screen.show()
    beat.start()
    qtbot.waitUntil(lambda: all(each.stand for each in screen.model.all_records))
    beat.stop()
    assert len(screen.model.all_records) == 500
    assert beat.share < FROZEN


def replace_day(number: int) -> Any:
    return DATUM.replace(day=1 + number % 28)


def texts(widget: QWidget) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())
