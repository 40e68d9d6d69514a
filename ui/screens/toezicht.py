"""Toezicht: on which step of its ladder the provincie puts each gemeente, since when, and what that means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from regietafel import catalog
from regietafel.actions import toezicht as actions
from regietafel.domain.toezicht import Oordeel
from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _, format_date, today
from regietafel.planning.kort import dag_van
from regietafel.queries import rekening
from regietafel.queries.toezicht import OordeelRegel, ToezichtRegel, oordelen, treden_van
from regietafel.queries.toezicht import toezicht as query_toezicht
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.dialogs import EditDialog
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

_STREAK = 2  # half-years in a row from which one looks twice


def toezicht(session: Session, export: Export) -> Screen:
    """The page."""
    listing = Listing(
        key="toezicht",
        title=_("Toezicht"),
        manual="toezicht",
        by_periode=True,
        fields=catalog.TOEZICHT,
        hidden=frozenset({"zin", "provincie"}),
        rows=rows,
        tables=TABLES,
        identity=lambda regel: regel.gemeente_id,
        chips=CHIPS,
        commands=(RECORD,),
        detail=detail,
        empty=Empty(sentence=_("De provincie oordeelt per halfjaar over elke gemeente. Voeg eerst gemeenten toe.")),
    )
    return ListScreen(listing, session, export)


def rows(session: Session) -> Sequence[ToezichtRegel]:
    """The members."""
    return query_toezicht(session.ledger, session.periode, dag_van(session.periode, today()))


def detail(session: Session, regel: ToezichtRegel) -> Detail:
    """What the step means, and every oordeel about this gemeente."""
    history = [
        Line(
            texts=(str(each.periode), " ".join(filter(None, (each.trede, each.kleur and f"({each.kleur})")))),
            note=" · ".join(filter(None, (format_date(each.datum), _excuse(each), each.bron))),
            record=each,
        )
        for each in oordelen(session.ledger, regel.gemeente_id)
    ]
    parts = [
        Part(lines=[Line(texts=(regel.zin,))]),
        facts(catalog.TOEZICHT[1:8], regel),
        Part(
            title=_("Alle oordelen"),
            headings=(_("Halfjaar"), _("Trede")),
            lines=history,
            empty=_("Er is nog geen oordeel vastgelegd."),
            narrow=frozenset({0}),
            commands=(REMOVE,),
        ),
    ]
    return Detail(title=regel.gemeente, subtitle=regel.betekenis, parts=parts, commands=(RECORD,))


def record_oordeel(screen: Screen, regel: ToezichtRegel) -> None:
    """What the provincie found of this gemeente in the chosen periode."""
    ledger, periode = screen.session.ledger, screen.session.periode
    treden = {
        f"{trede.volgorde}. {trede.naam}" + (f" ({trede.kleur})" if trede.kleur else ""): trede.id
        for trede in treden_van(ledger, regel.provincie, today())
    }
    if not treden:
        raise RegietafelError(
            _("Van {provincie} zijn geen treden bekend; vul ze eerst in bij Instellingen.").format(
                provincie=regel.provincie or _("deze provincie")
            )
        )
    fields = (Field(name="trede_id", label=_("Trede"), choices=treden, required=True), *catalog.OORDEEL)

    def save(values: dict[str, Any]) -> None:
        actions.record_oordeel(ledger, Oordeel(gemeente_id=regel.gemeente_id, periode=periode, **values))

    title = _("Oordeel over {naam}, {periode}").format(naam=regel.gemeente, periode=periode)
    EditDialog(title, fields, save, record={"datum": today()}, verb=_("Vastleggen"), parent=screen).exec()


def remove(screen: Screen, regel: OordeelRegel) -> None:
    """Take out an oordeel recorded by mistake; the bar below offers to undo it."""
    actions.remove_oordeel(screen.session.ledger, screen.session.ledger.oordelen.get(regel.id))


def _excuse(each: OordeelRegel) -> str:
    return _("verschoonbaar: {reden}").format(reden=each.reden) if each.verschoonbaar else each.reden


RECORD = Command(label=_("Oordeel vastleggen"), run=record_oordeel, icon="pencil", keys="F2")
REMOVE = Command(label=_("Verwijderen"), run=remove, icon="trash-2")
CHIPS = (
    Chip(_("Met oordeel"), lambda regel: bool(regel.trede)),
    Chip(_("Verschoonbaar"), lambda regel: bool(regel.verschoonbaar)),
    Chip(_("Op rij niet gehaald"), lambda regel: (regel.reeks or 0) >= _STREAK),
)
TABLES = rekening.TABLES | {"oordeel", "trede"}
