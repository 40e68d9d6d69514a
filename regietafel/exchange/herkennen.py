"""Which gemeente each row that was read is about: known, proposed, or a problem the user must solve."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace

from regietafel.errors import RegietafelError
from regietafel.exchange.gebieden import on_niveau
from regietafel.exchange.gelezen import Gelezen, Probleem, Regel
from regietafel.exchange.importplan import Planrij, Plek, Uitkomst
from regietafel.exchange.namen import Kandidaat, Namenlijst, candidates, explained, known, proposal
from regietafel.i18n import _, shorten

Keuzes = Mapping[Plek, str | None]  # per row the GM-code that the user chose, None to leave the row out

_PROPOSALS = 200  # more unknown names is no list of gemeenten; looking for what is like each of them takes its time
_SHOWN = 60  # characters of a name in a sentence


def recognise(gelezen: Gelezen, lijst: Namenlijst, keuzes: Keuzes, *, akkoord: bool) -> list[Planrij]:
    """A row for every row of the file, in its order; NIEUW stands for “not compared yet”.

    ``akkoord``: take over every proposal. Raises RegietafelError for a chosen code that does not exist.
    """
    hoofd = gelezen.hoofd
    regels = on_niveau(gelezen.regels, lijst) if gelezen.soort.gebieden else gelezen.regels
    found = [_recognise(regel, lijst, keuzes, hoofd, gelezen.soort.wie) for regel in regels]
    taken = {rij.gm_code for rij in found if rij.gm_code}
    among: dict[tuple[str, str], dict[str, set[str]]] = {}  # what can be meant, per niveau and provincie
    rijen, asked = [], 0
    for place, (rij, regel) in enumerate(zip(found, regels, strict=True)):
        own, where = lijst.of(regel.niveau), (regel.niveau, regel.provincie)
        if rij.uitkomst is not Uitkomst.VOORSTEL:
            rijen.append(rij)
        elif not gelezen.soort.gebieden and _is_sum(regels, place, hoofd):
            rijen.append(_subtotal(rij))
        elif options := _written_alike(regel, own):
            rijen.append(refused(rij, options))
        else:
            if where not in among:
                among[where] = candidates(own, regel.provincie, taken)
            asked += 1
            meant = proposal(own, regel.naam, among=among[where]) if asked <= _PROPOSALS else None
            rijen.append(_with_proposal(rij, regel, meant, own, akkoord))
    return _in_file_order(gelezen, _refuse_doubles(rijen) + _unreadable(gelezen, keuzes, hoofd))


def refused(rij: Planrij, melding: str, veld: str = "") -> Planrij:
    """The row as a problem, of its name when nothing else is said."""
    return replace(rij, uitkomst=Uitkomst.PROBLEEM, melding=melding, veld=veld or rij.veld)


def _recognise(regel: Regel, whole: Namenlijst, keuzes: Keuzes, hoofd: str, wie: str) -> Planrij:
    """VOORSTEL stands for “not recognised yet”."""
    rij = Planrij(
        blad=regel.blad,
        rij=regel.rij,
        naam=regel.naam,
        uitkomst=Uitkomst.VOORSTEL,
        waarden=regel.waarden,
        peildatum=regel.peildatum,
        hoofd=hoofd,
        veld=wie,
    )
    lijst = whole.of(regel.niveau)
    by_naam = known(lijst, regel.naam, regel.provincie)
    if rij.plek in keuzes:
        if (choice := keuzes[rij.plek]) is None:
            return replace(rij, uitkomst=Uitkomst.OVERGESLAGEN)
        if (chosen := whole.by_printed_code(choice)) is None:
            sentence = _("{code} is geen {bekende}; kies een andere.")
            raise RegietafelError(sentence.format(code=choice, bekende=whole.code))
        return _is(rij, chosen, bevestigd=by_naam is None and _is_name(regel))
    if regel.gm_code is None:
        return _by_name(rij, regel, by_naam, lijst) if by_naam else rij
    if (by_code := whole.by_printed_code(regel.gm_code)) is None:
        return refused(rij, _("{code} is geen {bekende}").format(code=regel.gm_code[:40], bekende=whole.code))
    if by_naam and by_naam != by_code:
        sentence = _("code {code} is van {gemeente}, niet van {naam}")
        return refused(rij, sentence.format(code=by_code.gm_code, gemeente=by_code.naam, naam=regel.naam))
    return _is(rij, by_code)


def _by_name(rij: Planrij, regel: Regel, kandidaat: Kandidaat, lijst: Namenlijst) -> Planrij:
    """Say so when only the user knows why the name is of that gemeente."""
    if explained(lijst, regel.naam, regel.provincie) == kandidaat:
        melding = _("“{naam}” is {gemeente}; dat gaf u eerder aan")
        rij = replace(rij, melding=melding.format(naam=shorten(regel.naam, _SHOWN), gemeente=kandidaat.naam))
    return _is(rij, kandidaat)


def _is_name(regel: Regel) -> bool:
    """Whether there is a name that one can remember."""
    return regel.gm_code is None and regel.naam.isprintable()


def _written_alike(regel: Regel, lijst: Namenlijst) -> str:
    """The question which of several gebieden the name means; empty when it is the name of one at most."""
    called = [each.naam for own in lijst.niveaus.values() if not regel.niveau and (each := known(own, regel.naam))]
    if len(called) < 2:
        return ""
    return _("“{naam}” kan {namen} zijn; kies").format(naam=shorten(regel.naam, _SHOWN), namen=_(" of ").join(called))


def _with_proposal(rij: Planrij, regel: Regel, found: Kandidaat | None, lijst: Namenlijst, akkoord: bool) -> Planrij:
    if found is None:
        sentence = _("“{naam}” is geen {bekende}; kies er een")
        return refused(rij, sentence.format(naam=shorten(regel.naam, _SHOWN), bekende=lijst.wat))
    if akkoord:
        return _is(rij, found, bevestigd=_is_name(regel))
    melding = _("“{naam}” is geen {bekende}; bedoelt de afzender {gemeente}?")
    return replace(
        _is(rij, found),
        uitkomst=Uitkomst.VOORSTEL,
        melding=melding.format(naam=shorten(regel.naam, _SHOWN), bekende=lijst.wat, gemeente=found.naam),
    )


def _subtotal(rij: Planrij) -> Planrij:
    melding = _("“{naam}” is geen bekende gemeente en telt de rijen erboven op; sla de rij over of kies een gemeente")
    return refused(rij, melding.format(naam=shorten(rij.naam, _SHOWN)))


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
    labels = gelezen.soort.velden
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
            melding="; ".join(f"{labels[probleem.veld]}: {probleem.melding}" for probleem in problemen),
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
