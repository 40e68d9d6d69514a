"""What the window consists of: the places on the left, the pages of each, and where one can go by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from regietafel.value import Value
from ui.kit.screen import Screen
from ui.kit.session import Session

if TYPE_CHECKING:
    from ui.kit.record import RecordScreen


class Page(Value, kw_only=False):
    """What is shown at a place; it is built when it is first visited. ``title`` stands on its tab.

    ``record`` builds the page of one record of a list.
    """

    build: Callable[[Session], Screen]
    title: str = ""
    record: Callable[[Session], RecordScreen] | None = None


class Destination(Value, kw_only=False):
    """Where one can go: the address of a page, and perhaps the record to put the cursor on."""

    label: str
    address: str
    identity: Any = None


class Place(Value):
    """Where one can go to: one page, or several as tabs."""

    key: str
    title: str
    icon: str
    pages: Sequence[Page]
    at_bottom: bool = False

    @property
    def addresses(self) -> dict[str, Page]:
        """Every page of this place by what :meth:`Shell.go` wants: ``logboek``, or ``overzicht/Stand`` of a tab."""
        return {f"{self.key}/{page.title}" if page.title else self.key: page for page in self.pages}

    @property
    def destinations(self) -> list[Destination]:
        """Every page of this place under the name one would type."""
        return [
            Destination(" › ".join(filter(None, (self.title, page.title))), address)
            for address, page in self.addresses.items()
        ]
