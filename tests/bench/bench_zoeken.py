"""Search while typing in twenty years of meetings: 10.000 points and 50.000 rows of lists, letter by letter, against a
bare FTS5 index on the same texts that ranks with bm25; how long the index takes to be made, and its longest step.

Prints ratios measured in one run; the seconds say nothing about another machine.
"""

from __future__ import annotations

import datetime
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from regietafel.actions.regio import make_regio  # noqa: E402
from regietafel.domain.regio import Adressaat, Gemeente, Regio  # noqa: E402
from regietafel.ledger import Ledger  # noqa: E402
from regietafel.queries.zoeken import Zoekindex  # noqa: E402

NAMEN = "Almelo Borne Dinkelland Enschede Haaksbergen Hellendoorn Hengelo Hof_van_Twente Losser Oldenzaal"
NAMEN += " Rijssen-Holten Tubbergen Twenterand Wierden"
GEMEENTEN = NAMEN.replace("_", " ").split(" ")
_WOORDEN = """
    taakstelling herverdeling huisvesting opvang noodopvang doorstroomlocatie flexwoningen statushouders corporatie
    raad college besluit begroting planning capaciteit vergunning bestemmingsplan draagvlak inwoners omwonenden
    school zorg inburgering werk taal regie provincie ministerie gemeente regionaal landelijk afspraak termijn
    achterstand voorsprong halfjaar realisatie prognose koppeling doorlooptijd locatie overeenkomst verlenging
    sluiting oplevering bouw renovatie hotel klooster kantoor leegstand tijdelijk structureel financiering subsidie
    veiligheid communicatie brief overleg wethouder burgemeester secretaris voorzitter stuurgroep werkgroep
    de het een van voor met en op in naar bij tot over uit aan door wordt worden zijn heeft kan moet zal blijft
"""
WOORDEN = _WOORDEN.split()
RIJEN, PUNTEN, OVERLEGGEN = 50_000, 10_000, 1_000
VRAGEN = (
    "taakstelling",
    "flexwoningen enschede",
    "besluit noodopvang",
    "hengelo doorstroomlocatie",
    "actie almelo brief",
    "achterstand",
    "5 juni 2023",
    "05-06-2023",
    "verlenging overeenkomst",
    "hof van twente",
    "rijssen-holten",
    "wethouder college raad",
    "knelpunt draagvlak",
    "koppeling 2019",
    "oplevering bouw",
    "bestemmingsplan",
    "subsidie corporatie",
    "GM0153",
    "de van het",
    "inburgering werk taal",
)


