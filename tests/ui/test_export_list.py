"""A list goes out as what the user chose."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from regietafel.catalog import GEMEENTE
from regietafel.domain.regio import Gemeente
from regietafel.exchange.spreadsheet import read_sheets
from ui.kit import dialogs
from ui.wizards.lijst import export_list


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".csv"])
def test_the_chosen_kind_is_offered_and_written(
    qtbot: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    target = tmp_path / f"lijst{suffix}"
    offered = []

    def choose(_parent: QWidget, _title: str, name: str, kinds: str) -> Path:
        offered.append((name, kinds))
        return target

    monkeypatch.setattr(dialogs, "choose_to_save", choose)
    export_list(QWidget(), "Gemeenten", GEMEENTE[:2], [Gemeente(gm_code="GM0147", naam="Borne")])
    ((name, kinds),) = offered
    assert name == "Gemeenten.xlsx" and f"*{suffix}" in kinds
    assert read_sheets(target)[0].rijen[-2:] == (("Gemeente", "Code"), ("Borne", "GM0147"))
