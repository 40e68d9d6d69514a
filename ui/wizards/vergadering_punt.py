"""The point that is being discussed, large enough to read from a screen on the wall, and its papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from regietafel.catalog.overleg import PUNTSOORTEN
from regietafel.documents.stukken.agendadelen import Deel, make_deel
from regietafel.domain.document import Bijlage
from regietafel.errors import RegietafelError
from regietafel.files import write_files
from regietafel.i18n import _, format_date, format_number
from regietafel.queries.agenda import PuntRegel
from regietafel.queries.overleggen import overleg_regel
from ui.kit import dialogs, style
from ui.kit.buttons import button, scrolled
from ui.kit.details import Line, Part, breakable, part_widget
from ui.kit.session import Session
from ui.wizards.vergadering_cijfers import seen

_TYPED_HERE = frozenset({"verslagregel", "actiehouder", "aanwezigheid", "agendapunt", "overlegstap"})
_NO_NOTE = _("Geen aantekening.")
_KEYED = 9  # annexes that a key opens


class PuntBeeld(QWidget):
    """Shows one point; :meth:`read_on` is for who has no mouse. ``open_bijlage`` opens one of its annexes."""

    def __init__(self, open_bijlage: Callable[[Bijlage], object]) -> None:
        super().__init__()
        self._open = open_bijlage
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, style.GAP, 0)
        self._body: QWidget | None = None
        self.area = scrolled(self)

    def show_punt(self, punt: PuntRegel | None, deel: Deel | None, *, intern: bool) -> None:
        """Show a point with what the file knows about it; with ``intern`` also what is not for everyone."""
        old, self._body = self._body, QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if punt is None:
            column.addWidget(
                _text(_("Er staan geen punten op de agenda; wat u typt, komt onder aan de lijst."), "quiet")
            )
        else:
            for widget in self._parts(punt, deel, intern):
                column.addWidget(widget)
        column.addStretch()
        self._inside.addWidget(self._body)
        if old is not None:
            old.hide()
            old.deleteLater()
        if punt is not None and intern:  # it was asked for, also by who cannot see it
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, punt.intern or _NO_NOTE))

    def read_on(self, pages: int) -> None:
        """So many pages down, or up."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep() * 4 // 5)

    def _parts(self, punt: PuntRegel, deel: Deel | None, intern: bool) -> Sequence[QWidget]:
        made: list[QWidget] = [_text(f"{punt.nummer}  {punt.titel}", "title"), _text(_about(punt), "quiet")]
        made += [_text(text, "body") for text in (punt.toelichting, punt.verwijzing) if text]
        for number, bijlage in enumerate(punt.bijlagen, 1):
            keys = _("Ctrl+{n}").format(n=number) if number <= _KEYED else ""
            words = " · ".join(filter(None, (bijlage.titel, keys)))
            link = button(words, partial(self._open, bijlage), "link", "file-text")
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.append(link)
        if deel is not None:
            made += _figures(deel, everything=intern or punt.vertrouwelijk)
        if intern:
            made += [_text(_("Voor de voorzitter"), "section"), _text(punt.intern or _NO_NOTE, "body")]
        return made


class Cijfers:
    """What the file knows about points; asked for once for each, until it may be otherwise."""

    def __init__(self, session: Session, overleg_id: int) -> None:
        self._session, self._overleg_id = session, overleg_id
        self._delen: dict[int, Deel] = {}

    def of(self, punt: PuntRegel | None) -> Deel | None:
        """The part of this point; None when it has none."""
        if punt is None or not punt.deel:
            return None
        if punt.id not in self._delen:
            ledger, regel = self._session.ledger, overleg_regel(self._session.ledger, self._overleg_id)
            earlier = ledger.agendapunten.get(punt.id).verslag_van_id
            op = regel.peildatum(self._session.op)
            self._delen[punt.id] = make_deel(ledger, punt.deel, op, self._overleg_id, verslag_van_id=earlier)
        return self._delen[punt.id]

    def changed(self, tables: frozenset[str]) -> None:
        """Ask anew, unless only what is typed in the meeting itself changed."""
        if not tables <= _TYPED_HERE:
            self._delen.clear()


