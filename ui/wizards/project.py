"""Add a project with homes, or change one: what it is, for whom it counts, which households, when, and the money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from regietafel.actions import woonprojecten as actions
from regietafel.actions.woonprojecten import Invulling
from regietafel.catalog import PROJECT, STAATWISSEL, TELGEMEENTE, WONINGMAAT
from regietafel.domain.staat import Staatwissel
from regietafel.domain.woonproject import MATEN, ONBEKEND, Woonproject
from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger
from ui.kit import style
from ui.kit.buttons import scrolled
from ui.kit.dialogs import Dialog
from ui.kit.focus import focus_first
from ui.kit.forms import AlreadySaid, Form
from ui.kit.inputs import by_name
from ui.kit.screen import Command, Screen
from ui.kit.tabs import TabBar
from ui.wizards.project_aandelen import Entries, homes_said, shares_said

_WIDTH, _HEIGHT = 640, 560
_FIELDS = {field.name: field for field in PROJECT}
_NAAM = Field(name="naam", label=_("Gemeente"))
_NONE = {_("geen"): None}


class ProjectDialog(Dialog):
    """Tabs with one subject each; Ctrl+Page Down and Ctrl+Page Up go to the next and the one before."""

    def __init__(self, screen: Screen, old: Woonproject | None) -> None:
        self._ledger, self._op, self._old = screen.session.ledger, screen.session.op, old
        self._gemeenten = sorted(self._ledger.gemeenten, key=lambda each: (not each.lid, sort_key(each.naam)))
        self.project, self.wanneer, self.geld = (Form(fields) for fields in self._fields())
        self.telgemeenten = Entries(_("Voor wie het telt"), _SHARES, _NAAM, TELGEMEENTE[0], self._gemeenten)
        maten = [SimpleNamespace(maat=maat) for maat in MATEN]
        self.maten = Entries(_("Huishoudens"), _HOMES, WONINGMAAT[0], WONINGMAAT[1], maten)
        self._problem = style.label("", "problem")
        title = _("Project wijzigen") if old else _("Project toevoegen")
        super().__init__(title, self._content(), _("Opslaan") if old else _("Toevoegen"), screen)
        self._load()
        for form in (self.project, self.wanneer, self.geld):
            form.changed.connect(self._on_changed)
        for entries in (self.telgemeenten, self.maten):
            entries.model.typed.connect(self._on_changed)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._turn, step))
        self._say_sums()
        room = screen.window()
        self.resize(min(_WIDTH, room.width() - style.PAGE), min(_HEIGHT, room.height() - style.PAGE))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        focus_first(self.pages.currentWidget())

    def accept(self) -> None:
        self._problem.hide()
        try:
            self._save()
        except AlreadySaid:
            return
        except RegietafelError as error:
            self._problem.setText(str(error))
            self._problem.show()
        else:
            super().accept()

    @property
    def lost(self) -> Sequence[str]:
        forms = (self.project, self.wanneer, self.geld)
        models = (self.telgemeenten.model, self.maten.model)
        return [label for each in (*forms, *models) for label in each.changed_labels]

    def _fields(self) -> tuple[Sequence[Field], Sequence[Field], Sequence[Field]]:
        ledger = self._ledger
        choices = {each.naam: each.id for each in self._gemeenten}
        place = Field(
            name="gemeente_id", label=_("Gemeente"), choices=choices, required=True, help=_("Waar het staat.")
        )
        partners = by_name(ledger.partners)
        regelingen = by_name(ledger.regelingen)
        partner = Field(name="partner_id", label=_("Partner"), choices=_NONE | partners, required=True)
        regeling = Field(name="regeling_id", label=_("Regeling"), choices=_NONE | regelingen, required=True)
        first = [place, *_named("naam", "soort"), partner, *_named("eenheden", "personen", "vergunninghouders")]
        when = _named("oplevering", "einde", "plaats_tot", "daarna")
        money = [regeling, *_named("bedrag", "telt_mee", "telt_mee_bron", "contact", "bron", "opmerking")]
        return first, when if self._old else [*_STAAT, *when], money

    def _content(self) -> QWidget:
        pages = {
            _("Project"): scrolled(self.project),
            _("Voor wie het telt"): self.telgemeenten,
            _("Huishoudens"): self.maten,
            _("Wanneer"): scrolled(self.wanneer),
            _("Geld en bron"): scrolled(self.geld),
        }
        self.pages = QStackedWidget()
        for page in pages.values():
            self.pages.addWidget(page)
        self.tabs = TabBar(self.pages.setCurrentIndex)
        self.tabs.setStyleSheet("QTabBar::tab:first { margin-left: 0; }")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        column.addWidget(self._problem)
        self.tabs.show_pages(list(pages), 0)
        return content

    def _load(self) -> None:
        old, ledger = self._old, self._ledger
        begin: Any = old or {"telt_mee": ONBEKEND, "staat": None, "vanaf": self._op}
        for form in (self.project, self.wanneer, self.geld):
            form.load(begin)
        if old:
            shares = {each.gemeente_id: each.personen for each in ledger.telgemeenten.where(project_id=old.id)}
            homes = {each.maat: each.woningen for each in ledger.woningmaten.where(project_id=old.id)}
            self.telgemeenten.load([shares.get(each.id or 0) for each in self._gemeenten])
            self.maten.load([homes.get(maat) for maat in MATEN])

    def _on_changed(self) -> None:
        self._problem.hide()
        self._say_sums()

    def _say_sums(self) -> None:
        """What the shares and the homes come to, against what the project has."""
        typed = _read(self.project, "vergunninghouders"), _read(self.project, "eenheden")
        for entries, have, words in zip((self.telgemeenten, self.maten), typed, (shares_said, homes_said), strict=True):
            try:
                numbers = [number for number in entries.numbers() if number]
            except RegietafelError as error:
                entries.say(str(error), wrong=True)
            else:
                sentence, wrong = words(sum(numbers), have)
                entries.say(sentence, wrong=wrong)

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
        focus_first(self.pages.currentWidget())

    def _values(self, page: int, form: Form) -> dict[str, Any]:
        """What was filled in on a tab; it comes in view when something is wrong there."""
        try:
            return form.values()
        except AlreadySaid:
            self.tabs.setCurrentIndex(page)
            QTimer.singleShot(0, form, form.show_first_problem)
            raise

    def _numbers(self, page: int, entries: Entries) -> list[int | None]:
        try:
            return entries.numbers()
        except RegietafelError:
            self.tabs.setCurrentIndex(page)
            entries.table.setCurrentIndex(entries.model.wrong)
            raise

    def _save(self) -> None:
        values = self._values(0, self.project)
        shares, homes = self._numbers(1, self.telgemeenten), self._numbers(2, self.maten)
        values |= self._values(3, self.wanneer) | self._values(4, self.geld)
        invulling = Invulling(
            telgemeenten={
                each.id: number
                for each, number in zip(self._gemeenten, shares, strict=True)
                if number and each.id is not None
            },
            maten={maat: number for maat, number in zip(MATEN, homes, strict=True) if number},
        )
        if self._old:
            actions.edit_project(self._ledger, replace(self._old, **values), invulling)
            self.made = self._old
            return
        staat, vanaf = values.pop("staat"), values.pop("vanaf")
        if staat and vanaf is None:
            raise RegietafelError(_("Vul in vanaf welke dag het project in deze staat is."))
        staten = [Staatwissel(project_id=0, staat=staat, vanaf=vanaf)] if staat else []
        self.made = actions.add_project(self._ledger, Woonproject(**values), invulling, staten)


def add(screen: Screen, _record: object) -> None:
    """Ask what the project is; show it."""
    _open(screen, None)


def edit(screen: Screen, regel: Any) -> None:
    """Change a project, found by its ``id``."""
    _open(screen, screen.session.ledger.woonprojecten.get(regel.id))


def remove(screen: Screen, regel: Any) -> None:
    """Take it out with all that belongs to it; the bar below offers to undo it."""
    ledger: Ledger = screen.session.ledger
    actions.remove_project(ledger, ledger.woonprojecten.get(regel.id))


def _open(screen: Screen, old: Woonproject | None) -> None:
    dialog = ProjectDialog(screen, old)
    if dialog.exec() == Dialog.DialogCode.Accepted:
        screen.select(dialog.made.id)


def _named(*names: str) -> list[Field]:
    return [_FIELDS[name] for name in names]


def _read(form: Form, name: str) -> int | None:
    """The number that stands in an input; None as long as it is none."""
    text: str = form.editor(name).property("text")
    try:
        number: int | None = _FIELDS[name].parse(text)
    except RegietafelError:
        return None
    return number


_STAAT: Sequence[Field] = (
    replace(STAATWISSEL[0], choices={_("nog niet bekend"): None, **(STAATWISSEL[0].choices or {})}),
    replace(STAATWISSEL[1], label=_("In deze staat vanaf"), required=False),
)
_SHARES = _(
    "Telt het project voor meer gemeenten, of voor een andere dan waar het staat? Verdeel dan de vergunninghouders."
)
_HOMES = _("Voor welke huishoudens de woningen zijn. Hiermee ziet u bij Vraag en aanbod wat waar komt.")
ADD = Command(label=_("Project toevoegen"), run=add, icon="plus")
EDIT = Command(label=_("Wijzigen"), run=edit, icon="pencil", keys="F2")
REMOVE = Command(label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del")
