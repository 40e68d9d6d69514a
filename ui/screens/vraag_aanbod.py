"""Households that wait for a home against homes, per gemeente and kind of household; and what could be handed over."""

from __future__ import annotations

from collections.abc import Sequence

from regietafel.catalog.vraag import GROEPEN, KOPPELVOORSTEL, MAATREGEL, VRAAGDEEL
from regietafel.catalog.woonvorm import MATEN
from regietafel.domain.norm import VRAAG_GROOT, VRAAG_KLEIN, VRAAG_MIDDEN
from regietafel.domain.woonproject import Koppelstand
from regietafel.i18n import _, enumerate_some, format_date, format_number
from regietafel.planning.koppelvoorstel import Koppelvoorstel
from regietafel.planning.vraag_aanbod import MaatRegel, VraagAanbod
from regietafel.planning.vraag_aanbod import vraag_aanbod as query
from regietafel.planning.vraagdelen import GROEPEN as KINDS
from regietafel.queries import woonprojecten
from ui.kit.cards import State
from ui.kit.day_line import DayLine
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import sums

TABLES = woonprojecten.TABLES | {"koppelstand", "inwoners"}


def vraag_aanbod(
    session: Session, export: Export, record: Command, hand_over: Command, of_stand: Sequence[Command]
) -> Screen:
    """The page; ``record`` fills in what waits, ``of_stand`` changes one number, ``hand_over`` takes a proposal."""
    found: list[VraagAanbod] = []

    def rows(session: Session) -> Sequence[MaatRegel]:
        found[:] = [query(session.ledger, session.op)]
        return [each for each in found[0].regels if each.peildatum or each.komend]

    def detail(session: Session, regel: MaatRegel) -> Detail:
        return _detail(session, regel, found[0], hand_over, of_stand)

    listing = Listing(
        key="vraag-aanbod",
        title=_("Vraag en aanbod"),
        manual="woonvormen",
        by_day=True,
        fields=MAATREGEL,
        rows=rows,
        tables=TABLES,
        totals=sums("huishoudens", "vrij", "komend", "verwacht", "tekort", "over"),
        tones={"tekort": lambda regel: "behind" if regel.tekort else "", "over": _tone_over},
        chips=CHIPS,
        above=DayLine,
        remarks=lambda _session, regels: _remarks(found[0]) if regels else (),
        primary=record,
        detail=detail,
        identity=lambda regel: (regel.gemeente_id, regel.maat),
        empty=Empty(
            sentence=_(
                "Vul in hoeveel huishoudens per gemeente op een woning wachten en hoeveel woningen vrij zijn, naar"
                " soort huishouden. Dan ziet u wat waar ontbreekt en welke buur het heeft."
            ),
            begin=record,
        ),
    )
    return ListScreen(listing, session, export)


def overdrachten(session: Session, export: Export, hand_over: Command, to_vraag: Command) -> Screen:
    """The page with all proposals for the day."""
    listing = Listing(
        key="koppelvoorstellen",
        title=_("Overdragen"),
        manual="woonvormen",
        by_day=True,
        fields=KOPPELVOORSTEL,
        hidden=frozenset({"waarom"}),
        rows=lambda session: query(session.ledger, session.op).voorstellen,
        tables=TABLES,
        totals=sums("aantal"),
        above=DayLine,
        chips=(Chip(_("Tussen buren"), lambda regel: regel.buren),),
        remarks=lambda _session, regels: (_REMARK,) if regels else (),
        commands=(hand_over,),
        detail=lambda _session, regel: Detail(
            title=f"{regel.van} → {regel.naar}",
            subtitle=MATEN[regel.maat],
            parts=[
                facts((KOPPELVOORSTEL[3],), regel),
                Part(title=_("Waarom"), lines=[Line(texts=(regel.waarom,))]),
            ],
            commands=(hand_over,),
        ),
        identity=lambda regel: (regel.maat, regel.van_id, regel.naar_id),
        empty=Empty(
            sentence=_(
                "Hier staat welke koppelingen gemeenten elkaar kunnen overdragen: wie een tekort heeft aan wie een"
                " woning over heeft. Op deze dag is er geen voorstel."
            ),
            begin=to_vraag,
        ),
    )
    return ListScreen(listing, session, export)


