"""The documents of a meeting: to look at, to make in a folder, and to send: then the agenda is kept as it was."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from regietafel.documents.leveren import deliver
from regietafel.documents.maken import Uitkomst
from regietafel.documents.overlegleveren import OverlegLevering, OverlegVraag, read_overleglevering
from regietafel.documents.overlegsoorten import AGENDA, DRAAIBOEK, LIJST, OVERLEGSOORTEN
from regietafel.documents.overlegverzenden import keep_verzonden
from regietafel.documents.reeks import Plan
from regietafel.documents.stuk import Stuk
from regietafel.documents.woo.keuze import choose, take_back
from regietafel.documents.woo.reeks import Voorbereiding
from regietafel.domain import overleg as domain
from regietafel.errors import RegietafelError
from regietafel.exchange.eml import eml_bytes
from regietafel.exchange.overleguitnodiging import overleg_ics
from regietafel.fields import DATUM, JA_NEE, Field
from regietafel.files import file_name
from regietafel.i18n import _, format_date, format_number, today
from regietafel.ledger import Ledger
from regietafel.queries.overleggen import OverlegRegel
from regietafel.queries.overlegstaat import sendable
from ui.kit import dialogs, style
from ui.kit.buttons import scrolled
from ui.kit.dialogs import Dialog
from ui.kit.focus import focus_first
from ui.kit.folder_line import FolderLine
from ui.kit.forms import Form, Values
from ui.kit.papers import Bundle, Working, Written, some, write_all
from ui.kit.papers_window import PapersWindow
from ui.kit.screen import Screen
from ui.kit.session import Session
from ui.wizards import stukken
from ui.wizards.openbaar import Onderwerp, OpenbaarWindow

MAKEN, VERZENDEN, OPENBAAR = "maken", "verzenden", "openbaar"
_TITLES = {
    MAKEN: _("Stukken van {datum} maken"),
    VERZENDEN: _("Agenda van {datum} verzenden"),
    OPENBAAR: _("Openbare stukken van {datum} maken"),
}
_PAKKET, _EML, _ICS, _VERZONDEN = "pakket", "eml", "ics", "verzonden"
_VORMEN = {_("PDF"): "pdf", _("Word (docx)"): "docx", _("OpenDocument (odt)"): "odt"}
_INTREKKING = _("Intrekking van de uitnodiging (ics)")
_BEGUN = domain.GEHOUDEN | {domain.BEZIG}
_FIELDS: Mapping[str, Field] = {
    **{soort: Field(name=soort, label=naam, kind=JA_NEE) for soort, naam in OVERLEGSOORTEN.items()},
    _PAKKET: Field(name=_PAKKET, label=_("Vergaderpakket: de agenda met alle bijlagen in één PDF"), kind=JA_NEE),
    _EML: Field(name=_EML, label=_("Concept-e-mails: aan de leden, en apart ter informatie"), kind=JA_NEE),
    _ICS: Field(name=_ICS, label=_("Uitnodiging voor de agenda van de computer (ics)"), kind=JA_NEE),
    "vorm": Field(name="vorm", label=_("Vorm van de stukken"), choices=_VORMEN, required=True),
    "peildatum": Field(
        name="peildatum",
        label=_("Peildatum van de cijfers"),
        kind=DATUM,
        required=True,
        help=_("De stand van deze dag komt bij de punten die cijfers hebben."),
    ),
    _VERZONDEN: Field(
        name=_VERZONDEN,
        label=_("Vastleggen dat deze agenda is verzonden"),
        kind=JA_NEE,
        help=_("De punten en cijfers blijven dan bewaard zoals ze nu zijn. Wat u later wijzigt, is een nieuwe versie."),
    ),
}


class LeverDialog(Dialog):
    """Asks what to make of a meeting, and where to; what it says below counts along.

    What is asked for is in ``levering``, ``map``, ``overwrite`` and ``verzonden`` when it was accepted; then
    ``momentopname`` is how the agenda is kept.
    """

    def __init__(self, session: Session, regel: OverlegRegel, doel: str, parent: QWidget) -> None:
        self._session, self._regel, self._openbaar = session, regel, doel == OPENBAAR
        self.levering: OverlegLevering | None = None
        self.overwrite = self.verzonden = False
        self.momentopname = b""
        begun, send, off = regel.staat in _BEGUN, doel == VERZENDEN, regel.staat == domain.VERVALLEN
        leave = {LIJST} if not begun else set()
        leave |= {_VERZONDEN} if not (send and session.can_write) else set()
        leave |= {DRAAIBOEK, _EML, _ICS} if self._openbaar else set()
        self._names = [name for name in _FIELDS if name not in leave]
        ics = replace(_FIELDS[_ICS], label=_INTREKKING if off else _FIELDS[_ICS].label)
        self.form = Form([ics if name == _ICS else _FIELDS[name] for name in self._names])
        start = {AGENDA: send or not (begun or off), DRAAIBOEK: False, LIJST: begun, _VERZONDEN: send}
        start |= {_PAKKET: send, _EML: send or off, _ICS: send or off}
        self.form.load({**start, "vorm": "pdf", "peildatum": regel.peildatum(today())})
        name = file_name(regel.datum.isoformat(), regel.reeks, suffix="")
        self.folder = FolderLine(dialogs.last_folder() / name, _("Map voor de stukken"))
        self.map = dialogs.last_folder()
        self.summary, self.remarks = style.label("", "strong"), style.label("", "secondary")
        super().__init__(_TITLES[doel].format(datum=format_date(regel.datum)), self._content(), _("Maken"), parent)
        self.form.changed.connect(self._count)
        self._count()
        self.resize(600, min(self.sizeHint().height() + 40, self.screen().availableGeometry().height() - 120))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        focus_first(self.form)

    def accept(self) -> None:
        self.levering = None
        if self.form.submit(self._take) and self.levering is not None:
            super().accept()

    def _take(self, values: Values) -> None:
        levering = self._read(values)
        momentopname = b""
        if values.get(_VERZONDEN):  # before anything is written
            sendable(self._session.ledger, self._regel.id)
            momentopname = levering.momentopname
        if (target := self.folder.take(levering.names())) is not None:
            self.levering, (self.map, self.overwrite) = levering, target
            self.verzonden, self.momentopname = bool(values.get(_VERZONDEN)), momentopname

    def _read(self, values: Mapping[str, Any]) -> OverlegLevering:
        """Raises RegietafelError that says what is in the way."""
        soorten = [soort for soort in OVERLEGSOORTEN if values.get(soort)]
        if not soorten and not any(values.get(name) for name in (_PAKKET, _EML, _ICS)):
            raise RegietafelError(_("Vink aan wat u wilt maken."))
        if values.get(_VERZONDEN) and AGENDA not in soorten:
            raise RegietafelError(_("Wie de agenda verzendt, maakt haar ook. Vink de agenda aan."))
        vraag = OverlegVraag(
            soorten=soorten or (AGENDA,),
            vorm=values["vorm"],
            los=bool(soorten),
            pakket=values[_PAKKET],
            openbaar=self._openbaar,
            eml=eml_bytes if values.get(_EML) else None,
            ics=overleg_ics(self._session.ledger, self._regel.id) if values.get(_ICS) else b"",
            peildatum=values["peildatum"],
        )
        return read_overleglevering(self._session.ledger, self._regel.id, today(), vraag)

    def _count(self) -> None:
        """Say how many files there will be, what they leave open, and what is otherwise than in the version before."""
        ticks = {name: self._ticked(name) for name, field in _FIELDS.items() if field.kind is JA_NEE}
        try:
            levering = self._read({**ticks, "vorm": "pdf", "peildatum": self._regel.peildatum(today())})
        except RegietafelError:  # it is said when one asks to make that
            self.summary.setText(_("Geen bestanden"))
            self.remarks.setText("")
            return
        count = len(levering.names())
        said = _("1 bestand") if count == 1 else _("{n} bestanden").format(n=format_number(count))
        if ticks[AGENDA]:
            said = _("{bestanden}, versie {n} van de agenda").format(bestanden=said, n=levering.gegevens.versie)
        self.summary.setText(said)
        left = [_("Nog open: {texts}.").format(texts="; ".join(some(levering.nog_open)))] if levering.nog_open else []
        if ticks[AGENDA] and levering.wijzigingen:
            left += [_("Anders dan in de vorige versie:"), *some(levering.wijzigingen)]
        self.remarks.setText("\n".join(left))

    def _ticked(self, name: str) -> bool:
        return name in self._names and bool(self.form.editor(name).property("checked"))

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE)
        column.addWidget(scrolled(self.form), 1)
        column.addWidget(self.folder)
        for label in (self.summary, self.remarks):
            label.setWordWrap(True)
            column.addWidget(label)
        return content


def make(parent: QWidget, session: Session, page: Working, regel: OverlegRegel, doel: str) -> None:
    """Ask what to make, and make it in the background; ``page`` shows how far it is, and what came of it."""
    if page.progress.busy:
        return
    dialog = LeverDialog(session, regel, doel, parent)
    if dialog.exec() != Dialog.DialogCode.Accepted or (levering := dialog.levering) is None:
        return
    folder, overwrite, verzonden, momentopname = dialog.map, dialog.overwrite, dialog.verzonden, dialog.momentopname
    ledger = session.ledger

    def write(watched: Sequence[Plan]) -> Written:
        made = deliver(levering, watched, folder, overwrite=overwrite)
        found = stukken.written(ledger, made, openbaar=levering.vraag.openbaar)
        if not verzonden:
            return found
        if made.mislukt:
            return replace(found, told=(*found.told, _("Niet vastgelegd als verzonden, omdat er iets ontbreekt.")))
        return replace(found, keep=partial(_keep, made))

    def _keep(made: Uitkomst) -> str:
        keep_verzonden(ledger, levering, made, today(), momentopname)
        return ""

    write_all(levering.plannen, write, folder, page.progress, page.notice)


def of_overleg(session: Session, regel: OverlegRegel) -> Onderwerp:
    """The documents of a meeting, for who publishes them."""
    ledger = session.ledger

    def read() -> Callable[[], Voorbereiding]:
        return read_overleglevering(ledger, regel.id, today(), OverlegVraag(openbaar=True)).prepare

    return Onderwerp(
        naam=f"{regel.reeks} {format_date(regel.datum)}",
        read=read,
        make=lambda window: make(window, session, window, regel, OPENBAAR),
        choose=partial(choose, ledger, None, overleg_id=regel.id),
        take_back=partial(take_back, ledger, None, overleg_id=regel.id),
    )


def publish(screen: Screen, regel: OverlegRegel) -> None:
    """Open the window with the publication version."""
    _open(OpenbaarWindow(screen.session, of_overleg(screen.session, regel), screen))


def look(screen: Screen, regel: OverlegRegel) -> None:
    """Open the window with the documents as they would be made now."""
    session = screen.session
    title = _("Stukken van {reeks}, {datum}").format(reeks=regel.reeks, datum=format_date(regel.datum))
    make = partial(_bundle, session.ledger, regel.id)
    _open(PapersWindow(session, title, make, today(), screen, dated=_("Datum van de stukken")))


def _open(window: PapersWindow | OpenbaarWindow) -> None:
    """Open a window that says itself why it cannot."""
    try:
        window.open()
    except RegietafelError:
        window.deleteLater()
        raise


def _bundle(ledger: Ledger, overleg_id: int, datum: datetime.date) -> Bundle:
    levering = read_overleglevering(ledger, overleg_id, datum, OverlegVraag())
    bronnen = [stukken.Bron(each.label, each.bestandsnaam, partial(_stuk, levering, each)) for each in levering.plannen]
    return stukken.bundle(ledger, bronnen, open_ends=levering.nog_open)


def _stuk(levering: OverlegLevering, plan: Plan) -> Stuk:
    """Raises RegietafelError when it cannot be made."""
    reeks = levering.compose([plan])
    if reeks.mislukt:
        raise RegietafelError(reeks.mislukt[0].reden)
    return reeks.stukken[0]
