"""The files that were opened on this computer, newest first."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from PySide6.QtCore import QSettings

from regietafel.value import Value

_KEY, _MOST = "recent", 10


class RecentFile(Value, kw_only=False):
    """A file and when it was opened; ``exists`` is looked up when asked for."""

    path: Path
    opened: datetime.datetime

    @property
    def name(self) -> str:
        """Without the folder."""
        return self.path.name

    @property
    def folder(self) -> str:
        """Where it is, or was."""
        return str(self.path.parent)

    @property
    def exists(self) -> bool:
        """False when it was moved or removed, or its drive is away."""
        try:
            return self.path.is_file()
        except OSError:  # a folder one may no longer enter
            return False


def recent_files() -> list[RecentFile]:
    """At most ten."""
    try:
        stored = json.loads(str(QSettings().value(_KEY, "[]")))
        return [RecentFile(Path(path), datetime.datetime.fromisoformat(opened)) for path, opened in stored]
    except (ValueError, TypeError):
        return []


def remember(path: Path) -> None:
    """Put a file on top."""
    now = datetime.datetime.now().astimezone()
    others = [each for each in recent_files() if each.path != path.absolute()]
    _store([RecentFile(path.absolute(), now), *others][:_MOST])


def forget(path: Path) -> None:
    """Take a file off the list; the file itself stays."""
    _store([each for each in recent_files() if each.path != path])


def _store(files: list[RecentFile]) -> None:
    pairs = [(str(each.path), each.opened.isoformat(timespec="seconds")) for each in files]
    QSettings().setValue(_KEY, json.dumps(pairs))
