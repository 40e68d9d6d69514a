"""What ships with the program: the gemeenten, provincies and veiligheidsregio's of the country, and dated facts.

Read from ``resources/`` when first asked for (sources: ``resources/BRONNEN.md``). A user's file has its own gemeenten,
addresses, steps and days, which may differ; these are what a new file starts from and what names are compared with.
"""

from __future__ import annotations

import csv
import datetime
import re
import unicodedata
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Any, TypeVar, cast

from regietafel.domain.inwoners import Herindeling
from regietafel.domain.norm import Norm
from regietafel.domain.overleg import Schoolvakantie
from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.record import Record
from regietafel.domain.regeling import Regeling
from regietafel.domain.regio import Adressaat
from regietafel.domain.staat import Zekerheid
from regietafel.domain.termijn import Termijn
from regietafel.domain.toezicht import Trede
from regietafel.errors import RegietafelError
from regietafel.i18n import _, shorten
from regietafel.paths import resource

_APOSTROPHES: dict[int, str | None] = dict.fromkeys(map(ord, "’‘‛`´ʼʹ′＇"), "'")
_SIGNS = _APOSTROPHES | dict.fromkeys(map(ord, "-‐‑‒–—−()"), " ") | {ord("."): None, 0xAD: None}  # 0xAD: soft hyphen
_CODE = re.compile(r"(?:gm)?\s*(\d{1,4})", re.IGNORECASE)
_BETWEEN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_DOUBLE_NAMES = {"PV21": ("Friesland",), "VR02": ("Friesland",), "VR24": ("Limburg-Zuid",)}


@dataclass(frozen=True, kw_only=True)
class Gebied:
    """A provincie (``PV23``) or a veiligheidsregio (``VR05``)."""

    code: str
    naam: str
    andere_namen: tuple[str, ...] = ()

    @property
    def namen(self) -> tuple[str, ...]:
        """Every legitimate spelling, the usual one first."""
        return (self.naam, *self.andere_namen)


@dataclass(frozen=True, kw_only=True)
class BekendeGemeente(Gebied):
    """A gemeente of the country; ``code`` is its GM-code. Inhabitants on 1 January; label point in RD metres."""

    provincie_code: str
    provincie: str
    veiligheidsregio_code: str
    veiligheidsregio: str
    inwoners_2022: int
    inwoners_2024: int
    label_x: int
    label_y: int


G = TypeVar("G", bound=Gebied)
R = TypeVar("R", bound=Record)

_FILES: Mapping[type[Record], str] = {
    Adressaat: "adressaten.csv",
    Herindeling: "herindelingen.csv",
    Trede: "treden.csv",
    Termijn: "termijnen.csv",
    Procestermijn: "procestermijnen.csv",
    Norm: "normen.csv",
    Zekerheid: "zekerheden.csv",
    Regeling: "regelingen.csv",
    Schoolvakantie: "schoolvakanties.csv",
}
MEEGELEVERD = tuple(_FILES)
"""The kinds of dated facts that ship with the program and that a user may edit."""

NEDERLAND = Gebied(code="NL00", naam="Nederland")


@cache
def gemeenten() -> tuple[BekendeGemeente, ...]:
    """All 342, by code. Numbers and names: CBS."""
    return tuple(
        BekendeGemeente(
            code=row["gm_code"],
            naam=row["naam"],
            andere_namen=tuple(filter(None, row["andere_namen"].split("|"))),
            provincie_code=row["provincie_code"],
            provincie=row["provincie"],
            veiligheidsregio_code=row["veiligheidsregio_code"],
            veiligheidsregio=row["veiligheidsregio"],
            inwoners_2022=int(row["inwoners_2022"]),
            inwoners_2024=int(row["inwoners_2024"]),
            label_x=int(row["label_x"]),
            label_y=int(row["label_y"]),
        )
        for row in _read("gemeenten.csv")
    )


@cache
def buren() -> Mapping[str, frozenset[str]]:
    """The gemeenten with which each gemeente shares a border, by GM-code; none for an island of its own."""
    found: dict[str, set[str]] = {gemeente.code: set() for gemeente in gemeenten()}
    for row in _read("buren.csv"):
        found[row["gm_code"]].add(row["buur_gm_code"])
        found[row["buur_gm_code"]].add(row["gm_code"])
    return {code: frozenset(others) for code, others in found.items()}


@cache
def provincies() -> tuple[Gebied, ...]:
    """The 12 provincies, in the usual order (Groningen first)."""
    return _gebieden((gemeente.provincie_code, gemeente.provincie) for gemeente in gemeenten())


@cache
def veiligheidsregios() -> tuple[Gebied, ...]:
    """The 25 veiligheidsregio's, by number."""
    return _gebieden((gemeente.veiligheidsregio_code, gemeente.veiligheidsregio) for gemeente in gemeenten())


def meegeleverd(record: type[R]) -> tuple[R, ...]:
    """What a new file knows of this kind; an empty ``gecontroleerd_op`` means nobody has checked it."""
    found: tuple[R, ...] = _meegeleverd(cast("Hashable", record))
    return found


def adressaten_for(provincies: Iterable[str]) -> tuple[Adressaat, ...]:
    """Those every table writes to, and of the provincies only these."""
    wanted = {f"provincie {found.naam}" for naam in set(provincies) if (found := known_provincie(naam))}
    return tuple(
        each for each in meegeleverd(Adressaat) if each.sleutel in wanted or not each.sleutel.startswith("provincie ")
    )


