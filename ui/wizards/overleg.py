"""A meeting: planned, changed, begun, closed, adopted, reopened, cancelled, merged, taken out; what comes next."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from regietafel.actions import overleggen as actions
from regietafel.catalog.overleg import OVERLEG
from regietafel.domain import overleg as domain
from regietafel.errors import Twijfel
from regietafel.fields import Field
from regietafel.i18n import _, format_date
from regietafel.ledger import Ledger
from regietafel.planning.jaarplanning import botsing
from regietafel.queries.overleggen import OverlegRegel, overleggen
from ui.kit import dialogs
from ui.kit.dialogs import EditDialog
from ui.kit.inputs import by_name
from ui.kit.screen import Command, Screen
from ui.wizards import overleg_reeks
from ui.wizards.overleg_stukken import OPNIEUW_VERZENDEN, VERZENDEN
from ui.wizards.vergadering import HOUDEN

OVERLEGGEN = "overleg/" + _("Overleggen")
_REDEN = Field(name="reden", label=_("Reden"), multiline=True)


def plan(screen: Screen, _record: object) -> None:
    """Ask the series and the day; the page of the meeting opens. Without any series first ask about that."""
    session = screen.session
    if not list(session.ledger.overlegreeksen):
        overleg_reeks.add(screen, None)
    reeksen = by_name(session.ledger.overlegreeksen)
    if not reeksen:
        return
    made: list[int | None] = []

    def save(values: dict[str, Any]) -> None:
        made.append(actions.make_overleggen(session.ledger, values["reeks_id"], [values["datum"]])[0].id)

    day = replace(OVERLEG[0], help=_("Tijd, plaats en vaste punten komen van de reeks; u kunt ze daarna wijzigen."))
    fields = (Field(name="reeks_id", label=_("Reeks"), choices=reeksen, required=True), day)
    EditDialog(
        _("Overleg plannen"),
        fields,
        save,
        record={"reeks_id": next(iter(reeksen.values()))},
        verb=_("Plannen"),
        warning=lambda values: _in_the_way(session.ledger, values["reeks_id"], values["datum"]),
        warned_verb=_("Toch plannen"),
        parent=screen,
    ).exec()
    if made:
        session.record_requested.emit(OVERLEGGEN, made[0])


def edit(screen: Screen, regel: OverlegRegel) -> None:
    """Another day, time or place, or who leads it."""
    ledger = screen.session.ledger
    old = ledger.overleggen.get(regel.id)
    before = (old.datum, old.begin, old.minuten, old.locatie, old.link)

    def save(values: dict[str, Any]) -> None:
        actions.save_overleg(ledger, replace(old, **values))

    def warning(values: dict[str, Any]) -> str:
        now = tuple(values[name] for name in ("datum", "begin", "minuten", "locatie", "link"))
        sent = _("De agenda is al verzonden. Stuur daarna een nieuwe versie, met een gewijzigde uitnodiging.")
        moved = values["datum"] != old.datum
        said = _in_the_way(ledger, old.reeks_id, values["datum"], old.id) if moved else ""
        return " ".join(filter(None, (said, sent if regel.staat == domain.VERZONDEN and now != before else "")))

    EditDialog(
        _("Overleg verplaatsen of wijzigen"),
        OVERLEG,
        save,
        record=old,
        warning=warning,
        warned_verb=_("Toch wijzigen"),
        parent=screen,
    ).exec()


def cancel(screen: Screen, regel: OverlegRegel) -> None:
    """Ask why; what was on its agenda goes to the next one."""

    def save(values: dict[str, Any]) -> None:
        actions.cancel_overleg(screen.session.ledger, regel.id, values["reden"])

    field = replace(_REDEN, help=_("Wat op de agenda stond, komt op het eerstvolgende overleg van deze reeks."))
    title = _("Overleg van {datum} laten vervallen").format(datum=format_date(regel.datum))
    EditDialog(title, (field,), save, verb=_("Laten vervallen"), parent=screen).exec()


def merge(screen: Screen, regel: OverlegRegel) -> None:
    """Ask with which other meeting of the series; that one opens."""
    session = screen.session
    chosen: list[int] = []

    def save(values: dict[str, Any]) -> None:
        actions.merge_overleggen(session.ledger, regel.id, values["naar_id"])
        chosen.append(values["naar_id"])

    field = Field(
        name="naar_id",
        label=_("Samen met het overleg van"),
        choices={format_date(each.datum): each.id for each in _others(session.ledger, regel)},
        required=True,
        help=_("Dit overleg vervalt; zijn punten en bijlagen gaan naar het andere."),
    )
    EditDialog(_("Overleggen samenvoegen"), (field,), save, verb=_("Samenvoegen"), parent=screen).exec()
    if chosen:
        session.record_requested.emit(OVERLEGGEN, chosen[0])


def reopen(screen: Screen, regel: OverlegRegel) -> None:
    """Ask why; that stays on record."""

    def save(values: dict[str, Any]) -> None:
        actions.reopen_overleg(screen.session.ledger, regel.id, values["reden"])

    field = replace(_REDEN, required=True, help=_("De reden blijft bij het overleg staan."))
    title = _("Verslag van {datum} heropenen").format(datum=format_date(regel.datum))
    EditDialog(title, (field,), save, verb=_("Heropenen"), parent=screen).exec()


def adopt(screen: Screen, regel: OverlegRegel) -> None:
    """The list is adopted; what is not certain in it is asked first."""
    ledger = screen.session.ledger
    try:
        actions.adopt_verslag(ledger, regel.id)
    except Twijfel as doubt:
        title = _("Verslag van {datum} vaststellen").format(datum=format_date(regel.datum))
        if dialogs.confirm(screen, title, str(doubt), _("Toch vaststellen")):
            actions.adopt_verslag(ledger, regel.id, toch=True)


def join(_screen: Screen, regel: OverlegRegel) -> None:
    """Open the address to take part online; only ever one of the web."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    domain.check_link(regel.link)
    QDesktopServices.openUrl(QUrl(regel.link))


