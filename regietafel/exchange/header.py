"""Find the header of a table of taakstellingen: which column holds what. It can be two lines deep.

Between columns that look alike the period decides. Where that leaves a choice nothing is chosen: taking the wrong one
in silence is worse than asking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.namen import without_mark
from regietafel.exchange.perioden import perioden
from regietafel.exchange.spreadsheet import Blad, Waarde
from regietafel.i18n import _, format_date, parse_number
from regietafel.reference import Gebied, known_provincie

_OTHER = re.compile(  # what is counted in these columns is not the taakstelling, though they may be headed with it
    r"%|percentage|aandeel|exclusief|\bexcl\b|verschil|wijziging|realis|gehuisvest|achterstand|voorsprong|saldo"
    r"|\brest|nog te\b|vorige?\b|herverdel|uitruil|\bper (1 ?000|10 ?000|100 ?000|inwoner|duizend)"
)
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (  # the first that fits is what the column holds
    ("", _OTHER),
    ("periode", re.compile(r"^(taakstellings)?(periode|halfjaar)$")),
    ("taakstelling", re.compile(r"taakstelling.*\bincl")),
    ("amv", re.compile(r"\bamv|alleenstaande minderjarige")),
    ("inwoners", re.compile(r"inwoner|bevolking")),
    ("code", re.compile(r"\bcode\b|gemeentecode|gm code|gemeentenummer|^gm$")),
    ("provincie", re.compile(r"(?<!\bper )\bprovincie$")),
    ("taakstelling", re.compile(r"taakstelling(?!.*\bgemeente)")),
    ("gemeente", re.compile(r"gemeente")),
    ("provincie", re.compile(r"provincie")),
)
_NAME = re.compile(r"(naam )?(van )?(de )?gemeente(n|naam| naam)?")
_UNDER_ANOTHER = re.compile(r"totaal|aantal|person|\b\d{4}\b|\bii?\b|helft|half ?jaar")  # says little by itself
_NO_TITLE = re.compile(  # a note, or a comparison with another period
    r"^(noot|bron|zie)\b|^\d{1,2} |vorige?\b|vergel|verschil|wijzig|vervang|opzichte|\bt ?o ?v\b"
)
_SIGNS = re.compile(r"[^\w%]+|_")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST = 120  # a longer text is a note

Columns = dict[str, list[int]]  # which columns can hold what, from 0


@dataclass(frozen=True)
class Kolommen:
    """What is in which column, from 0; ``kop_provincie``: the provincie that stands where “Gemeente” should.

    ``perioden``: what the heading of the taakstelling names, empty when it names none.
    """

    velden: dict[str, int]
    kop_provincie: Gebied | None = None
    perioden: frozenset[Periode] = frozenset()
    opmerkingen: tuple[str, ...] = ()


def find_header(blad: Blad, index: int, periode: Periode | None) -> tuple[Kolommen, int] | None:
    """The columns when a header starts at ``rijen[index]``, and how many rows it takes.

    Raises RegietafelError when several columns can be meant and ``periode`` does not tell which.
    """
    row = blad.rijen[index]
    if not is_text(row):
        return None
    texts = _texts(row)
    found, depth = _columns(texts), 1
    if found is None and not any(map(_veld, texts)):
        return None
    following = blad.rijen[index + 1] if index + 1 < len(blad.rijen) else ()
    if second := _second_line(following, found):
        texts, depth = _joined(texts, second), 2
        found = _columns(texts)
    if found is None:
        return None
    where = _("{blad}, rij {rij}").format(blad=blad.naam, rij=index + 1)
    return _choose(found, texts, periode, where), depth


def is_text(row: Sequence[Waarde]) -> bool:
    """Whether there is text in the row and no number: a heading, a title, a note."""
    return any(isinstance(value, str) for value in row) and not any(map(_is_number, row))


def heads_gemeenten(row: Sequence[Waarde]) -> bool:
    """Whether a column of this row is headed “Gemeente”: there a table begins, of whatever kind."""
    return is_text(row) and any(_NAME.fullmatch(_words(text)) for text in _texts(row))


def title_perioden(row: Sequence[Waarde]) -> frozenset[Periode]:
    """The periods a title names; a sentence, a note and a comparison may speak of another period."""
    titles = [text for text in _texts(row) if len(text) <= _LONGEST and not text.endswith(".")]
    return frozenset[Periode]().union(*(perioden(text) for text in titles if not _NO_TITLE.search(_words(text))))


def _second_line(row: Sequence[Waarde], first: Columns | None) -> list[str]:
    """The texts of a row that goes on with the header above it; empty when it does not."""
    names = [*first.get("gemeente", []), *first.get("code", [])] if first else []
    texts = _texts(row)
    if not is_text(row) or any(len(text) > _LONGEST for text in texts) or _columns(texts):
        return []
    if names and names[0] < len(texts) and texts[names[0]]:
        return []
    return [] if any(_provincie(text) for text in texts if text) else texts


def _joined(first: list[str], second: list[str]) -> list[str]:
    """Two lines as one. A heading above several columns stands in the first of them only."""
    length = max(len(first), len(second))
    first, second = first + [""] * (length - len(first)), second + [""] * (length - len(second))
    above, joined = "", []
    for over, under in zip(first, second, strict=True):
        above = over or (above if under else "")
        belongs = over or _veld(under) or _UNDER_ANOTHER.search(_words(under))
        joined.append(f"{above if belongs else ''} {under}".strip())
    return joined


def _columns(texts: Sequence[str]) -> Columns | None:
    """None when it is not enough to read a taakstelling per gemeente."""
    found: Columns = {}
    for place, text in enumerate(texts):
        if text:
            found.setdefault(_veld(text), []).append(place)
    if "taakstelling" not in found:
        return None
    if "gemeente" in found:
        exact = [place for place in found["gemeente"] if _NAME.fullmatch(_words(texts[place]))]
        found["gemeente"] = exact or found["gemeente"][:1]
    else:
        places = [place for veld in ("", "provincie") for place in found.get(veld, []) if _provincie(texts[place])]
        if places:
            found["gemeente"] = places[:1]
            found["provincie"] = [place for place in found.get("provincie", []) if place != places[0]]
    return found if "gemeente" in found or "code" in found else None


def _choose(found: Columns, texts: Sequence[str], periode: Periode | None, where: str) -> Kolommen:
    """One column for each; what is of another period is left out."""
    name = found.get("gemeente", [])
    if len({_words(texts[place]) for place in name}) < len(name):
        raise RegietafelError(
            _("{waar}: {n} kolommen heten “gemeente”. Zet tabellen die naast elkaar staan onder elkaar.").format(
                waar=where, n=len(name)
            )
        )
    velden = {veld: places[0] for veld, places in found.items() if veld and places}
    kop = _provincie(texts[name[0]]) if name else None
    columns = found["taakstelling"]
    named = {place: _of_heading(texts[place]) for place in columns}
    of_periode = [place for place in columns if periode in named[place]]
    if periode and not of_periode and all(named.values()):
        return Kolommen(velden, kop, frozenset[Periode]().union(*named.values()))
    velden["taakstelling"] = _only(of_periode or columns, "taakstelling", where)
    left_out = []
    for veld, places in (("amv", _amv(found, velden["taakstelling"], texts)), ("inwoners", found.get("inwoners", []))):
        right = [place for place in places if periode is None or _is_of(texts[place], veld, periode)]
        velden.pop(veld, None)
        if right:
            velden[veld] = _only(right, veld, where)
        elif veld in found:
            left_out.append(_left_out(where, texts[found[veld][0]], veld, periode))
    return Kolommen(velden, kop, named[velden["taakstelling"]], tuple(left_out))


def _only(places: Sequence[int], veld: str, where: str) -> int:
    if len(places) > 1:
        raise RegietafelError(
            _("{waar}: {n} kolommen heten “{veld}”. Laat alleen de juiste staan.").format(
                waar=where, n=len(places), veld=veld
            )
        )
    return places[0]


def _amv(found: Columns, taakstelling: int, texts: Sequence[str]) -> list[int]:
    """Of several taakstellingen each has its “waarvan amv” at its right, when its heading names no period."""
    places, columns = found.get("amv", []), found["taakstelling"]
    if any(perioden(texts[place]) for place in places) or (places and places[0] < columns[0]):
        return places
    return [place for place in places if max(each for each in columns if each < place) == taakstelling]


def _is_of(text: str, veld: str, periode: Periode) -> bool:
    """Whether a heading of amv or inhabitants names this period, the year that counts for it, or none."""
    year = periode.inwoners_peildatum.year if veld == "inwoners" else periode.jaar
    named = perioden(text)
    years = set(map(int, _YEAR.findall(_words(text)))) - {each.jaar for each in named}
    return (not named or periode in named) and (not years or year in years)


def _of_heading(text: str) -> frozenset[Periode]:
    """The periods that the heading of a taakstelling names; a year means both."""
    named = perioden(text)
    if not named and (year := re.search(r"taakstelling ((?:199|20\d)\d)( \d)?$", _words(text))):
        named = frozenset({Periode(int(year[1]), 1), Periode(int(year[1]), 2)})
    return named


def _left_out(where: str, text: str, veld: str, periode: Periode | None) -> str:
    if veld == "inwoners" and periode:
        sentence = _("{waar}: “{kop}” is niet ingelezen; voor {periode} gelden de inwoners op {datum}.")
        datum = format_date(periode.inwoners_peildatum)
    else:
        sentence, datum = _("{waar}: “{kop}” is niet ingelezen; die kolom hoort niet bij {periode}."), ""
    return sentence.format(waar=where, kop=text, periode=periode, datum=datum)


def _provincie(text: str) -> Gebied | None:
    return known_provincie(without_mark(re.sub(r"^provincie ", "", text, flags=re.IGNORECASE)))


@lru_cache(1_000)
def _veld(text: str) -> str:
    """What a column with this heading holds; empty when it is nothing of ours."""
    words = _words(text) if len(text) <= _LONGEST else ""
    return next((veld for veld, pattern in _WORDS if words and pattern.search(words)), "")


def _texts(row: Sequence[Waarde]) -> list[str]:
    return ["" if value is None else " ".join(str(value).split()) for value in row]


def _words(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", text).casefold().split())


def _is_number(value: Waarde) -> bool:
    if isinstance(value, str):
        try:
            parse_number(value)
        except ValueError:
            return False
        return True
    return isinstance(value, int | float)
