"""“Zoeken” (Ctrl+K): type a few letters of a page, a command or anything in the file, and be there or have it done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from regietafel.i18n import _, format_number, sort_key
from ui.kit import style
from ui.kit.finder import Finder
from ui.kit.found_rows import CHOICE, HEADING, LINE, TWO_LINES, FoundRows
from ui.kit.icons import icon

_ASKED, _OF_A_GROUP = 200, 6
_WALK = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
Marks = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Choice:
    """What one can choose, under the heading ``group``; ``marks`` and ``detail_marks`` say what of it was typed."""

    label: str
    go: Callable[[], object]
    group: str
    icon: str
    marks: Marks = ()
    detail: str = ""  # a second line
    detail_marks: Marks = ()
    aside: str = ""  # at the right: a day, keys
    remark: str = ""  # before the second line: who may not see it

    @property
    def spoken(self) -> str:
        """All of it, for who cannot see it."""
        return ", ".join(filter(None, (f"{self.group}: {self.label}", self.remark, self.detail, self.aside)))


class GoTo(QDialog):
    """Accepted when something was chosen: :attr:`chosen`. ``always`` is found before what is in the file."""

    def __init__(
        self,
        always: Sequence[Choice],
        finder: Finder | None = None,
        found: Callable[[object], Choice] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Zoeken"))
        self.finished.connect(self.deleteLater)
        self._always = [(re.findall(r"\w+", sort_key(each.label)), each) for each in always]
        self._finder, self._found = finder, found
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Een gemeente, agendapunt, besluit, datum, onderdeel of opdracht"))
        self.search.setAccessibleName(_("Zoeken"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._go)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Gevonden"))
        self.list.setItemDelegate(FoundRows(self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda _item: self._go())
        self.list.itemClicked.connect(lambda _item: self._go())
        self.count = style.label("", "secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SPACE, style.SPACE, style.SPACE, 12)
        layout.setSpacing(style.GAP)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.count)
        self.resize(680, 520)
        if finder is not None:
            finder.ready.connect(self._find_more)
            finder.hurry()
        self._find("")

    @property
    def chosen(self) -> Choice | None:
        """What the cursor is on."""
        item = self.list.currentItem()
        choice = item.data(CHOICE) if item else None
        return choice if isinstance(choice, Choice) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk through the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _WALK:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        words = re.findall(r"\w+", sort_key(text))
        near = [each for names, each in self._always if _begin(words, names)] if words or not text.strip() else []
        near.sort(key=lambda each: not (words and sort_key(each.label).startswith(words[0])))
        groups = _by_group([*near, *self._in_file(text)])
        self.list.clear()
        for group in groups:
            self._add_group(group[:_OF_A_GROUP] if words else group)
        if not groups:
            self._add_row(_("Niets gevonden; probeer een ander woord of een deel ervan."))
        self.list.setCurrentRow(1 if groups else -1)
        self._tell(sum(map(len, groups)) if words else 0)

    def _find_more(self) -> None:
        """The file is read: look again, but leave the cursor where the user put it."""
        before = self.chosen
        self._find(self.search.text())
        for row in range(self.list.count()):
            choice = self.list.item(row).data(CHOICE)
            if before and choice and choice.spoken == before.spoken:
                self.list.setCurrentRow(row)
                break

    def _in_file(self, text: str) -> Iterable[Choice]:
        if self._finder is None or self._found is None:
            return ()
        return map(self._found, self._finder.search(text, _ASKED))

    def _add_group(self, group: Sequence[Choice]) -> None:
        heading = self._add_row(group[0].group)
        heading.setIcon(icon(group[0].icon, "secondary"))
        for each in group:
            item = QListWidgetItem(each.label, self.list)
            item.setData(CHOICE, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, each.spoken)
            item.setToolTip(each.label if len(each.label) > 80 else "")
            item.setSizeHint(QSize(0, TWO_LINES if each.detail or each.remark else LINE))

    def _add_row(self, text: str) -> QListWidgetItem:
        """A row one cannot choose."""
        item = QListWidgetItem(text, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(0, HEADING))
        return item

    def _tell(self, count: int) -> None:
        """How much was found; ``count`` is zero before anything is asked."""
        told, shown = "", sum(bool(self.list.item(row).data(CHOICE)) for row in range(self.list.count()))
        if self.search.text().strip():
            many = _("Meer dan {n} gevonden") if count >= _ASKED else _("{n} gevonden")
            told = many.format(n=format_number(min(count, _ASKED)))
            if shown < count:
                told += _(", {n} getoond: typ een woord erbij").format(n=format_number(shown))
        busy = self._finder is not None and not self._finder.is_ready
        remark = _("Nog bezig met indexeren; straks kan er meer zijn.") if busy else ""
        self.count.setText(" · ".join(filter(None, (told, remark))))
        if told and self.isVisible():
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # only now: the window is up sooner

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, self.count.text()))

    def _go(self) -> None:
        if self.chosen is not None:
            self.accept()


def _begin(words: Iterable[str], names: Sequence[str]) -> bool:
    return all(any(name.startswith(word) for name in names) for word in words)


def _by_group(choices: Iterable[Choice]) -> list[list[Choice]]:
    """The groups in the order of the best of each."""
    known = list(choices)
    order = {group: place for place, group in enumerate(dict.fromkeys(each.group for each in known))}
    known.sort(key=lambda each: order[each.group])
    return [list(group) for _name, group in groupby(known, key=lambda each: each.group)]
