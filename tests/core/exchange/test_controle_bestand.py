"""The figures in a file of ours are checked by the same rules."""

from __future__ import annotations

import datetime

import pytest

from regietafel.actions.boekingen import record_beginstand, record_realisatie
from regietafel.actions.regio import make_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.actions.toezicht import edit_trede, record_oordeel
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.domain.taakstelling import Beginstand, Realisatie
from regietafel.domain.toezicht import Oordeel, Trede
from regietafel.exchange.controle.bestand import controleer_bestand
from regietafel.ledger import Ledger
from regietafel.reference import gemeenten
from tests.core.exchange.tabellen import DATA, rows_of

P, DAY = Periode(2023, 2), datetime.date(2023, 9, 1)
Numbers = dict[str, tuple[int, int, int]]  # code → taakstelling, amv, inwoners


@pytest.fixture
def land(ledger: Ledger) -> Ledger:
    """All 342 gemeenten, without figures."""
    members = [Gemeente(gm_code=each.code, naam=each.naam, provincie=each.provincie) for each in gemeenten()]
    make_regio(ledger, Regio(naam="Landelijke regietafel"), members)
    return ledger


def circulaire() -> Numbers:
    head, *rows = rows_of(DATA / "gemeenten_2023.csv")
    places = [head.index(kop) for kop in ("taakstelling_2023_2", "waarvan_amv", "inwoners_2022_01_01")]
    found = {str(row[0]): [int(str(row[place])) for place in places] for row in rows}
    return {code: (aantal, amv, inwoners) for code, (aantal, amv, inwoners) in found.items()}


def read_in(ledger: Ledger, numbers: Numbers, landelijk: int, datum: datetime.date) -> None:
    ids = {gemeente.gm_code: gemeente.id for gemeente in ledger.gemeenten}
    regels = [(id, *numbers[code]) for code, id in ids.items() if id is not None and code in numbers]
    import_taakstelling(ledger, periode=P, datum=datum, landelijk=landelijk, bron="circulaire", regels=regels)


def test_the_circulaire_is_sound(land: Ledger) -> None:
    read_in(land, circulaire(), 27_300, datetime.date(2023, 5, 2))
    assert controleer_bestand(land) == ()


def test_each_version_against_its_national_number_and_the_verdeelsleutel(land: Ledger) -> None:
    numbers = circulaire()
    read_in(land, numbers, 27_300, datetime.date(2023, 5, 2))
    numbers["GM0141"] = (114, 9, 73_155)
    read_in(land, numbers, 27_300, datetime.date(2023, 6, 1))
    som, almelo = controleer_bestand(land)
    assert {som.tabel, almelo.tabel} == {"Taakstelling 2023-II (versie 01-06-2023)"}
    assert (som.rij, som.kolom, som.gedrukt, som.berekend, som.verschil) == (None, "Landelijk", 27_300, 27_301, 1)
    assert som.melding == "Landelijk: de 342 gemeenten tellen op tot 27.301; er staat 27.300."
    assert (almelo.rij, almelo.kolom, almelo.gedrukt, almelo.berekend, almelo.verschil) == (
        None, "Taakstelling", 114, 113, -1,
    )  # fmt: skip
    assert almelo.melding.startswith("Almelo: 73.155 inwoners geven volgens de verdeelsleutel (Adams, 27.300 over")


def test_a_region_does_not_add_up_to_the_country(twente: Ledger) -> None:
    assert controleer_bestand(twente) == ()


def test_a_beginstand_that_is_not_the_saldo_before_it(twente: Ledger) -> None:
    almelo, borne = (gemeente.id for gemeente in (*twente.gemeenten,)[:2])
    assert almelo is not None and borne is not None
    for id, aantal in ((almelo, 100), (borne, 38)):
        peildatum = datetime.date(2024, 1, 1)
        record_realisatie(twente, Realisatie(gemeente_id=id, periode=P, peildatum=peildatum, aantal=aantal))
    import_taakstelling(
        twente,
        periode=P.next,
        datum=datetime.date(2023, 10, 1),
        landelijk=None,
        bron="circulaire",
        regels=[(almelo, 80, None, None), (borne, 20, None, None)],
    )
    trede = edit_trede(twente, Trede(provincie="", volgorde=1, naam="monitoren"))
    assert trede.id is not None  # of an earlier half-year there is nothing to add up
    record_oordeel(twente, Oordeel(gemeente_id=almelo, periode=P.previous, datum=DAY, trede_id=trede.id))
    record_beginstand(twente, Beginstand(gemeente_id=almelo, periode=P.next, aantal=15))
    record_beginstand(twente, Beginstand(gemeente_id=borne, periode=P.next, aantal=0))
    (found,) = controleer_bestand(twente)
    assert (found.tabel, found.rij, found.kolom) == ("Stand 2024-I", None, "Beginstand")
    assert (found.gedrukt, found.berekend, found.verschil) == (15, 13, -2)
    assert found.melding == "Almelo: 2023-II eindigt met 13; er staat 15. Onverklaard verschil: −2."
