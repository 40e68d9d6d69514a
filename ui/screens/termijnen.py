"""Every day by which something must be there: the days of the year and the steps of agreements, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from regietafel.catalog.opvolging import TERMIJN_LIJST
from regietafel.errors import RegietafelError
from regietafel.files import file_name
from regietafel.i18n import _, format_number, today
from regietafel.queries.termijnen import TABLES, TermijnRegel, alle_termijnen
from ui.kit.cards import State
from ui.kit.details import Detail, facts
from ui.kit.emptiness import Empty
from ui.kit.filterline import Chip
from ui.kit.listing import Export, Listing, ListScreen
from ui.kit.notice import ERROR, Notice
from ui.kit.progress import Progress
from ui.kit.screen import Command, Screen
from ui.kit.session import Session


class TermijnenScreen(ListScreen):
    """The list, with a line for the calendar that is written in the background."""

    def __init__(self, listing: Listing, session: Session, export: Export) -> None:
        super().__init__(listing, session, export)
        self.progress, self.notice = Progress(session), Notice()
        self.column.addWidget(self.progress)
        self.column.addWidget(self.notice)


def termijnen(session: Session, export: Export, open_termijn: Command) -> Screen:
    """The page; ``open_termijn`` goes to what a term is about."""
    listing = Listing(
        key="termijnen",
        title=_("Termijnen"),
        manual="termijnen",
        fields=TERMIJN_LIJST,
        hidden=frozenset({"bron"}),
        rows=lambda session: alle_termijnen(session.ledger, today()),
        tables=TABLES,
        identity=lambda regel: regel.sleutel,
        tones={"rest": lambda regel: "behind" if regel.te_laat else ""},
        chips=(
            Chip(_("Nog te doen"), _runs),
            Chip(_("Te laat"), lambda regel: regel.te_laat),
            Chip(_("Gedaan"), lambda regel: not _runs(regel)),
            Chip(_("Herverdelingen"), lambda regel: regel.herverdeling is not None),
        ),
        primary=NAAR_AGENDA,
        commands=(open_termijn,),
        detail=partial(detail, commands=(open_termijn,)),
        empty=Empty(
            sentence=_(
                "Hier staan de dagen die elk jaar terugkomen, en wat er bij herverdelingen moet gebeuren. Dit bestand"
                " kent nog geen termijnen."
            ),
            begin=Command(
                label=_("Naar Instellingen"),
                run=lambda screen, _regel: screen.session.page_requested.emit("instellingen"),
                changes=False,
            ),
        ),
    )
    return TermijnenScreen(listing, session, export)


def detail(_session: Session, regel: TermijnRegel, commands: Sequence[Command]) -> Detail:
    """By when, whether it is done, and where it is written."""
    sign, _space, words = regel.rest.partition(" ")
    tone = "behind" if regel.te_laat else "level"
    shown = [field for field in TERMIJN_LIJST if field.name in {"datum", "bron"}]
    if regel.voldaan_op:
        shown[1:1] = [field for field in TERMIJN_LIJST if field.name == "voldaan_op"]
    subtitle = _("Herverdeling {kenmerk}").format(kenmerk=regel.herverdeling) if regel.herverdeling else _("Elk jaar")
    return Detail(
        title=regel.omschrijving,
        subtitle=subtitle,
        state=State(sign, words, tone),
        parts=(facts(shown, regel),),
        commands=commands,
    )


def write_agenda(screen: Screen, _record: Any) -> None:
    """Ask where, and write what is still to be done for a calendar program."""
    from ui.kit import dialogs

    assert isinstance(screen, TermijnenScreen)
    ledger = screen.session.ledger
    found = [regel for regel in alle_termijnen(ledger, today()) if _runs(regel)]
    if not found:
        raise RegietafelError(_("Er komen geen termijnen aan; er is niets om in een agenda te zetten."))
    table = ledger.regio.find()
    naam = table.naam if table else ""
    name = file_name(_("Termijnen"), naam, suffix=".ics")
    path = None if screen.progress.busy else dialogs.choose_to_save(screen, _("Naar agenda"), name, _("Agenda (*.ics)"))
    if path is None:
        return

    def work(regels: Sequence[TermijnRegel]) -> None:
        from regietafel.exchange.agenda import of_termijnen, write_ics

        write_ics(path, of_termijnen(regels, naam), overwrite=True)  # the chooser has asked

    def failed(error: BaseException) -> None:
        if not isinstance(error, RegietafelError):
            raise error
        screen.notice.say(str(error), ERROR)

    def done() -> None:
        sentence = _("{n} termijnen staan in {path}. Open dat bestand met uw agenda; doe het later opnieuw.")
        screen.notice.say(sentence.format(n=format_number(len(found)), path=path))

    screen.progress.run(_("De agenda wordt gemaakt…"), found, work, done, failed)


def _runs(regel: TermijnRegel) -> bool:
    return regel.voldaan_op is None


NAAR_AGENDA = Command(label=_("Naar agenda…"), run=write_agenda, icon="calendar", changes=False)
