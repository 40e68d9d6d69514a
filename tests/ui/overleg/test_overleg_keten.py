"""The story of one meeting in the window, by keyboard alone, on the example of Twente; what counts is the file."""

from __future__ import annotations

import datetime
import email
import email.policy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest
from icalendar import Calendar
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFileDialog

from regietafel.documents.keuring.keuren import keur
from regietafel.documents.stukken.agendadelen import make_deel
from regietafel.domain import overleg as staten
from regietafel.domain.agenda import ACTIES
from regietafel.domain.verslag import AANWEZIG, ACTIE, AFWEZIG_MK, BESLUIT, KNELPUNT
from regietafel.example import make_example
from regietafel.i18n import today
from regietafel.ledger import Ledger
from regietafel.paths import resource
from regietafel.queries.agenda import agenda
from regietafel.queries.overlegstaat import staat
from regietafel.queries.verslag import aanwezigheid, lijst, register
from tests.ui.importing import P
from tests.ui.keyboard import ALT, CTRL, Key, go_to_row, key, press, tab_to, then, typed, typed_and_agreed
from tests.ui.meeting import write
from tests.ui.overleg_pages import titles
from tests.ui.pages import window
from ui.app import PLACES
from ui.kit.session import Session
from ui.kit.shell import Shell
from ui.wizards.vergadering_venster import Vergadering

GEPLAND, VERPLAATST, VOLGEND = (datetime.date(2031, *each) for each in ((3, 4), (3, 11), (6, 4)))
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
GETYPT = {
    "1": ["B De agenda is vastgesteld."],
    "2": ["K De bezetting van de noodopvang is niet bekend.", "B De stand gaat elke maand naar alle colleges."],
    "3": ["B De memo is het kader.", "A Hengelo en Borne: zoeken samen naar percelen, voor 15-05-2031"],
    "3.1": ["K De omwonenden weten het nog niet."],
    "4": ["A Enschede: stuurt de brief van het COA rond, voor 1 april 2031"],
    "7": ["B De campagne begint na de zomer.", "A COA: meldt de plekken in de winter, uiterlijk 1 juni"],
}


UIT = [
    "Agenda ter informatie.pdf",
    "Agenda.pdf",
    "E-mail leden.eml",
    "E-mail ter informatie.eml",
    "Uitnodiging.ics",
    "Vergaderpakket ter informatie.pdf",
    "Vergaderpakket.pdf",
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Twente.regietafel"
    make_example(path)
    return path


@pytest.fixture
def sessie(qapp: QApplication, path: Path, tmp_path: Path) -> Iterator[Session]:
    QSettings().setValue("map", str(tmp_path))
    made = Session(Ledger.open(path), P)
    yield made
    made.close()


@contextmanager
def in_file(path: Path) -> Iterator[Ledger]:
    """What someone who opens the file now would find."""
    ledger = Ledger.open_for_reading(path)
    try:
        yield ledger
    finally:
        ledger.close()


def invitation(folder: Path) -> Any:
    (path,) = folder.glob("*.ics")
    (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return event


def live(ledger: Ledger, overleg_id: int) -> set[str]:
    """The open actions as the agenda of this meeting would show them today."""
    return {rij.cellen[0] for rij in make_deel(ledger, ACTIES, today(), overleg_id).rijen}


def words_of(docx_file: Path) -> str:
    nodes = docx.Document(str(docx_file)).element.body.iter()
    return "\n".join(node.text or "" for node in nodes if node.tag.endswith("}t"))


@dataclass
class User:
    """Who sits at the keyboard, with the window before them; ``path`` is the file that all must end up in."""

    qtbot: Any
    shell: Shell
    path: Path

    @property
    def ledger(self) -> Ledger:
        return self.shell.session.ledger

    def go(self, place: str) -> None:
        key(self.shell, getattr(Key, f"Key_{[each.key for each in PLACES].index(place) + 1}"), ALT)

    def plan(self, day: datetime.date) -> int:
        then(typed(reeks_id="Regietafel", datum=f"{day:%d-%m-%Y}"))
        press(self.shell, "Overleg plannen…")
        (made,) = self.ledger.overleggen.where(datum=day)
        return made.id or 0

    def annex(self, file: str, **values: str) -> None:
        """With the point that the cursor is on; the chooser of the computer is answered here."""
        number = len([*self.ledger.bijlagen])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(resource("voorbeeld", file)), ""))
            then(typed(**values))
            press(self.shell, "Bijlage…")
        self.qtbot.waitUntil(lambda: len([*self.ledger.bijlagen]) == number + 1)

    def make(self, button: str, folder: Path, number: int, **values: str) -> None:
        """Let papers be made, until so many more are on record."""
        wanted = len([*self.ledger.archiefstukken]) + number
        then(typed(Map=str(folder), **values))
        press(self.shell, button)
        self.qtbot.waitUntil(lambda: len([*self.ledger.archiefstukken]) == wanted)

    def remind(self, folder: Path) -> dict[str, str]:
        """Let reminders be made: who is written to, and what."""
        then(typed(Map=str(folder)))
        press(self.shell, "Herinneringen…")
        self.qtbot.waitUntil(lambda: folder.exists() and not self.shell.page.progress.busy)  # type: ignore[attr-defined]
        found = {}
        for path in folder.glob("*.eml"):
            body = email.message_from_bytes(path.read_bytes(), policy=email.policy.default).get_body(("plain",))
            assert body is not None
            found[path.stem.rpartition(" ")[2]] = body.get_content()
        return found


