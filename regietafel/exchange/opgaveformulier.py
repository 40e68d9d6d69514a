"""The opgaveformulier: a workbook per gemeente, to fill in how many were housed and to send back.

What comes back is read as any table with a realisatie (:mod:`.lezen`): each row names its gemeente, half-year and
peildatum. Everything but the cells to fill in is locked, without a password: against a slip, not against a person.
"""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from regietafel.catalog import REALISATIE, STAND
from regietafel.catalog.export import GEMEENTE_CODE, PERIODE
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.errors import RegietafelError
from regietafel.exchange.tabel import Cel, printable
from regietafel.files import file_name, write_files
from regietafel.i18n import _, format_date, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.stand import Stand, StandRegel, stand

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LEAST, MOST = -99_999, 999_999  # persons; COA prints counts below zero
_INPUT = "FFFFF6D6"
_LINE = 110  # characters of an instruction on one line
_WIDTHS = {"A": 26, "B": 10, "C": 11, "D": 13, "E": 13, "F": 40, "G": 36}
_HEADINGS = (*(field.label for field in (*GEMEENTE_CODE, PERIODE, *REALISATIE[:2])), _("Toelichting"))
_PEILDATUM, _AANTAL, _TOELICHTING, _WENK = 4, 5, 6, 7  # columns


