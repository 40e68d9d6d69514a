"""The stand van zaken of a period: to look at, and to save for the agenda."""

from __future__ import annotations

import datetime
from functools import partial

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import _, today
from regietafel.ledger import Ledger
from regietafel.planning.kort import dag_van
from ui.kit.screen import Command, Screen


def show(screen: Screen, _record: object) -> None:
    """Open the window with the document."""
    from ui.kit.papers import Bundle
    from ui.kit.papers_window import PapersWindow

    def bundle(ledger: Ledger, periode: Periode, datum: datetime.date) -> Bundle:
        from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken
        from ui.wizards import stukken

        stuk = make_stand_van_zaken(ledger, periode, dag_van(periode, today()), datum)
        return stukken.bundle(ledger, [stukken.Bron.of(stuk)])

    session = screen.session
    make = partial(bundle, session.ledger, session.periode)
    window = PapersWindow(
        session, _("Stand van zaken {periode}").format(periode=session.periode), make, today(), screen
    )
    try:
        window.open()
    except RegietafelError:
        window.deleteLater()
        raise


STAND_VAN_ZAKEN = Command(label=_("Stand van zaken maken"), run=show, icon="file-text", changes=False)
