"""The example with an agreement, and the page of the templates on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.domain.herverdeling import Deel
from regietafel.ledger import Ledger
from tests.ui.sjablonen.templates_page import P, Visit, visit_sjablonen
from ui.kit.session import Session


@pytest.fixture
def path(voorbeeld: Path) -> Path:
    ledger = Ledger.open(voorbeeld)
    make_herverdeling(ledger, P, [Deel("Enschede", "Borne", 10)])
    ledger.close()
    return voorbeeld


@pytest.fixture
def sessie(path: Path, qapp: Any) -> Iterator[Session]:
    made = Session(Ledger.open(path), P)
    yield made
    if not made.is_closed:
        made.close()


@pytest.fixture
def visit(qtbot: Any, sessie: Session) -> Visit:
    """The page, of this session or of another one."""
    return lambda session=sessie: visit_sjablonen(qtbot, session)
