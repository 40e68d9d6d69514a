"""The meeting itself, full screen: agenda, point and clock, and one line in which is typed what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from regietafel.actions.agenda import set_besproken
from regietafel.actions.overleggen import end_overleg
from regietafel.actions.verslag import remove_regel
from regietafel.domain.overleg import BEZIG
from regietafel.errors import RegietafelError
from regietafel.exchange.vergaderinvoer import record_invoer
from regietafel.exchange.vergaderregel import Invoerregel
from regietafel.i18n import _
from regietafel.queries import agenda as punten
from regietafel.queries import partijen, verslag
from regietafel.queries.agenda import PuntRegel, agenda
from regietafel.queries.overlegstaat import staat
from regietafel.queries.verslag import LijstRegel, lijst
from ui.kit import dialogs
from ui.kit.session import Session
from ui.kit.sizes import resize_within_screen
from ui.wizards.vergadering_beeld import Beeld
from ui.wizards.vergadering_concept import Concept, Concepten
from ui.wizards.vergadering_punt import Cijfers, Leeskopieen, spoken
from ui.wizards.vergadering_slot import closing_words
from ui.wizards.vergadering_toetsen import buttons_of, connect_keys
from ui.wizards.verslag import edit_regel

_SHOWN = verslag.TABLES | punten.TABLES


class Vergadering(QWidget):
    """Holds one meeting that was begun. Leaving it changes nothing: it goes on where it was, with what was typed."""

    def __init__(self, session: Session, overleg_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(800, 520)
        resize_within_screen(self, 1280, 800)  # when it is not full screen
        self.session, self.overleg_id = session, overleg_id
        self._punten: Sequence[PuntRegel] = ()
        self._regels: Sequence[LijstRegel] = ()
        self._current: int | None = None
        self._intern = False
        self._done: set[int | None] = set()  # the operations that were done, or undone, here
        self._papers, self._cijfers = Leeskopieen(session, self, self._refuse), Cijfers(session, overleg_id)
        self.beeld = Beeld(self, session.ledger, overleg_id, self._attempt, self._papers.open)
        self._concepten = Concepten(session.ledger.path, overleg_id, self)
        self._connect()
        self._begin()

    # What is shown

    @property
    def punt(self) -> PuntRegel | None:
        """The point that is being discussed."""
        return next((each for each in self._punten if each.id == self._current), None)

    @property
    def can_type(self) -> bool:
        """Whether the meeting is being held, in a file that can change."""
        return self.session.can_write and staat(self.session.ledger, self.overleg_id) == BEZIG

    def refresh(self) -> None:
        """Ask the ledger again."""
        ledger = self.session.ledger
        self._punten, self._regels = agenda(ledger, self.overleg_id), lijst(ledger, self.overleg_id)
        if self.punt is None:
            todo = (each for each in self._punten if not each.besproken)
            first = next(todo, self._punten[0] if self._punten else None)
            self._current, self._intern = first.id if first else None, False
        self.beeld.agenda.show_punten(self._punten, self._current)
        self.beeld.regels.show_regels([each for each in self._regels if each.agendapunt_id == self._current])
        self.beeld.klok.show_punt(self._punten, self.punt)
        self.beeld.show_punt(self.punt, self._cijfers.of(self.punt), intern=self._intern)
        locked = ledger.read_only or _("Dit overleg is niet bezig; u kunt het alleen bekijken.")
        self.beeld.show_locked("" if self.can_type else locked)

    def go(self, by: int, *, discussed: bool = False) -> None:
        """To another point; ``discussed`` records that of the one that was on."""
        punt, ids = self.punt, [each.id for each in self._punten]
        if punt is None:
            return
        self.beeld.invoer.tell("")  # what was said was about this point
        if discussed and self.can_type and not punt.besproken:
            self._attempt(lambda: set_besproken(self.session.ledger, punt.id, True))
        self.go_to(ids[min(max(ids.index(punt.id) + by, 0), len(ids) - 1)])

    def go_on(self) -> None:
        """The point was discussed; to the next."""
        self.go(1, discussed=True)

    def go_to(self, punt_id: int) -> None:
        """To this point; what is for the chair alone was asked for at the one before."""
        if punt_id != self._current:
            self._current, self._intern = punt_id, False
            self.refresh()
            self._keep()
            if punt := self.punt:
                QAccessible.updateAccessibility(
                    QAccessibleAnnouncementEvent(self, spoken(punt, self._cijfers.of(punt)))
                )
                self.beeld.invoer.go_along(punt.nummer)

    # What is done

    def _take(self, invoer: Invoerregel) -> None:
        """On record at once; when that is refused the line stays."""
        if self._attempt(lambda: record_invoer(self.session.ledger, self.overleg_id, self._current, invoer)):
            self.beeld.invoer.clear()
            self.beeld.invoer.tell(_("Vastgelegd. Ctrl+Z maakt het ongedaan."))

    def toggle_besproken(self) -> None:
        """Discussed, or not after all."""
        if (punt := self.punt) and self.can_type:
            self._attempt(lambda: set_besproken(self.session.ledger, punt.id, not punt.besproken))

    def edit_last(self) -> None:
        """The row typed last at this point, or without one the last of the meeting."""
        here = [each for each in self._regels if each.agendapunt_id == self._current] or self._regels
        if here:
            self._edit(max(here, key=lambda each: each.id))

    def _edit(self, regel: LijstRegel) -> None:
        if self.session.can_write:
            self._attempt(lambda: edit_regel(self.session, self, regel.id))

    def _remove(self, regel: LijstRegel) -> None:
        ledger = self.session.ledger
        self._attempt(lambda: remove_regel(ledger, ledger.verslagregels.get(regel.id)))

    def undo(self) -> None:
        """Undo what was done last, as long as it was done here: the meeting stays begun."""
        ledger = self.session.ledger
        said = _("Ongedaan gemaakt: {wat}").format(wat=ledger.undo_label)
        if ledger.undo_id not in self._done:
            self.beeld.invoer.tell(_("Op dit scherm is niets om ongedaan te maken."))
        elif self._attempt(ledger.undo):
            self._done.add(ledger.redo_id)
            self.beeld.invoer.tell(said)

    def redo(self) -> None:
        """Do again what was undone, when it was done here."""
        ledger = self.session.ledger
        said = _("Opnieuw gedaan: {wat}").format(wat=ledger.redo_label)
        if ledger.redo_id not in self._done:
            self.beeld.invoer.tell(_("Op dit scherm is niets om opnieuw te doen."))
        elif self._attempt(ledger.redo):
            self.beeld.invoer.tell(said)

    def end(self) -> None:
        """Ask, and record that the meeting was held; not while something still stands in the line."""
        if not self.can_type:
            return
        if self.beeld.invoer.text.strip():
            self._refuse(_("Leg deze regel eerst vast met Enter, of wis haar. Sluit daarna het overleg."))
            return
        words = closing_words(self.session.ledger, self.overleg_id)
        closed = dialogs.confirm(self, _("Overleg sluiten"), words, _("Overleg sluiten"))
        if closed and self._attempt(lambda: end_overleg(self.session.ledger, self.overleg_id)):
            self._concepten.remove()
            self.close()

    def open_number(self, number: int) -> None:
        """Open the annex with this number."""
        if self.punt and number <= len(self.punt.bijlagen):
            self._papers.open(self.punt.bijlagen[number - 1])

    def back(self) -> None:
        """Out of a panel, out of a question, out of the meeting."""
        if self.beeld.close_panel():
            self._focus_line()
        elif self.beeld.invoer.is_asking:
            self.beeld.invoer.edit()
        elif self.beeld.regels.hasFocus():
            self._focus_line()
        else:
            self.close()

    def toggle_intern(self) -> None:
        """A screen on the wall shows it to everyone: only when it is asked for, and for one point."""
        self._intern = not self._intern
        self.refresh()

    def toggle(self, panel: QWidget) -> None:
        """Show a panel, say who is there, or the point again."""
        if self.beeld.close_panel():
            self._focus_line()
        else:
            self.beeld.open_panel(panel)

    def toggle_full(self) -> None:
        """Full screen, or a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _focus_line(self) -> None:
        self.beeld.invoer.line.setFocus()

    def _connect(self) -> None:
        beeld = self.beeld
        beeld.invoer.entered.connect(self._take)
        beeld.invoer.typed.connect(self._keep)
        beeld.invoer.help_asked.connect(partial(beeld.open_panel, beeld.toetsen))
        beeld.agenda.chosen.connect(self.go_to)
        beeld.regels.edit_asked.connect(self._edit)
        beeld.regels.removal_asked.connect(self._remove)
        self.session.changed.connect(self._on_changed)
        self.session.closing.connect(self.close)
        connect_keys(self)
        for knop in buttons_of(self):
            beeld.add_button(knop.label, knop.tip, knop.run)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that nothing else takes is typed in the line."""
        if event.text().isprintable() and event.text() and self.beeld.invoer.line.isEnabled():
            self._focus_line()
            self.beeld.invoer.line.insert(event.text())
        else:
            super().keyPressEvent(event)

    # How it begins and ends

    def _begin(self) -> None:
        kept = self._concepten.read()
        self._current = kept.punt
        self.refresh()
        self.setWindowTitle(self.beeld.title)
        self.beeld.invoer.set_partijen(partijen.partijen(self.session.ledger))
        self.beeld.klok.load(kept.seconden)
        newest = max(self._regels, key=lambda each: each.id, default=None)
        if kept.tekst and not (newest and newest.invoer == kept.tekst):  # it was taken just before a crash
            self.beeld.invoer.load(kept.tekst)
            self.beeld.invoer.tell(_("Deze regel was nog niet vastgelegd."))
        self._focus_line()

    def _keep(self) -> None:
        beeld = self.beeld
        self._concepten.keep(lambda: Concept(tekst=beeld.invoer.text, punt=self._current, seconden=beeld.klok.spent))

    def _on_changed(self, tables: frozenset[str]) -> None:
        if self.session.ledger.overleggen.find(id=self.overleg_id) is None:
            self.close()  # it was taken out in the main window
            return
        self._cijfers.changed(tables)
        if tables & partijen.TABLES:
            self.beeld.invoer.set_partijen(partijen.partijen(self.session.ledger))
        if tables & _SHOWN:
            self._attempt(self.refresh)
        if "aanwezigheid" in tables and self.beeld.aanwezig.isVisible():
            self.beeld.aanwezig.refresh()

    def _attempt(self, action: Callable[[], object]) -> bool:
        """Do something, and remember what of it can be undone here; a refusal is said."""
        before = self.session.ledger.undo_id or 0
        try:
            action()
        except RegietafelError as error:
            self._refuse(str(error))
            return False
        finally:
            if (done := self.session.ledger.undo_id) and done > before:
                self._done.add(done)
        return True

    def _refuse(self, sentence: str) -> None:
        self.beeld.invoer.refuse(sentence)

    def _rest_main_window(self, *, rest: bool) -> None:
        """What nobody sees behind a full screen does not ask the ledger anew at every line that is typed."""
        main = self.parentWidget()
        if isinstance(main, QMainWindow) and isValid(main) and (page := main.centralWidget()) is not None:
            page.setVisible(not rest)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._rest_main_window(rest=self.isFullScreen())
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and not self.focusWidget():
            self._focus_line()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.beeld.arrange(self.width(), self.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        """What stands in the line is kept until the meeting is gone on with."""
        if self.can_type:
            self._keep()
        self._concepten.write()
        self._papers.remove()
        self._rest_main_window(rest=False)
        super().closeEvent(event)
