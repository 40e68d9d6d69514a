"""A ground of the Woo in words."""

from __future__ import annotations

import re

from regietafel.i18n import _

_GROND = re.compile(r"(\d+\.\d+)(?:\.(\d+)\.?([a-z]?))?")
_LEDEN = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")


def spell_grond(grond: str) -> str:
    """What a screen reader says where something was left out; ``5.1.2e`` is article, member and letter."""
    if _GROND.fullmatch(grond) is None:
        return _("weggelakt op grond van {grond}").format(grond=grond)
    place = _("artikel {artikel}").format(artikel=spell_artikel(grond))
    return _("weggelakt op grond van {plaats}, van de Wet open overheid").format(plaats=place)


def spell_artikel(grond: str) -> str:
    """The number of the article, its member and its letter: ``5.1, tweede lid, onder e``."""
    parts = _GROND.fullmatch(grond)
    if parts is None:
        return grond
    place, lid, onder = parts.groups(default="")
    if lid:
        number = int(lid)
        place += ", " + (
            _("{rang} lid").format(rang=_LEDEN[number - 1])
            if 1 <= number <= len(_LEDEN)
            else _("lid {lid}").format(lid=number)
        )
    if onder:
        place += ", " + _("onder {letter}").format(letter=onder)
    return place
