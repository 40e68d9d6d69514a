"""The base of everything that never changes once it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import ClassVar, dataclass_transform


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class Value:
    """An immutable dataclass: its parts are given by name, or (``kw_only=False``) in their order.

    What dataclass would write for every kind anew takes time whenever the program starts: so it is here, once. A kind
    may not keep anything else in itself, as ``cached_property`` would: that would count as a part.
    """

    _GIVEN: ClassVar[Mapping[str, object]] = {}  # every part in its order, with what it is when nothing is said

    def __init_subclass__(cls, *, kw_only: bool = True) -> None:
        super().__init_subclass__()
        dataclass(init=False, repr=False, eq=False, match_args=False, kw_only=kw_only)(cls)
        cls._GIVEN = {each.name: each.default for each in fields(cls)}  # type: ignore[arg-type]

    def __init__(self, *ordered: object, **named: object) -> None:
        own, given = vars(self), self._GIVEN
        own.update(given)
        if ordered:
            own.update(zip(given, ordered, strict=False))
        own.update(named)
        if len(own) != len(given) or MISSING in own.values() or len(ordered) + len(named) > len(given):
            wrong = [*(named.keys() - given), *(name for name, value in own.items() if value is MISSING)]
            raise TypeError(f"{type(self).__name__}: {', '.join(wrong)}")
        self.__post_init__()

    def __post_init__(self) -> None:
        """Refuse what cannot be."""

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))
