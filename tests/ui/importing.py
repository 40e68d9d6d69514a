"""How a test walks through the wizard that reads in a table, as a user does."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from regietafel.actions.nieuw import of_veiligheidsregio
from regietafel.actions.regio import make_regio
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.exchange.importplan import Uitkomst
from regietafel.exchange.soort import Soort
from regietafel.exchange.soorten import TAAKSTELLING
from regietafel.ledger import Ledger
from regietafel.paths import resource
from ui.kit.session import Session
from ui.kit.wizard import DraftWizard
from ui.wizards.importeren import open_import
from ui.wizards.importeren_bestand import Bestand
from ui.wizards.importeren_controle import Controle
from ui.wizards.importeren_kolommen import Kolommen

BIJLAGE = resource("voorbeeld", "taakstelling_2023-II_bijlage_A.csv")
P = Periode(2023, 2)
COA = """Gemeente;Achterstand begin;Taakstelling;Realisatie;Saldo
Borne;5;38;20;23
Losser;-3;39;40;-4
"""

W = TypeVar("W", bound=QWidget)


def make_twente(ledger: Ledger) -> None:
    """The fourteen of Twente, without figures."""
    gemeenten = of_veiligheidsregio("Twente").gemeenten
    make_regio(
        ledger,
        Regio(naam="Regietafel Twente"),
        [Gemeente(gm_code=each.code, naam=each.naam, provincie=each.provincie) for each in gemeenten],
    )


def step(wizard: DraftWizard, kind: type[W]) -> W:
    found = wizard.findChild(kind)
    assert isinstance(found, kind)
    return found


def bestand(wizard: DraftWizard) -> Bestand:
    return step(wizard, Bestand)


def kolommen(wizard: DraftWizard) -> Kolommen:
    return step(wizard, Kolommen)


def controle(wizard: DraftWizard) -> Controle:
    return step(wizard, Controle)


def line(wizard: DraftWizard, name: str) -> QLineEdit:
    (found,) = [each for each in wizard.findChildren(QLineEdit, name) if not each.isHidden()]
    return found


def choose(wizard: DraftWizard, name: str, text: str) -> None:
    """Choose in a list, as the mouse does."""
    (box,) = [each for each in wizard.findChildren(QComboBox, name) if each.isVisible()]
    place = box.findText(text)
    assert place >= 0, [box.itemText(number) for number in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)
    QApplication.processEvents()


def texts(wizard: DraftWizard) -> str:
    """Everything that is said on the page."""
    return "\n".join(label.text() for label in wizard.currentPage().findChildren(QLabel) if label.isVisible())


def press(wizard: DraftWizard, text: str) -> None:
    (found,) = [each for each in wizard.findChildren(QPushButton) if each.text().strip() == text and each.isVisible()]
    found.click()


def begin(
    qtbot: Any, session: Session, host: QWidget, path: Path, soort: Soort | None = None, **typed: str
) -> DraftWizard:
    """The wizard with a table that was read."""
    wizard = open_import(session, host, path, soort)
    wait(qtbot, wizard)
    for name, text in typed.items():
        line(wizard, name).setText(text)
    wait(qtbot, wizard)
    return wizard


def wait(qtbot: Any, wizard: DraftWizard) -> None:
    """Until nothing is being read."""
    qtbot.waitUntil(lambda: not (bestand(wizard)._background.busy or kolommen(wizard)._background.busy))


def to_controle(wizard: DraftWizard) -> DraftWizard:
    """Past the columns, to what would happen."""
    while wizard.currentId() < 2:
        now = wizard.currentId()
        wizard.next()
        assert wizard.currentId() == now + 1, texts(wizard)
    return wizard


def uitkomsten(wizard: DraftWizard) -> dict[str, Uitkomst]:
    return {rij.naam: rij.uitkomst for rij in controle(wizard)._model.all_records}


def select(wizard: DraftWizard, naam: str) -> None:
    row = [rij.naam for rij in controle(wizard)._model.records].index(naam)
    controle(wizard)._table.view.selectRow(row)


def finish(wizard: DraftWizard) -> None:
    wizard.button(wizard.WizardButton.FinishButton).click()


def read(qtbot: Any, session: Session, host: QWidget, path: Path = BIJLAGE, datum: str = "2-5-2023") -> DraftWizard:
    """The wizard with a taakstelling, at the step that shows what would happen."""
    return to_controle(begin(qtbot, session, host, path, TAAKSTELLING, datum=datum))


def changed(tmp_path: Path, *changes: tuple[str, str], name: str = "lijst.csv") -> Path:
    """The real file with other texts in it."""
    text = BIJLAGE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def write(folder: Path, text: str, name: str = "lijst.csv") -> Path:
    """A csv with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
