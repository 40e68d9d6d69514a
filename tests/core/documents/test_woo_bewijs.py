"""The proof: what is left out of a publication version is nowhere in the file, in no encoding."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from regietafel.documents.blocks import (
    Document,
)
from regietafel.documents.maken import render
from regietafel.documents.woo.publicatie import publish
from tests.core.documents.reading import read as tree
from tests.core.documents.woo_bewijs import (
    PDFIUM,
    PLACES,
    SECRETS,
    WEG,
    document,
    everything,
    leaks,
    spelled,
    spoken,
    unzipped,
)


def placed(seed: int) -> Document:
    """A document with up to six secrets, each in a place of its own, spelled and cut at random."""
    dice = random.Random(seed)  # noqa: S311 - no cryptography
    places = dice.sample(PLACES, k=len(SECRETS))
    hidden = {place: spelled(secret, dice) for place, secret in zip(places, SECRETS, strict=True)}
    return document(hidden, dice)


@pytest.mark.parametrize("seed", range(100))
def test_nothing_that_was_left_out_is_in_the_pdf(seed: int) -> None:
    published = publish(placed(seed), WEG)
    assert leaks(everything(render(published))) == []


@pytest.mark.parametrize("vorm", ["docx", "odt"])
@pytest.mark.parametrize("seed", range(30))
def test_nothing_that_was_left_out_is_in_word_or_odf(seed: int, vorm: str) -> None:
    assert leaks(unzipped(render(publish(placed(seed), WEG), vorm))) == []


@pytest.mark.parametrize("place", PLACES)
def test_the_proof_would_see_a_leak_and_every_place_is_cleaned(place: str) -> None:
    dice = random.Random(1)  # noqa: S311 - no cryptography
    secret = SECRETS[0]
    made = document({place: secret}, dice)
    if place not in {"figuurrij", "feit", "samenvatting", "figuurtip", "logotekst", "label", "afzender", "voettekst"}:
        data = render(replace(made, brongegevens=())) if place != "brongegeven" else made.brongegevens[0].inhoud
        found = everything(data) if place != "brongegeven" else spoken(data)
        assert leaks(found)
    assert leaks(everything(render(publish(made, WEG)))) == []


@pytest.mark.parametrize("seed", range(20))
def test_the_legend_names_exactly_the_pages_on_which_something_was_left_out(seed: int) -> None:
    data = render(publish(placed(seed), WEG))
    read = PDFIUM.PdfDocument(data)
    texts = [page.get_textpage().get_text_bounded() for page in read]
    read.close()
    shown = [str(number) for number, text in enumerate(texts, start=1) if "5.1.2e" in text]
    (*_before, legend) = tree(data).root.find("Table")
    assert legend.find("TR")[-1].kids[-1].text == (", ".join(shown) or "–")
