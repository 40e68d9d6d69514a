"""The documents of a meeting: those that were made, and the commands to look at them, make them and send them."""

from __future__ import annotations

from typing import Any

from regietafel.domain import overleg as domain
from regietafel.i18n import _, format_date
from regietafel.queries.archief import Archiefregel, archief
from regietafel.queries.overleggen import OverlegRegel
from ui.kit.details import Line, Part
from ui.kit.screen import Command, Screen
from ui.kit.session import Session
from ui.wizards.archief import OPENEN, OPSLAAN


def stukken_part(session: Session, regel: OverlegRegel) -> Part:
    """What was made, newest first, each to look at and to save."""
    lines = [
        Line(texts=(each.wat, format_date(each.datum)), note=_note(each), quiet=each.vervangen, record=each)
        for each in archief(session.ledger)
        if each.stuk.overleg_id == regel.id
    ]
    return Part(
        lines=lines,
        headings=(_("Stuk"), _("Datum")),
        narrow=frozenset({1}),
        commands=(OPENEN, OPSLAAN),
        empty=_("Nog geen stukken gemaakt."),
    )


def _note(stuk: Archiefregel) -> str:
    """The file, and whether a newer one of that name was made."""
    replaced = _("vervangen door een nieuwer stuk")
    return f"{stuk.bestandsnaam} · {replaced}" if stuk.vervangen else stuk.bestandsnaam


def _look(screen: Screen, regel: OverlegRegel) -> None:
    from ui.wizards.overleg_leveren import look  # only now: the page is up sooner

    look(screen, regel)


def _publish(screen: Screen, regel: OverlegRegel) -> None:
    from ui.wizards.overleg_leveren import publish

    publish(screen, regel)


def _make(screen: Any, regel: OverlegRegel) -> None:
    from ui.wizards.overleg_leveren import MAKEN, make

    make(screen, screen.session, screen, regel, MAKEN)


def _send(screen: Any, regel: OverlegRegel) -> None:
    from ui.wizards.overleg_leveren import VERZENDEN, make

    make(screen, screen.session, screen, regel, VERZENDEN)


BEKIJKEN = Command(label=_("Bekijken"), run=_look, icon="eye", changes=False)
MAKEN = Command(label=_("Stukken maken…"), run=_make, icon="folder", changes=False)
VERZENDEN = Command(
    label=_("Agenda verzenden…"), run=_send, icon="mail", allowed=lambda regel: regel.staat == domain.CONCEPT
)
OPNIEUW_VERZENDEN = Command(
    label=_("Nieuwe versie…"), run=_send, icon="mail", allowed=lambda regel: regel.staat == domain.VERZONDEN
)
OPENBAAR = Command(label=_("Openbare versie…"), run=_publish, icon="eye", changes=False)
VAN_STUKKEN = (BEKIJKEN, MAKEN, OPENBAAR)
