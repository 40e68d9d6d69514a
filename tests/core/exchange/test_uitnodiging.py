"""The invitation to a meeting: read back by icalendar, its time zone by dateutil, and line by line as RFC 5545 asks."""

from __future__ import annotations

import datetime
import io
import re
from dataclasses import replace
from email import message_from_bytes, policy
from typing import Any

import pytest
from dateutil.tz import tzical  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from regietafel.errors import RegietafelError, RuleError
from regietafel.exchange.eml import eml_bytes
from regietafel.exchange.uitnodiging import AMSTERDAM, Uitnodiging, invitation_bytes

NOW = datetime.datetime(2023, 9, 1, 8, 15, tzinfo=datetime.UTC)
LINK = "https://vergaderen.example.nl/regietafel/" + "0123456789" * 9
OVERLEG = Uitnodiging(
    uid="overleg-12@regietafel",
    volgnummer=0,
    titel="Regietafel Twente, 28 september; Fryslân & coöperatie € 1.000 " + "ë€" * 60,
    begin=datetime.datetime(2023, 9, 28, 14, tzinfo=AMSTERDAM),
    einde=datetime.datetime(2023, 9, 28, 16, 30, tzinfo=AMSTERDAM),
    plaats="Gemeentehuis Borne, Rheineplein 1; zaal 2",
    omschrijving=f"Online: {LINK}\nNeem mee: opgave \\ stand",
    organisator="griffie@borne.nl",
    deelnemers=(('Burgemeester van "Almelo", voorzitter', "burgemeester@almelo.nl"), ("", "wonen@losser.nl")),
)
LINES = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1).map(str.strip).filter(bool)


def event_of(content: bytes) -> Any:
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


