"""What the user decides about one row: take over what is proposed, choose another gemeente, leave it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from regietafel import reference
from regietafel.exchange.taakstelling import Planrij, Uitkomst
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger
from ui.kit import style
from ui.kit.buttons import button
from ui.kit.inputs import choice_box

OPEN = (Uitkomst.VOORSTEL, Uitkomst.PROBLEEM)
_LONGEST = 300


class Decision(QWidget):
    """What can be decided about the row the cursor is on; a row that is clear needs nothing."""

    def __init__(self, choose: Callable[..., None], take_all: Callable[[], object]) -> None:
        super().__init__()
        self._choose = choose
        self._codes: Mapping[str, str] = {}
        self._rij: Planrij | None = None
        self._sentence = style.label("", "body")
        self._sentence.setObjectName("rij")
        self._sentence.setWordWrap(True)
        self._take = button(_("Overnemen"), lambda: self._decide(self._rij.gm_code if self._rij else None))
        self._skip = button(_("Overslaan"), lambda: self._decide(None))
        self._back = button(_("Keuze terugnemen"), lambda: self._decide(None, take_back=True))
        self.all = button(_("Alle voorstellen overnemen"), take_all)
        self._row = QHBoxLayout()
        self._row.setSpacing(style.GAP)
        self._row.addWidget(self._take)
        self._other = choice_box({})
        self._row.addWidget(self._skip)
        self._row.addWidget(self._back)
        self._row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        first = QHBoxLayout()
        first.setSpacing(style.GAP)
        first.addWidget(self._sentence, 1)
        first.addWidget(self.all, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(first)
        layout.addLayout(self._row)
        layout.addStretch()
        self.setFixedHeight(2 * style.CONTROL + style.GAP)  # the table stays as high while one walks through the rows

    def offer(self, codes: Mapping[str, str]) -> None:
        """The gemeenten to choose from."""
        self._other.hide()
        self._other.deleteLater()
        self._codes = codes
        self._other = choice_box(codes)
        self._other.setAccessibleName(_("Andere gemeente"))
        self._other.setMinimumWidth(200)
        if (line := self._other.lineEdit()) is not None:
            line.setPlaceholderText(_("Andere gemeente kiezen"))
            line.setAccessibleName(_("Andere gemeente"))
        self._other.activated.connect(lambda place: self._decide(self._codes[self._other.itemText(place)]))
        self._row.insertWidget(1, self._other)
        QWidget.setTabOrder(self._take, self._other)
        QWidget.setTabOrder(self._other, self._skip)

    def show_row(self, rij: Planrij | None, *, chosen: bool) -> None:
        """Offer what fits this row."""
        self._rij = rij
        waits = rij is not None and rij.uitkomst in OPEN
        readable = rij is not None and rij.aantal is not None
        self._sentence.setText(_sentence(rij) if rij and (waits or chosen) else "")
        self._take.setVisible(rij is not None and rij.uitkomst is Uitkomst.VOORSTEL)
        if rij is not None:
            self._take.setText(_("Overnemen als {gemeente}").format(gemeente=rij.gemeente[:30]))
        self._other.setVisible(waits and readable)
        self._other.setCurrentIndex(-1)
        self._other.clearEditText()
        self._skip.setVisible(waits)
        self._back.setVisible(chosen)

    def _decide(self, code: str | None, *, take_back: bool = False) -> None:
        if self._rij is not None:
            self._choose(self._rij.plek, code, take_back=take_back)


def _sentence(rij: Planrij) -> str:
    where = _("Blad {blad}, rij {rij}").format(blad=rij.blad, rij=rij.rij)
    melding = rij.melding if len(rij.melding) <= _LONGEST else rij.melding[: _LONGEST - 1] + "…"
    return f"{where}: {melding}" + ("" if melding.endswith(("?", "…")) else ".")


def gemeenten(ledger: Ledger) -> dict[str, str]:
    """Names and codes: first those of the open file, then those of the country."""
    own = {gemeente.naam: gemeente.gm_code for gemeente in ledger.gemeenten}
    found = {naam: own[naam] for naam in sorted(own, key=sort_key)}
    for gemeente in sorted(reference.gemeenten(), key=lambda gemeente: sort_key(gemeente.naam)):
        if gemeente.code not in own.values():
            found.setdefault(gemeente.naam, gemeente.code)
    return found
