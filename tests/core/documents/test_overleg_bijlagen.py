"""The annexes of a meeting: what is in the package, what lies beside it, and what goes with the e-mail."""

from __future__ import annotations

import email
import hashlib
import io
from email import policy
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from regietafel.actions.bijlagen import add_agendabijlage
from regietafel.documents import overlegpakket
from regietafel.documents.keuring.keuren import keur
from regietafel.documents.leveren import deliver
from regietafel.documents.maken import Uitkomst, keep
from regietafel.documents.opnieuw import again
from regietafel.documents.overlegleveren import OverlegLevering, OverlegVraag, read_overleglevering
from regietafel.documents.verouderd import Nazicht
from regietafel.errors import RegietafelError
from regietafel.exchange.brondata import brondata
from regietafel.exchange.eml import eml_bytes
from regietafel.ledger import Ledger
from regietafel.queries.archief import archief
from tests.core.documents.bundels import office, photo
from tests.core.documents.overlegtafel import NEXT, OP, fill, punt
from tests.core.documents.reading import read

START = "2023-09-07 Regietafel Twente "
NOTA, BOEK = office(), office("xl/workbook.xml")


@pytest.fixture
def overleg(tafel: Ledger) -> Ledger:
    """With, beside the PDFs, a photograph, a workbook and, confidential, a text of Word: annexes 3, 4 and 6."""
    fill(tafel)
    kosten, grond = (punt(tafel, titel).id or 0 for titel in ("Kosten", "Grondprijs"))
    add_agendabijlage(tafel, kosten, "Foto", "foto.jpg", photo((800, 600)))
    add_agendabijlage(tafel, kosten, "Begroting", "Begroting ’24.XLSX", BOEK, openbaar=True)
    add_agendabijlage(tafel, grond, "Bod", "bod.docx", NOTA)
    return tafel


def levering(ledger: Ledger, **asked: Any) -> OverlegLevering:
    return read_overleglevering(ledger, NEXT, OP, OverlegVraag(pakket=True, **asked))


def made_of(wanted: OverlegLevering, folder: Path, **more: Any) -> Uitkomst:
    made = deliver(wanted, wanted.plannen, folder, **more)
    assert not made.mislukt
    return made


def package(made: Uitkomst, voor: str = "") -> bytes:
    (found,) = [
        each.bestand for each in made.geschreven if (each.stuk.soort, each.stuk.voor) == ("vergaderpakket", voor)
    ]
    return found


def mail(made: Uitkomst, voor: str) -> tuple[dict[str, bytes], str]:
    """The attachments by name, and the text."""
    (found,) = [each.bestand for each in made.geschreven if (each.stuk.soort, each.stuk.voor) == ("e-mail", voor)]
    message: Any = email.message_from_bytes(found, policy=policy.default)
    attached = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    return {name.removeprefix(START): content for name, content in attached.items()}, message.get_body().get_content()


def test_every_package_is_fit_for_everyone_and_for_the_archive(overleg: Ledger, tmp_path: Path) -> None:
    made = made_of(levering(overleg), tmp_path)
    for voor in ("", "ter informatie"):
        oordeel = keur(package(made, voor))
        assert oordeel.voldoet == {"PDF/UA-1": True, "PDF/A-2a": True}
        assert oordeel.goed, oordeel.bevindingen
        with pikepdf.open(io.BytesIO(package(made, voor))) as pdf:
            assert not pdf.attachments
    figures = [each.alt for each in read(package(made)).root.find("Figure")]
    assert "Afbeelding: Foto" in figures


def test_what_is_no_page_lies_beside_it_and_the_page_says_which_file(overleg: Ledger, tmp_path: Path) -> None:
    wanted = levering(overleg)
    made = made_of(wanted, tmp_path)
    beside = {pad.name.removeprefix(START): inhoud for pad, inhoud in made.naast}
    assert [*beside] == ["Bijlage 2 kaart.pdf", "Bijlage 4 Begroting 24.xlsx", "Bijlage 6 bod.docx"]
    assert beside["Bijlage 4 Begroting 24.xlsx"] == BOEK and beside["Bijlage 6 bod.docx"] == NOTA
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: content for path, content in made.bestanden
    }
    assert sorted(path.name for path in made.paden) == sorted(wanted.names())
    text = read(package(made)).root.text
    for name, content in beside.items():
        assert START + name in text and hashlib.sha256(content).hexdigest() in text.replace(" ", "")
    said = read(package(made, "ter informatie")).root.text
    assert "Bijlage 4: Begroting" in said and "bod.docx" not in said
    assert len(made.meldingen) == len(set(made.meldingen)) == 3


