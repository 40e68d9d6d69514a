"""How many places were in use: of one location, or of all that are open, in one table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from regietafel.actions import opvanglocaties as actions
from regietafel.catalog.opvang import BEZETTING, LOCATIEREGEL
from regietafel.domain.opvanglocatie import Bezetting
from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _, format_date
from regietafel.queries.locaties import LocatieRegel, locaties
from ui.kit.dialogs import EditDialog
from ui.kit.entry_dialog import EntryDialog
from ui.kit.entry_table import EntryModel
from ui.kit.screen import Command, Screen

_PEILDATUM, _BEZET, _BRON = BEZETTING


def record_all(screen: Screen, _record: object) -> None:
    """Of every location that is open on the day one looks at; an empty cell is not counted."""
    session = screen.session
    regels = [each for each in locaties(session.ledger, session.op) if each.is_open]
    if not regels:
        sentence = _(
            "Op {dag} is er geen open locatie. Kies een andere dag, of leg eerst vast dat een locatie open is."
        )
        raise RegietafelError(sentence.format(dag=format_date(session.op)))

    def save(shared: dict[str, Any], rows: Sequence[dict[str, Any]], agreed: bool) -> None:
        counts = [
            Bezetting(locatie_id=regel.id, bezet=row["bezet"], **shared)
            for regel, row in zip(regels, rows, strict=True)
            if "bezet" in row
        ]
        if not counts:
            raise RegietafelError(_("Vul bij ten minste één locatie in hoeveel plekken er bezet zijn."))
        actions.record_bezettingen(session.ledger, counts, toch=agreed)

    model = EntryModel(_FIXED, [_BEZET], regels, lambda _regel, _field: True)
    EntryDialog(
        _("Bezetting invullen"),
        (_PEILDATUM, _BRON),
        model,
        save,
        record={"peildatum": session.op},
        hint=_("Een lege cel telt niet mee."),
        parent=screen,
    ).exec()


def record_one(screen: Screen, regel: LocatieRegel) -> None:
    """Of this location."""
    session = screen.session

    def save(values: dict[str, Any], *, toch: bool = False) -> None:
        actions.record_bezettingen(session.ledger, [Bezetting(locatie_id=regel.id, **values)], toch=toch)

    EditDialog(
        _("Bezetting van {naam}").format(naam=regel.naam),
        BEZETTING,
        save,
        record={"peildatum": session.op},
        verb=_("Vastleggen"),
        insist=partial(save, toch=True),
        parent=screen,
    ).exec()


def remove(screen: Screen, bezetting: Bezetting) -> None:
    """Take out a count; the bar below offers to undo it."""
    actions.remove_bezetting(screen.session.ledger, bezetting)


def _column(name: str, label: str = "") -> Field:
    found = next(field for field in LOCATIEREGEL if field.name == name)
    return Field(name=name, label=label or found.label, kind=found.kind)


_FIXED = (_column("naam"), _column("gemeente"), _column("capaciteit"), _column("bezet", _("Vorige telling")))
ALL = Command(label=_("Bezetting invullen"), run=record_all, icon="table")
ONE = Command(label=_("Bezetting vastleggen"), run=record_one, icon="users")
OF_LINE = (Command(label=_("Verwijderen"), run=remove, icon="trash-2"),)
