"""The live parts of an agenda: what the file knows on a day, as a sentence and a table under the point."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from regietafel.catalog.opvang import LOCATIESOORTEN, SOORTEN
from regietafel.documents.blocks import Block, Column, Paragraph, Table, text
from regietafel.documents.stukken.overlegwoorden import name_due
from regietafel.documents.stukken.wording import enumerate_names, name_halfjaar
from regietafel.domain.agenda import ACTIES, HERVERDELINGEN, OPVANG, STAND, TERMIJNEN, VERSLAG
from regietafel.domain.opvanglocatie import ROL
from regietafel.domain.overleg import VASTGESTELD, Overlegstap, staat_van
from regietafel.domain.periode import Periode
from regietafel.i18n import UNKNOWN, _, format_date, format_date_long, format_number, shorten
from regietafel.ledger import Ledger
from regietafel.queries.herverdelingen import HerverdelingBlad, herverdelingen
from regietafel.queries.opvangstand import REGIO, OpvangstandRegel, opvangstand
from regietafel.queries.stand import StandRegel, stand
from regietafel.queries.termijnen import komende_termijnen
from regietafel.queries.verslag import open_acties

_TERMIJNEN = 8  # more than that nobody looks ahead at a table
_TERMIJNKOPPEN = ((_("Datum"), 15), (_("Wat"), 63), (_("Nog"), 22))
_ACTIEKOPPEN = ((_("Actie"), 43), (_("Wie"), 22), (_("Voor"), 16), (_("Overleg van"), 19))
_OPVANG = {**SOORTEN, ROL: LOCATIESOORTEN[ROL]}
_KORT = 300  # characters of an action in a table
_ACTIES = 500  # the most that an agenda names; the register has them all


@dataclass(frozen=True, kw_only=True)
class Kop:
    """The head of a column; ``getal`` when numbers stand in it. The ``delen`` share the width."""

    tekst: str
    getal: bool = False
    delen: int = 0


@dataclass(frozen=True, kw_only=True)
class Deelrij:
    """A row; ``vertrouwelijk`` when it is of a point that was, as an action can be."""

    cellen: tuple[str, ...]
    vertrouwelijk: bool = False


@dataclass(frozen=True, kw_only=True)
class Deel:
    """One part as it was on the ``peildatum``, in words that can be printed: no number in it changes afterwards."""

    soort: str  # one of domain.agenda.DELEN
    titel: str
    zin: str
    peildatum: datetime.date
    koppen: tuple[Kop, ...] = ()
    rijen: tuple[Deelrij, ...] = ()
    totaal: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        lengths = [len(rij.cellen) for rij in self.rijen] + ([len(self.totaal)] if self.totaal is not None else [])
        if any(length != len(self.koppen) for length in lengths):
            raise ValueError(self)


def make_deel(
    ledger: Ledger, deel: str, op: datetime.date, overleg_id: int, *, verslag_van_id: int | None = None
) -> Deel:
    """The part ``deel`` of an agenda as known on ``op``; ``verslag_van_id`` is the meeting whose list is to be adopted.

    Open actions are those of the meetings of the same series before it.
    """
    if deel == VERSLAG:
        return _verslag(ledger, op, verslag_van_id)
    if deel == ACTIES:
        return _acties(ledger, op, overleg_id)
    return _MAKE[deel](ledger, op)


def deel_blocks(deel: Deel) -> Iterator[Block]:
    """The sentence and the table."""
    yield Paragraph(content=text(deel.zin))
    if deel.rijen:
        yield Table(
            columns=tuple(Column(header=kop.tekst, numeric=kop.getal, parts=kop.delen) for kop in deel.koppen),
            rows=tuple(rij.cellen for rij in deel.rijen),
            total=deel.totaal,
            summary=f"{deel.titel}. {said_alone(deel)}",
        )


def said_alone(deel: Deel) -> str:
    """The sentence without the table that it introduces."""
    return deel.zin.removesuffix(":") + "." if deel.zin.endswith(":") else deel.zin


def _stand(ledger: Ledger, op: datetime.date) -> Deel:
    periode = Periode.of(op)
    found = stand(ledger, periode, op)
    titel = _("Stand van de taakstelling {periode}").format(periode=periode)
    if found.totaal.opgave is None:
        zin = _("Van {halfjaar} is nog geen taakstelling bekend.").format(halfjaar=name_halfjaar(periode))
        return Deel(soort=STAND, titel=titel, zin=zin, peildatum=op)
    days = [regel.peildatum for regel in found.regels if regel.peildatum]
    if days:
        zin = _("Stand van {halfjaar} in personen, geteld tot en met {dag}:")
    else:
        zin = _("Stand van {halfjaar} in personen; er is nog niets geteld:")
    return Deel(
        soort=STAND,
        titel=titel,
        zin=zin.format(halfjaar=name_halfjaar(periode), dag=format_date_long(max(days, default=op))),
        peildatum=op,
        koppen=_koppen(_("Gemeente"), getallen=(_("Opgave"), _("Realisatie"), _("Nog te huisvesten"))),
        rijen=tuple(Deelrij(cellen=_standrij(regel)) for regel in found.regels),
        totaal=_standrij(found.totaal),
    )


def _standrij(regel: StandRegel) -> tuple[str, ...]:
    return regel.gemeente, *map(format_number, (regel.opgave, regel.realisatie, regel.saldo))


def _opvang(ledger: Ledger, op: datetime.date) -> Deel:
    titel = _("Stand van de opvangplekken")
    found = [regel for regel in opvangstand(ledger, op) if regel.gebied == REGIO and _known(regel)]
    if not found:
        zin = _("Van opvang in de regio is op {dag} nog niets bekend.").format(dag=format_date_long(op))
        return Deel(soort=OPVANG, titel=titel, zin=zin, peildatum=op)
    rijen = [
        (
            _OPVANG[regel.soort],
            *map(format_number, (regel.opgave, regel.realisatie, regel.verschil, regel.eigen)),
        )
        for regel in found
    ]
    getallen = (_("Opgave"), _("Realisatie"), _("Verschil"), _("Eigen telling"))
    zin = _("Plekken in de regio op {dag}; opgave en realisatie zijn gepubliceerd, de eigen telling is van de tafel:")
    return Deel(
        soort=OPVANG,
        titel=titel,
        zin=zin.format(dag=format_date_long(op)),
        peildatum=op,
        koppen=_koppen(_("Soort opvang"), getallen=getallen),
        rijen=_rijen(rijen),
    )


def _known(regel: OpvangstandRegel) -> bool:
    return bool(regel.eigen) or (regel.opgave, regel.realisatie) != (None, None)


def _herverdelingen(ledger: Ledger, op: datetime.date) -> Deel:
    titel = _("Herverdelingen in voorbereiding")
    found = [view for view in herverdelingen(ledger, op=op) if view.stand.loopt]
    if not found:
        zin = _("Op {dag} is er geen herverdeling in voorbereiding.").format(dag=format_date_long(op))
        return Deel(soort=HERVERDELINGEN, titel=titel, zin=zin, peildatum=op)
    return Deel(
        soort=HERVERDELINGEN,
        titel=titel,
        zin=_("Herverdelingen die op {dag} nog niet in werking zijn:").format(dag=format_date_long(op)),
        peildatum=op,
        koppen=_koppen(_("Herverdeling"), _("Gemeenten"), _("Stand"), getallen=(_("Personen"),)),
        rijen=_rijen(
            [
                (view.kenmerk, enumerate_names(_parties(view)), view.stand.value, format_number(view.aantal))
                for view in found
            ]
        ),
    )


def _parties(view: HerverdelingBlad) -> list[str]:
    return [each.gemeente for each in view.partijen]


def _termijnen(ledger: Ledger, op: datetime.date) -> Deel:
    titel = _("Termijnen")
    found = komende_termijnen(ledger, op, _TERMIJNEN)
    if not found:
        zin = _("Vanaf {dag} zijn er geen termijnen bekend.").format(dag=format_date_long(op))
        return Deel(soort=TERMIJNEN, titel=titel, zin=zin, peildatum=op)
    return Deel(
        soort=TERMIJNEN,
        titel=titel,
        zin=_("De eerste termijnen, gezien vanaf {dag}:").format(dag=format_date_long(op)),
        peildatum=op,
        koppen=tuple(Kop(tekst=tekst, delen=delen) for tekst, delen in _TERMIJNKOPPEN),
        rijen=_rijen([(format_date(each.datum), each.titel, each.rest) for each in found]),
    )


def _acties(ledger: Ledger, op: datetime.date, overleg_id: int) -> Deel:
    titel = _("Openstaande acties")
    found = open_acties(ledger, op, overleg_id)
    if not found:
        zin = _("Op {dag} staan er geen acties open.").format(dag=format_date_long(op))
        return Deel(soort=ACTIES, titel=titel, zin=zin, peildatum=op)
    zin = _("Acties die op {dag} nog niet gereed zijn:")
    if len(found) > _ACTIES:
        zin = _("Op {dag} zijn {n} acties nog niet gereed. Dit zijn de eerste {eerste}; alle staan in het register.")
    return Deel(
        soort=ACTIES,
        titel=titel,
        zin=zin.format(dag=format_date_long(op), n=format_number(len(found)), eerste=format_number(_ACTIES)),
        peildatum=op,
        koppen=tuple(Kop(tekst=tekst, delen=delen) for tekst, delen in _ACTIEKOPPEN),
        rijen=tuple(
            Deelrij(
                cellen=(
                    shorten(" ".join(each.tekst.split()), _KORT),
                    ", ".join(each.houders) or UNKNOWN,
                    name_due(each.voor, te_laat=each.te_laat),
                    format_date(each.overleg_datum),
                ),
                vertrouwelijk=each.vertrouwelijk,
            )
            for each in found[:_ACTIES]
        ),
    )


def _verslag(ledger: Ledger, op: datetime.date, overleg_id: int | None) -> Deel:
    titel = _("Verslag van het vorige overleg")
    if overleg_id is None:
        return Deel(soort=VERSLAG, titel=titel, zin=_("Er is nog geen verslag om vast te stellen."), peildatum=op)
    zin = _("Vast te stellen: de actie- en besluitenlijst van {dag}.")
    adopted = _adopted(ledger, op, overleg_id)
    if adopted:
        zin = _("De actie- en besluitenlijst van {dag} is vastgesteld op {vastgesteld}.")
    dag, vastgesteld = (format_date_long(each) for each in (ledger.overleggen.get(overleg_id).datum, adopted or op))
    return Deel(soort=VERSLAG, titel=titel, zin=zin.format(dag=dag, vastgesteld=vastgesteld), peildatum=op)


def _adopted(ledger: Ledger, op: datetime.date, overleg_id: int) -> datetime.date | None:
    """When the list was adopted, before ``op``: on the day itself it may be by the meeting of this agenda."""
    before = [each for each in ledger.overlegstappen.where(overleg_id=overleg_id) if _day(each) < op]
    return max(map(_day, before)) if staat_van(before) == VASTGESTELD else None


def _day(stap: Overlegstap) -> datetime.date:
    return datetime.datetime.fromisoformat(stap.tijd).date()


def _koppen(*teksten: str, getallen: Sequence[str] = ()) -> tuple[Kop, ...]:
    return (*(Kop(tekst=each) for each in teksten), *(Kop(tekst=each, getal=True) for each in getallen))


def _rijen(rijen: Sequence[tuple[str, ...]]) -> tuple[Deelrij, ...]:
    return tuple(Deelrij(cellen=cellen) for cellen in rijen)


_MAKE: Mapping[str, Callable[[Ledger, datetime.date], Deel]] = {
    STAND: _stand,
    OPVANG: _opvang,
    HERVERDELINGEN: _herverdelingen,
    TERMIJNEN: _termijnen,
}
