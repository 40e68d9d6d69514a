"""A new file: chosen from the gemeenten of the country, complete or not there at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from regietafel import reference
from regietafel.actions.regio import make_regio
from regietafel.domain.regio import Gemeente, Regio
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.meegeleverd import shipped
from regietafel.reference import BekendeGemeente


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """The gemeenten of a new file, and what the table would be called."""

    tafel: str
    gemeenten: tuple[BekendeGemeente, ...]
    provincie: str = ""
    veiligheidsregio: str = ""


def of_veiligheidsregio(text: str) -> Keuze:
    """All gemeenten of one of the 25. Raises RegietafelError that proposes the nearest."""
    regio = reference.find_veiligheidsregio(text)
    chosen = tuple(gemeente for gemeente in reference.gemeenten() if gemeente.veiligheidsregio_code == regio.code)
    return Keuze(
        tafel=_("Regietafel {naam}").format(naam=regio.naam),
        gemeenten=chosen,
        provincie=_shared(gemeente.provincie for gemeente in chosen),
        veiligheidsregio=regio.naam,
    )


def of_provincie(text: str) -> Keuze:
    """All gemeenten of one of the 12. Raises RegietafelError that proposes the nearest."""
    provincie = reference.find_provincie(text)
    chosen = tuple(gemeente for gemeente in reference.gemeenten() if gemeente.provincie_code == provincie.code)
    return Keuze(
        tafel=_("Provinciale regietafel {naam}").format(naam=provincie.naam), gemeenten=chosen, provincie=provincie.naam
    )


def of_names(names: Iterable[str]) -> Keuze:
    """A hand-picked list, by name or code. Raises RegietafelError for a name that is unknown or given twice."""
    chosen: list[BekendeGemeente] = []
    for name in filter(None, map(str.strip, names)):
        gemeente = reference.find_gemeente(name)
        if gemeente in chosen:
            raise RegietafelError(_("{naam} staat twee keer in de lijst.").format(naam=gemeente.naam))
        chosen.append(gemeente)
    return Keuze(
        tafel=_("Regietafel"),
        gemeenten=tuple(chosen),
        provincie=_shared(gemeente.provincie for gemeente in chosen),
        veiligheidsregio=_shared(gemeente.veiligheidsregio for gemeente in chosen),
    )


def of_land() -> Keuze:
    """All gemeenten of the country."""
    return Keuze(tafel=_("Landelijke regietafel"), gemeenten=reference.gemeenten())


def make_file(path: Path, keuze: Keuze, tafel: str = "", fill: Callable[[Ledger], None] | None = None) -> None:
    """Write a new file for the chosen gemeenten, with what ``fill`` adds. Raises RegietafelError when it exists."""
    with closing(Ledger.in_memory()) as ledger:
        regio = Regio(
            naam=tafel.strip() or keuze.tafel, provincie=keuze.provincie, veiligheidsregio=keuze.veiligheidsregio
        )
        gemeenten = [
            Gemeente(gm_code=gemeente.code, naam=gemeente.naam, provincie=gemeente.provincie)
            for gemeente in keuze.gemeenten
        ]
        provincies = [gemeente.provincie for gemeente in gemeenten]
        meegeleverd = [each for record in reference.MEEGELEVERD for each in shipped(record, provincies)]
        make_regio(ledger, regio, gemeenten, meegeleverd)
        if fill:
            fill(ledger)
        ledger.save_copy(path)


def _shared(values: Iterable[str]) -> str:
    """The value all have in common, or nothing."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else ""
