"""The controle finds what a calculator finds in the official tables, and nothing else; in any layout of them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from regietafel.catalog import STAND
from regietafel.domain.verdeelsleutel import Methode, Samen, verdeel
from regietafel.errors import RegietafelError
from regietafel.exchange.controle.land import sommen_per_gebied
from regietafel.exchange.controle.nakijken import Bevinding, controleer
from regietafel.exchange.controle.rij import Niveau
from regietafel.exchange.controle.tabel import tabellen
from regietafel.exchange.spreadsheet import Blad, read_sheets
from regietafel.reference import gemeenten, known_provincie, known_veiligheidsregio
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
@settings(max_examples=40, deadline=None)
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
@settings(max_examples=15, deadline=None)
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


def save(path: Path, rows: files.Rows, *merged: str) -> Path:
    workbook = Workbook()
    assert workbook.active is not None
    sheet = workbook.active
    sheet.title = "Tabel 1"
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    workbook.save(path)
    return path


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


def test_years_as_headings() -> None:
    rows = [("Gemeente", 2021, 2022), ("Almelo", 10, 20), ("Borne", 1, 2), ("Totaal", 11, 23)]
    assert cells(check(*rows)) == [(4, "2022", 23, 22)]


def test_the_list_of_coa() -> None:
    head = ["Gemeente", "Taakstelling", "Voor-/achterstand 1-1-2023", "Totale taakstelling", "Gerealiseerd"]
    rows: list[list[files.Cell]]
    rows = [["Almelo", 100, 10, 110, 20, 90], ["Borne", 30, -3, 27, 10, 17], ["Hengelo (O.)", 90, 0, 91, 20, 71]]
    assert cells(check([*head, "Nog te huisvesten"], *rows)) == [(4, "Totale taakstelling", 91, 90)]


def test_takes_the_inhabitants_of_the_year_before() -> None:
    head, *rows = files.flat()
    head[2:2] = ["Inwoners 1-1-2024"]
    assert check(head, *[[*row[:2], 1000, *row[2:]] for row in rows]) == ()


def test_of_a_region_the_verdeelsleutel_cannot_be_checked() -> None:
    head, *rows = files.flat()
    overijssel = [row for row in rows if row[0] == "Overijssel"]
    overijssel[0][3] = 114
    assert check(head, *overijssel) == ()


# Each rule by itself


def test_verschil_either_way_round() -> None:
    head = ("Gemeente", "Opgave", "Realisatie", "Verschil")
    assert check(head, ("Almelo", 113, 20, 93), ("Borne", 38, 40, -2)) == ()
    assert check(head, ("Almelo", 113, 20, -93), ("Borne", 38, 40, 2)) == ()
    assert cells(check(head, ("Almelo", 113, 20, 93), ("Borne", 38, 40, 2))) == [(3, "Verschil", 2, -2)]


def test_amv_are_part_of_the_taakstelling() -> None:
    (found,) = check(("Gemeente", "Taakstelling", "waarvan amv"), ("Almelo", 113, 9), ("Borne", 38, 40))
    assert found.melding == "Borne: amv zijn een deel van de taakstelling, dus hoogstens 38; er staat 40."


def test_opgave_of_our_own_export() -> None:
    head = [field.label for field in STAND]
    almelo = ("Almelo", "113", "+5", "−3", "–", "115", "20", "01-10-2023", "95", "–", "–")
    assert check(head, almelo) == ()
    (found,) = check(head, ("Borne", "38", "−5", "–", "–", "36", "6", "01-10-2023", "30", "–", "–"))
    assert found.melding == (
        "Borne: 38 (Taakstelling) − 5 (Herverdeling) is 33; er staat 36. Onverklaard verschil: −3."
    )


def test_half_years_beside_each_other_connect() -> None:
    head = ["Provincie"]
    for periode in ("2019-I", "2019-II"):
        head += [
            f"{naam} {periode}" for naam in ("Achterstand begin", "Taakstelling", "Realisatie", "Achterstand eind")
        ]
    found = check(
        head, ("Drenthe", 61, 172, 142, 91, 91, 172, 157, 106), ("Flevoland", 9, 142, 116, 35, 36, 142, 101, 77)
    )
    assert cells(found) == [(3, "Achterstand begin 2019-II", 36, 35)]


def test_a_column_of_totals() -> None:
    head = ("Gemeente", "COA", "Noodopvang", "Oekraïne", "Totaal")
    rows = [
        ("Almelo", 100, 20, 30, 150),
        ("Borne", 5, 6, 7, 18),
        ("Enschede", 5, 5, 5, 16),
        ("Hengelo", 1, None, 1, 2),
        ("Totaal", 111, 31, 43, 185),
    ]
    assert cells(check(head, *rows)) == [(4, "Totaal", 16, 15), (6, "Totaal", 185, 186)]


def test_subtotals_and_the_total_of_all() -> None:
    head = ("Locatie", "Plaatsen")
    rows = [("A", 10), ("B", 20), ("Subtotaal", 30), ("C", 5), ("D", 6), ("Subtotaal", 12), ("Totaal", 41)]
    assert cells(check(head, *rows)) == [(7, "Plaatsen", 12, 11)]
    assert cells(check(head, *rows[:-1], ("Totaal", 40)))[-1] == (8, "Plaatsen", 40, 41)


def test_a_row_of_the_country_beside_a_region_is_no_total_of_it() -> None:
    head = ("Gemeente", "Opgave", "Realisatie")
    assert "27.300" not in str(
        check(head, ("Almelo", 113, 20), ("Borne", 38, 9), ("Totaal", 151, 29), ("Nederland", 27300, 9))
    )


def test_percentages_and_codes_are_not_added_up() -> None:
    head = ("Gemeente", "Code", "Voortgang %", "Inwoners")
    assert check(head, ("Almelo", 141, 18, 10), ("Borne", 147, 26, 20), ("Totaal", 1, 22, 30)) == ()


# What is no number, no table, no small table


def test_text_for_a_number_is_a_finding_and_a_dash_is_not() -> None:
    head = ("Gemeente", "Opgave", "Realisatie", "Verschil")
    rows = [("Almelo", "113 1)", "20", "93"), ("Borne", "38", "circa 10", "28"), ("Rozendaal", "-", "n.v.t.", "–")]
    (found,) = check(head, *rows, ("1) met de gemeente afgesproken",), ("Hengelo", 5, 3, 2))
    assert (found.rij, found.kolom, found.gedrukt, found.berekend, found.verschil) == (
        3,
        "Realisatie",
        None,
        None,
        None,
    )
    assert found.melding == "Borne: “circa 10” is geen geheel aantal. Deze cel is niet meegeteld."


def test_a_total_that_is_a_formula_without_outcome_is_said(tmp_path: Path) -> None:
    rows: list[list[files.Cell]] = [["Gemeente", "Opgave", "Realisatie", "Verschil"], ["Almelo", 113, 20, 93]]
    rows.append(["Borne", 38, 10, 28])
    path = save(tmp_path / "formule.xlsx", [*rows, ["Totaal", "=SUM(B2:B3)", 30, 121]])
    (found,) = controleer(read_sheets(path))
    assert cells([found]) == [(4, "Opgave", None, None)]
    assert "sla het opnieuw op" in found.melding


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Recept", "Gram"], ["meel", "500"], ["suiker", "20"]],
        [["Geachte heer, mevrouw,"], ["hierbij de taakstelling."]],
        [["Gemeente", "Taakstelling"], ["Almelo", 113], ["Borne", 38]],
        [[None, None], [1, 2, 3], [4, 5, 6]],
    ],
)
def test_nothing_to_check_is_said(rows: list[list[files.Cell]]) -> None:
    with pytest.raises(RegietafelError, match=r"^Hierin staat geen tabel met iets om na te rekenen\. "):
        check(*rows)


def test_a_sheet_that_is_hidden_is_left_out() -> None:
    rows = (("Gemeente", "Taakstelling"), ("Almelo", 113), ("Totaal", 114))
    with pytest.raises(RegietafelError):
        controleer([Blad("oud", rows, verborgen=True)])


WORDS = [
    "Gemeente", "Opgave", "Realisatie", "Verschil", "Totaal", "subtotaal", "begin", "eind", "inwoners", "amv", "niveau",
    "taakstelling_2023_II", "periode", "2019-1", "provincie", "Utrecht", "Overijssel", "Twente", "-", "–", "12.5", "−4",
]  # fmt: skip
CELLS = st.one_of(
    st.none(),
    st.integers(-200, 30_000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(WORDS),
    st.text(max_size=8),
)


@given(st.lists(st.lists(CELLS, max_size=7), max_size=14))
@settings(max_examples=300, deadline=None)
def test_no_sheet_makes_it_fall_over(rows: list[list[files.Cell]]) -> None:
    try:
        cells(check(*rows))
    except RegietafelError as error:
        assert str(error).startswith("Hierin staat geen tabel")


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
