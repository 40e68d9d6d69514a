"""The proof for what goes along: a public dossier, zip and e-mail, and every file name, say nothing of what goes."""

from __future__ import annotations

import email
import email.policy
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from regietafel.actions.behandeling import record_behandelingen
from regietafel.actions.bijlagen import add_bijlage
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.huisstijlen import set_huisstijl
from regietafel.actions.regio import make_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.documents.beeldmerk import read_logo
from regietafel.documents.keuring.keuren import keur
from regietafel.documents.leveren import Vraag, deliver, read_levering
from regietafel.documents.woo.keuze import choose
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.huisstijl import Huisstijl
from regietafel.domain.regio import Adressaat, Gemeente, Regio
from regietafel.exchange.brondata import brondata
from regietafel.exchange.eml import eml_bytes
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import blad
from tests.core.documents.bundels import letter, office, png
from tests.core.documents.conftest import DATUM, P
from tests.core.documents.reading import Node, read
from tests.core.documents.woo_bewijs import everything, spoken, squeezed, unzipped

KENMERK = "HV-2023-II-01"
# What the user leaves out: in the kenmerk, of a gemeente, of the table, in an annex; and what the rules leave out.
CHOSEN = (KENMERK, "Wöltgèns-Kwakkernaat", "Groeneveldt", "Tafelland", "Xantippe")
PARTS = ("hv2023ii01", "woltgens", "kwakkernaat", "groeneveldt", "tafelland", "xantippe", "zwiebelmuts", "98765431")
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200"/></svg>'


@pytest.fixture
def id(ledger: Ledger) -> int:
    namen = ("Almelo", "Wöltgèns-Kwakkernaat", "Groeneveldt")
    gemeenten = [
        Gemeente(gm_code=f"GM{number:04}", naam=naam, provincie="Overijssel") for number, naam in enumerate(namen, 1)
    ]
    coa = Adressaat(sleutel="coa", organisatie="COA", postadres="Postbus 1", postcode="1234 AB", plaats="Rijswijk")
    make_regio(ledger, Regio(naam="Regietafel Tafelland", secretaris="Q. Zwiebelmuts"), gemeenten, [coa])
    regels = [(number, 100, None, None) for number in (1, 2, 3)]
    import_taakstelling(ledger, periode=P, datum=DATUM, landelijk=None, bron="", regels=regels)
    said = "Xantippe van de afdeling wonen van Tafelland stelde dit voor; bel 06-98 76 54 31."
    delen = [Deel("Almelo", namen[1], 10), Deel("Almelo", namen[2], 5)]
    id = make_herverdeling(ledger, P, delen, Bepalingen(toelichting=said))
    mail = "Q. Zwiebelmuts, q.zwiebelmuts@tafelland.example, 06 98765431"
    behandelingen = [replace(each, contact=mail) for each in blad(ledger, id).behandelingen]
    record_behandelingen(ledger, behandelingen, today=DATUM)
    huisstijl = Huisstijl(
        afzender="Behandeld door: Q. Zwiebelmuts",
        voettekst="Regietafel Tafelland",
        logo_tekst="Logo van Regietafel Tafelland, getekend door Q. Zwiebelmuts",
    )
    set_huisstijl(ledger, huisstijl, {"logo": read_logo(LOGO)})
    add_bijlage(ledger, id, "Plan van Xantippe", "Plan Xantippe.pdf", letter("Xantippe"))
    add_bijlage(ledger, id, "Kaart van Tafelland", "kaart_woltgens_kwakkernaat.pdf", letter("de kaart"), openbaar=True)
    add_bijlage(ledger, id, "Foto van Xantippe", "foto Xantippe.png", png(), openbaar=True)
    add_bijlage(ledger, id, "Nota van Xantippe", "nota Xantippe.docx", office(), openbaar=True)
    for tekst in CHOSEN:
        choose(ledger, id, tekst, "5.1.2i")
    return id


@pytest.mark.parametrize("vorm", ["pdf", "docx"])
def test_what_the_user_leaves_out_is_nowhere_in_what_is_delivered(
    ledger: Ledger, id: int, tmp_path: Path, vorm: str
) -> None:
    vraag = Vraag(vorm=vorm, openbaar=True, dossier=True, zip=True, eml=eml_bytes, brondata=brondata)
    levering = read_levering(ledger, id, DATUM, vraag)
    made = deliver(levering, levering.plannen, tmp_path / "uit")
    assert not made.mislukt and [told.split(":")[0] for told in made.meldingen] == ["Bijlage 3"]
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == sorted(levering.names())
    kinds = Counter(each.vorm for each in made.geschreven if each.stuk.soort != "dossier")
    assert kinds == {vorm: len(levering.plannen), "zip": 1, "eml": 3 + len(levering.gegevens.ontvangers)}
    assert [found for path in made.paden for found in leaks(path)] == []


