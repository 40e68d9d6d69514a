"""What one should know before an import is written: gemeenten without a row, sums that differ."""

from __future__ import annotations

from typing import Any

from regietafel.catalog.opvang import GETALLEN
from regietafel.domain.opvang import SOORTEN, Opvangcijfer
from regietafel.exchange.gelezen import Gelezen
from regietafel.exchange.importplan import Importplan
from regietafel.exchange.soorten import OPVANG
from regietafel.i18n import _, enumerate_some, format_change, format_date, format_number, sort_key
from regietafel.queries.optelling import zinnen
from regietafel.queries.opvang import Opvangregel, regel_of


def plan_remarks(plan: Importplan, gelezen: Gelezen, landelijk: int | None) -> list[str]:
    """Sentences for the user. The national number says something about a list of the whole country only."""
    said = [
        *gelezen.opmerkingen,
        *_days(plan, gelezen),
        *_sums(plan, gelezen, landelijk),
        *niet_optellend(plan, gelezen),
    ]
    if plan.ontbreekt:
        names = enumerate_some(sorted(plan.ontbreekt, key=sort_key))
        said.append(_("Zonder rij in het rekenblad: {namen}.").format(namen=names))
    return said


def _days(plan: Importplan, gelezen: Gelezen) -> list[str]:
    """That the day of the count is not what one would expect."""
    said = []
    if gelezen.peildatum not in (None, plan.datum) and plan.soort.heeft_peildatum:
        sentence = _("De tabel noemt {genoemd} als peildatum; ingelezen wordt {datum}.")
        said.append(sentence.format(genoemd=format_date(gelezen.peildatum), datum=format_date(plan.datum)))
    if plan.periode and plan.datum and plan.soort.heeft_peildatum and plan.datum > plan.periode.next.begin:
        sentence = _("De peildatum {datum} ligt na {periode}; kijk na of u de goede periode kiest.")
        said.append(sentence.format(datum=format_date(plan.datum), periode=plan.periode))
    return said


def _sums(plan: Importplan, gelezen: Gelezen, landelijk: int | None) -> list[str]:
    compared = {_("het rekenblad noemt"): gelezen.gedrukt_totaal}
    if gelezen.whole_country:
        compared[_("landelijk is opgegeven")] = landelijk
    sentence = _("De rijen tellen op tot {som}; {bron} {totaal} (verschil {verschil}).")
    return [
        sentence.format(
            som=format_number(plan.som_bestand),
            bron=bron,
            totaal=format_number(totaal),
            verschil=format_change(plan.som_bestand - totaal),
        )
        for bron, totaal in compared.items()
        if totaal is not None and totaal != plan.som_bestand
    ]


def niet_optellend(plan: Importplan, gelezen: Gelezen) -> tuple[str, ...]:
    """What was printed and does not add up, of the kinds that are in the table; it is read as it stands."""
    if plan.soort is not OPVANG or plan.datum is None:
        return ()
    printed = {naam for regel in gelezen.regels for naam, aantal in regel.waarden.items() if aantal is not None}
    regels: list[Opvangregel] = []
    for rij in plan.rijen:
        for soort in SOORTEN:
            names = {getal: f"{soort}_{getal}" for getal in GETALLEN}
            numbers: dict[str, Any] = {getal: rij.waarden.get(naam) for getal, naam in names.items()}
            if rij.gm_code and printed & {*names.values()} and numbers != dict.fromkeys(GETALLEN):
                cijfer = Opvangcijfer(
                    id=len(regels) + 1, gebied=rij.gm_code, soort=soort, peildatum=plan.datum, **numbers
                )
                regels.append(regel_of(cijfer))
    return zinnen(regels)
