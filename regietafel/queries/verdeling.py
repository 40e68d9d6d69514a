"""The verdeelsleutel on a half-year: what every gemeente of the table gets of a national number, method beside method.

For a period whose circulaire is known this is a check, otherwise a forecast: the circulaire is the truth. The rule
itself is in :mod:`regietafel.domain.verdeelsleutel`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from regietafel.domain.periode import Periode
from regietafel.domain.regio import Gemeente
from regietafel.domain.verdeelsleutel import Methode, Regel, Samen, Verdeling, verdeel
from regietafel.i18n import _, enumerate_some, format_date, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.queries.inwoners import LandelijkeInwoners, landelijke_inwoners
from regietafel.queries.taakstellingen import TaakstellingRegel, VersieRegel, versie_regels, versies


@dataclass(frozen=True, kw_only=True)
class VerdelingRegel:
    """One member of the table, in persons. All is None where it has no inhabitants of its own (any more).

    ``gedrukt`` and ``gedrukt_amv`` are what the circulaire says; ``verschil`` is the chosen method minus that.
    """

    id: int  # of the gemeente
    gm_code: str
    gemeente: str
    inwoners: int | None
    wet: int | None
    adams: int | None
    webster: int | None
    jefferson: int | None
    hamilton: int | None
    amv: int | None  # by the chosen method
    gedrukt: int | None
    gedrukt_amv: int | None
    verschil: int | None


@dataclass(frozen=True, kw_only=True)
class LandelijkeVerdeling:
    """A national number over all gemeenten by every method. ``methode`` is the chosen one, the others stand beside it.

    Gemeenten are GM-codes in ``verdelingen``. ``versie``: the newest version of the period that has numbers.
    """

    periode: Periode
    methode: Methode
    land: LandelijkeInwoners
    samen: tuple[Samen, ...]
    verdelingen: Mapping[Methode, Verdeling]
    leden: tuple[VerdelingRegel, ...]
    versie: VersieRegel | None
    opmerkingen: tuple[str, ...]

    @property
    def gekozen(self) -> Verdeling:
        """The outcome of the chosen method."""
        return self.verdelingen[self.methode]

    @property
    def is_prognose(self) -> bool:
        """Whether no circulaire of the period is in the file."""
        return self.versie is None

    @property
    def waarde(self) -> str:
        """What this calculation is worth, as a sentence."""
        if self.versie is None:
            return _("Dit is een prognose; de circulaire van {periode} is nog niet uit of nog niet ingelezen.").format(
                periode=self.periode
            )
        return _("De circulaire van {datum} geldt; deze berekening is een controle.").format(
            datum=format_date(self.versie.datum)
        )

    @property
    def som_leden(self) -> int:
        """Persons over the members of the table, by the chosen method."""
        return sum(getattr(regel, self.methode) or 0 for regel in self.leden)

    @property
    def afwijkend(self) -> int | None:
        """How many members get another number than the circulaire says; None without one."""
        return None if self.versie is None else sum(wijkt_af(regel) for regel in self.leden)


def wijkt_af(regel: VerdelingRegel) -> bool:
    """Whether the chosen method gives another number, or another number of amv, than the circulaire."""
    known = regel.amv is not None and regel.gedrukt_amv is not None
    return bool(regel.verschil) or (known and regel.amv != regel.gedrukt_amv)


def verdeling(
    ledger: Ledger,
    periode: Periode,
    totaal: int,
    methode: Methode = Methode.ADAMS,
    *,
    samen: Sequence[Samen] = (),
    amv: int | None = None,
) -> LandelijkeVerdeling:
    """Divide ``totaal`` persons (``amv`` of them minors) over the country. ``samen`` speaks of GM-codes.

    Raises RuleError when a number cannot be.
    """
    land = landelijke_inwoners(ledger, periode)
    verdelingen = {
        each: verdeel(land.inwoners, totaal, each, samen, amv if each is methode else None) for each in Methode
    }
    versie = next((each for each in versies(ledger, periode) if each.gemeenten), None)
    gedrukt = {each.gm_code: each for each in versie_regels(ledger, versie.id)} if versie else {}
    uitkomsten = {each: {regel.gemeente: regel for regel in verdelingen[each].regels} for each in Methode}
    leden = sorted(ledger.gemeenten.where(lid=True), key=lambda gemeente: sort_key(gemeente.naam))
    return LandelijkeVerdeling(
        periode=periode,
        methode=methode,
        land=land,
        samen=tuple(samen),
        verdelingen=verdelingen,
        leden=tuple(_lid(each, methode, uitkomsten, gedrukt.get(each.gm_code)) for each in leden),
        versie=versie,
        opmerkingen=(
            *land.opmerkingen,
            *_about_inwoners(land, gedrukt),
            *remarkable(verdelingen[methode], amv, land.naam),
        ),
    )


def known_totaal(ledger: Ledger, periode: Periode) -> int | None:
    """The national number of the newest version of the period, if it is filled in."""
    newest = next(iter(versies(ledger, periode)), None)
    return newest.landelijk if newest else None


def remarkable(verdeling: Verdeling, amv: int | None = None, naam: Callable[[str], str] = str) -> Iterator[str]:
    """What the numbers do not show, as sentences: equal claims, and amv that are left over. ``naam``: of a key."""
    for keys, sentence in (
        (verdeling.gelijk, _("Op een laatste plaats hebben evenveel recht: {namen}. De grootste van hen gaat voor.")),
        (verdeling.gelijk_amv, _("Op een laatste plaats voor amv hebben evenveel recht: {namen}.")),
    ):
        if keys:
            yield sentence.format(namen=enumerate_some([naam(key) for key in keys]))
    if amv is not None and verdeling.som_amv != amv:
        yield _("Van {amv} amv zijn er {som} verdeeld; de rest past in geen gemeente.").format(
            amv=format_number(amv), som=format_number(verdeling.som_amv)
        )


def _lid(
    gemeente: Gemeente,
    methode: Methode,
    uitkomsten: Mapping[Methode, Mapping[str, Regel]],
    gedrukt: TaakstellingRegel | None,
) -> VerdelingRegel:
    assert gemeente.id is not None
    found = {each: regels.get(gemeente.gm_code) for each, regels in uitkomsten.items()}
    aantallen = {each.value: regel.aantal if regel else None for each, regel in found.items()}
    chosen = found[methode]
    return VerdelingRegel(
        id=gemeente.id,
        gm_code=gemeente.gm_code,
        gemeente=gemeente.naam,
        inwoners=chosen.inwoners if chosen else None,
        **aantallen,
        amv=chosen.amv if chosen else None,
        gedrukt=gedrukt.aantal if gedrukt else None,
        gedrukt_amv=gedrukt.amv if gedrukt else None,
        verschil=chosen.aantal - gedrukt.aantal if chosen and gedrukt else None,
    )


def _about_inwoners(land: LandelijkeInwoners, gedrukt: Mapping[str, TaakstellingRegel]) -> Iterator[str]:
    others = [
        regel.gemeente
        for code, regel in gedrukt.items()
        if regel.inwoners is not None and land.inwoners.get(code) not in (None, regel.inwoners)
    ]
    if others:
        yield _("In de circulaire staan andere inwoners voor {namen}; dat kan een verschil verklaren.").format(
            namen=enumerate_some(others)
        )
