"""Spreadsheets from the command line: what is written, what it is called, what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from regietafel.exchange.onderdelen import ONDERDELEN
from regietafel.exchange.spreadsheet import read_sheets

P = ("--periode", "2023-II")


@pytest.fixture
def file(done: Any, voorbeeld: Path) -> Path:
    for gemeente in ("Almelo", "Borne"):
        done("boek", "realisatie", voorbeeld, *P, "--gemeente", gemeente, "--peildatum", "2023-08-01", "--aantal", 12)
    return voorbeeld


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_without_a_subject_a_workbook_is_the_cijferboek(done: Any, file: Path, suffix: str) -> None:
    target = file.with_name(f"boek{suffix}")
    answer = done("exporteer", file, "--naar", target, "--json").json
    assert answer["bestanden"] == [str(target)]
    assert [tabel["titel"] for tabel in answer["tabellen"]] == [blad.naam for blad in read_sheets(target)]
    titles = [tabel["titel"] for tabel in answer["tabellen"]]
    assert titles[:2] == ["Leeswijzer", "Stand 2023-II"] and "Toezicht 2023-II" in titles
    assert {"titel": "Realisatie", "rijen": 2} in answer["tabellen"]
    assert "Prognose 2023-II" in titles


def test_a_half_year_that_is_not_over_has_a_prognose(done: Any, file: Path) -> None:
    done("boek", "beginstand", file, "--periode", "2199-II", "--gemeente", "Almelo", "--aantal", 4)
    answer = done("exporteer", file, "--naar", file.with_name("t.xlsx"), "--periode", "2199-II", "--json").json
    assert {"titel": "Prognose 2199-II", "rijen": 14} in answer["tabellen"]


@pytest.mark.parametrize("onderdeel", [*ONDERDELEN])
def test_every_subject_by_itself(done: Any, file: Path, onderdeel: str) -> None:
    target = file.with_name("t.csv")
    (tabel,) = done("exporteer", file, "--naar", target, "--onderdeel", onderdeel, "--json").json["tabellen"]
    assert len(read_sheets(target)[0].rijen) == 1 + tabel["rijen"]


def test_a_csv_is_the_stand(done: Any, file: Path) -> None:
    target = file.with_name("stand.csv")
    said = done("exporteer", file, "--naar", target).out
    assert said == f"{target}\n      14  Stand 2023-II\n"
    assert target.read_text("utf-8-sig").splitlines()[1].startswith("Almelo;GM0141;113;0;;0;113;12;01-08-2023;101;")


def test_what_was_exported_is_read_in_again(done: Any, file: Path) -> None:
    target = file.with_name("realisatie.xlsx")
    done("exporteer", file, "--naar", target, "--onderdeel", "realisatie", *P)
    other = file.with_name("ander.regietafel")
    done("voorbeeld", other)
    done("importeer", "realisatie", other, target, *P)
    assert done("stand", other, *P, "--json").json["gemeenten"][0]["realisatie"] == 12


def test_nothing_is_replaced_unasked(done: Any, refused: Any, file: Path) -> None:
    target = file.with_name("t.csv")
    target.write_text("oud", encoding="utf-8")
    assert "bestaat al" in refused("exporteer", file, "--naar", target)
    assert target.read_text(encoding="utf-8") == "oud"
    done("exporteer", file, "--naar", target, "--overschrijven")
    assert target.read_text("utf-8-sig").startswith("Gemeente;")


def test_what_cannot_be_exported_is_said_in_a_sentence(refused: Any, file: Path) -> None:
    csv = ("exporteer", file, "--naar", file.with_name("t.csv"))
    assert "kies uit: stand, geschiedenis" in refused(*csv, "--onderdeel", "onzin", code=2)
    assert "een csv bevat één tabel" in refused(*csv, "--onderdeel", "cijferboek")
    assert "kies een naam die eindigt op" in refused("exporteer", file, "--naar", file, "--overschrijven")


def test_forms_go_out_and_come_back(done: Any, file: Path) -> None:
    folder = file.with_name("formulieren")
    answer = done("opgaveformulier", file, *P, "--naar", folder, "--json").json
    assert answer["tabellen"] == [] and len(answer["bestanden"]) == 14
    assert {path.name for path in folder.iterdir()} == {Path(name).name for name in answer["bestanden"]}
    form = folder / "Opgaveformulier 2023-II Borne GM0147.xlsx"
    book = load_workbook(form)
    sheet: Any = book.active
    header = next(cell.row for cell in sheet["A"] if cell.value == "Gemeente")
    sheet.cell(header + 2, 5).value = 19
    book.save(form)
    done("importeer", "realisatie", file, form, *P)
    (borne,) = (each for each in done("stand", file, *P, "--json").json["gemeenten"] if each["gemeente"] == "Borne")
    assert (borne["realisatie"], borne["peildatum"]) == (19, "2023-09-01")


def test_a_form_for_one(done: Any, refused: Any, file: Path) -> None:
    folder = file.with_name("formulieren")
    (name,) = done("opgaveformulier", file, *P, "--naar", folder, "--gemeente", "borne", "--json").json["bestanden"]
    assert Path(name).name == "Opgaveformulier 2023-II Borne GM0147.xlsx"
    assert "staat al" in refused("opgaveformulier", file, *P, "--naar", folder, "--gemeente", "Borne")
    done("opgaveformulier", file, *P, "--naar", folder, "--gemeente", "Borne", "--overschrijven")
    assert "staat niet in dit bestand" in refused(
        "opgaveformulier", file, *P, "--naar", folder, "--gemeente", "Nergenshuizen"
    )
