"""A look at a PDF before it is saved: its pages as pictures. Reading aloud is for a PDF reader."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from regietafel.i18n import _
from ui.kit import style
from ui.kit.notice import quiet_button

_POINT = 96 / 72  # pixels in a point at 100 %
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_KEPT = 12  # drawn pages
_MOST_PIXELS = 40_000_000  # of one page: at a high zoom on a sharp screen it is drawn coarser


class PdfView(QAbstractScrollArea):
    """The pages under each other. Draws what is in view; pdfium knows no threads, a page takes some 20 ms."""

    moved = Signal()  # another page or another zoom

    def __init__(self) -> None:
        super().__init__()
        self._document: Any = None
        self._sizes: list[tuple[float, float]] = []  # of each page, in points
        self._tops = [0]  # of each page, in pixels, and where the next would begin
        self._drawn: OrderedDict[tuple[int, int, int], QImage] = OrderedDict()
        self._zoom = 1.0
        self._fits_width = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("pdf")
        self.setMinimumSize(240, 240)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(lambda value: self.moved.emit())
        self.show_pdf(b"", "")

    def show_pdf(self, data: bytes, name: str) -> None:
        """Show another document from its first page; the zoom stays. Empty ``data`` shows nothing."""
        self._close()
        if data:
            import pypdfium2  # type: ignore[import-untyped]

            self._document = pypdfium2.PdfDocument(data)
            self._sizes = [self._document.get_page_size(number) for number in range(len(self._document))]
        self.setAccessibleName(_("Voorbeeld van {name}").format(name=name) if name else _("Voorbeeld"))
        self.setAccessibleDescription(
            _(
                "{n} pagina’s als afbeelding. Om te lezen of te laten voorlezen: sla het document op en open het in uw"
                " pdf-lezer."
            ).format(n=self.page_count)
        )
        self._lay_out()
        self.go_to(1)
        self.moved.emit()

    @property
    def page_count(self) -> int:
        """How many pages the document has."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page that fills most of the view, from 1; 0 without a document."""
        view = self.viewport().rect()
        seen = [self._place(number).intersected(view).height() for number in range(self.page_count)]
        return seen.index(max(seen)) + 1 if seen else 0

    @property
    def zoom(self) -> float:
        """1.0 is the size on paper."""
        return self._zoom

    def go_to(self, page: int) -> None:
        """Show the top of a page."""
        if 1 <= page <= self.page_count:
            self.verticalScrollBar().setValue(self._tops[page - 1] - style.SPACE)

    def step(self, pages: int) -> None:
        """Go some pages on, or back."""
        self.go_to(min(max(self.page + pages, 1), self.page_count))

    def zoom_in(self) -> None:
        """The next larger step."""
        self._set_zoom(next((step for step in _STEPS if step > self._zoom + 0.01), _STEPS[-1]))

    def zoom_out(self) -> None:
        """The next smaller step."""
        self._set_zoom(next((step for step in reversed(_STEPS) if step < self._zoom - 0.01), _STEPS[0]))

    def fit_width(self) -> None:
        """Make the widest page as wide as the view, now and when the view changes."""
        self._set_zoom(self._zoom, fits_width=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        action = (_CONTROL_KEYS if control else _KEYS).get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            action(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_in() if event.angleDelta().y() > 0 else self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), style.color("background"))
        for number in range(self.page_count):
            place = self._place(number)
            if place.intersects(event.rect()):
                painter.drawImage(place, self._image(number, place.size()))
                painter.setPen(QPen(style.color("input")))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(style.color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _image(self, number: int, size: QSize) -> QImage:
        """The page as a picture for this size on the screen."""
        ratio = self.devicePixelRatioF()
        width, height = round(size.width() * ratio), round(size.height() * ratio)
        key = (number, width, height)
        if key not in self._drawn:
            points = self._sizes[number][0] * self._sizes[number][1]
            scale = min(width / self._sizes[number][0], (_MOST_PIXELS / points) ** 0.5)
            page = self._document[number]
            drawn = page.render(scale=scale, prefer_bgrx=True)
            page.close()
            shape = QImage.Format.Format_RGB32
            picture = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, shape)
            # pdfium rounds up: a row too many would be squeezed in, at the cost of one in the midst of a letter
            self._drawn[key] = picture.copy(0, 0, min(width, drawn.width), min(height, drawn.height))
            if len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]

    def _place(self, number: int) -> QRect:
        """Where a page stands in the view now."""
        size = self._size(number)
        room = max(self.viewport().width(), self._content_width())
        left = (room - size.width()) // 2 - self.horizontalScrollBar().value()
        return QRect(left, self._tops[number] - self.verticalScrollBar().value(), size.width(), size.height())

    def _size(self, number: int) -> QSize:
        width, height = self._sizes[number]
        return QSize(round(width * _POINT * self._zoom), round(height * _POINT * self._zoom))

    def _content_width(self) -> int:
        return max((self._size(number).width() for number in range(self.page_count)), default=0) + 2 * style.SPACE

    def _set_zoom(self, zoom: float, *, fits_width: bool = False) -> None:
        """Zoom; the place on the page that was at the top stays there."""
        page, before, scroll = self.page, self._tops, self.verticalScrollBar()
        place = scroll.value()
        self._zoom, self._fits_width = zoom, fits_width
        self._lay_out()
        if page:
            part = (place - before[page - 1]) / (before[page] - before[page - 1])
            scroll.setValue(round(self._tops[page - 1] + part * (self._tops[page] - self._tops[page - 1])))
        self.moved.emit()

    def _lay_out(self) -> None:
        widest = max((width for width, height in self._sizes), default=0)
        if self._fits_width and widest:
            room = self.viewport().width() - 2 * style.SPACE
            self._zoom = min(max(room / (widest * _POINT), _STEPS[0]), _STEPS[-1])
        self._tops = [style.SPACE]
        for number in range(self.page_count):
            self._tops.append(self._tops[-1] + self._size(number).height() + style.SPACE)
        view = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self._tops[-1] - view.height()))
        down.setPageStep(view.height() - style.ROW)
        down.setSingleStep(style.ROW)
        across.setRange(0, max(0, self._content_width() - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(style.ROW)
        self.viewport().update()

    def _close(self) -> None:
        self._drawn.clear()
        self._sizes = []
        if self._document is not None:
            self._document.close()
            self._document = None


_Action = Callable[[PdfView], None]
_KEYS: dict[Qt.Key, _Action] = {
    Qt.Key.Key_Home: lambda view: view.go_to(1),
    Qt.Key.Key_End: lambda view: view.go_to(view.page_count),
}
_CONTROL_KEYS: dict[Qt.Key, _Action] = {
    Qt.Key.Key_Plus: PdfView.zoom_in,
    Qt.Key.Key_Equal: PdfView.zoom_in,
    Qt.Key.Key_Minus: PdfView.zoom_out,
    Qt.Key.Key_0: PdfView.fit_width,
    Qt.Key.Key_PageDown: lambda view: view.step(1),
    Qt.Key.Key_PageUp: lambda view: view.step(-1),
}


def with_toolbar(view: PdfView) -> QWidget:
    """The view under a line with page and zoom."""
    place, size = style.label("", "secondary"), style.label("", "secondary")
    back = quiet_button("chevron-up", _("Vorige pagina (Ctrl+Page Up)"), lambda: view.step(-1))
    on = quiet_button("chevron-down", _("Volgende pagina (Ctrl+Page Down)"), lambda: view.step(1))
    smaller = _sign_button("−", _("Kleiner (Ctrl+−)"), view.zoom_out)
    larger = _sign_button("+", _("Groter (Ctrl++)"), view.zoom_in)
    fitting = _sign_button("↔", _("Zo breed als het venster (Ctrl+0)"), view.fit_width)
    size.setMinimumWidth(44)
    size.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show() -> None:
        page, count = view.page, view.page_count
        place.setText(_("Pagina {page} van {count}").format(page=page, count=count) if count else "")
        size.setText(f"{round(view.zoom * 100)} %" if count else "")
        back.setEnabled(page > 1)
        on.setEnabled(page < count)
        for each in (smaller, larger, fitting):
            each.setEnabled(bool(count))

    view.moved.connect(show)
    row = QHBoxLayout()
    row.setContentsMargins(style.GAP, 4, style.GAP, 4)
    row.setSpacing(4)
    for widget in (back, on, place):
        row.addWidget(widget)
    row.addStretch()
    for widget in (smaller, size, larger, fitting):
        row.addWidget(widget)
    frame = QFrame()
    frame.setProperty("panel", True)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.setSpacing(0)
    layout.addLayout(row)
    layout.addWidget(view, 1)
    show()
    return frame


def _sign_button(text: str, name: str, clicked: Callable[[], object]) -> QToolButton:
    made = quiet_button("plus", name, clicked)
    made.setIcon(QIcon())
    made.setText(text)
    return made
