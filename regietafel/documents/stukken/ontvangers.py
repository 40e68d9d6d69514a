"""Who is told of an agreement, and where they live: from the file, or as shipped when the file is older."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from regietafel import reference
from regietafel.documents.stukken.wording import enumerate_names
from regietafel.domain.behandeling import ADRESSATEN
from regietafel.domain.regio import Adressaat, Gemeente
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.toezicht import provincie_naam


@dataclass(frozen=True, kw_only=True)
class Ontvanger:
    """One who is told: a key of ADRESSATEN, how it is called, short and in a sentence, and which gemeenten it is about.

    ``adressaat`` is None when the address in the file no longer holds.
    """

    aan: str
    kort: str
    naam: str
    gemeenten: str
    adressaat: Adressaat | None


def ontvangers(ledger: Ledger, gemeenten: Iterable[Gemeente], datum: datetime.date) -> tuple[Ontvanger, ...]:
    """The COA, the provincie of the gemeenten (each, when there are more) and the ministries."""
    gemeenten = tuple(gemeenten)
    names = sorted({provincie_naam(gemeente.provincie) for gemeente in gemeenten if gemeente.provincie}, key=sort_key)
    all_names = enumerate_names(gemeente.naam for gemeente in gemeenten)
    found = []
    for aan, naam in ADRESSATEN.items():
        if aan != "provincie":
            adressaat = _adressaat(ledger, aan, datum)
            found.append(Ontvanger(aan=aan, kort=_KORT[aan], naam=naam, gemeenten=all_names, adressaat=adressaat))
            continue
        for provincie in names or [""]:
            own = [each.naam for each in gemeenten if provincie in ("", provincie_naam(each.provincie))]
            found.append(
                Ontvanger(
                    aan=aan,
                    kort=" ".join(filter(None, (_KORT[aan], provincie))),
                    naam=_("gedeputeerde staten van {provincie}").format(provincie=provincie or _("de provincie")),
                    gemeenten=enumerate_names(own),
                    adressaat=_adressaat(ledger, f"{aan} {provincie}".strip(), datum),
                )
            )
    return tuple(found)


_KORT = {
    "coa": _("COA"),
    "provincie": _("provincie"),
    "aenm": _("ministerie asiel"),
    "vro": _("ministerie volkshuisvesting"),
}


def _adressaat(ledger: Ledger, sleutel: str, datum: datetime.date) -> Adressaat | None:
    known = tuple(ledger.adressaten.where(sleutel=sleutel))
    if not known:  # a file of an older version, or a party from another provincie
        known = tuple(each for each in reference.meegeleverd(Adressaat) if each.sleutel == sleutel)
    if not known:
        return Adressaat(sleutel=sleutel, organisatie=_("Gedeputeerde staten van de provincie"))
    return next((each for each in known if each.holds_on(datum)), None)
