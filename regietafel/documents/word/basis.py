"""The plain .docx that a document begins with when the user gave none: styles, lists and footnotes, no words."""

from __future__ import annotations

import io
import zipfile

from regietafel.documents.word.gemeen import (
    BODY_LEADING,
    BODY_SIZE,
    BULLETS,
    GREY,
    INK,
    LABEL_WIDTH,
    LIGHT,
    MARGINS,
    MM,
    SHADE,
    SMALL_SIZE,
    TABLE_SIZE,
    xml_text,
)

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "settings", "numbering", "footnotes", "fontTable")


def twips(points: float) -> int:
    """Word measures in twentieths of a point."""
    return round(points * 20)


def base_docx(letter: str, kleur: str, bindmarge: int) -> bytes:
    """An empty document on A4 with our styles, in the font ``letter`` with headings in the colour ``kleur``."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
            "word/document.xml": _document(bindmarge),
            "word/_rels/document.xml.rels": _relations([(part, f"{part}.xml") for part in _PARTS]),
            "word/styles.xml": styles_xml(letter, kleur),
            "word/settings.xml": _SETTINGS,
            "word/numbering.xml": NUMBERING,
            "word/footnotes.xml": FOOTNOTES,
            "word/fontTable.xml": _fonts(letter),
        }.items():
            archive.writestr(name, text if text.startswith("<?xml") else _HEAD + text)
    return target.getvalue()


def _content_types() -> str:
    overrides = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{_WML}.{part}+xml"/>' for part in _PARTS)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>{overrides}</Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


def _document(bindmarge: int) -> str:
    top, right, bottom, left = (twips(side * MM) for side in MARGINS)
    return (
        f'<w:document {NS}><w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{twips(11 * MM)}" w:footer="{twips(8 * MM)}" w:gutter="{twips(bindmarge * MM)}"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _fonts(letter: str) -> str:
    """Which font to take where the named one is missing: one without serifs, which runs about as wide."""
    return (
        f'<w:fonts {NS}><w:font w:name="{xml_text(letter)}"><w:altName w:val="Segoe UI"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _style(kind: str, style_id: str, name: str, basis: str = "", *, p: str = "", r: str = "", more: str = "") -> str:
    """A style; ``more`` is what stands between its basis and the properties, in the order of the schema."""
    based = f'<w:basedOn w:val="{basis}"/>' if basis else ""
    paragraph = f"<w:pPr>{p}</w:pPr>" if p else ""
    run = f"<w:rPr>{r}</w:rPr>" if r else ""
    own = "" if name[0].islower() or name in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{own} w:styleId="{style_id}"><w:name w:val="{name}"/>{based}{more}'
        f"{paragraph}{run}</w:style>"
    )


_BUILT_IN = {"Body Text", "List Paragraph", "Hyperlink"}


def styles_xml(letter: str, kleur: str) -> str:
    """The styles part. A style of a reference with the same name takes the place of one of these."""
    lead, size = twips(BODY_LEADING), round(BODY_SIZE * 2)
    font = xml_text(letter)
    small = f'<w:color w:val="{GREY}"/><w:sz w:val="{round(SMALL_SIZE * 2)}"/><w:szCs w:val="{round(SMALL_SIZE * 2)}"/>'
    small_lines = '<w:spacing w:after="0" w:line="260" w:lineRule="atLeast"/>'
    cell = f'<w:sz w:val="{round(TABLE_SIZE * 2)}"/><w:szCs w:val="{round(TABLE_SIZE * 2)}"/>'
    label = twips(LABEL_WIDTH * MM)
    grey = f'<w:color w:val="{GREY}"/>'
    headings = [
        _style(
            "paragraph",
            f"Heading{level}",
            f"heading {level}",
            "Normal",
            more='<w:next w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/>',
            p=f'<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="{before}" w:after="{after}"'
            f' w:line="{line}" w:lineRule="atLeast"/><w:outlineLvl w:val="{level - 1}"/>',
            r=f'<w:b/><w:bCs/><w:color w:val="{kleur}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>',
        )
        for level, half, line, before, after in ((1, 30, 400, 360, 180), (2, 24, 320, 260, 60), (3, 21, 300, 240, 20))
    ]
    return "".join(
        [
            f"<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>"
            f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
            f'<w:color w:val="{INK}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
            '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            f'<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="{lead}" w:lineRule="atLeast"/></w:pPr>'
            "</w:pPrDefault></w:docDefaults>",
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
            '</w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
            '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
            '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
            _style("paragraph", "BodyText", "Body Text", "Normal", more="<w:qFormat/>", p='<w:spacing w:after="150"/>'),
            *headings,
            _style("paragraph", "ListParagraph", "List Paragraph", "Normal", p='<w:spacing w:after="40"/>'),
            _style(
                "paragraph",
                "Caption",
                "caption",
                "Normal",
                p='<w:spacing w:before="60" w:after="280" w:line="260" w:lineRule="atLeast"/>',
                r=small,
            ),
            _style("paragraph", "Header", "header", "Normal", p=small_lines, r=f'{grey}<w:sz w:val="18"/>'),
            _style("paragraph", "Footer", "footer", "Normal", p=small_lines, r=f'{grey}<w:sz w:val="18"/>'),
            _style("paragraph", "FootnoteText", "footnote text", "Normal", p=small_lines, r='<w:sz w:val="18"/>'),
            _style("character", "FootnoteReference", "footnote reference", r='<w:vertAlign w:val="superscript"/>'),
            _style("character", "Hyperlink", "Hyperlink", r='<w:color w:val="1D4ED8"/><w:u w:val="single"/>'),
            _style("paragraph", "RTKlein", "Regietafel Klein", "Normal", p=small_lines, r=small),
            _style(
                "paragraph",
                "RTAfzender",
                "Regietafel Afzender",
                "Normal",
                p='<w:spacing w:line="360" w:lineRule="atLeast"/>',
                r='<w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/>',
            ),
            _style("paragraph", "RTAdres", "Regietafel Adres", "Normal"),
            _style(
                "paragraph",
                "RTKenmerk",
                "Regietafel Kenmerk",
                "Normal",
                p=f'<w:tabs><w:tab w:val="left" w:pos="{label}"/></w:tabs>'
                f'<w:ind w:left="{label}" w:hanging="{label}"/>',
            ),
            _style("character", "RTLabel", "Regietafel Label", r=small),
            _style(
                "paragraph",
                "RTOpmerking",
                "Regietafel Opmerking",
                "Normal",
                p=f'<w:pBdr><w:left w:val="single" w:sz="16" w:space="8" w:color="{GREY}"/></w:pBdr>'
                '<w:spacing w:before="200" w:after="200" w:line="280" w:lineRule="atLeast"/><w:ind w:left="200"/>',
                r=small,
            ),
            _style(
                "character",
                "RTWeggelakt",
                "Regietafel Weggelaten",
                r=f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>',
            ),
            _style(
                "paragraph",
                "RTCel",
                "Regietafel Cel",
                "Normal",
                p='<w:spacing w:before="70" w:after="70" w:line="280" w:lineRule="atLeast"/>',
                r=cell,
            ),
            _style("paragraph", "RTCelVet", "Regietafel Cel vet", "RTCel", r="<w:b/><w:bCs/>"),
            _style(
                "paragraph",
                "RTTekenen",
                "Regietafel Tekenen",
                "Normal",
                p=f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="2" w:color="{GREY}"/></w:pBdr>'
                f'<w:spacing w:before="{twips(17 * MM)}" w:line="260" w:lineRule="atLeast"/>',
                r=small,
            ),
            _style(
                "paragraph", "RTFiguur", "Regietafel Figuur", "Normal", p='<w:spacing w:line="240" w:lineRule="auto"/>'
            ),
            _style(
                "paragraph",
                "RTWit",
                "Regietafel Wit",
                "Normal",
                p='<w:spacing w:line="20" w:lineRule="exact"/>',
                r='<w:sz w:val="2"/>',
            ),
            '<w:style w:type="table" w:customStyle="1" w:styleId="RTTabel"><w:name w:val="Regietafel Tabel"/>'
            '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
            f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LIGHT}"/></w:tblBorders><w:tblCellMar>'
            '<w:left w:w="0" w:type="dxa"/><w:right w:w="200" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
            "</w:styles>",
        ]
    )


def _abstract_number(number: int, levels: list[tuple[str, str]]) -> str:
    """A list of three levels: of each how it counts and what it shows."""
    lines = [
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{(depth + 1) * 360}" w:hanging="360"/></w:pPr></w:lvl>'
        for depth, (kind, shown) in enumerate(levels)
    ]
    return (
        f'<w:abstractNum {NS} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(lines)}</w:abstractNum>"
    )


def list_definitions(first: int) -> tuple[str, str]:
    """How lists with bullets and with numbers look, as definitions ``first`` and ``first + 1`` of a numbering part."""
    return (
        _abstract_number(first, [("bullet", sign) for sign in BULLETS]),
        _abstract_number(first + 1, [("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3.")]),
    )


NUMBERING = f"{_HEAD}<w:numbering {NS}/>"
FOOTNOTES = (
    f"{_HEAD}<w:footnotes {NS}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
    "<w:r><w:separator/></w:r></w:p></w:footnote>"
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/>'
    "</w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
)
_SETTINGS = (
    f'<w:settings {NS}><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/></w:settings>'
)
