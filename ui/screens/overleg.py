"""One meeting on one page: how far it is, its agenda, who was there, its list, its documents and what was sent."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from regietafel.catalog.overleg import OVERLEG, OVERLEGSTATEN, VORMEN
from regietafel.domain import overleg as domain
from regietafel.domain.overleg import Overlegstap
from regietafel.i18n import UNKNOWN, WEEKDAGEN, _, format_date, format_date_long, format_number, shorten, today
from regietafel.queries import agenda, contacten, overleggen, verslag
from regietafel.queries.overleggen import OverlegRegel, overleg_regel
from ui.kit.cards import State
from ui.kit.details import Line, Part
from ui.kit.record import RecordPage, RecordScreen, Sheet
from ui.kit.screen import Command, Screen
from ui.kit.sections import Section
from ui.kit.session import Session
from ui.kit.steps import Stage, Step

TABLES = (
    overleggen.TABLES
    | agenda.TABLES
    | verslag.TABLES
    | contacten.TABLES
    | {"archiefstuk", "vastpunt", "schoolvakantie"}
)
_WAY = (domain.CONCEPT, domain.VERZONDEN, domain.BEZIG, domain.VERSLAG_CONCEPT, domain.VASTGESTELD)
_WAAR = tuple(each for each in OVERLEG if each.name in {"locatie", "link", "voorzitter", "secretaris", "opmerking"})
_LONGEST = 80  # characters of a place below the title; all of it stands under Waar en wie

Build = Callable[[Screen, OverlegRegel], QWidget]


@dataclass(frozen=True, kw_only=True)
class Handelingen:
    """What can be done here, and the parts in which one works, made elsewhere. ``volgende`` is what comes next."""

    volgende: Callable[[OverlegRegel], Command | None]
    kop: Sequence[Command]
    meer: Sequence[Command]
    meedoen: Command
    agenda: Build
    punten: Sequence[Command]
    aanwezig: Build
    aanwezigen: Sequence[Command]
    lijst: Build
    regels: Sequence[Command] = ()
    stukken: Callable[[Session, OverlegRegel], Part]
    stukken_maken: Sequence[Command] = ()


def overleg(session: Session, handelingen: Handelingen) -> RecordScreen:
    """The page of a meeting by its id."""
    page = RecordPage(
        title=_("Overleg"),
        manual="overleg",
        tables=TABLES,
        sheet=lambda session, id: _sheet(screen, session, id, handelingen),
    )
    screen = RecordScreen(page, session)
    return screen


def _sheet(screen: Screen, session: Session, id: int, handelingen: Handelingen) -> Sheet | None:
    if session.ledger.overleggen.find(id=id) is None:
        return None
    view = overleg_regel(session.ledger, id)
    stappen = sorted(session.ledger.overlegstappen.where(overleg_id=id), key=lambda each: each.id or 0)
    shape, tone = VORMEN[view.staat]
    return Sheet(
        title=_("{reeks} van {datum}").format(reeks=view.reeks, datum=format_date_long(view.datum)),
        record=view,
        state=State(shape, OVERLEGSTATEN[view.staat], tone),
        subtitle=_subtitle(view),
        steps=_steps(view, stappen),
        primary=handelingen.volgende(view),
        commands=handelingen.kop,
        more=handelingen.meer,
        remark=_remark(session, view, stappen),
        sections=_sections(screen, session, view, stappen, handelingen),
    )


def _sections(
    screen: Screen, session: Session, view: OverlegRegel, stappen: Sequence[Overlegstap], handelingen: Handelingen
) -> Sequence[Section]:
    found = [
        Section(
            title=_("Agenda"),
            build=partial(handelingen.agenda, screen, view),
            commands=handelingen.punten,
            column=None,
        )
    ]
    if view.staat not in {*domain.NOG_TE_HOUDEN, domain.VERVALLEN}:
        regels = Section(
            title=_("Actie- en besluitenlijst"),
            build=partial(handelingen.lijst, screen, view),
            commands=handelingen.regels,
            column=None,
        )
        found.append(regels)
    found += [
        Section(
            title=_("Aanwezig"),
            build=partial(handelingen.aanwezig, screen, view),
            commands=handelingen.aanwezigen,
        ),
        Section(title=_("Waar en wie"), part=_facts(view, handelingen.meedoen), column=1),
        Section(
            title=_("Stukken"),
            part=handelingen.stukken(session, view),
            commands=handelingen.stukken_maken,
            column=1,
        ),
        Section(title=_("Verzonden"), part=_versies(session, view), column=1),
    ]
    if stappen:
        found.append(Section(title=_("Verloop"), part=_verloop(stappen), column=1))
    return found


def _subtitle(view: OverlegRegel) -> str:
    day = WEEKDAGEN[view.datum.weekday()]
    when = _("{dag} {datum}, {begin}–{einde}").format(
        dag=day, datum=format_date_long(view.datum), begin=view.begin, einde=view.einde
    )
    lines = [" · ".join(filter(None, (when, shorten(view.locatie, _LONGEST))))]
    if view.staat == domain.CONCEPT:
        lines.append(_("Agenda verzenden: uiterlijk {datum}").format(datum=format_date(view.agenda_voor)))
    return "\n".join(lines)


def _steps(view: OverlegRegel, stappen: Sequence[Overlegstap]) -> list[Step]:
    """The way a meeting goes, each with the day on which it came there."""
    reached = {each.staat: format_date(_day(each)) for each in stappen}
    if view.staat == domain.VERVALLEN:
        before = [staat for staat in _WAY if staat == domain.CONCEPT or staat in reached]
        done = [Step(word=OVERLEGSTATEN[each], stage=Stage.DONE, note=reached.get(each, "")) for each in before]
        ended = OVERLEGSTATEN[domain.VERVALLEN]
        return [*done, Step(word=ended, stage=Stage.ENDED, note=reached[domain.VERVALLEN])]
    here = _WAY.index(view.staat)
    made = []
    for place, staat in enumerate(_WAY):
        stage = Stage.NOW if place == here else Stage.DONE if place < here else Stage.COMING
        note = reached.get(staat, "") if place <= here else ""
        if 0 < place < here and not note:
            stage, note = Stage.COMING, _("overgeslagen")
        made.append(Step(word=OVERLEGSTATEN[staat], stage=stage, note=note))
    return made


def _remark(session: Session, view: OverlegRegel, stappen: Sequence[Overlegstap]) -> str:
    """Why nothing can be changed, or what must be known first."""
    if view.staat == domain.VASTGESTELD:
        sentence = _("Het verslag is vastgesteld op {datum} en verandert niet meer. Heropenen kan, met een reden.")
        return sentence.format(datum=format_date(_day(stappen[-1])))
    if view.staat == domain.VERVALLEN:
        why = stappen[-1].toelichting
        said = _("Dit overleg is vervallen: {reden}.") if why else _("Dit overleg is vervallen.")
        where = _("Wat meer op de agenda stond dan de vaste punten, komt op het volgende overleg van de reeks.")
        if view.samengevoegd_id is not None:  # that is the reason
            other = session.ledger.overleggen.get(view.samengevoegd_id)
            said = _("Dit overleg is vervallen.")
            where = _("Zijn punten staan op de agenda van {datum}.").format(datum=format_date(other.datum))
        told = _("De agenda was al verzonden: maak bij Stukken de intrekking voor de leden.") if view.versie else ""
        return " ".join(filter(None, (said.format(reden=why.rstrip(".")), where, told)))
    if view.staat in domain.NOG_TE_HOUDEN and view.datum < today():
        return _(
            "De dag van dit overleg is voorbij. Begin het om vast te leggen wat is besproken, verplaats het of laat het"
            " vervallen."
        )
    if view.staat == domain.CONCEPT and view.agenda_voor < today():
        return _("De agenda had {datum} verzonden moeten zijn.").format(datum=format_date(view.agenda_voor))
    if view.staat == domain.VERZONDEN and _is_otherwise(session, view):
        said = _("De agenda is gewijzigd na versie {n}. Met Nieuwe versie… stuurt u wat er anders is.")
        return said.format(n=format_number(view.versie))
    return ""


def _is_otherwise(session: Session, view: OverlegRegel) -> bool:
    from regietafel.documents.stukken.agendawijzigingen import since_sent  # only now: the page is up sooner

    return bool(since_sent(session.ledger, view.id))


def _facts(view: OverlegRegel, join: Command) -> Part:
    lines = [
        Line(texts=(each.label, each.show(view) or UNKNOWN), record=view if each.name == "link" and view.link else None)
        for each in _WAAR
    ]
    narrow = frozenset({0})
    return Part(lines=lines, narrow=narrow, commands=(join,))


def _versies(session: Session, view: OverlegRegel) -> Part:
    """What was sent, newest first, and what was otherwise than the time before."""
    sent = sorted(session.ledger.agendaversies.where(overleg_id=view.id), key=lambda each: -each.nummer)
    lines = [
        Line(
            texts=(format_number(each.nummer), format_date(each.verzonden_op), format_date(each.peildatum)),
            note=each.wijzigingen,
        )
        for each in sent
    ]
    return Part(
        lines=lines,
        headings=(_("Versie"), _("Verzonden op"), _("Cijfers van")),
        empty=_("De agenda is nog niet verzonden."),
    )


def _verloop(stappen: Sequence[Overlegstap]) -> Part:
    """Every step that was taken, also when it was reopened and why; newest first."""
    lines = [
        Line(
            texts=(f"{_moment(each):%d-%m-%Y %H:%M}", OVERLEGSTATEN[each.staat]),
            note=each.toelichting,
        )
        for each in reversed(stappen)
    ]
    return Part(lines=lines, headings=(_("Wanneer"), _("Stand")), narrow=frozenset({0}))


def _moment(stap: Overlegstap) -> datetime.datetime:
    return datetime.datetime.fromisoformat(stap.tijd)


def _day(stap: Overlegstap) -> datetime.date:
    return _moment(stap).date()
