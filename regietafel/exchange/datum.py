"""Days as they stand in a cell, a heading or a title, and as they are typed in a sentence."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from contextlib import suppress

from regietafel.domain.feestdagen import plain_einde
from regietafel.exchange.spreadsheet import Waarde
from regietafel.i18n import MAANDEN, WEEKDAGEN, _

ORDERS = {"dmj": "dmy", "mdj": "mdy", "jmd": "ymd"}  # the order of day, month and year in a text

_MONTHS = {name: number for number, maand in enumerate(MAANDEN, 1) for name in (maand, maand[:3])}
_MONTHS |= {"mrt": 3, "sept": 9}
_SEP = r"\s*[-/._ ]\s*"
_NUMBERS = re.compile(rf"(\d{{1,4}}){_SEP}(\d{{1,2}}){_SEP}(\d{{1,4}})")
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WRITTEN = re.compile(rf"(?<!\d)(\d{{1,2}})\s+({_NAMES})\.?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_ISO = re.compile(r"(?<![\d-])(\d{4})[-/_.](\d{2})[-/_.](\d{2})(?!\d)")
_DUTCH = re.compile(r"(?<![\d-])(\d{1,2})[-/_. ](\d{1,2})[-/_. ](\d{4})(?!\d)")

_WEEKDAY = "|".join(WEEKDAGEN)
_YEAR = r"(?:'?\d{2}|\d{4})"
_DAY_FORMS = [
    re.compile(form)
    for form in (
        rf"(?P<day>\d{{1,2}})(?:e|de|ste)? ?(?P<month>{_NAMES})\.?(?: (?P<year>{_YEAR}))?",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}}) ?[-/.] ?(?P<month>\d{{1,2}}) ?[-/.] ?(?P<year>{_YEAR})",
        r"(?P<day>\d{1,2}) ?[-/] ?(?P<month>\d{1,2})",  # with a dot it may be a number
    )
]
_SOON = r"(?:a\.?s\.?|aanstaande|komende|eerstvolgende)"
_NUMBER_WORDS = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]
_COUNT = {word: number for number, word in enumerate(_NUMBER_WORDS, 1)} | {"één": 1}
_UNITS = {"dag": (1, "dag"), "week": (1, "week"), "maand": (1, "maand"), "jaar": (12, "maand")}
_UNITS |= {"dagen": _UNITS["dag"], "weken": _UNITS["week"], "maanden": _UNITS["maand"]}
_NEAR = {"vandaag": 0, "morgen": 1, "overmorgen": 2}
_EDGE = {"begin": 0, "half": 1, "medio": 1, "midden": 1, "eind": 2, "einde": 2, "ultimo": 2}
_QUARTERS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "1e": 1, "2e": 2, "3e": 3, "4e": 4}
_FRIDAY = 4  # the last working day
_AS_TYPED = str.maketrans("’‘\u2010\u2011–", "''---")  # what a program made of it
_LONGEST = 60  # characters; no day is said in more
_BEFORE, _AFTER = 1989, 2201  # the years between are those a record takes


def read_date(value: Waarde, order: str = "dmj") -> datetime.date:
    """A day: a date of the sheet, ``1-9-2023``, ``2023-09-01``, ``1 september 2023``. Raises ValueError in Dutch."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    text = "" if value is None else str(value).strip()
    if not text:
        raise ValueError(_("de datum ontbreekt"))
    found = try_date(text, order)
    if found is None:
        raise ValueError(_("“{tekst}” is geen datum; schrijf bijvoorbeeld 01-09-2023").format(tekst=text[:40]))
    return found


def try_date(text: str, order: str) -> datetime.date | None:
    """The day a text is, read in this order; a year of four digits in front is always a year."""
    if match := _WRITTEN.fullmatch(text):
        return _day(match[3], str(_MONTHS[match[2].casefold()]), match[1])
    if not (match := _NUMBERS.fullmatch(text)):
        return None
    parts = dict(zip("ymd" if len(match[1]) == 4 else ORDERS[order], match.groups(), strict=True))
    return _day(parts["y"], parts["m"], parts["d"])


def datums(text: str) -> frozenset[datetime.date]:
    """Every day that a heading or title names."""
    found = [_day(match[1], match[2], match[3]) for match in _ISO.finditer(text)]
    found += [_day(match[3], match[2], match[1]) for match in _DUTCH.finditer(text)]
    found += [_day(match[3], str(_MONTHS[match[2].casefold()]), match[1]) for match in _WRITTEN.finditer(text)]
    return frozenset(day for day in found if day)


def read_day(text: str, op: datetime.date) -> datetime.date | None:
    """The day that someone means on the day ``op``: ``1 okt '23``, ``1/10``, ``eind Q3``, ``over twee weken``.

    Without a year it is the first such day from ``op`` on. A week without a weekday is meant until its Friday; begin,
    half and eind of a month are its first, fifteenth and last day. None for all else: no such day, or not clear which.
    """
    said = " ".join(text.casefold().translate(_AS_TYPED).split())
    if len(said) > _LONGEST:
        return None
    for read in (_read_calendar_day, _read_edge, _read_week, _read_span):
        try:
            found = read(said, op)
        except (ValueError, OverflowError):  # the calendar has no such day
            continue
        if found:
            return found if _BEFORE < found.year < _AFTER else None
    return None


