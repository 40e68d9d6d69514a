"""Templates: plain text that civil servants edit, filled into blocks.

    %% a line that is not printed
    # Title, ## heading, ### heading
    Text with **vet**, *cursief*, [tekst](https://…), $veld and $datum:lang; $$ is a dollar sign.
    - item, 1. numbered item, two spaces before it nest it under the one above
    [tabel: naam], [figuur: naam], [ondertekening: naam], [blok: naam], [nieuwe pagina]

A blank line ends a paragraph. A prepared list right below another goes on with it. Nothing in a template can run: it
names values and blocks, and they are looked up.
"""

from __future__ import annotations

import datetime
import difflib
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from regietafel import i18n, paths
from regietafel.documents.blocks import (
    Block,
    Figure,
    Heading,
    Inline,
    ListBlock,
    PageBreak,
    Paragraph,
    Run,
    Signatures,
    Table,
)
from regietafel.documents.sjabloon.lines import Directive, ListNode, Node, Problem, TextNode, nested, read_lines
from regietafel.documents.sjabloon.markup import Part
from regietafel.errors import RegietafelError
from regietafel.i18n import _

Value = str | int | datetime.date | None
Values = Mapping[str, Value]
Prepared = Mapping[str, Sequence[Block]]

MAX_BYTES = 200_000
_NAME = re.compile(r"[a-z0-9_]+\.txt")

_FORMS: dict[str, tuple[type, Callable[..., str]]] = {
    "kort": (datetime.date, i18n.format_date),
    "lang": (datetime.date, i18n.format_date_long),
    "aantal": (int, i18n.format_number),
    "wijziging": (int, i18n.format_change),
}
_KINDS: dict[str, tuple[type, ...]] = {
    "tabel": (Table,),
    "figuur": (Figure,),
    "ondertekening": (Signatures,),
    "blok": (object,),
}


def read_source(name: str) -> str:
    """The standard wording in the file ``name`` (as ``bekendmaking.txt``). Raises RegietafelError."""
    if not _NAME.fullmatch(name):
        raise RegietafelError(_("“{name}” is geen naam van een sjabloon.").format(name=name))
    try:
        content = paths.template(name).read_bytes()
    except OSError:
        raise RegietafelError(_("Het sjabloon “{name}” is niet te lezen.").format(name=name)) from None
    return decode(content, name)


def decode(content: bytes, name: str) -> str:
    """The text of a template from anyone's file. Raises RegietafelError when it is too large or no text."""
    if len(content) > MAX_BYTES:
        raise RegietafelError(_("Het sjabloon “{name}” is te groot: hooguit 200 kB.").format(name=name))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RegietafelError(
            _("Het sjabloon “{name}” is geen gewone tekst. Bewaar het als UTF-8.").format(name=name)
        ) from None


def parse_template(source: str, name: str = "") -> Template:
    """The template that ``source`` spells; what is wrong in it is kept for :func:`check`."""
    nodes, problems = read_lines(source)
    return Template(name=name, nodes=nodes, problems=problems)


def check(template: Template, values: Values, blocks: Prepared) -> list[Problem]:
    """Everything that keeps the template from being filled, by line; an empty list when nothing does."""
    problems = list(template.problems)
    for node in template.nodes:
        if isinstance(node, Directive):
            problems += _check_directive(node, blocks)
        else:
            for text in nested(node):
                problems += _check_text(text, values)
    return sorted(problems, key=lambda problem: problem.regel)


def fill(template: Template, values: Values, blocks: Prepared) -> tuple[Block, ...]:
    """The blocks of the filled template. Raises RegietafelError that lists every problem :func:`check` finds."""
    if problems := check(template, values, blocks):
        lines = [_("Regel {regel}: {melding}").format(regel=p.regel, melding=p.melding) for p in problems]
        opening = _("Het sjabloon “{name}” is nog niet in te vullen:").format(name=template.name or _("zonder naam"))
        raise RegietafelError("\n".join([opening, *lines]))
    filled: list[Block] = []
    for node in template.nodes:
        for block in _fill_node(node, values, blocks):
            if isinstance(node, Directive) and filled and (joined := _join_lists(filled[-1], block)):
                filled[-1] = joined
            else:
                filled.append(block)
    return tuple(filled)


