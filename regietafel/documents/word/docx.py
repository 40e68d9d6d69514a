"""A document as a Word file, in the styles of the user's own huisstijl.docx or in ours.

python-docx opens and saves the package; what it has no words for, as footnotes, table heads and the language, is
written here as XML in the order of the schema (ECMA-376, part 1), for Word repairs a file that has it otherwise.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Container, Iterable
from typing import Any

from regietafel.documents.blocks import Document
from regietafel.documents.kleur import tekstkleur
from regietafel.documents.word.basis import FOOTNOTES, NS, NUMBERING, base_docx, list_definitions, twips
from regietafel.documents.word.gemeen import INK, clean, font_family, logo_size, pack
from regietafel.documents.word.inhoud import EMU, Inhoud, picture
from regietafel.documents.word.regels import Regels, page_field, plain_run
from regietafel.documents.word.stijlen import adopt_styles
from regietafel.i18n import _

# What a document part may refer to without a word in the text, by the last part of the relationship's name.
_IMPLICIT = {"styles", "numbering", "settings", "fontTable", "theme", "webSettings", "footnotes", "endnotes"}
_EXCLUSIVE = ("w:documentProtection", "w:trackRevisions", "w:attachedTemplate", "w:mailMerge", "w:writeProtection")


def render_docx(document: Document) -> bytes:
    """The document as .docx; the same document gives the same bytes.

    The reference document in the house style must have passed ``check_huisstijl_docx``.
    """
    import docx

    opmaak = document.opmaak
    letter = font_family(opmaak)
    kleur = (tekstkleur(opmaak.kleur) or INK).removeprefix("#")
    word: Any = docx.Document(io.BytesIO(opmaak.word or base_docx(letter, kleur, opmaak.bindmarge)))
    section = _empty(word)
    styles = adopt_styles(word.styles.element, letter, kleur, document.language)
    notes_part, first_note = _notes_part(word.part)
    numbering = _numbering(word.part)
    regels = Regels(styles=styles, part=word.part, notes_part=notes_part, first_note=first_note)
    lists, next_list = _add_lists(numbering)
    room = (section.page_width - section.left_margin - section.right_margin - (section.gutter or 0)) / EMU
    inhoud = Inhoud(
        regels=regels,
        room=room,
        lists=lists,
        next_list=next_list,
        venster=opmaak.venster,
        left=(section.left_margin + (section.gutter or 0)) / EMU,
        top=section.top_margin / EMU,
        afzender=opmaak.afzender,
        logo=logo_size(opmaak) if opmaak.logo and not _has_header(section) else (0.0, 0.0),
    )
    _fill(word.element.body, inhoud.body(document.blocks))
    _add_numbers(numbering, inhoud.numberings)
    _add_notes(notes_part, regels)
    _furnish(section, document, styles, room)
    _describe(word, document)
    saved = io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return pack(((name, archive.read(name)) for name in archive.namelist()), document)


def _empty(word: Any) -> Any:
    """Drop the text, with all that belongs to it; return the section that is left.

    A last section takes over the header and footer of those before it where it has none of its own.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE as RT
    from docx.oxml.ns import qn

    body = word.element.body
    references: dict[tuple[str, str], Any] = {}
    for section in body.iter(qn("w:sectPr")):
        for reference in section.findall(qn("w:headerReference")) + section.findall(qn("w:footerReference")):
            references[reference.tag, reference.get(qn("w:type"))] = reference
    last = word.sections[-1]._sectPr
    for child in list(body):
        if child is not last:
            body.remove(child)
    for tag in ("w:headerReference", "w:footerReference", "w:sectPrChange", "w:pgNumType"):
        for child in last.findall(qn(tag)):
            last.remove(child)
    for position, reference in enumerate(references.values()):
        last.insert(position, reference)
    for kind in last.findall(qn("w:type")):
        kind.set(qn("w:val"), "nextPage")
    used = {reference.get(qn("r:id")) for reference in references.values()}
    _drop_relations(word.part, used)
    for relation_id, relation in list(word.part.package.rels.items()):
        if relation.reltype not in (RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES):
            del word.part.package.rels[relation_id]  # LibreOffice has a name of its own for the core properties
    for tag in _EXCLUSIVE:
        for child in word.settings.element.findall(qn(tag)):
            word.settings.element.remove(child)
    _drop_relations(word.part.part_related_by(RT.SETTINGS), ())
    return word.sections[-1]


def _drop_relations(part: Any, used: Container[str | None]) -> None:
    for relation_id, relation in list(part.rels.items()):
        if relation_id not in used and relation.reltype.rpartition("/")[2] not in _IMPLICIT:
            del part.rels[relation_id]


def _fill(body: Any, written: str) -> None:
    from docx.oxml import parse_xml

    for position, child in enumerate(parse_xml(f"<w:body {NS}>{written}</w:body>".encode())):
        body.insert(position, child)


