"""The published taakstelling of a periode: its versions, and the number of every gemeente in the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from regietafel import catalog
from regietafel.actions import taakstelling as actions
from regietafel.domain.taakstelling import Taakstelling, Taakstellingsversie
from regietafel.i18n import _, format_date, format_number, sort_key, today
from regietafel.queries.taakstellingen import VersieRegel, versie_regels, versies
from ui.kit.details import Detail, facts
from ui.kit.dialogs import EditDialog
from ui.kit.emptiness import Empty
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.picker import Picker
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import sums


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One gemeente in a version; a member without number is there too, to be filled in."""

    id: int  # of the gemeente
    gm_code: str
    gemeente: str
    inwoners: int | None = None
    aantal: int | None = None
    amv: int | None = None
    taakstelling_id: int | None = None
    versie_id: int


def taakstelling(session: Session, export: Export, primary: Command | None = None) -> Screen:
    """The page; ``primary`` reads in a circulaire."""
    picker = Picker(_("Versie"), versie_text)

    def rows(session: Session) -> list[Regel]:
        picker.offer(versies(session.ledger, session.periode))
        return regels(session, picker.current)

    listing = Listing(
        key="taakstelling",
        title=_("Taakstelling"),
        manual="taakstelling",
        by_periode=True,
        fields=catalog.TAAKSTELLING_REGEL,
        hidden=frozenset({"gm_code"}),
        rows=rows,
        tables=frozenset({"taakstelling", "taakstellingsversie", "gemeente"}),
        totals=sums("inwoners", "aantal", "amv"),
        above=lambda _screen: picker,
        primary=primary,
        commands=(EDIT,),
        detail=detail,
        empty=Empty(
            sentence=_(
                "De taakstelling is het aantal vergunninghouders dat elke gemeente in een halfjaar huisvest. Van deze"
                " periode is nog geen versie bekend."
            ),
            begin=primary or ADD,
        ),
    )
    screen = ListScreen(listing, session, export)
    picker.picked.connect(screen.refresh)
    picker.add(screen, VERSIE_COMMANDS)
    return screen


def versie_text(versie: VersieRegel) -> str:
    """A version in one line."""
    parts = [format_date(versie.datum)]
    if versie.landelijk is not None:
        parts.append(_("landelijk {n}").format(n=format_number(versie.landelijk)))
    parts.append(_("geldt") if versie.geldt else _("vervangen"))
    return " · ".join(parts)


def regels(session: Session, versie: VersieRegel | None) -> list[Regel]:
    """The numbers of a version, and the members that have none in it yet."""
    if versie is None:
        return []
    known = [
        Regel(
            id=each.gemeente_id,
            gm_code=each.gm_code,
            gemeente=each.gemeente,
            inwoners=each.inwoners,
            aantal=each.aantal,
            amv=each.amv,
            taakstelling_id=each.id,
            versie_id=versie.id,
        )
        for each in versie_regels(session.ledger, versie.id)
    ]
    present = {each.id for each in known}
    missing = [
        Regel(id=gemeente.id, gm_code=gemeente.gm_code, gemeente=gemeente.naam, versie_id=versie.id)
        for gemeente in session.ledger.gemeenten.where(lid=True)
        if gemeente.id is not None and gemeente.id not in present
    ]
    return sorted((*known, *missing), key=lambda each: sort_key(each.gemeente))


def detail(session: Session, regel: Regel) -> Detail:
    """One gemeente in the version."""
    fields: Sequence[Any] = catalog.TAAKSTELLING_REGEL[1:]
    return Detail(title=regel.gemeente, parts=[facts(fields, regel)], commands=(EDIT,))


def edit(screen: Screen, regel: Regel) -> None:
    """Change or fill in one number."""

    def save(values: dict[str, Any]) -> None:
        made = Taakstelling(id=regel.taakstelling_id, versie_id=regel.versie_id, gemeente_id=regel.id, **values)
        actions.edit_taakstelling(screen.session.ledger, made)

    title = _("Taakstelling van {naam}").format(naam=regel.gemeente)
    EditDialog(title, catalog.TAAKSTELLING, save, record=regel, parent=screen).exec()


def edit_versie(screen: Screen, regel: VersieRegel | None) -> None:
    """Change date, national number or source; without a version make one to fill in by hand."""

    def save(values: dict[str, Any]) -> None:
        made = Taakstellingsversie(id=regel.id if regel else None, periode=screen.session.periode, **values)
        actions.edit_versie(screen.session.ledger, made)

    title = _("Versie wijzigen") if regel else _("Versie toevoegen")
    record = regel or {"datum": today()}
    EditDialog(title, catalog.VERSIE, save, record=record, verb=title, parent=screen).exec()


def add_versie(screen: Screen, _versie: object) -> None:
    """A version to fill in by hand."""
    edit_versie(screen, None)


def remove_versie(screen: Screen, regel: VersieRegel) -> None:
    """Take out a version with all its numbers."""
    versie = screen.session.ledger.taakstellingsversies.get(regel.id)
    actions.remove_versie(screen.session.ledger, versie)


EDIT = Command(label=_("Aantal wijzigen"), run=edit, icon="pencil", keys="F2")
ADD = Command(label=_("Versie toevoegen"), run=add_versie, icon="plus")
VERSIE_COMMANDS = (
    Command(label=_("Wijzigen"), run=edit_versie, icon="pencil"),
    Command(label=_("Toevoegen"), run=add_versie, icon="plus"),
    Command(label=_("Verwijderen"), run=remove_versie, icon="trash-2"),
)
