"""Search: every word begins a word, what is typed is text, and what changed is found as if all were read anew."""

from __future__ import annotations

import datetime
import re
from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.domain.agenda import Agendapunt
from regietafel.domain.verslag import Actiehouder
from regietafel.ledger import Ledger
from regietafel.queries.zoekbronnen import BRONNEN
from regietafel.queries.zoeken import NAMEN, Treffer, Zoekindex, filled
from tests.core.zoekbestand import DAG, a_meeting, fill_with_everything


@pytest.fixture
def vol(twente: Ledger) -> Ledger:
    fill_with_everything(twente)
    return twente


def titels(ledger: Ledger, text: str, soort: str | None = None) -> list[str]:
    return [str(each.titel) for each in filled(ledger).search(text, soort=soort)]


@pytest.mark.parametrize(
    ("text", "soort", "titel"),
    [
        ("ensch", "gemeente", "Enschede"),
        ("GM0153", "gemeente", "Enschede"),
        ("sudwest frys", "gemeente", "Súdwest-Fryslân"),
        ("HV-2023-II-01", "herverdeling", "HV-2023-II-01: Enschede → Borne 10"),
        ("hv-2023", "herverdeling", "HV-2023-II-01: Enschede → Borne 10"),
        ("noorden", "scenario", "Ruil met het noorden"),
        ("5 juni 2023", "overleg", "Regietafel Twente, 5 juni 2023"),
        ("05-06-2023", "overleg", "Regietafel Twente, 5 juni 2023"),
        ("5-6-2023", "overleg", "Regietafel Twente, 5 juni 2023"),
        ("2023-06-05", "overleg", "Regietafel Twente, 5 juni 2023"),
        ("stadhuis almelo", "overleg", "Regietafel Twente, 5 juni 2023"),
        ("NOODOPV", "agendapunt", "Noodopvang in het najaar"),
        ("besluit over", "besluit", "Tekst van een besluit over Súdwest"),
        ("huisvesting knel", "knelpunt", "Tekst van een knelpunt over Súdwest"),
        ("waterschap borne", "actie", "Tekst van een actie over Súdwest"),
        ("notitie noodopvang", "notitie", "Tekst van een notitie over Súdwest"),
        ("gesprek", "voortgang", "Gesprek gevoerd"),
        ("sleutel werven", "voortgang", "Eerste sleutel"),
        ("almelo twintig", "intekenactie", "Samen werven"),
        ("kamers vng", "kennis", "Hospitaverhuur"),
        ("wonen@enschede.nl", "contact", "Beleidsadviseur"),
        ("brug", "partner", "Woningstichting De Brug"),
        ("kulturhus", "locatie", "Het Kulturhus"),
        ("weezebeek", "project", "Flex aan de Weezebeek"),
        ("opvangruil borne", "afspraak", "Opvangruil"),
        ("capaciteits", "termijn", "Capaciteitsbesluit"),
        ("advies.pdf", "bijlage", "Ambtelijk advies"),
        ("taxatierapport", "bijlage", "Taxatierapport"),
        ("collegebesluit borne", "document", "Collegebesluit"),
    ],
)
def test_everything_in_the_file_is_found(vol: Ledger, text: str, soort: str, titel: str) -> None:
    found = filled(vol).search(text)
    assert (soort, titel) in [(each.soort, str(each.titel)) for each in found]
    assert {each.soort for each in filled(vol).search(text, soort=soort)} == {soort}


def test_the_parametrized_kinds_are_all_there_are() -> None:
    marks = test_everything_in_the_file_is_found.pytestmark  # type: ignore[attr-defined]
    assert {soort for _text, soort, _titel in marks[0].args[1]} == set(NAMEN)


def test_what_is_found_leads_to_its_page(vol: Ledger) -> None:
    index = filled(vol)
    overleg = next(iter(vol.overleggen)).id

    def at(text: str) -> tuple[str, int | None]:
        return (found := index.search(text)[0]).plek, found.id

    assert at("noodopvang") == ("overleg/Overleggen", overleg)
    assert at("taxatierapport") == ("overleg/Overleggen", overleg)
    assert at("gesprek gevoerd") == ("acties/Register", next(vol.verslagregels.where(soort="actie")).id)
    assert at("eerste sleutel") == ("acties/Intekenlijst", next(iter(vol.intekenacties)).id)
    assert at("ambtelijk") == ("herverdelingen/Herverdelingen", next(iter(vol.herverdelingen)).id)
    assert at("capaciteits") == ("instellingen", None)
    assert at("almelo") == ("overzicht/Stand", 1) and at("frys") == ("gemeenten", 4)


