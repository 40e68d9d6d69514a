"""Calculators for money around homes, with every step: pure and exact (domein §5).

Amounts are in euros. Inside they are fractions; what is shown is rounded once, at the end, to whole cents, and shares
of an amount add up to it exactly. What holds when comes from dated norms and regelingen that the caller gives.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from regietafel.domain.afronding import largest_remainders, with_decimals
from regietafel.domain.regeling import Regeling
from regietafel.errors import RuleError
from regietafel.i18n import _, format_date, format_decimal, format_number

RIJK, GEMEENTE, INVESTEERDER = "Rijk", "gemeente", "investeerder"
_CENT = 100


@dataclass(frozen=True, kw_only=True)
class Stap:
    """One step: what is computed, the formula with its numbers, and what comes out; None when that is no amount."""

    omschrijving: str
    formule: str
    bedrag: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Aandeel:
    """Who bears or gets which part."""

    wie: str
    bedrag: Decimal


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """What it comes to, None when an amount is unknown; ``delen`` add up to it. ``voorbehoud``: what may change it."""

    onderwerp: str
    bedrag: Decimal | None
    stappen: tuple[Stap, ...]
    delen: tuple[Aandeel, ...] = ()
    voorbehoud: tuple[str, ...] = ()
    bron: str = ""


@dataclass(frozen=True, kw_only=True)
class Garantie:
    """The terms of the herplaatsingsgarantie: at least so many years on one place, and who bears how many percent."""

    minstens: int
    rijk: int
    gemeente: int
    bron: str = ""

    def __post_init__(self) -> None:
        if self.minstens < 0 or min(self.rijk, self.gemeente, self.investeerder) < 0:
            raise RuleError(_("Het Rijk en de gemeente dragen samen hooguit 100% van het verlies; verbeter de normen."))

    @property
    def investeerder(self) -> int:
        """Percent: the rest."""
        return 100 - self.rijk - self.gemeente

    @property
    def delen(self) -> Mapping[str, int]:
        """Percent by who bears it."""
        return {RIJK: self.rijk, GEMEENTE: self.gemeente, INVESTEERDER: self.investeerder}


def herplaatsing(
    *, investering: int, afschrijving: int, geplaatst: int, verkoopwaarde: int, garantie: Garantie
) -> Uitkomst:
    """Who bears the loss when flexwoningen find no new place: linear residual value − what they are sold for.

    ``afschrijving`` is in how many years the investering is written off, ``geplaatst`` how many years they stood on
    one place. Raises RuleError for amounts below 0 and a write-off of no years.
    """
    _not_negative(investering, geplaatst, verkoopwaarde)
    if afschrijving < 1:
        raise RuleError(_("De afschrijving duurt minstens 1 jaar; geef het aantal jaren."))
    rest_jaren = max(0, afschrijving - geplaatst)
    restwaarde = Fraction(investering * rest_jaren, afschrijving)
    verlies = max(Fraction(0), restwaarde - verkoopwaarde)
    mag = geplaatst >= garantie.minstens
    stappen = [
        Stap(
            omschrijving=_("Jaren op één plek"),
            formule=_("{jaren}; de garantie geldt vanaf {minstens} jaar").format(
                jaren=jaren_tekst(geplaatst), minstens=garantie.minstens
            ),
        ),
        Stap(
            omschrijving=_("Restwaarde, lineair afgeschreven in {n} jaar").format(n=afschrijving),
            formule=_("{investering} × ({jaren} − {voorbij}) ÷ {jaren}").format(
                investering=euro(investering), jaren=afschrijving, voorbij=min(geplaatst, afschrijving)
            ),
            bedrag=_cents(restwaarde),
        ),
        Stap(
            omschrijving=_("Verlies"),
            formule=_("restwaarde {rest} − verkoopwaarde {verkoop}; nooit minder dan € 0").format(
                rest=euro(_cents(restwaarde)), verkoop=euro(verkoopwaarde)
            ),
            bedrag=_cents(verlies),
        ),
    ]
    voorbehoud = [
        _("De restwaarde rekent met afschrijving in {n} jaar tot € 0; ga na welke termijn de regeling noemt.").format(
            n=afschrijving
        ),
        _("De garantie geldt één keer, en alleen als er na zoeken geen nieuwe plek is."),
    ]
    if not mag:
        voorbehoud.insert(
            0,
            _("De woningen staan er {jaren}; de garantie geldt pas na {minstens} jaar op één plek.").format(
                jaren=jaren_tekst(geplaatst), minstens=garantie.minstens
            ),
        )
    if not verlies:
        voorbehoud.insert(0, _("Er is geen verlies: de verkoopwaarde is minstens de restwaarde."))
    gedragen = _cents(verlies) if mag else Decimal(0)
    delen = verdeeld(gedragen, garantie.delen)
    if gedragen:
        stappen += [
            Stap(
                omschrijving=_("Deel van {wie}").format(wie=_wie(deel.wie)),
                formule=_("{procent}% van {verlies}").format(procent=garantie.delen[deel.wie], verlies=euro(gedragen)),
                bedrag=deel.bedrag,
            )
            for deel in delen
        ]
    return Uitkomst(
        onderwerp=_("Financiële herplaatsingsgarantie flexwoningen"),
        bedrag=gedragen,
        stappen=tuple(stappen),
        delen=delen,
        voorbehoud=tuple(voorbehoud),
        bron=garantie.bron,
    )


def bijdrage(
    regeling: Regeling,
    aantal: int,
    *,
    op: datetime.date,
    kosten: int | None = None,
    toekenning: datetime.date | None = None,
    start: datetime.date | None = None,
) -> Uitkomst:
    """What a regeling contributes at most to so many homes, persons or projects; never more than the ``kosten``.

    ``op`` is the day of the application; ``toekenning`` and ``start`` say when it is granted and building begins.
    """
    _not_negative(aantal, kosten or 0)
    stappen: list[Stap] = []
    bedrag: Decimal | None = None
    if regeling.bedrag is not None:
        bedrag = Decimal(aantal * regeling.bedrag)
        formule = _("{n} × {bedrag} per {per}").format(
            n=format_number(aantal), bedrag=euro(regeling.bedrag), per=regeling.per
        )
        stappen.append(Stap(omschrijving=_("Hoogste bijdrage"), formule=formule, bedrag=bedrag))
        if kosten is not None:
            formule = _("het laagste van {bijdrage} en de kosten van {kosten}").format(
                bijdrage=euro(bedrag), kosten=euro(kosten)
            )
            bedrag = min(bedrag, Decimal(kosten))
            stappen.append(Stap(omschrijving=_("Niet meer dan de kosten"), formule=formule, bedrag=bedrag))
    return Uitkomst(
        onderwerp=regeling.naam,
        bedrag=bedrag,
        stappen=tuple(stappen),
        voorbehoud=(*_of_the_start(regeling, toekenning, start), *_of_the_regeling(regeling, op)),
        bron=regeling.bron,
    )


def doorstroom(regeling: Regeling, personen: int, van: datetime.date, tot: datetime.date) -> Uitkomst:
    """What a doorstroomlocatie gets for so many persons a day, from ``van`` to ``tot`` (the last day).

    Only days on which the regeling holds count. Raises RuleError for an end before the begin.
    """
    _not_negative(personen)
    if tot < van:
        raise RuleError(_("Het einde ligt vóór het begin; verbeter een van de datums."))
    eerste, laatste = max(van, regeling.geldig_vanaf or van), min(tot, regeling.geldig_tot or tot)
    dagen, gevraagd = max(0, (laatste - eerste).days + 1), (tot - van).days + 1
    formule = _("{van} tot en met {tot}").format(van=format_date(van), tot=format_date(tot))
    stappen = [Stap(omschrijving=_("{n} dagen gevraagd").format(n=format_number(gevraagd)), formule=formule)]
    voorbehoud = [*_of_the_regeling(regeling, max(van, eerste) if dagen else van)]
    if dagen < gevraagd:
        formule = _("{n} van de {alle} dagen").format(n=format_number(dagen), alle=format_number(gevraagd))
        stappen.append(Stap(omschrijving=_("Dagen waarop de regeling geldt"), formule=formule))
        sentence = _("De regeling geldt {wanneer}; daarbuiten is er geen vergoeding.")
        voorbehoud.insert(0, sentence.format(wanneer=_geldigheid(regeling)))
    bedrag = None
    if regeling.bedrag is not None:
        bedrag = Decimal(personen * dagen * regeling.bedrag)
        formule = _("{personen} personen × {dagen} dagen × {bedrag}").format(
            personen=format_number(personen), dagen=format_number(dagen), bedrag=euro(regeling.bedrag)
        )
        stappen.append(Stap(omschrijving=_("Vergoeding"), formule=formule, bedrag=bedrag))
    return Uitkomst(
        onderwerp=regeling.naam,
        bedrag=bedrag,
        stappen=tuple(stappen),
        voorbehoud=tuple(voorbehoud),
        bron=regeling.bron,
    )


def gezinnen(regeling: Regeling, huishoudens: Sequence[int], op: datetime.date) -> Uitkomst:
    """What a regeling for large households contributes; ``huishoudens`` are their sizes, in persons."""
    _not_negative(*huishoudens)
    minstens = regeling.minstens_personen or 1
    groot = [each for each in huishoudens if each >= minstens]
    omschrijving = _("Huishoudens van minstens {n} personen").format(n=minstens)
    formule = _("{n} van de {alle} huishoudens, samen {personen} personen").format(
        n=format_number(len(groot)), alle=format_number(len(huishoudens)), personen=format_number(sum(groot))
    )
    uitkomst = bijdrage(regeling, sum(groot) if regeling.per == "persoon" else len(groot), op=op)
    return Uitkomst(
        onderwerp=uitkomst.onderwerp,
        bedrag=uitkomst.bedrag,
        stappen=(Stap(omschrijving=omschrijving, formule=formule), *uitkomst.stappen),
        voorbehoud=uitkomst.voorbehoud,
        bron=uitkomst.bron,
    )


def verdeeld(bedrag: Decimal, procenten: Mapping[str, int]) -> tuple[Aandeel, ...]:
    """An amount in parts of so many percent, to the cent; the last cents go to the largest remainders."""
    delen, _gelijk = largest_remainders({(wie,): deel for wie, deel in procenten.items()}, int(bedrag * _CENT))
    return tuple(Aandeel(wie=wie, bedrag=Decimal(cents).scaleb(-2)) for (wie,), cents in delen.items())


def euro(bedrag: Decimal | int | None) -> str:
    """``€ 1.234`` or ``€ 1.234,50``: cents only where there are any."""
    if bedrag is None:
        return format_number(None)
    whole = bedrag == int(bedrag)
    return f"€ {format_number(int(bedrag)) if whole else format_decimal(with_decimals(Fraction(bedrag), 2))}"


def jaren_tekst(jaren: int) -> str:
    """``1 jaar``, ``12 jaar``."""
    return _("{n} jaar").format(n=jaren)


def months_later(dag: datetime.date, maanden: int) -> datetime.date:
    """The same day so many months later; the last of the month where that has no such day."""
    jaar, maand = divmod(dag.month - 1 + maanden, 12)
    first = datetime.date(dag.year + jaar, maand + 1, 1)
    last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
    return min(last, first + datetime.timedelta(days=dag.day - 1))


def _of_the_start(regeling: Regeling, toekenning: datetime.date | None, start: datetime.date | None) -> Collection[str]:
    if not regeling.start_binnen:
        return ()
    if toekenning is None:
        return (_("De bouw begint binnen {n} maanden na de toekenning.").format(n=regeling.start_binnen),)
    uiterlijk = months_later(toekenning, regeling.start_binnen)
    if start is not None and start > uiterlijk:
        sentence = _(
            "De bouw begint op {start}, na {uiterlijk}: {n} maanden na de toekenning. Dan vervalt de bijdrage."
        )
        return (sentence.format(start=format_date(start), uiterlijk=format_date(uiterlijk), n=regeling.start_binnen),)
    return (_("De bouw begint uiterlijk op {dag}.").format(dag=format_date(uiterlijk)),)


def _of_the_regeling(regeling: Regeling, op: datetime.date) -> Collection[str]:
    """What the regeling says for itself: whether one can apply that day, its conditions, an unknown amount."""
    found = []
    if regeling.bedrag is None:
        found.append(_("Het bedrag van deze regeling is nog niet ingevuld; daarom is er geen uitkomst."))
    if not regeling.holds_on(op):
        found.append(
            _("De regeling geldt niet op {dag}, maar {wanneer}.").format(
                dag=format_date(op), wanneer=_geldigheid(regeling)
            )
        )
    elif not regeling.takes_on(op):
        found.append(_("Op {dag} is het loket niet open.").format(dag=format_date(op)))
    if regeling.voorwaarden:
        found.append(regeling.voorwaarden)
    if regeling.gecontroleerd_op is None:
        found.append(_("Nog niemand heeft het bedrag en de voorwaarden nagegaan."))
    return found


def _geldigheid(regeling: Regeling) -> str:
    if regeling.geldig_vanaf is None:
        return _("tot en met {tot}").format(tot=format_date(regeling.geldig_tot))
    if regeling.geldig_tot is None:
        return _("vanaf {van}").format(van=format_date(regeling.geldig_vanaf))
    return _("van {van} tot en met {tot}").format(
        van=format_date(regeling.geldig_vanaf), tot=format_date(regeling.geldig_tot)
    )


def _wie(wie: str) -> str:
    return {RIJK: _("het Rijk"), GEMEENTE: _("de gemeente"), INVESTEERDER: _("de investeerder")}[wie]


def _cents(bedrag: Fraction) -> Decimal:
    return with_decimals(bedrag, 2)


def _not_negative(*numbers: int) -> None:
    if min(numbers, default=0) < 0:
        raise RuleError(_("Een aantal of bedrag kan niet negatief zijn."))
