"""What a template is filled with, and how a value looks in it. A value is text: it is never read for markup."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Union

from regietafel import i18n
from regietafel.documents.blocks import Block

Value = Union[str, int, datetime.date, "tuple[Values, ...]", None]  # it names itself
Values = Mapping[str, Value]
Prepared = Mapping[str, Sequence[Block]]


def _day(date: datetime.date) -> str:
    """``maandag 3 juli 2023``."""
    return f"{i18n.WEEKDAGEN[date.weekday()]} {i18n.format_date_long(date)}"


def _capital(value: str) -> str:
    """With a capital in front."""
    said = _clean(value)
    return said[:1].upper() + said[1:]


FORMS: dict[str, tuple[type, Callable[..., str]]] = {
    "kort": (datetime.date, i18n.format_date),
    "lang": (datetime.date, i18n.format_date_long),
    "dag": (datetime.date, _day),
    "aantal": (int, i18n.format_number),
    "wijziging": (int, i18n.format_change),
    "hoofdletter": (str, _capital),
}


def show(value: Value, form: str = "") -> str:
    """``value`` as text in a document; without a form a date is long and a number has thousands dots.

    A series is a line for each of its items, as ``van: Enschede, naar: Borne``.
    """
    if form:
        return FORMS[form][1](value)
    if isinstance(value, datetime.date):
        return i18n.format_date_long(value)
    if isinstance(value, int):
        return i18n.format_number(value)
    if isinstance(value, tuple):
        return "\n".join(", ".join(f"{name}: {show(each)}" for name, each in item.items()) for item in value)
    return _clean(value or "")


def is_filled(value: Value) -> bool:
    """Whether there is something: text, a number other than 0, a date, an item."""
    return bool(show(value).strip() if isinstance(value, str) else value)


def equals(value: Value, said: str) -> bool:
    """Whether ``value`` is shown as ``said``; capitals and the kind of space make no difference."""
    return _plain(show(value)) == _plain(said)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace(i18n.MINUS, "-").split())


def _clean(value: str) -> str:
    """Text without control characters and half characters; a line break stays, a tab is a space."""
    if value.isprintable():
        return value
    value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(c for c in value if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
