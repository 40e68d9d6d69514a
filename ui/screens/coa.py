"""COA's list beside the own administration: each difference with its cause, and what one can do about it."""

from __future__ import annotations

from collections.abc import Sequence

from regietafel import catalog
from regietafel.actions.overzicht import remove_overzicht
from regietafel.i18n import _, format_change, format_date, format_number
from regietafel.queries import rekening
from regietafel.queries.vergelijking import (
    CoaLijst,
    Vergelijking,
    Verschil,
    lijsten,
    melding,
    overzicht,
    samenvatting,
    vergelijk,
)
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.dialogs import show_text
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.picker import Picker
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


def coa_overzicht(session: Session, export: Export, primary: Command, commands: Sequence[Command]) -> Screen:
    """The page; ``primary`` reads in a list, ``commands`` book what follows from a difference."""
    picker = Picker(_("Peildatum"), _list_text)
    offered = (*commands, TELL)

    def compared() -> Vergelijking | None:
        chosen: CoaLijst | None = picker.current
        if chosen is None:
            return None
        printed = overzicht(session.ledger, session.periode, chosen.peildatum)
        return vergelijk(session.ledger, session.periode, chosen.peildatum, printed)

    def rows(session: Session) -> Sequence[Verschil]:
        picker.offer(lijsten(session.ledger, session.periode))
        found = compared()
        return sorted(found.regels, key=lambda regel: not regel.verschil) if found else ()

    def remarks(_session: Session, _records: Sequence[Verschil]) -> list[str]:
        found = compared()
        return [samenvatting(found)] if found else []

    listing = Listing(
        key="coa",
        title=_("COA-overzicht"),
        manual="coa",
        by_periode=True,
        fields=catalog.VERSCHIL,
        rows=rows,
        tables=TABLES,
        identity=lambda verschil: (verschil.gemeente_id, verschil.veld),
        tones={"onverklaard": lambda verschil: "behind" if verschil.onverklaard else ""},
        chips=CHIPS,
        above=lambda _screen: picker,
        remarks=remarks,
        primary=primary,
        commands=offered,
        detail=lambda _session, verschil: detail(offered, verschil),
        empty=Empty(
            sentence=_(
                "Lees het overzicht van voor- en achterstanden van het COA in. Het komt naast uw eigen cijfers te"
                " staan, met bij elk verschil de oorzaak; er wordt niets overschreven."
            ),
            begin=primary,
        ),
    )
    screen = ListScreen(listing, session, export)
    picker.picked.connect(screen.refresh)
    picker.add(screen, (REMOVE,))
    return screen


def tell_coa(screen: Screen, verschil: Verschil) -> None:
    """Show the message to COA, to copy or to open in the mail program."""
    table = screen.session.ledger.regio.find()
    show_text(screen, _("Melding aan het COA"), melding(verschil, table.naam if table else ""))


def remove(screen: Screen, lijst: CoaLijst) -> None:
    """Take out a list; the bar below offers to undo it."""
    remove_overzicht(screen.session.ledger, screen.session.periode, lijst.peildatum)


def detail(commands: Sequence[Command], verschil: Verschil) -> Detail:
    """The number, and what explains it."""
    causes = Part(
        title=_("Oorzaak"),
        lines=[Line(texts=(each.zin, format_change(each.aantal))) for each in verschil.oorzaken],
        headings=(_("Wat het verklaart"), _("Aantal")),
        right=frozenset({1}),
        empty=verschil.uitleg or _("De getallen zijn gelijk."),
    )
    parts = [facts(catalog.VERSCHIL[1:6], verschil), causes]
    return Detail(title=verschil.gemeente, subtitle=verschil.label, parts=parts, commands=commands)


def _list_text(lijst: CoaLijst) -> str:
    count = _("{n} gemeenten").format(n=format_number(lijst.gemeenten))
    return " · ".join(filter(None, (format_date(lijst.peildatum), count, lijst.bron)))


def _differs(verschil: Verschil) -> bool:
    return bool(verschil.verschil)


TELL = Command(
    label=_("Melden aan het COA"),
    run=tell_coa,
    icon="mail",
    changes=False,
    allowed=_differs,
    refusal=_("Dit getal is gelijk; er is niets te melden."),
)
REMOVE = Command(label=_("Verwijderen"), run=remove, icon="trash-2")
CHIPS = (
    Chip(_("Verschillen"), _differs),
    Chip(_("Onverklaard"), lambda verschil: bool(verschil.onverklaard)),
)
TABLES = rekening.TABLES | {"overzichtregel"}
