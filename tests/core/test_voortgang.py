"""How far an agreement has come, what a refusal does to it, and what was done to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from regietafel.actions import herverdeling as actions
from regietafel.actions.behandeling import record_behandelingen, record_kennisgevingen, record_verwerking
from regietafel.actions.bijlagen import add_bijlage, remove_bijlage
from regietafel.actions.regio import make_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.actions.weglatingen import set_weglating
from regietafel.domain.behandeling import ADRESSATEN, Kennisgeving, Verwerking
from regietafel.domain.document import Weglating
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from regietafel.queries.logboek import logboek_of_herverdeling
from regietafel.queries.voortgang import collegeregels, gevolg_van_weigering, voortgang

P = Periode(2023, 2)
DAY = datetime.date(2023, 9, 1)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    made = Ledger.in_memory()
    names = ("Almelo", "Borne", "Losser", "Wierden")
    make_regio(made, Regio(naam="Twente"), [Gemeente(gm_code=f"GM{n:04}", naam=naam) for n, naam in enumerate(names)])
    regels = [(number, 100, None, None) for number in range(1, 5)]
    import_taakstelling(made, periode=P, datum=datetime.date(2023, 5, 2), landelijk=None, bron="", regels=regels)
    yield made
    made.close()


@pytest.fixture
def id(ledger: Ledger) -> int:
    return actions.make_herverdeling(ledger, P, [Deel("Almelo", "Borne", 10), Deel("Losser", "Wierden", 5)])


def after(days: int) -> datetime.date:
    return DAY + datetime.timedelta(days=days)


def line(ledger: Ledger, id: int) -> str:
    """The steps as one line: ✓ done, ● now, ✕ ended, ○ to come."""
    steps = voortgang(blad(ledger, id))
    marks = ("✕" if each.einde else "●" if each.nu else "✓" if each.gedaan else "○" for each in steps)
    return "".join(marks)


def test_every_step_of_the_way(ledger: Ledger, id: int) -> None:
    seen = [line(ledger, id)]

    def put(**facts: Any) -> None:
        record_behandelingen(ledger, [replace(each, **facts) for each in blad(ledger, id).behandelingen])
        seen.append(line(ledger, id))

    put(voorgelegd_op=DAY)
    put(besluit_op=after(7))
    put(bekendgemaakt_op=after(10))
    told = [Kennisgeving(herverdeling_id=id, aan=aan, datum=after(12)) for aan in ADRESSATEN]
    record_kennisgevingen(ledger, told[:1])
    assert voortgang(blad(ledger, id))[5].telling == "1 van 4"
    record_kennisgevingen(ledger, told)
    seen.append(line(ledger, id))
    record_verwerking(ledger, Verwerking(herverdeling_id=id, datum=after(30)))
    seen.append(line(ledger, id))
    assert seen == ["●○○○○○○", "✓●○○○○○", "✓✓●○○○○", "✓✓✓✓●○○", "✓✓✓✓✓●○", "✓✓✓✓✓✓●"]
    days = [step.datum for step in voortgang(blad(ledger, id))]
    assert days == [None, DAY, after(7), after(10), after(11), after(12), after(30)]
    assert voortgang(blad(ledger, id, after(10)))[3].nu  # asked for the day before it came into force


def test_what_ends_it_stands_where_it_ended(ledger: Ledger, id: int) -> None:
    first, *rest = blad(ledger, id).behandelingen
    record_behandelingen(ledger, [replace(each, besluit_op=DAY) for each in rest])
    assert voortgang(blad(ledger, id))[2].telling == "3 van 4"
    record_behandelingen(ledger, [replace(first, besluit_op=after(1), geweigerd=True, reden="Vol")])
    steps = voortgang(blad(ledger, id))
    assert line(ledger, id) == "✓✓✕○○○○" and steps[2].datum == after(1) and steps[2].status.value == "geweigerd"
    actions.withdraw_herverdeling(ledger, id, after(2), "Het kan niet meer.")
    steps = voortgang(blad(ledger, id))
    assert line(ledger, id) == "✓✓✕○○○○" and steps[2].status.value == "ingetrokken"


def test_a_sum_that_is_wrong_ends_it_at_the_coa(ledger: Ledger, id: int) -> None:
    facts = [replace(each, besluit_op=DAY, bekendgemaakt_op=DAY) for each in blad(ledger, id).behandelingen]
    record_behandelingen(ledger, facts)
    record_kennisgevingen(ledger, [Kennisgeving(herverdeling_id=id, aan="coa", datum=after(2))])
    record_verwerking(
        ledger, Verwerking(herverdeling_id=id, datum=after(9), afgekeurd=True, reden="De som klopt niet.")
    )
    assert line(ledger, id) == "✓✓✓✓✓○✕"


def test_one_refusal_says_what_falls_away_and_what_remains(ledger: Ledger, id: int) -> None:
    assert not gevolg_van_weigering(blad(ledger, id))
    facts = {partij.gemeente: partij.behandeling for partij in blad(ledger, id).partijen}
    record_behandelingen(ledger, [replace(facts["Wierden"], besluit_op=DAY, geweigerd=True, reden="Vol")])
    said = gevolg_van_weigering(blad(ledger, id))
    assert said.startswith("Het college van Wierden weigert. Daarmee vervalt de hele afspraak.")
    assert "Wat wegvalt: Losser → Wierden 5." in said and "Zonder Wierden blijft over: Almelo → Borne 10." in said
    record_behandelingen(ledger, [replace(facts["Borne"], besluit_op=DAY, geweigerd=True, reden="Vol")])
    said = gevolg_van_weigering(blad(ledger, id))
    assert said.startswith("De colleges van Borne en Wierden weigeren.") and "geen overdracht over" in said


def test_a_college_in_words(ledger: Ledger, id: int) -> None:
    first, second, *_rest = blad(ledger, id).behandelingen
    agreed = replace(first, voorgelegd_op=DAY, besluit_op=DAY, besluitnummer="12", bekendgemaakt_op=after(1))
    refused = replace(second, besluit_op=DAY, geweigerd=True, reden="Vol")
    record_behandelingen(ledger, [agreed, refused])
    almelo, other, third, _fourth = collegeregels(blad(ledger, id))
    assert (almelo.voorgelegd, almelo.besluit, almelo.bekendmaking) == ("01-09-2023", "✓ 01-09-2023", "✓ 02-09-2023")
    assert (almelo.gemeente, almelo.nieuw, almelo.besluitnummer) == ("Almelo", 90, "12")
    assert other.besluit == "✕ geweigerd 01-09-2023" and third.besluit == third.bekendmaking == ""


def test_the_log_of_one_agreement(ledger: Ledger, id: int) -> None:
    other = actions.make_herverdeling(ledger, P, [Deel("Losser", "Wierden", 1)])
    record_behandelingen(ledger, [replace(blad(ledger, id).behandelingen[0], voorgelegd_op=DAY)])
    record_behandelingen(ledger, [replace(blad(ledger, other).behandelingen[0], voorgelegd_op=DAY)])
    ledger.undo()
    actions.remove_herverdeling(ledger, other)
    brief = add_bijlage(ledger, id, "Brief", "brief.pdf", b"%PDF-")
    set_weglating(ledger, Weglating(herverdeling_id=id, tekst="074 000 00 00", grond="5.1.2e"))
    remove_bijlage(ledger, brief)
    assert [each.wat for each in logboek_of_herverdeling(ledger, id)] == [
        "Bijlage verwijderd: Brief",
        "Weggelaten bij openbaarmaking: 074 000 00 00",
        "Bijlage toegevoegd: Brief",
        "HV-2023-II-01: voorgelegd, college van Almelo",
        "Herverdeling HV-2023-II-01 gemaakt",
    ]
    assert [each.wat for each in logboek_of_herverdeling(ledger, other)] == [
        "Herverdeling HV-2023-II-02 verwijderd",
        "Ongedaan gemaakt: HV-2023-II-02: voorgelegd, college van Losser",
        "HV-2023-II-02: voorgelegd, college van Losser",
        "Herverdeling HV-2023-II-02 gemaakt",
    ]
    assert actions.make_herverdeling(ledger, P, [Deel("Losser", "Wierden", 1)]) > other
