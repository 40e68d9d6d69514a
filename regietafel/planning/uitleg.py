"""How each number of the prognose arises, in sentences for who asks."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction

from regietafel.domain.afronding import rounded, with_decimals
from regietafel.domain.periode import Periode
from regietafel.domain.prognose import (
    MAANDEN,
    REEKS_BRON,
    REEKS_GRENS,
    Reeks,
    Verloop,
    Vooruitzicht,
    verstreken,
)
from regietafel.i18n import MINUS, _, enumerate_some, format_date, format_decimal, format_number
from regietafel.planning.aanbod import Onzeker, Reden


def uitleg(view: Vooruitzicht, periode: Periode, op: datetime.date) -> tuple[str, ...]:
    """Schema, tempo, aanbod, what is expected and what is needed, in that order."""
    return (*_schema(view, periode, op), *_tempo(view), *_aanbod(view), *_verwacht(view), *_nodig(view))


def reeks_uitleg(reeks: Reeks, laatste: Periode, geteld: datetime.date | None) -> Iterator[str]:
    """How many half-years in a row were missed, as far as is known, and what that may lead to.

    ``geteld`` is the day of the last count of ``laatste``: one before its end may not be the final one.
    """
    if geteld and geteld < laatste.einde:
        yield _("De laatste telling van {periode} is van {dag}, vóór het einde; de eindstand kan anders zijn.").format(
            periode=laatste, dag=format_date(geteld)
        )
    if reeks.aantal == 0:
        if reeks.onbekend:
            yield _("Of {periode} met een achterstand eindigde, is onbekend.").format(periode=laatste)
        return
    if reeks.aantal == 1:
        said = _("{periode} eindigde met een achterstand.").format(periode=laatste)
    else:
        said = _("{n} halfjaren op rij, tot en met {periode}, eindigden met een achterstand.").format(
            n=reeks.aantal, periode=laatste
        )
    if reeks.onbekend:
        said += _(" Van {periode} is het saldo onbekend; verder terug is niet geteld.").format(periode=reeks.onbekend)
    yield said
    if reeks.aantal >= REEKS_GRENS:
        yield _("Bij {n} halfjaren op rij kan de provincie ingrijpen ({bron}).").format(n=REEKS_GRENS, bron=REEKS_BRON)


def _schema(view: Vooruitzicht, periode: Periode, op: datetime.date) -> Iterator[str]:
    if view.opgave is None or view.schema is None:
        yield _("De opgave is onbekend: er is geen taakstelling. Daarom is er geen schema.")
        return
    dag = view.telling.peildatum if view.telling else op
    if view.opgave <= 0:
        yield _("De opgave is {opgave}: er is niets meer te huisvesten. Het schema is 0.").format(
            opgave=format_number(view.opgave)
        )
    else:
        yield _(
            "Schema: na {maanden} van de {alle} maanden ({dag}) horen er {n} van de {opgave} gehuisvest te zijn."
        ).format(
            maanden=_maanden(verstreken(periode, dag)),
            alle=MAANDEN,
            dag=format_date(dag),
            n=format_number(rounded(view.schema)),
            opgave=format_number(view.opgave),
        )
    if view.telling is None:
        yield _("Er is nog geen realisatie bekend; tempo en verwachting zijn daarom onbekend.")
        return
    if (verschil := view.verschil) is not None:
        yield _("De realisatie is {realisatie}: {n}{verloop}.").format(
            realisatie=format_number(view.telling.aantal),
            n=f"{format_number(abs(verschil))} " if verschil else "",
            verloop=Verloop.of(verschil),
        )


def _tempo(view: Vooruitzicht) -> Iterator[str]:
    if view.telling is None:
        return
    if view.tempo is None:
        yield _("Er is nog geen maand voorbij op {dag}; een tempo zegt dan niets.").format(
            dag=format_date(view.telling.peildatum)
        )
        return
    yield _("Tempo: {realisatie} in {duur} is {tempo} per maand.").format(
        realisatie=format_number(view.telling.aantal),
        duur=_duur(MAANDEN - view.resterend),
        tempo=_decimal(view.tempo),
    )
    if view.tempo_recent is not None:
        yield _("Tussen de laatste twee tellingen was dat {tempo} per maand.").format(tempo=_decimal(view.tempo_recent))


def _aanbod(view: Vooruitzicht) -> Iterator[str]:
    if not view.komend:
        return
    for each in view.komend:
        if each.personen < 0:
            sentence = _(
                "{n} uit {wat} moeten vanaf {dag} opnieuw worden gehuisvest, zekerheid {zekerheid} %: telt voor {telt}."
            )
        else:
            sentence = _("{n} uit {wat} per {dag}, zekerheid {zekerheid} %: telt voor {telt}.")
        yield sentence.format(
            n=format_number(abs(each.personen)),
            wat=each.omschrijving or _("aanbod"),
            dag=format_date(each.datum),
            zekerheid=each.zekerheid,
            telt=_decimal(each.verwacht),
        )
    if view.aanbod < 0:
        sentence = _("Door wat eindigt, gaan er tot het einde {n} af; alles telt mee naar zijn zekerheid.")
    else:
        sentence = _("Aan bekend aanbod komt er tot het einde {n} bij; elk aanbod telt mee naar zijn zekerheid.")
    yield sentence.format(n=_decimal(abs(view.aanbod)))


def onzeker_uitleg(rows: Sequence[Onzeker]) -> Iterator[str]:
    """What is not counted, per reason."""
    for reden in Reden:
        said = [_named(each) for each in rows if each.reden is reden]
        if said:
            yield _("Niet meegeteld ({reden}): {wat}.").format(reden=reden, wat=enumerate_some(said))


def _named(each: Onzeker) -> str:
    if each.personen is None:
        return each.omschrijving
    if each.personen < 0:
        text = _("{n} die uit {wat} moeten per {dag}")
    else:
        text = _("{n} uit {wat} per {dag}") if each.datum else _("{n} uit {wat}")
    return text.format(n=format_number(abs(each.personen)), wat=each.omschrijving, dag=format_date(each.datum))


def _verwacht(view: Vooruitzicht) -> Iterator[str]:
    if view.telling is None or view.tempo is None or view.verwacht is None:
        return
    if not view.resterend:
        yield _("Het halfjaar is voorbij op {dag}; er wordt niets meer bij verwacht.").format(
            dag=format_date(view.telling.peildatum)
        )
    else:
        coming = _(" + {n} aanbod").format(n=_term(_decimal(view.aanbod))) if view.aanbod else ""
        yield _("Verwacht: {realisatie} + {duur} × {tempo}{aanbod} is afgerond {n} aan het einde.").format(
            realisatie=format_number(view.telling.aantal),
            duur=_duur(view.resterend),
            tempo=_term(_decimal(view.tempo)),
            aanbod=coming,
            n=format_number(rounded(view.verwacht)),
        )
    if view.opgave is not None and (left := view.verwacht_saldo) is not None:
        outcome = _("een achterstand") if left > 0 else _("een voorsprong") if left < 0 else _("precies gehaald")
        yield _("Verwacht saldo: {opgave} − {verwacht} is {saldo}: {uitkomst}.").format(
            opgave=format_number(view.opgave),
            verwacht=_term(format_number(view.opgave - left)),
            saldo=format_number(left),
            uitkomst=outcome,
        )


def _nodig(view: Vooruitzicht) -> Iterator[str]:
    if view.nodig_per_maand is None:
        return
    if view.nodig_per_maand == 0:
        yield _("Er is niets meer nodig om op 0 te eindigen.")
    else:
        yield _("Om op 0 te eindigen zijn er nog {n} per maand nodig, {duur} lang.").format(
            n=_decimal(view.nodig_per_maand), duur=_duur(view.resterend)
        )


def _term(number: str) -> str:
    """A negative number within a sum, in parentheses."""
    return f"({number})" if number.startswith(MINUS) else number


def _decimal(number: Fraction) -> str:
    return format_decimal(with_decimals(number, 1))


def _maanden(number: Fraction) -> str:
    """``2`` or ``2,3``."""
    return format_number(int(number)) if number.denominator == 1 else _decimal(number)


def _duur(number: Fraction) -> str:
    return _("1 maand") if number == 1 else _("{n} maanden").format(n=_maanden(number))
