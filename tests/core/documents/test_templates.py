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
from regietafel.documents.sjabloon.kop import read_kop
from regietafel.domain.herverdeling import Bepalingen, Deel
from regietafel.ledger import Ledger
from tests.core.documents.conftest import DATUM, P

KINDS = {"taakstellingen": "tabel", "stroom": "figuur", "voorzitter": "ondertekening"}
SIGNED = ("college", "colleges")
_SERIES = re.compile(r"\[voor elk: (\w+)\] met ([^\[]+)")


def test_the_top_of_a_template_names_what_it_can_use(tafel: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    known: dict[str, tuple[dict[str, set[str] | None], set[str]]] = {}

    def fill(filled: template.Template, values: Mapping[str, Any], blocks: Mapping[str, Any]) -> Any:
        names = {name: set(value[0]) if isinstance(value, tuple) else None for name, value in values.items()}
        known[filled.name] = (names, {f"{_kind(name)}: {name}" for name in blocks})
        return template.fill(filled, values, blocks)

    monkeypatch.setattr(middelen, "fill", fill)
    # Enschede gives, Almelo ends up even, Borne receives.
    delen = [Deel("Enschede", "Almelo", 10), Deel("Almelo", "Borne", 10)]
    make_reeks(tafel, make_herverdeling(tafel, P, delen, Bepalingen(bezwaarclausule=True)), DATUM).complete()
    clause = known.pop("bezwaarclausule.txt")
    assert len(known) == 11 and clause[0].keys() >= {"gemeente", "kenmerk"}
    for name, (values, blocks) in known.items():
        top = "\n".join(line for line in template.read_source(name).splitlines() if line.startswith("%%"))
        top, _reeksen, rest = top.partition("Reeksen:")
        series, _blokken, below = rest.partition("Blokken:")
        assert set(re.findall(r"\$(\w+)", top)) == {name for name, items in values.items() if items is None}, name
        told = {name: set(re.findall(r"\$(\w+)", said)) for name, said in _SERIES.findall(series)}
        assert told == {name: items for name, items in values.items() if items is not None}, name
        assert set(re.findall(r"\[(\w+: \w+)\]", top + below)) == blocks, name


@pytest.mark.parametrize("naam", sorted(path.name for path in paths.template().glob("*.txt")))
def test_every_template_says_for_which_document_and_roles_it_is(naam: str) -> None:
    kop = read_kop(template.read_source(naam))
    assert kop.document and kop.rollen, naam


def _kind(block: str) -> str:
    return "ondertekening" if block in SIGNED else KINDS.get(block, "blok")
