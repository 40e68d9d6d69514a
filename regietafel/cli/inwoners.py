"""Commands about the inhabitants by which the verdeelsleutel divides, and the gemeenten that merge."""

from __future__ import annotations

import datetime
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import click

from regietafel.actions.inwoners import edit_herindeling, record_inwoners, remove_herindeling, remove_inwoners
from regietafel.catalog import HERINDELING, INWONERS
from regietafel.catalog.verdeling import LANDELIJKE_INWONERS
from regietafel.cli.kit import (
    AANTAL,
    DATUM,
    Opdracht,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    print_rows,
    reading,
    writing,
)
from regietafel.domain.inwoners import Herindeling, Inwoners
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_date, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.inwoners import find_gm_code, gemeente_namen


@dataclass(frozen=True, kw_only=True)
class IngevuldeInwoners:
    """Inhabitants in the file, with the name of the gemeente."""

    gemeente: str
    gm_code: str
    peildatum: datetime.date
    aantal: int
    bron: str


@dataclass(frozen=True, kw_only=True)
class BenoemdeHerindeling:
    """A merger in the file, in names."""

    oud: str
    nieuw: str
    datum: datetime.date
    bron: str


@click.command(cls=Opdracht)
@bestand
@click.option("--gemeente", metavar="NAAM", help=_("De gemeente, met naam of code."))
@click.option("--peildatum", type=DATUM, metavar="DATUM", help=_("1 januari van een jaar."))
@click.option("--aantal", type=AANTAL, metavar="N", help=_("Het aantal inwoners."))
@click.option("--bron", default="", metavar="TEKST", help=_("Waar het aantal vandaan komt."))
@click.option("--verwijderen", is_flag=True, help=_("Haal het ingevulde aantal weg."))
@overnemen
@als_json
def inwoners(
    bestand: Path,
    gemeente: str | None,
    peildatum: datetime.date | None,
    aantal: int | None,
    bron: str,
    verwijderen: bool,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Toon de inwoners die in BESTAND zijn ingevuld of ingelezen, of vul ze in voor één gemeente.

    Zij gaan voor de inwoners die met het programma meekomen. Invullen: --gemeente, --peildatum en --aantal;
    weghalen: --gemeente, --peildatum en --verwijderen.

    JSON: een lijst van [gemeente, gm_code, peildatum, aantal, bron], na de wijziging.
    """
    if gemeente is None:
        if peildatum or aantal is not None or verwijderen or bron:
            raise WrongUsage(_("Noem de gemeente met --gemeente."))
        with reading(bestand) as ledger:
            _show_inwoners(ledger, als_json)
        return
    if peildatum is None or (aantal is None) != verwijderen:
        raise WrongUsage(_("Geef --peildatum, en --aantal of --verwijderen."))
    with writing(bestand, overnemen) as ledger:
        code = find_gm_code(ledger, gemeente)
        if aantal is not None:
            record_inwoners(ledger, Inwoners(gm_code=code, peildatum=peildatum, aantal=aantal, bron=bron))
        elif old := ledger.inwoners.find(gm_code=code, peildatum=peildatum):
            remove_inwoners(ledger, old)
        else:
            raise RegietafelError(
                _("Voor {naam} zijn op {datum} geen inwoners ingevuld.").format(
                    naam=gemeente, datum=format_date(peildatum)
                )
            )
        _show_inwoners(ledger, als_json)


def _show_inwoners(ledger: Ledger, as_json: bool) -> None:
    namen = gemeente_namen(ledger)
    regels = [
        IngevuldeInwoners(
            gemeente=namen.get(each.gm_code, each.gm_code),
            gm_code=each.gm_code,
            peildatum=each.peildatum,
            aantal=each.aantal,
            bron=each.bron,
        )
        for each in ledger.inwoners
    ]
    regels.sort(key=lambda each: (sort_key(each.gemeente), each.peildatum))
    print_rows(
        (*LANDELIJKE_INWONERS[:2], *INWONERS[1:]),
        regels,
        as_json,
        asdict,
        _("In dit bestand zijn geen inwoners ingevuld; de meegeleverde aantallen tellen."),
    )


@click.command(cls=Opdracht)
@bestand
@click.option("--oud", metavar="NAAM", help=_("De gemeente die opgaat in een andere, met naam of code."))
@click.option("--nieuw", metavar="NAAM", help=_("De gemeente waarin zij opgaat, met naam of code."))
@click.option("--datum", type=DATUM, metavar="DATUM", help=_("Vanaf wanneer."))
@click.option("--bron", default="", metavar="TEKST", help=_("Waar dat staat."))
@click.option("--verwijderen", is_flag=True, help=_("Haal de herindeling weg."))
@overnemen
@als_json
def herindeling(
    bestand: Path,
    oud: str | None,
    nieuw: str | None,
    datum: datetime.date | None,
    bron: str,
    verwijderen: bool,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Toon de herindelingen in BESTAND, of vul er één in.

    Vanaf de datum tellen de inwoners van de oude gemeente bij de nieuwe. Invullen of wijzigen: --oud, --nieuw en
    --datum; weghalen: --oud en --verwijderen.

    JSON: een lijst van [oud, nieuw, datum, bron], na de wijziging.
    """
    if oud is None:
        if nieuw or datum or verwijderen or bron:
            raise WrongUsage(_("Noem de gemeente die opgaat met --oud."))
        with reading(bestand) as ledger:
            _show_herindelingen(ledger, als_json)
        return
    if verwijderen == bool(nieuw and datum):
        raise WrongUsage(_("Geef --nieuw en --datum, of --verwijderen."))
    with writing(bestand, overnemen) as ledger:
        code = find_gm_code(ledger, oud)
        old = ledger.herindelingen.find(oud=code)
        if nieuw and datum:
            made = Herindeling(oud=code, nieuw=find_gm_code(ledger, nieuw), datum=datum, bron=bron)
            edit_herindeling(ledger, replace(made, id=old.id if old else None))
        elif old:
            remove_herindeling(ledger, old)
        else:
            raise RegietafelError(_("Van {naam} is geen herindeling bekend.").format(naam=oud))
        _show_herindelingen(ledger, als_json)


def _show_herindelingen(ledger: Ledger, as_json: bool) -> None:
    namen = gemeente_namen(ledger)
    regels = [
        BenoemdeHerindeling(
            oud=namen.get(each.oud, each.oud),
            nieuw=namen.get(each.nieuw, each.nieuw),
            datum=each.datum,
            bron=each.bron,
        )
        for each in ledger.herindelingen
    ]
    print_rows(HERINDELING, regels, as_json, asdict, _("In dit bestand staan geen herindelingen."))


COMMANDS = (inwoners, herindeling)
