"""What the provincie found of each gemeente, on which step that puts it and what the step means (domein §2)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from regietafel.domain.periode import Periode
from regietafel.domain.prognose import REEKS_BRON, REEKS_GRENS, laatst_afgelopen, reeks
from regietafel.domain.toezicht import Trede
from regietafel.i18n import _, format_date
from regietafel.ledger import Ledger
from regietafel.queries.rekening import rekeningen, saldi_per_gemeente
from regietafel.queries.stand import stand_of
from regietafel.reference import known_provincie


@dataclass(frozen=True, kw_only=True)
class OordeelRegel:
    """One oordeel with the step it names."""

    id: int
    gemeente_id: int
    gemeente: str
    periode: Periode
    datum: datetime.date
    trede_id: int
    volgorde: int
    trede: str
    kleur: str
    betekenis: str
    verschoonbaar: bool
    reden: str
    bron: str


@dataclass(frozen=True, kw_only=True)
class ToezichtRegel:
    """One gemeente in one half-year; without an oordeel the fields of its step are empty."""

    gemeente_id: int
    gm_code: str
    gemeente: str
    provincie: str
    saldo: int | None  # persons; + achterstand, − voorsprong
    peildatum: datetime.date | None
    datum: datetime.date | None  # of the newest oordeel about the half-year
    trede: str
    kleur: str
    betekenis: str
    sinds: datetime.date | None  # of the first oordeel since when the step did not change
    verschoonbaar: bool | None
    reden: str
    reeks: int | None  # as in the prognose
    zin: str


def treden_van(ledger: Ledger, provincie: str, op: datetime.date) -> tuple[Trede, ...]:
    """The steps of a provincie that hold on a day, lightest first; those of no provincie where it has none."""
    name = provincie_naam(provincie)
    holding = [trede for trede in ledger.treden if trede.holds_on(op)]
    own = [trede for trede in holding if trede.provincie and provincie_naam(trede.provincie) == name]
    ladder = own or [trede for trede in holding if not trede.provincie]
    return tuple(sorted(ladder, key=lambda trede: (trede.volgorde, trede.naam)))


def provincie_naam(text: str) -> str:
    """As the list of provincies spells it (Friesland is Fryslân); what is not in there stays as it is."""
    known = known_provincie(text) if text.strip() else None
    return known.naam if known else text.strip()


def oordelen(ledger: Ledger, gemeente_id: int | None = None) -> tuple[OordeelRegel, ...]:
    """All that was found (of one gemeente), the newest first: by half-year and then by date."""
    where, values = ("WHERE gemeente_id = ?", [gemeente_id]) if gemeente_id is not None else ("", [])
    rows = ledger.db.execute(
        f"""
        SELECT oordeel.id, gemeente_id, gemeente.naam AS gemeente, periode, datum, trede_id, volgorde,
               trede.naam AS trede, kleur, betekenis, verschoonbaar, reden, oordeel.bron
        FROM oordeel JOIN trede ON trede.id = trede_id JOIN gemeente ON gemeente.id = gemeente_id {where}
        ORDER BY periode DESC, datum DESC, gemeente.naam
        """,
        values,
    )
    return tuple(
        OordeelRegel(
            **{
                **dict(row),
                "periode": Periode.parse(row["periode"]),
                "datum": datetime.date.fromisoformat(row["datum"]),
                "verschoonbaar": bool(row["verschoonbaar"]),
            }
        )
        for row in rows
    )


def toezicht(ledger: Ledger, periode: Periode, op: datetime.date) -> tuple[ToezichtRegel, ...]:
    """The members of the table, by name, with what was known on ``op``."""
    accounts = rekeningen(ledger, periode, op)
    saldi = saldi_per_gemeente(accounts)
    laatste = laatst_afgelopen(periode, op)
    provincies: dict[int, str] = dict(ledger.db.execute("SELECT id, provincie FROM gemeente"))
    said: dict[int, list[OordeelRegel]] = {}
    for oordeel in oordelen(ledger):
        if oordeel.periode <= periode and oordeel.datum <= op:
            said.setdefault(oordeel.gemeente_id, []).append(oordeel)
    regels = []
    for stand in stand_of(ledger, accounts[-1]).regels:
        id = stand.gemeente_id
        assert id is not None and stand.gm_code is not None
        found = said.get(id, [])
        newest = found[0] if found and found[0].periode == periode else None
        sinds = _since(found) if newest else None
        row = reeks(saldi.get(id, {}), laatste)
        regels.append(
            ToezichtRegel(
                gemeente_id=id,
                gm_code=stand.gm_code,
                gemeente=stand.gemeente,
                provincie=provincies[id],
                saldo=stand.saldo,
                peildatum=stand.peildatum,
                datum=newest.datum if newest else None,
                trede=newest.trede if newest else "",
                kleur=newest.kleur if newest else "",
                betekenis=newest.betekenis if newest else "",
                sinds=sinds,
                verschoonbaar=newest.verschoonbaar if newest else None,
                reden=newest.reden if newest else "",
                reeks=row.bekend,
                zin=" ".join((_oordeel_zin(found, periode, sinds), *_reeks_zin(row.bekend))),
            )
        )
    return tuple(regels)


def _since(found: list[OordeelRegel]) -> datetime.date:
    """Going back from the newest oordeel: the date of the first one with the same step."""
    same = found[0]
    for oordeel in found:
        if oordeel.trede_id != same.trede_id:
            break
        same = oordeel
    return same.datum


def _oordeel_zin(found: list[OordeelRegel], periode: Periode, sinds: datetime.date | None) -> str:
    if not found:
        return _("De provincie gaf nog geen oordeel.")
    newest = found[0]
    if sinds is None:
        return _("Over {periode} is nog geen oordeel; over {vorige} was het: {trede}.").format(
            periode=periode, vorige=newest.periode, trede=newest.trede
        )
    text = _("{trede} sinds {datum}.").format(
        trede=newest.trede[:1].upper() + newest.trede[1:], datum=format_date(sinds)
    )
    if newest.betekenis:
        text += f" {newest.betekenis}"
    if newest.verschoonbaar:
        text += _(" De achterstand is verschoonbaar: {reden}.").format(reden=newest.reden.strip().removesuffix("."))
    return text


def _reeks_zin(in_a_row: int | None) -> tuple[str, ...]:
    if in_a_row is None or in_a_row < REEKS_GRENS:
        return ()
    return (
        _("Al {n} halfjaren op rij een achterstand; bij {grens} kan de provincie ingrijpen ({bron}).").format(
            n=in_a_row, grens=REEKS_GRENS, bron=REEKS_BRON
        ),
    )
