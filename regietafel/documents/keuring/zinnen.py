"""The rules of the standards in Dutch, by the middle of the judge's name for them (``LINK-CONTENTS``)."""

from __future__ import annotations

from regietafel.i18n import _


def sentence(name: str, norm: str) -> str:
    """What is wrong and what now; a general sentence for a rule that is rare."""
    known = _SENTENCES.get(name) or next((said for start, said in _GROUPS if name.startswith(start)), None)
    if known is None:
        return _("Het bestand voldoet niet aan regel {name} van {norm}. Maak de PDF opnieuw.").format(
            name=name, norm=norm
        )
    return known


_SENTENCES = {
    "ACTUAL-TEXT-LANGUAGE": _("Van een vervangende tekst is de taal niet bekend. Zet de taal van het document."),
    "ALT-TEXT-LANGUAGE": _("Van een alternatieve tekst is de taal niet bekend. Zet de taal van het document."),
    "ANNOTATION-ANNOT-TAG": _(
        "Een opmerking of knop op de bladzijde heeft geen tag. Geef haar een tag of haal haar weg."
    ),
    "ANNOTATION-CONTENTS-ALT": _("Een opmerking of knop heeft geen omschrijving. Schrijf wat zij doet."),
    "ARTIFACT-NESTED": _("Een artefact staat binnen een tag. Zet het erbuiten."),
    "CIDTOGIDMAP": _("Een lettertype mist de tabel van zijn tekens. Sluit het lettertype opnieuw in."),
    "CONTENT-TAGGING": _(
        "Iets op de bladzijde heeft geen tag en is geen artefact. Geef het een tag of maak er een artefact van."
    ),
    "DEVICE-CMYK": _("Er zijn drukkleuren (CMYK) zonder kleurprofiel. Sla de PDF op met een kleurprofiel."),
    "DEVICE-GRAY": _("Er zijn grijstinten zonder kleurprofiel. Sla de PDF op met een kleurprofiel."),
    "DEVICE-RGB": _("Er zijn kleuren zonder kleurprofiel. Sla de PDF op met een kleurprofiel."),
    "EMBEDDED-FILE-MIME": _("Van een bijlage is de soort niet bekend. Voeg de bijlage opnieuw toe."),
    "EMBEDDED-FILE-PDFA": _("Een bijlage is zelf geen PDF/A. Gebruik PDF/A-3 of haal de bijlage weg."),
    "ENCRYPTION": _("Het bestand is beveiligd. Sla het op zonder beveiliging."),
    "ENCRYPTION-P": _("De beveiliging laat voorleesprogramma's niet toe. Sla het bestand op zonder beveiliging."),
    "FIGURE-ALTERNATIVE-TEXT": _("De afbeelding heeft geen alternatieve tekst. Schrijf wat zij laat zien."),
    "FILE-SPEC-AF-RELATIONSHIP": _(
        "Van een bijlage is niet gezegd wat zij met het document te maken heeft. Voeg haar opnieuw toe."
    ),
    "FILE-SPEC-EMBEDDED-FILE": _(
        "Het bestand bevat een bijlage die deze norm niet toelaat. Gebruik PDF/A-3 of haal haar weg."
    ),
    "FONT-EMBEDDING": _("Een lettertype zit niet in het bestand. Sla de PDF op met ingesloten lettertypen."),
    "FONT-GLYPH-PRESENCE": _("Een lettertype mist een teken dat wordt gebruikt. Sluit het lettertype opnieuw in."),
    "FONT-GLYPH-WIDTH": _("De breedte van een letter klopt niet met het lettertype. Sluit het lettertype opnieuw in."),
    "FONT-UNICODE-MAPPING": _("Van een lettertype is niet bekend welke letters het toont. Maak de PDF opnieuw."),
    "FORMULA-ALTERNATIVE-TEXT": _("De formule heeft geen alternatieve tekst. Schrijf hoe u haar voorleest."),
    "HEADING-NESTING": _("Een kop slaat een niveau over. Geef hem het niveau na dat van de kop ervoor."),
    "HEADING-CHILD-COUNT": _("Een deel heeft meer dan één kop (H). Gebruik genummerde koppen (H1, H2)."),
    "HEADING-STRUCTURE": _("Genummerde koppen (H1) en koppen zonder nummer (H) staan door elkaar. Kies één soort."),
    "ICCBASED": _("Het kleurprofiel deugt niet. Sla de PDF op met sRGB."),
    "ID-CONFORMANCE": _("Het niveau van PDF/A dat het bestand noemt, klopt niet. Sla het opnieuw op als PDF/A."),
    "ID-PART": _("Het bestand zegt niet aan welke norm het voldoet. Sla het op als PDF/A en PDF/UA."),
    "ID-SCHEMA": _("Het bestand zegt niet aan welke norm het voldoet. Sla het op als PDF/A en PDF/UA."),
    "L-KIDS": _("Onder een lijst staat iets anders dan onderdelen (LI). Maak er onderdelen van."),
    "LANG": _("De taal van het document ontbreekt. Zet de taal op Nederlands (nl-NL)."),
    "LANGUAGE-TAG": _("De taal is niet goed geschreven. Schrijf nl-NL."),
    "LI-KIDS": _("Onder een onderdeel van een lijst staat iets anders dan een teken (Lbl) en tekst (LBody)."),
    "LI-PARENT": _("Een onderdeel (LI) staat buiten een lijst. Zet er een lijst (L) omheen."),
    "LBODY-PARENT": _("De tekst van een onderdeel (LBody) staat buiten een onderdeel (LI)."),
    "LINK-CONTENTS": _("De koppeling heeft geen omschrijving (Contents). Schrijf waar zij heen gaat."),
    "LINK-LINK-TAG": _("Een koppeling op de bladzijde heeft geen tag Link. Geef haar die tag."),
    "METADATA-LANGUAGE": _("Van een tekst in de eigenschappen is de taal niet bekend. Zet de taal van het document."),
    "METADATA-STRUCTURE": _("De eigenschappen (XMP) ontbreken. Sla het bestand op als PDF/A of PDF/UA."),
    "METADATA-TITLE": _("De titel van het document ontbreekt. Vul de titel in bij de eigenschappen."),
    "NOTDEF-GLYPH": _("Er staat een teken dat het lettertype niet heeft. Kies een ander lettertype of teken."),
    "NOTE-ID": _("Een voetnoot heeft geen eigen nummer (ID). Maak de PDF opnieuw."),
    "NOTE-ID-UNIQUE": _("Twee voetnoten hebben hetzelfde nummer (ID). Maak de PDF opnieuw."),
    "OUTLINE-LANGUAGE": _("Van de bladwijzers is de taal niet bekend. Zet de taal van het document."),
    "OUTPUTINTENT": _("Het kleurprofiel van het bestand ontbreekt of deugt niet. Sla de PDF op met sRGB."),
    "PAGE-TABS": _("De tabtoets volgt op deze bladzijde niet de volgorde van de tags (Tabs). Zet Tabs op S."),
    "SPAN-ACTUAL-TEXT-LANGUAGE": _("Van een vervangende tekst is de taal niet bekend. Zet de taal van het document."),
    "SPAN-ALT-TEXT-LANGUAGE": _("Van een alternatieve tekst is de taal niet bekend. Zet de taal van het document."),
    "STREAM-EOL": _("De opbouw van het bestand is slordig (regeleinden). Sla het opnieuw op als PDF/A."),
    "STREAM-LENGTH": _("De opbouw van het bestand is slordig (lengtes). Sla het opnieuw op als PDF/A."),
    "STRUCT-ELEMENT-PARENT": _("Een tag weet niet waar hij onder hoort. Maak de PDF opnieuw."),
    "STRUCT-TREE-ROOT": _("De PDF heeft geen tags. Maak haar opnieuw uit de bron, met tags."),
    "SUSPECTS": _("Het bestand zegt zelf dat zijn tags niet kloppen. Maak de PDF opnieuw."),
    "TABLE-CELL-INTERSECTION": _("Cellen van de tabel liggen over elkaar. Kijk ColSpan en RowSpan na."),
    "TABLE-COLUMN-ROWSPAN": _("De kolommen van de tabel zijn niet even lang. Kijk RowSpan na."),
    "TABLE-HEADERS-SCOPE": _("Bij een cel van de tabel is geen kop te vinden. Geef de koppen Scope Column of Row."),
    "TABLE-HEADERS-UNDEFINED": _("Een cel verwijst naar een kop die er niet is. Kijk Headers na."),
    "TABLE-ROW-COLUMNSPAN": _("De rijen van de tabel hebben niet evenveel kolommen. Kijk ColSpan na."),
    "TAGGED-CONTENT-INSIDE-ARTIFACT": _("Tekst met een tag staat in een artefact. Haal haar daaruit."),
    "TAGGED-DOCUMENT": _("Het bestand zegt niet dat het tags heeft (Marked). Sla het op met tags."),
    "TD-PARENT": _("Een cel (TD) staat buiten een rij (TR)."),
    "TEXT-LANGUAGE": _("Van een tekst is de taal niet bekend. Zet de taal van het document."),
    "TH-PARENT": _("Een kop van een tabel (TH) staat buiten een rij (TR)."),
    "TR-PARENT": _("Een rij (TR) staat buiten een tabel."),
    "TR-KIDS": _("In een rij van de tabel staat iets anders dan cellen (TH, TD)."),
    "TRAILER-ID": _("Het bestand heeft geen eigen nummer (ID). Sla het opnieuw op als PDF/A."),
    "UNICODE-MAPPING": _("Van een lettertype is niet bekend welke letters het toont. Maak de PDF opnieuw."),
    "VIEWER-PREFERENCES": _(
        "Het venster toont de bestandsnaam. Laat het de titel van het document tonen (DisplayDocTitle)."
    ),
    "WIDGET-FORM-TAG": _("Een invulveld heeft geen tag Form. Geef het die tag."),
}

