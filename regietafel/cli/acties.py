"""The commands about what meetings led to, over all of them: actions, besluiten and knelpunten."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import click

from regietafel.actions.verslag import record_voortgang, remove_voortgang, set_gereed
from regietafel.catalog.overlegregels import REGISTER_LIJST
from regietafel.catalog.verslag import VOORTGANG
from regietafel.cli.kit import (
    DATUM,
    Groep,
    Opdracht,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    print_json,
    print_table,
    reading,
    together,
    writing,
)
from regietafel.cli.overlegkit import name_partij, regel_json, short
from regietafel.cli.overlegpunt import about
from regietafel.domain.verslag import ACTIE, BESLUIT, KNELPUNT, NOTITIE, Verslagregel, Voortgang
from regietafel.errors import RegietafelError
from regietafel.i18n import _, enumerate_some, format_date, today
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.verslag import LijstRegel, besloten_in, lijstregel, register, themas

_op = click.option("--op", type=DATUM, metavar="DATUM", help=_("Zoals het op die dag is; anders vandaag."))
_filters = together(
    click.option("--gemeente", metavar="NAAM", help=_("Alleen van deze gemeente, met naam of code.")),
    click.option("--thema", default="", metavar="THEMA", help=_("Alleen dit thema.")),
    click.option("--vanaf", type=DATUM, metavar="DATUM", help=_("Alleen van overleggen vanaf deze dag.")),
    click.option("--tot", type=DATUM, metavar="DATUM", help=_("Alleen van overleggen tot en met deze dag.")),
    _op,
)
_nummer = click.argument("nummer", type=int)


@click.command(cls=Opdracht)
@bestand
@click.option("--open", "open_only", is_flag=True, help=_("Alleen wat nog niet gereed is."))
@click.option("--te-laat", "te_laat_only", is_flag=True, help=_("Alleen wat er al had moeten zijn."))
@click.option("--organisatie", metavar="NAAM", help=_("Alleen van deze organisatie, zoals het COA."))
@_filters
@als_json
def acties(
    bestand: Path,
    open_only: bool,
    te_laat_only: bool,
    organisatie: str | None,
    gemeente: str | None,
    thema: str,
    vanaf: datetime.date | None,
    tot: datetime.date | None,
    op: datetime.date | None,
    als_json: bool,
) -> None:
    """Toon de acties uit alle overleggen, van het nieuwste overleg eerst.

    Een actie van meer gemeenten of organisaties staat er één keer.

    JSON: een lijst van [id, overleg_datum, reeks, punt_nummer, punt_titel, soort, tekst, thema, houders, voor,
    gereed_op, is_open, te_laat, vraag, invoer, vertrouwelijk, verwijzing, voortgang: [id, datum, tekst], kennis: [id,
    titel]]. houders zijn namen; voor is de laatste dag, of null.
    """
    from regietafel.reference import spelling_key

    with reading(bestand) as ledger:
        rows = register(
            ledger,
            op or today(),
            (ACTIE,),
            gemeente_id=_gemeente(ledger, gemeente),
            thema=one_thema(ledger, thema),
            vanaf=vanaf,
            tot=tot,
            open_only=open_only,
            te_laat_only=te_laat_only,
        )
        if organisatie is not None:
            # Who is still asked about, as a slip can be, is no party yet.
            typed = tuple(each for each in rows if spelling_key(organisatie) in map(spelling_key, each.houders))
            known = "" if typed else name_partij(ledger, organisatie)
            rows = typed or tuple(each for each in rows if known in each.houders)
    _print(rows, _("Er zijn geen acties."), als_json)


@click.command(cls=Opdracht)
@bestand
@click.option(
    "--soort",
    "soorten",
    multiple=True,
    type=click.Choice((BESLUIT, KNELPUNT, NOTITIE)),
    help=_("Alleen deze; mag vaker. Anders besluiten en knelpunten."),
)
@click.option("--herverdeling", metavar="KENMERK", help=_("Alleen over deze herverdeling."))
@click.option("--locatie", metavar="LOCATIE", help=_("Alleen over deze locatie."))
@click.option("--project", metavar="PROJECT", help=_("Alleen over dit woonproject."))
@_filters
@als_json
def besluiten(
    bestand: Path,
    soorten: tuple[str, ...],
    herverdeling: str | None,
    locatie: str | None,
    project: str | None,
    gemeente: str | None,
    thema: str,
    vanaf: datetime.date | None,
    tot: datetime.date | None,
    op: datetime.date | None,
    als_json: bool,
) -> None:
    """Toon de besluiten en knelpunten uit alle overleggen, van het nieuwste overleg eerst.

    --gemeente kiest wat over een locatie, project of herverdeling van die gemeente gaat; notitie is wat is getypt en
    nog geen van drieën is. JSON: als bij acties.
    """
    with reading(bestand) as ledger:
        rows = register(
            ledger,
            op or today(),
            soorten or (BESLUIT, KNELPUNT),
            gemeente_id=_gemeente(ledger, gemeente),
            thema=one_thema(ledger, thema),
            vanaf=vanaf,
            tot=tot,
        )
        if subject := about(ledger, {"herverdeling": herverdeling, "locatie": locatie, "project": project}):
            found = {each.id for each in besloten_in(ledger, **subject)}
            rows = tuple(each for each in rows if each.id in found)
    _print(rows, _("Er zijn geen besluiten of knelpunten."), als_json)


@click.group(cls=Groep)
def actie() -> None:
    """Leg vast wat er van een actie komt; een actie noemt u met haar nummer, zie acties."""


@actie.command()
@bestand
@_nummer
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("De dag waarop zij gereed was; anders vandaag."))
@click.option("--niet", is_flag=True, help=_("Toch niet gereed: zij is weer open."))
@overnemen
@als_json
def gereed(
    bestand: Path, nummer: int, datum: datetime.date | None, niet: bool, overnemen: bool, als_json: bool
) -> None:
    """Leg vast dat een actie gereed is; ook als de lijst al is vastgesteld. JSON: als één regel van acties."""
    if niet and datum:
        raise WrongUsage(_("Geef --datum of --niet, niet allebei."))
    with writing(bestand, overnemen) as ledger:
        found = _actie(ledger, nummer)
        set_gereed(ledger, nummer, None if niet else datum or today())
        _show(ledger, found, als_json)


@actie.command()
@bestand
@_nummer
@click.option("--tekst", metavar="TEKST", help=_("Wat er over is gemeld."))
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("De dag waarop; anders vandaag."))
@click.option("--verwijder", type=int, metavar="ID", help=_("Haal deze melding weg; zie het id in acties --json."))
@overnemen
@als_json
def voortgang(
    bestand: Path,
    nummer: int,
    tekst: str | None,
    datum: datetime.date | None,
    verwijder: int | None,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Leg vast wat er over een actie is gemeld. JSON: als één regel van acties."""
    with writing(bestand, overnemen) as ledger:
        found = _actie(ledger, nummer)
        note_voortgang(ledger, tekst, datum, verwijder, regel_id=nummer)
        _show(ledger, found, als_json)


