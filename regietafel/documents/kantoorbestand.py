"""A file of Word or Excel that anyone may have made: a zip of XML, read part by part, with a limit to what it may ask.

Such a file can unpack to gigabytes, write outside its folder, carry programs and refer to files elsewhere. What is
wrong is raised as :class:`Bezwaar`; who asked has the sentence for it, for what to do depends on what the file is for.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NoReturn
from xml.parsers import expat

Reden = Literal["oud", "stuk", "slot", "te groot", "bom", "dubbel", "pad", "programma", "macro", "elders", "verwijzing"]

TYPES = "[Content_Types].xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAMS = re.compile(
    r"vbaproject|vbadata|macrosheets/|activex|oleobject|\.(?:bin|exe|dll|js|vbs|com|bat|cmd|ps1|lnk)$", re.IGNORECASE
)
_HARMLESS = re.compile(r"printersettings|customproperty", re.IGNORECASE)
_DEEPEST = 200  # elements in each other
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)

Start = Callable[[str, dict[str, str]], None]  # the name of an element, with its namespace before a space
Text = Callable[[str, str], None]  # the name of the element and a piece of its text


class Bezwaar(Exception):
    """Why the file is refused; ``wat`` is what it refers to or holds, when that can be told."""

    def __init__(self, reden: Reden, wat: str = "") -> None:
        super().__init__(reden)
        self.reden = reden
        self.wat = wat[:80]


@dataclass(frozen=True, kw_only=True)
class Grens:
    """How much may be unpacked: parts, bytes, and how many times as much as one part larger than ``klein`` bytes."""

    delen: int
    bytes: int
    verhouding: int
    klein: int


def read_parts(data: bytes, grens: Grens) -> Iterator[tuple[str, bytes]]:
    """The parts with their names; everything the list of contents tells is judged before any of them is unpacked.

    Raises Bezwaar.
    """
    if data.startswith(_OLE):
        raise Bezwaar("oud")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, grens)
            for entry in entries:
                if not entry.is_dir():
                    yield entry.filename, _read(archive, entry)
    except _BROKEN as error:
        raise Bezwaar("stuk") from error


def _check_entries(entries: list[zipfile.ZipInfo], grens: Grens) -> None:
    if len(entries) > grens.delen or sum(entry.file_size for entry in entries) > grens.bytes:
        raise Bezwaar("te groot")
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) < len(names):
        raise Bezwaar("dubbel")
    for entry, name in zip(entries, names, strict=True):
        if entry.flag_bits & 1:
            raise Bezwaar("slot")
        if entry.file_size > max(grens.klein, grens.verhouding * entry.compress_size):
            raise Bezwaar("bom")
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            raise Bezwaar("pad")
        if _PROGRAMS.search(name) and not _HARMLESS.search(name):
            raise Bezwaar("programma", entry.filename)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The part, and no more of it than the list of contents promised."""
    with archive.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) > entry.file_size:
        raise zipfile.BadZipFile(entry.filename)
    return content


def check_xml(content: bytes, *, start: Start | None = None, text: Text | None = None) -> str:
    """The name of the root, with its namespace before a space; ``start`` and ``text`` are told what is read.

    Raises Bezwaar for XML that is not well formed, is too deep, has a document type or entities, or types of macros.
    """
    names: list[str] = []
    root: list[str] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        names.append(name)
        if len(names) > _DEEPEST:
            raise Bezwaar("stuk")
        if len(names) == 1:
            root.append(name)
        if "macroenabled" in attributes.get("ContentType", "").casefold():
            raise Bezwaar("macro")
        if start is not None:
            start(name, attributes)

    def characters(said: str) -> None:
        if text is not None and names:
            text(names[-1], said)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = begin, lambda _name: names.pop()
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = characters, _refuse_doctype
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as error:  # an encoding nobody knows is a ValueError
        raise Bezwaar("stuk") from error
    return root[0]


def _refuse_doctype(*_declared: object) -> NoReturn:
    raise Bezwaar("verwijzing")


def outside(attributes: dict[str, str]) -> tuple[str, str] | None:
    """The kind and the target of a relation that points outside the file, None for every other element."""
    if attributes.get("TargetMode", "").casefold() != "external":
        return None
    return attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", "")
