"""A program that dies at any moment leaves the file exactly before or exactly after an operation."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from regietafel.actions.nieuw import make_file, of_land
from regietafel.ledger import Ledger, LeftByCrash

WRITER = """
import datetime, sys
from pathlib import Path
from regietafel.actions.herverdeling import make_herverdeling, remove_herverdeling
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.ledger import Ledger
ledger = Ledger.open(Path(sys.argv[1]), take_over=True)
regels = [(gemeente.id, gemeente.id, None, 1000) for gemeente in ledger.gemeenten]
print("klaar", flush=True)
day = datetime.date(2023, 5, 2) + datetime.timedelta(days=len(list(ledger.taakstellingsversies)))
while True:
    day += datetime.timedelta(days=1)
    import_taakstelling(ledger, periode=Periode(2023, 2), datum=day, landelijk=27300, bron="x", regels=regels)
    delen = [Deel("Enschede", naam, 1) for naam in ("Borne", "Almelo", "Wierden")]
    make_herverdeling(ledger, Periode(2023, 2), delen)
    ledger.undo()
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("kill") / "land.regietafel"
    make_file(target, of_land())
    return target


@pytest.mark.parametrize("seed", range(8))
def test_killed_at_a_random_moment(path: Path, seed: int) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
    assert writer.stdout is not None and writer.stdout.readline().strip() == b"klaar"
    time.sleep(random.Random(seed).uniform(0, 0.25))  # noqa: S311
    writer.kill()
    writer.communicate()

    with pytest.raises(LeftByCrash):
        Ledger.open(path)
    ledger = Ledger.open(path, take_over=True)  # checks the file's integrity too
    rows = "SELECT count(*) FROM taakstelling JOIN gemeente ON gemeente.id = gemeente_id GROUP BY versie_id"
    assert {count for (count,) in ledger.db.execute(rows)} <= {342}
    overdrachten = "SELECT count(*) FROM overdracht GROUP BY herverdeling_id"
    assert {count for (count,) in ledger.db.execute(overdrachten)} <= {3}
    without_change = "SELECT count(*) FROM operation WHERE id NOT IN (SELECT operation_id FROM change)"
    assert ledger.db.execute(without_change).fetchone()[0] == 0
    imports = "SELECT count(*) FROM operation WHERE label LIKE 'Taakstelling ingelezen%'"
    assert ledger.db.execute(imports).fetchone()[0] == len(list(ledger.taakstellingsversies))
    ledger.close()
