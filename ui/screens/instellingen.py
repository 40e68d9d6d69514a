"""Settings: the table itself and those it writes to (in the file), and how the program looks (on this computer)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from regietafel import catalog
from regietafel.actions import inlezen, regio, termijnen, toezicht
from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.record import Gegeven
from regietafel.domain.regio import Adressaat
from regietafel.domain.termijn import Termijn
from regietafel.domain.toezicht import Trede
from regietafel.exchange.soorten import SOORTEN
from regietafel.fields import Field
from regietafel.i18n import MAANDEN, UNKNOWN, _, format_date, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.inwoners import gemeente_namen
from regietafel.queries.meegeleverd import missing
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
    tables = frozenset({"regio", "adressaat", "trede", "termijn", "procestermijn", "alias", "kolomindeling"})
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
            commands=(FILL,) if missing(session.ledger, Adressaat) else (),
        ),
        Section(
            title=_("Treden van het toezicht"),
            intro=_("Elke provincie heeft eigen treden. Die zonder provincie gelden waar een eigen ladder ontbreekt."),
            part=_treden(session),
            commands=_section_commands(TREDE, missing(session.ledger, Trede)),
        ),
        Section(
            title=_("Termijnen"),
            intro=_("Dagen die elk jaar terugkomen; de eerstvolgende staan op de eerste bladzijde."),
            part=_termijnen(session),
            commands=_section_commands(TERMIJN, missing(session.ledger, Termijn)),
        ),
        Section(
            title=_("Termijnen bij een herverdeling"),
            intro=_("Hoe lang een stap mag duren. Weekenden en feestdagen tellen zoals in de Algemene termijnenwet."),
            part=_procestermijnen(session),
            commands=_section_commands(PROCESTERMIJN, missing(session.ledger, Procestermijn)),
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
    if table := screen.session.ledger.regio.find():
        _edit(screen, table, _("Regietafel"), catalog.REGIO, regio.edit_regio)


def edit_adressaat(screen: Screen, adressaat: Adressaat) -> None:
    """One address, with where it was found and when it was checked."""
    _edit(screen, adressaat, adressaat.organisatie, catalog.ADRESSAAT, regio.edit_adressaat)


@dataclass(frozen=True, kw_only=True)
class Soort:
    """Reference data one adds, changes and takes out: what its dialogs are called and ask, and the actions."""

    naam: str
    fields: Sequence[Field]
    make: Callable[..., Any]
    save: Callable[[Ledger, Any], object]
    remove: Callable[[Ledger, Any], object]
    start: Callable[[Ledger], Mapping[str, Any]] = lambda _ledger: {}  # what a new one begins with


def _provincie(ledger: Ledger) -> Mapping[str, Any]:
    table = ledger.regio.find()
    return {"provincie": table.provincie if table else ""}


TREDE = Soort(
    naam=_("Trede"),
    fields=catalog.TREDE,
    make=Trede,
    save=toezicht.edit_trede,
    remove=toezicht.remove_trede,
    start=_provincie,
)
TERMIJN = Soort(
    naam=_("Termijn"),
    fields=catalog.TERMIJN,
    make=Termijn,
    save=termijnen.edit_termijn,
    remove=termijnen.remove_termijn,
)
PROCESTERMIJN = Soort(
    naam=_("Termijn bij een herverdeling"),
    fields=catalog.PROCESTERMIJN,
    make=Procestermijn,
    save=termijnen.edit_procestermijn,
    remove=termijnen.remove_procestermijn,
)
FILL = Command(
    label=_("Meegeleverde gegevens aanvullen"),
    run=lambda screen, _record: regio.add_meegeleverd(screen.session.ledger),
    icon="download",
)


def _section_commands(soort: Soort, missing: Sequence[Gegeven]) -> tuple[Command, ...]:
    """To add one; and what ships, while some of it is missing."""
    title = _("{naam} toevoegen").format(naam=soort.naam)

    def add(screen: Screen, _record: object) -> None:
        ledger = screen.session.ledger
        EditDialog(
            title,
            soort.fields,
            lambda values: soort.save(ledger, soort.make(**values)),
            record=soort.start(ledger),
            verb=_("Toevoegen"),
            parent=screen,
        ).exec()

    return (Command(label=title, run=add, icon="plus"), *([FILL] if missing else ()))


def _line_commands(soort: Soort) -> tuple[Command, ...]:
    """To change one, and to take it out."""
    title = _("{naam} wijzigen").format(naam=soort.naam)
    return (
        Command(
            label=_("Wijzigen"),
            run=lambda screen, record: _edit(screen, record, title, soort.fields, soort.save),
            icon="pencil",
        ),
        Command(
            label=_("Verwijderen"),
            run=lambda screen, record: soort.remove(screen.session.ledger, record),
            icon="trash-2",
        ),
    )


def _edit(
    screen: Screen, record: Any, title: str, fields: Sequence[Field], save: Callable[[Ledger, Any], object]
) -> None:
    ledger = screen.session.ledger
    EditDialog(
        title, fields, lambda values: save(ledger, replace(record, **values)), record=record, parent=screen
    ).exec()


def _gecontroleerd(gegeven: Gegeven) -> str:
    return format_date(gegeven.gecontroleerd_op) if gegeven.gecontroleerd_op else _("niet gecontroleerd")


def _treden(session: Session) -> Part:
    lines = [
        Line(
            texts=(
                each.provincie or _("elke provincie"),
                f"{each.volgorde}. {each.naam}" + (f" ({each.kleur})" if each.kleur else ""),
                _gecontroleerd(each),
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
        commands=_line_commands(TREDE),
    )


def _termijnen(session: Session) -> Part:
    lines = [
        Line(
            texts=(
                f"{each.dag} {MAANDEN[each.maand - 1]}",
                each.omschrijving,
                _gecontroleerd(each),
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
        commands=_line_commands(TERMIJN),
    )


def _procestermijnen(session: Session) -> Part:
    lines = [
        Line(texts=(each.omschrijving, each.in_words(), _gecontroleerd(each)), note=each.bron, record=each)
        for each in session.ledger.procestermijnen
    ]
    return Part(
        lines=lines,
        headings=(_("Wat"), _("Binnen"), _("Gecontroleerd op")),
        empty=_("Dit bestand kent nog geen termijnen bij een herverdeling."),
        narrow=frozenset({1}),
        commands=_line_commands(PROCESTERMIJN),
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
                _gecontroleerd(each),
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
