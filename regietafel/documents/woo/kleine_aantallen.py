"""Counts so small that who knows the place can guess the family: pointed out, never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from regietafel.documents.blocks import Block, Document, Table, plain_text
from regietafel.documents.woo.publicatie import texts
from regietafel.i18n import _, parse_number

GRENS = 5  # below this a count of persons can point to a family

_PERSONS = re.compile(
    r"(?<![\w.,-])([1-4]|één|twee|drie|vier)\s(?:personen|persoon|vergunninghouders?|statushouders?|asielzoekers?"
    r"|inwoners?|bewoners?|gezinsleden|gezinslid|kinderen|kind|gezinnen|gezin|huishoudens?|alleenstaanden?|amv(?:[’']s)?)\b",
    re.IGNORECASE,
)
_WORDS = {"één": 1, "twee": 2, "drie": 3, "vier": 4}
_SHOWN = 60  # characters of the sentence around a count


class Klein(NamedTuple):
    """A small count: where it stands, with the count in it, how many, and what that means as a sentence."""

    waar: str
    getal: int
    zin: str


def small_counts(document: Document) -> tuple[Klein, ...]:
    """Every count from 1 to 4 in the tables and sentences of a document, once for each place."""
    tables = [small for block in document.blocks if isinstance(block, Table) for small in _in_table(block)]
    rest = tuple(block for block in document.blocks if not isinstance(block, Table))
    said = [small for block in rest for small in _in_text(block)]
    return tuple(dict.fromkeys([*tables, *said]))


def _in_table(table: Table) -> Iterator[Klein]:
    for number, column in enumerate(table.columns):
        if not column.numeric:
            for row in table.rows:
                yield from _in_sentence(plain_text(row[number]))
            continue
        for row in table.rows:
            if (count := _count(plain_text(row[number]))) is None:
                continue
            where = _("{rij}, {kolom}").format(rij=plain_text(row[0]), kolom=column.header)
            sentence = _("Bij {waar} staat {getal}. Dat kan naar een gezin wijzen.")
            if table.total is not None and plain_text(table.total[number]).strip():
                sentence += " " + _(
                    "Alleen dit getal weglaten helpt niet: het volgt uit het totaal en de andere rijen."
                )
            said = plain_text(row[number]).strip()
            yield Klein(f"{where}: {said}", count, sentence.format(waar=where, getal=said))


def _count(text: str) -> int | None:
    """How many a cell says, when that is a few; a change such as −3 says it as well."""
    try:
        count = abs(parse_number(text.strip().lstrip("+")))
    except ValueError:
        return None
    return count if 0 < count < GRENS else None


def _in_text(block: Block) -> Iterator[Klein]:
    for text in texts(block):
        yield from _in_sentence(text)


def _in_sentence(text: str) -> Iterator[Klein]:
    for match in _PERSONS.finditer(text):
        begin = max(match.start() - _SHOWN // 2, 0)
        around = " ".join(text[begin : match.end() + _SHOWN // 2].split()).strip(".")
        sentence = _("“{tekst}”: zo weinig kan naar een gezin wijzen.").format(tekst=match[0])
        count = _WORDS.get(match[1].casefold()) or int(match[1])
        yield Klein(f"“…{around}…”", count, sentence)
