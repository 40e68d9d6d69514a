"""The command that makes the documents of a herverdeling."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.core.documents.conftest import P


@pytest.fixture
def file(run: Any, tmp_path: Path) -> Path:
    """The example, with one herverdeling."""
    path = tmp_path / "twente.regietafel"
    assert run("voorbeeld", path).code == 0
    made = run("herverdeling", "nieuw", path, "--periode", str(P), "--overdracht", "Enschede>Losser:1", "--json")
    path.with_suffix(".kenmerk").write_text(made.json["kenmerk"])
    return path


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
