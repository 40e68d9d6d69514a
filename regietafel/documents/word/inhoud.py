"""Blocks in the XML of Word: the body of a document as text, ready to be parsed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from dataclasses import replace as _with

from regietafel.documents import blocks
from regietafel.documents.blocks import Block, Said
from regietafel.documents.blocks import text as inline
from regietafel.documents.venster import WINDOW_BOTTOM, WINDOW_LEFT, WINDOW_TOP
from regietafel.documents.word.basis import NS, twips
from regietafel.documents.word.gemeen import (
    BODY_LEADING,
    DEPTHS,
    LOGO_GAP,
    MM,
    SMALL_LEADING,
    in_order,
    picture_size,
    xml_text,
)
from regietafel.documents.word.regels import GEWONE_ALINEA, Alinea, Regels, label, plain_run
from regietafel.documents.word.tabel import write_places_to_sign, write_table
from regietafel.figures.shapes import Figuur

EMU = 12_700  # in a point
_AFTER_TABLE = 280  # twips
_FIRST_PICTURE = 1000  # ids of pictures; those in the header of a house style are lower


@dataclass(kw_only=True)
class Inhoud:
    """Writes blocks. ``room`` is the width of the text in points, ``lists`` are the definitions with bullets and
    with numbers, ``next_list`` is the first free number of a list, ``venster`` the side of the address, ``afzender``
    who handles it. ``left`` is the margin and ``top`` how far down the page the first address comes, in points.
    ``logo`` is the width and height of the logo in the upper left corner of the text, 0 when there is none.
    """

    regels: Regels
    room: float
    lists: tuple[int, int]
    next_list: int
    venster: str
    left: float
    top: float
    afzender: Sequence[str]
    logo: tuple[float, float]
    numberings: list[str] = field(default_factory=list)
    pictures: int = _FIRST_PICTURE

    def body(self, content: Sequence[Block]) -> str:
        """All blocks. What starts a page, or stands below a table, says so in its first paragraph."""
        written: list[str] = []
        if self.logo[1] and not any(isinstance(block, blocks.LetterHead) for block in content):
            written.append(self.regels.line("RTWit", "", Alinea(after=twips(self.logo[1] + LOGO_GAP * MM))))
        below_table = False
        listed = list(in_order(content))
        for number, (block, new_page) in enumerate(listed):
            following = listed[number + 1][0] if number + 1 < len(listed) else None
            table = isinstance(block, blocks.Table) or (isinstance(block, blocks.Signatures) and not block.opening)
            if table and (below_table or new_page):  # a table starts no page, and two in a row become one
                written.append(self.regels.line("RTWit", "", Alinea(new_page=new_page, after=_AFTER_TABLE)))
                new_page = False  # noqa: PLW2901
            first = Alinea(
                new_page=new_page,
                before=_AFTER_TABLE if below_table and not table else None,
                loose=blocks.stands_alone(block, following),
            )
            with_next = isinstance(following, blocks.Signatures) and not isinstance(block, blocks.Signatures)
            written += self._block(block, first, with_next)
            below_table = isinstance(block, blocks.Table | blocks.Signatures)
        if below_table:
            written.append(self.regels.line("RTWit", ""))  # Word wants a paragraph after the last table
        return "".join(written)

    def _block(self, block: Block, first: Alinea, with_next: bool) -> list[str]:
        written: list[str] = []
        match block:
            case blocks.Heading(content=content, level=level):
                written = [self.regels.line(f"Heading{level}", content, first)]
            case blocks.Paragraph(content=content):
                keep = with_next or blocks.introduces(content)
                written = [self.regels.line("BodyText", content, _with(first, keep_next=keep))]
            case blocks.ListBlock():
                written = self._list(block, first)
            case blocks.Table():
                written = [write_table(block, self.regels, self.room)]
            case blocks.Figure(figuur=figuur):
                written = self._figure(figuur, first)
            case blocks.LetterHead():
                written = self._letter_head(block, first)
            case blocks.AddressBlock(lines=lines):
                written = self._address(lines, first)
            case blocks.Reference(pairs=pairs):
                written = self._reference(pairs, first)
            case blocks.Signatures():
                if block.opening:
                    written = [self.regels.line("BodyText", block.opening, _with(first, keep_next=True))]
                written += write_places_to_sign(block.signatories, self.regels, self.room)
            case blocks.Remark(content=content):
                written = [self.regels.line("RTOpmerking", content, first)]
        return written

    def _list(self, block: blocks.ListBlock, first: Alinea) -> list[str]:
        """A list of its own number, so that it starts at 1; its last item has the space below a paragraph."""
        items = self._items(block, 0)
        return [
            self.regels.line(
                "ListParagraph",
                content,
                _with(
                    first if number == 0 else GEWONE_ALINEA,
                    list_number=place,
                    after=150 if number == len(items) - 1 else None,
                ),
            )
            for number, (content, place) in enumerate(items)
        ]

    def _items(self, block: blocks.ListBlock, depth: int) -> list[tuple[Said, tuple[int, int]]]:
        number = self.next_list + len(self.numberings)
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in DEPTHS
        )
        self.numberings.append(
            f'<w:num {NS} w:numId="{number}"><w:abstractNumId w:val="{self.lists[block.ordered]}"/>{starts}</w:num>'
        )
        found: list[tuple[Said, tuple[int, int]]] = []
        for item in block.items:
            found.append((item.content, (number, depth)))
            if item.sublist is not None:
                found += self._items(item.sublist, min(depth + 1, DEPTHS[-1]))
        return found

    def _figure(self, figuur: Figuur, first: Alinea) -> list[str]:
        """The title, the picture, which a screen reader knows by its sentence, and the sentence."""
        from regietafel.documents.word.plaatje import to_png

        size = picture_size(figuur.breedte, figuur.hoogte, self.room)
        relation, _image = self.regels.part.get_or_add_image(io.BytesIO(to_png(figuur, size[0])))
        self.pictures += 1
        drawing = picture(relation, self.pictures, figuur.zin, size)
        title = plain_run(figuur.titel, "<w:b/><w:bCs/>")
        return [
            self.regels.paragraph("BodyText", title, _with(first, keep_next=True)),
            self.regels.paragraph("RTFiguur", drawing, Alinea(keep_next=True)),
            self.regels.line("Caption", figuur.zin),
        ]

    def _address(self, lines: Sequence[Said], first: Alinea) -> list[str]:
        """The address in the window of the envelope; what follows stands below the window."""
        shown = [line for line in lines if line]
        above = twips(WINDOW_TOP * MM - self.top)
        below = twips((WINDOW_BOTTOM - WINDOW_TOP) * MM) - len(shown) * twips(BODY_LEADING)
        indent = twips(WINDOW_LEFT[self.venster] * MM - self.left) if self.venster == "rechts" else None
        return [
            self.regels.line(
                "RTAdres",
                line,
                Alinea(
                    new_page=first.new_page and number == 0,
                    before=max(above, 0) if number == 0 else None,
                    after=max(below, 0) if number == len(shown) - 1 else None,
                    left=indent,
                ),
            )
            for number, line in enumerate(shown)
        ]

    def _letter_head(self, block: blocks.LetterHead, first: Alinea) -> list[str]:
        """The name and its lines, beside the logo; what follows stands below that."""
        shown = [("RTAfzender", block.sender), *(("RTKlein", line) for line in block.lines)]
        shown = [(style, line) for style, line in shown if line]
        left = twips(self.logo[0] + LOGO_GAP * MM) if self.logo[0] else None
        high = 18 + SMALL_LEADING * (len(shown) - 1)
        below = max(_AFTER_TABLE, twips(self.logo[1] - high))
        self.top += high  # the larger of two spaces counts, so that below it does not
        return [
            self.regels.line(
                style,
                line,
                _with(
                    first if number == 0 else GEWONE_ALINEA,
                    left=left,
                    after=below if number == len(shown) - 1 else None,
                ),
            )
            for number, (style, line) in enumerate(shown)
        ]

    def _reference(self, pairs: Sequence[tuple[str, Said]], first: Alinea) -> list[str]:
        """The pairs, and in a frame on the right who handles it; what follows stands below both."""
        lines = [self.regels.line("RTKlein", line, Alinea(beside=True)) for line in self.afzender]
        rest = twips(SMALL_LEADING * len(self.afzender) - BODY_LEADING * len(pairs))
        below = _AFTER_TABLE + max(rest, 0)
        for number, (name, value) in enumerate(pairs):
            runs = label(name, self.regels.styles["RTLabel"]) + self.regels.runs(inline(value))
            more = _with(first if number == 0 else GEWONE_ALINEA, after=below if number == len(pairs) - 1 else None)
            lines.append(self.regels.paragraph("RTKenmerk", runs, more))
        return lines


def picture(relation: str, number: int, sentence: str, size: tuple[float, float], top: float | None = None) -> str:
    """A run with a picture of this width and height, in the line, or on the left ``top`` points down the page.

    ``sentence`` is said instead of it.
    """
    extent = f'cx="{round(size[0] * EMU)}" cy="{round(size[1] * EMU)}"'
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    no_room = 'distT="0" distB="0" distL="0" distR="0"'
    place, end = f"<wp:inline {no_room}><wp:extent {extent}/>", "</wp:inline>"
    if top is not None:
        place = (
            f'<wp:anchor {no_room} simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1"'
            ' allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>left'
            '</wp:align></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>'
            f"{round(top * EMU)}</wp:posOffset></wp:positionV><wp:extent {extent}/><wp:wrapNone/>"
        )
        end = "</wp:anchor>"
    return (
        f'<w:r><w:drawing xmlns:wp="{drawing}/wordprocessingDrawing" xmlns:a="{drawing}/main"'
        f' xmlns:pic="{drawing}/picture">{place}'
        f'<wp:docPr id="{number}" name="Figuur {number}" descr="{xml_text(sentence)}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{drawing}/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Figuur {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>{end}</w:drawing></w:r>"
    )
