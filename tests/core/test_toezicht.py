"""What the provincie found, on which step that puts a gemeente, and the days of the year."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from regietafel import reference
from regietafel.actions.boekingen import record_realisatie
from regietafel.actions.regio import add_gemeente, edit_gemeente
from regietafel.actions.termijnen import edit_termijn, remove_termijn
from regietafel.actions.toezicht import edit_trede, record_oordeel, remove_oordeel, remove_trede
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.domain.taakstelling import Realisatie
from regietafel.domain.termijn import Termijn
from regietafel.domain.toezicht import Oordeel, Trede
from regietafel.errors import RegietafelError, RuleError
from regietafel.ledger import Ledger
from regietafel.queries.termijnen import komende_termijnen
from regietafel.queries.toezicht import ToezichtRegel, oordelen, toezicht, treden_van
from tests.core.taakstellingen import announce

P = Periode(2023, 2)
ALMELO, BORNE, ENSCHEDE = 1, 2, 3
DAY = datetime.date(2023, 9, 1)


@pytest.fixture
def judged(twente: Ledger) -> Ledger:
    """Twente with the steps a new file knows: Overijssel's three and the six of no provincie."""
    for trede in reference.meegeleverd(Trede):
        edit_trede(twente, trede)
    return twente


def step(ledger: Ledger, naam: str) -> Trede:
    return next(trede for trede in ledger.treden if trede.naam == naam)


def judge(
    ledger: Ledger, id: int, naam: str, datum: datetime.date = DAY, periode: Periode = P, *, reden: str = ""
) -> None:
    trede_id = step(ledger, naam).id
    assert trede_id is not None
    record_oordeel(
        ledger,
        Oordeel(
            gemeente_id=id, periode=periode, datum=datum, trede_id=trede_id, verschoonbaar=bool(reden), reden=reden
        ),
    )


def regel(ledger: Ledger, gemeente: str, op: datetime.date = datetime.date(2024, 2, 1)) -> ToezichtRegel:
    return next(each for each in toezicht(ledger, P, op) if each.gemeente == gemeente)


def test_a_provincie_has_its_own_steps_or_the_general_ones(judged: Ledger) -> None:
    assert [trede.naam for trede in treden_van(judged, "Overijssel", DAY)] == [
        "monitoren",
        "ambtelijk gesprek",
        "bestuurlijk gesprek",
    ]
    assert [trede.volgorde for trede in treden_van(judged, "Zeeland", DAY)] == [1, 2, 3, 4, 5, 6]
    assert treden_van(judged, "", DAY) == treden_van(judged, "Zeeland", DAY)
    edit_trede(judged, Trede(provincie="Friesland", volgorde=1, naam="volgen"))
    assert [trede.naam for trede in treden_van(judged, "Fryslân", DAY)] == ["volgen"]


def test_a_step_holds_from_its_first_day_to_its_last(judged: Ledger) -> None:
    edit_trede(judged, replace(step(judged, "monitoren"), geldig_tot=DAY))
    edit_trede(judged, Trede(provincie="Overijssel", volgorde=1, naam="volgen", geldig_vanaf=datetime.date(2023, 9, 2)))
    assert treden_van(judged, "Overijssel", DAY)[0].naam == "monitoren"
    assert treden_van(judged, "Overijssel", datetime.date(2023, 9, 2))[0].naam == "volgen"


def test_the_newest_oordeel_counts_and_says_since_when(judged: Ledger) -> None:
    judge(judged, BORNE, "monitoren", datetime.date(2022, 9, 1), Periode(2022, 2))
    judge(judged, BORNE, "ambtelijk gesprek", datetime.date(2023, 3, 1), P.previous)
    judge(judged, BORNE, "ambtelijk gesprek", DAY, reden="Te weinig koppelingen.")
    borne = regel(judged, "Borne")
    assert (borne.trede, borne.kleur, borne.datum, borne.sinds) == (
        "ambtelijk gesprek",
        "oranje",
        DAY,
        datetime.date(2023, 3, 1),
    )
    assert borne.zin == (
        "Ambtelijk gesprek sinds 01-03-2023. De provincie volgt de cijfers en voert een ambtelijk gesprek."
        " De achterstand is verschoonbaar: Te weinig koppelingen."
    )
    judge(judged, BORNE, "bestuurlijk gesprek", datetime.date(2024, 1, 15))
    assert regel(judged, "Borne").trede == "bestuurlijk gesprek"
    assert regel(judged, "Borne", datetime.date(2024, 1, 14)).trede == "ambtelijk gesprek"  # not known yet
    assert [each.trede for each in oordelen(judged, BORNE)] == [
        "bestuurlijk gesprek",
        "ambtelijk gesprek",
        "ambtelijk gesprek",
        "monitoren",
    ]


