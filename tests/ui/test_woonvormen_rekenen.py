"""The calculators: at every key, every step shown, to be copied; and the norms they begin with, in the settings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from regietafel.actions.normen import edit_regeling
from regietafel.actions.regio import add_meegeleverd
from tests.ui.pages import said, write
from tests.ui.woonvormen_pages import shown
from ui.kit.gegevens import of_line
from ui.kit.session import Session
from ui.screens import instellingen
from ui.screens.instellingen import RENEW, ZEKERHEID
from ui.screens.rekenen import REKENAARS, RekenScreen


@pytest.fixture
def page(qtbot: Any, sessie: Session) -> RekenScreen:
    add_meegeleverd(sessie.ledger)
    made = shown(qtbot, sessie, "Rekenen")
    assert isinstance(made, RekenScreen)
    return made


def choose(page: RekenScreen, naam: str) -> None:
    page.chooser.setCurrentIndex([each.naam for each in REKENAARS].index(naam))


def fill(page: RekenScreen, **values: str) -> list[str]:
    for name, value in values.items():
        write(page.form.editor(name), value)
    return said(page)


def test_the_garantie_shows_every_step_as_one_types(page: RekenScreen) -> None:
    assert any("Vul nog in: investering in euro" in each for each in said(page))
    fill(page, investering="9.000.000", geplaatst="12")
    words = fill(page, verkoopwaarde="1.000.000")
    assert {"€ 4.400.000", "€ 2.640.000", "€ 1.100.000", "€ 660.000", "€ 9.000.000 × (30 − 12) ÷ 30"} <= set(words)
    assert any("de garantie geldt pas na 10 jaar" in each for each in fill(page, geplaatst="8"))


def test_what_cannot_be_read_is_said_under_the_input(page: RekenScreen) -> None:
    words = fill(page, investering="veel", geplaatst="12", verkoopwaarde="1")
    assert any("“veel” is niet te lezen" in each for each in words)


def test_the_outcome_is_copied_with_its_steps_and_source(page: RekenScreen) -> None:
    page.copy()
    fill(page, investering="300", geplaatst="10", verkoopwaarde="0")
    page.copy()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].endswith("€ 200") and any("60 % van € 200 = € 120" in each for each in lines)
    assert lines[-1].startswith("Bron: ")


def test_a_regeling_is_chosen_and_what_was_typed_stays(page: RekenScreen, sessie: Session) -> None:
    choose(page, "Bijdrage van een regeling (SFT, RHA)")
    words = fill(page, regeling="Stimuleringsregeling flex- en transformatiewoningen (SFT)", aantal="12")
    assert "€ 168.000" in words and "12 × € 14.000 per woning" in words
    choose(page, "Grote gezinnen")
    assert any("6 of meer" in each or "zes of meer" in each for each in fill(page, huishoudens="6, 7, 4"))
    assert any("2 van de 3 huishoudens" in each for each in said(page))
    assert any("als getal" in each for each in fill(page, huishoudens="zes"))
    choose(page, "Doorstroomlocatie")
    words = fill(page, personen="10", van="1-1-2023", tot="10-1-2023")
    assert "€ 6.000" in words
    choose(page, "Bijdrage van een regeling (SFT, RHA)")
    assert page.form.editor("aantal").property("text") == "12"
    (sft,) = [each for each in sessie.ledger.regelingen if "SFT" in each.naam]
    edit_regeling(sessie.ledger, replace(sft, bedrag=7_800))
    assert "€ 93.600" in said(page)


def test_without_regelingen_in_the_file_those_that_ship_count(qtbot: Any, sessie: Session) -> None:
    page = shown(qtbot, sessie, "Rekenen")
    choose(page, "Doorstroomlocatie")
    assert "€ 600" in fill(page, personen="1", van="1-1-2023", tot="10-1-2023")


def test_norms_and_certainties_are_kept_in_the_settings(
    qtbot: Any, sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = instellingen.instellingen(sessie)
    qtbot.addWidget(page)
    page.show()
    assert {"Normen", "Dit bestand kent nog geen normen.", "Zekerheden"} <= set(said(page))
    page.run(instellingen.FILL)
    words = said(page)
    assert {"92 %", "84 dagen", "verkenning", "15 %", "niet gecontroleerd"} <= set(words)
    values = {"geldig_vanaf": "1-1-2024", "waarde": "94", "bron": "brief van het COA"}

    def exec_(dialog: Any) -> int:
        for name, value in values.items():
            write(dialog.form.editor(name), value)
        dialog.accept()
        return int(dialog.result())

    monkeypatch.setattr(QDialog, "exec", exec_)
    norm = sessie.ledger.normen.find(sleutel="bezetting")
    page.run(RENEW, norm)
    assert [each.waarde for each in sessie.ledger.normen.where(sleutel="bezetting")] == [92, 94]
    assert "vanaf 01-01-2024 · brief van het COA" in said(page)
    values = {"zekerheid": "20", "gecontroleerd_op": "1-9-2023"}
    (change,) = of_line(ZEKERHEID)
    page.run(change, sessie.ledger.zekerheden.find(staat="verkenning"))
    assert {"20 %", "01-09-2023"} <= set(said(page))
    sessie.ledger.undo()
    assert "15 %" in said(page)
