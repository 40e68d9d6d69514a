"""Bijlage A of the circulaire, from any spreadsheet: per gemeente inhabitants, taakstelling and waarvan amv.

The printed table has a block per provincie with its own header, subtotals, a total and footnotes; other lists are one
flat table. Everything that is not a gemeente is left out and listed; what cannot be read is a problem of its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.aantal import read_number, try_number
from regietafel.exchange.gelezen import LAND, Gelezen, Regel
from regietafel.exchange.header import Kolommen, find_header, heads_gemeenten, is_text, title_perioden
from regietafel.exchange.namen import is_regio, without_mark
from regietafel.exchange.perioden import enumerated, perioden
from regietafel.exchange.reading import Reading
from regietafel.exchange.spreadsheet import Blad, Waarde, read_sheets
from regietafel.i18n import _, format_number
from regietafel.reference import Gebied, known_gemeente, known_provincie

_TOTAL = re.compile(r"\b(sub|eind)?totaal\b|\b(totalen|totale)\b|^nederland$", re.IGNORECASE)
_PROVINCIE = re.compile(r"provincie:?\s+|\s*\(provincie\)", re.IGNORECASE)
_TOTAAL, _KOP, _TOELICHTING = _("totaal"), _("kop"), _("toelichting")
_PROVINCIETOTAAL, _REGIOTOTAAL = _("totaal van de provincie"), _("totaal van de veiligheidsregio")
_HIDDEN = _("Het rekenblad heeft verborgen rijen of kolommen; die zijn meegelezen. Kijk na of ze meetellen.")
_ANDERE_PERIODE, _ANDERE_TABEL = _("andere periode"), _("andere tabel")


def read_taakstelling(path: Path, periode: Periode | None = None) -> Gelezen:
    """Read the table in ``path``; of several columns “taakstelling” the one that names ``periode`` counts.

    Raises RegietafelError when the file cannot be read, has no such table or only names other periods; problems of
    rows are values.
    """
    bladen = read_sheets(path)
    visible = [blad for blad in bladen if not blad.verborgen]
    found = _read_bladen(visible, periode, path) or _read_bladen(
        [blad for blad in bladen if blad.verborgen], periode, path
    )
    if not found:
        raise RegietafelError(
            _(
                "In {naam} staat geen tabel met de kolommen “Gemeente” en “Taakstelling”. "
                "Zet die woorden boven de kolommen."
            ).format(naam=path.name)
        )
    named = frozenset[Periode]().union(*(reading.genoemd for reading in found))
    if periode and named and periode not in named:
        sentence = _(
            "In {naam} staat de taakstelling van {genoemd} ({waar}), niet van {periode}. "
            "Kies die periode, of het bestand van {periode}."
        )
        where = next(reading.waar for reading in found if reading.waar)
        raise RegietafelError(sentence.format(naam=path.name, genoemd=enumerated(named), waar=where, periode=periode))
    hidden = [_HIDDEN] if any(blad.verborgen_cellen for blad in bladen) else []
    return Gelezen(
        tuple(reading.blad for reading in found),
        tuple(regel for reading in found for _block, regel in reading.regels),
        tuple(probleem for reading in found for probleem in reading.problemen),
        tuple(row for reading in found for row in reading.overgeslagen),
        (*hidden, *(remark for reading in found for remark in reading.opmerkingen)),
    )


def _read_bladen(bladen: Iterable[Blad], periode: Periode | None, path: Path) -> list[Reading]:
    """Those with a header."""
    readings = []
    for blad in bladen:
        reading = Reading(blad.naam, periode, titel=perioden(blad.naam) or perioden(path.stem))
        if _read_blad(reading, blad):
            readings.append(reading)
    return readings


def _read_blad(reading: Reading, blad: Blad) -> bool:
    """False when there is no header on the sheet."""
    headers = index = 0
    while index < len(blad.rijen):
        row, rij = blad.rijen[index], index + 1
        if header := find_header(blad, index, reading.periode):
            headers += 1
            index += header[1]
            _begin_table(reading, header[0], rij)
            continue
        index += 1
        texts = [text for value in row if (text := _text(value))] if is_text(row) else []
        if texts and (len(texts) == 1 or not headers) and (named := title_perioden(row)):
            reading.titel = named | reading.titel if reading.above else named
            reading.above = True
        if reading.kolommen and heads_gemeenten(row):
            reading.remark(rij, _("die tabel heeft geen kolom “Taakstelling” en is niet ingelezen."))
            reading.skip(rij, texts[0], _ANDERE_TABEL)
            reading.kolommen = None
        elif reading.kolommen:
            _read_row(reading, reading.kolommen, row, rij)
        elif texts:
            reading.provincie = _provincie(texts[0]) or reading.provincie
    _take_out_provincies(reading)
    if others := sum(row.reden == _ANDERE_PERIODE for row in reading.overgeslagen):
        sentence = _("{blad}: {n} rijen van een andere periode zijn niet ingelezen.")
        reading.opmerkingen.append(sentence.format(blad=blad.naam, n=format_number(others)))
    return headers > 0


def _begin_table(reading: Reading, kolommen: Kolommen, rij: int) -> None:
    reading.block += 1
    reading.provincie = kolommen.kop_provincie or reading.provincie
    reading.above, reading.rijperiode = False, frozenset()
    named = kolommen.perioden or (frozenset() if "periode" in kolommen.velden else reading.titel)
    if reading.names(named, rij):
        reading.kolommen = kolommen
        reading.opmerkingen += kolommen.opmerkingen
        return
    reading.remark(rij, _("die tabel is van {perioden} en is niet ingelezen.").format(perioden=enumerated(named)))
    reading.skip(rij, enumerated(named), _ANDERE_TABEL)
    reading.kolommen = None


def _read_row(reading: Reading, kolommen: Kolommen, row: Sequence[Waarde], rij: int) -> None:
    cells = {veld: _cell(row, place) for veld, place in kolommen.velden.items()}
    code = _text(cells.get("code"))
    naam = _text(cells.get("gemeente")) or code
    numbers = {veld: cells.get(veld) for veld in ("taakstelling", "amv", "inwoners")}
    empty = all(value is None for value in numbers.values())
    if not empty and "periode" in cells and not _is_of_periode(reading, rij, naam, _text(cells["periode"])):
        return
    aantal = try_number(numbers["taakstelling"])
    if not naam:
        _read_nameless(reading, rij, next((text for value in row if (text := _text(value))), ""), aantal)
    elif _is_total(reading, rij, naam, aantal, empty) or (not code and _is_regio(reading, rij, naam, aantal, empty)):
        reading.block += 1
    elif empty and not code and known_gemeente(without_mark(naam)) is None:
        reading.skip(rij, naam, _TOELICHTING)
    else:
        if provincie := known_provincie(_text(cells.get("provincie"))):
            reading.provincie = provincie  # a merged cell stands only beside the first of its rows
        own = reading.provincie.naam if reading.provincie else ""
        _add(reading, Regel(reading.blad, rij, naam, code or None, 0, None, None, own), numbers)


def _is_total(reading: Reading, rij: int, naam: str, aantal: int | None, empty: bool) -> bool:
    """Whether the row is a total, or the heading or total of a provincie; then it is listed as such."""
    if _TOTAL.search(naam):
        land = re.fullmatch(r"(eind)?totaal|nederland|totaal nederland", without_mark(naam), re.IGNORECASE)
        reading.skip(rij, naam, LAND if land else _TOTAAL, aantal)
        return True
    if (provincie := _provincie(naam)) is None:
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


def _is_of_periode(reading: Reading, rij: int, naam: str, tekst: str) -> bool:
    """Whether the column “Periode” says that the row is of the period that is asked for."""
    if tekst:
        reading.rijperiode = perioden(tekst)
        if reading.periode and not reading.rijperiode:
            melding = _("“{tekst}” is geen periode; schrijf bijvoorbeeld {periode}")
            reading.refuse(rij, naam, "periode", melding.format(tekst=tekst[:40], periode=reading.periode))
            return False
    if reading.names(reading.rijperiode, rij):
        return True
    reading.skip(rij, naam, _ANDERE_PERIODE)
    return False


def _read_nameless(reading: Reading, rij: int, tekst: str, aantal: int | None) -> None:
    """A number without a name is a total when it is the sum of the rows above it, and a problem otherwise."""
    if aantal is None:
        if provincie := _provincie(tekst):
            reading.provincie = provincie
            reading.block += 1
        reading.skip(rij, tekst, _TOELICHTING)
        return
    if reading.is_sum(aantal):
        reading.skip(rij, tekst, _TOTAAL, aantal)
        reading.block += 1
    else:
        reading.refuse(rij, tekst, "gemeente", _("bij dit aantal staat geen naam in de kolom “Gemeente”"))


def _add(reading: Reading, regel: Regel, numbers: dict[str, Waarde]) -> None:
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
        reading.refuse(regel.rij, regel.naam, veld, melding)
    if not problems:
        assert aantal is not None
        whole = Regel(regel.blad, regel.rij, regel.naam, regel.gm_code, aantal, amv, read["inwoners"], regel.provincie)
        reading.add(whole)


def _take_out_provincies(reading: Reading) -> None:
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
            reading.skip(regel.rij, regel.naam, _PROVINCIETOTAAL, regel.aantal)
    reading.overgeslagen.sort(key=lambda row: row.rij)


def _provincie(tekst: str) -> Gebied | None:
    return known_provincie(_PROVINCIE.sub("", without_mark(tekst)))


def _unknown(value: Waarde) -> bool:
    """Inhabitants and amv may be left open."""
    return value is None or (isinstance(value, str) and value.strip() in {"", "-", "–", "—"})


def _cell(row: Sequence[Waarde], place: int) -> Waarde:
    value = row[place] if place < len(row) else None
    return None if isinstance(value, str) and not value.strip() else value


def _text(value: Waarde) -> str:
    return "" if value is None else " ".join(str(value).split())
