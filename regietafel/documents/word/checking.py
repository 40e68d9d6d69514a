"""Whether a user's huisstijl.docx is safe to take over: judged before anything of it is opened.

A .docx is a zip of XML that can refer to files elsewhere, carry programs and unpack to gigabytes. What stands here is
refused whole; a house style needs none of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from regietafel.documents.kantoorbestand import TYPES, Bezwaar, Grens, Reden, check_xml, outside, read_parts
from regietafel.errors import RegietafelError
from regietafel.i18n import _

MAX_PARTS = 2_000

_GRENS = Grens(delen=MAX_PARTS, bytes=50_000_000, verhouding=200, klein=100_000)  # small: a page of white space
_MAIN = "word/document.xml"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCX = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# Links, and the template on a network share from which every file of a municipality is made: the writer leaves it out.
_TAKEN_OUT = ("hyperlink", "attachedTemplate")
_MARKUP = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_FIELD = "\0"  # what no XML holds: where the instruction of a field begins
_FETCHING = re.compile(
    _FIELD + r"\s*(DDE(?:AUTO)?|INCLUDE(?:TEXT|PICTURE)?|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\b", re.IGNORECASE
)


def check_huisstijl_docx(data: bytes) -> None:
    """Raise RegietafelError, with what to do, when the file is no .docx, damaged, protected or hostile."""
    try:
        parts = dict(read_parts(data, _GRENS))
        if _MAIN not in parts or TYPES not in parts:
            raise Bezwaar("stuk")
        if embedded := next((name for name in parts if "embeddings/" in name.casefold()), None):
            raise Bezwaar("programma", embedded)
        roots = {
            name: _check_part(content)
            for name, content in parts.items()
            if name.endswith((".xml", ".rels")) or content.lstrip().startswith(_MARKUP)
        }
    except Bezwaar as error:
        raise RegietafelError(_SENTENCES[error.reden].format(naam=error.wat)) from error
    if roots[_MAIN] != f"{_WORD} document":
        raise RegietafelError(
            _("De huisstijl is opgeslagen als “Strict Open XML”. Sla hem op als gewoon Word-document (.docx).")
        )
    if _DOCX not in parts[TYPES]:
        raise RegietafelError(_SENTENCES["macro"])


def _check_part(content: bytes) -> str:
    """The name of the root. Refuses what fetches from elsewhere, in a relation or in a field."""
    instructions: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == f"{_WORD} fldSimple":
            instructions.append(_FIELD + attributes.get(f"{_WORD} instr", ""))
        elif name == f"{_WORD} fldChar":
            instructions.append(_FIELD)
        if (found := outside(attributes)) and found[0] not in _TAKEN_OUT:
            raise Bezwaar("elders", found[1])

    def text(name: str, said: str) -> None:
        if name == f"{_WORD} instrText":
            instructions.append(said)

    root = check_xml(content, start=start, text=text)
    if field := _FETCHING.search("".join(instructions)):
        raise RegietafelError(
            _("De huisstijl bevat een veld dat elders iets ophaalt ({naam}). Haal het eruit.").format(naam=field[1])
        )
    return root


_AGAIN = _(" Open het in Word of LibreOffice en sla het opnieuw op als .docx.")
_SENTENCES: Mapping[Reden, str] = {
    "oud": _("De huisstijl is beveiligd met een wachtwoord of van een oude soort (.doc). Sla hem op als gewone .docx."),
    "stuk": _("De huisstijl is geen Word-bestand (.docx) of is beschadigd.") + _AGAIN,
    "slot": _("De huisstijl is beveiligd met een wachtwoord. Sla hem op zonder wachtwoord."),
    "te groot": _("De huisstijl is te groot. Bewaar alleen de stijlen, de koptekst en de voettekst."),
    "bom": _("De huisstijl pakt uit tot veel meer dan een Word-bestand is. Gebruik dit bestand niet."),
    "dubbel": _("De huisstijl is beschadigd: een onderdeel staat er twee keer in.") + _AGAIN,
    "pad": _("De huisstijl wil buiten zijn eigen map schrijven. Gebruik dit bestand niet."),
    "programma": _("De huisstijl bevat een programma of een ingesloten object. Haal dat eruit en sla hem op."),
    "macro": _("De huisstijl is een sjabloon of bevat macro’s. Sla hem op als gewoon Word-document (.docx)."),
    "elders": _(
        "De huisstijl verwijst naar een bestand elders ({naam}), zoals een sjabloon of een beeld."
        " Verbreek de koppeling en sla hem op."
    ),
    "verwijzing": _("De huisstijl bevat verwijzingen die in een Word-bestand niet horen. Gebruik dit bestand niet."),
}
