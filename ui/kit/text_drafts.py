"""Texts that are being worked on and are not in use yet, by name, kept on this computer until they are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject

from ui.kit.drafts import KeptDraft


class Concept(NamedTuple):
    """A text, and whether a new standard was merged into it."""

    tekst: str
    samengevoegd: bool = False


class TextDrafts(QObject):
    """Those of one file of the user. Without a path they last as long as the window."""

    def __init__(self, kind: str, path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = KeptDraft(kind, path, self)
        self._texts = _read(self._kept)

    def get(self, name: str) -> Concept | None:
        """What was typed under this name and is not in use yet."""
        return self._texts.get(name)

    def keep(self, name: str, concept: Concept) -> None:
        """Remember it; a crash from now on loses less than a second of typing."""
        if self._texts.get(name) != concept:
            self._texts[name] = concept
            self._kept.keep(self._content)

    def remove(self, name: str) -> None:
        """It is in use now, or was given up."""
        if self._texts.pop(name, None) is not None:
            self.write()

    def write(self) -> None:
        """Write what is remembered now."""
        if self._texts:
            self._kept.keep(self._content)
            self._kept.write()
        else:
            self._kept.remove()

    def _content(self) -> Mapping[str, Any]:
        return {name: concept._asdict() for name, concept in self._texts.items()}


def _read(kept: KeptDraft) -> dict[str, Concept]:
    """Only what this program can have written."""
    found = kept.read()
    return {
        name: Concept(each["tekst"], each.get("samengevoegd") is True)
        for name, each in (found[1] if found else {}).items()
        if isinstance(each, dict) and isinstance(each.get("tekst"), str)
    }
