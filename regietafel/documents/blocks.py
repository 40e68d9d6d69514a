"""What documents are made of. Blocks know no paper and no toolkit: ``pdf.py`` turns them into pages."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regietafel.documents.opmaak import GEWOON, Opmaak
from regietafel.errors import RegietafelError
from regietafel.figures.shapes import Figuur
from regietafel.i18n import _

if TYPE_CHECKING:
    from regietafel.documents.beeldmerk import Plaatje

_LINK = re.compile(r"(https://[^\s/]|mailto:[^\s@]+@[^\s@]+\.)\S*")


def text(said: Said) -> Inline:
    """Plain text as inline content, and inline content as it is; empty text is no content."""
    if isinstance(said, str):
        return (Run(text=said),) if said else ()
    return said


def plain_text(content: Said) -> str:
    """What a reader reads, without bold, italic, links and footnotes."""
    if isinstance(content, str):
        return content
    return "".join(f"[{run.grond}]" if run.grond else run.text for run in content)


def introduces(content: Said) -> bool:
    """Whether what follows belongs under this text: it ends in a colon."""
    return plain_text(content).rstrip().endswith(":")


def is_allowed_link(link: str) -> bool:
    """Only ``https://…`` and ``mailto:…``: a document never refers to a file or runs anything."""
    return _LINK.fullmatch(link) is not None and link.isprintable()


def stands_alone(block: Block, following: Block | None) -> bool:
    """Whether it is a heading with nothing under it, as the next block is a heading of its level or a higher one.

    Such a one may be the last of a page: or many in a row, as on an agenda, would all move to the next.
    """
    return isinstance(block, Heading) and isinstance(following, Heading) and following.level <= block.level


@dataclass(frozen=True, kw_only=True)
class Run:
    """A stretch of text in one style. A line break in ``text`` is a line break on paper.

    ``note`` is a footnote, whose number stands after the text. ``grond`` is the ground of the Woo on which something
    was left out here (``5.1.2e``); ``text`` is then empty: what was left out is nowhere in the document.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: Inline = ()
    grond: str = ""

    def __post_init__(self) -> None:
        if self.link and not is_allowed_link(self.link):
            raise RegietafelError(
                _("Een koppeling begint met https:// of mailto:; “{link}” kan niet.").format(link=self.link)
            )
        if self.grond and (self.text or self.link or self.note):
            raise ValueError(self)


Inline = tuple[Run, ...]
Said = str | Inline  # short pieces are mostly plain text; in a publication version something may be left out of them


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
    """A column of a table; ``numeric`` cells stand to the right.

    Columns beside each other with the same ``group`` have that as one header over their own. When all have ``parts``
    these share the width, so that tables under each other line up; as far as their longest words let them.
    """

    header: str
    numeric: bool = False
    group: str = ""
    parts: int = 0


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of ready-made content. The first cell of a row names that row; ``total`` is the last row, if any.

    ``summary`` is the sentence that a screen reader says before the table.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Said, ...], ...]
    total: tuple[Said, ...] | None = None
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
class Picture:
    """A picture that others made, above its caption, as large as fits below what stands above it on the page.

    Only a PDF has it, on the page of an annex; ``alternatief`` is what a screen reader says instead.
    """

    plaatje: Plaatje
    alternatief: str
    bijschrift: str


@dataclass(frozen=True, kw_only=True)
class LetterHead:
    """Who sends the letter: the name and the lines under it."""

    sender: Said
    lines: tuple[Said, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AddressBlock:
    """The address of the reader, placed in the window of the envelope."""

    lines: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Reference:
    """Label and value, one pair a line: Ons kenmerk, Datum, Onderwerp."""

    pairs: tuple[tuple[str, Said], ...]


@dataclass(frozen=True, kw_only=True)
class Signatory:
    """Someone who signs by role (``de burgemeester van Borne``); the name may be written by hand."""

    role: Said
    name: Said = ""


@dataclass(frozen=True, kw_only=True)
class Signatures:
    """One party that signs: an opening line and a place to sign for everyone, two beside each other."""

    opening: Said
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
    | Picture
    | LetterHead
    | AddressBlock
    | Reference
    | Signatures
    | PageBreak
    | Remark
)


@dataclass(frozen=True, kw_only=True)
class Brongegeven:
    """A file that travels inside a PDF: the numbers behind a decision. ``uitleg`` says what it is."""

    bestandsnaam: str
    mime: str
    inhoud: bytes
    uitleg: str


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document ready to be written: its blocks in reading order and what the file says about itself.

    ``feiten`` are the values it was filled with, by their name in the template; ``sjabloon`` and ``sjabloon_sha`` say
    which template, in which wording. ``weggelaten`` are the grounds on which something was left out of a publication
    version; its last blocks are the legend of those. ``krap`` when it may stand closer to be on one page.
    """

    title: str
    author: str
    subject: str
    kenmerk: str
    datum: datetime.date
    blocks: tuple[Block, ...]
    language: str = "nl-NL"
    opmaak: Opmaak = GEWOON
    brongegevens: tuple[Brongegeven, ...] = ()
    feiten: tuple[tuple[str, str], ...] = ()
    sjabloon: str = ""
    sjabloon_sha: str = ""
    weggelaten: tuple[str, ...] = ()
    krap: bool = False
