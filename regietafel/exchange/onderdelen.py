"""What can be exported of a file: one function per subject, each giving a table with its source and its remarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Any

from regietafel.catalog import CORRECTIE, REALISATIE, STAND
from regietafel.catalog.export import (
    ALLE_BEGINSTANDEN,
    ALLE_INWONERS,
    ALLE_OVERDRACHTEN,
    ALLE_OVERZICHTREGELS,
    ALLE_TAAKSTELLINGEN,
    GEMEENTE_CODE,
    LOGREGEL,
    PERIODE,
)
from regietafel.catalog.opvang import OPVANGREGEL
from regietafel.domain.periode import Periode
from regietafel.domain.record import Record
from regietafel.exchange.tabel import Tabel
from regietafel.fields import AANTAL, Field
from regietafel.i18n import _, format_date, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.queries import logboek as log
from regietafel.queries.herverdelingen import herverdelingen as query_herverdelingen
from regietafel.queries.inwoners import gemeente_namen
from regietafel.queries.opvang import opvangcijfers
from regietafel.queries.rekening import rekeningen
from regietafel.queries.stand import known_periodes, newest_periode, remarks, stand_of
from regietafel.queries.stand import stand as query_stand
from regietafel.queries.taakstellingen import versie_regels, versies

_STAND = (*GEMEENTE_CODE, *STAND[1:])
_BEREKEND = _("berekend door Regietafel; opgave = taakstelling ± herverdeling + beginstand ± correctie")


def stand(ledger: Ledger, periode: Periode | None = None) -> Tabel:
    """Of every member in one half-year, the newest unless another is asked for. Raises RegietafelError: no figures."""
    found = query_stand(ledger, periode or newest_periode(ledger))
    return Tabel(
        titel=_("Stand {periode}").format(periode=found.periode),
        fields=_STAND,
        records=found.regels,
        totaal=found.totaal,
        bron=_BEREKEND,
        opmerkingen=remarks(ledger, found.periode, found.regels),
    )


def geschiedenis(ledger: Ledger, periode: Periode | None = None) -> Tabel:
    """The stand of every half-year up to ``periode``, each closed by the sum of the table."""
    rows: list[Any] = []
    for rekening in rekeningen(ledger, periode or newest_periode(ledger)):
        found = stand_of(ledger, rekening)
        rows += [SimpleNamespace(**vars(regel), periode=rekening.periode) for regel in (*found.regels, found.totaal)]
    return Tabel(titel=_("Geschiedenis"), fields=(PERIODE, *_STAND), records=rows, bron=_BEREKEND)


def taakstelling(ledger: Ledger, periode: Periode | None = None) -> Tabel:
    """Every version of every half-year, oldest half-year first and newest version first."""
    rows = [
        SimpleNamespace(**vars(regel), periode=each, datum=versie.datum, geldt=versie.geldt, bron=versie.bron)
        for each in _periodes(ledger, periode)
        for versie in versies(ledger, each)
        for regel in versie_regels(ledger, versie.id)
    ]
    return Tabel(
        titel=_("Taakstelling"), fields=ALLE_TAAKSTELLINGEN, records=rows, bron=_("de versie die bij de rij staat")
    )


def realisatie(ledger: Ledger, periode: Periode | None = None) -> Tabel:
    """Every count, with its own source."""
    rows = _of_gemeente(ledger, ledger.realisaties, periode)
    return Tabel(titel=_("Realisatie"), fields=(PERIODE, *GEMEENTE_CODE, *REALISATIE), records=rows, bron=_PER_RIJ)


def realisatie_per_peildatum(ledger: Ledger, periode: Periode) -> Tabel:
    """The counts of one half-year: a row per member, a column per peildatum."""
    rows = [row for row in _of_gemeente(ledger, ledger.realisaties, periode) if row.lid]
    dates = sorted({row.peildatum for row in rows})
    members = sorted((each for each in ledger.gemeenten if each.lid), key=lambda each: sort_key(each.naam))
    count = {(row.gemeente_id, row.peildatum): row.aantal for row in rows}

    def line(gemeente: str, gm_code: str, values: Iterable[int | None]) -> SimpleNamespace:
        return SimpleNamespace(gemeente=gemeente, gm_code=gm_code, **dict(zip(map(str, dates), values, strict=True)))

    lines = [line(each.naam, each.gm_code, [count.get((each.id, date)) for date in dates]) for each in members]
    sums = []
    for date in dates:
        known = [value for each in members if (value := count.get((each.id, date))) is not None]
        sums.append(sum(known) if len(known) == len(members) else None)
    columns = [Field(name=str(date), label=format_date(date), kind=AANTAL) for date in dates]
    gaps = _("Een peildatum heeft alleen een totaal als het aantal van elke gemeente bekend is.")
    return Tabel(
        titel=_("Realisatie {periode}").format(periode=periode),
        fields=(*GEMEENTE_CODE, *columns),
        records=lines if dates else (),
        totaal=line(_("Totaal"), "", sums) if dates else None,
        bron=_("het blad Realisatie"),
        opmerkingen=[gaps] if None in sums else [],
    )


def beginstand(ledger: Ledger, periode: Periode | None = None) -> Tabel:
    """What was entered, beside the saldo that rolled over."""
    rows = _of_gemeente(ledger, ledger.beginstanden, periode)
    accounts = rekeningen(ledger, max(row.periode for row in rows)) if rows else ()
    doorgerold = {each.periode: each.doorgerold for each in accounts}
    for row in rows:
        row.doorgerold = doorgerold[row.periode].get(row.gemeente_id)
        row.verschil = None if row.doorgerold is None else row.aantal - row.doorgerold
    why = _("de ingevulde beginstand wijkt af van het saldo ervoor.")
    return Tabel(
        titel=_("Beginstanden"),
        fields=ALLE_BEGINSTANDEN,
        records=rows,
        bron=_PER_RIJ,
        opmerkingen=_unexplained((row.verschil for row in rows), why),
    )


def correcties(ledger: Ledger, periode: Periode | None = None) -> Tabel:
    """Every correction with its reason."""
    rows = _of_gemeente(ledger, ledger.correcties, periode)
    return Tabel(titel=_("Correcties"), fields=(PERIODE, *GEMEENTE_CODE, *CORRECTIE), records=rows, bron=_PER_RIJ)


def herverdelingen(ledger: Ledger, periode: Periode | None = None) -> Tabel:
    """Every overdracht of every agreement, oldest agreement first."""
    rows = [
        SimpleNamespace(**vars(each.herverdeling), van=deel.van, naar=deel.naar, aantal=deel.aantal, status=each.status)
        for each in reversed(query_herverdelingen(ledger, periode))
        for deel in each.delen
    ]
    return Tabel(
        titel=_("Herverdelingen"), fields=ALLE_OVERDRACHTEN, records=rows, bron=_("de afspraken in dit bestand")
    )


def overzicht(ledger: Ledger, periode: Periode | None = None) -> Tabel:
    """What COA printed; where its saldo is not its opgave less its realisatie, the difference is shown."""
    rows = _of_gemeente(ledger, ledger.overzichtregels, periode)
    for row in rows:
        known = None not in {row.opgave, row.realisatie, row.saldo}
        row.verschil = row.saldo - (row.opgave - row.realisatie) if known else None
    why = _("het gedrukte saldo is niet de opgave min de realisatie.")
    return Tabel(
        titel=_("COA-overzicht"),
        fields=ALLE_OVERZICHTREGELS,
        records=rows,
        bron=_PER_RIJ,
        opmerkingen=_unexplained((row.verschil for row in rows), why),
    )


def inwoners(ledger: Ledger, periode: Periode | None = None) -> Tabel:
    """The inhabitants in this file; of one half-year those of 1 January of the year before."""
    names = gemeente_namen(ledger)
    rows = [
        SimpleNamespace(**vars(each), gemeente=names.get(each.gm_code, each.gm_code))
        for each in ledger.inwoners
        if periode is None or each.peildatum == periode.inwoners_peildatum
    ]
    rows.sort(key=lambda row: (row.peildatum, sort_key(row.gemeente)))
    return Tabel(titel=_("Inwoners"), fields=ALLE_INWONERS, records=rows, bron=_PER_RIJ)


def opvang(ledger: Ledger, periode: Periode | None = None) -> Tabel:
    """Places for opvang as published; of one half-year as known at its end."""
    rows = opvangcijfers(ledger, periode.einde if periode else None)
    why = _("het gedrukte verschil is niet de opgave min de realisatie.")
    return Tabel(
        titel=_("Opvang"),
        fields=OPVANGREGEL,
        records=rows,
        bron=_PER_RIJ,
        opmerkingen=_unexplained((row.onverklaard for row in rows), why),
    )


def logboek(ledger: Ledger, periode: Periode | None = None) -> Tabel:
    """Every operation, newest first; of all half-years, for one operation may be about several."""
    return Tabel(
        titel=_("Logboek"), fields=LOGREGEL, records=log.logboek(ledger), bron=_("het journaal van dit bestand")
    )


ONDERDELEN: Mapping[str, Callable[[Ledger, Periode | None], Tabel]] = {
    "stand": stand,
    "geschiedenis": geschiedenis,
    "taakstelling": taakstelling,
    "realisatie": realisatie,
    "beginstand": beginstand,
    "correcties": correcties,
    "herverdelingen": herverdelingen,
    "overzicht": overzicht,
    "inwoners": inwoners,
    "opvang": opvang,
    "logboek": logboek,
}
_PER_RIJ = _("staat bij elke rij")


def _unexplained(differences: Iterable[int | None], why: str) -> list[str]:
    """That figures do not add up, and of how many rows; nothing when they do."""
    if not (n := sum(map(bool, differences))):
        return []
    rows = _("1 rij") if n == 1 else _("{n} rijen").format(n=format_number(n))
    return [_("Onverklaard verschil bij {rows}: {why}").format(rows=rows, why=why)]


def _periodes(ledger: Ledger, periode: Periode | None) -> list[Periode]:
    return [each for each in reversed(known_periodes(ledger)) if periode in {None, each}]


def _of_gemeente(ledger: Ledger, records: Iterable[Record], periode: Periode | None) -> list[Any]:
    """Records of a gemeente and a half-year, with the gemeente's name and code; by half-year, name and day."""
    gemeenten = {each.id: each for each in ledger.gemeenten}
    rows = []
    for record in records:
        row = SimpleNamespace(**vars(record))
        if periode in {None, row.periode}:
            gemeente = gemeenten[row.gemeente_id]
            row.gemeente, row.gm_code, row.lid = gemeente.naam, gemeente.gm_code, gemeente.lid
            rows.append(row)
    rows.sort(key=lambda row: (row.periode, sort_key(row.gemeente), getattr(row, "peildatum", row.periode.begin)))
    return rows
