"""A meeting from the command line: from a series to a list that was adopted, and what became of its actions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from regietafel.cli.opdrachten import regietafel
from tests.core.hulpteksten import commands, keys, words
from tests.core.voorbeeldoverleg import JUNI, SEPTEMBER

ROWS = """B De agenda is vastgesteld
punt 2
K Te weinig locaties in Twente
A Borne en Enschede: locaties zoeken, voor 1 september
3.1
B De kosten worden gedeeld naar inwoners
# 4. Actualiteiten
A COA: de lijst van juni toesturen, uiterlijk 15 juni
K Het tekort aan personeel blijft
5.
B Het verslag is vastgesteld
A Almelo: een brief aan de provincie, vóór 1-7-2023
B De campagne begint in het najaar
"""


def test_the_whole_chain(done: Any, run: Any, nieuw: Path, typed: Any) -> None:
    """Fourteen gemeenten of which one is absent, 4 besluiten, 2 knelpunten, 3 acties; nothing gets lost."""

    done("contact", "zet", nieuw, "--gemeente", "Borne", "--zet", "naam=burgemeester van Borne", "--zet",
        "rol=bestuurder", "--zet", "e_mail=bestuur@borne.example")  # fmt: skip
    done("contact", "zet", nieuw, "--organisatie", "COA", "--zet", "naam=regiomanager", "--zet", "rol=partner")
    done("overleg", "reeks", "nieuw", nieuw, "--zet", "naam=Tafel", "--zet", "soort=regietafel")
    assert [each["punten"] for each in done("overleg", "nieuw", nieuw, "5-6-2023", "4-9-2023", "--json").json] == [6, 6]
    done("overleg", "punt", "nieuw", nieuw, *JUNI, "--zet", "titel=Flexwonen", "--zet", "minuten=20")
    made = done("overleg", "punt", "nieuw", nieuw, *JUNI, "--zet", "titel=Financiering", "--onder", "3", "--json").json
    assert [each["nummer"] for each in made] == ["1", "2", "3", "3.1", "4", "5", "6", "7"]
    done("overleg", "begin", nieuw, *JUNI)
    done("overleg", "aanwezig", nieuw, *JUNI, "--vul")
    there = done("overleg", "aanwezig", nieuw, *JUNI, "--gemeente", "Losser", "--als", "afwezig_mk", "--json").json
    assert [each["aanwezig"] for each in there].count("aanwezig") == 13
    assert {each["naam"] for each in there} == {"", "burgemeester van Borne"}
    typed(ROWS)
    taken = done("overleg", "verwerk", nieuw, *JUNI, "--json").json
    assert {each["gedaan"] for each in taken} == {"vastgelegd", "punt"}
    done("overleg", "sluit", nieuw, *JUNI)
    shown = done("overleg", "toon", nieuw, *JUNI, "--json").json
    assert [shown[each] for each in ("besluiten", "knelpunten", "acties_open", "staat")] == [4, 2, 3, "verslag_concept"]
    assert {(each["punt_nummer"], tuple(each["houders"])) for each in shown["lijst"] if each["soort"] == "actie"} == {
        ("2", ("Borne", "Enschede")),
        ("4", ("COA",)),
        ("5", ("Almelo",)),
    }
    following = done("overleg", "toon", nieuw, *SEPTEMBER, "--json").json["agenda"]
    assert [each["verslag_van"] for each in following if each["deel"] == "verslag"] == ["2023-06-05"]
    done("overleg", "vaststellen", nieuw, *JUNI)
    assert "vastgesteld en verandert niet meer" in run("overleg", "verwerk", nieuw, *JUNI).err
    assert "Heropen" in run("overleg", "punt", "nieuw", nieuw, *JUNI, "--zet", "titel=Nog iets").err
    done("overleg", "heropen", nieuw, *JUNI, "--reden", "Een besluit ontbreekt")
    assert done("overleg", "toon", nieuw, *JUNI, "--json").json["stappen"][-1]["toelichting"] == "Een besluit ontbreekt"

    assert len(done("acties", nieuw, "--open", "--json").json) == 3
    (mine,) = done("acties", nieuw, "--gemeente", "borne", "--te-laat", "--op", "2023-09-04", "--json").json
    assert (mine["tekst"], mine["te_laat"]) == ("locaties zoeken", True)
    id = str(mine["id"])
    done("actie", "voortgang", nieuw, id, "--tekst", "Twee gesprekken", "--datum", "2023-08-01")
    assert done("actie", "gereed", nieuw, id, "--datum", "2023-08-30", "--json").json["gereed_op"] == "2023-08-30"
    assert len(done("acties", nieuw, "--open", "--json").json) == 2  # gone from what is open
    assert [each["houders"] for each in done("acties", nieuw, "--organisatie", "coa", "--json").json] == [["COA"]]
    (kept,) = (each for each in done("acties", nieuw, "--json").json if each["id"] == mine["id"])
    assert [each["tekst"] for each in kept["voortgang"]] == ["Twee gesprekken"]  # and in the register
    assert done("actie", "gereed", nieuw, id, "--niet", "--json").json["is_open"]
    assert len(done("besluiten", nieuw, "--json").json) == 6
    assert len(done("besluiten", nieuw, "--soort", "knelpunt", "--vanaf", "2023-06-05", "--json").json) == 2
    assert done("besluiten", nieuw, "--tot", "2023-06-04", "--json").json == []


def test_moved_cancelled_and_merged_nothing_is_lost(run: Any, voorbeeld: Path) -> None:
    assert run("overleg", "punt", "nieuw", voorbeeld, *SEPTEMBER, "--zet", "titel=Flexwonen").code == 0
    before = run("overleg", "toon", voorbeeld, *SEPTEMBER, "--json").json
    moved = run("overleg", "wijzig", voorbeeld, *SEPTEMBER, "--zet", "datum=11-9-2023", "--json").json
    assert moved["datum"] == "2023-09-11" and moved["agenda"] == before["agenda"]
    merged = run("overleg", "samenvoegen", voorbeeld, "--overleg", "11-9-2023", "--met", "6-11-2023")
    assert merged.code == 0, merged.err
    gone = run("overleg", "toon", voorbeeld, "--overleg", "11-9-2023", "--json").json
    assert (gone["staat"], gone["samengevoegd_met"]) == ("vervallen", "2023-11-06")
    titles = [
        each["titel"] for each in run("overleg", "toon", voorbeeld, "--overleg", "6-11-2023", "--json").json["agenda"]
    ]
    assert "Flexwonen" in titles
    assert run("overleg", "nieuw", voorbeeld, "4-12-2023", "--reeks", "regietafel").code == 0
    assert run("overleg", "vervalt", voorbeeld, "--overleg", "6-11-2023", "--reden", "Te weinig aanmeldingen").code == 0
    titles = [
        each["titel"] for each in run("overleg", "toon", voorbeeld, "--overleg", "4-12-2023", "--json").json["agenda"]
    ]
    assert "Flexwonen" in titles
    assert "niet verloren" in run("overleg", "verwijder", voorbeeld, "--overleg", "5-6-2023").err


def test_which_meeting_is_meant(run: Any, voorbeeld: Path) -> None:
    assert run("overleg", "nieuw", voorbeeld, "5-6-2023", "--reeks", "vooroverleg").code == 0
    both = run("overleg", "toon", voorbeeld, *JUNI)
    assert both.code == 1
    assert "Regietafel Twente (10:00) en Ambtelijk vooroverleg (13:30)" in both.err and "--reeks" in both.err
    assert (
        run("overleg", "toon", voorbeeld, *JUNI, "--reeks", "regietafel", "--json").json["reeks"] == "Regietafel Twente"
    )
    none = run("overleg", "toon", voorbeeld, "--overleg", "2024-02-29")
    assert (none.code, none.err.count("\n")) == (1, 1) and "overleg lijst" in none.err
    assert run("overleg", "toon", voorbeeld, "--overleg", "30-2-2024").code == 2
    assert run("overleg", "toon", voorbeeld, *JUNI, "--reeks", "college").code == 1
    assert "Geef --reeks" in run("overleg", "nieuw", voorbeeld, "1-12-2023").err


def test_order_and_level_of_points(run: Any, voorbeeld: Path) -> None:
    def run_punt(verb: str, *rest: str) -> Any:
        return run("overleg", "punt", verb, voorbeeld, *rest, *SEPTEMBER, "--json")

    before = [each["nummer"] for each in run("overleg", "toon", voorbeeld, *SEPTEMBER, "--json").json["agenda"]]
    heads = [nummer for nummer in before if "." not in nummer]
    turned = run_punt("volgorde", *reversed(heads)).json
    assert [each["nummer"] for each in turned if "." not in each["nummer"]] == heads
    assert turned[0]["titel"] == "Wat verder ter tafel komt"
    assert run_punt("volgorde", *reversed(heads)).code == 0
    assert run_punt("volgorde", "1", "1").code == 2
    assert run_punt("volgorde", "1").code == 2
    assert run_punt("wijzig", "99", "--zet", "minuten=5").code == 1
    assert run_punt("wijzig", "2", "--zet", "minuten=veel").code == 1
    assert run_punt("wijzig", "2").code == 2
    assert run_punt("wijzig", "2.1", "--onder", "").json[-1]["nummer"] == "8"
    assert run_punt("wijzig", "2", "--locatie", "nergens").code == 1
    assert run_punt("wijzig", "2", "--actie", "9999").code == 1


def test_hostile_text_stays_text(run: Any, voorbeeld: Path) -> None:
    said = '=HYPERLINK("http://x") <script>alert(1)</script>'
    made = run("overleg", "punt", "nieuw", voorbeeld, *SEPTEMBER, "--zet", f"titel={said}", "--json")
    assert said in [each["titel"] for each in made.json]
    assert "onleesbaar teken" in run("overleg", "punt", "nieuw", voorbeeld, *SEPTEMBER, "--zet", "titel=a\x1b[2J").err
    assert "geen webadres" in run("overleg", "wijzig", voorbeeld, *SEPTEMBER, "--zet", "link=javascript:x").err
    wrong = run("acties", voorbeeld, "--gemeente", "Enschde")
    assert wrong.code == 1 and "Bedoelt u Enschede?" in wrong.err
    assert run("contact", "zet", voorbeeld, "--gemeente", "Borne", "--zet", "e_mail=a@b\nBcc: x@y.nl").code == 1


def test_attendance(run: Any, voorbeeld: Path) -> None:
    def attend(*rest: str | Path) -> Any:
        return run("overleg", "aanwezig", voorbeeld, *SEPTEMBER, *rest, "--json")

    two = attend("--gemeente", "Borne", "--naam", "wethouder van Borne").json
    three = attend("--gemeente", "Borne", "--naam", "beleidsadviseur van Borne").json
    assert len(three) == len(two) + 1
    unsure = attend("--gemeente", "Borne", "--als", "afwezig")
    assert unsure.code == 1 and "Noem met --naam wie" in unsure.err
    chair = attend("--organisatie", "COA", "--naam", "regiomanager", "--voorzitter").json
    assert [each["partij"] for each in chair if each["voorzitter"]] == ["COA"]
    gone = attend("--organisatie", "COA", "--verwijder").json
    assert "COA" not in {each["partij"] for each in gone}
    assert attend("--organisatie", "COA", "--verwijder").code == 1
    assert attend("--gemeente", "Borne", "--organisatie", "COA").code == 2
    assert attend("--vul", "--gemeente", "Borne").code == 2
    assert attend().code == 2


def test_series(run: Any, nieuw: Path) -> None:
    def reeks(*rest: str | Path) -> Any:
        return run("overleg", "reeks", *rest)

    assert run("overleg", "nieuw", nieuw, "5-6-2023").code == 1
    made = reeks("nieuw", nieuw, "--zet", "naam=Tafel", "--zet", "soort=regietafel", "--json").json
    assert made["punten"][0]["titel"] == "Opening en vaststellen agenda" and made["minuten"] == 120
    assert reeks("nieuw", nieuw, "--zet", "naam=tafel", "--zet", "soort=prt").code == 1
    assert reeks("wijzig", nieuw, "--zet", "begin=25:00").code == 1
    assert reeks("wijzig", nieuw, "--zet", "begin=09:30", "--json").json["begin"] == "09:30"
    more = reeks("punt", "nieuw", nieuw, "--zet", "titel=Rondvraag", "--json").json["punten"]
    assert more[-1]["titel"] == "Rondvraag"
    order = [str(number) for number in range(len(more), 0, -1)]
    turned = reeks("punt", "volgorde", nieuw, *order, "--json").json["punten"]
    assert [each["titel"] for each in turned] == [each["titel"] for each in reversed(more)]
    assert reeks("punt", "volgorde", nieuw, "1", "2").code == 2
    assert reeks("punt", "wijzig", nieuw, "1", "--zet", "minuten=3", "--json").json["punten"][0]["minuten"] == 3
    assert reeks("punt", "verwijder", nieuw, "1").code == 0
    assert reeks("punt", "verwijder", nieuw, "99").code == 1
    sent = reeks("verzending", nieuw, "--lid", "bestuurder", "--informatie", "partner", "--json").json["verzending"]
    assert {each["rol"]: each["wijze"] for each in sent} == {"bestuurder": "lid", "partner": "informatie"}
    assert reeks("verzending", nieuw, "--lid", "partner", "--informatie", "partner").code == 2
    planned = run("overleg", "planning", nieuw, "--jaar", "2024", "--json").json
    assert len(planned) == 6 and run("overleg", "lijst", nieuw, "--json").json == []
    assert run("overleg", "planning", nieuw, "--jaar", "2024", "--maak").code == 0
    assert [each["datum"] for each in reversed(run("overleg", "lijst", nieuw, "--json").json)] == [
        each["datum"] for each in planned
    ]
    assert "blijft bestaan" in reeks("verwijder", nieuw).err


ANSWERS = (
    ("overleg lijst", ()),
    ("overleg toon", JUNI),
    ("overleg nieuw", ("1-12-2023", "--reeks", "regietafel")),
    ("overleg wijzig", (*SEPTEMBER, "--zet", "begin=09:30")),
    ("overleg planning", ("--jaar", "2025", "--reeks", "regietafel")),
    ("overleg aanwezig", (*SEPTEMBER, "--vul")),
    ("overleg punt nieuw", (*SEPTEMBER, "--zet", "titel=Extra")),
    ("overleg punt wijzig", ("1", *SEPTEMBER, "--zet", "minuten=7")),
    ("overleg punt vul", SEPTEMBER),
    ("overleg punt volgorde", (*SEPTEMBER, "2.1")),
    ("overleg verwerk", SEPTEMBER),
    ("overleg regel vervolg", ("1", "--locatie", "1")),
    ("overleg regel kennis", ("3", "1")),
    ("overleg regel nieuw", (*SEPTEMBER, "--zet", "soort=knelpunt", "--zet", "tekst=Te weinig", "--punt", "1")),
    ("overleg regel wijzig", ("1", "--zet", "thema=opvang")),
    ("overleg reeks lijst", ()),
    ("overleg reeks nieuw", ("--zet", "naam=PRT", "--zet", "soort=prt")),
    ("overleg reeks verzending", ("--reeks", "PRT", "--lid", "ambtenaar")),
    ("overleg reeks wijzig", ("--reeks", "PRT", "--zet", "minuten=60")),
    ("overleg reeks punt nieuw", ("--reeks", "PRT", "--zet", "titel=Extra")),
    ("overleg reeks punt wijzig", ("1", "--reeks", "PRT", "--zet", "minuten=6")),
    ("acties", ()),
    ("besluiten", ()),
    ("actie gereed", ("4",)),
    ("actie voortgang", ("4", "--tekst", "Loopt")),
    ("inteken lijst", ()),
    ("inteken stand", ()),
    ("kennis lijst", ()),
    ("contact lijst", ()),
    ("contact ontvangers", ("--reeks", "regietafel")),
    ("schoolvakanties", ()),
    ("zoek", ("taakstelling",)),
    ("agenda", (*SEPTEMBER, "--naar", "agenda", "--verzonden")),
    ("overleg toon", SEPTEMBER),
    ("verslag", (*JUNI, "--naar", "verslag")),
    ("documenten", (*JUNI, "--naar", "alles")),
    ("overleg uitnodiging", (*SEPTEMBER, "--naar", "uitnodiging")),
    ("actie herinnering", ("--naar", "herinnering", "--op", "2023-09-01")),
    ("register lijst", SEPTEMBER),
    ("woo lijst", SEPTEMBER),
)


def test_the_keys_are_those_in_the_help(run: Any, voorbeeld: Path, typed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(voorbeeld.parent)
    typed("B akkoord")
    helps = {name: command.help or "" for name, command in commands(regietafel)}
    told = set()
    for name, rest in ANSWERS:
        said = run(*name.split(), voorbeeld, *rest, "--json")
        assert said.code == 0 and said.json, (name, said.err)
        assert keys(said.json) <= words(name, helps), (name, keys(said.json) - words(name, helps))
        told |= keys(said.json)
    named = {name for name, _rest in ANSWERS}
    about = {name.split()[0] for name in named} - {"documenten", "register", "woo"}
    answering = {
        name for name, command in commands(regietafel) if any("--json" in each.opts for each in command.params)
    }
    assert {name for name in answering if name.split()[0] in about} - named == {"overleg reeks punt volgorde"}
    listed = " ".join(re.sub(r"(?s).*JSON", "", helps[name]) for name in named)
    assert set(re.findall(r"\w+", " ".join(re.findall(r"\[([^]]*)", listed)))) <= told  # nothing is promised in vain


def test_what_is_missing_says_by_which_name_it_is_set(run: Any, voorbeeld: Path) -> None:
    said = run("overleg", "reeks", "nieuw", voorbeeld)
    assert said.err == "Geef ook: naam, soort overleg. Dat kan met --zet naam=… --zet soort=….\n"
    long = run("overleg", "punt", "nieuw", voorbeeld, *SEPTEMBER, "--zet", "x" * 9_000)
    assert long.code == 2 and len(long.err) < 500


def test_a_meeting_is_cancelled_without_a_reason(run: Any, voorbeeld: Path) -> None:
    assert run("overleg", "vervalt", voorbeeld, "--overleg", "6-11-2023").code == 0
    gone = run("overleg", "toon", voorbeeld, "--overleg", "6-11-2023", "--json").json
    assert (gone["staat"], gone["stappen"][-1]["toelichting"]) == ("vervallen", "")
    assert run("overleg", "heropen", voorbeeld, *JUNI).code == 2  # this one is asked for


def test_the_planning_says_when_it_looks_at_no_school_holidays(run: Any, voorbeeld: Path) -> None:
    regietafel_2025 = ("overleg", "planning", voorbeeld, "--jaar", "2025", "--reeks", "regietafel")
    assert run(*regietafel_2025, "--json").err == ""
    reeks = ("overleg", "reeks", "wijzig", voorbeeld, "--reeks", "regietafel")
    assert run(*reeks, "--zet", "vakantieregio=niet op letten").code == 0
    unlooked = run(*regietafel_2025, "--json")
    assert "Op schoolvakanties is niet gelet" in unlooked.err and len(unlooked.json) > 0


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("overleg punt wijzig FILE --overleg 4-9-2023 1 --zet minuten=kwartier", "schrijf bijvoorbeeld 15."),
        ("overleg wijzig FILE --overleg 4-9-2023 --zet minuten=lang", "schrijf bijvoorbeeld 120."),
        ("kennis zet FILE 912 --zet titel=x", "Er is geen maatregel 912."),
        ("contact zet FILE 912 --verwijder", "Er is geen contact 912."),
        ("inteken actie FILE 912 --zet titel=x", "Er is geen actie 912."),
        ("inteken partij FILE 912 --zet rol=trekker", "Er is geen intekening 912."),
        ("inteken partij FILE --actie 912 --gemeente Borne", "Er is geen actie 912."),
        ("inteken voortgang FILE 912 --tekst x", "Er is geen intekening 912."),
        ("schoolvakantie FILE 912 --verwijder", "Er is geen schoolvakantie 912."),
    ],
)
def test_what_is_wrong_is_named(run: Any, voorbeeld: Path, command: str, sentence: str) -> None:
    said = run(*(str(voorbeeld) if word == "FILE" else word for word in command.split()))
    assert said.code == 1 and sentence in said.err
