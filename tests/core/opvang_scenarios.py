"""One of everything about opvang and woonvormen, and how each action on it is done (see ``test_actions``)."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

from regietafel.actions import normen, opvanglocaties, partners, staten, woonprojecten
from regietafel.actions.woonprojecten import Invulling
from regietafel.domain.norm import Norm
from regietafel.domain.opvanglocatie import Bezetting, Opvanglocatie, Opvanguitruil
from regietafel.domain.partner import Aandachtsgroep, Partner, Prestatieafspraak
from regietafel.domain.regeling import Regeling
from regietafel.domain.staat import Staatwissel, Zekerheid
from regietafel.domain.woonproject import Doorlooptijd, Harinstroom, Koppelstand, Woonproject
from regietafel.ledger import Ledger

DAY = datetime.date(2023, 9, 1)
LATER = datetime.date(2024, 3, 1)
AZC = Opvanglocatie(gemeente_id=1, naam="De Vloedbeld", soort="azc", capaciteit=300, open_vanaf=DAY)
TUSSEN = Woonproject(
    gemeente_id=1,
    naam="Hof van Borne",
    soort="tussenvoorziening",
    eenheden=30,
    personen=60,
    vergunninghouders=60,
    oplevering=DAY,
)
HAR = Woonproject(gemeente_id=3, naam="Hotel", soort="har", personen=40, vergunninghouders=40)
SHARES = Invulling(telgemeenten={1: 25, 2: 20, 3: 15}, maten={"alleen": 20, "duo": 10})
UITRUIL = Opvanguitruil(van_id=1, naar_id=2, soort="coa_regulier", aantal=20, datum=DAY)
STAND = Koppelstand(gemeente_id=1, peildatum=DAY, maat="alleen", huishoudens=9, woningen=2)
TIJD = Doorlooptijd(gemeente_id=1, maand=DAY, dagen=91, huisvestingen=12, regioplaatsingen=4)
AFSPRAAK = Prestatieafspraak(partner_id=1, gemeente_id=1, jaar=2023, woningen=8000, promille=65, aandeel=20)
GROEP = Aandachtsgroep(gemeente_id=1, jaar=2023, groep="uitstroom beschermd wonen", aantal=14)


def fill(ledger: Ledger) -> None:
    """One of everything; the AZC has a small location beside it, and the HAR no group yet that must stay."""
    normen.edit_norm(ledger, Norm(sleutel="bezetting", omschrijving="Bezetting", waarde=92, eenheid="%"))
    normen.edit_zekerheid(ledger, Zekerheid(staat="vergunning", zekerheid=80))
    normen.edit_regeling(ledger, Regeling(naam="SFT", woonvormen="flexwoning", bedrag=14_000))
    partners.save_partner(ledger, Partner(naam="corporatie in Almelo"))
    partners.save_partner(ledger, Partner(naam="corporatie in Borne"))
    partners.save_prestatieafspraak(ledger, AFSPRAAK)
    partners.save_aandachtsgroep(ledger, GROEP)
    opvanglocaties.add_locatie(ledger, AZC, [Staatwissel(locatie_id=0, staat="open", vanaf=DAY)])
    small = replace(AZC, naam="Het Schip", capaciteit=40, hoofdlocatie_id=1)
    opvanglocaties.add_locatie(ledger, small)
    opvanglocaties.record_bezettingen(ledger, [Bezetting(locatie_id=1, peildatum=DAY, bezet=280)])
    opvanglocaties.save_opvanguitruil(ledger, UITRUIL)
    woonprojecten.add_project(ledger, TUSSEN, SHARES, [Staatwissel(project_id=0, staat="vergunning", vanaf=DAY)])
    woonprojecten.add_project(ledger, HAR, Invulling())
    woonprojecten.save_harinstroom(ledger, Harinstroom(project_id=2, gemeente_id=3, begin=DAY, aantal=12))
    woonprojecten.record_koppelstanden(ledger, [STAND])
    woonprojecten.record_doorlooptijden(ledger, [TIJD])


SCENARIOS: dict[Callable[..., object], Callable[[Ledger], object]] = {
    normen.edit_norm: lambda led: normen.edit_norm(led, replace(led.normen.get(1), waarde=95)),
    normen.remove_norm: lambda led: normen.remove_norm(led, led.normen.get(1)),
    normen.edit_zekerheid: lambda led: normen.edit_zekerheid(led, Zekerheid(staat="vergunning", zekerheid=70)),
    normen.edit_regeling: lambda led: normen.edit_regeling(led, replace(led.regelingen.get(1), bedrag=7800)),
    normen.remove_regeling: lambda led: normen.remove_regeling(led, led.regelingen.get(1)),
    partners.save_partner: lambda led: partners.save_partner(
        led, replace(led.partners.get(1), contact="afdeling verhuur")
    ),
    partners.remove_partner: lambda led: partners.remove_partner(led, led.partners.get(2)),
    partners.make_prestatieafspraak: lambda led: partners.make_prestatieafspraak(
        led, "Corporatie in Losser", replace(AFSPRAAK, partner_id=0)
    ),
    partners.save_prestatieafspraak: lambda led: partners.save_prestatieafspraak(
        led, replace(AFSPRAAK, gerealiseerd=90)
    ),
    partners.remove_prestatieafspraak: lambda led: partners.remove_prestatieafspraak(
        led, led.prestatieafspraken.get(1)
    ),
    partners.save_aandachtsgroep: lambda led: partners.save_aandachtsgroep(led, replace(GROEP, aantal=15)),
    partners.remove_aandachtsgroep: lambda led: partners.remove_aandachtsgroep(led, led.aandachtsgroepen.get(1)),
    opvanglocaties.add_locatie: lambda led: opvanglocaties.add_locatie(
        led,
        replace(AZC, naam="Elders"),
        [Staatwissel(locatie_id=0, staat=staat, vanaf=day) for staat, day in (("raadsbesluit", DAY), ("open", LATER))],
    ),
    opvanglocaties.edit_locatie: lambda led: opvanglocaties.edit_locatie(
        led, replace(led.opvanglocaties.get(1), open_tot=LATER)
    ),
    opvanglocaties.remove_locatie: lambda led: opvanglocaties.remove_locatie(led, led.opvanglocaties.get(2)),
    opvanglocaties.record_bezettingen: lambda led: opvanglocaties.record_bezettingen(
        led,
        [Bezetting(locatie_id=1, peildatum=DAY, bezet=281), Bezetting(locatie_id=2, peildatum=DAY, bezet=50)],
        toch=True,
    ),
    opvanglocaties.remove_bezetting: lambda led: opvanglocaties.remove_bezetting(led, led.bezettingen.get(1)),
    opvanglocaties.save_opvanguitruil: lambda led: opvanglocaties.save_opvanguitruil(led, replace(UITRUIL, aantal=5)),
    opvanglocaties.remove_opvanguitruil: lambda led: opvanglocaties.remove_opvanguitruil(
        led, led.opvanguitruilen.get(1)
    ),
    staten.record_staat: lambda led: staten.record_staat(
        led, Staatwissel(project_id=1, staat="in_aanbouw", vanaf=DAY, toelichting="in plaats van")
    ),
    staten.remove_staat: lambda led: staten.remove_staat(led, led.staatwissels.get(1)),
    woonprojecten.add_project: lambda led: woonprojecten.add_project(
        led,
        replace(TUSSEN, naam="Flex", soort="flexwoning"),
        SHARES,
        [Staatwissel(project_id=0, staat="idee", vanaf=DAY)],
    ),
    woonprojecten.edit_project: lambda led: woonprojecten.edit_project(
        led, replace(TUSSEN, id=1, vergunninghouders=50), Invulling(telgemeenten={2: 50}, maten={"duo": 25})
    ),
    woonprojecten.remove_project: lambda led: woonprojecten.remove_project(led, led.woonprojecten.get(1)),
    woonprojecten.save_harinstroom: lambda led: woonprojecten.save_harinstroom(
        led, replace(led.harinstromen.get(1), vertrokken=4)
    ),
    woonprojecten.remove_harinstroom: lambda led: woonprojecten.remove_harinstroom(led, led.harinstromen.get(1)),
    woonprojecten.record_koppelstanden: lambda led: woonprojecten.record_koppelstanden(
        led, [replace(STAND, woningen=3), replace(STAND, maat="7+")]
    ),
    woonprojecten.remove_koppelstand: lambda led: woonprojecten.remove_koppelstand(led, led.koppelstanden.get(1)),
    woonprojecten.record_doorlooptijden: lambda led: woonprojecten.record_doorlooptijden(
        led, [replace(TIJD, dagen=84)]
    ),
    woonprojecten.remove_doorlooptijd: lambda led: woonprojecten.remove_doorlooptijd(led, led.doorlooptijden.get(1)),
}

MISTAKES: tuple[Callable[[Ledger], object], ...] = (
    lambda led: opvanglocaties.add_locatie(led, AZC),  # there is one of that name
    lambda led: opvanglocaties.remove_locatie(led, led.opvanglocaties.get(1)),  # a small one belongs to it
    lambda led: opvanglocaties.edit_locatie(led, replace(led.opvanglocaties.get(1), hoofdlocatie_id=2)),
    lambda led: opvanglocaties.edit_locatie(led, replace(led.opvanglocaties.get(1), capaciteit=279)),  # below occupied
    lambda led: opvanglocaties.record_bezettingen(led, [Bezetting(locatie_id=1, peildatum=LATER, bezet=301)]),
    lambda led: opvanglocaties.save_opvanguitruil(led, replace(UITRUIL, naar_id=1)),
    lambda led: replace(AZC, open_tot=datetime.date(2023, 8, 31)),  # an end before the start
    lambda led: staten.record_staat(led, Staatwissel(locatie_id=1, staat="idee", vanaf=LATER)),  # it goes back
    lambda led: staten.record_staat(led, Staatwissel(locatie_id=1, staat="gesloten", vanaf=datetime.date(2023, 1, 1))),
    lambda led: opvanglocaties.add_locatie(
        led, replace(AZC, naam="Elders", open_tot=DAY), [Staatwissel(locatie_id=0, staat="open", vanaf=LATER)]
    ),  # it opens after its end
    lambda led: woonprojecten.edit_project(led, replace(TUSSEN, id=1), Invulling(telgemeenten={1: 25, 2: 20})),
    lambda led: woonprojecten.edit_project(led, replace(TUSSEN, id=1, vergunninghouders=59), SHARES),
    lambda led: woonprojecten.edit_project(led, replace(TUSSEN, id=1), Invulling(maten={"alleen": 31})),
    lambda led: woonprojecten.add_project(led, TUSSEN, Invulling()),
    lambda led: woonprojecten.edit_project(led, replace(HAR, id=2, soort="flexwoning"), Invulling()),  # it has a group
    lambda led: replace(TUSSEN, vergunninghouders=61),
    lambda led: replace(TUSSEN, naam="x" * 201),
    lambda led: replace(AZC, naam="De\nVloedbeld"),
    lambda led: replace(AZC, naam=" "),
    lambda led: replace(TUSSEN, telt_mee="ja"),  # without saying who says so
    lambda led: replace(TUSSEN, einde=datetime.date(2023, 8, 1)),
    lambda led: woonprojecten.save_harinstroom(led, Harinstroom(project_id=1, gemeente_id=1, begin=DAY, aantal=3)),
    lambda led: partners.remove_partner(led, led.partners.get(1)),
    lambda led: partners.save_partner(led, Partner(naam="Corporatie in Almelo")),
    lambda led: replace(AFSPRAAK, aandeel=None),
    lambda led: replace(TIJD, regioplaatsingen=13),
)
