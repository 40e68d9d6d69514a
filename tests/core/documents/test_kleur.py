"""The colour of a house: whether it can be read, and the nearest that can."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.documents.kleur import contrast, donkerder, leesbaarheid, lijnkleur, tekstkleur


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#FFFFFF") == pytest.approx(1)
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#1D4ED8", "#000000") == pytest.approx(21 / contrast("#1D4ED8"))


@given(st.integers(0, 0xFFFFFF))
def test_the_darker_one_can_be_read_and_is_of_the_same_hue(number: int) -> None:
    kleur = f"#{number:06X}"
    darker = donkerder(kleur)
    assert tekstkleur(darker) == darker
    if tekstkleur(kleur):
        assert darker == kleur
    hues = [colorsys.rgb_to_hls(*(int(each[at : at + 2], 16) / 255 for at in (1, 3, 5))) for each in (kleur, darker)]
    if min(saturation for _hue, _light, saturation in hues) > 0.3:
        apart = abs(hues[0][0] - hues[1][0])
        assert min(apart, 1 - apart) < 0.03


def test_what_is_said_of_a_colour() -> None:
    assert leesbaarheid("") == ""
    assert leesbaarheid("#1D4ED8") == "Goed leesbaar op wit (contrast 6,7\u00a0:\u00a01)."
    assert leesbaarheid("#E06000") == (
        "Te licht voor letters (contrast 3,5\u00a0:\u00a01, nodig is 4,5\u00a0:\u00a01);"
        " wij gebruiken hem alleen voor lijnen."
        " Met #C55400 kan het wel."
    )
    assert (tekstkleur("#E06000"), lijnkleur("#E06000")) == ("", "#E06000")
    assert "wij gebruiken hem niet" in leesbaarheid("#FFCC00")
    assert lijnkleur("#FFCC00") == ""
