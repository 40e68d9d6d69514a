"""Documents to look at and to save: a window with a list and a preview, and “everything to a folder”."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from regietafel.errors import RegietafelError
from regietafel.fields import DATUM, Field
from regietafel.i18n import _, enumerate_some, format_date, format_number
from ui.kit import dialogs, style
from ui.kit.buttons import button
from ui.kit.dialogs import Dialog
from ui.kit.icons import icon
from ui.kit.notice import DONE, ERROR, REMARK, Notice
from ui.kit.pdf_view import PdfView, with_toolbar
from ui.kit.pdf_window import zoom_keys
from ui.kit.progress import Progress, Stopped
from ui.kit.session import Session
from ui.kit.sizes import resize_within_screen

_KINDS = _("PDF (*.pdf);;Word (*.docx);;OpenDocument (*.odt)")
_DATE = Field(name="datum", label=_("Datum op de brieven"), kind=DATUM, required=True)
_LIST_WIDTH = 264
_REASONS = 3  # in one sentence


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

    It puts what was written on record, and says what the user must know of that.
    """

    count: int
    failed: Sequence[tuple[str, str]] = ()
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


Make = Callable[[datetime.date], Bundle]  # raises RegietafelError that says what is missing


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
        said = written.keep()
        failed = [*refused, *written.failed]
        one, more = _("1 document staat in {map}"), _("{n} documenten staan in {map}")
        sentence = (one if written.count == 1 else more).format(n=format_number(written.count), map=folder)
        if failed:
            reasons = enumerate_some([f"{label} ({reason.rstrip('.')})" for label, reason in failed], _REASONS)
            sentence = _("{staat}; {n} niet: {redenen}").format(
                staat=sentence, n=format_number(len(failed)), redenen=reasons
            )
        kind = REMARK if failed or said else DONE
        notice.say(f"{sentence} {said}".strip(), kind, verb=_("Map openen"), action=lambda: open_path(folder))

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


_NOTHING = Bundle(
    papers=(), write=lambda sources, folder, overwrite: Written(count=0), save=lambda source, path: Written(count=0)
)


