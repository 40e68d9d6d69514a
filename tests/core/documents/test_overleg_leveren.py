"""Everything that goes out for a meeting: to each list its own, in one go, and known in the register."""

from __future__ import annotations

import email
from dataclasses import replace
from email import policy
from pathlib import Path
from typing import Any

import pytest

from regietafel.actions.agenda import save_punt
from regietafel.actions.contacten import save_contact
from regietafel.actions.overleggen import adopt_verslag, cancel_overleg, save_overleg
from regietafel.actions.verslag import record_regel, set_gereed
from regietafel.actions.weglatingen import set_weglating
from regietafel.documents.herinneringen import read_herinneringen
from regietafel.documents.leveren import deliver
from regietafel.documents.maken import keep
from regietafel.documents.opnieuw import again
from regietafel.documents.plain import as_text
from regietafel.documents.stukken.overleg import collect_overleg
from regietafel.documents.stukken.overlegbericht import make_bericht_overleg
from regietafel.documents.verouderd import Nazicht, changes
from regietafel.documents.woo.keuze import choose
from regietafel.domain.contact import Contact
from regietafel.domain.document import Weglating
from regietafel.domain.verslag import Verslagregel
from regietafel.errors import RegietafelError
from regietafel.exchange.brondata import brondata
from regietafel.exchange.eml import eml_bytes
from regietafel.ledger import Ledger
from regietafel.queries.archief import archief
from tests.core.documents.overlegtafel import HELD, ICS, JUNI, NEXT, OP, as_one, levering, punt, said, send
from tests.core.documents.reading import read


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


def test_an_organisation_gets_one_reminder_however_its_capitals_were_typed(overleg: Ledger) -> None:
    save_contact(overleg, Contact(organisatie="Coa", naam="K. Regievoerder", e_mail="regie@coa.nl"))
    regel = Verslagregel(overleg_id=HELD, soort="actie", tekst="Cijfers sturen")
    record_regel(overleg, regel, [(None, "coa")])
    wanted = read_herinneringen(overleg, OP, OP, eml_bytes, houders=["coa"])
    assert [plan.voor for plan in wanted.plannen] == ["COA"] and not wanted.nog_open
    assert wanted.adressen["COA"] == ["regie@coa.nl"]
    text = as_text(wanted.stuk(wanted.plannen[0]).document.blocks)
    assert "Cijfers sturen" in text and "Navragen wat COA kan leveren" in text


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
