"""The verdeelsleutel in the window: what one asks, what one sees, and by what is divided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QToolButton

from regietafel.actions.taakstelling import edit_versie
from regietafel.domain.periode import Periode
from regietafel.domain.verdeelsleutel import Methode
from tests.ui.pages import ADDRESSES, said, shown_active, write
from ui.kit.dialogs import EditDialog
from ui.kit.listing import ListScreen
from ui.kit.session import Session
from ui.screens.verdeelsleutel import VerdeelScreen

PERIODE = Periode(2023, 2)
Ask = Callable[..., None]


@pytest.fixture
def sessie(voorbeeldsessie: Session) -> Session:
    return voorbeeldsessie


@pytest.fixture
def visit(qtbot: Any, sessie: Session) -> Callable[[str], ListScreen]:
    def go(title: str) -> ListScreen:
        screen = shown_active(qtbot, ADDRESSES[f"taakstelling/{title}"].build(sessie))
        assert isinstance(screen, ListScreen)
        return screen

    return go


@pytest.fixture
def sleutel(visit: Callable[[str], ListScreen]) -> VerdeelScreen:
    screen = visit("Verdeelsleutel")
    assert isinstance(screen, VerdeelScreen)
    return screen


@pytest.fixture
def ask(qtbot: Any, sleutel: VerdeelScreen) -> Ask:
    """Fill in the line above the list and wait until it is divided."""

    def fill(**values: str) -> None:
        with qtbot.waitSignal(sleutel.vraag.asked):
            for name, text in values.items():
                write(sleutel.vraag.form.editor(name), text)

    return fill


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """The next dialog is filled in like this and finished; gives what it said was wrong."""

    def fill(**values: str) -> list[str]:
        wrong: list[str] = []

        def exec_(dialog: EditDialog) -> int:
            for name, value in values.items():
                write(dialog.form.editor(name), value)
            dialog.accept()
            wrong.extend(said(dialog.form))
            return dialog.result()

        monkeypatch.setattr(QDialog, "exec", exec_)
        return wrong

    return fill


def go_to(page: ListScreen, naam: str) -> None:
    row = next(row for row, record in enumerate(page.model.records) if record.gemeente == naam)
    page.table.view.setCurrentIndex(page.model.index(row, 0))


def do(page: ListScreen, label: str) -> None:
    page.run(next(command for command in page.listing.commands if command.label == label), page.current)


def editor(page: VerdeelScreen, name: str) -> QLineEdit:
    found = page.vraag.form.editor(name)
    assert isinstance(found, QLineEdit)
    return found


def test_the_number_of_the_circulaire_is_filled_in_and_checked(sleutel: VerdeelScreen) -> None:
    assert editor(sleutel, "totaal").text() == "27.300"
    words = said(sleutel)
    assert "648,34" in words and "985" in words and "de circulaire geldt" in words
    assert [regel.adams for regel in sleutel.model.records] == [regel.gedrukt for regel in sleutel.model.records]
    assert sleutel.table.totals is not None and sleutel.title == "Verdeelsleutel 2023-II"


def test_another_method_shows_where_it_differs(sleutel: VerdeelScreen, ask: Ask) -> None:
    ask(methode="Webster", wadden="elk apart", amv="2.000")
    antwoord = sleutel.vraag.antwoord
    assert antwoord is not None and antwoord.methode is Methode.WEBSTER and antwoord.samen == ()
    chip = sleutel.listing.chips[0]
    assert chip.label == "Wijkt af van de circulaire"
    different = [regel for regel in sleutel.model.records if chip.keep(regel)]
    assert different and len(different) == antwoord.afwijkend
    go_to(sleutel, "Borne")
    words = said(sleutel.panel)
    assert "Hoe dit aantal ontstaat: Webster" in words and any("gewoon afgerond 37" in word for word in words)
    assert words[words.index("Circulaire") + 1] == "38"
    assert "De circulaire van 02-05-2023 geldt; deze berekening is een controle." in words


def test_a_period_without_circulaire_asks_for_a_number_and_forecasts(
    sleutel: VerdeelScreen, sessie: Session, ask: Ask, qtbot: Any
) -> None:
    sessie.periode = Periode(2027, 1)
    assert editor(sleutel, "totaal").text() == "" and not sleutel.model.all_records
    sleutel.take_focus()
    assert editor(sleutel, "totaal").hasFocus()
    with qtbot.waitSignal(sleutel.vraag.asked):
        qtbot.keyClicks(editor(sleutel, "totaal"), "15000")
    assert editor(sleutel, "totaal").hasFocus()
    assert len(sleutel.model.records) == 14 and sleutel.title == "Verdeelsleutel 2027-I, prognose"
    words = " ".join(said(sleutel))
    assert "Dit is een prognose; de circulaire van 2027-I" in words and "◇ prognose" in words
    assert "Wijdemeren hoort vanaf 01-01-2027 bij Hilversum" in words
    sessie.periode = PERIODE
    assert editor(sleutel, "totaal").text() == "27.300"
    sessie.periode = Periode(2027, 1)
    assert editor(sleutel, "totaal").text() == "15000" and len(sleutel.model.records) == 14


def test_another_national_number_in_the_version_is_filled_in(sleutel: VerdeelScreen, sessie: Session) -> None:
    (versie,) = sessie.ledger.taakstellingsversies
    edit_versie(sessie.ledger, replace(versie, landelijk=17_600))
    assert editor(sleutel, "totaal").text() == "17.600" and sleutel.vraag.antwoord is not None
    assert sleutel.vraag.antwoord.gekozen.som == 17_600


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"totaal": "veel"}, "Landelijk aantal: “veel” is niet te lezen; schrijf bijvoorbeeld 1.234."),
        ({"amv": "30.000"}, "Het aantal amv is 30.000; vul een getal in van 0 tot en met het totaal, 27.300."),
    ],
)
def test_what_cannot_be_divided_is_said_and_nothing_is_shown(
    sleutel: VerdeelScreen, ask: Ask, values: dict[str, str], sentence: str
) -> None:
    ask(**values)
    assert sentence in said(sleutel.vraag) and not sleutel.model.all_records and sleutel.vraag.antwoord is None
    ask(totaal="100", amv="")
    assert sentence not in said(sleutel.vraag) and len(sleutel.model.records) == 14


def test_typing_divides_once(sleutel: VerdeelScreen, qtbot: Any) -> None:
    times: list[None] = []
    sleutel.vraag.asked.connect(lambda: times.append(None))
    with qtbot.waitSignal(sleutel.vraag.asked):
        editor(sleutel, "totaal").clear()
        qtbot.keyClicks(editor(sleutel, "totaal"), "13000")
    assert len(times) == 1


def test_inhabitants_are_entered_and_taken_out_in_the_panel(
    sleutel: VerdeelScreen, sessie: Session, answer: Callable[..., list[str]], qtbot: Any
) -> None:
    go_to(sleutel, "Borne")
    answer(aantal="30.000", bron="gemeente")
    qtbot.keyClick(sleutel.table.view, Qt.Key.Key_F2)
    (entered,) = sessie.ledger.inwoners
    assert (entered.gm_code, entered.peildatum, entered.aantal) == ("GM0147", PERIODE.inwoners_peildatum, 30_000)
    assert sleutel.current.inwoners == 30_000 and sleutel.current.adams > 38
    assert "In de circulaire staan andere inwoners voor Borne" in " ".join(said(sleutel))
    buttons = sleutel.panel.findChildren(QToolButton)
    next(each for each in buttons if each.accessibleName() == "Verwijderen: 01-01-2022").click()
    assert not list(sessie.ledger.inwoners) and sleutel.current.adams == 38
    sessie.ledger.undo()
    assert sleutel.current.inwoners == 30_000


def test_a_merger_is_added_changed_and_taken_out(
    visit: Callable[[str], ListScreen], sessie: Session, answer: Callable[..., list[str]]
) -> None:
    page = visit("Inwoners")
    assert len(page.model.records) == 342
    go_to(page, "Borne")
    answer(nieuw="Hengelo", datum="1-1-2023")
    do(page, "Herindeling toevoegen")
    assert page.current.herindeling == "gaat op in Hengelo (01-01-2023)"
    assert "Borne hoort vanaf 01-01-2023 bij Hengelo" in " ".join(said(page))
    wrong = answer(nieuw="Hengelo", datum="1-1-2024")
    do(page, "Herindeling toevoegen")
    assert "Borne staat al bij de herindelingen; wijzig die herindeling." in wrong
    answer(nieuw="Almelo")
    buttons = {each.accessibleName(): each for each in page.panel.findChildren(QToolButton)}
    buttons["Wijzigen: Borne gaat op in Hengelo"].click()
    assert page.current.herindeling == "gaat op in Almelo (01-01-2023)"
    buttons = {each.accessibleName(): each for each in page.panel.findChildren(QToolButton)}
    buttons["Verwijderen: Borne gaat op in Almelo"].click()
    assert page.current.herindeling == "" and len(list(sessie.ledger.herindelingen)) == 1


def test_a_member_that_merges_keeps_its_own_inhabitants_in_the_form(
    visit: Callable[[str], ListScreen], sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessie.periode = Periode(2027, 1)
    page = visit("Inwoners")
    go_to(page, "Hilversum")
    proposed: list[str] = []

    def exec_(dialog: EditDialog) -> int:
        aantal = dialog.form.editor("aantal")
        assert isinstance(aantal, QLineEdit)
        proposed.append(aantal.text())
        return 0

    monkeypatch.setattr(QDialog, "exec", exec_)
    do(page, "Inwoners wijzigen")
    own = page.current.inwoners
    assert [text.replace(".", "") for text in proposed] == [str(own)] and own < 100_000


def test_every_input_has_a_name_and_tab_reaches_it_before_the_list(sleutel: VerdeelScreen, qtbot: Any) -> None:
    editor(sleutel, "totaal").setFocus()
    names = []
    for _step in range(5):
        focus = sleutel.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert names == ["Landelijk aantal", "Waarvan amv", "Methode", "Waddeneilanden", "Zoeken in Verdeelsleutel"]
