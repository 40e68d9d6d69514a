"""What can make COA's number differ from the own one, as far as this file knows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, product

from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.periode import Periode
from regietafel.i18n import _, format_date
from regietafel.ledger import Ledger
from regietafel.queries.fragments import GELDEND
from regietafel.queries.stand import StandRegel

_MOST = 50_000  # combinations tried for one difference; a gemeente has a handful of possible causes


@dataclass(frozen=True, kw_only=True)
class Oorzaak:
    """Something this file knows that makes COA's number differ. ``soort`` is stable; ``zin`` is for the user."""

    soort: str  # herverdeling, versie, peildatum, correctie, beginstand, realisatie
    aantal: int  # persons, what it adds to COA − own
    zin: str


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


class Causes:
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
            f"""
            WITH {GELDEND}
            SELECT herverdeling.kenmerk, sum(CASE naar_id WHEN :id THEN aantal ELSE -aantal END), geldend.id IS NOT NULL
            FROM overdracht JOIN herverdeling ON herverdeling.id = herverdeling_id
            LEFT JOIN geldend ON geldend.id = herverdeling_id
            WHERE :periode BETWEEN herverdeling.periode AND coalesce(tot_en_met, herverdeling.periode)
            AND ingetrokken_op IS NULL AND :id IN (van_id, naar_id) GROUP BY herverdeling.id""",
            {"id": self._id, "periode": str(self._periode), "op": self._peildatum.isoformat()},
        )
        return [(kenmerk, n, bool(in_force)) for kenmerk, n, in_force in rows if n]

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
