"""The actie- en besluitenlijst of one meeting, as a table among other things."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from regietafel.catalog.verslag import LETTERS, LIJSTREGEL, REGELSOORTEN
from regietafel.i18n import _, today
from regietafel.queries.overleggen import OverlegRegel
from regietafel.queries.verslag import LijstRegel, lijst
from ui.kit import style
from ui.kit.screen import Screen
from ui.kit.table_card import TableCard
from ui.wizards import acties, verslag


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


def lijst_part(screen: Screen, regel: OverlegRegel) -> QWidget:
    """The table. Of an action one can still say how it goes when its list was adopted."""
    rows = [Rij(**vars(each)) for each in lijst(screen.session.ledger, regel.id, today())]
    if not rows:
        return style.label(_("Nog geen besluiten, knelpunten of acties."), "quiet")
    return TableCard(
        screen,
        _("Actie- en besluitenlijst"),
        LIJSTREGEL,
        rows,
        commands=VAN_REGEL,
        tones={"stand": _tone},
        wrapped=frozenset({"inhoud", "wie"}),
    )


def _tone(rij: Rij) -> str:
    return "behind" if rij.te_laat else ""


TOEVOEGEN = replace(verslag.NEW, allowed=lambda regel: regel.may_change)
VAN_REGEL = (
    verslag.EDIT,
    verslag.REMOVE,
    verslag.START,
    acties.VOORTGANG_VASTLEGGEN,
    acties.GEREED,
    acties.WEER_OPEN,
)
