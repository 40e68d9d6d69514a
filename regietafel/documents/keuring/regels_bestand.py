"""Rules about the file as a whole: its language, title, table of contents, fonts and what it says it is."""

from __future__ import annotations

from collections.abc import Iterator

from regietafel.documents.keuring.bestand import Bestand
from regietafel.documents.keuring.bevinding import Bevinding, excerpt
from regietafel.i18n import _, format_number

_PAGES_WITHOUT_BOOKMARKS = 4


def language(bestand: Bestand) -> Iterator[Bevinding]:
    """``taal``: without a language a reader speaks Dutch as if it were English."""
    if not bestand.taal.strip():
        melding = _("De taal van het document ontbreekt. Zet de taal op Nederlands (nl-NL).")
        yield Bevinding(regel="taal", ernst="fout", melding=melding)


def title(bestand: Bestand) -> Iterator[Bevinding]:
    """``titel``, ``titel-verschil`` and ``titel-getoond``: the title, in both places, shown instead of a file name."""
    if not bestand.titel_xmp.strip():
        melding = _("De titel van het document ontbreekt. Vul de titel in bij de eigenschappen.")
        yield Bevinding(regel="titel", ernst="fout", melding=melding)
    elif bestand.titel.strip() and bestand.titel.split() != bestand.titel_xmp.split():
        melding = _("De titel staat er twee keer en is niet gelijk: {one} en {other}. Maak ze gelijk.").format(
            one=excerpt(bestand.titel), other=excerpt(bestand.titel_xmp)
        )
        yield Bevinding(regel="titel-verschil", ernst="fout", melding=melding)
    if not bestand.toont_titel:
        melding = _("Het venster toont de bestandsnaam. Laat het de titel van het document tonen (DisplayDocTitle).")
        yield Bevinding(regel="titel-getoond", ernst="fout", melding=melding)


def bookmarks(bestand: Bestand) -> Iterator[Bevinding]:
    """``bladwijzers``: a long document has a table of contents to jump with."""
    if bestand.aantal > _PAGES_WITHOUT_BOOKMARKS and not bestand.bladwijzers:
        melding = _("Het document heeft {n} bladzijden en geen bladwijzers. Maak bladwijzers van de koppen.").format(
            n=format_number(bestand.aantal)
        )
        yield Bevinding(regel="bladwijzers", ernst="waarschuwing", melding=melding)


def fonts(bestand: Bestand) -> Iterator[Bevinding]:
    """``letter-ingebed`` and ``letter-unicode``: the letters are in the file and have a meaning."""
    seen = set()
    for blad in bestand.bladen:
        for font in blad.lettertypen:
            if font.naam in seen:
                continue
            seen.add(font.naam)
            if not font.ingebed:
                melding = _("Het lettertype zit niet in het bestand. Sla de PDF op met ingesloten lettertypen.")
                yield Bevinding(
                    regel="letter-ingebed", ernst="fout", bladzijde=blad.nummer, waar=font.naam, melding=melding
                )
            if not font.leesbaar:
                melding = _(
                    "Van dit lettertype is niet bekend welke letters het toont (ToUnicode). Maak de PDF opnieuw."
                )
                yield Bevinding(
                    regel="letter-unicode", ernst="fout", bladzijde=blad.nummer, waar=font.naam, melding=melding
                )


def claim(bestand: Bestand) -> Iterator[Bevinding]:
    """``claim``: the file says of no standard that it meets it."""
    if not bestand.claims:
        melding = _("Het bestand noemt geen norm. Het is langs PDF/UA-1 en PDF/A-2a gelegd.")
        yield Bevinding(regel="claim", ernst="waarschuwing", melding=melding)


def tags(bestand: Bestand) -> Iterator[Bevinding]:
    """``zonder-tags``: nothing in it says what is a heading, a table or a list."""
    if bestand.boom is None:
        melding = _(
            "De PDF heeft geen tags: een voorleesprogramma kent geen koppen, tabellen of leesvolgorde. Maak de PDF"
            " opnieuw uit de bron, met tags (in Word: “Documentstructuurlabels”)."
        )
        yield Bevinding(regel="zonder-tags", ernst="fout", melding=melding)


def unread(bestand: Bestand) -> Iterator[Bevinding]:
    """``niet-gelezen``: what was too large to judge."""
    for blad in bestand.bladen:
        if blad.te_groot:
            melding = _("Op deze bladzijde staat te veel om alles na te kijken. Kijk haar zelf na.")
            yield Bevinding(regel="niet-gelezen", ernst="opmerking", bladzijde=blad.nummer, melding=melding)
    if bestand.aantal > len(bestand.bladen):
        melding = _("Alleen de eerste {n} bladzijden zijn nagekeken. Splits het bestand.").format(
            n=format_number(len(bestand.bladen))
        )
        yield Bevinding(regel="niet-gelezen", ernst="opmerking", melding=melding)


RULES = (claim, tags, language, title, bookmarks, fonts, unread)