def test_a_public_mail_has_no_address_whatever_the_user_lets_stand(ledger: Ledger, id: int, tmp_path: Path) -> None:
    behandelingen = [replace(each, contact="griffie@almelo.nl") for each in blad(ledger, id).behandelingen]
    record_behandelingen(ledger, behandelingen, today=DATUM)
    choose(ledger, id, "griffie@almelo.nl", "")
    for openbaar, found in ((True, [None] * 3), (False, ["griffie@almelo.nl"] * 3)):
        vraag = Vraag(soorten=["besluit"], los=False, openbaar=openbaar, eml=eml_bytes)
        levering = read_levering(ledger, id, DATUM, vraag)
        made = deliver(levering, levering.plannen, tmp_path / str(openbaar))
        assert [email.message_from_bytes(each.bestand)["To"] for each in made.geschreven] == found


def test_every_public_pdf_says_whose_logo_it_is_and_passes_our_own_checks(
    ledger: Ledger, id: int, tmp_path: Path
) -> None:
    levering = read_levering(ledger, id, DATUM, Vraag(openbaar=True, dossier=True))
    for each in deliver(levering, levering.plannen, tmp_path).geschreven:
        assert [found for found in keur(each.bestand).bevindingen if found.ernst == "fout"] == [], each.pad.name
        photos = {"Afbeelding: Foto van [5.1.2i]"} if each.stuk.soort == "dossier" else set()
        alts = {node.alt for node in every(read(each.bestand).root) if node.tag == "Figure"}
        of_table = bool(each.stuk.document.opmaak.logo) or each.stuk.soort == "dossier"
        said = "Logo van Regietafel [5.1.2i], getekend door [5.1.2e]"
        assert alts == ({said} if of_table else set()) | photos, each.pad.name


def test_a_name_in_the_zip_is_whole(ledger: Ledger, id: int, tmp_path: Path) -> None:
    for tekst in CHOSEN:
        choose(ledger, id, tekst, "")
    levering = read_levering(ledger, id, DATUM, Vraag(los=False, openbaar=True, zip=True))
    (made,) = deliver(levering, levering.plannen, tmp_path).geschreven
    with zipfile.ZipFile(io.BytesIO(made.bestand)) as package:
        names = [name for name in package.namelist() if name.startswith("HV-")]
    assert "HV-2023-II-01 Kennisgeving ministerie volkshuisvesting openbaar.pdf" in names
    assert all(name.endswith(" openbaar.pdf") for name in names) and len(names) == len(levering.plannen)


def every(node: Node) -> Iterator[Node]:
    yield node
    for kid in node.kids:
        yield from every(kid)


def test_the_proof_would_see_a_leak(ledger: Ledger, id: int, tmp_path: Path) -> None:
    vraag = Vraag(soorten=["besluit"], dossier=True, zip=True, eml=eml_bytes)
    levering = read_levering(ledger, id, DATUM, vraag)
    for path in deliver(levering, levering.plannen, tmp_path).paden:
        assert len({found.split()[0] for found in leaks(path)}) >= 4, path.name


def leaks(path: Path) -> list[str]:
    found = []
    for text in (path.name, *said(path.read_bytes(), path.suffix)):
        squeezed_text = squeezed(text)
        found += [f"{part} in {path.name}: …{text[:80]!r}" for part in PARTS if part in squeezed_text]
    return found


def said(data: bytes, suffix: str) -> Iterator[str]:
    """All that a file says, and the files in it."""
    if suffix == ".pdf":
        yield from everything(data, files=True)
    elif suffix == ".docx":
        yield from unzipped(data)
    elif suffix == ".zip":
        yield from inside(data)
    elif suffix == ".eml":
        message = email.message_from_bytes(data, policy=email.policy.default)
        yield from (f"{name}: {value}" for name, value in message.items())
        for part in message.walk():
            if name := part.get_filename():
                yield name
                yield from said(part.get_payload(decode=True), Path(name).suffix)  # type: ignore[arg-type]
            elif part.get_content_type() == "text/plain":
                yield part.get_content()
    else:
        yield from spoken(data)


def inside(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            yield name
            yield from said(package.read(name), Path(name).suffix)
