"""Taakstellingen: read in as a version, and corrected by hand."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Taakstelling, Taakstellingsversie
from regietafel.errors import RuleError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names
from regietafel.queries.herverdelingen import current_taakstelling

ImportRegel = tuple[int, int, int | None, int | None]  # gemeente_id, aantal, amv, inwoners


def import_taakstelling(
    ledger: Ledger,
    *,
    periode: Periode,
    datum: datetime.date,
    landelijk: int | None,
    bron: str,
    regels: Sequence[ImportRegel],
) -> None:
    """Write rows into the version of ``periode`` published on ``datum``, making that version when it is new.

    Rows equal to what stands there write nothing. A landelijk aantal or bron that is not given stays as it was.
    """
    with ledger.operation(_("Taakstelling ingelezen: {periode}").format(periode=periode)):
        versie = ledger.taakstellingsversies.find(periode=periode, datum=datum)
        versie = ledger.taakstellingsversies.save(
            Taakstellingsversie(
                id=versie.id if versie else None,
                periode=periode,
                datum=datum,
                landelijk=landelijk if landelijk is not None or versie is None else versie.landelijk,
                bron=bron or (versie.bron if versie else ""),
            )
        )
        assert versie.id is not None
        for gemeente_id, aantal, amv, inwoners in regels:
            ledger.taakstellingen.put(
                Taakstelling(versie_id=versie.id, gemeente_id=gemeente_id, aantal=aantal, amv=amv, inwoners=inwoners)
            )


def edit_taakstelling(ledger: Ledger, taakstelling: Taakstelling) -> None:
    """Change (or add) one gemeente's number in a version."""
    gemeente = ledger.gemeenten.get(taakstelling.gemeente_id)
    with ledger.operation(_("Taakstelling van {naam} gewijzigd").format(naam=gemeente.naam)):
        ledger.taakstellingen.save(taakstelling)


def edit_versie(ledger: Ledger, versie: Taakstellingsversie) -> None:
    """Change the date, the national number or the source of a version (or make an empty one)."""
    other = ledger.taakstellingsversies.find(periode=versie.periode, datum=versie.datum)
    if other is not None and other.id != versie.id:
        raise RuleError(
            _("Van {periode} is al een versie van {datum}; kies een andere datum.").format(
                periode=versie.periode, datum=f"{versie.datum:%d-%m-%Y}"
            )
        )
    with ledger.operation(_("Versie van de taakstelling {periode} gewijzigd").format(periode=versie.periode)):
        ledger.taakstellingsversies.save(versie)


def remove_versie(ledger: Ledger, versie: Taakstellingsversie) -> None:
    """Take out a version read in by mistake, with its numbers. Raises RuleError when an agreement rests on it."""
    with ledger.operation(_("Versie van de taakstelling {periode} verwijderd").format(periode=versie.periode)):
        for taakstelling in ledger.taakstellingen.where(versie_id=versie.id):
            ledger.taakstellingen.delete(taakstelling)
        ledger.taakstellingsversies.delete(versie)
        _check_agreements_keep_their_ground(ledger, versie.periode)


def _check_agreements_keep_their_ground(ledger: Ledger, periode: Periode) -> None:
    known = current_taakstelling(ledger, periode)
    names = gemeente_names(ledger)
    for herverdeling in ledger.herverdelingen.where(periode=periode):
        for overdracht in ledger.overdrachten.where(herverdeling_id=herverdeling.id):
            for gemeente_id in (overdracht.van_id, overdracht.naar_id):
                if names[gemeente_id] not in known:
                    raise RuleError(
                        _(
                            "Herverdeling {kenmerk} rust op deze versie. Lees een nieuwe versie in; dan telt deze niet"
                            " meer."
                        ).format(kenmerk=herverdeling.kenmerk)
                    )
