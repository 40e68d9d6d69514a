"""The name of a font, as a text program asks for it."""

from __future__ import annotations

OWN = "Open Sans"
_FAMILY, _WINDOWS = 1, 3


def family_name(font: bytes) -> str:
    """The family of a TrueType font (OpenType, ``name``), or of ours when there is none or it says none."""
    count = int.from_bytes(font[4:6], "big")
    tables = {font[at : at + 4]: at for at in range(12, 12 + 16 * count, 16)}
    if (entry := tables.get(b"name")) is None:
        return OWN
    start = int.from_bytes(font[entry + 8 : entry + 12], "big")
    texts = start + int.from_bytes(font[start + 4 : start + 6], "big")
    for record in range(int.from_bytes(font[start + 2 : start + 4], "big")):
        at = start + 6 + 12 * record
        platform, _encoding, _language, kind, length, offset = (
            int.from_bytes(font[at + 2 * field : at + 2 * field + 2], "big") for field in range(6)
        )
        if (platform, kind) == (_WINDOWS, _FAMILY):
            return font[texts + offset : texts + offset + length].decode("utf-16-be", "replace") or OWN
    return OWN
