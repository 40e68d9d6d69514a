"""A table under the header that is tried, and what of it was taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.gelezen import Gelezen
from tests.core.exchange import files
from tests.core.exchange.files import read_taakstelling

P = Periode(2023, 2)
I_, II = Periode(2023, 1), Periode(2023, 2)
Rows = list[list[files.Cell]]
NO_TABLE = "staat geen tabel met de kolommen"


def read(folder: Path, rows: Rows, periode: Periode | None = P, name: str = "t.xlsx") -> Gelezen:
    return read_taakstelling(files.xlsx(folder / name, rows), periode)


def refusal(folder: Path, rows: Rows, periode: Periode | None = P, name: str = "t.xlsx") -> str:
    with pytest.raises(RegietafelError) as caught:
        read(folder, rows, periode, name)
    return str(caught.value)


def summary(gelezen: Gelezen) -> list[tuple[str | int | None, ...]]:
    return [(regel.naam, *map(regel.waarden.get, ("taakstelling", "amv", "inwoners"))) for regel in gelezen.regels]
