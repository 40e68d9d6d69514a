"""Records as JSON and back: what comes back has the very fields and types of the record, and nothing too large."""

from __future__ import annotations

import datetime
import json
import types
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from regietafel.domain.record import check_day, check_text

T = TypeVar("T")
MAX_AANTAL = 2_000  # items of one list
_MAX_GETAL = 10**9


def to_json(value: Any) -> bytes:
    """A frozen record of texts, numbers, days, other records and tuples of those; equal records give equal bytes."""
    return json.dumps(asdict(value), ensure_ascii=False, default=datetime.date.isoformat).encode()


def from_json(kind: type[T], content: bytes) -> T:
    """The record. Raises ValueError or RuleError for what :func:`to_json` would not have written of such a record."""
    try:
        found: T = _read(kind, json.loads(content))
    except (RecursionError, TypeError) as error:
        raise ValueError(kind) from error
    return found


def _read(kind: Any, value: Any) -> Any:
    if isinstance(kind, types.UnionType):
        (kind,) = [each for each in get_args(kind) if each is not types.NoneType]
        return None if value is None else _read(kind, value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        if not isinstance(value, dict) or set(value) != set(hints):
            raise ValueError(kind)
        return kind(**{name: _read(hint, value[name]) for name, hint in hints.items()})
    if get_origin(kind) is tuple:
        if not isinstance(value, list) or len(value) > MAX_AANTAL:
            raise ValueError(kind)
        return tuple(_read(get_args(kind)[0], each) for each in value)
    if kind is datetime.date and isinstance(value, str):
        day = datetime.date.fromisoformat(value)
        check_day(day)
        return day
    if type(value) is not kind:  # True is no number
        raise ValueError(kind)
    if isinstance(value, str):
        check_text(value)
    if isinstance(value, int) and abs(value) > _MAX_GETAL:
        raise ValueError(kind)
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    known = get_type_hints(kind)
    return {each.name: known[each.name] for each in fields(kind)}
