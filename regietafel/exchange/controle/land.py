"""Lists of gemeenten: against the rule that divides the taakstelling, and added up per area."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache

from regietafel.domain.periode import Periode
from regietafel.exchange.controle.kop import Kolom, Rol, words
from regietafel.exchange.controle.rij import Niveau, Rij
from regietafel.exchange.controle.som import Som
from regietafel.exchange.controle.tabel import Tabel
from regietafel.exchange.controle.verdeling import Regel, is_land, reken_na
from regietafel.exchange.namen import Namenlijst, known, namenlijst, proposal
from regietafel.i18n import _, format_number
from regietafel.ledger import Ledger
from regietafel.reference import Gebied, find_gemeente, gemeenten, provincies, veiligheidsregios

_MISPRINTS = 50  # in a list of gemeenten; with more it is a list of something else
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Gebiedssom:
    """The gemeenten of a list that lie in one area, and their sum in each column that is filled for all of them."""

    niveau: Niveau
    gebied: Gebied
    gemeenten: int
    sommen: dict[str, int]  # by heading
    volledig: bool  # all gemeenten of the area are in the list


@dataclass(frozen=True)
class _Lijst:
    """The columns of a table that say what each gemeente must house, and in which half-year if that is said."""

    tabel: Tabel
    periode: Periode | None
    aantal: Kolom
    amv: Kolom | None


def sommen_per_gebied(tabel: Tabel) -> tuple[Gebiedssom, ...]:
    """A list of gemeenten added up per provincie and per veiligheidsregio.

    A misprinted name (“Hatterij”) counts in the area of the gemeente it must be.
    """
    rows: dict[str, list[Rij]] = {}
    for rij, code in _codes(tabel).items():
        gemeente = find_gemeente(code)
        for area in (gemeente.provincie_code, gemeente.veiligheidsregio_code):
            rows.setdefault(area, []).append(rij)
    areas = [(Niveau.PROVINCIE, area) for area in provincies()] + [(Niveau.REGIO, area) for area in veiligheidsregios()]
    return tuple(_sum(tabel, niveau, area, rows[area.code]) for niveau, area in areas if area.code in rows)


def sommen_naar_gebied(tabellen: Sequence[Tabel]) -> Iterator[tuple[Tabel, Som]]:
    """What one table prints for an area against the list of gemeenten in another, for the same half-year."""
    for lijst in (lijst for tabel in tabellen for lijst in _lijsten(tabel) if lijst.periode):
        koppen = {Rol.TAAKSTELLING: lijst.aantal.kop} | ({Rol.AMV: lijst.amv.kop} if lijst.amv else {})
        sommen = {(each.niveau, each.gebied.code): each for each in sommen_per_gebied(lijst.tabel) if each.volledig}
        for tabel in tabellen:
            for kolom in tabel.kolommen:
                if tabel is lijst.tabel or kolom.periode != lijst.periode or kolom.rol not in koppen:
                    continue
                for rij in tabel.rijen:
                    code = rij.provincie if rij.niveau is Niveau.PROVINCIE else rij.regio
                    som = sommen.get((rij.niveau, code))
                    if som and kolom.nummer in rij.getallen and koppen[kolom.rol] in som.sommen:
                        uitleg = _("de {n} gemeenten in de tabel {tabel} tellen op tot")
                        uitleg = uitleg.format(n=som.gemeenten, tabel=lijst.tabel.naam)
                        yield tabel, Som(rij, kolom, som.sommen[koppen[kolom.rol]], uitleg)


def sommen_naar_verdeelsleutel(tabellen: Sequence[Tabel]) -> Iterator[tuple[Tabel, Som]]:
    """Every gemeente of a list of the whole country against the rule; the list may be cut in a table per provincie."""
    parts: dict[Periode | None, list[tuple[_Lijst, Kolom]]] = {}
    for tabel in tabellen:
        for lijst in _lijsten(tabel):
            if inwoners := _inwoners(tabel, lijst):
                if is_land([regel for _rij, regel in _regels(lijst, inwoners)]):
                    yield from _nagerekend([(lijst, inwoners)])
                else:
                    parts.setdefault(lijst.periode, []).append((lijst, inwoners))
    for found in parts.values():
        if is_land([regel for part in found for _rij, regel in _regels(*part)]):
            yield from _nagerekend(found)


def _nagerekend(parts: Sequence[tuple[_Lijst, Kolom]]) -> Iterator[tuple[Tabel, Som]]:
    rows = [(lijst, rij, regel) for lijst, inwoners in parts for rij, regel in _regels(lijst, inwoners)]
    outcome = reken_na([regel for _lijst, _rij, regel in rows])
    for lijst, rij, regel in rows:
        intro = _("{n} inwoners geven {uitleg}")
        inwoners = format_number(regel.inwoners)
        yield (
            lijst.tabel,
            Som(rij, lijst.aantal, outcome.aantallen[regel.sleutel], intro.format(n=inwoners, uitleg=outcome.uitleg)),
        )
        if lijst.amv and regel.sleutel in outcome.amvs:
            text = intro.format(n=inwoners, uitleg=outcome.uitleg_amv)
            yield lijst.tabel, Som(rij, lijst.amv, outcome.amvs[regel.sleutel], text)


def _lijsten(tabel: Tabel) -> Iterator[_Lijst]:
    """One for each half-year of which the table prints taakstellingen of gemeenten."""
    aantallen = [kolom for kolom in tabel.kolommen if kolom.rol is Rol.TAAKSTELLING]
    for place, aantal in enumerate(aantallen):
        until = aantallen[place + 1].nummer if place + 1 < len(aantallen) else len(tabel.kolommen) + aantal.nummer + 1
        beside = [each for each in tabel.kolommen if each.rol is Rol.AMV and aantal.nummer < each.nummer < until]
        yield _Lijst(tabel, aantal.periode, aantal, beside[0] if beside else None)


def _inwoners(tabel: Tabel, lijst: _Lijst) -> Kolom | None:
    """The inhabitants on the day that counts for the half-year; None when several columns can be meant."""
    found = [kolom for kolom in tabel.kolommen if kolom.rol is Rol.INWONERS]
    if len(found) > 1 and lijst.periode:
        year = str(lijst.periode.inwoners_peildatum.year)
        found = [kolom for kolom in found if year in _YEAR.findall(words(kolom.kop))]
    return found[0] if len(found) == 1 else None


def _regels(lijst: _Lijst, inwoners: Kolom) -> list[tuple[Rij, Regel]]:
    """The rows of gemeenten that have both numbers."""
    codes = _codes(lijst.tabel)
    return [
        (
            rij,
            Regel(
                codes.get(rij) or f"{lijst.tabel.naam} {rij.nummer}",
                rij.getallen[inwoners.nummer],
                rij.getallen[lijst.aantal.nummer],
                rij.getallen.get(lijst.amv.nummer) if lijst.amv else None,
            ),
        )
        for rij in lijst.tabel.rijen
        if rij.niveau is Niveau.DEEL and {inwoners.nummer, lijst.aantal.nummer} <= rij.getallen.keys()
        if rij.getallen[inwoners.nummer] >= 0
    ]


def _sum(tabel: Tabel, niveau: Niveau, area: Gebied, rows: Sequence[Rij]) -> Gebiedssom:
    sommen = {
        kolom.kop: sum(rij.getallen[kolom.nummer] for rij in rows)
        for kolom in tabel.kolommen
        if all(kolom.nummer in rij.getallen for rij in rows)
    }
    inside = sum(area.code in {each.provincie_code, each.veiligheidsregio_code} for each in gemeenten())
    return Gebiedssom(niveau, area, len(rows), sommen, len(rows) == inside)


def _codes(tabel: Tabel) -> dict[Rij, str]:
    """Which gemeente each row is; nothing when most rows are no gemeente."""
    lijst = _names()
    rows = [rij for rij in tabel.rijen if rij.niveau is Niveau.DEEL]
    codes = {rij: found.gm_code for rij in rows if (found := known(lijst, rij.naam))}
    if 2 * len(codes) <= len(rows):
        return {}
    misprints = [rij for rij in rows if rij not in codes]
    for rij in misprints[:_MISPRINTS]:
        if found := proposal(lijst, rij.naam, rij.provincie, set(codes.values())):
            codes[rij] = found.gm_code
    return codes


@cache
def _names() -> Namenlijst:
    with closing(Ledger.in_memory()) as ledger:  # a file without gemeenten of its own: those of the country
        return namenlijst(ledger)
