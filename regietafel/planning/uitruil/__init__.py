"""Which uitruil solves most: pure, without a file, safe in a background thread.

In this order, each as good as possible with what the one before reached:

1. the most persons change hands (expected achterstand covered by expected voorsprong);
2. the fewest overdrachten;
3. the least burden: the most any receiver takes over per inhabitant (an exact fraction; gemeenten whose inhabitants
   are unknown do not count);
4. the most overdrachten between neighbours.

An alternative *really differs* when at least a third of its pairs (rounded up) is in none of the proposals before it.
It covers as much, with as many overdrachten as the best or one more, and prefers neighbours.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence

from regietafel.i18n import _
from regietafel.planning.uitruil.blokkade import blokkades
from regietafel.planning.uitruil.groepen import division
from regietafel.planning.uitruil.mip import Doel, Klok, compact
from regietafel.planning.uitruil.net import Net, Paar, Stroom, union
from regietafel.planning.uitruil.vraag import (
    Alternatief,
    Blokkade,
    Buiten,
    Deelnemer,
    Opheffing,
    Oplossing,
    Uitruil,
    Voortgang,
    Vraagstuk,
)
from regietafel.planning.uitruil.waarom import kenschets, waarom
from regietafel.planning.uitruil.zoek import (
    Gedekt,
    Minste,
    dekking,
    evenest,
    lasten,
    level,
    minste,
    neighbourly,
)

__all__ = [
    "Alternatief",
    "Blokkade",
    "Buiten",
    "Deelnemer",
    "Opheffing",
    "Oplossing",
    "Uitruil",
    "Voortgang",
    "Vraagstuk",
    "los_op",
]

SECONDEN = 10.0  # as long as one waits at a table
_APART = 3  # an alternative differs in one of so many pairs


def los_op(
    vraagstuk: Vraagstuk,
    *,
    alternatieven: int = 3,
    seconden: float = SECONDEN,
    stop: Callable[[], bool] = lambda: False,
    voortgang: Callable[[Voortgang], object] = lambda _voortgang: None,
) -> Oplossing:
    """The best uitruil, alternatives that really differ, and what blocks more.

    Nobody to give or to take gives no alternatives. On ``stop`` or after ``seconden`` it returns the best so far;
    ``bewezen`` then says what is proven of it. ``voortgang`` is called from the thread that calls this.
    """
    klok = Klok(einde=time.monotonic() + seconden, stop=stop)
    net = vraagstuk.net()
    gedekt = dekking(net, klok.part(0.3))
    if not gedekt.totaal:
        found, remark = blokkades(vraagstuk, 0, klok)
        remarks = tuple(filter(None, (_nothing(vraagstuk), remark)))
        return Oplossing(alternatieven=(), blokkades=found, opmerkingen=remarks, afgebroken=not klok.rest)
    fewest = _fewest(gedekt, klok.part(0.8), voortgang)
    bound = sum(each.ondergrens for each in fewest)
    best = [each.stroom for each in fewest if each.stroom is not None]

    def tell(fase: str) -> None:
        count = sum(map(len, best))
        voortgang(Voortgang(fase=fase, opgelost=gedekt.totaal, aantal=count, ondergrens=bound))

    tell(_("de last verdelen"))
    levelled, even = evenest(gedekt.delen, best, vraagstuk.inwoners, klok.part(0.4))
    tell(_("buren zoeken"))
    nearest, near = neighbourly(gedekt.delen, levelled, vraagstuk.buren(), vraagstuk.inwoners, klok.part(0.3))
    answers: list[Mapping[Paar, int]] = [_joined(nearest)]
    assert union(gedekt.delen).keeps(answers[0])
    tell(_("alternatieven zoeken"))
    while len(answers) < alternatieven and klok.rest:
        other = _other(vraagstuk, gedekt.delen, fewest, answers, klok.part(0.35))
        if other is None:
            break
        answers.append(other)
    tell(_("grenzen nagaan"))
    found, remark = blokkades(vraagstuk, gedekt.totaal, klok)
    return Oplossing(
        alternatieven=tuple(
            _alternatief(vraagstuk, net, answer, gedekt.bewezen, bound, geheel=even and near and k == 0, first=k == 0)
            for k, answer in enumerate(answers)
        ),
        blokkades=found,
        opmerkingen=(remark,) if remark else (),
        afgebroken=not klok.rest,
    )


def _nothing(vraagstuk: Vraagstuk) -> str:
    """Why there is nothing to propose."""
    if not vraagstuk.tekort:
        return _("Geen gemeente heeft een verwachte achterstand; een uitruil is niet nodig.")
    if not vraagstuk.overschot:
        return _("Geen gemeente heeft een verwachte voorsprong; niemand kan iets overnemen.")
    return _("Binnen deze grenzen kan geen gemeente iets overdragen.")


def _fewest(gedekt: Gedekt, klok: Klok, voortgang: Callable[[Voortgang], object]) -> list[Minste]:
    """The fewest overdrachten for each part; what is known of all parts together is told on the way."""
    counts, bounds = list(map(len, gedekt.eerste)), [0] * len(gedekt.delen)
    found: list[Minste] = []
    for k, (deel, first) in enumerate(zip(gedekt.delen, gedekt.eerste, strict=True)):

        def meld(count: int, bound: int, k: int = k) -> None:
            counts[k], bounds[k] = count, bound
            voortgang(
                Voortgang(
                    fase=_("overdrachten tellen"),
                    opgelost=gedekt.totaal,
                    aantal=sum(counts),
                    ondergrens=sum(bounds),
                )
            )

        share = 1.0 if k == len(gedekt.delen) - 1 else 0.8
        found.append(minste(deel, klok.part(share), first, meld=meld))
    return found


def _other(
    vraagstuk: Vraagstuk,
    delen: Sequence[Net],
    fewest: Sequence[Minste],
    answers: Sequence[Mapping[Paar, int]],
    klok: Klok,
) -> Mapping[Paar, int] | None:
    """A proposal that really differs: with as many overdrachten as the first, otherwise with one more."""
    count, whole = len(answers[0]), union(delen)
    quick = _regrouped(delen, fewest, answers, klok.part(0.3))
    if quick is not None:
        quick = _joined([level(deel, _inside(quick, deel), vraagstuk.inwoners) for deel in delen])
    for most in (count, count + 1):
        if quick is not None and len(quick) <= most and _differs(quick, answers):
            return quick
        apart = [(earlier.keys(), most - -(-most // _APART)) for earlier in answers]
        found = compact(
            whole, Doel.BUREN, klok.part(0.5), hoogstens=most, voorkeur=vraagstuk.buren(), apart=apart
        ).stroom
        if found is not None and _differs(found, answers):
            return found
    return None


def _regrouped(
    delen: Sequence[Net], fewest: Sequence[Minste], answers: Sequence[Mapping[Paar, int]], klok: Klok
) -> Mapping[Paar, int] | None:
    """Another division into groups; None when a part was solved without groups."""
    flows: list[Mapping[Paar, int]] = []
    used = _joined(answers)
    for deel, each in zip(delen, fewest, strict=True):
        flow = division(each.groepen, klok, zonder=_inside(used, deel)) if each.groepen else _inside(answers[0], deel)
        if flow is None:
            return None
        flows.append(flow)
    return _joined(flows)


def _differs(flow: Stroom, answers: Collection[Stroom]) -> bool:
    """Whether at least a third of the pairs is new, compared with each answer before it."""
    return all(_APART * len(flow.keys() - each.keys()) >= len(flow) for each in answers)


def _inside(flow: Stroom, deel: Net) -> dict[Paar, int]:
    return {pair: aantal for pair, aantal in flow.items() if pair in deel.paren}


def _joined(flows: Sequence[Stroom]) -> dict[Paar, int]:
    return {pair: aantal for flow in flows for pair, aantal in flow.items()}


def _alternatief(
    vraagstuk: Vraagstuk, net: Net, flow: Stroom, covered: bool, bound: int, *, geheel: bool, first: bool
) -> Alternatief:
    namen, buren = vraagstuk.namen, vraagstuk.buren()
    bewezen = covered and len(flow) <= bound
    rows = tuple(
        Uitruil(
            van_id=van,
            naar_id=naar,
            van=namen[van],
            naar=namen[naar],
            aantal=aantal,
            waarom=waarom(vraagstuk, net, flow, (van, naar)),
            buren=(van, naar) in buren,
        )
        for (van, naar), aantal in sorted(flow.items(), key=lambda item: (-item[1], item[0]))
    )
    opgelost = sum(flow.values())
    return Alternatief(
        overdrachten=rows,
        opgelost=opgelost,
        rest=vraagstuk.tekort - opgelost,
        bewezen=bewezen,
        geheel_bewezen=bewezen and geheel,
        ondergrens=bound,
        last=lasten(flow, vraagstuk.inwoners),
        kenschets=kenschets(len(flow), bound, sum(row.buren for row in rows), first=first),
    )
