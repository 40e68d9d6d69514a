"""How much faster than the user's other way: ``python tests/bench/bench_libreoffice.py [letters]``.

The other way is to write Word files with a script (python-docx) and to let LibreOffice turn all into PDF in one call.
Both sides write the letters of ``bench_letters.py``; the time to start LibreOffice once is counted apart.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import docx

from regietafel.documents import blocks
from regietafel.documents.blocks import Document, Heading, ListBlock, Table, plain_text
from regietafel.documents.pdf.render import render_pdf


def main(count: int) -> None:
    """Print the times of ``count`` letters and their ratio."""
    soffice = shutil.which("soffice")
    if soffice is None:
        print("LibreOffice (soffice) is hier niet; deze meting vergelijkt daarmee.")
        return
    bench = _module(Path(__file__).with_name("bench_letters.py"))
    letters = [bench.letter(number) for number in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        convert(soffice, place, [_write(bench.letter(0), place / "warm.docx")])  # makes its profile
        start = seconds(lambda: convert(soffice, place, [place / "warm.docx"]))
        other = seconds(
            lambda: convert(soffice, place, [_write(each, place / f"{n}.docx") for n, each in enumerate(letters)])
        )
    render_pdf(letters[0])
    ours = seconds(lambda: [render_pdf(each) for each in letters])
    print(f"{count} letters, per letter:")
    print(f"  render_pdf                      {1000 * ours / count:7.1f} ms")
    print(f"  python-docx + LibreOffice       {1000 * other / count:7.1f} ms   (one letter alone: {start:.1f} s)")
    print(f"  ratio                           {other / ours:7.1f}")


def convert(soffice: str, folder: Path, files: list[Path]) -> None:
    """Turn the files into PDF, in a profile of our own."""
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "uit")]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)
    missing = [file for file in files if not (folder / "uit" / file.with_suffix(".pdf").name).exists()]
    assert not missing, missing


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _write(document: Document, path: Path) -> Path:
    """The letter as someone's script would write it."""
    word = docx.Document()
    for block in document.blocks:
        match block:
            case Heading(content=content, level=level):
                word.add_heading(plain_text(content), level)
            case Table(columns=columns, rows=rows):
                table = word.add_table(rows=1 + len(rows), cols=len(columns))
                for at, row in enumerate([[column.header for column in columns], *rows]):
                    for place, said in enumerate(row):
                        table.cell(at, place).text = plain_text(said)
            case ListBlock(items=items):
                for item in items:
                    word.add_paragraph(plain_text(item.content), style="List Bullet")
            case blocks.Paragraph(content=content):
                word.add_paragraph(plain_text(content))
            case blocks.LetterHead(sender=sender, lines=lines):
                word.add_paragraph("\n".join(map(plain_text, (sender, *lines))))
            case blocks.AddressBlock(lines=lines):
                word.add_paragraph("\n".join(map(plain_text, lines)))
            case blocks.Reference(pairs=pairs):
                word.add_paragraph("\n".join(f"{label} {plain_text(value)}" for label, value in pairs))
    word.save(str(path))
    return path


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
