"""The fonts of a PDF: which characters the codes in it stand for, and how wide they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

from regietafel.documents.keuring.openen import decoded

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_UNICODE_NAME = re.compile(r"/(?:uni|u)([0-9A-F]{4,6})")
_MOST = 70_000  # characters of one font
_KNOWN_ENCODINGS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}


@dataclass(frozen=True, kw_only=True)
class Lettertype:
    """A font; widths are in thousandths of its size."""

    naam: str
    ingebed: bool
    leesbaar: bool  # whether its codes have a meaning
    stap: int  # bytes in a code
    tekens: Mapping[int, str]
    breedtes: Mapping[int, float]
    breedte: float  # of what is not in ``breedtes``

    def codes(self, shown: bytes) -> Iterator[int]:
        """The codes in what is shown."""
        for start in range(0, len(shown), self.stap):
            yield int.from_bytes(shown[start : start + self.stap], "big")

    def text(self, codes: list[int]) -> str:
        """What a reader reads in the codes."""
        return "".join(self.tekens.get(code, "") for code in codes)


def read_font(font: Any) -> Lettertype:
    """The font as the file describes it; what it leaves out gets a usual value."""
    composite = font.get("/Subtype") == "/Type0"
    below = font.DescendantFonts[0] if composite else font
    descriptor = below.get("/FontDescriptor", {})
    named = font.get("/Encoding")
    base = str(named.get("/BaseEncoding", "")) if isinstance(named, pikepdf.Dictionary) else str(named or "")
    tekens: dict[int, str] = {} if composite else _encoded(named, base)
    if isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        tekens |= _to_unicode(decoded(font.ToUnicode))
        leesbaar = bool(tekens)
    else:
        leesbaar = base in _KNOWN_ENCODINGS
    drawn = font.get("/Subtype") == "/Type3"
    return Lettertype(
        naam=str(font.get("/BaseFont", "/?"))[1:].split("+", 1)[-1],
        ingebed=drawn or any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")),
        leesbaar=leesbaar,
        stap=2 if composite else 1,
        tekens=tekens,
        breedtes=_composite_widths(below) if composite else _simple_widths(font),
        breedte=float(below.get("/DW", 1000)) if composite else float(descriptor.get("/MissingWidth", 500)),
    )


def _encoded(named: Any, base: str) -> dict[int, str]:
    codec = _KNOWN_ENCODINGS.get(base, "cp1252")
    tekens = {code: bytes([code]).decode(codec, "ignore") for code in range(32, 256)}
    code = 0
    for each in named.get("/Differences", []) if isinstance(named, pikepdf.Dictionary) else []:
        if not isinstance(each, pikepdf.Name):
            code = int(each)
            continue
        name = str(each)
        if len(name) == 2:
            tekens[code] = name[1]
        elif (match := _UNICODE_NAME.fullmatch(name)) and (number := int(match[1], 16)) < 0x110000:
            tekens[code] = chr(number)
        code += 1
    return tekens


def _simple_widths(font: Any) -> dict[int, float]:
    first = int(font.get("/FirstChar", 0))
    return {first + place: float(width) for place, width in zip(range(256), font.get("/Widths", []), strict=False)}


def _composite_widths(font: Any) -> dict[int, float]:
    """``/W``: either a code and the widths from there, or two codes and the width of all between."""
    widths: dict[int, float] = {}
    parts = iter(list(font.get("/W", []))[:_MOST])
    for first, second in zip(parts, parts, strict=False):
        if isinstance(second, pikepdf.Array):
            widths |= {int(first) + place: float(width) for place, width in zip(range(_MOST), second, strict=False)}
        else:
            width = float(next(parts, 0))
            widths |= dict.fromkeys(range(int(first), min(int(second), int(first) + _MOST) + 1), width)
        if len(widths) > _MOST:
            break
    return widths


def _to_unicode(table: bytes) -> dict[int, str]:
    tekens: dict[int, str] = {}
    for kind, section in _SECTION.findall(table):
        tokens = iter(_TOKEN.findall(section))
        for code, _opens, _closes in tokens:
            first = int(code or b"0", 16)
            if kind == b"bfchar":
                tekens[first] = _characters(next(tokens, (b"",))[0])
                continue
            last = int(next(tokens, (b"",))[0] or b"0", 16)
            target, opens, _closes = next(tokens, (b"", b"", b""))
            if opens:
                for number, (each, _opens, closes) in enumerate(tokens):
                    if closes:
                        break
                    tekens[first + number] = _characters(each)
            elif start := _characters(target):
                for number in range(min(last - first + 1, _MOST, 0x110000 - ord(start[-1]))):
                    tekens[first + number] = start[:-1] + chr(ord(start[-1]) + number)
            if len(tekens) > _MOST:
                return tekens
    return tekens


def _characters(digits: bytes) -> str:
    digits = b"".join(digits.split())
    return (
        bytes.fromhex(digits.decode() if len(digits) % 2 == 0 else "").decode("utf-16-be", "ignore").replace("\0", "")
    )
