"""Homes of projects that are on their way, per gemeente they count for and kind of household, with their certainty.

Of a project in which others live too only the part for vergunninghouders counts, rounded down; a project that counts
for several gemeenten has homes for each in the proportion of the persons, by the largest remainders. A project that
ends before ``tot`` is no home to count on, and what has no state, or one without certainty, is told and counts as none.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from regietafel.domain.afronding import largest_remainders
from regietafel.domain.staat import GESLOTEN
from regietafel.domain.woonproject import Woonproject
from regietafel.i18n import _, format_date, format_number
from regietafel.ledger import Ledger
from regietafel.queries.staten import staten_op, zekerheden_op

Plek = tuple[int, str]  # gemeente id, kind of household


@dataclass(frozen=True, kw_only=True)
class Komend:
    """Homes of one project for one gemeente and kind of household; ``zekerheid`` in percent, None is unknown."""

    project_id: int
    project: str
    woningen: int
    oplevering: datetime.date
    zekerheid: int | None

    @property
    def verwacht(self) -> Fraction:
        """Homes to count on."""
        return Fraction(self.woningen * (self.zekerheid or 0), 100)

    @property
    def uitleg(self) -> str:
        """``12 uit Hof van Borne per 01-10-2023, zekerheid 80%``."""
        sure = (
            _("zekerheid onbekend: telt niet mee")
            if self.zekerheid is None
            else _("zekerheid {n}%").format(n=self.zekerheid)
        )
        return _("{n} uit {project} per {dag}, {zekerheid}").format(
            n=format_number(self.woningen), project=self.project, dag=format_date(self.oplevering), zekerheid=sure
        )


def komende_woningen(
    ledger: Ledger, op: datetime.date, tot: datetime.date, geteld: Mapping[Plek, datetime.date]
) -> dict[Plek, tuple[Komend, ...]]:
    """What is delivered up to and including ``tot``, as it was known on ``op``.

    ``geteld`` says of which day the free homes are known: what was delivered up to then is among those. Elsewhere what
    comes after ``op`` counts.
    """
    staten, zekerheden = staten_op(ledger, "project_id", op), zekerheden_op(ledger, op)
    maten: dict[int, dict[str, int]] = defaultdict(dict)
    for homes in ledger.woningmaten:
        maten[homes.project_id][homes.maat] = homes.woningen
    shares: dict[int, dict[int, int]] = defaultdict(dict)
    for share in ledger.telgemeenten:
        shares[share.project_id][share.gemeente_id] = share.personen
    found: dict[Plek, list[Komend]] = defaultdict(list)
    for project in ledger.woonprojecten:
        stand = staten.get(project.id or 0)
        if project.oplevering is None or project.oplevering > tot or (project.einde and project.einde < tot):
            continue
        if project.id is None or (stand and stand.staat == GESLOTEN):
            continue
        for maat, woningen in maten[project.id].items():
            for gemeente_id, part in _parts(project, shares[project.id], woningen).items():
                if part and project.oplevering > geteld.get((gemeente_id, maat), op):
                    found[gemeente_id, maat].append(
                        Komend(
                            project_id=project.id,
                            project=project.naam,
                            woningen=part,
                            oplevering=project.oplevering,
                            zekerheid=zekerheden.get(stand.staat) if stand else None,
                        )
                    )
    return {plek: tuple(sorted(each, key=lambda one: (one.oplevering, one.project))) for plek, each in found.items()}


def _parts(project: Woonproject, shares: Mapping[int, int], woningen: int) -> dict[int, int]:
    """The homes for vergunninghouders by gemeente id."""
    if project.personen and project.vergunninghouders is not None:
        woningen = woningen * project.vergunninghouders // project.personen
    if not shares:
        return {project.gemeente_id: woningen}
    parts, _equal = largest_remainders({(str(id),): personen for id, personen in shares.items()}, woningen)
    return {int(id): part for (id,), part in parts.items()}
