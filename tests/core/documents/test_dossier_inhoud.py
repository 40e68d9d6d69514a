"""All documents of one agreement say the same numbers, and each says what it must."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

import page
import pytest

from regietafel.actions.behandeling import record_behandelingen
from regietafel.actions.herverdeling import make_herverdeling, withdraw_herverdeling
from regietafel.actions.regio import edit_gemeente, make_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.documents.pdf.render import render_pdf
from regietafel.documents.reeks import make_reeks
from regietafel.documents.soorten import SOORTEN
from regietafel.documents.stuk import Stuk
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente, Regio
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from regietafel.reference import gemeenten
from tests.core.agreements import bring_into_force
from tests.core.documents.pdfs import leaves
from tests.core.documents.reading import read

P = Periode(2023, 2)
DATUM = datetime.date(2023, 7, 3)
TWENTE = tuple(each for each in gemeenten() if each.veiligheidsregio == "Twente")
OUD = {each.naam: each.inwoners_2022 // 500 for each in TWENTE}
TABLE = ["Gemeente", "Taakstelling", "Wijziging", "Nieuwe taakstelling"]
NOTHING = Bepalingen()
PAIR = [Deel("Enschede", "Borne", 10)]


@pytest.fixture
def regio(ledger: Ledger) -> Ledger:
    """All of Twente; of no addressee an address."""
    known = [Gemeente(gm_code=each.code, naam=each.naam, provincie=each.provincie) for each in TWENTE]
    make_regio(ledger, Regio(naam="Regietafel Twente"), known)
    regels = [(number, aantal, None, None) for number, aantal in enumerate(OUD.values(), 1)]
    import_taakstelling(ledger, periode=P, datum=DATUM, landelijk=None, bron="", regels=regels)
    return ledger


def made(ledger: Ledger, delen: Sequence[Deel], bepalingen: Bepalingen = NOTHING) -> dict[str, list[str]]:
    """What every document says, by the name of its file without the kenmerk."""
    id = make_herverdeling(ledger, P, delen, bepalingen)
    return {name_of(stuk): said(stuk) for stuk in make_reeks(ledger, id, DATUM).complete()}


def name_of(stuk: Stuk) -> str:
    return stuk.bestandsnaam.removeprefix("HV-2023-II-01 ").removesuffix(".pdf")


def said(stuk: Stuk) -> list[str]:
    return [line.replace("\u00a0", " ") for line in leaves(read(render_pdf(stuk.document)).root)]


def numbers_in(lines: list[str]) -> dict[str, tuple[str, str]]:
    """Old and new per gemeente, from the table or from the sentences of a bekendmaking."""
    if TABLE[1] not in lines:
        found = [re.fullmatch(r"(.+): (?:van ([\d.]+) naar|blijft) ([\d.]+) perso(?:on|nen)\.", line) for line in lines]
        return {match[1]: (match[2] or match[3], match[3]) for match in found if match}
    rows, at = {}, lines.index(TABLE[0]) + 4
    while lines[at] != "Totaal":
        rows[lines[at]] = (lines[at + 1], lines[at + 3])
        at += 4
    assert lines[at + 1] == lines[at + 3] and lines[at + 2] == "0"
    return rows


@pytest.mark.parametrize("parties", [2, 3, 5, 14])
def test_all_numbers_of_all_documents_are_equal(regio: Ledger, parties: int) -> None:
    names = list(OUD)[:parties]
    delen = [Deel(van, naar, 3 + at) for at, (van, naar) in enumerate(itertools.pairwise(names))]
    nieuw = dict(OUD)
    for deel in delen:
        nieuw[deel.van] -= deel.aantal
        nieuw[deel.naar] += deel.aantal
    expected = {naam: (str(OUD[naam]), str(nieuw[naam])) for naam in names}
    total = sum(OUD[naam] for naam in names)
    lines = {f"{deel.van} draagt {deel.aantal} personen over aan {deel.naar}." for deel in delen}
    known = {total, sum(deel.aantal for deel in delen), *(deel.aantal for deel in delen)}
    for naam in names:
        known |= {OUD[naam], nieuw[naam], abs(nieuw[naam] - OUD[naam])}
    documents = made(regio, delen)
    assert len(documents) == 5 + 4 * parties
    for name, text in documents.items():
        assert numbers_in(text) == expected, name
        handed = {line for line in text if re.fullmatch(r".* draagt \d+ personen over aan .*\.", line)}
        assert handed <= lines if name.startswith("Collegevoorstel") else handed == lines, name
        persons = re.findall(r"([\d.]+) perso(?:on|nen)\b", " ".join(text))
        assert {int(number.replace(".", "")) for number in persons} <= known, name
        assert f"{total:,}".replace(",", ".") in " ".join(text), name
    for naam in names:
        assert set(re.findall(r"van (\d+) naar (\d+) pers", " ".join(documents[f"Raadsinformatiebrief {naam}"]))) <= {
            expected[naam]
        }


def test_giver_and_receiver_read_a_different_text(regio: Ledger) -> None:
    documents = made(regio, [*PAIR, Deel("Borne", "Wierden", 10)])
    giver, even, receiver = (
        " ".join(documents[f"Collegevoorstel {naam}"]) for naam in ("Enschede", "Borne", "Wierden")
    )
    assert "met 10 personen verlagen" in giver and "wordt Enschede niet meer beoordeeld" in giver
    assert "met 10 personen verhogen" in receiver and "beoordeelt Wierden op de verhoogde taakstelling" in receiver
    assert "per saldo gelijk houden" in even
    sections = ("Voorgesteld besluit", "Aanleiding", "Beoogd effect", "Argumenten", "Kanttekeningen", "Financiën")
    for naam in ("Enschede", "Borne", "Wierden"):
        headings = documents[f"Collegevoorstel {naam}"]
        places = [headings.index(each) for each in (*sections, "Communicatie", "Vervolg", "Bijlagen")]
        assert places == sorted(places)


def test_every_addressee_reads_its_own_request(regio: Ledger) -> None:
    documents = made(regio, PAIR)
    requests = {
        "Kennisgeving COA": "binnen één maand te verwerken in het overzicht van voor- en achterstanden",
        "Kennisgeving provincie Overijssel": "bij uw toezicht op Enschede en Borne voor het tweede halfjaar",
        "Kennisgeving ministerie asiel": "wij vragen u niets. Het COA verwerkt",
        "Kennisgeving ministerie volkshuisvesting": "wij vragen u niets. Het totale aantal",
    }
    for name, request in requests.items():
        assert [other for other, lines in documents.items() if request in " ".join(lines)] == [name]
    assert "Gedeputeerde staten van Overijssel" in documents["Kennisgeving provincie Overijssel"]


def test_parties_of_two_provincies_get_a_letter_to_each(regio: Ledger) -> None:
    edit_gemeente(regio, replace(next(each for each in regio.gemeenten if each.naam == "Borne"), provincie="Friesland"))
    documents = made(regio, PAIR)
    assert "toezicht op Borne voor het" in " ".join(documents["Kennisgeving provincie Fryslan"])
    assert "toezicht op Enschede voor het" in " ".join(documents["Kennisgeving provincie Overijssel"])
    both = "aan gedeputeerde staten van Fryslân en gedeputeerde staten van Overijssel"
    assert both in " ".join(documents["Gezamenlijk besluit"])


def test_a_party_without_provincie_still_gets_a_letter(regio: Ledger) -> None:
    for gemeente in regio.gemeenten:
        edit_gemeente(regio, replace(gemeente, provincie=""))
    assert "gedeputeerde staten van de provincie" in " ".join(made(regio, PAIR)["Gezamenlijk besluit"])


def test_the_clause_on_bezwaar_is_a_switch(regio: Ledger) -> None:
    on = made(regio, PAIR, Bepalingen(bezwaarclausule=True))
    off = {name_of(each).replace("HV-2023-II-02 ", ""): said(each) for each in make_reeks(
        regio, make_herverdeling(regio, P, [Deel("Almelo", "Losser", 1)]), DATUM
    ).complete()}  # fmt: skip
    assert not [name for name, lines in off.items() if "Bezwaar" in lines]
    found = {name: " ".join(lines) for name, lines in on.items() if "Bezwaar" in lines}
    assert {name.split()[0] for name in found} == {"Gezamenlijk", "Besluit", "Bekendmaking"} and len(found) == 5
    assert "bezwaar maken bij het college van burgemeester en wethouders van Borne." in found["Besluit college Borne"]
    assert "van de gemeente die het aangaat." in found["Gezamenlijk besluit"]
    assert all("binnen zes weken" in text and "juridisch" not in text for text in found.values())


def test_a_longer_agreement_says_until_when_and_why(regio: Ledger) -> None:
    agreed = Bepalingen(tot_en_met=Periode(2024, 2), reden_langer="Er is één locatie.", overleg="COA, A&M en VRO, mei.")
    documents = made(regio, PAIR, agreed)
    for name in ("Gezamenlijk besluit", "Besluit college Borne"):
        text = " ".join(documents[name])
        assert "geldt voor 3 kalenderhalfjaren: van 1 juli 2023 tot en met 31 december 2024" in text
        assert "af te spreken: Er is één locatie." in text and "termijn: COA, A&M en VRO, mei." in text
        assert "langer dan één halfjaar geldt, om de reden en na het overleg in artikel 2;" in text
    for name in ("Collegevoorstel Borne", "Raadsinformatiebrief Borne", "Kennisgeving COA"):
        assert "langer dan één halfjaar" in " ".join(documents[name])
    assert not [name for name, lines in documents.items() if "alleen om dit halfjaar" in " ".join(lines)]


def test_a_party_from_outside_and_what_it_follows_are_named(regio: Ledger) -> None:
    first = make_herverdeling(regio, P, PAIR)
    bring_into_force(regio, first, DATUM)
    borne = next(each for each in regio.gemeenten if each.naam == "Borne")
    edit_gemeente(regio, replace(borne, lid=False))
    id = make_herverdeling(regio, P, PAIR, Bepalingen(buiten_tafel=True), vervolg_op_id=first)
    documents = {name_of(stuk): said(stuk) for stuk in make_reeks(regio, id, DATUM).complete()}
    besluit = documents["HV-2023-II-02 Gezamenlijk besluit"]
    assert "Borne van buiten Regietafel Twente aan deze herverdeling meedoet;" in besluit
    assert "dit besluit volgt op herverdeling HV-2023-II-01;" in besluit
    voorstel = documents["HV-2023-II-02 Collegevoorstel Enschede"]
    assert "Deze herverdeling volgt op herverdeling HV-2023-II-01." in voorstel


def test_what_is_recorded_is_printed_and_what_is_not_is_left_to_write(regio: Ledger) -> None:
    id = make_herverdeling(regio, P, PAIR)
    enschede, _borne = blad(regio, id).behandelingen
    day = datetime.date(2023, 7, 12)
    record_behandelingen(
        regio, [replace(enschede, besluit_op=day, besluitnummer="B-7", ondertekenaar="burgemeester en secretaris")]
    )
    documents = {name_of(stuk): said(stuk) for stuk in make_reeks(regio, id, DATUM).complete()}
    assert "Collegevoorstel Enschede" not in documents and "Collegevoorstel Borne" in documents
    printed = "op 12 juli 2023, besluitnummer B-7; ondertekend door burgemeester en secretaris."
    assert f"Besloten {printed}" in documents["Besluit college Enschede"]
    assert "Besloten op (datum):" in documents["Besluit college Borne"]
    gezamenlijk = documents["Gezamenlijk besluit"]
    assert any(line.endswith(printed) for line in gezamenlijk) and "de burgemeester van Borne" in gezamenlijk
    assert "de burgemeester van Enschede" not in gezamenlijk
    assert "dat het op 12 juli 2023 (besluitnummer B-7) een besluit" in " ".join(documents["Bekendmaking Enschede"])
    assert "dat het op (datum invullen) een besluit" in " ".join(documents["Bekendmaking Borne"])
    table = documents["Kennisgeving provincie Overijssel"]
    at = table.index("Vindplaats")
    assert table[at + 1 :] == ["Enschede", "12-07-2023", "B-7", "–", "–", "Borne", "–", "–", "–", "–"]


def test_drafts_are_marked_until_they_can_be_sent(regio: Ledger) -> None:
    id = make_herverdeling(regio, P, PAIR)

    def drafts() -> set[str]:
        documents = {name_of(stuk): said(stuk) for stuk in make_reeks(regio, id, DATUM).complete()}
        return {name.split()[0] for name, lines in documents.items() if any(x.startswith("Concept.") for x in lines)}

    assert drafts() == {"Bekendmaking", "Raadsinformatiebrief", "Kennisgeving"}
    record_behandelingen(regio, [replace(each, besluit_op=DATUM) for each in blad(regio, id).behandelingen])
    assert drafts() == {"Kennisgeving"}
    bring_into_force(regio, id, DATUM + datetime.timedelta(days=1))
    assert drafts() == set()


def test_the_flow_is_drawn_from_three_overdrachten_on(regio: Ledger) -> None:
    more = [*PAIR, Deel("Enschede", "Wierden", 5), Deel("Almelo", "Borne", 7)]
    for delen, pictures in ((more[:2], 0), (more, 1)):
        id = make_herverdeling(regio, P, delen)
        for stuk in make_reeks(regio, id, DATUM, ["collegevoorstel", "besluit"]).complete():
            drawn = len(read(render_pdf(stuk.document)).root.find("Figure"))
            assert drawn == (pictures if stuk.naam == "Collegevoorstel" else 0)


def test_kinds_can_be_chosen(regio: Ledger) -> None:
    id = make_herverdeling(regio, P, PAIR)
    chosen = make_reeks(regio, id, DATUM, ["vro", "bekendmaking"]).complete()
    names = ["Bekendmaking Enschede", "Bekendmaking Borne", "Kennisgeving ministerie volkshuisvesting"]
    assert [name_of(stuk) for stuk in chosen] == names
    assert make_reeks(regio, id, DATUM, []).complete() == make_reeks(regio, id, DATUM).complete()
    with pytest.raises(RegietafelError, match="kies uit gezamenlijk-besluit, collegevoorstel"):
        make_reeks(regio, id, DATUM, ["brief"]).complete()
    bring_into_force(regio, id, DATUM)
    with pytest.raises(RegietafelError, match="geen collegevoorstellen meer"):
        make_reeks(regio, id, DATUM, ["collegevoorstel"]).complete()
    assert set(SOORTEN) >= {"coa", "provincie", "aenm", "vro"}


def test_what_came_to_nothing_has_no_documents(regio: Ledger) -> None:
    id = make_herverdeling(regio, P, PAIR)
    first = blad(regio, id).behandelingen[0]
    record_behandelingen(regio, [replace(first, besluit_op=DATUM, geweigerd=True, reden="Geen woningen.")])
    with pytest.raises(RegietafelError, match="HV-2023-II-01 is geweigerd; er zijn geen documenten meer"):
        make_reeks(regio, id, DATUM).complete()
    other = make_herverdeling(regio, P, [Deel("Almelo", "Losser", 1)])
    withdraw_herverdeling(regio, other, DATUM, "Niet meer nodig.")
    with pytest.raises(RegietafelError, match="HV-2023-II-02 is ingetrokken"):
        make_reeks(regio, other, DATUM).complete()


@pytest.mark.parametrize("naam", ["B&W <Zuid>", "Zeer lange naam " * 18 + "einde", "**x** $veld [a](b)"])
def test_every_kind_conforms_whatever_a_gemeente_is_called(regio: Ledger, naam: str) -> None:
    edit_gemeente(regio, replace(next(each for each in regio.gemeenten if each.naam == "Borne"), naam=naam))
    delen = [Deel("Enschede", naam, 10), Deel("Almelo", naam, 2), Deel("Hengelo", "Wierden", 3)]
    agreed = Bepalingen(bezwaarclausule=True, toelichting="Omdat het <b>kan</b>.")
    id = make_herverdeling(regio, P, delen, agreed)
    for each in blad(regio, id).behandelingen[:2]:
        record_behandelingen(regio, [replace(each, besluit_op=DATUM, besluitnummer="<1>", ondertekenaar=naam)])
    stukken = make_reeks(regio, id, DATUM).complete()
    seen = {stuk.bestandsnaam: stuk for stuk in stukken if stuk.naam == "Kennisgeving" or naam[:4] in str(stuk)}
    for stuk in {stuk.naam: stuk for stuk in seen.values()}.values():
        data = render_pdf(stuk.document)
        assert "".join(naam.split()) in "".join("".join(leaves(read(data).root)).split())
        for profile in ("ua1", "2a"):
            assert page.is_pdf_compliant_bytes(data, profile=profile), stuk.bestandsnaam
