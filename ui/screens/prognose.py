"""Will we make it: per gemeente the schedule, the pace and what to expect at the end, each number in words."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from regietafel import catalog
from regietafel.domain.prognose import Verloop
from regietafel.fields import Field, Kind
from regietafel.i18n import UNKNOWN, _, today
from regietafel.planning.kort import dag_van
from regietafel.planning.prognose import TABLES, PrognoseRegel, prognose, sum_up
from ui.kit.cards import State
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

STATES = {
    Verloop.ACHTER: State("▲", str(Verloop.ACHTER), "behind"),
    Verloop.OP: State("●", str(Verloop.OP), "level"),
    Verloop.VOOR: State("▼", str(Verloop.VOOR), "ahead"),
}


def vooruitblik(session: Session, export: Export) -> Screen:
    """The page."""
    listing = Listing(
        key="prognose",
        title=_("Prognose"),
        manual="prognose",
        by_periode=True,
        fields=FIELDS,
        hidden=frozenset({"peildatum", "tempo_recent", "aanbod"}),
        rows=rows,
        tables=TABLES,
        totals=totals,
        tones={"verloop": _tone},
        identity=lambda regel: regel.gemeente_id,
        remarks=remarks,
        chips=CHIPS,
        detail=detail,
        empty=Empty(
            sentence=_(
                "Van dit halfjaar is nog geen taakstelling bekend. Daarna ziet u hier wie op schema ligt en wat er aan"
                " het einde te verwachten is."
            ),
            begin=Command(label=_("Naar Taakstelling"), run=_go_to_taakstelling, changes=False),
        ),
    )
    return ListScreen(listing, session, export)


def rows(session: Session) -> Sequence[PrognoseRegel]:
    """The members; nobody when nothing is known of the periode."""
    regels = prognose(session.ledger, session.periode, _day(session)).regels
    return regels if any(regel.opgave is not None for regel in regels) else ()


def totals(regels: Sequence[PrognoseRegel]) -> dict[str, int | None]:
    """The totals row, of what is shown; what follows from all is only known when all are."""
    totaal = sum_up(regels)
    return {name: getattr(totaal, name) for name in SUMS}


def remarks(session: Session, regels: Sequence[PrognoseRegel]) -> list[str]:
    """What the numbers mean."""
    if not regels:
        return []
    return [
        _(
            "Het schema is een zesde van de opgave per maand. De verwachting trekt het tempo tot nu toe door tot het"
            " einde van {periode} en telt het bekende aanbod naar zekerheid mee; klik op een gemeente voor de"
            " berekening."
        ).format(periode=session.periode)
    ]


def detail(_session: Session, regel: PrognoseRegel) -> Detail:
    """Every number in words."""
    said = Part(title=_("Hoe dit is berekend"), lines=[Line(texts=(zin,)) for zin in regel.uitleg])
    state = STATES[regel.verloop] if regel.verloop else None
    return Detail(title=regel.gemeente, state=state, parts=[said, facts(catalog.PROGNOSE[1:], regel)])


def _day(session: Session) -> datetime.date:
    return dag_van(session.periode, today())


def _text(verloop: Verloop | None) -> str:
    return str(STATES[verloop]) if verloop else UNKNOWN


def _tone(regel: PrognoseRegel) -> str:
    return STATES[regel.verloop].tone if regel.verloop else ""


def _go_to_taakstelling(screen: Screen, _record: object) -> None:
    screen.session.page_requested.emit("taakstelling/" + _("Versies"))


SUMS = ("opgave", "realisatie", "schema", "verschil_met_schema", "aanbod", "verwacht", "verwacht_saldo")
CHIPS = (
    Chip(_("Achter op schema"), lambda regel: regel.verloop is Verloop.ACHTER),
    Chip(_("Voor op schema"), lambda regel: regel.verloop is Verloop.VOOR),
    Chip(_("Verwachte achterstand"), lambda regel: (regel.verwacht_saldo or 0) > 0),
)
FIELDS = (*catalog.PROGNOSE, Field(name="verloop", label=_("Stand"), kind=Kind(format=_text, parse=str)))
