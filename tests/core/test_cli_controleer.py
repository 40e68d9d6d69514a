"""``regietafel controleer``: exit code 0 also with findings, the keys of JSON, a sentence when there is nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from regietafel.cli import regietafel
from regietafel.errors import RegietafelError
from regietafel.paths import resource

DATA = Path(__file__).parents[1] / "data"
TABEL_1 = DATA / "opgaven_2023-05-02_tabel1.csv"
BIJLAGE_A = resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv")
KEYS = ["tabel", "rij", "kolom", "gedrukt", "berekend", "verschil", "melding"]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(regietafel, ["controleer", *map(str, arguments)])


def test_json_has_the_promised_keys() -> None:
    result = run(DATA / "landelijk_2019-2021.csv", "--json")
    assert result.exit_code == 0
    answer = json.loads(result.output)
    assert list(answer) == ["bevindingen"]
    assert [list(each) for each in answer["bevindingen"]] == [KEYS] * 5
    assert answer["bevindingen"][0] == {
        "tabel": "landelijk_2019-2021",
        "rij": 2,
        "kolom": "achterstand_eind",
        "gedrukt": 2540,
        "berekend": 2554,
        "verschil": 14,
        "melding": "2019-I: 2.921 (achterstand_begin) + 6.012 (taakstelling) − 6.379 (realisatie) is 2.554;"
        " er staat 2.540. Onverklaard verschil: +14.",
    }


def test_for_people_each_finding_says_where() -> None:
    result = run(TABEL_1)
    assert result.exit_code == 0
    assert result.output.startswith("opgaven_2023-05-02_tabel1, rij 39, coa_regulier_verschil: Totaal: 77.100 ")
    assert result.output.endswith("\n1 bevinding.\n")
    assert run(BIJLAGE_A).output == "Geen verschillen gevonden.\n"


def test_several_tables_are_compared(tmp_path: Path) -> None:
    other = tmp_path / "tabel 1.csv"
    other.write_text(TABEL_1.read_text("utf-8").replace("448,985", "448,986"), "utf-8")
    result = run(BIJLAGE_A, other)
    assert "Twente: de 14 gemeenten in de tabel taakstelling_2023-II_bijlage_A tellen op tot 985" in result.output


def test_a_file_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "twente.regietafel"
    assert CliRunner().invoke(regietafel, ["voorbeeld", str(path)]).exit_code == 0
    result = run(path, "--json")
    assert (result.exit_code, json.loads(result.output)) == (0, {"bevindingen": []})


def test_nothing_to_check_and_no_file(tmp_path: Path) -> None:
    recept = tmp_path / "recept.csv"
    recept.write_text("Recept;Gram\nmeel;500\n", "utf-8")
    for path, start in ((recept, "Hierin staat geen tabel met iets om na te rekenen."), (tmp_path / "x.csv", "x.csv ")):
        error = run(path).exception
        assert isinstance(error, RegietafelError) and str(error).startswith(start)
    assert run().exit_code == 2


@pytest.mark.parametrize("words", ["null", "berekend − gedrukt"])
def test_help_documents_the_keys(words: str) -> None:
    said = " ".join(run("--help").output.split())
    assert f"bevindingen: [{', '.join(KEYS)}]" in said and words in said
