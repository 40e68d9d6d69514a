"""A picture for a text program: the figure as PNG, with our own fonts, the same on every machine."""

from __future__ import annotations

from regietafel.figures.shapes import Figuur
from regietafel.figures.svg import to_svg
from regietafel.paths import resource

_FACES = ("OpenSans-Regular", "OpenSans-Semibold", "OpenSans-Bold", "DejaVuSans")
_DOTS_PER_POINT = 300 / 72


def to_png(figuur: Figuur, width: float) -> bytes:
    """The figure without its title, to be printed ``width`` points wide at 300 dots an inch."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=to_svg(figuur, met_titel=False),
            width=round(width * _DOTS_PER_POINT),
            skip_system_fonts=True,
            font_files=[str(resource("fonts", f"{face}.ttf")) for face in _FACES],
            font_family="Open Sans",
            sans_serif_family="Open Sans",
        )
    )
