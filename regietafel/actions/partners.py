"""Corporaties and others, what was agreed with them, and who else waits for the same homes."""

from __future__ import annotations

from dataclasses import replace

from regietafel.domain.partner import Aandachtsgroep, Partner, Prestatieafspraak
from regietafel.errors import RuleError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.reference import spelling_key


def save_partner(ledger: Ledger, partner: Partner) -> Partner:
    """Add a partner, or change one. Raises RuleError when there is one of that name."""
    for other in ledger.partners:
        if other.id != partner.id and spelling_key(other.naam) == spelling_key(partner.naam):
            raise RuleError(_("Er is al een partner “{naam}”. Kies een andere naam.").format(naam=other.naam))
    with ledger.operation(_("Partner gewijzigd: {naam}").format(naam=partner.naam)):
        return ledger.partners.save(partner)


def remove_partner(ledger: Ledger, partner: Partner) -> None:
    """Take out a partner. Raises RuleError when a project or an agreement names it."""
    if project := next(ledger.woonprojecten.where(partner_id=partner.id), None):
        sentence = _("{naam} is partner van project {project}. Haal haar daar eerst weg.")
        raise RuleError(sentence.format(naam=partner.naam, project=project.naam))
    if ledger.prestatieafspraken.find(partner_id=partner.id):
        raise RuleError(_("Met {naam} zijn prestatieafspraken. Verwijder die eerst.").format(naam=partner.naam))
    with ledger.operation(_("Partner verwijderd: {naam}").format(naam=partner.naam)):
        ledger.partners.delete(partner)


def save_prestatieafspraak(ledger: Ledger, afspraak: Prestatieafspraak) -> None:
    """Record what was agreed, or change it; each partner, gemeente, year and group has one."""
    with ledger.operation(_("Prestatieafspraak gewijzigd: {naam}").format(naam=_partner(ledger, afspraak))):
        ledger.prestatieafspraken.put(afspraak)


def make_prestatieafspraak(ledger: Ledger, partner: str, afspraak: Prestatieafspraak) -> None:
    """Record what was agreed with a partner by name, who is added when there is none of that name.

    The ``partner_id`` of ``afspraak`` may be anything.
    """
    key = spelling_key(partner)
    with ledger.operation(_("Prestatieafspraak vastgelegd: {naam}").format(naam=partner)):
        found = next((each for each in ledger.partners if spelling_key(each.naam) == key), None)
        found = found or save_partner(ledger, Partner(naam=partner))
        assert found.id is not None
        save_prestatieafspraak(ledger, replace(afspraak, partner_id=found.id))


def remove_prestatieafspraak(ledger: Ledger, afspraak: Prestatieafspraak) -> None:
    """Take out what was agreed."""
    with ledger.operation(_("Prestatieafspraak verwijderd: {naam}").format(naam=_partner(ledger, afspraak))):
        ledger.prestatieafspraken.delete(afspraak)


def save_aandachtsgroep(ledger: Ledger, groep: Aandachtsgroep) -> None:
    """Record how many of a group wait in a gemeente in a year, or change it."""
    with ledger.operation(_("Aandachtsgroep gewijzigd: {groep}").format(groep=groep.groep)):
        ledger.aandachtsgroepen.put(groep)


def remove_aandachtsgroep(ledger: Ledger, groep: Aandachtsgroep) -> None:
    """Take out a number of a group."""
    with ledger.operation(_("Aandachtsgroep verwijderd: {groep}").format(groep=groep.groep)):
        ledger.aandachtsgroepen.delete(groep)


def _partner(ledger: Ledger, afspraak: Prestatieafspraak) -> str:
    return ledger.partners.get(afspraak.partner_id).naam
