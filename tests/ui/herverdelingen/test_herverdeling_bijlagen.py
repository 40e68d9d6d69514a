"""Annexes on the page of an agreement: what a user presses; what counts is the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton

from regietafel.actions.bijlagen import add_bijlage
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.documents.bundel import samenvoegen
from regietafel.domain.herverdeling import Deel
from regietafel.queries.bijlagen import bijlagen
from tests.core.documents.bundels import letter, plain, png
from tests.ui.agreement_page import finish, in_dialog, page, press, said
from tests.ui.heartbeat import FROZEN, Heartbeat
from tests.ui.herverdelingen.regio import ADDRESS, P, give_taakstelling
from tests.ui.importing import make_twente
from tests.ui.pages import window
from ui.kit import dialogs
from ui.kit.dialogs import EditDialog
from ui.kit.session import Session
from ui.kit.shell import Shell


@pytest.fixture
def sessie(session: Session) -> Session:
    make_twente(session.ledger)
    give_taakstelling(session.ledger)
    session.periode = P
    return session


@pytest.fixture
def id(sessie: Session) -> int:
    return make_herverdeling(sessie.ledger, P, [Deel("Enschede", "Borne", 10)])


@pytest.fixture
def shell(qtbot: Any, sessie: Session, id: int) -> Shell:
    """The window, at the page of the agreement."""
    made = window(qtbot, sessie, ADDRESS, id)
    made.resize(1280, 2400)  # all of the page is seen
    QApplication.processEvents()
    return made


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """What the user picks in the chooser of the system."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path) if path else "", ""))


def on_line(shell: Shell, what: str) -> QToolButton:
    """The button of a line, by what it is called for who listens."""
    QApplication.processEvents()
    (found,) = [each for each in page(shell).findChildren(QToolButton) if each.accessibleName() == what]
    return found


def looked_at(shell: Shell) -> None:
    """Wait until the file is looked at, and what was asked of it answered."""
    while page(shell).progress.busy:
        QApplication.processEvents()


def test_without_annexes_it_says_what_they_are_for(shell: Shell) -> None:
    assert "Nog geen bijlagen. Zij gaan mee in het dossier" in said(page(shell))


def test_add_change_and_take_out_each_is_one_step(
    shell: Shell, sessie: Session, id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaart = tmp_path / "Kaart Twente.png"
    kaart.write_bytes(png())
    choose(monkeypatch, kaart)

    def check(dialog: EditDialog) -> None:
        assert "mensen staan die gehuisvest worden" in said(dialog)
        finish(titel="De kaart", openbaar=True)(dialog)

    in_dialog(check)
    press(shell, "Bijlage toevoegen…")
    looked_at(shell)
    [made] = bijlagen(sessie.ledger, id)
    assert (made.titel, made.bestandsnaam, made.openbaar) == ("De kaart", "Kaart Twente.png", True)
    assert sessie.ledger.inhoud.get(made.inhoud) == png()
    assert sessie.ledger.undo_label == "Bijlage toegevoegd: De kaart"
    assert "De kaart" in said(page(shell)) and "Mag openbaar" in said(page(shell))

    in_dialog(finish(titel="Kaart", openbaar=False))
    on_line(shell, "Wijzigen: De kaart").click()
    assert bijlagen(sessie.ledger, id)[0].titel == "Kaart"

    on_line(shell, "Verwijderen: Kaart").click()
    assert bijlagen(sessie.ledger, id) == []
    sessie.ledger.undo()
    assert bijlagen(sessie.ledger, id)[0].titel == "Kaart"


def test_a_pdf_that_not_everyone_can_read_is_told_before_it_goes_in(
    shell: Shell, sessie: Session, id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(plain())
    choose(monkeypatch, scan)
    heard: list[str] = []
    in_dialog(lambda dialog: heard.append(said(dialog)))
    press(shell, "Bijlage toevoegen…")
    looked_at(shell)
    assert "voldoet niet aantoonbaar aan PDF/UA" in heard[0]
    assert bijlagen(sessie.ledger, id) == []


def test_what_is_refused_is_said_and_nothing_is_added(
    shell: Shell, sessie: Session, id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "nota.docx"
    wrong.write_bytes(b"niets")
    heard: list[str] = []
    sessie.refused.connect(heard.append)
    choose(monkeypatch, wrong)
    press(shell, "Bijlage toevoegen…")
    looked_at(shell)
    assert "geen leesbaar docx-bestand" in heard[0]
    choose(monkeypatch, None)
    press(shell, "Bijlage toevoegen…")
    assert len(heard) == 1
    assert bijlagen(sessie.ledger, id) == []


def test_a_copy_can_be_saved(
    shell: Shell, sessie: Session, id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_bijlage(sessie.ledger, id, "Kaart", "kaart.png", png())
    target = tmp_path / "kopie.png"
    monkeypatch.setattr(dialogs, "choose_to_save", lambda *_args: target)
    on_line(shell, "Kopie bewaren…: Kaart").click()
    assert target.read_bytes() == png()


def test_a_large_pdf_never_holds_up_the_window(
    shell: Shell, sessie: Session, id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = tmp_path / "dossier.pdf"
    brief = letter("Brief")
    dossier.write_bytes(
        samenvoegen.merge([samenvoegen.Deel(titel=f"Stuk {number}", inhoud=brief) for number in range(240)])
    )
    choose(monkeypatch, dossier)
    beat = Heartbeat()

    def answer(dialog: EditDialog) -> None:
        beat.stop()
        finish(titel="Het dossier")(dialog)

    in_dialog(answer)
    beat.start()
    press(shell, "Bijlage toevoegen…")
    looked_at(shell)
    assert [each.titel for each in bijlagen(sessie.ledger, id)] == ["Het dossier"]
    assert beat.share < FROZEN
