"""The pictures of the chosen periode: schedule, bars, history and maps."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from regietafel import catalog
from regietafel.i18n import _, today
from regietafel.planning.figuren import SOORTEN, Beeld, Maker, figuur
from regietafel.planning.kort import dag_van
from regietafel.planning.prognose import TABLES, PrognoseRegel, prognose
from regietafel.queries.stand import stand
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.figure_screen import FigureScreen, Gallery
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


def beeld(session: Session) -> Screen:
    """The page."""
    return FigureScreen(GALLERY, session)


def make(session: Session, soort: str, gemeente_id: int | None) -> Maker:
    """One picture."""
    chosen = gemeente_id if soort in GALLERY.of_subject else None
    what = Beeld(periode=session.periode, op=_day(session), gemeente_id=chosen)
    return figuur(session.ledger, soort, what)


def subjects(session: Session) -> Mapping[str, int | None]:
    """The table, and every member."""
    members = {regel.gemeente: regel.gemeente_id for regel in stand(session.ledger, session.periode).regels}
    return {_("De hele tafel"): None, **members}


def detail(session: Session, gm_code: str) -> tuple[Detail, PrognoseRegel] | None:
    """The gemeente that was picked."""
    regels = prognose(session.ledger, session.periode, _day(session)).regels
    regel = next((each for each in regels if each.gm_code == gm_code), None)
    if regel is None:
        return None
    said = Part(title=_("Hoe dit is berekend"), lines=[Line(texts=(zin,)) for zin in regel.uitleg])
    return Detail(
        title=regel.gemeente, parts=[facts(catalog.PROGNOSE[1:], regel), said], commands=(TO_PROGNOSE,)
    ), regel


def _is_empty(session: Session) -> bool:
    return all(regel.opgave is None for regel in stand(session.ledger, session.periode).regels)


def _day(session: Session) -> datetime.date:
    return dag_van(session.periode, today())


def _go(label: str, where: str) -> Command:
    return Command(label=label, run=lambda screen, _record: screen.session.page_requested.emit(where), changes=False)


TO_PROGNOSE = _go(_("Naar de prognose"), "overzicht/" + _("Prognose"))
GALLERY = Gallery(
    title=_("Beeld"),
    manual="beeld",
    tables=TABLES | {"inwoners", "herindeling"},
    kinds={label: soort for soort, label in SOORTEN.items()},
    make=make,
    subjects=subjects,
    of_subject=frozenset({"schema", "verloop"}),
    detail=detail,
    is_empty=_is_empty,
    empty=Empty(
        sentence=_("Van dit halfjaar is nog geen taakstelling bekend. Daarna ziet u hier grafieken en de kaart."),
        begin=_go(_("Naar Taakstelling"), "taakstelling/" + _("Versies")),
    ),
)
