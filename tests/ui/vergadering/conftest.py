"""A meeting of Twente in a file, and on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.meeting import hold, open_example, prepared
from ui.kit.session import Session
from ui.wizards.vergadering_venster import Vergadering


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Twente.regietafel"


@pytest.fixture
def sessie(qapp: QApplication, path: Path) -> Iterator[Session]:
    made = open_example(path)
    yield made
    if not made.is_closed:
        made.close()


@pytest.fixture
def overleg_id(sessie: Session) -> int:
    return prepared(sessie.ledger).id or 0


@pytest.fixture
def window(qtbot: Any, sessie: Session) -> Vergadering:
    return hold(qtbot, sessie, prepared(sessie.ledger))