def note_voortgang(
    ledger: Ledger,
    tekst: str | None,
    datum: datetime.date | None,
    verwijder: int | None,
    *,
    regel_id: int | None = None,
    intekening_id: int | None = None,
) -> None:
    """Record what was reported about one of both, or take that out again. Raises a usage error unless one is asked."""
    if (tekst is None) == (verwijder is None):
        raise WrongUsage(_("Geef --tekst of --verwijder."))
    if tekst is not None:
        new = Voortgang(regel_id=regel_id, intekening_id=intekening_id, datum=datum or today(), tekst=tekst)
        record_voortgang(ledger, new)
        return
    old = ledger.voortgangen.find(id=verwijder, regel_id=regel_id, intekening_id=intekening_id)
    if old is None:
        raise RegietafelError(_("Die melding hoort hier niet; zie de nummers met --json."))
    remove_voortgang(ledger, old)


def print_voortgang(notes: Sequence[Voortgang]) -> None:
    """What was reported, below what it is about."""
    if notes:
        click.echo()
        print_table(short(VOORTGANG), notes)


def _actie(ledger: Ledger, nummer: int) -> Verslagregel:
    if (found := ledger.verslagregels.find(id=nummer, soort=ACTIE)) is None:
        raise RegietafelError(_("Er is geen actie {nummer}; zie “regietafel acties”.").format(nummer=nummer))
    return found


def one_thema(ledger: Ledger, thema: str) -> str:
    """The thema as the file writes it; empty for none. Raises RegietafelError that names those in use."""
    known = themas(ledger)
    found = [each for each in known if each.casefold() == thema.strip().casefold()]
    if thema and not found:
        sentence = _("Er is geen thema “{thema}”; wel: {namen}.") if known else _("Er zijn nog geen thema's.")
        raise RegietafelError(sentence.format(thema=thema[:80], namen=enumerate_some(known, 20)))
    return found[0] if found else ""


def _gemeente(ledger: Ledger, naam: str | None) -> int | None:
    return None if naam is None else find_gemeente(ledger, naam).id


def _print(rows: Sequence[LijstRegel], none: str, as_json: bool) -> None:
    if as_json:
        print_json([regel_json(each) for each in rows])
    elif rows:
        print_table(short(REGISTER_LIJST), rows)
        for each in rows:
            if each.te_laat and each.voor:
                sentence = _("Actie {nummer} is te laat: zij moest op {datum} klaar zijn.")
                click.echo(sentence.format(nummer=each.id, datum=format_date(each.voor)))
    else:
        click.echo(none)


def _show(ledger: Ledger, regel: Verslagregel, as_json: bool) -> None:
    row = lijstregel(ledger, regel.id or 0, today())
    if as_json:
        print_json(regel_json(row))
        return
    print_table(short(REGISTER_LIJST), [row])
    print_voortgang(row.voortgang)


COMMANDS = (acties, besluiten, actie)
