"""Commands about proposals for an uitruil, and the limits they keep."""

from __future__ import annotations

import datetime
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.actions.grenzen import remove_grens, set_grens
from regietafel.catalog.grens import BLOKKADE, BUITEN, GRENS, GRENS_REGEL, UITRUIL
from regietafel.cli.kit import (
    AANTAL,
    Opdracht,
    WrongUsage,
    als_json,
    bestand,
    op_option,
    overnemen,
    periode_option,
    print_json,
    print_rows,
    print_table,
    reading,
    writing,
)
from regietafel.cli.velden import parse_settings, zetten_option
from regietafel.domain.grens import Grens
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_date, format_number, today
from regietafel.ledger import Ledger
from regietafel.planning.kort import dag_van
from regietafel.planning.uitruil import SECONDEN, Alternatief, Oplossing, Voortgang, Vraagstuk, los_op
from regietafel.planning.voorstel import Voorstel, as_voorstel, vraagstuk
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.grenzen import grens_regels, parse_grens, partner_codes

_GRENS_KEYS = "gemeente max_afstaan max_overnemen partners minimum toelichting"
_GRENS = click.option(
    "--grens",
    "grenzen",
    multiple=True,
    metavar='"NAAM:GRENS"',
    help=_(
        "Bijvoorbeeld Wierden:overnemen<=5, Borne:niet afstaan, Borne:alleen Hengelo, Almelo of Borne:minimaal 5;"
        " gaat voor een vastgelegde grens; mag vaker."
    ),
)


@click.command(cls=Opdracht)
@bestand
@periode_option()
@op_option
@_GRENS
@click.option("--alternatieven", type=AANTAL, default=3, metavar="N", help=_("Hoeveel voorstellen; anders 3."))
@click.option("--seconden", type=AANTAL, default=int(SECONDEN), metavar="N", help=_("Hoe lang zoeken; anders 10."))
@als_json
def voorstel(
    bestand: Path,
    periode: Periode,
    op: datetime.date | None,
    grenzen: tuple[str, ...],
    alternatieven: int,
    seconden: int,
    als_json: bool,
) -> None:
    """Zoek welke uitruil de meeste verwachte achterstand oplost, met zo weinig mogelijk overdrachten.

    Daarna telt een gelijke last per inwoner, en dan overdrachten tussen buren. Ctrl+C geeft het beste tot dan toe.
    Een voorstel beslist niets.

    JSON: periode, op, tekort, overschot, alternatieven: [overdrachten: [van, naar, aantal, waarom, buren], opgelost,
    rest (verwachte achterstand die blijft), aantal_overdrachten, bewezen (het kan niet met minder), ondergrens,
    geheel_bewezen (ook last en buren kunnen niet beter), kenschets], blokkades: [grens, effect (personen), zin],
    buiten: [gemeente, reden], opmerkingen: een lijst met zinnen, afgebroken.
    """
    if alternatieven < 1 or seconden < 1:
        raise WrongUsage(_("Geef met --alternatieven en --seconden een aantal van 1 of meer."))
    with reading(bestand) as ledger:
        day = op or dag_van(periode, today())
        question = vraagstuk(ledger, periode, day, [parse_grens(ledger, periode, text) for text in grenzen])
    found = as_voorstel(periode, day, question, _solve(question, alternatieven, seconden))
    if als_json:
        print_json(_voorstel_json(found))
    else:
        _show(found)


def _solve(question: Vraagstuk, alternatieven: int, seconden: int) -> Oplossing:
    """Search beside this thread, so that Ctrl+C is heard while the solver works."""
    halt, ready = threading.Event(), threading.Event()
    found: list[Oplossing | BaseException] = []

    def tell(how_far: Voortgang) -> None:
        if sys.stderr.isatty():
            text = _("{fase}: {n} overdrachten, minstens {grens}").format(
                fase=how_far.fase, n=format_number(how_far.aantal), grens=how_far.ondergrens
            )
            click.echo(f"\r{text:<60}", err=True, nl=False)

    def work() -> None:
        try:
            found.append(
                los_op(question, alternatieven=alternatieven, seconden=seconden, stop=halt.is_set, voortgang=tell)
            )
        except BaseException as error:
            found.append(error)
        finally:
            ready.set()

    search = threading.Thread(target=work)
    while not ready.is_set():
        try:
            if not search.ident:
                search.start()  # in here: Ctrl+C may come at once
            ready.wait(0.1)  # not join: Python takes a thread whose join is interrupted for finished
        except KeyboardInterrupt:
            halt.set()
    if sys.stderr.isatty():
        click.echo("\r" + " " * 60 + "\r", err=True, nl=False)
    outcome = found[0]
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


