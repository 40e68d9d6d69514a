"""Koppelingen handed over in a half-year: who houses whom, apart from the taakstelling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from regietafel.actions import koppelingen as actions
from regietafel.catalog.koppeling import KOPPELING, KOPPELING_REGEL, WIE_HUISVEST, koppeling_velden
from regietafel.domain.koppeling import Koppelingoverdracht
from regietafel.domain.periode import Periode
from regietafel.fields import Field
from regietafel.i18n import _, enumerate_some, format_change, format_date, today
from regietafel.ledger import Ledger
from regietafel.queries.koppelingen import KoppelingRegel, WieHuisvest, totaal_huisvest, wie_huisvest
from regietafel.queries.koppelingen import koppelingen as query
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.dialogs import EditDialog
from ui.kit.emptiness import Empty
from ui.kit.inputs import by_name
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import sums


def koppelingen(session: Session, export: Export) -> Screen:
    """The page."""
    return ListScreen(KOPPELINGEN, session, export)


def remarks(session: Session, regels: Sequence[KoppelingRegel]) -> Sequence[str]:
    """What it does not do, and who houses more or fewer."""
    if not regels:
        return ()
    netto = sorted(wie_huisvest(session.ledger, session.periode), key=lambda each: -abs(each.netto_personen))
    more = [each for each in netto if each.netto_personen > 0]
    fewer = [each for each in netto if each.netto_personen < 0]
    said = [_("Dit verandert niets aan de taakstelling; het zegt alleen wie huisvest.")]
    if more:
        said.append(
            _("Meer te huisvesten: {more}. Minder: {fewer}.").format(more=_persons(more), fewer=_persons(fewer))
        )
    return said


def detail(session: Session, regel: KoppelingRegel) -> Detail:
    """This one, and what all of the half-year together mean for who houses."""
    columns = [field for field in WIE_HUISVEST if field.name in _SHOWN]
    gemeenten = [each for each in wie_huisvest(session.ledger, session.periode) if each.overgenomen or each.afgestaan]
    total = totaal_huisvest(gemeenten)
    lines = [Line(texts=tuple(field.show(each) for field in columns)) for each in gemeenten]
    lines.append(Line(texts=tuple(field.show(total) for field in columns), strong=True))
    parts = [
        facts((*KOPPELING[1:3], KOPPELING_REGEL[5]), regel),
        *([Part(title=_("Toelichting"), lines=[Line(texts=(regel.toelichting,))])] if regel.toelichting else []),
        Part(
            title=_("Wie huisvest, in personen"),
            headings=(columns[0].label, _("Erbij"), _("Eraf"), _("Netto")),
            lines=lines,
            right=frozenset({1, 2, 3}),
        ),
    ]
    return Detail(
        title=f"{regel.van} → {regel.naar}", subtitle=format_date(regel.datum), parts=parts, commands=(EDIT, REMOVE)
    )


def record(screen: Screen, _regel: KoppelingRegel | None) -> None:
    """Ask what is handed over; show the half-year it falls in."""
    session, day = screen.session, today()
    begin = {"datum": day} if Periode.of(day) == session.periode else {}

    def save(values: dict[str, Any]) -> None:
        made = actions.record_koppelingen(session.ledger, Koppelingoverdracht(**values))
        _show(screen, made)

    title = _("Koppelingen overdragen")
    EditDialog(title, _fields(session.ledger), save, record=begin, verb=_("Vastleggen"), parent=screen).exec()


def edit(screen: Screen, regel: KoppelingRegel) -> None:
    """Change what was recorded."""
    ledger = screen.session.ledger
    old = ledger.koppelingoverdrachten.get(regel.id)

    def save(values: dict[str, Any]) -> None:
        changed = replace(old, **values)
        actions.edit_koppelingen(ledger, changed)
        _show(screen, changed)

    EditDialog(_("Overdracht wijzigen"), _fields(ledger), save, record=old, parent=screen).exec()


def remove(screen: Screen, regel: KoppelingRegel) -> None:
    """Take it out; the bar below offers to undo it."""
    ledger = screen.session.ledger
    actions.remove_koppelingen(ledger, ledger.koppelingoverdrachten.get(regel.id))


def _fields(ledger: Ledger) -> tuple[Field, ...]:
    gemeenten = by_name(ledger.gemeenten)
    return koppeling_velden(gemeenten)


def _show(screen: Screen, made: Koppelingoverdracht) -> None:
    screen.session.periode = Periode.of(made.datum)
    screen.select(made.id)


def _persons(gemeenten: Sequence[WieHuisvest]) -> str:
    return enumerate_some([f"{each.gemeente} {format_change(each.netto_personen)}" for each in gemeenten])


_SHOWN = ("gemeente", "overgenomen_personen", "afgestaan_personen", "netto_personen")
RECORD = Command(label=_("Koppelingen overdragen"), run=record, icon="plus")
EDIT = Command(label=_("Wijzigen"), run=edit, icon="pencil", keys="F2")
REMOVE = Command(label=_("Verwijderen"), run=remove, icon="trash-2", keys="Del")
KOPPELINGEN = Listing(
    key="koppelingen",
    title=_("Koppelingen"),
    manual="koppelingen",
    by_periode=True,
    fields=KOPPELING_REGEL,
    hidden=frozenset({"toelichting"}),
    rows=lambda session: query(session.ledger, session.periode),
    tables=frozenset({"koppelingoverdracht", "gemeente"}),
    totals=sums("aantal", "personen"),
    remarks=remarks,
    primary=RECORD,
    commands=(EDIT, REMOVE),
    detail=detail,
    empty=Empty(
        sentence=_(
            "Koppelt het COA een huishouden aan de ene gemeente en huisvest de andere het, dan legt u dat hier vast."
            " Dit verandert niets aan de taakstelling. In dit halfjaar is er nog niets overgedragen."
        ),
        begin=RECORD,
    ),
)
