"""Documents of the core as the kit shows them: to look at, to save, and to put in the register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from regietafel.documents.maken import VORMEN, Uitkomst, keep, render, write_stuk, write_stukken
from regietafel.documents.stuk import Mislukt, Stuk
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from ui.kit.papers import Bundle, Paper, Written


class Bron(NamedTuple):
    """A document that can be made: how it is called, its file name, and how. Making it touches no ledger."""

    label: str
    bestandsnaam: str
    make: Callable[[], Stuk]

    @classmethod
    def of(cls, stuk: Stuk) -> Bron:
        """One that is there already."""
        return cls(stuk.label, stuk.bestandsnaam, lambda: stuk)

    def render(self) -> bytes:
        """The PDF."""
        return render(self.make().document)


def bundle(
    ledger: Ledger, bronnen: Iterable[Bron], mislukt: Iterable[Mislukt] = (), open_ends: tuple[str, ...] = ()
) -> Bundle:
    """The documents, each under what it is and for whom, and those that cannot be made."""

    def write(chosen: Sequence[Bron], folder: Path, overwrite: bool) -> Written:
        made, failed = [], []
        for bron in chosen:
            try:
                made.append(bron.make())
            except RegietafelError as error:
                failed.append(Mislukt(bron.label, str(error)))
        outcome = write_stukken(made, folder, overwrite=overwrite)
        return written(ledger, replace(outcome, mislukt=(*failed, *outcome.mislukt)))

    def save(bron: Bron, path: Path) -> Written:
        vorm = path.suffix.lower().removeprefix(".")
        vorm = vorm if vorm in VORMEN else "pdf"
        return written(ledger, Uitkomst(geschreven=(write_stuk(bron.make(), path, vorm),)))

    papers = [Paper(label=each.label, filename=each.bestandsnaam, render=each.render, source=each) for each in bronnen]
    papers += [Paper(label=wat, refused=reden) for wat, reden in mislukt]
    return Bundle(papers=tuple(papers), write=write, save=save, open_ends=open_ends, kept=frozenset({"archiefstuk"}))


def written(ledger: Ledger, outcome: Uitkomst, *, openbaar: bool = False) -> Written:
    """What was written, as the kit tells it; keeping it puts it in the register."""

    def register() -> str:
        keep(ledger, outcome.geschreven, openbaar=openbaar)
        return _("Het staat niet in het register: dit bestand is alleen te lezen.") if ledger.read_only else ""

    return Written(count=len(outcome.paden), failed=outcome.mislukt, told=outcome.meldingen, keep=register)
