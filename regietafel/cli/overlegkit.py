"""What the commands about meetings share: which meeting, point or party is meant, and how each is printed as JSON."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.catalog.overlegregels import OVERLEG_LIJST
from regietafel.cli.kit import DATUM, WrongUsage, bestand, picked, print_rows, print_table, together, writing
from regietafel.cli.velden import numbered_row, parse_settings
from regietafel.domain.agenda import Agendapunt, numbered
from regietafel.domain.overleg import Overlegreeks
from regietafel.errors import RegietafelError
from regietafel.fields import TEXT, Field
from regietafel.i18n import _, enumerate_some, shorten
from regietafel.ledger import Ledger
from regietafel.queries.agenda import PuntRegel
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.overleggen import OverlegRegel, find_overleg, overleg_regel
from regietafel.queries.partijen import partijen
from regietafel.queries.verslag import LijstRegel

_OVERLEG_KEYS = (
    "id reeks soort datum begin einde locatie link voorzitter secretaris staat punten besluiten knelpunten acties_open"
    " versie agenda_voor opmerking"
)
_PUNT_KEYS = (
    "id nummer titel toelichting intern minuten duur begin inbrenger soort vertrouwelijk terugkerend besproken deel"
    " verwijzing verslag_van komt_terug_van regels acties_open"
)
_REGEL_KEYS = (
    "id overleg_datum reeks punt_nummer punt_titel soort tekst thema houders voor gereed_op is_open te_laat vraag"
    " invoer vertrouwelijk verwijzing"
)
_SHOWN = 90  # characters of a text in a table
_LINE = replace(TEXT, format=lambda text: shorten(" ".join(text.split()), _SHOWN))
_NAMES = replace(TEXT, format=lambda names: enumerate_some(names, 4))

REEKS = click.option("--reeks", default="", metavar="NAAM", help=_("De reeks, als er op die dag meer overleggen zijn."))
EEN_REEKS = click.option(
    "--reeks", default="", metavar="NAAM", help=_("De reeks, met naam of soort, als er meer zijn.")
)
VAN_OVERLEG = together(
    bestand,
    click.option(
        "--overleg", "datum_overleg", type=DATUM, required=True, metavar="DATUM", help=_("De dag van het overleg.")
    ),
    REEKS,
)
PUNT = click.option("--punt", default="", metavar="NR", help=_("Het agendapunt, met zijn nummer, zoals 2.1."))
VAN_PARTIJ = together(
    click.option("--gemeente", metavar="NAAM", help=_("De gemeente, met naam of code.")),
    click.option("--organisatie", metavar="NAAM", help=_("Wie geen gemeente is, zoals het COA.")),
)


def one_overleg(ledger: Ledger, datum: datetime.date, reeks: str) -> OverlegRegel:
    """The meeting of that day. Raises RegietafelError that says how to name another."""
    try:
        return find_overleg(ledger, datum, reeks)
    except RegietafelError as error:
        how = (
            _("Dat kan met --reeks NAAM.")
            if ledger.overleggen.find(datum=datum)
            else _("Zie “regietafel overleg lijst”.")
        )
        raise RegietafelError(f"{error} {how}") from error


@contextmanager
def changing(path: Path, overnemen: bool, datum: datetime.date, reeks: str) -> Iterator[tuple[Ledger, OverlegRegel]]:
    """The file open for writing, and the meeting of that day."""
    with writing(path, overnemen) as ledger:
        yield ledger, one_overleg(ledger, datum, reeks)


def one_reeks(ledger: Ledger, naam: str) -> Overlegreeks:
    """The series of that name or kind; without either the only one. Raises RegietafelError."""
    from regietafel.reference import spelling_key

    rows = tuple(ledger.overlegreeksen)
    found = [each for each in rows if not naam or spelling_key(each.naam) == spelling_key(naam)]
    found = found or [each for each in rows if each.soort == naam.strip().casefold()]
    if len(found) == 1:
        return found[0]
    if not rows:
        raise RegietafelError(_("Er is nog geen reeks; maak er een met “regietafel overleg reeks nieuw”."))
    names = enumerate_some([each.naam for each in found or rows])
    sentence = (
        _("Er zijn meer reeksen: {namen}. Geef --reeks.") if found else _("Er is geen reeks “{naam}”; wel: {namen}.")
    )
    raise RegietafelError(sentence.format(naam=naam[:80], namen=names))


def one_punt(ledger: Ledger, overleg: OverlegRegel, nummer: str) -> Agendapunt:
    """The point with this number on the agenda. Raises RegietafelError that names those there are."""
    known = dict(numbered(ledger.agendapunten.where(overleg_id=overleg.id)))
    if nummer.strip().rstrip(".") not in known:
        sentence = _("Punt {nummer} staat niet op de agenda; wel: {namen}.") if known else _("De agenda is nog leeg.")
        raise RegietafelError(sentence.format(nummer=nummer[:20], namen=enumerate_some([*known], 20)))
    return known[nummer.strip().rstrip(".")]


def one_partij(ledger: Ledger, gemeente: str | None, organisatie: str | None) -> dict[str, Any]:
    """What a record of a party holds: its gemeente, or its name. Nothing when neither is given.

    Raises a usage error when both are.
    """
    if gemeente is not None and organisatie is not None:
        raise WrongUsage(_("Geef --gemeente of --organisatie, niet allebei."))
    if gemeente is not None:
        return {"gemeente_id": find_gemeente(ledger, gemeente).id, "organisatie": ""}
    return {} if organisatie is None else {"gemeente_id": None, "organisatie": organisatie.strip()}


def name_partij(ledger: Ledger, naam: str) -> str:
    """How the file calls that gemeente or organisation. Raises RegietafelError when it knows none such."""
    from regietafel.reference import spelling_key

    for each in partijen(ledger):
        if spelling_key(naam) in map(spelling_key, (each.naam, *each.andere_namen)):
            return each.naam
    try:
        return find_gemeente(ledger, naam).naam
    except RegietafelError:
        sentence = _("“{naam}” is geen partij in dit bestand; zie “regietafel inteken stand”.")
        raise RegietafelError(sentence.format(naam=naam[:80])) from None


def edit_of_partij(
    path: Path,
    overnemen: bool,
    id: int | None,
    zetten: Sequence[str],
    verwijder: bool,
    partij: tuple[str | None, str | None],
    *,
    wat: str,
    fields: Sequence[Field],
    table: Callable[[Ledger], Any],
    save: Callable[[Ledger, Any], object],
    remove: Callable[[Ledger, Any], object],
    start: Mapping[str, Any],
) -> None:
    """As :func:`.velden.edit_record`, for a record of a gemeente or an organisation: ``partij`` as it was named."""
    named = any(each is not None for each in partij)
    if verwijder == bool(zetten or named) or (verwijder and id is None):
        raise WrongUsage(_("Geef wat er verandert, of een ID met --verwijder."))
    if id is None and not named:
        raise WrongUsage(_("Geef --gemeente of --organisatie."))
    settings = parse_settings(zetten, fields)
    with writing(path, overnemen) as ledger:
        rows = table(ledger)
        if verwijder:
            remove(ledger, numbered_row(rows, id or 0, wat))
            return
        settings |= one_partij(ledger, *partij)
        if id is None:
            save(ledger, rows.record(**{**start, **settings}))
        else:
            save(ledger, replace(numbered_row(rows, id, wat), **settings))


def tell(ledger: Ledger, overleg_id: int) -> None:
    """Say how far the meeting is now, in one line."""
    print_table(OVERLEG_LIJST[:4], [overleg_regel(ledger, overleg_id)])


def print_overleggen(rows: Sequence[OverlegRegel], as_json: bool) -> None:
    """A list of meetings."""
    print_rows(OVERLEG_LIJST, rows, as_json, overleg_json, _("Er zijn geen overleggen."))


def short(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The same columns, of which a long text or many names stand on one line of a table; --json gives it whole."""
    kinds = {"titel": _LINE, "houders": _NAMES}
    return tuple(replace(each, kind=kinds.get(each.name, _LINE if each.multiline else each.kind)) for each in fields)


def overleg_json(regel: OverlegRegel) -> dict[str, Any]:
    """One meeting, as the lists give it."""
    return picked(regel, _OVERLEG_KEYS)


def punt_json(regel: PuntRegel) -> dict[str, Any]:
    """One point, with its annexes."""
    return {
        **picked(regel, _PUNT_KEYS),
        "bijlagen": [picked(each, "id titel bestandsnaam openbaar") for each in regel.bijlagen],
    }


def regel_json(regel: LijstRegel) -> dict[str, Any]:
    """One row of a list, with what was reported about it and what may help."""
    return {
        **picked(regel, _REGEL_KEYS),
        "voortgang": [picked(each, "id datum tekst") for each in regel.voortgang],
        "kennis": [picked(each, "id titel") for each in regel.kennis],
    }
