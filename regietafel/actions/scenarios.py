"""Scenario's: kept beside the register, whatever they break; only a concept made of one must keep the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.domain.herverdeling import Bepalingen, groepen, partijen
from regietafel.domain.periode import Periode
from regietafel.domain.scenario import Scenario, Scenariodeel, Scenarioregel
from regietafel.errors import RuleError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import find_gemeente
from regietafel.queries.scenarios import ScenarioBlad, blad
from regietafel.reference import spelling_key


def make_scenario(
    ledger: Ledger, periode: Periode, naam: str, delen: Sequence[Scenarioregel] = (), toelichting: str = ""
) -> int:
    """Keep a scenario and return its id. It need not be complete, nor keep the rules of a herverdeling.

    Raises RuleError when there is one with that name, or when an overdracht cannot be one.
    """
    made = Scenario(naam=naam.strip(), periode=periode, toelichting=toelichting.strip())
    check_name(ledger, made)
    with ledger.operation(_("Scenario gemaakt: {naam}").format(naam=made.naam)):
        made = ledger.scenarios.save(made)
        assert made.id is not None
        _save_delen(ledger, made.id, delen)
    return made.id


def edit_scenario(
    ledger: Ledger, scenario_id: int, naam: str, delen: Sequence[Scenarioregel], toelichting: str
) -> None:
    """Change everything but the half-year. Raises RuleError as :func:`make_scenario` does."""
    old = ledger.scenarios.get(scenario_id)
    changed = replace(old, naam=naam.strip(), toelichting=toelichting.strip())
    check_name(ledger, changed)
    with ledger.operation(_("Scenario gewijzigd: {naam}").format(naam=changed.naam)):
        ledger.scenarios.save(changed)
        if tuple(delen) != blad(ledger, scenario_id).delen:
            _remove_delen(ledger, scenario_id)
            _save_delen(ledger, scenario_id, delen)


def copy_scenario(ledger: Ledger, scenario_id: int) -> int:
    """Make another one like it, to change, and return its id."""
    old = blad(ledger, scenario_id)
    naam = free_name(ledger, _("Kopie van {naam}").format(naam=old.naam))
    with ledger.operation(_("Scenario gekopieerd: {naam}").format(naam=old.naam)):
        return make_scenario(ledger, old.periode, naam, old.delen, old.toelichting)


def remove_scenario(ledger: Ledger, scenario_id: int) -> None:
    """Throw a scenario away; what was agreed stays."""
    scenario = ledger.scenarios.get(scenario_id)
    with ledger.operation(_("Scenario verwijderd: {naam}").format(naam=scenario.naam)):
        _remove_delen(ledger, scenario_id)
        ledger.scenarios.delete(scenario)


def make_concepten(
    ledger: Ledger, scenario_id: int, *, buiten_tafel: bool = False, samen: bool = False
) -> tuple[int, ...]:
    """Prepare an agreement of the overdrachten that hang together, and return their ids; the scenario stays.

    Gemeenten that do not trade with each other are in different agreements: one refusal then stops only its own
    (all colleges of an agreement must decide). ``samen`` makes one of all. The toelichting is that of the scenario,
    with under it why of each overdracht. Raises RuleError when a rule of a herverdeling is broken; ``buiten_tafel``
    says that a party from outside takes part on purpose.
    """
    view = blad(ledger, scenario_id)
    with ledger.operation(_("Herverdeling gemaakt van scenario {naam}").format(naam=view.naam)):
        return tuple(
            make_herverdeling(ledger, view.periode, group, _agreed(view, group, buiten_tafel))
            for group in (groepen(view.delen) if view.delen and not samen else (view.delen,))
        )


def check_name(ledger: Ledger, scenario: Scenario) -> None:
    """Raises RuleError when another scenario has this name."""
    for other in ledger.scenarios:
        if other.id != scenario.id and spelling_key(other.naam) == spelling_key(scenario.naam):
            sentence = _("Er is al een scenario “{naam}”, voor {periode}. Kies een andere naam.")
            raise RuleError(sentence.format(naam=other.naam, periode=other.periode))


def free_name(ledger: Ledger, naam: str) -> str:
    """This name, or with the first number behind it that no scenario has."""
    taken, number, proposal = {spelling_key(each.naam) for each in ledger.scenarios}, 1, naam
    while spelling_key(proposal) in taken:
        number += 1
        proposal = f"{naam} {number}"
    return proposal


def _agreed(view: ScenarioBlad, delen: Sequence[Scenarioregel], buiten_tafel: bool) -> Bepalingen:
    said = [view.toelichting, "\n".join(deel.waarom for deel in delen if deel.waarom)]
    outside = buiten_tafel and not {*view.van_buiten}.isdisjoint(partijen(delen))
    return Bepalingen(toelichting="\n\n".join(each for each in said if each), buiten_tafel=outside)


def _save_delen(ledger: Ledger, scenario_id: int, delen: Sequence[Scenarioregel]) -> None:
    seen: set[tuple[int, int]] = set()
    for deel in delen:
        van, naar = find_gemeente(ledger, deel.van), find_gemeente(ledger, deel.naar)
        assert van.id is not None and naar.id is not None
        if van.id == naar.id:
            raise RuleError(_("{gemeente} kan niet aan zichzelf overdragen.").format(gemeente=van.naam))
        if (van.id, naar.id) in seen:
            sentence = _("Van {van} aan {naar} staat meer dan één overdracht; maak er één van.")
            raise RuleError(sentence.format(van=van.naam, naar=naar.naam))
        seen.add((van.id, naar.id))
        ledger.scenariodelen.save(
            Scenariodeel(
                scenario_id=scenario_id,
                van_id=van.id,
                naar_id=naar.id,
                aantal=deel.aantal,
                waarom=deel.waarom.strip(),
            )
        )


def _remove_delen(ledger: Ledger, scenario_id: int) -> None:
    for deel in ledger.scenariodelen.where(scenario_id=scenario_id):
        ledger.scenariodelen.delete(deel)
