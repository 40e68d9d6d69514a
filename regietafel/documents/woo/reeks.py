"""The publication version of a series of documents, and what there is to decide about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from regietafel.documents.reeks import compose_reeks, plans
from regietafel.documents.stuk import WEGLATINGEN, Reeks, Stuk, with_facts
from regietafel.documents.stukken.herverdeling import Gegevens
from regietafel.documents.woo.gronden import PERSOON
from regietafel.documents.woo.kleine_aantallen import Klein, small_counts
from regietafel.documents.woo.publicatie import cleaner, publish, texts
from regietafel.documents.woo.tekst import Persoonsgegeven, find
from regietafel.documents.woo.vinden import Bekend, personal_data
from regietafel.files import file_name
from regietafel.i18n import _


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
    """The documents before and after, one for one, what was found in them, and the small counts."""

    voor: Reeks
    na: Reeks
    gevonden: tuple[Gevonden, ...]
    klein: tuple[tuple[Stuk, Klein], ...]


def prepare(gegevens: Gegevens, bekend: Bekend) -> Voorbereiding:
    """All that is needed to decide about the documents of an agreement. Touches no ledger."""
    return prepare_reeks(compose_reeks(gegevens, plans(gegevens)), bekend)


def prepare_reeks(reeks: Reeks, bekend: Bekend) -> Voorbereiding:
    """All that is needed to decide about these documents. Touches no ledger."""
    said = [text for stuk in reeks.stukken for text in texts(stuk.document)]
    found = personal_data(bekend, [stuk.document for stuk in reeks.stukken])
    return Voorbereiding(
        voor=reeks,
        na=publish_reeks(reeks, found),
        gevonden=tuple(Gevonden(gegeven=each, aantal=_count(each, said)) for each in found),
        klein=tuple((stuk, small) for stuk in reeks.stukken for small in small_counts(stuk.document)),
    )


def publish_reeks(reeks: Reeks, gegevens: Sequence[Persoonsgegeven]) -> Reeks:
    """The same documents without what has to go, each under a public name, knowing what the user decided."""
    names = public_names([(stuk.onderwerp, stuk.naam, stuk.voor) for stuk in reeks.stukken], gegevens)
    chosen = weglatingen(gegevens)
    stukken = [
        replace(
            stuk,
            bestandsnaam=name,
            document=with_facts(publish(stuk.document, gegevens), **{WEGLATINGEN: chosen}),
        )
        for stuk, name in zip(reeks.stukken, names, strict=True)
    ]
    return replace(reeks, stukken=tuple(stukken))


def weglatingen(gegevens: Iterable[Persoonsgegeven]) -> str:
    """What the user decided, each with its ground; a fact a publication version is made from."""
    return "; ".join(sorted(f"{each.tekst} ({each.grond or _('blijft')})" for each in gegevens if each.eigen))


def public_names(parts: Iterable[Sequence[str]], gegevens: Sequence[Persoonsgegeven]) -> list[str]:
    """A file name of each of those parts without what has to go: ``… Besluit Borne (openbaar).pdf``.

    What is equal when something is left out gets a number.
    """
    clean = cleaner(gegevens)
    made: dict[str, str] = {}  # on some disks capitals make no difference
    for each in parts:
        cleaned, number = [clean(part) for part in each], 1
        name = _whole(cleaned, clean)
        while name.casefold() in made:
            number += 1
            name = _whole([*cleaned, str(number)], clean)
        made[name.casefold()] = _("{naam} (openbaar)").format(naam=name) + ".pdf"
    return [*made.values()]


def _whole(parts: Sequence[str], clean: Callable[[str], str]) -> str:
    """One name; what has to go may stand in two parts of it. Of a long subject its last word stays: a day."""
    subject, *rest = parts
    return re.sub(r"[][]", "", clean(file_name(*subject.rsplit(" ", 1), *rest, suffix="")))


def _count(gegeven: Persoonsgegeven, said: Iterable[str]) -> int:
    """How often, also when it stays."""
    wanted = [replace(gegeven, grond=gegeven.grond or PERSOON)]
    return sum(len(find(text, wanted)) for text in said)
