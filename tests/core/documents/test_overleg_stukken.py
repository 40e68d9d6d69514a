"""The documents of a meeting: what is on them, what is confidential, and what is kept of them."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from regietafel.actions.agenda import remove_punt, save_punt
from regietafel.actions.bijlagen import add_agendabijlage
from regietafel.actions.overleggen import adopt_verslag, cancel_overleg, reopen_overleg
from regietafel.actions.verslag import record_regel
from regietafel.documents.stukken.agendadelen import make_deel
from regietafel.documents.stukken.overlegbericht import name_houder
from regietafel.domain.agenda import VERSLAG
from regietafel.domain.verslag import NOTITIE, Verslagregel
from regietafel.errors import RegietafelError
from regietafel.i18n import format_date_long, today
from regietafel.ledger import Ledger
from tests.core.documents.overlegtafel import HELD, NEXT, levering, punt, said, send


def test_an_agenda_tells_when_where_and_what(overleg: Ledger) -> None:
    text = said(overleg, "agenda")
    assert "Datum: donderdag 7 september 2023\nTijd: 10:00 tot 12:00 uur" in text
    assert "1. Opening en vaststellen agenda (ter besluitvorming)" in text
    assert "5. Herverdeling van Enschede naar Borne (ter besluitvorming, bijlage 1)" in text
    assert "5.1 Kosten (bijlage 2)" in text and "6. Grondprijs (bijlage 3, vertrouwelijk)" in text
    assert "HV-2023-II-01 | Enschede en Borne | concept | 10" in text
    assert "Navragen wat COA kan leveren | Enschede, COA | 07-06-2023 (te laat) | 07-06-2023" in text
    assert "Volgend overleg: dinsdag 7 november 2023, 10:00 tot 12:00 uur" in text
    assert "raad horen" not in text  # for the chair alone
    assert "raad horen" in said(overleg, "draaiboek")


@pytest.mark.parametrize("asked", [{"voor": "ter informatie"}, {"openbaar": True}])
def test_what_is_confidential_is_left_out_whole_and_numbers_stay(overleg: Ledger, asked: dict[str, Any]) -> None:
    text = said(overleg, "agenda", **asked)
    for secret in ("Grondprijs", "Dorpsstraat", "eigenaar", "bijlage 3", "overleg.example.nl"):
        assert secret not in text, secret
    assert "5. Herverdeling" in text and "7. Actualiteiten" in text
    assert "De nummers zijn die van de agenda voor de leden." in text
    listed = said(overleg, "besluitenlijst", id=HELD, **asked)
    assert "Dorpsstraat" not in listed and "eigenaar" not in listed and "leegstaande" in listed
    assert "Nog niet zeker" not in listed
    assert "vertrouwelijk" not in text + listed


def test_of_a_meeting_that_was_cancelled_the_agenda_says_so_and_one_that_was_sent_stays(overleg: Ledger) -> None:
    send(overleg)
    before = said(overleg, "agenda", versie=1)
    cancel_overleg(overleg, NEXT, "te weinig punten")
    assert "Status: vervallen" in said(overleg, "agenda")
    assert said(overleg, "agenda", versie=1) == before and "vervallen" not in before


def test_a_draaiboek_without_points_has_no_empty_part(overleg: Ledger) -> None:
    for each in overleg.agendapunten.where(overleg_id=NEXT, hoofdpunt_id=None):
        remove_punt(overleg, each)
    assert "Tijden" not in said(overleg, "draaiboek")


def test_subpoints_that_take_longer_than_their_point_are_told(overleg: Ledger) -> None:
    assert not [each for each in levering(overleg, soorten=["draaiboek"]).nog_open if "subpunten" in each]
    save_punt(overleg, replace(punt(overleg, "Kosten"), minuten=40))
    (told,) = (each for each in levering(overleg, soorten=["draaiboek"]).nog_open if "subpunten" in each)
    assert told.replace("\u00a0", " ") == "punt 5 duurt 25 minuten; zijn subpunten duren samen 40 minuten"


def test_a_question_about_a_line_is_asked_once(overleg: Ledger) -> None:
    line = Verslagregel(overleg_id=HELD, soort=NOTITIE, tekst="zomaar iets", vraag="Is dit een besluit (B)?")
    record_regel(overleg, line)
    asked = levering(overleg, HELD, soorten=["besluitenlijst"]).nog_open
    assert [each for each in asked if "zomaar" in each] == ["Is dit een besluit (B)? Bij: “zomaar iets”"]


def test_a_list_reads_as_those_who_were_there_know_it(overleg: Ledger) -> None:
    text = said(overleg, "besluitenlijst", id=HELD)
    assert "Aanwezig: Almelo (burgemeester van Almelo (Vz)), Borne (J. van Dijkhuizen), COA (K. Regievoerder)" in text
    assert "Afwezig m.k.: Enschede" in text and "Status: concept" in text
    assert "A | Navragen wat COA kan leveren | Enschede, COA | 07-06-2023" in text
    assert "De buurt informeren Nog niet zeker: Wie doet dit?" in text
    assert "Overig" in text and "? | iets met de provincie" in text
    assert levering(overleg, HELD, soorten=["besluitenlijst"]).nog_open == (
        "Wie doet dit? Bij: “De buurt informeren” (punt 4)",
        "is dit een besluit, een knelpunt of een actie: “iets met de provincie”",
    )
    adopt_verslag(overleg, HELD, toch=True)
    text = said(overleg, "besluitenlijst", id=HELD)
    assert "vastgesteld op" in text and "Nog niet zeker" not in text and "?" not in text
    assert any("iets met de provincie" in each for each in levering(overleg, HELD).nog_open)  # never silently


def test_a_list_of_a_meeting_to_come_says_why_there_is_none(overleg: Ledger) -> None:
    with pytest.raises(RegietafelError, match="nog niet gehouden"):
        levering(overleg, soorten=["besluitenlijst"])
    with pytest.raises(RegietafelError, match="nooit openbaar"):
        levering(overleg, soorten=["draaiboek"], openbaar=True)
    with pytest.raises(RegietafelError, match="kies uit agenda"):
        levering(overleg, soorten=["notulen"])


def test_a_list_that_was_adopted_is_not_to_be_adopted(overleg: Ledger) -> None:
    def said(op: datetime.date) -> str:
        return make_deel(overleg, VERSLAG, op, NEXT, verslag_van_id=HELD).zin

    day = today()
    to_adopt = "Vast te stellen: de actie- en besluitenlijst van 7 juni 2023."
    assert said(day) == to_adopt
    adopt_verslag(overleg, HELD, toch=True)
    assert said(day) == to_adopt  # the meeting of that day may be the one that adopts it
    day_after = day + datetime.timedelta(1)
    adopted = f"De actie- en besluitenlijst van 7 juni 2023 is vastgesteld op {format_date_long(day)}."
    assert said(day_after) == adopted
    reopen_overleg(overleg, HELD, "Een besluit ontbreekt")
    assert said(day_after) == to_adopt


def test_the_annexes_of_a_point_are_all_named(overleg: Ledger) -> None:
    found = punt(overleg, "Kosten")
    assert "5.1 Kosten (bijlage 2)" in said(overleg, "agenda")
    for number in range(2, 13):
        add_agendabijlage(overleg, found.id or 0, f"Kaart {number}", f"kaart{number}.txt", b"x")
        last = f"bijlagen 2 tot en met {number + 1}" if number > 2 else "bijlagen 2 en 3"
        assert f"5.1 Kosten ({last})" in said(overleg, "agenda"), number


def test_whoever_does_an_action_has_its_article(overleg: Ledger) -> None:
    names = ("Almelo", "COA", "het COA", "Provincie Overijssel", "politie Oost-Nederland", "provincie")
    assert [name_houder(overleg, each) for each in names] == [
        "de gemeente Almelo",
        "het COA",
        "het COA",
        "de provincie Overijssel",
        "politie Oost-Nederland",
        "provincie",
    ]


def test_what_there_is_to_decide_is_told_with_the_small_counts(overleg: Ledger) -> None:
    record_regel(overleg, Verslagregel(overleg_id=HELD, soort="besluit", tekst="Er gaan 3 personen naar Borne."))
    prepared = levering(overleg, HELD, soorten=["besluitenlijst"], openbaar=True).prepare()
    assert {each.tekst for each in prepared.gevonden if each.aantal and each.gegeven.grond} == {
        "J. van Dijkhuizen",
        "K. Regievoerder",
        "P. de Griffier",
        "Dijkhuizen",
        "Regievoerder",
        "Griffier",
    }
    (small,) = prepared.klein
    assert "3 personen" in small[1].zin
