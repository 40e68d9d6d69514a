"""Bijlage A from any spreadsheet: what is a gemeente, what is not, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.aantal import HIGHEST, read_number
from regietafel.exchange.gelezen import Gelezen
from regietafel.exchange.namen import without_mark
from regietafel.i18n import MINUS, format_number
from tests.core.exchange import files
from tests.core.exchange.files import read_taakstelling

HEADER: list[files.Cell] = ["Gemeente", "Inwoners", "Taakstelling", "waarvan amv"]


def read(folder: Path, *rows: list[files.Cell], header: list[files.Cell] | None = None) -> Gelezen:
    return read_taakstelling(files.xlsx(folder / "t.xlsx", [header or HEADER, *rows]))


def summary(gelezen: Gelezen) -> list[tuple[str | int | None, ...]]:
    return [(regel.naam, *map(regel.waarden.get, ("taakstelling", "amv", "inwoners"))) for regel in gelezen.regels]


def check_complete(gelezen: Gelezen) -> None:
    assert len(gelezen.regels) == 342
    assert gelezen.som == 27_300
    assert sum(regel.waarden["inwoners"] or 0 for regel in gelezen.regels) == 17_590_672
    assert sum(regel.waarden["amv"] or 0 for regel in gelezen.regels) == 2_000
    assert gelezen.problemen == ()
    assert [without_mark(regel.naam) for regel in gelezen.regels] == [row["gemeente"] for row in files.bijlage_a()]
    assert [regel.provincie.replace("Fryslân", "Friesland") for regel in gelezen.regels] == [
        row["provincie"] for row in files.bijlage_a()
    ]


# The whole table


@pytest.mark.parametrize("suffix", files.WRITERS)
def test_the_table_from_every_kind_of_file(tmp_path: Path, suffix: str) -> None:
    gelezen = read_taakstelling(files.write(tmp_path, suffix, files.flat()))
    check_complete(gelezen)
    assert gelezen.overgeslagen == ()
    assert (gelezen.regels[0].rij, gelezen.regels[-1].rij) == (2, 343)


def test_the_file_that_ships() -> None:
    check_complete(read_taakstelling(files.BIJLAGE_A))


@pytest.mark.parametrize("suffix", files.WRITERS)
def test_the_table_as_the_circulaire_prints_it(tmp_path: Path, suffix: str) -> None:
    rows = files.printed()
    if suffix == ".cp1252.csv":  # which knows no raised 3 and 2 beyond these
        rows = [[cell.replace("⁴", "4)") if isinstance(cell, str) else cell for cell in row] for row in rows]
    gelezen = read_taakstelling(files.write(tmp_path, suffix, rows))
    check_complete(gelezen)
    assert gelezen.gedrukt_totaal == 27_300
    skipped: dict[str, int] = {}
    for row in gelezen.overgeslagen:
        skipped[row.reden] = skipped.get(row.reden, 0) + 1
    # The first provincie stands above the first header and is seen as the title is.
    assert skipped == {"kop": 11, "totaal": 12, "totaal van het land": 1, "toelichting": 3}
    totals = [row.aantal for row in gelezen.overgeslagen if row.reden == "totaal"]
    assert sum(total or 0 for total in totals) == 27_300
    assert rows[gelezen.regels[0].rij - 1][0] == gelezen.regels[0].naam  # the row as the user sees it


def test_columns_in_another_order_and_some_missing(tmp_path: Path) -> None:
    path = files.xlsx(tmp_path / "t.xlsx", files.columns(files.flat(), 4, 3, 1))
    gelezen = read_taakstelling(path)
    assert (len(gelezen.regels), gelezen.som) == (342, 27_300)
    assert {regel.waarden.get("inwoners") for regel in gelezen.regels} == {None}
    gelezen = read_taakstelling(files.xlsx(tmp_path / "u.xlsx", files.columns(files.flat(), 3, 1)))
    assert gelezen.som == 27_300
    assert {regel.waarden.get("amv") for regel in gelezen.regels} == {None}


def test_the_name_of_the_provincie_as_heading_of_the_column(tmp_path: Path) -> None:
    rows: list[list[files.Cell]] = []
    for provincie in ("Utrecht", "Provincie Zeeland"):
        rows += [[provincie, "Inwoners", "Taakstelling"], ["Utrecht" if provincie == "Utrecht" else "Goes", 5, 7], []]
    gelezen = read_taakstelling(files.xlsx(tmp_path / "t.xlsx", rows))
    assert [(regel.naam, regel.provincie) for regel in gelezen.regels] == [("Utrecht", "Utrecht"), ("Goes", "Zeeland")]


# Utrecht and Groningen are a gemeente and a provincie


def test_a_gemeente_named_as_its_provincie_under_its_heading(tmp_path: Path) -> None:
    gelezen = read(tmp_path, ["Utrecht"], ["Amersfoort", 9, 3], ["Utrecht", 9, 5], ["Groningen"], ["Groningen", 9, 4])
    assert [regel.naam for regel in gelezen.regels] == ["Amersfoort", "Utrecht", "Groningen"]
    assert [row.rij for row in gelezen.overgeslagen] == [2, 5]
    assert gelezen.problemen == ()


@pytest.mark.parametrize("total_first", [True, False])
def test_the_total_of_the_provincie_under_the_name_of_the_gemeente(tmp_path: Path, total_first: bool) -> None:
    rows: list[list[files.Cell]] = [["Amersfoort", 9, 3], ["Utrecht", 9, 5], ["Zeist", 9, 2]]
    total: list[files.Cell] = ["Utrecht", 27, 10]
    before: list[list[files.Cell]] = [["Zeeland", 9, 1], ["Goes", 9, 1]]
    gelezen = read(tmp_path, *before, *([total, *rows] if total_first else [["Utrecht"], *rows, total]))
    assert [(regel.naam, regel.waarden["taakstelling"]) for regel in gelezen.regels] == [
        ("Goes", 1),
        ("Amersfoort", 3),
        ("Utrecht", 5),
        ("Zeist", 2),
    ]
    assert [(row.tekst, row.aantal) for row in gelezen.overgeslagen if row.aantal] == [("Zeeland", 1), ("Utrecht", 10)]


def test_a_list_of_provincies_holds_no_gemeente(tmp_path: Path) -> None:
    gelezen = read(tmp_path, ["Groningen", 9, 1], ["Friesland", 9, 2], ["Utrecht", 9, 3], ["Limburg", 9, 4])
    assert gelezen.regels == ()
    assert [row.reden for row in gelezen.overgeslagen] == ["totaal van de provincie"] * 4


def test_a_provincie_that_says_so_is_no_gemeente(tmp_path: Path) -> None:
    gelezen = read(tmp_path, ["Provincie Utrecht", 9, 5], ["Utrecht (provincie)", 9, 5], ["Utrecht", 9, 5])
    assert [regel.rij for regel in gelezen.regels] == [4]


def test_a_gemeente_without_a_number_is_a_problem_not_a_heading(tmp_path: Path) -> None:
    gelezen = read(tmp_path, ["Utrecht"], ["Utrecht"], ["Zeist"], ["Iets heel anders"])
    assert [(probleem.rij, probleem.melding) for probleem in gelezen.problemen] == [
        (3, "het aantal ontbreekt"),
        (4, "het aantal ontbreekt"),
    ]
    assert [row.reden for row in gelezen.overgeslagen] == ["kop", "toelichting"]


# Headers


@pytest.mark.parametrize(
    "header",
    [
        [["Gemeente", "Taakstelling"]],
        [["gemeente_naam", "TAAKSTELLING 2023-II"]],
        [["Taakstelling per gemeente", None], ["Gemeenten", "Taakstelling²"]],
        [["Gemeente", "Taakstelling", None], [None, "totaal", "waarvan amv"]],
        [[None, "Taakstelling"], ["Gemeente", "2e helft"]],
        [["Naam gemeente", "Taakstelling (incl. amv)", "Taakstelling excl. amv", "% van de taakstelling"]],
        [["Bron: circulaire"], [], ["Gemeente", "Taakstelling"]],
    ],
)
def test_the_header_is_found_wherever_it_stands(tmp_path: Path, header: list[list[files.Cell]]) -> None:
    rows: list[list[files.Cell]] = [*header, ["Almelo", 113, 8, 0]]
    gelezen = read_taakstelling(files.xlsx(tmp_path / "t.xlsx", rows))
    assert [(regel.naam, regel.waarden["taakstelling"], regel.rij) for regel in gelezen.regels] == [
        ("Almelo", 113, len(rows))
    ]
    assert gelezen.regels[0].waarden.get("amv") == (8 if len(header) == 2 and len(header[0]) == 3 else None)


def test_no_header_no_table(tmp_path: Path) -> None:
    path = files.xlsx(tmp_path / "t.xlsx", [["Almelo", 113], ["Borne", 37]])
    with pytest.raises(RegietafelError, match=r"In t\.xlsx staat geen tabel met de kolommen “Gemeente” en “Taakst"):
        read_taakstelling(path)


def test_two_columns_taakstelling_need_the_period(tmp_path: Path) -> None:
    rows: list[list[files.Cell]] = [["Gemeente", "Taakstelling 2023-I", "Taakstelling 2023-II"], ["Almelo", 88, 113]]
    path = files.xlsx(tmp_path / "t.xlsx", rows)
    assert read_taakstelling(path, Periode(2023, 2)).som == 113
    assert read_taakstelling(path, Periode(2023, 1)).som == 88
    with pytest.raises(RegietafelError, match="rij 1: 2 kolommen heten “taakstelling”"):
        read_taakstelling(path)
    with pytest.raises(RegietafelError, match=r"van 2023-I en 2023-II \(Sheet, rij 1\), niet van 2024-I"):
        read_taakstelling(path, Periode(2024, 1))


def test_a_code_will_do_for_a_name(tmp_path: Path) -> None:
    rows: list[list[files.Cell]] = [["GM-code", "Taakstelling"], ["GM0141", 113], [153, 247]]
    gelezen = read_taakstelling(files.xlsx(tmp_path / "t.xlsx", rows))
    assert [(regel.gm_code, regel.waarden["taakstelling"]) for regel in gelezen.regels] == [
        ("GM0141", 113),
        ("153", 247),
    ]


def test_all_sheets_but_not_hidden_ones(tmp_path: Path) -> None:
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    files.fill(book.active, [["Toelichting"]])
    for naam, state in (("Almelo", "visible"), ("Borne", "visible"), ("Enschede", "hidden")):
        sheet = book.create_sheet(naam)
        files.fill(sheet, [HEADER, [naam, 9, 5]])
        sheet.sheet_state = state
    book.save(tmp_path / "t.xlsx")
    gelezen = read_taakstelling(tmp_path / "t.xlsx")
    assert gelezen.bladen == ("Almelo", "Borne")
    assert [(regel.blad, regel.naam) for regel in gelezen.regels] == [("Almelo", "Almelo"), ("Borne", "Borne")]


# Rows


def test_hostile_names_are_read_as_they_are(tmp_path: Path) -> None:
    names = ["B&W <Zuid>", "=1+1", "O'Brien", "x" * 300, "<img src=x>", "%s{naam}", "'; DROP TABLE gemeente; --"]
    gelezen = read(tmp_path, *[files.row(naam, 9, 5, 4) for naam in names])
    assert [regel.naam for regel in gelezen.regels] == names


def test_a_number_without_a_name_is_a_problem_unless_it_is_the_sum(tmp_path: Path) -> None:
    header: list[files.Cell] = ["Gemeente", None, "Taakstelling"]  # merged above two columns
    gelezen = read(tmp_path, [None, "Almelo", 5], [None, "Borne", "7"], [None, "x", "zie noot"], header=header)
    assert gelezen.regels == () and gelezen.gedrukt_totaal is None
    assert [(each.rij, each.naam, each.veld, each.melding) for each in gelezen.problemen] == [
        (2, "Almelo", "gemeente", "bij dit aantal staat geen naam in de kolom “Gemeente”"),
        (3, "Borne", "gemeente", "bij dit aantal staat geen naam in de kolom “Gemeente”"),
    ]
    rows: list[list[files.Cell]] = [["Almelo", 9, 5], ["Borne", 9, 6], [None, 18, 11]]
    rows += [["Losser", 9, 7], ["Wierden", 9, 8], [None, 18, 15], [None, 36, 26]]
    gelezen = read(tmp_path, *rows)
    assert (gelezen.som, gelezen.problemen) == (26, ())
    assert [(row.rij, row.aantal) for row in gelezen.overgeslagen] == [(4, 11), (7, 15), (8, 26)]
    assert [each.rij for each in read(tmp_path, ["Almelo", 9, 5], [None, 9, 5]).problemen] == [3]


def test_the_total_of_a_veiligheidsregio_is_no_gemeente(tmp_path: Path) -> None:
    rows: list[list[files.Cell]] = [["Twente"], ["Almelo", 9, 5], ["Veiligheidsregio Twente", 9, 5], ["Twente", 9, 5]]
    gelezen = read(tmp_path, *rows, ["Regio Utrecht", 9, 5], ["Utrecht", 9, 5], ["Groningen", 9, 6])
    assert [regel.naam for regel in gelezen.regels] == ["Almelo", "Utrecht", "Groningen"]
    assert [row.reden for row in gelezen.overgeslagen] == ["kop", *["totaal van de veiligheidsregio"] * 3]
    gelezen = read(tmp_path, ["GM0183", "Twente", 5], header=["Code", "Gemeente", "Taakstelling"])
    assert [regel.gm_code for regel in gelezen.regels] == ["GM0183"]


def test_problems_are_values_with_their_place(tmp_path: Path) -> None:
    gelezen = read(
        tmp_path,
        ["Almelo", 9, -4],
        ["Borne", 9, 12.5],
        ["Dinkelland", 9, "n.v.t."],
        ["Enschede", 9, None],
        ["Haaksbergen", 9, 5, 6],
        ["Hellendoorn", "73,1", 5, "?"],
        ["Losser", 9, HIGHEST + 1],
        ["Tubbergen", 73.155, 5],
        ["Twenterand", "-", 5, "–"],
    )
    assert [(probleem.rij, probleem.naam, probleem.veld, probleem.melding) for probleem in gelezen.problemen] == [
        (2, "Almelo", "taakstelling", "−4 is negatief"),
        (3, "Borne", "taakstelling", "12,5 is geen geheel aantal"),
        (4, "Dinkelland", "taakstelling", "“n.v.t.” is geen geheel aantal"),
        (5, "Enschede", "taakstelling", "het aantal ontbreekt"),
        (6, "Haaksbergen", "amv", "waarvan amv (6) is meer dan de taakstelling (5)"),
        (7, "Hellendoorn", "amv", "“?” is geen geheel aantal"),
        (7, "Hellendoorn", "inwoners", "“73,1” is geen geheel aantal"),
        (8, "Losser", "taakstelling", "100.000.000 is onwaarschijnlijk veel"),
        (9, "Tubbergen", "inwoners", "73,155 is geen geheel aantal"),
    ]
    assert summary(gelezen) == [("Twenterand", 5, None, None)]
    assert {probleem.blad for probleem in gelezen.problemen} == {"Sheet"}


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("73.155", 73155),
        (73155, 73155),
        (73155.0, 73155),
        ("73155.0", 73155),
        ("73 155", 73155),
        ("73\u00a0155", 73155),
        ("1.234.567", 1234567),
        ("211 4)", 211),
        ("211⁴", 211),
        ("211*", 211),
        (" 5 ", 5),
        ("12,0", 12),
        ("73,00", 73),
        ("1.000,00", 1000),
        ("+3", 3),
        ("0", 0),
    ],
)
def test_a_whole_number_is_read_however_it_is_written(value: str | float, number: int) -> None:
    assert read_number(value) == number


@pytest.mark.parametrize(
    "value", ["−4", "-4", "12,5", "1.23", "73,155", "WAAR", "", "vijf", "1e3", 0.1, float("inf"), float("nan")]
)
def test_what_is_no_whole_number_is_refused(value: str | float) -> None:
    with pytest.raises(ValueError, match=r"geheel aantal|negatief|ontbreekt"):
        read_number(value)


@pytest.mark.parametrize("value", ["1,000", "73,000", " 1,000,000 ", "1.234,000"])
def test_thousands_with_a_comma_are_not_guessed(value: str) -> None:
    with pytest.raises(ValueError, match=r"^“.*” is dubbelzinnig: schrijf [1-9.0]+ of [1-9.0]+$"):
        read_number(value)


@given(st.integers(0, HIGHEST))
def test_every_count_is_read_however_it_is_written(number: int) -> None:
    for written in (number, float(number), str(number), format_number(number), f"{number},0", f" {number}⁴"):
        assert read_number(written) == number
    if number:
        with pytest.raises(ValueError, match="negatief"):
            read_number(MINUS + format_number(number))


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.none()))
def test_anything_is_a_count_or_a_sentence(value: str | float | None) -> None:
    try:
        assert 0 <= read_number(value) <= HIGHEST
    except ValueError as error:
        assert any(words in str(error) for words in ("geheel aantal", "negatief", "veel", "ontbreekt", "dubbel"))
