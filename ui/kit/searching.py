"""A search on a thread: how far it is, and a button to be content with the best so far."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout
from shiboken6 import isValid

from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.session import Session

T = TypeVar("T")
Work = Callable[[Callable[[], bool], Callable[[Any], object]], T]  # gets: must it stop, and whom to tell how far it is

_TICK = 200  # milliseconds


class Searching(QFrame):
    """Runs one search at a time; the bar fills until it has taken ``seconds``, when the search ends by itself.

    ``words`` says in a heading and a sentence how far it is.
    """

    def __init__(self, session: Session, seconds: int, words: Callable[[Any], tuple[str, str]]) -> None:
        super().__init__()
        self._session, self._words = session, words
        self._halt: threading.Event | None = None  # of the search that goes on
        self._how_far: Any = None  # written by the thread, read by the timer
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._tick)
        session.closing.connect(self.stop)
        self.setProperty("panel", True)
        self._phase, self._sentence = style.label("", "section"), style.label("")
        self._sentence.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setRange(0, 1000 * seconds)
        self._bar.setAccessibleName(_("Hoe lang er al wordt gezocht"))
        self.stop_button = button(_("Stoppen"), self.stop)
        head = QHBoxLayout()
        head.addWidget(self._phase, 1)
        head.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE, 12, 12, 12)
        column.setSpacing(style.GAP)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._sentence)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a search goes on."""
        return self._halt is not None

    def run(self, work: Work[T], done: Callable[[T], object], failed: Callable[[BaseException], object]) -> None:
        """Hand the search to a thread; it may use neither the ledger nor a widget."""
        halt = self._halt = threading.Event()
        self._how_far = None
        self._phase.setText(_("Zoeken"))
        self._sentence.clear()
        self._bar.setValue(0)
        self.stop_button.setEnabled(True)
        self._timer.start()
        self.show()

        def tell(how_far: Any) -> None:
            self._how_far = how_far

        self._session.run_in_background(
            lambda: work(halt.is_set, tell),
            lambda outcome: self._end(lambda: done(outcome)),
            lambda error: self._end(lambda: failed(error)),
        )

    def stop(self) -> None:
        """Let the search end with the best so far."""
        if self._halt is not None:
            self._halt.set()
            self.stop_button.setEnabled(False)

    def _tick(self) -> None:
        self._bar.setValue(self._bar.value() + _TICK)
        if self._how_far is not None:
            phase, sentence = self._words(self._how_far)
            self._phase.setText(phase)
            self._sentence.setText(sentence)

    def _end(self, then: Callable[[], object]) -> None:
        if not isValid(self):
            return  # the window is gone
        self._halt = None
        self._timer.stop()
        self.hide()
        then()
