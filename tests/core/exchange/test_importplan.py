"""What an import would do, before it does it."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from regietafel import reference
from regietafel.actions.regio import make_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.errors import RegietafelError
from regietafel.exchange import inlezen, namen
from regietafel.exchange.gelezen import Gelezen, Regel
from regietafel.exchange.importplan import Importplan, Uitkomst
from regietafel.exchange.inlezen import make_plan
from regietafel.exchange.opmerkingen import plan_remarks
from regietafel.ledger import Ledger
from tests.core.exchange import files
from tests.core.exchange.files import read_taakstelling

P = Periode(2023, 2)
MEI, NOVEMBER = datetime.date(2023, 5, 2), datetime.date(2023, 11, 10)
HEADER: list[files.Cell] = ["Gemeente", "Inwoners", "Taakstelling", "waarvan amv"]
SLIPS = {"Wadhoeke": "Waadhoeke", "Hatterij": "Hattem", "Wijdmeren": "Wijdemeren", "s-Gravenhage": "'s-Gravenhage"}


@pytest.fixture(scope="module")
def land_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all gemeenten."""
    ledger = Ledger.in_memory()
    gemeenten = [
        Gemeente(gm_code=gemeente.code, naam=gemeente.naam, provincie=gemeente.provincie)
        for gemeente in reference.gemeenten()
    ]
    make_regio(ledger, Regio(naam="Nederland"), gemeenten)
    path = tmp_path_factory.mktemp("land") / "land.regietafel"
    ledger.save_copy(path)
    return path


@pytest.fixture
def land(land_once: Path, tmp_path: Path) -> Iterator[Ledger]:
    ledger = Ledger.open(Path(shutil.copy(land_once, tmp_path / "land.regietafel")))
    yield ledger
    ledger.close()


def read(folder: Path, *rows: list[files.Cell], header: list[files.Cell] | None = None) -> Gelezen:
    return read_taakstelling(files.xlsx(folder / "t.xlsx", [header or HEADER, *rows]))


def write(ledger: Ledger, plan: Importplan) -> None:
    inlezen.write(ledger, plan, bron="")


def outcomes(plan: Importplan) -> list[tuple[str, str]]:
    return [(rij.naam, rij.uitkomst.value) for rij in plan.rijen]


def counted(plan: Importplan) -> dict[str, int]:
    return {uitkomst.value: aantal for uitkomst, aantal in plan.aantallen.items() if aantal}


# The whole country


@pytest.mark.parametrize("suffix", [".csv", ".cp1252.csv", ".xlsx", ".ods", ".xls"])
@pytest.mark.parametrize("layout", [files.flat, files.printed])
def test_all_342_are_taken_over(land: Ledger, tmp_path: Path, suffix: str, layout: object) -> None:
    assert callable(layout)
    gelezen = read_taakstelling(files.write(tmp_path, suffix, layout()))
    plan = make_plan(land, gelezen, P, MEI)
    assert counted(plan) == {"nieuw": 338, "voorstel": 4}
    assert {rij.naam: rij.gemeente for rij in plan.voorstellen} == SLIPS
    assert plan.som_bestand == 27_300
    assert plan.som == 27_300 - sum(rij.aantal or 0 for rij in plan.voorstellen)
    agreed = make_plan(land, gelezen, P, MEI, akkoord=True)
    assert counted(agreed) == {"nieuw": 342}
    assert (agreed.som, len(agreed.regels), agreed.ontbreekt) == (27_300, 342, ())


def test_the_proposals_have_the_inhabitants_of_the_gemeente_they_propose(land: Ledger) -> None:
    plan = make_plan(land, read_taakstelling(files.BIJLAGE_A), P, MEI)
    for rij in plan.voorstellen:
        assert rij.waarden["inwoners"] == reference.find_gemeente(rij.gm_code or "").inwoners_2022
        assert rij.melding == f"“{rij.naam}” is geen bekende gemeente; bedoelt de afzender {rij.gemeente}?"


