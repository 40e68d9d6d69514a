"""A picture as an SVG file, in the colours of paper."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from regietafel.figures.colours import PAPER
from regietafel.figures.shapes import Figuur, Line, Polygon, Ring, Shape, Text, titled

_FONT = "'Open Sans', 'DejaVu Sans', sans-serif"


def to_svg(figuur: Figuur, *, met_titel: bool = True) -> str:
    """The picture with its title above it, or without; a screen reader finds title and sentence."""
    drawn = titled(figuur) if met_titel else figuur
    patterns = {(s.pattern, s.ink) for s in drawn.vormen if isinstance(s, Polygon) and s.pattern}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawn.breedte:g}" height="{drawn.hoogte:g}"'
        f' viewBox="0 0 {drawn.breedte:g} {drawn.hoogte:g}" role="img" aria-labelledby="titel zin" xml:lang="nl"'
        f' font-family="{_FONT}">',
        f'<title id="titel">{_escaped(figuur.titel)}</title>',
        f'<desc id="zin">{_escaped(figuur.zin)}</desc>',
        "<defs>",
        *(_pattern(kind, ink) for kind, ink in sorted(patterns)),
        "</defs>",
        f'<rect width="{drawn.breedte:g}" height="{drawn.hoogte:g}" fill="{PAPER["surface"]}"/>',
        *(line for shape in drawn.vormen for line in _shape(shape)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _pattern(kind: str, ink: str) -> str:
    color = PAPER[ink]
    if kind == "dots":
        side, turn, inside = 8.0, "", f'<circle cx="4" cy="4" r="1.2" fill="{color}"/>'
    else:
        side, turn = 5.66, ' patternTransform="rotate(45)"'
        inside = f'<rect width="1.1" height="{side}" fill="{color}"/>'
    opening = f'<pattern id="{kind}-{ink}" width="{side:g}" height="{side:g}" patternUnits="userSpaceOnUse"{turn}>'
    return f"{opening}{inside}</pattern>"


def _shape(shape: Shape) -> Iterator[str]:
    if isinstance(shape, Polygon):
        yield from _polygon(shape)
    elif isinstance(shape, Line):
        if len(shape.points) > 1:
            dash = f' stroke-dasharray="{shape.dash:g}"' if shape.dash else ""
            yield (
                f'<path d="{_path(shape.points)}" fill="none" stroke="{PAPER[shape.color]}"'
                f' stroke-width="{shape.thickness:g}" stroke-linejoin="round"{dash}/>'
            )
    else:
        yield from _text(shape)


def _polygon(shape: Polygon) -> Iterator[str]:
    path = " ".join(_path(ring) + "Z" for ring in shape.rings if ring)
    tip = f"<title>{_escaped(shape.tip)}</title>" if shape.tip else ""
    edge = f' stroke="{PAPER[shape.edge]}" stroke-width="{shape.thickness:g}"' if shape.edge else ""
    fill = PAPER[shape.fill] if shape.fill else "none"
    area = ' pointer-events="all"' if tip else ""
    yield f'<path d="{path}" fill="{fill}" fill-rule="evenodd" stroke-linejoin="round"{edge}{area}>{tip}</path>'
    if shape.pattern:
        yield f'<path d="{path}" fill="url(#{shape.pattern}-{shape.ink})" fill-rule="evenodd" pointer-events="none"/>'


def _text(shape: Text) -> Iterator[str]:
    weight = ' font-weight="600"' if shape.strong else ""
    place = f'x="{shape.x:.1f}" y="{shape.y:.1f}" font-size="{shape.size:g}" text-anchor="{shape.anchor}"{weight}'
    words = _escaped(shape.words)
    if shape.halo:  # a text of its own: not every program knows paint-order
        halo = f'fill="none" stroke="{PAPER[shape.halo]}" stroke-width="4" stroke-linejoin="round"'
        yield f'<text {place} {halo} aria-hidden="true">{words}</text>'
    yield f'<text {place} fill="{PAPER[shape.color]}">{words}</text>'


def _path(points: Ring) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _escaped(text: str) -> str:
    """Text that XML can hold."""
    return escape("".join(c if c.isprintable() else " " for c in text))
