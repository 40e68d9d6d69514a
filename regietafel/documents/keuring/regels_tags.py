"""Rules about the tags: headings, lists, links, pictures and what replaces text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regietafel.documents.keuring.bevinding import Bevinding, Ernst, excerpt
from regietafel.documents.keuring.boom import Aantekening, Boom, Inhoud, Knoop
from regietafel.i18n import _

_MM = 72 / 25.4
_FILE_NAME = re.compile(
    r".*\.(png|jpe?g|gif|svg|bmp|tiff?|webp|emf|wmf|pdf)|(img|dsc|image|afbeelding|figuur)[ _-]?\d+", re.IGNORECASE
)
_SAYS_NOTHING = frozenset(
    {"afbeelding", "beeld", "figuur", "foto", "grafiek", "illustratie", "image", "kaart", "logo", "picture", "plaatje"}
)
_BARE_LINK = frozenset(
    {"klik", "klik hier", "hier", "lees meer", "meer", "link", "deze link", "lees verder", "website", "click here"}
)
_HEADING = re.compile(r"H([1-6])")
_SCOPES = frozenset({"Document", "Part", "Art"})  # each may have a title of its own
_SHOWN_BY_NUMBER = re.compile(r"\[U\+[0-9A-F]{4,6}\]")  # how we show what no font has
_WORD = re.compile(r"[^\W\d_]{3,}")


def at(node: Knoop, regel: str, ernst: Ernst, melding: str) -> Bevinding:
    """A finding about an element: where it is in the tags, and how its text begins."""
    waar = " ".join(part for part in (node.pad, excerpt(node.tekst)) if part)
    return Bevinding(regel=regel, ernst=ernst, bladzijde=node.bladzijde, waar=waar, melding=melding)


def pictures(boom: Boom) -> Iterator[Bevinding]:
    """``alt-…`` and ``figuur-bijschrift``: what is said instead of a picture says what is in it."""
    for node in boom.wortel.find("Figure", "Formula"):
        alt = " ".join((node.alt or node.vervangt or "").split())
        captions = [" ".join(kid.tekst.split()) for kid in node.find("Caption")]
        if not alt:
            yield at(
                node, "alt-leeg", "fout", _("De afbeelding heeft geen alternatieve tekst. Schrijf wat zij laat zien.")
            )
        elif _FILE_NAME.fullmatch(alt):
            melding = _("De alternatieve tekst {alt} is een bestandsnaam. Schrijf wat de afbeelding laat zien.")
            yield at(node, "alt-bestandsnaam", "fout", melding.format(alt=excerpt(alt)))
        elif alt.casefold().strip(" .") in _SAYS_NOTHING:
            melding = _("De alternatieve tekst {alt} zegt niets. Schrijf wat de afbeelding laat zien.")
            yield at(node, "alt-nietszeggend", "fout", melding.format(alt=excerpt(alt)))
        elif alt in captions:
            melding = _(
                "De alternatieve tekst is gelijk aan het bijschrift: wie luistert, hoort hem twee keer. Schrijf wat de"
                " afbeelding laat zien, of verwijs naar het bijschrift."
            )
            yield at(node, "alt-bijschrift", "waarschuwing", melding)
        if not captions and node.tag == "Figure" and _is_large(node):
            yield at(
                node,
                "figuur-bijschrift",
                "opmerking",
                _("De afbeelding heeft geen bijschrift. Zet er een bij als zij iets uitlegt."),
            )


def _is_large(node: Knoop) -> bool:
    """Larger than a logo; also when it does not say how large."""
    try:
        left, bottom, right, top = (float(each) for each in node.kenmerken["BBox"])  # type: ignore[attr-defined]
    except (KeyError, TypeError, ValueError):
        return True
    return abs(right - left) > 80 * _MM and abs(top - bottom) > 40 * _MM


def headings(boom: Boom) -> Iterator[Bevinding]:
    """``kop-sprong``, ``kop-geen-h1`` and ``kop-meer-h1``: the headings are a table of contents."""
    found = [(node, int(match[1])) for node in boom.wortel.walk() if (match := _HEADING.fullmatch(node.tag))]
    before = 0
    for node, level in found:
        if level > before + 1 and before:
            melding = _("Na een kop van niveau {before} komt niveau {level}. Sla geen niveau over.")
            yield at(node, "kop-sprong", "fout", melding.format(before=before, level=level))
        before = level
    if found and not any(level == 1 for _node, level in found):
        yield at(found[0][0], "kop-geen-h1", "fout", _("Geen kop heeft niveau 1. Maak van de titel een kop 1."))
    yield from _second_titles(boom.wortel)


def _second_titles(scope: Knoop) -> Iterator[Bevinding]:
    titles: list[Knoop] = []
    inner: list[Knoop] = []

    def collect(node: Knoop) -> None:
        for kid in node.kinderen:
            if kid.tag in _SCOPES:
                inner.append(kid)
                continue
            if kid.tag == "H1":
                titles.append(kid)
            collect(kid)

    collect(scope)
    for node in titles[1:]:
        yield at(
            node,
            "kop-meer-h1",
            "waarschuwing",
            _("Er is meer dan één kop 1. Maak hiervan een kop 2, of een eigen deel (Part)."),
        )
    for kid in inner:
        yield from _second_titles(kid)


def lists(boom: Boom) -> Iterator[Bevinding]:
    """``lijst-onderdeel`` and ``lijst-label``: a list is made of items, each with its mark and its text."""
    for node in boom.wortel.find("L"):
        items = [kid for kid in node.kinderen if kid.tag == "LI"]
        for kid in node.kinderen:
            if kid.tag not in {"LI", "L", "Caption"}:
                melding = _("Onder de lijst staat {tag} in plaats van een onderdeel (LI). Maak er een onderdeel van.")
                yield at(kid, "lijst-onderdeel", "fout", melding.format(tag=kid.tag))
        if not items:
            yield at(
                node,
                "lijst-onderdeel",
                "fout",
                _("De lijst heeft geen onderdelen (LI). Geef elk punt een eigen onderdeel."),
            )
        unnumbered = str(node.kenmerken.get("ListNumbering", "")) == "/None"
        for item in items:
            tags = {kid.tag for kid in item.kinderen}
            if "LBody" not in tags:
                yield at(item, "lijst-onderdeel", "fout", _("Dit onderdeel van de lijst heeft geen tekst (LBody)."))
            if "Lbl" not in tags and not unnumbered:
                melding = _(
                    "Dit onderdeel van de lijst heeft geen nummer of opsommingsteken (Lbl). Zet het teken in een Lbl."
                )
                yield at(item, "lijst-label", "waarschuwing", melding)


def links(boom: Boom) -> Iterator[Bevinding]:
    """``koppeling-tekst`` and ``koppeling-omschrijving``: a link says where it goes."""
    for node in boom.wortel.find("Link"):
        said = " ".join((node.tekst or node.alt or "").split())
        if not said:
            yield at(node, "koppeling-tekst", "fout", _("De koppeling heeft geen tekst. Schrijf waar zij heen gaat."))
        elif said.casefold().strip(" .:>»") in _BARE_LINK:
            melding = _("De tekst van de koppeling zegt niet waar zij heen gaat. Schrijf de naam van de bladzijde.")
            yield at(node, "koppeling-tekst", "fout", melding)
        if any(
            isinstance(deel, Aantekening) and deel.soort == "Link" and not deel.omschrijving.strip()
            for deel in node.delen
        ):
            melding = _("De koppeling heeft geen omschrijving (Contents). Schrijf waar zij heen gaat.")
            yield at(node, "koppeling-omschrijving", "fout", melding)


def lost_marks(boom: Boom) -> Iterator[Bevinding]:
    """``merk-weg``: a tag refers to something that is not on the page."""
    for node in boom.wortel.walk():
        if any(isinstance(deel, Inhoud) and deel.stukken is None for deel in node.delen):
            melding = _("De tag {tag} verwijst naar tekst die niet op de bladzijde staat. Maak de PDF opnieuw.")
            yield at(node, "merk-weg", "fout", melding.format(tag=node.tag))


def replaced_text(boom: Boom) -> Iterator[Bevinding]:
    """``vervangen-tekst``: what is said instead (ActualText) leaves out what can be seen."""
    for node in boom.wortel.walk():
        if node.vervangt is not None and node.tag not in {"Figure", "Formula"}:
            seen = "".join(stuk.tekst for stuk in node.stukken)
            if hides(seen, node.vervangt):
                melding = _(
                    "Wie luistert hoort {said}, maar er staat {seen}. Pas de vervangende tekst (ActualText) aan."
                )
                yield at(
                    node,
                    "vervangen-tekst",
                    "fout",
                    melding.format(said=excerpt(node.vervangt) or _("niets"), seen=excerpt(seen)),
                )


def hides(seen: str, said: str) -> bool:
    """Whether most words that are seen are not said. A word cut at a line end is said when its parts are."""
    words = _WORD.findall(_SHOWN_BY_NUMBER.sub("", seen))
    heard = "".join(said.casefold().replace("\u00ad", "").split())
    missing = [word for word in words if word.casefold() not in heard]
    return len(missing) > len(words) / 2


RULES = (pictures, headings, lists, links, lost_marks, replaced_text)
