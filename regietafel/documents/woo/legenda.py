"""The legend of a publication version: on which grounds something was left out, and on which pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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


def render_with_pages(document: Document, render: Callable[[Document], bytes]) -> bytes:
    """The PDF of a publication version, with the pages in its legend; that is its last block."""
    known: Bladzijden = {}
    for _pass in range(_PASSES):
        data = render(replace(document, blocks=(*document.blocks[:-1], _table(document.weggelaten, known))))
        found = find_pages(data, document.weggelaten)
        if found == known:
            break
        known = found
    return data


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


def find_pages(data: bytes, gronden: Sequence[str]) -> Bladzijden:
    """The pages of a PDF on which each ground stands in place of a text."""
    from regietafel.documents.keuring.blad_lezen import read_page
    from regietafel.documents.keuring.openen import opened

    found: dict[str, list[int]] = {grond: [] for grond in gronden}
    with opened(data) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            shown = [stuk.tekst for stuk in read_page(pdf, page, number).stukken]
            bars, said = {text.strip() for text in shown}, "".join(shown)
            for grond, pages in found.items():
                if grond in bars or mark(grond) in said:
                    pages.append(number)
    return found


def mark(grond: str) -> str:
    """What stands in a plain text, such as a title, in place of what was left out."""
    return f"[{grond}]"
