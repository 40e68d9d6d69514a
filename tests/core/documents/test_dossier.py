"""The documents of a herverdeling: what each party reads, and that writing them is all or nothing."""

from __future__ import annotations

import datetime
import errno
import io
import itertools
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import page
import pikepdf
import pytest

from regietafel import paths
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.actions.huisstijlen import set_huisstijl
from regietafel.actions.nieuw import make_file, of_names
from regietafel.actions.regio import edit_regio
from regietafel.actions.taakstelling import import_taakstelling
from regietafel.documents.beeldmerk import read_logo
from regietafel.documents.blocks import Document, LetterHead, Paragraph, Signatory, Signatures, text
from regietafel.documents.maken import write_stukken
from regietafel.documents.middelen import anonymous, middelen
from regietafel.documents.pdf.render import render_pdf
from regietafel.documents.reeks import make_reeks
from regietafel.documents.stuk import Stuk
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.domain.huisstijl import Huisstijl
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from tests.core.agreements import bring_into_force
from tests.core.documents.pdfs import leaves
from tests.core.documents.reading import read
from tests.core.documents.vastgelegd import RUIL, TOELICHTING

P = Periode(2023, 2)
DATUM = datetime.date(2023, 7, 3)
PER_COLLEGE = ("Collegevoorstel", "Besluit college", "Bekendmaking", "Raadsinformatiebrief")
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200"/></svg>'
TOLD = ("COA", "provincie Overijssel", "ministerie asiel", "ministerie volkshuisvesting")


def dossier(ledger: Ledger, toelichting: str = TOELICHTING) -> tuple[Stuk, ...]:
    return make_reeks(ledger, make_herverdeling(ledger, P, RUIL, Bepalingen(toelichting=toelichting)), DATUM).complete()


def coa(stukken: Sequence[Stuk]) -> Stuk:
    [stuk] = [stuk for stuk in stukken if stuk.bestandsnaam.endswith("Kennisgeving COA.pdf")]
    return stuk


def said(stuk: Stuk) -> list[str]:
    return leaves(read(render_pdf(stuk.document)).root)


