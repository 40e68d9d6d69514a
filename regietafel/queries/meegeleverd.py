"""Dated reference data that ships with the program and is not in a file: one of an older version has none of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, TypeVar

from regietafel import reference
from regietafel.domain.inwoners import Herindeling
from regietafel.domain.norm import Norm
from regietafel.domain.overleg import Schoolvakantie
from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.record import Record
from regietafel.domain.regeling import Regeling
from regietafel.domain.regio import Adressaat
from regietafel.domain.staat import Zekerheid
from regietafel.domain.termijn import Termijn
from regietafel.domain.toezicht import Trede
from regietafel.ledger import Ledger
from regietafel.queries.toezicht import provincie_naam

R = TypeVar("R", bound=Record)

# By what it is the same as one in the file, which is the user's own.
_SAME: Mapping[type[Record], Callable[[Any], object]] = {
    Adressaat: attrgetter("sleutel"),
    Herindeling: attrgetter("oud"),
    Trede: lambda trede: provincie_naam(trede.provincie),  # whole ladders
    Termijn: attrgetter("omschrijving"),
    Procestermijn: attrgetter("stap"),
    Norm: attrgetter("sleutel"),
    Zekerheid: attrgetter("staat"),
    Regeling: attrgetter("naam"),
    Schoolvakantie: lambda vakantie: (vakantie.naam, vakantie.regio, vakantie.begin.year),
}


def shipped(record: type[R], provincies: Iterable[str]) -> tuple[R, ...]:
    """All that ships of this kind; of the addresses of provincies only those of these."""
    every = reference.meegeleverd(record)
    wanted = {each.sleutel for each in reference.adressaten_for(provincies)} if record is Adressaat else None
    return tuple(each for each in every if wanted is None or getattr(each, "sleutel", None) in wanted)


def missing(ledger: Ledger, record: type[R]) -> tuple[R, ...]:
    """What ships of this kind and is not in the file."""
    same = _SAME[record]
    known = {same(each) for each in ledger.table(record)}
    provincies = (gemeente.provincie for gemeente in ledger.gemeenten)
    return tuple(each for each in shipped(record, provincies) if same(each) not in known)
