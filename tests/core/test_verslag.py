"""The actie- en besluitenlijst of one meeting, the register over all, and what is still to be done."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from regietafel.actions import kennis, verslag
from regietafel.actions.agenda import remove_punt, save_punt
from regietafel.actions.contacten import save_contact
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.opvanglocaties import add_locatie
from regietafel.actions.overleggen import make_overleggen, save_overleg
from regietafel.actions.overlegreeksen import save_overlegreeks
from regietafel.domain.agenda import Agendapunt
from regietafel.domain.contact import Contact
from regietafel.domain.herverdeling import Deel
from regietafel.domain.opvanglocatie import Opvanglocatie
from regietafel.domain.overleg import Overlegreeks
from regietafel.domain.periode import Periode
from regietafel.domain.verslag import Aanwezigheid, Kennis, Verslagregel, Voortgang
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from regietafel.queries.verslag import (
    LijstRegel,
    aanwezigheid,
    besloten_in,
    lijst,
    lijstregel,
    open_acties,
    register,
    themas,
)

MEI, JUNI, JULI = (datetime.date(2023, month, 8) for month in (5, 6, 7))
DAY = datetime.timedelta(days=1)
ALMELO, BORNE, ENSCHEDE = ((id, "") for id in (1, 2, 3))
COA = (None, "COA")


@pytest.fixture
def tafel(twente: Ledger) -> Ledger:
    """Two meetings of the table (1 in May, 2 in June) without points, and one of officials (3, in June)."""
    save_overlegreeks(twente, Overlegreeks(naam="Regietafel Twente", soort="regietafel"))
    save_overlegreeks(twente, Overlegreeks(naam="Ambtenaren", soort="vooroverleg", begin="14:00"))
    make_overleggen(twente, 1, [MEI, JUNI])
    make_overleggen(twente, 2, [JUNI])
    for punt in twente.agendapunten:
        remove_punt(twente, punt)
    return twente


def punt(ledger: Ledger, titel: str = "Opvang", overleg_id: int = 1, **known: Any) -> int:
    made = save_punt(ledger, Agendapunt(overleg_id=overleg_id, titel=titel, **known))
    assert made.id is not None
    return made.id


def regel(
    ledger: Ledger, soort: str = "actie", houders: Sequence[tuple[int | None, str]] = (), **known: Any
) -> LijstRegel:
    made = verslag.record_regel(
        ledger, Verslagregel(**{"overleg_id": 1, "tekst": "x", **known, "soort": soort}), houders
    )
    assert made.id is not None
    return lijstregel(ledger, made.id)


def texts(rows: Sequence[LijstRegel]) -> list[str]:
    return [row.tekst for row in rows]


def test_the_list_follows_the_agenda(tafel: Ledger) -> None:
    first, second = punt(tafel, "Opvang"), punt(tafel, "Rondvraag")
    under = punt(tafel, "Noodopvang", hoofdpunt_id=first)
    for tekst, where in (("los", None), ("4", second), ("1", first), ("3", under), ("2", first)):
        regel(tafel, "besluit", tekst=tekst, agendapunt_id=where)
    rows = lijst(tafel, 1)
    assert texts(rows) == ["1", "2", "3", "4", "los"]
    assert [row.punt_nummer for row in rows] == ["1", "1", "1.1", "2", ""]
    assert [row.punt for row in rows][2:] == ["1.1. Noodopvang", "2. Rondvraag", ""]
    assert (rows[0].overleg_datum, rows[0].reeks) == (MEI, "Regietafel Twente")
    assert lijst(tafel, 2) == ()


def test_the_tenth_point_comes_after_the_ninth(tafel: Ledger) -> None:
    points = [punt(tafel, str(n)) for n in range(1, 12)]
    for each in reversed(points):
        regel(tafel, "besluit", agendapunt_id=each)
    assert [row.punt_nummer for row in lijst(tafel, 1)] == [str(n) for n in range(1, 12)]


def test_who_does_it_is_named_in_order_and_all_as_one(tafel: Ledger) -> None:
    row = regel(tafel, houders=[COA, ENSCHEDE, ALMELO])
    assert row.houders == ("Almelo", "Enschede", "COA") and row.houder_ids == (1, 3, None)
    assert row.wie == "Almelo, Enschede, COA"
    assert regel(tafel, houders=[ENSCHEDE, COA, ALMELO, BORNE]).wie == "alle gemeenten, COA"
    assert regel(tafel).wie == ""


def test_an_action_is_open_until_it_is_done_and_late_after_its_day(tafel: Ledger) -> None:
    made = regel(tafel, voor=JUNI)

    def on(day: datetime.date | None) -> tuple[bool, bool, str]:
        row = lijstregel(tafel, made.id, day)
        return row.is_open, row.te_laat, row.stand

    assert on(JUNI) == (True, False, "open")
    assert on(JUNI + DAY) == (True, True, "te_laat")
    assert on(None) == (True, False, "open")  # without a day nothing is late
    verslag.set_gereed(tafel, made.id, JUNI + 2 * DAY)
    assert on(JUNI + DAY) == (True, True, "te_laat")  # on that day it was not done
    assert on(JUNI + 2 * DAY) == on(None) == (False, False, "gereed")
    assert regel(tafel, "besluit").stand == ""


def test_a_row_at_a_confidential_point_is_confidential(tafel: Ledger) -> None:
    head = punt(tafel, "Locatie in onderzoek", vertrouwelijk=True)
    under, open_point = punt(tafel, "Grond", hoofdpunt_id=head), punt(tafel, "Planning")
    rows = [regel(tafel, agendapunt_id=each) for each in (head, under, open_point, None)]
    assert [row.vertrouwelijk for row in rows] == [True, True, False, False]


def test_a_row_says_what_it_is_about_or_else_its_point(tafel: Ledger) -> None:
    place, other = (
        add_locatie(tafel, Opvanglocatie(gemeente_id=1, naam=naam, soort="azc", capaciteit=100)).id
        for naam in ("Havenkade", "Stationsplein")
    )
    point = punt(tafel, "Havenkade", locatie_id=place)
    at_point = regel(tafel, "besluit", tekst="bij het punt", agendapunt_id=point)
    own = regel(tafel, "besluit", tekst="zelf", agendapunt_id=point, locatie_id=other)
    assert (at_point.verwijzing, own.verwijzing) == ("Locatie Havenkade", "Locatie Stationsplein")
    assert texts(besloten_in(tafel, locatie_id=place)) == ["bij het punt", "zelf"]
    assert texts(besloten_in(tafel, locatie_id=other)) == ["zelf"]
    assert besloten_in(tafel) == besloten_in(tafel, project_id=place) == ()


def test_progress_and_measures_stand_with_the_row(tafel: Ledger) -> None:
    made = regel(tafel)
    for day, tekst in ((JUNI, "later"), (MEI, "eerst")):
        verslag.record_voortgang(tafel, Voortgang(regel_id=made.id, datum=day, tekst=tekst))
    row = lijstregel(tafel, made.id)
    assert [each.tekst for each in row.voortgang] == ["eerst", "later"] and row.laatste_voortgang == "later"
    knelpunt = regel(tafel, "knelpunt")
    for titel in ("Woningdelen", "Hospitaverhuur"):
        kennis.save_kennis(tafel, Kennis(titel=titel))
    verslag.set_kennislinks(tafel, knelpunt.id, [2, 1])
    assert [each.titel for each in lijstregel(tafel, knelpunt.id).kennis] == ["Hospitaverhuur", "Woningdelen"]
    assert row.kennis == () and lijstregel(tafel, knelpunt.id).voortgang == ()


def test_the_register_begins_with_the_newest_meeting(tafel: Ledger) -> None:
    for overleg_id, tekst in ((1, "mei"), (3, "ambtelijk juni"), (2, "juni"), (2, "juni 2")):
        regel(tafel, "besluit", overleg_id=overleg_id, tekst=tekst)
    assert texts(register(tafel, JULI)) == ["ambtelijk juni", "juni", "juni 2", "mei"]


def test_the_register_is_asked_in_many_ways(tafel: Ledger) -> None:
    regel(tafel, "besluit", tekst="B", thema="amv")
    regel(tafel, "knelpunt", tekst="K", overleg_id=2)
    regel(tafel, houders=[ALMELO], tekst="laat", voor=MEI + DAY, thema="amv")
    regel(tafel, houders=[BORNE, COA], tekst="op tijd", voor=JULI + DAY, overleg_id=2)
    done = regel(tafel, houders=[ALMELO], tekst="gereed", voor=JUNI)
    regel(tafel, "notitie", tekst="?")
    verslag.set_gereed(tafel, done.id, JUNI)

    def asked(*soorten: str, **filters: Any) -> set[str]:
        return set(texts(register(tafel, JULI, soorten, **filters)))

    assert asked() == {"B", "K", "laat", "op tijd", "gereed", "?"}
    assert asked("besluit", "knelpunt") == {"B", "K"}
    assert asked(thema="amv") == {"B", "laat"}
    assert asked(vanaf=JUNI) == {"K", "op tijd"} and asked(tot=JUNI - DAY) == asked(tot=MEI) == asked() - asked(
        vanaf=JUNI
    )
    assert asked(open_only=True) == {"laat", "op tijd"}
    assert asked(te_laat_only=True) == {"laat"}
    assert asked(gemeente_id=1) == {"laat", "gereed"}
    assert asked("actie", gemeente_id=1, thema="amv", vanaf=MEI, tot=MEI, open_only=True) == {"laat"}
    assert texts(register(tafel, MEI, te_laat_only=True)) == []  # that day it was not late yet
    assert set(texts(register(tafel, JUNI - DAY, open_only=True))) == {"laat", "op tijd", "gereed"}


def test_a_besluit_is_of_the_gemeente_it_is_about_and_an_action_of_who_does_it(tafel: Ledger) -> None:
    place = add_locatie(tafel, Opvanglocatie(gemeente_id=1, naam="Havenkade", soort="azc", capaciteit=100)).id
    made = make_herverdeling(tafel, Periode(2023, 2), [Deel("Enschede", "Borne", 10)])
    regel(tafel, "besluit", tekst="locatie", locatie_id=place)
    regel(tafel, "knelpunt", tekst="uitruil", herverdeling_id=made)
    regel(tafel, houders=[BORNE], tekst="actie", locatie_id=place)

    def of(gemeente_id: int) -> set[str]:
        return set(texts(register(tafel, JULI, gemeente_id=gemeente_id)))

    assert [of(id) for id in (1, 2, 3)] == [{"locatie"}, {"uitruil", "actie"}, {"uitruil"}]
    assert texts(besloten_in(tafel, herverdeling_id=made)) == ["uitruil"]


def test_what_is_to_be_done_first_stands_first(tafel: Ledger) -> None:
    for tekst, voor in (("ooit", None), ("later", JULI), ("nu", MEI)):
        regel(tafel, tekst=tekst, voor=voor)
    regel(tafel, "besluit")
    rows = open_acties(tafel, JUNI)
    assert [(row.tekst, row.te_laat) for row in rows] == [("nu", True), ("later", False), ("ooit", False)]


def test_an_agenda_shows_the_open_actions_of_the_meetings_of_its_series_before_it(tafel: Ledger) -> None:
    for overleg_id in (1, 2, 3):
        regel(tafel, overleg_id=overleg_id, tekst=str(overleg_id))
    assert [texts(open_acties(tafel, JULI, id)) for id in (1, 2, 3)] == [[], ["1"], []]
    assert texts(open_acties(tafel, JULI)) == ["1", "2", "3"]


def test_a_moved_meeting_takes_its_rows_along(tafel: Ledger) -> None:
    regel(tafel, tekst="blijft")
    save_overleg(tafel, replace(tafel.overleggen.get(1), datum=JULI))
    assert [(row.tekst, row.overleg_datum) for row in register(tafel, JULI)] == [("blijft", JULI)]


def test_who_has_two_roles_is_expected_once_and_there_is_one_chair(tafel: Ledger) -> None:
    for gemeente_id, naam, rol in (
        (1, "burgemeester van Almelo", "bestuurder"),
        (1, "burgemeester van Almelo", "secretariaat"),
        (2, "J. van Dijk", "bestuurder"),
        (3, "J. van Dijk", "bestuurder"),  # another one
    ):
        save_contact(tafel, Contact(gemeente_id=gemeente_id, naam=naam, rol=rol))
    save_overleg(tafel, replace(tafel.overleggen.get(1), voorzitter="J. van Dijk"))
    assert verslag.fill_aanwezigheid(tafel, 1) == 3
    assert [(each.partij, each.naam, each.voorzitter) for each in aanwezigheid(tafel, 1)] == [
        ("Almelo", "burgemeester van Almelo", False), ("Borne", "J. van Dijk", True),
        ("Enschede", "J. van Dijk", False),
    ]  # fmt: skip
    for each in [*tafel.aanwezigheden.where(gemeente_id=3)]:
        verslag.remove_aanwezigheid(tafel, each)
    assert verslag.fill_aanwezigheid(tafel, 1) == 1  # and it has a chair already
    assert [each.partij for each in aanwezigheid(tafel, 1) if each.voorzitter] == ["Borne"]


def test_the_log_has_a_row_on_one_line(tafel: Ledger) -> None:
    found = regel(tafel, tekst="De provincie bellen\nen het COA " + "x" * 200)
    assert (tafel.undo_label or "").startswith("Regel vastgelegd: De provincie bellen en het COA x")
    assert len(tafel.undo_label or "") < 130
    verslag.set_gereed(tafel, found.id, MEI)
    assert "\n" not in (tafel.undo_label or "")


def test_who_was_there_is_one_row_a_person(tafel: Ledger) -> None:
    for known in (
        {"organisatie": "COA", "naam": "regievoerder"},
        {"gemeente_id": 3, "naam": "burgemeester van Enschede", "voorzitter": True},
        {"gemeente_id": 1, "aanwezig": "afwezig_mk"},
        {"gemeente_id": 3, "naam": "ambtenaar van Enschede"},
    ):
        verslag.save_aanwezigheid(tafel, Aanwezigheid(overleg_id=1, **known))
    rows = aanwezigheid(tafel, 1)
    assert [(row.partij, row.naam, row.voorzitter, row.aanwezig) for row in rows] == [
        ("Almelo", "", False, "afwezig_mk"),
        ("Enschede", "burgemeester van Enschede", True, "aanwezig"),
        ("Enschede", "ambtenaar van Enschede", False, "aanwezig"),
        ("COA", "regievoerder", False, "aanwezig"),
    ]
    assert aanwezigheid(tafel, 2) == ()


def test_themas_of_everything_that_has_one(tafel: Ledger) -> None:
    regel(tafel, thema="woningdelen")
    regel(tafel, thema="amv")
    kennis.save_kennis(tafel, Kennis(titel="x", thema="één loket"))
    assert themas(tafel) == ("amv", "één loket", "woningdelen")


def test_a_row_that_is_gone_is_refused(tafel: Ledger) -> None:
    with pytest.raises(RegietafelError, match="bestaat niet meer"):
        lijstregel(tafel, 99)
