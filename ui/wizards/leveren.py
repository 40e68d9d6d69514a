"""“Documenten maken…”: which kinds, in which form, what goes along and where to; then all is made in the background."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from regietafel.documents.leveren import Levering, Vraag, deliver, read_levering
from regietafel.documents.reeks import Plan, compose_reeks
from regietafel.documents.soorten import SOORTEN
from regietafel.documents.stuk import Mislukt, Reeks
from regietafel.documents.stukken.open_einden import not_filled
from regietafel.errors import RegietafelError
from regietafel.exchange.brondata import brondata
from regietafel.exchange.eml import eml_bytes
from regietafel.fields import DATUM, JA_NEE, Field
from regietafel.files import file_name
from regietafel.i18n import _, format_number, today
from ui.kit import dialogs, style
from ui.kit.buttons import button, scrolled
from ui.kit.dialogs import Dialog
from ui.kit.folder_line import FolderLine
from ui.kit.forms import Form, Values
from ui.kit.papers import Working, Written, some, write_all
from ui.kit.session import Session
from ui.wizards import stukken

_VORMEN = {_("PDF"): "pdf", _("Word (docx)"): "docx", _("OpenDocument (odt)"): "odt"}
_LOS, _DOSSIER, _ZIP, _EML = "los", "dossier", "zip", "eml"
_WHAT = (
    Field(name="vorm", label=_("Vorm"), choices=_VORMEN, required=True),
    Field(name=_LOS, label=_("Elk document als los bestand"), kind=JA_NEE),
    Field(name=_DOSSIER, label=_("Dossier: alles met de bijlagen in één PDF"), kind=JA_NEE),
    Field(name=_ZIP, label=_("Zip voor het archief"), kind=JA_NEE),
    Field(name=_EML, label=_("Concept-e-mails, met de documenten erbij"), kind=JA_NEE),
)
_BRONDATA = Field(name="brondata", label=_("De getallen als Excel in de besluiten (PDF)"), kind=JA_NEE)
_LETTERS = (
    Field(name="uw_kenmerk", label=_("Kenmerk van wie een kennisgeving krijgt")),
    Field(name="datum", label=_("Datum op de brieven"), kind=DATUM, required=True),
)
_KINDS_WIDTH, _ROW = 310, 28


class Bestelling(NamedTuple):
    """What to make, and where to."""

    levering: Levering
    map: Path
    overwrite: bool


class LeverDialog(Dialog):
    """Everything is chosen to begin with but the packages; what it says below counts along."""

    def __init__(self, session: Session, herverdeling_id: int, openbaar: bool, parent: QWidget) -> None:
        """Raises RegietafelError when there are no documents."""
        self._session, self._id, self._openbaar = session, herverdeling_id, openbaar
        self._all = read_levering(session.ledger, herverdeling_id, today(), Vraag(openbaar=openbaar))
        self._failed: Sequence[Mislukt] = ()
        self.bestelling: Bestelling | None = None
        self.kinds = QListWidget()
        self.kinds.setAccessibleName(_("Documenten"))
        self.kinds.setAccessibleDescription(_("Wat is aangevinkt, wordt gemaakt. Met de spatiebalk wisselt u."))
        self._fill_kinds()
        self.form = Form((*_WHAT, *(() if openbaar else (_BRONDATA,)), *_LETTERS))
        self.form.load({"vorm": "pdf", _LOS: True, "datum": today()})
        name = file_name(self._all.gegevens.view.kenmerk, suffix="")
        self.folder = FolderLine(dialogs.last_folder() / name, _("Map voor de documenten"))
        self.summary = style.label("", "strong")
        self.remarks = style.label("", "secondary")
        content = self._content()
        title = _("Openbare documenten maken") if openbaar else _("Documenten maken")
        super().__init__(title, content, _("Maken"), parent)
        self.kinds.itemChanged.connect(self._count)
        self.form.changed.connect(self._count)
        self._count()
        gegevens, plannen = self._all.gegevens, self._all.plannen
        session.run_in_background(lambda: compose_reeks(gegevens, plannen), self._tell_failed, self._ignore)
        self.resize(800, min(690, self.screen().availableGeometry().height() - 80))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.kinds.setFocus()

    def accept(self) -> None:
        if not self.form.submit(self._order):
            QTimer.singleShot(0, self.form, self.form.show_first_problem)
        elif self.bestelling:
            super().accept()

    @property
    def _chosen(self) -> tuple[str, ...]:
        items = [self.kinds.item(row) for row in range(self.kinds.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def _order(self, values: Values) -> None:
        """Take it, unless the user wants something else after all."""
        levering = self._read(values)
        if (target := self.folder.take(levering.names())) is not None:
            self.bestelling = Bestelling(levering, *target)

    def _read(self, values: Values) -> Levering:
        if not self._chosen:
            raise RegietafelError(_("Vink links aan welke documenten u wilt maken."))
        if not any(values[name] for name in (_LOS, _DOSSIER, _ZIP, _EML)):
            raise RegietafelError(_("Kies losse bestanden, het dossier, de zip of de concept-e-mails."))
        vraag = Vraag(
            soorten=self._chosen,
            vorm=values["vorm"],
            los=values[_LOS],
            openbaar=self._openbaar,
            dossier=values[_DOSSIER],
            zip=values[_ZIP],
            eml=eml_bytes if values[_EML] else None,
            brondata=brondata if values.get("brondata") else None,
            uw_kenmerk=values["uw_kenmerk"],
        )
        return read_levering(self._session.ledger, self._id, values["datum"], vraag)

    def _count(self, *_changed: object) -> None:
        """Say what will be made, what cannot, and what stays open."""
        self.bestelling = None
        ticks = {name: self._is_ticked(name) for name in (_LOS, _DOSSIER, _ZIP, _EML)}
        try:
            count = len(self._read({"vorm": "pdf", "uw_kenmerk": "", "datum": today(), **ticks}).names())
        except RegietafelError:  # nothing is chosen; it is said when one asks to make that
            self.summary.setText(_("Geen bestanden"))
            self.remarks.setText("")
            return
        failed = [each for each in self._failed if any(each.wat == plan.label for plan in self._wanted())]
        self.summary.setText(_("1 bestand") if count == 1 else _("{n} bestanden").format(n=format_number(count)))
        reasons = [f"{each.wat} ({each.reden.rstrip('.')})" for each in failed]
        said = [_("Niet te maken: {reasons}.").format(reasons="; ".join(some(reasons)))] if failed else []
        if left := not_filled(self._all.gegevens, self._chosen):
            said.append(_("Nog open: {texts}.").format(texts="; ".join(some(left))))
        self.remarks.setText("\n".join(said))

    def _wanted(self) -> list[Plan]:
        return [plan for plan in self._all.plannen if plan.soort in self._chosen]

    def _is_ticked(self, name: str) -> bool:
        return bool(self.form.editor(name).property("checked"))

    def _tell_failed(self, reeks: Reeks) -> None:
        if isValid(self):
            self._failed = reeks.mislukt
            self._count()

    def _ignore(self, error: BaseException) -> None:
        raise error  # what cannot be made is told, nothing is raised

    def _tick_all(self, state: Qt.CheckState) -> None:
        blocked = self.kinds.blockSignals(True)
        for row in range(self.kinds.count()):
            self.kinds.item(row).setCheckState(state)
        self.kinds.blockSignals(blocked)
        self._count()

    def _fill_kinds(self) -> None:
        for soort, naam in SOORTEN.items():
            found = [plan for plan in self._all.plannen if plan.soort == soort]
            if not found:
                continue
            label = found[0].label if len(found) == 1 else f"{naam} ({format_number(len(found))})"
            item = QListWidgetItem(label, self.kinds)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, soort)
            item.setSizeHint(QSize(0, _ROW))
        self.kinds.setCurrentRow(0)

    def _content(self) -> QWidget:
        ticks = QHBoxLayout()
        ticks.addWidget(button(_("Alles aan"), partial(self._tick_all, Qt.CheckState.Checked), "link"))
        ticks.addWidget(button(_("Alles uit"), partial(self._tick_all, Qt.CheckState.Unchecked), "link"))
        ticks.addStretch()
        left = QVBoxLayout()
        left.setSpacing(style.GAP)
        left.addWidget(style.label(_("Documenten"), "strong"))
        left.addWidget(self.kinds, 1)
        left.addLayout(ticks)
        side = QWidget()
        side.setFixedWidth(_KINDS_WIDTH)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        middle = QHBoxLayout()
        middle.setSpacing(style.PAGE)
        middle.addWidget(side)
        middle.addWidget(scrolled(self.form), 1)
        for label in (self.summary, self.remarks):
            label.setWordWrap(True)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(middle, 1)
        column.addSpacing(style.GAP)
        column.addWidget(self.folder)
        column.addWidget(self.summary)
        column.addWidget(self.remarks)
        return content


def make_documents(parent: QWidget, session: Session, page: Working, herverdeling_id: int, openbaar: bool) -> None:
    """Ask what to make, and make it in the background; ``page`` shows how far it is, and what came of it."""
    if page.progress.busy:
        return
    dialog = LeverDialog(session, herverdeling_id, openbaar, parent)
    dialog.exec()
    if dialog.bestelling is None:
        return
    levering, folder, overwrite = dialog.bestelling

    def write(watched: Sequence[Plan]) -> Written:
        made = deliver(levering, watched, folder, overwrite=overwrite)
        return stukken.written(session.ledger, made, openbaar=openbaar)

    write_all(levering.plannen, write, folder, page.progress, page.notice)
