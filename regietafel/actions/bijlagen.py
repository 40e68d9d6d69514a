"""Files that go with the documents of an agreement."""

from __future__ import annotations

from regietafel.domain.document import Bijlage
from regietafel.i18n import _
from regietafel.ledger import Ledger


def add_bijlage(
    ledger: Ledger, herverdeling_id: int, titel: str, bestandsnaam: str, inhoud: bytes, *, openbaar: bool = False
) -> Bijlage:
    """Take a file in; the caller checked what is in it. Raises RuleError when it has no title or is too large."""
    with ledger.operation(_("Bijlage toegevoegd: {titel}").format(titel=titel.strip())):
        return ledger.bijlagen.save(
            Bijlage(
                herverdeling_id=herverdeling_id,
                titel=titel.strip(),
                bestandsnaam=bestandsnaam,
                inhoud=ledger.inhoud.put(inhoud),
                openbaar=openbaar,
            )
        )


def edit_bijlage(ledger: Ledger, bijlage: Bijlage) -> None:
    """Change its title, or whether it may be published."""
    with ledger.operation(_("Bijlage gewijzigd: {titel}").format(titel=bijlage.titel)):
        ledger.bijlagen.save(bijlage)


def remove_bijlage(ledger: Ledger, bijlage: Bijlage) -> None:
    """Take a file out; once the program is closed it is nowhere in the region's file any more."""
    with ledger.operation(_("Bijlage verwijderd: {titel}").format(titel=bijlage.titel)):
        ledger.bijlagen.delete(bijlage)
