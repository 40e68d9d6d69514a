"""The house style in Word: of the user's own template or without one, and nothing else of that template."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import docx
import pytest

from regietafel.documents.blocks import (
    Heading,
    Reference,
    text,
)
from regietafel.documents.opmaak import Opmaak
from regietafel.documents.word.docx import render_docx
from regietafel.documents.word.plaatje import to_png
from tests.core.documents.woordbestanden import (
    FIGUUR,
    assert_whole,
    document,
    find,
    opened,
    parts,
    reference,
    written,
)


def test_house_style_without_word_gives_logo_colour_margin_and_window() -> None:
    opmaak = Opmaak(
        logo=to_png(FIGUUR, 100),
        logo_tekst="Wapen van Borne",
        kleur="#18733C",
        voettekst="Bezoek: Rheineplein 1",
        venster="rechts",
        bindmarge=10,
    )
    word = opened(render_docx(document(opmaak=opmaak)))
    section = word.sections[0]
    assert find(section.first_page_header._element, ".//wp:docPr/@descr") == ["Wapen van Borne"]
    assert section.gutter.mm == pytest.approx(10, abs=0.1)
    assert written(section.footer._element).startswith("Bezoek: Rheineplein 1")
    assert str(word.styles["Heading 1"].font.color.rgb) == "18733C"
    [address] = [p for p in word.paragraphs if p.text == "Het college van Borne"]
    assert address.paragraph_format.left_indent.mm == pytest.approx(115 - 25 - 10, abs=11)


def test_who_handles_it_stands_in_a_frame_beside_the_reference() -> None:
    opmaak = Opmaak(afzender=("Behandeld door", "team B&W"))
    pairs = Reference(pairs=(("Ons kenmerk", "HV-1"), ("Datum", "3 juli 2023")))
    paragraphs = find(parts(render_docx(document(pairs, opmaak=opmaak)))["word/document.xml"], "//w:body/w:p")
    assert [written(each) for each in paragraphs][:3] == ["Behandeld door", "team B&W", "Ons kenmerkHV-1"]
    assert [len(find(each, "w:pPr/w:framePr")) for each in paragraphs] == [1, 1, 0, 0]


def test_house_style_of_the_user_is_taken_over() -> None:
    data = render_docx(document(opmaak=Opmaak(word=reference())))
    word = opened(data)
    assert [p.text for p in word.paragraphs if p.style.style_id == "Kop1"] == ["Besluit"]
    assert [p.text for p in word.paragraphs if p.style.name == "Heading 2"] == ["Redenen"]
    section = word.sections[0]
    assert written(section.header._element) == "Gemeente Borne"
    assert written(section.footer._element) == "Postbus 200, Borne"
    assert section.left_margin.mm == pytest.approx(30, abs=0.1)
    assert "Vul hier" not in written(word.element.body)
    assert not re.search(r"Voorbeeldbrief", written(word.element.body))
    assert render_docx(document(opmaak=Opmaak(word=reference()))) == data


def test_words_and_pictures_of_the_reference_do_not_travel_along() -> None:
    with zipfile.ZipFile(
        io.BytesIO(render_docx(document(Heading(content=text("x")), opmaak=Opmaak(word=reference()))))
    ) as z:
        assert [name for name in z.namelist() if name.startswith("word/media/")] == ["word/media/image2.png"]
        assert not [name for name in z.namelist() if "thumbnail" in name]


def test_reference_without_lists_and_notes_gets_them() -> None:
    def strip(word: Any) -> None:
        for relation_id, relation in list(word.part.rels.items()):
            if relation.reltype.endswith("/numbering"):
                del word.part.rels[relation_id]

    data = render_docx(document(opmaak=Opmaak(word=reference(strip))))
    assert_whole(data)
    assert len(find(parts(data)["word/numbering.xml"], "w:abstractNum")) == 2


def test_protection_and_tracking_of_the_reference_are_left_out() -> None:
    def protect(word: Any) -> None:
        for tag in ("w:documentProtection", "w:trackRevisions"):
            word.settings.element.insert(0, docx.oxml.OxmlElement(tag))

    settings = parts(render_docx(document(opmaak=Opmaak(word=reference(protect)))))["word/settings.xml"]
    assert not find(settings, "w:documentProtection | w:trackRevisions")
