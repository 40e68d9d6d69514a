"""Rules about what stands on the pages: what is not tagged, too small, too light, or read in another order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from regietafel.documents.keuring.bestand import Bestand
from regietafel.documents.keuring.bevinding import Bevinding, Ernst, excerpt
from regietafel.documents.keuring.blad import Blad, Stuk
from regietafel.documents.keuring.boom import Boom
from regietafel.documents.keuring.stand import Kleur
from regietafel.i18n import _

_SMALLEST = 9.0  # points
_LARGE, _LARGE_BOLD = 18.0, 14.0  # points; larger letters may be lighter (WCAG 2.1, 1.4.3)
_CONTRAST, _CONTRAST_LARGE = 4.5, 3.0
_EDGE, _MARGIN = 0.08, 0.15  # of the height of the page: where only headers stand, and where they may
_RUNNING = frozenset({"Pagination", "Header", "Footer", "PageNum", "LineNum", "Bates"})
_BEHIND = frozenset({"Watermark", "Background", "Page"})
_RUNNING_PAGES = 3


def untagged(bestand: Bestand) -> Iterator[Bevinding]:
    """``ongemerkt``: something on the page is neither tagged nor an artifact, or its tag is not in the tree."""
    boom = bestand.boom
    if boom is None:
        return
    for blad in bestand.bladen:
        loose = [
            stuk for stuk in blad.stukken if stuk.artefact is None and stuk.tekst.strip() and not _is_owned(boom, stuk)
        ]
        if loose:
            melding = _("Deze tekst heeft geen tag: een voorleesprogramma slaat hem over. Geef de tekst een tag.")
            yield _at(blad, "ongemerkt", "fout", "".join(stuk.tekst for stuk in loose), melding)
        elif blad.ongemerkt:
            melding = _("Op deze bladzijde staan lijnen of vlakken zonder tag. Maak er een artefact van.")
            yield _at(blad, "ongemerkt", "fout", "", melding)


def _is_owned(boom: Boom, stuk: Stuk) -> bool:
    return stuk.merk is not None and (stuk.bladzijde, stuk.merk) in boom.eigenaars


def _at(blad: Blad, regel: str, ernst: Ernst, text: str, melding: str) -> Bevinding:
    return Bevinding(regel=regel, ernst=ernst, bladzijde=blad.nummer, waar=excerpt(text), melding=melding)


def way_back(bestand: Bestand) -> Iterator[Bevinding]:
    """``terugweg``: from what is pointed at on the page, a reader finds its tag (StructParents)."""
    for number in sorted(bestand.losse_bladen):
        melding = _(
            "Van de tekst op deze bladzijde is de tag niet terug te vinden (StructParents). Maak de PDF opnieuw."
        )
        yield Bevinding(regel="terugweg", ernst="fout", bladzijde=number, melding=melding)


def small_text(bestand: Bestand) -> Iterator[Bevinding]:
    """``kleine-letter``: smaller than 9 points; the raised number of a note may be."""
    raised = _under(bestand, "Reference", "Lbl")
    for blad in bestand.bladen:
        small: dict[str, list[Stuk]] = {}
        for stuk in blad.stukken:
            if 0 < stuk.grootte < _SMALLEST - 0.05 and id(stuk) not in raised and _has_letters(stuk):
                small.setdefault(f"{stuk.grootte:.1f}".replace(".", ","), []).append(stuk)
        for size, texts in small.items():
            melding = _("Deze letters zijn {size} punt. Maak ze ten minste 9 punt.").format(size=size)
            yield _at(blad, "kleine-letter", "waarschuwing", " ".join(each.tekst for each in texts), melding)


def _under(bestand: Bestand, *tags: str) -> set[int]:
    """The ids of the texts under these tags."""
    nodes = bestand.boom.wortel.find(*tags) if bestand.boom else []
    return {id(stuk) for node in nodes for stuk in node.stukken}


def _has_letters(stuk: Stuk) -> bool:
    return any(character.isalnum() for character in stuk.tekst)


def contrast(bestand: Bestand) -> Iterator[Bevinding]:
    """``contrast``: letters too light on white or on the filled rectangle below them; elsewhere it is not judged."""
    for blad in bestand.bladen:
        light: dict[str, list[Stuk]] = {}
        for stuk in blad.stukken:
            if stuk.kleur is None or stuk.achtergrond is None or stuk.artefact in _BEHIND or not _has_letters(stuk):
                continue
            ratio = contrast_ratio(stuk.kleur, stuk.achtergrond)
            large = stuk.grootte >= _LARGE or (stuk.vet and stuk.grootte >= _LARGE_BOLD)
            if ratio < (_CONTRAST_LARGE if large else _CONTRAST):
                light.setdefault(f"{ratio:.1f}".replace(".", ","), []).append(stuk)
        for ratio_text, texts in light.items():
            melding = _(
                "Deze letters verschillen te weinig van hun achtergrond ({ratio} : 1). Maak ze donkerder tot 4,5 : 1."
            )
            said = " ".join(each.tekst for each in texts)
            yield _at(blad, "contrast", "fout", said, melding.format(ratio=ratio_text))


def contrast_ratio(one: Kleur, other: Kleur) -> float:
    """From 1 to 21 (WCAG 2.1, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Kleur) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def hidden_text(bestand: Bestand) -> Iterator[Bevinding]:
    """``tekst-in-artefact``: text that is not read aloud and is no header, footer or repeated head of a table."""
    if bestand.boom is None:
        return
    heads = " ".join(" ".join(node.tekst.split()) for node in bestand.boom.wortel.find("TH", "Caption"))
    places = Counter(
        (stuk.tekst, round(stuk.y)) for blad in bestand.bladen for stuk in blad.stukken if stuk.artefact is not None
    )
    for blad in bestand.bladen:
        hidden = [
            stuk
            for stuk in blad.stukken
            if stuk.artefact is not None
            and stuk.artefact not in _BEHIND
            and any(character.isalpha() for character in stuk.tekst)
            and not _in_margin(blad, stuk, _MARGIN if stuk.artefact in _RUNNING else _EDGE)
            and " ".join(stuk.tekst.split()) not in heads
            and places[stuk.tekst, round(stuk.y)] == 1
        ]
        if hidden:
            melding = _("Deze tekst is een artefact en wordt niet voorgelezen. Geef de tekst een tag.")
            yield _at(blad, "tekst-in-artefact", "fout", "".join(stuk.tekst for stuk in hidden), melding)


