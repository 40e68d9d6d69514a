"""Printed names: known, proposed or neither; never a guess between two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel import reference
from regietafel.actions.regio import make_regio
from regietafel.domain.regio import Gemeente, Regio
from regietafel.exchange.namen import Namenlijst, known, namenlijst, proposal, without_mark
from regietafel.ledger import Ledger

LIJST = namenlijst(Ledger.in_memory())


def with_gemeenten(*namen: str) -> Namenlijst:
    ledger = Ledger.in_memory()
    gemeenten = [Gemeente(gm_code=f"GM{9000 + number}", naam=naam) for number, naam in enumerate(namen)]
    make_regio(ledger, Regio(naam="Regio"), gemeenten)
    return namenlijst(ledger)


@pytest.mark.parametrize("gemeente", reference.gemeenten(), ids=lambda gemeente: gemeente.code)
def test_every_gemeente_with_every_mark(gemeente: reference.BekendeGemeente) -> None:
    for mark in ("", " 4)", "⁴", "⁴⁾", "*", " (4)", " 4", "4", "**", " [4]"):
        for naam in gemeente.namen:
            found = known(LIJST, naam + mark)
            assert found is not None
            assert found.gm_code == gemeente.code


def test_a_prefix_and_a_code() -> None:
    for text in ("Gemeente Almelo", "gemeente  almelo 4)", "GM0141", "gm0141"):
        found = known(LIJST, text)
        assert found is not None
        assert (found.naam, found.gemeente_id) == ("Almelo", None)
    assert known(LIJST, "141") is None  # a bare number in the column of names is no gemeente


@pytest.mark.parametrize(
    ("naam", "meant"),
    [
        ("Hatterij", "Hattem"),
        ("Wadhoeke", "Waadhoeke"),
        ("Wijdmeren", "Wijdemeren"),
        ("s-Gravenhage", "'s-Gravenhage"),
        ("Enschde", "Enschede"),
        ("SÃºdwest-FryslÃ¢n", "Súdwest-Fryslân"),
        ("Gemeente Hollandse Kroon", "Hollands Kroon"),
    ],
)
def test_a_slip_is_a_proposal_and_never_taken_for_known(naam: str, meant: str) -> None:
    assert known(LIJST, naam) is None
    found = proposal(LIJST, naam)
    assert found is not None
    assert found.naam == meant


@pytest.mark.parametrize(
    "naam", ["=1+1", "B&W <Zuid>", "Zuid", "Waterschap Rijnland", "", " ", "4)", "x" * 300, "\x00", "🙂"]
)
def test_what_is_like_no_name_is_not_proposed(naam: str) -> None:
    assert known(LIJST, naam) is None
    assert proposal(LIJST, naam) is None


def test_two_that_are_equally_near_are_not_proposed() -> None:
    assert known(LIJST, "Bergen") is None
    assert proposal(LIJST, "Bergen") is None
    for provincie, naam in (("Noord-Holland", "Bergen (NH.)"), ("Limburg", "Bergen (L.)")):
        found = proposal(LIJST, "Bergen", provincie)
        assert found is not None
        assert found.naam == naam
    assert proposal(with_gemeenten("Kamp Noord", "Kamp Zuid"), "Kamp Wxyz") is None
    lijst = with_gemeenten("Zuiderveen", "Zuiderveem")
    assert proposal(lijst, "Zuiderveel") is None
    other = proposal(lijst, "Zuiderveel", taken={"GM9001"})
    assert other is not None
    assert other.naam == "Zuiderveen"


def test_names_of_the_file_go_first() -> None:
    lijst = with_gemeenten("Almelo", "zuid")
    for text, code in (("Almelo", "GM9000"), ("zuid", "GM9001"), ("ZUID", "GM9001")):
        found = known(lijst, text)
        assert found is not None
        assert found.gm_code == code


@given(st.text(max_size=60))
def test_any_text_is_known_proposed_or_neither_and_always_the_same(text: str) -> None:
    assert known(LIJST, text) == known(LIJST, text)
    first = proposal(LIJST, text)
    assert first == proposal(LIJST, text)
    assert first is None or first.gm_code in LIJST.by_code


@given(st.sampled_from(reference.gemeenten()), st.data())
def test_a_slip_of_one_letter_never_leads_to_another_gemeente_that_is_further(
    gemeente: reference.BekendeGemeente, data: st.DataObject
) -> None:
    naam = gemeente.naam
    place = data.draw(st.integers(0, len(naam) - 1))
    slip = naam[:place] + naam[place + 1 :]
    if len(naam) < 8 or known(LIJST, slip):
        return
    found = proposal(LIJST, slip)
    assert found is None or found.gm_code == gemeente.code


def test_without_mark_leaves_names_alone() -> None:
    for naam in ("Almelo", "Bergen (NH.)", "'s-Gravenhage", "Nuenen c.a."):
        assert without_mark(naam) == naam
