"""The order of an agenda: whatever one does with a point, none gets lost and none has a subpoint of a subpoint."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.wizards.overleg_orde import Order, place, step

AGENDA: Order = [(1, None), (2, None), (3, 2), (4, 2), (5, None)]


@pytest.mark.parametrize(
    ("id", "way", "expected"),
    [
        (1, "down", [(2, None), (3, 2), (4, 2), (1, None), (5, None)]),
        (5, "up", [(1, None), (5, None), (2, None), (3, 2), (4, 2)]),
        (4, "up", [(1, None), (2, None), (4, 2), (3, 2), (5, None)]),
        (3, "up", [(1, None), (3, 1), (2, None), (4, 2), (5, None)]),
        (4, "down", [(1, None), (2, None), (3, 2), (5, None), (4, 5)]),
        (5, "in", [(1, None), (2, None), (3, 2), (4, 2), (5, 2)]),
        (3, "out", [(1, None), (2, None), (4, 2), (3, None), (5, None)]),
        (1, "up", None),
        (5, "down", None),
        (1, "in", None),
        (2, "in", None),  # it has subpoints
        (5, "out", None),
        (3, "in", None),
    ],
)
def test_a_step(id: int, way: str, expected: Order | None) -> None:
    assert step(AGENDA, id, way) == expected


@pytest.mark.parametrize(
    ("id", "before", "expected"),
    [
        (5, 1, [(5, None), (1, None), (2, None), (3, 2), (4, 2)]),
        (2, 1, [(2, None), (3, 2), (4, 2), (1, None), (5, None)]),
        (2, None, [(1, None), (5, None), (2, None), (3, 2), (4, 2)]),
        (1, 4, [(2, None), (3, 2), (1, 2), (4, 2), (5, None)]),
        (4, 3, [(1, None), (2, None), (4, 2), (3, 2), (5, None)]),
        (3, None, [(1, None), (2, None), (4, 2), (5, None), (3, 5)]),
        (3, 1, [(3, None), (1, None), (2, None), (4, 2), (5, None)]),
        (2, 3, None),
        (1, 2, None),  # it is there
    ],
)
def test_a_point_is_put_before_another(id: int, before: int | None, expected: Order | None) -> None:
    assert place(AGENDA, id, before) == expected


@st.composite
def orders(draw: st.DrawFn) -> Order:
    """Points with up to four subpoints each."""
    sizes = draw(st.lists(st.integers(0, 4), min_size=1, max_size=6))
    found: list[tuple[int, int | None]] = []
    for size in sizes:
        head = len(found) + 1
        found += [(head, None), *((head + n, head) for n in range(1, size + 1))]
    return found


@given(orders(), st.data())
def test_nothing_gets_lost(order: Order, data: st.DataObject) -> None:
    ids = [id for id, _head in order]
    id = data.draw(st.sampled_from(ids))
    if data.draw(st.booleans()):
        made = step(order, id, data.draw(st.sampled_from(("up", "down", "in", "out"))))
    else:
        made = place(order, id, data.draw(st.sampled_from([*ids, None])))
    if made is None:
        return
    assert sorted(id for id, _head in made) == sorted(ids)
    heads = {id for id, head in made if head is None}
    last = None
    for each, head in made:
        assert head is None or (head == last and head in heads)
        last = each if head is None else last


@given(orders(), st.data())
def test_a_step_down_is_undone_by_a_step_up(order: Order, data: st.DataObject) -> None:
    id = data.draw(st.sampled_from([id for id, _head in order]))
    made = step(order, id, "down")
    assert made is None or step(made, id, "up") == order
