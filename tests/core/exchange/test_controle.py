"""The controle finds what a calculator finds in the official tables, and nothing else."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.domain.verdeelsleutel import Methode, Samen, verdeel
from regietafel.exchange.controle.land import sommen_per_gebied
from regietafel.exchange.controle.nakijken import controleer
from regietafel.exchange.controle.rij import Niveau
from regietafel.exchange.controle.tabel import tabellen
from regietafel.exchange.spreadsheet import Blad, read_sheets
from regietafel.reference import gemeenten, known_provincie, known_veiligheidsregio
from tests.core.exchange import files
from tests.core.exchange.tabellen import EXPECTED, LANDELIJK, OPVANG, TABEL_1, cells, check, rows_of, save


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_finds_what_a_calculator_finds(path: Path) -> None:
    found = controleer(read_sheets(path))
    assert cells(found) == EXPECTED[path]
    assert {each.tabel for each in found} <= {path.stem}


def test_says_how_it_was_computed() -> None:
    said = {(each.rij, each.kolom): each.melding for path in EXPECTED for each in controleer(read_sheets(path))}
    assert said[2, "achterstand_eind"] == (
        "2019-I: 2.921 (achterstand_begin) + 6.012 (taakstelling) − 6.379 (realisatie) is 2.554; er staat 2.540."
        " Onverklaard verschil: +14."
    )
    assert said[7, "achterstand_begin"] == (
        "2021-II: 2021-I eindigt (rij 6) met 5.584; er staat 5.586. Onverklaard verschil: −2."
    )
    assert said[39, "coa_regulier_verschil"] == (
        "Totaal: 77.100 (coa_regulier_opgave) − 35.152 (coa_regulier_realisatie) is 41.948"
        " en de 12 provincies tellen op tot 41.948; er staat 41.947."
    )
    assert said[14, "opgave_extra"] == "Totaal: de 12 provincies tellen op tot 1.601; er staat 1.600."


@pytest.mark.parametrize("path", [TABEL_1, OPVANG, LANDELIJK], ids=lambda path: path.stem)
@given(data=st.data())
@settings(max_examples=40)
def test_notices_any_figure_that_is_changed(path: Path, data: st.DataObject) -> None:
    rows = rows_of(path)
    places = [
        (row, column)
        for row in range(1, len(rows))
        for column, cell in enumerate(rows[row])
        if isinstance(cell, str) and cell.lstrip("-").isdigit()
    ]
    row, column = data.draw(st.sampled_from(places))
    changed = [list(cells) for cells in rows]
    changed[row][column] = str(int(str(rows[row][column])) + data.draw(st.integers(10, 10_000)))
    before, after = check(*rows), check(*changed)
    assert set(cells(after)) - set(cells(before))
    # Only what is summed with it: the same row, the same column, or a stand or verschil that follows from it.
    kop = str(rows[0][column])
    assert all(each.rij == row + 1 or each.kolom == kop or "stand" in each.kolom for each in set(after) - set(before))


def fits_its_own_total(rows: list[list[Any]], column: int) -> bool:
    """Whether the column is exactly what the verdeelsleutel gives for its sum: then there is nothing to notice."""
    inwoners = {row[1]: row[2] for row in rows[1:]}
    totals = [sum(row[which] for row in rows[1:]) for which in (3, 4)]
    islands = Samen(("Ameland", "Schiermonnikoog", "Terschelling", "Vlieland"), "Leeuwarden")
    made = verdeel(inwoners, totals[0], Methode.ADAMS, [islands], totals[1]).regels
    return [regel.aantal if column == 3 else regel.amv for regel in made] == [row[column] for row in rows[1:]]


@given(row=st.integers(1, 342), shift=st.sampled_from([-3, -1, 1, 2, 40]), column=st.sampled_from([3, 4]))
@settings(max_examples=15)
def test_one_changed_number_of_the_country_is_the_only_finding(row: int, shift: int, column: int) -> None:
    rows = files.flat()
    number = rows[row][column]
    assert isinstance(number, int)
    rows[row][column] = max(number + shift, 0)
    if rows[row][column] == number or fits_its_own_total(rows, column):
        return  # the last to get a place, or the next: the column fits a national number that is one lower or higher
    found = cells(check(*rows))
    assert (row + 1, str(rows[0][column]), rows[row][column], number) in found
    # More amv than taakstelling is a second finding about the same row.
    assert {rij for rij, *_rest in found} == {row + 1}


# In the layouts people make of them


def tabel_1_for_people() -> list[list[files.Cell]]:
    """Two lines of headings, the upper one above several columns; no column that says what a row counts."""
    above = ["Opvang Oekraïne", None, None, "COA regulier", None, None, "COA noodopvang", "Crisisnoodopvang"]
    below = ["Opgave per 1-4-2023", "Realisatie per 1 mei", "Verschil", "Opgave", "Realisatie", "Verschil"]
    numbers = [[int(cell) if isinstance(cell, str) else None for cell in row[3:]] for row in rows_of(TABEL_1)[1:]]
    return [
        ["Opgaven opvang en huisvesting, versie 2 mei 2023"],
        [],
        ["Provincie / veiligheidsregio", *above, "Huisvesting 2023-I", None, None, "Huisvesting 2023-II"],
        [None, *below, "Realisatie", "Realisatie", "Taakstelling", "Realisatie", "Verschil", "Taakstelling"],
        *[[row[2], *cells] for row, cells in zip(rows_of(TABEL_1)[1:], numbers, strict=True)],
        [],
        ["Bron: COA. 1) Voorlopige cijfers; de taakstelling staat in de circulaire."],
    ]


def test_reads_merged_headings_and_tells_provincies_from_regios(tmp_path: Path) -> None:
    rows = tabel_1_for_people()
    merged = ("A3:A4", "B3:D3", "E3:G3", "J3:L3")
    path = save(tmp_path / "tabel.xlsx", rows, *merged)
    (found,) = controleer(read_sheets(path))
    assert (found.tabel, found.rij, found.kolom) == ("Tabel 1", 42, "COA regulier Verschil")
    assert (found.gedrukt, found.berekend, found.verschil) == (41947, 41948, 1)
    twente = next(row for row in rows if row and row[0] == "Twente")
    twente[9] = 765  # taakstelling 2023-I was 764
    found = next(each for each in controleer(read_sheets(save(path, rows, *merged))) if "Overijssel" in each.melding)
    assert found.melding == "Overijssel: de 2 veiligheidsregio’s tellen op tot 1.414; er staat 1.413."


@pytest.mark.parametrize("suffix", files.WRITERS)
def test_reads_bijlage_a_as_printed_in_every_kind_of_file(tmp_path: Path, suffix: str) -> None:
    rows = files.printed()
    assert controleer(read_sheets(files.write(tmp_path, suffix, rows))) == ()
    place = next(place for place, row in enumerate(rows) if row and row[0] == "Overijssel totaal")
    rows[place][2] = "1.821"
    (found,) = controleer(read_sheets(files.write(tmp_path, suffix, rows)))
    assert (found.rij, found.gedrukt, found.berekend) == (place + 1, 1821, 1820)
    assert found.melding == "Overijssel totaal: de 25 rijen tellen op tot 1.820; er staat 1.821."


def test_counts_the_wadden_with_leeuwarden() -> None:
    rows = files.flat()
    ameland = next(row for row in rows if row[1] == "Ameland")
    ameland[3] = 1
    (found,) = check(*rows)
    assert found.melding == (
        "Ameland: 3.757 inwoners geven volgens de verdeelsleutel (Adams, 27.300 over het land) 0; er staat 1."
    )


def test_a_country_cut_in_a_sheet_per_provincie() -> None:
    head, *rows = files.flat()
    bladen = [
        Blad(provincie, (tuple(head), *(tuple(row) for row in rows if row[0] == provincie)))
        for provincie in dict.fromkeys(str(row[0]) for row in rows)
    ]
    assert len(bladen) == 12 and controleer(bladen) == ()
    overijssel = next(blad for blad in bladen if blad.naam == "Overijssel")
    wrong = tuple((*row[:3], 114, 9) if row[1] == "Almelo" else row for row in overijssel.rijen)
    (found,) = controleer([Blad("Overijssel", wrong) if blad is overijssel else blad for blad in bladen])
    assert (found.tabel, found.gedrukt, found.berekend) == ("Overijssel", 114, 113)


def test_a_provincie_named_as_one_of_its_gemeenten() -> None:
    rows: list[list[files.Cell]] = [["Gemeente", "Taakstelling 2023-II"]]
    for provincie, block in groupby(files.bijlage_a(), key=lambda row: row["provincie"]):
        numbers = [(row["gemeente"], int(row["taakstelling_2023-II"])) for row in block]
        rows += [list(each) for each in numbers] + [[provincie, sum(aantal for _naam, aantal in numbers)]]
    rows.append(["Nederland", 27_300])
    assert check(*rows) == ()
    place = max(place for place, row in enumerate(rows) if row[0] == "Utrecht")
    rows[place][1] = 2_127
    assert [each.melding for each in check(*rows)] == ["Utrecht: de 26 rijen tellen op tot 2.126; er staat 2.127."]


def test_totals_of_regios_above_their_gemeenten() -> None:
    rows: list[list[files.Cell]] = [
        ["Gemeente", "Taakstelling"],
        ["IJsselland", 150],
        ["Deventer", 100],
        ["Zwolle", 51],
    ]
    assert cells(check(*rows, ["Totaal", 151])) == []  # too few of its gemeenten to say
    regio = [each for each in gemeenten() if each.veiligheidsregio == "IJsselland"]
    rows[2:] = [[each.naam, 10] for each in regio]
    assert cells(check(*rows)) == [(2, "Taakstelling", 150, 10 * len(regio))]


# Sums per area


def test_sums_of_bijlage_a_per_area_equal_tabel_1() -> None:
    (blad,) = read_sheets(files.BIJLAGE_A)
    (tabel,) = tabellen(blad)
    sums = {(each.niveau, each.gebied.code): each for each in sommen_per_gebied(tabel)}
    assert all(each.volledig for each in sums.values())
    printed = {"provincie": 0, "veiligheidsregio": 0}
    for niveau, _provincie, naam, *numbers in rows_of(TABEL_1)[1:-1]:
        gebied = (known_provincie if niveau == "provincie" else known_veiligheidsregio)(str(naam))
        assert gebied is not None and isinstance(niveau, str)
        som = sums[Niveau.PROVINCIE if niveau == "provincie" else Niveau.REGIO, gebied.code]
        assert som.sommen["taakstelling_2023-II"] == int(str(numbers[-1])), naam
        printed[niveau] += 1
    assert printed == {"provincie": 12, "veiligheidsregio": 25} and len(sums) == 37


def test_two_tables_are_compared_per_area() -> None:
    (bijlage,), (tabel_1,) = read_sheets(files.BIJLAGE_A), read_sheets(TABEL_1)
    assert cells(controleer([bijlage, tabel_1])) == EXPECTED[TABEL_1]
    changed = tuple((*row[:-1], "986") if row[2] == "Twente" else row for row in tabel_1.rijen)
    found = controleer([bijlage, Blad("tabel 1", changed)])
    assert "Twente: de 14 gemeenten in de tabel taakstelling_2023-II_bijlage_A tellen op tot 985; er staat 986." in [
        each.melding for each in found
    ]
