"""What a file holds rows of: a table for every kind of record, by name."""

from __future__ import annotations

import sqlite3
from typing import Any, Generic

from regietafel.domain.agenda import Agendapunt, Agendaversie, Vastpunt
from regietafel.domain.behandeling import Behandeling, Kennisgeving, Verwerking
from regietafel.domain.bestuurlijke_afspraak import BestuurlijkeAfspraak
from regietafel.domain.contact import Contact, Verzending
from regietafel.domain.document import Archiefstuk, Bijlage, Sjabloon, Weglating
from regietafel.domain.grens import Grens
from regietafel.domain.herverdeling import Herverdeling, Overdracht, Partij
from regietafel.domain.huisstijl import Huisstijl
from regietafel.domain.inlezen import Alias, Kolomindeling
from regietafel.domain.intekenlijst import Intekenactie, Intekening
from regietafel.domain.inwoners import Herindeling, Inwoners
from regietafel.domain.koppeling import Koppelingoverdracht
from regietafel.domain.norm import Norm
from regietafel.domain.opvang import Opvangcijfer
from regietafel.domain.opvanglocatie import Bezetting, Opvanglocatie, Opvanguitruil
from regietafel.domain.overleg import Overleg, Overlegreeks, Overlegstap, Schoolvakantie
from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.partner import Aandachtsgroep, Partner, Prestatieafspraak
from regietafel.domain.procestermijn import Procestermijn
from regietafel.domain.record import Record
from regietafel.domain.regeling import Regeling
from regietafel.domain.regio import Adressaat, Gemeente, Regio
from regietafel.domain.scenario import Scenario, Scenariodeel
from regietafel.domain.staat import Staatwissel, Zekerheid
from regietafel.domain.taakstelling import Beginstand, Correctie, Realisatie, Taakstelling, Taakstellingsversie
from regietafel.domain.termijn import Termijn
from regietafel.domain.toezicht import Oordeel, Trede
from regietafel.domain.verslag import Aanwezigheid, Actiehouder, Kennis, Kennislink, Verslagregel, Voortgang
from regietafel.domain.woonproject import (
    Doorlooptijd,
    Harinstroom,
    Koppelstand,
    Telgemeente,
    Woningmaat,
    Woonproject,
)
from regietafel.store.table import R, Table


class Rows(Generic[R]):
    """All rows of one kind in a file: ``ledger.gemeenten`` is its ``Table[Gemeente]``."""

    def __init__(self, record: type[R]) -> None:
        self.record = record

    def __get__(self, tables: Tables, owner: type[Tables]) -> Table[R]:
        return tables.table(self.record)


class Tables:
    """The tables of one file."""

    regio = Rows(Regio)
    gemeenten = Rows(Gemeente)
    adressaten = Rows(Adressaat)
    taakstellingsversies = Rows(Taakstellingsversie)
    taakstellingen = Rows(Taakstelling)
    realisaties = Rows(Realisatie)
    beginstanden = Rows(Beginstand)
    correcties = Rows(Correctie)
    herverdelingen = Rows(Herverdeling)
    overdrachten = Rows(Overdracht)
    partijen = Rows(Partij)
    inwoners = Rows(Inwoners)
    herindelingen = Rows(Herindeling)
    kolomindelingen = Rows(Kolomindeling)
    aliassen = Rows(Alias)
    overzichtregels = Rows(Overzichtregel)
    opvangcijfers = Rows(Opvangcijfer)
    treden = Rows(Trede)
    oordelen = Rows(Oordeel)
    termijnen = Rows(Termijn)
    procestermijnen = Rows(Procestermijn)
    behandelingen = Rows(Behandeling)
    kennisgevingen = Rows(Kennisgeving)
    verwerkingen = Rows(Verwerking)
    koppelingoverdrachten = Rows(Koppelingoverdracht)
    bestuurlijkeafspraken = Rows(BestuurlijkeAfspraak)
    scenarios = Rows(Scenario)
    scenariodelen = Rows(Scenariodeel)
    grenzen = Rows(Grens)
    sjablonen = Rows(Sjabloon)
    huisstijlen = Rows(Huisstijl)
    bijlagen = Rows(Bijlage)
    weglatingen = Rows(Weglating)
    archiefstukken = Rows(Archiefstuk)
    normen = Rows(Norm)
    zekerheden = Rows(Zekerheid)
    regelingen = Rows(Regeling)
    opvanglocaties = Rows(Opvanglocatie)
    bezettingen = Rows(Bezetting)
    opvanguitruilen = Rows(Opvanguitruil)
    partners = Rows(Partner)
    woonprojecten = Rows(Woonproject)
    telgemeenten = Rows(Telgemeente)
    woningmaten = Rows(Woningmaat)
    harinstromen = Rows(Harinstroom)
    staatwissels = Rows(Staatwissel)
    koppelstanden = Rows(Koppelstand)
    doorlooptijden = Rows(Doorlooptijd)
    prestatieafspraken = Rows(Prestatieafspraak)
    aandachtsgroepen = Rows(Aandachtsgroep)
    overlegreeksen = Rows(Overlegreeks)
    vastpunten = Rows(Vastpunt)
    contacten = Rows(Contact)
    verzendingen = Rows(Verzending)
    schoolvakanties = Rows(Schoolvakantie)
    overleggen = Rows(Overleg)
    overlegstappen = Rows(Overlegstap)
    agendapunten = Rows(Agendapunt)
    agendaversies = Rows(Agendaversie)
    aanwezigheden = Rows(Aanwezigheid)
    verslagregels = Rows(Verslagregel)
    actiehouders = Rows(Actiehouder)
    kennis = Rows(Kennis)
    kennislinks = Rows(Kennislink)
    intekenacties = Rows(Intekenactie)
    intekeningen = Rows(Intekening)
    voortgangen = Rows(Voortgang)

    def __init__(self, db: sqlite3.Connection) -> None:
        self._tables: dict[type[Record], Table[Any]] = {record: Table(db, record) for record in RECORDS}

    def table(self, record: type[R]) -> Table[R]:
        """The table of this kind of record."""
        return self._tables[record]

    def tables_are_sound(self) -> bool:
        """Whether every row is one this program can read."""
        return all(table.is_sound() for table in self._tables.values())


RECORDS: tuple[type[Record], ...] = tuple(each.record for each in vars(Tables).values() if isinstance(each, Rows))
"""Every kind of record a file has a table of."""
