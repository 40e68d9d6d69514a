"""Numbers others set and the table may edit: norms, how certain a state makes it, and regelingen."""

from __future__ import annotations

from regietafel.domain.norm import Norm
from regietafel.domain.regeling import Regeling
from regietafel.domain.staat import Zekerheid
from regietafel.errors import RuleError
from regietafel.i18n import _
from regietafel.ledger import Ledger


def edit_norm(ledger: Ledger, norm: Norm) -> None:
    """Add a norm, or change one."""
    with ledger.operation(_("Norm gewijzigd: {naam}").format(naam=norm.omschrijving)):
        ledger.normen.save(norm)


def remove_norm(ledger: Ledger, norm: Norm) -> None:
    """Take out a norm: nothing is judged by it any more."""
    with ledger.operation(_("Norm verwijderd: {naam}").format(naam=norm.omschrijving)):
        ledger.normen.delete(norm)


def edit_zekerheid(ledger: Ledger, zekerheid: Zekerheid) -> None:
    """Say how certain it is that what is in a state opens on its day; each state has one."""
    with ledger.operation(_("Zekerheid gewijzigd: {staat}").format(staat=zekerheid.staat)):
        ledger.zekerheden.put(zekerheid)


def edit_regeling(ledger: Ledger, regeling: Regeling) -> None:
    """Add a regeling, or change one."""
    with ledger.operation(_("Regeling gewijzigd: {naam}").format(naam=regeling.naam)):
        ledger.regelingen.save(regeling)


def remove_regeling(ledger: Ledger, regeling: Regeling) -> None:
    """Take out a regeling. Raises RuleError when a project uses it: it says where the money comes from."""
    if project := next(ledger.woonprojecten.where(regeling_id=regeling.id), None):
        sentence = _("Project {project} gebruikt de regeling {naam}. Haal haar daar eerst weg.")
        raise RuleError(sentence.format(project=project.naam, naam=regeling.naam))
    with ledger.operation(_("Regeling verwijderd: {naam}").format(naam=regeling.naam)):
        ledger.regelingen.delete(regeling)