def _notes_part(part: Any) -> tuple[Any, int]:
    """The part with the footnotes and the first free id in it; of those of the reference only the separators stay."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from lxml import etree  # type: ignore[import-untyped]

    for kind in (RELATIONSHIP_TYPE.ENDNOTES, RELATIONSHIP_TYPE.FOOTNOTES):
        try:
            notes = part.part_related_by(kind)
        except KeyError:
            if kind == RELATIONSHIP_TYPE.ENDNOTES:
                continue
            uri = PackURI("/word/footnotes.xml")
            notes = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, FOOTNOTES.encode(), part.package)
            part.relate_to(notes, kind)
        root = parse_xml(notes.blob)
        for note in list(root):
            if note.get(qn("w:type")) in (None, "normal"):
                root.remove(note)
        _drop_relations(notes, ())
        notes._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return notes, max((int(note.get(qn("w:id"))) for note in root), default=0) + 1


def _add_notes(notes_part: Any, regels: Regels) -> None:
    from docx.oxml import parse_xml
    from lxml import etree

    root = parse_xml(notes_part.blob)
    root.extend(list(parse_xml(regels.footnotes().encode())))
    notes_part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _numbering(part: Any) -> Any:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml import parse_xml
    from docx.parts.numbering import NumberingPart

    try:
        return part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:
        uri = PackURI("/word/numbering.xml")
        numbering = NumberingPart(uri, CONTENT_TYPE.WML_NUMBERING, parse_xml(NUMBERING.encode()), part.package)
        part.relate_to(numbering, RELATIONSHIP_TYPE.NUMBERING)
        return numbering.element


def _add_lists(numbering: Any) -> tuple[tuple[int, int], int]:
    """Add our two kinds of list; return their ids and the first free number for a list."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    known = numbering.findall(qn("w:abstractNum"))
    first = max((int(each.get(qn("w:abstractNumId"))) for each in known), default=-1) + 1
    place = numbering.index(known[-1]) + 1 if known else len(numbering.findall(qn("w:numPicBullet")))
    for position, definition in enumerate(list_definitions(first), start=place):
        numbering.insert(position, parse_xml(definition.encode()))
    numbers = [int(each.get(qn("w:numId"))) for each in numbering.findall(qn("w:num"))]
    return (first, first + 1), max(numbers, default=0) + 1


def _add_numbers(numbering: Any, written: Iterable[str]) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    known = [*numbering.findall(qn("w:abstractNum")), *numbering.findall(qn("w:num"))]
    for position, number in enumerate(written, start=numbering.index(known[-1]) + 1):
        numbering.insert(position, parse_xml(number.encode()))


def _furnish(section: Any, document: Document, styles: dict[str, str], room: float) -> None:
    """What stands around the text, unless the reference has it: the logo, the kenmerk and the page number."""
    from docx.oxml.ns import qn

    properties, opmaak = section._sectPr, document.opmaak
    has_header = _has_header(section)
    has_footer = properties.find(qn("w:footerReference")) is not None
    if has_header and has_footer:
        return
    if not has_header:
        section.different_first_page_header_footer = True
        title = plain_run(clean(document.title)) + "<w:r><w:tab/></w:r>" + plain_run(clean(document.kenmerk))
        _write(section.header, styles["Header"], title, room)
        _write(
            section.first_page_header,
            styles["Header"],
            _logo(section.first_page_header, document, section.top_margin / EMU),
            room,
        )
    if not has_footer:
        number = _("Pagina {number} van {count}").partition("{number}")
        middle, _field, end = number[2].partition("{count}")
        folio = plain_run(number[0]) + page_field("PAGE") + plain_run(middle) + page_field("NUMPAGES") + plain_run(end)
        text = plain_run(clean(opmaak.voettekst)) + "<w:r><w:tab/></w:r>" + folio
        for footer in (section.footer, section.first_page_footer):
            _write(footer, styles["Footer"], text, room)


def _has_header(section: Any) -> bool:
    from docx.oxml.ns import qn

    return section._sectPr.find(qn("w:headerReference")) is not None


def _logo(header: Any, document: Document, top: float) -> str:
    """The logo in the upper left corner of the text, which leaves room for it, or nothing."""
    opmaak = document.opmaak
    if not opmaak.logo:
        return ""
    header.is_linked_to_previous = False
    relation, _image = header.part.get_or_add_image(io.BytesIO(opmaak.logo))
    return picture(relation, 1, opmaak.logo_tekst, logo_size(opmaak), top)


def _write(place: Any, style: str, runs: str, room: float) -> None:
    """One paragraph as the whole header or footer; what stands after a tab stands at the right."""
    from docx.oxml import parse_xml

    place.is_linked_to_previous = False
    for child in list(place._element):
        place._element.remove(child)
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{twips(room)}"/></w:tabs>'
    paragraph = f'<w:p {NS}><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{runs}</w:p>'
    place._element.append(parse_xml(paragraph.encode()))


def _describe(word: Any, document: Document) -> None:
    """What the file says about itself; the moment is the date of the document."""
    moment = datetime.datetime.combine(document.datum, datetime.time(), datetime.UTC).replace(tzinfo=None)
    core = word.core_properties
    for name, value in {
        "title": document.title,
        "author": document.author,
        "subject": document.subject,
        "keywords": document.kenmerk,
        "last_modified_by": document.author,
    }.items():
        setattr(core, name, clean(value).replace("\n", " ")[:255])  # no property is longer
    core.comments = core.category = ""
    core.language = document.language
    core.revision = 1
    core.created = core.modified = moment
    if core.last_printed is not None:
        core._element._remove_lastPrinted()
