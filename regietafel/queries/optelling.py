"""Published figures of opvang that do not add up: a verschil, or a total that is not the sum of its parts."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from regietafel import reference
from regietafel.catalog.opvang import GETALLEN, SOORTEN
from regietafel.domain.opvang import VEILIGHEIDSREGIO, niveau
from regietafel.i18n import _, format_date, format_number
from regietafel.ledger import Ledger
from regietafel.queries.opvang import Opvangregel, gebied_naam, opvangcijfers


def niet_optellend(ledger: Ledger, op: datetime.date) -> tuple[str, ...]:
    """A sentence for each that is known on ``op``: first the country, then the provincies, in the order of the table.

    A total is only added up when all its parts are published of the same day: provincies to the country,
    veiligheidsregio's to their provincie.
    """
    return zinnen(opvangcijfers(ledger, op))


def zinnen(regels: Sequence[Opvangregel]) -> tuple[str, ...]:
    """As :func:`niet_optellend`, of these figures alone."""
    return tuple(zin for getallen in zinnen_per_getal(regels).values() for said in getallen.values() for zin in said)


def zinnen_per_getal(regels: Sequence[Opvangregel]) -> Mapping[int, Mapping[str, Sequence[str]]]:
    """The sentences of :func:`zinnen` by the id of the figure they are about and its printed number: one of GETALLEN.

    One number can be wrong in two ways: as a verschil, and as a total. What adds up is not in it.
    """
    by_key = {(each.gebied, each.soort, each.peildatum): each for each in regels}
    parts = _parts()
    found = {}
    for each in regels:
        pairs = [*_verschil(each)]
        below = [by_key.get((part, each.soort, each.peildatum)) for part in parts.get(each.gebied, ())]
        known = [part for part in below if part is not None]
        if below and len(known) == len(below):
            pairs += [*_som(each, known)]
        if pairs:
            said: defaultdict[str, list[str]] = defaultdict(list)
            for getal, zin in pairs:
                said[getal].append(zin)
            found[each.id] = dict(said)
    return found


def _verschil(regel: Opvangregel) -> Iterator[tuple[str, str]]:
    if regel.onverklaard:
        sentence = _("{wat}: het verschil is gedrukt als {gedrukt}, de opgave min de realisatie is {berekend}.")
        gedrukt, berekend = format_number(regel.verschil), format_number(regel.berekend)
        yield "verschil", sentence.format(wat=_named(regel), gedrukt=gedrukt, berekend=berekend)


def _som(regel: Opvangregel, parts: Sequence[Opvangregel]) -> Iterator[tuple[str, str]]:
    kind = _("veiligheidsregio’s") if parts[0].niveau == VEILIGHEIDSREGIO else _("provincies")
    for name, label in GETALLEN.items():
        printed, values = getattr(regel, name), [getattr(part, name) for part in parts]
        known = [value for value in values if value is not None]
        if printed is None or len(known) < len(values) or sum(known) == printed:
            continue
        sentence = _("{wat}: {kolom} is gedrukt als {gedrukt}, de {delen} tellen op tot {som}.")
        gedrukt, som = format_number(printed), format_number(sum(known))
        said = sentence.format(wat=_named(regel), kolom=label.lower(), gedrukt=gedrukt, delen=kind, som=som)
        yield name, said


def _named(regel: Opvangregel) -> str:
    return _("{gebied}, {soort} ({dag})").format(
        gebied=gebied_naam(regel.gebied), soort=SOORTEN[regel.soort], dag=format_date(regel.peildatum)
    )


def _parts() -> Mapping[str, Sequence[str]]:
    """Of the country the provincies, of each provincie the veiligheidsregio's that lie in no other."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for each in reference.gemeenten():
        places[each.veiligheidsregio_code].add(each.provincie_code)
    regios: defaultdict[str, list[str]] = defaultdict(list)
    for code, provincies in sorted(places.items()):
        assert niveau(code) == VEILIGHEIDSREGIO
        if len(provincies) == 1:
            regios[next(iter(provincies))].append(code)
    return {**regios, reference.NEDERLAND.code: [each.code for each in reference.provincies()]}
