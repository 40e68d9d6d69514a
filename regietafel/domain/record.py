"""The base of everything that is stored."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields

from regietafel.errors import RuleError
from regietafel.i18n import _, format_number

MAX_TEXT = 20_000
MAX_NUMBER = 1_000_000_000  # more persons than any count here can mean


@dataclass(frozen=True, kw_only=True)
class Record:
    """An immutable row that is always valid; ``id`` is None until it is saved."""

    id: int | None = None

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str):
                check_text(value)
            elif isinstance(value, int) and abs(value) > MAX_NUMBER:
                raise RuleError(_("{n} is te groot voor een aantal.").format(n=format_number(value)))


def check_text(text: str) -> None:
    """Refuse what no screen, file or letter can show: control characters, half characters, endless text."""
    if len(text) > MAX_TEXT:
        raise RuleError(_("De tekst is {n} tekens lang; {max} is het meeste.").format(n=len(text), max=MAX_TEXT))
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t":
            raise RuleError(_("De tekst “{text}” bevat een onleesbaar teken.").format(text=ascii(text[:40])))
