"""What the commissaris van de Koning asks: per location of opvang what the raad has decided, and when it opens."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from regietafel.catalog.opvang import LOCATIESOORTEN, STAAT_NAMEN
from regietafel.documents.blocks import Column, Table
from regietafel.documents.middelen import Middelen, middelen
from regietafel.documents.stuk import OP, Stuk, with_facts
from regietafel.domain.staat import GESLOTEN, RAADSBESLUIT, Staatwissel, has_reached
from regietafel.errors import RegietafelError
from regietafel.files import file_name
from regietafel.i18n import UNKNOWN, _, format_date, format_date_long, format_number
from regietafel.ledger import Ledger
from regietafel.queries.locaties import LocatieRegel, locaties
from regietafel.queries.staten import raadsbesluiten_op


def make_overzicht_commissaris(
    ledger: Ledger, op: datetime.date, datum: datetime.date, met: Middelen | None = None
) -> Stuk:
    """The overview, dated ``datum``, as known on ``op``; made with the wording ``met``, or the file's.

    Raises RegietafelError when there is no location, or when the template is not right.
    """
    regio = ledger.regio.find()
    leden = {each.id for each in ledger.gemeenten.where(lid=True)}
    rows = [each for each in locaties(ledger, op) if each.gemeente_id in leden and each.staat != GESLOTEN]
    if regio is None or not rows:
        raise RegietafelError(
            _("Op {op} is er geen opvanglocatie; vul eerst een locatie in.").format(op=format_date(op))
        )
    title = _("Overzicht opvanglocaties en raadsbesluiten")
    total = _places(rows)
    on_decision = _places([each for each in rows if each.raadsbesluit])
    document = (met or middelen(ledger)).compose(
        "overzicht_commissaris.txt",
        title=title,
        author=regio.naam,
        subject=title,
        kenmerk=format_date(op),
        datum=datum,
        values={
            "regietafel": regio.naam,
            "datum": format_date_long(datum),
            "op": format_date_long(op),
            "op_raadsbesluit": on_decision,
            "zonder_raadsbesluit": total - on_decision,
        },
        blocks={"locaties": [_locations(rows, raadsbesluiten_op(ledger, op))], "gemeenten": [_per_gemeente(rows)]},
    )
    return Stuk(
        soort="overzicht-commissaris",
        naam=_("Overzicht voor de commissaris"),
        onderwerp=format_date(op),
        bestandsnaam=file_name(op.isoformat(), title, suffix=".pdf"),
        document=with_facts(document, **{OP: op.isoformat()}),
    )


def _locations(rows: Sequence[LocatieRegel], decided: Mapping[int, Staatwissel]) -> Table:
    headers = (
        (_("Gemeente en locatie"), False),
        (_("Soort"), False),
        (_("Plekken"), True),
        (_("Staat"), False),
        (_("Besluit van de raad"), False),
        (_("Open vanaf"), False),
    )
    return Table(
        columns=tuple(Column(header=header, numeric=numeric) for header, numeric in headers),
        rows=tuple(
            (
                f"{each.gemeente}: {each.naam}",
                LOCATIESOORTEN[each.soort],
                format_number(each.capaciteit),
                STAAT_NAMEN[each.staat] if each.staat else UNKNOWN,
                _besluit(each, decided.get(each.id)),
                format_date(each.open_vanaf) or UNKNOWN,
            )
            for each in rows
        ),
        total=(_("Totaal"), "", format_number(_places(rows)), "", "", ""),
        summary=_("Per locatie de plekken, hoe ver zij is, het besluit van de raad en wanneer zij opent."),
    )


def _besluit(regel: LocatieRegel, wissel: Staatwissel | None) -> str:
    """Its day, and its number or what else is said of it."""
    if wissel is None:
        taken = regel.staat is None or has_reached(regel.staat, RAADSBESLUIT)  # as far as one can tell
        return _("niet vastgelegd") if taken else _("nog niet genomen")
    return ", ".join(filter(None, (format_date(wissel.vanaf), wissel.toelichting.strip())))


def _per_gemeente(rows: Sequence[LocatieRegel]) -> Table:
    headers = (_("Plekken"), _("Open"), _("Met een raadsbesluit"), _("Zonder"))

    def row(naam: str, some: Sequence[LocatieRegel]) -> tuple[str, ...]:
        total, certain = _places(some), _places([each for each in some if each.raadsbesluit])
        numbers = (total, _places([each for each in some if each.is_open]), certain, total - certain)
        return naam, *map(format_number, numbers)

    gemeenten = dict.fromkeys(each.gemeente for each in rows)
    return Table(
        columns=(Column(header=_("Gemeente")), *(Column(header=header, numeric=True) for header in headers)),
        rows=tuple(row(naam, [each for each in rows if each.gemeente == naam]) for naam in gemeenten),
        total=row(_("Totaal"), rows),
        summary=_("Per gemeente de plekken, hoeveel er open zijn, en hoeveel er op een raadsbesluit berusten."),
    )


def _places(rows: Sequence[LocatieRegel]) -> int:
    return sum(each.capaciteit or 0 for each in rows)
