"""Files that go with the documents of an agreement, or with a point of an agenda."""

from __future__ import annotations

from typing import Any

from regietafel.domain.document import Bijlage
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.overlegstaat import changeable

_ADDED = _("Bijlage toegevoegd: {titel}")


def add_bijlage(
    ledger: Ledger, herverdeling_id: int, titel: str, bestandsnaam: str, inhoud: bytes, *, openbaar: bool = False
) -> Bijlage:
    """Take a file in; the caller checked what is in it. Raises RuleError when it has no title or is too large."""
    with ledger.operation(_ADDED.format(titel=titel.strip())):
        return _add(
            ledger, titel, inhoud, herverdeling_id=herverdeling_id, bestandsnaam=bestandsnaam, openbaar=openbaar
        )


def add_agendabijlage(
    ledger: Ledger, agendapunt_id: int, titel: str, bestandsnaam: str, inhoud: bytes, *, openbaar: bool = False
) -> Bijlage:
    """As :func:`add_bijlage`, with a point of an agenda. Raises RuleError also when its list was adopted."""
    changeable(ledger, ledger.agendapunten.get(agendapunt_id).overleg_id)
    with ledger.operation(_ADDED.format(titel=titel.strip())):
        return _add(ledger, titel, inhoud, agendapunt_id=agendapunt_id, bestandsnaam=bestandsnaam, openbaar=openbaar)


def edit_bijlage(ledger: Ledger, bijlage: Bijlage) -> None:
    """Change its title, or whether it may be published. Raises RuleError when it is of a list that was adopted."""
    old = _checked(ledger, bijlage)
    assert (old.herverdeling_id, old.agendapunt_id) == (bijlage.herverdeling_id, bijlage.agendapunt_id)
    with ledger.operation(_("Bijlage gewijzigd: {titel}").format(titel=bijlage.titel)):
        ledger.bijlagen.save(bijlage)


def remove_bijlage(ledger: Ledger, bijlage: Bijlage) -> None:
    """Take a file out; once the program is closed it is nowhere in the region's file any more.

    Raises RuleError when it is of a list that was adopted.
    """
    _checked(ledger, bijlage)
    with ledger.operation(_("Bijlage verwijderd: {titel}").format(titel=bijlage.titel)):
        ledger.bijlagen.delete(bijlage)


def _checked(ledger: Ledger, bijlage: Bijlage) -> Bijlage:
    """It as it is on record, when it may be changed."""
    assert bijlage.id is not None
    old = ledger.bijlagen.get(bijlage.id)
    if old.agendapunt_id is not None:
        changeable(ledger, ledger.agendapunten.get(old.agendapunt_id).overleg_id)
    return old


def _add(ledger: Ledger, titel: str, inhoud: bytes, **rest: Any) -> Bijlage:
    return ledger.bijlagen.save(Bijlage(titel=titel.strip(), inhoud=ledger.inhoud.put(inhoud), **rest))
