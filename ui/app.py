"""Start the program: the window with its places."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from regietafel.domain.periode import Periode
from regietafel.i18n import today
from regietafel.ledger import Ledger
from regietafel.queries.stand import known_periodes
from ui.kit import problems, style
from ui.main_window import MainWindow
from ui.opvangplekken import OPVANG, WOONVORMEN
from ui.overlegplekken import ACTIES, OVERLEG
from ui.plekken import DOCUMENTEN, GEMEENTEN, HERVERDELINGEN, INSTELLINGEN, LOGBOEK, OVERZICHT, TAAKSTELLING

if TYPE_CHECKING:
    from regietafel.queries.zoeken import Zoekindex


def run(path: Path | None = None) -> int:
    """Open the window, with a file when one is given; return the exit code when it is closed."""
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])  # asked for here Qt need not make Python know all styles
    app.setOrganizationName("Regietafel")
    app.setApplicationName("Regietafel")
    problems.install()
    style.Appearance(app)
    window = MainWindow(PLACES, periodes, search_index)
    if path is not None:
        window.open_file(path)
    if window.shell is None:
        window.show_start()
    window.show()
    gc.freeze()  # what was made is there for good; passing over it each time would stop the window for a moment
    gc.enable()
    return app.exec()


def periodes(ledger: Ledger) -> Sequence[Periode]:
    """Those one may want to look at: first the newest the file knows, then all, and this one, and the next of each."""
    known = known_periodes(ledger)
    near = (*known, Periode.of(today()))
    handed = (Periode.of(each.datum) for each in ledger.koppelingoverdrachten)
    return [*dict.fromkeys([*near, *(periode.next for periode in near), *handed])]


def search_index(ledger: Ledger) -> Zoekindex:
    """What Ctrl+K searches in."""
    from regietafel.queries.zoeken import Zoekindex

    return Zoekindex(ledger)


# In this order on the left, Alt+1 to Alt+9.
PLACES = (
    OVERZICHT,
    TAAKSTELLING,
    HERVERDELINGEN,
    OPVANG,
    WOONVORMEN,
    OVERLEG,
    ACTIES,
    DOCUMENTEN,
    GEMEENTEN,
    LOGBOEK,
    INSTELLINGEN,
)
