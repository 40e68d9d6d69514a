"""The screen for templates: what is typed is a draft, and the wording of the documents when one says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor

from regietafel.documents.sjabloon.eigen import text_of
from regietafel.documents.sjabloon.template import read_source
from regietafel.ledger import Ledger
from tests.ui.sjablonen.templates_page import (
    BRIEF,
    CTRL,
    NAAM,
    P,
    Visit,
    can_press,
    own,
    said,
    type_at_end,
)
from ui.kit.drafts import KeptDraft
from ui.kit.session import Session
from ui.kit.text_drafts import Concept, TextDrafts


def test_typed_text_is_a_draft_until_it_is_used(visit: Visit, sessie: Session, qtbot: Any) -> None:
    page = visit()
    assert "In gebruik: de standaard" in said(page) and not can_press(page, "Gebruiken")
    type_at_end(qtbot, page, "Tot ziens.")
    assert "nog niet in gebruik" in said(page) and "concept" in page.templates.currentItem().text()
    assert not own(sessie)
    qtbot.keyClick(page.editor, Qt.Key.Key_Return, CTRL)
    assert text_of(sessie.ledger, NAAM).endswith("Tot ziens.")
    assert "In gebruik: uw eigen tekst" in said(page) and "eigen tekst" in page.templates.currentItem().text()
    assert not can_press(page, "Gebruiken")
    qtbot.keyClick(page.editor, Qt.Key.Key_S, CTRL)  # nothing to use: nothing done
    assert sessie.ledger.undo_label == f"Sjabloon gewijzigd: {NAAM}"


def test_the_document_beside_it_follows_what_is_typed(visit: Visit, qtbot: Any) -> None:
    page = visit()
    qtbot.waitUntil(lambda: page.preview.view.page_count == 1)
    type_at_end(qtbot, page, "\n\n[nieuwe pagina]\n\nNog een blad.")
    assert page.preview.view.page_count == 1  # only when one stops typing
    qtbot.waitUntil(lambda: page.preview.view.page_count == 2)
    page.select(BRIEF)
    assert page.preview.view.page_count == 0  # not the document of another template
    qtbot.waitUntil(lambda: page.preview.view.page_count > 0)
    assert "Raadsinformatiebrief" in page.preview.view.accessibleName()


def test_a_draft_outlives_going_elsewhere_and_a_crash(
    visit: Visit, sessie: Session, path: Path, qtbot: Any, tmp_path: Path
) -> None:
    page = visit()
    type_at_end(qtbot, page, "Half getypt")
    page.select(BRIEF)
    type_at_end(qtbot, page, "[als: halve")
    page.select(NAAM)
    assert page.editor.toPlainText().endswith("Half getypt")
    qtbot.keyClick(page.editor, Qt.Key.Key_Z, CTRL)
    assert not page.editor.toPlainText().endswith("Half getypt")  # each text keeps its own history
    qtbot.keyClick(page.editor, Qt.Key.Key_Y, CTRL)
    qtbot.wait(600)  # the program may end here
    page.texts.write = lambda: None  # type: ignore[method-assign]
    sessie.close()
    again = visit(Session(Ledger.open(path), P))
    assert again.editor.toPlainText().endswith("Half getypt") and "nog niet in gebruik" in said(again)
    again.select(BRIEF)
    assert again.editor.toPlainText().endswith("[als: halve")
    again.session.close()


def test_drafts_that_someone_else_wrote_are_left_alone(path: Path, qapp: Any) -> None:
    kept = KeptDraft("proef", path)
    kept.keep(lambda: {"a": {"tekst": "goed"}, "b": {"tekst": 3}, "c": "x", "d": {"tekst": "m", "samengevoegd": "ja"}})
    kept.write()
    drafts = TextDrafts("proef", path)
    assert drafts.get("a") == Concept("goed") and drafts.get("d") == Concept("m")
    assert drafts.get("b") is None and drafts.get("c") is None
    for name in "ad":
        drafts.remove(name)
    assert kept.read() is None  # nothing stays on the computer when all is in use


def test_what_cannot_be_read_is_refused_with_where(visit: Visit, sessie: Session, qtbot: Any) -> None:
    page, refusals = visit(), list[str]()
    sessie.refused.connect(refusals.append)
    type_at_end(qtbot, page, "\n\nDit $bestaatniet wel.\n\n[als: gemeente]")
    lines = page.editor.blockCount()
    page.use()
    assert not own(sessie) and len(refusals) == 1 and "onder de tekst" in refusals[0]
    words = [page.problems.item(row).text() for row in range(page.problems.count())]
    assert [word.partition(":")[0] for word in words] == [f"▲ Regel {lines - 2}", f"▲ Regel {lines}"]
    assert page.problems.hasFocus() and page.editor.marks_at(lines)[0].wrong
    qtbot.keyClick(page.problems, Qt.Key.Key_Return)
    assert page.editor.hasFocus() and page.editor.textCursor().blockNumber() + 1 == lines - 2
    assert "als klopt wat onder de tekst staat" in said(page)
    page.texts.replace(NAAM, read_source(NAAM))
    qtbot.waitUntil(lambda: not page.problems.isVisible() and not page.preview.remark.isVisible())


def test_marks_say_in_words_what_they_are(visit: Visit, qtbot: Any) -> None:
    page = visit()
    page.editor.go_to_line(1)
    page.editor.insertPlainText("$bestaatniet\n\n")
    qtbot.waitUntil(page.problems.isVisible)
    line, place = next(iter(page.editor.lines_in_view()))
    assert line == 1
    assert "bestaatniet" in page.editor._margin.said_at(QPoint(4, place.center().y()))
    assert page.editor._margin.said_at(QPoint(4, place.bottom() + 8)) == ""
    described = page.editor.accessibleDescription()
    assert "nog niet in gebruik" in described and "Wat er niet klopt: 1." in described


def test_fields_are_put_in_by_the_keyboard(visit: Visit, qtbot: Any) -> None:
    page = visit()
    fields = page.fields
    qtbot.waitUntil(lambda: fields.list.count() > 10)
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    assert choose(fields, "$gemeente\n").endswith("veld · Enschede")
    qtbot.keyClick(fields.list, Qt.Key.Key_Return)
    assert page.editor.toPlainText().endswith("$gemeente") and page.editor.hasFocus()
    choose(fields, "[voor elk: partijen]")
    qtbot.keyClick(fields.list, Qt.Key.Key_Return)
    qtbot.keyClicks(page.editor, "- $gemeente")
    assert page.editor.toPlainText().endswith("$gemeente\n\n[voor elk: partijen]\n- $gemeente\n[einde]\n")
    page.use()
    assert own(page.session)
    fields.search.setText("taakstellingen")
    shown = [fields.list.item(row).text() for row in range(fields.list.count()) if not fields.list.item(row).isHidden()]
    assert shown and all("taakstellingen" in each for each in shown)


def test_a_field_is_found_by_typing_and_put_in_by_enter(visit: Visit, qtbot: Any) -> None:
    page = visit()
    fields = page.fields
    qtbot.waitUntil(lambda: fields.list.count() > 10)
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    fields.search.setFocus()
    qtbot.keyClicks(fields.search, "looptijd")
    assert fields.list.currentItem().text().startswith("$looptijd")  # not what is hidden
    qtbot.keyClick(fields.search, Qt.Key.Key_Return)
    assert page.editor.toPlainText().endswith("$looptijd") and page.editor.hasFocus()
    fields.search.setFocus()
    qtbot.keyClick(fields.search, Qt.Key.Key_Down)
    assert fields.list.hasFocus()
    fields.search.setText("dit is er niet")
    assert fields.list.currentItem() is None
    qtbot.keyClick(fields.search, Qt.Key.Key_Return)
    assert page.editor.toPlainText().endswith("$looptijd")


def test_in_a_narrow_window_one_sees_the_text_or_the_document(visit: Visit, qtbot: Any) -> None:
    page = visit()
    tabs = page._beside.tabs
    assert page.editor.isVisible() and page.preview.isVisible() and not tabs.isVisible()
    page.resize(560, 480)
    assert page.editor.isVisible() and not page.preview.isVisible() and tabs.isVisible()
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert page.preview.isVisible() and not page.editor.isVisible()
    page.texts.replace(NAAM, "$bestaatniet")
    page.use()
    assert page.problems.isVisible() and page.problems.hasFocus()  # what is wrong comes in view
    page.resize(1100, 700)
    assert page.editor.isVisible() and page.preview.isVisible()


def test_the_text_begins_below_the_remarks(visit: Visit, qtbot: Any) -> None:
    page = visit()
    first = next(line for line in read_source(NAAM).splitlines() if line and not line.startswith("%%"))
    qtbot.waitUntil(lambda: page.editor.firstVisibleBlock().text() == first)


def choose(fields: Any, start: str) -> str:
    row = next(row for row in range(fields.list.count()) if fields.list.item(row).text().startswith(start))
    fields.list.setCurrentRow(row)
    return str(fields.list.item(row).text())


def test_the_party_chooses_what_the_fields_say(visit: Visit, qtbot: Any) -> None:
    page = visit()
    qtbot.waitUntil(lambda: page.party.count() == 2)
    assert page.whose.currentText().startswith("HV-2023-II-01")
    page.party.setCurrentText("Borne")
    page.party.activated.emit(page.party.currentIndex())
    assert choose(page.fields, "$gemeente\n").endswith("veld · Borne")
    page.select("stand_van_zaken.txt")
    qtbot.waitUntil(lambda: page.preview.view.page_count > 0)
    assert page.whose.currentText() == "2023-II" and not page.party.isEnabled()


def test_an_example_where_there_is_no_agreement(qtbot: Any, visit: Visit, session: Session) -> None:
    page = visit(session)
    qtbot.waitUntil(lambda: page.preview.view.page_count > 0)
    assert page.whose.currentText() == "een voorbeeld" and not page.whose.isEnabled()
