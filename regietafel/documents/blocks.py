"""What documents are made of. Blocks know no paper and no toolkit: ``pdf.py`` turns them into pages."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from regietafel.errors import RegietafelError
from regietafel.figures.shapes import Figuur
from regietafel.i18n import _

_LINK = re.compile(r"(https://[^\s/]|mailto:[^\s@]+@[^\s@]+\.)\S*")


def text(literal: str) -> Inline:
    """Plain text as inline content; empty text is no content."""
    return (Run(text=literal),) if literal else ()


def plain_text(content: Iterable[Run]) -> str:
    """What a reader reads, without bold, italic and links."""
    return "".join(run.text for run in content)


def is_allowed_link(link: str) -> bool:
    """Only ``https://…`` and ``mailto:…``: a document never refers to a file or runs anything."""
    return _LINK.fullmatch(link) is not None and link.isprintable()


@dataclass(frozen=True, kw_only=True)
class Run:
    """A stretch of text in one style. A line break in ``text`` is a line break on paper."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""

    def __post_init__(self) -> None:
        if self.link and not is_allowed_link(self.link):
            raise RegietafelError(
                _("Een koppeling begint met https:// of mailto:; “{link}” kan niet.").format(link=self.link)
            )


Inline = tuple[Run, ...]


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading; ``level`` 1 is the title of the document, 3 the deepest."""

    content: Inline
    level: int = 1

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3):
            raise ValueError(self.level)


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Running text."""

    content: Inline


@dataclass(frozen=True, kw_only=True)
class ListItem:
    """One item of a list, with perhaps a list under it."""

    content: Inline
    sublist: ListBlock | None = None


@dataclass(frozen=True, kw_only=True)
class ListBlock:
    """A list with bullets, or numbered from 1 when ``ordered``."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table; ``numeric`` cells stand to the right."""

    header: str
    numeric: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of ready-made text. The first cell of a row names that row; ``total`` is the last row, if any.

    ``summary`` is the sentence that a screen reader says before the table.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] | None = None
    summary: str = ""

    def __post_init__(self) -> None:
        for row in (*self.rows, *([self.total] if self.total is not None else [])):
            if len(row) != len(self.columns):
                raise ValueError(row)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A picture as wide as the text, under its title and above its sentence; it stays on one page."""

    figuur: Figuur


@dataclass(frozen=True, kw_only=True)
class LetterHead:
    """Who sends the letter: the name and the lines under it."""

    sender: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AddressBlock:
    """The address of the reader, placed in the left window of the envelope."""

    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Reference:
    """Label and value, one pair a line: Ons kenmerk, Datum, Onderwerp."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Signatory:
    """Someone who signs by role (``de burgemeester van Borne``); the name may be written by hand."""

    role: str
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Signatures:
    """One party that signs: an opening line and a place to sign for everyone, two beside each other."""

    opening: str
    signatories: tuple[Signatory, ...]


@dataclass(frozen=True, kw_only=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, kw_only=True)
class Remark:
    """A remark beside the text, for instance “laat juridisch toetsen”."""

    content: Inline


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | Figure
    | LetterHead
    | AddressBlock
    | Reference
    | Signatures
    | PageBreak
    | Remark
)


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document ready to be written: its blocks in reading order and what the file says about itself."""

    title: str
    author: str
    subject: str
    kenmerk: str
    datum: datetime.date
    blocks: tuple[Block, ...]
    language: str = "nl-NL"
