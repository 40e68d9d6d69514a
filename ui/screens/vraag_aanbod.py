"""Households that wait for a home against homes, per gemeente and kind of household; and what could be handed over."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer

from regietafel.catalog.vraag import GROEPEN, KOPPELVOORSTEL, MAATREGEL, VRAAGDEEL
from regietafel.catalog.woonvorm import MATEN
from regietafel.domain.norm import VRAAG_GROOT, VRAAG_KLEIN, VRAAG_MIDDEN
from regietafel.domain.woonproject import Koppelstand
from regietafel.i18n import _, enumerate_some, format_date, format_number
from regietafel.planning.koppelvoorstel import Koppelvoorstel
from regietafel.planning.vraag_aanbod import MaatRegel, VraagAanbod, met_voorstellen, zonder_voorstellen
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

_PAUSE = 150  # milliseconds
_MOST = 4  # peildatums in the panel; others are there on an earlier day
TABLES = woonprojecten.TABLES | {"koppelstand", "inwoners"}


class Zoeker:
    """What is known on the day at once; the koppelingen that could be handed over are looked for on a thread."""

    def __init__(self, session: Session, told: Callable[[], None]) -> None:
        self._session, self._told = session, told
        self._halt = threading.Event()
        self.found: VraagAanbod | None = None
        self.busy = False
        session.closing.connect(self.stop)

    def begin(self) -> VraagAanbod:
        """What is known, without what could be handed over; ``told`` is called when that is found too."""
        self.stop()
        halt = self._halt = threading.Event()
        bare = self.found = zonder_voorstellen(self._session.ledger, self._session.op)
        self.busy = True

        def done(found: VraagAanbod) -> None:
            if self.found is bare:  # else another day was chosen meanwhile
                self.found, self.busy = found, False
                self._told()

        def failed(error: BaseException) -> None:
            raise error

        def search() -> None:
            if not halt.is_set():
                self._session.run_in_background(lambda: met_voorstellen(bare, halt.is_set), done, failed)

        QTimer.singleShot(_PAUSE, self._session, search)  # who steps through the days waits for no search
        return bare

    def stop(self) -> None:
        """End the search that runs."""
        self._halt.set()


class VraagScreen(ListScreen):
    """The list; the panel is shown again when the search is done."""

    def __init__(self, listing: Callable[[Zoeker], Listing], session: Session, export: Export) -> None:
        self.zoeker = Zoeker(session, self._show_found)
        super().__init__(listing(self.zoeker), session, export)

    def _show_found(self) -> None:
        assert self.zoeker.found is not None
        parties = {id for each in self.zoeker.found.voorstellen for id in (each.van_id, each.naar_id)}
        if not self.panel.isHidden() and self.current is not None and self.current.gemeente_id in parties:
            self._show_detail()


class OverdragenScreen(ListScreen):
    """The list of what was found; while one looks, that of before."""

    def __init__(self, listing: Callable[[Zoeker], Listing], session: Session, export: Export) -> None:
        self.zoeker = Zoeker(session, self._show_found)
        super().__init__(listing(self.zoeker), session, export)

    def refresh(self) -> None:
        self.zoeker.begin()
        super().refresh()

    def _show_found(self) -> None:
        begins = self._nothing.isAncestorOf(self.window().focusWidget() or self)
        super().refresh()
        if begins:
            self.take_focus()


def vraag_aanbod(
    session: Session, export: Export, record: Command, hand_over: Command, of_stand: Sequence[Command]
) -> Screen:
    """The page; ``record`` fills in what waits, ``of_stand`` changes one number, ``hand_over`` takes a proposal."""

    def listing(zoeker: Zoeker) -> Listing:
        def rows(_session: Session) -> Sequence[MaatRegel]:
            return [each for each in zoeker.begin().regels if each.peildatum or each.komend]

        def remarks(_session: Session, regels: Sequence[MaatRegel]) -> Sequence[str]:
            return _remarks(zoeker.found) if regels and zoeker.found else ()

        def detail(session: Session, regel: MaatRegel) -> Detail:
            assert zoeker.found is not None
            return _detail(session, regel, zoeker.found, hand_over, of_stand)

        return Listing(
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
            remarks=remarks,
            primary=record,
            detail=detail,
            identity=lambda regel: (regel.gemeente_id, regel.maat),
            empty=Empty(sentence=_EMPTY, begin=record),
        )

    return VraagScreen(listing, session, export)


def overdragen(session: Session, export: Export, hand_over: Command, record: Command) -> Screen:
    """The page with all proposals for the day."""

    def listing(zoeker: Zoeker) -> Listing:
        def rows(_session: Session) -> Sequence[Koppelvoorstel]:
            return zoeker.found.voorstellen if zoeker.found else ()

        def remarks(_session: Session, regels: Sequence[Koppelvoorstel]) -> Sequence[str]:
            return (_SEARCHING,) if zoeker.busy else (_REMARK,) if regels else ()

        return Listing(
            key="koppelvoorstellen",
            title=_("Overdragen"),
            manual="woonvormen",
            by_day=True,
            fields=KOPPELVOORSTEL,
            hidden=frozenset({"waarom"}),
            rows=rows,
            tables=TABLES,
            totals=sums("aantal"),
            above=DayLine,
            chips=(Chip(_("Tussen buren"), lambda regel: regel.buren),),
            remarks=remarks,
            commands=(hand_over,),
            detail=lambda _session, regel: _proposed(regel, hand_over),
            identity=lambda regel: (regel.maat, regel.van_id, regel.naar_id),
            empty=Empty(sentence=_NOTHING, begin=record),
        )

    return OverdragenScreen(listing, session, export)


def _proposed(regel: Koppelvoorstel, hand_over: Command) -> Detail:
    parts = [facts((KOPPELVOORSTEL[3],), regel), Part(title=_("Waarom"), lines=[Line(texts=(regel.waarom,))])]
    title = f"{regel.van} → {regel.naar}"
    return Detail(title=title, subtitle=MATEN[regel.maat], parts=parts, commands=(hand_over,))


def _detail(
    session: Session, regel: MaatRegel, found: VraagAanbod, hand_over: Command, of_stand: Sequence[Command]
) -> Detail:
    """What is on its way, who has it, what could be done, and what was told before."""
    parts = [facts(MAATREGEL[2:], regel)]
    if regel.uitleg:
        lines = [Line(texts=(sentence,)) for sentence in regel.uitleg]
        title = _("Wat komt, tot en met {dag}").format(dag=format_date(found.tot))
        parts.append(Part(title=title, lines=lines))
    parts += _neighbours(regel)
    if own := _about(regel, found):
        parts.append(_proposals(own, hand_over))
    larger = [each for each in found.mogelijkheden if (each.gemeente_id, each.maat) == (regel.gemeente_id, regel.maat)]
    if larger:
        sentence = _("Over voor {maat}: {n}. De tafel beslist of dat past.")
        lines = [
            Line(texts=(sentence.format(maat=MATEN[each.grotere_maat], n=format_number(each.over)),)) for each in larger
        ]
        parts.append(Part(title=_("Grotere woningen hier"), lines=lines))
    parts += [*_group(regel, found), _history(session, regel, of_stand)]
    return Detail(title=regel.gemeente, subtitle=MATEN[regel.maat], state=_state(regel), parts=parts)


def _about(regel: MaatRegel, found: VraagAanbod) -> list[Koppelvoorstel]:
    """The proposals in which a gemeente hands over or takes over households of that kind."""
    here = (regel.gemeente_id, regel.maat)
    return [each for each in found.voorstellen if here in {(each.van_id, each.maat), (each.naar_id, each.maat)}]


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
    known = sorted((each for each in standen if each.peildatum <= session.op), key=lambda each: each.peildatum)
    lines = [
        Line(texts=(format_date(each.peildatum),), note=_told(each), record=each) for each in reversed(known[-_MOST:])
    ]
    title = _("Per peildatum") if len(known) <= _MOST else _("De laatste peildatums tot deze dag")
    return Part(title=title, lines=lines, commands=commands, empty=_("Nog niets ingevuld."))


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
    groups = [each for each in found.delen if each.verschil > 0]
    short = [
        (_("{n} voor {personen}") if number else _("{n} voor {personen} personen")).format(
            n=format_number(each.verschil), personen=_PERSONEN[each.norm_sleutel]
        )
        for number, each in enumerate(groups)
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


def _kind(sleutel: str) -> Chip:
    return Chip(_PERSONEN[sleutel], lambda regel: regel.maat in KINDS[sleutel])


_PERSONEN = {VRAAG_KLEIN: _("1 of 2"), VRAAG_MIDDEN: _("3 tot en met 5"), VRAAG_GROOT: _("6 of meer")}
_EMPTY = _(
    "Vul in hoeveel huishoudens per gemeente op een woning wachten en hoeveel woningen vrij zijn, naar soort"
    " huishouden. Dan ziet u wat waar ontbreekt en welke buur het heeft."
)
_NOTHING = _(
    "Hier staat welke koppelingen gemeenten elkaar kunnen overdragen: wie een tekort heeft aan wie een woning over"
    " heeft. Zonder tekort, of zonder woning die over is, staat hier niets."
)
_SEARCHING = _("Het programma zoekt welke koppelingen kunnen worden overgedragen.")
_REMARK = _(
    "Dit is een voorstel; de gemeenten spreken het af, met het COA. Wat wacht en vrij is, verandert pas als u een"
    " nieuwe peildatum invult."
)
CHIPS = (
    Chip(_("Tekort"), lambda regel: bool(regel.tekort)),
    Chip(_("Over"), lambda regel: bool(regel.over)),
    _kind(VRAAG_KLEIN),
    _kind(VRAAG_MIDDEN),
    _kind(VRAAG_GROOT),
)
