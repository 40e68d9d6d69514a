"""What one says about a table: which kind it is, of which periode and day, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from regietafel.catalog import VERSIE
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.soort import Soort, Vraag
from regietafel.exchange.soorten import SOORTEN, TAAKSTELLING
from regietafel.fields import DATUM, Field, Kind
from regietafel.i18n import _
from ui.kit import style
from ui.kit.forms import Form

SOORT = Field(
    name="soort",
    label=_("Soort tabel"),
    choices={soort.label: soort for soort in SOORTEN.values()},
    required=True,
)
PERIODE = Field(
    name="periode",
    label=_("Periode"),
    kind=Kind(format=str, parse=Periode.parse, example="2023-II"),
    required=True,
    help=_("Het halfjaar waarover de tabel gaat."),
)
PEILDATUM = Field(
    name="peildatum",
    label=_("Peildatum"),
    kind=DATUM,
    help=_("De dag van de telling. Leeg: de dag die in de tabel staat."),
)
*_VERSIE, _BRON = VERSIE


def fields_of(soort: Soort) -> tuple[Field, ...]:
    """What one says about a table of this kind."""
    periode = (PERIODE,) if soort.heeft_periode else ()
    when = tuple(_VERSIE) if soort is TAAKSTELLING else (PEILDATUM,) if soort.heeft_peildatum else ()
    return (*periode, *when, _BRON)


class Velden(QWidget):
    """Only the inputs that the kind of table needs; ``paste`` is called for a table that is pasted in one of them."""

    soort_chosen = Signal()  # by the user
    typed = Signal(str)  # the name of the field

    def __init__(self, soort: Soort, paste: Callable[[], object]) -> None:
        super().__init__()
        self.soort = soort
        self.texts: dict[str, str] = {}
        self._paste = paste
        self._proposed: dict[str, str] = {}
        self._kind, self._form = Form([SOORT]), Form(())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.SPACE)
        self._column.addWidget(self._kind)
        self._column.addWidget(self._form, 1)
        chooser = self._kind.editor("soort")
        assert isinstance(chooser, QComboBox)
        chooser.activated.connect(lambda place: self._on_soort(list(SOORTEN.values())[place]))
        self.choose(soort)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed."""
        return any(text != self._proposed.get(name, "") for name, text in self.texts.items())

    def choose(self, soort: Soort) -> None:
        """Show the inputs of this kind, with what was typed before."""
        self.soort = soort
        self._kind.load({"soort": soort})
        old, self._form = self._form, Form(fields_of(soort))
        self._column.replaceWidget(old, self._form)
        old.hide()
        old.deleteLater()
        for each in fields_of(soort):
            line = self._line(each.name)
            line.setText(self.texts.get(each.name, ""))
            line.textChanged.connect(lambda text, name=each.name: self._on_typed(name, text))
            line.installEventFilter(self)

    def restore(self, soort: Soort, texts: Mapping[str, str]) -> None:
        """Show what was typed in an earlier wizard."""
        known = {each.name for each in (PERIODE, PEILDATUM, *VERSIE)}
        self.texts |= {name: text for name, text in texts.items() if name in known}
        self.choose(soort)

    def propose(self, name: str, text: str) -> None:
        """Fill in what was not typed by the user."""
        if self.texts.get(name, "") == self._proposed.get(name, ""):
            self._proposed[name] = self.texts[name] = text
            if name in {each.name for each in fields_of(self.soort)}:
                self._line(name).setText(text)

    def values(self) -> dict[str, Any]:
        """By name of the field. Raises AlreadySaid."""
        return self._form.values()

    def vraag(self) -> Vraag | None:
        """What is asked of the table; None as long as a day or periode cannot be read. The user may still be typing."""
        texts = {name: self.texts.get(name, "") for name in ("periode", "peildatum")}
        try:
            return Vraag(
                self.soort,
                PERIODE.parse(texts["periode"]) if self.soort.heeft_periode else None,
                PEILDATUM.parse(texts["peildatum"]) if self.soort.heeft_peildatum else None,
            )
        except RegietafelError:
            return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A line keeps what belongs in a line; a table that is pasted there is for the page."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if "\t" in text or "\n" in text.strip():
                if event.type() == QEvent.Type.KeyPress:
                    self._paste()
                return event.type() != QEvent.Type.KeyRelease
        return super().eventFilter(watched, event)

    def _on_soort(self, soort: Soort) -> None:
        if soort is not self.soort:
            self.choose(soort)
            self.soort_chosen.emit()

    def _on_typed(self, name: str, text: str) -> None:
        self.texts[name] = text
        self.typed.emit(name)

    def _line(self, name: str) -> QLineEdit:
        line = self._form.editor(name)
        assert isinstance(line, QLineEdit)
        return line
