"""The documents of a meeting: what is on them, what is confidential, and what is kept of them."""

from __future__ import annotations

import datetime
import email
import json
from dataclasses import replace
from email import policy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.actions.agenda import order_punten, remove_punt, save_punt
from regietafel.actions.bijlagen import add_agendabijlage, remove_bijlage
from regietafel.actions.overleggen import adopt_verslag, begin_overleg, cancel_overleg, reopen_overleg, save_overleg
from regietafel.actions.verslag import record_regel, set_gereed
from regietafel.actions.weglatingen import set_weglating
from regietafel.documents.herinneringen import read_herinneringen
from regietafel.documents.leveren import deliver
from regietafel.documents.maken import keep
from regietafel.documents.opnieuw import again
from regietafel.documents.overlegleveren import OverlegLevering, OverlegVraag, read_overleglevering
from regietafel.documents.plain import as_text
from regietafel.documents.stuk import Stuk
from regietafel.documents.stukken.agendadelen import make_deel
from regietafel.documents.stukken.agendawijzigingen import wijzigingen
from regietafel.documents.stukken.momentopname import read_momentopname, take, to_keep
from regietafel.documents.stukken.overleg import collect_overleg
from regietafel.documents.stukken.overlegbericht import make_bericht_overleg, name_houder
from regietafel.documents.verouderd import Nazicht, changes
from regietafel.documents.woo.keuze import choose
from regietafel.domain.agenda import DELEN, VERSLAG, Agendapunt
from regietafel.domain.document import Weglating
from regietafel.domain.verslag import NOTITIE, Verslagregel
from regietafel.errors import RegietafelError
from regietafel.exchange.brondata import brondata
from regietafel.exchange.eml import eml_bytes
from regietafel.i18n import format_date_long, today
from regietafel.ledger import Ledger
from regietafel.queries.archief import archief
from tests.core.documents.overlegtafel import HELD, JUNI, NEXT, OP, fill, punt, send
from tests.core.documents.reading import read

ICS = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def overleg(tafel: Ledger) -> Ledger:
    fill(tafel)
    return tafel


def levering(ledger: Ledger, id: int = NEXT, **asked: Any) -> OverlegLevering:
    return read_overleglevering(ledger, id, OP, OverlegVraag(**asked))


def stuk(ledger: Ledger, soort: str, voor: str = "", id: int = NEXT, **asked: Any) -> Stuk:
    return levering(ledger, id, soorten=[soort], **asked).again(soort, voor)


def said(ledger: Ledger, soort: str, voor: str = "", id: int = NEXT, **asked: Any) -> str:
    return as_text(stuk(ledger, soort, voor, id, **asked).document.blocks)


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


def test_nothing_confidential_means_one_agenda_for_all(overleg: Ledger) -> None:
    for each in [*overleg.agendapunten]:
        if each.vertrouwelijk:
            save_punt(overleg, replace(each, vertrouwelijk=False))
    assert [plan.voor for plan in levering(overleg).plannen] == ["", ""]
    made = levering(overleg, soorten=["agenda"], eml=eml_bytes)
    assert "De nummers" not in said(overleg, "agenda")
    assert [name for name in made.names() if "informatie" in name] == [
        "2023-09-07 Regietafel Twente E-mail ter informatie.eml"
    ]


def test_one_agenda_for_all_when_only_a_list_in_the_package_has_more(overleg: Ledger, tmp_path: Path) -> None:
    save_punt(overleg, replace(punt(overleg, "Grondprijs"), vertrouwelijk=False))
    actie = overleg.verslagregels.find(tekst="De eigenaar van het pand bellen")
    set_gereed(overleg, actie.id or 0 if actie else 0, JUNI)
    wanted = levering(overleg, soorten=["agenda"], pakket=True, eml=eml_bytes)
    assert [name.removeprefix("2023-09-07 Regietafel Twente ") for name in wanted.names()] == [
        "Agenda.pdf",
        "Vergaderpakket.pdf",
        "Vergaderpakket ter informatie.pdf",
        "Bijlage 2 kaart.pdf",
        "E-mail leden.eml",
        "E-mail ter informatie.eml",
    ]
    made = deliver(wanted, wanted.plannen, tmp_path)
    assert sorted(each.name for each in made.paden) == sorted(wanted.names())
    text = {each.stuk.voor: as_one(each.bestand) for each in made.geschreven if each.stuk.soort == "vergaderpakket"}
    assert "Dorpsstraat" in text[""] and "Dorpsstraat" not in text["ter informatie"]
    message: Any = email.message_from_bytes(made.geschreven[-1].bestand, policy=policy.default)
    assert [part.get_filename() for part in message.iter_attachments()] == [
        "2023-09-07 Regietafel Twente Vergaderpakket ter informatie.pdf",
        "2023-09-07 Regietafel Twente Bijlage 2 kaart.pdf",
    ]
    assert wanted.again("vergaderpakket", "ter informatie").bestandsnaam in wanted.names()


