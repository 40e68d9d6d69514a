"""What the settings add, change and take out, by their own buttons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QToolButton,
)

from regietafel.actions.overlegreeksen import edit_schoolvakantie, save_overlegreeks
from regietafel.domain.overleg import Overlegreeks, Schoolvakantie
from regietafel.ledger import Ledger
from tests.ui.pages import said
from ui.kit.dialogs import EditDialog
from ui.kit.screen import Screen
from ui.kit.session import Session
from ui.screens.instellingen import instellingen

NEW = {"omschrijving": "Brief", "aantal": "1", "eenheid": "dag"}


@pytest.fixture
def page(voorbeeld: Path, qtbot: Any) -> Any:
    session = Session(Ledger.open(voorbeeld))
    made = instellingen(session)
    qtbot.addWidget(made)
    made.show()
    yield made
    session.close()


def press(page: Screen, kind: type[QAbstractButton], name: str) -> None:
    QApplication.processEvents()
    (found,) = [each for each in page.findChildren(kind) if each.accessibleName() == name and each.isVisible()]
    found.click()


def fill(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    """The next dialog is filled in like this and finished."""

    def exec_(dialog: EditDialog) -> int:
        for name, value in values.items():
            editor = dialog.form.editor(name)
            if isinstance(editor, QComboBox):
                editor.setCurrentText(value)
            else:
                assert isinstance(editor, QLineEdit)
                editor.setText(value)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", exec_)


@pytest.mark.parametrize(
    ("soort", "values", "first", "change"),
    [
        ("Termijn", {"omschrijving": "Brief", "dag": "3", "maand": "5"}, "3 mei", ({"dag": "4"}, "4 mei")),
        (
            "Trede",
            {"provincie": "Drenthe", "naam": "Brief", "volgorde": "9"},
            "Drenthe",
            ({"volgorde": "8"}, "8. Brief"),
        ),
        (
            "Termijn bij een herverdeling",
            {**NEW, "stap": "bericht aan VRO", "na": "de kennisgeving aan het COA"},
            "Brief",
            ({"aantal": "2"}, "2 dagen na de kennisgeving aan het COA"),
        ),
        (
            "Schoolvakantie",
            {"naam": "Carnaval", "regio": "noord", "begin": "01-03-2099", "einde": "05-03-2099"},
            "Carnaval, noord",
            ({"einde": "06-03-2099"}, "01-03-2099 t/m 06-03-2099"),
        ),
    ],
)
def test_a_record_is_added_changed_and_taken_out(
    page: Screen,
    monkeypatch: pytest.MonkeyPatch,
    *,
    soort: str,
    values: dict[str, str],
    first: str,
    change: tuple[dict[str, str], str],
) -> None:
    changes, changed = change
    fill(monkeypatch, values)
    press(page, QPushButton, f"{soort} toevoegen")
    assert first in said(page) and changed not in said(page)
    fill(monkeypatch, changes)
    press(page, QToolButton, f"Wijzigen: {first}")
    assert changed in said(page)
    press(page, QToolButton, f"Verwijderen: {changed if soort == 'Termijn' else first}")
    assert changed not in said(page)


def test_school_holidays_are_those_of_the_regions_that_are_looked_at(page: Screen) -> None:
    ledger = page.session.ledger
    for reeks in ledger.overlegreeksen:
        save_overlegreeks(ledger, replace(reeks, vakantieregio=""))
    every = {each.regio for each in ledger.schoolvakanties}
    assert every == {"noord", "midden", "zuid"} and "Zomervakantie 2023, noord" not in said(page)
    edit_schoolvakantie(
        ledger, Schoolvakantie(naam="Carnaval", regio="zuid", begin=date(2099, 3, 1), einde=date(2099, 3, 5))
    )
    assert "Carnaval, zuid" in said(page)
    save_overlegreeks(ledger, Overlegreeks(naam="Noordelijk", soort="prt", vakantieregio="noord"))
    assert "Carnaval, zuid" not in said(page)


def test_terms_that_ship_are_offered_where_they_are_missing(page: Screen) -> None:
    ledger = page.session.ledger
    assert "1 week na de laatste bekendmaking" in said(page)
    press(page, QToolButton, "Verwijderen: Verwerking door het COA")
    assert len([*ledger.procestermijnen]) == 4
    press(page, QPushButton, "Meegeleverde gegevens aanvullen")
    assert len([*ledger.procestermijnen]) == 5 and "Verwerking door het COA" in said(page)
    ledger.undo()
    assert len([*ledger.procestermijnen]) == 4
