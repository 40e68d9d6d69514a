"""The preview: pages, zoom, keys, and what it tells who cannot see it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from regietafel.documents.blocks import Document, PageBreak, Paragraph, text
from regietafel.documents.pdf.render import render_pdf
from ui.kit import style
from ui.kit.pdf_view import PdfView, with_toolbar

CONTROL = Qt.KeyboardModifier.ControlModifier


def pdf(pages: int) -> bytes:
    blocks: list[Any] = []
    for number in range(pages):
        blocks += [PageBreak()] if number else []
        blocks.append(Paragraph(content=text(f"Bladzijde {number + 1}")))
    return render_pdf(
        Document(
            title="Brief",
            author="x",
            subject="x",
            kenmerk="HV-1",
            datum=datetime.date(2023, 5, 2),
            blocks=tuple(blocks),
        )
    )


@pytest.fixture
def view(qtbot: Any) -> Iterator[PdfView]:
    made = PdfView()
    frame = with_toolbar(made)
    qtbot.addWidget(frame)
    frame.resize(640, 600)
    frame.show()
    made.show_pdf(pdf(3), "Brief B&W <Zuid>")
    yield made


def labels(view: PdfView) -> list[str]:
    frame = view.parentWidget()
    assert frame is not None
    return [label.text() for label in frame.findChildren(QLabel)]


def test_tells_what_it_shows(view: PdfView) -> None:
    assert view.accessibleName() == "Voorbeeld van Brief B&W <Zuid>"
    assert "3 pagina’s" in view.accessibleDescription() and "sla het document op" in view.accessibleDescription()
    assert "Pagina 1 van 3" in labels(view)
    frame = view.parentWidget()
    assert frame is not None
    assert all(button.accessibleName() for button in frame.findChildren(QToolButton))


def test_keys_turn_pages_and_zoom(qtbot: Any, view: PdfView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_PageDown, CONTROL)
    assert view.page == 2 and "Pagina 2 van 3" in labels(view)
    qtbot.keyClick(view, Qt.Key.Key_PageUp, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_PageUp, CONTROL)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 3
    qtbot.keyClick(view, Qt.Key.Key_Home)
    before = view.verticalScrollBar().value()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > before
    fitting = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view.zoom > fitting
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.zoom < fitting
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.zoom == pytest.approx(fitting)


def test_zoom_has_ends_and_keeps_the_page(view: PdfView) -> None:
    view.go_to(2)
    for _time in range(30):
        view.zoom_in()
    assert view.zoom == 4.0 and view.page == 2
    for _time in range(30):
        view.zoom_out()
    assert view.zoom == 0.25


def test_fits_the_width_of_the_window_until_one_zooms(view: PdfView) -> None:
    frame = view.parentWidget()
    assert frame is not None
    narrow = view.zoom
    frame.resize(900, 600)
    assert view.zoom > narrow
    view.zoom_out()
    chosen = view.zoom
    frame.resize(700, 600)
    assert view.zoom == chosen


@pytest.mark.parametrize("theme", [style.LIGHT, style.DARK])
def test_the_page_is_white_on_a_surround_of_the_theme(view: PdfView, theme: style.Theme) -> None:
    style.show(theme)
    try:
        picture = view.grab().toImage()
    finally:
        style.show(style.LIGHT)
    assert picture.pixelColor(200, 60).name().upper() == "#FFFFFF"
    assert picture.pixelColor(6, 60).name().upper() == theme.background


def test_a_page_is_drawn_in_the_size_it_has_on_the_screen(view: PdfView) -> None:
    frame = view.parentWidget()
    assert frame is not None
    for width in range(500, 620, 7):  # a line of pixels too many or too few would cut through a line of text
        frame.resize(width, 600)
        view.grab()
        assert view._drawn and all((each.width(), each.height()) == key[1:] for key, each in view._drawn.items())


def test_keeps_few_drawn_pages(qtbot: Any, view: PdfView) -> None:
    view.show_pdf(pdf(30), "Lang")
    for page in range(1, 31):
        view.go_to(page)
        view.grab()
    assert view.page_count == 30 and len(view._drawn) <= 12


def test_shows_nothing_without_a_document(view: PdfView) -> None:
    view.show_pdf(b"", "")
    view.grab()
    view.zoom_in()
    view.step(1)
    assert view.page_count == 0 and view.page == 0 and not any("Pagina" in text for text in labels(view))
