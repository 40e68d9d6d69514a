"""Which column is what: guessed, pointed out, remembered."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.exchange.indeling import (
    Indeling,
    check,
    column_names,
    guess,
    header_rows,
    pointed_out,
    start,
    voorbeeld,
)
from regietafel.exchange.kenmerk import kenmerk, recognised
from regietafel.exchange.lezen import read
from regietafel.exchange.soort import Vraag
from regietafel.exchange.soorten import BEGINSTAND, INWONERS, OVERZICHT, REALISATIE, SOORTEN, TAAKSTELLING
from regietafel.exchange.spreadsheet import Blad, read_sheets
from tests.core.exchange import files
from tests.core.exchange.bladen import Cells, blad, values

P = Periode(2023, 2)
R = Vraag(REALISATIE, P)
SEPTEMBER = datetime.date(2023, 9, 1)
ODD: tuple[Cells, ...] = (
    ["Lijst van het COA"],
    ["Plaats", "Wat", "Hoeveel", "Nog iets"],
    ["Almelo", "x", 5, 9],
    ["Borne", "y", 6, 9],
)


def refusal(bladen: tuple[Blad, ...], vraag: Vraag = R, **kolommen: str) -> str:
    with pytest.raises(RegietafelError) as caught:
        pointed_out(bladen, vraag, kolommen)
    return str(caught.value)


# Guessed


def test_a_guess_names_sheet_header_columns_and_formats() -> None:
    bladen = blad(
        ["Stand"],
        ["Gemeente", "Realisatie", None, "Peildatum"],
        [None, "totaal", "waarvan amv", None],
        ["Almelo", "1,234.00", 1, "9/13/2023"],
    )
    assert guess(bladen, R) == Indeling(
        "Blad1", 2, 2, {"gemeente": 0, "realisatie": 1, "peildatum": 3}, getallen="en", datums="mdj"
    )


@pytest.mark.parametrize("layout", [files.flat, files.printed])
def test_what_is_guessed_reads_the_same_table(tmp_path: Path, layout: object) -> None:
    assert callable(layout)
    bladen = read_sheets(files.xlsx(tmp_path / "t.xlsx", layout()))
    found = guess(bladen, Vraag(TAAKSTELLING, P))
    assert isinstance(found, Indeling)
    gelezen = read(bladen, TAAKSTELLING, P, indeling=found)
    assert gelezen.som == read(bladen, TAAKSTELLING, P).som == 27_300
    assert (gelezen.problemen, gelezen.opmerkingen) == ((), ())
    assert sum(regel.waarden["amv"] or 0 for regel in gelezen.regels) == 2_000


def test_where_there_is_doubt_there_is_a_sentence() -> None:
    doubt = blad(["Gemeente", "Realisatie juli", "Realisatie augustus"], ["Almelo", 1, 2])
    assert guess(doubt, R) == "Blad1, rij 1: 2 kolommen heten “realisatie”. Laat alleen de juiste staan."
    assert guess(blad(["Plaats", "Hoeveel"]), R) == (
        "In de tabel staat geen tabel met de kolommen “Gemeente” en “Realisatie”. Zet die woorden boven de kolommen."
    )
    assert "“Realisatie” of “Saldo”" in str(guess(blad(["x"]), Vraag(OVERZICHT, P)))


def test_a_table_of_what_is_asked_is_guessed_first() -> None:
    (old,) = blad(["Gemeente", "Realisatie 1-8-2023"], ["Almelo", 1])
    (new,) = blad(["Gemeente", "Realisatie 1-9-2023"], ["Almelo", 2])
    for day, naam in ((SEPTEMBER, "nieuw"), (datetime.date(2023, 12, 1), "oud")):
        found = guess((replace(old, naam="oud"), replace(new, naam="nieuw")), Vraag(REALISATIE, P, day))
        assert isinstance(found, Indeling) and found.blad == naam


def test_a_sheet_that_is_hidden_is_guessed_last() -> None:
    (shown,) = blad(["Gemeente", "Realisatie"], ["Almelo", 1])
    found = guess((replace(shown, naam="oud", verborgen=True), shown), R)
    assert isinstance(found, Indeling) and found.blad == "Blad1"


def test_one_begins_with_what_is_clear() -> None:
    doubt = blad(["x"], ["Gemeente", "Code", "Realisatie juli", "Realisatie augustus"], ["Almelo", 141, 1, 2])
    assert start(doubt, R) == Indeling("Blad1", 2, 1, {"gemeente": 0, "code": 1})
    assert start(blad(*ODD), R) == Indeling("Blad1", 2, 1, {})
    clear = blad(["Gemeente", "Realisatie"], ["Almelo", 1])
    assert start(clear, R) == guess(clear, R)
    with pytest.raises(RegietafelError, match="Er staat niets in de tabel"):
        start(blad(), R)


# For who has to point out the columns


def test_what_a_dialog_shows() -> None:
    (vel,) = blad(*ODD)
    assert header_rows((vel,)) == {"Blad1": 2}
    assert column_names(vel, 2, 1) == ["Plaats", "Wat", "Hoeveel", "Nog iets"]
    assert column_names(vel, 1, 1) == ["Lijst van het COA", "", "", ""]
    assert column_names(vel, 1, 0) == [""] * 4
    assert voorbeeld(vel, 3, 1) == [("Almelo", "x", 5, 9)]
    assert voorbeeld(vel, 1)[0] == ("Lijst van het COA", None, None, None)
    assert header_rows(blad()) == {"Blad1": 1}


def test_exactly_the_columns_that_are_pointed_out_are_read() -> None:
    bladen = blad(*ODD, ["Totaal", None, 11], [None], ["Plaats", "Wat", "Hoeveel"], ["Losser", "z", 7, 9])
    indeling = Indeling("Blad1", 2, 1, {"gemeente": 0, "realisatie": 2})
    gelezen = read(bladen, REALISATIE, P, indeling=indeling)
    assert [(regel.naam, regel.waarden) for regel in gelezen.regels] == [
        ("Almelo", {"realisatie": 5}),
        ("Borne", {"realisatie": 6}),
        ("Losser", {"realisatie": 7}),  # below the same header
    ]
    assert (gelezen.gedrukt_totaal, gelezen.problemen, gelezen.opmerkingen) == (11, (), ())
    other = read(bladen, REALISATIE, P, indeling=replace(indeling, velden={"gemeente": 0, "realisatie": 3}))
    assert other.som == 27


def test_a_table_without_header() -> None:
    indeling = Indeling("Blad1", 1, 0, {"gemeente": 1, "realisatie": 0})
    assert values(read(blad([5, "Almelo"], [6, "Borne"]), REALISATIE, P, indeling=indeling)) == [
        {"realisatie": 5},
        {"realisatie": 6},
    ]


def test_formats_that_are_pointed_out() -> None:
    bladen = blad(["Gemeente", "Realisatie", "Peildatum"], ["Almelo", "1,040", "9/1/2023"])
    velden = {"gemeente": 0, "realisatie": 1, "peildatum": 2}
    (regel,) = read(bladen, REALISATIE, P, indeling=Indeling("Blad1", 1, 1, velden, "en", "mdj")).regels
    assert (regel.waarden, regel.peildatum) == ({"realisatie": 1040}, SEPTEMBER)
    (probleem,) = read(bladen, REALISATIE, P).problemen  # one such text is no proof
    assert probleem.melding == "“1,040” is geen geheel aantal; schrijf 1.040 als duizenden zijn bedoeld"


def test_a_column_of_something_else_is_read_and_said() -> None:
    bladen = blad(["Gemeente", "Realisatie 2022-I"], ["Almelo", 5])
    indeling = Indeling("Blad1", 1, 1, {"gemeente": 0, "realisatie": 1})
    gelezen = read(bladen, REALISATIE, P, indeling=indeling)
    assert gelezen.som == 5
    assert gelezen.opmerkingen == (
        "Blad1, rij 1: “Realisatie 2022-I” hoort bij iets anders dan u inleest; "
        "de kolom is gelezen omdat u hem aanwees.",
    )


def test_what_stands_above_is_heard_and_refuses_nothing() -> None:
    rows: list[Cells] = [
        ["Lijst 2022-I, stand per 1 september 2023"],
        ["Provincie Overijssel"],
        ["a", "b"],
        ["De Stad", 5],
    ]
    gelezen = read(blad(*rows), REALISATIE, P, indeling=Indeling("Blad1", 3, 1, {"gemeente": 0, "realisatie": 1}))
    assert (gelezen.som, gelezen.peildatum, gelezen.regels[0].provincie) == (5, SEPTEMBER, "Overijssel")
    assert gelezen.opmerkingen == ("Blad1: de tabel noemt 2022-I; ingelezen wordt 2023-II.",)


@pytest.mark.parametrize(
    ("indeling", "sentence"),
    [
        (Indeling("Blad9", 1, 1, {}), "Er is geen blad “Blad9”; kies uit: “Blad1”."),
        (Indeling("Blad1", 1, 1, {"realisatie": 1}), "Wijs de kolom aan met de namen of de codes van de gemeenten."),
        (Indeling("Blad1", 1, 1, {"gemeente": 0}), "Wijs de kolom “Realisatie” aan."),
        (
            Indeling("Blad1", 1, 1, {"code": 1, "realisatie": 1}),
            "Kolom B is twee keer aangewezen. Kies voor elk gegeven een eigen kolom.",
        ),
    ],
)
def test_what_is_not_enough(indeling: Indeling, sentence: str) -> None:
    with pytest.raises(RegietafelError) as caught:
        check(indeling, blad(*ODD), REALISATIE)
    assert str(caught.value) == sentence


# Pointed out with a word or a letter


@pytest.mark.parametrize("kop", ["Hoeveel", "hoeveel", "C", "c"])
def test_by_heading_or_letter(kop: str) -> None:
    found = pointed_out(blad(*ODD), R, {"gemeente": "Plaats", "realisatie": kop})
    assert found == Indeling("Blad1", 2, 1, {"gemeente": 0, "realisatie": 2})


def test_what_is_clear_need_not_be_pointed_out() -> None:
    bladen = blad(["Gemeente", "Gemeentecode", "Aantal huizen", "Realisatie", "Peildatum"], ["Almelo", 141, 5, 6, None])
    found = pointed_out(bladen, R, {"realisatie": "Aantal huizen"})
    assert dict(found.velden) == {"gemeente": 0, "code": 1, "realisatie": 2, "peildatum": 4}
    split = blad(["Gemeente", "Achterstand", "Voorsprong", "Stand"], ["Almelo", 1, 2, 3])
    found = pointed_out(split, Vraag(BEGINSTAND, P), {"beginstand": "Stand"})
    assert dict(found.velden) == {"gemeente": 0, "beginstand": 3}  # the others count in the same number


def test_a_heading_of_two_lines_and_another_sheet() -> None:
    two = blad(["Gemeente", "COA", None], [None, "huizen", "mensen"], ["Almelo", 5, 6])
    found = pointed_out(two, R, {"realisatie": "COA mensen"})
    assert (found.kopregels, found.velden["realisatie"]) == (2, 2)
    deep = blad(["Gemeente", "Realisatie"], [None, "totaal"], ["Almelo", 5])
    assert pointed_out(deep, R, {"realisatie": "B"}).kopregels == 2
    assert pointed_out(deep, R, {"realisatie": "Realisatie"}).kopregels == 1
    other = replace(blad(*ODD)[0], naam="Ander")
    assert pointed_out((*two, other), R, {"gemeente": "A", "realisatie": "C"}, "Ander").blad == "Ander"
    assert pointed_out((*two, other), R, {"gemeente": "Plaats", "realisatie": "C"}).blad == "Ander"


def test_what_cannot_be_found() -> None:
    assert refusal(blad(*ODD), gemeente="Plaats", realisatie="Huizen") == (
        "Blad1, rij 2: er is geen kolom “Huizen”. Wel: “Plaats”, “Wat”, “Hoeveel”, “Nog iets”."
    )
    twice = blad(["Gemeente", "Aantal", "Aantal"], ["Almelo", 5, 6])
    assert refusal(twice, realisatie="Aantal") == (
        "Blad1, rij 1: 2 kolommen heten “Aantal”. Noem de kolom met zijn letter."
    )
    assert "er is geen kolom “Z”" in refusal(blad(*ODD), gemeente="A", realisatie="Z")
    assert refusal(blad(*ODD), realisatie="C") == "Wijs de kolom aan met de namen of de codes van de gemeenten."
    assert refusal(blad(), realisatie="C") == "Er staat niets in de tabel."


# Remembered


def test_next_month_has_the_same_fingerprint() -> None:
    august: Cells = ["Gemeente", "Taakstelling 2023-II", "Realisatie 1-8-2023", "Saldo (1 augustus 2023)"]
    september: Cells = ["gemeente", "Taakstelling 2024-I²", "Realisatie 1-9-2023", "Saldo 1 september 2023"]
    (first,), (second,) = blad(["x"], august), blad(september)
    assert kenmerk(first, 2) == kenmerk(second, 1)
    assert kenmerk(first, 2) != kenmerk(blad(["Gemeente", "Taakstelling", "Realisatie", "Rest"])[0], 1)
    assert kenmerk(first, 2) != kenmerk(blad([None, *september])[0], 1)  # the columns are at another place
    assert kenmerk(blad([])[0], 1) == ""


def test_a_layout_is_recognised_wherever_it_stands() -> None:
    (vel,) = blad(*ODD)
    indeling = Indeling("Blad1", 2, 1, {"gemeente": 0, "realisatie": 2}, "en", "mdj")
    known = {kenmerk(vel, 2): indeling.to_json()}
    lower = (replace(blad([], ["later"], *ODD)[0], naam="Ander"),)
    assert recognised(lower, known) == replace(indeling, blad="Ander", kop=4)
    assert recognised(blad(["Gemeente", "Realisatie"]), known) is None
    assert recognised(lower, {}) is None
    for broken in ("", "[]", "{}", '{"velden": {"gemeente": -1}}', '{"velden": 3}', "null"):
        assert recognised((vel,), {kenmerk(vel, 2): broken}) is None


def test_what_was_remembered_does_not_count_for_another_period() -> None:
    bladen = blad(["Gemeente", "Taakstelling 2023-I", "Taakstelling 2023-II"], ["Almelo", 1, 2])
    kept = Indeling("Blad1", 1, 1, {"gemeente": 0, "taakstelling": 2})
    for periode, aantal, said in ((P, 2, 1), (Periode(2023, 1), 1, 0)):
        gelezen = read(bladen, TAAKSTELLING, periode, indeling=kept, eerder=True)
        assert (gelezen.som, len(gelezen.opmerkingen)) == (aantal, said)
    assert read(bladen, TAAKSTELLING, Periode(2023, 1), indeling=kept).som == 2  # now it is pointed out


@given(
    st.dictionaries(st.sampled_from(sorted(REALISATIE.velden)), st.integers(0, 99), min_size=1),
    st.integers(0, 2),
    st.sampled_from(["nl", "en"]),
    st.sampled_from(["dmj", "mdj", "jmd"]),
)
def test_what_is_kept_comes_back(velden: dict[str, int], kopregels: int, getallen: str, order: str) -> None:
    made = Indeling("a", 3, kopregels, velden, getallen, order)
    assert Indeling.from_json(made.to_json(), "a", 3) == made


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "[]",
        "[" * 9_000,
        '{"kopregels": 1, "velden": {"gemeente": 0, "realisatie": 999999999}, "getallen": "nl", "datums": "dmj"}',
        '{"kopregels": 1, "velden": {"gemeente": -1}, "getallen": "nl", "datums": "dmj"}',
        '{"kopregels": 1, "velden": {"gemeente": Infinity}, "getallen": "nl", "datums": "dmj"}',
        '{"kopregels": 1, "velden": {}, "getallen": "nl", "datums": "dmj"}',
        '{"kopregels": 1, "velden": {"gemeente": 0}, "getallen": "fr", "datums": "dmj"}',
    ],
)
def test_what_another_wrote_is_not_taken_for_ours(kept: str) -> None:
    assert Indeling.from_json(kept, "a", 1) is None


@given(st.lists(st.lists(st.one_of(st.none(), st.integers(-9, 9), st.text(max_size=8)), max_size=5), max_size=6))
def test_any_sheet_gives_a_table_or_a_sentence(rows: list[Cells]) -> None:
    for each in SOORTEN.values():
        assert isinstance(guess(blad(*rows), Vraag(each, P)), Indeling | str)
        indeling = Indeling("Blad1", 1, 1, {each.wie: 0, each.eerste.veld: 1})
        for chosen in (None, indeling):
            try:
                read(blad(*rows), each, P, indeling=chosen)
            except RegietafelError as error:
                assert str(error).endswith(".")


def test_every_kind_has_what_a_dialog_asks() -> None:
    for soort in SOORTEN.values():
        assert list(soort.velden)[:2] == [soort.wie, "code"]
        assert set(soort.nodig) <= set(soort.waarden)
        assert all(soort.velden.values())
    assert guess(blad(["Gemeente", "Inwoners 2022"], ["Almelo", 1]), Vraag(INWONERS)) == Indeling(
        "Blad1", 1, 1, {"gemeente": 0, "inwoners": 1}
    )
