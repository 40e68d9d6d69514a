"""Several PDFs as one: nothing is lost, and what refers to something still refers to that."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from pikepdf import Name

from regietafel.documents.blocks import Paragraph, text
from regietafel.documents.bundel.boom import elements
from regietafel.documents.bundel.samenvoegen import NORMEN, Deel, merge
from regietafel.documents.keuring.keuren import keur
from regietafel.documents.pdf.archive import save_as_is
from regietafel.errors import RegietafelError
from tests.core.documents.bundels import foreign, letter, plain
from tests.core.documents.reading import read

LETTERS = [letter("Besluit"), letter("Bekendmaking"), letter("Brief", *[Paragraph(content=text("Alinea. " * 60))] * 20)]
DELEN = [Deel(titel=f"Deel {number}", inhoud=each) for number, each in enumerate(LETTERS, 1)]


@pytest.fixture(scope="module")
def whole() -> bytes:
    return merge(DELEN)


@pytest.fixture(scope="module")
def mixed() -> bytes:
    return merge([DELEN[0], Deel(titel="Vreemd", inhoud=foreign()), Deel(titel="Kaal", inhoud=plain(), getagd=False)])


def opened(data: bytes) -> Any:
    return pikepdf.open(io.BytesIO(data))


def marks(page: Any) -> set[int]:
    """The numbers of the marked content on a page."""
    found = set()
    for each in pikepdf.parse_content_stream(page, "BDC"):
        properties = each.operands[1]
        if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
            found.add(int(properties.MCID))
    return found


def kids(element: Any) -> Iterator[Any]:
    found = element.get("/K")
    yield from found if isinstance(found, pikepdf.Array) else [found] if found is not None else []


def same_element(one: Any, other: Any) -> bool:
    return bool(one.objgen == other.objgen)


def check_tree(data: bytes) -> None:
    """Every mark has one element on its own page, and the way back from the page leads to that element."""
    with opened(data) as pdf:
        tree = pdf.Root.StructTreeRoot
        owners: dict[tuple[Any, int], Any] = {}
        links: dict[Any, Any] = {}
        for element in elements(tree):
            for kid in kids(element):
                if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == Name.MCR:
                    assert (kid.Pg.objgen, int(kid.MCID)) not in owners
                    owners[kid.Pg.objgen, int(kid.MCID)] = element
                elif isinstance(kid, int):
                    assert (element.Pg.objgen, kid) not in owners
                    owners[element.Pg.objgen, kid] = element
                elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == Name.OBJR:
                    links[kid.Obj.objgen] = element
                elif isinstance(kid, pikepdf.Dictionary):
                    assert same_element(kid.P, element)
        back = pikepdf.NumberTree(tree.ParentTree)
        keys = []
        reachable = set()
        for page in pdf.pages:
            if "/StructParents" not in page.obj:
                assert not any((page.obj.objgen, mark) in owners for mark in marks(page))
                continue
            keys.append(int(page.obj.StructParents))
            found = list(back[keys[-1]])
            for mark in marks(page):
                reachable.add((page.obj.objgen, mark))
                assert same_element(found[mark], owners[page.obj.objgen, mark])
            for annotation in page.obj.get("/Annots", []):
                if "/StructParent" in annotation:
                    keys.append(int(annotation.StructParent))
                    assert same_element(back[keys[-1]], links[annotation.objgen])
        assert len(keys) == len(set(keys))
        assert max(keys) < int(tree.ParentTreeNextKey)
        assert reachable == set(owners)


def test_all_marks_are_reached_and_every_page_leads_back(whole: bytes) -> None:
    check_tree(whole)


def test_also_of_a_file_of_others_and_with_a_part_without_tags(mixed: bytes) -> None:
    check_tree(mixed)


@pytest.mark.parametrize("how", ["swap", "shift", "drop", "page"])
def test_the_check_above_sees_a_broken_tree(whole: bytes, how: str) -> None:
    with opened(whole) as pdf:
        tree = pdf.Root.StructTreeRoot
        numbers = tree.ParentTree.Nums
        if how == "swap":
            numbers[1], numbers[3] = numbers[3], numbers[1]
        elif how == "shift":
            pdf.pages[2].obj.StructParents = int(pdf.pages[2].obj.StructParents) + 1
        elif how == "drop":
            del tree.K.K[1]
        else:
            next(each for each in elements(tree) if "/Pg" in each).Pg = pdf.pages[3].obj
        target = io.BytesIO()
        pdf.save(target)
    with pytest.raises((AssertionError, KeyError, IndexError)):
        check_tree(target.getvalue())


def test_the_whole_reads_as_its_parts_one_after_the_other(whole: bytes) -> None:
    parts = [read(each) for each in LETTERS]
    found = read(whole)
    assert [node.tag for node in found.root.kids] == ["Part"] * 3
    assert [node.text for node in found.root.kids] == [part.root.text for part in parts]
    assert [[n.tag for n in node.walk()][1:] for node in found.root.kids] == [
        [n.tag for n in part.root.walk()][1:] for part in parts
    ]
    assert not any(text.strip() for text in found.unmarked)


def test_the_whole_meets_both_standards_and_our_own_rules(whole: bytes) -> None:
    oordeel = keur(whole)
    assert oordeel.voldoet == {"PDF/UA-1": True, "PDF/A-2a": True}
    assert oordeel.goed, oordeel.bevindingen


def test_names_are_unique_and_headers_name_cells_of_their_own_part(whole: bytes) -> None:
    with opened(whole) as pdf:
        tree = pdf.Root.StructTreeRoot
        by_name = pikepdf.NameTree(tree.IDTree)
        for number, part in enumerate(tree.K.K, start=1):
            inside = {bytes(each.ID) for each in elements(pikepdf.Dictionary(K=part)) if "/ID" in each}
            assert inside
            assert all(name.startswith(f"d{number}-".encode()) for name in inside)
            assert all(
                same_element(by_name[name.decode()], each)
                for each in elements(pikepdf.Dictionary(K=part))
                if "/ID" in each and (name := bytes(each.ID))
            )
            headers = {
                bytes(name)
                for each in elements(pikepdf.Dictionary(K=part))
                if isinstance(each.get("/A"), pikepdf.Dictionary) and "/Headers" in each.A
                for name in each.A.Headers
            }
            assert headers
            assert headers <= inside


def test_types_and_classes_of_others_become_standard_ones(mixed: bytes) -> None:
    with opened(mixed) as pdf:
        tree = pdf.Root.StructTreeRoot
        assert "/RoleMap" not in tree
        part = tree.K.K[1]
        assert str(part.S) == "/Part"
        assert str(part.Lang) == "de-DE"
        assert str(part.K[0].S) == "/H1"
        assert str(part.K[1].C) == "/d2-Rechts"
        assert Name("/d2-Rechts") in tree.ClassMap


def test_links_lead_to_their_page_in_the_whole(mixed: bytes) -> None:
    with opened(mixed) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        named = pdf.pages[2].Annots[0]  # of the foreign file: to its second page
        assert pages.index(named.Dest[0].objgen) == 3
        own = pdf.pages[4].Annots[0]  # of the plain file: to its first page
        assert pages.index(own.Dest[0].objgen) == 4
        assert str(pdf.pages[0].Annots[0].A.URI) == "https://wetten.overheid.nl"


def test_bookmarks_stand_under_the_title_of_their_part(whole: bytes, mixed: bytes) -> None:
    with opened(whole) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Deel 1", "Deel 2", "Deel 3"]
        assert [item.children[0].title for item in outline.root] == ["Besluit", "Bekendmaking", "Brief"]
        assert [each.title for each in outline.root[0].children[0].children] == ["De getallen", "Afspraken"]
        pages = [page.obj.objgen for page in pdf.pages]
        goals = [pages.index(item.destination[0].objgen) for item in outline.root]
        assert goals == [0, 2, 4]
        afspraken = outline.root[1].children[0].children[1]
        assert pages.index(afspraken.destination[0].objgen) == 3
    with opened(mixed) as pdf, pdf.open_outline() as outline:
        assert [each.title for each in outline.root[2].children] == ["Kaal"]


def test_every_page_has_its_number_in_the_whole_as_an_artifact(whole: bytes) -> None:
    found = read(whole)
    count = len(found.artifacts)
    assert all(f"Dossier {number}/{count}" in said for number, said in enumerate(found.artifacts, 1))
    assert "Dossier" not in found.root.text
    with opened(whole) as pdf:
        assert pdf.pages[3].label == "4"


def fonts(data: bytes) -> set[tuple[int, int]]:
    """The font files that the pages use, as objects."""
    with opened(data) as pdf:
        return {font.FontDescriptor.FontFile2.objgen for page in pdf.pages for font in page.Resources.Font.values()}


def test_what_is_the_same_is_there_once() -> None:
    one = merge(DELEN[:1])
    twenty = merge(DELEN[:1] * 20)
    assert len(fonts(twenty)) == len(fonts(one))
    with opened(twenty) as pdf:
        files = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/Length1" in each]
        assert len({hashlib.sha256(each.read_bytes()).digest() for each in files}) == len(files)
        assert len(pdf.Root.OutputIntents) == 1
        assert sum("/Alternate" in each for each in pdf.objects if isinstance(each, pikepdf.Stream)) == 1


def test_equal_parts_give_equal_bytes(whole: bytes, mixed: bytes) -> None:
    assert merge(DELEN) == whole
    again = [DELEN[0], Deel(titel="Vreemd", inhoud=foreign()), Deel(titel="Kaal", inhoud=plain(), getagd=False)]
    assert merge(again) == mixed


def test_a_standard_that_is_not_met_is_not_named() -> None:
    assert keur(merge(DELEN[:1], normen={"PDF/UA"})).claims == ("PDF/UA-1",)
    assert keur(merge(DELEN[:1], normen=frozenset())).claims == ()
    assert set(keur(merge(DELEN[:1], normen=NORMEN)).claims) == {"PDF/UA-1", "PDF/A-2a"}


def test_a_broken_part_is_named() -> None:
    with pytest.raises(RegietafelError, match="Begroting: deze PDF is beschadigd"):
        merge([*DELEN, Deel(titel="Begroting", inhoud=b"%PDF-1.7 niets")])


def test_no_stream_ends_in_a_return_and_objects_stay_packed() -> None:
    """A checker would count that return with the line end after it; some of these languages make such a stream."""
    unlucky = 0
    for number in range(1000):
        with opened(plain()) as pdf:
            pdf.Root.Lang = pikepdf.String(hashlib.sha256(b"%d" % number).hexdigest())
            target = io.BytesIO()
            pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
            saved = save_as_is(pdf)
        unlucky += b"\r\nendstream" in target.getvalue()
        assert b"\r\nendstream" not in saved
        assert b"/ObjStm" in saved
    assert unlucky
