"""The judge of the standards PDF/UA and PDF/A (the library page), its findings said in Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

from regietafel.documents.keuring.bestand import Bestand
from regietafel.documents.keuring.bevinding import Bevinding
from regietafel.documents.keuring.gewicht import too_heavy
from regietafel.documents.keuring.openen import MAX_BYTES, MAX_DECODED, damaged, too_large
from regietafel.documents.keuring.regels_tags import at
from regietafel.documents.keuring.zinnen import ABOUT_TAGS, COVERED, sentence
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_number

_PROFILES = {"PDF/UA-1": "ua1", **{f"PDF/A-{name}": name for name in ("1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u")}}
WITHOUT_CLAIM = ("PDF/UA-1", "PDF/A-2a")
_MAX_BOOKMARKS = 250  # in a row: each leads to the next, and the judge follows a chain of 256
_MAX_ROWS = 20_000  # of a table
_RULE = re.compile(r"(PDFUA1|PDFA\d[ABU])-(.+)-\d+")
_PAGE = re.compile(r"\bpage (\d+)\b")


@dataclass(frozen=True, kw_only=True)
class Normoordeel:
    """What the judge says: per standard whether the file meets it, and what is against it."""

    voldoet: Mapping[str, bool]
    onbekend: tuple[str, ...]  # standards that are claimed and that cannot be judged
    overtredingen: tuple[tuple[str, Any], ...]  # the standard and the failure


def judge(pdf: pikepdf.Pdf, data: bytes, claims: tuple[str, ...]) -> Normoordeel:
    """Judge the file, opened from ``data``, by what it claims, or by both standards when it claims none.

    Raises RegietafelError when the file is damaged or asks too much.
    """
    import page

    limits = page.SafetyLimits(
        max_input_size=MAX_BYTES,
        max_decoded_stream_size=MAX_DECODED,
        max_total_decoded_content_size=4 * MAX_DECODED,
        max_table_grid_rows=_MAX_ROWS,
    )
    known = [claim for claim in claims or WITHOUT_CLAIM if claim in _PROFILES]
    voldoet: dict[str, bool] = {}
    failures: list[tuple[str, Any]] = []
    for norm in known:
        try:
            report = page.validate_pdf_bytes(data, profile=_PROFILES[norm], limits=limits)
        except page.SafetyLimitError as error:
            raise RegietafelError(_beyond(str(error), pdf)) from error
        except page.PageError as error:
            raise RegietafelError(damaged()) from error
        voldoet[norm] = report.is_compliant
        failures += [(norm, failure) for failure in report.failures]
    unknown = tuple(claim for claim in claims if claim not in _PROFILES)
    return Normoordeel(voldoet=voldoet, onbekend=unknown, overtredingen=tuple(failures))


def _beyond(said: str, pdf: pikepdf.Pdf) -> str:
    """What a file has too much of, by what the judge said of it."""
    if "depth" in said and _bookmarks_in_a_row(pdf) >= _MAX_BOOKMARKS:
        return _(
            "Deze PDF heeft meer dan {n} bladwijzers onder elkaar; dat is niet te keuren. Verdeel ze over hoofdstukken."
        ).format(n=_MAX_BOOKMARKS)
    if "depth" in said:
        return _("De inhoud van deze PDF verwijst naar zichzelf of is te diep genest. Maak het bestand opnieuw.")
    if "table" in said:
        return _("Een tabel in deze PDF is te groot om te keuren: meer dan {n} rijen. Verdeel de tabel.").format(
            n=format_number(_MAX_ROWS)
        )
    return too_heavy() if "invocations" in said or "objects" in said else too_large()


def _bookmarks_in_a_row(pdf: pikepdf.Pdf) -> int:
    """Of the bookmarks on the first level, and of those below each of them; no more than are needed to tell."""
    waiting, most = [pdf.Root.get("/Outlines")], 0
    for holder in waiting:
        row: list[Any] = []
        each = holder.get("/First") if isinstance(holder, pikepdf.Dictionary) else None
        while isinstance(each, pikepdf.Dictionary) and len(row) < _MAX_BOOKMARKS:
            row.append(each)
            each = each.get("/Next")
        most = max(most, len(row))
        if len(waiting) < _MAX_BOOKMARKS:
            waiting += row
    return most


def findings(oordeel: Normoordeel, bestand: Bestand, reported: set[str]) -> Iterator[Bevinding]:
    """The failures in Dutch, without those that a rule of ours has ``reported`` and without doubles."""
    for claim in oordeel.onbekend:
        melding = _("Het bestand noemt {claim}; die norm kan hier niet worden gekeurd.").format(claim=claim)
        yield Bevinding(regel="norm-onbekend", ernst="opmerking", melding=melding)
    nodes = {node.nummer: node for node in bestand.boom.wortel.walk()} if bestand.boom else {}
    seen = set()
    for norm, failure in oordeel.overtredingen:
        match = _RULE.fullmatch(failure.rule_id)
        name = match[2] if match else failure.rule_id
        number = failure.object_id.object_number if failure.object_id else 0
        key = (name, number or failure.message)
        untagged = bestand.boom is None and name in ABOUT_TAGS
        if key in seen or untagged or reported & COVERED.get(name, frozenset()):
            continue
        seen.add(key)
        melding = sentence(name, norm)
        if number in nodes and number:
            yield at(nodes[number], failure.rule_id, "fout", melding)
            continue
        page = _PAGE.search(failure.message)
        yield Bevinding(regel=failure.rule_id, ernst="fout", bladzijde=int(page[1]) if page else None, melding=melding)
