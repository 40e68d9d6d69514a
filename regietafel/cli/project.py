"""The commands that keep one project with homes: what it is, for whom it counts, how far it is, who came in a HAR."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import click

from regietafel.actions.staten import record_staat, remove_staat
from regietafel.actions.woonprojecten import (
    Invulling,
    add_project,
    edit_project,
    remove_harinstroom,
    remove_project,
    save_harinstroom,
)
from regietafel.catalog.woonvorm import PROJECT
from regietafel.cli.kit import (
    AANTAL,
    DATUM,
    Groep,
    WrongUsage,
    als_json,
    bestand,
    overnemen,
    reading,
    toch,
    together,
    writing,
)
from regietafel.cli.velden import check_complete, parse_settings, zetten_option
from regietafel.cli.woonvormen import OP, show_project
from regietafel.domain.staat import STATEN, Staatwissel
from regietafel.domain.woonproject import MATEN, Harinstroom, Woonproject
from regietafel.errors import RegietafelError
from regietafel.fields import AANTAL as NUMMER
from regietafel.fields import DATUM as DAG
from regietafel.fields import Kind
from regietafel.i18n import _, enumerate_some, today
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.woonprojecten import find_project

_project = click.argument("project")
_invulling = together(
    zetten_option(_("Zet een gegeven, zoals oplevering=2024-03-01.")),
    click.option("--gemeente", metavar="NAAM", help=_("Waar het project staat.")),
    click.option("--partner", metavar="NAAM", help=_("Wie er bouwt of verhuurt; leeg haalt weg.")),
    click.option("--regeling", metavar="NAAM", help=_("Waar geld vandaan komt; leeg haalt weg.")),
    click.option(
        "--telt", multiple=True, metavar="GEMEENTE=N", help=_("Voor hoeveel personen het voor wie telt; 0 haalt weg.")
    ),
    click.option(
        "--maat", "maten", multiple=True, metavar="MAAT=N", help=_("Woningen per soort huishouden; 0 haalt weg.")
    ),
)


class _Named(Protocol):
    @property
    def id(self) -> int | None: ...
    @property
    def naam(self) -> str: ...


@click.group(cls=Groep)
def project() -> None:
    """Houd een project met woningen bij: waar het staat, voor wie het telt en hoe ver het is."""


@project.command()
@bestand
@_project
@OP
@als_json
def toon(bestand: Path, project: str, op: datetime.date | None, als_json: bool) -> None:
    """Toon één project, met naam of nummer. JSON: als bij woonvormen, met staten: [staat, vanaf, toelichting]."""
    with reading(bestand) as ledger:
        show_project(ledger, find_project(ledger, project), op or today(), als_json)


@project.command()
@bestand
@_invulling
@click.option("--staat", "staten", multiple=True, metavar="STAAT=DATUM", help=_("Hoe ver het is, en sinds wanneer."))
@toch
@overnemen
@als_json
def nieuw(bestand: Path, staten: tuple[str, ...], toch: bool, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Voeg een project toe. Geef --gemeente en met --zet naam, soort en telt_mee.

    De aandelen (--telt) zijn samen het aantal vergunninghouders. Zonder --telt telt het voor de gemeente waar het
    staat. VELD is naam, soort, eenheden, personen, vergunninghouders, oplevering, einde, plaats_tot, daarna, bedrag,
    telt_mee (ja, nee of onbekend), telt_mee_bron, contact, bron of opmerking. soort is sociale_huur, flexwoning,
    tussenvoorziening, har, doorstroomlocatie, transformatie, woningdelen, particuliere_huur of groot_gezin. MAAT is
    alleen, duo, 3-5, 6, 7+, amv of medisch. STAAT is idee, verkenning, collegebesluit, raadsbesluit, vergunning,
    in_aanbouw, open of gesloten. JSON: als bij toon.
    """
    settings, days = parse_settings(given["zetten"], PROJECT), _pairs(staten, DAG, STATEN)
    if given["gemeente"] is None:
        raise WrongUsage(_("Geef ook: {names}.").format(names="--gemeente"))
    check_complete(settings, PROJECT)
    wissels = [Staatwissel(project_id=0, staat=staat, vanaf=vanaf) for staat, vanaf in days.items()]
    with writing(bestand, overnemen) as ledger:
        new = Woonproject(**settings, **_links(ledger, given))
        made = add_project(ledger, new, _filled(ledger, given, Invulling()), wissels, toch=toch)
        show_project(ledger, made, today(), als_json)


