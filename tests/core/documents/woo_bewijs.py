"""Documents with secrets in every place, and everything that can be got out of a file."""

from __future__ import annotations

import datetime
import io
import random
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, unquote

import pikepdf
import pytest

from regietafel.documents.blocks import (
    AddressBlock,
    Brongegeven,
    Column,
    Document,
    Figure,
    Heading,
    Inline,
    LetterHead,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Reference,
    Remark,
    Run,
    Signatory,
    Signatures,
    Table,
)
from regietafel.documents.opmaak import Opmaak
from regietafel.documents.woo.tekst import Persoonsgegeven
from regietafel.figures.shapes import Figuur, Polygon, Text, rect

PDFIUM = pytest.importorskip("pypdfium2")

# Words that stand in no template, font or program, so that each find is a leak.
SECRETS = (
    "Q. Zwiebelmuts",
    "Wöltgèns-Kwakkernaat",
    "Xantippe van ’t Groeneveldt",
    "zwiebel.m@tafelland.example",
    "06-98 76 54 31",
    "+31 (0)53 941 27 63",
)
PARTS = ("zwiebelmuts", "woltgens", "kwakkernaat", "xantippe", "groeneveldt", "tafelland", "98765431", "539412763")
WEG = tuple(Persoonsgegeven(tekst=each, grond="5.1.2e", waarom="") for each in SECRETS)


def spelled(secret: str, dice: random.Random) -> str:
    """The same text as someone else would write it."""
    way = dice.choice((str, str.upper, str.lower, nfd, hard_spaces, soft_hyphen, broken))
    return way(secret)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def hard_spaces(text: str) -> str:
    return text.replace(" ", "\u00a0").replace("-", "\u2011")


def soft_hyphen(text: str) -> str:
    return text[:3] + "\u00ad" + text[3:]


def broken(text: str) -> str:
    return text.replace(" ", "\n", 1)


