"""The actie- en besluitenlijst of one meeting, as a table among other things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from regietafel.catalog.verslag import LETTERS, LIJSTREGEL, REGELSOORTEN
from regietafel.domain.overleg import VASTGESTELD, VERVALLEN
from regietafel.i18n import _, today
from regietafel.queries.overleggen import OverlegRegel
from regietafel.queries.verslag import LijstRegel, lijst
from ui.kit import style
from ui.kit.screen import Command, Screen
from ui.kit.table_card import TableCard


@dataclass(frozen=True, kw_only=True)
class Rij(LijstRegel):
    """A row in the table."""

    @property
    def wat(self) -> str:
        """The letter with which it is typed and printed, and what that means."""
        return f"{LETTERS[self.soort]} {REGELSOORTEN[self.soort]}"

    @property
    def inhoud(self) -> str:
        """The text, and what is not certain about it yet."""
        return f"{self.tekst}\n{_('Nog niet zeker')}: {self.vraag}" if self.vraag else self.tekst


def lijst_part(screen: Screen, regel: OverlegRegel, commands: Sequence[Command] = ()) -> QWidget:
    """The table; ``commands`` are for a row, as long as the list is not adopted."""
    rows = [Rij(**vars(each)) for each in lijst(screen.session.ledger, regel.id, today())]
    if not rows:
        return style.label(_("Nog geen besluiten, knelpunten of acties."), "quiet")
    changes = regel.staat not in {VASTGESTELD, VERVALLEN}
    return TableCard(
        screen,
        _("Actie- en besluitenlijst"),
        LIJSTREGEL,
        rows,
        commands=commands if changes else [each for each in commands if not each.changes],
        tones={"stand": _tone},
        wrapped=frozenset({"inhoud", "wie"}),
    )


def _tone(rij: Rij) -> str:
    return "behind" if rij.te_laat else ""
