"""Whether a user's huisstijl.docx is safe to take over: judged before anything of it is opened.

A .docx is a zip of XML that can refer to files elsewhere, carry programs and unpack to gigabytes. What stands here is
refused whole; a house style needs none of it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import NoReturn
from xml.parsers import expat

from regietafel.errors import RegietafelError
from regietafel.i18n import _

MAX_BYTES = 50_000_000  # unpacked
MAX_RATIO = 200
MAX_PARTS = 2_000

_MAIN = "word/document.xml"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SMALL = 100_000  # bytes: below this a high ratio is a page of white space, no bomb
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAMS = ("vbaproject", "vbadata", "activex", "embeddings/", ".bin", ".exe", ".js", ".vbs")
_ALLOWED_BINARY = ("printersettings",)
# Links, and the template on a network share from which every file of a municipality is made: the writer leaves it out.
_TAKEN_OUT = ("/hyperlink", "/attachedTemplate")
_DEEPEST = 200  # elements in each other
_MARKUP = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_FIELD = "\0"  # what no XML holds: where the instruction of a field begins
_FETCHING = re.compile(
    _FIELD + r"\s*(DDE(?:AUTO)?|INCLUDE(?:TEXT|PICTURE)?|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\b", re.IGNORECASE
)
_DAMAGED = _("De huisstijl is geen Word-bestand (.docx) of is beschadigd.")
_TEMPLATE = _("De huisstijl is een sjabloon of bevat macro’s. Sla hem op als gewoon Word-document (.docx).")
_AGAIN = _("Open het in Word of LibreOffice en sla het opnieuw op als .docx.")


def check_huisstijl_docx(data: bytes) -> None:
    """Raise RegietafelError, with what to do, when the file is no .docx, damaged, protected or hostile."""
    if data.startswith(_OLE):
        _refuse(
            _("De huisstijl is beveiligd met een wachtwoord of van een oude soort (.doc). Sla hem op als gewone .docx.")
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_entries(archive.infolist())
            parts = {entry.filename: _read(archive, entry) for entry in archive.infolist() if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        _refuse(_DAMAGED, _AGAIN)
    if _MAIN not in parts or "[Content_Types].xml" not in parts:
        _refuse(_DAMAGED, _AGAIN)
    roots = {
        name: _check_xml(content)
        for name, content in parts.items()
        if name.endswith((".xml", ".rels")) or content.lstrip().startswith(_MARKUP)
    }
    if roots[_MAIN] != f"{_WORD} document":
        _refuse(_("De huisstijl is opgeslagen als “Strict Open XML”. Sla hem op als gewoon Word-document (.docx)."))
    if _DOCX.encode() not in parts["[Content_Types].xml"]:
        _refuse(_TEMPLATE)


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """What the list of contents of the zip tells, before anything is unpacked."""
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_BYTES:
        _refuse(_("De huisstijl is te groot. Bewaar alleen de stijlen, de koptekst en de voettekst."))
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) < len(names):
        _refuse(_("De huisstijl is beschadigd: een onderdeel staat er twee keer in."), _AGAIN)
    for entry, name in zip(entries, names, strict=True):
        if entry.flag_bits & 1:
            _refuse(_("De huisstijl is beveiligd met een wachtwoord. Sla hem op zonder wachtwoord."))
        if entry.file_size > max(_SMALL, MAX_RATIO * entry.compress_size):
            _refuse(_("De huisstijl pakt uit tot veel meer dan een Word-bestand is. Gebruik dit bestand niet."))
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            _refuse(_("De huisstijl wil buiten zijn eigen map schrijven. Gebruik dit bestand niet."))
        if any(program in name for program in _PROGRAMS) and not any(known in name for known in _ALLOWED_BINARY):
            _refuse(_("De huisstijl bevat een programma of een ingesloten object. Haal dat eruit en sla hem op."))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The part, and no more of it than the list of contents promised."""
    with archive.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) > entry.file_size:
        raise zipfile.BadZipFile(entry.filename)
    return content


def _check_xml(content: bytes) -> str:
    """The name of the root. Refuses XML that is not well formed, has a document type, or fetches from elsewhere."""
    names: list[str] = []
    instructions: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        names.append(name)
        if len(names) > _DEEPEST:
            _refuse(_DAMAGED, _AGAIN)
        if name == f"{_WORD} fldSimple":
            instructions.append(_FIELD + attributes.get(f"{_WORD} instr", ""))
        elif name == f"{_WORD} fldChar":
            instructions.append(_FIELD)
        external = attributes.get("TargetMode", "").casefold() == "external"
        if external and not attributes.get("Type", "").endswith(_TAKEN_OUT):
            _refuse(
                _("De huisstijl verwijst naar een bestand elders ({naam}), zoals een sjabloon of een beeld.").format(
                    naam=attributes.get("Target", "")[:80]
                ),
                _("Verbreek de koppeling en sla hem op."),
            )
        if "macroenabled" in attributes.get("ContentType", "").casefold():
            _refuse(_TEMPLATE)

    def end(_name: str) -> None:
        last.append(names.pop())
        del last[:-1]

    def characters(text: str) -> None:
        if names and names[-1] == f"{_WORD} instrText":
            instructions.append(text)

    def doctype(*_args: object) -> None:
        _refuse(_("De huisstijl bevat verwijzingen die in een Word-bestand niet horen. Gebruik dit bestand niet."))

    last: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = characters, doctype
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        _refuse(_DAMAGED, _AGAIN)
    if field := _FETCHING.search("".join(instructions)):
        _refuse(
            _("De huisstijl bevat een veld dat elders iets ophaalt ({naam}). Haal het eruit.").format(naam=field[1])
        )
    return last[0]


def _refuse(*sentences: str) -> NoReturn:
    raise RegietafelError(" ".join(sentences))