def runs(text: str, dice: random.Random) -> Inline:
    """The text in runs of any style, cut anywhere."""
    cuts = sorted(dice.sample(range(1, len(text)), k=min(dice.randint(0, 3), len(text) - 1)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return tuple(Run(text=piece, bold=dice.random() < 0.5, italic=dice.random() < 0.3) for piece in pieces)


PLACES = (
    "kop", "alinea", "lijst", "sublijst", "cel", "totaal", "kolom", "groep", "samenvatting", "koppeling", "koppeltekst",
    "noot", "noot in noot", "briefhoofd", "adres", "kenmerkregel", "label", "opening", "rol", "naam", "opmerking",
    "figuurtitel", "figuurzin", "figuurtekst", "figuurtip", "figuurrij", "titel", "auteur", "onderwerp", "kenmerk",
    "afzender", "voettekst", "logotekst", "brongegeven", "feit",
)  # fmt: skip


def document(hidden: dict[str, str], dice: random.Random) -> Document:
    """A document with every kind of block, and these texts in these places."""

    def at(place: str, before: str = "Hier staat ", after: str = " en verder.") -> str:
        return before + hidden[place] + after if place in hidden else "Niets bijzonders."

    def inline(place: str) -> Inline:
        return runs(at(place), dice)

    link = "https://voorbeeld.example/" + quote(hidden.get("koppeling", "pagina"))
    figuur = Figuur(
        titel=at("figuurtitel"),
        zin=at("figuurzin"),
        velden=(),
        rijen=(at("figuurrij"),),
        breedte=200,
        hoogte=80,
        vormen=(
            Polygon(rings=(rect(5, 5, 50, 20),), fill="accent", tip=at("figuurtip")),
            Text(words=at("figuurtekst").replace("\n", " "), x=5, y=60),
        ),
    )
    note = (Run(text=at("noot"), note=(Run(text=at("noot in noot")),)),)
    blocks = (
        LetterHead(sender=at("briefhoofd"), lines=("Postbus 1", at("briefhoofd"))),
        AddressBlock(lines=("College", at("adres"))),
        Reference(pairs=((at("label", "", ""), "waarde"), ("Ons kenmerk", at("kenmerkregel")))),
        Heading(content=inline("kop"), level=1),
        Paragraph(content=inline("alinea")),
        Paragraph(content=(Run(text="Zie "), Run(text="hier", link=link), Run(text=".", note=note))),
        Paragraph(content=(Run(text=at("koppeltekst"), link="https://voorbeeld.example"), Run(text=" slot"))),
        PageBreak(),
        ListBlock(
            items=(
                ListItem(content=inline("lijst"), sublist=ListBlock(items=(ListItem(content=inline("sublijst")),))),
                ListItem(content=(Run(text="B&W <b> van 2026"),)),
            )
        ),
        Table(
            columns=(
                Column(header="Gemeente"),
                Column(header=at("kolom", "", ""), group=at("groep", "", "")),
                Column(header="Nieuw", numeric=True, group=at("groep", "", "")),
            ),
            rows=(("Borne", at("cel"), "3"), ("Almelo", inline("cel"), "12")),
            total=("Samen", at("totaal"), "15"),
            summary=at("samenvatting"),
        ),
        Figure(figuur=figuur),
        Remark(content=inline("opmerking")),
        Signatures(opening=at("opening"), signatories=(Signatory(role=at("rol"), name=at("naam")),)),
    )
    return Document(
        title=at("titel").replace("\n", " "),
        author=at("auteur").replace("\n", " "),
        subject=at("onderwerp").replace("\n", " "),
        kenmerk=at("kenmerk").replace("\n", " "),
        datum=datetime.date(2023, 7, 3),
        blocks=blocks,
        opmaak=Opmaak(afzender=(at("afzender"),), voettekst=at("voettekst"), logo_tekst=at("logotekst")),
        brongegevens=(
            Brongegeven(
                bestandsnaam="cijfers.csv", mime="text/csv", inhoud=at("brongegeven").encode(), uitleg=at("brongegeven")
            ),
        ),
        feiten=(("contact", at("feit")),),
    )


def squeezed(text: str) -> str:
    """Small letters and digits only, so that no spelling, hyphen or break hides a text."""
    plain = unicodedata.normalize("NFKD", unquote(text)).casefold()
    return "".join(c for c in plain if c.isalnum() and c.isascii())


def spoken(data: bytes) -> Iterator[str]:
    """Bytes as text, in every encoding in which a text could be in it."""
    yield data.decode("latin-1")
    yield data.decode("utf-8", "ignore")
    for start in (0, 1):
        yield data[start:].decode("utf-16-be", "ignore")
        yield data[start:].decode("utf-16-le", "ignore")
    for chunk in data.replace(b"\n", b"").replace(b" ", b"").split(b"<"):
        digits = chunk.partition(b">")[0]
        if len(digits) > 8 and len(digits) % 2 == 0 and all(c in b"0123456789abcdefABCDEF" for c in digits):
            found = bytes.fromhex(digits.decode())
            yield found.decode("latin-1")
            yield found.decode("utf-16-be", "ignore")


def strings(value: Any, seen: set[tuple[int, int]]) -> Iterator[str]:
    """Every string, name and stream under an object."""
    if isinstance(value, pikepdf.Object) and value.is_indirect:
        if value.objgen in seen:
            return
        seen.add(value.objgen)
    if isinstance(value, pikepdf.Stream):
        yield from spoken(bytes(value.read_raw_bytes()))
        yield from spoken(bytes(value.read_bytes()))
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key in value.keys():  # noqa: SIM118 - a stream is no mapping
            yield str(key)
            yield from strings(value[key], seen)
    elif isinstance(value, pikepdf.Array):
        for each in value:
            yield from strings(each, seen)
    elif isinstance(value, pikepdf.String):
        yield str(value)
        yield from spoken(bytes(value))
    elif isinstance(value, pikepdf.Name):
        yield str(value)


def everything(data: bytes, *, files: bool = False) -> Iterator[str]:
    """All that a PDF says, anywhere."""
    yield from spoken(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert files or not pdf.attachments
        seen: set[tuple[int, int]] = set()
        for each in (pdf.trailer, *pdf.objects):
            yield from strings(each, seen)
        with pdf.open_metadata() as metadata:
            yield str(metadata)
        with pdf.open_outline() as outline:
            yield from (item.title for item in outline.root)
    read = PDFIUM.PdfDocument(data)
    for page in read:
        yield page.get_textpage().get_text_bounded()
    yield " ".join(read.get_metadata_dict().values())
    read.close()


def unzipped(data: bytes) -> Iterator[str]:
    """All that a docx or odt says, with and without its tags."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            yield name
            content = package.read(name)
            yield from spoken(content)
            text = content.decode("utf-8", "ignore")
            yield "".join(part.partition(">")[2] for part in text.split("<"))
            if name.endswith(".png"):
                yield from spoken(_pixels(content))


def _pixels(data: bytes) -> bytes:
    """What is compressed in a PNG, text chunks too."""
    place, found = 8, b""
    while place < len(data):
        size, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        body = data[place + 8 : place + 8 + size]
        found += body if kind != b"IDAT" else b""
        if kind in (b"zTXt", b"iTXt"):
            found += zlib.decompress(body.partition(b"\0")[2][1:])
        place += size + 12
    return found


def leaks(texts: Iterator[str]) -> list[str]:
    found = []
    for text in texts:
        said = squeezed(text)
        found += [f"{part} in …{text[:80]!r}" for part in PARTS if part in said]
    return found
