"""Half-year after half-year: how each gemeente and the table did over all that is known."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from regietafel.domain.periode import Periode
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.rekening import Rekening, rekeningen
from regietafel.queries.stand import known_periodes
from regietafel.queries.totaal import sum_all, sum_known


@dataclass(frozen=True, kw_only=True)
class GeschiedenisPunt:
    """One half-year, in persons; None is unknown."""

    periode: Periode
    taakstelling: int | None
    opgave: int | None
    realisatie: int | None
    saldo: int | None  # + achterstand, − voorsprong


@dataclass(frozen=True, kw_only=True)
class GeschiedenisRegel:
    """One gemeente (or the total), a point for every half-year."""

    gemeente_id: int | None
    gm_code: str | None
    gemeente: str
    punten: tuple[GeschiedenisPunt, ...]


@dataclass(frozen=True, kw_only=True)
class Geschiedenis:
    """The members of the table, by name. Half-years follow each other without gaps, oldest first.

    Each column of the total is over the gemeenten where it is known; the saldo only when it is known of all.
    """

    periodes: tuple[Periode, ...]
    regels: tuple[GeschiedenisRegel, ...]
    totaal: GeschiedenisRegel


def geschiedenis(ledger: Ledger, op: datetime.date) -> Geschiedenis:
    """All half-years about which the file holds a figure, as it was known on ``op``."""
    known = known_periodes(ledger)
    accounts = [each for each in rekeningen(ledger, known[0], op) if each.periode >= known[-1]] if known else []
    members = ledger.db.execute("SELECT id, gm_code, naam FROM gemeente WHERE lid").fetchall()
    regels = [
        GeschiedenisRegel(
            gemeente_id=id,
            gm_code=gm_code,
            gemeente=naam,
            punten=tuple(_punt(account, id) for account in accounts),
        )
        for id, gm_code, naam in sorted(members, key=lambda row: sort_key(row["naam"]))
    ]
    totaal = GeschiedenisRegel(
        gemeente_id=None,
        gm_code=None,
        gemeente=_("Totaal"),
        punten=tuple(
            _sum(account.periode, [regel.punten[place] for regel in regels]) for place, account in enumerate(accounts)
        ),
    )
    return Geschiedenis(periodes=tuple(each.periode for each in accounts), regels=tuple(regels), totaal=totaal)


def _punt(account: Rekening, id: int) -> GeschiedenisPunt:
    return GeschiedenisPunt(
        periode=account.periode,
        taakstelling=account.taakstelling.get(id),
        opgave=account.opgave.get(id),
        realisatie=account.realisatie.get(id),
        saldo=account.saldo.get(id),
    )


def _sum(periode: Periode, punten: Sequence[GeschiedenisPunt]) -> GeschiedenisPunt:
    return GeschiedenisPunt(
        periode=periode,
        taakstelling=sum_known(punt.taakstelling for punt in punten),
        opgave=sum_known(punt.opgave for punt in punten),
        realisatie=sum_known(punt.realisatie for punt in punten),
        saldo=sum_all(punt.saldo for punt in punten),
    )
