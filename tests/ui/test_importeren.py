"""Read in a taakstelling as a user does, with the real bijlage A; what counts is what is in the ledger afterwards."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from regietafel.actions.regio import add_gemeente
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.exchange.importplan import Uitkomst
from regietafel.queries.herverdelingen import current_taakstelling
from tests.ui.importing import (
    BIJLAGE,
    P,
    bestand,
    changed,
    controle,
    finish,
    line,
    press,
    read,
    select,
    texts,
    to_controle,
    uitkomsten,
    wait,
)
from ui.kit.session import Session
from ui.kit.table_view import RecordView
from ui.kit.wizard import DraftWizard
from ui.wizards.importeren import open_import
from ui.wizards.importeren_lezing import Bron
from ui.wizards.importeren_rijen import SHAPES

LONG = "Zeer lange naam " * 18 + "einde"


def test_the_real_bijlage_is_read_for_its_own_period(qtbot: Any, sessie: Session, host: QWidget) -> None:
    sessie.periode = Periode(2026, 1)  # the name of the file says otherwise
    wizard = read(qtbot, sessie, host)
    assert "14 gemeenten van uw bestand: 985 · alle 342 rijen: 27.300" in texts(wizard)
    assert "Er komt een versie van 2023-II bij, met datum 02-05-2023." in texts(wizard)
    chips = [chip.text() for chip in controle(wizard)._chips.values() if chip.isVisible()]
    assert "+ nieuw 14" in chips and any(text.startswith("○ buiten dit bestand") for text in chips)
    assert len(controle(wizard)._model.records) == 342
    finish(wizard)  # what is proposed for other regions needs no decision
    (versie,) = sessie.ledger.taakstellingsversies
    assert (versie.periode, versie.datum, versie.bron) == (P, datetime.date(2023, 5, 2), BIJLAGE.name)
    assert sum(row.aantal for row in sessie.ledger.taakstellingen) == 985
    assert current_taakstelling(sessie.ledger, P)["Borne"] == 38
    assert sessie.periode == P and sessie.ledger.undo_label == "Taakstelling ingelezen: 2023-II"
    sessie.ledger.undo()
    assert not list(sessie.ledger.taakstellingsversies) and not list(sessie.ledger.taakstellingen)


def test_the_name_of_the_file_proposes(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    path = changed(tmp_path, name="circulaire 2023-05-02 taakstelling 2023-II.csv")
    wizard = open_import(sessie, host)
    line(wizard, "bron").setText("Brief van de minister")
    bestand(wizard).take(Bron(path))
    assert line(wizard, "periode").text() == "2023-II" and line(wizard, "datum").text() == "02-05-2023"
    assert line(wizard, "bron").text() == "Brief van de minister"
    wizard.next()
    assert wizard.currentId() == 0 and "wordt nog gelezen" in texts(wizard)
    qtbot.waitUntil(lambda: "342 rijen gelezen" in texts(wizard))
    wizard.leave()


def test_a_file_can_be_dropped(qtbot: Any, sessie: Session, host: QWidget) -> None:
    wizard = open_import(sessie, host)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(BIJLAGE))])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    bestand(wizard).dropEvent(QDropEvent(QPoint(9, 9), action, data, buttons, keys))
    qtbot.waitUntil(lambda: "342 rijen gelezen" in texts(wizard))
    assert line(wizard, "bron").text() == BIJLAGE.name
    wizard.leave()


def test_every_outcome_has_a_shape_and_a_word() -> None:
    assert set(SHAPES) == set(Uitkomst) and len(set(SHAPES.values())) == len(Uitkomst)


def test_proposals_are_taken_over_chosen_or_left_out(
    qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget
) -> None:
    path = changed(tmp_path, (",Borne,", ",Bornee,"), (",Losser,", ",Loser,"), (",Wierden,", ",Wierdn,"))
    wizard = read(qtbot, sessie, host, path)
    finish(wizard)
    assert wizard.isVisible() and "Beslis eerst over rij" in texts(wizard)
    select(wizard, "Bornee")
    assert "“Bornee” is geen bekende gemeente; bedoelt de afzender Borne?" in texts(wizard)
    press(wizard, "Overnemen als Borne")
    assert uitkomsten(wizard)["Bornee"] is Uitkomst.NIEUW
    select(wizard, "Loser")
    press(wizard, "Overslaan")
    assert uitkomsten(wizard)["Loser"] is Uitkomst.OVERGESLAGEN
    select(wizard, "Loser")
    press(wizard, "Keuze terugnemen")
    assert uitkomsten(wizard)["Loser"] is Uitkomst.VOORSTEL
    press(wizard, "Overslaan")
    select(wizard, "Wierdn")
    other = controle(wizard)._decision._other
    place = other.findText("Losser")
    other.setCurrentIndex(place)
    other.activated.emit(place)
    finish(wizard)
    known = current_taakstelling(sessie.ledger, P)
    assert known["Borne"] == 38 and known["Losser"] == 39 and "Wierden" not in known


def test_all_proposals_at_once(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    path = changed(tmp_path, (",Borne,", ",Bornee,"), (",Losser,", ",Loser,"))
    wizard = read(qtbot, sessie, host, path)
    press(wizard, "Alle voorstellen overnemen")
    assert Uitkomst.VOORSTEL not in uitkomsten(wizard).values()
    finish(wizard)
    assert len(current_taakstelling(sessie.ledger, P)) == 14
    assert {"Bornee", "Loser"} <= {alias.naam for alias in sessie.ledger.aliassen}
    again = read(qtbot, sessie, host, path, datum="3-5-2023")
    assert Uitkomst.VOORSTEL not in uitkomsten(again).values()  # what was said once is not asked again
    sessie.ledger.undo()
    assert not list(sessie.ledger.aliassen)


def test_leaving_writes_nothing_and_asks_only_after_a_choice(
    qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget
) -> None:
    sessie.periode = P.next
    path = changed(tmp_path, (",Borne,", ",Bornee,"), name="2-5-2023 taakstelling 2023-II.csv")
    wizard = open_import(sessie, host, path)
    wait(qtbot, wizard)
    to_controle(wizard)
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert not any(each.isVisible() for each in host.findChildren(DraftWizard))
    wizard = open_import(sessie, host, path)
    wait(qtbot, wizard)
    to_controle(wizard)
    press(wizard, "Overslaan")
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert wizard.isVisible() and "Stoppen?" in texts(wizard)
    press(wizard, "Stoppen")
    assert not list(sessie.ledger.taakstellingsversies) and sessie.periode == P.next


def test_what_changes_and_what_does_not(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    finish(read(qtbot, sessie, host))
    wizard = read(qtbot, sessie, host)
    assert "Er verandert niets" in texts(wizard)
    finish(wizard)
    assert wizard.isVisible() and "verandert geen enkel aantal" in texts(wizard)
    wizard.leave()
    text = BIJLAGE.read_text(encoding="utf-8")
    (borne,) = [row for row in text.splitlines() if ",Borne," in row]
    path = changed(tmp_path, (borne, borne.replace(",38,", ",40,")))
    wizard = read(qtbot, sessie, host, path)
    (row,) = [rij for rij in controle(wizard)._model.records if rij.uitkomst is Uitkomst.GEWIJZIGD]
    assert (row.gemeente, row.oud_aantal, row.aantal) == ("Borne", 38, 40)
    assert "De versie van 02-05-2023 bestaat al" in texts(wizard)
    finish(wizard)
    assert current_taakstelling(sessie.ledger, P)["Borne"] == 40
    sessie.ledger.undo()
    assert current_taakstelling(sessie.ledger, P)["Borne"] == 38


def test_a_revision_is_compared_with_the_version_before(
    qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget
) -> None:
    finish(read(qtbot, sessie, host))
    wizard = read(qtbot, sessie, host, datum="10-11-2023")
    assert uitkomsten(wizard)["Borne"] is Uitkomst.GELIJK
    finish(wizard)
    assert [versie.datum.month for versie in sessie.ledger.taakstellingsversies] == [5, 11]


def test_chips_and_search_filter(qtbot: Any, sessie: Session, host: QWidget) -> None:
    wizard = read(qtbot, sessie, host)
    step = controle(wizard)
    step._chips[Uitkomst.NIEUW].click()
    assert len(step._model.records) == 14
    totals = step.findChildren(RecordView)[1].model()
    assert "985" in [totals.index(0, column).data() for column in range(totals.columnCount())]
    step._search.setText("born")
    assert [rij.naam for rij in step._model.records] == ["Borne"]
    step._search.clear()
    step._chips[Uitkomst.NIEUW].click()
    assert len(step._model.records) == 342
    wizard.leave()


def test_printed_names_are_shown_literally(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    hostile = ["B&W <b>Zuid</b>", "=1+1", "<img src=x>", LONG]
    for number, naam in enumerate(hostile, 9000):
        add_gemeente(sessie.ledger, Gemeente(gm_code=f"GM{number}", naam=naam))
    path = tmp_path / "lijst.csv"
    rows = "\n".join(f"{naam};{number}" for number, naam in enumerate([*hostile, "<b>onbekend</b>"], 1))
    path.write_text(f"Gemeente;Taakstelling\n{rows}\n", encoding="utf-8")
    wizard = read(qtbot, sessie, host, path)
    view = controle(wizard)._table.view
    shown = {view.model().index(row, 1).data() for row in range(view.model().rowCount())}
    assert shown == {*hostile, "<b>onbekend</b>"}
    place = [view.model().index(row, 1).data() for row in range(5)].index(LONG)
    assert view.columnWidth(1) <= 200 and view.model().index(place, 1).data() == LONG
    select(wizard, "<b>onbekend</b>")
    assert "“<b>onbekend</b>” is geen bekende gemeente; kies er een." in texts(wizard)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in wizard.findChildren(QLabel) if label.text())
    finish(wizard)
    known = current_taakstelling(sessie.ledger, P)
    assert known == {naam: number for number, naam in enumerate(hostile, 1)}


def test_inputs_have_names(qtbot: Any, sessie: Session, host: QWidget) -> None:
    wizard = read(qtbot, sessie, host)
    focusable = [
        each
        for each in wizard.currentPage().findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and not isinstance(each, QPushButton)
    ]
    assert focusable and all(each.accessibleName() for each in focusable)
    wizard.leave()
