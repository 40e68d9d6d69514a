"""Which columns of a list are shown, how wide and in what order; this computer remembers it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from regietafel.fields import Field
from regietafel.i18n import _
from ui.kit.table_view import RecordView
from ui.kit.tables import RecordTableModel


class Columns:
    """The columns of one view. ``key`` is the list, ``hidden`` what is not shown until the user chooses it."""

    def __init__(
        self,
        view: RecordView,
        model: RecordTableModel,
        key: str,
        hidden: frozenset[str],
        sort: Callable[[int], None],
    ) -> None:
        self._view, self._model, self._hidden, self._sort = view, model, hidden, sort
        self._key = f"kolommen/{key}/{'-'.join(each.name for each in model.fields)}"
        self._fitted = False
        view.columns_chosen.connect(self._remember)

    def fit(self) -> None:
        """The first time as the user left them; later as wide as what stands in the cells, unless the user chose."""
        if not self._fitted:
            self._restore()
        elif not self._view.keeps_columns:  # what stands in the cells may have become longer
            self._view.fit_columns()

    def visible_fields(self) -> list[Field]:
        """The fields that are shown, from left to right."""
        header = self._view.horizontalHeader()
        order = sorted(range(len(self._model.fields)), key=header.visualIndex)
        return [self._model.fields[column] for column in order if not header.isSectionHidden(column)]

    def show_menu(self) -> None:
        """What to sort on, and which columns to show."""
        menu = QMenu(self._view)
        ordering = menu.addMenu(_("Sorteren op"))
        for column, each in enumerate(self._model.fields):
            ordering.addAction(each.label, partial(self._sort, column))
            if column:
                menu.addAction(self._action(column, each.label, menu))
        menu.addSeparator()
        menu.addAction(_("Breedte passend maken"), self._view.fit_columns)
        corner = self._view.mapToGlobal(QPoint(self._view.width() - menu.sizeHint().width(), 0))
        menu.popup(corner)

    def _action(self, column: int, label: str, menu: QMenu) -> QAction:
        action = QAction(label, menu)
        action.setCheckable(True)
        action.setChecked(not self._view.isColumnHidden(column))
        action.toggled.connect(partial(self._show, column))
        action.toggled.connect(self._remember)
        return action

    def _show(self, column: int, shown: bool) -> None:
        self._view.setColumnHidden(column, not shown)
        if not self._view.keeps_columns:  # what is hidden was not measured
            self._view.fit_columns()

    def _remember(self, *_change: int) -> None:
        if self._fitted:
            QSettings().setValue(self._key, self._view.horizontalHeader().saveState())

    def _restore(self) -> None:
        state = QSettings().value(self._key)
        for column, each in enumerate(self._model.fields):
            self._view.setColumnHidden(column, each.name in self._hidden)
        self._view.fit_columns()
        if state is not None:
            self._view.keep_columns()
            self._view.horizontalHeader().restoreState(state)
        self._fitted = True
