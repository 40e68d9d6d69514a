"""Commands that write spreadsheets: a list, the whole cijferboek, and the forms that gemeenten fill in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from regietafel.cli.kit import PAD, Opdracht, WrongUsage, als_json, bestand, periode_option, print_json, reading
from regietafel.domain.periode import Periode
from regietafel.exchange.cijferboek import cijferboek
from regietafel.exchange.export import write_tables
from regietafel.exchange.onderdelen import ONDERDELEN
from regietafel.exchange.opgaveformulier import make_formulieren
from regietafel.exchange.tabel import Tabel
from regietafel.i18n import _, format_number, today
from regietafel.queries.gemeenten import find_gemeente

_CIJFERBOEK = "cijferboek"
_KNOWN = ", ".join([*ONDERDELEN, _CIJFERBOEK])


@click.command(cls=Opdracht)
@bestand
@click.option("--naar", type=PAD, required=True, metavar="NAAM", help=_("Het nieuwe bestand: .xlsx, .ods of .csv."))
@click.option("--onderdeel", metavar="ONDERDEEL", help=_("Wat erin komt: {known}.").format(known=_KNOWN))
@periode_option(required=False)
@click.option("--overschrijven", is_flag=True, help=_("Vervang een bestand dat er al is."))
@als_json
def exporteer(
    bestand: Path, naar: Path, onderdeel: str | None, periode: Periode | None, overschrijven: bool, als_json: bool
) -> None:
    """Schrijf cijfers uit BESTAND naar een rekenblad.

    Zonder --onderdeel bevat een .xlsx of .ods het hele cijferboek, met een blad per onderwerp, en een .csv de stand.
    Met --periode gaat het onderdeel over dat halfjaar, en de geschiedenis tot en met dat halfjaar.

    JSON: bestanden: de namen, tabellen: [titel, rijen].
    """
    onderdeel = onderdeel or ("stand" if naar.suffix.lower() == ".csv" else _CIJFERBOEK)
    with reading(bestand) as ledger:
        title = bestand.stem
        if onderdeel == _CIJFERBOEK:
            tabellen = cijferboek(ledger, periode, vandaag=today())
            title = _("Cijferboek {naam}").format(naam=title)
        elif onderdeel in ONDERDELEN:
            tabellen = (ONDERDELEN[onderdeel](ledger, periode),)
        else:
            sentence = _("Het onderdeel “{name}” bestaat niet; kies uit: {known}.")
            raise WrongUsage(sentence.format(name=onderdeel, known=_KNOWN))
    write_tables(naar, tabellen, title=title, overwrite=overschrijven)
    _say([naar], tabellen, als_json)


@click.command(cls=Opdracht)
@bestand
@periode_option()
@click.option("--naar", type=PAD, required=True, metavar="MAP", help=_("De map voor de formulieren."))
@click.option("--gemeente", "namen", multiple=True, metavar="NAAM", help=_("Alleen deze; anders elk lid. Herhaalbaar."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang formulieren die al in de map staan."))
@als_json
def opgaveformulier(
    bestand: Path, periode: Periode, naar: Path, namen: tuple[str, ...], overschrijven: bool, als_json: bool
) -> None:
    """Maak per gemeente een formulier (xlsx) waarin zij de realisatie invult.

    Wat terugkomt, leest u in met: regietafel importeer realisatie.

    JSON: bestanden: de namen, tabellen: leeg.
    """
    with reading(bestand) as ledger:
        gemeenten = [find_gemeente(ledger, naam) for naam in namen]
        paths = make_formulieren(ledger, periode, naar, gemeenten=gemeenten, overwrite=overschrijven)
    _say(paths, (), als_json)


def _say(paths: Sequence[Path], tabellen: Sequence[Tabel], als_json: bool) -> None:
    if als_json:
        rows = [{"titel": tabel.titel, "rijen": len(tabel.records)} for tabel in tabellen]
        print_json({"bestanden": [str(path) for path in paths], "tabellen": rows})
        return
    for path in paths:
        click.echo(path)
    for tabel in tabellen:
        click.echo(f"{format_number(len(tabel.records)):>8}  {tabel.titel}")


COMMANDS = (exporteer, opgaveformulier)
