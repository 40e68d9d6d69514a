"""What the documents of a meeting offer their templates: of the newest meeting, or of an example."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from regietafel.actions.agenda import save_punt
from regietafel.actions.overleggen import begin_overleg, end_overleg, make_overleggen
from regietafel.actions.overlegreeksen import save_overlegreeks
from regietafel.actions.verslag import record_regel, save_aanwezigheid
from regietafel.documents.blocks import Document
from regietafel.documents.middelen import Middelen
from regietafel.documents.stukken.agenda import make_agenda
from regietafel.documents.stukken.besluitenlijst import make_besluitenlijst
from regietafel.documents.stukken.draaiboek import make_draaiboek
from regietafel.documents.stukken.overleg import Overleggegevens, collect_overleg
from regietafel.documents.stukken.overlegbericht import (
    make_bericht_overleg,
    make_herinnering,
    name_houder,
    per_houder,
)
from regietafel.domain.agenda import BESLUIT as TER_BESLUIT
from regietafel.domain.agenda import HERVERDELINGEN, Agendapunt
from regietafel.domain.overleg import REGIETAFEL, Overlegreeks
from regietafel.domain.verslag import ACTIE, BESLUIT, Aanwezigheid, Verslagregel
from regietafel.errors import RegietafelError
from regietafel.i18n import _, today
from regietafel.ledger import Ledger

HERINNERING = "herinnering.txt"
_BIJLAGEN = (_("Agenda"),)
_MAKE: Mapping[str, Callable[[Overleggegevens], Document]] = {
    "agenda.txt": make_agenda,
    "draaiboek.txt": make_draaiboek,
    "besluitenlijst.txt": make_besluitenlijst,
    "bericht_leden.txt": partial(make_bericht_overleg, bijlagen=_BIJLAGEN, leden=True, agenda=True),
    "bericht_informatie.txt": partial(make_bericht_overleg, bijlagen=_BIJLAGEN, leden=False, agenda=True),
}
OVERLEG = frozenset({*_MAKE, HERINNERING})
_MONTH = datetime.timedelta(days=28)


def hear_overleg(ear: Middelen, ledger: Ledger, example: Callable[[], Ledger], naam: str) -> None:
    """Make the document with ``ear``: of the newest meeting that has something to show of the kind."""
    with suppress(RegietafelError, StopIteration):  # there is none yet
        _hear(ear, ledger, naam)
        return
    _hear(ear, _with_meetings(example()), naam)


def _hear(ear: Middelen, ledger: Ledger, naam: str) -> None:
    op = today()
    if naam == HERINNERING:
        regio = ledger.regio.get(1)
        houder, acties = next(iter(per_houder(ledger, op).items()))
        make_herinnering(ear, regio, houder, acties, voluit=name_houder(ledger, houder), op=op, datum=op)
        return
    held = {each.overleg_id for each in ledger.verslagregels} if naam == "besluitenlijst.txt" else None
    known = sorted(ledger.overleggen, key=lambda each: (each.datum, each.id or 0), reverse=True)
    newest = next(each.id for each in known if held is None or each.id in held)
    _MAKE[naam](collect_overleg(ledger, newest or 0, op, met=ear))


def _with_meetings(ledger: Ledger) -> Ledger:
    """The example with a meeting that was held and one to come."""
    reeks = Overlegreeks(
        naam=_("Regietafel Twente"), soort=REGIETAFEL, locatie=_("Gemeentehuis"), voorzitter=_("de voorzitter")
    )
    id = save_overlegreeks(ledger, reeks).id or 0
    first, second = (each.id or 0 for each in make_overleggen(ledger, id, [today() - _MONTH, today() + _MONTH]))
    begin_overleg(ledger, first)
    save_aanwezigheid(ledger, Aanwezigheid(overleg_id=first, gemeente_id=1, voorzitter=True))
    besluit = Verslagregel(overleg_id=first, soort=BESLUIT, tekst=_("De tafel stemt in."))
    record_regel(ledger, besluit)
    actie = Verslagregel(overleg_id=first, soort=ACTIE, tekst=_("Een locatie zoeken"), voor=today() + _MONTH)
    record_regel(ledger, actie, [(2, "")])
    end_overleg(ledger, first)
    titel = _("Herverdeling van de taakstelling")
    punt = Agendapunt(overleg_id=second, titel=titel, soort=TER_BESLUIT, deel=HERVERDELINGEN, minuten=20)
    save_punt(ledger, punt)
    return ledger
