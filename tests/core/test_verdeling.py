"""The verdeelsleutel on a half-year: by which inhabitants, against which circulaire, and how it is said."""

from __future__ import annotations

import datetime
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel import reference
from regietafel.actions.inwoners import record_inwoners, remove_inwoners
from regietafel.actions.regio import edit_gemeente, make_regio
from regietafel.actions.taakstelling import edit_taakstelling, edit_versie
from regietafel.domain.inwoners import Inwoners
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.domain.taakstelling import Taakstelling, Taakstellingsversie
from regietafel.domain.verdeelsleutel import Methode, wadden
from regietafel.errors import RegietafelError, RuleError
from regietafel.ledger import Ledger
from regietafel.queries.inwoners import find_gm_code, landelijke_inwoners
from regietafel.queries.verdeling import known_totaal, verdeling, wijkt_af
from regietafel.queries.verdeling_uitleg import show_deler, uitleg
from tests.core.conftest import P
from tests.core.verdelingen import (
    AMELAND,
    BORNE,
    LEEUWARDEN,
    divide,
    enter,
    enter_country,
    line,
    new_year,
)

# By which inhabitants


def test_inhabitants_of_a_year_that_ships_need_no_remark(twente: Ledger) -> None:
    land = landelijke_inwoners(twente, P)
    assert land.peildatum == new_year(2022) and not land.opmerkingen
    assert len(land.inwoners) == len(land.regels) == 342 and sum(land.inwoners.values()) == 17_590_672
    borne = line(twente, P, BORNE)
    assert (borne.inwoners, borne.ingevuld, borne.peildatum, borne.provincie) == (
        24_007,
        False,
        new_year(2022),
        "Overijssel",
    )


@pytest.mark.parametrize(
    ("periode", "gerekend"),
    [("2019-I", "01-01-2022"), ("2024-I", "01-01-2024"), ("2026-II", "01-01-2024")],
)
def test_another_year_takes_the_nearest_and_says_so(twente: Ledger, periode: str, gerekend: str) -> None:
    land = landelijke_inwoners(twente, Periode.parse(periode))
    assert land.opmerkingen == (
        f"De inwoners van heel Nederland op 01-01-{land.peildatum.year} zijn niet bekend; "
        f"gerekend is met die van {gerekend}.",
    )


def test_what_was_entered_overrules_what_ships_and_is_told(twente: Ledger) -> None:
    enter(twente, BORNE, 2022, 25_000)
    land = landelijke_inwoners(twente, P)
    assert land.inwoners[BORNE] == 25_000 and line(twente, P, BORNE).ingevuld
    assert land.opmerkingen == ("Van 1 gemeente telt het ingevulde aantal van 01-01-2022.",)
    remove_inwoners(twente, twente.inwoners.get(1))
    assert landelijke_inwoners(twente, P).inwoners[BORNE] == 24_007


def test_one_entered_number_of_another_year_stands_among_those_of_the_nearest(twente: Ledger) -> None:
    enter(twente, BORNE, 2025, 26_000)
    land = landelijke_inwoners(twente, Periode(2026, 1))
    assert land.inwoners[BORNE] == 26_000 and len(land.inwoners) == 342
    assert [sentence.partition(";")[0] for sentence in land.opmerkingen] == [
        "De inwoners van heel Nederland op 01-01-2025 zijn niet bekend",
        "Van 1 gemeente telt het ingevulde aantal van 01-01-2025.",
    ]
    assert landelijke_inwoners(twente, P).inwoners[BORNE] == 24_007  # another day


def test_a_whole_country_that_was_read_in_counts_as_a_year(twente: Ledger) -> None:
    enter_country(twente, 2025)
    land = landelijke_inwoners(twente, Periode(2026, 1))
    assert not land.opmerkingen and land.inwoners[BORNE] == 24_640
    near = landelijke_inwoners(twente, Periode(2027, 1))
    assert near.inwoners[BORNE] == 24_640 and "gerekend is met die van 01-01-2025" in near.opmerkingen[0]


