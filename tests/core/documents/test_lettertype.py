"""A font that comes in: what it says of itself, and what is refused, each with a sentence."""

from __future__ import annotations

import random
import struct

import pytest

from regietafel.documents.lettertype import NEEDED, read_letter
from regietafel.errors import RegietafelError
from regietafel.paths import resource

OPEN_SANS = resource("fonts", "OpenSans-Regular.ttf").read_bytes()


def place(table: bytes) -> int:
    """Where a table of the font begins."""
    entry = OPEN_SANS.index(table, 12, 400)
    return int(struct.unpack_from(">L", OPEN_SANS, entry + 8)[0])


def patched(table: bytes, offset: int, value: int) -> bytes:
    data = bytearray(OPEN_SANS)
    struct.pack_into(">H", data, place(table) + offset, value)
    return bytes(data)


def test_a_font_says_what_it_is() -> None:
    letter = read_letter(OPEN_SANS)
    assert (letter.naam, letter.familie) == ("Open Sans", "Open Sans")
    assert letter.licentie.startswith("Licensed under the Apache License")
    assert letter.tekens >= NEEDED
    assert "ж" in letter.tekens
    assert "✓" not in letter.tekens


@pytest.mark.parametrize("permission", [0, 4, 8, 2 | 8])
def test_a_font_that_may_be_taken_in_documents_is_taken_in(permission: int) -> None:
    assert read_letter(patched(b"OS/2", 8, permission)).naam == "Open Sans"


def bomb(form: int) -> bytes:
    """A font whose table of characters says everything a thousand times, in some kilobytes."""
    if form == 12:
        table = struct.pack(">HHLLL", 12, 0, 0, 0, 1000) + struct.pack(">LLL", 0, 0x10FFFF, 1) * 1000
    else:
        ends, zeros = b"\xff\xff" * 1000, bytes(2000)
        table = struct.pack(">7H", 4, 0, 0, 2000, 0, 0, 0) + ends + bytes(2) + zeros + zeros + zeros
    data = bytearray(OPEN_SANS)
    entry = OPEN_SANS.index(b"cmap", 12, 400)
    struct.pack_into(">LL", data, entry + 8, len(data), 12 + len(table))
    return bytes(data) + struct.pack(">HHHHL", 0, 1, 3, 10, 12) + table


REFUSED = {
    "endless characters": (bomb(12), "beschadigd"),
    "endless segments": (bomb(4), "beschadigd"),
    "larger than 5 MB": (OPEN_SANS + bytes(5_000_000), "groter dan 5 MB"),
    "postscript outlines": (b"OTTO" + OPEN_SANS[4:], "TrueType"),
    "a collection": (b"ttcf" + OPEN_SANS[4:], "TrueType"),
    "for the web": (b"wOF2" + OPEN_SANS[4:], "TrueType"),
    "empty": (b"", "TrueType"),
    "cut off": (OPEN_SANS[:20_000], "beschadigd"),
    "a head alone": (OPEN_SANS[:12], "beschadigd"),
    "not to be embedded": (patched(b"OS/2", 8, 2), "staat niet toe"),
    "as bitmaps only": (patched(b"OS/2", 8, 0x200), "staat niet toe"),
    "as a whole only": (patched(b"OS/2", 8, 0x100), "in zijn geheel"),
    "without characters": (patched(b"cmap", 2, 0), "mist tekens"),
    "without glyphs": (OPEN_SANS.replace(b"glyf", b"glyg", 1), "beschadigd"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_said_in_a_sentence(name: str) -> None:
    data, said = REFUSED[name]
    with pytest.raises(RegietafelError) as refused:
        read_letter(data)
    assert said in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_broken_font_never_breaks_the_program() -> None:
    source = random.Random(1)  # noqa: S311 - not for secrets
    heads = [place(table) for table in (b"cmap", b"name", b"OS/2", b"hhea", b"maxp", b"loca", b"head", b"post")]
    for _turn in range(120):
        data = bytearray(OPEN_SANS)
        for _change in range(source.randint(1, 6)):
            data[source.choice([source.randrange(300), source.choice(heads) + source.randrange(60)])] = (
                source.randrange(256)
            )
        try:
            assert read_letter(bytes(data)).naam
        except RegietafelError:
            continue
