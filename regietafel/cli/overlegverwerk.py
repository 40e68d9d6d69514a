"""The command that takes in what was typed during a meeting, line by line, as the window does."""

from __future__ import annotations

import codecs
import datetime
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import NamedTuple

import click

from regietafel.actions.verslag import Rij, record_regels
from regietafel.catalog.overlegregels import VERWERKT_LIJST
from regietafel.cli.kit import Opdracht, als_json, overnemen, print_json, print_table
from regietafel.cli.overlegkit import PUNT, VAN_OVERLEG, changing, one_punt, short
from regietafel.domain.agenda import Agendapunt, numbered
from regietafel.domain.verslag import Verslagregel
from regietafel.errors import RegietafelError, RuleError
from regietafel.exchange.content import MAX_BYTES
from regietafel.exchange.vergaderinvoer import row_of
from regietafel.exchange.vergaderregel import Invoerregel, read_regel
from regietafel.i18n import _, format_number
from regietafel.ledger import Ledger
from regietafel.queries.overleggen import OverlegRegel
from regietafel.queries.overlegstaat import changeable
from regietafel.queries.partijen import partijen
from regietafel.reference import spelling_key

_NEW_LINE = re.compile(r"\r\n|\r|\n")
_PUNT = re.compile(
    r"\s*(?:#+|(?:agenda)?punt)?\s*(?P<nummer>\d{1,3}(?:\.\d{1,3})?)\.?(?P<rest>[\s:].*|)", re.IGNORECASE
)
VASTGELEGD, STOND_ER_AL, PUNT_GEKOZEN, GEWEIGERD, NIET = (
    "vastgelegd",
    "stond_er_al",
    "punt",
    "geweigerd",
    "niet_vastgelegd",
)


@dataclass(frozen=True, kw_only=True)
class Verwerkt:
    """What became of one line."""

    regel: int  # from 1
    invoer: str
    gedaan: str
    punt_nummer: str = ""
    id: int | None = None
    soort: str = ""
    tekst: str = ""
    houders: tuple[str, ...] = ()
    voor: datetime.date | None = None
    vraag: str = ""


class _Begrepen(NamedTuple):
    said: Verwerkt
    row: Rij | None = None  # None for a line that chooses a point, or cannot be recorded


@click.command(cls=Opdracht)
@VAN_OVERLEG
@PUNT
@overnemen
@als_json
def verwerk(
    bestand: Path, datum_overleg: datetime.date, reeks: str, punt: str, overnemen: bool, als_json: bool
) -> None:
    """Leg vast wat er in een overleg is getypt, van de standaardinvoer: < regels.txt.

    Een regel is een besluit, een knelpunt of een actie, zoals in het venster: B …, K …, of A gemeente: wat, voor datum.
    Een regel met alleen een nummer, zoals 3, 2.1, # 3 of punt 3, ook met de titel erachter, kiest het agendapunt voor
    wat volgt; --punt kiest het eerste. Lege regels tellen niet. Dagen zoals “vrijdag” zijn gezien vanaf het overleg.

    Elke regel wordt vastgelegd. Wat niet duidelijk is, krijgt een vraag: de afsluitcode is dan 1, en u verbetert de
    regel met overleg regel wijzig. Geeft u dezelfde regels nog eens, dan komt wat er al staat er niet dubbel bij.

    Kan een regel niet worden vastgelegd (te lang, of een punt dat niet op de agenda staat), dan wordt er niets
    vastgelegd: u krijgt die regel heel terug, en de afsluitcode is 1.

    JSON: een lijst van [regel, invoer, gedaan, punt_nummer, id, soort, tekst, houders, voor, vraag]; regel is het
    nummer van de regel, gedaan is vastgelegd, stond_er_al, punt, geweigerd (vraag zegt waarom) of niet_vastgelegd.
    """
    with changing(bestand, overnemen, datum_overleg, reeks) as (ledger, overleg):
        changeable(ledger, overleg.id)  # before anything is typed
        begrepen = _understand(ledger, overleg, _NEW_LINE.split(_read()), punt)
        refused = [each.said for each in begrepen if each.said.gedaan == GEWEIGERD]
        found = [each.said for each in begrepen] if refused else _record(ledger, overleg, begrepen)
    if als_json:
        print_json([asdict(each) for each in found])
    elif refused:  # whole: it may be nowhere else
        for each in refused:
            click.echo(each.invoer)
    elif found:
        print_table(short(VERWERKT_LIJST), found)
        for each in found:
            if each.vraag:
                click.echo(_("Regel {n}, nummer {id}: {vraag}").format(n=each.regel, id=each.id, vraag=each.vraag))
    else:
        click.echo(_("Er is niets getypt."))
    if refused:
        reasons = [_("Regel {n}: {reden}").format(n=each.regel, reden=each.vraag) for each in refused]
        raise RegietafelError(_("Er is niets vastgelegd. {redenen}").format(redenen=" ".join(reasons)))
    if asked := sum(bool(each.vraag) for each in found):
        one = _("Bij een regel staat een vraag; verbeter haar met “regietafel overleg regel wijzig”.")
        many = _("Bij {n} regels staat een vraag; verbeter ze met “regietafel overleg regel wijzig”.")
        raise RegietafelError((one if asked == 1 else many).format(n=format_number(asked)))