def _in_the_way(ledger: Ledger, reeks_id: int, datum: datetime.date, overleg_id: int | None = None) -> str:
    """What one may agree to about that day; another meeting of the series is refused, so that is no question."""
    own = (each for each in overleggen(ledger) if each.reeks_id == reeks_id and each.staat != domain.VERVALLEN)
    taken = any(each.datum == datum and each.id != overleg_id for each in own)
    return "" if taken else botsing(ledger, reeks_id, datum, overleg_id)


def _others(ledger: Ledger, regel: OverlegRegel) -> list[OverlegRegel]:
    """The other meetings of its series that are still to be held."""
    return [
        each
        for each in overleggen(ledger)
        if each.reeks_id == regel.reeks_id and each.id != regel.id and each.staat in domain.NOG_TE_HOUDEN
    ]


def _done(action: Callable[[Ledger, int], object]) -> Callable[[Screen, Any], object]:
    return lambda screen, regel: action(screen.session.ledger, regel.id)


def _is(*staten: str) -> Callable[[OverlegRegel], bool]:
    return lambda regel: regel.staat in staten


def _may_merge(screen: Screen, regel: OverlegRegel) -> None:
    if _others(screen.session.ledger, regel):
        merge(screen, regel)
    else:
        screen.session.refused.emit(_("Er is geen ander overleg van deze reeks dat nog moet komen."))


_NOG = _is(*domain.NOG_TE_HOUDEN)
PLANNEN = Command(label=_("Overleg plannen…"), run=plan, icon="plus")
OPENEN = Command(
    label=_("Openen"),
    run=lambda screen, regel: screen.session.record_requested.emit(OVERLEGGEN, regel.id),
    icon="chevron-right",
    changes=False,
)
WIJZIGEN = Command(
    label=_("Overleg wijzigen…"),
    run=edit,
    icon="pencil",
    keys="F2",
    allowed=_is(domain.CONCEPT, domain.VERZONDEN, domain.BEZIG, domain.VERSLAG_CONCEPT),
    refusal=_("Dit overleg is vastgesteld of vervallen en verandert niet meer."),
)
BEGINNEN = replace(HOUDEN, label=_("Overleg beginnen"), changes=True, allowed=_NOG)
VERDER = replace(HOUDEN, label=_("Verder met het overleg"), allowed=_is(domain.BEZIG))
ALSNOG = replace(HOUDEN, label=_("Overleg hervatten"), icon="undo-2", changes=True, allowed=_is(domain.VERSLAG_CONCEPT))
SLUITEN = Command(label=_("Overleg sluiten"), run=_done(actions.end_overleg), icon="check", allowed=_is(domain.BEZIG))
VASTSTELLEN = Command(label=_("Verslag vaststellen"), run=adopt, icon="check", allowed=_is(domain.VERSLAG_CONCEPT))
VERVALLEN = Command(label=_("Laten vervallen…"), run=cancel, icon="x", allowed=_NOG)
SAMENVOEGEN = Command(label=_("Samenvoegen…"), run=_may_merge, icon="arrow-left-right", allowed=_NOG)
HEROPENEN = Command(label=_("Heropenen…"), run=reopen, icon="undo-2", allowed=_is(domain.VASTGESTELD))
VERWIJDEREN = Command(
    label=_("Verwijderen"),
    run=_done(actions.remove_overleg),
    icon="trash-2",
    keys="Del",
    allowed=_is(domain.CONCEPT),
    refusal=_("Alleen een overleg dat niet is verzonden, kunt u verwijderen. Laat het anders vervallen."),
)
MEEDOEN = Command(label=_("Online meedoen"), run=join, icon="external-link", changes=False, allowed=bool)
KOP = (replace(BEGINNEN, allowed=_is(domain.CONCEPT)), OPNIEUW_VERZENDEN, SLUITEN, WIJZIGEN, HEROPENEN)
MEER = (ALSNOG, VERVALLEN, SAMENVOEGEN, VERWIJDEREN)
VAN_REGEL = (OPENEN, WIJZIGEN, VERVALLEN, SAMENVOEGEN, VERWIJDEREN, HEROPENEN)
_NEXT = {
    domain.CONCEPT: VERZENDEN,
    domain.VERZONDEN: BEGINNEN,
    domain.BEZIG: VERDER,
    domain.VERSLAG_CONCEPT: VASTSTELLEN,
}


def next_step(regel: OverlegRegel) -> Command | None:
    """What is done next with a meeting; None when nothing is."""
    return _NEXT.get(regel.staat)
