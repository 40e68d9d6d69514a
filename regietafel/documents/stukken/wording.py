"""How the documents write counts, half-years, names and places."""

from __future__ import annotations

from collections.abc import Iterable

from regietafel.domain.periode import Periode
from regietafel.i18n import _, format_number


def name_halfjaar(periode: Periode) -> str:
    """``het tweede halfjaar van 2023``."""
    half = _("eerste") if periode.helft == 1 else _("tweede")
    return _("het {half} halfjaar van\u00a0{jaar}").format(half=half, jaar=periode.jaar)


def name_looptijd(first: Periode, last: Periode) -> str:
    """One half-year, or ``het tweede halfjaar van 2023 tot en met het eerste halfjaar van 2025``."""
    if first == last:
        return name_halfjaar(first)
    return _("{first} tot en met {last}").format(first=name_halfjaar(first), last=name_halfjaar(last))


def count_personen(aantal: int) -> str:
    """``1 persoon``, ``1.234 personen``."""
    return (_("{aantal}\u00a0persoon") if aantal == 1 else _("{aantal}\u00a0personen")).format(
        aantal=format_number(aantal)
    )


def enumerate_names(names: Iterable[str]) -> str:
    """``Almelo, Borne en Enschede``."""
    *first, last = names
    return _("{first} en {last}").format(first=", ".join(first), last=last) if first else last


def place_line(postcode: str, plaats: str) -> str:
    """``7600 AA  Almelo``, as post wants it."""
    return "  ".join(filter(None, (postcode.strip(), plaats.strip())))
