"""Make a scenario, or change one: what it is called, the overdrachten, and why each. It may break the rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from regietafel.actions.scenarios import check_name, edit_scenario, free_name, make_scenario
from regietafel.catalog import SCENARIO
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.domain.scenario import Scenario, Scenarioregel
from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _, format_number
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import current_taakstelling
from regietafel.queries.scenarios import blad
from ui.kit import style
from ui.kit.buttons import scrolled
from ui.kit.forms import Form
from ui.kit.session import Session
from ui.kit.sizes import resize_within_screen
from ui.kit.wizard import DraftWizard, Step, StepWidget
from ui.wizards.herverdeling_overdrachten import Overdrachten

Paar = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Ontwerp:
    """A scenario that is being made; ``id`` of the one that is being changed."""

    periode: Periode
    naam: str
    toelichting: str = ""
    delen: tuple[Deel, ...] = ()
    redenen: Mapping[Paar, str] = field(default_factory=dict)  # by giver and receiver
    id: int | None = None


def open_scenario(
    session: Session,
    parent: QWidget | None = None,
    *,
    scenario_id: int | None = None,
    made: Callable[[int], object] = lambda id: None,
) -> DraftWizard:
    """Open the wizard; ``made`` gets the id of the scenario when it is finished.

    Raises RegietafelError when no taakstelling of the half-year is known.
    """
    ledger = session.ledger
    draft = _ontwerp(session, scenario_id)
    if not current_taakstelling(ledger, draft.periode):
        sentence = _("Van {periode} is geen taakstelling bekend; lees die eerst in, of kies een ander halfjaar.")
        raise RegietafelError(sentence.format(periode=draft.periode))
    naam, _periode, toelichting = SCENARIO

    def named(draft: Ontwerp) -> None:
        check_name(ledger, Scenario(id=draft.id, naam=draft.naam, periode=draft.periode, toelichting=draft.toelichting))

    steps = (
        Step(
            title=_("Scenario"),
            intro=_("Voor {periode}. Een scenario verandert niets aan de cijfers; u kunt het altijd wijzigen.").format(
                periode=draft.periode
            ),
            fields=(naam, toelichting),
            check=named,
        ),
        Step(
            title=_("Overdrachten"),
            intro=_("Wat hier niet klopt, mag blijven staan; er kan dan nog geen concept van worden gemaakt."),
            build=lambda: Overdrachten(ledger),
        ),
        Step(
            title=_("Waarom"),
            intro=_("Voor de bijlage bij de agenda, en later voor de toelichting van de herverdeling. Mag leeg."),
            build=Redenen,
        ),
    )
    wizard = DraftWizard(
        _("Scenario wijzigen") if draft.id else _("Scenario maken"),
        draft,
        steps,
        lambda draft: made(_write(ledger, draft)),
        verb=_("Wijzigen") if draft.id else _("Scenario maken"),
        parent=parent,
    )
    resize_within_screen(wizard, 960, 680)
    wizard.finished.connect(lambda result: wizard.deleteLater())
    wizard.open()
    return wizard


class Redenen(StepWidget):
    """Why, per overdracht."""

    def __init__(self) -> None:
        super().__init__()
        self._paren: tuple[Paar, ...] = ()
        self._form = Form(())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(self._form)
        self._nothing = style.label(_("Er zijn nog geen overdrachten."), "quiet")
        self._layout.addWidget(self._nothing)
        self._layout.addWidget(self._area, 1)

    def load(self, draft: Any) -> None:
        """An input per overdracht; what was typed about it before stays."""
        known = {**draft.redenen, **self._typed()}
        self._paren = tuple((deel.van, deel.naar) for deel in draft.delen)
        fields = [
            Field(
                name=_name(place),
                label=f"{deel.van} → {deel.naar}, {format_number(deel.aantal)}",
                multiline=True,
            )
            for place, deel in enumerate(draft.delen)
        ]
        self._form = Form(fields)
        self._form.load({_name(place): known.get(paar, "") for place, paar in enumerate(self._paren)})
        self._area.setWidget(self._form)
        self._nothing.setVisible(not fields)
        self._area.setVisible(bool(fields))

    @property
    def is_changed(self) -> bool:  # type: ignore[override]
        """Whether a reason was typed."""
        return self._form.is_changed

    def values(self) -> dict[str, Any]:
        """The reasons."""
        return {"redenen": self._typed()}

    def _typed(self) -> dict[Paar, str]:
        found = self._form.values()
        return {paar: found[_name(place)] for place, paar in enumerate(self._paren)}


def _name(place: int) -> str:
    return f"waarom_{place}"


def _ontwerp(session: Session, scenario_id: int | None) -> Ontwerp:
    if scenario_id is None:
        return Ontwerp(periode=session.periode, naam=free_name(session.ledger, _("Scenario")))
    view = blad(session.ledger, scenario_id)
    return Ontwerp(
        periode=view.periode,
        naam=view.naam,
        toelichting=view.toelichting,
        delen=tuple(Deel(deel.van, deel.naar, deel.aantal) for deel in view.delen),
        redenen={(deel.van, deel.naar): deel.waarom for deel in view.delen},
        id=view.id,
    )


def _write(ledger: Ledger, draft: Ontwerp) -> int:
    delen = [
        Scenarioregel(deel.van, deel.naar, deel.aantal, draft.redenen.get((deel.van, deel.naar), ""))
        for deel in draft.delen
    ]
    if draft.id is None:
        return make_scenario(ledger, draft.periode, draft.naam, delen, draft.toelichting)
    edit_scenario(ledger, draft.id, draft.naam, delen, draft.toelichting)
    return draft.id
