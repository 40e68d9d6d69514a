"""The projects with homes as they are on a day: their state, for whom they count, and what is to be said of them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from regietafel.domain.feestdagen import plain_einde
from regietafel.domain.norm import HAR_MAANDEN
from regietafel.domain.projectregels import Feiten, Groep, opmerkingen
from regietafel.domain.staat import GESLOTEN, IDEE, IN_AANBOUW, OPEN, Staatwissel
from regietafel.domain.woonproject import MATEN, Harinstroom, Woonproject
from regietafel.errors import RegietafelError
from regietafel.i18n import _, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.gemeenten import gemeente_names
from regietafel.queries.staten import Stand, normen_op, staten_op, zekerheden_op
from regietafel.value import Value

TABLES = frozenset(
    {
        "gemeente",
        "harinstroom",
        "norm",
        "partner",
        "regeling",
        "staatwissel",
        "telgemeente",
        "woningmaat",
        "woonproject",
        "zekerheid",
    }
)
"""Who shows projects asks again when one of these changes."""
_DAY = datetime.timedelta(days=1)


class HarRegel(Value):
    """Persons who came into a HAR together, on one day; their time is over after ``einde``. Without a norm it is not
    known."""

    id: int
    gemeente_id: int
    gemeente: str
    begin: datetime.date
    einde: datetime.date | None  # the last day
    aantal: int
    vertrokken: int
    over: int  # persons who are still there
    dagen_over: int | None  # 0 on the last day, below 0 when the time is over


class ProjectRegel(Value):
    """One project on one day, in homes and persons; None is not known."""

    id: int
    gemeente_id: int  # where it stands
    gemeente: str
    naam: str
    soort: str  # one of WOONVORMEN
    partner_id: int | None
    partner: str
    staat: str | None
    staat_vanaf: datetime.date | None
    open_sinds: datetime.date | None  # since when it is open, or was until it closed; without a state its oplevering
    eenheden: int | None
    personen: int | None
    vergunninghouders: int | None
    telgemeenten: tuple[tuple[str, int], ...]  # as recorded, the largest first
    aandelen: tuple[tuple[int, int], ...]  # for whom it counts, by gemeente id: where it stands, without telgemeenten
    maten: tuple[tuple[str, int], ...]  # homes per kind of household, in the order of MATEN
    oplevering: datetime.date | None
    einde: datetime.date | None
    plaats_tot: datetime.date | None
    daarna: str
    regeling_id: int | None
    regeling: str
    bedrag: int | None
    telt_mee: str
    telt_mee_bron: str
    contact: str
    bron: str
    opmerking: str
    zekerheid: int | None  # percent
    harinstromen: tuple[HarRegel, ...]  # by begin
    opmerkingen: tuple[str, ...]

    @property
    def opening(self) -> datetime.date | None:
        """The day it opened, whatever was planned, or else the day on which it is to open."""
        return self.open_sinds or self.oplevering


class Projectblad(Value):
    """Everything of one project."""

    regel: ProjectRegel
    staten: tuple[Staatwissel, ...]  # newest first, also those of later than the day

    @property
    def harinstromen(self) -> tuple[HarRegel, ...]:
        """The groups in a HAR, with their clock."""
        return self.regel.harinstromen


def woonprojecten(ledger: Ledger, op: datetime.date) -> tuple[ProjectRegel, ...]:
    """All of them, by gemeente and name."""
    rows = tuple(ledger.woonprojecten)
    if not rows:
        return ()
    gemeenten, normen = gemeente_names(ledger), normen_op(ledger, op)
    staten, zekerheden = staten_op(ledger, "project_id", op), zekerheden_op(ledger, op)
    geopend, gebouwd = _since(ledger, (OPEN,), op), _since(ledger, (IN_AANBOUW, OPEN), op)
    regelingen = {each.id: each for each in ledger.regelingen}
    partners = dict(ledger.db.execute("SELECT id, naam FROM partner"))
    aandelen, maten = _pairs(ledger, "telgemeente", "gemeente_id, personen"), _maten(ledger)
    groepen = _groepen(ledger.harinstromen, gemeenten, normen.get(HAR_MAANDEN), op)
    found = []
    for project in rows:
        assert project.id is not None
        stand, regeling = staten.get(project.id), regelingen.get(project.regeling_id)
        shares = aandelen.get(project.id, ())
        groups, homes = groepen.get(project.id, ()), maten.get(project.id, ())
        feiten = Feiten(
            project=project,
            staat=stand.staat if stand else None,
            bouw_vanaf=gebouwd.get(project.id),
            maten=dict(homes),
            regeling=regeling,
            groepen=[Groep(each.einde, each.over) for each in groups],
        )
        found.append(
            ProjectRegel(
                id=project.id,
                gemeente_id=project.gemeente_id,
                gemeente=gemeenten[project.gemeente_id],
                naam=project.naam,
                soort=project.soort,
                partner_id=project.partner_id,
                partner=partners[project.partner_id] if project.partner_id else "",
                staat=feiten.staat,
                staat_vanaf=stand.vanaf if stand else None,
                open_sinds=_open_sinds(project, stand, geopend, op),
                eenheden=project.eenheden,
                personen=project.personen,
                vergunninghouders=project.vergunninghouders,
                telgemeenten=tuple((gemeenten[id], personen) for id, personen in shares),
                aandelen=_aandelen(project, shares),
                maten=homes,
                oplevering=project.oplevering,
                einde=project.einde,
                plaats_tot=project.plaats_tot,
                daarna=project.daarna,
                regeling_id=project.regeling_id,
                regeling=regeling.naam if regeling else "",
                bedrag=project.bedrag,
                telt_mee=project.telt_mee,
                telt_mee_bron=project.telt_mee_bron,
                contact=project.contact,
                bron=project.bron,
                opmerking=project.opmerking,
                zekerheid=_zekerheid(project, stand, zekerheden, op),
                harinstromen=groups,
                opmerkingen=opmerkingen(feiten, op),
            )
        )
    return tuple(sorted(found, key=lambda regel: (sort_key(regel.gemeente), sort_key(regel.naam), regel.id)))


def projectblad(ledger: Ledger, id: int, op: datetime.date) -> Projectblad:
    """One project. Raises RegietafelError when it is gone."""
    ledger.woonprojecten.get(id)
    staten = sorted(ledger.staatwissels.where(project_id=id), key=lambda wissel: wissel.vanaf, reverse=True)
    return Projectblad(
        regel=next(each for each in woonprojecten(ledger, op) if each.id == id),
        staten=tuple(staten),
    )


def find_project(ledger: Ledger, text: str) -> Woonproject:
    """By number or by name. Raises RegietafelError when it is none, or the name of more than one."""
    from regietafel.reference import spelling_key  # only now: the window is up sooner

    rows = tuple(ledger.woonprojecten)
    found = [each for each in rows if spelling_key(each.naam) == spelling_key(text)]
    found = found or [each for each in rows if str(each.id) == text.strip()]
    if len(found) == 1:
        return found[0]
    if not found:
        raise RegietafelError(_("Er is geen project “{text}”; zie regietafel woonvormen.").format(text=text[:80]))
    sentence = _("Er zijn {n} projecten met de naam “{text}”; geef het nummer, zie regietafel woonvormen.")
    raise RegietafelError(sentence.format(n=len(found), text=text[:80]))


def _aandelen(project: Woonproject, shares: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Without telgemeenten it counts where it stands, with all it has for vergunninghouders."""
    if told := tuple(shares):
        return told
    return ((project.gemeente_id, project.vergunninghouders),) if project.vergunninghouders else ()