def test_nobody_gets_the_agenda_of_the_members_for_want_of_their_own(overleg: Ledger, tmp_path: Path) -> None:
    wanted = levering(overleg, soorten=["agenda"], pakket=True, eml=eml_bytes)
    made = wanted.make([plan for plan in wanted.plannen if not plan.voor], tmp_path)
    assert sorted((each.stuk.soort, each.stuk.voor) for each in made.geschreven) == [
        ("agenda", ""),
        ("e-mail", "leden"),
        ("vergaderpakket", ""),
    ]
    assert [each.wat for each in made.mislukt] == ["E-mail"]


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


def test_of_a_meeting_that_was_cancelled_the_e_mail_says_so(overleg: Ledger) -> None:
    send(overleg)
    cancel_overleg(overleg, NEXT, "te weinig punten")
    gegevens = collect_overleg(overleg, NEXT, OP)
    for leden in (True, False):
        mail = make_bericht_overleg(gegevens, (), leden=leden, agenda=True)
        said = as_text(mail.blocks)
        assert mail.subject == "Vervallen: Regietafel Twente 7 september 2023"
        assert "gaat niet door" in said
        assert not any(each in said for each in ("nodigen", "ontvangt u", "bijlage", "gewijzigd", "te weinig punten"))
    assert levering(overleg, soorten=["agenda"]).nog_open == ()


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


@pytest.mark.parametrize("deel", DELEN)
def test_every_part_says_of_which_day_it_is(overleg: Ledger, deel: str) -> None:
    made = make_deel(overleg, deel, OP, NEXT, verslag_van_id=HELD)
    assert made.soort == deel and made.peildatum == OP and made.titel
    assert "2023" in made.zin


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


def test_everything_for_a_meeting_is_written_or_nothing(overleg: Ledger, tmp_path: Path) -> None:
    wanted = levering(overleg, pakket=True, eml=eml_bytes, ics=ICS)
    (tmp_path / wanted.names()[-1]).write_bytes(b"")
    with pytest.raises(RegietafelError, match="staat al"):
        deliver(wanted, wanted.plannen, tmp_path)
    assert len([*tmp_path.iterdir()]) == 1
    made = deliver(wanted, wanted.plannen, tmp_path, overwrite=True)
    assert sorted(each.name for each in made.paden) == sorted(wanted.names())
    assert not made.mislukt and len(made.meldingen) == 1  # an annex that not everyone can read
    pakket = (tmp_path / "2023-09-07 Regietafel Twente Vergaderpakket.pdf").read_bytes()
    text, pages = as_one(pakket), read(pakket).artifacts
    assert all(f"Vergaderpakket {number}/{len(pages)}" in said for number, said in enumerate(pages, 1))
    for part in ("Inhoud", "1. Opening", "Actie- en besluitenlijst Regietafel Twente", "Bijlage 3: Taxatie"):
        assert part in text, part
    assert "Als los bestand naast dit vergaderpakket: " in text and "dossier" not in text.casefold()
    assert not any("dossier" in each for each in made.meldingen)


