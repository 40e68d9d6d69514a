"""Word and Excel files as an annex: refused when they do more than be read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from regietafel.documents.kantoorbestand import TYPES, Bezwaar, Grens, Reden, check_xml, outside, read_parts
from regietafel.errors import RegietafelError
from regietafel.i18n import _

_GRENS = Grens(delen=5_000, bytes=200 * 2**20, verhouding=300, klein=2**20)  # text shrinks to a tenth, a bomb to less
_MAX_RELATIONS = 2**20
_LINKED_BOOKS = re.compile(r"^xl/(externalLinks|queryTables|connections)", re.IGNORECASE)
_MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


def check_office(data: bytes, soort: str, naam: str) -> None:
    """Raises RegietafelError when ``data`` is no file of that kind, ``docx`` or ``xlsx``, is damaged, or is dangerous.

    Dangerous are macros, programs inside the file, links from which it would fetch something, and a file that grows
    without end when it is unpacked.
    """
    try:
        names = set()
        for name, content in read_parts(data, _GRENS):
            names.add(name)
            _check_part(name, content)
        if not {_MAIN[soort], TYPES} <= names:
            raise Bezwaar("stuk")
    except Bezwaar as error:
        raise RegietafelError(_SENTENCES.get(error.reden, _WRONG).format(naam=naam, soort=soort)) from error


def _check_part(name: str, content: bytes) -> None:
    if _LINKED_BOOKS.search(name) or (name.endswith(".rels") and len(content) > _MAX_RELATIONS):
        raise Bezwaar("elders")
    if name == TYPES or name.endswith(".rels"):
        check_xml(content, start=_check_relation)
    elif name.endswith((".xml", ".vml")) and (b"<!DOCTYPE" in content or b"<!ENTITY" in content):
        raise Bezwaar("verwijzing")


def _check_relation(_name: str, attributes: dict[str, str]) -> None:
    """Refuse one that points outside the file at more than a page or an address one may click on."""
    if found := outside(attributes):
        kind, target = found
        if kind != "hyperlink" or not target.startswith(("https://", "http://", "mailto:")):
            raise Bezwaar("elders", target)


_WRONG = _("“{naam}” is geen leesbaar {soort}-bestand. Open het, sla het opnieuw op en voeg het daarna toe.")
_GROWS = _("“{naam}” wordt bij het uitpakken veel te groot. Het is beschadigd of kwaadwillig; open het niet.")
_RUNS = _("In “{naam}” zitten macro's of ingesloten programma's. Sla het op zonder, of maak er een PDF van.")
_FETCHES = _("“{naam}” haalt gegevens uit andere bestanden. Verbreek die koppelingen, of maak er een PDF van.")
_SENTENCES: Mapping[Reden, str] = {
    "te groot": _GROWS,
    "bom": _GROWS,
    "slot": _("“{naam}” heeft een wachtwoord. Sla het op zonder wachtwoord."),
    "oud": _(
        "“{naam}” heeft een wachtwoord of is van een oude soort. Sla het opnieuw op als {soort}, zonder wachtwoord."
    ),
    "programma": _RUNS,
    "macro": _RUNS,
    "elders": _FETCHES,
    "verwijzing": _FETCHES,
}
