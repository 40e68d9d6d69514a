"""The keys of a meeting: what each does, and how that is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from regietafel.i18n import _

if TYPE_CHECKING:
    from ui.wizards.vergadering_venster import Vergadering

UITLEG = (
    (_("Enter"), _("de regel vastleggen")),
    (_("Tab"), _("de naam van een gemeente aanvullen")),
    (_("PgDn of Ctrl+↓"), _("punt besproken, naar het volgende")),
    (_("Shift+PgDn"), _("naar het volgende; dit punt is niet besproken")),
    (_("PgUp of Ctrl+↑"), _("naar het vorige punt")),
    (_("Ctrl+D"), _("besproken of toch niet")),
    (_("Ctrl+1 tot Ctrl+9"), _("een bijlage openen")),
    (_("Alt+↓ en Alt+↑"), _("verder en terug lezen bij het punt")),
    (_("Ctrl+T"), _("de cijfers van het punt in een tabel, met de pijltjes te lezen")),
    (_("F2"), _("de laatste regel wijzigen")),
    (_("Ctrl+L"), _("naar de regels: pijltjes kiezen, Enter wijzigt, Del verwijdert")),
    (_("Ctrl+G"), _("wie er is")),
    (_("Ctrl+I"), _("de aantekening voor de voorzitter tonen of verbergen")),
    (_("Ctrl+Z en Ctrl+Y"), _("ongedaan maken en opnieuw")),
    (_("Ctrl+Enter"), _("het overleg sluiten")),
    (_("F11"), _("volledig scherm of een venster")),
    (_("F1"), _("de handleiding")),
    (_("Esc"), _("terug; uit het overleg, dat bezig blijft")),
)
KORT = _(
    "Enter vastleggen · PgDn volgend punt · F2 laatste regel wijzigen · Ctrl+Z ongedaan maken · "
    "Ctrl+G wie er is · Ctrl+Enter sluiten · ? alle toetsen"
)


@dataclass(frozen=True)
class Knop:
    """Something to press, for who has a mouse; ``tip`` says with which key it goes too."""

    label: str
    tip: str
    run: Callable[[], object]


def buttons_of(window: Vergadering) -> Sequence[Knop]:
    """In the order of the eye, two in a row."""
    beeld = window.beeld
    return (
        Knop(_("Vorig"), _("Naar het vorige punt (PgUp)"), partial(window.go, -1)),
        Knop(_("Volgend"), _("Dit punt is besproken; naar het volgende (PgDn)"), window.go_on),
        Knop(_("Wie er is"), _("Wie er is (Ctrl+G)"), partial(window.toggle, beeld.aanwezig)),
        Knop(_("Toetsen"), _("Alle toetsen (?)"), partial(beeld.open_panel, beeld.toetsen)),
        Knop(_("Verlaten"), _("Dit scherm verlaten; het overleg blijft bezig (Esc)"), window.close),
        Knop(_("Sluiten…"), _("Het overleg sluiten (Ctrl+Enter)"), window.end),
    )


def connect_keys(window: Vergadering) -> None:
    """A key that is held down does its work once, but for those one reads on with."""
    beeld = window.beeld
    keys: dict[str, Callable[[], object]] = {
        "PgDown": window.go_on,
        "Ctrl+Down": window.go_on,
        "Shift+PgDown": partial(window.go, 1),
        "PgUp": partial(window.go, -1),
        "Ctrl+Up": partial(window.go, -1),
        "Ctrl+D": window.toggle_besproken,
        "F2": window.edit_last,
        "Ctrl+L": beeld.regels.begin,
        "Ctrl+G": partial(window.toggle, beeld.aanwezig),
        "Ctrl+T": partial(window.toggle, beeld.cijfers),
        "Ctrl+I": window.toggle_intern,
        "Ctrl+Z": window.undo,
        "Ctrl+Y": window.redo,
        "Ctrl+Shift+Z": window.redo,
        "Ctrl+Return": window.end,
        "Ctrl+Enter": window.end,
        "F1": partial(window.session.manual_requested.emit, "vergaderen"),
        "F11": window.toggle_full,
        "Escape": window.back,
        **{f"Ctrl+{number}": partial(window.open_number, number) for number in range(1, 10)},
    }
    for name, action in keys.items():
        QShortcut(QKeySequence(name), window, action).setAutoRepeat(False)
    for name, pages in (("Alt+Down", 1), ("Alt+Up", -1)):
        QShortcut(QKeySequence(name), window, partial(beeld.punt.read_on, pages))
