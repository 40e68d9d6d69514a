"""The form that goes out and comes back: what is locked, what is asked, what is refused."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from regietafel.actions.boekingen import record_realisatie
from regietafel.actions.regio import add_gemeente, edit_gemeente
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.domain.taakstelling import Realisatie
from regietafel.errors import RegietafelError
from regietafel.exchange.importplan import Importplan, Uitkomst
from regietafel.exchange.inlezen import make_plan, write
from regietafel.exchange.lezen import read
from regietafel.exchange.opgaveformulier import make_formulieren, peildata
from regietafel.exchange.soorten import REALISATIE
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.ledger import Ledger
from tests.core.conftest import P

AUGUSTUS, SEPTEMBER, NIEUWJAAR = datetime.date(2023, 8, 1), datetime.date(2023, 9, 1), datetime.date(2024, 1, 1)
HEADINGS = ["Gemeente", "Code", "Periode", "Peildatum", "Gehuisvest", "Toelichting"]


def form(ledger: Ledger, folder: Path, naam: str = "Almelo") -> Path:
    (gemeente,) = (each for each in ledger.gemeenten if each.naam == naam)
    (path,) = make_formulieren(ledger, P, folder, gemeenten=[gemeente])
    return path


def rows_of(sheet: Any) -> dict[Any, tuple[Any, ...]]:
    """The rows to fill in, by peildatum."""
    header = next(cell.row for cell in sheet["A"] if cell.value == "Gemeente")
    rows = list(sheet.iter_rows(min_row=header + 1))
    return {row[3].value.date() if row[3].value else None: row for row in rows}


def filled(path: Path, fill: Callable[[dict[Any, tuple[Any, ...]]], None]) -> Path:
    book = load_workbook(path)
    fill(rows_of(book.active))
    book.save(path)
    return path


def preview(ledger: Ledger, path: Path) -> Importplan:
    return make_plan(ledger, read(read_sheets(path), REALISATIE, P, naam=path.name), P)


def test_only_what_is_asked_can_be_typed(twente: Ledger, tmp_path: Path) -> None:
    record_realisatie(twente, Realisatie(gemeente_id=1, periode=P, peildatum=AUGUSTUS, aantal=12))
    path = form(twente, tmp_path)
    assert path.name == "Opgaveformulier 2023-II Almelo GM0141.xlsx"
    sheet: Any = load_workbook(path).active
    assert sheet.protection.sheet and sheet.protection.password is None
    rows = rows_of(sheet)
    header = rows[AUGUSTUS][0].row - 1
    assert [cell.value for cell in sheet[header]][:6] == HEADINGS
    assert tuple(rows) == (*peildata(P), None) and peildata(P)[-1] == NIEUWJAAR
    open_cells = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    last = rows[None][0].row
    assert open_cells == {f"{column}{row}" for row in range(header + 1, last + 1) for column in "EF"} | {f"D{last}"}
    # never by colour alone: an edge, and beside it in words
    assert all(sheet[name].border.left.style == "thin" for name in open_cells)
    assert all("vul hier in" in row[6].value for row in rows.values())
    assert rows[AUGUSTUS][6].value == "◄ vul hier in; bekend is 12"
    known = {row[0].value: (row[1].value, row[3].value) for row in sheet.iter_rows(max_row=header - 1)}
    assert known["Taakstelling"] == (113, None) and known["Opgave"] == (113, None)
    assert known["Realisatie"] == (12, datetime.datetime(2023, 8, 1))  # noqa: DTZ001
    whole, day = sheet.data_validations.dataValidation
    assert (whole.type, whole.formula1, whole.formula2) == ("whole", "-99999", "999999")
    assert str(whole.sqref) == f"E{header + 1}:E{last}"
    assert (day.formula1, day.formula2, str(day.sqref)) == ("DATE(2023,07,01)", "DATE(2024,01,01)", f"D{last}")
    assert whole.showErrorMessage and whole.error and whole.allow_blank


def test_a_form_that_was_filled_in_is_read_per_peildatum(twente: Ledger, tmp_path: Path) -> None:
    def fill(rows: dict[Any, tuple[Any, ...]]) -> None:
        rows[AUGUSTUS][4].value, rows[SEPTEMBER][4].value = 12, 0
        rows[SEPTEMBER][5].value = "een verhuizing ging niet door"
        rows[None][3].value, rows[None][4].value = datetime.date(2023, 9, 15), -2

    path = filled(form(twente, tmp_path), fill)
    plan = preview(twente, path)
    assert [(rij.gemeente, rij.peildatum, rij.aantal, rij.uitkomst) for rij in plan.rijen] == [
        ("Almelo", AUGUSTUS, 12, Uitkomst.NIEUW),
        ("Almelo", SEPTEMBER, 0, Uitkomst.NIEUW),
        ("Almelo", datetime.date(2023, 9, 15), -2, Uitkomst.NIEUW),
    ]
    assert write(twente, plan, bron=path.name)
    assert {(each.peildatum, each.aantal, each.bron) for each in twente.realisaties} == {
        (AUGUSTUS, 12, path.name),
        (SEPTEMBER, 0, path.name),
        (datetime.date(2023, 9, 15), -2, path.name),
    }
    again = preview(twente, path)
    assert {rij.uitkomst for rij in again.rijen} == {Uitkomst.GELIJK} and not again.writes()


def test_what_is_left_empty_is_skipped_and_not_zero(twente: Ledger, tmp_path: Path) -> None:
    plan = preview(twente, form(twente, tmp_path))
    assert plan.rijen == () and not plan.writes()


@pytest.mark.parametrize(
    ("column", "value", "melding"),
    [
        (0, "Borne", "Almelo"),
        (1, "GM0147", "Almelo"),
        (2, "2023", "is geen periode"),
        (3, "begin augustus", "begin augustus"),
        (4, "twaalf", "twaalf"),
        (4, 12.5, "12,5"),
        (4, "=6*2", "formule zonder uitkomst"),
    ],
)
def test_what_was_changed_is_told(twente: Ledger, tmp_path: Path, column: int, value: Any, melding: str) -> None:
    def fill(rows: dict[Any, tuple[Any, ...]]) -> None:
        rows[AUGUSTUS][4].value = 12
        rows[AUGUSTUS][column].value = value

    (rij,) = preview(twente, filled(form(twente, tmp_path), fill)).rijen
    assert (rij.uitkomst, rij.schrijft) == (Uitkomst.PROBLEEM, False)
    assert melding in rij.melding


@pytest.mark.parametrize("dated", [(1, 8), (8,), (8, 9)])
def test_only_the_count_without_its_day_is_refused(twente: Ledger, tmp_path: Path, dated: tuple[int, ...]) -> None:
    def fill(rows: dict[Any, tuple[Any, ...]]) -> None:
        rows[None][4].value = 15
        for day, row in rows.items():
            if day and day.month in dated:
                row[4].value = 12

    path = filled(form(twente, tmp_path), fill)
    plan = preview(twente, path)
    assert [(rij.peildatum.month, rij.aantal) for rij in plan.rijen if rij.schrijft and rij.peildatum] == [
        (month, 12) for month in sorted(dated, key=lambda month: (month < 7, month))
    ]
    (rij,) = plan.problemen
    assert (rij.aantal, rij.veld, rij.melding) == (15, "peildatum", "bij dit aantal staat geen peildatum")


def test_a_count_without_its_day_is_of_the_day_that_is_given(twente: Ledger, tmp_path: Path) -> None:
    def fill(rows: dict[Any, tuple[Any, ...]]) -> None:
        rows[None][4].value = 12

    path = filled(form(twente, tmp_path), fill)
    with pytest.raises(RegietafelError, match="De peildatum is niet bekend"):
        preview(twente, path)
    gelezen = read(read_sheets(path), REALISATIE, P, peildatum=AUGUSTUS, naam=path.name)
    (rij,) = make_plan(twente, gelezen, P, AUGUSTUS).rijen
    assert (rij.schrijft, rij.peildatum, rij.aantal) == (True, AUGUSTUS, 12)


def test_a_form_of_another_half_year_is_refused(twente: Ledger, tmp_path: Path) -> None:
    def fill(rows: dict[Any, tuple[Any, ...]]) -> None:
        rows[AUGUSTUS][4].value = 12

    path = filled(form(twente, tmp_path), fill)
    with pytest.raises(RegietafelError, match=r"staat de realisatie van 2023-II .*, niet van 2024-I"):
        read(read_sheets(path), REALISATIE, Periode(2024, 1), naam=path.name)


def test_one_for_every_member_or_none(twente: Ledger, tmp_path: Path) -> None:
    add_gemeente(twente, Gemeente(gm_code="GM0166", naam="Kampen", lid=False))
    paths = make_formulieren(twente, P, tmp_path)
    assert [path.name.split()[2] for path in paths] == ["Almelo", "Borne", "Enschede"]
    before = {path: path.read_bytes() for path in paths}
    paths[0].unlink()
    with pytest.raises(RegietafelError, match=r"staat al: Opgaveformulier 2023-II Borne"):
        make_formulieren(twente, P, tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == {path: before[path] for path in paths[1:]}
    assert len(make_formulieren(twente, P, tmp_path, overwrite=True)) == 3


@pytest.mark.parametrize("naam", ["=1+1", "B&W <Zuid>", "../../etc", "n" * 300, "’s-Gravendeel/Noord"])
def test_any_name_comes_back(twente: Ledger, tmp_path: Path, naam: str) -> None:
    edit_gemeente(twente, Gemeente(id=1, gm_code="GM0141", naam=naam))
    path = form(twente, tmp_path, naam)
    assert path.parent == tmp_path and len(path.name) < 110

    def fill(rows: dict[Any, tuple[Any, ...]]) -> None:
        rows[AUGUSTUS][4].value = 12

    assert all(row[0].data_type == "s" for row in rows_of(load_workbook(path).active).values())
    (rij,) = preview(twente, filled(path, fill)).rijen
    assert (rij.gemeente, rij.aantal) == (naam, 12)
