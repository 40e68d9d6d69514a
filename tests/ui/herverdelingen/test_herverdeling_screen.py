"""The page of the agreements and the window with their documents; what counts is the ledger and the folder."""

from __future__ import annotations

import dataclasses
import datetime
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from regietafel import reference
from regietafel.actions import herverdeling as actions
from regietafel.actions.behandeling import record_behandelingen
from regietafel.actions.regio import edit_adressaat, edit_regio
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.regio import Adressaat
from regietafel.queries.herverdelingen import blad, herverdelingen
from tests.core.agreements import bring_into_force
from tests.ui.herverdelingen.regio import LONG, P, fill_region
from ui.kit import dialogs, papers
from ui.kit.papers import Bundle
from ui.kit.papers_window import PapersWindow
from ui.kit.progress import Progress, Stopped, Watched
from ui.kit.screen import Command
from ui.kit.session import Session
from ui.kit.wizard import DraftWizard
from ui.screens import herverdelingen as page
from ui.screens.herverdelingen import HerverdelingenScreen
from ui.wizards import herverdeling_handelingen as doing
from ui.wizards import herverdeling_stukken as stukken
from ui.wizards.herverdeling_overdrachten import Overdrachten
from ui.wizards.leveren import LeverDialog

TODAY = datetime.date(2023, 9, 1)
MAKEN = "Documenten maken…"
COMMANDS = (doing.OPENEN, *stukken.COMMANDS, doing.WIJZIGEN, doing.VERWIJDEREN)
NAMES = ("Almelo", "Borne", "B&W <Zuid>", "=1+1", LONG)
LABELS = [
    "Gezamenlijk besluit",
    *(
        f"{soort} {naam}"
        for soort in ("Collegevoorstel", "Besluit college", "Bekendmaking", "Raadsinformatiebrief")
        for naam in ("Almelo", "Borne")
    ),
    "Kennisgeving COA",
    "Kennisgeving provincie Overijssel",
    "Kennisgeving ministerie asiel",
    "Kennisgeving ministerie volkshuisvesting",
]
ALL = sorted(f"HV-2023-II-01 {label}.pdf" for label in LABELS)


@pytest.fixture
def sessie(session: Session) -> Session:
    fill_region(session.ledger, NAMES, reference.meegeleverd(Adressaat))
    session.periode = P
    return session


@pytest.fixture
def id(sessie: Session) -> int:
    """An agreement in preparation."""
    return actions.make_herverdeling(
        sessie.ledger, P, [Deel("Almelo", "Borne", 10)], Bepalingen(toelichting="Borne bouwt <b>woningen</b>.")
    )


@pytest.fixture
def screen(qtbot: Any, sessie: Session) -> Iterator[HerverdelingenScreen]:
    made = page.herverdelingen(sessie, lambda *_args: None, doing.MAKEN, COMMANDS, stukken.documents)
    assert isinstance(made, HerverdelingenScreen)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    made.show()
    yield made


def command(screen: HerverdelingenScreen, label: str) -> Command:
    return next(each for each in screen.listing.commands if each.label == label)


def run(screen: HerverdelingenScreen, label: str) -> None:
    screen.run(command(screen, label), screen.current)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def in_dialog(do: Callable[[QDialog], object]) -> list[str]:
    """When the next dialog is open, do this; what it said is in the list afterwards."""
    heard: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        heard.append(said(dialog))
        do(dialog)

    QTimer.singleShot(50, act)
    return heard


def press(parent: QWidget, text: str) -> None:
    (found,) = [each for each in parent.findChildren(QPushButton) if each.text().strip() == text]
    found.click()


def choose(monkeypatch: pytest.MonkeyPatch, *folders: Path | None) -> None:
    """The folders the user chooses, one after the other."""
    left = list(folders)
    monkeypatch.setattr(dialogs, "choose_folder", lambda parent, title: left.pop(0))


def answering(do: Callable[[QDialog], object]) -> list[str]:
    """Do this with the question whether files may be replaced; what it said is in the list."""
    heard: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or isinstance(dialog, LeverDialog):
            QTimer.singleShot(20, act)
            return
        heard.append(said(dialog))
        do(dialog)

    QTimer.singleShot(20, act)
    return heard


