"""The pictures of opvang on a day, from the rows of the file: what there is month by month, and when all of it ends."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from regietafel.catalog.opvang import LOCATIESOORTEN
from regietafel.figures.stapel import Stapelpunt
from regietafel.figures.tijdlijnbeeld import Balk
from regietafel.planning.pijplijn import Pijplijn
from regietafel.queries.locaties import LocatieRegel


def balken(rows: Iterable[LocatieRegel]) -> Iterator[Balk]:
    """A bar for every location."""
    for each in rows:
        yield Balk(
            key=f"locatie/{each.id}",
            groep=each.gemeente,
            naam=each.naam,
            soort=LOCATIESOORTEN[each.soort],
            staat=each.staat or "",
            aantal=each.capaciteit,
            begin=each.open_vanaf,
            einde=each.open_tot,
            termijn=each.overeenkomst_tot,
        )


def stapelpunten(ahead: Pijplijn) -> list[Stapelpunt]:
    """The places of opvang at the end of every month, by kind. Amv Nidos is left out, as it is from the opgave."""
    now = Counter[str]()
    for each in ahead.locaties:
        if each.is_open:
            now[each.soort] += each.capaciteit or 0
    return punten(ahead, now, LOCATIESOORTEN)


def punten(
    ahead: Pijplijn, now: Mapping[str, int], namen: Mapping[str, str], *, wonen: bool = False
) -> list[Stapelpunt]:
    """What there is ``now`` by kind, and then at the end of every month: of the locations, or of the projects."""
    zeker, found = Counter(now), []
    verwacht = defaultdict(Fraction, {soort: Fraction(aantal) for soort, aantal in now.items()})  # with what is certain
    for maand in ahead.maanden:
        for event in maand.gebeurtenissen:
            if (event.project_id is not None) == wonen:
                zeker[event.soort] += event.plekken if event.zekerheid == 100 else 0
                verwacht[event.soort] += event.verwacht
        soorten = [soort for soort in namen if soort in verwacht]
        found.append(
            Stapelpunt(
                datum=maand.begin,
                zeker={namen[soort]: zeker[soort] for soort in soorten},
                verwacht={namen[soort]: verwacht[soort] - zeker[soort] for soort in soorten},
                opgave=None if wonen else maand.opgave,
            )
        )
    return found
