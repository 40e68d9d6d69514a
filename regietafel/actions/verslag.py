"""What a meeting led to: who was there, besluiten, knelpunten and acties, and what became of them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from regietafel.actions.agenda import follow_list
from regietafel.actions.herverdeling import refuse_future
from regietafel.domain.contact import LID
from regietafel.domain.verslag import ACTIE, KNELPUNT, Aanwezigheid, Actiehouder, Kennislink, Verslagregel, Voortgang
from regietafel.errors import RuleError
from regietafel.i18n import _, format_date, shorten, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.overlegstaat import changeable, changeable_row
from regietafel.reference import spelling_key

_SHOWN = 100  # characters of a text in the log


class Rij(NamedTuple):
    """A row of a list, and who does it: see :func:`record_regel`."""

    regel: Verslagregel
    houders: tuple[tuple[int | None, str], ...] = ()


def record_regel(ledger: Ledger, regel: Verslagregel, houders: Sequence[tuple[int | None, str]] = ()) -> Verslagregel:
    """Record a row of the list, or change it; ``houders`` are who does it: a gemeente, or an organisation by name.

    The point it is typed at was discussed. Raises RuleError when the list was adopted, or when anyone but of an action
    has a houder.
    """
    with ledger.operation(_("Regel vastgelegd: {tekst}").format(tekst=_shown(regel))):
        saved = _record(ledger, regel, houders)
        follow_list(ledger, saved.overleg_id)
        return saved


def record_regels(ledger: Ledger, overleg_id: int, rijen: Sequence[Rij]) -> list[Verslagregel]:
    """Record what was typed during a meeting as one action: all of it, or nothing. Raises as :func:`record_regel`."""
    overleg = changeable(ledger, overleg_id)
    with ledger.operation(_("Regels verwerkt bij het overleg van {datum}").format(datum=format_date(overleg.datum))):
        made = [_record(ledger, *rij) for rij in rijen]
        follow_list(ledger, overleg_id)
        return made


def remove_regel(ledger: Ledger, regel: Verslagregel) -> None:
    """Take a row out of a list that is not adopted, with what was reported about it."""
    changeable_row(ledger, regel)
    assert regel.id is not None
    with ledger.operation(_("Regel verwijderd: {tekst}").format(tekst=_shown(regel))):
        for houder in ledger.actiehouders.where(regel_id=regel.id):
            ledger.actiehouders.delete(houder)
        for voortgang in ledger.voortgangen.where(regel_id=regel.id):
            ledger.voortgangen.delete(voortgang)
        for link in ledger.kennislinks.where(regel_id=regel.id):
            ledger.kennislinks.delete(link)
        for punt in ledger.agendapunten.where(actie_id=regel.id):
            ledger.agendapunten.save(replace(punt, actie_id=None))
        ledger.verslagregels.delete(regel)
        follow_list(ledger, regel.overleg_id)


def set_gereed(ledger: Ledger, regel_id: int, op: datetime.date | None) -> None:
    """Record that an action was done that day, or with None that it is open again; also after its list was adopted.

    A point that came back on the next agenda for this action alone goes from it, as long as it was not sent.
    Raises RuleError for a day still to come.
    """
    regel = ledger.verslagregels.get(regel_id)
    if op is not None:
        refuse_future(op)
    label = _("Actie gereed: {tekst}") if op else _("Actie weer open: {tekst}")
    with ledger.operation(label.format(tekst=_shown(regel))):
        ledger.verslagregels.save(replace(regel, gereed_op=op))
        follow_list(ledger, regel.overleg_id)


def link_regel(
    ledger: Ledger,
    regel_id: int,
    *,
    herverdeling_id: int | None = None,
    locatie_id: int | None = None,
    project_id: int | None = None,
) -> None:
    """Let a row refer to what was begun with it; also after its list was adopted. What it refers to else stays."""
    regel = ledger.verslagregels.get(regel_id)
    with ledger.operation(_("Vervolg vastgelegd: {tekst}").format(tekst=_shown(regel))):
        ledger.verslagregels.save(
            replace(
                regel,
                herverdeling_id=herverdeling_id or regel.herverdeling_id,
                locatie_id=locatie_id or regel.locatie_id,
                project_id=project_id or regel.project_id,
            )
        )


def record_voortgang(ledger: Ledger, voortgang: Voortgang) -> Voortgang:
    """Record what was reported about an action, or about what a party signed up for; or change that.

    Raises RuleError for a besluit or a knelpunt.
    """
    if voortgang.regel_id is not None and ledger.verslagregels.get(voortgang.regel_id).soort != ACTIE:
        raise RuleError(_("Voortgang hoort bij een actie."))
    with ledger.operation(_("Voortgang van {datum} vastgelegd").format(datum=format_date(voortgang.datum))):
        return ledger.voortgangen.save(voortgang)


def remove_voortgang(ledger: Ledger, voortgang: Voortgang) -> None:
    """Take out what was reported."""
    with ledger.operation(_("Voortgang van {datum} verwijderd").format(datum=format_date(voortgang.datum))):
        ledger.voortgangen.delete(voortgang)


def set_kennislinks(ledger: Ledger, regel_id: int, kennis_ids: Sequence[int]) -> None:
    """Which measures may help with a knelpunt, also after its list was adopted. Raises RuleError for what is none."""
    regel = ledger.verslagregels.get(regel_id)
    if regel.soort != KNELPUNT:
        raise RuleError(_("Een maatregel hoort bij een knelpunt."))
    with ledger.operation(_("Maatregelen gekozen bij: {tekst}").format(tekst=_shown(regel))):
        for link in ledger.kennislinks.where(regel_id=regel_id):
            if link.kennis_id not in kennis_ids:
                ledger.kennislinks.delete(link)
        for kennis_id in kennis_ids:
            ledger.kennislinks.put(Kennislink(regel_id=regel_id, kennis_id=kennis_id))


def save_aanwezigheid(ledger: Ledger, rij: Aanwezigheid) -> Aanwezigheid:
    """Record whether someone was there, or change it; there is one chair."""
    overleg = changeable_row(ledger, rij)
    with ledger.operation(_("Aanwezigheid bij het overleg van {datum}").format(datum=format_date(overleg.datum))):
        if rij.voorzitter:
            for other in ledger.aanwezigheden.where(overleg_id=rij.overleg_id, voorzitter=True):
                if other.id != rij.id:
                    ledger.aanwezigheden.save(replace(other, voorzitter=False))
        return ledger.aanwezigheden.save(rij)


def remove_aanwezigheid(ledger: Ledger, rij: Aanwezigheid) -> None:
    """Take someone off the list of who was there."""
    overleg = changeable_row(ledger, rij)
    with ledger.operation(_("Aanwezigheid bij het overleg van {datum}").format(datum=format_date(overleg.datum))):
        ledger.aanwezigheden.delete(rij)


def fill_aanwezigheid(ledger: Ledger, overleg_id: int) -> int:
    """Expect at the meeting every gemeente that is a member and is not on the list, by its contacts; return how many.

    Who gets the agenda as a member is expected, as present until it is said otherwise; a gemeente without such a
    contact gets a row without a name.
    """
    overleg = changeable(ledger, overleg_id)
    roles = [each.rol for each in ledger.verzendingen.where(reeks_id=overleg.reeks_id) if each.wijze == LID]
    expected = [each for each in ledger.contacten if each.rol in roles]
    known = [*ledger.aanwezigheden.where(overleg_id=overleg_id)]
    there = {each.gemeente_id for each in known}
    to_chair = "" if any(each.voorzitter for each in known) else overleg.voorzitter.strip()
    rows = []
    for gemeente in sorted(ledger.gemeenten.where(lid=True), key=lambda each: sort_key(each.naam)):
        if gemeente.id in there:
            continue
        names = [each.naam.strip() for each in expected if each.gemeente_id == gemeente.id and each.naam.strip()]
        for naam in dict.fromkeys(names) or [""]:  # who has two roles comes once
            chair = bool(naam) and naam == to_chair
            to_chair = "" if chair else to_chair
            rows.append(Aanwezigheid(overleg_id=overleg_id, gemeente_id=gemeente.id, naam=naam, voorzitter=chair))
    with ledger.operation(_("Aanwezigheid bij het overleg van {datum}").format(datum=format_date(overleg.datum))):
        for rij in rows:
            ledger.aanwezigheden.save(rij)
    return len(rows)


def _shown(regel: Verslagregel) -> str:
    """Its text as the log has it: on one line."""
    return shorten(" ".join(regel.tekst.split()), _SHOWN)


def _record(ledger: Ledger, regel: Verslagregel, houders: Sequence[tuple[int | None, str]]) -> Verslagregel:
    changeable_row(ledger, regel)
    if houders and regel.soort != ACTIE:
        raise RuleError(_("Alleen een actie heeft een houder."))
    if regel.soort != ACTIE and regel.voor:
        raise RuleError(_("Alleen een actie heeft een datum waarvóór zij klaar is."))
    if regel.agendapunt_id is not None and ledger.agendapunten.get(regel.agendapunt_id).overleg_id != regel.overleg_id:
        raise RuleError(_("Dat agendapunt hoort bij een ander overleg."))
    saved = ledger.verslagregels.save(replace(regel, tekst=regel.tekst.strip()))
    assert saved.id is not None
    once: dict[tuple[int | None, str], Actiehouder] = {}  # however their capitals were typed
    for id, naam in houders:
        houder = Actiehouder(regel_id=saved.id, gemeente_id=id, organisatie="" if id else naam.strip())
        once.setdefault((id, spelling_key(houder.organisatie)), houder)
    wanted = [*once.values()]
    for old in ledger.actiehouders.where(regel_id=saved.id):
        if replace(old, id=None) not in wanted:
            ledger.actiehouders.delete(old)
    for houder in wanted:
        ledger.actiehouders.put(houder)
    if regel.soort != KNELPUNT:
        for link in ledger.kennislinks.where(regel_id=saved.id):
            ledger.kennislinks.delete(link)
    if regel.id is None and regel.agendapunt_id is not None:
        punt = ledger.agendapunten.get(regel.agendapunt_id)
        ledger.agendapunten.save(replace(punt, besproken=True))
    return saved
