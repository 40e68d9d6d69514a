"""Tables that were read in: their rows, and what is remembered of them, as one operation."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from regietafel.actions.taakstelling import ImportRegel, import_taakstelling
from regietafel.domain.inlezen import Alias, Kolomindeling
from regietafel.domain.inwoners import Inwoners
from regietafel.domain.opvang import Opvangcijfer
from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.periode import Periode
from regietafel.domain.record import Record
from regietafel.domain.taakstelling import Beginstand, Realisatie
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.reference import spelling_key

_KEYS: dict[type[Record], tuple[str, ...]] = {  # what makes a row the same row
    Realisatie: ("gemeente_id", "periode", "peildatum"),
    Beginstand: ("gemeente_id", "periode"),
    Inwoners: ("gm_code", "peildatum"),
    Overzichtregel: ("gemeente_id", "periode", "peildatum"),
    Opvangcijfer: ("gebied", "soort", "peildatum"),
    Kolomindeling: ("soort", "kenmerk"),
}


def import_regels(
    ledger: Ledger, label: str, regels: Iterable[Record], *, onthouden: Iterable[Alias | Kolomindeling] = ()
) -> None:
    """Write rows of a table; a row about the same gemeente and day is replaced, an equal one writes nothing.

    ``label``: what the user reads in the log. ``onthouden``: names and columns the user explained.
    """
    with ledger.operation(label):
        for regel in regels:
            _put(ledger, regel)
        _remember(ledger, onthouden)


def import_versie(
    ledger: Ledger,
    *,
    periode: Periode,
    datum: datetime.date,
    landelijk: int | None,
    bron: str,
    regels: Sequence[ImportRegel],
    onthouden: Iterable[Alias | Kolomindeling] = (),
) -> None:
    """As :func:`import_taakstelling`, and remember what the user explained."""
    with ledger.operation(_("Taakstelling ingelezen: {periode}").format(periode=periode)):
        import_taakstelling(ledger, periode=periode, datum=datum, landelijk=landelijk, bron=bron, regels=regels)
        _remember(ledger, onthouden)


def forget(ledger: Ledger, onthouden: Alias | Kolomindeling) -> None:
    """Ask again the next time: about a name, or about the columns of a layout."""
    if isinstance(onthouden, Alias):
        with ledger.operation(_("Schrijfwijze vergeten: {naam}").format(naam=onthouden.naam)):
            ledger.aliassen.delete(onthouden)
        return
    with ledger.operation(_("Kolomindeling vergeten")):
        ledger.kolomindelingen.delete(onthouden)


def _remember(ledger: Ledger, onthouden: Iterable[Alias | Kolomindeling]) -> None:
    aliassen = {spelling_key(alias.naam): alias for alias in ledger.aliassen}
    for each in onthouden:
        if isinstance(each, Kolomindeling):
            _put(ledger, each)
            continue
        old = aliassen.get(spelling_key(each.naam))
        stored = ledger.aliassen.save(replace(old, gm_code=each.gm_code) if old else each)
        aliassen[spelling_key(each.naam)] = stored


def _put(ledger: Ledger, record: Record) -> None:
    table = _table(ledger, record)
    old = table.find(**{key: getattr(record, key) for key in _KEYS[type(record)]})
    table.save(replace(record, id=old.id if old else None))


def _table(ledger: Ledger, record: Record) -> Any:
    tables = {
        Realisatie: ledger.realisaties,
        Beginstand: ledger.beginstanden,
        Inwoners: ledger.inwoners,
        Overzichtregel: ledger.overzichtregels,
        Opvangcijfer: ledger.opvangcijfers,
        Kolomindeling: ledger.kolomindelingen,
    }
    return tables[type(record)]
