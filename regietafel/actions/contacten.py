"""Whom the table writes to."""

from __future__ import annotations

from regietafel.domain.contact import Contact
from regietafel.i18n import _
from regietafel.ledger import Ledger


def save_contact(ledger: Ledger, contact: Contact) -> Contact:
    """Record a contact, or change it."""
    with ledger.operation(_("Contact opgeslagen: {naam}").format(naam=contact.naam or contact.e_mail)):
        return ledger.contacten.save(contact)


def remove_contact(ledger: Ledger, contact: Contact) -> None:
    """Take out a contact."""
    with ledger.operation(_("Contact verwijderd: {naam}").format(naam=contact.naam or contact.e_mail)):
        ledger.contacten.delete(contact)
