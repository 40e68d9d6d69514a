"""Projects with homes on the command line: the window can do no more than this."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regietafel.catalog.woonvorm import PROJECT
from regietafel.domain.staat import STATEN
from regietafel.domain.woonproject import MATEN, WOONVORMEN

KEYS = (
    "id gemeente naam soort partner staat staat_vanaf open_sinds zekerheid eenheden personen vergunninghouders"
    " oplevering einde plaats_tot daarna regeling bedrag telt_mee telt_mee_bron contact bron opmerking opmerkingen"
    " telgemeenten maten harinstromen"
)
OP = ("--op", "2023-09-20")


@pytest.fixture
def path(run: Any, tmp_path: Path) -> Path:
    path = tmp_path / "twente.regietafel"
    assert run("nieuw", path, "--veiligheidsregio", "Twente").code == 0
    return path


def zet(**values: object) -> list[str]:
    return [part for name, value in values.items() for part in ("--zet", f"{name}={value}")]


def hof(run: Any, path: Path, *more: str) -> Any:
    """A tussenvoorziening of 60 in Almelo that counts 25, 20 and 15."""
    known = zet(
        naam="Hof van Twente",
        soort="tussenvoorziening",
        eenheden=40,
        personen=60,
        vergunninghouders=60,
        oplevering="01-10-2023",
        telt_mee="ja",
        telt_mee_bron="brief van het COA",
    )
    shares = ("--telt", "Almelo=25", "--telt", "Borne=20", "--telt", "Hengelo=15")
    return run("project", "nieuw", path, "--gemeente", "Almelo", *known, *shares, "--maat", "duo=30", *more, "--json")


def hotel(run: Any, path: Path) -> Any:
    known = zet(naam="Hotel", soort="har", telt_mee="ja", telt_mee_bron="brief van het COA")
    return run("project", "nieuw", path, "--gemeente", "Borne", *known, "--staat", "open=2023-03-01")


def test_a_project_from_new_to_gone(run: Any, path: Path) -> None:
    assert run("woonvormen", path).out.strip() == "Er zijn nog geen projecten."
    made = hof(run, path, "--staat", "vergunning=2023-09-01", "--regeling", "RHA")
    assert made.code == 0, made.err
    assert made.json["staten"] == [{"staat": "vergunning", "vanaf": "2023-09-01", "toelichting": ""}]
    (row,) = run("woonvormen", path, *OP, "--json").json
    assert " ".join(row) == KEYS
    assert row["telgemeenten"] == [
        {"gemeente": "Almelo", "personen": 25},
        {"gemeente": "Borne", "personen": 20},
        {"gemeente": "Hengelo", "personen": 15},
    ]
    assert (row["staat"], row["zekerheid"], row["oplevering"]) == ("vergunning", 75, "2023-10-01")
    assert row["maten"] == [{"maat": "duo", "woningen": 30}] and "RHA" in row["regeling"]
    shown = run("project", "toon", path, "hof van twente", *OP).out
    assert "Almelo 25, Borne 20, Hengelo 15" in shown and "vergunning" in shown
    assert run("project", "verwijder", path, "1").code == 0
    assert run("woonvormen", path, "--json").json == []


def test_what_is_not_given_stays_and_0_takes_away(run: Any, path: Path) -> None:
    hof(run, path)
    shares = ("--telt", "Borne=0", "--telt", "Almelo=45", "--maat", "alleen=10")
    changed = run("project", "wijzig", path, "1", *shares, *zet(einde="2023-12-15"), "--json").json
    assert [(each["gemeente"], each["personen"]) for each in changed["telgemeenten"]] == [
        ("Almelo", 45),
        ("Hengelo", 15),
    ]
    assert [(each["maat"], each["woningen"]) for each in changed["maten"]] == [("alleen", 10), ("duo", 30)]
    assert (changed["einde"], changed["oplevering"]) == ("2023-12-15", "2023-10-01")
    assert run("project", "wijzig", path, "1", *zet(einde=""), "--json").json["einde"] is None


def test_shares_that_do_not_add_up_are_refused(run: Any, path: Path) -> None:
    hof(run, path)
    answer = run("project", "wijzig", path, "1", "--telt", "Borne=21")
    assert answer.code == 1
    assert answer.err.strip() == (
        "De aandelen van de telgemeenten zijn samen 61, maar het project telt 60 vergunninghouders."
    )
    assert run("project", "wijzig", path, "1", *zet(einde="2023-09-01")).code == 1


def test_a_state_that_goes_back_is_asked(run: Any, path: Path) -> None:
    hof(run, path, "--staat", "vergunning=2023-09-01")
    back = ("project", "staat", path, "1", "verkenning", "--vanaf", "2023-10-01")
    answer = run(*back)
    assert answer.code == 1 and answer.err.strip().endswith("Klopt dat? Geef --toch als het zo is.")
    known = run(*back, "--toch", "--toelichting", "nieuwe plek", "--json").json
    assert [each["staat"] for each in known["staten"]] == ["verkenning", "vergunning"]
    gone = run("project", "staat", path, "1", "--vanaf", "2023-10-01", "--verwijder", "--json").json
    assert [each["staat"] for each in gone["staten"]] == ["vergunning"]
    assert run("project", "staat", path, "1", "--vanaf", "2023-10-01", "--verwijder").code == 1
    assert run("project", "staat", path, "1", "--vanaf", "2023-10-01").code == 2


def test_groups_in_a_har_have_a_clock(run: Any, path: Path) -> None:
    assert hotel(run, path).code == 0
    assert run("project", "har", path, "Hotel", "--begin", "2023-03-20", "--aantal", "12").code == 0
    assert run("project", "har", path, "Hotel", "1", "--vertrokken", "9", "--gemeente", "Almelo").code == 0
    (row,) = run("woonvormen", path, *OP, "--json").json
    assert row["harinstromen"] == [
        {
            "id": 1,
            "gemeente": "Almelo",
            "begin": "2023-03-20",
            "einde": "2023-09-19",
            "aantal": 12,
            "vertrokken": 9,
            "over": 3,
            "dagen_over": -1,
        }
    ]
    assert "De termijn van 3 personen in de HAR eindigde op 19-09-2023." in run("woonvormen", path, *OP).out
    assert run("project", "har", path, "Hotel", "1", "--verwijder").code == 0
    assert run("project", "har", path, "Hotel", "1", "--vertrokken", "9").code == 1
    assert run("project", "har", path, "Hotel", "--aantal", "9").code == 2
    hof(run, path)
    assert run("project", "har", path, "Hof van Twente", "--begin", "2023-03-20", "--aantal", "12").code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["project", "wijzig", "{}", "1"], 2, "Geef wat er verandert"),
        (["project", "wijzig", "{}", "1", "--telt", "Borne"], 2, "schrijf bijvoorbeeld Borne=1.234"),
        (["project", "wijzig", "{}", "1", "--maat", "groot=3"], 2, "Kies uit: alleen, duo"),
        (["project", "wijzig", "{}", "1", "--regeling", "onbekend"], 1, "is niet één regeling in dit bestand"),
        (["project", "wijzig", "{}", "1", "--partner", "wie"], 1, "is niet één partner in dit bestand"),
        (["project", "wijzig", "{}", "1", "--zet", "soort=tent"], 1, "is niet te lezen"),
        (["project", "wijzig", "{}", "Elders", "--zet", "naam=Nieuw"], 1, "Er is geen project “Elders”"),
        (["project", "nieuw", "{}", "--zet", "naam=Nieuw"], 2, "--gemeente"),
        (["project", "nieuw", "{}", "--gemeente", "Borne", "--zet", "naam=Nieuw"], 1, "Geef ook: woonvorm, telt mee"),
        (["project", "nieuw", "{}", "--gemeente", "Borne", "--staat", "open"], 2, "schrijf bijvoorbeeld"),
    ],
)
def test_a_mistake_is_one_sentence(run: Any, path: Path, arguments: list[str], code: int, said: str) -> None:
    hof(run, path)
    answer = run(*[path if each == "{}" else each for each in arguments])
    assert answer.code == code and said in answer.err, answer.err


def test_the_prognose_says_what_a_project_brings(run: Any, path: Path) -> None:
    source = Path(__file__).parents[2] / "resources/voorbeeld/taakstelling_2023-II_bijlage_A.csv"
    assert run("importeer", "taakstelling", path, source, "--periode", "2023-II", "--landelijk", "27300").code == 0
    hof(run, path, "--staat", "vergunning=2023-09-01")
    answer = run("prognose", path, "--periode", "2023-II", *OP, "--json").json
    borne = next(each for each in answer["gemeenten"] if each["gemeente"] == "Borne")
    assert borne["aanbod"] == 15 and answer["totaal"]["aanbod"] == 19 + 15 + 11
    assert "20 uit tussenvoorziening Hof van Twente per 01-10-2023, zekerheid 75 %: telt voor 15,0." in borne["uitleg"]


def test_each_key_is_in_the_help(run: Any) -> None:
    said = run("woonvormen", "--help").out
    assert all(key in said for key in (*KEYS.split(), "begin", "dagen_over", "woningen"))
    new = run("project", "nieuw", "--help").out
    assert all(word in new for word in (*(field.name for field in PROJECT), *WOONVORMEN, *MATEN, *STATEN))
