"""Regelingen on a day: who uses them, who could, and what is about to close; and partners and doorlooptijd."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from regietafel import reference
from regietafel.actions.normen import edit_norm, edit_regeling
from regietafel.actions.partners import save_aandachtsgroep, save_partner, save_prestatieafspraak
from regietafel.actions.staten import record_staat
from regietafel.actions.woonprojecten import Invulling, add_project, edit_project, record_doorlooptijden
from regietafel.domain.norm import DOORLOOPTIJD, FLEX_AFSCHRIJVING, Norm
from regietafel.domain.partner import Aandachtsgroep, Partner, Prestatieafspraak, promille
from regietafel.domain.regeling import Regeling
from regietafel.domain.staat import Staatwissel
from regietafel.domain.woonproject import Doorlooptijd, Woonproject
from regietafel.errors import RegietafelError, RuleError
from regietafel.ledger import Ledger
from regietafel.queries.doorlooptijd import doorlooptijden
from regietafel.queries.partners import find_partner, partners
from regietafel.queries.regelingen import RegelingRegel, find_regeling, garantie, norm_of, regelingen

DAY = datetime.date(2026, 9, 1)
FLEX = Woonproject(gemeente_id=1, naam="Park", soort="flexwoning", eenheden=20, vergunninghouders=40)
NONE = Invulling()


def facts(ledger: Ledger) -> Ledger:
    for each in reference.meegeleverd(Regeling):
        edit_regeling(ledger, each)
    return ledger


def of(ledger: Ledger, naam: str, op: datetime.date = DAY) -> RegelingRegel:
    return next(each for each in regelingen(ledger, op) if naam in each.naam)


def could(ledger: Ledger, naam: str, op: datetime.date = DAY) -> list[str]:
    return [each.project for each in of(ledger, naam, op).mogelijk]


def staat(ledger: Ledger, naam: str, vanaf: datetime.date = DAY, project_id: int = 1) -> None:
    record_staat(ledger, Staatwissel(project_id=project_id, staat=naam, vanaf=vanaf))


def test_a_project_of_its_kind_could_use_it_until_building_begins(twente: Ledger) -> None:
    facts(twente)
    add_project(twente, FLEX, NONE)
    add_project(twente, replace(FLEX, naam="Hof", soort="tussenvoorziening"), NONE)
    assert could(twente, "SFT") == ["Park"]
    assert could(twente, "RHA") == ["Hof", "Park"]
    assert of(twente, "SFT").mogelijk[0].let_op == (
        "Bij toekenning op 01-09-2026 begint de bouw uiterlijk op 01-03-2028."
    )
    staat(twente, "in_aanbouw")
    assert could(twente, "SFT") == []
    assert could(twente, "RHA") == ["Hof", "Park"]
    staat(twente, "open", DAY + datetime.timedelta(days=1))
    assert could(twente, "RHA", DAY + datetime.timedelta(days=1)) == ["Hof"]


def test_who_uses_one_is_shown_there_and_nowhere_else(twente: Ledger) -> None:
    facts(twente)
    sft = find_regeling(twente, "SFT", DAY)
    made = add_project(twente, replace(FLEX, regeling_id=sft.id), NONE)
    assert [each.project_id for each in of(twente, "SFT").gebruikt] == [made.id]
    assert could(twente, "SFT") == could(twente, "RHA") == []
    staat(twente, "gesloten")
    assert of(twente, "SFT").gebruikt == ()


def test_large_households_are_asked_of_the_homes(twente: Ledger) -> None:
    facts(twente)
    groot = replace(FLEX, soort="groot_gezin")
    add_project(twente, groot, NONE)
    assert (
        of(twente, "grote gezinnen").mogelijk[0].let_op == "Vul in voor welke huishoudens het is: minstens 6 personen."
    )
    edit_project(twente, replace(groot, id=1), Invulling(maten={"3-5": 20}))
    assert could(twente, "grote gezinnen") == []
    edit_project(twente, replace(groot, id=1), Invulling(maten={"3-5": 10, "7+": 2}))
    assert of(twente, "grote gezinnen").mogelijk[0].let_op == ""


@pytest.mark.parametrize(
    ("day", "sentence", "open"),
    [
        ((2026, 7, 16), "Nog niemand heeft deze regeling nagegaan.", True),  # 91 days before
        ((2026, 7, 17), "Het loket sluit over 90 dagen, na 15-10-2026.", True),
        ((2026, 10, 15), "Het loket sluit over 0 dagen, na 15-10-2026.", True),
        ((2026, 10, 16), "Het loket is gesloten na 15-10-2026.", False),
    ],
)
def test_a_loket_that_closes_is_told_in_time(
    twente: Ledger, day: tuple[int, int, int], sentence: str, open: bool
) -> None:
    add_project(facts(twente), replace(FLEX, soort="groot_gezin"), NONE)
    found = of(twente, "grote gezinnen", datetime.date(*day))
    assert found.opmerkingen[0] == sentence
    assert found.open is open
    assert bool(found.mogelijk) is open


def test_a_regeling_that_lapses_is_told_also_to_a_project_that_goes_on(twente: Ledger) -> None:
    facts(twente)
    regeling = find_regeling(twente, "Doorstroom", DAY)
    door = replace(FLEX, soort="doorstroomlocatie", regeling_id=regeling.id, einde=datetime.date(2030, 6, 30))
    add_project(twente, door, NONE)
    add_project(twente, replace(door, naam="Kort", einde=datetime.date(2028, 12, 31)), NONE)
    assert [each.let_op for each in of(twente, "Doorstroom").gebruikt] == [
        "",
        "De regeling vervalt na 31-12-2028; het project loopt tot en met 30-06-2030.",
    ]
    assert of(twente, "Doorstroom", datetime.date(2028, 12, 1)).opmerkingen[0] == (
        "De regeling vervalt over 30 dagen, na 31-12-2028."
    )
    over = of(twente, "Doorstroom", datetime.date(2029, 1, 1))
    assert over.opmerkingen[0] == "De regeling is vervallen na 31-12-2028."
    assert not over.geldt
    edit_regeling(twente, replace(regeling, gecontroleerd_op=DAY))
    assert of(twente, "Doorstroom").opmerkingen == ()


def test_what_a_calculation_uses_is_of_the_file_and_else_what_ships(twente: Ledger) -> None:
    assert norm_of(twente, FLEX_AFSCHRIJVING, DAY).waarde == norm_of(None, FLEX_AFSCHRIJVING, DAY).waarde == 30
    assert find_regeling(twente, "sft", DAY).bedrag == 14_000
    edit_norm(twente, Norm(sleutel=FLEX_AFSCHRIJVING, omschrijving="Afschrijving", waarde=20, eenheid="jaren"))
    edit_norm(twente, Norm(sleutel="herplaatsing_rijk", omschrijving="Rijk", waarde=50, eenheid="%"))
    edit_regeling(twente, Regeling(naam="Oude SFT", bedrag=7_800, geldig_tot=datetime.date(2025, 12, 31)))
    edit_regeling(twente, Regeling(naam="Nieuwe SFT", bedrag=15_000, geldig_vanaf=datetime.date(2026, 1, 1)))
    assert norm_of(twente, FLEX_AFSCHRIJVING, DAY).waarde == 20
    assert (garantie(twente, DAY).rijk, garantie(twente, DAY).investeerder) == (50, 25)
    assert find_regeling(twente, "SFT", DAY).bedrag == 15_000
    assert find_regeling(twente, "SFT", datetime.date(2025, 6, 1)).bedrag == 7_800
    with pytest.raises(RegietafelError, match="kies uit: Oude SFT en Nieuwe SFT"):
        find_regeling(twente, "bestaat niet", DAY)


AFSPRAAK = Prestatieafspraak(
    partner_id=1, gemeente_id=1, jaar=2026, woningen=8000, promille=65, aandeel=20, gerealiseerd=90
)


@pytest.fixture
def met_partners(twente: Ledger) -> Ledger:
    save_partner(twente, Partner(naam="Corporatie A"))
    save_partner(twente, Partner(naam="Corporatie B"))
    return twente


def test_what_was_agreed_is_computed_and_compared(met_partners: Ledger) -> None:
    save_prestatieafspraak(met_partners, AFSPRAAK)
    found = partners(met_partners, 2026).afspraken[0]
    # 8.000 homes × 6,5% = 520 become free; 20% of those
    assert (found.vrijkomend, found.afgesproken, found.verschil, found.mutatiegraad) == (520, 104, 14, Decimal("6.5"))
    save_prestatieafspraak(met_partners, replace(AFSPRAAK, aantal=100, aandeel=None, gerealiseerd=None))
    found = partners(met_partners, 2026).afspraken[0]
    assert (found.afgesproken, found.gerealiseerd, found.verschil) == (100, None, None)


def test_the_table_sees_who_competes_for_the_same_homes(met_partners: Ledger) -> None:
    save_prestatieafspraak(met_partners, AFSPRAAK)
    save_prestatieafspraak(met_partners, replace(AFSPRAAK, doelgroep="beschermd wonen", aandeel=10, gerealiseerd=1))
    save_prestatieafspraak(met_partners, replace(AFSPRAAK, partner_id=2, woningen=1000, gerealiseerd=20))
    save_prestatieafspraak(met_partners, replace(AFSPRAAK, jaar=2025))
    for groep, aantal in (("uitstroom beschermd wonen", 14), ("dakloos", 30)):
        save_aandachtsgroep(met_partners, Aandachtsgroep(gemeente_id=1, jaar=2026, groep=groep, aantal=aantal))
    save_aandachtsgroep(met_partners, Aandachtsgroep(gemeente_id=2, jaar=2026, groep="dakloos", aantal=5))
    found = partners(met_partners, 2026)
    almelo, borne = found.gemeenten
    assert almelo.vrijkomend == 520 + 65  # the homes of one partner are counted once, for however many groups
    assert (almelo.voor_vergunninghouders, almelo.voor_anderen) == (104 + 13, 52)
    assert (almelo.gerealiseerd, almelo.verschil, almelo.wachtend) == (110, 7, 44)
    assert (borne.gemeente, borne.vrijkomend, borne.verschil, borne.wachtend) == ("Borne", None, None, 5)
    assert [each.jaar for each in partners(met_partners).gemeenten] == [2026, 2026, 2025]
    assert [each.gemeente for each in partners(met_partners, gemeente_id=2).gemeenten] == ["Borne"]


def test_a_number_of_some_is_not_that_of_all(met_partners: Ledger) -> None:
    save_prestatieafspraak(met_partners, AFSPRAAK)
    save_prestatieafspraak(met_partners, replace(AFSPRAAK, partner_id=2, gerealiseerd=None))
    found = partners(met_partners).gemeenten[0]
    assert (found.gerealiseerd, found.verschil) == (None, None)


def test_more_promised_than_becomes_free_is_told(met_partners: Ledger) -> None:
    save_prestatieafspraak(met_partners, replace(AFSPRAAK, aandeel=60))
    save_prestatieafspraak(met_partners, replace(AFSPRAAK, doelgroep="anderen", aandeel=50))
    assert partners(met_partners).gemeenten[0].opmerkingen == (
        "Er zijn 52 woningen meer toegezegd dan er naar verwachting vrijkomen.",
    )


def test_a_partner_is_found_however_spelled(met_partners: Ledger) -> None:
    assert find_partner(met_partners, "corporatie a").naam == "Corporatie A"
    with pytest.raises(RegietafelError, match="kies uit: Corporatie A en Corporatie B"):
        find_partner(met_partners, "Corporatie C")


def test_a_mutatiegraad_has_one_decimal() -> None:
    assert promille(Decimal("6.5")) == 65
    assert promille(Decimal(7)) == 70
    assert promille(None) is None
    with pytest.raises(RuleError, match="6,55 %"):
        promille(Decimal("6.55"))


def test_the_table_weighs_each_gemeente_by_what_it_housed(twente: Ledger) -> None:
    edit_norm(twente, Norm(sleutel=DOORLOOPTIJD, omschrijving="12 weken", waarde=84, eenheid="dagen"))
    july, august = datetime.date(2026, 7, 1), datetime.date(2026, 8, 1)
    record_doorlooptijden(
        twente,
        [
            Doorlooptijd(gemeente_id=1, maand=july, dagen=100, huisvestingen=1, regioplaatsingen=1),
            Doorlooptijd(gemeente_id=2, maand=july, dagen=70, huisvestingen=2, regioplaatsingen=0),
            Doorlooptijd(gemeente_id=1, maand=august, dagen=90),
            Doorlooptijd(gemeente_id=1, maand=datetime.date(2026, 10, 1), dagen=1, huisvestingen=1),
        ],
    )
    found = doorlooptijden(twente, DAY)
    assert [(each.gemeente, each.maand, each.boven_norm) for each in found.regels] == [
        ("Almelo", august, Decimal(6)),
        ("Almelo", july, Decimal(16)),
        ("Borne", july, Decimal(-14)),
    ]
    latest, first = found.regio
    assert (latest.dagen, latest.aandeel_regio) == (None, None)  # nobody was housed: nothing to weigh by
    assert (first.dagen, first.boven_norm, first.aandeel_regio) == (Decimal(80), Decimal(-4), Decimal("33.3"))
    assert (first.huisvestingen, first.regioplaatsingen, first.norm) == (3, 1, 84)


def test_without_a_norm_nothing_is_judged_by_it(twente: Ledger) -> None:
    record_doorlooptijden(twente, [Doorlooptijd(gemeente_id=1, maand=datetime.date(2026, 7, 1), dagen=100)])
    assert doorlooptijden(twente, DAY).regels[0].boven_norm is None
