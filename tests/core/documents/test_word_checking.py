"""A huisstijl.docx comes from anywhere: what is refused, and with which sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
import pytest

from regietafel.documents.opmaak import Opmaak
from regietafel.documents.word.checking import MAX_PARTS, check_huisstijl_docx
from regietafel.documents.word.docx import render_docx
from regietafel.errors import RegietafelError
from tests.core.documents.woordbestanden import document, reference

_RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"'
    ' TargetMode="External"/></Relationships>'
)


def changed(parts: Mapping[str, str | bytes]) -> bytes:
    """A plain docx in which these parts are replaced or added."""
    plain = io.BytesIO()
    docx.Document().save(plain)
    target = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return target.getvalue()


def part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(changed({}))) as archive:
        return archive.read(name).decode()


def encrypted() -> bytes:
    data = bytearray(changed({}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


HEADER = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:hdr>'
FIELD = '<w:p><w:fldChar/><w:instrText>INCLUDE</w:instrText><w:instrText>PICTURE "x"</w:instrText></w:p>'
ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
TYPES = part("[Content_Types].xml")
MAIN = part("word/document.xml")
STRICT = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
TEMPLATE = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
MACROS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
)

HOSTILE: Mapping[str, tuple[bytes, str]] = {
    "no zip": (b"Geachte heer", "is geen Word-bestand"),
    "empty": (b"", "is geen Word-bestand"),
    "half": (changed({})[:4000], "is geen Word-bestand"),
    "old Word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "beveiligd met een wachtwoord of van een oude soort",
    ),
    "encrypted": (encrypted(), "zonder wachtwoord"),
    "another zip": (changed({"word/document.xml": "<html/>"}), "Strict|geen Word"),
    "strict": (changed({"word/document.xml": MAIN.replace(*STRICT)}), "Strict Open XML"),
    "template": (changed({"[Content_Types].xml": TYPES.replace(*TEMPLATE)}), "sjabloon of bevat macro’s"),
    "macros": (changed({"[Content_Types].xml": TYPES.replace(*MACROS)}), "sjabloon of bevat macro’s"),
    "program": (changed({"word/vbaProject.bin": b"x"}), "programma of een ingesloten object"),
    "object": (changed({"word/embeddings/oleObject1.bin": b"x"}), "programma of een ingesloten object"),
    "control": (changed({"word/activeX/activeX1.xml": "<x/>"}), "programma of een ingesloten object"),
    "bomb": (changed({"word/media/a.png": bytes(5_000_000)}), "pakt uit tot veel meer"),
    "large": (changed({f"word/{n}.xml": bytes(9_000_000) for n in range(6)}), "te groot"),
    "many": (changed({f"word/{n}.xml": "<x/>" for n in range(MAX_PARTS)}), "te groot"),
    "outside": (changed({"../evil.xml": "<x/>"}), "buiten zijn eigen map"),
    "absolute": (changed({"/evil.xml": "<x/>"}), "buiten zijn eigen map"),
    "drive": (changed({"C:\\evil.xml": "<x/>"}), "buiten zijn eigen map"),
    "twice": (changed({"WORD/styles.XML": "<x/>"}), "twee keer"),
    "entities": (changed({"word/header9.xml": ENTITY}), "verwijzingen die"),
    "entities elsewhere": (changed({"customXml/item.dat": ENTITY}), "verwijzingen die"),
    "not well formed": (changed({"word/styles.xml": "<x"}), "is geen Word-bestand"),
    "deep": (changed({"word/styles.xml": "<x>" * 9000 + "</x>" * 9000}), "is geen Word-bestand"),
    "split field": (changed({"word/header9.xml": HEADER.format(FIELD)}), "INCLUDEPICTURE"),
    "simple field": (
        changed({"word/header9.xml": HEADER.format('<w:p><w:fldSimple w:instr="DDEAUTO c:\\x"/></w:p>')}),
        "DDEAUTO",
    ),
    **{
        kind: (
            changed({"word/_rels/settings.xml.rels": _RELATION.format(kind=kind, target="https://x.nl/y")}),
            "elders",
        )
        for kind in ("image", "oleObject", "subDocument", "frame", "mailMergeSource")
    },
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_house_style_is_refused_with_a_sentence(name: str) -> None:
    data, sentence = HOSTILE[name]
    with pytest.raises(RegietafelError, match=sentence):
        check_huisstijl_docx(data)


def test_house_style_of_a_gemeente_passes() -> None:
    check_huisstijl_docx(reference())
    check_huisstijl_docx(render_docx(document()))
    check_huisstijl_docx(render_docx(document(opmaak=Opmaak(word=reference()))))


def test_the_template_from_which_a_house_style_was_made_is_left_out() -> None:
    target = "file:///S:/sjablonen/gemeente.dotm"
    made = changed({"word/_rels/settings.xml.rels": _RELATION.format(kind="attachedTemplate", target=target)})
    check_huisstijl_docx(made)
    with zipfile.ZipFile(io.BytesIO(render_docx(document(opmaak=Opmaak(word=made))))) as archive:
        assert not any(b"gemeente.dotm" in archive.read(name) for name in archive.namelist())


def test_fields_of_a_house_style_pass() -> None:
    fields = ("PAGE", "STYLEREF &quot;Link&quot;", "DOCPROPERTY import", "HYPERLINK &quot;https://www.borne.nl&quot;")
    header = HEADER.format("".join(f'<w:p><w:fldSimple w:instr=" {field} "/></w:p>' for field in fields))
    check_huisstijl_docx(changed({"word/header9.xml": header}))


def test_links_of_a_house_style_pass() -> None:
    header = _RELATION.format(kind="hyperlink", target="https://www.borne.nl/")
    check_huisstijl_docx(changed({"word/_rels/settings.xml.rels": header}))
