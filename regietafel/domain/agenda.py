"""What is on the agenda of a meeting, what comes on it by itself, and what was sent of it (domein §6)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import ClassVar, Protocol, TypeVar

from regietafel.domain.document import check_sha
from regietafel.domain.record import Record, check_day
from regietafel.errors import RuleError
from regietafel.i18n import _

INFORMATIE, BESPREKING, BESLUIT = "informatie", "bespreking", "besluit"
PUNTSOORTEN = (INFORMATIE, BESPREKING, BESLUIT)
STAND, OPVANG, HERVERDELINGEN, TERMIJNEN, ACTIES, VERSLAG = (
    "stand",
    "opvang",
    "herverdelingen",
    "termijnen",
    "acties",
    "verslag",
)
DELEN = (STAND, OPVANG, HERVERDELINGEN, TERMIJNEN, ACTIES, VERSLAG)
"""What a point can carry of what the file knows; ``verslag`` is the list of an earlier meeting, to be adopted."""


class Vastpunt(Record):
    """A point that comes on every agenda of a series; what returns stands before those that are ``aan_einde``."""

    AT_THE_DOOR = True

    reeks_id: int
    volgorde: int
    titel: str
    toelichting: str = ""
    soort: str = INFORMATIE
    minuten: int | None = None
    deel: str = ""  # one of DELEN, or nothing
    aan_einde: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        check_punt(self.titel, self.soort, self.minuten, self.deel)


class Agendapunt(Record):
    """A point, or a subpoint of ``hoofdpunt_id``, in the order of ``volgorde``; numbers follow from that.

    ``intern`` is for the chair alone and on no paper but the draaiboek. ``vorige_id`` is the point of an earlier
    meeting that it comes back from.
    """

    AT_THE_DOOR = True

    overleg_id: int
    hoofdpunt_id: int | None = None
    volgorde: int = 0
    titel: str
    toelichting: str = ""
    intern: str = ""
    minuten: int | None = None
    inbrenger: str = ""
    soort: str = BESPREKING  # one of PUNTSOORTEN
    vertrouwelijk: bool = False
    terugkerend: bool = False  # on every next agenda too
    besproken: bool = False
    deel: str = ""  # one of DELEN, or nothing
    vastpunt_id: int | None = None
    vorige_id: int | None = None
    verslag_van_id: int | None = None  # the meeting whose list is to be adopted
    herverdeling_id: int | None = None
    locatie_id: int | None = None
    project_id: int | None = None
    actie_id: int | None = None  # the row of a list

    def __post_init__(self) -> None:
        super().__post_init__()
        check_punt(self.titel, self.soort, self.minuten, self.deel)


class Agendaversie(Record):
    """An agenda as it was sent: the points and the figures of that day are in ``inhoud``."""

    AT_THE_DOOR = True
    KEY: ClassVar[tuple[str, ...]] = ("overleg_id", "nummer")

    overleg_id: int
    nummer: int
    verzonden_op: datetime.date
    peildatum: datetime.date
    wijzigingen: str = ""  # what is otherwise than in the version before, a line each
    inhoud: str

    def __post_init__(self) -> None:
        super().__post_init__()
        check_sha(self.inhoud)
        check_day(self.verzonden_op, self.peildatum)
        if self.nummer < 1:
            raise RuleError(_("Een agenda heeft een versie vanaf 1."))


def check_punt(titel: str, soort: str, minuten: int | None, deel: str) -> None:
    """Raises RuleError for what no point can be."""
    if not titel.strip():
        raise RuleError(_("Geef het agendapunt een titel."))
    if "\n" in titel:
        raise RuleError(_("Een titel staat op één regel; zet de rest in de toelichting."))
    if soort not in PUNTSOORTEN:
        raise RuleError(_("Een agendapunt is ter informatie, ter bespreking of ter besluitvorming."))
    if minuten is not None and not 0 <= minuten <= 600:
        raise RuleError(_("Een agendapunt duurt 0 tot 600 minuten."))
    if deel and deel not in DELEN:
        raise RuleError(_("“{deel}” is geen deel van een agenda.").format(deel=deel))


class Plek(Protocol):
    """What tells where a point stands on its agenda."""

    @property
    def id(self) -> int | None: ...
    @property
    def hoofdpunt_id(self) -> int | None: ...
    @property
    def volgorde(self) -> int: ...


P = TypeVar("P", bound=Plek)


def numbered(punten: Iterable[P]) -> Sequence[tuple[str, P]]:
    """The points of one meeting in their order, with their numbers: ``1``, ``2``, ``2.1``.

    A subpoint whose point is not among them is a point of its own: nothing is left out.
    """
    known = sorted(punten, key=lambda each: (each.volgorde, each.id or 0))
    heads = {each.id for each in known if each.hoofdpunt_id is None}
    made: list[tuple[str, P]] = []
    main = 0
    for head in known:
        if head.hoofdpunt_id in heads and head.hoofdpunt_id != head.id:
            continue
        main += 1
        made.append((str(main), head))
        below = [each for each in known if each.hoofdpunt_id == head.id and head.hoofdpunt_id is None]
        made += [(f"{main}.{number}", each) for number, each in enumerate(below, 1)]
    return made
