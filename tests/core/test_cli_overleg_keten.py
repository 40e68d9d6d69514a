"""The story of one meeting from the command line, on the example of Twente, with the papers that come of it."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from icalendar import Calendar

from regietafel.paths import resource

DAY, LATER, NEXT = (("--overleg", each) for each in ("4-12-2023", "11-12-2023", "5-2-2024"))
PUNTEN = [
    "1 Opening en vaststellen agenda",
    "2 Stand van zaken taakstelling en opvangplekken",
    "3 Samen zoeken naar locaties",
    "3.1 Locatie in onderzoek",
    "4 Actualiteiten",
    "5 Openstaande acties",
    "6 Terugkoppeling PRT",
    "7 Wat verder ter tafel komt",
]
REGELS = """1
B De agenda is vastgesteld.
2
K De bezetting van de noodopvang is niet bekend.
B De stand gaat elke maand naar alle colleges.
3
B De memo is het kader.
A Hengelo en Borne: zoeken samen naar percelen, voor 15-3-2024
3.1
K De omwonenden weten het nog niet.
4
A Enschede: stuurt de brief van het COA rond, voor 1 februari 2024
5
6
7
B De campagne begint na de zomer.
A COA: meldt de plekken in de winter, uiterlijk 1 maart 2024
"""


def words_of(docx_file: Path) -> str:
    nodes = docx.Document(str(docx_file)).element.body.iter()
    return "\n".join(node.text or "" for node in nodes if node.tag.endswith("}t"))


def invitation(folder: Path) -> Any:
    (path,) = folder.glob("*.ics")
    (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return event


@dataclass
class User:
    """Who types the commands, about one file; the papers go into folders in ``out``."""

    run: Any
    file: Path
    out: Path

    def do(self, *command: str | Path) -> None:
        said = self.run(*command)
        assert said.code == 0, said.err

    def ask(self, *command: str | Path) -> Any:
        said = self.run(*command, "--json")
        assert said.code == 0, said.err
        return said.json

    def shown(self, day: tuple[str, str]) -> Any:
        return self.ask("overleg", "toon", self.file, *day)

    def titles(self, day: tuple[str, str]) -> list[str]:
        return [f"{each['nummer']} {each['titel']}" for each in self.shown(day)["agenda"]]

    def next_agenda(self, folder: str) -> str:
        self.do("agenda", self.file, *NEXT, "--naar", self.out / folder, "--docx")
        (path,) = (each for each in (self.out / folder).iterdir() if each.name.endswith("Agenda.docx"))
        return words_of(path)

    def reminders(self, folder: str) -> dict[str, str]:
        """Who is written to, and what."""
        made = self.ask("actie", "herinnering", self.file, "--naar", self.out / folder, "--op", "2024-01-15")
        found = {}
        for each in made["bestanden"]:
            message = email.message_from_bytes(Path(each["bestand"]).read_bytes(), policy=email.policy.default)
            body = message.get_body(("plain",))
            assert body is not None
            found[each["voor"]] = body.get_content()
        return found


def test_a_meeting_goes_the_whole_way(run: Any, voorbeeld: Path, typed: Any, tmp_path: Path) -> None:
    user = User(run, voorbeeld, tmp_path)
    fill_the_agenda(user)
    send_it_move_it_and_send_it_again(user)
    typed(REGELS)
    hold_it(user)
    put_it_on_paper(user)
    adopt_it_and_do_an_action(user)


def fill_the_agenda(user: User) -> None:
    """Seven points, of which one has a subpoint, and two annexes."""
    user.do("overleg", "nieuw", user.file, "4-12-2023", "5-2-2024", "--reeks", "regietafel")
    new = ("overleg", "punt", "nieuw", user.file, *DAY)
    user.do(*new, "--zet", "titel=Samen zoeken naar locaties", "--zet", "soort=besluit", "--zet", "minuten=20")
    user.do(*new, "--zet", "titel=Locatie in onderzoek", "--zet", "vertrouwelijk=ja", "--onder", "3")
    for punt, name in (("3", "memo_locaties.pdf"), ("3.1", "notitie_locatie.pdf")):
        user.do("bijlage", "toevoegen", user.file, resource("voorbeeld", name), *DAY, "--punt", punt)
    assert user.titles(DAY) == PUNTEN


def send_it_move_it_and_send_it_again(user: User) -> None:
    """All is there after it was moved, and calendars know which invitation is the newer one."""
    everything = ("--pakket", "--ics", "--eml", "--draaiboek", "--verzonden")
    user.do("agenda", user.file, *DAY, "--naar", user.out / "een", *everything, "--datum", "2023-11-24")
    before = user.shown(DAY)["agenda"]
    user.do("overleg", "wijzig", user.file, *DAY, "--zet", "datum=11-12-2023", "--zet", "begin=10:30")
    assert user.titles(LATER) == PUNTEN
    assert [each["bijlagen"] for each in user.shown(LATER)["agenda"]] == [each["bijlagen"] for each in before]
    again = user.ask("agenda", user.file, *LATER, "--naar", user.out / "twee", *everything, "--datum", "2023-11-30")
    assert again["versie"] == 2 and any("11 december 2023" in each for each in again["wijzigingen"])
    first, second = (invitation(user.out / each) for each in ("een", "twee"))
    assert (first["uid"], first["sequence"], second["sequence"]) == (second["uid"], 0, 1)
    assert [each["nummer"] for each in user.shown(LATER)["versies"]] == [1, 2]


def hold_it(user: User) -> None:
    """13 present and one absent with notice, 4 besluiten, 2 knelpunten, 3 acties."""
    user.do("overleg", "begin", user.file, *LATER)
    user.do("overleg", "aanwezig", user.file, *LATER, "--vul")
    there = user.ask("overleg", "aanwezig", user.file, *LATER, "--gemeente", "Tubbergen", "--als", "afwezig_mk")
    assert sorted(each["aanwezig"] for each in there) == ["aanwezig"] * 13 + ["afwezig_mk"]
    user.do("overleg", "verwerk", user.file, *LATER)
    user.do("overleg", "sluit", user.file, *LATER)
    held = user.shown(LATER)
    assert [held[each] for each in ("besluiten", "knelpunten", "acties_open", "staat")] == [4, 2, 3, "verslag_concept"]
    assert not any(each["vraag"] for each in held["lijst"])


def put_it_on_paper(user: User) -> None:
    """As PDF that everybody can read and that can be kept, and for Word."""
    for kind in ("agenda", "verslag"):
        user.do(kind, user.file, *LATER, "--naar", user.out / "drie", "--docx")
    user.do("verslag", user.file, *LATER, "--naar", user.out / "drie")
    pdfs = sorted(user.out.glob("*/*.pdf"))
    assert len(pdfs) == 2 * 5 + 2
    assert all(each["voldoet"] == {"PDF/UA-1": True, "PDF/A-2a": True} for each in user.ask("keur", *pdfs))
    lists = {path.name: words_of(path) for path in (user.out / "drie").glob("*besluitenlijst*.docx")}
    assert len(lists) == 2  # for the members, and one without the confidential point
    for name, words in lists.items():
        left_out = {each["punt_nummer"] for each in user.shown(LATER)["lijst"] if each["tekst"] not in words}
        assert left_out == ({"3.1"} if "ter informatie" in name else set())


def adopt_it_and_do_an_action(user: User) -> None:
    """The next agenda has the list to adopt and what is to do; what is done goes from there, and stays on record."""
    assert "5 Verslag van 11 december 2023 vaststellen" in user.titles(NEXT)
    (mine,) = (each for each in user.shown(LATER)["lijst"] if each["houders"] == ["Enschede"])
    assert mine["tekst"] in user.next_agenda("vier") and mine["tekst"] in user.reminders("vijf")["Enschede"]
    user.do("overleg", "vaststellen", user.file, *LATER)
    user.do("actie", "gereed", user.file, str(mine["id"]), "--datum", "2024-01-10")
    left = user.next_agenda("zes")
    assert mine["tekst"] not in left and "zoeken samen naar percelen" in left
    assert mine["tekst"] not in user.reminders("zeven")["Enschede"]  # it still has another one
    (kept,) = (each for each in user.ask("acties", user.file) if each["id"] == mine["id"])
    assert (kept["gereed_op"], kept["is_open"]) == ("2024-01-10", False)


def test_cancelled_and_merged_all_of_it_arrives(run: Any, voorbeeld: Path) -> None:
    """The agenda of September with its annexes, and the list of June with its actions, end up in December."""

    def shown(day: str) -> Any:
        return run("overleg", "toon", voorbeeld, "--overleg", day, "--json").json

    def own(day: str) -> dict[str, list[Any]]:
        """The points that the series does not give, with their annexes."""
        return {each["titel"]: [one["titel"] for one in each["bijlagen"]] for each in shown(day)["agenda"]}

    register = run("besluiten", voorbeeld, "--json").json
    september = own("4-9-2023")
    assert sum(map(len, september.values())) == 2
    assert run("overleg", "nieuw", voorbeeld, "4-12-2023", "--reeks", "regietafel").code == 0
    assert run("overleg", "vervalt", voorbeeld, "--overleg", "4-9-2023", "--reden", "Te weinig aanmeldingen").code == 0
    assert september.items() <= own("6-11-2023").items()
    assert run("overleg", "samenvoegen", voorbeeld, "--overleg", "6-11-2023", "--met", "4-12-2023").code == 0
    assert september.items() <= own("4-12-2023").items()
    assert len(shown("4-12-2023")["agenda"]) == len({*own("4-12-2023")})  # and nothing twice
    assert own("4-9-2023") == september  # what was cancelled is still to be read
    assert run("besluiten", voorbeeld, "--json").json == register
    names = {naam for each in run("acties", voorbeeld, "--open", "--json").json for naam in each["houders"]}
    assert names == {"Almelo", "Borne", "Enschede", "Hengelo"}
