"""The step in which the table is chosen and read, and in which one says what it is and of which periode."""

from __future__ import annotations

import contextlib
import datetime
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.indeling import Indeling, guess_soort
from regietafel.exchange.inlezen import remembered
from regietafel.exchange.soort import Soort, Vraag
from regietafel.exchange.soorten import TAAKSTELLING
from regietafel.exchange.spreadsheet import SUFFIXES, Blad
from regietafel.i18n import _, format_date, format_number, parse_date
from ui.kit import dialogs, style
from ui.kit.buttons import scrolled
from ui.kit.forms import AlreadySaid
from ui.kit.session import Session
from ui.kit.wizard import StepWidget
from ui.wizards.importeren_concept import Concept
from ui.wizards.importeren_lezing import MOST_PASTED, Bron, Herkomst, Inlezing, Latest, Lezing, Stempel, lees, summary
from ui.wizards.importeren_plek import Bronplek, Oudebalk, moment_text
from ui.wizards.importeren_velden import Velden

_PERIODE_IN_NAME = re.compile(r"(?<!\d)\d{4}[-_ ](?:II|I|2|1)(?![A-Za-z0-9-])", re.IGNORECASE)
_DATE_IN_NAME = re.compile(r"(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}[-. ]\d{1,2}[-. ]\d{4})(?!\d)")


