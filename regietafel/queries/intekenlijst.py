"""What parties signed up for and how far they are, per action and per party."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from regietafel.domain.intekenlijst import GEREED, GESTOPT, TREKKER
from regietafel.domain.verslag import Voortgang
from regietafel.i18n import sort_key
from regietafel.ledger import Ledger
from regietafel.queries import partijen, verslag
from regietafel.queries.gemeenten import gemeente_names
from regietafel.queries.verslag import LijstRegel

TABLES = verslag.TABLES | partijen.TABLES | {"intekenactie", "intekening"}


@dataclass(frozen=True, kw_only=True)
class IntekeningRegel:
    """What one party signed up for. ``voor`` is its own last day, or else that of the action."""

    id: int
    intekenactie_id: int
    actie: str
    gemeente_id: int | None
    partij: str
    rol: str
    toezegging: str
    voor: datetime.date | None
    staat: str
    is_open: bool  # neither done nor stopped
    te_laat: bool  # open, and the last day was before the day asked for
    voortgang: tuple[Voortgang, ...]  # oldest first

    @property
    def stand(self) -> str:
        """One of INTEKENSTATEN, or ``te_laat``."""
        return "te_laat" if self.te_laat else self.staat

    @property
    def laatste_voortgang(self) -> str:
        """What was reported last."""
        return self.voortgang[-1].tekst if self.voortgang else ""


@dataclass(frozen=True, kw_only=True)
class IntekenactieRegel:
    """One action, with who signed up for it: who pulls it first."""

    id: int
    titel: str
    toelichting: str
    thema: str
    bron: str
    voor: datetime.date | None
    intekeningen: tuple[IntekeningRegel, ...]

    @property
    def trekkers(self) -> tuple[str, ...]:
        """Who pulls it; empty when nobody does yet."""
        return tuple(each.partij for each in self.intekeningen if each.rol == TREKKER)

    @property
    def deelnemers(self) -> tuple[str, ...]:
        """Who takes part beside who pulls it."""
        return tuple(each.partij for each in self.intekeningen if each.rol != TREKKER)

    @property
    def is_open(self) -> bool:
        """Whether nobody signed up yet, or someone is not done."""
        return not self.intekeningen or any(each.is_open for each in self.intekeningen)


@dataclass(frozen=True, kw_only=True)
class PartijVoortgang:
    """Everything a gemeente or an organisation can be held to."""

    gemeente_id: int | None
    partij: str
    intekeningen: tuple[IntekeningRegel, ...]  # what is open first
    acties: tuple[LijstRegel, ...]  # open ones, by the day they must be done

    @property
    def te_laat(self) -> int:
        """How many of both."""
        return sum(each.te_laat for each in self.intekeningen) + sum(each.te_laat for each in self.acties)


def intekenlijst(ledger: Ledger, op: datetime.date) -> tuple[IntekenactieRegel, ...]:
    """All actions, by thema and title."""
    per_actie: defaultdict[int, list[IntekeningRegel]] = defaultdict(list)
    for each in _intekeningen(ledger, op):
        per_actie[each.intekenactie_id].append(each)
    found = [
        IntekenactieRegel(
            id=each.id or 0,
            titel=each.titel,
            toelichting=each.toelichting,
            thema=each.thema,
            bron=each.bron,
            voor=each.voor,
            intekeningen=tuple(sorted(per_actie[each.id or 0], key=lambda one: (one.rol != TREKKER, *_by_partij(one)))),
        )
        for each in ledger.intekenacties
    ]
    return tuple(sorted(found, key=lambda each: (sort_key(each.thema), sort_key(each.titel), each.id)))


def voortgang_per_partij(ledger: Ledger, op: datetime.date) -> tuple[PartijVoortgang, ...]:
    """Every member of the table, also with nothing, then every organisation that signed up or has an open action."""
    signed: defaultdict[tuple[int | None, str], list[IntekeningRegel]] = defaultdict(list)
    acties: defaultdict[tuple[int | None, str], list[LijstRegel]] = defaultdict(list)
    called = partijen.as_called(ledger)
    for each in _intekeningen(ledger, op):
        signed[each.gemeente_id, called(each.partij)].append(each)
    for actie in verslag.open_acties(ledger, op):
        for houder in dict.fromkeys(zip(actie.houder_ids, map(called, actie.houders), strict=True)):
            acties[houder].append(actie)
    members = {(each.id, each.naam) for each in ledger.gemeenten.where(lid=True)}
    every = sorted(members | signed.keys() | acties.keys(), key=lambda each: (each[0] is None, sort_key(each[1])))
    return tuple(
        PartijVoortgang(
            gemeente_id=gemeente_id,
            partij=naam,
            intekeningen=tuple(sorted(signed[gemeente_id, naam], key=_by_day)),
            acties=tuple(acties[gemeente_id, naam]),
        )
        for gemeente_id, naam in every
    )


def _intekeningen(ledger: Ledger, op: datetime.date) -> Sequence[IntekeningRegel]:
    names = gemeente_names(ledger)
    acties = {each.id: each for each in ledger.intekenacties}
    found = []
    notes: defaultdict[int, list[Voortgang]] = defaultdict(list)
    sql = "SELECT id, intekening_id, datum, tekst FROM voortgang WHERE intekening_id IS NOT NULL ORDER BY datum, id"
    for id, intekening_id, datum, tekst in ledger.db.execute(sql):
        day = datetime.date.fromisoformat(datum)
        notes[intekening_id].append(Voortgang(id=id, intekening_id=intekening_id, datum=day, tekst=tekst))
    for each in ledger.intekeningen:
        actie = acties[each.intekenactie_id]
        voor, is_open = each.voor or actie.voor, each.staat not in {GEREED, GESTOPT}
        found.append(
            IntekeningRegel(
                id=each.id or 0,
                intekenactie_id=each.intekenactie_id,
                actie=actie.titel,
                gemeente_id=each.gemeente_id,
                partij=each.organisatie if each.gemeente_id is None else names[each.gemeente_id],
                rol=each.rol,
                toezegging=each.toezegging,
                voor=voor,
                staat=each.staat,
                is_open=is_open,
                te_laat=is_open and voor is not None and voor < op,
                voortgang=tuple(notes[each.id or 0]),
            )
        )
    return found


def _by_partij(regel: IntekeningRegel) -> tuple[object, ...]:
    return regel.gemeente_id is None, sort_key(regel.partij), regel.id


def _by_day(regel: IntekeningRegel) -> tuple[object, ...]:
    return not regel.is_open, regel.voor or datetime.date.max, sort_key(regel.actie), regel.id
