"""A picture among the annexes: a page of its own, that everyone can read and that tells no more than one sees."""

from __future__ import annotations

import contextlib
import io
import itertools
import re
import struct
import zlib
from typing import Any, cast

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from regietafel.documents.beeldmerk import Plaatje, read_picture
from regietafel.documents.blocks import Picture
from regietafel.documents.bundel.bijlage import read_bijlage
from regietafel.documents.bundel.dossier import make_dossier
from regietafel.documents.keuring.keuren import keur
from regietafel.documents.opmaak import Opmaak
from regietafel.documents.plain import as_text
from regietafel.errors import RegietafelError
from regietafel.queries.bijlagen import Meegestuurd
from tests.core.documents.bundels import DATUM, letter, photo
from tests.core.documents.reading import read

UPSIDE_DOWN, QUARTER = 3, 6  # of what the camera says about how it was held


def dossier(*pictures: tuple[str, bytes], titel: str = "Kaart van Borne", opmaak: Opmaak | None = None) -> bytes:
    """One document of two pages, and these pictures."""
    return make_dossier(
        titel="Dossier HV-1",
        author="Regietafel Twente",
        kenmerk="HV-1",
        datum=DATUM,
        stukken=[("Brief", letter("Brief"))],
        bijlagen=[Meegestuurd(titel=titel, bestandsnaam=naam, inhoud=data) for naam, data in pictures],
        opmaak=opmaak or Opmaak(),
    ).pdf


def images(pdf: bytes) -> list[Image.Image]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [
            pikepdf.PdfImage(cast(pikepdf.Stream, image)).as_pil_image()
            for page in opened.pages
            for image in page.get_images().values()
        ]


def opened(picture: Plaatje) -> Image.Image:
    return Image.open(io.BytesIO(picture.inhoud))


def exif(turned: int) -> Any:
    made = Image.Exif()
    made[0x0112] = turned
    made[0x010E] = "gemaakt door een ambtenaar"
    made[0x8825] = {1: "N", 2: (52.0, 18.0, 3.0), 3: "E", 4: (6.0, 45.0, 9.0)}  # where it was taken
    return made


FORMS: dict[str, tuple[str, bytes]] = {
    "kaart": ("kaart.png", photo((1600, 900), "PNG")),
    "staand": ("staand.png", photo((900, 4000), "PNG", "L")),
    "doorzichtig": ("logo.png", photo((300, 300), "PNG", "RGBA")),
    "palet": ("palet.png", photo((300, 300), "PNG", "P", transparency=0)),
    "bits": ("bits.png", photo((300, 300), "PNG", "1")),
    "zestien": ("zestien.png", photo((300, 300), "PNG", "I;16")),
    "interlaced": ("punt.png", photo((1, 1), "PNG")),
    "foto": ("foto.jpg", photo((4000, 3000))),
    "grijs": ("grijs.jpeg", photo((300, 900), mode="L")),
    "cmyk": ("druk.jpg", photo((500, 400), mode="CMYK")),
    "progressief": ("web.jpg", photo((700, 500), progressive=True)),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_is_a_page_that_meets_both_standards(form: str) -> None:
    made = dossier(FORMS[form])
    oordeel = keur(made)
    assert oordeel.voldoet == {"PDF/UA-1": True, "PDF/A-2a": True}
    assert oordeel.goed, oordeel.bevindingen
    assert dossier(FORMS[form]) == made
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) == 4 and not pdf.attachments
        assert [str(each.title) for each in pdf.open_outline().root][-1] == "Bijlage 1: Kaart van Borne"
    (image,) = images(made)
    assert image.mode in {"RGB", "L"} and image.width <= 2000 and image.height <= 2700


def test_a_screen_reader_says_what_it_is() -> None:
    root = read(dossier(FORMS["kaart"], titel="kaart.png")).root  # as when nobody gave it a title
    (figure,) = root.find("Figure")
    assert figure.alt == "Afbeelding: kaart.png"
    assert [each.text for each in figure.find("Caption")] == ["Bestand: kaart.png"]
    assert [each.text for each in root.find("H1")][-1] == "Bijlage 1: kaart.png"
    left, bottom, right, top = map(float, re.findall(r"\d+\.?\d*", figure.attributes["/BBox"]))
    assert abs((right - left) / (top - bottom) - 16 / 9) < 0.01


