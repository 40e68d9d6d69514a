"""The published tables, and what the check finds in a table."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from regietafel.exchange.controle.nakijken import Bevinding, controleer
from regietafel.exchange.spreadsheet import Blad
from tests.core.exchange import files

DATA = Path(__file__).parents[2] / "data"
TABEL_1 = DATA / "opgaven_2023-05-02_tabel1.csv"
OPVANG = DATA / "provinciale_opvangopgave_2023-I.csv"
LANDELIJK = DATA / "landelijk_2019-2021.csv"

Cel = tuple[int | None, str, int | None, int | None]  # rij, kolom, gedrukt, berekend

# Found with a calculator, by a program of its own; rij as a spreadsheet shows it.
EXPECTED: dict[Path, list[Cel]] = {
    LANDELIJK: [
        (2, "achterstand_eind", 2540, 2554),
        (3, "achterstand_eind", 1571, 1586),
        (4, "achterstand_eind", 2206, 2204),
        (6, "achterstand_eind", 5584, 5585),
        (7, "achterstand_begin", 5586, 5584),
    ],
    DATA / "provincies_2019-2021.csv": [
        (8, "stand_eind", -43, -38),
        (11, "stand_eind", 90, 95),
        (12, "stand_eind", 32, 43),
        (14, "stand_eind", 114, 116),
        (16, "stand_eind", 74, 82),
        (17, "stand_eind", 220, 216),
        (20, "stand_eind", 673, 678),
        (21, "stand_eind", 462, 463),
        (22, "stand_eind", 435, 447),
        (23, "stand_eind", 563, 565),
        (24, "stand_eind", 202, 204),
        (25, "stand_eind", 433, 431),
        (32, "stand_eind", -3, -2),
        (35, "stand_eind", 556, 554),
        (36, "stand_eind", 146, 147),
        (38, "stand_eind", 2540, 2554),
        (39, "stand_eind", 1571, 1586),
        (40, "stand_eind", 2184, 2202),
        (43, "stand_eind", 366, 290),
        (46, "stand_eind", 321, 263),
        (49, "stand_eind", 628, 571),
        (54, "stand_eind", 234, 211),
        (57, "stand_eind", 538, 542),
        (60, "stand_eind", 737, 724),
        (63, "stand_eind", 883, 878),
        (64, "stand_eind", 1813, 1812),
        (78, "stand_eind", 5586, 5548),  # begin + taakstelling − realisatie
        (78, "stand_eind", 5586, 5585),  # the twelve provincies
        (79, "stand_begin", 5586, 5585),
        (79, "stand_eind", 10949, 11140),
    ],
    TABEL_1: [(39, "coa_regulier_verschil", 41947, 41948)],
    DATA / "opgaven_2023-05-02_tabel2_amv.csv": [
        (14, "amv_coa_opgave", 3660, 3659),
        (14, "amv_coa_verschil", 701, 702),
    ],
    OPVANG: [(14, "opgave_extra", 1600, 1601), (14, "verdeling_nov_2022", 75500, 75499)],
    files.BIJLAGE_A: [],
    DATA / "gemeenten_2023.csv": [],
}


def cells(found: Sequence[Bevinding]) -> list[Cel]:
    assert all(
        each.verschil == (None if each.gedrukt is None or each.berekend is None else each.berekend - each.gedrukt)
        for each in found
    )
    return [(each.rij, each.kolom, each.gedrukt, each.berekend) for each in found]


def check(*rows: Sequence[files.Cell], naam: str = "blad") -> tuple[Bevinding, ...]:
    return controleer([Blad(naam, tuple(map(tuple, rows)))])


def rows_of(path: Path) -> list[list[files.Cell]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [[cell or None for cell in row] for row in csv.reader(file)]


def save(path: Path, rows: files.Rows, *merged: str) -> Path:
    workbook = Workbook()
    assert workbook.active is not None
    sheet = workbook.active
    sheet.title = "Tabel 1"
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    workbook.save(path)
    return path
