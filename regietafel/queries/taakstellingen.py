"""The published taakstellingen of a period: its versions and their numbers."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from regietafel.domain.periode import Periode
from regietafel.i18n import sort_key
from regietafel.ledger import Ledger


@dataclass(frozen=True, kw_only=True)
class VersieRegel:
    """One version of a period's taakstelling; ``geldt`` for the newest."""

    id: int
    datum: datetime.date
    landelijk: int | None
    bron: str
    gemeenten: int
    som: int  # persons, over the gemeenten in this file
    geldt: bool


@dataclass(frozen=True, kw_only=True)
class TaakstellingRegel:
    """One gemeente's number in a version."""

    id: int
    gemeente_id: int
    gm_code: str
    gemeente: str
    inwoners: int | None
    aantal: int
    amv: int | None


def versies(ledger: Ledger, periode: Periode) -> tuple[VersieRegel, ...]:
    """The versions of a period, newest first."""
    rows = ledger.db.execute(
        "SELECT versie.id, datum, landelijk, bron, count(taakstelling.id), coalesce(sum(aantal), 0)"
        " FROM taakstellingsversie AS versie LEFT JOIN taakstelling ON versie_id = versie.id"
        " WHERE periode = ? GROUP BY versie.id ORDER BY datum DESC",
        [str(periode)],
    ).fetchall()
    return tuple(
        VersieRegel(
            id=id,
            datum=datetime.date.fromisoformat(datum),
            landelijk=landelijk,
            bron=bron,
            gemeenten=gemeenten,
            som=som,
            geldt=place == 0,
        )
        for place, (id, datum, landelijk, bron, gemeenten, som) in enumerate(rows)
    )


def versie_regels(ledger: Ledger, versie_id: int) -> tuple[TaakstellingRegel, ...]:
    """The numbers of one version, by name of gemeente."""
    rows = ledger.db.execute(
        "SELECT taakstelling.id, gemeente_id, gm_code, naam AS gemeente, inwoners, aantal, amv FROM taakstelling"
        " JOIN gemeente ON gemeente.id = gemeente_id WHERE versie_id = ?",
        [versie_id],
    )
    return tuple(sorted((TaakstellingRegel(**dict(row)) for row in rows), key=lambda regel: sort_key(regel.gemeente)))
