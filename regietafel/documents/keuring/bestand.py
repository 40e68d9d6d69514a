"""What the file says about itself, and all there is to judge, read once."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf

from regietafel.documents.keuring.blad import Blad
from regietafel.documents.keuring.blad_lezen import read_pages
from regietafel.documents.keuring.boom import Boom, read_tree
from regietafel.documents.keuring.openen import decoded

_MAX_PAGES = 2_000
_MAX_XMP = 2**20
_NAMESPACES = {"pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/"}
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


@dataclass(frozen=True, kw_only=True)
class Bestand:
    """A PDF, read; ``claims`` are the standards it says it meets, such as ``PDF/A-2a``."""

    claims: tuple[str, ...]
    taal: str
    titel: str  # in the document information
    titel_xmp: str
    toont_titel: bool
    bladwijzers: bool
    bladen: tuple[Blad, ...]
    aantal: int  # of pages, also those that were not read
    boom: Boom | None
    losse_bladen: frozenset[int]  # pages whose marks do not lead back to their elements


def read_file(pdf: pikepdf.Pdf) -> Bestand:
    """Everything that is judged. Raises RegietafelError for a file that asks too much."""
    root = pdf.Root
    claims, titel_xmp = read_xmp(pdf)
    bladen = tuple(read_pages(pdf, _MAX_PAGES))
    boom = read_tree(pdf, bladen)
    return Bestand(
        claims=claims,
        taal=str(root.get("/Lang", "")),
        titel=str(pdf.docinfo.get("/Title", "")),
        titel_xmp=titel_xmp,
        toont_titel=bool(_dictionary(root, "/ViewerPreferences").get("/DisplayDocTitle", False)),
        bladwijzers="/First" in _dictionary(root, "/Outlines"),
        bladen=bladen,
        aantal=len(pdf.pages),
        boom=boom,
        losse_bladen=_loose_pages(pdf, bladen, boom) if boom else frozenset(),
    )


def _dictionary(holder: Any, key: str) -> Any:
    value = holder.get(key)
    return value if isinstance(value, pikepdf.Dictionary) else pikepdf.Dictionary()


def _loose_pages(pdf: pikepdf.Pdf, bladen: tuple[Blad, ...], boom: Boom) -> frozenset[int]:
    """The pages from whose marks a reader does not find the element, as it must when something is pointed at."""
    numbers: dict[int, Any] = {}
    with contextlib.suppress(Exception):  # a tree of numbers can be broken in many ways: then it leads nowhere
        numbers = dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())
    loose = set()
    for blad in bladen:
        key = pdf.pages[blad.nummer - 1].obj.get("/StructParents")
        found = numbers.get(int(key)) if isinstance(key, int) else None
        owners: list[Any] = list(found) if isinstance(found, pikepdf.Array) else []
        for merk in blad.merken:
            owner = boom.eigenaars.get((blad.nummer, merk))
            if merk[0] or owner is None:
                continue
            here = owners[merk[1]] if 0 <= merk[1] < len(owners) else None
            if not isinstance(here, pikepdf.Dictionary) or here.objgen[0] != owner:
                loose.add(blad.nummer)
                break
    return frozenset(loose)


def read_xmp(pdf: pikepdf.Pdf) -> tuple[tuple[str, ...], str]:
    """The standards the file claims and its title; nothing when the metadata cannot be read."""
    stream = pdf.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return (), ""
    data = decoded(stream)
    if len(data) > _MAX_XMP or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return (), ""
    try:
        tree = ET.fromstring(data.decode("utf-8-sig").strip())  # noqa: S314 - no entities: refused above
    except (ET.ParseError, UnicodeDecodeError, ValueError):
        return (), ""
    values: dict[str, str] = {}
    title = ""
    for element in tree.iter():
        values |= {key: value.strip() for key, value in element.attrib.items()}
        values[element.tag] = (element.text or "").strip()
        if element.tag == _DC_TITLE:
            title = next((each.text or "" for each in element.iter(f"{_RDF}li")), "")
    part_a = values.get(f"{{{_NAMESPACES['pdfaid']}}}part")
    conformance = values.get(f"{{{_NAMESPACES['pdfaid']}}}conformance", "")
    part_ua = values.get(f"{{{_NAMESPACES['pdfuaid']}}}part")
    claims = [f"PDF/UA-{part_ua}"] if part_ua else []
    claims += [f"PDF/A-{part_a}{conformance.lower()}"] if part_a else []
    return tuple(claim[:20] for claim in claims), title
