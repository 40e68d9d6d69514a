"""One of everything about meetings, and how each action on it is done (see ``test_actions``)."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

from regietafel.actions import (
    agenda,
    bijlagen,
    contacten,
    intekenlijst,
    kennis,
    overleggen,
    overlegreeksen,
    verslag,
)
from regietafel.domain.agenda import Agendapunt, Vastpunt
from regietafel.domain.contact import Contact
from regietafel.domain.intekenlijst import Intekenactie, Intekening
from regietafel.domain.overleg import Overlegreeks, Schoolvakantie
from regietafel.domain.verslag import Aanwezigheid, Kennis, Verslagregel, Voortgang
from regietafel.ledger import Ledger

JUNI, SEPTEMBER, NOVEMBER, DECEMBER = (datetime.date(2023, month, 5) for month in (6, 9, 11, 12))
REEKS = Overlegreeks(naam="Regietafel", soort="regietafel", locatie="Raadzaal in Almelo", vakantieregio="noord")
VAKANTIE = Schoolvakantie(naam="Zomervakantie", regio="noord", begin=datetime.date(2023, 7, 22), einde=SEPTEMBER)
CONTACT = Contact(gemeente_id=1, naam="burgemeester van Almelo", rol="bestuurder", e_mail="bestuur@almelo.nl")
HELD, NEXT, PLANNED, ADOPTED, ENDED, SPARE = range(1, 7)
BESLUIT = Verslagregel(overleg_id=HELD, agendapunt_id=1, soort="besluit", tekst="De agenda is vastgesteld.")
KNELPUNT = Verslagregel(overleg_id=HELD, agendapunt_id=2, soort="knelpunt", tekst="Te weinig locaties", thema="opvang")
ACTIE = Verslagregel(overleg_id=HELD, agendapunt_id=2, soort="actie", tekst="Een locatie zoeken", voor=SEPTEMBER)
HOUDERS = ((1, ""), (None, "COA"))


def fill(ledger: Ledger) -> None:
    """A meeting that is being held, with a row of each kind; two to come, one of them sent; of officials one whose list
    was adopted, one whose list is a concept, and one planned by mistake; and a series without any."""
    contacten.save_contact(ledger, CONTACT)
    contacten.save_contact(ledger, Contact(organisatie="COA", naam="regievoerder", rol="partner"))
    overlegreeksen.edit_schoolvakantie(ledger, VAKANTIE)
    reeks = overlegreeksen.save_overlegreeks(ledger, REEKS)
    overlegreeksen.save_overlegreeks(ledger, replace(REEKS, naam="Vooroverleg", soort="vooroverleg"))
    overlegreeksen.save_overlegreeks(ledger, replace(REEKS, naam="Terugkoppeling", soort="prt"))
    assert reeks.id is not None
    overleggen.make_overleggen(ledger, reeks.id, [JUNI, SEPTEMBER, NOVEMBER])
    overleggen.make_overleggen(ledger, 2, [JUNI, SEPTEMBER, DECEMBER])
    for id in (ADOPTED, ENDED):
        overleggen.begin_overleg(ledger, id)
        overleggen.end_overleg(ledger, id)
    overleggen.adopt_verslag(ledger, ADOPTED)
    punt = agenda.save_punt(ledger, Agendapunt(overleg_id=NEXT, titel="Flexwoningen", locatie_id=1, project_id=1))
    agenda.save_punt(ledger, Agendapunt(overleg_id=NEXT, titel="Financiering", hoofdpunt_id=punt.id))
    bijlagen.add_agendabijlage(ledger, 1, "Kaart", "kaart.png", b"PNG")
    agenda.remove_punt(ledger, next(ledger.agendapunten.where(overleg_id=PLANNED)))
    agenda.record_verzending(ledger, PLANNED, SEPTEMBER, SEPTEMBER, momentopname=b"{}")
    overleggen.begin_overleg(ledger, HELD)
    verslag.save_aanwezigheid(ledger, Aanwezigheid(overleg_id=HELD, gemeente_id=1, naam="burgemeester van Almelo"))
    verslag.record_regel(ledger, BESLUIT)
    verslag.record_regel(ledger, KNELPUNT)
    verslag.record_regel(ledger, ACTIE, HOUDERS)
    verslag.record_voortgang(ledger, Voortgang(regel_id=3, datum=SEPTEMBER, tekst="Twee gesprekken gevoerd"))
    kennis.save_kennis(ledger, Kennis(titel="Woningdelen", tekst="Twee alleengaanden in één huis", bron="handreiking"))
    kennis.save_kennis(ledger, Kennis(titel="Hospitaverhuur"))
    verslag.set_kennislinks(ledger, 2, [1])
    intekenlijst.save_intekenactie(ledger, Intekenactie(titel="Campagne voor kamers", thema="woningdelen"))
    intekenlijst.save_intekenactie(ledger, Intekenactie(titel="Regionale monitor"))
    intekenlijst.save_intekening(ledger, Intekening(intekenactie_id=1, gemeente_id=1, rol="trekker"))


def _punt(ledger: Ledger, titel: str) -> Agendapunt:
    found = ledger.agendapunten.find(titel=titel)
    assert found is not None
    return found


def _turned(ledger: Ledger) -> list[tuple[int, int | None]]:
    return [(each.id or 0, None) for each in reversed([*ledger.agendapunten.where(overleg_id=PLANNED)])]


SCENARIOS: dict[Callable[..., object], Callable[[Ledger], object]] = {
    contacten.save_contact: lambda led: contacten.save_contact(led, replace(led.contacten.get(1), telefoon="0546")),
    contacten.remove_contact: lambda led: contacten.remove_contact(led, led.contacten.get(2)),
    overlegreeksen.save_overlegreeks: lambda led: overlegreeksen.save_overlegreeks(
        led, replace(REEKS, naam="Regietafel Twente")
    ),
    overlegreeksen.remove_overlegreeks: lambda led: overlegreeksen.remove_overlegreeks(led, led.overlegreeksen.get(3)),
    overlegreeksen.save_vastpunt: lambda led: overlegreeksen.save_vastpunt(
        led, Vastpunt(reeks_id=1, volgorde=0, titel="Brieven")
    ),
    overlegreeksen.remove_vastpunt: lambda led: overlegreeksen.remove_vastpunt(led, led.vastpunten.get(3)),
    overlegreeksen.order_vastpunten: lambda led: overlegreeksen.order_vastpunten(
        led, 1, [each.id or 0 for each in reversed([*led.vastpunten.where(reeks_id=1)])]
    ),
    overlegreeksen.set_verzendingen: lambda led: overlegreeksen.set_verzendingen(
        led, 1, {"bestuurder": "lid", "partner": "informatie"}
    ),
    overlegreeksen.edit_schoolvakantie: lambda led: overlegreeksen.edit_schoolvakantie(
        led, replace(led.schoolvakanties.get(1), naam="Zomer")
    ),
    overlegreeksen.remove_schoolvakantie: lambda led: overlegreeksen.remove_schoolvakantie(
        led, led.schoolvakanties.get(1)
    ),
    overleggen.make_overleggen: lambda led: overleggen.make_overleggen(led, 1, [DECEMBER]),
    overleggen.save_overleg: lambda led: overleggen.save_overleg(led, replace(led.overleggen.get(NEXT), begin="09:30")),
    overleggen.cancel_overleg: lambda led: overleggen.cancel_overleg(led, NEXT, "te weinig aanmeldingen"),
    overleggen.merge_overleggen: lambda led: overleggen.merge_overleggen(led, NEXT, PLANNED),
    overleggen.remove_overleg: lambda led: overleggen.remove_overleg(led, SPARE),
    overleggen.begin_overleg: lambda led: overleggen.begin_overleg(led, NEXT),
    overleggen.end_overleg: lambda led: overleggen.end_overleg(led, HELD),
    overleggen.adopt_verslag: lambda led: overleggen.adopt_verslag(led, ENDED),
    overleggen.reopen_overleg: lambda led: overleggen.reopen_overleg(led, ADOPTED, "een besluit ontbrak"),
    agenda.save_punt: lambda led: agenda.save_punt(led, Agendapunt(overleg_id=NEXT, titel="Brief van het COA")),
    agenda.remove_punt: lambda led: agenda.remove_punt(led, _punt(led, "Flexwoningen")),
    agenda.order_punten: lambda led: agenda.order_punten(led, PLANNED, _turned(led)),
    agenda.set_besproken: lambda led: agenda.set_besproken(led, _punt(led, "Flexwoningen").id or 0, True),
    agenda.fill_agenda: lambda led: agenda.fill_agenda(led, PLANNED),
    agenda.record_verzending: lambda led: agenda.record_verzending(
        led, NEXT, JUNI, JUNI, momentopname=b"[]", wijzigingen="Punt 3 is nieuw."
    ),
    bijlagen.add_agendabijlage: lambda led: bijlagen.add_agendabijlage(led, 2, "Brief", "brief.pdf", b"%PDF"),
    verslag.record_regel: lambda led: verslag.record_regel(led, replace(ACTIE, id=3, tekst="Anders"), [(2, "")]),
    verslag.remove_regel: lambda led: verslag.remove_regel(led, led.verslagregels.get(3)),
    verslag.set_gereed: lambda led: verslag.set_gereed(led, 3, SEPTEMBER),
    verslag.record_regels: lambda led: verslag.record_regels(
        led, HELD, [verslag.Rij(BESLUIT), verslag.Rij(ACTIE, HOUDERS)]
    ),
    verslag.link_regel: lambda led: verslag.link_regel(led, 1, locatie_id=1),
    verslag.record_voortgang: lambda led: verslag.record_voortgang(
        led, Voortgang(intekening_id=1, datum=JUNI, tekst="Gestart")
    ),
    verslag.remove_voortgang: lambda led: verslag.remove_voortgang(led, led.voortgangen.get(1)),
    verslag.set_kennislinks: lambda led: verslag.set_kennislinks(led, 2, [2]),
    verslag.save_aanwezigheid: lambda led: verslag.save_aanwezigheid(
        led, Aanwezigheid(overleg_id=HELD, organisatie="COA", aanwezig="afwezig_mk")
    ),
    verslag.remove_aanwezigheid: lambda led: verslag.remove_aanwezigheid(led, led.aanwezigheden.get(1)),
    verslag.fill_aanwezigheid: lambda led: verslag.fill_aanwezigheid(led, NEXT),
    kennis.save_kennis: lambda led: kennis.save_kennis(led, replace(led.kennis.get(1), thema="doorstroom")),
    kennis.remove_kennis: lambda led: kennis.remove_kennis(led, led.kennis.get(1)),
    intekenlijst.save_intekenactie: lambda led: intekenlijst.save_intekenactie(
        led, replace(led.intekenacties.get(1), voor=DECEMBER)
    ),
    intekenlijst.remove_intekenactie: lambda led: intekenlijst.remove_intekenactie(led, led.intekenacties.get(2)),
    intekenlijst.save_intekening: lambda led: intekenlijst.save_intekening(
        led, Intekening(intekenactie_id=1, organisatie="corporatie in Borne", toezegging="20 kamers")
    ),
    intekenlijst.remove_intekening: lambda led: intekenlijst.remove_intekening(led, led.intekeningen.get(1)),
}


MISTAKES: tuple[Callable[[Ledger], object], ...] = (
    lambda led: overlegreeksen.save_overlegreeks(led, replace(REEKS, naam=" regietafel ")),
    lambda led: overlegreeksen.save_overlegreeks(led, replace(REEKS, naam="Nieuw", begin="25:00")),
    lambda led: overlegreeksen.save_overlegreeks(led, replace(REEKS, naam="Nieuw", link="javascript:alert(1)")),
    lambda led: overlegreeksen.remove_overlegreeks(led, led.overlegreeksen.get(1)),
    lambda led: overlegreeksen.order_vastpunten(led, 1, [1, 2]),
    lambda led: overleggen.make_overleggen(led, 1, [DECEMBER, DECEMBER]),
    lambda led: overleggen.make_overleggen(led, 1, [NOVEMBER]),
    lambda led: overleggen.save_overleg(led, replace(led.overleggen.get(NEXT), datum=NOVEMBER)),
    lambda led: overleggen.save_overleg(led, replace(led.overleggen.get(ADOPTED), locatie="elders")),
    lambda led: overleggen.cancel_overleg(led, HELD, ""),
    lambda led: overleggen.merge_overleggen(led, NEXT, SPARE),
    lambda led: overleggen.merge_overleggen(led, HELD, NEXT),
    lambda led: overleggen.remove_overleg(led, NEXT),
    lambda led: overleggen.remove_overleg(led, HELD),
    lambda led: overleggen.begin_overleg(led, ADOPTED),
    lambda led: overleggen.end_overleg(led, NEXT),
    lambda led: overleggen.adopt_verslag(led, HELD),
    lambda led: overleggen.reopen_overleg(led, HELD, "te vroeg"),
    lambda led: overleggen.reopen_overleg(led, ADOPTED, " "),
    lambda led: agenda.save_punt(led, Agendapunt(overleg_id=ADOPTED, titel="Te laat")),
    lambda led: agenda.save_punt(led, Agendapunt(overleg_id=NEXT, titel="Twee\nregels")),
    lambda led: agenda.save_punt(
        led, Agendapunt(overleg_id=NEXT, titel="Diep", hoofdpunt_id=_punt(led, "Financiering").id)
    ),
    lambda led: agenda.save_punt(led, replace(_punt(led, "Flexwoningen"), hoofdpunt_id=10)),
    lambda led: agenda.remove_punt(led, led.agendapunten.get(1)),
    lambda led: agenda.order_punten(led, PLANNED, []),
    lambda led: agenda.record_verzending(led, HELD, JUNI, JUNI, momentopname=b"{}"),
    lambda led: bijlagen.add_agendabijlage(led, led.agendapunten.find(overleg_id=ADOPTED).id, "x", "x.pdf", b""),  # type: ignore[union-attr,arg-type]
    lambda led: verslag.record_regel(led, replace(BESLUIT, overleg_id=ADOPTED, agendapunt_id=None)),
    lambda led: verslag.record_regel(led, replace(BESLUIT, agendapunt_id=_punt(led, "Flexwoningen").id)),
    lambda led: verslag.record_regel(led, BESLUIT, HOUDERS),
    lambda led: verslag.record_regels(led, HELD, [verslag.Rij(ACTIE), verslag.Rij(BESLUIT, HOUDERS)]),
    lambda led: verslag.record_regel(led, replace(BESLUIT, voor=JUNI)),
    lambda led: verslag.record_regel(led, replace(ACTIE, tekst=" ")),
    lambda led: verslag.set_gereed(led, 1, JUNI),
    lambda led: verslag.record_voortgang(led, Voortgang(regel_id=1, datum=JUNI, tekst="Bezig")),
    lambda led: verslag.set_kennislinks(led, 3, [1]),
    lambda led: verslag.save_aanwezigheid(led, Aanwezigheid(overleg_id=HELD)),
    lambda led: intekenlijst.remove_intekenactie(led, led.intekenacties.get(1)),
    lambda led: intekenlijst.save_intekening(led, Intekening(intekenactie_id=1, gemeente_id=1)),
    lambda led: intekenlijst.save_intekening(led, Intekening(intekenactie_id=1, gemeente_id=2, rol="trekker")),
    lambda led: contacten.save_contact(led, replace(CONTACT, e_mail="geen adres")),
    lambda led: contacten.save_contact(led, Contact(organisatie="COA")),
)