@pytest.fixture
def user(qtbot: Any, sessie: Session, path: Path) -> User:
    return User(qtbot, window(qtbot, sessie, PLACES[0].key), path)


def test_a_meeting_goes_the_whole_way_by_keyboard(user: User, tmp_path: Path) -> None:
    user.go("overleg")
    following = user.plan(VOLGEND)
    key(user.shell, Key.Key_Escape)
    id = user.plan(GEPLAND)
    assert user.shell.page.title == "Regietafel Twente van 4 maart 2031"
    fill_the_agenda(user, id)
    send_it_move_it_and_send_it_again(user, id, tmp_path)
    hold_it(user, id)
    print_the_list(user, id, tmp_path / "lijst")
    adopt_it_and_do_an_action(user, id, following, tmp_path)


def fill_the_agenda(user: User, id: int) -> None:
    """Seven points, one with a subpoint, and two annexes."""
    then(typed(titel="Samen zoeken naar locaties", minuten="20", soort="ter besluitvorming"))
    press(user.shell, "Punt toevoegen…")
    user.annex("memo_locaties.pdf", titel="Memo: samen zoeken naar locaties", openbaar="ja")
    tab_to(user.shell, "Agenda")
    then(typed(titel="Locatie in onderzoek", vertrouwelijk="ja"))
    key(user.shell, Key.Key_Insert)
    user.annex("notitie_locatie.pdf", titel="Notitie over een locatie")
    with in_file(user.path) as ledger:
        assert titles(ledger, id) == PUNTEN
        annexes = {each.nummer: each.bijlagen for each in agenda(ledger, id) if each.bijlagen}
        assert {nummer: [(each.titel, each.openbaar) for each in found] for nummer, found in annexes.items()} == {
            "3": [("Memo: samen zoeken naar locaties", True)],
            "3.1": [("Notitie over een locatie", False)],
        }
        assert staat(ledger, id) == staten.CONCEPT


def send_it_move_it_and_send_it_again(user: User, id: int, folder: Path) -> None:
    """Every version stays as it was sent; nothing gets lost, and calendars know which invitation is the newer one."""
    user.make("Agenda verzenden…", folder / "een", len(UIT))
    assert sorted(each.name.partition("Twente ")[2] for each in (folder / "een").iterdir()) == UIT
    assert judged(folder / "een") == 4
    with in_file(user.path) as ledger:
        planned = ledger.overleggen.get(id)
        assert (staat(ledger, id), planned.volgnummer) == (staten.VERZONDEN, 0)
        (versie,) = ledger.agendaversies.where(overleg_id=id)
        assert (versie.nummer, versie.verzonden_op, versie.wijzigingen) == (1, today(), "")

    then(typed_and_agreed(datum="11-03-2031", begin="09:30"))  # it asks, for the agenda was sent
    press(user.shell, "Overleg wijzigen…")
    with in_file(user.path) as ledger:
        moved = ledger.overleggen.get(id)
        assert (moved.datum, moved.begin, moved.uid, moved.volgnummer) == (VERPLAATST, "09:30", planned.uid, 1)
        assert titles(ledger, id) == PUNTEN
        assert [len(each.bijlagen) for each in agenda(ledger, id)] == [0, 0, 1, 1, 0, 0, 0, 0]

    user.make("Nieuwe versie…", folder / "twee", len(UIT))
    sent = [invitation(folder / each) for each in ("een", "twee")]
    assert [(each["uid"], each["sequence"]) for each in sent] == [(planned.uid, 0), (planned.uid, 1)]
    with in_file(user.path) as ledger:
        before, after = sorted(ledger.agendaversies.where(overleg_id=id), key=lambda each: each.nummer)
        assert before == versie and after.nummer == 2
        assert "11 maart 2031" in after.wijzigingen


