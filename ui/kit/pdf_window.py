"""One PDF in a window of its own, to look at and to save."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.pdf_view import PdfView, with_toolbar
from ui.kit.sizes import resize_within_screen


class PdfWindow(QWidget):
    """A window beside the main one; ``save`` asks where to put the file."""

    def __init__(self, title: str, data: bytes, save: Callable[[QWidget], object], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.view = PdfView()
        self.view.show_pdf(data, title)
        below = QHBoxLayout()
        below.addStretch()
        below.addWidget(button(_("Opslaan als…"), lambda: save(self), "primary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SPACE, style.SPACE, style.SPACE, style.SPACE)
        layout.setSpacing(style.SPACE)
        layout.addWidget(with_toolbar(self.view), 1)
        layout.addLayout(below)
        zoom_keys(self, self.view)
        for keys, action in (("Ctrl+S", lambda: save(self)), ("Escape", self.close), ("Ctrl+W", self.close)):
            QShortcut(QKeySequence(keys), self, action)
        resize_within_screen(self, 800, 780)


def zoom_keys(window: QWidget, view: PdfView) -> None:
    """The keys with which a page is made larger and smaller, in the whole window."""
    for keys, action in (
        ("Ctrl++", view.zoom_in),
        ("Ctrl+=", view.zoom_in),
        ("Ctrl+-", view.zoom_out),
        ("Ctrl+0", view.fit_width),
    ):
        QShortcut(QKeySequence(keys), window, action)
