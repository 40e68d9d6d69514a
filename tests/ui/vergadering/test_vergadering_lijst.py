"""Correct the rows of a list in a form, begin with a besluit, and hold a meeting from a page."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMainWindow, QPlainTextEdit

from regietafel.actions.overleggen import adopt_verslag, end_overleg
from regietafel.actions.verslag import record_regel
from regietafel.domain.overleg import BEZIG
from regietafel.domain.verslag import ACTIE, BESLUIT, KNELPUNT, Verslagregel
from regietafel.queries.overleggen import overleg_regel
from regietafel.queries.overlegstaat import staat
from regietafel.queries.verslag import LijstRegel, lijst
from tests.ui.meeting import open_example, prepared, said
from ui.kit.screen import Screen
from ui.kit.session import Session
from ui.wizards import verslag
from ui.wizards.vergadering import HOUDEN
from ui.wizards.vergadering_venster import Vergadering

Fill = Callable[..., list[str]]


class Page(Screen):
    """A page from which commands are run."""

    def refresh(self) -> None:
        """It shows nothing."""


@pytest.fixture
def sessie(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    made = open_example(tmp_path / "Twente.regietafel")
    yield made
    made.close()


@pytest.fixture
def page(qtbot: Any, sessie: Session) -> Page:
    made = Page(sessie, frozenset())
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


@pytest.fixture
def held(sessie: Session) -> int:
    """The meeting that was held; its list is a concept."""
    return min(each.id or 0 for each in sessie.ledger.overleggen)


@pytest.fixture
def fill(monkeypatch: pytest.MonkeyPatch) -> Fill:
    """The next dialogs get these values in turn, and are finished so often."""

    def prepare(*forms: dict[str, str], times: int = 1) -> list[str]:
        seen: list[str] = []
        todo = list(forms)

        def exec_(dialog: Any) -> int:
            for name, value in todo.pop(0).items():
                editor = dialog.form.editor(name)
                if isinstance(editor, QComboBox):
                    editor.setCurrentText(value)
                elif isinstance(editor, QPlainTextEdit):
                    editor.setPlainText(value)
                else:
                    assert isinstance(editor, QLineEdit)
                    editor.setText(value)
            for _time in range(times):
                dialog.accept()
                seen.append(said(dialog))
            return int(dialog.result())

        monkeypatch.setattr(QDialog, "exec", exec_)
        return seen

    return prepare


def rows(sessie: Session, overleg_id: int, soort: str) -> list[LijstRegel]:
    return [each for each in lijst(sessie.ledger, overleg_id) if each.soort == soort]


def test_all_of_a_row_can_be_corrected(page: Page, sessie: Session, held: int, fill: Fill) -> None:
    regel = rows(sessie, held, ACTIE)[0]
    fill(
        {
            "tekst": "Een voorstel schrijven.",
            "houders": "enschede, Borne en het COA",
            "voor": "15-11-2023",
            "thema": "uitruil",
            "vraag": "",
        }
    )
    page.run(verslag.EDIT, regel)
    (new,) = [each for each in lijst(sessie.ledger, held) if each.id == regel.id]
    assert (new.tekst, new.thema, new.voor) == ("Een voorstel schrijven.", "uitruil", datetime.date(2023, 11, 15))
    assert new.houders == ("Borne", "Enschede", "COA")
    assert (new.agendapunt_id, new.invoer) == (regel.agendapunt_id, regel.invoer)


def test_an_unknown_name_is_an_organisation_when_agreed(page: Page, sessie: Session, held: int, fill: Fill) -> None:
    regel = rows(sessie, held, ACTIE)[0]
    seen = fill({"houders": "Stichting Thuis"})
    page.run(verslag.EDIT, regel)
    assert "Stichting Thuis is niet bekend. Als organisatie vastleggen?" in seen[0]
    assert rows(sessie, held, ACTIE)[0].houders == regel.houders
    fill({"houders": "Stichting Thuis"}, times=2)
    page.run(verslag.EDIT, regel)
    assert rows(sessie, held, ACTIE)[0].houders == ("Stichting Thuis",)


def test_who_does_it_stays_when_the_form_leaves_that_as_it_was(
    page: Page, sessie: Session, held: int, fill: Fill
) -> None:
    ledger = sessie.ledger
    left = next(each for each in ledger.gemeenten if each.naam == "Borne")
    houders = [(left.id, ""), (None, "Politie en brandweer van Borne, team huisvesting")]
    asked = Verslagregel(overleg_id=held, soort=ACTIE, tekst="Bellen.", vraag="Wie precies?")
    regel = record_regel(ledger, asked, houders)
    with ledger.operation("Borne gaat van de tafel"):
        ledger.gemeenten.save(replace(left, lid=False))
    fill({"tekst": "Terugbellen."})
    (before,) = (each for each in rows(sessie, held, ACTIE) if each.id == regel.id)
    page.run(verslag.EDIT, before)
    (new,) = (each for each in rows(sessie, held, ACTIE) if each.id == regel.id)
    assert (new.tekst, new.houders, new.houder_ids) == ("Terugbellen.", before.houders, before.houder_ids)


@pytest.mark.parametrize("houders", ["Borne: belt", "gaan met elkaar praten over de plekken", "x" * 300])
def test_what_is_no_name_is_said_in_the_form(page: Page, sessie: Session, held: int, fill: Fill, houders: str) -> None:
    seen = fill({"houders": houders})
    page.run(verslag.EDIT, rows(sessie, held, ACTIE)[0])
    assert "is geen naam. Zet een komma tussen de namen." in seen[0]


def test_what_is_no_action_has_no_houders_and_no_day(page: Page, sessie: Session, held: int, fill: Fill) -> None:
    regel = rows(sessie, held, ACTIE)[0]
    fill({"soort": "knelpunt"})
    page.run(verslag.EDIT, regel)
    (new,) = [each for each in lijst(sessie.ledger, held) if each.id == regel.id]
    assert (new.soort, new.houders, new.voor) == (KNELPUNT, (), None)


def test_a_row_is_added_and_taken_out(page: Page, sessie: Session, held: int, fill: Fill) -> None:
    before = lijst(sessie.ledger, held)
    locatie = next(iter(sessie.ledger.opvanglocaties))
    gemeente = sessie.ledger.gemeenten.get(locatie.gemeente_id)
    fill({"tekst": "Akkoord.", "agendapunt_id": "3 Actualiteiten", "locatie_id": f"{locatie.naam} ({gemeente.naam})"})
    page.run(verslag.NEW, overleg_regel(sessie.ledger, held))
    (new,) = [each for each in lijst(sessie.ledger, held) if each not in before]
    assert (new.soort, new.tekst, new.locatie_id) == (BESLUIT, "Akkoord.", locatie.id)
    page.run(verslag.REMOVE, new)
    assert lijst(sessie.ledger, held) == before


def test_an_empty_text_is_said_in_the_form(page: Page, sessie: Session, held: int, fill: Fill) -> None:
    before = lijst(sessie.ledger, held)
    seen = fill({})
    page.run(verslag.NEW, overleg_regel(sessie.ledger, held))
    assert "Vul tekst in." in seen[0]
    assert lijst(sessie.ledger, held) == before


def test_an_adopted_list_is_not_corrected(page: Page, sessie: Session, held: int, fill: Fill) -> None:
    adopt_verslag(sessie.ledger, held, toch=True)
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    fill()  # none is asked
    for command in (verslag.EDIT, verslag.REMOVE):
        page.run(command, rows(sessie, held, BESLUIT)[0])
    assert len(refused) == 2 and all("Heropen het overleg eerst" in each for each in refused)


def test_a_besluit_begins_a_location(page: Page, sessie: Session, held: int, fill: Fill) -> None:
    adopt_verslag(sessie.ledger, held, toch=True)  # what was decided stays; where it led to may still be added
    regel = rows(sessie, held, BESLUIT)[0]
    fill({"wat": "een opvanglocatie"}, {"naam": "Noord", "gemeente_id": "Borne", "soort": "COA noodopvang"})
    page.run(verslag.START, regel)
    made = sessie.ledger.opvanglocaties.find(naam="Noord")
    assert made is not None
    assert rows(sessie, held, BESLUIT)[0].locatie_id == made.id


def test_a_besluit_begins_an_agreement(
    page: Page, sessie: Session, held: int, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    from regietafel.actions.herverdeling import make_herverdeling
    from regietafel.domain.herverdeling import Deel
    from regietafel.domain.periode import Periode
    from ui.wizards import herverdeling

    def open_and_finish(session: Session, parent: object, *, made: Callable[[int], object]) -> None:
        made(make_herverdeling(session.ledger, Periode(2023, 2), [Deel("Enschede", "Borne", 10)]))

    monkeypatch.setattr(herverdeling, "open_herverdeling", open_and_finish)
    fill({"wat": "een herverdeling"})
    page.run(verslag.START, rows(sessie, held, BESLUIT)[0])
    assert rows(sessie, held, BESLUIT)[0].verwijzing.startswith("Herverdeling HV-2023-II")


def test_only_a_besluit_begins_something(page: Page, sessie: Session, held: int) -> None:
    assert not page.can_run(verslag.START, rows(sessie, held, KNELPUNT)[0])


def test_a_meeting_is_held_from_its_page(qtbot: Any, page: Page, sessie: Session) -> None:
    overleg = prepared(sessie.ledger)
    page.run(HOUDEN, overleg_regel(sessie.ledger, overleg.id or 0))
    assert staat(sessie.ledger, overleg.id) == BEZIG
    (window,) = page.window().findChildren(Vergadering)
    assert window.isFullScreen()
    page.run(HOUDEN, overleg_regel(sessie.ledger, overleg.id or 0))  # it is open already
    assert len(page.window().findChildren(Vergadering)) == 1
    window.close()


def test_a_meeting_that_was_closed_beside_its_window_goes_on_there(page: Page, sessie: Session) -> None:
    ledger, overleg_id = sessie.ledger, prepared(sessie.ledger).id or 0
    page.run(HOUDEN, overleg_regel(ledger, overleg_id))
    (window,) = page.window().findChildren(Vergadering)
    end_overleg(ledger, overleg_id)
    assert not window.can_type
    page.run(HOUDEN, overleg_regel(ledger, overleg_id))
    assert staat(ledger, overleg_id) == BEZIG and window.can_type
    window.close()


def test_what_is_behind_the_full_screen_rests(qtbot: Any, page: Page, sessie: Session) -> None:
    main = QMainWindow()
    qtbot.addWidget(main)
    main.setCentralWidget(page)
    main.show()
    page.run(HOUDEN, overleg_regel(sessie.ledger, prepared(sessie.ledger).id or 0))
    (window,) = main.findChildren(Vergadering)
    assert not page.isVisible()
    window.toggle_full()
    assert page.isVisible()
    window.toggle_full()
    window.close()
    assert page.isVisible()
    main.takeCentralWidget()


def test_an_adopted_meeting_is_not_held(page: Page, sessie: Session, held: int) -> None:
    adopt_verslag(sessie.ledger, held, toch=True)
    assert not page.can_run(HOUDEN, overleg_regel(sessie.ledger, held))
