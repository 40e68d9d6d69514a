"""What is hard on paper, in every house style: it stays whole, conforms, and reads as it stands there."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page
import pytest

from regietafel.actions.herverdeling import make_herverdeling
from regietafel.catalog.opvang import STAAT_NAMEN
from regietafel.documents.blocks import (
    Block,
    Brongegeven,
    Column,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Remark,
    Run,
    Said,
    Table,
    text,
)
from regietafel.documents.bundel.samenvoegen import Deel, merge
from regietafel.documents.keuring.keuren import keur
from regietafel.documents.opmaak import FIGUUR_BREEDTE
from regietafel.documents.pdf.render import render_pdf
from regietafel.documents.reeks import make_reeks
from regietafel.domain.herverdeling import Bepalingen
from regietafel.domain.herverdeling import Deel as Overdracht
from regietafel.domain.woonproject import WOONVORMEN
from regietafel.figures.locatiekaart import Locatieplek, locatiekaart
from regietafel.figures.stapel import Stapelpunt, stapel
from regietafel.figures.stroom import stroom
from regietafel.figures.tijdlijn import tijdlijnen
from regietafel.figures.tijdlijnbeeld import Balk
from regietafel.ledger import Ledger
from tests.core.documents.conftest import DATUM, P
from tests.core.documents.huisstijlen import opmaken, voorbeeld
from tests.core.documents.reading import Node, read
from tests.core.documents.vastgelegd import RUIL, TOELICHTING

WORD = "huisvestingstaakstelling" * 9  # 216 characters
NAMES = (
    "B&W <b>",
    "🦺 en 👨‍👩‍👧",
    "محمد الحسن",
    "משה כהן",
    "O'Neill-Şahin",
    "東京",
    "'s-Gravenhage",
    "e\u0301\u0323én",
)
_QUOTED = re.compile(r'^ *"(.*?)"$', re.MULTILINE | re.DOTALL)
BRON = Brongegeven(bestandsnaam="cijfers.csv", mime="text/csv", inhoud=b"a;b\n", uitleg="De cijfers")


def hard() -> Document:
    """Long tables, deep lists, words without end, signs of every script and a hundred footnotes."""
    columns = (
        Column(header="Gemeente"),
        Column(header="Oud", numeric=True, group=f"Taakstelling {NAMES[0]}"),
        Column(header="Nieuw", numeric=True, group=f"Taakstelling {NAMES[0]}"),
        Column(header="Opmerking"),
    )
    rows: list[tuple[Said, ...]] = [(f"Gemeente {n}", f"{n}.000", "−10", NAMES[n % len(NAMES)]) for n in range(59)]
    rows.append(("Gemeente 60", "1", (Run(text="2", note=text("Noot in een cel.")),), WORD))
    deepest = ListBlock(items=tuple(ListItem(content=text(f"derde {name}")) for name in NAMES))
    second = ListBlock(ordered=True, items=(ListItem(content=text(WORD), sublist=deepest),) * 2)
    first = ListBlock(items=(ListItem(content=text("eerste"), sublist=second), ListItem(content=text("nog een"))))
    noted = tuple(
        Run(text=f"Zin {n} over {NAMES[n % len(NAMES)]}. ", note=text(f"Bron {n}: {NAMES[n % len(NAMES)]}."))
        for n in range(100)
    )
    return Document(
        title=f"Zwaar {' '.join(NAMES)}",
        author="Regietafel",
        subject="B&W <b>",
        kenmerk="HV-1",
        datum=DATUM,
        blocks=(
            Heading(content=text(f"Kop met {WORD}")),
            *(Paragraph(content=text(f"Aan {name}, van {name}.")) for name in NAMES),
            Table(columns=columns, rows=tuple(rows), total=("Totaal", "1", "2", ""), summary="B&W <b> en 🦺"),
            Heading(content=text("Lijsten"), level=2),
            first,
            Remark(content=text(f"{NAMES[2]}, {WORD}")),
            Heading(content=text("Noten"), level=2),
            Paragraph(content=noted),
        ),
    )


def sheets() -> Iterator[tuple[str, Document]]:
    """That document and the example page in every house style; once with the numbers inside."""
    for name, opmaak in opmaken().items():
        yield f"zwaar {name}", replace(hard(), opmaak=opmaak)
        yield f"voorbeeld {name}", voorbeeld(opmaak)
    yield "zwaar met bron", replace(hard(), brongegevens=(BRON,))


@pytest.mark.parametrize(("name", "document"), [*sheets()], ids=lambda value: value if isinstance(value, str) else "")
def test_it_conforms_and_has_no_finding(name: str, document: Document) -> None:
    data = render_pdf(document)
    for profile in ("ua1", "3a" if document.brongegevens else "2a"):
        assert [failure.message for failure in page.validate_pdf_bytes(data, profile=profile).failures] == [], name
    assert [f"{each.regel} {each.waar} {each.melding}" for each in keur(data).bevindingen] == []


@pytest.mark.parametrize("most", [10, 10**6, 10**9])
def test_figures_stay_readable_with_large_numbers_beside_any_margin(most: int) -> None:
    namen = ("Hof van Twente", "Borne", "Enschede", "Noordoostpolder")
    delen = [Overdracht(van, naar, most) for van in namen[:2] for naar in namen[2:]]
    figuren = [stroom("Wie aan wie", some, breedte=FIGUUR_BREEDTE) for some in (delen, delen[:1])]
    for name, opmaak in opmaken().items():
        content: list[Block] = [Heading(content=text("Zwaar")), *(Figure(figuur=figuur) for figuur in figuren)]
        assert keur(render_pdf(replace(hard(), blocks=tuple(content), opmaak=opmaak))).bevindingen == (), name


@pytest.mark.parametrize("most", [10, 20_000, 10**9])
def test_pictures_of_places_stay_readable_beside_any_margin(most: int) -> None:
    day = datetime.date(2023, 9, 1)
    bars = [
        Balk(
            key=str(n), groep=NAMES[n % 3], naam=NAMES[n % len(NAMES)], staat=staat, aantal=most, begin=day, termijn=day
        )
        for n, staat in enumerate([*STAAT_NAMEN] * 6)
    ]
    months = [Stapelpunt(datum=day, zeker=dict.fromkeys(WOONVORMEN.values(), most), opgave=most * 20)] * 24
    places = [
        Locatieplek(code=code, gemeente=naam, aantal=most, nu=most, komend=most)
        for code, naam in (("GM0141", "Almelo"), ("GM0147", "Borne"), ("GM1735", "Hof van Twente"))
    ]
    figuren = [
        *tijdlijnen(bars, titel="In de tijd", op=day, breedte=FIGUUR_BREEDTE, hoogte=620),
        stapel(months, titel="Per maand", eenheid="plekken", breedte=FIGUUR_BREEDTE, hoogte=280),
        locatiekaart(places, titel="Op de kaart", breedte=FIGUUR_BREEDTE, hoogte=420),
    ]
    for name, opmaak in opmaken().items():
        content: list[Block] = [Heading(content=text("Zwaar")), *(Figure(figuur=figuur) for figuur in figuren)]
        assert keur(render_pdf(replace(hard(), blocks=tuple(content), opmaak=opmaak))).bevindingen == (), name


def test_together_they_conform() -> None:
    delen = [Deel(titel=name, inhoud=render_pdf(document)) for name, document in sheets() if "all" in name]
    merged = merge([*delen, *delen])
    for profile in ("ua1", "2a"):
        assert [failure.message for failure in page.validate_pdf_bytes(merged, profile=profile).failures] == []
    assert 2 * sum(len(read(deel.inhoud).root.text) for deel in delen) == len(read(merged).root.text)


def test_nothing_gets_lost_and_everything_is_in_order() -> None:
    """Every row once and in order, every name in its place, lists three deep, and a hundred notes over the pages."""
    root = read(render_pdf(hard())).root
    [table] = root.find("Table")
    rows = [[cell.text.strip() for cell in row.kids] for row in table.find("TR")]
    assert len(rows) == 2 + 60 + 1
    assert [row[0] for row in rows[2:-1]] == [f"Gemeente {n}" for n in (*range(59), 60)]
    assert [row[3] for row in rows[2:-2]] == [said(NAMES[n % len(NAMES)]) for n in range(59)]
    assert rows[-2][3] == WORD
    assert depth(root) == 3
    assert [item.text for item in root.find("LI")][2:10] == [f"• derde {said(name)}" for name in NAMES]
    notes = [node.text for node in root.find("Note")]
    assert notes[1:] == [f"{n + 2} Bron {n}: {said(NAMES[n % len(NAMES)])}." for n in range(100)]
    assert len({page for note in root.find("Note") for node in note.walk() for page in node.pages}) > 1


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not here")
def test_another_reader_hears_what_it_sees(tafel: Ledger, tmp_path: Path) -> None:
    """Poppler reads along the tags what it reads along the page, in that order, but for what goes around the text."""
    id = make_herverdeling(tafel, P, RUIL, Bepalingen(toelichting=TOELICHTING))
    letters = [stuk.document for stuk in make_reeks(tafel, id, DATUM).complete()]
    for number, document in enumerate([*letters, *map(voorbeeld, opmaken().values()), hard()]):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(render_pdf(document))
        heard = "".join(_QUOTED.findall(ran("pdfinfo", "-struct-text", path)))
        seen = ran("pdftotext", "-raw", path, "-")
        around = "".join(read(path.read_bytes()).artifacts)
        heard, seen, around = (bare(each) for each in (heard, seen, around))
        assert Counter(seen) == Counter(heard) + Counter(around), document.title
        if document != hard():  # there notes stand below the text and names are read from the right
            left = iter(seen)
            assert all(letter in left for letter in heard), document.title


def ran(*command: str | Path) -> str:
    """What it prints; poppler writes the summary of a table in bytes of its own."""
    return subprocess.run(command, check=True, capture_output=True).stdout.decode(errors="replace")


def bare(said: str) -> str:
    """Without what only shapes the lines: space, hyphens at their end and signs of direction."""
    return "".join(letter for letter in said if letter.isprintable() and not letter.isspace())


def depth(node: Node) -> int:
    """How many lists stand in each other."""
    return (node.tag == "L") + max(map(depth, node.kids), default=0)


def said(name: str) -> str:
    """How a name is heard: composed, and without the joiners of emoji, which are drawn one by one."""
    return unicodedata.normalize("NFC", name).replace("\u200d", "")
