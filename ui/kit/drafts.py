"""What is being filled in, kept on this computer until it is finished, so that a crash does not lose it."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, QTimer

from regietafel.errors import RegietafelError
from regietafel.files import write_files

_DELAY = 400  # milliseconds: someone who types is not kept waiting for the disk at every letter
_LARGEST = 10_000_000  # bytes; more was not written by this program
_MOMENT = "bewaard"


class KeptDraft(QObject):
    """One small JSON per kind of work and file of the user. Without a path (a file in memory) nothing is kept."""

    def __init__(self, kind: str, path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = _folder() / f"{kind}-{_fingerprint(path)}.json" if path else None
        self._content: Callable[[], Mapping[str, Any] | None] = lambda: None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.write)

    def read(self) -> tuple[datetime.datetime, Mapping[str, Any]] | None:
        """When it was kept, and what; None when there is nothing, or nothing that this program wrote."""
        try:
            if self._file is None or self._file.stat().st_size > _LARGEST:
                return None
            content = json.loads(self._file.read_text(encoding="utf-8"))
            return datetime.datetime.fromisoformat(content.pop(_MOMENT)), content
        except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
            return None

    def keep(self, content: Callable[[], Mapping[str, Any] | None]) -> None:
        """Write soon what ``content`` then gives; None is nothing worth keeping."""
        self._content = content
        self._timer.start(_DELAY)

    def write(self) -> None:
        """Write now, whole or not at all. A disk that refuses does not disturb the work."""
        self._timer.stop()
        content = self._content()
        if self._file is not None and content is not None:
            moment = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
            text = json.dumps({_MOMENT: moment, **content}, ensure_ascii=False)
            with contextlib.suppress(RegietafelError):
                write_files([(self._file, text.encode("utf-8", "replace"))])

    def remove(self) -> None:
        """The work is finished, or was given up."""
        self._timer.stop()
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)


def _folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "concepten"


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(str(path.absolute()).encode("utf-8", "replace")).hexdigest()[:24]
