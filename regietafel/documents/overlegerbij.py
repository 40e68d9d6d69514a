"""What goes along with the documents of a meeting, before it is made."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from regietafel.documents.blocks import Brongegeven
from regietafel.documents.stuk import Stuk


class Eml(Protocol):
    """As ``exchange.eml.eml_bytes``: to whom, about what, the text, the attachments by name, the day."""

    def __call__(
        self,
        aan: Sequence[str],
        onderwerp: str,
        tekst: str,
        bijlagen: Sequence[tuple[str, bytes]],
        datum: datetime.date,
        *,
        kalender: bytes | None = None,
    ) -> bytes: ...


class Inhoud(NamedTuple):
    """A file that was made, what the user must know of it, and the annexes that go beside it."""

    bestand: bytes
    meldingen: Sequence[str] = ()
    naast: Sequence[Brongegeven] = ()


class Erbij(NamedTuple):
    """Something that goes along: what the register knows it by, its form, and what makes the file.

    That raises RegietafelError when it cannot be made.
    """

    stuk: Stuk
    vorm: str
    make: Callable[[], Inhoud]


def unsent(*_args: object, **_more: object) -> bytes:
    """In place of an e-mail that is only composed."""
    return b""
