"""The tabs of Overzicht: at a glance, prognose, pictures, COA's list and toezicht; and the Controle."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QToolButton

from regietafel.actions import boekingen, herverdeling, woonprojecten
from regietafel.actions.behandeling import record_kennisgevingen
from regietafel.actions.staten import record_staat
from regietafel.domain.behandeling import ADRESSATEN, Kennisgeving
from regietafel.domain.herverdeling import Deel
from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.periode import Periode
from regietafel.domain.staat import Staatwissel
from regietafel.domain.taakstelling import Realisatie
from regietafel.domain.woonproject import Woonproject
from regietafel.planning.figuren import SOORTEN
from tests.core.agreements import bring_into_force
from tests.ui.pages import said, shown
from ui.app import PLACES
from ui.kit import dialogs
from ui.kit.dialogs import EditDialog
from ui.kit.figure_screen import FigureScreen
from ui.kit.listing import ListScreen
from ui.kit.papers_window import PapersWindow
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.screens.controle import Nagekeken

P = Periode(2023, 2)
DAY = datetime.date(2023, 10, 1)
DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def sessie(voorbeeldsessie: Session) -> Session:
    ledger = voorbeeldsessie.ledger
    for number, gemeente in enumerate(list(ledger.gemeenten)):
        assert gemeente.id is not None
        for month in (8, 9, 10):
            count = Realisatie(
                gemeente_id=gemeente.id,
                periode=P,
                peildatum=datetime.date(2023, month, 1),
                aantal=(month - 7) * (3 + number),
            )
            boekingen.record_realisatie(ledger, count)
    herverdeling.make_herverdeling(ledger, P, [Deel("Enschede", "Borne", 10)])
    return voorbeeldsessie


@pytest.fixture
def visit(qtbot: Any, sessie: Session) -> Callable[[str], Screen]:
    return partial(shown, qtbot, sessie)


def go_to(page: Screen, **wanted: Any) -> Any:
    assert isinstance(page, ListScreen)
    row = next(
        row
        for row, record in enumerate(page.model.records)
        if all(getattr(record, name) == value for name, value in wanted.items())
    )
    page.table.view.setCurrentIndex(page.model.index(row, 0))
    page._show_detail()
    return page.current


def command(page: Screen, label: str) -> Command:
    assert isinstance(page, ListScreen)
    return next(each for each in page.listing.commands if each.label == label)


def test_at_a_glance_says_what_needs_attention(visit: Callable[[str], Screen], sessie: Session) -> None:
    words = said(visit("overzicht/In het kort"))
    assert "985" in words and "Achter op schema" in words and "Veranderd sinds 01-09-2023" in words
    assert any("HV-2023-II-01" in word for word in words) and "Eerstvolgende termijnen" in words
    assert any("▲" in word and "achter" in word for word in words)


def test_what_is_late_stands_in_front(visit: Callable[[str], Screen], sessie: Session, qtbot: Any) -> None:
    bring_into_force(sessie.ledger, 1, datetime.date(2023, 7, 4))
    page = visit("overzicht/In het kort")
    qtbot.waitUntil(lambda: "10-07-2023" in said(page))
    words = said(page)
    at = words.index("HV-2023-II-01: Kennisgeving aan het COA")
    assert words[at - 1] == "10-07-2023"
    assert words[at + 1].startswith("▲ ") and words[at + 1].endswith(" dagen te laat")
    assert "▲ en nog 1 te laat" in words  # the COA has not booked it


def test_a_term_leads_to_its_agreement_or_to_the_settings(
    visit: Callable[[str], Screen], sessie: Session, qtbot: Any
) -> None:
    bring_into_force(sessie.ledger, 1, datetime.date(2023, 7, 4))
    told = [Kennisgeving(herverdeling_id=1, aan=aan, datum=datetime.date(2023, 7, 5)) for aan in ADRESSATEN]
    record_kennisgevingen(sessie.ledger, told)
    page = visit("overzicht/In het kort")

    def links(words: str) -> list[QToolButton]:
        return [each for each in page.findChildren(QToolButton) if words in each.accessibleName()]

    qtbot.waitUntil(lambda: bool(links("Ga erheen: 03-08-2023")))  # the COA has not booked it
    with qtbot.waitSignal(sessie.record_requested) as agreement:
        links("Ga erheen: 03-08-2023")[0].click()
    assert agreement.args == ["herverdelingen/Herverdelingen", 1]
    yearly = [each for each in links("Ga erheen: ") if "-2023" not in each.accessibleName()]
    with qtbot.waitSignal(sessie.page_requested) as settings:
        yearly[-1].click()
    assert settings.args == ["instellingen"]


def test_an_empty_period_says_how_to_begin(visit: Callable[[str], Screen], sessie: Session) -> None:
    sessie.periode = Periode(2030, 1)
    page = visit("overzicht/In het kort")
    assert any("nog geen taakstelling bekend" in word for word in said(page))
    assert not any("Achter op schema" in word for word in said(page))


def test_what_waits_leads_to_where_it_is_done(visit: Callable[[str], Screen], sessie: Session, qtbot: Any) -> None:
    page = visit("overzicht/In het kort")
    there = next(each for each in page.findChildren(QToolButton) if "HV-2023-II-01" in each.accessibleName())
    with qtbot.waitSignal(sessie.record_requested) as asked:
        there.click()
    assert asked.args == ["herverdelingen/Herverdelingen", 1]


def test_every_way_leads_somewhere(sessie: Session) -> None:
    from ui.screens.kort import _WHERE

    known = {address for place in PLACES for address in (place.key, *place.addresses)}
    assert set(_WHERE.values()) <= known


def test_the_document_of_the_period(visit: Callable[[str], Screen], qtbot: Any) -> None:
    page = visit("overzicht/In het kort")
    assert page.primary is not None
    page.run(page.primary)
    window = next(each for each in page.findChildren(PapersWindow))
    assert window.list.count() == 1 and window.list.item(0).text() == "Stand van zaken"
    qtbot.waitUntil(lambda: bool(window._made))
    window.close()


def test_the_prognose_says_how_each_number_arises(visit: Callable[[str], Screen]) -> None:
    page = visit("overzicht/Prognose")
    go_to(page, gemeente="Borne")
    assert isinstance(page, ListScreen)
    words = " ".join(said(page.panel))
    assert "Schema: na 3 van de 6 maanden" in words and "Verwacht saldo" in words


def test_the_prognose_follows_what_becomes_of_a_project(visit: Callable[[str], Screen], sessie: Session) -> None:
    page = visit("overzicht/Prognose")
    assert isinstance(page, ListScreen)

    def supply() -> Any:
        return next(each.aanbod for each in page.model.records if each.gemeente == "Borne")

    before, borne = supply(), sessie.ledger.gemeenten.find(naam="Borne")
    assert borne and borne.id is not None
    opens = datetime.date(2023, 11, 1)
    project = Woonproject(
        gemeente_id=borne.id,
        naam="Hof van Borne",
        soort="tussenvoorziening",
        vergunninghouders=20,
        oplevering=opens,
        telt_mee="ja",
        telt_mee_bron="brief van het COA",
    )
    made = woonprojecten.add_project(sessie.ledger, project, woonprojecten.Invulling())
    record_staat(sessie.ledger, Staatwissel(project_id=made.id, staat="open", vanaf=opens))
    assert supply() == before + 20
    woonprojecten.edit_project(sessie.ledger, replace(made, einde=opens), woonprojecten.Invulling())
    assert supply() == before


def choose(page: FigureScreen, kind: str) -> None:
    """As a user does, in the list above the picture."""
    row = list(page._gallery.kinds.values()).index(kind)
    page._kind.setCurrentIndex(row)
    page._kind.activated.emit(row)


def test_pictures_change_and_a_gemeente_is_picked(visit: Callable[[str], Screen], qtbot: Any) -> None:
    page = visit("overzicht/Beeld")
    assert isinstance(page, FigureScreen) and page._view is not None
    titles = []
    for kind in page._gallery.kinds.values():
        choose(page, kind)
        titles.append(page._view.canvas.figure.titel)
        assert page._view.canvas.figure.zin and page._view.canvas.figure.rijen
    assert len(set(titles)) == len(SOORTEN)
    assert not page._subject.isEnabled()
    choose(page, "schema")
    assert page._subject.isEnabled()
    choose(page, "kaart")
    with qtbot.waitActive(page):
        page.activateWindow()
    page._view.canvas.setFocus()
    page._view.canvas.select("GM0147")
    qtbot.keyClick(page._view.canvas, Qt.Key.Key_Return)
    assert page.panel.isVisible() and "Borne" in said(page.panel)
    page._close_panel()
    assert page.panel.isHidden()


def put_list(session: Session, **printed: int) -> None:
    borne = session.ledger.gemeenten.find(naam="Borne")
    assert borne is not None and borne.id is not None
    numbers: dict[str, Any] = printed
    with session.ledger.operation("COA-overzicht ingelezen"):
        session.ledger.overzichtregels.save(
            Overzichtregel(gemeente_id=borne.id, periode=P, peildatum=DAY, bron="COA", **numbers)
        )


def test_coa_says_something_else_and_one_can_act(
    visit: Callable[[str], Screen], sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_list(sessie, taakstelling=38, realisatie=14, saldo=24)
    page = visit("overzicht/COA-overzicht")
    assert isinstance(page, ListScreen) and len(page.model.records) == 3
    assert page.model.records[0].verschil and not page.model.records[2].verschil
    go_to(page, veld="realisatie")
    assert any("onverklaard" in word for word in said(page.panel))
    shown: list[str] = []
    monkeypatch.setattr("ui.screens.coa.show_text", lambda _parent, _title, text: shown.append(text))
    page.run(command(page, "Melden aan het COA"), page.current)
    assert "gemeente Borne" in shown[0]
    page.run(command(page, "Getal van het COA overnemen"), page.current)
    assert all(not each.verschil for each in page.model.records)
    sessie.ledger.undo()
    seen: dict[str, str] = {}

    def exec_(dialog: EditDialog) -> int:
        seen.update({name: dialog.form.editor(name).property("text") for name in ("aantal", "datum", "bron")})
        dialog.form.editor("reden").setProperty("text", "COA telt anders")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", exec_)
    go_to(page, veld="saldo")
    page.run(command(page, "Correctie boeken"), page.current)
    assert seen["datum"] == "01-10-2023" and "COA-overzicht" in seen["bron"]
    correctie = next(iter(sessie.ledger.correcties))
    assert (correctie.reden, correctie.datum) == ("COA telt anders", DAY)


def test_what_is_equal_is_not_told_to_coa(visit: Callable[[str], Screen], sessie: Session) -> None:
    put_list(sessie, taakstelling=38)
    page = visit("overzicht/COA-overzicht")
    go_to(page, veld="taakstelling")
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    assert isinstance(page, ListScreen)
    page.run(command(page, "Melden aan het COA"), page.current)
    assert refused == ["Dit getal is gelijk; er is niets te melden."]


def test_an_oordeel_is_recorded_with_its_reason(
    visit: Callable[[str], Screen], sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visit("overzicht/Toezicht")
    go_to(page, gemeente="Borne")

    def exec_(dialog: EditDialog) -> int:
        dialog.form.editor("trede_id").setProperty("currentText", "2. ambtelijk gesprek (oranje)")
        dialog.form.editor("verschoonbaar").setProperty("checked", True)
        dialog.accept()
        assert dialog.result() != QDialog.DialogCode.Accepted  # a reason is wanted
        dialog.form.editor("reden").setProperty("plainText", "te weinig koppelingen")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", exec_)
    page.run(command(page, "Oordeel vastleggen"), go_to(page, gemeente="Borne"))
    borne = go_to(page, gemeente="Borne")
    assert (borne.trede, borne.kleur, borne.verschoonbaar) == ("ambtelijk gesprek", "oranje", True)
    assert isinstance(page, ListScreen)
    assert any("te weinig koppelingen" in word for word in said(page.panel))
    next(each for each in page.panel.findChildren(QToolButton) if "Verwijderen" in each.accessibleName()).click()
    assert not list(sessie.ledger.oordelen)


def test_a_table_is_checked_and_a_wrong_file_is_explained(
    visit: Callable[[str], Screen], sessie: Session, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visit("taakstelling/Controle")
    assert isinstance(page, ListScreen) and not page.model.records
    assert any("Alles telt op" in word for word in said(page))
    checked = page.findChild(Nagekeken)
    assert isinstance(checked, Nagekeken)
    monkeypatch.setattr("ui.screens.controle.choose_to_open", lambda *_args: DATA / "landelijk_2019-2021.csv")
    checked.choose()
    qtbot.waitUntil(lambda: len(page.model.records) == 5)
    assert [each.verschil for each in page.model.records] == [14, 15, -2, 1, -2]
    wrong = tmp_path / "brief.pdf"
    wrong.write_bytes(b"%PDF-1.7\n")
    refused: list[str] = []
    sessie.refused.connect(refused.append)
    checked.check(wrong)
    qtbot.waitUntil(lambda: bool(refused))
    assert "brief.pdf" in refused[0] and not page.model.records


def test_the_message_to_coa_can_be_copied(qtbot: Any, monkeypatch: pytest.MonkeyPatch, qapp: Any) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda dialog: QDialog.DialogCode.Accepted)
    dialogs.show_text(None, "Melding", "Onderwerp: x\n\ninhoud")
    assert qapp.clipboard().text() == "Onderwerp: x\n\ninhoud"
