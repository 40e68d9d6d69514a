"""Choosing a house style: what the user gives is judged first, and then kept as one operation."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from regietafel import files as disk
from regietafel.actions.huisstijlen import set_huisstijl
from regietafel.documents.beeldmerk import te_grof
from regietafel.documents.blocks import Document
from regietafel.documents.kleur import leesbaarheid
from regietafel.documents.lettertype import read_letter
from regietafel.documents.middelen import anonymous, read_opmaak
from regietafel.documents.opmaak import GEWOON
from regietafel.documents.stijlbestand import judged, take_in
from regietafel.documents.stukken.wording import place_line
from regietafel.documents.voorbeeldpagina import make_voorbeeld
from regietafel.domain.huisstijl import Huisstijl
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger

_MAX_BYTES = 50_000_000  # of a file that is judged at all


def huisstijl_of(ledger: Ledger, gemeente_id: int | None) -> Huisstijl | None:
    """The own house style of a gemeente, or of the table when None."""
    return next((each for each in ledger.huisstijlen if each.gemeente_id == gemeente_id), None)


def change_huisstijl(
    ledger: Ledger, gemeente_id: int | None, values: Mapping[str, Any], files: Mapping[str, bytes | None] | None = None
) -> Huisstijl:
    """Change some of a house style, that is made when there is none; a file that is None is taken out.

    Raises RegietafelError with a sentence for what cannot be used; then nothing changes.
    """
    before = huisstijl_of(ledger, gemeente_id)
    style = before or Huisstijl(gemeente_id=gemeente_id)
    changed: dict[str, Any] = {name: value or "" if name in _TEXTS else value for name, value in values.items()}
    if changed.get("kleur", "").startswith("#"):
        changed["kleur"] = changed["kleur"].upper()
    new: dict[str, bytes] = {}
    for name, content in (files or {}).items():
        if content is not None:
            new[name] = take_in(name, content)
        elif name == "gewoon":  # the others belong to it
            changed |= {"gewoon": None, "vet": None, "cursief": None, "letter": "", "letter_licentie": ""}
        else:
            changed[name] = None
    if "logo" in new and not (style.logo_tekst or changed.get("logo_tekst")):
        said = _("Logo {wie}") if gemeente_id is None else _("Logo gemeente {wie}")
        changed["logo_tekst"] = said.format(wie=naam_of(ledger, gemeente_id))
    if "gewoon" in new:
        letter = read_letter(new["gewoon"])
        changed["letter"] = letter.naam
        changed.setdefault("letter_licentie", letter.licentie)
    style = replace(style, **changed)
    return style if style == before and not new else set_huisstijl(ledger, style, new)


def read_file(path: Path) -> bytes:
    """What the user chose. Raises RegietafelError when it cannot be read, or is far too large to be what it should."""
    content = disk.read_file(path, _MAX_BYTES)
    if len(content) > _MAX_BYTES:
        raise RegietafelError(_("{naam} is te groot; kies een bestand van hooguit 5 MB.").format(naam=path.name))
    return content


def remarks(ledger: Ledger, style: Huisstijl) -> dict[str, str]:
    """What to say of the colour and of the logo, by the name of the field; nothing when there is nothing to say."""
    said = {"kleur": leesbaarheid(style.kleur)}
    if style.logo:
        said["logo_breedte"] = te_grof(judged("logo", ledger.inhoud.get(style.logo)), style.logo_breedte)
    return {name: sentence for name, sentence in said.items() if sentence}


def voorbeeld(ledger: Ledger, gemeente_id: int | None, datum: datetime.date) -> Document:
    """A page in the style that letters of this gemeente, or of the table, have now."""
    name, lines = afzender(ledger, gemeente_id)
    own, table = huisstijl_of(ledger, gemeente_id), huisstijl_of(ledger, None)
    opmaak = read_opmaak(ledger, own) if own else anonymous(read_opmaak(ledger, table)) if table else GEWOON
    return make_voorbeeld(opmaak, name, lines, datum)


def naam_of(ledger: Ledger, gemeente_id: int | None) -> str:
    """Whose style it is."""
    return ledger.gemeenten.get(gemeente_id).naam if gemeente_id else next(iter(ledger.regio)).naam


def afzender(ledger: Ledger, gemeente_id: int | None) -> tuple[str, tuple[str, ...]]:
    """Who sends, and the lines below the name in the letterhead."""
    lines: tuple[str, ...]
    if gemeente_id is None:
        table = next(iter(ledger.regio))
        lines = (table.postadres, place_line(table.postcode, table.plaats), table.e_mail, table.telefoon)
        return table.naam, tuple(line for line in lines if line.strip())
    gemeente = ledger.gemeenten.get(gemeente_id)
    lines = (gemeente.postadres, place_line(gemeente.postcode, gemeente.plaats))
    name = _("Gemeente {naam}").format(naam=gemeente.naam)
    return name, tuple(line for line in lines if line.strip())


_TEXTS = frozenset({"logo_tekst", "kleur", "letter_licentie", "afzender", "voettekst"})
