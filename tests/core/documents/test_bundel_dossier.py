"""A dossier: what is in it, what it says of itself, and what becomes of annexes of every kind."""

from __future__ import annotations

import hashlib
import io
from contextlib import closing
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.documents.bundel.bijlage import read_bijlage
from regietafel.documents.bundel.dossier import Dossier, make_dossier
from regietafel.documents.bundel.opname import goes_beside
from regietafel.documents.keuring.keuren import keur
from regietafel.documents.maken import render
from regietafel.documents.reeks import make_reeks
from regietafel.domain.herverdeling import Deel
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.example import make_example
from regietafel.ledger import Ledger
from regietafel.queries.bijlagen import Meegestuurd
from tests.core.documents.bundels import DATUM, foreign, letter, office, plain, png, printed, with_entry
from tests.core.documents.reading import read

STUKKEN = [(naam, letter(naam)) for naam in ("Besluit Borne", "Besluit Almelo", "Brief")]
COA = Meegestuurd(titel="Brief van het COA", bestandsnaam="brief.pdf", inhoud=letter("Brief COA"))
KAART = Meegestuurd(titel="Gescande kaart", bestandsnaam="kaart.pdf", inhoud=plain())
BEGROTING = Meegestuurd(titel="Begroting", bestandsnaam="begroting.xlsx", inhoud=office("xl/workbook.xml"))
FOTO = Meegestuurd(titel="Foto", bestandsnaam="foto.png", inhoud=png())


def made(*bijlagen: Meegestuurd, stukken: Any = STUKKEN, insluiten: bool = True, ernaast: Any = None) -> Dossier:
    return make_dossier(
        titel="Dossier HV-1",
        author="Regietafel Twente",
        kenmerk="HV-1",
        datum=DATUM,
        stukken=stukken,
        bijlagen=bijlagen,
        bijlagen_insluiten=insluiten,
        ernaast=ernaast,
    )


def rows(data: bytes) -> list[list[str]]:
    """The contents: number, title and page."""
    table = read(data).root.kids[0].find("Table")[0]
    return [[cell.text.strip() for cell in row.kids] for row in table.find("TBody")[0].kids]


def files(data: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}


