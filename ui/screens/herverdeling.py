"""One agreement on one page: the way it goes, its parties, terms, kennisgevingen, documents, rules and history."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from regietafel import catalog
from regietafel.catalog.herverdeling import STANDEN
from regietafel.domain.behandeling import ADRESSATEN, Status
from regietafel.domain.herverdelingsregels import Voornemen
from regietafel.i18n import UNKNOWN, _, enumerate_some, format_date, format_number
from regietafel.queries.herverdelingen import TABLES, HerverdelingBlad, blad, find, weigeraars
from regietafel.queries.klokken import Klok, klokken_of
from regietafel.queries.logboek import logboek_of_herverdeling
from regietafel.queries.verslag import TABLES as VERSLAG
from regietafel.queries.voornemen import voornemen_of
from regietafel.queries.voortgang import Stap, collegeregels, gevolg_van_weigering, voortgang
from ui.kit import style
from ui.kit.cards import State
from ui.kit.details import Line, Part, part_widget
from ui.kit.record import RecordPage, RecordScreen, Sheet
from ui.kit.screen import Command, Screen
from ui.kit.sections import Section
from ui.kit.session import Session
from ui.kit.steps import Stage, Step
from ui.kit.table_card import TableCard
from ui.kit.tables import sums

_LINES = 12  # of the history
_LONGEST_LABEL = 48  # characters on a button


@dataclass(frozen=True, kw_only=True)
class Handelingen:
    """What can be done here, made elsewhere. ``volgende`` is the step that comes next."""

    volgende: Callable[[HerverdelingBlad], Command | None]
    zonder: Command
    kop: Sequence[Command]
    partij: Sequence[Command]  # of a Collegeregel
    kennisgeving: Command
    kennisgeving_regel: Sequence[Command]
    coa: Command
    coa_regel: Sequence[Command]
    stukken: Sequence[Command]
    documenten: Callable[[Session, HerverdelingBlad], Part]
    bijlage: Command
    bijlagen: Callable[[Session, HerverdelingBlad], Part]
    regels: Callable[[Voornemen], Part]
    besloten: Callable[[Session, HerverdelingBlad], Sequence[Part]]
    openen: Command


def herverdeling(session: Session, handelingen: Handelingen) -> RecordScreen:
    """The page of an agreement by its id."""
    page = RecordPage(
        title=_("Herverdeling"),
        manual="herverdeling",
        tables=TABLES | VERSLAG | {"bijlage"},
        sheet=lambda session, id: _sheet(screen, session, id, handelingen),
    )
    screen = RecordScreen(page, session)
    return screen


def _sheet(screen: Screen, session: Session, id: int, handelingen: Handelingen) -> Sheet | None:
    if session.ledger.herverdelingen.find(id=id) is None:
        return None
    view = blad(session.ledger, id)
    shape, tone = STANDEN[view.stand]
    remark = _remark(view)
    return Sheet(
        title=_("Herverdeling {kenmerk}").format(kenmerk=view.kenmerk),
        record=view,
        state=State(shape, view.status, tone),
        subtitle=_subtitle(view),
        steps=[_step(stap, view) for stap in voortgang(view)],
        primary=_named(handelingen.zonder, view) if handelingen.zonder.allowed(view) else handelingen.volgende(view),
        commands=handelingen.kop,
        remark=remark,
        sections=_sections(screen, session, view, handelingen),
    )


def _sections(screen: Screen, session: Session, view: HerverdelingBlad, handelingen: Handelingen) -> Sequence[Section]:
    """What must wait for others is shown when its time has come; what takes long is made when the page is up."""

    def later(make: Callable[[], Part]) -> Callable[[], QWidget]:
        return lambda: part_widget(screen, make())

    termijnen = tuple(session.ledger.procestermijnen)
    found = [
        Section(title=_("Partijen"), build=partial(_parties, screen, view, handelingen.partij), column=None),
        Section(title=_("Termijnen"), build=later(lambda: _clocks(klokken_of(view, termijnen))), later=2 * style.ROW),
        Section(build=partial(_flow, view), later=6 * style.ROW, column=1),
        Section(title=_("Wat is afgesproken"), part=_agreed(session, view, handelingen.openen), column=1),
        Section(
            title=_("De regels"),
            build=later(lambda: handelingen.regels(voornemen_of(session.ledger, view))),
            later=style.PICTURE,
            column=1,
        ),
    ]
    if view.bekendgemaakt_op:
        told = _told(view, handelingen.kennisgeving_regel)
        found.append(Section(title=_("Kennisgevingen"), part=told, commands=(handelingen.kennisgeving,)))
    if handelingen.coa.allowed(view):
        said = _coa(view, handelingen.coa_regel)
        found.append(Section(title=_("Wat het COA zei"), part=said, commands=(handelingen.coa,)))
    documents = later(partial(handelingen.documenten, session, view))
    found.append(Section(title=_("Documenten"), build=documents, later=4 * style.ROW, commands=handelingen.stukken))
    annexes = handelingen.bijlagen(session, view)
    found.append(Section(title=_("Bijlagen"), part=annexes, commands=(handelingen.bijlage,)))
    found += [Section(title=part.title, part=replace(part, title="")) for part in handelingen.besloten(session, view)]
    found.append(Section(title=_("Geschiedenis"), part=_history(session, view)))
    return found


def _subtitle(view: HerverdelingBlad) -> str:
    agreed = view.herverdeling
    periode = f"{view.periode}" if agreed.laatste == view.periode else f"{view.periode} – {agreed.laatste}"
    many = _("{n} overdrachten, samen {personen} personen").format(
        n=format_number(len(view.delen)), personen=format_number(view.aantal)
    )
    said = [periode, view.samenvatting if len(view.delen) <= 3 else many]
    if view.in_werking_op:
        said.append(_("in werking op {datum}").format(datum=format_date(view.in_werking_op)))
    lines = [" · ".join(said)]
    if view.volgende_stap:
        lines.append(_("Volgende stap: {stap}").format(stap=view.volgende_stap))
    return "\n".join(lines)


def _step(stap: Stap, view: HerverdelingBlad) -> Step:
    if stap.einde:
        return Step(word=stap.status.value, stage=Stage.ENDED, note=_day(stap.datum))
    note = _day(stap.datum) or stap.telling
    if stap.nu:
        return Step(
            word=stap.status.value, stage=Stage.NOW, note=_("nu, sinds {dag}").format(dag=note) if note else _("nu")
        )
    return Step(word=stap.status.value, stage=Stage.DONE if stap.gedaan else Stage.COMING, note=note)


def _remark(view: HerverdelingBlad) -> str:
    """What one must know before anything else: that it is refused, rejected or withdrawn."""
    if view.stand is Status.INGETROKKEN:
        return _("Ingetrokken op {datum}: {reden}").format(
            datum=format_date(view.herverdeling.ingetrokken_op), reden=view.herverdeling.reden_intrekking
        )
    if view.stand is Status.AFGEKEURD:
        sentence = _(
            "Het COA heeft de herverdeling afgekeurd: {reden} Zolang dat niet is hersteld, geldt de oude taakstelling."
        )
        return sentence.format(reden=_ended(view.verwerkingen[-1].reden))
    if view.stand is not Status.GEWEIGERD:
        return ""
    return gevolg_van_weigering(view)


def _named(command: Command, view: HerverdelingBlad) -> Command:
    names = enumerate_some(weigeraars(view), 2)
    label = _("Nieuw concept zonder {namen}").format(namen=names)
    return replace(command, label=label) if len(label) <= _LONGEST_LABEL else command


def _parties(screen: Screen, view: HerverdelingBlad, commands: Sequence[Command]) -> QWidget:
    """The table, without columns that nobody filled in, or that tell nothing any more."""
    rows = collegeregels(view)
    decided = all(each.besluit_op for each in view.behandelingen)
    shown = [each for each in catalog.PARTIJ if not (decided and each.name == "voorgelegd")]
    fields = [each for each in shown if any(each.show(row) for row in rows)]
    return TableCard(
        screen,
        _("Partijen"),
        fields,
        rows,
        commands=[each for each in commands if any(screen.can_run(each, row) for row in rows)],
        totals=sums("oud", "wijziging", "nieuw"),
        tones={"besluit": lambda row: "behind" if row.partij.behandeling.geweigerd else ""},
        start=_first_to_act(view),
    )


def _first_to_act(view: HerverdelingBlad) -> int:
    """The row of the first college that must still decide, or else announce."""
    undecided = [place for place, each in enumerate(view.behandelingen) if each.besluit_op is None]
    silent = [place for place, each in enumerate(view.behandelingen) if each.bekendgemaakt_op is None]
    return next(iter(undecided or silent), 0)


def _clocks(klokken: Sequence[Klok]) -> Part:
    lines = [
        Line(
            texts=(each.wat, format_date(each.uiterlijk), f"{_shape(each)} {each.rest}"),
            strong=each.loopt and each.te_laat,
            quiet=not each.loopt,
        )
        for each in klokken
    ]
    return Part(
        lines=lines,
        headings=(_("Wat"), _("Uiterlijk"), _("Nog")),
        narrow=frozenset({1, 2}),
        empty=_("Er lopen geen termijnen."),
    )


def _shape(klok: Klok) -> str:
    if klok.te_laat:
        return "▲"
    return "●" if klok.loopt else "✓"


def _told(view: HerverdelingBlad, commands: Sequence[Command]) -> Part:
    told = {each.aan: each for each in view.kennisgevingen}
    lines = []
    for aan, naam in ADRESSATEN.items():
        sent = told.get(aan)
        said = _("✓ {datum}").format(datum=format_date(sent.datum)) if sent else _("○ nog niet")
        received = (
            _("ontvangst bevestigd op {datum}").format(datum=format_date(sent.ontvangst_op))
            if sent and sent.ontvangst_op
            else ""
        )
        note = " · ".join(filter(None, (sent.wijze if sent else "", received)))
        lines.append(Line(texts=(naam[:1].upper() + naam[1:], said), note=note, record=sent, quiet=sent is None))
    return Part(lines=lines, headings=(_("Aan"), _("Verstuurd")), narrow=frozenset({1}), commands=commands)


def _coa(view: HerverdelingBlad, commands: Sequence[Command]) -> Part:
    lines = [
        Line(
            texts=(format_date(each.datum), _("✕ afgekeurd") if each.afgekeurd else _("✓ verwerkt")),
            note=each.reden,
            record=each,
        )
        for each in reversed(view.verwerkingen)
    ]
    return Part(lines=lines, headings=(_("Datum"), _("Antwoord")), commands=commands, empty=_("Nog geen antwoord."))


def _agreed(session: Session, view: HerverdelingBlad, open_: Command) -> Part:
    """What is agreed beside the numbers, and the agreements before and after this one."""
    made = view.herverdeling
    until, reason, consulted, *_rest = catalog.BEPALINGEN
    lines = [Line(texts=(_("Toelichting"), made.toelichting or UNKNOWN))]
    if made.tot_en_met:
        lines += [Line(texts=(each.label, each.show(made) or UNKNOWN)) for each in (until, reason, consulted)]
    if made.buiten_tafel:
        lines.append(Line(texts=(_("Van buiten de tafel"), _("ja"))))
    lines.append(
        Line(texts=(_("Bezwaarclausule"), _("ja, laat juridisch toetsen") if made.bezwaarclausule else _("nee")))
    )
    for label, kenmerken in ((_("Vervolg op"), [view.vervolg_op]), (_("Gevolgd door"), view.vervolgen)):
        for kenmerk in filter(None, kenmerken):
            lines.append(Line(texts=(label, kenmerk), record=find(session.ledger, kenmerk)))
    return Part(lines=lines, commands=(replace(open_, allowed=bool),))


def _history(session: Session, view: HerverdelingBlad) -> Part:
    found = logboek_of_herverdeling(session.ledger, view.id)
    lines = [Line(texts=(f"{each.tijd.astimezone():%d-%m-%Y %H:%M}", each.wat), note=each.gebruiker) for each in found]
    if len(lines) > _LINES:
        rest = _("en nog {n}; zie het logboek").format(n=format_number(len(lines) - _LINES))
        lines = [*lines[:_LINES], Line(texts=("", rest), quiet=True)]
    return Part(lines=lines, headings=(_("Wanneer"), _("Wat")), narrow=frozenset({0}))


def _flow(view: HerverdelingBlad) -> QWidget:
    from regietafel.figures.stroom import stroom
    from ui.kit.figure_view import FigureView  # only now: the page is up sooner

    title = _("Van wie naar wie")
    made = FigureView(lambda width, _height: stroom(title, view.delen, breedte=width), 80)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return made


def _ended(sentence: str) -> str:
    """With a full stop, so that another sentence can follow."""
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def _day(day: datetime.date | None) -> str:
    return format_date(day) if day else ""
