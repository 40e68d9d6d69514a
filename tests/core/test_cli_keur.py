"""``regietafel keur``: the sentences, the exit code and the keys of JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pikepdf import Name
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from tests.core.documents.breken import broken, elements, whole

KEYS = ["bestand", "claims", "voldoet", "bevindingen"]
FOUND = ["regel", "ernst", "bladzijde", "waar", "melding"]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "goed.pdf"
    path.write_bytes(whole())
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "fout.pdf"

    def skip_level(pdf: object) -> None:
        elements(pdf, "H2")[0].S = Name.H3  # type: ignore[arg-type]

    path.write_bytes(broken(whole(), skip_level))
    return path


@pytest.fixture
def untagged(tmp_path: Path) -> Path:
    """A letter as any program makes it."""
    path = tmp_path / "ander.pdf"
    canvas = Canvas(str(path))
    for _page in range(6):
        for line in range(40):
            canvas.drawString(72, 780 - 15 * line, f"Regel {line} van de brief")
        canvas.showPage()
    canvas.save()
    return path


def test_a_good_file_in_one_line(run: Any, good: Path) -> None:
    result = run("keur", good)
    assert result.code == 0
    assert result.out == f"{good}: voldoet aan PDF/UA-1 en PDF/A-2a; eigen controles: niets gevonden\n"


def test_a_mistake_is_listed_with_its_page_and_place(run: Any, good: Path, bad: Path) -> None:
    result = run("keur", good, bad)
    assert result.code == 1
    lines = result.out.splitlines()
    assert lines[1] == f"{bad}: voldoet aan PDF/A-2a; voldoet niet aan PDF/UA-1; 1 bevinding"
    assert lines[2:] == [
        "  fout (kop-sprong), blz. 1, Document 1 › H3 1 “Lijst”: Na een kop van niveau 1 komt niveau 3. Sla geen niveau"
        " over."
    ]


def test_a_file_without_tags_says_so_once(run: Any, untagged: Path) -> None:
    result = run("keur", untagged)
    assert result.code == 1
    assert result.out.count("heeft geen tags") == 1
    assert len(result.out.splitlines()) < 15
    assert "Het bestand noemt geen norm. Het is langs PDF/UA-1 en PDF/A-2a gelegd." in result.out


def test_json_has_the_promised_keys(run: Any, good: Path, bad: Path) -> None:
    result = run("keur", good, bad, "--json")
    assert result.code == 1
    first, second = result.json
    assert [list(first), list(second)] == [KEYS, KEYS]
    assert first == {
        "bestand": str(good),
        "claims": ["PDF/UA-1", "PDF/A-2a"],
        "voldoet": {"PDF/UA-1": True, "PDF/A-2a": True},
        "bevindingen": [],
    }
    [found] = second["bevindingen"]
    assert list(found) == FOUND
    assert (found["regel"], found["ernst"], found["bladzijde"]) == ("kop-sprong", "fout", 1)


def test_what_is_no_pdf_is_a_mistake_and_the_rest_is_judged(run: Any, good: Path, tmp_path: Path) -> None:
    letter = tmp_path / "brief.docx"
    letter.write_bytes(b"PK")
    result = run("keur", letter, tmp_path / "weg.pdf", tmp_path, good)
    assert result.code == 1
    assert "Dit is geen PDF. Kies een bestand dat met %PDF begint." in result.out
    assert "Het bestand bestaat niet. Kijk de naam en de map na." in result.out
    assert "niets gevonden" in result.out
    [unread, *_rest] = run("keur", letter, "--json").json
    assert (unread["voldoet"], unread["bevindingen"][0]["regel"]) == ({}, "onleesbaar")


def test_the_keys_are_in_the_help(run: Any) -> None:
    said = " ".join(run("keur", "--help").out.split())
    assert all(key in said for key in (*KEYS, *FOUND, "onleesbaar"))
