"""A list goes out: as Excel, OpenDocument or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from regietafel.fields import Field
from regietafel.i18n import _


def export_list(parent: QWidget, title: str, fields: Sequence[Field], records: Sequence[Any]) -> None:
    """Ask where, and write a list for Excel or another program."""
    from ui.kit import dialogs

    kinds = _("Excel (*.xlsx);;OpenDocument (*.ods);;CSV (*.csv)")
    if path := dialogs.choose_to_save(parent, _("{lijst} exporteren").format(lijst=title), f"{title}.xlsx", kinds):
        from regietafel.exchange.export import export_table

        export_table(path, title, fields, records, overwrite=True)  # the chooser has asked
