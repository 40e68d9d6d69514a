"""The line that is typed during a meeting: every form of it, and the laws that hold for any text."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.domain.record import MAX_NAAM, MAX_TEXT, check_naam, check_text
from regietafel.domain.verslag import ACTIE, BESLUIT, KNELPUNT, NOTITIE, SOORTEN
from regietafel.exchange.datum import read_day
from regietafel.exchange.vergaderregel import Houder, Invoerregel, read_regel
from regietafel.i18n import format_date, format_date_long
from regietafel.queries.partijen import BekendePartij
from tests.tempo import LINEAR, growth

OP = datetime.date(2023, 9, 14)  # a Thursday
OKTOBER = datetime.date(2023, 10, 1)
NAMES = ["Almelo", "Borne", "Hof van Twente", "’s-Hertogenbosch", "Súdwest-Fryslân", "Nuenen, Gerwen en Nederwetten"]
PARTIJEN = [
    *(BekendePartij(naam=naam, gemeente_id=number, andere_namen=()) for number, naam in enumerate(NAMES, 1)),
    BekendePartij(naam="De Ronde Venen", gemeente_id=7, andere_namen=("Ronde Venen",)),
    BekendePartij(naam="COA", gemeente_id=None, andere_namen=("Centraal Orgaan opvang asielzoekers",)),
    BekendePartij(naam="provincie Overijssel", gemeente_id=None, andere_namen=("Overijssel",)),
]
ALMELO, BORNE, HOF, DEN_BOSCH, SWF, NUENEN = (Houder(number, naam) for number, naam in enumerate(NAMES, 1))
VENEN, COA, OVERIJSSEL = Houder(7, "De Ronde Venen"), Houder(None, "COA"), Houder(None, "provincie Overijssel")


def lees(text: str) -> Invoerregel:
    return read_regel(text, PARTIJEN, OP)


@pytest.mark.parametrize(
    ("text", "soort", "tekst"),
    [
        ("B instemmen met de verdeling", BESLUIT, "instemmen met de verdeling"),
        ("b: instemmen", BESLUIT, "instemmen"),
        ("B. instemmen", BESLUIT, "instemmen"),
        ("B) instemmen", BESLUIT, "instemmen"),
        ("- B – instemmen", BESLUIT, "instemmen"),
        ("Besluit: instemmen per 1 oktober, Almelo: ja", BESLUIT, "instemmen per 1 oktober, Almelo: ja"),
        ("BESLUIT instemmen", BESLUIT, "instemmen"),
        ("\ufeffB\u200b\tinstemmen\r\n", BESLUIT, "instemmen"),
        ("B “B&W” <b>ë</b> & €", BESLUIT, "“B&W” <b>ë</b> & €"),
        ("K geen locatie\x07in Borne", KNELPUNT, "geen locatie in Borne"),
        ("knelpunt te weinig woningen: wat nu?", KNELPUNT, "te weinig woningen: wat nu?"),
    ],
)
def test_a_besluit_and_a_knelpunt_are_their_words(text: str, soort: str, tekst: str) -> None:
    regel = lees(text)
    assert (regel.soort, regel.tekst, regel.vraag, regel.houders, regel.voor) == (soort, tekst, "", (), None)


@pytest.mark.parametrize(
    ("text", "houders", "tekst"),
    [
        ("A Almelo: locatie zoeken, voor 1 oktober", [ALMELO], "locatie zoeken"),
        ("a almelo: locatie zoeken vóór 1-10-2023.", [ALMELO], "locatie zoeken"),
        ("A Almelo en Borne: locatie zoeken, vóór 1-10-2023", [ALMELO, BORNE], "locatie zoeken"),
        ("Actie: Almelo & Borne & Almelo: locatie zoeken; 1 okt", [ALMELO, BORNE], "locatie zoeken"),
        (
            "Actie gemeente Almelo/Borne, Hof van Twente: locatie zoeken, uiterlijk op 1 oktober",
            [ALMELO, BORNE, HOF],
            "locatie zoeken",
        ),
        ("A gemeenten Almelo en HOF VAN TWENTE: brief (voor 1 oktober)", [ALMELO, HOF], "brief"),
        ("A 's Hertogenbosch, Sudwest Fryslan: brief - per 1/10", [DEN_BOSCH, SWF], "brief"),
        ("A Nuenen, Gerwen en Nederwetten en Borne: brief, 01-10-'23", [NUENEN, BORNE], "brief"),
        ("A de gemeente De Ronde Venen, de Ronde Venen: brief op 1 oktober", [VENEN], "brief"),
        ("A het COA/provincie Overijssel: brief, deadline: 1 oktober a.s.", [COA, OVERIJSSEL], "brief"),
        ("A Overijssel:brief,1 oktober", [OVERIJSSEL], "brief"),
        ("A Almelo + Borne: brief, 1 oktober", [ALMELO, BORNE], "brief"),
        ("A Almelo, Borne, en COA: brief , 1 oktober !", [ALMELO, BORNE, COA], "brief"),
        ("A Almelo: om 10:30 uur bellen: ja, nee, voor 1 oktober", [ALMELO], "om 10:30 uur bellen: ja, nee"),
        ("A Almelo voor 1 oktober: locatie zoeken", [ALMELO], "locatie zoeken"),
        ("A Almelo: zie https://x.nl/a, b & <c>, voor 1 oktober", [ALMELO], "zie https://x.nl/a, b & <c>"),
        ("A Almelo: nota over 1 februari, voor 1 oktober", [ALMELO], "nota over 1 februari"),
    ],
)
def test_an_action_is_who_what_and_when(text: str, houders: list[Houder], tekst: str) -> None:
    assert lees(text) == Invoerregel(
        invoer=text, soort=ACTIE, tekst=tekst, houders=tuple(houders), voor=OKTOBER, vraag=""
    )


@pytest.mark.parametrize("wie", ["iedereen", "Alle gemeenten", "allen"])
def test_everyone_is_each_gemeente(wie: str) -> None:
    regel = lees(f"A {wie}: opgave sturen, voor 1 oktober")
    assert [each.gemeente_id for each in regel.houders] == [1, 2, 3, 4, 5, 6, 7] and not regel.vraag
    both = lees(f"A COA en {wie}: opgave sturen, voor 1 oktober")
    assert both.houders == (COA, *regel.houders)


@pytest.mark.parametrize(
    ("ending", "day"),
    [
        (", voor 1 oktober", "2023-10-01"),
        (", vóór 1 okt.", "2023-10-01"),
        (" uiterlijk 1 oktober 2023", "2023-10-01"),
        (", 1-10-2023", "2023-10-01"),
        (", voor 1/10", "2023-10-01"),
        (" voor 01-10-'23", "2023-10-01"),
        (", 2023-10-01", "2023-10-01"),
        (", uiterlijk eind september", "2023-09-30"),
        (" voor het eind van het jaar", "2023-12-31"),
        (", uiterlijk volgende week vrijdag", "2023-09-22"),
        (" over twee weken", "2023-09-28"),
        (" binnen 10 dagen", "2023-09-24"),
        (", a.s. vrijdag", "2023-09-15"),
        (", uiterlijk per eind Q3", "2023-09-30"),
        (" (gereed: half oktober)", "2023-10-15"),
        (" tot en met 1 oktober", "2023-10-01"),
        (", voor of op 1 oktober", "2023-10-01"),
        (" op of vóór 1 oktober", "2023-10-01"),
        (" in week 39", "2023-09-29"),
        (", in wk. 39", "2023-09-29"),
    ],
)
def test_a_day_is_said_in_many_ways(ending: str, day: str) -> None:
    regel = lees("A Almelo: locatie zoeken" + ending)
    assert (regel.tekst, regel.voor, regel.vraag) == ("locatie zoeken", datetime.date.fromisoformat(day), "")


@pytest.mark.parametrize(
    ("text", "vraag"),
    [
        ("locatie gevonden", "Is dit een besluit (B), een knelpunt (K) of een actie (A)?"),
        ("B&W akkoord", "Is dit een besluit (B), een knelpunt (K) of een actie (A)?"),
        ("", "Is dit een besluit (B), een knelpunt (K) of een actie (A)?"),
        ("B", "Wat is er besloten?"),
        ("k: ", "Wat is het knelpunt?"),
        ("A", "Wat moet er gebeuren?"),
        ("A Almelo: locatie", "Voor welke datum?"),
        ("A locatie zoeken, voor 1 oktober", "Wie doet dit?"),
        ("A locatie zoeken: eerst in Borne, voor 1 oktober", "Wie doet dit?"),
        ("A : locatie zoeken, voor 1 oktober", "Wie doet dit?"),
        ("A Hof van Twente zoekt een locatie, voor 1 oktober", "Wie doet dit? Bedoelt u Hof van Twente?"),
        ("A Almleo: locatie, voor 1 oktober", "Wie is “Almleo”? Bedoelt u Almelo?"),
        ("A almleo en Borne: locatie, voor 1 oktober", "Wie is “almleo”? Bedoelt u Almelo?"),
        ("A burgemeester van Almelo: brief, 1 oktober", "Wie is “burgemeester van Almelo”? Bedoelt u Almelo?"),
        ("A Orgaan: brief, 1 oktober", "Wie is “Orgaan”? Bedoelt u COA?"),
        ("A alle gemeenten behalve Almelo: brief, 1 oktober", "Wie doet dit?"),
        ("A Almelo: brief, voor donderdag 6 oktober", "“donderdag 6 oktober” is geen datum. Voor welke datum?"),
        ("A Wethouder wonen: locatie, voor 1 oktober", "Wie is “Wethouder wonen”?"),
        ("A Almelo: locatie, voor 31 september", "“31 september” is geen datum. Voor welke datum?"),
        ("A Almelo: locatie 31-9-2023", "Voor welke datum?"),
        ("A Almelo: locatie, do. 6 oktober", "“do. 6 oktober” is geen datum. Voor welke datum?"),
        ("A Almelo: wonen in 10-20 woningen", "Voor welke datum?"),
        ("A Almelo: locatie, voor volgend overleg", "“volgend overleg” is geen datum. Voor welke datum?"),
        ("A Almelo: woning zoeken voor 2 personen", "Voor welke datum?"),
        ("A Almelo: locatie, voor 1 oktober 2022", "1 oktober 2022 is al voorbij. Klopt dat?"),
        (
            "A Almelo: locatie, voor 1 oktober, uiterlijk 1 november",
            "Er staan twee datums: 1 oktober 2023 en 1 november 2023. Welke geldt?",
        ),
        ("A Almelo: voor 1 oktober", "Wat moet er gebeuren?"),
        ("A Almelo:", "Wat moet er gebeuren? Voor welke datum?"),
        ("A Almelo", "Wie doet dit? Bedoelt u Almelo? Voor welke datum?"),
        ("A -, /: iets, 1 oktober", "Wie doet dit?"),
        ("A X: iets", "Wie is “X”? Voor welke datum?"),
    ],
)
def test_what_is_doubtful_is_asked(text: str, vraag: str) -> None:
    assert lees(text).vraag == vraag


def test_what_is_doubtful_is_still_taken() -> None:
    unknown = lees("A Almleo en Borne: locatie, voor 1 oktober")
    assert (unknown.houders, unknown.tekst, unknown.voor) == ((Houder(None, "Almleo"), BORNE), "locatie", OKTOBER)
    two = lees("A Almelo: locatie, voor 1 oktober, uiterlijk 1 november")
    assert (two.tekst, two.voor) == ("locatie, voor 1 oktober", datetime.date(2023, 11, 1))
    nobody = lees("A locatie zoeken: eerst in Borne, voor 1 oktober")
    assert (nobody.houders, nobody.tekst, nobody.voor) == ((), "locatie zoeken: eerst in Borne", OKTOBER)
    no_day = lees("A Almelo: locatie, voor 31 september")
    assert (no_day.tekst, no_day.voor) == ("locatie, voor 31 september", None)
    nothing = lees("A Almelo: voor 1 oktober")
    assert (nothing.houders, nothing.tekst, nothing.voor) == ((ALMELO,), "voor 1 oktober", OKTOBER)
    assert (lees("A Almelo:").houders, lees("A Almelo:").tekst) == ((ALMELO,), "Almelo")
    assert (lees("").soort, lees("").tekst, lees("k:").tekst) == (NOTITIE, "", "")


@pytest.mark.parametrize("filler", ["woord ", "a:", ", ", "voor ", "1 ", "( ", " ", "é", "\t", "en ", "Almelo,"])
def test_a_long_line_is_taken_at_once(filler: str) -> None:
    for letter in ("B ", "A ", "A Almelo: ", ""):

        def typed(size: int, letter: str = letter) -> str:
            return letter + (filler * size)[: size - len(letter) - 2] + "ab"

        assert growth(lambda size: lees(typed(size)), 5_000, rounds=2) < LINEAR
        for size in (5_000, MAX_TEXT + 5_000):
            text = typed(size)
            regel = lees(text)
            assert regel.invoer == text and len(regel.tekst) + sum(len(each.naam) for each in regel.houders) > 0
            assert ("is het meeste" in regel.vraag) == (len(text) > MAX_TEXT)


def test_without_parties_every_owner_is_asked_for() -> None:
    regel = read_regel("A Almelo en Borne: locatie, voor 1 oktober", [], OP)
    assert regel.houders == (Houder(None, "Almelo"), Houder(None, "Borne"))
    assert regel.vraag == "Wie is “Almelo”? Wie is “Borne”?"


def words(text: str) -> list[str]:
    """What cannot be lost: every run of letters and digits."""
    plain = unicodedata.normalize("NFKC", text)
    return re.findall(r"[^\W_]+", "".join(sign for sign in plain if unicodedata.category(sign) != "Cf"))


def check_laws(text: str) -> Invoerregel:
    regel = lees(text)
    assert regel.soort in SOORTEN and regel.invoer == "".join(
        "\ufffd" if unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\t" else sign
        for sign in text.rstrip("\r\n")
    )
    if len(text) <= MAX_TEXT:
        check_text(regel.tekst)
        check_text(regel.invoer)
    for each in regel.houders:
        check_naam(each.naam, "leeg")
        assert len(each.naam) <= MAX_NAAM
    assert len({*regel.houders}) == len(regel.houders)
    if regel.soort != ACTIE:
        assert not regel.houders and regel.voor is None
    elif not regel.houders or regel.voor is None:
        assert regel.vraag
    if not regel.tekst:
        assert regel.vraag and len(words(text)) <= 1
    return regel


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    check_laws(text)


PIECES = st.sampled_from(
    [
        *(
            "Almelo",
            "Borne",
            "gemeente",
            "Hof van Twente",
            "Nuenen, Gerwen en Nederwetten",
            "iedereen",
            "Almleo",
            "COA",
        ),
        *("voor", "vóór", "uiterlijk", "op", "over", "binnen", "deadline:", "en", "1 oktober", "31 september", "eind"),
        *(
            "september",
            "12-10-2023",
            "vrijdag",
            "volgende week",
            "twee weken",
            "locatie zoeken",
            "10:30",
            "(",
            ")",
            "&",
        ),
        *(",", ":", ";", " - ", "/", "B", "A", "K", "é", "\t", "1", "https://x.nl"),
    ]
)
LETTER = st.sampled_from(["A ", "a: ", "Actie ", "B ", "Knelpunt: ", "", "- A "])


OF_A_DAY = {
    *("voor", "vóór", "uiterlijk", "op", "over", "binnen", "deadline", "eind", "september", "oktober", "1", "12", "10"),
    *("2023", "vrijdag", "volgende", "week", "twee", "weken"),
}


@given(LETTER, st.lists(PIECES, max_size=14), st.booleans())
def test_nothing_that_was_typed_is_dropped(letter: str, pieces: list[str], spaced: bool) -> None:
    """A word is in the text, or in a name, or it was of the one day that is told."""
    said = letter + (" " if spaced else "").join(pieces)
    regel = check_laws(said)
    left = Counter(words(said)) - Counter(words(regel.tekst))
    if regel.soort != ACTIE:
        assert sum(left.values()) == (regel.soort != NOTITIE)  # the letter
        return
    names = {word for each in regel.houders for word in words(each.naam)}
    gone = {word for word in left if word not in names} - {"en", "gemeente", "Actie", "A", "a"}
    if len(regel.houders) >= 7:
        gone -= {"iedereen"}
    assert gone <= (OF_A_DAY if regel.voor else set())
    if regel.voor:  # what was taken for the day is one stretch of the line, which is that day
        assert any(read_day(part.strip(" :,;.)\t-/&"), OP) == regel.voor for part in parts_of(said))


def parts_of(text: str) -> Iterator[str]:
    return (text[start:end] for start in range(len(text)) for end in range(start + 1, min(len(text), start + 30) + 1))


@given(
    st.lists(
        st.sampled_from([ALMELO, BORNE, HOF, DEN_BOSCH, SWF, NUENEN, VENEN, COA, OVERIJSSEL]), min_size=1, unique=True
    ),
    st.sampled_from([", ", " en ", "/", " & "]),
    st.lists(st.sampled_from(["locatie", "zoeken", "Almelo", "én", "€ 100", "10:30", "a: b", "<b>"]), min_size=1),
    st.dates(OP, datetime.date(2199, 1, 1)),
    st.sampled_from(
        [
            lambda day: f", {format_date(day)}",
            lambda day: f", voor {format_date_long(day)}",
            lambda day: f" uiterlijk {day.isoformat()}",
            lambda day: f"; deadline: {format_date(day)}.",
            lambda day: f" (vóór {format_date_long(day)})",
        ]
    ),
)
def test_who_what_and_when_are_told_apart(
    houders: list[Houder],
    between: str,
    what: list[str],
    day: datetime.date,
    ending: Callable[[datetime.date], str],
) -> None:
    line = f"A {between.join(each.naam for each in houders)}: {' '.join(what)}{ending(day)}"
    assert lees(line) == Invoerregel(
        invoer=line, soort=ACTIE, tekst=" ".join(what), houders=tuple(houders), voor=day, vraag=""
    )
