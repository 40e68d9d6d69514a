"""What a template can choose, repeat, annex and note; what it refuses; and how far it can grow."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regietafel.documents.blocks import (
    Block,
    Column,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Remark,
    Run,
    Table,
    text,
)
from regietafel.documents.plain import as_text
from regietafel.documents.sjabloon.kop import Kop, read_kop
from regietafel.documents.sjabloon.lines import DIRECTIVES
from regietafel.documents.sjabloon.template import Prepared, Value, Values, check, fill, parse_template, used
from regietafel.documents.sjabloon.uitleg import SCHRIJFWIJZEN
from regietafel.documents.sjabloon.waarden import FORMS
from regietafel.errors import RegietafelError
from tests.tempo import LINEAR, growth

TABLE = Table(columns=(Column(header="Gemeente"),), rows=(("Borne",),))
DELEN: Values = {
    "overdrachten": (
        {"van": "Enschede", "naar": "Borne", "aantal": 10},
        {"van": "Enschede", "naar": "Almelo", "aantal": 0},
    ),
    "van": "buiten",
    "geen": (),
}
BLOCKS: Prepared = {"concept": [Remark(content=text("Concept"))], "niets": [], "t": [TABLE]}


def filled(source: str, values: Values | None = None, blocks: Prepared = BLOCKS) -> tuple[Block, ...]:
    return fill(parse_template(source), DELEN if values is None else values, blocks)


def said(source: str, values: Values | None = None) -> str:
    return as_text(filled(source, values))


def problems(source: str, values: Values | None = None) -> list[tuple[int, str]]:
    found = check(parse_template(source), DELEN if values is None else values, BLOCKS)
    return [(problem.regel, problem.melding) for problem in found]


@pytest.mark.parametrize(
    ("condition", "value", "holds"),
    [
        ("x", "ja", True),
        ("x", "  \t", False),
        ("x", "", False),
        ("x", None, False),
        ("x", 0, False),
        ("x", -3, True),
        ("x", datetime.date(2023, 7, 3), True),
        ("x", (), False),
        ("x", ({"a": 1},), True),
        ("$x", "ja", True),
        ("niet x", "ja", False),
        ("niet x", None, True),
        ("x = ja", "JA", True),
        ("x = “ja”", "ja", True),
        ("x=ja", "nee", False),
        ("x ≠ ja", "nee", True),
        ("x <> ja", "ja", False),
        ("niet x = ja", "ja", False),
        ("niet x ≠ ja", "ja", True),
        ("x = 1.234", 1234, True),
        ("x = -10", -10, True),
        ("x = 10 personen", "10\u00a0personen", True),
        ("x = 3 juli 2023", datetime.date(2023, 7, 3), True),
        ("x = 10:30", "10:30", True),
        ("concept", None, True),
        ("niets", None, False),
        ("niet niets", None, True),
    ],
)
def test_a_choice_asks_whether_something_is_there_or_is_that(condition: str, value: Value, holds: bool) -> None:
    source = f"[als: {condition}]\nWel\n[anders]\nNiet\n[einde]"
    assert said(source, {"x": value}) == ("Wel" if holds else "Niet")
    assert said(f"[als: {condition}]\nWel\n[einde]", {"x": value}) == ("Wel" if holds else "")


def test_what_is_not_chosen_may_be_empty_but_not_unknown() -> None:
    source = "[als: x]\n$x $leeg\n[anders]\n$leeg\n[einde]"
    assert problems(source, {"x": "", "leeg": ""}) == [(4, "Het veld $leeg is niet ingevuld.")]
    unknown = "[als: x]\n$gemeent\n[tabel: tt]\n[als: y]\n[einde]\n[voor elk: z]\n[einde]\n$x:groot\n[einde]"
    assert [line for line, _melding in problems(unknown, {"x": "", "gemeente": "a"})] == [2, 3, 4, 6, 8]


def test_an_open_field_is_told_apart_from_an_error() -> None:
    found = check(parse_template("$leeg\n\n$fout"), {"leeg": ""}, {})
    assert [(problem.regel, problem.leeg) for problem in found] == [(1, True), (3, False)]


def test_a_repetition_shows_every_item_with_its_own_fields_first() -> None:
    source = "[voor elk: overdrachten]\n$van aan $naar\n[einde]\n\n$van"
    assert said(source) == "Enschede aan Borne\n\nEnschede aan Almelo\n\nbuiten"
    assert filled("[voor elk: geen]\n$onbekend\n[einde]") == ()


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_items_of_repetitions_and_choices_make_one_list(between: str) -> None:
    lines = ["- vooraf", "[voor elk: overdrachten]", "[als: aantal]", "- $naar: $aantal\n  - diep", "[anders]",
             "- $naar: niets", "[einde]", "[einde]", "- tot slot"]  # fmt: skip
    deep = ListBlock(items=(ListItem(content=text("diep")),))
    assert filled(between.join(lines)) == (
        ListBlock(
            items=(
                ListItem(content=text("vooraf")),
                ListItem(content=text("Borne: 10"), sublist=deep),
                ListItem(content=text("Almelo: niets")),
                ListItem(content=text("tot slot")),
            )
        ),
    )


def test_a_series_can_stand_in_a_series() -> None:
    values: Values = {"a": ({"n": "1", "b": ({"m": "x"}, {"m": "y"})}, {"n": "2", "b": ()})}
    assert said("[voor elk: a]\n- $n\n[voor elk: b]\n- $n$m\n[einde]\n[einde]", values) == "- 1\n- 1x\n- 1y\n- 2"


def test_annexes_start_a_page_and_are_counted() -> None:
    source = (
        "# Titel\n[bijlage: Besluit van $van]\na\n[als: niets]\n[bijlage: Nee]\n[einde]\n[bijlage: 10:30]\n### Onder"
    )
    assert filled(source) == (
        Heading(content=text("Titel")),
        PageBreak(),
        Heading(content=(Run(text="Bijlage 1: "), Run(text="Besluit van buiten")), level=2),
        Paragraph(content=text("a")),
        PageBreak(),
        Heading(content=(Run(text="Bijlage 2: "), Run(text="10:30")), level=2),
        Heading(content=text("Onder"), level=3),
    )


def test_a_footnote_stands_at_the_word_before_it() -> None:
    [paragraph] = filled("Een **woord**[^zie $van en [hier](https://coa.nl)] en $van[^*x*].")
    assert isinstance(paragraph, Paragraph)
    note = (Run(text="zie buiten en "), Run(text="hier", link="https://coa.nl"))
    assert paragraph.content == (
        Run(text="Een "),
        Run(text="woord", bold=True, note=note),
        Run(text=" en buiten", note=(Run(text="x", italic=True),)),
        Run(text="."),
    )


@pytest.mark.parametrize(
    ("source", "value", "expected"),
    [
        ("$x:hoofdletter", "het tweede halfjaar", "Het tweede halfjaar"),
        ("$x:hoofdletter", "ëen", "Ëen"),
        ("$x:dag", datetime.date(2023, 7, 3), "maandag 3 juli 2023"),
        ("$x:dag", datetime.date(2024, 2, 29), "donderdag 29 februari 2024"),
    ],
)
def test_a_value_is_written_in_the_form_that_is_asked(source: str, value: Value, expected: str) -> None:
    assert said(source, {"x": value}) == expected


@pytest.mark.parametrize(
    ("source", "line", "word"),
    [
        ("a\n[als: van]\nb", 2, "[als: van] houdt niet op"),
        ("[voor elk: overdrachten]", 1, "schrijf [einde]"),
        ("a\n\n[einde]", 3, "[einde] is er te veel"),
        ("[anders]", 1, "hier is er geen begonnen"),
        ("[voor elk: overdrachten]\n[anders]\n[einde]", 2, "van regel 1"),
        ("[als: van]\n[anders]\n[anders]\n[einde]", 3, "heeft al [anders]"),
        ("[als: vna]\n[einde]", 1, "Bedoelt u van?"),
        ("[als: concept = x]\n[einde]", 1, "geen veld"),
        ("[als: overdrachten = x]\n[einde]", 1, "geen veld"),
        ("[voor elk: overdracht]\n[einde]", 1, "Bedoelt u overdrachten?"),
        ("[voor elk: van]\n[einde]", 1, "niet bekend"),
        ("$overdrachten", 1, "schrijf [voor elk: overdrachten]"),
        ("[als: van] is er", 1, "eigen regel"),
        ("Wij [einde] u", 1, "eigen regel"),
        ("a\nb [tabel: t] c", 2, "eigen regel"),
        ("[bijlage]", 1, "[bijlage: titel]"),
        ("[als: ]\n[einde]", 1, "kan niet"),
        ("[als: a b c]\n[anders]\n[einde]", 1, "[als: niet naam]"),
        ("[als: van > 3]\n[voor elk: overdrachten]\n[einde]\n[einde]", 1, "[als: naam = waarde]"),
        ("[voor elk: a b]\n[einde]", 1, "[voor elk: naam]"),
        ("# a\n## b\n### c\n#### d", 4, "hooguit ###"),
        ("##### d", 1, "hooguit ###"),
        ("[hier](javascript:alert(1))", 1, "“javascript:alert(1)” kan niet"),
        ("a\n[hier](JavaScript:alert((1)))", 2, "“JavaScript:” kan niet"),
        ("[hier]( data:text/html,a b)", 1, "“data:” kan niet"),
        ("[hier](vbscript:a", 1, "“vbscript:” kan niet"),
        ("Zie[^bij [hier](javascript:alert(1))].", 1, "“javascript:alert(1)” kan niet"),
        ("[hier](file:///etc/passwd)", 1, "moet beginnen met https:// of mailto:"),
        ("[hier](https://coa.nl/ twee)", 1, "“https:” kan niet"),
        ("[hier](https://coa.nl/$van)", 1, "kan geen veld staan"),
        ("a [hier](mailto:$van@coa.nl)", 1, "kan geen veld staan"),
        ("a [^noot]", 1, "zonder spatie"),
        ("[^noot]", 1, "zonder spatie"),
        ("a\nb[^noot", 2, "houdt niet op met ]"),
        ("a[^b][^c]", 1, "andere voetnoot"),
        ("a[^b[^c](d)]", 1, "andere voetnoot"),
        ("a[^$onbekend]", 1, "niet bekend"),
        ("a\ud800", 1, "stuurteken"),
        ("%% a\ud800", 1, "stuurteken"),
        ("x\n" * 5001, 5001, "te veel regels"),
        ("- a\n" * 2001, 2001, "te veel onderdelen"),
        ("é" * 100_001, 1, "200 kB"),
    ],
)
def test_problems_name_their_line(source: str, line: int, word: str) -> None:
    found = problems(source)
    assert [regel for regel, melding in found if word in melding] == [line], found
    if "[einde]" in source and "kan niet" in found[0][1]:
        assert len(found) == 1  # what it would begin is ended as it should


def test_five_deep_is_the_most() -> None:
    def nested(depth: int) -> str:
        return "[als: van]\n" * depth + "a\n" + "[einde]\n" * depth

    assert said(nested(5)) == "a"
    assert problems(nested(6)) == [(6, "[als: van] staat te diep: hooguit vijf in elkaar.")]
    assert len(problems(nested(2000))) <= 101


def test_headings_in_branches_do_not_skip_a_level() -> None:
    assert not problems("[als: van]\n# A\n[anders]\n# B\n[einde]\n## C")
    assert problems("[als: van]\n# A\n[einde]\n## C") == [(4, "Deze kop slaat een niveau over; schrijf #.")]


@pytest.mark.parametrize(
    "source",
    [
        "[voor elk: s]\n[voor elk: s]\n[voor elk: s]\n[voor elk: s]\n[voor elk: s]\n- $n\n" + "[einde]\n" * 5,
        "[voor elk: s]\n" + "$lang " * 800 + "\n[einde]",
        "[voor elk: s]\n" + "$n:groot $onbekend\n" * 900 + "[einde]",
    ],
)
def test_what_would_grow_without_end_is_refused(source: str) -> None:
    values: Values = {"s": tuple({"n": n} for n in range(60)), "lang": "x" * 20_000}
    with pytest.raises(RegietafelError, match=r"te groot|onbekend"):
        fill(parse_template(source), values, {})


@pytest.mark.parametrize(
    "piece",
    ["[", "[^", "[a](", "[^[a](b)", "*", "**", "$a", "$a$b ", "[" + " " * 4000 + "x\n", "[als:" + " " * 4000 + "x\n",
     "a[^b] ", "[^[a](b) ", "$lang ", "a[^$x ", "- a\n", "- a\n\n", "[als: a]\n", "[einde]\n", "a\n", "%% a\n",
     "\r", "#" * 4999 + "\n", "# " + " " * 4000 + "a\n"],
)  # fmt: skip
@pytest.mark.parametrize("width", [190_000, 4_900])
def test_whatever_is_repeated_is_read_soon(piece: str, width: int) -> None:
    values: Values = {"lang": "x" * 20_000, **{f"veld_{n}": "x" for n in range(40)}}

    def read(size: int) -> None:
        wide = min(width, size)
        check(parse_template("\n".join([piece * (wide // len(piece))] * (size // wide))), values, BLOCKS)

    assert growth(read, 47_500, rounds=2) < LINEAR


def test_a_message_names_no_more_than_can_be_read() -> None:
    with pytest.raises(RegietafelError) as error:
        filled("$a $\n\n" * 400)
    assert len(str(error.value).splitlines()) == 22
    assert str(error.value).endswith(".")


def test_names_are_found_wherever_a_template_mentions_them() -> None:
    source = "$a[^$b] \n[als: c]\n[voor elk: d]\n- $e\n[einde]\n[anders]\n[tabel: f]\n[einde]"
    assert used(parse_template(source)) == (frozenset("abcde"), frozenset("cf"))


@pytest.mark.parametrize(
    ("source", "kop"),
    [
        (
            "%% document: Besluit\n%% rol: COA, provincie\n%%Rol:x\n# T",
            Kop(document="Besluit", rollen=("COA", "provincie", "x")),
        ),
        ("# T\n%% document: Besluit", Kop(document="", rollen=())),
        ("%% document: A\n%% document: B\n%% uitleg: C", Kop(document="A", rollen=())),
    ],
)
def test_the_head_of_a_template(source: str, kop: Kop) -> None:
    assert read_kop(source) == kop


def test_the_head_in_words() -> None:
    assert Kop(document="Kennisgeving", rollen=("COA", "provincie")).titel == "Kennisgeving (COA, provincie)"
    assert Kop(document="Kennisgeving", rollen=()).titel == "Kennisgeving"


def test_the_explanation_is_right() -> None:
    """Every way of writing that it names can be read, and it names every form and every directive."""
    known = " ".join(f"{written} {said}" for written, said in SCHRIJFWIJZEN)
    assert all(form in known for form in FORMS)
    assert all(
        f"[{word}" in known for word in (*DIRECTIVES, "als:", "anders", "voor elk", "einde", "bijlage", "nieuwe")
    )
    for written, _said in SCHRIJFWIJZEN:
        source = written.replace("…", "coa.nl").replace("$veld:vorm", "$naam:hoofdletter").replace("veld", "naam")
        end = "\n[einde]" if written.startswith(("[als", "[voor")) else ""
        values: Values = {"naam": ({},) if "voor" in written else "x"}
        assert not check(parse_template(source + end), values, {"naam": [TABLE]}), written


WORDS = ("[als: x]", "[als: niet b]", "[als: x = y]", "[anders]", "[einde]", "[voor elk: s]", "[bijlage: b $x]", "# a",
         "- $n", "  - $x", "1. c", "d[^e $x]", "**$x** *f*", "[blok: b]", "[nieuwe pagina]", "$x:hoofdletter", "",
         "%% z", "[a](https://coa.nl)", "[^", "$", "[", "als]", "$s")  # fmt: skip
SOURCES = st.lists(st.sampled_from(WORDS), max_size=30).map("\n".join) | st.text(max_size=300)


@settings(max_examples=300)
@given(source=SOURCES)
def test_any_text_is_read_and_says_nothing_of_its_own(source: str) -> None:
    """A filled template says what stands in it and in its values, and what counts annexes and items; nothing else."""
    template = parse_template(source)
    values: Values = {"x": "Ω", "s": ({"n": "Ψ"}, {"n": "Φ"})}
    blocks: Prepared = {"b": [Remark(content=text("Ξ"))]}
    found = check(template, values, blocks)
    assert all(1 <= problem.regel <= source.count("\n") + source.count("\r") + 1 for problem in found)
    try:
        outcome = as_text(fill(template, values, blocks))
    except RegietafelError:
        assert found
        return
    assert not found
    assert set(outcome) <= set(source) | set("ΩΨΦΞ Bijlage:()-.\n0123456789")
