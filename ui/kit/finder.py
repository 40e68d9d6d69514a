"""Keeps an index of the open file up to date while the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ui.kit.session import Session

_LATER, _BETWEEN = 1500, 10  # milliseconds: first the page; and room for what the user does


class Index(Protocol):
    """What can search, and reads again in steps what changed."""

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to be read again."""

    def refresh(self, tables: frozenset[str] | None = None) -> Iterator[None]:
        """What is in these tables, or everything, is to be read again: each step reads some of all that is to be."""

    def search(self, text: str, limit: int = 50) -> Sequence[Any]:
        """The best that was found."""


class Finder(QObject):
    """Searches in one session; what it knows is a moment old while it is not ready. ``make`` makes its index, later."""

    ready = Signal()

    def __init__(self, session: Session, make: Callable[[], Index]) -> None:
        super().__init__(session)
        self._make = make
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        self._timer.start(_LATER)
        session.changed.connect(self._read_again)
        session.closing.connect(self._timer.stop)

    @cached_property
    def _index(self) -> Index:
        made = self._make()
        made.refresh()
        return made

    @property
    def is_ready(self) -> bool:
        """Whether everything in the file can be found."""
        return self._index.is_ready

    def search(self, text: str, limit: int) -> Sequence[Any]:
        """The best of what is known now."""
        return self._index.search(text, limit)

    def hurry(self) -> None:
        """Someone is waiting: go on at once."""
        if not self.is_ready:
            self._timer.start(0)

    def _read_again(self, tables: frozenset[str]) -> None:
        self._index.refresh(tables)
        if not self.is_ready:
            self._timer.start(_LATER)

    def _step(self) -> None:
        next(self._index.refresh(frozenset()), None)  # a step that fails ends only that step
        if self.is_ready:
            self.ready.emit()
        else:
            self._timer.start(_BETWEEN)
