"""Templates: what the lines become, what is wrong with them, and that a value stays text."""

from __future__ import annotations

import datetime
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regietafel import paths
from regietafel.documents.blocks import (
    Block,
    Column,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Run,
    Table,
    is_allowed_link,
    plain_text,
    text,
)
from regietafel.documents.sjabloon.template import Prepared, Value, Values, check, fill, parse_template, read_source
from regietafel.errors import RegietafelError

TABLE = Table(columns=(Column(header="Gemeente"),), rows=(("Borne",),))
HOSTILE = ("**x** [a](https://b.nl)", "$veld", "B&W <b>", "=1+1", "# kop", "- punt", "[tabel: t]", "%% x", "{0}", "*",
           "[einde]", "[als: x]", "x[^noot]", "[^noot]")  # fmt: skip


def filled(source: str, values: Values | None = None, blocks: Prepared | None = None) -> tuple[Block, ...]:
    return fill(parse_template(source), values or {}, blocks or {})


def problems(source: str, values: Values | None = None, blocks: Prepared | None = None) -> list[tuple[int, str]]:
    found = check(parse_template(source), values or {}, blocks or {})
    return [(problem.regel, problem.melding) for problem in found]


def test_lines_become_blocks() -> None:
    source = "%% uitleg\n# Titel\n\nEen alinea\nover twee regels.\n\n[nieuwe pagina]\n## Kop\n[tabel: t]\nSlot"
    assert filled(source, blocks={"t": [TABLE]}) == (
        Heading(content=text("Titel")),
        Paragraph(content=text("Een alinea over twee regels.")),
        PageBreak(),
        Heading(content=text("Kop"), level=2),
        TABLE,
        Paragraph(content=text("Slot")),
    )


def test_bold_italic_links_and_dollars() -> None:
    [paragraph] = filled("Een **vet *en schuin*** woord, [het $wie](https://coa.nl/x) kost $$5, 2 * 3.", {"wie": "COA"})
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == (
        Run(text="Een "),
        Run(text="vet ", bold=True),
        Run(text="en schuin", bold=True, italic=True),
        Run(text=" woord, "),
        Run(text="het COA", link="https://coa.nl/x"),
        Run(text=" kost $5, 2 * 3."),
    )


def test_lists_nest_by_two_spaces() -> None:
    def item(word: str, sublist: ListBlock | None = None) -> ListItem:
        return ListItem(content=text(word), sublist=sublist)

    source = "- een\n- twee\n  vervolg\n  1. a\n  2. b\n    - diep\n- drie\n1. los\n\n1. apart"
    deepest = ListBlock(items=(item("diep"),))
    nested = ListBlock(items=(item("a"), item("b", deepest)), ordered=True)
    assert filled(source) == (
        ListBlock(items=(item("een"), item("twee vervolg", nested), item("drie"))),
        ListBlock(items=(item("los"),), ordered=True),
        ListBlock(items=(item("apart"),), ordered=True),
    )


@pytest.mark.parametrize(
    ("source", "value", "expected"),
    [
        ("$x", datetime.date(2023, 7, 1), "1 juli 2023"),
        ("$x:kort", datetime.date(2023, 7, 1), "01-07-2023"),
        ("$x:lang.", datetime.date(2023, 7, 1), "1 juli 2023."),
        ("$x", 27300, "27.300"),
        ("$x:aantal", -1234, "−1.234"),
        ("$x:wijziging", 10, "+10"),
        ("$x: dus", "ja", "ja: dus"),
        ("$$x", "ja", "$x"),
    ],
)
def test_fields_show_their_value(source: str, value: Value, expected: str) -> None:
    [paragraph] = filled(source, {"x": value})
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.content) == expected


