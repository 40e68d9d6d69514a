"""What the user decides about one row: which gemeente it is, to leave it out, or whether its new number counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from regietafel import reference
from regietafel.domain.opvang import GEMEENTE, niveau
from regietafel.exchange.gebieden import gebiedenlijst
from regietafel.exchange.importplan import Planrij, Plek, Uitkomst
from regietafel.i18n import _, shorten, sort_key
from regietafel.ledger import Ledger
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.inputs import choice_box
from ui.wizards.importeren_rijen import OPEN

_LONGEST = 300


class Decision(QWidget):
    """What can be decided about the row the cursor is on; a row that is clear needs nothing.

    ``choose`` says which gemeente a row is (None: leave it out), ``update`` whether its new number counts.
    """

    def __init__(
        self,
        choose: Callable[..., None],
        update: Callable[[Plek, bool], object],
        take_all: Callable[[], object],
        update_all: Callable[[bool], object],
    ) -> None:
        super().__init__()
        self._choose, self._update = choose, update
        self._codes: Mapping[str, str] = {}
        self._rij: Planrij | None = None
        self._sentence = style.label("", "body")
        self._sentence.setObjectName("rij")
        self._sentence.setWordWrap(True)
        self._take = button(_("Overnemen"), lambda: self._decide(self._rij.gm_code if self._rij else None))
        self._renew = button(_("Bijwerken"), lambda: self._decide_update(True))
        self._keep = button(_("Niet bijwerken"), lambda: self._decide_update(False))
        self._skip = button(_("Overslaan"), lambda: self._decide(None))
        self._back = button(_("Keuze terugnemen"), lambda: self._decide(None, take_back=True))
        self.all = button(_("Alle voorstellen overnemen"), take_all)
        self._renew_all = button(_("Alle wijzigingen bijwerken"), lambda: update_all(True))
        self._keep_all = button(_("Alle wijzigingen overslaan"), lambda: update_all(False))
        self._row = QHBoxLayout()
        self._row.setSpacing(style.GAP)
        self._row.addWidget(self._take)
        self._other = choice_box({})
        for each in (self._renew, self._keep, self._skip, self._back):
            self._row.addWidget(each)
        self._row.addStretch()
        for each in (self._renew_all, self._keep_all):
            self._row.addWidget(each)
        first = QHBoxLayout()
        first.setSpacing(style.GAP)
        first.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.all, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(first, 1)
        layout.addLayout(self._row)
        self.setFixedHeight(2 * style.CONTROL + style.GAP)  # the table stays as high while one walks through the rows

    def offer(self, codes: Mapping[str, str], *, gebieden: bool) -> None:
        """The gemeenten, or gebieden of every niveau, to choose from."""
        other, choose = (
            (_("Ander gebied"), _("Ander gebied kiezen"))
            if gebieden
            else (_("Andere gemeente"), _("Andere gemeente kiezen"))
        )
        self._other.hide()
        self._other.deleteLater()
        self._codes = codes
        self._other = choice_box(codes)
        self._other.setAccessibleName(other)
        self._other.setMinimumWidth(200)
        if (line := self._other.lineEdit()) is not None:
            line.setPlaceholderText(choose)
            line.setAccessibleName(other)
        self._other.activated.connect(lambda place: self._decide(self._codes[self._other.itemText(place)]))
        self._row.insertWidget(1, self._other)
        QWidget.setTabOrder(self._take, self._other)
        QWidget.setTabOrder(self._other, self._renew)

    def show_row(self, rij: Planrij | None, *, chosen: bool, conflict: str, all_: frozenset[bool]) -> None:
        """Offer what fits this row; ``conflict``: old and new of the numbers that would be replaced.

        ``all_``: whether there are changed rows of which the new number counts, and of which it does not.
        """
        self._rij = rij
        waits = rij is not None and rij.uitkomst in OPEN
        readable = rij is not None and rij.aantal is not None
        self._sentence.setText(_sentence(rij, conflict) if rij and (waits or chosen or conflict) else "")
        self._take.setVisible(rij is not None and rij.uitkomst is Uitkomst.VOORSTEL)
        if rij is not None:
            self._take.setText(_("Overnemen als {gemeente}").format(gemeente=rij.gemeente[:30]))
        self._other.setVisible(waits and readable)
        self._other.setCurrentIndex(-1)
        self._other.clearEditText()
        self._renew.setVisible(rij is not None and bool(conflict) and not rij.schrijft)
        self._keep.setVisible(rij is not None and bool(conflict) and rij.schrijft)
        self._renew_all.setVisible(bool(conflict) and False in all_)
        self._keep_all.setVisible(bool(conflict) and True in all_)
        self._skip.setVisible(waits)
        self._back.setVisible(chosen)

    def _decide(self, code: str | None, *, take_back: bool = False) -> None:
        if self._rij is not None:
            self._choose(self._rij.plek, code, take_back=take_back)

    def _decide_update(self, new: bool) -> None:
        if self._rij is not None:
            self._update(self._rij.plek, new)


def _sentence(rij: Planrij, conflict: str) -> str:
    where = _("Blad {blad}, rij {rij}").format(blad=rij.blad, rij=rij.rij)
    melding = "; ".join(filter(None, (rij.melding, f"{rij.gemeente}: {conflict}" if conflict else "")))
    melding = shorten(melding, _LONGEST)
    return f"{where}: {melding}" + ("" if melding.endswith(("?", "…")) else ".")


def gebieden(ledger: Ledger) -> dict[str, str]:
    """Names and codes of what a row of a table of gebieden can be; first those that are no gemeente."""
    lijst = gebiedenlijst(ledger)
    found = {each.naam: code for code, each in lijst.by_code.items() if niveau(code) != GEMEENTE}
    return found | gemeenten(ledger)


def gemeenten(ledger: Ledger) -> dict[str, str]:
    """Names and codes: first those of the open file, then those of the country."""
    own = {gemeente.naam: gemeente.gm_code for gemeente in ledger.gemeenten}
    found = {naam: own[naam] for naam in sorted(own, key=sort_key)}
    for gemeente in sorted(reference.gemeenten(), key=lambda gemeente: sort_key(gemeente.naam)):
        if gemeente.code not in own.values():
            found.setdefault(gemeente.naam, gemeente.code)
    return found
