"""The proof by another program: LibreOffice opens what we write, and a reader of its pages misses nothing."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.documents import blocks
from regietafel.documents.blocks import Block, Document, Said, plain_text
from regietafel.documents.opmaak import Opmaak
from regietafel.documents.pdf.render import render_pdf
from regietafel.documents.reeks import make_reeks
from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken
from regietafel.documents.word.checking import check_huisstijl_docx
from regietafel.documents.word.docx import render_docx
from regietafel.documents.word.odt import render_odt
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.periode import Periode
from regietafel.example import make_example
from regietafel.ledger import Ledger
from tests.core.documents.huisstijlen import opmaken, voorbeeld
from tests.core.documents.woordbestanden import LETTER, assert_whole, document, reference

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice or poppler is not installed"
    ),
]
P = Periode(2023, 2)
DATUM = datetime.date(2023, 7, 3)


def pieces(content: tuple[Block, ...]) -> Iterator[Said]:
    """What stands together on the paper, in reading order, without the heads of tables."""
    for block in content:
        match block:
            case blocks.Heading() | blocks.Paragraph() | blocks.Remark():
                yield block.content
            case blocks.ListBlock():
                yield from items(block)
            case blocks.Table():
                for row in (*block.rows, *([block.total] if block.total else [])):
                    yield from row
            case blocks.Figure(figuur=figuur):
                yield from (figuur.titel, figuur.zin)
            case blocks.LetterHead():
                yield from (block.sender, *block.lines)
            case blocks.AddressBlock():
                yield from block.lines
            case blocks.Reference():
                for label, value in block.pairs:
                    yield from (label, value)
            case blocks.Signatures():
                yield from (block.opening, *(each.role for each in block.signatories))


def items(block: blocks.ListBlock) -> Iterator[Said]:
    for item in block.items:
        yield item.content
        if item.sublist:
            yield from items(item.sublist)


def squeezed(words: str) -> str:
    """Without white space, and without the arrow, which stands a little higher in the font that has it."""
    return re.sub(r"[\s→]+", "", words)


def convert(files: Sequence[Path], kind: str) -> None:
    """Each file in another format beside it, by LibreOffice with a profile of its own."""
    folder = files[0].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def as_read(files: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """What the pages of LibreOffice say, by the name of the file."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    convert([folder / name for name in files], "pdf")
    told = {}
    for name in files:
        pdf = folder / Path(name).with_suffix(".pdf")
        told[name] = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return told


def assert_all_is_read(document: Document, told: str) -> None:
    """Every piece of the document is there, one after the other."""
    around = f"{re.escape(document.title)}\\s+{re.escape(document.kenmerk)}\n|Pagina \\d+ van \\d+\n"
    text = squeezed(re.sub(around, "", told))
    place = 0
    for piece in pieces(document.blocks):
        wanted = squeezed(plain_text(piece))
        found = text.find(wanted, place)
        assert found >= 0, f"{plain_text(piece)!r} is missing after {text[max(place - 80, 0) : place]!r}"
        place = found + len(wanted)


@pytest.fixture(scope="module")
def real_documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """All documents of a herverdeling in the example, and its stand van zaken with pictures."""
    path = tmp_path_factory.mktemp("voorbeeld") / "twente.regietafel"
    make_example(path)
    with closing(Ledger.open(path)) as ledger:
        delen = [Deel("Enschede", "Borne", 10), Deel("Almelo", "Borne", 5)]
        herverdeling = make_herverdeling(ledger, P, delen, Bepalingen(toelichting="Borne heeft woningen over."))
        stukken = [*make_reeks(ledger, herverdeling, DATUM).complete()]
        stukken.append(make_stand_van_zaken(ledger, P, DATUM, DATUM))
    return {Path(stuk.bestandsnaam).stem: stuk.document for stuk in stukken}


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_every_real_document_reads_as_it_was_written(
    real_documents: dict[str, Document], kind: str, tmp_path: Path
) -> None:
    render = render_docx if kind == "docx" else render_odt
    told = as_read({f"{name}.{kind}": render(each) for name, each in real_documents.items()}, tmp_path)
    for name, each in real_documents.items():
        assert_all_is_read(each, told[f"{name}.{kind}"])


def test_house_style_made_in_libreoffice_can_be_taken_over(tmp_path: Path) -> None:
    (tmp_path / "stijl.odt").write_bytes(render_odt(document()))
    convert([tmp_path / "stijl.odt"], "docx")
    stijl = (tmp_path / "stijl.docx").read_bytes()
    check_huisstijl_docx(stijl)
    letter = document(*(block for block in LETTER if "مرحبا" not in str(block)), opmaak=Opmaak(word=stijl))
    data = render_docx(letter)
    assert_whole(data)
    assert_all_is_read(letter, as_read({"brief.docx": data}, tmp_path)["brief.docx"])


def test_letter_in_the_house_style_of_the_user_keeps_header_and_footer(tmp_path: Path) -> None:
    letter = document(blocks.Heading(content=blocks.text("Besluit")), opmaak=Opmaak(word=reference()))
    told = as_read({"huis.docx": render_docx(letter)}, tmp_path)["huis.docx"]
    assert [*told.split()] == ["Gemeente", "Borne", "Besluit", "Postbus", "200,", "Borne"]


def corners(path: Path) -> dict[str, tuple[float, float]]:
    """Where each word of the first page stands that is there once: its left and its lower edge, in points."""
    command = ["pdftotext", "-bbox", "-l", "1", str(path), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.findall(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>', said)
    words = [word for _x, _y, word in found]
    return {word: (float(x), float(y)) for x, y, word in found if words.count(word) == 1}


def test_three_forms_look_alike(tmp_path: Path) -> None:
    """Sender, address and reference stand within 5 mm of where the PDF has them, also in the right window."""
    styles = opmaken()
    beside = ("Behandeld door", "team Samenleving")
    looks = {
        "all": styles["all"],
        "logo": replace(styles["logo"], afzender=beside),
        "window": replace(styles["right window"], afzender=beside),
        "none": styles["none"],
    }
    for name, opmaak in looks.items():
        document = voorbeeld(opmaak)
        (tmp_path / f"{name}.pdf").write_bytes(render_pdf(document))
        (tmp_path / f"{name}-word.docx").write_bytes(render_docx(document))
        (tmp_path / f"{name}-open.odt").write_bytes(render_odt(document))
    convert([path for path in sorted(tmp_path.iterdir()) if path.suffix != ".pdf"], "pdf")
    for name, opmaak in looks.items():
        wanted = corners(tmp_path / f"{name}.pdf")
        for form in ("word", "open"):
            found = corners(tmp_path / f"{name}-{form}.pdf")
            for word in ("Gemeente", "7620", "1234", "HV-2023-II-01", "3", *(["Behandeld"] if opmaak.afzender else [])):
                if word in wanted:
                    off = max(abs(a - b) for a, b in zip(wanted[word], found[word], strict=True))
                    assert off < 5 * 72 / 25.4, (name, form, word, wanted[word], found[word])