class PapersWindow(QWidget):
    """A window beside the main one; what is changed there is shown here at once."""

    def __init__(self, session: Session, title: str, make: Make, date: datetime.date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._session, self._make, self._date = session, make, date
        self._bundle = _NOTHING
        self._made: dict[str, bytes] = {}
        self._told_refusal = False
        self._asked = 0  # the newest request for a preview; older answers are dropped
        self.list = QListWidget()
        self.list.setAccessibleName(_("Documenten"))
        self.list.currentRowChanged.connect(lambda row: self._show())
        self.view = PdfView()
        self.notice = Notice()
        self.remark = Notice()
        self.progress = Progress(session)
        self.date = QLineEdit(format_date(date))
        self.date.setAccessibleName(_DATE.label)
        self.date.editingFinished.connect(self._change_date)
        self._problem = style.label("", "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._save = button(_("Opslaan als…"), self.save, "primary")
        self._all = button(_("Alles naar map…"), self.save_all)
        self._build()
        session.changed.connect(self._remake)
        for keys, action in (("Ctrl+S", self.save), ("Escape", self.close), ("Ctrl+W", self.close)):
            QShortcut(QKeySequence(keys), self, action)
        zoom_keys(self, self.view)
        resize_within_screen(self, 1100, 780)

    def open(self) -> None:
        """Show the documents, beginning with the first. Raises RegietafelError when they cannot be made."""
        self._fill(self._make(self._date))
        self.list.setCurrentRow(0)
        self.show()
        self.list.setFocus()

    def save(self) -> None:
        """Save the document that is shown."""
        paper, bundle = self._paper(), self._bundle
        if paper is None or paper.refused or self.progress.busy:
            return
        if (path := dialogs.choose_to_save(self, _("Opslaan als"), paper.filename, _KINDS)) is None:
            return
        outcome: list[Written] = []

        def done() -> None:
            said = outcome[0].keep()
            sentence = f"{_('Opgeslagen: {path}').format(path=path)} {said}".strip()
            self.notice.say(sentence, verb=_("Openen"), action=lambda: open_path(path))

        self.progress.run(
            _("Opslaan:"),
            [paper.source],
            lambda sources: outcome.append(bundle.save(sources[0], path)),
            done,
            self._failed,
        )

    def save_all(self) -> None:
        """Save everything."""
        save_all(self, self._bundle, self.progress, self.notice)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.progress.stop()
        super().closeEvent(event)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(style.GAP)
        left.addWidget(style.label(_("Documenten"), "section"))
        left.addWidget(self.list, 1)
        name = style.label(_DATE.label, "strong")
        name.setBuddy(self.date)
        self.date.setMaximumWidth(160)
        left.addWidget(name)
        left.addWidget(self.date)
        left.addWidget(self._problem)
        left.addSpacing(style.GAP)
        left.addWidget(self._save)
        left.addWidget(self._all)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(_LIST_WIDTH)
        middle = QHBoxLayout()
        middle.setSpacing(style.SPACE)
        middle.addWidget(side)
        middle.addWidget(with_toolbar(self.view), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SPACE, style.SPACE, style.SPACE, style.SPACE)
        layout.setSpacing(style.SPACE)
        layout.addWidget(self.remark)
        layout.addLayout(middle, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.notice)

    def _paper(self) -> Paper | None:
        row = self.list.currentRow()
        return self._bundle.papers[row] if 0 <= row < len(self._bundle.papers) else None

    def _fill(self, bundle: Bundle) -> None:
        shown = self._paper()
        if bundle.open_ends != self._bundle.open_ends:  # the same is not said again after it was closed
            self.remark.say(_("Nog open: {texts}.").format(texts="; ".join(bundle.open_ends)), REMARK)
            self.remark.setVisible(bool(bundle.open_ends))
        self._bundle, self._made = bundle, {}
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for paper in bundle.papers:
            item = QListWidgetItem(paper.label, self.list)
            item.setToolTip(paper.refused or paper.filename)
            if paper.refused:
                item.setIcon(icon("triangle-alert", "error"))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, _("{naam}: niet te maken").format(naam=paper.label))
        self.list.blockSignals(blocked)
        if shown is not None:
            labels = [paper.label for paper in bundle.papers]
            self.list.setCurrentRow(labels.index(shown.label) if shown.label in labels else 0)
        self._all.setEnabled(bool(bundle.made))
        self._save.setEnabled(bool(bundle.made))

    def _remake(self, tables: frozenset[str] = frozenset()) -> None:
        """Make the documents again from what the ledger says now."""
        if tables and tables <= self._bundle.kept:
            return
        try:
            bundle = self._make(self._date)
        except RegietafelError as error:
            self._fill(_NOTHING)
            self.view.show_pdf(b"", "")
            self.notice.say(str(error), ERROR)
        else:
            self._fill(bundle)

    def _change_date(self) -> None:
        try:
            date = _DATE.parse(self.date.text())
        except RegietafelError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        self._problem.hide()
        self.date.setText(format_date(date))
        if date != self._date:
            self._date = date
            self._remake()

    def _show(self) -> None:
        paper = self._paper()
        self._asked += 1
        asked = self._asked
        self._save.setEnabled(paper is not None and not paper.refused)
        if self._told_refusal:
            self.notice.hide()
        self._told_refusal = paper is not None and bool(paper.refused)
        if paper is None:
            return
        if paper.refused:
            self.view.show_pdf(b"", "")
            self.notice.say(paper.refused, ERROR)
            return
        if paper.filename in self._made:
            self.view.show_pdf(self._made[paper.filename], paper.label)
            return

        def done(data: bytes) -> None:
            if isValid(self) and asked == self._asked:
                self._made[paper.filename] = data
                self.view.show_pdf(data, paper.label)

        self._session.run_in_background(paper.render, done, self._failed)

    def _failed(self, error: BaseException) -> None:
        if isValid(self):
            tell_failure(self.notice, error)
