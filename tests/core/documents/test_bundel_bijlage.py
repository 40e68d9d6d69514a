"""What may be added to the documents, and what is refused with a sentence."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from regietafel.documents.bundel import bijlage
from regietafel.documents.bundel.bijlage import MAX_BYTES, read_bijlage
from regietafel.documents.bundel.samenvoegen import Deel, merge
from regietafel.errors import RegietafelError
from tests.core.documents.bundels import letter, office, photo, plain, png, with_entry

LINK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"'
    ' Type="http://x/{soort}" Target="{doel}" TargetMode="External"/></Relationships>'
)
JPEG = photo()


@pytest.mark.parametrize(
    ("naam", "data", "soort"),
    [
        ("brief.pdf", letter("Brief"), "pdf"),
        ("Nota.DOCX", office(), "docx"),
        ("begroting.xlsx", office("xl/workbook.xml"), "xlsx"),
        ("kaart.png", png(), "png"),
        ("foto.jpeg", JPEG, "jpg"),
    ],
)
def test_these_may_go_in(naam: str, data: bytes, soort: str) -> None:
    found = read_bijlage(naam, data)
    assert found.soort == soort
    assert found.bestandsnaam == f"{naam.rpartition('.')[0]}.{soort}"
    assert found.meldingen == ()


def test_a_pdf_that_not_everyone_can_read_is_told() -> None:
    [melding] = read_bijlage("scan.pdf", plain()).meldingen
    assert "voldoet niet aantoonbaar aan PDF/UA" in melding


def test_a_pdf_with_very_many_bookmarks_is_no_danger() -> None:
    brief = letter("Brief")
    many = merge([Deel(titel=str(number), inhoud=brief) for number in range(300)])
    [melding] = read_bijlage("dik.pdf", many).meldingen  # the judge gives up on so long a list
    assert "voldoet niet aantoonbaar aan PDF/UA" in melding


def test_files_inside_a_pdf_are_told() -> None:
    with pikepdf.open(io.BytesIO(plain())) as pdf:
        pdf.attachments["getallen.xlsx"] = b"x"
        target = io.BytesIO()
        pdf.save(target)
    assert "zitten andere bestanden" in read_bijlage("scan.pdf", target.getvalue()).meldingen[1]


@pytest.mark.parametrize(
    ("naam", "data", "said"),
    [
        ("brief.doc", b"x", "Een bijlage is een PDF, Word"),
        ("brief", b"x", "Een bijlage is een PDF, Word"),
        ("virus.exe.", b"x", "Een bijlage is een PDF, Word"),
        ("brief.pdf", b"", "is leeg"),
        ("brief.pdf", b"%PDF-1.7" + bytes(MAX_BYTES), "groter dan 25 MB"),
        ("brief.pdf", b"niets", "geen PDF"),
        ("brief.pdf", b"%PDF-1.7\nniets", "brief.pdf: Deze PDF is beschadigd"),
        ("kaart.png", JPEG, "geen leesbaar plaatje"),
        ("kaart.jpg", png(), "geen leesbaar plaatje"),
        ("kaart.png", png()[:40], "geen leesbaar plaatje"),
        ("nota.docx", office("xl/workbook.xml"), "geen leesbaar docx-bestand"),
        ("nota.docx", b"PK niets", "geen leesbaar docx-bestand"),
        ("nota.docx", office()[:-30], "geen leesbaar docx-bestand"),
        ("boek.xlsx", office("xl/workbook.xml", **{"xl__vbaProject.bin": "x"}), "macro's"),
        ("nota.docx", office(**{"word__embeddings__oleObject1.bin": "x"}), "macro's"),
        ("boek.xlsx", office("xl/workbook.xml", **{"xl__externalLinks__externalLink1.xml": "x"}), "andere bestanden"),
        ("nota.docx", office(word__x_rels=LINK.format(soort="attachedTemplate", doel="https://a.nl/x")), "andere best"),
        ("nota.docx", office(word__x_rels=LINK.format(soort="image", doel="file:///etc/passwd")), "andere bestanden"),
        ("nota.docx", office(word__x_rels=LINK.format(soort="hyperlink", doel="file:///c:/x")), "andere bestanden"),
        ("nota.docx", office(word__x_rels='<!DOCTYPE x [<!ENTITY a "b">]><x/>'), "andere bestanden"),
        ("nota.docx", office(**{"word__styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}), "andere bestanden"),
        ("nota.docx", office(**{"..__evil.xml": "<x/>"}), "geen leesbaar docx-bestand"),
        ("nota.docx", office(**{"WORD__document.XML": "<x/>"}), "geen leesbaar docx-bestand"),
        ("nota.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "wachtwoord of is van een oude soort"),
        ("nota.docx", office(word__media=bytes(20_000_000)), "uitpakken veel te groot"),
    ],
)
def test_these_may_not_and_a_sentence_says_why(naam: str, data: bytes, said: str) -> None:
    with pytest.raises(RegietafelError, match=said) as caught:
        read_bijlage(naam, data)
    assert str(caught.value).endswith(".")


def test_an_ordinary_link_in_word_is_no_danger() -> None:
    data = office(word__x_rels=LINK.format(soort="hyperlink", doel="https://wetten.overheid.nl"))
    assert read_bijlage("nota.docx", data).soort == "docx"


def test_settings_of_a_printer_are_no_program() -> None:
    assert read_bijlage("b.xlsx", office("xl/workbook.xml", **{"xl__printerSettings1.bin": "x"})).soort == "xlsx"


def test_a_zip_inside_that_lies_about_its_size_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(5_001):
            archive.writestr(f"word/{number}", "")
    with pytest.raises(RegietafelError, match="veel te groot"):
        read_bijlage("nota.docx", target.getvalue())


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("x")), "JavaScript"),
        ("/Names", Dictionary(JavaScript=Dictionary(Names=Array([String("x"), Dictionary(JS=String("x"))]))), "JavaSc"),
        ("/AA", Dictionary(WC=Dictionary(S=Name.Launch, P=Name.X)), "start of verstuurt"),
        ("/OpenAction", Dictionary(S=Name.SubmitForm, F=String("https://x")), "start of verstuurt"),
        ("/AcroForm", Dictionary(XFA=Array([String("x")])), "XFA"),
        ("/X", Array([Array([Dictionary(Subtype=Name.RichMedia)])]), "afspeelt"),
    ],
)
def test_a_pdf_that_does_something_is_refused(key: str, value: pikepdf.Object, said: str) -> None:
    with pytest.raises(RegietafelError, match=said):
        read_bijlage("f.pdf", with_entry(key, value))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/AcroForm", 5),
        ("/AcroForm", Array([1])),
        ("/AcroForm", Dictionary(Fields=5)),
        ("/AcroForm", Dictionary(Fields=Name.X)),
        ("/StructTreeRoot", Array([Dictionary()])),
        ("/StructTreeRoot", String("x")),
        ("/Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a"), Dictionary()])))),
    ],
)
def test_a_pdf_with_one_thing_where_another_belongs_is_damaged(key: str, value: object) -> None:
    with pytest.raises(RegietafelError, match=r"f\.pdf: Deze PDF is beschadigd"):
        read_bijlage("f.pdf", with_entry(key, value))


def test_a_fault_of_ours_is_not_told_as_one_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> frozenset[str]:
        raise TypeError("ours")

    monkeypatch.setattr(bijlage, "standards_met", broken)
    with pytest.raises(TypeError, match="ours"):
        read_bijlage("f.pdf", plain())


def test_a_locked_pdf_is_refused() -> None:
    with pikepdf.open(io.BytesIO(plain())) as pdf:
        target = io.BytesIO()
        pdf.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(RegietafelError, match="beveiligd of heeft een wachtwoord"):
        read_bijlage("f.pdf", target.getvalue())


@given(st.text(min_size=1, max_size=80))
def test_every_name_becomes_one_that_every_system_takes(stem: str) -> None:
    try:
        name = read_bijlage(f"{stem}.png", png()).bestandsnaam
    except RegietafelError:
        return
    assert name.endswith(".png")
    assert not set(name) & set('/\\:*?"<>|\0')
    assert ".." not in name[:2]
    assert len(name) <= 64


def test_a_name_from_elsewhere_keeps_no_folder() -> None:
    assert read_bijlage("..\\..\\Windows\\kaart.png", png()).bestandsnaam == "kaart.png"


@given(st.binary(max_size=200), st.sampled_from(["pdf", "docx", "xlsx", "png", "jpg"]))
def test_whatever_the_bytes_there_is_a_sentence(data: bytes, ending: str) -> None:
    head = {"pdf": b"%PDF-1.4\n", "docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04", "png": b"\x89PNG", "jpg": b"\xff\xd8"}
    with pytest.raises(RegietafelError):
        read_bijlage(f"x.{ending}", head[ending] + data)
