"""The text inside a line: ``**vet**``, ``*cursief*``, ``[tekst](https://…)``, ``[^voetnoot]`` and ``$veld:vorm``.

Reading a line gives parts, in which a field is still a name. Its value is put in afterwards, as text: a value is
never read for markup, and nothing here can run code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from regietafel.documents.blocks import is_allowed_link
from regietafel.i18n import _

_URL = r"(?:[^()\s]|\([^()\s]*\))*"
_TOKEN = re.compile(
    r"(?P<dollar>\$\$)"
    r"|\$(?P<field>[A-Za-z_]\w*)(?::(?P<form>[a-z]+))?"
    r"|(?P<lone>\$)"
    rf"|\[\^(?P<note>(?:[^\[\]]|\[[^\[\]]+\]\({_URL}\))+)\]"
    r"|(?P<unclosed>\[\^)"
    rf"|\[(?P<label>[^\[\]]+)\]\((?P<url>{_URL})\)"
    r"|\[[^\[\]]+\]\(\s*(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*:)"
    r"|(?P<control>\[\s*(?i:als|anders|einde|voor\s+elk|bijlage|tabel|figuur|ondertekening|blok|nieuwe\s+pagina)"
    r"\s*(?::[^\[\]]*)?\](?!\())"
    r"|(?P<marker>\*\*|\*)",
    re.ASCII,
)
_WRONG_LINK = _("De koppeling “{url}” kan niet: zij moet beginnen met https:// of mailto:, zonder spaties erin.")
_IN_URL = re.compile(r"\$[A-Za-z_]")

Report = Callable[[int, str], None]  # (offset in the text, Dutch sentence)


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of a line: literal ``text``, the ``field`` of that name shown in ``form``, or a foot``note``."""

    text: str = ""
    field: str = ""
    form: str = ""
    offset: int = 0
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: tuple[Part, ...] = ()


def read_inline(source: str, report: Report) -> tuple[Part, ...]:
    """The parts of ``source``; what is wrong goes to ``report`` and is skipped."""
    return tuple(_parts(source, report, Part()))


def _parts(source: str, report: Report, style: Part, *, inside: bool = False) -> Iterator[Part]:
    """``inside`` a note there is no note."""
    opened: dict[str, int] = {}
    base, end, noted = style.offset, 0, -1
    for token in _TOKEN.finditer(source):
        here = replace(style, offset=base + token.start(), bold="**" in opened, italic="*" in opened)
        if token.start() > end:
            yield replace(here, offset=base + end, text=source[end : token.start()])
        end = token.end()
        if token["marker"]:
            if _toggles(source, token, opened):
                continue
            yield replace(here, text=token["marker"])
        elif token["field"]:
            yield replace(here, field=token["field"], form=token["form"] or "")
        elif token["dollar"] or token["lone"]:
            if token["lone"]:
                report(here.offset, _("Een los dollarteken: schrijf $$ voor een dollarteken of $naam voor een veld."))
            yield replace(here, text="$")
        else:
            yield from _bracketed(source, token, report, here, may_note=not inside and token.start() != noted)
            noted = end if token["note"] else noted
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


def _bracketed(source: str, token: re.Match[str], report: Report, here: Part, *, may_note: bool) -> Iterator[Part]:
    if token["label"]:
        yield from _link(token, report, here)
    elif token["scheme"]:
        report(here.offset, _WRONG_LINK.format(url=token["scheme"]))
    elif token["control"]:
        report(here.offset, _("{text} staat op een eigen regel.").format(text=token["control"]))
    elif token["unclosed"]:
        report(here.offset, _("Er begint een voetnoot met [^, maar zij houdt niet op met ]."))
    elif not may_note:
        said = _("Een voetnoot kan niet in of direct achter een andere voetnoot staan.")
        report(here.offset, said)
    elif not _follows_word(source, token.start()):
        report(here.offset, _("Een voetnoot staat direct achter een woord, zonder spatie: woord[^tekst]."))
    else:
        note = tuple(_parts(token["note"], report, Part(offset=here.offset + 2), inside=True))
        yield Part(note=note, offset=here.offset)


def _follows_word(source: str, at: int) -> bool:
    while at > 0 and source[at - 1] == "*":
        at -= 1
    return at > 0 and not source[at - 1].isspace()


def _link(token: re.Match[str], report: Report, style: Part) -> Iterator[Part]:
    url = token["url"]
    if not is_allowed_link(url):
        report(style.offset, _WRONG_LINK.format(url=url))
        url = ""
    elif _IN_URL.search(url):
        said = _("In het adres van een koppeling kan geen veld staan; schrijf het uit. Een dollarteken is daar %24.")
        report(style.offset, said)
    inside = replace(style, link=url, offset=style.offset + 1)
    for part in _parts(token["label"], report, inside):
        yield replace(part, bold=part.bold or style.bold, italic=part.italic or style.italic)
