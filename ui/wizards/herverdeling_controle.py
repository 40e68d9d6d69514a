"""The last step of a herverdeling: why, what was agreed in plain sentences, and the rules of the law one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from regietafel.domain.herverdeling import wijzigingen
from regietafel.i18n import _, format_number
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import current_taakstelling, herverdelingen
from regietafel.queries.voornemen import voornemen
from ui.kit import style
from ui.kit.buttons import scrolled
from ui.kit.details import part_widget
from ui.kit.inputs import TextBox
from ui.kit.wizard import StepWidget
from ui.wizards.herverdeling_regels import rules


class Controle(StepWidget):
    """Asks for the toelichting and shows the rest."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self._ledger = ledger
        self._loaded = ""
        self._toelichting = TextBox()
        self._toelichting.setAccessibleName(_("Toelichting"))
        self._toelichting.textChanged.connect(self.changed)
        name = style.label(_("Toelichting (mag leeg)"), "strong")
        name.setBuddy(self._toelichting)
        help = style.label(
            _("Waarom de gemeenten dit afspreken. De tekst komt in het besluit en de brieven."), "secondary"
        )
        help.setWordWrap(True)
        self._summary = _sentence("", "body")
        self._summary.setObjectName("samenvatting")
        self._remark = _sentence("", "quiet")
        self._rules = QVBoxLayout()
        content = QFrame()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, style.GAP, 0)
        inside.setSpacing(style.GAP)
        for widget in (name, self._toelichting, help):
            inside.addWidget(widget)
        inside.addSpacing(style.GAP)
        inside.addWidget(style.label(_("Wat u afspreekt"), "section"))
        inside.addWidget(self._summary)
        inside.addSpacing(style.GAP)
        inside.addWidget(style.label(_("De regels"), "section"))
        inside.addLayout(self._rules)
        inside.addWidget(self._remark)
        inside.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content))

    def load(self, draft: Any) -> None:
        """Show the draft; a toelichting that was typed already stays."""
        if not self.is_changed:
            self._toelichting.setPlainText(draft.toelichting)
            self._loaded = self._toelichting.toPlainText()
        oud = current_taakstelling(self._ledger, draft.periode)
        self._summary.setText("\n".join(sentences(draft, oud)))
        self._show_rules(draft)
        self._show_remark(draft)

    @property
    def is_changed(self) -> bool:  # type: ignore[override]
        """Whether the toelichting was changed."""
        return self._toelichting.toPlainText() != self._loaded

    def values(self) -> dict[str, Any]:
        """The toelichting."""
        return {"toelichting": self._toelichting.toPlainText().strip()}

    def _show_rules(self, draft: Any) -> None:
        while (item := self._rules.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        plan = voornemen(self._ledger, draft.periode, draft.delen, draft.bepalingen)
        self._rules.addWidget(part_widget(None, rules(plan)))

    def _show_remark(self, draft: Any) -> None:
        """Two agreements in preparation may promise the same persons; only one of them can then come into force."""
        partijen = {naam for deel in draft.delen for naam in (deel.van, deel.naar)}
        others = [
            view.kenmerk
            for view in herverdelingen(self._ledger, draft.periode)
            if view.stand.loopt and view.id != draft.id and any(partij.gemeente in partijen for partij in view.partijen)
        ]
        self._remark.setVisible(bool(others))
        self._remark.setText(
            _("Let op: {others} is ook nog in voorbereiding en rekent met dezelfde taakstelling.").format(
                others=_(" en ").join(others)
            )
        )


def sentences(draft: Any, oud: Mapping[str, int]) -> list[str]:
    """What was agreed, as one would say it."""
    partijen = wijzigingen(draft.delen, oud)
    som = sum(partij.oud for partij in partijen)
    said = [
        _("Deze herverdeling geldt voor {periode}, het {voluit}.").format(
            periode=draft.periode, voluit=draft.periode.voluit
        )
    ]
    said += [
        _("{naar} neemt {aantal} over van {van}.").format(naar=deel.naar, van=deel.van, aantal=_persons(deel.aantal))
        for deel in draft.delen
    ]
    said += [
        _("De taakstelling van {gemeente} gaat van {oud} naar {nieuw}.").format(
            gemeente=partij.gemeente, oud=format_number(partij.oud), nieuw=format_number(partij.nieuw)
        )
        for partij in partijen
    ]
    said.append(_("Samen blijft de taakstelling {som}.").format(som=format_number(som)))
    said.append(_("Er verandert niets aan de opgave totdat de herverdeling in werking is."))
    return said


def _persons(aantal: int) -> str:
    return _("1 persoon") if aantal == 1 else _("{n} personen").format(n=format_number(aantal))


def _sentence(text: str, role: str) -> QLabel:
    made = style.label(text, role)
    made.setWordWrap(True)
    return made