def test_what_lies_there_already_is_not_written_over(overleg: Ledger, tmp_path: Path) -> None:
    mine = tmp_path / f"{START}Bijlage 6 bod.docx"
    mine.write_bytes(b"van mij")
    wanted = levering(overleg)
    with pytest.raises(RegietafelError, match=r"staat al: 2023-09-07 Regietafel Twente Bijlage 6 bod\.docx"):
        deliver(wanted, wanted.plannen, tmp_path)
    assert [*tmp_path.iterdir()] == [mine] and mine.read_bytes() == b"van mij"
    made_of(wanted, tmp_path, overwrite=True)
    assert mine.read_bytes() == NOTA


def test_it_goes_with_the_e_mail_of_who_may_read_it(overleg: Ledger, tmp_path: Path) -> None:
    made = made_of(levering(overleg, eml=eml_bytes), tmp_path)
    files, text = mail(made, "leden")
    assert [*files] == [
        "Vergaderpakket.pdf",
        "Bijlage 2 kaart.pdf",
        "Bijlage 4 Begroting 24.xlsx",
        "Bijlage 6 bod.docx",
    ]
    assert files["Bijlage 6 bod.docx"] == NOTA
    assert "Bijlage 4: Begroting" in text and "Bijlage 6: Bod" in text and "Bijlage 3" not in text
    files, text = mail(made, "ter informatie")
    assert [*files] == [
        "Vergaderpakket ter informatie.pdf",
        "Bijlage 2 kaart.pdf",
        "Bijlage 4 Begroting 24.xlsx",
    ]
    assert "Bod" not in text


def test_an_e_mail_that_grows_too_large_goes_without_and_says_so(
    overleg: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = len(package(made_of(levering(overleg), tmp_path / "eerst"))) + len(NOTA) + 400
    monkeypatch.setattr(overlegpakket, "_MOST_MAILED", size)
    made = made_of(levering(overleg, eml=eml_bytes), tmp_path / "dan")
    files, text = mail(made, "leden")
    assert "Vergaderpakket.pdf" in files and "Bijlage 2 kaart.pdf" not in files
    assert "Bijlage 2: Kaart" not in text
    (told,) = [each for each in made.meldingen if each.startswith("Bijlage 2: Kaart zit niet bij de e-mail")]
    assert told.endswith("Stuur dit bestand apart.")
    assert f"{START}Bijlage 2 kaart.pdf" in {path.name for path in made.paden}


def test_an_e_mail_that_is_too_large_by_its_papers_alone_says_so(
    overleg: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overlegpakket, "_MOST_MAILED", 1000)
    made = made_of(levering(overleg, eml=eml_bytes), tmp_path)
    told = [each for each in made.meldingen if "groter dan 20 MB" in each]
    assert told == [
        f"De e-mail ({voor}) is groter dan 20 MB; veel postvakken weigeren hem. Stuur de bestanden apart."
        for voor in ("leden", "ter informatie")
    ]
    files, _text = mail(made, "leden")
    assert [*files] == ["Vergaderpakket.pdf"]


def test_without_a_package_the_annexes_obey_the_same_limit(
    overleg: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overlegpakket, "_MOST_MAILED", 0)
    wanted = read_overleglevering(overleg, NEXT, OP, OverlegVraag(soorten=["agenda"], eml=eml_bytes))
    files, text = mail(made_of(wanted, tmp_path), "leden")
    assert [*files] == ["Agenda.pdf"] and "Bijlage 1" not in text


def test_a_public_package_has_its_files_under_a_public_name(overleg: Ledger, tmp_path: Path) -> None:
    wanted = levering(overleg, openbaar=True, los=False)
    made = made_of(wanted, tmp_path)
    assert [pad.name for pad, _inhoud in made.naast] == [
        "Regietafel Twente 07-09-2023 Bijlage 4 Begroting 24 (openbaar).xlsx"
    ]
    assert sorted(path.name for path in made.paden) == sorted(wanted.names())
    assert keur(package(made)).voldoet == {"PDF/UA-1": True, "PDF/A-2a": True}


def test_the_register_finds_nothing_out_of_date_and_makes_the_same_again(overleg: Ledger, tmp_path: Path) -> None:
    keep(overleg, made_of(levering(overleg, eml=eml_bytes), tmp_path).geschreven)
    known = archief(overleg)
    assert [each.titel for each in known if Nazicht(overleg).changes(each.stuk)] == []
    for each in known:
        remade = again(overleg, each.stuk, eml=eml_bytes, brondata=brondata)
        assert remade.make(remade.plannen).bestand == overleg.inhoud.get(each.sha256), each.titel
