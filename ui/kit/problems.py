"""What happens when the program itself is wrong: the work is safe, the trace goes to a file, the user is told."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QStandardPaths, QThread, QTimer
from PySide6.QtWidgets import QApplication, QDialog

import regietafel
from regietafel.i18n import _
from ui.kit import style

_BYTES, _KEPT = 500_000, 3
_asking = False


def install() -> None:
    """From now on whatever nobody caught is logged and shown."""
    sys.excepthook = _hook


def log_path() -> Path:
    """The log of this user on this computer."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder) / "regietafel.log"


def report(error: BaseException) -> str:
    """What a programmer needs to know."""
    import platform  # only now, as nearly never: the window is up sooner
    import traceback

    where = f"Regietafel {regietafel.__version__} · Python {platform.python_version()} · {platform.platform()}"
    return where + "\n\n" + "".join(traceback.format_exception(error))


def log(text: str) -> None:
    """Write to the log; older parts are kept beside it, up to a limit. A full disk is no second problem."""
    import logging
    from logging.handlers import RotatingFileHandler

    try:
        log_path().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_path(), maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    handler.handle(logging.LogRecord("regietafel", logging.ERROR, "", 0, text, None, None))
    handler.close()


def problem_dialog(text: str) -> QDialog:
    """Say what happened without blaming anyone, and offer the trace to send along."""
    from ui.kit.buttons import button
    from ui.kit.dialogs import Dialog

    sentence = style.label(
        _(
            "Er ging iets mis in het programma zelf. Uw bestand is in orde: elke wijziging wordt in één keer helemaal"
            " opgeslagen of niet.\n\nStuur de melding naar uw beheerder. Ze staat ook in\n{path}"
        ).format(path=log_path())
    )
    sentence.setWordWrap(True)
    sentence.setMinimumWidth(440)
    dialog = Dialog(_("Er ging iets mis"), sentence, _("Verder werken"))
    dialog.buttons.insertWidget(0, button(_("Kopieer melding"), lambda: QApplication.clipboard().setText(text)))
    dialog.cancel.hide()
    return dialog


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    global _asking  # noqa: PLW0603 - one dialog at a time, also when the problem comes back while it is open
    from traceback import clear_frames

    text = report(error.with_traceback(trace))
    clear_frames(trace)  # Python keeps the last error: a painter it holds would go on painting, and Qt crashes on that
    log(text)
    print(text, file=sys.stderr)
    if issubclass(kind, KeyboardInterrupt) or _asking or QApplication.instance() is None:
        return
    _asking = True
    if QThread.currentThread().loopLevel():  # Qt may be painting, and does not survive a dialog in the midst of that
        QTimer.singleShot(0, partial(_ask, text))
    else:  # the program is starting, or ends by this
        _ask(text)


def _ask(text: str) -> None:
    global _asking  # noqa: PLW0603
    try:
        problem_dialog(text).exec()
    finally:
        _asking = False
