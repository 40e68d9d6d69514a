"""The commands about the publication version, as someone types them."""

from __future__ import annotations

import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest

from regietafel.actions.huisstijlen import set_huisstijl
from regietafel.actions.regio import edit_regio
from regietafel.domain.huisstijl import Huisstijl
from regietafel.ledger import Ledger

KENMERK = ("--herverdeling", "HV-2023-II-01")


@pytest.fixture
def file(twente: Ledger, hv: int, tmp_path: Path) -> Path:
    [regio] = twente.regio
    edit_regio(twente, replace(regio, voorzitter="burgemeester van Almelo", e_mail="q.zwiebelmuts@twente.example"))
    twente.save_copy(path := tmp_path / "twente.regietafel")
    return path


def chosen(run: Any, file: Path) -> dict[str, str]:
    return {each["tekst"]: each["grond"] for each in run("woo", "lijst", file, *KENMERK, "--json").json["gegevens"]}


def test_the_list_says_what_goes_what_stays_and_why(run: Any, file: Path) -> None:
    shown = run("woo", "lijst", file, *KENMERK)
    assert shown.code == 0
    assert "weg, 5.1.2e" in shown.out
    assert "een bestuurder blijft genoemd" in shown.out
    listed = run("woo", "lijst", file, *KENMERK, "--json").json
    assert list(listed) == ["gegevens", "kleine_aantallen"]
    assert list(listed["gegevens"][0]) == ["tekst", "grond", "plaatsen", "waarom", "eigen"]
    assert chosen(run, file) == {"q.zwiebelmuts@twente.example": "5.1.2e", "burgemeester van Almelo": ""}


def test_a_small_count_is_said_once_for_a_document(run: Any, file: Path) -> None:
    made = run("herverdeling", "nieuw", file, "--periode", "2023-II", "--overdracht", "Enschede>Borne:3", "--json")
    small = ("woo", "lijst", file, "--herverdeling", made.json["kenmerk"])
    lines = run(*small).err.splitlines()
    assert len({line.partition(" Dat staat op")[0] for line in lines}) == len(lines) > 1
    assert len(run(*small, "--json").json["kleine_aantallen"]) > len(lines)  # every place is in the list of the window
    assert any("Dat staat op" in line and line.count("“…") > 1 for line in lines)


def test_one_chooses_in_any_spelling_and_takes_it_back(run: Any, file: Path) -> None:
    assert run("woo", "weg", file, "Burgemeester van  Almelo", "Borne", *KENMERK, "--grond", "5.1.2.i").code == 0
    assert chosen(run, file) == {
        "Borne": "5.1.2i",
        "Burgemeester van  Almelo": "5.1.2i",
        "q.zwiebelmuts@twente.example": "5.1.2e",
    }
    assert run("woo", "blijft", file, "burgemeester van almelo", "Q.ZWIEBELMUTS@twente.example", *KENMERK).code == 0
    assert chosen(run, file) == {
        "Borne": "5.1.2i",
        "Burgemeester van  Almelo": "",
        "Q.ZWIEBELMUTS@twente.example": "",
    }
    assert run("woo", "terug", file, "borne", "BURGEMEESTER van Almelo", *KENMERK).code == 0
    assert chosen(run, file) == {"Q.ZWIEBELMUTS@twente.example": "", "burgemeester van Almelo": ""}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("weg", "Borne", "--grond", "6.1"), "is geen grond van de Woo"),
        (("weg", " "), "minstens twee tekens"),
        (("terug", "Borne"), "is niets gekozen"),
    ],
)
def test_what_cannot_be_done_is_said(run: Any, file: Path, arguments: tuple[str, ...], said: str) -> None:
    command, *rest = arguments
    answer = run("woo", command, file, *rest, *KENMERK)
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err


def test_a_public_dossier_and_zip_hold_nothing_of_what_goes(run: Any, file: Path, tmp_path: Path) -> None:
    with closing(Ledger.open(file)) as ledger:
        set_huisstijl(ledger, Huisstijl(afzender="Behandeld door: Q. Zwiebelmuts", voettekst="Vraag Q. Zwiebelmuts"))
    folder = tmp_path / "uit"
    wanted = ("--woo", "--dossier", "--zip", "--soort", "coa", "--soort", "gezamenlijk-besluit")
    assert run("documenten", file, *KENMERK, "--naar", folder, *wanted).code == 0
    with zipfile.ZipFile(next(folder.glob("*.zip"))) as package:
        contents = [package.read(name) for name in package.namelist()]
    contents += [path.read_bytes() for path in folder.glob("*.pdf")]
    assert len(contents) >= 7
    for content in contents:
        assert "zwiebelmuts" not in (said(content) if content[:4] == b"%PDF" else content.decode()).casefold()


def said(data: bytes) -> str:
    """What stands on the pages, and what the file says about itself."""
    read = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_bounded() for page in read]
    texts += read.get_metadata_dict().values()
    read.close()
    return " ".join(texts)
