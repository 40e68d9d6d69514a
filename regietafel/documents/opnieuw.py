"""Making a document of the register again from what holds now, as it was asked for then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from regietafel.documents.herinneringen import read_herinneringen
from regietafel.documents.leveren import Bron, Leverbaar, Vraag, read_levering
from regietafel.documents.maken import Geschreven, day_in, file_name_in, read_feiten, render
from regietafel.documents.overlegerbij import Eml
from regietafel.documents.overlegleveren import asked_for
from regietafel.documents.overlegsoorten import HERINNERING, UITNODIGING, VAN_OVERLEG
from regietafel.documents.pakken import BUNDELS, DOSSIER, ZIP
from regietafel.documents.reeks import Plan
from regietafel.documents.stuk import BRONDATA, OP, SOORTEN_IN, UW_KENMERK, VORM, Stuk, describe
from regietafel.documents.verouderd import OF_PERIODE, agreement_of, planned_for
from regietafel.documents.verzenden import SOORT, enclosed
from regietafel.domain.document import Archiefstuk
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger


@dataclass(frozen=True, kw_only=True)
class Opnieuw:
    """What was read to make it again; ``make`` touches no ledger, so it can run on a thread.

    ``plannen`` are the documents of an agreement or a meeting that it takes, see ``Levering.make``; of a half-year it
    is ``stuk``.
    """

    was: Archiefstuk
    stuk: Stuk | None = None
    levering: Leverbaar | None = None
    plannen: Sequence[Plan] = ()

    def make(self, plannen: Sequence[Plan]) -> Geschreven:
        """The document. Raises RegietafelError that says why it cannot be made."""
        if self.levering is None:
            assert self.stuk is not None
            made = render(self.stuk.document, self.was.vorm)
            return Geschreven(self.stuk, Path(file_name_in(self.stuk, self.was.vorm)), made, self.was.vorm)
        outcome = self.levering.make(plannen, Path())
        for each in outcome.geschreven:
            if (each.stuk.soort, each.stuk.voor) == (self.was.soort, self.was.voor):
                return each
        raise RegietafelError(describe(outcome.mislukt) or _("Er is niets om te maken."))


def again(ledger: Ledger, was: Archiefstuk, *, eml: Eml, brondata: Bron) -> Opnieuw:
    """Read what it takes, with the date that is on it. Raises RegietafelError that says what is in the way."""
    asked = read_feiten(ledger.inhoud.get(was.feiten))
    if was.soort == HERINNERING:
        reminders = read_herinneringen(ledger, day_in(asked, OP), was.datum, eml, houders=[was.voor])
        return Opnieuw(was=was, levering=reminders, plannen=reminders.plannen)
    if was.soort == UITNODIGING:
        raise RegietafelError(_("Een uitnodiging maakt u opnieuw bij het overleg."))
    if was.soort in VAN_OVERLEG or was.overleg_id is not None:
        meeting = asked_for(ledger, was, asked, eml)
        return Opnieuw(was=was, levering=meeting, plannen=meeting.plannen)
    if of_periode := OF_PERIODE.get(was.soort):
        return Opnieuw(was=was, stuk=of_periode(ledger, was, asked))
    together = was.soort in BUNDELS or was.soort == SOORT
    vraag = Vraag(
        soorten=asked.get(SOORTEN_IN, "").split() if together else (),
        vorm=asked.get(VORM, "pdf") if together else was.vorm,
        los=not together,
        openbaar=was.openbaar,
        dossier=was.soort == DOSSIER,
        zip=was.soort == ZIP,
        eml=eml if was.soort == SOORT else None,
        brondata=brondata if BRONDATA in asked else None,
        uw_kenmerk=asked.get(UW_KENMERK, ""),
    )
    levering = read_levering(ledger, agreement_of(was), was.datum, vraag)
    if was.soort in BUNDELS:
        return Opnieuw(was=was, levering=levering, plannen=levering.plannen)
    if was.soort == SOORT:
        meant = enclosed(levering.plannen, was.voor)
        if not meant:
            raise RegietafelError(_("{voor} is geen partij of ontvanger meer.").format(voor=was.voor))
        return Opnieuw(was=was, levering=levering, plannen=meant)
    plan = planned_for({(each.soort, each.voor): each for each in levering.plannen}, was)
    return Opnieuw(was=was, levering=levering, plannen=(plan,))
