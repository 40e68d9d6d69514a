"""The agenda on the page of a meeting, by keyboard and by dragging; what counts is the ledger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt, QUrl
from PySide6.QtWidgets import QApplication, QFrame

from regietafel.actions.agenda import save_punt
from regietafel.actions.overleggen import adopt_verslag, begin_overleg, end_overleg
from regietafel.domain.agenda import Agendapunt
from tests.tempo import LINEAR, growth
from tests.ui import keyboard
from tests.ui.agreement_page import finish, in_dialog, press, said
from tests.ui.overleg_pages import FIRST, card, go_to, key, points, titles
from tests.ui.pages import OVERLEGGEN
from ui.kit.dialogs import EditDialog
from ui.kit.ordered_table import OrderedModel
from ui.kit.pdf_window import PdfWindow
from ui.kit.session import Session
from ui.kit.shell import Shell

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
LONG = "Een titel die niet ophoudt " * 20
USUAL = [
    "1 Opening en vaststellen agenda",
    "2 Stand van zaken taakstelling en opvangplekken",
    "3 Actualiteiten",
    "4 Openstaande acties",
    "5 Terugkoppeling PRT",
    "6 Wat verder ter tafel komt",
]


def test_a_point_is_added_changed_and_taken_off(sessie: Session, shell: Shell) -> None:
    assert titles(sessie.ledger) == USUAL
    in_dialog(finish(titel=LONG, minuten="20", soort="ter besluitvorming", intern="Bel Borne eerst."))
    press(shell, "Punt toevoegen…")
    assert titles(sessie.ledger)[2] == f"3 {LONG.strip()}"
    table = points(shell)
    assert table.current.titel == LONG.strip()  # the cursor is on it
    assert table.table.view.rowHeight(2) > 2 * table.table.view.rowHeight(0)  # it takes the lines it needs
    assert "Bel Borne eerst." in said(shell.page)
    go_to(table, 2)
    in_dialog(finish(titel="Flexwoningen", vertrouwelijk=True))
    key(Qt.Key.Key_F2)
    assert titles(sessie.ledger)[2] == "3 Flexwoningen"
    go_to(points(shell), 2)
    in_dialog(finish(titel="Kosten"))
    key(Qt.Key.Key_Insert)
    assert titles(sessie.ledger)[2:4] == ["3 Flexwoningen", "3.1 Kosten"]
    assert points(shell).current.titel == "Kosten"
    assert points(shell).current.vertrouwelijk  # as its point is
    go_to(points(shell), 2)
    key(Qt.Key.Key_Delete)
    assert titles(sessie.ledger) == USUAL  # with its subpoint
    sessie.ledger.undo()
    assert titles(sessie.ledger)[2:4] == ["3 Flexwoningen", "3.1 Kosten"]


def test_more_time_than_there_is_is_told(sessie: Session, shell: Shell) -> None:
    assert "Samen 50 van de 120 minuten." in said(shell.page)
    made = save_punt(sessie.ledger, Agendapunt(overleg_id=FIRST, titel="Flexwoningen"))
    QApplication.processEvents()
    assert "Samen 50 van de 120 minuten. Van 1 punt is de duur niet bekend." in said(shell.page)
    save_punt(sessie.ledger, replace(made, minuten=80))
    QApplication.processEvents()
    assert "Samen 130 van de 120 minuten. ▲ 10 minuten meer dan het overleg duurt." in said(shell.page)


def test_a_point_needs_a_title(sessie: Session, shell: Shell) -> None:
    words: list[str] = []

    def leave_empty(dialog: EditDialog) -> None:
        dialog.accept()
        words.append(said(dialog))

    in_dialog(leave_empty)
    press(shell, "Punt toevoegen…")
    assert "Vul titel in." in words[0]
    assert titles(sessie.ledger) == USUAL


def test_alt_and_an_arrow_put_points_in_order(sessie: Session, shell: Shell) -> None:
    go_to(points(shell), 2)
    key(Qt.Key.Key_Up, ALT)
    assert titles(sessie.ledger)[1:3] == ["2 Actualiteiten", "3 Stand van zaken taakstelling en opvangplekken"]
    assert points(shell).current.titel == "Actualiteiten"
    key(Qt.Key.Key_Right, ALT)
    assert titles(sessie.ledger)[:2] == ["1 Opening en vaststellen agenda", "1.1 Actualiteiten"]
    key(Qt.Key.Key_Down, ALT)
    assert titles(sessie.ledger)[1:3] == ["2 Stand van zaken taakstelling en opvangplekken", "2.1 Actualiteiten"]
    key(Qt.Key.Key_Left, ALT)  # and not back to the list, which has the same key
    assert shell.page.is_record
    assert titles(sessie.ledger) == USUAL
    assert QApplication.focusWidget() is points(shell).table.view
    for _step in range(4):
        assert sessie.ledger.undo_label and "geordend" in sessie.ledger.undo_label
        sessie.ledger.undo()


def test_a_point_with_subpoints_stays_a_point(sessie: Session, shell: Shell) -> None:
    head = next(iter(sessie.ledger.agendapunten.where(titel="Actualiteiten")))
    save_punt(sessie.ledger, Agendapunt(overleg_id=FIRST, titel="Nieuws", hoofdpunt_id=head.id))
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    go_to(points(shell), 2)
    key(Qt.Key.Key_Right, ALT)
    assert refused == ["Dit punt heeft zelf subpunten; maak die eerst los."]


def test_points_are_dragged(qtbot: Any, sessie: Session, shell: Shell) -> None:
    model = points(shell).model
    assert isinstance(model, OrderedModel)
    data = model.mimeData([model.index(5, 0)])
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, 1, 0, model.index(-1, -1))
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex()) is False
    qtbot.waitUntil(lambda: titles(sessie.ledger)[1] == "2 Wat verder ter tafel komt")
    assert points(shell).current.titel == "Wat verder ter tafel komt"
    sessie.ledger.undo()
    model = points(shell).model
    data = model.mimeData([model.index(0, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, QModelIndex())  # below the last
    qtbot.waitUntil(lambda: titles(sessie.ledger)[-1] == "6 Opening en vaststellen agenda")


def test_a_file_dropped_on_a_point_is_its_annex(qtbot: Any, sessie: Session, shell: Shell, tmp_path: Path) -> None:
    from tests.core.documents.bundels import plain

    path = tmp_path / "memo.pdf"
    path.write_bytes(plain())
    model = points(shell).model
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert isinstance(model, OrderedModel)
    assert model.canDropMimeData(data, Qt.DropAction.CopyAction, -1, -1, model.index(2, 0))
    in_dialog(finish(titel="Memo van de werkgroep"))
    model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, model.index(2, 0))
    qtbot.waitUntil(lambda: bool([*sessie.ledger.bijlagen]))
    (annex,) = sessie.ledger.bijlagen
    assert annex.titel == "Memo van de werkgroep"
    assert annex.agendapunt_id == next(iter(sessie.ledger.agendapunten.where(titel="Actualiteiten"))).id
    go_to(points(shell), 2)
    assert points(shell).current.erbij == "1 bijlage"
    assert "memo.pdf" in said(shell.page)
    _press_icon(shell, "Openen: Memo van de werkgroep")
    (opened,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, PdfWindow) and each.isVisible()]
    opened.close()
    keyboard.then(keyboard.typed(titel="Memo"))
    keyboard.press(shell, "Wijzigen: Memo van de werkgroep")
    assert points(shell).current.titel == "Actualiteiten"  # one stays where one was
    keyboard.press(shell, "Verwijderen: Memo")
    assert not [*sessie.ledger.bijlagen] and points(shell).current.titel == "Actualiteiten"
    sessie.ledger.undo()
    assert [*sessie.ledger.bijlagen]


def test_what_comes_by_itself_comes_back_on_request(sessie: Session, shell: Shell) -> None:
    go_to(points(shell), 2)
    key(Qt.Key.Key_Delete)
    assert "Actualiteiten" not in " ".join(titles(sessie.ledger))
    press(shell, "Aanvullen")
    assert titles(sessie.ledger) == USUAL
    press(shell, "Aanvullen")
    assert "staan al op de agenda" in shell.page.notice.text  # type: ignore[attr-defined]


def test_a_point_is_about_something_in_the_file(sessie: Session, shell: Shell) -> None:
    from tests.ui.opvang_pages import fill_opvang

    fill_opvang(sessie.ledger)
    go_to(points(shell), 2)
    in_dialog(finish(locatie_id="Nieuwe Esch"))
    key(Qt.Key.Key_F2)
    punt = next(iter(sessie.ledger.agendapunten.where(overleg_id=FIRST, titel="Actualiteiten")))
    assert sessie.ledger.opvanglocaties.get(punt.locatie_id or 0).naam == "Nieuwe Esch"
    assert points(shell).current.erbij == "Locatie Nieuwe Esch"


def test_an_agenda_without_points_says_so(sessie: Session, shell: Shell) -> None:
    for _point in range(len(USUAL)):
        go_to(points(shell), 0)
        key(Qt.Key.Key_Delete)
    assert "Er staan nog geen punten op de agenda." in said(shell.page)
    press(shell, "Aanvullen")
    assert titles(sessie.ledger) == USUAL


def test_when_the_list_is_adopted_the_agenda_is_only_read(sessie: Session, shell: Shell) -> None:
    begin_overleg(sessie.ledger, FIRST)
    end_overleg(sessie.ledger, FIRST)
    adopt_verslag(sessie.ledger, FIRST)
    QApplication.processEvents()
    assert "verandert niet meer" in said(shell.page)
    frames = [each for each in shell.page.findChildren(QFrame) if each.accessibleName() == "Agenda"]
    agenda = next(each for each in frames if each.isVisible())
    assert "Volgorde" not in said(agenda)
    go_to(points(shell), 2)
    key(Qt.Key.Key_Delete)
    key(Qt.Key.Key_Up, ALT)
    assert titles(sessie.ledger) == USUAL


def test_a_long_agenda_costs_as_much_a_point_as_a_short_one(sessie: Session, shell: Shell) -> None:
    overleg = {10: FIRST, 40: FIRST + 1}
    for size, overleg_id in overleg.items():
        for _n in range(size - len(USUAL)):
            save_punt(sessie.ledger, Agendapunt(overleg_id=overleg_id, titel=f"Punt {LONG[:200]}", minuten=5))

    def visit(size: int) -> None:
        shell.go(OVERLEGGEN)
        shell.open_record(OVERLEGGEN, overleg[size])
        QApplication.processEvents()
        assert len(card(shell, "Agenda").model.records) == size

    assert growth(visit, 10) < LINEAR


def _press_icon(shell: Shell, name: str) -> None:
    from PySide6.QtWidgets import QToolButton

    QApplication.processEvents()
    (found,) = [
        each for each in shell.page.findChildren(QToolButton) if each.accessibleName() == name and each.isVisible()
    ]
    found.click()
    QApplication.processEvents()
