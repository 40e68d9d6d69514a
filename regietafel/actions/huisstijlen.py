"""The house style of a gemeente, or of the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from regietafel.domain.huisstijl import Huisstijl
from regietafel.i18n import _
from regietafel.ledger import Ledger


def set_huisstijl(ledger: Ledger, huisstijl: Huisstijl, files: Mapping[str, bytes] | None = None) -> Huisstijl:
    """Keep this house style in place of the one there was.

    ``files`` holds what is new of ``logo``, ``gewoon``, ``vet``, ``cursief`` and ``word``; the caller checked them.
    """
    with ledger.operation(_("Huisstijl gewijzigd: {wie}").format(wie=_wie(ledger, huisstijl))):
        kept: dict[str, Any] = {field: ledger.inhoud.put(content) for field, content in (files or {}).items()}
        return ledger.huisstijlen.put(replace(huisstijl, **kept))


def remove_huisstijl(ledger: Ledger, huisstijl: Huisstijl) -> None:
    """Go back to the plain one: of the table, or of the program."""
    with ledger.operation(_("Huisstijl verwijderd: {wie}").format(wie=_wie(ledger, huisstijl))):
        ledger.huisstijlen.delete(huisstijl)


def _wie(ledger: Ledger, huisstijl: Huisstijl) -> str:
    if huisstijl.gemeente_id is None:
        return next(iter(ledger.regio)).naam
    return ledger.gemeenten.get(huisstijl.gemeente_id).naam
