"""Footnotes in a PDF: on the page of their text, numbered, and to be found from both sides."""

from __future__ import annotations

import io
import re

import page
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.documents import blocks
from regietafel.documents.blocks import Column, Heading, ListBlock, ListItem, Paragraph, Run, Table, text
from regietafel.documents.pdf.pages import Strip, paginate
from regietafel.documents.pdf.render import render_pdf
from tests.core.documents.pdfs import LONG, document, leaves, paragraph
from tests.core.documents.reading import Node, read


def noted(words: str, note: str) -> Paragraph:
    return Paragraph(content=(Run(text=words, note=text(note)), Run(text=". " + LONG)))


def numbers(nodes: list[Node]) -> list[int]:
    return [int(node.text) for node in nodes]


def test_notes_are_numbered_through_the_document_and_read_after_their_block() -> None:
    run = Run(text="artikel 3 ", note=text("Huisvestingswet."))
    row = ("Borne", (Run(text="5", note=text("In de cel.")),))
    data = render_pdf(
        document(
            Heading(content=(Run(text="Besluit", note=text("Bij de kop.")),)),
            Paragraph(content=(Run(text="Zie "), run, Run(text="en "), run, Run(text="samen."))),
            ListBlock(items=(ListItem(content=(run,)), ListItem(content=text("twee")))),
            Table(columns=(Column(header="Gemeente"), Column(header="Aantal", numeric=True)), rows=(row,)),
            blocks.Signatures(
                opening="Getekend,",
                signatories=(blocks.Signatory(role=(Run(text="de secretaris", note=text("Bij mandaat.")),)),),
            ),
        )
    )
    root = read(data).root
    assert numbers(root.find("Reference")) == [1, 2, 3, 4, 5, 6]
    assert [node.name for node in root.find("Note")] == [f"noot-{number}" for number in range(1, 7)]
    assert " ".join(kid.tag for kid in root.kids) == "H1 Note P Note Note L Note Table Note P P Note"
    assert root.find("P")[1].text == "Zie artikel 3\u200a2 en artikel 3\u200a3 samen."
    for note in root.find("Note"):
        assert [kid.tag for kid in note.kids] == ["Lbl", "P"]
        assert f"noot-{int(note.kids[0].text)}" == note.name


def test_reference_and_note_lead_to_each_other() -> None:
    data = render_pdf(document(noted("Zie dit", "De noot."), *[paragraph(LONG * 4)] * 12, noted("En dat", "Nog een.")))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        links = [(n, annotation) for n, each in enumerate(pdf.pages) for annotation in each.get("/Annots", [])]
        at = {each.obj.objgen: number for number, each in enumerate(pdf.pages)}
        said = [str(link.Contents) for _page, link in links]
        assert said[:2] == ["Voetnoot 1", "Terug naar de tekst bij voetnoot 1"]
        for number, link in links:
            assert at[link.Dest[0].objgen] == number  # the note stands on the page of its text
            assert int(link.F) == 4
        for text_link, note_link in (links[:2], links[2:]):
            top = [float(link.Rect[3]) for _page, link in (text_link, note_link)]
            assert float(text_link[1].Dest[3]) == pytest.approx(top[1], abs=12)
            assert float(note_link[1].Dest[3]) == pytest.approx(top[0], abs=12)
        names = pdf.Root.StructTreeRoot.IDTree.Names
        assert [str(name) for name in names[::2]] == ["noot-1", "noot-2"]


def test_a_note_stands_on_the_page_of_its_reference() -> None:
    content = [noted(f"Plaats {number}", f"Noot {number}. " * (number % 9 + 1)) for number in range(40)]
    root = read(render_pdf(document(*content))).root
    references, notes = root.find("Reference"), root.find("Note")
    assert len(references) == len(notes) == 40
    for reference, note in zip(references, notes, strict=True):
        assert {number for node in reference.walk() for number in node.pages} == set(note.kids[1].pages)


def test_a_long_note_goes_on_at_the_foot_of_the_next_page() -> None:
    data = render_pdf(document(noted("Zie dit", LONG * 60), *[paragraph(LONG * 3)] * 6))
    root = read(data).root
    [note] = root.find("Note")
    assert note.kids[1].pages == {0, 1}
    assert note.kids[1].text.strip() == (LONG * 60).strip()
    assert page.is_pdf_compliant_bytes(data, profile="ua1")


