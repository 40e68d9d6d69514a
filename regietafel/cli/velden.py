"""What one sets by name: ``--zet veld=waarde``, for a new record or for one that is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from regietafel.cli.kit import F, WrongUsage, writing
from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _, shorten
from regietafel.ledger import Ledger
from regietafel.store.table import R, Table

_SHOWN = 80  # characters of what cannot be read


def zetten_option(help: str) -> Callable[[F], F]:
    """``--zet capaciteit=300``, as often as needed; the command gets them as ``zetten``."""
    return click.option("--zet", "zetten", multiple=True, metavar="VELD=WAARDE", help=help)


def edit_record(
    path: Path,
    overnemen: bool,
    id: int | None,
    zetten: Sequence[str],
    verwijder: bool,
    *,
    wat: str,
    fields: Sequence[Field],
    table: Callable[[Ledger], Any],
    save: Callable[[Ledger, Any], object],
    remove: Callable[[Ledger, Any], object],
    start: Mapping[str, Any] | None = None,
) -> None:
    """Change the record with this id, take it out, or make a new one that begins with ``start``, by these actions.

    ``wat`` is what the user calls it. Raises a usage error unless there is something to set, or a record to remove.
    """
    if verwijder == bool(zetten) or (verwijder and id is None):
        raise WrongUsage(_("Geef --zet veld=waarde, of een ID met --verwijder."))
    settings = parse_settings(zetten, fields)
    with writing(path, overnemen) as ledger:
        rows = table(ledger)
        if id is None:
            check_complete(settings, fields)
            save(ledger, rows.record(**{**(start or {}), **settings}))
        elif verwijder:
            remove(ledger, numbered_row(rows, id, wat))
        else:
            save(ledger, replace(numbered_row(rows, id, wat), **settings))


def numbered_row(rows: Table[R], nummer: int, wat: str) -> R:
    """The record with this number. Raises RegietafelError that says there is no such ``wat``, as ``maatregel``."""
    if (found := rows.find(id=nummer)) is None:
        raise RegietafelError(_("Er is geen {wat} {nummer}.").format(wat=wat, nummer=nummer))
    return found


def check_complete(values: Mapping[str, Any], fields: Sequence[Field]) -> None:
    """Raises RegietafelError when a new record lacks something: what, and by which name it is set."""
    if missing := [each for each in fields if each.required and each.name not in values]:
        names = ", ".join(each.label.lower() for each in missing)
        how = " ".join(f"--zet {each.name}=…" for each in missing)
        raise RegietafelError(_("Geef ook: {names}. Dat kan met {how}.").format(names=names, how=how))


def parse_settings(settings: Sequence[str], fields: Sequence[Field]) -> dict[str, Any]:
    """``("lid=nee",)`` → ``{"lid": False}``; of a choice also the name that JSON gives: ``soort=har``.

    Raises a usage error for an unknown name, RegietafelError for a value.
    """
    known = {field.name: field for field in fields}
    values: dict[str, Any] = {}
    for setting in settings:
        name, equals, text = setting.partition("=")
        if not equals or name not in known:
            raise WrongUsage(
                _("“{setting}” is niet te lezen; schrijf veld=waarde met een van: {names}.").format(
                    setting=shorten(setting, _SHOWN), names=", ".join(known)
                )
            )
        labels = {str(key): label for label, key in (known[name].choices or {}).items()}
        values[name] = known[name].parse(labels.get(text.strip(), text))
    return values
