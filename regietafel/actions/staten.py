"""The states of a location or a project, with their days: a history that is added to."""

from __future__ import annotations

import datetime

from regietafel.catalog.opvang import STAAT_NAMEN
from regietafel.domain.staat import OPEN, Staatwissel, goes_back, staat_op
from regietafel.errors import Twijfel
from regietafel.i18n import _, format_date
from regietafel.ledger import Ledger


def record_staat(ledger: Ledger, wissel: Staatwissel, *, toch: bool = False) -> None:
    """From that day on it is in this state; another state of the same day is replaced.

    Raises Twijfel when it goes back, or the next state would, or it opens after its end, unless ``toch`` says that
    this is meant.
    """
    naam, einde = _of(ledger, wissel)
    rows = [*ledger.staatwissels.where(locatie_id=wissel.locatie_id, project_id=wissel.project_id)]
    others = [each for each in rows if each.vanaf != wissel.vanaf and each.id != wissel.id]
    before = staat_op(others, wissel.vanaf)
    after = min((each for each in others if each.vanaf > wissel.vanaf), key=lambda each: each.vanaf, default=None)
    for first, then in ((before, wissel), (wissel, after)):
        if first and then and not toch and goes_back(first.staat, then.staat):
            raise Twijfel(_goes_back(naam, first, then))
    if wissel.staat == OPEN and einde and einde < wissel.vanaf and not toch:
        sentence = _("{naam} eindigt op {einde}. Klopt het dat het op {dag} opengaat?")
        raise Twijfel(sentence.format(naam=naam, einde=format_date(einde), dag=format_date(wissel.vanaf)))
    with ledger.operation(_("Staat vastgelegd: {naam}").format(naam=naam)):
        for same in rows:
            if same.vanaf == wissel.vanaf and same.id != wissel.id:
                ledger.staatwissels.delete(same)
        ledger.staatwissels.save(wissel)


def remove_staat(ledger: Ledger, wissel: Staatwissel) -> None:
    """Take a state out of the history: it was never so."""
    with ledger.operation(_("Staat verwijderd: {naam}").format(naam=_of(ledger, wissel)[0])):
        ledger.staatwissels.delete(wissel)


def _goes_back(naam: str, first: Staatwissel, then: Staatwissel) -> str:
    sentence = _("{naam} zou op {dag} teruggaan van “{eerst}” ({datum}) naar “{dan}”. Klopt dat?")
    return sentence.format(
        naam=naam,
        dag=format_date(then.vanaf),
        eerst=STAAT_NAMEN[first.staat],
        datum=format_date(first.vanaf),
        dan=STAAT_NAMEN[then.staat],
    )


def _of(ledger: Ledger, wissel: Staatwissel) -> tuple[str, datetime.date | None]:
    """How what it is about is called, and its last day."""
    if wissel.locatie_id is not None:
        locatie = ledger.opvanglocaties.get(wissel.locatie_id)
        return locatie.naam, locatie.open_tot
    assert wissel.project_id is not None
    project = ledger.woonprojecten.get(wissel.project_id)
    return project.naam, project.einde
