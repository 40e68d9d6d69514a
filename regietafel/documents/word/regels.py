"""Runs of text and paragraphs in the XML of Word (ECMA-376, part 1, 17.3); the order is that of its schema."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from regietafel.documents.blocks import Inline, Said, text
from regietafel.documents.word.basis import NS, twips
from regietafel.documents.word.gemeen import BESIDE, BESIDE_GAP, MM, xml_text

# Hebrew, Arabic and their neighbours: Word reads a run from right to left only when told.
_RIGHT_TO_LEFT = re.compile("((?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+[ ]?)+)")


@dataclass(frozen=True, kw_only=True)
class Alinea:
    """What a paragraph has beside its style; ``before``, ``after`` and ``left`` are twips, None what the style says."""

    keep_next: bool = False
    loose: bool = False  # not kept with what follows, as its style would
    new_page: bool = False
    list_number: tuple[int, int] | None = None  # the list and the depth
    before: int | None = None
    after: int | None = None
    left: int | None = None
    right: bool = False
    beside: bool = False  # in a frame at the right, beside what follows; paragraphs in a row share it


GEWONE_ALINEA = Alinea()
_FRAME = (
    f'<w:framePr w:w="{twips(BESIDE * MM)}" w:hSpace="{twips(BESIDE_GAP * MM)}" w:wrap="around" w:vAnchor="text"'
    ' w:hAnchor="margin" w:xAlign="right" w:y="1"/>'
)


@dataclass(kw_only=True)
class Regels:
    """Writes text; knows the ids of the styles, and collects the footnotes on the way.

    ``part`` holds the links of the text itself, ``notes_part`` those of the footnotes; the first of these gets the id
    ``first_note``.
    """

    styles: dict[str, str]
    part: Any
    notes_part: Any
    first_note: int
    notes: list[str] = field(default_factory=list)

    def paragraph(self, style: str, content: str, more: Alinea = GEWONE_ALINEA) -> str:
        """A paragraph with these runs."""
        spacing = "".join(
            f' w:{side}="{space}"'
            for side, space in (("before", more.before), ("after", more.after))
            if space is not None
        )
        number = more.list_number
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/>'
            + ("<w:keepNext/>" if more.keep_next else "")
            + ('<w:keepNext w:val="0"/>' if more.loose else "")
            + ("<w:pageBreakBefore/>" if more.new_page else "")
            + (_FRAME if more.beside else "")
            + (f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else "")
            + (f"<w:spacing{spacing}/>" if spacing else "")
            + (f'<w:ind w:left="{more.left}"/>' if more.left is not None else "")
            + ('<w:jc w:val="right"/>' if more.right else "")
            + f"</w:pPr>{content}</w:p>"
        )

    def line(self, style: str, said: Said, more: Alinea = GEWONE_ALINEA) -> str:
        """A paragraph that says this."""
        return self.paragraph(style, self.runs(text(said)), more)

    def runs(self, content: Inline, part: Any = None) -> str:
        """The runs; inside a footnote, which ``part`` then is, a note stands between brackets in the text."""
        written = []
        for run in content:
            if run.grond:
                written.append(plain_run(f"[{run.grond}]", f'<w:rStyle w:val="{self.styles["RTWeggelakt"]}"/>'))
                continue
            marks = ("<w:b/><w:bCs/>" if run.bold else "") + ("<w:i/><w:iCs/>" if run.italic else "")
            if run.link:
                runs = plain_run(run.text, f'<w:rStyle w:val="{self.styles["Hyperlink"]}"/>{marks}')
                written.append(
                    f'<w:hyperlink r:id="{self._relation(run.link, part)}" w:history="1">{runs}</w:hyperlink>'
                )
            else:
                written.append(plain_run(run.text, marks))
            if run.note:
                within = [plain_run(" ("), self.runs(run.note, part), plain_run(")")]
                written += [self._note(run.note)] if part is None else within
        return "".join(written)

    def footnotes(self) -> str:
        """The footnotes so far, as children of one element."""
        return f"<w:footnotes {NS}>{''.join(self.notes)}</w:footnotes>"

    def _relation(self, link: str, part: Any) -> str:
        from docx.opc.constants import RELATIONSHIP_TYPE

        return str((part or self.part).relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def _note(self, content: Inline) -> str:
        number = self.first_note + len(self.notes)
        mark = f'<w:rPr><w:rStyle w:val="{self.styles["FootnoteReference"]}"/></w:rPr>'
        said = f"<w:r>{mark}<w:footnoteRef/></w:r>{plain_run(' ')}{self.runs(content, self.notes_part)}"
        self.notes.append(f'<w:footnote w:id="{number}">{self.paragraph("FootnoteText", said)}</w:footnote>')
        return f'<w:r>{mark}<w:footnoteReference w:id="{number}"/></w:r>'


def label(name: str, style: str) -> str:
    """A run in a character style, and a tab after it."""
    return plain_run(name, f'<w:rStyle w:val="{style}"/>') + "<w:r><w:tab/></w:r>"


def page_field(name: str) -> str:
    """The number that Word fills in: PAGE or NUMPAGES."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def plain_run(said: str, properties: str = "") -> str:
    """Text in one style, a line break in it as a line break."""
    written = []
    for number, stretch in enumerate(_RIGHT_TO_LEFT.split(said)):
        if stretch:
            inside = properties + ("<w:rtl/>" if number % 2 else "")
            lines = "<w:br/>".join(f'<w:t xml:space="preserve">{xml_text(line)}</w:t>' for line in stretch.split("\n"))
            written.append(f"<w:r>{f'<w:rPr>{inside}</w:rPr>' if inside else ''}{lines}</w:r>")
    return "".join(written)
