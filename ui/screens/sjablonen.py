"""The wording of the documents: which templates there are, the text of one, and the document it makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from regietafel.actions.sjablonen import restore_sjabloon
from regietafel.catalog import TABLES
from regietafel.documents.sjabloon import eigen
from regietafel.documents.sjabloon.aanbod import voor_wie
from regietafel.documents.sjabloon.samenvoegen import Samenvoeging, Verschilregel
from regietafel.documents.sjabloon.template import read_source
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from ui.kit import style
from ui.kit.beside import Beside
from ui.kit.buttons import button, quiet_button
from ui.kit.inputs import choice_box, choose_from, chosen_in
from ui.kit.live_preview import LivePreview
from ui.kit.notice import REMARK, Notice
from ui.kit.screen import Screen
from ui.kit.session import Session
from ui.kit.text_desk import TextDesk, fill_column
from ui.kit.text_editor import Mark
from ui.kit.text_lists import NamedList, Offer, OfferList
from ui.kit.working_texts import WorkingTexts

_LIST, _ROOM = 208, 620  # pixels: the lists, and what the text and the document need to stand beside each other
_PAUSE, _SOON = 400, 80  # milliseconds after typing, and after going to another template


@dataclass(frozen=True, kw_only=True)
class Vensters:
    """What asks or shows something beside the screen."""

    verschil: Callable[[QWidget, str, Sequence[Verschilregel]], object]
    samenvoegen: Callable[[QWidget, Samenvoeging], bool]
    importeren: Callable[[QWidget], str | None]
    exporteren: Callable[[QWidget, str, str], Path | None]


def sjablonen(session: Session, vensters: Vensters) -> Screen:
    """The page."""
    return SjablonenScreen(session, vensters)


class SjablonenScreen(Screen):
    """Left the templates and what they can name, then the text, right the document. What is typed is a draft at once;
    it is the wording of the documents when the user says so."""

    title = _("Sjablonen")
    manual = "sjablonen"

    def __init__(self, session: Session, vensters: Vensters) -> None:
        super().__init__(session, frozenset(TABLES) | {"sjabloon", "huisstijl"})
        self._vensters = vensters
        self._regels: dict[str, eigen.Sjabloonregel] = {}
        self._seen = ""  # the text that was shown last
        self.templates = NamedList(_("Sjablonen"), self._show_text)
        self.desk = TextDesk()
        self.editor, self.problems = self.desk.editor, self.desk.problems
        self.editor.setReadOnly(not session.can_write)
        self.editor.textChanged.connect(self._typed)
        self.fields = OfferList(_("Beschikbare velden"), self._insert)
        self.whose, self.party = choice_box({}), choice_box({})
        for box in (self.whose, self.party):
            box.activated.connect(lambda _row: self._look())
        self.preview = LivePreview(session, {_("Voorbeeld van"): self.whose, _("Voor"): self.party})
        path = session.ledger.path if session.can_write else None
        in_use = partial(eigen.text_of, session.ledger)
        self.texts = WorkingTexts("sjablonen", path, in_use, self.editor.new_document, self)
        session.closing.connect(self._pause)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._build()
        ways = dict.fromkeys(("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"), self.use) | {"Ctrl+E": self._export}
        for keys, do in ways.items():
            shortcut = QShortcut(QKeySequence(keys), self, do)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)

    def refresh(self) -> None:
        """Show which templates there are now; a text that is no draft follows what was undone or done again."""
        self._regels = {each.naam: each for each in eigen.list_sjablonen(self.session.ledger)}
        self.texts.compare()
        self.templates.show_items({naam: self._said_of(naam) for naam in self._regels})
        self._fill_whose()
        self._show_text()

    def take_focus(self) -> None:
        """To the list."""
        self.templates.setFocus()

    def select(self, identity: Any) -> None:
        """Put the cursor on the template with this name."""
        self.templates.go_to(identity)

    def use(self) -> None:
        """Make the text the wording of the documents, or say what keeps it from being that."""
        naam = self._naam
        if not (self.session.can_write and naam and self.texts.is_draft(naam)):
            return
        text, merged = self.texts.text(naam), self.texts.is_merged(naam)
        try:
            eigen.save_sjabloon(self.session.ledger, naam, text, samengevoegd=merged)
        except RegietafelError as error:
            self._look()
            wrong = self.desk.is_wrong
            said = _("Deze tekst is nog niet te gebruiken. Wat er niet klopt, staat onder de tekst.")
            self.session.refused.emit(said if wrong else str(error))
            if wrong:
                self._beside.show_work()
                self.problems.setFocus()
            return
        self.texts.taken_in_use(naam)
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start(_SOON)

    def hideEvent(self, event: QHideEvent) -> None:
        self._pause()
        super().hideEvent(event)

    def _pause(self) -> None:
        self._timer.stop()
        self.texts.write()

    # What is shown

    @property
    def _naam(self) -> str:
        return self.templates.name

    def _said_of(self, naam: str) -> str:
        regel = self._regels[naam]
        marks = (
            ", ".join(regel.rollen),
            _("✎ eigen tekst") if regel.eigen else "",
            _("▲ standaard gewijzigd") if regel.standaard_gewijzigd else "",
            _("○ concept") if self.texts.is_draft(naam) else "",
        )
        return "\n".join(filter(None, (regel.document, *marks)))

    def _show_text(self) -> None:
        """Only the text; what takes longer comes when one stays with it."""
        naam = self._naam
        document, self._seen = self.texts.document(naam), self.texts.text(naam)
        if self.editor.document() is not document:
            self.editor.setDocument(document)
            self.editor.skip_remarks()
            self.desk.show_marks([])
            self.preview.clear()
            self._fill_whose()
        self.desk.show_title(self._regels[naam].titel)
        self._show_state()
        self._timer.start(_SOON)

    def _show_state(self) -> None:
        naam, can_write = self._naam, self.session.can_write
        regel, draft = self._regels[naam], self.texts.is_draft(naam)
        now = _("uw eigen tekst") if regel.eigen else _("de standaard")
        said = _("○ Concept: nog niet in gebruik. In gebruik is {nu}.") if draft else _("● In gebruik: {nu}.")
        self.desk.show_state(said.format(nu=now), "behind" if draft else "secondary")
        self._use.setEnabled(draft and can_write)
        self._back.setEnabled(can_write and (draft or regel.eigen))
        self._import.setEnabled(can_write)
        self.templates.show_current(self._said_of(naam))
        if not (regel.standaard_gewijzigd and can_write) or self.texts.is_merged(naam):
            self._changed.hide()
        elif self._changed.isHidden():  # said once, not at every letter
            said = _("De standaard is gewijzigd sinds u deze tekst maakte.")
            verb = _("Nieuwe standaard samenvoegen…")
            self._changed.say(said, REMARK, verb=verb, action=lambda: self.session.attempt(self._merge))

    # What it is for

    def _fill_whose(self) -> None:
        choose_from(self.whose, [(each.label, each) for each in eigen.bronnen(self.session.ledger, self._naam)])

    def _look(self) -> None:
        """What is wrong in the text, what it can name, and the document it makes."""
        from regietafel.documents.maken import render

        naam, ledger, bron = self._naam, self.session.ledger, chosen_in(self.whose)
        try:
            parties = voor_wie(ledger, naam, bron.herverdeling_id)
            choose_from(self.party, [(each, each) for each in parties] or [(_("allen"), "")])
            where = {"herverdeling_id": bron.herverdeling_id, "voor": chosen_in(self.party), "periode": bron.periode}
            velden, found, document = eigen.look(ledger, naam, self.texts.text(naam), **where)
        except RegietafelError as error:
            self.preview.say(str(error))
            return
        self.fields.show_offers([Offer(each.schrijfwijze, each.soort, each.waarde, each) for each in velden])
        self.desk.show_marks([Mark(each.regel, each.melding, not each.leeg) for each in found])
        if document:
            self.preview.show_made(lambda: render(document), document.title)
        else:
            self.preview.say(_("Een voorbeeld is er als klopt wat onder de tekst staat."))

    # What one does

    def _typed(self) -> None:
        if not self._naam or self._seen == self.texts.text(self._naam):  # Qt also says so of another colour
            return
        self._seen = self.texts.text(self._naam)
        self.texts.typed(self._naam)
        self._show_state()
        self._timer.start(_PAUSE)

    def _insert(self, veld: eigen.Veld) -> None:
        if not self.session.can_write:
            return
        self._beside.show_work()
        if veld.soort == "veld":
            self.editor.insertPlainText(veld.schrijfwijze)
        else:
            self.editor.insert_line(veld.schrijfwijze, _("[einde]") if veld.soort == "reeks" else "")
        self.editor.setFocus()

    def _restore(self) -> None:
        """Undone in the window when it was in use, and in the text when it was a draft."""
        naam = self._naam
        self.texts.replace(naam, read_source(naam))
        if self._regels[naam].eigen:
            restore_sjabloon(self.session.ledger, naam)
        self.texts.taken_in_use(naam)
        self._show_state()

    def _merge(self) -> None:
        merged = eigen.merge(self.session.ledger, self._naam, self.texts.text(self._naam))
        if self._vensters.samenvoegen(self, merged):
            self.texts.replace(self._naam, merged.tekst, merged=True)
            self._show_state()

    def _differ(self) -> None:
        regel = self._regels[self._naam]
        lines = eigen.differences(self.session.ledger, regel.naam, self.texts.text(regel.naam))
        self._vensters.verschil(self, regel.titel, lines)

    def _read(self) -> None:
        if (text := self._vensters.importeren(self)) is not None:
            self.texts.replace(self._naam, text)

    def _export(self) -> None:
        self.session.attempt(lambda: self._vensters.exporteren(self, self._naam, self.texts.text(self._naam)))

    # How it is laid out

    def _build(self) -> None:
        self._changed = Notice(can_close=False)
        self._use = button(_("Gebruiken"), self.use, "primary")
        self._use.setToolTip(_("Ctrl+Enter"))
        self._back = button(_("Terug naar standaard"), partial(self.session.attempt, self._restore))
        self._import = quiet_button("upload", _("Importeren…"), partial(self.session.attempt, self._read))
        tools = QHBoxLayout()
        tools.setSpacing(style.GAP)
        tools.addWidget(self._back)
        tools.addWidget(button(_("Verschil met de standaard"), partial(self.session.attempt, self._differ)))
        tools.addWidget(self._import)
        tools.addWidget(quiet_button("download", _("Exporteren… (Ctrl+E)"), self._export))
        tools.addStretch()
        tools.addWidget(self._use)
        left = QWidget()
        left.setFixedWidth(_LIST)
        fill_column(left, self.templates, self.fields)
        self._beside = Beside((_("Tekst"), _("Voorbeeld")), self.desk, self.preview, (460, 340), _ROOM)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE)
        row.addWidget(left)
        row.addWidget(self._beside, 1)
        self.column.addWidget(self._changed)
        self.column.addLayout(tools)
        self.column.addLayout(row, 1)