def _read() -> str:
    """What is typed or sent to the command. Raises RegietafelError when it is endless."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise RegietafelError(_("Dit is te veel om in één keer te verwerken."))
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    wide = wide or (data[1:8:2] == bytes(4) and 0 not in data[:8:2])  # some programs leave the mark out
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # from an older program


def _understand(ledger: Ledger, overleg: OverlegRegel, lines: Sequence[str], punt: str) -> list[_Begrepen]:
    """What each line says that says something, and the row that it becomes; nothing is written."""
    punten = dict(numbered(ledger.agendapunten.where(overleg_id=overleg.id)))
    parties = partijen(ledger)
    here = one_punt(ledger, overleg, punt) if punt else None
    nummer = next((each for each, known in punten.items() if here and known.id == here.id), "")
    found = []
    for number, line in enumerate(lines, 1):
        said = Verwerkt(regel=number, invoer=line, gedaan=NIET, punt_nummer=nummer)
        if not line.strip():
            continue
        if not (chosen := _chosen(line, punten)):
            read = read_regel(line, parties, overleg.datum)
            try:
                row = row_of(overleg.id, here.id if here else None, read)
            except RuleError as error:
                found.append(_Begrepen(replace(said, gedaan=GEWEIGERD, vraag=str(error))))
            else:
                found.append(_Begrepen(_with(said, row.regel, read), row))
        elif chosen in punten:
            nummer, here = chosen, punten[chosen]
            found.append(_Begrepen(replace(said, gedaan=PUNT_GEKOZEN, punt_nummer=nummer)))
        else:
            why = _("punt {nummer} staat niet op de agenda.").format(nummer=chosen)
            found.append(_Begrepen(replace(said, gedaan=GEWEIGERD, vraag=why)))
    return found


def _with(said: Verwerkt, regel: Verslagregel, read: Invoerregel) -> Verwerkt:
    houders = tuple(each.naam for each in read.houders)
    return replace(said, soort=regel.soort, tekst=regel.tekst, houders=houders, voor=regel.voor, vraag=regel.vraag)


def _record(ledger: Ledger, overleg: OverlegRegel, begrepen: Sequence[_Begrepen]) -> list[Verwerkt]:
    """Record all rows as one action, but not what was recorded before, at the same point in the same words."""
    there = Counter((each.agendapunt_id, each.invoer) for each in ledger.verslagregels.where(overleg_id=overleg.id))
    found: list[Verwerkt] = []
    new: list[Rij] = []
    for said, row in begrepen:
        if row is None:
            found.append(said)
        elif there[key := (row.regel.agendapunt_id, row.regel.invoer)]:
            there[key] -= 1  # each of them is met once
            found.append(replace(said, gedaan=STOND_ER_AL, vraag=""))
        else:
            new.append(row)
            found.append(replace(said, gedaan=VASTGELEGD))
    made = iter(record_regels(ledger, overleg.id, new))
    return [replace(each, id=next(made).id) if each.gedaan == VASTGELEGD else each for each in found]


def _chosen(line: str, punten: Mapping[str, Agendapunt]) -> str:
    """The number of the point that the line chooses; empty when it is a line of the list."""
    match = _PUNT.fullmatch(line)
    if match is None:
        return ""
    title = match["rest"].strip(" \t:.")
    known = punten.get(match["nummer"])
    same = known is not None and spelling_key(title) == spelling_key(known.titel)
    return match["nummer"] if same or not title else ""
