"""The gemeenten of this file: their names, and the one that is meant."""

from __future__ import annotations

from regietafel.domain.regio import Gemeente
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger


def gemeente_names(ledger: Ledger) -> dict[int, str]:
    """The name of each gemeente by id."""
    return dict(ledger.db.execute("SELECT id, naam FROM gemeente"))


def find_gemeente(ledger: Ledger, text: str) -> Gemeente:
    """The gemeente in this file by name, code or known spelling. Raises RegietafelError that names the nearest."""
    import difflib

    from regietafel.reference import gm_code, known_gemeente, spelling_key  # only now: the window is up sooner

    gemeenten = tuple(ledger.gemeenten)
    by_key = {spelling_key(gemeente.naam): gemeente for gemeente in gemeenten}
    by_key |= {gemeente.naam: gemeente for gemeente in gemeenten} | {each.gm_code: each for each in gemeenten}
    known = known_gemeente(text)
    for key in (text.strip(), gm_code(text), spelling_key(text), known.code if known else None):
        if key in by_key:
            return by_key[key]
    near = difflib.get_close_matches(text[:100], [gemeente.naam for gemeente in gemeenten], 1)
    hint = _(" Bedoelt u {name}?").format(name=near[0]) if near else _(" Voeg haar eerst toe bij Gemeenten.")
    raise RegietafelError(_("De gemeente “{text}” staat niet in dit bestand.").format(text=text[:80]) + hint)
