"""A value: made of its parts, compared by them, and never changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest

from regietafel.value import Value


class Punt(Value, kw_only=False):
    """A place on a sheet."""

    x: int
    y: int = 0


class Lijn(Value):
    """From one place to another."""

    van: Punt
    naar: Punt


class Dikkelijn(Lijn):
    """Refuses to be thin."""

    dikte: int = 2

    def __post_init__(self) -> None:
        if self.dikte < 2:
            raise ValueError


def test_it_is_its_parts() -> None:
    assert Punt(1) == Punt(1, 0) == Punt(y=0, x=1) != Punt(1, 2)
    assert len({Punt(1), Punt(x=1, y=0), Punt(0, 1)}) == 2
    assert repr(Lijn(van=Punt(1), naar=Punt(2, 3))) == "Lijn(van=Punt(x=1, y=0), naar=Punt(x=2, y=3))"
    assert Lijn(van=Punt(1), naar=Punt(2)) != Dikkelijn(van=Punt(1), naar=Punt(2))


def test_it_is_a_dataclass() -> None:
    dik = Dikkelijn(van=Punt(1), naar=Punt(2))
    assert [each.name for each in fields(dik)] == ["van", "naar", "dikte"]
    assert replace(dik, dikte=3) == Dikkelijn(van=Punt(1), naar=Punt(2), dikte=3)
    with pytest.raises(ValueError):
        replace(dik, dikte=1)


@pytest.mark.parametrize(("ordered", "named"), [((), {}), ((), {"y": 1}), ((1,), {"z": 1}), ((1, 2, 3), {})])
def test_what_is_missing_or_too_much_is_refused(ordered: tuple[int, ...], named: dict[str, int]) -> None:
    make: Any = Punt
    with pytest.raises(TypeError):
        make(*ordered, **named)


def test_it_never_changes() -> None:
    punt: Any = Punt(1)
    with pytest.raises(FrozenInstanceError):
        punt.x = 2
    with pytest.raises(FrozenInstanceError):
        del punt.x
