"""What COA publishes about a gemeente: laid beside the own administration, never written over it."""

from __future__ import annotations

import datetime

from regietafel.domain.periode import Periode
from regietafel.domain.record import Record
from regietafel.domain.taakstelling import check_peildatum
from regietafel.errors import RuleError
from regietafel.i18n import _


class Overzichtregel(Record):
    """One gemeente on COA's overview of voor- en achterstanden, in persons; None is what the list does not print."""

    KEY = ("gemeente_id", "periode", "peildatum")

    gemeente_id: int
    periode: Periode
    peildatum: datetime.date
    taakstelling: int | None = None
    beginstand: int | None = None
    opgave: int | None = None
    realisatie: int | None = None
    saldo: int | None = None
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_peildatum(self.peildatum, self.periode)
        if all(each is None for each in (self.taakstelling, self.beginstand, self.opgave, self.realisatie, self.saldo)):
            raise RuleError(_("Een regel van het COA-overzicht bevat ten minste één aantal."))
