"""“overleg verwerk”: every line is taken or questioned, or nothing is recorded and the line comes back whole."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.domain.record import MAX_TEXT

DAY = ("--overleg", "2023-06-05")
DATES = (
    "voor 1 september",
    "voor 1 september 2023",
    "uiterlijk 1-9-2023",
    "vóór 01/09/2023",
    "per 2023-09-01",
    "op 1 sep",
    "tot 1 sept. 2023",
    "deadline: 1-9",
    "(1 september)",
    "over 12 weken en een dag",
)


@pytest.fixture
def file(done: Any, nieuw: Path) -> Path:
    """Twente with one meeting on 5 June 2023, of seven points."""
    done("overleg", "reeks", "nieuw", nieuw, "--zet", "naam=Tafel", "--zet", "soort=regietafel")
    done("overleg", "nieuw", nieuw, "5-6-2023")
    done("overleg", "punt", "nieuw", nieuw, *DAY, "--zet", "titel=Flexwonen")
    return nieuw


@pytest.fixture
def take(run: Any, file: Path, typed: Any) -> Any:
    def call(text: str | bytes, *rest: str) -> Any:
        typed(text)
        return run("overleg", "verwerk", file, *DAY, *rest, "--json")

    return call


def rows(run: Any, file: Path) -> list[Any]:
    return run("overleg", "toon", file, *DAY, "--json").json["lijst"]  # type: ignore[no-any-return]


def test_what_is_doubtful_is_recorded_and_asked(run: Any, file: Path, take: Any) -> None:
    said = take("A Enschde: locaties zoeken, voor 1-9-2023\nB\nzomaar iets\nA Borne: bellen\nK goed\n")
    assert (said.code, said.err) == (
        1,
        "Bij 4 regels staat een vraag; verbeter ze met “regietafel overleg regel wijzig”.\n",
    )
    assert [bool(each["vraag"]) for each in said.json] == [True, True, True, True, False]
    assert {each["gedaan"] for each in said.json} == {"vastgelegd"}
    found = rows(run, file)
    assert [each["tekst"] for each in found] == ["locaties zoeken", "B", "zomaar iets", "bellen", "goed"]
    assert [each["invoer"] for each in found][1:3] == ["B", "zomaar iets"]
    assert "Bedoelt u Enschede?" in found[0]["vraag"]
    sure = ("--zet", "vraag=", "--gemeente", "Enschede")
    assert run("overleg", "regel", "wijzig", file, str(found[0]["id"]), *sure, "--json").json["houders"] == ["Enschede"]


def test_the_same_lines_again_are_not_recorded_twice(run: Any, file: Path, take: Any) -> None:
    text = "B akkoord\nB akkoord\n2\nB akkoord\nA Borne: bellen\n"
    assert take(text).code == 1
    assert len(rows(run, file)) == 4
    again = take(text)
    assert (again.code, [each["gedaan"] for each in again.json]) == (0, ["stond_er_al", "stond_er_al", "punt",
        "stond_er_al", "stond_er_al"])  # fmt: skip
    assert [each["gedaan"] for each in take("B akkoord\nB akkoord\nB akkoord").json].count("vastgelegd") == 1
    assert len(rows(run, file)) == 5


def test_which_point(run: Any, file: Path, take: Any) -> None:
    text = "\n".join(
        (
            "B voor elk punt",
            "2",
            "B a",
            "3.",
            "B b",
            "# 4",
            "B c",
            "  Punt 5:",
            "B d",
            "agendapunt 6",
            "B e",
            "1. Opening en vaststellen agenda",
            "B f",
            "2 locaties erbij",
            "10:00 begonnen",
        )
    )
    said = take(text, "--punt", "7")
    assert [(each["punt_nummer"], each["invoer"]) for each in said.json if each["gedaan"] == "vastgelegd"] == [
        ("7", "B voor elk punt"),
        ("2", "B a"),
        ("3", "B b"),
        ("4", "B c"),
        ("5", "B d"),
        ("6", "B e"),
        ("1", "B f"),
        ("1", "2 locaties erbij"),
        ("1", "10:00 begonnen"),
    ]
    shown = run("overleg", "toon", file, *DAY, "--json").json["agenda"]
    assert all(each["besproken"] for each in shown)


def test_never_half(run: Any, file: Path, take: Any) -> None:
    long = "B " + "x" * MAX_TEXT
    before = file.read_bytes()
    said = take(f"B goed\n{long}\n9\nK ook goed\n")
    assert said.code == 1
    assert [each["gedaan"] for each in said.json] == [
        "niet_vastgelegd",
        "geweigerd",
        "geweigerd",
        "niet_vastgelegd",
    ]
    assert said.json[1]["invoer"] == long and "Regel 2:" in said.err and "Regel 3: punt 9" in said.err
    assert rows(run, file) == [] and file.read_bytes() == before
    assert take("B goed", "--punt", "9").code == 1
    assert take("A Borne: " + "x" * 5_000 + ", voor 1 september").code == 0
    assert len(rows(run, file)[0]["tekst"]) == 5_000


@pytest.mark.parametrize("when", DATES)
def test_a_day_in_ten_spellings(take: Any, when: str) -> None:
    (said,) = take(f"A Borne: bellen, {when}").json
    assert said["voor"] == ("2023-08-29" if "weken" in when else "2023-09-01") or said["vraag"], said
    assert said["houders"] == ["Borne"]


@pytest.mark.parametrize(
    "data",
    [
        "\ufeffB café €".encode(),
        "B café €".encode("utf-16"),
        "B café €".encode("utf-16-le"),
        "B café €".encode("cp1252"),
        b"B caf\xc3\xa9 \xe2\x82\xac\r",
    ],
)
def test_the_encodings_that_programs_write(take: Any, data: bytes) -> None:
    (said,) = take(data).json
    assert (said["soort"], said["tekst"]) == ("besluit", "café €")


@settings(max_examples=30)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_nothing_typed_is_dropped(run: Any, file: Path, take: Any, text: str) -> None:
    """Each line that is not blank is told of; what was recorded is in the list, under its own number."""
    said = take(text)
    lines = [line for line in re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")) if line.strip()]
    assert [each["invoer"] for each in said.json] == lines
    there = {each["id"]: each["invoer"] for each in rows(run, file)}
    recorded = [each for each in said.json if each["gedaan"] == "vastgelegd"]
    assert {each["id"] for each in recorded} <= there.keys()
    refused = any(each["gedaan"] == "geweigerd" for each in said.json)
    assert said.code == int(refused or any(each["vraag"] for each in said.json))
    assert not (refused and recorded)


def test_nothing_typed(run: Any, file: Path, take: Any) -> None:
    assert take(" \n\n").json == []
    assert rows(run, file) == []
