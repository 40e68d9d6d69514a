"""Homes of projects that are on their way, per gemeente they count for and kind of household, with their certainty.

Of a project in which others live too only the part for vergunninghouders counts, rounded down; a project that counts
for several gemeenten has homes for each in the proportion of the persons, by the largest remainders. What ends before
``tot`` is no home to count on, and neither is what should have been open already.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from regietafel.domain.afronding import largest_remainders
from regietafel.domain.staat import GESLOTEN
from regietafel.i18n import _, format_date, format_number
from regietafel.ledger import Ledger
from regietafel.queries.woonprojecten import ProjectRegel, woonprojecten

Plek = tuple[int, str]  # gemeente id, kind of household


@dataclass(frozen=True, kw_only=True)
class Komend:
    """Homes of one project for one gemeente and kind of household; ``zekerheid`` in percent, None is unknown."""

    project_id: int
    project: str
    woningen: int
    datum: datetime.date
    zekerheid: int | None

    @property
    def verwacht(self) -> Fraction:
        """Homes to count on."""
        return Fraction(self.woningen * (self.zekerheid or 0), 100)

    @property
    def uitleg(self) -> str:
        """``12 uit Hof van Borne per 01-10-2023, zekerheid 80 %``."""
        sure = (
            _("zekerheid onbekend: telt niet mee")
            if self.zekerheid is None
            else _("zekerheid {n} %").format(n=self.zekerheid)
        )
        return _("{n} uit {project} per {dag}, {zekerheid}").format(
            n=format_number(self.woningen), project=self.project, dag=format_date(self.datum), zekerheid=sure
        )


def komende_woningen(
    ledger: Ledger, op: datetime.date, tot: datetime.date, geteld: Mapping[Plek, datetime.date]
) -> dict[Plek, tuple[Komend, ...]]:
    """What opens up to and including ``tot``, as it was known on ``op``.

    ``geteld`` says of which day the free homes are known: what opened up to then is among those. Elsewhere what comes
    after ``op`` counts.
    """
    found: dict[Plek, list[Komend]] = defaultdict(list)
    for regel in woonprojecten(ledger, op):
        opening = regel.opening
        if opening is None or opening > tot or regel.staat == GESLOTEN or (regel.einde and regel.einde < tot):
            continue
        if opening < op and not regel.open_sinds:
            continue
        for maat, woningen in regel.maten:
            for gemeente_id, part in _parts(regel, woningen).items():
                if part and opening > geteld.get((gemeente_id, maat), op):
                    found[gemeente_id, maat].append(
                        Komend(
                            project_id=regel.id,
                            project=regel.naam,
                            woningen=part,
                            datum=opening,
                            zekerheid=regel.zekerheid,
                        )
                    )
    return {plek: tuple(sorted(each, key=lambda one: (one.datum, one.project))) for plek, each in found.items()}


def _parts(regel: ProjectRegel, woningen: int) -> dict[int, int]:
    """The homes for vergunninghouders by gemeente id; all of them where it is not known how many persons they are."""
    if regel.personen and regel.vergunninghouders is not None:
        woningen = woningen * regel.vergunninghouders // regel.personen
    if not regel.aandelen:
        return {regel.gemeente_id: woningen}
    parts, _equal = largest_remainders({(str(id),): personen for id, personen in regel.aandelen}, woningen)
    return {int(id): part for (id,), part in parts.items()}
