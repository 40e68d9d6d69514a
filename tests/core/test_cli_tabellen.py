"""“importeer” for realisatie, beginstand, inwoners and any table: what it writes, says, and gives as JSON."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from regietafel.cli.opdrachten import regietafel
from regietafel.ledger import Ledger
from regietafel.paths import resource

BIJLAGE_A = resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv")
P = ("--periode", "2023-II")
S = ("--peildatum", "2023-09-01")
KEYS = ["soort", "gelezen", "nieuw", "gewijzigd", "gelijk", "overgeslagen", "problemen", "geschreven"]


@pytest.fixture
def lees(run: Any, nieuw: Path) -> Any:
    """Gives the exit code, what is printed, and what is said to stderr; with --json what is printed is read."""

    def call(what: str, bron: Path | str, *options: str) -> tuple[int, Any, list[str]]:
        answer = run("importeer", what, nieuw, bron, *options)
        out = answer.json if "--json" in options and answer.out else answer.out
        return answer.code, out, answer.err.splitlines()

    return call


@pytest.fixture
def lijst(tmp_path: Path) -> Any:
    def write(*rows: str, name: str = "lijst.csv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join(rows), encoding="utf-8")
        return path

    return write


def realisaties(path: Path) -> list[tuple[str, int]]:
    ledger = Ledger.open_for_reading(path)
    names = {gemeente.id: gemeente.naam for gemeente in ledger.gemeenten}
    return [(names[row.gemeente_id], row.aantal) for row in ledger.realisaties]


def counts(out: dict[str, Any]) -> list[object]:
    assert list(out) == KEYS[:6] + ["niet_optellend"] * (out["soort"] == "opvang") + KEYS[6:]
    return [out[key] for key in KEYS if key not in {"soort", "problemen"}]


def test_realisatie_is_written_and_every_problem_named(lees: Any, lijst: Any, nieuw: Path) -> None:
    path = lijst("Gemeente;Realisatie", "Almelo;12", "Borne;-3", "Enschde;5", "Goes;9", "Losser;veel", "Totaal;23")
    code, out, _said = lees("realisatie", path, *P, *S, "--json")
    assert (code, out["soort"], counts(out)) == (1, "realisatie", [5, 2, 0, 0, 1, True])
    assert out["problemen"] == [
        {
            "blad": "lijst",
            "rij": 4,
            "veld": "gemeente",
            "melding": "“Enschde” is geen bekende gemeente; bedoelt de afzender Enschede?",
            "voorstel": "Enschede",
        },
        {
            "blad": "lijst",
            "rij": 6,
            "veld": "realisatie",
            "melding": "Realisatie: “veel” is geen geheel aantal",
            "voorstel": None,
        },
    ]
    assert realisaties(nieuw) == [("Almelo", 12), ("Borne", -3)]
    before = nieuw.read_bytes()
    code, out, _said = lees("realisatie", path, *P, *S, "--json")
    assert (code, counts(out)) == (1, [5, 0, 0, 2, 1, False])
    assert nieuw.read_bytes() == before
    assert lees("realisatie", path, *P, *S, "--akkoord")[0] == 1  # “veel” is still no number
    assert lees("realisatie", path, *P, *S, "--json")[1]["problemen"][0]["rij"] == 6  # the name is known now


def test_changed_numbers_are_left_out_unless_asked(lees: Any, lijst: Any, nieuw: Path) -> None:
    lees("realisatie", lijst("Gemeente;Realisatie", "Almelo;12", "Borne;3"), *P, *S)
    path = lijst("Gemeente;Realisatie", "Almelo;14", "Borne;3", "Losser;1")
    code, out, said = lees("realisatie", path, *P, *S, "--json")
    assert (code, counts(out)) == (0, [3, 1, 1, 1, 0, True])
    assert said[-2:] == [
        "lijst, rij 2: Almelo, realisatie 12 → 14",
        "Niet bijgewerkt: 1 rij met een ander aantal dan dit bestand. Neem dat over met --bijwerken.",
    ]
    code, out, said = lees("realisatie", path, *P, *S)
    assert (code, out.splitlines()[-1]) == (0, "Er is niets geschreven.")
    code, out, said = lees("realisatie", path, *P, *S, "--bijwerken", "--json")
    assert (code, counts(out)) == (0, [3, 0, 1, 2, 0, True])
    assert realisaties(nieuw) == [("Almelo", 14), ("Borne", 3), ("Losser", 1)]


def test_a_dry_run_writes_nothing(lees: Any, lijst: Any, nieuw: Path) -> None:
    before = nieuw.read_bytes()
    code, out, _said = lees("realisatie", lijst("Gemeente;Realisatie", "Almelo;12"), *P, *S, "--droog")
    assert (code, out.splitlines()[-1]) == (0, "Droog gelezen: er is niets geschreven.")
    assert nieuw.read_bytes() == before


def test_the_day_comes_from_the_table_or_the_command(lees: Any, lijst: Any, nieuw: Path) -> None:
    code, _out, said = lees("realisatie", lijst("Gemeente;Realisatie per 1-9-2023", "Almelo;12"), *P)
    assert (code, said[0]) == (0, "De peildatum is 01-09-2023; zo staat het in de tabel.")
    path = lijst("Gemeente;Realisatie", "Almelo;12")
    assert lees("realisatie", path, *P)[::2] == (
        1,
        ["De peildatum is niet bekend: de tabel noemt er geen. Geef de peildatum erbij."],
    )
    assert lees("realisatie", path, *P, "--peildatum", "2023-06-01")[0] == 1


def test_a_beginstand_of_two_columns_is_one_number(lees: Any, lijst: Any, nieuw: Path) -> None:
    path = lijst("Gemeente;Achterstand;Voorsprong", "Almelo;12;", "Borne;;3")
    code, out, said = lees("beginstand", path, *P, "--json")
    assert (code, out["soort"], counts(out)) == (0, "beginstand", [2, 2, 0, 0, 0, True])
    assert "lijst, rij 1: een positief aantal onder “Voorsprong” is gelezen als voorsprong." in said
    assert [row.aantal for row in Ledger.open_for_reading(nieuw).beginstanden] == [12, -3]


def test_inwoners_of_the_country(lees: Any, nieuw: Path) -> None:
    code, out, said = lees("inwoners", BIJLAGE_A, "--akkoord", "--json")
    assert (code, out["soort"], counts(out)) == (0, "inwoners", [342, 342, 0, 0, 0, True])
    assert said == ["De peildatum is 01-01-2022; zo staat het in de tabel."]
    assert sum(row.aantal for row in Ledger.open_for_reading(nieuw).inwoners) == 17_590_672
    assert counts(lees("inwoners", BIJLAGE_A, "--peildatum", "2022-01-01", "--json")[1]) == [342, 0, 0, 342, 0, False]
    code, _out, said = lees("inwoners", BIJLAGE_A, "--periode", "2025-I")
    assert (code, "van 01-01-2022" in said[0] and "niet van 01-01-2024" in said[0]) == (1, True)


def test_the_kind_of_a_table_is_guessed_or_given(lees: Any, lijst: Any, nieuw: Path) -> None:
    path = lijst("Stand per 1 september 2023", "Gemeente;Taakstelling;Realisatie;Saldo", "Almelo;113;20;93")
    code, out, said = lees("tabel", path, *P, "--json")
    assert (code, out["soort"], counts(out)) == (0, "overzicht", [1, 1, 0, 0, 0, True])
    assert said[0] == "De tabel is gelezen als overzicht; geef --soort als het iets anders is."
    (row,) = Ledger.open_for_reading(nieuw).overzichtregels
    assert (row.taakstelling, row.realisatie, row.saldo, str(row.peildatum)) == (113, 20, 93, "2023-09-01")
    code, out, _said = lees("tabel", path, *P, "--soort", "taakstelling", "--peildatum", "2023-05-02", "--json")
    assert (code, out["soort"], out["nieuw"], out["geschreven"]) == (0, "taakstelling", 1, True)
    (versie,) = Ledger.open_for_reading(nieuw).taakstellingsversies
    assert str(versie.datum) == "2023-05-02"
    code, _out, said = lees("tabel", lijst("Provincie;Realisatie", "Overijssel;5"), *P)
    assert (code, "geen tabel die dit programma herkent" in said[0]) == (1, True)


def test_a_pasted_table_comes_from_stdin(lees: Any, nieuw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def paste(text: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))

    paste(b"Gemeente\tRealisatie\r\nAlmelo\t1.012\r\n")
    assert counts(lees("realisatie", "-", *P, *S, "--json")[1]) == [1, 1, 0, 0, 0, True]
    (row,) = Ledger.open_for_reading(nieuw).realisaties
    assert (row.aantal, row.bron) == (1012, "geplakte tabel")
    paste(b"")
    code, _out, said = lees("realisatie", "-", *P, *S)
    assert (code, said) == (1, ["Er is niets geplakt. Kopieer de tabel eerst in het rekenblad."])
    paste(b"Gemeente\x00")
    assert lees("realisatie", "-", *P, *S)[0] == 1


def test_columns_are_pointed_out_once(lees: Any, lijst: Any, nieuw: Path) -> None:
    path = lijst("Plaats;Wat;Hoeveel", "Almelo;x;12")
    assert lees("realisatie", path, *P, *S)[0] == 1
    code, out, _said = lees(
        "realisatie", path, *P, *S, "--kolom", "gemeente=Plaats", "--kolom", "realisatie=C", "--json"
    )
    assert (code, counts(out)) == (0, [1, 1, 0, 0, 0, True])
    later = lijst("Plaats;Wat;Hoeveel", "Almelo;x;15", name="oktober.csv")
    code, out, said = lees("realisatie", later, *P, "--peildatum", "2023-10-01", "--json")
    assert (code, counts(out)) == (0, [1, 1, 0, 0, 0, True])
    assert said[0] == "oktober: de kolommen zijn gelezen zoals u ze eerder aanwees."
    assert realisaties(nieuw) == [("Almelo", 12), ("Almelo", 15)]
    code, out, _said = lees(
        "taakstelling", path, *P, "--kolom", "gemeente=Plaats", "--kolom", "taakstelling=Hoeveel", "--json"
    )
    assert (code, out["overgenomen"], out["geschreven"]) == (0, 1, True)


def test_one_sheet_of_several(lees: Any, tmp_path: Path, nieuw: Path) -> None:
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    for sheet, number in ((book.active, 1), (book.create_sheet("goed"), 2)):
        sheet.append(["Gemeente", "Realisatie"])
        sheet.append(["Almelo", number])
    book.save(tmp_path / "b.xlsx")
    assert lees("realisatie", tmp_path / "b.xlsx", *P, *S)[0] == 1  # Almelo stands there twice
    assert lees("realisatie", tmp_path / "b.xlsx", *P, *S, "--blad", "goed")[0] == 0
    assert realisaties(nieuw) == [("Almelo", 2)]
    code, _out, said = lees("realisatie", tmp_path / "b.xlsx", *P, *S, "--blad", "weg")
    assert (code, said) == (1, ["Er is geen blad “weg”; kies uit: “Sheet”, “goed”."])


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("realisatie",), "Er ontbreekt iets: --periode."),
        (("tabel", "--soort", "realisatie"), "Er ontbreekt iets: --periode."),
        (("tabel", *P, "--soort", "azc"), "--soort: kies uit taakstelling, realisatie, beginstand, inwoners, overz"),
        (("realisatie", *P, "--kolom", "x=A"), "--kolom “x=A” is niet te lezen; schrijf veld=kop met een van: gemeen"),
        (("realisatie", *P, "--kolom", "realisatie="), "--kolom “realisatie=” is niet te lezen"),
    ],
)
def test_wrong_usage_is_one_sentence(lees: Any, lijst: Any, options: tuple[str, ...], sentence: str) -> None:
    code, out, said = lees(options[0], lijst("Gemeente;Realisatie", "Almelo;12"), *options[1:])
    assert (code, out, len(said)) == (2, "", 1)
    assert said[0].startswith(sentence)


@pytest.mark.parametrize(
    ("what", "more"),
    [
        ("realisatie", ""),
        ("beginstand", ""),
        ("inwoners", ""),
        ("opvang", "niet_optellend: een lijst met zinnen, "),
        ("tabel", "niet_optellend (alleen van opvang): een lijst met zinnen, "),
    ],
)
def test_the_help_names_the_keys(what: str, more: str) -> None:
    shown = " ".join(CliRunner().invoke(regietafel, ["importeer", what, "--help"]).output.split())
    assert f"JSON: soort, gelezen, nieuw, gewijzigd, gelijk, overgeslagen, {more}problemen: [blad, rij, veld" in shown
    assert shown.count("geschreven.") == 1


def test_nothing_taken_over_is_a_failure(lees: Any, lijst: Any, nieuw: Path) -> None:
    before = nieuw.read_bytes()
    for rows, sentence in (
        (["Enschde;5"], "Er is niets overgenomen: herstel de problemen, of neem de voorstellen over met --akkoord."),
        (["Goes;5"], "Er is niets overgenomen: in lijst.csv staat geen gemeente van dit bestand."),
    ):
        code, out, said = lees("realisatie", lijst("Gemeente;Realisatie", *rows), *P, *S, "--json")
        assert (code, out["geschreven"], said[-1]) == (1, False, sentence)
    assert nieuw.read_bytes() == before


# Opvang


DATA = Path(__file__).parents[1] / "data"
MEI = ("--peildatum", "2023-05-02")
TABEL1 = "opgaven_2023-05-02_tabel1.csv"
OPVANG_KEYS = ["gebied", "naam", "niveau", "soort", "opgave", "realisatie", "verschil", "berekend", "onverklaard"]


@pytest.fixture
def opvang(done: Any, nieuw: Path) -> Any:
    """What ``opvang`` answers about the file."""

    def call(*options: str) -> Any:
        answer = done("opvang", nieuw, *options)
        return answer.json if "--json" in options else answer.out

    return call


def test_opvang_is_read_once_and_answered_per_day(lees: Any, opvang: Any, nieuw: Path) -> None:
    assert opvang() == "Er is nog niets bekend over opvang.\n" and opvang("--json")["cijfers"] == []
    code, _out, said = lees("opvang", DATA / TABEL1)
    assert (code, said) == (
        1,
        ["De peildatum is niet bekend: de tabel noemt er geen. Geef de peildatum erbij."],
    )
    code, out, said = lees("opvang", DATA / TABEL1, *MEI, "--json")
    assert (code, out["soort"], counts(out)) == (0, "opvang", [38, 38, 0, 0, 0, True])
    assert said[0].startswith("opgaven_2023-05-02_tabel1, rij 1: niet ingelezen: “taakstelling_2023_I”, “realisatie_")
    code, out, _said = lees("tabel", DATA / "opgaven_2023-05-02_tabel2_amv.csv", *MEI, "--soort", "opvang", "--json")
    assert (code, counts(out)) == (0, [13, 13, 0, 0, 0, True])
    before = nieuw.read_bytes()
    code, out, said = lees("tabel", DATA / TABEL1, *MEI, "--json")
    assert (code, counts(out)) == (0, [38, 0, 0, 38, 0, False]) and nieuw.read_bytes() == before
    assert said[0] == "De tabel is gelezen als opvang; geef --soort als het iets anders is."
    rows = opvang("--json")["cijfers"]
    assert len(rows) == 128 and all(list(row) == [*OPVANG_KEYS, "peildatum", "bron"] for row in rows)
    (row,) = [row for row in rows if (row["gebied"], row["soort"]) == ("NL00", "coa_regulier")]
    assert [row[key] for key in OPVANG_KEYS] == [
        *("NL00", "Nederland", "land", "coa_regulier"),
        *(77_100, 35_152, 41_947, 41_948, -1),
    ]
    (row,) = [row for row in rows if (row["gebied"], row["soort"]) == ("PV20", "coa_noodopvang")]
    assert (row["opgave"], row["realisatie"], row["verschil"], row["peildatum"]) == (None, 1608, None, "2023-05-02")
    assert opvang("--op", "2023-05-01", "--json")["cijfers"] == []
    (line,) = [line for line in opvang().splitlines() if line.startswith("Twente") and "Oekraïne" in line]
    assert line.split()[:8] == ["Twente", "veiligheidsregio", "Opvang", "Oekraïne", "3.604", "0", "2.978", "+626"]


def test_opvang_with_another_number_and_a_strange_name(lees: Any, opvang: Any, lijst: Any, nieuw: Path) -> None:
    lees("opvang", lijst("Regio;Opgave Oekraïne;Realisatie Oekraïne", "Twente;5;3"), *MEI)
    path = lijst("Regio;Opgave Oekraïne;Realisatie Oekraïne", "Twente;6;3", "Twennte e.o.;1;1", "IJselland;4;4")
    code, out, said = lees("opvang", path, *MEI, "--json")
    assert (code, counts(out)) == (1, [3, 0, 1, 0, 0, False])
    assert [(each["veld"], each["voorstel"]) for each in out["problemen"]][-1] == (
        "gebied",
        "IJsselland (veiligheidsregio)",
    )
    assert said[-3] == "lijst, rij 2: Twente (veiligheidsregio), opvang Oekraïne opgave 5 → 6"
    assert lees("opvang", path, *MEI, "--bijwerken", "--akkoord", "--json")[1]["geschreven"]
    rows = opvang("--json")["cijfers"]
    assert {(row["gebied"], row["opgave"]) for row in rows} >= {("VR05", 6), ("VR04", 4)}
    assert lees("opvang", path, *MEI, "--periode", "2023-II")[0] == 2
    pointed = lijst("Waar;A;B", "Twente;9;8")
    columns = ("--kolom", "gebied=Waar", "--kolom", "crisisnoodopvang_realisatie=B")
    assert lees("opvang", pointed, *MEI, *columns)[0] == 0
    assert lees("opvang", pointed, "--peildatum", "2023-06-01", "--json")[1]["nieuw"] == 1
