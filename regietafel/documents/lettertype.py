"""Taking in a font: a TrueType font of the user, when our documents may and can be set in it.

Reads the tables ``name``, ``OS/2`` and ``cmap`` itself (OpenType specification 1.9); whether the outlines can be used
is for the writer of the PDF to say.
"""

from __future__ import annotations

import io
import struct
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from regietafel.errors import RegietafelError
from regietafel.i18n import _

MAX_BYTES = 5_000_000
NEEDED = frozenset(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:?()/-+%&@'\"=áàéèëêíïóöôúüçÉËÖÜ€§–“”‘’"
)

_RESTRICTED, _INSTALLABLE_BITS, _NO_SUBSET, _BITMAPS = 0x0002, 0x000F, 0x0100, 0x0200
_FAMILY, _FULL, _COPYRIGHT, _LICENCE, _LICENCE_URL = 1, 4, 0, 13, 14
_WINDOWS, _UNICODE, _VARIATIONS = 3, 0, 5
_ALL_CHARACTERS = 0x10FFFF
_LICENCE_LENGTH = 240
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_TABLES = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A font that can be used: what it is called, what it says of its licence, and the characters it has."""

    naam: str
    familie: str
    licentie: str
    tekens: frozenset[str]


def read_letter(data: bytes) -> Letter:
    """The font, judged. Raises RegietafelError with a sentence when our documents may not or cannot be set in it."""
    if len(data) > MAX_BYTES:
        raise RegietafelError(_("Dit lettertype is groter dan 5 MB. Kies een bestand met minder tekens."))
    if data.startswith((b"OTTO", b"ttcf", b"wOFF", b"wOF2")) or not data.startswith(_TRUETYPE):
        raise RegietafelError(_("Dit is geen TrueType-lettertype. Kies een bestand dat op .ttf eindigt."))
    try:
        tables = _tables(data)
        names = dict(_names(tables["name"]))
        permission = struct.unpack_from(">H", tables["OS/2"], 8)[0]
        known = frozenset(chr(code) for code in _characters(tables["cmap"]))
    except (struct.error, KeyError, ValueError, UnicodeDecodeError):
        raise RegietafelError(_BROKEN) from None
    _check_permission(permission)
    if missing := sorted(NEEDED - known):
        raise RegietafelError(
            _("Dit lettertype mist tekens die Nederlandse brieven nodig hebben: {tekens}.").format(
                tekens=" ".join(missing[:12])
            )
        )
    _try_out(data)
    return Letter(
        naam=names.get(_FULL) or names.get(_FAMILY) or _("zonder naam"),
        familie=names.get(_FAMILY, ""),
        licentie=_short(names.get(_LICENCE) or names.get(_COPYRIGHT, ""))
        + _short(names.get(_LICENCE_URL, ""), before=" · "),
        tekens=known,
    )


def _short(text: str, before: str = "") -> str:
    """The beginning: some makers put the whole licence in the font."""
    return before + textwrap.shorten(text, _LICENCE_LENGTH, placeholder=" …") if text else ""


def _check_permission(permission: int) -> None:
    """What the maker allows (OS/2, fsType): of several permissions the mildest counts."""
    if permission & _INSTALLABLE_BITS == _RESTRICTED or permission & _BITMAPS:
        raise RegietafelError(_("De maker staat niet toe dat dit lettertype in documenten wordt opgenomen."))
    if permission & _NO_SUBSET:
        raise RegietafelError(_("De maker staat alleen toe dat dit lettertype in zijn geheel wordt opgenomen."))


def _tables(data: bytes) -> Mapping[str, bytes]:
    """The tables by name. Raises ValueError when one lies outside the file or is not there."""
    count = struct.unpack_from(">H", data, 4)[0]
    found: dict[str, bytes] = {}
    for number in range(count):
        tag, _sum, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        if start + length > len(data):
            raise ValueError(tag)
        found[tag.decode("ascii")] = data[start : start + length]
    if not all(found.get(name) for name in _TABLES):
        raise ValueError
    return found


def _names(table: bytes) -> Iterator[tuple[int, str]]:
    """What the font says of itself: the last of a kind counts, and Dutch or English come last."""
    _format, count, texts = struct.unpack_from(">3H", table)
    records = [struct.unpack_from(">6H", table, 6 + 12 * number) for number in range(count)]
    preferred = {0x0409: 1, 0x0413: 2}
    for platform, _encoding, _language, kind, length, start in sorted(records, key=lambda r: preferred.get(r[2], 0)):
        raw = table[texts + start : texts + start + length]
        if len(raw) < length:
            raise ValueError
        if platform in (_WINDOWS, _UNICODE):
            text = raw.decode("utf-16-be", "replace")
            yield kind, "".join(c if c.isprintable() else " " for c in text).strip()[:2_000]


def _characters(table: bytes) -> Iterator[int]:
    """The code points that stand for a glyph, in the table that the writer of the PDF will use: the last for Unicode.

    Raises ValueError for another format than 4 and 12, and for one that says more than there are characters.
    """
    count = struct.unpack_from(">H", table, 2)[0]
    places = []
    for number in range(count):
        platform, encoding, start = struct.unpack_from(">HHL", table, 4 + 8 * number)
        if platform == _WINDOWS or (platform == _UNICODE and encoding != _VARIATIONS):
            places.append(start)
    if not places:
        return
    used = table[places[-1] :]
    form = struct.unpack_from(">H", used)[0]
    if form not in (4, 12):
        raise ValueError(form)
    for said, code in enumerate(_segments(used) if form == 4 else _groups(used)):
        if said > _ALL_CHARACTERS:
            raise ValueError(said)
        if code >= 0:
            yield code


def _segments(table: bytes) -> Iterator[int]:
    """Of format 4; what stands for no glyph is -1."""
    size = struct.unpack_from(">H", table, 6)[0]
    starts, ends, deltas, offsets = (
        struct.unpack_from(f">{size // 2}H", table, place) for place in (16 + size, 14, 16 + 2 * size, 16 + 3 * size)
    )
    for index, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, last + 1):
            glyph = code + delta
            if offset:
                place = 16 + 3 * size + 2 * index + offset + 2 * (code - first)
                found = int.from_bytes(table[place : place + 2], "big")
                glyph = found + delta if found else 0
            yield code if glyph & 0xFFFF else -1


def _groups(table: bytes) -> Iterator[int]:
    """Of format 12."""
    count = struct.unpack_from(">L", table, 12)[0]
    for number in range(count):
        first, last, _glyph = struct.unpack_from(">LLL", table, 16 + 12 * number)
        if last > _ALL_CHARACTERS:
            raise ValueError(last)
        yield from range(first, last + 1)


def _try_out(data: bytes) -> None:
    """Let the writer of the PDF read it: what it cannot use is refused here, and not when a letter is made."""
    from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    try:
        font = TTFont("proef", io.BytesIO(data), asciiReadable=False)
        document = Canvas(io.BytesIO())._doc
        for subset, _codes in font.splitString("".join(sorted(NEEDED)), document):
            font.getSubsetInternalName(subset, document)
        font.addObjects(document)
    except Exception:  # a broken font makes it raise anything
        raise RegietafelError(_BROKEN) from None


_BROKEN = _("Dit lettertype is beschadigd of niet te gebruiken. Vraag de leverancier om een gewoon .ttf-bestand.")
