"""Where the keyboard is when a page of a wizard appears: at its first input, not at the buttons below."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget, QWizard


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


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()
