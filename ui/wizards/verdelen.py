"""What the verdeelsleutel divides by: inhabitants of a gemeente by hand, and mergers. Each a form of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from regietafel import catalog
from regietafel.actions import inwoners as actions
from regietafel.domain.inwoners import Herindeling, Inwoners
from regietafel.i18n import _, format_date
from regietafel.queries.inwoners import find_gm_code, gemeente_namen, landelijke_inwoners
from ui.kit.details import Line, Part
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

TABLES = frozenset({"inwoners", "herindeling", "gemeente"})


def edit_inwoners(screen: Screen, regel: Any) -> None:
    """The inhabitants on the day that counts in the chosen periode; ``regel`` names a gemeente (``gm_code``)."""
    ledger, periode = screen.session.ledger, screen.session.periode
    # Its own, without those of a gemeente that merges into it.
    known = {each.gm_code: each for each in landelijke_inwoners(ledger, periode).regels}.get(regel.gm_code)
    proposal = {
        "peildatum": periode.inwoners_peildatum,
        "aantal": known.inwoners if known else None,
        "bron": known.bron if known and known.ingevuld else "",
    }

    def save(values: dict[str, Any]) -> None:
        actions.record_inwoners(ledger, Inwoners(gm_code=regel.gm_code, **values))

    _ask(screen, _("Inwoners van {naam}").format(naam=regel.gemeente), catalog.INWONERS[1:], save, proposal)


def remove_inwoners(screen: Screen, inwoners: Inwoners) -> None:
    """What ships with the program counts again; the bar below offers to undo it."""
    actions.remove_inwoners(screen.session.ledger, inwoners)


def add_herindeling(screen: Screen, regel: Any) -> None:
    """A merger of the gemeente that ``regel`` is about."""
    _edit_herindeling(screen, {"oud": regel.gemeente}, None)


def edit_herindeling(screen: Screen, herindeling: Herindeling) -> None:
    """Another gemeente or another day."""
    namen = gemeente_namen(screen.session.ledger)
    said = {name: namen.get(code, code) for name, code in (("oud", herindeling.oud), ("nieuw", herindeling.nieuw))}
    _edit_herindeling(screen, {**vars(herindeling), **said}, herindeling.id)


def remove_herindeling(screen: Screen, herindeling: Herindeling) -> None:
    """The gemeente counts by itself again; the bar below offers to undo it."""
    actions.remove_herindeling(screen.session.ledger, herindeling)


def known_of(session: Session, gm_code: str) -> list[Part]:
    """What this file knows of a gemeente's inhabitants and mergers, each with what can be done about it."""
    ledger, namen = session.ledger, gemeente_namen(session.ledger)
    entered = sorted(ledger.inwoners.where(gm_code=gm_code), key=lambda each: each.peildatum, reverse=True)
    mergers = [each for each in ledger.herindelingen if gm_code in (each.oud, each.nieuw)]
    fields = catalog.INWONERS[1:3]
    inwoners = Part(
        title=_("Ingevulde inwoners"),
        headings=tuple(field.label for field in fields),
        lines=[
            Line(texts=tuple(field.show(each) for field in fields), note=each.bron, record=each) for each in entered
        ],
        right=frozenset({1}),
        commands=(Command(label=_("Verwijderen"), run=remove_inwoners, icon="trash-2"),),
        empty=_("Niets ingevuld; het meegeleverde aantal telt."),
    )
    herindelingen = Part(
        title=_("Herindelingen"),
        headings=(_("Wat"), _("Vanaf")),
        lines=[
            Line(
                texts=(
                    _("{oud} gaat op in {nieuw}").format(
                        oud=namen.get(each.oud, each.oud), nieuw=namen.get(each.nieuw, each.nieuw)
                    ),
                    format_date(each.datum),
                ),
                note=each.bron,
                record=each,
            )
            for each in mergers
        ],
        right=frozenset({1}),
        commands=(
            Command(label=_("Wijzigen"), run=edit_herindeling, icon="pencil"),
            Command(label=_("Verwijderen"), run=remove_herindeling, icon="trash-2"),
        ),
        empty=_("Geen."),
    )
    return [inwoners, herindelingen]


def _edit_herindeling(screen: Screen, proposal: dict[str, Any], id: int | None) -> None:
    ledger = screen.session.ledger

    def save(values: dict[str, Any]) -> None:
        codes = {name: find_gm_code(ledger, values[name]) for name in ("oud", "nieuw")}
        actions.edit_herindeling(ledger, replace(Herindeling(**values | codes), id=id))

    _ask(screen, _("Herindeling wijzigen") if id else _("Herindeling toevoegen"), catalog.HERINDELING, save, proposal)


def _ask(screen: Screen, title: str, fields: Any, save: Any, proposal: dict[str, Any]) -> None:
    from ui.kit.dialogs import EditDialog  # only now: the first page is up sooner

    EditDialog(title, fields, save, record=proposal, parent=screen).exec()


COMMANDS = (
    Command(label=_("Inwoners wijzigen"), run=edit_inwoners, icon="pencil", keys="F2"),
    Command(label=_("Herindeling toevoegen"), run=add_herindeling, icon="plus"),
)
