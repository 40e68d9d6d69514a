"""``regietafel controleer``: exit code 0 also with findings, the keys of JSON, a sentence when there is nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regietafel.paths import resource

DATA = Path(__file__).parents[1] / "data"
TABEL_1 = DATA / "opgaven_2023-05-02_tabel1.csv"
BIJLAGE_A = resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv")
KEYS = ["tabel", "rij", "kolom", "gedrukt", "berekend", "verschil", "melding"]


def test_json_has_the_promised_keys(run: Any) -> None:
    result = run("controleer", DATA / "landelijk_2019-2021.csv", "--json")
    assert result.code == 0
    answer = result.json
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


def test_for_people_each_finding_says_where(run: Any) -> None:
    result = run("controleer", TABEL_1)
    assert result.code == 0
    assert result.out.startswith("opgaven_2023-05-02_tabel1, rij 39, coa_regulier_verschil: Totaal: 77.100 ")
    assert result.out.endswith("\n1 bevinding.\n")
    assert run("controleer", BIJLAGE_A).out == "Geen verschillen gevonden.\n"


def test_several_tables_are_compared(run: Any, tmp_path: Path) -> None:
    other = tmp_path / "tabel 1.csv"
    other.write_text(TABEL_1.read_text("utf-8").replace("448,985", "448,986"), "utf-8")
    result = run("controleer", BIJLAGE_A, other)
    assert "Twente: de 14 gemeenten in de tabel taakstelling_2023-II_bijlage_A tellen op tot 985" in result.out


def test_a_file_of_ours(run: Any, voorbeeld: Path) -> None:
    result = run("controleer", voorbeeld, "--json")
    assert (result.code, result.json) == (0, {"bevindingen": []})


def test_nothing_to_check_and_no_file(refused: Any, run: Any, tmp_path: Path) -> None:
    recept = tmp_path / "recept.csv"
    recept.write_text("Recept;Gram\nmeel;500\n", "utf-8")
    for path, start in ((recept, "Hierin staat geen tabel met iets om na te rekenen."), (tmp_path / "x.csv", "x.csv ")):
        assert refused("controleer", path).startswith(start)
    assert run("controleer").code == 2


@pytest.mark.parametrize("words", ["null", "berekend − gedrukt"])
def test_help_documents_the_keys(run: Any, words: str) -> None:
    said = " ".join(run("controleer", "--help").out.split())
    assert f"bevindingen: [{', '.join(KEYS)}]" in said and words in said
