"""What happens to an agreement, as facts; where it stands follows from them and is never typed.

Source: stappenplan herverdeling taakstelling; Huisvestingswet 2014, art. 29 lid 2; Awb 3:40-3:42.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import ClassVar

from regietafel.domain.herverdeling import Herverdeling
from regietafel.domain.record import Record, check_day
from regietafel.errors import RuleError
from regietafel.i18n import _, format_date

# Who is told once every college has announced the decision.
ADRESSATEN: Mapping[str, str] = {
    "coa": _("het COA"),
    "provincie": _("de provincie"),
    "aenm": _("het ministerie van Asiel en Migratie"),
    "vro": _("het ministerie van Volkshuisvesting en Ruimtelijke Ordening"),
}


class Status(Enum):
    """Where an agreement stands; the value is how it is called."""

    CONCEPT = _("concept")
    TER_BESLUITVORMING = _("ter besluitvorming")
    BESLOTEN = _("besloten")
    BEKENDGEMAAKT = _("bekendgemaakt")
    IN_WERKING = _("in werking")
    GEMELD = _("gemeld")
    VERWERKT = _("verwerkt")
    GEWEIGERD = _("geweigerd")
    AFGEKEURD = _("afgekeurd")
    INGETROKKEN = _("ingetrokken")

    @property
    def geldt(self) -> bool:
        """Whether it counts in the stand."""
        return self in {Status.IN_WERKING, Status.GEMELD, Status.VERWERKT}

    @property
    def loopt(self) -> bool:
        """Whether something is still expected of someone before it is in force."""
        return self in {Status.CONCEPT, Status.TER_BESLUITVORMING, Status.BESLOTEN, Status.BEKENDGEMAAKT}


class Behandeling(Record):
    """How the college of one party handles the agreement."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("herverdeling_id", "gemeente_id")

    herverdeling_id: int
    gemeente_id: int
    contact: str = ""  # the official one can call
    voorgelegd_op: datetime.date | None = None
    besluit_op: datetime.date | None = None
    besluitnummer: str = ""
    ondertekenaar: str = ""
    geweigerd: bool = False
    reden: str = ""
    bekendgemaakt_op: datetime.date | None = None
    vindplaats: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_day(self.voorgelegd_op, self.besluit_op, self.bekendgemaakt_op)
        if self.besluit_op and self.voorgelegd_op and self.besluit_op < self.voorgelegd_op:
            raise RuleError(
                _("Het college kan niet besluiten voor {datum}, de dag waarop het stuk is voorgelegd.").format(
                    datum=format_date(self.voorgelegd_op)
                )
            )
        if self.geweigerd and not (self.besluit_op and self.reden.strip()):
            raise RuleError(_("Vul bij een weigering de datum van het besluit en de reden in."))
        if self.bekendgemaakt_op:
            if self.besluit_op is None:
                raise RuleError(_("Vul eerst het besluit van het college in; daarna kan het worden bekendgemaakt."))
            if self.geweigerd:
                raise RuleError(_("Een weigering wordt niet bekendgemaakt."))
            if self.bekendgemaakt_op < self.besluit_op:
                raise RuleError(
                    _("De bekendmaking kan niet voor het besluit van {datum} liggen.").format(
                        datum=format_date(self.besluit_op)
                    )
                )

    @property
    def laatste(self) -> datetime.date | None:
        """The last day on which something happened at this college."""
        return max((day for day in (self.voorgelegd_op, self.besluit_op, self.bekendgemaakt_op) if day), default=None)

    def voorgelegd(self, op: datetime.date) -> bool:
        """Whether the college had been asked by that day, or had decided."""
        days = [day for day in (self.voorgelegd_op, self.besluit_op) if day]
        return bool(days) and min(days) <= op

    def besloten(self, op: datetime.date) -> bool:
        """Whether the college had agreed by that day."""
        return self.besluit_op is not None and self.besluit_op <= op and not self.geweigerd

    def heeft_geweigerd(self, op: datetime.date) -> bool:
        """Whether the college had refused by that day."""
        return self.geweigerd and self.besluit_op is not None and self.besluit_op <= op

    def bekendgemaakt(self, op: datetime.date) -> bool:
        """Whether the decision had been announced by that day."""
        return self.bekendgemaakt_op is not None and self.bekendgemaakt_op <= op

    def zoals_op(self, op: datetime.date) -> Behandeling:
        """What had happened by that day; the official to call has no day of its own."""
        known = self
        if not self.bekendgemaakt(op):
            known = replace(known, bekendgemaakt_op=None, vindplaats="")
        if self.besluit_op is None or self.besluit_op > op:
            known = replace(known, besluit_op=None, besluitnummer="", ondertekenaar="", geweigerd=False, reden="")
        return known if known.voorgelegd_op is None or known.voorgelegd_op <= op else replace(known, voorgelegd_op=None)


