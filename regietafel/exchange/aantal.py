"""A count as it stands in a cell: a number, or a text as Dutch officials write it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from regietafel.exchange.spreadsheet import Formule, Waarde
from regietafel.i18n import _, format_number, parse_number

HIGHEST = 99_999_999  # persons; more is a mistake in the sheet

_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?:\D|$))")
_NUMBER_MARK = re.compile(r"\s*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾*]+|\s\d{1,2}\))$")
_WHOLE = re.compile(r",0{1,2}$|(?<!\.)\.0{1,2}$")
_SWAPPED = str.maketrans(",.", ".,")
_ENGLISH = re.compile(r"[+\-−–]?\d{1,3}(,\d{3})+\.\d+|[+\-−–]?\d{1,3}(,\d{3}){2,}")
_DUTCH = re.compile(r"[+\-−–]?\d{1,3}(\.\d{3})+(,\d+)?|[+\-−–]?\d+,\d{1,2}")
_THOUSAND_OR_NOT = re.compile(r"\d,000$")  # English for thousands, Dutch for three decimals

_THOUSANDS_OR_DECIMALS = re.compile(r"\d{1,3}(,\d{3})+")


def read_number(value: Waarde, *, negatief: bool = False, getallen: str = "nl") -> int:
    """A count: 73155, 73155.0, ``73.155``, ``73 155``, ``211 4)``. Raises ValueError with a sentence in Dutch.

    ``negatief``: it may be below zero. ``getallen``: “en” when texts are written as ``73,155``.
    """
    if value is None:
        raise ValueError(_("het aantal ontbreekt"))
    if isinstance(value, Formule):
        raise ValueError(_("{waarde}; open het bestand in Excel en sla het opnieuw op").format(waarde=value))
    if isinstance(value, str) and getallen == "en":
        value = value.translate(_SWAPPED)
    elif isinstance(value, str) and _THOUSAND_OR_NOT.search(value.strip()):
        sentence = _("“{waarde}” is dubbelzinnig: schrijf {duizenden} of {geheel}")
        duizenden = value.strip()[:40].replace(",", ".")
        raise ValueError(sentence.format(waarde=value[:40], duizenden=duizenden, geheel=duizenden[:-4]))
    if isinstance(value, float):
        number = int(value) if value.is_integer() else None
        shown = f"{value:.10g}".replace(".", ",")
        if number is None:
            raise ValueError(_("{waarde} is geen geheel aantal").format(waarde=shown))
    else:
        shown = str(value)[:40]
        number = value if isinstance(value, int) else _parse(shown) if isinstance(value, str) else None
        if number is None and _THOUSANDS_OR_DECIMALS.fullmatch(shown.strip()):
            sentence = _("“{waarde}” is geen geheel aantal; schrijf {duizenden} als duizenden zijn bedoeld")
            raise ValueError(sentence.format(waarde=shown, duizenden=shown.strip().replace(",", ".")))
        if number is None:
            raise ValueError(_("“{waarde}” is geen geheel aantal").format(waarde=shown))
    if abs(number) > HIGHEST or (number < 0 and not negatief):
        reason = _("{waarde} is negatief") if number < 0 and not negatief else _("{waarde} is onwaarschijnlijk veel")
        raise ValueError(reason.format(waarde=format_number(number)))
    return number


def _parse(text: str) -> int | None:
    try:
        return parse_number(_WHOLE.sub("", _THOUSANDS.sub(".", _NUMBER_MARK.sub("", text.strip()))))
    except ValueError:
        return None


def written_english(values: Iterable[Waarde]) -> bool:
    """Whether the texts can only be numbers with a comma between thousands; where in doubt they are Dutch."""
    texts = [value.strip() for value in values if isinstance(value, str)]
    return any(map(_ENGLISH.fullmatch, texts)) and not any(map(_DUTCH.fullmatch, texts))
