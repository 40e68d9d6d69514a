"""The user's own wording of the documents: it lives in the region's file and travels with it."""

from __future__ import annotations

from regietafel.domain.document import Sjabloon
from regietafel.i18n import _
from regietafel.ledger import Ledger


def set_sjabloon(ledger: Ledger, naam: str, tekst: str, basis: str) -> Sjabloon:
    """Use ``tekst`` from now on for the template ``naam``; ``basis`` is the standard wording it was made from.

    The caller checked that the text can be read as a template. Raises RuleError when it is too large to keep.
    """
    with ledger.operation(_("Sjabloon gewijzigd: {naam}").format(naam=naam)):
        sha, basis_sha = ledger.inhoud.put(tekst.encode()), ledger.inhoud.put(basis.encode())
        return ledger.sjablonen.put(Sjabloon(naam=naam, tekst=sha, basis=basis_sha))


def restore_sjabloon(ledger: Ledger, naam: str) -> None:
    """Go back to the standard wording."""
    with ledger.operation(_("Sjabloon terug naar standaard: {naam}").format(naam=naam)):
        for own in ledger.sjablonen.where(naam=naam):
            ledger.sjablonen.delete(own)
