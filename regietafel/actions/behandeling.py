"""What happens to an agreement, recorded as facts: by colleges, to addressees, by the COA.

When the last fact comes in the agreement is complete: it comes into force the day after the last bekendmaking and is
frozen from then on ("eenmaal overgedragen, blijft overgedragen").
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from regietafel.actions.herverdeling import FROZEN, refuse_future
from regietafel.domain.behandeling import ADRESSATEN, Behandeling, Kennisgeving, Verwerking, inwerkingtreding
from regietafel.domain.herverdeling import Herverdeling, Partij
from regietafel.domain.herverdelingsregels import check
from regietafel.errors import RuleError
from regietafel.i18n import _, enumerate_some, format_date
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names
from regietafel.queries.herverdelingen import HerverdelingBlad, blad, current_taakstelling
from regietafel.queries.voornemen import voornemen


def record_behandelingen(
    ledger: Ledger, behandelingen: Sequence[Behandeling], *, today: datetime.date | None = None
) -> None:
    """Record how colleges handle agreements, each in place of what was known: all of them, or none.

    Raises RuleError for a gemeente that is no party, a day still to come, an agreement that is withdrawn, and for any
    change of what is in force but the official to call, the number, who signed and the vindplaats.
    """
    per_agreement: dict[int, list[Behandeling]] = {}
    for each in behandelingen:
        per_agreement.setdefault(each.herverdeling_id, []).append(each)
    views = {id: blad(ledger, id) for id in per_agreement}
    complete: dict[int, datetime.date] = {}
    for id, facts in per_agreement.items():
        merged = _merged(views[id], facts)
        for each in facts:
            _check_behandeling(ledger, views[id], each, today)
        if views[id].in_werking_op is None and (day := inwerkingtreding(merged)):
            complete[id] = day
    with ledger.operation(_label(ledger, views, behandelingen), final=bool(complete)):
        for each in behandelingen:
            ledger.behandelingen.put(each)
        for id, day in complete.items():
            _bring_into_force(ledger, views[id].herverdeling, day)


def tick_off(
    ledger: Ledger, feiten: Sequence[Behandeling | Kennisgeving | Verwerking], *, today: datetime.date | None = None
) -> None:
    """Record what arrived, of all kinds and for several agreements at once, as one step: all of it, or nothing.

    Raises RuleError as the functions for each kind do. When one of the agreements is complete by it, nothing of the
    step can be taken back.
    """
    views = {id: blad(ledger, id) for id in dict.fromkeys(each.herverdeling_id for each in feiten)}
    behandelingen = [each for each in feiten if isinstance(each, Behandeling)]
    kennisgevingen = [each for each in feiten if isinstance(each, Kennisgeving)]
    kenmerken = enumerate_some(sorted(view.kenmerk for view in views.values()))
    label = _("{n} afgevinkt: {kenmerk}").format(n=len(feiten), kenmerk=kenmerken)
    final = any(
        completes(view, [each for each in behandelingen if each.herverdeling_id == id]) for id, view in views.items()
    )
    with ledger.operation(label, final=final):
        if behandelingen:
            record_behandelingen(ledger, behandelingen, today=today)
        if kennisgevingen:
            record_kennisgevingen(ledger, kennisgevingen, today=today)
        for each in feiten:
            if isinstance(each, Verwerking):
                record_verwerking(ledger, each, today=today)


def completes(view: HerverdelingBlad, behandelingen: Iterable[Behandeling]) -> datetime.date | None:
    """The day on which the agreement comes into force once these facts are recorded; None when something is missing.

    Whoever records them is told before: there is no way back.
    """
    return None if view.in_werking_op else inwerkingtreding(_merged(view, behandelingen))


def record_kennisgevingen(
    ledger: Ledger, kennisgevingen: Sequence[Kennisgeving], *, today: datetime.date | None = None
) -> None:
    """Record who was told, each in place of what was known. Raises RuleError before the last bekendmaking."""
    for each in kennisgevingen:
        view = blad(ledger, each.herverdeling_id)
        if view.bekendgemaakt_op is None:
            raise RuleError(
                _("{kenmerk}: de kennisgeving volgt pas als elk college het besluit heeft bekendgemaakt.").format(
                    kenmerk=view.kenmerk
                )
            )
        if each.datum < view.bekendgemaakt_op:
            raise RuleError(
                _("{kenmerk}: de kennisgeving kan niet voor de laatste bekendmaking van {datum} liggen.").format(
                    kenmerk=view.kenmerk, datum=format_date(view.bekendgemaakt_op)
                )
            )
        for day in filter(None, (each.datum, each.ontvangst_op)):
            refuse_future(day, today)
        if each.aan == "coa" and view.verwerkingen and each.datum > (first := view.verwerkingen[0].datum):
            sentence = _("{kenmerk}: het COA reageerde op {datum}; de kennisgeving kan niet later zijn verstuurd.")
            raise RuleError(sentence.format(kenmerk=view.kenmerk, datum=format_date(first)))
    kenmerken = {ledger.herverdelingen.get(each.herverdeling_id).kenmerk for each in kennisgevingen}
    aan = ", ".join(dict.fromkeys(ADRESSATEN[each.aan] for each in kennisgevingen))
    label = _("{kenmerk}: kennisgeving aan {aan}").format(kenmerk=", ".join(sorted(kenmerken)), aan=aan)
    with ledger.operation(label):
        for each in kennisgevingen:
            ledger.kennisgevingen.put(each)


def remove_kennisgeving(ledger: Ledger, kennisgeving: Kennisgeving) -> None:
    """Take out what was recorded by mistake. Raises RuleError when the COA has answered it."""
    kenmerk = ledger.herverdelingen.get(kennisgeving.herverdeling_id).kenmerk
    if kennisgeving.aan == "coa" and ledger.verwerkingen.find(herverdeling_id=kennisgeving.herverdeling_id):
        sentence = _("{kenmerk}: verwijder eerst het bericht van het COA; dat kwam na deze kennisgeving.")
        raise RuleError(sentence.format(kenmerk=kenmerk))
    with ledger.operation(_("{kenmerk}: kennisgeving verwijderd").format(kenmerk=kenmerk)):
        ledger.kennisgevingen.delete(kennisgeving)


def record_verwerking(ledger: Ledger, verwerking: Verwerking, *, today: datetime.date | None = None) -> None:
    """Record what the COA said: booked, or rejected because of the sum. The newest counts.

    A rejected agreement no longer counts from that day: the old taakstelling stands (stappenplan). Raises RuleError
    before the agreement is in force, or when the COA was not told.
    """
    view = blad(ledger, verwerking.herverdeling_id)
    told = next((each.datum for each in view.kennisgevingen if each.aan == "coa"), None)
    if told is None:
        raise RuleError(
            _("{kenmerk}: vul eerst de kennisgeving aan het COA in; daarna kan het COA verwerken.").format(
                kenmerk=view.kenmerk
            )
        )
    first = max(told, view.in_werking_op or told)
    if verwerking.datum < first:
        raise RuleError(
            _(
                "{kenmerk}: het COA kan niet verwerken voor {datum}, de dag van de kennisgeving of de inwerkingtreding."
            ).format(kenmerk=view.kenmerk, datum=format_date(first))
        )
    refuse_future(verwerking.datum, today)
    said = _("{kenmerk} afgekeurd door het COA") if verwerking.afgekeurd else _("{kenmerk} verwerkt door het COA")
    with ledger.operation(said.format(kenmerk=view.kenmerk)):
        ledger.verwerkingen.put(verwerking)


def remove_verwerking(ledger: Ledger, verwerking: Verwerking) -> None:
    """Take out what was recorded by mistake."""
    kenmerk = ledger.herverdelingen.get(verwerking.herverdeling_id).kenmerk
    with ledger.operation(_("{kenmerk}: bericht van het COA verwijderd").format(kenmerk=kenmerk)):
        ledger.verwerkingen.delete(verwerking)


def _merged(view: HerverdelingBlad, facts: Iterable[Behandeling]) -> tuple[Behandeling, ...]:
    """The facts of every party with the new ones in place of the old."""
    new = {each.gemeente_id: each for each in facts}
    return tuple(new.get(each.gemeente_id, each) for each in view.behandelingen)


def _check_behandeling(ledger: Ledger, view: HerverdelingBlad, new: Behandeling, today: datetime.date | None) -> None:
    old = next((each for each in view.behandelingen if each.gemeente_id == new.gemeente_id), None)
    if old is None:
        raise RuleError(_("Deze gemeente doet niet mee aan {kenmerk}.").format(kenmerk=view.kenmerk))
    decided = (new.voorgelegd_op, new.besluit_op, new.geweigerd, new.bekendgemaakt_op)
    if decided == (old.voorgelegd_op, old.besluit_op, old.geweigerd, old.bekendgemaakt_op):
        return
    if view.in_werking_op:
        raise RuleError(FROZEN.format(kenmerk=view.kenmerk))
    if view.herverdeling.ingetrokken_op:
        sentence = _("{kenmerk} is ingetrokken; er kan niets meer over worden besloten.")
        raise RuleError(sentence.format(kenmerk=view.kenmerk))
    later = ledger.herverdelingen.where(vervolg_op_id=view.id)
    if old.geweigerd and not new.geweigerd and (instead := [each.kenmerk for each in later if not each.ingetrokken_op]):
        sentence = _(
            "{kenmerk} is vervangen door {vervolg}. Trek die eerst in; anders tellen dezelfde overdrachten dubbel."
        )
        raise RuleError(sentence.format(kenmerk=view.kenmerk, vervolg=enumerate_some(instead)))
    for day in filter(None, (new.voorgelegd_op, new.besluit_op, new.bekendgemaakt_op)):
        refuse_future(day, today)


def _bring_into_force(ledger: Ledger, herverdeling: Herverdeling, day: datetime.date) -> None:
    """Freeze the numbers. They must hold that day, and on each later day on which another agreement begins to count."""
    assert herverdeling.id is not None
    in_force = replace(herverdeling, in_werking_op=day)
    delen = blad(ledger, herverdeling.id).delen
    beside = [each for each in ledger.herverdelingen if each.overlaps(herverdeling)]
    others = {each.in_werking_op for each in beside if each.in_werking_op and each.in_werking_op > day}
    for op in sorted({day, *others}):
        check(voornemen(ledger, herverdeling.periode, delen, herverdeling.bepalingen, op))
    oud = current_taakstelling(ledger, herverdeling.periode, day)
    names = gemeente_names(ledger)
    for gemeente_id in [partij.gemeente_id for partij in blad(ledger, herverdeling.id).partijen]:
        ledger.partijen.save(
            Partij(herverdeling_id=herverdeling.id, gemeente_id=gemeente_id, oud=oud[names[gemeente_id]])
        )
    ledger.herverdelingen.save(in_force)


def _label(ledger: Ledger, views: Mapping[int, HerverdelingBlad], behandelingen: Sequence[Behandeling]) -> str:
    known = {(each.herverdeling_id, each.gemeente_id): each for view in views.values() for each in view.behandelingen}
    news = dict.fromkeys(_news(known[each.herverdeling_id, each.gemeente_id], each) for each in behandelingen)
    if len(behandelingen) == 1:
        wie = _("college van {naam}").format(naam=gemeente_names(ledger)[behandelingen[0].gemeente_id])
    else:
        wie = _("{n} colleges").format(n=len(behandelingen))
    kenmerken = ", ".join(sorted(view.kenmerk for view in views.values()))
    return _("{kenmerk}: {wat}, {wie}").format(kenmerk=kenmerken, wat=", ".join(news), wie=wie)


def _news(old: Behandeling, new: Behandeling) -> str:
    """What the log calls it: the furthest step at this college that changes."""
    if new.bekendgemaakt_op != old.bekendgemaakt_op:
        return _("bekendmaking") if new.bekendgemaakt_op else _("bekendmaking weggehaald")
    if (new.besluit_op, new.geweigerd) != (old.besluit_op, old.geweigerd):
        made = _("weigering") if new.geweigerd else _("besluit")
        return made if new.besluit_op else _("besluit weggehaald")
    if new.voorgelegd_op != old.voorgelegd_op:
        return _("voorgelegd") if new.voorgelegd_op else _("voorleggen weggehaald")
    return _("gegevens bijgewerkt")
