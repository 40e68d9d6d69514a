"""What is made of a meeting from its page: sent, looked at, made public."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pypdfium2 import PdfDocument  # type: ignore[import-untyped]
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox

from regietafel.actions.agenda import record_verzending, save_punt
from regietafel.documents.overlegleveren import OverlegVraag, read_overleglevering
from regietafel.domain.agenda import Agendapunt
from regietafel.queries.archief import archief
from tests.ui.agreement_page import finish, in_dialog, press, primary, said
from tests.ui.overleg_pages import (
    FIRST,
    MAART,
    more,
    state,
)
from ui.kit.dialogs import Dialog
from ui.kit.session import Session
from ui.kit.shell import Shell
from ui.wizards.openbaar import OpenbaarWindow
from ui.wizards.overleg_leveren import LeverDialog


def test_the_agenda_is_sent_and_kept_as_it_was(qtbot: Any, sessie: Session, shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "uit"

    def send(dialog: LeverDialog) -> None:
        assert "versie" in dialog.summary.text()
        dialog.folder.line.setText(str(folder))
        dialog.accept()

    in_dialog(send, Dialog)
    shell._primary.click()
    qtbot.waitUntil(lambda: state(sessie) == "verzonden")
    (versie,) = sessie.ledger.agendaversies
    assert (versie.nummer, versie.wijzigingen) == (1, "")
    names = sorted(each.name for each in folder.iterdir())
    assert {Path(each).suffix for each in names} == {".pdf", ".eml", ".ics"}
    assert len([*sessie.ledger.archiefstukken.where(overleg_id=FIRST)]) == len(names)
    assert primary(shell) == "Overleg beginnen"
    assert "Agenda" in said(shell.page)
    save_punt(sessie.ledger, Agendapunt(overleg_id=FIRST, titel="Flexwoningen"))
    assert "De agenda is gewijzigd na versie 1." in said(shell.page)
    told: list[str] = []

    def send_again(dialog: LeverDialog) -> None:
        told.append(said(dialog))
        dialog.folder.line.setText(str(tmp_path / "uit2"))
        dialog.accept()

    in_dialog(send_again, Dialog)
    press(shell, "Nieuwe versie…")
    qtbot.waitUntil(lambda: len([*sessie.ledger.agendaversies]) == 2)
    assert "Flexwoningen" in told[0]
    assert "Flexwoningen" in sessie.ledger.agendaversies.get(2).wijzigingen
    QApplication.processEvents()
    assert "Flexwoningen" in said(shell.page) and "gewijzigd na versie" not in said(shell.page)
    agenda = "Agenda Regietafel Twente 4 maart 2031"
    for shown in (said(shell.page), " ".join(each.wat for each in archief(sessie.ledger))):
        assert all(f"{agenda}, versie {number}" in shown for number in (1, 2))  # both have the same name and date
    assert "Twente Agenda.pdf · vervangen door een nieuwer stuk" in said(shell.page)
    spoken = [each.accessibleName() for each in shell.page.findChildren(QAbstractButton)]
    assert {f"Openen: {agenda}, versie 1", f"Openen: {agenda}, versie 2"} <= set(spoken)
    sessie.ledger.undo()
    assert len([*sessie.ledger.agendaversies]) == 1  # one step: it was not sent, and what was made is not on record
    assert len([*sessie.ledger.archiefstukken.where(overleg_id=FIRST)]) == len(names)


def test_many_changes_leave_the_buttons_on_the_screen(qtbot: Any, sessie: Session, shell: Shell) -> None:
    momentopname = read_overleglevering(sessie.ledger, FIRST, MAART, OverlegVraag()).momentopname
    record_verzending(sessie.ledger, FIRST, MAART, MAART, momentopname=momentopname)
    for number in range(60):
        save_punt(sessie.ledger, Agendapunt(overleg_id=FIRST, titel=f"Punt {number} " + "over wonen " * 30))
    told: list[str] = []

    def look(dialog: LeverDialog) -> None:
        assert dialog.minimumSizeHint().height() < 800
        told.extend(dialog.remarks.text().splitlines())
        dialog.reject()

    in_dialog(look, Dialog)
    press(shell, "Nieuwe versie…")
    assert told[0] == "Anders dan in de vorige versie:" and told[-1] == "en nog 54"


def test_documents_are_made_without_sending(qtbot: Any, sessie: Session, shell: Shell, tmp_path: Path) -> None:
    def make(dialog: LeverDialog) -> None:
        for name in ("agenda", "draaiboek", "pakket", "eml", "ics"):
            dialog.form.editor(name).setChecked(False)  # type: ignore[attr-defined]
        dialog.accept()
        assert "Vink aan wat u wilt maken." in said(dialog)
        dialog.form.editor("draaiboek").setChecked(True)  # type: ignore[attr-defined]
        dialog.folder.line.setText(str(tmp_path / "uit"))
        dialog.accept()

    in_dialog(make, Dialog)
    press(shell, "Stukken maken…")
    qtbot.waitUntil(lambda: bool([*sessie.ledger.archiefstukken]))
    (made,) = sessie.ledger.archiefstukken
    assert made.soort == "draaiboek" and state(sessie) == "concept"
    QApplication.processEvents()
    assert "Draaiboek" in said(shell.page)


def test_a_meeting_that_was_sent_and_cancelled_is_taken_back(
    qtbot: Any, sessie: Session, shell: Shell, tmp_path: Path
) -> None:
    record_verzending(sessie.ledger, FIRST, MAART, MAART, momentopname=b"{}")
    in_dialog(finish(reden="ziekte"))
    more(shell, "Laten vervallen…")
    assert "maak bij Stukken de intrekking" in said(shell.page)

    def make(dialog: LeverDialog) -> None:
        assert "Intrekking van de uitnodiging (ics)" in [each.text() for each in dialog.findChildren(QCheckBox)]
        dialog.folder.line.setText(str(tmp_path / "uit"))
        dialog.accept()

    in_dialog(make, Dialog)
    press(shell, "Stukken maken…")
    qtbot.waitUntil(lambda: bool([*sessie.ledger.archiefstukken]))
    mail, path = sorted((tmp_path / "uit").iterdir(), key=lambda each: each.suffix)
    assert mail.suffix == ".eml" and b"Vervallen: " in mail.read_bytes()
    assert path.suffix == ".ics" and b"STATUS:CANCELLED" in path.read_bytes()
    assert f"SEQUENCE:{sessie.ledger.overleggen.get(FIRST).volgnummer}".encode() in path.read_bytes()


def test_the_public_version_is_looked_at_and_made(qtbot: Any, sessie: Session, shell: Shell, tmp_path: Path) -> None:
    save_punt(sessie.ledger, Agendapunt(overleg_id=FIRST, titel="Grondprijs", vertrouwelijk=True))
    save_punt(sessie.ledger, Agendapunt(overleg_id=FIRST, titel="Flexwoningen", toelichting="Bel 053-1234567."))
    QApplication.processEvents()
    press(shell, "Openbare versie…")
    (opened,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, OpenbaarWindow)]
    qtbot.waitUntil(lambda: not opened.looking)
    texts = [opened.found.list.item(row).text() for row in range(opened.found.list.count())]
    assert any("053-1234567" in each for each in texts)

    def make(dialog: LeverDialog) -> None:
        assert "Draaiboek" not in said(dialog) and "E-mail" not in said(dialog)
        dialog.folder.line.setText(str(tmp_path / "uit"))
        dialog.accept()

    in_dialog(make, Dialog)
    opened.save_all()
    qtbot.waitUntil(lambda: bool([*sessie.ledger.archiefstukken]))
    (made,) = sessie.ledger.archiefstukken
    assert made.openbaar and made.soort == "agenda" and state(sessie) == "concept"
    opened.close()
    (path,) = (tmp_path / "uit").iterdir()
    shown = "".join(page.get_textpage().get_text_range() for page in PdfDocument(path))
    assert "Flexwoningen" in shown and "Grondprijs" not in shown and "053-1234567" not in shown
