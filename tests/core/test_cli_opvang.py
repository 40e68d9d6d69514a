"""The commands about opvang: every printed cell comes back, what does not add up is said, a question is answered."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from regietafel.reference import find_provincie
from tests.core.exchange.opvangtabellen import TABEL1, TABEL2, printed

PROVINCIAAL = TABEL1.with_name("provinciale_opvangopgave_2023-I.csv")
NIET = [
    "Nederland, COA regulier (02-05-2023): het verschil is gedrukt als 41.947, de opgave min de realisatie is 41.948.",
    "Nederland, COA regulier (02-05-2023): verschil is gedrukt als 41.947, de provincies tellen op tot 41.948.",
    "Nederland, Amv COA (02-05-2023): het verschil is gedrukt als 701, de opgave min de realisatie is 702.",
    "Nederland, Amv COA (02-05-2023): opgave is gedrukt als 3.660, de provincies tellen op tot 3.659.",
]


@pytest.fixture
def path(run: Any, tmp_path: Path) -> Path:
    """Twente, empty."""
    assert run("nieuw", tmp_path / "t.regietafel", "--veiligheidsregio", "Twente").code == 0
    return tmp_path / "t.regietafel"


def new(run: Any, path: Path, naam: str, *options: str, gemeente: str = "Borne", soort: str = "azc") -> Any:
    given = ("--gemeente", gemeente, "--zet", f"naam={naam}", "--zet", f"soort={soort}", *options, "--json")
    return run("locatie", "nieuw", path, *given)


def test_both_tables_cell_for_cell(run: Any, path: Path) -> None:
    said, told = [], []
    for table in (TABEL1, TABEL2):
        answer = run("importeer", "opvang", path, table, "--peildatum", "2023-05-02", "--json")
        assert answer.code == 0 and answer.json["geschreven"] and not answer.json["problemen"]
        said += [line for line in answer.err.splitlines() if "niet ingelezen" not in line]
        told += answer.json["niet_optellend"]
    assert said == told == NIET  # exactly these, and at once
    found = run("opvang", path, "--op", "2023-05-02", "--json").json
    shown = {
        (each["gebied"], f"{each['soort']}_{getal}"): each[getal]
        for each in found["cijfers"]
        for getal in ("opgave", "realisatie", "verschil")
        if each[getal] is not None
    }
    expected = printed(TABEL1) | printed(TABEL2)
    assert shown == expected and len(expected) == 282
    gebieden = [gebied[:2] for gebied in {gebied for gebied, _column in expected}]
    assert sorted(gebieden) == ["NL"] + ["PV"] * 12 + ["VR"] * 25
    assert found["niet_optellend"] == NIET
    stand = {(each["gebied"], each["soort"]): each for each in found["stand"]}
    for (gebied, column), aantal in expected.items():
        soort, _line, getal = column.rpartition("_")
        if getal != "verschil":
            assert stand[gebied, soort][getal] == aantal
            assert stand[gebied, soort]["bronnen"][getal]["peildatum"] == "2023-05-02"
    differ = {key for key, each in stand.items() if each["verschil"] != expected.get((key[0], f"{key[1]}_verschil"))}
    assert {key for key in differ if key[0] != "regio"} == {("NL00", "coa_regulier"), ("NL00", "amv_coa")}
    assert all(line in run("opvang", path, "--op", "2023-05-02").out for line in NIET)


def test_the_provincial_quota_cell_for_cell(run: Any, path: Path) -> None:
    """Its columns are of two days, so it is read in twice, each column pointed out."""
    columns = {"opgave": ("2024-01-01", "opgave_2024-01-01"), "realisatie": ("2023-04-01", "regulier_2023-04-01")}
    with PROVINCIAAL.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for getal, (dag, column) in columns.items():
        pointed = ("--kolom", "gebied=provincie", "--kolom", f"coa_regulier_{getal}={column}")
        assert run("importeer", "opvang", path, PROVINCIAAL, "--peildatum", dag, *pointed).code == 0
    stand = {each["gebied"]: each for each in run("opvang", path, "--op", "2024-01-01", "--json").json["stand"]}
    assert len(rows) == len(stand) == 13
    for row in rows:
        code = "NL00" if row["provincie"] == "Totaal" else find_provincie(row["provincie"]).code
        found = stand[code]
        assert [found["opgave"], found["realisatie"]] == [int(row[column]) for _dag, column in columns.values()]
        assert found["verschil"] == int(row["verhoging"])
        assert {getal: each["peildatum"] for getal, each in found["bronnen"].items()} == {
            getal: dag for getal, (dag, _column) in columns.items()
        }


def test_a_location_from_idee_to_removed(run: Any, path: Path) -> None:
    made = new(run, path, "Noord", "--zet", "capaciteit=300", "--staat", "verkenning", "--vanaf", "2023-01-10")
    assert made.code == 0
    assert (made.json["id"], made.json["gemeente"], made.json["staat"]) == (1, "Borne", "verkenning")
    small = new(run, path, "Klein", "--zet", "capaciteit=40", "--hoofdlocatie", "noord", soort="amv_kleinschalig")
    assert small.json["hoofdlocatie"] == "Noord"
    state = run("locatie", "staat", path, "Noord", "--staat", "raadsbesluit", "--vanaf", "2023-09-01", "--json").json
    assert state["raadsbesluit"] and [each["staat"] for each in state["staten"]] == ["raadsbesluit", "verkenning"]
    assert state["klein"] == ["Klein"]
    assert not run("locatie", "toon", path, "1", "--op", "2023-08-31", "--json").json["raadsbesluit"]
    changed = run("locatie", "wijzig", path, "1", "--zet", "open_vanaf=2024-01-01", "--zet", "capaciteit=", "--json")
    assert (changed.json["open_vanaf"], changed.json["capaciteit"]) == ("2024-01-01", None)
    assert run("locatie", "wijzig", path, "Klein", "--hoofdlocatie", "", "--json").json["hoofdlocatie"] == ""
    assert run("locatie", "staat", path, "1", "--vanaf", "2023-09-01", "--verwijder").code == 0
    gone = run("locatie", "staat", path, "1", "--vanaf", "2023-09-01", "--verwijder")
    assert (gone.code, gone.err.strip()) == (1, "Van die dag staat er geen staat bij Noord.")
    listed = run("locatie", "lijst", path, "--json").json
    assert [each["naam"] for each in listed] == ["Klein", "Noord"] and "gemeente_id" not in listed[0]
    assert run("locatie", "verwijder", path, "Noord").code == 0
    assert "Klein" in run("locatie", "lijst", path).out
    assert run("locatie", "verwijder", path, "Klein").code == 0
    assert run("locatie", "lijst", path).out == "Er zijn nog geen locaties.\n"


def test_the_text_of_one_tells_all_that_is_filled_in(run: Any, path: Path) -> None:
    new(run, path, "Noord")
    assert "Contact: " not in run("locatie", "toon", path, "Noord").out
    told = {
        "overeenkomst_tot": ("2027-12-31", "Einde overeenkomst: 31-12-2027"),
        "doelgroep": ("gezinnen", "Doelgroep: gezinnen"),
        "contact": ("beleidsmedewerker opvang Borne", "Contact: beleidsmedewerker opvang Borne"),
        "bron": ("brief van het COA", "Bron: brief van het COA"),
        "opmerking": ("in twee delen", "Opmerking: in twee delen"),
    }
    zetten = [part for naam, (value, _line) in told.items() for part in ("--zet", f"{naam}={value}")]
    new(run, path, "Klein", "--hoofdlocatie", "Noord", *zetten)
    lines = run("locatie", "toon", path, "Klein").out.splitlines()
    assert {"Hoofdlocatie: Noord", *(line for _value, line in told.values())} <= set(lines)


def test_what_is_doubtful_is_asked_and_done_with_toch(run: Any, path: Path) -> None:
    new(run, path, "Noord", "--zet", "capaciteit=300", "--staat", "open", "--vanaf", "2023-01-10")
    doubtful = {
        ("bezet", "--aantal", "310", "--peildatum", "2023-05-01"): (
            "Noord heeft 300 plekken, en op 01-05-2023 waren er 310 bezet. Klopt dat?"
        ),
        ("wijzig", "--zet", "capaciteit=250"): (
            "Noord heeft 250 plekken, en op 01-05-2023 waren er 310 bezet. Klopt dat?"
        ),
        ("staat", "--staat", "idee", "--vanaf", "2023-06-01"): (
            "Noord zou op 01-06-2023 teruggaan van “open” (10-01-2023) naar “idee”. Klopt dat?"
        ),
    }
    for (command, *options), question in doubtful.items():
        before = path.read_bytes()
        asked = run("locatie", command, path, "Noord", *options)
        assert (asked.code, asked.err.strip()) == (1, f"{question} Geef --toch als het zo is.")
        assert path.read_bytes() == before
        assert run("locatie", command, path, "Noord", *options, "--toch").code == 0
    seen = run("locatie", "toon", path, "Noord", "--op", "2023-05-01", "--json").json
    assert (seen["capaciteit"], seen["bezet"], seen["vrij"]) == (250, 310, -60)
    assert run("locatie", "bezet", path, "Noord", "--peildatum", "2023-05-01", "--verwijder").code == 0
    gone = run("locatie", "bezet", path, "Noord", "--peildatum", "2023-05-01", "--verwijder")
    assert (gone.code, gone.err.strip()) == (1, "Van die dag staat er geen telling bij Noord.")


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("nieuw", "--zet", "naam=X"), 2, "Geef ook: --gemeente."),
        (("nieuw", "--gemeente", "Borne", "--zet", "naam=X"), 1, "Geef ook: soort opvang."),
        (("nieuw", "--gemeente", "Borne", "--staat", "open"), 2, "Geef --staat en --vanaf samen."),
        (("wijzig", "Noord"), 2, "Geef wat er verandert, bijvoorbeeld --zet capaciteit=300."),
        (("wijzig", "Noord", "--zet", "soort=kasteel"), 1, "Soort opvang: “kasteel” is niet te lezen"),
        (("wijzig", "Noord", "--zet", "open_tot=2022-01-01"), 1, "Het einde ligt vóór het begin"),
        (("wijzig", "Noord", "--zet", "overeenkomst_tot=2022-01-01"), 1, "De bestuursovereenkomst eindigt voordat"),
        (("staat", "Noord", "--staat", "open"), 2, "Geef --vanaf, met --staat of --verwijder."),
        (("bezet", "Noord", "--peildatum", "2023-05-01"), 2, "Geef --aantal, of --verwijder."),
        (("toon", "Zuid"), 1, "Er is geen locatie “Zuid”; zie regietafel locatie lijst."),
    ],
)
def test_what_was_wrong_is_said(run: Any, path: Path, options: tuple[str, ...], code: int, said: str) -> None:
    new(run, path, "Noord", "--zet", "open_vanaf=2023-01-01")
    command, *rest = options
    answer = run("locatie", command, path, *rest)
    assert answer.code == code and answer.err.startswith(said), answer.err


def test_a_swap_and_what_is_to_come(run: Any, path: Path) -> None:
    new(run, path, "Noord", "--zet", "capaciteit=300", "--staat", "open", "--vanaf", "2023-01-10")
    new(run, path, "Zuid", "--zet", "capaciteit=101", "--zet", "open_vanaf=2023-11-01", "--staat", "in_aanbouw",
        "--vanaf", "2023-01-10")  # fmt: skip
    new(run, path, "Ooit", gemeente="Almelo")
    swap = ("--van", "Borne", "--naar", "Almelo", "--soort", "coa_regulier", "--aantal", "12", "--datum", "2023-05-01")
    made = run("opvangruil", "nieuw", path, *swap, "--json").json
    assert made == {
        "id": 1,
        "datum": "2023-05-01",
        "van": "Borne",
        "naar": "Almelo",
        "soort": "coa_regulier",
        "aantal": 12,
        "bron": "",
    }
    assert run("opvangruil", "wijzig", path, "1", "--aantal", "20", "--json").json["aantal"] == 20
    found = run("opvang", path, "--op", "2023-09-15", "--tot", "2023-12-01", "--json").json
    uitruil = {each["gebied"]: each["uitruil"] for each in found["stand"] if each["uitruil"]}
    assert uitruil == {"GM0141": 20, "GM0147": -20}
    ahead = found["pijplijn"]
    assert [(each["begin"], each["zeker"], each["verwacht"]) for each in ahead["maanden"]] == [
        ("2023-09-01", 300, 300), ("2023-10-01", 300, 300), ("2023-11-01", 300, 391), ("2023-12-01", 300, 391),
    ]  # fmt: skip
    assert ahead["maanden"][2]["gebeurtenissen"][0]["zekerheid"] == 90 and ahead["zonder_datum"] == ["Ooit"]
    text = run("opvang", path, "--op", "2023-09-15", "--tot", "2023-12-01").out
    assert "Nog niet open, en zonder dag die nog komt: Ooit." in text
    back = run("opvang", path, "--op", "2023-09-15", "--tot", "2023-09-14")
    assert (back.code, back.err.strip()) == (2, "--tot: 14-09-2023 ligt vóór 15-09-2023.")
    assert run("opvangruil", "verwijder", path, "1").code == 0
    assert run("opvangruil", "lijst", path, "--json").json == []
    elsewhere = run("opvangruil", "nieuw", path, "--van", "Borne")
    assert (elsewhere.code, elsewhere.err.strip()) == (2, "Geef ook: --naar, --soort, --aantal, --datum.")
    assert run("opvangruil", "wijzig", path, "1").code == 2
    gone = run("opvangruil", "verwijder", path, "1")
    assert gone.err.startswith("Er is geen uitruil van opvangplekken met nummer 1")


def keys(answer: Any) -> set[str]:
    if isinstance(answer, list):
        return set().union(*map(keys, answer))
    return set(answer).union(*map(keys, answer.values())) if isinstance(answer, dict) else set()


def test_the_keys_are_those_in_the_help(run: Any, path: Path) -> None:
    new(run, path, "Noord", "--zet", "capaciteit=300", "--staat", "open", "--vanaf", "2023-01-10")
    new(run, path, "Zuid", "--zet", "capaciteit=9", "--zet", "open_vanaf=2090-01-01", "--hoofdlocatie", "Noord")
    run("locatie", "bezet", path, "Noord", "--aantal", "280", "--peildatum", "2023-05-01")
    run("importeer", "opvang", path, TABEL1, "--peildatum", "2023-05-02")
    lijst = run("locatie", "lijst", "--help").out
    for command, helps in (
        (("locatie", "lijst", path), [lijst]),
        (("locatie", "toon", path, "Noord"), [lijst, run("locatie", "toon", "--help").out]),
        (("opvang", path, "--tot", "2090-02-01"), [lijst, run("opvang", "--help").out]),
    ):
        said = " ".join(helps)
        assert not {key for key in keys(run(*command, "--json").json) if key not in said}, command
