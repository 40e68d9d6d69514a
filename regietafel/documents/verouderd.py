"""Whether a document that was made would be another one now: its facts are gathered again, and compared."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from regietafel.documents.herinneringen import read_herinneringen
from regietafel.documents.maken import day_in, numbers_in, read_feiten
from regietafel.documents.overlegerbij import unsent
from regietafel.documents.overlegleveren import asked_for
from regietafel.documents.overlegsoorten import HERINNERING, VAN_OVERLEG
from regietafel.documents.pakken import BUNDELS, describe_annexes
from regietafel.documents.reeks import BESLUITEN, Plan, make_stuk, plans
from regietafel.documents.soorten import SOORTEN
from regietafel.documents.stuk import (
    BIJLAGEN_IN,
    BRONDATA,
    OP,
    SCENARIOS,
    SOORTEN_IN,
    TOT,
    UW_KENMERK,
    VORM,
    WEGLATINGEN,
    Stuk,
    fingerprint,
    with_facts,
)
from regietafel.documents.stukken.commissaris import make_overzicht_commissaris
from regietafel.documents.stukken.herverdeling import Gegevens, collect
from regietafel.documents.stukken.opvang import make_stand_opvang
from regietafel.documents.stukken.scenario import make_scenariobijlage
from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken
from regietafel.documents.verzenden import SOORT, make_bericht
from regietafel.documents.woo.reeks import weglatingen
from regietafel.documents.woo.vinden import read_bekend
from regietafel.domain.document import Archiefstuk
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import UNKNOWN, _
from regietafel.ledger import Ledger
from regietafel.planning.scenario import uitkomst
from regietafel.queries.bijlagen import bijlagen

_SHORT = 8  # of a sha-256, enough to tell two wordings apart
_ASKED = (UW_KENMERK, VORM, SOORTEN_IN, BRONDATA)  # how it was asked for: no fact that changes


class Verschil(NamedTuple):
    """One fact that is another now. Without ``nu`` it is nowhere any more; without ``toen`` it was not there yet."""

    naam: str
    toen: str
    nu: str


Feiten = Mapping[str, str]


def changes(ledger: Ledger, stuk: Archiefstuk) -> tuple[Verschil, ...]:
    """What has changed since this document was made; see :meth:`Nazicht.changes`."""
    return Nazicht(ledger).changes(stuk)


class Nazicht:
    """Looks after many documents; what they have in common is read once. Good until the ledger changes."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._read: dict[tuple[int, datetime.date, str], tuple[Gegevens, Mapping[tuple[str, str], Plan]]] = {}

    def changes(self, stuk: Archiefstuk) -> tuple[Verschil, ...]:
        """Which facts are others now, and whether the wording is; none when it would be the same document.

        A document that can no longer be made says why. Of a dossier or an e-mail the documents in it are compared.
        """
        try:
            then = read_feiten(self._ledger.inhoud.get(stuk.feiten))
            now, sha = self._now(stuk, then)
        except RegietafelError as error:
            return (Verschil(_("Document"), _("gemaakt"), str(error)),)
        now = {**{name: then[name] for name in _ASKED if name in then}, **now}
        found = [
            Verschil(naam.replace("_", " "), then.get(naam, UNKNOWN), now.get(naam, UNKNOWN))
            for naam in sorted({*then, *now})
            if then.get(naam) != now.get(naam)
        ]
        if stuk.sjabloon_sha != sha:
            found.append(Verschil(_("tekst van het sjabloon"), stuk.sjabloon_sha[:_SHORT], sha[:_SHORT]))
        return tuple(found)

    def _now(self, stuk: Archiefstuk, then: Feiten) -> tuple[Feiten, str]:
        """The facts it would have now, and the sha-256 of its wording."""
        if make := OF_PERIODE.get(stuk.soort):
            document = make(self._ledger, stuk, then).document
            return dict(document.feiten), document.sjabloon_sha
        if stuk.soort in VAN_OVERLEG or stuk.overleg_id is not None:
            document = asked_for(self._ledger, stuk, then).again(stuk.soort, stuk.voor).document
            return dict(document.feiten), document.sjabloon_sha
        gegevens, planned = self._gegevens(stuk, then)
        beside = {WEGLATINGEN: self._weglatingen(stuk)} if self._weglatingen(stuk) else {}
        if stuk.soort in BUNDELS:
            annexes = [each for each in bijlagen(self._ledger, gegevens.view.id) if each.openbaar or not stuk.openbaar]
            said = {BIJLAGEN_IN: describe_annexes(annexes)} if annexes else {}
            return {**beside, **said, **self._prints(stuk, then, gegevens, planned.values())}, ""
        if stuk.soort == SOORT:
            names = [line.removeprefix("- ") for line in then.get("bijlagen", "").splitlines()]
            document = make_bericht(gegevens, stuk.voor, names)
            meant = [plan for plan in planned.values() if plan.label in names]
            beside = {**beside, **self._prints(stuk, then, gegevens, meant)}
        else:
            document = make_stuk(gegevens, planned_for(planned, stuk)).document
        return {**dict(document.feiten), **beside}, document.sjabloon_sha

    def _prints(self, stuk: Archiefstuk, then: Feiten, gegevens: Gegevens, planned: Iterable[Plan]) -> Feiten:
        """The fingerprints of the documents in a dossier or with an e-mail, as far as they can be made."""
        made = {}
        for plan in planned:
            if plan.soort not in then.get(SOORTEN_IN, "").split():
                continue
            bron = then.get(BRONDATA, "") if plan.soort in BESLUITEN else ""
            try:
                document = make_stuk(gegevens, plan).document
            except RegietafelError:
                continue  # it would be left out
            facts = {BRONDATA: bron, WEGLATINGEN: self._weglatingen(stuk)}
            made[plan.label] = fingerprint(with_facts(document, **facts))
        return made

    def _weglatingen(self, stuk: Archiefstuk) -> str:
        """What goes from it, when it is a publication version."""
        return weglatingen(read_bekend(self._ledger, stuk.herverdeling_id).gekozen) if stuk.openbaar else ""

    def _gegevens(self, stuk: Archiefstuk, asked: Feiten) -> tuple[Gegevens, Mapping[tuple[str, str], Plan]]:
        """The facts of its agreement on its date, and what can be made of them by kind and for whom."""
        key = (agreement_of(stuk), stuk.datum, asked.get(UW_KENMERK, ""))
        if key not in self._read:
            gegevens = collect(self._ledger, *key)
            self._read[key] = gegevens, {(plan.soort, plan.voor): plan for plan in plans(gegevens)}
        return self._read[key]


