"""A window with the documents that belong together: a list, and a look at each."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from regietafel.errors import RegietafelError
from regietafel.fields import DATUM, Field
from regietafel.i18n import _, format_date
from ui.kit import dialogs, papers, style
from ui.kit.buttons import button
from ui.kit.icons import SMALL, icon
from ui.kit.notice import ERROR, REMARK, Notice
from ui.kit.papers import Bundle, Make, Paper, Written, save_all, tell_failure
from ui.kit.pdf_view import PdfView, with_toolbar
from ui.kit.pdf_window import zoom_keys
from ui.kit.progress import Progress
from ui.kit.session import Session
from ui.kit.sizes import resize_within_screen

_KINDS = _("PDF (*.pdf);;Word (*.docx);;OpenDocument (*.odt)")
_DATE = Field(name="datum", label=_("Datum op de brieven"), kind=DATUM, required=True)
_LIST_WIDTH = 264
_NOTHING = Bundle(
    papers=(), write=lambda sources, folder, overwrite: Written(count=0), save=lambda source, path: Written(count=0)
)


class PapersWindow(QWidget):
    """A window beside the main one; what is changed there is shown here at once."""

    def __init__(
        self, session: Session, title: str, make: Make, date: datetime.date, parent: QWidget, *, dated: str = ""
    ) -> None:
        """``dated`` says what the date is of, when it is not that on letters."""
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
        self.list.setIconSize(QSize(SMALL, SMALL))
        self.list.currentRowChanged.connect(lambda row: self._show())
        self.view = PdfView()
        self.notice = Notice()
        self.remark = Notice()
        self.progress = Progress(session)
        self.date = QLineEdit(format_date(date))
        self.date.setAccessibleName(dated or _DATE.label)
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
        QShortcut(QKeySequence("F1"), self, lambda: session.manual_requested.emit("documenten"))
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
            self.notice.say(sentence, verb=_("Openen"), action=lambda: papers.open_path(path))

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
        name = style.label(self.date.accessibleName(), "strong")
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
