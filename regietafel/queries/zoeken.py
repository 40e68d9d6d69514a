"""Search in everything a file holds, while one types."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from regietafel.i18n import format_date, format_date_long, parse_date
from regietafel.ledger import Ledger
from regietafel.queries.zoekbronnen import BRONNEN, PART, Bron
from regietafel.store.zoekindex import BEGIN, END, Rij, Vondst, Woordenindex
from regietafel.value import Value

STEP = 200  # rows: some 10 ms
NAMEN = {bron.soort: bron.naam for bron in BRONNEN}
"""Every kind that can be found, and how several of them are called."""


class Gemarkeerd(Value, kw_only=False):
    """A text, and where in it the words are that were looked for: pairs of begin and end."""

    tekst: str
    delen: tuple[tuple[int, int], ...] = ()

    def __str__(self) -> str:
        return self.tekst


class Treffer(Value):
    """What was found, and where: the record ``id`` of the page ``plek``; without one, the page itself."""

    soort: str  # a key of NAMEN
    titel: Gemarkeerd
    fragment: Gemarkeerd  # of the text; may be empty
    datum: datetime.date | None
    plek: str
    id: int | None
    vertrouwelijk: bool  # a confidential point, or what belongs to it
    intern: bool  # the fragment is from what only the chair may see


class Zoekindex:
    """Made empty; :meth:`refresh` fills it in steps, so that a window can go on in between."""

    def __init__(self, ledger: Ledger, step: int = STEP) -> None:
        self._ledger, self._step = ledger, step
        self._index = Woordenindex()
        self._stale: dict[int, int] = {}  # of a source, the id up to which it was read again

    def refresh(self, tables: frozenset[str] | None = None) -> Iterator[None]:
        """What is in these tables, or everything, is to be read again: the steps do that, and what else was left to do.

        One may ask again before it is done, and need not go on with the earlier steps then.
        """
        for number, bron in enumerate(BRONNEN):
            if tables is None or bron.tables & tables:
                self._stale[number] = 0
        return self._steps()

    @property
    def is_ready(self) -> bool:
        """Whether everything that changed was read again."""
        return not self._stale

    def search(self, text: str, limit: int = 50, soort: str | None = None) -> tuple[Treffer, ...]:
        """At most ``limit`` rows in which every word of ``text`` begins a word, best first; perhaps of one ``soort``.

        A date is read however it is written. What no word is in, is not looked at; without any word nothing is found.
        """
        bronnen = None if soort is None else frozenset(n for n, bron in enumerate(BRONNEN) if bron.soort == soort)
        found = self._index.find([_as_written(word) for word in text.split()], bronnen, limit)
        return tuple(_treffer(each) for each in found)

    def _steps(self) -> Iterator[None]:
        while self._stale:
            number, after = next(iter(self._stale.items()))
            bron = BRONNEN[number]
            sql = f"SELECT * FROM ({bron.sql}) WHERE id > ? ORDER BY id LIMIT {self._step}"
            rows = [_rij(bron, dict(row)) for row in self._ledger.db.execute(sql, [after]).fetchall()]
            upto = rows[-1].id if len(rows) == self._step else None
            self._index.put(number, after, upto, rows)
            if upto is None:
                del self._stale[number]
            else:
                self._stale[number] = upto
            yield


def filled(ledger: Ledger) -> Zoekindex:
    """The index of a whole file, for who asks once."""
    index = Zoekindex(ledger)
    for _step in index.refresh():
        pass
    return index


def _as_written(word: str) -> str:
    """A date as it stands in the index; another word as it is."""
    with suppress(ValueError):
        return format_date(parse_date(word))
    return word


def _rij(bron: Bron, row: dict[str, Any]) -> Rij:
    datum = datetime.date.fromisoformat(row["datum"]) if row.get("datum") else None
    titel = _line(row["titel"])
    if bron.met_dag and datum:
        titel = f"{titel}, {format_date_long(datum)}"
    return Rij(
        id=row["id"],
        doel=row.get("doel", row["id"]),
        datum=datum,
        titel=titel,
        tekst=_line(row.get("tekst")),
        intern=_line(row.get("intern")),
        kenmerken=f"{bron.soort} {format_date_long(datum)} {format_date(datum)}" if datum else bron.soort,
        vertrouwelijk=bool(row.get("vertrouwelijk")),
    )


def _line(text: str | None) -> str:
    """On one line, its parts apart."""
    return " · ".join(line for part in (text or "").split(PART) if (line := " ".join(part.split())))


def _treffer(vondst: Vondst) -> Treffer:
    bron, rij = BRONNEN[vondst.bron], vondst.rij
    fragment, intern = _marked(rij.tekst), _marked(rij.intern)
    only_intern = bool(vondst.buiten_de_tekst and intern.delen and not fragment.delen)
    return Treffer(
        soort=bron.soort,
        titel=_marked(rij.titel),
        fragment=intern if only_intern else fragment,
        datum=rij.datum,
        plek=bron.plek,
        id=rij.doel,
        vertrouwelijk=rij.vertrouwelijk,
        intern=only_intern,
    )


def _marked(text: str) -> Gemarkeerd:
    plain, delen = "", []
    for number, piece in enumerate(text.replace(END, BEGIN).split(BEGIN)):
        if number % 2 and piece:
            delen.append((len(plain), len(plain) + len(piece)))
        plain += piece
    return Gemarkeerd(plain, tuple(delen))
