"""The manual: short pages of Markdown in a window beside the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from regietafel.i18n import _
from regietafel.paths import resource
from ui.kit import style
from ui.kit.buttons import button

FIRST = "inhoud"


class ManualWindow(QWidget):
    """Stays open beside the program; links lead to other pages."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(_("Handleiding"))
        self.resize(560, 720)
        self.page = ""
        self._visited: list[str] = []
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(_("Handleiding"))
        self.text.document().setDocumentMargin(style.PAGE)
        self.text.anchorClicked.connect(self._follow)
        self._back = button(_("Terug"), self.back, shape="chevron-left")
        row = QHBoxLayout()
        row.setContentsMargins(style.SPACE, 12, style.SPACE, 12)
        row.addWidget(self._back)
        row.addWidget(button(_("Inhoud"), lambda: self.show_page(FIRST)))
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.text)
        QShortcut(QKeySequence("Escape"), self, self.close)

    def show_page(self, name: str) -> None:
        """Show a page; one that is not there shows the contents."""
        path = manual_page(name)
        if self.page and self.page != path.stem:
            self._visited.append(self.page)
        self._show(path)

    def back(self) -> None:
        """To the page before this one."""
        if self._visited:
            self._show(manual_page(self._visited.pop()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._visited.clear()
        super().closeEvent(event)

    def _show(self, path: Path) -> None:
        self.page = path.stem
        self.text.setMarkdown(path.read_text(encoding="utf-8"))
        self._back.setEnabled(bool(self._visited))
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def _follow(self, link: QUrl) -> None:
        self.show_page(link.path().removesuffix(".md"))


def manual_page(name: str) -> Path:
    """Where a page is; the contents when there is no such page."""
    path = resource("handleiding", f"{name}.md")
    return path if path.is_file() else resource("handleiding", f"{FIRST}.md")
