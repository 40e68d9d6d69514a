"""Whether a document that was made would be another one now: it is made again, with the same date, and compared."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import NamedTuple

from regietafel.documents.maken import read_feiten
from regietafel.documents.reeks import Plan, make_stuk, plans
from regietafel.documents.soorten import SOORTEN
from regietafel.documents.stuk import OP, SCENARIOS, UW_KENMERK, Stuk
from regietafel.documents.stukken.herverdeling import Gegevens, collect
from regietafel.documents.stukken.scenario import make_scenariobijlage
from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken
from regietafel.domain.document import Archiefstuk
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import UNKNOWN, _
from regietafel.ledger import Ledger
from regietafel.planning.scenario import uitkomst

_SHORT = 8  # of a sha-256, enough to tell two wordings apart


class Verschil(NamedTuple):
    """One fact that is another now. Without ``nu`` it is nowhere any more; without ``toen`` it was not there yet."""

    naam: str
    toen: str
    nu: str


def changes(ledger: Ledger, stuk: Archiefstuk) -> tuple[Verschil, ...]:
    """What has changed since this document was made; see :meth:`Nazicht.changes`."""
    return Nazicht(ledger).changes(stuk)


class Nazicht:
    """Looks after many documents; what they have in common is read once. Good until the ledger changes."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._read: dict[tuple[int, datetime.date, str], tuple[Gegevens, Mapping[str, Plan]]] = {}

    def changes(self, stuk: Archiefstuk) -> tuple[Verschil, ...]:
        """Which facts are others now, and whether the wording is; none when it would be the same document.

        A document that can no longer be made says why.
        """
        try:
            now = self.remake(stuk).document
        except RegietafelError as error:
            return (Verschil(_("Document"), _("gemaakt"), str(error)),)
        then, new = read_feiten(self._ledger.inhoud.get(stuk.feiten)), dict(now.feiten)
        found = [
            Verschil(naam.replace("_", " "), then.get(naam, UNKNOWN), new.get(naam, UNKNOWN))
            for naam in sorted({*then, *new})
            if then.get(naam) != new.get(naam)
        ]
        if stuk.sjabloon_sha != now.sjabloon_sha:
            found.append(Verschil(_("tekst van het sjabloon"), stuk.sjabloon_sha[:_SHORT], now.sjabloon_sha[:_SHORT]))
        return tuple(found)

    def remake(self, stuk: Archiefstuk) -> Stuk:
        """The document as it would be now, with the same date. Raises RegietafelError that says what is in the way."""
        asked = read_feiten(self._ledger.inhoud.get(stuk.feiten))
        if stuk.soort in SOORTEN:
            return self._of_agreement(stuk, asked.get(UW_KENMERK, ""))
        if (make := _OF_PERIODE.get(stuk.soort)) is None:
            raise RegietafelError(_("Dit soort document maakt u opnieuw waar u het hebt gemaakt."))
        return make(self._ledger, stuk, asked)

    def _of_agreement(self, stuk: Archiefstuk, uw_kenmerk: str) -> Stuk:
        if stuk.herverdeling_id is None:
            raise RegietafelError(_("Herverdeling {kenmerk} is verwijderd.").format(kenmerk=stuk.onderwerp))
        key = (stuk.herverdeling_id, stuk.datum, uw_kenmerk)
        if key not in self._read:
            gegevens = collect(self._ledger, *key)
            self._read[key] = gegevens, {_stem(plan.bestandsnaam): plan for plan in plans(gegevens)}
        gegevens, planned = self._read[key]
        if (plan := planned.get(_stem(stuk.bestandsnaam))) is None:
            if stuk.soort == "collegevoorstel":
                raise RegietafelError(_("Dit college heeft besloten; er is geen collegevoorstel meer."))
            raise RegietafelError(_("{voor} is geen partij of ontvanger meer.").format(voor=stuk.voor))
        return make_stuk(gegevens, plan)


def _stand_van_zaken(ledger: Ledger, stuk: Archiefstuk, asked: Mapping[str, str]) -> Stuk:
    op = datetime.date.fromisoformat(asked[OP])
    return make_stand_van_zaken(ledger, Periode.parse(stuk.onderwerp), op, stuk.datum)


def _scenarios(ledger: Ledger, stuk: Archiefstuk, asked: Mapping[str, str]) -> Stuk:
    ids = [int(id) for id in asked[SCENARIOS].split()]
    if any(ledger.scenarios.find(id=id) is None for id in ids):
        raise RegietafelError(_("Een scenario is verwijderd."))
    return make_scenariobijlage(ledger, uitkomst(ledger, ids, datetime.date.fromisoformat(asked[OP])), stuk.datum)


_OF_PERIODE: Mapping[str, Callable[[Ledger, Archiefstuk, Mapping[str, str]], Stuk]] = {
    "stand-van-zaken": _stand_van_zaken,
    "scenarios": _scenarios,
}


def _stem(bestandsnaam: str) -> str:
    return bestandsnaam.rpartition(".")[0].casefold()
