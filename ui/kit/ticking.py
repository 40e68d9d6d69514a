"""A list in which one ticks rows, to do something with all of them together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex

from regietafel.i18n import _
from ui.kit.details import Detail
from ui.kit.focus import tab_as_seen
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.session import Session


class TickScreen(ListScreen):
    """A :class:`ListScreen` of which a click or Space ticks a row, and Ctrl+A all that are shown.

    What is ticked stays ticked while one filters or sorts. With more than one ticked the panel shows ``together``.
    """

    def __init__(
        self,
        listing: Listing,
        session: Session,
        export: Export | None,
        together: Callable[[Session, Sequence[Any]], Detail],
    ) -> None:
        super().__init__(listing, session, export)
        self._together = together
        self._ticked: list[Any] = []  # identities, in the order of ticking
        self.table.view.show_ticks()
        self.table.view.selectionModel().selectionChanged.connect(self._on_ticked)
        self.filter.add_button("list-checks", _("Alle regels kiezen (Ctrl+A)"), self.table.view.selectAll)

    @property
    def ticked(self) -> list[Any]:
        """The records that are ticked, also those the filter hides, in the order of the list."""
        return [each for each in self.model.all_records if self.listing.identity(each) in self._ticked]

    def _on_ticked(self, *_changed: QItemSelection) -> None:
        if self._quiet:
            return
        shown = [self.listing.identity(each) for each in self.model.records]
        chosen = [shown[index.row()] for index in self.table.view.selectionModel().selectedRows()]
        self._ticked = [each for each in self._ticked if each not in shown] + chosen
        self._show_detail()

    def _keep_cursor(self, record: Any) -> None:
        known = {self.listing.identity(each) for each in self.model.all_records}
        self._ticked = [each for each in self._ticked if each in known]
        super()._keep_cursor(record)
        chosen = QItemSelection()
        for row, each in enumerate(self.model.records):
            if self.listing.identity(each) in self._ticked:
                chosen.select(self.model.index(row, 0), self.model.index(row, len(self.model.fields) - 1))
        self._quiet = True
        self.table.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    def _show_detail(self, *indexes: QModelIndex) -> None:
        if self._quiet or len(self._ticked) < 2:
            super()._show_detail(*indexes)
            return
        self.panel.show_detail(self._together(self.session, self.ticked), None)
        tab_as_seen(self)
