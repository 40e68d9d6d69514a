"""Projects with homes on a day: how far each is, for whom it counts, what ends, and what is to be said of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from regietafel.catalog.opvang import STAATWISSEL
from regietafel.catalog.projecten import HAR_REGEL, PROJECT_REGEL
from regietafel.catalog.woonvorm import MATEN, PROJECT
from regietafel.domain import woonproject
from regietafel.domain.staat import GESLOTEN, OPEN, Staatwissel
from regietafel.domain.woonproject import WOONVORMEN
from regietafel.fields import Field
from regietafel.i18n import _, format_date, format_number
from regietafel.queries.verslag import TABLES as VERSLAG
from regietafel.queries.woonprojecten import TABLES, HarRegel, ProjectRegel
from regietafel.queries.woonprojecten import woonprojecten as query
from ui.kit.day_line import DayLine
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.inputs import ComboBox, choose_from, chosen_in
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import sums


@dataclass(frozen=True, kw_only=True)
class Handelingen:
    """What can be done: add a project; with one; with a line of its history, and with a group in a HAR.

    ``besloten`` tells in which meetings a project was spoken of.
    """

    toevoegen: Command
    project: Sequence[Command]
    staat: Sequence[Command]
    groep: Sequence[Command]
    besloten: Callable[[Session, int], Sequence[Part]]


class ProjectenScreen(ListScreen):
    """The list; of the boxes ``chosen`` the only one tells of which woonvorm."""

    def __init__(self, listing: Listing, session: Session, export: Export, chosen: Sequence[ComboBox]) -> None:
        super().__init__(listing, session, export)
        self.woonvorm = chosen[0]

    def select(self, identity: object) -> None:
        """Show a project, of whatever woonvorm it is."""
        if identity not in {each.id for each in self.model.all_records}:
            self.woonvorm.setCurrentIndex(0)
            self.refresh()
        super().select(identity)


def woonprojecten(session: Session, export: Export, handelingen: Handelingen) -> Screen:
    """The page; above it one chooses the day and the woonvorm."""
    chosen: list[ComboBox] = []

    def above(screen: Screen) -> DayLine:
        line = DayLine(screen)
        chosen.append(line.add_choice(_("Woonvorm"), {_ALL: None}))
        line.changed.connect(screen.refresh)
        return line

    def rows(session: Session) -> Sequence[ProjectRegel]:
        found = query(session.ledger, session.op)
        present = {each.soort for each in found}
        choose_from(chosen[0], [(_ALL, None), *((name, key) for key, name in WOONVORMEN.items() if key in present)])
        soort = chosen_in(chosen[0])
        return [each for each in found if soort in {None, each.soort}]

    listing = Listing(
        key="woonprojecten",
        title=_("Projecten"),
        manual="woonvormen",
        by_day=True,
        fields=PROJECT_REGEL,
        hidden=frozenset({"staat_vanaf", "personen", "plaats_tot", "partner", "regeling", "bedrag", "zekerheid"}),
        rows=rows,
        tables=TABLES | VERSLAG,
        totals=sums("eenheden", "personen", "vergunninghouders"),
        tones={"opmerkingen": lambda regel: "behind" if regel.opmerkingen else ""},
        chips=CHIPS,
        above=above,
        primary=handelingen.toevoegen,
        commands=handelingen.project,
        detail=lambda session, regel: detail(session, regel, handelingen),
        empty=Empty(
            sentence=_(
                "Een project is een plek waar woningen voor vergunninghouders zijn of komen: flexwoningen, een"
                " tussenvoorziening, een hotel (HAR). Wat meetelt, ziet u terug in de prognose. Er is nog geen project."
            ),
            begin=handelingen.toevoegen,
        ),
    )
    return ProjectenScreen(listing, session, export, chosen)


def detail(session: Session, regel: ProjectRegel, handelingen: Handelingen) -> Detail:
    """Everything that is known of a project, and what is to be seen to."""
    staten = session.ledger.staatwissels.where(project_id=regel.id)
    parts = [
        *_remarks(regel),
        facts(_named("staat", "zekerheid", "oplevering", "einde", "plaats_tot", "bedrag"), regel),
        _counts(regel),
        _shares(regel),
        *_homes(regel),
        _history(sorted(staten, key=lambda each: each.vanaf, reverse=True), session.op, handelingen.staat),
        *_groups(regel, handelingen.groep),
        *handelingen.besloten(session, regel.id),
        *_texts(regel),
    ]
    return Detail(
        title=regel.naam,
        subtitle=_("{woonvorm} in {gemeente}").format(woonvorm=WOONVORMEN[regel.soort], gemeente=regel.gemeente),
        parts=parts,
        commands=handelingen.project,
    )


def _remarks(regel: ProjectRegel) -> list[Part]:
    lines = [Line(texts=(f"▲ {sentence}",)) for sentence in regel.opmerkingen]
    return [Part(title=_("Let op"), lines=lines)] if lines else []


def _shares(regel: ProjectRegel) -> Part:
    rows = regel.telgemeenten or ((regel.gemeente, regel.vergunninghouders),)
    lines = [Line(texts=(naam, format_number(personen))) for naam, personen in rows]
    if len(rows) > 1:
        total = format_number(sum(personen or 0 for _naam, personen in rows))
        lines.append(Line(texts=(_("Totaal"), total), strong=True))
    headings = (_("Gemeente"), _("Personen"))
    return Part(title=_("Voor wie het telt"), lines=lines, headings=headings, right=frozenset({1}))


def _homes(regel: ProjectRegel) -> list[Part]:
    lines = [Line(texts=(MATEN[maat], format_number(woningen))) for maat, woningen in regel.maten]
    headings = (_("Huishouden"), _("Woningen"))
    return [Part(title=_("Huishoudens"), lines=lines, headings=headings, right=frozenset({1}))] if lines else []


def _history(staten: Sequence[Staatwissel], op: datetime.date, commands: Sequence[Command]) -> Part:
    staat, vanaf, toelichting = STAATWISSEL
    since = _("vanaf {dag}")
    lines = [
        Line(
            texts=(staat.show(each),),
            note=" · ".join(filter(None, (since.format(dag=vanaf.show(each)), toelichting.show(each)))),
            record=each,
            quiet=each.vanaf > op,
        )
        for each in staten
    ]
    return Part(title=_("Hoe ver het is"), lines=lines, commands=commands, empty=_("Nog geen staat vastgelegd."))


def _groups(regel: ProjectRegel, commands: Sequence[Command]) -> list[Part]:
    if regel.soort != woonproject.HAR:
        return []
    gemeente, begin, over, *_rest = HAR_REGEL
    lines = [
        Line(texts=(f"{gemeente.show(each)}, {begin.show(each)}", over.show(each)), note=_clock(each), record=each)
        for each in regel.harinstromen
    ]
    return [
        Part(
            title=_("Groepen in de HAR"),
            lines=lines,
            headings=(_("Telt voor, sinds"), over.label),
            right=frozenset({1}),
            commands=commands,
            empty=_("Nog geen instroom vastgelegd."),
        )
    ]


def _clock(groep: HarRegel) -> str:
    """Until when they may stay, and how long that still is."""
    came = _("van {n} gekomen").format(n=format_number(groep.aantal))
    if groep.einde is None or groep.dagen_over is None:
        return came
    until = _("tot en met {dag}").format(dag=format_date(groep.einde))
    if not groep.over:
        left = _("allen vertrokken")
    elif groep.dagen_over < 0:
        left = _("▲ {n} dagen over de termijn").format(n=format_number(-groep.dagen_over))
    else:
        left = _("● nog {n} dagen").format(n=format_number(groep.dagen_over))
    return " · ".join((came, until, left))


def _counts(regel: ProjectRegel) -> Part:
    """How large it is, and whether it counts with who says so."""
    part = facts(_named("eenheden", "personen", "vergunninghouders"), regel)
    telt_mee = _BY_NAME["telt_mee"]
    counts = Line(texts=(telt_mee.label, telt_mee.show(regel)), note=regel.telt_mee_bron)
    return replace(part, lines=[*part.lines, counts])


def _texts(regel: ProjectRegel) -> list[Part]:
    """What was written; a text of its own under its label, for it may be long."""
    fields = _named("regeling", "daarna", "partner", "contact", "bron", "opmerking")
    told = [(field.label, field.show(regel)) for field in fields]
    return [Part(title=label, lines=[Line(texts=(text,))]) for label, text in told if text]


def _named(*names: str) -> list[Field]:
    return [_BY_NAME[name] for name in names]


_ALL = _("alle")
_BY_NAME = {field.name: field for field in (*PROJECT, *PROJECT_REGEL)}
CHIPS = (
    Chip(_("Nog niet open"), lambda regel: regel.staat not in {OPEN, GESLOTEN}),
    Chip(_("Telt mee"), lambda regel: regel.telt_mee == woonproject.JA),
    Chip(_("Onbekend of het telt"), lambda regel: regel.telt_mee == woonproject.ONBEKEND),
    Chip(_("Let op"), lambda regel: bool(regel.opmerkingen)),
)
