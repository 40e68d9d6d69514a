"""What “importeer taakstelling” says beside the figures, and with which code it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from regietafel.paths import resource

BIJLAGE_A = resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv")
P = ("--periode", "2023-II")


@pytest.fixture
def lees(run: Any, nieuw: Path) -> Any:
    """Read in a file; gives the exit code, what is printed, and what is said to stderr."""

    def call(bron: Path | str, *options: str) -> tuple[int, str, list[str]]:
        answer = run("importeer", "taakstelling", nieuw, bron, *P, *options)
        return answer.code, answer.out, answer.err.splitlines()

    return call


@pytest.fixture
def lijst(tmp_path: Path) -> Any:
    def write(*rows: str) -> Path:
        path = tmp_path / "lijst.csv"
        path.write_text("\n".join(["Gemeente;Taakstelling", *rows]), encoding="utf-8")
        return path

    return write


def test_an_incomplete_file_is_said_and_written(lees: Any, lijst: Any) -> None:
    code, out, said = lees(lijst("Borne;38", "Enschede;248", "Totaal;300"), "--landelijk", "27300")
    assert code == 0 and "Ingelezen als versie van" in out
    assert said == [
        "De rijen tellen op tot 286; het rekenblad noemt 300 (verschil −14).",
        "Zonder rij in het rekenblad: Almelo, Dinkelland, Haaksbergen, Hellendoorn, Hengelo, Hof van Twente, Losser,"
        " Oldenzaal en nog 4.",
    ]


def test_remarks_add_no_keys(lees: Any, lijst: Any) -> None:
    code, out, said = lees(lijst("Borne;38"), "--json")
    assert code == 0 and len(said) == 1 and said[0].startswith("Zonder rij")
    assert [line.split('"')[1] for line in out.splitlines() if line.startswith('  "')] == [
        "gelezen",
        "overgenomen",
        "problemen",
        "geschreven",
    ]


def test_the_real_bijlage_gives_no_remarks_but_the_national_number_can_differ(lees: Any) -> None:
    assert lees(BIJLAGE_A, "--landelijk", "27300", "--json")[2] == []
    assert lees(BIJLAGE_A, "--landelijk", "27400", "--json")[2] == [
        "De rijen tellen op tot 27.300; landelijk is opgegeven 27.400 (verschil −100)."
    ]


def test_all_equal_is_well(lees: Any, lijst: Any) -> None:
    path = lijst("Borne;38", "Enschede;248")
    assert lees(path)[0] == 0
    code, out, _said = lees(path)
    assert code == 0 and "Er viel niets te wijzigen." in out


@pytest.mark.parametrize("options", [(), ("--json",), ("--droog",)])
def test_a_row_that_was_not_taken_over_is_told_by_the_exit_code(
    lees: Any, lijst: Any, options: tuple[str, ...]
) -> None:
    code, out, said = lees(lijst("Borne;38", "Enschde;248", "Losser;veel"), *options)
    assert code == 1 and out
    sentence = "2 rijen zijn niet overgenomen: herstel de problemen, of neem de voorstellen over met --akkoord."
    assert (said[-1], said.count(sentence)) == (sentence, 1)
    assert lees(lijst("Borne;38", "Hatterij;9"), *options)[0] == 0  # Hattem is not of this file


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (("Enschde;248",), "Er is niets overgenomen: herstel de problemen, of neem de voorstellen over met --akkoord."),
        (("Borne;veel",), "Er is niets overgenomen: herstel de problemen, of neem de voorstellen over met --akkoord."),
        (("Goes;9",), "Er is niets overgenomen: in lijst.csv staat geen gemeente van dit bestand."),
        ((), "Er is niets overgenomen: in lijst.csv staat geen gemeente van dit bestand."),
    ],
)
def test_nothing_taken_over_is_a_failure(
    lees: Any, lijst: Any, nieuw: Path, rows: tuple[str, ...], sentence: str
) -> None:
    before = nieuw.read_bytes()
    for options in ((), ("--json",), ("--droog",), ("--droog", "--json")):
        code, out, said = lees(lijst(*rows), *options)
        assert (code, said[-1], said.count(sentence)) == (1, sentence, 1)
        assert out.startswith("{") is ("--json" in options)
    assert nieuw.read_bytes() == before


def test_another_period_is_refused(lees: Any, lijst: Any, tmp_path: Path) -> None:
    path = lijst("Borne;38").rename(tmp_path / "taakstelling 2022-I.csv")
    code, out, said = lees(path)
    assert (code, out, len(said)) == (1, "", 1)
    assert "staat de taakstelling van 2022-I" in said[0] and "niet van 2023-II" in said[0]


@pytest.mark.parametrize(
    ("bron", "sentence"),
    [(".", ". is een map."), ("/dev/zero", "zero is geen gewoon bestand.")],
)
def test_what_is_no_file_gets_one_sentence(lees: Any, bron: str, sentence: str) -> None:
    code, out, said = lees(bron)
    assert (code, out, len(said)) == (1, "", 1)
    assert said[0].startswith(sentence)


def test_a_device_does_not_hang_the_real_command(nieuw: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "regietafel", "importeer", "taakstelling", str(nieuw), "/dev/zero", *P],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "geen gewoon bestand" in done.stderr
