"""The step in which the overdrachten are typed, with what they do to each party right under them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from regietafel.catalog import WIJZIGING_REGEL
from regietafel.domain.herverdeling import Bepalingen, Deel, Wijziging, wijzigingen
from regietafel.domain.herverdelingsregels import check
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.fields import AANTAL, Field
from regietafel.i18n import _, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import current_taakstelling
from regietafel.queries.voornemen import voornemen
from regietafel.reference import spelling_key
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.table_view import RecordTable
from ui.kit.tables import RecordTableModel, sums
from ui.kit.wizard import StepWidget
from ui.wizards.herverdeling_regel import Regel, Texts, headings, make_regel, scrolled_column

_PERSONEN = Field(name="aantal", label=_("Personen"), kind=AANTAL, required=True)
_MOST_LINES, _HEADINGS = 4, 30


def partij_table(name: str) -> tuple[RecordTableModel, RecordTable]:
    """Old, change and new per party, with a total; a taakstelling below 0 is shown as wrong."""
    model = RecordTableModel(WIJZIGING_REGEL, {"nieuw": lambda partij: "error" if partij.nieuw < 0 else ""})
    table = RecordTable(model, name, sums("oud", "wijziging", "nieuw"))
    table.view.horizontalHeader().setSectionsMovable(False)
    for header in (table.view.horizontalHeader(), table.totals.horizontalHeader() if table.totals else None):
        if header is not None:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return model, table


class Overdrachten(StepWidget):
    """``van``, ``naar`` and ``aantal`` per line; Enter behind the number makes a line, Ctrl+Delete removes one."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self._ledger = ledger
        self._oud: Mapping[str, int] = {}
        self._names: dict[str, str] = {}  # spelling → name
        self._periode: Periode | None = None
        self._regels: list[Regel] = []
        self._loaded: list[Texts] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(style.GAP)
        self._model, table = partij_table(_("Gevolgen per gemeente"))
        self._sentence = style.label("", "quiet")
        self._sentence.setObjectName("regel")
        self._sentence.setWordWrap(True)
        self._add = button(_("Overdracht toevoegen"), lambda: self._insert(("", "", ""), focus=True))
        self._build(table)
        # A new line has its place only after Qt has laid it out.
        self._area.verticalScrollBar().rangeChanged.connect(lambda low, high: self._show_focus())
        for keys in ("Ctrl+Delete", "Ctrl+Backspace"):
            shortcut = QShortcut(QKeySequence(keys), self, self._remove_current)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def load(self, draft: Any) -> None:
        """Show the overdrachten of the draft; before there are any, keep what was typed for another periode."""
        texts = [(deel.van, deel.naar, format_number(deel.aantal)) for deel in draft.delen]
        texts = texts or [regel.texts for regel in self._regels if any(regel.texts)] or [("", "", "")]
        self._oud = current_taakstelling(self._ledger, draft.periode)
        self._names = {spelling_key(naam): naam for naam in sorted(self._oud, key=sort_key)}
        self._periode = draft.periode
        for regel in list(self._regels):
            self._drop(regel)
        for text in texts:
            self._insert(text)
        self._loaded = [regel.texts for regel in self._regels]
        self._update()

    @property
    def is_changed(self) -> bool:  # type: ignore[override]
        """Whether something was typed or removed."""
        return [regel.texts for regel in self._regels] != self._loaded

    def values(self) -> dict[str, Any]:
        """The overdrachten. Raises RegietafelError for the first line that is not complete."""
        return {"delen": tuple(self._read(number, regel) for number, regel in self._filled())}

    def _build(self, table: RecordTable) -> None:
        self._area, column = scrolled_column()
        column.addLayout(headings())
        column.addLayout(self._lines)
        column.addStretch()
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(self._add)
        hint = _("Enter achter het aantal: nieuwe regel. Ctrl+Delete: regel verwijderen.")
        under.addWidget(style.label(hint, "secondary"), 1)
        framed = QFrame()
        framed.setProperty("panel", True)
        inside = QVBoxLayout(framed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(table)
        framed.setMinimumHeight(style.HEADER + 3 * style.ROW + 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addWidget(self._area)
        layout.addLayout(under)
        layout.addSpacing(style.GAP)
        layout.addWidget(framed, 1)
        layout.addWidget(self._sentence)

    def _insert(self, texts: Texts, *, focus: bool = False) -> None:
        regel = make_regel(list(self._names.values()), texts)
        for box in (regel.van, regel.naar):
            box.currentTextChanged.connect(lambda text: self._update())
            if (typed := box.lineEdit()) is not None:
                typed.editingFinished.connect(lambda box=box: self._complete(box))
        regel.aantal.textChanged.connect(lambda text: self._update())
        regel.aantal.returnPressed.connect(lambda: self._go_on_after(regel))
        regel.remove.clicked.connect(lambda checked=False: self._remove(regel))
        self._regels.append(regel)
        self._lines.addWidget(regel.widget)
        self._show_numbers()
        if focus:
            self._update()
            self._focus(regel)

    def _focus(self, regel: Regel) -> None:
        regel.van.setFocus(Qt.FocusReason.TabFocusReason)
        self._show_focus()

    def _show_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self._area.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused, 0, style.GAP)

    def _complete(self, box: QComboBox) -> None:
        """Write a name that was typed as it stands in the list; a part that fits only one is enough."""
        key = spelling_key(box.currentText())
        fitting = [naam for spelling, naam in self._names.items() if key and key in spelling]
        naam = self._names.get(key) or (fitting[0] if len(fitting) == 1 else None)
        if naam is not None and naam != box.currentText():
            box.setCurrentIndex(box.findText(naam))
            box.setEditText(naam)

    def _go_on_after(self, regel: Regel) -> None:
        place = self._regels.index(regel) + 1
        if place < len(self._regels):
            self._focus(self._regels[place])
        else:
            self._insert(("", "", ""), focus=True)

    def _remove_current(self) -> None:
        for regel in self._regels:
            if regel.widget.isAncestorOf(self.focusWidget()):
                self._remove(regel)
                return

    def _remove(self, regel: Regel) -> None:
        place = self._regels.index(regel)
        self._drop(regel)
        if not self._regels:
            self._insert(("", "", ""))
        self._show_numbers()
        self._update()
        self._focus(self._regels[min(place, len(self._regels) - 1)])

    def _drop(self, regel: Regel) -> None:
        self._regels.remove(regel)
        self._lines.removeWidget(regel.widget)
        regel.widget.hide()
        regel.widget.deleteLater()

    def _show_numbers(self) -> None:
        """Tell the inputs apart for who cannot see them, keep the order of Tab, and make room for some lines."""
        lines = min(len(self._regels), _MOST_LINES)
        self._area.setFixedHeight(_HEADINGS + lines * (style.CONTROL + style.GAP))
        previous: QWidget | None = None
        for number, regel in enumerate(self._regels, 1):
            regel.show_number(number)
            for widget in (regel.van, regel.naar, regel.aantal, regel.remove):
                if previous is not None:
                    QWidget.setTabOrder(previous, widget)
                previous = widget
        if previous is not None:
            QWidget.setTabOrder(previous, self._add)

    def _filled(self) -> list[tuple[int, Regel]]:
        return [(number, regel) for number, regel in enumerate(self._regels, 1) if any(regel.texts)]

    def _read(self, number: int, regel: Regel) -> Deel:
        van, naar, aantal = regel.texts
        line = _("Overdracht {n}: ").format(n=number)
        try:
            if not van:
                raise RegietafelError(_("kies de gemeente die overdraagt."))
            if not naar:
                raise RegietafelError(_("kies de gemeente die overneemt."))
            if not aantal:
                raise RegietafelError(_("vul in hoeveel personen."))
            return Deel(self._known(van), self._known(naar), _PERSONEN.parse(aantal))
        except RegietafelError as error:
            raise RegietafelError(line + str(error)) from None

    def _known(self, text: str) -> str:
        naam = self._names.get(spelling_key(text))
        if naam is None:
            sentence = _("“{text}” is geen gemeente met een taakstelling in {periode}; kies er een uit de lijst.")
            raise RegietafelError(sentence.format(text=text, periode=self._periode))
        return naam

    def _update(self) -> None:
        """Show what the complete lines do, and the first thing that is wrong or missing."""
        delen: list[Deel] = []
        missing = ""
        for number, regel in self._filled():
            try:
                delen.append(self._read(number, regel))
            except RegietafelError as error:
                missing = missing or str(error)
        partijen = wijzigingen(delen, self._oud)
        self._model.set_records(partijen)
        broken = self._first_broken(delen) if delen else ""
        if broken:
            self._say(broken, "problem")
        elif missing or not delen:
            self._say(missing or _("Kies wie overdraagt, aan wie, en hoeveel personen."), "quiet")
        else:
            self._say(_unchanged(partijen), "quiet")
        self.changed.emit()

    def _first_broken(self, delen: Sequence[Deel]) -> str:
        """What is wrong with the numbers; a party from outside is asked about in the next step."""
        assert self._periode is not None
        try:
            check(voornemen(self._ledger, self._periode, delen, Bepalingen(buiten_tafel=True)))
        except RegietafelError as error:
            return str(error)
        return ""

    def _say(self, sentence: str, role: str) -> None:
        if sentence == self._sentence.text():
            return
        self._sentence.setText(sentence)
        style.set_role(self._sentence, role)
        if role == "problem":
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))


def _unchanged(partijen: Sequence[Wijziging]) -> str:
    som = sum(partij.oud for partij in partijen)
    return _("✓ De som over de gemeenten blijft {som}.").format(som=format_number(som))
