"""The prognose of a half-year: per gemeente and for the table, computed from the rows, never stored."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from regietafel.domain.afronding import rounded, with_decimals
from regietafel.domain.periode import Periode
from regietafel.domain.prognose import (
    Aanbod,
    Telling,
    Verloop,
    Vooruitzicht,
    laatst_afgelopen,
    reeks,
    vooruitzicht,
)
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.planning.aanbod import Aanbodstand, aanbodstand
from regietafel.planning.uitleg import onzeker_uitleg, reeks_uitleg, uitleg
from regietafel.queries import rekening, woonprojecten
from regietafel.queries.rekening import rekeningen, saldi_per_gemeente
from regietafel.queries.stand import StandRegel, stand_of
from regietafel.queries.totaal import shared, sum_all, sum_known
from regietafel.value import Value

TABLES = rekening.TABLES | woonprojecten.TABLES
"""Who shows a prognose asks again when one of these changes."""


class PrognoseRegel(Value):
    """One gemeente (or the total), in persons, rounded half up; None is unknown."""

    gemeente_id: int | None
    gm_code: str | None
    gemeente: str
    opgave: int | None
    realisatie: int | None
    peildatum: datetime.date | None
    schema: int | None  # on the peildatum; on the day asked for where there is no count
    verschil_met_schema: int | None  # + behind, − ahead
    tempo: Decimal | None  # a month, since the begin
    tempo_recent: Decimal | None  # a month, between the last two counts
    nodig_per_maand: Decimal | None
    aanbod: int | None  # what opens until the end, less who must be housed again
    verwacht: int | None  # housed at the end
    verwacht_saldo: int | None  # + achterstand, − voorsprong
    reeks: int | None  # finished half-years in a row with an achterstand; at least so many where a saldo is unknown
    uitleg: tuple[str, ...]

    @property
    def verloop(self) -> Verloop | None:
        """Behind, on or ahead of schedule."""
        return None if self.verschil_met_schema is None else Verloop.of(self.verschil_met_schema)


class Prognose(Value):
    """The members of the table, by name.

    The total adds up the columns: opgave, realisatie, schema and aanbod of the gemeenten where they are known; what
    follows from them only when it is known of every gemeente.
    """

    periode: Periode
    op: datetime.date
    regels: tuple[PrognoseRegel, ...]
    totaal: PrognoseRegel


def prognose(
    ledger: Ledger, periode: Periode, op: datetime.date, aanbod: Mapping[int, Sequence[Aanbod]] | None = None
) -> Prognose:
    """What to expect of ``periode`` with what was known on ``op``.

    The projects in the file are the supply; ``aanbod`` is to be counted in their place, per gemeente id.
    """
    known = aanbodstand(ledger, periode, op) if aanbod is None else Aanbodstand(telt=aanbod, onzeker={})
    accounts = rekeningen(ledger, periode, op)
    saldi = saldi_per_gemeente(accounts)
    laatste = laatst_afgelopen(periode, op)
    geteld = next((each.peildatum for each in accounts if each.periode == laatste), {})
    counts = tellingen(ledger, periode, op)
    regels = []
    for stand in stand_of(ledger, accounts[-1]).regels:
        id = stand.gemeente_id
        assert id is not None
        view = vooruitzicht(stand.opgave, counts.get(id, ()), periode, op, known.telt.get(id, ()))
        row = reeks(saldi.get(id, {}), laatste)
        said = (
            *uitleg(view, periode, op),
            *onzeker_uitleg(known.onzeker.get(id, ())),
            *reeks_uitleg(row, laatste, geteld.get(id)),
        )
        if stand.opgave is not None and stand.beginstand is None:
            said = (_("De beginstand is onbekend; in de opgave zit geen achterstand of voorsprong."), *said)
        regels.append(_regel(stand, view, row.bekend, said))
    return Prognose(periode=periode, op=op, regels=tuple(regels), totaal=sum_up(regels))


def tellingen(ledger: Ledger, periode: Periode, op: datetime.date) -> Mapping[int | None, Sequence[Telling]]:
    """The counts of a half-year up to and including ``op``, per gemeente id."""
    found: defaultdict[int | None, list[Telling]] = defaultdict(list)
    sql = "SELECT gemeente_id, peildatum, aantal FROM realisatie WHERE periode = ? AND peildatum <= ?"
    for id, peildatum, aantal in ledger.db.execute(sql, [str(periode), op.isoformat()]):
        found[id].append(Telling(peildatum=datetime.date.fromisoformat(peildatum), aantal=aantal))
    return found


def _regel(stand: StandRegel, view: Vooruitzicht, in_a_row: int | None, said: tuple[str, ...]) -> PrognoseRegel:
    return PrognoseRegel(
        gemeente_id=stand.gemeente_id,
        gm_code=stand.gm_code,
        gemeente=stand.gemeente,
        opgave=view.opgave,
        realisatie=view.telling.aantal if view.telling else None,
        peildatum=view.telling.peildatum if view.telling else None,
        schema=_whole(view.schema),
        verschil_met_schema=view.verschil,
        tempo=_decimal(view.tempo),
        tempo_recent=_decimal(view.tempo_recent),
        nodig_per_maand=_decimal(view.nodig_per_maand),
        aanbod=_whole(view.aanbod),
        verwacht=_whole(view.verwacht),
        verwacht_saldo=view.verwacht_saldo,
        reeks=in_a_row,
        uitleg=said,
    )


def sum_up(regels: Sequence[PrognoseRegel]) -> PrognoseRegel:
    """The sums of the columns as they are shown, to be checked with a calculator; see :class:`Prognose`."""

    return PrognoseRegel(
        gemeente_id=None,
        gm_code=None,
        gemeente=_("Totaal"),
        opgave=sum_known(regel.opgave for regel in regels),
        realisatie=sum_known(regel.realisatie for regel in regels),
        peildatum=shared(regel.peildatum for regel in regels),
        schema=sum_known(regel.schema for regel in regels),
        verschil_met_schema=sum_all(regel.verschil_met_schema for regel in regels),
        tempo=sum_all(regel.tempo for regel in regels),
        tempo_recent=sum_all(regel.tempo_recent for regel in regels),
        nodig_per_maand=sum_all(regel.nodig_per_maand for regel in regels),
        aanbod=sum_known(regel.aanbod for regel in regels),
        verwacht=sum_all(regel.verwacht for regel in regels),
        verwacht_saldo=sum_all(regel.verwacht_saldo for regel in regels),
        reeks=None,
        uitleg=_total_uitleg(regels),
    )


def _total_uitleg(regels: Sequence[PrognoseRegel]) -> tuple[str, ...]:
    open_ends = sum(regel.verwacht_saldo is None for regel in regels)
    if not open_ends:
        return ()
    zin = _("Van {n} van de {alle} gemeenten is de verwachting onbekend; daarom is die van het totaal dat ook.")
    return (zin.format(n=open_ends, alle=len(regels)),)


def _whole(number: Fraction | None) -> int | None:
    return None if number is None else rounded(number)


def _decimal(number: Fraction | None) -> Decimal | None:
    return None if number is None else with_decimals(number, 1)
