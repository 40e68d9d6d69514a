"""The command that makes the documents of a herverdeling."""

from __future__ import annotations

import datetime
import io
import time
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from openpyxl import load_workbook

from regietafel.actions.regio import edit_adressaat
from regietafel.exchange.brondata import brondata
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from tests.core.documents.conftest import P


@pytest.fixture
def file(run: Any, voorbeeld: Path) -> Path:
    """The example, with one herverdeling."""
    made = run("herverdeling", "nieuw", voorbeeld, "--periode", str(P), "--overdracht", "Enschede>Losser:1", "--json")
    voorbeeld.with_suffix(".kenmerk").write_text(made.json["kenmerk"])
    return voorbeeld


def test_only_the_named_kinds_are_made(run: Any, file: Path, tmp_path: Path) -> None:
    kenmerk, folder = file.with_suffix(".kenmerk").read_text(), tmp_path / "brieven"
    made = ("documenten", file, "--herverdeling", kenmerk, "--naar", folder)
    answer = run(*made, "--soort", "bekendmaking", "--soort", "provincie", "--datum", "2023-07-03")
    assert answer.code == 0
    names = ["Bekendmaking Enschede", "Bekendmaking Losser", "Kennisgeving provincie Overijssel"]
    assert sorted(path.name for path in folder.iterdir()) == [f"{kenmerk} {name}.pdf" for name in names]
    assert "postadres van gedeputeerde staten van Overijssel (bij Instellingen)" in answer.err
    assert "Gemeenten" not in answer.err


def test_the_help_names_the_kinds(run: Any, file: Path, tmp_path: Path) -> None:
    said = run("documenten", "--help").out
    for soort in ("gezamenlijk-besluit", "collegevoorstel", "raadsinformatiebrief", "aenm", "vro"):
        assert soort in said
    answer = run("documenten", file, "--herverdeling", "x", "--naar", tmp_path, "--soort", "brief")
    assert answer.code == 2 and "brief" in answer.err


def test_what_cannot_be_made_is_told_and_the_rest_is_written(run: Any, file: Path, tmp_path: Path) -> None:
    with closing(Ledger.open(file)) as ledger:
        for adressaat in ledger.adressaten.where(sleutel="coa"):
            edit_adressaat(ledger, replace(adressaat, geldig_tot=datetime.date(2000, 1, 1)))
    made = ("documenten", file, "--herverdeling", "HV-2023-II-01", "--soort", "coa", "--soort", "vro", "--json")
    answer = run(*made, "--naar", tmp_path / "uit")
    assert answer.code == 1 and answer.err.startswith("Kennisgeving COA: Er is op ")
    assert [each["soort"] for each in answer.json["bestanden"]] == ["vro"] and answer.json["geregistreerd"]
    assert [each["wat"] for each in answer.json["mislukt"]] == ["Kennisgeving COA"]
    assert len(list((tmp_path / "uit").iterdir())) == 1


def test_every_form_and_everything_around_it(run: Any, file: Path, tmp_path: Path) -> None:
    made = ("documenten", file, "--herverdeling", "HV-2023-II-01", "--soort", "besluit", "--datum", "2023-07-03")
    answer = run(*made, "--naar", tmp_path / "a", "--dossier", "--zip", "--eml", "--brondata", "--json")
    assert answer.code == 0
    endings = sorted(path.suffix for path in (tmp_path / "a").iterdir())
    assert endings == [".eml", ".eml", ".pdf", ".pdf", ".pdf", ".zip"]
    with pikepdf.open(tmp_path / "a" / "HV-2023-II-01 Besluit college Losser.pdf") as pdf:
        assert [*pdf.attachments] == ["HV-2023-II-01 getallen.xlsx"]
    for option, ending in (("--docx", ".docx"), ("--odt", ".odt")):
        run(*made, "--naar", tmp_path / ending[1:], option)
        assert {path.suffix for path in (tmp_path / ending[1:]).iterdir()} == {ending}
    assert run(*made, "--naar", tmp_path / "b", "--docx", "--odt").code == 2
    assert run(*made, "--naar", tmp_path / "woo", "--woo").code == 0
    assert all("(openbaar)" in path.name for path in (tmp_path / "woo").iterdir())
    known = run("register", file, "--json").json
    assert {each["vorm"] for each in known} == {"pdf", "zip", "eml", "docx", "odt"} and known[0]["openbaar"]


def test_the_numbers_are_the_same_file_every_time(twente: Ledger, hv: int) -> None:
    book = brondata(blad(twente, hv))
    time.sleep(2.1)  # a zip counts in steps of two seconds
    assert book == brondata(blad(twente, hv))
    sheets = load_workbook(io.BytesIO(book))
    assert [sheet.title for sheet in sheets] == ["Taakstellingen", "Overdrachten"]
    assert [row[0].value for row in sheets["Taakstellingen"].iter_rows()][-1] in {"Almelo", "Borne", "Enschede"}
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        assert b"created" not in parts.read("docProps/core.xml")


def test_a_file_in_use_is_read_and_nothing_is_registered(run: Any, file: Path, tmp_path: Path) -> None:
    with closing(Ledger.open(file)) as ledger:
        made = ("documenten", file, "--herverdeling", "HV-2023-II-01", "--soort", "vro", "--naar", tmp_path / "uit")
        answer = run(*made)
        assert answer.code == 0 and "Niet in het register gezet" in answer.err and not [*ledger.archiefstukken]


def test_other_documents_are_registered_too(run: Any, file: Path, tmp_path: Path) -> None:
    assert run("stand-van-zaken", file, "--periode", str(P), "--naar", tmp_path / "uit").code == 0
    run("scenario", "nieuw", file, "Klein", "--periode", str(P), "--overdracht", "Enschede>Borne:1")
    assert run("scenario", "bijlage", file, "Klein", "--naar", tmp_path / "uit").code == 0
    known = run("register", file, "--json").json
    assert [(each["soort"], each["stand"]) for each in known] == [
        ("scenarios", "actueel"),
        ("stand-van-zaken", "actueel"),
    ]
