"""Regelingen on a day: what each contributes, which projects use it or could, and what is about to close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from regietafel.actions import normen, regio
from regietafel.catalog.vraag import REGELING_REGEL
from regietafel.catalog.woonvorm import REGELING
from regietafel.domain.regeling import Regeling
from regietafel.domain.woonproject import WOONVORMEN
from regietafel.fields import JA_NEE, Field
from regietafel.i18n import _, enumerate_some
from regietafel.queries.regelingen import RegelingProject, RegelingRegel
from regietafel.queries.regelingen import regelingen as query
from regietafel.queries.woonprojecten import TABLES
from ui.kit.cards import State
from ui.kit.day_line import DayLine
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.dialogs import EditDialog
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

_TICK = "voor_"  # a tick per woonvorm in the dialog
_MOST = 3  # remarks above the list


def regelingen(session: Session, export: Export) -> Screen:
    """The page."""
    return ListScreen(REGELINGEN, session, export)


def remarks(_session: Session, regels: Sequence[RegelingRegel]) -> list[str]:
    """What closes or lapses soon and has projects that could use it."""
    found = [
        f"{regel.naam}: {sentence}"
        for regel in regels
        if regel.gebruikt or regel.mogelijk
        for sentence in regel.opmerkingen[: None if regel.gecontroleerd_op else -1]  # that it is unchecked: below
    ]
    return found[:_MOST]


def detail(_session: Session, regel: RegelingRegel) -> Detail:
    """The conditions, and which projects use it or could."""
    said = [Line(texts=(f"▲ {sentence}",)) for sentence in regel.opmerkingen]
    known = [field for field in REGELING if field.name not in _APART and getattr(regel, field.name) not in {None, ""}]
    own = [WOONVORMEN[each] for each in regel.woonvormen.split()]
    parts = [
        *([Part(title=_("Let op"), lines=said)] if said else []),
        *([Part(title=_("Voorwaarden"), lines=[Line(texts=(regel.voorwaarden,))])] if regel.voorwaarden else []),
        Part(title=_("Woonvormen"), lines=[Line(texts=(enumerate_some(own, 9) if own else _("alle"),))]),
        facts(known, regel),
        _projects(_("Gebruikt door"), regel.gebruikt),
        _projects(_("Mogelijk voor"), regel.mogelijk),
        *([Part(title=_("Bron"), lines=[Line(texts=(regel.bron,))])] if regel.bron else []),
    ]
    return Detail(title=regel.naam, state=_state(regel), parts=parts, commands=COMMANDS)


def add(screen: Screen, _record: object) -> None:
    """Ask what the regeling is."""
    ledger = screen.session.ledger

    def save(values: dict[str, Any]) -> None:
        normen.edit_regeling(ledger, Regeling(**_kept(values)))

    EditDialog(
        _("Regeling toevoegen"), _FORM, save, record={"per": "woning"}, verb=_("Toevoegen"), parent=screen
    ).exec()


def edit(screen: Screen, regel: RegelingRegel) -> None:
    """Change an amount, a day, or when it was checked."""
    ledger = screen.session.ledger
    old = ledger.regelingen.get(regel.id)
    ticks = {_TICK + each: True for each in old.woonvormen.split()}

    def save(values: dict[str, Any]) -> None:
        normen.edit_regeling(ledger, replace(old, **_kept(values)))

    EditDialog(_("Regeling wijzigen"), _FORM, save, record=vars(old) | ticks, parent=screen).exec()


def remove(screen: Screen, regel: RegelingRegel) -> None:
    """Take it out; refused when a project uses it."""
    ledger = screen.session.ledger
    normen.remove_regeling(ledger, ledger.regelingen.get(regel.id))


def _kept(values: dict[str, Any]) -> dict[str, Any]:
    """The ticks as they are kept; all of them is the same as none."""
    ticked = [soort for soort in WOONVORMEN if values[_TICK + soort]]
    rest = {name: value for name, value in values.items() if not name.startswith(_TICK)}
    return {**rest, "woonvormen": "" if len(ticked) == len(WOONVORMEN) else " ".join(ticked)}


def _projects(title: str, projecten: Sequence[RegelingProject]) -> Part:
    lines = [Line(texts=(f"{each.project} ({each.gemeente})",), note=each.let_op) for each in projecten]
    return Part(title=title, lines=lines, empty=_("Geen."))


def _state(regel: RegelingRegel) -> State:
    if not regel.geldt:
        return State("▲", _("geldt niet op deze dag"), "behind")
    return State("●", _("loket open") if regel.open else _("loket dicht"), "level")


def _fields() -> tuple[Field, ...]:
    """A tick for each woonvorm, where the record has one text."""
    found: list[Field] = []
    for field in REGELING:
        if field.name == "woonvormen":
            ticks = [
                Field(name=_TICK + key, label=_("Voor {wat}").format(wat=name), kind=JA_NEE)
                for key, name in WOONVORMEN.items()
            ]
            found += [*ticks[:-1], replace(ticks[-1], help=field.help)]
        else:
            found.append(field)
    return tuple(found)


_APART = {"naam", "voorwaarden", "woonvormen", "bron"}
_FORM = _fields()
ADD = Command(label=_("Regeling toevoegen"), run=add, icon="plus")
FILL = Command(
    label=_("Meegeleverde gegevens aanvullen"),
    run=lambda screen, _record: regio.add_meegeleverd(screen.session.ledger),
    icon="download",
)
COMMANDS = (
    Command(label=_("Wijzigen"), run=edit, icon="pencil", keys="F2"),
    Command(label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del"),
)
REGELINGEN = Listing(
    key="regelingen",
    title=_("Regelingen"),
    manual="woonvormen",
    by_day=True,
    fields=REGELING_REGEL,
    rows=lambda session: query(session.ledger, session.op),
    tables=TABLES,
    chips=(
        Chip(_("Loket open"), lambda regel: regel.open),
        Chip(_("Mogelijk voor een project"), lambda regel: bool(regel.mogelijk)),
        Chip(_("Nog na te gaan"), lambda regel: regel.gecontroleerd_op is None),
    ),
    above=DayLine,
    remarks=remarks,
    primary=ADD,
    commands=COMMANDS,
    detail=detail,
    empty=Empty(
        sentence=_(
            "Een regeling is geld van het Rijk of de provincie voor woningen, met voorwaarden en een termijn. Dit"
            " bestand kent er nog geen; het programma brengt er enkele mee."
        ),
        begin=FILL,
    ),
)
