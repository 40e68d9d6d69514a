"""How long housing took per month against the norm, and how many came from near by: per gemeente and for the table."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from regietafel.domain.afronding import with_decimals
from regietafel.domain.norm import DOORLOOPTIJD, norm_op
from regietafel.domain.woonproject import Doorlooptijd
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names


@dataclass(frozen=True, kw_only=True)
class DoorlooptijdRegel:
    """One month of one gemeente, or of the table (without ids); days on average, rounded half up to one decimal.

    ``boven_norm`` is days − norm: + is too long. ``aandeel_regio`` is the percentage of the huisvestingen that came
    from near by; None without huisvestingen.
    """

    id: int | None
    gemeente_id: int | None
    gemeente: str
    maand: datetime.date
    dagen: Decimal | None
    norm: int | None
    boven_norm: Decimal | None
    huisvestingen: int
    regioplaatsingen: int
    aandeel_regio: Decimal | None
    bron: str


@dataclass(frozen=True, kw_only=True)
class Doorlooptijden:
    """Per gemeente and month, and per month for the table; newest month first."""

    regels: tuple[DoorlooptijdRegel, ...]
    regio: tuple[DoorlooptijdRegel, ...]


def doorlooptijden(ledger: Ledger, op: datetime.date) -> Doorlooptijden:
    """The months that began on or before ``op``, each against the norm of its first day.

    The table's number of days weighs each gemeente by its huisvestingen; a month in which nobody was housed has none.
    """
    names, normen = gemeente_names(ledger), tuple(ledger.normen)
    rows = [each for each in ledger.doorlooptijden if each.maand <= op]
    months = sorted({each.maand for each in rows}, reverse=True)
    norms = {maand: norm.waarde if (norm := norm_op(normen, DOORLOOPTIJD, maand)) else None for maand in months}
    regels = [
        _regel(names[each.gemeente_id], [each], norms[each.maand], Fraction(each.dagen), own=each) for each in rows
    ]
    regels.sort(key=lambda regel: sort_key(regel.gemeente))
    regels.sort(key=lambda regel: regel.maand, reverse=True)
    regio = [
        _regel(_("Regio"), same, norms[maand], _weighted(same))
        for maand in months
        if (same := [each for each in rows if each.maand == maand])
    ]
    return Doorlooptijden(regels=tuple(regels), regio=tuple(regio))


def _weighted(rows: Sequence[Doorlooptijd]) -> Fraction | None:
    housed = sum(each.huisvestingen for each in rows)
    return Fraction(sum(each.dagen * each.huisvestingen for each in rows), housed) if housed else None


def _regel(
    gemeente: str,
    rows: Sequence[Doorlooptijd],
    norm: int | None,
    dagen: Fraction | None,
    own: Doorlooptijd | None = None,
) -> DoorlooptijdRegel:
    housed = sum(each.huisvestingen for each in rows)
    near = sum(each.regioplaatsingen for each in rows)
    return DoorlooptijdRegel(
        id=own.id if own else None,
        gemeente_id=own.gemeente_id if own else None,
        gemeente=gemeente,
        maand=rows[0].maand,
        dagen=None if dagen is None else with_decimals(dagen, 1),
        norm=norm,
        boven_norm=None if dagen is None or norm is None else with_decimals(dagen - norm, 1),
        huisvestingen=housed,
        regioplaatsingen=near,
        aandeel_regio=with_decimals(Fraction(100 * near, housed), 1) if housed else None,
        bron=own.bron if own else "",
    )
