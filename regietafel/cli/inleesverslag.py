"""What is told of a table that was read: how many rows, which wait for the user, and what stayed as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import click

from regietafel.cli.kit import print_json
from regietafel.errors import RegietafelError
from regietafel.exchange.importplan import Importplan, Planrij, Uitkomst
from regietafel.i18n import _, format_number

_MANY = 20  # rows one wants to see one by one


def counts(plan: Importplan) -> dict[str, Any]:
    """How many rows came out how, by the names that JSON gives them."""
    of = plan.aantallen
    return {
        "soort": plan.soort.naam,
        "gelezen": len(plan.rijen),
        "nieuw": of[Uitkomst.NIEUW],
        "gewijzigd": of[Uitkomst.GEWIJZIGD],
        "gelijk": of[Uitkomst.GELIJK],
        "overgeslagen": of[Uitkomst.BUITEN] + of[Uitkomst.OVERGESLAGEN],
    }


def report(
    plan: Importplan, remarks: Iterable[str], told: Mapping[str, Any], naam: str, written: bool, *, als_json: bool
) -> None:
    """Say what is remarkable and how many rows were read. Raises RegietafelError when none could be taken over."""
    for remark in remarks:
        click.echo(remark, err=True)
    _show(plan, told, written, als_json=als_json)
    if not (plan.overgenomen or written):
        raise RegietafelError(
            _("Er is niets overgenomen: herstel de problemen, of neem de voorstellen over met --akkoord.")
            if _open(plan)
            else _("Er is niets overgenomen: in {naam} staat geen gemeente van dit bestand.").format(naam=naam)
        )


def _show(plan: Importplan, told: Mapping[str, Any], written: bool, *, als_json: bool) -> None:
    problemen = problemen_json(plan)
    if als_json:
        print_json({**told, "problemen": problemen, "geschreven": written})
        return
    for uitkomst, aantal in plan.aantallen.items():
        if aantal:
            click.echo(f"{format_number(aantal):>6}  {uitkomst}")
    for probleem in problemen:
        click.echo(_("{blad}, rij {rij}: {melding}").format(**probleem), err=True)


def check_all_read(plan: Importplan) -> None:
    """Raises RegietafelError when rows wait for the user. Everything else is told, and written, by then.

    A name that looks like that of a gemeente elsewhere in the country does not matter to this file.
    """
    here = [rij for rij in _open(plan) if plan.soort.hele_land or not rij.gm_code or rij.gemeente_id]
    if left := len(here):
        rijen = _("1 rij is") if left == 1 else _("{n} rijen zijn").format(n=format_number(left))
        sentence = _("{rijen} niet overgenomen: herstel de problemen, of neem de voorstellen over met --akkoord.")
        raise RegietafelError(sentence.format(rijen=rijen))


def _open(plan: Importplan) -> list[Planrij]:
    return [rij for rij in plan.rijen if rij.uitkomst in {Uitkomst.PROBLEEM, Uitkomst.VOORSTEL}]


def say_changed(plan: Importplan) -> None:
    """Which rows have another number and stayed as they were."""
    left = plan.niet_bijgewerkt
    labels = {naam: _in_sentence(label) for naam, label in plan.soort.waarden.items()}
    for rij in left[:_MANY]:
        changes = ", ".join(
            f"{labels[naam]} {format_number(oud)} → {format_number(nieuw)}"
            for naam, (oud, nieuw) in rij.verschillen.items()
        )
        said = {"blad": rij.blad, "rij": rij.rij, "gemeente": rij.gemeente, "wat": changes}
        click.echo(_("{blad}, rij {rij}: {gemeente}, {wat}").format(**said), err=True)
    if left:
        rows = _("1 rij") if len(left) == 1 else _("{n} rijen").format(n=format_number(len(left)))
        sentence = _("Niet bijgewerkt: {rows} met een ander aantal dan dit bestand. Neem dat over met --bijwerken.")
        click.echo(sentence.format(rows=rows), err=True)


def _in_sentence(label: str) -> str:
    """Without its capital; “COA” keeps them."""
    return label if label[1:2].isupper() else label[0].lower() + label[1:]


def unwritten(plan: Importplan, droog: bool) -> str:
    """Why nothing was written."""
    if droog:
        return _("Droog gelezen: er is niets geschreven.")
    return _("Er is niets geschreven.") if plan.niet_bijgewerkt else _("Er viel niets te wijzigen.")


def problemen_json(plan: Importplan) -> list[dict[str, Any]]:
    """The rows that wait for the user, as every command that reads a table lists them."""
    return [_probleem_json(rij) for rij in _open(plan)]


def _probleem_json(rij: Planrij) -> dict[str, Any]:
    voorstel = rij.gemeente if rij.uitkomst is Uitkomst.VOORSTEL else None
    return {"blad": rij.blad, "rij": rij.rij, "veld": rij.veld, "melding": rij.melding, "voorstel": voorstel}
