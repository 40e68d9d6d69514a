"""What scenario's do, printed: for a person and for another program."""

from __future__ import annotations

from typing import Any

import click

from regietafel.cli.kit import picked, print_table
from regietafel.planning.scenario import Uitkomst, UitkomstRegel, naast_elkaar, samengevat, voorbehoud

_SCENARIO_KEYS = "naam aantal_overdrachten aantal opgelost rest breuken let_op"
_REGEL_KEYS = "gemeente taakstelling opgave verwacht_saldo"
_EFFECT_KEYS = "wijziging taakstelling verwacht_saldo per_1000"


def scenario_json(found: Uitkomst) -> dict[str, Any]:
    """Of one scenario, with its overdrachten."""
    (each,) = found.scenarios
    return {
        **picked(each, _SCENARIO_KEYS),
        "periode": str(found.periode),
        "op": found.op,
        "toelichting": each.toelichting,
        "overdrachten": [vars(deel) for deel in each.delen],
        "onbekend": found.onbekend,
        "gemeenten": [_regel_json(regel, only=True) for regel in found.regels],
        "totaal": _regel_json(found.totaal, only=True),
    }


def vergelijking_json(found: Uitkomst) -> dict[str, Any]:
    """Of scenario's beside each other; with each gemeente a list of what every scenario does to it."""
    return {
        "periode": str(found.periode),
        "op": found.op,
        "achterstand": found.achterstand,
        "onbekend": found.onbekend,
        "scenarios": [picked(each, _SCENARIO_KEYS) for each in found.scenarios],
        "gemeenten": [_regel_json(regel) for regel in found.regels],
        "totaal": _regel_json(found.totaal),
    }


def _regel_json(regel: UitkomstRegel, *, only: bool = False) -> dict[str, Any]:
    effects = [picked(each, _EFFECT_KEYS) for each in regel.effecten]
    return {**picked(regel, _REGEL_KEYS), "na": effects[0] if only else effects}


def print_uitkomst(found: Uitkomst) -> None:
    """Each scenario with its overdrachten and what the rules say of it, and the numbers beside each other."""
    table = naast_elkaar(found)
    for legend, each in zip(table.legenda, found.scenarios, strict=True):
        click.echo(f"{legend} ({samengevat(each)})")
        for deel in each.delen:
            click.echo(f"  {deel.van} → {deel.naar} {deel.aantal}" + (f": {deel.waarom}" if deel.waarom else ""))
        for mark, sentences in (("✕", each.breuken), ("▲", each.let_op)):
            for sentence in sentences:
                click.echo(f"  {mark} {sentence}")
    click.echo()
    print_table(table.velden, table.rijen, table.totaal)
    if said := voorbehoud(found):
        click.echo(said)
