"""The region: its making, its gemeenten, its addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from regietafel.domain.record import Record
from regietafel.domain.regio import Adressaat, Gemeente, Regio
from regietafel.errors import RuleError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.meegeleverd import missing
from regietafel.reference import MEEGELEVERD, spelling_key


def make_regio(ledger: Ledger, regio: Regio, gemeenten: Iterable[Gemeente], meegeleverd: Iterable[Record] = ()) -> None:
    """Fill an empty ledger with a table, its gemeenten, and the dated reference data a user may edit from then on."""
    gemeenten = tuple(gemeenten)
    if not gemeenten:
        raise RuleError(_("Kies minstens één gemeente."))
    with ledger.operation(_("Regio gemaakt: {naam}").format(naam=regio.naam)):
        ledger.regio.save(regio)
        for gemeente in gemeenten:
            _save_gemeente(ledger, gemeente)
        for each in meegeleverd:
            ledger.table(type(each)).save(each)


def add_meegeleverd(ledger: Ledger) -> None:
    """Add what ships with the program and is not in this file: whom to write to, steps, days, norms and the like."""
    with ledger.operation(_("Meegeleverde gegevens aangevuld")):
        for record in MEEGELEVERD:
            for each in missing(ledger, record):
                ledger.table(record).save(each)


def edit_regio(ledger: Ledger, regio: Regio) -> None:
    """Change the table's name, people or addresses."""
    with ledger.operation(_("Regio gewijzigd")):
        ledger.regio.save(regio)


def add_gemeente(ledger: Ledger, gemeente: Gemeente) -> Gemeente:
    """Add a gemeente: a member, or one the table deals with from outside."""
    with ledger.operation(_("Gemeente toegevoegd: {naam}").format(naam=gemeente.naam)):
        return _save_gemeente(ledger, gemeente)


def edit_gemeente(ledger: Ledger, gemeente: Gemeente) -> None:
    """Change a gemeente's name, membership or address."""
    with ledger.operation(_("Gemeente gewijzigd: {naam}").format(naam=gemeente.naam)):
        _save_gemeente(ledger, gemeente)


def remove_gemeente(ledger: Ledger, gemeente: Gemeente) -> None:
    """Take out a gemeente about which nothing is recorded. Raises RuleError when something is."""
    assert gemeente.id is not None
    told = (ledger.taakstellingen, ledger.realisaties, ledger.beginstanden, ledger.correcties, ledger.partijen)
    judged = (ledger.overzichtregels, ledger.oordelen, ledger.grenzen)
    places = (ledger.opvanglocaties, ledger.woonprojecten, ledger.telgemeenten, ledger.harinstromen)
    homes = (ledger.koppelstanden, ledger.doorlooptijden, ledger.prestatieafspraken, ledger.aandachtsgroepen)
    met = (ledger.aanwezigheden, ledger.actiehouders, ledger.intekeningen, ledger.contacten)
    tables = (*told, *judged, *places, *homes, *met)
    recorded = any(next(table.where(gemeente_id=gemeente.id), None) for table in tables)
    handed = (ledger.overdrachten, ledger.koppelingoverdrachten, ledger.scenariodelen, ledger.opvanguitruilen)
    if recorded or any(table.find(van_id=gemeente.id) or table.find(naar_id=gemeente.id) for table in handed):
        raise RuleError(
            _(
                "Over {naam} is in dit bestand iets vastgelegd. Maak haar “geen lid” in plaats van haar te verwijderen."
            ).format(naam=gemeente.naam)
        )
    with ledger.operation(_("Gemeente verwijderd: {naam}").format(naam=gemeente.naam)):
        for huisstijl in ledger.huisstijlen.where(gemeente_id=gemeente.id):
            ledger.huisstijlen.delete(huisstijl)
        ledger.gemeenten.delete(gemeente)


def edit_adressaat(ledger: Ledger, adressaat: Adressaat) -> None:
    """Change the address of an organisation the table writes to."""
    with ledger.operation(_("Adres gewijzigd: {naam}").format(naam=adressaat.organisatie)):
        ledger.adressaten.save(adressaat)


def _save_gemeente(ledger: Ledger, gemeente: Gemeente) -> Gemeente:
    gemeente = replace(gemeente, naam=gemeente.naam.strip())
    for other in ledger.gemeenten:
        if other.id != gemeente.id:
            if other.gm_code == gemeente.gm_code:
                raise RuleError(_("{value} staat al in dit bestand.").format(value=gemeente.gm_code))
            if spelling_key(other.naam) == spelling_key(gemeente.naam):
                raise RuleError(_("{value} staat al in dit bestand.").format(value=other.naam))
    return ledger.gemeenten.save(gemeente)