def test_a_gemeente_that_is_missing_from_the_country_is_named(twente: Ledger) -> None:
    enter_country(twente, 2025, without="GM0363")
    land = landelijke_inwoners(twente, Periode(2026, 1))
    assert land.opmerkingen == ("Van Amsterdam zijn de inwoners op 01-01-2025 niet ingelezen; zij tellen niet mee.",)
    assert "GM0363" not in land.inwoners


def test_inhabitants_of_another_day_are_refused(twente: Ledger) -> None:
    with pytest.raises(RuleError, match=r"inwoners op 1 januari; kies 01-01-2025\."):
        record_inwoners(twente, Inwoners(gm_code=BORNE, peildatum=datetime.date(2025, 7, 1), aantal=1))


def test_any_gemeente_is_found_by_name_or_code(twente: Ledger) -> None:
    edit_gemeente(twente, replace(twente.gemeenten.get(2), naam="Gemeente Bornerbroek"))
    assert find_gm_code(twente, "gemeente bornerbroek") == find_gm_code(twente, "Borne") == BORNE
    assert find_gm_code(twente, "’s-Gravenhage") == "GM0518" and find_gm_code(twente, "gm1999") == "GM1999"
    with pytest.raises(RegietafelError, match="Bedoelt u Hilversum"):
        find_gm_code(twente, "Hilversem")


# What the members get


def test_members_beside_the_circulaire(twente: Ledger) -> None:
    outcome = divide(twente)
    assert [(each.gemeente, each.adams, each.amv) for each in outcome.leden] == [
        ("Almelo", 113, 9),
        ("Borne", 38, 0),
        ("Enschede", 248, 20),
    ]
    assert [(each.gedrukt, each.gedrukt_amv, each.verschil) for each in outcome.leden] == [
        (113, 9, 0),
        (38, 0, 0),
        (248, 20, 0),
    ]
    assert (outcome.som_leden, outcome.afwijkend, outcome.is_prognose) == (399, 0, False)
    assert outcome.waarde == "De circulaire van 02-05-2023 geldt; deze berekening is een controle."
    assert outcome.gekozen.som == 27_300 and outcome.gekozen.deler == Fraction("648.34")


def test_the_chosen_method_decides_the_difference(twente: Ledger) -> None:
    outcome = divide(twente, methode=Methode.WEBSTER)
    assert [(each.webster, each.verschil) for each in outcome.leden] == [(114, 1), (37, -1), (249, 1)]
    assert outcome.afwijkend == 3 and outcome.som_leden == 400
    assert [each.adams for each in outcome.leden] == [113, 38, 248]  # the others stay beside it
    assert {methode: each.som for methode, each in outcome.verdelingen.items()} == {
        **dict.fromkeys(Methode, 27_300),
        Methode.WET: 27_474,
    }


def test_another_number_of_amv_is_a_difference_too(twente: Ledger) -> None:
    edit_taakstelling(twente, Taakstelling(id=2, versie_id=1, gemeente_id=2, aantal=38, amv=4, inwoners=24_007))
    outcome = divide(twente)
    assert [wijkt_af(each) for each in outcome.leden] == [False, True, False]


def test_other_inhabitants_in_the_circulaire_are_told(twente: Ledger) -> None:
    enter(twente, BORNE, 2022, 25_000)
    assert "In de circulaire staan andere inwoners voor Borne; dat kan een verschil verklaren." in (
        divide(twente).opmerkingen
    )


def test_without_circulaire_it_is_a_forecast(twente: Ledger) -> None:
    outcome = divide(twente, Periode(2026, 1))
    assert outcome.is_prognose and outcome.afwijkend is None
    assert outcome.waarde == "Dit is een prognose; de circulaire van 2026-I is nog niet uit of nog niet ingelezen."
    assert {each.verschil for each in outcome.leden} == {None}


def test_a_version_that_only_names_the_national_number_is_no_circulaire_yet(twente: Ledger) -> None:
    periode = Periode(2026, 1)
    edit_versie(twente, Taakstellingsversie(periode=periode, datum=datetime.date(2025, 10, 1), landelijk=15_000))
    assert known_totaal(twente, periode) == 15_000 and divide(twente, periode).is_prognose
    assert known_totaal(twente, P) == 27_300 and known_totaal(twente, Periode(2026, 2)) is None


