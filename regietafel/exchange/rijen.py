"""One row below a header: a gemeente, a total, the heading of a provincie, a note, or a problem."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress

from regietafel.exchange.datum import read_date
from regietafel.exchange.gebieden import niveau_of
from regietafel.exchange.gelezen import LAND, Regel
from regietafel.exchange.header import Kolommen
from regietafel.exchange.namen import is_regio, without_mark
from regietafel.exchange.perioden import perioden
from regietafel.exchange.reading import LEFT_OPEN, Reading
from regietafel.exchange.spreadsheet import Waarde
from regietafel.i18n import _, format_number
from regietafel.reference import Gebied, known_gemeente, known_provincie

ANDERE_PERIODE, ANDERE_PEILDATUM = _("andere periode"), _("andere peildatum")

_TOTAL = re.compile(r"\b(sub|eind)?totaal\b|\b(totalen|totale)\b|^nederland$", re.IGNORECASE)
_PROVINCIE = re.compile(r"provincie:?\s+|\s*\(provincie\)", re.IGNORECASE)
_TOTAAL, _KOP, _TOELICHTING = _("totaal"), _("kop"), _("toelichting")
_NIET_INGEVULD = _("nog niet ingevuld")
_PROVINCIETOTAAL, _REGIOTOTAAL = _("totaal van de provincie"), _("totaal van de veiligheidsregio")


def read_row(reading: Reading, kolommen: Kolommen, row: Sequence[Waarde], rij: int) -> None:
    """Take one row below a header."""
    cells = {veld: _cell(row, place) for veld, place in kolommen.velden.items()}
    code = _text(cells.get("code"))
    soort = reading.vraag.soort
    naam = _text(cells.get(soort.wie)) or code
    if soort.gebieden:
        naam = naam or _text(cells.get("provincie"))
    empty = all(cells[kolom.veld] is None for kolom in reading.mapped if not kolom.datum)
    if not empty and not (_is_of_periode(reading, rij, naam, cells) and _is_of_day(reading, rij, naam, cells)):
        return
    if empty:
        with suppress(ValueError):  # without a number the day does not matter
            _take_day(reading, naam, cells)
    waarden, problems = reading.waarden(cells)
    aantal = waarden.get(reading.hoofd)
    if not naam:
        _read_nameless(reading, rij, next((text for value in row if (text := _text(value))), ""), aantal)
    elif soort.gebieden and empty:
        reading.skip(rij, naam, _NIET_INGEVULD)
    elif not soort.gebieden and (
        _is_total(reading, rij, naam, aantal, empty) or (not code and _is_regio(reading, rij, naam, aantal, empty))
    ):
        reading.block += 1
    elif empty and not code and known_gemeente(without_mark(naam)) is None:
        reading.skip(rij, naam, _TOELICHTING)
    elif empty and "peildatum" in cells:
        reading.skip(rij, naam, _NIET_INGEVULD)  # a row per day: a count that is still to come
    else:
        if provincie := known_provincie(_text(cells.get("provincie"))):
            reading.provincie = provincie  # a merged cell stands only beside the first of its rows
        own = reading.provincie.naam if reading.provincie else ""
        day, said = _day(reading, naam, cells), niveau_of(_text(cells.get("niveau")))
        _add(reading, Regel(reading.blad, rij, naam, code or None, waarden, own, day, said, kolommen.kop), problems)


def _is_total(reading: Reading, rij: int, naam: str, aantal: int | None, empty: bool) -> bool:
    """Whether the row is a total, or the heading or total of a provincie; then it is listed as such."""
    if _TOTAL.search(naam):
        land = re.fullmatch(r"(eind)?totaal|nederland|totaal nederland", without_mark(naam), re.IGNORECASE)
        reading.skip(rij, naam, LAND if land else _TOTAAL, aantal)
        return True
    if (provincie := provincie_of_row(naam)) is None:
        return False
    is_gemeente = not _PROVINCIE.search(naam) and known_gemeente(without_mark(naam)) is not None
    if is_gemeente and not (empty and reading.provincie != provincie):
        return False
    reading.skip(rij, naam, _KOP if empty else _PROVINCIETOTAAL, aantal)
    reading.provincie = provincie
    return True


def _is_regio(reading: Reading, rij: int, naam: str, aantal: int | None, empty: bool) -> bool:
    """Whether the row is the heading or total of a veiligheidsregio; two gemeenten are named as one."""
    found = is_regio(naam) and known_gemeente(without_mark(naam)) is None
    if found:
        reading.skip(rij, naam, _KOP if empty else _REGIOTOTAAL, aantal)
    return found


def _is_of_periode(reading: Reading, rij: int, naam: str, cells: Mapping[str, Waarde]) -> bool:
    """Whether the column “Periode” says that the row is of the period that is asked for."""
    if tekst := _text(cells.get("periode")):
        reading.rijperiode = perioden(tekst)
        if reading.vraag.periode and not reading.rijperiode:
            melding = _("“{tekst}” is geen periode; schrijf bijvoorbeeld {periode}")
            reading.refuse(rij, naam, "periode", melding.format(tekst=tekst[:40], periode=reading.vraag.periode))
            return False
    if "periode" not in cells or reading.names(reading.rijperiode, rij):
        return True
    reading.skip(rij, naam, ANDERE_PERIODE)
    return False


def _is_of_day(reading: Reading, rij: int, naam: str, cells: Mapping[str, Waarde]) -> bool:
    """Whether the column “Peildatum” says that the row is of the day that is asked for."""
    try:
        _take_day(reading, naam, cells)
    except ValueError as error:
        reading.refuse(rij, naam, "peildatum", str(error))
        return False
    day = _day(reading, naam, cells)
    if day is None or reading.vraag.peildatum in (None, day):
        return True  # a row without a day is of the day that the user gives
    reading.skip(rij, naam, ANDERE_PEILDATUM)
    return False


def _take_day(reading: Reading, naam: str, cells: Mapping[str, Waarde]) -> None:
    """Note the day in the row, if there is one. Raises ValueError with a sentence when it is no day."""
    if (value := cells.get("peildatum")) is not None:
        reading.rijdatum, reading.rijdatum_van = read_date(value, reading.datums), naam


def _day(reading: Reading, naam: str, cells: Mapping[str, Waarde]) -> datetime.date | None:
    """The day of the row: its own, or that of a merged cell beside a row above; None when it has none.

    Where one gemeente has a row per day, a row without a day is not of the day above it.
    """
    if "peildatum" not in cells or (cells["peildatum"] is None and naam == reading.rijdatum_van):
        return None
    return reading.rijdatum


def _read_nameless(reading: Reading, rij: int, tekst: str, aantal: int | None) -> None:
    """A number without a name is a total when it is the sum of the rows above it, and a problem otherwise."""
    if aantal is None:
        if provincie := provincie_of_row(tekst):
            reading.provincie = provincie
            reading.block += 1
        reading.skip(rij, tekst, _TOELICHTING)
        return
    if reading.is_sum(aantal):
        reading.skip(rij, tekst, _TOTAAL, aantal)
        reading.block += 1
    else:
        soort = reading.vraag.soort
        melding = _("bij dit aantal staat geen naam in de kolom “{kolom}”").format(kolom=soort.velden[soort.wie])
        reading.refuse(rij, tekst, soort.wie, melding)


def _add(reading: Reading, regel: Regel, problems: list[tuple[str, str]]) -> None:
    """Take a row that is a gemeente, or say what is wrong with its numbers."""
    unread = {veld for veld, _melding in problems}
    for kolom in reading.mapped:
        part, whole = regel.waarden.get(kolom.waarde), regel.waarden.get(kolom.bij)
        if part is not None and whole is not None and part > whole:
            sentence = _("{deel} ({part}) is meer dan de {geheel} ({whole})")
            said = {"deel": kolom.label[0].lower() + kolom.label[1:], "geheel": kolom.bij}
            problems.append((kolom.veld, sentence.format(**said, part=format_number(part), whole=format_number(whole))))
    needed = [kolom for kolom in reading.mapped if kolom.waarde in reading.vraag.soort.nodig]
    if all(regel.waarden.get(kolom.waarde) is None for kolom in needed) and not unread & {k.veld for k in needed}:
        problems.insert(0, (needed[0].veld, LEFT_OPEN))
    for veld, melding in problems:
        reading.refuse(regel.rij, regel.naam, veld, melding)
    if not problems:
        reading.add(regel)


def take_out_provincies(reading: Reading) -> None:
    """Of two rows “Utrecht” one can be the provincie: the one that is the sum of the rows around it.

    In a list of provincies, without gemeenten around it, “Utrecht” is the provincie too.
    """
    hoofd = reading.hoofd
    totals = {provincie_of_row(row.tekst) for row in reading.overgeslagen if row.reden == _PROVINCIETOTAAL}
    named = [provincie_of_row(without_mark(regel.naam)) for _block, regel in reading.regels]
    times = Counter(provincie for provincie in named if provincie)
    for place in reversed(range(len(named))):
        block, regel = reading.regels[place]
        if (provincie := named[place]) is None or not (times[provincie] > 1 or totals - {provincie}):
            continue
        aantal = regel.waarden.get(hoofd)
        before = [other.waarden.get(hoofd) or 0 for b, other in reading.regels[:place] if b == block]
        after = [other.waarden.get(hoofd) or 0 for b, other in reading.regels[place + 1 :] if b == block]
        alone = totals - {provincie} and not before and not after
        if alone or (times[provincie] > 1 and aantal in {sum(run) for run in (before, after) if len(run) > 1}):
            del reading.regels[place]
            reading.skip(regel.rij, regel.naam, _PROVINCIETOTAAL, aantal)
            times[provincie] -= 1
    reading.overgeslagen.sort(key=lambda row: row.rij)


def provincie_of_row(tekst: str) -> Gebied | None:
    """The provincie that a row is the heading or the total of."""
    return known_provincie(_PROVINCIE.sub("", without_mark(tekst)))


def _cell(row: Sequence[Waarde], place: int) -> Waarde:
    value = row[place] if place < len(row) else None
    return None if isinstance(value, str) and not value.strip() else value


def _text(value: Waarde) -> str:
    return "" if value is None else " ".join(str(value).split())
