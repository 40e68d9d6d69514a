"""Locations of opvang, how many of their places are in use, and opgave that gemeenten swap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from regietafel.actions.agenda import unlink
from regietafel.actions.staten import record_staat
from regietafel.domain.opvanglocatie import Bezetting, Opvanglocatie, Opvanguitruil
from regietafel.domain.staat import Staatwissel
from regietafel.errors import RuleError, Twijfel
from regietafel.i18n import _, format_date, format_number
from regietafel.ledger import Ledger
from regietafel.queries.opvang import provincie_van
from regietafel.reference import spelling_key


def add_locatie(
    ledger: Ledger, locatie: Opvanglocatie, staten: Iterable[Staatwissel] = (), *, toch: bool = False
) -> Opvanglocatie:
    """Add a location with what is known of its states; their ``locatie_id`` may be anything.

    Raises RuleError when there is one of that name in the gemeente, or its hoofdlocatie cannot be one.
    """
    _check(ledger, locatie)
    with ledger.operation(_("Locatie toegevoegd: {naam}").format(naam=locatie.naam)):
        made = ledger.opvanglocaties.save(locatie)
        for each in sorted(staten, key=lambda staat: staat.vanaf):
            record_staat(ledger, replace(each, locatie_id=made.id, project_id=None), toch=toch)
    return made


def edit_locatie(ledger: Ledger, locatie: Opvanglocatie, *, toch: bool = False) -> None:
    """Change a location. Raises RuleError as :func:`add_locatie` does, and Twijfel as :func:`record_bezetting`."""
    _check(ledger, locatie)
    newest = max(ledger.bezettingen.where(locatie_id=locatie.id), key=lambda each: each.peildatum, default=None)
    if newest and not toch and newest.bezet > (newest.bezet if locatie.capaciteit is None else locatie.capaciteit):
        raise Twijfel(_too_full(locatie, newest))
    with ledger.operation(_("Locatie gewijzigd: {naam}").format(naam=locatie.naam)):
        ledger.opvanglocaties.save(locatie)


def remove_locatie(ledger: Ledger, locatie: Opvanglocatie) -> None:
    """Take out a location with its states and its use. Raises RuleError when another belongs to it."""
    if small := next(ledger.opvanglocaties.where(hoofdlocatie_id=locatie.id), None):
        sentence = _("{klein} hoort bij {naam}. Kies daar eerst een andere hoofdlocatie.")
        raise RuleError(sentence.format(klein=small.naam, naam=locatie.naam))
    with ledger.operation(_("Locatie verwijderd: {naam}").format(naam=locatie.naam)):
        for wissel in ledger.staatwissels.where(locatie_id=locatie.id):
            ledger.staatwissels.delete(wissel)
        for bezetting in ledger.bezettingen.where(locatie_id=locatie.id):
            ledger.bezettingen.delete(bezetting)
        unlink(ledger, locatie_id=locatie.id)
        ledger.opvanglocaties.delete(locatie)


def record_bezettingen(ledger: Ledger, bezettingen: Sequence[Bezetting], *, toch: bool = False) -> None:
    """How many places were in use; a count of the same day is replaced.

    Raises Twijfel that names every location that would be fuller than it can be, unless ``toch`` says it was so.
    """
    locaties = [ledger.opvanglocaties.get(each.locatie_id) for each in bezettingen]
    full = [
        _too_full(locatie, each)
        for locatie, each in zip(locaties, bezettingen, strict=True)
        if locatie.capaciteit is not None and each.bezet > locatie.capaciteit
    ]
    if full and not toch:
        raise Twijfel("\n".join(full))
    names = [locatie.naam for locatie in locaties]
    what = names[0] if len(names) == 1 else _("{n} locaties").format(n=format_number(len(names)))
    with ledger.operation(_("Bezetting vastgelegd: {wat}").format(wat=what)):
        for each in bezettingen:
            ledger.bezettingen.put(each)


def remove_bezetting(ledger: Ledger, bezetting: Bezetting) -> None:
    """Take out a count."""
    naam = ledger.opvanglocaties.get(bezetting.locatie_id).naam
    with ledger.operation(_("Bezetting verwijderd: {naam}").format(naam=naam)):
        ledger.bezettingen.delete(bezetting)


def save_opvanguitruil(ledger: Ledger, uitruil: Opvanguitruil) -> Opvanguitruil:
    """Record that gemeenten swap opgave, or change it: what one gives the other takes, so the provincie's total stands.

    Raises RuleError when they are not of one provincie (Spreidingswet).
    """
    van, naar = ledger.gemeenten.get(uitruil.van_id), ledger.gemeenten.get(uitruil.naar_id)
    provincies = [provincie_van(each) for each in (van, naar)]
    if None in provincies or provincies[0] != provincies[1]:
        sentence = _(
            "{van} en {naar} liggen niet in dezelfde provincie; opvangplekken ruilen kan alleen binnen één provincie."
        )
        raise RuleError(sentence.format(van=van.naam, naar=naar.naam))
    with ledger.operation(_("Uitruil van opvangplekken: {van} → {naar}").format(van=van.naam, naar=naar.naam)):
        return ledger.opvanguitruilen.save(uitruil)


def remove_opvanguitruil(ledger: Ledger, uitruil: Opvanguitruil) -> None:
    """Take out a swap of opgave."""
    with ledger.operation(_("Uitruil van opvangplekken verwijderd")):
        ledger.opvanguitruilen.delete(uitruil)


def _check(ledger: Ledger, locatie: Opvanglocatie) -> None:
    for other in ledger.opvanglocaties.where(gemeente_id=locatie.gemeente_id):
        if other.id != locatie.id and spelling_key(other.naam) == spelling_key(locatie.naam):
            sentence = _("In {gemeente} is al een locatie “{naam}”. Kies een andere naam.")
            gemeente = ledger.gemeenten.get(locatie.gemeente_id).naam
            raise RuleError(sentence.format(gemeente=gemeente, naam=other.naam))
    if locatie.hoofdlocatie_id is None:
        return
    main = ledger.opvanglocaties.get(locatie.hoofdlocatie_id)
    if main.hoofdlocatie_id is not None or any(ledger.opvanglocaties.where(hoofdlocatie_id=locatie.id or 0)):
        raise RuleError(_("Een hoofdlocatie hoort niet zelf bij een andere; kies een zelfstandige locatie."))


def _too_full(locatie: Opvanglocatie, bezetting: Bezetting) -> str:
    sentence = _("{naam} heeft {n} plekken, en op {datum} waren er {m} bezet. Klopt dat?")
    return sentence.format(
        naam=locatie.naam,
        n=format_number(locatie.capaciteit or 0),
        datum=format_date(bezetting.peildatum),
        m=format_number(bezetting.bezet),
    )
