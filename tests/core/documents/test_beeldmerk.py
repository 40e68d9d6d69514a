"""A logo that comes in: what becomes of it, and what is refused, each with a sentence."""

from __future__ import annotations

import base64
import io
import random
import struct
import zlib

import pytest
from PIL import Image

from regietafel.documents.beeldmerk import maat, read_logo, te_grof
from regietafel.errors import RegietafelError

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 300 100">{}</svg>'
)
BOX = '<rect id="a" width="150" height="100" fill="#00609C"/>'


def svg(content: str) -> bytes:
    return SVG.format(content).encode()


def picture(mode: str = "RGB", size: tuple[int, int] = (300, 100), form: str = "PNG", **more: object) -> bytes:
    target = io.BytesIO()
    Image.new(mode, size).save(target, form, **more)
    return target.getvalue()


def opened(logo: bytes) -> Image.Image:
    return Image.open(io.BytesIO(logo))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_picture_of_any_kind_becomes_a_plain_png(mode: str) -> None:
    logo = opened(read_logo(picture(mode)))
    assert (logo.format, logo.mode, logo.size, logo.info) == ("PNG", "RGB", (300, 100), {})


def test_a_photograph_loses_what_it_says_of_itself() -> None:
    exif = Image.Exif()
    exif[0x010E] = "gemaakt door een ambtenaar"
    logo = read_logo(picture(form="JPEG", exif=exif.tobytes(), comment=b"geheim"))
    assert opened(logo).format == "PNG"
    assert b"geheim" not in logo
    assert b"ambtenaar" not in logo


def test_what_can_be_seen_through_becomes_white() -> None:
    assert opened(read_logo(picture("RGBA"))).getpixel((5, 5)) == (255, 255, 255)
    assert opened(read_logo(svg(BOX))).getpixel((1100, 200)) == (255, 255, 255)


def test_a_drawing_is_drawn_sharp() -> None:
    logo = read_logo(svg(BOX))
    assert maat(logo) == (1200, 400)
    assert opened(logo).getpixel((300, 200)) == (0x00, 0x60, 0x9C)
    assert read_logo(svg(BOX)) == logo


def test_a_wide_picture_becomes_narrower() -> None:
    assert maat(read_logo(picture(size=(4000, 1000)))) == (2000, 500)


def test_a_coarse_logo_is_told() -> None:
    logo = read_logo(picture())
    assert not te_grof(logo, 45)
    assert "95 punten per inch bij 80 mm" in te_grof(logo, 80)


@pytest.mark.parametrize(
    "content",
    [
        '<g style="opacity:1;stroke-dasharray:none;mix-blend-mode:normal;filter:none"><path d="M0 0h9v9z"/></g>' * 100,
        '<clipPath id="c"><rect width="150" height="100"/></clipPath><g clip-path="url(#c)"><path d="M0 0h9z"/></g>',
        "<style>.a{fill:#00609C;fill-opacity:.5}</style>" + '<path class="a" d="M0 0h300v100z"/>' * 200,
        '<linearGradient id="g"><stop stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>',
        f'<defs>{BOX}</defs><use xlink:href="#a"/><use href="#a" x="150" opacity=".5"/>',
    ],
)
def test_what_a_logo_is_made_of_is_drawn(content: str) -> None:
    assert maat(read_logo(b'<?xml version="1.0" encoding="UTF-8"?>\n<!-- een tekening -->' + svg(content))) == (
        1200,
        400,
    )


def test_a_picture_in_a_drawing_is_drawn() -> None:
    assert maat(read_logo(embedded(picture()))) == (1200, 400)


