"""Meetings: planned, moved, cancelled, merged, held, and their lists adopted. No point gets lost on the way."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import replace

from regietafel.actions.agenda import fill, fill_next
from regietafel.actions.verslag import fill_aanwezigheid
from regietafel.domain.overleg import (
    BEZIG,
    NOG_TE_HOUDEN,
    VASTGESTELD,
    VERSLAG_CONCEPT,
    VERVALLEN,
    Overleg,
    Overlegstap,
    may_follow,
)
from regietafel.domain.verslag import NOTITIE
from regietafel.errors import RuleError, Twijfel
from regietafel.i18n import _, format_date, format_number
from regietafel.ledger import Ledger
from regietafel.queries.agendavulling import says_more
from regietafel.queries.overlegstaat import changeable, staat, staten

_TO_BE_THERE = ("datum", "begin", "minuten", "locatie", "link")  # what one must know to come


def make_overleggen(ledger: Ledger, reeks_id: int, days: Sequence[datetime.date]) -> list[Overleg]:
    """Plan meetings of a series, as its meetings usually are, each with the points that come by themselves.

    Raises RuleError when the series has a meeting on such a day, or when a day is named twice.
    """
    reeks = ledger.overlegreeksen.get(reeks_id)
    known = staten(ledger)
    taken = {each.datum for each in ledger.overleggen.where(reeks_id=reeks_id) if known[each.id] != VERVALLEN}
    for number, day in enumerate(days):
        if day in taken or day in days[:number]:
            sentence = _("Op {datum} is er al een overleg van {naam}.")
            raise RuleError(sentence.format(datum=format_date(day), naam=reeks.naam))
    one = _("Overleg gepland: {naam}, {datum}").format(naam=reeks.naam, datum=format_date(days[0]) if days else "")
    many = _("{n} overleggen gepland: {naam}").format(n=format_number(len(days)), naam=reeks.naam)
    made = []
    with ledger.operation(one if len(days) == 1 else many):
        for day in sorted(days):
            overleg = ledger.overleggen.save(
                Overleg(
                    reeks_id=reeks_id,
                    datum=day,
                    begin=reeks.begin,
                    minuten=reeks.minuten,
                    locatie=reeks.locatie,
                    link=reeks.link,
                    voorzitter=reeks.voorzitter,
                    secretaris=reeks.secretaris,
                    uid=f"{uuid.uuid4()}@regietafel",
                )
            )
            fill(ledger, overleg)
            made.append(overleg)
    return made


def save_overleg(ledger: Ledger, overleg: Overleg) -> Overleg:
    """Change when or where a meeting is, or who leads it; all that belongs to it moves along, and its series stays.

    Another time or place gives it a higher ``volgnummer``, by which calendars know that the invitation is newer.
    Raises RuleError when its series already has a meeting on that day.
    """
    assert overleg.id is not None
    old = changeable(ledger, overleg.id)
    known = staten(ledger)
    for other in ledger.overleggen.where(reeks_id=old.reeks_id, datum=overleg.datum):
        if other.id != overleg.id and known[other.id] != VERVALLEN:
            sentence = _("Op {datum} is er al een overleg van deze reeks. Kies een andere dag, of voeg ze samen.")
            raise RuleError(sentence.format(datum=format_date(overleg.datum)))
    moved = any(getattr(overleg, name) != getattr(old, name) for name in _TO_BE_THERE)
    overleg = replace(overleg, reeks_id=old.reeks_id, samengevoegd_id=old.samengevoegd_id, uid=old.uid)
    overleg = replace(overleg, volgnummer=old.volgnummer + moved)
    label = (
        _("Overleg van {datum} verplaatst naar {nieuw}")
        if old.datum != overleg.datum
        else _("Overleg van {datum} gewijzigd")
    )
    with ledger.operation(label.format(datum=format_date(old.datum), nieuw=format_date(overleg.datum))):
        return ledger.overleggen.save(overleg)


def cancel_overleg(ledger: Ledger, overleg_id: int, reden: str) -> None:
    """Record that a meeting does not take place. What was on its agenda comes on the next one that is planned.

    When none is planned yet it comes on the first that will be. Raises RuleError when it was held.
    """
    overleg = _in(ledger, overleg_id, VERVALLEN)
    with ledger.operation(_("Overleg van {datum} vervallen").format(datum=format_date(overleg.datum))):
        _step(ledger, overleg_id, VERVALLEN, reden)
        ledger.overleggen.save(replace(overleg, volgnummer=overleg.volgnummer + 1))
        fill_next(ledger, overleg)


def merge_overleggen(ledger: Ledger, van_id: int, naar_id: int) -> None:
    """Put what is on the agenda of one meeting on that of another; the one is cancelled and says where it went.

    Raises RuleError unless both are still to be held and of one series.
    """
    van, naar = ledger.overleggen.get(van_id), ledger.overleggen.get(naar_id)
    if van.reeks_id != naar.reeks_id or van_id == naar_id:
        raise RuleError(_("Alleen twee overleggen van dezelfde reeks gaan samen."))
    for each in (van, naar):
        if staat(ledger, each.id) not in NOG_TE_HOUDEN:
            sentence = _("Het overleg van {datum} is al gehouden of vervallen; alleen wat nog komt, gaat samen.")
            raise RuleError(sentence.format(datum=format_date(each.datum)))
    label = _("Overleg van {van} samengevoegd met dat van {naar}")
    with ledger.operation(label.format(van=format_date(van.datum), naar=format_date(naar.datum))):
        _step(ledger, van_id, VERVALLEN, _("Samengevoegd met {datum}").format(datum=format_date(naar.datum)))
        ledger.overleggen.save(replace(van, volgnummer=van.volgnummer + 1))
        fill(ledger, naar, usual_too=False)  # what was cancelled comes back
        ledger.overleggen.save(replace(ledger.overleggen.get(van_id), samengevoegd_id=naar_id))


def remove_overleg(ledger: Ledger, overleg_id: int) -> None:
    """Take out a meeting that was planned by mistake: nothing was sent of it or typed in it, and nothing comes from it.

    Raises RuleError otherwise: such a meeting is cancelled, so that its points are kept.
    """
    overleg = ledger.overleggen.get(overleg_id)
    punten = [*ledger.agendapunten.where(overleg_id=overleg_id)]
    own = any(punt.verslag_van_id is None and says_more(ledger, punt) for punt in punten)
    used = (
        ledger.overlegstappen.find(overleg_id=overleg_id)
        or ledger.verslagregels.find(overleg_id=overleg_id)
        or ledger.archiefstukken.find(overleg_id=overleg_id)
        or ledger.overleggen.find(samengevoegd_id=overleg_id)
    )
    if own or used:
        sentence = _("Bij het overleg van {datum} hoort al iets dat niet verloren mag gaan. Laat het vervallen.")
        raise RuleError(sentence.format(datum=format_date(overleg.datum)))
    with ledger.operation(_("Overleg verwijderd: {datum}").format(datum=format_date(overleg.datum))):
        for punt in sorted(punten, key=lambda each: each.hoofdpunt_id is None):
            for bijlage in ledger.bijlagen.where(agendapunt_id=punt.id):
                ledger.bijlagen.delete(bijlage)
            ledger.agendapunten.delete(punt)
        for rij in ledger.aanwezigheden.where(overleg_id=overleg_id):
            ledger.aanwezigheden.delete(rij)
        for weglating in ledger.weglatingen.where(overleg_id=overleg_id):
            ledger.weglatingen.delete(weglating)
        ledger.overleggen.delete(overleg)
        fill_next(ledger, overleg)


def begin_overleg(ledger: Ledger, overleg_id: int, *, expect: bool = False) -> None:
    """Record that a meeting is being held, or goes on after it was closed too soon.

    With ``expect`` who is expected comes on its list, unless it goes on: who was taken off that stays off.
    """
    overleg = _in(ledger, overleg_id, BEZIG)
    first = staat(ledger, overleg_id) in NOG_TE_HOUDEN
    with ledger.operation(_("Overleg van {datum} begonnen").format(datum=format_date(overleg.datum))):
        _step(ledger, overleg_id, BEZIG)
        if expect and first:
            fill_aanwezigheid(ledger, overleg_id)


def end_overleg(ledger: Ledger, overleg_id: int) -> None:
    """Record that a meeting was held: its list is a concept, and is on the next agenda to be adopted."""
    overleg = ledger.overleggen.get(overleg_id)
    if staat(ledger, overleg_id) != BEZIG:
        raise RuleError(_("Het overleg van {datum} is niet begonnen.").format(datum=format_date(overleg.datum)))
    with ledger.operation(_("Overleg van {datum} gesloten").format(datum=format_date(overleg.datum))):
        _step(ledger, overleg_id, VERSLAG_CONCEPT)
        fill_next(ledger, overleg)


def adopt_verslag(ledger: Ledger, overleg_id: int, *, toch: bool = False) -> None:
    """Record that the list was adopted: from now on it only is read.

    Raises Twijfel when something in it is not certain yet, unless ``toch``.
    """
    overleg = _in(ledger, overleg_id, VASTGESTELD)
    open_ends = [
        each for each in ledger.verslagregels.where(overleg_id=overleg_id) if each.vraag or each.soort == NOTITIE
    ]
    if open_ends and not toch:
        sentence = _("Bij {n} regels staat nog een vraag, zoals “{tekst}”. Het verslag toch vaststellen?")
        one = _("Bij een regel staat nog een vraag: “{tekst}”. Het verslag toch vaststellen?")
        asked = one if len(open_ends) == 1 else sentence
        raise Twijfel(asked.format(n=format_number(len(open_ends)), tekst=open_ends[0].tekst[:80]))
    with ledger.operation(_("Verslag van {datum} vastgesteld").format(datum=format_date(overleg.datum))):
        _step(ledger, overleg_id, VASTGESTELD)


def reopen_overleg(ledger: Ledger, overleg_id: int, reden: str) -> None:
    """Let an adopted list change again; that it was, and why, stays on record. It is to be adopted anew."""
    overleg = ledger.overleggen.get(overleg_id)
    if staat(ledger, overleg_id) != VASTGESTELD:
        raise RuleError(_("Het verslag van {datum} is niet vastgesteld.").format(datum=format_date(overleg.datum)))
    if not reden.strip():
        raise RuleError(_("Schrijf waarom het overleg wordt heropend."))
    label = _("Overleg van {datum} heropend: {reden}")
    with ledger.operation(label.format(datum=format_date(overleg.datum), reden=reden.strip()[:100])):
        _step(ledger, overleg_id, VERSLAG_CONCEPT, reden.strip())
        fill_next(ledger, overleg)


def _in(ledger: Ledger, overleg_id: int, nieuw: str) -> Overleg:
    """The meeting, when it may go into that state now. Raises RuleError that says why not."""
    overleg = ledger.overleggen.get(overleg_id)
    now = staat(ledger, overleg_id)
    if not may_follow(now, nieuw):
        sentences = {
            "concept": _("Het overleg van {datum} is nog niet gehouden."),
            "verzonden": _("Het overleg van {datum} is nog niet gehouden."),
            "bezig": _("Het overleg van {datum} is begonnen; sluit het eerst."),
            "verslag_concept": _("Het overleg van {datum} is gehouden."),
            "vastgesteld": _("Het verslag van {datum} is vastgesteld. Heropen het overleg eerst."),
            "vervallen": _("Het overleg van {datum} is vervallen."),
        }
        raise RuleError(sentences[now].format(datum=format_date(overleg.datum)))
    return overleg


def _step(ledger: Ledger, overleg_id: int, staat: str, toelichting: str = "") -> None:
    moment = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    ledger.overlegstappen.save(
        Overlegstap(overleg_id=overleg_id, staat=staat, tijd=moment, toelichting=toelichting.strip())
    )
