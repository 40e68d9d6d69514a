"""Days for the calendar program of an official: an .ics file (RFC 5545), as Outlook and others read it."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from regietafel.errors import RegietafelError
from regietafel.files import write_files
from regietafel.i18n import _
from regietafel.queries.termijnen import TermijnRegel

if TYPE_CHECKING:
    from icalendar import Calendar

_DAY = datetime.timedelta(days=1)
_UIDS = uuid.uuid5(uuid.NAMESPACE_URL, "regietafel")  # never change this: calendars know the days by what follows
_HERINNERING = datetime.timedelta(days=-3, hours=9)  # from the midnight it begins: nine o'clock, three days before


@dataclass(frozen=True, kw_only=True)
class Kalenderdag:
    """What must be there on a day. A calendar that already has the ``uid`` replaces it, so keep it the same."""

    uid: str
    datum: datetime.date
    titel: str
    omschrijving: str = ""


def of_termijnen(termijnen: Iterable[TermijnRegel], tafel: str) -> tuple[Kalenderdag, ...]:
    """The days of the table called so. Exported again they replace the older ones, also on another day."""
    punten = []
    for each in termijnen:
        # A day of the year is another day every year; a step of an agreement stays the same step.
        what = (each.herverdeling, each.stap, each.omschrijving) if each.herverdeling else (each.id, each.datum.year)
        about = [tafel, _("Herverdeling {kenmerk}").format(kenmerk=each.herverdeling)] if each.herverdeling else [tafel]
        if each.bron:
            about.append(_("Bron: {bron}").format(bron=each.bron))
        punten.append(
            Kalenderdag(
                uid=f"{uuid.uuid5(_UIDS, '|'.join(map(str, (tafel, *what))))}@regietafel",
                datum=each.datum,
                titel=each.titel,
                omschrijving="\n".join(about),
            )
        )
    return tuple(punten)


def ics_bytes(punten: Iterable[Kalenderdag], dtstamp: datetime.datetime) -> bytes:
    """A calendar of whole days on which one is not busy; ``dtstamp`` is the moment, with its zone, it was made."""
    from icalendar import Alarm, Event

    calendar = new_calendar("PUBLISH")
    for punt in punten:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", punt.titel)
        alarm.add("trigger", _HERINNERING)
        event = Event()
        event.add("uid", punt.uid)
        event.add("dtstamp", dtstamp)
        event.add("dtstart", punt.datum)
        event.add("dtend", punt.datum + _DAY)  # the first day it is over
        event.add("summary", punt.titel)
        if punt.omschrijving:
            event.add("description", punt.omschrijving)
        event.add("transp", "TRANSPARENT")
        event.add_component(alarm)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def new_calendar(method: str) -> Calendar:
    """An empty calendar; ``method`` says what a program is to do with it (RFC 5546)."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Regietafel//Regietafel//NL")
    calendar.add("method", method)
    return calendar


def write_ics(path: Path, punten: Iterable[Kalenderdag], *, overwrite: bool = False) -> None:
    """Write the calendar as it is now. Raises RegietafelError when it cannot, or exists and ``overwrite`` is False."""
    if path.exists() and not overwrite:
        raise RegietafelError(_("{naam} bestaat al. Kies een andere naam.").format(naam=path.name))
    write_files([(path, ics_bytes(punten, datetime.datetime.now(datetime.UTC)))])
