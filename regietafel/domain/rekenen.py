"""Calculators for money around homes, with every step: pure and exact (domein §5).

What holds when comes from dated norms and regelingen that the caller gives.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from regietafel.domain.feestdagen import plain_einde
from regietafel.domain.regeling import Regeling
from regietafel.domain.uitkomst import Stap, Uitkomst, cents, euro, verdeeld
from regietafel.errors import RuleError
from regietafel.i18n import _, format_date, format_number

RIJK, GEMEENTE, INVESTEERDER = "Rijk", "gemeente", "investeerder"


@dataclass(frozen=True, kw_only=True)
class Garantie:
    """The terms of the herplaatsingsgarantie: at least so many years on one place, and who bears how many percent."""

    minstens: int
    rijk: int
    gemeente: int
    bron: str = ""

    def __post_init__(self) -> None:
        if self.minstens < 0 or min(self.rijk, self.gemeente, self.investeerder) < 0:
            raise RuleError(
                _("Het Rijk en de gemeente dragen samen hooguit 100 % van het verlies; verbeter de normen.")
            )

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
                jaren=_jaren(geplaatst), minstens=garantie.minstens
            ),
        ),
        Stap(
            omschrijving=_("Restwaarde, lineair afgeschreven in {n} jaar").format(n=afschrijving),
            formule=_("{investering} × ({jaren} − {voorbij}) ÷ {jaren}").format(
                investering=euro(investering), jaren=afschrijving, voorbij=min(geplaatst, afschrijving)
            ),
            bedrag=cents(restwaarde),
        ),
        Stap(
            omschrijving=_("Verlies"),
            formule=_("restwaarde {rest} − verkoopwaarde {verkoop}; nooit minder dan € 0").format(
                rest=euro(cents(restwaarde)), verkoop=euro(verkoopwaarde)
            ),
            bedrag=cents(verlies),
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
            _(
                "De woningen staan er {jaren}; de garantie geldt pas na {minstens} jaar op één plek."
                " Een verlies is nu niet gedekt."
            ).format(jaren=_jaren(geplaatst), minstens=garantie.minstens),
        )
    if not verlies:
        voorbehoud.insert(0, _("Er is geen verlies: de verkoopwaarde is minstens de restwaarde."))
    gedragen = cents(verlies) if mag else Decimal(0)
    delen = verdeeld(gedragen, garantie.delen)
    if gedragen:
        stappen += [
            Stap(
                omschrijving=_("Deel van {wie}").format(wie=_wie(deel.wie)),
                formule=_("{procent} % van {verlies}").format(procent=garantie.delen[deel.wie], verlies=euro(gedragen)),
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

    Nothing when building begins too long after the grant. Whether one can apply that day is told, not reckoned with.
    ``op`` is the day of the application, ``toekenning`` that of the grant, and on ``start`` building begins.
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
        if (late := _too_late(regeling, toekenning, start)) and bedrag:
            bedrag = Decimal(0)
            stappen.append(Stap(omschrijving=_("De bouw begint te laat"), formule=late, bedrag=bedrag))
    return Uitkomst(
        onderwerp=regeling.naam,
        bedrag=bedrag,
        stappen=tuple(stappen),
        voorbehoud=(*_of_the_start(regeling, toekenning), *_of_the_regeling(regeling, op)),
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
    stappen = [Stap(omschrijving=_("{dagen} gevraagd").format(dagen=_dagen(gevraagd)), formule=formule)]
    voorbehoud = [*_of_the_regeling(regeling, max(van, eerste) if dagen else van)]
    if dagen < gevraagd:
        formule = _out_of(dagen, gevraagd, _dagen(gevraagd))
        stappen.append(Stap(omschrijving=_("Dagen waarop de regeling geldt"), formule=formule))
        sentence = _("De regeling geldt {wanneer}; daarbuiten is er geen vergoeding.")
        voorbehoud.insert(0, sentence.format(wanneer=_geldigheid(regeling)))
    bedrag = None
    if regeling.bedrag is not None:
        bedrag = Decimal(personen * dagen * regeling.bedrag)
        formule = _("{personen} × {dagen} × {bedrag}").format(
            personen=_personen(personen), dagen=_dagen(dagen), bedrag=euro(regeling.bedrag)
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
    omschrijving = _("Huishoudens van minstens {personen}").format(personen=_personen(minstens))
    formule = _("{deel}, samen {personen}").format(
        deel=_out_of(len(groot), len(huishoudens), _huishoudens(len(huishoudens))), personen=_personen(sum(groot))
    )
    uitkomst = bijdrage(regeling, sum(groot) if regeling.per == "persoon" else len(groot), op=op)
    return replace(uitkomst, stappen=(Stap(omschrijving=omschrijving, formule=formule), *uitkomst.stappen))


def _too_late(regeling: Regeling, toekenning: datetime.date | None, start: datetime.date | None) -> str:
    """That building begins after the last day for it; empty when it does not, or that is not known."""
    if not regeling.start_binnen or toekenning is None or start is None:
        return ""
    uiterlijk = plain_einde(toekenning, regeling.start_binnen, "maand")
    sentence = _("begin op {start}, maar uiterlijk op {uiterlijk}: {n} maanden na de toekenning")
    told = sentence.format(start=format_date(start), uiterlijk=format_date(uiterlijk), n=regeling.start_binnen)
    return told if start > uiterlijk else ""


def _of_the_start(regeling: Regeling, toekenning: datetime.date | None) -> Collection[str]:
    if not regeling.start_binnen:
        return ()
    if toekenning is None:
        return (_("De bouw begint binnen {n} maanden na de toekenning.").format(n=regeling.start_binnen),)
    uiterlijk = plain_einde(toekenning, regeling.start_binnen, "maand")
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


def _jaren(jaren: int) -> str:
    return _("{n} jaar").format(n=jaren)


def _dagen(aantal: int) -> str:
    return (_("{n} dag") if aantal == 1 else _("{n} dagen")).format(n=format_number(aantal))


def _personen(aantal: int) -> str:
    return (_("{n} persoon") if aantal == 1 else _("{n} personen")).format(n=format_number(aantal))


def _huishoudens(aantal: int) -> str:
    return (_("{n} huishouden") if aantal == 1 else _("{n} huishoudens")).format(n=format_number(aantal))


def _out_of(deel: int, geheel: int, named: str) -> str:
    """``2 van de 4 dagen``, ``0 van 1 dag``."""
    sentence = _("{n} van {geheel}") if geheel == 1 else _("{n} van de {geheel}")
    return sentence.format(n=format_number(deel), geheel=named)


def _not_negative(*numbers: int) -> None:
    if min(numbers, default=0) < 0:
        raise RuleError(_("Een aantal of bedrag kan niet negatief zijn."))
