"""What is wrong with a table is said, in a sentence, where one can do something about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from regietafel.queries.herverdelingen import current_taakstelling
from tests.ui.importing import (
    BIJLAGE,
    P,
    begin,
    bestand,
    changed,
    controle,
    finish,
    line,
    read,
    select,
    texts,
)
from ui.kit.session import Session
from ui.wizards.importeren import open_import
from ui.wizards.importeren_lezing import Bron


@pytest.mark.parametrize(
    "bad",
    [
        (b"%PDF-1.7 x", "is een pdf"),
        (b"PK\3\4 onzin", "is beschadigd"),
        (b"", "is leeg"),
    ],
)
def test_a_bad_file_is_said_and_goes_no_further(
    qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget, bad: tuple[bytes, str]
) -> None:
    path, (content, sentence) = tmp_path / "lijst.xlsx", bad
    path.write_bytes(content)
    wizard = open_import(sessie, host, path)
    line(wizard, "datum").setText("2-5-2023")
    qtbot.waitUntil(lambda: "Wordt gelezen" not in texts(wizard))
    wizard.next()
    assert wizard.currentId() == 0 and sentence in texts(wizard)
    bestand(wizard).take(Bron(tmp_path / "weg.csv"))
    qtbot.waitUntil(lambda: "weg.csv bestaat niet meer" in texts(wizard))
    wizard.leave()
    assert not list(sessie.ledger.taakstellingsversies)


def test_without_file_or_date_it_goes_no_further(qtbot: Any, sessie: Session, host: QWidget) -> None:
    wizard = open_import(sessie, host)
    wizard.next()
    assert wizard.currentId() == 0 and "Vul datum in." in texts(wizard)
    line(wizard, "datum").setText("2-5-2023")
    wizard.next()
    assert wizard.currentId() == 0 and "Kies eerst een bestand, of plak een tabel." in texts(wizard)
    line(wizard, "periode").setText("2023")
    wizard.next()
    assert "“2023” is geen periode" in texts(wizard)
    wizard.leave()


def test_problems_name_sheet_row_and_reason(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    text = BIJLAGE.read_text(encoding="utf-8")
    (borne,) = [row for row in text.splitlines() if ",Borne," in row]
    rij = text.splitlines().index(borne) + 1
    wizard = read(qtbot, sessie, host, changed(tmp_path, (borne, borne.replace(",38,", ",abc,"))))
    assert "▲ probleem 1" in [chip.text() for chip in controle(wizard)._chips.values()]
    select(wizard, "Borne")
    assert f"Blad lijst, rij {rij}: Taakstelling: “abc” is geen geheel aantal." in texts(wizard)
    finish(wizard)
    assert len(current_taakstelling(sessie.ledger, P)) == 13


def test_another_period_than_the_file_names_goes_no_further(
    qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget
) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Gemeente;Taakstelling 2022-I\nBorne;38\n", encoding="utf-8")
    wizard = open_import(sessie, host, path)
    line(wizard, "datum").setText("2-5-2023")
    qtbot.waitUntil(lambda: "In lijst.csv staat de taakstelling van 2022-I (lijst, rij 1), niet" in texts(wizard))
    wizard.next()
    assert wizard.currentId() == 0
    line(wizard, "periode").setText("2022-I")
    qtbot.waitUntil(lambda: "1 rij gelezen" in texts(wizard))
    wizard.next()
    assert wizard.currentId() == 1
    wizard.leave()


def test_what_one_must_know_is_said(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(
        "Gemeente;Inwoners 1-1-2021;Taakstelling\nBorne;9;38\nTotaal;9;40\nGemeente;Achterstand\nBorne;1\n",
        encoding="utf-8",
    )
    wizard = read(qtbot, sessie, host, path)
    assert line(wizard, "landelijk").text() == ""  # the total of a region is not the national number
    for said in (
        "▲ lijst, rij 1: “Inwoners 1-1-2021” is niet ingelezen; voor 2023-II gelden de inwoners op 01-01-2022.",
        "▲ lijst, rij 4: die tabel heeft geen kolom “Taakstelling” en is niet ingelezen.",
        "▲ De rijen tellen op tot 38; het rekenblad noemt 40 (verschil −2).",
        "▲ Zonder rij in het rekenblad: Almelo, ",
    ):
        assert said in texts(wizard)
    finish(wizard)
    assert current_taakstelling(sessie.ledger, P) == {"Borne": 38}


@pytest.mark.parametrize(
    "table",
    [
        ("zomaar een tekst", "In lijst.csv staat geen tabel met de kolommen “Gemeente” en “Taakstelling”."),
        ("gemeente;taakstelling\n", "geen enkele rij om in te lezen"),
        (
            "Gemeente;;Taakstelling\n;Borne;38\n",
            "De eerste: lijst, rij 2: bij dit aantal staat geen naam in de kolom “Gemeente”.",
        ),
    ],
)
def test_a_table_that_is_not_understood_waits_at_the_columns(
    qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget, table: tuple[str, str]
) -> None:
    content, sentence = table
    path = tmp_path / "lijst.csv"
    path.write_text(content, encoding="utf-8")
    wizard = begin(qtbot, sessie, host, path, datum="2-5-2023")
    assert sentence in texts(wizard) and "wijs in de volgende stap de kolommen aan" in texts(wizard)
    wizard.next()
    assert wizard.currentId() == 1 and sentence in texts(wizard)
    wizard.next()
    assert wizard.currentId() == 1
    wizard.leave()
    assert not list(sessie.ledger.taakstellingsversies)
