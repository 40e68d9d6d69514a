"""Find the header of a table: which column holds what. It can be two lines deep.

Between columns that look alike the periode decides, or the day. Where that leaves a choice nothing is chosen: taking
the wrong one in silence is worse than asking.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.datum import datums
from regietafel.exchange.genoemd import begin_days, days_of, fit, named_perioden
from regietafel.exchange.namen import without_mark
from regietafel.exchange.perioden import perioden
from regietafel.exchange.soort import LONGEST_HEADING, Kolom, Soort, Vraag, veld_of, words
from regietafel.exchange.spreadsheet import Blad, Waarde
from regietafel.i18n import _, format_date, parse_number
from regietafel.reference import Gebied, known_provincie

_NAME = re.compile(r"(naam )?(van )?(de )?gemeente(n|naam| naam)?")
_GEBIED = re.compile(rf"{_NAME.pattern}|gebied|provincie|veiligheidsregio")
_UNDER_ANOTHER = re.compile(r"totaal|aantal|person|\b\d{4}\b|\bii?\b|helft|half ?jaar")  # says little by itself
_NO_TITLE = re.compile(  # a note, or a comparison with another period
    r"^(noot|bron|zie)\b|^\d{1,2} |vorige?\b|vergel|verschil|wijzig|vervang|opzichte|\bt ?o ?v\b"
)
_ONLY_YEAR = re.compile(r"(19|20)\d\d")

Columns = dict[str, list[int]]  # which columns can hold what, from 0


@dataclass(frozen=True)
class Kolommen:
    """What is in which column, from 0; ``kop_provincie``: the provincie that stands where “Gemeente” should.

    ``perioden`` and ``datums``: what the heading of the first of them names, empty when it names none.
    """

    velden: dict[str, int]
    kop_provincie: Gebied | None = None
    perioden: frozenset[Periode] = frozenset()
    datums: frozenset[datetime.date] = frozenset()
    anders: bool = False  # every column that can be meant is of another day than is asked for
    opmerkingen: tuple[str, ...] = ()
    kop: str = ""  # what stands above the names


def find_header(blad: Blad, index: int, vraag: Vraag) -> tuple[Kolommen, int] | None:
    """The columns when a header starts at ``rijen[index]``, and how many rows it takes.

    Raises RegietafelError when several columns can be meant and ``vraag`` does not tell which.
    """
    if (header := header_at(blad, index, vraag.soort)) is None:
        return None
    found, texts, depth = header
    return _choose(found, texts, vraag, place_of(blad, index + 1)), depth


def header_at(blad: Blad, index: int, soort: Soort) -> tuple[Columns, list[str], int] | None:
    """What the columns can be when a header of this kind starts here, its texts, and how many rows it takes."""
    row = blad.rijen[index]
    if not is_heading(row, soort):
        return None
    texts = texts_of(row)
    found, depth = _columns(texts, soort), 1
    if found is None and not any(veld_of(soort, text) or _is_group(soort, text) for text in texts):
        return None
    following = blad.rijen[index + 1] if index + 1 < len(blad.rijen) else ()
    if second := _second_line(following, found, soort):
        texts, depth = joined(texts, second, soort), 2
        found = _columns(texts, soort)
    return None if found is None else (found, texts, depth)


def is_text(row: Sequence[Waarde]) -> bool:
    """Whether there is text in the row and no number: a heading, a title, a note."""
    return any(isinstance(value, str) for value in row) and not any(map(_is_number, row))


def is_heading(row: Sequence[Waarde], soort: Soort) -> bool:
    """As :func:`is_text`; above inhabitants a column can be headed by a year alone."""
    if not soort.eerste.jaarlijks:
        return is_text(row)
    return is_text([value for value in row if not _ONLY_YEAR.fullmatch(str(value))])


def heads_gemeenten(row: Sequence[Waarde], soort: Soort) -> bool:
    """Whether a column of this row is headed “Gemeente”: there a table begins, of whatever kind."""
    name = _GEBIED if soort.gebieden else _NAME
    return is_text(row) and any(name.fullmatch(words(text)) for text in texts_of(row))


def titles(row: Sequence[Waarde]) -> list[str]:
    """The texts of a row that say what is below; a sentence, a note and a comparison speak of something else."""
    found = [text for text in texts_of(row) if len(text) <= LONGEST_HEADING and not text.endswith(".")]
    return [text for text in found if not _NO_TITLE.search(words(text))]


def texts_of(row: Sequence[Waarde]) -> list[str]:
    """What is in the cells, as text."""
    return ["" if value is None else " ".join(str(value).split()) for value in row]


def joined(first: list[str], second: list[str], soort: Soort | None = None) -> list[str]:
    """Two lines as one. A heading above several columns stands in the first of them only.

    For a kind of table that is looked for, what stands there counts only where it makes a difference.
    """
    length = max(len(first), len(second))
    first, second = first + [""] * (length - len(first)), second + [""] * (length - len(second))
    above, found = "", []
    for over, under in zip(first, second, strict=True):
        above = over or (above if under else "")
        belongs = over or soort is None or veld_of(soort, under) or _is_under(soort, under)
        found.append(f"{above if belongs else ''} {under}".strip())
    return found


def _is_group(soort: Soort, text: str) -> bool:
    return soort.groep is not None and len(text) <= LONGEST_HEADING and bool(soort.groep.search(words(text)))


def _is_under(soort: Soort, text: str) -> bool:
    return any(pattern and pattern.search(words(text)) for pattern in (soort.onder, _UNDER_ANOTHER))


def place_of(blad: Blad, rij: int) -> str:
    """Where that is, as the user sees it."""
    return _("{blad}, rij {rij}").format(blad=blad.naam, rij=rij)


def provincie_of(text: str) -> Gebied | None:
    """The provincie a heading names."""
    return known_provincie(without_mark(re.sub(r"^provincie ", "", text, flags=re.IGNORECASE)))


def _second_line(row: Sequence[Waarde], first: Columns | None, soort: Soort) -> list[str]:
    """The texts of a row that goes on with the header above it; empty when it does not."""
    names = [*first.get(soort.wie, []), *first.get("code", [])] if first else []
    texts = texts_of(row)
    if not is_text(row) or any(len(text) > LONGEST_HEADING for text in texts) or _columns(texts, soort):
        return []
    if names and names[0] < len(texts) and texts[names[0]]:
        return []
    return [] if any(provincie_of(text) for text in texts if text) else texts


def _columns(texts: Sequence[str], soort: Soort) -> Columns | None:
    """None when it is not enough to read a number per gemeente."""
    found: Columns = {}
    for place, text in enumerate(texts):
        if text:
            found.setdefault(veld_of(soort, text), []).append(place)
    if not (needed_columns(found, soort) or _weak(found, texts, soort)):
        return None
    wie = soort.wie
    if soort.gebieden and wie not in found and "provincie" in found:
        found[wie] = found.pop("provincie")
    if wie in found:
        exact = [place for place in found[wie] if not soort.gebieden and _NAME.fullmatch(words(texts[place]))]
        found[wie] = exact or found[wie][:1]
    elif not soort.gebieden:
        places = [place for veld in ("", "provincie") for place in found.get(veld, []) if provincie_of(texts[place])]
        if places:
            found[wie] = places[:1]
            found["provincie"] = [place for place in found.get("provincie", []) if place != places[0]]
    return found if wie in found or "code" in found else None


def needed_columns(found: Columns, soort: Soort) -> list[Kolom]:
    """The columns that make it a table of this kind, the most important first."""
    needed = [kolom for kolom in soort.kolommen if kolom.waarde in soort.nodig and kolom.veld in found]
    return sorted(needed, key=lambda kolom: soort.nodig.index(kolom.waarde))


def _weak(found: Columns, texts: Sequence[str], soort: Soort) -> bool:
    """Take a column “Aantal” for what is asked, when nothing is headed better and there is one of them."""
    places = [place for place in found.get("", []) if soort.zwak and soort.zwak.search(words(texts[place]))]
    if len(places) == 1:
        found[soort.eerste.veld] = places
    return len(places) == 1


def _choose(found: Columns, texts: Sequence[str], vraag: Vraag, where: str) -> Kolommen:
    """One column for each; what is of another periode or day is left out."""
    name = found.get(vraag.soort.wie, [])
    if len({words(texts[place]) for place in name}) < len(name):
        raise RegietafelError(
            _("{waar}: {n} kolommen heten “gemeente”. Zet tabellen die naast elkaar staan onder elkaar.").format(
                waar=where, n=len(name)
            )
        )
    found = _with_begin(found, texts, vraag.periode, vraag.soort)
    kop = provincie_of(texts[name[0]]) if name else None
    velden = {veld: places[0] for veld, places in found.items() if places and veld and not vraag.soort.kolom(veld)}
    needed = needed_columns(found, vraag.soort)
    if not needed:  # what there was is the standing at the begin
        return Kolommen(velden, kop, datums=frozenset({vraag.periode.begin} if vraag.periode else ()), anders=True)
    if vraag.soort.gebieden:  # each kind of opvang can be of a day of its own
        fitting = [
            each for each in needed if any(fit(texts[place], each, vraag) is not False for place in found[each.veld])
        ]
        needed = fitting or needed
    main = needed[0]
    columns = found[main.veld]
    fits = {place: fit(texts[place], main, vraag) for place in columns}
    right = [place for place in columns if fits[place]]
    if not right and all(fits[place] is False for place in columns):
        named = frozenset[Periode]().union(*(named_perioden(texts[place]) for place in columns))
        days = frozenset[datetime.date]().union(*(days_of(texts[place], main) for place in columns))
        return Kolommen({**velden, main.veld: columns[0]}, kop, named, days, anders=True)
    velden[main.veld] = _only(right or columns, main, where)
    said = []
    chosen = texts[velden[main.veld]]
    days = days_of(chosen, main)
    asked = replace(vraag, peildatum=vraag.peildatum or min(days, default=None)) if vraag.soort.gebieden else vraag
    for kolom in vraag.soort.kolommen:
        if kolom is main or kolom.veld not in found:
            continue
        places = _beside(found, kolom, velden, texts)
        right = [place for place in places if fit(texts[place], kolom, asked) is not False]
        if right:
            velden[kolom.veld] = _only(right, kolom, where)
        else:
            said.append(_left_out(where, texts[found[kolom.veld][0]], kolom, asked))
    said += told(velden, texts, vraag.soort, where)
    return Kolommen(velden, kop, named_perioden(chosen), days, False, tuple(said), texts[name[0]] if name else "")


def told(velden: dict[str, int], texts: Sequence[str], soort: Soort, where: str) -> list[str]:
    """What one must know of how these columns are read, and which others are not."""
    said = []
    for kolom in soort.kolommen:
        if kolom.uitleg and kolom.veld in velden:
            said.append(f"{where}: {kolom.uitleg.format(kop=texts[velden[kolom.veld]])}")
    short = dict.fromkeys(text for text in texts if len(text) <= LONGEST_HEADING)
    left = [f"“{text}”" for text in short if soort.gemeld and soort.gemeld.search(words(text))]
    if left:
        one, more = _("{waar}: de kolom {koppen} is niet ingelezen."), _("{waar}: niet ingelezen: {koppen}.")
        said.append((one if len(left) == 1 else more).format(waar=where, koppen=", ".join(left)))
    return said


def _with_begin(found: Columns, texts: Sequence[str], periode: Periode | None, soort: Soort) -> Columns:
    """A saldo of the first day of the periode is its beginstand."""
    moved = dict(found)
    for kolom in soort.kolommen if periode else ():
        assert periode is not None
        places = [
            place for place in found.get(kolom.veld, []) if not datums(texts[place]).isdisjoint(begin_days(periode))
        ]
        if kolom.begin and places:
            moved[kolom.begin] = [*moved.get(kolom.begin, []), *places]
            moved[kolom.veld] = [place for place in found[kolom.veld] if place not in places]
    return {veld: places for veld, places in moved.items() if places}


def _only(places: Sequence[int], kolom: Kolom, where: str) -> int:
    if len(places) > 1:
        sentence = _("{waar}: {n} kolommen heten “{veld}”. Laat alleen de juiste staan.")
        if kolom.jaarlijks:
            sentence += _(" Of zeg van welk jaar, met de peildatum of de periode.")
        raise RegietafelError(sentence.format(waar=where, n=len(places), veld=kolom.veld))
    return places[0]


def _beside(found: Columns, kolom: Kolom, velden: dict[str, int], texts: Sequence[str]) -> list[int]:
    """Of several taakstellingen each has its “waarvan amv” at its right, when its heading names no period."""
    places, columns = found[kolom.veld], found.get(kolom.bij, []) if kolom.bij else []
    if not columns or any(perioden(texts[place]) for place in places) or places[0] < columns[0]:
        return places
    chosen = velden[kolom.bij]
    return [place for place in places if max(each for each in columns if each < place) == chosen]


def _left_out(where: str, text: str, kolom: Kolom, vraag: Vraag) -> str:
    if kolom.jaarlijks and vraag.periode:
        sentence = _("{waar}: “{kop}” is niet ingelezen; voor {periode} gelden de inwoners op {datum}.")
        datum = format_date(vraag.periode.inwoners_peildatum)
    else:
        sentence, datum = _("{waar}: “{kop}” is niet ingelezen; die kolom hoort niet bij {periode}."), ""
    of = vraag.periode or format_date(vraag.peildatum)
    return sentence.format(waar=where, kop=text, periode=of, datum=datum)


def _is_number(value: Waarde) -> bool:
    if isinstance(value, str):
        try:
            parse_number(value)
        except ValueError:
            return False
        return True
    return isinstance(value, int | float)
