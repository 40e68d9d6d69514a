"""A document as OpenDocument text (ISO/IEC 26300): the same content as the Word file, in our own look.

The parts are written as XML and packed here: a letter needs five of them, and the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from regietafel.documents import blocks
from regietafel.documents.blocks import Block, Document, Inline, Said
from regietafel.documents.blocks import text as inline
from regietafel.documents.venster import WINDOW_BOTTOM, WINDOW_LEFT, WINDOW_TOP
from regietafel.documents.word.gemeen import (
    BESIDE,
    BESIDE_GAP,
    BODY_LEADING,
    LOGO_GAP,
    MARGINS,
    MM,
    SMALL_LEADING,
    clean,
    font_family,
    in_order,
    logo_size,
    pack,
    picture_size,
    xml_text,
)
from regietafel.documents.word.odt_stijlen import LISTS, NS, styles_part, table_styles, text_width
from regietafel.documents.word.odt_tabel import places_to_sign, stays_whole, table_xml

_MIME = "application/vnd.oasis.opendocument.text"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


_FRAME = (
    '<style:style style:name="Afzender" style:family="graphic" style:parent-style-name="Frame">'
    '<style:graphic-properties draw:fill="none" draw:stroke="none" style:horizontal-pos="right"'
    ' style:horizontal-rel="page-content" style:vertical-pos="from-top" style:vertical-rel="paragraph"'
    f' style:wrap="left" fo:margin-left="{BESIDE_GAP}mm" fo:border="none" fo:padding="0cm"/></style:style>'
)


def render_odt(document: Document) -> bytes:
    """The document as .odt; the same document gives the same bytes."""
    opmaak = document.opmaak
    tekst = Tekst(
        room=text_width(document),
        venster=opmaak.venster,
        left=MARGINS[3] + opmaak.bindmarge,
        afzender=opmaak.afzender,
        logo=logo_size(opmaak) if opmaak.logo else (0.0, 0.0),
    )
    body = tekst.body(document.blocks)
    logo = _logo(document, tekst)
    content = (
        f"{_HEAD}<office:document-content {NS}><office:automatic-styles>{table_styles()}{''.join(tekst.styles)}"
        '<style:style style:name="Beeld" style:family="graphic"><style:graphic-properties style:vertical-pos="top"'
        ' style:vertical-rel="baseline" fo:border="none" fo:padding="0cm"/></style:style>'
        f"{_FRAME}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    styles = _HEAD + styles_part(document, font_family(opmaak), logo)
    return pack(
        [
            ("mimetype", _MIME.encode()),
            ("META-INF/manifest.xml", _manifest(tekst.pictures).encode()),
            ("meta.xml", _meta(document).encode()),
            ("styles.xml", styles.encode()),
            ("content.xml", content.encode()),
            *tekst.pictures.items(),
        ],
        document,
        stored="mimetype",
    )


def _manifest(pictures: dict[str, bytes]) -> str:
    files = {"/": _MIME, "content.xml": "text/xml", "styles.xml": "text/xml", "meta.xml": "text/xml"}
    files |= dict.fromkeys(pictures, "image/png")
    lines = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in files.items()
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return f'{_HEAD}<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">{lines}</manifest:manifest>'


def _meta(document: Document) -> str:
    moment = f"{document.datum.isoformat()}T00:00:00"
    return (
        f"{_HEAD}<office:document-meta {NS}><office:meta><meta:generator>Regietafel</meta:generator>"
        f"<dc:title>{xml_text(document.title)}</dc:title><dc:subject>{xml_text(document.subject)}</dc:subject>"
        f"<meta:keyword>{xml_text(document.kenmerk)}</meta:keyword>"
        f"<meta:initial-creator>{xml_text(document.author)}</meta:initial-creator>"
        f"<dc:creator>{xml_text(document.author)}</dc:creator><meta:creation-date>{moment}</meta:creation-date>"
        f"<dc:date>{moment}</dc:date><dc:language>{document.language}</dc:language></office:meta>"
        "</office:document-meta>"
    )


def _logo(document: Document, tekst: Tekst) -> str:
    """The logo in the upper left corner of the text, which leaves room for it."""
    opmaak = document.opmaak
    return tekst.picture(opmaak.logo, opmaak.logo_tekst, logo_size(opmaak), MARGINS[0] * MM) if opmaak.logo else ""


@dataclass(kw_only=True)
class Tekst:
    """Writes blocks, and collects the pictures and the styles they need.

    ``room`` is the width of the text in points, ``left`` its margin in mm, ``venster`` the side of the address,
    ``afzender`` who handles it. ``logo`` is the width and height of the logo, 0 when there is none.
    """

    room: float
    venster: str
    left: int
    afzender: Sequence[str]
    logo: tuple[float, float]
    styles: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    notes: int = 0
    tables: int = 0
    top: float = MARGINS[0] * MM

    def body(self, content: Sequence[Block]) -> str:
        """All blocks."""
        listed = list(in_order(content))
        written: list[str] = []
        if self.logo[1] and not any(isinstance(block, blocks.LetterHead) for block in content):
            written.append(self.line(self._variant("RTWit", f'fo:margin-bottom="{self.logo[1]:.1f}pt"'), ""))
        for number, (block, new_page) in enumerate(listed):
            following = listed[number + 1][0] if number + 1 < len(listed) else None
            if new_page:
                written.append('<text:p text:style-name="RTBlad"/>')
            signed = isinstance(following, blocks.Signatures) and not isinstance(block, blocks.Signatures)
            parted = isinstance(following, blocks.Table) and not stays_whole(following.rows)
            written += self._block(block, signed, parted=parted, loose=blocks.stands_alone(block, following))
            if following is None and isinstance(block, blocks.Table | blocks.Signatures):
                written.append('<text:p text:style-name="RTWit"/>')  # or a program adds one, as high as a line
        return "".join(written)

    def line(self, style: str, said: Said) -> str:
        """A paragraph that says this."""
        return f'<text:p text:style-name="{style}">{self.runs(inline(said))}</text:p>'

    def runs(self, content: Inline, *, in_note: bool = False) -> str:
        """The runs; inside a footnote a note stands between brackets in the text."""
        return "".join(part for run in content for part in self._run(run, in_note))

    def picture(self, png: bytes, sentence: str, size: tuple[float, float], top: float | None = None) -> str:
        """A picture of this width and height, in the line, or on the left ``top`` points down the page.

        ``sentence`` is said instead of it.
        """
        name = f"Pictures/{len(self.pictures) + 1}.png"
        self.pictures[name] = png
        place = 'draw:style-name="Beeld" text:anchor-type="as-char"'
        if top is not None:
            place = f'draw:style-name="Logo" text:anchor-type="paragraph" svg:y="{top:.2f}pt"'
        return (
            f'<draw:frame {place} draw:name="Figuur {len(self.pictures)}" svg:width="{size[0]:.2f}pt"'
            f' svg:height="{size[1]:.2f}pt"><draw:image xlink:href="{name}" xlink:type="simple" xlink:show="embed"'
            f' xlink:actuate="onLoad" draw:mime-type="image/png"/><svg:title>{xml_text(sentence)}</svg:title>'
            f"<svg:desc>{xml_text(sentence)}</svg:desc></draw:frame>"
        )

    def _variant(self, style: str, how: str) -> str:
        """A style of its own, as ``style`` but for this."""
        name = f"P{len(self.styles) + 1}"
        self.styles.append(
            f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{style}">'
            f"<style:paragraph-properties {how}/></style:style>"
        )
        return name

    def _block(self, block: Block, keep: bool, *, parted: bool = False, loose: bool = False) -> list[str]:
        written: list[str] = []
        match block:
            case blocks.Heading(content=content, level=level):
                style = f"Heading_20_{level}"
                style = self._variant(style, 'fo:keep-with-next="auto"') if loose else style
                how = f'text:style-name="{style}" text:outline-level="{level}"'
                written = [f"<text:h {how}>{self.runs(content)}</text:h>"]
            case blocks.Paragraph(content=content):
                style = "RTHouden" if keep or (blocks.introduces(content) and not parted) else "Text_20_body"
                written = [self.line(style, content)]
            case blocks.ListBlock():
                written = [self._list(block, last=True)]
            case blocks.Table():
                self.tables += 1
                written = [table_xml(block, self, f"Tabel{self.tables}")]
            case blocks.Figure(figuur=figuur):
                from regietafel.documents.word.plaatje import to_png

                size = picture_size(figuur.breedte, figuur.hoogte, self.room)
                drawing = self.picture(to_png(figuur, size[0]), figuur.zin, size)
                title = self.line("RTHouden", (blocks.Run(text=figuur.titel, bold=True),))
                picture = f'<text:p text:style-name="RTBeeld">{drawing}</text:p>'
                written = [title, picture, self.line("RTBijschrift", figuur.zin)]
            case blocks.LetterHead(sender=sender, lines=lines):
                written = list(self._letter_head([("RTAfzender", sender), *(("RTKlein", line) for line in lines)]))
            case blocks.AddressBlock(lines=lines):
                written = list(self._address([line for line in lines if line]))
            case blocks.Reference(pairs=pairs):
                written = list(self._reference(pairs))
            case blocks.Signatures(opening=opening, signatories=signatories):
                written = [self.line("RTHouden", opening)] if opening else []
                if signatories:
                    self.tables += 1
                    written.append(places_to_sign(signatories, self, f"Tabel{self.tables}"))
            case blocks.Remark(content=content):
                written = [self.line("RTOpmerking", content)]
        return written

    def _run(self, run: blocks.Run, in_note: bool) -> Iterator[str]:
        if run.grond:
            yield f'<text:span text:style-name="Weggelaten">[{xml_text(run.grond)}]</text:span>'
            return
        written = _spaced(run.text)
        if run.bold or run.italic:
            style = "Vet" * run.bold + "Schuin" * run.italic
            written = f'<text:span text:style-name="{style}">{written}</text:span>'
        if run.link:
            linked = f'<text:span text:style-name="Link">{written}</text:span>'
            written = f'<text:a xlink:type="simple" xlink:href="{xml_text(run.link)}">{linked}</text:a>'
        yield written
        if run.note and in_note:
            yield f" ({self.runs(run.note, in_note=True)})"
        elif run.note:
            self.notes += 1
            yield (
                f'<text:note text:id="ftn{self.notes}" text:note-class="footnote"><text:note-citation>{self.notes}'
                f'</text:note-citation><text:note-body><text:p text:style-name="Footnote"><text:s/>'
                f"{self.runs(run.note, in_note=True)}</text:p></text:note-body></text:note>"
            )

    def _list(self, block: blocks.ListBlock, *, last: bool) -> str:
        """The list; the last paragraph of it has the space below a paragraph."""
        items = []
        for number, item in enumerate(block.items, start=1):
            ends = last and number == len(block.items)
            line = self.line("RTLijstEind" if ends and item.sublist is None else "RTLijst", item.content)
            below = self._list(item.sublist, last=ends) if item.sublist is not None else ""
            items.append(f"<text:list-item>{line}{below}</text:list-item>")
        return f'<text:list text:style-name="{LISTS[block.ordered]}">{"".join(items)}</text:list>'

    def _address(self, lines: Sequence[Said]) -> Iterator[str]:
        """The address in the window of the envelope; what follows stands below the window."""
        left = WINDOW_LEFT[self.venster] - self.left if self.venster == "rechts" else 0
        above = max(WINDOW_TOP * MM - self.top, 0.0)
        below = max((WINDOW_BOTTOM - WINDOW_TOP) * MM - len(lines) * BODY_LEADING, 0.0)
        for number, line in enumerate(lines):
            how = f'fo:margin-left="{left}mm"'
            how += f' fo:margin-top="{above:.1f}pt"' if number == 0 else ""
            how += f' fo:margin-bottom="{below:.1f}pt"' if number == len(lines) - 1 else ""
            yield self.line(self._variant("RTAdres", how), line)

    def _letter_head(self, lines: Sequence[tuple[str, Said]]) -> Iterator[str]:
        """The name and its lines, beside the logo; what follows stands below that."""
        shown = [(style, line) for style, line in lines if line]
        high = 18 + SMALL_LEADING * (len(shown) - 1)
        self.top += max(high, self.logo[1])
        left = f'fo:margin-left="{self.logo[0] + LOGO_GAP * MM:.1f}pt"' if self.logo[0] else ""
        below = f' fo:margin-bottom="{self.logo[1] - high:.1f}pt"' if self.logo[1] > high else ""
        for number, (style, line) in enumerate(shown, start=1):
            how = left + (below if number == len(shown) else "")
            yield self.line(self._variant(style, how) if how else style, line)

    def _beside(self) -> str:
        """A frame on the right with who handles it."""
        if not self.afzender:
            return ""
        lines = "".join(self.line("RTKlein", line) for line in self.afzender)
        return (
            f'<draw:frame draw:style-name="Afzender" text:anchor-type="paragraph" svg:width="{BESIDE}mm" svg:y="0mm">'
            f'<draw:text-box fo:min-height="1mm">{lines}</draw:text-box></draw:frame>'
        )

    def _reference(self, pairs: Sequence[tuple[str, Said]]) -> Iterator[str]:
        """The pairs, and beside them who handles it; what follows stands below both."""
        below = 14 + max(SMALL_LEADING * len(self.afzender) - BODY_LEADING * len(pairs), 0.0)
        last = self._variant("RTKenmerk", f'fo:margin-bottom="{below:.1f}pt"')
        beside = self._beside()
        for number, (name, value) in enumerate(pairs, start=1):
            style = last if number == len(pairs) else "RTKenmerk"
            label = f'<text:span text:style-name="Label">{xml_text(name)}</text:span><text:tab/>'
            shown = f"{beside if number == 1 else ''}{label}{self.runs(inline(value))}"
            yield f'<text:p text:style-name="{style}">{shown}</text:p>'


def _spaced(text: str) -> str:
    """Text with its line breaks and, which a reader of ODF would take together, its spaces in a row."""
    written = "<text:line-break/>".join(xml_text(line) for line in clean(text).split("\n"))
    head = "<text:s/>" + written[1:] if written.startswith(" ") else written
    tail = head[:-1] + "<text:s/>" if head.endswith(" ") else head
    return tail.replace("  ", " <text:s/>")
