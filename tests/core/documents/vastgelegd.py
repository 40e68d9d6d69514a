"""The agreed texts of documents, and what a document says as a person reads it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from regietafel.documents.maken import render
from regietafel.documents.plain import as_text
from regietafel.documents.stuk import Stuk
from regietafel.documents.stukken.herverdeling import collect
from regietafel.documents.verzenden import make_berichten
from regietafel.domain.herverdeling import Deel
from regietafel.ledger import Ledger
from tests.core.documents.reading import Node, read

GOLDEN = Path(__file__).parent / "golden"

# Almelo passes on what it takes over; Enschede gives, Borne receives.
RUIL = [Deel("Enschede", "Almelo", 10), Deel("Almelo", "Borne", 10)]
TOELICHTING = "Borne heeft dit halfjaar woningen over; B&W <b>weten</b> dat.\n\n**Tweede** $regel."
NBSP = "\u00a0"


def compare(folder: str, found: Mapping[str, str]) -> None:
    """Every text is as it is kept in that folder, and no others are."""
    place = GOLDEN / folder
    if os.environ.get("GOLDEN") == "nieuw":
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        for name, said in found.items():
            (place / f"{name}.txt").write_text(said, encoding="utf-8")
    assert sorted(found) == sorted(path.stem for path in place.glob("*.txt"))
    for name, said in found.items():
        assert said == (place / f"{name}.txt").read_text(encoding="utf-8"), name


def texts(stukken: Sequence[Stuk]) -> dict[str, str]:
    return {PurePath(stuk.bestandsnaam).stem: heard(render(stuk.document)) for stuk in stukken}


def mails(ledger: Ledger, id: int, stukken: Sequence[Stuk], *voor: str, uw_kenmerk: str = "") -> dict[str, str]:
    """Those e-mails: to whom, about what, the text, and what goes along."""
    berichten, failed = make_berichten(collect(ledger, id, stukken[0].document.datum, uw_kenmerk), stukken)
    assert not failed
    return {
        PurePath(each.stuk.bestandsnaam).stem: "\n".join(
            (
                f"Aan: {each.aan}",
                f"Onderwerp: {each.stuk.document.subject}",
                *(f"Bestand: {stuk.bestandsnaam}" for stuk in each.bijlagen),
                "",
                as_text(each.stuk.document.blocks),
                "",
            )
        )
        for each in berichten
        if each.stuk.voor in voor
    }


def heard(data: bytes) -> str:
    return "\n".join([*lines(read(data).root), ""]).replace(NBSP, " ")


def lines(node: Node) -> Iterator[str]:
    """What the tags say, a line for each block, row of a table and item of a list."""
    kids = [kid for kid in node.kids if kid.tag not in ("Link", "Reference", "Span")]
    if node.tag == "Figure":
        yield f"[{node.alt}]"
        for kid in kids:
            yield from lines(kid)
    elif node.tag == "TR":
        yield " | ".join(kid.text.strip() for kid in kids)
    elif node.tag == "LI":
        label, body = kids
        first, *rest = lines(body)
        yield f"{label.text.strip()} {first}"
        yield from (f"  {line}" for line in rest)
    elif kids and not any(isinstance(part, str) and part.strip() for part in node.content):
        for kid in kids:
            yield from lines(kid)
    elif kids:  # text with blocks in it
        for part in node.content:
            yield from [part.strip()] if isinstance(part, str) else lines(part)
    else:
        yield f"{'#' * int(node.tag[1])} {node.text.strip()}" if node.tag in ("H1", "H2", "H3") else node.text.strip()
