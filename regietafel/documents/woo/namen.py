"""Telling names of persons from everything else one types about an official."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from regietafel.documents.woo.tekst import MAIL, TELEFOON


def words(text: str) -> frozenset[str]:
    """The words of a text or of a mail address, in small letters."""
    return frozenset(word for word in re.split(r"[\s._+-]+", text.casefold()) if word)


_LABEL = re.compile(
    r"^(?:(?:de heer|mevrouw|mevr\.?|mw\.?|dhr\.?|drs\.?|dr\.?|mr\.?|ir\.?|ing\.?|prof\.?|bc\.?|contact(?:persoon)?"
    r"|behandeld door|behandelaar|inlichtingen(?: bij)?|naam|tel(?:efoon)?|e-?mail|mobiel)(?=[\s:]|$)[\s:]*)+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,;/()|\n\t:]|\s[–-]\s")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.\s?)+\s*(?=[^\W\d_]{2})")
_GLUED = re.compile(r"^[dls]['’]", re.IGNORECASE)
_PREFIXES = words("van de den der het te ten ter in op aan 't la le el al von zu dos da di")
# What is no name, however it is written: the department, the place, the way to call.
_NO_NAME = words(
    "afdeling team cluster unit gemeente provincie regio regietafel postbus balie college secretaris secretariaat"
    " voorzitter burgemeester wethouder bereikbaar telefoon telefoonnummer tel email mail mobiel kenmerk datum"
    " bezoekadres postadres website www onderwerp ministerie"
)
_FUNCTIONAL = words(
    "info contact post postbus secretariaat bestuurssecretariaat griffie college gemeente regio regietafel tafel"
    " provincie balie klantcontact klantenservice communicatie beleid wonen huisvesting opvang asiel migratie"
    " taakstelling statushouders vergunninghouders plaatsing vluchtelingen woo archief juridisch bezwaar"
)


def names(text: str, places: Collection[str]) -> Iterator[str]:
    """The names of persons in what one typed about an official; ``places`` are words that are no names."""
    for part in _PARTS.split(TELEFOON.sub(",", MAIL.sub(",", text))):
        name = _LABEL.sub("", part.strip()).strip(" .-")
        said = words(name)
        if said & _NO_NAME or said <= set(places) or any(character.isdigit() for character in name):
            continue
        if any(word[:1].isupper() and not words(word) <= set(places) for word in name.split()):
            yield name


def surname(name: str) -> str:
    """``J.P. van den Berg`` → ``Berg``; empty when there is nothing before it, or when it is too short to look for."""
    parts = [word for word in _INITIALS.sub("", name).split() if word.casefold() not in _PREFIXES]
    last = _GLUED.sub("", parts[-1].strip(".")) if parts else ""
    return last if len(last) >= 4 and last[0].isupper() and last != name else ""


def names_someone(line: str) -> bool:
    """Whether a line of a sender block is about a person: ``Behandeld door: …``, or initials before a name."""
    return bool(_LABEL.match(line.strip()) or _INITIALS.search(line))


def is_functional(mail: str, places: Collection[str]) -> bool:
    """Whether a mail address is of an organisation: ``info@…``, ``regietafel.twente@…``."""
    return words(mail.partition("@")[0]) <= _FUNCTIONAL | set(places)
