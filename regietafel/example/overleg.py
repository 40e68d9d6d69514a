"""Meetings in the example: one that was held, one whose agenda is ready, one that is only planned. All made up."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

from regietafel.actions.agenda import save_punt, set_besproken
from regietafel.actions.bijlagen import add_agendabijlage
from regietafel.actions.contacten import save_contact
from regietafel.actions.intekenlijst import save_intekenactie, save_intekening
from regietafel.actions.kennis import save_kennis
from regietafel.actions.overleggen import begin_overleg, end_overleg, make_overleggen
from regietafel.actions.overlegreeksen import save_overlegreeks
from regietafel.actions.verslag import (
    fill_aanwezigheid,
    record_regel,
    record_voortgang,
    save_aanwezigheid,
    set_kennislinks,
)
from regietafel.domain.agenda import BESLUIT, INFORMATIE, STAND, Agendapunt
from regietafel.domain.contact import AMBTENAAR, BESTUURDER, PARTNER, SECRETARIAAT, Contact
from regietafel.domain.intekenlijst import IN_UITVOERING, TREKKER, Intekenactie, Intekening
from regietafel.domain.overleg import REGIETAFEL, VOOROVERLEG, Overlegreeks
from regietafel.domain.verslag import (
    ACTIE,
    AFWEZIG_MK,
    KNELPUNT,
    Kennis,
    Verslagregel,
    Voortgang,
)
from regietafel.domain.verslag import (
    BESLUIT as B,
)
from regietafel.example.opvang import BRON
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.paths import resource

Day = datetime.date
JUNI, SEPTEMBER, NOVEMBER = Day(2023, 6, 5), Day(2023, 9, 4), Day(2023, 11, 6)
_VOORZITTER = _("burgemeester van Almelo")
_SECRETARIS = _("secretaris van de regietafel")
_BIJLAGEN = (
    ("memo_locaties.pdf", _("Memo: samen zoeken naar locaties"), True),
    ("notitie_locatie.pdf", _("Notitie over een locatie in onderzoek"), False),
)


def fill_overleg(ledger: Ledger, ids: Mapping[str, int]) -> None:
    """Contacts, a series with three meetings and one of officials, an intekenlijst, and measures that help."""
    _fill_contacten(ledger, ids)
    tafel = save_overlegreeks(
        ledger,
        Overlegreeks(
            naam=_("Regietafel Twente"),
            soort=REGIETAFEL,
            begin="10:00",
            minuten=90,
            locatie=_("gemeentehuis van Almelo, raadzaal"),
            voorzitter=_VOORZITTER,
            secretaris=_SECRETARIS,
            vakantieregio="noord",
        ),
    )
    officials = replace(tafel, id=None, naam=_("Ambtelijk vooroverleg"), soort=VOOROVERLEG, begin="13:30", locatie="")
    save_overlegreeks(ledger, replace(officials, voorzitter=_SECRETARIS))
    assert tafel.id is not None
    held, ready, _planned = make_overleggen(ledger, tafel.id, [JUNI, SEPTEMBER, NOVEMBER])
    assert held.id is not None and ready.id is not None
    _hold(ledger, held.id, ids)
    _prepare(ledger, ready.id)
    _fill_intekenlijst(ledger, ids)


def _fill_contacten(ledger: Ledger, ids: Mapping[str, int]) -> None:
    for naam, id in ids.items():
        domain = naam.lower().replace(" ", "") + ".example"  # reserved: no mail ever arrives there
        mayor = Contact(
            gemeente_id=id,
            naam=_("burgemeester van {naam}").format(naam=naam),
            functie=_("burgemeester"),
            rol=BESTUURDER,
            e_mail=f"bestuur@{domain}",
        )
        save_contact(ledger, mayor)
        official = _("beleidsadviseur van {naam}").format(naam=naam)
        save_contact(
            ledger,
            replace(mayor, naam=official, functie=_("beleidsadviseur"), rol=AMBTENAAR, e_mail=f"beleid@{domain}"),
        )
    others = (("COA", _("regievoerder van het COA")), (_("Provincie Overijssel"), _("toezichthouder van de provincie")))
    for organisatie, naam in others:
        save_contact(ledger, Contact(organisatie=organisatie, naam=naam, rol=PARTNER))
    save_contact(
        ledger,
        Contact(
            organisatie=_("Regietafel Twente"),
            naam=_SECRETARIS,
            functie=_("secretaris"),
            rol=SECRETARIAAT,
            e_mail="secretariaat@regietafeltwente.example",
        ),
    )


def _hold(ledger: Ledger, overleg_id: int, ids: Mapping[str, int]) -> None:
    """Thirteen were there and one had said not to come; four besluiten, two knelpunten, three acties."""
    begin_overleg(ledger, overleg_id)
    fill_aanwezigheid(ledger, overleg_id)
    absent = next(ledger.aanwezigheden.where(overleg_id=overleg_id, gemeente_id=ids["Tubbergen"]))
    save_aanwezigheid(ledger, replace(absent, aanwezig=AFWEZIG_MK))
    punten = {each.titel: each for each in ledger.agendapunten.where(overleg_id=overleg_id)}
    opening, stand, nieuws, acties = (
        punten[titel]
        for titel in (
            _("Opening en vaststellen agenda"),
            _("Stand van zaken taakstelling en opvangplekken"),
            _("Actualiteiten"),
            _("Openstaande acties"),
        )
    )
    rows: tuple[tuple[Agendapunt, str, str, str, Day | None, tuple[str, ...]], ...] = (
        (opening, B, _("De agenda is vastgesteld."), "", None, ()),
        (stand, B, _("De stand per gemeente gaat elke maand naar alle leden."), _("monitoring"), None, ()),
        (stand, KNELPUNT, _("Voor alleenstaanden komen te weinig woningen vrij."), _("woningdelen"), None, ()),
        (
            stand,
            ACTIE,
            _("Een voorstel voor een uitruil voorbereiden."),
            _("uitruil"),
            Day(2023, 8, 28),
            ("Enschede", "Borne"),
        ),
        (nieuws, B, _("De gemeenten zoeken samen naar locaties, met één aanspreekpunt."), _("opvang"), None, ()),
        (nieuws, KNELPUNT, _("Vergunningen voor flexwoningen duren lang."), _("flexwonen"), None, ()),
        (
            nieuws,
            ACTIE,
            _("In kaart brengen welke percelen in aanmerking komen."),
            _("opvang"),
            Day(2023, 10, 1),
            ("Hengelo",),
        ),
        (acties, B, _("Acties komen terug tot ze klaar zijn."), "", None, ()),
        (
            acties,
            ACTIE,
            _("De ervaringen met woningdelen opschrijven."),
            _("woningdelen"),
            Day(2023, 7, 1),
            ("Almelo",),
        ),
    )
    for punt, soort, tekst, thema, voor, houders in rows:
        row = Verslagregel(
            overleg_id=overleg_id, agendapunt_id=punt.id, soort=soort, tekst=tekst, thema=thema, voor=voor
        )
        saved = record_regel(ledger, row, [(ids[naam], "") for naam in houders])
        if thema == _("uitruil"):
            assert saved.id is not None
            told = _("Enschede en Borne hebben de aantallen besproken.")
            record_voortgang(ledger, Voortgang(regel_id=saved.id, datum=Day(2023, 7, 10), tekst=told))
    for punt in punten.values():
        if punt.id is not None:
            set_besproken(ledger, punt.id, True)
    end_overleg(ledger, overleg_id)


def _prepare(ledger: Ledger, overleg_id: int) -> None:
    """Seven points, some with subpoints, and two annexes: one for all, one that is confidential."""
    punten = {each.titel: each for each in ledger.agendapunten.where(overleg_id=overleg_id)}
    stand = punten[_("Stand van zaken taakstelling en opvangplekken")]
    nieuws = punten[_("Actualiteiten")]
    save_punt(ledger, replace(stand, intern=_("Vraag Enschede en Borne naar de uitruil."), inbrenger=_SECRETARIS))
    save_punt(
        ledger,
        Agendapunt(
            overleg_id=overleg_id,
            hoofdpunt_id=stand.id,
            titel=_("Realisatie van de taakstelling 2023-II"),
            soort=INFORMATIE,
            deel=STAND,
        ),
    )
    memo = Agendapunt(
        overleg_id=overleg_id,
        hoofdpunt_id=nieuws.id,
        titel=_("Samen zoeken naar locaties"),
        toelichting=_("De memo stelt voor hoe de gemeenten percelen beoordelen."),
        soort=BESLUIT,
        inbrenger=_("burgemeester van Hengelo"),
    )
    secret = replace(
        memo,
        titel=_("Locatie in onderzoek"),
        toelichting=_("Mondelinge toelichting. Nog niet bekend bij de omwonenden."),
        inbrenger=_("burgemeester van Losser"),
        vertrouwelijk=True,
    )
    for punt, (bestand, titel, openbaar) in zip((memo, secret), _BIJLAGEN, strict=True):
        saved = save_punt(ledger, punt)
        assert saved.id is not None
        inhoud = resource("voorbeeld", bestand).read_bytes()
        add_agendabijlage(ledger, saved.id, titel, bestand, inhoud, openbaar=openbaar)


def _fill_intekenlijst(ledger: Ledger, ids: Mapping[str, int]) -> None:
    kamers = save_intekenactie(
        ledger,
        Intekenactie(
            titel=_("Campagne voor kamers bij inwoners"),
            toelichting=_("Eén verhaal en één meldpunt voor de hele regio."),
            thema=_("woningdelen"),
            bron=BRON,
            voor=Day(2023, 12, 31),
        ),
    )
    save_intekenactie(ledger, Intekenactie(titel=_("Eén werkwijze voor flexwoningen"), thema=_("flexwonen"), bron=BRON))
    assert kamers.id is not None
    trekker = Intekening(intekenactie_id=kamers.id, gemeente_id=ids["Enschede"], rol=TREKKER, staat=IN_UITVOERING)
    trekker = save_intekening(ledger, replace(trekker, toezegging=_("Campagne opzetten en betalen.")))
    told = _("Het verhaal is klaar; de start is na de zomer.")
    record_voortgang(ledger, Voortgang(intekening_id=trekker.id, datum=Day(2023, 7, 3), tekst=told))
    for naam in ("Hengelo", "Oldenzaal"):
        save_intekening(
            ledger,
            Intekening(intekenactie_id=kamers.id, gemeente_id=ids[naam], toezegging=_("Meldpunt bij het loket.")),
        )
    delen = save_kennis(
        ledger,
        Kennis(
            titel=_("Woningdelen met twee of drie alleenstaanden"),
            tekst=_("Eén huurcontract per kamer, en iemand die de eerste maanden langskomt."),
            thema=_("woningdelen"),
            bron=BRON,
            datum=Day(2023, 4, 1),
        ),
    )
    knelpunt = ledger.verslagregels.find(soort=KNELPUNT, thema=_("woningdelen"))
    assert knelpunt and knelpunt.id and delen.id
    set_kennislinks(ledger, knelpunt.id, [delen.id])
