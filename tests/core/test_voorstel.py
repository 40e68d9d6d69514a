"""From the file to a proposal: who takes part, which limits count, and a proposal that can become a herverdeling."""

from __future__ import annotations

import datetime

import pytest

from regietafel.actions.boekingen import record_realisatie
from regietafel.actions.grenzen import set_grens
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.regio import add_gemeente, remove_gemeente
from regietafel.domain.grens import Grens
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.domain.taakstelling import Realisatie
from regietafel.errors import RegietafelError, RuleError
from regietafel.ledger import Ledger
from regietafel.planning.prognose import prognose
from regietafel.planning.voorstel import voorstel, vraagstuk
from regietafel.queries.grenzen import combined, grens_regels, parse_grens
from regietafel.queries.herverdelingen import blad

P = Periode(2023, 2)
DAY = datetime.date(2023, 9, 1)
ALMELO, BORNE, ENSCHEDE = 1, 2, 3


@pytest.fixture
def counted(twente: Ledger) -> Ledger:
    """After two months: Almelo 40 of 113, Borne 17 of 38, Enschede 78 of 248; so at this pace 120, 51 and 234."""
    for id, aantal in ((ALMELO, 40), (BORNE, 17), (ENSCHEDE, 78)):
        record_realisatie(twente, Realisatie(gemeente_id=id, periode=P, peildatum=DAY, aantal=aantal))
    return twente


def test_the_puzzle_asks_for_the_expected_saldi(counted: Ledger) -> None:
    add_gemeente(counted, Gemeente(gm_code="GM0173", naam="Oldenzaal"))
    question = vraagstuk(counted, P, DAY)
    almelo, borne, enschede = question.deelnemers
    saldi = {regel.gemeente: regel.verwacht_saldo for regel in prognose(counted, P, DAY).regels}
    assert [each.saldo for each in question.deelnemers] == [-7, -13, 14] == [
        saldi["Almelo"], saldi["Borne"], saldi["Enschede"]
    ]  # fmt: skip
    assert (enschede.afstaanbaar, enschede.afstaan, borne.overnemen) == (248, 14, 13)
    assert almelo.inwoners == 73_155
    assert [set(each.buren) for each in question.deelnemers] == [{BORNE}, {ALMELO}, {4}]
    assert (question.tekort, question.overschot) == (14, 20)
    assert [(each.gemeente, each.reden) for each in question.buiten] == [("Oldenzaal", "De taakstelling is onbekend.")]


def test_a_proposal_becomes_a_herverdeling(counted: Ledger) -> None:
    found = voorstel(counted, P, DAY)
    best = found.alternatieven[0]
    assert (found.tekort, found.overschot, best.opgelost, best.rest) == (14, 20, 14, 0)
    assert best.bewezen and best.geheel_bewezen and best.aantal_overdrachten == 2
    # Borne has 24.007 inhabitants and Almelo 73.155: the lightest is as much as possible for Almelo.
    assert {(deel.van, deel.naar): deel.aantal for deel in best.delen} == {
        ("Enschede", "Almelo"): 7,
        ("Enschede", "Borne"): 7,
    }
    made = blad(counted, make_herverdeling(counted, P, best.delen))
    assert made.som_oud == made.som_nieuw and made.aantal == 14


def test_never_more_than_the_taakstelling(counted: Ledger) -> None:
    question = vraagstuk(counted, P, DAY)
    assert all(each.afstaan <= each.afstaanbaar for each in question.deelnemers)


