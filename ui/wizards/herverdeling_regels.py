"""The rules of an agreement as lines: kept or not, in a sentence, and where each comes from."""

from __future__ import annotations

from regietafel.domain.herverdelingsregels import REGELS, Regel, Voornemen
from regietafel.i18n import _
from ui.kit.details import Line, Part


def rules(voornemen: Voornemen) -> Part:
    """Every rule under its source; a rule that only warns says so."""
    sources = dict.fromkeys(regel.bron for regel in REGELS)
    lines: list[Line] = []
    for bron in sources:
        of_source = [regel for regel in REGELS if regel.bron == bron]
        lines += [Line(texts=_texts(regel, regel.breuk(voornemen))) for regel in of_source]
        lines[-1] = Line(texts=lines[-1].texts, note=_("Bron: {bron}").format(bron=bron))
    return Part(lines=lines, headings=(_("Uitkomst"), _("Regel")), narrow=frozenset({0}))


def _texts(regel: Regel, breuk: str) -> tuple[str, str]:
    word = _("✓ klopt") if not breuk else _("✕ klopt niet") if regel.streng else _("▲ let op")
    return word, breuk or regel.zin
