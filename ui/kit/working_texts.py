"""Texts that are worked on beside the wording that is in use: what is not in use yet is a draft, and is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from ui.kit.text_drafts import Concept, TextDrafts
from ui.kit.text_editor import replace_text, text_of


class WorkingTexts(QObject):
    """The texts by name, each with a history of its own as long as the window is open.

    ``in_use`` gives the wording in use, ``new_document`` a document of a text.
    """

    def __init__(
        self,
        kind: str,
        path: Path | None,
        in_use: Callable[[str], str],
        new_document: Callable[[str], QTextDocument],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._in_use, self._new_document = in_use, new_document
        self._drafts = TextDrafts(kind, path, self)
        self._documents: dict[str, QTextDocument] = {}
        self._used: dict[str, str] = {}  # the wording in use when the document was last compared with it
        self._merged: dict[str, int] = {}  # in which texts a new standard was merged, and how much was typed by then

    def document(self, name: str) -> QTextDocument:
        """The text to work on: the draft, or else the wording in use."""
        if name not in self._documents:
            draft, used = self._drafts.get(name), _as_shown(self._in_use(name))
            self._documents[name] = self._new_document(draft.tekst if draft else used)
            self._used[name] = used
            if draft and draft.samengevoegd:
                self._merged[name] = 0
            self.typed(name)
        return self._documents[name]

    def text(self, name: str) -> str:
        """That text."""
        return text_of(self.document(name))

    def is_draft(self, name: str) -> bool:
        """Whether the text is not in use yet."""
        return self._drafts.get(name) is not None

    def is_merged(self, name: str) -> bool:
        """Whether a new standard was merged into this text."""
        return name in self._merged

    def replace(self, name: str, text: str, *, merged: bool = False) -> None:
        """Put another text in its place, as a draft; undoing that in the text gives the one before back."""
        document = self.document(name)
        replace_text(document, _as_shown(text))
        if merged:
            self._merged[name] = document.availableUndoSteps()
        self.typed(name)

    def typed(self, name: str) -> None:
        """Keep what is typed now; a text that is the wording in use is no draft."""
        document = self._documents[name]
        if self._merged.get(name, 0) > document.availableUndoSteps():
            del self._merged[name]
        text = text_of(document)
        if text == self._used[name] and name not in self._merged:
            self._drafts.remove(name)
        else:
            self._drafts.keep(name, Concept(text, name in self._merged))

    def compare(self) -> None:
        """The wording in use may be another now: a text that is no draft follows it, a draft stays."""
        for name, document in self._documents.items():
            used, before = _as_shown(self._in_use(name)), self._used[name]
            if used == before:
                continue
            self._used[name] = used
            if text_of(document) == used:
                self._merged.pop(name, None)
            elif not self.is_draft(name):
                replace_text(document, used)
            self.typed(name)

    def taken_in_use(self, name: str) -> None:
        """The text is the wording in use now, also when it was before; what is typed next is a step of its own."""
        self._documents[name].setModified(False)
        self._merged.pop(name, None)
        self.typed(name)

    def write(self) -> None:
        """Keep what was typed up to now."""
        self._drafts.write()


def _as_shown(text: str) -> str:
    """The text as a document gives it back."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
