"""Tables as an OpenDocument spreadsheet (ODF 1.3): the same sheets as :mod:`.export_xlsx` makes.

Written by hand: of the libraries that are kept up odfdo takes 54 s for 84.000 cells (this: a quarter of one), and
odswriter knows no widths, styles or frozen rows.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from regietafel.exchange.cellen import column_letters
from regietafel.exchange.tabel import Cel, Tabel, breed, cel, printable, sheet_names, soort, width
from regietafel.fields import Field
from regietafel.i18n import MINUS, _

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (
        *((same, same) for same in ("office", "table", "text", "style", "config", "meta")),
        *(("number", "datastyle"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")),
    )
)
_NS += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ooo="http://openoffice.org/2004/office"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CM = 0.19  # the width of a character
_SPACES = re.compile(r"(?<= ) +|^ +|\t", re.MULTILINE)  # XML would keep one of them


class _Column(NamedTuple):
    field: Field
    values: list[Cel]
    width: int


class _Sheet(NamedTuple):
    name: str
    tabel: Tabel
    columns: list[_Column]


def to_ods(tabellen: Sequence[Tabel], title: str) -> bytes:
    """One sheet per table, in order."""
    names = sheet_names(tabel.titel for tabel in tabellen)
    sheets = [_Sheet(name, tabel, _columns(tabel)) for name, tabel in zip(names, tabellen, strict=True)]
    entries = {
        "content.xml": _content(sheets),
        "styles.xml": _styles(),
        "settings.xml": _settings(sheets),
        "meta.xml": _part("meta", f"<office:meta><dc:title>{escape(printable(title))}</dc:title></office:meta>"),
    }
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in [("/", _TYPE), *((name, "text/xml") for name in entries)]
    )
    urn = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = f'{_HEAD}<manifest:manifest xmlns:manifest="{urn}" manifest:version="1.3">{listed}</manifest:manifest>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _TYPE, zipfile.ZIP_STORED)  # first and plain, so that any program knows the kind
        for name, text in {**entries, "META-INF/manifest.xml": manifest}.items():
            archive.writestr(name, text)
    return stream.getvalue()


def _part(name: str, body: str) -> str:
    return f'{_HEAD}<office:document-{name} {_NS} office:version="1.3">{body}</office:document-{name}>'


def _columns(tabel: Tabel) -> list[_Column]:
    found = []
    for field in tabel.fields:
        values = [cel(field, record) for record, _total in tabel.rijen]
        found.append(_Column(field, values, width(field, values)))
    return found


def _content(sheets: Sequence[_Sheet]) -> str:
    columns = "".join(
        f'<style:style style:name="b{wide}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{wide * _CM:.2f}cm"/></style:style>'
        for wide in sorted({column.width for sheet in sheets for column in sheet.columns})
    )
    body = "".join(piece for sheet in sheets for piece in _sheet(sheet))
    filters = "".join(_filter(number, sheet) for number, sheet in enumerate(sheets, 1))
    return _part(
        "content",
        f"<office:automatic-styles>{columns}{_CELL_STYLES}</office:automatic-styles><office:body><office:spreadsheet>"
        f"{body}<table:database-ranges>{filters}</table:database-ranges></office:spreadsheet></office:body>",
    )


def _sheet(sheet: _Sheet) -> Iterator[str]:
    tabel = sheet.tabel
    yield f'<table:table table:name={quoteattr(sheet.name)} table:style-name="blad">'
    yield "".join(f'<table:table-column table:style-name="b{column.width}"/>' for column in sheet.columns)
    for number, text in enumerate(tabel.boven):
        yield _row([_cell(text, "tekst" if number else "titel")])
    if tabel.boven:
        yield _row(["<table:table-cell/>"])
    heading = [_cell(field.label, "kop-rechts" if field.kind.numeric else "kop") for field in tabel.fields]
    yield f"<table:table-header-rows>{_row(heading)}</table:table-header-rows>"
    for number, (_record, is_total) in enumerate(tabel.rijen):
        cells = []
        for column in sheet.columns:
            value = column.values[number]
            look = "lang" if column.field.multiline or breed(value) else soort(column.field, value)
            cells.append(_cell(value, f"{look}-totaal" if is_total else look))
        yield _row(cells)
    yield "</table:table>"


def _row(cells: Iterable[str]) -> str:
    return f'<table:table-row table:style-name="rij">{"".join(cells)}</table:table-row>'


def _cell(value: Cel, style: str) -> str:
    """A text is text, whatever it begins with: only ``table:formula`` is calculated, and that is never written."""
    style = f'table:style-name="{style}"'
    if value is None:
        return f"<table:table-cell {style}/>"
    if isinstance(value, datetime.date):
        return f'<table:table-cell {style} office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, str):
        lines = "".join(f"<text:p>{_SPACES.sub(_spaces, escape(line))}</text:p>" for line in value.split("\n"))
        plain = f" office:string-value={quoteattr(value)}" if _SPACES.search(value) else ""  # for who skips text:tab
        return f'<table:table-cell {style} office:value-type="string"{plain}>{lines}</table:table-cell>'
    return f'<table:table-cell {style} office:value-type="float" office:value="{value}"/>'


def _spaces(found: re.Match[str]) -> str:
    return "<text:tab/>" if found[0] == "\t" else f'<text:s text:c="{len(found[0])}"/>'


def _filter(number: int, sheet: _Sheet) -> str:
    """The buttons in the heading."""
    name, first = "'" + sheet.name.replace("'", "''") + "'", sheet.tabel.header_row
    last = f"{column_letters(max(len(sheet.columns), 1))}{first + len(sheet.tabel.records)}"
    return (
        f'<table:database-range table:name="tabel{number}" table:display-filter-buttons="true"'
        f" table:target-range-address={quoteattr(f'{name}.A{first}:{name}.{last}')}/>"
    )


def _settings(sheets: Sequence[_Sheet]) -> str:
    """The rows down to the heading stay in sight."""

    def item(name: str, value: int, kind: str = "int") -> str:
        return f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'

    tables = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(sheet.name)}>"
        + item("HorizontalSplitMode", 0, "short")
        + item("VerticalSplitMode", 2, "short")  # 2: frozen
        + item("VerticalSplitPosition", sheet.tabel.header_row)
        + item("ActiveSplitRange", 2, "short")
        + item("PositionBottom", sheet.tabel.header_row)
        + "</config:config-item-map-entry>"
        for sheet in sheets
    )
    return _part(
        "settings",
        '<office:settings><config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        f'<config:config-item-map-named config:name="Tables">{tables}</config:config-item-map-named>'
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>",
    )


def _styles() -> str:
    """A4, as wide as the paper, with ``Pagina 1 van 2`` at the foot."""
    page = _("Pagina {page} van {pages}").format(
        page="<text:page-number>1</text:page-number>", pages="<text:page-count>1</text:page-count>"
    )
    return _part(
        "styles",
        '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties'
        ' fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm"'
        ' style:scale-to-X="1" style:scale-to-Y="0"/><style:footer-style><style:header-footer-properties'
        ' svg:height="1cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Liggend" style:page-layout-name="A4"><style:footer>'
        f"<text:p><text:sheet-name>Blad</text:sheet-name> · {page}</text:p></style:footer></style:master-page>"
        "</office:master-styles>",
    )


def _number(name: str, before: str = "", maps: str = "", places: int = 0) -> str:
    return (
        f'<number:number-style style:name="{name}"><number:text>{before}</number:text><number:number'
        f' number:decimal-places="{places}" number:min-integer-digits="1" number:grouping="true"/>{maps}'
        "</number:number-style>"
    )


def _map(condition: str, name: str) -> str:
    return f'<style:map style:condition="value(){escape(condition)}" style:apply-style-name="{name}"/>'


def _look(name: str, text: str = "", cell: str = "", format: str = "", align: str = "") -> str:
    data = f' style:data-style-name="{format}"' if format else ""
    paragraph = f'<style:paragraph-properties fo:text-align="{align}"/>' if align else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell"{data}>'
        f"<style:table-cell-properties {cell}/>{paragraph}<style:text-properties {text}/></style:style>"
    )


_TWO = '<number:{0} number:style="long"/>'
_DAY = "<number:text>-</number:text>".join(_TWO.format(part) for part in ("day", "month", "year"))
_TIME = "<number:text> </number:text>{}<number:text>:</number:text>{}".format(*map(_TWO.format, ("hours", "minutes")))
_BOLD, _WRAP = 'fo:font-weight="bold"', 'fo:wrap-option="wrap" style:vertical-align="top"'
_KOP = f'{_WRAP} fo:background-color="#e8ebf0" fo:border-bottom="0.5pt solid #4a5565"'
_KINDS = (
    *(("tekst", "", ""), ("lang", _WRAP, "")),
    *((name, "", f"n-{name}") for name in ("aantal", "wijziging", "decimaal", "datum", "tijd")),
)
_CELL_STYLES = (
    # A style without condition is the last resort; a negative number gets its sign from the text before it.
    _number("n-plus", "+")
    + _number("n-nul")
    + _number("n-min", MINUS)
    + _number("n-aantal", MINUS, _map(">=0", "n-nul"))
    + _number("n-tiende", places=1)
    + _number("n-decimaal", MINUS, _map(">=0", "n-tiende"), places=1)
    + _number("n-wijziging", "", _map(">0", "n-plus") + _map("<0", "n-min"))
    + f'<number:date-style style:name="n-datum">{_DAY}</number:date-style>'
    + f'<number:date-style style:name="n-tijd">{_DAY}{_TIME}</number:date-style>'
    + '<style:style style:name="rij" style:family="table-row">'
    '<style:table-row-properties style:use-optimal-row-height="true"/></style:style>'
    + '<style:style style:name="blad" style:family="table" style:master-page-name="Liggend">'
    '<style:table-properties table:display="true"/></style:style>'
    + _look("titel", f'{_BOLD} fo:font-size="14pt"')
    + _look("kop", _BOLD, _KOP, align="start")
    + _look("kop-rechts", _BOLD, _KOP, align="end")
    + "".join(_look(name, "", cell, format) for name, cell, format in _KINDS)
    + "".join(
        _look(f"{name}-totaal", _BOLD, f'{cell} fo:border-top="0.5pt solid #4a5565"', format)
        for name, cell, format in _KINDS
    )
)
