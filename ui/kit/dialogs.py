"""Dialogs: edit a record, ask before what cannot be undone, choose a file. Their buttons are verbs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from PySide6.QtCore import QMimeData, QSettings, QStandardPaths, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from regietafel.errors import Twijfel
from regietafel.fields import Field
from regietafel.i18n import _, enumerate_some
from ui.kit import style
from ui.kit.buttons import button, scrolled, set_words
from ui.kit.focus import focus_first
from ui.kit.forms import Form, Values
from ui.kit.notice import REMARK, Notice

_PROBLEM = 48  # room for what may be wrong


class Dialog(QDialog):
    """Content above, buttons below: the verb on the right, the way out left of it. Ctrl+Enter finishes, Esc leaves.

    Who leaves with Esc or with the X of the window may not have meant it: what would be lost is asked about first.
    """

    def __init__(self, title: str, content: QWidget, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.verb = button(verb, self.accept, "primary")
        self.verb.setDefault(True)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(style.GAP)
        self.buttons.addStretch()
        self.cancel = button(_("Annuleren"), self.leave)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.verb)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.PAGE, style.PAGE, style.PAGE, style.PAGE)
        layout.setSpacing(style.PAGE)
        layout.addWidget(content, 1)
        layout.addLayout(self.buttons)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            finish = QShortcut(QKeySequence(keys), self, self.accept)
            finish.setAutoRepeat(False)  # held down it would answer what is asked next

    def exec(self) -> int:
        """Ask; once answered the dialog is gone, however long what it belongs to stays."""
        try:
            return super().exec()
        finally:
            self.deleteLater()

    @property
    def lost(self) -> Sequence[str]:
        """What was filled in and is not kept, by its labels."""
        return ()

    def reject(self) -> None:
        lost, stay = self.lost, _("Verder invullen")
        sentence = _("Wat u invulde weggooien? Het gaat om: {wat}.").format(wat=enumerate_some(lost))
        if not lost or confirm(self, self.windowTitle(), sentence, _("Weggooien"), stay=stay):
            self.leave()
        else:
            self.activateWindow()  # the keyboard goes on where it was

    def leave(self) -> None:
        """Leave without asking."""
        super().reject()


class EditDialog(Dialog):
    """A form in a dialog; it closes when ``save`` has accepted the values.

    ``warning`` says what cannot be undone about these values, or nothing. It is then shown in the dialog itself, and
    the values are saved when the user agrees by ``warned_verb``; who changes something is asked again. So is what
    ``save`` doubts (Twijfel), when there is an ``insist``: that saves what is meant nevertheless.
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Values], object],
        *,
        record: Any = None,
        verb: str = "",
        warning: Callable[[Values], str] = lambda values: "",
        warned_verb: str = "",
        insist: Callable[[Values], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.form = Form(fields)
        if record is not None:
            self.form.load(record)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE)
        super().__init__(title, content, verb or _("Opslaan"), parent)
        self._save, self._warning, self._insist = save, warning, insist
        self._agreed = False
        self._verbs = verb or _("Opslaan"), warned_verb or _("Toch vastleggen")
        self.question = Notice(can_close=False)
        column.addWidget(scrolled(self.form), 1)
        column.addWidget(self.question)
        self.form.changed.connect(self._withdraw_question)
        self.setMinimumWidth(440)
        height = self.form.sizeHint().height() + 3 * style.PAGE + style.PRIMARY + _PROBLEM
        self.resize(480, min(height, self.screen().availableGeometry().height() - 120))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        focus_first(self.form)

    @property
    def lost(self) -> Sequence[str]:
        return self.form.changed_labels

    def accept(self) -> None:
        if self.form.submit(self._save_or_ask):
            if self.question.isHidden() or self._agreed:
                super().accept()
        else:
            self._show_problem()

    def _save_or_ask(self, values: Values) -> None:
        self._agreed = not self.question.isHidden()
        if self._agreed:
            (self._insist or self._save)(values)
        elif warning := self._warning(values):
            self._ask(warning)
        else:
            try:
                self._save(values)
            except Twijfel as doubt:
                if not self._insist:
                    raise
                self._ask(str(doubt))

    def _ask(self, warning: str) -> None:
        self.question.say(warning, REMARK)
        set_words(self.verb, self._verbs[1])
        self.verb.setDefault(False)  # Enter alone does nothing that cannot be undone
        self.cancel.setFocus()
        self._grow(self.question.sizeHint().height())

    def _withdraw_question(self) -> None:
        if not self.question.isHidden():
            self.question.hide()
            set_words(self.verb, self._verbs[0])
            self.verb.setDefault(True)

    def _show_problem(self) -> None:
        """Make room for what is wrong, and bring it into view."""
        self._grow(_PROBLEM)
        QTimer.singleShot(0, self.form, self.form.show_first_problem)

    def _grow(self, by: int) -> None:
        self.resize(self.width(), min(self.height() + by, self.screen().availableGeometry().height() - 120))


