"""A region's file in which someone put a file that nobody judged: everything works, or one sentence says why not."""

from __future__ import annotations

import contextlib
import hashlib
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from regietafel.documents.huisstijl import remarks, voorbeeld
from regietafel.documents.leveren import Vraag, deliver, read_levering
from regietafel.documents.maken import read_feiten, render
from regietafel.documents.reeks import make_reeks
from regietafel.documents.sjabloon.eigen import bronnen, differences, list_sjablonen, look, merge, text_of
from regietafel.documents.verouderd import Nazicht
from regietafel.errors import RegietafelError
from regietafel.ledger import Ledger
from regietafel.queries.archief import archief
from tests.core.documents.bundels import office, plain, png
from tests.core.strange_files import DAY, put

EIGEN = "bekendmaking.txt"


def picture_bomb() -> bytes:
    """A picture of 30.000 by 30.000 points in a few bytes."""
    return png().replace(struct.pack(">II", 1, 1), struct.pack(">II", 30_000, 30_000), 1)


def docx(name: str, content: str | bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<x/>")
        archive.writestr(name, content)
    return target.getvalue()


def svg(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">{inside}</svg>'.encode()


LAUGHS = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><x>&b;&c;</x>'
FONT = b"\x00\x01\x00\x00" + struct.pack(">H", 65_535) + bytes(2_000)
DEEP = "[als: wijziging]\n" * 5_000 + "Kop\n" + "[einde]\n" * 5_000
HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "logo: a picture that grows": ("huisstijl.logo", picture_bomb),
    "logo: entities": ("huisstijl.logo", LAUGHS.encode),
    "logo: a picture elsewhere": ("huisstijl.logo", lambda: svg('<image href="http://x.nl/a.png"/>')),
    "logo: a drawing": ("huisstijl.logo", lambda: svg("<rect/>")),
    "logo: nothing": ("huisstijl.logo", lambda: b""),
    "font: broken": ("huisstijl.gewoon", lambda: FONT),
    "font: a picture": ("huisstijl.gewoon", png),
    "Word: entities": ("huisstijl.word", lambda: docx("word/styles.xml", LAUGHS)),
    "Word: grows": ("huisstijl.word", lambda: docx("word/media/a.png", bytes(40_000_000))),
    "Word: no zip": ("huisstijl.word", lambda: b"PK niets"),
    "template: ten megabytes": ("sjabloon.tekst", lambda: b"# Kop\n" + b"woord " * 1_700_000),
    "template: deep": ("sjabloon.tekst", DEEP.encode),
    "template: brackets": ("sjabloon.tekst", lambda: b"# Kop\n" + b"[" * 90_000 + b"*" * 90_000),
    "template: no text": ("sjabloon.tekst", lambda: b"\xff\xfe\x00\xd8"),
    "template: nothing": ("sjabloon.tekst", lambda: b""),
    "standard of then: ten megabytes": ("sjabloon.basis", lambda: b"woord\n" * 1_700_000),
    "standard of then: no text": ("sjabloon.basis", lambda: b"\xff\xfe\x00\xd8"),
    "facts: a list": ("archiefstuk.feiten", lambda: b"[1, 2]"),
    "facts: a number": ("archiefstuk.feiten", lambda: b"7"),
    "facts: no text": ("archiefstuk.feiten", lambda: b"\xff\xfe\x00\xd8"),
    "facts: other kinds": ("archiefstuk.feiten", lambda: b'{"bijlagen": {"a": [1]}, "vorm": 7}'),
    "facts: deep": ("archiefstuk.feiten", lambda: b"[" * 1_000_000),
    "facts: a hundred megabytes": ("archiefstuk.feiten", lambda: b"9" * 100_000_000),
    "annex: no PDF": ("bijlage.inhoud", png),
    "annex: cut off": ("bijlage.inhoud", lambda: plain()[:-300]),
    "annex: nothing": ("bijlage.inhoud", lambda: b""),
    "annex: a package": ("bijlage.inhoud", office),
}


@pytest.fixture
def path(filled_file: Path) -> Path:
    put(filled_file, "bijlage.inhoud", plain())
    put(filled_file, "sjabloon.tekst", b"# Bekendmaking $gemeente")
    return filled_file


def survive(path: Path, folder: Path) -> list[str]:
    """Do everything that reads the contents of the file; what was refused is given back, each in a sentence."""
    said: list[str] = []

    def attempt(work: Callable[[], object]) -> None:
        try:
            work()
        except RegietafelError as error:
            said.append(str(error))

    with contextlib.closing(Ledger.open(path)) as ledger:
        regels = archief(ledger)  # the list itself always comes, and so does what has changed since
        nazicht = Nazicht(ledger)
        for regel in regels:
            nazicht.changes(regel.stuk)
        list_sjablonen(ledger)
        style = next(iter(ledger.huisstijlen))
        attempt(lambda: read_feiten(ledger.inhoud.get(regels[0].stuk.feiten)))
        attempt(lambda: remarks(ledger, style))
        attempt(lambda: render(voorbeeld(ledger, 2, DAY), "pdf"))
        attempt(lambda: render(voorbeeld(ledger, 2, DAY), "docx"))
        attempt(lambda: text_of(ledger, EIGEN))
        attempt(lambda: differences(ledger, EIGEN))
        attempt(lambda: merge(ledger, EIGEN))
        attempt(lambda: look(ledger, EIGEN, text_of(ledger, EIGEN), bronnen(ledger, EIGEN)[0].herverdeling_id))
        attempt(lambda: make_reeks(ledger, 1, DAY))
        for vorm in ("pdf", "docx"):
            attempt(lambda vorm=vorm: make(ledger, vorm, folder / vorm, said))  # type: ignore[misc]
    return said


def make(ledger: Ledger, vorm: str, folder: Path, said: list[str]) -> None:
    folder.mkdir()
    levering = read_levering(ledger, 1, DAY, Vraag(soorten=("bekendmaking",), vorm=vorm, dossier=True, zip=True))
    made = deliver(levering, levering.plannen, folder)
    said += [str(each.reden) for each in made.mislukt]


def test_of_the_file_itself_everything_works(path: Path, tmp_path: Path) -> None:
    assert survive(path, tmp_path) == []
    names = {each.name for each in tmp_path.rglob("*.*")}
    assert {"HV-2023-II-01 Dossier.pdf", "HV-2023-II-01 Dossier.zip", "HV-2023-II-01 Bekendmaking Borne.docx"} <= names


@pytest.mark.parametrize("name", HOSTILE)
def test_everything_works_or_says_why_not(path: Path, tmp_path: Path, name: str) -> None:
    place, content = HOSTILE[name]
    put(path, place, content())
    for sentence in survive(path, tmp_path):
        assert sentence.rstrip().endswith("."), sentence
        assert not any(word in sentence for word in ("Error", "Traceback", "line ", "NoneType"))


def test_what_is_not_what_it_was_is_said(path: Path, tmp_path: Path) -> None:
    for place in ("huisstijl.logo", "sjabloon.tekst", "bijlage.inhoud", "archiefstuk.feiten", "archiefstuk.inhoud"):
        put(path, place, b"iets anders", sha=hashlib.sha256(place.encode()).hexdigest())
    said = survive(path, tmp_path)
    assert said
    assert any("beschadigd" in each for each in said)
