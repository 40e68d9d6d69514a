"""The annexes of an agreement: add one that was looked at first, change what it is called, save a copy, take it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from regietafel.actions.bijlagen import add_bijlage, edit_bijlage, remove_bijlage
from regietafel.catalog.bijlage import BESTANDSNAAM, BIJLAGE, TITEL
from regietafel.domain.document import Bijlage
from regietafel.errors import RegietafelError
from regietafel.files import write_files
from regietafel.i18n import _
from regietafel.queries.bijlagen import bijlagen
from regietafel.queries.herverdelingen import HerverdelingBlad
from ui.kit import dialogs
from ui.kit.details import Line, Part
from ui.kit.dialogs import EditDialog
from ui.kit.screen import Command, Screen
from ui.kit.session import Session

KINDS = _("Bijlagen ({suffixes});;Alle bestanden (*)").format(suffixes="*.pdf *.docx *.xlsx *.png *.jpg *.jpeg")


def annexes(session: Session, view: HerverdelingBlad) -> Part:
    """Which files go along, each with what can be done with it."""
    lines = [
        Line(texts=(each.titel, each.bestandsnaam), note=_("Mag openbaar") if each.openbaar else "", record=each)
        for each in bijlagen(session.ledger, view.id)
    ]
    return Part(
        lines=lines,
        headings=(TITEL.label, BESTANDSNAAM.label),
        commands=(WIJZIGEN, BEWAREN, VERWIJDEREN),
        empty=_("Nog geen bijlagen. Zij gaan mee in het dossier, na de documenten."),
    )


def add(screen: Any, view: HerverdelingBlad) -> None:
    """Ask which file, look at it, and ask what to call it; ``screen`` is a page that shows what goes on."""
    path = None if screen.progress.busy else dialogs.choose_to_open(screen, _("Bijlage kiezen"), KINDS)
    if path is not None:
        add_file(screen, view, path)


def add_file(screen: Any, view: HerverdelingBlad, path: Path) -> None:
    """Take in this file with an agreement, as :func:`take_in` does."""
    title = _("Bijlage toevoegen aan {kenmerk}").format(kenmerk=view.kenmerk)
    take_in(screen, path, title, partial(add_bijlage, screen.session.ledger, view.id))


def take_in(screen: Any, path: Path, title: str, take: Callable[..., object]) -> None:
    """Look at this file in the background and ask what to call it; the window says why it may not go in."""
    from regietafel.documents.bundel.bijlage import Nagekeken, load_bijlage

    taken: list[tuple[Nagekeken, bytes]] = []

    def look(paths: Sequence[Path]) -> None:
        taken.extend(load_bijlage(each) for each in paths)

    def ask() -> None:
        found, content = taken[0]

        def save(values: dict[str, Any]) -> None:
            take(bestandsnaam=found.bestandsnaam, inhoud=content, **values)

        titel, *rest = BIJLAGE
        fields = (replace(titel, help=" ".join((*found.meldingen, titel.help))), *rest)
        begin = {"titel": path.stem, "openbaar": False}
        EditDialog(title, fields, save, record=begin, verb=_("Toevoegen"), parent=screen).exec()

    def failed(error: BaseException) -> None:
        if not isinstance(error, RegietafelError):
            raise error
        screen.session.refused.emit(str(error))

    screen.progress.run(_("De bijlage wordt nagekeken…"), [path], look, ask, failed)


def edit(screen: Screen, bijlage: Bijlage) -> None:
    """Change its title, or whether it may be published."""

    def save(values: dict[str, Any]) -> None:
        edit_bijlage(screen.session.ledger, replace(bijlage, **values))

    EditDialog(_("Bijlage wijzigen"), BIJLAGE, save, record=bijlage, parent=screen).exec()


def save_copy(screen: Screen, bijlage: Bijlage) -> None:
    """Ask where, and write the file there. Raises RegietafelError when it cannot be written."""
    ending = Path(bijlage.bestandsnaam).suffix
    kind = f"{ending.removeprefix('.').upper()} (*{ending})"
    if target := dialogs.choose_to_save(screen, _("Kopie bewaren"), bijlage.bestandsnaam, kind):
        write_files([(target, screen.session.ledger.inhoud.get(bijlage.inhoud))])


def remove(screen: Screen, bijlage: Bijlage) -> None:
    """Take it out; the bar below offers to undo it."""
    remove_bijlage(screen.session.ledger, bijlage)


TOEVOEGEN = Command(label=_("Bijlage toevoegen…"), run=add, icon="plus")
WIJZIGEN = Command(label=_("Wijzigen"), run=edit, icon="pencil")
BEWAREN = Command(label=_("Kopie bewaren…"), run=save_copy, icon="download", changes=False)
VERWIJDEREN = Command(label=_("Verwijderen"), run=remove, icon="trash-2")
