"""Documents to look at and to save, and “everything to a folder”."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from regietafel.errors import RegietafelError
from regietafel.i18n import _, enumerate_some, format_number, shorten
from ui.kit import dialogs, style
from ui.kit.buttons import button
from ui.kit.dialogs import Dialog
from ui.kit.notice import DONE, ERROR, REMARK, Notice
from ui.kit.progress import Progress, Stopped

_REASONS = 3  # in one sentence
_MOST, _LONGEST = 6, 160  # of what is said below a form, and of the characters of each


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One document. ``render`` makes the PDF, on a thread. What cannot be made is ``refused``, with the sentence."""

    label: str
    filename: str = ""
    render: Callable[[], bytes] = bytes
    source: Any = None  # what the bundle knows it by
    refused: str = ""


@dataclass(frozen=True, kw_only=True)
class Written:
    """What was written: how many files, and what was not, with the sentence. ``keep`` runs on the main thread.

    It puts what was written on record, and says what the user must know of that; ``told`` is what else to know.
    """

    count: int
    failed: Sequence[tuple[str, str]] = ()
    told: Sequence[str] = ()
    keep: Callable[[], str] = str


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """The documents that belong together. Both ``write`` and ``save`` run on a thread.

    ``write`` puts the sources in a folder, all or none but what cannot be made; ``save`` one in a file.
    ``kept`` are the tables that keeping what was written changes: the documents stay as they are.
    """

    papers: tuple[Paper, ...]
    write: Callable[[Sequence[Any], Path, bool], Written]
    save: Callable[[Any, Path], Written]
    open_ends: tuple[str, ...] = ()  # what they leave open, and where to fill it in
    kept: frozenset[str] = frozenset()

    @property
    def made(self) -> tuple[Paper, ...]:
        """Those that can be made."""
        return tuple(paper for paper in self.papers if not paper.refused)


class Working(Protocol):
    """A page that shows what goes on in the background."""

    progress: Progress
    notice: Notice


Make = Callable[[datetime.date], Bundle]  # raises RegietafelError that says what is missing


def some(texts: Sequence[str]) -> Sequence[str]:
    """The first of them, so that the buttons stay on the screen; the documents themselves have them all."""
    more = len(texts) - _MOST
    shown = [shorten(each, _LONGEST) for each in texts[:_MOST]]
    return [*shown, _("en nog {n}").format(n=format_number(more))] if more > 0 else shown


def save_all(parent: QWidget, bundle: Bundle, progress: Progress, notice: Notice) -> None:
    """Ask for a folder and write everything there; what is there already is never replaced without asking."""
    names = [paper.filename for paper in bundle.made]
    refused = [(paper.label, paper.refused) for paper in bundle.papers if paper.refused]
    if progress.busy or (target := ask_for_folder(parent, names)) is None:
        return
    folder, overwrite = target
    sources = [paper.source for paper in bundle.made]

    def write(watched: Sequence[Any]) -> Written:
        return bundle.write(watched, folder, overwrite)

    write_all(sources, write, folder, progress, notice, refused=refused)


def write_all(
    sources: Sequence[Any],
    write: Callable[[Sequence[Any]], Written],
    folder: Path,
    progress: Progress,
    notice: Notice,
    *,
    refused: Sequence[tuple[str, str]] = (),
) -> None:
    """Write in the background; then say how many files are in the folder, and what is not there and why.

    ``refused`` is what could not be made to begin with.
    """
    outcome: list[Written] = []

    def done() -> None:
        (written,) = outcome
        said = " ".join(filter(None, (written.keep(), *written.told)))
        failed = [*refused, *written.failed]
        one, more = _("1 bestand staat in {map}"), _("{n} bestanden staan in {map}")
        sentence = (one if written.count == 1 else more).format(n=format_number(written.count), map=folder)
        if failed:
            reasons = enumerate_some([f"{label} ({reason.rstrip('.')})" for label, reason in failed], _REASONS)
            sentence = _("{staat}; {n} niet: {redenen}").format(
                staat=sentence, n=format_number(len(failed)), redenen=reasons
            )
        kind = REMARK if failed or said else DONE
        notice.say(
            f"{sentence}. {said}" if said else sentence, kind, verb=_("Map openen"), action=lambda: open_path(folder)
        )

    def failed(error: BaseException) -> None:
        tell_failure(notice, error)

    progress.run(_("Documenten maken:"), sources, lambda watched: outcome.append(write(watched)), done, failed)


def tell_failure(notice: Notice, error: BaseException) -> None:
    """Say why work in the background came to nothing."""
    if isinstance(error, Stopped):
        notice.say(_("Gestopt. Er is niets geschreven."), REMARK)
    elif isinstance(error, RegietafelError):
        notice.say(str(error), ERROR)
    else:
        raise error


def ask_for_folder(parent: QWidget, names: Sequence[str]) -> tuple[Path, bool] | None:
    """The folder for files of these names, and whether to replace those that are there; None when cancelled."""
    while (folder := dialogs.choose_folder(parent, _("Map voor de documenten"))) is not None:
        existing = [name for name in names if (folder / name).exists()]
        if not existing:
            return folder, False
        answer = ask_to_replace(parent, folder, existing)
        if answer == CANCEL:
            return None
        if answer == REPLACE:
            return folder, True
    return None


CANCEL, REPLACE, OTHER = "annuleren", "vervangen", "andere map"
_REPLACED = 2  # beside QDialog's rejected and accepted


def ask_to_replace(parent: QWidget, folder: Path, existing: Sequence[str]) -> str:
    """What to do about documents that are there already: CANCEL, REPLACE or OTHER."""
    shown = [*existing[:8], *([_("en {n} andere").format(n=len(existing) - 8)] if len(existing) > 8 else [])]
    text = style.label(_("In {map} staat al:").format(map=folder) + "\n\n" + "\n".join(shown))
    text.setWordWrap(True)
    text.setMinimumWidth(440)
    dialog = Dialog(_("Documenten vervangen"), text, _("Andere map kiezen"), parent)
    dialog.buttons.insertWidget(2, button(_("Vervangen"), lambda: dialog.done(_REPLACED)))
    return {QDialog.DialogCode.Accepted.value: OTHER, _REPLACED: REPLACE}.get(dialog.exec(), CANCEL)


def open_path(path: Path) -> None:
    """Show a folder in the file manager, or a file in the program for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
