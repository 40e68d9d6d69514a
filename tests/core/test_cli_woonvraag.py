"""The commands about money, norms, partners, and what waits for a home: what they write, say, and give as JSON."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import pytest

from regietafel.cli.opdrachten import regietafel
from tests.core.hulpteksten import keys

HERPLAATSING = ("--investering", "1.000.000", "--jaren", "30", "--geplaatst", "12", "--verkoopwaarde", "123.457")
STAND = ("--gemeente", "Almelo", "--peildatum", "2026-09-01", "--maat", "alleen")
TIJD = ("--gemeente", "Borne", "--maand", "2026-07-13")
AFSPRAAK = ("--gemeente", "Almelo", "--partner", "corporatie a", "--jaar", "2026")
GROEP = ("--gemeente", "Almelo", "--jaar", "2026", "--groep", "dakloos")
OP = ("--op", "2026-09-02")


def test_the_example_of_the_issue(run: Any) -> None:
    answer = run("reken", "herplaatsing", *HERPLAATSING, "--json").json
    assert answer["bedrag"] == 476543
    assert [(each["wie"], each["bedrag"]) for each in answer["delen"]] == [
        ("Rijk", 285925.8),
        ("gemeente", 119135.75),
        ("investeerder", 71481.45),
    ]
    said = run("reken", "herplaatsing", *HERPLAATSING).out
    assert "€ 1.000.000 × (30 − 12) ÷ 30" in said
    assert "Uitkomst: € 476.543" in said


def test_less_than_ten_years_is_said_in_a_sentence(run: Any) -> None:
    said = run("reken", "herplaatsing", *HERPLAATSING[:4], "--geplaatst", "9", "--verkoopwaarde", "0")
    assert said.code == 0
    assert "De woningen staan er 9 jaar; de garantie geldt pas na 10 jaar op één plek." in said.out


@pytest.mark.parametrize(
    ("arguments", "bedrag"),
    [
        (("sft", "--woningen", "40"), 560_000),
        (("rha", "--woningen", "40", "--kosten", "300000"), 300_000),
        (("sft", "--woningen", "40", "--toekenning", "2026-01-10", "--start", "2027-07-11"), 0),
        (("doorstroom", "--personen", "40", "--van", "1-9-2026", "--tot", "30-9-2026"), 72_000),
        (("gezinnen", "--huishouden", "6", "--huishouden", "5"), None),
    ],
)
def test_every_calculation(run: Any, arguments: tuple[str, ...], bedrag: int | None) -> None:
    assert run("reken", *arguments, "--json").json["bedrag"] == bedrag
    assert ("Uitkomst: onbekend" in run("reken", *arguments).out) is (bedrag is None)


def test_a_calculation_uses_the_amounts_of_the_file(run: Any, nieuw: Path) -> None:
    sft = next(each for each in run("regelingen", nieuw, "--json").json if "SFT" in each["naam"])
    assert (
        run("regeling", nieuw, str(sft["id"]), "--zet", "bedrag=10000", "--zet", "gecontroleerd_op=2026-11-01").code
        == 0
    )
    assert run("reken", "sft", "--woningen", "2", "--bestand", nieuw, "--json").json["bedrag"] == 20_000
    found = next(each for each in run("regelingen", nieuw, "--json").json if each["id"] == sft["id"])
    assert (found["gecontroleerd_op"], found["opmerkingen"]) == ("2026-11-01", [])
    depreciation = next(each for each in run("normen", nieuw, "--json").json if each["sleutel"] == "flex_afschrijving")
    assert run("norm", nieuw, str(depreciation["id"]), "--zet", "waarde=20").code == 0
    without = (*HERPLAATSING[:2], *HERPLAATSING[4:])
    assert run("reken", "herplaatsing", *without, "--bestand", nieuw, "--json").json["bedrag"] == 276_543  # 8/20


def test_norms_and_certainty_are_edited(run: Any, nieuw: Path) -> None:
    new = ("--sleutel", "bezetting", "--zet", "omschrijving=Bezetting", "--zet", "waarde=95")
    assert run("norm", nieuw, *new, "--zet", "geldig_vanaf=2027-01-01").code == 0
    found = [each for each in run("normen", nieuw, "--json").json if each["sleutel"] == "bezetting"]
    assert [(each["waarde"], each["geldig_vanaf"]) for each in found] == [(92, None), (95, "2027-01-01")]
    assert run("norm", nieuw, str(found[1]["id"]), "--verwijder").code == 0
    assert run("norm", nieuw, "--zet", "waarde=95").code == 2
    assert run("zekerheid", nieuw, "vergunning", "--zet", "zekerheid=70").code == 0
    certain = {each["staat"]: each["zekerheid"] for each in run("zekerheden", nieuw, "--json").json}
    assert (certain["vergunning"], certain["idee"]) == (70, 5)
    assert run("zekerheid", nieuw, "vergunning").code == 2
    assert run("zekerheid", nieuw, "vergunning", "--zet", "zekerheid=101").code == 1
    assert "Een flexwoning" in run("normen", nieuw).out
    assert "in aanbouw" in run("zekerheden", nieuw).out


def test_what_waits_is_recorded_kept_and_taken_out(run: Any, nieuw: Path) -> None:
    assert run("koppelstand", nieuw, *STAND, "--huishoudens", "9", "--woningen", "2").code == 0
    found = run("koppelstand", nieuw, *STAND, "--woningen", "3", "--bron", "COA", "--json").json
    assert found == [
        {
            "gemeente": "Almelo",
            "peildatum": "2026-09-01",
            "maat": "alleen",
            "huishoudens": 9,
            "woningen": 3,
            "bron": "COA",
        }
    ]
    assert "Almelo" in run("koppelstand", nieuw).out
    assert run("koppelstand", nieuw, *STAND).code == 2
    assert run("koppelstand", nieuw, "--huishoudens", "1").code == 2
    assert run("koppelstand", nieuw, *STAND[:4], "--maat", "9", "--huishoudens", "1").code == 2
    assert run("koppelstand", nieuw, *STAND, "--verwijder", "--json").json == []
    assert run("koppelstand", nieuw, *STAND, "--verwijder").code == 1


def test_vraag_en_aanbod_in_words_and_as_json(run: Any, nieuw: Path) -> None:
    run("koppelstand", nieuw, *STAND, "--huishoudens", "9", "--woningen", "2")
    run("koppelstand", nieuw, "--gemeente", "Borne", *STAND[2:], "--huishoudens", "1", "--woningen", "5")
    answer = run("vraag-aanbod", nieuw, *OP, "--json").json
    assert [(each["van"], each["naar"], each["aantal"]) for each in answer["voorstellen"]] == [("Almelo", "Borne", 4)]
    assert answer["tot"] == "2026-12-31"
    said = run("vraag-aanbod", nieuw, *OP).out
    assert "Over te dragen koppelingen" in said
    assert "Zij zijn buren." in said
    assert "alleen en duo" in said
    empty = run("vraag-aanbod", nieuw, "--op", "2026-01-01")
    assert empty.code == 0
    assert "zijn geen koppelingen bekend" in empty.out


def test_doorlooptijd_is_recorded_kept_and_taken_out(run: Any, nieuw: Path) -> None:
    assert run("doorlooptijd", nieuw, *TIJD, "--huisvestingen", "3").code == 1  # without days
    assert run("doorlooptijd", nieuw, *TIJD, "--dagen", "91", "--huisvestingen", "12").code == 0
    found = run("doorlooptijd", nieuw, *TIJD, "--regioplaatsingen", "4", *OP, "--json").json
    (row,) = found["regels"]
    assert (row["maand"], row["dagen"], row["norm"], row["boven_norm"]) == ("2026-07-01", 91, 84, 7)
    assert (found["regio"][0]["gemeente"], found["regio"][0]["aandeel_regio"]) == ("Regio", 33.3)
    assert "07-2026" in run("doorlooptijd", nieuw, *OP).out
    assert run("doorlooptijd", nieuw, *TIJD).code == 2
    assert run("doorlooptijd", nieuw, *TIJD, "--verwijder", "--json").json == {"regels": [], "regio": []}
    assert run("doorlooptijd", nieuw, *TIJD, "--verwijder").code == 1


def test_partners_and_who_else_waits(run: Any, nieuw: Path) -> None:
    assert "nog geen prestatieafspraken" in run("partners", nieuw).out
    assert run("partner", nieuw, "--zet", "naam=Corporatie A").code == 0
    agreed = ("--zet", "woningen=8000", "--zet", "mutatiegraad=6,5", "--zet", "aandeel=20")
    assert run("prestatieafspraak", nieuw, *AFSPRAAK, *agreed).code == 0
    assert run("prestatieafspraak", nieuw, *AFSPRAAK, "--zet", "gerealiseerd=90").code == 0
    assert run("aandachtsgroep", nieuw, *GROEP, "--aantal", "14").code == 0
    answer = run("partners", nieuw, "--jaar", "2026", "--gemeente", "Almelo", "--json").json
    assert answer["afspraken"][0]["afgesproken"] == 104
    assert answer["afspraken"][0]["mutatiegraad"] == 6.5
    assert (answer["gemeenten"][0]["verschil"], answer["gemeenten"][0]["wachtend"]) == (14, 14)
    assert "2026  Almelo" in run("partners", nieuw).out
    assert run("prestatieafspraak", nieuw, *AFSPRAAK, "--zet", "mutatiegraad=6,55").code == 1
    assert run("prestatieafspraak", nieuw, *AFSPRAAK).code == 2
    assert run("partner", nieuw, "1", "--verwijder").code == 1  # there is an agreement with it
    assert run("prestatieafspraak", nieuw, *AFSPRAAK, "--verwijder").code == 0
    assert run("prestatieafspraak", nieuw, *AFSPRAAK, "--verwijder").code == 1
    assert run("aandachtsgroep", nieuw, *GROEP, "--verwijder").code == 0
    assert run("aandachtsgroep", nieuw, *GROEP, "--verwijder").code == 1
    assert run("partner", nieuw, "1", "--verwijder").code == 0
    assert run("partners", nieuw, "--json").json == {"partners": [], "afspraken": [], "groepen": [], "gemeenten": []}


def command(name: str) -> click.Command:
    found: click.Command = regietafel
    for part in name.split():
        assert isinstance(found, click.Group)
        found = found.commands[part]
    return found


def test_the_keys_are_those_in_the_help(run: Any, nieuw: Path) -> None:
    run("koppelstand", nieuw, *STAND, "--huishoudens", "9", "--woningen", "2")
    run("koppelstand", nieuw, *STAND[:4], "--maat", "3-5", "--huishoudens", "0", "--woningen", "2")
    run("koppelstand", nieuw, "--gemeente", "Borne", *STAND[2:], "--huishoudens", "1", "--woningen", "5")
    run("doorlooptijd", nieuw, *TIJD, "--dagen", "91", "--huisvestingen", "12")
    run("partner", nieuw, "--zet", "naam=Corporatie A")
    run("prestatieafspraak", nieuw, *AFSPRAAK, "--zet", "aantal=20")
    run("aandachtsgroep", nieuw, *GROEP, "--aantal", "14")
    for name, rest in (
        ("vraag-aanbod", (nieuw, *OP)),
        ("koppelstand", (nieuw,)),
        ("doorlooptijd", (nieuw, *OP)),
        ("partners", (nieuw,)),
        ("regelingen", (nieuw,)),
        ("normen", (nieuw,)),
        ("zekerheden", (nieuw,)),
        ("reken herplaatsing", HERPLAATSING),
    ):
        answer = run(*name.split(), *rest, "--json").json
        assert answer, name
        missing = keys(answer) - set(re.findall(r"\w+", command(name).help or ""))
        assert not missing, (name, missing)