def test_the_newest_version_with_numbers_is_compared_with(twente: Ledger) -> None:
    edit_versie(twente, Taakstellingsversie(periode=P, datum=datetime.date(2023, 11, 10), landelijk=17_600))
    assert known_totaal(twente, P) == 17_600
    outcome = divide(twente)
    assert outcome.versie is not None and outcome.versie.datum == datetime.date(2023, 5, 2)


def test_equal_claims_are_told(ledger: Ledger) -> None:
    make_regio(ledger, Regio(naam="Rand"), [Gemeente(gm_code=BORNE, naam="Borne")])
    with ledger.operation("gelijk"):
        for gemeente in reference.gemeenten():
            ledger.inwoners.save(Inwoners(gm_code=gemeente.code, peildatum=new_year(2022), aantal=1_000))
    outcome = verdeling(ledger, P, 343)
    assert any(sentence.startswith("Op een laatste plaats hebben evenveel recht:") for sentence in outcome.opmerkingen)
    assert any("heeft" in sentence and "evenveel recht" in sentence for sentence in uitleg(outcome, BORNE))


# In words


@pytest.mark.parametrize(
    ("methode", "sentence"),
    [
        (Methode.ADAMS, "24.007 / 648,34 = 37,03; naar boven afgerond 38."),
        (Methode.WET, "27.300 × 24.007 / 17.590.672 = 37,26; naar boven afgerond 38."),
        (Methode.WEBSTER, "24.007 / 644,38 = 37,26; gewoon afgerond 37."),
        (Methode.JEFFERSON, "24.007 / 640,31 = 37,49; naar beneden afgerond 37."),
        (Methode.HAMILTON, "27.300 × 24.007 / 17.590.672 = 37,26; naar beneden afgerond 37."),
    ],
)
def test_every_method_says_how_its_number_arises(twente: Ledger, methode: Methode, sentence: str) -> None:
    assert uitleg(divide(twente, methode=methode), BORNE) == (
        sentence,
        "Waarvan amv: 0. Ook zij worden naar inwoners verdeeld; een gemeente krijgt er 0 of ten minste 4.",
    )


def test_hamilton_says_where_the_rest_goes(twente: Ledger) -> None:
    sentence = uitleg(divide(twente, methode=Methode.HAMILTON), "GM0141")[0]
    assert sentence.endswith("naar beneden afgerond 113. Van wat over is, komt er 1 bij: 114.")


def test_the_islands_are_explained_at_leeuwarden(twente: Ledger) -> None:
    outcome = divide(twente)
    assert uitleg(outcome, LEEUWARDEN)[:2] == (
        "125.504 / 648,34 = 193,58; naar boven afgerond 194.",
        "Ameland, Schiermonnikoog, Terschelling en Vlieland tellen als één, met 10.856 inwoners. "
        "10.856 / 648,34 = 16,74; naar boven afgerond 17. Dat komt erbij: samen 211.",
    )
    assert uitleg(outcome, AMELAND) == ("Ameland wordt bij Leeuwarden geteld en krijgt zelf 0.",)


def test_fewer_places_than_gemeenten_have_no_divisor(twente: Ledger) -> None:
    outcome = verdeling(twente, P, 100)
    assert uitleg(outcome, BORNE) == ("Er zijn minder plaatsen dan gemeenten; de grootste krijgen er één. Hier 0.",)
    assert show_deler(outcome.gekozen.deler) == "–"


@settings(max_examples=40)
@given(totaal=st.integers(0, 60_000), methode=st.sampled_from(Methode), place=st.integers(0, 341))
def test_the_words_always_end_in_the_number(totaal: int, methode: Methode, place: int) -> None:
    ledger = Ledger.in_memory()
    land = landelijke_inwoners(ledger, P)
    outcome = verdeling(ledger, P, totaal, methode, samen=wadden(land.inwoners))
    regel = outcome.gekozen.regels[place]
    words = uitleg(outcome, regel.gemeente)
    said = next(sentence for sentence in reversed(words) if "evenveel recht" not in sentence)
    assert said.rstrip(".").split()[-1].replace(".", "") == str(regel.aantal)
    assert not outcome.leden and outcome.som_leden == 0
