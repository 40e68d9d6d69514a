"""A sheet of official figures as tables that can be checked.

Judged by the headings and the names in the rows, never by the name of the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from regietafel.domain.periode import Periode
from regietafel.exchange.controle.kop import HEADWORD, Kolom, joined, kolom, words
from regietafel.exchange.controle.rij import (
    AREA,
    TOTAL,
    Niveau,
    Rij,
    areas_of,
    code_of,
    is_blank,
    is_count,
    is_total_of_all,
    niveau_of,
    read_count,
    settle_namesakes,
    split_at_totals,
)
from regietafel.exchange.namen import is_regio, without_mark
from regietafel.exchange.perioden import perioden
from regietafel.exchange.spreadsheet import Blad, Waarde
from regietafel.reference import (
    Gebied,
    known_gemeente,
    known_provincie,
    known_veiligheidsregio,
    spelling_key,
)

_YEAR = re.compile(r"(19|20|21)\d\d")
_DEEPEST = 3  # lines of a heading
_NEAR = 4  # rows under a heading in which the first number stands


@dataclass(frozen=True)
class Onleesbaar:
    """A text where a number should be, and what is wrong with it."""

    rij: Rij
    kolom: Kolom
    reden: str


@dataclass
class Tabel:
    """One table of a sheet: its columns with counts and its rows."""

    naam: str
    kolommen: tuple[Kolom, ...]
    rijen: list[Rij] = field(default_factory=list)
    onleesbaar: list[Onleesbaar] = field(default_factory=list)


@dataclass
class _Ruw:
    """A table while it is collected. Each row has its number, the headings above it so far and the area these name."""

    koppen: list[str]
    rijen: list[tuple[int, int, Gebied | None, Sequence[Waarde]]] = field(default_factory=list)
    blok: int = 0
    gebied: Gebied | None = None

    def start_block(self, gebied: Gebied | None) -> None:
        """A heading stands between the rows."""
        self.blok += 1
        self.gebied = gebied

    def add(self, nummer: int, row: Sequence[Waarde]) -> None:
        """A row under the heading."""
        self.rijen.append((nummer, self.blok, self.gebied, row))


def tabellen(blad: Blad) -> tuple[Tabel, ...]:
    """The tables of a sheet that hold counts, in order. A heading that is repeated goes on with its table."""
    return tuple(tabel for ruw in _collect(blad.rijen) if (tabel := _table(blad.naam, ruw)).kolommen)


def _collect(rijen: Sequence[Sequence[Waarde]]) -> list[_Ruw]:
    found: list[_Ruw] = []
    index, free = 0, True  # free: no row of a table stands just above
    while index < len(rijen):
        row = rijen[index]
        if header := _header(rijen, index, free):
            koppen, depth = header
            if not (found and _same(found[-1].koppen, koppen)):
                found.append(_Ruw(koppen))
            else:
                found[-1].start_block(known_provincie(koppen[0]) or found[-1].gebied)
            index, free = index + depth, False
            continue
        index += 1
        filled = [text for value in row if (text := _text(value))]
        free = len(filled) <= 1
        if not found:
            continue
        if any(map(is_count, row)) or len(filled) > 1:
            found[-1].add(index, row)
        elif filled and (gebied := _area(filled[0])):
            found[-1].start_block(gebied)
    return found


def _header(rijen: Sequence[Sequence[Waarde]], index: int, free: bool) -> tuple[list[str], int] | None:
    """The headings that start here and how many rows they take; ``free``: no row of a table stands just above."""
    lines: list[list[str]] = []
    for row in rijen[index : index + _DEEPEST]:
        if not _is_heading(row, years=free and not lines) or (lines and _is_entry(row)):
            break
        lines.append(["" if value is None else " ".join(str(value).split()) for value in row])
    known = sum(bool(HEADWORD.search(words(text))) for line in lines for text in line if text)
    if known < (1 if free else 2):
        return None
    below = rijen[index + len(lines) : index + len(lines) + _NEAR]
    return (joined(lines), len(lines)) if any(is_count(value) for row in below for value in row) else None


def _is_heading(row: Sequence[Waarde], years: bool) -> bool:
    """Whether there are two or more texts in the row and no count. One that is not in front spans several columns.

    ``years``: where no table is being read, 2022 and 2023 beside a text are headings as well.
    """
    texts = [place for place, value in enumerate(row) if value is not None and _text(value) and not is_blank(value)]
    numbers = [value for value in row if is_count(value) or (isinstance(value, str) and is_blank(value))]
    if years and texts and numbers and not _is_entry(row):
        return all(_YEAR.fullmatch(str(value)) for value in numbers)
    return (len(texts) >= 2 or (len(texts) == 1 and texts[0] > 0)) and not numbers


def _is_entry(row: Sequence[Waarde]) -> bool:
    """Whether a row without a count is a gemeente, an area or a total all the same."""
    name = next((text for value in row if (text := _text(value))), "")
    return bool(known_gemeente(without_mark(name)) or _area(name) or TOTAL.match(name))


def _same(koppen: list[str], others: list[str]) -> bool:
    """Whether two headings are alike, but for what stands above the names."""
    return [words(kop) for kop in koppen[1:]] == [words(kop) for kop in others[1:]]


def _area(text: str) -> Gebied | None:
    bare = AREA.sub("", without_mark(text))
    return known_provincie(bare) or known_veiligheidsregio(bare)


def _table(naam: str, ruw: _Ruw) -> Tabel:
    width = max((len(row) for *_place, row in ruw.rijen), default=0)
    koppen = ruw.koppen + [""] * (width - len(ruw.koppen))
    columns = [[_cell(row, place) for *_place, row in ruw.rijen] for place in range(width)]
    numeric = {place for place in range(width) if _holds_counts(columns[place])}
    found = [kolom(place, koppen[place]) for place in sorted(numeric)]
    tabel = Tabel(naam, tuple(each for each in found if each.kop and each.telt))
    if tabel.kolommen:
        texts = [place for place in range(width) if place not in numeric and any(map(_text, columns[place]))]
        namen = _Namen.of({place: words(koppen[place]) for place in texts})
        _read_rows(tabel, ruw, namen, _lists_gemeenten(ruw, namen))
    return tabel


def _holds_counts(values: Sequence[Waarde]) -> bool:
    """Whether most of what stands in the column is a whole number."""
    filled = [value for value in values if not is_blank(value)]
    return 2 * sum(map(is_count, filled)) > len(filled)


@dataclass(frozen=True)
class _Namen:
    """Which columns say what a row is, from 0; ``alle``: where its name can stand, the likeliest first."""

    alle: tuple[int, ...]
    kop: str  # above the names
    provincie: int | None
    regio: int | None
    niveau: int | None
    periode: int | None

    @classmethod
    def of(cls, koppen: dict[int, str]) -> _Namen:
        """Judged by the headings of the columns with texts."""

        def first(pattern: str) -> int | None:
            return next((place for place, kop in koppen.items() if re.fullmatch(pattern, kop)), None)

        niveau, periode = first(r"niveau"), first(r"(taakstellings)?(periode|halfjaar)")
        provincie, regio = first(r"provincies?"), first(r"(veiligheids)?regio( s)?")
        gemeente = first(r"(naam )?(van )?(de )?gemeente(n|naam| naam)?")
        others = [
            place
            for place, kop in koppen.items()
            if place not in {niveau, periode} and not re.search(r"code|noot|noten|bron|toelichting|opmerking", kop)
        ]
        likeliest = (gemeente, first(r"naam\b.*"), regio, provincie, *others[:1])
        alle = tuple(dict.fromkeys(place for place in likeliest if place is not None))
        naam = alle[0] if alle else None
        return cls(
            alle,
            koppen[naam] if naam is not None else "",
            None if provincie == naam else provincie,
            None if regio == naam else regio,
            niveau,
            periode,
        )


def _lists_gemeenten(ruw: _Ruw, namen: _Namen) -> bool:
    """Whether the rows are gemeenten, so that a provincie between them is a total."""
    if "gemeente" in namen.kop:
        return True
    names = [_name(row, namen) for *_place, row in ruw.rijen]
    return 2 * sum(known_gemeente(naam) is not None and not is_regio(naam) for naam in names) > len(names)


def _name(row: Sequence[Waarde], namen: _Namen) -> str:
    """What the row is called; that it is a total may stand in another column than the names."""
    cells = [text for place in namen.alle if (text := _text(_cell(row, place)))]
    return without_mark(next((text for text in cells if TOTAL.search(text)), cells[0] if cells else ""))


def _read_rows(tabel: Tabel, ruw: _Ruw, namen: _Namen, lists_gemeenten: bool) -> None:
    kolommen = {each.nummer: each for each in tabel.kolommen}
    seen: Counter[tuple[str, Periode | None]] = Counter()
    above, provincie, periode = -1, "", None
    for nummer, heading, gebied, row in ruw.rijen:
        if heading != above:
            above, provincie = heading, code_of(gebied, "")
        naam, own = _name(row, namen), without_mark(_text(_cell(row, namen.provincie)))
        if own:
            provincie = code_of(known_provincie(own), own)  # a merged cell stands beside the first of its rows only
        if written := _text(_cell(row, namen.periode)):
            periode = min(perioden(written.replace("_", "-")), default=None)
        written = _text(_cell(row, namen.niveau))
        niveau, area = niveau_of(written, naam, own, lists_gemeenten, namen.kop)
        key = code_of(area, spelling_key(naam)), periode
        if niveau is Niveau.PROVINCIE and not (lists_gemeenten or written) and seen[key]:
            niveau, area = Niveau.REGIO, known_veiligheidsregio(naam)  # “Utrecht” under the provincie Utrecht
        seen[key] += 1
        getallen, unread = _numbers(row, kolommen)
        areas = areas_of(niveau, area, naam, provincie, _text(_cell(row, namen.regio)))
        zeker = bool(written) or is_total_of_all(niveau, naam)
        if getallen or (unread and (TOTAL.search(naam) or known_gemeente(naam))):
            rij = Rij(nummer, naam, niveau, heading, getallen, periode, *areas, zeker)
            tabel.rijen.append(rij)
            tabel.onleesbaar += [Onleesbaar(rij, kolommen[place], reden) for place, reden in unread.items()]
    tabel.rijen = split_at_totals(settle_namesakes(tabel.rijen) if lists_gemeenten else tabel.rijen, lists_gemeenten)


def _numbers(row: Sequence[Waarde], kolommen: dict[int, Kolom]) -> tuple[dict[int, int], dict[int, str]]:
    """The counts of a row by column, and what is wrong with those that cannot be read."""
    read: dict[int, int] = {}
    unread: dict[int, str] = {}
    for place in kolommen:
        try:
            number = read_count(_cell(row, place))
        except ValueError as error:
            unread[place] = str(error)
            continue
        if number is not None:
            read[place] = number
    return read, unread


def _cell(row: Sequence[Waarde], place: int | None) -> Waarde:
    return row[place] if place is not None and place < len(row) else None


def _text(value: Waarde) -> str:
    return "" if value is None or is_count(value) else " ".join(str(value).split())
