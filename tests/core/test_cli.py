"""The command line is a contract: exit codes, keys of JSON, one sentence for a mistake."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from regietafel.actions.regio import add_gemeente
from regietafel.cli.opdrachten import regietafel
from regietafel.domain.regio import Gemeente
from regietafel.ledger import Ledger
from regietafel.paths import resource

BIJLAGE_A = resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv")
STAND_KEYS = [
    "gm_code", "gemeente", "taakstelling", "herverdeling", "beginstand", "correctie",
    "opgave", "realisatie", "peildatum", "saldo",
]  # fmt: skip
P = ("--periode", "2023-II")


def test_example_is_twente_with_985(run: Any, voorbeeld: Path) -> None:
    answer = run("stand", voorbeeld, "--periode", "2023-II", "--json")
    assert answer.code == 0 and list(answer.json) == ["periode", "gemeenten", "totaal"]
    assert len(answer.json["gemeenten"]) == 14
    assert answer.json["totaal"]["taakstelling"] == 985
    for row in (*answer.json["gemeenten"], answer.json["totaal"]):
        assert list(row) == STAND_KEYS
    enschede = next(row for row in answer.json["gemeenten"] if row["gemeente"] == "Enschede")
    assert (enschede["gm_code"], enschede["taakstelling"], enschede["beginstand"]) == ("GM0153", 248, None)
    assert "985" in run("stand", voorbeeld).out


def test_from_new_file_to_letters(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "mijn regio.regietafel"
    assert run("nieuw", path, "--veiligheidsregio", "Twente", "--tafel", "B&W <Zuid>").code == 0
    answer = run("importeer", "taakstelling", path, BIJLAGE_A, "--periode", "2023-II", "--landelijk", "27300", "--json")
    assert answer.code == 0
    assert list(answer.json) == ["gelezen", "overgenomen", "problemen", "geschreven"]
    assert (answer.json["gelezen"], answer.json["overgenomen"], answer.json["geschreven"]) == (342, 14, True)
    answer = run(
        "herverdeling", "nieuw", path, "--periode", "2023-II",
        "--overdracht", "Enschede>Borne:10", "--overdracht", "Enschede>Wierden:5", "--json",
    )  # fmt: skip
    assert answer.code == 0
    assert answer.json == {
        "kenmerk": "HV-2023-II-01",
        "partijen": [
            {"gemeente": "Enschede", "oud": 248, "wijziging": -15, "nieuw": 233},
            {"gemeente": "Borne", "oud": 38, "wijziging": 10, "nieuw": 48},
            {"gemeente": "Wierden", "oud": 39, "wijziging": 5, "nieuw": 44},
        ],
        "som_oud": 325,
        "som_nieuw": 325,
    }
    shown = run("herverdeling", "toon", path, "HV-2023-II-01", "--json").json
    assert shown["overdrachten"][0] == {"van": "Enschede", "naar": "Borne", "aantal": 10}
    folder = tmp_path / "brieven" / "nu"
    answer = run("documenten", path, "--herverdeling", "HV-2023-II-01", "--naar", folder)
    assert answer.code == 0
    letters = sorted(folder.glob("*.pdf"))
    assert len(letters) == 17  # besluit; four of each of three colleges; four kennisgevingen
    assert all(letter.read_bytes().startswith(b"%PDF-") for letter in letters)
    before = [letter.stat().st_mtime_ns for letter in letters]
    answer = run("documenten", path, "--herverdeling", "HV-2023-II-01", "--naar", folder)
    assert answer.code == 1 and "Gezamenlijk besluit.pdf" in answer.err
    assert [letter.stat().st_mtime_ns for letter in letters] == before
    assert run("documenten", path, "--herverdeling", "HV-2023-II-01", "--naar", folder, "--overschrijven").code == 0
    assert [row["wat"] for row in run("logboek", path, "--json").json[:2]] == [
        "17 documenten gemaakt bij HV-2023-II-01",  # once: the second time they were the same
        "Herverdeling HV-2023-II-01 gemaakt",
    ]


def test_the_whole_country_with_and_without_akkoord(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "land.regietafel"
    assert run("nieuw", path, "--land").code == 0
    command = ("importeer", "taakstelling", path, BIJLAGE_A, "--periode", "2023-II", "--datum", "2023-05-02", "--json")
    dry = run(*command, "--droog")
    assert (dry.json["overgenomen"], dry.json["geschreven"]) == (338, False)
    assert run("logboek", path, "--json").json[0]["wat"].startswith("Regio gemaakt")
    slips = {problem["voorstel"] for problem in dry.json["problemen"]}
    assert slips == {"Hattem", "Waadhoeke", "Wijdemeren", "'s-Gravenhage"}
    assert all(list(problem) == ["blad", "rij", "veld", "melding", "voorstel"] for problem in dry.json["problemen"])
    assert run(*command).json["overgenomen"] == 338
    full = run(*command, "--akkoord").json
    assert (full["problemen"], full["geschreven"]) == ([], True)
    assert run("stand", path, "--periode", "2023-II", "--json").json["totaal"]["taakstelling"] == 27_300
    again = run(*command, "--akkoord")
    assert (again.code, again.json["geschreven"]) == (0, False)
    assert run(*command, "--landelijk", "27300").json["geschreven"]
    assert run("taakstelling", path, "--periode", "2023-II", "--json").json["versies"][0]["landelijk"] == 27_300


def test_in_force_changes_the_stand(run: Any, voorbeeld: Path) -> None:
    run("herverdeling", "nieuw", voorbeeld, *P, "--overdracht", "GM0153>Borne:10")

    def borne() -> dict[str, Any]:
        rows = run("stand", voorbeeld, "--periode", "2023-II", "--json").json["gemeenten"]
        return dict(next(row for row in rows if row["gemeente"] == "Borne"))

    assert borne()["herverdeling"] == 0
    facts = (voorbeeld, "HV-2023-II-01", "--datum", "2023-08-31", "--gemeente")
    for naam in ("Enschede", "Borne"):
        assert run("herverdeling", "besluit", *facts, naam).code == 0
        assert run("herverdeling", "bekendmaking", *facts, naam, "--vindplaats", "Gemeenteblad 2023, 1").code == 0
    assert (borne()["herverdeling"], borne()["opgave"]) == (10, 48)
    assert run("stand", voorbeeld, "--periode", "1990-I").code == 0
    refused = run("herverdeling", "wijzig", voorbeeld, "HV-2023-II-01", "--overdracht", "Enschede>Borne:1")
    assert refused.code == 1 and "alleen een nieuwe" in refused.err
    assert run("herverdeling", "verwijder", voorbeeld, "HV-2023-II-01").code == 1


def test_what_the_window_books_the_command_books(run: Any, voorbeeld: Path) -> None:
    where = (voorbeeld, "--periode", "2023-II", "--gemeente", "Borne")
    assert run("boek", "beginstand", *where, "--aantal", "-4").code == 0
    assert run("boek", "correctie", *where, "--aantal", "3", "--reden", "nagekomen").code == 0
    assert run("boek", "realisatie", *where, "--peildatum", "01-09-2023", "--aantal", "12").code == 0
    assert run("taakstelling", voorbeeld, "--periode", "2023-II", "--zet", "Borne", "40").code == 0
    rows = run("stand", voorbeeld, "--periode", "2023-II", "--json").json["gemeenten"]
    borne = next(row for row in rows if row["gemeente"] == "Borne")
    assert [borne[key] for key in STAND_KEYS[2:]] == [40, 0, -4, 3, 39, 12, "2023-09-01", 27]
    assert run("regio", voorbeeld, "--zet", "voorzitter=burgemeester van Almelo", "--json").json["voorzitter"]
    assert run("gemeente", voorbeeld, "Borne", "--zet", "naam=O'Brien").code == 0
    assert run("gemeente", voorbeeld, "=1+1", "--nieuw", "GM9999", "--zet", "lid=nee").code == 0
    names = [row["naam"] for row in run("gemeenten", voorbeeld, "--json").json]
    assert "O'Brien" in names and "=1+1" in names and "Borne" not in names
    assert run("gemeente", voorbeeld, "=1+1", "--verwijder").code == 0
    assert run("kopie", voorbeeld, voorbeeld.with_name("kopie.regietafel")).code == 0
    assert run("kopie", voorbeeld, voorbeeld.with_name("kopie.regietafel")).code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["stand", "weg.regietafel"], 1, "bestaat niet"),
        (["stand", "{file}", "--periode", "2023-III"], 2, "2023-II"),
        (["stand", "{file}", "--periode"], 2, "periode"),
        (["stand"], 2, "ontbreekt"),
        (["stand", "{file}", "--onzin"], 2, "bestaat niet"),
        (["stand", "{file}", "--json=ja"], 2, "--json krijgt geen waarde"),
        (["figuur", "{file}", *P, "--soort", "taart", "--naar", "x.svg"], 2, "kies uit schema, staven"),
        (["termijn", "{file}", "drie", "--verwijder"], 2, "schrijf een geheel getal"),
        (["onzin"], 2, "De opdracht “onzin” bestaat niet"),
        (["herverdeling", "onzin"], 2, "kies uit: nieuw"),
        (["{folder}/weg.regietafel"], 1, "bestaat niet"),
        (["voorbeeld", "{file}"], 1, "bestaat al"),
        (["nieuw", "{folder}/x.regietafel"], 2, "Kies één"),
        (["nieuw", "{folder}/x.regietafel", "--veiligheidsregio", "Twentte"], 1, "Twente"),
        (["nieuw", "{folder}/x.regietafel", "--gemeenten", "Borne, Enscheda"], 1, "Enschede"),
        (["nieuw", "{folder}/x.regietafel", "--gemeenten", "Borne,Borne"], 1, "twee keer"),
        (["importeer", "taakstelling", "{file}", "weg.csv", "--periode", "2023-II"], 1, "weg.csv"),
        (["importeer", "taakstelling", "{file}", "{file}", "--periode", "2023-II"], 1, ""),
        (["herverdeling", "nieuw", "{file}", "--periode", "2023-II"], 2, "overdracht"),
        (["herverdeling", "nieuw", "{file}", *P, "--overdracht", "Enschede-Borne"], 1, ">Borne:10"),
        (["herverdeling", "nieuw", "{file}", *P, "--overdracht", "Enschede>Borne:2,5"], 1, ">Borne:10"),
        (["herverdeling", "nieuw", "{file}", *P, "--overdracht", "Enschede>Zwolle:1"], 1, "Zwolle"),
        (["herverdeling", "nieuw", "{file}", *P, "--overdracht", "Borne>Enschede:39"], 1, "38"),
        (["herverdeling", "toon", "{file}", "HV-1"], 1, "nog geen"),
        (["documenten", "{file}", "--herverdeling", "HV-1", "--naar", "{folder}/map"], 1, "HV-1"),
        (["boek", "realisatie", "{file}", *P, "--gemeente", "Borne", "--peildatum", "31-02-2023"], 2, "31-02"),
        (["regio", "{file}", "--zet", "kleur=rood"], 2, "kleur=rood"),
        (["gemeente", "{file}", "Borne", "--zet", "lid="], 1, "lid"),
        (["boek", "beginstand", "{file}", *P, "--gemeente", "Borne", "--aantal", "9" * 25], 1, "te groot"),
        (["boek", "beginstand", "{file}", *P, "--gemeente", "Borne", "--aantal", "abc"], 2, "geen geheel aantal"),
        (["taakstelling", "{file}", *P, "--zet", "Borne"], 2, "--zet"),
        (["stand", "{file}", "nog", "iets"], 2, "--help"),
        (["stand", "{folder}"], 1, "is een map"),
        (["stand", "x" * 300], 1, "te lang"),
        (["x" * 300], 1, "te lang"),
        (["kopie", "{file}", "{folder}", "--overschrijven"], 1, "is een map"),
        (["documenten", "{file}", "--herverdeling", "x", "--naar", "x" * 300], 1, "nog geen"),
    ],
)  # fmt: skip
def test_mistakes_get_one_dutch_sentence(
    run: Any, voorbeeld: Path, arguments: list[str], code: int, sentence: str
) -> None:
    before = voorbeeld.read_bytes()
    answer = run(*(argument.format(file=voorbeeld, folder=voorbeeld.parent) for argument in arguments))
    assert (answer.code, answer.out) == (code, "")
    assert sentence in answer.err and len(answer.err.strip().splitlines()) == 1
    assert voorbeeld.read_bytes() == before
    assert sorted(path.name for path in voorbeeld.parent.iterdir()) == [voorbeeld.name]


def test_a_change_keeps_what_is_not_named(run: Any, voorbeeld: Path) -> None:
    made = ("--overdracht", "Enschede>Borne:10", "--toelichting", "Borne bouwt")
    assert run("herverdeling", "nieuw", voorbeeld, *P, *made).code == 0
    assert run("herverdeling", "wijzig", voorbeeld, "HV-2023-II-01", "--overdracht", "Enschede>Borne:5").code == 0
    assert run("herverdeling", "toon", voorbeeld, "HV-2023-II-01", "--json").json["toelichting"] == "Borne bouwt"
    assert "GM0147" in run("gemeente", voorbeeld, "Borne").out


def test_a_file_in_use_can_be_read_not_written(run: Any, voorbeeld: Path) -> None:
    writer = Ledger.open(voorbeeld)
    assert run("stand", voorbeeld, "--json").code == 0
    answer = run("herverdeling", "nieuw", voorbeeld, *P, "--overdracht", "Enschede>Borne:10")
    assert answer.code == 1 and "in gebruik" in answer.err
    add_gemeente(writer, Gemeente(gm_code="GM0193", naam="Zwolle"))
    assert len(run("gemeenten", voorbeeld, "--json").json) == 15
    writer.close()


def test_lock_of_a_crash_asks_first(run: Any, voorbeeld: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from regietafel.ledger import Ledger\n"
        "ledger = Ledger.open(Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(voorbeeld)], check=False)
    command = ("gemeente", voorbeeld, "Borne", "--zet", "lid=nee")
    answer = run(*command)
    assert answer.code == 1 and "--overnemen" in answer.err
    assert run(*command, "--overnemen").code == 0


def test_every_command_explains_itself_in_dutch(run: Any) -> None:
    def walk(*path: str) -> None:
        answer = run(*path, "--help")
        assert answer.code == 0
        for english in ("Usage", "Options", "Commands", "Show", "[required]", "OPTIONS", "COMMAND", "ARGS"):
            assert english not in answer.out, (path, english)
        assert "..." not in answer.out.replace("BRON...", ""), path  # no sentence cut off
        command: Any = regietafel
        for name in path:
            command = command.commands[name]
        for name in getattr(command, "commands", {}):
            walk(*path, name)

    walk()


def test_without_window_the_commands_work(voorbeeld: Path) -> None:
    """The core runs where Qt is not installed; only the window says that it cannot open."""
    code = (
        "import sys; sys.modules['PySide6'] = None; sys.modules['ui'] = None\nfrom regietafel.cli import main; main()"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    for arguments, expected in ((["stand", str(voorbeeld)], 0), ([], 1)):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == expected, done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [[], ["twente.regietafel"], ["venster", "twente.regietafel"]])
def test_who_opens_the_window_waits_for_no_other_command(arguments: list[str], voorbeeld: Path) -> None:
    code = (
        "import sys; sys.modules['ui'] = None\nfrom regietafel.cli import main\ntry:\n    main()\n"
        "except SystemExit as end:\n    print(end.code, 'regietafel.cli.opdrachten' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        cwd=voorbeeld.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "1 False\n" and "Het venster is niet geïnstalleerd" in done.stderr


def test_where_a_number_comes_from(run: Any, voorbeeld: Path) -> None:
    run(
        "boek",
        "correctie",
        voorbeeld,
        "--periode",
        "2023-II",
        "--gemeente",
        "Borne",
        "--aantal",
        "-2",
        "--reden",
        "dubbel",
    )
    answer = run("herkomst", voorbeeld, "--periode", "2023-II", "--gemeente", "Borne", "--veld", "opgave", "--json")
    assert list(answer.json) == ["titel", "aantal", "zin", "regels"]
    assert answer.json["aantal"] == 36
    keys = ["diepte", "wat", "aantal", "telt", "bron", "handeling", "gebruiker", "tijd"]
    assert all(list(row) == keys for row in answer.json["regels"])
    assert sum(row["aantal"] or 0 for row in answer.json["regels"] if row["diepte"] == 0 and row["telt"]) == 36
    assert "dubbel" in run("herkomst", voorbeeld, "--periode", "2023-II", "--gemeente", "Borne", "--veld", "opgave").out
    assert run("herkomst", voorbeeld, "--periode", "2023-II", "--veld", "taakstelling", "--json").json["aantal"] == 985
    wrong = run("herkomst", voorbeeld, "--periode", "2023-II", "--veld", "naam")
    assert (wrong.code, "kies uit" in wrong.err) == (2, True)


def test_a_list_of_coa_beside_the_own_figures(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    lijst = tmp_path / "COA.csv"
    lijst.write_text(
        "Overzicht voor- en achterstanden, peildatum 1 oktober 2023;;;\n"
        "Gemeente;Taakstelling 2023-II;Realisatie;Saldo\n"
        "Almelo;113;20;93\nBorne;48;12;36\nHengelo (O.);126;30;96\nTotaal;287;62;225\n",
        encoding="utf-8",
    )
    before = voorbeeld.read_bytes()
    for naam, aantal in (("Almelo", "20"), ("Borne", "12"), ("Hengelo", "25")):
        which = ("--gemeente", naam, "--peildatum", "2023-10-01", "--aantal", aantal)
        assert run("boek", "realisatie", voorbeeld, "--periode", "2023-II", *which).code == 0
    assert voorbeeld.read_bytes() != before
    before = voorbeeld.read_bytes()
    answer = run("vergelijk", voorbeeld, lijst, "--periode", "2023-II", "--json")
    assert answer.code == 0 and voorbeeld.read_bytes() == before
    assert list(answer.json) == [
        *("periode", "peildatum", "verschillen", "gelijk", "niet_vergeleken", "ontbreekt", "problemen")
    ]
    assert answer.json["peildatum"] == "2023-10-01"
    found = {(row["gemeente"], row["veld"]): row for row in answer.json["verschillen"]}
    assert set(found) == {
        ("Borne", "taakstelling"),
        ("Borne", "saldo"),
        ("Hengelo", "realisatie"),
        ("Hengelo", "saldo"),
    }
    assert list(found["Borne", "saldo"]) == [
        *("gemeente", "gm_code", "veld", "eigen", "coa", "verschil", "onverklaard", "oorzaken")
    ]
    assert (found["Hengelo", "realisatie"]["verschil"], found["Hengelo", "realisatie"]["onverklaard"]) == (5, 5)
    assert found["Hengelo", "saldo"]["oorzaken"][0]["soort"] == "realisatie"
    told = run("vergelijk", voorbeeld, lijst, "--periode", "2023-II", "--peildatum", "2023-10-01")
    assert "onverklaard verschil" in told.out and "verschillend: 4" in told.out


def test_comparing_adds_nothing_of_a_list_read_in_before(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    of = ("--periode", "2023-II", "--peildatum", "2023-10-01")
    whole, part = tmp_path / "coa.csv", tmp_path / "deel.csv"
    whole.write_text("Gemeente;Taakstelling;Realisatie;Saldo\nBorne;38;20;18\n", encoding="utf-8")
    part.write_text("Gemeente;Realisatie\nBorne;21\n", encoding="utf-8")
    assert run("importeer", "tabel", voorbeeld, whole, *of, "--soort", "overzicht").code == 0
    answer = json.loads(run("vergelijk", voorbeeld, part, *of, "--json").out)
    assert {each["veld"] for each in answer["verschillen"]} <= {"realisatie"}
    assert answer["gelijk"] + answer["niet_vergeleken"] + len(answer["verschillen"]) == 1


def test_a_reader_that_had_enough_is_no_failure(voorbeeld: Path) -> None:
    """As ``regietafel gemeenten … | head -1`` in a script that stops at a failure."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "regietafel", "gemeenten", str(voorbeeld)]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")
