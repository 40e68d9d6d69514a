"""The agreements: as a list, and one in full with what it does to each party."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from regietafel.domain.herverdeling import Deel, Wijziging, check_known, wijzigingen
from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.fragments import DEEL, NEWEST
from regietafel.reference import gm_code, known_gemeente, spelling_key


@dataclass(frozen=True, kw_only=True)
class HerverdelingBlad:
    """An agreement as its letters print it. Numbers are frozen from the day it is in force; until then they follow."""

    id: int
    kenmerk: str
    periode: Periode
    toelichting: str
    in_werking_op: datetime.date | None
    delen: tuple[Deel, ...]
    partijen: tuple[Wijziging, ...]  # givers first

    @property
    def som_oud(self) -> int:
        """Persons over all parties before; equal to :attr:`som_nieuw`."""
        return sum(partij.oud for partij in self.partijen)

    @property
    def som_nieuw(self) -> int:
        """Persons over all parties after."""
        return sum(partij.nieuw for partij in self.partijen)

    @property
    def aantal(self) -> int:
        """Persons handed over."""
        return sum(deel.aantal for deel in self.delen)

    @property
    def status(self) -> str:
        """Derived: in voorbereiding until it is in force."""
        return _("in voorbereiding") if self.in_werking_op is None else _("in werking")

    @property
    def samenvatting(self) -> str:
        """``Enschede → Borne 10``, for lists."""
        return ", ".join(f"{deel.van} → {deel.naar} {deel.aantal}" for deel in self.delen)


def herverdelingen(ledger: Ledger, periode: Periode | None = None) -> tuple[HerverdelingBlad, ...]:
    """All agreements (of one period), newest first."""
    ids = [
        herverdeling.id for herverdeling in ledger.herverdelingen if periode is None or herverdeling.periode == periode
    ]
    return tuple(blad(ledger, id) for id in reversed(ids) if id is not None)


def find(ledger: Ledger, kenmerk: str) -> HerverdelingBlad:
    """The agreement with this kenmerk. Raises RegietafelError that names those that exist."""
    found = ledger.herverdelingen.find(kenmerk=kenmerk)
    if found is None or found.id is None:
        known = ", ".join(herverdeling.kenmerk for herverdeling in ledger.herverdelingen) or _("nog geen enkele")
        raise RegietafelError(
            _("Er is geen herverdeling {kenmerk} in dit bestand; wel: {known}.").format(kenmerk=kenmerk, known=known)
        )
    return blad(ledger, found.id)


def blad(ledger: Ledger, herverdeling_id: int) -> HerverdelingBlad:
    """One agreement in full. Raises RegietafelError when it is gone, or when a party's taakstelling is."""
    herverdeling = ledger.herverdelingen.get(herverdeling_id)
    names = gemeente_names(ledger)
    delen = tuple(
        Deel(names[overdracht.van_id], names[overdracht.naar_id], overdracht.aantal)
        for overdracht in ledger.overdrachten.where(herverdeling_id=herverdeling_id)
    )
    if herverdeling.in_werking_op is None:
        oud = current_taakstelling(ledger, herverdeling.periode)
    else:
        oud = {
            names[partij.gemeente_id]: partij.oud for partij in ledger.partijen.where(herverdeling_id=herverdeling_id)
        }
    check_known(delen, oud)
    return HerverdelingBlad(
        id=herverdeling_id,
        kenmerk=herverdeling.kenmerk,
        periode=herverdeling.periode,
        toelichting=herverdeling.toelichting,
        in_werking_op=herverdeling.in_werking_op,
        delen=delen,
        partijen=tuple(sorted(wijzigingen(delen, oud), key=lambda partij: partij.wijziging > 0)),
    )


def current_taakstelling(ledger: Ledger, periode: Periode) -> dict[str, int]:
    """What can be handed over: per gemeente by name, the newest taakstelling ± agreements in force, in persons."""
    rows = ledger.db.execute(
        f"""
        WITH {NEWEST}, {DEEL}
        SELECT naam, newest.aantal + coalesce((
            SELECT sum(deel.aantal) FROM deel JOIN herverdeling ON herverdeling.id = herverdeling_id
            WHERE periode = :periode AND in_werking_op IS NOT NULL AND deel.gemeente_id = gemeente.id), 0)
        FROM newest JOIN gemeente ON gemeente.id = newest.gemeente_id WHERE newest.periode = :periode
        """,
        {"periode": str(periode)},
    )
    return dict(rows)


def gemeente_names(ledger: Ledger) -> dict[int, str]:
    """The name of each gemeente by id."""
    return dict(ledger.db.execute("SELECT id, naam FROM gemeente"))


def find_gemeente(ledger: Ledger, text: str) -> Gemeente:
    """The gemeente in this file by name, code or known spelling. Raises RegietafelError that names the nearest."""
    import difflib

    gemeenten = tuple(ledger.gemeenten)
    by_key = {spelling_key(gemeente.naam): gemeente for gemeente in gemeenten}
    by_key |= {gemeente.naam: gemeente for gemeente in gemeenten} | {each.gm_code: each for each in gemeenten}
    known = known_gemeente(text)
    for key in (text.strip(), gm_code(text), spelling_key(text), known.code if known else None):
        if key in by_key:
            return by_key[key]
    near = difflib.get_close_matches(text[:100], [gemeente.naam for gemeente in gemeenten], 1)
    hint = _(" Bedoelt u {name}?").format(name=near[0]) if near else _(" Voeg haar eerst toe bij Gemeenten.")
    raise RegietafelError(_("De gemeente “{text}” staat niet in dit bestand.").format(text=text[:80]) + hint)
