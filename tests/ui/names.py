"""What a screen reader would say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def nameless(widget: QWidget) -> list[QWidget]:
    """What Tab can reach and a screen reader cannot name."""
    return [
        each
        for each in widget.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and each.text())
        and each.isVisible()
        and not each.objectName().startswith("qt_")
    ]
