"""What every page of the window is: it shows the ledger, asks again when that changed, and offers commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from regietafel.value import Value
from ui.kit import style
from ui.kit.session import Session


def _always(record: Any) -> bool:
    return True


class Command(Value):
    """Something to do, with a record or (``run`` then gets None) with the page as a whole."""

    label: str
    run: Callable[[Screen, Any], object]
    icon: str = ""
    keys: str = ""
    changes: bool = True  # so not offered when the file is open to read only
    allowed: Callable[[Any], bool] = _always
    refusal: str = ""  # what to say when a key asks for it and it is not allowed


class Screen(QWidget):
    """A page. ``tables`` are those it shows; while it is hidden it only remembers that it is out of date."""

    title = ""
    manual = "inhoud"
    primary: Command | None = None
    by_periode = False
    by_day = False  # whether it shows the day session.op
    is_record = False  # whether it is the page of one record

    def __init__(self, session: Session, tables: frozenset[str]) -> None:
        super().__init__()
        self.session = session
        self._tables = tables
        self._stale = True
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(style.PAGE, 0, style.PAGE, style.SPACE)
        self.column.setSpacing(style.SPACE)
        session.changed.connect(self._on_changed)
        session.periode_changed.connect(self._on_periode)
        session.op_changed.connect(self._on_day)

    def refresh(self) -> None:
        """Ask the ledger again."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the cursor where one starts to work; the page is just gone to."""
        self.setFocus()

    def select(self, identity: Any) -> None:
        """Put the cursor on a record; a page that is no list has none."""

    def reveal(self, identity: Any) -> None:
        """As :meth:`select`, for who comes from elsewhere for that record: nothing hides it."""
        self.select(identity)

    def can_run(self, command: Command, record: Any) -> bool:
        """Whether to offer a command now."""
        return (self.session.can_write or not command.changes) and command.allowed(record)

    def run(self, command: Command, record: Any = None) -> None:
        """Do it; a refusal is shown by the window."""
        if self.can_run(command, record):
            self.session.attempt(lambda: command.run(self, record))
        elif command.refusal and self.session.can_write:
            self.session.refused.emit(command.refusal)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.session.attempt(self.refresh)  # what someone else wrote in the file may not be readable

    def _on_changed(self, tables: frozenset[str]) -> None:
        self._stale = self._stale or bool(tables & self._tables)
        self._refresh_if_seen()

    def _on_periode(self, periode: object) -> None:
        self._stale = self._stale or self.by_periode
        self._refresh_if_seen()

    def _on_day(self, _dag: object) -> None:
        self._stale = self._stale or self.by_day
        self._refresh_if_seen()
