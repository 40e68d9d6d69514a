"""What the XML of a spreadsheet tells beside the values: how far the cells reach, which are hidden, merged or empty.

Every element of a file passes here before the parser of the values sees any of it; so this counts, and keeps little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from xml.parsers import expat

MAX_CELLS = 5_000_000  # the rectangle, empty cells included
LAST_COLUMN = 16_384  # of a sheet in Excel, counted from 1

_TRUE = {"1", "true"}
_MANY = 1_000  # of one kind; more is not told
_OF_ODS = {"table", "table-column", "table-row", "table-cell", "covered-table-cell"}
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")


@dataclass(frozen=True)
class Feiten:
    """About one sheet; rows and columns from 1. ``rijen`` and ``kolommen``: hidden, and with something in them.

    ``samengevoegd``: row, first and last column of cells that are merged side by side. ``formules``: row and column of
    formulas the file gives no outcome of.
    """

    rijen: tuple[int, ...] = ()
    kolommen: tuple[int, ...] = ()
    samengevoegd: tuple[tuple[int, int, int], ...] = ()
    formules: tuple[tuple[int, int], ...] = ()


class Cellen:
    """The elements of one XML file: an xlsx sheet, all the tables of an ods document, or something else."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.last_row = self.last_column = 0
        self.announces_too_much = False
        self.tables: dict[str, Feiten] = {}  # of an ods, by name
        self._parser = parser
        self._naam = ""
        self._row = self._column = 0  # where the reading is, 1-based
        self._rows = self._columns = 1  # how often the current row and cell are repeated (ods)
        self._formula = False  # a formula whose outcome has not been seen yet
        self._begin_table("")
        parser.StartElementHandler = self._start

    @property
    def feiten(self) -> Feiten:
        """About the only sheet of the file, or the one that is being read."""
        self._end_cell()
        rows, columns = sorted(self._rows_found)[:_MANY], sorted(self._columns_found)[:_MANY]
        return Feiten(tuple(rows), tuple(columns), tuple(self._merged), tuple(self._formulas))

    def close(self) -> None:
        """The last table ends with the file."""
        if self._naam:
            self.tables[self._naam] = self.feiten

    def _begin_table(self, naam: str) -> None:
        self._naam = naam
        self._row_hidden = False
        self._columns_hidden: set[int] = set()
        self._rows_found: set[int] = set()
        self._columns_found: set[int] = set()
        self._merged: list[tuple[int, int, int]] = []
        self._formulas: list[tuple[int, int]] = []

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """Called for every element; the cell and its value are most of them."""
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            self._end_cell()
            if reference := attributes.get("r"):
                letters = reference.rstrip("0123456789")
                self._column = column_number(letters)
                self._row = _number(reference[len(letters) :], self._row)
            else:
                self._column += 1
        elif name in {"v", "is"}:
            self._filled()
            if self._formula:
                self._parser.CharacterDataHandler = self._outcome
        elif name == "f":
            self._filled()
            self._formula = True
        elif name == "row":
            self._end_cell()
            self._row = _number(attributes.get("r"), self._row + 1)
            self._column = 0
            self._row_hidden = attributes.get("hidden") in _TRUE
        elif name in _OF_ODS:
            self._start_ods(name, attributes)
        else:
            self._start_other(name, attributes)

    def _start_other(self, name: str, attributes: dict[str, str]) -> None:
        if name == "col" and attributes.get("hidden") in _TRUE:
            self._hide(_number(attributes.get("min"), 1), _number(attributes.get("max"), 1))
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif "count" in attributes or "uniqueCount" in attributes:  # the parser makes room for what is announced
            announced = max(len(attributes.get("count", "")), len(attributes.get("uniqueCount", "")))
            self.announces_too_much |= announced > len(str(MAX_CELLS))

    def _start_ods(self, name: str, attributes: dict[str, str]) -> None:
        hidden = attributes.get("table:visibility", "visible") != "visible"
        if name == "table":
            self.close()
            self._row, self._rows, self._column = 0, 1, 0
            self._begin_table(attributes.get("table:name", ""))
        elif name == "table-column":
            first = self._column + 1
            self._column += _number(attributes.get("table:number-columns-repeated"), 1)
            if hidden:
                self._hide(first, self._column)
        elif name == "table-row":
            self._row += self._rows
            self._rows = _number(attributes.get("table:number-rows-repeated"), 1)
            self._column, self._columns = 0, 1
            self._row_hidden = hidden
        else:
            self._column += self._columns
            self._columns = _number(attributes.get("table:number-columns-repeated"), 1)
            valued = any("value" in key for key in attributes)
            if valued or "table:formula" in attributes:
                self._filled()
            if not valued and "table:formula" in attributes and len(self._formulas) < _MANY:
                self._formulas.append((self._row, self._column))
            if (span := _number(attributes.get("table:number-columns-spanned"), 1)) > 1 and len(self._merged) < _MANY:
                self._merged.append((self._row, self._column, self._column + span - 1))

    def _outcome(self, text: str) -> None:
        if text.strip():
            self._formula = False
            self._parser.CharacterDataHandler = None

    def _end_cell(self) -> None:
        if self._formula:
            self._formula = False
            self._parser.CharacterDataHandler = None
            if len(self._formulas) < _MANY:
                self._formulas.append((self._row, self._column))

    def _filled(self) -> None:
        row, column = self._row + self._rows - 1, self._column + self._columns - 1
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)
        if self._row_hidden:
            self._rows_found.add(self._row)
        if self._column in self._columns_hidden:
            self._columns_found.add(self._column)

    def _hide(self, first: int, last: int) -> None:
        self._columns_hidden.update(range(first, min(last, LAST_COLUMN) + 1))

    def _merge(self, reference: str) -> None:
        if (match := _RANGE.fullmatch(reference)) and match[1] != match[3] and len(self._merged) < _MANY:
            self._merged.append((int(match[2]), column_number(match[1]), column_number(match[3])))


@lru_cache(20_000)
def column_number(letters: str) -> int:
    """``A`` is 1, ``AB`` is 28."""
    number = 0
    for letter in letters[:8].upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """1 is ``A``, 28 is ``AB``."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 12 else default
