"""“Waar komt dit vandaan?”: of every number on the stand the rows it is made of, their sources and who wrote them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from regietafel.domain.periode import Periode
from regietafel.domain.record import Record
from regietafel.errors import RegietafelError
from regietafel.i18n import _, format_change, format_date, format_number
from regietafel.ledger import Ledger
from regietafel.queries.fragments import GELDEND, LOPEND
from regietafel.queries.rekening import Rekening, rekeningen
from regietafel.queries.stand import StandRegel, stand_of


@dataclass(frozen=True, kw_only=True)
class HerkomstRegel:
    """One row of the chain. The rows below it that are one deeper and count (``telt``) add up to it."""

    diepte: int
    wat: str
    aantal: int | None  # persons, with the sign with which it counts
    telt: bool = True  # False: shown beside the sum, such as an older version
    bron: str = ""  # as it was given with the number
    handeling: str = ""  # how it came into this file, as the log says
    gebruiker: str = ""
    tijd: datetime.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Herkomst:
    """A number with its chain; ``zin`` says how it is computed."""

    titel: str
    aantal: int | None
    zin: str
    regels: tuple[HerkomstRegel, ...]


VELDEN: Mapping[str, str] = {
    "taakstelling": _("Taakstelling"),
    "herverdeling": _("Herverdeling"),
    "beginstand": _("Beginstand"),
    "correctie": _("Correctie"),
    "opgave": _("Opgave"),
    "realisatie": _("Realisatie"),
    "saldo": _("Saldo"),
    "in_voorbereiding": _("In voorbereiding"),
    "begin_verschil": _("Onverklaard verschil"),
}
_ZINNEN = {
    "taakstelling": _("De nieuwste versie telt; oudere versies blijven staan."),
    "herverdeling": _("De afspraken die in werking zijn."),
    "in_voorbereiding": _("Afspraken die nog niet in werking zijn; zij tellen nog niet mee."),
    "correctie": _("De som van de geboekte correcties."),
    "opgave": _("taakstelling ± herverdeling + beginstand ± correctie"),
    "realisatie": _("Het totaal op de nieuwste peildatum telt."),
    "saldo": _("opgave − realisatie; positief is nog te huisvesten, negatief is voorsprong"),
    "begin_verschil": _("De ingevulde beginstand min het saldo van het vorige halfjaar; de oorzaak is niet bekend."),
}


def herkomst(ledger: Ledger, periode: Periode, gemeente_id: int | None, veld: str) -> Herkomst:
    """The chain behind ``veld`` (a key of :data:`VELDEN`) of a gemeente, or of the total when there is none."""
    if veld not in VELDEN:
        raise RegietafelError(
            _("“{veld}” is geen getal van de stand; kies uit: {velden}.").format(veld=veld, velden=", ".join(VELDEN))
        )
    accounts = rekeningen(ledger, periode)
    standing = stand_of(ledger, accounts[-1])
    if gemeente_id is None:
        return _of_total(standing.totaal, standing.regels, periode, veld)
    regel = next((regel for regel in standing.regels if regel.gemeente_id == gemeente_id), None)
    if regel is None:
        raise RegietafelError(_("Deze gemeente is geen lid van de tafel; zij staat niet in de stand."))
    chain = _Chain(ledger, gemeente_id, accounts)
    return Herkomst(
        titel=_("{veld} van {gemeente} in {periode}").format(
            veld=VELDEN[veld], gemeente=regel.gemeente, periode=periode
        ),
        aantal=getattr(regel, veld),
        zin=chain.begin_sentence(accounts[-1]) if veld == "beginstand" else _ZINNEN[veld],
        regels=tuple(chain.rows(veld, accounts[-1], 0)),
    )


def _of_total(totaal: StandRegel, regels: tuple[StandRegel, ...], periode: Periode, veld: str) -> Herkomst:
    unknown, total = sum(getattr(regel, veld) is None for regel in regels), getattr(totaal, veld)
    known = len(regels) - unknown
    zin = _("Het aantal van 1 gemeente.") if known == 1 else _("De som van {n} gemeenten.").format(n=known)
    if total is None:
        zin = _("Het totaal is onbekend, want van {n} van de {alle} gemeenten is dit onbekend.").format(
            n=unknown, alle=len(regels)
        )
    elif unknown:
        zin += " " + _("Van {n} is dit onbekend.").format(n=unknown)
    return Herkomst(
        titel=_("{veld} van de tafel in {periode}").format(veld=VELDEN[veld], periode=periode),
        aantal=total,
        zin=zin,
        regels=tuple(
            HerkomstRegel(
                diepte=0, wat=regel.gemeente, aantal=getattr(regel, veld), telt=getattr(regel, veld) is not None
            )
            for regel in regels
        ),
    )


class _Chain:
    """The rows behind the numbers of one gemeente, back to the first half-year that rolled over into this one."""

    def __init__(self, ledger: Ledger, gemeente_id: int, accounts: tuple[Rekening, ...]) -> None:
        self._ledger, self._id = ledger, gemeente_id
        self._accounts = {account.periode: account for account in accounts}
        self._rows: Mapping[str, Callable[[Rekening, int], Iterator[HerkomstRegel]]] = {
            "taakstelling": self._taakstelling,
            "herverdeling": lambda account, depth: self._agreements(account, depth, in_force=True),
            "in_voorbereiding": lambda account, depth: self._agreements(account, depth, in_force=False),
            "beginstand": self._beginstand,
            "begin_verschil": self._begin_verschil,
            "correctie": self._correcties,
            "opgave": self._opgave,
            "realisatie": self._realisatie,
            "saldo": self._saldo,
        }

    def rows(self, veld: str, account: Rekening, depth: int) -> Iterator[HerkomstRegel]:
        """The chain of one number."""
        return self._rows[veld](account, depth)

    def begin_sentence(self, account: Rekening) -> str:
        """How the half-year begins."""
        if self._id in account.ingevoerd:
            return _("De beginstand is ingevuld en gaat vóór het saldo van het vorige halfjaar.")
        if self._id in account.doorgerold:
            return _("Het saldo van het vorige halfjaar rolt vanzelf door.")
        return _("Onbekend: er is niets ingevuld en van het vorige halfjaar is geen saldo bekend.")

    def _taakstelling(self, account: Rekening, depth: int) -> Iterator[HerkomstRegel]:
        versies = sorted(
            self._ledger.taakstellingsversies.where(periode=account.periode), key=lambda each: each.datum, reverse=True
        )
        counts = True
        for versie in versies:
            found = self._ledger.taakstellingen.find(versie_id=versie.id, gemeente_id=self._id)
            if found is None:
                continue
            wat = _("versie van {datum}") if counts else _("versie van {datum}, vervangen")
            row = HerkomstRegel(
                diepte=depth,
                wat=wat.format(datum=format_date(versie.datum)),
                aantal=found.aantal,
                telt=counts,
                bron=versie.bron,
            )
            yield self._written(row, "taakstelling", found)
            counts = False

    def _agreements(self, account: Rekening, depth: int, *, in_force: bool) -> Iterator[HerkomstRegel]:
        which = "geldend" if in_force else "lopend"
        sql = f"WITH {GELDEND}, {LOPEND} SELECT id FROM {which} WHERE :periode BETWEEN periode AND laatste ORDER BY id"
        asked = {"periode": str(account.periode), "op": account.op.isoformat()}
        for (herverdeling_id,) in self._ledger.db.execute(sql, asked).fetchall():
            herverdeling = self._ledger.herverdelingen.get(herverdeling_id)
            for overdracht in self._ledger.overdrachten.where(herverdeling_id=herverdeling.id):
                for side, sign, text in (
                    (overdracht.van_id, -1, _("{kenmerk}: overgedragen aan {ander}")),
                    (overdracht.naar_id, 1, _("{kenmerk}: overgenomen van {ander}")),
                ):
                    if side == self._id:
                        other = overdracht.naar_id if sign < 0 else overdracht.van_id
                        row = HerkomstRegel(
                            diepte=depth,
                            wat=text.format(kenmerk=herverdeling.kenmerk, ander=self._ledger.gemeenten.get(other).naam),
                            aantal=sign * overdracht.aantal,
                            bron=_("in werking op {datum}").format(datum=format_date(herverdeling.in_werking_op))
                            if in_force
                            else _("in voorbereiding"),
                        )
                        yield self._written(row, "overdracht", overdracht)

    def _beginstand(self, account: Rekening, depth: int) -> Iterator[HerkomstRegel]:
        entered = self._ledger.beginstanden.find(gemeente_id=self._id, periode=account.periode)
        rolled = account.doorgerold.get(self._id)
        if entered is not None:
            row = HerkomstRegel(diepte=depth, wat=_("ingevuld"), aantal=entered.aantal, bron=entered.bron)
            yield self._written(row, "beginstand", entered)
        if rolled is not None:
            earlier = self._accounts[account.periode.previous]
            wat = _("saldo van {periode}") if entered is None else _("saldo van {periode}, niet gebruikt")
            wat = wat.format(periode=earlier.periode)
            yield HerkomstRegel(diepte=depth, wat=wat, aantal=rolled, telt=entered is None)
            yield from self._saldo(earlier, depth + 1)
        if entered is not None and rolled is not None and entered.aantal != rolled:
            yield _unexplained(depth, entered.aantal - rolled)

    def _begin_verschil(self, account: Rekening, depth: int) -> Iterator[HerkomstRegel]:
        entered, rolled = account.ingevoerd.get(self._id), account.doorgerold.get(self._id)
        if entered is not None and rolled is not None:
            record = self._ledger.beginstanden.find(gemeente_id=self._id, periode=account.periode)
            assert record is not None
            row = HerkomstRegel(diepte=depth, wat=_("ingevulde beginstand"), aantal=entered, bron=record.bron)
            yield self._written(row, "beginstand", record)
            previous = account.periode.previous
            yield HerkomstRegel(diepte=depth, wat=_("af: saldo van {periode}").format(periode=previous), aantal=-rolled)

    def _correcties(self, account: Rekening, depth: int) -> Iterator[HerkomstRegel]:
        for correctie in self._ledger.correcties.where(gemeente_id=self._id, periode=account.periode):
            row = HerkomstRegel(
                diepte=depth,
                wat=_("{datum}: {reden}").format(datum=format_date(correctie.datum), reden=correctie.reden),
                aantal=correctie.aantal,
                bron=correctie.bron,
            )
            yield self._written(row, "correctie", correctie)

    def _realisatie(self, account: Rekening, depth: int) -> Iterator[HerkomstRegel]:
        counted = account.peildatum.get(self._id)
        found = self._ledger.realisaties.where(gemeente_id=self._id, periode=account.periode)
        for realisatie in sorted(found, key=lambda each: each.peildatum, reverse=True):
            counts = realisatie.peildatum == counted
            row = HerkomstRegel(
                diepte=depth,
                wat=(_("peildatum {datum}") if counts else _("peildatum {datum}, ouder")).format(
                    datum=format_date(realisatie.peildatum)
                ),
                aantal=realisatie.aantal,
                telt=counts,
                bron=realisatie.bron,
            )
            yield self._written(row, "realisatie", realisatie)

    def _opgave(self, account: Rekening, depth: int) -> Iterator[HerkomstRegel]:
        numbers = {
            "taakstelling": account.taakstelling.get(self._id),
            "herverdeling": account.herverdeling.get(self._id, 0),
            "beginstand": account.beginstand.get(self._id),
            "correctie": account.correctie.get(self._id, 0),
        }
        for veld, aantal in numbers.items():
            yield HerkomstRegel(diepte=depth, wat=VELDEN[veld].lower(), aantal=aantal)
            yield from self.rows(veld, account, depth + 1)

    def _saldo(self, account: Rekening, depth: int) -> Iterator[HerkomstRegel]:
        yield HerkomstRegel(diepte=depth, wat=_("opgave"), aantal=account.opgave.get(self._id))
        yield from self._opgave(account, depth + 1)
        housed = account.realisatie.get(self._id)
        yield HerkomstRegel(diepte=depth, wat=_("af: realisatie"), aantal=None if housed is None else -housed)
        for row in self._realisatie(account, depth + 1):
            yield replace(row, aantal=-(row.aantal or 0))

    def _written(self, row: HerkomstRegel, table: str, record: Record) -> HerkomstRegel:
        """The row with the operation that wrote the record last."""
        found = self._ledger.db.execute(
            "SELECT label, gebruiker, tijd FROM change JOIN operation ON operation.id = operation_id"
            " WHERE table_name = ? AND row_id = ? ORDER BY change.id DESC LIMIT 1",
            [table, record.id],
        ).fetchone()
        if found is None:  # made by a program that kept no log
            return row
        label, gebruiker, tijd = found
        return replace(row, handeling=label, gebruiker=gebruiker, tijd=datetime.datetime.fromisoformat(tijd))


def _unexplained(depth: int, aantal: int) -> HerkomstRegel:
    return HerkomstRegel(diepte=depth, wat=_("onverklaard verschil"), aantal=aantal, telt=False)


def in_words(origin: Herkomst) -> list[str]:
    """The chain as lines of text, indented: for a terminal, a mail, a screen reader."""
    lines = [f"{origin.titel}: {format_number(origin.aantal)}", origin.zin]
    for regel in origin.regels:
        number = format_change(regel.aantal) if regel.telt else f"({format_number(regel.aantal)})"
        told = [f"{'  ' * (regel.diepte + 1)}{number}  {regel.wat}", regel.bron, regel.handeling]
        if regel.tijd:
            told.append(f"{regel.gebruiker}, {regel.tijd:%d-%m-%Y %H:%M}")
        lines.append(" · ".join(filter(None, told)))
    return lines