def test_a_text_of_it_names_it() -> None:
    picture = read_picture(photo(), "JPEG", "foto.jpg")
    block = Picture(plaatje=picture, alternatief="Afbeelding: Foto", bijschrift="Bestand: foto.jpg")
    assert as_text([block]) == "Afbeelding: Foto\nBestand: foto.jpg"


def test_it_stands_as_it_was_taken() -> None:
    plain = opened(read_picture(photo(), "JPEG", "foto.jpg"))
    turned = opened(read_picture(photo(exif=exif(UPSIDE_DOWN)), "JPEG", "foto.jpg"))
    assert plain.getpixel((55, 5)) == (255, 255, 255) and turned.getpixel((55, 5)) == (20, 20, 20)
    quarter = read_picture(photo(exif=exif(QUARTER)), "JPEG", "foto.jpg")
    assert (quarter.breedte, quarter.hoogte) == (40, 60)


@pytest.mark.parametrize("turned", range(1, 9))
def test_however_the_camera_was_held(turned: int) -> None:
    taken = photo((60, 40), "PNG", exif=exif(turned))
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(taken)))
    assert opened(read_picture(taken, "PNG", "foto.png")).tobytes() == upright.tobytes()


def test_a_camera_that_talks_nonsense_spoils_no_picture() -> None:
    good = photo(exif=exif(QUARTER))
    start = good.index(b"Exif\0\0")
    for at, said in itertools.product(range(start + 6, start + 90), (0, 2, 5, 7, 12, 255)):
        foto = good[:at] + bytes([said]) + good[at + 1 :]
        with contextlib.suppress(RegietafelError):
            read_picture(foto, "JPEG", "foto.jpg")


def test_nothing_but_what_one_sees_is_left() -> None:
    made = dossier(
        ("foto.jpg", photo(exif=exif(1), comment=b"geheim", icc_profile=b"geen profiel geheim")),
        ("kaart.png", photo(form="PNG", exif=exif(1), icc_profile=b"geen profiel geheim")),
    )
    for picture in images(made):
        assert not picture.getexif()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        raw = b"".join(each.read_raw_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream))
    for said in (b"geheim", b"ambtenaar", b"Exif", b"GPS"):
        assert said not in raw and said not in made


def test_a_photograph_is_as_large_as_a_page_shows() -> None:
    large = read_picture(photo((6000, 4000)), "JPEG", "foto.jpg")
    assert (large.breedte, large.hoogte) == (2000, 1333)
    small = read_picture(photo((60, 40)), "JPEG", "foto.jpg")
    assert (small.breedte, small.hoogte) == (60, 40)


def test_a_long_title_and_a_logo_leave_room_on_the_page() -> None:
    logo = Opmaak(logo=photo((400, 250), "PNG"), logo_tekst="Logo", logo_breedte=60, voettekst="Postbus 1, 7500 AA")
    made = dossier(FORMS["staand"], titel="Een titel die lang is en over meer regels loopt " * 4, opmaak=logo)
    root = read(made).root
    (heading,) = [each for each in root.find("H1") if each.text.startswith("Bijlage 1")]
    assert heading.pages == root.find("Figure")[-1].pages == {3}
    assert keur(made).voldoet == {"PDF/UA-1": True, "PDF/A-2a": True}


def bomb(wide: int, high: int) -> bytes:
    """A PNG of a hundred bytes that says it is this large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    head = struct.pack(">LLBBBBB", wide, high, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"0")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(60_000, 60_000), (8_001, 5_000), (1, 2**31 - 1)])
def test_what_grows_without_end_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(RegietafelError, match=r"“kaart\.png” heeft te veel beeldpunten"):
        read_bijlage("kaart.png", bomb(*size))


@settings(max_examples=150)
@given(st.sampled_from(sorted(FORMS)), st.data())
def test_whatever_is_broken_in_it_there_is_a_page_or_a_sentence(form: str, data: st.DataObject) -> None:
    naam, good = FORMS[form] if form != "foto" else ("foto.jpg", photo(exif=exif(1)))
    broken = bytearray(good)
    for at in data.draw(st.lists(st.integers(0, min(len(broken), 900) - 1), max_size=6)):
        broken[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(broken)))
    try:
        found = read_bijlage(naam, bytes(broken[: cut or None]))
    except RegietafelError as error:
        assert str(error).endswith(".")
        return
    assert found.plaatje and opened(found.plaatje).mode == ("L" if found.plaatje.grijs else "RGB")
