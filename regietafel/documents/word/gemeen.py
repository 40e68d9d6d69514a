"""What the writers of Word and of ODF share: order, text that XML can hold, the head and the columns of a table."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape

from regietafel.documents import blocks
from regietafel.documents.beeldmerk import maat
from regietafel.documents.blocks import Block, Column, Document, Table, plain_text
from regietafel.documents.kolommen import share_width
from regietafel.documents.lettertype import read_letter
from regietafel.documents.opmaak import Opmaak

MM = 72 / 25.4  # points
BODY_SIZE, BODY_LEADING, TABLE_SIZE, SMALL_SIZE = 10.5, 15.0, 10.0, 9.5  # points
INK, GREY, LIGHT, SHADE = "12181F", "4A5565", "D5DAE1", "E7EAEE"
MARGINS = (25, 25, 20, 25)  # mm: top, right, bottom, left
LABEL_WIDTH = 32  # mm, of a label before its value
BULLETS = ("•", "–", "•")
DEPTHS = range(3)
LOGO_HEIGHT, LOGO_GAP = 25, 8  # mm: at most, for it ends above the window of the envelope; to what stands beside it
BESIDE, BESIDE_GAP = 52, 6  # mm: who handles it, beside the reference
SMALL_LEADING = 13.0  # points
FIGURE_HEIGHT = 560.0  # points at most: with title and sentence less than a page
LONG_CELL = 300  # characters: a row with such a cell may go on on the next page

_NOT_TEXT = re.compile("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACED = str.maketrans("\t\r\v\f\x85\u2028\u2029", "       ")
_EPOCH = 1980  # a zip knows no earlier year
_CELL_PADDING = 11.0  # points beside the text of a cell, both sides together
_NARROW, _BROAD = frozenset("iljtfrI.,;:'|!()[]/- "), frozenset("mwMW%@—…")


class Kop(NamedTuple):
    """A cell of the head of a table, with the columns and rows it covers."""

    tekst: str
    rechts: bool = False
    kolommen: int = 1
    rijen: int = 1


def clean(text: str) -> str:
    """``text`` without what XML cannot hold; a tab and other white space is a space, a line break stays."""
    return _NOT_TEXT.sub("", text.translate(_SPACED))


def xml_text(text: str) -> str:
    """``text`` as XML, also fit for an attribute in double quotes."""
    return escape(clean(text), {'"': "&quot;"})


def font_family(opmaak: Opmaak) -> str:
    """The name by which a text program knows the font of the house style, or ours."""
    return (opmaak.eigen_letter and read_letter(opmaak.gewoon).familie) or "Open Sans"


def in_order(content: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """The blocks that show something, and whether they start a new page; no level of heading is skipped."""
    level, new_page = 0, False
    for block in content:
        if isinstance(block, blocks.PageBreak):
            new_page = True
            continue
        if isinstance(block, blocks.Paragraph) and not block.content:
            continue
        if isinstance(block, blocks.Heading):
            level = min(block.level, level + 1)
            yield replace(block, level=level), new_page
        else:
            yield block, new_page
        new_page = False


def header_rows(columns: Sequence[Column]) -> list[list[Kop | None]]:
    """The rows of the head of a table; None is a place that a cell above it covers."""
    if not any(column.group for column in columns):
        return [[Kop(column.header, column.numeric) for column in columns]]
    above: list[Kop | None] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        if group:
            above.append(Kop(group, kolommen=len(list(members))))
        else:
            above += [Kop(column.header, column.numeric, rijen=2) for column in members]
    return [above, [Kop(column.header, column.numeric) if column.group else None for column in columns]]


def column_widths(table: Table, room: float) -> list[float]:
    """The widths of the columns in points, together ``room``: numbers on one line, the texts share what is left.

    Estimated, for the paper on which the text comes, and perhaps its font, are those of the reader.
    """
    filled = [*table.rows, *([table.total] if table.total is not None else [])]
    low, high = [], []
    for number, column in enumerate(table.columns):
        texts = [plain_text(row[number]) for row in filled]
        words = max((_width(word) for text in [column.header, *texts] for word in text.split()), default=0.0)
        lines = max((_width(line) for text in [column.header, *texts] for line in text.split("\n")), default=0.0)
        low.append(min(words, room / 3) + _CELL_PADDING)
        high.append(lines + _CELL_PADDING)
    if shares := share_width([column.parts for column in table.columns], low, room):
        return shares
    if sum(high) <= room:
        wide = [not column.numeric for column in table.columns]
        share = (room - sum(high)) / (sum(wide) or len(wide))
        return [size + (share if is_wide or not any(wide) else 0.0) for size, is_wide in zip(high, wide, strict=True)]
    if sum(low) > room:
        limit = _limit(low, room)
        low = [min(size, limit) for size in low]
    spare = [0.0 if column.numeric else up - down for column, up, down in zip(table.columns, high, low, strict=True)]
    if not sum(spare):
        spare = low
    limit = _limit(spare, room - sum(low))
    given = [min(size, limit) for size in spare]
    rest = (room - sum(low) - sum(given)) / len(low)
    return [down + more + rest for down, more in zip(low, given, strict=True)]


def picture_size(breedte: float, hoogte: float, room: float) -> tuple[float, float]:
    """Width and height on paper of a picture as wide as ``room``, or smaller when it would be too high."""
    scale = min(room / breedte, FIGURE_HEIGHT / hoogte)
    return breedte * scale, hoogte * scale


def logo_size(opmaak: Opmaak) -> tuple[float, float]:
    """Width and height of the logo on paper, in points."""
    dots = maat(opmaak.logo)
    wide = min(opmaak.logo_breedte * MM, LOGO_HEIGHT * MM * dots[0] / dots[1])
    return wide, wide * dots[1] / dots[0]


def pack(parts: Iterable[tuple[str, bytes]], document: Document, stored: str = "") -> bytes:
    """A zip of the parts that depends on the document alone; ``stored`` is the part that is not compressed."""
    target = io.BytesIO()
    moment = (max(document.datum.year, _EPOCH), document.datum.month, document.datum.day, 0, 0, 0)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return target.getvalue()


def _width(text: str) -> float:
    """About how wide ``text`` is in a broad bold font at the size of a table."""
    return sum(_ems(character) for character in clean(text)) * TABLE_SIZE


def _ems(character: str) -> float:
    if character in _NARROW:
        return 0.48
    if character in _BROAD or ord(character) > 0x2FF:
        return 1.1
    return 0.8 if character.isupper() else 0.7


def _limit(sizes: Sequence[float], room: float) -> float:
    """The size to which the largest are cut so that together they fit in ``room``."""
    for number, size in enumerate(sorted(sizes)):
        share = room / (len(sizes) - number)
        if size > share:
            return share
        room -= size
    return max(sizes)
