"""What an archive wants to know of a package, in the words of MDTO-XML 1.0.1 of the Nationaal Archief.

MDTO (Metagegevens voor duurzaam toegankelijke overheidsinformatie) wants a file for each object, and also what only the
archivist knows: waardering and beperkingGebruik. Here everything stands in one file, without those; the file says so
itself.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from xml.etree import ElementTree as ET

from regietafel.documents.pdf.archive import printable
from regietafel.i18n import _

_NAMESPACE = "https://www.nationaalarchief.nl/mdto"
_OPMERKING = _(
    " MDTO-achtig: namen en volgorde zoals in MDTO-XML 1.0.1, in één bestand en niet met het schema nagekeken."
    " Nog aan te vullen door de archivaris: waardering, bewaartermijn en beperkingGebruik. "
)


@dataclass(frozen=True, kw_only=True)
class Bestand:
    """A file of a package: its name, its title, the day on it, its kind, for whom it is, and what is in it.

    Without ``datum`` nobody stated when it was made, by whom, or in which language.
    """

    naam: str
    titel: str
    inhoud: bytes
    datum: datetime.date | None = None
    soort: str = ""
    voor: str = ""


@dataclass(frozen=True, kw_only=True)
class Kop:
    """What holds for the package as a whole.

    ``bron`` is who gives the kenmerk; ``betrokkenen`` are the parties, each with what it is here; ``events`` are what
    happened, each with its day and who did it. The dossier is about the days from ``begin`` up to and including
    ``einde``.
    """

    titel: str
    kenmerk: str
    bron: str
    datum: datetime.date
    begin: datetime.date | None = None
    einde: datetime.date | None = None
    categorie: str = ""  # the informatiecategorie of the selectielijst, when it is known
    betrokkenen: Sequence[tuple[str, str]] = ()  # what it is, and its name
    events: Sequence[tuple[str, datetime.date, str]] = ()


def write_metadata(bestanden: Sequence[Bestand], kop: Kop) -> bytes:
    """The dossier, then every document in it, then every file; equal content gives equal bytes."""
    root = ET.Element("MDTO", xmlns=_NAMESPACE)
    root.append(ET.Comment(_OPMERKING))
    _dossier(root, bestanden, kop)
    for each in bestanden:
        _archiefstuk(root, each, kop)
    for each in bestanden:
        _bestand(root, each, kop)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def _dossier(root: ET.Element, bestanden: Sequence[Bestand], kop: Kop) -> None:
    dossier = _object(root, "informatieobject", kop.kenmerk, kop.bron, kop.titel)
    _begrip(dossier, "aggregatieniveau", "Dossier", "Begrippenlijst Aggregatieniveaus MDTO")
    if kop.begin:
        dekking = ET.SubElement(dossier, "dekkingInTijd")
        _begrip(dekking, "dekkingInTijdType", "Looptijd van een dossier", kop.bron)
        _text(dekking, "dekkingInTijdBegindatum", kop.begin.isoformat())
        if kop.einde:
            _text(dekking, "dekkingInTijdEinddatum", kop.einde.isoformat())
    _text(dossier, "taal", "nl")
    for soort, dag, wie in kop.events:
        _event(dossier, soort, dag, wie)
    if kop.categorie:
        _begrip(dossier, "informatiecategorie", kop.categorie, _("Selectielijst"))
    for each in bestanden:
        _verwijzing(dossier, "bevatOnderdeel", each.titel, _kenmerk(each, kop), kop.bron)
    _verwijzing(dossier, "archiefvormer", kop.bron)
    for rol, naam in kop.betrokkenen:
        betrokkene = ET.SubElement(dossier, "betrokkene")
        _begrip(betrokkene, "betrokkeneTypeRelatie", rol, kop.bron)
        _verwijzing(betrokkene, "betrokkeneActor", naam)


def _archiefstuk(root: ET.Element, bestand: Bestand, kop: Kop) -> None:
    stuk = _object(root, "informatieobject", _kenmerk(bestand, kop), kop.bron, bestand.titel)
    _begrip(stuk, "aggregatieniveau", "Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO")
    if bestand.soort:
        _begrip(stuk, "classificatie", bestand.soort, kop.bron)
    if bestand.datum:
        _text(stuk, "taal", "nl")
        _event(stuk, "Creatie", bestand.datum, kop.bron)
    _verwijzing(stuk, "isOnderdeelVan", kop.titel, kop.kenmerk, kop.bron)
    _verwijzing(stuk, "heeftRepresentatie", bestand.naam, bestand.naam, kop.bron)
    _verwijzing(stuk, "archiefvormer", kop.bron)
    if bestand.voor:
        betrokkene = ET.SubElement(stuk, "betrokkene")
        _begrip(betrokkene, "betrokkeneTypeRelatie", "Geadresseerde", kop.bron)
        _verwijzing(betrokkene, "betrokkeneActor", bestand.voor)


def _bestand(root: ET.Element, bestand: Bestand, kop: Kop) -> None:
    file = _object(root, "bestand", bestand.naam, kop.bron, bestand.naam)
    _text(file, "omvang", str(len(bestand.inhoud)))
    _begrip(file, "bestandsformaat", PurePath(bestand.naam).suffix.removeprefix(".").lower(), _("Bestandsextensie"))
    checksum = ET.SubElement(file, "checksum")
    _begrip(checksum, "checksumAlgoritme", "SHA256", "Begrippenlijst ChecksumAlgoritme MDTO")
    _text(checksum, "checksumWaarde", hashlib.sha256(bestand.inhoud).hexdigest())
    _text(checksum, "checksumDatum", f"{kop.datum.isoformat()}T00:00:00")
    _verwijzing(file, "isRepresentatieVan", bestand.titel, _kenmerk(bestand, kop), kop.bron)


def _kenmerk(bestand: Bestand, kop: Kop) -> str:
    """What identifies a document in the package."""
    return f"{kop.kenmerk}/{PurePath(bestand.naam).stem}"


def _object(root: ET.Element, soort: str, kenmerk: str, bron: str, naam: str) -> ET.Element:
    made = ET.SubElement(root, soort)
    _identificatie(made, "identificatie", kenmerk, bron)
    _text(made, "naam", naam)
    return made


def _identificatie(parent: ET.Element, name: str, kenmerk: str, bron: str) -> None:
    made = ET.SubElement(parent, name)
    _text(made, "identificatieKenmerk", kenmerk)
    _text(made, "identificatieBron", bron)


def _begrip(parent: ET.Element, name: str, label: str, lijst: str) -> None:
    made = ET.SubElement(parent, name)
    _text(made, "begripLabel", label)
    _verwijzing(made, "begripBegrippenlijst", lijst)


def _verwijzing(parent: ET.Element, name: str, naam: str, kenmerk: str = "", bron: str = "") -> None:
    made = ET.SubElement(parent, name)
    _text(made, "verwijzingNaam", naam)
    if kenmerk:
        _identificatie(made, "verwijzingIdentificatie", kenmerk, bron)


def _event(parent: ET.Element, soort: str, dag: datetime.date, wie: str) -> None:
    made = ET.SubElement(parent, "event")
    _begrip(made, "eventType", soort, "Begrippenlijst EventTypeLijst MDTO")
    _text(made, "eventTijd", dag.isoformat())
    if wie:
        _verwijzing(made, "eventVerantwoordelijkeActor", wie)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = printable(text)