def bomb() -> bytes:
    """A picture that says it is 60.000 wide and high, in a hundred bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    head = struct.pack(">LLBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(60_001 * 10), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def moving() -> bytes:
    target = io.BytesIO()
    frames = [Image.new("RGB", (300, 100), colour) for colour in ("red", "blue")]
    frames[0].save(target, "PNG", save_all=True, append_images=frames[1:])
    return target.getvalue()


def _laugh(number: int) -> str:
    """Ten times the one before."""
    again = f'<use href="#l{number - 1}"/>' * 10
    return f'<g id="l{number}">{again}</g>'


def costly(*definitions: str, use: str = "") -> bytes:
    """A drawing that would keep the computer busy for minutes."""
    return svg("".join(definitions) + f'<rect width="300" height="100" {use}/>' * 1500)


def embedded(data: bytes) -> bytes:
    return svg(f'<image width="9" height="9" href="data:image/png;base64,{base64.b64encode(data).decode()}"/>')


REFUSED = {
    "noise": (
        costly('<filter id="a"><feTurbulence numOctaves="999"/></filter>', use='filter="url(#a)"'),
        "ingewikkeld",
    ),
    "blur in the style": (svg("<style>rect{filter:blur(9px)}</style>"), "te ingewikkeld"),
    "masks": (costly(f'<mask id="m">{BOX}</mask>', use='mask="url(#m)"'), "te ingewikkeld"),
    "pattern": (costly('<pattern id="p" width="0.1" height="0.1"/>', use='fill="url(#p)"'), "te ingewikkeld"),
    "dashes": (costly(use='stroke="red" stroke-dasharray="0.001"'), "te ingewikkeld"),
    "layers": (costly(use='opacity="0.9"'), "te ingewikkeld"),
    "layers by style": (costly("<style>rect{opacity:.9}</style>"), "te ingewikkeld"),
    "endless path": (svg(f'<path d="M0 0{"L300 100L0 50" * 100_000}"/>'), "te ingewikkeld"),
    "bomb inside": (embedded(bomb()), "te veel beeldpunten"),
    "moving inside": (embedded(moving()), "beweegt niet"),
    "hidden in a comment": (svg("<style>rect{fil/**/ter:blur(9px)}</style>"), "buiten zichzelf"),
    "larger than 5 MB": (b"\x89PNG\r\n\x1a\n" + bytes(5_000_000), "groter dan 5 MB"),
    "bomb": (bomb(), "te veel beeldpunten"),
    "moving": (moving(), "beweegt niet"),
    "cut off": (picture(size=(900, 900))[:300], "beschadigd"),
    "no picture": (b"%PDF-1.7", "PNG-, JPEG- of SVG-bestand"),
    "empty": (b"", "PNG-, JPEG- of SVG-bestand"),
    "gif": (picture("P", form="GIF"), "PNG-, JPEG- of SVG-bestand"),
    "too narrow": (picture(size=(20, 900)), "te klein of te smal"),
    "dtd": (b"<!DOCTYPE svg [<!ENTITY a 'aaa'>]>" + svg("&a;"), "DOCTYPE"),
    "external entity": (b"<!DOCTYPE svg SYSTEM 'file:///etc/passwd'>" + svg(""), "DOCTYPE"),
    "script": (svg("<script>alert(1)</script>"), "meer dan een tekening"),
    "handler": (svg('<rect onclick="x()" width="1" height="1"/>'), "script"),
    "web page inside": (svg("<foreignObject><p/></foreignObject>"), "meer dan een tekening"),
    "picture from a file": (svg('<image href="file:///etc/passwd"/>'), "buiten zichzelf"),
    "picture from the web": (svg('<image xlink:href="https://example.nl/a.png"/>'), "buiten zichzelf"),
    "picture beside it": (svg('<image href="logo.png"/>'), "buiten zichzelf"),
    "drawing in a drawing": (svg('<image href="data:image/svg+xml;base64,AAAA"/>'), "buiten zichzelf"),
    "use of another file": (svg('<use href="b.svg#a"/>'), "buiten zichzelf"),
    "import": (svg("<style>@import 'https://example.nl/a.css';</style>"), "buiten zichzelf"),
    "hidden import": (svg("<style>\\40 import 'a.css';</style>"), "buiten zichzelf"),
    "paint from the web": (svg('<rect fill="url(https://example.nl#a)"/>'), "buiten zichzelf"),
    "style sheet": (b'<?xml-stylesheet href="https://example.nl/a.css"?>' + svg(""), "buiten zichzelf"),
    "animation": (svg(BOX.replace("/>", '><animate attributeName="x"/></rect>')), "beweegt niet"),
    "letters": (svg("<text>Borne</text>"), "omtrekken"),
    "deep": (svg("<g>" * 200 + "</g>" * 200), "te ingewikkeld"),
    "many": (svg("<g/>" * 30_000), "te ingewikkeld"),
    "laughs": (
        svg(BOX.replace('"a"', '"l0"') + "".join(_laugh(number) for number in range(1, 9))),
        "te ingewikkeld",
    ),
    "huge": (svg("").replace(b"0 0 300 100", b"0 0 1e9 1e9"), "geen bruikbare maat"),
    "flat": (svg("").replace(b"0 0 300 100", b"0 0 9000 1"), "geen bruikbare maat"),
    "no size": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "geen bruikbare maat"),
    "no svg": (b"<html><svg/></html>", "geen SVG-tekening"),
    "not closed": (SVG[:-6].format(BOX).encode(), "beschadigd"),
    "more after the end": (svg(BOX) + b"\xff", "beschadigd"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_said_in_a_sentence(name: str) -> None:
    data, said = REFUSED[name]
    with pytest.raises(RegietafelError) as refused:
        read_logo(data)
    assert said in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_broken_file_never_breaks_the_program() -> None:
    source = random.Random(1)  # noqa: S311 - not for secrets
    for start in (picture(size=(120, 40)), picture(size=(120, 40), form="JPEG"), svg(BOX * 5)):
        for _turn in range(150):
            data = bytearray(start)
            for _change in range(source.randint(1, 8)):
                data[source.randrange(len(data))] = source.randrange(256)
            try:
                assert opened(read_logo(bytes(data[: source.randint(1, len(data))]))).mode == "RGB"
            except RegietafelError:
                continue