def order(screen: HerverdelingenScreen, folder: Path, *ticks: str, los: bool = True, wait: bool = False) -> None:
    """Ask for all documents in the dialog, with these besides; ``wait`` for who then answers a question."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, LeverDialog)
        dialog.folder.line.setText(str(folder))
        for name in ticks:
            dialog.form.editor(name).setProperty("checked", True)
        dialog.form.editor("los").setProperty("checked", los)
        dialog.accept()
        if dialog.isVisible() and not wait:
            dialog.reject()

    in_dialog(fill)
    run(screen, MAKEN)


def test_nothing_yet(screen: HerverdelingenScreen) -> None:
    assert "Bij een herverdeling neemt een gemeente" in said(screen)
    press(screen, "Herverdeling maken")
    (wizard,) = screen.findChildren(DraftWizard)
    wizard.leave()


def test_shows_what_an_agreement_does(screen: HerverdelingenScreen, id: int) -> None:
    screen.select(id)
    shown = [screen.model.index(0, column).data() for column in range(5)]
    assert shown[:4] == ["HV-2023-II-01", "Almelo → Borne 10", "10", "○ concept"]
    assert shown[4].startswith("▲ ") and shown[4].endswith(" dagen te laat")
    text = said(screen.panel)
    for part in ("Herverdeling HV-2023-II-01", "○ concept", "−10", "+10", "90", "110", "200"):
        assert part in text
    for part in ("Voorleggen aan de colleges", "In werking, voor het einde van het halfjaar", "uiterlijk 31-12-2023"):
        assert part in text
    for part in ("Borne bouwt <b>woningen</b>.", "Gezamenlijk besluit", "Collegevoorstel (2)", "Kennisgeving (4)"):
        assert part in text
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in screen.findChildren(QLabel) if label.text())


def test_what_is_made_is_selected(screen: HerverdelingenScreen, sessie: Session, id: int) -> None:
    assert screen.primary is not None
    screen.run(screen.primary)
    (wizard,) = screen.findChildren(DraftWizard)
    wizard.next()
    regel = wizard.findChildren(Overdrachten)[0]._regels[0]
    regel.van.setCurrentText("B&W <Zuid>")
    regel.naar.setCurrentText(LONG)
    regel.aantal.setText("4")
    wizard.next()
    wizard.next()
    wizard.button(wizard.WizardButton.FinishButton).click()
    assert len(herverdelingen(sessie.ledger)) == 2
    assert screen.current.kenmerk == "HV-2023-II-02" and "HV-2023-II-02" in said(screen.panel)
    assert f"B&W <Zuid> → {LONG} 4" in [screen.model.index(row, 1).data() for row in range(2)]


def test_chips_tell_the_states_apart(screen: HerverdelingenScreen, sessie: Session, id: int) -> None:
    ledger = sessie.ledger
    in_force = actions.make_herverdeling(ledger, P, [Deel("Almelo", "Borne", 1)])
    bring_into_force(ledger, in_force, TODAY)
    refused = actions.make_herverdeling(ledger, P, [Deel("Almelo", "Borne", 2)])
    first, _second = blad(ledger, refused).behandelingen
    record_behandelingen(ledger, [dataclasses.replace(first, besluit_op=TODAY, geweigerd=True, reden="Vol")])
    shown = {}
    for button in screen.filter.findChildren(QPushButton):
        button.click()
        shown[button.text()] = {rij.staat for rij in screen.model.records}
        button.click()
    assert shown == {
        "Lopend": {"○ concept"},
        "In werking": {"● in werking"},
        "Afgelopen": {"✕ geweigerd"},
        "Te laat": {"○ concept"},  # 2023 is over
    }


def test_enter_opens_the_page(qtbot: Any, screen: HerverdelingenScreen, sessie: Session, id: int) -> None:
    asked: list[tuple[str, int]] = []
    sessie.record_requested.connect(lambda address, identity: asked.append((address, identity)))
    screen.take_focus()
    qtbot.keyClick(screen.table.view, Qt.Key.Key_Return)
    assert asked == [("herverdelingen/Herverdelingen", id)]


def test_removing_can_be_undone(screen: HerverdelingenScreen, sessie: Session, id: int) -> None:
    screen.select(id)
    run(screen, "Verwijderen")
    assert not herverdelingen(sessie.ledger)
    sessie.ledger.undo()
    assert [view.kenmerk for view in herverdelingen(sessie.ledger)] == ["HV-2023-II-01"]


def test_another_periode_shows_its_own(screen: HerverdelingenScreen, sessie: Session, id: int) -> None:
    sessie.periode = P.next
    assert not screen.model.records
    screen.select(id)
    assert sessie.periode == P and screen.current.id == id


def test_everything_to_a_folder(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, screen: HerverdelingenScreen, id: int
) -> None:
    screen.select(id)
    order(screen, tmp_path / "nieuw")
    qtbot.waitUntil(screen.notice.isVisible)
    assert sorted(path.name for path in (tmp_path / "nieuw").iterdir()) == ALL
    assert all(path.read_bytes().startswith(b"%PDF") for path in (tmp_path / "nieuw").iterdir())
    assert screen.notice.text == f"{len(ALL)} bestanden staan in {tmp_path / 'nieuw'}"
    opened: list[Path] = []
    monkeypatch.setattr(papers, "open_path", opened.append)
    press(screen.notice, "Map openen")
    assert opened == [tmp_path / "nieuw"] and not screen.progress.isVisible()


def test_what_is_in_the_folder_is_not_replaced_without_asking(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, screen: HerverdelingenScreen, id: int
) -> None:
    screen.select(id)
    mine = tmp_path / ALL[0]
    mine.write_text("van mij")
    heard = answering(lambda dialog: dialog.reject())
    order(screen, tmp_path)
    assert ALL[0] in heard[0] and ALL[1] not in heard[0]
    assert [path.name for path in tmp_path.glob("HV*")] == [ALL[0]] and mine.read_text() == "van mij"
    choose(monkeypatch, tmp_path / "anders")
    shown: list[str] = []

    def elsewhere(dialog: QDialog) -> None:
        press(dialog, "Andere map kiezen")
        (order,) = [each for each in screen.findChildren(LeverDialog) if each.isVisible()]
        QTimer.singleShot(0, lambda: (shown.append(order.folder.line.text()), order.accept()))  # type: ignore[func-returns-value]

    answering(elsewhere)
    order(screen, tmp_path, wait=True)
    qtbot.waitUntil(screen.notice.isVisible)
    assert shown == [str(tmp_path / "anders")]
    assert mine.read_text() == "van mij" and len(list((tmp_path / "anders").iterdir())) == len(ALL)
    screen.notice.hide()
    answering(lambda dialog: press(dialog, "Vervangen"))
    order(screen, tmp_path)
    qtbot.waitUntil(screen.notice.isVisible)
    assert mine.read_bytes().startswith(b"%PDF") and sorted(path.name for path in tmp_path.glob("HV*")) == ALL


def test_a_large_series_is_stopped_and_leaves_the_folder_as_it_was(
    qtbot: Any, tmp_path: Path, screen: HerverdelingenScreen, sessie: Session
) -> None:
    namen = [each.naam for each in sessie.ledger.gemeenten if each.lid]
    delen = [Deel(van, naar, 1) for van, naar in zip(namen[::2], namen[1::2], strict=False)]
    id = actions.make_herverdeling(sessie.ledger, P, delen)
    screen.select(id)
    before = threading.Event()  # whoever is faster: the work waits until the user has stopped it
    sessie.run_in_background(lambda: before.wait(600), lambda _done: None, lambda _error: None)
    order(screen, tmp_path / "map", "dossier", "zip", "eml")
    assert screen.progress.busy
    screen.progress.stop()
    before.set()
    qtbot.waitUntil(screen.notice.isVisible)
    assert screen.notice.text == "Gestopt. Er is niets geschreven." and not [*tmp_path.iterdir()]
    assert not [*sessie.ledger.archiefstukken]


def test_stopping_during_the_last_one_stops_too() -> None:
    walked, watched = [], Watched([1, 2, 3])

    def walk() -> None:
        for number in watched:
            walked.append(number)
            if number == 3:
                watched.stop()

    with pytest.raises(Stopped):
        walk()
    assert walked == [1, 2, 3]


def test_a_folder_that_cannot_be_written_is_said(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, screen: HerverdelingenScreen, id: int
) -> None:
    screen.select(id)
    (tmp_path / "bestand").write_text("geen map")
    order(screen, tmp_path / "bestand" / "map")
    qtbot.waitUntil(screen.notice.isVisible)
    assert "niet geschreven" in screen.notice.text and not screen.progress.busy


def test_what_cannot_be_made_is_told_and_the_rest_is_made(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, screen: HerverdelingenScreen, sessie: Session
) -> None:
    """Without the address of the COA there is no kennisgeving; all else is made."""
    id = actions.make_herverdeling(sessie.ledger, P, [Deel("Almelo", "Borne", 10)])
    for adressaat in sessie.ledger.adressaten.where(sleutel="coa"):
        edit_adressaat(sessie.ledger, dataclasses.replace(adressaat, geldig_tot=datetime.date(2000, 1, 1)))
    screen.select(id)
    assert "geen adres van “COA” bekend" in said(screen.panel)
    run(screen, "Documenten bekijken")
    (made,) = screen.findChildren(PapersWindow)
    last = made.list.count() - 1
    assert made.list.item(last).text() == "Kennisgeving COA" and not made.list.item(last).icon().isNull()
    made.list.setCurrentRow(last)
    assert "geen adres van “COA” bekend" in made.notice.text and not made._save.isEnabled()
    made.list.setCurrentRow(0)
    assert not made.notice.isVisible() and made._save.isEnabled()
    made.close()
    order(screen, tmp_path)
    qtbot.waitUntil(screen.notice.isVisible)
    assert screen.notice.text.startswith(f"12 bestanden staan in {tmp_path}; 1 niet: Kennisgeving COA (Er is op ")
    assert len(list(tmp_path.glob("HV*.pdf"))) == len([*sessie.ledger.archiefstukken]) == 12


def test_draft_mails_go_to_a_folder_and_into_the_register(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, screen: HerverdelingenScreen, id: int
) -> None:
    screen.select(id)
    order(screen, tmp_path, "eml", los=False)
    qtbot.waitUntil(screen.notice.isVisible)
    written = sorted(tmp_path.glob("HV*"))
    assert {path.suffix for path in written} == {".eml"} and len(written) == 6 == len(
        [*screen.session.ledger.archiefstukken]
    )
    assert all(path.read_bytes().startswith(b"X-Unsent: 1\r\n") for path in written)
    assert screen.notice.text == f"6 bestanden staan in {tmp_path}"


@pytest.fixture
def window(qtbot: Any, screen: HerverdelingenScreen, id: int) -> Iterator[PapersWindow]:
    screen.select(id)
    run(screen, "Documenten bekijken")
    (made,) = screen.findChildren(PapersWindow)
    qtbot.waitUntil(lambda: made.view.page_count > 0)
    yield made
    made.close()


def test_documents_are_shown(qtbot: Any, window: PapersWindow) -> None:
    assert [window.list.item(row).text() for row in range(window.list.count())] == LABELS
    assert window.view.accessibleName() == "Voorbeeld van Gezamenlijk besluit"
    qtbot.keyClick(window.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.view.accessibleName() == "Voorbeeld van Collegevoorstel Almelo")
    zoom = window.view.zoom
    qtbot.keyClick(window.list, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.view.zoom > zoom


def test_what_is_not_filled_in_is_said_and_hinders_nothing(
    screen: HerverdelingenScreen, window: PapersWindow, sessie: Session
) -> None:
    first = window.remark.text
    assert first.startswith("Nog open: voorzitter") and "postadres van Almelo en Borne (bij Gemeenten)" in first
    assert "Nog open: postadres van Almelo en Borne (bij Gemeenten)." in said(screen.panel)
    window.remark.hide()
    window.date.setText("1-8-2023")
    window.date.editingFinished.emit()
    assert not window.remark.isVisible()  # who closed it, knows
    edit_regio(sessie.ledger, dataclasses.replace(sessie.ledger.regio.get(1), voorzitter="burgemeester van Borne"))
    assert window.remark.isVisible() and "voorzitter" not in window.remark.text
    assert window.list.count() == len(LABELS)


def test_in_force_fewer_documents_are_listed(qtbot: Any, window: PapersWindow, sessie: Session, id: int) -> None:
    window.list.setCurrentRow(1)
    bring_into_force(sessie.ledger, id, TODAY)
    shown = [window.list.item(row).text() for row in range(window.list.count())]
    assert shown == [label for label in LABELS if "Collegevoorstel" not in label]
    qtbot.waitUntil(lambda: window.view.accessibleName().endswith("Gezamenlijk besluit"))


def test_a_document_is_saved(qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, window: PapersWindow) -> None:
    asked: list[str] = []

    def choose_file(parent: QWidget, title: str, name: str, kind: str) -> Path:
        asked.append(name)
        return tmp_path / "besluit.pdf"

    monkeypatch.setattr(dialogs, "choose_to_save", choose_file)
    press(window, "Opslaan als…")
    qtbot.waitUntil(window.notice.isVisible)
    assert asked == ["HV-2023-II-01 Gezamenlijk besluit.pdf"]
    assert (tmp_path / "besluit.pdf").read_bytes() == window._made[asked[0]]
    assert [path.name for path in tmp_path.glob("besluit*")] == ["besluit.pdf"]


def test_another_date_makes_other_letters(qtbot: Any, window: PapersWindow) -> None:
    before = dict(window._made)
    window.date.setText("31-2-2023")
    window.date.editingFinished.emit()
    assert "niet te lezen" in said(window) and window._made == before
    window.date.setText("1-8-2023")
    window.date.editingFinished.emit()
    name = "HV-2023-II-01 Kennisgeving COA.pdf"
    window.list.setCurrentRow(LABELS.index("Kennisgeving COA"))
    qtbot.waitUntil(lambda: name in window._made)
    page = pypdfium2.PdfDocument(window._made[name])[0]
    assert "1 augustus 2023" in page.get_textpage().get_text_bounded()


def test_a_change_elsewhere_is_shown(qtbot: Any, window: PapersWindow, sessie: Session, id: int) -> None:
    (old,) = window._made.values()
    (regio,) = sessie.ledger.regio
    edit_regio(sessie.ledger, dataclasses.replace(regio, naam="Regietafel Achterhoek"))
    window.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: len(window._made) >= 1 and window.view.page_count > 0)
    actions.edit_herverdeling(sessie.ledger, id, [Deel("Almelo", "Borne", 11)])
    window.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: window.view.accessibleName().endswith("Gezamenlijk besluit"))
    assert window._made["HV-2023-II-01 Gezamenlijk besluit.pdf"] != old
    actions.remove_herverdeling(sessie.ledger, id)
    assert "verwijderd" in window.notice.text and window.view.page_count == 0 and not window._save.isEnabled()


def test_everything_in_the_window_has_a_name(window: PapersWindow) -> None:
    focusable = [
        each
        for each in window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and not isinstance(each, QPushButton)
    ]
    assert focusable and all(each.accessibleName() for each in focusable)


def test_long_work_can_be_stopped(qtbot: Any, sessie: Session) -> None:
    going, progress, ended = threading.Event(), Progress(sessie), list[str]()
    qtbot.addWidget(progress)

    def work(items: Sequence[int]) -> None:
        for _item in items:
            going.wait(600)

    progress.run("Maken:", range(3), work, lambda: ended.append("klaar"), lambda error: ended.append(repr(error)))
    qtbot.waitUntil(progress.stop_button.isVisible)
    progress.stop()
    going.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["Stopped()"] and not progress.isVisible() and not progress.busy


def test_stopping_writes_nothing(tmp_path: Path, sessie: Session, id: int) -> None:
    made: Bundle = stukken.bundle(sessie.ledger, id, TODAY)
    watched = Watched([paper.source for paper in made.papers])
    watched.stop()
    with pytest.raises(Stopped):
        made.write(watched, tmp_path / "map", False)
    assert not (tmp_path / "map").exists()


def test_what_is_in_force_says_so_when_one_asks_to_change_it(
    screen: HerverdelingenScreen, sessie: Session, id: int
) -> None:
    bring_into_force(sessie.ledger, id, TODAY)
    screen.select(id)
    heard: list[str] = []
    sessie.refused.connect(heard.append)
    for label in ("Verwijderen", "Wijzigen…"):
        run(screen, label)
    assert len(heard) == 2 and all("Alleen een concept verandert nog" in sentence for sentence in heard)
