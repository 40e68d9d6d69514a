"""Settings: the table itself and those it writes to (in the file), and how the program looks (on this computer)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from regietafel import catalog
from regietafel.actions import regio
from regietafel.domain.regio import Adressaat
from regietafel.i18n import UNKNOWN, _, format_date
from ui.kit import style
from ui.kit.details import Line, Part, facts
from ui.kit.dialogs import EditDialog
from ui.kit.inputs import instant_choice
from ui.kit.screen import Command, Screen
from ui.kit.sections import Section, SectionsScreen
from ui.kit.session import Session

THEMES = {_("Zoals het systeem"): style.SYSTEM, _("Licht"): style.LIGHT_MODE, _("Donker"): style.DARK_MODE}


def instellingen(session: Session) -> Screen:
    """The page."""
    tables = frozenset({"regio", "adressaat"})
    return SectionsScreen(_("Instellingen"), "instellingen", tables, sections, session)


def sections(session: Session) -> Sequence[Section]:
    """Regio, addresses, appearance."""
    table = session.ledger.regio.find()
    return [
        Section(
            title=_("Regietafel"),
            intro=_("Zo staat de tafel in de brieven. Dit reist mee met het bestand."),
            part=facts(catalog.REGIO, table) if table else None,
            commands=(Command(label=_("Wijzigen"), run=edit_regio, icon="pencil"),),
        ),
        Section(
            title=_("Adressaten"),
            intro=_("Organisaties waaraan de tafel schrijft. Controleer een adres voordat u een brief verstuurt."),
            part=_adressaten(session),
        ),
        Section(title=_("Uiterlijk"), intro=_("Alleen op deze computer."), build=_themes),
    ]


def edit_regio(screen: Screen, _record: object) -> None:
    """Name, people and addresses of the table."""
    ledger = screen.session.ledger
    if (table := ledger.regio.find()) is None:
        return

    def save(values: dict[str, Any]) -> None:
        regio.edit_regio(ledger, replace(table, **values))

    EditDialog(_("Regietafel"), catalog.REGIO, save, record=table, parent=screen).exec()


def edit_adressaat(screen: Screen, adressaat: Adressaat) -> None:
    """One address, with where it was found and when it was checked."""

    def save(values: dict[str, Any]) -> None:
        regio.edit_adressaat(screen.session.ledger, replace(adressaat, **values))

    EditDialog(adressaat.organisatie, catalog.ADRESSAAT, save, record=adressaat, parent=screen).exec()


def _adressaten(session: Session) -> Part:
    lines = [
        Line(
            texts=(
                " · ".join(filter(None, (each.organisatie, each.onderdeel))),
                ", ".join(filter(None, (each.postadres, f"{each.postcode} {each.plaats}".strip()))) or UNKNOWN,
                format_date(each.gecontroleerd_op) if each.gecontroleerd_op else _("niet gecontroleerd"),
            ),
            record=each,
        )
        for each in session.ledger.adressaten
    ]
    return Part(
        lines=lines,
        headings=(_("Organisatie"), _("Adres"), _("Gecontroleerd op")),
        empty=_("Dit bestand kent nog geen adressaten."),
        commands=(Command(label=_("Wijzigen"), run=edit_adressaat, icon="pencil"),),
    )


def _themes() -> QWidget:
    look = style.appearance()
    return instant_choice(_("Uiterlijk"), THEMES, look.mode, look.choose)
