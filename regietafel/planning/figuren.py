"""The pictures of a period, from the rows of the file: for the window, for a document, for a file."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from regietafel.domain.afronding import rounded
from regietafel.domain.periode import Periode
from regietafel.domain.prognose import Telling, Verloop, schema
from regietafel.figures.kaart import Plek, kaart, klassenkaart
from regietafel.figures.schema import Schemapunt, schema_grafiek
from regietafel.figures.shapes import Figuur
from regietafel.figures.staven import Halfjaar, Staaf, per_100_000, staven_grafiek, verloop_grafiek
from regietafel.i18n import _, format_date
from regietafel.ledger import Ledger
from regietafel.planning import plekkenfiguren
from regietafel.planning.prognose import Prognose, PrognoseRegel, prognose, tellingen
from regietafel.queries.geschiedenis import geschiedenis
from regietafel.queries.inwoners import landelijke_inwoners

Maker = Callable[[float, float], Figuur]  # for a width and a height in points

SOORTEN: Mapping[str, str] = {
    "schema": _("Op schema?"),
    "staven": _("Opgave en realisatie per gemeente"),
    "staven-inwoners": _("Opgave en realisatie per 100.000 inwoners"),
    "verloop": _("Verloop over de halfjaren"),
    "kaart": _("Kaart: wie ligt op schema"),
    "kaart-inwoners": _("Kaart: opgave per 100.000 inwoners"),
    "tijdlijn": _("Locaties en projecten in de tijd"),
    "tijdlijn-opvang": _("Opvanglocaties in de tijd"),
    "tijdlijn-woonvormen": _("Woonprojecten in de tijd"),
    "stapel-opvang": _("Plekken per maand en de opgave, zonder amv Nidos"),
    "stapel-woonvormen": _("Personen in woonprojecten per maand"),
    "kaart-opvang": _("Kaart: opvangplekken per gemeente"),
    "kaart-woonvormen": _("Kaart: woonprojecten per gemeente"),
}
VAN_GEMEENTE = frozenset({"schema", "verloop", "tijdlijn", "tijdlijn-opvang", "tijdlijn-woonvormen"})
"""The kinds that can be of one gemeente."""
PLEKKEN = tuple(
    soort for soort in SOORTEN if soort.startswith("tijdlijn") or soort.endswith(("-opvang", "-woonvormen"))
)
"""The kinds about locations and projects: they are of a day, whatever the period."""
STATEN = {Verloop.ACHTER: "behind", Verloop.OP: "level", Verloop.VOOR: "ahead"}
_PER_INWONERS = _("per 100.000 inwoners")


@dataclass(frozen=True, kw_only=True)
class Beeld:
    """What a picture is of: a period as known on ``op``; one gemeente, or the whole table when there is none."""

    periode: Periode
    op: datetime.date
    gemeente_id: int | None = None


def figuur(ledger: Ledger, soort: str, beeld: Beeld) -> Maker:
    """The picture of this kind (a key of :data:`SOORTEN`), with its numbers asked once, to be laid out at any size."""
    return _MAKERS[soort](ledger, beeld)


def _schema(ledger: Ledger, beeld: Beeld) -> Maker:
    forecast = prognose(ledger, beeld.periode, beeld.op)
    regel = _regel(forecast, beeld.gemeente_id)
    titel = f"{SOORTEN['schema']} {regel.gemeente if beeld.gemeente_id else _('De tafel')}, {beeld.periode}"
    punten = _schema_punten(ledger, beeld, forecast)
    return lambda breedte, hoogte: schema_grafiek(
        punten, titel=titel, opgave=regel.opgave, breedte=breedte, hoogte=hoogte
    )


def _schema_punten(ledger: Ledger, beeld: Beeld, forecast: Prognose) -> list[Schemapunt]:
    periode = beeld.periode
    opgaven = [
        each.opgave
        for each in forecast.regels
        if each.opgave is not None and beeld.gemeente_id in (None, each.gemeente_id)
    ]
    if not opgaven:
        return []
    known = tellingen(ledger, periode, beeld.op)
    counted = _realisatie(
        [known.get(each.gemeente_id, ()) for each in forecast.regels if beeld.gemeente_id in (None, each.gemeente_id)]
    )
    months = [datetime.date(periode.jaar, periode.begin.month + number, 1) for number in range(6)]
    last, regel = max(counted, default=None), _regel(forecast, beeld.gemeente_id)
    expected: dict[datetime.date, int | None] = {}
    if last and regel.verwacht is not None and last < periode.next.begin:
        expected = {last: counted[last], periode.next.begin: regel.verwacht}
    days = sorted({*months, periode.next.begin, *counted})
    return [
        Schemapunt(
            datum=day,
            schema=sum(rounded(schema(opgave, periode, day)) for opgave in opgaven)
            if day <= periode.next.begin
            else None,
            realisatie=counted.get(day),
            verwacht=expected.get(day),
        )
        for day in days
    ]


def _realisatie(rows: Sequence[Sequence[Telling]]) -> dict[datetime.date, int]:
    """On every day on which one of these gemeenten was counted the sum of the newest count of each."""
    found = {}
    for day in {each.peildatum for row in rows for each in row}:
        known = [[each for each in row if each.peildatum <= day] for row in rows]
        found[day] = sum(max(row, key=lambda each: each.peildatum).aantal for row in known if row)
    return found


def _staven(ledger: Ledger, beeld: Beeld) -> Maker:
    regels = prognose(ledger, beeld.periode, beeld.op).regels
    staven = [
        Staaf(code=each.gm_code or "", gemeente=each.gemeente, opgave=each.opgave, realisatie=each.realisatie)
        for each in regels
    ]
    titel = f"{SOORTEN['staven']}, {beeld.periode}"
    return lambda breedte, hoogte: staven_grafiek(staven, titel=titel, breedte=breedte, hoogte=hoogte)


def _staven_inwoners(ledger: Ledger, beeld: Beeld) -> Maker:
    inwoners = landelijke_inwoners(ledger, beeld.periode).inwoners
    staven = [
        Staaf(
            code=each.gm_code or "",
            gemeente=each.gemeente,
            opgave=per_100_000(each.opgave, inwoners.get(each.gm_code or "")),
            realisatie=per_100_000(each.realisatie, inwoners.get(each.gm_code or "")),
        )
        for each in prognose(ledger, beeld.periode, beeld.op).regels
    ]
    titel = f"{SOORTEN['staven-inwoners']}, {beeld.periode}"
    return lambda breedte, hoogte: staven_grafiek(
        staven, titel=titel, eenheid=_PER_INWONERS, breedte=breedte, hoogte=hoogte
    )


def _verloop(ledger: Ledger, beeld: Beeld) -> Maker:
    history = geschiedenis(ledger, beeld.op)
    regel = next((each for each in history.regels if each.gemeente_id == beeld.gemeente_id), history.totaal)
    halfjaren = [
        Halfjaar(
            periode=str(punt.periode),
            taakstelling=punt.taakstelling,
            opgave=punt.opgave,
            realisatie=punt.realisatie,
            saldo=punt.saldo,
        )
        for punt in regel.punten
    ]
    titel = f"{SOORTEN['verloop']}, {regel.gemeente if beeld.gemeente_id else _('de tafel')}"
    return lambda breedte, hoogte: verloop_grafiek(halfjaren, titel=titel, breedte=breedte, hoogte=hoogte)


def _kaart(ledger: Ledger, beeld: Beeld) -> Maker:
    plekken = [
        Plek(
            code=each.gm_code or "",
            gemeente=each.gemeente,
            waarde=each.verschil_met_schema,
            staat=STATEN[each.verloop] if each.verloop else "",
        )
        for each in prognose(ledger, beeld.periode, beeld.op).regels
    ]
    titel, waarde = f"{SOORTEN['kaart']}, {beeld.periode}", _("Achter op schema")
    return lambda breedte, hoogte: kaart(plekken, titel=titel, waarde=waarde, breedte=breedte, hoogte=hoogte)


def _kaart_inwoners(ledger: Ledger, beeld: Beeld) -> Maker:
    inwoners = landelijke_inwoners(ledger, beeld.periode).inwoners
    plekken = [
        Plek(
            code=each.gm_code or "",
            gemeente=each.gemeente,
            waarde=per_100_000(each.opgave, inwoners.get(each.gm_code or "")),
        )
        for each in prognose(ledger, beeld.periode, beeld.op).regels
    ]
    titel, waarde = f"{SOORTEN['kaart-inwoners']}, {beeld.periode}", _("Opgave per 100.000 inwoners")
    return lambda breedte, hoogte: klassenkaart(plekken, titel=titel, waarde=waarde, breedte=breedte, hoogte=hoogte)


def _tijdlijn(soort: str, wat: frozenset[str]) -> Callable[[Ledger, Beeld], Maker]:
    def make(ledger: Ledger, beeld: Beeld) -> Maker:
        titel = SOORTEN[soort] if beeld.gemeente_id is None else f"{SOORTEN[soort]}, {_naam(ledger, beeld.gemeente_id)}"
        return plekkenfiguren.tijdlijn_maker(ledger, beeld.op, beeld.gemeente_id, titel=titel, wat=wat)

    return make


def _op_dag(soort: str, make: Callable[..., Maker]) -> Callable[[Ledger, Beeld], Maker]:
    """A picture of all members on the day."""
    return lambda ledger, beeld: make(ledger, beeld.op, titel=f"{SOORTEN[soort]}, {format_date(beeld.op)}")


def _naam(ledger: Ledger, gemeente_id: int) -> str:
    return ledger.gemeenten.get(gemeente_id).naam


def _regel(forecast: Prognose, gemeente_id: int | None) -> PrognoseRegel:
    return next((each for each in forecast.regels if each.gemeente_id == gemeente_id), forecast.totaal)


_MAKERS: Mapping[str, Callable[[Ledger, Beeld], Maker]] = {
    "schema": _schema,
    "staven": _staven,
    "staven-inwoners": _staven_inwoners,
    "verloop": _verloop,
    "kaart": _kaart,
    "kaart-inwoners": _kaart_inwoners,
    "tijdlijn": _tijdlijn("tijdlijn", plekkenfiguren.BOTH),
    "tijdlijn-opvang": _tijdlijn("tijdlijn-opvang", frozenset({plekkenfiguren.OPVANG})),
    "tijdlijn-woonvormen": _tijdlijn("tijdlijn-woonvormen", frozenset({plekkenfiguren.WONEN})),
    "stapel-opvang": _op_dag("stapel-opvang", plekkenfiguren.stapel_opvang),
    "stapel-woonvormen": _op_dag("stapel-woonvormen", plekkenfiguren.stapel_wonen),
    "kaart-opvang": _op_dag("kaart-opvang", plekkenfiguren.kaart_opvang),
    "kaart-woonvormen": _op_dag("kaart-woonvormen", plekkenfiguren.kaart_wonen),
}
