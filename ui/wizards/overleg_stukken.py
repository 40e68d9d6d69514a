"""The documents that were made of a meeting."""

from __future__ import annotations

from regietafel.i18n import _, format_date
from regietafel.queries.archief import archief
from regietafel.queries.overleggen import OverlegRegel
from ui.kit.details import Line, Part
from ui.kit.session import Session
from ui.wizards.archief import OPENEN, OPSLAAN


def stukken_part(session: Session, regel: OverlegRegel) -> Part:
    """What was made, newest first, each to look at and to save."""
    lines = [
        Line(texts=(each.wat, format_date(each.datum)), note=each.bestandsnaam, record=each)
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
