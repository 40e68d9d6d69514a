"""Rules about tables: heads that are heads, spans that fit, and a head that is read once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from regietafel.documents.keuring.bevinding import Bevinding
from regietafel.documents.keuring.boom import Boom, Knoop
from regietafel.documents.keuring.regels_tags import at
from regietafel.i18n import _

_MOST_SPAN = 200


class _Rij(NamedTuple):
    knoop: Knoop
    kop: bool  # whether it is a row of heads


class _Cel(NamedTuple):
    knoop: Knoop
    kolom: int


def tables(boom: Boom) -> Iterator[Bevinding]:
    """All rules below, for every table."""
    for table in boom.wortel.find("Table"):
        rows = _rows(table)
        if rows:
            grid, widths = _grid(rows)
            yield from _heads(rows, grid)
            yield from _row_heads(table, rows, grid, max(widths))
            yield from _scopes(rows)
            yield from _shape(rows, widths)
            yield from _repeated_heads(rows)


def _rows(table: Knoop) -> list[_Rij]:
    rows: list[_Rij] = []
    for kid in table.kinderen:
        if kid.tag == "TR":
            rows.append(_Rij(kid, not rows))
        else:
            rows += [_Rij(row, kid.tag == "THead") for row in kid.kinderen if row.tag == "TR"]
    return rows


def _cells(row: Knoop) -> list[Knoop]:
    return [kid for kid in row.kinderen if kid.tag in {"TH", "TD"}]


def _span(cell: Knoop, name: str) -> int:
    try:
        return min(_MOST_SPAN, max(1, int(cell.kenmerken.get(name, 1))))  # type: ignore[call-overload, no-any-return]
    except (TypeError, ValueError):
        return 1


def _grid(rows: list[_Rij]) -> tuple[list[list[_Cel]], list[int]]:
    """Per row its cells with their column, and how many columns the row fills, also with cells from above."""
    grid, widths = [], []
    below: dict[int, int] = {}  # per column, for how many rows a cell from above is still there
    for row in rows:
        taken = {column for column, count in below.items() if count}
        below = {column: count - 1 for column, count in below.items() if count > 1}
        cells = []
        column = 0
        for cell in _cells(row.knoop):
            while column in taken:
                column += 1
            cells.append(_Cel(cell, column))
            high = _span(cell, "RowSpan")
            for each in range(column, column + _span(cell, "ColSpan")):
                taken.add(each)
                if high > 1:
                    below[each] = high - 1
            column += _span(cell, "ColSpan")
        grid.append(cells)
        widths.append(len(taken))
    return grid, widths


def _heads(rows: list[_Rij], grid: list[list[_Cel]]) -> Iterator[Bevinding]:
    """``tabel-kop``: the cells of the first row, and of the head, are heads."""
    for number, (row, cells) in enumerate(zip(rows, grid, strict=True)):
        for cell in cells if row.kop or not number else ():
            if cell.knoop.tag == "TD" and (cell.knoop.tekst.strip() or cell.kolom):
                melding = _(
                    "Deze cel staat in de kop van de tabel en is een gewone cel (TD). Maak er een kop van (TH)."
                )
                yield at(cell.knoop, "tabel-kop", "fout", melding)


def _row_heads(table: Knoop, rows: list[_Rij], grid: list[list[_Cel]], columns: int) -> Iterator[Bevinding]:
    """``tabel-rijkop``: the first cell of a row names it."""
    if columns < 2:
        return
    body = [cells for row, cells in list(zip(rows, grid, strict=True))[1:] if not row.kop]
    plain = [cells[0].knoop for cells in body if cells and cells[0].kolom == 0 and cells[0].knoop.tag == "TD"]
    if len(plain) == len(body) > 0:
        melding = _("De eerste kolom heeft geen koppen. Maak van de eerste cel van elke rij een kop (TH, Scope Row).")
        yield at(table, "tabel-rijkop", "waarschuwing", melding)
        return
    for cell in plain:
        melding = _("De eerste cel van deze rij is geen kop, in andere rijen wel. Maak er een kop van (TH, Scope Row).")
        yield at(cell, "tabel-rijkop", "waarschuwing", melding)


def _scopes(rows: list[_Rij]) -> Iterator[Bevinding]:
    """``tabel-scope``: a head says whether it is of the column or of the row."""
    for row in rows:
        for cell in _cells(row.knoop):
            if cell.tag == "TH" and "Scope" not in cell.kenmerken:
                melding = _("Deze kop zegt niet of hij bij de kolom of de rij hoort. Zet Scope op Column of Row.")
                yield at(cell, "tabel-scope", "fout", melding)


def _shape(rows: list[_Rij], widths: list[int]) -> Iterator[Bevinding]:
    """``tabel-vorm``: every row fills as many columns; a merged cell says over how many it goes."""
    usual = max(set(widths), key=widths.count)
    for row, width in zip(rows, widths, strict=True):
        if width != usual:
            melding = _(
                "Deze rij vult {width} kolommen, de tabel heeft er {usual}. Geef samengevoegde cellen hun ColSpan of"
                " RowSpan."
            )
            yield at(row.knoop, "tabel-vorm", "fout", melding.format(width=width, usual=usual))


def _repeated_heads(rows: list[_Rij]) -> Iterator[Bevinding]:
    """``tabel-kop-dubbel``: the head that comes back on a next page is read again."""
    first = [cell.tekst.split() for cell in _cells(rows[0].knoop)]
    for row in rows[1:]:
        if any(first) and [cell.tekst.split() for cell in _cells(row.knoop)] == first:
            melding = _("De kop van de tabel wordt hier nog eens voorgelezen. Maak de herhaalde kop een artefact.")
            yield at(row.knoop, "tabel-kop-dubbel", "fout", melding)


RULES = (tables,)
