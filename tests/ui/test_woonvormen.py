"""Projects with homes in the window: looked at on a day, added and changed with their shares, followed and undone."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QToolButton

from regietafel.actions import woonprojecten as actions
from regietafel.actions.woonprojecten import Invulling
from regietafel.domain.woonproject import Woonproject
from regietafel.planning.aanbod import aanbod
from regietafel.queries.zoeken import filled
from tests.ui.pages import said, write
from tests.ui.woonvormen_pages import DAG, Answer, answering, do, fill_projects, shown
from ui.kit.session import Session
from ui.wizards import harinstroom, project, staat
from ui.wizards.project import ProjectDialog
from ui.wizards.project_aandelen import homes_said, shares_said


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    return answering(monkeypatch)


@pytest.fixture
def page(qtbot: Any, sessie: Session) -> Any:
    fill_projects(sessie.ledger)
    return shown(qtbot, sessie, "Projecten")


def go_to(page: Any, naam: str) -> Any:
    page.select(next(each.id for each in page.model.records if each.naam == naam))
    return page.current


def dialog(page: Any, naam: str = "") -> ProjectDialog:
    old = page.session.ledger.woonprojecten.find(naam=naam) if naam else None
    made = ProjectDialog(page, old)
    made.show()
    return made


def test_nothing_yet_says_what_it_is_and_begins(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Projecten")
    assert any("Een project is een plek waar woningen" in each for each in said(page))
    assert page.primary is project.ADD and page.listing.empty.begin is project.ADD


def test_everything_of_one_stands_beside_the_list(page: Any) -> None:
    go_to(page, "Hof")
    words = said(page.panel)
    assert {"tussenvoorziening in Borne", "vergunning", "01-10-2023", "brief van het COA"} <= set(words)
    assert {"Borne", "25", "Hengelo", "20", "Enschede", "15", "60"} <= set(words)
    assert {"alleen", "duo", "10"} <= set(words)
    go_to(page, "Hotel")
    words = said(page.panel)
    assert "Enschede, 15-02-2023" in words and any("dagen over de termijn" in each for each in words)
    assert any("nog 76 dagen" in each for each in words)
    assert any("De termijn van 13 personen in de HAR eindigde" in each for each in words)


def test_another_day_shows_what_was_known_then(page: Any, sessie: Session) -> None:
    assert [each.staat for each in page.model.records] == ["vergunning", "open"]
    sessie.op = datetime.date(2023, 3, 1)
    assert [each.staat for each in page.model.records] == [None, "open"]


def test_one_woonvorm_is_chosen_and_a_new_one_of_another_is_shown(page: Any, sessie: Session) -> None:
    box = page.woonvorm
    assert [box.itemText(place) for place in range(box.count())] == [
        "alle",
        "tussenvoorziening",
        "HAR (hotel- en accommodatieregeling)",
    ]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert [each.naam for each in page.model.records] == ["Hotel"]
    made = actions.add_project(sessie.ledger, Woonproject(gemeente_id=1, naam="Spoor", soort="flexwoning"), Invulling())
    page.select(made.id)
    assert page.current.naam == "Spoor" and len(page.model.records) == 3


def test_a_project_is_added_with_shares_that_add_up(page: Any, sessie: Session, monkeypatch: Any) -> None:
    said_of_it: list[str] = []

    def exec_(made: ProjectDialog) -> int:
        for name, value in {"gemeente_id": "Losser", "naam": "Zuid", "soort": "flexwoning", "eenheden": "20"}.items():
            write(made.project.editor(name), value)
        write(made.project.editor("vergunninghouders"), "30")
        write(made.wanneer.editor("staat"), "idee")
        rows = [each.naam for each in made._gemeenten]
        for naam, personen in (("Losser", "20"), ("Borne", "5")):
            made.telgemeenten.model.setData(made.telgemeenten.model.index(rows.index(naam), 1), personen)
        said_of_it.append(made.telgemeenten.sentence.text())
        made.accept()
        said_of_it.append(made._problem.text())
        assert not made.result()
        made.telgemeenten.model.setData(made.telgemeenten.model.index(rows.index("Borne"), 1), "10")
        made.maten.model.setData(made.maten.model.index(0, 1), "12")
        said_of_it.extend((made.telgemeenten.sentence.text(), made.maten.sentence.text()))
        made.accept()
        return made.result()

    monkeypatch.setattr(QDialog, "exec", exec_)
    do(page, "Project toevoegen")
    made = page.current
    assert (made.naam, made.staat, made.telgemeenten, made.maten) == (
        "Zuid",
        "idee",
        (("Losser", 20), ("Borne", 10)),
        (("alleen", 12),),
    )
    assert "nog 5 te verdelen" in said_of_it[0] and "samen 25" in said_of_it[1]
    assert said_of_it[2].startswith("✓") and said_of_it[3] == "Samen 12 van de 20 woningen."
    sessie.ledger.undo()
    assert len(page.model.records) == 2


def test_sentences_about_the_sums() -> None:
    assert shares_said(0, 60) == ("Zonder aandelen telt het project voor de gemeente waar het staat.", False)
    assert shares_said(70, 60)[1] and "10 te veel" in shares_said(70, 60)[0]
    assert shares_said(10, None)[1] and homes_said(31, 30)[1]
    assert homes_said(3, None) == ("Samen 3 woningen.", False)


def test_changing_starts_with_what_is_known(qtbot: Any, page: Any, sessie: Session) -> None:
    made = dialog(page, "Hof")
    qtbot.addWidget(made, before_close_func=ProjectDialog.leave)
    assert made.project.editor("naam").property("text") == "Hof" and made.telgemeenten.sentence.text().startswith("✓")
    write(made.project.editor("vergunninghouders"), "61")
    assert "nog 1 te verdelen" in made.telgemeenten.sentence.text()
    made.accept()
    assert "61 vergunninghouders" in made._problem.text() or "60 personen" in made._problem.text()
    write(made.project.editor("vergunninghouders"), "60")
    write(made.wanneer.editor("einde"), "1-9-2023")  # before the oplevering
    made.accept()
    assert made.isVisible() and made._problem.text()
    write(made.wanneer.editor("einde"), "geen dag")
    made.accept()
    assert made.tabs.currentIndex() == 3
    write(made.wanneer.editor("einde"), "1-9-2025")
    made.accept()
    assert not made.isVisible() and go_to(page, "Hof").einde == datetime.date(2025, 9, 1)


def test_the_dialog_goes_by_keys_and_asks_before_what_was_typed_is_lost(qtbot: Any, page: Any) -> None:
    made = dialog(page, "Hof")
    qtbot.addWidget(made, before_close_func=ProjectDialog.leave)
    with qtbot.waitActive(made):
        made.activateWindow()
    qtbot.waitUntil(made.project.editor("gemeente_id").hasFocus)
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(made, Qt.Key.Key_PageDown, ctrl)
    assert made.tabs.currentIndex() == 1 and made.telgemeenten.table.hasFocus()
    qtbot.keyClick(made, Qt.Key.Key_PageUp, ctrl)
    assert made.tabs.currentIndex() == 0
    write(made.project.editor("naam"), "Hof van Borne")
    write(made.wanneer.editor("einde"), "1-9-2025")
    made.telgemeenten.model.setData(made.telgemeenten.model.index(0, 1), "3")
    assert made.lost == ["Naam", "Einde", "Personen"]
    made.cancel.click()
    assert not made.isVisible()
    untouched = dialog(page, "Hof")
    qtbot.addWidget(untouched)
    qtbot.keyClick(untouched, Qt.Key.Key_Escape)
    assert not untouched.isVisible()


def test_a_state_that_goes_back_is_asked_and_can_be_insisted_on(page: Any, sessie: Session, answer: Answer) -> None:
    regel = go_to(page, "Hof")
    words = answer(staat="idee", vanaf="1-9-2023")
    page.run(staat.VAN_PROJECT, regel)
    assert any("Klopt dat?" in each for each in words) and page.current.staat == "vergunning"
    answer(staat="idee", vanaf="1-9-2023", times=2)
    page.run(staat.VAN_PROJECT, regel)
    assert page.current.staat == "idee"
    wissel = max(sessie.ledger.staatwissels.where(project_id=regel.id), key=lambda each: each.vanaf)
    answer(staat="in aanbouw")
    page.run(staat.OF_LINE[0], wissel)
    assert page.current.staat == "in_aanbouw"
    changed = max(sessie.ledger.staatwissels.where(project_id=regel.id), key=lambda each: each.vanaf)
    page.run(staat.OF_LINE[1], changed)
    assert page.current.staat == "vergunning"


def test_groups_in_a_har_are_recorded_changed_and_taken_out(page: Any, sessie: Session, answer: Answer) -> None:
    hof = go_to(page, "Hof")
    assert not page.can_run(harinstroom.RECORD, hof)  # no HAR
    hotel = go_to(page, "Hotel")
    answer(begin="1-9-2023", aantal="5")
    page.run(harinstroom.RECORD, hotel)
    group = page.current.harinstromen[-1]
    assert (group.gemeente, group.aantal, group.over) == ("Enschede", 5, 5)
    answer(vertrokken="5")
    page.run(harinstroom.OF_LINE[0], group)
    assert any("allen vertrokken" in each for each in said(page.panel))
    page.run(harinstroom.OF_LINE[1], group)
    assert len(page.current.harinstromen) == 2
    words = answer(vertrokken="99")
    page.run(harinstroom.OF_LINE[0], page.current.harinstromen[0])
    assert any("niet meer personen vertrekken" in each for each in words)


def test_removed_by_key_with_all_that_belongs_to_it_and_brought_back(qtbot: Any, page: Any, sessie: Session) -> None:
    go_to(page, "Hotel")
    with qtbot.waitActive(page):
        page.activateWindow()
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_Delete)
    assert [each.naam for each in page.model.records] == ["Hof"]
    sessie.ledger.undo()
    assert len(go_to(page, "Hotel").harinstromen) == 2


def test_a_file_to_read_only_offers_nothing_that_changes(page: Any, sessie: Session) -> None:
    sessie.ledger.read_only = "Alleen lezen."
    go_to(page, "Hof")
    names = {each.accessibleName() for each in page.panel.findChildren(QToolButton)}
    assert names == {"Paneel sluiten"} and not page.can_run(project.ADD, None)


def test_a_project_can_be_gone_to_by_name(page: Any, sessie: Session) -> None:
    (found,) = filled(sessie.ledger).search("hof", soort="project")
    assert found.plek == "woonvormen/Projecten"
    page.select(found.id)
    assert page.current.naam == "Hof"


def test_the_prognose_shows_what_supply_counts(qtbot: Any, sessie: Session) -> None:
    fill_projects(sessie.ledger)
    telt = aanbod(sessie.ledger, sessie.periode, DAG)
    assert {each.personen for rows in telt.values() for each in rows if "Hof" in each.omschrijving} == {25, 20, 15}
