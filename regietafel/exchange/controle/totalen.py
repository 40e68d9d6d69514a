"""Sums of rows: totals, subtotals, provincies and veiligheidsregio's against the rows they consist of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from regietafel.domain.periode import Periode
from regietafel.exchange.controle.kop import Rol
from regietafel.exchange.controle.rij import TOTAL, Niveau, Rij
from regietafel.exchange.controle.som import Som
from regietafel.exchange.controle.tabel import Tabel
from regietafel.i18n import _, format_number
from regietafel.reference import gemeenten, provincies, veiligheidsregios

_STANDEN = {Rol.BEGIN, Rol.EIND, Rol.TOTALE_OPGAVE}  # of several half-years they do not add up
_NAMEN = {
    Niveau.DEEL: _("rijen"),
    Niveau.SUBTOTAAL: _("subtotalen"),
    Niveau.REGIO: _("veiligheidsregio’s"),
    Niveau.PROVINCIE: _("provincies"),
}
_ENE = {
    Niveau.DEEL: _("de enige rij heeft"),
    Niveau.SUBTOTAAL: _("het enige subtotaal is"),
    Niveau.REGIO: _("de enige veiligheidsregio heeft"),
    Niveau.PROVINCIE: _("de enige provincie heeft"),
}
_COMPLETE = 9  # tenths of the gemeenten of an area; there were more of them once, and names are misprinted


@dataclass
class Groep:
    """Rows of one kind taken together: how many, the sum of each column, and of how many rows that is known."""

    niveau: Niveau
    rijen: int = 0
    sommen: Counter[int] = field(default_factory=Counter)
    bekend: Counter[int] = field(default_factory=Counter)
    perioden: set[Periode | None] = field(default_factory=set)

    def add(self, rij: Rij) -> None:
        """Count a row in."""
        self.rijen += 1
        self.sommen.update(rij.getallen)
        self.bekend.update(rij.getallen.keys())
        self.perioden.add(rij.periode)


def sommen_van_rijen(tabel: Tabel) -> Iterator[Som]:
    """Every total against the rows directly below it.

    Where it can be the sum of several groups (its block, all rows, the provincies) it is that of the group that fits
    most of its columns, and then the nearest.
    """
    groepen = _groepen(tabel)
    for rij in tabel.rijen:
        inside = [groepen[key] for key in _inside(rij) if key in groepen]
        around = [groepen[key] for key in _around(rij) if key in groepen]
        options = [option for groep in (*inside, *around) if (option := _sommen(tabel, rij, groep))]
        if options:
            best = min(options, key=_misfit)
            if rij.zeker or _is_complete(rij, inside) or 2 * sum(map(_fits, best)) >= len(best):
                yield from best


def _groepen(tabel: Tabel) -> dict[Hashable, Groep]:
    groepen: dict[Hashable, Groep] = {}
    for rij in tabel.rijen:
        if rij.niveau is Niveau.LAND:
            continue
        niveau = rij.niveau
        for periode in {rij.periode, None}:
            keys = (
                (niveau, periode),
                (niveau, "blok", rij.blok, periode),
                (niveau, "provincie", rij.provincie, periode),
                (niveau, "regio", rij.regio, periode),
            )
            for key in keys:
                if key[1:3] not in {("provincie", ""), ("regio", "")}:
                    groepen.setdefault(key, Groep(niveau)).add(rij)
    return groepen


def _inside(rij: Rij) -> Iterator[Hashable]:
    """The groups of all that lies in the area of this row."""
    for niveau in Niveau:
        if niveau < rij.niveau:
            if rij.niveau is Niveau.LAND:
                yield niveau, rij.periode
            if rij.niveau is Niveau.PROVINCIE:
                yield niveau, "provincie", rij.provincie, rij.periode
            if rij.niveau is Niveau.REGIO:
                yield niveau, "regio", rij.regio, rij.periode


def _around(rij: Rij) -> Iterator[Hashable]:
    """The groups of what stands directly above a total; below it too when it is named after an area."""
    named = rij.niveau in {Niveau.PROVINCIE, Niveau.REGIO}
    for niveau in Niveau:
        if niveau < rij.niveau and (TOTAL.search(rij.naam) or (named and niveau is Niveau.DEEL)):
            yield niveau, "blok", rij.blok, rij.periode
            if named:
                yield niveau, "blok", rij.blok + 1, rij.periode


def _sommen(tabel: Tabel, rij: Rij, groep: Groep) -> tuple[Som, ...]:
    """The columns of the row that most of the group has as well."""
    several = len(groep.perioden) > 1
    return tuple(
        Som(rij, kolom, groep.sommen[kolom.nummer], _uitleg(groep, kolom.nummer))
        for kolom in tabel.kolommen
        if kolom.nummer in rij.getallen and 2 * groep.bekend[kolom.nummer] > groep.rijen
        if not (several and kolom.rol in _STANDEN)
    )


def _fits(som: Som) -> bool:
    return som.berekend == som.gedrukt


def _misfit(sommen: tuple[Som, ...]) -> tuple[int, int]:
    return -sum(map(_fits, sommen)), sum(abs(som.berekend - som.gedrukt) for som in sommen)


def _uitleg(groep: Groep, kolom: int) -> str:
    """``de 12 provincies tellen op tot``."""
    if groep.rijen == 1:
        return _ENE[groep.niveau]
    empty = groep.rijen - groep.bekend[kolom]
    text = _("de {n} {namen} (bij {leeg} staat niets) tellen op tot") if empty else _("de {n} {namen} tellen op tot")
    return text.format(n=format_number(groep.rijen), namen=_NAMEN[groep.niveau], leeg=empty)


def _is_complete(rij: Rij, groepen: list[Groep]) -> bool:
    """Whether the table lists (nearly) all that lies in the area of this row."""
    if rij.niveau is Niveau.LAND:
        whole = {Niveau.PROVINCIE: len(provincies()), Niveau.REGIO: len(veiligheidsregios())}
        whole[Niveau.DEEL] = len(gemeenten())
    elif rij.niveau is Niveau.PROVINCIE:
        inside = [gemeente for gemeente in gemeenten() if gemeente.provincie_code == rij.provincie]
        whole = {Niveau.DEEL: len(inside), Niveau.REGIO: len({each.veiligheidsregio_code for each in inside})}
    else:
        whole = {Niveau.DEEL: sum(each.veiligheidsregio_code == rij.regio for each in gemeenten())}
    return any(10 * groep.rijen >= _COMPLETE * whole[groep.niveau] > 0 for groep in groepen if groep.niveau in whole)
