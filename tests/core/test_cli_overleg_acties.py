"""Actions and who does them from the command line: the intekenlijst, what is known, contacts, and a row of the list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.core.voorbeeldoverleg import JUNI, SEPTEMBER


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
