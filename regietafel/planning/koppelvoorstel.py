"""Which koppelingen could be handed over: one kind of household at a time, by the search for an uitruil.

A giver has households for which there is no home and none is expected; a receiver has homes that are free today and
that its own households do not need. So nobody's own shortage grows, and the fewest overdrachten house the most.
It proposes; the gemeenten agree, with COA.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from regietafel.catalog.woonvorm import MATEN
from regietafel.i18n import _, format_number
from regietafel.planning.uitruil import Deelnemer, Uitruil, Vraagstuk, los_op

SECONDEN = 2.0  # for each kind of household; a region takes a fraction of it


@dataclass(frozen=True, kw_only=True)
class Koppelvoorstel:
    """So many households of one kind, coupled to ``van``, could be housed in ``naar``; and why."""

    maat: str
    van_id: int
    van: str
    naar_id: int
    naar: str
    aantal: int
    buren: bool
    waarom: str


def koppelvoorstellen(
    maat: str,
    deelnemers: Sequence[Deelnemer],
    *,
    seconden: float = SECONDEN,
    stop: Callable[[], bool] = lambda: False,
) -> tuple[Koppelvoorstel, ...]:
    """The best answer for one kind; a ``saldo`` is in households: + short of homes, − homes to spare.

    The most households first, then the fewest overdrachten, then the most between neighbours: who has homes to spare
    is not burdened by giving them, so inhabitants do not come into it.
    """
    if {each.saldo > 0 for each in deelnemers if each.saldo} != {True, False}:
        return ()  # nobody is short, or nobody has a home to spare
    found = los_op(Vraagstuk(deelnemers=tuple(deelnemers)), alternatieven=1, seconden=seconden, stop=stop)
    if not found.alternatieven:
        return ()
    rows = found.alternatieven[0].overdrachten
    saldi = {each.id: each.saldo for each in deelnemers}
    given, taken = Counter[int](), Counter[int]()
    for row in rows:
        given[row.van_id] += row.aantal
        taken[row.naar_id] += row.aantal
    return tuple(
        Koppelvoorstel(
            maat=maat,
            van_id=row.van_id,
            van=row.van,
            naar_id=row.naar_id,
            naar=row.naar,
            aantal=row.aantal,
            buren=row.buren,
            waarom=_waarom(
                maat,
                row,
                (saldi[row.van_id], given[row.van_id]),
                (-saldi[row.naar_id], taken[row.naar_id]),
            ),
        )
        for row in rows
    )


def _waarom(maat: str, row: Uitruil, van: tuple[int, int], naar: tuple[int, int]) -> str:
    """Who is short of what, who has it, what that settles, and whether they are neighbours.

    ``van`` is the shortage and all it hands over, ``naar`` the homes to spare and all it takes over.
    """
    (tekort, given), (over, taken) = van, naar
    sentence = _(
        "{van} heeft {tekort} ({maat}) waarvoor geen woning vrij is of komt; {naar} heeft {over} vrij die het zelf"
        " niet nodig heeft."
    )
    told = [
        sentence.format(
            van=row.van,
            tekort=_("1 huishouden") if tekort == 1 else _("{n} huishoudens").format(n=format_number(tekort)),
            maat=MATEN[maat],
            naar=row.naar,
            over=_("1 zo’n woning") if over == 1 else _("{n} zulke woningen").format(n=format_number(over)),
        )
    ]
    if given == tekort:
        told.append(_("Daarna is er in {naam} geen tekort meer.").format(naam=row.van))
    if taken == over:
        told.append(_("Daarna heeft {naam} er geen meer over.").format(naam=row.naar))
    if row.buren:
        told.append(_("Zij zijn buren."))
    return " ".join(told)