def agreement_of(stuk: Archiefstuk) -> int:
    """Raises RegietafelError when the agreement is there no more."""
    if stuk.herverdeling_id is None:
        raise RegietafelError(_("Herverdeling {kenmerk} is verwijderd.").format(kenmerk=stuk.onderwerp))
    return stuk.herverdeling_id


def planned_for(planned: Mapping[tuple[str, str], Plan], stuk: Archiefstuk) -> Plan:
    """How to make this document. Raises RegietafelError that says why it cannot be made any more."""
    if plan := planned.get((stuk.soort, stuk.voor)):
        return plan
    if stuk.soort == "collegevoorstel":
        raise RegietafelError(_("Dit college heeft besloten; er is geen collegevoorstel meer."))
    if stuk.soort not in SOORTEN:
        raise RegietafelError(_("Dit soort document maakt u opnieuw waar u het hebt gemaakt."))
    raise RegietafelError(_("{voor} is geen partij of ontvanger meer.").format(voor=stuk.voor))


def _stand_van_zaken(ledger: Ledger, stuk: Archiefstuk, asked: Feiten) -> Stuk:
    op = day_in(asked, OP)
    return make_stand_van_zaken(ledger, Periode.parse(stuk.onderwerp), op, stuk.datum)


def _stand_opvang(ledger: Ledger, stuk: Archiefstuk, asked: Feiten) -> Stuk:
    return make_stand_opvang(ledger, day_in(asked, OP), day_in(asked, TOT), stuk.datum)


def _overzicht_commissaris(ledger: Ledger, stuk: Archiefstuk, asked: Feiten) -> Stuk:
    return make_overzicht_commissaris(ledger, day_in(asked, OP), stuk.datum)


def _scenarios(ledger: Ledger, stuk: Archiefstuk, asked: Feiten) -> Stuk:
    ids = numbers_in(asked, SCENARIOS)
    if not ids or any(ledger.scenarios.find(id=id) is None for id in ids):
        raise RegietafelError(_("Een scenario is verwijderd."))
    return make_scenariobijlage(ledger, uitkomst(ledger, ids, day_in(asked, OP)), stuk.datum)


def _herinnering(ledger: Ledger, stuk: Archiefstuk, asked: Feiten) -> Stuk:
    op = day_in(asked, OP)
    found = read_herinneringen(ledger, op, stuk.datum, unsent, houders=[stuk.voor])
    return found.stuk(found.plannen[0])


OF_PERIODE: Mapping[str, Callable[[Ledger, Archiefstuk, Feiten], Stuk]] = {
    "stand-van-zaken": _stand_van_zaken,
    "scenarios": _scenarios,
    "stand-opvang": _stand_opvang,
    "overzicht-commissaris": _overzicht_commissaris,
    HERINNERING: _herinnering,
}
