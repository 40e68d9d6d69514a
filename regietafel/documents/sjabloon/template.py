"""Templates: plain text that civil servants edit, filled into blocks.

    %% a line that is not printed; the first ones say for which document the template is (kop.py)
    # Title, ## heading, ### heading
    Text with **vet**, *cursief*, [tekst](https://…), $veld and $datum:lang; $$ is a dollar sign.
    A footnote stands right after a word[^and says this].
    - item, 1. numbered item, two spaces before it nest it under the one above
    [tabel: naam], [figuur: naam], [ondertekening: naam], [blok: naam], [nieuwe pagina], [bijlage: titel]
    [als: naam] … [anders] … [einde], also [als: niet naam], [als: naam = waarde], [als: naam ≠ waarde]
    [voor elk: naam] … [einde], with the fields of each item of the series before those outside it

A blank line ends a paragraph; what stands between square brackets has a line of its own. A list right below another
goes on with it when one is prepared, chosen or repeated. Nothing in a template can run: it names values and blocks,
and they are looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from regietafel import files, paths
from regietafel.documents.blocks import Block
from regietafel.documents.sjabloon.lines import MAX_BYTES, read_lines
from regietafel.documents.sjabloon.markup import Part
from regietafel.documents.sjabloon.nodes import Choice, Directive, Loop, Node, Problem, all_nodes, texts
from regietafel.documents.sjabloon.vullen import Walk
from regietafel.documents.sjabloon.waarden import Prepared, Value, Values, show
from regietafel.domain.document import check_sjabloon
from regietafel.errors import RegietafelError
from regietafel.i18n import _

__all__ = [  # what a template needs of its parts, in one place
    "MAX_BYTES",
    "Prepared",
    "Problem",
    "Value",
    "Values",
    "show",
]

_TOLD = 20  # problems in one message


def read_source(name: str) -> str:
    """The standard wording in the file ``name`` (as ``bekendmaking.txt``). Raises RegietafelError."""
    check_sjabloon(name)
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


def read_file(path: Path) -> str:
    """The text in anyone's file. Raises RegietafelError when it cannot be read, is too large or is no text."""
    return decode(files.read_file(path, MAX_BYTES), path.name)


def parse_template(source: str, name: str = "") -> Template:
    """The template that ``source`` spells; what is wrong in it is kept for :func:`check`."""
    nodes, problems = read_lines(source)
    return Template(name=name, nodes=nodes, problems=problems)


def check(template: Template, values: Values, blocks: Prepared) -> list[Problem]:
    """Everything that keeps the template from being filled, by line; an empty list when nothing does."""
    return _walk(template, values, blocks)[1]


def fill(template: Template, values: Values, blocks: Prepared) -> tuple[Block, ...]:
    """The blocks of the filled template. Raises RegietafelError that lists every problem :func:`check` finds."""
    filled, problems = _walk(template, values, blocks)
    if problems:
        raise RegietafelError(describe(template.name, problems))
    return filled


def describe(name: str, problems: Iterable[Problem]) -> str:
    """What is wrong with the template, a line for each."""
    lines = [_("Regel {regel}: {melding}").format(regel=each.regel, melding=each.melding) for each in problems]
    if len(lines) > _TOLD:
        lines[_TOLD:] = [_("En nog {n}.").format(n=len(lines) - _TOLD)]
    opening = _("Het sjabloon “{name}” is nog niet in te vullen:").format(name=name or _("zonder naam"))
    return "\n".join([opening, *lines])


def used(template: Template) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the fields and of the blocks that the template mentions; what it chooses by may be either."""
    fields, blocks = set[str](), set[str]()
    for node in all_nodes(template.nodes):
        match node:
            case Directive():
                blocks |= {node.name} if node.kind else set()
            case Choice():
                fields.add(node.name)
                blocks.add(node.name)
            case Loop():
                fields.add(node.name)
            case _:
                fields |= {name for text in texts(node) for name in _fields(text.parts)}
    return frozenset(fields), frozenset(blocks)


def _fields(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        if part.field:
            yield part.field
        yield from _fields(part.note)


def _walk(template: Template, values: Values, blocks: Prepared) -> tuple[tuple[Block, ...], list[Problem]]:
    walk = Walk(blocks)
    walk.through(template.nodes, values)
    problems = [*template.problems, *walk.problems.values()]
    return tuple(walk.blocks), sorted(problems, key=lambda problem: problem.regel)


@dataclass(frozen=True, kw_only=True)
class Template:
    """A template that has been read: what its lines say, and what is wrong with them."""

    name: str
    nodes: tuple[Node, ...]
    problems: tuple[Problem, ...]
