"""Taking in pictures: a logo of the user becomes a plain PNG that can go into every document, an annex one of a page.

What comes in is not trusted: sizes are judged before anything is unpacked, and what goes on is drawn anew, so that
nothing of the file but its picture remains.
"""

from __future__ import annotations

import contextlib
import io
import struct
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from regietafel.documents.svg import Tekening, check_svg
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_number

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES = 5_000_000
WIDEST = 2_000  # pixels of the logo that is kept
LEAST_DPI = 150  # on paper; with less it looks coarse

_MOST_PIXELS = 40_000_000  # of a logo that is unpacked
_MOST_POINTS = {"PNG": _MOST_PIXELS, "JPEG": 64_000_000}  # of an annex; the large photograph is not unpacked whole
_PAGE = (2_000, 2_700)  # points that a page shows, across and down: about 300 an inch
_QUALITY = 90  # of a JPEG, at which one sees no loss
_DRAWN, _DRAWN_PIXELS = 1_200, 1_500_000  # the width of a drawing, and the pixels it has at most
_DRAWN_WORK = 300_000_000  # at most: every shape may fill every pixel
_KEPT_BYTES = 20_000_000  # of a logo that is kept: drawn anew it can be larger than it was
_INCH = 25.4  # mm
_OPAQUE = b"\x08\x02\0\0\0"  # in the head of a PNG: eight bits of red, green and blue, row after row
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


class Plaatje(NamedTuple):
    """A picture for a page: an opaque PNG or JPEG in sRGB or in grey, without metadata, and its points."""

    inhoud: bytes
    breedte: int
    hoogte: int
    grijs: bool


def read_logo(data: bytes) -> bytes:
    """The logo as an opaque PNG in sRGB, without metadata. Raises RegietafelError with a sentence."""
    if len(data) > MAX_BYTES:
        raise RegietafelError(_("Dit logo is groter dan 5 MB. Sla het kleiner op."))
    if data.startswith((_PNG, _JPEG)):
        return _from_pixels(data)
    if b"<" in data[:4096] and b"svg" in data[:65_536].lower():
        drawing = check_svg(data)
        for picture in drawing.pictures:
            _from_pixels(picture)
        return _from_pixels(_draw(data, drawing))
    raise RegietafelError(_("Dit is geen logo dat wij kunnen lezen. Kies een PNG-, JPEG- of SVG-bestand."))


def maat(png: bytes) -> tuple[int, int]:
    """Width and height in pixels of a logo that :func:`read_logo` made."""
    wide, high = struct.unpack(">II", png[16:24])
    return wide, high


def check_logo(png: bytes) -> None:
    """Raises RegietafelError when this is no logo as :func:`read_logo` makes it."""
    from PIL import Image

    if png[:8] != _PNG or png[24:29] != _OPAQUE or len(png) > _KEPT_BYTES:
        raise RegietafelError(_BROKEN)
    try:
        with Image.open(io.BytesIO(png), formats=("PNG",)) as picture:
            _judge(picture.size, 1)
            picture.load()
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        raise RegietafelError(_BROKEN) from None


def te_grof(png: bytes, breedte: int) -> str:
    """What to say when the logo is printed ``breedte`` mm wide and looks coarse then; empty when it is fine."""
    dpi = round(maat(png)[0] / breedte * _INCH)
    if dpi >= LEAST_DPI:
        return ""
    return _(
        "Dit logo is grof: {dpi} punten per inch bij {breedte} mm. Kies een groter bestand of een smaller logo."
    ).format(dpi=format_number(dpi), breedte=breedte)


