"""The clock of a meeting: how long the point still has, what time it is, and when the meeting will end."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from regietafel.i18n import _, format_number
from regietafel.queries.agenda import PuntRegel
from ui.kit import style
from ui.kit.icons import pixmap

RUIM, BIJNA, OM = "ruim", "bijna", "om"
_SHAPES = {RUIM: ("clock", "secondary"), BIJNA: ("triangle", "behind"), OM: ("triangle-alert", "behind")}
_SHAPE = 24
_SECOND = 1000  # milliseconds


@dataclass(frozen=True)
class Tijd:
    """How a point is for time, in words; ``soort`` is RUIM, BIJNA (from 80 % on) or OM."""

    soort: str
    woorden: str


def time_left(minuten: int | None, seconden: int) -> Tijd:
    """What is left of so many minutes after so many seconds; without minutes how long it has taken."""
    if not minuten:
        return Tijd(RUIM, _("{n} min bezig").format(n=format_number(seconden // 60)))
    left = minuten * 60 - seconden
    if left <= 0:
        over = -left // 60
        return Tijd(OM, _("Tijd is om · {n} min over").format(n=format_number(over)) if over else _("Tijd is om"))
    words = _("Nog {n} min").format(n=format_number(-(-left // 60)))
    if seconden * 5 >= minuten * 60 * 4:
        return Tijd(BIJNA, _("{nog} · bijna om").format(nog=words))
    return Tijd(RUIM, words)


def time_of(punten: Sequence[PuntRegel], punt: PuntRegel, spent: Mapping[int, int]) -> Tijd:
    """How a point is for time. A subpoint without minutes shares those of its point."""
    own = punt.hoofdpunt_id is not None and punt.minuten is not None
    head = next((each for each in punten if each.id == punt.hoofdpunt_id and not own), punt)
    parts = [each for each in punten if head.id in {each.id, each.hoofdpunt_id}] if head.duur else [punt]
    return time_left(head.duur, sum(spent.get(each.id, 0) for each in parts))


def still_to_go(punten: Sequence[PuntRegel], spent: Mapping[int, int], current: int | None = None) -> tuple[int, bool]:
    """How many seconds what was not discussed still takes, and whether that is known of all of it.

    The point that is on (``current``) is not over, also when something was typed at it. ``spent`` are the seconds by
    point. What took longer than planned takes no time from the others.
    """
    subpunten: defaultdict[int | None, list[PuntRegel]] = defaultdict(list)
    for each in punten:
        subpunten[each.hoofdpunt_id].append(each)
    total, known = 0, True
    for each in subpunten[None]:
        parts = [each, *subpunten[each.id]]
        if all(part.besproken and part.id != current for part in parts):
            continue
        known = known and each.duur is not None
        total += max(0, (each.duur or 0) * 60 - sum(spent.get(part.id, 0) for part in parts))
    return total, known


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()


class Klok(QWidget):
    """Counts per point; it says a warning once, not each second. ``now`` gives the time."""

    def __init__(self, einde: str, now: Callable[[], datetime.datetime] = _now) -> None:
        super().__init__()
        self._einde, self._now = einde, now
        self._punten: Sequence[PuntRegel] = ()
        self._punt: PuntRegel | None = None
        self._spent: dict[int, int] = {}  # seconds, by point; that of the present one up to _since
        self._since = now()
        self._soort = RUIM
        self._shape, self._left, self._times = QLabel(), style.label("", "strong"), style.label("", "quiet")
        self._left.setObjectName("tijd")
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addStretch()
        row.addWidget(self._shape)
        row.addWidget(self._left)
        below = QHBoxLayout()
        below.addStretch()
        below.addWidget(self._times)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(below)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self.tick)
        self._draw_shape()

    @property
    def spent(self) -> Mapping[int, int]:
        """The seconds that each point took until now."""
        found = dict(self._spent)
        if self._punt is not None:
            went_by = max(0, int((self._now() - self._since).total_seconds()))  # the computer's clock may be set back
            found[self._punt.id] = found.get(self._punt.id, 0) + went_by
        return found

    def load(self, spent: Mapping[int, int]) -> None:
        """Go on from what points took before."""
        self._spent = dict(spent)
        self._since = self._now()
        self.tick()

    def show_punt(self, punten: Sequence[PuntRegel], punt: PuntRegel | None) -> None:
        """Count for this point from now on; for one that was on before from where it was."""
        if (punt and punt.id) != (self._punt.id if self._punt else None):
            self._spent, self._since = dict(self.spent), self._now()
            self._soort = RUIM
        self._punten, self._punt = punten, punt
        self.tick()

    def tick(self) -> None:
        """Show how it is now; only what became different is drawn."""
        spent, punt = self.spent, self._punt
        tijd = time_of(self._punten, punt, spent) if punt else Tijd(RUIM, "")
        self._left.setText(tijd.woorden)  # Qt does nothing when it is the same
        self._times.setText(self._said(spent))
        if tijd.soort != self._soort:
            self._soort = tijd.soort
            self._draw_shape()
            if tijd.soort != RUIM:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, tijd.woorden))

    def _said(self, spent: Mapping[int, int]) -> str:
        now = self._now()
        seconds, known = still_to_go(self._punten, spent, self._punt.id if self._punt else None)
        expected = now + datetime.timedelta(seconds=seconds)
        words = _("{nu} · gepland tot {einde} · verwacht tot {dan}")
        if not known:
            words = _("{nu} · gepland tot {einde} · op zijn vroegst tot {dan}")
        return words.format(nu=f"{now:%H:%M}", einde=self._einde, dan=f"{expected:%H:%M}")

    def _draw_shape(self) -> None:
        shape, role = _SHAPES[self._soort]
        self._shape.setPixmap(pixmap(shape, role, _SHAPE, self.devicePixelRatio()))
        style.set_role(self._left, "strong" if self._soort == RUIM else "behind")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_shape()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
