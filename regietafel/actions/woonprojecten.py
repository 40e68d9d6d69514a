"""Projects with homes, for whom they count, and what waits for a home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from regietafel.actions.agenda import unlink
from regietafel.actions.staten import record_staat
from regietafel.domain.staat import Staatwissel
from regietafel.domain.woonproject import (
    HAR,
    Doorlooptijd,
    Harinstroom,
    Koppelstand,
    Telgemeente,
    Woningmaat,
    Woonproject,
)
from regietafel.errors import RuleError
from regietafel.i18n import _, format_number
from regietafel.ledger import Ledger
from regietafel.reference import spelling_key


@dataclass(frozen=True, kw_only=True)
class Invulling:
    """What belongs to a project: for how many persons it counts per gemeente id, and homes per kind of household.

    Without gemeenten it counts for the one it stands in.
    """

    telgemeenten: Mapping[int, int] = field(default_factory=dict)
    maten: Mapping[str, int] = field(default_factory=dict)


def add_project(
    ledger: Ledger,
    project: Woonproject,
    invulling: Invulling,
    staten: Iterable[Staatwissel] = (),
    *,
    toch: bool = False,
) -> Woonproject:
    """Add a project with what is known of its states; their ``project_id`` may be anything.

    Raises RuleError when there is one of that name in the gemeente, or the shares do not add up.
    """
    _check(ledger, project, invulling)
    with ledger.operation(_("Project toegevoegd: {naam}").format(naam=project.naam)):
        made = ledger.woonprojecten.save(project)
        _fill(ledger, made, invulling)
        for each in sorted(staten, key=lambda staat: staat.vanaf):
            record_staat(ledger, replace(each, project_id=made.id, locatie_id=None), toch=toch)
    return made


def edit_project(ledger: Ledger, project: Woonproject, invulling: Invulling) -> None:
    """Change a project and what belongs to it. Raises RuleError as :func:`add_project` does."""
    _check(ledger, project, invulling)
    with ledger.operation(_("Project gewijzigd: {naam}").format(naam=project.naam)):
        ledger.woonprojecten.save(project)
        _fill(ledger, project, invulling)


def remove_project(ledger: Ledger, project: Woonproject) -> None:
    """Take out a project with all that belongs to it."""
    with ledger.operation(_("Project verwijderd: {naam}").format(naam=project.naam)):
        for table in (ledger.telgemeenten, ledger.woningmaten, ledger.harinstromen, ledger.staatwissels):
            for row in table.where(project_id=project.id):
                table.delete(row)  # type: ignore[arg-type] # its own rows
        unlink(ledger, project_id=project.id)
        ledger.woonprojecten.delete(project)


def save_harinstroom(ledger: Ledger, instroom: Harinstroom) -> Harinstroom:
    """Record persons who came into a HAR together, or change it. Raises RuleError for another kind of project."""
    project = ledger.woonprojecten.get(instroom.project_id)
    if project.soort != HAR:
        raise RuleError(_("{naam} is geen HAR; instroom per groep hoort alleen bij een HAR.").format(naam=project.naam))
    with ledger.operation(_("Instroom vastgelegd: {naam}").format(naam=project.naam)):
        return ledger.harinstromen.save(instroom)


def remove_harinstroom(ledger: Ledger, instroom: Harinstroom) -> None:
    """Take out a group."""
    naam = ledger.woonprojecten.get(instroom.project_id).naam
    with ledger.operation(_("Instroom verwijderd: {naam}").format(naam=naam)):
        ledger.harinstromen.delete(instroom)


def record_koppelstanden(ledger: Ledger, standen: Sequence[Koppelstand]) -> None:
    """Households that wait and homes that are free, per kind; what was told of the same day is replaced."""
    with ledger.operation(_("Koppelingen en vrije woningen vastgelegd")):
        for each in standen:
            ledger.koppelstanden.put(each)


def remove_koppelstand(ledger: Ledger, stand: Koppelstand) -> None:
    """Take out one number of households and homes."""
    with ledger.operation(_("Koppelingen en vrije woningen verwijderd")):
        ledger.koppelstanden.delete(stand)


def record_doorlooptijden(ledger: Ledger, tijden: Sequence[Doorlooptijd]) -> None:
    """How long housing took per gemeente and month; what was told of the same month is replaced."""
    with ledger.operation(_("Doorlooptijd vastgelegd")):
        for each in tijden:
            ledger.doorlooptijden.put(each)


def remove_doorlooptijd(ledger: Ledger, tijd: Doorlooptijd) -> None:
    """Take out the time of a month."""
    with ledger.operation(_("Doorlooptijd verwijderd")):
        ledger.doorlooptijden.delete(tijd)


def _check(ledger: Ledger, project: Woonproject, invulling: Invulling) -> None:
    for other in ledger.woonprojecten.where(gemeente_id=project.gemeente_id):
        if other.id != project.id and spelling_key(other.naam) == spelling_key(project.naam):
            sentence = _("In {gemeente} is al een project “{naam}”. Kies een andere naam.")
            gemeente = ledger.gemeenten.get(project.gemeente_id).naam
            raise RuleError(sentence.format(gemeente=gemeente, naam=other.naam))
    shares = sum(invulling.telgemeenten.values())
    if invulling.telgemeenten and shares != project.vergunninghouders:
        sentence = _("De aandelen van de telgemeenten zijn samen {n}, maar het project telt {m} vergunninghouders.")
        told = _("geen aantal") if project.vergunninghouders is None else format_number(project.vergunninghouders)
        raise RuleError(sentence.format(n=format_number(shares), m=told))
    homes = sum(invulling.maten.values())
    if project.eenheden is not None and homes > project.eenheden:
        sentence = _("Naar soort huishouden zijn het {n} woningen, maar het project telt er {m}.")
        raise RuleError(sentence.format(n=format_number(homes), m=format_number(project.eenheden)))
    if project.soort != HAR and project.id is not None and ledger.harinstromen.find(project_id=project.id):
        sentence = _("Bij {naam} staan groepen die in de HAR kwamen. Verwijder die eerst, of laat het een HAR.")
        raise RuleError(sentence.format(naam=project.naam))


def _fill(ledger: Ledger, project: Woonproject, invulling: Invulling) -> None:
    """Make what belongs to the project so; what stays as it was is not written."""
    assert project.id is not None
    for share in ledger.telgemeenten.where(project_id=project.id):
        if share.gemeente_id not in invulling.telgemeenten:
            ledger.telgemeenten.delete(share)
    for gemeente_id, personen in invulling.telgemeenten.items():
        ledger.telgemeenten.put(Telgemeente(project_id=project.id, gemeente_id=gemeente_id, personen=personen))
    for homes in ledger.woningmaten.where(project_id=project.id):
        if homes.maat not in invulling.maten:
            ledger.woningmaten.delete(homes)
    for maat, woningen in invulling.maten.items():
        ledger.woningmaten.put(Woningmaat(project_id=project.id, maat=maat, woningen=woningen))
