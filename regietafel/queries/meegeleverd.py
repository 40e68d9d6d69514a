"""Dated reference data that ships with the program and is not in a file: one of an older version has none of it."""

from __future__ import annotations

from regietafel import reference
from regietafel.domain.inwoners import Herindeling
from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.regio import Adressaat
from regietafel.domain.termijn import Termijn
from regietafel.domain.toezicht import Trede
from regietafel.ledger import Ledger
from regietafel.queries.toezicht import provincie_naam


def missing_adressaten(ledger: Ledger) -> tuple[Adressaat, ...]:
    """By key; of the provincies those of the gemeenten in the file. What is in the file is the user's own."""
    known = {adressaat.sleutel for adressaat in ledger.adressaten}
    wanted = reference.adressaten_for(gemeente.provincie for gemeente in ledger.gemeenten)
    return tuple(adressaat for adressaat in wanted if adressaat.sleutel not in known)


def missing_treden(ledger: Ledger) -> tuple[Trede, ...]:
    """Whole ladders: of a provincie that has steps in the file they are the user's own."""
    known = {provincie_naam(trede.provincie) for trede in ledger.treden}
    return tuple(trede for trede in reference.treden() if provincie_naam(trede.provincie) not in known)


def missing_termijnen(ledger: Ledger) -> tuple[Termijn, ...]:
    """By what they are about."""
    known = {termijn.omschrijving for termijn in ledger.termijnen}
    return tuple(termijn for termijn in reference.termijnen() if termijn.omschrijving not in known)


def missing_procestermijnen(ledger: Ledger) -> tuple[Procestermijn, ...]:
    """By the step they are about: a term of it in the file is the user's own."""
    known = {termijn.stap for termijn in ledger.procestermijnen}
    return tuple(termijn for termijn in reference.procestermijnen() if termijn.stap not in known)


def missing_herindelingen(ledger: Ledger) -> tuple[Herindeling, ...]:
    """By the gemeente that goes up in another."""
    known = {herindeling.oud for herindeling in ledger.herindelingen}
    return tuple(herindeling for herindeling in reference.herindelingen() if herindeling.oud not in known)
