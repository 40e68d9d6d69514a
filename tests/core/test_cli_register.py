"""The command that shows what was made, and gives it back."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from tests.core.documents.conftest import P


@pytest.fixture
def file(run: Any, voorbeeld: Path, tmp_path: Path) -> Path:
    run("herverdeling", "nieuw", voorbeeld, "--periode", str(P), "--overdracht", "Enschede>Losser:1")
    made = ("documenten", voorbeeld, "--herverdeling", "HV-2023-II-01", "--naar", tmp_path / "brieven")
    assert run(*made, "--soort", "besluit", "--datum", "2023-07-03").code == 0
    return voorbeeld


def test_what_was_made_is_listed_and_given_back(run: Any, file: Path, tmp_path: Path) -> None:
    assert "Besluit college Enschede" in run("register", file).out
    second, first = run("register", file, "--json").json
    assert (first["id"], second["voor"], first["stand"], first["verschillen"]) == (1, "Losser", "actueel", [])
    written = tmp_path / "brieven" / first["bestandsnaam"]
    assert hashlib.sha256(written.read_bytes()).hexdigest() == first["sha256"]
    answer = run("register", "haal", file, "1", "--naar", tmp_path / "terug")
    assert answer.code == 0 and (tmp_path / "terug" / written.name).read_bytes() == written.read_bytes()
    assert run("register", "haal", file, "1", "--naar", tmp_path / "terug").code == 1
    answer = run("register", "haal", file, "99", "--naar", tmp_path / "terug")
    assert (answer.code, answer.err) == (1, "Document 99 staat niet in het register; kijk welke er zijn.\n")


def test_the_list_shows_what_is_public(run: Any, file: Path, tmp_path: Path) -> None:
    made = ("documenten", file, "--herverdeling", "HV-2023-II-01", "--datum", "2023-07-03", "--soort", "besluit")
    assert run(*made, "--naar", tmp_path / "woo", "--woo").code == 0
    head, *rows = [line for line in run("register", file).out.splitlines() if line.strip()]
    assert "Openbare versie" in head
    place = head.index("Openbare versie")
    assert sorted(row[place:].split()[0] for row in rows if "Besluit" in row) == ["ja", "ja", "nee", "nee"]


def test_what_is_out_of_date_is_told_until_it_is_made_again(run: Any, file: Path, tmp_path: Path) -> None:
    assert "Er is niets verouderd." in run("register", file, "--verouderd").out
    run("herverdeling", "voorleggen", file, "HV-2023-II-01", "--datum", "2023-06-06")
    run("herverdeling", "besluit", file, "HV-2023-II-01", "--gemeente", "Losser", "--datum", "2023-06-20")
    (old,) = run("register", file, "--verouderd", "--json").json
    assert old["voor"] == "Losser" and any("20 juni 2023" in each["nu"] for each in old["verschillen"])
    made = ("documenten", file, "--herverdeling", "HV-2023-II-01", "--naar", tmp_path / "brieven")
    run(*made, "--soort", "besluit", "--datum", "2023-07-03", "--overschrijven")
    assert not run("register", file, "--verouderd", "--json").json
    known = run("register", file, "--herverdeling", "HV-2023-II-01", "--json").json
    assert [(each["voor"], each["stand"], each["vervangen"]) for each in known] == [
        ("Losser", "actueel", False),
        ("Losser", "verouderd", True),
        ("Enschede", "actueel", False),
    ]


def test_everything_is_made_again_beside_the_old_one(run: Any, file: Path, tmp_path: Path) -> None:
    made = ("documenten", file, "--herverdeling", "HV-2023-II-01", "--datum", "2023-07-03", "--soort", "besluit")
    assert run(*made, "--naar", tmp_path / "woo", "--woo", "--dossier", "--zip", "--eml", "--docx").code == 0
    before = run("register", file, "--json").json
    run("herverdeling", "voorleggen", file, "HV-2023-II-01", "--datum", "2023-06-06")
    run("herverdeling", "besluit", file, "HV-2023-II-01", "--gemeente", "Losser", "--datum", "2023-06-20")
    old = [each for each in run("register", file, "--verouderd", "--json").json if each["voor"] != "Enschede"]
    assert {each["vorm"] for each in old} == {"pdf", "docx", "zip", "eml"}
    for each in old:
        answer = run("register", "opnieuw", file, str(each["id"]), "--naar", tmp_path / "nu")
        assert answer.code == 0, answer.err
        assert (tmp_path / "nu" / each["bestandsnaam"]).is_file()
    known = run("register", file, "--json").json
    assert len(known) == len(before) + len(old)
    new = known[: len(old)]
    assert {(each["bestandsnaam"], each["openbaar"], each["stand"]) for each in new} == {
        (each["bestandsnaam"], each["openbaar"], "actueel") for each in old
    }
    again = run("register", "opnieuw", file, str(old[0]["id"]), "--naar", tmp_path / "nu")
    assert again.code == 1 and "staat al" in again.err
    assert run("register", "opnieuw", file, "99", "--naar", tmp_path / "nu").code == 1


def test_the_help_names_both(run: Any, tmp_path: Path) -> None:
    assert {"haal", "opnieuw"} <= set(run("register", "--help").out.split())
    assert "vervangen" in run("register", "lijst", "--help").out
    assert run("register", tmp_path / "weg.regietafel").code == 1
