"""What our checks of a PDF find: nothing in our own, and each break by its own rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from regietafel.documents.keuring.keuren import keur
from tests.core.documents.breken import (
    artifacts,
    begin_of,
    broken,
    drawing,
    elements,
    make_artifact,
    mark_of,
    marks_of,
    page_of,
    part_artifact,
    redraw,
    rules,
    same_text,
    shown_in,
    tag_artifact,
    whole,
)
from tests.core.documents.pdfs import region

BOTH = {"PDF/UA-1": True, "PDF/A-2a": True}


def test_what_is_whole_has_no_finding() -> None:
    oordeel = keur(whole())
    assert oordeel.bevindingen == ()
    assert (oordeel.claims, dict(oordeel.voldoet)) == (("PDF/UA-1", "PDF/A-2a"), BOTH)
    assert oordeel.goed


def drop_mark(pdf: Pdf) -> None:
    mark = mark_of(elements(pdf, "P")[0])
    drawn = drawing(pdf, page_of(pdf, mark))
    start = begin_of(drawn, int(mark.MCID))
    end = next(at for at in range(start, len(drawn)) if drawn[at][1] == "EMC")
    del drawn[end], drawn[start]
    redraw(pdf, page_of(pdf, mark), drawn)


def drop_frame(pdf: Pdf) -> None:
    """A line of the table, painted outside every mark."""
    drawn = drawing(pdf, 1)
    stroke = next(at for at, (_operands, operator) in enumerate(drawn) if operator == "S")
    start = next(at for at in range(stroke, 0, -1) if drawn[at][1] == "BDC")
    end = next(at for at in range(stroke, len(drawn)) if drawn[at][1] == "EMC")
    del drawn[end], drawn[start]
    redraw(pdf, 1, drawn)


def retag(tag: str, number: int, new: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        element = elements(pdf, tag)[number]
        element.S = Name("/" + new)
        if new == "TD":
            del element.A.Scope

    return change


def drop(tag: str, key: str, number: int = 0, *, inside: str = "") -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        element = elements(pdf, tag)[number]
        del (element[inside] if inside else element)[key]

    return change


def say(tag: str, key: str, words: str, number: int = 0) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        elements(pdf, tag)[number][key] = String(words)

    return change


def alt_is_caption(pdf: Pdf) -> None:
    elements(pdf, "Figure")[0].Alt = String(region().zin)


def swap_paragraphs(pdf: Pdf) -> None:
    first, second = elements(pdf, "P")[:2]
    kids = first.P.K
    one, two = (next(n for n, kid in enumerate(kids) if kid.objgen == each.objgen) for each in (first, second))
    kids[one], kids[two] = second, first


def swap_cells(pdf: Pdf) -> None:
    row = elements(pdf, "TR")[4]
    row.K = Array([row.K[0], row.K[2], row.K[1], row.K[3]])


def drop_catalog(key: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        del pdf.Root[key]

    return change


def edit_metadata(pattern: str, new: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        data = bytes(pdf.Root.Metadata.read_bytes()).decode()
        assert re.search(pattern, data, re.DOTALL)
        pdf.Root.Metadata.write(re.sub(pattern, new, data, flags=re.DOTALL).encode())

    return change


def drop_title(pdf: Pdf) -> None:
    edit_metadata("<dc:title>.*</dc:title>", "")(pdf)
    del pdf.docinfo.Title


def other_title(pdf: Pdf) -> None:
    pdf.docinfo.Title = String("Iets anders")


def edit_text(change: Callable[[list[tuple[list[Any], str]], list[int]], None]) -> Callable[[Pdf], None]:
    """Change how the texts of the first paragraph are drawn."""

    def edit(pdf: Pdf) -> None:
        mark = mark_of(elements(pdf, "P")[0])
        page = page_of(pdf, mark)
        drawn = drawing(pdf, page)
        change(drawn, shown_in(drawn, int(mark.MCID)))
        redraw(pdf, page, drawn)

    return edit


def glue(drawn: list[tuple[list[Any], str]], texts: list[int]) -> None:
    first = bytes(drawn[texts[0]][0][0])
    drawn[texts[0]] = ([String(first[:-1])], "Tj")  # the space at the end of the first line


def shrink(drawn: list[tuple[list[Any], str]], texts: list[int]) -> None:
    for at in texts:
        font = next(number for number in range(at, 0, -1) if drawn[number][1] == "Tf")
        drawn[font] = ([drawn[font][0][0], 8], "Tf")


def lighten(drawn: list[tuple[list[Any], str]], texts: list[int]) -> None:
    drawn.insert(texts[-1], ([0.07, 0.09, 0.12], "rg"))
    drawn.insert(texts[0], ([0.7, 0.7, 0.7], "rg"))


def drop_label(pdf: Pdf) -> None:
    [label, *_rest] = [each for each in elements(pdf, "Lbl") if each.P.S == Name.LI]
    make_artifact(pdf, label)


def hide_paragraph(pdf: Pdf) -> None:
    make_artifact(pdf, elements(pdf, "P")[1])


def drop_way_back(pdf: Pdf) -> None:
    del pdf.pages[1].obj.StructParents


def drop_font_file(pdf: Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    del font.FontDescriptor.FontFile2


def drop_unicode(pdf: Pdf) -> None:
    del next(iter(pdf.pages[0].Resources.Font.values())).ToUnicode


def drop_contents(pdf: Pdf) -> None:
    [annotation, *_rest] = [each for each in pdf.pages[0].Annots if "/A" in each and "/URI" in each.A]
    del annotation.Contents


def read_header_twice(pdf: Pdf) -> None:
    """The head that is drawn again on the second page of the table becomes a row."""
    head = elements(pdf, "THead")[0]
    page = next(number for number in range(1, len(pdf.pages)) if artifacts(pdf, number, "Layout"))
    part_artifact(pdf, page, artifacts(pdf, page, "Layout")[0])
    for source in [kid for kid in head.K if kid.S == Name.TR]:
        row = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TR, P=head))
        row.K = Array()
        for cell in source.K:
            copy = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TH, P=row, A=cell.A))
            row.K.append(copy)
            tag_artifact(pdf, page, same_text(pdf, cell, page, artifacts(pdf, page, "Layout")), copy)
        head.K.append(row)


def read_footers(pdf: Pdf) -> None:
    root = elements(pdf, "Document")[0]
    for page in range(len(pdf.pages)):
        owner = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=root))
        tag_artifact(pdf, page, artifacts(pdf, page, "Footer")[0], owner)
        last = [n for n, kid in enumerate(root.K) if _last_page(pdf, kid) <= page]
        root.K.insert(max(last) + 1, owner)


def _last_page(pdf: Pdf, element: Any) -> int:
    below = [_last_page(pdf, kid) for kid in element.get("/K", Array()) if isinstance(kid, Dictionary) and "/S" in kid]
    return max([page_of(pdf, mark) for mark in marks_of(element)] + below, default=0)


BREAKS: dict[str, tuple[Callable[[Pdf], None], set[str]]] = {
    "a mark is gone": (drop_mark, {"ongemerkt", "merk-weg"}),
    "a line has no mark": (drop_frame, {"ongemerkt"}),
    "a head of a column is a cell": (retag("TH", 0, "TD"), {"tabel-kop"}),
    "a head of a row is a cell": (retag("TH", 8, "TD"), {"tabel-rijkop"}),
    "a head has no scope": (drop("TH", "/Scope", 8, inside="/A"), {"tabel-scope"}),
    "a merged head does not say so": (drop("TH", "/ColSpan", 1, inside="/A"), {"tabel-vorm"}),
    "a picture has no text": (drop("Figure", "/Alt"), {"alt-leeg"}),
    "a picture is called by its file": (say("Figure", "/Alt", "logo.png"), {"alt-bestandsnaam"}),
    "a picture is called a picture": (say("Figure", "/Alt", "Afbeelding"), {"alt-nietszeggend"}),
    "a picture repeats its caption": (alt_is_caption, {"alt-bijschrift"}),
    "a picture has no caption": (retag("Caption", 0, "P"), {"figuur-bijschrift"}),
    "two paragraphs change places": (swap_paragraphs, {"leesvolgorde"}),
    "two cells change places": (swap_cells, {"leesvolgorde"}),
    "no language": (drop_catalog("/Lang"), {"taal"}),
    "no title": (drop_title, {"titel"}),
    "two titles": (other_title, {"titel-verschil"}),
    "the title is not shown": (drop_catalog("/ViewerPreferences"), {"titel-getoond"}),
    "no bookmarks": (drop_catalog("/Outlines"), {"bladwijzers"}),
    "no claim": (edit_metadata("<pdf(ua|a)id:.*</pdfuaid:part>", ""), {"claim"}),
    "words run together": (edit_text(glue), {"woorden-aaneen"}),
    "small letters": (edit_text(shrink), {"kleine-letter"}),
    "light letters": (edit_text(lighten), {"contrast"}),
    "an item has no label": (drop_label, {"lijst-label"}),
    "an item is a paragraph": (retag("LI", 0, "P"), {"lijst-onderdeel"}),
    "a level is skipped": (retag("H2", 0, "H3"), {"kop-sprong"}),
    "no title in the text": (retag("H1", 0, "H2"), {"kop-geen-h1"}),
    "two titles in the text": (retag("H2", 0, "H1"), {"kop-meer-h1"}),
    "a paragraph is an artifact": (hide_paragraph, {"tekst-in-artefact"}),
    "no way back": (drop_way_back, {"terugweg"}),
    "a font is not in the file": (drop_font_file, {"letter-ingebed"}),
    "a font has no meaning": (drop_unicode, {"letter-unicode"}),
    "a link says nothing": (drop_contents, {"koppeling-omschrijving"}),
    "other words are said": (say("P", "/ActualText", "Er is niets besloten."), {"vervangen-tekst"}),
    "a head of a table is read twice": (read_header_twice, {"tabel-kop-dubbel"}),
    "footers are read": (read_footers, {"koptekst-voorgelezen", "leesvolgorde"}),
}


@pytest.mark.parametrize("name", BREAKS)
def test_each_break_is_found_by_its_rule(name: str) -> None:
    how, expected = BREAKS[name]
    oordeel = keur(broken(whole(), how))
    assert rules(oordeel) == expected, oordeel.bevindingen
