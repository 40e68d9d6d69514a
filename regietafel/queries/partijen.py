"""Who can do an action or come to a meeting: the gemeenten of the table, and the organisations it deals with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger

# Where organisations are named. Not yet one that was typed and is still asked about: it may be a slip.
_NAMED = {
    "partner": "SELECT naam FROM partner",
    "contact": "SELECT organisatie FROM contact",
    "actiehouder": "SELECT organisatie FROM actiehouder JOIN verslagregel AS r ON r.id = regel_id WHERE vraag = ''",
    "aanwezigheid": "SELECT organisatie FROM aanwezigheid",
    "intekening": "SELECT organisatie FROM intekening",
}
TABLES = frozenset({"regio", "gemeente", "alias", "verslagregel", *_NAMED})


@dataclass(frozen=True, kw_only=True)
class BekendePartij:
    """A gemeente of the table, or an organisation, with the other ways in which it is written."""

    naam: str
    gemeente_id: int | None
    andere_namen: tuple[str, ...]


def partijen(ledger: Ledger) -> tuple[BekendePartij, ...]:
    """The members by name, then the organisations by name: each once, however its capitals were typed."""
    from regietafel.reference import known_gemeente, spelling_key  # only now: the window is up sooner

    other: defaultdict[str, list[str]] = defaultdict(list)
    for alias in ledger.aliassen:
        other[alias.gm_code].append(alias.naam)
    found = []
    for each in sorted(ledger.gemeenten.where(lid=True), key=lambda each: sort_key(each.naam)):
        known = known_gemeente(each.gm_code)
        names = dict.fromkeys([*(known.namen if known else ()), *other[each.gm_code]])
        names.pop(each.naam, None)
        found.append(BekendePartij(naam=each.naam, gemeente_id=each.id, andere_namen=tuple(names)))
    gemeenten = {spelling_key(naam) for each in found for naam in (each.naam, *each.andere_namen)}
    organisaties: dict[str, str] = {}
    named = {naam for sql in _NAMED.values() for (naam,) in ledger.db.execute(sql) if naam}
    always = _always(ledger)
    for naam in (*always, *sorted(named)):
        organisaties.setdefault(spelling_key(naam), naam)
    return (
        *found,
        *(
            BekendePartij(naam=naam, gemeente_id=None, andere_namen=always.get(naam, ()))
            for key, naam in sorted(organisaties.items(), key=lambda each: sort_key(each[1]))
            if key not in gemeenten
        ),
    )


def as_called(ledger: Ledger) -> Callable[[str], str]:
    """How the file calls an organisation, however its capitals were typed; one it does not know stays as typed."""
    from regietafel.reference import spelling_key

    known = {spelling_key(each.naam): each.naam for each in partijen(ledger)}
    return lambda naam: known.get(spelling_key(naam), naam)


def _always(ledger: Ledger) -> Mapping[str, tuple[str, ...]]:
    """Those that every table deals with, by their usual name, with the other ways in which they are written."""
    found = {"COA": (_("het COA"), "Centraal Orgaan opvang asielzoekers")}
    for regio in ledger.regio:
        if regio.provincie:
            found[_("Provincie {naam}").format(naam=regio.provincie)] = (_("provincie"), _("de provincie"))
    return found
