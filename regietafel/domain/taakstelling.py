"""What each gemeente must house, and how that stands: the ledger per gemeente and period (domein §1 and §2)."""

from __future__ import annotations

import datetime

from regietafel.domain.periode import Periode
from regietafel.domain.record import Record
from regietafel.errors import RuleError
from regietafel.i18n import _, format_date, format_number


class Taakstellingsversie(Record):
    """One publication of a period's taakstelling. A period may be revised; older versions stay, the newest counts."""

    periode: Periode
    datum: datetime.date  # of publication
    landelijk: int | None = None  # persons, the whole country
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.landelijk is not None and self.landelijk < 0:
            raise RuleError(_("Het landelijke aantal kan niet negatief zijn."))


class Taakstelling(Record):
    """Persons one gemeente must house according to one version; ``amv`` is part of ``aantal``."""

    KEY = ("versie_id", "gemeente_id")

    versie_id: int
    gemeente_id: int
    aantal: int
    amv: int | None = None
    inwoners: int | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.aantal < 0:
            raise RuleError(_("Een taakstelling kan niet negatief zijn."))
        if self.inwoners is not None and self.inwoners < 0:
            raise RuleError(_("Het aantal inwoners kan niet negatief zijn."))
        if self.amv is not None and not 0 <= self.amv <= self.aantal:
            raise RuleError(
                _("“Waarvan amv” is een deel van de taakstelling: 0 tot en met {aantal}.").format(
                    aantal=format_number(self.aantal)
                )
            )


class Realisatie(Record):
    """Persons housed in the period up to ``peildatum``, cumulative. COA prints it; it can be negative."""

    KEY = ("gemeente_id", "periode", "peildatum")

    gemeente_id: int
    periode: Periode
    peildatum: datetime.date
    aantal: int
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_peildatum(self.peildatum, self.periode)


class Beginstand(Record):
    """Achterstand (+) or voorsprong (−) at the start of the period as entered; it overrules the rolled-over saldo."""

    KEY = ("gemeente_id", "periode")

    gemeente_id: int
    periode: Periode
    aantal: int
    bron: str = ""


class Correctie(Record):
    """A booked change of the opgave, with its reason and source; figures are never changed silently."""

    gemeente_id: int
    periode: Periode
    aantal: int
    reden: str
    datum: datetime.date
    bron: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.aantal == 0:
            raise RuleError(_("Een correctie van 0 verandert niets; vul een aantal in, bijvoorbeeld −3."))
        if not self.reden.strip():
            raise RuleError(_("Schrijf waarom u de opgave corrigeert."))


def check_peildatum(peildatum: datetime.date, periode: Periode) -> None:
    """Raises RuleError when a count of that day says nothing about the period."""
    # COA counts once more after the end; half a year later a count is about another period.
    if not periode.begin <= peildatum <= periode.next.einde:
        raise RuleError(
            _("De peildatum {datum} hoort niet bij {periode}: kies een dag vanaf {begin}.").format(
                datum=format_date(peildatum), periode=periode, begin=format_date(periode.begin)
            )
        )


def opgave(taakstelling: int | None, herverdeling: int, beginstand: int | None, correctie: int) -> int | None:
    """taakstelling ± herverdeling + achterstand (− voorsprong) ± correctie, in persons.

    Unknown without a taakstelling. An unknown beginstand adds nothing: the stand shows it as unknown.
    """
    return None if taakstelling is None else taakstelling + herverdeling + (beginstand or 0) + correctie


def saldo(opgave: int | None, realisatie: int | None) -> int | None:
    """opgave − realisatie: positive is achterstand (nog te huisvesten), negative voorsprong; unknown if either is."""
    return None if opgave is None or realisatie is None else opgave - realisatie
