"""What scenario's would bring, side by side: per gemeente the taakstelling and the saldo to expect at the end."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from string import ascii_uppercase
from types import SimpleNamespace
from typing import Any

from regietafel.catalog.scenario import EFFECT, UITKOMST
from regietafel.domain.afronding import with_decimals
from regietafel.domain.herverdeling import partijen, saldering
from regietafel.domain.periode import Periode
from regietafel.errors import RegietafelError
from regietafel.fields import Field
from regietafel.i18n import _, enumerate_some, format_number, sort_key
from regietafel.ledger import Ledger
from regietafel.planning.prognose import prognose
from regietafel.queries.herverdelingen import current_taakstelling
from regietafel.queries.inwoners import landelijke_inwoners
from regietafel.queries.scenarios import ScenarioBlad, bladen
from regietafel.queries.totaal import sum_all, sum_known

_DIFFERS = ("wijziging", "verwacht_saldo")


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What one scenario does to one gemeente (or to all), in persons; None is unknown."""

    wijziging: int
    taakstelling: int | None  # the new one
    verwacht_saldo: int | None  # at the end of the half-year: + achterstand, − voorsprong
    per_1000: Decimal | None  # the new taakstelling per 1.000 inhabitants


@dataclass(frozen=True, kw_only=True)
class UitkomstRegel:
    """One gemeente (or the total) as it stands now, and what each scenario does to it, in their order."""

    gemeente: str
    inwoners: int | None
    taakstelling: int | None
    opgave: int | None
    verwacht_saldo: int | None
    effecten: tuple[Effect, ...]


@dataclass(frozen=True, kw_only=True)
class ScenarioUitkomst(ScenarioBlad):
    """A scenario with what it brings altogether, in persons.

    ``opgelost`` is how much less achterstand is to be expected, None when that of a party is unknown; ``rest`` is the
    achterstand that then remains, of the gemeenten of which a saldo is to be expected.
    """

    opgelost: int | None
    rest: int | None


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """Scenario's of one half-year beside each other, with what was known on ``op``.

    ``achterstand`` is what is to be expected without any of them, of the gemeenten of which a saldo is to be expected;
    ``onbekend`` are the others.
    """

    periode: Periode
    op: datetime.date
    scenarios: tuple[ScenarioUitkomst, ...]
    regels: tuple[UitkomstRegel, ...]
    totaal: UitkomstRegel
    achterstand: int | None
    onbekend: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NaastElkaar:
    """An outcome as one table; of several scenario's only what differs most, each with its letter of ``legenda``."""

    velden: tuple[Field, ...]
    rijen: tuple[SimpleNamespace, ...]
    totaal: SimpleNamespace
    legenda: tuple[str, ...]


def uitkomst(ledger: Ledger, scenario_ids: Sequence[int], op: datetime.date) -> Uitkomst:
    """What these scenario's would bring. Raises RegietafelError when there are none, or of different half-years."""
    views = bladen(ledger, scenario_ids)
    periodes = sorted({view.periode for view in views})
    if not periodes:
        raise RegietafelError(_("Kies eerst een scenario."))
    if len(periodes) > 1:
        sentence = _("Deze scenario's gaan over verschillende halfjaren ({periodes}); kies er van één halfjaar.")
        raise RegietafelError(sentence.format(periodes=", ".join(map(str, periodes))))
    now = _now(ledger, periodes[0], op, views)
    changes = [saldering(view.delen) for view in views]
    regels = tuple(_regel(now[naam], changes) for naam in sorted(now, key=sort_key))
    saldi = {regel.gemeente: regel.verwacht_saldo for regel in regels}
    return Uitkomst(
        periode=periodes[0],
        op=op,
        scenarios=tuple(_altogether(view, saldi) for view in views),
        regels=regels,
        totaal=_sum_up(regels, len(views)),
        achterstand=_short(saldi),
        onbekend=tuple(naam for naam, saldo in saldi.items() if saldo is None),
    )


def uitkomsten(ledger: Ledger, periode: Periode, op: datetime.date) -> tuple[ScenarioUitkomst, ...]:
    """Every scenario of a half-year, with what it solves; in the order in which they were made."""
    ids = [each.id for each in ledger.scenarios.where(periode=periode) if each.id is not None]
    return uitkomst(ledger, ids, op).scenarios if ids else ()


def naast_elkaar(found: Uitkomst) -> NaastElkaar:
    """The outcome as one table."""
    several = len(found.scenarios) > 1
    letters = [ascii_uppercase[n] if n < 26 else str(n + 1) for n in range(len(found.scenarios))] if several else [""]
    columns = [
        Field(
            name=f"{field.name}_{n}",
            label=f"{letter}: {field.label.lower()}" if letter else field.label,
            kind=field.kind,
            help=found.scenarios[n].naam,
        )
        for n, letter in enumerate(letters)
        for field in EFFECT
        if not several or field.name in _DIFFERS
    ]
    return NaastElkaar(
        velden=(*(field for field in UITKOMST if not several or field.name != "taakstelling"), *columns),
        rijen=tuple(_flat(regel) for regel in found.regels),
        totaal=_flat(found.totaal),
        legenda=tuple(
            f"{letter}: {each.naam}" if letter else each.naam
            for letter, each in zip(letters, found.scenarios, strict=True)
        ),
    )


