"""The points of a meeting, and what was sent of them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from regietafel.actions.archief import Gemaakt, register
from regietafel.domain.agenda import Agendapunt, Agendaversie
from regietafel.domain.overleg import CONCEPT, GEHOUDEN, VERZONDEN, Overleg, Overlegstap
from regietafel.domain.record import MAX_TEXT
from regietafel.errors import RuleError
from regietafel.i18n import _, format_date, format_number, shorten
from regietafel.ledger import Ledger
from regietafel.queries.agendavulling import next_to_hold, no_longer_needed, proposals
from regietafel.queries.overlegstaat import changeable, changeable_row, sendable, staat


def save_punt(ledger: Ledger, punt: Agendapunt) -> Agendapunt:
    """Put a point on an agenda, or change it; a new one comes last, before what closes the agenda.

    A subpoint that is taken from under a confidential point stays confidential. Raises RuleError when its point is
    itself a subpoint, or has subpoints: they go one level deep.
    """
    overleg = changeable_row(ledger, punt)
    there = _in_order(ledger, overleg)
    if punt.hoofdpunt_id is not None:
        _check_level(there, [(punt.id, punt.hoofdpunt_id)])
    known = {each.id: each for each in there}
    was = known[punt.id].hoofdpunt_id if punt.id is not None else None
    punt = _put_under(punt, known.get(was), known.get(punt.hoofdpunt_id))
    with ledger.operation(_("Agendapunt opgeslagen: {titel}").format(titel=punt.titel.strip()[:100])):
        saved = ledger.agendapunten.save(replace(punt, titel=punt.titel.strip()))
        if punt.id is None:
            _place(ledger, overleg, there, [saved])
        return ledger.agendapunten.get(saved.id or 0)


def remove_punt(ledger: Ledger, punt: Agendapunt) -> None:
    """Take a point off an agenda, with its subpoints and annexes.

    What came back from an earlier meeting will do so again. Raises RuleError when something was typed at it: that
    belongs to the list.
    """
    changeable_row(ledger, punt)
    gone = [*ledger.agendapunten.where(overleg_id=punt.overleg_id, hoofdpunt_id=punt.id), punt]
    if any(ledger.verslagregels.find(agendapunt_id=each.id) for each in gone):
        raise RuleError(
            _("Bij “{titel}” staan regels in het verslag; zo'n punt blijft staan.").format(titel=punt.titel)
        )
    with ledger.operation(_("Agendapunt verwijderd: {titel}").format(titel=punt.titel[:100])):
        for each in gone:
            _delete(ledger, each)


def order_punten(ledger: Ledger, overleg_id: int, order: Sequence[tuple[int, int | None]]) -> None:
    """Put the points in this order, each a subpoint of the one that is named with it, or of none.

    What was under a confidential point stays confidential. Raises RuleError when these are not all points of the
    meeting, or when a subpoint would have subpoints.
    """
    overleg = changeable(ledger, overleg_id)
    known = {each.id: each for each in ledger.agendapunten.where(overleg_id=overleg_id)}
    if sorted(id for id, _head in order) != sorted(id for id in known if id):
        raise RuleError(_("De agenda is intussen gewijzigd. Probeer het opnieuw."))
    _check_level([replace(each, hoofdpunt_id=None) for each in known.values()], order)
    with ledger.operation(_("Agenda van {datum} geordend").format(datum=format_date(overleg.datum))):
        for volgorde, (id, head) in enumerate(order, 1):
            punt = _put_under(known[id], known.get(known[id].hoofdpunt_id), known.get(head))
            ledger.agendapunten.save(replace(punt, volgorde=volgorde))


def set_besproken(ledger: Ledger, punt_id: int, besproken: bool) -> None:
    """Record whether a point was discussed; one that was not comes back."""
    punt = ledger.agendapunten.get(punt_id)
    changeable(ledger, punt.overleg_id)
    label = _("Besproken: {titel}") if besproken else _("Niet besproken: {titel}")
    with ledger.operation(label.format(titel=punt.titel[:100])):
        ledger.agendapunten.save(replace(punt, besproken=besproken))
        follow_list(ledger, punt.overleg_id)


def fill_agenda(ledger: Ledger, overleg_id: int) -> int:
    """Add the points that come by themselves and are not there (yet, or any more); return how many."""
    overleg = changeable(ledger, overleg_id)
    with ledger.operation(_("Agenda van {datum} aangevuld").format(datum=format_date(overleg.datum))):
        return fill(ledger, overleg)


def record_verzending(
    ledger: Ledger,
    overleg_id: int,
    verzonden_op: datetime.date,
    peildatum: datetime.date,
    *,
    momentopname: bytes,
    wijzigingen: str = "",
    gemaakt: Sequence[Gemaakt] = (),
) -> Agendaversie:
    """Record that the agenda was sent as it is in ``momentopname``; each time it has the next number.

    ``gemaakt`` are the documents of it, which come in the register.
    ``wijzigingen`` is cut off where no record holds more: all of it is in the agendas themselves. Raises RuleError once
    the meeting has begun: what was on the agenda then stays so.
    """
    overleg = sendable(ledger, overleg_id)
    numbers = [each.nummer for each in ledger.agendaversies.where(overleg_id=overleg_id)]
    nummer = max(numbers, default=0) + 1
    label = _("Agenda van {datum} verzonden, versie {n}")
    with ledger.operation(label.format(datum=format_date(overleg.datum), n=format_number(nummer))):
        if staat(ledger, overleg_id) == CONCEPT:
            moment = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
            ledger.overlegstappen.save(Overlegstap(overleg_id=overleg_id, staat=VERZONDEN, tijd=moment))
        if gemaakt:
            register(ledger, gemaakt)
        return ledger.agendaversies.save(
            Agendaversie(
                overleg_id=overleg_id,
                nummer=nummer,
                verzonden_op=verzonden_op,
                peildatum=peildatum,
                wijzigingen=shorten(wijzigingen, MAX_TEXT),
                inhoud=ledger.inhoud.put(momentopname),
            )
        )


def fill(ledger: Ledger, overleg: Overleg, *, usual_too: bool = True) -> int:
    """Within another action: add the points that come by themselves; return how many. See ``proposals``."""
    there = _in_order(ledger, overleg)
    added: list[Agendapunt] = []
    for punt in proposals(ledger, overleg, usual_too=usual_too):
        saved = ledger.agendapunten.save(_under_its_point(ledger, punt, [*there, *added]))
        there = [saved if each.id == saved.id else each for each in there]
        if punt.id is None:
            added.append(saved)
        for bijlage in ledger.bijlagen.where(agendapunt_id=punt.vorige_id) if punt.vorige_id else ():
            ledger.bijlagen.save(replace(bijlage, id=None, agendapunt_id=saved.id))
    _place(ledger, overleg, there, added)
    return len(added)


def fill_next(ledger: Ledger, overleg: Overleg, *, sent_too: bool = True) -> None:
    """Within another action: add to the next agenda what comes on it by itself, but no usual point.

    What came back and no longer has to goes from it, as long as it was not sent. Without ``sent_too`` an agenda that
    was sent stays as it is.
    """
    following = next_to_hold(ledger, overleg)
    if following is None:
        return
    sent = staat(ledger, following.id) != CONCEPT
    for punt in () if sent else [*no_longer_needed(ledger, following)]:
        _delete(ledger, punt)
    if sent_too or not sent:
        fill(ledger, following, usual_too=False)


def follow_list(ledger: Ledger, overleg_id: int) -> None:
    """Within another action that changes what a meeting led to: once it was held, see to the next agenda."""
    if staat(ledger, overleg_id) in GEHOUDEN:
        fill_next(ledger, ledger.overleggen.get(overleg_id), sent_too=False)


def _delete(ledger: Ledger, punt: Agendapunt) -> None:
    for bijlage in ledger.bijlagen.where(agendapunt_id=punt.id):
        ledger.bijlagen.delete(bijlage)
    for later in ledger.agendapunten.where(vorige_id=punt.id):
        ledger.agendapunten.save(replace(later, vorige_id=punt.vorige_id))
    ledger.agendapunten.delete(punt)


def _in_order(ledger: Ledger, overleg: Overleg) -> list[Agendapunt]:
    return sorted(ledger.agendapunten.where(overleg_id=overleg.id), key=lambda each: (each.volgorde, each.id or 0))


def _place(ledger: Ledger, overleg: Overleg, there: Sequence[Agendapunt], added: Sequence[Agendapunt]) -> None:
    """Put new points among those that are there: before the closing points of the series that come after them."""
    order = {each.id: each.volgorde for each in ledger.vastpunten.where(reeks_id=overleg.reeks_id, aan_einde=True)}
    placed = [*there]
    for punt in added:
        mine = order.get(punt.vastpunt_id, 0)  # what is no closing point comes before them all
        later = (n for n, each in enumerate(placed) if order.get(each.vastpunt_id, 0) > mine)
        placed.insert(next(later, len(placed)), punt)
    for volgorde, each in enumerate(placed, 1):
        ledger.agendapunten.save(replace(each, volgorde=volgorde))


def unlink(ledger: Ledger, **removed: int | None) -> None:
    """Within another action that removes something: points and rows of lists no longer refer to it."""
    nothing = dict.fromkeys(removed)
    for punt in ledger.agendapunten.where(**removed):
        ledger.agendapunten.save(replace(punt, **nothing))  # type: ignore[arg-type] # a column of both
    for regel in ledger.verslagregels.where(**removed):
        ledger.verslagregels.save(replace(regel, **nothing))  # type: ignore[arg-type]


def _under_its_point(ledger: Ledger, punt: Agendapunt, here: Sequence[Agendapunt]) -> Agendapunt:
    """What comes back, under what its point is here."""
    if punt.hoofdpunt_id is None:
        return punt
    earlier = ledger.agendapunten.get(punt.hoofdpunt_id)
    return _put_under(punt, earlier, _same_point(here, earlier))


def _put_under(punt: Agendapunt, was: Agendapunt | None, head: Agendapunt | None) -> Agendapunt:
    """The point that was under ``was`` under ``head``: nobody said that what was confidential no longer is."""
    lost = was is not None and was.vertrouwelijk and not (head is not None and head.vertrouwelijk)
    return replace(punt, hoofdpunt_id=head.id if head else None, vertrouwelijk=punt.vertrouwelijk or lost)


def _same_point(here: Sequence[Agendapunt], earlier: Agendapunt) -> Agendapunt | None:
    """What that point of an earlier meeting is here, when it is here and can have subpoints."""
    for each in here:
        usual = each.vastpunt_id is not None and each.vastpunt_id == earlier.vastpunt_id
        if each.hoofdpunt_id is None and (each.vorige_id == earlier.id or usual):
            return each
    return None


def _check_level(there: Sequence[Agendapunt], order: Sequence[tuple[int | None, int | None]]) -> None:
    heads = dict(order)
    for each in there:
        heads.setdefault(each.id, each.hoofdpunt_id)
    for id, head in order:
        if head is not None and (head == id or head not in heads or heads[head] is not None):
            raise RuleError(_("Een subpunt hoort bij een agendapunt dat zelf geen subpunt is."))
        if head is not None and id is not None and id in heads.values():
            raise RuleError(_("Dit punt heeft zelf subpunten; maak die eerst los."))
