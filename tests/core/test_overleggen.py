"""The meetings as a list, the agenda of one with its times, and what comes before and after it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.actions import bijlagen, verslag
from regietafel.actions.agenda import order_punten, record_verzending, remove_punt, save_punt
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.opvanglocaties import add_locatie
from regietafel.actions.overleggen import begin_overleg, cancel_overleg, end_overleg, make_overleggen, save_overleg
from regietafel.actions.overlegreeksen import save_overlegreeks
from regietafel.domain.agenda import Agendapunt
from regietafel.domain.herverdeling import Deel
from regietafel.domain.opvanglocatie import Opvanglocatie
from regietafel.domain.overleg import Overlegreeks
from regietafel.domain.periode import Periode
from regietafel.domain.verslag import Verslagregel
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from regietafel.queries.agenda import PuntRegel, agenda, next_overleg
from regietafel.queries.overleggen import find_overleg, overleg_regel, overleggen

MEI, JUNI, JULI = (datetime.date(2023, month, 8) for month in (5, 6, 7))
DAY = datetime.timedelta(days=1)


@pytest.fixture
def tafel(twente: Ledger) -> Ledger:
    """Three meetings of the table (1, 2, 3), from 10:00 to 12:00, and one of officials on the day of the second (4)."""
    reeks = Overlegreeks(naam="Regietafel Twente", soort="regietafel", locatie="Almelo", voorzitter="burgemeester")
    save_overlegreeks(twente, reeks)
    save_overlegreeks(twente, Overlegreeks(naam="Ambtenaren", soort="vooroverleg", begin="14:00", dagen_vooraf=3))
    make_overleggen(twente, 1, [MEI, JUNI, JULI])
    make_overleggen(twente, 2, [JUNI])
    return twente


def emptied(ledger: Ledger, overleg_id: int) -> None:
    for punt in ledger.agendapunten.where(overleg_id=overleg_id):
        remove_punt(ledger, punt)


def add(ledger: Ledger, titel: str, minuten: int | None = None, **known: object) -> int:
    made = save_punt(ledger, Agendapunt(overleg_id=1, titel=titel, minuten=minuten, **known))  # type: ignore[arg-type]
    assert made.id is not None
    return made.id


def shown(rows: tuple[PuntRegel, ...]) -> list[tuple[str, str, int | None]]:
    return [(row.nummer, row.begin, row.duur) for row in rows]


def test_the_newest_meeting_stands_first(tafel: Ledger) -> None:
    rows = overleggen(tafel)
    assert [(row.datum, row.reeks) for row in rows] == [
        (JULI, "Regietafel Twente"), (JUNI, "Ambtenaren"), (JUNI, "Regietafel Twente"), (MEI, "Regietafel Twente"),
    ]  # fmt: skip
    row = rows[2]
    assert (row.begin, row.einde, row.locatie, row.voorzitter) == ("10:00", "12:00", "Almelo", "burgemeester")
    assert (row.staat, row.versie, row.agenda_voor) == ("concept", 0, JUNI - 7 * DAY)
    assert rows[1].agenda_voor == JUNI - 3 * DAY
    assert rows == tuple(overleg_regel(tafel, row.id) for row in rows)


def test_what_is_on_the_agenda_and_in_the_list_is_counted(tafel: Ledger) -> None:
    emptied(tafel, 1)
    head = add(tafel, "Opvang")
    add(tafel, "Noodopvang", hoofdpunt_id=head)
    record_verzending(tafel, 1, MEI - 7 * DAY, MEI - 7 * DAY, momentopname=b"{}", wijzigingen="")
    record_verzending(tafel, 1, MEI - 6 * DAY, MEI - 6 * DAY, momentopname=b"{}", wijzigingen="")
    begin_overleg(tafel, 1)
    for soort in ("besluit", "besluit", "knelpunt", "actie", "actie", "notitie"):
        regel = verslag.record_regel(tafel, Verslagregel(overleg_id=1, soort=soort, tekst="x"))
    verslag.set_gereed(tafel, (regel.id or 0) - 1, JUNI)
    row = overleg_regel(tafel, 1)
    assert (row.punten, row.besluiten, row.knelpunten, row.acties_open) == (1, 2, 1, 1)
    assert (row.staat, row.versie) == ("bezig", 2)
    assert [each.acties_open for each in overleggen(tafel, JUNI - DAY) if each.id == 1] == [2]  # still open that day
    assert [each.acties_open for each in overleggen(tafel, JUNI) if each.id == 1] == [1]
    assert overleggen(tafel)[-1] == row


def test_a_meeting_is_found_by_its_day_and_series(tafel: Ledger) -> None:
    assert find_overleg(tafel, MEI).id == 1
    assert find_overleg(tafel, JUNI, "regietafel twente").id == find_overleg(tafel, JUNI, "regietafel").id == 2
    assert find_overleg(tafel, JUNI, "vooroverleg").id == find_overleg(tafel, JUNI, "AMBTENAREN").id == 4
    with pytest.raises(RegietafelError, match=r"2 overleggen: Regietafel Twente \(10:00\) en Ambtenaren \(14:00\)"):
        find_overleg(tafel, JUNI)
    with pytest.raises(RegietafelError, match="geen overleg van “PRT”; wel: Regietafel Twente"):
        find_overleg(tafel, MEI, "PRT")
    with pytest.raises(RegietafelError, match="Op 09-05-2023 is er geen overleg"):
        find_overleg(tafel, MEI + DAY)


def test_a_cancelled_meeting_is_found_when_it_is_the_only_one(tafel: Ledger) -> None:
    cancel_overleg(tafel, 4, "te druk")
    assert find_overleg(tafel, JUNI).id == 2
    assert find_overleg(tafel, JUNI, "Ambtenaren").staat == "vervallen"
    cancel_overleg(tafel, 2, "te druk")
    with pytest.raises(RegietafelError, match="2 overleggen"):
        find_overleg(tafel, JUNI)


def test_the_next_meeting_is_of_the_same_series_and_not_cancelled(tafel: Ledger) -> None:
    def after(id: int) -> int | None:
        found = next_overleg(tafel, id)
        return found.id if found else None

    assert [after(id) for id in (1, 2, 3, 4)] == [2, 3, None, None]
    cancel_overleg(tafel, 2, "te druk")
    assert [after(id) for id in (1, 2, 3)] == [3, 3, None]
    save_overleg(tafel, replace(tafel.overleggen.get(3), datum=MEI - DAY))
    assert [after(id) for id in (1, 3)] == [None, 1]


def test_points_begin_when_those_before_are_done(tafel: Ledger) -> None:
    emptied(tafel, 1)
    add(tafel, "Opening", 5)
    add(tafel, "Opvang", 40)
    add(tafel, "Sluiting", 0)
    add(tafel, "Napraten", 70)
    assert shown(agenda(tafel, 1)) == [("1", "10:00", 5), ("2", "10:05", 40), ("3", "10:45", 0), ("4", "10:45", 70)]


def test_after_a_point_without_minutes_no_time_is_certain(tafel: Ledger) -> None:
    emptied(tafel, 1)
    for minuten in (5, None, 10):
        add(tafel, "Punt", minuten)
    assert shown(agenda(tafel, 1)) == [("1", "10:00", 5), ("2", "10:05", None), ("3", "", 10)]


def test_subpoints_fall_within_their_point(tafel: Ledger) -> None:
    emptied(tafel, 1)
    whole, parts, unknown = add(tafel, "Geheel", 30), add(tafel, "Delen"), add(tafel, "Onbekend")
    for head, minuten in ((whole, 10), (whole, 10), (parts, 15), (parts, 5), (unknown, 5), (unknown, None)):
        add(tafel, "Deel", minuten, hoofdpunt_id=head)
    assert shown(agenda(tafel, 1)) == [
        ("1", "10:00", 30), ("1.1", "10:00", 10), ("1.2", "10:10", 10),
        ("2", "10:30", 20), ("2.1", "10:30", 15), ("2.2", "10:45", 5),
        ("3", "10:50", None), ("3.1", "10:50", 5), ("3.2", "10:55", None),
    ]  # fmt: skip
    assert [row.hoofdpunt_id for row in agenda(tafel, 1)][:3] == [None, whole, whole]


@given(st.lists(st.tuples(st.none() | st.integers(0, 40), st.booleans()), max_size=12))
@settings(max_examples=60)
def test_a_point_begins_when_the_point_before_it_ends(tafel: Ledger, points: list[tuple[int | None, bool]]) -> None:
    with tafel.operation("agenda"):
        for old in sorted(tafel.agendapunten.where(overleg_id=1), key=lambda each: each.hoofdpunt_id is None):
            tafel.agendapunten.delete(old)
        head: int | None = None
        for place, (minuten, under) in enumerate(points):
            new = Agendapunt(
                overleg_id=1, volgorde=place, titel="x", minuten=minuten, hoofdpunt_id=head if under else None
            )
            saved = tafel.agendapunten.save(new)
            head = saved.id if new.hoofdpunt_id is None else head
    rows = agenda(tafel, 1)
    assert [row.minuten for row in rows] == [minuten for minuten, _under in points]  # nothing left out
    mains = [row for row in rows if row.hoofdpunt_id is None]
    now: int | None = 10 * 60
    for main in mains:
        below = [row for row in rows if row.hoofdpunt_id == main.id]
        assert main.begin == clock(now)
        if main.minuten is not None or not below:
            assert main.duur == main.minuten
        else:
            known = [row.minuten for row in below if row.minuten is not None]
            assert main.duur == (sum(known) if len(known) == len(below) else None)
        assert not below or below[0].begin == main.begin
        for first, second in pairwise(below):
            assert (second.begin == "") == (first.begin == "" or first.minuten is None)
        now = None if now is None or main.duur is None else now + main.duur


def clock(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes // 60:02d}:{minutes % 60:02d}"


def test_a_meeting_may_go_on_past_midnight(tafel: Ledger) -> None:
    emptied(tafel, 1)
    save_overleg(tafel, replace(tafel.overleggen.get(1), begin="23:50"))
    add(tafel, "Laat", 20)
    add(tafel, "Later", 5)
    assert [row.begin for row in agenda(tafel, 1)] == ["23:50", "00:10"]


def test_a_subpoint_of_a_confidential_point_is_confidential(tafel: Ledger) -> None:
    emptied(tafel, 1)
    head = add(tafel, "Locatie in onderzoek", vertrouwelijk=True)
    add(tafel, "Grond", hoofdpunt_id=head)
    add(tafel, "Planning")
    assert [row.vertrouwelijk for row in agenda(tafel, 1)] == [True, True, False]


def test_a_point_says_what_it_is_about(tafel: Ledger) -> None:
    emptied(tafel, 1)
    made = make_herverdeling(tafel, Periode(2023, 2), [Deel("Enschede", "Borne", 10)])
    place = add_locatie(tafel, Opvanglocatie(gemeente_id=1, naam="Havenkade", soort="azc", capaciteit=300))
    actie = verslag.record_regel(tafel, Verslagregel(overleg_id=1, soort="actie", tekst="woord " * 30))
    head = add(tafel, "Alles", herverdeling_id=made, locatie_id=place.id)
    add(tafel, "De actie", actie_id=actie.id, hoofdpunt_id=head)
    add(tafel, "Niets")
    rows = agenda(tafel, 1)
    assert rows[0].verwijzing == f"Herverdeling {tafel.herverdelingen.get(made).kenmerk} · Locatie Havenkade"
    assert rows[1].verwijzing.startswith("Actie: woord woord") and rows[1].verwijzing.endswith("…")
    assert len(rows[1].verwijzing) == len("Actie: ") + 60
    assert rows[2].verwijzing == ""


def test_annexes_and_rows_stand_with_their_point(tafel: Ledger) -> None:
    emptied(tafel, 1)
    first, second = add(tafel, "Opvang"), add(tafel, "Rondvraag")
    bijlagen.add_agendabijlage(tafel, first, "Kaart", "kaart.png", b"PNG")
    bijlagen.add_agendabijlage(tafel, first, "Brief", "brief.pdf", b"%PDF")
    for soort in ("besluit", "actie"):
        verslag.record_regel(tafel, Verslagregel(overleg_id=1, agendapunt_id=second, soort=soort, tekst="x"))
    rows = agenda(tafel, 1)
    assert [[each.titel for each in row.bijlagen] for row in rows] == [["Kaart", "Brief"], []]
    assert [(row.regels, row.acties_open, row.besproken) for row in rows] == [(0, 0, False), (2, 1, True)]


def test_a_point_that_comes_back_says_from_when_and_a_list_of_when_it_is(tafel: Ledger) -> None:
    emptied(tafel, 1)
    add(tafel, "Niet aan toegekomen")
    begin_overleg(tafel, 1)
    end_overleg(tafel, 1)
    rows = {row.titel: row for row in agenda(tafel, 2)}
    assert rows["Niet aan toegekomen"].komt_terug_van == MEI
    (lijst,) = (row for row in rows.values() if row.verslag_van)
    assert lijst.verslag_van == MEI and lijst.komt_terug_van is None


def test_the_order_is_the_users(tafel: Ledger) -> None:
    emptied(tafel, 1)
    ids = [add(tafel, titel) for titel in ("A", "B", "C")]
    order_punten(tafel, 1, [(ids[2], None), (ids[0], ids[2]), (ids[1], None)])
    assert [(row.nummer, row.titel) for row in agenda(tafel, 1)] == [("1", "C"), ("1.1", "A"), ("2", "B")]


def test_what_is_gone_is_refused(tafel: Ledger) -> None:
    for ask in (agenda, next_overleg, overleg_regel):
        with pytest.raises(RegietafelError, match="bestaat niet meer"):
            ask(tafel, 99)
