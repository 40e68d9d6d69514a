"""What corporaties and others agreed per gemeente and year, and who else waits for the same homes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from regietafel.domain.partner import VERGUNNINGHOUDERS, Partner, Prestatieafspraak
from regietafel.errors import RegietafelError
from regietafel.i18n import _, enumerate_some, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names
from regietafel.queries.totaal import sum_all, sum_known
from regietafel.reference import spelling_key


@dataclass(frozen=True, kw_only=True)
class AfspraakRegel:
    """What one partner agreed with a gemeente for one group in a year, in homes.

    ``vrijkomend`` follows from the homes and the mutatiegraad, rounded down; ``afgesproken`` is the agreed number, or
    else the share of what becomes free. ``verschil`` is afgesproken − gerealiseerd: + is still to come.
    """

    id: int
    partner_id: int
    partner: str
    gemeente_id: int
    gemeente: str
    jaar: int
    doelgroep: str
    woningen: int | None
    mutatiegraad: Decimal | None
    vrijkomend: int | None
    aandeel: int | None
    aantal: int | None
    afgesproken: int | None
    gerealiseerd: int | None
    verschil: int | None
    bron: str


@dataclass(frozen=True, kw_only=True)
class GroepRegel:
    """Households of another group that wait for the same homes."""

    id: int
    gemeente_id: int
    gemeente: str
    jaar: int
    groep: str
    aantal: int
    bron: str


@dataclass(frozen=True, kw_only=True)
class GemeenteJaar:
    """One gemeente in one year: how many homes become free, for whom they were agreed, and who else waits.

    Sums of what is known; None when nothing is. ``wachtend`` counts the other groups, in households.
    """

    gemeente_id: int
    gemeente: str
    jaar: int
    vrijkomend: int | None
    voor_vergunninghouders: int | None
    voor_anderen: int | None
    gerealiseerd: int | None  # for vergunninghouders
    verschil: int | None
    wachtend: int | None
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Partners:
    """Every agreement, every other group, and per gemeente and year the two together; newest year first."""

    afspraken: tuple[AfspraakRegel, ...]
    groepen: tuple[GroepRegel, ...]
    gemeenten: tuple[GemeenteJaar, ...]


def partners(ledger: Ledger, jaar: int | None = None, gemeente_id: int | None = None) -> Partners:
    """Of one year and one gemeente, or of all."""
    names = gemeente_names(ledger)
    who = {each.id: each.naam for each in ledger.partners}

    afspraken = [
        _afspraak(each, who[each.partner_id], names[each.gemeente_id])
        for each in ledger.prestatieafspraken
        if jaar in {None, each.jaar} and gemeente_id in {None, each.gemeente_id}
    ]
    groepen = [
        GroepRegel(
            id=each.id,
            gemeente_id=each.gemeente_id,
            gemeente=names[each.gemeente_id],
            jaar=each.jaar,
            groep=each.groep,
            aantal=each.aantal,
            bron=each.bron,
        )
        for each in ledger.aandachtsgroepen
        if jaar in {None, each.jaar} and gemeente_id in {None, each.gemeente_id} and each.id is not None
    ]
    afspraken.sort(key=lambda each: (-each.jaar, sort_key(each.gemeente), sort_key(each.partner), each.doelgroep))
    groepen.sort(key=lambda each: (-each.jaar, sort_key(each.gemeente), sort_key(each.groep)))
    keys = {(each.jaar, each.gemeente_id) for each in afspraken} | {(each.jaar, each.gemeente_id) for each in groepen}
    gemeenten = [
        _gemeente(
            year,
            gemeente,
            names[gemeente],
            [each for each in afspraken if (each.jaar, each.gemeente_id) == (year, gemeente)],
            [each for each in groepen if (each.jaar, each.gemeente_id) == (year, gemeente)],
        )
        for year, gemeente in sorted(keys, key=lambda key: (-key[0], sort_key(names[key[1]])))
    ]
    return Partners(afspraken=tuple(afspraken), groepen=tuple(groepen), gemeenten=tuple(gemeenten))


def find_partner(ledger: Ledger, text: str) -> Partner:
    """By name, however spelled. Raises RegietafelError that names those there are."""
    for each in ledger.partners:
        if spelling_key(each.naam) == spelling_key(text):
            return each
    known = enumerate_some(sorted((each.naam for each in ledger.partners), key=sort_key)) or _("nog geen enkele")
    raise RegietafelError(_("“{naam}” is geen partner; kies uit: {namen}.").format(naam=text[:80], namen=known))


def _afspraak(afspraak: Prestatieafspraak, partner: str, gemeente: str) -> AfspraakRegel:
    assert afspraak.id is not None
    agreed, done = afspraak.afgesproken, afspraak.gerealiseerd
    known = afspraak.woningen is not None and afspraak.promille is not None
    return AfspraakRegel(
        id=afspraak.id,
        partner_id=afspraak.partner_id,
        partner=partner,
        gemeente_id=afspraak.gemeente_id,
        gemeente=gemeente,
        jaar=afspraak.jaar,
        doelgroep=afspraak.doelgroep,
        woningen=afspraak.woningen,
        mutatiegraad=afspraak.mutatiegraad,
        vrijkomend=(afspraak.woningen or 0) * (afspraak.promille or 0) // 1000 if known else None,
        aandeel=afspraak.aandeel,
        aantal=afspraak.aantal,
        afgesproken=agreed,
        gerealiseerd=done,
        verschil=None if agreed is None or done is None else agreed - done,
        bron=afspraak.bron,
    )


def _gemeente(
    jaar: int, gemeente_id: int, gemeente: str, afspraken: Sequence[AfspraakRegel], groepen: Sequence[GroepRegel]
) -> GemeenteJaar:
    ours = [each for each in afspraken if each.doelgroep == VERGUNNINGHOUDERS]
    free: dict[int, int] = {}
    for each in afspraken:  # agreements for several groups speak of the same homes of a partner
        if each.vrijkomend is not None:
            free[each.partner_id] = max(each.vrijkomend, free.get(each.partner_id, 0))
    vrijkomend = sum_known(free.values())
    agreed = sum_all(each.afgesproken for each in ours)
    others = sum_all(each.afgesproken for each in afspraken if each.doelgroep != VERGUNNINGHOUDERS)
    too_many = (agreed or 0) + (others or 0) - (vrijkomend or 0)
    remark = _("Er zijn {n} woningen meer toegezegd dan er naar verwachting vrijkomen.")
    return GemeenteJaar(
        gemeente_id=gemeente_id,
        gemeente=gemeente,
        jaar=jaar,
        vrijkomend=vrijkomend,
        voor_vergunninghouders=agreed,
        voor_anderen=others,
        gerealiseerd=sum_all(each.gerealiseerd for each in ours),
        verschil=sum_all(each.verschil for each in ours),
        wachtend=sum_known(each.aantal for each in groepen),
        opmerkingen=(remark.format(n=format_number(too_many)),) if vrijkomend is not None and too_many > 0 else (),
    )
