"""The annexes of an agreement."""

from __future__ import annotations

from dataclasses import dataclass

from regietafel.domain.document import Bijlage
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger


@dataclass(frozen=True, kw_only=True)
class Meegestuurd:
    """A file that the user added: its title, its name and what is in it."""

    titel: str
    bestandsnaam: str
    inhoud: bytes


def bijlagen(ledger: Ledger, herverdeling_id: int) -> list[Bijlage]:
    """In the order in which they were added."""
    return sorted(ledger.bijlagen.where(herverdeling_id=herverdeling_id), key=lambda each: each.id or 0)


def find_bijlage(ledger: Ledger, herverdeling_id: int, nummer: int) -> Bijlage:
    """That with this number. Raises RegietafelError when this agreement has none such."""
    for each in bijlagen(ledger, herverdeling_id):
        if each.id == nummer:
            return each
    raise RegietafelError(_("Bij deze herverdeling is geen bijlage {nummer}.").format(nummer=nummer))
