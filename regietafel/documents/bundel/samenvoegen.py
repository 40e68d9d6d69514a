"""Several PDFs as one, with their tags, links, bookmarks and page numbers."""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from regietafel.documents.bundel.boom import Tak, join_trees
from regietafel.documents.bundel.doelen import Bookmark, Goals, write_bookmarks
from regietafel.documents.bundel.gedeeld import share
from regietafel.documents.bundel.stempel import stamp
from regietafel.documents.pdf.archive import save, save_as_is
from regietafel.errors import RegietafelError
from regietafel.i18n import _

_TO_PART = "https://deel.invalid/"  # no such host can exist (RFC 2606)
_CLAIMS = {"PDF/A": ("pdfaid:part", "pdfaid:conformance"), "PDF/UA": ("pdfuaid:part",)}
NORMEN = frozenset(_CLAIMS)
DOSSIER = _("Dossier")


@dataclass(frozen=True, kw_only=True)
class Deel:
    """A PDF; without ``getagd`` only its pages and bookmarks are taken over."""

    titel: str
    inhoud: bytes
    getagd: bool = True


def link_to(number: int) -> str:
    """What the first part writes as a link to the first page of a part, counted from 0."""
    return f"{_TO_PART}{number}"


def merge(delen: Sequence[Deel], *, normen: Collection[str] = NORMEN, naam: str = DOSSIER) -> bytes:
    """The parts in this order; what the file says about itself is what the first part says of itself.

    Every page is numbered in the whole, by its ``naam``: “Dossier 12/57”. Of the standards that the first part says
    it meets the file names only ``normen``. Equal parts give equal bytes. Raises RegietafelError for a part that cannot
    be read.
    """
    with ExitStack() as stack:
        sources = [stack.enter_context(opened_part(deel)) for deel in delen]
        pdf = sources[0]
        language = str(pdf.Root.get("/Lang", ""))
        trees, bookmarks, starts = [], [], []
        for deel, source in zip(delen, sources, strict=True):
            start = 0 if source is pdf else len(pdf.pages)
            goals = Goals(source)
            goals.make_explicit()
            bookmarks.append(Bookmark(deel.titel, start, [Name.Fit], goals.bookmarks(start)))
            starts.append(start)
            tree = source.Root.get("/StructTreeRoot") if deel.getagd else None
            if tree is None:
                _untag(goals.pages)
            if source is not pdf:
                pdf.pages.extend(source.pages)
                # The pages went first: what refers to a page now refers to the one in the whole.
                tree = tree if tree is None else pdf.copy_foreign(tree)
            trees.append((tree, str(source.Root.get("/Lang", ""))))
        pages = [page.obj for page in pdf.pages]
        ends = [*starts[1:], len(pages)]
        takken = [
            Tak(titel=deel.titel, boom=tree, bladen=pages[start:end], taal="" if said == language else said)
            for deel, (tree, said), start, end in zip(delen, trees, starts, ends, strict=True)
            if tree is not None
        ]
        join_trees(pdf, takken)
        write_bookmarks(pdf, bookmarks)
        _link_parts(pages[: ends[0]], [pages[start] for start in starts], delen)
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        share(pdf)
        stamp(pdf, [f"{naam} {number}/{len(pages)}" for number in range(1, len(pages) + 1)])
        if dropped := NORMEN.difference(normen):
            _drop_claims(pdf, dropped)
        return save_as_is(pdf) or save(pdf)


def opened_part(deel: Deel) -> pikepdf.Pdf:
    """The PDF of a part. Raises RegietafelError that names the part when it cannot be read."""
    try:
        return pikepdf.open(io.BytesIO(deel.inhoud))
    except pikepdf.PdfError as error:
        raise unreadable(deel) from error


def unreadable(deel: Deel) -> RegietafelError:
    """What to say of a part that cannot be read."""
    said = _("{titel}: deze PDF is beschadigd of beveiligd. Maak het bestand opnieuw.")
    return RegietafelError(said.format(titel=deel.titel))


def _untag(pages: Sequence[Any]) -> None:
    """Take the keys off that would lead to the elements of another part."""
    for page in pages:
        for holder in (page, *page.get("/Annots", [])):
            for key in ("/StructParents", "/StructParent"):
                if key in holder:
                    del holder[key]


def _link_parts(pages: Sequence[Any], starts: Sequence[Any], delen: Sequence[Deel]) -> None:
    """Let the links of the contents lead to their parts."""
    for page in pages:
        for annotation in page.get("/Annots", []):
            url = str(annotation.get("/A", Dictionary()).get("/URI", ""))
            if url.startswith(_TO_PART):
                number = int(url.removeprefix(_TO_PART))
                del annotation["/A"]
                annotation.Dest = Array([starts[number], Name.Fit])
                annotation.Contents = String(_("Naar {titel}").format(titel=delen[number].titel))


def _drop_claims(pdf: pikepdf.Pdf, dropped: Collection[str]) -> None:
    """Say no longer that the file meets these standards."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key in (key for norm in dropped for key in _CLAIMS[norm]):
            if key in metadata:
                del metadata[key]