def test_twice_the_same_is_all_equal(land: Ledger) -> None:
    gelezen = read_taakstelling(files.BIJLAGE_A)
    plan = make_plan(land, gelezen, P, MEI, akkoord=True)
    assert plan == make_plan(land, gelezen, P, MEI, akkoord=True)
    write(land, plan)
    again = make_plan(land, gelezen, P, MEI, akkoord=True)
    assert (counted(again), again.regels, again.som) == ({"gelijk": 342}, (), 27_300)
    write(land, again)
    assert make_plan(land, gelezen, P, MEI, akkoord=True) == again
    assert len(list(land.taakstellingen)) == 342


@pytest.fixture
def regio() -> Ledger:
    """Three gemeenten with numbers of 2 May; the inhabitants are rounded."""
    ledger = Ledger.in_memory()
    names = {"GM0141": "Almelo", "GM0147": "Borne", "GM0153": "Enschede"}
    gemeenten = [Gemeente(gm_code=code, naam=naam, provincie="Overijssel") for code, naam in names.items()]
    make_regio(ledger, Regio(naam="Regio"), gemeenten)
    regels = [(1, 113, 4, 73_000), (2, 37, 0, 24_000), (3, 247, 5, 159_000)]
    import_taakstelling(ledger, periode=P, datum=MEI, landelijk=27_300, bron="circulaire", regels=regels)
    return ledger


# The region


def test_the_region_from_the_table_of_the_country(regio: Ledger) -> None:
    plan = make_plan(regio, read_taakstelling(files.BIJLAGE_A), P, MEI, akkoord=True)
    assert counted(plan) == {"gewijzigd": 3, "buiten dit bestand": 339}  # the fixture has round numbers of inwoners
    assert plan.som == 113 + 38 + 248
    assert plan.som_bestand == 27_300


def test_a_revision_is_compared_with_the_newest_version_and_written_whole(regio: Ledger, tmp_path: Path) -> None:
    gelezen = read(tmp_path, ["Enschede", 159_000, 160, 5], ["Almelo", 73_000, 113, 4])
    plan = make_plan(regio, gelezen, P, NOVEMBER)
    enschede, almelo = plan.rijen
    assert (enschede.uitkomst, enschede.oud_aantal, enschede.aantal) == (Uitkomst.GEWIJZIGD, 247, 160)
    assert (almelo.uitkomst, almelo.oud["amv"], almelo.oud["inwoners"]) == (Uitkomst.GELIJK, 4, 73_000)
    assert plan.regels == ((3, 160, 5, 159_000), (1, 113, 4, 73_000))
    assert plan.ontbreekt == ("Borne",)
    assert plan.versie is None
    write(regio, plan)
    later = make_plan(regio, read(tmp_path, ["Borne", 24_000, 20, 0]), P, NOVEMBER)
    assert counted(later) == {"nieuw": 1}  # this version had no Borne yet
    assert make_plan(regio, gelezen, P, MEI).rijen[0].oud_aantal == 247  # the older version stays what it was


def test_what_the_sheet_leaves_open_stays_within_the_version(regio: Ledger, tmp_path: Path) -> None:
    gelezen = read(tmp_path, ["Almelo", 110], ["Enschede", 4], ["Borne", 37], header=["Gemeente", "Taakstelling"])
    plan = make_plan(regio, gelezen, P, MEI)
    assert outcomes(plan) == [("Almelo", "gewijzigd"), ("Enschede", "probleem"), ("Borne", "gelijk")]
    assert plan.regels == ((1, 110, 4, 73_000),)
    assert plan.problemen[0].melding == "waarvan amv is nu 5, meer dan de nieuwe taakstelling 4"
    assert make_plan(regio, gelezen, P, NOVEMBER).regels == (
        (1, 110, None, None),
        (3, 4, None, None),
        (2, 37, None, None),
    )


def test_another_period_knows_nothing_of_this_one(regio: Ledger, tmp_path: Path) -> None:
    plan = make_plan(regio, read(tmp_path, ["Almelo", 73_000, 113, 4]), Periode(2024, 1), NOVEMBER)
    assert outcomes(plan) == [("Almelo", "nieuw")]
    assert plan.rijen[0].oud_aantal is None


# What the user decides


