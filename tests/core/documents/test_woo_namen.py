"""Of the name of an official nothing stays, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.documents.woo.naamdelen import widen
from regietafel.documents.woo.namen import surname
from regietafel.documents.woo.publicatie import cleaner
from regietafel.documents.woo.tekst import Persoonsgegeven

BETWEEN = ("", "van", "van 't", "van ’t", "'t", "van der", "van den", "van de", "in ’t", "d'", "ter", "de")
FIRST = ("Anna", "Anne-Marie", "Özlem", "Abdel")
LAST = ("Zwiebelmuts", "Çetinkaya", "Wöltgèns-Kwakkernaat")
BEFORE = ("", "Vraag ", "Bel met ", "De brief is van mevrouw ", "(", "Team wonen, ", "Geachte mevrouw ")
AFTER = ("", ".", ", tel. 140 74", " van de gemeente Borne", ")", " en Borne")


def known(naam: str) -> list[Persoonsgegeven]:
    """As they are read from a contact."""
    found = [naam, *filter(None, [surname(naam)])]
    return [Persoonsgegeven(tekst=each, grond="5.1.2e", waarom="", naam=naam) for each in found]


def name(first: str, between: str, last: str) -> str:
    glued = between.endswith("'") and between != "van 't"
    return f"{first} {between}{'' if glued or not between else ' '}{last}".strip()


@given(
    st.tuples(*map(st.sampled_from, (FIRST, BETWEEN, LAST))),
    st.sampled_from(BEFORE),
    st.sampled_from(AFTER),
    st.data(),
)
def test_the_whole_name_goes(parts: tuple[str, str, str], before: str, after: str, data: st.DataObject) -> None:
    first, between, last = parts
    initial = f"{first[0]}."
    firsts = (first, initial, f"{initial}M.", f"{initial} M.", "")
    typed = name(data.draw(st.sampled_from((first, initial, f"{initial}M."))), between, last)
    written_between = data.draw(st.sampled_from((between, between.replace("'", "’"), between.capitalize())))
    written = name(data.draw(st.sampled_from(firsts)), written_between, last)
    said = cleaner(known(typed))(before + written + after)
    assert said == f"{before}[5.1.2e]{after}"


@pytest.mark.parametrize(
    ("typed", "said", "left"),
    [
        ("A. van 't Hofland", "Anna van 't Hofland belt", "[5.1.2e] belt"),
        ("Frank Zwiebelmuts", "Vraag F. Zwiebelmuts", "Vraag [5.1.2e]"),
        ("Jan van den Bergh", "Van den Bergh zei", "[5.1.2e] zei"),
        ("Van 't Hofland", "Anna van ’t Hofland", "[5.1.2e]"),
        ("J. Bergh", "J.P. van den Bergh", "[5.1.2e]"),
        ("A. Zwiebelmuts", "Anna Zwiebelmuts-de Vries", "[5.1.2e]"),
        ("A. Zwiebelmuts", "Zwiebelmuts - wonen", "[5.1.2e] - wonen"),  # a dash, and no second name
        # what is no part of the name stays
        ("A. Zwiebelmuts", "De brief van Zwiebelmuts", "De brief van [5.1.2e]"),
        ("A. Zwiebelmuts", "Mevrouw Zwiebelmuts, gemeente Borne", "Mevrouw [5.1.2e], gemeente Borne"),
        ("A. Zwiebelmuts", "Wethouder Zwiebelmuts", "Wethouder [5.1.2e]"),
        ("A. van 't Hofland", "een brief van Hofland", "een brief van [5.1.2e]"),
    ],
)
def test_what_is_part_of_a_name(typed: str, said: str, left: str) -> None:
    assert cleaner(known(typed))(said) == left


def test_a_bestuurder_of_that_name_stays() -> None:
    stays = Persoonsgegeven(tekst="B. Zwiebelmuts", grond="", waarom="")
    assert cleaner([*known("A. Zwiebelmuts"), stays])("B. Zwiebelmuts, A. Zwiebelmuts") == "B. Zwiebelmuts, [5.1.2e]"


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.text(max_size=20))
def test_any_text_can_be_looked_around(text: str, one: int, other: int, naam: str) -> None:
    begin, einde = sorted(min(each, len(text)) for each in (one, other))
    wide = widen(text, begin, einde, naam)
    assert 0 <= wide[0] <= begin <= einde <= wide[1] <= len(text)
