"""Bijlage A of the circulaire, from any spreadsheet: per gemeente inhabitants, taakstelling and waarvan amv.

The printed table has a block per provincie with its own header, subtotals, a total and footnotes; other lists are one
flat table. Everything that is not a gemeente is left out and listed; what cannot be read is a problem of its row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.header import Kolommen, find_header
from regietafel.exchange.namen import without_mark
from regietafel.exchange.spreadsheet import Blad, Waarde, read_sheets
from regietafel.i18n import _, format_number, parse_number
from regietafel.reference import Gebied, known_gemeente, known_provincie

HIGHEST = 99_999_999  # persons; more is a mistake in the sheet

_TOTAL = re.compile(r"\b(sub|eind)?totaal\b|\b(totalen|totale)\b|^nederland$", re.IGNORECASE)
_PROVINCIE = re.compile(r"provincie:?\s+|\s*\(provincie\)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?:\D|$))")
_NUMBER_MARK = re.compile(r"\s*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾*]+|\s\d{1,2}\))$")
_WHOLE = re.compile(r",0+$|(?<!\.)\.0{1,2}$")


@dataclass(frozen=True)
class Regel:
    """One gemeente as printed, in persons; ``rij`` counts from 1, as the user sees it."""

    blad: str
    rij: int
    naam: str
    gm_code: str | None
    aantal: int
    amv: int | None
    inwoners: int | None
    provincie: str = ""


@dataclass(frozen=True)
class Probleem:
    """Why a row cannot be taken over; ``veld`` is gemeente, taakstelling, amv or inwoners."""

    blad: str
    rij: int
    naam: str
    veld: str
    melding: str
    voorstel: str = ""


@dataclass(frozen=True)
class Overgeslagen:
    """A row that is no gemeente: a total, a heading, a note."""

    blad: str
    rij: int
    tekst: str
    reden: str
    aantal: int | None = None


@dataclass(frozen=True)
class Gelezen:
    """What a file holds, in its order; ``bladen`` are the sheets with such a table."""

    bladen: tuple[str, ...]
    regels: tuple[Regel, ...]
    problemen: tuple[Probleem, ...]
    overgeslagen: tuple[Overgeslagen, ...]

    @property
    def som(self) -> int:
        """The taakstelling over all readable rows."""
        return sum(regel.aantal for regel in self.regels)

    @property
    def gedrukt_totaal(self) -> int | None:
        """The total of the country as the file prints it; it can differ from :attr:`som`."""
        totals = [row.aantal for row in self.overgeslagen if row.reden == _LAND and row.aantal is not None]
        return totals[-1] if totals else None


_TOTAAL, _LAND, _KOP, _TOELICHTING = _("totaal"), _("totaal van het land"), _("kop"), _("toelichting")
_PROVINCIETOTAAL = _("totaal van de provincie")


def read_taakstelling(path: Path, periode: Periode | None = None) -> Gelezen:
    """Read the table in ``path``; of several columns “taakstelling” the one that names ``periode`` counts.

    Raises RegietafelError when the file cannot be read or has no such table; problems of rows are values.
    """
    bladen = [(blad, _read_blad(blad, periode)) for blad in read_sheets(path)]
    found = [(blad, gelezen) for blad, gelezen in bladen if gelezen is not None]
    if any(not blad.verborgen for blad, _gelezen in found):
        found = [(blad, gelezen) for blad, gelezen in found if not blad.verborgen]
    if not found:
        raise RegietafelError(
            _(
                "In {naam} staat geen tabel met de kolommen “Gemeente” en “Taakstelling”. "
                "Zet die woorden boven de kolommen."
            ).format(naam=path.name)
        )
    return Gelezen(
        tuple(blad.naam for blad, _gelezen in found),
        tuple(regel for _blad, gelezen in found for regel in gelezen.regels),
        tuple(probleem for _blad, gelezen in found for probleem in gelezen.problemen),
        tuple(row for _blad, gelezen in found for row in gelezen.overgeslagen),
    )


@dataclass
class _Reading:
    """Where the reading of one sheet is."""

    blad: str
    provincie: Gebied | None = None
    block: int = 0  # goes up at every heading and total
    regels: list[tuple[int, Regel]] = field(default_factory=list)
    problemen: list[Probleem] = field(default_factory=list)
    overgeslagen: list[Overgeslagen] = field(default_factory=list)


def _read_blad(blad: Blad, periode: Periode | None) -> Gelezen | None:
    """None when there is no header on the sheet."""
    reading = _Reading(blad.naam)
    kolommen: Kolommen | None = None
    index = 0
    while index < len(blad.rijen):
        if header := find_header(blad.rijen, index, periode, blad.naam):
            kolommen, depth = header
            reading.block += 1
            if kolommen.kop_provincie:
                reading.provincie = kolommen.kop_provincie
            index += depth
            continue
        if kolommen:
            _read_row(reading, kolommen, blad.rijen[index], index + 1)
        elif texts := [text for value in blad.rijen[index] if (text := _text(value))]:
            reading.provincie = _provincie(texts[0]) or reading.provincie
        index += 1
    if kolommen is None:
        return None
    _take_out_provincies(reading)
    regels = tuple(regel for _block, regel in reading.regels)
    return Gelezen((blad.naam,), regels, tuple(reading.problemen), tuple(reading.overgeslagen))


def _read_row(reading: _Reading, kolommen: Kolommen, row: Sequence[Waarde], rij: int) -> None:
    cells = {veld: _cell(row, place) for veld, place in kolommen.velden.items()}
    naam = _text(cells.get("gemeente")) or _text(cells.get("code"))
    numbers = {veld: cells.get(veld) for veld in ("taakstelling", "amv", "inwoners")}
    empty = all(value is None for value in numbers.values())
    if not naam and empty:
        rest = next((text for value in row if (text := _text(value))), "")
        if rest and (kop := _provincie(rest)):
            reading.provincie = kop
            reading.block += 1
        _skip(reading, rij, rest, _TOELICHTING)
        return
    aantal = _try_number(numbers["taakstelling"])
    if not naam or _TOTAL.search(naam):
        land = re.fullmatch(r"(eind)?totaal|nederland|totaal nederland", without_mark(naam), re.IGNORECASE)
        _skip(reading, rij, naam, _LAND if land else _TOTAAL, aantal)
        reading.block += 1
        return
    provincie = _provincie(naam)
    gemeente = None
    if (provincie or empty) and not _PROVINCIE.search(naam):
        gemeente = known_gemeente(without_mark(naam))
    if provincie and (gemeente is None or (empty and reading.provincie != provincie)):
        _skip(reading, rij, naam, _KOP if empty else _PROVINCIETOTAAL, aantal)
        reading.provincie = provincie
        reading.block += 1
        return
    if empty and gemeente is None and not _text(cells.get("code")):
        _skip(reading, rij, naam, _TOELICHTING)
        return
    if own := known_provincie(_text(cells.get("provincie"))):
        reading.provincie = own  # a merged cell stands only beside the first of its rows
    own = reading.provincie
    _add(
        reading,
        Regel(reading.blad, rij, naam, _text(cells.get("code")) or None, 0, None, None, own.naam if own else ""),
        numbers,
    )


def _add(reading: _Reading, regel: Regel, numbers: dict[str, Waarde]) -> None:
    """Read the numbers of a row that is a gemeente."""
    read: dict[str, int | None] = {}
    problems: list[tuple[str, str]] = []
    for veld, value in numbers.items():
        try:
            read[veld] = None if veld != "taakstelling" and _unknown(value) else read_number(value)
        except ValueError as error:
            problems.append((veld, str(error)))
    aantal, amv = read.get("taakstelling"), read.get("amv")
    if aantal is not None and amv is not None and amv > aantal:
        problems.append(
            (
                "amv",
                _("waarvan amv ({amv}) is meer dan de taakstelling ({aantal})").format(
                    amv=format_number(amv), aantal=format_number(aantal)
                ),
            )
        )
    for veld, melding in problems:
        reading.problemen.append(Probleem(regel.blad, regel.rij, regel.naam, veld, melding))
    if not problems:
        assert aantal is not None
        whole = Regel(regel.blad, regel.rij, regel.naam, regel.gm_code, aantal, amv, read["inwoners"], regel.provincie)
        reading.regels.append((reading.block, whole))


def _take_out_provincies(reading: _Reading) -> None:
    """Of two rows “Utrecht” one can be the provincie: the one that is the sum of the rows around it.

    In a list of provincies, without gemeenten around it, “Utrecht” is the provincie too.
    """
    totals = {_provincie(row.tekst) for row in reading.overgeslagen if row.reden == _PROVINCIETOTAAL}
    for place in reversed(range(len(reading.regels))):
        block, regel = reading.regels[place]
        name = without_mark(regel.naam)
        if (provincie := _provincie(name)) is None:
            continue
        gemeente = known_gemeente(name)
        times = sum(known_gemeente(without_mark(other.naam)) is gemeente for _block, other in reading.regels)
        before = [other.aantal for b, other in reading.regels[:place] if b == block]
        after = [other.aantal for b, other in reading.regels[place + 1 :] if b == block]
        alone = totals - {provincie} and not before and not after
        if alone or (times > 1 and regel.aantal in {sum(run) for run in (before, after) if len(run) > 1}):
            del reading.regels[place]
            _skip(reading, regel.rij, regel.naam, _PROVINCIETOTAAL, regel.aantal)
    reading.overgeslagen.sort(key=lambda row: row.rij)


def _provincie(tekst: str) -> Gebied | None:
    return known_provincie(_PROVINCIE.sub("", without_mark(tekst)))


def _skip(reading: _Reading, rij: int, tekst: str, reden: str, aantal: int | None = None) -> None:
    if tekst or aantal is not None:
        reading.overgeslagen.append(Overgeslagen(reading.blad, rij, tekst, reden, aantal))


def read_number(value: Waarde) -> int:
    """A count: 73155, 73155.0, ``73.155``, ``73 155``, ``211 4)``. Raises ValueError with a sentence in Dutch."""
    if value is None:
        raise ValueError(_("het aantal ontbreekt"))
    if isinstance(value, float):
        number = int(value) if value.is_integer() else None
        shown = f"{value:.10g}".replace(".", ",")
        if number is None:
            raise ValueError(_("{waarde} is geen geheel aantal").format(waarde=shown))
    else:
        shown = str(value)[:40]
        number = value if isinstance(value, int) else _parse(shown) if isinstance(value, str) else None
        if number is None:
            raise ValueError(_("“{waarde}” is geen geheel aantal").format(waarde=shown))
    if not 0 <= number <= HIGHEST:
        reason = _("{waarde} is negatief") if number < 0 else _("{waarde} is onwaarschijnlijk veel")
        raise ValueError(reason.format(waarde=format_number(number)))
    return number


def _parse(text: str) -> int | None:
    try:
        return parse_number(_WHOLE.sub("", _THOUSANDS.sub(".", _NUMBER_MARK.sub("", text.strip()))))
    except ValueError:
        return None


def _try_number(value: Waarde) -> int | None:
    try:
        return read_number(value)
    except ValueError:
        return None


def _unknown(value: Waarde) -> bool:
    """Inhabitants and amv may be left open."""
    return value is None or (isinstance(value, str) and value.strip() in {"", "-", "–", "—"})


def _cell(row: Sequence[Waarde], place: int) -> Waarde:
    value = row[place] if place < len(row) else None
    return None if isinstance(value, str) and not value.strip() else value


def _text(value: Waarde) -> str:
    return "" if value is None else " ".join(str(value).split())
