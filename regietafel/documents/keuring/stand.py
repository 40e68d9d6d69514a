"""How something is drawn: the state that the operators of PDF change (ISO 32000-1, 8.4), as far as text needs it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pikepdf

from regietafel.documents.keuring.letters import Lettertype

Kleur = tuple[float, float, float]
Matrix = tuple[float, float, float, float, float, float]
WIT: Kleur = (1.0, 1.0, 1.0)
GEWOON: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_DEVICE = {"/DeviceGray": 1, "/G": 1, "/DeviceRGB": 3, "/RGB": 3, "/DeviceCMYK": 4, "/CMYK": 4}


@dataclass(frozen=True, kw_only=True)
class Stand:
    """The state that q saves and Q restores."""

    ctm: Matrix = GEWOON
    colour: Kleur | None = (0.0, 0.0, 0.0)
    components: int = 1  # of the colour space; 0 when unknown
    font: Lettertype | None = None
    size: float = 0.0
    leading: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    mode: int = 0


def matrix(numbers: Any) -> Matrix:
    """Six numbers of a file."""
    a, b, c, d, e, f = (float(each) for each in numbers)
    return a, b, c, d, e, f


def times(one: Matrix, two: Matrix) -> Matrix:
    """First one, then two."""
    return (
        one[0] * two[0] + one[1] * two[2],
        one[0] * two[1] + one[1] * two[3],
        one[2] * two[0] + one[3] * two[2],
        one[2] * two[1] + one[3] * two[3],
        one[4] * two[0] + one[5] * two[2] + two[4],
        one[4] * two[1] + one[5] * two[3] + two[5],
    )


def apply(placed: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where the point comes."""
    return x * placed[0] + y * placed[2] + placed[4], x * placed[1] + y * placed[3] + placed[5]


def with_text_state(state: Stand, name: str, value: float) -> Stand:
    """The state after an operator with one number."""
    match name:
        case "TL":
            return replace(state, leading=value)
        case "Tc":
            return replace(state, spacing=value)
        case "Tw":
            return replace(state, word_spacing=value)
        case "Ts":
            return replace(state, rise=value)
        case "Tz":
            return replace(state, stretch=value / 100)
    return replace(state, mode=int(value))


def with_colour(state: Stand, name: str, operands: Any, resources: Any) -> Stand:
    """The state after an operator that sets the colour in which is filled."""
    if name == "cs":
        components = _components(str(operands[0]), resources)
        return replace(state, components=components, colour=(0.0, 0.0, 0.0) if components else None)
    if name in {"g", "rg", "k"}:
        state = replace(state, components={"g": 1, "rg": 3, "k": 4}[name])
    if len(operands) != state.components:
        return replace(state, colour=None)
    return replace(state, colour=_rgb([min(1.0, max(0.0, float(each))) for each in operands]))


def _components(name: str, resources: Any) -> int:
    """How many numbers a colour has in this colour space; 0 when they mean something else than light or ink."""
    if name in _DEVICE:
        return _DEVICE[name]
    space = resources.get("/ColorSpace", {}).get(name)
    if isinstance(space, pikepdf.Array) and len(space) > 1:
        kind = str(space[0])
        if kind == "/ICCBased":
            return int(space[1].get("/N", 0))
        return {"/CalGray": 1, "/CalRGB": 3}.get(kind, 0)
    return _DEVICE.get(str(space), 0)


def _rgb(numbers: list[float]) -> Kleur:
    if len(numbers) == 1:
        return numbers[0], numbers[0], numbers[0]
    if len(numbers) == 4:
        cyan, magenta, yellow, black = numbers
        return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
    return numbers[0], numbers[1], numbers[2]
