"""A picture of points on paper, taken over as it was compressed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Dictionary, Name

from regietafel.documents.pdf.pages import Strip
from regietafel.documents.pdf.pen import Pen
from regietafel.documents.pdf.tags import Element

if TYPE_CHECKING:
    from regietafel.documents.beeldmerk import Plaatje

_AROUND = 5.0  # above and below it
_LARGEST = 0.75  # points of the paper for a point of the picture: larger one sees the blocks


def picture_strip(plaatje: Plaatje, owner: Element, left: float, width: float, height: float) -> Strip[Pen]:
    """The picture as large as it can be within ``width`` and ``height``; it belongs to ``owner``."""
    scale = min(width / plaatje.breedte, (height - 2 * _AROUND) / plaatje.hoogte, _LARGEST)
    wide, high = plaatje.breedte * scale, plaatje.hoogte * scale

    def draw(pen: Pen, top: float) -> None:
        upper = pen.height - top - _AROUND

        def place(canvas: Any) -> None:
            canvas.addLiteral(f"{wide:.3f} 0 0 {high:.3f} {left:.3f} {upper - high:.3f} cm {_name(plaatje)} Do")

        pen.picture(owner, (left, upper - high, left + wide, upper), place)

    return Strip(height=high + 2 * _AROUND, draw=draw)


def embed_pictures(pdf: pikepdf.Pdf, plaatjes: Sequence[Plaatje]) -> None:
    """Put the pictures where the drawing refers to them."""
    images = {_name(each): _image(pdf, each) for each in plaatjes}
    for page in pdf.pages if images else ():  # they may share their resources
        page.Resources.XObject = Dictionary({**dict(page.Resources.get("/XObject", {})), **images})


def image_of_png(pdf: pikepdf.Pdf, png: bytes, breedte: int, hoogte: int, *, grijs: bool = False) -> pikepdf.Stream:
    """A PDF takes the compressed pixels of a PNG as they are: eight bits a colour, row after row."""
    pixels = b"".join(_idat(png))
    return pdf.make_stream(
        pixels + b"\n" if pixels.endswith(b"\r") else pixels,  # as in save()
        **_kind(breedte, hoogte, grijs),
        Filter=Name.FlateDecode,
        DecodeParms=Dictionary(Predictor=15, Colors=1 if grijs else 3, Columns=breedte),
    )


def _image(pdf: pikepdf.Pdf, plaatje: Plaatje) -> pikepdf.Stream:
    inhoud, breedte, hoogte, grijs = plaatje
    if inhoud.startswith(b"\x89PNG"):
        return image_of_png(pdf, inhoud, breedte, hoogte, grijs=grijs)
    parms = Dictionary(ColorTransform=0 if grijs else 1)  # the default, and the sign to save() to leave it as it is
    return pdf.make_stream(inhoud, **_kind(breedte, hoogte, grijs), Filter=Name.DCTDecode, DecodeParms=parms)


def _kind(breedte: int, hoogte: int, grijs: bool) -> dict[str, Any]:
    return {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": breedte,
        "Height": hoogte,
        "ColorSpace": Name.DeviceGray if grijs else Name.DeviceRGB,
        "BitsPerComponent": 8,
    }


def _idat(png: bytes) -> Iterator[bytes]:
    """The parts of the pixels of a PNG of ours (ISO/IEC 15948, 5.3)."""
    at = 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            yield png[at + 8 : at + 8 + length]
        at += 12 + length


def _name(plaatje: Plaatje) -> str:
    """By what the page refers to it."""
    return f"/Beeld{hashlib.sha256(plaatje.inhoud).hexdigest()[:16]}"
