"""An agenda as it is on a day, with its figures: what is sent, and kept as it was sent."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from regietafel.documents.stukken.agendadelen import Deel, make_deel
from regietafel.documents.stukken.overlegwoorden import name_place
from regietafel.documents.stukken.strikt import from_json, to_json
from regietafel.domain.agenda import PUNTSOORTEN
from regietafel.domain.document import Bijlage
from regietafel.domain.overleg import Overleg
from regietafel.errors import RegietafelError
from regietafel.i18n import _
from regietafel.ledger import Ledger
from regietafel.queries.agenda import PuntRegel, agenda, next_overleg

_MAX_BYTES = 5_000_000
_NUMMER = re.compile(r"[1-9]\d{0,3}(?:\.[1-9]\d{0,3})?", re.ASCII)
_TIJD = re.compile(r"\d\d:\d\d", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Agendabijlage:
    """An annex of a point, by its number on this agenda; ``inhoud`` is the sha-256 of the file."""

    nummer: int
    titel: str
    bestandsnaam: str
    inhoud: str
    openbaar: bool

    def __post_init__(self) -> None:
        Bijlage(agendapunt_id=1, titel=self.titel, bestandsnaam=self.bestandsnaam, inhoud=self.inhoud)


@dataclass(frozen=True, kw_only=True)
class Punt:
    """A point as its readers see it; ``vertrouwelijk`` also when the point it is under is."""

    id: int  # by which it is found in another version
    nummer: str
    titel: str
    toelichting: str
    minuten: int | None
    inbrenger: str
    soort: str
    vertrouwelijk: bool
    verslag_van_id: int | None
    bijlagen: tuple[Agendabijlage, ...]
    deel: Deel | None

    def __post_init__(self) -> None:
        if not _NUMMER.fullmatch(self.nummer) or self.soort not in PUNTSOORTEN or not self.titel.strip():
            raise ValueError(self)

    @property
    def is_sub(self) -> bool:
        """Whether it stands under another point."""
        return "." in self.nummer


@dataclass(frozen=True, kw_only=True)
class Wanneer:
    """When and where a meeting is."""

    datum: datetime.date
    begin: str
    einde: str
    locatie: str
    link: str

    def __post_init__(self) -> None:
        if not _TIJD.fullmatch(self.begin) or not _TIJD.fullmatch(self.einde):
            raise ValueError(self)


@dataclass(frozen=True, kw_only=True)
class Momentopname:
    """The whole agenda with the figures of the ``peildatum``. What only the chair may see is not in it."""

    reeks: str
    wanneer: Wanneer
    voorzitter: str
    peildatum: datetime.date
    punten: tuple[Punt, ...]
    volgende: Wanneer | None

    @property
    def bijlagen(self) -> tuple[Agendabijlage, ...]:
        """Those of all points, by number."""
        return tuple(bijlage for punt in self.punten for bijlage in punt.bijlagen)


def take(ledger: Ledger, overleg_id: int, peildatum: datetime.date) -> Momentopname:
    """The agenda of this meeting as it is now, with what the file knew on the ``peildatum``."""
    overleg = ledger.overleggen.get(overleg_id)
    after = next_overleg(ledger, overleg_id)
    punten, nummer = [], 1
    for regel in agenda(ledger, overleg_id):
        make = partial(make_deel, ledger, regel.deel, peildatum, overleg_id)
        punten.append(_punt(ledger, regel, make, nummer))
        nummer += len(regel.bijlagen)
    return Momentopname(
        reeks=ledger.overlegreeksen.get(overleg.reeks_id).naam,
        wanneer=_wanneer(overleg),
        voorzitter=overleg.voorzitter,
        peildatum=peildatum,
        punten=tuple(punten),
        volgende=_wanneer(after) if after else None,
    )


def to_keep(opname: Momentopname) -> bytes:
    """As it is kept when the agenda is sent. Raises RegietafelError when it is too large to be read again."""
    content = to_json(opname)
    try:
        read_momentopname(content)
    except RegietafelError:
        sentence = _("Deze agenda is te groot om te bewaren zoals hij wordt verzonden. Haal punten of bijlagen weg.")
        raise RegietafelError(sentence) from None
    return content


def read_momentopname(content: bytes) -> Momentopname:
    """What was kept. Raises RegietafelError when it is anything else: the file may come from anyone."""
    try:
        if len(content) > _MAX_BYTES:
            raise ValueError(len(content))
        found = from_json(Momentopname, content)
        _check(found)
    except (ValueError, RegietafelError):
        sentence = _("De agenda zoals hij is verzonden, is in dit bestand beschadigd. Zet een reservekopie terug.")
        raise RegietafelError(sentence) from None
    return found


def zonder_vertrouwelijk(opname: Momentopname) -> Momentopname:
    """For who is no member: confidential points go, with their annexes and rows, and the way to take part online.

    Numbers stay as they are.
    """
    open_points = [punt for punt in opname.punten if not punt.vertrouwelijk]
    return replace(
        opname,
        wanneer=_without_link(opname.wanneer),
        volgende=_without_link(opname.volgende) if opname.volgende else None,
        punten=tuple(map(_openly, open_points)),
    )


def _without_link(wanneer: Wanneer) -> Wanneer:
    return replace(wanneer, locatie=name_place(wanneer.locatie, wanneer.link), link="")


def _openly(punt: Punt) -> Punt:
    if punt.deel is None:
        return punt
    rijen = tuple(rij for rij in punt.deel.rijen if not rij.vertrouwelijk)
    nothing_left = punt.deel.rijen and not rijen
    return replace(punt, deel=None if nothing_left else replace(punt.deel, rijen=rijen))


def _punt(ledger: Ledger, regel: PuntRegel, make: Callable[..., Deel], first: int) -> Punt:
    """``make`` gives its part; ``first`` is the number of its first annex."""
    verslag_van_id = ledger.agendapunten.get(regel.id).verslag_van_id
    return Punt(
        id=regel.id,
        nummer=regel.nummer,
        titel=regel.titel,
        toelichting=regel.toelichting,
        minuten=regel.minuten,
        inbrenger=regel.inbrenger,
        soort=regel.soort,
        vertrouwelijk=regel.vertrouwelijk,
        verslag_van_id=verslag_van_id,
        bijlagen=tuple(
            Agendabijlage(
                nummer=number,
                titel=each.titel,
                bestandsnaam=each.bestandsnaam,
                inhoud=each.inhoud,
                openbaar=each.openbaar,
            )
            for number, each in enumerate(regel.bijlagen, start=first)
        ),
        deel=make(verslag_van_id=verslag_van_id) if regel.deel else None,
    )


def _wanneer(overleg: Overleg) -> Wanneer:
    return Wanneer(
        datum=overleg.datum, begin=overleg.begin, einde=overleg.einde, locatie=overleg.locatie, link=overleg.link
    )


def _check(opname: Momentopname) -> None:
    """What the types do not say. Raises ValueError or RegietafelError."""
    for deel in filter(None, (punt.deel for punt in opname.punten)):
        if (not deel.koppen and (deel.rijen or deel.totaal)) or any(kop.delen < 0 for kop in deel.koppen):
            raise ValueError(deel)
    numbers = [punt.nummer for punt in opname.punten]
    if len({*numbers}) < len(numbers) or len({punt.id for punt in opname.punten}) < len(numbers):
        raise ValueError(opname)
