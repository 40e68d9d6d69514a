"""Opvang on a day: opgave, realisatie and verschil per kind and gebied, beside what the own locations count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from regietafel.catalog.opvang import OPVANGREGEL, OPVANGSTAND, STANDSOORTEN
from regietafel.domain.opvang import GEMEENTE, LAND, PROVINCIE, VEILIGHEIDSREGIO
from regietafel.i18n import UNKNOWN, _, format_date, format_number
from regietafel.queries.opvang import gebied_naam, opvangcijfers
from regietafel.queries.opvangstand import REGIO, TABLES, TOTAAL, OpvangstandRegel, opvangstand, totalen
from regietafel.queries.opvanguitleg import VELDEN, uitleg
from ui.kit.cards import Card, State
from ui.kit.day_line import DayLine
from ui.kit.details import Detail, Line, Part
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.kit.tables import signs


@dataclass(frozen=True, kw_only=True)
class Rij(OpvangstandRegel):
    """A row, with what the published verschil differs from opgave − realisatie."""

    onverklaard: int | None

    @property
    def id(self) -> tuple[str, str]:
        """By which the row is found again."""
        return self.gebied, self.soort


def opvang_stand(session: Session, export: Export, primary: Command, stukken: Command) -> Screen:
    """The page; ``primary`` reads in a table, ``stukken`` makes the documents of that day."""
    chosen: dict[str, str] = {}

    def rows(session: Session) -> Sequence[Rij]:
        return rijen(session, chosen.get("soort", ""))

    def above(screen: ListScreen) -> DayLine:
        line = DayLine(screen)
        kinds = {label: soort for soort, label in STANDSOORTEN.items()}
        box = line.add_choice(_("Soort"), {_("Alle soorten"): "", **kinds})

        def choose() -> None:
            chosen["soort"] = box.currentData()
            screen.refresh()

        line.changed.connect(choose)
        line.add_commands((stukken,))
        return line

    listing = Listing(
        key="opvangstand",
        title=_("Opvang"),
        manual="opvang",
        by_day=True,
        fields=FIELDS,
        hidden=frozenset({"niveau", "uitruil", "bezet"}),
        rows=rows,
        tables=TABLES,
        tones={
            **signs("verschil"),
            "onverklaard": lambda rij: "behind" if rij.onverklaard else "",
        },
        chips=CHIPS,
        above=above,
        cards=lambda _session, rijen: cards(rijen),
        primary=primary,
        detail=detail,
        story=story,
        stories=VELDEN,
        empty=Empty(
            sentence=_(
                "Hier staat per soort opvang de opgave naast wat er is. Lees een tabel met opgave en realisatie in, of"
                " voeg bij Locaties toe waar er plekken zijn."
            ),
            begin=primary,
        ),
    )
    return ListScreen(listing, session, export)


def rijen(session: Session, soort: str) -> tuple[Rij, ...]:
    """Every gebied on the chosen day: each kind, or only this one, or the total."""
    regels = opvangstand(session.ledger, session.op)
    if soort:
        regels = totalen(regels) if soort == TOTAAL else tuple(each for each in regels if each.soort == soort)
    printed = {(each.gebied, each.soort): each.onverklaard for each in opvangcijfers(session.ledger, session.op)}
    return tuple(
        Rij(**{**vars(each), "naam": _naam(each)}, onverklaard=printed.get((each.gebied, each.soort)))
        for each in regels
    )


def cards(rijen: Sequence[OpvangstandRegel]) -> list[Card]:
    """The figures of the region, of the kinds that are shown."""
    own = next((each for each in totalen(rijen) if each.gebied == REGIO), None)
    if own is None:  # amv Nidos has no total
        own = next((each for each in rijen if each.gebied == REGIO), None)
    if own is None:
        return []
    raad = _("en {n} op een raadsbesluit").format(n=format_number(own.raadsbesluit)) if own.raadsbesluit else ""
    return [
        Card(label=_("Opgave"), figure=format_number(own.opgave), note=own.naam),
        Card(label=_("Realisatie"), figure=format_number(own.realisatie), note=_since(rijen)),
        Card(label=_("Verschil"), figure=_plain(own.verschil), state=_state(own.verschil), note=_partly(own)),
        Card(label=_("Eigen telling"), figure=format_number(own.eigen), note=raad),
    ]


def detail(_session: Session, rij: Rij) -> Detail:
    """One row: where we are, what counts apart, and where the published numbers come from."""
    return Detail(
        title=rij.naam,
        subtitle=STANDSOORTEN[rij.soort],
        state=_state(rij.verschil),
        parts=[
            _numbers(rij, ("opgave", "uitruil", "realisatie", "verschil"), _("Gepubliceerd")),
            _numbers(rij, ("eigen", "bezet", "met_norm", "raadsbesluit"), _("Locaties in dit bestand")),
            Part(
                title=_("Bronnen"),
                lines=[
                    Line(
                        texts=(LABELS[name], _("peildatum {dag}").format(dag=format_date(each.peildatum))),
                        note=each.bron,
                    )
                    for name, each in rij.bronnen.items()
                ],
                empty=_("Hiervan is niets gepubliceerd."),
            ),
        ],
    )


def story(session: Session, rij: Rij | None, veld: str) -> Detail:
    """What a number is made of."""
    assert rij is not None  # the list has no totals
    found = uitleg(session.ledger, session.op, rij, veld)
    part = Part(
        title=_number(veld, found.aantal),
        headings=(_("Waar komt dit vandaan?"), _("Aantal")),
        right=frozenset({1}),
        lines=[Line(texts=(each.wat, _number(veld, each.aantal)), note=each.noot) for each in found.onderdelen],
        empty=_("Hiervan staat niets in dit bestand."),
    )
    return Detail(title=found.titel, subtitle=found.zin, parts=[part])


def _numbers(rij: Rij, names: Sequence[str], title: str) -> Part:
    lines = [Line(texts=(LABELS[name], _number(name, getattr(rij, name)))) for name in names]
    return Part(title=title, lines=lines, right=frozenset({1}))


def _number(veld: str, aantal: int | None) -> str:
    return next(field for field in FIELDS if field.name == veld).format(aantal)


def _plain(verschil: int | None) -> str:
    return UNKNOWN if verschil is None else format_number(abs(verschil))


def _partly(regel: OpvangstandRegel) -> str:
    """That a total leaves out kinds of which one of the two is not known."""
    if regel.opgave is None or regel.realisatie is None:
        return ""
    whole = regel.opgave + regel.uitruil - regel.realisatie == regel.verschil
    return "" if whole else _("waar beide bekend zijn")


def _naam(regel: OpvangstandRegel) -> str:
    """What it is called; Groningen is a provincie and a veiligheidsregio."""
    return gebied_naam(regel.gebied) if regel.niveau in (PROVINCIE, VEILIGHEIDSREGIO) else regel.naam


def _since(rijen: Sequence[OpvangstandRegel]) -> str:
    """The day or the days of what is published of the region."""
    days = {
        herkomst.peildatum
        for each in rijen
        if each.gebied == REGIO
        for name, herkomst in each.bronnen.items()
        if name == "realisatie"
    }
    if not days:
        return _("niet gepubliceerd")
    return _("peildatum {dag}").format(dag=format_date(days.pop())) if len(days) == 1 else _("verschillende peildata")


def _state(verschil: int | None) -> State | None:
    """How a verschil is said: shape, word and tone."""
    if verschil is None:
        return None
    if verschil == 0:
        return State("●", _("gelijk"), "level")
    return State("▲", _("te weinig"), "behind") if verschil > 0 else State("▼", _("meer dan gevraagd"), "ahead")


def _of(niveau: str, label: str) -> Chip:
    return Chip(label, lambda rij: rij.niveau == niveau)


CHIPS = (
    _of(REGIO, _("Regio")),
    _of(VEILIGHEIDSREGIO, _("Veiligheidsregio’s")),
    _of(PROVINCIE, _("Provincies")),
    _of(LAND, _("Land")),
    _of(GEMEENTE, _("Gemeenten")),
)
FIELDS = (*OPVANGSTAND, next(field for field in OPVANGREGEL if field.name == "onverklaard"))
LABELS: Mapping[str, Any] = {field.name: field.label for field in FIELDS}