def used(template: Template) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the fields and of the blocks that the template mentions."""
    texts = [text for node in template.nodes if not isinstance(node, Directive) for text in nested(node)]
    fields = frozenset(part.field for text in texts for part in text.parts if part.field)
    return fields, frozenset(node.name for node in template.nodes if isinstance(node, Directive) and node.kind)


def show(value: Value, form: str = "") -> str:
    """``value`` as text in a document; without a form a date is long and a number has thousands dots."""
    if form:
        return _FORMS[form][1](value)
    if isinstance(value, datetime.date):
        return i18n.format_date_long(value)
    if isinstance(value, int):
        return i18n.format_number(value)
    return _clean(value or "")


def _clean(value: str) -> str:
    """Text without control characters and half characters; a line break stays, a tab is a space."""
    if value.isprintable():
        return value
    value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(c for c in value if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))


def _fill_node(node: Node, values: Values, blocks: Prepared) -> Iterable[Block]:
    if isinstance(node, Directive):
        return blocks[node.name] if node.kind else [PageBreak()]
    if isinstance(node, ListNode):
        return [node.build(lambda text: _inline(text, values))]
    content = _inline(node, values)
    return [Heading(content=content, level=node.level) if node.level else Paragraph(content=content)]


def _join_lists(above: Block, below: Block) -> ListBlock | None:
    """One list of two of the same kind, when a prepared one stands right below another."""
    if isinstance(above, ListBlock) and isinstance(below, ListBlock) and above.ordered == below.ordered:
        return ListBlock(items=above.items + below.items, ordered=above.ordered)
    return None


def _inline(text: TextNode, values: Values) -> Inline:
    def style(part: Part) -> tuple[bool, bool, str]:
        return part.bold, part.italic, part.link

    def literal(part: Part) -> str:
        return show(values[part.field], part.form) if part.field else part.text

    return tuple(
        Run(text="".join(map(literal, parts)), bold=bold, italic=italic, link=link)
        for (bold, italic, link), parts in itertools.groupby(text.parts, key=style)
    )


def _check_text(text: TextNode, values: Values) -> Iterable[Problem]:
    for part in text.parts:
        if part.field and (melding := _field_problem(part.field, part.form, values)):
            yield Problem(regel=text.line_of(part.offset), melding=melding)


def _field_problem(name: str, form: str, values: Values) -> str:
    if name not in values:
        return _("Het veld ${name} is niet bekend.").format(name=name) + _suggest(name, values, "$")
    value = values[name]
    if value is None or (isinstance(value, str) and not _clean(value).strip()):
        return _("Het veld ${name} is niet ingevuld.").format(name=name)
    if form and form not in _FORMS:
        return _("De vorm “{form}” is niet bekend; kies uit {known}.").format(form=form, known=", ".join(_FORMS))
    if form and not isinstance(value, _FORMS[form][0]):
        return _("Het veld ${name} kan niet in de vorm “{form}”.").format(name=name, form=form)
    return ""


def _check_directive(node: Directive, blocks: Prepared) -> Iterable[Problem]:
    if not node.kind:
        return
    if node.name not in blocks:
        melding = _("[{kind}: {name}] is niet bekend.").format(kind=node.kind, name=node.name)
        yield Problem(regel=node.line, melding=melding + _suggest(node.name, blocks))
    elif not all(isinstance(block, _KINDS[node.kind]) for block in blocks[node.name]):
        melding = _("“{name}” is geen {kind}; schrijf [blok: {name}].").format(kind=node.kind, name=node.name)
        yield Problem(regel=node.line, melding=melding)


def _suggest(name: str, known: Iterable[str], sign: str = "") -> str:
    nearest = difflib.get_close_matches(name.lower(), list(known), n=1)
    return " " + _("Bedoelt u {name}?").format(name=sign + nearest[0]) if nearest else ""


@dataclass(frozen=True, kw_only=True)
class Template:
    """A template that has been read: what its lines say, and what is wrong with them."""

    name: str
    nodes: tuple[Node, ...]
    problems: tuple[Problem, ...]
