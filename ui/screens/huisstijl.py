"""The house styles: of the table and of every gemeente, with the page they make beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from regietafel.actions.huisstijlen import remove_huisstijl
from regietafel.catalog.huisstijl import BESTANDEN, BRIEF, KLEUR, LETTER, LOGO
from regietafel.documents import huisstijl as stijl
from regietafel.documents.kleur import tekstkleur
from regietafel.domain.huisstijl import Huisstijl
from regietafel.i18n import _, sort_key, today
from ui.kit import dialogs, style
from ui.kit.beside import Beside
from ui.kit.buttons import button, scrolled
from ui.kit.instant import FileChoice, InstantForm
from ui.kit.live_preview import LivePreview
from ui.kit.screen import Screen
from ui.kit.session import Session

_OWNER = Qt.ItemDataRole.UserRole
_LIST, _FORM, _ROOM = 172, 288, 640  # pixels; the last is what form and letter need to stand beside each other
_KINDS = {
    "logo": _("Logo’s (*.png *.jpg *.jpeg *.svg)"),
    "gewoon": _("TrueType-letters (*.ttf)"),
    "vet": _("TrueType-letters (*.ttf)"),
    "cursief": _("TrueType-letters (*.ttf)"),
    "word": _("Word-documenten (*.docx)"),
}
_HELP = {
    "logo": _("Een PNG, JPEG of SVG van hooguit 5 MB."),
    "gewoon": _("Een .ttf van hooguit 5 MB, die in documenten mag staan."),
    "word": _("Een .docx waaruit Word-documenten hun stijl, kop en voet halen."),
}


def huisstijl(session: Session) -> Screen:
    """The page."""
    return HuisstijlScreen(session)


class HuisstijlScreen(Screen):
    """Left whose style it is, then what it consists of, right a letter in it."""

    title = _("Huisstijl")
    manual = "huisstijl"

    def __init__(self, session: Session) -> None:
        super().__init__(session, frozenset({"huisstijl", "gemeente", "regio"}))
        self.owners = QListWidget()
        self.owners.setAccessibleName(_("Van wie de huisstijl is"))
        self.owners.setFixedWidth(_LIST)
        self.owners.currentItemChanged.connect(lambda _now, _before: self._show_other())
        self.files = {name: self._file(name) for name in BESTANDEN}
        self.forms = [InstantForm(fields, self._change) for fields in (LOGO, KLEUR, LETTER, BRIEF)]
        self.preview = LivePreview(session, {})
        row = QHBoxLayout()
        row.setSpacing(style.SPACE)
        row.addWidget(self.owners)
        titles = (_("Invullen"), _("Voorbeeld"))
        row.addWidget(Beside(titles, self._card(), self.preview, (420, 420), _ROOM), 1)
        self.column.addLayout(row, 1)

    def refresh(self) -> None:
        """Show who has a style of its own, and that of the one the cursor is on."""
        ledger, current = self.session.ledger, self._owner
        own = {each.gemeente_id for each in ledger.huisstijlen}
        members = sorted(
            (each for each in ledger.gemeenten if each.lid or each.id in own), key=lambda each: sort_key(each.naam)
        )
        self.owners.blockSignals(True)
        self.owners.clear()
        for id, name in ((None, stijl.naam_of(ledger, None)), *((each.id, each.naam) for each in members)):
            item = QListWidgetItem(_("{naam} · eigen").format(naam=name) if id in own else name, self.owners)
            item.setData(_OWNER, id)
            item.setToolTip(name)
            item.setSizeHint(QSize(0, style.ROW))
            if id == current:
                self.owners.setCurrentItem(item)
        if self.owners.currentItem() is None:
            self.owners.setCurrentRow(0)
        self.owners.blockSignals(False)
        self._show_style()

    def take_focus(self) -> None:
        """To the list."""
        self.owners.setFocus()

    def select(self, identity: Any) -> None:
        """Put the cursor on a gemeente."""
        for number in range(self.owners.count()):
            if self.owners.item(number).data(_OWNER) == identity:
                self.owners.setCurrentRow(number)

    @property
    def _owner(self) -> int | None:
        item = self.owners.currentItem()
        id: int | None = item.data(_OWNER) if item else None
        return id

    def _card(self) -> QWidget:
        """The style as a form that scrolls."""
        logo, colour, letter, brief = self.forms
        self._status = style.label("", "secondary")
        self._back = button(_("Eigen huisstijl verwijderen"), self._remove, shape="undo-2")
        self._coarse = style.label("", "secondary")
        self._readable = style.label("", "secondary")
        self._swatch = QLabel()
        self._swatch.setFrameShape(QFrame.Shape.Box)  # white is a colour too
        self._swatch.setFixedSize(32, 16)
        self._swatch.setAutoFillBackground(True)
        told = QHBoxLayout()
        told.setSpacing(style.GAP)
        told.addWidget(self._swatch, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._readable, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(style.SPACE, style.SPACE, style.SPACE, style.SPACE)
        column.setSpacing(12)
        self._address = style.label("", "secondary")
        self._go = button(_("Adres wijzigen"), self._go_to_address, shape="pencil")
        for label in (self._status, self._coarse, self._readable, self._address):
            label.setWordWrap(True)
        column.addWidget(self._status)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        _add(column, _("Logo en kleur"), [self.files["logo"], logo, self._coarse, colour])
        column.addLayout(told)
        _add(column, _("Letter"), [*(self.files[name] for name in ("gewoon", "vet", "cursief")), letter])
        address = QVBoxLayout()
        address.setSpacing(4)
        address.addWidget(style.label(_("Adres in het briefhoofd"), "strong"))
        address.addWidget(self._address)
        address.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        _add(column, _("Brief"), [])
        column.addLayout(address)
        column.addWidget(brief)
        _add(column, _("Word"), [self.files["word"]])
        column.addStretch()
        card = _panel(scrolled(inside))
        card.setMinimumWidth(_FORM)
        return card

    def _file(self, name: str) -> FileChoice:
        return FileChoice(
            BESTANDEN[name], partial(self._choose, name), partial(self._take_out, name), _HELP.get(name, "")
        )

    def _show_other(self) -> None:
        """Begin with another one: what was wrong with this one is of no use there."""
        for form in self.forms:
            form.load(stijl.huisstijl_of(self.session.ledger, self._owner) or Huisstijl())
        self._show_style()

    def _show_style(self) -> None:
        ledger, id = self.session.ledger, self._owner
        own = stijl.huisstijl_of(ledger, id)
        shown = own or Huisstijl(gemeente_id=id)
        can_write = self.session.can_write
        table = None if id is None else stijl.huisstijl_of(ledger, None)
        self._status.setText(_said(own, stijl.naam_of(ledger, id), stijl.naam_of(ledger, None) if table else ""))
        self._back.setVisible(own is not None)
        for each in (self._back, self._go):
            each.setEnabled(can_write)
        for form in self.forms:
            form.show_record(shown)
            form.setEnabled(can_write)
        for name, choice in self.files.items():
            sha = getattr(shown, name)
            picture = ledger.inhoud.get(sha) if sha and name == "logo" else b""
            choice.show_file(_of_file(shown, name) if sha else "", picture, can_write=can_write)
        for name in ("vet", "cursief"):
            self.files[name].setVisible(shown.gewoon is not None)
        told = stijl.remarks(ledger, shown)
        self._coarse.setText(told.get("logo_breedte", ""))
        self._coarse.setVisible("logo_breedte" in told)
        fits = not shown.kleur or tekstkleur(shown.kleur)
        self._readable.setText(("" if fits else "▲ ") + told.get("kleur", ""))
        style.set_role(self._readable, "secondary" if fits else "behind")
        self._address.setText(", ".join(stijl.afzender(ledger, id)[1]) or _("nog niet ingevuld"))
        for label in (self._swatch, self._readable):
            label.setVisible(bool(shown.kleur))
        palette = self._swatch.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(shown.kleur or "#FFFFFF"))
        self._swatch.setPalette(palette)
        self._show_page()

    def _show_page(self) -> None:
        from regietafel.documents.maken import render

        document = stijl.voorbeeld(self.session.ledger, self._owner, today())
        name = _("de huisstijl van {naam}").format(naam=stijl.naam_of(self.session.ledger, self._owner))
        self.preview.show_made(lambda: render(document), name)

    def _go_to_address(self) -> None:
        """Where the address of the table or of the gemeente is filled in."""
        if self._owner is None:
            self.session.page_requested.emit("instellingen")
        else:
            self.session.record_requested.emit("gemeenten", self._owner)

    def _change(self, values: Mapping[str, Any]) -> None:
        stijl.change_huisstijl(self.session.ledger, self._owner, values)

    def _choose(self, name: str) -> None:
        path = dialogs.choose_to_open(self, _("{wat} kiezen").format(wat=BESTANDEN[name]), _KINDS[name])
        if path:
            self.take_in(name, path)

    def take_in(self, name: str, path: Path) -> None:
        """Take a file into the style. Raises RegietafelError with a sentence when it cannot be used."""
        stijl.change_huisstijl(self.session.ledger, self._owner, {}, {name: stijl.read_file(path)})

    def _take_out(self, name: str) -> None:
        stijl.change_huisstijl(self.session.ledger, self._owner, {}, {name: None})

    def _remove(self) -> None:
        own = stijl.huisstijl_of(self.session.ledger, self._owner)
        if own:
            self.session.attempt(lambda: remove_huisstijl(self.session.ledger, own))


def _panel(content: QWidget) -> QFrame:
    """A card around something that scrolls."""
    card = QFrame()
    card.setProperty("panel", True)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.addWidget(content)
    return card


def _add(column: QVBoxLayout, title: str, widgets: Sequence[QWidget]) -> None:
    """A part of the form, perhaps under a title."""
    column.addSpacing(4)
    if title:
        column.addWidget(style.label(title, "section"))
    for widget in widgets:
        column.addWidget(widget)


def _said(own: Huisstijl | None, name: str, table: str) -> str:
    """Whose documents look like this; ``table`` is the name of the table when its style is used instead."""
    if own:
        return _("De documenten van {naam} krijgen deze huisstijl.").format(naam=name)
    if table:
        said = _(
            "{naam} krijgt de huisstijl van {tafel}. Wat u hier invult, wordt een eigen huisstijl in plaats daarvan."
        )
        return said.format(naam=name, tafel=table)
    return _("{naam} heeft geen eigen huisstijl. Wat u hier invult, wordt de eigen huisstijl.").format(naam=name)


def _of_file(shown: Huisstijl, name: str) -> str:
    return shown.letter if name == "gewoon" else _("gekozen")
