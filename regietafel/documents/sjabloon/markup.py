"""The text inside a line of a template: ``**vet**``, ``*cursief*``, ``[tekst](https://…)`` and ``$veld:vorm``.

Reading a line gives parts, in which a field is still a name. Its value is put in afterwards, as text: a value is
never read for markup, and nothing here can run code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from regietafel.documents.blocks import is_allowed_link
from regietafel.i18n import _

_TOKEN = re.compile(
    r"(?P<dollar>\$\$)"
    r"|\$(?P<field>[A-Za-z_]\w*)(?::(?P<form>[a-z]+))?"
    r"|(?P<lone>\$)"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<url>[^()\s]*)\)"
    r"|(?P<marker>\*\*|\*)",
    re.ASCII,
)

Report = Callable[[int, str], None]  # (offset in the text, Dutch sentence)


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of a line: literal ``text``, or the ``field`` of that name shown in ``form``."""

    text: str = ""
    field: str = ""
    form: str = ""
    offset: int = 0
    bold: bool = False
    italic: bool = False
    link: str = ""


def read_inline(source: str, report: Report) -> tuple[Part, ...]:
    """The parts of ``source``; what is wrong goes to ``report`` and is skipped."""
    return tuple(_parts(source, report, Part()))


def _parts(source: str, report: Report, style: Part) -> Iterator[Part]:
    opened: dict[str, int] = {}
    base, end = style.offset, 0
    for token in _TOKEN.finditer(source):
        here = replace(style, offset=base + token.start(), bold="**" in opened, italic="*" in opened)
        if token.start() > end:
            yield replace(here, offset=base + end, text=source[end : token.start()])
        end = token.end()
        if token["marker"]:
            if _toggles(source, token, opened):
                continue
            yield replace(here, text=token["marker"])
        elif token["label"]:
            yield from _link(token, report, here)
        elif token["field"]:
            yield replace(here, field=token["field"], form=token["form"] or "")
        else:
            if token["lone"]:
                report(here.offset, _("Een los dollarteken: schrijf $$ voor een dollarteken of $naam voor een veld."))
            yield replace(here, text="$")
    if end < len(source):
        yield replace(style, offset=base + end, text=source[end:], bold="**" in opened, italic="*" in opened)
    for marker, offset in opened.items():
        word = _("vet") if marker == "**" else _("cursief")
        report(
            base + offset,
            _("Er begint {word} met {marker}, maar het houdt niet op.").format(word=word, marker=marker),
        )


def _toggles(source: str, token: re.Match[str], opened: dict[str, int]) -> bool:
    """Whether this marker opens or closes; one between spaces is an ordinary asterisk."""
    marker = token["marker"]
    if marker in opened:
        if source[token.start() - 1].isspace():
            return False
        del opened[marker]
        return True
    if token.end() == len(source) or source[token.end()].isspace():
        return False
    opened[marker] = token.start()
    return True


def _link(token: re.Match[str], report: Report, style: Part) -> Iterator[Part]:
    url = token["url"]
    if not is_allowed_link(url):
        report(
            style.offset,
            _("De koppeling “{url}” kan niet: zij moet beginnen met https:// of mailto:.").format(url=url),
        )
        url = ""
    inside = replace(style, link=url, offset=style.offset + 1)
    for part in _parts(token["label"], report, inside):
        yield replace(part, bold=part.bold or style.bold, italic=part.italic or style.italic)
