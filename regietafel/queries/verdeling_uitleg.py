"""In words: how the verdeelsleutel comes to the number of one gemeente."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import floor

from regietafel.domain.afronding import with_decimals
from regietafel.domain.verdeelsleutel import AMV_BLOK, Methode, Samen, Verdeling, verdeel
from regietafel.i18n import _, enumerate_some, format_decimal, format_number
from regietafel.queries.verdeling import LandelijkeVerdeling

_DECIMALS = 2
_AFGEROND = {
    Methode.WET: _("naar boven afgerond"),
    Methode.ADAMS: _("naar boven afgerond"),
    Methode.WEBSTER: _("gewoon afgerond"),
    Methode.JEFFERSON: _("naar beneden afgerond"),
    Methode.HAMILTON: _("naar beneden afgerond"),
}


def uitleg(landelijk: LandelijkeVerdeling, gm_code: str) -> tuple[str, ...]:
    """Sentences that end in the number of this gemeente by the chosen method; the last is about the amv."""
    land, verdeling = landelijk.land, landelijk.gekozen
    regel = next((each for each in verdeling.regels if each.gemeente == gm_code), None)
    naam = land.naam(gm_code)
    if regel is None:
        return (_("{naam} staat niet bij de inwoners van dit halfjaar en telt niet mee.").format(naam=naam),)
    for pool in landelijk.samen:
        if gm_code in pool.leden:
            sentence = _("{naam} wordt bij {naar} geteld en krijgt zelf 0.")
            return (sentence.format(naam=naam, naar=land.naam(pool.naar)),)
    return tuple(_sentences(landelijk, gm_code, [pool for pool in landelijk.samen if pool.naar == gm_code]))


def _sentences(landelijk: LandelijkeVerdeling, gm_code: str, pools: list[Samen]) -> Iterator[str]:
    land, verdeling = landelijk.land, landelijk.gekozen
    regel = next(each for each in verdeling.regels if each.gemeente == gm_code)
    som = sum(land.inwoners.values())
    alone = _alone(landelijk) if pools else {gm_code: regel.aantal}
    yield _division(verdeling, regel.inwoners, alone[gm_code], som)
    for pool in pools:
        inwoners = sum(land.inwoners[lid] for lid in pool.leden)
        sentence = _("{leden} tellen als één, met {inwoners} inwoners. {deling} Dat komt erbij: samen {aantal}.")
        yield sentence.format(
            leden=_(" en ").join(filter(None, (", ".join(map(land.naam, pool.leden[:-1])), land.naam(pool.leden[-1])))),
            inwoners=format_number(inwoners),
            deling=_division(verdeling, inwoners, alone[pool.leden[0]], som),
            aantal=format_number(regel.aantal),
        )
    if gm_code in verdeling.gelijk:
        others = enumerate_some([land.naam(code) for code in verdeling.gelijk if code != gm_code])
        yield _("Op de laatste plaats heeft {namen} evenveel recht; de grootste gaat voor.").format(namen=others)
    if regel.amv is not None:
        sentence = _(
            "Waarvan amv: {amv}. Ook zij worden naar inwoners verdeeld; een gemeente krijgt er 0 of ten minste {blok}."
        )
        yield sentence.format(amv=format_number(regel.amv), blok=AMV_BLOK)


def _alone(landelijk: LandelijkeVerdeling) -> dict[str, int]:
    """What each unit gets before the numbers are put together; a pool stands at its first member."""
    inwoners = dict(landelijk.land.inwoners)
    for pool in landelijk.samen:
        inwoners[pool.leden[0]] = sum(inwoners.pop(lid) for lid in pool.leden)
    apart = verdeel(inwoners, landelijk.gekozen.totaal, landelijk.methode)
    return {regel.gemeente: regel.aantal for regel in apart.regels}


def _division(verdeling: Verdeling, inwoners: int, aantal: int, som: int) -> str:
    """One unit: its inhabitants, the divisor or its share, and the rounding."""
    said = {"inwoners": format_number(inwoners), "aantal": format_number(aantal)}
    rounded = _AFGEROND[verdeling.methode]
    if verdeling.methode in (Methode.WET, Methode.HAMILTON):
        quotient = Fraction(verdeling.totaal * inwoners, som or 1)
        text = _("{totaal} × {inwoners} / {som} = {quotient}; {afgerond} {heel}.").format(
            **said,
            totaal=format_number(verdeling.totaal),
            som=format_number(som),
            quotient=_show(quotient),
            afgerond=rounded,
            heel=format_number(aantal if verdeling.methode is Methode.WET else floor(quotient)),
        )
        more = aantal - floor(quotient) if verdeling.methode is Methode.HAMILTON else 0
        return text + (_(" Van wat over is, komt er 1 bij: {aantal}.").format(**said) if more else "")
    if verdeling.deler is None:
        return _("Er zijn minder plaatsen dan gemeenten; de grootste krijgen er één. Hier {aantal}.").format(**said)
    return _("{inwoners} / {deler} = {quotient}; {afgerond} {aantal}.").format(
        **said, deler=show_deler(verdeling.deler), quotient=_show(inwoners / verdeling.deler), afgerond=rounded
    )


def show_deler(deler: Fraction | None) -> str:
    """``648,34``; rounded to two decimals where it has no end; ``–`` when there is none."""
    if deler is None:
        return format_decimal(None)
    exact = Decimal(deler.numerator) / Decimal(deler.denominator)
    return format_decimal(exact if Fraction(exact) == deler else with_decimals(deler, _DECIMALS))


def _show(quotient: Fraction) -> str:
    """With two decimals, or as many as it takes to see on which side of a whole or a half it lies."""
    decimals = _DECIMALS
    while (2 * quotient).denominator > 1 and (2 * Fraction(with_decimals(quotient, decimals))).denominator == 1:
        decimals += 1
    return format_decimal(with_decimals(quotient, decimals))
