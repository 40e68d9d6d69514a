"""The whole life of an agreement on the command line, on the real taakstelling of Twente."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from regietafel.i18n import today

P = ("--periode", "2023-II")
KENMERK = "HV-2023-II-01"
TOON_KEYS = [
    "kenmerk", "periode", "status", "in_werking_op", "toelichting", "overdrachten", "partijen", "som_oud", "som_nieuw",
    "op", "tot_en_met", "reden_langer", "overleg", "buiten_tafel", "bezwaarclausule", "ingetrokken_op",
    "reden_intrekking", "kennisgevingen", "verwerkingen", "termijnen", "volgende_stap", "vervolg_op", "vervolgen",
]  # fmt: skip
PARTIJ_KEYS = [
    "gemeente", "oud", "wijziging", "nieuw", "voorgelegd_op", "besluit", "bekendmaking", "contact"
]  # fmt: skip
BORNE = ("--gemeente", "Borne", "--datum", "2023-06-20")
AFSPRAKEN = {
    2: {"Enschede>Borne": 10},
    3: {"Enschede>Borne": 10, "Enschede>Wierden": 5},
    5: {"Enschede>Borne": 10, "Enschede>Wierden": 5, "Almelo>Dinkelland": 7, "Almelo>Wierden": 1},
}


class Commands:
    """``herverdeling …`` on one file; what fails, fails the test."""

    def __init__(self, run: Any, path: Path) -> None:
        self.run, self.path = run, path

    def __call__(self, command: str, *arguments: str, kenmerk: str = KENMERK) -> str:
        answer = self.run("herverdeling", command, self.path, kenmerk, *arguments)
        assert (answer.code, answer.err) == (0, "")
        return str(answer.out)

    def refused(self, command: str, *arguments: str, kenmerk: str = KENMERK, code: int = 1) -> str:
        before = self.path.read_bytes()
        answer = self.run("herverdeling", command, self.path, kenmerk, *arguments)
        assert (answer.code, answer.out) == (code, "") and self.path.read_bytes() == before
        assert len(answer.err.strip().splitlines()) == 1
        return str(answer.err)

    def toon(self, *op: str, kenmerk: str = KENMERK) -> Any:
        return self.run("herverdeling", "toon", self.path, kenmerk, "--json", *op).json

    def moved(self, *op: str) -> dict[str, int]:
        rows = self.run("stand", self.path, *P, *op, "--json").json
        assert rows["totaal"]["herverdeling"] == 0 and rows["totaal"]["taakstelling"] == 985
        return {row["gemeente"]: row["herverdeling"] for row in rows["gemeenten"] if row["herverdeling"]}


@pytest.fixture
def hv(run: Any, voorbeeld: Path) -> Commands:
    return Commands(run, voorbeeld)


def _new(hv: Commands, delen: dict[str, int], *more: str) -> Any:
    options = [text for names, aantal in delen.items() for text in ("--overdracht", f"{names}:{aantal}")]
    answer = hv.run("herverdeling", "nieuw", hv.path, *P, *options, *more)
    assert answer.code == 0
    return answer


def _all(parties: list[str]) -> list[str]:
    return [text for naam in parties for text in ("--gemeente", naam)]


@pytest.mark.parametrize("partijen", AFSPRAKEN)
def test_an_agreement_goes_from_concept_to_booked(hv: Commands, partijen: int) -> None:
    delen = AFSPRAKEN[partijen]
    _new(hv, delen)
    changes: dict[str, int] = {}
    for names, aantal in delen.items():
        van, naar = names.split(">")
        changes[van] = changes.get(van, 0) - aantal
        changes[naar] = changes.get(naar, 0) + aantal
    shown = hv.toon()
    parties = [row["gemeente"] for row in shown["partijen"]]
    assert list(shown) == TOON_KEYS and all(list(row) == PARTIJ_KEYS for row in shown["partijen"])
    assert len(parties) == partijen and shown["status"] == "concept" and shown["in_werking_op"] is None

    assert "Voorgelegd op 06-06-2023" in hv("voorleggen", "--datum", "2023-06-06")
    assert hv.toon()["status"] == "ter besluitvorming"
    hv("besluit", *_all(parties[1:]), "--datum", "2023-06-20", "--nummer", "23-17", "--ondertekenaar", "burgemeester")
    assert hv.toon()["volgende_stap"] == f"Besluit van {parties[0]}"
    assert "nu: besloten" in hv("besluit", *_all(parties[:1]), "--datum", "2023-06-27")
    hv("bekendmaking", *_all(parties[1:]), "--datum", "2023-06-29", "--vindplaats", "Gemeenteblad 2023, 1")
    assert hv.moved() == {}
    said = hv("bekendmaking", *_all(parties[:1]), "--datum", "2023-07-05", "--vindplaats", "Gemeenteblad 2023, 2")
    assert f"{KENMERK} is in werking vanaf 06-07-2023 en verandert niet meer; alleen een nieuwe kan volgen." in said

    assert hv.moved() == changes == hv.moved("--op", "2023-07-06")
    assert hv.moved("--op", "2023-07-05") == {}
    for facts in (
        ("besluit", *_all(parties[:1]), "--datum", "2023-06-26"),
        ("bekendmaking", *_all(parties[:1]), "--datum", "2023-07-04", "--vindplaats", "x"),
        ("intrekken", "--datum", "2023-07-10", "--reden", "spijt"),
        ("zonder", *_all(parties[:1])),
        ("verwijder",),
    ):
        assert "alleen een nieuwe kan volgen" in hv.refused(*facts)

    hv("kennisgeving", "--aan", "coa", "--aan", "provincie", "--datum", "2023-07-10", "--wijze", "e-mail")
    hv("kennisgeving", "--aan", "coa", "--datum", "2023-07-10", "--ontvangst", "2023-07-11")
    assert hv.toon()["status"] == "in werking"
    assert "Wachten op de verwerking" in hv("kennisgeving", *["--aan", "aenm", "--aan", "vro", "--datum", "2023-07-14"])
    assert hv.toon()["status"] == "gemeld"
    hv("verwerkt", "--datum", "2023-08-01", "--afgekeurd", "--reden", "de som klopt niet")
    assert hv.toon()["status"] == "afgekeurd" and hv.moved() == {} == hv.moved("--op", "2023-08-01")
    assert hv.moved("--op", "2023-07-31") == changes
    hv("verwerkt", "--datum", "2023-08-04")
    assert hv.moved() == changes == hv.moved("--op", "2023-08-04") and hv.moved("--op", "2023-08-03") == {}

    shown = hv.toon()
    assert (shown["status"], shown["in_werking_op"], shown["volgende_stap"]) == ("verwerkt", "2023-07-06", "")
    assert shown["partijen"][1]["besluit"] == {
        "datum": "2023-06-20", "nummer": "23-17", "ondertekenaar": "burgemeester", "geweigerd": False, "reden": ""
    }  # fmt: skip
    assert shown["partijen"][0]["bekendmaking"] == {"datum": "2023-07-05", "vindplaats": "Gemeenteblad 2023, 2"}
    assert shown["kennisgevingen"][0] == {
        "aan": "coa", "datum": "2023-07-10", "wijze": "e-mail", "ontvangst_op": "2023-07-11"
    }  # fmt: skip
    assert [row["afgekeurd"] for row in shown["verwerkingen"]] == [True, False]
    # a week after Wednesday 5 July is the 12th: aenm and vro were told on the 14th; a month after is Saturday 5 August
    assert [(row["uiterlijk"], row["voldaan_op"], row["dagen"]) for row in shown["termijnen"]] == [
        ("2023-07-12", "2023-07-10", 2),
        ("2023-07-12", "2023-07-10", 2),
        ("2023-07-12", "2023-07-14", -2),
        ("2023-07-12", "2023-07-14", -2),
        ("2023-08-07", "2023-08-04", 3),
        ("2023-12-31", "2023-07-06", 178),
    ]
    told = [
        ("2023-06-05", "concept"), ("2023-06-06", "ter besluitvorming"), ("2023-06-27", "besloten"),
        ("2023-07-05", "bekendgemaakt"), ("2023-07-06", "in werking"), ("2023-07-13", "in werking"),
        ("2023-07-14", "gemeld"), ("2023-08-01", "afgekeurd"), ("2023-08-03", "afgekeurd"), ("2023-08-04", "verwerkt"),
    ]  # fmt: skip
    assert [(day, hv.toon("--op", day)["status"]) for day, _status in told] == told
    text = hv("toon")
    assert "Verwerkt door het COA" in text and "2 dagen te laat" in text and "op tijd gedaan" in text


def test_what_was_known_on_a_day(hv: Commands) -> None:
    _new(hv, AFSPRAKEN[2])
    hv("besluit", *_all(["Enschede", "Borne"]), "--datum", "2023-06-20", "--nummer", "7")
    hv("bekendmaking", *_all(["Enschede", "Borne"]), "--datum", "2023-06-22", "--vindplaats", "GB 1")
    hv("kennisgeving", "--aan", "coa", "--datum", "2023-06-26")
    hv("verwerkt", "--datum", "2023-07-03")
    before, announced = hv.toon("--op", "2023-06-19"), hv.toon("--op", "2023-06-22")
    assert [row["besluit"] for row in before["partijen"]] == [None, None]
    assert (before["in_werking_op"], announced["in_werking_op"]) == (None, "2023-06-23")
    assert announced["kennisgevingen"] == announced["verwerkingen"] == []
    assert announced["termijnen"][0]["dagen"] == 7
    listed = {day: hv.run("herverdeling", "lijst", hv.path, "--op", day).out for day in ("2023-06-20", "2023-06-22")}
    assert ["23-06-2023" in text for text in listed.values()] == [False, True]
    row = hv.run("herverdeling", "lijst", hv.path, "--op", "2023-06-20", "--json").json[0]
    assert row == {
        "kenmerk": KENMERK, "periode": "2023-II", "status": "besloten", "in_werking_op": None, "aantal": 10
    }  # fmt: skip
    assert "Besluit" not in hv("toon", "--op", "2023-06-19").replace("Besluit van", "")


def test_a_refusal_says_what_falls_away_and_a_new_concept_follows(hv: Commands) -> None:
    _new(hv, AFSPRAKEN[3], "--bezwaarclausule", "--toelichting", "Borne bouwt")
    said = hv("besluit", "--gemeente", "Wierden", "--datum", "2023-06-20", "--geweigerd", "--reden", "geen woningen")
    assert "nu: geweigerd. Volgende stap: Intrekken, of een nieuw concept zonder Wierden." in said
    assert "Zonder Wierden vervalt Enschede → Wierden 5; er blijft Enschede → Borne 10." in said
    assert hv.toon()["partijen"][2]["besluit"]["reden"] == "geen woningen"
    answer = hv.run("herverdeling", "zonder", hv.path, KENMERK, "--gemeente", "wierden", "--json")
    assert answer.json["vervallen"] == [{"van": "Enschede", "naar": "Wierden", "aantal": 5}]
    new = hv.toon(kenmerk="HV-2023-II-02")
    assert (new["vervolg_op"], new["bezwaarclausule"], new["toelichting"]) == (KENMERK, True, "Borne bouwt")
    assert hv.toon()["vervolgen"] == ["HV-2023-II-02"]
    assert "Vervallen: Enschede → Borne 10" in hv("zonder", "--gemeente", "Borne")
    assert "geen overdracht over" in hv.refused("zonder", "--gemeente", "Enschede")
    assert "Almelo doet niet mee aan HV-2023-II-01" in hv.refused("zonder", "--gemeente", "Almelo")
    # the college decides again
    again = ("besluit", "--gemeente", "Wierden", "--datum", "2023-07-04")
    assert "is vervangen door HV-2023-II-02, HV-2023-II-03" in hv.refused(*again).replace(" en ", ", ")
    for kenmerk in ("HV-2023-II-02", "HV-2023-II-03"):
        assert hv.run("herverdeling", "verwijder", hv.path, kenmerk).code == 0
    said = hv(*again)
    assert "ter besluitvorming" in said and hv.toon()["partijen"][2]["besluit"]["reden"] == ""


def test_the_same_fact_twice_changes_nothing(hv: Commands) -> None:
    _new(hv, AFSPRAKEN[2])
    facts = (
        ("voorleggen", "--datum", "2023-06-01"),
        ("voorleggen", "--gemeente", "Borne", "--datum", "2023-06-01"),
        ("contact", "--gemeente", "Borne", "--contact", "afdeling Wonen"),
        ("besluit", *_all(["Borne", "GM0153"]), "--datum", "2023-06-20", "--nummer", "7"),
        ("bekendmaking", *_all(["Borne", "Enschede"]), "--datum", "2023-06-22", "--vindplaats", "GB 1"),
        ("kennisgeving", "--aan", "coa", "--datum", "2023-06-26", "--wijze", "post"),
        ("verwerkt", "--datum", "2023-07-03"),
    )
    for each in facts:
        hv(*each)
        before = hv.path.read_bytes()
        assert hv(*each).startswith("Er verandert niets.") and hv.path.read_bytes() == before
    log = hv.run("logboek", hv.path, "--json").json
    assert len([row for row in log if KENMERK in row["wat"]]) == len(facts)  # one of them came twice, one is the making
    # what is not named stays
    hv("besluit", *BORNE, "--ondertekenaar", "burgemeester van Borne")
    assert hv.toon()["partijen"][1]["besluit"]["nummer"] == "7"


def test_what_was_recorded_by_mistake_goes(hv: Commands) -> None:
    _new(hv, AFSPRAKEN[2])
    hv("voorleggen", "--datum", "2023-06-01")
    hv("voorleggen", "--verwijder")
    assert hv.toon()["status"] == "concept"
    hv("besluit", *BORNE, "--nummer", "7", "--ondertekenaar", "burgemeester")
    hv("bekendmaking", *BORNE, "--vindplaats", "GB 1")
    assert "eerst het besluit" in hv.refused("besluit", *BORNE[:2], "--verwijder")
    assert "Weggehaald: Borne." in hv("bekendmaking", *BORNE[:2], "--verwijder")
    hv("besluit", *BORNE[:2], "--verwijder")
    hv("besluit", *_all(["Borne", "Enschede"]), "--datum", "2023-06-20")
    hv("bekendmaking", *_all(["Borne", "Enschede"]), "--datum", "2023-06-22", "--vindplaats", "GB 1")
    assert [row["besluit"]["nummer"] for row in hv.toon()["partijen"]] == ["", ""]
    hv("kennisgeving", "--aan", "coa", "--aan", "vro", "--datum", "2023-06-26")
    hv("verwerkt", "--datum", "2023-07-03", "--afgekeurd", "--reden", "som")
    assert "verwijder eerst het bericht van het COA" in hv.refused("kennisgeving", "--aan", "coa", "--verwijder")
    assert "Bericht van 03-07-2023 verwijderd." in hv("verwerkt", "--datum", "2023-07-03", "--verwijder")
    hv("kennisgeving", "--aan", "coa", "--aan", "vro", "--verwijder")
    assert (hv.toon()["status"], hv.toon()["kennisgevingen"]) == ("in werking", [])
    assert hv("verwerkt", "--datum", "2023-07-03", "--verwijder").startswith("Er verandert niets")


def test_what_is_special_is_shown(hv: Commands) -> None:
    _new(hv, AFSPRAKEN[2], "--bezwaarclausule")
    assert "Bezwaarclausule: ja" in hv("toon") and "Van buiten de tafel" not in hv("toon")


@pytest.mark.parametrize(
    ("facts", "code", "sentence"),
    [
        (("besluit", "--gemeente", "Almelo", "--datum", "2023-06-20"), 1, "Almelo doet niet mee aan HV-2023-II-01"),
        (("besluit", "--gemeente", "Bornee", "--datum", "2023-06-20"), 1, "Bedoelt u Borne?"),
        (("besluit", *BORNE, "--verwijder"), 2, "Geef --datum, of --verwijder"),
        (("besluit", *BORNE, "--geweigerd"), 1, "de reden"),
        (("besluit", *BORNE, "--reden", "x"), 2, "samen met --geweigerd"),
        (("besluit", "--gemeente", "Borne"), 2, "--datum"),
        (("besluit", "--gemeente", "Borne", "--datum", "gisteren"), 2, "geen datum"),
        (("bekendmaking", *BORNE), 2, "--vindplaats"),
        (
            ("bekendmaking", *[*BORNE, "--vindplaats", "x"]),
            1,
            "Borne: Vul eerst het besluit",
        ),
        (("kennisgeving", "--aan", "coa", "--datum", "2023-06-20"), 1, "pas als elk college"),
        (("kennisgeving", "--aan", "gemeente", "--datum", "2023-06-20"), 2, "coa, provincie, aenm, vro"),
        (("verwerkt", "--datum", "2023-06-20"), 1, "eerst de kennisgeving aan het COA"),
        (("verwerkt", "--datum", "2023-06-20", "--afgekeurd"), 1, "waarom"),
        (("intrekken", "--datum", "2023-06-20", "--reden", " "), 1, "waarom"),
        (("intrekken", "--datum", "2023-06-20"), 2, "--reden"),
        (("contact", "--gemeente", "Borne"), 2, "--contact"),
        (("wijzig",), 2, "wat er verandert"),
        (("wijzig", "--tot-en-met", "2024-I"), 1, "waarom deze langer"),
        (("wijzig", "--vervolg-op", KENMERK), 1, "alleen volgen op een oudere"),
    ],
)
def test_a_mistake_is_one_sentence(hv: Commands, facts: tuple[str, ...], code: int, sentence: str) -> None:
    _new(hv, AFSPRAKEN[2])
    assert sentence in hv.refused(*facts, code=code)


def test_a_day_to_come_is_refused(hv: Commands) -> None:
    _new(hv, AFSPRAKEN[2])
    day = str(today() + datetime.timedelta(days=1))
    for facts in (
        ("voorleggen", "--datum", day),
        ("besluit", "--gemeente", "Borne", "--datum", day),
        ("intrekken", "--datum", day, "--reden", "x"),
    ):
        assert "ligt in de toekomst" in hv.refused(*facts)


def test_withdrawn_is_the_end(hv: Commands) -> None:
    _new(hv, AFSPRAKEN[2])
    hv("voorleggen", "--datum", "2023-06-01")
    assert "geen concept meer" in hv.refused("wijzig", "--overdracht", "Enschede>Borne:4")
    assert "nu: ingetrokken.\n" in hv("intrekken", "--datum", "2023-06-20", "--reden", "geen draagvlak")
    shown = hv.toon()
    assert (shown["ingetrokken_op"], shown["reden_intrekking"]) == ("2023-06-20", "geen draagvlak")
    assert (shown["termijnen"], shown["volgende_stap"]) == ([], "")
    assert hv.toon("--op", "2023-06-19")["reden_intrekking"] == ""
    assert "al ingetrokken" in hv.refused("intrekken", "--datum", "2023-06-21", "--reden", "x")
    assert "is ingetrokken" in hv.refused("besluit", "--gemeente", "Borne", "--datum", "2023-06-19")


def test_what_is_agreed_beside_the_numbers(hv: Commands) -> None:
    longer = ("--tot-en-met", "2024-I", "--reden-langer", "eilanden", "--overleg", "1 mei 2023 met COA, A&M en VRO")
    _new(hv, AFSPRAKEN[2], *longer, "--bezwaarclausule")
    shown = hv.toon()
    assert (shown["tot_en_met"], shown["bezwaarclausule"], shown["buiten_tafel"]) == ("2024-I", True, False)
    assert "Halfjaar: 2023-II – 2024-I" in hv("toon")
    hv("wijzig", "--geen-bezwaarclausule", "--buiten-tafel")
    shown = hv.toon()
    assert (shown["tot_en_met"], shown["bezwaarclausule"], shown["buiten_tafel"]) == ("2024-I", False, True)
    _new(hv, {"Almelo>Wierden": 1}, "--vervolg-op", KENMERK)
    assert hv.toon(kenmerk="HV-2023-II-02")["vervolg_op"] == KENMERK
    _new(hv, {"Almelo>Wierden": 2})
    hv("wijzig", "--vervolg-op", KENMERK, kenmerk="HV-2023-II-03")
    assert hv.toon()["vervolgen"] == ["HV-2023-II-02", "HV-2023-II-03"]


def test_warnings_go_beside_the_outcome(hv: Commands) -> None:
    where = (*P, "--gemeente", "Enschede", "--aantal", "12")
    assert hv.run("boek", "beginstand", hv.path, *where).code == 0
    answer = _new(hv, AFSPRAKEN[2], "--toelichting", "in ruil voor 20 opvangplekken", "--json")
    behind, opvang = answer.err.splitlines()
    assert behind.startswith("Let op: Enschede begint het halfjaar met een achterstand.")
    assert opvang.startswith("Let op: In de toelichting staat “opvangplekken”.") and answer.json["kenmerk"] == KENMERK


def test_the_rules_by_name(hv: Commands) -> None:
    _new(hv, AFSPRAKEN[2], "--toelichting", "in ruil voor een azc")
    rows = hv.run("herverdeling", "regels", hv.path, KENMERK, "--json").json
    assert all(list(row) == ["naam", "zin", "bron", "klopt", "melding"] and row["zin"] and row["bron"] for row in rows)
    assert [row["naam"] for row in rows if not row["klopt"]] == ["geen opvang"]
    hv("besluit", *_all(["Enschede", "Borne"]), "--datum", "2023-06-20")
    hv("bekendmaking", *_all(["Enschede", "Borne"]), "--datum", "2023-06-22", "--vindplaats", "GB 1")
    assert hv.run("herverdeling", "regels", hv.path, KENMERK, "--json").json == rows  # judged by what it froze
    assert "een azc" not in hv("regels") and "“azc”" in hv("regels")
