"""The rules of an agreement, each by name, with the sentence the user sees and where it comes from.

Source: Huisvestingswet 2014, art. 29 lid 2; stappenplan herverdeling taakstelling.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from regietafel.domain.herverdeling import Bepalingen, Deel, partijen, wijzigingen
from regietafel.domain.periode import Periode
from regietafel.errors import RuleError
from regietafel.i18n import _, enumerate_some, format_number

_ART_29 = _("Huisvestingswet 2014, artikel 29, tweede lid")
_STAPPENPLAN = _("stappenplan herverdeling taakstelling")
_OPVANG = re.compile(
    r"\b(opvangpl\w*|opvangloca\w*|noodopvang\w*|crisisnoodopvang\w*|azc\w*|asielzoekerscentr\w*)", re.I
)


@dataclass(frozen=True, kw_only=True)
class Voornemen:
    """What gemeenten want to agree, and what must be known to judge it; by name."""

    periode: Periode
    delen: Sequence[Deel]
    oud: Mapping[str, int]  # the taakstelling each can dispose of in ``periode``
    leden: frozenset[str]  # of the table
    achterstand: Mapping[str, int] = field(default_factory=dict)  # at the begin of the half-year; − is a voorsprong
    later: Mapping[Periode, Mapping[str, int]] = field(default_factory=dict)  # as ``oud``, of the later half-years
    bepalingen: Bepalingen = field(default_factory=Bepalingen)

    @property
    def compleet(self) -> bool:
        """Whether of every party the taakstelling is known."""
        return set(partijen(self.delen)) <= set(self.oud)


@dataclass(frozen=True, kw_only=True)
class Regel:
    """``breuk`` says in a sentence what is wrong, or nothing. A rule that is not ``streng`` only warns."""

    naam: str
    zin: str  # what holds when the rule is kept
    bron: str
    breuk: Callable[[Voornemen], str]
    streng: bool = True


def _minstens_twee(voornemen: Voornemen) -> str:
    return "" if voornemen.delen else _("Een herverdeling heeft minstens één overdracht tussen twee gemeenten.")


def _niet_aan_zichzelf(voornemen: Voornemen) -> str:
    for deel in voornemen.delen:
        if deel.van == deel.naar:
            return _("{gemeente} kan niet aan zichzelf overdragen.").format(gemeente=deel.van)
    return ""


def _groter_dan_nul(voornemen: Voornemen) -> str:
    for deel in voornemen.delen:
        if deel.aantal <= 0:
            sentence = _("De overdracht van {van} aan {naar} moet een geheel aantal groter dan 0 zijn.")
            return sentence.format(van=deel.van, naar=deel.naar)
    return ""


def _een_aantal(voornemen: Voornemen) -> str:
    pairs: set[frozenset[str]] = set()
    for deel in voornemen.delen:
        pair = frozenset((deel.van, deel.naar))
        if pair in pairs:
            sentence = _("Tussen {van} en {naar} staat meer dan één overdracht; maak er één van.")
            return sentence.format(van=deel.van, naar=deel.naar)
        pairs.add(pair)
    return ""


def _bekend(voornemen: Voornemen) -> str:
    for naam in partijen(voornemen.delen):
        if naam not in voornemen.oud:
            sentence = _("Van {gemeente} is in dit halfjaar geen taakstelling bekend; lees die eerst in.")
            return sentence.format(gemeente=naam)
    return ""


def _niet_onder_nul(voornemen: Voornemen) -> str:
    if not voornemen.compleet:
        return ""
    for periode, oud in {voornemen.periode: voornemen.oud, **voornemen.later}.items():
        every = {naam: oud.get(naam, 0) for naam in partijen(voornemen.delen)}
        for partij in wijzigingen(voornemen.delen, every):
            if partij.gemeente in oud and partij.wijziging < 0 and partij.nieuw < 0:
                sentence = _(
                    "{gemeente} heeft in {periode} een taakstelling van {oud} en kan er geen {aantal} afstaan."
                )
                return sentence.format(
                    gemeente=partij.gemeente,
                    periode=periode,
                    oud=format_number(partij.oud),
                    aantal=format_number(-partij.wijziging),
                )
    return ""


def _som_gelijk(voornemen: Voornemen) -> str:
    if not voornemen.compleet:
        return ""
    changes = wijzigingen(voornemen.delen, voornemen.oud)
    before, after = sum(partij.oud for partij in changes), sum(partij.nieuw for partij in changes)
    if before == after:
        return ""
    sentence = _("De som verandert van {oud} in {nieuw}; dat mag niet.")
    return sentence.format(oud=format_number(before), nieuw=format_number(after))


def _een_periode(voornemen: Voornemen) -> str:
    agreed = voornemen.bepalingen
    if agreed.tot_en_met is None or agreed.tot_en_met == voornemen.periode:
        return ""
    if agreed.tot_en_met < voornemen.periode:
        return _("De afspraak eindigt voor zij begint: kies een later halfjaar dan {periode}.").format(
            periode=voornemen.periode
        )
    if not agreed.reden_langer.strip():
        return _("Een herverdeling geldt voor één halfjaar. Schrijf waarom deze langer geldt.")
    if not agreed.overleg.strip():
        return _("Schrijf wanneer u over de langere termijn hebt overlegd met het COA, A&M en VRO.")
    return ""


def _zelfde_tafel(voornemen: Voornemen) -> str:
    outside = [naam for naam in partijen(voornemen.delen) if naam not in voornemen.leden]
    if not outside or voornemen.bepalingen.buiten_tafel:
        return ""
    sentence = _(
        "Geen lid van deze regietafel: {namen}. Geef aan dat u met een gemeente van buiten de tafel afspreekt."
    )
    return sentence.format(namen=enumerate_some(outside))


def _geen_achterstand(voornemen: Voornemen) -> str:
    behind = [
        partij.gemeente
        for partij in (wijzigingen(voornemen.delen, voornemen.oud) if voornemen.compleet else ())
        if partij.wijziging < 0 and voornemen.achterstand.get(partij.gemeente, 0) > 0
    ]
    if not behind:
        return ""
    sentence = _(
        "{namen} begint het halfjaar met een achterstand. Zeker is alleen dat de taakstelling zelf kan worden"
        " overgedragen; de achterstand blijft waar zij is."
    )
    return sentence.format(namen=enumerate_some(behind))


def _geen_opvang(voornemen: Voornemen) -> str:
    found = _OPVANG.search(voornemen.bepalingen.toelichting)
    if found is None:
        return ""
    sentence = _(
        "In de toelichting staat “{woord}”. Opvang in ruil voor huisvesting hoort niet in een herverdeling; leg dat"
        " vast als bestuurlijke afspraak."
    )
    return sentence.format(woord=found[0])


REGELS: tuple[Regel, ...] = (
    Regel(
        naam="minstens twee",
        zin=_("Er is minstens één overdracht tussen twee gemeenten."),
        bron=_ART_29,
        breuk=_minstens_twee,
    ),
    Regel(
        naam="niet aan zichzelf",
        zin=_("Geen gemeente draagt aan zichzelf over."),
        bron=_ART_29,
        breuk=_niet_aan_zichzelf,
    ),
    Regel(
        naam="groter dan nul",
        zin=_("Elke overdracht is een geheel aantal, groter dan 0."),
        bron=_STAPPENPLAN,
        breuk=_groter_dan_nul,
    ),
    Regel(
        naam="één aantal", zin=_("Tussen twee gemeenten staat één overdracht."), bron=_STAPPENPLAN, breuk=_een_aantal
    ),
    Regel(naam="bekend", zin=_("Van elke gemeente is de taakstelling bekend."), bron=_STAPPENPLAN, breuk=_bekend),
    Regel(naam="niet onder nul", zin=_("Geen taakstelling komt onder 0."), bron=_STAPPENPLAN, breuk=_niet_onder_nul),
    Regel(naam="som gelijk", zin=_("De som van de taakstellingen verandert niet."), bron=_ART_29, breuk=_som_gelijk),
    Regel(
        naam="één periode",
        zin=_("De afspraak geldt voor één halfjaar, of zegt waarom langer en met wie dat is overlegd."),
        bron=_STAPPENPLAN,
        breuk=_een_periode,
    ),
    Regel(
        naam="zelfde tafel",
        zin=_("Alle partijen zijn lid van deze regietafel, of doen uitdrukkelijk van buiten mee."),
        bron=_("afspraak van de regietafel"),
        breuk=_zelfde_tafel,
    ),
    Regel(
        naam="geen achterstand",
        zin=_("Geen gemeente die afstaat, begint met een achterstand."),
        bron=_STAPPENPLAN,
        breuk=_geen_achterstand,
        streng=False,
    ),
    Regel(
        naam="geen opvang",
        zin=_("De toelichting ruilt geen opvang tegen huisvesting."),
        bron=_ART_29,
        breuk=_geen_opvang,
        streng=False,
    ),
)


def check(voornemen: Voornemen) -> None:
    """Every strict rule in order; raises RuleError with the sentence of the first that is broken."""
    for regel in REGELS:
        if regel.streng and (breuk := regel.breuk(voornemen)):
            raise RuleError(breuk)


def waarschuwingen(voornemen: Voornemen) -> tuple[str, ...]:
    """What is allowed, but wants a second look."""
    return tuple(breuk for regel in REGELS if not regel.streng and (breuk := regel.breuk(voornemen)))
