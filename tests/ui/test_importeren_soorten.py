"""Read in every kind of table as a user does; what counts is what is in the ledger afterwards."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from regietafel.domain.periode import Periode
from regietafel.exchange.importplan import Uitkomst
from regietafel.exchange.soorten import BEGINSTAND, OVERZICHT
from regietafel.ledger import Ledger
from tests.core.exchange import files
from tests.ui.importing import (
    COA,
    P,
    begin,
    bestand,
    choose,
    controle,
    finish,
    line,
    press,
    select,
    texts,
    to_controle,
    uitkomsten,
    wait,
    write,
)
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.wizard import DraftWizard
from ui.wizards.importeren import INLEZEN, OVERZICHT_INLEZEN, REALISATIE_INLEZEN
from ui.wizards.importeren_lezing import Bron


def realisaties(ledger: Ledger) -> dict[str, tuple[int, datetime.date]]:
    names = {gemeente.id: gemeente.naam for gemeente in ledger.gemeenten}
    return {names[row.gemeente_id]: (row.aantal, row.peildatum) for row in ledger.realisaties}


def dump(ledger: Ledger) -> dict[str, list[object]]:
    tables = ("realisaties", "beginstanden", "inwoners", "overzichtregels", "aliassen", "kolomindelingen")
    return {name: list(getattr(ledger, name)) for name in tables}


def test_counts_of_several_days_are_not_added_up(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    path = write(tmp_path, "Gemeente;Peildatum;Realisatie\nBorne;1-8-2023;12\nBorne;1-9-2023;20\nBorne;;7\n")
    wizard = to_controle(begin(qtbot, sessie, host, path))
    assert "1 gemeente, 2 peildata, 3 rijen" in texts(wizard)
    assert controle(wizard)._table.totals is None
    finish(wizard)
    counted = {(row.peildatum.month, row.aantal) for row in sessie.ledger.realisaties}
    assert counted == {(8, 12), (9, 20)}  # and not the count without a day


def test_a_long_name_of_a_file_leaves_the_window_as_it_is(
    qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget
) -> None:
    wizards = [begin(qtbot, sessie, host, write(tmp_path, COA, name)) for name in ("lijst.csv", f"{'stand_' * 30}.csv")]
    short, long = (wizard.minimumSizeHint().width() for wizard in wizards)
    assert long <= short + 40


def test_realisatie_with_the_day_in_the_heading(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    path = write(tmp_path, "Gemeente;Gehuisvest per 1 september 2023\nBorne;12\nLosser;1.012\n")
    before = dump(sessie.ledger)
    wizard = begin(qtbot, sessie, host, path)
    assert "2 rijen gelezen · peildatum 01-09-2023" in texts(wizard)
    to_controle(wizard)
    assert "Realisatie, 2023-II, peildatum 01-09-2023: 2 nieuw, 0 gewijzigd." in texts(wizard)
    finish(wizard)
    day = datetime.date(2023, 9, 1)
    assert realisaties(sessie.ledger) == {"Borne": (12, day), "Losser": (1012, day)}
    assert {row.bron for row in sessie.ledger.realisaties} == {"lijst.csv"}
    assert sessie.ledger.undo_label == "Realisatie ingelezen: 2023-II"
    wizard = to_controle(begin(qtbot, sessie, host, path))
    finish(wizard)
    assert wizard.isVisible() and "verandert geen enkel aantal" in texts(wizard)
    wizard.leave()
    sessie.ledger.undo()
    assert dump(sessie.ledger) == before


def test_a_day_that_is_not_known_or_cannot_be(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    wizard = begin(qtbot, sessie, host, write(tmp_path, "Gemeente;Gehuisvest\nBorne;12\n"))
    wizard.next()
    assert wizard.currentId() == 0 and "De peildatum is niet bekend" in texts(wizard)
    line(wizard, "peildatum").setText("1-1-2020")
    wait(qtbot, wizard)
    wizard.next()
    assert wizard.currentId() == 0 and "2023-II" in texts(wizard)
    line(wizard, "peildatum").setText("1-9-2023")
    wait(qtbot, wizard)
    finish(to_controle(wizard))
    assert realisaties(sessie.ledger) == {"Borne": (12, datetime.date(2023, 9, 1))}


def test_the_name_of_the_file_tells_the_day_when_the_table_does_not(
    qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget
) -> None:
    text = "Gemeente;Gehuisvest\nBorne;12\n"
    wizard = begin(qtbot, sessie, host, write(tmp_path, text, "COA 01-10-2023.csv"))
    assert line(wizard, "peildatum").text() == "01-10-2023"
    text = "Gemeente;Gehuisvest per 1-9-2023\nBorne;12\n"
    wizard.leave()
    wizard = begin(qtbot, sessie, host, write(tmp_path, text, "COA 01-10-2023.csv"))
    assert line(wizard, "peildatum").text() == "" and "peildatum 01-09-2023" in texts(wizard)
    wizard.leave()


def test_changed_numbers_are_taken_over_or_left(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    head = "Gemeente;Gehuisvest per 1-9-2023\n"
    finish(to_controle(begin(qtbot, sessie, host, write(tmp_path, head + "Borne;12\nLosser;7\nAlmelo;1\n"))))
    wizard = to_controle(begin(qtbot, sessie, host, write(tmp_path, head + "Borne;15\nLosser;8\nAlmelo;1\n")))
    step = controle(wizard)
    assert {"Was", "Wordt"} < {field.label for field in step._model.fields}
    (borne,) = [rij for rij in step._model.records if rij.naam == "Borne"]
    assert (borne.oud_aantal, borne.aantal, borne.uitkomst) == (12, 15, Uitkomst.GEWIJZIGD)
    select(wizard, "Borne")
    assert "rij 2: Borne: Realisatie 12 → 15." in texts(wizard)
    press(wizard, "Niet bijwerken")
    assert "0 nieuw, 1 gewijzigd" in texts(wizard)
    assert "wordt niet bijgewerkt" in {rij.melding for rij in step._model.records}
    press(wizard, "Alle wijzigingen overslaan")
    assert "Er verandert niets" in texts(wizard)
    finish(wizard)
    assert wizard.isVisible() and "Er is niets om in te lezen" in texts(wizard)
    select(wizard, "Losser")
    press(wizard, "Alle wijzigingen bijwerken")
    select(wizard, "Losser")
    press(wizard, "Niet bijwerken")
    select(wizard, "Losser")
    press(wizard, "Bijwerken")
    select(wizard, "Borne")
    press(wizard, "Niet bijwerken")
    finish(wizard)
    assert {naam: aantal for naam, (aantal, _day) in realisaties(sessie.ledger).items()} == {
        "Borne": 12,
        "Losser": 8,
        "Almelo": 1,
    }


def test_a_beginstand_asks_for_its_period_alone(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    wizard = begin(qtbot, sessie, host, write(tmp_path, "Gemeente;Voorsprong\nBorne;5\nLosser;-2\n"), BEGINSTAND)
    said = texts(wizard)
    assert "Periode" in said and "Peildatum" not in said and "Landelijk" not in said
    finish(to_controle(wizard))
    assert sorted(row.aantal for row in sessie.ledger.beginstanden) == [-5, 2]


def test_inwoners_of_the_whole_country(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    sessie.periode = P
    wizard = begin(qtbot, sessie, host, write(tmp_path, "Gemeente;Inwoners 1-1-2022\nBorne;24.000\nUtrecht;361.699\n"))
    to_controle(wizard)
    assert "2 gemeenten: 385.699" in texts(wizard)
    finish(wizard)
    assert {(row.gm_code, row.aantal) for row in sessie.ledger.inwoners} == {("GM0147", 24000), ("GM0344", 361699)}
    assert sessie.periode == P


def test_the_list_of_coa_stands_beside_the_own_numbers(
    qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget
) -> None:
    path = write(tmp_path, COA, "COA-lijst 01-10-2023.csv")
    finish(to_controle(begin(qtbot, sessie, host, path)))
    rows = {row.realisatie: row for row in sessie.ledger.overzichtregels}
    assert (rows[20].beginstand, rows[20].taakstelling, rows[20].saldo) == (5, 38, 23) and rows[40].saldo == -4
    assert not list(sessie.ledger.realisaties) and not list(sessie.ledger.beginstanden)
    write(tmp_path, COA.replace("38;20;23", "36;20;21"), path.name)
    wizard = to_controle(begin(qtbot, sessie, host, path, OVERZICHT))
    (borne,) = [rij for rij in controle(wizard)._model.records if rij.naam == "Borne"]
    shown = {field.label: field.show(borne) for field in controle(wizard)._model.fields}
    assert shown["Taakstelling"] == "38 → 36" and shown["Saldo"] == "23 → 21" and shown["Beginstand"] == "5"
    finish(wizard)
    assert {row.taakstelling for row in sessie.ledger.overzichtregels} == {36, 39}
    sessie.ledger.undo()
    sessie.ledger.undo()
    assert not list(sessie.ledger.overzichtregels)


@pytest.mark.parametrize(
    "command", [(INLEZEN, "taakstelling"), (REALISATIE_INLEZEN, "realisatie"), (OVERZICHT_INLEZEN, "overzicht")]
)
def test_a_place_knows_what_it_reads(qtbot: Any, tmp_path: Path, sessie: Session, command: tuple[Command, str]) -> None:
    screen = Screen(sessie, frozenset())
    qtbot.addWidget(screen)
    command[0].run(screen, None)
    wizard = screen.findChild(DraftWizard)
    assert isinstance(wizard, DraftWizard)
    bestand(wizard).take(Bron(write(tmp_path, COA)))
    wait(qtbot, wizard)
    assert bestand(wizard).inputs.soort.naam == command[1]
    wizard.leave()


def test_two_header_lines_in_a_workbook(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    path = files.xlsx(
        tmp_path / "lijst.xlsx",
        [
            ["Stand van zaken"],
            [],
            ["Gemeente", "Gehuisvest", "Taakstelling"],
            [None, "1-9-2023", "2023-II"],
            ["Borne", 12, 38],
            ["Losser", 7, 39],
        ],
    )
    wizard = begin(qtbot, sessie, host, path)
    choose(wizard, "soort", "Realisatie")
    wait(qtbot, wizard)
    finish(to_controle(wizard))
    day = datetime.date(2023, 9, 1)
    assert realisaties(sessie.ledger) == {"Borne": (12, day), "Losser": (7, day)}


def test_the_real_circulaire_as_printed(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    path = files.xlsx(tmp_path / "bijlage A.xlsx", files.printed())
    wizard = to_controle(begin(qtbot, sessie, host, path, datum="2-5-2023"))
    assert len(controle(wizard)._model.all_records) == 342
    finish(wizard)
    assert sum(row.aantal for row in sessie.ledger.taakstellingen) == 985


def test_all_decisions_fit_a_small_screen(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    head = "Gemeente;Gehuisvest per 1-9-2023\n"
    finish(to_controle(begin(qtbot, sessie, host, write(tmp_path, head + "Borne;12\nLosser;7\n"))))
    rows = "Borne;15\nLosser;8\nHof van Twentte;2\nEnschede;veel\nZwolle;8\n"
    wizard = to_controle(begin(qtbot, sessie, host, write(tmp_path, head + rows)))
    for naam in ("Borne", "Hof van Twentte", "Enschede", "Losser"):
        select(wizard, naam)
        if naam == "Borne":
            press(wizard, "Niet bijwerken")
            select(wizard, "Losser")
        assert wizard.minimumSizeHint().width() <= 1024 and wizard.minimumSizeHint().height() <= 700
    wizard.leave()


def test_a_name_is_explained_once(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    head = "Gemeente;Gehuisvest per 1-{}-2023\n"
    wizard = to_controle(begin(qtbot, sessie, host, write(tmp_path, head.format(9) + "Bornee;12\n")))
    press(wizard, "Overnemen als Borne")
    assert "uw keuze; de naam wordt onthouden" in {rij.melding for rij in controle(wizard)._model.records}
    finish(wizard)
    assert [(alias.naam, alias.gm_code) for alias in sessie.ledger.aliassen] == [("Bornee", "GM0147")]
    wizard = to_controle(begin(qtbot, sessie, host, write(tmp_path, head.format(10) + "Bornee;14\n")))
    assert uitkomsten(wizard) == {"Bornee": Uitkomst.NIEUW}
    finish(wizard)
    sessie.ledger.undo()
    sessie.ledger.undo()
    assert not list(sessie.ledger.aliassen) and not list(sessie.ledger.realisaties)


def test_another_soort_is_suggested(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    wizard = begin(qtbot, sessie, host, write(tmp_path, "Gemeente;Gehuisvest per 1-9-2023\nBorne;12\n"), BEGINSTAND)
    assert "Deze tabel lijkt op: Realisatie." in texts(wizard)
    choose(wizard, "soort", "Realisatie")
    wait(qtbot, wizard)
    assert bestand(wizard).inputs.soort.naam == "realisatie" and "1 rij gelezen" in texts(wizard)
    wizard.leave()


def test_too_many_rows_is_a_sentence(qtbot: Any, tmp_path: Path, sessie: Session, host: QWidget) -> None:
    rows = "\n".join(f"Plaats {number};{number}" for number in range(6000))
    sessie.periode = Periode(2023, 2)
    wizard = begin(qtbot, sessie, host, write(tmp_path, f"Gemeente;Gehuisvest per 1-9-2023\n{rows}\n"))
    assert "lijst.csv heeft 6.000 rijen; er kunnen er 5.000 tegelijk in." in texts(wizard)
    wizard.next()
    assert wizard.currentId() == 0
    wizard.leave()
