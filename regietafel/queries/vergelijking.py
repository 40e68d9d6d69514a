"""COA's list beside the own administration: every difference with its cause, or as an onverklaard verschil (domein §2).

Nothing is written over. What explains a difference is searched among what this file knows: agreements COA has not
booked yet (or has booked before they are in force), another version or peildatum, a correctie, another beginstand.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.periode import Periode
from regietafel.i18n import _, format_date
from regietafel.ledger import Ledger
from regietafel.queries.stand import StandRegel, stand

VELDEN: Mapping[str, str] = {
    "taakstelling": _("taakstelling"),
    "beginstand": _("beginstand"),
    "opgave": _("opgave"),
    "realisatie": _("realisatie"),
    "saldo": _("saldo"),
}
_MOST = 50_000  # combinations tried for one difference; a gemeente has a handful of possible causes


@dataclass(frozen=True, kw_only=True)
class Oorzaak:
    """Something this file knows that makes COA's number differ. ``soort`` is stable; ``zin`` is for the user."""

    soort: str  # herverdeling, versie, peildatum, correctie, beginstand, realisatie
    aantal: int  # persons, what it adds to COA − own
    zin: str


@dataclass(frozen=True, kw_only=True)
class Verschil:
    """One number that differs. ``onverklaard`` is what no combination of causes explains: all of it or nothing."""

    gemeente_id: int
    gm_code: str
    gemeente: str
    veld: str
    eigen: int
    coa: int
    oorzaken: tuple[Oorzaak, ...]

    @property
    def verschil(self) -> int:
        """Persons: COA − own."""
        return self.coa - self.eigen

    @property
    def onverklaard(self) -> int:
        """Persons without a cause."""
        return self.verschil - sum(oorzaak.aantal for oorzaak in self.oorzaken)

    @property
    def uitleg(self) -> str:
        """The causes in one line."""
        said = "; ".join(oorzaak.zin for oorzaak in self.oorzaken)
        return said or _("onverklaard verschil: de oorzaak staat niet in dit bestand")

    @property
    def label(self) -> str:
        """The number that differs, as a word."""
        return VELDEN[self.veld]


@dataclass(frozen=True, kw_only=True)
class Vergelijking:
    """The whole list. ``gelijk``: numbers that are the same; ``ontbreekt``: members COA's list does not have."""

    periode: Periode
    peildatum: datetime.date
    verschillen: tuple[Verschil, ...]
    gelijk: int
    niet_vergeleken: int  # printed by COA, unknown here
    ontbreekt: tuple[str, ...]


def overzicht(ledger: Ledger, periode: Periode, peildatum: datetime.date | None = None) -> dict[int, Overzichtregel]:
    """What COA printed per gemeente on ``peildatum``, or the newest of each."""
    found: dict[int, Overzichtregel] = {}
    for regel in ledger.overzichtregels.where(periode=periode):
        known = found.get(regel.gemeente_id)
        if (peildatum is None or regel.peildatum == peildatum) and (known is None or known.peildatum < regel.peildatum):
            found[regel.gemeente_id] = regel
    return found


def overzicht_peildata(ledger: Ledger, periode: Periode) -> tuple[datetime.date, ...]:
    """The peildata of the lists in this file, newest first."""
    return tuple(sorted({regel.peildatum for regel in ledger.overzichtregels.where(periode=periode)}, reverse=True))


def vergelijk(
    ledger: Ledger, periode: Periode, peildatum: datetime.date, lijst: Mapping[int, Overzichtregel]
) -> Vergelijking:
    """Lay a list beside the stand as it was known on ``peildatum``."""
    verschillen: list[Verschil] = []
    gelijk = niet_vergeleken = 0
    regels = stand(ledger, periode, peildatum).regels
    for regel in regels:
        assert regel.gemeente_id is not None and regel.gm_code is not None
        if (printed := lijst.get(regel.gemeente_id)) is None:
            continue
        causes = _Causes(ledger, periode, peildatum, regel, printed)
        for veld in VELDEN:
            eigen, coa = getattr(regel, veld), getattr(printed, veld)
            if coa is None:
                continue
            if eigen is None:
                niet_vergeleken += 1
            elif eigen == coa:
                gelijk += 1
            else:
                verschillen.append(
                    Verschil(
                        gemeente_id=regel.gemeente_id,
                        gm_code=regel.gm_code,
                        gemeente=regel.gemeente,
                        veld=veld,
                        eigen=eigen,
                        coa=coa,
                        oorzaken=explain(coa - eigen, causes.of(veld)),
                    )
                )
    return Vergelijking(
        periode=periode,
        peildatum=peildatum,
        verschillen=tuple(verschillen),
        gelijk=gelijk,
        niet_vergeleken=niet_vergeleken,
        ontbreekt=tuple(regel.gemeente for regel in regels if regel.gemeente_id not in lijst),
    )


def explain(verschil: int, groups: Sequence[Sequence[Oorzaak]]) -> tuple[Oorzaak, ...]:
    """The fewest causes, at most one of each group, that add up to the difference; nothing when none do."""
    choices: list[Sequence[Oorzaak | None]] = [(None, *group) for group in groups]
    found: tuple[Oorzaak, ...] = ()
    for chosen in islice(product(*choices), _MOST):
        causes = tuple(each for each in chosen if each is not None)
        fewer = not found or len(causes) < len(found)
        if causes and fewer and sum(each.aantal for each in causes) == verschil:
            found = causes
    return found


