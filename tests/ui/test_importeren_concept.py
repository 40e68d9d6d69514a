"""An import that was not finished is there again; one that was given up is not."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from regietafel.exchange.importplan import Uitkomst
from regietafel.exchange.indeling import guess_soort
from regietafel.exchange.soort import Soort
from regietafel.exchange.spreadsheet import Blad
from regietafel.ledger import Ledger
from tests.ui.importing import (
    P,
    begin,
    bestand,
    choose,
    finish,
    line,
    make_twente,
    press,
    select,
    texts,
    to_controle,
    uitkomsten,
    wait,
)
from ui.kit import drafts
from ui.kit.drafts import KeptDraft
from ui.kit.session import Session
from ui.kit.wizard import DraftWizard
from ui.wizards import importeren_bestand
from ui.wizards.importeren import open_import
from ui.wizards.importeren_lezing import Bron

LIST = "Gemeente;Gehuisvest per 1-9-2023\nBornee;12\nLoser;7\nAlmelo;3\n"
DELAY = 40  # milliseconds


@pytest.fixture(autouse=True)
def sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is kept, but without the wait of someone who types."""
    monkeypatch.setattr(drafts, "_DELAY", DELAY)


@pytest.fixture
def dossier(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """Twente in a file: a draft belongs to one."""
    path = tmp_path / "twente.regietafel"
    ledger = Ledger.in_memory()
    make_twente(ledger)
    ledger.save_copy(path)
    ledger.close()
    made = Session(Ledger.open(path), P)
    yield made
    KeptDraft("inlezen", made.ledger.path).remove()
    made.close()


def kept(session: Session) -> KeptDraft:
    return KeptDraft("inlezen", session.ledger.path)


def crash(qtbot: Any, wizard: DraftWizard) -> None:
    """The wizard is gone without a word, some time after the last change."""
    qtbot.wait(3 * DELAY)
    wizard.blockSignals(True)
    wizard.hide()
    wizard.deleteLater()
    QApplication.processEvents()


def write(folder: Path, text: str = LIST) -> Path:
    path = folder / "lijst.csv"
    path.write_text(text, encoding="utf-8")
    return path


def decided(qtbot: Any, session: Session, host: QWidget, folder: Path) -> DraftWizard:
    """With a name explained, and one left out."""
    wizard = begin(qtbot, session, host, write(folder), bron="Mail van het COA")
    to_controle(wizard)
    select(wizard, "Bornee")
    press(wizard, "Overnemen als Borne")
    select(wizard, "Loser")
    press(wizard, "Overslaan")
    return wizard


def test_after_a_crash_one_goes_on(qtbot: Any, tmp_path: Path, dossier: Session, host: QWidget) -> None:
    crash(qtbot, decided(qtbot, dossier, host, tmp_path))
    wizard = open_import(dossier, host)
    assert "Er is nog een inlezing van lijst.csv van " in texts(wizard)
    press(wizard, "Verder gaan")
    wait(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.currentId() == 2)
    assert uitkomsten(wizard) == {
        "Bornee": Uitkomst.NIEUW,
        "Loser": Uitkomst.OVERGESLAGEN,
        "Almelo": Uitkomst.NIEUW,
    }
    finish(wizard)
    assert sorted(row.aantal for row in dossier.ledger.realisaties) == [3, 12]
    assert {row.bron for row in dossier.ledger.realisaties} == {"Mail van het COA"}
    qtbot.wait(3 * DELAY)
    assert kept(dossier).read() is None


def test_columns_and_updates_survive_too(qtbot: Any, tmp_path: Path, dossier: Session, host: QWidget) -> None:
    text = "Plaats;Telling\nBorne;12\nLosser;7\n"
    for number in range(2):
        wizard = begin(qtbot, dossier, host, write(tmp_path, text))
        choose(wizard, "soort", "Realisatie")
        line(wizard, "peildatum").setText("1-9-2023")
        wait(qtbot, wizard)
        wizard.next()
        if not number:
            choose(wizard, "kolom-A", "Gemeente")
            choose(wizard, "kolom-B", "Realisatie")
            crash(qtbot, wizard)
            wizard = open_import(dossier, host)
            press(wizard, "Verder gaan")
            qtbot.waitUntil(lambda w=wizard: w.currentId() == 1)
            assert "Zoals u aanwijst" in texts(wizard)
            finish(to_controle(wizard))
            assert len(list(dossier.ledger.kolomindelingen)) == 1
            text = text.replace("12", "15").replace("7", "8")
    to_controle(wizard)
    select(wizard, "Borne")
    press(wizard, "Niet bijwerken")
    crash(qtbot, wizard)
    wizard = open_import(dossier, host)
    press(wizard, "Verder gaan")
    qtbot.waitUntil(lambda: wizard.currentId() == 2)
    finish(wizard)
    assert sorted(row.aantal for row in dossier.ledger.realisaties) == [8, 12]


def test_a_choice_for_a_veiligheidsregio_survives(qtbot: Any, tmp_path: Path, dossier: Session, host: QWidget) -> None:
    text = "Gebied;Opvang Oekraïne realisatie per 2-5-2023\nIJselland;3\n"
    wizard = to_controle(begin(qtbot, dossier, host, write(tmp_path, text)))
    press(wizard, "Overnemen als IJsselland (veiligheidsregio)")
    crash(qtbot, wizard)
    wizard = open_import(dossier, host)
    press(wizard, "Verder gaan")
    qtbot.waitUntil(lambda: wizard.currentId() == 2)
    finish(wizard)
    assert {each.gebied for each in dossier.ledger.opvangcijfers} == {"VR04"}


def test_a_pasted_table_survives(qtbot: Any, dossier: Session, host: QWidget) -> None:
    QGuiApplication.clipboard().setText("Gemeente\tGehuisvest per 1-9-2023\nBorne\t12\n")
    wizard = open_import(dossier, host)
    press(wizard, "Plakken")
    wait(qtbot, wizard)
    crash(qtbot, wizard)
    QGuiApplication.clipboard().clear()
    wizard = open_import(dossier, host)
    assert "Er is nog een inlezing van een geplakte tabel van " in texts(wizard)
    press(wizard, "Verder gaan")
    wait(qtbot, wizard)
    finish(to_controle(wizard))
    assert len(list(dossier.ledger.realisaties)) == 1


def test_what_a_table_is_of_is_kept_however_long_it_takes_to_be_read(
    qtbot: Any, dossier: Session, host: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on = threading.Event()

    def guess_late(bladen: tuple[Blad, ...]) -> list[Soort]:
        going_on.wait(600)
        return guess_soort(bladen)

    monkeypatch.setattr(importeren_bestand, "guess_soort", guess_late)
    QGuiApplication.clipboard().setText("Gemeente\tGehuisvest per 1-9-2023\nBorne\t12\n")
    wizard = open_import(dossier, host)
    press(wizard, "Plakken")
    qtbot.wait(3 * DELAY)
    going_on.set()
    wait(qtbot, wizard)
    crash(qtbot, wizard)
    wizard = open_import(dossier, host)
    press(wizard, "Verder gaan")
    wait(qtbot, wizard)
    finish(to_controle(wizard))
    assert len(list(dossier.ledger.realisaties)) == 1


def test_it_is_thrown_away(qtbot: Any, tmp_path: Path, dossier: Session, host: QWidget) -> None:
    crash(qtbot, decided(qtbot, dossier, host, tmp_path))
    wizard = open_import(dossier, host)
    wizard.leave()  # who only looks keeps it
    wizard = open_import(dossier, host)
    press(wizard, "Weggooien")
    assert "Er is nog een inlezing" not in texts(wizard) and kept(dossier).read() is None
    wizard.leave()


def test_another_file_does_not_write_over_it_unasked(
    qtbot: Any, tmp_path: Path, dossier: Session, host: QWidget
) -> None:
    crash(qtbot, decided(qtbot, dossier, host, tmp_path))
    other = tmp_path / "andere.csv"
    other.write_text(LIST, encoding="utf-8")
    wizard = open_import(dossier, host, other)
    wait(qtbot, wizard)
    assert "3 rijen gelezen" in texts(wizard) and "inlezing van lijst.csv" in texts(wizard)
    crash(qtbot, wizard)
    wizard = begin(qtbot, dossier, host, other)
    assert "inlezing van lijst.csv" in texts(wizard)
    wizard.next()
    crash(qtbot, wizard)
    wizard = open_import(dossier, host)
    assert "inlezing van andere.csv" in texts(wizard)
    wizard.leave()


def test_a_file_that_changed_or_vanished_is_said(qtbot: Any, tmp_path: Path, dossier: Session, host: QWidget) -> None:
    crash(qtbot, decided(qtbot, dossier, host, tmp_path))
    write(tmp_path, LIST + "Borne;1\n")
    wizard = open_import(dossier, host)
    press(wizard, "Verder gaan")
    wait(qtbot, wizard)
    assert wizard.currentId() == 0 and "lijst.csv is gewijzigd sinds " in texts(wizard)
    assert line(wizard, "bron").text() == "Mail van het COA"
    to_controle(wizard)
    assert uitkomsten(wizard)["Loser"] is Uitkomst.VOORSTEL
    crash(qtbot, wizard)
    (tmp_path / "lijst.csv").unlink()
    wizard = open_import(dossier, host)
    press(wizard, "Verder gaan")
    wait(qtbot, wizard)
    assert wizard.currentId() == 0 and "lijst.csv bestaat niet meer. Kies het bestand opnieuw." in texts(wizard)
    wizard.leave()


def test_another_table_forgets_the_choices_of_the_first(
    qtbot: Any, tmp_path: Path, dossier: Session, host: QWidget
) -> None:
    wizard = decided(qtbot, dossier, host, tmp_path)
    wizard.back()
    wizard.back()
    other = tmp_path / "andere.csv"
    other.write_text(LIST, encoding="utf-8")
    bestand(wizard).take(Bron(other))
    wait(qtbot, wizard)
    crash(qtbot, wizard)
    wizard = open_import(dossier, host)
    assert "inlezing van andere.csv" in texts(wizard)
    press(wizard, "Verder gaan")
    wait(qtbot, wizard)
    to_controle(wizard)
    assert uitkomsten(wizard)["Bornee"] is Uitkomst.VOORSTEL
    wizard.leave()


@pytest.mark.parametrize(
    "change",
    [
        lambda kept: "geen json",
        lambda kept: "[" * 100_000,
        lambda kept: "[]",
        lambda kept: json.dumps({**kept, "bewaard": 5}),
        lambda kept: json.dumps({**kept, "soort": "geheim"}),
        lambda kept: json.dumps({**kept, "keuzes": [["lijst", -1, "GM0147"]]}),
        lambda kept: json.dumps({**kept, "keuzes": [["lijst", 2, "<b>"]]}),
        lambda kept: json.dumps({**kept, "velden": ["a"]}),
        lambda kept: json.dumps({**kept, "pad": None, "tekst": ""}),
        lambda kept: json.dumps({**kept, "pad": ["x"]}),
        lambda kept: json.dumps({**kept, "indeling": {"blad": "x", "kop": 1e99, "inhoud": "{}"}}),
        lambda kept: json.dumps({**kept, "stap": True, "blijft": 3}),
    ],
)
def test_what_this_program_did_not_write_is_ignored(
    qtbot: Any, tmp_path: Path, dossier: Session, host: QWidget, change: Callable[[dict[str, Any]], str]
) -> None:
    crash(qtbot, decided(qtbot, dossier, host, tmp_path))
    file = kept(dossier)._file
    assert file is not None
    file.write_text(change(json.loads(file.read_text(encoding="utf-8"))), encoding="utf-8")
    wizard = open_import(dossier, host)
    assert "Er is nog een inlezing" not in texts(wizard)
    wizard.leave()


def test_it_does_not_close_by_accident(qtbot: Any, tmp_path: Path, dossier: Session, host: QWidget) -> None:
    wizard = decided(qtbot, dossier, host, tmp_path)
    for leave in (lambda: qtbot.keyClick(wizard, Qt.Key.Key_Escape), wizard.close):
        leave()
        QApplication.processEvents()
        assert wizard.isVisible() and "Stoppen? Wat u hebt ingevuld, gaat dan verloren." in texts(wizard)
        press(wizard, "Verder invullen")
    wizard.close()
    QApplication.processEvents()
    press(wizard, "Stoppen")
    assert not wizard.isVisible() and kept(dossier).read() is None
    assert not list(dossier.ledger.realisaties)