class Bestand(StepWidget):
    """Gives everything but ``lezing``. The table is read again when another soort, periode or day is typed."""

    read = Signal()  # the table was read, or could not be

    def __init__(self, session: Session, source: Path | None = None, soort: Soort | None = None) -> None:
        super().__init__()
        self._session = session
        self._first = source
        self._soort_chosen = soort is not None
        self._background = Latest(session, self)
        self._bron: Bron | None = None
        self._bladen: tuple[Blad, ...] = ()
        self._soorten: list[Soort] = []  # what the table looks like
        self._asked: Vraag | None = None
        self._lezing: Lezing | None = None  # what was asked gave this
        self._kept: Concept | None = None
        self._warning = ""
        self._stempel: Stempel | None = None  # of the file as it was chosen
        self.place = Bronplek(self._ask, self.paste)
        self.old = Oudebalk()
        self.inputs = Velden(soort or TAAKSTELLING, self.paste)
        self.inputs.typed.connect(self._on_typed)
        self.inputs.soort_chosen.connect(self._on_soort)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SPACE)
        layout.addWidget(self.old)
        layout.addWidget(self.place)
        layout.addWidget(scrolled(self.inputs), 1)
        self.setAcceptDrops(True)

    def load(self, draft: Inlezing) -> None:
        """Propose the periode that is looked at."""
        self.inputs.propose("periode", str(draft.periode or ""))
        if self._first:
            first, self._first = self._first, None
            self.take(Bron(first))

    @property
    def is_changed(self) -> bool:  # type: ignore[override]
        """Whether something was typed or pasted; a file alone is chosen again in a moment."""
        return self.inputs.is_changed or (self._bron is not None and self._bron.pad is None)

    def values(self) -> dict[str, Any]:
        """Raises RegietafelError as long as there is no table that was read."""
        values, soort = self.inputs.values(), self.inputs.soort
        if self._bron is None:
            raise RegietafelError(_("Kies eerst een bestand, of plak een tabel."))
        if self._background.busy:
            raise RegietafelError(_("De tabel wordt nog gelezen; een ogenblik."))
        if self._lezing is None or self._asked != self.inputs.vraag() or self._blocks(self._lezing):
            raise AlreadySaid(_("De tabel is niet gelezen."))
        return {
            "soort": soort,
            "periode": values.get("periode"),
            "datum": values.get("peildatum") if soort.heeft_peildatum else values.get("datum"),
            "landelijk": values.get("landelijk"),
            "bron": values["bron"] or self._bron.naam,
            "herkomst": self._bron,
            "bladen": self._bladen,
            "geraden": self._lezing,
            "keuzes": self._kept.keuzes if self._kept else {},
            "blijft": self._kept.blijft if self._kept else frozenset(),
        }

    def concept(self) -> Concept | None:
        """What was chosen and typed here; None without a table, or as long as nobody can say what it is a table of."""
        if self._bron is None or (self._background.busy and not self._bladen):
            return None
        soort, texts = self.inputs.soort, self.inputs.texts
        if self._kept:
            return replace(self._kept, soort=soort, velden=texts)
        return Concept(herkomst=self._bron, stempel=self._stempel, soort=soort, velden=texts)

    def take(self, bron: Bron) -> None:
        """Read another table; what its name tells is proposed where nothing was typed."""
        self._kept, self._warning, self._stempel = None, "", bron.stempel
        self._bladen = ()  # so that what is proposed does not read the table before
        for name in ("datum", "peildatum", "landelijk"):
            self.inputs.propose(name, "")
        self.inputs.propose("bron", bron.naam)
        if match := _PERIODE_IN_NAME.search(bron.naam):
            self.inputs.propose("periode", str(Periode.parse(match[0].replace("_", "-"))))
        if day := _day_in(bron.naam):
            self.inputs.propose("datum", format_date(day))
        self._open(bron)
        self.changed.emit()

    def resume(self, concept: Concept, moment: datetime.datetime) -> bool:
        """Go on with what was kept; of a file that is another now only what was typed: then False."""
        self.old.hide()
        bron, self._kept, self._warning = concept.herkomst, concept, ""
        if bron.pad and (now := bron.stempel) not in (None, concept.stempel):
            sentence = _("{naam} is gewijzigd sinds {moment} en opnieuw gelezen. Maak uw keuzes per rij opnieuw.")
            self._warning = sentence.format(naam=bron.naam, moment=moment_text(moment))
            self._kept = Concept(herkomst=bron, stempel=now, soort=concept.soort, velden=concept.velden)
        self._soort_chosen = True
        self._bladen = ()
        self.inputs.restore(concept.soort, concept.velden)
        self._open(bron)
        self.changed.emit()
        return not self._warning

    def paste(self) -> None:
        """Read the table that is on the clipboard, or the file that was copied there."""
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text()
        if path := dialogs.dropped_file(clipboard.mimeData(), SUFFIXES):
            self.take(Bron(path))
        elif len(text) > MOST_PASTED:
            self.place.say("", "", _("De geplakte tabel is te groot. Bewaar hem als bestand en kies dat bestand."))
        elif not text.strip():
            sentence = _("Er is geen tabel gekopieerd. Selecteer de cellen in het rekenblad en kopieer ze.")
            self.place.say("", "", sentence)
        else:
            self.take(Bron(None, text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dialogs.dropped_file(event.mimeData(), SUFFIXES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dialogs.dropped_file(event.mimeData(), SUFFIXES):
            event.acceptProposedAction()
            self.take(Bron(path))

    def _ask(self) -> None:
        if path := dialogs.choose_to_open(self, _("Tabel inlezen"), dialogs.spreadsheets(SUFFIXES)):
            self.take(Bron(path))

    def _on_soort(self) -> None:
        self._soort_chosen = True
        self._start()
        self.changed.emit()

    def _on_typed(self, name: str) -> None:
        if name in {"periode", "peildatum"}:
            self._start()
        self.changed.emit()

    def _open(self, bron: Bron) -> None:
        self._bron, self._lezing, self._asked = bron, None, None
        self.place.busy(bron.naam)
        self._background.run(lambda: (bladen := bron.bladen(), guess_soort(bladen)), self._on_sheets, self._on_failed)

    def _on_sheets(self, found: tuple[tuple[Blad, ...], list[Soort]]) -> None:
        self._bladen, self._soorten = found
        if self._soorten and not self._soort_chosen and self._soorten[0] is not self.inputs.soort:
            self.inputs.choose(self._soorten[0])
        self._say("", "")
        self._start()
        self.changed.emit()

    def _start(self) -> None:
        """Read the sheets for what is typed, unless that was done."""
        vraag, bladen = self.inputs.vraag(), self._bladen
        if vraag is None or not bladen or self._bron is None or vraag == self._asked:
            return  # what cannot be read is said when one goes on
        self._asked, self._lezing, naam = vraag, None, self._bron.genoemd
        indeling, herkomst = self._known(vraag.soort)
        self.place.busy(self._bron.naam)
        self._background.run(lambda: lees(bladen, vraag, naam, indeling, herkomst), self._on_read, self._on_failed)

    def _known(self, soort: Soort) -> tuple[Indeling | None, Herkomst]:
        """The columns as pointed out in what was kept, or in an earlier table; None to guess."""
        if self._kept and self._kept.indeling and self._kept.soort is soort:
            return self._kept.indeling, Herkomst.ZELF
        earlier = remembered(self._session.ledger, self._bladen, soort)
        return earlier, Herkomst.EERDER if earlier else Herkomst.GERADEN

    def _on_read(self, lezing: Lezing) -> None:
        self._lezing, gelezen = lezing, lezing.gelezen
        if gelezen is None:
            self._say("", self._failed(lezing))
        else:
            if gelezen.gedrukt_totaal is not None and gelezen.whole_country:
                self.inputs.propose("landelijk", format_number(gelezen.gedrukt_totaal))
            dated = gelezen.peildatum or any(regel.peildatum for regel in gelezen.regels)
            if not dated and self._bron and (day := _day_in(self._bron.naam)):
                self.inputs.propose("peildatum", format_date(day))
            if self._background.busy:
                return  # the day that was just proposed asks for another reading
            self._say(summary(gelezen), "")
        self.read.emit()

    def _on_failed(self, sentence: str) -> None:
        self._say("", sentence)
        self.changed.emit()
        self.read.emit()

    def _say(self, found: str, problem: str) -> None:
        self.place.say(self._bron.naam if self._bron else "", found, " ".join(filter(None, (self._warning, problem))))

    def _failed(self, lezing: Lezing) -> str:
        soort = self.inputs.soort
        if self._soorten and soort not in self._soorten:
            sentence = _("{melding} Deze tabel lijkt op: {soort}.")
            return sentence.format(melding=lezing.melding, soort=self._soorten[0].label)
        if not self._blocks(lezing):
            return _("{melding} Of wijs in de volgende stap de kolommen aan.").format(melding=lezing.melding)
        return lezing.melding

    def _blocks(self, lezing: Lezing) -> bool:
        """Whether pointing out columns would not help: the table is of another periode, or too large."""
        return lezing.gelezen is None and not lezing.kolommen_onbekend and lezing.herkomst is Herkomst.GERADEN


def _day_in(naam: str) -> datetime.date | None:
    """The day that the name of a file tells."""
    if match := _DATE_IN_NAME.search(naam):
        with contextlib.suppress(ValueError):  # digits that are no date
            return parse_date(match[0])
    return None
