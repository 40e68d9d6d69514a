"""A PDF beside what it is made of: made again on a thread, and of several that were asked for the last is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from regietafel.errors import RegietafelError
from ui.kit import style
from ui.kit.pdf_view import PdfView, with_toolbar
from ui.kit.session import Session


class LivePreview(QWidget):
    """The pages; above them ``choosers`` of what they are of, by name, and why they are not those of now."""

    def __init__(self, session: Session, choosers: Mapping[str, QComboBox]) -> None:
        super().__init__()
        self._session = session
        self._asked = 0
        self._name = ""
        self.view = PdfView()
        self.remark = style.label("", "secondary")
        self.remark.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.GAP)
        for row, (name, box) in enumerate(choosers.items()):
            box.setAccessibleName(name)
            grid.addWidget(style.label(name, "secondary"), row, 0)
            grid.addWidget(box, row, 1)
        grid.addWidget(self.remark, len(choosers), 0, 1, 2)
        grid.addWidget(with_toolbar(self.view), len(choosers) + 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(choosers) + 1, 1)
        self.say("")

    def say(self, sentence: str) -> None:
        """Say why there is nothing newer to show; an empty sentence takes it away."""
        self.remark.setText(sentence)
        self.remark.setVisible(bool(sentence))

    def clear(self) -> None:
        """Show nothing: what is asked for next is another document."""
        self._asked += 1
        self._name = ""
        self.view.show_pdf(b"", "")

    def show_made(self, render: Callable[[], bytes], name: str) -> None:
        """Show what ``render`` makes; the place on the page stays when it is the same document as before."""
        self._asked += 1
        asked = self._asked

        def work() -> bytes:
            return render() if asked == self._asked else b""

        def done(data: bytes) -> None:
            if asked == self._asked:
                self.say("")
                bar = self.view.verticalScrollBar()
                place = bar.value() if name == self._name else 0
                self._name = name
                self.view.show_pdf(data, name)
                bar.setValue(place)

        def failed(error: BaseException) -> None:
            if not isinstance(error, RegietafelError):
                raise error
            if asked == self._asked:
                self.say(str(error))

        self._session.run_in_background(work, done, failed)
