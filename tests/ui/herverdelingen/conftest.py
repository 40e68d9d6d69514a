"""An agreement in a region with names that are hard to show, and the list of herverdelingen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from regietafel import reference
from regietafel.actions import herverdeling as actions
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.regio import Adressaat
from tests.ui.herverdelingen.lijst_pages import COMMANDS, NAMES
from tests.ui.herverdelingen.regio import P, fill_region
from ui.kit.session import Session
from ui.screens import herverdelingen as page
from ui.screens.herverdelingen import HerverdelingenScreen
from ui.wizards import herverdeling_handelingen as doing
from ui.wizards import herverdeling_stukken as stukken


@pytest.fixture
def sessie(session: Session) -> Session:
    fill_region(session.ledger, NAMES, reference.meegeleverd(Adressaat))
    session.periode = P
    return session


@pytest.fixture
def id(sessie: Session) -> int:
    """An agreement in preparation."""
    return actions.make_herverdeling(
        sessie.ledger, P, [Deel("Almelo", "Borne", 10)], Bepalingen(toelichting="Borne bouwt <b>woningen</b>.")
    )


@pytest.fixture
def screen(qtbot: Any, sessie: Session) -> Iterator[HerverdelingenScreen]:
    made = page.herverdelingen(sessie, lambda *_args: None, doing.MAKEN, COMMANDS, stukken.documents)
    assert isinstance(made, HerverdelingenScreen)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    made.show()
    yield made