def hold_it(user: User, id: int) -> None:
    """Who is there, and a line for all that is decided or promised; each is in the file at once."""
    press(user.shell, "Overleg beginnen")
    (screen,) = user.shell.findChildren(Vergadering)
    key(screen, Key.Key_G, CTRL)
    key(screen, Key.Key_Down, times=11)
    key(screen, Key.Key_M)
    key(screen, Key.Key_Escape)
    invoer = []
    for punt in PUNTEN:
        for line in GETYPT.get(punt.partition(" ")[0], ()):
            write(screen, line)
            invoer.append(line)
            with in_file(user.path) as ledger:
                assert [each.invoer for each in lijst(ledger, id)] == invoer
        key(screen, Key.Key_PageDown)
    then(typed())
    key(screen, Key.Key_Return, CTRL)
    with in_file(user.path) as ledger:
        there = aanwezigheid(ledger, id)
        assert [each.partij for each in there if each.aanwezig == AFWEZIG_MK] == ["Tubbergen"]
        assert [each.aanwezig for each in there].count(AANWEZIG) == 13
        rows = lijst(ledger, id)
        assert [[each.soort for each in rows].count(soort) for soort in (BESLUIT, KNELPUNT, ACTIE)] == [4, 2, 3]
        assert {each.houders: each.voor for each in rows if each.soort == ACTIE} == {
            ("Borne", "Hengelo"): datetime.date(2031, 5, 15),
            ("Enschede",): datetime.date(2031, 4, 1),
            ("COA",): datetime.date(2031, 6, 1),
        }
        assert not any(each.vraag for each in rows)
        assert staat(ledger, id) == staten.VERSLAG_CONCEPT


def print_the_list(user: User, id: int, folder: Path) -> None:
    """For the members, and one without the confidential point; as PDF and for Word."""
    for vorm in ("PDF", "Word (docx)"):
        user.make("Stukken maken…", folder, 2, vorm=vorm)
    assert judged(folder) == 2
    mine, public = map(words_of, sorted(folder.glob("*.docx"), key=lambda each: len(each.name)))
    rows = lijst(user.ledger, id)
    assert all(each.tekst in mine for each in rows)
    assert {each.punt_nummer for each in rows if each.tekst not in public} == {"3.1"}


def adopt_it_and_do_an_action(user: User, id: int, following: int, folder: Path) -> None:
    """The next agenda has the list to adopt and what is to do; what is done goes from there, and stays on record."""
    rows = {each.houders: each for each in lijst(user.ledger, id) if each.soort == ACTIE}
    to_do, mine = live(user.ledger, following), rows["Enschede",]
    assert {each.tekst for each in rows.values()} < to_do  # and those of the meeting that was in the example
    comes_back = {"3 Samen zoeken naar locaties", "5 Verslag van 11 maart 2031 vaststellen"}
    assert comes_back < {*titles(user.ledger, following)}
    press(user.shell, "Verslag vaststellen")

    user.go("acties")
    assert mine.tekst in user.remind(folder / "eerst")["Enschede"]
    page: Any = user.shell.page
    go_to_row(user.shell, "Acties", [each.id for each in page.model.records].index(mine.id))
    then(typed())
    key(user.shell, Key.Key_Space)
    assert mine.tekst not in user.remind(folder / "daarna")["Enschede"]  # it still has another one
    with in_file(user.path) as ledger:
        assert staat(ledger, id) == staten.VASTGESTELD
        assert live(ledger, following) == to_do - {mine.tekst}
        (kept,) = (each for each in register(ledger, today()) if each.id == mine.id)
        assert (kept.tekst, kept.gereed_op, kept.is_open) == (mine.tekst, today(), False)


def judged(folder: Path) -> int:
    """How many PDFs meet PDF/UA-1 and PDF/A-2a, and have nothing that can be remarked on."""
    found = [keur(each.read_bytes()) for each in folder.glob("*.pdf")]
    return sum(each.voldoet == {"PDF/UA-1": True, "PDF/A-2a": True} and not each.bevindingen for each in found)
