"""Documents to look at and to save: a window with a list and a preview, and “everything to a folder”."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from regietafel.errors import RegietafelError
from regietafel.fields import DATUM, Field
from regietafel.files import write_files
from regietafel.i18n import _, format_date
from ui.kit import dialogs, style
from ui.kit.buttons import button
from ui.kit.dialogs import Dialog
from ui.kit.notice import ERROR, REMARK, Notice
from ui.kit.pdf_view import PdfView, with_toolbar
from ui.kit.progress import Progress, Stopped
from ui.kit.session import Session
from ui.kit.sizes import resize_within_screen

_KIND = _("PDF-bestanden (*.pdf)")
_DATE = Field(name="datum", label=_("Datum op de brieven"), kind=DATUM, required=True)
_LIST_WIDTH = 264


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One document. ``render`` makes the PDF, on a thread."""

    label: str
    filename: str
    render: Callable[[], bytes]
    source: Any = None  # what ``write`` of the bundle knows it by


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """The documents that belong together. ``write`` puts the sources in a folder, all or none, on a thread."""

    papers: tuple[Paper, ...]
    write: Callable[[Sequence[Any], Path, bool], object]
    open_ends: tuple[str, ...] = ()  # what they leave open, and where to fill it in


Make = Callable[[datetime.date], Bundle]  # raises RegietafelError that says what is missing


def save_all(parent: QWidget, bundle: Bundle, progress: Progress, notice: Notice) -> None:
    """Ask for a folder and write everything there; what is there already is never replaced without asking."""
    if progress.busy:
        return
    overwrite = False
    while True:
        folder = dialogs.choose_folder(parent, _("Map voor de documenten"))
        if folder is None:
            return
        existing = [paper.filename for paper in bundle.papers if (folder / paper.filename).exists()]
        if not existing:
            break
        answer = ask_to_replace(parent, folder, existing)
        if answer == CANCEL:
            return
        if answer == REPLACE:
            overwrite = True
            break
    count = len(bundle.papers)

    def done() -> None:
        sentence = _("1 document staat in {map}") if count == 1 else _("{n} documenten staan in {map}")
        notice.say(sentence.format(n=count, map=folder), verb=_("Map openen"), action=lambda: open_path(folder))

    def failed(error: BaseException) -> None:
        if isinstance(error, Stopped):
            notice.say(_("Gestopt. Er is niets geschreven."), REMARK)
        elif isinstance(error, RegietafelError):
            notice.say(str(error), ERROR)
        else:
            raise error

    sources = [paper.source for paper in bundle.papers]
    progress.run(
        _("Documenten maken:"), sources, lambda watched: bundle.write(watched, folder, overwrite), done, failed
    )


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


class PapersWindow(QWidget):
    """A window beside the main one; what is changed there is shown here at once."""

    def __init__(self, session: Session, title: str, make: Make, date: datetime.date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._session, self._make, self._date = session, make, date
        self._bundle = Bundle(papers=(), write=lambda sources, folder, overwrite: None)
        self._made: dict[str, bytes] = {}
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
        for keys, action in (
            ("Ctrl++", self.view.zoom_in),
            ("Ctrl+=", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out),
            ("Ctrl+0", self.view.fit_width),
        ):
            QShortcut(QKeySequence(keys), self, action)
        resize_within_screen(self, 1100, 780)

    def open(self) -> None:
        """Show the documents, beginning with the first. Raises RegietafelError when they cannot be made."""
        self._fill(self._make(self._date))
        self.list.setCurrentRow(0)
        self.show()
        self.list.setFocus()

    def save(self) -> None:
        """Save the document that is shown."""
        paper = self._paper()
        if paper is None or self.progress.busy:
            return
        if path := dialogs.choose_to_save(self, _("Opslaan als"), paper.filename, _KIND):
            self.progress.run(
                _("Opslaan:"),
                [paper],
                lambda papers: write_files([(path, papers[0].render())]),
                lambda: self.notice.say(
                    _("Opgeslagen: {path}").format(path=path), verb=_("Openen"), action=lambda: open_path(path)
                ),
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
        self.list.addItems([paper.label for paper in bundle.papers])
        for row, paper in enumerate(bundle.papers):
            self.list.item(row).setToolTip(paper.filename)
        self.list.blockSignals(blocked)
        if shown is not None:
            names = [paper.filename for paper in bundle.papers]
            self.list.setCurrentRow(names.index(shown.filename) if shown.filename in names else 0)

    def _remake(self, *_tables: object) -> None:
        """Make the documents again from what the ledger says now."""
        try:
            bundle = self._make(self._date)
        except RegietafelError as error:
            self._fill(Bundle(papers=(), write=lambda sources, folder, overwrite: None))
            self.view.show_pdf(b"", "")
            self.notice.say(str(error), ERROR)
        else:
            self._fill(bundle)
        for each in (self._save, self._all):
            each.setEnabled(bool(self._bundle.papers))

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
        if paper is None:
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
        if not isValid(self):
            return
        if isinstance(error, Stopped):
            self.notice.say(_("Gestopt. Er is niets geschreven."), REMARK)
        elif isinstance(error, RegietafelError):
            self.notice.say(str(error), ERROR)
        else:
            raise error
