"""Every kind of table by the same reader: which columns it takes, what a number means, what it says beside it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from regietafel.domain.periode import Periode
from regietafel.exchange.indeling import guess_soort
from regietafel.exchange.lezen import read
from regietafel.exchange.soort import Soort, veld_of
from regietafel.exchange.soorten import BEGINSTAND, INWONERS, OVERZICHT, REALISATIE, SOORTEN, TAAKSTELLING
from regietafel.exchange.spreadsheet import read_sheets
from tests.core.exchange import files
from tests.core.exchange.bladen import SEPTEMBER, Cells, P, blad, lees, refusal, values

# Words of headings


@pytest.mark.parametrize(
    ("soort", "heading", "veld"),
    [
        (TAAKSTELLING, "Taakstelling amv", "amv"),
        (TAAKSTELLING, "Taakstelling provincie", "provincie"),
        (TAAKSTELLING, "Taakstelling per provincie", "taakstelling"),
        (REALISATIE, "Realisatie", "realisatie"),
        (REALISATIE, "Gerealiseerde taakstelling", "realisatie"),
        (REALISATIE, "Aantal gehuisveste vergunninghouders", "realisatie"),
        (REALISATIE, "Nog te realiseren", ""),
        (REALISATIE, "Realisatie in %", ""),
        (REALISATIE, "waarvan amv gehuisvest", ""),
        (REALISATIE, "Taakstelling", ""),
        (REALISATIE, "Peildatum", "peildatum"),
        (BEGINSTAND, "Achterstand", "achterstand"),
        (BEGINSTAND, "achterstand_begin", "achterstand"),
        (BEGINSTAND, "Voorsprong", "voorsprong"),
        (BEGINSTAND, "Voor-/achterstand", "beginstand"),
        (BEGINSTAND, "Voorsprong (-) / achterstand (+)", "beginstand"),
        (BEGINSTAND, "Voorsprong (+) / achterstand (−)", "voorsprong"),
        (BEGINSTAND, "Stand (+ = voorsprong, - = achterstand)", "voorsprong"),
        (BEGINSTAND, "Beginstand", "beginstand"),
        (BEGINSTAND, "stand_begin", "beginstand"),
        (BEGINSTAND, "achterstand_eind", ""),
        (INWONERS, "Inwoners", "inwoners"),
        (INWONERS, "Bevolking op 1 januari 2024", "inwoners"),
        (INWONERS, "Inwoners per km²", ""),
        (INWONERS, "Regiocode", "code"),
        (INWONERS, "GM_code", "code"),
        (OVERZICHT, "Totale opgave", "opgave"),
        (OVERZICHT, "Taakstelling 2023-II", "taakstelling"),
        (OVERZICHT, "Taakstelling incl. achterstand", "opgave"),
        (OVERZICHT, "Realisatie t/m 1-9-2023", "realisatie"),
        (OVERZICHT, "Achterstand begin periode", "beginstand"),
        (OVERZICHT, "Voorsprong vorige periode", "beginvoorsprong"),
        (OVERZICHT, "Achterstand", "achterstand"),
        (OVERZICHT, "Voorsprong", "voorsprong"),
        (OVERZICHT, "Voor-/achterstand", "saldo"),
        (OVERZICHT, "Nog te huisvesten", "saldo"),
        (OVERZICHT, "Herverdeling", ""),
        (OVERZICHT, "Verschil", ""),
    ],
)
def test_a_heading_names_its_column_per_kind(soort: Soort, heading: str, veld: str) -> None:
    assert veld_of(soort, heading) == veld


@pytest.mark.parametrize("soort", SOORTEN.values(), ids=list(SOORTEN))
def test_every_kind_finds_its_own_label(soort: Soort) -> None:
    for kolom in soort.kolommen:
        assert veld_of(soort, kolom.label) == kolom.veld
    for veld in (soort.wie, "code", "provincie", "periode"):
        assert veld_of(soort, soort.velden[veld]) == veld


# Realisatie


def test_a_realisatie_can_be_negative() -> None:
    gelezen = lees(REALISATIE, ["Gemeente", "Realisatie"], ["Almelo", -178], ["Borne", "−3"], ["Totaal", -181])
    assert values(gelezen) == [{"realisatie": -178}, {"realisatie": -3}]
    assert (gelezen.som, gelezen.gedrukt_totaal) == (-181, -181)


def test_a_column_aantal_is_enough_when_there_is_one() -> None:
    assert values(lees(REALISATIE, ["Gemeente", "Aantal"], ["Almelo", 5])) == [{"realisatie": 5}]
    assert "geen tabel" in refusal(REALISATIE, ["Gemeente", "Aantal", "Stand"], ["Almelo", 5, 6])
    assert values(lees(REALISATIE, ["Gemeente", "Aantal", "Realisatie"], ["Almelo", 5, 6])) == [{"realisatie": 6}]


# Beginstand


def test_what_the_sign_of_a_beginstand_means() -> None:
    def one(*rows: Cells) -> tuple[list[int | None], tuple[str, ...]]:
        gelezen = lees(BEGINSTAND, *rows)
        return [regel.waarden["beginstand"] for regel in gelezen.regels], gelezen.opmerkingen

    assert one(["Gemeente", "Achterstand"], ["Almelo", 5], ["Borne", -4]) == ([5, -4], ())
    ahead = "Blad1, rij 1: een positief aantal onder “{}” is gelezen als voorsprong."
    assert one(["Gemeente", "Voorsprong"], ["Almelo", 5], ["Borne", -4]) == ([-5, 4], (ahead.format("Voorsprong"),))
    both = "Voorsprong (+) / achterstand (-)"
    assert one(["Gemeente", both], ["Almelo", 5]) == ([-5], (ahead.format(both),))
    behind = "Blad1, rij 1: een positief aantal onder “{}” is gelezen als achterstand, een negatief als voorsprong."
    assert one(["Gemeente", "Voor-/achterstand"], ["Almelo", -5]) == ([-5], (behind.format("Voor-/achterstand"),))


def test_two_columns_become_one_number() -> None:
    rows: list[Cells] = [["Almelo", 5, None], ["Borne", None, 4], ["Losser", 0, 0], ["Wierden", "-", "–"]]
    gelezen = lees(BEGINSTAND, ["Gemeente", "Achterstand", "Voorsprong"], *rows, ["Hengelo", 3, -2])
    assert values(gelezen) == [{"beginstand": 5}, {"beginstand": -4}, {"beginstand": 0}]
    assert [(each.naam, each.veld, each.melding) for each in gelezen.problemen] == [
        ("Wierden", "voorsprong", "het aantal ontbreekt"),
        ("Hengelo", "voorsprong", "−2 is negatief"),  # beside an achterstand it can mean either
    ]


def test_the_begin_is_of_the_period() -> None:
    rows: list[Cells] = [["Gemeente", "Achterstand 1-1-2023", "Achterstand 1-7-2023"], ["Almelo", 5, 7]]
    assert values(lees(BEGINSTAND, *rows)) == [{"beginstand": 7}]
    assert values(lees(BEGINSTAND, *rows, periode=Periode(2023, 1))) == [{"beginstand": 5}]
    assert "niet van 01-01-2024" in refusal(BEGINSTAND, *rows, periode=Periode(2024, 1))
    last_day: list[Cells] = [["Gemeente", "Voor-/achterstand per 30 juni 2023"], ["Almelo", 5]]
    assert values(lees(BEGINSTAND, *last_day)) == [{"beginstand": 5}]


# Inwoners


def test_the_year_chooses_the_inhabitants() -> None:
    rows: list[Cells] = [["Gemeente", "Inwoners 2022", "Inwoners 1 januari 2024"], ["Almelo", 22, 24]]
    for year, aantal in ((2022, 22), (2024, 24)):
        gelezen = lees(INWONERS, *rows, periode=None, dag=datetime.date(year, 1, 1))
        assert (values(gelezen), gelezen.peildatum) == ([{"inwoners": aantal}], datetime.date(year, 1, 1))
    assert values(lees(INWONERS, *rows, periode=Periode(2025, 1))) == [{"inwoners": 24}]
    assert "van 01-01-2022 en 01-01-2024 (Blad1, rij 1), niet van 01-01-2023" in refusal(
        INWONERS, *rows, periode=Periode(2024, 1)
    )
    assert "2 kolommen heten “inwoners”" in refusal(INWONERS, *rows, periode=None)
    assert lees(INWONERS, ["Gemeente", "Inwoners"], ["Almelo", 22], periode=None).peildatum is None


@pytest.mark.parametrize("years", [[2022, 2024], ["2022", "2024"]])
def test_a_year_alone_heads_inhabitants(years: Cells) -> None:
    rows: list[Cells] = [["Inwoners per gemeente"], ["Gemeente", *years], ["Rozendaal", 2010, 2024], ["Almelo", 7, 8]]
    gelezen = lees(INWONERS, *rows, periode=None, dag=datetime.date(2024, 1, 1))
    assert (values(gelezen), gelezen.peildatum) == ([{"inwoners": 2024}, {"inwoners": 8}], datetime.date(2024, 1, 1))
    assert guess_soort(blad(*rows)) == [INWONERS]
    assert "geen tabel" in refusal(REALISATIE, *rows)


# The COA list


def test_the_coa_list_gives_every_number_beside_its_day() -> None:
    gelezen = lees(
        OVERZICHT,
        ["Overzicht voor- en achterstanden, stand per 1 september 2023"],
        [],
        [
            "Gemeente",
            "Taakstelling 2023-II",
            "Voor-/achterstand per 1-7-2023",
            "Herverdeling",
            "Totale opgave",
            "Realisatie t/m 1-9-2023",
            "Voor-/achterstand per 1-9-2023",
            "Realisatie in %",
        ],
        ["Almelo", 113, -4, 0, 109, 20, 89, 18],
        ["Borne", 38, None, 10, 48, None, 48, 0],
        ["Losser", 33, 1, None, 34, None, None, None],
        ["Totaal", 184, -3, 10, 191, 20, 137, None],
    )
    assert values(gelezen) == [
        {"opgave": 109, "taakstelling": 113, "realisatie": 20, "beginstand": -4, "saldo": 89},
        {"opgave": 48, "taakstelling": 38, "realisatie": None, "beginstand": None, "saldo": 48},
    ]
    assert gelezen.peildatum == SEPTEMBER
    assert [(each.naam, each.melding) for each in gelezen.problemen] == [("Losser", "het aantal ontbreekt")]
    assert "Blad1, rij 3: de kolom “Herverdeling” is niet ingelezen." in gelezen.opmerkingen
    assert (gelezen.som, gelezen.gedrukt_totaal) == (20, 20)


def test_a_list_with_only_a_voorsprong_and_achterstand() -> None:
    gelezen = lees(OVERZICHT, ["Gemeente", "Achterstand", "Voorsprong"], ["Almelo", 5, None], ["Borne", None, 3])
    assert values(gelezen) == [{"saldo": 5}, {"saldo": -3}]
    assert (gelezen.hoofd, gelezen.som) == ("saldo", 2)


def test_only_the_standing_at_the_begin_is_no_overview() -> None:
    assert "van 01-07-2023" in refusal(OVERZICHT, ["Gemeente", "Achterstand 1-7-2023"], ["Almelo", 5])


# From every kind of file


@pytest.mark.parametrize("suffix", files.WRITERS)
def test_every_kind_of_file_gives_the_same_rows(tmp_path: Path, suffix: str) -> None:
    day: files.Cell = "1-9-2023"
    header: Cells = ["Gemeente", "Peildatum", "Taakstelling", "Voor-/achterstand begin", "Realisatie", "Saldo"]
    rows: list[Cells] = [
        ["Overzicht"],
        [],
        header,
        ["Almelo", day, 1113, -4, 20, 1089],
        ["’s-Gravenhage", day, 900, 0, -178, 1078],
        ["Totaal", None, 2013, -4, -158, 2167],
    ]
    gelezen = read(read_sheets(files.write(tmp_path, suffix, rows)), OVERZICHT, P)
    assert values(gelezen) == [
        {"taakstelling": 1113, "realisatie": 20, "beginstand": -4, "saldo": 1089},
        {"taakstelling": 900, "realisatie": -178, "beginstand": 0, "saldo": 1078},
    ]
    assert (gelezen.peildatum, gelezen.som, gelezen.gedrukt_totaal) == (SEPTEMBER, -158, -158)


# Which kind


@pytest.mark.parametrize(
    ("header", "soorten"),
    [
        (["Gemeente", "Taakstelling", "waarvan amv", "Inwoners"], ["taakstelling", "inwoners"]),
        (["Gemeente", "Realisatie"], ["realisatie", "overzicht"]),
        (["Gemeente", "Taakstelling", "Realisatie", "Saldo"], ["overzicht", "taakstelling", "realisatie"]),
        (["Gemeente", "Achterstand"], ["beginstand", "overzicht"]),
        (["Gemeente", "Inwoners"], ["inwoners"]),
        (["Gemeente", "Aantal"], []),
        (["Provincie", "Realisatie"], []),
    ],
)
def test_which_kind_it_is(header: Cells, soorten: list[str]) -> None:
    assert [soort.naam for soort in guess_soort(blad(header, ["Almelo", 1, 2, 3]))] == soorten


def test_the_real_files() -> None:
    """Those that ship and those of the tests, whatever they are: a table of gemeenten or a sentence."""
    bladen = read_sheets(files.BIJLAGE_A)
    assert [soort.naam for soort in guess_soort(bladen)] == ["taakstelling", "inwoners"]
    assert read(bladen, INWONERS).som == 17_590_672
    data = Path(__file__).parents[2] / "data"
    bladen = read_sheets(data / "gemeenten_2023.csv")
    assert read(bladen, TAAKSTELLING, P).som == 27_300
    assert read(bladen, INWONERS, peildatum=datetime.date(2022, 1, 1)).som == 17_590_672
    assert read(bladen, INWONERS, peildatum=datetime.date(2024, 1, 1)).som == 17_942_942
    assert guess_soort(read_sheets(data / "provincies_2019-2021.csv")) == []


# What a sheet does not say by its values


def test_a_formula_without_outcome_is_a_problem_of_its_row(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    files.fill(sheet, [["Gemeente", "Realisatie", None], ["Almelo", 5], ["Borne", None]])
    sheet["B3"] = "=B2+1"
    sheet["A5"] = '="Totaal"'
    sheet.merge_cells("B1:C1")
    book.save(tmp_path / "f.xlsx")
    gelezen = read(read_sheets(tmp_path / "f.xlsx"), REALISATIE, P)
    assert [(each.rij, each.melding) for each in gelezen.problemen] == [
        (3, "cel B3 is een formule zonder uitkomst; open het bestand in Excel en sla het opnieuw op")
    ]
    assert gelezen.opmerkingen == (
        "Sheet, rij 1: de cellen B1 tot en met C1 zijn samengevoegd; de kop geldt voor kolom B.",
    )


def test_many_hidden_rows_are_counted_and_a_hidden_sheet_is_said(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    files.fill(sheet, [["Gemeente", "Realisatie"], *[files.row("Almelo", n) for n in range(15)]])
    for number in range(2, 17):
        sheet.row_dimensions[number].hidden = True
    book.create_sheet("Voorblad")
    sheet.sheet_state = "hidden"
    book.save(tmp_path / "f.xlsx")
    assert read(read_sheets(tmp_path / "f.xlsx"), REALISATIE, P).opmerkingen == (
        "Sheet: rij 2, 3, 4, 5, 6, 7, 8, 9 en nog 7 zijn verborgen en wel ingelezen. Kijk na of die meetellen.",
        "Sheet: dat blad is verborgen; de tabel staat alleen daar.",
    )
