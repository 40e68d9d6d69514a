"""The head of a template: for which document it is and in which roles, in lines that are not printed.

    %% document: Collegevoorstel
    %% rol: afstaande gemeente

A person reads them, and so does the program; more roles stand on one line with commas, or on lines of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from regietafel.i18n import _

_LINE = re.compile(r"%%\s*(document|rol)\s*:(.*)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Kop:
    """``document`` is how the document is called, ``rollen`` for whom or in which role it is made."""

    document: str
    rollen: tuple[str, ...]

    @property
    def titel(self) -> str:
        """``Collegevoorstel (afstaande gemeente)``."""
        if not self.rollen:
            return self.document
        return _("{document} ({rollen})").format(document=self.document, rollen=", ".join(self.rollen))


def read_kop(source: str) -> Kop:
    """What the lines with %% at the top say; what they do not say is empty."""
    document, rollen = "", list[str]()
    for line in source.splitlines():
        if not line.startswith("%%"):
            break
        if match := _LINE.fullmatch(line):
            if match[1].lower() == "document":
                document = document or match[2].strip()
            else:
                rollen += [rol for each in match[2].split(",") if (rol := each.strip())]
    return Kop(document=document, rollen=tuple(rollen))
