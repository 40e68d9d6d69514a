"""Proposals and limits on the command line: keys of JSON, exit codes, one sentence for a mistake."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.core.supply import take_out_projects

P = ("--periode", "2023-II")
OP = ("--op", "2023-09-20")
COUNTS = "Gemeente;Realisatie\nAlmelo;60\nBorne;5\nEnschede;70\nHengelo;40\nWierden;20\n"


@pytest.fixture
def twente(done: Any, voorbeeld: Path) -> Path:
    take_out_projects(voorbeeld)
    counts = voorbeeld.with_name("r.csv")
    counts.write_text(COUNTS)
    done("importeer", "realisatie", voorbeeld, counts, *P, "--peildatum", "2023-09-01")
    return voorbeeld


def test_a_proposal_as_json(done: Any, twente: Path) -> None:
    view = done("voorstel", twente, *P, *OP, "--grens", "Wierden:overnemen<=5", "--json").json
    assert list(view) == [
        "periode", "op", "tekort", "overschot", "alternatieven", "blokkades", "buiten", "opmerkingen", "afgebroken",
    ]  # fmt: skip
    assert (view["periode"], view["op"], view["tekort"], view["overschot"]) == ("2023-II", "2023-09-20", 67, 88)
    best = view["alternatieven"][0]
    assert list(best) == [
        "overdrachten", "opgelost", "rest", "aantal_overdrachten", "bewezen", "ondergrens", "geheel_bewezen",
        "kenschets",
    ]  # fmt: skip
    assert (best["opgelost"], best["rest"], best["bewezen"]) == (67, 0, True)
    assert best["aantal_overdrachten"] == best["ondergrens"] == len(best["overdrachten"]) == 3
    assert [list(row) for row in best["overdrachten"]] == [["van", "naar", "aantal", "waarom", "buren"]] * 3
    assert {(row["van"], row["naar"], row["aantal"]) for row in best["overdrachten"]} == {
        ("Enschede", "Almelo", 38), ("Borne", "Almelo", 23), ("Hengelo", "Almelo", 6),
    }  # fmt: skip
    assert "verwachte achterstand van 23" in next(
        row["waarom"] for row in best["overdrachten"] if row["van"] == "Borne"
    )
    assert len(view["buiten"]) == 9 and view["buiten"][0] == {
        "gemeente": "Dinkelland", "reden": "De realisatie is onbekend.",
    }  # fmt: skip
    assert view["blokkades"] == [] and view["afgebroken"] is False


def test_what_blocks_as_json(done: Any, twente: Path) -> None:
    limits = (
        "--grens",
        "Almelo:overnemen<=10",
        "--grens",
        "Hengelo:minimaal 2",
        "--grens",
        "Wierden:niet overnemen",
    )
    view = done("voorstel", twente, *P, *OP, *limits, "--alternatieven", "1", "--json").json
    assert view["alternatieven"][0]["opgelost"] == 10 and view["alternatieven"][0]["rest"] == 57
    assert [list(each) for each in view["blokkades"]] == [["grens", "effect", "zin"]] * len(view["blokkades"])
    first = view["blokkades"][0]
    assert (first["grens"], first["effect"]) == ("Almelo:overnemen<=10", 57)
    assert first["zin"] == "Als Almelo er 67 wil overnemen in plaats van 10, kunnen er 57 meer worden overgedragen."
    # Doing what the sentence says gives what it says.
    more = ("--grens", "Almelo:overnemen<=67", *limits[2:])
    after = done("voorstel", twente, *P, *OP, *more, "--json").json
    assert after["alternatieven"][0]["opgelost"] == 10 + 57


def test_a_proposal_for_a_person(done: Any, twente: Path) -> None:
    said = done("voorstel", twente, *P, *OP, "--grens", "Almelo:overnemen<=10").out
    assert said.startswith("Voorstel voor 2023-II, stand van 20-09-2023\nVerwachte achterstand 67")
    for text in ("Alternatief 1. Het beste voorstel", "Almelo:overnemen<=10", "Het kan niet met minder overdrachten.",
                 "Doen niet mee", "omdat Borne een verwachte achterstand van 23 heeft"):  # fmt: skip
        assert text in said


def test_limits_are_kept_in_the_file(done: Any, twente: Path) -> None:
    assert done("grens", twente, *P).out == "Er zijn geen grenzen vastgelegd.\n"
    done("grens", twente, *P, "--gemeente", "Almelo", "--zet", "max_overnemen=0", "--zet", "toelichting=te druk")
    done("grens", twente, *P, "--gemeente", "Borne", "--zet", "partners=Hengelo, Almelo", "--zet", "minimum=5")
    done("grens", twente, *P, "--gemeente", "Borne", "--zet", "max_afstaan=20")
    rows = done("grens", twente, *P, "--json").json
    assert rows == [
        {"gemeente": "Almelo", "max_afstaan": None, "max_overnemen": 0, "partners": "", "minimum": None,
         "toelichting": "te druk"},
        {"gemeente": "Borne", "max_afstaan": 20, "max_overnemen": None, "partners": "Almelo, Hengelo", "minimum": 5,
         "toelichting": ""},
    ]  # fmt: skip
    assert "Almelo, Hengelo" in done("grens", twente, *P, "--gemeente", "Borne").out
    view = done("voorstel", twente, *P, *OP, "--json").json
    assert all(row["naar"] != "Almelo" for each in view["alternatieven"] for row in each["overdrachten"])
    done("grens", twente, *P, "--gemeente", "Almelo", "--verwijder")
    assert [row["gemeente"] for row in done("grens", twente, *P, "--json").json] == ["Borne"]
    assert "Grens van Almelo in 2023-II verwijderd" in done("logboek", twente).out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal of its own for one process")
def test_ctrl_c_gives_the_best_so_far(done: Any, tmp_path: Path) -> None:
    import pty  # not on Windows

    path = tmp_path / "brabant.regietafel"
    done("nieuw", path, "--provincie", "Noord-Brabant", "--tafel", "Regietafel Brabant")
    names = [row["gemeente"] for row in done("stand", path, *P, "--json").json["gemeenten"]]
    dice = random.Random(1)  # noqa: S311 - cases, no secrets
    taakstelling = [dice.randint(60, 200) for _naam in names]
    realisatie = [aantal // 3 + dice.randint(-10, 10) for aantal in taakstelling]
    for soort, aantallen, extra in (
        ("taakstelling", taakstelling, ("--landelijk", "27300")),
        ("realisatie", realisatie, ("--peildatum", "2023-09-01")),
    ):
        rows = [f"{naam};{aantal}" for naam, aantal in zip(names, aantallen, strict=True)]
        (tmp_path / "t.csv").write_text("\n".join([f"Gemeente;{soort.capitalize()}", *rows]))
        done("importeer", soort, path, tmp_path / "t.csv", *P, *extra)
    command = [sys.executable, "-m", "regietafel", "voorstel", str(path), *P, "--seconden", "60", "--json"]
    screen, terminal = pty.openpty()  # on a terminal it tells how far it is, so that is when it searches
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, text=True) as process:
        os.close(terminal)
        told = b""
        while told.count(b"\r") < 3:  # it listens to Ctrl+C from just after the first
            told += os.read(screen, 100)
        process.send_signal(signal.SIGINT)
        out, _err = process.communicate()
    os.close(screen)
    view = json.loads(out)
    assert process.returncode == 0 and view["afgebroken"] and view["alternatieven"][0]["opgelost"] > 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("voorstel", "BESTAND", "--periode", "2024-I"), "Van 2024-I is geen taakstelling bekend"),
        (("voorstel", "BESTAND", *P, *OP, "--grens", "Born:niet afstaan"), "Bedoelt u Borne?"),
        (("voorstel", "BESTAND", *P, *OP, "--grens", "Borne:nooit"), "is geen grens; schrijf bijvoorbeeld"),
        (("voorstel", "BESTAND", *P, "--op", "2023-07-01"), "lees eerst de realisatie in"),
        (("voorstel", "elders.regietafel", *P), "elders.regietafel"),
        (("grens", "BESTAND", *P, "--gemeente", "Borne", "--verwijder"), "Borne heeft in 2023-II geen grens."),
        (("grens", "BESTAND", *P, "--gemeente", "Borne", "--zet", "partners=Borne"), "niet met zichzelf ruilen"),
        (("grens", "BESTAND", *P, "--gemeente", "Borne", "--zet", "max_afstaan=veel"), "niet te lezen"),
        (("grens", "BESTAND", *P, "--gemeente", "Borne", "--zet", "minimum=0"), "minstens 1 persoon"),
    ],
)
def test_mistakes_are_one_sentence(refused: Any, twente: Path, arguments: tuple[str, ...], sentence: str) -> None:
    assert sentence in refused(*(twente if each == "BESTAND" else each for each in arguments))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("voorstel", "BESTAND"), "Er ontbreekt iets: --periode."),
        (("voorstel", "BESTAND", *P, "--alternatieven", "0"), "een aantal van 1 of meer"),
        (("grens", "BESTAND", *P, "--verwijder"), "Geef --gemeente met --zet"),
        (("grens", "BESTAND", *P, "--zet", "minimum=2"), "Geef --gemeente met --zet"),
        (("grens", "BESTAND", *P, "--gemeente", "Borne", "--zet", "kleur=blauw"), "schrijf veld=waarde"),
    ],
)
def test_wrong_usage_is_said_in_dutch(refused: Any, twente: Path, arguments: tuple[str, ...], sentence: str) -> None:
    assert sentence in refused(*(twente if each == "BESTAND" else each for each in arguments), code=2)
