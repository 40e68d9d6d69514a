"""Read a tagged PDF as a screen reader does: along the structure tree, not along the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_MAPPING = re.compile(rb"<(\w\w)> <(\w{4,8})>")


@dataclass
class Node:
    """An element with the text of its own marks; ``text`` and ``kids`` are in reading order in ``content``."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[str | Node] = field(default_factory=list)
    alt: str = ""
    name: str = ""
    links: int = 0
    pages: set[int] = field(default_factory=set)

    @property
    def kids(self) -> list[Node]:
        return [part for part in self.content if isinstance(part, Node)]

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.content)

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def find(self, tag: str) -> list[Node]:
        return [node for node in self.walk() if node.tag == tag]


@dataclass
class Reading:
    """What a PDF says: its tree, the text of the artifacts per page and the text that is neither."""

    root: Node
    artifacts: list[str]
    unmarked: list[str]


def read(data: bytes) -> Reading:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = [_read_page(page) for page in pdf.pages]
        index = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        root = _read_element(pdf.Root.StructTreeRoot.K, [marks for marks, _artifacts, _rest in pages], index)
    return Reading(root, [artifacts for _marks, artifacts, _rest in pages], [rest for _marks, _art, rest in pages])


def _read_element(element: Any, marks: list[dict[int, str]], index: dict[tuple[int, int], int]) -> Node:
    attributes = {str(key): str(value) for key, value in element.get("/A", {}).items()}
    node = Node(tag=str(element.S)[1:], attributes=attributes, alt=str(element.get("/Alt", "")))
    node.name = str(element.get("/ID", ""))
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            page = index[element.Pg.objgen]
            node.pages.add(page)
            node.content.append(marks[page].pop(kid))
        elif "/S" in kid:
            assert kid.P.objgen == element.objgen
            node.content.append(_read_element(kid, marks, index))
        elif kid.Type == "/OBJR":
            assert kid.Obj.Subtype == "/Link"
            assert kid.Obj.Contents
            node.links += 1
        else:
            page = index[kid.Pg.objgen]
            node.pages.add(page)
            node.content.append(marks[page].pop(int(kid.MCID)))
    if "/ActualText" in element:
        node.content = [str(element.ActualText)]
    return node


def _read_page(page: pikepdf.Page) -> tuple[dict[int, str], str, str]:
    """Per marked content its text, the text of all artifacts, and the text outside both."""
    fonts = {name: characters(font) for name, font in page.Resources.Font.items()}
    marks: dict[int, str] = {}
    artifacts = unmarked = ""
    stack: list[int | str] = []
    font: dict[int, str] = {}
    tag = ""
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC":
                tag = str(operands[0])
                stack.append("artifact" if operands[0] == "/Artifact" else int(operands[1].MCID))
                assert len(stack) == 1
                if isinstance(stack[0], int):
                    marks.setdefault(stack[0], "")  # a picture says nothing itself
            case "EMC":
                stack.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj":
                # A soft hyphen is how a broken word looks, not how it reads (ISO 32000-1, 14.8.2.2.3).
                text = "".join(font[code] for code in bytes(operands[0])).replace("\u00ad", "")
                if not stack:
                    unmarked += text
                elif isinstance(stack[-1], int):
                    marks[stack[-1]] = marks.get(stack[-1], "") + text
                else:
                    artifacts += text
            case "S" | "f" | "re":
                assert stack
                assert tag in ("/Artifact", "/Figure")
    assert not stack
    return marks, artifacts, unmarked


def characters(font: Any) -> dict[int, str]:
    table = bytes(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in _MAPPING.findall(table)}
