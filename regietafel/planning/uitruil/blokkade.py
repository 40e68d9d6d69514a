"""Which limits keep more from being covered: found by lifting one at a time, then two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from regietafel.i18n import _, format_number
from regietafel.planning.uitruil.mip import Klok
from regietafel.planning.uitruil.net import max_stroom
from regietafel.planning.uitruil.vraag import Blokkade, Deelnemer, Opheffing, Vraagstuk, with_change
from regietafel.planning.uitruil.zoek import dekking

_PAIRS = 2000  # pairs of limits that are tried
_SHOWN = 5  # pairs that are named

Grensdeel = tuple[Deelnemer, str]  # whose limit, and which


def gedekt(vraagstuk: Vraagstuk, klok: Klok) -> int:
    """The most persons that can change hands."""
    net = vraagstuk.net()
    return dekking(net, klok).totaal if net.has_minima else sum(max_stroom(net).values())


def blokkades(vraagstuk: Vraagstuk, nu: int, klok: Klok) -> tuple[tuple[Blokkade, ...], str]:
    """The limits without which more than ``nu`` persons change hands, most effect first; and a remark, or nothing."""
    free = Vraagstuk(deelnemers=tuple(each.without_limits() for each in vraagstuk.deelnemers))
    if gedekt(free, klok) <= nu:
        return (), ""
    limits = list(_limits(vraagstuk))
    found = [each for limit in limits if klok.rest and (each := _lifted(vraagstuk, [limit], nu, klok))]
    if found:
        return tuple(sorted(found, key=lambda each: (-each.effect, each.grens))), ""
    pairs = list(combinations(limits, 2))[:_PAIRS]
    found = [each for pair in pairs if klok.rest and (each := _lifted(vraagstuk, pair, nu, klok))]
    if found:
        remark = _("Geen enkele grens alleen houdt het tegen; twee samen wel.")
        return tuple(sorted(found, key=lambda each: (-each.effect, each.grens))[:_SHOWN]), remark
    return (), _("Meer dan twee grenzen samen houden tegen dat er meer wordt opgelost.")


def _limits(vraagstuk: Vraagstuk) -> Iterator[Grensdeel]:
    """Every limit that could matter."""
    for each in vraagstuk.deelnemers:
        if each.afstaan < each.wil_afstaan:
            yield each, "max_afstaan"
        if each.overnemen < each.wil_overnemen:
            yield each, "max_overnemen"
        if each.wil_afstaan or each.wil_overnemen:
            if each.partners is not None:
                yield each, "partners"
            if each.minimum > 1:
                yield each, "minimum"


def _lifted(vraagstuk: Vraagstuk, limits: Sequence[Grensdeel], nu: int, klok: Klok) -> Blokkade | None:
    """What comes of lifting these limits; None when nothing does."""
    whole = [Opheffing(gemeente_id=each.id, veld=veld, nieuw=None) for each, veld in limits]
    reached = gedekt(with_change(vraagstuk, *whole), klok)
    if reached <= nu:
        return None
    least: list[Opheffing] = []
    for k, limit in enumerate(limits):
        others = with_change(vraagstuk, *least, *whole[k + 1 :])
        least.append(_least(others, limit, reached, klok))
    parts = [_sentence(vraagstuk, each, veld, change) for (each, veld), change in zip(limits, least, strict=True)]
    return Blokkade(
        grens=" + ".join(grens_text(vraagstuk, each, veld) for each, veld in limits),
        effect=reached - nu,
        zin=_("Als {wat}, kunnen er {n} meer worden overgedragen.").format(
            wat=_(" en ").join(parts), n=format_number(reached - nu)
        ),
        opheffing=tuple(least),
    )


def _least(vraagstuk: Vraagstuk, limit: Grensdeel, goal: int, klok: Klok) -> Opheffing:
    """The smallest change of one limit with which ``goal`` persons change hands; more never makes it less."""
    each, veld = limit

    def enough(value: int | frozenset[int] | None) -> bool:
        change = Opheffing(gemeente_id=each.id, veld=veld, nieuw=value)
        return gedekt(with_change(vraagstuk, change), klok) >= goal

    if veld == "partners":
        assert each.partners is not None
        for other in vraagstuk.deelnemers:
            more = each.partners | {other.id}
            if other.id != each.id and other.id not in each.partners and enough(more):
                return Opheffing(gemeente_id=each.id, veld=veld, nieuw=more)
        return Opheffing(gemeente_id=each.id, veld=veld, nieuw=None)
    bad, good = _range(each, veld)
    while abs(good - bad) > 1:
        middle = (good + bad) // 2
        if enough(middle):
            good = middle
        else:
            bad = middle
    return Opheffing(gemeente_id=each.id, veld=veld, nieuw=good)


def _range(each: Deelnemer, veld: str) -> tuple[int, int]:
    """From what the limit is now, not enough, to what is as good as no limit."""
    if veld == "minimum":
        return each.minimum, 1
    if veld == "max_afstaan":
        return each.max_afstaan or 0, each.wil_afstaan
    return each.max_overnemen or 0, each.wil_overnemen


def grens_text(vraagstuk: Vraagstuk, each: Deelnemer, veld: str) -> str:
    """A limit as one types it on the command line: ``Wierden:overnemen<=5``."""
    if veld == "minimum":
        return _("{naam}:minimaal {n}").format(naam=each.naam, n=each.minimum)
    if veld == "partners":
        names = [vraagstuk.namen[id] for id in sorted(each.partners or ()) if id in vraagstuk.namen]
        return _("{naam}:alleen {namen}").format(naam=each.naam, namen=", ".join(names) or _("gemeenten erbuiten"))
    wat, most = (_("afstaan"), each.max_afstaan) if veld == "max_afstaan" else (_("overnemen"), each.max_overnemen)
    return f"{each.naam}:{wat}<={most}"


def _sentence(vraagstuk: Vraagstuk, each: Deelnemer, veld: str, change: Opheffing) -> str:
    """``Wierden er 5 mag overnemen in plaats van 0``."""
    if veld == "partners":
        assert each.partners is not None
        more = change.nieuw - each.partners if isinstance(change.nieuw, frozenset) else frozenset()
        if more:
            return _("{naam} ook met {ander} ruilt").format(naam=each.naam, ander=vraagstuk.namen[min(more)])
        return _("{naam} met iedereen ruilt").format(naam=each.naam)
    if veld == "minimum":
        text, old = _("de kleinste overdracht van {naam} {n} is in plaats van {oud}"), each.minimum
    elif veld == "max_afstaan":
        text, old = _("{naam} er {n} wil afstaan in plaats van {oud}"), each.max_afstaan or 0
    else:
        text, old = _("{naam} er {n} wil overnemen in plaats van {oud}"), each.max_overnemen or 0
    assert isinstance(change.nieuw, int)
    return text.format(naam=each.naam, n=format_number(change.nieuw), oud=format_number(old))
