"""The standing of places for opvang, to go with the agenda: asked, there, to come, to end, and what does not add up."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from regietafel.catalog.opvang import LOCATIESOORTEN, SOORTEN, STAAT_NAMEN
from regietafel.documents.blocks import Block, Column, Heading, ListBlock, ListItem, Paragraph, Table, text
from regietafel.documents.middelen import Middelen, middelen
from regietafel.documents.stuk import OP, TOT, Stuk, with_facts
from regietafel.documents.stukken.opvangbeeld import pictures
from regietafel.domain.norm import BEZETTING
from regietafel.domain.opvang import GEMEENTE
from regietafel.errors import RegietafelError
from regietafel.files import file_name
from regietafel.i18n import UNKNOWN, _, format_change, format_date, format_date_long, format_number
from regietafel.ledger import Ledger
from regietafel.planning.pijplijn import OPENT, OVEREENKOMST, SLUIT, Gebeurtenis, Pijplijn, pijplijn
from regietafel.queries.locaties import LocatieRegel, locaties
from regietafel.queries.optelling import niet_optellend
from regietafel.queries.opvang import gebied_naam
from regietafel.queries.opvangruil import opvangruil
from regietafel.queries.opvangstand import REGIO, TOTAAL, OpvangstandRegel, opvangstand, totalen
from regietafel.queries.staten import normen_op

_NAMEN = {**SOORTEN, "rol": LOCATIESOORTEN["rol"], TOTAAL: _("Totaal zonder amv Nidos")}
_WAT = {OPENT: _("opent"), SLUIT: _("sluit"), OVEREENKOMST: _("overeenkomst eindigt")}
_PLEKKEN, _PEILDATUM = _("Plekken"), _("Peildatum")


def make_stand_opvang(
    ledger: Ledger, op: datetime.date, tot: datetime.date, datum: datetime.date, met: Middelen | None = None
) -> Stuk:
    """The document, dated ``datum``: as known on ``op``, and what comes and ends until the end of the month of ``tot``.

    Made with the wording ``met``, or the file's. Raises RegietafelError when nothing of opvang is known, or when the
    template is not right.
    """
    regio = ledger.regio.find()
    leden = {each.id for each in ledger.gemeenten.where(lid=True)}
    standen, rows = opvangstand(ledger, op), [each for each in locaties(ledger, op) if each.gemeente_id in leden]
    if regio is None or not (standen or rows):
        sentence = _("Van opvang is op {op} nog niets bekend; lees een tabel in of vul een locatie in.")
        raise RegietafelError(sentence.format(op=format_date(op)))
    ahead = pijplijn(ledger, op, max(op, tot))
    title = _("Stand van zaken opvangplekken")
    norm = normen_op(ledger, op).get(BEZETTING)
    document = (met or middelen(ledger)).compose(
        "stand_opvang.txt",
        title=title,
        author=regio.naam,
        subject=title,
        kenmerk=format_date(op),
        datum=datum,
        values={
            "regietafel": regio.naam,
            "datum": format_date_long(datum),
            "op": format_date_long(op),
            "tot": format_date_long(ahead.tot),
            "norm": str(norm or ""),
        },
        blocks={
            "standen": [*_standen(standen)],
            "bronnen": [*_bronnen(standen)],
            "optelling": _sentences(niet_optellend(ledger, op)),
            **_eigen(standen, norm),
            "uitruil": [*_uitruil(ledger, op)],
            "komt": [*_komt(ahead)],
            "zonder_datum": [*_zonder_datum(ahead.zonder_datum)],
            **pictures(ledger, ahead, rows),
            "opmerkingen": _sentences(_of_locations(rows)),
        },
    )
    return Stuk(
        soort="stand-opvang",
        naam=title,
        onderwerp=format_date(op),
        bestandsnaam=file_name(op.isoformat(), title, suffix=".pdf"),
        document=with_facts(document, **{OP: op.isoformat(), TOT: tot.isoformat()}),
    )


def _standen(regels: Sequence[OpvangstandRegel]) -> Iterator[Block]:
    """For every gebied larger than a gemeente its published figures; gebieden with the same figures share a table."""
    per_gebied: dict[object, list[OpvangstandRegel]] = {}  # by its figures
    namen: defaultdict[object, list[str]] = defaultdict(list)
    for gebied in dict.fromkeys(regel.gebied for regel in regels if regel.niveau != GEMEENTE):
        found = [
            regel for regel in regels if regel.gebied == gebied and (regel.opgave, regel.realisatie) != (None, None)
        ]
        if not found:
            continue
        key = tuple((each.soort, each.opgave, each.uitruil, each.realisatie) for each in found)
        per_gebied[key] = found
        namen[key].append(found[0].naam if gebied == REGIO else gebied_naam(gebied))
    if not per_gebied:
        yield Paragraph(content=text(_("Er zijn nog geen aantallen gepubliceerd.")))
    for figures, same in per_gebied.items():
        title = _(" en ").join(namen[figures])
        yield Heading(content=text(title), level=3)
        yield _stand(title, same)


def _stand(title: str, regels: Sequence[OpvangstandRegel]) -> Table:
    """Opgave, realisatie and verschil, each number with its day; the swaps when there are any."""
    swapped = any(regel.uitruil for regel in regels)
    opgave, realisatie = _("Opgave"), _("Realisatie")
    columns = [
        Column(header=_("Soort opvang")),
        Column(header=_PLEKKEN, numeric=True, group=opgave),
        Column(header=_PEILDATUM, group=opgave),
        *([Column(header=_("Uitruil"), numeric=True)] if swapped else []),
        Column(header=_PLEKKEN, numeric=True, group=realisatie),
        Column(header=_PEILDATUM, group=realisatie),
        Column(header=_("Verschil"), numeric=True),
    ]

    def row(regel: OpvangstandRegel) -> tuple[str, ...]:
        days = {name: format_date(each.peildatum) for name, each in regel.bronnen.items()}
        return (
            _NAMEN[regel.soort],
            format_number(regel.opgave),
            days.get("opgave", ""),
            *([format_change(regel.uitruil)] if swapped else []),
            format_number(regel.realisatie),
            days.get("realisatie", ""),
            format_number(regel.verschil),
        )

    return Table(
        columns=tuple(columns),
        rows=tuple(map(row, regels)),
        summary=_("{gebied}: per soort opvang de opgave, de realisatie en het verschil, in plekken.").format(
            gebied=title
        ),
    )


def _bronnen(regels: Iterable[OpvangstandRegel]) -> Iterator[Table]:
    """Who says so, and of which numbers."""
    said: defaultdict[tuple[str, datetime.date], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for regel in regels:
        for name, each in regel.bronnen.items():
            soorten = said[each.bron, each.peildatum][name]
            if regel.niveau != GEMEENTE and _NAMEN[regel.soort] not in soorten:
                soorten.append(_NAMEN[regel.soort])
    rows = tuple(
        (
            bron or UNKNOWN,
            format_date(day),
            ", ".join(columns.get("opgave", ())),
            ", ".join(columns.get("realisatie", ())),
        )
        for (bron, day), columns in sorted(said.items())
        if any(columns.values())
    )
    if rows:
        headers = (_("Bron"), _PEILDATUM, _("Opgave van"), _("Realisatie van"))
        summary = _("Per bron en peildatum van welke soorten opvang de opgave en de realisatie eruit komen.")
        yield Table(columns=tuple(Column(header=header) for header in headers), rows=rows, summary=summary)


def _eigen(regels: Sequence[OpvangstandRegel], norm: int | None) -> dict[str, list[Block]]:
    """What the file counts itself: of the region per kind, and of all kinds per gemeente."""
    counted = [regel for regel in regels if regel.eigen or regel.bezet is not None or regel.raadsbesluit]
    region = [regel for regel in counted if regel.gebied == REGIO]
    own = totalen(region)
    per_gemeente = totalen(regel for regel in counted if regel.niveau == GEMEENTE)
    made: dict[str, list[Block]] = {"locaties": [], "gemeenten": []}
    if region:
        summary = _("Per soort opvang de plekken op locaties van de tafel die open zijn, en op een raadsbesluit.")
        total = own[0] if own else None
        made["locaties"] = [
            _counts(_("Soort opvang"), [(_NAMEN[each.soort], each) for each in region], total, norm, summary)
        ]
    if per_gemeente:
        summary = _("Per gemeente de plekken op locaties die open zijn, en op een raadsbesluit, zonder amv Nidos.")
        made["gemeenten"] = [_counts(_("Gemeente"), [(each.naam, each) for each in per_gemeente], None, norm, summary)]
    return made


def _counts(
    first: str,
    rows: Sequence[tuple[str, OpvangstandRegel]],
    total: OpvangstandRegel | None,
    norm: int | None,
    summary: str,
) -> Table:
    headers = (_("Open"), _("Bezet"), *([_("Met norm")] if norm else []), _("Op een raadsbesluit"))

    def row(naam: str, regel: OpvangstandRegel) -> tuple[str, ...]:
        usable = (format_number(regel.met_norm),) if norm else ()
        return naam, format_number(regel.eigen), format_number(regel.bezet), *usable, format_number(regel.raadsbesluit)

    return Table(
        columns=(Column(header=first), *(Column(header=header, numeric=True) for header in headers)),
        rows=tuple(row(*each) for each in rows),
        total=row(_NAMEN[TOTAAL], total) if total and len(rows) > 1 else None,
        summary=summary,
    )


def _uitruil(ledger: Ledger, op: datetime.date) -> Iterator[Table]:
    """Which places gemeenten have swapped by that day, oldest first."""
    known = [each for each in opvangruil(ledger) if each.datum <= op]
    if known:
        headers = (_("Vanaf"), _("Van"), _("Naar"), _("Soort opvang"))
        yield Table(
            columns=(*(Column(header=header) for header in headers), Column(header=_PLEKKEN, numeric=True)),
            rows=tuple(
                (format_date(each.datum), each.van, each.naar, SOORTEN[each.soort], format_number(each.aantal))
                for each in reversed(known)
            ),
            summary=_("Welke opvangplekken gemeenten van elkaar hebben overgenomen."),
        )


def _komt(ahead: Pijplijn) -> Iterator[Table]:
    """What of opvang opens and ends, day by day."""
    events = [each for maand in ahead.maanden for each in maand.gebeurtenissen if each.locatie_id is not None]
    if events:
        headers = ((_("Vanaf"), False), (_("Gemeente"), False), (_("Locatie"), False), (_("Wat"), False))
        numbers = ((_PLEKKEN, True), (_("Zekerheid"), True))
        yield Table(
            columns=tuple(Column(header=header, numeric=numeric) for header, numeric in (*headers, *numbers)),
            rows=tuple(map(_event, events)),
            summary=_("Welke locaties opengaan en eindigen, met de plekken en hoe zeker het is."),
        )


def _event(each: Gebeurtenis) -> tuple[str, ...]:
    certain = UNKNOWN if each.zekerheid is None else f"{each.zekerheid}\u00a0%"
    return format_date(each.datum), each.gemeente, each.naam, _WAT[each.wat], format_change(each.plekken), certain


def _zonder_datum(rows: Sequence[LocatieRegel]) -> Iterator[Block]:
    if rows:
        yield Paragraph(content=text(_("Van deze locaties is nog geen dag van opening bekend, of die dag is voorbij:")))
        said = _("{gemeente}, {naam}: {plekken} plekken, {staat}")
        yield ListBlock(
            items=tuple(
                ListItem(
                    content=text(
                        said.format(
                            gemeente=each.gemeente,
                            naam=each.naam,
                            plekken=format_number(each.capaciteit),
                            staat=STAAT_NAMEN[each.staat] if each.staat else _("staat onbekend"),
                        )
                    )
                )
                for each in rows
            )
        )


def _of_locations(rows: Iterable[LocatieRegel]) -> Iterator[str]:
    for each in rows:
        for sentence in each.opmerkingen:
            yield _("{gemeente}, {naam}: {opmerking}").format(
                gemeente=each.gemeente, naam=each.naam, opmerking=sentence[0].lower() + sentence[1:]
            )


def _sentences(said: Iterable[str]) -> list[Block]:
    items = tuple(ListItem(content=text(sentence)) for sentence in said)
    return [ListBlock(items=items)] if items else []
