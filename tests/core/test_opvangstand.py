"""Opvang per gebied: published figures and the own count side by side, swaps, the norm, and what rests on a besluit."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel import reference
from regietafel.actions.nieuw import of_veiligheidsregio
from regietafel.actions.normen import edit_norm, remove_norm
from regietafel.actions.opvanglocaties import add_locatie, record_bezettingen, save_opvanguitruil
from regietafel.actions.regio import make_regio
from regietafel.actions.staten import record_staat
from regietafel.domain.norm import Norm
from regietafel.domain.opvang import AMV_NIDOS, COA_REGULIER, SOORTEN, Opvangcijfer
from regietafel.domain.opvanglocatie import Bezetting, Opvanglocatie, Opvanguitruil
from regietafel.domain.regio import Gemeente, Regio
from regietafel.domain.staat import Staatwissel
from regietafel.errors import RuleError
from regietafel.ledger import Ledger
from regietafel.queries.opvangstand import (
    REGIO,
    TOTAAL,
    Herkomst,
    OpvangstandRegel,
    opvangstand,
    regio_opgaven,
    totalen,
)
from tests.core.exchange.opvangtabellen import TABEL1, TABEL2, import_file

APRIL, MEI, JANUARI = datetime.date(2023, 4, 1), datetime.date(2023, 5, 2), datetime.date(2024, 1, 1)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def regio(ledger: Ledger) -> Ledger:
    """All of Twente, with the norms that ship."""
    rows = [
        Gemeente(gm_code=each.code, naam=each.naam, provincie=each.provincie)
        for each in of_veiligheidsregio("Twente").gemeenten
    ]
    make_regio(ledger, Regio(naam="Regietafel Twente"), rows, ())
    for norm in reference.meegeleverd(Norm):
        edit_norm(ledger, norm)
    return ledger


def published(ledger: Ledger, gebied: str, dag: datetime.date, soort: str = COA_REGULIER, **numbers: Any) -> None:
    with ledger.operation("cijfer"):
        ledger.opvangcijfers.put(Opvangcijfer(gebied=gebied, soort=soort, peildatum=dag, **numbers))


def spring(ledger: Ledger) -> None:
    """Twente in the spring of 2023 (domein §4)."""
    published(ledger, "VR05", APRIL, opgave=1944, realisatie=794, bron="regietafel")
    published(ledger, "VR05", JANUARI, opgave=2164, bron="brief")


def add(ledger: Ledger, staat: str | None = "open", gemeente: str = "Borne", **known: Any) -> int:
    values = {"soort": "azc", "capaciteit": 300, "naam": f"Plek {len(list(ledger.opvanglocaties))}", **known}
    (found,) = ledger.gemeenten.where(naam=gemeente)
    assert found.id is not None
    staten = [Staatwissel(locatie_id=0, staat=staat, vanaf=datetime.date(2022, 1, 1))] if staat else []
    made = add_locatie(ledger, Opvanglocatie(gemeente_id=found.id, **values), staten)
    assert made.id is not None
    return made.id


def of(ledger: Ledger, op: datetime.date, gebied: str, soort: str = COA_REGULIER) -> OpvangstandRegel:
    return next(each for each in opvangstand(ledger, op) if (each.gebied, each.soort) == (gebied, soort))


def test_twente_in_the_spring_of_2023(regio: Ledger) -> None:
    spring(regio)
    assert import_file(regio, TABEL1)
    for gebied in ("VR05", REGIO):
        now, later = of(regio, MEI, gebied), of(regio, JANUARI, gebied)
        assert (now.opgave, now.realisatie, now.verschil) == (1944, 794, 1150)
        assert (later.opgave, later.realisatie, later.verschil) == (2164, 794, 1370)
        assert later.bronnen == {
            "opgave": Herkomst(peildatum=JANUARI, bron="brief"),
            "realisatie": Herkomst(peildatum=APRIL, bron="regietafel"),
        }
        oekraine, crisis = of(regio, MEI, gebied, "oekraine"), of(regio, MEI, gebied, "crisisnoodopvang")
        assert (oekraine.opgave, oekraine.realisatie, oekraine.verschil) == (3604, 2978, 626)
        assert (crisis.opgave, crisis.realisatie, crisis.verschil) == (None, 310, None)
    assert of(regio, MEI, REGIO).naam == "Regietafel Twente" and of(regio, MEI, "VR05").naam == "Twente"
    assert regio_opgaven(regio, [APRIL - DAY, MEI, JANUARI]) == {
        APRIL - DAY: None,
        MEI: 1944 + 3604,
        JANUARI: 2164 + 3604,
    }


def test_both_tables_stand_as_printed(regio: Ledger) -> None:
    assert import_file(regio, TABEL1) and import_file(regio, TABEL2)
    shown = {(each.gebied, each.soort): each for each in opvangstand(regio, MEI) if each.gebied != REGIO}
    assert {each.gebied for each in regio.opvangcijfers} == {gebied for gebied, _soort in shown}
    assert len({gebied for gebied, _soort in shown}) == 12 + 25 + 1
    for each in regio.opvangcijfers:
        found = shown.pop((each.gebied, each.soort))
        assert (found.opgave, found.realisatie) == (each.opgave, each.realisatie)
        assert found.verschil == (None if None in (each.opgave, each.realisatie) else each.opgave - each.realisatie)  # type: ignore[operator]
    assert not shown
    niveaus = [each.niveau for each in opvangstand(regio, MEI)]
    assert sorted(niveaus, key=["regio", "veiligheidsregio", "provincie", "land", "gemeente"].index) == niveaus


def test_a_region_of_its_own_adds_up_its_gemeenten_of_one_day(twente: Ledger) -> None:
    for code, aantal in (("GM0141", 100), ("GM0147", 40)):
        published(twente, code, APRIL, opgave=aantal)
    assert REGIO not in {each.gebied for each in opvangstand(twente, MEI)}  # of Enschede nothing is known
    published(twente, "GM0153", MEI, opgave=200)
    assert REGIO not in {each.gebied for each in opvangstand(twente, MEI)}  # of another day
    published(twente, "GM0153", APRIL, opgave=250, bron="brief")
    assert of(twente, MEI - DAY, REGIO).opgave == 390
    assert of(twente, MEI - DAY, REGIO).bronnen["opgave"] == Herkomst(peildatum=APRIL, bron="brief")


def test_a_provincie_that_is_one_veiligheidsregio_has_the_figures_of_both(ledger: Ledger) -> None:
    rows = [
        Gemeente(gm_code=each.code, naam=each.naam, provincie=each.provincie)
        for each in of_veiligheidsregio("Drenthe").gemeenten
    ]
    make_regio(ledger, Regio(naam="Regietafel Drenthe"), rows, ())
    assert import_file(ledger, TABEL1)
    assert of(ledger, MEI, REGIO).opgave == 3553  # tabel 1 has it of the provincie alone
    assert (
        of(ledger, MEI, REGIO, "crisisnoodopvang").realisatie == of(ledger, MEI, "VR03", "crisisnoodopvang").realisatie
    )
    published(ledger, "VR03", MEI + DAY, opgave=3600)
    assert of(ledger, MEI + DAY, REGIO).opgave == 3600


def test_published_and_own_stand_beside_each_other(regio: Ledger) -> None:
    spring(regio)
    here = add(regio, capaciteit=299)
    add(regio, gemeente="Enschede", capaciteit=500)
    add(regio, capaciteit=None)
    decided = add(regio, "vergunning", capaciteit=120)
    record_staat(regio, Staatwissel(locatie_id=decided, staat="raadsbesluit", vanaf=datetime.date(2021, 6, 1)))
    add(regio, "vergunning", capaciteit=60)  # of which no raadsbesluit is recorded
    add(regio, "verkenning", capaciteit=1000)
    add(regio, "gesloten", capaciteit=1000)
    record_bezettingen(regio, [Bezetting(locatie_id=here, peildatum=APRIL, bezet=280)])
    for gebied in (REGIO, "VR05", "PV23", "NL00"):
        regel = of(regio, MEI, gebied)
        assert (regel.eigen, regel.bezet, regel.raadsbesluit, regel.met_norm) == (799, 280, 120, 735)
    regel = of(regio, MEI, REGIO)
    assert (regel.opgave, regel.realisatie, regel.verschil) == (1944, 794, 1150)
    borne = of(regio, MEI, "GM0147")
    assert (borne.eigen, borne.bezet, borne.raadsbesluit, borne.opgave, borne.realisatie) == (299, 280, 120, None, None)
    (norm,) = regio.normen.where(sleutel="bezetting")
    edit_norm(regio, replace(norm, waarde=96))
    assert of(regio, MEI, REGIO).met_norm == 767
    remove_norm(regio, norm)
    assert of(regio, MEI, REGIO).met_norm is None


def test_amv_nidos_stays_apart_and_a_rol_is_seen(regio: Ledger) -> None:
    spring(regio)
    published(regio, "VR05", APRIL, AMV_NIDOS, opgave=60, realisatie=12)
    add(regio, soort=AMV_NIDOS, capaciteit=30)
    add(regio, soort="amv_kleinschalig", capaciteit=20)
    add(regio, soort="rol", capaciteit=150)
    regels = [each for each in opvangstand(regio, MEI) if each.gebied == REGIO]
    assert [(each.soort, each.opgave, each.eigen) for each in regels] == [
        ("coa_regulier", 1944, 0),
        ("amv_coa", None, 20),
        ("amv_nidos", 60, 30),
        ("rol", None, 150),
    ]
    (totaal,) = totalen(regels)
    assert (totaal.soort, totaal.opgave, totaal.realisatie, totaal.verschil) == (TOTAAL, 1944, 794, 1150)
    assert (totaal.eigen, totaal.met_norm) == (170, 18 + 138)
    assert regio_opgaven(regio, [MEI]) == {MEI: 1944}


def test_a_gemeente_from_elsewhere_is_not_of_the_region(twente: Ledger) -> None:
    with twente.operation("x"):
        twente.gemeenten.save(Gemeente(gm_code="GM0193", naam="Zwolle", provincie="Overijssel", lid=False))
    add(twente, gemeente="Zwolle", capaciteit=400)
    add(twente, capaciteit=100)
    eigen = {each.gebied: each.eigen for each in opvangstand(twente, MEI)}
    assert eigen == {REGIO: 100, "VR05": 100, "VR04": 400, "PV23": 500, "NL00": 500, "GM0147": 100, "GM0193": 400}


def test_a_swap_moves_opgave_between_gemeenten(twente: Ledger) -> None:
    for code, aantal in (("GM0141", 100), ("GM0147", 40), ("GM0153", 200), ("PV23", 4081)):
        published(twente, code, APRIL, opgave=aantal, realisatie=30)
    save_opvanguitruil(twente, Opvanguitruil(van_id=3, naar_id=2, soort=COA_REGULIER, aantal=25, datum=MEI))
    assert of(twente, MEI - DAY, "GM0147").uitruil == 0
    changes = {gebied: of(twente, MEI, gebied) for gebied in ("GM0141", "GM0147", "GM0153", REGIO, "PV23")}
    assert {gebied: (each.opgave, each.uitruil, each.verschil) for gebied, each in changes.items()} == {
        "GM0141": (100, 0, 70),
        "GM0147": (40, 25, 35),
        "GM0153": (200, -25, 145),
        REGIO: (340, 0, 250),
        "PV23": (4081, 0, 4051),
    }


def test_a_swap_stays_within_one_provincie(twente: Ledger) -> None:
    with twente.operation("x"):
        elsewhere = twente.gemeenten.save(Gemeente(gm_code="GM0200", naam="Apeldoorn", provincie="Gelderland"))
    with pytest.raises(RuleError, match=r"opvangplekken ruilen kan alleen binnen één provincie\."):
        save_opvanguitruil(
            twente, Opvanguitruil(van_id=1, naar_id=elsewhere.id or 0, soort=COA_REGULIER, aantal=5, datum=MEI)
        )


OVERIJSSEL = [each for each in reference.gemeenten() if each.provincie_code in {"PV23", "PV25"}]
swap = st.tuples(
    st.integers(1, len(OVERIJSSEL)), st.integers(1, len(OVERIJSSEL)), st.sampled_from(SOORTEN), st.integers(1, 400)
)


@given(swaps=st.lists(swap, max_size=12))
def test_whatever_gemeenten_swap_the_provincie_stands(swaps: list[tuple[int, int, str, int]]) -> None:
    with_all = Ledger.in_memory()
    rows = [Gemeente(gm_code=each.code, naam=each.naam, provincie=each.provincie) for each in OVERIJSSEL]
    make_regio(with_all, Regio(naam="Oost"), rows, ())
    for code in ("PV23", "PV25", "NL00"):
        published(with_all, code, APRIL, opgave=4081, realisatie=2396)
    before = totals(with_all)
    for van, naar, soort, aantal in swaps:
        try:
            swap_ = Opvanguitruil(van_id=van, naar_id=naar, soort=soort, aantal=aantal, datum=MEI)
            save_opvanguitruil(with_all, swap_)
        except RuleError:
            assert van == naar or OVERIJSSEL[van - 1].provincie_code != OVERIJSSEL[naar - 1].provincie_code
    assert totals(with_all) == before
    regels = opvangstand(with_all, MEI)
    for niveau in ("veiligheidsregio", "gemeente"):
        assert sum(each.uitruil for each in regels if each.niveau == niveau) == 0
    with_all.close()


def totals(ledger: Ledger) -> list[tuple[str, str, int, int | None]]:
    kept = ("PV23", "PV25", "NL00", REGIO)
    regels = [each for each in opvangstand(ledger, MEI) if each.gebied in kept]
    return [(each.gebied, each.soort, each.uitruil, each.verschil) for each in regels]


def test_nothing_known_is_nothing_shown(regio: Ledger) -> None:
    assert opvangstand(regio, MEI) == () and totalen(()) == ()
