"""What a user adds to the documents: looked at before it is taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from regietafel.documents.beeldmerk import Plaatje, read_picture
from regietafel.documents.bundel.kantoor import check_office
from regietafel.documents.keuring.bestand import read_xmp
from regietafel.documents.keuring.gewicht import check_weight
from regietafel.documents.keuring.norm import judge
from regietafel.documents.keuring.openen import damaged, opened
from regietafel.errors import RegietafelError
from regietafel.files import file_name, read_file
from regietafel.i18n import _

PDF_UA = "PDF/UA-1"
MAX_BYTES = 25_000_000
SOORTEN: Mapping[str, str] = {  # by the end of the name
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "jpg": "image/jpeg",
}
_SAME = {"jpeg": "jpg"}
_ACTIONS = frozenset({"/JavaScript", "/Launch", "/Rendition", "/Movie", "/Sound", "/ImportData", "/SubmitForm"})
_PLAYED = frozenset({"/RichMedia", "/3D", "/Screen", "/Movie", "/Sound"})
_MAX_OBJECTS = 1_000_000
_HOLDERS = (Array, Dictionary, pikepdf.Stream)


@dataclass(frozen=True, kw_only=True)
class Nagekeken:
    """A file that may go in: its kind (a key of SOORTEN), a name every system takes; what it is as PDF or picture."""

    soort: str
    bestandsnaam: str
    pdf: Pdfeigenschappen | None = None
    plaatje: Plaatje | None = None

    @property
    def meldingen(self) -> tuple[str, ...]:
        """What the user must know."""
        said = []
        if self.pdf and PDF_UA not in self.pdf.voldoet:
            said.append(_("Deze PDF voldoet niet aantoonbaar aan PDF/UA: misschien kan niet iedereen haar lezen."))
        if self.pdf and self.pdf.bestanden:
            said.append(_("In deze PDF zitten andere bestanden; die gaan mee. Kijk ze na."))
        return tuple(said)


@dataclass(frozen=True, kw_only=True)
class Pdfeigenschappen:
    """What a PDF is: the standards it says it meets and does meet, and whether its pages can join those of others."""

    voldoet: frozenset[str]  # "PDF/UA-1", "PDF/A-2a"
    los: bool  # it has parts that only work in a file of its own: a form, layers
    bestanden: bool  # other files are in it


def load_bijlage(path: Path) -> tuple[Nagekeken, bytes]:
    """Read and look at a file. Raises RegietafelError as :func:`read_bijlage` does, or when it cannot be read."""
    data = read_file(path, MAX_BYTES)
    return read_bijlage(path.name, data), data


def read_bijlage(naam: str, data: bytes) -> Nagekeken:
    """Look at a file before it is taken in. Raises RegietafelError that says what is wrong and what now."""
    path = PurePath(naam.replace("\\", "/"))
    ending = path.suffix.removeprefix(".").lower()
    soort = _SAME.get(ending, ending)
    if soort not in SOORTEN:
        said = _("“{naam}” kan niet mee. Een bijlage is een PDF, Word (docx), Excel (xlsx), PNG of JPEG.")
        raise RegietafelError(said.format(naam=path.name))
    if not data:
        raise RegietafelError(_("“{naam}” is leeg. Kies een ander bestand.").format(naam=path.name))
    if len(data) > MAX_BYTES:
        said = _("“{naam}” is groter dan {most} MB. Verklein het bestand.")
        raise RegietafelError(said.format(naam=path.name, most=MAX_BYTES // 10**6))
    pdf, plaatje = None, None
    if soort == "pdf":
        pdf = read_pdf(data, path.name)
    elif soort in {"docx", "xlsx"}:
        check_office(data, soort, path.name)
    else:
        plaatje = read_picture(data, "PNG" if soort == "png" else "JPEG", path.name)
    stem = file_name(path.stem, suffix="") or _("bijlage")
    return Nagekeken(soort=soort, bestandsnaam=f"{stem}.{soort}", pdf=pdf, plaatje=plaatje)


def read_pdf(data: bytes, naam: str) -> Pdfeigenschappen:
    """What the PDF is. Raises RegietafelError for one that is locked, damaged, endless, or does more than be read."""
    try:
        with opened(data) as pdf:
            if (what := next(_active(pdf), None)) is not None:
                said = _("In “{naam}” zit {wat}. Druk het bestand af naar een nieuwe PDF en voeg die toe.")
                raise RegietafelError(said.format(naam=naam, wat=what))
            root = pdf.Root
            fields = _part(_part(root, "/AcroForm", Dictionary), "/Fields", Array)
            layered = "/OCProperties" in root or "/Collection" in root
            los = bool(len(fields)) or layered or "/Namespaces" in _part(root, "/StructTreeRoot", Dictionary)
            inside = [
                spec.get_file().mime_type for spec in pdf.attachments.values()
            ]  # one that is not there is a damage
            return Pdfeigenschappen(voldoet=standards_met(pdf, data), los=los, bestanden=bool(inside))
    except RegietafelError as error:
        raise RegietafelError(f"{naam}: {error}" if naam not in str(error) else str(error)) from error


def _part(holder: Any, key: str, kind: type) -> Any:
    """What the PDF has there, or an empty one. Raises RegietafelError when it has another kind of thing."""
    found = holder.get(key)
    if found is not None and not isinstance(found, kind):
        raise RegietafelError(damaged())
    return kind() if found is None else found


def standards_met(pdf: pikepdf.Pdf, data: bytes) -> frozenset[str]:
    """Which of the standards that the PDF, opened from ``data``, claims it meets.

    None when nobody can tell: it draws too much to follow, or has longer lists than the judge reads.
    """
    claims, _title = read_xmp(pdf)
    try:
        if claims:
            check_weight(pdf)
        found = judge(pdf, data, claims).voldoet if claims else {}
    except RegietafelError:
        return frozenset()
    return frozenset(norm for norm, passes in found.items() if passes)


def _active(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What in the file would run, play or send something, in words; what nothing leads to cannot."""
    waiting: list[Any] = [pdf.trailer]
    seen: set[tuple[int, int]] = set()
    while waiting:
        found = waiting.pop()
        if found.is_indirect:
            if found.objgen in seen:
                continue
            seen.add(found.objgen)
        if len(seen) > _MAX_OBJECTS:
            yield _("meer dan een document kan hebben")
            return
        if isinstance(found, Array):
            waiting += [kid for kid in found if isinstance(kid, _HOLDERS)]
            continue
        kind = found.get("/S")
        if "/JS" in found or kind == pikepdf.Name.JavaScript:
            yield _("een programma (JavaScript)")
        elif "/XFA" in found:
            yield _("een formulier dat zichzelf verandert (XFA)")
        elif isinstance(kind, pikepdf.Name) and str(kind) in _ACTIONS:
            yield _("een opdracht die iets start of verstuurt")
        elif isinstance(found.get("/Subtype"), pikepdf.Name) and str(found.Subtype) in _PLAYED:
            yield _("beeld of geluid dat afspeelt")
        waiting += [kid for _key, kid in found.items() if isinstance(kid, _HOLDERS)]
