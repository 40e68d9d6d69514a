"""Files that are no PDF, broken, locked, endless or far too large: one Dutch sentence, soon, with little memory."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf

from regietafel.documents.blocks import Column, Table
from regietafel.documents.keuring import norm, openen
from regietafel.documents.keuring.keuren import keur
from regietafel.errors import RegietafelError
from tests.core.documents.breken import broken, elements, rules, whole
from tests.core.documents.bundels import letter


def saved(pdf: Pdf, **options: object) -> bytes:
    target = io.BytesIO()
    pdf.save(target, **options)  # type: ignore[arg-type]
    return target.getvalue()


def encrypted(**passwords: str) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    return saved(pdf, encryption=pikepdf.Encryption(**passwords))  # type: ignore[arg-type]


def with_tree(build: Callable[[Pdf, pikepdf.Object], None]) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    build(pdf, root)
    pdf.Root.StructTreeRoot = root
    return saved(pdf)


def deep(pdf: Pdf, root: pikepdf.Object) -> None:
    parent = root
    for _level in range(10_000):
        child = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Div, P=parent))
        parent.K = child
        parent = child


def endless(pdf: Pdf, root: pikepdf.Object) -> None:
    child = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Div, P=root))
    root.K = child
    child.K = Array([child])


def page_loop() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)
    return saved(pdf)


def bomb() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    squeeze = zlib.compressobj()
    packed = b"".join(squeeze.compress(b"0 0 m " * 10**6) for _ in range(200)) + squeeze.flush()  # 1.2 GB
    stream = pdf.make_stream(b"")
    stream.write(packed, filter=Name.FlateDecode)
    pdf.pages[0].Contents = stream
    return saved(pdf)


def object_bomb() -> bytes:
    """The objects themselves are packed, and unpack to 600 MB."""
    squeeze = zlib.compressobj()
    packed = squeeze.compress(b"1 0 <</Type/Catalog/Pages 2 0 R>>")
    packed += b"".join(squeeze.compress(b" " * 10**6) for _ in range(600)) + squeeze.flush()
    body = b"%%PDF-1.7\n5 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
    body += packed + b"\nendstream\nendobj\n"
    rows = bytes([0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 5, 0, 1, 0, 0, 0, 9, 0])
    table = b"6 0 obj\n<</Type/XRef/Size 7/W[1 4 1]/Index[0 2 5 1]/Root 1 0 R/Length 18>>\nstream\n"
    return body + table + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % len(body)


def many_drawings() -> bytes:
    """One page that draws two million times, each under a name of its own."""
    return drawn(b"".join(b"/%x Do " % number for number in range(2 * 10**6)))


def bookmarks(number: int) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    with pdf.open_outline() as outline:
        outline.root.extend(pikepdf.OutlineItem(str(each), 0) for each in range(number))
    return saved(pdf)


def invocations(number: int) -> bytes:
    with pikepdf.open(io.BytesIO(drawn(b"/F Do " * number))) as pdf:
        form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(F=form))
        return saved(pdf)


def drawn(content: bytes) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page().obj.Contents = pdf.make_stream(content)
    return saved(pdf)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "is leeg"),
    "no pdf": (lambda: b"Beste lezer, dit is een brief.", "geen PDF"),
    "only a header": (lambda: b"%PDF-1.7\n", "beschadigd"),
    "cut off": (lambda: whole()[:3000], "beschadigd"),
    "noise": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400, "beschadigd"),
    "a password": (lambda: encrypted(user="geheim", owner="geheim"), "wachtwoord"),
    "locked": (lambda: encrypted(owner="geheim"), "beveiligd"),
    "no pages": (lambda: saved(pikepdf.new()), "geen bladzijden"),
    "a page tree that goes round": (page_loop, "beschadigd"),
    "tags ten thousand deep": (lambda: with_tree(deep), "te diep"),
    "tags that go round": (lambda: with_tree(endless), "te diep"),
    "a drawing that is deep": (lambda: drawn(b"q " * 1000), "te diep"),
    "too many bookmarks": (lambda: bookmarks(300), "meer dan 250 bladwijzers onder elkaar"),
    "forms without end": (lambda: invocations(20_000), "te zwaar"),
    "a page of 1,2 GB": (bomb, "te groot"),
    "objects of 600 MB": (object_bomb, "beschadigd"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_in_one_sentence(name: str) -> None:
    make, sentence = HOSTILE[name]
    with pytest.raises(RegietafelError, match=sentence) as caught:
        keur(make())
    assert str(caught.value).endswith(".")


def test_bookmarks_that_fit_are_judged() -> None:
    assert "bladwijzers" not in {each.regel for each in keur(bookmarks(240)).bevindingen}


def test_a_long_table_is_judged_and_an_endless_one_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = (Column(header="Gemeente"), Column(header="Aantal", numeric=True))
    rows = tuple((f"Rij {number}", "1") for number in range(1100))
    made = letter("Lang", Table(columns=columns, rows=rows, summary="Veel rijen"))
    assert all(keur(made).voldoet.values())
    monkeypatch.setattr(norm, "_MAX_ROWS", 1000)
    with pytest.raises(RegietafelError, match=r"Een tabel .* meer dan 1\.000 rijen"):
        keur(made)


def test_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openen, "MAX_BYTES", len(whole()) - 1)
    with pytest.raises(RegietafelError, match="groter dan 200 MB"):
        keur(whole())


def test_a_table_of_places_that_is_wrong_is_mended_and_told() -> None:
    data = whole().replace(b"startxref\n", b"startxref\n9")
    try:
        assert not all(keur(data).voldoet.values())
    except RegietafelError as error:
        assert "beschadigd" in str(error)


def test_thousands_of_errors_are_counted() -> None:
    def add(pdf: Pdf) -> None:
        root = elements(pdf, "Document")[0]
        for _each in range(3000):
            root.K.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, P=root)))

    oordeel = keur(broken(whole(), add))
    assert rules(oordeel) == {"alt-leeg", "figuur-bijschrift", "meer"}
    assert len(oordeel.bevindingen) == 42
    assert "Nog 2.980 keer hetzelfde (alt-leeg)." in [each.melding for each in oordeel.bevindingen]


def test_memory_stays_small() -> None:
    """In a process of its own, for memory once taken is not given back.

    Not ``ru_maxrss``: Linux lets a process begin with the peak of the one that started it.
    """
    code = (
        "import pathlib, re, sys\n"
        "from regietafel.documents.keuring.keuren import keur\n"
        "from regietafel.errors import RegietafelError\n"
        "try:\n    keur(sys.stdin.buffer.read())\n"
        "except RegietafelError:\n    pass\n"
        "print(int(re.search(r'VmHWM:\\s*(\\d+)', pathlib.Path('/proc/self/status').read_text())[1]) // 1024)\n"
    )
    if sys.platform != "linux":
        pytest.skip("measured by Linux")
    for make in (bomb, object_bomb, many_drawings):
        run = subprocess.run([sys.executable, "-c", code], input=make(), capture_output=True, timeout=600, check=True)
        assert int(run.stdout) < 200  # MB; a letter takes 40


@settings(max_examples=60)
@given(places=st.lists(st.tuples(st.integers(0, 10**7), st.binary(min_size=1, max_size=12)), min_size=1, max_size=6))
def test_any_damage_is_said_in_a_sentence(places: list[tuple[int, bytes]]) -> None:
    data = bytearray(plain())
    for place, noise in places:
        at = place % len(data)
        data[at : at + len(noise)] = noise
    try:
        keur(bytes(data))
    except RegietafelError as error:
        assert str(error).endswith(".")


@cache
def plain() -> bytes:
    """Uncompressed, so that damage reaches the objects and the drawing."""
    with pikepdf.open(io.BytesIO(whole())) as pdf:
        return saved(
            pdf,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
