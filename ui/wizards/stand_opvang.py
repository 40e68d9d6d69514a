"""The documents about opvang on a day: to look at, and to save for the agenda and for the commissaris."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial

from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_date, today
from regietafel.ledger import Ledger
from ui.kit.screen import Command, Screen


def opvangstukken(op: Callable[[Screen], datetime.date]) -> Command:
    """The command that makes them as known on the day that the screen shows."""
    return Command(
        label=_("Stand van zaken maken"),
        run=lambda screen, _record: show(screen, op(screen)),
        icon="file-text",
        changes=False,
    )


def show(screen: Screen, op: datetime.date) -> None:
    """Open the window with both documents; one that cannot be made says why."""
    from ui.kit.papers import Bundle
    from ui.kit.papers_window import PapersWindow

    def bundle(ledger: Ledger, datum: datetime.date) -> Bundle:
        from regietafel.documents.opvangreeks import make_opvangstukken
        from ui.wizards import stukken

        return stukken.bundle(ledger, make_opvangstukken(ledger, op, datum))

    session = screen.session
    title = _("Stand van zaken opvangplekken, {op}").format(op=format_date(op))
    window = PapersWindow(session, title, partial(bundle, session.ledger), today(), screen)
    try:
        window.open()
    except RegietafelError:
        window.deleteLater()
        raise
