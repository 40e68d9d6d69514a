"""A table of gemeenten from any spreadsheet: per gemeente the numbers of its kind (taakstelling, realisatie, …).

The printed bijlage A of the circulaire has a block per provincie with its own header, subtotals, a total and footnotes;
other lists are one flat table. Everything that is not a gemeente is left out and listed; what cannot be read is a
problem of its row.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.aangewezen import fixed, repeats, still_fits
from regietafel.exchange.cellen import column_letters
from regietafel.exchange.datum import datums
from regietafel.exchange.gelezen import Gelezen
from regietafel.exchange.header import Kolommen, find_header, heads_gemeenten, is_heading, is_text, texts_of, titles
from regietafel.exchange.indeling import Indeling, check, no_table, with_formats
from regietafel.exchange.perioden import enumerated, perioden
from regietafel.exchange.reading import Reading
from regietafel.exchange.rijen import ANDERE_PEILDATUM, ANDERE_PERIODE, provincie_of_row, read_row, take_out_provincies
from regietafel.exchange.soort import Soort, Vraag, words
from regietafel.exchange.spreadsheet import Blad, Waarde
from regietafel.i18n import _, enumerate_some, format_date, format_number

_STANDING = re.compile(r"peildatum|\bstand\b|\bper\b|\bt m\b|tot en met|\bop\b")  # a title with the day of the count
_ANDERE_TABEL = _("andere tabel")


def read(
    bladen: Sequence[Blad],
    soort: Soort,
    periode: Periode | None = None,
    *,
    peildatum: datetime.date | None = None,
    indeling: Indeling | None = None,
    eerder: bool = False,
    naam: str = "",
) -> Gelezen:
    """Read the table of this kind; of columns that look alike the one that names ``periode`` or ``peildatum`` counts.

    With an ``indeling`` exactly those columns are read; ``eerder``: it is one that was remembered, and does not count
    when a heading names another periode or day. ``naam``: of the file, for the sentences. Raises RegietafelError when
    there is no such table or it only names something else; problems of rows are values.
    """
    naam = naam or _("de tabel")
    vraag = Vraag(soort, periode, peildatum)
    if indeling:
        check(indeling, bladen, soort)
        chosen = [blad for blad in bladen if blad.naam == indeling.blad]
        if eerder and not still_fits(indeling, chosen[0], vraag):
            indeling, eerder = None, False  # then it was of a list for one periode or day; now it is another's
        else:
            bladen = chosen
    visible = [blad for blad in bladen if not blad.verborgen]
    found = _read_bladen(visible, vraag, indeling, naam) or _read_bladen(
        [blad for blad in bladen if blad.verborgen], vraag, indeling, naam
    )
    if not found:
        raise RegietafelError(no_table(naam, soort))
    _refuse_others(found, vraag, naam)
    said = [remark for reading in found for remark in (*_hidden(reading.vel), *reading.opmerkingen)]
    if eerder:
        sentence = _("{blad}: de kolommen zijn gelezen zoals u ze eerder aanwees.")
        said.insert(0, sentence.format(blad=found[0].blad))
    regels = tuple(regel for reading in found for _block, regel in reading.regels)
    days = frozenset[datetime.date]().union(*(reading.eigen for reading in found))
    days = days or frozenset(regel.peildatum for regel in regels if regel.peildatum)
    days = days or frozenset[datetime.date]().union(*(reading.titeldata for reading in found))
    return Gelezen(
        tuple(reading.blad for reading in found),
        regels,
        tuple(probleem for reading in found for probleem in reading.problemen),
        tuple(row for reading in found for row in reading.overgeslagen),
        tuple(said),
        soort,
        next(iter(days)) if len(days) == 1 else None,
    )


def _read_bladen(bladen: Iterable[Blad], vraag: Vraag, indeling: Indeling | None, naam: str) -> list[Reading]:
    """Those with a header."""
    readings = []
    stem = Path(naam).stem
    for blad in bladen:
        reading = Reading(blad, vraag, titel=perioden(blad.naam) or perioden(stem))
        if _read_blad(reading, indeling):
            readings.append(reading)
    return readings


def _refuse_others(found: Sequence[Reading], vraag: Vraag, naam: str) -> None:
    """Raises RegietafelError when every table is of another periode or day than is asked for."""
    named = frozenset[Periode]().union(*(reading.genoemd for reading in found))
    where = next((reading.waar for reading in found if reading.waar), "")
    if vraag.periode and named and vraag.periode not in named:
        sentence = _(
            "In {naam} staat {soort} van {genoemd} ({waar}), niet van {periode}. "
            "Kies die periode, of het bestand van {periode}."
        )
        said = {"naam": naam, "soort": vraag.soort.aangeduid, "genoemd": enumerated(named), "waar": where}
        raise RegietafelError(sentence.format(**said, periode=vraag.periode))
    if not any(reading.past for reading in found):
        days = sorted(frozenset[datetime.date]().union(*(reading.data for reading in found)))
        sentence = _(
            "In {naam} is “{kolom}” van {genoemd} ({waar}), niet van {datum}. Kies die dag, of een ander bestand."
        )
        said = {"naam": naam, "kolom": vraag.soort.eerste.label, "waar": where, "datum": _asked(vraag)}
        raise RegietafelError(sentence.format(**said, genoemd=_(" en ").join(map(format_date, days))))


def _asked(vraag: Vraag) -> str:
    yearly = vraag.soort.eerste.jaarlijks
    if yearly or vraag.peildatum:
        jaar = vraag.inwoners_jaar if yearly else None
        return format_date(datetime.date(jaar, 1, 1) if jaar else vraag.peildatum)
    return format_date(vraag.periode.begin) if vraag.periode else ""


def _read_blad(reading: Reading, indeling: Indeling | None) -> bool:
    """False when there is no header on the sheet."""
    blad = reading.vel
    headers = index = 0
    if indeling:
        headers, index = 1, indeling.eerste_rij - 1
        _begin_fixed(reading, indeling)
    while index < len(blad.rijen):
        row, rij = blad.rijen[index], index + 1
        if not is_heading(row, reading.vraag.soort):  # most rows: they hold a number
            index += 1
            if reading.kolommen:
                read_row(reading, reading.kolommen, row, rij)
            continue
        if indeling and (depth := repeats(indeling, blad, index, reading.vraag.soort)):
            reading.block += 1
            index += depth
            continue
        if not indeling and (header := find_header(blad, index, reading.vraag)):
            headers += 1
            index += header[1]
            if headers == 1:
                guessed = with_formats(Indeling(blad.naam, rij, header[1], header[0].velden), blad, reading.vraag.soort)
                reading.getallen, reading.datums = guessed.getallen, guessed.datums
            _begin_table(reading, header[0], rij)
            _tell_merged(reading, rij, header[1])
            continue
        index += 1
        _read_other(reading, row, rij, headers)
    if not reading.vraag.soort.gebieden:
        take_out_provincies(reading)
    for reden, one, more in (
        (
            ANDERE_PERIODE,
            _("{blad}: 1 rij van een andere periode is niet ingelezen."),
            _("{blad}: {n} rijen van een andere periode zijn niet ingelezen."),
        ),
        (
            ANDERE_PEILDATUM,
            _("{blad}: 1 rij van een andere peildatum is niet ingelezen."),
            _("{blad}: {n} rijen van een andere peildatum zijn niet ingelezen."),
        ),
    ):
        if others := sum(row.reden == reden for row in reading.overgeslagen):
            reading.opmerkingen.append((one if others == 1 else more).format(blad=blad.naam, n=format_number(others)))
    return headers > 0


def _begin_fixed(reading: Reading, indeling: Indeling) -> None:
    """Begin the table that the user pointed out; what stands above it is heard, and refuses nothing."""
    for number, row in enumerate(reading.vel.rijen[: indeling.kop - 1], 1):
        if is_text(row):
            _read_other(reading, row, number, headers=0)
    if reading.vraag.periode and reading.titel and reading.vraag.periode not in reading.titel:
        sentence = _("{blad}: de tabel noemt {genoemd}; ingelezen wordt {periode}.")
        said = {"blad": reading.blad, "genoemd": enumerated(reading.titel), "periode": reading.vraag.periode}
        reading.opmerkingen.append(sentence.format(**said))
    reading.titel = frozenset()
    reading.getallen, reading.datums = indeling.getallen, indeling.datums
    _begin_table(reading, fixed(indeling, reading.vel, reading.vraag), indeling.kop)


def _read_other(reading: Reading, row: Sequence[Waarde], rij: int, headers: int) -> None:
    """A row of texts that begins no table: a title, the end of a table, or what is in it."""
    texts = [text for text in texts_of(row) if text]
    if texts and (len(texts) == 1 or not headers):
        named = frozenset[Periode]().union(*(perioden(text) for text in titles(row)))
        if named:
            reading.titel = named | reading.titel if reading.above else named
            reading.above = True
        if reading.vraag.soort.heeft_peildatum and not headers and any(_STANDING.search(words(text)) for text in texts):
            reading.titeldata |= frozenset[datetime.date]().union(*(datums(text) for text in titles(row)))
    read_as = reading.kolommen.velden if reading.kolommen else {}  # below “Niveau” the word “gemeente” heads nothing
    if reading.kolommen and "niveau" not in read_as and heads_gemeenten(row, reading.vraag.soort):
        sentence = _("die tabel heeft geen kolom “{kolom}” en is niet ingelezen.")
        reading.remark(rij, sentence.format(kolom=reading.vraag.soort.eerste.label))
        reading.skip(rij, texts[0], _ANDERE_TABEL)
        reading.kolommen = None
    elif reading.kolommen:
        read_row(reading, reading.kolommen, row, rij)
    elif texts:
        reading.provincie = provincie_of_row(texts[0]) or reading.provincie


def _begin_table(reading: Reading, kolommen: Kolommen, rij: int) -> None:
    reading.block += 1
    reading.provincie = kolommen.kop_provincie or reading.provincie
    reading.above, reading.rijperiode, reading.rijdatum = False, frozenset(), None
    reading.waar = reading.waar or (reading.place(rij) if kolommen.datums else "")
    reading.data |= kolommen.datums
    named = kolommen.perioden or (frozenset() if "periode" in kolommen.velden else reading.titel)
    others = ""
    if reading.vraag.soort.heeft_periode and not reading.names(named, rij):
        others = enumerated(named)
    elif kolommen.anders:
        others = _(" en ").join(map(format_date, sorted(kolommen.datums)))
    if others:
        reading.remark(rij, _("die tabel is van {perioden} en is niet ingelezen.").format(perioden=others))
        reading.skip(rij, others, _ANDERE_TABEL)
        reading.kolommen = None
        return
    reading.begin(kolommen)


def _hidden(blad: Blad) -> list[str]:
    """That there are rows and columns which the user does not see; they are read."""
    said = []
    for numbers, one, more in (
        (
            [str(rij) for rij in blad.feiten.rijen],
            _("{blad}: rij {namen} is verborgen en wel ingelezen. Kijk na of die meetelt."),
            _("{blad}: rij {namen} zijn verborgen en wel ingelezen. Kijk na of die meetellen."),
        ),
        (
            [column_letters(kolom) for kolom in blad.feiten.kolommen],
            _("{blad}: kolom {namen} is verborgen en wel ingelezen. Kijk na of die meetelt."),
            _("{blad}: kolom {namen} zijn verborgen en wel ingelezen. Kijk na of die meetellen."),
        ),
    ):
        if numbers:
            sentence = one if len(numbers) == 1 else more
            said.append(sentence.format(blad=blad.naam, namen=enumerate_some(numbers)))
    if blad.verborgen:
        said.append(_("{blad}: dat blad is verborgen; de tabel staat alleen daar.").format(blad=blad.naam))
    return said


def _tell_merged(reading: Reading, rij: int, depth: int) -> None:
    """Say for which column a heading counts that stands above several, in a header of one line."""
    velden = reading.kolommen.velden.values() if reading.kolommen and depth == 1 else ()
    for row, first, last in reading.vel.feiten.samengevoegd:
        if row == rij and first - 1 in velden:
            said = {"van": f"{column_letters(first)}{row}", "tot": f"{column_letters(last)}{row}"}
            sentence = _("de cellen {van} tot en met {tot} zijn samengevoegd; de kop geldt voor kolom {kolom}.")
            reading.remark(rij, sentence.format(**said, kolom=column_letters(first)))