def make_formulieren(
    ledger: Ledger,
    periode: Periode,
    folder: Path,
    *,
    gemeenten: Sequence[Gemeente] = (),
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write a form for each of ``gemeenten``, or for every member of the table; return where they are.

    Raises RegietafelError, and writes none, when one is there already (unless ``overwrite``) or cannot be written.
    """
    chosen = gemeenten or sorted((each for each in ledger.gemeenten if each.lid), key=lambda each: sort_key(each.naam))
    targets = [folder / _name(periode, gemeente) for gemeente in chosen]
    if not overwrite and (existing := [target.name for target in targets if target.exists()]):
        sentence = _("In {map} staat al: {namen}. Kies een andere map of laat deze formulieren vervangen.")
        raise RegietafelError(sentence.format(map=folder, namen=", ".join(existing)))
    figures = stand(ledger, periode)
    write_files((target, _form(ledger, each, periode, figures)) for target, each in zip(targets, chosen, strict=True))
    return tuple(targets)


def _name(periode: Periode, gemeente: Gemeente) -> str:
    return file_name(_("Opgaveformulier"), str(periode), gemeente.naam, gemeente.gm_code, suffix=".xlsx")


def peildata(periode: Periode) -> tuple[datetime.date, ...]:
    """The first of every month after the begin: the days on which COA counts. The last is of the whole half-year."""
    first = periode.begin
    months = [datetime.date(first.year, first.month + number, 1) for number in range(1, 6)]
    return (*months, periode.next.begin)


def _form(ledger: Ledger, gemeente: Gemeente, periode: Periode, figures: Stand) -> bytes:
    """A row per month, and one with a day of its own choice."""
    from openpyxl import Workbook

    from regietafel.exchange.export_xlsx import saved, set_up_page

    known = next((regel for regel in figures.regels if regel.gemeente_id == gemeente.id), None)
    counted = {
        each.peildatum: each.aantal for each in ledger.realisaties.where(gemeente_id=gemeente.id, periode=periode)
    }
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("Opgave")
    book.properties.title, book.properties.creator = _title(periode), "Regietafel"
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    regio = ledger.regio.find()
    header = _write_above(sheet, gemeente, periode, known, regio.e_mail if regio else "")
    _write_rows(sheet, header, gemeente, periode, counted)
    sheet.protection.sheet = True
    set_up_page(sheet, _title(periode))
    return saved(book)


def _title(periode: Periode) -> str:
    return _("Opgaveformulier realisatie {periode}").format(periode=periode)


def _write_above(sheet: Worksheet, gemeente: Gemeente, periode: Periode, known: StandRegel | None, e_mail: str) -> int:
    """Title, what to do and what is known; the row of the headings is what it returns."""
    from openpyxl.styles import Font

    back = _("Sla het bestand op en stuur het terug")
    texts = (
        _title(periode),
        _("Vul in hoeveel vergunninghouders uw gemeente sinds {begin} heeft gehuisvest.").format(
            begin=format_date(periode.begin)
        ),
        _("Het is steeds het totaal tot de peildatum, niet het aantal van die maand."),
        _("Vul alleen de omlijnde cellen in; ernaast staat “vul hier in”. De andere cellen zijn vergrendeld."),
        _("Laat een regel leeg als u het aantal nog niet weet. Een 0 betekent: er is niemand gehuisvest."),
        _("Noem geen namen of andere gegevens van personen."),
        (_("{terug} aan {adres}.") if e_mail else "{terug}.").format(terug=back, adres=e_mail),
    )
    row = 0
    for text in texts:
        for line in textwrap.wrap(printable(text), _LINE):
            row += 1
            _put(sheet, row, 1, line)
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    row += 1
    labels = {field.name: field.label for field in STAND}
    for name in ("taakstelling", "opgave", "realisatie"):
        row += 1
        _put(sheet, row, 1, labels[name]).font = Font(bold=True)
        value = getattr(known, name, None)
        _put(sheet, row, 2, _("onbekend") if value is None else value)
    if known and known.peildatum:
        _put(sheet, row, 3, labels["peildatum"]).font = Font(bold=True)
        _put(sheet, row, 4, known.peildatum)
    return row + 2


def _write_rows(
    sheet: Worksheet, header: int, gemeente: Gemeente, periode: Periode, counted: dict[datetime.date, int]
) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    from regietafel.exchange.export_xlsx import HEADING, LINE

    for column, text in enumerate(_HEADINGS, 1):
        cell = _put(sheet, header, column, text)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=HEADING)
        cell.border = Border(bottom=Side(style="thin", color=LINE))
        cell.alignment = Alignment(horizontal="right" if column == _AANTAL else "left")
    row = header
    for day in (*peildata(periode), None):
        row += 1
        for column, value in enumerate((gemeente.naam, gemeente.gm_code, str(periode), day), 1):
            _put(sheet, row, column, value)
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
        wenk = _("◄ vul hier in")
        if day is None:
            wenk = _("◄ vul hier in: een andere dag")
            _make_input(sheet, row, _PEILDATUM)
        elif day in counted:
            wenk = _("◄ vul hier in; bekend is {n}").format(n=format_number(counted[day]))
        _make_input(sheet, row, _AANTAL)
        _make_input(sheet, row, _TOELICHTING)
        _put(sheet, row, _WENK, wenk)
    _validate(sheet, f"E{header + 1}:E{row}", f"D{row}", periode)


def _make_input(sheet: Worksheet, row: int, column: int) -> None:
    """Open to type in, with an edge as well as a colour."""
    from openpyxl.styles import Alignment, Border, PatternFill, Protection, Side

    from regietafel.exchange.export_xlsx import FORMATS, LINE

    cell, side = sheet.cell(row, column), Side(style="thin", color=LINE)
    cell.protection = Protection(locked=False)
    cell.fill, cell.border = PatternFill("solid", fgColor=_INPUT), Border(side, side, side, side)
    if column == _TOELICHTING:
        cell.number_format = "@"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    else:
        cell.number_format = FORMATS["datum" if column == _PEILDATUM else "aantal"]


def _validate(sheet: Worksheet, aantallen: str, datum: str, periode: Periode) -> None:
    """What Excel refuses at once; the reader refuses it too."""
    from openpyxl.worksheet.datavalidation import DataValidation

    begin, last = periode.begin, periode.next.begin
    said = {"begin": format_date(begin), "last": format_date(last)}
    whole = DataValidation(type="whole", formula1=str(LEAST), formula2=str(MOST))
    whole.prompt = _("Het totaal sinds {begin}. Leeg: nog niet bekend.").format(**said)
    whole.error = _("Vul een geheel aantal in, zonder tekst of formule.")
    day = DataValidation(type="date", formula1=f"DATE({begin:%Y,%m,%d})", formula2=f"DATE({last:%Y,%m,%d})")
    day.prompt = _("De dag van de telling.")
    day.error = _("Vul een dag in van {begin} tot en met {last}.").format(**said)
    for rule, cells in ((whole, aantallen), (day, datum)):
        rule.operator, rule.allow_blank, rule.showErrorMessage, rule.showInputMessage = "between", True, True, True
        rule.promptTitle, rule.errorTitle = _("Vul hier in"), _("Dat kan hier niet")
        rule.add(cells)
        sheet.add_data_validation(rule)


def _put(sheet: Worksheet, row: int, column: int, value: Cel) -> Any:
    from regietafel.exchange.export_xlsx import put

    cell = sheet.cell(row, column)
    if value is not None:
        soort = "datum" if isinstance(value, datetime.date) else "aantal"
        put(cell, printable(value) if isinstance(value, str) else value, soort)
    return cell
