"""The only wizard: a draft, and steps that each fill in a part of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget, QWizard, QWizardPage

from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _
from ui.kit import style
from ui.kit.buttons import button, scrolled
from ui.kit.focus import begin_at_first_input
from ui.kit.forms import AlreadySaid, Form


class Content(Protocol):
    """What a step shows; a Form is one."""

    @property
    def is_changed(self) -> bool: ...

    def load(self, record: Any, /) -> None: ...

    def values(self) -> dict[str, Any]: ...


class StepWidget(QWidget):
    """The base of a step that is more than fields: shows the draft, gives back the attributes it decides."""

    changed = Signal()
    is_changed: bool = False

    def load(self, draft: Any) -> None:
        """Show the draft, as the steps before left it."""

    def _touch(self, *_change: object) -> None:
        """The user did something here."""
        self.is_changed = True

    def values(self) -> dict[str, Any]:
        """The attributes of the draft this step fills in. Raises RegietafelError when it cannot go on."""
        return {}


@dataclass(frozen=True, kw_only=True)
class Step:
    """``fields`` or ``build`` (a Form or StepWidget); ``check`` raises RegietafelError on the draft so far.

    ``settle`` fills in what follows from the draft so far, such as a proposal for a later step.
    """

    title: str
    intro: str = ""
    fields: Sequence[Field] = ()
    build: Callable[[], QWidget] | None = None
    check: Callable[[Any], object] = lambda draft: None
    settle: Callable[[Any], Any] = lambda draft: draft


class DraftWizard(QWizard):
    """``draft`` is a frozen dataclass; the last step hands the complete one to ``finish``."""

    def __init__(
        self,
        title: str,
        draft: Any,
        steps: Sequence[Step],
        finish: Callable[[Any], object],
        *,
        verb: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.draft = draft
        self._finish = finish
        self.setWindowTitle(title)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.NoDefaultButton)
        self._name_buttons(verb)
        self._path = [style.label(f"{number}  {step.title}") for number, step in enumerate(steps, 1)]
        self._side = _side(self._path)  # Qt does not keep it for Python
        self.setSideWidget(self._side)
        self.pages = [_StepPage(self, step, last=step is steps[-1]) for step in steps]
        for page in self.pages:
            self.addPage(page)
        self.currentIdChanged.connect(self._show_place)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._go_on)
        self.resize(880, 620)
        begin_at_first_input(self)

    def reject(self) -> None:
        """Leave at once when nothing was filled in, otherwise ask on the page itself."""
        page = self.currentPage()
        if isinstance(page, _StepPage) and any(each.is_changed for each in self.pages):
            page.ask(self.leave)
        else:
            self.leave()

    def leave(self) -> None:
        """Leave without asking."""
        super().reject()

    def advance(self, step: Step, values: dict[str, Any], *, last: bool) -> None:
        """Put the values of a step in the draft. Raises RegietafelError when the draft is then refused."""
        draft = replace(self.draft, **values)
        step.check(draft)
        draft = self.draft = step.settle(draft)
        if last:
            self._finish(draft)

    def _go_on(self) -> None:
        which = QWizard.WizardButton
        self.button(which.FinishButton if self.nextId() == -1 else which.NextButton).click()

    def _name_buttons(self, verb: str) -> None:
        which = QWizard.WizardButton
        words = {which.BackButton: _("Vorige"), which.NextButton: _("Volgende"), which.CancelButton: _("Annuleren")}
        for place, text in {**words, which.FinishButton: verb}.items():
            made = QPushButton(text)
            if place in (which.NextButton, which.FinishButton):
                made.setProperty("kind", "primary")
            self.setButton(place, made)
        layout = [which.Stretch, which.CancelButton, which.BackButton, which.NextButton, which.FinishButton]
        self.setButtonLayout(layout)

    def _show_place(self) -> None:
        for place, step in enumerate(self._path):
            style.set_role(step, "strong" if place == self.currentId() else "quiet")


class _StepPage(QWizardPage):
    def __init__(self, wizard: DraftWizard, step: Step, *, last: bool) -> None:
        super().__init__()
        self._wizard, self._step, self._last = wizard, step, last
        widget = step.build() if step.build else Form(step.fields)
        self._content = cast(Content, widget)
        self._shown: Any = None
        self._question: QFrame | None = None
        self._problem = style.label("", "problem")
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(style.PAGE, style.PAGE, style.PAGE, style.GAP)
        self._layout.setSpacing(style.SPACE)
        self._layout.addWidget(style.label(step.title, "title"))
        if step.intro:
            intro = style.label(step.intro, "quiet")
            intro.setWordWrap(True)
            self._layout.addWidget(intro)
        self._layout.addWidget(scrolled(widget) if isinstance(widget, Form) else widget, 1)
        self._layout.addWidget(self._problem)
        self.setAccessibleName(step.title)

    @property
    def is_changed(self) -> bool:
        """Whether the user filled in something here."""
        return self._content.is_changed

    def initializePage(self) -> None:
        """Show the draft; what was typed here before stays unless an earlier step has changed the draft."""
        if self._shown != self._wizard.draft:
            self._shown = self._wizard.draft
            self._content.load(self._wizard.draft)
        self._problem.clear()

    def validatePage(self) -> bool:
        """Go on when the step's values fit; otherwise say what must be corrected."""
        self._problem.clear()
        try:
            self._wizard.advance(self._step, self._content.values(), last=self._last)
        except AlreadySaid:
            return False
        except RegietafelError as error:
            self._problem.setText(str(error))
            return False
        self._shown = self._wizard.draft
        return True

    def ask(self, leave: Callable[[], None]) -> None:
        """Ask, on the page itself, whether what was filled in may be lost; asked again, the question goes away."""
        if self._question is not None:
            self._answer()
            return
        self._question = QFrame()
        self._question.setObjectName("notice")
        row = QHBoxLayout(self._question)
        sentence = style.label(_("Stoppen? Wat u hebt ingevuld, gaat dan verloren."))
        stay = button(_("Verder invullen"), self._answer)
        row.addWidget(sentence, 1)
        row.addWidget(button(_("Stoppen"), leave))
        row.addWidget(stay)
        self._layout.addWidget(self._question)
        stay.setFocus()

    def _answer(self) -> None:
        if self._question is not None:
            self._question.hide()
            self._question.deleteLater()
            self._question = None


def _side(path: Sequence[QLabel]) -> QWidget:
    side = QFrame()
    side.setProperty("panel", True)
    side.setFixedWidth(style.NAVIGATION)
    layout = QVBoxLayout(side)
    layout.setContentsMargins(style.SPACE, style.PAGE, style.SPACE, style.SPACE)
    layout.setSpacing(style.SPACE)
    for step in path:
        step.setWordWrap(True)
        layout.addWidget(step)
    layout.addStretch()
    return side