class _Causes:
    """What can explain COA's numbers of one gemeente. Causes in one group exclude each other."""

    def __init__(
        self, ledger: Ledger, periode: Periode, peildatum: datetime.date, regel: StandRegel, printed: Overzichtregel
    ) -> None:
        self._ledger, self._periode, self._peildatum = ledger, periode, peildatum
        self._regel, self._printed = regel, printed
        self._id = printed.gemeente_id

    def of(self, veld: str) -> list[list[Oorzaak]]:
        """The groups for one of COA's numbers."""
        if veld == "taakstelling":
            return [self._versies(), *self._in_taakstelling()]
        if veld == "beginstand":
            return [self._rolled()]
        if veld == "realisatie":
            return [self._peildata()]
        of_opgave = [self._versies(), self._printed_begin(), *self._agreements(), *self._correcties()]
        return of_opgave if veld == "opgave" else [*of_opgave, self._printed_realisatie()]

    def _versies(self) -> list[Oorzaak]:
        current = self._regel.taakstelling
        found = []
        for versie in self._ledger.taakstellingsversies.where(periode=self._periode):
            row = self._ledger.taakstellingen.find(versie_id=versie.id, gemeente_id=self._id)
            if row is not None and current is not None and row.aantal != current:
                zin = _("COA rekent met de versie van {datum}").format(datum=format_date(versie.datum))
                found.append(Oorzaak(soort="versie", aantal=row.aantal - current, zin=zin))
        return found

    def _in_taakstelling(self) -> Iterable[list[Oorzaak]]:
        """COA may print the taakstelling after an agreement; then it is booked, only in another column."""
        for kenmerk, aantal, in_force in self._parts():
            zin = _("COA telt herverdeling {kenmerk} in de taakstelling mee") if in_force else _EARLY
            yield [Oorzaak(soort="herverdeling", aantal=aantal, zin=zin.format(kenmerk=kenmerk))]

    def _agreements(self) -> Iterable[list[Oorzaak]]:
        for kenmerk, aantal, in_force in self._parts():
            if in_force:
                zin, effect = _("COA heeft herverdeling {kenmerk} nog niet verwerkt"), -aantal
            else:
                zin, effect = _EARLY, aantal
            yield [Oorzaak(soort="herverdeling", aantal=effect, zin=zin.format(kenmerk=kenmerk))]

    def _parts(self) -> list[tuple[str, int, bool]]:
        """Kenmerk, persons for this gemeente, and whether it counts in the stand of the day."""
        rows = self._ledger.db.execute(
            "SELECT kenmerk, sum(CASE naar_id WHEN :id THEN aantal ELSE -aantal END), in_werking_op FROM overdracht"
            " JOIN herverdeling ON herverdeling.id = herverdeling_id"
            " WHERE periode = :periode AND :id IN (van_id, naar_id) GROUP BY herverdeling.id",
            {"id": self._id, "periode": str(self._periode)},
        )
        day = self._peildatum.isoformat()
        return [(kenmerk, n, bool(since and since <= day)) for kenmerk, n, since in rows if n]

    def _correcties(self) -> Iterable[list[Oorzaak]]:
        for correctie in self._ledger.correcties.where(gemeente_id=self._id, periode=self._periode):
            if correctie.datum <= self._peildatum:
                zin = _("COA kent de correctie van {datum} niet ({reden})")
                said = zin.format(datum=format_date(correctie.datum), reden=correctie.reden)
                yield [Oorzaak(soort="correctie", aantal=-correctie.aantal, zin=said)]

    def _rolled(self) -> list[Oorzaak]:
        """COA begins with the saldo that rolled over here, while another beginstand was entered."""
        if not self._regel.begin_verschil:
            return []
        zin = _("COA begint met het saldo van {periode}; hier is iets anders ingevuld")
        said = zin.format(periode=self._periode.previous)
        return [Oorzaak(soort="beginstand", aantal=-self._regel.begin_verschil, zin=said)]

    def _printed_begin(self) -> list[Oorzaak]:
        printed, own = self._printed.beginstand, self._regel.beginstand or 0
        if printed is None or printed == own:
            return self._rolled() if printed is None else []
        return [Oorzaak(soort="beginstand", aantal=printed - own, zin=_("COA begint met een andere beginstand"))]

    def _peildata(self) -> list[Oorzaak]:
        own = self._regel.realisatie
        found = []
        for each in self._ledger.realisaties.where(gemeente_id=self._id, periode=self._periode):
            if own is not None and each.aantal != own:
                zin = _("dit is de realisatie op peildatum {datum}").format(datum=format_date(each.peildatum))
                found.append(Oorzaak(soort="peildatum", aantal=each.aantal - own, zin=zin))
        return found

    def _printed_realisatie(self) -> list[Oorzaak]:
        printed, own = self._printed.realisatie, self._regel.realisatie
        if printed is not None and own is not None:
            said = _("COA telt een andere realisatie")
            return [Oorzaak(soort="realisatie", aantal=own - printed, zin=said)] if printed != own else []
        return [
            Oorzaak(soort=each.soort, aantal=-each.aantal, zin=_("COA rekent met een andere peildatum: ") + each.zin)
            for each in self._peildata()
        ]


_EARLY = _("COA heeft herverdeling {kenmerk} al verwerkt; hier is zij nog niet in werking")
