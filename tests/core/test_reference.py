"""What ships with the program: complete, consistent, found under every legitimate spelling and no other."""

from __future__ import annotations

from collections import Counter

import pytest

from regietafel import reference
from regietafel.domain.regio import Adressaat
from regietafel.errors import RegietafelError
from regietafel.paths import resource

SLIPS = {"Hatterij": "Hattem", "Wadhoeke": "Waadhoeke", "Wijdmeren": "Wijdemeren", "s-Gravenhage": "'s-Gravenhage"}


def test_the_country_is_complete() -> None:
    gemeenten = reference.gemeenten()
    assert len(gemeenten) == len({gemeente.code for gemeente in gemeenten}) == 342
    assert sum(gemeente.inwoners_2022 for gemeente in gemeenten) == 17_590_672
    assert len(reference.provincies()) == 12
    assert len(reference.veiligheidsregios()) == 25
    assert {gemeente.provincie for gemeente in gemeenten} == {provincie.naam for provincie in reference.provincies()}
    # A label point lies in the country (RD, metres).
    assert all(10_000 < gemeente.label_x < 280_000 and 300_000 < gemeente.label_y < 625_000 for gemeente in gemeenten)


def test_every_table_says_where_it_came_from() -> None:
    told = resource("BRONNEN.md").read_text(encoding="utf-8")
    tables = [each.relative_to(resource()).as_posix() for each in resource().rglob("*.csv")]
    assert tables and not [each for each in tables if f"`{each}`" not in told]


def test_every_spelling_means_one_gemeente() -> None:
    keys = Counter(reference.spelling_key(naam) for gemeente in reference.gemeenten() for naam in set(gemeente.namen))
    assert not [key for key, times in keys.items() if times > 1]


@pytest.mark.parametrize("gemeente", reference.gemeenten(), ids=lambda gemeente: gemeente.code)
def test_a_gemeente_is_found_however_it_is_written(gemeente: reference.BekendeGemeente) -> None:
    for naam in (gemeente.code, gemeente.code.lower(), gemeente.code.removeprefix("GM"), *gemeente.namen):
        for written in (
            naam,
            f"  {naam.upper()} ",
            naam.replace("'", "’"),
            naam.replace("-", "–").replace(" ", "\xa0"),
        ):
            assert reference.find_gemeente(written) is gemeente


@pytest.mark.parametrize(
    ("written", "naam"),
    [
        ("Den Haag", "'s-Gravenhage"),
        ("‘s-Hertogenbosch", "'s-Hertogenbosch"),
        ("`s Gravenhage", "'s-Gravenhage"),
        ("SUDWEST FRYSLAN", "Súdwest-Fryslân"),
        ("Su\u0301dwest-Frysla\u0302n", "Súdwest-Fryslân"),
        ("Tietjerksteradeel", "Tytsjerksteradiel"),
        ("Ĳsselstein", "IJsselstein"),
        ("Rijswijk (ZH)", "Rijswijk"),
        ("Hengelo O", "Hengelo"),
        ("Bergen NH", "Bergen (NH.)"),
        ("153", "Enschede"),
    ],
)
def test_spellings_of_officials(written: str, naam: str) -> None:
    assert reference.find_gemeente(written).naam == naam


@pytest.mark.parametrize(("slip", "meant"), SLIPS.items())
def test_a_slip_is_no_spelling_but_leads_to_a_proposal(slip: str, meant: str) -> None:
    assert reference.known_gemeente(slip) is None
    with pytest.raises(RegietafelError, match=f"“{slip}” is geen bekende gemeente. Bedoelt u {meant}?"):
        reference.find_gemeente(slip)


def test_what_can_be_two_gemeenten_proposes_both() -> None:
    with pytest.raises(RegietafelError, match=r"Bedoelt u Bergen \(NH\.\) of Bergen \(L\.\)\?"):
        reference.find_gemeente("Bergen")


@pytest.mark.parametrize("text", ["", " ", "=1+1", "B&W <Zuid>", "GM99999", "GM0001", "0", "x" * 300, "\x00", "'"])
def test_what_is_no_gemeente_is_refused_with_advice(text: str) -> None:
    with pytest.raises(RegietafelError, match="is geen bekende gemeente") as refusal:
        reference.find_gemeente(text)
    assert len(str(refusal.value)) < 180


def test_provincies_and_veiligheidsregios() -> None:
    assert (
        reference.find_provincie("friesland") is reference.find_provincie("Fryslân") is reference.find_provincie("PV21")
    )
    assert reference.find_provincie("Noord Brabant").naam == "Noord-Brabant"
    with pytest.raises(RegietafelError, match="Bedoelt u Overijssel"):
        reference.find_provincie("Overijsel")
    # As the table of 2 May 2023 (opgaven opvang en huisvesting) prints them.
    printed = {
        "Noord-Holland-Noord": "VR10",
        "Zuid-Holland-Zuid": "VR18",
        "Hollands-Midden": "VR16",
        "Limburg-Zuid": "VR24",
        "Fryslân": "VR02",
        "Noord- en Oost-Gelderland": "VR06",
        "Twente": "VR05",
    }
    assert {naam: reference.find_veiligheidsregio(naam).code for naam in printed} == printed
    with pytest.raises(RegietafelError, match="Bedoelt u Twente"):
        reference.find_veiligheidsregio("Twenthe")


def test_the_address_of_coa() -> None:
    (coa,) = (adressaat for adressaat in reference.meegeleverd(Adressaat) if adressaat.sleutel == "coa")
    assert (coa.onderdeel, coa.postadres, coa.postcode, coa.plaats) == (
        "unit Plaatsing",
        "Postbus 30203",
        "2500 GE",
        "Den Haag",
    )
    assert coa.bron
    assert coa.gecontroleerd_op is None  # nobody has


def test_whom_a_table_writes_to() -> None:
    told = [each.sleutel for each in reference.adressaten_for(["Overijssel", "Friesland", "", "Atlantis"])]
    assert told == ["coa", "aenm", "vro", "provincie Fryslân", "provincie Overijssel"]
    every = [each.sleutel for each in reference.meegeleverd(Adressaat)]
    assert len(every) == len(set(every)) == 3 + len(reference.provincies())
    assert not [
        each
        for each in reference.meegeleverd(Adressaat)
        if each.gecontroleerd_op or "nog niet nagegaan" not in each.bron
    ]


def test_neighbours_are_those_of_the_map() -> None:
    buren = reference.buren()
    assert buren.keys() == {gemeente.code for gemeente in reference.gemeenten()}
    assert all(one in buren[other] and one != other for one, others in buren.items() for other in others)
    borne = {reference.find_gemeente(naam).code for naam in
             ("Almelo", "Hengelo", "Tubbergen", "Hof van Twente", "Dinkelland")}  # fmt: skip
    assert buren[reference.find_gemeente("Borne").code] == borne
    alone = {gemeente.naam for gemeente in reference.gemeenten() if not buren[gemeente.code]}
    assert alone == {"Ameland", "Schiermonnikoog", "Terschelling", "Texel", "Vlieland"}


def test_neighbours_share_a_border_that_ships() -> None:
    from regietafel.figures.grenzen import grenzen

    beside: dict[int, set[str]] = {}
    for code, gebied in grenzen().gemeenten.items():
        for index in (index for ring in gebied.ringen for index in ring):
            beside.setdefault(max(index, ~index), set()).add(code)
    shared = {frozenset(codes) for codes in beside.values() if len(codes) == 2}
    assert shared == {frozenset((one, other)) for one, others in reference.buren().items() for other in others}
