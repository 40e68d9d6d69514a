"""The scenario's of a file: what each would hand over, and whether it could become an agreement as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from regietafel.domain.herverdeling import Bepalingen, partijen
from regietafel.domain.herverdelingsregels import REGELS, Voornemen, waarschuwingen
from regietafel.domain.periode import Periode
from regietafel.domain.scenario import Scenario, Scenarioregel
from regietafel.errors import RegietafelError
from regietafel.i18n import _, enumerate_some
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names
from regietafel.queries.herverdelingen import summarise
from regietafel.queries.voornemen import voornemen
from regietafel.reference import spelling_key


@dataclass(frozen=True, kw_only=True)
class ScenarioBlad:
    """A scenario with what the rules of a herverdeling say of it. A broken rule keeps it from becoming a concept."""

    scenario: Scenario
    delen: tuple[Scenarioregel, ...]
    breuken: tuple[str, ...]
    let_op: tuple[str, ...]  # allowed, but wants a second look
    van_buiten: tuple[str, ...]  # parties that are no member of the table

    @property
    def id(self) -> int:
        """Of the scenario."""
        assert self.scenario.id is not None
        return self.scenario.id

    @property
    def naam(self) -> str:
        """Of the scenario."""
        return self.scenario.naam

    @property
    def periode(self) -> Periode:
        """The half-year it is about."""
        return self.scenario.periode

    @property
    def toelichting(self) -> str:
        """What was written about it."""
        return self.scenario.toelichting

    @property
    def aantal(self) -> int:
        """Persons handed over."""
        return sum(deel.aantal for deel in self.delen)

    @property
    def aantal_overdrachten(self) -> int:
        """How many overdrachten it has."""
        return len(self.delen)

    @property
    def samenvatting(self) -> str:
        """``Enschede → Borne 10``, for lists."""
        return summarise(self.delen)

    @property
    def oordeel(self) -> str:
        """Whether the rules are kept, in shape and words."""
        if self.breuken:
            return _("✕ kan zo niet")
        return _("▲ let op") if self.let_op else _("✓ kan")


def scenarios(ledger: Ledger, periode: Periode | None = None) -> tuple[ScenarioBlad, ...]:
    """Those of one half-year, or all, in the order in which they were made."""
    found = ledger.scenarios if periode is None else ledger.scenarios.where(periode=periode)
    return _bladen(ledger, tuple(found))


def blad(ledger: Ledger, scenario_id: int) -> ScenarioBlad:
    """One scenario in full. Raises RegietafelError when it is gone."""
    return bladen(ledger, [scenario_id])[0]


def bladen(ledger: Ledger, scenario_ids: Iterable[int]) -> tuple[ScenarioBlad, ...]:
    """These scenario's in full, in this order. Raises RegietafelError when one is gone."""
    return _bladen(ledger, [ledger.scenarios.get(id) for id in scenario_ids])


def _bladen(ledger: Ledger, found: Sequence[Scenario]) -> tuple[ScenarioBlad, ...]:
    names = gemeente_names(ledger)
    # What is known of a half-year is the same for each. Whether an outsider takes part on purpose is asked when a
    # concept is made.
    agreed = Bepalingen(buiten_tafel=True)
    known = {periode: voornemen(ledger, periode, (), agreed) for periode in {each.periode for each in found}}
    return tuple(_blad(ledger, each, names, known[each.periode]) for each in found)


def _blad(ledger: Ledger, scenario: Scenario, names: Mapping[int, str], known: Voornemen) -> ScenarioBlad:
    delen = tuple(
        Scenarioregel(names[each.van_id], names[each.naar_id], each.aantal, each.waarom)
        for each in ledger.scenariodelen.where(scenario_id=scenario.id)
    )
    plan = replace(known, delen=delen, bepalingen=replace(known.bepalingen, toelichting=scenario.toelichting))
    outside = tuple(naam for naam in partijen(plan.delen) if naam not in plan.leden)
    said = waarschuwingen(plan)
    if outside:
        said = (*said, _("Geen lid van deze regietafel: {namen}.").format(namen=enumerate_some(outside)))
    return ScenarioBlad(
        scenario=scenario,
        delen=delen,
        breuken=tuple(breuk for regel in REGELS if regel.streng and (breuk := regel.breuk(plan))),
        let_op=said,
        van_buiten=outside,
    )


def find(ledger: Ledger, naam: str) -> ScenarioBlad:
    """The scenario with this name. Raises RegietafelError that names those that exist."""
    for each in ledger.scenarios:
        if each.id is not None and spelling_key(each.naam) == spelling_key(naam):
            return blad(ledger, each.id)
    known = enumerate_some([each.naam for each in ledger.scenarios]) or _("nog geen enkel")
    sentence = _("Er is geen scenario “{naam}” in dit bestand; wel: {known}.")
    raise RegietafelError(sentence.format(naam=naam[:80], known=known))
