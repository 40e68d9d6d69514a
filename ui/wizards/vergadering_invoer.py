"""The one line that is typed in during a meeting: what it says is taken, and what is doubtful is asked first."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from regietafel.catalog.verslag import REGELSOORTEN
from regietafel.exchange.vergaderregel import Invoerregel, read_regel
from regietafel.i18n import _, enumerate_some, format_date_long, shorten, sort_key
from regietafel.queries.partijen import BekendePartij
from ui.kit import style
from ui.kit.details import breakable

_OWNERS = re.compile(r"[\s\-–—•*]*(?:actie|a)(?:\s*[.)\-–—]|\s*:)?\s+(?P<namen>[^:]*)", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"(?:.*(?:[,;/]|\s(?:en|&)\s))?\s*", re.IGNORECASE | re.DOTALL)
_MOST = 1_000_000  # characters: what is too long is said, never cut
_OFFERED, _SHOWN = 5, 160  # names under the line; characters of a text


def suggest(text: str, partijen: Sequence[BekendePartij]) -> tuple[int, list[str]]:
    """Where in ``A Alm`` the name begins that is being typed, and which known names it can become."""
    match = _OWNERS.fullmatch(text)
    begun = _BEFORE_NAME.match(match["namen"]) if match else None
    if not match or not begun:
        return len(text), []
    typed = sort_key(match["namen"][begun.end() :])
    known = [(each.naam, sort_key(each.naam)) for each in partijen]
    first = [naam for naam, key in known if key.startswith(typed)]
    within = [naam for naam, key in known if f" {typed}" in key and naam not in first]
    found = [*first, *within] if typed and typed not in (key for _naam, key in known) else []
    return match.start("namen") + begun.end(), found


class Invoer(QWidget):
    """``entered`` gives what was typed once it is certain, or agreed to be doubtful; :meth:`clear` when it is taken."""

    entered = Signal(object)  # Invoerregel
    typed = Signal()
    help_asked = Signal()

    def __init__(self, op: datetime.date) -> None:
        super().__init__()
        self._op, self._partijen = op, tuple[BekendePartij, ...]()
        self._asked: str | None = None  # the line about which a question is shown
        self.line = _Line(self._complete, self.help_asked.emit)
        self.line.setAccessibleName(_("Wat er is besloten, wat er knelt of wat er gebeurt"))
        self.line.setPlaceholderText(_("B besluit · K knelpunt · A wie: wat, voor datum"))
        self.line.textChanged.connect(self._on_typed)
        self.line.returnPressed.connect(self._enter)
        self._question, self._read, self._hint = (style.label("", role) for role in ("behind", "body", "quiet"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        for label in (self._question, self._read, self._hint):
            label.setWordWrap(True)
            column.addWidget(label)
        self._say("")

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.line.text()

    @property
    def is_asking(self) -> bool:
        """Whether a question about the line is shown."""
        return self._asked is not None

    def set_partijen(self, partijen: tuple[BekendePartij, ...]) -> None:
        """Those a line can name."""
        self._partijen = partijen

    def load(self, text: str) -> None:
        """Go on with what was typed before."""
        self.line.setText(text)

    def clear(self) -> None:
        """The line was taken. Of several that were pasted the others stay, to be taken one by one."""
        _first, *others = _lines(self.line.text())
        self.line.setText("\n".join(others))

    def go_along(self, nummer: str) -> None:
        """Say to which point a line now belongs that was not taken at the one before."""
        if self.text.strip():
            sentence = _("Deze regel is nog niet vastgelegd: met Enter komt zij bij punt {nummer}.")
            self.tell(sentence.format(nummer=nummer))

    def edit(self) -> None:
        """Take the question away: the line is corrected first."""
        self._say("")
        self.line.setFocus()

    def tell(self, sentence: str) -> None:
        """Say what was done, until something is typed."""
        self._say("", hint=sentence)

    def refuse(self, sentence: str) -> None:
        """Say why the line could not be taken; it stays."""
        self._say(sentence)

    def _enter(self) -> None:
        text = self.line.text()
        if not text.strip():
            return
        regel = read_regel(_lines(text)[0], self._partijen, self._op)
        if regel.vraag and self._asked != text:
            self._say(
                regel.vraag, read=_said(regel), hint=_("Enter: zo vastleggen, met de vraag erbij. Esc: verbeteren.")
            )
            self._asked = text
        else:
            self.entered.emit(regel)

    def _on_typed(self) -> None:
        _start, names = suggest(self.line.text(), self._partijen)
        self._say("", hint=_("Tab: {namen}").format(namen=" · ".join(names[:_OFFERED])) if names else "")
        self.typed.emit()

    def _complete(self) -> bool:
        """Fill in the first name that is offered; False when there is none."""
        start, names = suggest(self.line.text(), self._partijen)
        if names:
            self.line.setSelection(start, len(self.line.text()) - start)
            self.line.insert(names[0])  # so that it can be undone
        return bool(names)

    def _say(self, sentence: str, *, read: str = "", hint: str = "") -> None:
        self._asked = None
        for label, text in ((self._question, sentence and f"▲ {sentence}"), (self._read, read), (self._hint, hint)):
            label.setText(breakable(text))
            label.setVisible(bool(text) or label is self._hint)  # its room is kept: the line stays where it is
        if said := " ".join(filter(None, (sentence, read, hint))):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, said))


class _Line(QLineEdit):
    """Tab fills in a name; Ctrl+Z undoes what was typed, and with nothing typed what was done; ? asks for the keys."""

    def __init__(self, complete: Callable[[], bool], ask_help: Callable[[], object]) -> None:
        super().__init__()
        self._complete, self._ask_help = complete, ask_help
        self.setMaxLength(_MOST)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab and self._complete():
                return True
            if event.type() == QEvent.Type.ShortcutOverride and (
                (event.matches(QKeySequence.StandardKey.Undo) and not self.text() and not self.isUndoAvailable())
                or (event.matches(QKeySequence.StandardKey.Redo) and not self.text() and not self.isRedoAvailable())
            ):
                event.ignore()  # the window has these keys too
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?" and not self.text():
            self._ask_help()
        else:
            super().keyPressEvent(event)


def _lines(text: str) -> list[str]:
    return [each for each in text.splitlines() if each.strip()] or [""]


def _said(regel: Invoerregel) -> str:
    """How the line was read."""
    names = enumerate_some([each.naam for each in regel.houders])
    day = _("vóór {dag}").format(dag=format_date_long(regel.voor)) if regel.voor else ""
    tekst = shorten(regel.tekst, _SHOWN)
    return " · ".join(filter(None, (REGELSOORTEN[regel.soort].capitalize(), names, tekst, day)))
