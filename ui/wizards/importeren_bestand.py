"""The step in which the file is chosen and read, and in which one says what it is."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from regietafel.catalog import VERSIE
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.taakstelling import Gelezen, read_taakstelling
from regietafel.fields import Field, Kind
from regietafel.i18n import _, format_date, format_number, parse_date
from ui.kit import dialogs, style
from ui.kit.buttons import button, scrolled
from ui.kit.forms import AlreadySaid, Form
from ui.kit.icons import pixmap
from ui.kit.session import Session
from ui.kit.wizard import StepWidget

KIND = _("Rekenbladen (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt);;Alle bestanden (*)")
SUFFIXES = {".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt"}
FIELDS = (
    Field(
        name="periode",
        label=_("Periode"),
        kind=Kind(format=str, parse=Periode.parse, example="2023-II"),
        required=True,
        help=_("Het halfjaar waarvoor de taakstelling geldt."),
    ),
    *VERSIE,
)
_BUSY_AFTER = 300  # milliseconds
_PERIODE_IN_NAME = re.compile(r"(?<!\d)\d{4}[-_ ](?:II|I|2|1)(?![A-Za-z0-9-])", re.IGNORECASE)
_DATE_IN_NAME = re.compile(r"(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}[-. ]\d{1,2}[-. ]\d{4})(?!\d)")


class Bestand(StepWidget):
    """Gives ``gelezen`` and the facts of the version. A file is read again when another periode is typed."""

    def __init__(self, session: Session, path: Path | None) -> None:
        super().__init__()
        self._session = session
        self._path: Path | None = None
        self._read: tuple[Path, Periode, Gelezen] | None = None
        self._wanted: tuple[Path, Periode] | None = None  # what is being read
        self._proposed: dict[str, str] = {}
        self._first = path
        self._form = Form(FIELDS)
        self._form.changed.connect(self._on_typed)
        self._shape, self._file = (
            style.label(""),
            style.label(_("Sleep een bestand hierheen, of kies er een."), "strong"),
        )
        self._found = style.label("", "quiet")
        self._problem = style.label("", "problem")
        for each in (self._file, self._found, self._problem):
            each.setWordWrap(True)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(4)
        self._busy.setAccessibleName(_("Het bestand wordt gelezen"))
        self._busy.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._busy.show)
        self._choose = button(_("Bestand kiezen…"), self._ask)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SPACE)
        layout.addWidget(self._drop_place())
        layout.addWidget(scrolled(self._form), 1)
        self.setAcceptDrops(True)

    def load(self, draft: Any) -> None:
        """Propose the periode that is looked at."""
        self._form.load(draft)
        self._proposed = self._texts()
        if self._first:
            first, self._first = self._first, None
            self.take(first)

    @property
    def is_changed(self) -> bool:  # type: ignore[override]
        """Whether something was typed; a file alone is chosen again in a moment."""
        return self._texts() != self._proposed

    def values(self) -> dict[str, Any]:
        """Raises RegietafelError as long as there is no file that was read."""
        values = self._form.values()
        if self._path is None:
            raise RegietafelError(_("Kies eerst een bestand."))
        if self._wanted is not None:
            raise RegietafelError(_("Het bestand wordt nog gelezen; een ogenblik."))
        if self._read is None or self._read[:2] != (self._path, values["periode"]):
            raise AlreadySaid(_("Het bestand is niet gelezen."))
        if not self._read[2].regels:
            raise RegietafelError(_nothing(self._path.name, self._read[2]))
        return {**values, "gelezen": self._read[2]}

    def take(self, path: Path) -> None:
        """Read a file; what it tells about itself is proposed where nothing was typed."""
        self._path = path
        self._propose("bron", path.name)
        if match := _PERIODE_IN_NAME.search(path.name):
            self._propose("periode", str(Periode.parse(match[0].replace("_", "-"))))
        if match := _DATE_IN_NAME.search(path.name):
            with contextlib.suppress(ValueError):  # digits that are no date
                self._propose("datum", format_date(parse_date(match[0])))
        self._start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dialogs.dropped_file(event.mimeData(), SUFFIXES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dialogs.dropped_file(event.mimeData(), SUFFIXES):
            event.acceptProposedAction()
            self.take(path)

    def _drop_place(self) -> QWidget:
        place = QFrame()
        place.setProperty("panel", True)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for each in (self._file, self._found, self._problem, self._busy):
            texts.addWidget(each)
        self._found.hide()
        self._problem.hide()
        self._problem.setObjectName("problem-bestand")
        self._shape.setPixmap(pixmap("file-spreadsheet", "secondary", style.PAGE, self.devicePixelRatio()))
        row = QHBoxLayout(place)
        row.setContentsMargins(style.SPACE, style.SPACE, style.SPACE, style.SPACE)
        row.setSpacing(12)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignTop)
        return place

    def _ask(self) -> None:
        if path := dialogs.choose_to_open(self, _("Taakstelling inlezen"), KIND):
            self.take(path)

    def _on_typed(self) -> None:
        if self._path is not None:
            self._start()
        self.changed.emit()

    def _start(self) -> None:
        """Read the file for the periode that is typed, unless that was done."""
        try:
            periode = Periode.parse(self._line("periode").text())
        except RegietafelError:
            return  # said when one goes on
        assert self._path is not None
        wanted = (self._path, periode)
        if wanted == self._wanted or (self._wanted is None and self._read is not None and self._read[:2] == wanted):
            return
        self._wanted, self._read = wanted, None
        self._say(self._path.name, _("Wordt gelezen…"), "")
        self._timer.start(_BUSY_AFTER)
        self._session.run_in_background(
            lambda: read_taakstelling(*wanted),
            lambda gelezen: self._on_read(wanted, gelezen),
            lambda error: self._on_failed(wanted, error),
        )

    def _on_read(self, wanted: tuple[Path, Periode], gelezen: Gelezen) -> None:
        if not isValid(self) or wanted != self._wanted:
            return  # meanwhile the wizard was left, or another file or periode chosen
        self._stop()
        self._read = (*wanted, gelezen)
        if gelezen.gedrukt_totaal is not None and gelezen.whole_country:
            self._propose("landelijk", format_number(gelezen.gedrukt_totaal))
        self._say(wanted[0].name, _found(gelezen), "")

    def _on_failed(self, wanted: tuple[Path, Periode], error: BaseException) -> None:
        if not isValid(self) or wanted != self._wanted:
            return
        self._stop()
        if not isinstance(error, RegietafelError):
            self._say(wanted[0].name, "", _("Dit bestand kan niet worden gelezen."))
            raise error
        self._say(wanted[0].name, "", str(error))

    def _stop(self) -> None:
        self._wanted = None
        self._timer.stop()
        self._busy.hide()

    def _say(self, file: str, found: str, problem: str) -> None:
        self._file.setText(file)
        for each, text in ((self._found, found), (self._problem, problem)):
            each.setText(text)
            each.setVisible(bool(text))
        self._choose.setText(_("Ander bestand kiezen…"))

    def _propose(self, name: str, text: str) -> None:
        """Fill in what was not typed by the user."""
        line = self._line(name)
        if line.text() == self._proposed.get(name, ""):
            self._proposed[name] = text
            line.setText(text)

    def _texts(self) -> dict[str, str]:
        return {each.name: self._line(each.name).text() for each in FIELDS}

    def _line(self, name: str) -> QLineEdit:
        line = self._form.editor(name)
        assert isinstance(line, QLineEdit)
        return line


def _nothing(naam: str, gelezen: Gelezen) -> str:
    said = _("In {naam} staat geen enkele rij om in te lezen.").format(naam=naam)
    for first in gelezen.problemen[:1]:
        said += " " + _("De eerste: {blad}, rij {rij}: {melding}.").format(
            blad=first.blad, rij=first.rij, melding=first.melding
        )
    return said


def _found(gelezen: Gelezen) -> str:
    rows = _("1 rij") if len(gelezen.regels) == 1 else _("{n} rijen").format(n=format_number(len(gelezen.regels)))
    said = [_("{rows} met een taakstelling").format(rows=rows)]
    if gelezen.problemen:
        n = len(gelezen.problemen)
        said.append(_("1 probleem") if n == 1 else _("{n} problemen").format(n=format_number(n)))
    if len(gelezen.bladen) > 1:
        said.append(_("bladen {bladen}").format(bladen=", ".join(gelezen.bladen)))
    return " · ".join(said)
