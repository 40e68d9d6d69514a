"""A house style with everything in it, and the page of examples in it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache

from regietafel.documents.beeldmerk import read_logo
from regietafel.documents.blocks import Document
from regietafel.documents.opmaak import GEWOON, Opmaak
from regietafel.documents.voorbeeldpagina import make_voorbeeld
from regietafel.paths import resource

DAY = datetime.date(2023, 7, 3)
MM = 72 / 25.4
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><circle cx="60" cy="50" r="40"/></svg>'


def font(name: str) -> bytes:
    return resource("fonts", f"{name}.ttf").read_bytes()


@cache
def opmaken() -> dict[str, Opmaak]:
    """A house style for everything one can choose, alone and together."""
    letters = Opmaak(gewoon=font("DejaVuSans"), vet=font("OpenSans-Bold"), cursief=font("OpenSans-Italic"))
    logo = Opmaak(logo=read_logo(SVG), logo_tekst="Logo gemeente Borne", logo_breedte=60)
    return {
        "none": GEWOON,
        "logo": logo,
        "right window": Opmaak(venster="rechts", bindmarge=20),
        "font": Opmaak(gewoon=font("DejaVuSans")),
        "fonts": letters,
        "dark": Opmaak(kleur="#00344D"),
        "light": Opmaak(kleur="#FFCC00"),
        "lines": Opmaak(kleur="#E06000"),
        "all": replace(
            letters,
            logo=logo.logo,
            logo_tekst=logo.logo_tekst,
            logo_breedte=60,
            kleur="#00609C",
            afzender=("Behandeld door", "team Samenleving", "T 14 074", "E info@example.nl", "kamer 1", "kamer 2"),
            voettekst="Gemeente Borne · Postbus 1 · 7620 AA Borne\nBereikbaar op werkdagen",
            venster="rechts",
            bindmarge=10,
        ),
    }


def voorbeeld(opmaak: Opmaak) -> Document:
    return make_voorbeeld(opmaak, "Gemeente Borne", ("Postbus 1", "7620 AA Borne"), DAY)
