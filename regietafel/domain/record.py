"""The base of everything that is stored."""

from __future__ import annotations

import datetime
import unicodedata
from typing import ClassVar

from regietafel.errors import RuleError
from regietafel.i18n import _, format_number
from regietafel.value import Value

MAX_NAAM = 200
MAX_TEXT = 20_000
MAX_NUMBER = 1_000_000_000  # more persons than any count here can mean
_AROUND = 30  # characters before one that cannot be shown
_YEARS = range(1990, 2201)  # those a Periode knows


class Record(Value):
    """An immutable row that is always valid; ``id`` is None until it is saved."""

    KEY: ClassVar[tuple[str, ...]] = ()  # the columns of which a table holds every combination once

    AT_THE_DOOR: ClassVar[bool] = False  # a file with a row that cannot be is not opened: it would stop many pages

    id: int | None = None

    def __post_init__(self) -> None:
        for value in vars(self).values():
            if isinstance(value, str):
                check_text(value)
            elif isinstance(value, int) and abs(value) > MAX_NUMBER:
                raise RuleError(_("{n} is te groot voor een aantal.").format(n=format_number(value)))


class Gegeven(Record):
    """Dated reference data, that a user may edit: from when until when it holds, who says so, when that was checked."""

    geldig_vanaf: datetime.date | None = None
    geldig_tot: datetime.date | None = None  # the last day
    bron: str = ""
    gecontroleerd_op: datetime.date | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.geldig_vanaf and self.geldig_tot and self.geldig_tot < self.geldig_vanaf:
            raise RuleError(_("“Geldig tot” ligt voor “geldig vanaf”."))

    def holds_on(self, day: datetime.date) -> bool:
        """Whether it holds that day."""
        return (self.geldig_vanaf or day) <= day <= (self.geldig_tot or day)


def check_day(*days: datetime.date | None) -> None:
    """Refuse a typing error in the year of something that happened; no calendar can count on from year 9999."""
    for day in days:
        if day and day.year not in _YEARS:
            raise RuleError(_("Het jaar {jaar} kan niet kloppen; verbeter de datum.").format(jaar=day.year))


def check_naam(naam: str, leeg: str) -> None:
    """Refuse a name that is empty, with the sentence ``leeg``, or that no list can show on one line."""
    if not naam.strip():
        raise RuleError(leeg)
    if len(naam) > MAX_NAAM or "\n" in naam:
        raise RuleError(_("Een naam staat op één regel en telt hooguit {max} tekens.").format(max=MAX_NAAM))


def check_text(text: str) -> None:
    """Refuse what no screen, file or letter can show: control characters, half characters, endless text."""
    if len(text) > MAX_TEXT:
        sentence = _("De tekst is {n} tekens lang; {max} is het meeste.")
        raise RuleError(sentence.format(n=format_number(len(text)), max=format_number(MAX_TEXT)))
    if text.isprintable():  # as most are; looking at every character is slow
        return
    for place, character in enumerate(text):
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t":
            said = _("In een tekst staat een onleesbaar teken: U+{code:04X}, op plaats {n}{na}. Haal het weg.")
            before = " ".join(text[max(0, place - _AROUND) : place].split())
            after = _(", na “{text}”").format(text=before) if before else ""
            raise RuleError(said.format(code=ord(character), n=place + 1, na=after))
