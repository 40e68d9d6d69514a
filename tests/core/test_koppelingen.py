"""Koppelingen handed over and bestuurlijke afspraken: counted and kept, and no figure of the taakstelling moves."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.actions import koppelingen as actions
from regietafel.actions import regio
from regietafel.domain.bestuurlijke_afspraak import BestuurlijkeAfspraak
from regietafel.domain.koppeling import Koppelingoverdracht
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.errors import RegietafelError, RuleError
from regietafel.ledger import Ledger
from regietafel.queries.koppelingen import KoppelingRegel, koppelingen, totaal_huisvest, wie_huisvest
from regietafel.queries.stand import stand

P = Periode(2023, 2)
DAY = datetime.date(2023, 9, 1)


def overdracht(van: int, naar: int, aantal: int = 2, grootte: int = 4, datum: datetime.date = DAY) -> Any:
    return Koppelingoverdracht(van_id=van, naar_id=naar, datum=datum, aantal=aantal, grootte=grootte)


def test_who_houses_changes_and_the_taakstelling_does_not(twente: Ledger) -> None:
    before = stand(twente, P)
    actions.record_koppelingen(twente, overdracht(3, 2))
    actions.record_koppelingen(twente, overdracht(3, 1, aantal=1, grootte=1))
    actions.record_koppelingen(twente, overdracht(2, 1, aantal=1, grootte=2))
    found = {each.gemeente: each for each in wie_huisvest(twente, P)}
    assert [each.netto_personen for each in found.values()] == [3, 6, -9]
    assert (found["Borne"].overgenomen, found["Borne"].overgenomen_personen) == (2, 8)
    assert (found["Borne"].afgestaan, found["Borne"].afgestaan_personen) == (1, 2)
    assert stand(twente, P) == before


def test_a_half_year_runs_from_its_first_to_its_last_day(twente: Ledger) -> None:
    days = [P.begin - datetime.timedelta(1), P.begin, P.einde, P.einde + datetime.timedelta(1)]
    for day in days:
        actions.record_koppelingen(twente, overdracht(3, 2, datum=day))
    assert [each.datum for each in koppelingen(twente, P)] == [P.einde, P.begin]
    assert [each.datum for each in koppelingen(twente)] == days[::-1]
    assert koppelingen(twente, P)[0] == KoppelingRegel(
        id=3, datum=P.einde, van="Enschede", naar="Borne", aantal=2, grootte=4, personen=8, toelichting=""
    )


def test_one_outside_the_table_counts_when_it_takes_part(twente: Ledger) -> None:
    regio.add_gemeente(twente, Gemeente(gm_code="GM0193", naam="Zwolle", lid=False))
    assert [each.gemeente for each in wie_huisvest(twente, P)] == ["Almelo", "Borne", "Enschede"]
    actions.record_koppelingen(twente, overdracht(3, 4))
    assert [each.gemeente for each in wie_huisvest(twente, P)] == ["Almelo", "Borne", "Enschede", "Zwolle"]


IDS = st.sampled_from([1, 2, 3])


@given(st.lists(st.tuples(IDS, IDS, st.integers(1, 50), st.integers(1, 20)).filter(lambda each: each[0] != each[1])))
def test_the_net_number_over_all_gemeenten_is_nil(given_: list[tuple[int, int, int, int]]) -> None:
    ledger = Ledger.in_memory()
    names = ("Almelo", "Borne", "Enschede")
    gemeenten = [Gemeente(gm_code=f"GM000{number}", naam=naam) for number, naam in enumerate(names)]
    regio.make_regio(ledger, Regio(naam="Regietafel Twente"), gemeenten)
    for each in given_:
        actions.record_koppelingen(ledger, overdracht(*each))
    total = totaal_huisvest(wie_huisvest(ledger, P))
    assert total.netto_personen == 0
    assert total.overgenomen == total.afgestaan == sum(aantal for _van, _naar, aantal, _grootte in given_)
    assert total.overgenomen_personen == sum(aantal * grootte for _van, _naar, aantal, grootte in given_)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"naar_id": 3}, "aan zichzelf"),
        ({"aantal": 0}, "huishoudens is minstens 1"),
        ({"grootte": 0}, "1 tot en met 20 personen"),
        ({"grootte": 21}, "1 tot en met 20 personen"),
        ({"datum": datetime.date(223, 9, 1)}, "Het jaar 223"),
        ({"toelichting": "een\nb\x00c"}, "onleesbaar teken: U\\+0000, op plaats 6, na “een b”. Haal het weg"),
        ({"toelichting": "\ud800"}, "onleesbaar teken: U\\+D800, op plaats 1. Haal het weg"),
    ],
)
def test_what_cannot_be_is_refused(values: dict[str, Any], sentence: str) -> None:
    good: dict[str, Any] = {"van_id": 3, "naar_id": 2, "datum": DAY, "aantal": 1, "grootte": 1}
    with pytest.raises(RuleError, match=sentence):
        Koppelingoverdracht(**{**good, **values})


@pytest.mark.parametrize(("field", "sentence"), [("onderwerp", "waar de afspraak over gaat"), ("tekst", "afgesproken")])
def test_an_agreement_says_what_it_is_about(field: str, sentence: str) -> None:
    good: dict[str, Any] = {"onderwerp": "Opvang", "partijen": "Almelo en Borne", "tekst": "Almelo opent een locatie."}
    with pytest.raises(RuleError, match=sentence):
        BestuurlijkeAfspraak(datum=DAY, **{**good, field: "  "})


def test_both_gemeenten_are_in_the_file(twente: Ledger) -> None:
    with pytest.raises(RegietafelError):
        actions.record_koppelingen(twente, overdracht(3, 77))
    assert not koppelingen(twente)


@pytest.mark.parametrize("pair", [(1, 2), (2, 1)])
def test_a_gemeente_that_took_part_stays(twente: Ledger, pair: tuple[int, int]) -> None:
    zwolle = regio.add_gemeente(twente, Gemeente(gm_code="GM0193", naam="Zwolle"))
    assert zwolle.id is not None
    van, naar = (1, zwolle.id) if pair == (1, 2) else (zwolle.id, 1)
    made = actions.record_koppelingen(twente, overdracht(van, naar))
    with pytest.raises(RuleError, match="Zwolle"):
        regio.remove_gemeente(twente, zwolle)
    actions.remove_koppelingen(twente, made)
    regio.remove_gemeente(twente, zwolle)


# The command line


def test_koppelingen_on_the_command_line(run: Any, voorbeeld: Path) -> None:
    given_ = ("--van", "Enschede", "--naar", "borne", "--aantal", 2, "--grootte", 4, "--datum", "2023-09-01")
    made = run("koppeling", "nieuw", voorbeeld, *given_, "--json")
    assert made.code == 0
    assert made.json == {
        "id": 1,
        "datum": "2023-09-01",
        "van": "Enschede",
        "naar": "Borne",
        "aantal": 2,
        "grootte": 4,
        "personen": 8,
        "toelichting": "",
    }
    changed = run(
        "koppeling", "wijzig", voorbeeld, 1, "--aantal", 3, "--toelichting", "woning voor groot gezin", "--json"
    )
    assert changed.json == {**made.json, "aantal": 3, "personen": 12, "toelichting": "woning voor groot gezin"}
    shown = run("koppeling", "lijst", voorbeeld, "--periode", "2023-II", "--json").json
    assert shown["koppelingen"] == [changed.json]
    assert len(shown["gemeenten"]) == 14
    borne = next(each for each in shown["gemeenten"] if each["gemeente"] == "Borne")
    assert borne == {
        "gemeente": "Borne",
        "overgenomen": 3,
        "afgestaan": 0,
        "netto_personen": 12,
        "overgenomen_personen": 12,
        "afgestaan_personen": 0,
    }
    assert sum(each["netto_personen"] for each in shown["gemeenten"]) == 0
    assert run("koppeling", "lijst", voorbeeld, "--periode", "2023-I", "--json").json["koppelingen"] == []
    text = run("koppeling", "lijst", voorbeeld).out
    assert "Enschede" in text and "+12" in text and "−12" in text and "Totaal" in text
    assert run("koppeling", "verwijder", voorbeeld, 1).code == 0
    assert run("koppeling", "lijst", voorbeeld).out == "Er zijn geen koppelingen overgedragen.\n"


def test_afspraken_on_the_command_line(run: Any, voorbeeld: Path) -> None:
    given_ = ("--datum", "02-10-2023", "--onderwerp", "Opvang in Almelo", "--tekst", "Almelo opent een locatie.")
    made = run("afspraak", "nieuw", voorbeeld, *given_, "--json")
    assert made.json == {
        "id": 1,
        "datum": "2023-10-02",
        "onderwerp": "Opvang in Almelo",
        "partijen": "",
        "tekst": "Almelo opent een locatie.",
    }
    changed = run("afspraak", "wijzig", voorbeeld, 1, "--partijen", "Almelo en Borne", "--json")
    assert changed.json == {**made.json, "partijen": "Almelo en Borne"}
    assert run("afspraak", "lijst", voorbeeld, "--json").json == [changed.json]
    assert "Opvang in Almelo" in run("afspraak", "lijst", voorbeeld).out
    assert run("afspraak", "verwijder", voorbeeld, 1).code == 0
    assert run("afspraak", "lijst", voorbeeld).out == "Er zijn nog geen bestuurlijke afspraken.\n"


def new(van: str, naar: str, aantal: str) -> tuple[str, ...]:
    return "nieuw", "--van", van, "--naar", naar, "--aantal", aantal, "--grootte", "1", "--datum", "2023-09-01"


WRONG: list[tuple[int, str, tuple[str, ...]]] = [
    (2, "Geef ook: --naar, --grootte.", ("nieuw", "--van", "Borne", "--aantal", "1", "--datum", "2023-09-01")),
    (2, "Geef wat er verandert", ("wijzig", "1")),
    (2, "geheel getal", ("verwijder", "een")),
    (1, "nummer 7", ("wijzig", "7", "--aantal", "2")),
    (1, "nummer 99999999999999999999", ("verwijder", "99999999999999999999")),
    (1, "Nergens", new("Nergens", "Almelo", "1")),
    (1, "aan zichzelf", new("Borne", "Borne", "1")),
    (1, "minstens 1", new("Borne", "Almelo", "0")),
]


@pytest.mark.parametrize(("code", "sentence", "arguments"), WRONG)
def test_mistakes_are_said_in_dutch(
    run: Any, voorbeeld: Path, code: int, sentence: str, arguments: tuple[str, ...]
) -> None:
    first, *rest = arguments
    answer = run("koppeling", first, voorbeeld, *rest)
    assert answer.code == code
    assert sentence in answer.err
    assert len(answer.err.splitlines()) == 1


def test_mistakes_in_an_afspraak_are_said_too(run: Any, voorbeeld: Path) -> None:
    assert run("afspraak", "nieuw", voorbeeld, "--onderwerp", "x").err == "Geef ook: --datum, --tekst.\n"
    empty = run("afspraak", "nieuw", voorbeeld, "--datum", "2023-10-02", "--onderwerp", " ", "--tekst", "x")
    assert (empty.code, empty.err) == (1, "Vul in waar de afspraak over gaat.\n")
    assert run("afspraak", "verwijder", voorbeeld, 3).code == 1
