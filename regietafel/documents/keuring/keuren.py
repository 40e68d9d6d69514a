"""Judge a PDF: by the standards it says it meets, and by rules of our own that no standard checks.

A machine can tell that a table has heads, not that a picture's text is a file name; the rules of our own look at what
goes wrong most, and say so in Dutch.
"""

from __future__ import annotations

from regietafel.documents.keuring import (
    regels_bestand,
    regels_blad,
    regels_tabel,
    regels_tags,
    regels_volgorde,
)
from regietafel.documents.keuring.bestand import read_file, read_xmp
from regietafel.documents.keuring.bevinding import Bevinding, Oordeel, cap
from regietafel.documents.keuring.gewicht import check_weight
from regietafel.documents.keuring.norm import findings, judge
from regietafel.documents.keuring.openen import damaged, opened
from regietafel.errors import RegietafelError

_OF_THE_TREE = (*regels_tags.RULES, *regels_tabel.RULES, *regels_volgorde.RULES)
_OF_THE_FILE = (*regels_bestand.RULES, *regels_blad.RULES)
# What reading raises when a file holds one kind of thing where another belongs: a name for a number, a word for a page.
_WRONG_KIND = (TypeError, ValueError, KeyError, IndexError, AttributeError, OverflowError, NotImplementedError)
_ORDER = {"fout": 0, "waarschuwing": 1, "opmerking": 2}


def keur(data: bytes) -> Oordeel:
    """The judgement of the PDF ``data``.

    Raises RegietafelError for what cannot be judged: no PDF, damaged, locked, too large or without end.
    """
    with opened(data) as pdf:
        try:
            check_weight(pdf)
            # The judge of the standards goes before us: it has more limits to what a file may ask.
            norm = judge(pdf, data, read_xmp(pdf)[0])
            bestand = read_file(pdf)
        except _WRONG_KIND as error:
            raise RegietafelError(damaged()) from error
    found: list[Bevinding] = [each for rule in _OF_THE_FILE for each in rule(bestand)]
    if bestand.boom is not None:
        found += [each for rule in _OF_THE_TREE for each in rule(bestand.boom)]
    found += findings(norm, bestand, {each.regel for each in found})
    found = cap(found)
    found.sort(key=lambda each: (_ORDER[each.ernst], each.bladzijde or 0))
    return Oordeel(claims=bestand.claims, voldoet=norm.voldoet, bevindingen=tuple(found))
