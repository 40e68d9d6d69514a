"""One writer at a time: a small file beside the ledger that names who has it open, where and since when."""

from __future__ import annotations

import datetime
import getpass
import json
import os
import platform
from dataclasses import asdict
from pathlib import Path

from regietafel.errors import RegietafelError
from regietafel.files import reason
from regietafel.i18n import _
from regietafel.value import Value

_MAX_BYTES = 4096


class Houder(Value, kw_only=False):
    """Who holds a lock."""

    gebruiker: str
    machine: str
    sinds: str  # ISO, with offset
    pid: int
    teken: str  # unique per lock taken

    def __str__(self) -> str:
        since = datetime.datetime.fromisoformat(self.sinds)
        return _("{user} op {machine}, sinds {since}").format(
            user=self.gebruiker, machine=self.machine, since=since.strftime("%d-%m-%Y %H:%M")
        )


class InUse(RegietafelError):
    """Someone else is writing: open the file for reading."""


class LeftByCrash(RegietafelError):
    """The lock's holder is gone: ask, then take it over."""


def current_user() -> str:
    """The account name; "onbekend" when the machine has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return _("onbekend")


class Lock:
    """Held from :func:`acquire` until :meth:`release`."""

    def __init__(self, path: Path, houder: Houder) -> None:
        self._path, self.houder = path, houder

    def release(self) -> None:
        """Remove the lock if it is still ours. Never raises: the drive may be gone."""
        try:
            if _read(self._path) == self.houder:
                self._path.unlink()
        except OSError:
            pass


def lock_path(path: Path) -> Path:
    """``regio.regietafel`` is locked by ``regio.regietafel.slot``."""
    return path.with_name(path.name + ".slot")


def acquire(path: Path, *, take_over: bool = False) -> Lock:
    """Take the lock of a ledger file.

    Raises InUse (also when the folder cannot be written), and LeftByCrash unless ``take_over``.
    """
    slot = lock_path(path)
    if slot.exists():
        houder = _read(slot)
        if houder is not None and not _is_gone(houder):
            raise InUse(_in_use(path, houder))
        if not take_over:
            who = houder or _("een onbekend programma")
            raise LeftByCrash(
                _("{name} is niet goed afgesloten door {who}. Dat programma draait niet meer.").format(
                    name=path.name, who=who
                )
            )
        _remove_left(slot)
    houder = Houder(
        gebruiker=current_user(),
        machine=platform.node(),
        sinds=datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
        pid=os.getpid(),
        teken=os.urandom(16).hex(),
    )
    try:
        with slot.open("x", encoding="utf-8") as file:
            json.dump(asdict(houder), file)
    except FileExistsError:
        raise InUse(_in_use(path, _read(slot))) from None
    except OSError as error:
        raise InUse(
            _("{name} is alleen te lezen: in deze map kan niet worden geschreven ({reason}).").format(
                name=path.name, reason=reason(error)
            )
        ) from error
    return Lock(slot, houder)


def _in_use(path: Path, houder: Houder | None) -> str:
    sentence = _("{name} is in gebruik bij {who}. U kunt het lezen, niet wijzigen.")
    if houder is not None and houder.machine != platform.node():  # whether it still runs cannot be seen from here
        sentence += _(" Weet u zeker dat dit niet meer zo is, verwijder dan {slot}.")
    return sentence.format(name=path.name, who=houder or _("een ander programma"), slot=lock_path(path).name)


def _remove_left(slot: Path) -> None:
    """Of two programs that take over at once, one wins: only one can rename the file."""
    won = slot.with_name(f"{slot.name}.{os.urandom(16).hex()}")
    try:
        slot.rename(won)
    except FileNotFoundError:
        return
    won.unlink()


def _read(slot: Path) -> Houder | None:
    try:
        with slot.open(encoding="utf-8") as file:
            houder = Houder(**json.loads(file.read(_MAX_BYTES)))
        whole = datetime.datetime.fromisoformat(houder.sinds).timestamp() > 0 and houder.pid > 0
        return houder if whole and all(isinstance(part, str) for part in (houder.gebruiker, houder.machine)) else None
    except (OSError, ValueError, TypeError, OverflowError, RecursionError):
        return None


def _is_gone(houder: Houder) -> bool:
    """True when the holder ran on this machine and its process has ended (or its number went to a later one)."""
    if houder.machine != platform.node():
        return False
    import psutil  # only needed when a lock is found

    try:
        started: float = psutil.Process(houder.pid).create_time()
    except psutil.NoSuchProcess:
        return True
    except psutil.Error:
        return False
    return started > datetime.datetime.fromisoformat(houder.sinds).timestamp() + 1
