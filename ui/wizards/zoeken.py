"""Ctrl+K: search in the pages, the commands of the menu and everything in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QMenu

from regietafel.i18n import _, format_date
from regietafel.queries.zoeken import NAMEN
from ui.kit.finder import Finder
from ui.kit.goto import Choice, GoTo
from ui.kit.places import Place
from ui.kit.shell import Shell


def search(shell: Shell, places: Sequence[Place], menus: Sequence[QMenu], finder: Finder | None) -> None:
    """Ask what to look for; go to what is chosen, or do it."""
    asked = GoTo([*_pages(shell, places), *_commands(menus)], finder, partial(_found, shell, places), shell.window())
    if asked.exec() == QDialog.DialogCode.Accepted and asked.chosen is not None:
        asked.chosen.go()


def _pages(shell: Shell, places: Sequence[Place]) -> Iterator[Choice]:
    for place in places:
        for each in place.destinations:
            yield Choice(each.label, partial(shell.visit, each), _("Onderdelen"), place.icon)


def _commands(menus: Sequence[QMenu]) -> Iterator[Choice]:
    for menu in menus:
        for action in menu.actions():
            if action.isEnabled() and not action.isSeparator() and action.menu() is None:
                # What would be undone is no part of the name: who looks for that wants to see it.
                name, _quote, what = action.text().replace("&", "").rstrip("…").partition(" “")
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                yield Choice(
                    name, action.trigger, _("Opdrachten"), "chevron-right", aside=keys, detail=what.removesuffix("”")
                )


def _found(shell: Shell, places: Sequence[Place], treffer: Any) -> Choice:
    place = treffer.plek.partition("/")[0]
    remarks = [_("Vertrouwelijk")] * treffer.vertrouwelijk + [_("Intern")] * treffer.intern
    return Choice(
        treffer.titel.tekst,
        partial(shell.session.record_requested.emit, treffer.plek, treffer.id),
        NAMEN[treffer.soort],
        next((each.icon for each in places if each.key == place), "search"),
        marks=treffer.titel.delen,
        detail=treffer.fragment.tekst,
        detail_marks=treffer.fragment.delen,
        aside=format_date(treffer.datum) if treffer.datum else "",
        remark=" · ".join(remarks),
    )