class Leeskopieen:
    """Shows annexes: a PDF in a window of ours, anything else in the program that the computer has for it.

    What another program shows is a copy that is gone when the meeting is left. ``refuse`` says why one cannot be shown.
    """

    def __init__(self, session: Session, parent: QWidget, refuse: Callable[[str], object]) -> None:
        self._session, self._parent, self._refuse = session, parent, refuse
        self._folder = QTemporaryDir()

    def open(self, bijlage: Bijlage) -> None:
        """Look at a file first, for who knows where it comes from; a large one takes its time, beside the meeting."""
        content = self._session.ledger.inhoud.get(bijlage.inhoud)

        def look() -> bool:
            from regietafel.documents.bundel.bijlage import read_bijlage

            return read_bijlage(bijlage.bestandsnaam, content).soort == "pdf"

        def done(is_pdf: bool) -> None:
            if isValid(self._parent):
                try:
                    (self._show_pdf if is_pdf else self._hand_over)(bijlage, content)
                except RegietafelError as error:
                    self._refuse(str(error))

        def failed(error: BaseException) -> None:
            if not isinstance(error, RegietafelError):
                raise error
            if isValid(self._parent):
                self._refuse(str(error))

        self._session.run_in_background(look, done, failed)

    def remove(self) -> None:
        """Take the copies away."""
        self._folder.remove()

    def _show_pdf(self, bijlage: Bijlage, content: bytes) -> None:
        from ui.kit.pdf_window import PdfWindow

        window = PdfWindow(bijlage.titel, content, partial(_save, bijlage, content), self._parent)
        window.setWindowState(Qt.WindowState.WindowMaximized)
        window.show()

    def _hand_over(self, bijlage: Bijlage, content: bytes) -> None:
        path = Path(self._folder.path()) / bijlage.bestandsnaam
        write_files([(path, content)])
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            sentence = _("Deze computer heeft geen programma voor “{naam}”.")
            raise RegietafelError(sentence.format(naam=bijlage.bestandsnaam))


def _save(bijlage: Bijlage, content: bytes, parent: QWidget) -> None:
    if target := dialogs.choose_to_save(parent, _("Kopie bewaren"), bijlage.bestandsnaam, "PDF (*.pdf)"):
        write_files([(target, content)])


def spoken(punt: PuntRegel, deel: Deel | None) -> str:
    """What is told of a point to who cannot see it: all that is for everyone, and how one reads its figures."""
    annexes = ", ".join(each.titel for each in punt.bijlagen)
    said = (f"{punt.nummer} {punt.titel}", _about(punt), punt.toelichting, punt.verwijzing)
    figures = (deel.titel, deel.zin, _("Ctrl+T toont de cijfers in een tabel")) if deel else ()
    told = (
        *said,
        *figures[: 3 if deel and deel.rijen else 2],
        annexes and _("Bijlagen: {titels}").format(titels=annexes),
    )
    return ". ".join(each.rstrip(".") for each in told if each)


def _about(punt: PuntRegel) -> str:
    """What kind of point it is, who brings it in, how long it takes, where it comes from."""
    return " · ".join(
        filter(
            None,
            (
                PUNTSOORTEN[punt.soort].capitalize(),
                punt.inbrenger,
                _("{n} min").format(n=format_number(punt.duur)) if punt.duur else "",
                _("vertrouwelijk") if punt.vertrouwelijk else "",
                _("besproken") if punt.besproken else "",
                _("komt terug van {datum}").format(datum=format_date(punt.komt_terug_van))
                if punt.komt_terug_van
                else "",
            ),
        )
    )


def _figures(deel: Deel, *, everything: bool) -> Sequence[QWidget]:
    """The sentence and the table; rows of confidential points only when those may be seen."""
    made: list[QWidget] = [_text(deel.titel, "section"), _text(deel.zin, "body")]
    shown = seen(deel, everything=everything)
    lines = [Line(texts=rij.cellen) for rij in shown]
    if deel.totaal is not None:
        lines.append(Line(texts=deel.totaal, strong=True))
    right = frozenset(place for place, kop in enumerate(deel.koppen) if kop.getal)
    if lines:
        made.append(part_widget(None, Part(lines=lines, headings=tuple(kop.tekst for kop in deel.koppen), right=right)))
    if left_out := len(deel.rijen) - len(shown):
        made.append(_text(_("{n} vertrouwelijk: met Ctrl+I te zien.").format(n=format_number(left_out)), "quiet"))
    return made


def _text(text: str, role: str) -> QWidget:
    made = style.label(breakable(text), role)
    made.setWordWrap(True)
    made.setAccessibleName(text)
    return made
