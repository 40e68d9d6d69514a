"""How the documents of one sender look: the house style, read from the file and ready to draw."""

from __future__ import annotations

from dataclasses import dataclass

FIGUUR_BREEDTE = 525.0  # points: a figure of this width has letters of 9 points beside the widest bindmarge


@dataclass(frozen=True, kw_only=True)
class Opmaak:
    """A house style, checked when it was stored (``domain/huisstijl.py``); the default is the plain one of beeld.

    ``logo`` is an opaque PNG, ``gewoon``, ``vet`` and ``cursief`` are TrueType fonts and ``word`` is a ``.docx`` whose
    styles, header and footer a Word document takes over; each is empty when there is none.
    """

    logo: bytes = b""
    logo_tekst: str = ""  # what a screen reader says instead
    logo_breedte: int = 45  # mm on paper
    kleur: str = ""  # "#1D4ED8": of headings and lines
    gewoon: bytes = b""
    vet: bytes = b""
    cursief: bytes = b""
    afzender: tuple[str, ...] = ()  # the sender block: who handles it, where to call
    voettekst: str = ""
    venster: str = "links"  # of the envelope: the side on which the address stands (NEN 1026, DL)
    bindmarge: int = 0  # mm more on the binding side
    word: bytes = b""

    @property
    def eigen_letter(self) -> bool:
        """Whether it has a font of its own."""
        return bool(self.gewoon)


GEWOON = Opmaak()