def test_what_matched_is_marked(vol: Ledger) -> None:
    [found] = filled(vol).search("nood weth")
    assert [found.titel.tekst[slice(*part)] for part in found.titel.delen] == ["Noodopvang"]
    assert [found.fragment.tekst[slice(*part)] for part in found.fragment.delen] == ["wethouder"]
    assert found.datum == DAG and not found.vertrouwelijk and not found.intern


def test_a_long_text_is_shown_around_what_matched(twente: Ledger) -> None:
    with twente.operation("Lang"):
        lang = "begin\n" + "woord " * 900 + "<b>naald</b> & " + "hooi " * 900
        twente.agendapunten.save(Agendapunt(overleg_id=a_meeting(twente), titel="t " * 500, toelichting=lang))
    [found] = filled(twente).search("naald")
    assert "<b>naald</b> & hooi" in str(found.fragment) and len(str(found.fragment)) < 120
    assert len(str(found.titel)) < 100


def test_what_is_confidential_or_internal_is_said(vol: Ledger) -> None:
    index = filled(vol)
    [losser] = index.search("losser")
    assert losser.intern and "Losser" in str(losser.fragment) and not losser.vertrouwelijk
    [other] = index.search("noodopvang", soort="agendapunt")
    assert not other.intern and "stemming" not in str(other.fragment)
    for text in ("grondprijs", "terrein", "koopsom", "taxatierapport"):
        assert all(each.vertrouwelijk for each in index.search(text)), text


def test_titles_first_and_the_newest_of_equals(twente: Ledger) -> None:
    with twente.operation("Overleggen"):
        for year, titel, tekst in (
            (2020, "Wonen", ""),
            (2022, "Wonen", ""),
            (2024, "Anders", "over wonen"),
            (2025, "Woonvormen", ""),
            (2023, "Wonend", ""),
        ):
            overleg = a_meeting(twente, datetime.date(year, 3, 1))
            twente.agendapunten.save(Agendapunt(overleg_id=overleg, titel=titel, toelichting=tekst))
    found = filled(twente).search("wonen")
    assert [(str(each.titel), each.datum and each.datum.year) for each in found] == [
        ("Wonen", 2022),
        ("Wonen", 2020),
        ("Wonend", 2023),
        ("Anders", 2024),
    ]
    assert [str(each.titel) for each in filled(twente).search("wonen", limit=1)] == ["Wonen"]


@pytest.mark.parametrize("text", ["", "   ", '"', "*", "- + ( ) ^ :", "🙂", "\0", "“”", "\ud800", "·"])
def test_without_a_word_nothing_is_found(vol: Ledger, text: str) -> None:
    assert filled(vol).search(text) == ()


@pytest.mark.parametrize(
    "text",
    ['al"melo', "titel:almelo", "almelo OR borne", "NEAR(almelo borne)", "NOT almelo", "{titel} : almelo", "^almelo x"],
)
def test_what_is_typed_is_never_a_command(vol: Ledger, text: str) -> None:
    assert titels(vol, text) == []


def test_one_letter_and_five_thousand(vol: Ledger) -> None:
    assert "Almelo" in titels(vol, "a")
    assert titels(vol, "a" * 5000) == [] and titels(vol, "almelo " * 700) != [] and titels(vol, "(" * 5000) == []
    assert "Almelo" in titels(vol, "alm*") and "Almelo" in titels(vol, "🙂 almelo")


@settings(max_examples=150)
@given(text=st.text() | st.text(alphabet="\"*-()^:{}+,.'\\ aANEROTDb1\0%_;", max_size=60))
def test_search_never_raises(vol: Ledger, text: str) -> None:
    index = getattr(test_search_never_raises, "index", None) or filled(vol)
    test_search_never_raises.index = index  # type: ignore[attr-defined]
    for found in index.search(text):
        assert isinstance(found, Treffer)
        for marked in (found.titel, found.fragment):
            assert all(0 <= begin < end <= len(marked.tekst) for begin, end in marked.delen)


# What is done to the file between two refreshes: of a meeting its day, of a point its title, and so on.
HANDELINGEN = ("verplaats", "hernoem", "verwijder", "voeg toe", "vertrouwelijk", "gemeente", "houder", "ongedaan")


