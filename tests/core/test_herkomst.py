"""“Waar komt dit vandaan?”: the chain behind every number of the stand adds up to that number."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.actions.boekingen import record_beginstand, record_correctie, record_realisatie
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from regietafel.queries.herkomst import VELDEN, Herkomst, HerkomstRegel, herkomst, in_words
from regietafel.queries.stand import stand
from tests.core.agreements import bring_into_force
from tests.core.taakstellingen import announce

P = Periode(2023, 2)
ENSCHEDE, BORNE = 3, 2


def day(month: int, number: int = 1, year: int = 2023) -> datetime.date:
    return datetime.date(year, month, number)


def adds_up(origin: Herkomst) -> None:
    """Every row that has rows below it is their sum; so is the whole."""
    if origin.aantal is not None:
        assert _sum(list(origin.regels), 0) in (origin.aantal, None)
    for place, regel in enumerate(origin.regels):
        below = []
        for each in origin.regels[place + 1 :]:
            if each.diepte <= regel.diepte:
                break
            below.append(each)
        total = _sum(below, regel.diepte + 1)
        if regel.aantal is not None and total is not None:
            assert total == regel.aantal, in_words(origin)


def _sum(regels: list[HerkomstRegel], depth: int) -> int | None:
    counted = [regel.aantal or 0 for regel in regels if regel.diepte == depth and regel.telt]
    return sum(counted) if counted else None


def test_the_opgave_of_borne_names_every_row_its_source_and_its_operation(twente: Ledger) -> None:
    record_beginstand(twente, Beginstand(gemeente_id=BORNE, periode=P, aantal=5, bron="COA-lijst juli"))
    record_correctie(
        twente, Correctie(gemeente_id=BORNE, periode=P, aantal=-1, reden="dubbel geteld", datum=day(9), bron="brief")
    )
    id = make_herverdeling(twente, P, [Deel("Enschede", "Borne", 10)])
    bring_into_force(twente, id, day(9))
    origin = herkomst(twente, P, BORNE, "opgave")
    assert (origin.titel, origin.aantal) == ("Opgave van Borne in 2023-II", 52)
    assert [(regel.diepte, regel.wat, regel.aantal, regel.bron, regel.handeling) for regel in origin.regels] == [
        (0, "taakstelling", 38, "", ""),
        (1, "versie van 02-05-2023", 38, "circulaire", "Taakstelling ingelezen: 2023-II"),
        (0, "herverdeling", 10, "", ""),
        (
            1,
            "HV-2023-II-01: overgenomen van Enschede",
            10,
            "in werking op 01-09-2023",
            "Herverdeling HV-2023-II-01 gemaakt",
        ),
        (0, "beginstand", 5, "", ""),
        (1, "ingevuld", 5, "COA-lijst juli", "Beginstand van Borne ingevuld"),
        (0, "correctie", -1, "", ""),
        (1, "01-09-2023: dubbel geteld", -1, "brief", "Correctie geboekt voor Borne"),
    ]
    assert all(regel.tijd and regel.gebruiker for regel in origin.regels if regel.diepte == 1)
    adds_up(origin)


def test_a_saldo_leads_back_through_the_half_years_that_rolled_over(twente: Ledger) -> None:
    record_realisatie(twente, Realisatie(gemeente_id=BORNE, periode=P, peildatum=day(9), aantal=12))
    record_realisatie(twente, Realisatie(gemeente_id=BORNE, periode=P, peildatum=day(1, year=2024), aantal=30))
    announce(twente, P.next, day(10), {BORNE: 20})
    origin = herkomst(twente, P.next, BORNE, "beginstand")
    assert origin.aantal == 8 and "rolt vanzelf door" in origin.zin
    said = [(regel.diepte, regel.wat, regel.aantal, regel.telt) for regel in origin.regels]
    assert said[0] == (0, "saldo van 2023-II", 8, True)
    assert (1, "opgave", 38, True) in said and (1, "af: realisatie", -30, True) in said
    assert (2, "peildatum 01-01-2024", -30, True) in said and (2, "peildatum 01-09-2023, ouder", -12, False) in said
    adds_up(origin)


def test_an_entered_beginstand_shows_what_rolled_over_and_the_onverklaard_verschil(twente: Ledger) -> None:
    record_realisatie(twente, Realisatie(gemeente_id=BORNE, periode=P, peildatum=day(1, year=2024), aantal=30))
    announce(twente, P.next, day(10), {BORNE: 20})
    record_beginstand(twente, Beginstand(gemeente_id=BORNE, periode=P.next, aantal=11, bron="COA"))
    origin = herkomst(twente, P.next, BORNE, "beginstand")
    top = [(regel.wat, regel.aantal, regel.telt) for regel in origin.regels if regel.diepte == 0]
    assert top == [
        ("ingevuld", 11, True),
        ("saldo van 2023-II, niet gebruikt", 8, False),
        ("onverklaard verschil", 3, False),
    ]
    adds_up(origin)
    difference = herkomst(twente, P.next, BORNE, "begin_verschil")
    assert [(regel.wat, regel.aantal) for regel in difference.regels] == [
        ("ingevulde beginstand", 11),
        ("af: saldo van 2023-II", -8),
    ]
    adds_up(difference)


def test_the_total_is_that_of_the_gemeenten(twente: Ledger) -> None:
    origin = herkomst(twente, P, None, "taakstelling")
    assert (origin.aantal, [regel.wat for regel in origin.regels]) == (399, ["Almelo", "Borne", "Enschede"])
    record_realisatie(twente, Realisatie(gemeente_id=BORNE, periode=P, peildatum=day(9), aantal=12))
    housed = herkomst(twente, P, None, "realisatie")
    unknown = herkomst(twente, P, None, "saldo")
    assert unknown.zin == "Het totaal is onbekend, want van 2 van de 3 gemeenten is dit onbekend."
    assert (housed.aantal, housed.zin) == (12, "Het aantal van 1 gemeente. Van 2 is dit onbekend.")
    adds_up(housed)


def test_in_words_is_indented_and_says_what_does_not_count(twente: Ledger) -> None:
    import_taakstelling(
        twente, periode=P, datum=day(11, 10), landelijk=None, bron="herziening", regels=[(BORNE, 24, None, None)]
    )
    lines = in_words(herkomst(twente, P, BORNE, "taakstelling"))
    assert lines[0] == "Taakstelling van Borne in 2023-II: 24"
    assert lines[2].startswith("  +24  versie van 10-11-2023 · herziening · Taakstelling ingelezen: 2023-II")
    assert lines[3].startswith("  (38)  versie van 02-05-2023, vervangen")


def test_what_is_no_number_of_the_stand_is_refused(twente: Ledger) -> None:
    with pytest.raises(RegietafelError, match="kies uit"):
        herkomst(twente, P, BORNE, "naam")
    with pytest.raises(RegietafelError, match="geen lid"):
        herkomst(twente, P, 99, "opgave")


Some = st.none() | st.integers(-60, 60)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.none() | st.integers(0, 80), Some, st.lists(st.integers(-9, 9).filter(bool), max_size=2), Some),
        min_size=1,
        max_size=4,
    )
)
def test_every_chain_adds_up(halfyears: list[tuple[int | None, int | None, list[int], int | None]]) -> None:
    from regietafel.actions.regio import make_regio

    ledger = Ledger.in_memory()
    make_regio(ledger, Regio(naam="Tafel"), [Gemeente(gm_code="GM0147", naam="Borne")])
    periode = P
    for aantal, begin, corrections, housed in halfyears:
        if aantal is not None:
            announce(ledger, periode, periode.begin, {1: aantal})
        if begin is not None:
            record_beginstand(ledger, Beginstand(gemeente_id=1, periode=periode, aantal=begin))
        for number in corrections:
            record_correctie(
                ledger, Correctie(gemeente_id=1, periode=periode, aantal=number, reden="x", datum=periode.begin)
            )
        if housed is not None:
            record_realisatie(
                ledger, Realisatie(gemeente_id=1, periode=periode, peildatum=periode.einde, aantal=housed)
            )
        (regel,) = stand(ledger, periode).regels
        for veld in VELDEN:
            origin = herkomst(ledger, periode, 1, veld)
            assert origin.aantal == getattr(regel, veld)
            adds_up(origin)
        periode = periode.next
