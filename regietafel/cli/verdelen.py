"""The command that divides a national number by the verdeelsleutel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from regietafel import reference
from regietafel.catalog.verdeling import METHODEN, VERDEELREGEL
from regietafel.cli.kit import (
    AANTAL,
    PAD,
    Opdracht,
    WrongUsage,
    als_json,
    periode_option,
    print_json,
    print_table,
    reading,
)
from regietafel.domain.periode import Periode
from regietafel.domain.verdeelsleutel import WADDEN, Methode, Samen, Verdeling, lees_samen, verdeel, wadden
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_number
from regietafel.ledger import Ledger
from regietafel.queries.inwoners import find_gm_code, landelijke_inwoners
from regietafel.queries.verdeling import remarkable, verdeling
from regietafel.queries.verdeling_uitleg import show_deler

_WADDEN = "wadden"


class MethodeType(click.ParamType[Methode]):
    """``adams``."""

    name = "methode"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Methode:
        """Raise a usage error for what is no method."""
        try:
            return Methode(str(value).casefold())
        except ValueError:
            sentence = _("“{text}” is geen methode; kies uit: {known}.")
            self.fail(sentence.format(text=value, known=", ".join(Methode)), param, ctx)


@dataclass(frozen=True, kw_only=True)
class Verdeelregel:
    """One line of the outcome, in persons."""

    gemeente: str
    inwoners: int | None
    taakstelling: int | None
    amv: int | None


@click.command(cls=Opdracht, name="verdeel")
@click.option("--totaal", type=AANTAL, required=True, metavar="N", help=_("Het landelijke aantal."))
@click.option("--inwoners", "bron", type=PAD, metavar="BRON", help=_("Een rekenblad met de inwoners per gemeente."))
@click.option(
    "--methode",
    type=MethodeType(),
    default=Methode.ADAMS.value,
    metavar="|".join(Methode),
    help=_("Hoe wordt afgerond; anders adams, dat klopt met de circulaire."),
)
@click.option("--amv", type=AANTAL, metavar="N", help=_("Hoeveel daarvan amv zijn."))
@click.option(
    "--samen",
    multiple=True,
    metavar='"A,B>C"',
    help=_("Tel A en B als één en geef hun deel aan C; mag vaker. “wadden”: de Waddeneilanden bij Leeuwarden."),
)
@click.option("--bestand", type=PAD, metavar="BESTAND", help=_("Of: de leden van een tafel, met --periode."))
@periode_option(required=False)
@als_json
def verdeel_totaal(
    totaal: int,
    bron: Path | None,
    methode: Methode,
    amv: int | None,
    samen: tuple[str, ...],
    bestand: Path | None,
    periode: Periode | None,
    als_json: bool,
) -> None:
    """Verdeel een landelijk aantal naar inwoners.

    Met --inwoners over de gemeenten in BRON, zoals ze daar staan; met --bestand over heel Nederland, en dan ziet u de
    leden van de tafel. Een berekening is een controle of een prognose: de circulaire geldt. Zonder --samen telt elke
    gemeente apart. Een bijzonderheid, zoals gemeenten met evenveel recht op een laatste plaats, staat op stderr.

    JSON: methode, totaal, deler, gemeenten: [gemeente, inwoners, taakstelling, amv], som. som is de som van
    gemeenten; amv is null zonder --amv; deler is null als de methode er geen heeft of als hij geen eindig decimaal
    getal is. Met --bestand ook: periode, is_prognose, opmerkingen.
    """
    if (bron is None) == (bestand is None) or (bestand is not None and periode is None):
        raise WrongUsage(_("Geef --inwoners BRON, of --bestand BESTAND met --periode."))
    more: dict[str, object] = {}
    remarks: Sequence[str]
    if bron is not None:
        outcome, remarks = _divide_table(bron, totaal, methode, samen, amv, periode)
        regels = [
            Verdeelregel(gemeente=each.gemeente, inwoners=each.inwoners, taakstelling=each.aantal, amv=each.amv)
            for each in outcome.regels
        ]
    else:
        assert bestand is not None and periode is not None
        with reading(bestand) as ledger:
            land = landelijke_inwoners(ledger, periode)
            pools = [
                pool
                for text in samen
                for pool in (wadden(land.inwoners) if _is_wadden(text) else [_codes(ledger, lees_samen(text))])
            ]
            found = verdeling(ledger, periode, totaal, methode, samen=pools, amv=amv)
        outcome, remarks = found.gekozen, (found.waarde, *found.opmerkingen)
        more = {"periode": str(periode), "is_prognose": found.is_prognose, "opmerkingen": remarks}
        regels = [
            Verdeelregel(
                gemeente=each.gemeente,
                inwoners=each.inwoners,
                taakstelling=getattr(each, methode),
                amv=each.amv,
            )
            for each in found.leden
        ]
    _show(outcome, regels, more, als_json)
    for sentence in remarks:
        click.echo(sentence, err=True)


def _show(outcome: Verdeling, regels: Sequence[Verdeelregel], more: dict[str, object], as_json: bool) -> None:
    som = sum(each.taakstelling or 0 for each in regels)
    if as_json:
        gemeenten = [asdict(each) for each in regels]
        deler = _json_number(outcome.deler)
        head = {"methode": outcome.methode, "totaal": outcome.totaal, "deler": deler}
        print_json({**head, "gemeenten": gemeenten, "som": som, **more})
        return
    total = Verdeelregel(
        gemeente=_("Totaal"),
        inwoners=sum(each.inwoners or 0 for each in regels),
        taakstelling=som,
        amv=None if all(each.amv is None for each in regels) else sum(each.amv or 0 for each in regels),
    )
    print_table(VERDEELREGEL, regels, total)
    labels = {methode: label for label, methode in METHODEN.items()}
    click.echo(
        _("Methode: {methode}. Deler: {deler}. Over alle gemeenten: {som} van {totaal}.").format(
            methode=labels[outcome.methode],
            deler=show_deler(outcome.deler),
            som=format_number(outcome.som),
            totaal=format_number(outcome.totaal),
        )
    )


def _json_number(deler: Fraction | None) -> int | float | None:
    """A number that reads back exactly, or None."""
    if deler is None or deler.denominator == 1:
        return None if deler is None else deler.numerator
    return float(deler) if Fraction(repr(float(deler))) == deler else None


def _divide_table(
    bron: Path, totaal: int, methode: Methode, samen: Sequence[str], amv: int | None, periode: Periode | None
) -> tuple[Verdeling, list[str]]:
    """Over the rows of a table, by the name that is printed there: a slip in it must not matter."""
    from regietafel.exchange.lezen import read
    from regietafel.exchange.namen import without_mark
    from regietafel.exchange.soorten import INWONERS
    from regietafel.exchange.spreadsheet import read_sheets

    peildatum = periode.inwoners_peildatum if periode else None
    gelezen = read(read_sheets(bron), INWONERS, peildatum=peildatum, naam=bron.name)
    if gelezen.problemen:
        first = gelezen.problemen[0]
        raise RegietafelError(
            _(
                "In {bron} zijn {n} rijen niet te lezen, te beginnen met rij {rij} ({naam}): {melding}. "
                "Verbeter dat eerst; de verdeling hangt van alle gemeenten af."
            ).format(
                bron=bron.name,
                n=format_number(len(gelezen.problemen)),
                rij=first.rij,
                naam=first.naam,
                melding=first.melding.rstrip("."),
            )
        )
    inwoners: dict[str, int] = {}
    keys: dict[str, str] = {}  # by GM-code
    for regel in gelezen.regels:
        said = {"naam": regel.naam, "blad": regel.blad, "rij": regel.rij}
        key = regel.naam if regel.naam not in inwoners else _("{naam} ({blad}, rij {rij})").format(**said)
        inwoners[key] = regel.waarden[gelezen.hoofd] or 0
        known = reference.known_gemeente(without_mark(regel.naam))
        if code := regel.gm_code or (known.code if known else ""):
            keys.setdefault(code, key)
    pools = [WADDEN if _is_wadden(text) else lees_samen(text) for text in samen]
    outcome = verdeel(inwoners, totaal, methode, [_as_printed(pool, inwoners, keys) for pool in pools], amv)
    return outcome, [*gelezen.opmerkingen, *remarkable(outcome, amv)]


def _as_printed(pool: Samen, inwoners: dict[str, int], keys: dict[str, str]) -> Samen:
    """The pool in the names of the table; a name that is not there stays, and is refused by name."""

    def printed(naam: str) -> str:
        if naam in inwoners:
            return naam
        known = reference.known_gemeente(naam)
        return keys.get(known.code, known.naam) if known else naam

    return Samen(tuple(map(printed, pool.leden)), printed(pool.naar))


def _codes(ledger: Ledger, pool: Samen) -> Samen:
    return Samen(tuple(find_gm_code(ledger, naam) for naam in pool.leden), find_gm_code(ledger, pool.naar))


def _is_wadden(text: str) -> bool:
    return text.strip().casefold() == _WADDEN


COMMANDS = (verdeel_totaal,)
