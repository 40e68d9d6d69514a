"""Of which gebied a row of a table about opvang is."""

from __future__ import annotations

import csv

import pytest

from regietafel.errors import RegietafelError
from regietafel.exchange.importplan import Uitkomst
from regietafel.exchange.inlezen import write
from regietafel.ledger import Ledger
from tests.core.exchange.bladen import Cells
from tests.core.exchange.opvangtabellen import (
    HEAD,
    JUNI,
    TABEL1,
    codes,
    plan_of,
    printed,
)


def test_without_a_niveau_the_order_of_the_rows_tells(twente: Ledger) -> None:
    """Of the real table only the names and the first numbers, as it would be pasted."""
    with TABEL1.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    cells: list[Cells] = [
        [row["naam"], row["opvang_oekraine_opgave"], row["opvang_oekraine_realisatie"]] for row in rows
    ]
    plan = plan_of(twente, HEAD, *cells)
    expected = printed(TABEL1)
    assert {rij.uitkomst for rij in plan.rijen} == {Uitkomst.NIEUW}
    assert {(rij.gm_code, rij.waarden["oekraine_opgave"]) for rij in plan.rijen} == {
        (code, aantal) for (code, column), aantal in expected.items() if column == "oekraine_opgave"
    }
    blocks = sorted(zip(rows, cells, strict=True), key=lambda each: each[0]["niveau"] != "veiligheidsregio")
    plan = plan_of(twente, HEAD, *(row for _niveau, row in blocks))  # first all veiligheidsregio's
    assert codes(plan)[:2] == ["VR01", "VR02"] and not plan.problemen
    assert [rij.gm_code for rij in plan.rijen if rij.naam == "Zeeland"] == ["VR19", "PV29"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Groningen"], ["Overijssel"]], ["PV20", "PV23"]),
        ([["Groningen"], ["Twente"]], ["VR01", "VR05"]),
        ([["Groningen"], ["Almelo"]], ["GM0014", "GM0141"]),
        ([["Provincie Groningen"], ["Twente"]], ["PV20", "VR05"]),
        ([["VR Groningen"], ["Overijssel"]], ["VR01", "PV23"]),
        ([["Groningen"], ["VR Groningen"], ["Overijssel"], ["- Twente"]], ["PV20", "VR01", "PV23", "VR05"]),
        ([["Groningen (provincie)"], ["gemeente Groningen"]], ["PV20", "GM0014"]),
        ([["Overijssel"], ["IJsselland"], ["Twente"], ["Zwolle"]], ["PV23", "VR04", "VR05", "GM0193"]),
        ([["Nederland"], ["Friesland"], ["Limburg"]], ["NL00", "PV21", "PV31"]),
        ([["Noord-Holland-Noord"], ["Limburg-Zuid"]], ["VR10", "VR24"]),
    ],
)
def test_a_gebied_is_known_by_its_name_and_its_neighbours(
    twente: Ledger, rows: list[Cells], expected: list[str]
) -> None:
    plan = plan_of(twente, HEAD, *([*row, 5, 3] for row in rows))
    assert codes(plan) == expected and not plan.problemen


def test_the_heading_tells_where_nothing_else_does(twente: Ledger) -> None:
    rows: list[Cells] = [["Groningen", 5], ["Fryslân", 3], ["Drenthe", 2], ["Totaal", 10]]
    for heading, expected in (
        ("Provincie", ["PV20", "PV21", "PV22", "NL00"]),
        ("Veiligheidsregio", ["VR01", "VR02", "VR03", "NL00"]),
    ):
        assert codes(plan_of(twente, [heading, "Opvang Oekraïne realisatie"], *rows)) == expected


def test_what_cannot_be_told_is_asked(twente: Ledger) -> None:
    rows: list[Cells] = [["Overijssel", 9, 8], ["Twente", 4, 3], ["Groningen", 5, 3]]
    plan = plan_of(twente, HEAD, *rows)
    (open_,) = plan.problemen
    assert (open_.naam, open_.veld) == ("Groningen", "gebied")
    assert open_.melding == (
        "“Groningen” kan Groningen (provincie) of Groningen (veiligheidsregio) of Groningen zijn; kies"
    )
    plan = plan_of(twente, HEAD, *rows, keuzes={("Blad1", 4): "VR01"})
    assert codes(plan) == ["PV23", "VR05", "VR01"] and not plan.problemen
    with pytest.raises(RegietafelError, match="PV99 is geen bekende code"):
        plan_of(twente, HEAD, *rows, keuzes={("Blad1", 4): "PV99"})


def test_a_column_of_niveaus_and_one_of_codes(twente: Ledger) -> None:
    header: Cells = ["Niveau", "Gebied", "Crisisnoodopvang realisatie"]
    plan = plan_of(twente, header, ["gemeente", "Utrecht", 5], ["VR", "Utrecht", 4], ["provincie", "Twente", 3])
    assert codes(plan)[:2] == ["GM0344", "VR09"]
    assert [rij.melding for rij in plan.problemen] == ["“Twente” is geen bekend gebied; kies er een"]
    header = ["Code", "Gebied", "Crisisnoodopvang realisatie"]
    rows: list[Cells] = [
        ["VR09", "Utrecht", 5],
        ["PV26", "Utrecht", 4],
        ["GM0344", "Utrecht", 3],
        ["PV99", "Utrecht", 2],
    ]
    plan = plan_of(twente, header, *rows)
    assert codes(plan) == ["VR09", "PV26", "GM0344", None]
    assert [rij.melding for rij in plan.problemen] == ["PV99 is geen bekende code"]


def test_a_name_is_explained_once(twente: Ledger) -> None:
    rows: list[Cells] = [["Twennte", 5, 3], ["Het oosten", 9, 8]]
    plan = plan_of(twente, HEAD, *rows)
    assert [(rij.uitkomst.value, rij.melding) for rij in plan.rijen] == [
        ("voorstel", "“Twennte” is geen bekend gebied; bedoelt de afzender Twente (veiligheidsregio)?"),
        ("probleem", "“Het oosten” is geen bekend gebied; kies er een"),
    ]
    write(twente, plan_of(twente, HEAD, *rows, keuzes={("Blad1", 3): "PV23"}, akkoord=True), bron="")
    assert {(alias.naam, alias.gm_code) for alias in twente.aliassen} == {("Twennte", "VR05"), ("Het oosten", "PV23")}
    assert codes(plan_of(twente, HEAD, *rows, dag=JUNI)) == ["VR05", "PV23"]


def test_a_gebied_that_is_there_twice_is_a_problem(twente: Ledger) -> None:
    plan = plan_of(twente, HEAD, ["Twente", 5, 3], ["Twente", 6, 3])
    assert [rij.melding for rij in plan.problemen] == [
        "Twente (veiligheidsregio) staat er meer dan één keer: rij 2 en 3; sla er een over"
    ] * 2


def test_a_name_in_the_column_of_provincies(twente: Ledger) -> None:
    """The provincie stands beside the first of its veiligheidsregio's, or alone on its own row."""
    head: Cells = ["Provincie", "Veiligheidsregio", "Opvang Oekraïne realisatie"]
    rows: list[Cells] = [["Overijssel", None, 9], [None, "IJsselland", 5], [None, "Twente", 4], ["Groningen", None, 3]]
    plan = plan_of(twente, head, *rows, ["Groningen", "Groningen", 3], ["Totaal", None, 12])
    assert codes(plan) == ["PV23", "VR04", "VR05", "PV20", "VR01", "NL00"]
