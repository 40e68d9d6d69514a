"""Agreements of two, three and five parties on the real figures of Twente, from concept to booked, in the window."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import pytest

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.domain.behandeling import Status
from regietafel.domain.herverdeling import Deel
from regietafel.queries.stand import stand
from tests.ui.agreement_page import fill, finish, next_step, primary, view
from tests.ui.herverdelingen.regio import ADDRESS, P
from tests.ui.pages import window
from ui.kit.dialogs import EditDialog
from ui.kit.session import Session
from ui.kit.shell import Shell

TWO = [Deel("Enschede", "Borne", 10)]
THREE = [*TWO, Deel("Enschede", "Wierden", 5)]
FIVE = [*THREE, Deel("Almelo", "Dinkelland", 7), Deel("Almelo", "Wierden", 1)]


@pytest.fixture
def sessie(voorbeeldsessie: Session) -> Session:
    return voorbeeldsessie


@pytest.fixture
def shell(qtbot: Any, sessie: Session) -> Shell:
    return window(qtbot, sessie, ADDRESS)


def moved(sessie: Session, op: datetime.date) -> dict[str, int]:
    return {each.gemeente: each.herverdeling for each in stand(sessie.ledger, P, op).regels if each.herverdeling}


@pytest.mark.parametrize("delen", [TWO, THREE, FIVE], ids=["twee", "drie", "vijf"])
def test_from_concept_to_booked(shell: Shell, sessie: Session, delen: Sequence[Deel]) -> None:
    id = make_herverdeling(sessie.ledger, P, delen)
    shell.open_record(ADDRESS, id)
    parties = len(view(sessie, id).partijen)
    next_step(shell, finish(voorgelegd_op="1-6-2023"))
    for n in range(parties):
        assert primary(shell) == "Besluit vastleggen…" and view(sessie, id).stand is Status.TER_BESLUITVORMING
        next_step(shell, finish(besluit_op="20-6-2023", besluitnummer=f"B{n}"))

    def announce(dialog: EditDialog) -> None:
        fill(dialog, bekendgemaakt_op="22-6-2023", vindplaats="Gemeenteblad 2023, 1")
        dialog.accept()
        if dialog.isVisible():  # the last one: there is no way back
            dialog.accept()

    for _n in range(parties):
        assert moved(sessie, datetime.date(2026, 1, 1)) == {}
        next_step(shell, announce)
    expected: dict[str, int] = {}
    for deel in delen:
        expected[deel.van] = expected.get(deel.van, 0) - deel.aantal
        expected[deel.naar] = expected.get(deel.naar, 0) + deel.aantal
    assert view(sessie, id).in_werking_op == datetime.date(2023, 6, 23)
    assert moved(sessie, datetime.date(2023, 6, 22)) == {} and moved(sessie, datetime.date(2023, 6, 23)) == expected
    assert stand(sessie.ledger, P).totaal.opgave == 985
    next_step(shell, finish(datum="28-6-2023"))
    next_step(shell, finish(datum="10-7-2023"))
    assert view(sessie, id).stand is Status.VERWERKT and not primary(shell)
    assert sessie.ledger.undo_label is not None  # what came after can be undone, the agreement cannot
    for _step in range(2):
        sessie.ledger.undo()
    assert sessie.ledger.undo_label is None and moved(sessie, datetime.date(2023, 6, 23)) == expected
