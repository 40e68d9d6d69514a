"""COA's list beside the own administration: every difference with its cause, or as an onverklaard verschil (domein §2).

Nothing is written over. What explains a difference is searched among what this file knows: agreements COA has not
booked yet (or has booked before they are in force), another version or peildatum, a correctie, another beginstand.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from regietafel.domain.overzicht import Overzichtregel
from regietafel.domain.periode import Periode
from regietafel.i18n import _, enumerate_some, format_change, format_date, format_number
from regietafel.ledger import Ledger
from regietafel.queries.oorzaken import Causes, Oorzaak, explain
from regietafel.queries.stand import stand

VELDEN: Mapping[str, str] = {
    "taakstelling": _("taakstelling"),
    "beginstand": _("beginstand"),
    "opgave": _("opgave"),
    "realisatie": _("realisatie"),
    "saldo": _("saldo"),
}


@dataclass(frozen=True, kw_only=True)
class Verschil:
    """One number of COA beside the own. ``onverklaard``: what no combination of causes explains, all or nothing."""

    gemeente_id: int
    gm_code: str
    gemeente: str
    periode: Periode
    peildatum: datetime.date  # of COA's list
    veld: str
    eigen: int
    coa: int
    oorzaken: tuple[Oorzaak, ...]

    @property
    def verschil(self) -> int:
        """Persons: COA − own."""
        return self.coa - self.eigen

    @property
    def onverklaard(self) -> int:
        """Persons without a cause."""
        return self.verschil - sum(oorzaak.aantal for oorzaak in self.oorzaken)

    @property
    def uitleg(self) -> str:
        """The causes in one line; nothing when the numbers are equal."""
        if not self.verschil:
            return ""
        said = "; ".join(oorzaak.zin for oorzaak in self.oorzaken)
        return said or _("onverklaard verschil: de oorzaak staat niet in dit bestand")

    @property
    def label(self) -> str:
        """The number that differs, as a word."""
        return VELDEN[self.veld]


@dataclass(frozen=True, kw_only=True)
class Vergelijking:
    """The whole list. ``ontbreekt``: members COA's list does not have."""

    periode: Periode
    peildatum: datetime.date
    regels: tuple[Verschil, ...]  # every number that both have, also where they are equal
    niet_vergeleken: int  # printed by COA, unknown here
    ontbreekt: tuple[str, ...]

    @property
    def verschillen(self) -> tuple[Verschil, ...]:
        """The numbers that differ."""
        return tuple(regel for regel in self.regels if regel.verschil)

    @property
    def gelijk(self) -> int:
        """How many numbers are the same."""
        return len(self.regels) - len(self.verschillen)


def overzicht(ledger: Ledger, periode: Periode, peildatum: datetime.date | None = None) -> dict[int, Overzichtregel]:
    """What COA printed per gemeente on ``peildatum``, or the newest of each."""
    found: dict[int, Overzichtregel] = {}
    for regel in ledger.overzichtregels.where(periode=periode):
        known = found.get(regel.gemeente_id)
        if (peildatum is None or regel.peildatum == peildatum) and (known is None or known.peildatum < regel.peildatum):
            found[regel.gemeente_id] = regel
    return found


@dataclass(frozen=True, kw_only=True)
class CoaLijst:
    """One list of COA in this file."""

    peildatum: datetime.date
    bron: str
    gemeenten: int

    @property
    def id(self) -> datetime.date:
        """By what a list is known within its period."""
        return self.peildatum


def lijsten(ledger: Ledger, periode: Periode) -> tuple[CoaLijst, ...]:
    """The lists of COA in this file, newest first."""
    rows = ledger.db.execute(
        "SELECT peildatum, max(bron), count(*) FROM overzichtregel WHERE periode = ?"
        " GROUP BY peildatum ORDER BY peildatum DESC",
        [str(periode)],
    )
    return tuple(
        CoaLijst(peildatum=datetime.date.fromisoformat(day), bron=bron, gemeenten=count) for day, bron, count in rows
    )


def vergelijk(
    ledger: Ledger, periode: Periode, peildatum: datetime.date, lijst: Mapping[int, Overzichtregel]
) -> Vergelijking:
    """Lay a list beside the stand as it was known on ``peildatum``."""
    compared: list[Verschil] = []
    niet_vergeleken = 0
    regels = stand(ledger, periode, peildatum).regels
    for regel in regels:
        assert regel.gemeente_id is not None and regel.gm_code is not None
        if (printed := lijst.get(regel.gemeente_id)) is None:
            continue
        causes = Causes(ledger, periode, peildatum, regel, printed)
        for veld in VELDEN:
            eigen, coa = getattr(regel, veld), getattr(printed, veld)
            if coa is None:
                continue
            if eigen is None:
                niet_vergeleken += 1
            else:
                compared.append(
                    Verschil(
                        gemeente_id=regel.gemeente_id,
                        gm_code=regel.gm_code,
                        gemeente=regel.gemeente,
                        periode=periode,
                        peildatum=peildatum,
                        veld=veld,
                        eigen=eigen,
                        coa=coa,
                        oorzaken=explain(coa - eigen, causes.of(veld)) if coa != eigen else (),
                    )
                )
    return Vergelijking(
        periode=periode,
        peildatum=peildatum,
        regels=tuple(compared),
        niet_vergeleken=niet_vergeleken,
        ontbreekt=tuple(regel.gemeente for regel in regels if regel.gemeente_id not in lijst),
    )


def samenvatting(found: Vergelijking) -> str:
    """How much was compared, in sentences."""
    said = [
        _("Vergeleken: {n} getallen; gelijk: {gelijk}, verschillend: {anders}.").format(
            n=format_number(len(found.regels)),
            gelijk=format_number(found.gelijk),
            anders=format_number(len(found.verschillen)),
        )
    ]
    if found.niet_vergeleken:
        said.append(_("Hier onbekend en daarom niet vergeleken: {n}.").format(n=format_number(found.niet_vergeleken)))
    if found.ontbreekt:
        said.append(_("Niet op het overzicht: {namen}.").format(namen=enumerate_some(found.ontbreekt)))
    return " ".join(said)


def melding(verschil: Verschil, tafel: str) -> str:
    """What one writes to COA about a difference; who signs and for whom is left to the writer."""
    causes = [oorzaak.zin[0].upper() + oorzaak.zin[1:] + "." for oorzaak in verschil.oorzaken]
    lines = [
        _("Onderwerp: verschil in het overzicht van {datum}, gemeente {gemeente}").format(
            datum=format_date(verschil.peildatum), gemeente=verschil.gemeente
        ),
        "",
        _(
            "In uw overzicht van voor- en achterstanden met peildatum {datum} staat voor de gemeente {gemeente}"
            " ({code}) in {periode} als {veld} {coa}. In onze administratie is dat {eigen}; het verschil is {verschil}."
        ).format(
            datum=format_date(verschil.peildatum),
            gemeente=verschil.gemeente,
            code=verschil.gm_code,
            periode=verschil.periode,
            veld=verschil.label,
            coa=format_number(verschil.coa),
            eigen=format_number(verschil.eigen),
            verschil=format_change(verschil.verschil),
        ),
        "",
        " ".join([_("Wij denken dat dit de oorzaak is:"), *causes]) if causes else _("De oorzaak is ons niet bekend."),
        _("Wilt u dit nagaan en ons laten weten of u het overzicht aanpast?"),
        "",
        tafel,
    ]
    return "\n".join(lines)
