"""Which koppelingen could be handed over: one kind of household at a time, by the search for an uitruil.

A giver has households for which there is no home and none is expected; a receiver has homes that are free today and
that its own households do not need. So nobody's own shortage grows, and the fewest overdrachten house the most.
It proposes; the gemeenten agree, with COA.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
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
    return tuple(
        Koppelvoorstel(
            maat=maat,
            van_id=row.van_id,
            van=row.van,
            naar_id=row.naar_id,
            naar=row.naar,
            aantal=row.aantal,
            buren=row.buren,
            waarom=waarom,
        )
        for row, waarom in zip(rows, _waarom(maat, rows, deelnemers), strict=True)
    )


def _waarom(maat: str, rows: Sequence[Uitruil], deelnemers: Iterable[Deelnemer]) -> Iterator[str]:
    """The reason for each, when those before it have been agreed: they take from the same shortage and homes."""
    saldi = {each.id: each.saldo for each in deelnemers}
    moved = Counter[int]()
    for row in rows:
        tekort, over = saldi[row.van_id] - moved[row.van_id], -saldi[row.naar_id] - moved[row.naar_id]
        yield _reason(maat, row, (tekort, bool(moved[row.van_id])), (over, bool(moved[row.naar_id])))
        moved[row.van_id] += row.aantal
        moved[row.naar_id] += row.aantal


def _reason(maat: str, row: Uitruil, van: tuple[int, bool], naar: tuple[int, bool]) -> str:
    """Who is short of what, who has it, what that settles, and whether they are neighbours.

    ``van`` is the shortage and ``naar`` the homes to spare, each with whether an earlier proposal took of it.
    """
    (tekort, van_before), (over, naar_before) = van, naar
    sentence = _(
        "{eerder}{van} heeft {tekort} ({maat}) waarvoor geen woning vrij is of komt; {naar} heeft {over} vrij die het"
        " zelf niet nodig heeft."
    )
    told = [
        sentence.format(
            eerder=_("Na de eerdere voorstellen: ") if van_before or naar_before else "",
            van=row.van,
            tekort=_still(_("{n} huishouden") if tekort == 1 else _("{n} huishoudens"), tekort, van_before),
            maat=MATEN[maat],
            naar=row.naar,
            over=_still(_("{n} zo’n woning") if over == 1 else _("{n} zulke woningen"), over, naar_before),
        )
    ]
    if row.aantal == tekort:
        told.append(_("Daarna is er in {naam} geen tekort meer.").format(naam=row.van))
    if row.aantal == over:
        told.append(_("Daarna heeft {naam} er geen meer over.").format(naam=row.naar))
    if row.buren:
        told.append(_("Zij zijn buren."))
    return " ".join(told)


def _still(words: str, aantal: int, less: bool) -> str:
    """``3 zulke woningen``; ``nog 3 zulke woningen`` when an earlier proposal took some."""
    told = words.format(n=format_number(aantal))
    return _("nog {aantal}").format(aantal=told) if less else told
