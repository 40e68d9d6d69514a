"""Tables on opvang: provincies, veiligheidsregio's, gemeenten and the country, each number as printed."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from regietafel.domain.opvang import Opvangcijfer
from regietafel.errors import RegietafelError, RuleError
from regietafel.exchange.indeling import guess_soort, pointed_out
from regietafel.exchange.inlezen import make_plan, remembered, to_remember, write
from regietafel.exchange.lezen import read
from regietafel.exchange.soort import Vraag, veld_of
from regietafel.exchange.soorten import OPVANG
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.ledger import Ledger
from regietafel.queries.opvang import opvangcijfers, peildatums
from tests.core.exchange import files
from tests.core.exchange.bladen import Cells, blad
from tests.core.exchange.opvangtabellen import (
    HEAD,
    JUNI,
    MEI,
    TABEL1,
    TABEL2,
    codes,
    import_file,
    lees,
    plan_of,
    printed,
)
from tests.core.snapshots import count, snapshot

# As it was published


def test_every_printed_number_comes_back(twente: Ledger) -> None:
    assert import_file(twente, TABEL1) and import_file(twente, TABEL2)
    kept = {
        (each.gebied, f"{each.soort}_{getal}"): aantal
        for each in twente.opvangcijfers
        for getal in ("opgave", "realisatie", "verschil")
        if (aantal := getattr(each, getal)) is not None
    }
    expected = printed(TABEL1) | printed(TABEL2)
    assert kept == expected and len(expected) == 282
    assert {each.peildatum for each in twente.opvangcijfers} == {MEI}
    assert {each.bron for each in twente.opvangcijfers if each.soort == "amv_coa"} == {TABEL2.name}
    assert {each.bron for each in twente.opvangcijfers if each.soort == "oekraine"} == {TABEL1.name}


def test_what_does_not_add_up_is_kept_and_seen(twente: Ledger) -> None:
    import_file(twente, TABEL1)
    import_file(twente, TABEL2)
    regels = {(regel.gebied, regel.soort): regel for regel in opvangcijfers(twente)}
    land = regels["NL00", "coa_regulier"]
    assert (land.opgave, land.realisatie, land.verschil) == (77_100, 35_152, 41_947)
    assert (land.berekend, land.onverklaard) == (41_948, -1)
    assert {key for key, regel in regels.items() if regel.onverklaard} == {
        ("NL00", "coa_regulier"),
        ("NL00", "amv_coa"),
    }
    nood = regels["PV23", "coa_noodopvang"]
    assert (nood.opgave, nood.realisatie, nood.verschil, nood.berekend, nood.onverklaard) == (
        None,
        350,
        None,
        None,
        None,
    )
    twente_ = regels["VR05", "oekraine"]
    assert (twente_.naam, twente_.niveau, twente_.opgave, twente_.realisatie) == (
        "Twente",
        "veiligheidsregio",
        3604,
        2978,
    )


def test_both_tables_in_any_order_twice_and_undone(twente: Ledger) -> None:
    before, done = snapshot(twente), count(twente, "operation")
    assert import_file(twente, TABEL2) and import_file(twente, TABEL1)
    after = snapshot(twente)
    assert count(twente, "operation") == done + 2
    assert not import_file(twente, TABEL1) and not import_file(twente, TABEL2)
    assert snapshot(twente) == after
    twente.undo()
    twente.undo()
    assert snapshot(twente) == before


def test_what_is_on_huisvesting_is_not_read_and_said() -> None:
    gelezen = read(read_sheets(TABEL1), OPVANG, peildatum=MEI)
    assert gelezen.opmerkingen == (
        "opgaven_2023-05-02_tabel1, rij 1: niet ingelezen: “taakstelling_2023_I”, “realisatie_2023_I”,"
        " “verschil_2023_I”, “taakstelling_2023_II”.",
    )
    assert [soort.naam for soort in guess_soort(read_sheets(TABEL1))] == ["opvang"]
    assert [soort.naam for soort in guess_soort(read_sheets(TABEL2))] == ["opvang"]


# Columns


@pytest.mark.parametrize(
    ("heading", "veld"),
    [
        ("opvang_oekraine_opgave", "oekraine_opgave"),
        ("coa_regulier_realisatie", "coa_regulier_realisatie"),
        ("coa_noodopvang_realisatie", "coa_noodopvang_realisatie"),
        ("crisisnoodopvang_realisatie", "crisisnoodopvang_realisatie"),
        ("amv_nidos_verschil", "amv_nidos_verschil"),
        ("Opgave AMV (COA)", "amv_coa_opgave"),
        ("Verschil opgave en realisatie Oekraïne", "oekraine_verschil"),
        ("Nog te realiseren Oekraïne", "oekraine_verschil"),
        ("Opgave Oekraïense ontheemden", "oekraine_opgave"),
        ("Percentage realisatie Oekraïne", ""),
        ("taakstelling_amv_2023_II", ""),
        ("realisatie_2023_I", ""),
        ("Huisvesting realisatie", ""),
        ("Veiligheidsregio", "gebied"),
        ("Provincie / veiligheidsregio", "gebied"),
        ("Realisatie per regio", ""),
        ("Naam", "gebied"),
        ("Provincie", "provincie"),
    ],
)
def test_a_heading_about_opvang_names_its_column(heading: str, veld: str) -> None:
    assert veld_of(OPVANG, heading) == veld


def test_a_workbook_with_merged_headings(tmp_path: Path, twente: Ledger) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    kinds: Cells = ["Opvang Oekraïne", None, None, "Crisisnoodopvang", "Huisvesting statushouders", None]
    numbers: Cells = ["Opgave", "Realisatie", "Verschil", "Realisatie", "Taakstelling 2023-I", "Realisatie"]
    rows: list[Cells] = [
        ["Opgaven opvang, stand per 2 mei 2023"],
        [None],
        ["Provincie / veiligheidsregio", *kinds],
        [None, *numbers],
        ["Overijssel", 7304, 5909, "1.395", 655, 1413, 620],
        ["- Twente", 3604, 2978, 626, 310, 764, 316],
        ["Totaal", 7304, 5909, "1.396", 655, 1413, 620],
        ["* voorlopige cijfers"],
    ]
    files.fill(sheet, rows)
    for cells in ("A3:A4", "B3:D3", "F3:G3"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "opvang.xlsx")
    plan = make_plan(twente, read(read_sheets(tmp_path / "opvang.xlsx"), OPVANG), None)
    assert plan.datum == MEI and codes(plan) == ["PV23", "VR05", "NL00"]
    assert [rij.waarden["oekraine_verschil"] for rij in plan.rijen] == [1395, 626, 1396]


@pytest.mark.parametrize("names_below", [False, True])
def test_two_header_rows_are_read_as_one(twente: Ledger, names_below: bool) -> None:
    name, empty = ("Gebied", None)
    top: Cells = [empty if names_below else name, "Opvang Oekraïne", None, None, "COA noodopvang", "Huisvesting", None]
    below: Cells = [name if names_below else empty, "Opgave", "Realisatie", "Verschil", "Realisatie", "Realisatie"]
    gelezen = lees(["Stand per 2 mei 2023"], top, [*below, "Verschil"], ["Overijssel", 9, 8, 1, 7, 6, 5])
    assert {naam: aantal for naam, aantal in gelezen.regels[0].waarden.items() if aantal is not None} == {
        "oekraine_opgave": 9,
        "oekraine_realisatie": 8,
        "oekraine_verschil": 1,
        "coa_noodopvang_realisatie": 7,
    }
    assert gelezen.opmerkingen == ("Blad1, rij 2: niet ingelezen: “Huisvesting Realisatie”, “Huisvesting Verschil”.",)
    assert gelezen.peildatum == MEI


def test_columns_of_different_days_are_read_one_day_at_a_time(twente: Ledger) -> None:
    rows: list[Cells] = [
        [
            "Regio",
            "Oekraïne realisatie per 2-5-2023",
            "Crisisnoodopvang realisatie 1-6-2023",
            "COA noodopvang realisatie",
        ],
        ["Twente", 5, 6, 7],
    ]
    for asked, day, counted, left in (
        (None, MEI, {"oekraine_realisatie": 5, "coa_noodopvang_realisatie": 7}, "Crisisnoodopvang realisatie 1-6-2023"),
        (MEI, MEI, {"oekraine_realisatie": 5, "coa_noodopvang_realisatie": 7}, "Crisisnoodopvang realisatie 1-6-2023"),
        (
            JUNI,
            JUNI,
            {"crisisnoodopvang_realisatie": 6, "coa_noodopvang_realisatie": 7},
            "Oekraïne realisatie per 2-5-2023",
        ),
    ):
        gelezen = read(blad(*rows), OPVANG, peildatum=asked)
        assert gelezen.regels[0].waarden == counted
        sentence = f"Blad1, rij 1: “{left}” is niet ingelezen; die kolom hoort niet bij {day:%d-%m-%Y}."
        assert gelezen.opmerkingen == (sentence,)
        assert make_plan(twente, gelezen, None, asked).datum == day
    with pytest.raises(RegietafelError, match="“Opvang Oekraïne opgave” van 02-05-2023"):
        read(blad(rows[0][:2], rows[1][:2]), OPVANG, peildatum=JUNI)


def test_another_table_below_is_not_read(twente: Ledger) -> None:
    gelezen = lees(HEAD, ["Twente", 5, 3], ["Gemeente", "Taakstelling", None], ["Almelo", 7, None])
    assert [regel.naam for regel in gelezen.regels] == ["Twente"]
    assert gelezen.opmerkingen == (
        "Blad1, rij 3: die tabel heeft geen kolom “Opvang Oekraïne opgave” en is niet ingelezen.",
    )


def test_rows_without_numbers_and_negative_numbers(twente: Ledger) -> None:
    head: Cells = [*HEAD, "Opvang Oekraïne verschil"]
    gelezen = lees(head, ["Overijssel", None, None, None], ["Twente", 5, 8, -3], ["Almelo", -5, 8, 1], ["Bron: IPO"])
    assert [regel.naam for regel in gelezen.regels] == ["Twente"]
    assert [(probleem.naam, probleem.veld) for probleem in gelezen.problemen] == [("Almelo", "oekraine_opgave")]
    assert gelezen.regels[0].waarden["oekraine_verschil"] == -3


def test_a_number_that_cannot_be_is_named_as_the_window_calls_it(twente: Ledger) -> None:
    plan = plan_of(twente, HEAD, ["Almelo", 8, -5])
    assert [rij.melding for rij in plan.problemen] == ["Opvang Oekraïne realisatie: −5 is negatief"]


def test_columns_that_were_pointed_out_are_remembered(twente: Ledger) -> None:
    rows: list[Cells] = [["Plaats", "O", "R"], ["Twente", 5, 3]]
    vraag = Vraag(OPVANG, None, MEI)
    chosen = {"gebied": "Plaats", "oekraine_opgave": "O", "oekraine_realisatie": "R"}
    indeling = pointed_out(blad(*rows), vraag, chosen)
    gelezen = read(blad(*rows), OPVANG, peildatum=MEI, indeling=indeling)
    kept = to_remember(indeling, blad(*rows), OPVANG)
    assert write(twente, make_plan(twente, gelezen, None, MEI), bron="", kolommen=kept)
    assert remembered(twente, blad(*rows), OPVANG) == indeling
    with pytest.raises(RegietafelError, match="Wijs de kolom aan met de namen of de codes van de gebieden"):
        pointed_out(blad(["O", "R"], [5, 3]), vraag, {"oekraine_opgave": "O"})
    with pytest.raises(RegietafelError, match="“Opvang Oekraïne opgave” of “Opvang Oekraïne realisatie” of een andere"):
        lees(["Gebied", "Aantal"], ["Twente", 5])


# Beside what is there


def test_a_changed_number_is_a_conflict_and_another_kind_is_not(twente: Ledger) -> None:
    write(twente, plan_of(twente, HEAD, ["Twente", 5, 3], ["Overijssel", 9, 8]), bron="a")
    rows: list[Cells] = [["Twente", 6, 3], ["Overijssel", 9, 8]]
    plan = plan_of(twente, HEAD, *rows, bijwerken=False)
    assert [rij.uitkomst.value for rij in plan.rijen] == ["gewijzigd", "gelijk"]
    assert plan.rijen[0].verschillen == {"oekraine_opgave": (5, 6)}
    assert not write(twente, plan, bron="b")
    more: list[Cells] = [["Gebied", "Crisisnoodopvang realisatie"], ["Twente", 7]]
    assert write(twente, plan_of(twente, *more, bijwerken=False), bron="c")
    assert write(twente, plan_of(twente, HEAD, *rows), bron="d")
    assert [(each.gebied, each.soort, each.opgave, each.realisatie, each.bron) for each in twente.opvangcijfers] == [
        ("VR05", "oekraine", 6, 3, "d"),
        ("PV23", "oekraine", 9, 8, "a"),
        ("VR05", "crisisnoodopvang", None, 7, "c"),
    ]
    assert twente.undo_label == "Opvang ingelezen: 02-05-2023"


def test_of_each_kind_the_newest_day_counts(twente: Ledger) -> None:
    write(twente, plan_of(twente, HEAD, ["Twente", 5, 3]), bron="")
    write(twente, plan_of(twente, HEAD, ["Twente", 6, 4], dag=JUNI), bron="")
    write(twente, plan_of(twente, ["Gebied", "Crisisnoodopvang realisatie"], ["Twente", 7]), bron="")
    assert peildatums(twente) == [JUNI, MEI]
    assert [(each.soort, each.peildatum, each.realisatie) for each in opvangcijfers(twente)] == [
        ("oekraine", JUNI, 4),
        ("crisisnoodopvang", MEI, 7),
    ]
    assert [each.realisatie for each in opvangcijfers(twente, MEI)] == [3, 7]
    assert opvangcijfers(twente, MEI - datetime.timedelta(days=1)) == ()


def test_a_day_is_needed(twente: Ledger) -> None:
    with pytest.raises(RegietafelError, match="De peildatum is niet bekend"):
        make_plan(twente, read(blad(HEAD, ["Twente", 5, 3]), OPVANG), None)


@pytest.mark.parametrize(
    "wrong", [{"gebied": "XX01"}, {"soort": "azc"}, {"realisatie": None}, {"realisatie": -1}, {"gebied": "GM153"}]
)
def test_what_cannot_be_kept(wrong: dict[str, object]) -> None:
    right: dict[str, object] = {"gebied": "VR05", "soort": "oekraine", "peildatum": MEI, "realisatie": 5}
    assert Opvangcijfer(**right).realisatie == 5  # type: ignore[arg-type]
    with pytest.raises(RuleError):
        Opvangcijfer(**right | wrong)  # type: ignore[arg-type]
