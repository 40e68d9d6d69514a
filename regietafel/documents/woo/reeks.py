"""The publication version of a series of documents, and what there is to decide about it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from regietafel.documents.blocks import Document
from regietafel.documents.reeks import make_reeks
from regietafel.documents.stuk import Reeks, Stuk
from regietafel.documents.woo.gronden import PERSOON
from regietafel.documents.woo.kleine_aantallen import Klein, small_counts
from regietafel.documents.woo.publicatie import publish, texts
from regietafel.documents.woo.tekst import Persoonsgegeven, find
from regietafel.documents.woo.vinden import personal_data
from regietafel.i18n import _
from regietafel.ledger import Ledger


@dataclass(frozen=True, kw_only=True)
class Gevonden:
    """A text that goes or stays, and how often it stands in the documents."""

    gegeven: Persoonsgegeven
    aantal: int

    @property
    def tekst(self) -> str:
        """What was found."""
        return self.gegeven.tekst

    @property
    def wat(self) -> str:
        """What happens to it."""
        return _("weg, {grond}").format(grond=self.gegeven.grond) if self.gegeven.grond else _("blijft")

    @property
    def waarom(self) -> str:
        """As a sentence."""
        return self.gegeven.waarom


@dataclass(frozen=True, kw_only=True)
class Voorbereiding:
    """The documents of an agreement before and after, one for one, what was found in them, and the small counts."""

    voor: Reeks
    na: Reeks
    gevonden: tuple[Gevonden, ...]
    klein: tuple[tuple[Stuk, Klein], ...]


def prepare(ledger: Ledger, herverdeling_id: int, datum: datetime.date) -> Voorbereiding:
    """All that is needed to decide. Raises RegietafelError as ``make_reeks`` does."""
    reeks = make_reeks(ledger, herverdeling_id, datum)
    said = [text for stuk in reeks.stukken for text in texts(stuk.document)]
    gegevens = personal_data(ledger, herverdeling_id, [stuk.document for stuk in reeks.stukken])
    return Voorbereiding(
        voor=reeks,
        na=replace(reeks, stukken=tuple(_publish(stuk, gegevens) for stuk in reeks.stukken)),
        gevonden=tuple(Gevonden(gegeven=each, aantal=_count(each, said)) for each in gegevens),
        klein=tuple((stuk, small) for stuk in reeks.stukken for small in small_counts(stuk.document)),
    )


def publish_reeks(ledger: Ledger, reeks: Reeks) -> Reeks:
    """The same documents without what has to go, each under its name with “ (openbaar)”."""
    about: dict[int | None, list[Document]] = {}
    for stuk in reeks.stukken:
        about.setdefault(stuk.herverdeling_id, []).append(stuk.document)
    gegevens = {id: personal_data(ledger, id, documents) for id, documents in about.items()}
    return replace(reeks, stukken=tuple(_publish(stuk, gegevens[stuk.herverdeling_id]) for stuk in reeks.stukken))


def public_name(bestandsnaam: str) -> str:
    """``… Besluit Borne.pdf`` → ``… Besluit Borne (openbaar).pdf``."""
    stem, dot, ending = bestandsnaam.rpartition(".")
    return _("{naam} (openbaar)").format(naam=stem) + dot + ending


def _publish(stuk: Stuk, gegevens: tuple[Persoonsgegeven, ...]) -> Stuk:
    return replace(stuk, bestandsnaam=public_name(stuk.bestandsnaam), document=publish(stuk.document, gegevens))


def _count(gegeven: Persoonsgegeven, said: Iterable[str]) -> int:
    """How often, also when it stays."""
    wanted = [replace(gegeven, grond=gegeven.grond or PERSOON)]
    return sum(len(find(text, wanted)) for text in said)
