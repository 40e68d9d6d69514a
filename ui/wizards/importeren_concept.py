"""An import that was not finished, as it is kept: which table, what was typed, pointed out and decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from regietafel.domain.opvang import check_gebied
from regietafel.errors import RuleError
from regietafel.exchange.importplan import Plek
from regietafel.exchange.indeling import Indeling
from regietafel.exchange.soort import Soort
from regietafel.exchange.soorten import SOORTEN
from regietafel.reference import gm_code
from ui.wizards.importeren_lezing import MOST_PASTED, Bron, Stempel

_HIGHEST = 2_000_000  # a row beyond it is none of a sheet


@dataclass(frozen=True, kw_only=True)
class Concept:
    """``velden``: texts as typed, by name. ``indeling``: only when the user pointed out columns."""

    herkomst: Bron
    stempel: Stempel | None
    soort: Soort
    velden: Mapping[str, str]
    indeling: Indeling | None = None
    keuzes: Mapping[Plek, str | None] = field(default_factory=dict)
    blijft: frozenset[Plek] = frozenset()
    stap: int = 0

    def to_json(self) -> dict[str, Any]:
        """As it is kept."""
        shape = self.indeling
        return {
            "pad": str(self.herkomst.pad.absolute()) if self.herkomst.pad else None,
            "tekst": self.herkomst.tekst,
            "stempel": self.stempel,
            "soort": self.soort.naam,
            "velden": dict(self.velden),
            "indeling": {"blad": shape.blad, "kop": shape.kop, "inhoud": shape.to_json()} if shape else None,
            "keuzes": [[*plek, code] for plek, code in self.keuzes.items()],
            "blijft": [list(plek) for plek in sorted(self.blijft)],
            "stap": self.stap,
        }


def read_concept(content: Mapping[str, Any]) -> Concept | None:
    """What was kept; None for anything that this program did not write."""
    try:
        kept, pad, stempel = content["indeling"], content["pad"], content["stempel"]
        tekst = _text(content["tekst"])
        if pad is not None and not _text(pad):
            return None
        if len(tekst) > MOST_PASTED or (pad is None and not tekst):
            return None
        indeling = Indeling.from_json(kept["inhoud"], _text(kept["blad"]), _number(kept["kop"])) if kept else None
        if kept and indeling is None:
            return None
        return Concept(
            herkomst=Bron(Path(pad) if pad else None, tekst),
            stempel=(int(stempel[0]), int(stempel[1])) if stempel else None,
            soort=SOORTEN[content["soort"]],
            velden={_text(name): _text(text) for name, text in content["velden"].items()},
            indeling=indeling,
            keuzes={_plek(blad, rij): _code(code) for blad, rij, code in content["keuzes"]},
            blijft=frozenset(_plek(blad, rij) for blad, rij in content["blijft"]),
            stap=_number(content["stap"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RuleError):
        return None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or not 0 <= value <= _HIGHEST:
        raise TypeError
    return value


def _plek(blad: object, rij: object) -> Plek:
    return (_text(blad), _number(rij))


def _code(value: object) -> str | None:
    if value is None:
        return None
    check_gebied(gm_code(_text(value)) or _text(value))
    return _text(value)