@pytest.mark.parametrize(
    ("source", "line", "word"),
    [
        ("tekst\n\n$gemeent", 3, "Bedoelt u $gemeente?"),
        ("een\ntwee $leeg", 2, "niet ingevuld"),
        ("$niets", 1, "niet ingevuld"),
        ("[tabel: overdrachtn]", 1, "Bedoelt u overdrachten?"),
        ("[ondertekening: overdrachten]", 1, "schrijf [blok: overdrachten]"),
        ("[iets: overdrachten]", 1, "kies [tabel: naam]"),
        ("[nieuwe bladzijde]", 1, "[nieuwe pagina]"),
        ("een\ntwee **drie\nvier", 2, "houdt niet op"),
        ("- punt\n- *punt", 2, "houdt niet op"),
        ("[klik](javascript:x)", 1, "https://"),
        ("[klik](file:///etc)", 1, "https://"),
        ("[klik](http://coa.nl)", 1, "https://"),
        ("$gemeente:groot", 1, "kies uit kort, lang"),
        ("$gemeente:wijziging", 1, "kan niet in de vorm"),
        ("prijs $ 5", 1, "$$"),
        ("# a\n### b", 2, "schrijf ##"),
        ("### a", 1, "schrijf #"),
        ("- a\n    - b", 2, "twee spaties per niveau"),
        ("a\x07b", 1, "stuurteken"),
        ("x" * 6000, 1, "te lang"),
    ],
)
def test_problems_name_their_line(source: str, line: int, word: str) -> None:
    values: Values = {"gemeente": "Borne", "leeg": "  ", "niets": None}
    [(regel, melding)] = problems(source, values, {"overdrachten": [TABLE]})
    assert regel == line
    assert word in melding


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(RegietafelError) as error:
        filled("$a\n\n$b\n[tabel: c]")
    assert [line[:8] for line in str(error.value).splitlines()[1:]] == ["Regel 1:", "Regel 3:", "Regel 4:"]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("source", ["$x", "# $x", "- $x", "**$x**", "[$x](https://coa.nl)", "a $x b"])
def test_values_are_never_markup(source: str, value: str) -> None:
    [block] = filled(source, {"x": value})
    [plain] = filled(source, {"x": "waarde"})
    assert repr(plain).replace("'waarde'", repr(value)).replace("a waarde b", f"a {value} b") == repr(block)


@given(value=st.text())
def test_any_value_survives_literally(value: str) -> None:
    lines = value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    expected = "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    if not expected.strip():
        assert problems("Gemeente $x.", {"x": value}) == [(1, "Het veld $x is niet ingevuld.")]
        return
    [paragraph] = filled("Gemeente $x.", {"x": value})
    assert paragraph == Paragraph(content=(Run(text=f"Gemeente {expected}."),))


@given(source=st.text(alphabet=st.sampled_from("a $x[]()*#-1. :\n%\\thpsblok"), max_size=200))
def test_any_template_is_read(source: str) -> None:
    template = parse_template(source)
    if not check(template, {"x": "y"}, {}):
        fill(template, {"x": "y"}, {})


def test_only_safe_links() -> None:
    for link in ("https://coa.nl", "mailto:info@coa.nl"):
        assert is_allowed_link(link)
    for link in (
        "http://coa.nl",
        "HTTPS://x",
        "https:///x",
        "javascript:1",
        "//coa.nl",
        "https://a b",
        "https://a\u202eb",
    ):
        assert not is_allowed_link(link)
    with pytest.raises(RegietafelError, match="https://"):
        Run(text="x", link="file:///etc/passwd")


@pytest.mark.parametrize("name", ["../pyproject.toml", "/etc/passwd", "a/b.txt", "..", "geen.txt", "A.txt", "x.py"])
def test_only_templates_are_read(name: str) -> None:
    with pytest.raises(RegietafelError, match="sjabloon"):
        read_source(name)


def test_a_template_is_utf8_and_not_endless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "template", lambda name: tmp_path / name)
    (tmp_path / "a.txt").write_bytes("\ufeff# Één\r\nregel".encode())
    read = parse_template(read_source("a.txt"))
    assert fill(read, {}, {}) == (Heading(content=text("Één")), Paragraph(content=text("regel")))
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(RegietafelError, match="UTF-8"):
        read_source("b.txt")
    (tmp_path / "c.txt").write_bytes(b"x\n" * 100_001)
    with pytest.raises(RegietafelError, match="200 kB"):
        read_source("c.txt")


def test_blocks_and_templates_load_no_pdf_library() -> None:
    code = "import sys, regietafel.documents.sjabloon.template; assert not {'reportlab', 'pikepdf'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])