@project.command()
@bestand
@_project
@_invulling
@overnemen
@als_json
def wijzig(bestand: Path, project: str, overnemen: bool, als_json: bool, **given: Any) -> None:
    """Wijzig een project; wat u niet geeft, blijft. JSON: als bij toon."""
    if not any(given.values()) and given["partner"] is None and given["regeling"] is None:
        raise WrongUsage(_("Geef wat er verandert, bijvoorbeeld --zet einde=2025-12-31 of --telt Almelo=25."))
    settings = parse_settings(given["zetten"], PROJECT)
    with writing(bestand, overnemen) as ledger:
        old = find_project(ledger, project)
        new = replace(old, **settings, **_links(ledger, given))
        have = Invulling(
            telgemeenten={each.gemeente_id: each.personen for each in ledger.telgemeenten.where(project_id=old.id)},
            maten={each.maat: each.woningen for each in ledger.woningmaten.where(project_id=old.id)},
        )
        edit_project(ledger, new, _filled(ledger, given, have))
        show_project(ledger, new, today(), als_json)


@project.command()
@bestand
@_project
@overnemen
def verwijder(bestand: Path, project: str, overnemen: bool) -> None:
    """Verwijder een project met alles wat erbij hoort."""
    with writing(bestand, overnemen) as ledger:
        remove_project(ledger, find_project(ledger, project))


@project.command()
@bestand
@_project
@click.argument("staat", type=click.Choice(STATEN), metavar="[STAAT]", required=False)
@click.option("--vanaf", type=DATUM, required=True, metavar="DATUM", help=_("Sinds wanneer."))
@click.option("--toelichting", default="", metavar="TEKST", help=_("Bijvoorbeeld het nummer van het besluit."))
@click.option("--verwijder", is_flag=True, help=_("Haal de staat van die dag weg."))
@toch
@overnemen
@als_json
def staat(
    bestand: Path,
    project: str,
    staat: str | None,
    vanaf: datetime.date,
    toelichting: str,
    verwijder: bool,
    toch: bool,
    overnemen: bool,
    als_json: bool,
) -> None:
    """Leg vast hoe ver een project is, en vanaf welke dag.

    STAAT is idee, verkenning, collegebesluit, raadsbesluit, vergunning, in_aanbouw, open of gesloten. JSON: als bij
    toon.
    """
    if (staat is None) != verwijder:
        raise WrongUsage(_("Geef de staat, of --verwijder."))
    with writing(bestand, overnemen) as ledger:
        found = find_project(ledger, project)
        if staat is not None:
            wissel = Staatwissel(project_id=found.id, staat=staat, vanaf=vanaf, toelichting=toelichting)
            record_staat(ledger, wissel, toch=toch)
        elif old := ledger.staatwissels.find(project_id=found.id, vanaf=vanaf):
            remove_staat(ledger, old)
        else:
            raise RegietafelError(_("Van die dag staat er geen staat bij {naam}.").format(naam=found.naam))
        show_project(ledger, found, max(today(), vanaf), als_json)


