"""A file by mail with strange meetings in it: every question has an answer, and no document leaves its folder."""

from __future__ import annotations

import contextlib
import datetime
import email
import json
from email import policy
from pathlib import Path

import pytest
from icalendar import Calendar

from regietafel.actions.bijlagen import remove_bijlage
from regietafel.catalog.overleg import CONTACTREGEL
from regietafel.catalog.overlegregels import (
    AANWEZIG_LIJST,
    INTEKENACTIE_LIJST,
    OVERLEG_LIJST,
    PLANNING_LIJST,
    PUNT_LIJST,
    VERSLAG_LIJST,
)
from regietafel.catalog.verslag import (
    ACTIEREGEL,
    REGISTERREGEL,
)
from regietafel.documents.herinneringen import read_herinneringen
from regietafel.documents.leveren import deliver
from regietafel.documents.opnieuw import again
from regietafel.documents.overlegleveren import OverlegVraag, read_overleglevering
from regietafel.documents.overlegsoorten import VAN_OVERLEG
from regietafel.documents.verouderd import OF_PERIODE, Nazicht
from regietafel.documents.verzenden import SOORT
from regietafel.errors import RegietafelError
from regietafel.exchange.brondata import brondata
from regietafel.exchange.eml import eml_bytes
from regietafel.exchange.export import export_table
from regietafel.exchange.overleguitnodiging import overleg_ics
from regietafel.exchange.spreadsheet import read_sheets
from regietafel.fields import Field
from regietafel.ledger import Ledger
from regietafel.planning.jaarplanning import botsing, jaarplanning
from regietafel.queries.agenda import agenda, next_overleg
from regietafel.queries.archief import archief
from regietafel.queries.contacten import contacten, ontvangers
from regietafel.queries.intekenlijst import intekenlijst, voortgang_per_partij
from regietafel.queries.overleggen import find_overleg, overleg_regel, overleggen
from regietafel.queries.partijen import partijen
from regietafel.queries.verslag import aanwezigheid, besloten_in, lijst, lijstregel, open_acties, register, themas
from regietafel.queries.zoeken import filled
from tests.core.overleg_scenarios import HELD, JUNI, NEXT, PLANNED
from tests.core.strange_files import DAY, NASTY, put, stranger

LAST = datetime.date(2100, 12, 31)  # the last year that can be planned
ALL = range(1, 7)


@pytest.mark.parametrize("op", [datetime.date(1990, 1, 1), DAY, LAST])
def test_every_question_about_meetings_has_an_answer(nasty_file: Path, op: datetime.date) -> None:
    ledger = Ledger.open(nasty_file)
    assert len(overleggen(ledger, op)) == len(ALL)
    for id in ALL:
        assert overleg_regel(ledger, id).peildatum(op)
        assert agenda(ledger, id) and aanwezigheid(ledger, id) is not None and lijst(ledger, id, op) is not None
        next_overleg(ledger, id)
    assert lijstregel(ledger, 3, op).voortgang and find_overleg(ledger, JUNI, ledger.overlegreeksen.get(1).naam)
    assert len(register(ledger, op)) == 3 and open_acties(ledger, op) and besloten_in(ledger, locatie_id=1) == ()
    assert themas(ledger) and partijen(ledger) and contacten(ledger) and ontvangers(ledger, 1).leden
    assert intekenlijst(ledger, op) and voortgang_per_partij(ledger, op)
    for reeks in (1, 2, 3):
        assert jaarplanning(ledger, reeks, op.year) is not None and botsing(ledger, reeks, op) is not None
    ledger.close()


