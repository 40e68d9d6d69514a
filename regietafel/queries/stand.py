"""Where each gemeente stands in a period (domein §2). Computed from the rows, never stored."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import opgave, saldo
from regietafel.i18n import _, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.fragments import DEEL, NEWEST


@dataclass(frozen=True, kw_only=True)
class StandRegel:
    """One gemeente (or the total) in one period, in persons; None is unknown."""

    gemeente_id: int | None
    gm_code: str | None
    gemeente: str
    taakstelling: int | None  # the newest version
    herverdeling: int  # agreements in force
    beginstand: int | None  # + achterstand, − voorsprong
    correctie: int
    opgave: int | None
    realisatie: int | None
    peildatum: datetime.date | None
    saldo: int | None  # + nog te huisvesten, − voorsprong
    in_voorbereiding: int  # agreements not yet in force; no part of the opgave


@dataclass(frozen=True, kw_only=True)
class Stand:
    """The members of the table, by name, and the sum of each column over the gemeenten where it is known."""

    periode: Periode
    regels: tuple[StandRegel, ...]
    totaal: StandRegel


def stand(ledger: Ledger, periode: Periode) -> Stand:
    """The standing in ``periode``. A beginstand not entered is the saldo of the half-year before, when known."""
    taakstelling = _numbers(ledger, _TAAKSTELLING, periode)
    realisatie = _numbers(ledger, _REALISATIE, periode)
    beginstand = _numbers(ledger, _BEGINSTAND, periode)
    correctie = _numbers(ledger, _CORRECTIE, periode)
    herverdeling = _numbers(ledger, _IN_WERKING, periode)
    in_voorbereiding = _numbers(ledger, _IN_VOORBEREIDING, periode).get(str(periode), {})
    peildatum = {
        id: datetime.date.fromisoformat(newest)
        for id, newest in ledger.db.execute(
            "SELECT gemeente_id, max(peildatum) FROM realisatie WHERE periode = ? GROUP BY gemeente_id", [str(periode)]
        )
    }
    saldi: dict[int, int | None] = {}  # at the end of the half-year before; after the loop of this one
    for earlier in _unbroken_run(periode, taakstelling):
        code = str(earlier)
        begin = {**saldi, **beginstand[code]}
        exchanged, corrected, housed = herverdeling[code], correctie[code], realisatie[code]
        opgaven = {
            id: opgave(aantal, exchanged.get(id, 0), begin.get(id), corrected.get(id, 0))
            for id, aantal in taakstelling[code].items()
        }
        saldi = {id: saldo(aantal, housed.get(id)) for id, aantal in opgaven.items()}
    regels = tuple(
        StandRegel(
            gemeente_id=id,
            gm_code=gm_code,
            gemeente=naam,
            taakstelling=taakstelling[code].get(id),
            herverdeling=herverdeling[code].get(id, 0),
            beginstand=begin.get(id),
            correctie=correctie[code].get(id, 0),
            opgave=opgaven.get(id),
            realisatie=realisatie[code].get(id),
            peildatum=peildatum.get(id),
            saldo=saldi.get(id),
            in_voorbereiding=in_voorbereiding.get(id, 0),
        )
        for id, gm_code, naam in ledger.db.execute("SELECT id, gm_code, naam FROM gemeente WHERE lid")
    )
    regels = tuple(sorted(regels, key=lambda regel: sort_key(regel.gemeente)))
    return Stand(periode=periode, regels=regels, totaal=sum_up(regels))


def sum_up(regels: Sequence[StandRegel]) -> StandRegel:
    """The total of each column over the gemeenten where it is known; None when it is known of none.

    The saldo is the exception: only when it is known of every gemeente.
    """

    def known_sum(values: Iterable[int | None]) -> int | None:
        known = [value for value in values if value is not None]
        return sum(known) if known else None

    peildata = {regel.peildatum for regel in regels}
    return StandRegel(
        gemeente_id=None,
        gm_code=None,
        gemeente="Totaal",
        taakstelling=known_sum(regel.taakstelling for regel in regels),
        herverdeling=sum(regel.herverdeling for regel in regels),
        beginstand=known_sum(regel.beginstand for regel in regels),
        correctie=sum(regel.correctie for regel in regels),
        opgave=known_sum(regel.opgave for regel in regels),
        realisatie=known_sum(regel.realisatie for regel in regels),
        peildatum=peildata.pop() if len(peildata) == 1 else None,
        # A saldo of some would read as that of all: beside an opgave of all it looks like a voorsprong.
        saldo=known_sum(regel.saldo for regel in regels) if all(regel.saldo is not None for regel in regels) else None,
        in_voorbereiding=sum(regel.in_voorbereiding for regel in regels),
    )


def remarks(ledger: Ledger, periode: Periode, regels: Sequence[StandRegel]) -> tuple[str, ...]:
    """What one must know to read the figures well, in sentences."""
    said = []
    below = [f"{regel.gemeente} ({format_number(now)})" for regel in regels if (now := _after(regel)) < 0]
    if below:
        said.append(
            _(
                "De taakstelling is na een herverdeling verlaagd en komt nu onder 0: {names}. Overleg met het COA."
            ).format(names=", ".join(below))
        )
    known = [regel for regel in regels if regel.taakstelling is not None]
    unknown = sum(regel.beginstand is None for regel in known)
    if (unknown and unknown < len(known)) or (unknown and _has_taakstelling(ledger, periode.previous)):
        said.append(
            _("Van {n} gemeenten is de beginstand onbekend; in hun opgave zit geen achterstand of voorsprong.").format(
                n=unknown
            )
        )
    dates = f"WITH {NEWEST} SELECT count(DISTINCT datum) FROM newest WHERE periode = ?"
    if ledger.db.execute(dates, [str(periode)]).fetchone()[0] > 1:
        said.append(_("Niet elke gemeente staat in de nieuwste versie; van de andere telt een oudere."))
    return tuple(said)


def _after(regel: StandRegel) -> int:
    return 0 if regel.taakstelling is None else regel.taakstelling + regel.herverdeling


def _has_taakstelling(ledger: Ledger, periode: Periode) -> bool:
    return ledger.taakstellingsversies.find(periode=periode) is not None


def known_periodes(ledger: Ledger) -> tuple[Periode, ...]:
    """The periods about which the file holds a figure, newest first."""
    rows = ledger.db.execute(
        "SELECT periode FROM taakstellingsversie UNION SELECT periode FROM realisatie UNION"
        " SELECT periode FROM beginstand UNION SELECT periode FROM correctie UNION SELECT periode FROM herverdeling"
    )
    return tuple(sorted((Periode.parse(code) for (code,) in rows), reverse=True))


_TAAKSTELLING = f"WITH {NEWEST} SELECT periode, gemeente_id, aantal FROM newest WHERE periode <= ?"
_REALISATIE = """
    SELECT periode, gemeente_id, aantal, max(peildatum) FROM realisatie
    WHERE periode <= ? GROUP BY gemeente_id, periode"""
_BEGINSTAND = "SELECT periode, gemeente_id, aantal FROM beginstand WHERE periode <= ?"
_CORRECTIE = "SELECT periode, gemeente_id, sum(aantal) FROM correctie WHERE periode <= ? GROUP BY periode, gemeente_id"
_OVERDRACHTEN = f"""
    WITH {DEEL}
    SELECT periode, gemeente_id, sum(aantal) FROM deel JOIN herverdeling ON herverdeling.id = herverdeling_id
    WHERE in_werking_op {{condition}} AND periode <= ? GROUP BY periode, gemeente_id"""
_IN_WERKING = _OVERDRACHTEN.format(condition="IS NOT NULL")
_IN_VOORBEREIDING = _OVERDRACHTEN.format(condition="IS NULL")


def _numbers(ledger: Ledger, sql: str, periode: Periode) -> defaultdict[str, dict[int, int]]:
    """Periode → gemeente → number. The text ``2023-I`` sorts before ``2023-II``, so SQL can compare periods."""
    numbers: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for code, gemeente_id, aantal, *_newest in ledger.db.execute(sql, [str(periode)]):
        numbers[code][gemeente_id] = aantal
    return numbers


def _unbroken_run(periode: Periode, taakstelling: dict[str, dict[int, int]]) -> list[Periode]:
    """The consecutive half-years with a taakstelling that end in ``periode``, oldest first."""
    run = [periode]
    while str(run[0].previous) in taakstelling:
        run.insert(0, run[0].previous)
    return run
