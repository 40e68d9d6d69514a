"""A meeting from the command line: from a series to a list that was adopted, and what became of its actions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from regietafel.cli.opdrachten import regietafel
from tests.core.hulpteksten import commands, keys, words

JUNI, SEPTEMBER = ("--overleg", "5-6-2023"), ("--overleg", "2023-09-04")
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


def test_intekenlijst_knowledge_and_contacts(run: Any, nieuw: Path, typed: Any) -> None:
    assert run("inteken", "actie", nieuw, "--zet", "titel=Campagne", "--zet", "voor=31-12-2023").code == 0
    assert run("inteken", "partij", nieuw, "--actie", "1", "--gemeente", "Almelo", "--zet", "rol=trekker").code == 0
    assert run("inteken", "partij", nieuw, "--actie", "1", "--organisatie", "COA").code == 0
    assert "al ingetekend" in run("inteken", "partij", nieuw, "--actie", "1", "--gemeente", "Almelo").err
    assert run("inteken", "partij", nieuw, "--gemeente", "Borne").code == 2
    assert run("inteken", "partij", nieuw, "1", "--zet", "staat=in_uitvoering").code == 0
    assert run("inteken", "voortgang", nieuw, "1", "--tekst", "Begonnen", "--datum", "2023-10-01").code == 0
    (row,) = run("inteken", "lijst", nieuw, "--op", "2024-01-02", "--json").json
    assert (row["trekkers"], [each["te_laat"] for each in row["intekeningen"]]) == (["Almelo"], [True, True])
    assert [each["tekst"] for each in row["intekeningen"][0]["voortgang"]] == ["Begonnen"]
    (almelo,) = run("inteken", "stand", nieuw, "--partij", "almelo", "--op", "2024-01-02", "--json").json
    assert (almelo["partij"], almelo["te_laat"]) == ("Almelo", 1)
    assert run("inteken", "stand", nieuw, "--partij", "Utrecht").code == 1
    assert "is ingetekend" in run("inteken", "actie", nieuw, "1", "--verwijder").err
    assert run("inteken", "partij", nieuw, "2", "--verwijder").code == 0

    assert run("kennis", "zet", nieuw, "--zet", "titel=Woningdelen", "--zet", "bron=handreiking").code == 0
    assert [each["titel"] for each in run("kennis", "lijst", nieuw, "--zoek", "DELEN", "--json").json] == [
        "Woningdelen"
    ]
    assert run("kennis", "lijst", nieuw, "--thema", "flex").code == 1
    assert run("kennis", "zet", nieuw, "--zet", "titel=Flexwonen", "--zet", "thema=Flex").code == 0
    assert [each["titel"] for each in run("kennis", "lijst", nieuw, "--thema", "flex", "--json").json] == ["Flexwonen"]
    assert "wel: Flex" in run("acties", nieuw, "--thema", "opvang").err
    run("overleg", "reeks", "nieuw", nieuw, "--zet", "naam=Tafel", "--zet", "soort=regietafel")
    run("overleg", "nieuw", nieuw, "5-6-2023")
    typed("K Te weinig woningen\nB Akkoord")
    assert run("overleg", "verwerk", nieuw, *JUNI).code == 0
    assert run("overleg", "regel", "kennis", nieuw, "1", "1", "--json").json["kennis"] == [
        {"id": 1, "titel": "Woningdelen"}
    ]
    assert run("overleg", "regel", "kennis", nieuw, "2", "1").code == 1
    assert run("overleg", "regel", "kennis", nieuw, "1", "7").code == 1
    assert run("kennis", "zet", nieuw, "1", "--verwijder").code == 0

    assert run("contact", "zet", nieuw, "--zet", "naam=burgemeester").code == 2
    assert run("contact", "zet", nieuw, "--gemeente", "Borne", "--zet", "naam=burgemeester van Borne", "--zet",
        "rol=bestuurder").code == 0  # fmt: skip
    assert run("contact", "zet", nieuw, "1", "--gemeente", "Almelo").code == 0
    (found,) = run("contact", "lijst", nieuw, "--rol", "bestuurder", "--json").json
    assert (found["partij"], found["naam"]) == ("Almelo", "burgemeester van Borne")
    answer = run("contact", "ontvangers", nieuw, "--json").json
    assert [len(answer[each]) for each in ("leden", "informatie", "zonder_adres")] == [0, 0, 1]
    assert run("contact", "zet", nieuw, "1", "--verwijder").code == 0


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


def test_nobody_is_not_everybody(run: Any, voorbeeld: Path) -> None:
    """A name that is empty, as of a variable in a script, or of nobody is said to be so."""
    for command, option in (
        ("acties", "--gemeente"),
        ("besluiten", "--gemeente"),
        ("acties", "--organisatie"),
        ("inteken stand", "--partij"),
    ):
        for naam in ("", "Woningcorporatie X"):
            said = run(*command.split(), voorbeeld, option, naam)
            assert said.code == 1 and f"“{naam}”" in said.err, (command, said.out)
    assert run("acties", voorbeeld, "--organisatie", "het COA", "--json").json == []
    new = ("overleg", "regel", "nieuw", voorbeeld, *SEPTEMBER, "--zet", "soort=actie", "--zet", "tekst=Bellen")
    assert run(*new, "--organisatie", "Cao", "--zet", "vraag=Wie is Cao?").code == 0
    assert len(run("acties", voorbeeld, "--organisatie", "cao", "--json").json) == 1  # also of who is still asked about


def test_what_is_missing_says_by_which_name_it_is_set(run: Any, voorbeeld: Path) -> None:
    said = run("overleg", "reeks", "nieuw", voorbeeld)
    assert said.err == "Geef ook: naam, soort overleg. Dat kan met --zet naam=… --zet soort=….\n"
    long = run("overleg", "punt", "nieuw", voorbeeld, *SEPTEMBER, "--zet", "x" * 9_000)
    assert long.code == 2 and len(long.err) < 500


def test_a_day_of_an_action_is_written_as_in_a_typed_line(run: Any, voorbeeld: Path) -> None:
    def regel(*rest: str | Path) -> Any:
        return run("overleg", "regel", *rest, "--json")

    actie = ("--zet", "soort=actie", "--zet", "tekst=Bellen", "--gemeente", "Borne")
    made = regel("nieuw", voorbeeld, *SEPTEMBER, *actie, "--zet", "voor=1 nov").json
    assert made["voor"] == "2023-11-01"  # the first after the meeting
    for text, voor in (("eind januari", "2024-01-31"), ("1/10", "2023-10-01"), ("2024-03-02", "2024-03-02")):
        assert regel("wijzig", voorbeeld, str(made["id"]), "--zet", f"voor={text}").json["voor"] == voor, text
    wrong = regel("wijzig", voorbeeld, str(made["id"]), "--zet", "voor=ooit")
    assert wrong.code == 1 and "“ooit” is niet te lezen" in wrong.err


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


def test_a_row_of_a_list(run: Any, voorbeeld: Path) -> None:
    def regel(*rest: str | Path) -> Any:
        return run("overleg", "regel", *rest, "--json")

    actie = ("--zet", "soort=actie", "--zet", "tekst=Bellen", "--zet", "voor=1-10-2023")
    made = regel(
        "nieuw", voorbeeld, *SEPTEMBER, *actie, "--gemeente", "Borne", "--organisatie", "COA", "--punt", "2.1"
    ).json
    assert (made["houders"], made["voor"], made["punt_nummer"]) == (["Borne", "COA"], "2023-10-01", "2.1")
    id = str(made["id"])
    assert regel("wijzig", voorbeeld, id, "--zet", "thema=opvang").json["houders"] == ["Borne", "COA"]
    assert regel("wijzig", voorbeeld, id, "--gemeente", "Almelo").json["houders"] == ["Almelo"]
    assert regel("wijzig", voorbeeld, id, "--zet", "soort=besluit").code == 1  # a besluit has no last day
    assert regel("wijzig", voorbeeld, id, "--zet", "soort=besluit", "--zet", "voor=").json["houders"] == []
    assert regel("wijzig", voorbeeld, id).code == 2
    assert (
        regel("nieuw", voorbeeld, *SEPTEMBER, "--zet", "soort=actie", "--zet", "tekst=x", "--gemeente", "Delft").code
        == 1
    )
    assert regel("nieuw", voorbeeld, *SEPTEMBER, "--zet", "soort=wens", "--zet", "tekst=x").code == 1
    assert run("overleg", "sluit", voorbeeld, *JUNI).code == 1  # it was
    assert run("overleg", "vaststellen", voorbeeld, *JUNI, "--toch").code == 0
    held = str(run("overleg", "toon", voorbeeld, *JUNI, "--json").json["lijst"][0]["id"])
    assert regel("wijzig", voorbeeld, held, "--locatie", "1").code == 1  # adopted
    assert regel("vervolg", voorbeeld, held, "--locatie", "1").json["verwijzing"].startswith("Locatie")
    (decided,) = run("besluiten", voorbeeld, "--locatie", "1", "--json").json
    assert str(decided["id"]) == held and decided["overleg_datum"] == "2023-06-05"
    assert run("besluiten", voorbeeld, "--locatie", "2", "--json").json == []
    assert run("besluiten", voorbeeld, "--project", "nergens").code == 1
    assert regel("vervolg", voorbeeld, held).code == 2
    assert run("overleg", "regel", "verwijder", voorbeeld, id).code == 0
    assert run("overleg", "regel", "verwijder", voorbeeld, id).code == 1
