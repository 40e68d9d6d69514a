"""Commands about toezicht: where each gemeente stands with its provincie, and the steps of the ladder."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from regietafel.actions.toezicht import edit_trede, record_oordeel, remove_oordeel, remove_trede
from regietafel.catalog import OORDEEL_REGEL, TOEZICHT, TREDE
from regietafel.cli.kit import (
    DATUM,
    Groep,
    als_json,
    bestand,
    gemeente_option,
    op_option,
    overnemen,
    periode_option,
    print_json,
    print_rows,
    print_table,
    reading,
    writing,
)
from regietafel.cli.velden import edit_record, zetten_option
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.domain.toezicht import Oordeel, Trede
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_date, today
from regietafel.ledger import SUFFIX, Ledger
from regietafel.planning.kort import dag_van
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.toezicht import oordelen as query_oordelen
from regietafel.queries.toezicht import toezicht as query_toezicht
from regietafel.queries.toezicht import treden_van

_TOEZICHT_KEYS = (
    "gm_code gemeente provincie saldo peildatum datum trede kleur betekenis sinds verschoonbaar reden reeks zin"
)
_OORDEEL_KEYS = "gemeente periode datum trede kleur betekenis verschoonbaar reden bron"
_TREDE_KEYS = " ".join(("id", *(field.name for field in TREDE)))

_DATUM = click.option("--datum", type=DATUM, required=True, metavar="DATUM", help=_("De datum van het oordeel."))


class _Toezicht(Groep):
    """``toezicht BESTAND`` is ``toezicht toon BESTAND``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = args[0] if args else "--help"
        shown = first.startswith("-") or first.endswith(SUFFIX) or Path(first).exists()
        known = first in (*self.commands, *ctx.help_option_names)
        return super().parse_args(ctx, ["toon", *args] if shown and not known else args)


@click.group(cls=_Toezicht)
def toezicht() -> None:
    """Toon en bewaar hoe de provincie over elke gemeente oordeelt; zonder opdracht: toon."""


@toezicht.command()
@bestand
@periode_option()
@op_option
@als_json
def toon(bestand: Path, periode: Periode, op: datetime.date | None, als_json: bool) -> None:
    """Toon per gemeente het saldo, de trede van de provincie en wat die betekent.

    JSON: periode, op, gemeenten: [gm_code, gemeente, provincie, saldo, peildatum, datum, trede, kleur, betekenis,
    sinds, verschoonbaar, reden, reeks, zin].
    """
    op = op or dag_van(periode, today())
    with reading(bestand) as ledger:
        rows = query_toezicht(ledger, periode, op)
    if als_json:
        gemeenten = [{key: getattr(row, key) for key in _TOEZICHT_KEYS.split()} for row in rows]
        print_json({"periode": str(periode), "op": op, "gemeenten": gemeenten})
    else:
        click.echo(_("Toezicht {periode}").format(periode=periode))
        print_table(TOEZICHT, rows)


@toezicht.command()
@bestand
@click.option("--gemeente", metavar="NAAM", help=_("Alleen deze gemeente."))
@als_json
def oordelen(bestand: Path, gemeente: str | None, als_json: bool) -> None:
    """Toon alle oordelen, het nieuwste eerst.

    JSON: een lijst met gemeente, periode, datum, trede, kleur, betekenis, verschoonbaar, reden, bron.
    """
    with reading(bestand) as ledger:
        rows = query_oordelen(ledger, find_gemeente(ledger, gemeente).id if gemeente else None)
    print_rows(OORDEEL_REGEL, rows, als_json, _OORDEEL_KEYS, _("Er zijn nog geen oordelen."))


