"""What waits for a home and what is free, typed per gemeente and kind of household; and a koppeling handed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from regietafel.actions import woonprojecten as actions
from regietafel.actions.koppelingen import record_koppelingen
from regietafel.catalog.koppeling import koppeling_velden
from regietafel.catalog.vraag import MAATREGEL
from regietafel.catalog.woonvorm import KOPPELSTAND, MATEN
from regietafel.domain.koppeling import Koppelingoverdracht
from regietafel.domain.woonproject import Koppelstand
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.planning.koppelvoorstel import Koppelvoorstel
from regietafel.planning.vraag_aanbod import zonder_voorstellen
from ui.kit.dialogs import EditDialog
from ui.kit.entry_dialog import EntryDialog
from ui.kit.entry_table import EntryModel
from ui.kit.inputs import by_name
from ui.kit.screen import Command, Screen

_PEILDATUM, _MAAT, _HUISHOUDENS, _WONINGEN, _BRON = KOPPELSTAND
_GROOTTE: Mapping[str, int] = {"alleen": 1, "duo": 2, "6": 6, "amv": 1}  # where the kind tells how many persons


def record_all(screen: Screen, _record: object) -> None:
    """Of every gemeente and kind on one peildatum; a row that is left empty is not told."""
    session = screen.session
    ledger, regels = session.ledger, zonder_voorstellen(session.ledger, session.op).regels

    def save(shared: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], _agreed: bool) -> None:
        standen = []
        for regel, row in zip(regels, rows, strict=True):
            if row:
                key = {"gemeente_id": regel.gemeente_id, "maat": regel.maat, "peildatum": shared["peildatum"]}
                known = ledger.koppelstanden.find(**key) or Koppelstand(**key)
                standen.append(replace(known, bron=shared["bron"], **row))
        if not standen:
            raise RegietafelError(_("Vul bij ten minste één gemeente in hoeveel er wachten of vrij zijn."))
        actions.record_koppelstanden(ledger, standen)

    gemeente, maat, huishoudens, vrij, *_rest = MAATREGEL
    before = replace(huishoudens, label=_("Wachtten")), replace(vrij, label=_("Vrij"))
    inputs = [replace(each, required=False) for each in (_HUISHOUDENS, _WONINGEN)]
    model = EntryModel([gemeente, maat, *before], inputs, regels, lambda _regel, _field: True)
    EntryDialog(
        _("Koppelingen en vrije woningen invullen"),
        (_PEILDATUM, _BRON),
        model,
        save,
        record={"peildatum": session.op},
        hint=_("Huishoudens die op een woning wachten, en woningen die vrij zijn. Een lege regel telt niet mee."),
        parent=screen,
    ).exec()


def edit(screen: Screen, stand: Koppelstand) -> None:
    """Change what was told of one kind of household on a day."""
    ledger = screen.session.ledger

    def save(values: dict[str, Any]) -> None:
        actions.record_koppelstanden(ledger, [replace(stand, **values)])

    fields = (_HUISHOUDENS, _WONINGEN, _BRON)
    EditDialog(_("Koppelingen wijzigen"), fields, save, record=stand, parent=screen).exec()


def remove(screen: Screen, stand: Koppelstand) -> None:
    """Take it out; the bar below offers to undo it."""
    actions.remove_koppelstand(screen.session.ledger, stand)


def hand_over(screen: Screen, voorstel: Koppelvoorstel) -> None:
    """Record a proposed overdracht as it was agreed: the same dialog as at Koppelingen, filled in."""
    session = screen.session
    gemeenten = by_name(session.ledger.gemeenten)
    begin = {
        "van_id": voorstel.van_id,
        "naar_id": voorstel.naar_id,
        "datum": session.op,
        "aantal": voorstel.aantal,
        "grootte": _GROOTTE.get(voorstel.maat),
        "toelichting": _("Huishouden: {maat}.").format(maat=MATEN[voorstel.maat]),
    }

    def save(values: dict[str, Any]) -> None:
        record_koppelingen(session.ledger, Koppelingoverdracht(**values))

    title = _("Koppelingen overdragen")
    fields = koppeling_velden(gemeenten)
    EditDialog(title, fields, save, record=begin, verb=_("Vastleggen"), parent=screen).exec()


RECORD = Command(label=_("Koppelingen invullen"), run=record_all, icon="table")
HAND_OVER = Command(label=_("Overdracht vastleggen"), run=hand_over, icon="arrow-left-right")
OF_LINE = (
    Command(label=_("Wijzigen"), run=edit, icon="pencil"),
    Command(label=_("Verwijderen"), run=remove, icon="trash-2"),
)
