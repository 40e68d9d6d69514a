"""The pictures: of the chosen periode how the table stands, and of the chosen day the locations and projects."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from regietafel import catalog
from regietafel.catalog.opvang import STAAT, STAAT_NAMEN
from regietafel.catalog.woonvorm import PROJECT
from regietafel.domain.periode import Periode
from regietafel.i18n import _, format_number, sort_key, today
from regietafel.planning.figuren import SOORTEN, VAN_GEMEENTE, Beeld, Maker, figuur
from regietafel.planning.kort import dag_van
from regietafel.planning.pijplijn import TABLES as PIJPLIJN
from regietafel.planning.prognose import TABLES, prognose
from regietafel.queries.locaties import LocatieRegel, locaties
from regietafel.queries.stand import stand
from regietafel.queries.woonprojecten import TABLES as PROJECTEN
from regietafel.queries.woonprojecten import ProjectRegel, woonprojecten
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.figure_screen import FigureScreen, Gallery
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

OPVANG = ("tijdlijn-opvang", "stapel-opvang", "kaart-opvang", "tijdlijn")
WONEN = ("tijdlijn-woonvormen", "stapel-woonvormen", "kaart-woonvormen", "tijdlijn")


def beeld(session: Session) -> Screen:
    """The page of the periode."""
    return FigureScreen(GALLERY, session)


def plekkenbeeld(session: Session, soorten: Sequence[str], begin: Command) -> Screen:
    """The page of the day, with these kinds (OPVANG or WONEN); ``begin`` is what to do while there is nothing."""
    gallery = Gallery(
        title=_("Beeld"),
        manual="beeld",
        tables=PIJPLIJN | PROJECTEN,
        kinds={SOORTEN[soort]: soort for soort in soorten},
        make=lambda session, soort, id: _make(session, soort, id, Periode.of(session.op), session.op),
        subjects=leden,
        of_subject=VAN_GEMEENTE,
        detail=plek_of_gemeente,
        is_empty=lambda session: not _has_places(session),
        empty=Empty(
            sentence=_("Zodra er locaties of projecten zijn, ziet u ze hier in de tijd, per maand en op de kaart."),
            begin=begin,
        ),
        by_day=True,
    )
    return FigureScreen(gallery, session)


def make(session: Session, soort: str, gemeente_id: int | None) -> Maker:
    """One picture of the periode."""
    return _make(session, soort, gemeente_id, session.periode, _day(session))


def _make(session: Session, soort: str, gemeente_id: int | None, periode: Periode, op: datetime.date) -> Maker:
    chosen = gemeente_id if soort in VAN_GEMEENTE else None
    return figuur(session.ledger, soort, Beeld(periode=periode, op=op, gemeente_id=chosen))


def subjects(session: Session) -> Mapping[str, int | None]:
    """The table, and every member on the stand."""
    members = {regel.gemeente: regel.gemeente_id for regel in stand(session.ledger, session.periode).regels}
    return {_("De hele tafel"): None, **members}


def leden(session: Session) -> Mapping[str, int | None]:
    """The table, and every member."""
    members = sorted(session.ledger.gemeenten.where(lid=True), key=lambda each: sort_key(each.naam))
    return {_("De hele tafel"): None, **{each.naam: each.id for each in members}}


def detail(session: Session, key: str) -> tuple[Detail, Any] | None:
    """The gemeente, the location or the project that was picked."""
    if "/" in key:
        return plek(session, key, _day(session))
    regels = prognose(session.ledger, session.periode, _day(session)).regels
    regel = next((each for each in regels if each.gm_code == key), None)
    if regel is None:
        return None
    said = Part(title=_("Hoe dit is berekend"), lines=[Line(texts=(zin,)) for zin in regel.uitleg])
    return Detail(
        title=regel.gemeente, parts=[facts(catalog.PROGNOSE[1:], regel), said], commands=(TO_PROGNOSE,)
    ), regel


def plek(session: Session, key: str, op: datetime.date) -> tuple[Detail, Any] | None:
    """A location or a project, by the key of its bar."""
    kind, _slash, id = key.partition("/")
    rows: Sequence[LocatieRegel | ProjectRegel] = _rows(session, op)[kind == "project"]
    regel = next((each for each in rows if str(each.id) == id), None)
    if regel is None:
        return None
    fields = (STAAT, *(PROJECT if kind == "project" else catalog.LOCATIE)[1:])
    parts = [facts([field for field in fields if getattr(regel, field.name) not in (None, "")], regel)]
    if regel.opmerkingen:
        parts.append(Part(title=_("Let op"), lines=[Line(texts=(zin,)) for zin in regel.opmerkingen]))
    return Detail(title=regel.naam, subtitle=regel.gemeente, parts=parts), regel


def plek_of_gemeente(session: Session, key: str) -> tuple[Detail, Any] | None:
    """As :func:`plek`, or everything in the gemeente with this GM-code."""
    if "/" in key:
        return plek(session, key, session.op)
    member = next((each for each in session.ledger.gemeenten.where(lid=True) if each.gm_code == key), None)
    if member is None:
        return None
    places, homes = _rows(session, session.op)
    parts = [
        _listed(_("Opvang"), [(each, each.capaciteit) for each in places if each.gemeente_id == member.id]),
        _listed(_("Wonen"), [(each, each.personen) for each in homes if each.gemeente_id == member.id]),
    ]
    return Detail(title=member.naam, parts=parts), member


def _rows(session: Session, op: datetime.date) -> tuple[Sequence[LocatieRegel], Sequence[ProjectRegel]]:
    return locaties(session.ledger, op), woonprojecten(session.ledger, op)


def _listed(title: str, rows: Sequence[tuple[LocatieRegel | ProjectRegel, int | None]]) -> Part:
    lines = [
        Line(texts=(each.naam, STAAT_NAMEN.get(each.staat or "", _("onbekend")), format_number(number)))
        for each, number in rows
    ]
    return Part(title=title, lines=lines, right=frozenset({2}), empty=_("Hier is niets."))


def _is_empty(session: Session) -> bool:
    if _has_places(session):
        return False
    return all(regel.opgave is None for regel in stand(session.ledger, session.periode).regels)


def _has_places(session: Session) -> bool:
    return any(True for _row in session.ledger.opvanglocaties) or any(True for _row in session.ledger.woonprojecten)


def _day(session: Session) -> datetime.date:
    return dag_van(session.periode, today())


def _go(label: str, where: str) -> Command:
    return Command(label=label, run=lambda screen, _record: screen.session.page_requested.emit(where), changes=False)


TO_PROGNOSE = _go(_("Naar de prognose"), "overzicht/" + _("Prognose"))
GALLERY = Gallery(
    title=_("Beeld"),
    manual="beeld",
    tables=TABLES | PIJPLIJN | {"inwoners", "herindeling"},
    kinds={label: soort for soort, label in SOORTEN.items()},
    make=make,
    subjects=subjects,
    of_subject=VAN_GEMEENTE,
    detail=detail,
    is_empty=_is_empty,
    empty=Empty(
        sentence=_("Van dit halfjaar is nog geen taakstelling bekend. Daarna ziet u hier grafieken en de kaart."),
        begin=_go(_("Naar Taakstelling"), "taakstelling/" + _("Versies")),
    ),
)