def make_meetings() -> Ledger:
    """Fifty meetings a year for twenty years, ten points each, five rows to a point."""
    chance = random.Random(7)  # noqa: S311 - the same texts each time
    words = [*WOORDEN, *(f"{one}{two}" for one in WOORDEN[:50] for two in WOORDEN[:50]), *GEMEENTEN]
    weights = [1 + 400 // (1 + place) for place in range(len(words))]

    def text(least: int, most: int) -> str:
        return " ".join(chance.choices(words, weights, k=chance.randint(least, most)))

    ledger = Ledger.in_memory()
    gemeenten = [
        Gemeente(gm_code=f"GM{n:04}", naam=naam, provincie="Overijssel") for n, naam in enumerate(GEMEENTEN, 141)
    ]
    make_regio(ledger, Regio(naam="Regietafel Twente"), gemeenten, (Adressaat(sleutel="coa", organisatie="COA"),))
    begin = datetime.date(2006, 1, 2)
    days = [begin + datetime.timedelta(days=7 * n + n // 3 % 5) for n in range(OVERLEGGEN)]
    with ledger.operation("Overleggen gemaakt"):
        ledger.db.execute(
            "INSERT INTO overlegreeks (id, naam, soort, begin, minuten, locatie, link, voorzitter, secretaris,"
            " per_jaar, dagen_vooraf, vakantieregio) VALUES"
            " (1, 'Regietafel Twente', 'regietafel', '10:00', 120, '', '', '', '', 50, 7, '')"
        )
        ledger.db.executemany(
            "INSERT INTO overleg (id, reeks_id, datum, begin, minuten, locatie, link, voorzitter, secretaris, uid,"
            " volgnummer, opmerking) VALUES (?, 1, ?, '10:00', 120, 'Stadhuis', '', '', '', ?, 0, '')",
            [(n, day.isoformat(), f"overleg-{n:08}") for n, day in enumerate(days, 1)],
        )
        ledger.db.executemany(
            "INSERT INTO agendapunt (id, overleg_id, volgorde, titel, toelichting, intern, inbrenger, soort, deel,"
            " vertrouwelijk, terugkerend, besproken) VALUES (?, ?, ?, ?, ?, ?, '', 'bespreking', '', 0, 0, 1)",
            [(n, 1 + n // 10 % OVERLEGGEN, n % 10, text(3, 8), text(10, 40), text(0, 6)) for n in range(1, PUNTEN + 1)],
        )
        soorten = ("besluit", "knelpunt", "actie", "actie", "notitie")
        ledger.db.executemany(
            "INSERT INTO verslagregel (id, overleg_id, agendapunt_id, soort, tekst, thema, vraag, invoer)"
            " VALUES (?, ?, ?, ?, ?, ?, '', '')",
            [
                (
                    n,
                    1 + (1 + n // 5 % PUNTEN) // 10 % OVERLEGGEN,
                    1 + n // 5 % PUNTEN,
                    soorten[n % 5],
                    text(8, 25),
                    text(1, 1),
                )
                for n in range(1, RIJEN + 1)
            ],
        )
        ledger.db.executemany(
            "INSERT INTO actiehouder (regel_id, gemeente_id, organisatie) VALUES (?, ?, '')",
            [(n, 1 + n % len(GEMEENTEN)) for n in range(1, RIJEN + 1) if n % 5 in {2, 3}],
        )
    return ledger


def bare_index(index: Zoekindex) -> tuple[sqlite3.Connection, float]:
    """The same texts in an index that does nothing but FTS5; and the seconds that took."""
    rows = index._index._db.execute("SELECT nr, titel, tekst, intern, kenmerken FROM rij").fetchall()
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE woord USING fts5(titel, tekst, intern, kenmerken)")
    start = time.perf_counter()
    db.executemany("INSERT INTO woord (rowid, titel, tekst, intern, kenmerken) VALUES (?, ?, ?, ?, ?)", rows)
    db.commit()
    return db, time.perf_counter() - start


def bare_search(db: sqlite3.Connection, text: str) -> Sequence[object]:
    match = " AND ".join(f'"{word}" *' for word in text.split())
    sql = """
        SELECT rowid, snippet(woord, 0, '<', '>', '…', 40), snippet(woord, 1, '<', '>', '…', 16) FROM woord
        WHERE woord MATCH ? ORDER BY rank LIMIT 50"""
    return db.execute(sql, [match]).fetchall()


def typed() -> Iterator[str]:
    for question in VRAGEN:
        yield from (question[: n + 1] for n in range(len(question)) if question[n] != " ")


def took(work: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    work(text)
    return time.perf_counter() - start


def steps(ledger: Ledger, index: Zoekindex, tables: frozenset[str] | None = None) -> list[float]:
    taken, work = [], index.refresh(tables)
    while not index.is_ready:
        start = time.perf_counter()
        next(work, None)
        taken.append(time.perf_counter() - start)
    return taken


def compare(name: str, ours: Callable[[str], object], db: sqlite3.Connection, texts: Sequence[str]) -> None:
    """Each text by one and then by the other, so that both have the same machine."""
    ours_took, bare_took = [], []
    for text in texts:
        ours_took.append(took(ours, text))
        bare_took.append(took(lambda asked: bare_search(db, asked), text))
    mid, most, bare_mid, bare_most = (pick(each) for each in (ours_took, bare_took) for pick in (median, max))
    print(
        f"bench_zoeken: {name} ({len(texts)} keer): midden {mid * 1000:.1f} ms = {mid / bare_mid:.2f}x kaal,"
        f" traagste {most * 1000:.1f} ms = {most / bare_most:.2f}x kaal"
        f" (kaal {bare_mid * 1000:.1f} en {bare_most * 1000:.1f} ms)"
    )
    slow = sorted(zip(ours_took, texts, strict=True))[-3:]
    print("    traagst: " + ", ".join(f"“{text}” {taken * 1000:.1f} ms" for taken, text in slow))


def main() -> None:
    ledger = make_meetings()
    index = Zoekindex(ledger)

    def window(text: str) -> object:
        return index.search(text, limit=200)

    made = steps(ledger, index)
    db, bare_made = bare_index(index)
    print(
        f"bench_zoeken: index maken {sum(made):.2f} s = {sum(made) / bare_made:.2f}x kaal, in {len(made)} stappen;"
        f" de langste {max(made) * 1000:.0f} ms, de middelste {median(made) * 1000:.1f} ms"
    )
    with ledger.operation("Actie gewijzigd"):
        ledger.db.execute("UPDATE verslagregel SET tekst = 'gewijzigd' WHERE id = 40000")
    again = steps(ledger, index, frozenset({"verslagregel"}))
    print(
        f"bench_zoeken: bijwerken na een wijziging {sum(again) * 1000:.0f} ms in {len(again)} stappen; de langste"
        f" {max(again) * 1000:.0f} ms"
    )
    letters = [*typed()]
    compare("één letter", window, db, sorted({text[0] for text in letters}))
    compare("twee letters", window, db, [one + two for one in "abcdeghklmnoprstvw" for two in "aeiorn"])
    compare("elke letter van 20 vragen", window, db, letters)
    compare("elke letter, binnen één soort", lambda text: index.search(text, soort="besluit"), db, letters)


if __name__ == "__main__":
    main()