@pytest.fixture
def own_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the templates that a test can edit."""
    folder = tmp_path / "templates"
    copytree(paths.template(), folder)
    monkeypatch.setattr(paths, "template", folder.joinpath)
    return folder


def test_every_party_has_a_letter(tafel: Ledger) -> None:
    stukken = dossier(tafel)
    assert [stuk.bestandsnaam for stuk in stukken] == [
        "HV-2023-II-01 Gezamenlijk besluit.pdf",
        *[f"HV-2023-II-01 {soort} {naam}.pdf" for soort in PER_COLLEGE for naam in ("Enschede", "Almelo", "Borne")],
        *[f"HV-2023-II-01 Kennisgeving {wie}.pdf" for wie in TOLD],
    ]
    soorten = ["Gezamenlijk besluit", *[soort for soort in PER_COLLEGE for _college in range(3)]]
    assert [stuk.naam for stuk in stukken] == [*soorten, *["Kennisgeving"] * 4]
    assert {stuk.document.datum for stuk in stukken} == {DATUM}


@pytest.mark.parametrize(("van", "naar"), [("Enschede", "Borne"), ("Borne", "Enschede")])
def test_documents_between_two_gemeenten_are_short(tafel: Ledger, van: str, naar: str) -> None:
    edit_regio(tafel, replace(tafel.regio.get(1), voorzitter="burgemeester van Almelo"))
    id = make_herverdeling(
        tafel, P, [Deel(van, naar, 37)], Bepalingen(toelichting="Borne heeft dit halfjaar woningen over.")
    )
    for stuk in make_reeks(tafel, id, DATUM).complete():
        with pikepdf.open(io.BytesIO(render_pdf(stuk.document))) as pdf:
            assert len(pdf.pages) == {"Bekendmaking": 1}.get(stuk.naam, 2)


def test_documents_conform(tafel: Ledger) -> None:
    for stuk in dossier(tafel):
        data = render_pdf(stuk.document)
        for profile in ("ua1", "2a"):
            assert page.is_pdf_compliant_bytes(data, profile=profile)


def test_after_coming_into_force_the_day_is_named(tafel: Ledger) -> None:
    id = make_herverdeling(tafel, P, RUIL)
    assert "Het besluit treedt in werking op de dag na de laatste bekendmaking." in " ".join(
        said(coa(make_reeks(tafel, id, DATUM).complete()))
    )
    bring_into_force(tafel, id, datetime.date(2023, 8, 1))
    for datum, sentence in (
        (31, "treedt in werking op 1 augustus 2023."),
        (32, "is in werking sinds 1 augustus 2023."),
    ):
        day = datetime.date(2023, 6, 30) + datetime.timedelta(days=datum)
        assert f"Het besluit {sentence}" in " ".join(said(coa(make_reeks(tafel, id, day).complete())))


def test_without_toelichting_there_is_no_empty_heading(tafel: Ledger) -> None:
    besluit, *_letters = dossier(tafel, toelichting="")
    assert "Toelichting" not in said(besluit)


def test_a_file_with_only_names_is_enough(tmp_path: Path) -> None:
    def fill(ledger: Ledger) -> None:
        taakstelling = [(1, 37, 0, 24_000), (2, 247, 18, 159_000)]
        import_taakstelling(ledger, periode=P, datum=DATUM, landelijk=1, bron="", regels=taakstelling)

    make_file(tmp_path / "x.regietafel", of_names(["Borne", "Enschede"]), fill=fill)
    ledger = Ledger.open(tmp_path / "x.regietafel")
    stukken = make_reeks(ledger, make_herverdeling(ledger, P, [Deel("Enschede", "Borne", 1)]), DATUM).complete()
    ledger.close()
    assert "de burgemeester van Borne" in said(stukken[0])
    assert "Enschede draagt 1 persoon over aan Borne." in [line.replace("\u00a0", " ") for line in said(stukken[0])]
    assert "de voorzitter van Regietafel" in said(coa(stukken))


def test_names_on_the_letters_come_from_the_file(tafel: Ledger) -> None:
    with tafel.operation("test"):
        [regio] = tafel.regio
        tafel.regio.save(replace(regio, voorzitter="mr. M. de Vries", postadres="Postbus 1", plaats="Enschede"))
    *_rest, kennisgeving = dossier(tafel)
    lines = said(kennisgeving)
    assert lines[:3] == ["Regietafel Twente", "Postbus 1", "Enschede"]
    assert lines[-2:] == ["de voorzitter van Regietafel Twente", "mr. M. de Vries"]


def test_every_document_is_of_one_organisation(tafel: Ledger) -> None:
    """Letterhead, logo, footer, who handles it, who signs and the author in the file: of the table or of a gemeente."""
    for gemeente_id, wie in ((None, "Regietafel Twente"), (2, "Gemeente Borne")):
        style = Huisstijl(
            gemeente_id=gemeente_id, kleur="#1D4ED8", logo_tekst=f"Logo {wie}", afzender=f"Bel {wie}", voettekst=wie
        )
        set_huisstijl(tafel, style, {"logo": read_logo(LOGO)})
    for stuk in dossier(tafel):
        of_table = stuk.voor not in ("Almelo", "Borne", "Enschede")
        wie = "Regietafel Twente" if of_table else f"Gemeente {stuk.voor}"
        opmaak, found = stuk.document.opmaak, stuk.document.blocks
        assert stuk.document.author == wie and opmaak.kleur == "#1D4ED8"
        assert {each.sender for each in found if isinstance(each, LetterHead)} <= {wie}
        if of_table or stuk.voor == "Borne":
            assert (opmaak.logo_tekst, opmaak.afzender, opmaak.voettekst) == (f"Logo {wie}", (f"Bel {wie}",), wie)
            assert opmaak.logo
        else:  # only the table has a style: a gemeente does not write on its paper
            assert not (opmaak.logo or opmaak.logo_tekst or opmaak.afzender or opmaak.voettekst)
        signed = [role.role for each in found if isinstance(each, Signatures) for role in each.signatories]
        whose = "Regietafel Twente" if stuk.naam == "Kennisgeving" else stuk.voor
        assert all(str(role).endswith(whose) for role in signed), stuk.label
    assert middelen(tafel).opmaak(1) == anonymous(middelen(tafel).opmaak())


def test_problems_in_a_template_are_told_before_anything_is_made(tafel: Ledger, own_templates: Path) -> None:
    brief = own_templates / "collegevoorstel_afstaan.txt"
    brief.write_text(brief.read_text(encoding="utf-8") + "\n$burgemeester\n", encoding="utf-8")
    with pytest.raises(RegietafelError, match=r"Regel \d+: Het veld \$burgemeester is niet bekend"):
        dossier(tafel)


def test_users_edit_the_text(tafel: Ledger, own_templates: Path) -> None:
    (own_templates / "kennisgeving_coa.txt").write_text("# Eigen tekst\nAan $gemeenten.", encoding="utf-8")
    kennisgeving = coa(dossier(tafel))
    assert said(kennisgeving) == ["Eigen tekst", "Aan Enschede, Almelo en Borne."]


def test_an_expired_address_is_not_used(tafel: Ledger) -> None:
    with tafel.operation("test"):
        [coa] = tafel.adressaten
        tafel.adressaten.save(replace(coa, geldig_tot=datetime.date(2023, 1, 1)))
    with pytest.raises(RegietafelError, match="geen adres van “COA”"):
        dossier(tafel)


def test_a_ledger_without_a_region_says_so() -> None:
    ledger = Ledger.in_memory()
    with pytest.raises(RegietafelError):
        make_reeks(ledger, 1, DATUM).complete()


def test_hostile_names_stay_inside_the_folder(tafel: Ledger, tmp_path: Path) -> None:
    with tafel.operation("test"):
        for gemeente, naam in zip(list(tafel.gemeenten), ("../../x", "Bergen (L.)", "Bergen L."), strict=True):
            tafel.gemeenten.save(replace(gemeente, naam=naam))
    delen = [Deel("Bergen L.", "../../x", 10), Deel("../../x", "Bergen (L.)", 10)]
    stukken = make_reeks(tafel, make_herverdeling(tafel, P, delen), DATUM).complete()
    written = write_stukken(stukken, tmp_path / "map").paden
    assert sorted(tmp_path.rglob("*.pdf")) == sorted(written)
    assert len(set(written)) == 17
    assert {path.parent for path in written} == {tmp_path / "map"}


def test_writing_makes_the_folder_and_returns_the_files(tafel: Ledger, tmp_path: Path) -> None:
    stukken = dossier(tafel)
    written = write_stukken(stukken, tmp_path / "a" / "b").paden
    assert sorted((tmp_path / "a" / "b").iterdir()) == sorted(written)
    with pikepdf.open(io.BytesIO(written[0].read_bytes())) as pdf:
        assert str(pdf.docinfo.Title) == stukken[0].document.title


def test_existing_documents_are_kept_and_named(tafel: Ledger, tmp_path: Path) -> None:
    stukken = dossier(tafel)
    old = tmp_path / stukken[3].bestandsnaam
    assert "Collegevoorstel Borne" in old.name
    old.write_text("oud")
    with pytest.raises(RegietafelError, match=r"Collegevoorstel Borne\.pdf"):
        write_stukken(stukken, tmp_path)
    assert list(tmp_path.iterdir()) == [old]
    assert old.read_text() == "oud"
    write_stukken(stukken, tmp_path, overwrite=True)
    assert old.read_bytes().startswith(b"%PDF")
    assert len(list(tmp_path.iterdir())) == len(stukken)


def test_a_full_disk_leaves_nothing_behind(tafel: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = itertools.count()

    def fail_at_the_third(_file: int) -> None:
        if next(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail_at_the_third)
    with pytest.raises(RegietafelError, match=r"niet geschreven in .*: de schijf is vol"):
        write_stukken(dossier(tafel), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tafel: Ledger, tmp_path: Path) -> None:
    (tmp_path / "map").write_text("")
    with pytest.raises(RegietafelError, match="niet geschreven"):
        write_stukken(dossier(tafel), tmp_path / "map")


def test_what_is_missing_is_said_of_every_document_at_once(tafel: Ledger, own_templates: Path) -> None:
    for name in ("gezamenlijk_besluit.txt", "kennisgeving_coa.txt"):
        with (own_templates / name).open("a", encoding="utf-8") as template:
            template.write("\n$ondertekenaar\n")
    with pytest.raises(RegietafelError) as refused:
        dossier(tafel)
    assert "Gezamenlijk besluit" in str(refused.value) and "Kennisgeving COA" in str(refused.value)
    assert str(refused.value).count("$ondertekenaar") == 2


@pytest.mark.parametrize("colleges", range(2, 52))
def test_a_college_signs_on_the_page_where_it_is_named(colleges: int) -> None:
    """The opening and the roles of one college are on one page, however many colleges sign."""
    signatures = tuple(
        Signatures(
            opening=f"College {number}",
            signatories=(Signatory(role=f"rol {number}a"), Signatory(role=f"rol {number}b")),
        )
        for number in range(colleges)
    )
    document = Document(
        title="t",
        author="a",
        subject="s",
        kenmerk="k",
        datum=DATUM,
        blocks=(Paragraph(content=text("Aldus besloten,")), *signatures),
    )
    root = read(render_pdf(document)).root
    pages = {node.text: node.pages for node in root.find("P")}
    for number in range(colleges):
        together = [pages[f"College {number}"], pages[f"rol {number}a"], pages[f"rol {number}b"]]
        assert together[0] == together[1] == together[2] and len(together[0]) == 1


def test_once_in_force_no_letter_asks_for_a_decision_and_nothing_is_a_draft(tafel: Ledger) -> None:
    id = make_herverdeling(tafel, P, RUIL)
    assert any("Concept" in line for line in said(coa(make_reeks(tafel, id, DATUM).complete())))
    bring_into_force(tafel, id, DATUM)
    stukken = make_reeks(tafel, id, DATUM).complete()
    assert "Collegevoorstel" not in {stuk.naam for stuk in stukken} and len(stukken) == 14
    assert not any("Concept" in line for line in said(coa(stukken)))
    assert any("in werking sinds 3 juli 2023" in line for line in said(coa(stukken)))


def test_one_person_is_one_person(tafel: Ledger) -> None:
    id = make_herverdeling(tafel, P, [Deel("Borne", "Enschede", 37)])
    brief = next(stuk for stuk in make_reeks(tafel, id, DATUM).complete() if "Borne" in stuk.bestandsnaam)
    assert any("verlagen van 38 naar 1 persoon." in line for line in said(brief))
