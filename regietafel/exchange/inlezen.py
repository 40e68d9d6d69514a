"""Taking over a table: what each row would do before anything is written, and then writing it, as one operation.

bladen = read_sheets(path)                                  or from_text(text)
indeling = remembered(ledger, bladen, REALISATIE)           or what the user pointed out, or None: guessed
gelezen = read(bladen, REALISATIE, periode, peildatum=datum, indeling=indeling, naam=path.name)
plan = make_plan(ledger, gelezen, periode, datum, keuzes=…, bijwerken=…)
write(ledger, plan, bron=path.name)
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from regietafel.actions.inlezen import import_regels, import_versie
from regietafel.domain.inlezen import Alias, Kolomindeling
from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import check_peildatum
from regietafel.errors import RegietafelError, RuleError
from regietafel.exchange.bewaard import Oud, old_of, old_taakstelling, record_of, records
from regietafel.exchange.gebieden import gebiedenlijst
from regietafel.exchange.gelezen import Gelezen
from regietafel.exchange.herkennen import Keuzes, recognise, refused
from regietafel.exchange.importplan import TELT, Importplan, Planrij, Plek, Uitkomst
from regietafel.exchange.indeling import Indeling, check
from regietafel.exchange.kenmerk import kenmerk, recognised
from regietafel.exchange.namen import namenlijst
from regietafel.exchange.soort import Soort
from regietafel.exchange.soorten import DOORLOOPTIJD, INWONERS, KOPPELINGEN, OPVANG, TAAKSTELLING
from regietafel.exchange.spreadsheet import Blad
from regietafel.i18n import _, format_date, format_number
from regietafel.ledger import Ledger


def remembered(ledger: Ledger, bladen: Sequence[Blad], soort: Soort) -> Indeling | None:
    """The columns as the user pointed them out before, in a table with the same header."""
    known = {kept.kenmerk: kept.inhoud for kept in ledger.kolomindelingen.where(soort=soort.naam)}
    if indeling := recognised(bladen, known):
        try:
            check(indeling, bladen, soort)
        except RegietafelError:
            return None  # of a version of the program that knew other columns
    return indeling


def to_remember(indeling: Indeling, bladen: Sequence[Blad], soort: Soort) -> Kolomindeling | None:
    """What the user pointed out, as it is kept for the next table with such a header; None when there is no header."""
    blad = next(blad for blad in bladen if blad.naam == indeling.blad)
    fingerprint = kenmerk(blad, indeling.kop, indeling.kopregels)
    return Kolomindeling(soort=soort.naam, kenmerk=fingerprint, inhoud=indeling.to_json()) if fingerprint else None


def make_plan(
    ledger: Ledger,
    gelezen: Gelezen,
    periode: Periode | None,
    datum: datetime.date | None = None,
    *,
    keuzes: Keuzes | None = None,
    akkoord: bool = False,
    bijwerken: bool | Collection[Plek] = True,
) -> Importplan:
    """Compare what was read with the open file. Same input, same plan.

    ``datum``: of a taakstelling the publication, else the peildatum when the table names none. ``keuzes``: per (sheet,
    row) the GM-code the user chose, None to leave the row out. ``akkoord``: take over every proposal. ``bijwerken``:
    whether changed numbers are taken over, or the rows of which they are. Raises RegietafelError when the day is
    unknown or cannot be, and for a chosen code that does not exist.
    """
    soort = gelezen.soort
    given, datum = datum, _day(gelezen, periode, datum)
    lijst = gebiedenlijst(ledger) if soort.gebieden else namenlijst(ledger)
    rijen = recognise(_dated(gelezen, given, datum), lijst, keuzes or {}, akkoord=akkoord)
    versie = None
    if soort is TAAKSTELLING:
        versie = ledger.taakstellingsversies.find(periode=periode, datum=datum)
        old = old_taakstelling(ledger, periode, versie)
    else:
        old = old_of(ledger, soort, periode)
    fresh = soort is TAAKSTELLING and versie is None  # a new version is written whole, equal rows included
    rijen = [_compare(rij, soort, old, periode, keeps_open=not fresh) for rij in rijen]
    present = {rij.gemeente_id for rij in rijen}
    return Importplan(
        soort=soort,
        periode=periode if soort.heeft_periode else None,
        datum=datum,
        rijen=tuple(replace(rij, schrijft=_writes(rij, fresh, bijwerken)) for rij in rijen),
        ontbreekt=tuple(eigen.naam for eigen in lijst.by_naam.values() if eigen.gemeente_id not in present),
        versie=versie,
    )


def write(
    ledger: Ledger,
    plan: Importplan,
    *,
    bron: str,
    landelijk: int | None = None,
    kolommen: Kolomindeling | None = None,
) -> bool:
    """Do what the plan says, and remember what the user confirmed. False when nothing changes: then no operation."""
    if not plan.writes(landelijk):
        return False
    remember: list[Alias | Kolomindeling] = [*plan.aliassen, *([kolommen] if kolommen else [])]
    if plan.soort is TAAKSTELLING:
        assert plan.periode and plan.datum
        import_versie(
            ledger,
            periode=plan.periode,
            datum=plan.datum,
            landelijk=landelijk,
            bron=bron,
            regels=plan.regels,
            onthouden=remember,
        )
        return True
    of = str(plan.periode) if plan.periode else format_date(plan.datum)
    label = _("{soort} ingelezen: {periode}").format(soort=plan.soort.label, periode=of)
    regels = [record for rij in plan.rijen if rij.schrijft for record in records(plan, rij, bron)]
    import_regels(ledger, label, regels, onthouden=remember)
    return True


def printed(plan: Importplan, gelezen: Gelezen, bron: str) -> dict[int, Overzichtregel]:
    """COA's list as it stands in the table, per gemeente id, without writing it: to lay beside the own figures.

    Of a list of this day that was read in before nothing is added to it.
    """
    read = {(regel.blad, regel.rij): regel.waarden for regel in gelezen.regels}
    found = (rij for rij in plan.rijen if rij.uitkomst in TELT and rij.gemeente_id is not None)
    rows = (record_of(plan, replace(rij, waarden=read[rij.plek]), bron) for rij in found)
    return {row.gemeente_id: row for row in rows if isinstance(row, Overzichtregel)}


def _day(gelezen: Gelezen, periode: Periode | None, datum: datetime.date | None) -> datetime.date | None:
    """The day of the rows that name none. Raises RegietafelError when no row has a day or it cannot be."""
    soort = gelezen.soort
    if not soort.heeft_peildatum:
        return datum if soort is TAAKSTELLING else None
    datum = datum or gelezen.peildatum
    if soort is INWONERS and datum is None and periode:
        datum = periode.inwoners_peildatum
    if not gelezen.regels or any(regel.peildatum for regel in gelezen.regels):
        return datum  # each row is judged by its own day
    if datum is None:
        raise RegietafelError(_("De peildatum is niet bekend: de tabel noemt er geen. Geef de peildatum erbij."))
    _check_day(soort, datum, periode)
    return datum


def _dated(gelezen: Gelezen, given: datetime.date | None, datum: datetime.date | None) -> Gelezen:
    """With a day in every row that names none, unless only other rows say which: then it stays unknown."""
    day = given if any(regel.peildatum for regel in gelezen.regels) else datum
    if not gelezen.soort.heeft_peildatum:
        return gelezen
    days = [regel.peildatum or day for regel in gelezen.regels]
    if gelezen.soort is DOORLOOPTIJD:  # any day of a month names the month
        days = [each and each.replace(day=1) for each in days]
    rows = zip(gelezen.regels, days, strict=True)
    return replace(gelezen, regels=tuple(replace(regel, peildatum=each) for regel, each in rows))


def _check_day(soort: Soort, datum: datetime.date | None, periode: Periode | None) -> None:
    if datum is None:
        raise RuleError(_("bij dit aantal staat geen peildatum"))
    if soort is INWONERS:
        _check_january(datum)
    elif periode and soort.heeft_periode:
        check_peildatum(datum, periode)


def _check_january(datum: datetime.date) -> None:
    if (datum.month, datum.day) != (1, 1):
        raise RuleError(
            _("Inwoners gelden op 1 januari; {datum} is dat niet. Geef bijvoorbeeld 01-01-{jaar}.").format(
                datum=format_date(datum), jaar=datum.year
            )
        )


def _check_near(new: Mapping[str, int | None], old: Mapping[str, int | None]) -> None:
    """Of the numbers as they would become. Raises RuleError."""
    numbers = {**old, **{naam: aantal for naam, aantal in new.items() if aantal is not None}}
    if (numbers.get("regioplaatsingen") or 0) > (numbers.get("huisvestingen") or 0):
        raise RuleError(_("er zijn meer regioplaatsingen dan huisvestingen"))


def _compare(
    rij: Planrij,
    soort: Soort,
    old: Oud,
    periode: Periode | None,
    *,
    keeps_open: bool,
) -> Planrij:
    """The outcome of a recognised row. ``keeps_open``: what the sheet leaves open keeps its number."""
    if rij.uitkomst not in TELT:
        return rij
    if rij.gemeente_id is None and not soort.hele_land:
        return replace(rij, uitkomst=Uitkomst.BUITEN)
    before = old.get((rij.gm_code if soort.hele_land else rij.gemeente_id, rij.peildatum))
    if soort.heeft_peildatum:
        try:
            _check_day(soort, rij.peildatum, periode)
            _check_near(rij.waarden, before or {})
        except RuleError as error:
            dated = rij.peildatum and soort is DOORLOOPTIJD
            return refused(rij, str(error).rstrip("."), "regioplaatsingen" if dated else "peildatum")
    if before is None:
        return rij
    rij = replace(rij, oud=before)
    equal = all(aantal is None or aantal == before.get(naam) for naam, aantal in rij.waarden.items())
    # A kind of opvang or of household that was not known is new; it replaces nothing.
    adds = soort in {OPVANG, KOPPELINGEN} and not any(old is not None for old, _new in rij.verschillen.values())
    if keeps_open:
        known = {naam: aantal for naam, aantal in rij.waarden.items() if aantal is not None}
        rij = replace(rij, waarden={**rij.waarden, **before, **known})
    amv, aantal = rij.waarden.get("amv"), rij.aantal
    if amv is not None and aantal is not None and amv > aantal:
        sentence = _("waarvan amv is nu {amv}, meer dan de nieuwe taakstelling {aantal}")
        return refused(rij, sentence.format(amv=format_number(amv), aantal=format_number(aantal)))
    anders = Uitkomst.NIEUW if adds else Uitkomst.GEWIJZIGD
    return replace(rij, uitkomst=Uitkomst.GELIJK if equal else anders)


def _writes(rij: Planrij, fresh: bool, bijwerken: bool | Collection[Plek]) -> bool:
    if rij.uitkomst is Uitkomst.GEWIJZIGD:
        return bijwerken if isinstance(bijwerken, bool) else rij.plek in bijwerken
    return rij.uitkomst is Uitkomst.NIEUW or (fresh and rij.uitkomst is Uitkomst.GELIJK and bijwerken is not False)
