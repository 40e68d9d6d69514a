"""Calculators for money around homes: what one types on the left, every step of the sum on the right, at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from regietafel import reference
from regietafel.catalog import rekenen as fields
from regietafel.domain import rekenen
from regietafel.domain.norm import FLEX_AFSCHRIJVING
from regietafel.domain.regeling import Regeling
from regietafel.domain.uitkomst import Uitkomst, euro
from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _, enumerate_some, parse_number, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.regelingen import find_regeling, garantie, norm_of
from ui.kit import style
from ui.kit.buttons import button, scrolled
from ui.kit.details import Line, Part, part_widget
from ui.kit.focus import tab_as_seen
from ui.kit.forms import AlreadySaid, Form
from ui.kit.inputs import ComboBox
from ui.kit.screen import Screen
from ui.kit.session import Session

Values = Mapping[str, Any]
_LEFT, _RIGHT = 248, 320


@dataclass(frozen=True, kw_only=True)
class Rekenaar:
    """A calculator: what it asks (with ``past``: the regelingen one can choose from), begins with, and computes."""

    naam: str
    intro: str
    fields: Sequence[Field]
    reken: Callable[[Ledger, datetime.date, Values], Uitkomst]
    begin: Callable[[Ledger, datetime.date], Values] = lambda _ledger, _op: {}
    past: Callable[[Regeling], bool] | None = None


class RekenScreen(Screen):
    """One calculator at a time; each keeps what was typed as long as the page is there."""

    title = _("Rekenen")
    manual = "woonvormen"

    def __init__(self, session: Session) -> None:
        super().__init__(session, frozenset({"norm", "regeling"}))
        self.chooser = ComboBox()
        self.chooser.setAccessibleName(_("Wat u wilt uitrekenen"))
        self.chooser.addItems([each.naam for each in REKENAARS])
        self.chooser.currentIndexChanged.connect(lambda _place: self._show_form())
        self.form, self._fields = Form(()), list[Field]()
        self._typed: dict[str, Values] = {}  # of each calculator, by its name
        self._text = ""  # of the outcome, to copy
        self._left, self._right = scrolled(QWidget()), scrolled(QWidget())
        label = style.label(_("Wat wilt u uitrekenen?"), "strong")
        label.setBuddy(self.chooser)
        left = QVBoxLayout()
        left.setSpacing(style.GAP)
        left.addWidget(label)
        left.addWidget(self.chooser)
        left.addSpacing(style.SPACE)
        left.addWidget(self._left, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(style.SPACE)
        split.setChildrenCollapsible(False)
        for inside, least in ((left, _LEFT), (self._framed(), _RIGHT)):
            pane = QWidget()
            pane.setLayout(inside)
            pane.setMinimumWidth(least)
            inside.setContentsMargins(0, 0, 0, 0)
            split.addWidget(pane)
        split.setStretchFactor(1, 1)
        split.setSizes([_LEFT + 80, 10_000])
        self.column.addWidget(split, 1)

    def refresh(self) -> None:
        self._show_form()

    def take_focus(self) -> None:
        """To the choice of what to compute."""
        self.chooser.setFocus()

    @property
    def rekenaar(self) -> Rekenaar:
        """The one that is chosen."""
        return REKENAARS[self.chooser.currentIndex()]

    def copy(self) -> None:
        """The outcome with every step, for an e-mail or a note."""
        QApplication.clipboard().setText(self._text)

    def _framed(self) -> QVBoxLayout:
        panel = QFrame()
        panel.setProperty("panel", True)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(style.SPACE, style.SPACE, style.SPACE, style.SPACE)
        self._copy = button(_("Uitkomst kopiëren"), self.copy, shape="copy")
        inside.addWidget(self._right, 1)
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addStretch()
        inside.addLayout(row)
        column = QVBoxLayout()
        column.addWidget(panel)
        return column

    def _show_form(self) -> None:
        """The inputs of the chosen calculator, with what was typed in them before."""
        chosen, ledger = self.rekenaar, self.session.ledger
        choices = [_regeling_field(ledger, chosen.past)] if chosen.past else []
        self._fields = [*choices, *chosen.fields]
        self.form = Form(self._fields)
        first = next(iter(choices[0].choices or ()), None) if choices else None
        self.form.load({"regeling": first, **chosen.begin(ledger, self.session.op), **self._typed.get(chosen.naam, {})})
        self.form.changed.connect(self._compute)
        self._left.setWidget(self.form)
        self._compute()

    def _compute(self) -> None:
        """At every key; what is not complete yet is asked for instead."""
        chosen, ledger = self.rekenaar, self.session.ledger
        try:
            values = self.form.values(go_to_problem=False) if not self._missing() else {}
            self._typed[chosen.naam] = values or self._typed.get(chosen.naam, {})
            outcome = chosen.reken(ledger, self.session.op, values) if values else None
        except AlreadySaid as problem:
            self._say(str(problem))
        except RegietafelError as error:
            self._say(str(error))
        else:
            if outcome is None:
                missing = enumerate_some([name.lower() for name in self._missing()])
                self._say(_("{intro} Vul nog in: {wat}.").format(intro=chosen.intro, wat=missing))
            else:
                self._show(outcome)

    def _missing(self) -> list[str]:
        """What must be filled in and is empty, by label."""
        found = []
        for field in self._fields:
            editor = self.form.editor(field.name)
            if field.required and not str(editor.property("text") or editor.property("currentText") or "").strip():
                found.append(field.label)
        return found

    def _say(self, sentence: str) -> None:
        self._text = ""
        said = style.label(sentence, "quiet")
        said.setWordWrap(True)
        self._put([said])

    def _show(self, outcome: Uitkomst) -> None:
        self._text = as_text(outcome)
        steps = [
            Line(texts=(each.omschrijving, "" if each.bedrag is None else euro(each.bedrag)), note=each.formule)
            for each in outcome.stappen
        ]
        said = [Line(texts=(sentence,)) for sentence in outcome.voorbehoud]
        parts = [Part(title=_("Berekening"), lines=steps, headings=(_("Stap"), _("Bedrag")), right=frozenset({1}))]
        if said:
            parts.append(Part(title=_("Let op"), lines=said))
        if outcome.bron:
            parts.append(Part(title=_("Bron"), lines=[Line(texts=(outcome.bron,))]))
        name = style.label(outcome.onderwerp, "section")
        name.setWordWrap(True)
        self._put([name, style.label(euro(outcome.bedrag), "figure"), *(part_widget(self, each) for each in parts)])

    def _put(self, widgets: Sequence[QWidget]) -> None:
        content = QWidget()
        content.setAccessibleName(self._text or _("Uitkomst"))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, style.GAP, 0)
        column.setSpacing(style.SPACE)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch()
        scroll = self._right.verticalScrollBar().value()
        self._right.setWidget(content)
        self._right.verticalScrollBar().setValue(scroll)
        self._copy.setEnabled(bool(self._text))
        tab_as_seen(self)


def rekenen_screen(session: Session) -> Screen:
    """The page."""
    return RekenScreen(session)


def as_text(outcome: Uitkomst) -> str:
    """The outcome for who gets it by e-mail: every step on a line."""
    steps = [
        f"{each.omschrijving}: {each.formule}" + ("" if each.bedrag is None else f" = {euro(each.bedrag)}")
        for each in outcome.stappen
    ]
    source = [_("Bron: {bron}").format(bron=outcome.bron)] if outcome.bron else []
    return "\n".join([f"{outcome.onderwerp}: {euro(outcome.bedrag)}", *steps, *outcome.voorbehoud, *source])


def _regeling_field(ledger: Ledger, past: Callable[[Regeling], bool]) -> Field:
    """Those of the file, or else those that ship."""
    known = tuple(ledger.regelingen) or reference.meegeleverd(Regeling)
    names = sorted({each.naam for each in known if past(each)}, key=sort_key)
    return replace(fields.REGELING, choices={naam: naam for naam in names})


def _herplaatsing(ledger: Ledger, op: datetime.date, values: Values) -> Uitkomst:
    return rekenen.herplaatsing(**values, garantie=garantie(ledger, op))


def _bijdrage(ledger: Ledger, _op: datetime.date, values: Values) -> Uitkomst:
    rest = {name: value for name, value in values.items() if name != "regeling"}
    return rekenen.bijdrage(find_regeling(ledger, values["regeling"], values["op"]), **rest)


def _doorstroom(ledger: Ledger, _op: datetime.date, values: Values) -> Uitkomst:
    regeling = find_regeling(ledger, values["regeling"], values["van"])
    return rekenen.doorstroom(regeling, values["personen"], values["van"], values["tot"])


def _gezinnen(ledger: Ledger, _op: datetime.date, values: Values) -> Uitkomst:
    regeling = find_regeling(ledger, values["regeling"], values["op"])
    try:
        sizes = [parse_number(each.strip()) for each in values["huishoudens"].split(",") if each.strip()]
    except ValueError:
        raise RegietafelError(_("Schrijf de grootte van elk huishouden als getal, bijvoorbeeld 6, 7, 9.")) from None
    return rekenen.gezinnen(regeling, sizes, values["op"])


REKENAARS = (
    Rekenaar(
        naam=_("Herplaatsingsgarantie flexwoningen"),
        intro=_("Wie draagt het verlies als flexwoningen geen nieuwe plek vinden?"),
        fields=fields.HERPLAATSING,
        reken=_herplaatsing,
        begin=lambda ledger, op: {"afschrijving": norm_of(ledger, FLEX_AFSCHRIJVING, op).waarde},
    ),
    Rekenaar(
        naam=_("Bijdrage van een regeling (SFT, RHA)"),
        intro=_("Wat draagt een regeling hoogstens bij?"),
        fields=fields.BIJDRAGE,
        reken=_bijdrage,
        begin=lambda _ledger, op: {"op": op},
        past=lambda regeling: regeling.per != "plek per dag",
    ),
    Rekenaar(
        naam=_("Doorstroomlocatie"),
        intro=_("Wat is de vergoeding per persoon per dag?"),
        fields=fields.DOORSTROOM,
        reken=_doorstroom,
        begin=lambda _ledger, op: {"van": op},
        past=lambda regeling: regeling.per == "plek per dag",
    ),
    Rekenaar(
        naam=_("Grote gezinnen"),
        intro=_("Voor hoeveel huishoudens is de regeling, en wat draagt zij bij?"),
        fields=fields.GEZINNEN,
        reken=_gezinnen,
        begin=lambda _ledger, op: {"op": op},
        past=lambda regeling: regeling.minstens_personen is not None,
    ),
)
