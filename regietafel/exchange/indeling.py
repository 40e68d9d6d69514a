"""Which column of a sheet holds what: guessed, shown to the user, corrected by the user, and remembered."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from regietafel.errors import RegietafelError
from regietafel.exchange.aantal import written_english
from regietafel.exchange.cellen import LAST_COLUMN, column_letters, column_number
from regietafel.exchange.datum import ORDERS, try_date
from regietafel.exchange.header import (
    find_header,
    header_at,
    is_text,
    joined,
    needed_columns,
    place_of,
    texts_of,
)
from regietafel.exchange.soort import Soort, Vraag, veld_of, words
from regietafel.exchange.soorten import SOORTEN
from regietafel.exchange.spreadsheet import Blad, Waarde
from regietafel.i18n import _

DEEPEST = 100  # rows within which a header begins


@dataclass(frozen=True)
class Indeling:
    """Which column (from 0) holds which veld; the header begins at row ``kop`` and takes ``kopregels`` rows (0, 1, 2).

    ``getallen``: “nl” for 1.234,5 and “en” for 1,234.5. ``datums``: the order of day, month and year in texts.
    """

    blad: str
    kop: int
    kopregels: int
    velden: Mapping[str, int]
    getallen: str = "nl"
    datums: str = "dmj"

    @property
    def eerste_rij(self) -> int:
        """The first row below the header."""
        return self.kop + self.kopregels

    def to_json(self) -> str:
        """As it is remembered: without the sheet and the row, which differ from file to file."""
        kept = {name: getattr(self, name) for name in ("kopregels", "velden", "getallen", "datums")}
        return json.dumps(kept, sort_keys=True)

    @classmethod
    def from_json(cls, text: str, blad: str, kop: int) -> Indeling | None:
        """What was remembered, for a header found there; None for what this program did not write."""
        try:
            kept = json.loads(text)
            velden = {str(veld): int(place) for veld, place in kept["velden"].items()}
            made = cls(blad, kop, int(kept["kopregels"]), velden, str(kept["getallen"]), str(kept["datums"]))
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            return None
        places = all(0 <= place < LAST_COLUMN for place in velden.values())
        sound = made.getallen in {"nl", "en"} and made.datums in ORDERS and places and velden
        return made if sound else None


def guess(bladen: Sequence[Blad], vraag: Vraag, naam: str = "") -> Indeling | str:
    """The columns of the first table of this kind, or a sentence (with ``naam``) why they cannot be told."""
    others: list[Indeling] = []  # of another periode or day
    for blad, index in _headers(bladen, vraag.soort):
        try:
            found = find_header(blad, index, vraag)
        except RegietafelError as error:
            return str(error)
        if found and needed_columns({veld: [place] for veld, place in found[0].velden.items()}, vraag.soort):
            made = with_formats(Indeling(blad.naam, index + 1, found[1], found[0].velden), blad, vraag.soort)
            if not found[0].anders:
                return made
            others.append(made)
    return others[0] if others else no_table(naam or _("de tabel"), vraag.soort)


def guess_soort(bladen: Sequence[Blad]) -> list[Soort]:
    """The kinds of table that are in the file, the most likely first: the one of which most columns are there."""
    scores: dict[str, int] = {}
    for soort in SOORTEN.values():
        for blad, index in _headers(bladen, soort):
            if (header := header_at(blad, index, soort)) and (found := _own(header[1], soort)):
                scores[soort.naam] = max(found, scores.get(soort.naam, 0))
    return [SOORTEN[naam] for naam in sorted(scores, key=lambda naam: -scores[naam])]


def header_rows(bladen: Sequence[Blad]) -> Mapping[str, int]:
    """Per sheet the row (from 1) that looks most like a header, for a user who has to point out the columns."""
    found = {}
    for blad in bladen:
        texts = [
            (index, sum(map(bool, texts_of(row)))) for index, row in enumerate(blad.rijen[:DEEPEST]) if is_text(row)
        ]
        found[blad.naam] = max(texts, key=lambda each: each[1], default=(0, 0))[0] + 1
    return found


def column_names(blad: Blad, kop: int, kopregels: int) -> list[str]:
    """What stands above each column of the sheet, also where that is nothing; letters one adds oneself."""
    texts = heading(blad, kop, kopregels)
    width = max((len(row) for row in blad.rijen), default=0)
    return texts + [""] * (width - len(texts))


def voorbeeld(blad: Blad, eerste_rij: int, n: int = 5) -> list[tuple[Waarde, ...]]:
    """The first ``n`` rows that hold something, from this row on, as wide as the sheet."""
    width = max((len(row) for row in blad.rijen), default=0)
    filled = (row for row in blad.rijen[max(eerste_rij - 1, 0) :] if any(value is not None for value in row))
    return [row + (None,) * (width - len(row)) for _number, row in zip(range(n), filled, strict=False)]


def check(indeling: Indeling, bladen: Sequence[Blad], soort: Soort) -> None:
    """Raises RegietafelError when with these columns no row can be read."""
    blad = next((blad for blad in bladen if blad.naam == indeling.blad), None)
    if blad is None:
        namen = ", ".join(f"“{blad.naam}”" for blad in bladen)
        raise RegietafelError(_("Er is geen blad “{blad}”; kies uit: {namen}.").format(blad=indeling.blad, namen=namen))
    if not {soort.wie, "code"} & set(indeling.velden):
        sentence = _("Wijs de kolom aan met de namen of de codes van de {wie}.")
        raise RegietafelError(sentence.format(wie=_("gebieden") if soort.gebieden else _("gemeenten")))
    if not needed_columns({veld: [place] for veld, place in indeling.velden.items()}, soort):
        raise RegietafelError(_("Wijs de kolom {namen} aan.").format(namen=soort.gevraagd))
    twice = [place for place in indeling.velden.values() if list(indeling.velden.values()).count(place) > 1]
    if twice:
        sentence = _("Kolom {kolom} is twee keer aangewezen. Kies voor elk gegeven een eigen kolom.")
        raise RegietafelError(sentence.format(kolom=column_letters(twice[0] + 1)))


def pointed_out(bladen: Sequence[Blad], vraag: Vraag, kolommen: Mapping[str, str], blad: str = "") -> Indeling:
    """The columns someone named: each veld with a heading or a letter; the others as far as there is no doubt.

    Raises RegietafelError when a sheet or a heading is not there.
    """
    made = _as_far_as_clear(bladen, vraag, kolommen, blad)
    check(made, bladen, vraag.soort)
    return made


def start(bladen: Sequence[Blad], vraag: Vraag) -> Indeling:
    """What a user begins with who will point out the columns: the guess, or as much of it as there is no doubt about.

    Raises RegietafelError when there is nothing in the file.
    """
    found = guess(bladen, vraag)
    return found if isinstance(found, Indeling) else _as_far_as_clear(bladen, vraag, {}, "")


def _as_far_as_clear(bladen: Sequence[Blad], vraag: Vraag, kolommen: Mapping[str, str], blad: str) -> Indeling:
    soort = vraag.soort
    chosen = [each for each in bladen if each.naam == blad] if blad else [each for each in bladen if each.rijen]
    if blad and not chosen:
        check(Indeling(blad, 1, 1, {}), bladen, soort)
    if not chosen:
        raise RegietafelError(_("Er staat niets in de tabel."))
    likely = sorted(chosen, key=lambda each: not any(_headers([each], soort)))
    rows = [(vel, row) for vel in likely if (row := _row_with(vel, list(kolommen.values()), soort))]
    vel, (kop, kopregels) = rows[0] if rows else (likely[0], (header_rows(likely)[likely[0].naam], 1))
    texts = column_names(vel, kop, kopregels)
    velden = {veld: _place(vel, texts, name, kop) for veld, name in kolommen.items()}
    meant = {kolom.waarde for kolom in soort.kolommen if kolom.veld in kolommen}
    for veld in soort.velden:
        own = [place for place, text in enumerate(texts) if text and veld_of(soort, text) == veld]
        kolom = soort.kolom(veld)
        if len(own) == 1 and own[0] not in velden.values() and not (kolom and kolom.waarde in meant):
            velden.setdefault(veld, own[0])
    return with_formats(Indeling(vel.naam, kop, kopregels, velden), vel, soort)


def with_formats(indeling: Indeling, blad: Blad, soort: Soort) -> Indeling:
    """With the way in which the texts in these columns write numbers and days."""
    rows = blad.rijen[indeling.eerste_rij - 1 :]

    def values(*, datum: bool) -> Iterable[Waarde]:
        places = [place for veld, place in indeling.velden.items() if (k := soort.kolom(veld)) and k.datum is datum]
        return (row[place] for row in rows for place in places if place < len(row))

    days = [value.strip() for value in values(datum=True) if isinstance(value, str) and value.strip()]
    order = next((order for order in ORDERS if all(try_date(day, order) for day in days)), "dmj")
    return replace(indeling, getallen="en" if written_english(values(datum=False)) else "nl", datums=order)


def no_table(naam: str, soort: Soort) -> str:
    """The sentence for a file without such a table."""
    sentence = _("In {naam} staat geen tabel met de kolommen “{wie}” en {kolom}. Zet die woorden boven de kolommen.")
    return sentence.format(naam=naam, wie=soort.velden[soort.wie], kolom=soort.gevraagd)


def _headers(bladen: Sequence[Blad], soort: Soort) -> Iterable[tuple[Blad, int]]:
    """Where a header of this kind begins; sheets the user sees go first."""
    for blad in sorted(bladen, key=lambda blad: blad.verborgen):
        for index in range(min(len(blad.rijen), DEEPEST)):
            if header_at(blad, index, soort):
                yield blad, index


def _own(texts: Sequence[str], soort: Soort) -> int:
    """How many columns are of this kind, by their own words."""
    velden = {veld_of(soort, text) for text in texts if text}
    found = [kolom for kolom in soort.kolommen if kolom.veld in velden]
    return len(found) if any(kolom.waarde in soort.nodig for kolom in found) else 0


def heading(blad: Blad, kop: int, kopregels: int) -> list[str]:
    """What stands above each column, of two lines as one."""
    rows = [texts_of(row) for row in blad.rijen[kop - 1 : kop - 1 + kopregels]]
    if not rows:
        return []
    return joined(rows[0], rows[1]) if len(rows) == 2 else rows[0]


def _row_with(blad: Blad, names: Sequence[str], soort: Soort) -> tuple[int, int] | None:
    """The header row in which all these headings stand, and how many rows the header takes."""
    wanted = {words(name) for name in names if not _letters(name, blad)}
    headed = [(index, header) for _blad, index in _headers([blad], soort) if (header := header_at(blad, index, soort))]
    places = [(index, depth) for index, header in headed for depth in dict.fromkeys((header[2], 1))]
    if wanted:
        places += [(index, 1) for index in range(min(len(blad.rijen), DEEPEST))]
        places += [(index, 2) for index in range(min(len(blad.rijen), DEEPEST)) if is_text(blad.rijen[index])]
    for index, depth in places:
        if wanted <= set(map(words, heading(blad, index + 1, depth))):
            return index + 1, depth
    return None


def _place(blad: Blad, texts: Sequence[str], name: str, kop: int) -> int:
    """The column with this heading, or else with this letter."""
    places = [place for place, text in enumerate(texts) if text and words(text) == words(name)]
    exact = [place for place in places if texts[place] == name] or places
    if len(exact) > 1:
        sentence = _("{waar}: {n} kolommen heten “{kop}”. Noem de kolom met zijn letter.")
        raise RegietafelError(sentence.format(waar=place_of(blad, kop), n=len(exact), kop=name))
    if exact:
        return exact[0]
    if letters := _letters(name, blad):
        return letters - 1
    sentence = _("{waar}: er is geen kolom “{kop}”. Wel: {koppen}.")
    koppen = ", ".join(f"“{text}”" for text in texts if text)
    raise RegietafelError(sentence.format(waar=place_of(blad, kop), kop=name, koppen=koppen or _("geen koppen")))


def _letters(name: str, blad: Blad) -> int:
    """The number of a column named by its letter; 0 when it is not one of the sheet."""
    width = max((len(row) for row in blad.rijen), default=0)
    number = column_number(name) if re.fullmatch(r"[A-Za-z]{1,3}", name) else 0
    return number if number <= width else 0