def find_gemeente(text: str) -> BekendeGemeente:
    """By code (``GM0153``, ``153``) or any legitimate spelling; RegietafelError proposes the nearest name."""
    if (gemeente := known_gemeente(text)) is None:
        raise _unknown(text, _("“{text}” is geen bekende gemeente."), gemeenten())
    return gemeente


def known_gemeente(text: str) -> BekendeGemeente | None:
    """As :func:`find_gemeente`, None when unknown."""
    if code := gm_code(text):
        return _gemeenten_by_code().get(code)
    return spellings().get(spelling_key(text))


def find_provincie(text: str) -> Gebied:
    """By code (``PV21``) or name (``Fryslân``, ``Friesland``); RegietafelError proposes the nearest name."""
    if (provincie := known_provincie(text)) is None:
        raise _unknown(text, _("“{text}” is geen provincie."), provincies())
    return provincie


def known_provincie(text: str) -> Gebied | None:
    """As :func:`find_provincie`, None when unknown."""
    return _provincies_by_key().get(spelling_key(text))


def find_veiligheidsregio(text: str) -> Gebied:
    """By code (``VR05``) or name, also as COA writes it (``Limburg-Zuid``); RegietafelError proposes the nearest."""
    if (regio := known_veiligheidsregio(text)) is None:
        raise _unknown(text, _("“{text}” is geen veiligheidsregio."), veiligheidsregios())
    return regio


def known_veiligheidsregio(text: str) -> Gebied | None:
    """As :func:`find_veiligheidsregio`, None when unknown."""
    return _veiligheidsregios_by_key().get(spelling_key(text))


def gebied_naam(code: str) -> str:
    """The name of a provincie, veiligheidsregio or gemeente, or of the country; the code itself when unknown."""
    found = known_gemeente(code) or known_provincie(code) or known_veiligheidsregio(code)
    return NEDERLAND.naam if code == NEDERLAND.code else found.naam if found else code


def gm_code(text: str) -> str | None:
    """``gm153``, ``0153`` and ``153`` → ``GM0153``; None when the text is no code."""
    match = _CODE.fullmatch(text.strip())
    return f"GM{int(match[1]):04d}" if match else None


@lru_cache(maxsize=4096)
def spelling_key(text: str) -> str:
    """The same for spellings that differ in capitals, accents, spaces, hyphens, brackets, dots, kind of apostrophe.

    An apostrophe that is missing altogether makes a difference: ``s-Gravenhage`` is a slip.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
        text = "".join(sign for sign in text if not unicodedata.combining(sign))
    return " ".join(text.translate(_SIGNS).casefold().split())


def without_brackets(text: str) -> str:
    """``Bergen (NH.)`` → ``Bergen``: what two gemeenten may be called alike."""
    return _BETWEEN_BRACKETS.sub("", text)


@cache
def spellings() -> Mapping[str, BekendeGemeente]:
    """Every legitimate spelling of every gemeente, as its :func:`spelling_key`."""
    return {spelling_key(naam): gemeente for gemeente in gemeenten() for naam in gemeente.namen}


@cache
def _gemeenten_by_code() -> Mapping[str, BekendeGemeente]:
    return {gemeente.code: gemeente for gemeente in gemeenten()}


@cache
def _provincies_by_key() -> dict[str, Gebied]:
    return _by_key(provincies())


@cache
def _veiligheidsregios_by_key() -> dict[str, Gebied]:
    return _by_key(veiligheidsregios())


def _by_key(gebieden: Sequence[G]) -> dict[str, G]:
    return {spelling_key(naam): gebied for gebied in gebieden for naam in (gebied.code, *gebied.namen)}


def _gebieden(pairs: Iterable[tuple[str, str]]) -> tuple[Gebied, ...]:
    return tuple(
        Gebied(code=code, naam=naam, andere_namen=_DOUBLE_NAMES.get(code, ())) for code, naam in sorted(set(pairs))
    )


def _unknown(text: str, sentence: str, gebieden: Sequence[Gebied]) -> RegietafelError:
    """The sentence, with the nearest names: those that are alike but for what is between brackets, or the nearest."""
    import difflib

    key = spelling_key(text)
    nearest = [gebied.naam for gebied in gebieden if spelling_key(without_brackets(gebied.naam)) == key]
    if not nearest:
        by_key = _by_key(gebieden)
        nearest = [by_key[match].naam for match in difflib.get_close_matches(key[:100], by_key, n=1, cutoff=0.6)]
    advice = _("Bedoelt u {namen}?").format(namen=_(" of ").join(nearest)) if nearest else _("Controleer de spelling.")
    return RegietafelError(f"{sentence.format(text=shorten(text, 80))} {advice}")


def _read(name: str) -> list[dict[str, str]]:
    with resource(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _meegeleverd(record: Any) -> Any:
    kinds = {field.name: str(field.type) for field in fields(record)}
    return tuple(
        record(**{name: _value(text, kinds[name]) for name, text in row.items()}) for row in _read(_FILES[record])
    )


def _value(text: str, kind: str) -> object:
    """What a cell says, for a field of this type."""
    if not text and kind.endswith("| None"):
        return None
    plain = kind.removesuffix(" | None")
    return int(text) if plain == "int" else datetime.date.fromisoformat(text) if plain == "datetime.date" else text
