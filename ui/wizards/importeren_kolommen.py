"""The step that shows which column was taken for what, and in which one points out another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from regietafel.errors import RegietafelError
from regietafel.exchange.header import is_text
from regietafel.exchange.indeling import DEEPEST, Indeling, check, header_rows, heading, start
from regietafel.exchange.soort import Soort, Vraag
from regietafel.exchange.spreadsheet import Blad
from regietafel.fields import Field
from regietafel.i18n import _
from ui.kit import style
from ui.kit.forms import AlreadySaid, Form
from ui.kit.session import Session
from ui.kit.wizard import StepWidget
from ui.wizards.importeren_lezing import Bron, Herkomst, Inlezing, Latest, Lezing, by_heading, lees, summary
from ui.wizards.importeren_voorbeeld import Voorbeeld

_KOPREGELS = {_("1 regel"): 1, _("2 regels"): 2, _("geen kop"): 0}
_GETALLEN = {_("1.234 (punt)"): "nl", _("1,234 (komma)"): "en"}
_DATUMS = {_("dag-maand-jaar"): "dmj", _("maand-dag-jaar"): "mdj", _("jaar-maand-dag"): "jmd"}
_LONGEST = 36  # signs of a header in the list of rows


class Kolommen(StepWidget):
    """Gives ``lezing``. Who changes nothing keeps what the program found; otherwise exactly these columns are read."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._background = Latest(session, self)
        self._draft: Inlezing | None = None
        self._vraag: Vraag | None = None
        self._geraden: Lezing | None = None  # what the first step found
        self._lezing: Lezing | None = None
        self._own: Indeling | None = None  # as the user pointed out
        self._walk: tuple[int, Mapping[str, int]] | None = None  # the column one is in, and what there was before it
        self._said, self._problem = style.label("", "quiet"), style.label("", "problem")
        self._said.setObjectName("kolommen")
        for each in (self._said, self._problem):
            each.setWordWrap(True)
        self._options, self._fields_shown = Form(()), list[Field]()
        self.voorbeeld = Voorbeeld(self._point_out)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.SPACE)
        for widget in (self._said, self._options, self.voorbeeld, self._problem):
            self._column.addWidget(widget, 1 if widget is self.voorbeeld else 0)

    def load(self, draft: Inlezing) -> None:
        """Show what the first step found; what was pointed out here stays as long as it is the same table."""
        assert draft.geraden is not None
        same = self._draft is not None and self._draft.bladen is draft.bladen and self._draft.soort is draft.soort
        self._draft, self._geraden, self._walk = draft, draft.geraden, None
        if self._own is not None and same:
            if draft.vraag != self._vraag:
                self._read(self._own)
        else:
            self._background.drop()
            self._own = draft.geraden.indeling if draft.geraden.herkomst is Herkomst.ZELF else None
            self._lezing = draft.geraden
            self._show(draft.geraden.indeling)
        self._vraag = draft.vraag

    @property
    def is_changed(self) -> bool:  # type: ignore[override]
        """Whether the user pointed out columns."""
        return self._own is not None

    @property
    def herkomst(self) -> Bron | None:
        """The table that is shown."""
        return self._draft.herkomst if self._draft else None

    @property
    def own(self) -> Indeling | None:
        """What the user pointed out."""
        return self._own

    def values(self) -> dict[str, Any]:
        """Raises RegietafelError as long as no row was read with these columns."""
        if self._background.busy:
            raise RegietafelError(_("De tabel wordt nog gelezen; een ogenblik."))
        if self._lezing is None or self._lezing.gelezen is None:
            raise AlreadySaid(_("Met deze kolommen is niets gelezen."))
        return {"lezing": self._lezing}

    def _soort(self) -> Soort:
        assert self._draft is not None
        return self._draft.soort

    def _blad(self, naam: str) -> Blad:
        assert self._draft is not None
        return next((blad for blad in self._draft.bladen if blad.naam == naam), self._draft.bladen[0])

    def _point_out(self, place: int, veld: str) -> None:
        """The column is this, so no other column is; who walks past an answer with the keys takes nothing away."""
        now = self._current()
        if self._walk is None or self._walk[0] != place:
            self._walk = (place, now.velden)
        velden = {name: at for name, at in self._walk[1].items() if at != place and name != veld}
        self._set(replace(now, velden={**velden, veld: place} if veld else velden), walking=True)

    def _current(self) -> Indeling:
        assert self._geraden is not None
        return self._own or self._geraden.indeling

    def _set(self, indeling: Indeling, *, walking: bool = False) -> None:
        assert self._geraden is not None
        self._walk = self._walk if walking else None
        self._own = None if indeling == self._geraden.indeling else indeling
        self._lezing = self._geraden if self._own is None else None
        self._background.drop()
        self._show(indeling)
        if self._own is not None:
            self._read(indeling)
        self.changed.emit()

    def _read(self, indeling: Indeling) -> None:
        draft, self._lezing = self._draft, None
        assert draft is not None
        try:
            check(indeling, draft.bladen, draft.soort)
        except RegietafelError as error:
            self._background.drop()
            self._say(str(error))
            return
        self._background.run(
            lambda: lees(draft.bladen, draft.vraag, draft.herkomst.genoemd, indeling, Herkomst.ZELF),
            self._on_read,
            self._say,
        )

    def _on_read(self, lezing: Lezing) -> None:
        self._lezing = lezing
        self._say()

    def _show(self, indeling: Indeling) -> None:
        self._show_options(indeling)
        self.voorbeeld.show_columns(self._blad(indeling.blad), indeling, self._soort())
        self._say()

    def _say(self, problem: str = "") -> None:
        """How the columns are known, what they gave, and what is wrong."""
        lezing = self._lezing
        said = [] if lezing is None or lezing.gelezen is None else [summary(lezing.gelezen) + "."]
        said.insert(0, self._origin())
        self._said.setText(" ".join(filter(None, said)))
        sentence = problem or (lezing.melding if lezing else "")
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _origin(self) -> str:
        assert self._geraden is not None
        if self._own is not None:
            return _("Zoals u aanwijst; voor de volgende tabel met deze kop wordt dat onthouden.")
        if self._geraden.herkomst is Herkomst.EERDER:
            return _("Kolommen zoals u ze eerder aanwees.")
        if self._geraden.kolommen_onbekend:
            return _("Wijs aan wat er in de kolommen staat.")
        gelezen = self._geraden.gelezen
        if gelezen and len(gelezen.bladen) > 1:
            return _("De tabel staat op meer bladen. Wijst u zelf kolommen aan, dan telt alleen het blad hieronder.")
        return _("Zo is de tabel begrepen. Klopt het, ga dan verder.")

    def _show_options(self, indeling: Indeling) -> None:
        fields, old = self._fields(indeling), self._options
        if fields != self._fields_shown:
            focus = old.focusWidget()
            self._fields_shown, self._options = fields, Form(fields, side_by_side=True)
            self._column.replaceWidget(old, self._options)
            old.hide()
            old.deleteLater()
            self._options.changed.connect(self._on_option)
            if focus is not None and focus.hasFocus() and focus.objectName() in {field.name for field in fields}:
                self._options.editor(focus.objectName()).setFocus()
        with QSignalBlocker(self._options):
            self._options.load({field.name: getattr(indeling, field.name) for field in fields})
        for line in self._options.findChildren(QLineEdit):
            line.setCursorPosition(0)  # of a long text the begin

    def _on_option(self) -> None:
        """Another sheet or header is read as it names its columns; the rest keeps what was pointed out."""
        now, draft = self._current(), self._draft
        assert draft is not None
        try:
            chosen = self._options.values(go_to_problem=False)
            blad = self._blad(chosen.get("blad", now.blad))
            if blad.naam != now.blad:
                self._set(start([blad], draft.vraag))
                return
        except RegietafelError as error:
            self._say(str(error))
            return
        kop, kopregels = chosen.get("kop", now.kop), chosen["kopregels"]
        if (kop, kopregels) != (now.kop, now.kopregels):
            self._set(by_heading(blad, kop, kopregels, draft.soort))
        else:
            self._set(replace(now, getallen=chosen["getallen"], datums=chosen.get("datums", now.datums)))

    def _fields(self, indeling: Indeling) -> list[Field]:
        """What one can say of the sheet; a question with one answer is not asked."""
        assert self._draft is not None
        blad = self._blad(indeling.blad)
        datums = any((kolom := self._soort().kolom(veld)) and kolom.datum for veld in indeling.velden)
        choices: dict[tuple[str, str], dict[str, Any]] = {
            ("blad", _("Blad")): {each.naam: each.naam for each in self._draft.bladen},
            ("kop", _("Rij met de kop")): _rows(blad, indeling.kop),
            ("kopregels", _("Kop")): _KOPREGELS,
            ("getallen", _("Getallen")): _GETALLEN,
            ("datums", _("Datums")): _DATUMS if datums else {},
        }
        return [
            Field(name=name, label=label, choices=found, required=True)
            for (name, label), found in choices.items()
            if len(found) > 1
        ]


def _rows(blad: Blad, kop: int) -> dict[str, int]:
    """The rows that can be a header, with what is in them."""
    texts = {
        index + 1: " · ".join(filter(None, heading(blad, index + 1, 1))) for index in range(len(blad.rijen[:DEEPEST]))
    }
    likely = [rij for rij, text in texts.items() if text and is_text(blad.rijen[rij - 1])]
    found = sorted({*likely, kop, *header_rows([blad]).values()})
    return {f"{rij}: {texts.get(rij, '')}"[:_LONGEST]: rij for rij in found}
