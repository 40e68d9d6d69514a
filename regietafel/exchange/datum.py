"""Days as they stand in a cell, a heading or a title."""

from __future__ import annotations

import datetime
import re

from regietafel.exchange.spreadsheet import Waarde
from regietafel.i18n import MAANDEN, _

ORDERS = {"dmj": "dmy", "mdj": "mdy", "jmd": "ymd"}  # the order of day, month and year in a text

_MONTHS = {name: number for number, maand in enumerate(MAANDEN, 1) for name in (maand, maand[:3])} | {"mrt": 3}
_SEP = r"\s*[-/._ ]\s*"
_NUMBERS = re.compile(rf"(\d{{1,4}}){_SEP}(\d{{1,2}}){_SEP}(\d{{1,4}})")
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WRITTEN = re.compile(rf"(?<!\d)(\d{{1,2}})\s+({_NAMES})\.?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_ISO = re.compile(r"(?<![\d-])(\d{4})[-/_.](\d{2})[-/_.](\d{2})(?!\d)")
_DUTCH = re.compile(r"(?<![\d-])(\d{1,2})[-/_. ](\d{1,2})[-/_. ](\d{4})(?!\d)")


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


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day)) if 1900 <= int(year) <= 2200 else None
    except ValueError:
        return None
