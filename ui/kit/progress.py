"""Long work: a line that appears when it takes a while, counts, and after some more offers to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar
from shiboken6 import isValid

from regietafel.i18n import _, format_number
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.session import Session

T = TypeVar("T")

_TICK, _SHOW_AFTER, _STOP_AFTER = 100, 300, 2000  # milliseconds


class Stopped(Exception):
    """The user stopped the work."""


class Watched(Sequence[T]):
    """A sequence that knows how far the longest walk over it is, and ends a walk when the work must stop.

    It is how work that knows nothing of windows is counted and stopped: hand it a watched sequence.
    """

    def __init__(self, items: Sequence[T]) -> None:
        self._items = items
        self._stop = threading.Event()
        self.passed = 0

    def stop(self) -> None:
        """Let the thread raise :class:`Stopped` at its next item."""
        self._stop.set()

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...

    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self._items[place]

    def __iter__(self) -> Iterator[T]:
        for number, item in enumerate(self._items):
            if self._stop.is_set():
                raise Stopped
            self.passed = number
            yield item
        if self._stop.is_set():
            raise Stopped  # also when it came during the last one


class Progress(QFrame):
    """Runs one piece of work at a time."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._items: Watched[Any] | None = None
        self._sentence = ""
        self._elapsed = 0
        self.setObjectName("notice")
        self._label = style.label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self.stop_button = button(_("Stoppen"), self.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop_button)
        self.setFixedHeight(style.ROW + style.GAP)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether work is going on."""
        return self._items is not None

    def run(
        self,
        sentence: str,
        items: Sequence[T],
        work: Callable[[Sequence[T]], object],
        done: Callable[[], object],
        failed: Callable[[BaseException], object],
    ) -> None:
        """Hand the items to ``work`` on a thread; :class:`Stopped` goes to ``failed`` too."""
        watched = Watched(items)
        self._items, self._sentence, self._elapsed = watched, sentence, 0
        self._bar.setRange(0, len(items) if len(items) > 1 else 0)  # of one thing nobody knows how far it is
        self._bar.setAccessibleName(sentence)
        self.stop_button.hide()
        self._timer.start()
        self._session.run_in_background(
            lambda: work(watched), lambda outcome: self._end(done), lambda error: self._end(lambda: failed(error))
        )

    def stop(self) -> None:
        """Ask the work to stop."""
        if self._items is not None:
            self._items.stop()
            self.stop_button.setEnabled(False)

    def _tick(self) -> None:
        if self._items is None:
            return
        self._elapsed += _TICK
        self._bar.setValue(self._items.passed)
        many = len(self._items) > 1
        count = {"n": format_number(self._items.passed + 1), "all": format_number(len(self._items))}
        said = _("{what} {n} van {all}").format(what=self._sentence, **count) if many else self._sentence
        self._label.setText(said)
        self.setVisible(self._elapsed >= _SHOW_AFTER)
        self.stop_button.setVisible(many and self._elapsed >= _STOP_AFTER)

    def _end(self, then: Callable[[], object]) -> None:
        if not isValid(self):
            return  # the window is gone
        self._items = None
        self._timer.stop()
        self.stop_button.setEnabled(True)
        self.hide()
        then()
