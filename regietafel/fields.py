"""How one attribute of a record is labelled, shown and typed in: once, for table, form, wizard, Excel and document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from regietafel import i18n
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.value import Value


class Kind(Value):
    """A kind of value: ``format`` for the eye, ``parse`` raises ValueError, ``example`` is for that sentence."""

    format: Callable[[Any], str]
    parse: Callable[[str], Any]
    example: str = ""
    numeric: bool = False


def _parse_yes_no(text: str) -> bool:
    return {"ja": True, "nee": False}[text.lower()]


TEXT = Kind(format=lambda value: "" if value is None else str(value), parse=str)
# The sha-256 of a file or a text, short: enough to see that it became another one.
SHA = Kind(format=lambda value: str(value)[:8], parse=str)
AANTAL = Kind(format=i18n.format_number, parse=i18n.parse_number, example="1.234", numeric=True)
WIJZIGING = Kind(format=i18n.format_change, parse=i18n.parse_number, example="−10", numeric=True)
DECIMAAL = Kind(format=i18n.format_decimal, parse=i18n.parse_decimal, example="12,5", numeric=True)
DATUM = Kind(format=i18n.format_date, parse=i18n.parse_date, example="01-07-2023")
TIJD = Kind(format=str, parse=i18n.parse_time, example="09:30")
JA_NEE = Kind(format=lambda value: _("ja") if value else _("nee"), parse=_parse_yes_no, example=_("ja of nee"))


class Field(Value):
    """One attribute, named as in the record; ``help`` is the line under the input."""

    name: str
    label: str
    kind: Kind = TEXT
    required: bool = False
    choices: Mapping[str, Any] | None = None  # label → value; then ``kind`` only shows
    multiline: bool = False
    help: str = ""
    example: str = ""  # when that of the kind does not fit

    def show(self, record: Any) -> str:
        """The attribute of ``record`` as text."""
        return self.format(getattr(record, self.name))

    def format(self, value: Any) -> str:
        """``value`` as text; a choice shows its label."""
        if self.choices is not None:
            return next((label for label, choice in self.choices.items() if choice == value), self.kind.format(value))
        return self.kind.format(value)

    def parse(self, text: str) -> Any:
        """What the user typed, as a value; empty is None (or ``""`` for text). Raises RegietafelError."""
        text = text.strip()
        if not text:
            if self.required or self.kind is JA_NEE:
                raise RegietafelError(_("Vul {label} in.").format(label=self.label.lower()))
            return "" if self.kind is TEXT and self.choices is None else None
        try:
            return self.kind.parse(text) if self.choices is None else self.choices[text]
        except (ValueError, KeyError):
            raise RegietafelError(
                _("{label}: “{text}” is niet te lezen; schrijf bijvoorbeeld {example}.").format(
                    label=self.label,
                    text=text,
                    example=self.example or self.kind.example or next(iter(self.choices or [""])),
                )
            ) from None
