"""Every template that ships says at its top which fields and blocks it can use: all of them, and no others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from regietafel import paths
from regietafel.actions.herverdeling import make_herverdeling
from regietafel.documents import middelen
from regietafel.documents.reeks import make_reeks
from regietafel.documents.sjabloon import template
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.ledger import Ledger
from tests.core.documents.conftest import DATUM, P

KINDS = {"taakstellingen": "tabel", "stroom": "figuur", "voorzitter": "ondertekening"}
SIGNED = ("college", "colleges")


def test_the_top_of_a_template_names_what_it_can_use(tafel: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    known: dict[str, tuple[set[str], set[str]]] = {}

    def fill(filled: template.Template, values: Mapping[str, Any], blocks: Mapping[str, Any]) -> Any:
        known[filled.name] = (set(values), {f"{_kind(name)}: {name}" for name in blocks})
        return template.fill(filled, values, blocks)

    monkeypatch.setattr(middelen, "fill", fill)
    # Enschede gives, Almelo ends up even, Borne receives.
    delen = [Deel("Enschede", "Almelo", 10), Deel("Almelo", "Borne", 10)]
    make_reeks(tafel, make_herverdeling(tafel, P, delen, Bepalingen(bezwaarclausule=True)), DATUM).complete()
    clause = known.pop("bezwaarclausule.txt")
    assert len(known) == 11 and clause[0] >= {"gemeente", "kenmerk"}
    for name, (values, blocks) in known.items():
        lines = paths.template(name).read_text(encoding="utf-8").splitlines()
        top = "\n".join(line for line in lines if line.startswith("%%"))
        assert set(re.findall(r"\$(\w+)", top)) == values, name
        assert set(re.findall(r"\[(\w+: \w+)\]", top)) == blocks, name


def _kind(block: str) -> str:
    return "ondertekening" if block in SIGNED else KINDS.get(block, "blok")
