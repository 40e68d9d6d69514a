"""The legend of a publication version: on which grounds something was left out, and on which pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from regietafel.documents.blocks import Block, Column, Document, Heading, Paragraph, Table, text
from regietafel.documents.pdf.gronden import spell_artikel
from regietafel.documents.woo.gronden import GRONDEN
from regietafel.i18n import _

Bladzijden = Mapping[str, Sequence[int]]

_PASSES = 4  # the legend is at the end and moves nothing before it, so the second is right; the third shows it
_UNKNOWN = "–"


def legend(gronden: Sequence[str], *, files_left_out: bool) -> tuple[Block, ...]:
    """The last blocks of a publication version; nothing when nothing was left out."""
    said = [
        *([_("Op deze gronden is in dit document tekst weggelaten.")] if gronden else []),
        *([_("De bestanden die in het document zaten, zijn niet meegegaan.")] if files_left_out else []),
    ]
    if not said:
        return ()
    heading = Heading(content=text(_("Weggelaten bij openbaarmaking")), level=2)
    sentences = Paragraph(content=text(" ".join(said)))
    return (heading, sentences, _table(gronden, {})) if gronden else (heading, sentences)


def with_pages(document: Document) -> Document:
    """A publication version with the pages of a PDF in its legend; that is its last block."""
    from regietafel.documents.pdf.render import page_texts

    known: Bladzijden = {}
    for _pass in range(_PASSES):
        document = replace(document, blocks=(*document.blocks[:-1], _table(document.weggelaten, known)))
        found = find_pages(page_texts(document), document.weggelaten)
        if found == known:
            break
        known = found
    return document


def find_pages(pages: Sequence[Sequence[str]], gronden: Sequence[str]) -> Bladzijden:
    """Where each ground stands in place of a text: in a bar of its own, or between brackets."""
    return {
        grond: [
            number
            for number, texts in enumerate(pages, start=1)
            if any(text.strip() == grond for text in texts) or mark(grond) in "".join(texts)
        ]
        for grond in gronden
    }


def mark(grond: str) -> str:
    """What stands in a plain text, such as a title, in place of what was left out."""
    return f"[{grond}]"


def _table(gronden: Sequence[str], bladzijden: Bladzijden) -> Table:
    """Where no pages are known a dash stands for them: Word and ODF divide a text over pages themselves."""
    rows = [
        (
            _("Wet open overheid"),
            spell_artikel(grond),
            GRONDEN.get(grond, _UNKNOWN),
            ", ".join(map(str, bladzijden.get(grond, ()))) or _UNKNOWN,
        )
        for grond in gronden
    ]
    return Table(
        columns=tuple(Column(header=name) for name in (_("Wet"), _("Artikel"), _("Beschrijving"), _("Pagina(’s)"))),
        rows=tuple(rows),
        summary=_("De gronden waarop tekst is weggelaten, met de pagina’s."),
    )