class Kennisgeving(Record):
    """One of :data:`ADRESSATEN` was told."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("herverdeling_id", "aan")

    herverdeling_id: int
    aan: str
    datum: datetime.date
    wijze: str = ""  # by which way: e-mail, post, …
    ontvangst_op: datetime.date | None = None  # acknowledged

    def __post_init__(self) -> None:
        super().__post_init__()
        check_day(self.datum, self.ontvangst_op)
        if self.aan not in ADRESSATEN:
            raise RuleError(_("“{aan}” krijgt geen kennisgeving; kies uit {namen}.").format(
                aan=self.aan, namen=", ".join(ADRESSATEN)
            ))  # fmt: skip
        if self.ontvangst_op and self.ontvangst_op < self.datum:
            raise RuleError(_("De ontvangst kan niet voor de verzending van {datum} liggen.").format(
                datum=format_date(self.datum)
            ))  # fmt: skip


class Verwerking(Record):
    """What the COA said of the agreement that day: booked, or not because the sum is wrong. The newest counts."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("herverdeling_id", "datum")

    herverdeling_id: int
    datum: datetime.date
    afgekeurd: bool = False
    reden: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_day(self.datum)
        if self.afgekeurd and not self.reden.strip():
            raise RuleError(_("Schrijf waarom het COA de herverdeling heeft afgekeurd."))


def laatste_bekendmaking(behandelingen: Sequence[Behandeling]) -> datetime.date | None:
    """The day on which the last party announced; None as long as one has not."""
    days = [each.bekendgemaakt_op for each in behandelingen]
    return max((day for day in days if day), default=None) if all(days) else None


def inwerkingtreding(behandelingen: Sequence[Behandeling]) -> datetime.date | None:
    """The day after the last bekendmaking; None as long as a college has not decided or announced."""
    last = laatste_bekendmaking(behandelingen)
    return last + datetime.timedelta(days=1) if last else None


def oordeel_coa(verwerkingen: Sequence[Verwerking], op: datetime.date) -> Verwerking | None:
    """What the COA had last said by that day."""
    said = [each for each in verwerkingen if each.datum <= op]
    return max(said, key=lambda each: each.datum, default=None)


def verwerkt_sinds(verwerkingen: Sequence[Verwerking], op: datetime.date) -> datetime.date | None:
    """The first day since which the COA has it booked, as known on ``op``; said again later it does not shift."""
    since = None
    for said in sorted((each for each in verwerkingen if each.datum <= op), key=lambda each: each.datum):
        since = None if said.afgekeurd else since or said.datum
    return since


def status(
    herverdeling: Herverdeling,
    behandelingen: Sequence[Behandeling],  # of every party
    kennisgevingen: Sequence[Kennisgeving],
    verwerkingen: Sequence[Verwerking],
    op: datetime.date,
) -> Status:
    """Where the agreement stood that day: the furthest it had come, or what ended it."""
    said = oordeel_coa(verwerkingen, op)
    told = {each.aan for each in kennisgevingen if each.datum <= op}
    in_force = herverdeling.in_werking_op is not None and herverdeling.in_werking_op <= op
    reached = (
        (Status.INGETROKKEN, herverdeling.ingetrokken_op is not None and herverdeling.ingetrokken_op <= op),
        (Status.AFGEKEURD, said is not None and said.afgekeurd),
        (Status.VERWERKT, said is not None),
        (Status.GEWEIGERD, any(each.heeft_geweigerd(op) for each in behandelingen)),
        (Status.GEMELD, in_force and told >= set(ADRESSATEN)),
        (Status.IN_WERKING, in_force),
        (Status.BEKENDGEMAAKT, all(each.bekendgemaakt(op) for each in behandelingen)),
        (Status.BESLOTEN, all(each.besloten(op) for each in behandelingen)),
        (Status.TER_BESLUITVORMING, any(each.voorgelegd(op) for each in behandelingen)),
    )
    return next((status for status, is_so in reached if is_so), Status.CONCEPT)
