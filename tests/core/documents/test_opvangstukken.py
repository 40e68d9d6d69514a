"""The documents about opvang: the numbers of the screens with their day and source, out of date when they change."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import odfdo
import page
import pytest
from docx import Document as Word

from regietafel.actions.opvanglocaties import add_locatie, edit_locatie
from regietafel.actions.regio import edit_gemeente
from regietafel.actions.sjablonen import set_sjabloon
from regietafel.actions.staten import record_staat
from regietafel.documents.blocks import Block, Figure, Heading, ListBlock, Table, plain_text
from regietafel.documents.maken import keep, render, write_stukken
from regietafel.documents.opvangreeks import COMMISSARIS, STAND, make_opvangstukken
from regietafel.documents.plain import as_text
from regietafel.documents.sjabloon.eigen import bronnen, fields_for, look
from regietafel.documents.stuk import Stuk
from regietafel.documents.verouderd import changes
from regietafel.domain.opvanglocatie import Opvanglocatie
from regietafel.domain.regio import Gemeente
from regietafel.domain.staat import Staatwissel
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger

OP = datetime.date(2023, 10, 1)
LATER = datetime.date(2025, 3, 31)


@pytest.fixture
def plekken(voorbeeld: Path) -> Iterator[Ledger]:
    """The example, with its places for opvang."""

    made = Ledger.open(voorbeeld)
    yield made
    made.close()


def made(ledger: Ledger, soort: str, op: datetime.date = OP) -> Stuk:
    (stuk,) = make_opvangstukken(ledger, op, op, tot=LATER, soorten={soort}).complete()
    return stuk


def test_a_number_and_its_percent_sign_stay_on_one_line(plekken: Ledger) -> None:
    told = as_text(made(plekken, STAND).document.blocks)
    assert "hooguit 92\u00a0% van de plekken" in told
    assert "plekken bezet, meer dan 92\u00a0%." in told
    assert " %" not in told


def tables(stuk: Stuk) -> dict[str, Table]:
    """By the header of their first column; of those under a heading of a gebied by that."""
    found, above = {}, ""
    for block in stuk.document.blocks:
        if isinstance(block, Heading):
            above = plain_text(block.content)
        elif isinstance(block, Table):
            first = block.columns[0].header
            found[above if block.columns[1].group else first] = block
    return found


def below(blocks: tuple[Block, ...], title: str) -> str:
    """What stands under that heading."""
    titles = [plain_text(each.content) if isinstance(each, Heading) else "" for each in blocks]
    first = titles.index(title) + 1
    last = next((number for number in range(first, len(titles)) if titles[number]), len(titles))
    return as_text(blocks[first:last])


def test_every_gebied_has_its_published_numbers_each_with_its_day(plekken: Ledger) -> None:
    found = tables(made(plekken, STAND))
    twente = found["Regietafel Twente en Twente (veiligheidsregio)"]
    assert [column.header for column in twente.columns[1:]] == [
        "Plekken",
        "Peildatum",
        "Plekken",
        "Peildatum",
        "Verschil",
    ]
    assert twente.rows == (
        ("Opvang Oekraïne", "3.604", "02-05-2023", "2.978", "02-05-2023", "626"),
        ("COA regulier", "1.944", "01-04-2023", "794", "01-04-2023", "1.150"),
        ("Crisisnoodopvang", "–", "", "310", "02-05-2023", "–"),
    )
    assert found["Overijssel (provincie)"].rows[1] == (
        "COA regulier",
        "4.081",
        "02-05-2023",
        "2.396",
        "02-05-2023",
        "1.685",
    )
    assert found["Nederland"].rows[1][-1] == "41.948"  # 41.947 is printed
    later = tables(made(plekken, STAND, datetime.date(2024, 1, 1)))["Regietafel Twente en Twente (veiligheidsregio)"]
    assert later.rows[1] == ("COA regulier", "2.164", "01-01-2024", "794", "01-04-2023", "1.370")


def test_sources_and_printed_numbers_that_do_not_add_up_are_named(plekken: Ledger) -> None:
    stuk = made(plekken, STAND)
    assert (
        "Opgaven opvang en huisvesting, 2 mei 2023, tabel 2",
        "02-05-2023",
        "Amv COA, Amv Nidos",
        "Amv COA, Amv Nidos",
    ) in (tables(stuk)["Bron"].rows)
    said = below(stuk.document.blocks, "Wat in de gepubliceerde tabellen niet klopt")
    assert (
        "COA regulier (02-05-2023): het verschil is gedrukt als 41.947, de opgave min de realisatie is 41.948." in said
    )
    assert "Amv COA (02-05-2023): het verschil is gedrukt als 701, de opgave min de realisatie is 702." in said
    assert said.count("gedrukt als") == 2


def test_the_own_count_has_the_norm_and_the_raadsbesluiten_apart(plekken: Ledger) -> None:
    found = tables(made(plekken, STAND))
    own = {row[0]: row[1:] for row in tables_of_kind(made(plekken, STAND))}
    assert own["COA regulier"] == ("794", "735", "730", "400")  # 92 % of 794 is 730,48; Hengelo rests on a raadsbesluit
    assert found["Gemeente"].rows[0] == ("Almelo", "998", "946", "918", "0")


def tables_of_kind(stuk: Stuk) -> list[tuple[Any, ...]]:
    (table,) = (
        block
        for block in stuk.document.blocks
        if isinstance(block, Table) and block.columns[0].header == "Soort opvang" and block.columns[1].header == "Open"
    )
    return [*table.rows]


def test_swaps_are_told_once_they_hold(plekken: Ledger) -> None:
    (swaps,) = (
        each
        for each in made(plekken, STAND).document.blocks
        if isinstance(each, Table) and each.columns[1].header == "Van"
    )
    assert swaps.rows == (("01-06-2023", "Tubbergen", "Enschede", "COA regulier", "40"),)
    before = made(plekken, STAND, datetime.date(2023, 5, 31)).document.blocks
    assert not any(isinstance(each, Table) and each.columns[1].header == "Van" for each in before)


def test_what_comes_and_ends_is_told_with_its_certainty(plekken: Ledger) -> None:
    stuk = made(plekken, STAND)
    rows = tables(stuk)["Vanaf"].rows
    assert ("01-07-2024", "Hengelo", "Voorbeeldlocatie Hengelo-Zuid", "opent", "+400", "60\u00a0%") in rows
    assert ("01-04-2024", "Oldenzaal", "Voorbeeldnoodopvang Oldenzaal", "sluit", "−200", "100\u00a0%") in rows
    (waiting,) = (
        block
        for block in stuk.document.blocks
        if isinstance(block, ListBlock) and "ROL" in plain_text(block.items[0].content)
    )
    assert plain_text(waiting.items[0].content) == "Dinkelland, Voorbeeld-ROL Dinkelland: 160 plekken, verkenning"
    kaart, capacity, *timeline = (block.figuur for block in stuk.document.blocks if isinstance(block, Figure))
    assert "De opgave is dan 5.768" in capacity.zin and timeline and "16 locaties" in kaart.zin


def test_the_commissaris_reads_what_the_raad_decided(plekken: Ledger) -> None:
    stuk = made(plekken, COMMISSARIS)
    rows = {row[0]: row[1:] for row in tables(stuk)["Gemeente en locatie"].rows}
    assert rows["Hengelo: Voorbeeldlocatie Hengelo-Zuid"] == (
        "azc", "400", "raadsbesluit", "21-03-2023, nr. 2023-14", "01-07-2024",
    )  # fmt: skip
    assert rows["Rijssen-Holten: Voorbeeldlocatie Rijssen-Oost"][3] == "nog niet genomen"  # that is of 2024
    assert rows["Twenterand: Voorbeeldlocatie Twenterand"][3] == "niet vastgelegd"  # it is open all the same
    assert "Hengelo: Voorbeeldhal Hengelo" not in rows  # closed that day
    assert tables(stuk)["Gemeente"].rows[5] == ("Hengelo", "1.100", "700", "400", "700")
    assert "1.070 plekken berusten op een besluit van de raad." in as_text(stuk.document.blocks)


def test_only_the_members_of_the_table_are_in_it(plekken: Ledger) -> None:
    borne = next(each for each in plekken.gemeenten if each.naam == "Borne")
    assert borne.id
    add_locatie(plekken, Opvanglocatie(gemeente_id=borne.id, naam="Elders", soort="azc", capaciteit=300))
    assert "Borne: Elders" in as_text(made(plekken, COMMISSARIS).document.blocks)
    edit_gemeente(plekken, replace(borne, lid=False))
    for soort in (STAND, COMMISSARIS):
        assert "Elders" not in as_text(made(plekken, soort).document.blocks)


def test_what_is_not_known_is_said(twente: Ledger) -> None:
    outcome = make_opvangstukken(twente, OP, OP)
    assert [wat for wat, _reden in outcome.mislukt] == [
        "Stand van zaken opvangplekken",
        "Overzicht voor de commissaris",
    ]
    assert "nog niets bekend" in outcome.mislukt[0].reden
    add_locatie(twente, Opvanglocatie(gemeente_id=1, naam="Nieuw", soort="azc"))
    stand, overview = make_opvangstukken(twente, OP, OP).complete()
    assert "Er zijn nog geen aantallen gepubliceerd." in as_text(stand.document.blocks)
    assert "komt er niets bij en eindigt er niets" in as_text(stand.document.blocks)
    assert tables(overview)["Gemeente en locatie"].rows == (("Almelo: Nieuw", "azc", "–", "–", "niet vastgelegd", "–"),)


def test_it_is_out_of_date_once_the_facts_are_others(plekken: Ledger, tmp_path: Path) -> None:
    kept = keep(plekken, write_stukken(make_opvangstukken(plekken, OP, OP).complete(), tmp_path / "uit").geschreven)
    assert [each.soort for each in kept] == [STAND, COMMISSARIS]
    assert [changes(plekken, each) for each in kept] == [(), ()]
    hengelo = next(each for each in plekken.opvanglocaties if each.naam == "Voorbeeldlocatie Hengelo-Zuid")
    edit_locatie(plekken, replace(hengelo, open_vanaf=datetime.date(2024, 9, 1)))
    stand, overview = (changes(plekken, each) for each in kept)
    assert {each.naam for each in stand} == {"komt"}
    assert [each.naam for each in overview] == ["locaties"]


def test_a_later_raadsbesluit_outdates_only_a_later_day(plekken: Ledger, tmp_path: Path) -> None:
    (kept,) = keep(plekken, write_stukken([made(plekken, COMMISSARIS)], tmp_path / "uit").geschreven)
    rol = next(each for each in plekken.opvanglocaties if each.soort == "rol")
    day = datetime.date(2023, 12, 5)
    record_staat(plekken, Staatwissel(locatie_id=rol.id, staat="raadsbesluit", vanaf=day, toelichting="nr. 2023-99"))
    assert changes(plekken, kept) == ()
    assert "05-12-2023, nr. 2023-99" in as_text(made(plekken, COMMISSARIS, day).document.blocks)


def test_the_user_words_it_otherwise(plekken: Ledger, twente: Ledger) -> None:
    set_sjabloon(plekken, "stand_opvang.txt", "# Plekken op $op\n\n[tabel: komt]\n", "")
    assert as_text(made(plekken, STAND).document.blocks).startswith("Plekken op 1 oktober 2023\n\nVanaf | Gemeente")
    for ledger, label in ((plekken, "vandaag"), (twente, "een voorbeeld")):
        for naam in ("stand_opvang.txt", "overzicht_commissaris.txt"):
            assert [each.label for each in bronnen(ledger, naam)] == [label]
            assert "$op" in {veld.schrijfwijze for veld in fields_for(ledger, naam)}
            assert not look(ledger, naam, "Op $op.\n").problemen


def test_every_reader_can_read_it_in_every_form(plekken: Ledger) -> None:
    almelo = next(each for each in plekken.gemeenten if each.naam == "Almelo")
    edit_gemeente(plekken, Gemeente(id=almelo.id, gm_code=almelo.gm_code, naam="B&W <Zuid>", provincie="Overijssel"))
    for soort in (STAND, COMMISSARIS):
        document = made(plekken, soort).document
        data = render(document)
        assert data == render(document)
        for profile in ("ua1", "2a"):
            assert page.is_pdf_compliant_bytes(data, profile=profile)
        assert "B&W <Zuid>" in "".join(
            cell.text for table in Word(io.BytesIO(render(document, "docx"))).tables for cell in table._cells
        )
        assert "B&W" in str(odfdo.Document(io.BytesIO(render(document, "odt"))).get_formatted_text())


def test_the_command_makes_both_and_keeps_them(run: Any, voorbeeld: Path, tmp_path: Path) -> None:
    said = run("opvangstukken", voorbeeld, "--naar", tmp_path / "uit", "--op", "2023-10-01", "--json")
    assert said.code == 0
    assert [each["soort"] for each in said.json["bestanden"]] == [STAND, COMMISSARIS]
    assert said.json["geregistreerd"] is True and said.json["mislukt"] == []
    kept = run("register", voorbeeld, "--json").json
    assert {(each["soort"], each["onderwerp"]) for each in kept} == {(STAND, "01-10-2023"), (COMMISSARIS, "01-10-2023")}
    one = run("opvangstukken", voorbeeld, "--naar", tmp_path / "word", "--soort", COMMISSARIS, "--docx")
    assert one.code == 0 and one.out.strip().endswith("raadsbesluiten.docx")
    assert run("opvangstukken", voorbeeld, "--naar", tmp_path / "x", "--docx", "--odt").code == 2
    early = run("opvangstukken", voorbeeld, "--naar", tmp_path / "x", "--op", "2023-10-01", "--tot", "2023-09-30")
    assert early.code == 2 and "30-09-2023 ligt vóór 01-10-2023" in early.err


def test_the_command_says_what_cannot_be_made(run: Any, twente: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "leeg.regietafel"
    twente.save_copy(path)
    said = run("opvangstukken", path, "--naar", tmp_path / "uit")
    assert said.code == 1 and "vul eerst een locatie in" in said.err
    with pytest.raises(RegietafelError):
        make_opvangstukken(twente, OP, OP).complete()
