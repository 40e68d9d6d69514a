"""Documents in a house style: what it changes, and that everyone can still read them and the archive keep them."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import page
import pikepdf
import pytest

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.documents.beeldmerk import read_logo
from regietafel.documents.blocks import Brongegeven, Document, Paragraph, text
from regietafel.documents.opmaak import GEWOON, Opmaak
from regietafel.documents.pdf.render import render_pdf
from regietafel.documents.reeks import make_reeks
from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.ledger import Ledger
from tests.core.documents.huisstijlen import DAY, MM, SVG, font, opmaken, voorbeeld
from tests.core.documents.pdfs import leaves
from tests.core.documents.reading import read

P = Periode(2023, 2)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def failures(data: bytes, *profiles: str) -> list[str]:
    reports = [page.validate_pdf_bytes(data, profile=profile) for profile in profiles]
    assert all(report.is_compliant or report.failures for report in reports)
    return [failure.message for report in reports for failure in report.failures]


@pytest.fixture
def documents(tafel: Ledger) -> list[Document]:
    """A letter, a decision and an overview with pictures."""
    reeks = make_reeks(tafel, make_herverdeling(tafel, P, [Deel("Enschede", "Borne", 10)]), DAY)
    by_name = {stuk.bestandsnaam: stuk.document for stuk in reeks.complete()}
    return [
        by_name["HV-2023-II-01 Kennisgeving COA.pdf"],
        by_name["HV-2023-II-01 Gezamenlijk besluit.pdf"],
        make_stand_van_zaken(tafel, P, DAY, DAY).document,
    ]


@pytest.mark.parametrize("name", opmaken())
def test_every_style_conforms_and_says_the_same(documents: list[Document], name: str) -> None:
    for document in documents:
        plain, styled = render_pdf(document), render_pdf(replace(document, opmaak=opmaken()[name]))
        assert failures(styled, "ua1", "2a") == []
        assert render_pdf(replace(document, opmaak=opmaken()[name])) == styled
        heard = [leaf for leaf in leaves(read(styled).root) if leaf and leaf not in opmaken()[name].afzender]
        assert heard == [leaf for leaf in leaves(read(plain).root) if leaf]


@pytest.mark.parametrize("name", opmaken())
def test_the_page_of_examples_conforms_and_is_one_page(name: str) -> None:
    data = render_pdf(voorbeeld(opmaken()[name]))
    assert failures(data, "ua1", "2a") == []
    assert len(opened(data).pages) == 1


def test_the_logo_is_a_figure_on_the_first_page_alone(documents: list[Document]) -> None:
    for document in documents:
        root = read(render_pdf(replace(document, opmaak=opmaken()["logo"]))).root
        logos = [node for node in root.find("Figure") if node.alt == "Logo gemeente Borne"]
        assert [node.pages for node in logos] == [{0}]
        assert root.kids[0] is logos[0]


def test_the_logo_on_paper_is_the_logo(documents: list[Document]) -> None:
    from PIL import Image

    logo = opmaken()["logo"].logo
    with opened(render_pdf(voorbeeld(opmaken()["logo"]))) as pdf:
        image = pdf.pages[0].Resources.XObject["/Logo"]
        assert isinstance(image, pikepdf.Stream)
        kept = pikepdf.PdfImage(image).as_pil_image()
    assert kept.tobytes() == Image.open(io.BytesIO(logo)).tobytes()
    tall = replace(opmaken()["logo"], logo=read_logo(SVG.replace(b"300 100", b"100 300")), logo_breedte=80)
    [figure] = read(render_pdf(voorbeeld(tall))).root.find("Figure")
    left, bottom, _right, top = map(float, re.findall(r"\d+\.\d+", figure.attributes["/BBox"]))
    assert ((top - bottom) / MM, left / MM) == pytest.approx((25, 25))


def test_the_sender_block_is_read_after_the_reference() -> None:
    heard = leaves(read(render_pdf(voorbeeld(opmaken()["all"]))).root)
    at = heard.index("Bijlage geen")
    assert heard[at + 1 : at + 7] == list(opmaken()["all"].afzender)
    assert heard[at + 7] == "Een kop van een brief"


def test_the_footer_and_the_marks_to_fold_are_artifacts(documents: list[Document]) -> None:
    reading = read(render_pdf(replace(documents[1], opmaak=opmaken()["all"])))
    assert len(reading.artifacts) > 1
    for number, said in enumerate(reading.artifacts, start=1):
        assert "Gemeente Borne · Postbus 1 · 7620 AA Borne" in said
        assert f"Pagina {number} van {len(reading.artifacts)}" in said
    assert "Postbus 1" not in reading.root.text
    assert all(not left for left in reading.unmarked)


def placed(data: bytes, said: str, number: int = 0) -> tuple[float, float]:
    """Where a text begins, in mm from the left and the top."""
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data)
    sheet = document[number].get_textpage()
    at = sheet.get_text_range().replace("\r\n", "\n ").index(said)
    left, _bottom, _right, top = sheet.get_charbox(at)
    return left / MM, (297 * MM - top) / MM


@pytest.mark.parametrize(("name", "left"), [("none", 25), ("logo", 25), ("right window", 115), ("all", 115)])
def test_the_address_shows_in_the_window(name: str, left: int) -> None:
    data = render_pdf(voorbeeld(opmaken()[name]))
    for line in ("Naam van de organisatie", "1234 AB Plaats"):
        x, y = placed(data, line)
        assert x == pytest.approx(left, abs=0.6)
        assert 50 < y < 79 - 3  # always seen through the window
    assert placed(data, "Uw kenmerk")[1] > 90


def test_the_binding_margin_moves_every_page(documents: list[Document]) -> None:
    data = render_pdf(replace(documents[1], opmaak=Opmaak(bindmarge=20)))
    plain = render_pdf(documents[1])
    assert placed(data, "Gezamenlijk besluit", 1)[0] == pytest.approx(45, abs=0.6)
    assert placed(plain, "Gezamenlijk besluit", 1)[0] == pytest.approx(25, abs=0.6)


def colours(data: bytes) -> set[tuple[float, ...]]:
    with opened(data) as pdf:
        return {
            tuple(round(float(each), 2) for each in instruction.operands)
            for sheet in pdf.pages
            for instruction in pikepdf.parse_content_stream(sheet)
            if str(instruction.operator) == "rg"
        }


def test_a_colour_that_cannot_be_read_is_not_used_for_text() -> None:
    plain = colours(render_pdf(voorbeeld(GEWOON)))
    dark = (0.0, round(0x34 / 255, 2), round(0x4D / 255, 2))
    assert dark in colours(render_pdf(voorbeeld(opmaken()["dark"])))
    for name in ("light", "lines"):
        assert colours(render_pdf(voorbeeld(opmaken()[name]))) == plain
    assert b"DejaVu" in b"".join(fonts(render_pdf(voorbeeld(opmaken()["font"]))))


def fonts(data: bytes) -> set[bytes]:
    with opened(data) as pdf:
        return {str(each.BaseFont).encode() for sheet in pdf.pages for each in sheet.Resources.Font.values()}


def test_own_fonts_replace_ours_and_what_they_lack_is_filled_in() -> None:
    own = fonts(render_pdf(voorbeeld(opmaken()["font"])))
    assert not any(b"OpenSans-Bold" in name for name in own)
    only_open_sans = Opmaak(gewoon=font("OpenSans-Italic"))
    document = replace(voorbeeld(only_open_sans), blocks=(Paragraph(content=text("gewoon ✓ 東")),))
    [said] = leaves(read(render_pdf(document)).root)
    assert said == "gewoon ✓ 東"


def test_fonts_of_one_document_do_not_touch_the_next() -> None:
    before = render_pdf(voorbeeld(GEWOON))
    render_pdf(voorbeeld(opmaken()["fonts"]))
    assert render_pdf(voorbeeld(GEWOON)) == before


def brongegeven(naam: str, inhoud: bytes) -> Brongegeven:
    return Brongegeven(bestandsnaam=naam, mime="text/csv", inhoud=inhoud, uitleg="De taakstellingen, per gemeente")


def test_the_numbers_travel_inside() -> None:
    files = (brongegeven("b.csv", b"Borne;48\r"), brongegeven("a – ë.csv", b"Enschede;238\n" * 500))
    document = replace(voorbeeld(opmaken()["all"]), brongegevens=files)
    data = render_pdf(document)
    assert failures(data, "ua1", "3a") == []
    assert page.validate_pdf_bytes(data, profile="2a").is_compliant is False
    assert render_pdf(document) == data
    assert render_pdf(replace(document, brongegevens=tuple(reversed(files)))) == data
    with opened(data) as pdf:
        assert list(pdf.attachments) == ["a – ë.csv", "b.csv"]
        for file in files:
            kept = pdf.attachments[file.bestandsnaam]
            assert kept.get_file().read_bytes() == file.inhoud
            assert (kept.get_file().mime_type, kept.description) == ("text/csv", file.uitleg)
            assert str(kept.obj.AFRelationship) == "/Data"
            assert str(kept.obj.EF.F.Params.ModDate) == "D:20230703000000Z"
        assert len(pdf.Root.AF) == 2
