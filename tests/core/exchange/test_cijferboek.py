"""The cijferboek: every figure once, with its source, and what does not add up named."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.actions.boekingen import record_beginstand, record_correctie, record_realisatie
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.inlezen import import_regels
from regietafel.actions.regio import add_gemeente, edit_gemeente
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.inwoners import Inwoners
from regietafel.domain.opvang import Opvangcijfer
from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie
from regietafel.errors import RegietafelError
from regietafel.exchange.cijferboek import cijferboek
from regietafel.exchange.export import write_tables
from regietafel.exchange.onderdelen import ONDERDELEN
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.exchange.tabel import Tabel, cel
from regietafel.ledger import Ledger
from regietafel.queries.stand import stand
from tests.core.conftest import P

DAG = datetime.date(2023, 9, 20)
AUGUSTUS, SEPTEMBER = datetime.date(2023, 8, 1), datetime.date(2023, 9, 1)


@pytest.fixture
def vol(twente: Ledger) -> Ledger:
    """Twente with something of every subject, over two half-years."""
    for id, dag, aantal in ((1, AUGUSTUS, 20), (2, AUGUSTUS, 5), (3, AUGUSTUS, 0), (1, SEPTEMBER, 31)):
        record_realisatie(twente, Realisatie(gemeente_id=id, periode=P, peildatum=dag, aantal=aantal, bron="COA-lijst"))
    record_beginstand(twente, Beginstand(gemeente_id=1, periode=P, aantal=5, bron="COA-overzicht"))
    record_beginstand(twente, Beginstand(gemeente_id=1, periode=P.next, aantal=90, bron="COA-overzicht"))
    record_correctie(
        twente,
        Correctie(gemeente_id=1, periode=P, aantal=-3, reden="dubbel geteld", datum=SEPTEMBER, bron="brief"),
    )
    make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)], Bepalingen(toelichting="goed gesprek"))
    import_taakstelling(
        twente, periode=P.next, datum=SEPTEMBER, landelijk=None, bron="brief 2", regels=[(1, 80, None, None)]
    )
    import_regels(
        twente,
        "gelezen",
        [
            Overzichtregel(
                gemeente_id=1, periode=P, peildatum=SEPTEMBER, opgave=115, realisatie=31, saldo=99, bron="lijst"
            ),
            Inwoners(gm_code="GM0153", peildatum=datetime.date(2022, 1, 1), aantal=160_640, bron="CBS"),
            Opvangcijfer(
                gebied="NL00",
                soort="coa_regulier",
                peildatum=datetime.date(2023, 5, 2),
                opgave=77_100,
                realisatie=35_152,
                verschil=41_947,
                bron="tabel 1",
            ),
        ],
    )
    return twente


def rows(tabel: Tabel) -> list[tuple[Any, ...]]:
    return [tuple(cel(field, record) for field in tabel.fields) for record in tabel.records]


def boek(ledger: Ledger, periode: Periode | None = None) -> dict[str, Tabel]:
    return {tabel.titel: tabel for tabel in cijferboek(ledger, periode, vandaag=DAG)}


def test_a_sheet_for_every_subject(vol: Ledger) -> None:
    assert list(boek(vol, P)) == [
        *("Leeswijzer", "Stand 2023-II", "Prognose 2023-II", "Toezicht 2023-II", "Geschiedenis", "Taakstelling"),
        *(
            "Realisatie 2023-II",
            "Realisatie",
            "Beginstanden",
            "Correcties",
            "Herverdelingen",
            "COA-overzicht",
            "Inwoners",
            "Opvang",
        ),
    ]


def test_every_subject_holds_what_the_file_holds(vol: Ledger) -> None:
    sheets = boek(vol, P)
    assert sheets["Stand 2023-II"].totaal == stand(vol, P).totaal
    versie = ("2023-II", datetime.date(2023, 5, 2), "ja", "Borne", "GM0147", 24_007, 38, 0, "circulaire")
    assert versie in rows(sheets["Taakstelling"])
    assert ("2023-II", "Almelo", "GM0141", SEPTEMBER, 31, "COA-lijst") in rows(sheets["Realisatie"])
    assert rows(sheets["Correcties"]) == [
        ("2023-II", "Almelo", "GM0141", -3, SEPTEMBER, "dubbel geteld", "brief"),
    ]
    assert rows(sheets["Herverdelingen"]) == [
        ("HV-2023-II-01", "2023-II", "Enschede", "Borne", 10, "concept", None, "goed gesprek"),
    ]
    assert rows(sheets["Inwoners"]) == [("Enschede", "GM0153", datetime.date(2022, 1, 1), 160_640, "CBS")]
    history = rows(sheets["Geschiedenis"])
    assert [(row[0], row[1]) for row in history] == [
        (periode, naam) for periode in ("2023-II", "2024-I") for naam in ("Almelo", "Borne", "Enschede", "Totaal")
    ]


def test_counts_stand_beside_each_other_and_a_total_is_of_all_or_not_there(vol: Ledger) -> None:
    tabel = boek(vol, P)["Realisatie 2023-II"]
    assert [field.label for field in tabel.fields] == ["Gemeente", "Code", "01-08-2023", "01-09-2023"]
    assert rows(tabel) == [("Almelo", "GM0141", 20, 31), ("Borne", "GM0147", 5, None), ("Enschede", "GM0153", 0, None)]
    assert [cel(field, tabel.totaal) for field in tabel.fields] == ["Totaal", None, 25, None]
    assert tabel.opmerkingen


def test_what_does_not_add_up_is_shown_as_such(vol: Ledger) -> None:
    sheets = boek(vol, P)
    # 113 + 5 − 3 − 31 = 84 rolls over, 90 was entered
    assert rows(sheets["Beginstanden"]) == [
        ("2023-II", "Almelo", "GM0141", 5, None, None, "COA-overzicht"),
        ("2024-I", "Almelo", "GM0141", 90, 84, 6, "COA-overzicht"),
    ]
    assert sheets["Beginstanden"].opmerkingen[0].startswith("Onverklaard verschil bij 1 rij:")
    (overzicht,) = rows(sheets["COA-overzicht"])
    assert overzicht[-3:] == (99, 15, "lijst")  # printed 99, and 115 − 31 is 84
    assert sheets["COA-overzicht"].opmerkingen[0].startswith("Onverklaard verschil bij 1 rij:")
    assert rows(sheets["Opvang"])[0][5:8] == (41_947, 41_948, -1)
    assert sheets["Opvang"].opmerkingen[0].startswith("Onverklaard verschil bij 1 rij:")
    assert "Onverklaard verschil" in " ".join(boek(vol, P.next)["Stand 2024-I"].opmerkingen)


def test_the_leeswijzer_names_every_sheet_and_every_source(vol: Ledger) -> None:
    wijzer = dict[str, list[str]]()
    for what, text in rows(boek(vol, P)["Leeswijzer"]):
        wijzer.setdefault(what, []).append(text)
    assert wijzer["Cijferboek van"] == ["Regietafel Twente"] and wijzer["Gemaakt op"] == ["20 september 2023"]
    assert {f"Blad {name}" for name in list(boek(vol, P))[1:]} <= set(wijzer)
    assert wijzer["Blad Correcties"] == ["1 rij. Bron: staat bij elke rij."]
    assert wijzer["Bron"] == [
        *("circulaire (Taakstelling)", "brief 2 (Taakstelling)", "COA-lijst (Realisatie)"),
        *(
            "COA-overzicht (Beginstanden)",
            "brief (Correcties)",
            "lijst (COA-overzicht)",
            "CBS (Inwoners)",
            "tabel 1 (Opvang)",
        ),
    ]


def test_subjects_without_figures_are_named_and_have_no_sheet(twente: Ledger) -> None:
    sheets = boek(twente)
    assert list(sheets) == [
        *("Leeswijzer", "Stand 2023-II", "Prognose 2023-II", "Toezicht 2023-II", "Geschiedenis", "Taakstelling")
    ]
    what, text = rows(sheets["Leeswijzer"])[-2]
    assert what == "Nog geen cijfers" and text.startswith("Realisatie 2023-II, Realisatie, Beginstanden")


def test_a_file_without_figures_says_so(ledger: Ledger) -> None:
    with pytest.raises(RegietafelError, match="Er staan nog geen cijfers"):
        cijferboek(ledger, vandaag=DAG)


def test_prognose_and_toezicht_come_after_the_stand(vol: Ledger) -> None:
    tabellen = cijferboek(vol, P, vandaag=DAG)
    assert [tabel.titel for tabel in tabellen][1:4] == ["Stand 2023-II", "Prognose 2023-II", "Toezicht 2023-II"]
    assert tabellen[2].totaal.opgave == tabellen[1].totaal.opgave


def test_one_half_year_of_a_subject(vol: Ledger) -> None:
    found = {name: len(make(vol, P).records) for name, make in ONDERDELEN.items()}
    assert found == {
        "stand": 3,
        "geschiedenis": 4,
        "taakstelling": 3,
        "realisatie": 4,
        "beginstand": 1,
        "correcties": 1,
        "herverdelingen": 1,
        "overzicht": 1,
        "inwoners": 1,
        "opvang": 1,
        "logboek": found["logboek"],
    }
    assert found["logboek"] > 5
    assert not ONDERDELEN["correcties"](vol, P.next).records


def test_a_gemeente_from_outside_is_listed_and_not_added_up(vol: Ledger) -> None:
    kampen = add_gemeente(vol, Gemeente(gm_code="GM0166", naam="Kampen", lid=False))
    assert kampen.id is not None
    record_realisatie(vol, Realisatie(gemeente_id=kampen.id, periode=P, peildatum=AUGUSTUS, aantal=9))
    sheets = boek(vol, P)
    assert "Kampen" in {row[1] for row in rows(sheets["Realisatie"])}
    assert "Kampen" not in {row[0] for row in rows(sheets["Realisatie 2023-II"])}
    assert cel(sheets["Realisatie 2023-II"].fields[2], sheets["Realisatie 2023-II"].totaal) == 25


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
@settings(max_examples=15)
@given(
    naam=st.sampled_from(["=1+1", "B&W <Zuid>", "n" * 300, "+31", "'t Veld", "Stand"]), aantal=st.integers(-99, 10**9)
)
def test_any_name_and_number_comes_through(tmp_path: Path, vol: Ledger, suffix: str, naam: str, aantal: int) -> None:
    edit_gemeente(vol, Gemeente(id=1, gm_code="GM0141", naam=naam))
    record_realisatie(vol, Realisatie(gemeente_id=1, periode=P, peildatum=DAG, aantal=aantal, bron=naam))
    path = tmp_path / f"boek{suffix}"
    write_tables(path, cijferboek(vol, P, vandaag=DAG), title=naam, overwrite=True)
    sheets = {blad.naam: blad.rijen for blad in read_sheets(path)}
    assert len(sheets) == 14
    assert ("2023-II", naam, "GM0141", DAG, aantal, naam) in sheets["Realisatie"]
    with zipfile.ZipFile(path) as archive:
        written = b"".join(
            archive.read(name) for name in archive.namelist() if "sheet" in name or name == "content.xml"
        )
    assert b"<f>" not in written and b"table:formula" not in written
