"""Writing files whole or not at all, and saying in Dutch why a disk refuses."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from regietafel.errors import RegietafelError
from regietafel.i18n import _

_MAX_NAME = 60  # characters of one part
_REASONS = {
    errno.EACCES: _("u hebt er geen rechten voor, of het is elders geopend"),
    errno.EPERM: _("u hebt er geen rechten voor"),
    errno.ENOSPC: _("de schijf is vol"),
    errno.EDQUOT: _("uw schijfruimte is op"),
    errno.EROFS: _("de schijf is alleen-lezen"),
    errno.ENOENT: _("de map bestaat niet (meer)"),
    errno.ENOTDIR: _("de map is een bestand"),
    errno.EISDIR: _("het is een map"),
    errno.EEXIST: _("er staat al een bestand met die naam"),
    errno.ELOOP: _("het verwijst naar zichzelf"),
    errno.ENAMETOOLONG: _("de naam is te lang"),
    errno.EIO: _("de schijf geeft een leesfout; misschien is de netwerkschijf weg"),
}


def reason(error: OSError) -> str:
    """Why the system refused, in Dutch where we know it."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def file_name(*parts: str, suffix: str) -> str:
    """A file name every system takes, as ``HV-2023-II-01 Bekendmaking Enschede.pdf``: no more than 60 signs a part.

    Letters without accents, digits, hyphens, dots inside and single spaces; anything else is left out.
    """

    def plain(part: str) -> str:
        ascii_part = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode()
        kept = re.sub(r"[^A-Za-z0-9 .-]+", "", ascii_part)
        return " ".join(kept.split()).strip(" .-")[:_MAX_NAME].rstrip(" .-")

    return " ".join(filter(None, map(plain, parts))) + suffix


def read_file(path: Path, most: int) -> bytes:
    """What is in a file that the user chose. Of one larger than ``most`` bytes one byte more: enough to refuse it.

    Raises RegietafelError that names the file.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise RegietafelError(
            _("“{naam}” bestaat niet. Kijk de naam en de map na.").format(naam=path.name or path)
        ) from None
    except OSError as error:
        raise RegietafelError(
            _("“{naam}” is niet te lezen: {reden}.").format(naam=path.name or path, reden=reason(error))
        ) from None


def write_files(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write all files, replacing those that exist; missing folders are made.

    First everything under another name, then all names at once; when one is refused, what was replaced is put back.
    Raises RegietafelError that names the file.
    """
    with ExitStack() as cleanup, ExitStack() as undo:
        written = []
        for number, (target, content) in enumerate(files):
            temporary = target.with_name(f".{target.name[:40]}.{os.getpid()}.{number}.tmp")
            written.append((temporary, target))
            with _explained(target):
                target.parent.mkdir(parents=True, exist_ok=True)
                if target.is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
                cleanup.callback(temporary.unlink, missing_ok=True)
                with temporary.open("wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
        aside = []
        for temporary, target in written:
            with _explained(target):
                if target.exists():
                    old = temporary.with_suffix(".oud")
                    target.replace(old)
                    undo.callback(old.replace, target)
                    aside.append(old)
                else:
                    undo.callback(target.unlink, missing_ok=True)
                temporary.replace(target)
        undo.pop_all()  # all are in place: nothing to put back
    for old in aside:
        with suppress(OSError):
            old.unlink()


@contextmanager
def _explained(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RegietafelError(
            _("{name} is niet geschreven in {folder}: {reason}. {how}").format(
                name=target.name,
                folder=target.parent,
                reason=reason(error),
                how=_("Sluit het elders of kies een andere map.")
                if error.errno == errno.EACCES
                else _("Kies een andere map."),
            )
        ) from error
