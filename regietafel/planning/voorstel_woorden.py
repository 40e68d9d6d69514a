"""Proposals in words: what goes into the search, how far it is, and how sure the answer is."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from regietafel.domain.afronding import with_decimals
from regietafel.domain.periode import Periode
from regietafel.i18n import _, enumerate_some, format_decimal, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.planning.uitruil import Alternatief, Voortgang, Vraagstuk
from regietafel.queries.grenzen import GrensRegel, grens_regels
from regietafel.queries.herverdelingen import herverdelingen


@dataclass(frozen=True, kw_only=True)
class Invoerregel:
    """A gemeente as it goes into the search: what is to be expected of it and what it wants, or why it is left out."""

    gemeente_id: int
    gemeente: str
    saldo: int | None  # + achterstand, − voorsprong; None: it is left out
    grenzen: str


def invoer(ledger: Ledger, periode: Periode, question: Vraagstuk) -> tuple[Invoerregel, ...]:
    """The members of the table, by name."""
    ids = {each.naam: each.id for each in ledger.gemeenten if each.id is not None}
    limits: Mapping[int, GrensRegel] = {each.gemeente_id: each for each in grens_regels(ledger, periode)}
    rows = [
        Invoerregel(
            gemeente_id=each.id, gemeente=each.naam, saldo=each.saldo, grenzen=grenzen_in_woorden(limits.get(each.id))
        )
        for each in question.deelnemers
    ]
    rows += [
        Invoerregel(
            gemeente_id=ids[each.gemeente],
            gemeente=each.gemeente,
            saldo=None,
            grenzen=_("Doet niet mee. {reden}").format(reden=each.reden),
        )
        for each in question.buiten
    ]
    return tuple(sorted(rows, key=lambda row: sort_key(row.gemeente)))


def grenzen_in_woorden(grens: GrensRegel | None) -> str:
    """``wil niet afstaan; hoogstens 5 overnemen; alleen met Almelo``; empty without limits."""
    if grens is None:
        return ""
    said = []
    for most, never, at_most in (
        (grens.max_afstaan, _("wil niet afstaan"), _("hoogstens {n} afstaan")),
        (grens.max_overnemen, _("wil niet overnemen"), _("hoogstens {n} overnemen")),
    ):
        if most is not None:
            said.append(at_most.format(n=format_number(most)) if most else never)
    if grens.partners:
        said.append(_("alleen met {namen}").format(namen=grens.partners))
    if grens.minimum is not None:
        said.append(_("minstens {n} per overdracht").format(n=format_number(grens.minimum)))
    remark = " ".join(grens.toelichting.split())
    return "; ".join(said) + (f" ({remark})" if said and remark else "")


def vooraf_in_woorden(question: Vraagstuk) -> str:
    """How much there is to solve, and how much of that can be at most."""
    return _("Achterstand samen {tekort}, voorsprong samen {over}: hoogstens {most} op te lossen.").format(
        tekort=format_number(question.tekort),
        over=format_number(question.overschot),
        most=format_number(min(question.tekort, question.overschot)),
    )


def lopend_in_woorden(ledger: Ledger, periode: Periode, op: datetime.date) -> str:
    """Which agreements are under way and therefore not in the figures yet; empty when none is."""
    under_way = [view.kenmerk for view in herverdelingen(ledger, periode, op) if view.stand.loopt]
    sentence = _("Nog niet in werking, dus niet meegerekend: {kenmerken}.")
    return sentence.format(kenmerken=enumerate_some(under_way)) if under_way else ""


def voortgang_in_woorden(how_far: Voortgang) -> str:
    """The best so far, and what is proven of it."""
    if how_far.aantal is None:
        return _("Nog niets gevonden.")
    one, more = _("Tot nu toe: {n} lost {opgelost} op."), _("Tot nu toe: {n} lossen samen {opgelost} op.")
    best = (one if how_far.aantal == 1 else more).format(
        n=_overdrachten(how_far.aantal), opgelost=format_number(how_far.opgelost)
    )
    if not how_far.verschil:
        return best + " " + _("Met minder kan het niet.")
    return best + " " + _("Misschien kan het met {n} minder.").format(n=format_number(how_far.verschil))


def zekerheid(each: Alternatief, best: Alternatief) -> tuple[str, str]:
    """A shape, and in words how sure it is that this cannot be bettered; ``best`` is the first proposal."""
    more = each.aantal_overdrachten - best.aantal_overdrachten
    if each.geheel_bewezen:
        return "✓", _("bewezen het beste")
    if each.bewezen:
        return "✓", _("bewezen: het kan niet met minder overdrachten")
    if more > 0 and best.bewezen:
        return "●", _("{n} meer dan het eerste voorstel").format(n=_overdrachten(more))
    if less := each.aantal_overdrachten - each.ondergrens:
        return "◇", _("nog niet bewezen: misschien kan het met {n} minder").format(n=_overdrachten(less))
    return "◇", _("nog niet bewezen: misschien kan er meer worden opgelost")


def alternatief_in_woorden(each: Alternatief) -> str:
    """What it solves and the heaviest burden; the rest is in its ``kenschets``."""
    said = _("Lost {opgelost} op; {rest} blijft over.").format(
        opgelost=format_number(each.opgelost), rest=format_number(each.rest)
    )
    if each.last:
        most = format_decimal(with_decimals(1000 * Fraction(each.last), 1))
        said += " " + _("Wie overneemt, neemt hoogstens {n} per 1.000 inwoners over.").format(n=most)
    return said


def _overdrachten(count: int) -> str:
    return _("1 overdracht") if count == 1 else _("{n} overdrachten").format(n=format_number(count))
