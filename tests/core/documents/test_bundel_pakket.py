"""The zip for the archive: every file, a list that a spreadsheet opens, and metadata in the words of MDTO."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from regietafel.documents.bundel.metadata import Bestand, Kop
from regietafel.documents.bundel.pakket import make_zip
from regietafel.errors import RegietafelError
from regietafel.i18n import _

DATUM = datetime.date(2023, 7, 3)
KOP = Kop(
    titel="Dossier HV-2023-II-01",
    kenmerk="HV-2023-II-01",
    bron="Regietafel Twente",
    datum=DATUM,
    begin=datetime.date(2023, 7, 1),
    einde=datetime.date(2023, 12, 31),
    categorie="11.1",
    betrokkenen=[("Afstaande gemeente", "Enschede"), ("Overnemende gemeente", "Borne")],
    events=[("Creatie", DATUM, "Regietafel Twente")],
)
BESLUIT = Bestand(
    naam="HV-1 Besluit Borne.pdf", titel="Besluit: B&W <Borne>", datum=DATUM, inhoud=b"%PDF", soort="besluit"
)
BRIEF = Bestand(naam="Brief.pdf", titel='=HYPERLINK("x")', datum=DATUM, inhoud=b"%PDF brief", soort="coa", voor="@COA")
M = "{https://www.nationaalarchief.nl/mdto}"

# The order of the schema (MDTO-XML 1.0.1), of what we write.
ORDER = {
    "informatieobject": "identificatie naam aggregatieniveau classificatie dekkingInTijd taal event informatiecategorie"
    " isOnderdeelVan bevatOnderdeel heeftRepresentatie archiefvormer betrokkene",
    "bestand": "identificatie naam omvang bestandsformaat checksum isRepresentatieVan",
    "identificatie": "identificatieKenmerk identificatieBron",
    "verwijzingIdentificatie": "identificatieKenmerk identificatieBron",
    "dekkingInTijd": "dekkingInTijdType dekkingInTijdBegindatum dekkingInTijdEinddatum",
    "event": "eventType eventTijd eventVerantwoordelijkeActor",
    "checksum": "checksumAlgoritme checksumWaarde checksumDatum",
    "betrokkene": "betrokkeneTypeRelatie betrokkeneActor",
    "MDTO": "informatieobject bestand",
    **dict.fromkeys(
        ["aggregatieniveau", "classificatie", "dekkingInTijdType", "eventType", "informatiecategorie"],
        "begripLabel begripBegrippenlijst",
    ),
    **dict.fromkeys(
        ["checksumAlgoritme", "bestandsformaat", "betrokkeneTypeRelatie"], "begripLabel begripBegrippenlijst"
    ),
    **dict.fromkeys(
        ["begripBegrippenlijst", "eventVerantwoordelijkeActor", "isOnderdeelVan", "bevatOnderdeel"],
        "verwijzingNaam verwijzingIdentificatie",
    ),
    **dict.fromkeys(
        ["heeftRepresentatie", "archiefvormer", "betrokkeneActor", "isRepresentatieVan"],
        "verwijzingNaam verwijzingIdentificatie",
    ),
}


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def test_everything_is_in_it_in_a_fixed_order() -> None:
    with opened(make_zip([BRIEF, BESLUIT], KOP)) as archive:
        assert archive.namelist() == ["inventaris.csv", "metadata.xml", BRIEF.naam, BESLUIT.naam]
        assert archive.read(BRIEF.naam) == BRIEF.inhoud
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 7, 3, 0, 0, 0)}
    assert make_zip([BRIEF, BESLUIT], KOP) == make_zip([BESLUIT, BRIEF], KOP)


def test_of_an_annex_only_what_is_known_is_said() -> None:
    annex = Bestand(naam="Bijlage 1 kaart.pdf", titel="De kaart", inhoud=b"%PDF", soort="Bijlage")
    with opened(make_zip([annex, BESLUIT], KOP)) as archive:
        rows = [*csv.reader(io.StringIO(archive.read("inventaris.csv").decode("utf-8-sig")), delimiter=";")]
        root = ET.fromstring(archive.read("metadata.xml"))  # noqa: S314  # our own
    assert [row[2] for row in rows] == ["datum", "", "2023-07-03"]
    made = {each.findtext(f"{M}naam"): each for each in root.iter(f"{M}informatieobject")}
    for titel, known in (("De kaart", False), (BESLUIT.titel, True)):
        assert (made[titel].find(f"{M}event") is not None) is known
        assert (made[titel].find(f"{M}taal") is not None) is known


def test_the_list_opens_in_a_spreadsheet_and_calculates_nothing() -> None:
    with opened(make_zip([BRIEF, BESLUIT], KOP)) as archive:
        data = archive.read("inventaris.csv")
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    head, brief, besluit = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    assert head == ["bestand", "titel", "datum", "soort", "voor", "grootte", "sha256"]
    sha = hashlib.sha256(b"%PDF").hexdigest()
    assert besluit == [BESLUIT.naam, "Besluit: B&W <Borne>", "2023-07-03", "besluit", "", "4", sha]
    assert brief[1] == '\'=HYPERLINK("x")'
    assert brief[4] == "'@COA"


def test_the_metadata_name_the_dossier_its_documents_and_its_files() -> None:
    with opened(make_zip([BRIEF, BESLUIT], KOP)) as archive:
        data = archive.read("metadata.xml")
    root = ET.fromstring(data)  # noqa: S314 - our own
    objects = root.findall(f"{M}informatieobject")
    assert [each.findtext(f"{M}aggregatieniveau/{M}begripLabel") for each in objects] == [
        "Dossier",
        "Archiefstuk",
        "Archiefstuk",
    ]
    dossier = objects[0]
    assert dossier.findtext(f"{M}identificatie/{M}identificatieKenmerk") == "HV-2023-II-01"
    assert dossier.findtext(f"{M}dekkingInTijd/{M}dekkingInTijdEinddatum") == "2023-12-31"
    assert [each.text for each in dossier.findall(f"{M}betrokkene/{M}betrokkeneActor/{M}verwijzingNaam")] == [
        "Enschede",
        "Borne",
    ]
    files = root.findall(f"{M}bestand")
    assert [each.findtext(f"{M}checksum/{M}checksumWaarde") for each in files] == [
        hashlib.sha256(each.inhoud).hexdigest() for each in (BRIEF, BESLUIT)
    ]
    assert _("MDTO-achtig") in data.decode()


def test_names_and_order_are_those_of_the_schema() -> None:
    with opened(make_zip([BRIEF, BESLUIT], KOP)) as archive:
        root = ET.fromstring(archive.read("metadata.xml"))  # noqa: S314 - our own
    for element in root.iter():
        found = [kid.tag.removeprefix(M) for kid in element]
        if found:
            order = ORDER[element.tag.removeprefix(M)].split()
            assert [order.index(each) for each in found] == sorted(order.index(each) for each in found)


@pytest.mark.parametrize(
    "naam",
    [
        "../x.pdf",
        "/x.pdf",
        "a/b.pdf",
        "a\\b.pdf",
        ".x",
        "x",
        "c:x.pdf",
        "x.pdf ",
        "é.pdf",
        "a\0.pdf",
        "x.p/f",
        "CON.pdf",
    ],
)
def test_a_name_that_could_land_elsewhere_is_refused(naam: str) -> None:
    with pytest.raises(RegietafelError, match="geen naam voor een bestand"):
        make_zip([Bestand(naam=naam, titel="x", datum=DATUM, inhoud=b"")], KOP)


def test_a_long_name_in_parts_is_no_trouble() -> None:
    naam = f"HV-2023-II-01 Kennisgeving {'ministerie ' * 8}volkshuisvesting.pdf"
    with opened(make_zip([Bestand(naam=naam, titel="x", datum=DATUM, inhoud=b"")], KOP)) as archive:
        assert naam in archive.namelist()


@pytest.mark.parametrize("naam", ["brief.PDF", "Brief.pdf", "Inventaris.csv", "METADATA.xml"])
def test_two_files_never_have_one_name(naam: str) -> None:
    with pytest.raises(RegietafelError, match="twee bestanden met de naam"):
        make_zip([BRIEF, Bestand(naam=naam, titel="x", datum=DATUM, inhoud=b"")], KOP)


def test_what_xml_cannot_hold_is_left_out() -> None:
    odd = Bestand(naam="x.pdf", titel="a\x00b\ud800c\x0bd", datum=DATUM, inhoud=b"")
    with opened(make_zip([odd], KOP)) as archive:
        assert "a b c d" in archive.read("metadata.xml").decode()
        assert b"a\x00b" not in archive.read("inventaris.csv")
