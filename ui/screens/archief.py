"""The register of documents: what was made, what of it is out of date, and the file itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer

from regietafel.catalog import TABLES
from regietafel.catalog.archief import ARCHIEFSTUK
from regietafel.documents.verouderd import Nazicht, Verschil
from regietafel.domain.behandeling import ADRESSATEN
from regietafel.i18n import _, format_number, shorten
from regietafel.queries.archief import ACTUEEL, VEROUDERD, Archiefregel, archief
from ui.kit.cards import State
from ui.kit.details import Detail, Line, Part, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.notice import Notice
from ui.kit.progress import Progress
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

_SLICE = 0.03  # seconds of looking after documents before the window gets its turn
_LONGEST = 400  # characters of a fact in the panel
_REGISTER = frozenset({"archiefstuk"})


class ArchiefScreen(ListScreen):
    """The list. What is out of date is found in the time between: every document is made again for it."""

    def __init__(self, session: Session, export: Export, commands: Sequence[Command]) -> None:
        self._changes: dict[int, tuple[Verschil, ...]] = {}
        self._nazicht = Nazicht(session.ledger)
        super().__init__(_listing(self.rows, self.detail, commands), session, export)
        self.progress, self.notice = Progress(session), Notice()
        self.column.addWidget(self.progress)
        self.column.addWidget(self.notice)
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._look_after)

    def rows(self, session: Session) -> Sequence[Archiefregel]:
        """What was made, with what is known of it by now."""
        return [self._with_stand(regel) for regel in archief(session.ledger)]

    def changes(self, regel: Archiefregel) -> tuple[Verschil, ...]:
        """What has changed since this one was made."""
        if regel.id not in self._changes:
            self._changes[regel.id] = self._nazicht.changes(regel.stuk)
        return self._changes[regel.id]

    def refresh(self) -> None:
        super().refresh()
        self._next.start()

    def detail(self, _session: Session, regel: Archiefregel) -> Detail:
        """What changed, then what it is."""
        found = self.changes(regel)
        state = State("▲", VEROUDERD, "behind") if found else State("●", ACTUEEL, "level")
        note = _("Toen: {toen}\nNu: {nu}")
        shown = [
            Line(texts=(each.naam,), note=note.format(toen=shorten(each.toen, _LONGEST), nu=shorten(each.nu, _LONGEST)))
            for each in found
        ]
        said = _("Wat toen gold, geldt nu nog.")
        return Detail(
            title=regel.titel,
            subtitle=" · ".join(filter(None, (regel.voor, regel.onderwerp))),
            state=state,
            parts=(
                Part(title=_("Sindsdien veranderd"), lines=shown, empty=said),
                facts([each for each in ARCHIEFSTUK if each.name in _FACTS], regel, _("Gemaakt")),
            ),
            commands=self.listing.commands,
        )

    def _with_stand(self, regel: Archiefregel) -> Archiefregel:
        found = self._changes.get(regel.id)
        return regel if found is None else replace(regel, stand=VEROUDERD if found else ACTUEEL)

    def _look_after(self) -> None:
        """A few documents, as many as go unnoticed; once all are known the list says so."""
        until = time.monotonic() + _SLICE
        for regel in self.model.all_records:
            if regel.id not in self._changes:
                self.changes(regel)
                if time.monotonic() > until:
                    return
        self._next.stop()
        if any(not regel.stand for regel in self.model.all_records):
            super().refresh()

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables - _REGISTER:  # any fact may stand in a document
            self._changes, self._nazicht = {}, Nazicht(self.session.ledger)
        super()._on_changed(tables)


def archief_screen(session: Session, export: Export, commands: Sequence[Command]) -> Screen:
    """The page; ``commands`` are what can be done with a document, the first on Enter."""
    return ArchiefScreen(session, export, commands)


def _listing(
    rows: Callable[[Session], Sequence[Archiefregel]],
    detail: Callable[[Session, Any], Detail],
    commands: Sequence[Command],
) -> Listing:
    return Listing(
        key="archief",
        title=_("Register"),
        manual="documenten",
        fields=ARCHIEFSTUK,
        hidden=frozenset({"titel", "openbaar", "bestandsnaam", "sha256", "wording"}),
        rows=rows,
        tables=frozenset(TABLES),
        tones={"stand": lambda regel: "behind" if regel.stand == VEROUDERD else ""},
        chips=(
            Chip(_("Verouderd"), lambda regel: regel.stand == VEROUDERD and not regel.vervangen),
            Chip(_("Openbaar"), lambda regel: regel.openbaar),
            Chip(_("Besluiten"), lambda regel: regel.soort in {"gezamenlijk-besluit", "besluit", "collegevoorstel"}),
            Chip(_("Brieven"), lambda regel: regel.soort in {"raadsinformatiebrief", *ADRESSATEN}),
        ),
        remarks=_remarks,
        commands=commands,
        detail=detail,
        empty=Empty(
            sentence=_(
                "Elk document dat u maakt, komt hier te staan, met het bestand erbij. Verandert daarna een gegeven, dan"
                " ziet u dat het verouderd is. Er is nog niets gemaakt."
            ),
            begin=Command(
                label=_("Naar de herverdelingen"),
                run=lambda screen, _regel: screen.session.page_requested.emit(_HERVERDELINGEN),
                changes=False,
            ),
        ),
    )


def _remarks(_session: Session, regels: Sequence[Archiefregel]) -> Sequence[str]:
    """How many are out of date and have no newer one beside them."""
    old = sum(regel.stand == VEROUDERD and not regel.vervangen for regel in regels)
    if not old:
        return ()
    one = _("1 document is verouderd: na het maken is er iets veranderd.")
    more = _("{n} documenten zijn verouderd: na het maken is er iets veranderd.")
    return (one if old == 1 else more.format(n=format_number(old)),)


_HERVERDELINGEN = "herverdelingen/" + _("Herverdelingen")
_FACTS = ("datum", "gemaakt_op", "vorm", "openbaar", "wording", "bestandsnaam", "sha256")
