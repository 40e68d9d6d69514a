"""The commands about house styles, as someone types them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regietafel.documents.huisstijl import change_huisstijl
from regietafel.domain.huisstijl import Huisstijl
from regietafel.ledger import Ledger
from regietafel.paths import resource

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><circle cx="60" cy="50" r="40"/></svg>'


@pytest.fixture
def file(twente: Ledger, tmp_path: Path) -> Path:
    twente.save_copy(path := tmp_path / "twente.regietafel")
    return path


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    path = tmp_path / "logo.svg"
    path.write_text(SVG)
    return path


def font(name: str) -> str:
    return str(resource("fonts", f"{name}.ttf"))


def test_a_style_is_set_shown_and_taken_back(run: Any, file: Path, logo: Path) -> None:
    letters = ("--letter", font("OpenSans-Regular"), "--vet", font("OpenSans-Bold"))
    lines = ("--afzender", "Behandeld door", "--afzender", "team Samenleving", "--voettekst", "www.borne.nl")
    paper = ("--venster", "rechts", "--bindmarge", "10", "--kleur", "#00609c")
    made = run("huisstijl", "zet", file, "--gemeente", "Borne", "--logo", logo, *letters, *lines, *paper, "--json")
    assert made.code == 0
    assert set(made.json) == {
        "van", "eigen", "logo_tekst", "logo_breedte", "kleur", "letter_licentie", "afzender", "voettekst", "venster",
        "bindmarge", "letter", "bestanden", "opmerkingen", "gemeenten",
    }  # fmt: skip
    assert (made.json["van"], made.json["eigen"], made.json["logo_tekst"]) == ("Borne", True, "Logo gemeente Borne")
    assert made.json["afzender"] == "Behandeld door\nteam Samenleving"
    assert (made.json["kleur"], made.json["letter"]) == ("#00609C", "Open Sans")
    assert made.json["letter_licentie"].startswith("Licensed under the Apache License")
    assert [name for name, sha in made.json["bestanden"].items() if sha] == ["logo", "gewoon", "vet"]
    assert made.json["opmerkingen"] == {"kleur": "Goed leesbaar op wit (contrast 6,6\u00a0:\u00a01)."}

    shown = run("huisstijl", "toon", file, "--gemeente", "Borne").out
    assert "Naast de kenmerken: Behandeld door / team Samenleving" in shown
    assert "Gewone letter: Open Sans" in shown
    assert run("huisstijl", "toon", file).out == "Huisstijl van de tafel: geen eigen\nEigen huisstijl: Borne\n"

    less = run("huisstijl", "zet", file, "--gemeente", "Borne", "--zonder", "gewoon", "--afzender", "", "--json").json
    assert [name for name, sha in less["bestanden"].items() if sha] == ["logo"]
    assert (less["letter"], less["letter_licentie"], less["afzender"], less["voettekst"]) == (
        "",
        "",
        "",
        "www.borne.nl",
    )

    assert run("huisstijl", "terug", file, "--gemeente", "Borne").code == 0
    again = run("huisstijl", "terug", file, "--gemeente", "Borne")
    assert (again.code, again.err) == (1, "Borne heeft geen eigen huisstijl.\n")


def test_an_example_is_made(run: Any, file: Path, logo: Path, tmp_path: Path) -> None:
    run("huisstijl", "zet", file, "--logo", logo)
    made = run("huisstijl", "voorbeeld", file, "--naar", tmp_path / "v.pdf")
    assert (made.code, made.out) == (0, f"{tmp_path / 'v.pdf'}\n")
    assert (tmp_path / "v.pdf").read_bytes().startswith(b"%PDF-1.7")
    again = run("huisstijl", "voorbeeld", file, "--naar", tmp_path / "v.pdf")
    assert again.code == 1
    assert "v.pdf" in again.err


def test_what_cannot_be_used_changes_nothing(run: Any, file: Path, logo: Path, tmp_path: Path) -> None:
    (tmp_path / "slecht.svg").write_text(SVG.replace("<circle", "<script/><circle"))
    for given, code, said in (
        (("--logo", tmp_path / "slecht.svg", "--kleur", "#00609C"), 1, "meer dan een tekening"),
        (("--logo", tmp_path / "weg.svg"), 1, "“weg.svg” bestaat niet"),
        (("--letter", logo), 1, "geen TrueType-lettertype"),
        (("--word", logo), 1, "geen Word-bestand"),
        (("--vet", font("OpenSans-Bold")), 1, "Kies eerst de gewone letter"),
        (("--kleur", "blauw"), 1, "is geen kleur"),
        (("--voettekst", "a", "--voettekst", "b", "--voettekst", "c", "--voettekst", "d"), 1, "hooguit 3 regels"),
        (("--logo-breedte", "90"), 1, "15 tot 80 mm"),
        (("--gemeente", "Nergens", "--kleur", "#00609C"), 1, "Nergens"),
        (("--gemeente", "", "--kleur", "#00609C"), 1, "staat niet in dit bestand"),  # and not that of the table
        ((), 2, "minstens één ding"),
        (("--logo", logo, "--zonder", "logo"), 2, "zetten of weghalen"),
    ):
        done = run("huisstijl", "zet", file, *given)
        assert (done.code, said in done.err, done.out) == (code, True, ""), given
    assert run("huisstijl", "toon", file, "--json").json["eigen"] is False


def test_a_style_is_one_operation_that_can_be_undone(twente: Ledger) -> None:
    letters = {"gewoon": Path(font("OpenSans-Regular")).read_bytes(), "logo": SVG.encode()}
    change_huisstijl(twente, None, {"kleur": "#1D4ED8"})
    change_huisstijl(twente, None, {"kleur": "#00609c", "afzender": None}, letters)
    style = twente.huisstijlen.get(1)
    assert (style.kleur, style.afzender, style.letter) == ("#00609C", "", "Open Sans")
    assert twente.undo_label == "Huisstijl gewijzigd: Regietafel Twente"
    twente.undo()
    assert twente.huisstijlen.get(1) == Huisstijl(id=1, kleur="#1D4ED8")
    change_huisstijl(twente, None, {"kleur": "#1D4ED8"})
    assert twente.redo_label  # nothing changed, so nothing was done
