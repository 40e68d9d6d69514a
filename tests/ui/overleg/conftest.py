"""The page of the first of three meetings that were planned."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.overleg_pages import FIRST, fill_overleg
from tests.ui.pages import window
from ui.kit.session import Session
from ui.kit.shell import Shell


@pytest.fixture
def shell(qtbot: Any, sessie: Session) -> Shell:
    fill_overleg(sessie.ledger)
    return window(qtbot, sessie, id=FIRST)
