"""The screen for templates: what is typed is a draft, and the wording of the documents when one says so."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QPlainTextEdit, QWidget

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.sjablonen import set_sjabloon
from regietafel.documents.sjabloon.eigen import text_of
from regietafel.documents.sjabloon.samenvoegen import compare
from regietafel.documents.sjabloon.template import MAX_BYTES, read_file, read_source
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.example import make_example
from regietafel.ledger import Ledger
from ui.app import PLACES, periodes
from ui.kit.drafts import KeptDraft
from ui.kit.session import Session
from ui.kit.text_drafts import Concept, TextDrafts
from ui.main_window import MainWindow
from ui.screens.sjablonen import SjablonenScreen
from ui.wizards.sjabloon import tell_differences

P, NAAM, BRIEF = Periode(2023, 2), "bekendmaking.txt", "raadsinformatiebrief.txt"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "twente.regietafel"
    make_example(made)
    ledger = Ledger.open(made)
    make_herverdeling(ledger, P, [Deel("Enschede", "Borne", 10)])
    ledger.close()
    return made


@pytest.fixture
def sessie(path: Path, qapp: Any) -> Iterator[Session]:
    made = Session(Ledger.open(path), P)
    yield made
    if not made.is_closed:
        made.close()


Visit = Callable[..., SjablonenScreen]


@pytest.fixture
def visit(qtbot: Any, sessie: Session) -> Visit:
    def go(session: Session = sessie) -> SjablonenScreen:
        place = next(place for place in PLACES if place.key == "documenten")
        page = place.addresses["documenten/Sjablonen"].build(session)
        assert isinstance(page, SjablonenScreen)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.select(NAAM)
        return page

    return go


def press(page: QWidget, label: str) -> None:
    found = [each for each in page.findChildren(QAbstractButton) if each.accessibleName() == label and each.isVisible()]
    assert len(found) == 1, label
    assert found[0].isEnabled(), label
    found[0].click()


def can_press(page: QWidget, label: str) -> bool:
    return any(each.isEnabled() for each in page.findChildren(QAbstractButton) if each.accessibleName() == label)


def said(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def type_at_end(qtbot: Any, page: SjablonenScreen, text: str) -> None:
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.editor.setFocus()
    for number, line in enumerate(text.split("\n")):
        if number:
            qtbot.keyClick(page.editor, Qt.Key.Key_Return)
        qtbot.keyClicks(page.editor, line)


def own(sessie: Session, naam: str = NAAM) -> bool:
    return any(each.naam == naam for each in sessie.ledger.sjablonen)


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


def test_who_reads_only_can_read_and_not_change(path: Path, qtbot: Any, visit: Visit, sessie: Session) -> None:
    reader = Session(Ledger.open(path), P)
    assert not reader.can_write
    page = visit(reader)
    qtbot.waitUntil(lambda: page.preview.view.page_count > 0)
    before = page.editor.toPlainText()
    type_at_end(qtbot, page, "x")
    page._insert(page.fields.list.item(0).data(Qt.ItemDataRole.UserRole))
    assert page.editor.toPlainText() == before
    assert not any(can_press(page, each) for each in ("Gebruiken", "Terug naar standaard", "Importeren…"))
    assert can_press(page, "Exporteren… (Ctrl+E)")
    page.editor.go_to_line(1)
    qtbot.keyClick(page.editor, Qt.Key.Key_Down)
    assert page.editor.textCursor().blockNumber() == 1  # the keyboard goes through it
    reader.close()


def test_tab_goes_past_everything_and_everything_has_a_name(qtbot: Any, path: Path) -> None:
    window = MainWindow(PLACES, periodes)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.open_file(path)
    assert window.shell is not None
    with qtbot.waitActive(window):
        window.activateWindow()
    window.shell.go("documenten/Sjablonen")
    page = window.shell.page
    assert isinstance(page, SjablonenScreen)
    page.select(NAAM)
    type_at_end(qtbot, page, "Tot ziens.\n[als: x]")
    qtbot.waitUntil(page.problems.isVisible)
    before = page.editor.toPlainText()
    page.templates.setFocus()
    past: list[str] = []
    while not (past and page.templates.hasFocus()) and len(past) < 40:
        here = QApplication.focusWidget()
        assert here is not None
        past.append(here.accessibleName())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    wanted = (
        "Sjablonen, Zoeken in beschikbare velden, Beschikbare velden, Tekst van Bekendmaking (deelnemende gemeente),"
        " Wat er niet klopt, Voor, Documenten, Onderdelen, Terug naar standaard, Verschil met de standaard,"
        " Importeren…, Exporteren… (Ctrl+E), Gebruiken"
    )
    assert [each for each in past if each in wanted.split(", ")] == wanted.split(", ")
    assert all(past) and page.editor.toPlainText() == before
    window.close()


def test_ctrl_z_undoes_typing_in_the_text_and_the_last_thing_done_elsewhere(qtbot: Any, path: Path) -> None:
    window = MainWindow(PLACES, periodes)
    qtbot.addWidget(window)
    window.show()
    window.open_file(path)
    shell = window.shell
    assert shell is not None
    shell.go("documenten/Sjablonen")
    page = shell.page
    assert isinstance(page, SjablonenScreen)
    with qtbot.waitActive(window):
        window.activateWindow()
    page.select(NAAM)
    type_at_end(qtbot, page, "abc")
    page.use()
    type_at_end(qtbot, page, "def")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert page.editor.toPlainText().endswith("abc") and own(shell.session)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CTRL)
    assert page.editor.toPlainText().endswith("abcdef") and own(shell.session)
    page.templates.setFocus()
    qtbot.keyClick(page.templates, Qt.Key.Key_Z, CTRL)
    assert not own(shell.session) and page.editor.toPlainText().endswith("abcdef")
    window.close()
