"""The invitation to a meeting of the file: changed when it is moved, taken back when it is cancelled."""

from __future__ import annotations

import datetime

from regietafel.domain.overleg import VERVALLEN
from regietafel.exchange.uitnodiging import AMSTERDAM, Uitnodiging, invitation_bytes
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.contacten import contacten, ontvangers
from regietafel.queries.overleggen import overleg_regel


def overleg_uitnodiging(ledger: Ledger, overleg_id: int, organisator: str = "") -> Uitnodiging:
    """The meeting as it stands now, for those who get its agenda as a member.

    The answers go to ``organisator``, or else to the secretary when that is a contact with an address.
    """
    regel, overleg = overleg_regel(ledger, overleg_id), ledger.overleggen.get(overleg_id)
    begin = datetime.datetime.combine(overleg.datum, datetime.time.fromisoformat(overleg.begin), AMSTERDAM)
    known = [each.e_mail for each in contacten(ledger) if each.e_mail and each.naam == overleg.secretaris.strip()]
    said = [
        _("Voorzitter: {naam}").format(naam=regel.voorzitter) if regel.voorzitter else "",
        _("Online: {link}").format(link=regel.link) if regel.link else "",
    ]
    return Uitnodiging(
        uid=overleg.uid,
        volgnummer=overleg.volgnummer,
        titel=regel.reeks,
        begin=begin,
        einde=begin + datetime.timedelta(minutes=overleg.minuten),
        plaats=regel.locatie or regel.link,
        omschrijving="\n".join(filter(None, said)),
        organisator=organisator or next(iter(known), ""),
        deelnemers=tuple((each.naam, each.e_mail) for each in ontvangers(ledger, overleg.reeks_id).leden),
        geannuleerd=regel.staat == VERVALLEN,
    )


def overleg_ics(ledger: Ledger, overleg_id: int, organisator: str = "") -> bytes:
    """The same as a file for a calendar, made now. Raises RegietafelError for what is no address."""
    made = datetime.datetime.now(datetime.UTC)
    return invitation_bytes(overleg_uitnodiging(ledger, overleg_id, organisator), made)