def test_without_an_oordeel_the_one_before_is_named(judged: Ledger) -> None:
    assert regel(judged, "Almelo").zin == "De provincie gaf nog geen oordeel."
    judge(judged, ALMELO, "monitoren", datetime.date(2023, 3, 1), P.previous)
    almelo = regel(judged, "Almelo")
    assert (almelo.trede, almelo.sinds, almelo.verschoonbaar) == ("", None, None)
    assert almelo.zin == "Over 2023-II is nog geen oordeel; over 2023-I was het: monitoren."


def test_four_half_years_in_a_row_is_said(judged: Ledger) -> None:
    periode = Periode(2022, 1)
    for _half_year in range(4):
        announce(judged, periode, periode.begin, {BORNE: 40})
        count = Realisatie(gemeente_id=BORNE, periode=periode, peildatum=periode.next.begin, aantal=30)
        record_realisatie(judged, count)
        periode = periode.next
    borne = regel(judged, "Borne")
    assert (borne.saldo, borne.reeks, borne.provincie) == (40, 4, "Overijssel")
    assert borne.zin.endswith("bij 4 kan de provincie ingrijpen (werkwijze Zuid-Holland).")
    assert regel(judged, "Almelo").reeks is None


def test_an_oordeel_of_the_same_day_is_replaced(judged: Ledger) -> None:
    judge(judged, BORNE, "monitoren")
    judge(judged, BORNE, "ambtelijk gesprek")
    (only,) = judged.oordelen
    assert only.trede_id == step(judged, "ambtelijk gesprek").id
    remove_oordeel(judged, only)
    assert not list(judged.oordelen)


def test_a_step_of_another_provincie_is_refused(judged: Ledger) -> None:
    add_gemeente(judged, Gemeente(gm_code="GM0230", naam="Elburg", provincie="Gelderland"))
    with pytest.raises(RuleError, match="“monitoren” is een trede van Overijssel; Elburg ligt in Gelderland"):
        judge(judged, 4, "monitoren")
    judge(judged, 4, "vooraankondiging")
    edit_gemeente(judged, replace(judged.gemeenten.get(BORNE), provincie=""))
    with pytest.raises(RuleError, match="Vul eerst de provincie van Borne in"):
        judge(judged, BORNE, "monitoren")
    with pytest.raises(RuleError, match="ligt in Gelderland"):
        edit_trede(judged, replace(step(judged, "vooraankondiging"), provincie="Zeeland"))


def test_two_steps_do_not_share_a_place(judged: Ledger) -> None:
    with pytest.raises(RuleError, match="Op plaats 2 staat al “ambtelijk gesprek”"):
        edit_trede(judged, Trede(provincie="Overijssel", volgorde=2, naam="brief"))
    with pytest.raises(RegietafelError, match="Overijssel"):
        edit_trede(judged, Trede(provincie="Overijsel", volgorde=4, naam="brief"))


def test_a_step_in_use_stays(judged: Ledger) -> None:
    judge(judged, BORNE, "monitoren")
    with pytest.raises(RuleError, match="Op “monitoren” staan oordelen over Borne"):
        remove_trede(judged, step(judged, "monitoren"))
    remove_trede(judged, step(judged, "bestuurlijk gesprek"))
    assert len(treden_van(judged, "Overijssel", DAY)) == 2


def test_the_next_days_of_the_year(ledger: Ledger) -> None:
    edit_termijn(ledger, Termijn(omschrijving="einde", maand=12, dag=31))
    edit_termijn(ledger, Termijn(omschrijving="besluit", maand=12, dag=31))
    edit_termijn(ledger, Termijn(omschrijving="circulaire", maand=4, dag=1, bron="Huisvestingswet 2014"))
    edit_termijn(ledger, Termijn(omschrijving="voorbij", maand=5, dag=1, geldig_tot=DAY))
    coming = komende_termijnen(ledger, datetime.date(2023, 12, 31))
    assert [(each.omschrijving, each.dagen) for each in coming] == [("besluit", 0), ("einde", 0), ("circulaire", 92)]
    assert coming[2].datum == datetime.date(2024, 4, 1)
    assert next(each.omschrijving for each in komende_termijnen(ledger, DAY)) == "besluit"
    remove_termijn(ledger, ledger.termijnen.get(2))
    assert [each.omschrijving for each in komende_termijnen(ledger, DAY)] == ["einde", "circulaire"]