def _detail(
    session: Session, regel: MaatRegel, found: VraagAanbod, hand_over: Command, of_stand: Sequence[Command]
) -> Detail:
    """What is on its way, who has it, what could be done, and what was told before."""
    here = (regel.gemeente_id, regel.maat)
    parts = [facts(MAATREGEL[2:], regel)]
    if regel.uitleg:
        lines = [Line(texts=(sentence,)) for sentence in regel.uitleg]
        title = _("Wat komt, tot en met {dag}").format(dag=format_date(found.tot))
        parts.append(Part(title=title, lines=lines))
    parts += _neighbours(regel)
    if own := [each for each in found.voorstellen if here in {(each.van_id, each.maat), (each.naar_id, each.maat)}]:
        parts.append(_proposals(own, hand_over))
    if larger := [each for each in found.mogelijkheden if (each.gemeente_id, each.maat) == here]:
        sentence = _("Over voor {maat}: {n}. De tafel beslist of dat past.")
        lines = [
            Line(texts=(sentence.format(maat=MATEN[each.grotere_maat], n=format_number(each.over)),)) for each in larger
        ]
        parts.append(Part(title=_("Grotere woningen hier"), lines=lines))
    parts += [*_group(regel, found), _history(session, regel, of_stand)]
    return Detail(title=regel.gemeente, subtitle=MATEN[regel.maat], state=_state(regel), parts=parts)


def _neighbours(regel: MaatRegel) -> list[Part]:
    if not regel.tekort:
        return []
    lines = [
        Line(texts=(each.gemeente, format_number(each.over), format_number(each.over_straks))) for each in regel.buren
    ]
    return [
        Part(
            title=_("Buren die het hebben"),
            lines=lines,
            headings=(_("Gemeente"), _("Over"), _("Straks")),
            right=frozenset({1, 2}),
            empty=_("Geen buurgemeente heeft er een over."),
        )
    ]


def _proposals(voorstellen: Sequence[Koppelvoorstel], hand_over: Command) -> Part:
    lines = [
        Line(texts=(f"{each.van} → {each.naar}: {format_number(each.aantal)}",), note=each.waarom, record=each)
        for each in voorstellen
    ]
    return Part(title=_("Voorgestelde overdracht"), lines=lines, commands=(hand_over,))


def _history(session: Session, regel: MaatRegel, commands: Sequence[Command]) -> Part:
    standen = session.ledger.koppelstanden.where(gemeente_id=regel.gemeente_id, maat=regel.maat)
    lines = [
        Line(
            texts=(format_date(each.peildatum),),
            note=_told(each),
            record=each,
            quiet=each.peildatum > session.op,
        )
        for each in sorted(standen, key=lambda stand: stand.peildatum, reverse=True)
    ]
    return Part(title=_("Per peildatum"), lines=lines, commands=commands, empty=_("Nog niets ingevuld."))


def _told(stand: Koppelstand) -> str:
    told = _("{n} wachten · {m} vrij").format(n=format_number(stand.huishoudens), m=format_number(stand.woningen))
    return f"{told} · {stand.bron}" if stand.bron else told


def _state(regel: MaatRegel) -> State | None:
    if regel.tekort:
        return State("▲", _("tekort van {n}").format(n=format_number(regel.tekort)), "behind")
    if regel.over:
        return State("▼", _("{n} over").format(n=format_number(regel.over)), "ahead")
    return None if regel.tekort is None else State("●", _("genoeg"), "level")


def _remarks(found: VraagAanbod) -> tuple[str, ...]:
    """For whom there are too few homes in the region, and what is not known."""
    short = [
        _("{wie} {n}").format(wie=GROEPEN[each.norm_sleutel], n=format_number(each.verschil))
        for each in found.delen
        if each.verschil > 0
    ]
    said = _("Te weinig woningen in de regio, vrij of verwacht: {wat}.").format(wat=enumerate_some(short))
    return (*((said,) if short else ()), *found.opmerkingen)


def _group(regel: MaatRegel, found: VraagAanbod) -> list[Part]:
    """Who waits in the region for homes of about this size, against what COA expects."""
    deel = next((each for each in found.delen if regel.maat in each.maten), None)
    if deel is None:
        return []
    title = _("Regio: {wie}").format(wie=GROEPEN[deel.norm_sleutel])
    return [facts(VRAAGDEEL[1:], deel, title)]


def _tone_over(regel: MaatRegel) -> str:
    return "ahead" if regel.over else ""


def _kind(sleutel: str, label: str) -> Chip:
    return Chip(label, lambda regel: regel.maat in KINDS[sleutel])


_REMARK = _(
    "Dit is een voorstel; de gemeenten spreken het af, met het COA. Wat wacht en vrij is, verandert pas als u een"
    " nieuwe peildatum invult."
)
CHIPS = (
    Chip(_("Tekort"), lambda regel: bool(regel.tekort)),
    Chip(_("Over"), lambda regel: bool(regel.over)),
    _kind(VRAAG_KLEIN, _("1 of 2")),
    _kind(VRAAG_MIDDEN, _("3 tot en met 5")),
    _kind(VRAAG_GROOT, _("6 of meer")),
)
