"""Three gemeenten of which the count is known, and projects that move what is expected of them."""

from __future__ import annotations

import datetime
from contextlib import closing
from pathlib import Path

from regietafel.actions.boekingen import record_realisatie
from regietafel.actions.normen import edit_norm, edit_zekerheid
from regietafel.actions.woonprojecten import Invulling, add_project, remove_project
from regietafel.domain.norm import Norm
from regietafel.domain.periode import Periode
from regietafel.domain.staat import Staatwissel, Zekerheid
from regietafel.domain.taakstelling import Realisatie
from regietafel.domain.woonproject import Woonproject
from regietafel.ledger import Ledger
from regietafel.planning.aanbod import Reden, aanbod, aanbodstand
from regietafel.planning.prognose import Prognose

P = Periode(2023, 2)
ALMELO, BORNE, ENSCHEDE = 1, 2, 3
COUNTED, OP = datetime.date(2023, 9, 1), datetime.date(2023, 9, 20)
PERCENT = {"idee": 5, "verkenning": 15, "collegebesluit": 40, "raadsbesluit": 60, "vergunning": 80, "in_aanbouw": 90}
SHARES = Invulling(telgemeenten={ALMELO: 25, BORNE: 20, ENSCHEDE: 15})
HOF = Woonproject(
    gemeente_id=ALMELO,
    naam="Hof van Twente",
    soort="tussenvoorziening",
    eenheden=60,
    personen=60,
    vergunninghouders=60,
    oplevering=datetime.date(2023, 10, 1),
    telt_mee="ja",
    telt_mee_bron="brief van het COA",
)


def prepare(ledger: Ledger) -> None:
    for id, aantal in ((ALMELO, 30), (BORNE, 12), (ENSCHEDE, 60)):
        record_realisatie(ledger, Realisatie(gemeente_id=id, periode=P, peildatum=COUNTED, aantal=aantal))
    for staat, zekerheid in PERCENT.items():
        edit_zekerheid(ledger, Zekerheid(staat=staat, zekerheid=zekerheid))
    edit_norm(ledger, Norm(sleutel="har_maanden", omschrijving="HAR", waarde=6, eenheid="maanden"))


def add(ledger: Ledger, project: Woonproject, invulling: Invulling = SHARES, **staten: datetime.date) -> int:
    wissels = [Staatwissel(project_id=0, staat=staat, vanaf=vanaf) for staat, vanaf in staten.items()]
    made = add_project(ledger, project, invulling, wissels)
    assert made.id is not None
    return made.id


def moved(before: Prognose, after: Prognose) -> dict[str, int | None]:
    """How much more is expected, per gemeente and in total."""
    pairs = zip((*before.regels, before.totaal), (*after.regels, after.totaal), strict=True)
    return {new.gemeente: (new.verwacht or 0) - (old.verwacht or 0) for old, new in pairs}


def coming(ledger: Ledger, op: datetime.date = OP, periode: Periode = P) -> dict[int, list[tuple[str, int, int]]]:
    """Per gemeente id the day, the persons and the certainty of what counts."""
    found = aanbod(ledger, periode, op)
    return {
        id: [(each.datum.isoformat(), each.personen, each.zekerheid) for each in rows] for id, rows in found.items()
    }


def why(ledger: Ledger, id: int = ALMELO, op: datetime.date = OP) -> list[tuple[Reden, int | None]]:
    return [(each.reden, each.personen) for each in aanbodstand(ledger, P, op).onzeker.get(id, ())]


def take_out_projects(path: Path) -> None:
    """So that what is expected follows from the counts alone."""
    with closing(Ledger.open(path)) as ledger:
        for each in tuple(ledger.woonprojecten):
            remove_project(ledger, each)
