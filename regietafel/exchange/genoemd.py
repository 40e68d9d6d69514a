"""What the heading of a column names, a periode or a day, and whether that is what is asked."""

from __future__ import annotations

import datetime
import re

from regietafel.domain.periode import Periode
from regietafel.exchange.datum import datums
from regietafel.exchange.perioden import perioden
from regietafel.exchange.soort import Kolom, Vraag, words

_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_OF_YEAR = re.compile(r"(taakstelling|realisatie|gerealiseerd|gehuisvest|saldo) ((?:199|20\d)\d)( \d)?$")


def fit(text: str, kolom: Kolom, vraag: Vraag) -> bool | None:
    """Whether a heading names what is asked; None when it names nothing."""
    named, days, periode = named_perioden(text), days_of(text, kolom), vraag.periode
    if kolom.jaarlijks:
        years = {day.year for day in days}
        return vraag.inwoners_jaar in years if years and vraag.inwoners_jaar else None
    if periode and named:
        return periode in named
    if days and periode and kolom.waarde == "beginstand":
        return not days.isdisjoint(begin_days(periode))
    if days and vraag.soort.heeft_peildatum and vraag.peildatum and kolom.waarde in vraag.soort.nodig:
        return vraag.peildatum in days
    if days and vraag.soort.heeft_peildatum and periode:
        return None if any(periode.begin <= day <= periode.next.einde for day in days) else False
    years = {int(year) for year in _YEAR.findall(words(text))} - {each.jaar for each in named} if kolom.bij else set()
    return False if periode and years and periode.jaar not in years else None


def begin_days(periode: Periode) -> set[datetime.date]:
    """The days of which the standing is that of the begin of the periode."""
    return {periode.begin, periode.previous.einde}


def named_perioden(text: str) -> frozenset[Periode]:
    """The periods that a heading names; a year means both."""
    named = perioden(text)
    if not named and not datums(text) and (year := _OF_YEAR.search(words(text))):
        named = frozenset({Periode(int(year[2]), 1), Periode(int(year[2]), 2)})
    return named


def days_of(text: str, kolom: Kolom) -> frozenset[datetime.date]:
    """The days that a heading names; of inhabitants a year is enough."""
    days = datums(text)
    if not days and kolom.jaarlijks:
        years = {int(year) for year in _YEAR.findall(words(text))} - {each.jaar for each in perioden(text)}
        days = frozenset(datetime.date(year, 1, 1) for year in years)
    return days
