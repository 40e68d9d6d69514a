"""What the page with proposals says: what goes in, how far it is, how sure it is."""

from __future__ import annotations

import datetime
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from regietafel.actions.boekingen import record_realisatie
from regietafel.actions.grenzen import set_grens
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.domain.grens import Grens
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Realisatie
from regietafel.ledger import Ledger
from regietafel.planning.uitruil import Alternatief, Voortgang
from regietafel.planning.voorstel import voorstel, vraagstuk
from regietafel.planning.voorstel_woorden import (
    alternatief_in_woorden,
    grenzen_in_woorden,
    invoer,
    lopend_in_woorden,
    vooraf_in_woorden,
    voortgang_in_woorden,
    zekerheid,
)
from regietafel.queries.grenzen import GrensRegel
from tests.core.agreements import bring_into_force

P = Periode(2023, 2)
OP = datetime.date(2023, 10, 1)
GRENS = GrensRegel(
    gemeente_id=1,
    gemeente="Almelo",
    max_afstaan=None,
    max_overnemen=None,
    partners="",
    minimum=None,
    toelichting="",
)


@pytest.fixture
def counted(twente: Ledger) -> Ledger:
    """Borne is 20 ahead and Enschede 48 behind; of Almelo nothing is counted."""
    for id, aantal in ((2, 29), (3, 100)):
        record_realisatie(twente, Realisatie(gemeente_id=id, periode=P, peildatum=OP, aantal=aantal))
    return twente


def best(ledger: Ledger) -> Alternatief:
    return voorstel(ledger, P, OP).alternatieven[0]


def test_what_goes_in_is_listed_with_limits_in_words(counted: Ledger) -> None:
    set_grens(counted, Grens(gemeente_id=2, periode=P, max_overnemen=5, partners="GM0153"))
    question = vraagstuk(counted, P, OP)
    rows = invoer(counted, P, question)
    assert [(row.gemeente, row.saldo) for row in rows] == [
        ("Almelo", None),
        ("Borne", -20),
        ("Enschede", 48),
    ]
    assert rows[0].grenzen == "Doet niet mee. De realisatie is onbekend."
    assert rows[1].grenzen == "hoogstens 5 overnemen; alleen met Enschede"
    assert rows[2].grenzen == ""
    assert vooraf_in_woorden(question) == "Achterstand samen 48, voorsprong samen 20: hoogstens 20 op te lossen."


def test_what_is_under_way_is_said(counted: Ledger) -> None:
    assert lopend_in_woorden(counted, P, OP) == ""
    made = make_herverdeling(counted, P, [Deel("Enschede", "Borne", 3)])
    assert lopend_in_woorden(counted, P, OP) == "Nog niet in werking, dus niet meegerekend: HV-2023-II-01."
    bring_into_force(counted, made, OP)
    assert lopend_in_woorden(counted, P, OP) == ""
    assert {row.gemeente: row.saldo for row in invoer(counted, P, vraagstuk(counted, P, OP))}["Enschede"] == 45


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, ""),
        ({"max_afstaan": 0}, "wil niet afstaan"),
        ({"max_overnemen": 0, "toelichting": "de raad\nwil niet"}, "wil niet overnemen (de raad wil niet)"),
        ({"max_afstaan": 1200, "max_overnemen": 0}, "hoogstens 1.200 afstaan; wil niet overnemen"),
        ({"minimum": 5, "partners": "Borne, Losser"}, "alleen met Borne, Losser; minstens 5 per overdracht"),
    ],
)
def test_a_limit_is_said_in_words(values: dict[str, Any], words: str) -> None:
    assert grenzen_in_woorden(replace(GRENS, **values)) == words
    assert grenzen_in_woorden(None) == ""


@pytest.mark.parametrize(
    ("aantal", "ondergrens", "words"),
    [
        (None, 0, "Nog niets gevonden."),
        (7, 7, "Tot nu toe: 7 overdrachten lossen samen 68 op. Met minder kan het niet."),
        (7, 5, "Tot nu toe: 7 overdrachten lossen samen 68 op. Misschien kan het met 2 minder."),
        (1, 0, "Tot nu toe: 1 overdracht lost 68 op. Misschien kan het met 1 minder."),
    ],
)
def test_progress_in_words(aantal: int | None, ondergrens: int, words: str) -> None:
    how_far = Voortgang(fase="overdrachten tellen", opgelost=68, aantal=aantal, ondergrens=ondergrens)
    assert voortgang_in_woorden(how_far) == words


def test_how_sure_it_is(counted: Ledger) -> None:
    found = best(counted)
    assert zekerheid(found, found) == ("✓", "bewezen het beste")
    fewest = replace(found, geheel_bewezen=False)
    assert zekerheid(fewest, fewest) == ("✓", "bewezen: het kan niet met minder overdrachten")
    more = replace(fewest, bewezen=False, overdrachten=found.overdrachten * 2)
    assert zekerheid(more, fewest) == ("●", "1 overdracht meer dan het eerste voorstel")
    assert zekerheid(more, more) == ("◇", "nog niet bewezen: misschien kan het met 1 overdracht minder")
    covered = replace(fewest, bewezen=False)
    assert zekerheid(covered, covered) == ("◇", "nog niet bewezen: misschien kan er meer worden opgelost")


def test_what_it_solves(counted: Ledger) -> None:
    found = best(counted)
    assert alternatief_in_woorden(found) == (
        "Lost 20 op; 28 blijft over. Wie overneemt, neemt hoogstens 0,8 per 1.000 inwoners over."
    )
    assert alternatief_in_woorden(replace(found, last=Fraction(0))) == "Lost 20 op; 28 blijft over."