# For all other rules whose name begins so.
_GROUPS = (
    ("ACTION-", _("Het bestand doet iets uit zichzelf (een actie) dat de norm verbiedt. Haal de actie weg.")),
    (
        "ANNOTATION-",
        _("Een opmerking of knop op de bladzijde voldoet niet aan de norm. Haal haar weg of maak haar opnieuw."),
    ),
    ("EMBEDDED-FILE", _("Een bijlage in het bestand voldoet niet aan de norm. Voeg haar opnieuw toe.")),
    ("EXTGSTATE-", _("Het bestand gebruikt een tekenwijze die de norm verbiedt. Sla het opnieuw op als PDF/A.")),
    ("FILE-SPEC-", _("Een bijlage in het bestand voldoet niet aan de norm. Voeg haar opnieuw toe.")),
    ("FONT-", _("Een lettertype voldoet niet aan de norm. Sluit het opnieuw in.")),
    ("FORM-FIELD-", _("Een invulveld heeft geen omschrijving. Schrijf wat erin hoort.")),
    ("IMAGE-", _("Een afbeelding voldoet niet aan de norm. Voeg haar opnieuw toe.")),
    ("INFO-", _("De eigenschappen staan er twee keer en zijn niet gelijk (Info en XMP). Sla het bestand opnieuw op.")),
    ("JPEG2000-", _("Een afbeelding (JPEG 2000) voldoet niet aan de norm. Voeg haar toe als PNG of JPEG.")),
    ("STRUCT-TREE-ROLE-MAP", _("Een eigen tag is niet vertaald naar een gewone (RoleMap). Maak de PDF opnieuw.")),
    ("TABLE-", _("De tabel is niet goed opgebouwd. Maak haar opnieuw met koppen en rijen.")),
    ("TBODY-", _("De tabel is niet goed opgebouwd (TBody). Maak haar opnieuw.")),
    ("TFOOT-", _("De tabel is niet goed opgebouwd (TFoot). Maak haar opnieuw.")),
    ("THEAD-", _("De tabel is niet goed opgebouwd (THead). Maak haar opnieuw.")),
    ("TOC", _("De inhoudsopgave is niet goed opgebouwd. Maak haar opnieuw.")),
    ("TRANSPARENCY-", _("Doorzichtigheid in het bestand voldoet niet aan de norm. Sla het op als PDF/A-2.")),
    ("TRUETYPE-", _("Een lettertype voldoet niet aan de norm. Sluit het opnieuw in.")),
    ("TYPE0-", _("Een lettertype voldoet niet aan de norm. Sluit het opnieuw in.")),
    ("XMP-", _("De eigenschappen (XMP) voldoen niet aan de norm. Sla het bestand opnieuw op als PDF/A.")),
    ("XREF-", _("De opbouw van het bestand is slordig. Sla het opnieuw op als PDF/A.")),
)

