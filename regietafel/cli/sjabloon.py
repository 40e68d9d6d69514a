"""Commands about the templates of the documents, and the user's own wording of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from regietafel.cli.kit import (
    PAD,
    F,
    Groep,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    periode_option,
    print_json,
    reading,
    together,
    writing,
)
from regietafel.documents.sjabloon.uitleg import SCHRIJFWIJZEN
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_number, shorten
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import find

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from regietafel.documents.sjabloon.template import Problem

_WIDTH = 70  # characters of a value on one line
_TOLD = 20  # remarks about a text


class NaamType(click.ParamType[str]):
    """``bekendmaking`` or ``bekendmaking.txt``."""

    name = "naam"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Whether there is such a template is for the command."""
        return value if str(value).endswith(".txt") else f"{value}.txt"


_NAAM = click.argument("naam", type=NaamType())
_voorbeeld_options: Callable[[F], F] = together(
    click.option("--herverdeling", "kenmerk", metavar="KENMERK", help=_("De herverdeling; anders de nieuwste.")),
    click.option("--voor", default="", metavar="NAAM", help=_("De gemeente of de ontvanger; anders de eerste.")),
    periode_option(required=False),
)


_WIDEST = max(len(written) for written, _said in SCHRIJFWIJZEN)
_HELP = _("""Bekijk de teksten van de documenten en gebruik uw eigen tekst.

Uw eigen tekst staat in het bestand van de regio. NAAM is de naam uit `lijst`, met of zonder .txt. Zo schrijft u een
tekst:

\b
{schrijfwijzen}""").format(
    schrijfwijzen="\n".join(f"{written.ljust(_WIDEST)}  {said}" for written, said in SCHRIJFWIJZEN)
)


@click.group(cls=Groep, help=_HELP, short_help=_("Bekijk de teksten van de documenten en gebruik uw eigen tekst."))
def sjabloon() -> None:
    """The group."""


@sjabloon.command()
@bestand
@als_json
def lijst(bestand: Path, als_json: bool) -> None:
    """Noem de sjablonen: voor welk document en in welke rollen, en of u een eigen tekst gebruikt.

    JSON: een lijst van [naam, titel, document, rollen, eigen, standaard_gewijzigd]. standaard_gewijzigd is waar als
    de standaard een andere is dan die waaruit uw eigen tekst is gemaakt; zie dan `samenvoegen`.
    """
    from regietafel.documents.sjabloon.eigen import list_sjablonen

    with reading(bestand) as ledger:
        regels = list_sjablonen(ledger)
    if als_json:
        print_json([regel._asdict() for regel in regels])
        return
    width = max(len(regel.naam) for regel in regels)
    for regel in regels:
        said = _("eigen tekst; de standaard is gewijzigd") if regel.standaard_gewijzigd else _("eigen tekst")
        click.echo(f"{regel.naam.ljust(width)}  {regel.titel}{f' – {said}' if regel.eigen else ''}")


@sjabloon.command()
@bestand
@_NAAM
@click.option("--standaard", is_flag=True, help=_("De standaardtekst, ook als u een eigen tekst gebruikt."))
@click.option("--velden", is_flag=True, help=_("Wat het sjabloon kan noemen, met wat er nu staat."))
@_voorbeeld_options
@als_json
def toon(bestand: Path, naam: str, standaard: bool, velden: bool, als_json: bool, **document: Any) -> None:
    """Toon de tekst van een sjabloon, of met --velden wat het kan noemen.

    JSON: naam, tekst. Met --velden een lijst van [naam, soort, schrijfwijze, waarde]; soort is veld, reeks, tabel,
    figuur, ondertekening of blok.
    """
    from regietafel.documents.sjabloon.eigen import fields_for, text_of
    from regietafel.documents.sjabloon.template import read_source

    if velden and standaard:
        raise WrongUsage(_("Geef --standaard of --velden, niet beide."))
    if not velden and any(document.values()):
        raise WrongUsage(_("--herverdeling, --voor en --periode horen bij --velden; een tekst is voor alle gelijk."))
    with reading(bestand) as ledger:
        if velden:
            found = fields_for(ledger, naam, **_document(ledger, **document))
        else:
            tekst = read_source(naam) if standaard else text_of(ledger, naam)
    if not velden:
        if als_json:
            print_json({"naam": naam, "tekst": tekst})
        else:
            click.echo(tekst, nl=not tekst.endswith("\n"))
    elif als_json:
        print_json([{**veld._asdict(), "schrijfwijze": veld.schrijfwijze} for veld in found])
    else:
        width = max(len(veld.schrijfwijze) for veld in found)
        for veld in found:
            click.echo(f"{veld.schrijfwijze.ljust(width)}  {_on_one_line(veld.waarde)}".rstrip())


