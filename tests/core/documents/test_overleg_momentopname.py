"""What was sent of an agenda is kept as it was, and every change after it is told."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.actions.agenda import order_punten, remove_punt, save_punt
from regietafel.actions.bijlagen import add_agendabijlage, remove_bijlage
from regietafel.actions.overleggen import begin_overleg, save_overleg
from regietafel.actions.verslag import set_gereed
from regietafel.documents.leveren import deliver
from regietafel.documents.overlegsoorten import LEDEN, TER_INFORMATIE
from regietafel.documents.plain import as_text
from regietafel.documents.stukken.agendadelen import make_deel
from regietafel.documents.stukken.agendawijzigingen import wijzigingen
from regietafel.documents.stukken.momentopname import read_momentopname, take, to_keep
from regietafel.domain.agenda import DELEN, Agendapunt
from regietafel.errors import RegietafelError
from regietafel.exchange.eml import eml_bytes
from regietafel.ledger import Ledger
from tests.core.documents.overlegtafel import HELD, NEXT, OP, levering, punt, said, send, stuk


def test_an_agenda_that_was_sent_is_called_as_it_was_when_the_meeting_moved(overleg: Ledger, tmp_path: Path) -> None:
    send(overleg)
    save_overleg(overleg, replace(overleg.overleggen.get(NEXT), datum=datetime.date(2023, 9, 11)))
    more: dict[str, Any] = {"soorten": ["agenda"], "pakket": True, "eml": eml_bytes}
    asked = levering(overleg, versie=1, **more)
    assert asked.names()[0] == "2023-09-07 Regietafel Twente Agenda.pdf"  # the last that was sent
    assert levering(overleg, **more).names()[0] == "2023-09-11 Regietafel Twente Agenda.pdf"
    send(overleg)
    asked = levering(overleg, versie=1, **more)
    assert [name.removeprefix("2023-09-07 Regietafel Twente ") for name in asked.names()] == [
        "Agenda versie 1.pdf",
        "Agenda versie 1 ter informatie.pdf",
        "Vergaderpakket versie 1.pdf",
        "Vergaderpakket versie 1 ter informatie.pdf",
        "Bijlage 2 versie 1 kaart.pdf",
        "E-mail versie 1 leden.eml",
        "E-mail versie 1 ter informatie.eml",
    ]
    made = deliver(asked, asked.plannen, tmp_path)
    assert sorted(each.name for each in made.paden) == sorted(asked.names())
    assert {each.stuk.document.kenmerk for each in made.geschreven} == {"Regietafel Twente 07-09-2023"}
    assert levering(overleg, versie=2, **more).names()[0] == "2023-09-11 Regietafel Twente Agenda.pdf"
    public = levering(overleg, soorten=["agenda"], versie=1, openbaar=True)
    assert public.names() == ("Regietafel Twente 07-09-2023 Agenda versie 1 (openbaar).pdf",)
    assert public.again("agenda", "").bestandsnaam in public.names()
    held = stuk(overleg, "besluitenlijst", id=HELD)
    assert held.document.kenmerk == held.onderwerp == "Regietafel Twente 07-06-2023"


def test_what_was_sent_stays_as_it_was_sent(overleg: Ledger) -> None:
    before = said(overleg, "agenda")
    send(overleg)
    kosten = punt(overleg, "Kosten")
    save_punt(overleg, replace(kosten, titel="Kosten en vergoeding"))
    set_gereed(overleg, next(each.id or 0 for each in overleg.verslagregels.where(soort="actie")), OP)
    assert said(overleg, "agenda", versie=1) == before
    now = said(overleg, "agenda")
    assert "Dit is versie 2 van de agenda. Gewijzigd:" in now
    assert "- Punt 5.1 (Kosten en vergoeding) heette “Kosten”." in now
    assert "leegstaande" in before and "leegstaande" not in now
    with pytest.raises(RegietafelError, match="geen versie 3"):
        said(overleg, "agenda", versie=3)
    begin_overleg(overleg, NEXT)
    assert said(overleg, "agenda") == before  # there will be no other any more


def test_every_change_of_an_agenda_is_told(overleg: Ledger) -> None:
    before = take(overleg, NEXT, OP)
    assert wijzigingen(before, before) == ()
    found = punt(overleg, "Herverdeling van Enschede naar Borne")
    save_punt(overleg, replace(found, soort="bespreking", toelichting="Anders.", deel=""))
    remove_punt(overleg, punt(overleg, "Grondprijs"))
    (brief,) = overleg.bijlagen.where(agendapunt_id=found.id)
    remove_bijlage(overleg, brief)
    add_agendabijlage(overleg, found.id or 0, "Nota", "nota.txt", b"x")
    save_punt(overleg, Agendapunt(overleg_id=NEXT, titel="Nieuw punt"))
    order = [each for each in take(overleg, NEXT, OP).punten if not each.is_sub]
    kosten = punt(overleg, "Kosten")
    ids = [each.id for each in (order[-1], *order[:-1])]
    order_punten(overleg, NEXT, [(id, None) for id in ids] + [(kosten.id or 0, kosten.hoofdpunt_id)])
    save_overleg(overleg, replace(overleg.overleggen.get(NEXT), begin="11:00", locatie="Borne", link=""))
    told = wijzigingen(before, take(overleg, NEXT, OP))
    assert told == (
        "Het overleg is op donderdag 7 september 2023, 11:00 tot 13:00 uur; het was op donderdag 7 september 2023,"
        " 10:00 tot 12:00 uur.",
        "De plaats is Borne; het was Gemeentehuis Almelo, raadzaal en online.",
        "Punt 1 (Wat verder ter tafel komt) is verplaatst; het was punt 11.",
        "Punt 6 (Herverdeling van Enschede naar Borne) is nu ter bespreking.",
        "Punt 6 (Herverdeling van Enschede naar Borne) heeft een andere toelichting.",
        "Bij punt 6 (Herverdeling van Enschede naar Borne) is vervallen: Herverdelingen in voorbereiding.",
        "Bij punt 6 (Herverdeling van Enschede naar Borne) is bijlage 1 toegevoegd: Nota.",
        "Bij punt 6 (Herverdeling van Enschede naar Borne) is een bijlage vervallen: Brief van het COA.",
        "Punt 7 (Nieuw punt) is toegevoegd.",
        "“Grondprijs” is vervallen; het was punt 6.",
    )


def test_what_was_confidential_and_went_is_told_to_members_alone(overleg: Ledger) -> None:
    send(overleg)
    for action in [*overleg.verslagregels.where(soort="actie")]:
        set_gereed(overleg, action.id or 0, OP)
    for each in [*overleg.agendapunten.where(overleg_id=NEXT, vertrouwelijk=True)]:
        remove_punt(overleg, each)
    made = levering(overleg, soorten=["agenda"], pakket=True, eml=eml_bytes)
    told = "“Grondprijs” is vervallen"
    assert told in said(overleg, "agenda") and "Grondprijs" not in said(overleg, "agenda", TER_INFORMATIE)
    mails = {voor: as_text(made.again("e-mail", voor).document.blocks) for voor in (LEDEN, TER_INFORMATIE)}
    assert told in mails[LEDEN] and "Grondprijs" not in mails[TER_INFORMATIE]
    assert {plan.voor for plan in made.plannen} == {"", TER_INFORMATIE}


def test_another_chair_is_told(overleg: Ledger) -> None:
    before = take(overleg, NEXT, OP)
    known = overleg.overleggen.get(NEXT)
    save_overleg(overleg, replace(known, voorzitter="burgemeester van Borne"))
    now = take(overleg, NEXT, OP)
    assert wijzigingen(before, now) == (f"De voorzitter is burgemeester van Borne; het was {known.voorzitter}.",)
    save_overleg(overleg, replace(known, voorzitter=" "))
    assert wijzigingen(now, take(overleg, NEXT, OP)) == (
        "De voorzitter is nog niet bekend; het was burgemeester van Borne.",
    )


def test_of_two_annexes_with_one_title_it_is_told_which_changed(overleg: Ledger) -> None:
    found = punt(overleg, "Grondprijs")
    first, _second = (
        add_agendabijlage(overleg, found.id or 0, "Kaart", f"{inhoud}.pdf", inhoud.encode()) for inhoud in "ab"
    )
    both = take(overleg, NEXT, OP)
    assert wijzigingen(both, both) == ()
    remove_bijlage(overleg, first)
    one = take(overleg, NEXT, OP)
    named, nummer = "punt 6 (Grondprijs)", one.bijlagen[-1].nummer
    assert wijzigingen(both, one) == (f"Bij {named} is een bijlage vervallen: Kaart.",)
    add_agendabijlage(overleg, found.id or 0, "Kaart", "c.pdf", b"c")
    assert wijzigingen(one, take(overleg, NEXT, OP)) == (f"Bij {named} is bijlage {nummer + 1} toegevoegd: Kaart.",)
    assert wijzigingen(both, take(overleg, NEXT, OP)) == (f"Bij {named} is bijlage {nummer + 1} vervangen: Kaart.",)


@pytest.mark.parametrize("deel", DELEN)
def test_every_part_says_of_which_day_it_is(overleg: Ledger, deel: str) -> None:
    made = make_deel(overleg, deel, OP, NEXT, verslag_van_id=HELD)
    assert made.soort == deel and made.peildatum == OP and made.titel
    assert "2023" in made.zin


def test_a_snapshot_comes_back_as_it_was(overleg: Ledger) -> None:
    content = to_keep(take(overleg, NEXT, OP))
    assert read_momentopname(content) == take(overleg, NEXT, OP)
    assert content == to_keep(take(overleg, NEXT, OP)) and b"raad horen" not in content


def test_a_snapshot_of_anyone_is_refused_in_a_sentence(overleg: Ledger) -> None:
    whole = json.loads(to_keep(take(overleg, NEXT, OP)))

    def refused(content: bytes) -> None:
        with pytest.raises(RegietafelError, match="beschadigd"):
            read_momentopname(content)

    for content in (b"", b"{}", b"[" * 100_000, b"\xff", b"null", b" " * 6_000_000):
        refused(content)
    bad: list[tuple[str, Any]] = [
        ("reeks", 5),
        ("peildatum", "gisteren"),
        ("peildatum", "9999-01-01"),
        ("voorzitter", "x" * 100_000),
        ("voorzitter", "a\x00b"),
        ("punten", {}),
        ("punten", whole["punten"] * 2),
        ("punten", [{**whole["punten"][0], "nummer": "../1"}]),
        ("punten", [{**whole["punten"][0], "minuten": True}]),
        ("punten", [{**whole["punten"][0], "id": 10**30}]),
        ("punten", [{**whole["punten"][0], "soort": "raar"}]),
        ("punten", [{**whole["punten"][4], "bijlagen": [{**whole["punten"][4]["bijlagen"][0], "inhoud": "0"}]}]),
        (
            "punten",
            [{**whole["punten"][4], "bijlagen": [{**whole["punten"][4]["bijlagen"][0], "bestandsnaam": "../x"}]}],
        ),
        ("punten", [{**whole["punten"][4], "deel": {**whole["punten"][4]["deel"], "koppen": []}}]),
    ]
    for name, value in bad:
        refused(json.dumps({**whole, name: value}).encode())
    refused(json.dumps({**whole, "meer": 1}).encode())
    refused(json.dumps({name: value for name, value in whole.items() if name != "reeks"}).encode())


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_no_json_stops_the_program(value: Any) -> None:
    with pytest.raises(RegietafelError):
        read_momentopname(json.dumps(value).encode())
