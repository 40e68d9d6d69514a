"""Commands about the house style of the table and of each gemeente."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from regietafel.actions.huisstijlen import remove_huisstijl
from regietafel.catalog.huisstijl import BESTANDEN, HUISSTIJL
from regietafel.cli.kit import (
    PAD,
    Groep,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    print_json,
    reading,
    together,
    writing,
)
from regietafel.domain.huisstijl import VENSTERS, Huisstijl
from regietafel.errors import RegietafelError
from regietafel.i18n import _, sort_key, today
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import find_gemeente

_KEYS = tuple(field.name for field in HUISSTIJL)
_van = click.option("--gemeente", metavar="NAAM", help=_("Van deze gemeente, met naam of code; anders van de tafel."))
_files = together(
    click.option("--logo", type=PAD, metavar="BESTAND", help=_("PNG, JPEG of SVG.")),
    click.option("--letter", "gewoon", type=PAD, metavar="BESTAND", help=_("De gewone letter, een .ttf.")),
    click.option("--vet", type=PAD, metavar="BESTAND", help=_("De vette letter, een .ttf.")),
    click.option("--cursief", type=PAD, metavar="BESTAND", help=_("De cursieve letter, een .ttf.")),
    click.option("--word", type=PAD, metavar="BESTAND", help=_("Een .docx waaruit Word-documenten hun stijl halen.")),
    click.option(
        "--zonder",
        multiple=True,
        type=click.Choice(list(BESTANDEN)),
        help=_("Haal dit bestand weg; mag vaker. Zonder gewoon gaan vet en cursief mee."),
    ),
)
_values = together(
    click.option("--logo-tekst", "logo_tekst", metavar="TEKST", help=_("Voor wie het logo niet ziet.")),
    click.option("--logo-breedte", "logo_breedte", type=int, metavar="MM", help=_("15 tot 80.")),
    click.option("--kleur", metavar="KLEUR", help=_("Van koppen en lijnen, bijvoorbeeld #1D4ED8.")),
    click.option("--licentie", "letter_licentie", metavar="TEKST", help=_("Wie de letter mag gebruiken.")),
    click.option(
        "--afzender", multiple=True, metavar="REGEL", help=_("Een regel naast de kenmerken; mag vaker. Leeg haalt weg.")
    ),
    click.option("--voettekst", multiple=True, metavar="REGEL", help=_("Een regel onder elke pagina; mag vaker.")),
    click.option("--venster", type=click.Choice(VENSTERS), help=_("Waar het adres in de envelop staat.")),
    click.option("--bindmarge", type=int, metavar="MM", help=_("Extra ruimte links; 0 tot 20.")),
)


@click.group(cls=Groep)
def huisstijl() -> None:
    """Logo, kleur, letter en briefpapier van de tafel en van elke gemeente."""


@huisstijl.command()
@bestand
@_van
@als_json
def toon(bestand: Path, gemeente: str | None, als_json: bool) -> None:
    """Toon de huisstijl van de tafel of van een gemeente; zonder --gemeente ook wie er een eigen heeft.

    JSON: van (null is de tafel), eigen, logo_tekst, logo_breedte, kleur, letter_licentie, afzender, voettekst, venster,
    bindmarge, letter, bestanden (logo, gewoon, vet, cursief en word: de SHA-256 of null), opmerkingen (kleur en
    logo_breedte: een zin), gemeenten (namen met een eigen huisstijl).
    """
    with reading(bestand) as ledger:
        _show(ledger, _id(ledger, gemeente), als_json)


@huisstijl.command()
@bestand
@_van
@_values
@_files
@overnemen
@als_json
def zet(bestand: Path, gemeente: str | None, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Zet een deel van de huisstijl; wat u niet geeft, blijft. Elk bestand wordt eerst gekeurd. JSON: als bij toon."""
    from regietafel.documents.huisstijl import change_huisstijl, read_file

    values = {name: value for name in _KEYS if (value := _given(given[name])) is not None}
    chosen = {name: given[name] for name in BESTANDEN if given[name] is not None}
    if not (values or chosen or given["zonder"]):
        raise WrongUsage(_("Geef minstens één ding om te zetten, bijvoorbeeld --kleur #1D4ED8."))
    if both := sorted(set(chosen) & set(given["zonder"])):
        raise WrongUsage(_("Kies: {naam} zetten of weghalen.").format(naam=both[0]))
    files: dict[str, bytes | None] = {name: read_file(path) for name, path in chosen.items()}
    files |= dict.fromkeys(given["zonder"])
    with writing(bestand, overnemen) as ledger:
        id = _id(ledger, gemeente)
        change_huisstijl(ledger, id, values, files)
        _show(ledger, id, als_json)


