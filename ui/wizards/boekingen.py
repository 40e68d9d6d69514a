"""What is booked for one gemeente in the chosen periode: realisatie, beginstand, correctie. Each a form of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from regietafel import catalog
from regietafel.actions import boekingen
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie
from regietafel.fields import Field
from regietafel.i18n import UNKNOWN, _, format_date, today
from regietafel.ledger import Ledger
from regietafel.queries.stand import StandRegel
from regietafel.queries.vergelijking import Verschil
from ui.kit.details import Line, Part
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


def record_realisatie(screen: Screen, regel: StandRegel) -> None:
    """A count on a peildatum; the form starts with the peildatum and source that were used last."""
    known = screen.session.ledger.realisaties.where(periode=screen.session.periode)
    last = max(known, key=lambda each: each.peildatum, default=None)
    _book(
        screen,
        _("Realisatie van {naam}").format(naam=regel.gemeente),
        catalog.REALISATIE,
        {"peildatum": last.peildatum, "bron": last.bron} if last else {},
        lambda ledger, values: boekingen.record_realisatie(ledger, Realisatie(**_of(screen, regel), **values)),
    )


def record_beginstand(screen: Screen, regel: StandRegel) -> None:
    """What the gemeente starts the periode with."""
    found = screen.session.ledger.beginstanden.find(**_of(screen, regel))
    _book(
        screen,
        _("Beginstand van {naam}").format(naam=regel.gemeente),
        catalog.BEGINSTAND,
        {"aantal": regel.beginstand, "bron": found.bron if found else ""},
        lambda ledger, values: boekingen.record_beginstand(ledger, Beginstand(**_of(screen, regel), **values)),
    )


def record_correctie(screen: Screen, regel: StandRegel) -> None:
    """A change of the opgave, with its reason."""
    _book(
        screen,
        _("Correctie voor {naam}").format(naam=regel.gemeente),
        catalog.CORRECTIE,
        {"datum": today()},
        lambda ledger, values: boekingen.record_correctie(ledger, Correctie(**_of(screen, regel), **values)),
    )


def correct(screen: Screen, verschil: Verschil) -> None:
    """A correctie that makes the own opgave what COA says, to be explained before it is booked."""
    proposal = {
        "aantal": verschil.onverklaard or verschil.verschil,
        "datum": verschil.peildatum,  # dated later it would not count in the comparison
        "bron": _("COA-overzicht, peildatum {datum}").format(datum=format_date(verschil.peildatum)),
    }
    _book(
        screen,
        _("Correctie voor {naam}").format(naam=verschil.gemeente),
        catalog.CORRECTIE,
        proposal,
        lambda ledger, values: boekingen.record_correctie(ledger, Correctie(**_of(screen, verschil), **values)),
    )


def take_over(screen: Screen, verschil: Verschil) -> None:
    """Book COA's realisatie or beginstand as the own; the bar below offers to undo it."""
    ledger, which = screen.session.ledger, _of(screen, verschil)
    bron = _("COA-overzicht, peildatum {datum}").format(datum=format_date(verschil.peildatum))
    if verschil.veld == "realisatie":
        made = Realisatie(peildatum=verschil.peildatum, aantal=verschil.coa, bron=bron, **which)
        boekingen.record_realisatie(ledger, made)
    else:
        boekingen.record_beginstand(ledger, Beginstand(aantal=verschil.coa, bron=bron, **which))


def remove(screen: Screen, record: Realisatie | Beginstand | Correctie) -> None:
    """Take out what was booked by mistake; the bar below offers to undo it."""
    ledger = screen.session.ledger
    if isinstance(record, Realisatie):
        boekingen.remove_realisatie(ledger, record)
    elif isinstance(record, Beginstand):
        boekingen.remove_beginstand(ledger, record)
    else:
        boekingen.remove_correctie(ledger, record)


REALISATIE = Command(label=_("Realisatie invullen"), run=record_realisatie, icon="pencil", keys="F2")
BEGINSTAND = Command(label=_("Beginstand invullen"), run=record_beginstand)
CORRECTIE = Command(label=_("Correctie boeken"), run=record_correctie)
COMMANDS = (REALISATIE, BEGINSTAND, CORRECTIE)
OF_COA = (
    Command(
        label=_("Getal van het COA overnemen"),
        run=take_over,
        icon="check",
        allowed=lambda verschil: bool(verschil.verschil) and verschil.veld in ("realisatie", "beginstand"),
        refusal=_("Alleen een andere realisatie of beginstand kunt u overnemen."),
    ),
    Command(
        label=_("Correctie boeken"),
        run=correct,
        icon="pencil",
        allowed=lambda verschil: bool(verschil.verschil) and verschil.veld in ("opgave", "saldo"),
        refusal=_("Een correctie boekt u op een opgave of saldo dat verschilt."),
    ),
)
_REMOVE = (Command(label=_("Verwijderen"), run=remove, icon="trash-2"),)


def booked(session: Session, gemeente_id: int) -> list[Part]:
    """What was booked before, newest first, each with a way to take it out."""
    which = {"gemeente_id": gemeente_id, "periode": session.periode}
    ledger = session.ledger
    return [
        _part(_("Realisatie"), catalog.REALISATIE, [*ledger.realisaties.where(**which)]),
        _part(_("Beginstand"), catalog.BEGINSTAND, [*ledger.beginstanden.where(**which)]),
        _part(_("Correcties"), catalog.CORRECTIE[:3], [*ledger.correcties.where(**which)]),
    ]


def _part(title: str, fields: Sequence[Field], records: Sequence[Any]) -> Part:
    return Part(
        title=title,
        headings=tuple(field.label for field in fields),
        lines=[
            Line(texts=tuple(field.show(record) or UNKNOWN for field in fields), record=record)
            for record in reversed(records)
        ],
        right=frozenset(place for place, field in enumerate(fields) if field.kind.numeric),
        commands=_REMOVE,
        empty=_("Niets geboekt."),
    )


def _of(screen: Screen, regel: StandRegel | Verschil) -> dict[str, Any]:
    return {"gemeente_id": regel.gemeente_id, "periode": screen.session.periode}


def _book(
    screen: Screen,
    title: str,
    fields: Sequence[Field],
    proposal: Mapping[str, Any],
    save: Callable[[Ledger, dict[str, Any]], object],
) -> None:
    from ui.kit.dialogs import EditDialog  # only now: the first page is up sooner

    ledger = screen.session.ledger
    EditDialog(title, fields, lambda values: save(ledger, values), record=proposal, parent=screen).exec()
