"""The invitation to a meeting, its changes and its cancellation: an .ics file (RFC 5545, 5546), as Outlook reads it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from regietafel.domain.contact import check_mail
from regietafel.errors import RuleError
from regietafel.exchange.agenda import new_calendar
from regietafel.exchange.eml import one_line
from regietafel.i18n import _

if TYPE_CHECKING:
    from icalendar import Timezone

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_SUMMER, _WINTER = datetime.timedelta(hours=2), datetime.timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Uitnodiging:
    """A meeting as it stands now. A calendar that has the ``uid`` takes what has the highest ``volgnummer``.

    ``begin`` and ``einde`` are moments with their zone, ``deelnemers`` a name and an address each. ``organisator`` is
    the address that the answers go to; without one a calendar just shows the meeting, and nobody is asked.
    """

    uid: str
    volgnummer: int
    titel: str
    begin: datetime.datetime
    einde: datetime.datetime
    plaats: str = ""
    omschrijving: str = ""  # with the address of the meeting when it is online
    organisator: str = ""
    deelnemers: tuple[tuple[str, str], ...] = ()
    geannuleerd: bool = False


def invitation_bytes(uitnodiging: Uitnodiging, dtstamp: datetime.datetime) -> bytes:
    """The calendar with that one meeting; ``dtstamp`` is the moment, with its zone, it was made.

    Raises RuleError when it ends before it begins, RegietafelError for what is no address.
    """
    from icalendar import Event

    if uitnodiging.einde <= uitnodiging.begin:
        raise RuleError(_("Het overleg eindigt voor het begint. Verbeter de tijden."))
    calendar = new_calendar(_method(uitnodiging))
    calendar.add_component(_dutch_time())
    event = Event()
    event.add("uid", uitnodiging.uid)
    event.add("sequence", uitnodiging.volgnummer)
    event.add("dtstamp", dtstamp)
    event.add("dtstart", uitnodiging.begin.astimezone(AMSTERDAM))
    event.add("dtend", uitnodiging.einde.astimezone(AMSTERDAM))
    titel = one_line(uitnodiging.titel)
    # A calendar that only shows what it gets may not strike it out.
    event.add("summary", _("Geannuleerd: {titel}").format(titel=titel) if uitnodiging.geannuleerd else titel)
    if uitnodiging.plaats:
        event.add("location", one_line(uitnodiging.plaats))
    if uitnodiging.omschrijving:
        event.add("description", "\n".join(map(one_line, uitnodiging.omschrijving.splitlines())))
    event.add("status", "CANCELLED" if uitnodiging.geannuleerd else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if uitnodiging.geannuleerd else "OPAQUE")
    if uitnodiging.organisator:
        event.add("organizer", "mailto:" + check_mail(uitnodiging.organisator))
        for naam, mail in uitnodiging.deelnemers:
            event.add("attendee", "mailto:" + check_mail(mail), parameters=_asked(naam))
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _method(uitnodiging: Uitnodiging) -> str:
    """Only who has an address can ask for an answer, or take the question back."""
    if not uitnodiging.organisator:
        return "PUBLISH"
    return "CANCEL" if uitnodiging.geannuleerd else "REQUEST"


def _asked(naam: str) -> dict[str, str]:
    asked = {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
    return asked | ({"CN": one_line(naam.replace('"', "”"))} if naam.strip() else {})  # no value holds a "


def _dutch_time() -> Timezone:
    """When summer and winter time begin since 1996 (Directive 2000/84/EC), as a rule: Outlook reads no list of days."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", AMSTERDAM.key)
    for kind, name, begin, before, after in (
        (TimezoneDaylight, "CEST", datetime.datetime(1996, 3, 31, 2), _WINTER, _SUMMER),  # noqa: DTZ001
        (TimezoneStandard, "CET", datetime.datetime(1996, 10, 27, 3), _SUMMER, _WINTER),  # noqa: DTZ001
    ):
        half = kind()
        half.add("dtstart", begin)  # by the clock that is put forward or back
        half.add("rrule", {"freq": "yearly", "bymonth": begin.month, "byday": "-1su"})
        half.add("tzoffsetfrom", before)
        half.add("tzoffsetto", after)
        half.add("tzname", name)
        zone.add_component(half)
    return zone
