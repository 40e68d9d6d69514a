"""The last step but one of a herverdeling: for how long, with whom from outside, and whether it says how to object."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from regietafel.catalog.herverdeling import BEPALINGEN
from regietafel.domain.herverdeling import partijen
from regietafel.domain.periode import Periode
from regietafel.i18n import _, enumerate_some
from regietafel.ledger import Ledger
from ui.kit import style
from ui.kit.buttons import scrolled
from ui.kit.forms import AlreadySaid, Form
from ui.kit.wizard import StepWidget

_LONGEST = 8  # half-years


class Afspraken(StepWidget):
    """Reason and consultation are asked when it holds longer than one half-year; outsiders when there are any."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self._ledger = ledger
        self._forms: list[Form] = []
        self._longer: Form | None = None
        self._periode: Periode | None = None
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, style.GAP, 0)
        self._column.setSpacing(style.PAGE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(self._body))

    def load(self, draft: Any) -> None:
        """Ask what this draft needs; what was filled in here before stays."""
        filled = vars(draft.bepalingen)
        if self.is_changed:
            with contextlib.suppress(AlreadySaid):  # a reason that was not given yet
                filled |= self.values()
        self._periode = draft.periode
        if filled["tot_en_met"] is None or filled["tot_en_met"] < draft.periode:
            filled["tot_en_met"] = draft.periode
        until, reason, consulted, outside, clause = BEPALINGEN
        last = draft.periode
        choices = {_("{periode}, alleen dit halfjaar").format(periode=last): last}
        for _count in range(_LONGEST):
            last = last.next
            choices[str(last)] = last
        members = {each.naam for each in self._ledger.gemeenten.where(lid=True)}
        strangers = [naam for naam in partijen(draft.delen) if naam not in members]
        helped = _("{help} Geen lid: {namen}.").format(help=outside.help, namen=enumerate_some(strangers))
        self._longer = Form((replace(reason, required=True), replace(consulted, required=True)))
        forms = [Form((replace(until, choices=choices, required=True),)), self._longer]
        forms += [Form((replace(outside, help=helped),))] if strangers else []
        forms.append(Form((clause,)))
        self._show(forms, filled)

    @property
    def is_changed(self) -> bool:  # type: ignore[override]
        """Whether the user filled in something here."""
        return any(form.is_changed for form in self._forms)

    def values(self) -> dict[str, Any]:
        """What is agreed beside the numbers. Raises AlreadySaid when a reason or consultation is missing."""
        found: dict[str, Any] = {"reden_langer": "", "overleg": "", "buiten_tafel": False}
        for form in self._forms:
            if not form.isHidden():
                found |= form.values()
        if found["tot_en_met"] == self._periode:
            found["tot_en_met"] = None
        return found

    def _show(self, forms: list[Form], filled: dict[str, Any]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._forms = forms
        for form in forms:
            form.load(filled)
            form.changed.connect(self.changed)
            self._column.addWidget(form)
        self._column.addStretch()
        forms[0].changed.connect(self._show_longer)
        self._show_longer()

    def _show_longer(self) -> None:
        assert self._longer is not None
        self._longer.setVisible(self._forms[0].values(go_to_problem=False)["tot_en_met"] != self._periode)
