"""The account of every gemeente, half-year after half-year: what stand, history, origin and comparison are made of.

Computed from the rows in one pass, never stored (domein §2).
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping

from regietafel.domain.periode import Periode
from regietafel.domain.taakstelling import opgave, saldo
from regietafel.i18n import today
from regietafel.ledger import Ledger
from regietafel.queries.fragments import DEEL, END_OF_TIME, GELDEND
from regietafel.value import Value

Aantallen = Mapping[int, int]  # gemeente_id → persons; who is not there is unknown
_NONE: Aantallen = {}

# What an account, and with it the stand, is made of: who shows it asks again when one of these changes.
TABLES = frozenset(
    {"taakstelling", "taakstellingsversie", "realisatie", "beginstand", "correctie", "herverdeling", "overdracht"}
    | {"partij", "gemeente", "behandeling", "verwerking"}
)


class Rekening(Value):
    """One half-year, of every gemeente of which something is known."""

    periode: Periode
    op: datetime.date  # what was known that day; of a question without a day: today
    taakstelling: Aantallen  # the newest version
    herverdeling: Aantallen  # in force
    doorgerold: Aantallen  # the saldo at the end of the half-year before
    ingevoerd: Aantallen  # the beginstand someone entered; it overrules what rolled over
    correctie: Aantallen
    realisatie: Aantallen
    peildatum: Mapping[int, datetime.date]
    opgave: Aantallen
    saldo: Aantallen

    @property
    def beginstand(self) -> dict[int, int]:
        """+ achterstand, − voorsprong."""
        return {**self.doorgerold, **self.ingevoerd}


def rekeningen(ledger: Ledger, periode: Periode, op: datetime.date | None = None) -> tuple[Rekening, ...]:
    """The accounts of the half-years up to and including ``periode``, oldest first.

    ``op``: with what was known on that day: versions published, agreements in force, counts and corrections dated
    up to then. Without it everything known counts, an agreement from the day it is in force. A saldo rolls over from
    one half-year to the next; across one without taakstelling it does not.
    """
    asked = {"periode": str(periode), "op": op.isoformat() if op else END_OF_TIME}
    peildata: defaultdict[str, dict[int, datetime.date]] = defaultdict(dict)
    facts: dict[str, dict[str, dict[int, int]]] = {}
    for name, sql in _FACTS.items():
        numbers: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for code, gemeente_id, aantal, newest in ledger.db.execute(sql, asked):
            numbers[code][gemeente_id] = aantal
            if name == "realisatie":
                peildata[code][gemeente_id] = datetime.date.fromisoformat(newest)
        facts[name] = dict(numbers)
    facts["herverdeling"] = _herverdelingen(ledger, periode, op or today())
    oldest = min((code for numbers in facts.values() for code in numbers), default=str(periode))
    found: list[Rekening] = []
    current, saldi = Periode.parse(oldest), _NONE
    while current <= periode:
        code = str(current)
        known = {name: numbers.get(code, _NONE) for name, numbers in facts.items()}
        begin = {**saldi, **known["ingevoerd"]}
        herverdeling, correctie = known["herverdeling"], known["correctie"]
        opgaven = {
            id: total
            for id, aantal in known["taakstelling"].items()
            if (total := opgave(aantal, herverdeling.get(id, 0), begin.get(id), correctie.get(id, 0))) is not None
        }
        doorgerold, realisatie = saldi, known["realisatie"]
        saldi = {id: left for id, aantal in opgaven.items() if (left := saldo(aantal, realisatie.get(id))) is not None}
        found.append(
            Rekening(
                periode=current,
                op=op or today(),
                doorgerold=doorgerold,
                peildatum=peildata.get(code, {}),
                opgave=opgaven,
                saldo=saldi,
                **known,
            )
        )
        current = current.next
    return tuple(found)


def _herverdelingen(ledger: Ledger, periode: Periode, op: datetime.date) -> dict[str, dict[int, int]]:
    """What the agreements that counted on ``op`` do per half-year; a longer one does the same in each of its own."""
    rows = ledger.db.execute(
        f"""
        WITH {DEEL}, {GELDEND}
        SELECT periode, laatste, gemeente_id, sum(aantal) FROM deel JOIN geldend ON geldend.id = herverdeling_id
        WHERE periode <= :periode GROUP BY periode, laatste, gemeente_id""",
        {"periode": str(periode), "op": op.isoformat()},
    )
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for first, last, gemeente_id, aantal in rows:
        for each in Periode.parse(first).through(min(Periode.parse(last), periode)):
            of_periode = found[str(each)]
            of_periode[gemeente_id] = of_periode.get(gemeente_id, 0) + aantal
    return dict(found)


def saldi_per_gemeente(accounts: Iterable[Rekening]) -> dict[int, dict[Periode, int]]:
    """The known saldi turned round: per gemeente id, per half-year."""
    found: defaultdict[int, dict[Periode, int]] = defaultdict(dict)
    for account in accounts:
        for id, left in account.saldo.items():
            found[id][account.periode] = left
    return found


# Text sorts as time does: ``2023-I`` before ``2023-II``, ``2023-05-02`` before ``2023-11-10``. Of a group with max()
# SQLite gives the columns of the row that holds the maximum. The last column matters of a realisatie only.
_FACTS = {
    "taakstelling": """
        SELECT periode, gemeente_id, aantal, max(datum) FROM taakstelling
        JOIN taakstellingsversie AS versie ON versie.id = versie_id
        WHERE periode <= :periode AND datum <= :op GROUP BY periode, gemeente_id""",
    # entered for the whole half-year: it has no day of its own
    "ingevoerd": "SELECT periode, gemeente_id, aantal, NULL FROM beginstand WHERE periode <= :periode",
    "correctie": """
        SELECT periode, gemeente_id, sum(aantal), NULL FROM correctie
        WHERE periode <= :periode AND datum <= :op GROUP BY periode, gemeente_id""",
    "realisatie": """
        SELECT periode, gemeente_id, aantal, max(peildatum) FROM realisatie
        WHERE periode <= :periode AND peildatum <= :op GROUP BY gemeente_id, periode""",
}
