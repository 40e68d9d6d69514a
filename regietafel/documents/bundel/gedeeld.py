"""Equal fonts, pictures and colour profiles of several PDFs as one, so that a bundle is no larger than it need be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

_MAX_DEPTH = 10  # of forms in forms
_Known = dict[bytes, pikepdf.Object]


def share(pdf: pikepdf.Pdf) -> None:
    """Let what is the same, byte for byte, be one object."""
    known: _Known = {}
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        _share_in(page.obj.get("/Resources"), known, seen)


def _share_in(resources: Any, known: _Known, seen: set[tuple[int, int]], depth: int = 0) -> None:
    if not isinstance(resources, Dictionary) or depth > _MAX_DEPTH:
        return
    for font in _new(resources, "/Font", seen):
        _replace(font, "/ToUnicode", known)
        for described in (font, *font.get("/DescendantFonts", [])):
            descriptor = described.get("/FontDescriptor", Dictionary())
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                _replace(descriptor, key, known)
    for space in _new(resources, "/ColorSpace", seen):
        if isinstance(space, Array) and len(space) == 2 and space[0] == Name.ICCBased:
            space[1] = _one(space[1], known)
    drawings = resources.get("/XObject")
    if not isinstance(drawings, Dictionary):
        return
    for name, drawing in drawings.items():
        if not isinstance(drawing, pikepdf.Stream):
            continue
        if drawing.get("/Subtype") == Name.Image:
            _replace(drawing, "/SMask", known)
            if "/StructParent" not in drawing:  # that is a mark of its own in the tree
                drawings[name] = _one(drawing, known)
        elif drawing.objgen not in seen:
            seen.add(drawing.objgen)
            _share_in(drawing.get("/Resources"), known, seen, depth + 1)


def _new(resources: Any, key: str, seen: set[tuple[int, int]]) -> Iterator[Any]:
    """What the resources name under ``key`` and was not seen before."""
    named = resources.get(key)
    if not isinstance(named, Dictionary):
        return
    for _name, each in named.items():
        if isinstance(each, Dictionary | Array) and each.is_indirect:
            if each.objgen in seen:
                continue
            seen.add(each.objgen)
        yield each


def _replace(holder: Any, key: str, known: _Known) -> None:
    found = holder.get(key)
    if isinstance(found, pikepdf.Stream):
        holder[key] = _one(found, known)


def _one(stream: pikepdf.Object, known: _Known) -> pikepdf.Object:
    """The first stream that says the same."""
    said = hashlib.sha256(stream.read_raw_bytes())
    said.update(stream.stream_dict.unparse())
    return known.setdefault(said.digest(), stream)
