"""The styles of an OpenDocument text: paper, letters, lists and what stands around the text."""

from __future__ import annotations

from regietafel.documents.blocks import Document
from regietafel.documents.kleur import tekstkleur
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
from regietafel.i18n import _

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NS = " ".join(
    [
        *(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta", "manifest")),
        f'xmlns:draw="{_OASIS}:drawing:1.0" xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_OASIS}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"',
    ]
)
LISTS = {True: "RTNummers", False: "RTTekens"}
_SMALL = f'<style:text-properties fo:color="#{GREY}" fo:font-size="{SMALL_SIZE}pt"/>'
_FINE = f'<style:text-properties fo:color="#{GREY}" fo:font-size="9pt"/>'


def styles_part(document: Document, letter: str, logo: str) -> str:
    """The part with all styles; ``logo`` is the frame that stands at the head of the first page, or nothing."""
    return (
        f"<office:document-styles {NS}><office:font-face-decls>"
        f'<style:font-face style:name="{xml_text(letter)}" svg:font-family="\'{xml_text(letter)}\'"'
        ' style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>'
        f"<office:styles>{_default(document, letter)}{_paragraphs(document)}{_texts()}{_lists()}"
        '<style:style style:name="Frame" style:family="graphic"/>'  # without it LibreOffice takes a box for a drawing
        '<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0"'
        ' text:citation-style-name="Noot" text:citation-body-style-name="Noot"/></office:styles>'
        f"<office:automatic-styles>{_page(document)}</office:automatic-styles>"
        f"<office:master-styles>{_masters(document, logo)}</office:master-styles></office:document-styles>"
    )


def table_styles() -> str:
    """The cells of a table: with a thin line below, with a dark one, and without."""
    cells = "".join(
        f'<style:style style:name="RT{name}" style:family="table-cell"><style:table-cell-properties'
        f' fo:padding-top="0.12cm" fo:padding-bottom="0.12cm" fo:padding-left="0cm" fo:padding-right="0.35cm"'
        f' fo:border="none" fo:border-bottom="{line}" style:vertical-align="{place}"/></style:style>'
        for name, line, place in (
            ("Cel", f"0.5pt solid #{LIGHT}", "top"),
            ("CelEind", f"0.75pt solid #{INK}", "top"),
            ("CelKop", f"0.75pt solid #{INK}", "bottom"),
            ("CelGroep", f"0.5pt solid #{LIGHT}", "bottom"),
            ("CelKaal", "none", "top"),
        )
    )
    rows = "".join(
        f'<style:style style:name="RTRij{name}" style:family="table-row">'
        f'<style:table-row-properties fo:keep-together="{keep}"/></style:style>'
        for name, keep in (("Heel", "always"), ("Deelbaar", "auto"))
    )
    return cells + rows


def _default(document: Document, letter: str) -> str:
    language, _dash, country = document.language.partition("-")
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties'
        f' fo:line-height="{BODY_LEADING}pt" fo:orphans="2" fo:widows="2" style:tab-stop-distance="1.25cm"/>'
        f'<style:text-properties style:font-name="{xml_text(letter)}" fo:font-size="{BODY_SIZE}pt" fo:color="#{INK}"'
        f' fo:language="{language}" fo:country="{country}"/></style:default-style>'
    )


def _style(
    name: str, shown: str, paragraph: str = "", text: str = "", *, basis: str = "Standard", more: str = ""
) -> str:
    parent = f' style:parent-style-name="{basis}"' if basis else ""
    properties = f"<style:paragraph-properties {paragraph}/>" if paragraph else ""
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph"{parent}{more}>'
        f"{properties}{text}</style:style>"
    )


