"""The columns that someone pointed out, as the reader takes them."""

from __future__ import annotations

from collections.abc import Iterable

from regietafel.exchange.genoemd import days_of, fit
from regietafel.exchange.header import Kolommen, is_text, needed_columns, place_of, provincie_of, texts_of, told
from regietafel.exchange.indeling import Indeling, column_names
from regietafel.exchange.soort import Soort, Vraag
from regietafel.exchange.spreadsheet import Blad
from regietafel.i18n import _


def fixed(indeling: Indeling, blad: Blad, vraag: Vraag) -> Kolommen:
    """The columns as the user pointed them out, whatever stands above them."""
    texts = column_names(blad, indeling.kop, indeling.kopregels)
    texts += [""] * (max(indeling.velden.values(), default=0) + 1 - len(texts))
    koppen = {veld: texts[place] for veld, place in indeling.velden.items()}
    where = place_of(blad, indeling.kop)
    said = told(dict(indeling.velden), texts, vraag.soort, where)
    sentence = _("{waar}: “{kop}” hoort bij iets anders dan u inleest; de kolom is gelezen omdat u hem aanwees.")
    said += [sentence.format(waar=where, kop=text) for text in _of_another(indeling, blad, vraag)]
    needed = needed_columns({veld: [place] for veld, place in indeling.velden.items()}, vraag.soort)
    days = days_of(koppen[needed[0].veld], needed[0])
    above = koppen.get(vraag.soort.wie, "")
    return Kolommen(dict(indeling.velden), provincie_of(above), datums=days, opmerkingen=tuple(said), kop=above)


def still_fits(indeling: Indeling, blad: Blad, vraag: Vraag) -> bool:
    """Whether no heading of these columns names another periode or day than is asked for."""
    return not any(_of_another(indeling, blad, vraag))


def _of_another(indeling: Indeling, blad: Blad, vraag: Vraag) -> Iterable[str]:
    texts = column_names(blad, indeling.kop, indeling.kopregels)
    for kolom in vraag.soort.kolommen:
        place = indeling.velden.get(kolom.veld, len(texts))
        if place < len(texts) and fit(texts[place], kolom, vraag) is False:
            yield texts[place]


def repeats(indeling: Indeling, blad: Blad, index: int, soort: Soort) -> int:
    """How many rows the same header takes when it stands here again, as above every provincie; 0 when not."""
    places = [place for veld, place in indeling.velden.items() if soort.kolom(veld)]
    depth = 0
    for number in range(indeling.kopregels):
        if index + number >= len(blad.rijen):
            break
        above, here = (texts_of(blad.rijen[each]) for each in (indeling.kop - 1 + number, index + number))
        same = any(
            place < min(len(above), len(here)) and above[place] and above[place] == here[place] for place in places
        )
        if not (same and is_text(blad.rijen[index + number])):
            break
        depth += 1
    return depth