def without(data: bytes, key: str) -> bytes:
    """The PDF without this in its root."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.Root[key]
        target = io.BytesIO()
        pdf.save(target)
        return target.getvalue()


def test_the_contents_name_every_part_and_link_to_its_page() -> None:
    dossier = made(COA)
    assert rows(dossier.pdf) == [
        ["1", "Besluit Borne", "2"],
        ["2", "Besluit Almelo", "4"],
        ["3", "Brief", "6"],
        ["4", "Bijlage 1: Brief van het COA", "8"],
    ]
    with pikepdf.open(io.BytesIO(dossier.pdf)) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        links = pdf.pages[0].Annots
        assert [pages.index(link.Dest[0].objgen) + 1 for link in links] == [2, 4, 6, 8]
        assert str(links[0].Contents) == "Naar Besluit Borne"
        assert b"deel.invalid" not in b"".join(each.unparse() for each in pdf.objects)
    assert [node.text for node in read(dossier.pdf).root.kids[0].find("Link")][3] == "Bijlage 1: Brief van het COA"


def test_it_meets_both_standards_and_our_own_rules() -> None:
    dossier = made(COA)
    assert dossier.toegankelijk
    assert dossier.meldingen == ()
    oordeel = keur(dossier.pdf)
    assert oordeel.voldoet == {"PDF/UA-1": True, "PDF/A-2a": True}
    assert oordeel.goed, oordeel.bevindingen


def test_contents_of_two_pages_still_tell_the_right_page() -> None:
    dossier = made(stukken=[(f"Stuk {number}", STUKKEN[0][1]) for number in range(60)])
    found = rows(dossier.pdf)
    with pikepdf.open(io.BytesIO(dossier.pdf)) as pdf:
        assert len(pdf.pages) == 60 * 2 + int(found[0][2]) - 1
        assert int(found[0][2]) > 2
        assert int(found[59][2]) == len(pdf.pages) - 1


def test_what_cannot_be_read_by_everyone_goes_along_as_a_file() -> None:
    dossier = made(KAART, BEGROTING, COA)
    assert dossier.toegankelijk
    assert keur(dossier.pdf).voldoet == {"PDF/UA-1": True, "PDF/A-3a": True}
    assert files(dossier.pdf) == {
        "Bijlage 1 kaart.pdf": KAART.inhoud,
        "Bijlage 2 begroting.xlsx": BEGROTING.inhoud,
    }
    assert len(dossier.meldingen) == 2
    assert "Bijlage 1: Gescande kaart gaat als los bestand mee." in dossier.meldingen[0]
    said = read(dossier.pdf).root.text
    assert "“Bijlage 2 begroting.xlsx”" in said


def beside(nummer: int, naam: str) -> str:
    return f"Los {nummer} {naam}"


def test_or_beside_it_so_that_it_stays_fit_for_the_archive() -> None:
    attached = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter("Nota"))) as pdf:
        pdf.attachments["getallen.xlsx"] = b"x"
        pdf.save(attached)
    nota = Meegestuurd(titel="Nota", bestandsnaam="nota.pdf", inhoud=attached.getvalue())
    dossier = made(KAART, BEGROTING, FOTO, COA, nota, ernaast=beside)
    assert keur(dossier.pdf).voldoet == {"PDF/UA-1": True, "PDF/A-2a": True}
    assert keur(dossier.pdf).goed, keur(dossier.pdf).bevindingen
    assert files(dossier.pdf) == {}
    assert {each.bestandsnaam: each.inhoud for each in dossier.naast} == {
        "Los 1 kaart.pdf": KAART.inhoud,
        "Los 2 begroting.xlsx": BEGROTING.inhoud,
        "Los 5 nota.pdf": nota.inhoud,
    }
    for each in (KAART, BEGROTING, FOTO, COA, nota):
        assert goes_beside(each.bestandsnaam, each.inhoud) == (each not in (FOTO, COA))
    said = read(dossier.pdf).root.text
    assert "Als los bestand naast dit dossier: “Los 1 kaart.pdf”, “Los 2 begroting.xlsx”, “Los 5 nota.pdf”." in said
    assert hashlib.sha256(BEGROTING.inhoud).hexdigest() in said.replace(" ", "") and "1 kB" in said


@pytest.mark.parametrize(("ernaast", "norm"), [(None, "PDF/A-3a"), (beside, "PDF/A-2a")])
def test_pages_that_are_right_by_themselves_and_not_in_a_whole_go_as_a_file(ernaast: Any, norm: str) -> None:
    folder = Meegestuurd(titel="Folder", bestandsnaam="folder.pdf", inhoud=printed())
    assert read_bijlage("folder.pdf", folder.inhoud).meldingen == ()
    dossier = made(COA, folder, ernaast=ernaast)
    assert keur(dossier.pdf).voldoet == {"PDF/UA-1": True, norm: True}
    assert [row[1] for row in rows(dossier.pdf)][3:] == ["Bijlage 1: Brief van het COA", "Bijlage 2: Folder"]
    assert len(dossier.meldingen) == 1 and "Bijlage 2: Folder gaat als los bestand mee." in dossier.meldingen[0]
    inside = files(dossier.pdf) if ernaast is None else {each.bestandsnaam: each.inhoud for each in dossier.naast}
    assert [*inside.values()] == [folder.inhoud]


def test_or_they_go_in_and_nothing_is_claimed() -> None:
    dossier = made(Meegestuurd(titel="Folder", bestandsnaam="folder.pdf", inhoud=printed()), insluiten=False)
    assert keur(dossier.pdf).claims == () and not dossier.toegankelijk
    assert dossier.meldingen == ("Door een bijlage voldoet het dossier niet aan PDF/A-2a.",)


def test_what_cannot_be_taken_in_goes_nowhere() -> None:
    assert not goes_beside("kaart.pdf", b"niets") and not goes_beside("nota.txt", b"x")


def test_nothing_stands_after_the_contents_on_a_page_of_its_own() -> None:
    cover = read(made(KAART, stukken=[STUKKEN[0]] * 21).pdf).root.kids[0]
    assert cover.kids[-1].tag == "Table" and "kaart.pdf" not in cover.kids[-1].text


def test_or_its_pages_are_taken_in_after_a_remark_and_nothing_is_claimed() -> None:
    dossier = made(KAART, insluiten=False)
    assert not dossier.toegankelijk
    assert keur(dossier.pdf).claims == ()
    assert "voldoet daardoor niet aan PDF/UA en PDF/A" in dossier.meldingen[0]
    with pikepdf.open(io.BytesIO(dossier.pdf)) as pdf:
        assert len(pdf.pages) == 10
        assert "/StructParents" in pdf.pages[7].obj  # the remark
        assert "/StructParents" not in pdf.pages[8].obj
        drawn = b"".join(each.read_bytes() for each in pdf.pages[8].Contents)
        assert b"(Kaal) Tj" in drawn
        assert b"/Artifact" in drawn  # the number in the whole


def test_files_that_travel_in_the_parts_travel_in_the_whole() -> None:
    inside = made(BEGROTING).pdf
    dossier = made(stukken=[*STUKKEN, ("Dossier", inside)])
    assert list(files(dossier.pdf)) == ["Bijlage 1 begroting.xlsx"]
    assert keur(dossier.pdf).voldoet == {"PDF/UA-1": True, "PDF/A-3a": True}


def test_a_tagged_pdf_that_breaks_the_standard_is_not_believed() -> None:
    claimed = Meegestuurd(titel="Bewering", bestandsnaam="b.pdf", inhoud=without(STUKKEN[0][1], "/StructTreeRoot"))
    dossier = made(claimed)
    assert list(files(dossier.pdf)) == ["Bijlage 1 b.pdf"]
    assert keur(dossier.pdf).voldoet == {"PDF/UA-1": True, "PDF/A-3a": True}


def test_an_annex_that_is_not_for_the_archive_costs_only_that() -> None:
    vreemd = Meegestuurd(titel="Vreemd", bestandsnaam="vreemd.pdf", inhoud=without(foreign(), "/OutputIntents"))
    dossier = made(vreemd, insluiten=False)
    assert dossier.toegankelijk
    assert dossier.meldingen == ("Bijlage 1: Vreemd maakt dat het dossier niet aan PDF/A voldoet.",)
    assert keur(dossier.pdf).voldoet == {"PDF/UA-1": True}
    assert list(files(made(vreemd).pdf)) == ["Bijlage 1 vreemd.pdf"]


def test_equal_content_gives_equal_bytes() -> None:
    assert made(COA, KAART, FOTO).pdf == made(COA, KAART, FOTO).pdf


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("/OpenAction", pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")), "JavaScript"),
        ("/AcroForm", pikepdf.Dictionary(Fields=pikepdf.Array(), XFA=pikepdf.String("<x/>")), "XFA"),
        ("/OpenAction", pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe")), "start of verstuurt"),
    ],
)
def test_a_pdf_that_does_something_is_refused(key: str, value: pikepdf.Object, said: str) -> None:
    active = Meegestuurd(titel="Formulier", bestandsnaam="f.pdf", inhoud=with_entry(key, value))
    with pytest.raises(RegietafelError, match=said):
        made(active)


def test_a_damaged_file_inside_a_pdf_is_told() -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter("Nota"))) as pdf:
        packed = pdf.make_stream(b"geen deflate", Type=pikepdf.Name.EmbeddedFile, Filter=pikepdf.Name.FlateDecode)
        spec = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="x", UF="x", EF=pikepdf.Dictionary(F=packed))
        names = pikepdf.Array(["x", pdf.make_indirect(spec)])
        pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=names))
        pdf.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    with pytest.raises(RegietafelError, match="Nota: deze PDF is beschadigd"):
        made(stukken=[("Nota", target.getvalue())])


def test_tags_that_miss_the_standard_are_kept_when_the_pages_go_in() -> None:
    verslag = without(STUKKEN[0][1], "/Lang")  # what is left still tells where the headings are
    dossier = made(Meegestuurd(titel="Verslag", bestandsnaam="v.pdf", inhoud=verslag), insluiten=False)
    assert not dossier.toegankelijk
    assert keur(dossier.pdf).claims == ()
    assert [node.tag for node in read(dossier.pdf).root.kids] == ["Part"] * 6
    assert read(dossier.pdf).root.kids[5].find("H1")[0].text.strip() == "Besluit Borne"


def test_tags_that_lead_nowhere_are_left_out() -> None:
    with pikepdf.open(io.BytesIO(STUKKEN[0][1])) as pdf:
        pdf.Root.StructTreeRoot.ParentTree = pikepdf.Dictionary(Nums=pikepdf.Array([pikepdf.Name.Niets, 1]))
        target = io.BytesIO()
        pdf.save(target)
    dossier = made(Meegestuurd(titel="Verslag", bestandsnaam="v.pdf", inhoud=target.getvalue()), insluiten=False)
    assert len(read(dossier.pdf).root.kids) == 5


def test_a_form_or_layers_stay_a_file_of_their_own() -> None:
    layered = with_entry("/OCProperties", pikepdf.Dictionary(OCGs=pikepdf.Array(), D=pikepdf.Dictionary()))
    dossier = made(Meegestuurd(titel="Tekening", bestandsnaam="t.pdf", inhoud=layered), insluiten=False)
    assert list(files(dossier.pdf)) == ["Bijlage 1 t.pdf"]
    assert dossier.toegankelijk


@pytest.mark.parametrize(
    "delen",
    [
        [Deel("Enschede", "Borne", 10)],
        [Deel("Enschede", "Borne", 10), Deel("Enschede", "Almelo", 5)],
        [Deel("Enschede", naam, 1) for naam in ("Almelo", "Borne", "Losser", "Wierden")],
    ],
    ids=lambda delen: f"{len(delen) + 1} parties",
)
def test_the_dossier_of_the_example_meets_the_standards_and_reads_as_its_parts(
    delen: list[Deel], tmp_path: Path
) -> None:
    make_example(tmp_path / "twente.regietafel")
    with closing(Ledger.open(tmp_path / "twente.regietafel")) as ledger:
        id = make_herverdeling(ledger, Periode(2023, 2), delen)
        reeks = make_reeks(ledger, id, DATUM)
    stukken = [(stuk.document.title, render(stuk.document)) for stuk in reeks.complete()]
    dossier = made(stukken=stukken)
    assert keur(dossier.pdf).voldoet == {"PDF/UA-1": True, "PDF/A-2a": True}
    parts = [node.text for node in read(dossier.pdf).root.kids[1:]]
    assert parts == [read(content).root.text for _title, content in stukken]
