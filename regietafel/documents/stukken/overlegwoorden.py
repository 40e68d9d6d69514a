"""How the documents of a meeting write days, times, places and what a point is for."""

from __future__ import annotations

import datetime

from regietafel.documents.sjabloon.waarden import FORMS
from regietafel.i18n import _, format_date


def name_day(datum: datetime.date) -> str:
    """``donderdag 12 maart 2026``."""
    return FORMS["dag"][1](datum)


def name_times(begin: str, einde: str) -> str:
    """``10:00 tot 12:00 uur``."""
    return _("{begin} tot {einde} uur").format(begin=begin, einde=einde)


def name_moment(datum: datetime.date, begin: str, einde: str) -> str:
    """``donderdag 12 maart 2026, 10:00 tot 12:00 uur``."""
    return f"{name_day(datum)}, {name_times(begin, einde)}"


def name_place(locatie: str, link: str) -> str:
    """The place, or ``online``, or both; empty when neither is known."""
    if locatie.strip() and link:
        return _("{plaats} en online").format(plaats=locatie.strip())
    return locatie.strip() or (_("online") if link else "")


def name_due(voor: datetime.date | None, *, te_laat: bool = False) -> str:
    """The last day of an action, and in words whether it has passed."""
    return _("{dag} (te laat)").format(dag=format_date(voor)) if te_laat else format_date(voor)