@toezicht.command(name="leg-vast")
@bestand
@periode_option()
@gemeente_option
@_DATUM
@click.option("--trede", required=True, metavar="NAAM", help=_("De trede, met naam of volgorde."))
@click.option("--verschoonbaar", is_flag=True, help=_("De achterstand is verschoonbaar; geef ook --reden."))
@click.option("--reden", default="", metavar="TEKST", help=_("Bijvoorbeeld: te weinig koppelingen."))
@click.option("--bron", default="", metavar="TEKST", help=_("Bijvoorbeeld de brief van de provincie."))
@overnemen
def leg_vast(
    bestand: Path,
    periode: Periode,
    gemeente: str,
    datum: datetime.date,
    trede: str,
    verschoonbaar: bool,
    reden: str,
    bron: str,
    overnemen: bool,
) -> None:
    """Leg een oordeel vast.

    Een oordeel over dezelfde gemeente, periode en datum wordt vervangen.
    """
    with writing(bestand, overnemen) as ledger:
        found = find_gemeente(ledger, gemeente)
        step = _find_trede(ledger, trede, found, datum)
        assert found.id is not None and step.id is not None
        record_oordeel(
            ledger,
            Oordeel(
                gemeente_id=found.id,
                periode=periode,
                datum=datum,
                trede_id=step.id,
                verschoonbaar=verschoonbaar,
                reden=reden,
                bron=bron,
            ),
        )


@toezicht.command()
@bestand
@periode_option()
@gemeente_option
@_DATUM
@overnemen
def wis(bestand: Path, periode: Periode, gemeente: str, datum: datetime.date, overnemen: bool) -> None:
    """Verwijder een oordeel dat per ongeluk is vastgelegd."""
    with writing(bestand, overnemen) as ledger:
        found = find_gemeente(ledger, gemeente)
        oordeel = ledger.oordelen.find(gemeente_id=found.id, periode=periode, datum=datum)
        if oordeel is None:
            raise RegietafelError(
                _("Over {naam} is geen oordeel van {datum} over {periode}; zie toezicht oordelen.").format(
                    naam=found.naam, datum=format_date(datum), periode=periode
                )
            )
        remove_oordeel(ledger, oordeel)


@toezicht.command()
@bestand
@click.option("--provincie", metavar="NAAM", help=_("De treden die hier gelden; anders alle."))
@click.option("--op", type=DATUM, metavar="DATUM", help=_("Met --provincie: op deze dag; anders vandaag."))
@als_json
def treden(bestand: Path, provincie: str | None, op: datetime.date | None, als_json: bool) -> None:
    """Toon de treden. Zonder provincie geldt een trede waar de provincie zelf geen treden heeft.

    JSON: een lijst met id, provincie, volgorde, naam, kleur, betekenis, geldig_vanaf, geldig_tot, bron,
    gecontroleerd_op.
    """
    with reading(bestand) as ledger:
        rows = (
            treden_van(ledger, provincie, op or today())
            if provincie is not None
            else sorted(ledger.treden, key=lambda each: (each.provincie, each.volgorde))
        )
    print_rows(TREDE[:5], rows, als_json, _TREDE_KEYS, _("Er zijn nog geen treden."))


@toezicht.command()
@bestand
@click.argument("id", type=int, required=False)
@zetten_option(_("Zet een gegeven, bijvoorbeeld kleur=…"))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de trede; kan alleen zonder oordelen."))
@overnemen
def trede(bestand: Path, id: int | None, zetten: tuple[str, ...], verwijder: bool, overnemen: bool) -> None:
    """Wijzig of verwijder een trede, of voeg er een toe.

    Met ID (zie treden --json) de trede die er is, zonder ID een nieuwe.
    """
    edit_record(
        bestand,
        overnemen,
        id,
        zetten,
        verwijder,
        wat=_("trede"),
        fields=TREDE,
        table=lambda ledger: ledger.treden,
        save=edit_trede,
        remove=remove_trede,
        start={"provincie": ""},
    )


def _find_trede(ledger: Ledger, text: str, gemeente: Gemeente, datum: datetime.date) -> Trede:
    """On the gemeente's ladder by name or place, else by name on any (which the action refuses with the reason)."""
    ladder, wanted = treden_van(ledger, gemeente.provincie, datum), text.strip().casefold()
    for each in ladder:
        if wanted in (each.naam.casefold(), str(each.volgorde)):
            return each
    for each in ledger.treden:
        if wanted == each.naam.casefold():
            return each
    raise RegietafelError(
        _("“{text}” is geen trede voor {naam}; kies uit: {known}.").format(
            text=text[:80], naam=gemeente.naam, known=", ".join(each.naam for each in ladder) or _("nog geen enkele")
        )
    )


COMMANDS = (toezicht,)
