"""Prognose, toezicht and termijnen on the command line: keys of JSON, exit codes, one sentence for a mistake."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.core.supply import take_out_projects

P = ("--periode", "2023-II")
REGEL = [
    "gm_code", "gemeente", "opgave", "realisatie", "peildatum", "schema", "verschil_met_schema", "tempo",
    "tempo_recent", "nodig_per_maand", "aanbod", "verwacht", "verwacht_saldo", "reeks", "uitleg",
]  # fmt: skip


@pytest.fixture
def twente(voorbeeld: Path) -> Path:
    take_out_projects(voorbeeld)
    return voorbeeld


def test_prognose_as_json(done: Any, twente: Path) -> None:
    done("boek", "realisatie", twente, *P, "--gemeente", "Borne", "--peildatum", "2023-09-01", "--aantal", "13")
    view = done("prognose", twente, *P, "--op", "20-09-2023", "--json").json
    assert list(view) == ["periode", "op", "gemeenten", "totaal"]
    assert (view["periode"], view["op"]) == ("2023-II", "2023-09-20")
    assert len(view["gemeenten"]) == 14 and list(view["totaal"]) == list(view["gemeenten"][0]) == REGEL
    borne = view["gemeenten"][1]
    assert [borne[key] for key in REGEL[1:14]] == [
        "Borne", 38, 13, "2023-09-01", 13, 0, 6.5, None, 6.3, 0, 39, -1, None,
    ]  # fmt: skip
    assert "De realisatie is 13: op schema." in borne["uitleg"]
    assert (view["totaal"]["opgave"], view["totaal"]["verwacht"]) == (985, None)


def test_prognose_for_a_person(done: Any, twente: Path) -> None:
    done("boek", "realisatie", twente, *P, "--gemeente", "Borne", "--peildatum", "2023-09-01", "--aantal", "13")
    short, long = done("prognose", twente, *P, "--op", "2023-09-20").out, done("prognose", twente, *P, "--uitleg").out
    assert "6,5" in short and "Tempo: 13" not in short and "Tempo: 13 in 2 maanden is 6,5 per maand." in long


def test_no_heading_above_nothing(done: Any, twente: Path, tmp_path: Path) -> None:
    assert "\nTotaal\n  Van 14 van de 14 gemeenten" in done("prognose", twente, *P).out
    rows = [f"{row['gemeente']};9" for row in done("stand", twente, *P, "--json").json["gemeenten"]]
    (tmp_path / "r.csv").write_text("\n".join(["Gemeente;Realisatie", *rows]))
    done("importeer", "realisatie", twente, tmp_path / "r.csv", *P, "--peildatum", "2023-09-01")
    said = done("prognose", twente, *P, "--op", "2023-09-20").out
    assert said.rstrip().splitlines()[-1].startswith("Totaal ")


def test_what_the_provincie_found(done: Any, twente: Path) -> None:
    about = (twente, *P, "--gemeente", "Borne", "--datum", "2023-10-01")
    done("toezicht", "leg-vast", *about, "--trede", "2", "--verschoonbaar", "--reden", "te weinig koppelingen")
    view = done("toezicht", twente, *P, "--op", "2023-11-01", "--json").json
    assert list(view) == ["periode", "op", "gemeenten"]
    borne, almelo = view["gemeenten"][1], view["gemeenten"][0]
    assert (borne["trede"], borne["kleur"], borne["sinds"], borne["verschoonbaar"]) == (
        "ambtelijk gesprek",
        "oranje",
        "2023-10-01",
        True,
    )
    assert (almelo["trede"], almelo["verschoonbaar"]) == ("", None)
    assert done("toezicht", "toon", twente, *P, "--op", "2023-11-01", "--json").json == view
    assert "Ambtelijk gesprek sinds 01-10-2023." in done("toezicht", *P, twente).out
    (only,) = done("toezicht", "oordelen", twente, "--gemeente", "Borne", "--json").json
    assert (only["periode"], only["datum"], only["reden"]) == ("2023-II", "2023-10-01", "te weinig koppelingen")
    assert "ambtelijk gesprek" in done("toezicht", "oordelen", twente).out
    done("toezicht", "wis", *about)
    assert done("toezicht", "oordelen", twente).out == "Er zijn nog geen oordelen.\n"


def test_the_steps_of_a_ladder(done: Any, twente: Path) -> None:
    done("toezicht", "trede", twente, "--zet", "provincie=Drenthe", "--zet", "volgorde=1", "--zet", "naam=volgen")
    (drenthe,) = done("toezicht", "treden", twente, "--provincie", "Drenthe", "--json").json
    assert (drenthe["naam"], drenthe["volgorde"], drenthe["geldig_vanaf"]) == ("volgen", 1, None)
    done("toezicht", "trede", twente, drenthe["id"], "--zet", "kleur=groen", "--zet", "geldig_tot=1-1-2024")
    before = done("toezicht", "treden", twente, "--provincie", "Drenthe", "--op", "2024-01-01", "--json").json
    after = done("toezicht", "treden", twente, "--provincie", "Drenthe", "--op", "2024-01-02", "--json").json
    assert [each["kleur"] for each in before] == ["groen"] and len(after) == 6
    done("toezicht", "trede", twente, drenthe["id"], "--verwijder")
    assert (
        "volgen" not in done("toezicht", "treden", twente).out and "monitoren" in done("toezicht", "treden", twente).out
    )


def test_the_days_of_the_year(done: Any, twente: Path) -> None:
    rows = done("termijnen", twente, "--op", "2026-12-30", "--json").json
    assert list(rows[0]) == ["id", "datum", "dagen", "omschrijving", "bron", "herverdeling", "stap"]
    assert (rows[0]["datum"], rows[0]["dagen"]) == ("2026-12-31", 1)
    assert "01-02-2027" in done("termijnen", twente, "--op", "2026-12-30").out
    done("termijn", twente, "--zet", "omschrijving=Brief", "--zet", "dag=30", "--zet", "maand=12")
    brief = done("termijnen", twente, "--op", "2026-12-30", "--json").json[0]
    assert (brief["omschrijving"], brief["dagen"]) == ("Brief", 0)
    done("termijn", twente, brief["id"], "--zet", "dag=29")
    assert done("termijnen", twente, "--op", "2026-12-30", "--json").json[-1]["datum"] == "2027-12-29"
    done("termijn", twente, brief["id"], "--verwijder")
    assert "Brief" not in done("termijnen", twente).out


def test_what_ships_is_filled_in_where_it_is_missing(done: Any, twente: Path) -> None:
    assert (
        done("aanvullen", twente).out.strip()
        == "0 adressaten, 0 herindelingen, 0 treden, 0 termijnen, 0 procestermijnen,"
        " 0 normen, 0 zekerheden, 0 regelingen, 0 schoolvakanties"
    )
    first = done("termijnen", twente, "--json").json[0]
    done("termijn", twente, first["id"], "--verwijder")
    added = done("aanvullen", twente, "--json").json
    assert {wat: aantal for wat, aantal in added.items() if aantal} == {"termijnen": 1}
    assert first["omschrijving"] in done("termijnen", twente).out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("toezicht", "leg-vast", "BESTAND", *P, "--gemeente", "Borne", "--datum", "2023-10-01", "--trede", "blauw"),
         "“blauw” is geen trede voor Borne; kies uit: monitoren, ambtelijk gesprek, bestuurlijk gesprek."),
        (("toezicht", "leg-vast", "BESTAND", *P, "--gemeente", "Borne", "--datum", "2023-10-01", "--trede", "1",
          "--verschoonbaar"), "Schrijf waarom de achterstand verschoonbaar is."),
        (("toezicht", "leg-vast", "BESTAND", *P, "--gemeente", "Born", "--datum", "2023-10-01", "--trede", "1"),
         "Bedoelt u Borne?"),
        (("toezicht", "wis", "BESTAND", *P, "--gemeente", "Borne", "--datum", "2023-10-01"), "is geen oordeel van"),
        (("toezicht", "trede", "BESTAND", "--zet", "naam=x"), "Geef ook: volgorde."),
        (("toezicht", "trede", "BESTAND", "99", "--verwijder"), "Er is geen trede 99."),
        (("termijn", "BESTAND", "--zet", "omschrijving=x"), "Geef ook: dag, maand."),
        (("termijn", "BESTAND", "1", "--zet", "dag=32"), "geen dag van het jaar"),
        (("toezicht", "elders.regietafel", *P), "elders.regietafel"),
    ],
)  # fmt: skip
def test_mistakes_are_one_sentence(refused: Any, twente: Path, arguments: tuple[str, ...], sentence: str) -> None:
    assert sentence in refused(*(twente if each == "BESTAND" else each for each in arguments))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("prognose", "BESTAND"), "Er ontbreekt iets: --periode."),
        (("prognose", "BESTAND", *P, "--op", "31-02-2023"), "--op: “31-02-2023” is geen datum"),
        (("termijn", "BESTAND"), "Geef --zet veld=waarde, of een ID met --verwijder."),
        (("termijn", "BESTAND", "--verwijder"), "Geef --zet veld=waarde, of een ID met --verwijder."),
        (("toezicht", "trede", "BESTAND", "1", "--zet", "kleur"), "schrijf veld=waarde"),
        (("toezicht", "trede", "BESTAND", "--verwijder"), "Geef --zet veld=waarde, of een ID met --verwijder."),
        (
            ("toezicht", "leg-vats", "BESTAND"),
            "De opdracht “leg-vats” bestaat niet; kies uit: toon, oordelen, leg-vast",
        ),
    ],
)
def test_wrong_usage_is_said_in_dutch(refused: Any, twente: Path, arguments: tuple[str, ...], sentence: str) -> None:
    assert sentence in refused(*(twente if each == "BESTAND" else each for each in arguments), code=2)
