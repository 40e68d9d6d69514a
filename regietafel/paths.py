"""Where the program's own files are: in a checkout, in an installed wheel and in a frozen bundle."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _root() -> Path:
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen)
    package = Path(__file__).resolve().parent
    # An installed wheel carries both folders inside the package; a checkout has them beside it.
    return package if (package / "resources").is_dir() else package.parent


def resource(*parts: str) -> Path:
    """A file or folder under ``resources/``."""
    return _root().joinpath("resources", *parts)


def template(*parts: str) -> Path:
    """A file or folder under ``templates/``."""
    return _root().joinpath("templates", *parts)
