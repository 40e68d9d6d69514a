"""Taking over a table of taakstellingen: what each row would do, before anything is written.

gelezen = read_taakstelling(path)
plan = plan_import(ledger, gelezen, periode, datum)
import_taakstelling(ledger, periode=…, datum=…, landelijk=…, bron=…, regels=plan.regels)
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace

from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import Taakstelling, Taakstellingsversie
from regietafel.errors import RegietafelError
from regietafel.exchange.bijlage_a import read_taakstelling
from regietafel.exchange.gelezen import Gelezen, Overgeslagen, Probleem, Regel
from regietafel.exchange.importplan import TELT, Importplan, Planrij, Plek, Uitkomst
from regietafel.exchange.namen import Kandidaat, Namenlijst, known, namenlijst, proposal
from regietafel.i18n import _, format_number
from regietafel.ledger import Ledger
from regietafel.reference import gm_code

__all__ = [
    "Gelezen",
    "Importplan",
    "Overgeslagen",
    "Planrij",
    "Plek",
    "Probleem",
    "Regel",
    "Uitkomst",
    "plan_import",
    "read_taakstelling",
]

_GEMEENTE = _("gemeente")  # what most sentences are about


def plan_import(
    ledger: Ledger,
    gelezen: Gelezen,
    periode: Periode,
    datum: datetime.date,
    *,
    keuzes: Mapping[Plek, str | None] | None = None,
    akkoord: bool = False,
) -> Importplan:
    """Compare what was read with the version of ``periode`` of ``datum``, or else with the newest of the period.

    ``keuzes``: per (sheet, row) the GM-code the user chose, None to leave the row out. ``akkoord``: take over every
    proposal. Raises RegietafelError for a chosen code that does not exist. Same input, same plan.
    """
    keuzes = keuzes or {}
    lijst = namenlijst(ledger)
    recognised = [_recognise(regel, lijst, keuzes) for regel in gelezen.regels]
    taken = {rij.gm_code for rij in recognised if rij.gm_code}
    rijen = [
        _subtotal(rij)
        if rij.uitkomst is Uitkomst.VOORSTEL and _is_sum(gelezen.regels, place)
        else _with_proposal(rij, gelezen.regels[place], lijst, taken, akkoord)
        for place, rij in enumerate(recognised)
    ]
    rijen = _refuse_doubles(rijen)
    same = ledger.taakstellingsversies.find(periode=periode, datum=datum)
    old = _old_numbers(ledger, periode, same)
    rijen = [_compare(rij, old, same_version=same is not None) for rij in rijen]
    rijen = _in_file_order(gelezen, rijen + _unreadable(gelezen, keuzes))
    present = {rij.gemeente_id for rij in rijen}
    return Importplan(
        periode=periode,
        datum=datum,
        rijen=tuple(rijen),
        ontbreekt=tuple(eigen.naam for eigen in lijst.by_naam.values() if eigen.gemeente_id not in present),
        versie=same,
    )


def _recognise(regel: Regel, lijst: Namenlijst, keuzes: Mapping[Plek, str | None]) -> Planrij:
    """A row with its gemeente; NIEUW stands for “not compared yet”, VOORSTEL for “not recognised yet”."""
    rij = Planrij(
        blad=regel.blad,
        rij=regel.rij,
        naam=regel.naam,
        uitkomst=Uitkomst.VOORSTEL,
        aantal=regel.aantal,
        amv=regel.amv,
        inwoners=regel.inwoners,
    )
    if rij.plek in keuzes:
        if (choice := keuzes[rij.plek]) is None:
            return replace(rij, uitkomst=Uitkomst.OVERGESLAGEN)
        if (chosen := lijst.by_code.get(gm_code(choice) or "")) is None:
            raise RegietafelError(_("{code} is geen bekende gemeentecode; kies een gemeente.").format(code=choice))
        return _is(rij, chosen)
    by_naam = known(lijst, regel.naam)
    if regel.gm_code is None:
        return _is(rij, by_naam) if by_naam else rij
    by_code = lijst.by_code.get(gm_code(regel.gm_code) or "")
    if by_code is None:
        return _problem(rij, _("{code} is geen bekende gemeentecode").format(code=regel.gm_code[:40]))
    if by_naam and by_naam != by_code:
        sentence = _("code {code} is van {gemeente}, niet van {naam}")
        return _problem(rij, sentence.format(code=by_code.gm_code, gemeente=by_code.naam, naam=regel.naam))
    return _is(rij, by_code)


def _with_proposal(rij: Planrij, regel: Regel, lijst: Namenlijst, taken: set[str], akkoord: bool) -> Planrij:
    if rij.uitkomst is not Uitkomst.VOORSTEL:
        return rij
    if (found := proposal(lijst, regel.naam, regel.provincie, taken)) is None:
        return _problem(rij, _("“{naam}” is geen bekende gemeente; kies er een").format(naam=_short(regel.naam)))
    if akkoord:
        return _is(rij, found)
    melding = _("“{naam}” is geen bekende gemeente; bedoelt de afzender {gemeente}?")
    return replace(
        _is(rij, found),
        uitkomst=Uitkomst.VOORSTEL,
        veld=_GEMEENTE,
        melding=melding.format(naam=_short(regel.naam), gemeente=found.naam),
    )


def _subtotal(rij: Planrij) -> Planrij:
    melding = _("“{naam}” is geen bekende gemeente en telt de rijen erboven op; sla de rij over of kies een gemeente")
    return _problem(rij, melding.format(naam=_short(rij.naam)))


def _is_sum(regels: Sequence[Regel], place: int) -> bool:
    """Whether the number is the sum of two or more rows right above it."""
    total = 0
    if not regels[place].aantal:
        return False
    for above in range(place - 1, -1, -1):
        if regels[above].blad != regels[place].blad or total > regels[place].aantal:
            return False
        total += regels[above].aantal
        if place - above > 1 and total == regels[place].aantal:
            return True
    return False


def _refuse_doubles(rijen: list[Planrij]) -> list[Planrij]:
    """Rows for one gemeente exclude each other: which of them is right only the user knows."""
    rows_of: dict[str, list[int]] = {}
    for rij in rijen:
        if rij.gm_code:
            rows_of.setdefault(rij.gm_code, []).append(rij.rij)
    return [
        _problem(
            rij,
            _("{gemeente} staat er meer dan één keer: rij {rijen}; sla er een over").format(
                gemeente=rij.gemeente, rijen=_(" en ").join(map(str, rows_of[rij.gm_code]))
            ),
        )
        if rij.gm_code and len(rows_of[rij.gm_code]) > 1
        else rij
        for rij in rijen
    ]


def _compare(rij: Planrij, old: Mapping[int, Taakstelling], *, same_version: bool) -> Planrij:
    """The outcome of a recognised row. What the sheet leaves open keeps its number within the same version."""
    if rij.uitkomst not in TELT:
        return rij
    if rij.gemeente_id is None:
        return replace(rij, uitkomst=Uitkomst.BUITEN)
    if (before := old.get(rij.gemeente_id)) is None:
        return rij
    rij = replace(rij, oud_aantal=before.aantal, oud_amv=before.amv, oud_inwoners=before.inwoners)
    if same_version:
        amv = before.amv if rij.amv is None else rij.amv
        inwoners = before.inwoners if rij.inwoners is None else rij.inwoners
        rij = replace(rij, amv=amv, inwoners=inwoners)
    if rij.amv is not None and rij.aantal is not None and rij.amv > rij.aantal:
        return _problem(
            rij,
            _("waarvan amv is nu {amv}, meer dan de nieuwe taakstelling {aantal}").format(
                amv=format_number(rij.amv), aantal=format_number(rij.aantal)
            ),
        )
    equal = all(
        new is None or new == was
        for new, was in ((rij.aantal, before.aantal), (rij.amv, before.amv), (rij.inwoners, before.inwoners))
    )
    return replace(rij, uitkomst=Uitkomst.GELIJK if equal else Uitkomst.GEWIJZIGD)


def _old_numbers(ledger: Ledger, periode: Periode, same: Taakstellingsversie | None) -> dict[int, Taakstelling]:
    """The numbers to compare with, by gemeente: of the version itself, or else of the newest of the period."""
    versies = sorted(ledger.taakstellingsversies.where(periode=periode), key=lambda versie: versie.datum)
    versie = same or (versies[-1] if versies else None)
    if versie is None:
        return {}
    return {row.gemeente_id: row for row in ledger.taakstellingen.where(versie_id=versie.id)}


def _unreadable(gelezen: Gelezen, keuzes: Mapping[Plek, str | None]) -> list[Planrij]:
    """The rows whose numbers could not be read, each once with all its sentences."""
    by_plek: dict[Plek, list[Probleem]] = {}
    for probleem in gelezen.problemen:
        by_plek.setdefault((probleem.blad, probleem.rij), []).append(probleem)
    return [
        Planrij(
            blad=plek[0],
            rij=plek[1],
            naam=problemen[0].naam,
            uitkomst=Uitkomst.OVERGESLAGEN if keuzes.get(plek, "") is None else Uitkomst.PROBLEEM,
            melding="; ".join(f"{probleem.veld}: {probleem.melding}" for probleem in problemen),
            veld=problemen[0].veld,
        )
        for plek, problemen in by_plek.items()
    ]


def _in_file_order(gelezen: Gelezen, rijen: list[Planrij]) -> list[Planrij]:
    place = {blad: number for number, blad in enumerate(gelezen.bladen)}
    return sorted(rijen, key=lambda rij: (place[rij.blad], rij.rij))


def _is(rij: Planrij, kandidaat: Kandidaat) -> Planrij:
    return replace(
        rij,
        uitkomst=Uitkomst.NIEUW,
        gm_code=kandidaat.gm_code,
        gemeente=kandidaat.naam,
        gemeente_id=kandidaat.gemeente_id,
    )


def _problem(rij: Planrij, melding: str) -> Planrij:
    return replace(rij, uitkomst=Uitkomst.PROBLEEM, melding=melding, veld=_GEMEENTE)


def _short(naam: str) -> str:
    return naam if len(naam) <= 60 else naam[:59] + "…"
