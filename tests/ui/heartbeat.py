"""Whether the window goes on while work is done elsewhere."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer

FROZEN = 0.75
"""Of the whole time, as one turn: work that is done in the window takes all of it, work elsewhere a small part."""


class Heartbeat:
    """Beats whenever the window has its turn, from :meth:`start` to :meth:`stop`."""

    def __init__(self) -> None:
        self._watch = QTimer()
        self._watch.timeout.connect(self._beat)
        self._began = self._last = self.longest = 0.0

    def start(self) -> None:
        self._began = self._last = time.perf_counter()
        self._watch.start(0)

    def stop(self) -> None:
        self._beat()
        self._watch.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    @property
    def share(self) -> float:
        """The part of the whole time that the window waited for its longest turn."""
        return self.longest / (self._last - self._began)
