"""A sheet of cells, and what is read from it as one kind of table."""

from __future__ import annotations

import datetime

import pytest

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.gelezen import Gelezen
from regietafel.exchange.lezen import read
from regietafel.exchange.soort import Soort
from regietafel.exchange.spreadsheet import Blad
from tests.core.exchange import files

P = Periode(2023, 2)
AUGUSTUS, SEPTEMBER = datetime.date(2023, 8, 1), datetime.date(2023, 9, 1)
Cells = list[files.Cell]


def blad(*rows: Cells) -> tuple[Blad, ...]:
    return (Blad("Blad1", tuple(map(tuple, rows))),)


def lees(soort: Soort, *rows: Cells, periode: Periode | None = P, dag: datetime.date | None = None) -> Gelezen:
    return read(blad(*rows), soort, periode, peildatum=dag)


def refusal(soort: Soort, *rows: Cells, periode: Periode | None = P, dag: datetime.date | None = None) -> str:
    with pytest.raises(RegietafelError) as caught:
        lees(soort, *rows, periode=periode, dag=dag)
    return str(caught.value)


def values(gelezen: Gelezen) -> list[dict[str, int | None]]:
    return [dict(regel.waarden) for regel in gelezen.regels]
