"""The colours of a picture by role, and their tints: on the screen in the theme, on paper always light."""

from __future__ import annotations

from collections.abc import Mapping

# The light theme of the window, for files and paper.
_LIGHT = {
    "surface": "#FFFFFF",
    "border": "#D5DAE1",
    "input": "#868F9C",
    "text": "#12181F",
    "secondary": "#4A5565",
    "accent": "#1D4ED8",
    "behind": "#B3450A",
    "level": "#4A5565",
    "ahead": "#00609C",
}
_TINTS = {"accent": 20, "behind": 20, "level": 12, "ahead": 16}  # percent of the colour over the surface
_CLASSES = (8, 28, 50, 100)


def with_tints(roles: Mapping[str, str]) -> dict[str, str]:
    """The roles of a theme and the tints made of them: ``behind-tint`` …, and ``class-1`` … from pale to strong."""
    surface = roles["surface"]
    tints = {f"{role}-tint": _mixed(roles[role], surface, percent) for role, percent in _TINTS.items()}
    classes = {
        f"class-{number}": _mixed(roles["accent"], surface, percent) for number, percent in enumerate(_CLASSES, start=1)
    }
    return {**roles, **tints, **classes}


def _mixed(color: str, under: str, percent: int) -> str:
    parts = ((int(color[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{(over * percent + below * (100 - percent)) // 100:02X}" for over, below in parts)


PAPER: Mapping[str, str] = with_tints(_LIGHT)
