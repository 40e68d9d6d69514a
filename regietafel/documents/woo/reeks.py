"""The publication version of a series of documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from regietafel.documents.stuk import Reeks, Stuk
from regietafel.documents.woo.publicatie import publish
from regietafel.documents.woo.tekst import Persoonsgegeven
from regietafel.documents.woo.vinden import personal_data
from regietafel.i18n import _
from regietafel.ledger import Ledger


def publish_reeks(ledger: Ledger, reeks: Reeks) -> Reeks:
    """The same documents without what has to go, each under its name with “ (openbaar)”."""
    return Reeks(
        stukken=tuple(publish_stuk(stuk, gegevens_of(ledger, stuk, reeks.stukken)) for stuk in reeks.stukken),
        mislukt=reeks.mislukt,
    )


def gegevens_of(ledger: Ledger, stuk: Stuk, stukken: Iterable[Stuk]) -> tuple[Persoonsgegeven, ...]:
    """The personal data of all documents about the same agreement, so that they say the same."""
    together = [each.document for each in stukken if each.herverdeling_id == stuk.herverdeling_id]
    return personal_data(ledger, stuk.herverdeling_id, together)


def publish_stuk(stuk: Stuk, gegevens: tuple[Persoonsgegeven, ...]) -> Stuk:
    """One document for the public."""
    return replace(stuk, bestandsnaam=public_name(stuk.bestandsnaam), document=publish(stuk.document, gegevens))


def public_name(bestandsnaam: str) -> str:
    """``… Besluit Borne.pdf`` → ``… Besluit Borne (openbaar).pdf``."""
    stem, dot, ending = bestandsnaam.rpartition(".")
    return _("{naam} (openbaar)").format(naam=stem) + dot + ending