def _in_margin(blad: Blad, stuk: Stuk, share: float) -> bool:
    left, bottom, right, top = blad.vak
    low, high, at = (left, right, stuk.x) if blad.gedraaid else (bottom, top, stuk.y)
    room = (high - low) * share
    return at < low + room or at > high - room


def read_headers(bestand: Bestand) -> Iterator[Bevinding]:
    """``koptekst-voorgelezen``: the header or footer of every page is tagged, so that it interrupts the text."""
    notes = _under(bestand, "Note", "FENote")  # a source that is named on many pages is no footer
    lines: dict[tuple[str, int], list[tuple[Blad, Stuk]]] = {}
    for blad in bestand.bladen:
        for stuk in blad.stukken:
            if stuk.merk is not None and id(stuk) not in notes and _has_letters(stuk) and _in_margin(blad, stuk, _EDGE):
                words = "".join("0" if character.isdigit() else character for character in stuk.tekst.strip())
                lines.setdefault((words, round(stuk.y)), []).append((blad, stuk))
    for found in lines.values():
        if len({blad.nummer for blad, _stuk in found}) >= _RUNNING_PAGES:
            blad, stuk = found[1]
            melding = _("Deze kop- of voettekst wordt op elke bladzijde voorgelezen. Maak er een artefact van.")
            yield _at(blad, "koptekst-voorgelezen", "waarschuwing", stuk.tekst, melding)


RULES = (untagged, way_back, small_text, contrast, hidden_text, read_headers)
