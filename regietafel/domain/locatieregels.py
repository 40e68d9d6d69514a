"""What is to be said of a location of opvang on a day. Remarks, never refusals: norms are wishes (domein §4)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from regietafel.domain import opvang
from regietafel.domain.feestdagen import plain_einde
from regietafel.domain.norm import AMV_HOOGSTENS, BEZETTING, GEWENST_TOT, GEWENST_VAN, KLEINSCHALIG, MINSTENS
from regietafel.domain.opvanglocatie import AMV_KLEIN, AMV_PROCES, AZC, ROL, Opvanglocatie
from regietafel.domain.staat import GESLOTEN, OPEN
from regietafel.i18n import _, format_date, format_number

# The sizes are norms of COA, for the locations it runs; opvang Oekraïne and crisisnoodopvang are of the gemeenten.
_COA = (AZC, opvang.COA_NOODOPVANG, ROL)
_EINDE_IN_ZICHT = 6  # months before its end a bestuursovereenkomst asks for attention

Normen = Mapping[str, int]
"""The norms that hold that day, by their sleutel; by what is not there nothing is judged."""


def is_open(locatie: Opvanglocatie, staat: str | None, op: datetime.date) -> bool:
    """Whether it has places that day: it is open by its state and its dates; without a state by its dates alone."""
    if staat is None:
        return locatie.open_vanaf is not None and locatie.is_open_on(op)
    return staat == OPEN and locatie.is_open_on(op)


def opmerkingen(
    locatie: Opvanglocatie, staat: str | None, bezet: int | None, normen: Normen, op: datetime.date
) -> tuple[str, ...]:
    """Sentences about its dates, its bestuursovereenkomst, its size and its use, in that order."""
    said = [*_dates(locatie, staat, op)]
    if staat != GESLOTEN:
        said += [*_overeenkomst(locatie, op), *_size(locatie, normen), *_use(locatie, bezet, normen)]
        if locatie.capaciteit is None and is_open(locatie, staat, op):
            said.append(_("Het aantal plekken is niet ingevuld; de locatie telt nergens mee."))
    return tuple(said)


def _dates(locatie: Opvanglocatie, staat: str | None, op: datetime.date) -> Iterator[str]:
    begin, einde = locatie.open_vanaf, locatie.open_tot
    if staat == GESLOTEN:
        if einde and einde >= op:
            yield _("Is gesloten, maar volgens de datums open tot en met {dag}.").format(dag=format_date(einde))
        elif begin and not einde:
            yield _("Is gesloten, maar de laatste dag is niet ingevuld.")
        return
    if staat == OPEN and begin and begin > op:
        yield _("Is open, maar volgens de datums pas vanaf {dag}.").format(dag=format_date(begin))
    if staat is not None and staat != OPEN and begin and begin <= op:
        yield _("Had open moeten zijn sinds {dag}.").format(dag=format_date(begin))
    if staat is not None and einde and einde < op:
        yield _("Zou sluiten na {dag}, maar is niet gesloten.").format(dag=format_date(einde))


def _overeenkomst(locatie: Opvanglocatie, op: datetime.date) -> Iterator[str]:
    einde = locatie.overeenkomst_tot
    if not einde:
        return
    if einde < op:
        yield _("De bestuursovereenkomst eindigde op {dag}.").format(dag=format_date(einde))
    elif einde <= plain_einde(op, _EINDE_IN_ZICHT, "maand"):
        yield _("De bestuursovereenkomst eindigt op {dag}.").format(dag=format_date(einde))
    if locatie.open_tot and einde < locatie.open_tot:
        yield _("Blijft open tot en met {dag}, langer dan de bestuursovereenkomst.").format(
            dag=format_date(locatie.open_tot)
        )


def _size(locatie: Opvanglocatie, normen: Normen) -> Iterator[str]:
    plekken = locatie.capaciteit
    if not plekken:
        return
    if locatie.soort in {AMV_PROCES, AMV_KLEIN}:
        yield from _amv_size(locatie.soort, plekken, normen)
    elif locatie.soort in _COA:
        minstens, van, tot = (normen.get(each) for each in (MINSTENS, GEWENST_VAN, GEWENST_TOT))
        if minstens and plekken < minstens:
            if locatie.hoofdlocatie_id is None:
                sentence = _("Heeft {n} plekken, minder dan {norm}: kies een hoofdlocatie.")
                yield sentence.format(n=format_number(plekken), norm=format_number(minstens))
        elif van and plekken < van:
            sentence = _("Heeft {n} plekken; gewenst zijn er minstens {norm}.")
            yield sentence.format(n=format_number(plekken), norm=format_number(van))
        elif tot and plekken > tot:
            sentence = _("Heeft {n} plekken; gewenst zijn er hooguit {norm}.")
            yield sentence.format(n=format_number(plekken), norm=format_number(tot))


def _amv_size(soort: str, plekken: int, normen: Normen) -> Iterator[str]:
    hoogstens, klein = normen.get(AMV_HOOGSTENS), normen.get(KLEINSCHALIG)
    if hoogstens and plekken > hoogstens:
        sentence = _("Heeft {n} plekken; een locatie voor amv heeft er hooguit {norm}.")
        yield sentence.format(n=format_number(plekken), norm=format_number(hoogstens))
    elif soort == AMV_KLEIN and klein and plekken > klein:
        sentence = _("Heeft {n} plekken; een kleinschalige woonvoorziening heeft er ongeveer {norm}.")
        yield sentence.format(n=format_number(plekken), norm=format_number(klein))


def _use(locatie: Opvanglocatie, bezet: int | None, normen: Normen) -> Iterator[str]:
    plekken, norm = locatie.capaciteit, normen.get(BEZETTING)
    if bezet is None or plekken is None:
        return
    if bezet > plekken:
        sentence = _("Er zijn {m} plekken bezet, meer dan de {n} die er zijn.")
        yield sentence.format(m=format_number(bezet), n=format_number(plekken))
    elif norm and bezet * 100 > plekken * norm:
        sentence = _("Er zijn {m} van de {n} plekken bezet, meer dan {norm}\u00a0%.")
        yield sentence.format(m=format_number(bezet), n=format_number(plekken), norm=norm)
