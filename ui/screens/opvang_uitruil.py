"""Opgave for opvang that gemeenten of one provincie swap: who makes places for whom; the total stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from regietafel.catalog.opvang import SOORTEN, UITRUIL, UITRUIL_REGEL
from regietafel.domain.opvanglocatie import Opvanguitruil
from regietafel.i18n import _, format_change, format_date, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.opvang import gebied_naam, provincie_van
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import sums


class Ruil(Opvanguitruil):
    """A swap, with the names of who does it."""

    van: str
    naar: str
    provincie: str


def opvang_uitruil(session: Session, export: Export, record: Command, commands: Sequence[Command]) -> Screen:
    """The page; ``record`` asks for a swap, ``commands`` change one or take it out."""
    listing = Listing(
        key="opvanguitruil",
        title=_("Opvang"),
        manual="opvang",
        fields=UITRUIL_REGEL,
        rows=lambda session: ruilen(session.ledger),
        tables=frozenset({"opvanguitruil", "gemeente"}),
        totals=sums("aantal"),
        remarks=remarks,
        primary=record,
        commands=commands,
        detail=lambda session, ruil: detail(session, ruil, commands),
        empty=Empty(
            sentence=_(
                "Gemeenten in één provincie mogen opvangplekken ruilen, zolang het totaal van de provincie gelijk"
                " blijft. Hier staat wie plekken van een ander overneemt. Voor de taakstelling telt dit niet."
            ),
            begin=record,
        ),
    )
    return ListScreen(listing, session, export)


def ruilen(ledger: Ledger) -> tuple[Ruil, ...]:
    """All swaps, newest first."""
    gemeenten = {each.id: each for each in ledger.gemeenten}
    made = []
    for each in ledger.opvanguitruilen:
        van, naar = gemeenten[each.van_id], gemeenten[each.naar_id]
        code = provincie_van(van)
        provincie = gebied_naam(code) if code else ""
        made.append(Ruil(**vars(each), van=van.naam, naar=naar.naam, provincie=provincie))
    return tuple(sorted(made, key=lambda ruil: (ruil.datum, ruil.id), reverse=True))


def remarks(_session: Session, rijen: Sequence[Ruil]) -> list[str]:
    """That nothing is added or lost."""
    if not rijen:
        return []
    return [_("Wat de een afstaat, neemt de ander over: het totaal van de provincie blijft gelijk.")]


def detail(session: Session, ruil: Ruil, commands: Sequence[Command]) -> Detail:
    """This one, and what all swaps of its kind in the provincie mean for each gemeente."""
    netto: Counter[str] = Counter()
    for each in ruilen(session.ledger):
        if each.soort == ruil.soort and each.provincie == ruil.provincie:
            netto[each.van] -= each.aantal
            netto[each.naar] += each.aantal
    lines = [Line(texts=(naam, format_change(netto[naam]))) for naam in sorted(netto, key=sort_key)]
    lines.append(Line(texts=(ruil.provincie or _("Totaal"), format_number(sum(netto.values()))), strong=True))
    return Detail(
        title=f"{ruil.van} → {ruil.naar}",
        subtitle=_("vanaf {dag}").format(dag=format_date(ruil.datum)),
        parts=[
            facts((*UITRUIL[:2], UITRUIL[3]), ruil),
            Part(
                title=_("{soort}: alle uitruil bij elkaar").format(soort=SOORTEN[ruil.soort]),
                headings=(_("Gemeente"), _("Plekken")),
                lines=lines,
                right=frozenset({1}),
            ),
        ],
        commands=commands,
    )
