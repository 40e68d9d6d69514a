"""`verdeel`, `inwoners` and `herindeling` on the command line: the printed bijlage A, exit codes, keys of JSON."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from regietafel.paths import resource

BIJLAGE_A = resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv")
KEYS = ["methode", "totaal", "deler", "gemeenten", "som"]
EILANDEN = "Ameland,Schiermonnikoog,Terschelling,Vlieland>Leeuwarden"


@pytest.fixture
def table(tmp_path: Path) -> Any:
    def write(text: str) -> Path:
        path = tmp_path / "inwoners.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def printed() -> list[dict[str, str]]:
    with BIJLAGE_A.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def of_bijlage_a(*options: str) -> tuple[str | Path, ...]:
    return ("verdeel", "--totaal", "27300", "--inwoners", BIJLAGE_A, *options, "--json")


@pytest.mark.parametrize("samen", ["wadden", EILANDEN])
def test_bijlage_a_comes_out_in_all_342_rows_and_both_columns(run: Any, samen: str) -> None:
    answer = run(*of_bijlage_a("--amv", "2000", "--samen", samen))
    assert (answer.code, answer.err) == (0, "")
    outcome = answer.json
    assert list(outcome) == KEYS
    assert (outcome["methode"], outcome["totaal"], outcome["deler"], outcome["som"]) == (
        "adams",
        27_300,
        648.34,
        27_300,
    )
    assert outcome["gemeenten"] == [
        {
            "gemeente": row["gemeente"],
            "inwoners": int(row["inwoners_2022-01-01"]),
            "taakstelling": int(row["taakstelling_2023-II"]),
            "amv": int(row["waarvan_amv"]),
        }
        for row in printed()
    ]


def test_the_literal_law_adds_up_to_27475(run: Any) -> None:
    outcome = run(*of_bijlage_a("--methode", "wet")).json
    assert outcome["som"] == 27_475 and outcome["totaal"] == 27_300
    assert outcome["deler"] is None and {each["amv"] for each in outcome["gemeenten"]} == {None}


def test_of_two_years_the_period_says_which_counts(run: Any) -> None:
    bron = Path(__file__).parents[1] / "data" / "gemeenten_2023.csv"
    asked = ("verdeel", "--totaal", "27300", "--inwoners", bron, "--methode", "wet")
    unclear = run(*asked)
    assert unclear.code == 1 and "zeg van welk jaar" in unclear.err
    assert run(*asked, "--periode", "2023-II", "--json").json["som"] == 27_475


@pytest.mark.parametrize(("methode", "anders"), [("adams", 0), ("webster", 92), ("jefferson", 172)])
def test_the_other_methods_miss_as_many_as_is_known(run: Any, methode: str, anders: int) -> None:
    outcome = run(*of_bijlage_a("--methode", methode, "--samen", "wadden")).json
    aantallen = [each["taakstelling"] for each in outcome["gemeenten"]]
    gedrukt = [int(row["taakstelling_2023-II"]) for row in printed()]
    assert sum(own != other for own, other in zip(aantallen, gedrukt, strict=True)) == anders
    assert outcome["som"] == 27_300


def test_a_person_reads_a_table_with_method_and_divisor(run: Any) -> None:
    answer = run("verdeel", "--totaal", "27.300", "--inwoners", BIJLAGE_A, "--samen", "Wadden")
    lines = answer.out.splitlines()
    assert lines[0].split() == ["Gemeente", "Inwoners", "Taakstelling", "Waarvan", "amv"]
    assert "Totaal" in lines[-2] and "17.590.672" in lines[-2]
    assert lines[-1] == "Methode: Adams. Deler: 648,34. Over alle gemeenten: 27.300 van 27.300."


def test_names_count_as_printed_and_the_pool_knows_other_spellings(run: Any, table: Any) -> None:
    path = table("Gemeente;Inwoners\nHatterij;12.000\nLeeuwarden 4);90.000\nVLIELAND;1.000\nSudwest Fryslan;9.000\n")
    answer = run("verdeel", "--totaal", "112", "--inwoners", path, "--samen", "Vlieland,Hatterij>Leeuwarden", "--json")
    outcome = answer.json
    assert [each["gemeente"] for each in outcome["gemeenten"]] == [
        "Hatterij",
        "Leeuwarden 4)",
        "VLIELAND",
        "Sudwest Fryslan",
    ]
    assert [each["taakstelling"] for each in outcome["gemeenten"]] == [0, 103, 0, 9]


def test_two_rows_that_are_printed_alike_stay_apart(run: Any, table: Any) -> None:
    path = table("Gemeente;Inwoners\nBergen;30.000\nBergen;13.000\n")
    outcome = run("verdeel", "--totaal", "43", "--inwoners", path, "--json").json
    assert [(each["gemeente"], each["taakstelling"]) for each in outcome["gemeenten"]] == [
        ("Bergen", 30),
        ("Bergen (inwoners, rij 3)", 13),
    ]


def test_equal_claims_are_said_beside_the_outcome(run: Any, table: Any) -> None:
    path = table("Gemeente;Inwoners\nAlmelo;1000\nBorne;1000\n")
    answer = run("verdeel", "--totaal", "3", "--inwoners", path, "--json")
    assert answer.json["som"] == 3
    assert (
        answer.err == "Op een laatste plaats hebben evenveel recht: Almelo en Borne. De grootste van hen gaat voor.\n"
    )


def test_amv_that_fit_nowhere_are_said(run: Any, table: Any) -> None:
    path = table("Gemeente;Inwoners\nAlmelo;1000\nBorne;1000\n")
    answer = run("verdeel", "--totaal", "6", "--inwoners", path, "--amv", "5")
    assert answer.err == "Van 5 amv zijn er 0 verdeeld; de rest past in geen gemeente.\n"


def test_a_divisor_without_end_is_null(run: Any, table: Any) -> None:
    path = table("Gemeente;Inwoners\nAlmelo;1000\nBorne;1000\n")
    for totaal, methode, deler in (("3", "wet", None), ("2", "wet", 1000), ("3", "hamilton", None)):
        answer = run("verdeel", "--totaal", totaal, "--inwoners", path, "--methode", methode, "--json")
        assert answer.json["deler"] == deler


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        ((), 2, "Geef --inwoners BRON, of --bestand BESTAND met --periode."),
        (("--bestand", "x.regietafel"), 2, "Geef --inwoners BRON, of --bestand BESTAND met --periode."),
        (("--inwoners", BIJLAGE_A, "--methode", "imperiali"), 2, "“imperiali” is geen methode; kies uit: wet, adams"),
        (("--inwoners", BIJLAGE_A, "--samen", "Amelant>Leeuwarden"), 1, "Amelant moet worden samengeteld, maar staat"),
        (("--inwoners", BIJLAGE_A, "--samen", "Ameland"), 1, "schrijf bijvoorbeeld Ameland,Vlieland>Leeuwarden."),
        (("--inwoners", BIJLAGE_A, "--amv", "27301"), 1, "Het aantal amv is 27.301"),
        (("--inwoners", BIJLAGE_A, "--periode", "2026-I"), 1, "niet van 01-01-2025"),
        (("--inwoners", "er-niet.csv"), 1, "er-niet.csv"),
    ],
)
def test_mistakes_are_one_sentence(run: Any, options: tuple[str | Path, ...], code: int, sentence: str) -> None:
    answer = run("verdeel", "--totaal", "27300", *options)
    assert answer.code == code and sentence in answer.err and not answer.out
    assert len(answer.err.splitlines()) == 1


def test_a_row_that_cannot_be_read_stops_the_division(run: Any, table: Any) -> None:
    path = table("Gemeente;Inwoners\nAlmelo;73.155\nBorne;veel\nEnschede;160.640\n")
    answer = run("verdeel", "--totaal", "100", "--inwoners", path)
    assert answer.code == 1 and "rij 3 (Borne)" in answer.err and not answer.out


def test_members_of_a_file_are_checked_against_their_circulaire(run: Any, voorbeeld: Path) -> None:
    answer = run(
        "verdeel", "--totaal", "27300", "--amv", "2000", "--samen", "wadden",
        "--bestand", voorbeeld, "--periode", "2023-II", "--json",
    )  # fmt: skip
    outcome = answer.json
    assert list(outcome) == [*KEYS, "periode", "is_prognose", "opmerkingen"]
    assert len(outcome["gemeenten"]) == 14 and outcome["som"] == 985 and not outcome["is_prognose"]
    assert outcome["gemeenten"][1] == {"gemeente": "Borne", "inwoners": 24_007, "taakstelling": 38, "amv": 0}
    assert answer.err == "De circulaire van 02-05-2023 geldt; deze berekening is een controle.\n"


def test_a_period_without_circulaire_is_a_forecast_for_the_members(run: Any, voorbeeld: Path) -> None:
    options = ("--bestand", voorbeeld, "--periode", "2027-I", "--samen", EILANDEN)
    outcome = run("verdeel", "--totaal", "15000", *options, "--json").json
    assert outcome["is_prognose"] and outcome["periode"] == "2027-I"
    assert outcome["opmerkingen"] == [
        "Dit is een prognose; de circulaire van 2027-I is nog niet uit of nog niet ingelezen.",
        "De inwoners van heel Nederland op 01-01-2026 zijn niet bekend; gerekend is met die van 01-01-2024.",
        "Wijdemeren hoort vanaf 01-01-2027 bij Hilversum; de inwoners zijn opgeteld.",
    ]
    answer = run("verdeel", "--totaal", "15000", *options)
    assert answer.err.startswith("Dit is een prognose") and "Over alle gemeenten: 15.000 van 15.000." in answer.out


def test_inhabitants_are_entered_shown_and_taken_out(run: Any, voorbeeld: Path) -> None:
    assert "meegeleverde aantallen" in run("inwoners", voorbeeld).out
    borne = ("inwoners", voorbeeld, "--gemeente", "borne", "--peildatum", "2025-01-01")
    answer = run(*borne, "--aantal", "26.000", "--bron", "CBS StatLine", "--json")
    row = {
        "gemeente": "Borne",
        "gm_code": "GM0147",
        "peildatum": "2025-01-01",
        "aantal": 26_000,
        "bron": "CBS StatLine",
    }
    assert answer.json == [row] == run("inwoners", voorbeeld, "--json").json
    assert "26.000" in run("inwoners", voorbeeld).out
    forecast = run("verdeel", "--totaal", "15000", "--bestand", voorbeeld, "--periode", "2026-I", "--json").json
    assert forecast["gemeenten"][1]["inwoners"] == 26_000
    assert run(*borne, "--verwijderen", "--json").json == []
    again = run(*borne, "--verwijderen")
    assert (again.code, again.err) == (1, "Voor borne zijn op 01-01-2025 geen inwoners ingevuld.\n")


def test_a_merger_is_entered_changed_and_taken_out(run: Any, voorbeeld: Path) -> None:
    (shipped,) = run("herindeling", voorbeeld, "--json").json
    assert (shipped["oud"], shipped["nieuw"], shipped["datum"]) == ("Wijdemeren", "Hilversum", "2027-01-01")
    changed = run(
        "herindeling", voorbeeld, "--oud", "Wijdemeren", "--nieuw", "GM1999", "--datum", "2028-01-01", "--json"
    )
    assert [(each["oud"], each["nieuw"], each["datum"]) for each in changed.json] == [
        ("Wijdemeren", "GM1999", "2028-01-01")
    ]
    circle = run("herindeling", voorbeeld, "--oud", "GM1999", "--nieuw", "Wijdemeren", "--datum", "2028-01-01")
    assert circle.code == 1 and "via een omweg" in circle.err
    assert "Wijdemeren" in run("herindeling", voorbeeld).out
    assert run("herindeling", voorbeeld, "--oud", "Wijdemeren", "--verwijderen").out == (
        "In dit bestand staan geen herindelingen.\n"
    )
    again = run("herindeling", voorbeeld, "--oud", "Wijdemeren", "--verwijderen")
    assert (again.code, again.err) == (1, "Van Wijdemeren is geen herindeling bekend.\n")


@pytest.mark.parametrize(
    "options",
    [
        ("inwoners", "--aantal", "5"),
        ("inwoners", "--gemeente", "Borne"),
        ("inwoners", "--gemeente", "Borne", "--peildatum", "2025-01-01", "--aantal", "5", "--verwijderen"),
        ("herindeling", "--nieuw", "Borne"),
        ("herindeling", "--oud", "Borne", "--nieuw", "Hengelo"),
        ("herindeling", "--oud", "Borne", "--nieuw", "Hengelo", "--datum", "2028-01-01", "--verwijderen"),
    ],
)
def test_half_a_command_is_wrong_usage(run: Any, voorbeeld: Path, options: tuple[str, ...]) -> None:
    command, *rest = options
    answer = run(command, voorbeeld, *rest)
    assert answer.code == 2 and answer.err and not answer.out
