"""The window: the start screen, or the places of one open file; the menu; opening and closing."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import SUFFIX, Ledger, LeftByCrash
from ui.kit import recent
from ui.kit.finder import Finder, Index
from ui.kit.menus import add_line, add_modes, fill_recent
from ui.kit.notice import ERROR
from ui.kit.places import Place
from ui.kit.session import Session
from ui.kit.shell import Shell
from ui.kit.sizes import resize_within_screen

if TYPE_CHECKING:
    from ui.screens.start import StartScreen

_LATER = 300  # milliseconds
KIND = _("Regietafelbestanden (*.regietafel)")


class MainWindow(QMainWindow):
    """One window, with at most one open file.

    ``periodes`` are those to choose from; it opens on the first. ``index`` searches everything in a file.
    """

    def __init__(
        self,
        places: Sequence[Place],
        periodes: Callable[[Ledger], Sequence[object]],
        index: Callable[[Ledger], Index] | None = None,
    ) -> None:
        super().__init__()
        self._places, self._periodes, self._index = places, periodes, index
        self._finder: Finder | None = None
        self.shell: Shell | None = None
        self._manual: QWidget | None = None
        self._start: StartScreen | None = None
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 520)
        resize_within_screen(self, 1280, 800)
        if (geometry := QSettings().value("venster")) is not None:
            self.restoreGeometry(geometry)
        self._fill_menu()
        self._show_state()

    # Opening and closing

    def show_start(self) -> StartScreen:
        """Show the start screen, which is made when it is first needed."""
        from ui.screens.start import StartScreen

        if self._start is None:
            actions = {
                (_("Nieuw bestand"), "file-plus"): self.new_file,
                (_("Bestand openen"), "folder-open"): self.choose_file,
                (_("Voorbeeld Twente"), "map"): self.open_example,
            }
            self._start = StartScreen(actions, self.open_file)
            self.setCentralWidget(self._start)
        return self._start

    def open_file(self, path: Path, *, take_over: bool = False) -> None:
        """Open a file in place of the one that is open; when that fails, the other stays."""
        if self.shell and self.shell.session.ledger.path == path.absolute():
            return
        try:
            ledger = Ledger.open(path.absolute(), take_over=take_over)
        except LeftByCrash as left:
            from ui.kit import dialogs

            sentence = _("{wat} Wilt u het bestand overnemen? Wat het laatst is opgeslagen, is er nog.")
            if dialogs.confirm(self, _("Bestand overnemen"), sentence.format(wat=left), _("Overnemen")):
                self.open_file(path, take_over=True)
            return
        except RegietafelError as error:
            self._refuse(str(error))
            return
        self._leave_file()
        QTimer.singleShot(_LATER, self, partial(recent.remember, path))  # when the page is up: it waits for the disk
        session = Session(ledger, self._periodes(ledger)[0], self)
        session.changed.connect(self._after_change)
        session.manual_requested.connect(self.show_manual)
        self._finder = Finder(session, partial(self._index, ledger)) if self._index else None
        self.shell = Shell(session, self._places, self._choices)
        self.setCentralWidget(self.shell)
        self._start = None  # Qt has deleted it
        self.shell.go(self._places[0].key)
        self._show_state()

    def close_file(self) -> None:
        """Back to the start screen."""
        if self.shell is not None:
            self._leave_file()
            self.show_start()
            self._show_state()

    def _leave_file(self) -> None:
        if self.shell is not None:
            shell, self.shell = self.shell, None
            shell.session.close()
            shell.session.deleteLater()

    def new_file(self) -> None:
        """Make a file with the wizard, and open it."""
        from ui.wizards.nieuw import nieuw_wizard

        wizard = nieuw_wizard(self)
        if wizard.exec() == QDialog.DialogCode.Accepted:
            self.open_file(wizard.draft.path)

    def choose_file(self) -> None:
        """Ask for a file and open it."""
        from ui.kit import dialogs

        if path := dialogs.choose_to_open(self, _("Bestand openen"), KIND):
            self.open_file(path)

    def open_example(self) -> None:
        """Make the example among the documents when it is not there yet, and open it."""
        from ui.kit import dialogs

        path = dialogs.documents_folder() / f"{_('Voorbeeld Twente')}{SUFFIX}"
        try:
            if not path.exists():
                from regietafel.example import make_example

                make_example(path)
        except RegietafelError as error:
            self._refuse(str(error))
            return
        self.open_file(path)

    def read_in(self, path: Path | None = None) -> None:
        """Read in a table, perhaps from a spreadsheet that was dropped on the window."""
        from ui.wizards.importeren import open_import

        if self.shell and self.shell.session.can_write:
            open_import(self.shell.session, self.shell.page, path)

    def save_copy(self) -> None:
        """Write a copy elsewhere."""
        if self.shell is None or self.shell.session.ledger.path is None:
            return
        from ui.kit import dialogs

        ledger, name = self.shell.session.ledger, self.shell.session.ledger.path.stem
        path = dialogs.choose_to_save(self, _("Opslaan als kopie"), _("{naam} kopie").format(naam=name) + SUFFIX, KIND)
        if path and self.shell.session.attempt(lambda: ledger.save_copy(path, overwrite=True)):  # the chooser asked
            self.shell.notice.say(_("Kopie opgeslagen: {path}").format(path=path))

    def save_cijferboek(self) -> None:
        """Write every figure of the region in one workbook."""
        from ui.wizards.uitvoer import save_cijferboek

        if self.shell:
            save_cijferboek(self.shell)

    def make_forms(self) -> None:
        """Write a form for every member to fill in."""
        from ui.wizards.uitvoer import make_forms

        if self.shell:
            make_forms(self.shell)

    def go_to(self) -> None:
        """Search by a few letters, and go to what is chosen or do it."""
        from ui.wizards.zoeken import search

        if self.shell:
            search(self.shell, self._places, self._menus, self._finder)

    # What was done

    def undo(self) -> None:
        """Undo the last operation, and offer to do it again."""
        if self.shell:
            self._reverse(self.shell, self.shell.session.ledger.undo, _("Opnieuw"), self.redo)

    def redo(self) -> None:
        """Do again what was last undone."""
        if self.shell:
            self._reverse(self.shell, self.shell.session.ledger.redo, _("Ongedaan maken"), self.undo)

    def _reverse(self, shell: Shell, reverse: Callable[[], None], verb: str, back: Callable[[], None]) -> None:
        if shell.session.attempt(reverse):
            shell.notice.say(_last_done(shell), verb=verb, action=back)

    def _after_change(self, _tables: frozenset[str]) -> None:
        """Say what was done."""
        if self.shell:
            done = _last_done(self.shell)
            can_undo = self.shell.session.ledger.undo_label == done
            self.shell.notice.say(done, verb=_("Ongedaan maken") if can_undo else "", action=self.undo)
            self._show_state()

    def _show_state(self) -> None:
        ledger = self.shell.session.ledger if self.shell else None
        name = ledger.path.name if ledger and ledger.path else ""
        self.setWindowTitle(f"{name} – Regietafel" if name else "Regietafel")
        if self.shell and ledger:
            saved = _("Alles opgeslagen · {tijd}").format(tijd=f"{datetime.datetime.now().astimezone():%H:%M}")
            remark = _("alleen lezen") if ledger.read_only else ""
            self.shell.show_status("" if remark else saved, name, remark)
        for action, label, text in (
            (self._undo, ledger.undo_label if ledger else None, _("Ongedaan maken")),
            (self._redo, ledger.redo_label if ledger else None, _("Opnieuw")),
        ):
            action.setText(f"{text} “{label}”" if label else text)
            action.setEnabled(bool(label))
        for action in self._with_file:
            action.setEnabled(ledger is not None)
        self._read_in.setEnabled(bool(self.shell and self.shell.session.can_write))

    def _refuse(self, sentence: str) -> None:
        if self.shell:
            self.shell.notice.say(sentence, ERROR)
        else:
            self.show_start().say(sentence)

    # The menu

    def _fill_menu(self) -> None:
        file = self.menuBar().addMenu(_("&Bestand"))
        add_line(file, _("Nieuw…"), self.new_file, "Ctrl+N", "file-plus")
        add_line(file, _("Openen…"), self.choose_file, "Ctrl+O", "folder-open")
        last = file.addMenu(_("Recent"))
        last.aboutToShow.connect(partial(fill_recent, last, self.open_file))
        file.addSeparator()
        self._read_in = add_line(file, _("Inlezen…"), self.read_in, "Ctrl+I", "upload")
        copy = add_line(file, _("Opslaan als kopie…"), self.save_copy, "Ctrl+Shift+S", "save")
        book = add_line(file, _("Cijferboek opslaan…"), self.save_cijferboek, "Ctrl+Shift+E", "table")
        forms = add_line(file, _("Opgaveformulieren maken…"), self.make_forms, "", "file-spreadsheet")
        close = add_line(file, _("Sluiten"), self.close_file, "Ctrl+W")
        file.addSeparator()
        add_line(file, _("Afsluiten"), self.close, "Ctrl+Q")
        edit = self.menuBar().addMenu(_("Be&werken"))
        self._undo = add_line(edit, _("Ongedaan maken"), self.undo, "Ctrl+Z", "undo-2")
        self._redo = add_line(edit, _("Opnieuw"), self.redo, "Ctrl+Y", "redo-2")
        self._redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        view = self.menuBar().addMenu(_("Bee&ld"))
        places = [add_line(view, place.title, partial(self._go, place.key), "", place.icon) for place in self._places]
        view.addSeparator()
        anywhere = add_line(view, _("Zoeken…"), self.go_to, "Ctrl+K", "search")
        add_modes(view.addMenu(_("Uiterlijk")))
        help_ = self.menuBar().addMenu(_("&Help"))
        add_line(help_, _("Handleiding"), self.show_manual, "F1", "circle-help")
        add_line(help_, _("Sneltoetsen"), partial(self.show_manual, "sneltoetsen"), "?")
        add_line(help_, _("Over Regietafel"), partial(self.show_manual, "over"))
        self._menus = (file, edit, help_)
        self._with_file = [copy, book, forms, close, anywhere, *places]

    def _choices(self, session: Session) -> list[object]:
        known = self._periodes(session.ledger)
        return sorted({*known, session.periode}, key=str, reverse=True)

    def _go(self, key: str) -> None:
        if self.shell:
            self.shell.go(key)

    def show_manual(self, page: str = "") -> None:
        """Show a page of the manual; without a name that of the place one is."""
        from ui.kit.manual import ManualWindow

        if self._manual is None:
            self._manual = ManualWindow()
        assert isinstance(self._manual, ManualWindow)
        self._manual.show_page(page or (self.shell.page.manual if self.shell else "nieuw-bestand"))

    # What Qt asks

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._receiver(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if receive := self._receiver(event):
            receive()

    def _receiver(self, event: QDropEvent) -> Callable[[], None] | None:
        """What to do with what is dropped: open a file of ours, read in a spreadsheet, or nothing."""
        from regietafel.exchange.spreadsheet import SUFFIXES
        from ui.kit import dialogs

        if path := dialogs.dropped_file(event.mimeData(), {SUFFIX}):
            return partial(self.open_file, path)
        path = dialogs.dropped_file(event.mimeData(), SUFFIXES)
        return partial(self.read_in, path) if path and self.shell and self.shell.session.can_write else None

    def closeEvent(self, event: QCloseEvent) -> None:
        QSettings().setValue("venster", self.saveGeometry())
        self._leave_file()
        if self._manual is not None:
            self._manual.close()
        super().closeEvent(event)


def _last_done(shell: Shell) -> str:
    from regietafel.queries.logboek import last_done

    return last_done(shell.session.ledger)
