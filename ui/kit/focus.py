"""Where the keyboard is: at the first input of what appears, and then in the order of the eye."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from regietafel.value import Value

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWizard


def begin_at_first_input(wizard: QWizard) -> None:
    """From now on every page starts at its first input."""
    timer = QTimer(wizard)  # Qt gives the focus to a button after it has told which page is shown
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: focus_first(wizard.currentPage()))
    wizard.currentIdChanged.connect(lambda id: timer.start(0))
    timer.start(0)


def focus_first(page: QWidget | None) -> None:
    """Go to the widget with the property ``start``, to the first input, or without one to the first button."""
    if page is None:
        return
    inputs = [widget for widget in page.findChildren(QWidget) if _takes_tab(widget)]
    if not inputs:
        return
    order = [each for each in inputs if each.property("start")]
    order += [each for each in inputs if not isinstance(each, QPushButton)]
    first = (order or inputs)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    if isinstance(first, QLineEdit):
        first.selectAll()


def first_stop(root: QWidget) -> QWidget | None:
    """Where one starts to work: what has the property ``start``, or the first place where Tab would stop."""
    stops = [widget for widget in _seen(root) if _takes_tab(widget)]
    return next((each for each in stops if each.property("start")), stops[0] if stops else None)


class Stop(Value, kw_only=False):
    """Where the keyboard is on a page that is made again: what it is called, and the row in a list."""

    name: str
    row: int

    @classmethod
    def within(cls, root: QWidget) -> Stop | None:
        """Where it is now; None when it is elsewhere."""
        here = root.window().focusWidget()
        if here is None or not root.isAncestorOf(here):
            return None
        from PySide6.QtWidgets import QAbstractItemView  # only now: the window is up sooner

        return cls(here.accessibleName(), here.currentIndex().row() if isinstance(here, QAbstractItemView) else -1)

    def return_to(self, root: QWidget) -> None:
        """Go to what is called the same now, or else to the first stop."""
        from PySide6.QtWidgets import QAbstractItemView

        named = (each for each in _seen(root) if each.accessibleName() == self.name and _takes_tab(each))
        there = next(named, None) or first_stop(root)
        if isinstance(there, QAbstractItemView) and self.row >= 0:
            there.setCurrentIndex(there.model().index(self.row, 0))
        if there is not None:
            there.setFocus()


def tab_as_seen(root: QWidget) -> None:
    """Let Tab follow the eye: the order of the layouts, not that in which the widgets were made."""
    order = list(_seen(root))
    for one, other in pairwise(order):
        QWidget.setTabOrder(one, other)


def _seen(widget: QWidget) -> Iterator[QWidget]:
    """What Tab can reach, in the order of the layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif isinstance(widget, QSplitter | QStackedWidget):
        for place in range(widget.count()):
            if (page := widget.widget(place)) is not None:
                yield from _seen(page)
    elif isinstance(widget, QScrollArea):
        if (content := widget.widget()) is not None:
            yield from _seen(content)
    elif (layout := widget.layout()) is not None:
        yield from _seen_in(layout)


def _seen_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _seen(widget)
        elif (inner := item.layout()) is not None:
            yield from _seen_in(inner)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()
