"""“Herinneringen…”: to whom, with how many open actions and at which address; then the concepts are made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from regietafel.documents.herinneringen import Herinneringen, read_herinneringen
from regietafel.documents.leveren import deliver
from regietafel.documents.reeks import Plan
from regietafel.documents.stukken.overlegbericht import per_houder
from regietafel.errors import RegietafelError
from regietafel.exchange.eml import eml_bytes
from regietafel.files import file_name
from regietafel.i18n import _, enumerate_some, format_date, format_number, today
from ui.kit import dialogs, style
from ui.kit.dialogs import Dialog
from ui.kit.folder_line import FolderLine
from ui.kit.papers import Written, write_all
from ui.kit.session import Session
from ui.wizards import stukken

_ROW, _ROWS = 28, 10
_SHOWN = 3  # names in a sentence


class HerinnerDialog(Dialog):
    """Everyone who has an action open on the day that is looked at is ticked to begin with.

    What is asked for is in ``herinneringen``, ``map`` and ``overwrite`` when it was accepted.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Raises RegietafelError when there is nothing to remind of."""
        self._session = session
        self._all = read_herinneringen(session.ledger, session.op, today(), eml_bytes)
        self.herinneringen = self._all
        self.map, self.overwrite = Path(), False
        self.houders = QListWidget()
        self.houders.setAccessibleName(_("Aan wie"))
        self.houders.setAccessibleDescription(_("Wie is aangevinkt, krijgt een e-mail. Met de spatiebalk wisselt u."))
        self._fill()
        name = file_name(_("Herinneringen"), session.op.isoformat(), suffix="")
        self.folder = FolderLine(dialogs.last_folder() / name, _("Map voor de e-mails"))
        self.summary = style.label("", "strong")
        self.remarks = style.label("", "secondary")
        self.problem = style.label("", "problem")
        title = _("Herinneringen aan acties, stand op {dag}").format(dag=format_date(session.op))
        super().__init__(title, self._content(), _("Maken"), parent)
        self.houders.itemChanged.connect(self._count)
        self._count()
        self.resize(640, self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.houders.setFocus()

    def accept(self) -> None:
        try:
            taken = self._take()
        except RegietafelError as error:
            self.problem.setText(str(error))
            self.problem.show()
            return
        if taken:
            super().accept()

    @property
    def chosen(self) -> list[str]:
        """Who is ticked."""
        items = [self.houders.item(row) for row in range(self.houders.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _take(self) -> bool:
        """Whether it can be made; the user may still want another folder."""
        if not self.chosen:
            raise RegietafelError(_("Vink aan wie een herinnering krijgt."))
        self.herinneringen = self._read()
        target = self.folder.take(self.herinneringen.names())
        if target is not None:
            self.map, self.overwrite = target
        return target is not None

    def _read(self) -> Herinneringen:
        session = self._session
        return read_herinneringen(session.ledger, session.op, today(), eml_bytes, houders=self.chosen)

    def _count(self, *_changed: object) -> None:
        """Say how many there will be, and for whom no address is known."""
        self.problem.hide()
        count = len(self.chosen)
        one, more = _("1 concept-e-mail"), _("{n} concept-e-mails")
        self.summary.setText(one if count == 1 else more.format(n=format_number(count)))
        left = [each for each in self.chosen if not self._all.adressen.get(each)]
        sentence = _("Vul zelf het adres in, of leg het vast bij Contacten: {namen}.")
        self.remarks.setText(sentence.format(namen=enumerate_some(left, _SHOWN)) if left else "")

    def _fill(self) -> None:
        open_ = per_houder(self._session.ledger, self._session.op)
        for plan in self._all.plannen:
            acties = open_[plan.voor]
            late = sum(each.te_laat for each in acties)
            said = [
                plan.voor,
                _("1 actie") if len(acties) == 1 else _("{n} acties").format(n=format_number(len(acties))),
                _("▲ {n} te laat").format(n=format_number(late)) if late else "",
                ", ".join(self._all.adressen.get(plan.voor, ())) or _("geen adres bekend"),
            ]
            item = QListWidgetItem(" · ".join(filter(None, said)), self.houders)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, plan.voor)
            item.setSizeHint(QSize(0, _ROW))
        self.houders.setCurrentRow(0)
        self.houders.setMinimumHeight(min(self.houders.count(), _ROWS) * _ROW + style.GAP)

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(style.label(_("Aan wie"), "strong"))
        column.addWidget(self.houders, 1)
        column.addWidget(self.folder)
        for label in (self.summary, self.remarks, self.problem):
            label.setWordWrap(True)
            column.addWidget(label)
        return content


def remind(screen: Any) -> None:
    """Ask to whom, and make the concepts in the background; ``screen`` is a page that shows how far it is."""
    session = screen.session
    if screen.progress.busy:
        return
    dialog = HerinnerDialog(session, screen)
    if dialog.exec() != Dialog.DialogCode.Accepted:
        return
    herinneringen, folder, overwrite = dialog.herinneringen, dialog.map, dialog.overwrite

    def write(watched: Sequence[Plan]) -> Written:
        return stukken.written(session.ledger, deliver(herinneringen, watched, folder, overwrite=overwrite))

    write_all(herinneringen.plannen, write, folder, screen.progress, screen.notice)