def check_strict(content: bytes) -> list[str]:
    """The content lines, unfolded; every demand of RFC 5545, 3.1 and 3.4, is looked at."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    folded = content.removesuffix(b"\r\n").split(b"\r\n")
    for part in folded:
        assert 0 < len(part) <= 75 and not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", part)
        part.decode()  # no character is cut in two by folding
    lines = content.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode().split("\r\n")
    stack = []
    for line in lines:
        assert re.match(r'[A-Z-]+(;[A-Z-]+=("[^"]*"|[^";:,]*))*:', line), line
        name, _, value = line.partition(":")
        if name == "BEGIN":
            stack.append(value)
        elif name == "END":
            assert stack.pop() == value
    assert not stack
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert sum(line.startswith("METHOD:") for line in lines) == 1
    for one in ("UID:", "SEQUENCE:", "DTSTAMP:", "DTSTART;", "SUMMARY:", "STATUS:"):
        in_event = lines[lines.index("BEGIN:VEVENT") :]
        assert sum(line.startswith(one) for line in in_event) == 1
    assert lines.index("END:VTIMEZONE") < lines.index("BEGIN:VEVENT")
    return lines


def test_what_is_read_back_is_what_was_written() -> None:
    content = invitation_bytes(OVERLEG, NOW)
    lines, event = check_strict(content), event_of(content)
    assert "METHOD:REQUEST" in lines and event["status"] == "CONFIRMED" and event["transp"] == "OPAQUE"
    assert (str(event["uid"]), event["sequence"], event.decoded("dtstamp")) == (OVERLEG.uid, 0, NOW)
    assert (str(event["summary"]), str(event["location"])) == (OVERLEG.titel, OVERLEG.plaats)
    assert str(event["description"]) == OVERLEG.omschrijving and LINK in str(event["description"])
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (OVERLEG.begin, OVERLEG.einde)
    assert {"DTSTART;TZID=Europe/Amsterdam:20230928T140000", "DTSTAMP:20230901T081500Z"} <= {*lines}
    assert event["organizer"] == "mailto:griffie@borne.nl"
    named, bare = event["attendee"]
    assert (str(named), named.params["CN"]) == (
        "mailto:burgemeester@almelo.nl",
        "Burgemeester van ”Almelo”, voorzitter",
    )
    assert (named.params["ROLE"], named.params["RSVP"]) == ("REQ-PARTICIPANT", "TRUE")
    assert bare == "mailto:wonen@losser.nl" and "CN" not in bare.params
    assert content == invitation_bytes(OVERLEG, NOW)


def test_a_change_and_a_cancellation_are_of_the_same_meeting() -> None:
    moved = replace(OVERLEG, volgnummer=1, begin=OVERLEG.begin.replace(hour=13))
    cancelled = replace(moved, volgnummer=2, geannuleerd=True)
    made = [event_of(invitation_bytes(each, NOW)) for each in (OVERLEG, moved, cancelled)]
    assert len({str(each["uid"]) for each in made}) == 1
    assert [each["sequence"] for each in made] == [0, 1, 2]
    assert [each["status"] for each in made] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    lines = check_strict(invitation_bytes(cancelled, NOW))
    assert "METHOD:CANCEL" in lines and "TRANSP:TRANSPARENT" in lines
    assert str(made[2]["summary"]).startswith("Geannuleerd: Regietafel") and len(made[2]["attendee"]) == 2


@pytest.mark.parametrize(("geannuleerd", "status"), [(False, "CONFIRMED"), (True, "CANCELLED")])
def test_without_a_sender_nobody_is_asked(geannuleerd: bool, status: str) -> None:
    content = invitation_bytes(replace(OVERLEG, organisator="", geannuleerd=geannuleerd), NOW)
    assert "METHOD:PUBLISH" in check_strict(content)
    assert event_of(content)["status"] == status
    assert b"ORGANIZER" not in content and b"ATTENDEE" not in content  # RFC 5546, 3.2.1: PUBLISH has no attendees


def test_the_clock_of_the_netherlands_as_another_library_reads_it() -> None:
    zone = tzical(io.StringIO(invitation_bytes(OVERLEG, NOW).decode())).get()
    assert zone is not None
    for day in range(0, 365 * 40, 5):
        noon = datetime.datetime(2000, 1, 1, 12) + datetime.timedelta(day)  # noqa: DTZ001
        assert noon.replace(tzinfo=zone).utcoffset() == noon.replace(tzinfo=AMSTERDAM).utcoffset()
    for change in (datetime.datetime(2024, 3, 31, 1), datetime.datetime(2024, 10, 27, 1)):  # noqa: DTZ001
        for hour in (0, 3):  # before and after the clock is put forward or back
            moment = change + datetime.timedelta(hours=hour)
            assert moment.replace(tzinfo=zone).utcoffset() == moment.replace(tzinfo=AMSTERDAM).utcoffset()


def test_a_moment_of_another_zone_is_shown_on_the_dutch_clock() -> None:
    london = replace(OVERLEG, begin=OVERLEG.begin.astimezone(datetime.UTC))
    assert invitation_bytes(london, NOW) == invitation_bytes(OVERLEG, NOW)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(RuleError, match="eindigt voor het begint"):
        invitation_bytes(replace(OVERLEG, einde=OVERLEG.begin), NOW)
    for wrong in ({"organisator": "griffie"}, {"deelnemers": (("x", "a@b.nl\r\nATTENDEE:mailto:c@d.nl"),)}):
        with pytest.raises(RegietafelError, match="geen e-mailadres"):
            invitation_bytes(replace(OVERLEG, **wrong), NOW)


@given(LINES, LINES, st.lists(LINES, max_size=4), st.lists(LINES, max_size=3))
def test_any_text_comes_back(titel: str, plaats: str, omschrijving: list[str], namen: list[str]) -> None:
    overleg = replace(
        OVERLEG,
        titel=titel,
        plaats=plaats,
        omschrijving="\n".join(omschrijving),
        deelnemers=tuple((naam, "a@b.nl") for naam in namen),
    )
    content = invitation_bytes(overleg, NOW)
    check_strict(content)
    event = event_of(content)
    assert [*map(str.split, (str(event["summary"]), str(event["location"])))] == [titel.split(), plaats.split()]
    assert str(event.get("description", "")).split() == overleg.omschrijving.split()


@given(st.text(), st.text(), st.text())
def test_any_sign_leaves_it_readable(titel: str, omschrijving: str, naam: str) -> None:
    titel, omschrijving, naam = (text.encode("utf-8", "ignore").decode() for text in (titel, omschrijving, naam))
    content = invitation_bytes(
        replace(OVERLEG, titel=titel, omschrijving=omschrijving, deelnemers=((naam, "a@b.nl"),)), NOW
    )
    check_strict(content)
    assert event_of(content)["uid"] == OVERLEG.uid


@pytest.mark.parametrize(
    ("overleg", "method"),
    [
        (OVERLEG, "REQUEST"),
        (replace(OVERLEG, volgnummer=1, geannuleerd=True), "CANCEL"),
        (replace(OVERLEG, organisator=""), "PUBLISH"),
    ],
)
def test_it_goes_along_in_a_message(overleg: Uitnodiging, method: str) -> None:
    invitation = invitation_bytes(overleg, NOW)
    pdf = b"%PDF-1.7\r\n--=_ x\n." * 40
    content = eml_bytes(
        ["a@borne.nl", "b@losser.nl"],
        "Uitnodiging coöperatie €",
        "Geachte leden,\n\nZie ë en €.",
        [("Agenda é.pdf", pdf)],
        NOW.date(),
        cc=["coa@coa.nl"],
        bcc=["archief@borne.nl"],
        kalender=invitation,
    )
    made = message_from_bytes(content, policy=policy.default)
    assert not any(part.defects for part in made.walk())
    kinds = [part.get_content_type() for part in made.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/calendar",
        "application/ics",
        "application/pdf",
    ]
    plain, calendar, ics, attached = (part for part in made.walk() if not part.is_multipart())
    assert plain.get_content().splitlines() == ["Geachte leden,", "", "Zie ë en €."]
    assert calendar["Content-Type"].params == {"charset": "utf-8", "method": method}
    assert calendar.get_payload(decode=True) == ics.get_content() == invitation
    assert [each.get_filename() for each in (ics, attached)] == ["uitnodiging.ics", "Agenda é.pdf"]
    assert attached.get_content() == pdf
    assert (made["To"], made["Cc"], made["Bcc"]) == ("a@borne.nl, b@losser.nl", "coa@coa.nl", "archief@borne.nl")
    assert content.count(b"\n") == content.count(b"\r\n") and content.isascii()
