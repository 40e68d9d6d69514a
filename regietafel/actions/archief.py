"""The register of documents: what was made stays, also when it is made again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from regietafel.domain.document import Archiefstuk
from regietafel.i18n import _, format_number
from regietafel.ledger import Ledger


class Gemaakt(NamedTuple):
    """What is to be registered: the record, the file itself, and the facts it was made from, as JSON."""

    stuk: Archiefstuk
    bestand: bytes
    feiten: bytes


def register(ledger: Ledger, gemaakt: Sequence[Gemaakt]) -> tuple[Archiefstuk, ...]:
    """Register documents that were made; the records' ``inhoud`` and ``feiten`` are put in here.

    A document that is the same to the last byte as the newest one of its kind is not registered twice.
    """
    subjects = ", ".join(dict.fromkeys(each.stuk.onderwerp for each in gemaakt))
    label = _("Document gemaakt: {titel}") if len(gemaakt) == 1 else _("{n} documenten gemaakt bij {onderwerp}")
    titel = gemaakt[0].stuk.titel if gemaakt else ""
    made = []
    with ledger.operation(label.format(titel=titel, n=format_number(len(gemaakt)), onderwerp=subjects)):
        for each in gemaakt:
            inhoud, feiten = ledger.inhoud.put(each.bestand), ledger.inhoud.put(each.feiten)
            stuk = replace(each.stuk, inhoud=inhoud, feiten=feiten)
            made.append(_same(ledger, stuk) or ledger.archiefstukken.save(stuk))
    return tuple(made)


def _same(ledger: Ledger, stuk: Archiefstuk) -> Archiefstuk | None:
    """The newest registered document of that name and form, when nothing in it differs."""
    earlier = [*ledger.archiefstukken.where(onderwerp=stuk.onderwerp, bestandsnaam=stuk.bestandsnaam)]
    return earlier[-1] if earlier and earlier[-1].inhoud == stuk.inhoud else None