def _paragraphs(document: Document) -> str:
    colour = tekstkleur(document.opmaak.kleur) or f"#{INK}"
    label, bold = f"{LABEL_WIDTH}mm", 'fo:font-weight="bold"'
    tabbed = f'<style:paragraph-properties fo:margin-left="{label}" fo:text-indent="-{label}"><style:tab-stops>'
    headings = "".join(
        _style(
            f"Heading_20_{level}",
            f"Heading {level}",
            f'fo:margin-top="{above}pt" fo:margin-bottom="{below}pt" fo:line-height="{leading}pt"'
            ' fo:keep-with-next="always"',
            f'<style:text-properties {bold} fo:font-size="{size}pt" fo:color="{colour}"/>',
            more=f' style:next-style-name="Text_20_body" style:default-outline-level="{level}"',
        )
        for level, size, leading, above, below in ((1, 15, 20, 18, 9), (2, 12, 16, 13, 3), (3, 10.5, 15, 12, 1))
    )
    cell = f'<style:text-properties fo:font-size="{TABLE_SIZE}pt"/>'
    strong = f"<style:text-properties {bold}/>"
    right = 'fo:text-align="end"'
    return "".join(
        [
            '<style:style style:name="Standard" style:family="paragraph"/>',
            _style("Text_20_body", "Text body", 'fo:margin-bottom="7.5pt"'),
            _style("RTHouden", "Regietafel Houden", 'fo:keep-with-next="always"', basis="Text_20_body"),
            headings,
            _style("RTLijst", "Regietafel Lijst", 'fo:margin-bottom="2pt"'),
            _style("RTLijstEind", "Regietafel Lijst einde", 'fo:margin-bottom="7.5pt"'),
            _style(
                "RTAfzender",
                "Regietafel Afzender",
                'fo:line-height="18pt"',
                f'<style:text-properties {bold} fo:font-size="13pt"/>',
            ),
            _style("RTKlein", "Regietafel Klein", 'fo:line-height="13pt"', _SMALL),
            _style("RTAdres", "Regietafel Adres"),
            f'<style:style style:name="RTKenmerk" style:display-name="Regietafel Kenmerk" style:family="paragraph"'
            f' style:parent-style-name="Standard">{tabbed}<style:tab-stop style:position="0cm"/></style:tab-stops>'
            "</style:paragraph-properties></style:style>",
            _style(
                "RTOpmerking",
                "Regietafel Opmerking",
                f'fo:margin-top="10pt" fo:margin-bottom="10pt" fo:border-left="2pt solid #{GREY}"'
                ' fo:padding-left="8pt" fo:line-height="14pt"',
                _SMALL,
            ),
            _style("RTBeeld", "Regietafel Beeld", 'fo:line-height="100%" fo:keep-with-next="always"'),
            _style(
                "RTBijschrift",
                "Regietafel Bijschrift",
                'fo:margin-top="3pt" fo:margin-bottom="14pt" fo:line-height="13pt"',
                _SMALL,
            ),
            _style("RTCel", "Regietafel Cel", 'fo:line-height="14pt"', cell),
            _style("RTCelRechts", "Regietafel Cel rechts", right, basis="RTCel"),
            _style("RTCelVet", "Regietafel Cel vet", "", strong, basis="RTCel"),
            _style("RTCelVetRechts", "Regietafel Cel vet rechts", right, strong, basis="RTCel"),
            _style(
                "RTTekenen",
                "Regietafel Tekenen",
                f'fo:margin-top="17mm" fo:margin-right="8mm" fo:border-top="0.5pt solid #{GREY}" fo:padding-top="2pt"'
                ' fo:line-height="13pt"',
                _SMALL,
            ),
            _style("Footnote", "Footnote", 'fo:line-height="12pt"', '<style:text-properties fo:font-size="9pt"/>'),
            _style("Header", "Header", "", _FINE),
            _style("Footer", "Footer", "", _FINE),
            _style("RTWit", "Regietafel Wit", 'fo:line-height="1pt"', '<style:text-properties fo:font-size="1pt"/>'),
            _style(
                "RTBlad",
                "Regietafel Nieuw blad",
                'fo:break-before="page" fo:line-height="1pt"',
                '<style:text-properties fo:font-size="1pt"/>',
            ),
        ]
    )


