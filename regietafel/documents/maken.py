"""From documents to files: render them, write them to a folder, and keep them in the register."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from regietafel.actions.archief import Gemaakt, register
from regietafel.documents.blocks import Document
from regietafel.documents.stuk import Mislukt, Stuk
from regietafel.domain.document import Archiefstuk
from regietafel.domain.record import check_day
from regietafel.errors import RegietafelError, StaatErAl
from regietafel.files import write_files
from regietafel.i18n import _, enumerate_some
from regietafel.ledger import Ledger


class Geschreven(NamedTuple):
    """A document in a folder, in a form."""

    stuk: Stuk
    pad: Path
    bestand: bytes
    vorm: str = "pdf"


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """What was written, what was not, and what the user must know of what was.

    ``naast`` are files of the user that go with a package as they are.
    """

    geschreven: tuple[Geschreven, ...]
    mislukt: tuple[Mislukt, ...] = ()
    meldingen: tuple[str, ...] = ()
    naast: tuple[tuple[Path, bytes], ...] = ()

    @property
    def bestanden(self) -> tuple[tuple[Path, bytes], ...]:
        """Everything that is written: where it is, and what is in it."""
        return (*((each.pad, each.bestand) for each in self.geschreven), *self.naast)

    @property
    def paden(self) -> tuple[Path, ...]:
        """Where all that is."""
        return tuple(pad for pad, _inhoud in self.bestanden)


def render(document: Document, vorm: str = "pdf") -> bytes:
    """The document as a file of that form, a key of VORMEN; the same document gives the same bytes.

    Raises RegietafelError when there is no such form, as in a register that someone else wrote in.
    """
    if vorm not in VORMEN:
        raise RegietafelError(_("“{vorm}” is geen vorm waarin een document wordt gemaakt.").format(vorm=vorm[:20]))
    return VORMEN[vorm](document)


def as_pdf(each: Geschreven) -> bytes:
    """What was made as a PDF, in whatever form it was made."""
    return each.bestand if each.vorm == "pdf" else render(each.stuk.document)


def write_stukken(stukken: Sequence[Stuk], folder: Path, *, vorm: str = "pdf", overwrite: bool = False) -> Uitkomst:
    """Write the documents to a folder, which is made when it is missing. What cannot be rendered is told, and left out.

    Touches no ledger, so it can run on a thread. Raises RegietafelError, and leaves the folder as it was, when
    documents are there already and ``overwrite`` is False, or when they cannot be written.
    """
    refuse_existing(folder, [folder / file_name_in(stuk, vorm) for stuk in stukken], overwrite=overwrite)
    made = render_stukken(stukken, folder, vorm)
    write_files([(each.pad, each.bestand) for each in made.geschreven])
    return made


def render_stukken(stukken: Iterable[Stuk], folder: Path, vorm: str = "pdf") -> Uitkomst:
    """The documents as they are to be written to that folder. What cannot be rendered is told, and left out."""
    made, failed = [], []
    for stuk in stukken:
        try:
            made.append(Geschreven(stuk, folder / file_name_in(stuk, vorm), render(stuk.document, vorm), vorm))
        except RegietafelError as error:
            failed.append(Mislukt(stuk.label, str(error)))
    return Uitkomst(geschreven=tuple(made), mislukt=tuple(failed))


def write_stuk(stuk: Stuk, path: Path, vorm: str) -> Geschreven:
    """Write one document to that file, which is replaced when it is there. Raises RegietafelError."""
    written = Geschreven(stuk, path, render(stuk.document, vorm), vorm)
    write_files([(path, written.bestand)])
    return written


def refuse_existing(folder: Path, targets: Sequence[Path], *, overwrite: bool) -> None:
    """Raises RegietafelError that names what is there already, unless it may be replaced."""
    if existing := [target.name for target in targets if not overwrite and target.exists()]:
        raise StaatErAl(
            _("In {map} staat al: {namen}. Kies een andere map of laat deze documenten vervangen.").format(
                map=folder, namen=enumerate_some(existing)
            )
        )


def file_name_in(stuk: Stuk, vorm: str) -> str:
    """The name of the file in that form."""
    return in_form(stuk.bestandsnaam, vorm)


def in_form(bestandsnaam: str, vorm: str) -> str:
    """The name of a PDF in another form."""
    return bestandsnaam.removesuffix(".pdf") + "." + vorm


def keep(ledger: Ledger, geschreven: Sequence[Geschreven], *, openbaar: bool = False) -> tuple[Archiefstuk, ...]:
    """Put what was written in the register, as one operation; a file that is open for reading keeps nothing."""
    if not geschreven or ledger.read_only:
        return ()
    return register(ledger, to_register(geschreven, openbaar=openbaar))


def read_feiten(content: bytes) -> dict[str, str]:
    """The facts as :func:`keep` wrote them. Raises RegietafelError when they are something else."""
    try:
        found = json.loads(content) if len(content) <= _MAX_FEITEN else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(isinstance(said, str) for said in found.values()):
        raise _damaged()
    return found


def day_in(feiten: Mapping[str, str], naam: str) -> datetime.date:
    """The day that these facts have under that name. Raises RegietafelError when they have none."""
    try:
        day = datetime.date.fromisoformat(feiten[naam])
    except (KeyError, ValueError):
        raise _damaged() from None
    check_day(day)
    return day


def numbers_in(feiten: Mapping[str, str], naam: str) -> tuple[int, ...]:
    """The numbers that these facts have under that name, in their order. Raises as :func:`day_in`."""
    try:
        return tuple(map(int, feiten[naam].split()))
    except (KeyError, ValueError):
        raise _damaged() from None


def _damaged() -> RegietafelError:
    return RegietafelError(_("Wat dit bestand van het document weet, is beschadigd. Maak het document opnieuw."))


def to_register(geschreven: Iterable[Geschreven], *, openbaar: bool = False) -> list[Gemaakt]:
    """What was written, as the register takes it, made now."""
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    made = []
    for stuk, _pad, bestand, vorm in geschreven:
        document = stuk.document
        record = Archiefstuk(
            herverdeling_id=stuk.herverdeling_id,
            overleg_id=stuk.overleg_id,
            onderwerp=stuk.onderwerp,
            soort=stuk.soort,
            voor=stuk.voor,
            titel=document.title,
            bestandsnaam=file_name_in(stuk, vorm),
            vorm=vorm,
            openbaar=openbaar,
            datum=document.datum,
            gemaakt_op=now,
            sjabloon=document.sjabloon,
            sjabloon_sha=document.sjabloon_sha,
            feiten=_PENDING,
            inhoud=_PENDING,
        )
        made.append(Gemaakt(record, bestand, json.dumps(dict(document.feiten), ensure_ascii=False).encode()))
    return made


_MAX_FEITEN = 10_000_000  # bytes
_PENDING = "0" * 64  # until the register has put the file in


def _pdf(document: Document) -> bytes:
    from regietafel.documents.pdf.render import render_pdf

    if document.weggelaten:
        from regietafel.documents.woo.legenda import with_pages

        document = with_pages(document)
    return render_pdf(document)


def _docx(document: Document) -> bytes:
    from regietafel.documents.word.docx import render_docx

    return render_docx(document)


def _odt(document: Document) -> bytes:
    from regietafel.documents.word.odt import render_odt

    return render_odt(document)


VORMEN: Mapping[str, Callable[[Document], bytes]] = {"pdf": _pdf, "docx": _docx, "odt": _odt}
