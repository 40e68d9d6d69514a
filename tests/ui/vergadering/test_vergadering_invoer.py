"""Names that are offered while one types who does an action."""

from __future__ import annotations

import pytest

from regietafel.ledger import Ledger
from regietafel.queries.partijen import partijen
from tests.ui.importing import make_twente
from ui.wizards.vergadering_invoer import suggest


@pytest.fixture
def ledger() -> Ledger:
    made = Ledger.in_memory()
    make_twente(made)
    return made


@pytest.mark.parametrize(
    ("text", "start", "names"),
    [
        ("A Alm", 2, ["Almelo"]),
        ("a hen", 2, ["Hengelo"]),
        ("actie hof", 6, ["Hof van Twente"]),
        ("A Borne, ho", 9, ["Hof van Twente"]),
        ("A Borne en Oldenz", 11, ["Oldenzaal"]),
        ("A Borne", 2, []),  # it is whole
        ("A ", 2, []),
        ("A Almelo: bel H", 15, []),  # that is what is done
        ("B Alm", 5, []),
        ("Alm", 3, []),
    ],
)
def test_names_are_offered_where_a_name_is_typed(ledger: Ledger, text: str, start: int, names: list[str]) -> None:
    assert suggest(text, partijen(ledger)) == (start, names)


def test_what_is_long_is_answered(ledger: Ledger) -> None:
    known = partijen(ledger)
    for text in ("A " + "x, " * 50_000, "A " + " en" * 50_000, " - " * 50_000, "A " + " " * 100_000 + "Alm"):
        start, names = suggest(text, known)
        assert 0 <= start <= len(text) and len(names) <= len(known)