# Which rules of our own say the same, with the place: then the judge need not say it again.
COVERED = {
    "ALT-TEXT-LANGUAGE": frozenset({"taal"}),
    "ACTUAL-TEXT-LANGUAGE": frozenset({"taal"}),
    "ANNOTATION-CONTENTS-LANGUAGE": frozenset({"taal"}),
    "CONTENT-TAGGING": frozenset({"ongemerkt"}),
    "FIGURE-ALTERNATIVE-TEXT": frozenset({"alt-leeg"}),
    "FONT-EMBEDDING": frozenset({"letter-ingebed"}),
    "FONT-UNICODE-MAPPING": frozenset({"letter-unicode"}),
    "FONT-UNICODE-VALUE": frozenset({"letter-unicode"}),
    "FORMULA-ALTERNATIVE-TEXT": frozenset({"alt-leeg"}),
    "HEADING-NESTING": frozenset({"kop-sprong", "kop-geen-h1"}),
    "ID-CONFORMANCE": frozenset({"claim"}),
    "ID-PART": frozenset({"claim"}),
    "ID-SCHEMA": frozenset({"claim"}),
    "INFO-TITLE": frozenset({"titel", "titel-verschil"}),
    "L-KIDS": frozenset({"lijst-onderdeel"}),
    "LANG": frozenset({"taal"}),
    "LBODY-PARENT": frozenset({"lijst-onderdeel"}),
    "LI-KIDS": frozenset({"lijst-onderdeel"}),
    "LINK-CONTENTS": frozenset({"koppeling-omschrijving"}),
    "METADATA-LANGUAGE": frozenset({"taal"}),
    "METADATA-STRUCTURE": frozenset({"claim"}),
    "METADATA-TITLE": frozenset({"titel"}),
    "OUTLINE-LANGUAGE": frozenset({"taal"}),
    "SPAN-ACTUAL-TEXT-LANGUAGE": frozenset({"taal"}),
    "SPAN-ALT-TEXT-LANGUAGE": frozenset({"taal"}),
    "TABLE-CELL-INTERSECTION": frozenset({"tabel-vorm"}),
    "TABLE-COLUMN-ROWSPAN": frozenset({"tabel-vorm"}),
    "TABLE-HEADERS-SCOPE": frozenset({"tabel-scope", "tabel-kop", "tabel-rijkop", "tabel-vorm"}),
    "TABLE-ROW-COLUMNSPAN": frozenset({"tabel-vorm"}),
    "TEXT-LANGUAGE": frozenset({"taal"}),
    "UNICODE-MAPPING": frozenset({"letter-unicode"}),
    "VIEWER-PREFERENCES": frozenset({"titel-getoond"}),
}

# What a file without tags breaks all at once.
ABOUT_TAGS = frozenset(
    {
        "ANNOTATION-ANNOT-TAG",
        "CONTENT-TAGGING",
        "LINK-LINK-TAG",
        "PAGE-TABS",
        "STRUCT-TREE-ROOT",
        "TAGGED-DOCUMENT",
        "WIDGET-FORM-TAG",
    }
)
