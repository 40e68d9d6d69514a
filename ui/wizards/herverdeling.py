"""Make a herverdeling, or change one in preparation: periode, overdrachten, toelichting and check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from PySide6.QtWidgets import QWidget

from regietafel.actions.herverdeling import edit_herverdeling, make_herverdeling
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.herverdelingsregels import check
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad, current_taakstelling
from regietafel.queries.stand import known_periodes
from regietafel.queries.voornemen import voornemen
from ui.kit.session import Session
from ui.kit.sizes import resize_within_screen
from ui.kit.wizard import DraftWizard, Step
from ui.wizards.herverdeling_bepalingen import Afspraken
from ui.wizards.herverdeling_controle import Controle
from ui.wizards.herverdeling_overdrachten import Overdrachten


class Ontwerp(Bepalingen):
    """An agreement that is being made; ``id`` and ``kenmerk`` of the one that is being changed."""

    periode: Periode
    delen: tuple[Deel, ...] = ()
    id: int | None = None
    kenmerk: str = ""
    vervolg_op_id: int | None = None


def open_herverdeling(
    session: Session,
    parent: QWidget | None = None,
    *,
    herverdeling_id: int | None = None,
    vervolg_op_id: int | None = None,
    made: Callable[[int], object] = lambda id: None,
) -> DraftWizard:
    """Open the wizard, to change an agreement or to make one, perhaps as the next after another.

    ``made`` gets the id of the agreement when it is finished.

    Raises RegietafelError when the file holds no taakstelling that could be handed over.
    """
    ledger = session.ledger
    periodes = [periode for periode in known_periodes(ledger) if current_taakstelling(ledger, periode)]
    if not periodes:
        raise RegietafelError(_("Lees eerst een taakstelling in; zonder taakstelling is er niets over te dragen."))
    draft = _ontwerp(session, periodes, herverdeling_id, vervolg_op_id)

    def numbers(draft: Ontwerp) -> None:
        """For how long and with whom from outside is asked in the next step."""
        check(voornemen(ledger, draft.periode, draft.delen, Bepalingen(buiten_tafel=True)))

    def rules(draft: Ontwerp) -> None:
        check(voornemen(ledger, draft.periode, draft.delen, draft.bepalingen))

    steps = [
        Step(
            title=_("Overdrachten"),
            intro=_("Alleen gemeenten met een taakstelling in dit halfjaar kunnen meedoen. De som blijft gelijk."),
            build=lambda: Overdrachten(ledger),
            check=numbers,
        ),
        Step(title=_("Afspraken"), build=lambda: Afspraken(ledger), check=rules),
        Step(title=_("Toelichting en controle"), build=lambda: Controle(ledger), check=rules),
    ]
    if draft.id is None:
        steps.insert(0, _periode_step(periodes))
    wizard = DraftWizard(
        _title(ledger, draft),
        draft,
        steps,
        lambda draft: made(_write(ledger, draft)),
        verb=_("Wijzigen") if draft.id else _("Herverdeling maken"),
        parent=parent,
    )
    resize_within_screen(wizard, 960, 680)
    wizard.finished.connect(lambda result: wizard.deleteLater())
    wizard.open()
    return wizard


def _title(ledger: Ledger, draft: Ontwerp) -> str:
    if draft.id:
        return _("Herverdeling {kenmerk} wijzigen").format(kenmerk=draft.kenmerk)
    if draft.vervolg_op_id:
        return _("Vervolg op {kenmerk}").format(kenmerk=ledger.herverdelingen.get(draft.vervolg_op_id).kenmerk)
    return _("Herverdeling maken")


def _ontwerp(
    session: Session, periodes: list[Periode], herverdeling_id: int | None, vervolg_op_id: int | None
) -> Ontwerp:
    if vervolg_op_id is not None:  # the same parties in the next half-year, when that can be chosen
        before = blad(session.ledger, vervolg_op_id)
        periode = next((each for each in (before.herverdeling.laatste.next, before.periode) if each in periodes), None)
        return Ontwerp(periode=periode or periodes[0], delen=before.delen, vervolg_op_id=vervolg_op_id)
    if herverdeling_id is None:
        return Ontwerp(periode=session.periode if session.periode in periodes else periodes[0])
    view = blad(session.ledger, herverdeling_id)
    return Ontwerp(
        periode=view.periode,
        delen=view.delen,
        id=view.id,
        kenmerk=view.kenmerk,
        **asdict(view.herverdeling.bepalingen),
    )


def _periode_step(periodes: list[Periode]) -> Step:
    field = Field(
        name="periode",
        label=_("Periode"),
        required=True,
        choices={str(periode): periode for periode in periodes},
        help=_("U kunt kiezen uit de halfjaren waarvan de taakstelling is ingelezen."),
    )
    intro = _("Gemeenten dragen een deel van hun taakstelling over voor één kalenderhalfjaar.")
    return Step(title=_("Periode"), intro=intro, fields=(field,))


def _write(ledger: Ledger, draft: Ontwerp) -> int:
    if draft.id is None:
        return make_herverdeling(
            ledger, draft.periode, draft.delen, draft.bepalingen, vervolg_op_id=draft.vervolg_op_id
        )
    edit_herverdeling(ledger, draft.id, draft.delen, draft.bepalingen)
    return draft.id