def samengevat(each: ScenarioUitkomst) -> str:
    """``3 overdrachten, 24 personen; lost 20 op, 12 blijft over``, for a list or a document."""
    count, persons = each.aantal_overdrachten, each.aantal
    said = (_("1 overdracht") if count == 1 else _("{n} overdrachten").format(n=format_number(count))) + ", "
    said += _("1 persoon") if persons == 1 else _("{n} personen").format(n=format_number(persons))
    if each.opgelost is None:
        return said + _("; wat het oplost is onbekend")
    solved = _("; lost {n} op").format(n=format_number(each.opgelost))
    if each.opgelost < 0:
        solved = _("; maakt de achterstand {n} groter").format(n=format_number(-each.opgelost))
    return said + solved + _(", {n} blijft over").format(n=format_number(each.rest))


def voorbehoud(found: Uitkomst) -> str:
    """Whose saldo is not to be foreseen, so that they do not count; empty when all are known."""
    if not found.onbekend:
        return ""
    sentence = _("Zonder verwacht saldo, dus niet meegeteld: {namen}.")
    return sentence.format(namen=enumerate_some(found.onbekend))


def _now(
    ledger: Ledger, periode: Periode, op: datetime.date, views: Sequence[ScenarioBlad]
) -> Mapping[str, UitkomstRegel]:
    """How the members and the parties stand without any scenario, by name."""
    taakstelling = current_taakstelling(ledger, periode, op)
    inwoners = landelijke_inwoners(ledger, periode).inwoners
    codes = {each.naam: each.gm_code for each in ledger.gemeenten}
    known = {regel.gemeente: regel for regel in prognose(ledger, periode, op).regels}
    names = {*known, *(naam for view in views for naam in partijen(view.delen))}
    return {
        naam: UitkomstRegel(
            gemeente=naam,
            inwoners=inwoners.get(codes[naam]),
            taakstelling=taakstelling.get(naam),
            opgave=known[naam].opgave if naam in known else None,
            verwacht_saldo=known[naam].verwacht_saldo if naam in known else None,
            effecten=(),
        )
        for naam in names
    }


def _regel(have: UitkomstRegel, changes: Sequence[Mapping[str, int]]) -> UitkomstRegel:
    effects = []
    for every in changes:
        change = every.get(have.gemeente, 0)
        new = None if have.taakstelling is None else have.taakstelling + change
        saldo = None if have.verwacht_saldo is None else have.verwacht_saldo + change
        effects.append(
            Effect(wijziging=change, taakstelling=new, verwacht_saldo=saldo, per_1000=_per_1000(new, have.inwoners))
        )
    return replace(have, effecten=tuple(effects))


def _altogether(view: ScenarioBlad, saldi: Mapping[str, int | None]) -> ScenarioUitkomst:
    changes = saldering(view.delen)
    after = {naam: None if saldo is None else saldo + changes.get(naam, 0) for naam, saldo in saldi.items()}
    before, rest = _short(saldi), _short(after)
    known = before is not None and rest is not None and all(saldi[naam] is not None for naam in changes)
    return ScenarioUitkomst(**vars(view), opgelost=(before or 0) - (rest or 0) if known else None, rest=rest)


def _short(saldi: Mapping[str, int | None]) -> int | None:
    """The achterstand of the gemeenten of which it is known, None when of none."""
    return sum_known(None if saldo is None else max(0, saldo) for saldo in saldi.values())


def _sum_up(regels: Sequence[UitkomstRegel], count: int) -> UitkomstRegel:
    """The columns as they are shown; what follows from a saldo only when it is known of every gemeente."""
    effects = []
    inwoners = sum_all(regel.inwoners for regel in regels)
    for n in range(count):
        new = sum_known(regel.effecten[n].taakstelling for regel in regels)
        everyone = all(regel.taakstelling is not None for regel in regels)
        effects.append(
            Effect(
                wijziging=sum(regel.effecten[n].wijziging for regel in regels),
                taakstelling=new,
                verwacht_saldo=sum_all(regel.effecten[n].verwacht_saldo for regel in regels),
                per_1000=_per_1000(new if everyone else None, inwoners),
            )
        )
    return UitkomstRegel(
        gemeente=_("Totaal"),
        inwoners=inwoners,
        taakstelling=sum_known(regel.taakstelling for regel in regels),
        opgave=sum_known(regel.opgave for regel in regels),
        verwacht_saldo=sum_all(regel.verwacht_saldo for regel in regels),
        effecten=tuple(effects),
    )


def _per_1000(aantal: int | None, inwoners: int | None) -> Decimal | None:
    return None if aantal is None or not inwoners else with_decimals(Fraction(1000 * aantal, inwoners), 1)


def _flat(regel: UitkomstRegel) -> SimpleNamespace:
    values: dict[str, Any] = {field.name: getattr(regel, field.name) for field in UITKOMST}
    for n, effect in enumerate(regel.effecten):
        values |= {f"{field.name}_{n}": getattr(effect, field.name) for field in EFFECT}
    return SimpleNamespace(**values)
