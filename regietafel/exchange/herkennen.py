"""Which gemeente each row that was read is about: known, proposed, or a problem the user must solve."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace

from regietafel.errors import RegietafelError
from regietafel.exchange.gelezen import Gelezen, Probleem, Regel
from regietafel.exchange.importplan import Planrij, Plek, Uitkomst
from regietafel.exchange.namen import Kandidaat, Namenlijst, candidates, explained, known, proposal
from regietafel.i18n import _
from regietafel.reference import gm_code

Keuzes = Mapping[Plek, str | None]  # per row the GM-code that the user chose, None to leave the row out

_GEMEENTE = _("gemeente")  # what these sentences are about
_PROPOSALS = 200  # more unknown names is no list of gemeenten; looking for what is like each of them takes its time


def recognise(gelezen: Gelezen, lijst: Namenlijst, keuzes: Keuzes, *, akkoord: bool) -> list[Planrij]:
    """A row for every row of the file, in its order; NIEUW stands for “not compared yet”.

    ``akkoord``: take over every proposal. Raises RegietafelError for a chosen code that does not exist.
    """
    hoofd = gelezen.hoofd
    found = [_recognise(regel, lijst, keuzes, hoofd) for regel in gelezen.regels]
    taken = {rij.gm_code for rij in found if rij.gm_code}
    among: dict[str, dict[str, set[str]]] = {}  # what can be meant, per provincie
    rijen, asked = [], 0
    for place, (rij, regel) in enumerate(zip(found, gelezen.regels, strict=True)):
        if rij.uitkomst is not Uitkomst.VOORSTEL:
            rijen.append(rij)
        elif _is_sum(gelezen.regels, place, hoofd):
            rijen.append(_subtotal(rij))
        else:
            if regel.provincie not in among:
                among[regel.provincie] = candidates(lijst, regel.provincie, taken)
            asked += 1
            meant = proposal(lijst, regel.naam, among=among[regel.provincie]) if asked <= _PROPOSALS else None
            rijen.append(_with_proposal(rij, regel, meant, akkoord))
    return _in_file_order(gelezen, _refuse_doubles(rijen) + _unreadable(gelezen, keuzes, hoofd))


def refused(rij: Planrij, melding: str, veld: str = _GEMEENTE) -> Planrij:
    """The row as a problem."""
    return replace(rij, uitkomst=Uitkomst.PROBLEEM, melding=melding, veld=veld)


def _recognise(regel: Regel, lijst: Namenlijst, keuzes: Keuzes, hoofd: str) -> Planrij:
    """VOORSTEL stands for “not recognised yet”."""
    rij = Planrij(
        blad=regel.blad,
        rij=regel.rij,
        naam=regel.naam,
        uitkomst=Uitkomst.VOORSTEL,
        waarden=regel.waarden,
        peildatum=regel.peildatum,
        hoofd=hoofd,
    )
    by_naam = known(lijst, regel.naam, regel.provincie)
    if rij.plek in keuzes:
        if (choice := keuzes[rij.plek]) is None:
            return replace(rij, uitkomst=Uitkomst.OVERGESLAGEN)
        if (chosen := lijst.by_code.get(gm_code(choice) or "")) is None:
            raise RegietafelError(_("{code} is geen bekende gemeentecode; kies een gemeente.").format(code=choice))
        return _is(rij, chosen, bevestigd=by_naam is None and _is_name(regel))
    if regel.gm_code is None:
        return _by_name(rij, regel, by_naam, lijst) if by_naam else rij
    by_code = lijst.by_code.get(gm_code(regel.gm_code) or "")
    if by_code is None:
        return refused(rij, _("{code} is geen bekende gemeentecode").format(code=regel.gm_code[:40]))
    if by_naam and by_naam != by_code:
        sentence = _("code {code} is van {gemeente}, niet van {naam}")
        return refused(rij, sentence.format(code=by_code.gm_code, gemeente=by_code.naam, naam=regel.naam))
    return _is(rij, by_code)


def _by_name(rij: Planrij, regel: Regel, kandidaat: Kandidaat, lijst: Namenlijst) -> Planrij:
    """Say so when only the user knows why the name is of that gemeente."""
    if explained(lijst, regel.naam, regel.provincie) == kandidaat:
        melding = _("“{naam}” is {gemeente}; dat gaf u eerder aan")
        rij = replace(rij, melding=melding.format(naam=_short(regel.naam), gemeente=kandidaat.naam))
    return _is(rij, kandidaat)


def _is_name(regel: Regel) -> bool:
    """Whether there is a name that one can remember."""
    return regel.gm_code is None and regel.naam.isprintable()


def _with_proposal(rij: Planrij, regel: Regel, found: Kandidaat | None, akkoord: bool) -> Planrij:
    if found is None:
        return refused(rij, _("“{naam}” is geen bekende gemeente; kies er een").format(naam=_short(regel.naam)))
    if akkoord:
        return _is(rij, found, bevestigd=_is_name(regel))
    melding = _("“{naam}” is geen bekende gemeente; bedoelt de afzender {gemeente}?")
    return replace(
        _is(rij, found),
        uitkomst=Uitkomst.VOORSTEL,
        veld=_GEMEENTE,
        melding=melding.format(naam=_short(regel.naam), gemeente=found.naam),
    )


def _subtotal(rij: Planrij) -> Planrij:
    melding = _("“{naam}” is geen bekende gemeente en telt de rijen erboven op; sla de rij over of kies een gemeente")
    return refused(rij, melding.format(naam=_short(rij.naam)))


def _is_sum(regels: Sequence[Regel], place: int, hoofd: str) -> bool:
    """Whether the number is the sum of two or more rows right above it."""
    aantal, total = regels[place].waarden.get(hoofd), 0
    if not aantal:
        return False
    for above in range(place - 1, -1, -1):
        if regels[above].blad != regels[place].blad:
            return False
        total += regels[above].waarden.get(hoofd) or 0
        if place - above > 1 and total == aantal:
            return True
    return False


def _refuse_doubles(rijen: list[Planrij]) -> list[Planrij]:
    """Rows for one gemeente on one day exclude each other: which of them is right only the user knows."""
    rows_of: dict[tuple[str, datetime.date | None], list[int]] = {}
    for rij in rijen:
        if rij.gm_code:
            rows_of.setdefault((rij.gm_code, rij.peildatum), []).append(rij.rij)
    return [
        refused(
            rij,
            _("{gemeente} staat er meer dan één keer: rij {rijen}; sla er een over").format(
                gemeente=rij.gemeente, rijen=_(" en ").join(map(str, rows_of[rij.gm_code, rij.peildatum]))
            ),
        )
        if rij.gm_code and len(rows_of[rij.gm_code, rij.peildatum]) > 1
        else rij
        for rij in rijen
    ]


def _unreadable(gelezen: Gelezen, keuzes: Keuzes, hoofd: str) -> list[Planrij]:
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
            hoofd=hoofd,
            melding="; ".join(f"{probleem.veld}: {probleem.melding}" for probleem in problemen),
            veld=problemen[0].veld,
        )
        for plek, problemen in by_plek.items()
    ]


def _in_file_order(gelezen: Gelezen, rijen: list[Planrij]) -> list[Planrij]:
    place = {blad: number for number, blad in enumerate(gelezen.bladen)}
    return sorted(rijen, key=lambda rij: (place[rij.blad], rij.rij))


def _is(rij: Planrij, kandidaat: Kandidaat, *, bevestigd: bool = False) -> Planrij:
    return replace(
        rij,
        uitkomst=Uitkomst.NIEUW,
        gm_code=kandidaat.gm_code,
        gemeente=kandidaat.naam,
        gemeente_id=kandidaat.gemeente_id,
        bevestigd=bevestigd,
    )


def _short(naam: str) -> str:
    return naam if len(naam) <= 60 else naam[:59] + "…"
