"""The commands about annexes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.core.documents.bundels import letter, png

HV = ("--herverdeling", "HV-2023-II-01")


@pytest.fixture
def file(run: Any, voorbeeld: Path) -> Path:
    """The example, with one herverdeling."""
    assert (
        run("herverdeling", "nieuw", voorbeeld, "--periode", "2023-II", "--overdracht", "Enschede>Borne:10").code == 0
    )
    return voorbeeld


@pytest.fixture
def kaart(tmp_path: Path) -> Path:
    path = tmp_path / "De kaart.png"
    path.write_bytes(png())
    return path


def test_add_list_change_save_and_remove(run: Any, file: Path, kaart: Path, tmp_path: Path) -> None:
    made = run("bijlage", "toevoegen", file, kaart, *HV, "--json")
    assert made.code == 0, made.err
    assert "mensen staan die gehuisvest worden" in made.err
    expected = {"id": 3, "titel": "De kaart", "bestandsnaam": "De kaart.png", "openbaar": False}
    assert made.json == {**expected, "meldingen": []}
    assert run("bijlage", "lijst", file, *HV, "--json").json == [expected]
    assert "De kaart.png" in run("bijlage", "lijst", file, *HV).out

    changed = run("bijlage", "wijzig", file, "3", *HV, "--titel", "Kaart van Twente", "--openbaar", "--json")
    assert changed.json == {**expected, "titel": "Kaart van Twente", "openbaar": True}

    saved = run("bijlage", "bewaar", file, "3", *HV, "--naar", tmp_path / "kopie.png")
    assert saved.code == 0
    assert (tmp_path / "kopie.png").read_bytes() == png()
    assert run("bijlage", "bewaar", file, "3", *HV, "--naar", tmp_path / "kopie.png").code == 1

    assert run("bijlage", "verwijder", file, "3", *HV).code == 0
    assert run("bijlage", "lijst", file, *HV, "--json").json == []
    assert "Er zijn geen bijlagen" in run("bijlage", "lijst", file, *HV).out


def test_what_is_refused_changes_nothing(run: Any, file: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "nota.docx"
    wrong.write_bytes(letter("Brief"))
    answer = run("bijlage", "toevoegen", file, wrong, *HV)
    assert answer.code == 1
    assert "geen leesbaar docx-bestand" in answer.err
    assert run("bijlage", "toevoegen", file, tmp_path / "weg.pdf", *HV).code == 1
    assert run("bijlage", "toevoegen", file, wrong, "--herverdeling", "HV-2099-I-01").code == 1
    assert run("bijlage", "wijzig", file, "7", *HV, "--titel", "x").code == 1
    assert run("bijlage", "verwijder", file, "7", *HV).code == 1
    assert run("bijlage", "wijzig", file, "7", *HV).code == 2
    assert run("bijlage", "lijst", file, *HV, "--json").json == []


def test_with_a_point_of_a_meeting(run: Any, file: Path, kaart: Path, tmp_path: Path) -> None:
    september = ("--overleg", "4-9-2023")
    there = run("bijlage", "lijst", file, *september, "--json").json
    made = run("bijlage", "toevoegen", file, kaart, *september, "--punt", "2.1", "--titel", "Kaart", "--json")
    assert made.code == 0, made.err
    assert [each["titel"] for each in run("bijlage", "lijst", file, *september, "--punt", "2.1", "--json").json] == [
        "Kaart"
    ]
    assert len(run("bijlage", "lijst", file, *september, "--json").json) == len(there) + 1
    assert run("bijlage", "lijst", file, *HV, "--json").json == []
    id = str(made.json["id"])
    assert run("bijlage", "wijzig", file, id, *HV, "--openbaar").code == 1  # it is of a meeting
    assert run("bijlage", "wijzig", file, id, *september, "--openbaar", "--json").json["openbaar"]
    assert run("bijlage", "bewaar", file, id, *september, "--naar", tmp_path / "kopie.png").code == 0
    assert (tmp_path / "kopie.png").read_bytes() == png()
    assert run("bijlage", "verwijder", file, id, *september).code == 0
    assert run("bijlage", "lijst", file, *september, "--json").json == there
    assert run("bijlage", "toevoegen", file, kaart, *september).code == 2  # at which point
    assert run("bijlage", "toevoegen", file, kaart, *september, "--punt", "99").code == 1
    assert run("bijlage", "lijst", file, *september, *HV).code == 2
    assert run("bijlage", "lijst", file).code == 2
