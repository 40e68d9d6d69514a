"""The bridge between the toolkit-free core and Qt: what changed, what the user looks at, work in the background."""

from __future__ import annotations

import datetime
import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from regietafel.errors import RegietafelError
from regietafel.i18n import today
from regietafel.ledger import Ledger

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
_GIVE_WAY = 0.001  # seconds after which the thread lets the window go on; Python's own 5 ms add up in a query
Outcome: TypeAlias = "tuple[Future[Any], Callable[[Any], None], Callable[[BaseException], None]]"


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
    _finished = Signal(object)

    def __init__(self, ledger: Ledger, periode: Any = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ledger = ledger
        self._periode = periode
        self._op: datetime.date | None = None
        self._worker: ThreadPoolExecutor | None = None
        self._working = 0  # what the thread has to do, or has done and did not tell yet
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
        """Run ``work`` on a thread. It may use files and records, never the ledger or a widget."""
        from concurrent.futures import ThreadPoolExecutor

        if self._worker is None:
            sys.setswitchinterval(_GIVE_WAY)
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="achtergrond")
        gc.disable()  # collected on the thread, widgets that nobody needs any more would be destroyed there: Qt crashes
        self._working += 1
        self._worker.submit(work).add_done_callback(lambda future: self._announce((future, done, failed)))

    def close(self) -> None:
        """Drop work that has not begun, wait for what has, and close the file."""
        self.closing.emit()
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
            gc.enable()
        self.is_closed = True
        self.ledger.close()

    def _announce(self, outcome: Outcome) -> None:
        if not outcome[0].cancelled():
            self._finished.emit(outcome)

    @Slot(object)
    def _deliver(self, outcome: Outcome) -> None:
        self._working -= 1
        if not self._working:
            gc.enable()
        if self.is_closed:
            return
        future, done, failed = outcome
        if error := future.exception():
            failed(error)
        else:
            done(future.result())
