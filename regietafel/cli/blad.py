"""One agreement, printed: for a person and for another program."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any

import click

from regietafel.catalog import WIJZIGING_REGEL
from regietafel.catalog.herverdeling import BEHANDELING, GEBEURTENIS, KLOK
from regietafel.cli.kit import print_table
from regietafel.domain.behandeling import Behandeling
from regietafel.domain.herverdeling import Deel, Wijziging
from regietafel.i18n import _, format_date
from regietafel.queries.herverdelingen import HerverdelingBlad
from regietafel.queries.klokken import Klok
from regietafel.queries.levensloop import levensloop

_GEMEENTE, _WAT_UITERLIJK_GEDAAN_NOG = WIJZIGING_REGEL[0], KLOK[1:5]


def in_werking(view: HerverdelingBlad) -> datetime.date | None:
    """The day from which it counts, once that was known on the day the sheet is about."""
    known = view.bekendgemaakt_op is not None and view.bekendgemaakt_op <= view.op
    return view.in_werking_op if known else None


def delen_json(delen: Iterable[Deel]) -> list[dict[str, Any]]:
    """Who hands over how many to whom."""
    return [{"van": deel.van, "naar": deel.naar, "aantal": deel.aantal} for deel in delen]


def partijen_json(view: HerverdelingBlad) -> dict[str, Any]:
    """What the agreement does to each party, and the sums."""
    partijen = [
        {"gemeente": each.gemeente, "oud": each.oud, "wijziging": each.wijziging, "nieuw": each.nieuw}
        for each in view.partijen
    ]
    return {"partijen": partijen, "som_oud": view.som_oud, "som_nieuw": view.som_nieuw}


def blad_json(view: HerverdelingBlad, klokken: Sequence[Klok]) -> dict[str, Any]:
    """All of it, as known on the day of the sheet."""
    numbers, agreed = partijen_json(view), view.herverdeling
    handled = [_behandeling_json(each.zoals_op(view.op)) for each in view.behandelingen]
    numbers["partijen"] = [row | more for row, more in zip(numbers["partijen"], handled, strict=True)]
    withdrawn = agreed.ingetrokken_op if agreed.ingetrokken_op and agreed.ingetrokken_op <= view.op else None
    return {
        "kenmerk": view.kenmerk,
        "periode": str(view.periode),
        "status": view.status,
        "in_werking_op": in_werking(view),
        "toelichting": view.toelichting,
        "overdrachten": delen_json(view.delen),
        **numbers,
        "op": view.op,
        "tot_en_met": agreed.tot_en_met,
        "reden_langer": agreed.reden_langer,
        "overleg": agreed.overleg,
        "buiten_tafel": agreed.buiten_tafel,
        "bezwaarclausule": agreed.bezwaarclausule,
        "ingetrokken_op": withdrawn,
        "reden_intrekking": agreed.reden_intrekking if withdrawn else "",
        "kennisgevingen": [
            {"aan": told.aan, "datum": told.datum, "wijze": told.wijze, "ontvangst_op": told.ontvangst_op}
            for told in view.kennisgevingen
            if told.datum <= view.op
        ],
        "verwerkingen": [
            {"datum": said.datum, "afgekeurd": said.afgekeurd, "reden": said.reden}
            for said in view.verwerkingen
            if said.datum <= view.op
        ],
        "termijnen": [
            {"wat": klok.wat, "uiterlijk": klok.uiterlijk, "voldaan_op": klok.voldaan_op, "dagen": klok.dagen}
            for klok in klokken
        ],
        "volgende_stap": view.volgende_stap,
        "vervolg_op": view.vervolg_op or None,
        "vervolgen": view.vervolgen,
    }


def _behandeling_json(facts: Behandeling) -> dict[str, Any]:
    besluit = {
        "datum": facts.besluit_op,
        "nummer": facts.besluitnummer,
        "ondertekenaar": facts.ondertekenaar,
        "geweigerd": facts.geweigerd,
        "reden": facts.reden,
    }
    announced = {"datum": facts.bekendgemaakt_op, "vindplaats": facts.vindplaats}
    return {
        "voorgelegd_op": facts.voorgelegd_op,
        "besluit": besluit if facts.besluit_op else None,
        "bekendmaking": announced if facts.bekendgemaakt_op else None,
        "contact": facts.contact,
    }


def print_heading(view: HerverdelingBlad) -> None:
    """Kenmerk and status, and what the agreement does to each party."""
    click.echo(_("Herverdeling {kenmerk}, {status}").format(kenmerk=view.kenmerk, status=view.status))
    totaal = Wijziging(_("Totaal"), view.som_oud, view.som_nieuw - view.som_oud)
    print_table(WIJZIGING_REGEL, view.partijen, totaal)


def print_status(view: HerverdelingBlad) -> None:
    """Where it stands now, and the next step."""
    now = _("{kenmerk} is nu: {status}.").format(kenmerk=view.kenmerk, status=view.status)
    step = _(" Volgende stap: {stap}.").format(stap=view.volgende_stap) if view.volgende_stap else ""
    click.echo(now + step)


def print_blad(view: HerverdelingBlad, klokken: Sequence[Klok]) -> None:
    """All of it: numbers, what each college did, the terms, what happened."""
    print_heading(view)
    click.echo()
    for line in _said(view):
        click.echo(line)
    facts = [partij.behandeling.zoals_op(view.op) for partij in view.partijen]
    filled = [field for field in BEHANDELING if any(getattr(each, field.name) for each in facts)]
    if filled:
        click.echo()
        rows = [
            SimpleNamespace(gemeente=partij.gemeente, **{field.name: getattr(each, field.name) for field in filled})
            for partij, each in zip(view.partijen, facts, strict=True)
        ]
        print_table((_GEMEENTE, *filled), rows)
    if klokken:
        click.echo()
        print_table(_WAT_UITERLIJK_GEDAAN_NOG, klokken)
    if happened := levensloop(view):
        click.echo()
        print_table(GEBEURTENIS, happened)


def _said(view: HerverdelingBlad) -> list[str]:
    agreed, since = view.herverdeling, in_werking(view)
    pairs = (
        (_("Halfjaar"), view.periode if agreed.laatste == view.periode else f"{view.periode} – {agreed.laatste}"),
        (_("Waarom langer"), agreed.reden_langer),
        (_("Overleg"), agreed.overleg),
        (_("Van buiten de tafel"), _("ja") if agreed.buiten_tafel else ""),
        (_("Bezwaarclausule"), _("ja") if agreed.bezwaarclausule else ""),
        (_("Toelichting"), view.toelichting),
        (_("Vervolg op"), view.vervolg_op),
        (_("Gevolgd door"), ", ".join(view.vervolgen)),
        (_("In werking"), format_date(since) if since else ""),
        (_("Volgende stap"), view.volgende_stap),
    )
    return [f"{label}: {value}" for label, value in pairs if value]
