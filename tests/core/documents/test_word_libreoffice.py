"""The proof by another program: LibreOffice opens what we write, and a reader of its pages misses nothing."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.documents import blocks
from regietafel.documents.blocks import Block, Document, Said, plain_text
from regietafel.documents.opmaak import Opmaak
from regietafel.documents.reeks import make_reeks
from regietafel.documents.stukken.stand_van_zaken import make_stand_van_zaken
from regietafel.documents.word.checking import check_huisstijl_docx
from regietafel.documents.word.docx import render_docx
from regietafel.documents.word.odt import render_odt
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.periode import Periode
from regietafel.example import make_example
from regietafel.ledger import Ledger
from tests.core.documents.test_word import LETTER, assert_whole, document, reference

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
