"""The dialog in which one asks what to make of an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from regietafel.actions.bijlagen import add_bijlage
from regietafel.actions.herverdeling import make_herverdeling, withdraw_herverdeling
from regietafel.actions.sjablonen import set_sjabloon
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.documents.sjabloon.template import read_source
from regietafel.domain.herverdeling import Deel
from regietafel.errors import RegietafelError
from regietafel.queries.archief import archief
from tests.core.documents.conftest import DATUM
from tests.ui.heartbeat import FROZEN, Heartbeat
from tests.ui.importing import P
from ui.kit import dialogs
from ui.kit.notice import Notice
from ui.kit.progress import Progress
from ui.kit.session import Session
from ui.wizards import leveren
from ui.wizards.leveren import LeverDialog, make_documents

PACKAGES = ("dossier", "zip", "eml")


@pytest.fixture
def id(sessie: Session) -> int:
    """An agreement of all fourteen."""
    ledger = sessie.ledger
    members = [each for each in ledger.gemeenten if each.lid]
    regels = [(each.id, 20, 0, 20_000) for each in members if each.id]
    import_taakstelling(ledger, periode=P, datum=DATUM, landelijk=27_300, bron="bijlage A", regels=regels)
    namen = [each.naam for each in members]
    return make_herverdeling(ledger, P, [Deel(van, naar, 1) for van, naar in zip(namen[::2], namen[1::2], strict=True)])


@pytest.fixture
def dialog(host: QWidget, sessie: Session, id: int) -> Iterator[LeverDialog]:
    made = LeverDialog(sessie, id, False, host)
    made.show()
    yield made
    made.leave()


def tick(dialog: LeverDialog, *names: str) -> None:
    for name in names:
        dialog.form.editor(name).setProperty("checked", True)


def problem(dialog: LeverDialog) -> str:
    return dialog.form._problem.text()


def test_everything_is_asked_for_and_counted(dialog: LeverDialog) -> None:
    labels = [dialog.kinds.item(row).text() for row in range(dialog.kinds.count())]
    assert labels[:3] == ["Gezamenlijk besluit", "Collegevoorstel (14)", "Besluit college (14)"]
    assert len(dialog._chosen) == len(labels) and dialog.summary.text() == f"{1 + 4 * 14 + len(labels) - 5} bestanden"
    assert dialog.remarks.text().startswith("Nog open: ")
    tick(dialog, *PACKAGES)
    letters = len(labels) - 5
    assert dialog.summary.text() == f"{1 + 4 * 14 + letters + 2 + 14 + letters} bestanden"
    dialog.kinds.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.summary.text() == f"{1 + 3 * 14 + letters + 2 + 14 + letters} bestanden"


def test_what_cannot_be_made_is_told_before(qtbot: Any, host: QWidget, sessie: Session, id: int) -> None:
    standard = read_source("bekendmaking.txt")
    set_sjabloon(sessie.ledger, "bekendmaking.txt", standard + "\n$onbekend\n", standard)
    dialog = LeverDialog(sessie, id, False, host)
    qtbot.waitUntil(lambda: dialog.remarks.text().startswith("Niet te maken: Bekendmaking "))
    assert "Het veld $onbekend is niet bekend" in dialog.remarks.text()
    row = next(row for row in range(dialog.kinds.count()) if "Bekendmaking" in dialog.kinds.item(row).text())
    dialog.kinds.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert "Niet te maken" not in dialog.remarks.text()
    dialog.leave()


def test_many_remarks_leave_the_buttons_on_the_screen(
    host: QWidget, sessie: Session, id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [f"postadres van gemeente {number} " + "en van de raad " * 30 for number in range(60)]
    monkeypatch.setattr(leveren, "not_filled", lambda _gegevens, _soorten: left)
    dialog = LeverDialog(sessie, id, False, host)
    layout = dialog.layout()
    assert layout is not None and layout.minimumHeightForWidth(dialog.width()) < 700
    assert dialog.remarks.text().endswith("en nog 54.")
    dialog.leave()


def test_what_is_wrong_is_said_and_nothing_is_made(qtbot: Any, dialog: LeverDialog, tmp_path: Path) -> None:
    dialog.folder.line.setText("map")
    qtbot.keyClick(dialog.folder.line, Qt.Key.Key_Return)
    assert problem(dialog) == "“map” is geen map. Kies een map."
    dialog.folder.line.setText(str(tmp_path))
    dialog.form.editor("los").setProperty("checked", False)
    assert dialog.summary.text() == "Geen bestanden"
    dialog.accept()
    assert "Kies losse bestanden, het dossier, de zip of de concept-e-mails." in problem(dialog)
    tick(dialog, "los")
    dialog._tick_all(Qt.CheckState.Unchecked)
    dialog.accept()
    assert problem(dialog) == "Vink links aan welke documenten u wilt maken."
    dialog._tick_all(Qt.CheckState.Checked)
    date = dialog.form.editor("datum")
    assert isinstance(date, QLineEdit)
    date.setText("31-2-2023")
    dialog.accept()
    assert dialog.isVisible() and dialog.bestelling is None and QApplication.focusWidget() is date
    date.setText("3-7-2023")
    dialog.accept()
    assert dialog.bestelling and dialog.bestelling.levering.gegevens.datum == DATUM and not [*tmp_path.iterdir()]


def test_the_keyboard_is_enough(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, dialog: LeverDialog, tmp_path: Path
) -> None:
    monkeypatch.setattr(dialogs, "choose_folder", lambda parent, title: tmp_path / "gekozen")
    passed = []
    for _stop in range(16):
        focused = QApplication.focusWidget()
        assert focused and (focused.accessibleName() or focused.property("text"))
        passed.append(focused.accessibleName())
        if focused.accessibleName() == "Map kiezen…":
            qtbot.keyClick(focused, Qt.Key.Key_Space)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert passed[0] == "Documenten" and passed.index("Vorm") < passed.index("Map") < passed.index("Maken")
    assert dialog.folder.line.text() == str(tmp_path / "gekozen")
    dialog.kinds.setFocus()
    qtbot.keyClick(dialog.kinds, Qt.Key.Key_Space)
    assert "gezamenlijk-besluit" not in dialog._chosen
    qtbot.keyClick(dialog.kinds, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.bestelling and len(dialog.bestelling.levering.plannen) == len(dialog._wanted())


def test_escape_leaves_it(qtbot: Any, dialog: LeverDialog) -> None:
    qtbot.keyClick(dialog.kinds, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and dialog.bestelling is None


def test_of_what_came_to_nothing_there_is_no_dialog(host: QWidget, sessie: Session, id: int) -> None:
    withdraw_herverdeling(sessie.ledger, id, DATUM, "Toch niet.", today=DATUM)
    with pytest.raises(RegietafelError, match="ingetrokken"):
        LeverDialog(sessie, id, False, host)


class Page(QWidget):
    """What shows how far it is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.progress, self.notice = Progress(session), Notice(self)


def test_everything_of_fourteen_gemeenten_never_holds_up_the_window(
    qtbot: Any, sessie: Session, id: int, tmp_path: Path
) -> None:
    add_bijlage(sessie.ledger, id, "Een brief", "brief.eml", b"Subject: x\r\n\r\nx")  # no such file goes in a dossier
    page = Page(sessie)
    qtbot.addWidget(page)
    page.show()
    beat = Heartbeat()

    def order() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LeverDialog)
        dialog.folder.line.setText(str(tmp_path / "uit"))
        tick(dialog, *PACKAGES, "brondata")
        dialog.accept()

    QTimer.singleShot(300, order)
    beat.start()
    make_documents(page, sessie, page, id, openbaar=False)
    qtbot.waitUntil(page.notice.isVisible)
    beat.stop()
    made = [*(tmp_path / "uit").iterdir()]
    assert len(made) == len(archief(sessie.ledger)) and {path.suffix for path in made} == {".pdf", ".zip", ".eml"}
    assert page.notice.text.startswith(f"{len(made)} bestanden staan in {tmp_path / 'uit'}")
    assert beat.share < FROZEN
