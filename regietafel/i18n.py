"""Dutch numbers and dates, written and read. Counts are integers; there are no floats here."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

MINUS = "−"
UNKNOWN = "–"
MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
WEEKDAGEN = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]

_NUMBER = re.compile(r"[+\-−–]?\s*(\d{1,3}(\.\d{3})+|\d+)", re.ASCII)
_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_TIJD = re.compile(r"([01]?\d|2[0-3])(?:[:.]([0-5]\d))?\s*(?:u|uur)?", re.ASCII | re.IGNORECASE)


def _(text: str) -> str:
    """Mark a text as shown to the user. The program speaks Dutch; this is where another language would enter."""
    return text


def today() -> datetime.date:
    """The day it is where the user is."""
    return datetime.datetime.now().astimezone().date()


def format_number(number: int | None) -> str:
    """``73155`` → ``73.155``; ``-4`` → ``−4``; unknown → ``–``."""
    if number is None:
        return UNKNOWN
    return (MINUS if number < 0 else "") + f"{abs(number):,}".replace(",", ".")


def format_decimal(number: Decimal | None) -> str:
    """As :func:`format_number`, with its decimals: ``1.234,5``."""
    if number is None:
        return UNKNOWN
    return (MINUS if number < 0 else "") + f"{abs(number):,}".translate(str.maketrans(",.", ".,"))


def format_change(number: int | None) -> str:
    """As :func:`format_number`, with a plus sign: ``+10``, ``−10``, ``0``."""
    return ("+" if number is not None and number > 0 else "") + format_number(number)


def parse_number(text: str) -> int:
    """Read a whole number as Dutch officials write it: ``73.155``, ``−4``, ``+10``. Raises ValueError."""
    text = text.strip().replace(" ", " ")
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    digits = int(re.sub(r"\D", "", text))
    return -digits if text[0] in "-−–" else digits


def parse_decimal(text: str) -> Decimal:
    """Read ``12,5`` as well as what :func:`parse_number` reads. Raises ValueError."""
    whole, comma, decimals = text.strip().partition(",")
    number = Decimal(parse_number(whole))
    if not comma:
        return number
    if not re.fullmatch(r"\d+", decimals, re.ASCII):
        raise ValueError(text)
    part = Decimal(f"0.{decimals}")
    return number - part if whole[0] in "-−–" else number + part


def format_date(date: datetime.date | None) -> str:
    """``01-07-2023``, the form of tables and forms."""
    if date is None:
        return UNKNOWN
    return f"{date.day:02}-{date.month:02}-{date.year:04}"  # strftime takes five times as long


def format_date_long(date: datetime.date) -> str:
    """``1 juli 2023``, the form of letters."""
    return f"{date.day} {MAANDEN[date.month - 1]} {date.year}"


def parse_date(text: str) -> datetime.date:
    """Read ``1-7-2023``, ``01/07/2023`` or ``2023-07-01``, from 1900 to 2200. Raises ValueError."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _DATE.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        raise ValueError(text)
    if not 1900 <= year <= 2200:  # a typing error; and a term after the year 9999 cannot be counted
        raise ValueError(text)
    return datetime.date(year, month, day)


def parse_time(text: str) -> str:
    """Read ``9:30``, ``09.30``, ``9.30 uur`` or ``9 uur`` as ``09:30`` and ``09:00``. Raises ValueError."""
    match = _TIJD.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    return f"{int(match[1]):02d}:{match[2] or '00'}"


def enumerate_some(texts: Sequence[str], most: int = 8) -> str:
    """``Almelo en Borne``, ``Almelo, Borne en nog 12``: no more than a sentence bears."""
    if (more := len(texts) - most) > 0:
        return _("{namen} en nog {n}").format(namen=", ".join(texts[:most]), n=format_number(more))
    *first, last = texts or [""]
    return _("{namen} en {laatste}").format(namen=", ".join(first), laatste=last) if first else last


def shorten(text: str, most: int) -> str:
    """The text, of at most so many characters: what is too long is cut off, and ends in ``…``."""
    return text if len(text) <= most else text[: most - 1] + "…"


def sort_key(text: str) -> str:
    """The order of a Dutch index: é is e, ’s-Gravenhage stands under the G."""
    plain = unicodedata.normalize("NFKD", text.casefold()).removeprefix("'s-").removeprefix("’s-")
    if plain.isascii():  # as most are; looking at every character is slow
        return plain
    return "".join(character for character in plain if not unicodedata.combining(character))
