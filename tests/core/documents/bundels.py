"""Documents and foreign PDFs to put together, as tests need them."""

from __future__ import annotations

import datetime
import io
import re
import struct
import zipfile
import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from regietafel.documents.blocks import (
    Block,
    Column,
    Document,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Run,
    Table,
    text,
)
from regietafel.documents.pdf.render import render_pdf

DATUM = datetime.date(2023, 7, 3)


def document(naam: str, *more: Block) -> Document:
    """Two pages with a table under merged headers, a list, a link and a footnote."""
    link = Run(text="de regels", link="https://wetten.overheid.nl")
    note = Run(text="een noot", note=text(f"Noot van {naam}."))
    columns = (
        Column(header="Gemeente"),
        Column(header="Oud", numeric=True, group="Aantal"),
        Column(header="Nieuw", numeric=True, group="Aantal"),
    )
    blocks = (
        Heading(content=text(naam)),
        Paragraph(content=(Run(text=f"Tekst van {naam}, volgens "), link, Run(text=" en met "), note)),
        Heading(content=text("De getallen"), level=2),
        Table(columns=columns, rows=(("Almelo", "113", "118"), ("Borne", "38", "33")), summary="De getallen"),
        PageBreak(),
        Heading(content=text("Afspraken"), level=2),
        ListBlock(items=(ListItem(content=text(f"Punt van {naam}")),)),
        *more,
    )
    return Document(title=naam, author="Regietafel", subject=naam, kenmerk="HV-1", datum=DATUM, blocks=blocks)


def letter(naam: str, *more: Block) -> bytes:
    """That document as PDF."""
    return render_pdf(document(naam, *more))


def plain() -> bytes:
    """A PDF without tags, of two pages, the second of which is shown turned."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(842, 595), invariant=1)
    canvas.drawString(100, 300, "Kaal")
    canvas.bookmarkPage("kaal")
    canvas.addOutlineEntry("Kaal", "kaal", 0)
    canvas.linkRect("", "kaal", (10, 10, 50, 50))
    canvas.showPage()
    canvas.setPageRotation(90)
    canvas.drawString(100, 100, "Gedraaid")
    canvas.save()
    return target.getvalue()


def foreign() -> bytes:
    """A tagged PDF as others make them: own types, named goals, classes, bare marks, numbers in kids."""
    with pikepdf.open(io.BytesIO(letter("Vreemd"))) as pdf:
        tree = pdf.Root.StructTreeRoot
        tree.RoleMap = Dictionary(Kop=Name.Titel, Titel=Name.H1)
        tree.K.K[0].S = Name.Kop
        tree.K.K[0].K = tree.K.K[0].K[0]
        tree.K.K[1].K[0] = Dictionary(Type=Name.MCR, Pg=tree.K.K[1].Pg, MCID=tree.K.K[1].K[0])
        tree.ClassMap = Dictionary(Rechts=Dictionary(O=Name.Layout, TextAlign=Name.End))
        tree.K.K[1].C = Name.Rechts
        tree.ParentTree = pdf.make_indirect(Dictionary(Kids=Array([pdf.make_indirect(tree.ParentTree)])))
        second = pdf.pages[1].obj
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("daar"), Array([second, Name.Fit])])))
        link = pdf.pages[0].Annots[0]
        link.A = Dictionary(S=Name.GoTo, D=String("daar"))
        pdf.Root.Lang = String("de-DE")
        target = io.BytesIO()
        pdf.save(target)
        return target.getvalue()


def printed() -> bytes:
    """A PDF for everyone and for the archive in the inks of a press, which one file of ours cannot have."""
    with pikepdf.open(io.BytesIO(letter("Drukwerk"))) as pdf:
        intent = pdf.Root.OutputIntents[0]
        profile = bytearray(intent.DestOutputProfile.read_bytes())
        profile[12:20] = b"prtrCMYK"
        intent.DestOutputProfile = pdf.make_stream(bytes(profile), N=4)
        for page in pdf.pages:
            drawn = re.sub(rb"[\d.]+ [\d.]+ [\d.]+ rg\b", b"0 0 0 1 k", page.Contents.read_bytes())
            page.Contents = pdf.make_stream(re.sub(rb"[\d.]+ [\d.]+ [\d.]+ RG\b", b"0 0 0 1 K", drawn))
        target = io.BytesIO()
        pdf.save(target)
        return target.getvalue()


def with_entry(key: str, value: object) -> bytes:
    """The plain PDF with something more in its root."""
    with pikepdf.open(io.BytesIO(plain())) as pdf:
        pdf.Root[key] = value
        target = io.BytesIO()
        pdf.save(target)
        return target.getvalue()


def png() -> bytes:
    """A picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\1\2\3")) + chunk(b"IEND", b"")


def photo(size: tuple[int, int] = (60, 40), form: str = "JPEG", mode: str = "RGB", **more: Any) -> bytes:
    """A picture that is white above and dark below, with its first corner in grey."""
    picture = Image.new("L", size, 255)
    picture.paste(20, (0, size[1] // 2, size[0], size[1]))
    picture.paste(130, (0, 0, size[0] // 4, size[1] // 4))
    target = io.BytesIO()
    picture.convert(mode).save(target, form, **more)
    return target.getvalue()


def office(main: str = "word/document.xml", **parts: str | bytes) -> bytes:
    """A file of Word, or of Excel when ``main`` is its workbook, with these parts (``__`` for a slash) as well."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(main, "<x/>")
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_rels", ".rels"), content)
    return target.getvalue()