def test_a_choice_skips_a_row_or_names_its_gemeente(regio: Ledger, tmp_path: Path) -> None:
    gelezen = read(tmp_path, ["Enschde", 9, 5], ["Iets anders", 9, 6], ["Almelo", 9, 7], ["Fout", 9, "?"])
    plan = make_plan(regio, gelezen, P, MEI)
    assert outcomes(plan) == [
        ("Enschde", "voorstel"),
        ("Iets anders", "probleem"),
        ("Almelo", "gewijzigd"),
        ("Fout", "probleem"),
    ]
    keuzes: dict[tuple[str, int], str | None] = dict.fromkeys((rij.plek for rij in plan.rijen), None)
    skipped = make_plan(regio, gelezen, P, MEI, keuzes=keuzes, akkoord=True)
    assert counted(skipped) == {"overgeslagen": 4}
    assert skipped.regels == ()
    chosen = make_plan(regio, gelezen, P, MEI, keuzes={("Sheet", 2): "GM0147", ("Sheet", 3): "GM0153"})
    assert [rij.gemeente for rij in chosen.rijen] == ["Borne", "Enschede", "Almelo", ""]
    assert counted(chosen) == {"gewijzigd": 3, "probleem": 1}  # a number cannot be chosen away
    with pytest.raises(RegietafelError, match="GM9999 is geen bekende gemeentecode"):
        make_plan(regio, gelezen, P, MEI, keuzes={("Sheet", 2): "GM9999"})


def test_one_gemeente_twice_is_a_problem_of_both_rows_until_one_is_skipped(regio: Ledger, tmp_path: Path) -> None:
    gelezen = read(tmp_path, ["Almelo", 9, 5], ["Borne", 9, 6], ["ALMELO 4)", 9, 7])
    plan = make_plan(regio, gelezen, P, MEI)
    assert [rij.melding for rij in plan.problemen] == [
        "Almelo staat er meer dan één keer: rij 2 en 4; sla er een over"
    ] * 2
    solved = make_plan(regio, gelezen, P, MEI, keuzes={("Sheet", 2): None})
    assert counted(solved) == {"overgeslagen": 1, "gewijzigd": 2}
    assert solved.som == 13


def test_two_slips_of_one_gemeente_are_not_taken_over(regio: Ledger, tmp_path: Path) -> None:
    gelezen = read(tmp_path, ["Enschde", 9, 5], ["Enschedee", 9, 6])
    for akkoord in (False, True):
        plan = make_plan(regio, gelezen, P, MEI, akkoord=akkoord)
        assert counted(plan) == {"probleem": 2}
        assert plan.regels == ()


def test_a_slip_is_not_proposed_for_a_gemeente_that_has_its_row(regio: Ledger, tmp_path: Path) -> None:
    plan = make_plan(regio, read(tmp_path, ["Enschede", 9, 5], ["Enschde", 9, 6]), P, MEI)
    assert counted(plan) == {"gewijzigd": 1, "probleem": 1}


@pytest.mark.parametrize("naam", ["Twente", "Regio Twente", "Twente*", "Twennte"])
def test_a_subtotal_is_never_taken_for_a_gemeente(regio: Ledger, tmp_path: Path, naam: str) -> None:
    assert namen.proposal(namen.namenlijst(regio), naam) is None or naam == "Twennte"
    rows: list[list[files.Cell]] = [["Wierden", 9, 2], ["Almelo", 9, 5], ["Borne", 9, 6], [naam, 18, 11]]
    plan = make_plan(regio, read(tmp_path, *rows), P, MEI, akkoord=True)
    assert [rij.gemeente for rij in plan.rijen if rij.gemeente] == ["Wierden", "Almelo", "Borne"]
    assert [rij.melding for rij in plan.problemen] == (
        ["“Twennte” is geen bekende gemeente en telt de rijen erboven op; sla de rij over of kies een gemeente"]
        if naam == "Twennte"
        else []
    )
    for other in (12, 6):  # as many as the row above is no sum
        rows[-1] = ["Twennterand", 9, other]
        assert make_plan(regio, read(tmp_path, *rows), P, MEI).voorstellen[0].gemeente == "Twenterand"
    regels = [
        Regel(blad, 2, naam, None, {"taakstelling": n}) for blad, naam, n in (("a", "Goes", 5), ("b", "Almelo", 6))
    ]
    gelezen = Gelezen(("a", "b"), (*regels, Regel("b", 3, "Twennterand", None, {"taakstelling": 11})), (), ())
    assert make_plan(regio, gelezen, P, MEI).voorstellen[0].gemeente == "Twenterand"  # the other sheet is no sum


