"""A table that goes out, and what every kind of file has to know of it: plain values, sheet names, widths.

The writers (:mod:`.export_xlsx`, :mod:`.export_ods`, and the csv in :mod:`.export`) only say it in their own form.
"""

from __future__ import annotations

import datetime
import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from regietafel.fields import WIJZIGING, Field
from regietafel.i18n import _

Cel = str | int | Decimal | datetime.date | None

FORMULA_START = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would calculate
WIDEST = 60  # characters; what is longer continues on the next line of its cell
_LINE = 110  # characters of a remark on one line
_SHEET_NAME = 31  # characters, Excel's limit
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, kw_only=True)
class Tabel:
    """Records described by fields, as on the screen: one sheet of a workbook, or a whole csv.

    ``totaal`` is one more record, printed bold under the others. It holds values and no formulas of ours: a total of
    this program also says when it is unknown, a preview shows it, and no file we write ever calculates.
    """

    titel: str
    fields: Sequence[Field]
    records: Sequence[Any]
    bron: str = ""
    opmerkingen: Sequence[str] = ()
    totaal: Any = None

    @property
    def boven(self) -> list[str]:
        """The lines above the table: title, source, remarks."""
        source = _("Bron: {bron}").format(bron=self.bron) if self.bron else ""
        rest = [printable(text) for text in (source, *self.opmerkingen) if text]
        lines = [line for text in rest for line in textwrap.wrap(text, _LINE)]
        return [line for line in (printable(self.titel), *lines) if line]

    @property
    def header_row(self) -> int:
        """The row of the headings, counted from 1: under what stands above and an empty row."""
        return len(self.boven) + 2 if self.boven else 1

    @property
    def rijen(self) -> list[tuple[Any, bool]]:
        """Every record, and whether it is the total."""
        return [*((record, False) for record in self.records), *([(self.totaal, True)] if self.totaal else [])]


def cel(field: Field, record: Any) -> Cel:
    """A number or a date as itself, anything else as the text on the screen; unknown and empty are None."""
    value = getattr(record, field.name)
    if value is None or value == "":
        return None
    if field.choices is None and not isinstance(value, bool):
        if isinstance(value, datetime.datetime):
            return value.replace(tzinfo=None)
        if isinstance(value, datetime.date) or (field.kind.numeric and isinstance(value, int | Decimal)):
            return value
    return printable(field.format(value)) or None


def soort(field: Field, value: Cel) -> str:
    """How a cell looks: ``aantal``, ``wijziging``, ``decimaal``, ``datum``, ``tijd`` or ``tekst``."""
    if isinstance(value, datetime.datetime):
        return "tijd"
    if isinstance(value, datetime.date):
        return "datum"
    if isinstance(value, Decimal):
        return "decimaal"
    if isinstance(value, int):
        return "wijziging" if field.kind is WIJZIGING else "aantal"
    return "tekst"


def printable(text: str) -> str:
    """Without the characters that no XML may hold."""
    return _UNPRINTABLE.sub("", text)


def breed(value: Cel) -> bool:
    """Whether the text needs more than one line."""
    return isinstance(value, str) and (len(value) > WIDEST or "\n" in value)


def width(field: Field, values: Iterable[Cel]) -> int:
    """Characters a column needs: its longest value, and the longest word of its heading, which may break."""
    heading = max((len(word) for word in field.label.split()), default=0) + 2  # beside it stands the filter's arrow
    longest = max((_length(value) for value in values), default=0)
    return min(max(heading, longest), WIDEST) + 3


def _length(value: Cel) -> int:
    if value is None:
        return 0
    if isinstance(value, datetime.datetime):
        return len("01-07-2023 12:00")
    if isinstance(value, datetime.date):
        return len("01-07-2023")
    if isinstance(value, int):
        return len(f"{value:+,}")
    return max(map(len, str(value).split("\n")))


def sheet_names(titles: Iterable[str]) -> list[str]:
    """A name every spreadsheet program takes for each title, and no name twice."""
    taken = {"history"}  # Excel keeps that one for itself
    names = []
    for title in titles:
        plain = _UNPRINTABLE.sub("", _NO_SHEET_NAME.sub(" ", title)).strip("' ") or _("Blad1")
        name, number = plain[:_SHEET_NAME].strip("' "), 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain[: _SHEET_NAME - len(f' ({number})')].strip()} ({number})"
        taken.add(name.casefold())
        names.append(name)
    return names
