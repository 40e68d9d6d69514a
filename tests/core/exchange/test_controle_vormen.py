"""The controle reads a table in any layout: what adds up to what, and what is no table to check."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.catalog import STAND
from regietafel.errors import RegietafelError
from regietafel.exchange.controle.nakijken import controleer
from regietafel.exchange.spreadsheet import Blad, read_sheets
from tests.core.exchange import files
from tests.core.exchange.tabellen import cells, check, save


def test_years_as_headings_are_added_up_each() -> None:
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
@settings(max_examples=300)
def test_no_sheet_makes_it_fall_over(rows: list[list[files.Cell]]) -> None:
    try:
        cells(check(*rows))
    except RegietafelError as error:
        assert str(error).startswith("Hierin staat geen tabel")