def test_limits_of_the_file_and_beside_it(counted: Ledger) -> None:
    set_grens(counted, Grens(gemeente_id=BORNE, periode=P, max_overnemen=5, minimum=2, partners="GM0153"))
    set_grens(counted, Grens(gemeente_id=BORNE, periode=P.next, max_overnemen=0))
    assert [(row.gemeente, row.max_overnemen, row.partners) for row in grens_regels(counted, P)] == [
        ("Borne", 5, "Enschede")
    ]
    borne = vraagstuk(counted, P, DAY).deelnemers[1]
    assert (borne.max_overnemen, borne.minimum, set(borne.partners or ())) == (5, 2, {ENSCHEDE})
    extra = [parse_grens(counted, P, "borne:overnemen ≤ 8"), parse_grens(counted, P, "Almelo: niet overnemen")]
    almelo, borne, _enschede = vraagstuk(counted, P, DAY, extra).deelnemers
    assert (borne.max_overnemen, borne.minimum, almelo.max_overnemen) == (8, 2, 0)
    found = voorstel(counted, P, DAY, grenzen=extra)
    assert found.alternatieven[0].opgelost == 8 and found.alternatieven[0].rest == 6
    assert {each.grens: each.effect for each in found.blokkades} == {
        "Almelo:overnemen<=0": 6,
        "Borne:overnemen<=8": 5,
    }
    assert found.blokkades[0].zin == (
        "Als Almelo er 6 wil overnemen in plaats van 0, kunnen er 6 meer worden overgedragen."
    )


def test_a_limit_without_anything_is_taken_out(counted: Ledger) -> None:
    set_grens(counted, Grens(gemeente_id=BORNE, periode=P, max_overnemen=5))
    set_grens(counted, Grens(gemeente_id=BORNE, periode=P, toelichting="toch niet"))
    assert not list(counted.grenzen)


def test_a_gemeente_with_a_limit_stays(counted: Ledger) -> None:
    losser = add_gemeente(counted, Gemeente(gm_code="GM0168", naam="Losser"))
    assert losser.id is not None
    set_grens(counted, Grens(gemeente_id=losser.id, periode=P, max_afstaan=0))
    with pytest.raises(RuleError, match="Losser"):
        remove_gemeente(counted, losser)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Borne:overnemen<=5", {"max_overnemen": 5}),
        ("GM0147 : Afstaan <= 1.000", {"max_afstaan": 1000}),
        ("Borne:niet afstaan", {"max_afstaan": 0}),
        ("Borne:niet  overnemen", {"max_overnemen": 0}),
        ("Borne:alleen Enschede, almelo", {"partners": "GM0141 GM0153"}),
        ("Borne:alleen met Enschede", {"partners": "GM0153"}),
        ("Borne:minimaal 5", {"minimum": 5}),
    ],
)
def test_a_limit_as_one_types_it(twente: Ledger, text: str, values: dict[str, int | str]) -> None:
    found = parse_grens(twente, P, text)
    empty = Grens(gemeente_id=BORNE, periode=P)
    assert vars(found) == vars(empty) | values
    assert combined([], [found]) == {BORNE: found}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Born:niet afstaan", "Bedoelt u Borne?"),
        ("Borne:alleen Enschde", "Bedoelt u Enschede?"),
        ("Borne", "“Borne” is geen grens; schrijf bijvoorbeeld Wierden:overnemen<=5"),
        (":niet afstaan", "is geen grens"),
        ("Borne:", "is geen grens"),
        ("Borne:blauw", "is geen grens"),
        ("Borne:overnemen<=veel", "is geen grens"),
        ("Borne:overnemen<=-1", "kan niet negatief zijn"),
        ("Borne:minimaal 0", "minstens 1 persoon"),
        ("Borne:alleen ,", "is geen grens"),
    ],
)
def test_nonsense_is_explained(twente: Ledger, text: str, sentence: str) -> None:
    with pytest.raises(RegietafelError, match=sentence.replace("?", r"\?")):
        parse_grens(twente, P, text)


def test_what_cannot_be_asked(twente: Ledger) -> None:
    with pytest.raises(RegietafelError, match="Van 2024-I is geen taakstelling bekend; lees die eerst in"):
        vraagstuk(twente, P.next, DAY)
    with pytest.raises(RegietafelError, match="lees eerst de realisatie in"):
        vraagstuk(twente, P, DAY)


def test_why_someone_takes_no_part(twente: Ledger) -> None:
    record_realisatie(twente, Realisatie(gemeente_id=ALMELO, periode=P, peildatum=DAY, aantal=20))
    early = datetime.date(2023, 7, 15)
    record_realisatie(twente, Realisatie(gemeente_id=BORNE, periode=P, peildatum=early, aantal=2))
    assert {each.gemeente: each.reden for each in vraagstuk(twente, P, DAY).buiten} == {
        "Borne": "Het tempo is nog niet te bepalen.",
        "Enschede": "De realisatie is onbekend.",
    }
