"""Writing for others: the whole cijferboek, and a form for each gemeente to fill in. Both in the background."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.files import file_name
from regietafel.i18n import _, format_number, sort_key, today
from regietafel.ledger import Ledger
from ui.kit import dialogs
from ui.kit.notice import ERROR
from ui.kit.progress import Stopped
from ui.kit.shell import Shell

KINDS = _("Excel (*.xlsx);;OpenDocument (*.ods)")


def save_cijferboek(shell: Shell) -> None:
    """Ask where, and write every figure of the region."""
    session = shell.session
    source = session.ledger.path
    if source is None or shell.progress.busy:
        return
    name = file_name(_("Cijferboek"), source.stem, suffix=".xlsx")
    target = dialogs.choose_to_save(shell, _("Cijferboek opslaan"), name, KINDS)
    if target is None:
        return
    periode, vandaag = session.periode, today()
    _run(
        shell,
        _("Het cijferboek wordt gemaakt…"),
        [target],
        lambda _target: _write_cijferboek(source, target, periode, vandaag),
        lambda: shell.notice.say(_("Cijferboek opgeslagen: {path}").format(path=target)),
    )


def make_forms(shell: Shell) -> None:
    """Ask for a folder, and write a form for every member; forms that are there already are replaced after asking."""
    session = shell.session
    source = session.ledger.path
    folder = dialogs.choose_folder(shell, _("Map voor de opgaveformulieren")) if source else None
    if source is None or folder is None or shell.progress.busy:
        return
    members = sorted(session.ledger.gemeenten.where(lid=True), key=lambda each: sort_key(each.naam))
    periode: Periode = session.periode
    there = [path for path in folder.glob("*.xlsx") if path.name.startswith(f"{_('Opgaveformulier')} {periode}")]
    if there and not dialogs.confirm(
        shell,
        _("Formulieren vervangen"),
        _("In {map} staan al opgaveformulieren van {periode}. Wat daarin is ingevuld, gaat dan verloren.").format(
            map=folder.name, periode=periode
        ),
        _("Vervangen"),
    ):
        return

    def write(gemeenten: Sequence[Any]) -> None:
        from regietafel.exchange.opgaveformulier import make_formulieren

        with closing(Ledger.open_for_reading(source)) as ledger:
            make_formulieren(ledger, periode, folder, gemeenten=gemeenten, overwrite=True)

    done = _("{n} opgaveformulieren gemaakt in {map}").format(n=format_number(len(members)), map=folder)
    _run(shell, _("Opgaveformulier"), members, write, lambda: shell.notice.say(done))


def _write_cijferboek(source: Path, target: Path, periode: Periode, vandaag: datetime.date) -> None:
    from regietafel.exchange.cijferboek import cijferboek
    from regietafel.exchange.export import write_tables

    with closing(Ledger.open_for_reading(source)) as ledger:
        tabellen = cijferboek(ledger, periode, vandaag=vandaag)
        title = _("Cijferboek {naam}").format(naam=source.stem)
        write_tables(target, tabellen, title=title, overwrite=True)  # the chooser has asked


def _run(
    shell: Shell,
    sentence: str,
    items: Sequence[Any],
    work: Callable[[Sequence[Any]], object],
    done: Callable[[], object],
) -> None:
    def failed(error: BaseException) -> None:
        if isinstance(error, Stopped):
            shell.notice.say(_("Gestopt; er is niets geschreven."))
        elif isinstance(error, RegietafelError):
            shell.notice.say(str(error), ERROR)
        else:
            raise error

    shell.progress.run(sentence, items, work, done, failed)