def _read_calendar_day(said: str, op: datetime.date) -> datetime.date | None:
    """``[vrijdag] 6 oktober [2023]``, ``6-10-2023``, ``6/10``, ``2023-10-06``; the weekday must be right."""
    match = re.fullmatch(rf"(?:{_SOON} )?(?:({_WEEKDAY}|[a-z]{{2}}\.?) )?(.+?)(?: {_SOON})?", said)
    weekday, rest = (match[1], match[2]) if match else (None, said)
    match = next(filter(None, (form.fullmatch(rest) for form in _DAY_FORMS)), None)
    if not match:
        return None
    parts = match.groupdict()
    day, month = int(parts["day"]), _MONTHS.get(parts["month"]) or int(parts["month"])
    found = _first(parts.get("year"), op, lambda jaar: datetime.date(jaar, month, day))
    return found if found and (not weekday or WEEKDAGEN[found.weekday()].startswith(weekday.rstrip("."))) else None


def _read_edge(said: str, op: datetime.date) -> datetime.date | None:
    """``eind september``, ``half oktober 2023``, ``eind Q3``, ``begin volgend jaar``, ``eind van de maand``."""
    match = re.fullmatch(rf"({'|'.join(_EDGE)}) (?:van )?(?:het |de )?(.+)", said)
    if not match:
        return None
    edge, rest = _EDGE[match[1]], match[2]
    if whole := re.fullmatch(rf"({_NAMES})\.?(?: ({_YEAR}))?", rest):
        month = _MONTHS[whole[1]]
        return _first(whole[2], op, lambda jaar: _edge(edge, jaar, month, 1))
    if whole := re.fullmatch(rf"(?:q([1-4])|({'|'.join(_QUARTERS)}) kwartaal)(?: (?:van )?({_YEAR}))?", rest):
        quarter = int(whole[1] or _QUARTERS[whole[2]])
        return _first(whole[3], op, lambda jaar: _edge(edge, jaar, 3 * quarter - 2, 3))
    if whole := re.fullmatch(r"(dit |volgend )?jaar|(\d{4})", rest):
        jaar = int(whole[2] or op.year + (whole[1] == "volgend "))
        return _edge(edge, jaar, 1, 12)
    if whole := re.fullmatch(r"(deze |volgende )?maand", rest):
        first = plain_einde(op.replace(day=1), int(whole[1] == "volgende "), "maand")
        return _edge(edge, first.year, first.month, 1)
    return None


def _read_week(said: str, op: datetime.date) -> datetime.date | None:
    """``volgende week [vrijdag]``, ``eind deze week``, ``week 40``, ``[a.s.] vrijdag``: a.s. is never ``op`` itself."""
    if match := re.fullmatch(rf"({_SOON} )?({_WEEKDAY})( {_SOON})?", said):
        soon = bool(match[1] or match[3])
        return op + datetime.timedelta((WEEKDAGEN.index(match[2]) - op.weekday() - soon) % 7 + soon)
    match = re.fullmatch(
        rf"(?:(begin|eind|einde)(?: van)? |({_WEEKDAY})(?: van| in)? )?"
        rf"(?:(deze|volgende) week|(?:in )?(?:week|wk\.?) ?(\d{{1,2}})(?: (\d{{4}}))?)(?: ({_WEEKDAY}))?",
        said,
    )
    if not match:
        return None
    edge, before, which, number, year, after = match.groups()
    named = before or after
    weekday = WEEKDAGEN.index(named) if named else 0 if edge == "begin" else _FRIDAY
    if number:
        return _first(year, op, lambda jaar: datetime.date.fromisocalendar(jaar, int(number), weekday + 1))
    return op + datetime.timedelta(weekday - op.weekday() + (7 if which == "volgende" else 0))


def _read_span(said: str, op: datetime.date) -> datetime.date | None:
    """``morgen``, ``over twee weken``, ``binnen 3 maanden``."""
    if said in _NEAR:
        return op + datetime.timedelta(_NEAR[said])
    match = re.fullmatch(rf"(?:over|binnen) (?:(\d{{1,3}})|({'|'.join(_COUNT)})) ({'|'.join(_UNITS)})", said)
    if not match:
        return None
    times, unit = _UNITS[match[3]]
    return plain_einde(op, times * int(match[1] or _COUNT[match[2]]), unit)


def _first(year: str | None, op: datetime.date, of: Callable[[int], datetime.date]) -> datetime.date | None:
    """The day of that year; without one the first from ``op`` on, in a year that has such a day."""
    if year:
        number = int(year.lstrip("'"))
        return of(number if len(year) == 4 else 2000 + number)
    for jaar in range(op.year, op.year + 9):  # 1896 to 1904 had no 29 February; nothing is rarer
        with suppress(ValueError):
            if (found := of(jaar)) >= op:
                return found
    return None


def _edge(edge: int, jaar: int, month: int, months: int) -> datetime.date:
    """The first day of a time of so many months, the middle (for one month the fifteenth), or the last day."""
    first = datetime.date(jaar, month, 1)
    if edge == 0:
        return first
    if edge == 1:
        return plain_einde(first, months // 2, "maand").replace(day=1 if months == 12 else 15)
    return plain_einde(first, months, "maand") - datetime.timedelta(1)


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day)) if 1900 <= int(year) <= 2200 else None
    except ValueError:
        return None
