"""Which half-years a heading, a title or the name of a sheet speaks of."""

from __future__ import annotations

import re

from regietafel.domain.periode import Periode
from regietafel.i18n import _

_YEAR = r"(?<!\d)(199\d|2[01]\d\d)"
_HALF = r"(eerste|tweede|1e|2e|1ste|2de)\s+(?:helft|half\s?jaar)"
_WRITTEN = (  # each gives a year and a half, in either order
    re.compile(rf"{_YEAR}[\s\-‐‑–/_]*(II|I)(?![A-Za-z0-9])", re.IGNORECASE),  # 2023-II
    re.compile(rf"{_YEAR}\s*(?:[\-‐‑–/]\s*|-?H)([12])(?![A-Za-z0-9]|[-/.]\d)", re.IGNORECASE),  # 2023-2, not 2023-1-1
    re.compile(rf"{_HALF}\s+(?:van\s+)?(?:het\s+jaar\s+)?{_YEAR}(?!\d)", re.IGNORECASE),  # tweede helft van 2023
    re.compile(rf"{_YEAR}[,\s\-–(]+{_HALF}", re.IGNORECASE),
)
_FIRST = {"i", "1", "eerste", "1e", "1ste"}


def perioden(text: str) -> frozenset[Periode]:
    """Every half-year that is named; a date or a mere year names none."""
    found = set()
    for pattern in _WRITTEN:
        for match in pattern.finditer(text):
            year, half = sorted(match.groups(), key=lambda each: not each.isdigit() or len(each) < 4)
            found.add(Periode(int(year), 1 if half.casefold() in _FIRST else 2))
    return frozenset(found)


def enumerated(named: frozenset[Periode]) -> str:
    """``2022-II en 2023-I``."""
    return _(" en ").join(map(str, sorted(named)))
