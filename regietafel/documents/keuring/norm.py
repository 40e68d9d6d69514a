"""The judge of the standards PDF/UA and PDF/A (the library page), its findings said in Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from regietafel.documents.keuring.bestand import Bestand
from regietafel.documents.keuring.bevinding import Bevinding
from regietafel.documents.keuring.boom import endless
from regietafel.documents.keuring.openen import MAX_BYTES, MAX_DECODED, damaged, too_large
from regietafel.documents.keuring.regels_tags import at
from regietafel.documents.keuring.zinnen import ABOUT_TAGS, COVERED, sentence
from regietafel.errors import RegietafelError
from regietafel.i18n import _

_PROFILES = {"PDF/UA-1": "ua1", **{f"PDF/A-{name}": name for name in ("1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u")}}
WITHOUT_CLAIM = ("PDF/UA-1", "PDF/A-2a")
_RULE = re.compile(r"(PDFUA1|PDFA\d[ABU])-(.+)-\d+")
_PAGE = re.compile(r"\bpage (\d+)\b")


@dataclass(frozen=True, kw_only=True)
class Normoordeel:
    """What the judge says: per standard whether the file meets it, and what is against it."""

    voldoet: Mapping[str, bool]
    onbekend: tuple[str, ...]  # standards that are claimed and that cannot be judged
    overtredingen: tuple[tuple[str, Any], ...]  # the standard and the failure


def judge(data: bytes, claims: tuple[str, ...]) -> Normoordeel:
    """Judge by what the file claims, or by both standards when it claims none.

    Raises RegietafelError when the file is damaged or asks too much.
    """
    import page

    limits = page.SafetyLimits(
        max_input_size=MAX_BYTES, max_decoded_stream_size=MAX_DECODED, max_total_decoded_content_size=4 * MAX_DECODED
    )
    known = [claim for claim in claims or WITHOUT_CLAIM if claim in _PROFILES]
    voldoet: dict[str, bool] = {}
    failures: list[tuple[str, Any]] = []
    for norm in known:
        try:
            report = page.validate_pdf_bytes(data, profile=_PROFILES[norm], limits=limits)
        except page.SafetyLimitError as error:
            raise RegietafelError(endless() if "depth" in str(error) else too_large()) from error
        except page.PageError as error:
            raise RegietafelError(damaged()) from error
        voldoet[norm] = report.is_compliant
        failures += [(norm, failure) for failure in report.failures]
    unknown = tuple(claim for claim in claims if claim not in _PROFILES)
    return Normoordeel(voldoet=voldoet, onbekend=unknown, overtredingen=tuple(failures))


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
