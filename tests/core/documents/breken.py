"""Break a PDF in one place: its tags, its drawing, or what it says about itself."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf

from regietafel.documents.blocks import (
    Column,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Table,
    text,
)
from regietafel.documents.keuring.bevinding import Oordeel
from regietafel.documents.pdf.archive import save
from regietafel.documents.pdf.render import render_pdf
from tests.core.documents.pdfs import LONG, document, paragraph, region

Drawn = list[tuple[list[Any], str]]  # what a page draws: operands and operator


def broken(data: bytes, how: Callable[[Pdf], None]) -> bytes:
    """The file with ``how`` done to it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        how(pdf)
        return save(pdf)


def elements(pdf: Pdf, tag: str) -> list[Any]:
    """All elements with this tag, in reading order."""
    return [element for element in _walk(pdf.Root.StructTreeRoot) if element.get("/S") == Name("/" + tag)]


def _walk(element: Any) -> Iterator[Any]:
    yield element
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _walk(kid)


def drawing(pdf: Pdf, page: int) -> Drawn:
    """What page ``page`` (from 0) draws."""
    return [([*each.operands], str(each.operator)) for each in pikepdf.parse_content_stream(pdf.pages[page])]


def redraw(pdf: Pdf, page: int, drawn: Drawn) -> None:
    """Let the page draw this instead."""
    content = pikepdf.unparse_content_stream([(operands, Operator(operator)) for operands, operator in drawn])
    pdf.pages[page].Contents = pdf.make_stream(content)


def mark_of(element: Any) -> Any:
    """The first mark of an element: its page and number."""
    return marks_of(element)[0]


def marks_of(element: Any) -> list[Any]:
    """The marks of an element, each with its page, also where the element says that for it."""
    kids = element.get("/K", Array())
    named = [Dictionary(Pg=element.Pg, MCID=kid) if isinstance(kid, int) else kid for kid in kids]
    return [kid for kid in named if "/MCID" in kid]


def page_of(pdf: Pdf, mark: Any) -> int:
    """The page of a mark, from 0."""
    return next(number for number, page in enumerate(pdf.pages) if page.obj.objgen == mark.Pg.objgen)


def begin_of(drawn: Drawn, number: int) -> int:
    """Where mark ``number`` begins in the drawing."""
    return next(
        at for at, (operands, operator) in enumerate(drawn) if operator == "BDC" and operands[1].get("/MCID") == number
    )


def shown_in(drawn: Drawn, number: int) -> list[int]:
    """Where the texts of mark ``number`` are in the drawing."""
    start = begin_of(drawn, number)
    end = next(at for at in range(start, len(drawn)) if drawn[at][1] == "EMC")
    return [at for at in range(start, end) if drawn[at][1] == "Tj"]


def make_artifact(pdf: Pdf, element: Any) -> None:
    """Take the element out of the tree and make what it draws an artifact."""
    for mark in marks_of(element):
        page = page_of(pdf, mark)
        drawn = drawing(pdf, page)
        drawn[begin_of(drawn, int(mark.MCID))] = ([Name.Artifact, Dictionary(Type=Name.Layout)], "BDC")
        redraw(pdf, page, drawn)
    siblings = element.P.K
    at = next(number for number, kid in enumerate(siblings) if kid.objgen == element.objgen)
    del siblings[at]


def tag_artifact(pdf: Pdf, page: int, at: int, element: Any) -> None:
    """Make the artifact that begins at ``at`` in the drawing of the page a mark of the element."""
    tree = pdf.Root.StructTreeRoot
    numbers = tree.ParentTree.Nums
    place = next(n for n in range(0, len(numbers), 2) if int(numbers[n]) == int(pdf.pages[page].StructParents))
    owners = numbers[place + 1]
    number = len(owners)
    owners.append(element)
    element.K = Array([*element.get("/K", Array()), Dictionary(Type=Name.MCR, Pg=pdf.pages[page].obj, MCID=number)])
    drawn = drawing(pdf, page)
    drawn[at] = ([element.S, Dictionary(MCID=number)], "BDC")
    redraw(pdf, page, drawn)


def part_artifact(pdf: Pdf, page: int, at: int) -> None:
    """Give every text of the artifact that begins at ``at`` a mark of its own."""
    drawn = drawing(pdf, page)
    end = next(number for number in range(at, len(drawn)) if drawn[number][1] == "EMC")
    for number in [each for each in range(end, at, -1) if drawn[each][1] == "BT"][:-1]:
        drawn[number:number] = [([], "EMC"), drawn[at]]
    redraw(pdf, page, drawn)


def same_text(pdf: Pdf, element: Any, page: int, places: list[int]) -> int:
    """Which of the places on the page begins the text that the element shows elsewhere."""
    mark = mark_of(element)
    source, drawn = drawing(pdf, page_of(pdf, mark)), drawing(pdf, page)
    shown = bytes(source[shown_in(source, int(mark.MCID))[0]][0][0])
    first = {place: next(at for at in range(place, len(drawn)) if drawn[at][1] == "Tj") for place in places}
    return next(place for place, at in first.items() if bytes(drawn[at][0][0]) == shown)


def artifacts(pdf: Pdf, page: int, kind: str) -> list[int]:
    """Where artifacts of this kind (``Layout``, ``Header``) begin that hold text."""
    drawn = drawing(pdf, page)
    found = []
    for at, (operands, operator) in enumerate(drawn):
        if (
            operator == "BDC"
            and operands[0] == Name.Artifact
            and kind in str(operands[1].get("/Subtype", operands[1].Type))
        ):
            end = next(number for number in range(at, len(drawn)) if drawn[number][1] == "EMC")
            if any(drawn[number][1] == "Tj" for number in range(at, end)):
                found.append(at)
    return found


def rich() -> Document:
    """Everything that can be broken: headings, a nested list, a long table with a merged header, a note, a link."""
    columns = (
        Column(header="Gemeente"),
        Column(header="Oud", numeric=True, group="Taakstelling"),
        Column(header="Nieuw", numeric=True, group="Taakstelling"),
        Column(header="Toelichting"),
    )
    rows = tuple((f"Gemeente {number}", "113", "103", LONG) for number in range(40))
    inner = ListBlock(ordered=True, items=(ListItem(content=text("twee")), ListItem(content=text("drie"))))
    note = Run(text="een bron", note=text("Opgave van de woningcorporatie, per 1 juli 2023."))
    link = Run(text="de website van het COA", link="https://www.coa.nl/nl")
    return document(
        Heading(content=text("Besluit")),
        paragraph("Eerste alinea. " + LONG * 3),
        paragraph("Tweede alinea. " + LONG * 3),
        Paragraph(content=(Run(text="Lees "), link, Run(text=" en "), note, Run(text=". " + LONG))),
        Heading(content=text("Lijst"), level=2),
        ListBlock(items=(ListItem(content=text("een"), sublist=inner), ListItem(content=text(LONG * 2)))),
        Heading(content=text("Tabel"), level=2),
        Table(columns=columns, rows=rows, total=("Totaal", "1", "0", ""), summary="De taakstelling per gemeente."),
        Heading(content=text("Kaart"), level=2),
        Figure(figuur=region()),
        paragraph(LONG * 40),
    )


@cache
def whole() -> bytes:
    return render_pdf(rich())


def rules(oordeel: Oordeel) -> set[str]:
    return {each.regel for each in oordeel.bevindingen}
