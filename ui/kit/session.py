"""The bridge between the toolkit-free core and Qt: what changed, what the user looks at, work in the background."""

from __future__ import annotations

import dataclasses
import datetime
import gc
import sys
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from regietafel.errors import RegietafelError
from regietafel.i18n import today
from regietafel.ledger import Ledger

T = TypeVar("T")
_GIVE_WAY = 0.001  # seconds after which the thread lets the window go on; Python's own 5 ms add up in a query


@dataclasses.dataclass(slots=True)
class _Job:
    """Work, and what came of it."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    outcome: Any = None
    error: BaseException | None = None


class Session(QObject):
    """One open ledger and the periode that is looked at. Every screen is given the session and nothing else."""

    changed = Signal(frozenset)  # names of the tables that changed
    periode_changed = Signal(object)
    op_changed = Signal(object)
    refused = Signal(str)  # a sentence: why something was not done
    page_requested = Signal(str)  # the key of a page to go to
    record_requested = Signal(str, object)  # as that, and the identity of the record to open there
    closing = Signal()  # who works in the background may stop; closing waits for it
    manual_requested = Signal(str)  # the name of a page of the manual
    _finished = Signal()
    _threads: ClassVar[int] = 0  # at work, of all sessions

    def __init__(self, ledger: Ledger, periode: Any = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ledger = ledger
        self._periode = periode
        self._op: datetime.date | None = None
        self._jobs: deque[_Job] = deque()  # the first is being done
        self._thread: threading.Thread | None = None
        self.is_closed = False
        ledger.subscribe(self.changed.emit)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def periode(self) -> Any:
        """The periode chosen at the top of the window."""
        return self._periode

    @periode.setter
    def periode(self, periode: Any) -> None:
        if periode != self._periode:
            self._periode = periode
            self.periode_changed.emit(periode)

    @property
    def op(self) -> datetime.date:
        """The day that is looked at where one can choose it: today, until the user chooses another."""
        return self._op or today()

    @op.setter
    def op(self, dag: datetime.date) -> None:
        if dag != self.op:
            self._op = dag
            self.op_changed.emit(dag)

    @property
    def can_write(self) -> bool:
        """False when the file is open to read only."""
        return not self.ledger.read_only

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something that has no form to show its refusal in; the window then shows it."""
        try:
            action()
        except RegietafelError as error:
            self.refused.emit(str(error))
            return False
        return True

    def run_in_background(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Run ``work`` on a thread, after what was asked before. It may use files and records, never the ledger or a
        widget.
        """
        if not self.is_closed:
            self._jobs.append(_Job(work, done, failed))
            if self._thread is None:
                self._begin()

    def close(self) -> None:
        """Drop work that has not begun, wait for what has, and close the file."""
        self.closing.emit()
        self._end()
        self._jobs.clear()
        self.is_closed = True
        self.ledger.close()

    # A widget destroyed on a thread makes Qt crash. So nothing is collected while there is one, and it has ended before
    # anything it held is let go: it might be the last to hold a window that was closed meanwhile.

    def _begin(self) -> None:
        if self._jobs:
            sys.setswitchinterval(_GIVE_WAY)
            gc.disable()
            Session._threads += 1
            self._thread = threading.Thread(target=self._work, args=(self._jobs[0],), name="achtergrond")
            self._thread.start()

    def _work(self, job: _Job) -> None:
        try:
            job.outcome = job.work()
        except BaseException as error:  # told to whoever asked
            job.error = error
        del job  # an error holds this frame
        self._finished.emit()

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            Session._threads -= 1
            if not Session._threads:
                gc.enable()

    @Slot()
    def _deliver(self) -> None:
        if self.is_closed:
            return
        self._end()
        job = self._jobs.popleft()
        self._begin()
        if job.error is not None:
            job.failed(job.error)
        else:
            job.done(job.outcome)
