"""Doing the sums again: of an official table in a spreadsheet, or of the figures in this file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from regietafel import catalog
from regietafel.errors import RegietafelError
from regietafel.exchange.controle.bestand import controleer_bestand
from regietafel.exchange.controle.nakijken import Bevinding, controleer
from regietafel.exchange.spreadsheet import SUFFIXES, read_sheets
from regietafel.i18n import _, format_number
from regietafel.queries import rekening
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.details import Detail, facts
from ui.kit.dialogs import choose_to_open, spreadsheets
from ui.kit.emptiness import Empty
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


class Nagekeken(QWidget):
    """What is checked: this file, or a spreadsheet the user chose."""

    checked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found: tuple[Bevinding, ...] | None = None  # of the spreadsheet; None: this file
        self._what = style.label("", "strong")
        self._back = button(_("Dit bestand nakijken"), self._this_file)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        row.addWidget(self._what, 1)
        row.addWidget(self._back)
        self._say(_("Dit bestand"))

    def findings(self) -> Sequence[Bevinding]:
        """Of what is checked now."""
        return controleer_bestand(self._session.ledger) if self._found is None else self._found

    def choose(self) -> None:
        """Ask for a spreadsheet, and do its sums in the background."""
        if path := choose_to_open(self, _("Rekenblad nakijken"), spreadsheets(SUFFIXES)):
            self.check(path)

    def check(self, path: Path) -> None:
        """Do the sums of a spreadsheet."""
        self._say(_("{naam} wordt nagekeken…").format(naam=path.name))
        self._session.run_in_background(
            lambda: controleer(read_sheets(path)), lambda found: self._show(path.name, found), self._fail
        )

    def _show(self, naam: str, found: tuple[Bevinding, ...]) -> None:
        self._found = found
        count = _("1 bevinding") if len(found) == 1 else _("{n} bevindingen").format(n=format_number(len(found)))
        self._say(f"{naam} · {count if found else _('alles telt op')}")
        self.checked.emit()

    def _fail(self, error: BaseException) -> None:
        self._this_file()
        if not isinstance(error, RegietafelError):
            raise error
        self._session.refused.emit(str(error))

    def _this_file(self) -> None:
        self._found = None
        self._say(_("Dit bestand"))
        self.checked.emit()

    def _say(self, what: str) -> None:
        self._what.setText(_("Nagekeken: {wat}").format(wat=what))
        self._back.setVisible(self._found is not None)


def controle(session: Session, export: Export) -> Screen:
    """The page."""
    checked = Nagekeken(session)
    choose = Command(
        label=_("Rekenblad nakijken"), run=lambda _screen, _record: checked.choose(), icon="list-checks", changes=False
    )
    listing = Listing(
        key="controle",
        title=_("Controle"),
        manual="controle",
        fields=catalog.BEVINDING,
        rows=lambda _session: checked.findings(),
        tables=TABLES,
        identity=lambda each: each,
        above=lambda _screen: checked,
        primary=choose,
        detail=lambda _session, each: Detail(
            title=each.tabel, subtitle=each.melding, parts=[facts(catalog.BEVINDING[1:6], each)]
        ),
        empty=Empty(
            sentence=_(
                "Alles telt op: er zijn geen verschillen gevonden. Kijk ook een tabel van het Rijk of het COA na:"
                " totalen, verschillen, standen en de verdeelsleutel worden opnieuw uitgerekend."
            ),
            begin=choose,
        ),
    )
    screen = ListScreen(listing, session, export)
    checked.checked.connect(screen.refresh)
    return screen


TABLES = rekening.TABLES | {"inwoners", "herindeling"}
