"""Recognise the layout of a table that was explained before, also next month."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from regietafel.exchange.header import is_text
from regietafel.exchange.indeling import DEEPEST, Indeling, heading
from regietafel.exchange.soort import LONGEST_HEADING, words
from regietafel.exchange.spreadsheet import Blad
from regietafel.i18n import MAANDEN

_LONGEST = 5_000  # signs of a fingerprint; a row of headings is shorter
_CHANGES = re.compile(  # what differs between a list and that of next month
    rf"\b(\d+|i{{1,2}}|{'|'.join(MAANDEN)}|{'|'.join(maand[:3] for maand in MAANDEN)}|1e|2e|eerste|tweede)\b"
)
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")  # the mark of a footnote


def kenmerk(blad: Blad, kop: int, kopregels: int = 1) -> str:
    """The fingerprint of a layout: the headings, without the numbers, months and periods that change every time."""
    texts = [
        _CHANGES.sub("#", _RAISED.sub("", words(text[:LONGEST_HEADING]))) for text in heading(blad, kop, kopregels)
    ]
    return re.sub(r"#[# ]*#", "#", "|".join(texts).rstrip("|"))[:_LONGEST]


def recognised(bladen: Sequence[Blad], known: Mapping[str, str]) -> Indeling | None:
    """The columns that were pointed out before in a table with such a header; ``known``: what was kept per kenmerk."""
    for blad in bladen if known else ():
        for index, row in enumerate(blad.rijen[:DEEPEST]):
            for kopregels in (1, 2) if is_text(row) else ():
                kept = known.get(kenmerk(blad, index + 1, kopregels))
                found = Indeling.from_json(kept, blad.naam, index + 1) if kept else None
                if found and found.kopregels == kopregels:
                    return found
    return None
