"""What a meeting looks like: agenda left, point and clock beside it, what was typed, and the line to type in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from string import Template

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from regietafel.documents.stukken.agendadelen import Deel
from regietafel.domain.document import Bijlage
from regietafel.i18n import _, format_date_long, shorten
from regietafel.ledger import Ledger
from regietafel.queries.agenda import PuntRegel
from ui.kit import style
from ui.kit.buttons import button, scrolled
from ui.kit.details import Line, Part, part_widget
from ui.kit.icons import icon
from ui.wizards.vergadering_aanwezig import Aanwezig
from ui.wizards.vergadering_cijfers import Cijfertabel
from ui.wizards.vergadering_invoer import Invoer
from ui.wizards.vergadering_klok import Klok
from ui.wizards.vergadering_punt import PuntBeeld, spoken
from ui.wizards.vergadering_regels import Regels
from ui.wizards.vergadering_toetsen import KORT, UITLEG

_ICON = 18
_TITLE = 120  # characters in the agenda, so that other points are seen too; the point itself has them all
_BESIDE = 1500  # pixels: so wide that what was typed fits beside the point
_SMALL = {"title": 22, "body": 15, "line": 16, "small": 13, "clock": 20}
_NORMAL = {"title": 28, "body": 18, "line": 20, "small": 14, "clock": 24}
_LARGE = {"title": 34, "body": 22, "line": 24, "small": 16, "clock": 30}
_SHEET = Template("""
QLabel { font-size: ${body}px; }
QLabel[role="title"] { font-size: ${title}px; }
QLabel[role="section"] { font-size: ${body}px; }
QLabel[role="secondary"], QLabel#help, QPushButton { font-size: ${small}px; }
QLabel#tijd { font-size: ${clock}px; }
QLabel[role="behind"] { font-size: ${body}px; }
QLineEdit { font-size: ${line}px; min-height: ${control}px; }
QLineEdit:focus { min-height: ${control}px; }
QListWidget, QTableView { font-size: ${body}px; }
QPushButton[kind="link"] { font-size: ${body}px; }
QListWidget::item { padding: 3px 0; }
QHeaderView::section { font-size: ${small}px; }
""")


class Agenda(QListWidget):
    """The points with their numbers: what was discussed is ticked, the present one stands out; a press goes there."""

    chosen = Signal(int)  # the id of a point

    def __init__(self) -> None:
        super().__init__()
        self._punten: Sequence[PuntRegel] = ()
        self.setAccessibleName(_("Agenda"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda _item: self.chosen.emit(self._punten[self.currentRow()].id))
        nothing = QPixmap(_ICON, _ICON)
        self.setIconSize(nothing.size())
        nothing.fill(Qt.GlobalColor.transparent)
        self._icons = {"done": icon("check", "done"), "now": icon("chevron-right", "accent"), "": QIcon(nothing)}

    def show_punten(self, punten: Sequence[PuntRegel], current: int | None) -> None:
        """Show these points; the list is made again only when there are others."""
        self._punten = punten
        while self.count() > len(punten):
            self.takeItem(self.count() - 1)
        for row, each in enumerate(punten):
            item = self.item(row) or QListWidgetItem(self)
            now = each.id == current
            words = f"{each.nummer}  {shorten(each.titel, _TITLE)}"
            if item.text() != words:
                item.setText(words)
            item.setIcon(self._icons["done" if each.besproken else "now" if now else ""])
            font = QFont(self.font())
            font.setBold(now)
            item.setFont(font)
            state = [_("nu")] * now + [_("besproken")] * each.besproken
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join([words, *state]))
            if now:
                self.setCurrentItem(item)
                self.scrollToItem(item)


class Beeld:
    """The widgets of a meeting in their places, in a window; they tell what is asked and know nothing of each other."""

    def __init__(
        self,
        window: QWidget,
        ledger: Ledger,
        overleg_id: int,
        attempt: Callable[[Callable[[], object]], bool],
        open_bijlage: Callable[[Bijlage], object],
    ) -> None:
        overleg = ledger.overleggen.get(overleg_id)
        reeks = ledger.overlegreeksen.get(overleg.reeks_id)
        self.title = f"{reeks.naam} · {format_date_long(overleg.datum)}"
        self.agenda, self.regels, self.klok = Agenda(), Regels(), Klok(overleg.einde)
        self.punt, self.invoer = PuntBeeld(open_bijlage), Invoer(overleg.datum)
        self.aanwezig, self.cijfers = Aanwezig(ledger, overleg_id, attempt), Cijfertabel()
        self.toetsen = scrolled(part_widget(None, Part(lines=[Line(texts=each) for each in UITLEG])))
        self._shown: tuple[PuntRegel | None, Deel | None, bool] | None = None
        self._locked = style.label("", "behind")
        self._body = QWidget()
        self._sizes: dict[str, int] = {}
        self._pages = QStackedWidget()
        for page in (self.punt.area, self.aanwezig, self.cijfers, self.toetsen):
            self._pages.addWidget(page)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._buttons = QGridLayout()  # for who has a mouse
        self._place(window)

    def show_punt(self, punt: PuntRegel | None, deel: Deel | None, *, intern: bool) -> None:
        """Show the point; it is made again only when something else is to be read."""
        shown = punt and replace(punt, regels=0, acties_open=0), deel, intern
        if shown != self._shown:
            self._shown = shown
            self.punt.show_punt(punt, deel, intern=intern)
            self.cijfers.show_deel(deel, everything=intern or bool(punt and punt.vertrouwelijk))
            self.invoer.line.setAccessibleDescription(spoken(punt, deel) if punt else "")  # where the keyboard is

    def show_locked(self, sentence: str) -> None:
        """Why nothing can be typed; an empty sentence when it can."""
        self._locked.setText(sentence)
        self._locked.setVisible(bool(sentence))
        self.invoer.line.setEnabled(not sentence)

    def open_panel(self, panel: QWidget) -> None:
        """Put something else in the place of the point."""
        self._pages.setCurrentWidget(panel)
        self.regels.gives_way = True
        self.regels.fit()
        if isinstance(panel, Aanwezig | Cijfertabel):
            panel.begin()

    def close_panel(self) -> bool:
        """Show the point again; False when it was shown already."""
        was_open = self._pages.currentWidget() is not self.punt.area
        self._pages.setCurrentWidget(self.punt.area)
        self.regels.gives_way = False
        self.regels.fit()
        return was_open

    def arrange(self, width: int, height: int) -> None:
        """Letters and places by how large the window is."""
        self.agenda.setFixedWidth(min(max(width * 24 // 100, 200), 420))
        wide = width >= _BESIDE
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        for place, stretch in enumerate((3, 2) if wide else (1, 0)):
            self._beside.setStretch(place, stretch)
        small, large = width < 1100 or height < 700, width >= _BESIDE and height >= 900
        sizes = _SMALL if small else _LARGE if large else _NORMAL
        if sizes != self._sizes:
            self._sizes = sizes
            self._body.setStyleSheet(_SHEET.substitute(sizes, control=2 * sizes["line"]))
        self.regels.fits = not wide
        self.regels.fit()

    def add_button(self, words: str, tip: str, action: Callable[[], object]) -> None:
        """Something to press, two in a row; the keyboard stays in the line."""
        made = button(words, action)
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons.addWidget(made, self._buttons.count() // 2, self._buttons.count() % 2)

    def _place(self, window: QWidget) -> None:
        title, help_ = style.label(self.title, "strong"), style.label(KORT, "quiet")
        help_.setObjectName("help")
        for label in (title, help_, self._locked):
            label.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(title, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.klok)
        work = QVBoxLayout()
        work.setSpacing(style.GAP)
        work.addWidget(self.regels, 1)
        work.addWidget(self._locked)
        work.addWidget(self.invoer)
        self._beside.setSpacing(style.SPACE)
        self._beside.addWidget(self._pages)
        self._beside.addLayout(work)
        right = QVBoxLayout()
        right.setSpacing(style.SPACE)
        right.addLayout(head)
        right.addLayout(self._beside, 1)
        left = QVBoxLayout()
        left.setSpacing(style.GAP)
        self._buttons.setSpacing(style.GAP)
        left.addWidget(self.agenda, 1)
        left.addLayout(self._buttons)
        both = QHBoxLayout()
        both.setSpacing(style.PAGE)
        both.addLayout(left)
        both.addLayout(right, 1)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(style.PAGE, style.SPACE, style.PAGE, style.SPACE)
        column.setSpacing(style.SPACE)
        column.addLayout(both, 1)
        column.addWidget(help_)
        whole = QVBoxLayout(window)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
