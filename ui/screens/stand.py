"""Where the table stands in the chosen periode: four figures, and every gemeente, each number with its story."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from regietafel import catalog
from regietafel.fields import Field, Kind
from regietafel.i18n import UNKNOWN, _, format_change, format_date, format_number
from regietafel.queries import rekening
from regietafel.queries.herkomst import VELDEN, HerkomstRegel, herkomst
from regietafel.queries.herverdelingen import herverdelingen
from regietafel.queries.stand import StandRegel, sum_up
from regietafel.queries.stand import remarks as about_stand
from regietafel.queries.stand import stand as query_stand
from regietafel.queries.taakstellingen import versies
from ui.kit.cards import Card, State
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

Booked = Callable[[Session, int], Sequence[Part]]
SUMS = (
    *("taakstelling", "herverdeling", "beginstand", "begin_verschil", "correctie"),
    *("opgave", "realisatie", "saldo", "in_voorbereiding"),
)


def stand(session: Session, export: Export, primary: Command, commands: Sequence[Command], booked: Booked) -> Screen:
    """The page; ``primary`` reads in a list, ``commands`` book for a gemeente, ``booked`` shows what was."""

    def detail(session: Session, regel: StandRegel) -> Detail:
        parts = [facts(FIELDS[1:9], regel)]
        if regel.gemeente_id is not None:
            parts += booked(session, regel.gemeente_id)
        return Detail(title=regel.gemeente, state=state(regel.saldo), parts=parts, commands=commands)

    listing = Listing(
        key="stand",
        title=_("Stand"),
        manual="overzicht",
        by_periode=True,
        fields=FIELDS,
        hidden=frozenset({"in_voorbereiding", "begin_verschil"}),
        rows=rows,
        tables=TABLES,
        totals=totals,
        tones={"saldo": lambda regel: _state_tone(regel.saldo)},
        story=story,
        stories=frozenset(VELDEN),
        identity=lambda regel: regel.gemeente_id,
        cards=cards,
        remarks=remarks,
        chips=CHIPS,
        primary=primary,
        commands=commands,
        detail=detail,
        empty=Empty(
            sentence=_(
                "Van dit halfjaar is nog geen taakstelling bekend. Staat ze erin, dan ziet u hier per gemeente wat zij"
                " moet huisvesten en hoe ver zij is."
            ),
            begin=Command(label=_("Naar Taakstelling"), run=_go_to_taakstelling, changes=False),
        ),
    )
    return ListScreen(listing, session, export)


def state(saldo: int | None) -> State | None:
    """How a saldo is said: shape, word and tone; nothing when it is unknown."""
    if saldo is None:
        return None
    if saldo == 0:
        return State("●", _("gehaald"), "level")
    return State("▲", _("nog te huisvesten"), "behind") if saldo > 0 else State("▼", _("voorsprong"), "ahead")


def rows(session: Session) -> Sequence[StandRegel]:
    """The members; nobody when nothing is known of the periode."""
    regels = query_stand(session.ledger, session.periode).regels
    return regels if any(_is_known(regel) for regel in regels) else ()


def story(session: Session, regel: StandRegel | None, veld: str) -> Detail:
    """The rows a number is made of, each with its source and who wrote it; of the total when there is no row."""
    origin = herkomst(session.ledger, session.periode, regel.gemeente_id if regel else None, veld)
    lines = [
        Line(
            texts=(each.wat, format_change(each.aantal) if each.telt else f"({format_number(each.aantal)})"),
            depth=each.diepte,
            quiet=not each.telt,
            note=" · ".join(filter(None, (each.bron, each.handeling, _when(each)))),
        )
        for each in origin.regels
    ]
    part = Part(
        title=format_number(origin.aantal),
        headings=(_("Waar komt dit vandaan?"), _("Aantal")),
        right=frozenset({1}),
        lines=lines,
        empty=_("Hiervan staat niets in dit bestand."),
    )
    return Detail(title=origin.titel, subtitle=origin.zin, parts=[part])


def _when(regel: HerkomstRegel) -> str:
    return f"{regel.gebruiker}, {regel.tijd:%d-%m-%Y %H:%M}" if regel.tijd else ""


def totals(regels: Sequence[StandRegel]) -> dict[str, int | None]:
    """The totals row, of what is shown."""
    totaal = sum_up(regels)
    return {name: getattr(totaal, name) for name in SUMS}


def cards(session: Session, regels: Sequence[StandRegel]) -> list[Card]:
    """The four figures that matter."""
    if not regels:
        return []
    totaal = sum_up(regels)
    published = versies(session.ledger, session.periode)
    datum = _("versie van {datum}").format(datum=format_date(published[0].datum)) if published else ""
    return [
        Card(label=_("Taakstelling"), figure=format_number(totaal.taakstelling), note=datum),
        Card(label=_("Opgave"), figure=format_number(totaal.opgave), note=_opgave_note(totaal)),
        Card(label=_("Realisatie"), figure=format_number(totaal.realisatie), note=_peildatum_note(regels, totaal)),
        Card(label=_("Saldo"), figure=format_number(totaal.saldo), note=_share_note(regels), state=state(totaal.saldo)),
    ]


def remarks(session: Session, regels: Sequence[StandRegel]) -> list[str]:
    """What one must know to read the figures well."""
    said: list[str] = []
    published = versies(session.ledger, session.periode)
    if len(published) > 1:
        text = _("De taakstelling is herzien: de versie van {nieuw} geldt, in plaats van die van {oud}.")
        said.append(text.format(nieuw=format_date(published[0].datum), oud=format_date(published[1].datum)))
    waiting = [each for each in herverdelingen(session.ledger, session.periode) if each.stand.loopt]
    if waiting:
        text = _("In voorbereiding, telt nog niet mee: {welke}.")
        said.append(text.format(welke="; ".join(f"{each.kenmerk} ({each.samenvatting})" for each in waiting)))
    return [*said, *about_stand(session.ledger, session.periode, regels)]


def _is_known(regel: StandRegel) -> bool:
    known = (regel.taakstelling, regel.realisatie, regel.beginstand)
    return any(number is not None for number in known) or bool(regel.correctie)


def _opgave_note(totaal: StandRegel) -> str:
    """What makes the opgave differ from the taakstelling."""
    parts = {
        _("herverdeling"): totaal.herverdeling,
        _("beginstand"): totaal.beginstand or 0,
        _("correctie"): totaal.correctie,
    }
    said = [f"{name} {format_change(number)}" for name, number in parts.items() if number]
    return ", ".join(said) or _("gelijk aan de taakstelling")


def _peildatum_note(regels: Sequence[StandRegel], totaal: StandRegel) -> str:
    unknown = sum(regel.realisatie is None for regel in regels)
    if unknown == len(regels):
        return _("nog niet ingevuld")
    if unknown:
        return _("van {n} gemeenten onbekend").format(n=unknown)
    if totaal.peildatum is None:
        return _("verschillende peildata")
    return _("peildatum {datum}").format(datum=format_date(totaal.peildatum))


def _share_note(regels: Sequence[StandRegel]) -> str:
    """The realisatie as a share of the opgave, or why there is no saldo."""
    if unknown := sum(regel.saldo is None for regel in regels):
        return _("{n} van {all} gemeenten onbekend").format(n=unknown, all=len(regels))
    opgave, realisatie = (sum(getattr(regel, name) for regel in regels) for name in ("opgave", "realisatie"))
    if opgave <= 0:
        return ""
    share = (200 * realisatie + opgave) // (2 * opgave)  # rounded, in whole numbers
    return _("{n} % van de opgave gehuisvest").format(n=format_number(share))


def _state_text(saldo: int | None) -> str:
    return str(state(saldo) or UNKNOWN)


def _state_tone(saldo: int | None) -> str:
    found = state(saldo)
    return found.tone if found else ""


def _go_to_taakstelling(screen: Screen, _record: object) -> None:
    screen.session.page_requested.emit("taakstelling/" + _("Versies"))


CHIPS = (
    Chip(_("Nog te huisvesten"), lambda regel: regel.saldo is not None and regel.saldo > 0),
    Chip(_("Voorsprong"), lambda regel: regel.saldo is not None and regel.saldo < 0),
    Chip(_("Onbekend"), lambda regel: regel.saldo is None),
)
FIELDS = (
    *catalog.STAND[:9],
    Field(name="saldo", label=_("Stand"), kind=Kind(format=_state_text, parse=str)),
    *catalog.STAND[9:],
)
TABLES = rekening.TABLES
