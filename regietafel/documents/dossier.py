"""All documents of one herverdeling, and writing them to a folder: all of them, or none."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from regietafel.documents.blocks import Document
from regietafel.documents.collegebrief import make_collegebrief
from regietafel.documents.gezamenlijk_besluit import make_gezamenlijk_besluit
from regietafel.documents.herverdeling import collect
from regietafel.documents.kennisgeving_coa import make_kennisgeving_coa
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger

_MAX_NAME = 60


def make_dossier(ledger: Ledger, herverdeling_id: int, datum: datetime.date) -> tuple[Stuk, ...]:
    """The gezamenlijk besluit, a collegebrief for every party and the kennisgeving to the COA, dated ``datum``.

    Raises RegietafelError that says what is missing, before anything is made.
    """
    gegevens = collect(ledger, herverdeling_id, datum)
    kenmerk = gegevens.view.kenmerk
    besluit, brief, kennisgeving = _("Gezamenlijk besluit"), _("Collegebrief"), _("Kennisgeving COA")
    stukken = [Stuk(soort=besluit, bestandsnaam=_name(kenmerk, besluit), document=make_gezamenlijk_besluit(gegevens))]
    for gemeente in gegevens.partijen:
        name = _name(kenmerk, brief, gemeente.naam)
        if any(stuk.bestandsnaam.casefold() == name.casefold() for stuk in stukken):
            name = _name(kenmerk, brief, gemeente.naam, gemeente.gm_code)
        stukken.append(Stuk(soort=brief, bestandsnaam=name, document=make_collegebrief(gegevens, gemeente)))
    name = _name(kenmerk, kennisgeving)
    return (*stukken, Stuk(soort=kennisgeving, bestandsnaam=name, document=make_kennisgeving_coa(gegevens)))


def write_dossier(stukken: Sequence[Stuk], folder: Path, overwrite: bool = False) -> tuple[Path, ...]:
    """Write the documents as PDF and return where they are. The folder is made when it is missing.

    Raises RegietafelError, and leaves the folder as it was, when documents are there already and ``overwrite`` is
    False, or when they cannot be written.
    """
    from regietafel.documents.pdf import render_pdf

    targets = tuple(folder / stuk.bestandsnaam for stuk in stukken)
    existing = [target.name for target in targets if target.exists()]
    if existing and not overwrite:
        raise RegietafelError(
            _("In {map} staat al: {namen}. Kies een andere map of laat deze documenten vervangen.").format(
                map=folder, namen=", ".join(existing)
            )
        )
    rendered = [render_pdf(stuk.document) for stuk in stukken]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_all(list(zip(targets, rendered, strict=True)))
    except OSError as error:
        raise RegietafelError(
            _("De documenten zijn niet geschreven in {map}: {reden}.").format(map=folder, reden=error.strerror or error)
        ) from error
    return targets


def _write_all(files: Sequence[tuple[Path, bytes]]) -> None:
    """First everything under another name, then all names at once: a full disk leaves nothing half done."""
    with ExitStack() as cleanup:
        for target, content in files:
            temporary = _temporary(target)
            cleanup.callback(temporary.unlink, missing_ok=True)
            temporary.write_bytes(content)
        for target, _content in files:
            _temporary(target).replace(target)


def _temporary(target: Path) -> Path:
    return target.with_name(target.name + ".tmp")


def _name(*parts: str) -> str:
    """A file name every system takes, as ``HV-2023-II-01 Collegebrief Enschede.pdf``."""
    return " ".join(filter(None, map(_plain, parts))) + ".pdf"


def _plain(part: str) -> str:
    """Letters without accents, digits, hyphens, dots inside and spaces; anything else is left out."""
    ascii_part = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9 .-]+", "", ascii_part).strip(" .-")[:_MAX_NAME]


@dataclass(frozen=True, kw_only=True)
class Stuk:
    """One document of a dossier: what it is, the name of its file and what is in it."""

    soort: str
    bestandsnaam: str
    document: Document
