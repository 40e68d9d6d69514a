"""The cijferboek: every figure of the region in one workbook, a sheet per subject, opened by a leeswijzer."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any

from regietafel.catalog import PROGNOSE, TOEZICHT
from regietafel.catalog.export import LEESWIJZER
from regietafel.domain.periode import Periode
from regietafel.exchange import onderdelen
from regietafel.exchange.tabel import Tabel, sheet_names
from regietafel.i18n import _, format_date, format_date_long, format_number
from regietafel.ledger import Ledger
from regietafel.planning.kort import dag_van
from regietafel.planning.prognose import prognose
from regietafel.queries.stand import newest_periode
from regietafel.queries.toezicht import toezicht


def cijferboek(ledger: Ledger, periode: Periode | None = None, *, vandaag: datetime.date) -> tuple[Tabel, ...]:
    """The leeswijzer, and every subject about which the file holds something.

    Stand, prognose, toezicht and the counts per peildatum are of ``periode`` (the newest unless given), the rest is of
    all half-years. Raises RegietafelError when there are no figures at all.
    """
    periode = periode or newest_periode(ledger)
    subjects = (
        onderdelen.stand(ledger, periode),
        *_vooruit(ledger, periode, vandaag),
        onderdelen.geschiedenis(ledger),
        onderdelen.taakstelling(ledger),
        onderdelen.realisatie_per_peildatum(ledger, periode),
        onderdelen.realisatie(ledger),
        onderdelen.beginstand(ledger),
        onderdelen.correcties(ledger),
        onderdelen.herverdelingen(ledger),
        onderdelen.overzicht(ledger),
        onderdelen.inwoners(ledger),
        onderdelen.opvang(ledger),
    )
    filled = tuple(tabel for tabel in subjects if tabel.records)
    empty = [tabel.titel for tabel in subjects if not tabel.records]
    lines = [*_about(ledger, periode, vandaag), *_sheets(filled)]
    if empty:
        lines.append((_("Nog geen cijfers"), ", ".join(empty)))
    wijzer = Tabel(
        titel=_("Leeswijzer"),
        fields=LEESWIJZER,
        records=[SimpleNamespace(onderwerp=what, uitleg=text) for what, text in (*lines, *_sources(filled))],
    )
    return (wijzer, *filled)


def _vooruit(ledger: Ledger, periode: Periode, vandaag: datetime.date) -> Iterator[Tabel]:
    """What to expect of the half-year, and what the provincie found of it."""
    known = _("met wat op {datum} bekend was").format(datum=format_date(vandaag))
    op = dag_van(periode, vandaag)
    expected = prognose(ledger, periode, op)
    yield Tabel(
        titel=_("Prognose {periode}").format(periode=periode),
        fields=PROGNOSE,
        records=expected.regels,
        totaal=expected.totaal,
        bron=_("berekend door Regietafel, {known}").format(known=known),
    )
    yield Tabel(
        titel=_("Toezicht {periode}").format(periode=periode),
        fields=TOEZICHT,
        records=toezicht(ledger, periode, op),
        bron=_("de oordelen van de provincie in dit bestand, {known}").format(known=known),
    )


def _about(ledger: Ledger, periode: Periode, vandaag: datetime.date) -> Iterator[tuple[str, str]]:
    regio = ledger.regio.find()
    yield _("Cijferboek van"), regio.naam if regio else ""
    yield _("Bestand"), ledger.path.name if ledger.path else ""
    yield _("Gemaakt op"), format_date_long(vandaag)
    yield _("Halfjaar"), _("{periode}; de geschiedenis is van alle halfjaren").format(periode=periode)
    yield _("Eenheid"), _("Personen (vergunninghouders), tenzij er iets anders staat. Een lege cel is onbekend.")
    yield _("Opgave"), _("De taakstelling ± herverdeling + beginstand ± correctie.")
    yield _("Saldo"), _("De opgave min de realisatie. Boven 0 is het achterstand, onder 0 voorsprong.")
    yield (
        _("Onverklaard verschil"),
        _("Wat niet op elkaar aansluit, staat zo genoemd bij de cijfers. Er is niets gelijkgemaakt."),
    )
    yield _("Totalen"), _("Vaste getallen, geen formules: ze veranderen niet mee als u iets wijzigt.")


def _sheets(tabellen: Sequence[Tabel]) -> Iterator[tuple[str, str]]:
    names = sheet_names((_("Leeswijzer"), *(tabel.titel for tabel in tabellen)))[1:]
    for name, tabel in zip(names, tabellen, strict=True):
        n = len(tabel.records)
        text = _("1 rij. Bron: {bron}.") if n == 1 else _("{n} rijen. Bron: {bron}.")
        yield _("Blad {naam}").format(naam=name), text.format(n=format_number(n), bron=tabel.bron)


def _sources(tabellen: Sequence[Tabel]) -> Iterator[tuple[str, str]]:
    """Every source a row names, with the sheets where it does."""
    where: dict[str, list[str]] = {}
    for tabel in tabellen:
        for bron in dict.fromkeys(_source(record) for record in tabel.records):
            if bron:
                where.setdefault(bron, []).append(tabel.titel)
    for bron, titles in where.items():
        yield _("Bron"), f"{bron} ({', '.join(titles)})"


def _source(record: Any) -> str:
    return getattr(record, "bron", "")
