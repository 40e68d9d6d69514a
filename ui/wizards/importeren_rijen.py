"""The rows of a plan as they are shown: a column for each number of the kind of table, and what would happen."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from regietafel.exchange.importplan import TELT, Importplan, Planrij, Plek, Uitkomst
from regietafel.exchange.opmerkingen import plan_remarks
from regietafel.exchange.soort import Soort
from regietafel.exchange.soorten import TAAKSTELLING
from regietafel.fields import AANTAL, DATUM, Field, Kind
from regietafel.i18n import _, format_date, format_number
from ui.wizards.importeren_lezing import Inlezing

SHAPES = {
    Uitkomst.NIEUW: "+",
    Uitkomst.GEWIJZIGD: "→",
    Uitkomst.GELIJK: "=",
    Uitkomst.BUITEN: "○",
    Uitkomst.VOORSTEL: "?",
    Uitkomst.PROBLEEM: "▲",
    Uitkomst.OVERGESLAGEN: "×",
}
_TONES = {
    Uitkomst.NIEUW: "ahead",
    Uitkomst.GEWIJZIGD: "ahead",
    Uitkomst.BUITEN: "level",
    Uitkomst.OVERGESLAGEN: "level",
    Uitkomst.VOORSTEL: "behind",
    Uitkomst.PROBLEEM: "error",
}
OPEN = (Uitkomst.VOORSTEL, Uitkomst.PROBLEEM)
_LAST = (Uitkomst.BUITEN, Uitkomst.GELIJK)
_CHANGE = "waarde_"  # the attribute of a number that is not the main one


class Getal(int):
    """A number that knows which other number it would replace."""

    was: int | None = None


@dataclass(frozen=True)
class Getoond:
    """A row of the plan with an attribute for every column."""

    plan: Planrij
    melding: str

    def __getattr__(self, name: str) -> Any:
        if name.startswith(_CHANGE):
            return _number(self.plan, name.removeprefix(_CHANGE))
        return getattr(self.plan, name)


def fields_of(made: Importplan) -> tuple[Field, ...]:
    """The columns: those of the kind of table as far as there is something in them."""
    labels, hoofd = made.soort.waarden, made.rijen[0].hoofd if made.rijen else made.soort.nodig[0]
    present = {naam for rij in made.rijen for naam, aantal in rij.waarden.items() if aantal is not None}
    shown = [naam for naam in labels if naam in present and naam != hoofd]
    several = len({rij.blad for rij in made.rijen}) > 1
    days = len({rij.peildatum for rij in made.rijen if rij.peildatum}) > 1
    fields = (
        Field(name="rij", label=_("Rij"), kind=AANTAL),
        Field(name="blad", label=_("Blad")) if several else None,
        Field(name="naam", label=_("In het rekenblad")),
        Field(name="uitkomst", label=_("Uitkomst"), kind=Kind(format=lambda each: f"{SHAPES[each]} {each}", parse=str)),
        Field(name="gemeente", label=made.soort.velden[made.soort.wie]),
        Field(name="peildatum", label=_("Peildatum"), kind=DATUM) if days else None,
        Field(name="oud_aantal", label=_("Was"), kind=AANTAL, help=labels[hoofd]),
        Field(name="aantal", label=labels[hoofd] if shown else _("Wordt"), kind=AANTAL, help=labels[hoofd]),
        *(Field(name=_CHANGE + naam, label=labels[naam], kind=_WIJZIGING) for naam in shown),
        Field(name="melding", label=_("Bijzonderheid")),
    )
    return tuple(field for field in fields if field)


def added_up(fields: Sequence[Field], soort: Soort) -> tuple[str, ...]:
    """The columns that have a total; gebieden overlap and counts of different days say nothing together."""
    if soort.gebieden or any(field.name == "peildatum" for field in fields):
        return ()
    return tuple(field.name for field in fields if field.kind.numeric and field.name != "rij")


def shown(rij: Planrij, chosen: Collection[Plek]) -> Getoond:
    """The row with a sentence, also when the user has chosen."""
    said = [rij.melding] if rij.melding else []
    if rij.uitkomst is Uitkomst.GEWIJZIGD and not rij.schrijft:
        said.append(_("wordt niet bijgewerkt"))
    if rij.plek in chosen:
        said.append(_("uw keuze; de naam wordt onthouden") if rij.bevestigd else _("uw keuze"))
    return Getoond(rij, "; ".join(said))


def tone(rij: Planrij) -> str:
    """The colour of the outcome; a number that is not taken over is quiet."""
    left = rij.uitkomst is Uitkomst.GEWIJZIGD and not rij.schrijft
    return "level" if left else _TONES.get(rij.uitkomst, "")


def rank(rij: Planrij) -> int:
    """What waits for the user stands first, then what changes, last what changes nothing."""
    if rij.uitkomst in OPEN:
        return 0
    return 1 if rij.uitkomst is Uitkomst.GEWIJZIGD else 3 if rij.uitkomst in _LAST else 2


def changes(rij: Planrij, soort: Soort) -> str:
    """Old and new of every number that changes."""
    labels = soort.waarden
    return "; ".join(
        f"{labels.get(naam, naam)} {format_number(old)} → {format_number(new)}"
        for naam, (old, new) in rij.verschillen.items()
    )


def sentence_of_sums(made: Importplan, draft: Inlezing) -> str:
    """The sums one compares with the table as it was published."""
    counted = [rij for rij in made.rijen if rij.uitkomst in TELT]
    n = len({rij.gm_code for rij in counted})
    if made.soort.gebieden:
        one, more = _("1 gebied"), _("{n} gebieden; zij overlappen elkaar en worden niet opgeteld")
        return one if n == 1 else more.format(n=format_number(n))
    gemeenten = _("1 gemeente") if n == 1 else _("{n} gemeenten").format(n=format_number(n))
    if (days := len({rij.peildatum for rij in counted})) > 1:
        sentence = _("{gemeenten}, {days} peildata, {n} rijen")
        return sentence.format(gemeenten=gemeenten, days=format_number(days), n=format_number(len(made.rijen)))
    whose = "{gemeenten}: {som}" if made.soort.hele_land else _("{gemeenten} van uw bestand: {som}")
    said = [whose.format(gemeenten=gemeenten, som=format_number(made.som))]
    said.append(
        _("alle {n} rijen: {som}").format(n=format_number(len(made.rijen)), som=format_number(made.som_bestand))
    )
    if draft.gelezen.gedrukt_totaal is not None:
        said.append(_("totaal volgens het rekenblad: {som}").format(som=format_number(draft.gelezen.gedrukt_totaal)))
    return " · ".join(said)


def remarks(made: Importplan, draft: Inlezing) -> list[str]:
    """What one should know before reading it in."""
    return [_effect(made), *(f"▲ {remark}" for remark in plan_remarks(made, draft.gelezen, draft.landelijk))]


def _effect(made: Importplan) -> str:
    of = _day_or_periode(made)
    if not made.writes():
        return _("Er verandert niets: geen enkel aantal van {periode} wordt anders.").format(periode=of)
    if made.soort is TAAKSTELLING:
        if made.versie:
            sentence = _("De versie van {datum} bestaat al; wat verandert, wordt daarin gewijzigd.")
        else:
            sentence = _("Er komt een versie van {periode} bij, met datum {datum}.")
        return sentence.format(periode=made.periode, datum=format_date(made.datum))
    new = sum(rij.schrijft and rij.uitkomst is Uitkomst.NIEUW for rij in made.rijen)
    changed = sum(rij.schrijft and rij.uitkomst is Uitkomst.GEWIJZIGD for rij in made.rijen)
    sentence = _("{soort}, {periode}: {nieuw} nieuw, {anders} gewijzigd.")
    counts = {"nieuw": format_number(new), "anders": format_number(changed)}
    return sentence.format(soort=made.soort.label, periode=of, **counts)


def _day_or_periode(made: Importplan) -> str:
    days: Mapping[datetime.date, None] = dict.fromkeys(rij.peildatum for rij in made.rijen if rij.peildatum)
    named = [str(made.periode)] if made.periode else []
    if len(days) == 1:
        named.append(_("peildatum {datum}").format(datum=format_date(next(iter(days)))))
    return ", ".join(named) or _("deze tabel")


def _number(rij: Planrij, naam: str) -> Getal | None:
    aantal = rij.waarden.get(naam)
    if aantal is None:
        return None
    made = Getal(aantal)
    made.was = rij.verschillen.get(naam, (None, None))[0]
    return made


def _format(value: int | None) -> str:
    was = getattr(value, "was", None)
    return format_number(value) if was is None else f"{format_number(was)} → {format_number(value)}"


_WIJZIGING = Kind(format=_format, parse=int, numeric=True)
