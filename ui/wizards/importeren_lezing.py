"""Where a table comes from, and what was read of it: values without widgets, made on a thread."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.gelezen import Gelezen
from regietafel.exchange.importplan import Importplan, Planrij, Plek, Uitkomst
from regietafel.exchange.indeling import Indeling, column_names, guess, start, with_formats
from regietafel.exchange.inlezen import make_plan
from regietafel.exchange.lezen import read
from regietafel.exchange.soort import Soort, Vraag, veld_of
from regietafel.exchange.soorten import TAAKSTELLING
from regietafel.exchange.spreadsheet import Blad, from_text, read_sheets
from regietafel.i18n import _, format_date, format_number
from regietafel.ledger import Ledger
from ui.kit.session import Session

MOST_PASTED = 2_000_000  # signs: it is kept with the draft
MOST_ROWS = 5_000  # each row is compared again at every choice

T = TypeVar("T")
Stempel = tuple[int, int]  # size and moment of a file: whether it is still the same


class Herkomst(StrEnum):
    """How it is known which column holds what."""

    GERADEN = "geraden"
    EERDER = "eerder"
    ZELF = "zelf"


@dataclass(frozen=True)
class Bron:
    """A file, or a table from the clipboard."""

    pad: Path | None = None
    tekst: str = ""

    @property
    def naam(self) -> str:
        """What the log says that the numbers come from."""
        return self.pad.name if self.pad else _("geplakte tabel")

    @property
    def genoemd(self) -> str:
        """What a sentence calls it."""
        return self.pad.name if self.pad else _("de geplakte tabel")

    @property
    def stempel(self) -> Stempel | None:
        """Of the file as it is now."""
        try:
            found = self.pad.stat() if self.pad else None
        except OSError:
            return None
        return (found.st_size, found.st_mtime_ns) if found else None

    def bladen(self) -> tuple[Blad, ...]:
        """The sheets. Raises RegietafelError."""
        return read_sheets(self.pad) if self.pad else from_text(self.tekst)


@dataclass(frozen=True)
class Lezing:
    """What the columns gave. Without ``gelezen`` the ``melding`` says what the user must do."""

    indeling: Indeling
    herkomst: Herkomst = Herkomst.GERADEN
    gelezen: Gelezen | None = None
    melding: str = ""
    kolommen_onbekend: bool = False  # so the user has to point them out


@dataclass(frozen=True, kw_only=True)
class Inlezing:
    """What the steps fill in. ``keuzes``: per row the GM-code the user chose, None to leave the row out.

    ``geraden`` is what the first step found, ``lezing`` what counts. ``blijft``: rows whose new number is not taken.
    """

    soort: Soort = TAAKSTELLING
    periode: Periode | None = None
    datum: datetime.date | None = None
    landelijk: int | None = None
    bron: str = ""
    herkomst: Bron = field(default_factory=Bron)
    bladen: tuple[Blad, ...] = ()
    geraden: Lezing | None = None
    lezing: Lezing | None = None
    keuzes: Mapping[Plek, str | None] = field(default_factory=dict)
    blijft: frozenset[Plek] = frozenset()

    @property
    def vraag(self) -> Vraag:
        """What is asked of the table; the date of a circulaire is no peildatum."""
        return Vraag(self.soort, self.periode, self.datum if self.soort.heeft_peildatum else None)

    @property
    def gelezen(self) -> Gelezen:
        """The rows that were read."""
        assert self.lezing is not None and self.lezing.gelezen is not None
        return self.lezing.gelezen


class Latest:
    """Work in the background of which only what was asked last counts, as long as ``owner`` is there."""

    def __init__(self, session: Session, owner: QWidget) -> None:
        self._session, self._owner = session, owner
        self._asked: object = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._asked is not None

    def drop(self) -> None:
        """What was asked is no longer wanted."""
        self._asked = None

    def run(self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[str], object]) -> None:
        """Ask something else; ``failed`` gets a sentence for the user."""
        asked = self._asked = object()

        def wanted() -> bool:
            if not isValid(self._owner) or self._asked is not asked:
                return False  # meanwhile the wizard was left, or something else asked
            self._asked = None
            return True

        def fail(error: BaseException) -> None:
            if wanted():
                known = isinstance(error, RegietafelError)
                failed(str(error) if known else _("Deze tabel kan niet worden gelezen."))
                if not known:
                    raise error

        def succeed(outcome: T) -> None:
            if wanted():
                done(outcome)

        self._session.run_in_background(work, succeed, fail)


def lees(
    bladen: Sequence[Blad],
    vraag: Vraag,
    naam: str,
    indeling: Indeling | None = None,
    herkomst: Herkomst = Herkomst.GERADEN,
) -> Lezing:
    """Read with these columns, or with those that are guessed. Raises RegietafelError when there is nothing at all."""
    found = indeling or guess(bladen, vraag, naam)
    if isinstance(found, str):
        return Lezing(start(bladen, vraag), melding=found, kolommen_onbekend=True)
    try:
        gelezen = read(
            bladen,
            vraag.soort,
            vraag.periode,
            peildatum=vraag.peildatum,
            indeling=indeling,
            eerder=herkomst is Herkomst.EERDER,
            naam=naam,
        )
    except RegietafelError as error:
        return Lezing(found, herkomst, melding=str(error))
    if len(gelezen.regels) > MOST_ROWS:
        sentence = _("{naam} heeft {n} rijen; er kunnen er {most} tegelijk in. Kies een deel van de tabel.")
        said = {"naam": naam, "n": format_number(len(gelezen.regels)), "most": format_number(MOST_ROWS)}
        return Lezing(found, herkomst, melding=sentence.format(**said))
    if not gelezen.regels:
        return Lezing(found, herkomst, melding=_nothing(naam, gelezen), kolommen_onbekend=True)
    return Lezing(found, herkomst, gelezen)


def plan(ledger: Ledger, draft: Inlezing) -> Importplan:
    """What the draft would do. Raises RegietafelError when the day is unknown or cannot be."""
    made = make_plan(ledger, draft.gelezen, draft.periode, draft.datum, keuzes=draft.keuzes)
    if not draft.blijft:
        return made
    rijen = (
        replace(rij, schrijft=False) if rij.plek in draft.blijft and is_conflict(made, rij) else rij
        for rij in made.rijen
    )
    return replace(made, rijen=tuple(rijen))


def is_conflict(made: Importplan, rij: Planrij) -> bool:
    """Whether a number in the file would be replaced; a new version of a taakstelling replaces nothing."""
    fresh = made.soort is TAAKSTELLING and made.versie is None
    return rij.uitkomst is Uitkomst.GEWIJZIGD and not fresh


def by_heading(blad: Blad, kop: int, kopregels: int, soort: Soort) -> Indeling:
    """The columns as a header in this row names them, as far as there is no doubt."""
    found = [veld_of(soort, text) if text else "" for text in column_names(blad, kop, kopregels)]
    velden = {veld: place for place, veld in enumerate(found) if veld and found.count(veld) == 1}
    return with_formats(Indeling(blad.naam, kop, kopregels, velden), blad, soort)


def summary(gelezen: Gelezen) -> str:
    """How much was read."""
    n = len(gelezen.regels)
    said = [_("1 rij gelezen") if n == 1 else _("{n} rijen gelezen").format(n=format_number(n))]
    if problems := len(gelezen.problemen):
        said.append(_("1 probleem") if problems == 1 else _("{n} problemen").format(n=format_number(problems)))
    if gelezen.peildatum:
        said.append(_("peildatum {datum}").format(datum=format_date(gelezen.peildatum)))
    if len(gelezen.bladen) > 1:
        said.append(_("bladen {bladen}").format(bladen=", ".join(gelezen.bladen)))
    return " · ".join(said)


def _nothing(naam: str, gelezen: Gelezen) -> str:
    said = _("In {naam} staat geen enkele rij om in te lezen.").format(naam=naam)
    for first in gelezen.problemen[:1]:
        where: dict[str, Any] = {"blad": first.blad, "rij": first.rij, "melding": first.melding}
        said += " " + _("De eerste: {blad}, rij {rij}: {melding}.").format(**where)
    return said
