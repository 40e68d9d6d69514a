"""The limits to an uitruil of a half-year: as rows, and as one types them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from regietafel.domain.grens import Grens
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import _, parse_number, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import find_gemeente, gemeente_names

_MOST = re.compile(r"(afstaan|overnemen)\s*(?:<=|≤)\s*(\S+)", re.IGNORECASE)
_NOT = re.compile(r"niet\s+(afstaan|overnemen)", re.IGNORECASE)
_ONLY = re.compile(r"alleen\s+(?:met\s+)?(.+)", re.IGNORECASE)
_LEAST = re.compile(r"minimaal\s+(\S+)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class GrensRegel:
    """The limits of one gemeente as a table shows them, with the names of its partners."""

    gemeente_id: int
    gemeente: str
    max_afstaan: int | None
    max_overnemen: int | None
    partners: str
    minimum: int | None
    toelichting: str


def grens_regels(ledger: Ledger, periode: Periode) -> tuple[GrensRegel, ...]:
    """The limits of a half-year, by name of the gemeente."""
    names = gemeente_names(ledger)
    rows = [
        GrensRegel(
            gemeente_id=each.gemeente_id,
            gemeente=names[each.gemeente_id],
            max_afstaan=each.max_afstaan,
            max_overnemen=each.max_overnemen,
            partners=partner_names(ledger, each),
            minimum=each.minimum,
            toelichting=each.toelichting,
        )
        for each in ledger.grenzen.where(periode=periode)
    ]
    return tuple(sorted(rows, key=lambda row: sort_key(row.gemeente)))


def partner_names(ledger: Ledger, grens: Grens) -> str:
    """``Almelo, Hengelo``; a code this file does not know stays a code."""
    known = {each.gm_code: each.naam for each in ledger.gemeenten}
    return ", ".join(sorted((known.get(code, code) for code in grens.codes), key=sort_key))


def partner_codes(ledger: Ledger, text: str) -> str:
    """``Hengelo, Almelo`` as it is stored. Raises RegietafelError that proposes the nearest name."""
    names = [name for name in re.split(r"[,;]", text) if name.strip()]
    return " ".join(sorted({find_gemeente(ledger, name).gm_code for name in names}))


def parse_grens(ledger: Ledger, periode: Periode, text: str) -> Grens:
    """One limit: ``Wierden:overnemen<=5``, ``Borne:niet afstaan``, ``Borne:alleen Hengelo``, ``Borne:minimaal 5``.

    Raises RegietafelError that says how to write it.
    """
    name, colon, wish = text.partition(":")
    if not colon or not name.strip():
        raise _unreadable(text)
    gemeente = find_gemeente(ledger, name.strip())
    assert gemeente.id is not None
    values: dict[str, Any] = {}
    wish = wish.strip()
    try:
        if match := _NOT.fullmatch(wish):
            values = {f"max_{match[1].lower()}": 0}
        elif match := _ONLY.fullmatch(wish):
            values = {"partners": partner_codes(ledger, match[1])}
        elif match := _MOST.fullmatch(wish):
            values = {f"max_{match[1].lower()}": parse_number(match[2])}
        elif match := _LEAST.fullmatch(wish):
            values = {"minimum": parse_number(match[1])}
    except ValueError:
        raise _unreadable(text) from None
    if all(value == "" for value in values.values()):
        raise _unreadable(text)
    return Grens(gemeente_id=gemeente.id, periode=periode, **values)


def combined(stored: Iterable[Grens], extra: Iterable[Grens]) -> dict[int, Grens]:
    """The limits per gemeente id; what is given beside them replaces what is stored, one attribute at a time."""
    found = {each.gemeente_id: each for each in stored}
    for each in extra:
        now = found.get(each.gemeente_id, Grens(gemeente_id=each.gemeente_id, periode=each.periode))
        found[each.gemeente_id] = replace(
            now,
            max_afstaan=now.max_afstaan if each.max_afstaan is None else each.max_afstaan,
            max_overnemen=now.max_overnemen if each.max_overnemen is None else each.max_overnemen,
            partners=each.partners or now.partners,
            minimum=now.minimum if each.minimum is None else each.minimum,
        )
    return found


def _unreadable(text: str) -> RegietafelError:
    return RegietafelError(
        _(
            "“{text}” is geen grens; schrijf bijvoorbeeld Wierden:overnemen<=5, Borne:niet afstaan,"
            " Borne:alleen Hengelo, Almelo of Borne:minimaal 5."
        ).format(text=text[:80])
    )
