"""Where the links and bookmarks of a PDF lead, and the bookmarks of a bundle (ISO 32000-1, 12.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_MAX_BOOKMARKS = 10_000  # of one part
_MAX_DEPTH = 20


class Bookmark(NamedTuple):
    """An entry in the contents of the reader: a page, counted from 0, how it is shown, and the entries under it."""

    title: str
    page: int | None
    view: Sequence[Any] = ()
    kids: Sequence[Bookmark] = ()


class Goals:
    """Finds the page a link or bookmark of ``source`` leads to, also when it does so by a name."""

    def __init__(self, source: pikepdf.Pdf) -> None:
        self._source = source
        self.pages = [page.obj for page in source.pages]
        self._numbers = {page.objgen: number for number, page in enumerate(self.pages)}
        names = source.Root.get("/Names", Dictionary())
        self._old = source.Root.get("/Dests", Dictionary())
        self._named = pikepdf.NameTree(names.Dests) if "/Dests" in names else {}

    def make_explicit(self) -> None:
        """Let the links name their page: their names would no longer be unique."""
        for page in self.pages:
            for annotation in page.get("/Annots", []):
                if (found := self._find(annotation)) is not None:
                    annotation.Dest = Array([self.pages[found[0]], *found[1]])
                    if "/A" in annotation:
                        del annotation["/A"]

    def bookmarks(self, start: int) -> list[Bookmark]:
        """Those of the file, when its first page becomes number ``start``."""
        seen: set[tuple[int, int]] = set()

        def read(parent: Any, depth: int) -> Iterator[Bookmark]:
            item = parent.get("/First") if isinstance(parent, Dictionary) and depth < _MAX_DEPTH else None
            while isinstance(item, Dictionary) and item.objgen not in seen and len(seen) < _MAX_BOOKMARKS:
                seen.add(item.objgen)
                found = self._find(item)
                page, view = (start + found[0], [*map(_loose, found[1])]) if found else (None, [])
                yield Bookmark(str(item.get("/Title", "")), page, view, [*read(item, depth + 1)])
                item = item.get("/Next")

        return [*read(self._source.Root.get("/Outlines"), 0)]

    def _find(self, holder: Any) -> tuple[int, list[Any]] | None:
        """The page, and how it is shown; None when it leads outside the file or nowhere."""
        goal, action = holder.get("/Dest"), holder.get("/A")
        if goal is None and isinstance(action, Dictionary) and action.get("/S") == Name.GoTo:
            goal = action.get("/D")
        if isinstance(goal, Name):
            goal = self._old.get(goal)
        elif isinstance(goal, String):
            with suppress(KeyError, ValueError):
                goal = self._named[str(goal)]
        if isinstance(goal, Dictionary):
            goal = goal.get("/D")
        if not isinstance(goal, Array) or not len(goal) or not isinstance(goal[0], Dictionary):
            return None
        number = self._numbers.get(goal[0].objgen)
        return None if number is None else (number, list(goal)[1:])


def write_bookmarks(pdf: pikepdf.Pdf, bookmarks: Sequence[Bookmark]) -> None:
    """Make these the bookmarks of the file; only the highest are open."""
    pages = [page.obj for page in pdf.pages]

    def write(parent: Any, entries: Iterable[Bookmark]) -> int:
        before = None
        count = 0
        for count, entry in enumerate(entries, start=1):  # noqa: B007
            item = pdf.make_indirect(Dictionary(Title=String(entry.title), Parent=parent))
            if entry.page is not None:
                item.Dest = Array([pages[entry.page], *entry.view])
            if inside := write(item, entry.kids):
                item.Count = -inside
            if before is None:
                parent.First = item
            else:
                item.Prev, before.Next = before, item
            before = item
        if before is not None:
            parent.Last = before
        return count

    outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    outlines.Count = write(outlines, bookmarks)
    pdf.Root.Outlines = outlines


def _loose(value: Any) -> Any:
    """A piece of a goal that belongs to no file."""
    return Name(str(value)) if isinstance(value, Name) else value
