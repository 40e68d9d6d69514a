"""The terms of a herverdeling and the list of days on the command line: keys of JSON, .ics, one sentence for a slip."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.ledger import Ledger
from tests.core.agreements import bring_into_force

TERMIJN = [
    "id", "omschrijving", "stap", "na", "aantal", "eenheid", "geldig_vanaf", "geldig_tot", "bron", "gecontroleerd_op",
]  # fmt: skip


@pytest.fixture
def lopend(voorbeeld: Path) -> Path:
    """Announced on Monday 3 July 2023: COA and others by Monday 10 July, the COA has booked it by 3 August."""
    ledger = Ledger.open(voorbeeld)
    made = make_herverdeling(ledger, Periode(2023, 2), [Deel("Enschede", "Borne", 10)])
    bring_into_force(ledger, made, datetime.date(2023, 7, 4))
    ledger.close()
    return voorbeeld


def test_the_terms_of_a_herverdeling(run: Any, voorbeeld: Path) -> None:
    rows = run("procestermijnen", voorbeeld, "--json").json
    assert list(rows[0]) == TERMIJN and [row["stap"] for row in rows] == ["coa", "provincie", "aenm", "vro", "verwerkt"]
    assert (rows[4]["aantal"], rows[4]["eenheid"], rows[4]["na"]) == (1, "maand", "bekendmaking")
    shown = run("procestermijnen", voorbeeld).out
    assert "verwerking door het COA" in shown and "maand" in shown and "Begint na" in shown


def test_a_term_is_changed_added_and_taken_out(run: Any, voorbeeld: Path) -> None:
    assert run("procestermijn", voorbeeld, 1, "--zet", "aantal=3", "--zet", "eenheid=dag").code == 0
    new = ("omschrijving=Nabellen", "stap=verwerking door het COA", "na=de kennisgeving aan het COA", "aantal=2")
    settings = [part for each in (*new, "eenheid=week") for part in ("--zet", each)]
    assert run("procestermijn", voorbeeld, *settings).code == 0
    rows = run("procestermijnen", voorbeeld, "--json").json
    assert (rows[0]["aantal"], rows[0]["eenheid"]) == (3, "dag")
    assert (rows[5]["na"], rows[5]["stap"], rows[5]["bron"]) == ("coa", "verwerkt", "")
    assert run("procestermijn", voorbeeld, rows[5]["id"], "--verwijder").code == 0
    assert len(run("procestermijnen", voorbeeld, "--json").json) == 5


def test_what_was_taken_out_is_filled_in_again(run: Any, voorbeeld: Path) -> None:
    for row in run("procestermijnen", voorbeeld, "--json").json:
        run("procestermijn", voorbeeld, row["id"], "--verwijder")
    assert run("procestermijnen", voorbeeld).out == "Er zijn nog geen termijnen bij een herverdeling.\n"
    assert run("aanvullen", voorbeeld, "--json").json["procestermijnen"] == 5
    assert len(run("procestermijnen", voorbeeld, "--json").json) == 5
    assert run("aanvullen", voorbeeld, "--json").json["procestermijnen"] == 0


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("--zet", "omschrijving=x"), 1, "Geef ook: stap, begint na, duurt, eenheid."),
        (("1", "--zet", "aantal=0"), 1, "Een termijn duurt 1 tot 366 dagen, weken of maanden."),
        (("1", "--zet", "eenheid=jaar"), 1, "Eenheid: “jaar” is niet te lezen; schrijf bijvoorbeeld dag."),
        (("99", "--verwijder"), 1, "Er is geen termijn"),
        ((f"{10**20}", "--verwijder"), 1, "Er is geen termijn"),
        ((f"{10**20}", "--zet", "aantal=2"), 1, "Er is geen termijn"),
        ((), 2, "Geef --zet veld=waarde, of een ID met --verwijder."),
        (("1", "--zet", "dag=2"), 2, "schrijf veld=waarde met een van: omschrijving, stap, na"),
    ],
)
def test_mistakes_are_one_sentence(
    run: Any, voorbeeld: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    answer = run("procestermijn", voorbeeld, *arguments)
    assert answer.code == code and sentence in answer.err


def test_clocks_and_days_of_the_year_are_one_list(run: Any, lopend: Path) -> None:
    rows = run("termijnen", lopend, "--op", "2023-07-13", "--json").json
    assert list(rows[0]) == ["id", "datum", "dagen", "omschrijving", "bron", "herverdeling", "stap"]
    steps = [row for row in rows if row["stap"]]
    late, later = rows[:4], steps[-1]
    assert [row["stap"] for row in late] == ["coa", "provincie", "aenm", "vro"]
    assert {(row["datum"], row["dagen"], row["id"]) for row in late} == {("2023-07-10", -3, None)}
    assert (later["stap"], later["datum"], later["dagen"]) == ("verwerkt", "2023-08-03", 21)
    assert {row["herverdeling"] for row in steps} == {"HV-2023-II-01"} and len(steps) == 5
    assert [row["datum"] for row in rows] == sorted(row["datum"] for row in rows)
    assert all(row["herverdeling"] is row["stap"] is None and row["id"] for row in rows if row not in steps)


def test_what_is_late_is_said_in_words(run: Any, lopend: Path) -> None:
    lines = run("termijnen", lopend, "--op", "2023-07-13").out.splitlines()
    assert lines[2].startswith("10-07-2023  ▲ 3 dagen te laat  HV-2023-II-01  Kennisgeving aan het COA")
    assert any("nog 21 dagen" in line and "Verwerking door het COA" in line for line in lines)
    assert "1 dag te laat" in run("termijnen", lopend, "--op", "2023-07-11").out
    assert "vandaag" in run("termijnen", lopend, "--op", "2023-07-10").out
    assert "nog 1 dag " in run("termijnen", lopend, "--op", "2023-07-09").out


def test_the_list_as_a_calendar(run: Any, lopend: Path, tmp_path: Path) -> None:
    path = tmp_path / "termijnen.ics"
    command = ("termijnen", lopend, "--op", "2023-07-13", "--ics", path)
    assert run(*command).out == f"{path}\n"
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    rows = run("termijnen", lopend, "--op", "2023-07-13", "--json").json
    assert [str(event.decoded("dtstart")) for event in events] == [row["datum"] for row in rows]
    assert str(events[0]["summary"]) == "HV-2023-II-01: Kennisgeving aan het COA"
    assert "Regietafel Twente\nHerverdeling HV-2023-II-01\nBron: Stappenplan" in str(events[0]["description"])
    again = run(*command)
    assert again.code == 1 and again.err == "termijnen.ics bestaat al. Kies een andere naam.\n"
    assert run(*command, "--overschrijven").code == 0


def test_a_calendar_read_in_again_replaces_what_was_there(run: Any, lopend: Path, tmp_path: Path) -> None:
    def days(op: str) -> dict[str, str]:
        run("termijnen", lopend, "--op", op, "--ics", tmp_path / "x.ics", "--overschrijven")
        events = Calendar.from_ical((tmp_path / "x.ics").read_bytes()).walk("VEVENT")
        assert len({str(event["uid"]) for event in events}) == len(events)
        return {str(event["uid"]): str(event.decoded("dtstart")) for event in events}

    before = days("2023-07-13")
    run("procestermijn", lopend, 1, "--zet", "aantal=2")
    after = days("2023-07-13")
    assert after.keys() == before.keys()  # the day moved, the step is the same
    assert [(before[uid], day) for uid, day in after.items() if day != before[uid]] == [("2023-07-10", "2023-07-17")]
    assert len(before.keys() & days("2025-07-13").keys()) == 5  # the steps; the days are those of another year


def test_json_or_a_calendar(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    answer = run("termijnen", voorbeeld, "--json", "--ics", tmp_path / "x.ics")
    assert (answer.code, answer.err) == (2, "Geef --json of --ics, niet allebei.\n")
    assert not (tmp_path / "x.ics").exists()
    assert run("termijnen", voorbeeld, "--ics", tmp_path).code == 1


def test_a_file_that_knows_no_terms_says_so(run: Any, lopend: Path) -> None:
    assert run("termijnen", lopend, "--op", "2023-07-05").err == ""
    for row in run("procestermijnen", lopend, "--json").json:
        assert run("procestermijn", lopend, row["id"], "--verwijder").code == 0
    assert "regietafel aanvullen" in run("termijnen", lopend, "--op", "2023-07-05").err
    assert run("aanvullen", lopend).code == 0
    assert run("termijnen", lopend, "--op", "2023-07-05").err == ""