@project.command()
@bestand
@_project
@click.argument("nummer", type=int, required=False)
@click.option("--gemeente", metavar="NAAM", help=_("Voor wie de groep telt; anders waar het project staat."))
@click.option("--begin", type=DATUM, metavar="DATUM", help=_("De dag waarop de groep kwam."))
@click.option("--aantal", type=AANTAL, metavar="N", help=_("Het aantal personen; nooit wie."))
@click.option("--vertrokken", type=AANTAL, metavar="N", help=_("Hoeveel er daarvan zijn vertrokken."))
@click.option("--verwijder", is_flag=True, help=_("Verwijder de groep."))
@overnemen
@als_json
def har(
    bestand: Path,
    project: str,
    nummer: int | None,
    gemeente: str | None,
    verwijder: bool,
    overnemen: bool,
    als_json: bool,
    **given: Any,
) -> None:
    """Leg vast hoeveel personen samen in een HAR kwamen, en hoeveel er zijn vertrokken.

    Zonder NUMMER een nieuwe groep: geef --begin en --aantal. Met NUMMER (zie toon --json) die groep. JSON: als bij
    toon.
    """
    values = {name: value for name, value in given.items() if value is not None}
    if verwijder and (nummer is None or values or gemeente):
        raise WrongUsage(_("Geef bij --verwijder alleen het NUMMER van de groep."))
    if nummer is None and not {"begin", "aantal"} <= values.keys():
        raise WrongUsage(_("Geef ook: {names}.").format(names="--begin, --aantal"))
    with writing(bestand, overnemen) as ledger:
        found = find_project(ledger, project)
        if gemeente is not None:
            values["gemeente_id"] = find_gemeente(ledger, gemeente).id
        if nummer is None:
            values = {"gemeente_id": found.gemeente_id, **values}
            save_harinstroom(ledger, Harinstroom(project_id=found.id or 0, **values))
        elif old := ledger.harinstromen.find(id=nummer, project_id=found.id):
            remove_harinstroom(ledger, old) if verwijder else save_harinstroom(ledger, replace(old, **values))
        else:
            raise RegietafelError(_("{naam} heeft geen groep met nummer {n}.").format(naam=found.naam, n=nummer))
        show_project(ledger, found, today(), als_json)


def _links(ledger: Ledger, given: Mapping[str, Any]) -> dict[str, Any]:
    """What the project refers to, by id."""
    found: dict[str, Any] = {}
    if given["gemeente"] is not None:
        found["gemeente_id"] = find_gemeente(ledger, given["gemeente"]).id
    links: tuple[tuple[str, Iterable[_Named]], ...] = (("partner", ledger.partners), ("regeling", ledger.regelingen))
    for name, rows in links:
        if given[name] is not None:
            found[f"{name}_id"] = _find(rows, given[name], name)
    return found


def _find(rows: Iterable[_Named], text: str, wat: str) -> int | None:
    """The id of the only one with this (part of a) name; None for no text. Raises RegietafelError."""
    from regietafel.reference import spelling_key

    key, known = spelling_key(text), tuple(rows)
    if not key:
        return None
    found = [each for each in known if spelling_key(each.naam) == key]
    found = found or [each for each in known if key in spelling_key(each.naam)]
    if len(found) == 1:
        return found[0].id
    namen = enumerate_some([each.naam for each in found or known]) or _("er is er nog geen")
    sentence = _("“{text}” is niet één {wat} in dit bestand; kies uit: {namen}.")
    raise RegietafelError(sentence.format(text=text[:80], wat=wat, namen=namen))


def _filled(ledger: Ledger, given: Mapping[str, Any], have: Invulling) -> Invulling:
    """With what was given in its place; 0 takes away."""
    shares = {**have.telgemeenten}
    for naam, personen in _pairs(given["telt"], NUMMER).items():
        id = find_gemeente(ledger, naam).id
        assert id is not None
        shares[id] = personen
    homes = {**have.maten, **_pairs(given["maten"], NUMMER, MATEN)}
    return Invulling(
        telgemeenten={id: personen for id, personen in shares.items() if personen},
        maten={maat: woningen for maat, woningen in homes.items() if woningen},
    )


def _pairs(settings: Sequence[str], kind: Kind, names: Sequence[str] = ()) -> dict[str, Any]:
    """``("duo=10",)`` → ``{"duo": 10}``. Raises a usage error."""
    found = {}
    for setting in settings:
        name, _equals, text = (part.strip() for part in setting.partition("="))
        try:
            if names and name not in names:
                raise ValueError(name)
            found[name] = kind.parse(text)
        except ValueError:
            example = f"{names[0] if names else 'Borne'}={kind.example}"
            hint = _(" Kies uit: {names}.").format(names=", ".join(names)) if names else ""
            sentence = _("“{setting}” is niet te lezen; schrijf bijvoorbeeld {example}.")
            raise WrongUsage(sentence.format(setting=setting, example=example) + hint) from None
    return found


COMMANDS = (project,)
