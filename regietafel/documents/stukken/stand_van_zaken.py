"""The standing of the table in one period, to go with the agenda: figures, a chart, a map and what is open."""

from __future__ import annotations

import datetime

from regietafel.documents.blocks import (
    Block,
    Column,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Remark,
    Table,
    text,
)
from regietafel.documents.middelen import Middelen, middelen
from regietafel.documents.opmaak import FIGUUR_BREEDTE
from regietafel.documents.stuk import OP, Stuk, with_facts
from regietafel.documents.stukken.wording import name_halfjaar
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.files import file_name
from regietafel.i18n import UNKNOWN, _, format_change, format_date, format_date_long, format_number
from regietafel.ledger import Ledger
from regietafel.planning.figuren import Beeld, figuur
from regietafel.planning.kort import Kort, kort
from regietafel.planning.prognose import PrognoseRegel
from regietafel.queries.stand import remarks

_CHART, _MAP = 260.0, 420.0  # points: heights


def make_stand_van_zaken(
    ledger: Ledger, periode: Periode, op: datetime.date, datum: datetime.date, met: Middelen | None = None
) -> Stuk:
    """The document, dated ``datum``, with what was known on ``op``; made with the wording ``met``, or the file's.

    Raises RegietafelError when nothing is known of the period, or when the template is not right.
    """
    regio = ledger.regio.find()
    seen = kort(ledger, periode, op)
    if regio is None or seen.prognose.totaal.opgave is None:
        sentence = _("Van {periode} was op {op} nog geen taakstelling bekend.")
        raise RegietafelError(sentence.format(periode=periode, op=format_date(op)))
    title = _("Stand van zaken huisvesting {periode}").format(periode=periode)
    document = (met or middelen(ledger)).compose(
        "stand_van_zaken.txt",
        title=title,
        author=regio.naam,
        subject=title,
        kenmerk=str(periode),
        datum=datum,
        values={
            "regietafel": regio.naam,
            "datum": format_date_long(datum),
            "periode": str(periode),
            "halfjaar": name_halfjaar(periode),
            "begin": periode.begin,
            "einde": periode.einde,
            "peildatum": _counted(seen),
        },
        blocks=_blocks(ledger, seen),
    )
    name = file_name(str(periode), _("Stand van zaken"), suffix=".pdf")
    return Stuk(
        soort="stand-van-zaken",
        naam=_("Stand van zaken"),
        onderwerp=str(periode),
        bestandsnaam=name,
        document=with_facts(document, **{OP: op.isoformat()}),
    )


def _blocks(ledger: Ledger, seen: Kort) -> dict[str, list[Block]]:
    beeld = Beeld(periode=seen.periode, op=seen.op)
    said = remarks(ledger, seen.periode, seen.stand.regels)
    return {
        "kerncijfers": [_figures(seen)],
        "gemeenten": [_gemeenten(seen)],
        "schema": [Figure(figuur=figuur(ledger, "schema", beeld)(FIGUUR_BREEDTE, _CHART))],
        "kaart": [Figure(figuur=figuur(ledger, "kaart", beeld)(FIGUUR_BREEDTE, _MAP))],
        "opmerkingen": [Remark(content=text(sentence)) for sentence in said],
        "acties": _actions(seen),
    }


def _actions(seen: Kort) -> list[Block]:
    if not seen.acties:
        return []
    items = tuple(ListItem(content=text(each.zin)) for each in seen.acties)
    return [Heading(content=text(_("Nog te doen")), level=2), ListBlock(items=items)]


def _figures(seen: Kort) -> Table:
    total = seen.prognose.totaal
    rows = (
        (_("Opgave"), format_number(total.opgave)),
        (_("Realisatie"), format_number(total.realisatie)),
        (_("Volgens schema"), format_number(total.schema)),
        (_("Saldo (nog te huisvesten)"), format_number(seen.stand.totaal.saldo)),
        # A table without projects has nothing to say of supply.
        *([(_("Bekend aanbod tot het einde, naar zekerheid"), format_number(total.aanbod))] if total.aanbod else []),
        (_("Verwacht saldo aan het einde"), format_number(total.verwacht_saldo)),
    )
    columns = (Column(header=_("De hele tafel")), Column(header=_("Personen"), numeric=True))
    return Table(columns=columns, rows=rows, summary=_("De cijfers van de hele tafel, in personen."))


def _gemeenten(seen: Kort) -> Table:
    headers = (_("Opgave"), _("Realisatie"), _("Schema"), _("Achter op schema"), _("Verwacht saldo"))
    return Table(
        columns=(Column(header=_("Gemeente")), *(Column(header=header, numeric=True) for header in headers)),
        rows=tuple(_row(regel) for regel in seen.prognose.regels),
        total=_row(seen.prognose.totaal),
        summary=_("Per gemeente de opgave, de realisatie, het schema en het verwachte saldo, in personen."),
    )


def _row(regel: PrognoseRegel) -> tuple[str, ...]:
    return (
        regel.gemeente,
        format_number(regel.opgave),
        format_number(regel.realisatie),
        format_number(regel.schema),
        format_change(regel.verschil_met_schema) if regel.verschil_met_schema is not None else UNKNOWN,
        format_number(regel.verwacht_saldo),
    )


def _counted(seen: Kort) -> str:
    """From which day to which; empty when nothing is counted yet."""
    days = sorted({regel.peildatum for regel in seen.prognose.regels if regel.peildatum})
    if not days:
        return ""
    if len(days) == 1:
        return format_date_long(days[0])
    return _("{eerste} tot en met {laatste}").format(
        eerste=format_date_long(days[0]), laatste=format_date_long(days[-1])
    )
