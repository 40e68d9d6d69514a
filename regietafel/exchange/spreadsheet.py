"""Spreadsheets in: xlsx, xls, ods and csv as plain values. What is in a cell is never calculated or executed."""

from __future__ import annotations

import codecs
import csv
import datetime
import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from regietafel.errors import RegietafelError
from regietafel.exchange import content
from regietafel.exchange.cellen import Feiten, column_letters
from regietafel.files import reason
from regietafel.i18n import _


class Formule(str):
    """Stands in a cell with a formula of which the file gives no outcome: a program wrote it, and no Excel."""

    __slots__ = ()


SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")  # of what can be read

Waarde = str | int | float | datetime.date | None

_DELIMITERS = ";\t,|"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_GUARDED = re.compile(r"'[=+\-@\t\r]")  # a csv of ours (and of others) keeps a text from being a formula with this
_LARGEST = 2**53  # beyond it a float in a sheet is no longer an exact whole number


@dataclass(frozen=True)
class Blad:
    """One sheet. ``rijen[0]`` is row 1; an empty cell is None. ``verborgen``: the user does not see this sheet.

    ``feiten``: which of the filled rows and columns are hidden, and what is merged. Unknown of an xls.
    """

    naam: str
    rijen: tuple[tuple[Waarde, ...], ...]
    verborgen: bool = False
    feiten: Feiten = field(default_factory=Feiten)


def read_sheets(path: Path) -> tuple[Blad, ...]:
    """The sheets of a file, in order; a csv is one sheet with the name of the file.

    Whole numbers are ints. Raises RegietafelError: a sentence with the file's name and what to do.
    """
    naam = path.name or str(path)  # “.” and “/” have no name
    data = _read_bytes(path, naam)
    inhoud = content.check(data, naam)
    if inhoud.soort == "tekst":
        return (Blad(path.stem, _read_csv(data, naam)),)
    return _read_workbook(data, naam, inhoud.feiten)


def from_text(text: str) -> tuple[Blad, ...]:
    """A table from the clipboard, as Excel puts it there: tabs between cells. Raises RegietafelError."""
    naam = _("De geplakte tekst")
    if not text.strip():
        raise RegietafelError(_("Er is niets geplakt. Kopieer de tabel eerst in het rekenblad."))
    if len(text.encode(errors="replace")) > content.MAX_BYTES:
        raise content.too_large(naam)
    if _CONTROL.search(text):
        raise RegietafelError(_("De geplakte tekst is geen tabel. Kopieer de cellen in het rekenblad."))
    return (Blad(_("Geplakt"), _rows(text, "\t" if "\t" in text else _delimiter(text), naam)),)


def _read_bytes(path: Path, naam: str) -> bytes:
    """No more than a file may have; a pipe or a device is not even opened, for it may never end."""
    try:
        if path.is_dir():
            raise RegietafelError(_("{naam} is een map. Kies een bestand in die map.").format(naam=naam))
        if path.exists() and not path.is_file():
            sentence = _("{naam} is geen gewoon bestand. Sla de tabel op als bestand en kies dat.")
            raise RegietafelError(sentence.format(naam=naam))
        with path.open("rb") as file:
            data = file.read(content.MAX_BYTES + 1)
    except FileNotFoundError:
        raise RegietafelError(_("{naam} bestaat niet meer. Kies het bestand opnieuw.").format(naam=naam)) from None
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reden = reason(error) if isinstance(error, OSError) else _("die naam kan niet bestaan")
        sentence = _("{naam} kan niet worden gelezen: {reden}. Sluit het elders en controleer uw rechten.")
        raise RegietafelError(sentence.format(naam=naam, reden=reden)) from None
    if len(data) > content.MAX_BYTES:
        raise content.too_large(naam)
    return data


def _read_workbook(data: bytes, naam: str, feiten: Mapping[str, Feiten]) -> tuple[Blad, ...]:
    import python_calamine

    found: list[Blad] = []
    cells = 0
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for sheet in workbook.sheets_metadata:
                if sheet.typ != python_calamine.SheetTypeEnum.WorkSheet:
                    continue  # a chart
                table = workbook.get_sheet_by_name(sheet.name)
                rows, columns = table.end if table.end else (-1, -1)
                cells += (rows + 1) * (columns + 1)
                content.check_size(rows + 1, cells, naam)
                rijen = tuple(tuple(map(_plain, row)) for row in table.to_python(skip_empty_area=False))
                hidden = sheet.visible != python_calamine.SheetVisibleEnum.Visible
                known = feiten.get(sheet.name, Feiten())
                found.append(Blad(sheet.name, _with_formulas(rijen, known), hidden, known))
    except (RegietafelError, KeyboardInterrupt, SystemExit):
        raise
    except python_calamine.PasswordError:
        raise content.protected(naam) from None
    except BaseException as error:  # a panic in the parser is no Exception
        raise content.damaged(naam) from error
    return tuple(found)


def _with_formulas(rijen: tuple[tuple[Waarde, ...], ...], feiten: Feiten) -> tuple[tuple[Waarde, ...], ...]:
    """The rows with a mark where a formula has no outcome, so that it is not taken for an empty cell."""
    if not feiten.formules:
        return rijen
    rows = [list(row) for row in rijen]
    for rij, kolom in feiten.formules:
        rows += [[] for _missing in range(rij - len(rows))]
        row = rows[rij - 1]
        row += [None] * (kolom - len(row))
        if row[kolom - 1] is None:
            cel = f"{column_letters(kolom)}{rij}"
            row[kolom - 1] = Formule(_("cel {cel} is een formule zonder uitkomst").format(cel=cel))
    return tuple(map(tuple, rows))


def _plain(value: object) -> Waarde:
    """A cell as the file keeps it, without the types that only a spreadsheet knows."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return _("WAAR") if value else _("ONWAAR")
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < _LARGEST else value
    if isinstance(value, datetime.datetime):
        return value.date() if value.time() == datetime.time() else value
    if isinstance(value, str | int | datetime.date):
        return value
    return str(value)  # a time of day, a duration


def _read_csv(data: bytes, naam: str) -> tuple[tuple[Waarde, ...], ...]:
    text = decode(data, naam)
    return _rows(text, _delimiter(text), naam)


def _rows(text: str, delimiter: str, naam: str) -> tuple[tuple[Waarde, ...], ...]:
    found: list[tuple[Waarde, ...]] = []
    cells = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            found.append(tuple(value[1:] if _GUARDED.match(value) else value or None for value in row))
            cells += len(row)
            content.check_size(len(found), cells, naam)
    except csv.Error:
        sentence = _("{naam}: de aanhalingstekens rond regel {regel} kloppen niet. Herstel die regel.")
        raise RegietafelError(sentence.format(naam=naam, regel=reader.line_num)) from None
    return tuple(found)


def decode(data: bytes, naam: str) -> str:
    """The text of a file, in the encodings that programs write. Raises RegietafelError for what is no text."""
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))  # Excel: “Unicode-tekst”
    for encoding in ("utf-16",) if utf_16 else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return text
    raise RegietafelError(
        _(
            "{naam} is geen rekenblad en geen leesbare tekst. Kies een bestand van Excel, LibreOffice of een csv."
        ).format(naam=naam)
    )


def _delimiter(text: str) -> str:
    """The sign that cuts most of the first lines into the same number of columns."""
    lines = text[:100_000].splitlines()[:200]

    def score(delimiter: str) -> int:
        widths = Counter(width for line in lines if (width := line.count(delimiter)))
        return max((width * times for width, times in widths.items()), default=0)

    return max(_DELIMITERS, key=score)
