"""What an import of any table would do, does, and does not do the second time."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel import reference
from regietafel.actions.regio import make_regio
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.errors import RegietafelError
from regietafel.exchange.importplan import Importplan, Uitkomst
from regietafel.exchange.indeling import Indeling
from regietafel.exchange.inlezen import make_plan, remembered, to_remember, write
from regietafel.exchange.lezen import read
from regietafel.exchange.opmerkingen import plan_remarks
from regietafel.exchange.soort import Soort
from regietafel.exchange.soorten import BEGINSTAND, INWONERS, OVERZICHT, REALISATIE, SOORTEN, TAAKSTELLING
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.ledger import Ledger
from tests.core.exchange import files
from tests.core.exchange.bladen import AUGUSTUS, SEPTEMBER, Cells, blad
from tests.core.snapshots import count, snapshot
from tests.tempo import growth

P = Periode(2023, 2)
JANUARI = datetime.date(2022, 1, 1)
HEADERS: Mapping[str, Cells] = {
    "taakstelling": ["Gemeente", "Taakstelling", "waarvan amv"],
    "realisatie": ["Gemeente", "Realisatie"],
    "beginstand": ["Gemeente", "Achterstand"],
    "inwoners": ["Gemeente", "Inwoners"],
    "overzicht": ["Gemeente", "Realisatie", "Saldo"],
    "opvang": ["Gemeente", "Opvang Oekraïne realisatie", "Crisisnoodopvang realisatie"],
    "koppelingen": ["Gemeente", "Alleen", "Vrije woningen duo"],
    "doorlooptijd": ["Gemeente", "Doorlooptijd in dagen", "Huisvestingen"],
}


def plan_of(ledger: Ledger, soort: Soort, *rows: Cells, header: Cells | None = None, **wishes: object) -> Importplan:
    gelezen = read(blad(header or HEADERS[soort.naam], *rows), soort, P)
    datum = JANUARI if soort is INWONERS else SEPTEMBER
    return make_plan(ledger, gelezen, P, wishes.pop("datum", datum), **wishes)  # type: ignore[arg-type]


def outcomes(plan: Importplan) -> list[tuple[str, str]]:
    return [(rij.naam, rij.uitkomst.value) for rij in plan.rijen]


def operations(ledger: Ledger) -> int:
    return count(ledger, "operation")


# One operation, twice the same, undone


@pytest.mark.parametrize("soort", SOORTEN.values(), ids=list(SOORTEN))
def test_twice_changes_nothing_and_undo_restores_everything(twente: Ledger, soort: Soort) -> None:
    rows: list[Cells] = [["Almelo", 50, 9], ["Borne", 6, 2], ["Enschde", 20, 1], ["Goes", 5, 5]]
    before, done = snapshot(twente), operations(twente)
    plan = plan_of(twente, soort, *rows, akkoord=True)
    assert plan.writes()
    assert write(twente, plan, bron="lijst.xlsx")
    after = snapshot(twente)
    assert after != before and operations(twente) == done + 1
    again = plan_of(twente, soort, *rows)  # the name is known now, without akkoord
    assert {rij.uitkomst for rij in again.rijen} <= {Uitkomst.GELIJK, Uitkomst.BUITEN}
    assert not write(twente, again, bron="dezelfde lijst.xlsx")
    assert snapshot(twente) == after and operations(twente) == done + 1
    twente.undo()
    assert snapshot(twente) == before
    twente.redo()
    assert snapshot(twente) == after


def test_rows_are_kept_as_what_they_are(twente: Ledger) -> None:
    write(twente, plan_of(twente, REALISATIE, ["Almelo", -5]), bron="a")
    write(twente, plan_of(twente, BEGINSTAND, ["Almelo", 5], header=["Gemeente", "Voorsprong"]), bron="b")
    write(twente, plan_of(twente, INWONERS, ["Goes", 39_000]), bron="c")
    write(twente, plan_of(twente, OVERZICHT, ["Borne", None, 7]), bron="d")
    (realisatie,), (beginstand,), (inwoners,) = twente.realisaties, twente.beginstanden, twente.inwoners
    assert (realisatie.gemeente_id, realisatie.peildatum, realisatie.aantal, realisatie.bron) == (1, SEPTEMBER, -5, "a")
    assert (beginstand.gemeente_id, beginstand.periode, beginstand.aantal, beginstand.bron) == (1, P, -5, "b")
    assert (inwoners.gm_code, inwoners.peildatum, inwoners.aantal, inwoners.bron) == ("GM0664", JANUARI, 39_000, "c")
    (overzicht,) = twente.overzichtregels
    assert (overzicht.gemeente_id, overzicht.realisatie, overzicht.saldo, overzicht.bron) == (2, None, 7, "d")
    assert twente.undo_label == "COA-overzicht van voor- en achterstanden ingelezen: 2023-II"


# Conflicts


def test_a_changed_number_is_taken_over_when_the_user_says_so(twente: Ledger) -> None:
    write(twente, plan_of(twente, REALISATIE, ["Almelo", 5], ["Borne", 6], ["Enschede", 7]), bron="")
    rows: list[Cells] = [["Almelo", 8], ["Borne", 9], ["Enschede", 7]]
    plan = plan_of(twente, REALISATIE, *rows, bijwerken=False)
    assert outcomes(plan) == [("Almelo", "gewijzigd"), ("Borne", "gewijzigd"), ("Enschede", "gelijk")]
    assert [(rij.oud_aantal, rij.aantal) for rij in plan.niet_bijgewerkt] == [(5, 8), (6, 9)]
    assert not write(twente, plan, bron="")
    plan = plan_of(twente, REALISATIE, *rows, bijwerken={("Blad1", 3)})
    assert [rij.naam for rij in plan.niet_bijgewerkt] == ["Almelo"]
    assert write(twente, plan, bron="")
    assert [row.aantal for row in twente.realisaties] == [5, 9, 7]
    plan = plan_of(twente, REALISATIE, *rows, keuzes={("Blad1", 2): None})
    assert outcomes(plan)[0] == ("Almelo", "overgeslagen")
    assert write(twente, plan_of(twente, REALISATIE, *rows), bron="")
    assert [row.aantal for row in twente.realisaties] == [8, 9, 7]


def test_a_new_version_of_the_taakstelling_is_not_half_written(twente: Ledger) -> None:
    rows: list[Cells] = [["Almelo", 70, 0], ["Borne", 38, 0]]
    assert not write(twente, plan_of(twente, TAAKSTELLING, *rows, bijwerken=False), bron="")
    assert len(plan_of(twente, TAAKSTELLING, *rows).regels) == 2


def test_what_the_coa_list_leaves_open_stays(twente: Ledger) -> None:
    write(twente, plan_of(twente, OVERZICHT, ["Almelo", 5, 7]), bron="")
    assert outcomes(plan_of(twente, OVERZICHT, ["Almelo", 5], header=["Gemeente", "Realisatie"])) == [
        ("Almelo", "gelijk")
    ]
    write(twente, plan_of(twente, OVERZICHT, ["Almelo", 6], header=["Gemeente", "Realisatie"]), bron="")
    (row,) = twente.overzichtregels
    assert (row.realisatie, row.saldo) == (6, 7)
    plan = plan_of(twente, OVERZICHT, ["Almelo", 6, 9])
    assert plan.rijen[0].verschillen == {"saldo": (7, 9)}


NAMES = st.sampled_from(["Almelo", "Borne", "Enschede", "Enschde", "Goes", "Bergen", "Totaal", "Overijssel", "x", ""])
NUMBERS = st.one_of(st.none(), st.integers(-300, 3000), st.sampled_from(["1.204", "−3", "veel", "-"]))


@settings(max_examples=60)
@given(soort=st.sampled_from(list(SOORTEN.values())), rows=st.lists(st.tuples(NAMES, NUMBERS, NUMBERS), max_size=6))
def test_any_table_twice_is_once_and_undone_is_never(
    twente: Ledger, soort: Soort, rows: list[tuple[files.Cell, ...]]
) -> None:
    before = snapshot(twente)
    cells: list[Cells] = [list(row) for row in rows]
    if write(twente, plan_of(twente, soort, *cells, akkoord=True), bron="lijst"):
        after = snapshot(twente)
        assert not write(twente, plan_of(twente, soort, *cells, akkoord=True), bron="lijst")
        assert snapshot(twente) == after
        twente.undo()
    assert snapshot(twente) == before


# Days


def test_every_day_is_a_row_of_its_own(twente: Ledger) -> None:
    header: Cells = ["Gemeente", "Peildatum", "Realisatie"]
    rows: list[Cells] = [["Almelo", AUGUSTUS, 5], ["Almelo", SEPTEMBER, 7], ["Almelo", SEPTEMBER, 8]]
    plan = plan_of(twente, REALISATIE, *rows[:2], header=header, datum=None)
    assert outcomes(plan) == [("Almelo", "nieuw")] * 2
    write(twente, plan, bron="")
    assert [(row.peildatum, row.aantal) for row in twente.realisaties] == [(AUGUSTUS, 5), (SEPTEMBER, 7)]
    plan = plan_of(twente, REALISATIE, *rows, header=header, datum=None)
    assert [rij.uitkomst.value for rij in plan.rijen] == ["gelijk", "probleem", "probleem"]
    late = plan_of(twente, REALISATIE, ["Almelo", datetime.date(2024, 8, 1), 5], header=header, datum=None)
    assert [rij.melding for rij in late.problemen] == [
        "De peildatum 01-08-2024 hoort niet bij 2023-II: kies een dag vanaf 01-07-2023"
    ]


def test_a_day_is_needed_and_must_be_of_the_period(twente: Ledger) -> None:
    with pytest.raises(RegietafelError, match="De peildatum is niet bekend"):
        plan_of(twente, REALISATIE, ["Almelo", 5], datum=None)
    with pytest.raises(RegietafelError, match="hoort niet bij 2023-II"):
        plan_of(twente, REALISATIE, ["Almelo", 5], datum=datetime.date(2023, 6, 30))
    with pytest.raises(RegietafelError, match="Inwoners gelden op 1 januari; 01-09-2023 is dat niet"):
        plan_of(twente, INWONERS, ["Almelo", 5], datum=SEPTEMBER)
    assert plan_of(twente, INWONERS, ["Almelo", 5], datum=None).datum == P.inwoners_peildatum
    named = plan_of(twente, REALISATIE, ["Almelo", 5], header=["Gemeente", "Realisatie 1-9-2023"], datum=None)
    assert named.datum == SEPTEMBER


def test_what_one_must_know_of_the_day(twente: Ledger) -> None:
    gelezen = read(blad(["Stand per 1 augustus 2023"], HEADERS["realisatie"], ["Almelo", 5]), REALISATIE, P)
    said = plan_remarks(make_plan(twente, gelezen, P, SEPTEMBER), gelezen, None)
    assert said[0] == "De tabel noemt 01-08-2023 als peildatum; ingelezen wordt 01-09-2023."
    gelezen = read(blad(HEADERS["realisatie"], ["Almelo", 5]), REALISATIE, Periode(2023, 1))
    said = plan_remarks(make_plan(twente, gelezen, Periode(2023, 1), SEPTEMBER), gelezen, None)
    assert said[0] == "De peildatum 01-09-2023 ligt na 2023-I; kijk na of u de goede periode kiest."


# Names and columns that were explained


def test_a_name_that_was_explained_is_known(twente: Ledger) -> None:
    rows: list[Cells] = [["Enschde 4)", 5], ["Mijn stad", 6], ["Almelo", 7]]
    plan = plan_of(twente, REALISATIE, *rows, keuzes={("Blad1", 2): "GM0153", ("Blad1", 3): "GM0147"})
    assert [(alias.naam, alias.gm_code) for alias in plan.aliassen] == [("Enschde", "GM0153"), ("Mijn stad", "GM0147")]
    write(twente, plan, bron="")
    later = plan_of(twente, BEGINSTAND, ["ENSCHDE", 5], ["mijn-stad*", 6])
    assert [(rij.gemeente, rij.uitkomst.value, rij.bevestigd) for rij in later.rijen] == [
        ("Enschede", "nieuw", False),
        ("Borne", "nieuw", False),
    ]
    assert later.rijen[0].melding == "“ENSCHDE” is Enschede; dat gaf u eerder aan"
    changed = plan_of(twente, BEGINSTAND, ["Mijn stad", 6], keuzes={("Blad1", 2): "GM0141"})
    assert changed.rijen[0].gemeente == "Almelo" and changed.aliassen == ()  # for this once


def test_only_a_name_is_explained(twente: Ledger) -> None:
    header: Cells = ["Code", "Gemeente", "Realisatie"]
    plan = plan_of(twente, REALISATIE, ["GM0141", "Borne", 5], header=header, keuzes={("Blad1", 2): "GM0141"})
    assert plan.rijen[0].gemeente == "Almelo" and plan.aliassen == ()
    unreadable = plan_of(twente, REALISATIE, ["Almel\x85o\x80", 5], keuzes={("Blad1", 2): "GM0141"})
    assert unreadable.rijen[0].gemeente == "Almelo" and unreadable.aliassen == ()
    skipped = plan_of(twente, REALISATIE, ["Enschde", 5], ["Enschedee", 6], akkoord=True)
    assert skipped.aliassen == ()  # both are problems


def test_a_name_means_nothing_in_another_provincie(twente: Ledger) -> None:
    write(twente, plan_of(twente, REALISATIE, ["De Stad", 5], keuzes={("Blad1", 2): "GM0141"}), bron="")
    header: Cells = ["Provincie", "Gemeente", "Realisatie"]
    here = plan_of(twente, REALISATIE, ["Overijssel", "De Stad", 5], header=header)
    there = plan_of(twente, REALISATIE, ["Zeeland", "De Stad", 5], header=header)
    assert (outcomes(here), outcomes(there)) == ([("De Stad", "gelijk")], [("De Stad", "probleem")])


def test_columns_that_were_pointed_out_are_remembered(twente: Ledger) -> None:
    august = blad(["Plaats", "Hoeveel 1-8-2023"], ["Almelo", 5])
    chosen = Indeling("Blad1", 1, 1, {"gemeente": 0, "realisatie": 1})
    plan = make_plan(twente, read(august, REALISATIE, P, indeling=chosen), P)
    before = snapshot(twente)
    kept = to_remember(chosen, august, REALISATIE)
    write(twente, plan, bron="augustus.xlsx", kolommen=kept)
    assert count(twente, "kolomindeling") == 1
    september = blad(["Lijst"], [], ["Plaats", "Hoeveel 1-9-2023"], ["Almelo", 7])
    again = remembered(twente, september, REALISATIE)
    assert again == replace(chosen, kop=3)
    gelezen = read(september, REALISATIE, P, indeling=again, eerder=True)
    assert gelezen.opmerkingen == ("Blad1: de kolommen zijn gelezen zoals u ze eerder aanwees.",)
    assert write(twente, make_plan(twente, gelezen, P), bron="september.xlsx")
    assert [(row.peildatum, row.aantal) for row in twente.realisaties] == [(AUGUSTUS, 5), (SEPTEMBER, 7)]
    assert remembered(twente, september, BEGINSTAND) is None
    twente.undo()
    twente.undo()
    assert snapshot(twente) == before
    assert remembered(twente, september, REALISATIE) is None
    assert to_remember(replace(chosen, kopregels=0), august, REALISATIE) is None


def test_columns_of_another_version_of_the_program_are_asked_again(twente: Ledger) -> None:
    (vel,) = bladen = blad(["Plaats", "Hoeveel"], ["Almelo", 5])
    kept = to_remember(Indeling("Blad1", 1, 1, {"gemeente": 0, "onbekend": 1}), bladen, REALISATIE)
    assert vel and kept
    write(twente, plan_of(twente, REALISATIE, ["Almelo", 5]), bron="", kolommen=kept)
    assert remembered(twente, bladen, REALISATIE) is None


# The whole country


def test_inhabitants_of_the_whole_country(twente: Ledger) -> None:
    gelezen = read(read_sheets(files.BIJLAGE_A), INWONERS)
    plan = make_plan(twente, gelezen, None, akkoord=True)
    assert plan.datum == JANUARI and plan.aantallen[Uitkomst.NIEUW] == 342
    write(twente, plan, bron="bijlage A")
    assert sum(row.aantal for row in twente.inwoners) == 17_590_672
    assert count(twente, "alias") == 4
    assert make_plan(twente, gelezen, None).aantallen[Uitkomst.GELIJK] == 342
    assert count(twente, "realisatie") == 0


def test_a_plan_for_the_country_grows_with_its_rows_only() -> None:
    """Ten times the rows take some ten times as long, not a hundred: no row looks through all the others."""
    ledger = Ledger.in_memory()
    own = [Gemeente(gm_code=each.code, naam=each.naam, provincie=each.provincie) for each in reference.gemeenten()]
    make_regio(ledger, Regio(naam="Nederland"), own)
    rows: list[Cells] = [[each.naam, number] for number, each in enumerate(reference.gemeenten())]
    every, some = (read(blad(HEADERS["realisatie"], *part), REALISATIE, P) for part in (rows, rows[:34]))
    write(ledger, make_plan(ledger, every, P, SEPTEMBER), bron="")

    assert make_plan(ledger, every, P, SEPTEMBER).aantallen[Uitkomst.GELIJK] == 342
    parts = {34: some, 340: every}
    assert growth(lambda size: make_plan(ledger, parts[size], P, SEPTEMBER), 34, times=10, rounds=5) < 4
