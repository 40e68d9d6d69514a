"""The tree of tags as a screen reader walks it: every element with the text that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

import pikepdf

from regietafel.documents.keuring.blad import Blad, Merk, Stuk
from regietafel.errors import RegietafelError
from regietafel.i18n import _

_MAX_DEPTH = 200
_MAX_ELEMENTS = 100_000
_PATH = 3  # so many elements of the path say where something is


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """One mark under an element: its texts, or None when the page has no such mark."""

    bladzijde: int
    stukken: tuple[Stuk, ...] | None


@dataclass(frozen=True, kw_only=True)
class Aantekening:
    """A link or field under an element."""

    soort: str
    omschrijving: str
    bladzijde: int | None


@dataclass(frozen=True, kw_only=True, eq=False)
class Knoop:
    """An element; ``tag`` is the standard type that stands for its own, ``pad`` says where it is in the tree."""

    tag: str
    nummer: int  # of its object in the file
    pad: str
    delen: tuple[Knoop | Inhoud | Aantekening, ...]
    alt: str | None
    vervangt: str | None  # ActualText: what is said instead of what stands there
    kenmerken: Mapping[str, object]

    @property
    def kinderen(self) -> list[Knoop]:
        """The elements directly under it."""
        return [deel for deel in self.delen if isinstance(deel, Knoop)]

    @cached_property
    def stukken(self) -> tuple[Stuk, ...]:
        """All text under it in reading order."""
        return tuple(
            chain.from_iterable(deel.stukken or () for deel in self.delen if isinstance(deel, (Knoop, Inhoud)))
        )

    @cached_property
    def tekst(self) -> str:
        """What a reader hears."""
        if self.vervangt is not None:
            return self.vervangt
        said = []
        for deel in self.delen:
            if isinstance(deel, Knoop):
                said.append(deel.tekst)
            elif isinstance(deel, Inhoud):
                said += [stuk.gezegd for stuk in deel.stukken or ()]
        return "".join(said)

    @property
    def bladzijde(self) -> int | None:
        """The page on which it begins."""
        for node in self.walk():
            for deel in node.delen:
                if isinstance(deel, Inhoud) or (isinstance(deel, Aantekening) and deel.bladzijde):
                    return deel.bladzijde
        return None

    def walk(self) -> Iterator[Knoop]:
        """Itself and everything under it, in reading order."""
        yield self
        for kind in self.kinderen:
            yield from kind.walk()

    def find(self, *tags: str) -> list[Knoop]:
        """The elements with one of these tags, in reading order."""
        return [node for node in self.walk() if node.tag in tags]


@dataclass(frozen=True, kw_only=True)
class Boom:
    """The tree; ``eigenaars`` are, per page and mark, the numbers of the elements that refer to it."""

    wortel: Knoop
    eigenaars: Mapping[tuple[int, Merk], int]


def read_tree(pdf: pikepdf.Pdf, bladen: tuple[Blad, ...]) -> Boom | None:
    """The tree, or None when the file has none. Raises RegietafelError for a tree that never ends."""
    tree = pdf.Root.get("/StructTreeRoot")
    if not isinstance(tree, pikepdf.Dictionary) or "/K" not in tree:
        return None
    return _TreeReader(pdf, tree, bladen).read()


class _TreeReader:
    def __init__(self, pdf: pikepdf.Pdf, tree: Any, bladen: tuple[Blad, ...]) -> None:
        self._tree = tree
        self._pages = {pdf.pages[blad.nummer - 1].obj.objgen: blad for blad in bladen}
        self._texts: dict[tuple[int, Merk], list[Stuk]] = {
            (blad.nummer, merk): [] for blad in bladen for merk in blad.merken
        }
        for blad in bladen:
            for stuk in blad.stukken:
                if stuk.merk is not None:
                    self._texts[blad.nummer, stuk.merk].append(stuk)
        self._roles = tree.get("/RoleMap", {})
        self._classes = tree.get("/ClassMap", {})
        self._owners: dict[tuple[int, Merk], int] = {}
        self._seen: set[tuple[int, int]] = set()
        self._count = 0

    def read(self) -> Boom:
        parts = self._parts(self._tree, None, "", 0)
        root = Knoop(tag="", nummer=0, pad="", delen=tuple(parts), alt=None, vervangt=None, kenmerken={})
        return Boom(wortel=root, eigenaars=self._owners)

    def _element(self, element: Any, page: Any, path: str, depth: int) -> Knoop:
        self._count += 1
        if depth > _MAX_DEPTH or self._count > _MAX_ELEMENTS or element.objgen in self._seen:
            raise RegietafelError(endless())
        if element.is_indirect:
            self._seen.add(element.objgen)
        alt, actual = element.get("/Alt"), element.get("/ActualText")
        return Knoop(
            tag=self._standard(element),
            nummer=element.objgen[0],
            pad=path,
            delen=tuple(self._parts(element, element.get("/Pg", page), path, depth)),
            alt=None if alt is None else str(alt),
            vervangt=None if actual is None else str(actual),
            kenmerken=self._attributes(element),
        )

    def _parts(self, parent: Any, page: Any, path: str, depth: int) -> Iterator[Knoop | Inhoud | Aantekening]:
        kids = parent.get("/K", pikepdf.Array())
        counts: dict[str, int] = {}
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                yield self._content(page, 0, int(kid), parent)
            elif kid.get("/Type") == "/OBJR":
                yield self._annotation(kid, kid.get("/Pg", page))
            elif kid.get("/Type") == "/MCR":
                stream = kid.get("/Stm")
                yield self._content(kid.get("/Pg", page), stream.objgen[0] if stream else 0, int(kid.MCID), parent)
            elif "/S" in kid:
                tag = self._standard(kid)
                counts[tag] = counts.get(tag, 0) + 1
                steps = [*path.split(" › ")[1 - _PATH :], f"{tag} {counts[tag]}"]
                yield self._element(kid, page, " › ".join(step for step in steps if step), depth + 1)

    def _content(self, page: Any, owner: int, number: int, parent: Any) -> Inhoud:
        blad = self._pages.get(page.objgen) if page is not None else None
        if blad is None:
            return Inhoud(bladzijde=1, stukken=None)
        key = (blad.nummer, (owner, number))
        self._owners[key] = parent.objgen[0]
        texts = self._texts.get(key)
        return Inhoud(
            bladzijde=blad.nummer, stukken=None if texts is None and not blad.te_groot else tuple(texts or ())
        )

    def _annotation(self, reference: Any, page: Any) -> Aantekening:
        target = reference.get("/Obj", {})
        blad = self._pages.get(page.objgen) if page is not None else None
        return Aantekening(
            soort=str(target.get("/Subtype", "/"))[1:],
            omschrijving=str(target.get("/Contents", "")),
            bladzijde=blad.nummer if blad else None,
        )

    def _standard(self, element: Any) -> str:
        tag = element.S
        for _step in range(10):
            if str(tag) not in self._roles:
                break
            tag = self._roles[str(tag)]
        return str(tag)[1:]

    def _attributes(self, element: Any) -> dict[str, object]:
        found: dict[str, object] = {}
        named = element.get("/C", pikepdf.Array())
        classes = [
            self._classes.get(str(each), {}) for each in (named if isinstance(named, pikepdf.Array) else [named])
        ]
        for holder in (*classes, element.get("/A", {})):
            for each in holder if isinstance(holder, pikepdf.Array) else [holder]:
                if isinstance(each, pikepdf.Dictionary):
                    found |= {str(key)[1:]: value for key, value in each.items()}
        return found


def endless() -> str:
    """The sentence for a tree that goes round or too deep."""
    return _(
        "De tags in deze PDF verwijzen naar elkaar of zijn te diep genest. Het bestand is beschadigd; maak het opnieuw."
    )
