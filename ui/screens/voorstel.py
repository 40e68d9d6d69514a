"""Look for an uitruil: what goes into the search, the search itself, and up to three proposals. It decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from regietafel.catalog.scenario import INVOER
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.figures.stroom import stroom
from regietafel.i18n import _, format_number, today
from regietafel.planning.kort import dag_van
from regietafel.planning.prognose import TABLES as VOORUIT
from regietafel.planning.uitruil import Alternatief, Blokkade, Oplossing, Voortgang, Vraagstuk, los_op
from regietafel.planning.uitruil.vraag import with_change
from regietafel.planning.voorstel import vraagstuk
from regietafel.planning.voorstel_woorden import (
    alternatief_in_woorden,
    invoer,
    lopend_in_woorden,
    vooraf_in_woorden,
    voortgang_in_woorden,
    zekerheid,
)
from regietafel.queries.herverdelingen import TABLES
from ui.kit import style
from ui.kit.buttons import button, scrolled
from ui.kit.details import Line, Part
from ui.kit.emptiness import Empty, EmptyState
from ui.kit.figure_view import FigureView
from ui.kit.focus import tab_as_seen
from ui.kit.notice import REMARK, Notice
from ui.kit.screen import Command, Screen
from ui.kit.searching import Searching
from ui.kit.sections import Section, section_widget
from ui.kit.session import Session
from ui.kit.table_view import RecordTable
from ui.kit.tables import RecordTableModel, signs
from ui.kit.tabs import TabBar

_SECONDS = 30  # the longest search; Stoppen gives the best so far
_LEFT, _RIGHT, _PICTURE = 500, 456, 160  # the picture does not get narrower than about 400


class VoorstelScreen(Screen):
    """On the left what goes in, on the right what comes out; in a narrow window one above the other."""

    title = _("Voorstel")
    manual = "voorstel"
    by_periode = True

    def __init__(self, session: Session, edit: Command, remove: Command, save: Command) -> None:
        super().__init__(session, VOORUIT | TABLES | {"grens", "inwoners", "herindeling"})
        self._look = Command(
            label=_("Voorstel zoeken"), run=lambda _screen, _record: self.search(), icon="search", changes=False
        )
        self._try = Command(
            label=_("Proberen"), run=lambda _screen, blokkade: self.try_out(blokkade), icon="search", changes=False
        )
        self.primary = self._look
        self._save = save
        self._question: Vraagstuk | None = None
        self._refusal = ""  # why there is no question
        self._asked: tuple[Periode, Vraagstuk] | None = None  # of what is shown on the right
        self._found: Oplossing | None = None
        self._trial = ""  # what was tried, as a sentence; empty when the search was as it is
        self._summary = style.label("", "secondary")
        self._summary.setWordWrap(True)
        self._summary.setContentsMargins(style.SPACE, 0, 12, 0)
        self.notice = Notice(can_close=False)
        self.model = RecordTableModel(INVOER, signs("saldo"), self)
        self.table = RecordTable(self.model, _("Wat erin gaat"), opened=lambda _index: self._run(edit))
        header = self.table.view.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self.model.sort_next)
        self.tabs = TabBar(self._show_alternative)
        self.tabs.setAccessibleName(_("Voorstellen"))
        self.running = Searching(session, _SECONDS, _words)
        self._build(edit, remove)

    def refresh(self) -> None:
        periode = self.session.periode
        day = dag_van(periode, today())
        try:
            self._question = vraagstuk(self.session.ledger, periode, day)
        except RegietafelError as error:
            self._question, self._refusal = None, str(error)
        known = self._question is not None
        self._splitter.setVisible(known)
        self._nothing.setVisible(not known)
        self._nothing.refresh()
        if self._question:
            row = self.table.view.currentIndex().row()
            self.model.set_records(invoer(self.session.ledger, periode, self._question))
            self.table.view.fit_columns()
            self.table.view.setCurrentIndex(self.model.index(max(0, row), 0))
            said = vooraf_in_woorden(self._question), lopend_in_woorden(self.session.ledger, periode, day)
            self._summary.setText("\n".join(each for each in said if each))
        if self._asked is None or self._asked[0] != periode:
            self.running.stop()
            self._asked = self._found = None
            self._show_result()
        self._edit_button.setVisible(self.session.can_write)
        self._say_what_is_special()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= _LEFT + _RIGHT + style.SPACE + 2 * style.PAGE
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if way != self._splitter.orientation():
            self._splitter.setOrientation(way)
            self._splitter.setSizes([_LEFT, event.size().width() - _LEFT] if beside else [1, 1])

    def take_focus(self) -> None:
        """To the gemeenten, or to the button that begins."""
        if self._nothing.isHidden():
            self.table.view.setFocus()
        else:
            self._nothing.take_focus()

    def search(self, question: Vraagstuk | None = None, trial: str = "") -> None:
        """Look for proposals on a thread: of ``question``, else of what is known now. RegietafelError says why not."""
        question = question or self._question
        if question is None:
            raise RegietafelError(self._refusal)
        if self.running.busy:
            return
        self._asked, self._found, self._trial = (self.session.periode, question), None, trial
        self.running.run(
            lambda stop, tell: los_op(question, seconden=_SECONDS, stop=stop, voortgang=tell), self._end, self._fail
        )
        self._show_result()

    def try_out(self, blokkade: Blokkade) -> None:
        """Look again with the wider limit; nothing is stored."""
        if self._asked:
            self.search(with_change(self._asked[1], *blokkade.opheffing), blokkade.zin)

    def _end(self, found: Oplossing) -> None:
        if self._asked is None:  # another half-year was chosen meanwhile
            return
        self._found = found
        self._show_result()
        said = _("Gevonden: {n} voorstellen.").format(n=len(found.alternatieven))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _fail(self, error: BaseException) -> None:
        self._asked = None
        self._show_result()
        raise error

    def _build(self, edit: Command, remove: Command) -> None:
        left = QFrame()
        left.setProperty("panel", True)
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 12, 0, 12)
        inside.setSpacing(12)
        head = QHBoxLayout()
        head.setContentsMargins(style.SPACE, 0, 12, 0)
        head.addWidget(style.label(_("Wat erin gaat"), "section"), 1)
        self._edit_button = button(edit.label, partial(self._run, edit), shape=edit.icon)
        head.addWidget(self._edit_button)
        inside.addLayout(head)
        inside.addWidget(self._summary)
        inside.addWidget(self.table, 1)
        self._place = scrolled(QWidget())
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        for widget in (self.running, self.notice, self.tabs):
            column.addWidget(widget)
        column.addWidget(self._place, 1)
        self._splitter = QSplitter(Qt.Orientation.Vertical)  # turned when there is room, see resizeEvent
        self._splitter.setHandleWidth(style.SPACE)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        left.setMinimumHeight(200)
        right.setMinimumWidth(_RIGHT)
        self._splitter.setStretchFactor(1, 1)
        self._nothing = EmptyState(_EMPTY, self)
        self.column.addWidget(self._splitter, 1)
        self.column.addWidget(self._nothing, 1)
        for command in (edit, remove):
            made = QShortcut(QKeySequence(command.keys), self.table.view, partial(self._run, command))
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _run(self, command: Command) -> None:
        """Do something with the gemeente the cursor is on."""
        row = self.table.view.currentIndex().row()
        if 0 <= row < len(self.model.records):
            self.run(command, self.model.records[row])

    def _show_result(self) -> None:
        """Everything on the right, as it is now."""
        self._say_what_is_special()
        found = self._found.alternatieven if self._found else ()
        titles = [_("Voorstel {n}").format(n=n) for n in range(1, len(found) + 1)]
        self.tabs.show_pages(titles, 0)
        self._show_alternative(0)

    def _say_what_is_special(self) -> None:
        """That it was a trial, that it was stopped, that it is no longer of now."""
        found = self._found
        stale = found is not None and not self._trial and self._asked != (self.session.periode, self._question)
        trial = _("Dit is een proef; de grens zelf is niet veranderd. {zin}").format(zin=self._trial)
        said = [
            trial if self._trial else "",
            _("Niet alles is nagegaan; dit is het beste tot dan toe.") if found and found.afgebroken else "",
            _("De cijfers of de grenzen zijn intussen veranderd.") if stale else "",
        ]
        sentence = " ".join(each for each in said if each)
        self.notice.setVisible(bool(sentence and found))
        if sentence and found:
            verb = _("Opnieuw zoeken") if stale or self._trial else ""
            self.notice.say(sentence, REMARK, verb=verb, action=partial(self.run, self._look))

    def _show_alternative(self, place: int) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, style.GAP, 0)
        column.setSpacing(style.SPACE)
        for section in self._sections(place):
            column.addWidget(section_widget(self, section))
        column.addStretch()
        self._place.setWidget(content)
        tab_as_seen(self)

    def _sections(self, place: int) -> Iterator[Section]:
        if self._found is not None:
            if place < len(self._found.alternatieven):
                yield from _proposal(self._found.alternatieven, place, self._save)
            yield from _obstacles(self._found, self._try)
        elif not self.running.busy or self._asked is None:
            lines = [Line(texts=(_WHO,), quiet=True)]
            yield Section(title=_("Nog niet gezocht"), intro=_HOW, part=Part(lines=lines), commands=(self._look,))


def _proposal(found: Sequence[Alternatief], place: int, save: Command) -> Iterator[Section]:
    """One proposal: what it solves and how sure that is, a picture, and why each overdracht."""
    each, title = found[place], _("Wie draagt over aan wie")
    shape, words = zekerheid(each, found[0])
    lines = [
        Line(texts=(f"{shape} {words}",), strong=True),
        Line(texts=(alternatief_in_woorden(each),)),
        Line(texts=(_WHO,), quiet=True),
    ]
    name = _("Voorstel {n}").format(n=place + 1)
    yield Section(title=name, intro=each.kenschets, part=Part(lines=lines), commands=(save,), record=(place, each))
    yield Section(build=lambda: FigureView(lambda width, _height: stroom(title, each.delen, breedte=width), _PICTURE))
    rows = [
        Line(texts=(f"{row.van} → {row.naar}", format_number(row.aantal)), note=row.waarom) for row in each.overdrachten
    ]
    headings = (_("Van → aan"), _("Personen"))
    yield Section(title=_("Waarom"), part=Part(headings=headings, lines=rows, right=frozenset({1})))


def _obstacles(found: Oplossing, attempt: Command) -> Iterator[Section]:
    """What keeps more from being solved, and what else is to be said."""
    if found.opmerkingen:
        lines = [Line(texts=(sentence,)) for sentence in found.opmerkingen]
        yield Section(title=_("Opmerkingen"), part=Part(lines=lines))
    if found.blokkades:
        lines = [Line(texts=(each.zin,), record=each) for each in found.blokkades]
        intro = _("Met het vergrootglas probeert u een ruimere grens. De grens zelf verandert dan niet.")
        yield Section(title=_("Wat meer tegenhoudt"), intro=intro, part=Part(lines=lines, commands=(attempt,)))


def voorstel(session: Session, edit: Command, remove: Command, save: Command) -> Screen:
    """The page; ``edit`` and ``remove`` take an Invoerregel, ``save`` the place of a proposal and the Alternatief."""
    return VoorstelScreen(session, edit, remove, save)


def _words(how_far: Voortgang) -> tuple[str, str]:
    return _("Zoeken: {fase}").format(fase=how_far.fase), voortgang_in_woorden(how_far)


_EMPTY = Empty(
    sentence=_(
        "Een voorstel begint bij het verwachte saldo per gemeente. Dat is er zodra de taakstelling van dit halfjaar en"
        " een realisatie bekend zijn."
    ),
    begin=Command(
        label=_("Naar de stand"),
        run=lambda screen, _record: screen.session.page_requested.emit("overzicht/" + _("Stand")),
        changes=False,
    ),
)
_HOW = _(
    "Het programma zoekt welke uitruil de meeste verwachte achterstand oplost: met zo weinig mogelijk overdrachten, de"
    " last gelijk verdeeld naar inwoners, en liefst tussen buren. Het houdt zich aan de grenzen die u invult."
)
_WHO = _("Dit is een voorstel. De colleges beslissen.")