def do(ledger: Ledger, what: str, n: int) -> None:
    if what == "ongedaan":
        if ledger.undo_label in HANDELINGEN:  # what was there before any of them stays
            ledger.undo()
        return
    punten, regels = list(ledger.agendapunten), list(ledger.verslagregels.where(soort="actie"))
    overleg = next(iter(ledger.overleggen))
    assert overleg.id
    with ledger.operation(what):
        if what == "verplaats":
            ledger.overleggen.save(replace(overleg, datum=DAG + datetime.timedelta(days=n)))
        elif what == "voeg toe":
            ledger.agendapunten.save(Agendapunt(overleg_id=overleg.id, titel=f"Woning {n}"))
        elif what == "gemeente":
            ledger.gemeenten.save(replace(next(ledger.gemeenten.where(id=2)), naam=f"Woerden {n}"))
        elif what == "houder":
            ledger.actiehouders.put(Actiehouder(regel_id=regels[0].id or 0, organisatie=f"Woonbron {n}"))
        elif what == "hernoem":
            ledger.agendapunten.save(replace(punten[n % len(punten)], titel=f"Woonvisie {n}"))
        elif what == "vertrouwelijk":
            punt = punten[n % len(punten)]
            ledger.agendapunten.save(replace(punt, vertrouwelijk=not punt.vertrouwelijk))
        elif free := [each for each in punten if each.titel.startswith("Woning")]:
            ledger.agendapunten.delete(free[n % len(free)])


def everything(index: Zoekindex) -> list[tuple[Treffer, ...]]:
    return [index.search(text, limit=1000) for text in ("wo", "tekst", "a", "b", "2023", "noodopvang", "over juni")]


@settings(max_examples=25)
@given(done=st.lists(st.tuples(st.sampled_from(HANDELINGEN), st.integers(0, 40), st.integers(0, 5)), max_size=8))
def test_what_changed_is_found_as_if_all_were_read_anew(
    vol: Ledger, monkeypatch: pytest.MonkeyPatch, done: list[tuple[str, int, int]]
) -> None:
    index = Zoekindex(vol, step=2)
    work = index.refresh()
    changed: list[frozenset[str]] = []
    vol.subscribe(changed.append)
    for what, n, steps in done:
        for _step in range(steps):  # it is perhaps not done when the next change comes
            next(work, None)
        do(vol, what, n)
        while changed:
            work = index.refresh(changed.pop())
    deque(work, maxlen=0)
    assert index.is_ready and everything(index) == everything(filled(vol))


def test_a_source_says_from_which_tables(vol: Ledger) -> None:
    known = {table.name for table in vol._tables.values()}
    for bron in BRONNEN:
        assert bron.tables and bron.tables <= known, bron.soort
        read: set[str] = set()

        def watch(action: int, table: str | None, *_rest: object, read: set[str] = read) -> int:
            if action == 20:  # SQLITE_READ
                read.add(table or "")
            return 0

        vol.db.set_authorizer(watch)
        vol.db.execute(bron.sql).fetchall()
        vol.db.set_authorizer(None)
        assert read & known == bron.tables, bron.soort


def test_nothing_of_it_is_in_the_file(vol: Ledger) -> None:
    before = vol.db.execute("SELECT name FROM sqlite_schema").fetchall()
    filled(vol).search("almelo")
    assert vol.db.execute("SELECT name FROM sqlite_schema").fetchall() == before and not vol.db.in_transaction


def test_on_the_command_line(run: Any, tmp_path: Path, vol: Ledger) -> None:
    path = tmp_path / "t.regietafel"
    vol.save_copy(path)
    said = run("zoek", path, "nood", "weth")
    assert said.code == 0 and "Noodopvang in het najaar" in said.out and "overleg › Overleggen" in said.out
    [found] = run("zoek", path, "nood weth", "--json").json
    assert found == {
        "soort": "agendapunt",
        "titel": "Noodopvang in het najaar",
        "datum": "2023-06-05",
        "fragment": "De wethouder licht toe.",
        "plek": "overleg/Overleggen",
        "id": 1,
        "vertrouwelijk": False,
        "intern": False,
    }
    assert "vertrouwelijk" in run("zoek", path, "grondprijs").out and "intern" in run("zoek", path, "losser").out
    assert {each["soort"] for each in run("zoek", path, "a", "--soort", "actie", "--json").json} == {"actie"}
    assert len(run("zoek", path, "a", "--max", "2", "--json").json) == 2
    nothing = run("zoek", path, "xyzzy")
    assert nothing.code == 0 and nothing.out == "Niets gevonden.\n"
    assert run("zoek", path, "xyzzy", "--json").json == [] and run("zoek", path, '"', "--json").json == []
    assert run("zoek", path).code == 2 and run("zoek", path, "a", "--soort", "persoon").code == 2
    assert run("zoek", path, "a", "--max", "0").err == "--max: kies een aantal van 1 tot 1.000.\n"
    assert set(found) <= set(re.findall(r"\w+", run("zoek", "--help").out))
