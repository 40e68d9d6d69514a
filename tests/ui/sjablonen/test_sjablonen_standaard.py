"""Templates beside the standard: back to it, what differs, a new one merged, and a text as a file."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit

from regietafel.actions.sjablonen import set_sjabloon
from regietafel.documents.sjabloon.eigen import text_of
from regietafel.documents.sjabloon.samenvoegen import compare
from regietafel.documents.sjabloon.template import MAX_BYTES, read_file, read_source
from regietafel.errors import RegietafelError
from tests.ui.sjablonen.templates_page import (
    CTRL,
    NAAM,
    Visit,
    own,
    press,
    said,
    type_at_end,
)
from ui.kit.session import Session
from ui.wizards.sjabloon import tell_differences


def test_back_to_the_standard_can_be_undone(visit: Visit, sessie: Session, qtbot: Any) -> None:
    page = visit()
    type_at_end(qtbot, page, "Van ons.")
    page.use()
    mine = text_of(sessie.ledger, NAAM)
    type_at_end(qtbot, page, " En nog meer.")
    press(page, "Terug naar standaard")
    assert not own(sessie) and page.editor.toPlainText() == read_source(NAAM)
    assert not page.texts.is_draft(NAAM) and "In gebruik: de standaard" in said(page)
    sessie.ledger.undo()
    assert page.editor.toPlainText() == mine and not page.texts.is_draft(NAAM)
    qtbot.keyClick(page.editor, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(page.editor, Qt.Key.Key_Z, CTRL)
    assert page.editor.toPlainText().endswith("En nog meer.") and page.texts.is_draft(NAAM)


def test_a_draft_stays_when_the_program_undoes(visit: Visit, sessie: Session, qtbot: Any) -> None:
    page = visit()
    type_at_end(qtbot, page, "Een.")
    page.use()
    type_at_end(qtbot, page, " Twee.")
    sessie.ledger.undo()
    assert page.editor.toPlainText().endswith("Een. Twee.") and page.texts.is_draft(NAAM)
    assert "In gebruik is de standaard" in said(page)


def test_differences_are_said_in_words(visit: Visit, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    page, seen = visit(), list[str]()

    def look(dialog: QDialog) -> int:
        seen.extend(each.toPlainText() for each in dialog.findChildren(QPlainTextEdit))
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    type_at_end(qtbot, page, "\nErbij getypt")
    press(page, "Verschil met de standaard")
    assert "+ erbij\tErbij getypt" in seen[0] and "gelijke regels" in seen[0]
    assert tell_differences(compare("a\nb\nc", "a\nx\nc")) == ["a", "− weg\tb", "+ erbij\tx", "c"]
    assert tell_differences(compare("a\nb", "a\nb")) == ["… 2 gelijke regels …"]
    assert tell_differences(compare("a", "a")) == ["… 1 gelijke regel …"]


def test_that_there_is_no_difference_is_said(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    page, seen = visit(), list[str]()
    monkeypatch.setattr(QDialog, "exec", lambda dialog: seen.append(said(dialog)))
    press(page, "Verschil met de standaard")
    assert seen == ["Deze tekst is gelijk aan de standaard."]


@pytest.fixture
def older(sessie: Session) -> str:
    """A wording of the user's, made from a standard in which something else stood."""
    now = read_source(NAAM)
    head = "## Wat verandert er"
    assert head in now
    before = now.replace(head, "## Oude kop").replace("## Waar kunt u het lezen", "## Oud slot")
    mine = before.replace("## Oude kop", "## Onze kop") + "\nOns slot."
    set_sjabloon(sessie.ledger, NAAM, mine, before)
    return mine


@pytest.mark.parametrize("take", [True, False])
def test_a_new_standard_is_merged_when_one_takes_it(
    visit: Visit, sessie: Session, older: str, monkeypatch: pytest.MonkeyPatch, take: bool
) -> None:
    page, shown = visit(), list[str]()
    assert "▲ standaard gewijzigd" in page.templates.currentItem().text()

    def answer(dialog: QDialog) -> int:
        shown.extend(label.text() for label in dialog.findChildren(QLabel))
        shown.extend(each.toPlainText() for each in dialog.findChildren(QPlainTextEdit))
        return int(QDialog.DialogCode.Accepted if take else QDialog.DialogCode.Rejected)

    monkeypatch.setattr(QDialog, "exec", answer)
    press(page, "Nieuwe standaard samenvoegen…")
    assert "Op 1 plaats" in shown[0] and "%% | ## Wat verandert er\n" in shown[1] and "## Onze kop" in shown[1]
    assert text_of(sessie.ledger, NAAM) == older  # never forced
    if not take:
        assert page.editor.toPlainText() == older and not page.texts.is_draft(NAAM)
        return
    assert page.texts.is_draft(NAAM) and "## Waar kunt u het lezen" in page.editor.toPlainText()
    page.use()
    kept = next(iter(sessie.ledger.sjablonen))
    assert kept.basis == hashlib.sha256(read_source(NAAM).encode()).hexdigest()
    assert "standaard gewijzigd" not in page.templates.currentItem().text() and page._changed.isHidden()


def test_a_merge_that_is_undone_leaves_the_old_standard(
    visit: Visit, sessie: Session, older: str, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visit()
    monkeypatch.setattr(QDialog, "exec", lambda dialog: int(QDialog.DialogCode.Accepted))
    press(page, "Nieuwe standaard samenvoegen…")
    page.editor.undo()
    assert page.editor.toPlainText() == older and not page.texts.is_draft(NAAM)
    type_at_end(qtbot, page, "!")
    page.use()
    assert "standaard gewijzigd" in page.templates.currentItem().text()


def test_a_file_comes_in_as_a_draft(
    visit: Visit, sessie: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    page, refusals = visit(), list[str]()
    sessie.refused.connect(refusals.append)
    file = tmp_path / "tekst.txt"
    file.write_bytes("\ufeff# Eén kop\r\nTekst\u00a0hier".encode())
    monkeypatch.setattr("ui.kit.dialogs.choose_to_open", lambda *_: file)
    press(page, "Importeren…")
    assert page.texts.text(NAAM) == "# Eén kop\nTekst\u00a0hier" and page.texts.is_draft(NAAM)
    page.use()
    assert text_of(sessie.ledger, NAAM) == "# Eén kop\nTekst\u00a0hier"  # a space that does not break stays one
    for content in (b"\xff\xfe\x00bad", b"x" * (MAX_BYTES + 1)):
        file.write_bytes(content)
        press(page, "Importeren…")
    assert len(refusals) == 2 and "geen gewone tekst" in refusals[0] and "te groot" in refusals[1]
    with pytest.raises(RegietafelError, match="niet te lezen"):
        read_file(tmp_path)
    out = tmp_path / "uit.txt"
    monkeypatch.setattr("ui.kit.dialogs.choose_to_save", lambda *_: out)
    press(page, "Exporteren… (Ctrl+E)")
    assert out.read_text(encoding="utf-8") == "# Eén kop\nTekst\u00a0hier"


def test_a_hostile_file_is_only_told(visit: Visit, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = visit()
    file = tmp_path / "tekst.txt"
    file.write_bytes(b"[als: a]\n" * 20_000)
    monkeypatch.setattr("ui.kit.dialogs.choose_to_open", lambda *_: file)
    press(page, "Importeren…")
    page._look()
    assert 0 < page.problems.count() <= 110
    page.use()
    assert not own(page.session)
