"""Documents of the core as the kit shows them: to look at, and to save."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from regietafel.documents.maken import render, write_stukken
from regietafel.documents.stuk import Reeks, Stuk
from ui.kit.papers import Bundle, Paper


def bundle(reeks: Reeks, open_ends: tuple[str, ...] = ()) -> Bundle:
    """The documents of a series, each under what it is and for whom."""

    def write(stukken: Sequence[Stuk], folder: Path, overwrite: bool) -> object:
        return write_stukken(stukken, folder, overwrite=overwrite)

    papers = tuple(
        Paper(
            label=f"{stuk.naam} {stuk.voor}".strip(),
            filename=stuk.bestandsnaam,
            render=partial(render, stuk.document),
            source=stuk,
        )
        for stuk in reeks.stukken
    )
    return Bundle(papers=papers, write=write, open_ends=open_ends)
