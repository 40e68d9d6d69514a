"""Tables of what waits for a home and of how long housing took: which columns are which, and what is kept."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from regietafel.domain.woonproject import MATEN
from regietafel.exchange.importplan import Importplan, Uitkomst
from regietafel.exchange.indeling import guess_soort
from regietafel.exchange.inlezen import make_plan, write
from regietafel.exchange.lezen import read
from regietafel.exchange.soort import Soort, veld_of
from regietafel.exchange.soorten import DOORLOOPTIJD, KOPPELINGEN
from regietafel.ledger import Ledger
from tests.core.exchange.bladen import Cells, blad

DAY = datetime.date(2023, 9, 1)


def plan_of(ledger: Ledger, soort: Soort, *rows: Cells, dag: datetime.date | None = DAY) -> Importplan:
    return make_plan(ledger, read(blad(*rows), soort, peildatum=dag), None, dag)


@pytest.mark.parametrize(
    ("heading", "veld"),
    [
        ("Alleenstaanden", "alleen_huishoudens"),
        ("1-persoons", "alleen_huishoudens"),
        ("Duo's", "duo_huishoudens"),
        ("2 personen", "duo_huishoudens"),
        ("3-5", "3-5_huishoudens"),
        ("3 t/m 5 personen", "3-5_huishoudens"),
        ("6", "6_huishoudens"),
        ("6 personen", "6_huishoudens"),
        ("7+", "7+_huishoudens"),
        ("7 of meer", "7+_huishoudens"),
        ("Amv", "amv_huishoudens"),
        ("Medisch", "medisch_huishoudens"),
        ("Vrije woningen alleen", "alleen_woningen"),
        ("Woningen 3-5", "3-5_woningen"),
        ("7+ (vrij)", "7+_woningen"),
        ("Totaal", ""),
        ("Taakstelling amv", ""),
        ("Inwoners", ""),
        ("3-6", ""),
        ("3 t/m 7", ""),
    ],
)
def test_a_heading_names_a_kind_of_household(heading: str, veld: str) -> None:
    assert veld_of(KOPPELINGEN, heading) == veld


def test_every_kind_has_two_columns() -> None:
    assert set(KOPPELINGEN.nodig) == {f"{maat}_{what}" for maat in MATEN for what in ("huishoudens", "woningen")}


def test_two_lines_of_headings_are_one(twente: Ledger) -> None:
    plan = plan_of(
        twente,
        KOPPELINGEN,
        ["Gemeente", "Wachtende huishoudens", None, "Vrije woningen", None],
        [None, "alleen", "3-5", "alleen", "3-5"],
        ["Almelo", 9, 2, 1, 7],
    )
    assert write(twente, plan, bron="coa.xlsx")
    kept = {each.maat: (each.huishoudens, each.woningen, each.bron) for each in twente.koppelstanden}
    assert kept == {"alleen": (9, 1, "coa.xlsx"), "3-5": (2, 7, "coa.xlsx")}


def test_what_a_table_leaves_out_stays_and_what_changes_is_told(twente: Ledger) -> None:
    write(twente, plan_of(twente, KOPPELINGEN, ["Gemeente", "Alleen", "Duo"], ["Almelo", 9, 3]), bron="een")
    plan = plan_of(twente, KOPPELINGEN, ["Gemeente", "Alleen", "Vrij alleen"], ["Almelo", 8, 2])
    assert plan.rijen[0].uitkomst is Uitkomst.GEWIJZIGD
    assert plan.rijen[0].verschillen == {"alleen_huishoudens": (9, 8), "alleen_woningen": (0, 2)}
    write(twente, plan, bron="twee")
    kept = {each.maat: (each.huishoudens, each.woningen, each.bron) for each in twente.koppelstanden}
    assert kept == {"alleen": (8, 2, "twee"), "duo": (3, 0, "een")}
    more = plan_of(twente, KOPPELINGEN, ["Gemeente", "Medisch"], ["Almelo", 1])
    assert more.rijen[0].uitkomst is Uitkomst.NIEUW  # it replaces nothing


def test_any_day_of_a_month_names_it(twente: Ledger) -> None:
    head: Cells = ["Gemeente", "Maand", "Doorlooptijd", "Huisvestingen", "Regioplaatsingen"]
    august = datetime.date(2023, 8, 1)
    plan = plan_of(
        twente,
        DOORLOOPTIJD,
        head,
        ["Almelo", datetime.date(2023, 8, 31), 91, 12, 4],
        ["Borne", datetime.date(2023, 8, 1), 80, 2, 3],
        dag=None,
    )
    assert [rij.uitkomst for rij in plan.rijen] == [Uitkomst.NIEUW, Uitkomst.PROBLEEM]
    assert plan.rijen[1].melding == "er zijn meer regioplaatsingen dan huisvestingen"
    write(twente, plan, bron="lijst")
    (kept,) = twente.doorlooptijden
    assert (kept.maand, kept.dagen, kept.huisvestingen, kept.regioplaatsingen) == (august, 91, 12, 4)
    again = plan_of(twente, DOORLOOPTIJD, head[:3], ["Almelo", datetime.date(2023, 8, 15), 91], dag=None)
    assert [rij.uitkomst for rij in again.rijen] == [Uitkomst.GELIJK]


def test_the_kind_of_table_is_guessed() -> None:
    koppelingen = blad(["Gemeente", "Alleen", "Duo", "3-5", "Amv"], ["Almelo", 1, 2, 3, 4])
    assert guess_soort(koppelingen)[0] is KOPPELINGEN
    tijd = blad(["Gemeente", "Maand", "Doorlooptijd (dagen)", "Huisvestingen"], ["Almelo", DAY, 91, 4])
    assert guess_soort(tijd)[0] is DOORLOOPTIJD


def test_the_commands_read_both_tables_in_and_show_them(run: Any, tmp_path: Path) -> None:
    file, waits, time = (tmp_path / name for name in ("x.regietafel", "koppelingen.csv", "tijd.csv"))
    assert run("nieuw", file, "--veiligheidsregio", "Twente").code == 0
    waits.write_text("Gemeente;Alleen;Vrije woningen alleen\nAlmelo;9;2\nBorne;1;5\n", encoding="utf-8")
    time.write_text("Gemeente;Maand;Dagen;Huisvestingen\nAlmelo;01-08-2023;91;12\n", encoding="utf-8")
    answer = run("importeer", "koppelingen", file, waits, "--peildatum", "2023-09-01", "--json").json
    assert (answer["soort"], answer["nieuw"], answer["geschreven"]) == ("koppelingen", 2, True)
    found = run("vraag-aanbod", file, "--op", "2023-09-02", "--json").json
    assert [(each["van"], each["naar"], each["aantal"]) for each in found["voorstellen"]] == [("Almelo", "Borne", 4)]
    assert run("importeer", "doorlooptijd", file, time).code == 0
    assert run("doorlooptijd", file, "--op", "2023-09-02", "--json").json["regels"][0]["dagen"] == 91
