"""The commands about scenario's, as someone types them."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from regietafel.actions.boekingen import record_realisatie
from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Realisatie
from regietafel.ledger import Ledger

P, OP = Periode(2023, 2), datetime.date(2023, 10, 1)
PERIODE, DAY = ("--periode", "2023-II"), ("--op", "2023-10-01")
BORNE = "Enschede>Borne:10"


@pytest.fixture
def file(twente: Ledger, tmp_path: Path) -> Path:
    for id, aantal in ((1, 57), (2, 29), (3, 100)):
        record_realisatie(twente, Realisatie(gemeente_id=id, periode=P, peildatum=OP, aantal=aantal))
    twente.save_copy(path := tmp_path / "twente.regietafel")
    return path


def test_from_new_to_concept(run: Any, file: Path) -> None:
    made = run(
        "scenario", "nieuw", file, "Klein", *PERIODE, "--overdracht", BORNE, "--waarom", "Borne loopt voor.", "--json"
    )
    assert made.code == 0
    assert made.json["overdrachten"] == [
        {"van": "Enschede", "naar": "Borne", "aantal": 10, "waarom": "Borne loopt voor."}
    ]
    changed = run("scenario", "wijzig", file, "klein", "--naam", "Groter", "--toelichting", "Voor de tafel.", "--json")
    assert (changed.json["naam"], changed.json["aantal"], changed.json["toelichting"]) == (
        "Groter",
        10,
        "Voor de tafel.",
    )
    assert run("scenario", "kopie", file, "Groter", "--json").json["naam"] == "Kopie van Groter"
    run("scenario", "wijzig", file, "Kopie van Groter", "--overdracht", "Enschede>Almelo:1", "--overdracht", BORNE)
    shown = run("scenario", "toon", file, "Groter", *DAY, "--json").json
    assert (shown["opgelost"], shown["rest"], shown["breuken"], shown["onbekend"]) == (10, 38, [], [])
    borne = next(each for each in shown["gemeenten"] if each["gemeente"] == "Borne")
    assert borne == {
        "gemeente": "Borne",
        "taakstelling": 38,
        "opgave": 38,
        "verwacht_saldo": -20,
        "na": {"wijziging": 10, "taakstelling": 48, "verwacht_saldo": -10, "per_1000": 2.0},
    }
    assert shown["totaal"]["na"]["wijziging"] == 0
    assert run("scenario", "concept", file, "Groter", "--json").json == {"kenmerken": ["HV-2023-II-01"]}
    agreed = run("herverdeling", "toon", file, "HV-2023-II-01", "--json").json
    assert agreed["toelichting"] == "Voor de tafel.\n\nBorne loopt voor."
    assert run("scenario", "verwijder", file, "Groter").code == 0
    assert [each["naam"] for each in run("scenario", "lijst", file, "--json").json] == ["Kopie van Groter"]


def test_side_by_side_each_scenario_says_what_it_solves(run: Any, file: Path) -> None:
    run("scenario", "nieuw", file, "Klein", *PERIODE, "--overdracht", BORNE)
    run("scenario", "nieuw", file, "Te veel", *PERIODE, "--overdracht", "Borne>Enschede:39")
    both = run("scenario", "vergelijk", file, *PERIODE, *DAY, "--json").json
    assert (both["periode"], both["op"], both["achterstand"], both["onbekend"]) == ("2023-II", "2023-10-01", 48, [])
    assert [(each["naam"], each["opgelost"], each["rest"]) for each in both["scenarios"]] == [
        ("Klein", 10, 38),
        ("Te veel", -39, 87),
    ]
    assert [bool(each["breuken"]) for each in both["scenarios"]] == [False, True]
    assert [each["wijziging"] for each in both["gemeenten"][1]["na"]] == [10, -39]
    said = run("scenario", "vergelijk", file, "Te veel", "Klein", *DAY).out
    assert said.index("A: Te veel") < said.index("B: Klein")
    assert "✕ Borne heeft in 2023-II een taakstelling van 38" in said and "A: saldo daarna" in said
    assert "1 overdracht, 10 personen; lost 10 op" in run("scenario", "toon", file, "Klein", *DAY).out
    listed = run("scenario", "lijst", file, *PERIODE, *DAY).out
    assert "✕ kan zo niet" in listed and "Enschede → Borne 10" in listed


def test_the_annex_is_a_pdf_that_is_not_replaced(run: Any, file: Path, tmp_path: Path) -> None:
    run("scenario", "nieuw", file, "Klein", *PERIODE, "--overdracht", BORNE)
    answer = run("scenario", "bijlage", file, *PERIODE, *DAY, "--naar", tmp_path / "uit")
    assert answer.code == 0 and Path(answer.out.strip()).read_bytes().startswith(b"%PDF")
    assert run("scenario", "bijlage", file, "Klein", "--naar", tmp_path / "uit").code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("nieuw", "Klein", *PERIODE, "--overdracht", "Enschede-Borne"), 1, "geen overdracht; schrijf"),
        (("nieuw", "Klein", *PERIODE, "--overdracht", BORNE, "--waarom", "a", "--waarom", "b"), 2, "vaker --waarom"),
        (("nieuw", "Klein", *PERIODE, "--overdracht", "Enschede>Zwolle:1"), 1, "“Zwolle” staat niet"),
        (("nieuw", " ", *PERIODE), 1, "Geef het scenario een naam"),
        (("toon", "Klein"), 1, "geen scenario “Klein” in dit bestand; wel: nog geen enkel"),
        (("concept", "Klein"), 1, "geen scenario"),
        (("vergelijk",), 2, "Noem de scenario's, of geef --periode"),
        (("vergelijk", *PERIODE), 1, "nog geen scenario's voor 2023-II"),
    ],
)
def test_mistakes_are_explained(run: Any, file: Path, arguments: tuple[str, ...], code: int, sentence: str) -> None:
    command, *rest = arguments
    answer = run("scenario", command, file, *rest)
    assert (answer.code, sentence in answer.err) == (code, True), answer.err


def test_without_a_scenario_or_a_line_it_says_so(run: Any, file: Path) -> None:
    assert "nog geen scenario's" in run("scenario", "lijst", file).out
    assert run("scenario", "lijst", file, "--json").json == []
    run("scenario", "nieuw", file, "Leeg", *PERIODE)
    assert run("scenario", "concept", file, "Leeg").code == 1
