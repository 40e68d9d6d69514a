"""What is asked before a meeting is closed: what comes back, and what is not certain yet."""

from __future__ import annotations

from regietafel.domain.verslag import NOTITIE
from regietafel.i18n import _, enumerate_some, format_number
from regietafel.ledger import Ledger
from regietafel.queries.agenda import agenda
from regietafel.queries.verslag import lijst


def closing_words(ledger: Ledger, overleg_id: int) -> str:
    """How many points were not discussed and which of them come back, how many rows have a question."""
    punten = agenda(ledger, overleg_id)
    usual = {each.id for each in ledger.agendapunten.where(overleg_id=overleg_id) if each.vastpunt_id is not None}
    left = [each for each in punten if not each.besproken]
    back = [each.nummer for each in left if each.id not in usual and each.verslag_van is None]
    asked = sum(bool(each.vraag) or each.soort == NOTITIE for each in lijst(ledger, overleg_id))
    said = []
    if left:
        said.append(_("Niet besproken: {n}.").format(n=_counted(len(left), _("punt"), _("punten"))))
    elif punten:
        said.append(_("Alle punten zijn besproken."))
    if back:
        one, more = (
            _("Op de volgende agenda komt terug: {nummers}."),
            _("Op de volgende agenda komen terug: {nummers}."),
        )
        said.append((one if len(back) == 1 else more).format(nummers=enumerate_some(back)))
    if asked:
        said.append(_("Er staat nog een vraag bij {n}.").format(n=_counted(asked, _("regel"), _("regels"))))
    said.append(_("Daarna is er een verslag in concept; u kunt het overleg nog hervatten."))
    return " ".join(said)


def _counted(n: int, one: str, more: str) -> str:
    return f"{format_number(n)} {one if n == 1 else more}"
