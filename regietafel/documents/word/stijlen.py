"""The styles of a reference document: those it has under their own names, and ours for what it lacks."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from regietafel.documents.word.basis import styles_xml

# Word stores its own styles under English names whatever its language; other programs do not.
_DUTCH = {
    "normal": "standaard",
    "heading 1": "kop 1",
    "heading 2": "kop 2",
    "heading 3": "kop 3",
    "body text": "platte tekst",
    "list paragraph": "lijstalinea",
    "caption": "bijschrift",
    "header": "koptekst",
    "footer": "voettekst",
    "footnote text": "voetnoottekst",
    "footnote reference": "voetnootmarkering",
    "default paragraph font": "standaardalinea-lettertype",
    "normal table": "standaardtabel",
    "no list": "geen lijst",
}
_POINTING = ("basedOn", "next", "link")


def adopt_styles(styles: Any, letter: str, kleur: str, language: str) -> dict[str, str]:
    """Give the styles part what it lacks; return our id of every style with the id it has there."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    ids = {style.get(qn("w:styleId")) for style in styles.findall(qn("w:style"))}
    known = {
        (style.get(qn("w:type")), style.find(qn("w:name")).get(qn("w:val")).casefold()): style.get(qn("w:styleId"))
        for style in styles.findall(qn("w:style"))
        if style.find(qn("w:name")) is not None
    }
    defaults = {
        style.get(qn("w:type")): style.get(qn("w:styleId"))
        for style in styles.findall(qn("w:style"))
        if style.get(qn("w:default")) in ("1", "true", "on")
    }
    used: dict[str, str] = {}
    for own in parse_xml(styles_xml(letter, kleur).encode()).findall(qn("w:style")):
        kind, own_id = own.get(qn("w:type")), own.get(qn("w:styleId"))
        name = own.find(qn("w:name")).get(qn("w:val")).casefold()
        found = known.get((kind, name)) or known.get((kind, _DUTCH.get(name, name)))
        if own.get(qn("w:default")) and kind in defaults:
            found = defaults[kind]
        if found is None:
            found = own_id
            while found in ids:
                found += "RT"
            ids.add(found)
            copy = deepcopy(own)
            copy.set(qn("w:styleId"), found)
            for tag in _POINTING:
                for pointer in copy.findall(qn(f"w:{tag}")):
                    pointer.set(qn("w:val"), used.get(pointer.get(qn("w:val")), pointer.get(qn("w:val"))))
            styles.append(copy)
        used[own_id] = found
    _set_language(styles, language)
    return used


def _set_language(styles: Any, language: str) -> None:
    """The language of all text whose own style names none."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    place = styles
    for tag in ("docDefaults", "rPrDefault", "rPr"):
        child = place.find(qn(f"w:{tag}"))
        if child is None:
            child = OxmlElement(f"w:{tag}")
            place.insert(0, child)
        place = child
    lang = place.find(qn("w:lang"))
    if lang is None:
        lang = OxmlElement("w:lang")
        place.append(lang)
    lang.set(qn("w:val"), language)
