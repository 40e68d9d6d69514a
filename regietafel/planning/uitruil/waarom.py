"""Why an overdracht is proposed, in Dutch, precise to the case; and what kind of proposal it is part of."""

from __future__ import annotations

from collections.abc import Iterator

from regietafel.i18n import _, format_number
from regietafel.planning.uitruil.net import Net, Paar, Stroom, given, taken
from regietafel.planning.uitruil.vraag import Vraagstuk


def waarom(vraagstuk: Vraagstuk, net: Net, stroom: Stroom, pair: Paar) -> str:
    """``Enschede geeft 12 aan Borne omdat …``, what it settles, which limit it meets, whether they are neighbours."""
    by_id = {each.id: each for each in vraagstuk.deelnemers}
    van, naar = by_id[pair[0]], by_id[pair[1]]
    first = _(
        "{van} geeft {n} aan {naar} omdat {van} een verwachte achterstand van {tekort} heeft en {naar} een verwachte"
        " voorsprong van {over}."
    ).format(
        van=van.naam,
        naar=naar.naam,
        n=format_number(stroom[pair]),
        tekort=format_number(van.saldo),
        over=format_number(-naar.saldo),
    )
    near = [_("Zij zijn buren.")] if pair in vraagstuk.buren() else []
    return " ".join([first, *_settled(vraagstuk, stroom, pair), *_limited(vraagstuk, net, stroom, pair), *near])


def _settled(vraagstuk: Vraagstuk, stroom: Stroom, pair: Paar) -> Iterator[str]:
    """Whose achterstand or voorsprong is gone, by this one or by all of them together."""
    by_id = {each.id: each for each in vraagstuk.deelnemers}
    van, naar = by_id[pair[0]], by_id[pair[1]]
    gone, used = given(stroom)[van.id] == van.saldo, taken(stroom)[naar.id] == -naar.saldo
    if gone and used and stroom[pair] == van.saldo == -naar.saldo:
        yield _("Dat is precies even veel.")
        return
    if gone:
        alone = stroom[pair] == van.saldo
        yield (
            _("Daarmee is de hele achterstand van {naam} opgelost.")
            if alone
            else _("Met alles wat {naam} in dit voorstel afstaat is haar hele achterstand opgelost.")
        ).format(naam=van.naam)
    if used:
        alone = stroom[pair] == -naar.saldo
        yield (
            _("Daarmee is de hele voorsprong van {naam} gebruikt.")
            if alone
            else _("Met alles wat {naam} in dit voorstel overneemt is haar hele voorsprong gebruikt.")
        ).format(naam=naar.naam)


def _limited(vraagstuk: Vraagstuk, net: Net, stroom: Stroom, pair: Paar) -> Iterator[str]:
    """Which limits this overdracht meets."""
    by_id = {each.id: each for each in vraagstuk.deelnemers}
    van, naar = by_id[pair[0]], by_id[pair[1]]
    gives, takes = given(stroom)[van.id], taken(stroom)[naar.id]
    if gives == van.max_afstaan and gives < van.wil_afstaan:
        yield _("{naam} wil niet meer dan {n} afstaan.").format(naam=van.naam, n=format_number(gives))
    elif gives == van.afstaanbaar < van.saldo:
        yield _("Meer taakstelling heeft {naam} niet om af te staan.").format(naam=van.naam)
    if takes == naar.max_overnemen and takes < naar.wil_overnemen:
        yield _("{naam} wil niet meer dan {n} overnemen.").format(naam=naar.naam, n=format_number(takes))
    vans = sum(each.afstaan > 0 for each in vraagstuk.deelnemers)
    naars = sum(each.overnemen > 0 for each in vraagstuk.deelnemers)
    for one, other, side, others in ((van, naar, 0, naars), (naar, van, 1, vans)):
        if others > 1 and sum(each[side] == one.id for each in net.paren) == 1:
            yield _("{naam} kan door de grenzen alleen met {ander} ruilen.").format(naam=one.naam, ander=other.naam)


def kenschets(count: int, fewest: int, near: int, *, first: bool) -> str:
    """What sets a proposal apart, in one sentence."""
    more = count - fewest
    buren = (
        _("geen enkele tussen buren")
        if not near
        else _("1 tussen buren")
        if near == 1
        else _("{n} tussen buren").format(n=near)
    )
    if first:
        text = _("Het beste voorstel: {aantal}, {buren}.")
    elif more <= 0:
        text = _("Evenveel overdrachten, tussen andere gemeenten: {aantal}, {buren}.")
    elif more == 1:
        text = _("Eén overdracht meer, tussen andere gemeenten: {aantal}, {buren}.")
    else:
        text = _("Meer overdrachten, tussen andere gemeenten: {aantal}, {buren}.")
    aantal = _("1 overdracht") if count == 1 else _("{n} overdrachten").format(n=count)
    return text.format(aantal=aantal, buren=buren)
