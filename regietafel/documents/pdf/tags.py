"""Tags: the tree that tells a screen reader what everything on the page is (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String


def write_structure(pdf: pikepdf.Pdf, root: Element, drawn: Drawn) -> None:
    """Write the tree under ``root`` into ``pdf`` and tie its pages and links to it."""
    writer = _TreeWriter(pdf)
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree.K = writer.write(root, tree)
    numbers: list[Any] = []
    key = len(writer.pages)
    for index, page in enumerate(writer.pages):
        page.StructParents = index
        page.Tabs = Name.S
        marks = pdf.make_indirect(Array([writer.objects[id(owner)] for owner in drawn.marked[index]]))
        numbers += [index, marks]
    for page, links in zip(writer.pages, drawn.linked, strict=True):
        for annotation, owner in zip(page.get("/Annots", []), links, strict=True):
            annotation.StructParent = key
            numbers += [key, writer.objects[id(owner)]]
            key += 1
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    tree.ParentTreeNextKey = key
    if writer.named:
        names = [part for name, element in sorted(writer.named.items()) for part in (String(name), element)]
        tree.IDTree = pdf.make_indirect(Dictionary(Names=Array(names)))
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


@dataclass(kw_only=True, eq=False)
class Element:
    """A node of the tree: its structure type, its attributes and, once drawn, what belongs to it.

    ``actual_text`` is what it says when that is not what it shows; ``alternative`` is said instead of a picture.
    ``name`` is its own in the whole document, for those that others refer to.
    """

    tag: str
    actual_text: str = ""
    alternative: str = ""
    attributes: Mapping[str, Object | int] = field(default_factory=dict)
    name: str = ""
    kids: list[Element | Mark | LinkMark] = field(default_factory=list)

    def add(self, tag: str, actual_text: str = "", alternative: str = "", **attributes: Object | int) -> Element:
        """A new last child."""
        child = Element(tag=tag, actual_text=actual_text, alternative=alternative, attributes=attributes)
        self.kids.append(child)
        return child


class Mark(NamedTuple):
    """Marked content ``number`` on ``page``, both counted from 0."""

    page: int
    number: int


class LinkMark(NamedTuple):
    """Link annotation ``number`` on ``page``, both counted from 0."""

    page: int
    number: int


class Drawn(Protocol):
    """What was drawn: per page the owner of each marked content, and of each link annotation."""

    marked: list[list[Element]]
    linked: list[list[Element]]


class _TreeWriter:
    """Writes elements; ``objects`` are those written by the id of their element, ``named`` those that have a name."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pages = [page.obj for page in pdf.pages]
        self.objects: dict[int, Object] = {}
        self.named: dict[str, Object] = {}
        self._pdf = pdf

    def write(self, element: Element, parent: Object) -> Object:
        written = self._pdf.make_indirect(Dictionary(S=Name("/" + element.tag), P=parent))
        self.objects[id(element)] = written
        if element.name:
            written.ID = String(element.name)
            self.named[element.name] = written
        if element.actual_text:
            written.ActualText = String(element.actual_text)
        if element.alternative:
            written.Alt = String(element.alternative)
        if element.attributes:
            written.A = Dictionary({f"/{key}": value for key, value in element.attributes.items()})
        if element.kids:
            marks = (kid.page for kid in element.kids if not isinstance(kid, Element))
            page = next(marks, None)
            if page is not None:
                written.Pg = self.pages[page]
            written.K = Array([self._kid(kid, written, page) for kid in element.kids])
        return written

    def _kid(self, kid: Element | Mark | LinkMark, parent: Object, page: int | None) -> Object | int:
        """What stands for the kid; on ``page``, that of the element, a mark needs no more than its number."""
        if isinstance(kid, Element):
            return self.write(kid, parent)
        if isinstance(kid, LinkMark):
            return Dictionary(Type=Name.OBJR, Obj=self.pages[kid.page].Annots[kid.number], Pg=self.pages[kid.page])
        if kid.page == page:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=self.pages[kid.page], MCID=kid.number)
