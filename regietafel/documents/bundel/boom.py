"""One tree of tags out of several: what a screen reader walks through (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

_MOST = 2_000_000  # elements; what has more is no document
_MAX_ROLES = 20  # names for each other, one after the other
# The types a reader knows (14.8.4): a role map never renames these.
_STANDARD = frozenset(
    """Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl
    LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT
    WP Figure Formula Form""".split()  # noqa: SIM905 - names to read, not strings
)


@dataclass(frozen=True, kw_only=True)
class Tak:
    """A tree that is already in the file, the pages it is about, its title, and its language when that is another."""

    titel: str
    boom: Object
    bladen: Sequence[Object]
    taal: str = ""


def join_trees(pdf: pikepdf.Pdf, takken: Sequence[Tak]) -> None:
    """Put the trees under one ``Document``, each as a ``Part`` with its title, and tie their pages to it again."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
    numbers: list[Any] = []
    names: dict[bytes, Object] = {}
    classes: dict[str, Object] = {}
    parts = []
    start = 0
    for number, tak in enumerate(takken, start=1):
        if any(key in tak.boom for key in ("/RoleMap", "/IDTree", "/ClassMap")):
            _rename(tak.boom, f"d{number}-".encode(), names, classes)
        parts.append(_part(pdf, tak, top))
        owners = dict(_flat(tak.boom.ParentTree)) if "/ParentTree" in tak.boom else {}
        numbers += chain.from_iterable((start + key, owner) for key, owner in owners.items())
        start = max([start, *(start + key + 1 for key in owners), *_move(tak.bladen, start)])
    top.K = Array(parts)
    tree.K = top
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    tree.ParentTreeNextKey = start
    if names:
        pairs = chain.from_iterable((String(key), names[key]) for key in sorted(names))
        tree.IDTree = pdf.make_indirect(Dictionary(Names=Array(pairs)))
    if classes:
        tree.ClassMap = Dictionary(classes)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def elements(tree: Object) -> Iterator[Object]:
    """Every element under the root of a tree, each once."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [tree.get("/K")]
    count = 0
    while waiting and count < _MOST:
        each = waiting.pop()
        if isinstance(each, Array):
            waiting += reversed(list(each))
        elif isinstance(each, Dictionary) and "/S" in each:
            if each.is_indirect:
                if each.objgen in seen:
                    continue
                seen.add(each.objgen)
            count += 1
            yield each
            waiting.append(each.get("/K"))


def _part(pdf: pikepdf.Pdf, tak: Tak, parent: Object) -> Object:
    """The element of one part: what was its ``Document``, or a new one around what it has."""
    found = tak.boom.get("/K")
    kids = _dictionaries(found)
    if len(kids) == 1 and kids[0].get("/S") == Name.Document:
        part: Object = kids[0] if kids[0].is_indirect else pdf.make_indirect(kids[0])
    else:
        part = pdf.make_indirect(Dictionary(Type=Name.StructElem, K=Array(kids)))
        for kid in kids:
            kid.P = part
    part.S = Name.Part
    part.P = parent
    part.T = String(tak.titel)
    if tak.taal:
        part.Lang = String(tak.taal)
    return part


def _rename(tree: Object, prefix: bytes, names: dict[bytes, Object], classes: dict[str, Object]) -> None:
    """Give every element its standard type, and a name that no other part has; note the names and the classes."""
    roles = {str(key).lstrip("/"): str(value).lstrip("/") for key, value in tree.get("/RoleMap", {}).items()}
    before = prefix.decode()
    classes |= {f"/{before}{str(key).lstrip('/')}": value for key, value in tree.get("/ClassMap", {}).items()}
    done: set[tuple[int, int]] = set()
    for element in elements(tree):
        role = str(element.S).lstrip("/")
        for _turn in range(_MAX_ROLES):
            if role in _STANDARD or role not in roles:
                break
            role = roles[role]
        element.S = Name("/" + role)
        if "/ID" in element:
            key = prefix + bytes(element.ID)
            element.ID = String(key)
            names[key] = element
        if "/C" in element:
            element.C = _prefixed_classes(element.C, before)
        for attributes in _dictionaries(element.get("/A")):
            if "/Headers" not in attributes or (attributes.is_indirect and attributes.objgen in done):
                continue
            done.add(attributes.objgen)
            attributes.Headers = Array([String(prefix + bytes(each)) for each in attributes.Headers])


def _prefixed_classes(found: Any, prefix: str) -> Object:
    if isinstance(found, Array):
        return Array([_prefixed_classes(each, prefix) if isinstance(each, Name) else each for each in found])
    return Name(f"/{prefix}{str(found).lstrip('/')}")


def _dictionaries(attributes: Any) -> list[Any]:
    found = list(attributes) if isinstance(attributes, Array) else [attributes]
    return [each for each in found if isinstance(each, Dictionary)]


def _flat(node: Any, depth: int = 0) -> Iterator[tuple[int, Object]]:
    """The pairs of a number tree."""
    pairs = list(node.get("/Nums", []))
    yield from zip(map(int, pairs[::2]), pairs[1::2], strict=False)
    for kid in node.get("/Kids", []) if depth < _MAX_ROLES else ():
        yield from _flat(kid, depth + 1)


def _move(bladen: Sequence[Object], start: int) -> list[int]:
    """Raise the keys by which pages, links and drawings find their element; return the first keys free after them."""
    free = []
    drawn: set[tuple[int, int]] = set()
    for page in bladen:
        for holder in (page, *page.get("/Annots", []), *_drawings(page, drawn)):
            for key in ("/StructParents", "/StructParent"):
                if key in holder:
                    holder[key] = start + int(holder[key])
                    free.append(int(holder[key]) + 1)
    return free


def _drawings(holder: Object, seen: set[tuple[int, int]], depth: int = 0) -> Iterator[Object]:
    """The pictures and forms drawn on a page or in a form, each once."""
    resources = holder.get("/Resources")
    found = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    if not isinstance(found, Dictionary) or depth >= _MAX_ROLES:
        return
    for _name, each in found.items():
        if isinstance(each, pikepdf.Stream) and each.objgen not in seen:
            seen.add(each.objgen)
            yield each
            yield from _drawings(each, seen, depth + 1)
