"""What a dossier costs beside its parts put behind each other: ``python tests/bench/bench_dossier.py [parts]``.

The parts are letters of ours. Plain is pikepdf alone: pages behind each other, without tags, bookmarks and numbers.
The sides take turns, and the best turn of each counts.
"""

from __future__ import annotations

import datetime
import importlib.util
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pikepdf

from regietafel.documents.bundel.dossier import make_dossier
from regietafel.documents.bundel.samenvoegen import Deel, merge
from regietafel.documents.pdf.render import render_pdf

ROUNDS = 7


def main(count: int) -> None:
    """Print the times of ``count`` parts and the ratios."""
    documents = [_letters().letter(number) for number in range(count)]
    parts = [render_pdf(each) for each in documents]
    delen = [Deel(titel=each.title, inhoud=part) for each, part in zip(documents, parts, strict=True)]
    stukken = [(deel.titel, deel.inhoud) for deel in delen]

    def dossier() -> bytes:
        made = make_dossier(
            titel="Dossier", author="Regietafel", kenmerk="HV-1", datum=datetime.date(2023, 7, 1), stukken=stukken
        )
        return made.pdf

    ways: dict[str, Callable[[], bytes]] = {
        "plain, pages only": lambda: concatenate(parts),
        "merge, with tags": lambda: merge(delen),
        "whole dossier": dossier,
        "render and plain": lambda: concatenate([render_pdf(each) for each in documents]),
        "render and dossier": lambda: (*map(render_pdf, documents), dossier())[-1],
    }
    best = dict.fromkeys(ways, float("inf"))
    sizes = {name: len(make()) for name, make in ways.items()}
    for _round in range(ROUNDS):
        for name, make in ways.items():
            start = time.perf_counter()
            make()
            best[name] = min(best[name], time.perf_counter() - start)
    print(f"{count} parts, best of {ROUNDS} turns:")
    for name in ways:
        plain = best["render and plain" if name.startswith("render") else "plain, pages only"]
        print(f"  {name:20} {1000 * best[name]:8.1f} ms  {sizes[name]:9,d} bytes  ratio {best[name] / plain:5.2f}")


def concatenate(parts: list[bytes]) -> bytes:
    """The pages behind each other."""
    whole = pikepdf.new()
    sources = [pikepdf.open(io.BytesIO(part)) for part in parts]
    for source in sources:
        whole.pages.extend(source.pages)
    target = io.BytesIO()
    whole.save(target)
    return target.getvalue()


def _letters() -> ModuleType:
    """The bench of letters, for its letter."""
    spec = importlib.util.spec_from_file_location("bench_letters", Path(__file__).with_name("bench_letters.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
