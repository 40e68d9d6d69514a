"""Sums within a row: verschil, opgave, eindstand, amv; and the stand from one half-year to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from regietafel.domain.periode import Periode
from regietafel.exchange.controle.kop import Kolom, Rol, words
from regietafel.exchange.controle.rij import Rij
from regietafel.exchange.controle.som import Som
from regietafel.exchange.controle.tabel import Tabel
from regietafel.i18n import MINUS, _, format_number
from regietafel.reference import spelling_key

_OPGAVE = {Rol.OPGAVE, Rol.TOTALE_OPGAVE, Rol.TAAKSTELLING}
_BOOKED = (Rol.HERVERDELING, Rol.CORRECTIE)


@dataclass(frozen=True)
class Formule:
    """``kolom`` = the sum of ``plus`` − the sum of ``min``; what is in ``zonder`` may be unknown and is then 0.

    ``vermoed``: the headings only suggest it, so that it counts when it holds in most of the rows.
    """

    kolom: Kolom
    plus: tuple[Kolom, ...]
    min: tuple[Kolom, ...] = ()
    zonder: tuple[Kolom, ...] = ()
    vermoed: bool = False
    onverklaard: bool = False

    def sommen(self, tabel: Tabel) -> tuple[Som, ...]:
        """The sum of every row where all that is needed is known."""
        done = tuple(som for rij in tabel.rijen if (som := self._som(rij)))
        right = sum(som.gedrukt == som.berekend for som in done)
        return () if self.vermoed and 2 * right <= len(done) else done

    def _som(self, rij: Rij) -> Som | None:
        known = rij.getallen
        needed = (self.kolom, *(each for each in (*self.plus, *self.min) if each not in self.zonder))
        if any(each.nummer not in known for each in needed):
            return None
        parts = [(sign, each) for sign, side in ((1, self.plus), (-1, self.min)) for each in side]
        parts = [(sign, each) for sign, each in parts if each.nummer in known]
        berekend = sum(sign * known[each.nummer] for sign, each in parts)
        if berekend == known[self.kolom.nummer]:
            return Som(rij, self.kolom, berekend, "")
        terms = [(sign * known[each.nummer], each.kop) for sign, each in parts]
        text = "".join(f" {MINUS if term < 0 else '+'} {format_number(abs(term))} ({kop})" for term, kop in terms[1:])
        text = f"{format_number(terms[0][0])} ({terms[0][1]}){text}"
        return Som(rij, self.kolom, berekend, _("{som} is").format(som=text), self.onverklaard)


def sommen_per_rij(tabel: Tabel) -> Iterator[Som]:
    """Every sum within a row that the headings announce."""
    for kolom in tabel.kolommen:
        if (find := _FORMULES.get(kolom.rol)) and (formule := find(tabel, kolom)):
            yield from formule.sommen(tabel)
    yield from _amv(tabel)
    yield from _aansluiting(tabel)


def _verschil(tabel: Tabel, kolom: Kolom) -> Formule | None:
    """verschil = opgave − realisatie of the same group; some tables print it the other way round."""
    opgave, realisatie = _nearest(tabel, kolom, _OPGAVE), _nearest(tabel, kolom, {Rol.REALISATIE})
    if not (opgave and realisatie) and not kolom.groep:
        left = [each for each in tabel.kolommen if each.nummer < kolom.nummer][-2:]
        if len(left) == 2 and left[0].rol in _OPGAVE and left[1].rol is Rol.REALISATIE and left[0].belongs_to(left[1]):
            opgave, realisatie = left
    if not (opgave and realisatie):
        return None
    vermoed = "verschil" not in words(kolom.kop)  # in a saldo there can be more than the table shows
    usual, reverse = (
        Formule(kolom, (one,), (other,), vermoed=vermoed) for one, other in ((opgave, realisatie), (realisatie, opgave))
    )
    return max((usual, reverse), key=lambda each: sum(som.gedrukt == som.berekend for som in each.sommen(tabel)))


def _eind(tabel: Tabel, kolom: Kolom) -> Formule | None:
    """eind = begin + taakstelling (± herverdeling ± correctie) − realisatie."""
    beside = _halfjaar(tabel, kolom)
    realisatie, begin, taakstelling = (beside.get(rol) for rol in (Rol.REALISATIE, Rol.BEGIN, Rol.TAAKSTELLING))
    if realisatie and begin and taakstelling:
        booked = tuple(beside[rol] for rol in _BOOKED if rol in beside)
        return Formule(kolom, (begin, taakstelling, *booked), (realisatie,), booked, onverklaard=True)
    opgave = beside.get(Rol.TOTALE_OPGAVE) or beside.get(Rol.OPGAVE)
    return Formule(kolom, (opgave,), (realisatie,), onverklaard=True) if opgave and realisatie else None


def _opgave(tabel: Tabel, kolom: Kolom) -> Formule | None:
    """opgave = begin + taakstelling (± herverdeling ± correctie), or the sum of its parts."""
    beside = _halfjaar(tabel, kolom)
    taakstelling = beside.get(Rol.TAAKSTELLING)
    stand = Rol.BEGIN if Rol.BEGIN in beside else Rol.STAND
    zonder = tuple(beside[rol] for rol in (stand, *_BOOKED) if rol in beside)
    if taakstelling and zonder:
        vermoed = Rol.STAND in {each.rol for each in zonder}
        return Formule(kolom, (taakstelling, *zonder), zonder=zonder, vermoed=vermoed, onverklaard=True)
    parts = tuple(each for each in tabel.kolommen if each.rol is Rol.DEEL and each.nummer < kolom.nummer)
    return Formule(kolom, parts, vermoed=True) if len(parts) > 1 else None


def _verhoging(tabel: Tabel, kolom: Kolom) -> Formule | None:
    """verhoging = the new opgave − what there is now."""
    new = [each for each in tabel.kolommen if each.rol is Rol.OPGAVE and each.nummer < kolom.nummer]
    now = [each for each in tabel.kolommen if each.rol is Rol.REGULIER and each.nummer < kolom.nummer]
    return Formule(kolom, (new[-1],), (now[-1],), vermoed=True) if new and now else None


def _totaal(tabel: Tabel, kolom: Kolom) -> Formule | None:
    """totaal = the columns between the total before it and itself."""
    left: list[Kolom] = []
    for each in tabel.kolommen:
        if each.nummer >= kolom.nummer:
            break
        left = [] if each.rol is Rol.TOTAAL else [*left, each]
    return Formule(kolom, tuple(left), zonder=tuple(left), vermoed=True) if len(left) > 1 else None


_FORMULES: dict[Rol, Callable[[Tabel, Kolom], Formule | None]] = {
    Rol.VERSCHIL: _verschil,
    Rol.EIND: _eind,
    Rol.OPGAVE: _opgave,
    Rol.TOTALE_OPGAVE: _opgave,
    Rol.VERHOGING: _verhoging,
    Rol.TOTAAL: _totaal,
}


def _nearest(tabel: Tabel, kolom: Kolom, rollen: set[Rol]) -> Kolom | None:
    """The column in one of these parts that belongs to ``kolom``: the nearest before it, or else after it."""
    found = [each for each in tabel.kolommen if each.rol in rollen and each.belongs_to(kolom)]
    return min(found, key=lambda each: (each.nummer > kolom.nummer, abs(each.nummer - kolom.nummer)), default=None)


def _halfjaar(tabel: Tabel, kolom: Kolom) -> dict[Rol, Kolom]:
    """What stands before ``kolom`` about the same half-year: back to the eindstand of the one before it.

    Where several half-years stand beside each other that eindstand may be the beginstand of the next.
    """
    beside: dict[Rol, Kolom] = {}
    for each in tabel.kolommen:
        if each.nummer >= kolom.nummer:
            break
        if each.rol is Rol.EIND:
            beside = {Rol.BEGIN: each}
        else:
            beside[each.rol] = each
    return beside


def _amv(tabel: Tabel) -> Iterator[Som]:
    """The amv are part of the taakstelling."""
    for kolom in tabel.kolommen:
        whole = [each for each in tabel.kolommen if each.rol is Rol.TAAKSTELLING and _same_periode(each, kolom)]
        before = [each for each in whole if each.nummer < kolom.nummer] or whole
        if kolom.rol is not Rol.AMV or not before:
            continue
        for rij in tabel.rijen:
            amv, aantal = rij.getallen.get(kolom.nummer), rij.getallen.get(before[-1].nummer)
            if amv is not None and aantal is not None:
                yield Som(rij, kolom, min(amv, aantal), _("amv zijn een deel van de taakstelling, dus hoogstens"))


def _same_periode(one: Kolom, other: Kolom) -> bool:
    return one.periode is None or other.periode is None or one.periode == other.periode


def _aansluiting(tabel: Tabel) -> Iterator[Som]:
    """The eindstand of a half-year is the beginstand of the next."""
    eindstanden = _standen(tabel, Rol.EIND)
    for (naam, periode), found in _standen(tabel, Rol.BEGIN).items():
        before = eindstanden.get((naam, periode.previous), ())
        if len(found) == 1 and len(before) == 1:
            (rij, kolom), (earlier, eind) = found[0], before[0]
            uitleg = _("{vorige} eindigt (rij {rij}) met").format(vorige=periode.previous, rij=earlier.nummer)
            yield Som(rij, kolom, earlier.getallen[eind.nummer], uitleg, onverklaard=True)


def _standen(tabel: Tabel, rol: Rol) -> dict[tuple[str, Periode], list[tuple[Rij, Kolom]]]:
    """Where the stand of whom in which half-year is printed; the half-year is said in the row or in the heading."""
    found: dict[tuple[str, Periode], list[tuple[Rij, Kolom]]] = {}
    for kolom in tabel.kolommen:
        if kolom.rol is not rol:
            continue
        for rij in tabel.rijen:
            if (periode := rij.periode or kolom.periode) and kolom.nummer in rij.getallen:
                found.setdefault((f"{rij.niveau} {spelling_key(rij.naam)}", periode), []).append((rij, kolom))
    return found