def _texts() -> str:
    styles = {
        "Vet": 'fo:font-weight="bold"',
        "Schuin": 'fo:font-style="italic"',
        "VetSchuin": 'fo:font-weight="bold" fo:font-style="italic"',
        "Link": 'fo:color="#1D4ED8" style:text-underline-style="solid"',
        "Weggelaten": f'fo:background-color="#{SHADE}"',
        "Noot": 'style:text-position="super 58%"',
        "Label": f'fo:color="#{GREY}" fo:font-size="{SMALL_SIZE}pt"',
    }
    return "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {how}/></style:style>'
        for name, how in styles.items()
    )


def _lists() -> str:
    def place(depth: int) -> str:
        return (
            '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
            f'<style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="{18 * depth}pt"'
            f' fo:text-indent="-18pt" text:list-tab-stop-position="{18 * depth}pt"/></style:list-level-properties>'
        )

    numbers = "".join(
        f'<text:list-level-style-number text:level="{depth}" style:num-format="{kind}" style:num-suffix=".">'
        f"{place(depth)}</text:list-level-style-number>"
        for depth, kind in enumerate("1ai", start=1)
    )
    bullets = "".join(
        f'<text:list-level-style-bullet text:level="{depth}" text:bullet-char="{sign}">{place(depth)}'
        "</text:list-level-style-bullet>"
        for depth, sign in enumerate(BULLETS, start=1)
    )
    return (
        f'<text:list-style style:name="{LISTS[True]}">{numbers}</text:list-style>'
        f'<text:list-style style:name="{LISTS[False]}">{bullets}</text:list-style>'
    )


def _page(document: Document) -> str:
    top, right, bottom, left = MARGINS
    around = 10  # mm of the margins above and below are for the header and the footer
    space = 'style:dynamic-spacing="false"'
    return (
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm"'
        f' fo:margin-top="{around}mm" fo:margin-right="{right}mm" fo:margin-bottom="{around - 2}mm"'
        f' fo:margin-left="{left + document.opmaak.bindmarge}mm" style:print-orientation="portrait"/>'
        f'<style:header-style><style:header-footer-properties svg:height="{top - around}mm" fo:margin-bottom="5mm"'
        f" {space}/></style:header-style><style:footer-style><style:header-footer-properties"
        f' svg:height="{bottom - around + 2}mm" fo:margin-top="5mm" {space}/></style:footer-style></style:page-layout>'
        '<style:style style:name="Rechts" style:family="paragraph" style:parent-style-name="Header">'
        f'<style:paragraph-properties><style:tab-stops><style:tab-stop style:type="right"'
        f' style:position="{text_width(document) / MM:.1f}mm"/></style:tab-stops></style:paragraph-properties>'
        '</style:style><style:style style:name="Logo" style:family="graphic"><style:graphic-properties'
        ' style:horizontal-pos="left" style:horizontal-rel="page-content" style:vertical-pos="from-top"'
        ' style:vertical-rel="page" style:wrap="run-through" style:run-through="foreground" fo:border="none"'
        ' fo:padding="0cm"/></style:style>'
    )


def text_width(document: Document) -> float:
    """How wide the text is, in points."""
    return (210 - MARGINS[1] - MARGINS[3] - document.opmaak.bindmarge) * MM


def _masters(document: Document, logo: str) -> str:
    title, kenmerk = xml_text(document.title), xml_text(document.kenmerk)
    folio = xml_text(_("Pagina {number} van {count}")).format(
        number='<text:page-number text:select-page="current">1</text:page-number>',
        count="<text:page-count>1</text:page-count>",
    )
    footer = (
        f'<style:footer><text:p text:style-name="Rechts">{xml_text(document.opmaak.voettekst)}<text:tab/>{folio}'
        "</text:p></style:footer>"
    )
    return (
        '<style:master-page style:name="Vervolg" style:page-layout-name="A4"><style:header>'
        f'<text:p text:style-name="Rechts">{title}<text:tab/>{kenmerk}</text:p></style:header>{footer}'
        '</style:master-page><style:master-page style:name="Standard" style:page-layout-name="A4"'
        ' style:next-style-name="Vervolg"><style:header><text:p text:style-name="Header">'
        f"{logo}</text:p></style:header>{footer}</style:master-page>"
    )