def test_each_list_gets_its_own_message(overleg: Ledger, tmp_path: Path) -> None:
    wanted = levering(overleg, soorten=["agenda"], eml=eml_bytes, ics=ICS)
    deliver(wanted, wanted.plannen, tmp_path)

    def mail(voor: str) -> tuple[Any, list[str], str]:
        content = (tmp_path / f"2023-09-07 Regietafel Twente E-mail {voor}.eml").read_bytes()
        message: Any = email.message_from_bytes(content, policy=policy.default)
        return message, [part.get_filename() for part in message.iter_attachments()], content.decode()

    message, files, _text = mail("leden")
    assert message["To"] == "burgemeester@almelo.nl, burgemeester@borne.nl, burgemeester@enschede.nl"
    assert message["Subject"] == "Agenda Regietafel Twente 7 september 2023"
    assert files == [
        "uitnodiging.ics",
        "2023-09-07 Regietafel Twente Agenda.pdf",
        "Bijlage 1 brief.pdf",
        "Bijlage 2 kaart.pdf",
        "Bijlage 3 taxatie.pdf",
    ]
    assert "Online meedoen: https://overleg.example.nl/tafel" in message.get_body().get_content()
    message, files, text = mail("ter informatie")
    assert message["To"] == "j.dijkhuizen@borne.nl"
    assert files == [
        "2023-09-07 Regietafel Twente Agenda ter informatie.pdf",
        "Bijlage 1 brief.pdf",
        "Bijlage 2 kaart.pdf",
    ]
    assert "overleg.example.nl" not in message.get_body().get_content() and "calendar" not in text


def test_a_reminder_goes_to_who_has_something_to_do(overleg: Ledger, tmp_path: Path) -> None:
    wanted = read_herinneringen(overleg, OP, OP, eml_bytes)
    assert [plan.voor for plan in wanted.plannen] == ["Almelo", "Borne", "COA", "Enschede"]
    assert wanted.nog_open == ("het e-mailadres van COA (bij Contacten)",)
    made = deliver(wanted, wanted.plannen, tmp_path)
    keep(overleg, made.geschreven)
    message: Any = email.message_from_bytes(made.geschreven[1].bestand, policy=policy.default)
    assert message["To"] == "j.dijkhuizen@borne.nl"  # an official, before who decides
    text = message.get_body().get_content()
    assert "staat op 30 augustus 2023 voor de gemeente Borne deze actie open:" in text
    assert message["Subject"] == "Openstaande acties van de gemeente Borne: Regietafel Twente"
    coa = made.geschreven[2].stuk.document
    assert coa.subject == "Openstaande acties van het COA: Regietafel Twente"
    assert "voor het COA deze actie open:" in as_text(coa.blocks)
    almelo = as_text(made.geschreven[0].stuk.document.blocks)
    assert "eigenaar" not in almelo and "Een actie bij een vertrouwelijk punt. Voor 07-09-2023." in almelo
    assert "- Een overzicht maken van leegstaande kantoren. Voor 07-09-2023. Afgesproken op 7 juni 2023." in text
    enschede = next(each for each in archief(overleg) if each.voor == "Enschede")
    assert not changes(overleg, enschede.stuk)
    actie = overleg.verslagregels.find(tekst="Navragen wat COA kan leveren")
    assert actie and actie.id
    set_gereed(overleg, actie.id, JUNI)
    assert "heeft geen openstaande acties" in changes(overleg, enschede.stuk)[0].nu
    borne = next(each for each in archief(overleg) if each.voor == "Borne")
    remade = again(overleg, borne.stuk, eml=eml_bytes, brondata=brondata)
    assert remade.make(remade.plannen).bestand == made.geschreven[1].bestand