def test_a_note_in_a_note_stands_below_it() -> None:
    inner = Run(text="met deze regeling", note=text("Die vervalt in 2024."))
    content = (Run(text="Zie", note=(Run(text="Vergelijk dit "), inner, Run(text="."))), Run(text=" hier."))
    root = read(render_pdf(document(Paragraph(content=content), noted("Dan", "De derde.")))).root
    assert [leaf for leaf in leaves(root) if leaf in ("Die vervalt in 2024.", "De derde.")] == [
        "Die vervalt in 2024.",
        "De derde.",
    ]
    assert [node.name for node in root.find("Note")] == ["noot-1", "noot-2", "noot-3"]


def test_hundred_notes_and_one_in_a_table_of_sixty_rows_conform() -> None:
    rows = tuple(
        (f"Gemeente {n}", (Run(text=str(n), note=text(f"Rij {n}. " * 8)),) if n % 7 == 3 else str(n)) for n in range(60)
    )
    table = Table(columns=(Column(header="Gemeente"), Column(header="Aantal", numeric=True)), rows=rows)
    many = Paragraph(content=tuple(Run(text=f"woord {n} ", note=text(f"Noot bij {n}.")) for n in range(100)))
    content = document(many, table)
    data = render_pdf(content)
    assert data == render_pdf(content)
    for profile in ("ua1", "2a"):
        assert [each.message for each in page.validate_pdf_bytes(data, profile=profile).failures] == []
    reading = read(data)
    assert len(reading.root.find("Note")) == 109
    assert not any(re.search(r"Noot|Rij", artifact) for artifact in reading.artifacts)


Drawn = list[str]


def strip(name: str, height: float, *, together: bool = False, notes: tuple[int, ...] = ()) -> Strip[Drawn]:
    rule = Strip[Drawn](height=5, draw=lambda _pen, _top: None)
    lines = [
        [strip(f"{name}.{note}.{line}", 10, together=line == 0 and count > 1) for line in range(count)]
        for note, count in enumerate(notes)
    ]
    for note_line in (line for note in lines for line in note):
        note_line.header = rule
    return Strip(height=height, draw=lambda pen, _top: pen.append(name), with_next=together, notes=lines)


@settings(max_examples=300)
@given(
    st.lists(
        st.tuples(st.integers(5, 40), st.booleans(), st.lists(st.integers(1, 25), max_size=3).map(tuple)), max_size=30
    )
)
def test_everything_is_drawn_once_and_nothing_over_something_else(
    parts: list[tuple[int, bool, tuple[int, ...]]],
) -> None:
    strips = [strip(str(n), height, together=near, notes=notes) for n, (height, near, notes) in enumerate(parts)]
    pages = paginate(strips, 100)
    drawn: Drawn = []
    for each in pages:
        bottom = 0.0
        for placed, top in each:
            assert top >= bottom - 0.001
            bottom = top + placed.height
            placed.draw(drawn, top)
        assert bottom <= 100.001
        assert each
    assert [name for name in drawn if "." not in name] == [str(number) for number in range(len(parts))]
    notes = [f"{n}.{m}.{k}" for n, part in enumerate(parts) for m, count in enumerate(part[2]) for k in range(count)]
    assert [name for name in drawn if "." in name] == notes


RUNS = st.one_of(
    st.builds(Run, text=st.text("gemeente ,.-\n\u00ad’é", max_size=60), bold=st.booleans(), italic=st.booleans()),
    st.builds(Run, text=st.sampled_from(["huisvesting ", "artikel 3", ""]), note=st.sampled_from([text("Zie."), ()])),
    st.just(Run(text="", grond="5.1.2e")),
)


@settings(max_examples=40)
@given(st.lists(RUNS, max_size=12).map(tuple), st.integers(1, 5))
def test_any_content_conforms_wherever_it_stands(content: tuple[Run, ...], columns: int) -> None:
    table = Table(
        columns=tuple(Column(header=str(n), group="samen" if n % 3 else "") for n in range(columns)),
        rows=((content,) * columns,) * 2,
    )
    data = render_pdf(
        document(
            Heading(content=content), Paragraph(content=content), ListBlock(items=(ListItem(content=content),)), table
        )
    )
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
    assert page.validate_pdf_bytes(data, profile="2a").is_compliant
    root = read(data).root
    count = sum(bool(run.note) for run in content) * (3 + 2 * columns)
    assert numbers(root.find("Reference")) == list(range(1, count + 1))
    said = "".join("" if run.grond else run.text for run in content)
    for node in (root.find("H1")[0], root.find("LBody")[0]):
        heard = re.sub(
            r"weggelakt op grond[^.]*\.1, tweede lid, onder e, van de Wet open overheid|\u200a\d+", "", node.text
        )
        assert heard.split() == said.replace("\u00ad", "").split() or "Zie" in said
