"""The documents of a meeting from the command line: made, sent, changed, published; read back by other libraries."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path
from typing import Any

import docx
import pytest
from icalendar import Calendar

from tests.core.voorbeeldoverleg import JUNI, SEPTEMBER


def names(folder: Path) -> list[str]:
    return sorted(each.name.removeprefix("2023-09-04 Regietafel Twente ") for each in folder.iterdir())


def test_the_agenda_with_all_that_goes_out(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    made = run("agenda", voorbeeld, *SEPTEMBER, "--naar", out, "--pakket", "--ics", "--eml", "--draaiboek", "--json")
    assert made.code == 0, made.err
    assert names(out) == [
        "Agenda ter informatie.pdf",
        "Agenda.pdf",
        "Draaiboek.pdf",
        "E-mail leden.eml",
        "E-mail ter informatie.eml",
        "Uitnodiging.ics",
        "Vergaderpakket ter informatie.pdf",
        "Vergaderpakket.pdf",
    ]
    assert (made.json["versie"], made.json["verzonden"], made.json["mislukt"]) == (1, False, [])
    assert run("overleg", "toon", voorbeeld, *SEPTEMBER, "--json").json["staat"] == "concept"  # only a concept was made
    kept = [each["soort"] for each in run("register", "lijst", voorbeeld, "--json").json]
    assert sorted(kept) == sorted(each["soort"] for each in made.json["bestanden"])
    (mail,) = (each for each in out.glob("*leden.eml"))
    message = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
    assert "bestuur@hofvantwente.example" in str(message["To"]) and message["X-Unsent"] == "1"
    assert any(each.get_filename() for each in message.iter_attachments())
    pdfs = sorted(out.glob("*.pdf"))
    assert run("keur", *pdfs).code == 0
    again = run("agenda", voorbeeld, *SEPTEMBER, "--naar", out)
    assert again.code == 1 and "staat al" in again.err


def test_sending_keeps_a_version_and_the_next_tells_what_changed(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    def agenda(folder: str, *rest: str) -> Any:
        return run("agenda", voorbeeld, *SEPTEMBER, "--naar", tmp_path / folder, *rest, "--json")

    day = ("--verzonden", "--datum", "2023-08-28", "--peildatum", "2023-08-25")
    sent = agenda("a", *day).json
    assert sent["verzonden"]
    assert run("overleg", "punt", "nieuw", voorbeeld, *SEPTEMBER, "--zet", "titel=Flexwonen").code == 0
    second = agenda("b", "--docx", "--verzonden", "--datum", "2023-08-30").json
    assert second["versie"] == 2 and any("Flexwonen" in each for each in second["wijzigingen"])
    shown = run("overleg", "toon", voorbeeld, *SEPTEMBER, "--json").json
    assert (shown["staat"], shown["versie"]) == ("verzonden", 2)
    assert [(each["nummer"], each["verzonden_op"], each["peildatum"]) for each in shown["versies"]] == [
        (1, "2023-08-28", "2023-08-25"),
        (2, "2023-08-30", "2023-08-30"),
    ]
    first = agenda("c", "--versie", "1", "--datum", "2023-08-28").json
    old, new = ([each["sha256"] for each in made["bestanden"]] for made in (sent, first))
    assert old == new  # as it was sent, to the byte
    assert run("overleg", "punt", "wijzig", voorbeeld, "1", *SEPTEMBER, "--zet", "soort=informatie").code == 0
    third = run("agenda", voorbeeld, *SEPTEMBER, "--naar", tmp_path / "e")
    assert third.err.startswith("Anders dan versie 2: ")
    late = run("agenda", voorbeeld, *JUNI, "--naar", tmp_path / "f", "--verzonden")
    assert late.code == 1 and "is begonnen" in late.err and not (tmp_path / "f").exists()
    assert agenda("d", "--versie", "9").code == 1
    assert agenda("d", "--verzonden", "--woo").code == 2
    assert agenda("d", "--docx", "--odt").code == 2


def test_only_an_agenda_tells_what_changed_in_it(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    assert run("agenda", voorbeeld, *SEPTEMBER, "--naar", tmp_path, "--verzonden").code == 0
    assert run("overleg", "punt", "nieuw", voorbeeld, *SEPTEMBER, "--zet", "titel=Flexwonen").code == 0
    assert run("agenda", voorbeeld, *SEPTEMBER, "--naar", tmp_path / "b", "--verzonden").err
    assert run("overleg", "begin", voorbeeld, *SEPTEMBER).code == 0
    made = run("verslag", voorbeeld, *SEPTEMBER, "--naar", tmp_path / "c")
    assert made.code == 0 and "Anders dan" not in made.err


def test_what_is_there_is_replaced_when_asked(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    assert run("agenda", voorbeeld, *SEPTEMBER, "--naar", tmp_path).code == 0
    again = run("agenda", voorbeeld, *SEPTEMBER, "--naar", tmp_path)
    assert again.code == 1 and again.err.endswith("Vervangen kan met --overschrijven.\n")
    assert run("agenda", voorbeeld, *SEPTEMBER, "--naar", tmp_path, "--overschrijven").code == 0


@pytest.mark.parametrize("number", ["-1", "0", "9"])
def test_a_version_that_is_not_there(run: Any, voorbeeld: Path, tmp_path: Path, number: str) -> None:
    made = run("agenda", voorbeeld, *SEPTEMBER, "--naar", tmp_path, "--versie", number)
    assert (made.code, made.err) == (
        1,
        f"De agenda van 04-09-2023 is nog niet verzonden; er is nog geen versie {number}.\n",
    )


def test_a_long_name_of_a_series_leaves_the_day_in_the_name_of_a_file(
    run: Any, voorbeeld: Path, tmp_path: Path
) -> None:
    long = "naam=Regietafel Twente voor huisvesting van vergunninghouders en opvang van asielzoekers"
    assert run("overleg", "reeks", "wijzig", voorbeeld, "--reeks", "regietafel", "--zet", long).code == 0
    for day in (SEPTEMBER, JUNI):
        assert run("agenda", voorbeeld, *day, "--naar", tmp_path, "--woo").code == 0
        assert run("agenda", voorbeeld, *day, "--naar", tmp_path).code == 0
    made = [each.name for each in tmp_path.glob("*.pdf")]
    assert sum(each.endswith("-2023 Agenda (openbaar).pdf") for each in made) == 2, made
    assert not any("  " in each for each in made)


def test_the_invitation_moves_and_is_taken_back(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    def invited(day: str, folder: str) -> Any:
        made = run("overleg", "uitnodiging", voorbeeld, "--overleg", day, "--naar", tmp_path / folder, "--json")
        assert made.code == 0, made.err
        (path,) = (Path(each["bestand"]) for each in made.json["bestanden"])
        calendar = Calendar.from_ical(path.read_bytes())
        (event,) = calendar.walk("VEVENT")
        return str(calendar["method"]), event

    method, first = invited("2023-09-04", "a")
    assert (method, int(first["sequence"])) == ("REQUEST", 0)
    assert first["organizer"] == "mailto:secretariaat@regietafeltwente.example"
    assert (
        run("overleg", "wijzig", voorbeeld, *SEPTEMBER, "--zet", "datum=2023-09-11", "--zet", "begin=09:30").code == 0
    )
    method, moved = invited("2023-09-11", "b")
    assert (method, moved["uid"], int(moved["sequence"])) == ("REQUEST", first["uid"], 1)
    assert moved.decoded("dtstart").isoformat() == "2023-09-11T09:30:00+02:00"
    assert run("overleg", "vervalt", voorbeeld, "--overleg", "2023-09-11", "--reden", "Te weinig punten").code == 0
    method, gone = invited("2023-09-11", "c")
    assert (method, gone["uid"], int(gone["sequence"]), gone["status"]) == ("CANCEL", first["uid"], 2, "CANCELLED")


def test_the_list_and_the_reminders(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    assert run("verslag", voorbeeld, *SEPTEMBER, "--naar", out).code == 1  # it was not held
    assert run("verslag", voorbeeld, *JUNI, "--naar", out).code == 0
    assert run("verslag", voorbeeld, *JUNI, "--naar", out, "--docx").code == 0
    assert run("verslag", voorbeeld, *JUNI, "--naar", out, "--woo").code == 0
    assert sorted(each.name for each in out.iterdir()) == [
        "2023-06-05 Regietafel Twente Actie- en besluitenlijst.docx",
        "2023-06-05 Regietafel Twente Actie- en besluitenlijst.pdf",
        "Regietafel Twente 05-06-2023 Actie- en besluitenlijst (openbaar).pdf",
    ]
    assert run("keur", *sorted(out.glob("*.pdf"))).code == 0
    for command in ("agenda", "verslag"):  # in one folder
        mailed = run(command, voorbeeld, *JUNI, "--naar", tmp_path / "mail", "--eml", "--odt")
        assert mailed.code == 0, mailed.err
    assert len([*(tmp_path / "mail").glob("*.eml")]) == 4
    made = run("actie", "herinnering", voorbeeld, "--naar", tmp_path / "alle", "--op", "2023-09-01", "--json").json
    owners = {naam for each in run("acties", voorbeeld, "--open", "--json").json for naam in each["houders"]}
    assert {each["voor"] for each in made["bestanden"]} == owners
    text = next((tmp_path / "alle").glob("*Hengelo.eml")).read_bytes()
    body = email.message_from_bytes(text, policy=email.policy.default).get_body(("plain",))
    assert body is not None and "percelen" in body.get_content()
    (mine,) = run("acties", voorbeeld, "--gemeente", "Hengelo", "--json").json
    later = run("actie", "gereed", voorbeeld, str(mine["id"]), "--datum", "2099-01-01")
    assert later.code == 1 and "in de toekomst" in later.err
    assert run("actie", "gereed", voorbeeld, str(mine["id"]), "--datum", "2023-08-30").code == 0
    done = run("actie", "herinnering", voorbeeld, "--naar", tmp_path / "een", "--aan", "Hengelo", "--op", "2023-09-01")
    assert done.code == 1 and "geen openstaande acties" in done.err
    assert run("actie", "herinnering", voorbeeld, "--naar", tmp_path / "een", "--aan", "Hengeloo").code == 1


def test_all_documents_of_a_meeting(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    made = run("documenten", voorbeeld, *JUNI, "--naar", tmp_path / "uit", "--dossier", "--json")
    assert made.code == 0, made.err
    assert {each["soort"] for each in made.json["bestanden"]} == {
        "agenda",
        "draaiboek",
        "besluitenlijst",
        "vergaderpakket",
    }
    assert run("documenten", voorbeeld, *JUNI, "--naar", tmp_path / "x", "--zip").code == 2
    assert run("documenten", voorbeeld, *JUNI, "--naar", tmp_path / "x", "--soort", "besluit").code == 1
    assert run("documenten", voorbeeld, "--naar", tmp_path / "x").code == 2
    wrong = run(
        "documenten", voorbeeld, "--herverdeling", "HV-2023-II-01", "--naar", tmp_path / "x", "--soort", "agenda"
    )
    assert wrong.code == 2
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("command", ["agenda", "verslag"])
def test_the_public_version_leaves_out_what_is_confidential(
    run: Any, voorbeeld: Path, tmp_path: Path, command: str
) -> None:
    if command == "verslag":
        assert run("overleg", "punt", "wijzig", voorbeeld, "3", *JUNI, "--zet", "vertrouwelijk=ja").code == 0
    day = JUNI if command == "verslag" else SEPTEMBER
    made = run(command, voorbeeld, *day, "--naar", tmp_path / "uit", "--woo", "--docx", "--json")
    assert made.code == 0, made.err
    assert [each["voor"] for each in made.json["bestanden"]] == [""]
    (path,) = (Path(each["bestand"]) for each in made.json["bestanden"])
    shown = run("overleg", "toon", voorbeeld, *day, "--json").json
    hidden = [each["titel"] for each in shown["agenda"] if each["vertrouwelijk"]]
    assert hidden
    document = docx.Document(str(path))
    text = "\n".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))
    assert shown["agenda"][0]["titel"] in text or command == "verslag"
    assert all(title not in text for title in hidden)


def test_what_goes_is_chosen_per_meeting_and_the_register_knows_it(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    def weg() -> list[Any]:
        found = run("woo", "lijst", voorbeeld, *SEPTEMBER, "--json").json["gegevens"]
        return [each for each in found if each["eigen"]]

    assert weg() == []
    assert run("woo", "weg", voorbeeld, "burgemeester van Hengelo", *SEPTEMBER).code == 0
    (chosen,) = weg()
    assert (chosen["tekst"], chosen["grond"]) == ("burgemeester van Hengelo", "5.1.2e")
    assert run("woo", "blijft", voorbeeld, "burgemeester van Hengelo", *SEPTEMBER).code == 0
    assert [each["grond"] for each in weg()] == [""]
    assert run("woo", "terug", voorbeeld, "burgemeester van Hengelo", *SEPTEMBER).code == 0
    assert run("woo", "terug", voorbeeld, "burgemeester van Hengelo", *SEPTEMBER).code == 1
    assert run("woo", "lijst", voorbeeld).code == 2
    assert run("agenda", voorbeeld, *SEPTEMBER, "--naar", tmp_path / "uit").code == 0
    assert len(run("register", "lijst", voorbeeld, *SEPTEMBER, "--json").json) == 2
    assert run("register", "lijst", voorbeeld, *JUNI, "--json").json == []
    assert run("register", "lijst", voorbeeld, *SEPTEMBER, "--verouderd", "--json").json == []
    assert run("overleg", "punt", "nieuw", voorbeeld, *SEPTEMBER, "--zet", "titel=Flexwonen").code == 0
    assert len(run("register", "lijst", voorbeeld, *SEPTEMBER, "--verouderd", "--json").json) == 2
