"""The .ics file: read back by a library, and looked at as bytes where programs are strict."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from regietafel.errors import RegietafelError
from regietafel.exchange.agenda import Kalenderdag, ics_bytes, write_ics

NOW = datetime.datetime(2026, 3, 30, 8, 15, tzinfo=datetime.UTC)
PUNT = Kalenderdag(
    uid="coa-1@regietafel",
    datum=datetime.date(2026, 12, 31),
    titel="Kennisgeving aan het COA, HV-2026-I-01; “B&W” van Súdwest-Fryslân",
    omschrijving="Binnen een week; door B&W, allebei.\nBron: stappenplan \\ art. 29\n" + "heel lang " * 40,
)
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.just("\n"), min_size=1)


def test_what_is_read_back_is_what_was_written() -> None:
    (event,) = Calendar.from_ical(ics_bytes([PUNT], NOW)).walk("VEVENT")
    assert (str(event["uid"]), event.decoded("dtstamp")) == (PUNT.uid, NOW)
    assert (str(event["summary"]), str(event["description"])) == (PUNT.titel, PUNT.omschrijving)
    assert type(event.decoded("dtstart")) is datetime.date  # a whole day, no moment
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (PUNT.datum, datetime.date(2027, 1, 1))
    assert event["transp"] == "TRANSPARENT"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == datetime.timedelta(days=-3, hours=9) and alarm["action"] == "DISPLAY"


def test_the_bytes_are_as_strict_programs_want_them() -> None:
    content = ics_bytes([PUNT], NOW)
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2:] == [b"END:VCALENDAR", b""]
    assert not any(b"\n" in line or b"\r" in line or len(line) > 75 for line in lines)
    assert {b"VERSION:2.0", b"METHOD:PUBLISH", b"PRODID:-//Regietafel//Regietafel//NL"} <= {*lines}
    assert {b"DTSTART;VALUE=DATE:20261231", b"DTEND;VALUE=DATE:20270101", b"DTSTAMP:20260330T081500Z"} <= {*lines}
    assert b"TRIGGER:-P2DT15H" in lines
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert "SUMMARY:Kennisgeving aan het COA\\, HV-2026-I-01\\; “B&W” van Súdwest" in unfolded
    assert "allebei.\\nBron: stappenplan \\\\ art. 29\\nheel" in unfolded
    for line in lines:
        line.decode()  # no character is cut in two by folding


def test_the_same_is_written_again() -> None:
    assert ics_bytes([PUNT], NOW) == ics_bytes([PUNT], NOW)
    assert ics_bytes([], NOW).count(b"VEVENT") == 0


@given(titel=TEXTS, omschrijving=TEXTS)
def test_any_text_comes_back(titel: str, omschrijving: str) -> None:
    punt = Kalenderdag(uid="x", datum=PUNT.datum, titel=titel, omschrijving=omschrijving)
    content = ics_bytes([punt], NOW)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert (str(event["summary"]), str(event["description"])) == (titel, omschrijving)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_a_file_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "agenda" / "termijnen.ics"
    write_ics(path, [PUNT])
    before = path.read_bytes()
    with pytest.raises(RegietafelError, match=r"termijnen\.ics bestaat al\. Kies een andere naam\."):
        write_ics(path, [])
    assert path.read_bytes() == before
    write_ics(path, [], overwrite=True)
    assert b"VEVENT" not in path.read_bytes() and [*path.parent.iterdir()] == [path]
