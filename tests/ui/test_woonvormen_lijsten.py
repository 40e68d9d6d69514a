"""What waits and is free, doorlooptijd, agreements, regelingen and norms: filled in, changed, taken out, undone."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QToolButton

from regietafel.actions.regio import add_meegeleverd
from regietafel.actions.woonprojecten import record_doorlooptijden, record_koppelstanden
from regietafel.domain.woonproject import Doorlooptijd, Koppelstand
from tests.ui.pages import gemeente, said
from tests.ui.woonvormen_pages import DAG, Answer, answering, do, fill_projects, shown
from ui.kit.session import Session
from ui.wizards import koppelstand, partners

SEPTEMBER = datetime.date(2023, 9, 1)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    return answering(monkeypatch)


def key(qtbot: Any, page: Any, pressed: Qt.Key) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, pressed)


@pytest.fixture
def mismatch(sessie: Session) -> Session:
    """Borne waits for 9 homes for one person and has 2; its neighbour Hengelo has 5 to spare."""
    fill_projects(sessie.ledger)
    borne, hengelo = gemeente(sessie.ledger, "Borne"), gemeente(sessie.ledger, "Hengelo")
    record_koppelstanden(
        sessie.ledger,
        [
            Koppelstand(gemeente_id=borne, peildatum=SEPTEMBER, maat="3-5", huishoudens=9, woningen=2),
            Koppelstand(gemeente_id=hengelo, peildatum=SEPTEMBER, maat="3-5", huishoudens=1, woningen=6),
        ],
    )
    return sessie


def test_koppelingen_are_typed_per_gemeente_and_kind(qtbot: Any, sessie: Session, answer: Answer) -> None:
    page = shown(qtbot, sessie, "Vraag en aanbod")
    assert any("Vul in hoeveel huishoudens per gemeente" in each for each in said(page))
    words = answer(peildatum="1-9-2023")
    do(page, "Koppelingen invullen")
    assert any("ten minste één gemeente" in each for each in words)
    answer({(0, 4): "7", (0, 5): "2", (2, 4): "3"}, peildatum="1-9-2023", bron="opgave")
    do(page, "Koppelingen invullen")
    rows = [(each.gemeente, each.maat, each.huishoudens, each.vrij) for each in page.model.records]
    assert rows == [("Almelo", "alleen", 7, 2), ("Almelo", "3-5", 3, 0)]
    answer({(0, 5): "4"}, peildatum="1-9-2023")  # what was told of the same day stays
    do(page, "Koppelingen invullen")
    assert (page.model.records[0].huishoudens, page.model.records[0].vrij) == (7, 4)
    sessie.ledger.undo()
    sessie.ledger.undo()
    assert not page.model.records


def test_what_is_short_where_and_which_neighbour_has_it(
    qtbot: Any, mismatch: Session, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, mismatch, "Vraag en aanbod")
    borne = gemeente(mismatch.ledger, "Borne")
    page.select((borne, "3-5"))
    qtbot.waitUntil(lambda: "Borne → Hengelo: 5" in said(page.panel))
    words = said(page.panel)
    assert {"Borne", "▲ tekort van 7", "Buren die het hebben", "Hengelo", "Borne → Hengelo: 5"} <= set(words)
    assert any("Zij zijn buren." in each for each in words)
    assert any("vrij of verwacht: 2 voor 3 tot en met 5 personen." in each for each in said(page))
    stand = mismatch.ledger.koppelstanden.find(gemeente_id=borne, maat="3-5")
    answer(woningen="9")
    page.run(koppelstand.OF_LINE[0], stand)
    assert "● genoeg" in said(page.panel)
    page.run(koppelstand.OF_LINE[1], mismatch.ledger.koppelstanden.find(gemeente_id=borne, maat="3-5"))
    assert mismatch.ledger.koppelstanden.find(gemeente_id=borne, maat="3-5") is None


def test_for_whom_the_region_has_too_few_homes(qtbot: Any, sessie: Session) -> None:
    borne = gemeente(sessie.ledger, "Borne")
    short = {"alleen": 67, "7+": 1}
    record_koppelstanden(
        sessie.ledger,
        [
            Koppelstand(gemeente_id=borne, peildatum=SEPTEMBER, maat=maat, huishoudens=count, woningen=0)
            for maat, count in short.items()
        ],
    )
    page = shown(qtbot, sessie, "Vraag en aanbod")
    told = "Te weinig woningen in de regio, vrij of verwacht: 67 voor 1 of 2 personen en 1 voor 6 of meer."
    assert any(told in each for each in said(page))


def test_a_project_that_comes_is_told_with_its_certainty(qtbot: Any, mismatch: Session) -> None:
    page = shown(qtbot, mismatch, "Vraag en aanbod")
    page.select((gemeente(mismatch.ledger, "Borne"), "alleen"))
    qtbot.waitUntil(lambda: any("uit Hof per 01-10-2023, zekerheid 75 %" in each for each in said(page.panel)))


def test_a_proposed_overdracht_is_recorded_as_it_was_agreed(
    qtbot: Any, mismatch: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, mismatch, "Overdragen")
    qtbot.waitUntil(lambda: len(page.model.records) == 1)  # it is looked for on a thread
    (voorstel,) = page.model.records
    begun: list[tuple[str, str]] = []

    def exec_(dialog: Any) -> int:
        begun.append((dialog.form.editor("van_id").currentText(), dialog.form.editor("aantal").text()))
        dialog.form.editor("grootte").setText("4")
        dialog.accept()
        return int(dialog.result())

    monkeypatch.setattr(QDialog, "exec", exec_)
    page.table.view.setCurrentIndex(page.model.index(0, 0))
    key(qtbot, page, Qt.Key.Key_Return)
    (made,) = mismatch.ledger.koppelingoverdrachten
    qtbot.waitUntil(lambda: not page.zoeker.busy)
    assert begun == [("Borne", "5")] and (made.aantal, made.grootte, made.datum) == (5, 4, DAG)
    assert "3 tot en met 5 personen" in made.toelichting and voorstel.naar == "Hengelo"


def test_another_day_while_one_looks(qtbot: Any, mismatch: Session) -> None:
    page = shown(qtbot, mismatch, "Overdragen")
    for day in (1, 2, 3):
        mismatch.op = datetime.date(2023, 8, day)
    assert page.zoeker.busy
    qtbot.waitUntil(lambda: not page.zoeker.busy)
    assert not page.model.records and any("staat hier niets" in each for each in said(page))
    mismatch.op = DAG
    qtbot.waitUntil(lambda: len(page.model.records) == 1)
    assert any("Dit is een voorstel" in each for each in said(page))


def test_doorlooptijd_against_the_norm(qtbot: Any, sessie: Session, answer: Answer) -> None:
    add_meegeleverd(sessie.ledger)
    page = shown(qtbot, sessie, "Doorlooptijd")
    assert any("dagen van koppeling tot verhuizing" in each for each in said(page))
    words = answer({(0, 2): "4"}, maand="1-8-2023")
    do(page, "Doorlooptijd invullen")
    assert any("Almelo: vul in hoeveel dagen" in each for each in words)
    answer({(0, 1): "91", (0, 2): "12", (0, 3): "4", (1, 1): "70", (1, 2): "8", (1, 3): "0"}, maand="14-8-2023")
    do(page, "Doorlooptijd invullen")
    assert [each.maand for each in page.model.records] == [datetime.date(2023, 8, 1)] * 2
    words = said(page)
    assert "Dagen in 08-2023" in words and "82,6" in words and "● binnen de norm" in words
    page.table.view.setCurrentIndex(page.model.index(0, 0))
    assert "▲ boven de norm" in said(page.panel)
    answer(dagen="84")
    key(qtbot, page, Qt.Key.Key_F2)
    assert page.model.records[0].boven_norm == 0
    key(qtbot, page, Qt.Key.Key_Delete)
    assert len(page.model.records) == 1
    sessie.ledger.undo()
    assert len(page.model.records) == 2


def test_a_month_after_the_day_is_not_shown(qtbot: Any, sessie: Session) -> None:
    tijd = Doorlooptijd(gemeente_id=1, maand=datetime.date(2023, 10, 1), dagen=80)
    record_doorlooptijden(sessie.ledger, [tijd])
    page = shown(qtbot, sessie, "Doorlooptijd")
    assert not page.model.records
    sessie.op = datetime.date(2023, 10, 2)
    assert len(page.model.records) == 1


def test_agreements_with_a_new_partner_beside_who_else_waits(qtbot: Any, sessie: Session, answer: Answer) -> None:
    page = shown(qtbot, sessie, "Afspraken")
    asked = {"gemeente_id": "Borne", "partner": "corporatie in Borne", "woningen": "2.400", "mutatiegraad": "6,5"}
    answer(**asked, aandeel="20", gerealiseerd="12")
    do(page, "Afspraak vastleggen")
    regel = page.current
    assert (regel.gemeente, regel.jaar, regel.vrijkomend, regel.voor_vergunninghouders) == ("Borne", 2023, 156, 31)
    assert [each.naam for each in sessie.ledger.partners] == ["corporatie in Borne"]
    answer(groep="spoedzoekers", aantal="40")
    do(page, "Groep vastleggen", regel)
    assert page.current.wachtend == 40 and "spoedzoekers: 40" in said(page.panel)
    assert any(each.startswith("12 van 31 · voor vergunninghouders") for each in said(page.panel))
    answer(gerealiseerd="33")
    page.run(partners.VAN_AFSPRAAK[0], sessie.ledger.prestatieafspraken.get(1))
    assert page.current.verschil == -2
    answer(aantal="41")
    page.run(partners.VAN_GROEP[0], sessie.ledger.aandachtsgroepen.get(1))
    page.run(partners.VAN_GROEP[1], sessie.ledger.aandachtsgroepen.get(1))
    assert page.current.wachtend is None
    page.run(partners.VAN_AFSPRAAK[1], sessie.ledger.prestatieafspraken.get(1))
    assert not page.model.records
    for _step in range(6):
        sessie.ledger.undo()
    assert not list(sessie.ledger.partners)


def test_a_mutatiegraad_finer_than_is_kept_is_refused(qtbot: Any, sessie: Session, answer: Answer) -> None:
    page = shown(qtbot, sessie, "Afspraken")
    words = answer(gemeente_id="Borne", partner="corporatie", aantal="3", mutatiegraad="6,55")
    do(page, "Afspraak vastleggen")
    assert any("één cijfer achter de komma" in each for each in words) and not list(sessie.ledger.partners)


def test_partners_are_added_changed_and_taken_out(qtbot: Any, sessie: Session, answer: Answer) -> None:
    page = shown(qtbot, sessie, "Partners")
    answer(naam="corporatie in Almelo")
    do(page, "Partner toevoegen")
    assert (page.current.naam, page.current.projecten, page.current.afspraken) == ("corporatie in Almelo", 0, 0)
    answer(contact="afdeling verhuur")
    key(qtbot, page, Qt.Key.Key_F2)
    assert page.current.contact == "afdeling verhuur"
    key(qtbot, page, Qt.Key.Key_Delete)
    assert not page.model.records


def test_regelingen_ship_and_tell_which_projects_could_use_them(qtbot: Any, sessie: Session, answer: Answer) -> None:
    page = shown(qtbot, sessie, "Regelingen")
    page.run(page.listing.empty.begin)
    assert len(page.model.records) == 6
    fill_projects(sessie.ledger)
    rha = next(each for each in page.model.records if "RHA" in each.naam)
    page.select(rha.id)
    assert "Hof (Borne)" in said(page.panel) and any("nagegaan" in each for each in said(page.panel))
    answer(open_tot="1-10-2023", gecontroleerd_op="1-9-2023")
    key(qtbot, page, Qt.Key.Key_F2)
    assert any("Het loket sluit over 16 dagen" in each for each in said(page.panel))
    assert page.current.woonvormen == rha.woonvormen
    answer(naam="Provinciale bijdrage", bedrag="5.000", voor_har="ja")
    do(page, "Regeling toevoegen")
    made = next(each for each in page.model.records if each.naam == "Provinciale bijdrage")
    assert made.woonvormen == "har"
    page.select(made.id)
    key(qtbot, page, Qt.Key.Key_Delete)
    assert len(page.model.records) == 6


@pytest.mark.parametrize("tab", ["Projecten", "Vraag en aanbod", "Overdragen", "Doorlooptijd", "Afspraken", "Partners"])
def test_a_file_to_read_only_offers_no_beginning(qtbot: Any, sessie: Session, tab: str) -> None:
    sessie.ledger.read_only = "Alleen lezen."
    page = shown(qtbot, sessie, tab)
    assert page.manual == "woonvormen" and page.listing.empty.begin is not None
    assert not page.can_run(page.listing.empty.begin, None)
    assert not any("Wijzigen" in each.accessibleName() for each in page.findChildren(QToolButton))
