"""What waits for a home against what is free and coming, and which koppelingen could be handed over."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.actions.normen import edit_norm, edit_zekerheid
from regietafel.actions.regio import make_regio
from regietafel.actions.staten import record_staat
from regietafel.actions.woonprojecten import Invulling, add_project, edit_project, record_koppelstanden
from regietafel.domain.norm import Norm
from regietafel.domain.regio import Gemeente, Regio
from regietafel.domain.staat import Staatwissel, Zekerheid
from regietafel.domain.woonproject import MATEN, Koppelstand, Woonproject
from regietafel.ledger import Ledger
from regietafel.planning.koppelvoorstel import koppelvoorstellen
from regietafel.planning.uitruil import Deelnemer
from regietafel.planning.vraag_aanbod import MaatRegel, VraagAanbod, vraag_aanbod

DAY, LATER = datetime.date(2023, 9, 1), datetime.date(2023, 9, 20)
ALMELO, BORNE, ENSCHEDE = 1, 2, 3
FLEX = Woonproject(
    gemeente_id=ALMELO,
    naam="Park",
    soort="flexwoning",
    eenheden=20,
    personen=40,
    vergunninghouders=40,
    oplevering=datetime.date(2023, 10, 1),
)


def stand(gemeente_id: int, huishoudens: int, woningen: int, maat: str = "alleen") -> Koppelstand:
    return Koppelstand(gemeente_id=gemeente_id, peildatum=DAY, maat=maat, huishoudens=huishoudens, woningen=woningen)


def regel(found: VraagAanbod, gemeente_id: int, maat: str = "alleen") -> MaatRegel:
    return next(each for each in found.regels if (each.gemeente_id, each.maat) == (gemeente_id, maat))


def numbers(each: MaatRegel) -> tuple[int | None, ...]:
    return each.komend, each.verwacht, each.tekort, each.over, each.over_straks


def bouw(ledger: Ledger, project: Woonproject = FLEX, **other: object) -> None:
    """A project that is licensed: 80% certain."""
    edit_zekerheid(ledger, Zekerheid(staat="vergunning", zekerheid=80))
    values = Invulling(**{"maten": {"alleen": 12}, **other})  # type: ignore[arg-type]
    add_project(ledger, project, values, [Staatwissel(project_id=0, staat="vergunning", vanaf=DAY)])


def test_who_is_short_of_what_and_which_neighbour_has_it(twente: Ledger) -> None:
    standen = [stand(ALMELO, 9, 2), stand(BORNE, 1, 4), stand(ENSCHEDE, 0, 3), stand(BORNE, 2, 0, "duo")]
    record_koppelstanden(twente, standen)
    found = vraag_aanbod(twente, LATER)
    assert numbers(regel(found, ALMELO)) == (0, 0, 7, 0, 0)
    assert numbers(regel(found, BORNE)) == (0, 0, 0, 3, 3)
    assert [(each.gemeente, each.over) for each in regel(found, ALMELO).buren] == [("Borne", 3)]  # Enschede is none
    assert [(each.van, each.naar, each.aantal, each.buren) for each in found.voorstellen] == [
        ("Almelo", "Borne", 3, True),
        ("Almelo", "Enschede", 3, False),
    ]
    assert found.voorstellen[0].waarom == (
        "Almelo heeft 7 huishoudens (alleen) waarvoor geen woning vrij is of komt; Borne heeft 3 zulke woningen vrij"
        " die het zelf niet nodig heeft. Daarna heeft Borne er geen meer over. Zij zijn buren."
    )
    total = found.totalen[0]
    assert (total.huishoudens, total.vrij, total.tekort, total.over) == (10, 9, 7, 6)


def test_a_reason_counts_what_the_proposals_before_it_moved(twente: Ledger) -> None:
    record_koppelstanden(twente, [stand(ALMELO, 7, 0), stand(BORNE, 0, 9), stand(ENSCHEDE, 2, 0)])
    first, second = vraag_aanbod(twente, LATER).voorstellen
    assert [(each.van, each.naar, each.aantal) for each in (first, second)] == [
        ("Almelo", "Borne", 7),
        ("Enschede", "Borne", 2),
    ]
    assert first.waarom == (
        "Almelo heeft 7 huishoudens (alleen) waarvoor geen woning vrij is of komt; Borne heeft 9 zulke woningen vrij"
        " die het zelf niet nodig heeft. Daarna is er in Almelo geen tekort meer. Zij zijn buren."
    )
    assert second.waarom.startswith(
        "Na de eerdere voorstellen: Enschede heeft 2 huishoudens (alleen) waarvoor geen woning vrij is of komt; Borne"
        " heeft nog 2 zulke woningen vrij die het zelf niet nodig heeft. Daarna is er in Enschede geen tekort meer."
        " Daarna heeft Borne er geen meer over."
    )


def test_the_newest_number_up_to_the_day_counts(twente: Ledger) -> None:
    record_koppelstanden(twente, [stand(ALMELO, 9, 2), replace(stand(ALMELO, 5, 2), peildatum=LATER)])
    assert regel(vraag_aanbod(twente, LATER), ALMELO).tekort == 3
    before = vraag_aanbod(twente, LATER - datetime.timedelta(days=1))
    assert regel(before, ALMELO).tekort == 7
    assert regel(before, ALMELO).peildatum == DAY
    silent = vraag_aanbod(twente, DAY - datetime.timedelta(days=1))
    assert regel(silent, ALMELO).tekort is None
    assert silent.opmerkingen == ("Van Almelo, Borne en Enschede zijn geen koppelingen bekend.",)


def test_what_is_coming_counts_with_its_certainty_rounded_down(twente: Ledger) -> None:
    record_koppelstanden(twente, [stand(ALMELO, 20, 2)])
    bouw(twente)
    found = regel(vraag_aanbod(twente, LATER), ALMELO)
    assert numbers(found) == (12, 9, 9, 0, 0)  # 80% of 12 is 9,6
    assert found.uitleg == ("12 uit Park per 01-10-2023, zekerheid 80 %",)


def test_a_home_that_is_only_expected_is_not_given_away(twente: Ledger) -> None:
    record_koppelstanden(twente, [stand(ALMELO, 0, 0), stand(BORNE, 5, 0)])
    bouw(twente)
    found = vraag_aanbod(twente, LATER)
    assert [(each.over, each.over_straks) for each in regel(found, BORNE).buren] == [(0, 9)]
    assert found.voorstellen == ()


def test_homes_go_by_share_to_the_gemeenten_a_project_counts_for(twente: Ledger) -> None:
    bouw(twente, telgemeenten={ALMELO: 20, BORNE: 12, ENSCHEDE: 8})
    found = vraag_aanbod(twente, DAY)
    assert [regel(found, id).komend for id in (ALMELO, BORNE, ENSCHEDE)] == [6, 4, 2]  # 6 / 3,6 / 2,4


def test_only_the_part_for_vergunninghouders_counts(twente: Ledger) -> None:
    bouw(twente, replace(FLEX, vergunninghouders=15))
    assert regel(vraag_aanbod(twente, DAY), ALMELO).komend == 4  # 15/40 of 12


def test_what_opened_on_the_day_of_the_count_is_in_it(twente: Ledger) -> None:
    bouw(twente, replace(FLEX, oplevering=DAY))
    record_staat(twente, Staatwissel(project_id=1, staat="open", vanaf=DAY))
    record_koppelstanden(twente, [replace(stand(ALMELO, 20, 0), peildatum=DAY - datetime.timedelta(days=1))])
    assert numbers(regel(vraag_aanbod(twente, LATER), ALMELO)) == (12, 12, 8, 0, 0)  # open: certain
    record_koppelstanden(twente, [stand(ALMELO, 20, 12)])
    assert numbers(regel(vraag_aanbod(twente, LATER), ALMELO)) == (0, 0, 8, 0, 0)


def test_what_comes_after_the_half_year_or_ends_in_it_does_not_count(twente: Ledger) -> None:
    bouw(twente, replace(FLEX, oplevering=datetime.date(2024, 1, 1)))
    bouw(twente, replace(FLEX, naam="Kort", einde=datetime.date(2023, 12, 30)))
    bouw(twente, replace(FLEX, naam="Te laat", oplevering=DAY))  # not open on its day: no home to count on
    assert regel(vraag_aanbod(twente, LATER), ALMELO).komend == 0
    edit_project(
        twente, replace(FLEX, id=2, naam="Kort", einde=datetime.date(2023, 12, 31)), Invulling(maten={"alleen": 12})
    )
    assert regel(vraag_aanbod(twente, LATER), ALMELO).komend == 12


def test_without_certainty_it_is_told_and_not_counted(twente: Ledger) -> None:
    add_project(
        twente, FLEX, Invulling(maten={"alleen": 12}), [Staatwissel(project_id=0, staat="vergunning", vanaf=DAY)]
    )
    found = regel(vraag_aanbod(twente, DAY), ALMELO)
    assert (found.komend, found.verwacht) == (12, 0)
    assert found.uitleg == ("12 uit Park per 01-10-2023, zekerheid onbekend: telt niet mee",)


def test_another_kind_of_home_is_a_possibility_and_never_counted(twente: Ledger) -> None:
    record_koppelstanden(
        twente,
        [stand(ALMELO, 4, 0), stand(ALMELO, 0, 3, "3-5"), stand(ALMELO, 0, 2, "amv"), stand(ALMELO, 0, 2, "medisch")],
    )
    found = vraag_aanbod(twente, DAY)
    assert regel(found, ALMELO).tekort == 4
    assert [(each.maat, each.tekort, each.grotere_maat, each.over) for each in found.mogelijkheden] == [
        ("alleen", 4, "3-5", 3)
    ]
    record_koppelstanden(twente, [stand(ALMELO, 4, 0, "amv"), stand(ALMELO, 0, 0), stand(ALMELO, 0, 9, "7+")])
    assert vraag_aanbod(twente, DAY).mogelijkheden == ()  # amv is never exchanged


def test_the_demand_against_the_norms(twente: Ledger) -> None:
    for sleutel, waarde in (("vraag_klein", 84), ("vraag_midden", 13), ("vraag_groot", 3)):
        edit_norm(twente, Norm(sleutel=sleutel, omschrijving=sleutel, waarde=waarde, eenheid="%"))
    record_koppelstanden(
        twente,
        [
            stand(ALMELO, 50, 3),
            stand(BORNE, 30, 1, "duo"),
            stand(BORNE, 16, 15, "3-5"),
            stand(BORNE, 4, 1, "7+"),
            stand(BORNE, 9, 9, "amv"),
        ],
    )
    klein, midden, groot = vraag_aanbod(twente, DAY).delen
    assert (klein.huishoudens, klein.aandeel, klein.norm, klein.verschil) == (80, Decimal("80.0"), 84, 76)
    assert (midden.aandeel, midden.norm, midden.woningen, midden.aandeel_woningen) == (
        Decimal("16.0"),
        13,
        15,
        Decimal("75.0"),
    )
    assert (groot.aandeel, groot.norm) == (Decimal("4.0"), 3)


def test_nothing_is_made_of_nothing(twente: Ledger) -> None:
    found = vraag_aanbod(twente, DAY)
    assert found.voorstellen == ()
    assert found.mogelijkheden == ()
    assert [each.aandeel for each in found.delen] == [None, None, None]


def region() -> Ledger:
    ledger = Ledger.in_memory()
    names = (("GM0141", "Almelo"), ("GM0147", "Borne"), ("GM0153", "Enschede"), ("GM0164", "Hengelo"))
    make_regio(ledger, Regio(naam="T"), [Gemeente(gm_code=code, naam=naam) for code, naam in names], ())
    return ledger


COUNTS = st.integers(0, 5)
CELLS = st.dictionaries(
    st.tuples(st.integers(1, 4), st.sampled_from(MATEN[:3] + MATEN[-1:])), st.tuples(COUNTS, COUNTS), max_size=16
)


@given(CELLS)
@settings(max_examples=40)
def test_no_proposal_makes_anyone_worse_and_every_household_stays(
    cells: dict[tuple[int, str], tuple[int, int]],
) -> None:
    ledger = region()
    standen = {key: stand(key[0], *pair, maat=key[1]) for key, pair in cells.items()}
    record_koppelstanden(ledger, list(standen.values()))
    before = vraag_aanbod(ledger, DAY)
    moved: Counter[str] = Counter()
    for each in before.voorstellen:
        van, naar = (each.van_id, each.maat), (each.naar_id, each.maat)
        standen[van] = replace(standen[van], huishoudens=standen[van].huishoudens - each.aantal)
        standen[naar] = replace(standen[naar], huishoudens=standen[naar].huishoudens + each.aantal)
        moved[each.maat] += each.aantal
    record_koppelstanden(ledger, list(standen.values()))
    after = vraag_aanbod(ledger, DAY)
    for old, new in zip(before.totalen, after.totalen, strict=True):
        assert new.huishoudens == old.huishoudens
        assert new.vrij == old.vrij
        assert (new.tekort or 0) == (old.tekort or 0) - moved[old.maat]
    for old, new in zip(before.regels, after.regels, strict=True):
        assert (new.tekort or 0) <= (old.tekort or 0)
    assert after.voorstellen == ()  # all that could be housed is


def fewest(short: dict[int, int], spare: dict[int, int]) -> int:
    """By trying: the least number of pairs over which as many households can move as there can be."""
    most = min(sum(short.values()), sum(spare.values()))
    pairs = [(van, naar) for van in short for naar in spare]
    for count in range(len(pairs) + 1):
        for chosen in combinations(pairs, count):
            if all(
                sum(short[van] for van in short if van not in some)
                + sum(spare[naar] for naar in spare if any((van, naar) in chosen for van in some))
                >= most
                for size in range(len(short) + 1)
                for some in combinations(short, size)
            ):
                return count
    raise AssertionError


@given(st.lists(st.integers(-5, 5), min_size=2, max_size=6))
@settings(max_examples=60)
def test_the_fewest_overdrachten_house_the_most(saldi: list[int]) -> None:
    short = {id: each for id, each in enumerate(saldi) if each > 0}
    spare = {id: -each for id, each in enumerate(saldi) if each < 0}
    if len(short) > 3 or len(spare) > 3:
        return
    found = koppelvoorstellen(
        "duo", [Deelnemer(id=id, naam=f"G{id}", saldo=each, afstaanbaar=max(0, each)) for id, each in enumerate(saldi)]
    )
    assert sum(each.aantal for each in found) == min(sum(short.values()), sum(spare.values()))
    assert len(found) == fewest(short, spare)
