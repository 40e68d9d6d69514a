"""A page with one large picture: which one, of whom, and what is known of the shape that is picked in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import scrolled
from ui.kit.day_line import DayLine
from ui.kit.details import Detail, DetailPanel
from ui.kit.emptiness import Empty, EmptyState
from ui.kit.figure_canvas import Make
from ui.kit.figure_view import FigureView
from ui.kit.focus import tab_as_seen
from ui.kit.inputs import ComboBox
from ui.kit.screen import Screen
from ui.kit.session import Session


@dataclass(frozen=True, kw_only=True)
class Gallery:
    """``kinds``: the pictures by label. ``subjects``: of whom, by label; ``of_subject`` are the kinds that differ.

    The pictures are of the chosen period, or with ``by_day`` of the day that is chosen above them.
    """

    title: str
    manual: str
    tables: frozenset[str]
    kinds: Mapping[str, str]
    make: Callable[[Session, str, Any], Make]
    subjects: Callable[[Session], Mapping[str, Any]]
    of_subject: frozenset[str]
    detail: Callable[[Session, str], tuple[Detail, Any] | None]  # of the key of a picked shape, with its record
    is_empty: Callable[[Session], bool]
    empty: Empty
    by_day: bool = False


class FigureScreen(Screen):
    """The page of a :class:`Gallery`."""

    def __init__(self, gallery: Gallery, session: Session) -> None:
        super().__init__(session, gallery.tables)
        self._gallery = gallery
        self.title, self.manual = gallery.title, gallery.manual
        self.by_day, self.by_periode = gallery.by_day, not gallery.by_day
        self._kind, self._subject = _box(_("Afbeelding"), 320), _box(_("Van"), 200)
        self._kind.addItems(list(gallery.kinds))
        self._subjects: Sequence[Any] = ()
        self._view: FigureView | None = None
        self._picked = ""
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        for box in (self._kind, self._subject):
            label = style.label(box.accessibleName(), "strong")
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
            box.activated.connect(lambda _place: self.refresh())
        row.addStretch()
        self.panel = DetailPanel(self, self._close_panel)
        self._place = scrolled(QWidget())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(style.SPACE)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._place)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([10_000, style.DETAIL])
        self._nothing = EmptyState(gallery.empty, self)
        if gallery.by_day:
            self.column.addWidget(DayLine(self))
        self.column.addWidget(self._line)
        self.column.addWidget(self._splitter, 1)
        self.column.addWidget(self._nothing, 1)

    def refresh(self) -> None:
        empty = self._gallery.is_empty(self.session)
        for widget in (self._line, self._splitter):
            widget.setVisible(not empty)
        self._nothing.setVisible(empty)
        self._nothing.refresh()
        if not empty:
            self._fill_subjects()
            kind = self._gallery.kinds[self._kind.currentText()]
            self._subject.setEnabled(kind in self._gallery.of_subject)
            self._show(self._gallery.make(self.session, kind, self._subjects[self._subject.currentIndex()]))
        if not self.panel.isHidden():
            self._pick(self._picked)

    def take_focus(self) -> None:
        if self._nothing.isHidden():
            self._kind.setFocus()
        else:
            self._nothing.take_focus()

    def _fill_subjects(self) -> None:
        found = self._gallery.subjects(self.session)
        if list(found.values()) == list(self._subjects):
            return
        chosen = self._subject.currentText()
        self._subjects = list(found.values())
        self._subject.clear()
        self._subject.addItems(list(found))
        self._subject.setCurrentIndex(max(0, self._subject.findText(chosen)))

    def _show(self, make: Make) -> None:
        if self._view is None:
            self._view = FigureView(make, style.FIGURE)
            self._view.picked.connect(self._pick)
            self._place.setWidget(self._view)
        else:
            self._view.set_make(make)
        tab_as_seen(self)

    def _pick(self, key: str) -> None:
        self._picked = key
        found = self._gallery.detail(self.session, key)
        if found is None:
            self.panel.hide()
        else:
            self.panel.show_detail(*found)
            tab_as_seen(self)

    def _close_panel(self) -> None:
        self.panel.hide()
        if self._view:
            self._view.canvas.setFocus()


def _box(name: str, width: int) -> ComboBox:
    made = ComboBox()
    made.setAccessibleName(name)
    made.setMinimumWidth(width)
    return made
