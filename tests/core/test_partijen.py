"""Who can do an action, who is written to, and what each party signed up for."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from regietafel.actions import contacten as actions
from regietafel.actions import intekenlijst as inteken
from regietafel.actions import verslag
from regietafel.actions.inlezen import import_regels
from regietafel.actions.overleggen import make_overleggen
from regietafel.actions.overlegreeksen import save_overlegreeks, set_verzendingen
from regietafel.actions.partners import save_partner
from regietafel.actions.regio import add_gemeente, edit_regio, remove_gemeente
from regietafel.domain.contact import Contact
from regietafel.domain.inlezen import Alias
from regietafel.domain.intekenlijst import Intekenactie, Intekening
from regietafel.domain.overleg import Overlegreeks
from regietafel.domain.partner import Partner
from regietafel.domain.regio import Gemeente
from regietafel.domain.verslag import Verslagregel, Voortgang
from regietafel.errors import RuleError
from regietafel.ledger import Ledger
from regietafel.queries.contacten import contacten, ontvangers
from regietafel.queries.intekenlijst import intekenlijst, voortgang_per_partij
from regietafel.queries.partijen import partijen

MEI, JUNI, JULI = (datetime.date(2023, month, 8) for month in (5, 6, 7))


@pytest.fixture
def tafel(twente: Ledger) -> Ledger:
    """One meeting, in May."""
    save_overlegreeks(twente, Overlegreeks(naam="Regietafel", soort="regietafel"))
    make_overleggen(twente, 1, [MEI])
    return twente


def contact(ledger: Ledger, **known: Any) -> None:
    actions.save_contact(ledger, Contact(**known))


def sign(ledger: Ledger, actie: int, **known: Any) -> None:
    inteken.save_intekening(ledger, Intekening(intekenactie_id=actie, **known))


def test_the_members_come_first_with_the_other_ways_to_write_them(tafel: Ledger) -> None:
    import_regels(tafel, "tabel", [], onthouden=[Alias(naam="Almeloo", gm_code="GM0141")])
    add_gemeente(tafel, Gemeente(gm_code="GM0363", naam="Amsterdam", lid=False))
    rows = partijen(tafel)[:3]
    assert [(row.naam, row.gemeente_id) for row in rows] == [("Almelo", 1), ("Borne", 2), ("Enschede", 3)]
    assert rows[0].andere_namen == ("Almeloo",)


def test_organisations_are_known_from_everywhere_once(tafel: Ledger) -> None:
    contact(tafel, organisatie="COA", naam="regievoerder")
    contact(tafel, organisatie="Provincie Overijssel", naam="toezichthouder")
    save_partner(tafel, Partner(naam="Corporatie Oost"))
    verslag.record_regel(
        tafel, Verslagregel(overleg_id=1, soort="actie", tekst="x"), [(None, "coa"), (None, "Nidos"), (None, "ALMELO")]
    )
    names = [row.naam for row in partijen(tafel)][3:]
    assert names == ["COA", "Corporatie Oost", "Nidos", "Provincie Overijssel"]
    assert all(row.gemeente_id is None for row in partijen(tafel)[3:])


def test_the_coa_and_the_provincie_are_known_without_a_contact(tafel: Ledger) -> None:
    edit_regio(tafel, replace(tafel.regio.get(1), provincie="Overijssel"))
    assert [(row.naam, row.andere_namen) for row in partijen(tafel)[3:]] == [
        ("COA", ("het COA", "Centraal Orgaan opvang asielzoekers")),
        ("Provincie Overijssel", ("provincie", "de provincie")),
    ]


def test_contacts_stand_by_gemeente_and_role(tafel: Ledger) -> None:
    contact(tafel, organisatie="COA", naam="regievoerder", rol="partner")
    contact(tafel, gemeente_id=2, naam="ambtenaar van Borne")
    contact(tafel, gemeente_id=2, naam="burgemeester van Borne", rol="bestuurder")
    contact(tafel, gemeente_id=1, e_mail="post@almelo.nl", rol="secretariaat")
    assert [(row.partij, row.naam) for row in contacten(tafel)] == [
        ("Almelo", ""), ("Borne", "burgemeester van Borne"), ("Borne", "ambtenaar van Borne"), ("COA", "regievoerder"),
    ]  # fmt: skip


def test_who_is_written_to_follows_from_the_roles_of_the_series(tafel: Ledger) -> None:
    set_verzendingen(tafel, 1, {"bestuurder": "lid", "wethouder": "informatie", "ambtenaar": "informatie"})
    contact(tafel, gemeente_id=1, naam="burgemeester van Almelo", rol="bestuurder", e_mail="bestuur@almelo.nl")
    contact(tafel, gemeente_id=2, naam="burgemeester van Borne", rol="bestuurder")
    contact(tafel, gemeente_id=1, naam="wethouder van Almelo", rol="wethouder", e_mail="Bestuur@Almelo.nl")
    contact(tafel, gemeente_id=2, naam="ambtenaar van Borne", e_mail="team@borne.nl")
    contact(tafel, gemeente_id=2, naam="tweede ambtenaar van Borne", e_mail="team@borne.nl")
    contact(tafel, organisatie="COA", naam="regievoerder", rol="partner", e_mail="coa@coa.nl")
    found = ontvangers(tafel, 1)
    assert [each.naam for each in found.leden] == ["burgemeester van Almelo"]
    assert [each.e_mail for each in found.informatie] == ["team@borne.nl"]  # each address once; a member as a member
    assert [each.naam for each in found.zonder_adres] == ["burgemeester van Borne"]
    set_verzendingen(tafel, 1, {})
    assert ontvangers(tafel, 1).leden == ontvangers(tafel, 1).informatie == ()


def test_what_parties_signed_up_for(tafel: Ledger) -> None:
    campagne = inteken.save_intekenactie(tafel, Intekenactie(titel="Campagne", thema="woningdelen", voor=JUNI)).id or 0
    inteken.save_intekenactie(tafel, Intekenactie(titel="Monitor", thema="cijfers"))
    for known in (
        {"gemeente_id": 2, "voor": MEI, "staat": "gereed"},
        {"gemeente_id": 1},
        {"organisatie": "COA", "rol": "trekker", "voor": JULI},
    ):
        sign(tafel, campagne, **known)
    verslag.record_voortgang(tafel, Voortgang(intekening_id=2, datum=MEI, tekst="Gestart"))
    monitor, found = intekenlijst(tafel, JUNI + datetime.timedelta(days=1))
    assert (monitor.titel, monitor.intekeningen, monitor.trekkers, monitor.is_open) == ("Monitor", (), (), True)
    assert [(each.partij, each.voor, each.is_open, each.te_laat) for each in found.intekeningen] == [
        ("COA", JULI, True, False), ("Almelo", JUNI, True, True), ("Borne", MEI, False, False),
    ]  # fmt: skip
    assert (found.trekkers, found.deelnemers, found.is_open) == (("COA",), ("Almelo", "Borne"), True)
    assert found.intekeningen[1].laatste_voortgang == "Gestart"


def test_each_party_can_be_held_to_what_it_promised(tafel: Ledger) -> None:
    for titel in ("Campagne", "Monitor"):
        inteken.save_intekenactie(tafel, Intekenactie(titel=titel, voor=JUNI))
    sign(tafel, 1, gemeente_id=1, staat="gereed")
    sign(tafel, 2, gemeente_id=1, rol="trekker")
    sign(tafel, 1, organisatie="COA")
    for tekst, voor in (("later", JULI), ("laat", MEI)):
        regel = Verslagregel(overleg_id=1, soort="actie", tekst=tekst, voor=voor)
        verslag.record_regel(tafel, regel, [(1, ""), (None, "Nidos")])
    rows = {row.partij: row for row in voortgang_per_partij(tafel, JULI)}
    assert list(rows) == ["Almelo", "Borne", "Enschede", "COA", "Nidos"]  # every member, also with nothing
    assert [each.tekst for each in rows["Almelo"].acties] == ["laat", "later"]
    assert [each.is_open for each in rows["Almelo"].intekeningen] == [True, False]
    assert {naam: row.te_laat for naam, row in rows.items()} == {
        "Almelo": 2, "Borne": 0, "Enschede": 0, "COA": 1, "Nidos": 1,
    }  # fmt: skip
    verslag.set_gereed(tafel, 2, JULI)
    assert next(row for row in voortgang_per_partij(tafel, JULI) if row.partij == "Almelo").te_laat == 1


def test_an_organisation_is_one_party_however_its_capitals_were_typed(tafel: Ledger) -> None:
    for titel in ("Campagne", "Monitor"):
        inteken.save_intekenactie(tafel, Intekenactie(titel=titel))
    sign(tafel, 1, organisatie="Nidos")
    sign(tafel, 2, organisatie="NIDOS")
    with pytest.raises(RuleError, match="al ingetekend"):
        sign(tafel, 1, organisatie="nidos")
    actie = Verslagregel(overleg_id=1, soort="actie", tekst="Bellen")
    verslag.record_regel(tafel, actie, [(None, "nidos"), (None, "Nidos")])
    assert [each.organisatie for each in tafel.actiehouders] == ["nidos"]
    (row,) = [row for row in voortgang_per_partij(tafel, JULI) if row.gemeente_id is None]
    assert (len(row.intekeningen), len(row.acties)) == (2, 1)


def test_a_gemeente_that_is_written_to_or_met_stays(tafel: Ledger) -> None:
    made = add_gemeente(tafel, Gemeente(gm_code="GM1896", naam="Zwartewaterland"))
    contact(tafel, gemeente_id=made.id, naam="burgemeester van Zwartewaterland")
    with pytest.raises(RuleError, match="iets vastgelegd"):
        remove_gemeente(tafel, made)


def test_an_organisation_with_spaces_around_it_is_the_same(tafel: Ledger) -> None:
    inteken.save_intekenactie(tafel, Intekenactie(titel="Kamers"))
    sign(tafel, 1, organisatie=" Domijn")
    with pytest.raises(RuleError, match="al ingetekend"):
        sign(tafel, 1, organisatie="Domijn ")
    actie = Verslagregel(overleg_id=1, soort="actie", tekst="Bellen")
    verslag.record_regel(tafel, actie, [(None, "Domijn"), (None, " Domijn "), (2, "Borne"), (2, "")])
    assert [(each.gemeente_id, each.organisatie) for each in tafel.actiehouders] == [(None, "Domijn"), (2, "")]
