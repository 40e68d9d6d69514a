"""The laws of a merge: what both changed apart is in it, and what both changed together is marked and never lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel import paths
from regietafel.documents.sjabloon.samenvoegen import END, GONE, NEW, OWN, merge3
from regietafel.documents.sjabloon.template import read_source

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d", "", "# k"]), max_size=12).map("\n".join)


def outcome(base: str, own: str, new: str) -> tuple[str, tuple[int, ...]]:
    merged = merge3(base, own, new)
    return merged.tekst, merged.conflicten


def _edited(lines: list[str], at: list[int], word: str) -> str:
    """Each of these lines changed, taken out or followed by another, in turn."""
    made = [[line] for line in lines]
    for turn, number in enumerate(at):
        line = lines[number]
        made[number] = ([f"{word} {line}"], [], [line, f"{word} {number}"])[turn % 3]
    return "\n".join(line for each in made for line in each)


@settings(max_examples=200)
@given(st.data())
def test_changes_with_a_line_between_them_are_all_taken(data: st.DataObject) -> None:
    """Of a text without two equal lines, whoever changed what: with nothing to choose."""
    lines = [f"regel {n}" for n in range(data.draw(st.integers(2, 40)))]
    changed = [n for n in range(0, len(lines), 2) if data.draw(st.booleans())]
    own = [n for n in changed if data.draw(st.booleans())]
    new = [n for n in changed if n not in own]
    tekst, conflicten = outcome("\n".join(lines), _edited(lines, own, "u"), _edited(lines, new, "wij"))
    assert not conflicten
    for at, word in ((own, "u"), (new, "wij")):
        alone = _edited(lines, at, word).split("\n")
        assert [line for line in tekst.split("\n") if line.startswith(word)] == [
            line for line in alone if line.startswith(word)
        ]
        gone = set(lines) - set(alone)
        assert not gone & set(tekst.split("\n"))


@pytest.mark.parametrize("naam", sorted(path.name for path in paths.template().glob("*.txt")))
def test_the_standard_texts_can_be_merged(naam: str) -> None:
    """The user words one line otherwise and the standard any other one that does not touch it."""
    lines = read_source(naam).split("\n")
    full = [number for number, line in enumerate(lines) if line.strip()]
    for first, second in zip(full, full[2:], strict=False):
        own, new, both = list(lines), list(lines), list(lines)
        own[first] = both[first] = "Van ons."
        new[second] = both[second] = "Van de standaard."
        assert outcome("\n".join(lines), "\n".join(own), "\n".join(new)) == ("\n".join(both), ())
        assert outcome("\n".join(lines), "\n".join(new), "\n".join(own)) == ("\n".join(both), ())


@settings(max_examples=200)
@given(base=TEXTS, own=TEXTS, new=TEXTS)
def test_without_the_marks_a_merge_with_conflicts_is_ones_own_text_there(base: str, own: str, new: str) -> None:
    """A mark and what it quotes is all that is added; taken away, the same text merges without a conflict."""
    tekst, conflicten = outcome(base, own, new)
    marks = {OWN, NEW, GONE, END}
    bare = [line for line in tekst.split("\n") if line not in marks and not line.startswith("%% | ")]
    assert tekst.split("\n").count(END) == len(conflicten)
    if own == new:
        assert bare == own.split("\n")
    assert set(bare) <= {*own.split("\n"), *new.split("\n")}
    assert outcome(new, "\n".join(bare), new) == ("\n".join(bare), ())  # from then on it began from the new standard