@huisstijl.command()
@bestand
@_van
@overnemen
def terug(bestand: Path, gemeente: str | None, overnemen: bool) -> None:
    """Verwijder de eigen huisstijl: van een gemeente geldt dan kleur en letter van de tafel, van de tafel de gewone."""
    from regietafel.documents.huisstijl import huisstijl_of

    with writing(bestand, overnemen) as ledger:
        own = huisstijl_of(ledger, _id(ledger, gemeente))
        if own is None:
            raise RegietafelError(_("{wie} heeft geen eigen huisstijl.").format(wie=gemeente or _("De tafel")))
        remove_huisstijl(ledger, own)


@huisstijl.command()
@bestand
@_van
@click.option("--naar", type=PAD, required=True, metavar="BESTAND", help=_("De PDF."))
@click.option("--overschrijven", is_flag=True, help=_("Vervang het bestand als het er al is."))
def voorbeeld(bestand: Path, gemeente: str | None, naar: Path, overschrijven: bool) -> None:
    """Maak één pagina waarop de hele huisstijl te zien is, als PDF."""
    from regietafel.documents import huisstijl as stijl
    from regietafel.documents.maken import refuse_existing, render
    from regietafel.files import write_files

    refuse_existing(naar.parent, [naar], overwrite=overschrijven)
    with reading(bestand) as ledger:
        document = stijl.voorbeeld(ledger, _id(ledger, gemeente), today())
    write_files([(naar, render(document))])
    click.echo(naar)


COMMANDS = (huisstijl,)


def _id(ledger: Ledger, gemeente: str | None) -> int | None:
    return find_gemeente(ledger, gemeente).id if gemeente is not None else None


def _given(value: Any) -> Any:
    """An option as a value: several lines are one text, and a single empty line is no text."""
    if isinstance(value, tuple):
        return "\n".join(value) if value else None
    return value


def _show(ledger: Ledger, id: int | None, als_json: bool) -> None:
    from regietafel.documents.huisstijl import huisstijl_of, remarks

    own = huisstijl_of(ledger, id)
    style = own or Huisstijl(gemeente_id=id)
    names = {gemeente.id: gemeente.naam for gemeente in ledger.gemeenten}
    told = remarks(ledger, style)
    others = sorted((names[each.gemeente_id] for each in ledger.huisstijlen if each.gemeente_id), key=sort_key)
    if als_json:
        _print_json(style, van=names.get(id), eigen=own is not None, opmerkingen=told, gemeenten=others)
        return
    click.echo(_("Huisstijl van {wie}").format(wie=names.get(id) or _("de tafel")) + ("" if own else _(": geen eigen")))
    for field in HUISSTIJL:
        if own and field.show(style):
            click.echo(f"  {field.label}: {field.show(style)}".replace("\n", " / "))
    for name, label in BESTANDEN.items():
        if getattr(style, name):
            click.echo(f"  {label}: " + (style.letter if name == "gewoon" else _("ja")))
    for sentence in told.values():
        click.echo(f"  {sentence}")
    if id is None and others:
        click.echo(_("Eigen huisstijl: {namen}").format(namen=", ".join(others)))


def _print_json(style: Huisstijl, **more: Any) -> None:
    values: Mapping[str, Any] = {name: getattr(style, name) for name in (*_KEYS, "letter")}
    files = {name: getattr(style, name) for name in BESTANDEN}
    head = {name: more.pop(name) for name in ("van", "eigen")}
    print_json({**head, **values, "bestanden": files, **more})
