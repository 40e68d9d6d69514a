"""Households that wait for a home against homes, per gemeente and kind of household; computed, never stored.

Vraag is what was last told up to the day (``Koppelstand``). Aanbod is what was told to be free that day, and the homes
of projects that are delivered after it and before the half-year ends: each times its certainty, a gemeente's sum
rounded down to whole homes (see :mod:`.komend`).

A home serves the kind of household it is for. A larger home may well serve a smaller household, but who gives a family
home to someone alone leaves a family waiting: that is no arithmetic, so it is listed as a possibility and never
counted. Amv and medisch are never exchanged for another kind.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from regietafel import reference
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.domain.woonproject import MATEN, Koppelstand
from regietafel.i18n import _, enumerate_some, format_date, sort_key
from regietafel.ledger import Ledger
from regietafel.planning.komend import Komend, komende_woningen
from regietafel.planning.koppelvoorstel import Koppelvoorstel, koppelvoorstellen
from regietafel.planning.uitruil import Deelnemer
from regietafel.planning.vraagdelen import OP_GROOTTE, Vraagdeel, vraagdelen
from regietafel.queries.koppelstanden import newest
from regietafel.queries.staten import normen_op
from regietafel.queries.totaal import sum_known


@dataclass(frozen=True, kw_only=True)
class Buur:
    """A neighbour with homes of that kind to spare: free today, and with what is expected."""

    gemeente_id: int
    gemeente: str
    over: int
    over_straks: int


@dataclass(frozen=True, kw_only=True)
class MaatRegel:
    """One kind of household in a gemeente, or in all of them (without id); None where nothing was told.

    ``komend`` are all homes on their way, ``verwacht`` with their certainty. ``tekort``: households for whom no home
    is free or expected. ``over``: homes free today that the own households do not need; ``over_straks`` with what is
    expected. ``uitleg`` tells each project that is in it.
    """

    gemeente_id: int | None
    gm_code: str | None
    gemeente: str
    maat: str
    huishoudens: int | None
    vrij: int | None
    peildatum: datetime.date | None
    komend: int
    verwacht: int
    tekort: int | None
    over: int | None
    over_straks: int | None
    buren: tuple[Buur, ...] = ()
    uitleg: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Mogelijkheid:
    """A gemeente is short of homes of one kind and has larger ones to spare; the table decides."""

    gemeente_id: int
    gemeente: str
    maat: str
    tekort: int
    grotere_maat: str
    over: int


@dataclass(frozen=True, kw_only=True)
class VraagAanbod:
    """What was known on ``op``, with what is coming up to ``tot``; the members of the table, by name and kind."""

    op: datetime.date
    tot: datetime.date
    regels: tuple[MaatRegel, ...]
    totalen: tuple[MaatRegel, ...]
    delen: tuple[Vraagdeel, ...]
    deelnemers: Mapping[str, tuple[Deelnemer, ...]]  # who is short or has to spare, per kind: what the search is about
    voorstellen: tuple[Koppelvoorstel, ...]
    mogelijkheden: tuple[Mogelijkheid, ...]
    opmerkingen: tuple[str, ...]


def vraag_aanbod(ledger: Ledger, op: datetime.date) -> VraagAanbod:
    """Everything that was told or is coming, with the koppelingen that could be handed over."""
    return met_voorstellen(zonder_voorstellen(ledger, op))


def zonder_voorstellen(ledger: Ledger, op: datetime.date) -> VraagAanbod:
    """What was told and is coming, at once; the search for what could be handed over takes a while."""
    tot = Periode.of(op).einde
    members = sorted(ledger.gemeenten.where(lid=True), key=lambda each: sort_key(each.naam))
    told = newest(ledger, op)
    coming = komende_woningen(ledger, op, tot, {key: each.peildatum for key, each in told.items()})
    bare = [
        _regel(gemeente, maat, told.get((gemeente.id or 0, maat)), coming.get((gemeente.id or 0, maat), ()))
        for gemeente in members
        for maat in MATEN
    ]
    near = _near(members)
    regels = _with_buren(bare, members, near)
    totalen = tuple(_totaal(maat, regels) for maat in MATEN)
    return VraagAanbod(
        op=op,
        tot=tot,
        regels=regels,
        totalen=totalen,
        delen=vraagdelen(
            {each.maat: each.huishoudens or 0 for each in totalen},
            {each.maat: (each.vrij or 0) + each.verwacht for each in totalen},
            normen_op(ledger, op),
        ),
        deelnemers=_deelnemers(regels, near),
        voorstellen=(),
        mogelijkheden=tuple(_mogelijkheden(regels, ())),
        opmerkingen=_opmerkingen(regels),
    )


def met_voorstellen(found: VraagAanbod, stop: Callable[[], bool] = lambda: False) -> VraagAanbod:
    """The same, with what could be handed over: pure, safe in a background thread, ended by ``stop``."""
    voorstellen = tuple(
        each for maat, deelnemers in found.deelnemers.items() for each in koppelvoorstellen(maat, deelnemers, stop=stop)
    )
    return replace(found, voorstellen=voorstellen, mogelijkheden=tuple(_mogelijkheden(found.regels, voorstellen)))


def _regel(gemeente: Gemeente, maat: str, stand: Koppelstand | None, coming: Sequence[Komend]) -> MaatRegel:
    expected = sum((each.verwacht for each in coming), Fraction(0)) // 1
    huishoudens, vrij = (stand.huishoudens, stand.woningen) if stand else (None, None)
    saldo = None if huishoudens is None or vrij is None else huishoudens - vrij
    return MaatRegel(
        gemeente_id=gemeente.id,
        gm_code=gemeente.gm_code,
        gemeente=gemeente.naam,
        maat=maat,
        huishoudens=huishoudens,
        vrij=vrij,
        peildatum=stand.peildatum if stand else None,
        komend=sum(each.woningen for each in coming),
        verwacht=expected,
        tekort=None if saldo is None else max(0, saldo - expected),
        over=None if saldo is None else max(0, -saldo),
        over_straks=None if saldo is None else max(0, expected - saldo),
        uitleg=tuple(each.uitleg for each in coming),
    )


def _with_buren(
    regels: Sequence[MaatRegel], members: Sequence[Gemeente], near: Mapping[int, frozenset[int]]
) -> tuple[MaatRegel, ...]:
    """The same, and for who is short which neighbours have it."""
    by_place = {(regel.gm_code, regel.maat): regel for regel in regels}

    def buren(regel: MaatRegel) -> tuple[Buur, ...]:
        others = [
            by_place[gemeente.gm_code, regel.maat]
            for gemeente in members
            if gemeente.id in near[regel.gemeente_id or 0]
        ]
        have = [each for each in others if each.over_straks]
        have.sort(key=lambda each: (-(each.over or 0), -(each.over_straks or 0), sort_key(each.gemeente)))
        return tuple(
            Buur(
                gemeente_id=each.gemeente_id or 0,
                gemeente=each.gemeente,
                over=each.over or 0,
                over_straks=each.over_straks or 0,
            )
            for each in have
        )

    return tuple(replace(regel, buren=buren(regel)) if regel.tekort else regel for regel in regels)


def _near(members: Iterable[Gemeente]) -> dict[int, frozenset[int]]:
    """The neighbours of each member among the members, by id."""
    ids = {each.gm_code: each.id or 0 for each in members}
    return {
        id: frozenset(ids[other] for other in reference.buren().get(code, frozenset()) if other in ids)
        for code, id in ids.items()
    }


def _deelnemers(regels: Sequence[MaatRegel], near: Mapping[int, frozenset[int]]) -> Mapping[str, tuple[Deelnemer, ...]]:
    return {
        maat: tuple(
            Deelnemer(
                id=each.gemeente_id or 0,
                naam=each.gemeente,
                saldo=(each.tekort or 0) - (each.over or 0),
                afstaanbaar=each.tekort or 0,
                buren=near[each.gemeente_id or 0],
            )
            for each in regels
            if each.maat == maat
        )
        for maat in MATEN
    }


def _totaal(maat: str, regels: Iterable[MaatRegel]) -> MaatRegel:
    same = [each for each in regels if each.maat == maat]
    return MaatRegel(
        gemeente_id=None,
        gm_code=None,
        gemeente=_("Totaal"),
        maat=maat,
        huishoudens=sum_known(each.huishoudens for each in same),
        vrij=sum_known(each.vrij for each in same),
        peildatum=None,
        komend=sum(each.komend for each in same),
        verwacht=sum(each.verwacht for each in same),
        tekort=sum_known(each.tekort for each in same),
        over=sum_known(each.over for each in same),
        over_straks=sum_known(each.over_straks for each in same),
    )


def _mogelijkheden(regels: Iterable[MaatRegel], voorstellen: Iterable[Koppelvoorstel]) -> Iterable[Mogelijkheid]:
    """Where, after the overdrachten, someone is still short and has larger homes to spare."""
    given, taken = Counter[tuple[int, str]](), Counter[tuple[int, str]]()
    for each in voorstellen:
        given[each.van_id, each.maat] += each.aantal
        taken[each.naar_id, each.maat] += each.aantal
    by_place = {(each.gemeente_id or 0, each.maat): each for each in regels}
    for (id, maat), regel in by_place.items():
        tekort = (regel.tekort or 0) - given[id, maat]
        if tekort <= 0 or maat not in OP_GROOTTE:
            continue
        for larger in OP_GROOTTE[OP_GROOTTE.index(maat) + 1 :]:
            over = (by_place[id, larger].over or 0) - taken[id, larger]
            if over > 0:
                yield Mogelijkheid(
                    gemeente_id=id,
                    gemeente=regel.gemeente,
                    maat=maat,
                    tekort=tekort,
                    grotere_maat=larger,
                    over=over,
                )


def _opmerkingen(regels: Sequence[MaatRegel]) -> tuple[str, ...]:
    """Who told nothing, and numbers of different days."""
    days: dict[str, set[datetime.date]] = {}
    for each in regels:
        days.setdefault(each.gemeente, set()).update([each.peildatum] if each.peildatum else [])
    found = []
    if silent := [naam for naam, known in days.items() if not known]:
        found.append(_("Van {namen} zijn geen koppelingen bekend.").format(namen=enumerate_some(silent)))
    every = set().union(*days.values()) if days else set()
    if len(every) > 1:
        sentence = _("De aantallen zijn van verschillende dagen: {van} tot en met {tot}.")
        found.append(sentence.format(van=format_date(min(every)), tot=format_date(max(every))))
    return tuple(found)
