"""The documents about opvang on a day: to look at, and to save for the agenda and for the commissaris."""

from __future__ import annotations

import datetime
from functools import partial

from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_date, today
from regietafel.ledger import Ledger
from ui.kit.screen import Command, Screen


def show(screen: Screen, _record: object) -> None:
    """Open the window with both documents, as known on the day that is looked at; one that cannot be made says why."""
    from ui.kit.papers import Bundle
    from ui.kit.papers_window import PapersWindow

    def bundle(ledger: Ledger, op: datetime.date, datum: datetime.date) -> Bundle:
        from regietafel.documents.opvangreeks import make_opvangstukken
        from ui.wizards import stukken

        reeks = make_opvangstukken(ledger, op, datum)
        return stukken.bundle(ledger, map(stukken.Bron.of, reeks.stukken), reeks.mislukt)

    session = screen.session
    title = _("Stand van zaken opvangplekken, {op}").format(op=format_date(session.op))
    window = PapersWindow(session, title, partial(bundle, session.ledger, session.op), today(), screen)
    try:
        window.open()
    except RegietafelError:
        window.deleteLater()
        raise


STAND_OPVANG = Command(label=_("Stand van zaken maken"), run=show, icon="file-text", changes=False)
