"""What was done in this file, by whom and when, and what each row was before and after."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from regietafel import catalog
from regietafel.fields import AANTAL, DATUM, Field, Kind
from regietafel.i18n import UNKNOWN, _, format_number
from regietafel.queries import logboek as query
from regietafel.queries.gemeenten import gemeente_names
from regietafel.queries.logboek import LogRegel, RijWijziging
from ui.kit.details import Detail, Line, Part
from ui.kit.emptiness import Empty
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Screen
from ui.kit.session import Session

MOST = 40  # lines in the panel
OTHER = {
    "periode": Field(name="periode", label=_("Periode")),
    "kenmerk": Field(name="kenmerk", label=_("Kenmerk")),
    "toelichting": Field(name="toelichting", label=_("Toelichting")),
}


def logboek(session: Session, export: Export) -> Screen:
    """The page."""
    return ListScreen(LOGBOEK, session, export)


def detail(session: Session, regel: LogRegel) -> Detail:
    """Before and after, per row and field, in words."""
    changes = query.rij_wijzigingen(session.ledger, regel.id)
    names = gemeente_names(session.ledger)
    parts: list[Part] = []
    for table in dict.fromkeys(change.tabel for change in changes):
        lines = [line for change in changes if change.tabel == table for line in _lines(change, names)]
        title = catalog.TABLES[table][0] if table in catalog.TABLES else table
        headings = ("", _("Voor"), _("Na"))
        parts.append(Part(title=title, headings=headings, lines=lines[:MOST]))
        if len(lines) > MOST:
            rest = _("… en nog {n} regels").format(n=format_number(len(lines) - MOST))
            parts.append(Part(lines=[Line(texts=(rest,))]))
    when = _tijd(regel.tijd)
    return Detail(title=regel.wat, subtitle=f"{when} · {regel.gebruiker}", parts=parts)


def _lines(change: RijWijziging, names: Mapping[int, str]) -> list[Line]:
    fields = {field.name: field for field in catalog.TABLES.get(change.tabel, ("", ()))[1]}
    before, after = change.voor or {}, change.na or {}
    row = after or before
    subject = ", ".join(
        names.get(row[key], UNKNOWN) for key in ("gemeente_id", "van_id", "naar_id") if row.get(key) is not None
    )
    lines = [Line(texts=(subject, "", ""), strong=True)] if subject else []
    for name in row:
        field = fields.get(name) or OTHER.get(name)
        if field is None or before.get(name) == after.get(name) or not (before.get(name, "") or after.get(name, "")):
            continue
        lines.append(Line(texts=(field.label, _shown(field, before.get(name)), _shown(field, after.get(name)))))
    return lines


def _shown(field: Field, value: Any) -> str:
    """A value as the file keeps it, in words: dates are ISO there, yes and no 1 and 0."""
    if value is None or value == "":
        return UNKNOWN
    return field.format(datetime.date.fromisoformat(value) if field.kind is DATUM else value)


def _tijd(tijd: datetime.datetime) -> str:
    return f"{tijd.astimezone():%d-%m-%Y %H:%M}"


LOGBOEK = Listing(
    key="logboek",
    title=_("Logboek"),
    manual="logboek",
    fields=(
        Field(name="tijd", label=_("Wanneer"), kind=Kind(format=_tijd, parse=str)),
        Field(name="wat", label=_("Wat")),
        Field(name="gebruiker", label=_("Wie")),
        Field(name="wijzigingen", label=_("Regels"), kind=AANTAL, help=_("Zoveel regels van het bestand veranderden.")),
    ),
    rows=lambda session: query.logboek(session.ledger),
    tables=frozenset(catalog.TABLES),
    empty=Empty(sentence=_("Hier komt te staan wat er in dit bestand is gedaan, door wie en wanneer.")),
    detail=detail,
)
