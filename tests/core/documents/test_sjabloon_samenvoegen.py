"""Two texts that began as one: what differs, and the changes of both in one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.documents.sjabloon.samenvoegen import Verschilregel, compare, merge3, split_lines
from tests.tempo import LINEAR, growth

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d", "", "%% x", "# k"]), max_size=12).map("\n".join)
BASE = "# Titel\n\nEen.\n\nTwee.\n\nDrie."


def test_lines_beside_each_other() -> None:
    assert compare("a\nb\nc", "a\nx\nc\r\nd") == (
        Verschilregel("gelijk", 1, 1, "a"),
        Verschilregel("weg", None, 2, "b"),
        Verschilregel("erbij", 2, None, "x"),
        Verschilregel("gelijk", 3, 3, "c"),
        Verschilregel("erbij", 4, None, "d"),
    )


@given(old=TEXTS, own=TEXTS)
def test_a_difference_holds_both_texts(old: str, own: str) -> None:
    said = compare(old, own)
    assert [each.tekst for each in said if each.soort != "erbij"] == split_lines(old)
    assert [each.tekst for each in said if each.soort != "weg"] == split_lines(own)
    assert [each.standaard_regel for each in said if each.standaard_regel] == [*range(1, len(split_lines(old)) + 1)]
    assert [each.eigen_regel for each in said if each.eigen_regel] == [*range(1, len(split_lines(own)) + 1)]


def test_changes_in_different_places_are_both_taken() -> None:
    own, new = BASE.replace("Een.", "Een van ons."), BASE.replace("Drie.", "Drie.\n\nVier.")
    assert merge3(BASE, own, new)[:2] == ("# Titel\n\nEen van ons.\n\nTwee.\n\nDrie.\n\nVier.", ())


def test_where_both_changed_the_own_text_stays_and_the_other_stands_above_it_unprinted() -> None:
    tekst, conflicten, _overgenomen = merge3(
        BASE, BASE.replace("Twee.", "Twee u."), BASE.replace("Twee.", "Twee wij.\nEn meer.")
    )
    assert tekst.splitlines()[4:10] == [
        "%% Let op: u én de nieuwe standaard wijzigden wat hier staat. Uw tekst blijft staan.",
        "%% De nieuwe standaard zegt hier:",
        "%% | Twee wij.",
        "%% | En meer.",
        "%% Neem over wat u wilt en haal daarna deze regels met %% weg.",
        "Twee u.",
    ]
    assert conflicten == (5,)
    assert "\n".join(line for line in tekst.splitlines() if not line.startswith("%%")) == BASE.replace(
        "Twee.", "Twee u."
    )


def test_the_lines_that_only_the_standard_changed_are_told() -> None:
    assert merge3("a\nb\nc\nd", "u\na\nb\nc\nd", "a\nx\ny\nc\nd").overgenomen == (3,)
    assert merge3("a\nb\nc", "a\nb\nc\nu", "a\nc") == ("a\nc\nu", (), (2,))  # what was left out stood there
    assert merge3("a\nb", "a\nu", "a\nb").overgenomen == ()


def test_what_one_took_out_and_the_other_changed() -> None:
    assert merge3("a\nb\nc", "a\nc", "a\nx\nc").tekst.splitlines()[3:5] == [
        "%% | x",
        "%% Neem over wat u wilt en haal daarna deze regels met %% weg.",
    ]
    assert "%% De nieuwe standaard laat dit weg." in merge3("a\nb\nc", "a\nx\nc", "a\nc").tekst


@given(base=TEXTS, other=TEXTS)
def test_where_only_one_changed_there_is_nothing_to_choose(base: str, other: str) -> None:
    assert merge3(base, base, other)[:2] == (other, ())
    assert merge3(base, other, base) == (other, (), ())
    assert merge3(base, other, other) == (other, (), ())


@settings(max_examples=300)
@given(base=TEXTS, own=TEXTS, new=TEXTS)
def test_no_line_that_either_wrote_is_lost(base: str, own: str, new: str) -> None:
    tekst, conflicten, _overgenomen = merge3(base, own, new)
    merged, known = tekst.split("\n"), set(base.split("\n"))
    assert set(own.split("\n")) - known <= set(merged)
    assert set(new.split("\n")) - known <= {line.removeprefix("%% | ") for line in merged}
    assert all(merged[line - 1].startswith("%% Let op") for line in conflicten)
    if not conflicten:
        assert merge3(base, new, own).tekst == tekst  # who is asked first makes no difference


def test_long_texts_are_compared_soon() -> None:
    def work(lines: int) -> None:
        a, b, c = (("\n".join(f"{sign}{n % 7}" if n % 3 else "" for n in range(lines))) for sign in "abc")
        merge3(a, b, c)
        merge3("\n" * lines, "x\n" * lines, "y\n\n" * (lines // 2))
        compare(a, b)

    assert growth(work, 1250) < LINEAR
