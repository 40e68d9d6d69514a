"""Something of every kind that is searched, and a meeting more."""

from __future__ import annotations

import datetime

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.domain.agenda import Agendapunt
from regietafel.domain.bestuurlijke_afspraak import BestuurlijkeAfspraak
from regietafel.domain.contact import Contact
from regietafel.domain.document import Archiefstuk, Bijlage
from regietafel.domain.herverdeling import Deel
from regietafel.domain.intekenlijst import Intekenactie, Intekening
from regietafel.domain.opvanglocatie import Opvanglocatie
from regietafel.domain.overleg import Overleg, Overlegreeks
from regietafel.domain.partner import Partner
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.domain.scenario import Scenario
from regietafel.domain.termijn import Termijn
from regietafel.domain.verslag import Actiehouder, Kennis, Verslagregel, Voortgang
from regietafel.domain.woonproject import Woonproject
from regietafel.ledger import Ledger

P = Periode(2023, 2)
DAG = datetime.date(2023, 6, 5)


def a_meeting(ledger: Ledger, dag: datetime.date = DAG) -> int:
    reeks = ledger.overlegreeksen.find(naam="Regietafel Twente") or ledger.overlegreeksen.save(
        Overlegreeks(naam="Regietafel Twente", soort="regietafel")
    )
    assert reeks.id
    made = ledger.overleggen.save(
        Overleg(
            reeks_id=reeks.id,
            datum=dag,
            begin="10:00",
            minuten=120,
            locatie="Stadhuis Borne",
            voorzitter="burgemeester van Almelo",
            uid=f"{dag}-overleg",
        )
    )
    assert made.id
    return made.id


def fill_with_everything(ledger: Ledger) -> None:
    """Something of every kind that is searched."""
    hv = make_herverdeling(ledger, P, [Deel("Enschede", "Borne", 10)])
    with ledger.operation("Alles"):
        sha = ledger.inhoud.put(b"brief")
        overleg = a_meeting(ledger)
        ledger.scenarios.save(Scenario(naam="Ruil met het noorden", periode=P))
        punt = ledger.agendapunten.save(
            Agendapunt(
                overleg_id=overleg,
                titel="Noodopvang in het najaar",
                toelichting="De wethouder licht toe.",
                intern="Let op: de stemming in Losser.",
            )
        )
        geheim = ledger.agendapunten.save(
            Agendapunt(overleg_id=overleg, titel="Grondprijs", vertrouwelijk=True, volgorde=1)
        )
        onder = ledger.agendapunten.save(
            Agendapunt(overleg_id=overleg, hoofdpunt_id=geheim.id, titel="Taxatie van het terrein", volgorde=2)
        )
        regels = {
            soort: ledger.verslagregels.save(
                Verslagregel(
                    overleg_id=overleg,
                    agendapunt_id=punt.id,
                    soort=soort,
                    tekst=f"Tekst van een {soort} over Súdwest",
                    thema="huisvesting",
                )
            )
            for soort in ("besluit", "knelpunt", "actie", "notitie")
        }
        ledger.verslagregels.save(
            Verslagregel(overleg_id=overleg, agendapunt_id=onder.id, soort="besluit", tekst="De koopsom blijft binnen")
        )
        actie = regels["actie"].id
        assert actie and punt.id and geheim.id
        ledger.actiehouders.save(Actiehouder(regel_id=actie, gemeente_id=2))
        ledger.actiehouders.save(Actiehouder(regel_id=actie, organisatie="Waterschap"))
        ledger.voortgangen.save(Voortgang(regel_id=actie, datum=DAG, tekst="Gesprek gevoerd"))
        inteken = ledger.intekenacties.save(Intekenactie(titel="Samen werven"))
        assert inteken.id
        tekening = ledger.intekeningen.save(
            Intekening(intekenactie_id=inteken.id, gemeente_id=1, toezegging="twintig woningen")
        )
        ledger.voortgangen.save(Voortgang(intekening_id=tekening.id, datum=DAG, tekst="Eerste sleutel"))
        ledger.kennis.save(Kennis(titel="Hospitaverhuur", tekst="Kamers bij particulieren", bron="VNG"))
        ledger.contacten.save(Contact(gemeente_id=3, functie="Beleidsadviseur", e_mail="wonen@enschede.nl"))
        ledger.partners.save(Partner(naam="Woningstichting De Brug"))
        ledger.opvanglocaties.save(Opvanglocatie(gemeente_id=2, naam="Het Kulturhus", soort="azc"))
        ledger.woonprojecten.save(Woonproject(gemeente_id=1, naam="Flex aan de Weezebeek", soort="sociale_huur"))
        ledger.bestuurlijkeafspraken.save(
            BestuurlijkeAfspraak(datum=DAG, onderwerp="Opvangruil", partijen="Almelo en Borne", tekst="Om en om")
        )
        ledger.termijnen.save(Termijn(omschrijving="Capaciteitsbesluit", maand=10, dag=1, bron="Spreidingswet"))
        ledger.bijlagen.save(
            Bijlage(herverdeling_id=hv, titel="Ambtelijk advies", bestandsnaam="advies.pdf", inhoud=sha)
        )
        ledger.bijlagen.save(
            Bijlage(agendapunt_id=geheim.id, titel="Taxatierapport", bestandsnaam="taxatie.pdf", inhoud=sha)
        )
        ledger.archiefstukken.save(
            Archiefstuk(
                herverdeling_id=hv,
                onderwerp="HV-2023-II-01",
                soort="besluit",
                voor="Borne",
                titel="Collegebesluit",
                bestandsnaam="besluit.pdf",
                vorm="pdf",
                datum=DAG,
                gemaakt_op="2023-06-05T10:00:00",
                feiten=sha,
                inhoud=sha,
            )
        )
        ledger.gemeenten.save(Gemeente(gm_code="GM1900", naam="Súdwest-Fryslân", provincie="Fryslân", lid=False))
