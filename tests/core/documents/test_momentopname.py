"""An agenda that is sent can always be read again, however much is on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regietafel.actions.agenda import save_punt
from regietafel.actions.overleggen import begin_overleg
from regietafel.actions.verslag import Rij, record_regels
from regietafel.documents.stukken.agendawijzigingen import wijzigingen
from regietafel.documents.stukken.momentopname import read_momentopname, take, to_keep
from regietafel.documents.stukken.strikt import MAX_AANTAL
from regietafel.domain.agenda import ACTIES
from regietafel.domain.record import MAX_TEXT
from regietafel.domain.verslag import Verslagregel
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from tests.core.documents.overlegtafel import HELD, NEXT, OP, fill, send


def test_of_very_many_open_actions_the_first_are_named(tafel: Ledger) -> None:
    fill(tafel)
    begin_overleg(tafel, HELD)
    regel = Verslagregel(overleg_id=HELD, soort="actie", tekst="Bellen")
    record_regels(tafel, HELD, [Rij(regel, ((1, ""),))] * MAX_AANTAL)
    read = read_momentopname(to_keep(take(tafel, NEXT, OP)))
    (deel,) = (punt.deel for punt in read.punten if punt.deel and punt.deel.soort == ACTIES)
    assert len(deel.rijen) == 500 and "Dit zijn de eerste 500" in deel.zin


def test_what_could_not_be_read_again_is_not_kept(tafel: Ledger) -> None:
    fill(tafel)
    opname = take(tafel, NEXT, OP)
    many = tuple(replace(opname.punten[0], id=id, nummer=str(id)) for id in range(1, MAX_AANTAL + 2))
    with pytest.raises(RegietafelError, match="te groot om te bewaren"):
        to_keep(replace(opname, punten=many))


def test_long_titles_keep_nobody_from_sending_again(tafel: Ledger) -> None:
    fill(tafel)
    send(tafel)
    for each in [*tafel.agendapunten.where(overleg_id=NEXT)]:
        save_punt(tafel, replace(each, titel="x" * MAX_TEXT))
    said = wijzigingen(before := read_momentopname(_content(tafel, 1)), take(tafel, NEXT, OP))
    assert len(said) == len(before.punten) and max(map(len, said)) < 400
    send(tafel, "\n".join(said * 100))
    assert take(tafel, NEXT, OP) == read_momentopname(_content(tafel, 2))


def _content(ledger: Ledger, nummer: int) -> bytes:
    versie = ledger.agendaversies.find(overleg_id=NEXT, nummer=nummer)
    assert versie is not None
    return ledger.inhoud.get(versie.inhoud)
