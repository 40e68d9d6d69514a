"""Series of meetings: how they usually are, their usual points, who is written to; the school holidays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from regietafel.domain.agenda import ACTIES, BESLUIT, BESPREKING, OPVANG, STAND, VERSLAG, Vastpunt
from regietafel.domain.contact import AMBTENAAR, BESTUURDER, INFORMATIE, LID, SECRETARIAAT, WETHOUDER, Verzending
from regietafel.domain.overleg import GEHOUDEN, PRT, REGIETAFEL, VOOROVERLEG, Overlegreeks, Schoolvakantie
from regietafel.errors import RuleError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.overlegstaat import staten
from regietafel.reference import spelling_key

_OPENING = Vastpunt(reeks_id=0, volgorde=0, titel=_("Opening en vaststellen agenda"), soort=BESLUIT, minuten=5)
_VERSLAG = Vastpunt(
    reeks_id=0, volgorde=0, titel=_("Verslag vorig overleg"), soort=BESLUIT, minuten=5, deel=VERSLAG, aan_einde=True
)
_ACTIES = Vastpunt(
    reeks_id=0, volgorde=0, titel=_("Openstaande acties"), soort=BESPREKING, minuten=10, deel=ACTIES, aan_einde=True
)
_SLOT = Vastpunt(reeks_id=0, volgorde=0, titel=_("Wat verder ter tafel komt"), minuten=5, aan_einde=True)
_GEBRUIKELIJK: Mapping[str, tuple[Vastpunt, ...]] = {
    REGIETAFEL: (
        _OPENING,
        Vastpunt(
            reeks_id=0, volgorde=0, titel=_("Stand van zaken taakstelling en opvangplekken"), minuten=15, deel=OPVANG
        ),
        Vastpunt(reeks_id=0, volgorde=0, titel=_("Actualiteiten"), minuten=10, aan_einde=True),
        _VERSLAG,
        _ACTIES,
        Vastpunt(reeks_id=0, volgorde=0, titel=_("Terugkoppeling PRT"), minuten=5, aan_einde=True),
        _SLOT,
    ),
    VOOROVERLEG: (
        _OPENING,
        Vastpunt(reeks_id=0, volgorde=0, titel=_("Stand van zaken taakstelling"), minuten=15, deel=STAND),
        Vastpunt(
            reeks_id=0,
            volgorde=0,
            titel=_("Voorbereiding van de regietafel"),
            soort=BESPREKING,
            minuten=30,
            aan_einde=True,
        ),
        _VERSLAG,
        _ACTIES,
        _SLOT,
    ),
    PRT: (
        _OPENING,
        Vastpunt(reeks_id=0, volgorde=0, titel=_("Terugkoppeling uit de PRT"), minuten=20),
        _VERSLAG,
        _ACTIES,
        _SLOT,
    ),
}
"""What the agenda of each kind of meeting usually holds (domein §6); the user changes it per series."""
_VERZENDING: Mapping[str, str] = {
    BESTUURDER: LID,
    SECRETARIAAT: LID,
    WETHOUDER: INFORMATIE,
    AMBTENAAR: INFORMATIE,
}
_VAN_AMBTENAREN: Mapping[str, str] = {AMBTENAAR: LID, SECRETARIAAT: LID}


def save_overlegreeks(ledger: Ledger, reeks: Overlegreeks) -> Overlegreeks:
    """Record a series, or change it. A new one gets the usual points and who is usually written to.

    Raises RuleError when another is called so.
    """
    reeks = replace(reeks, naam=reeks.naam.strip())
    for other in ledger.overlegreeksen:
        if other.id != reeks.id and spelling_key(other.naam) == spelling_key(reeks.naam):
            raise RuleError(_("Er is al een reeks “{naam}”. Kies een andere naam.").format(naam=other.naam))
    with ledger.operation(_("Overlegreeks opgeslagen: {naam}").format(naam=reeks.naam)):
        saved = ledger.overlegreeksen.save(reeks)
        assert saved.id is not None
        if reeks.id is None:
            for volgorde, each in enumerate(_GEBRUIKELIJK[reeks.soort], 1):
                ledger.vastpunten.save(replace(each, reeks_id=saved.id, volgorde=volgorde))
            for rol, wijze in (_VAN_AMBTENAREN if reeks.soort == VOOROVERLEG else _VERZENDING).items():
                ledger.verzendingen.save(Verzending(reeks_id=saved.id, rol=rol, wijze=wijze))
        return saved


def remove_overlegreeks(ledger: Ledger, reeks: Overlegreeks) -> None:
    """Take out a series. Raises RuleError when it has had or has meetings."""
    if ledger.overleggen.find(reeks_id=reeks.id):
        raise RuleError(_("Bij {naam} horen overleggen; zo'n reeks blijft bestaan.").format(naam=reeks.naam))
    with ledger.operation(_("Overlegreeks verwijderd: {naam}").format(naam=reeks.naam)):
        for vast in ledger.vastpunten.where(reeks_id=reeks.id):
            ledger.vastpunten.delete(vast)
        for verzending in ledger.verzendingen.where(reeks_id=reeks.id):
            ledger.verzendingen.delete(verzending)
        ledger.overlegreeksen.delete(reeks)


def save_vastpunt(ledger: Ledger, vast: Vastpunt) -> Vastpunt:
    """Record a usual point of a series, or change it; a new one comes last. Agendas that were made stay as they are."""
    if vast.id is None:
        there = [each.volgorde for each in ledger.vastpunten.where(reeks_id=vast.reeks_id)]
        vast = replace(vast, volgorde=max(there, default=0) + 1)
    with ledger.operation(_("Vast agendapunt opgeslagen: {titel}").format(titel=vast.titel)):
        return ledger.vastpunten.save(vast)


def remove_vastpunt(ledger: Ledger, vast: Vastpunt) -> None:
    """Take out a usual point; on agendas that were made it stays, as an ordinary point.

    At meetings that were held it counts as discussed: otherwise it would come back from each of them.
    """
    known = staten(ledger)
    with ledger.operation(_("Vast agendapunt verwijderd: {titel}").format(titel=vast.titel)):
        for punt in ledger.agendapunten.where(vastpunt_id=vast.id):
            besproken = punt.besproken or known[punt.overleg_id] in GEHOUDEN
            ledger.agendapunten.save(replace(punt, vastpunt_id=None, terugkerend=False, besproken=besproken))
        ledger.vastpunten.delete(vast)


def order_vastpunten(ledger: Ledger, reeks_id: int, ids: Sequence[int]) -> None:
    """Put the usual points of a series in this order; raises RuleError when these are not all of them."""
    known = {each.id: each for each in ledger.vastpunten.where(reeks_id=reeks_id)}
    if sorted(ids) != sorted(id for id in known if id):
        raise RuleError(_("De vaste punten zijn intussen gewijzigd. Probeer het opnieuw."))
    with ledger.operation(
        _("Vaste agendapunten geordend: {naam}").format(naam=ledger.overlegreeksen.get(reeks_id).naam)
    ):
        for volgorde, id in enumerate(ids, 1):
            ledger.vastpunten.save(replace(known[id], volgorde=volgorde))


def set_verzendingen(ledger: Ledger, reeks_id: int, wijzen: Mapping[str, str]) -> None:
    """Contacts of which roles get the agenda of a series, and how; a role that is not named gets none."""
    naam = ledger.overlegreeksen.get(reeks_id).naam
    with ledger.operation(_("Verzendlijst opgeslagen: {naam}").format(naam=naam)):
        for each in ledger.verzendingen.where(reeks_id=reeks_id):
            if each.rol not in wijzen:
                ledger.verzendingen.delete(each)
        for rol, wijze in wijzen.items():
            ledger.verzendingen.put(Verzending(reeks_id=reeks_id, rol=rol, wijze=wijze))


def edit_schoolvakantie(ledger: Ledger, vakantie: Schoolvakantie) -> None:
    """Record a school holiday, or change it."""
    with ledger.operation(_("Schoolvakantie opgeslagen: {naam}").format(naam=vakantie.naam)):
        ledger.schoolvakanties.save(vakantie)


def remove_schoolvakantie(ledger: Ledger, vakantie: Schoolvakantie) -> None:
    """Take out a school holiday."""
    with ledger.operation(_("Schoolvakantie verwijderd: {naam}").format(naam=vakantie.naam)):
        ledger.schoolvakanties.delete(vakantie)
