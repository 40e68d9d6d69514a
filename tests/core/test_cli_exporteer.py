"""Spreadsheets from the command line: what is written, what it is called, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from regietafel.cli import regietafel
from regietafel.cli.kit import WrongUsage
from regietafel.errors import RegietafelError
from regietafel.exchange.onderdelen import ONDERDELEN
from regietafel.exchange.spreadsheet import read_sheets

P = ("--periode", "2023-II")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "twente.regietafel"
    ask("voorbeeld", path)
    for gemeente in ("Almelo", "Borne"):
        ask("boek", "realisatie", path, *P, "--gemeente", gemeente, "--peildatum", "2023-08-01", "--aantal", 12)
    return path


def ask(*args: object) -> Result:
    return CliRunner().invoke(regietafel, list(map(str, args)), catch_exceptions=False, standalone_mode=False)


def asked(*args: object) -> Any:
    return json.loads(ask(*args, "--json").stdout)


def refused(*args: object) -> BaseException:
    with pytest.raises((RegietafelError, WrongUsage)) as found:
        ask(*args)
    return found.value


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_without_a_subject_a_workbook_is_the_cijferboek(file: Path, suffix: str) -> None:
    target = file.with_name(f"boek{suffix}")
    answer = asked("exporteer", file, "--naar", target)
    assert answer["bestanden"] == [str(target)]
    assert [tabel["titel"] for tabel in answer["tabellen"]] == [blad.naam for blad in read_sheets(target)]
    titles = [tabel["titel"] for tabel in answer["tabellen"]]
    assert titles[:2] == ["Leeswijzer", "Stand 2023-II"] and "Toezicht 2023-II" in titles
    assert {"titel": "Realisatie", "rijen": 2} in answer["tabellen"]
    assert "Prognose 2023-II" in titles


def test_a_half_year_that_is_not_over_has_a_prognose(file: Path) -> None:
    ask("boek", "beginstand", file, "--periode", "2199-II", "--gemeente", "Almelo", "--aantal", 4)
    answer = asked("exporteer", file, "--naar", file.with_name("t.xlsx"), "--periode", "2199-II")
    assert {"titel": "Prognose 2199-II", "rijen": 14} in answer["tabellen"]


@pytest.mark.parametrize("onderdeel", [*ONDERDELEN])
def test_every_subject_by_itself(file: Path, onderdeel: str) -> None:
    target = file.with_name("t.csv")
    (tabel,) = asked("exporteer", file, "--naar", target, "--onderdeel", onderdeel)["tabellen"]
    assert len(read_sheets(target)[0].rijen) == 1 + tabel["rijen"]


def test_a_csv_is_the_stand(file: Path) -> None:
    target = file.with_name("stand.csv")
    said = ask("exporteer", file, "--naar", target).stdout
    assert said == f"{target}\n      14  Stand 2023-II\n"
    assert target.read_text("utf-8-sig").splitlines()[1].startswith("Almelo;GM0141;113;0;;0;113;12;01-08-2023;101;")


def test_what_was_exported_is_read_in_again(file: Path) -> None:
    target = file.with_name("realisatie.xlsx")
    ask("exporteer", file, "--naar", target, "--onderdeel", "realisatie", *P)
    other = file.with_name("ander.regietafel")
    ask("voorbeeld", other)
    ask("importeer", "realisatie", other, target, *P)
    assert asked("stand", other, *P)["gemeenten"][0]["realisatie"] == 12


def test_nothing_is_replaced_unasked(file: Path) -> None:
    target = file.with_name("t.csv")
    target.write_text("oud", encoding="utf-8")
    assert "bestaat al" in str(refused("exporteer", file, "--naar", target))
    assert target.read_text(encoding="utf-8") == "oud"
    ask("exporteer", file, "--naar", target, "--overschrijven")
    assert target.read_text("utf-8-sig").startswith("Gemeente;")


def test_what_cannot_be(file: Path) -> None:
    error = refused("exporteer", file, "--naar", file.with_name("t.csv"), "--onderdeel", "onzin")
    assert isinstance(error, WrongUsage) and "kies uit: stand, geschiedenis" in str(error)
    error = refused("exporteer", file, "--naar", file.with_name("t.csv"), "--onderdeel", "cijferboek")
    assert isinstance(error, RegietafelError) and "een csv bevat één tabel" in str(error)
    assert "kies een naam die eindigt op" in str(refused("exporteer", file, "--naar", file, "--overschrijven"))


def test_forms_go_out_and_come_back(file: Path) -> None:
    folder = file.with_name("formulieren")
    answer = asked("opgaveformulier", file, *P, "--naar", folder)
    assert answer["tabellen"] == [] and len(answer["bestanden"]) == 14
    assert {path.name for path in folder.iterdir()} == {Path(name).name for name in answer["bestanden"]}
    form = folder / "Opgaveformulier 2023-II Borne GM0147.xlsx"
    book = load_workbook(form)
    sheet: Any = book.active
    header = next(cell.row for cell in sheet["A"] if cell.value == "Gemeente")
    sheet.cell(header + 2, 5).value = 19
    book.save(form)
    ask("importeer", "realisatie", file, form, *P)
    (borne,) = (each for each in asked("stand", file, *P)["gemeenten"] if each["gemeente"] == "Borne")
    assert (borne["realisatie"], borne["peildatum"]) == (19, "2023-09-01")


def test_a_form_for_one(file: Path) -> None:
    folder = file.with_name("formulieren")
    (name,) = asked("opgaveformulier", file, *P, "--naar", folder, "--gemeente", "borne")["bestanden"]
    assert Path(name).name == "Opgaveformulier 2023-II Borne GM0147.xlsx"
    assert "staat al" in str(refused("opgaveformulier", file, *P, "--naar", folder, "--gemeente", "Borne"))
    ask("opgaveformulier", file, *P, "--naar", folder, "--gemeente", "Borne", "--overschrijven")
    assert "staat niet in dit bestand" in str(
        refused("opgaveformulier", file, *P, "--naar", folder, "--gemeente", "Nergenshuizen")
    )
