"""A picture on a page: its title, the drawing, its sentence and what can be done with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout

from regietafel.errors import RegietafelError
from regietafel.files import file_name, write_files
from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.dialogs import Dialog, choose_to_save
from ui.kit.figure_canvas import FigureCanvas, Make
from ui.kit.figure_paint import content, image
from ui.kit.table_view import RecordTable
from ui.kit.tables import RecordTableModel, as_mime


class FigureView(QFrame):
    """A card with a picture, at least ``height`` high. ``picked`` gives the key of the shape that was chosen in it."""

    picked = Signal(str)

    def __init__(self, make: Make, height: int = 240) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.canvas = FigureCanvas(make, height)
        self.canvas.picked.connect(self.picked)
        self.canvas.laid_out.connect(self._describe)
        self._title, self._sentence = style.label("", "section"), style.label("", "secondary")
        self._sentence.setWordWrap(True)
        self.problem = style.label("", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(button(_("Tabel"), self.show_table, "link", "table"))
        row.addWidget(button(_("Kopiëren als afbeelding"), self.copy_image, "link", "copy"))
        row.addWidget(button(_("Opslaan als…"), self.save_as, "link", "download"))
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SPACE, 12, style.SPACE, style.GAP)
        layout.setSpacing(style.GAP)
        layout.addWidget(self._title)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self._sentence)
        layout.addLayout(row)
        layout.addWidget(self.problem)

    def set_make(self, make: Make) -> None:
        """Show another picture."""
        self.canvas.set_make(make)

    def select(self, key: str) -> None:
        """Mark the shape with this key, or none."""
        self.canvas.select(key)

    def copy_image(self) -> None:
        """Put the picture on the clipboard, in the light colours."""
        QApplication.clipboard().setImage(image(self.canvas.figure))

    def save_as(self) -> None:
        """Ask where, and write the picture as SVG or PNG."""
        kinds = _("SVG-afbeelding (*.svg);;PNG-afbeelding (*.png)")
        path = choose_to_save(self, _("Afbeelding opslaan"), file_name(self.canvas.figure.titel, suffix=".svg"), kinds)
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the picture; the end of the name says as what. A refusal is shown below the picture."""
        try:
            write_files([(path, content(self.canvas.figure, path.suffix))])
            problem = ""
        except RegietafelError as error:
            problem = str(error)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def show_table(self) -> None:
        """Show the numbers behind the picture."""
        figure = self.canvas.figure
        model = RecordTableModel(figure.velden)
        model.set_records(figure.rijen)
        table = RecordTable(model, figure.titel)
        dialog = Dialog(figure.titel, table, _("Sluiten"), self)
        model.setParent(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.cancel.hide()
        copy = button(
            _("Kopiëren als tabel"),
            lambda: QApplication.clipboard().setMimeData(as_mime(model.fields, model.records)),
            shape="copy",
        )
        dialog.buttons.insertWidget(0, copy)
        dialog.resize(560, 480)
        table.view.fit_columns()
        dialog.open()

    def _describe(self) -> None:
        figure = self.canvas.figure
        self._title.setText(figure.titel)
        self._sentence.setText(figure.zin)
