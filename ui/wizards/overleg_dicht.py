"""What is said where one works on a meeting that only is read: its list was adopted, or it was cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regietafel.errors import RuleError
from regietafel.queries.overleggen import OverlegRegel
from regietafel.queries.overlegstaat import changeable
from ui.kit.screen import Command, Screen


def unless_closed(screen: Screen, regel: OverlegRegel, commands: Sequence[Command]) -> Sequence[Command]:
    """These; of a meeting that only is read those that change something are not offered, and their keys say why."""
    try:
        changeable(screen.session.ledger, regel.id)
    except RuleError as why:
        closed = str(why)
        return [
            replace(each, allowed=lambda _row: False, refusal=closed) if each.changes else each for each in commands
        ]
    return commands
