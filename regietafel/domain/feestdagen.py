"""When a term ends that a law has set: the Algemene termijnenwet, with the Dutch public holidays.

Days the government puts on a par with a holiday by decree (art. 3, third paragraph) are in no library and not here: a
term that ends on such a day ends, for the law, a day or more later than said. Known to the library: 1966 up to 2100.
"""

from __future__ import annotations

import datetime
from functools import cache

from regietafel.domain.periode import days_in_month

LANGSTE = {"dag": 90, "week": 12, "maand": 3}
"""The units of a term, and the longest for which the law holds (art. 4)."""

_DAY = datetime.timedelta(days=1)


@cache
def feestdagen(jaar: int) -> frozenset[datetime.date]:
    """Those of art. 3: 5 mei in every year, and Goede Vrijdag, which its second paragraph puts on a par."""
    from holidays.constants import OPTIONAL, PUBLIC
    from holidays.countries.netherlands import Netherlands

    # 5 mei is PUBLIC in the years most people have the day off, and OPTIONAL in every year.
    return frozenset(Netherlands(years=jaar, categories=(OPTIONAL, PUBLIC)))  # type: ignore[no-untyped-call]


def is_werkdag(dag: datetime.date) -> bool:
    """Whether it is not a Saturday, a Sunday or a holiday."""
    return dag.weekday() < 5 and dag not in feestdagen(dag.year)


def laatste_dag(vanaf: datetime.date, aantal: int, eenheid: str) -> datetime.date:
    """The last day of a term that runs from the day after ``vanaf``; ``eenheid`` is a key of :data:`LANGSTE`.

    It is no Saturday, Sunday or holiday (art. 1), and two such working days are in a term of three days or more
    (art. 2). A longer term than the law is about ends on its plain day.
    """
    einde = plain_einde(vanaf, aantal, eenheid)
    if aantal > LANGSTE[eenheid]:
        return einde
    least = 0 if eenheid == "dag" and aantal < 3 else 2
    while not is_werkdag(einde) or werkdagen(vanaf, einde) < least:
        einde += _DAY
    return einde


def plain_einde(vanaf: datetime.date, aantal: int, eenheid: str) -> datetime.date:
    """The last day by the calendar: the same weekday, or the same day of a month, or its last when it is shorter."""
    if eenheid != "maand":
        return vanaf + aantal * (7 * _DAY if eenheid == "week" else _DAY)
    years, month = divmod(vanaf.month - 1 + aantal, 12)
    year, month = vanaf.year + years, month + 1
    return datetime.date(year, month, min(vanaf.day, days_in_month(datetime.date(year, month, 1))))


def werkdagen(vanaf: datetime.date, tot_en_met: datetime.date) -> int:
    """How many working days there are after ``vanaf``, the last day included."""
    return sum(is_werkdag(vanaf + n * _DAY) for n in range(1, (tot_en_met - vanaf).days + 1))