def _zekerheid(
    project: Woonproject, stand: Stand | None, zekerheden: Mapping[str, int], op: datetime.date
) -> int | None:
    """How certain it is that it opens (or was open). Without a state its dates tell; what is to come is an idee."""
    if stand is None:
        return 100 if project.oplevering and project.oplevering <= op else zekerheden.get(IDEE)
    return {OPEN: 100, GESLOTEN: 0}.get(stand.staat, zekerheden.get(stand.staat))


def _open_sinds(
    project: Woonproject, stand: Stand | None, geopend: Mapping[int, datetime.date], op: datetime.date
) -> datetime.date | None:
    """Without a state its dates tell. What went back to being built is not open."""
    if stand is None:
        return project.oplevering if project.oplevering and project.oplevering <= op else None
    return geopend.get(project.id or 0) if stand.staat in {OPEN, GESLOTEN} else None


def _since(ledger: Ledger, staten: Sequence[str], op: datetime.date) -> Mapping[int, datetime.date]:
    """The day by project id on which it first was in one of these states."""
    marks = ", ".join("?" * len(staten))
    sql = (
        "SELECT project_id, min(vanaf) FROM staatwissel"
        f" WHERE project_id IS NOT NULL AND staat IN ({marks}) AND vanaf <= ? GROUP BY project_id"
    )
    rows = ledger.db.execute(sql, [*staten, op.isoformat()])
    return {id: datetime.date.fromisoformat(vanaf) for id, vanaf in rows}


def _pairs(ledger: Ledger, table: str, columns: str) -> Mapping[int, tuple[tuple[int, int], ...]]:
    """Two columns per project, the largest number first."""
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for id, key, number in ledger.db.execute(f"SELECT project_id, {columns} FROM {table} ORDER BY 3 DESC, id"):
        found[id].append((key, number))
    return {id: tuple(pairs) for id, pairs in found.items()}


def _maten(ledger: Ledger) -> Mapping[int, tuple[tuple[str, int], ...]]:
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for id, maat, woningen in ledger.db.execute("SELECT project_id, maat, woningen FROM woningmaat"):
        found[id][maat] = woningen
    return {id: tuple((maat, homes[maat]) for maat in MATEN if maat in homes) for id, homes in found.items()}


def _groepen(
    rows: Iterable[Harinstroom], gemeenten: Mapping[int, str], maanden: int | None, op: datetime.date
) -> Mapping[int, tuple[HarRegel, ...]]:
    found: defaultdict[int, list[HarRegel]] = defaultdict(list)
    for each in sorted(rows, key=lambda row: row.begin):
        assert each.id is not None
        einde = plain_einde(each.begin, maanden, "maand") - _DAY if maanden else None
        found[each.project_id].append(
            HarRegel(
                id=each.id,
                gemeente_id=each.gemeente_id,
                gemeente=gemeenten[each.gemeente_id],
                begin=each.begin,
                einde=einde,
                aantal=each.aantal,
                vertrokken=each.vertrokken,
                over=each.aantal - each.vertrokken,
                dagen_over=(einde - op).days if einde else None,
            )
        )
    return {id: tuple(groups) for id, groups in found.items()}
