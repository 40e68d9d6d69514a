"""Settings: the table itself and those it writes to (in the file), and how the program looks (on this computer)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from regietafel import catalog
from regietafel.actions import inlezen, regio, termijnen, toezicht
from regietafel.domain.regio import Adressaat
from regietafel.domain.termijn import Termijn
from regietafel.domain.toezicht import Trede
from regietafel.exchange.soorten import SOORTEN
from regietafel.i18n import MAANDEN, UNKNOWN, _, format_date, sort_key
from regietafel.queries.inwoners import gemeente_namen
from regietafel.queries.meegeleverd import missing_termijnen, missing_treden
from regietafel.queries.opvang import gebied_naam
from ui.kit import style
from ui.kit.details import Line, Part, facts
from ui.kit.dialogs import EditDialog
from ui.kit.inputs import instant_choice
from ui.kit.screen import Command, Screen
from ui.kit.sections import Board, Content, Section, SectionsScreen
from ui.kit.session import Session

THEMES = {_("Zoals het systeem"): style.SYSTEM, _("Licht"): style.LIGHT_MODE, _("Donker"): style.DARK_MODE}


def instellingen(session: Session) -> Screen:
    """The page."""
    tables = frozenset({"regio", "adressaat", "trede", "termijn", "alias", "kolomindeling"})
    board = Board(title=_("Instellingen"), manual="instellingen", tables=tables, content=content)
    return SectionsScreen(board, session)


def content(session: Session) -> Content:
    """Regio, addresses, appearance."""
    table = session.ledger.regio.find()
    sections = [
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
        Section(
            title=_("Treden van het toezicht"),
            intro=_("Elke provincie heeft eigen treden. Die zonder provincie gelden waar een eigen ladder ontbreekt."),
            part=_treden(session),
            commands=(
                Command(label=_("Trede toevoegen"), run=add_trede, icon="plus"),
                *([FILL] if missing_treden(session.ledger) else ()),
            ),
        ),
        Section(
            title=_("Termijnen"),
            intro=_("Dagen die elk jaar terugkomen; de eerstvolgende staan op de eerste bladzijde."),
            part=_termijnen(session),
            commands=(
                Command(label=_("Termijn toevoegen"), run=add_termijn, icon="plus"),
                *([FILL] if missing_termijnen(session.ledger) else ()),
            ),
        ),
        Section(
            title=_("Wat het inlezen heeft onthouden"),
            intro=_(
                "Schrijfwijzen die u één keer hebt bevestigd. Verwijdert u er een, dan vraagt het inlezen opnieuw."
            ),
            part=_onthouden(session),
        ),
        Section(title=_("Uiterlijk"), intro=_("Alleen op deze computer."), build=_themes),
    ]
    return Content(sections)


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


def edit_trede(screen: Screen, trede: Trede) -> None:
    """One step: its name, what it means, where that is known from."""

    def save(values: dict[str, Any]) -> None:
        toezicht.edit_trede(screen.session.ledger, replace(trede, **values))

    EditDialog(_("Trede wijzigen"), catalog.TREDE, save, record=trede, parent=screen).exec()


def add_trede(screen: Screen, _record: object) -> None:
    """A step of a ladder, to begin with that of the table's own provincie."""

    def save(values: dict[str, Any]) -> None:
        toezicht.edit_trede(screen.session.ledger, Trede(**values))

    table = screen.session.ledger.regio.find()
    start = {"provincie": table.provincie if table else ""}
    EditDialog(_("Trede toevoegen"), catalog.TREDE, save, record=start, verb=_("Toevoegen"), parent=screen).exec()


def edit_termijn(screen: Screen, termijn: Termijn) -> None:
    """One day of the year."""

    def save(values: dict[str, Any]) -> None:
        termijnen.edit_termijn(screen.session.ledger, replace(termijn, **values))

    EditDialog(_("Termijn wijzigen"), catalog.TERMIJN, save, record=termijn, parent=screen).exec()


def add_termijn(screen: Screen, _record: object) -> None:
    """A day that comes back every year."""

    def save(values: dict[str, Any]) -> None:
        termijnen.edit_termijn(screen.session.ledger, Termijn(**values))

    EditDialog(_("Termijn toevoegen"), catalog.TERMIJN, save, verb=_("Toevoegen"), parent=screen).exec()


FILL = Command(
    label=_("Meegeleverde gegevens aanvullen"),
    run=lambda screen, _record: regio.add_meegeleverd(screen.session.ledger),
    icon="download",
)


def _treden(session: Session) -> Part:
    lines = [
        Line(
            texts=(
                each.provincie or _("elke provincie"),
                f"{each.volgorde}. {each.naam}" + (f" ({each.kleur})" if each.kleur else ""),
                format_date(each.gecontroleerd_op) if each.gecontroleerd_op else _("niet gecontroleerd"),
            ),
            note=each.betekenis,
            record=each,
        )
        for each in sorted(
            session.ledger.treden, key=lambda trede: (not trede.provincie, trede.provincie, trede.volgorde)
        )
    ]
    return Part(
        lines=lines,
        headings=(_("Provincie"), _("Trede"), _("Gecontroleerd op")),
        empty=_("Dit bestand kent nog geen treden."),
        commands=(
            Command(label=_("Wijzigen"), run=edit_trede, icon="pencil"),
            Command(
                label=_("Verwijderen"),
                run=lambda screen, trede: toezicht.remove_trede(screen.session.ledger, trede),
                icon="trash-2",
            ),
        ),
    )


def _termijnen(session: Session) -> Part:
    lines = [
        Line(
            texts=(
                f"{each.dag} {MAANDEN[each.maand - 1]}",
                each.omschrijving,
                format_date(each.gecontroleerd_op) if each.gecontroleerd_op else _("niet gecontroleerd"),
            ),
            record=each,
        )
        for each in sorted(session.ledger.termijnen, key=lambda termijn: (termijn.maand, termijn.dag))
    ]
    return Part(
        lines=lines,
        headings=(_("Dag"), _("Wat"), _("Gecontroleerd op")),
        empty=_("Dit bestand kent nog geen termijnen."),
        narrow=frozenset({0}),
        commands=(
            Command(label=_("Wijzigen"), run=edit_termijn, icon="pencil"),
            Command(
                label=_("Verwijderen"),
                run=lambda screen, termijn: termijnen.remove_termijn(screen.session.ledger, termijn),
                icon="trash-2",
            ),
        ),
    )


def _onthouden(session: Session) -> Part:
    names = gemeente_namen(session.ledger)
    known = sorted(session.ledger.aliassen, key=lambda alias: sort_key(alias.naam))
    lines = [
        Line(texts=(each.naam, names.get(each.gm_code) or gebied_naam(each.gm_code)), record=each) for each in known
    ]
    for layout in session.ledger.kolomindelingen:
        soort = SOORTEN[layout.soort].label if layout.soort in SOORTEN else layout.soort
        lines.append(Line(texts=(_("kolommen die u aanwees"), soort), record=layout))
    return Part(
        lines=lines,
        headings=(_("Zoals gedrukt"), _("Wat het is")),
        empty=_("Nog niets."),
        commands=(
            Command(
                label=_("Vergeten"),
                run=lambda screen, kept: inlezen.forget(screen.session.ledger, kept),
                icon="trash-2",
            ),
        ),
    )


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
