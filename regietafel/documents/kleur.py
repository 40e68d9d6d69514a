"""Whether a colour can be read, and what to use when it cannot (WCAG 2.1, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import colorsys
import math
from decimal import Decimal

from regietafel.i18n import _, format_decimal

TEXT, LINE = 4.5, 3.0  # the least contrast of letters, and of lines
WHITE = "#FFFFFF"

_STEPS = 200  # of lightness, from the colour to black


def contrast(kleur: str, achtergrond: str = WHITE) -> float:
    """From 1.0, no difference, to 21.0, black on white; colours are ``#1D4ED8``."""
    low, high = sorted((_luminance(kleur), _luminance(achtergrond)))
    return (high + 0.05) / (low + 0.05)


def donkerder(kleur: str) -> str:
    """The same hue, no darker than needed to be read as text on white; a colour that can be read is itself."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(kleur))
    for step in range(_STEPS + 1):
        part = lightness * (_STEPS - step) / _STEPS
        tried = "#{:02X}{:02X}{:02X}".format(*(round(c * 255) for c in colorsys.hls_to_rgb(hue, part, saturation)))
        if contrast(tried) >= TEXT:
            return tried
    return "#000000"


def tekstkleur(kleur: str) -> str:
    """The colour when text in it can be read on white, and otherwise empty."""
    return kleur if kleur and contrast(kleur) >= TEXT else ""


def lijnkleur(kleur: str) -> str:
    """The colour when a line in it can be seen on white, and otherwise empty."""
    return kleur if kleur and contrast(kleur) >= LINE else ""


def leesbaarheid(kleur: str) -> str:
    """What the user is told about a colour: what it is used for, and which one could be read; empty without colour."""
    if not kleur:
        return ""
    said = format_decimal(Decimal(math.floor(contrast(kleur) * 10)) / 10)  # down, so that 4,5 is enough
    if tekstkleur(kleur):
        return _("Goed leesbaar op wit (contrast {contrast}\u00a0:\u00a01).").format(contrast=said)
    use = _("wij gebruiken hem alleen voor lijnen") if lijnkleur(kleur) else _("wij gebruiken hem niet")
    return _(
        "Te licht voor letters (contrast {contrast}\u00a0:\u00a01, nodig is 4,5\u00a0:\u00a01); {gebruik}."
        " Met {donkerder} kan het wel."
    ).format(contrast=said, gebruik=use, donkerder=donkerder(kleur))


def _rgb(kleur: str) -> tuple[float, float, float]:
    return int(kleur[1:3], 16) / 255, int(kleur[3:5], 16) / 255, int(kleur[5:7], 16) / 255


def _luminance(kleur: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(kleur))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
