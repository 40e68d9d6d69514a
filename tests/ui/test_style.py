"""The colours can be read by everybody, the icons exist and follow the theme."""

from __future__ import annotations

import math
from dataclasses import fields

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics

from regietafel.paths import resource
from ui.kit import style
from ui.kit.icons import icon, pixmap
from ui.kit.style import DARK, LIGHT, Theme

GROUNDS = ("background", "surface", "selection", "hover")
TEXTS = ("text", "secondary", "accent", "behind", "level", "ahead", "error", "done")


def luminance(color: str) -> float:
    made = QColor(color)
    linear = [
        part / 12.92 if part <= 0.03928 else math.pow((part + 0.055) / 1.055, 2.4)
        for part in (made.redF(), made.greenF(), made.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_text_can_be_read(theme: Theme) -> None:
    for ground in GROUNDS:
        for text in TEXTS:
            assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5, (text, ground)
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.on_accent, theme.ahead) >= 4.5  # a primary button under the mouse


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_edges_of_inputs_can_be_seen(theme: Theme) -> None:
    assert contrast("#000000", theme.tick) >= 4.5
    assert contrast(theme.input, theme.surface) >= 3
    assert contrast(theme.input, theme.background) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_role_is_a_colour(theme: Theme) -> None:
    assert all(QColor(getattr(theme, role.name)).isValid() for role in fields(theme))


def test_appearance_is_chosen_and_remembered(appearance: style.Appearance) -> None:
    appearance.choose(style.DARK_MODE)
    assert style.theme() is DARK and appearance.mode == style.DARK_MODE
    appearance.choose(style.LIGHT_MODE)
    assert style.theme() is LIGHT
    appearance.choose(style.SYSTEM)


def test_icons_take_the_colour_of_the_theme(appearance: style.Appearance) -> None:
    for theme in (LIGHT, DARK):
        style.show(theme)
        image = pixmap("circle-check", "accent", 64).toImage()
        colors = {
            image.pixelColor(x, y).name() for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() == 255
        }
        assert theme.accent.lower() in colors
    appearance.apply()


def test_icons_are_there() -> None:
    for path in resource("icons").glob("*.svg"):
        assert not icon(path.stem).pixmap(QSize(16, 16)).toImage().isNull()


def test_figures_are_equally_wide(appearance: style.Appearance) -> None:
    font = QFont(style.FAMILIES)
    font.setPixelSize(13)
    assert QFontInfo(font).family() == "Open Sans"
    assert len({QFontMetrics(font).horizontalAdvance(digit) for digit in "0123456789"}) == 1
