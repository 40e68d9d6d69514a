"""The inhabitants of every gemeente of the country that count in a periode: what the verdeelsleutel divides by."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from regietafel.catalog.verdeling import LANDELIJKE_INWONERS
from regietafel.i18n import _, format_date
from regietafel.queries.inwoners import InwonersRegel, landelijke_inwoners
from ui.kit.details import Detail, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import sums

KnownOf = Callable[[Session, str], Sequence[Part]]


def inwoners(
    session: Session,
    export: Export,
    commands: Sequence[Command],
    known_of: KnownOf,
    tables: frozenset[str],
) -> Screen:
    """The page; the first of ``commands`` reads in a list, the others change one gemeente (``known_of``: its facts)."""

    primary, *of_gemeente = commands

    def detail(session: Session, regel: InwonersRegel) -> Detail:
        return Detail(
            title=regel.gemeente,
            subtitle=regel.provincie,
            parts=[facts(LANDELIJKE_INWONERS[3:6], regel), *known_of(session, regel.gm_code)],
            commands=of_gemeente,
        )

    listing = Listing(
        key="inwoners",
        title=_("Inwoners"),
        manual="verdeelsleutel",
        by_periode=True,
        fields=LANDELIJKE_INWONERS,
        hidden=frozenset({"gm_code", "ingevuld"}),
        rows=rows,
        tables=tables,
        primary=primary,
        totals=sums("inwoners"),
        remarks=remarks,
        identity=lambda regel: regel.gm_code,
        chips=(
            Chip(_("Ingevuld"), lambda regel: regel.ingevuld),
            Chip(_("Herindeling"), lambda regel: bool(regel.herindeling)),
        ),
        commands=of_gemeente,
        detail=detail,
        empty=Empty(sentence=_("Hier staan de inwoners van alle gemeenten van Nederland.")),
    )
    return ListScreen(listing, session, export)


def rows(session: Session) -> Sequence[InwonersRegel]:
    """All gemeenten, by name."""
    return landelijke_inwoners(session.ledger, session.periode).regels


def remarks(session: Session, _regels: Sequence[InwonersRegel]) -> Sequence[str]:
    """By which day one counts, and what differs from it."""
    land = landelijke_inwoners(session.ledger, session.periode)
    first = _("Voor {periode} tellen de inwoners op {datum}.")
    return (first.format(periode=session.periode, datum=format_date(land.peildatum)), *land.opmerkingen)
