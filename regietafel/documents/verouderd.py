"""Whether a document that was made would be another one now: it is made again, with the same date, and compared."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from regietafel.documents.blocks import Document
from regietafel.documents.leveren import WEGLATINGEN, publish, weglatingen
from regietafel.documents.maken import read_feiten
from regietafel.documents.reeks import Plan, make_stuk, plans
from regietafel.documents.soorten import SOORTEN
from regietafel.documents.stuk import BRONDATA, OP, SCENARIOS, UW_KENMERK, Reeks, Stuk, fingerprint, with_facts
from regietafel.documents.stukken.herverdeling import Gegevens, collect
from regietafel.documents.stukken.scenario import make_scenariobijlage
from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken
from regietafel.documents.verzenden import SOORT, make_bericht
from regietafel.documents.woo.reeks import public_name
from regietafel.domain.document import Archiefstuk
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import UNKNOWN, _
from regietafel.ledger import Ledger
from regietafel.planning.scenario import uitkomst

_BUNDLES = frozenset({"dossier", "zip"})
_PUBLIC = public_name("x.").removeprefix("x").removesuffix(".")
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

        A document that can no longer be made says why. Of a dossier the documents in it are compared.
        """
        then = read_feiten(self._ledger.inhoud.get(stuk.feiten))
        try:
            now, sha = self._now(stuk, then)
        except RegietafelError as error:
            return (Verschil(_("Document"), _("gemaakt"), str(error)),)
        found = [
            Verschil(naam.replace("_", " "), then.get(naam, UNKNOWN), now.get(naam, UNKNOWN))
            for naam in sorted({*then, *now})
            if then.get(naam) != now.get(naam)
        ]
        if stuk.sjabloon_sha != sha:
            found.append(Verschil(_("tekst van het sjabloon"), stuk.sjabloon_sha[:_SHORT], sha[:_SHORT]))
        return tuple(found)

    def _now(self, stuk: Archiefstuk, then: Mapping[str, str]) -> tuple[Mapping[str, str], str]:
        """The facts it would have now, and the sha-256 of its wording."""
        if stuk.soort not in _BUNDLES:
            document = self.remake(stuk if not stuk.openbaar else replace(stuk, openbaar=False)).document
            left_out = (
                {WEGLATINGEN: said}
                if stuk.openbaar and (said := weglatingen(self._ledger, stuk.herverdeling_id))
                else {}
            )
            document = with_facts(document, **{BRONDATA: then.get(BRONDATA, "")})
            return dict(document.feiten) | left_out, document.sjabloon_sha
        gegevens, planned = self._gegevens(stuk, then)
        made = {f"{plan.naam} {plan.voor}".strip(): plan for plan in planned.values()}
        now = {UW_KENMERK: gegevens.uw_kenmerk} if gegevens.uw_kenmerk else {}
        now |= {
            label: self._print(stuk, make_stuk(gegevens, made[label]).document) if label in made else UNKNOWN
            for label in then
            if label != UW_KENMERK
        }
        return now, ""

    def _print(self, stuk: Archiefstuk, document: Document) -> str:
        """The fingerprint of a document in this dossier."""
        left_out = weglatingen(self._ledger, stuk.herverdeling_id) if stuk.openbaar else ""
        return fingerprint(with_facts(document, **{WEGLATINGEN: left_out}))

    def remake(self, stuk: Archiefstuk) -> Stuk:
        """The document as it would be now, with the same date. Raises RegietafelError that says what is in the way."""
        asked = read_feiten(self._ledger.inhoud.get(stuk.feiten))
        if stuk.soort in SOORTEN:
            return self._of_agreement(stuk, asked)
        if stuk.soort == SOORT:
            return self._bericht(stuk, asked)
        if (make := _OF_PERIODE.get(stuk.soort)) is None:
            raise RegietafelError(_("Dit soort document maakt u opnieuw waar u het hebt gemaakt."))
        return make(self._ledger, stuk, asked)

    def _of_agreement(self, stuk: Archiefstuk, asked: Mapping[str, str]) -> Stuk:
        gegevens, planned = self._gegevens(stuk, asked)
        if (plan := planned.get(_stem(stuk.bestandsnaam))) is None:
            if stuk.soort == "collegevoorstel":
                raise RegietafelError(_("Dit college heeft besloten; er is geen collegevoorstel meer."))
            raise RegietafelError(_("{voor} is geen partij of ontvanger meer.").format(voor=stuk.voor))
        if not stuk.openbaar:
            return make_stuk(gegevens, plan)
        together = Reeks(stukken=tuple(make_stuk(gegevens, each) for each in planned.values()))  # they say the same
        published = publish(self._ledger, together).stukken
        return next(each for each in published if _stem(each.bestandsnaam) == _stem(stuk.bestandsnaam))

    def _bericht(self, stuk: Archiefstuk, asked: Mapping[str, str]) -> Stuk:
        gegevens, _planned = self._gegevens(stuk, asked)
        names = [line.removeprefix("- ") for line in asked.get("bijlagen", "").splitlines()]
        return Stuk(
            soort=stuk.soort,
            naam=_("E-mail"),
            voor=stuk.voor,
            onderwerp=stuk.onderwerp,
            herverdeling_id=stuk.herverdeling_id,
            bestandsnaam=stuk.bestandsnaam,
            document=make_bericht(gegevens, stuk.voor, names),
        )

    def _gegevens(self, stuk: Archiefstuk, asked: Mapping[str, str]) -> tuple[Gegevens, Mapping[str, Plan]]:
        """The facts of its agreement on its date, and what can be made of them by file name."""
        if stuk.herverdeling_id is None:
            raise RegietafelError(_("Herverdeling {kenmerk} is verwijderd.").format(kenmerk=stuk.onderwerp))
        key = (stuk.herverdeling_id, stuk.datum, asked.get(UW_KENMERK, ""))
        if key not in self._read:
            gegevens = collect(self._ledger, *key)
            planned = {_stem(plan.bestandsnaam): plan for plan in plans(gegevens)}
            self._read[key] = gegevens, planned
        return self._read[key]


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
    """The name without its form; that of a publication version is the same."""
    return bestandsnaam.rpartition(".")[0].removesuffix(_PUBLIC).casefold()
