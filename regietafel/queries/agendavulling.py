"""What comes on the agenda of a meeting by itself: the usual points, lists to adopt, and what is not done yet.

A point of a meeting that was held comes back until it is discussed, has no open action and is not recurring; of one
that was cancelled everything does that says more than the series. A point that came back names the one it comes from:
so it comes back once, and an action of the first keeps the last one coming.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from regietafel.domain.agenda import BESLUIT, VERSLAG, Agendapunt, Vastpunt, numbered
from regietafel.domain.overleg import BEZIG, GEHOUDEN, NOG_TE_HOUDEN, VERSLAG_CONCEPT, VERVALLEN, Overleg
from regietafel.i18n import _, format_date_long
from regietafel.ledger import Ledger
from regietafel.queries.overlegstaat import staten

_STILL_TO_DO = """
    WITH RECURSIVE door (id) AS (
        SELECT agendapunt_id FROM verslagregel WHERE soort = 'actie' AND gereed_op IS NULL
        UNION SELECT id FROM agendapunt
            WHERE actie_id IN (SELECT id FROM verslagregel WHERE soort = 'actie' AND gereed_op IS NULL)
        UNION SELECT agendapunt.id FROM agendapunt JOIN door ON agendapunt.vorige_id = door.id)
    SELECT id, overleg_id FROM agendapunt
    WHERE overleg_id IN (SELECT id FROM overleg WHERE reeks_id = ?) AND verslag_van_id IS NULL AND vastpunt_id IS NULL
        AND (terugkerend OR NOT besproken OR id IN door)"""
_OF_CANCELLED = "SELECT id FROM agendapunt WHERE overleg_id = ? AND verslag_van_id IS NULL"
_LISTED = "SELECT verslag_van_id, overleg_id FROM agendapunt WHERE verslag_van_id IS NOT NULL"
_CAN_STILL_ADOPT = NOG_TE_HOUDEN | {BEZIG}
_WORDS = ("titel", "toelichting", "intern", "minuten", "inbrenger", "soort", "deel")
_CAME_BACK = "SELECT vorige_id FROM agendapunt WHERE vorige_id IS NOT NULL"


def next_to_hold(ledger: Ledger, overleg: Overleg) -> Overleg | None:
    """The first later meeting of the series that is still to be held."""
    known = staten(ledger)
    later = [each for each in ledger.overleggen.where(reeks_id=overleg.reeks_id) if _when(each) > _when(overleg)]
    return next((each for each in sorted(later, key=_when) if known[each.id] in NOG_TE_HOUDEN), None)


def proposals(ledger: Ledger, overleg: Overleg, *, usual_too: bool = True) -> Sequence[Agendapunt]:
    """The points that this meeting should have and has not, in their order and not saved.

    Without ``usual_too`` not those of its series, which a user may have taken off on purpose.

    A subpoint stands after its point, and its ``hoofdpunt_id`` is still that of the earlier meeting: who saves them
    knows as what that came back. One with an ``id`` is here already as the series gives it, and gets the words that it
    had at a meeting that was cancelled.
    """
    assert overleg.id is not None
    known = staten(ledger)
    vaste = sorted(ledger.vastpunten.where(reeks_id=overleg.reeks_id), key=lambda each: (each.volgorde, each.id or 0))
    there = {each.vastpunt_id: each for each in ledger.agendapunten.where(overleg_id=overleg.id)}
    usual = {
        each.id: replace(_of_series(each), overleg_id=overleg.id)
        for each in vaste
        if usual_too and each.deel != VERSLAG and each.id not in there
    }
    back = []
    for earlier, punt in _coming_back(ledger, overleg):
        again = replace(punt, id=None, overleg_id=overleg.id, besproken=False, vorige_id=punt.id)
        plain = there.pop(punt.vastpunt_id, None) if punt.vastpunt_id else None
        if known[earlier.id] == VERVALLEN and punt.vastpunt_id in usual:
            usual[punt.vastpunt_id] = again
        elif plain and known[earlier.id] == VERVALLEN and not says_more(ledger, plain):
            back.append(replace(again, id=plain.id, volgorde=plain.volgorde))
        else:
            back.append(replace(again, vastpunt_id=None))
    verslag = next((each for each in vaste if each.deel == VERSLAG), None)
    to_adopt = [*_to_adopt(ledger, overleg, verslag)]
    first, last = (
        [
            punt
            for each in vaste
            if each.aan_einde is at_end
            for punt in (to_adopt if each == verslag else [usual[each.id]] if each.id in usual else [])
        ]
        for at_end in (False, True)
    )
    return [*first, *back, *last, *(() if verslag else to_adopt)]


def no_longer_needed(ledger: Ledger, overleg: Overleg) -> Iterator[Agendapunt]:
    """The points that came back because of what has been done since, and of which nothing was made here."""
    known = staten(ledger)
    to_do = {row[0] for row in ledger.db.execute(_STILL_TO_DO, [overleg.reeks_id])}
    for punt in ledger.agendapunten.where(overleg_id=overleg.id):
        earlier = ledger.agendapunten.find(id=punt.vorige_id) if punt.vorige_id else None
        if earlier is None or punt.vastpunt_id is not None or earlier.id in to_do:
            continue
        below = ledger.agendapunten.find(hoofdpunt_id=punt.id) or ledger.verslagregels.find(agendapunt_id=punt.id)
        if known[earlier.overleg_id] in GEHOUDEN and not below and not says_more(ledger, punt):
            yield punt


def _coming_back(ledger: Ledger, overleg: Overleg) -> Iterator[tuple[Overleg, Agendapunt]]:
    """What comes back, with the meeting it was on, in the order in which it was there."""
    known = staten(ledger)
    came_back = {row[0] for row in ledger.db.execute(_CAME_BACK)}
    to_do: defaultdict[int | None, set[int]] = defaultdict(set)  # by meeting: most have none any more
    for id, overleg_id in ledger.db.execute(_STILL_TO_DO, [overleg.reeks_id]):
        if id not in came_back:
            to_do[overleg_id].add(id)
    for earlier in sorted(ledger.overleggen.where(reeks_id=overleg.reeks_id), key=_when):
        held = known[earlier.id] in GEHOUDEN and _when(earlier) < _when(overleg)
        cancelled = known[earlier.id] == VERVALLEN and earlier.samengevoegd_id is None
        if earlier.id == overleg.id or not (held or cancelled):
            continue
        wanted = (
            to_do[earlier.id]
            if held
            else {row[0] for row in ledger.db.execute(_OF_CANCELLED, [earlier.id])} - came_back
        )
        for _number, punt in numbered(ledger.agendapunten.where(overleg_id=earlier.id)) if wanted else ():
            if punt.id in wanted and (held or punt.vorige_id or says_more(ledger, punt)):
                yield earlier, punt


def says_more(ledger: Ledger, punt: Agendapunt) -> bool:
    """Whether a point has more than it got by itself, from its series or an earlier meeting: that may not get lost."""
    vast = ledger.vastpunten.find(id=punt.vastpunt_id) if punt.vastpunt_id else None
    first = ledger.agendapunten.find(id=punt.vorige_id) if punt.vorige_id else _of_series(vast) if vast else None
    if first is None or any(getattr(punt, name) != getattr(first, name) for name in _WORDS):
        return True
    if _is_confidential(ledger, punt) is not _is_confidential(ledger, first):
        return True
    there = {each.inhoud for each in ledger.bijlagen.where(agendapunt_id=punt.id)}
    return not there <= {each.inhoud for each in ledger.bijlagen.where(agendapunt_id=first.id) if first.id}


def _is_confidential(ledger: Ledger, punt: Agendapunt) -> bool:
    """Whether it is, or the point it is under."""
    head = ledger.agendapunten.find(id=punt.hoofdpunt_id) if punt.hoofdpunt_id else None
    return punt.vertrouwelijk or (head is not None and head.vertrouwelijk)


def _to_adopt(ledger: Ledger, overleg: Overleg, vast: Vastpunt | None) -> Iterator[Agendapunt]:
    """A point for every list of an earlier meeting that is to be adopted and is on no agenda where that can be."""
    assert overleg.id is not None
    known = staten(ledger)
    usual = _of_series(vast) if vast else Agendapunt(overleg_id=0, titel=VERSLAG, deel=VERSLAG)
    listed = {
        row["verslag_van_id"] for row in ledger.db.execute(_LISTED) if known[row["overleg_id"]] in _CAN_STILL_ADOPT
    }
    for each in sorted(ledger.overleggen.where(reeks_id=overleg.reeks_id), key=_when):
        if known[each.id] == VERSLAG_CONCEPT and each.id not in listed and _when(each) < _when(overleg):
            titel = _("Verslag van {datum} vaststellen").format(datum=format_date_long(each.datum))
            yield replace(
                usual, overleg_id=overleg.id, titel=titel, soort=BESLUIT, verslag_van_id=each.id, terugkerend=False
            )


def _of_series(vast: Vastpunt) -> Agendapunt:
    return Agendapunt(
        overleg_id=0,
        titel=vast.titel,
        toelichting=vast.toelichting,
        soort=vast.soort,
        minuten=vast.minuten,
        deel=vast.deel,
        vastpunt_id=vast.id,
        terugkerend=True,
    )


def _when(overleg: Overleg) -> tuple[object, ...]:
    return overleg.datum, overleg.begin
