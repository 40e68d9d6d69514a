"""A meeting with everything on it, for the tests of its documents."""

from __future__ import annotations

import datetime
from typing import Any

from regietafel.actions.agenda import record_verzending, save_punt
from regietafel.actions.bijlagen import add_agendabijlage
from regietafel.actions.contacten import save_contact
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.overleggen import (
    begin_overleg,
    end_overleg,
    make_overleggen,
)
from regietafel.actions.overlegreeksen import save_overlegreeks, set_verzendingen
from regietafel.actions.verslag import record_regel, save_aanwezigheid
from regietafel.documents.overlegleveren import OverlegLevering, OverlegVraag, read_overleglevering
from regietafel.documents.plain import as_text
from regietafel.documents.stuk import Stuk
from regietafel.documents.stukken.momentopname import take, to_keep
from regietafel.domain.agenda import Agendapunt
from regietafel.domain.contact import AMBTENAAR, BESTUURDER, INFORMATIE, LID, Contact
from regietafel.domain.herverdeling import Deel
from regietafel.domain.overleg import Overlegreeks
from regietafel.domain.verslag import Aanwezigheid, Verslagregel
from regietafel.ledger import Ledger
from tests.core.documents.bundels import letter, plain
from tests.core.documents.conftest import P
from tests.core.documents.reading import read

JUNI, SEPTEMBER, NOVEMBER = (datetime.date(2023, month, 7) for month in (6, 9, 11))
OP = datetime.date(2023, 8, 30)
HELD, NEXT = 1, 2  # ids: of June, whose list is a concept, and of September


def fill(ledger: Ledger) -> None:
    """Of the table of three gemeenten (conftest): a meeting that was held, one to come, and one after that."""
    make_herverdeling(ledger, P, [Deel("Enschede", "Borne", 10)])
    reeks = save_overlegreeks(
        ledger,
        Overlegreeks(
            naam="Regietafel Twente",
            soort="regietafel",
            locatie="Gemeentehuis Almelo, raadzaal",
            link="https://overleg.example.nl/tafel",
            voorzitter="burgemeester van Almelo",
            secretaris="P. de Griffier",
        ),
    )
    assert reeks.id is not None
    for id, naam in ((1, "Almelo"), (2, "Borne"), (3, "Enschede")):
        mail = f"burgemeester@{naam.lower()}.nl"
        save_contact(ledger, Contact(gemeente_id=id, naam=f"burgemeester van {naam}", rol=BESTUURDER, e_mail=mail))
    save_contact(
        ledger, Contact(gemeente_id=2, naam="J. van Dijkhuizen", rol=AMBTENAAR, e_mail="j.dijkhuizen@borne.nl")
    )
    set_verzendingen(ledger, reeks.id, {BESTUURDER: LID, AMBTENAAR: INFORMATIE})
    make_overleggen(ledger, reeks.id, [JUNI, SEPTEMBER, NOVEMBER])
    _june(ledger)
    _september(ledger)


def send(ledger: Ledger, wijzigingen: str = "") -> None:
    """Record that the agenda of September was sent as it is now."""
    record_verzending(ledger, NEXT, OP, OP, momentopname=to_keep(take(ledger, NEXT, OP)), wijzigingen=wijzigingen)


def punt(ledger: Ledger, titel: str, overleg_id: int = NEXT) -> Agendapunt:
    """The point of that title."""
    found = ledger.agendapunten.find(overleg_id=overleg_id, titel=titel)
    assert found is not None, [each.titel for each in ledger.agendapunten.where(overleg_id=overleg_id)]
    return found


def _june(ledger: Ledger) -> None:
    begin_overleg(ledger, HELD)
    secret = save_punt(ledger, Agendapunt(overleg_id=HELD, titel="Locatie aan de Dorpsstraat", vertrouwelijk=True))
    stand = save_punt(ledger, Agendapunt(overleg_id=HELD, titel="Tussenvoorzieningen", minuten=20))
    rows: tuple[tuple[str, str, int | None, tuple[tuple[int | None, str], ...], datetime.date | None, str], ...] = (
        ("besluit", "De tafel stemt in met het plan voor tussenvoorzieningen.", stand.id, (), None, ""),
        ("knelpunt", "Er zijn te weinig woningen voor grote gezinnen.", stand.id, (), None, ""),
        ("actie", "Een overzicht maken van leegstaande kantoren", stand.id, ((2, ""),), SEPTEMBER, ""),
        ("actie", "Navragen wat COA kan leveren", stand.id, ((3, ""), (None, "COA")), JUNI, ""),
        ("actie", "De buurt informeren", stand.id, (), None, "Wie doet dit?"),
        ("besluit", "De locatie wordt eerst onderzocht.", secret.id, (), None, ""),
        ("actie", "De eigenaar van het pand bellen", secret.id, ((1, ""),), SEPTEMBER, ""),
        ("notitie", "iets met de provincie", None, (), None, ""),
    )
    for soort, tekst, punt_id, houders, voor, vraag in rows:
        regel = Verslagregel(
            overleg_id=HELD, agendapunt_id=punt_id, soort=soort, tekst=tekst, voor=voor, vraag=vraag, invoer=tekst
        )
        record_regel(ledger, regel, houders)
    for id, naam, voorzitter, hoe in (
        (1, "burgemeester van Almelo", True, "aanwezig"),
        (2, "J. van Dijkhuizen", False, "aanwezig"),
        (3, "", False, "afwezig_mk"),
    ):
        row = Aanwezigheid(overleg_id=HELD, gemeente_id=id, naam=naam, voorzitter=voorzitter, aanwezig=hoe)
        save_aanwezigheid(ledger, row)
    save_aanwezigheid(ledger, Aanwezigheid(overleg_id=HELD, organisatie="COA", naam="K. Regievoerder"))
    end_overleg(ledger, HELD)


def _september(ledger: Ledger) -> None:
    huis = save_punt(
        ledger,
        Agendapunt(
            overleg_id=NEXT,
            titel="Herverdeling van Enschede naar Borne",
            toelichting="Borne heeft dit halfjaar woningen over.",
            intern="Borne wil eerst de raad horen; vraag het de wethouder.",
            inbrenger="burgemeester van Borne",
            soort="besluit",
            minuten=25,
            deel="herverdelingen",
        ),
    )
    sub = save_punt(ledger, Agendapunt(overleg_id=NEXT, titel="Kosten", hoofdpunt_id=huis.id, minuten=10))
    secret = save_punt(ledger, Agendapunt(overleg_id=NEXT, titel="Grondprijs", vertrouwelijk=True, minuten=10))
    assert huis.id and sub.id and secret.id
    add_agendabijlage(ledger, huis.id, "Brief van het COA", "brief.pdf", letter("Brief"), openbaar=True)
    add_agendabijlage(ledger, secret.id, "Taxatie", "taxatie.pdf", letter("Taxatie"))
    add_agendabijlage(ledger, sub.id, "Kaart", "kaart.pdf", plain())


ICS = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


def levering(ledger: Ledger, id: int = NEXT, **asked: Any) -> OverlegLevering:
    return read_overleglevering(ledger, id, OP, OverlegVraag(**asked))


def stuk(ledger: Ledger, soort: str, voor: str = "", id: int = NEXT, **asked: Any) -> Stuk:
    return levering(ledger, id, soorten=[soort], **asked).again(soort, voor)


def said(ledger: Ledger, soort: str, voor: str = "", id: int = NEXT, **asked: Any) -> str:
    return as_text(stuk(ledger, soort, voor, id, **asked).document.blocks)


def as_one(content: bytes) -> str:
    """All that a PDF says."""
    return read(content).root.text