# What one must know


def test_remarks_compare_the_sums_and_name_the_missing(regio: Ledger, tmp_path: Path) -> None:
    gelezen = read(tmp_path, ["Almelo", 9, 5], ["Enschede", 9, 6], ["Totaal", 18, 12])
    assert plan_remarks(make_plan(regio, gelezen, P, MEI), gelezen, 27_300) == [
        "De rijen tellen op tot 11; het rekenblad noemt 12 (verschil −1).",
        "Zonder rij in het rekenblad: Borne.",
    ]
    whole = read_taakstelling(files.BIJLAGE_A, P)
    assert whole.whole_country and not gelezen.whole_country
    plan = make_plan(regio, whole, P, MEI)
    assert plan_remarks(plan, whole, 27_300) == plan_remarks(plan, whole, None) == []
    assert plan_remarks(plan, whole, 27_400) == [
        "De rijen tellen op tot 27.300; landelijk is opgegeven 27.400 (verschil −100)."
    ]


def test_many_missing_gemeenten_are_counted(land: Ledger, tmp_path: Path) -> None:
    gelezen = read(tmp_path, ["Almelo", 9, 5])
    (said,) = plan_remarks(make_plan(land, gelezen, P, MEI), gelezen, None)
    assert said.startswith("Zonder rij in het rekenblad: ") and said.endswith(" en nog 333.")


def test_code_and_name_must_agree(regio: Ledger, tmp_path: Path) -> None:
    gelezen = read(
        tmp_path,
        ["GM0141", "Borne", 5],
        ["GM0147", "Brone", 6],  # the code decides
        [153, "Enschede", 7],
        ["GM9999", "Losser", 8],
        [None, "Tubbergen", 9],
        header=["Code", "Gemeente", "Taakstelling"],
    )
    plan = make_plan(regio, gelezen, P, MEI)
    assert [(rij.uitkomst.value, rij.gemeente or rij.melding) for rij in plan.rijen] == [
        ("probleem", "code GM0141 is van Almelo, niet van Borne"),
        ("gewijzigd", "Borne"),
        ("gewijzigd", "Enschede"),
        ("probleem", "GM9999 is geen bekende gemeentecode"),
        ("buiten dit bestand", "Tubbergen"),
    ]


def test_unreadable_rows_stay_in_their_place_once(regio: Ledger, tmp_path: Path) -> None:
    plan = make_plan(regio, read(tmp_path, ["Borne", 9, 5], ["Almelo", "?", "?"], ["Enschede", 9, 6]), P, MEI)
    assert [rij.rij for rij in plan.rijen] == [2, 3, 4]
    assert plan.problemen[0].melding == ("Taakstelling: “?” is geen geheel aantal; Inwoners: “?” is geen geheel aantal")
    assert plan.ontbreekt == ("Almelo",)


# Names of the user


def test_renamed_and_added_gemeenten(tmp_path: Path) -> None:
    names = ["B&W <Zuid>", "=1+1", "O'Brien", "x" * 300, "Stad Enschede"]
    ledger = Ledger.in_memory()
    make_regio(
        ledger,
        Regio(naam="Regio"),
        [Gemeente(gm_code=f"GM900{n}" if n < 4 else "GM0153", naam=naam) for n, naam in enumerate(names)],
    )
    plan = make_plan(ledger, read(tmp_path, *[files.row(naam, 9, 5) for naam in names]), P, MEI)
    assert [(rij.naam, rij.gemeente, rij.uitkomst.value) for rij in plan.rijen] == [(n, n, "nieuw") for n in names]
    old_name = make_plan(ledger, read(tmp_path, ["Enschede", 9, 5], ["o’brien", 9, 6], ["=1+2", 9, 7]), P, MEI)
    assert [rij.gemeente for rij in old_name.rijen] == ["Stad Enschede", "O'Brien", "=1+1"]
    assert [rij.uitkomst.value for rij in old_name.rijen] == ["nieuw", "nieuw", "voorstel"]
