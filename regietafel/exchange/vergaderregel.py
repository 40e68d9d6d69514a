"""The one line that is typed while people talk: ``B …``, ``K …`` or ``A gemeente: wat, voor datum``.

Whatever is typed is taken. What is not clear stays in the words of the line and is asked: no line is ever refused.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from regietafel.domain.record import MAX_NAAM, MAX_TEXT
from regietafel.domain.verslag import ACTIE, BESLUIT, KNELPUNT, NOTITIE
from regietafel.exchange.datum import read_day
from regietafel.i18n import MAANDEN, WEEKDAGEN, _, format_date_long, format_number, shorten
from regietafel.queries.partijen import BekendePartij
from regietafel.reference import spelling_key

_LETTERS = {"b": BESLUIT, "k": KNELPUNT, "a": ACTIE} | {soort: soort for soort in (BESLUIT, KNELPUNT, ACTIE)}
_LETTER = re.compile(
    r"[\s\-–—•*]*(besluit|knelpunt|actie|[bka])(?:\s*[.)\-–—](?=\s|$)|\s*:|(?=\s|$))",  # not that of “B&W” or “A.s.”
    re.IGNORECASE,
)
_COLON = re.compile(r"(?<!\d):(?!//)|:(?![\d/])")  # not that of 10:30 or https://
_BETWEEN_NAMES = re.compile(r"\s*[,;/+]\s*(?:en\s+)?|\s+(?:en|&)\s+", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"^(?:(?:de|het) )?(?:(?:gemeenten?|gem) )?")  # of a spelling_key
_ALLEN = {"iedereen", "allen", "alle gemeenten", "alle gemeentes", "elke gemeente"}
_WORDS = (
    r"(?:(?:uiterlijk|(?:voor|vóór) of op|op of (?:voor|vóór)|voor|vóór|op|per|vanaf|tot en met|tot|t/m|deadline|gereed"
    r"|klaar)\s*:?\s+)+(?:(?:het|de)\s+)?"
)
_BEFORE_DAY = re.compile(  # where the words are its own: at the start, after a comma, a dash or a bracket
    rf"(?P<apart>^\s*|\s*[,;(]\s*|\s+[-–—]\s+)(?P<word>{_WORDS})?|(?<!\w){_WORDS}"
    r"|(?<!\w)(?=(?:over|binnen|in\s+(?:week|wk\.?))\s)",
    re.IGNORECASE,
)
_WEEKDAYS = "|".join((*WEEKDAGEN, *(dag[:2] for dag in WEEKDAGEN)))
_LIKE_DAY = re.compile(
    rf"(?:(?:{_WEEKDAYS})\.? )?\d{{1,4}}(?: ?[-/.] ?\d|\w* (?:{'|'.join(maand[:3] for maand in MAANDEN)}|mrt))",
    re.IGNORECASE,
)
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
_TAIL = 100  # characters at the end in which a day is looked for
_SHOWN = 80  # characters of what was typed in a question
_MOST_NAMES, _MOST_SIGNS = 60, 3_000  # in front of the colon; what is more is a text
_MARKS = " \t.,;:-–—"


class Houder(NamedTuple):
    """Who does it: ``naam`` is that of the party; of one that is not known, what was typed."""

    gemeente_id: int | None
    naam: str


@dataclass(frozen=True, kw_only=True)
class Invoerregel:
    """What a line says.

    ``invoer`` is the line as typed; only a sign that no file can hold is a � in it. ``tekst`` is what is left without
    letter, owner and day; it is empty when nothing but a letter was typed. Only an action has ``houders`` and a day: of
    what else is said the words are kept whole. ``vraag`` is what is doubtful, in Dutch.
    """

    invoer: str
    soort: str  # one of domain.verslag.SOORTEN
    tekst: str
    houders: tuple[Houder, ...] = ()
    voor: datetime.date | None = None
    vraag: str = ""


def read_regel(text: str, partijen: Sequence[BekendePartij], op: datetime.date) -> Invoerregel:
    """Read a line as it is meant on the day ``op``.

    ``iedereen`` and ``alle gemeenten`` are the gemeenten among ``partijen``, one by one, so that each is reminded.
    """
    typed = text.rstrip("\r\n")
    said = "".join(" " if _unstorable(sign) else sign for sign in typed).translate(_INVISIBLE)
    match = _LETTER.match(said)
    soort = _LETTERS[match[1].casefold()] if match else NOTITIE
    tekst = (said[match.end() :] if match else said).strip()
    houders: tuple[Houder, ...] = ()
    voor: datetime.date | None = None
    vragen: list[str] = []
    if len(typed) > MAX_TEXT:
        too_long = _("Deze regel telt {n} tekens; {max} is het meeste. Wilt u de regel verdelen?")
        vragen.append(too_long.format(n=format_number(len(typed)), max=format_number(MAX_TEXT)))
    if soort == NOTITIE or not tekst.strip(_MARKS):
        vragen.append(_what(soort))
    elif soort == ACTIE:
        tekst, houders, voor = _read_actie(tekst, partijen, op, vragen)
    return Invoerregel(
        invoer="".join("\N{REPLACEMENT CHARACTER}" if _unstorable(sign) else sign for sign in typed),
        soort=soort,
        tekst=tekst,
        houders=houders,
        voor=voor,
        vraag=" ".join(vragen),
    )


def _read_actie(
    said: str, partijen: Sequence[BekendePartij], op: datetime.date, vragen: list[str]
) -> tuple[str, tuple[Houder, ...], datetime.date | None]:
    """What is done, by whom and before which day; what is doubtful is added to ``vragen``."""
    known = {
        spelling_key(naam): Houder(each.gemeente_id, each.naam)
        for each in reversed(partijen)  # of two that are called alike the first
        for naam in (*each.andere_namen, each.naam)
    }
    colon = _COLON.search(said)
    owners, what = (said[: colon.start()], said[colon.end() :].strip()) if colon else ("", said)
    voor, tekst = _take_day(what, op)
    if voor is None:
        voor, owners = _take_day(owners, op)
    houders = _houders(owners, known)
    if not houders:  # the colon is one of the sentence
        what = said
        voor, tekst = _take_day(what, op)
        vragen.append(_who(said, known))
    vragen += [_who_is(each.naam, known) for each in houders if each not in known.values()]
    if not tekst.strip(_MARKS):
        vragen.append(_what(ACTIE))
        tekst = what or said.strip(_MARKS)
    vragen += _ask_day(voor, tekst, op)
    return tekst, houders, voor


def _houders(owners: str, known: Mapping[str, Houder]) -> tuple[Houder, ...]:
    """Those named in front of the colon, the longest known names first; none when it reads like the text itself."""
    if len(owners) > _MOST_SIGNS:
        return ()
    ends = [0, *(place for match in _BETWEEN_NAMES.finditer(owners) for place in match.span()), len(owners)]
    pieces = [span for span in zip(ends[::2], ends[1::2], strict=True) if owners[slice(*span)].strip(_MARKS)]
    found: list[Houder] = []
    strange: list[str] = []
    while pieces and len(pieces) <= _MOST_NAMES:
        (start, own_end), *others = pieces
        for left in range(len(pieces), 0, -1):
            if named := _named(owners[start : pieces[left - 1][1]], known):
                found += named
                pieces = pieces[left:]
                break
        else:
            strange.append(owners[start:own_end].strip())
            found.append(Houder(None, strange[-1]))
            pieces = others
    if pieces or any(len(each) > MAX_NAAM for each in strange):
        return ()
    if len(strange) == len(found) and not all(_like_name(each, known) for each in strange):
        return ()
    return tuple(dict.fromkeys(found))


def _named(text: str, known: Mapping[str, Houder]) -> tuple[Houder, ...]:
    key = spelling_key(text)
    for each in (key, _BEFORE_NAME.sub("", key)):
        if each in known:
            return (known[each],)
    if key in _ALLEN:
        return tuple(each for each in reversed(dict.fromkeys(known.values())) if each.gemeente_id is not None)
    return ()


def _like_name(text: str, known: Mapping[str, Houder]) -> bool:
    """Whether what nobody knows can be who does it, rather than the begin of what is done."""
    words = len(text.split())
    return words == 1 or (words <= 5 and text[0].isupper()) or (words <= 3 and bool(_nearest(text, known)))


def _nearest(text: str, known: Mapping[str, Houder]) -> str:
    import difflib

    key = _BEFORE_NAME.sub("", spelling_key(text))[:100]
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    within = (each for each in known if f" {each} " in f" {key} " or f" {key} " in f" {each} ")  # wethouder Almelo
    return next((known[each].naam for each in (*near, *within)), "")


def _take_day(text: str, op: datetime.date) -> tuple[datetime.date | None, str]:
    """The day at the end of the text, and the text without it and the words that bring it; else the text as it is."""
    for start, said, _likely in _endings(text):
        if day := read_day(said, op):
            return day, text[:start].rstrip(_MARKS)
    return None, text


def _endings(text: str) -> Iterator[tuple[int, str, bool]]:
    """Where the end of the text may say a day, what is said there, and whether that can hardly be anything else."""
    end = text.rstrip(_MARKS + "!?")
    bracket = end.endswith(")")
    end = end.removesuffix(")")
    for match in _BEFORE_DAY.finditer(end, max(0, len(end) - _TAIL)):
        if bracket == ("(" in match[0]) and (said := end[match.end() :].strip(_MARKS)):
            own = bool(match.start() and match["apart"] and match["word"]) and len(said.split()) <= 3
            yield match.start(), said, own or bool(_LIKE_DAY.match(said))


def _ask_day(voor: datetime.date | None, tekst: str, op: datetime.date) -> Iterator[str]:
    if voor is None:
        strange = next((said for _start, said, likely in _endings(tekst) if likely), "")
        if strange:
            yield _("“{tekst}” is geen datum.").format(tekst=shorten(strange, _SHOWN))
        yield _("Voor welke datum?")
        return
    other, _rest = _take_day(tekst, op)
    if other and other != voor:
        both = {"een": format_date_long(other), "ander": format_date_long(voor)}
        yield _("Er staan twee datums: {een} en {ander}. Welke geldt?").format(**both)
    if voor < op:
        yield _("{datum} is al voorbij. Klopt dat?").format(datum=format_date_long(voor))


def _what(soort: str) -> str:
    return {
        BESLUIT: _("Wat is er besloten?"),
        KNELPUNT: _("Wat is het knelpunt?"),
        ACTIE: _("Wat moet er gebeuren?"),
        NOTITIE: _("Is dit een besluit (B), een knelpunt (K) of een actie (A)?"),
    }[soort]


def _who(said: str, known: Mapping[str, Houder]) -> str:
    """The question when nobody is named in front of a colon; perhaps the text begins with the name."""
    words = said.split()[:6]
    for count in range(len(words), 0, -1):
        named = _named(" ".join(words[:count]).strip(_MARKS), known)
        if len(named) == 1:
            return _("Wie doet dit? Bedoelt u {naam}?").format(naam=named[0].naam)
    return _("Wie doet dit?")


def _who_is(naam: str, known: Mapping[str, Houder]) -> str:
    asked = _("Wie is “{naam}”?").format(naam=shorten(naam, _SHOWN))
    nearest = _nearest(naam, known)
    return asked + (" " + _("Bedoelt u {naam}?").format(naam=nearest) if nearest else "")


def _unstorable(sign: str) -> bool:
    """Whether no record takes it (``domain.record.check_text``)."""
    return sign != "\t" and unicodedata.category(sign) in {"Cc", "Cs"}
