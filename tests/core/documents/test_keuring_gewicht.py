"""What a PDF makes its reader do is counted before anyone does it: a small file can ask for hours of work."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from regietafel.documents.bundel.bijlage import read_bijlage
from regietafel.documents.bundel.samenvoegen import Deel, merge
from regietafel.documents.keuring import gewicht
from regietafel.documents.keuring.gewicht import check_weight
from regietafel.documents.keuring.keuren import keur
from regietafel.documents.keuring.openen import opened
from regietafel.errors import RegietafelError
from tests.core.documents.bundels import letter

HEAVY = b"0 0 m 1 1 l S\n" * 150_000  # 2 MB
LIGHT = b"0 0 m 1 1 l S\n" * 10


def made(resources: Callable[[Pdf], Dictionary], drawn: bytes, pages: int = 1) -> bytes:
    """A PDF whose pages share their resources and all draw the same."""
    pdf = pikepdf.new()
    shared = pdf.make_indirect(resources(pdf))
    for _page in range(pages):
        page = pdf.add_blank_page()
        page.obj.Resources, page.obj.Contents = shared, pdf.make_stream(drawn)
    return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def form(pdf: Pdf, drawn: bytes, resources: Object | None = None) -> Stream:
    box = Array([0, 0, 9, 9])
    found = pdf.make_stream(drawn, Type=Name.XObject, Subtype=Name.Form, BBox=box)
    found.Resources = Dictionary() if resources is None else resources
    return found


def named(**drawn: Object) -> Dictionary:
    return Dictionary(XObject=Dictionary({f"/{name}": each for name, each in drawn.items()}))


def heavy(pdf: Pdf) -> Dictionary:
    return named(F=form(pdf, HEAVY))


def fallback(pdf: Pdf) -> Dictionary:
    """A form that draws what only the page has."""
    return named(F=form(pdf, HEAVY), G=form(pdf, b"/F Do " * 20))


def laughs(pdf: Pdf, deep: int = 12) -> Dictionary:
    drawing = form(pdf, LIGHT)
    for _level in range(deep):
        drawing = form(pdf, b"/F Do " * 10, named(F=drawing))
    return named(F=drawing)


def itself(pdf: Pdf) -> Dictionary:
    drawing = form(pdf, b"/F Do")
    drawing.Resources = named(F=drawing)
    return named(F=drawing)


def around(pdf: Pdf) -> Dictionary:
    one, two = form(pdf, b"/F Do"), form(pdf, b"/F Do")
    one.Resources, two.Resources = named(F=two), named(F=one)
    return named(F=one)


def letters(pdf: Pdf, drawn: bytes = HEAVY) -> Dictionary:
    """A font whose letters are drawings."""
    proc = pdf.make_stream(b"1 0 d0\n" + drawn)
    coding = Dictionary(Differences=Array([97, Name.a]))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary(a=proc), Encoding=coding)
    return Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))


def pattern(pdf: Pdf) -> Dictionary:
    found = pdf.make_stream(HEAVY, Type=Name.Pattern, PatternType=1, Resources=Dictionary())
    return Dictionary(Pattern=Dictionary(P=found))


def notes() -> bytes:
    """Annotations that look the same."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    look = Dictionary(N=form(pdf, HEAVY))
    page.obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Stamp, AP=look) for _note in range(50)])
    return saved(pdf)


def one_stream_a_thousand_times() -> bytes:
    pdf = pikepdf.new()
    stream = pdf.make_stream(HEAVY)
    pdf.add_blank_page().obj.Contents = Array([stream] * 1000)
    return saved(pdf)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "pages that share a drawing": (lambda: made(heavy, b"/F Do", 1000), "te zwaar"),
    "a page that draws it often": (lambda: made(heavy, b"/F Do " * 100), "te zwaar"),
    "written so that it is missed": (lambda: made(heavy, b"/#46\0%x\nDo\0" * 100), "te zwaar"),
    "what only the page has": (lambda: made(fallback, b"/G Do"), "te zwaar"),
    "ten of ten of ten": (lambda: made(laughs, b"/F Do"), "te zwaar"),
    "sixty deep": (lambda: made(lambda pdf: laughs(pdf, 60), b"/F Do"), "te zwaar"),
    "letters that are drawings": (lambda: made(letters, b"BT /F 9 Tf " + b"(a) Tj " * 100 + b"ET"), "te zwaar"),
    "letters between brackets": (lambda: made(letters, b"BT /F 9 Tf (" + b"(a)" * 100 + b") Tj ET"), "te zwaar"),
    "a pattern": (lambda: made(pattern, b"/Pattern cs " + b"/P scn " * 100), "te zwaar"),
    "annotations": (notes, "te zwaar"),
    "a page of one stream": (one_stream_a_thousand_times, "te groot"),
    "a drawing of itself": (lambda: made(itself, b"/F Do"), "tekent zichzelf"),
    "two that draw each other": (lambda: made(around, b"/F Do"), "tekent zichzelf"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_too_much_to_draw_is_refused(name: str) -> None:
    make, sentence = HOSTILE[name]
    with pytest.raises(RegietafelError, match=sentence) as caught:
        keur(make())
    assert str(caught.value).endswith(".")


def test_what_is_not_drawn_weighs_nothing() -> None:
    with opened(made(heavy, LIGHT, 100)) as pdf:
        check_weight(pdf)


def test_a_report_with_a_graph_on_every_page_is_not_too_much() -> None:
    """As programs for graphs write it: paths, and a legend in letters that are drawings."""
    drawn = LIGHT * 1000 + b"BT /F 9 Tf " + b"[(aaaa) 3 (aa)] TJ " * 20 + b"ET"
    with opened(made(lambda pdf: letters(pdf, LIGHT), drawn, 100)) as pdf:
        check_weight(pdf)


@cache
def dossier() -> bytes:
    """Two hundred pages of our own."""
    return merge([Deel(titel=f"Stuk {number}", inhoud=letter(f"Stuk {number}")) for number in range(100)])


def test_our_own_dossier_is_far_from_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gewicht, "MAX_WEIGHT", gewicht.MAX_WEIGHT // 10)
    with opened(dossier()) as pdf:
        assert len(pdf.pages) == 200
        check_weight(pdf)


def test_an_annex_that_is_too_heavy_to_judge_goes_along_unjudged() -> None:
    with pikepdf.open(io.BytesIO(letter("Kaart"))) as pdf:
        page = pdf.pages[0].obj
        page.Resources.XObject = Dictionary(F=form(pdf, HEAVY))
        page.Contents = Array([page.Contents, pdf.make_stream(b"/F Do " * 100)])
        data = saved(pdf)
    assert read_bijlage("kaart.pdf", data).pdf.voldoet == frozenset()  # type: ignore[union-attr]