def confirm(parent: QWidget | None, title: str, sentence: str, verb: str, *, stay: str = "") -> bool:
    """Ask before what cannot be undone. ``verb`` is what the button says, for example "Verwijderen".

    ``stay`` is what the other button says, when that is not "Annuleren".
    """
    text = style.label(sentence)
    text.setWordWrap(True)
    text.setMinimumWidth(360)
    dialog = Dialog(title, text, verb, parent)
    set_words(dialog.cancel, stay or _("Annuleren"))
    dialog.verb.setDefault(False)  # Enter alone does nothing that cannot be undone
    dialog.cancel.setFocus()
    return dialog.exec() == QDialog.DialogCode.Accepted


def show_text(parent: QWidget | None, title: str, text: str) -> None:
    """Show a text one sends elsewhere: to copy, or to open in the mail program with its first line as subject."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    shown = QPlainTextEdit(text)
    shown.setAccessibleName(title)
    shown.setMinimumSize(520, 260)
    dialog = Dialog(title, shown, _("Kopiëren"), parent)
    dialog.cancel.setText(_("Sluiten"))
    dialog.cancel.setAccessibleName(_("Sluiten"))

    def mail() -> None:
        subject, _blank, body = shown.toPlainText().partition("\n")
        quoted = {"subject": subject.partition(": ")[2] or subject, "body": body.strip()}
        QDesktopServices.openUrl(QUrl(f"mailto:?{urlencode(quoted, quote_via=quote)}"))

    dialog.buttons.insertWidget(2, button(_("In e-mail openen"), mail, shape="mail"))
    if dialog.exec() == QDialog.DialogCode.Accepted:
        QApplication.clipboard().setText(shown.toPlainText())


def choose_to_open(parent: QWidget | None, title: str, kind: str) -> Path | None:
    """Ask for an existing file; ``kind`` is for example ``Regietafelbestanden (*.regietafel)``."""
    name, _filter = QFileDialog.getOpenFileName(parent, title, str(last_folder()), kind)
    return _remembered(name)


def spreadsheets(suffixes: Iterable[str]) -> str:
    """The ``kind`` of a spreadsheet to read."""
    return _("Rekenbladen ({suffixes});;Alle bestanden (*)").format(suffixes=" ".join(f"*{each}" for each in suffixes))


def choose_to_save(parent: QWidget | None, title: str, name: str, kind: str) -> Path | None:
    """Ask where to write a new file; the chooser itself asks before it overwrites one."""
    chooser = QFileDialog(parent, title, str(last_folder()), kind)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setDefaultSuffix(Path(name).suffix)
    chooser.selectFile(name)
    return _remembered(chooser.selectedFiles()[0]) if chooser.exec() == QDialog.DialogCode.Accepted else None


def choose_folder(parent: QWidget | None, title: str) -> Path | None:
    """Ask for a folder."""
    return _remembered(QFileDialog.getExistingDirectory(parent, title, str(last_folder())))


def dropped_file(data: QMimeData, suffixes: Collection[str]) -> Path | None:
    """The one file that was dropped, when its name ends as wanted."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in suffixes else None


def documents_folder() -> Path:
    """Where this user keeps documents."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
    return found if found.is_dir() else Path.home()


def last_folder() -> Path:
    """The folder in which this user last chose something."""
    folder = Path(str(QSettings().value("map", "")) or documents_folder())
    return folder if folder.is_dir() else documents_folder()


def _remembered(name: str) -> Path | None:
    if not name:
        return None
    path = Path(name)
    QSettings().setValue("map", str(path if path.is_dir() else path.parent))
    return path