def read_picture(data: bytes, kind: Literal["PNG", "JPEG"], naam: str) -> Plaatje:
    """The picture upright and as large as a page can show; of more pictures in one file the first.

    Raises RegietafelError that names the file.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=(kind,)) as picture:
            if picture.width * picture.height > _MOST_POINTS[kind]:
                raise RegietafelError(_TOO_MANY.format(naam=naam))
            grey = picture.mode in _GREY
            picture.draft(None, (max(_PAGE), max(_PAGE)))
            picture.load()
            flat = _flatten(picture)
    except Image.DecompressionBombError:
        raise RegietafelError(_TOO_MANY.format(naam=naam)) from None
    except (OSError, ValueError, SyntaxError, EOFError):  # whatever Pillow meets in a broken file
        raise RegietafelError(_UNREADABLE.format(naam=naam)) from None
    flat = flat.convert("L") if grey else flat
    flat.thumbnail(_PAGE, Image.Resampling.LANCZOS)
    flat.info = {}  # a remark would be written again
    target = io.BytesIO()
    flat.save(target, kind, quality=_QUALITY)
    return Plaatje(target.getvalue(), flat.width, flat.height, grey)


def _draw(data: bytes, drawing: Tekening) -> bytes:
    """The drawing as pixels; reads no fonts and no other files."""
    import resvg_py

    pixels = min(_DRAWN_PIXELS, _DRAWN_WORK / drawing.work)
    width = round(min(_DRAWN, (pixels / drawing.ratio) ** 0.5))
    try:
        text = data.decode("utf-8-sig")
        drawn = resvg_py.svg_to_bytes(svg_string=text, width=width, skip_system_fonts=True, background="#FFFFFF")
    except (ValueError, OSError):
        raise RegietafelError(_BROKEN) from None
    return bytes(drawn)


def _from_pixels(data: bytes) -> bytes:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            _judge(picture.size, getattr(picture, "n_frames", 1))
            picture.load()
            flat = _flatten(picture)
    except Image.DecompressionBombError:
        raise RegietafelError(_TOO_LARGE) from None
    except (OSError, ValueError, SyntaxError, EOFError):  # whatever Pillow meets in a broken file
        raise RegietafelError(_BROKEN) from None
    if flat.width > WIDEST:
        flat = flat.resize((WIDEST, max(1, round(flat.height * WIDEST / flat.width))), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    flat.save(target, "PNG", optimize=True)
    return target.getvalue()


def _judge(size: tuple[int, int], frames: int) -> None:
    """Refuse by what the head of the file says, before the picture is unpacked."""
    if size[0] * size[1] > _MOST_PIXELS:
        raise RegietafelError(_TOO_LARGE)
    if min(size) < 16 or max(size) > 20 * min(size):
        raise RegietafelError(_("Dit logo is te klein of te smal om af te drukken. Kies een ander bestand."))
    if frames > 1:
        raise RegietafelError(_("Een logo beweegt niet; dit bestand wel. Kies een gewone PNG."))


def _flatten(picture: Image.Image) -> Image.Image:
    """On white, in sRGB: an embedded colour profile is worked out, not carried along."""
    from PIL import ExifTags, Image, ImageCms

    turn = _TURNS.get(picture.getexif().get(ExifTags.Base.Orientation))
    picture = picture if turn is None else picture.transpose(Image.Transpose[turn])
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "L", "CMYK"):
        with contextlib.suppress(ImageCms.PyCMSError, OSError):  # a profile that cannot be read is left out
            source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            picture = ImageCms.profileToProfile(picture, source, target, outputMode="RGB") or picture
    if picture.mode in ("RGB", "L", "CMYK") and "transparency" not in picture.info:
        return picture.convert("RGB")
    if picture.mode.startswith("I"):  # sixteen bits of grey
        return picture.point(lambda value: value / 256).convert("L").convert("RGB")
    layer = picture.convert("RGBA")
    flat = Image.new("RGB", layer.size, "white")
    flat.paste(layer, mask=layer.getchannel("A"))
    return flat


_TURNS: Mapping[object, str] = {  # to set it upright, by what the camera says of how it was held (Exif 2.32, 4.6.4)
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
_GREY = frozenset({"1", "L", "LA", "I;16", "I;16B", "I;16L", "I"})
_TOO_MANY = _("“{naam}” heeft te veel beeldpunten. Sla het plaatje kleiner op en voeg het daarna toe.")
_UNREADABLE = _("“{naam}” is geen leesbaar plaatje. Open het, sla het opnieuw op en voeg het daarna toe.")
_TOO_LARGE = _("Dit logo heeft te veel beeldpunten. Sla het op met hooguit 2.000 punten breed.")
_BROKEN = _("Dit logo is beschadigd of niet te lezen. Sla het opnieuw op als PNG.")
