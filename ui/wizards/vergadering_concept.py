"""What is kept on this computer of a meeting that is held: the line that is not on record yet, and where one is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject

from ui.kit.drafts import KeptDraft


@dataclass(frozen=True, kw_only=True)
class Concept:
    """The line, the point, and the seconds that each point took."""

    tekst: str = ""
    punt: int | None = None
    seconden: Mapping[int, int] = field(default_factory=dict)


class Concepten(QObject):
    """Keeps the :class:`Concept` of one meeting; of a file in memory nothing is kept."""

    def __init__(self, path: Path | None, overleg_id: int, parent: QObject) -> None:
        super().__init__(parent)
        self._draft = KeptDraft(f"vergadering-{overleg_id}", path, self)

    def read(self) -> Concept:
        """What was kept; an empty one when there is nothing that this program wrote."""
        found = self._draft.read()
        kept = found[1] if found else {}
        tekst, punt, seconden = kept.get("tekst"), kept.get("punt"), kept.get("seconden")
        pairs = seconden.items() if isinstance(seconden, dict) else ()
        return Concept(
            tekst=tekst if isinstance(tekst, str) else "",
            punt=punt if isinstance(punt, int) else None,
            seconden={int(key): each for key, each in pairs if key.isdecimal() and isinstance(each, int)},
        )

    def keep(self, concept: Callable[[], Concept]) -> None:
        """Write soon what ``concept`` then gives."""
        self._draft.keep(lambda: asdict(concept()))

    def write(self) -> None:
        """Write now what is to be kept."""
        self._draft.write()

    def remove(self) -> None:
        """The meeting is closed: nothing is to be kept."""
        self._draft.keep(lambda: None)
        self._draft.remove()