@sjabloon.command()
@bestand
@_NAAM
@click.argument("tekstbestand", type=PAD, required=False)
@_voorbeeld_options
@als_json
def controleer(bestand: Path, naam: str, tekstbestand: Path | None, als_json: bool, **document: Any) -> None:
    """Kijk een tekst na: die in TEKSTBESTAND, of anders die in gebruik is. Er verandert niets.

    Wat alleen nu leeg is, staat op stderr als “Let op”. Wat niet kan, staat er per regel; de afsluitcode is dan 1,
    behalve met --json.

    JSON: een lijst van [regel, melding, leeg]. leeg is waar als alleen het veld nu niet is ingevuld.
    """
    from regietafel.documents.sjabloon.eigen import problems, refuse, text_of
    from regietafel.documents.sjabloon.template import read_file

    with reading(bestand) as ledger:
        tekst = read_file(tekstbestand) if tekstbestand else text_of(ledger, naam)
        found = problems(ledger, naam, tekst, **_document(ledger, **document))
    if als_json:
        print_json([vars(problem) for problem in found])
        return
    refuse(naam, found)
    _warn(found)
    click.echo(_("De tekst is in orde."))


@sjabloon.command()
@bestand
@_NAAM
@click.argument("tekstbestand", type=PAD)
@overnemen
def zet(bestand: Path, naam: str, tekstbestand: Path, overnemen: bool) -> None:
    """Gebruik voortaan de tekst in TEKSTBESTAND (UTF-8). Een tekst die niet kan, wordt geweigerd, met de regels."""
    from regietafel.documents.sjabloon.eigen import save_sjabloon
    from regietafel.documents.sjabloon.template import read_file

    tekst = read_file(tekstbestand)
    with writing(bestand, overnemen) as ledger:
        _warn(save_sjabloon(ledger, naam, tekst))


@sjabloon.command()
@bestand
@_NAAM
@als_json
def verschil(bestand: Path, naam: str, als_json: bool) -> None:
    """Toon wat uw tekst anders zegt dan de standaard: + staat alleen bij u, − alleen in de standaard.

    JSON: een lijst van [soort, eigen_regel, standaard_regel, tekst]. soort is erbij of weg; een regelnummer is null
    waar de regel niet staat.
    """
    from regietafel.documents.sjabloon.eigen import differences

    with reading(bestand) as ledger:
        found = [each for each in differences(ledger, naam) if each.soort != "gelijk"]
    if als_json:
        print_json([each._asdict() for each in found])
        return
    for each in found:
        sign, number = ("+", each.eigen_regel) if each.soort == "erbij" else ("−", each.standaard_regel)
        click.echo(f"{number:>4} {sign} {each.tekst}")
    if not found:
        click.echo(_("Uw tekst is gelijk aan de standaard."))


@sjabloon.command()
@bestand
@_NAAM
@overnemen
def terug(bestand: Path, naam: str, overnemen: bool) -> None:
    """Gebruik de standaardtekst weer."""
    from regietafel.actions.sjablonen import restore_sjabloon

    with writing(bestand, overnemen) as ledger:
        if not [*ledger.sjablonen.where(naam=naam)]:
            raise RegietafelError(_("Van “{naam}” is er geen eigen tekst; zie `sjabloon lijst`.").format(naam=naam))
        restore_sjabloon(ledger, naam)


@sjabloon.command()
@bestand
@_NAAM
@click.option("--zet", is_flag=True, help=_("Gebruik de samengevoegde tekst voortaan."))
@overnemen
@als_json
def samenvoegen(bestand: Path, naam: str, zet: bool, overnemen: bool, als_json: bool) -> None:
    """Neem in uw tekst over wat in de standaard is gewijzigd, en toon de uitkomst.

    Waar u en de standaard hetzelfde wijzigden, blijft uw tekst staan en staat de nieuwe standaard erboven in regels
    met %%, die niet op papier komen. Zonder --zet verandert er niets.

    JSON: tekst, conflicten, overgenomen. conflicten zijn de regels waar u en de standaard hetzelfde wijzigden,
    overgenomen die waar alleen de standaard iets wijzigde.
    """
    from regietafel.documents.sjabloon.eigen import merge, save_sjabloon

    with writing(bestand, overnemen) if zet else reading(bestand) as ledger:
        merged = merge(ledger, naam)
        if zet:
            _warn(save_sjabloon(ledger, naam, merged.tekst, samengevoegd=True))
    if als_json:
        print_json(merged._asdict())
        return
    click.echo(merged.tekst, nl=not merged.tekst.endswith("\n"))
    for regel in merged.conflicten:
        click.echo(_("Let op: bij regel {n} wijzigden u en de standaard hetzelfde.").format(n=regel), err=True)


def _document(ledger: Ledger, kenmerk: str | None, **rest: Any) -> dict[str, Any]:
    return {"herverdeling_id": find(ledger, kenmerk).id if kenmerk is not None else None, **rest}


def _warn(found: Sequence[Problem]) -> None:
    for problem in found[:_TOLD]:
        said = _("Let op, regel {regel}: {melding}").format(regel=problem.regel, melding=problem.melding)
        click.echo(said, err=True)
    if len(found) > _TOLD:
        click.echo(_("En nog {n}.").format(n=format_number(len(found) - _TOLD)), err=True)


def _on_one_line(value: str) -> str:
    line = " / ".join(filter(None, (each.strip() for each in value.splitlines())))
    return shorten(line, _WIDTH)


COMMANDS = (sjabloon,)
