"""What the user decides about one text: it goes, it stays, or the rules decide again."""

from __future__ import annotations

from regietafel.actions.weglatingen import remove_weglating, set_weglating
from regietafel.documents.woo.gronden import read_grond
from regietafel.documents.woo.tekst import same
from regietafel.domain.document import Weglating
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger


def choose(
    ledger: Ledger, herverdeling_id: int | None, tekst: str, grond: str, *, overleg_id: int | None = None
) -> Weglating:
    """Leave a text out on that ground, or let it stay when ``grond`` is empty; in any spelling it is one text.

    It is about the documents of an agreement, or of a meeting.

    Raises RuleError for what is no ground, and for a text of less than two characters.
    """
    tekst = tekst.strip()
    known = _chosen(ledger, herverdeling_id, overleg_id, tekst) if tekst else None
    made = Weglating(
        herverdeling_id=herverdeling_id,
        overleg_id=overleg_id,
        tekst=known.tekst if known else tekst,
        grond=read_grond(grond) if grond else "",
    )
    return set_weglating(ledger, made)


def take_back(ledger: Ledger, herverdeling_id: int | None, tekst: str, *, overleg_id: int | None = None) -> None:
    """Let the rules decide again. Raises RegietafelError when nothing was chosen for this text."""
    known = _chosen(ledger, herverdeling_id, overleg_id, tekst)
    if known is None:
        raise RegietafelError(_("Voor “{tekst}” is niets gekozen; er is niets terug te draaien.").format(tekst=tekst))
    remove_weglating(ledger, known)


def _chosen(ledger: Ledger, herverdeling_id: int | None, overleg_id: int | None, tekst: str) -> Weglating | None:
    known = ledger.weglatingen.where(herverdeling_id=herverdeling_id, overleg_id=overleg_id)
    return next((each for each in known if same(each.tekst, tekst)), None)
