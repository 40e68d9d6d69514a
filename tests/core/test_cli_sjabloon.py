"""The commands about the wording of the documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regietafel import paths
from regietafel.documents.sjabloon.template import read_source

NAAM = "bekendmaking.txt"


def put(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_own_wording_from_a_text_file_and_back(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    def eigen() -> list[str]:
        return [each["naam"] for each in run("sjabloon", "lijst", voorbeeld, "--json").json if each["eigen"]]

    own = put(tmp_path / "eigen.txt", "# Bekendmaking $gemeente\r\n\r\nDag.\r\n")
    assert run("sjabloon", "controleer", voorbeeld, "bekendmaking", own).out == "De tekst is in orde.\n"
    assert eigen() == []
    assert run("sjabloon", "zet", voorbeeld, NAAM, own).code == 0
    assert eigen() == [NAAM]
    assert (
        run("sjabloon", "toon", voorbeeld, "bekendmaking", "--json")
        .json["tekst"]
        .startswith("# Bekendmaking $gemeente")
    )
    assert run("sjabloon", "toon", voorbeeld, NAAM, "--standaard").out == read_source(NAAM)
    assert "+ Dag." in run("sjabloon", "verschil", voorbeeld, NAAM).out
    different = run("sjabloon", "verschil", voorbeeld, NAAM, "--json").json
    assert {each["soort"] for each in different} == {"erbij", "weg"}
    assert different[0].keys() == {"soort", "eigen_regel", "standaard_regel", "tekst"}
    assert run("sjabloon", "samenvoegen", voorbeeld, NAAM, "--json").json["conflicten"] == []
    assert run("sjabloon", "terug", voorbeeld, NAAM).code == 0
    assert eigen() == []
    assert "is er geen eigen tekst" in run("sjabloon", "terug", voorbeeld, NAAM).err
    assert run("sjabloon", "verschil", voorbeeld, NAAM).out == "Uw tekst is gelijk aan de standaard.\n"
    assert run("sjabloon", "samenvoegen", voorbeeld, NAAM).code == 1


def test_a_text_that_cannot_be_is_refused_with_its_lines(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    wrong = put(tmp_path / "fout.txt", "# Titel\n\n$gemeent\n[als: gemeente]\n")
    for command in ("zet", "controleer"):
        answer = run("sjabloon", command, voorbeeld, NAAM, wrong)
        assert answer.code == 1 and answer.err.splitlines()[1:] == [
            "Regel 3: Het veld $gemeent is niet bekend. Bedoelt u $gemeente?",
            "Regel 4: [als: gemeente] houdt niet op; schrijf [einde] op een eigen regel.",
        ]
    found = run("sjabloon", "controleer", voorbeeld, NAAM, wrong, "--json")
    assert found.code == 0 and [each["regel"] for each in found.json] == [3, 4]
    assert found.json[0].keys() == {"regel", "melding", "leeg"}


def test_no_more_is_said_than_one_can_read(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    for line, naam, code in (("$onbekend\n", NAAM, 1), ("$peildatum\n", "stand_van_zaken.txt", 0)):
        answer = run("sjabloon", "controleer", voorbeeld, naam, put(tmp_path / "x.txt", line * 90))
        said = answer.err.splitlines()
        assert answer.code == code
        assert len([each for each in said if "egel " in each]) == 20 and said[-1] == "En nog 70."


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\xff\xfe\x00", "UTF-8"),
        (b"x" * 300_000, "200 kB"),
        (b"a\x00b", "stuurteken"),
        ("[als: gemeente]\n" * 3000, "te diep"),
        ("[voor elk: partijen]\n" * 5 + "$gemeente\n" * 500 + "[einde]\n" * 5, "in orde"),
        ("- $som_oud[^" * 300, "houdt niet op"),
    ],
)
def test_strange_files(run: Any, voorbeeld: Path, tmp_path: Path, content: str | bytes, word: str) -> None:
    answer = run("sjabloon", "controleer", voorbeeld, NAAM, put(tmp_path / "x.txt", content))
    assert word in answer.out + answer.err.lower() + answer.err and "Traceback" not in answer.err


@pytest.mark.parametrize("naam", ["../../etc/passwd", "/etc/passwd", "..", "geen", "a\n", "bekendmaking.txt/../x", ""])
def test_only_templates_have_wording(run: Any, voorbeeld: Path, tmp_path: Path, naam: str) -> None:
    own = put(tmp_path / "eigen.txt", "Dag.")
    for command in (("toon",), ("controleer",), ("verschil",), ("samenvoegen",), ("terug",)):
        answer = run("sjabloon", *command, voorbeeld, naam)
        assert answer.code == 1 and answer.err.strip().endswith(".")
    assert run("sjabloon", "zet", voorbeeld, naam, own).code == 1


def test_a_file_that_is_not_there(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    for path in (tmp_path / "niets.txt", tmp_path):
        answer = run("sjabloon", "zet", voorbeeld, NAAM, path)
        assert answer.code == 1 and answer.err.startswith(f"“{path.name}” ")


def test_the_fields_of_one_document(run: Any, voorbeeld: Path) -> None:
    made = run(
        "herverdeling", "nieuw", voorbeeld, "--periode", "2023-II", "--overdracht", "Enschede>Losser:1", "--json"
    )
    kenmerk = made.json["kenmerk"]
    said = run(
        "sjabloon", "toon", voorbeeld, NAAM, "--velden", "--herverdeling", kenmerk, "--voor", "Losser", "--json"
    ).json
    assert {each["schrijfwijze"]: each["waarde"] for each in said}["$gemeente"] == "Losser"
    assert said[0].keys() == {"naam", "soort", "schrijfwijze", "waarde"}
    assert "$gemeente " in run("sjabloon", "toon", voorbeeld, NAAM, "--velden").out
    assert run("sjabloon", "toon", voorbeeld, NAAM, "--velden", "--voor", "Almelo").code == 1
    assert run("sjabloon", "toon", voorbeeld, NAAM, "--velden", "--standaard").code == 2
    assert run("sjabloon", "controleer", voorbeeld, NAAM, "--herverdeling", "HV-x").code == 1


def test_a_new_standard_is_taken_in_when_asked(
    run: Any, voorbeeld: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = put(tmp_path / "eigen.txt", read_source(NAAM).replace("maakt bekend dat", "laat weten dat"))
    assert run("sjabloon", "zet", voorbeeld, NAAM, own).code == 0
    newer = (
        read_source(NAAM).replace("## Wat verandert er", "## De wijziging").replace("maakt bekend dat", "deelt mee dat")
    )
    folder = tmp_path / "templates"
    folder.mkdir()
    put(folder / NAAM, newer)
    real = paths.template
    monkeypatch.setattr(
        paths, "template", lambda *parts: folder.joinpath(*parts) if parts in {(), (NAAM,)} else real(*parts)
    )
    assert run("sjabloon", "lijst", voorbeeld).out.endswith("– eigen tekst; de standaard is gewijzigd\n")
    shown = run("sjabloon", "samenvoegen", voorbeeld, NAAM)
    assert "## De wijziging" in shown.out and "%% | Het college" in shown.out and "hetzelfde" in shown.err
    assert "## De wijziging" not in run("sjabloon", "toon", voorbeeld, NAAM).out
    assert run("sjabloon", "samenvoegen", voorbeeld, NAAM, "--zet").code == 0
    taken = run("sjabloon", "toon", voorbeeld, NAAM).out
    assert taken == shown.out and "laat weten dat" in taken
    assert run("sjabloon", "lijst", voorbeeld, "--json").json[0]["standaard_gewijzigd"] is False


def test_for_whom_it_is_asks_for_its_fields(run: Any, voorbeeld: Path) -> None:
    for option in (("--voor", "Borne"), ("--herverdeling", "HV-2023-II-01"), ("--periode", "2023-II")):
        answer = run("sjabloon", "toon", voorbeeld, NAAM, *option)
        assert answer.code == 2 and "--velden" in answer.err
    answer = run("sjabloon", "toon", voorbeeld, NAAM, "--velden", "--herverdeling", "")
    assert answer.code == 1 and "geen herverdeling" in answer.err
