"""A point of an agenda: added, changed, given a subpoint, taken off; the points that come by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from regietafel.actions import agenda as actions
from regietafel.catalog.overleg import PUNT
from regietafel.domain.agenda import BESPREKING, VERSLAG, Agendapunt
from regietafel.fields import Field
from regietafel.i18n import UNKNOWN, _, format_date, shorten, sort_key, today
from regietafel.ledger import Ledger
from regietafel.queries.agenda import PuntRegel
from regietafel.queries.overleggen import OverlegRegel
from regietafel.queries.verslag import open_acties
from ui.kit.dialogs import EditDialog
from ui.kit.ordered_table import follow
from ui.kit.screen import Command, Screen
from ui.wizards import overleg_bijlagen
from ui.wizards.overleg import OVERLEGGEN

_LONGEST = 90  # characters of what one chooses from


def add(screen: Screen, regel: OverlegRegel) -> None:
    """A new point; it comes before what closes the agenda."""
    begin = {"soort": BESPREKING, "deel": ""}
    _edit(screen, Agendapunt(overleg_id=regel.id, titel="-"), _("Agendapunt toevoegen"), begin)


def add_sub(screen: Screen, punt: PuntRegel) -> None:
    """A new subpoint of the point, or of the point it is a subpoint of."""
    head = punt.hoofdpunt_id or punt.id
    overleg_id = screen.session.ledger.agendapunten.get(punt.id).overleg_id
    begin = {"soort": punt.soort, "hoofdpunt_id": head, "deel": ""}
    _edit(screen, Agendapunt(overleg_id=overleg_id, titel="-"), _("Subpunt toevoegen"), begin)


def edit(screen: Screen, punt: PuntRegel) -> None:
    """Change what is asked, for how long, by whom, and what it is about."""
    old = screen.session.ledger.agendapunten.get(punt.id)
    _edit(screen, old, _("Agendapunt {nummer} wijzigen").format(nummer=punt.nummer), old)


def remove(screen: Screen, punt: PuntRegel) -> None:
    """Take it off, with its subpoints and annexes; the bar below offers to undo it."""
    ledger = screen.session.ledger
    actions.remove_punt(ledger, ledger.agendapunten.get(punt.id))


def open_verslag(screen: Screen, punt: PuntRegel) -> None:
    """Go to the meeting whose list is to be adopted at the point."""
    about = screen.session.ledger.agendapunten.get(punt.id).verslag_van_id
    screen.session.record_requested.emit(OVERLEGGEN, about)


def fill(screen: Any, regel: OverlegRegel) -> None:
    """Add what comes on this agenda by itself and is not there; say so when nothing is missing."""
    before = len([*screen.session.ledger.agendapunten.where(overleg_id=regel.id)])
    actions.fill_agenda(screen.session.ledger, regel.id)
    if len([*screen.session.ledger.agendapunten.where(overleg_id=regel.id)]) == before:
        sentence = _("De vaste punten, het vorige verslag en wat terugkomt staan al op de agenda.")
        screen.notice.say(sentence)


def _edit(screen: Screen, punt: Agendapunt, title: str, begin: Any) -> None:
    ledger, made = screen.session.ledger, punt.id is None

    def save(values: dict[str, Any]) -> None:
        saved = actions.save_punt(ledger, replace(punt, **values))
        follow(screen, saved.id)

    verb = _("Toevoegen") if made else ""
    EditDialog(title, _fields(ledger, punt), save, record=begin, verb=verb, parent=screen).exec()


def _fields(ledger: Ledger, punt: Agendapunt) -> list[Field]:
    """What one fills in; to be linked to it is offered what there is."""
    fields = [each for each in PUNT if each.name != "deel" or not punt.verslag_van_id]
    deel = next((each for each in fields if each.name == "deel"), None)
    if deel:
        usual = {label: key for label, key in (deel.choices or {}).items() if key != VERSLAG or punt.deel == VERSLAG}
        fields[fields.index(deel)] = replace(deel, choices=usual)
    linked = [
        Field(name=name, label=label, choices={UNKNOWN: None, **known})
        for name, label, known in (
            ("hoofdpunt_id", _("Subpunt van"), _heads(ledger, punt)),
            ("herverdeling_id", _("Gaat over de herverdeling"), _named(ledger.herverdelingen, "kenmerk")),
            ("locatie_id", _("Gaat over de locatie"), _named(ledger.opvanglocaties)),
            ("project_id", _("Gaat over het project"), _named(ledger.woonprojecten)),
            ("actie_id", _("Gaat over de actie"), _acties(ledger, punt)),
        )
        if known
    ]
    place = next(n for n, each in enumerate(fields) if each.name == "vertrouwelijk")
    return [*fields[:place], *linked, *fields[place:]]


def _heads(ledger: Ledger, punt: Agendapunt) -> Mapping[str, int]:
    """The points it can be a subpoint of; none when it has subpoints itself."""
    there = [each for each in ledger.agendapunten.where(overleg_id=punt.overleg_id) if each.id != punt.id]
    if any(each.hoofdpunt_id == punt.id for each in there if punt.id):
        return {}
    heads = sorted((each for each in there if each.hoofdpunt_id is None), key=lambda each: each.volgorde)
    return _distinct((each.titel, each.id or 0) for each in heads)


def _named(records: Iterable[Any], name: str = "naam") -> Mapping[str, int]:
    return _distinct(sorted(((getattr(each, name), each.id) for each in records), key=lambda each: sort_key(each[0])))


def _acties(ledger: Ledger, punt: Agendapunt) -> Mapping[str, int]:
    """The actions that are open, and the one it is about."""
    rows = [(each.tekst, each.overleg_datum, each.id) for each in open_acties(ledger, today())]
    if punt.actie_id and punt.actie_id not in {id for _tekst, _datum, id in rows}:
        regel = ledger.verslagregels.get(punt.actie_id)
        rows.append((regel.tekst, ledger.overleggen.get(regel.overleg_id).datum, punt.actie_id))
    return _distinct(
        (f"{shorten(' '.join(tekst.split()), _LONGEST)} ({format_date(datum)})", id) for tekst, datum, id in rows
    )


def _distinct(pairs: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """Labels to choose from; of two that are alike the second gets a number."""
    found: dict[str, int] = {}
    for label, id in pairs:
        short = shorten(label, _LONGEST + 20)
        number, name = 2, short
        while name in found:
            name, number = f"{short} ({number})", number + 1
        found[name] = id
    return found


TOEVOEGEN = Command(label=_("Punt toevoegen…"), run=add, icon="plus", allowed=lambda regel: regel.may_change)
AANVULLEN = Command(label=_("Aanvullen"), run=fill, icon="list-checks", allowed=lambda regel: regel.may_change)
VAN_PUNT = (
    Command(label=_("Punt wijzigen…"), run=edit, icon="pencil", keys="F2"),
    Command(label=_("Subpunt…"), run=add_sub, icon="plus", keys="Ins"),
    overleg_bijlagen.TOEVOEGEN,
    Command(label=_("Punt verwijderen"), run=remove, icon="trash-2", keys="Del"),
    Command(
        label=_("Naar dat verslag"),
        run=open_verslag,
        icon="chevron-right",
        changes=False,
        allowed=lambda punt: punt.verslag_van is not None,
    ),
)