def test_all_of_it_is_exported_as_text(nasty_file: Path, tmp_path: Path) -> None:
    ledger = Ledger.open(nasty_file)
    tables: dict[str, tuple[tuple[Field, ...], tuple[object, ...]]] = {
        "overleggen": (OVERLEG_LIJST, overleggen(ledger, DAY)),
        "punten": (PUNT_LIJST, agenda(ledger, HELD)),
        "aanwezig": (AANWEZIG_LIJST, aanwezigheid(ledger, HELD)),
        "lijst": (VERSLAG_LIJST, lijst(ledger, HELD, DAY)),
        "acties": (ACTIEREGEL, open_acties(ledger, DAY)),
        "register": (REGISTERREGEL, register(ledger, DAY)),
        "contacten": (CONTACTREGEL, contacten(ledger)),
        "inteken": (INTEKENACTIE_LIJST, intekenlijst(ledger, DAY)),
        "planning": (PLANNING_LIJST, jaarplanning(ledger, 1, 2024)),
    }
    for name, (fields, rows) in tables.items():
        assert rows, name
        for suffix in (".csv", ".xlsx", ".ods"):
            target = tmp_path / f"{name}{suffix}"
            export_table(target, name, fields, rows)
            assert len(read_sheets(target)[0].rijen) > len(rows)
        text = (tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig")
        assert not [line for line in text.splitlines() for cell in line.split(";") if cell.startswith(("=", '"='))]
    ledger.close()


def test_all_of_it_is_found(nasty_file: Path) -> None:
    ledger = Ledger.open(nasty_file)
    index = filled(ledger)
    for words in (
        NASTY,
        "onload",
        '"',
        "* OR titel:",
        "agendapunt NEAR(",
        "\0",
        "5 juni 2023",
        "x" * 100_000,
        "a " * 9_000,
    ):
        index.search(words)
    assert {"overleg", "agendapunt", "besluit"} <= {each.soort for each in index.search("onload", limit=500)}
    ledger.close()


def test_what_is_sent_of_a_meeting_says_only_what_it_says(nasty_file: Path, tmp_path: Path) -> None:
    ledger = Ledger.open(nasty_file)
    remove_bijlage(ledger, next(ledger.bijlagen.where(agendapunt_id=1)))  # no picture at all: the package says so
    folder = tmp_path / "diep" / "map"
    for id, asked in (
        (HELD, OverlegVraag(pakket=True)),
        (HELD, OverlegVraag(openbaar=True, pakket=True)),
        (HELD, OverlegVraag(vorm="docx")),
        (NEXT, OverlegVraag(pakket=True, eml=eml_bytes, ics=overleg_ics(ledger, NEXT))),
        (NEXT, OverlegVraag(openbaar=True)),
    ):
        levering = read_overleglevering(ledger, id, DAY, asked)
        assert levering.nog_open is not None
        made = deliver(levering, levering.plannen, folder, overwrite=True)
        assert made.geschreven and not made.mislukt, made.mislukt
    reminders = read_herinneringen(ledger, LAST, DAY, eml_bytes)
    assert deliver(reminders, reminders.plannen, folder, overwrite=True).geschreven
    ledger.close()
    assert {*tmp_path.iterdir()} == {nasty_file, tmp_path / "diep"}
    mails = [email.message_from_bytes(each.read_bytes(), policy=policy.default) for each in folder.glob("*.eml")]
    assert len(mails) > 1
    for mail in mails:
        assert {*mail.keys()} <= {
            "X-Unsent", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
            "Content-Transfer-Encoding",
        }  # fmt: skip
        assert not [each for each in mail.iter_attachments() if "/" in (each.get_filename() or "/")]
    (invitation,) = folder.glob("*.ics")
    (event,) = Calendar.from_ical(invitation.read_bytes()).walk("VEVENT")
    assert {*event} <= {
        "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS",
        "TRANSP", "ATTENDEE", "ORGANIZER",
    }  # fmt: skip
    assert "\n" not in str(event["SUMMARY"])


OPNAME = {
    "nothing": b"",
    "a list": b"[]",
    "another record": b"{}",
    "deep": b"[" * 1_000_000,
    "a number without end": b'{"reeks": ' + b"9" * 100_000 + b"}",
    "ten megabytes": b'"' + b"x" * 10_000_000 + b'"',
    "no text": b"\xff\xfe\x00\xd8",
    "no number": b'{"reeks": NaN, "peildatum": 1e999}',
}


@pytest.mark.parametrize("name", OPNAME)
def test_an_agenda_that_was_sent_and_is_something_else_is_refused(filled_file: Path, name: str) -> None:
    put(filled_file, "agendaversie.inhoud", OPNAME[name])
    ledger = Ledger.open(filled_file)
    with pytest.raises(RegietafelError, match=r"zoals hij is verzonden, is in dit bestand beschadigd"):
        read_overleglevering(ledger, PLANNED, DAY, OverlegVraag(versie=1))
    levering = read_overleglevering(ledger, PLANNED, DAY, OverlegVraag())  # the next one says what it cannot compare
    assert any("versie 1 is niet te lezen" in each for each in levering.nog_open) and not levering.wijzigingen
    assert levering.make(levering.plannen, Path()).geschreven
    ledger.close()


SAID = [
    {"op": said, "tot": said, "versie": said, "vorm": said, "soorten": said, "scenarios": said, "pakket": said}
    for said in ("", " ", NASTY, "gisteren", "9999-12-31", "0001-01-01", "²", "9" * 5_000, "-1", "0", "../../x")
]


@pytest.mark.parametrize("soort", [*sorted(VAN_OVERLEG), *OF_PERIODE, SOORT, "dossier", "besluit", "x"])
def test_of_a_document_with_strange_facts_it_is_said_what_is_wrong(filled_file: Path, soort: str) -> None:
    with stranger(filled_file) as db:
        db.execute("UPDATE archiefstuk SET soort = ?, overleg_id = 1, herverdeling_id = NULL", [soort])
    for vorm, feiten in (("../../x", {}), *(("pdf", each) for each in SAID)):
        put(filled_file, "archiefstuk.feiten", json.dumps(feiten).encode())
        with stranger(filled_file) as db:
            db.execute("UPDATE archiefstuk SET vorm = ?", [vorm])
        ledger = Ledger.open(filled_file)
        (regel,) = archief(ledger)
        assert Nazicht(ledger).changes(regel.stuk)
        with contextlib.suppress(RegietafelError):
            wanted = again(ledger, regel.stuk, eml=eml_bytes, brondata=brondata)
            assert wanted.make(wanted.plannen).bestand
        ledger.close()