def test_the_register_knows_what_is_out_of_date_and_makes_it_again(overleg: Ledger, tmp_path: Path) -> None:
    for openbaar in (False, True):
        more: dict[str, Any] = {} if openbaar else {"eml": eml_bytes, "ics": ICS}
        wanted = levering(overleg, pakket=True, openbaar=openbaar, **more)
        keep(overleg, deliver(wanted, wanted.plannen, tmp_path).geschreven, openbaar=openbaar)
    wanted = levering(overleg, HELD, soorten=["besluitenlijst"], vorm="docx")
    keep(overleg, deliver(wanted, wanted.plannen, tmp_path).geschreven)
    known = archief(overleg)
    assert {each.stuk.overleg_id for each in known} == {HELD, NEXT} and len(known) == 12
    assert [each.titel for each in known if Nazicht(overleg).changes(each.stuk)] == []
    for each in known:
        if each.soort != "uitnodiging":
            remade = again(overleg, each.stuk, eml=eml_bytes, brondata=brondata)
            made = remade.make(remade.plannen)
            assert (made.stuk.bestandsnaam.partition(".")[0], made.vorm) == (
                each.bestandsnaam.rpartition(".")[0],
                each.vorm,
            )
            if each.vorm != "eml":
                assert made.bestand == overleg.inhoud.get(each.sha256), each.titel
    save_punt(overleg, replace(punt(overleg, "Kosten"), titel="Kosten en vergoeding"))
    old = {(each.soort, each.voor) for each in known if Nazicht(overleg).changes(each.stuk)}
    assert old == {
        ("agenda", ""),
        ("agenda", "ter informatie"),
        ("draaiboek", ""),
        ("vergaderpakket", ""),
        ("vergaderpakket", "ter informatie"),
        ("e-mail", "leden"),
        ("e-mail", "ter informatie"),
    }
    record_regel(overleg, Verslagregel(overleg_id=HELD, soort="besluit", tekst="Nog een besluit."))
    assert ("besluitenlijst", "") in {(each.soort, each.voor) for each in known if Nazicht(overleg).changes(each.stuk)}
    save_overleg(overleg, replace(overleg.overleggen.get(NEXT), begin="11:00"))
    invited = next(each for each in known if each.soort == "uitnodiging")
    assert [each.naam for each in changes(overleg, invited.stuk)] == ["moment"]
    with pytest.raises(RegietafelError, match="bij het overleg"):
        again(overleg, invited.stuk, eml=eml_bytes, brondata=brondata)


def test_officials_go_from_the_public_list_and_bestuurders_stay(overleg: Ledger) -> None:
    wanted = levering(overleg, HELD, soorten=["besluitenlijst"], openbaar=True)
    document = wanted.again("besluitenlijst", "").document
    text = as_text(document.blocks)
    assert "burgemeester van Almelo (Vz)" in text
    for official in ("Dijkhuizen", "Regievoerder", "Griffier"):
        assert official not in text, official
    assert "Borne ([5.1.2e])" in text and document.weggelaten == ("5.1.2e",)
    choose(overleg, None, "leegstaande kantoren", "5.1.2b", overleg_id=HELD)
    set_weglating(overleg, Weglating(overleg_id=HELD, tekst="K. Regievoerder", grond=""))
    text = as_text(levering(overleg, HELD, openbaar=True).again("besluitenlijst", "").document.blocks)
    assert "leegstaande kantoren" not in text and "COA (K. Regievoerder)" in text
    assert "de actie- en besluitenlijst is nog niet vastgesteld" in wanted.nog_open


def test_a_public_package_has_the_public_annexes_alone(overleg: Ledger, tmp_path: Path) -> None:
    wanted = levering(overleg, pakket=True, openbaar=True, los=False)
    made = deliver(wanted, wanted.plannen, tmp_path)
    (pakket,) = made.geschreven
    text = as_one(pakket.bestand)
    assert pakket.pad.name == "Regietafel Twente 07-09-2023 Vergaderpakket (openbaar).pdf"
    assert "Bijlage 1: Brief van het COA" in text and "Bijlage 2" not in text
    assert "Dorpsstraat" not in text and "Tussenvoorzieningen" in text
    assert "Actie- en besluitenlijst" not in text  # a concept is for the members
    adopt_verslag(overleg, HELD, toch=True)
    wanted = levering(overleg, pakket=True, openbaar=True, los=False)
    text = as_one(wanted.make(wanted.plannen, tmp_path).geschreven[0].bestand)
    assert "Actie- en besluitenlijst" in text and "Dorpsstraat" not in text and "Dijkhuizen" not in text
    with pytest.raises(RegietafelError, match="niet per e-mail"):
        levering(overleg, openbaar=True, eml=eml_bytes)


def as_one(content: bytes) -> str:
    """All that a PDF says."""
    return read(content).root.text


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
