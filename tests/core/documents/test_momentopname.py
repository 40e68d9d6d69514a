"""An agenda that is sent can always be read again, however much is on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.actions.agenda import save_punt
from regietafel.actions.overleggen import begin_overleg
from regietafel.actions.verslag import Rij, record_regels
from regietafel.documents.plain import as_text
from regietafel.documents.stukken.agenda import make_agenda
from regietafel.documents.stukken.agendawijzigingen import wijzigingen
from regietafel.documents.stukken.draaiboek import make_draaiboek
from regietafel.documents.stukken.momentopname import read_momentopname, take, to_keep
from regietafel.documents.stukken.overleg import collect_overleg, openly
from regietafel.documents.stukken.strikt import MAX_AANTAL
from regietafel.domain.agenda import ACTIES
from regietafel.domain.record import MAX_TEXT
from regietafel.domain.verslag import Verslagregel
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from tests.core.documents.overlegtafel import HELD, NEXT, OP, fill, send
from tests.core.strange_files import NASTY


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


TEXTS = st.text(max_size=30) | st.sampled_from(
    [
        "",
        " ",
        "javascript:alert(1)",
        "https://x.nl/<b>",
        "2200-12-31",
        "99:99",
        "12",
        "../../x.pdf",
        "x" * 20_000,
        NASTY,
    ]
)
NUMBERS = st.integers(-(10**9), 10**9)


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, 10**6), TEXTS, NUMBERS), min_size=1, max_size=3))
def test_an_agenda_that_someone_wrote_in_is_made_or_refused(tafel: Ledger, changed: list[tuple[int, str, int]]) -> None:
    if not [*tafel.overleggen]:
        fill(tafel)
    known = collect_overleg(tafel, NEXT, OP)
    whole = json.loads(to_keep(known.opname))
    places = [*_leaves(whole)]
    for place, said, number in changed:
        holder, key = places[place % len(places)]
        was = holder[key]
        holder[key] = not was if isinstance(was, bool) else number if isinstance(was, int) else said
    try:
        opname = read_momentopname(json.dumps(whole).encode())
    except RegietafelError:
        return
    gegevens = replace(known, opname=opname, vorige=known.opname, versie=2)
    for each in (gegevens, openly(gegevens)):
        for make in (make_agenda, make_draaiboek):
            assert as_text(make(each).blocks)
    assert isinstance(wijzigingen(known.opname, opname), tuple)


def _leaves(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in it that holds no other, as what holds it and its key."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        if isinstance(inner, dict | list) and inner:
            yield from _leaves(inner)
        else:
            yield value, key