def _voorstel_json(found: Voorstel) -> dict[str, Any]:
    return {
        "periode": str(found.periode),
        "op": found.op,
        "tekort": found.tekort,
        "overschot": found.overschot,
        "alternatieven": [_alternatief_json(each) for each in found.alternatieven],
        "blokkades": [{"grens": each.grens, "effect": each.effect, "zin": each.zin} for each in found.blokkades],
        "buiten": [{"gemeente": each.gemeente, "reden": each.reden} for each in found.buiten],
        "opmerkingen": list(found.opmerkingen),
        "afgebroken": found.afgebroken,
    }


def _alternatief_json(each: Alternatief) -> dict[str, Any]:
    keys = "opgelost rest aantal_overdrachten bewezen ondergrens geheel_bewezen kenschets"
    rows = [
        {"van": row.van, "naar": row.naar, "aantal": row.aantal, "waarom": row.waarom, "buren": row.buren}
        for row in each.overdrachten
    ]
    return {"overdrachten": rows} | {key: getattr(each, key) for key in keys.split()}


def _show(found: Voorstel) -> None:
    click.echo(_("Voorstel voor {periode}, stand van {op}").format(periode=found.periode, op=format_date(found.op)))
    click.echo(
        _("Verwachte achterstand {tekort}, verwachte voorsprong {overschot}.").format(
            tekort=format_number(found.tekort), overschot=format_number(found.overschot)
        )
    )
    for k, each in enumerate(found.alternatieven, 1):
        click.echo("\n" + _("Alternatief {n}. {kenschets}").format(n=k, kenschets=each.kenschets))
        print_table(UITRUIL, each.overdrachten)
        click.echo(_certainty(each))
        for row in each.overdrachten:
            click.echo(f"  {row.waarom}")
    if found.blokkades:
        click.echo("\n" + _("Wat meer tegenhoudt"))
        print_table(BLOKKADE, found.blokkades)
    if found.buiten:
        click.echo("\n" + _("Doen niet mee"))
        print_table(BUITEN, found.buiten)
    for sentence in found.opmerkingen:
        click.echo("\n" + sentence)
    if found.afgebroken:
        click.echo("\n" + _("Het zoeken is gestopt voor alles was nagegaan; dit is het beste tot dan toe."))


def _certainty(each: Alternatief) -> str:
    """What it solves, and how sure it is that it cannot be done with less."""
    solved = _("Lost {opgelost} op; {rest} blijft.").format(
        opgelost=format_number(each.opgelost), rest=format_number(each.rest)
    )
    if each.bewezen:
        return solved + " " + _("Het kan niet met minder overdrachten.")
    if each.aantal_overdrachten == each.ondergrens:
        return solved + " " + _("Of er meer kan worden opgelost, is niet helemaal nagegaan.")
    return solved + " " + _("Bewezen is dat er minstens {n} overdrachten nodig zijn.").format(n=each.ondergrens)


@click.command(cls=Opdracht)
@bestand
@periode_option()
@click.option("--gemeente", metavar="NAAM", help=_("De gemeente, met naam of code."))
@zetten_option(_("Zet een grens, bijvoorbeeld max_overnemen=5."))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de grenzen van de gemeente."))
@overnemen
@als_json
def grens(
    bestand: Path,
    periode: Periode,
    gemeente: str | None,
    zetten: tuple[str, ...],
    verwijder: bool,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Toon, zet of verwijder wat gemeenten van een uitruil willen; voorstellen houden zich daaraan.

    Velden: max_afstaan, max_overnemen (0 is niet), partners (namen met een komma), minimum, toelichting. Een leeg veld
    is geen grens.

    JSON: een lijst met gemeente, max_afstaan, max_overnemen, partners, minimum, toelichting.
    """
    if (zetten and verwijder) or ((zetten or verwijder) and not gemeente):
        raise WrongUsage(_("Geef --gemeente met --zet veld=waarde of met --verwijder, of niets om te tonen."))
    settings = parse_settings(zetten, GRENS)
    if gemeente and (zetten or verwijder):
        with writing(bestand, overnemen) as ledger:
            old = _grens(ledger, periode, gemeente)
            if verwijder:
                if old.id is None:
                    raise RegietafelError(_("{naam} heeft in {periode} geen grens.").format(
                        naam=find_gemeente(ledger, gemeente).naam, periode=periode))  # fmt: skip
                remove_grens(ledger, old)
                return
            if "partners" in settings:
                settings["partners"] = partner_codes(ledger, settings["partners"])
            set_grens(ledger, replace(old, **settings))
        return
    with reading(bestand) as ledger:
        only = find_gemeente(ledger, gemeente).id if gemeente else None
        rows = [row for row in grens_regels(ledger, periode) if only in (None, row.gemeente_id)]
    print_rows(GRENS_REGEL, rows, als_json, _GRENS_KEYS, _("Er zijn geen grenzen vastgelegd."))


def _grens(ledger: Ledger, periode: Periode, naam: str) -> Grens:
    """The limits of a gemeente, empty when it has none."""
    id = find_gemeente(ledger, naam).id
    assert id is not None
    return ledger.grenzen.find(gemeente_id=id, periode=periode) or Grens(gemeente_id=id, periode=periode)


COMMANDS = (voorstel, grens)
