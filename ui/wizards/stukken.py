"""Documents of the core as the kit shows them: to look at, to save, and to put in the register."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from regietafel.documents.maken import VORMEN, Uitkomst, keep, render, write_stuk, write_stukken
from regietafel.documents.stuk import Reeks, Stuk
from regietafel.i18n import _
from regietafel.ledger import Ledger
from ui.kit.papers import Bundle, Paper, Written


def bundle(ledger: Ledger, reeks: Reeks, open_ends: tuple[str, ...] = (), *, openbaar: bool = False) -> Bundle:
    """The documents of a series, each under what it is and for whom, and those that cannot be made.

    ``openbaar`` when they are publication versions.
    """

    def write(stukken: Sequence[Stuk], folder: Path, overwrite: bool) -> Written:
        return written(ledger, write_stukken(stukken, folder, overwrite=overwrite), openbaar=openbaar)

    def save(stuk: Stuk, path: Path) -> Written:
        vorm = path.suffix.lower().removeprefix(".")
        vorm = vorm if vorm in VORMEN else "pdf"
        return written(ledger, Uitkomst(geschreven=(write_stuk(stuk, path, vorm),)), openbaar=openbaar)

    papers = [
        Paper(label=stuk.label, filename=stuk.bestandsnaam, render=partial(render, stuk.document), source=stuk)
        for stuk in reeks.stukken
    ]
    papers += [Paper(label=wat, refused=reden) for wat, reden in reeks.mislukt]
    return Bundle(papers=tuple(papers), write=write, save=save, open_ends=open_ends, kept=frozenset({"archiefstuk"}))


def written(ledger: Ledger, outcome: Uitkomst, *, openbaar: bool = False) -> Written:
    """What was written, as the kit tells it; keeping it puts it in the register."""

    def register() -> str:
        keep(ledger, outcome.geschreven, openbaar=openbaar)
        return _("Het staat niet in het register: dit bestand is alleen te lezen.") if ledger.read_only else ""

    made = outcome.geschreven
    return Written(count=len(made), failed=outcome.mislukt, told=outcome.meldingen, keep=register)
