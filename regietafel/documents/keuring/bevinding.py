"""What a judgement of a PDF is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from regietafel.i18n import _, format_number

Ernst = Literal["fout", "waarschuwing", "opmerking"]

MEER = "meer"
_MOST_PER_RULE = 20  # who mends twenty has found the cause; a broken file can have a hundred thousand
_EXCERPT = 50  # characters


@dataclass(frozen=True, kw_only=True)
class Bevinding:
    """One thing that is wrong. ``bladzijde`` counts from 1 and is None when it is about the whole file.

    ``regel`` is a key that does not change; ``waar`` is the place in the tags or a piece of the text.
    """

    regel: str
    ernst: Ernst
    bladzijde: int | None = None
    waar: str = ""
    melding: str


@dataclass(frozen=True, kw_only=True)
class Oordeel:
    """The judgement: what the file says it is, what it is, and everything that was found."""

    claims: tuple[str, ...]
    voldoet: Mapping[str, bool]
    bevindingen: tuple[Bevinding, ...]

    @property
    def goed(self) -> bool:
        """Whether nothing found is a mistake."""
        return not any(each.ernst == "fout" for each in self.bevindingen)


def excerpt(text: str) -> str:
    """A piece of the text between quotation marks, or nothing."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * _EXCERPT]).split())
    if not words:
        return ""
    return f"“{words}”" if len(words) <= _EXCERPT else f"“{words[:_EXCERPT].rstrip()}…”"


def cap(found: Iterable[Bevinding]) -> list[Bevinding]:
    """The findings, of each rule at most so many and then how many more there are."""
    kept: list[Bevinding] = []
    counts: Counter[str] = Counter()
    ernst: dict[str, Ernst] = {}
    for each in found:
        counts[each.regel] += 1
        ernst[each.regel] = each.ernst
        if counts[each.regel] <= _MOST_PER_RULE:
            kept.append(each)
    for regel, count in counts.items():
        if count > _MOST_PER_RULE:
            more = _("Nog {n} keer hetzelfde ({regel}).").format(n=format_number(count - _MOST_PER_RULE), regel=regel)
            kept.append(Bevinding(regel=MEER, ernst=ernst[regel], melding=more))
    return kept
