"""Where each gemeente stands in a period (domein §2). Computed from the rows, never stored."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.i18n import _, enumerate_some, format_change, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.fragments import DEEL, END_OF_TIME, LOPEND, NEWEST
from regietafel.queries.rekening import Rekening, rekeningen
from regietafel.queries.totaal import shared, sum_all, sum_known
from regietafel.value import Value


class StandRegel(Value):
    """One gemeente (or the total) in one period, in persons; None is unknown."""

    gemeente_id: int | None
    gm_code: str | None
    gemeente: str
    taakstelling: int | None  # the newest version
    herverdeling: int  # agreements in force
    beginstand: int | None  # + achterstand, − voorsprong
    begin_verschil: int | None  # onverklaard: the beginstand entered less the saldo that rolled over, when both known
    correctie: int
    opgave: int | None
    realisatie: int | None
    peildatum: datetime.date | None
    saldo: int | None  # + nog te huisvesten, − voorsprong
    in_voorbereiding: int  # agreements not yet in force; no part of the opgave


class Stand(Value):
    """The members of the table, by name, and the sum of each column over the gemeenten where it is known."""

    periode: Periode
    regels: tuple[StandRegel, ...]
    totaal: StandRegel


def stand(ledger: Ledger, periode: Periode, op: datetime.date | None = None) -> Stand:
    """The standing in ``periode``, or as it was known on a day (see :func:`.rekening.rekeningen`).

    A beginstand not entered is the saldo of the half-year before, when known.
    """
    return stand_of(ledger, rekeningen(ledger, periode, op)[-1])


def stand_of(ledger: Ledger, rekening: Rekening) -> Stand:
    """The members of the table with their numbers of one half-year."""
    begin = rekening.beginstand
    in_voorbereiding = dict(
        ledger.db.execute(_IN_VOORBEREIDING, {"periode": str(rekening.periode), "op": rekening.op.isoformat()})
    )
    regels = tuple(
        StandRegel(
            gemeente_id=id,
            gm_code=gm_code,
            gemeente=naam,
            taakstelling=rekening.taakstelling.get(id),
            herverdeling=rekening.herverdeling.get(id, 0),
            beginstand=begin.get(id),
            begin_verschil=_difference(rekening.ingevoerd.get(id), rekening.doorgerold.get(id)),
            correctie=rekening.correctie.get(id, 0),
            opgave=rekening.opgave.get(id),
            realisatie=rekening.realisatie.get(id),
            peildatum=rekening.peildatum.get(id),
            saldo=rekening.saldo.get(id),
            in_voorbereiding=in_voorbereiding.get(id, 0),
        )
        for id, gm_code, naam in ledger.db.execute("SELECT id, gm_code, naam FROM gemeente WHERE lid")
    )
    regels = tuple(sorted(regels, key=lambda regel: sort_key(regel.gemeente)))
    return Stand(periode=rekening.periode, regels=regels, totaal=sum_up(regels))


def sum_up(regels: Sequence[StandRegel]) -> StandRegel:
    """The total of each column over the gemeenten where it is known; None when it is known of none.

    The saldo is the exception: only when it is known of every gemeente.
    """
    return StandRegel(
        gemeente_id=None,
        gm_code=None,
        gemeente=_("Totaal"),
        taakstelling=sum_known(regel.taakstelling for regel in regels),
        herverdeling=sum(regel.herverdeling for regel in regels),
        beginstand=sum_known(regel.beginstand for regel in regels),
        begin_verschil=sum_known(regel.begin_verschil for regel in regels),
        correctie=sum(regel.correctie for regel in regels),
        opgave=sum_known(regel.opgave for regel in regels),
        realisatie=sum_known(regel.realisatie for regel in regels),
        peildatum=shared(regel.peildatum for regel in regels),
        saldo=sum_all(regel.saldo for regel in regels),  # of some it would look like a voorsprong beside the opgave
        in_voorbereiding=sum(regel.in_voorbereiding for regel in regels),
    )


def remarks(ledger: Ledger, periode: Periode, regels: Sequence[StandRegel]) -> tuple[str, ...]:
    """What one must know to read the figures well, in sentences."""
    said = []
    below = [f"{regel.gemeente} ({format_number(now)})" for regel in regels if (now := _after(regel)) < 0]
    if below:
        said.append(
            _("De taakstelling komt met wat al is overgedragen onder 0: {names}. Overleg met het COA.").format(
                names=enumerate_some(below)
            )
        )
    known = [regel for regel in regels if regel.taakstelling is not None]
    unknown = sum(regel.beginstand is None for regel in known)
    if (unknown and unknown < len(known)) or (unknown and _has_taakstelling(ledger, periode.previous)):
        said.append(
            _("Van {n} gemeenten is de beginstand onbekend; in hun opgave zit geen achterstand of voorsprong.").format(
                n=unknown
            )
        )
    odd = [f"{each.gemeente} ({format_change(each.begin_verschil)})" for each in regels if each.begin_verschil]
    if odd:
        said.append(
            _(
                "Onverklaard verschil: de ingevulde beginstand wijkt af van het saldo van het vorige halfjaar: {names}."
            ).format(names=enumerate_some(odd))
        )
    dates = f"WITH {NEWEST} SELECT count(DISTINCT datum) FROM newest"
    if ledger.db.execute(dates, {"periode": str(periode), "op": END_OF_TIME}).fetchone()[0] > 1:
        said.append(_("Niet elke gemeente staat in de nieuwste versie; van de andere telt een oudere."))
    return tuple(said)


def _after(regel: StandRegel) -> int:
    return 0 if regel.taakstelling is None else regel.taakstelling + regel.herverdeling


def _has_taakstelling(ledger: Ledger, periode: Periode) -> bool:
    return ledger.taakstellingsversies.find(periode=periode) is not None


def peildata(ledger: Ledger, periode: Periode) -> tuple[datetime.date, ...]:
    """The days on which anybody was counted, newest first."""
    rows = ledger.db.execute(
        "SELECT DISTINCT peildatum FROM realisatie WHERE periode = ? ORDER BY peildatum DESC", [str(periode)]
    )
    return tuple(datetime.date.fromisoformat(day) for (day,) in rows)


def known_periodes(ledger: Ledger) -> tuple[Periode, ...]:
    """The periods about which the file holds a figure, newest first."""
    rows = ledger.db.execute(
        "SELECT periode FROM taakstellingsversie UNION SELECT periode FROM realisatie UNION"
        " SELECT periode FROM beginstand UNION SELECT periode FROM correctie UNION SELECT periode FROM herverdeling"
        " UNION SELECT periode FROM overzichtregel UNION SELECT periode FROM oordeel"
    )
    return tuple(sorted((Periode.parse(code) for (code,) in rows), reverse=True))


def newest_periode(ledger: Ledger) -> Periode:
    """The newest half-year about which the file holds a figure. Raises RegietafelError when there is none."""
    known = known_periodes(ledger)
    if not known:
        raise RegietafelError(_("Er staan nog geen cijfers in dit bestand; lees eerst een taakstelling in."))
    return known[0]


def _difference(ingevoerd: int | None, doorgerold: int | None) -> int | None:
    return None if ingevoerd is None or doorgerold is None else ingevoerd - doorgerold


_IN_VOORBEREIDING = f"""
    WITH {DEEL}, {LOPEND}
    SELECT gemeente_id, sum(aantal) FROM deel JOIN lopend ON lopend.id = herverdeling_id
    WHERE :periode BETWEEN periode AND laatste GROUP BY gemeente_id"""
